/* site.c - a volume made in memory, and the folder that its site is written to. */
#include "site-internal.h"

#include <glib.h>

void
site_open(Site *site, const void *data)
{
    (void)data;
    *site = (Site){.arena = dg_arena_new()};
    site->diags = dg_diags_new(site->arena);
    site->source = g_dir_make_tmp("diglot-volume-XXXXXX", NULL);
    site->style = g_dir_make_tmp("diglot-style-XXXXXX", NULL);
    site->site = g_dir_make_tmp("diglot-site-XXXXXX", NULL);
    site->volume = (DgVolume){.id = "v",
                              .folder = site->source,
                              .languages = {"ru", "en"},
                              .n_languages = 2,
                              .title = {"Сборник", "Volume"}};
}

void
site_close(Site *site, const void *data)
{
    (void)data;
    char *const folders[] = {site->source, site->style, site->site};
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        site_remove(folders[i]);
        g_free(folders[i]);
    }
    dg_fonts_free(site->fonts);
    dg_arena_free(site->arena);
}

bool
site_write(Site *site, DgWebOptions options)
{
    options.data_folder = g_getenv("DIGLOT_DATA");
    return dg_web_write(site->arena, site->diags, site->fonts, &site->volume, site->site, options);
}

/* ---- what stands in a volume ---- */

DgNode *
site_block(Site *site, DgNode *body, DgKind kind, DgRole role, const char *text)
{
    DgNode *node = dg_block_new(site->arena, kind, role, text, DG_NOWHERE);
    dg_node_append(body, node);
    return node;
}

DgNode *
site_body(Site *site, const char *language)
{
    DgNode *node = dg_node_new(site->arena, DG_BODY, DG_NOWHERE);
    node->lang = language;
    return node;
}

void
site_pair(Site *site, DgPair **pairs, size_t *n, DgNode *left, DgNode *right, const char *anchor)
{
    DgPair pair = {.anchor = anchor};
    DgNode *sides[DG_SIDES] = {left, right};
    for (int side = 0; side < DG_SIDES; side++)
        if (sides[side]) {
            pair.blocks[side] = dg_arena_copy(site->arena, &sides[side], sizeof(DgNode *));
            pair.n[side] = 1;
        }
    DG_APPEND(site->arena, *pairs, *n, pair);
}

static void
point_back(DgPair *pairs, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (int side = 0; side < DG_SIDES; side++)
            for (size_t j = 0; j < pairs[i].n[side]; j++)
                pairs[i].blocks[side][j]->pair = &pairs[i];
}

DgItem *
site_item(Site *site, const char *href, const char *anchor)
{
    DgItem *item = DG_NEW(site->arena, DgItem);
    DgVolume *volume = &site->volume;
    *item = (DgItem){.href = href, .anchor = anchor, .part = &volume->root};
    for (int side = 0; side < volume->n_languages; side++)
        item->text[side].language = volume->languages[side];
    DG_APPEND(site->arena, volume->items, volume->n_items, item);
    DgEntry entry = {.kind = DG_ENTRY_ITEM, .item = item};
    DG_APPEND(site->arena, volume->root.entries, volume->root.n_entries, entry);
    return item;
}

void
site_titles(Site *site, DgItem *item, const char *left, const char *right)
{
    const char *titles[DG_SIDES] = {left, right};
    for (int side = 0; side < DG_SIDES; side++) {
        if (!titles[side])
            continue;
        item->opening[side] = site_body(site, site->volume.languages[side]);
        item->text[side].meta.title =
            site_block(site, item->opening[side], DG_HEADING, DG_ROLE_ITEM_TITLE, titles[side]);
    }
    site_pair(site, &item->opening_pairs, &item->n_opening_pairs, item->text[DG_LEFT].meta.title,
              item->text[DG_RIGHT].meta.title, "opening-1");
    point_back(item->opening_pairs, item->n_opening_pairs);
}

static DgNode *
paragraph_with_note(Site *site, DgNode *parent, const char *text, const char *note_text)
{
    DgNode *paragraph = site_block(site, parent, DG_PARAGRAPH, DG_ROLE_NONE, text);
    DgNode *mark = dg_node_new(site->arena, DG_NOTE_MARK, DG_NOWHERE);
    DgNode *note = dg_node_new(site->arena, DG_NOTE, DG_NOWHERE);
    site_block(site, note, DG_PARAGRAPH, DG_ROLE_NONE, note_text);
    note->label = "1";
    mark->as.note_mark.note = note;
    note->as.note.mark = mark;
    dg_node_append(paragraph, mark);
    return paragraph;
}

DgItem *
site_full_item(Site *site, const char *anchor)
{
    DgItem *item = site_item(site, anchor, anchor);
    DgNode *bodies[DG_SIDES], *blocks[DG_SIDES][6] = {{NULL}};
    static const char *const texts[DG_SIDES][6] = {
        {"раздел1", "абзац2", "пункт3", "пункт4", "лишний5", "конец6"},
        {"section1", "paragraph2", "entry3", "entry4", NULL, "end6"}};
    site_titles(site, item, "Заглавие", "Title");
    for (int side = 0; side < DG_SIDES; side++) {
        bodies[side] = site_body(site, site->volume.languages[side]);
        item->text[side].body = bodies[side];
        item->text[side].file = "x";
        blocks[side][0] = site_block(site, bodies[side], DG_HEADING, DG_ROLE_NONE, texts[side][0]);
        blocks[side][0]->as.heading.level = 3;
        blocks[side][1] =
            paragraph_with_note(site, bodies[side], texts[side][1], side ? "footnote" : "сноска");
        DgNode *list = dg_node_new(site->arena, DG_LIST, DG_NOWHERE);
        list->as.list.kind = DG_LIST_DECIMAL;
        dg_node_append(bodies[side], list);
        for (int i = 2; i < 4; i++) {
            DgNode *entry = dg_node_new(site->arena, DG_LIST_ITEM, DG_NOWHERE);
            entry->label = i == 2 ? "1." : "2.";
            dg_node_append(list, entry);
            blocks[side][i] = site_block(site, entry, DG_PARAGRAPH, DG_ROLE_NONE, texts[side][i]);
        }
        for (int i = 4; i < 6; i++)
            if (texts[side][i])
                blocks[side][i] =
                    site_block(site, bodies[side], DG_PARAGRAPH, DG_ROLE_NONE, texts[side][i]);
    }
    for (int i = 0; i < 6; i++)
        site_pair(site, &item->pairs, &item->n_pairs, blocks[DG_LEFT][i], blocks[DG_RIGHT][i],
                  dg_arena_printf(site->arena, "p %d", i + 1));
    point_back(item->pairs, item->n_pairs);
    return item;
}

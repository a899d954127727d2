/* revision.c - see revision.h */
#include "revision.h"

#include <string.h>

const char *const revision_base[][DG_SIDES] = {
    {"# Открытие форума", "# Opening of the forum"},
    {"Форум открылся в понедельник утром; в зале собрались делегации многих стран и журналисты.",
     "The forum opened on Monday morning; delegations of many countries and journalists filled the hall."},
    {"Председатель напомнил собравшимся о решениях прошлого года. Он поблагодарил организаторов за труд и терпение.",
     "The chairman reminded those present of last year's decisions. He thanked the organisers for their work and patience."},
    {"Затем слово получил представитель университета^[Полное название дано в программе.], говоривший о переводе.",
     "Then the representative of the university^[The full name is in the programme.] took the floor and spoke of translation."},
    {"# Предложения", "# Proposals"},
    {"* печатать тексты на двух языках рядом", "* to print texts in two languages side by side"},
    {"* сверять числа и имена автоматически", "* to compare numbers and names by machine"},
    {"* хранить переписку редакторов открыто", "* to keep the editors' letters in the open"},
    {"Обсуждение длилось три часа и закончилось далеко за полдень.",
     "The discussion took three hours and ended well after noon."},
    {"Следующая встреча состоится в Ташкенте осенью будущего года.",
     "The next meeting will be held in Tashkent in the autumn of next year."},
};

Table
table_of_base(void)
{
    static const char *const ids[] = {"x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9"};
    Table table = {.n = G_N_ELEMENTS(revision_base)};
    for (size_t i = 0; i < table.n; i++)
        for (int side = 0; side < DG_SIDES; side++) {
            table.rows[i].text[side][0] = revision_base[i][side];
            table.rows[i].id[side][0] = ids[i];
        }
    return table;
}

/* ---- a table to a volume ---- */
static void
add_runs(DgArena *arena, DgNode *block, const char *text)
{
    const char *note = strstr(text, "^[");
    if (!note) {
        dg_node_append(block, dg_text_new(arena, text, DG_NOWHERE));
        return;
    }
    const char *end = strchr(note, ']');
    DgNode *mark = dg_node_new(arena, DG_NOTE_MARK, DG_NOWHERE);
    mark->as.note_mark.note = dg_node_new(arena, DG_NOTE, DG_NOWHERE);
    dg_node_append(mark->as.note_mark.note,
                   dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_NONE,
                                dg_arena_strndup(arena, note + 2, (size_t)(end - note - 2)),
                                DG_NOWHERE));
    dg_node_append(block, dg_text_new(arena, dg_arena_strndup(arena, text, (size_t)(note - text)),
                                      DG_NOWHERE));
    dg_node_append(block, mark);
    add_runs(arena, block, end + 1);
}

static DgNode *
build_block(DgArena *arena, const char *text, const char *id, DgPos pos)
{
    DgNode *block = dg_node_new(arena, *text == '#' ? DG_HEADING : DG_PARAGRAPH, pos);
    add_runs(arena, block, *text == '#' || *text == '*' ? text + 2 : text);
    block->id = id ? id : dg_arena_printf(arena, "b%08x", g_str_hash(text));
    return block;
}

DgVolume *
revision_build(DgArena *arena, const Table *table, bool ids)
{
    static const char *const files[] = {"a.ru.xml", "a.en.xml"};
    DgVolume *volume = DG_NEW(arena, DgVolume);
    DgItem *item = DG_NEW(arena, DgItem);
    *volume = (DgVolume){.languages = {"ru", "en"}, .n_languages = 2};
    DG_APPEND(arena, volume->items, volume->n_items, item);
    item->href = "a";
    item->pairs = DG_NEW_ARRAY(arena, DgPair, table->n + 1);
    item->n_pairs = table->n;
    for (int side = 0; side < DG_SIDES; side++) {
        item->text[side].language = volume->languages[side];
        item->text[side].body = dg_node_new(arena, DG_BODY, DG_NOWHERE);
        for (size_t i = 0; i < table->n; i++)
            for (int k = 0; k < BLOCKS && table->rows[i].text[side][k]; k++) {
                DgNode *block = build_block(arena, table->rows[i].text[side][k],
                                            ids ? table->rows[i].id[side][k] : NULL,
                                            (DgPos){files[side], (int)i + 1, 1});
                block->pair = &item->pairs[i];
                dg_node_append(item->text[side].body, block);
                DG_APPEND(arena, item->pairs[i].blocks[side], item->pairs[i].n[side], block);
            }
    }
    return volume;
}

char *
rows_text(DgArena *arena, const DgDiff *diff)
{
    static const char *const names[] = {"same",  "changed", "added", "removed",
                                        "moved", "split",   "merged"};
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < diff->n_items; i++)
        for (size_t k = 0; k < diff->items[i].n_rows; k++)
            g_string_append_printf(text, "%s%s/%s", text->len ? " " : "",
                                   names[diff->items[i].rows[k].side[0].kind],
                                   names[diff->items[i].rows[k].side[1].kind]);
    return dg_arena_strdup(arena, text->str);
}

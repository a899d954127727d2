/* typo.c - the typographic pass over a volume: every block, and every string that is printed. */
#include "typo-internal.h"

#include <glib.h>
#include <string.h>

static bool
is_flat_parent(const DgNode *node)
{
    return node->kind != DG_CODE && node->kind != DG_FORMULA && !dg_kind_is_inline(node->kind) &&
           node->first && dg_kind_is_inline(node->first->kind);
}

/* The title of a caption may be a sentence: the rules of headings do not hold for it. */
static FlatKind
kind_of_block(const DgNode *block)
{
    if (block->kind == DG_HEADING)
        return block->parent && block->parent->kind == DG_CAPTION ? FLAT_TEXT : FLAT_HEADING;
    if (block->kind == DG_REFERENCE)
        return FLAT_REFERENCE;
    return block->kind == DG_VERSE_LINE ? FLAT_VERSE : FLAT_TEXT;
}

/* The text of a link is its address: one word with a point, slash or @ in it. */
static bool
shows_address(DgNode *link)
{
    bool address = false;
    for (DgWalk walk = dg_walk(link); dg_walk_next(&walk);) {
        if (!walk.entering || walk.node->kind != DG_TEXT || !walk.node->text)
            continue;
        if (strpbrk(walk.node->text, " \t\n"))
            return false;
        address |= strpbrk(walk.node->text, "./@") != NULL;
    }
    return address;
}

/* What an inline node gives to the text of its block. */
typedef enum { GIVES_TEXT, GIVES_ITS_CHILDREN, GIVES_OBJECT, GIVES_LINE_END, GIVES_NOTHING } Gives;

static Gives
gives(const DgNode *node)
{
    switch (node->kind) {
    case DG_TEXT:
        return GIVES_TEXT;
    case DG_STYLED:
        return node->as.styled.styling == DG_SUBSCRIPT ||
                       node->as.styled.styling == DG_SUPERSCRIPT ||
                       node->as.styled.styling == DG_MONOSPACE
                   ? GIVES_OBJECT
                   : GIVES_ITS_CHILDREN;
    case DG_SPAN:
    case DG_LINK:
    case DG_REFERENCE_LINK:
        return GIVES_ITS_CHILDREN;
    case DG_BREAK:
        return GIVES_LINE_END;
    case DG_NOTE_MARK:
    case DG_PAGE_NUMBER:
    case DG_LEADER:
    case DG_INLINE_CODE:
    case DG_INLINE_FORMULA:
    case DG_INLINE_GRAPHIC:
        return GIVES_OBJECT;
    case DG_BODY:
    case DG_SECTION:
    case DG_LIST:
    case DG_LIST_ITEM:
    case DG_DEFINITION_LIST:
    case DG_DEFINITION:
    case DG_QUOTE:
    case DG_VERSE:
    case DG_SPEECH:
    case DG_BOX:
    case DG_STATEMENT:
    case DG_FIGURE_GROUP:
    case DG_HEADING:
    case DG_PARAGRAPH:
    case DG_TERM:
    case DG_VERSE_LINE:
    case DG_CODE:
    case DG_FORMULA:
    case DG_ATTRIBUTION:
    case DG_SPEAKER:
    case DG_SIGNATURE:
    case DG_REFERENCE:
    case DG_FIGURE:
    case DG_TABLE:
    case DG_CAPTION:
    case DG_GRAPHIC:
    case DG_ROW:
    case DG_CELL:
    case DG_NOTE:
    case DG_N_KINDS:
        return GIVES_NOTHING;
    }
    return GIVES_NOTHING;
}

/* Links that show their address, and what is in another language: it has its own rules. */
static bool
is_left_alone(const Flat *flat, DgNode *node)
{
    return (node->kind == DG_LINK && shows_address(node)) ||
           (node->lang && language_of(node->lang) != flat->language);
}

static void
flatten(Flat *flat, DgNode *block)
{
    const DgNode *alone = NULL; /* what is left alone, with all that it holds */
    for (DgWalk walk = dg_walk(block); dg_walk_next(&walk);) {
        DgNode *node = walk.node;
        if (!walk.entering || node == block) {
            alone = node == alone ? NULL : alone;
            continue;
        }
        Gives what = gives(node);
        walk.skip = what != GIVES_ITS_CHILDREN;
        if (what == GIVES_TEXT)
            flat_add_text(flat, node, node->text, node->pos, alone != NULL);
        else if (what == GIVES_OBJECT || what == GIVES_LINE_END)
            flat_add_object(flat, what == GIVES_OBJECT ? OBJECT : '\n', node->pos);
        else if (!alone && node->first && is_left_alone(flat, node))
            alone = node;
    }
}

static void
set_language(Flat *flat, const char *tag)
{
    flat->language = language_of(tag);
    flat->british = language_is_british(tag);
}

static void
set_block(Flat *flat, DgNode *block, const char *tag)
{
    flat_clear(flat);
    set_language(flat, dg_node_lang(block, tag));
    flat->kind = kind_of_block(block);
    flatten(flat, block);
    typo_rules(flat);
}

/* The tree and the notes marked in it, which may hold marks again. */
static void
set_tree(Flat *flat, DgNode *root, const char *tag)
{
    g_autoptr(GPtrArray) roots = g_ptr_array_new();
    g_autoptr(GHashTable) done = g_hash_table_new(NULL, NULL);
    if (root)
        g_ptr_array_add(roots, root);
    for (guint i = 0; i < roots->len; i++)
        for (DgWalk walk = dg_walk(roots->pdata[i]); dg_walk_next(&walk);) {
            if (!walk.entering)
                continue;
            DgNode *note = walk.node->kind == DG_NOTE_MARK ? walk.node->as.note_mark.note : NULL;
            if (note && g_hash_table_add(done, note))
                g_ptr_array_add(roots, note);
            if (is_flat_parent(walk.node))
                set_block(flat, walk.node, tag);
        }
}

/* A string that is printed; what is not set in it comes back as it is. */
static void
set_string(Flat *flat, const char **string, FlatKind kind, const char *tag, DgPos pos)
{
    if (!*string || !**string)
        return;
    flat_clear(flat);
    set_language(flat, tag);
    flat->kind = kind;
    flat_add_text(flat, NULL, *string, pos, false);
    Style *style = flat->style;
    flat->style = NULL; /* habits are those of running text */
    typo_rules(flat);
    flat->style = style;
    *string = flat->sources[0].string;
}

static void
set_strings(Flat *flat, const char **strings, size_t n, const char *tag, DgPos pos)
{
    for (size_t i = 0; i < n; i++)
        set_string(flat, &strings[i], FLAT_TEXT, tag, pos);
}

static void
set_name(Flat *flat, DgName *name, const char *tag, DgPos pos)
{
    const char **parts[] = {&name->surname, &name->given, &name->prefix, &name->suffix,
                            &name->whole};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        set_string(flat, parts[i], FLAT_NAME, tag, pos);
}

static void
set_contributor(Flat *flat, DgContributor *contributor, const char *tag)
{
    set_name(flat, &contributor->name, tag, contributor->pos);
    set_string(flat, &contributor->collab, FLAT_TEXT, tag, contributor->pos);
    set_strings(flat, contributor->roles, contributor->n_roles, tag, contributor->pos);
    set_strings(flat, contributor->affiliations, contributor->n_affiliations, tag,
                contributor->pos);
    set_tree(flat, contributor->bio, tag);
}

/* The fields that are sentences or names; the rest are dates, numbers and addresses. */
static bool
is_worded_field(const char *name)
{
    static const char *const worded[] = {"category", "conference", "conference-place", "copyright",
                                         "license",  "funding",    "journal",          "publisher"};
    for (size_t i = 0; i < G_N_ELEMENTS(worded); i++)
        if (name && strcmp(name, worded[i]) == 0)
            return true;
    return false;
}

static void
set_text(Flat *flat, DgText *text, const char *tag)
{
    DgMeta *meta = &text->meta;
    DgPos pos = meta->title ? meta->title->pos : (DgPos){text->file, 0, 0};
    tag = text->language ? text->language : tag;
    set_tree(flat, meta->title, tag);
    set_tree(flat, meta->subtitle, tag);
    set_string(flat, &meta->running_title, FLAT_HEADING, tag, pos);
    for (size_t i = 0; i < meta->n_contributors; i++)
        set_contributor(flat, &meta->contributors[i], tag);
    for (DgNode *abstract = meta->abstract; abstract; abstract = abstract->next)
        set_tree(flat, abstract, tag);
    set_strings(flat, meta->keywords, meta->n_keywords, tag, pos);
    for (size_t i = 0; i < meta->n_fields; i++)
        if (is_worded_field(meta->fields[i].name))
            set_string(flat, &meta->fields[i].value, FLAT_TEXT, tag, pos);
    set_tree(flat, meta->notes, tag);
    set_tree(flat, text->body, tag);
    typo_style_report_text(flat);
}

static void
set_mentions(Flat *flat, DgMention *mentions, size_t n, const char *tag, DgSide side)
{
    for (size_t i = 0; i < n; i++) {
        set_string(flat, &mentions[i].text[side], FLAT_TEXT, tag, mentions[i].pos);
        set_string(flat, &mentions[i].role[side], FLAT_TEXT, tag, mentions[i].pos);
    }
}

static void
set_slot(Flat *flat, DgSlot *slot, const char *tag, DgSide side)
{
    set_string(flat, &slot->title[side], FLAT_HEADING, tag, slot->pos);
    set_mentions(flat, slot->speakers, slot->n_speakers, tag, side);
}

static void
set_part(Flat *flat, DgPart *part, const char *tag, DgSide side)
{
    set_string(flat, &part->title[side], FLAT_HEADING, tag, part->pos);
    set_string(flat, &part->topic[side], FLAT_TEXT, tag, part->pos);
    set_mentions(flat, part->chairs, part->n_chairs, tag, side);
    for (size_t i = 0; i < part->n_entries; i++) {
        const DgEntry *entry = &part->entries[i];
        if (entry->kind == DG_ENTRY_PART && entry->part)
            set_part(flat, entry->part, tag, side);
        else if (entry->kind == DG_ENTRY_SLOT && entry->slot)
            set_slot(flat, entry->slot, tag, side);
    }
}

static void
set_event(Flat *flat, DgEvent *event, const char *tag, DgSide side, DgPos pos)
{
    const char **strings[] = {&event->name[side], &event->place[side], &event->theme[side],
                              &event->committee_title[side]};
    for (size_t i = 0; i < G_N_ELEMENTS(strings); i++)
        set_string(flat, strings[i], FLAT_HEADING, tag, pos);
    set_strings(flat, event->organizers[side], event->n_organizers[side], tag, pos);
    set_mentions(flat, event->members, event->n_members, tag, side);
}

static void
set_imprint(Flat *flat, DgImprint *imprint, const char *tag, DgSide side)
{
    const char **strings[] = {&imprint->publisher_by[side], &imprint->place_by[side],
                              &imprint->series_by[side],    &imprint->annotation[side],
                              &imprint->rights[side],       &imprint->funding[side]};
    for (size_t i = 0; i < G_N_ELEMENTS(strings); i++)
        set_string(flat, strings[i], FLAT_TEXT, tag, imprint->pos);
    set_mentions(flat, imprint->editors, imprint->n_editors, tag, side);
    set_mentions(flat, imprint->reviewers, imprint->n_reviewers, tag, side);
}

/* What stands in the imprint without a language is in the first one of the volume. */
static void
set_imprint_of_volume(Flat *flat, DgImprint *imprint, const char *tag)
{
    const char **strings[] = {
        &imprint->series,    &imprint->publisher, &imprint->publisher_address, &imprint->place,
        &imprint->copyright, &imprint->printer,   &imprint->printer_address};
    for (size_t i = 0; i < G_N_ELEMENTS(strings); i++)
        set_string(flat, strings[i], FLAT_TEXT, tag, imprint->pos);
}

static void
set_registers(Flat *flat, DgVolume *volume, const char *tag, DgSide side)
{
    for (size_t i = 0; i < volume->n_people; i++) {
        DgPerson *person = &volume->people[i];
        set_name(flat, &person->name[side], tag, person->pos);
        set_string(flat, &person->role[side], FLAT_TEXT, tag, person->pos);
        set_string(flat, &person->affiliation[side], FLAT_TEXT, tag, person->pos);
    }
    for (size_t i = 0; i < volume->n_orgs; i++) {
        set_string(flat, &volume->orgs[i].name[side], FLAT_TEXT, tag, volume->orgs[i].pos);
        set_string(flat, &volume->orgs[i].abbreviation[side], FLAT_TEXT, tag, volume->orgs[i].pos);
    }
}

static void
set_side(Flat *flat, DgVolume *volume, DgSide side)
{
    const char *tag = volume->languages[side];
    DgPos pos = {volume->file, 0, 0};
    set_string(flat, &volume->title[side], FLAT_HEADING, tag, pos);
    set_string(flat, &volume->subtitle[side], FLAT_HEADING, tag, pos);
    set_event(flat, &volume->event, tag, side, pos);
    set_imprint(flat, &volume->imprint, tag, side);
    set_part(flat, &volume->root, tag, side);
    set_registers(flat, volume, tag, side);
    for (size_t i = 0; i < volume->n_items; i++)
        set_text(flat, &volume->items[i]->text[side], tag);
}

void
dg_typography(DgArena *arena, DgDiags *diags, DgVolume *volume, DgTypoLog *log)
{
    Flat flat = {.arena = arena, .diags = diags, .log = log, .style = typo_style_new()};
    for (DgSide side = DG_LEFT; side < DG_SIDES; side++)
        set_side(&flat, volume, side);
    set_imprint_of_volume(&flat, &volume->imprint, volume->languages[DG_LEFT]);
    typo_style_report_volume(&flat);
    typo_style_free(flat.style);
    flat_free(&flat);
}

/* opening.c - what an item opens with: kind, titles, persons, date and place, abstract, keywords. */
#include "matter-internal.h"

#include <glib.h>
#include <string.h>

static void
append_paragraph(DgArena *arena, DgNode *opening, DgRole role, const char *text, DgPos pos)
{
    DgNode *block = paragraph_new(arena, role, text, pos);
    if (block)
        dg_node_append(opening, block);
}

static const char *
joined(DgArena *arena, const char *const *texts, size_t n, const char *separator)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        if (texts[i] && *texts[i])
            g_string_append_printf(text, "%s%s", text->len ? separator : "", texts[i]);
    return text->len ? dg_arena_strdup(arena, text->str) : NULL;
}

/* The name says whom it shows. */
static void
append_portrait(DgArena *arena, DgNode *opening, const DgContributor *who)
{
    if (!who->person || !who->person->portrait)
        return;
    DgNode *figure = dg_block_new(arena, DG_FIGURE, DG_ROLE_ITEM_PORTRAIT, NULL, who->pos);
    DgNode *graphic = dg_node_new(arena, DG_GRAPHIC, who->person->pos);
    graphic->href = who->person->portrait;
    graphic->alt = dg_contributor_name(who);
    dg_node_append(figure, graphic);
    dg_node_append(opening, figure);
}

static bool
is_member(const DgMeta *meta, size_t i)
{
    return i < meta->n_contributors && g_strcmp0(meta->contributors[i].type, "member") == 0;
}

/* The members of a group that signs, in one line below it: "A. Author, B. Author (University), ...". Where the next
 * that is no member stands. */
static size_t
append_members(DgArena *arena, DgNode *opening, const DgMeta *meta, size_t i)
{
    g_autoptr(GString) line = g_string_new(NULL);
    DgPos pos = meta->contributors[i].pos;
    for (; is_member(meta, i); i++) {
        const DgContributor *who = &meta->contributors[i], *next = who + 1;
        const char *here = joined(arena, who->affiliations, who->n_affiliations, "; ");
        const char *there = is_member(meta, i + 1)
                                ? joined(arena, next->affiliations, next->n_affiliations, "; ")
                                : NULL;
        g_string_append_printf(line, "%s%s", line->len ? ", " : "", dg_contributor_name(who));
        if (here && g_strcmp0(here, there) != 0)
            g_string_append_printf(line, " (%s)", here);
    }
    append_paragraph(arena, opening, DG_ROLE_ITEM_ROLE, dg_arena_strdup(arena, line->str), pos);
    return i;
}

static void
append_contributor(DgArena *arena, DgNode *opening, const DgMeta *meta, size_t i)
{
    const DgContributor *who = &meta->contributors[i];
    append_portrait(arena, opening, who);
    append_paragraph(arena, opening, DG_ROLE_ITEM_PERSON, dg_contributor_name(who), who->pos);
    append_paragraph(arena, opening, DG_ROLE_ITEM_ROLE,
                     joined(arena, who->roles, who->n_roles, "; "), who->pos);
    /* Those who share an affiliation in a row get it once, after the last of them. */
    const DgContributor *next = i + 1 < meta->n_contributors ? who + 1 : NULL;
    const char *here = joined(arena, who->affiliations, who->n_affiliations, "; ");
    const char *there = next ? joined(arena, next->affiliations, next->n_affiliations, "; ") : NULL;
    if (!next || is_member(meta, i + 1) || g_strcmp0(here, there) != 0)
        append_paragraph(arena, opening, DG_ROLE_ITEM_AFFILIATION, here, who->pos);
}

static void
list_contributors(DgArena *arena, DgNode *opening, const DgMeta *meta)
{
    for (size_t i = 0; i < meta->n_contributors;)
        if (is_member(meta, i))
            i = append_members(arena, opening, meta, i);
        else
            append_contributor(arena, opening, meta, i++);
}

/* ---- many contributors ---- */

enum { LISTED = 4 }; /* more of them do not stand one below the other */

static size_t
affiliation_number(GPtrArray *known, const char *affiliation)
{
    guint i;
    if (!g_ptr_array_find_with_equal_func(known, affiliation, g_str_equal, &i)) {
        g_ptr_array_add(known, (gpointer)affiliation);
        i = known->len - 1;
    }
    return i + 1;
}

static void
append_words(DgArena *arena, DgNode *block, const char *text, const char *more)
{
    dg_node_append(block,
                   dg_text_new(arena, dg_arena_printf(arena, "%s%s", text, more), block->pos));
}

/* "Ivan Petrov 1,2 (chair)", the numbers raised. */
static void
append_signer(DgArena *arena, DgNode *block, const DgContributor *who, GPtrArray *known)
{
    g_autoptr(GString) numbers = g_string_new(NULL);
    for (size_t i = 0; i < who->n_affiliations; i++)
        g_string_append_printf(numbers, "%s%zu", i ? "," : "",
                               affiliation_number(known, who->affiliations[i]));
    append_words(arena, block, block->first ? ", " : "", dg_contributor_name(who));
    if (numbers->len)
        append_styled(arena, block, DG_SUPERSCRIPT, dg_arena_strdup(arena, numbers->str));
    const char *roles = joined(arena, who->roles, who->n_roles, "; ");
    if (roles)
        append_words(arena, block, dg_arena_printf(arena, " (%s", roles), ")");
}

static void
append_affiliations(DgArena *arena, DgNode *opening, const GPtrArray *known, DgPos pos)
{
    if (known->len == 0)
        return;
    DgNode *block = dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_ITEM_AFFILIATIONS, NULL, pos);
    for (guint i = 0; i < known->len; i++) {
        if (i)
            append_words(arena, block, g_str_has_suffix(known->pdata[i - 1], ".") ? " " : "; ", "");
        append_styled(arena, block, DG_SUPERSCRIPT, dg_arena_printf(arena, "%u", i + 1));
        append_words(arena, block, known->pdata[i], "");
    }
    dg_node_append(opening, block);
}

static void
run_contributors_on(DgArena *arena, DgNode *opening, const DgMeta *meta)
{
    g_autoptr(GPtrArray) known = g_ptr_array_new();
    DgPos pos = meta->contributors[0].pos;
    DgNode *block = dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_ITEM_PERSONS, NULL, pos);
    for (size_t i = 0; i < meta->n_contributors; i++)
        append_signer(arena, block, &meta->contributors[i], known);
    dg_node_append(opening, block);
    append_affiliations(arena, opening, known, pos);
}

static void
append_contributors(DgArena *arena, DgNode *opening, const DgMeta *meta)
{
    bool portraits = false;
    for (size_t i = 0; i < meta->n_contributors; i++)
        portraits |= meta->contributors[i].person && meta->contributors[i].person->portrait;
    if (meta->n_contributors > LISTED && !portraits)
        run_contributors_on(arena, opening, meta);
    else
        list_contributors(arena, opening, meta);
}

/* "INFOFORUM-2022. 3 February 2022, Moscow" */
static const char *
place_and_date(DgArena *arena, const DgItem *item, const DgText *text)
{
    const char *conference = dg_field(&text->meta, "conference"),
               *place = dg_field(&text->meta, "conference-place");
    const char *date = dg_field(&text->meta, "conference-date");
    if (!date)
        date = item->from ? item->from : dg_field(&text->meta, "date");
    const char *time = item->from ? dg_time_range_text(arena, item->from, item->to) : NULL;
    const char *when[] = {date ? dg_date_text(arena, date, NULL, text->language) : NULL, time,
                          place};
    const char *parts[] = {conference, joined(arena, when, 3, ", ")};
    return joined(arena, parts, 2, ". ");
}

static void
append_link(DgArena *arena, DgNode *opening, const DgMeta *meta)
{
    const char *doi = dg_field(meta, "doi");
    if (!doi)
        return;
    DgNode *block = dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_ITEM_PLACE, NULL, DG_NOWHERE);
    DgNode *link = dg_node_new(arena, DG_LINK, DG_NOWHERE);
    link->href = dg_arena_printf(arena, "https://doi.org/%s", doi);
    dg_node_append(link, dg_text_new(arena, link->href, DG_NOWHERE));
    dg_node_append(block, link);
    dg_node_append(opening, block);
}

/* Those of its parts, too, are less than headings of the text. */
static void
lower_headings(DgNode *abstract)
{
    for (DgWalk walk = dg_walk(abstract); dg_walk_next(&walk);)
        if (walk.entering && walk.node->kind == DG_HEADING)
            walk.node->role = DG_ROLE_ABSTRACT_TITLE;
}

/* An abstract without a heading of its own is given one. */
static void
append_abstracts(DgArena *arena, DgNode *opening, const DgText *text)
{
    for (DgNode *abstract = text->meta.abstract, *next; abstract; abstract = next) {
        next = abstract->next;
        abstract->parent = abstract->previous = NULL;
        dg_node_append(opening, abstract);
        lower_headings(abstract);
        if (abstract->first && abstract->first->kind == DG_HEADING)
            continue;
        DgNode *heading = dg_block_new(arena, DG_HEADING, DG_ROLE_ABSTRACT_TITLE,
                                       dg_word(DG_WORD_ABSTRACT, text->language), abstract->pos);
        if (abstract->first)
            dg_node_insert_before(abstract->first, heading);
    }
}

static void
append_keywords(DgArena *arena, DgNode *opening, const DgText *text)
{
    const DgMeta *meta = &text->meta;
    const char *words = joined(arena, meta->keywords, meta->n_keywords, ", ");
    if (!words)
        return;
    DgNode *block = dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_KEYWORDS, NULL, DG_NOWHERE);
    DgNode *lead = dg_node_new(arena, DG_STYLED, DG_NOWHERE);
    lead->as.styled.styling = DG_BOLD;
    dg_node_append(
        lead,
        dg_text_new(arena, dg_arena_printf(arena, "%s:", dg_word(DG_WORD_KEYWORDS, text->language)),
                    DG_NOWHERE));
    dg_node_append(block, lead);
    dg_node_append(block, dg_text_new(arena, dg_arena_printf(arena, " %s", words), DG_NOWHERE));
    dg_node_append(opening, block);
}

/* "Received 3 May 2026. Accepted 1 June 2026." */
static const char *
dates_of(DgArena *arena, const DgText *text)
{
    static const struct {
        const char *field;
        DgWord word;
    } known[] = {{"received", DG_WORD_RECEIVED}, {"accepted", DG_WORD_ACCEPTED}};
    const char *dates[2] = {0};
    for (size_t i = 0; i < 2; i++) {
        const char *date = dg_field(&text->meta, known[i].field);
        if (!date)
            continue;
        const char *words = dg_date_text(arena, date, NULL, text->language);
        dates[i] = dg_arena_printf(arena, "%s %s%s", dg_word(known[i].word, text->language), words,
                                   g_str_has_suffix(words, ".") ? "" : ".");
    }
    return joined(arena, dates, 2, " ");
}

static void
append_body(DgNode *opening, DgNode *body)
{
    if (body && !body->parent)
        dg_node_append(opening, body);
}

static DgNode *
make_side(DgArena *arena, const DgItem *item, const DgText *text)
{
    DgNode *opening = dg_node_new(arena, DG_BODY, DG_NOWHERE);
    opening->type = "opening";
    opening->lang = text->language;
    const char *udc = dg_field(&text->meta, "udc");
    if (udc)
        udc = dg_arena_printf(arena, "%s\u00A0%s", dg_word(DG_WORD_UDC, text->language), udc);
    append_paragraph(arena, opening, DG_ROLE_ITEM_UDC, udc, DG_NOWHERE);
    append_paragraph(arena, opening, DG_ROLE_ITEM_KIND, dg_field(&text->meta, "category"),
                     DG_NOWHERE);
    if (text->meta.title) {
        text->meta.title->role = DG_ROLE_ITEM_TITLE;
        append_body(opening, text->meta.title);
    }
    if (text->meta.subtitle) {
        text->meta.subtitle->role = DG_ROLE_ITEM_SUBTITLE;
        append_body(opening, text->meta.subtitle);
    }
    append_contributors(arena, opening, &text->meta);
    if (text->file)
        append_paragraph(arena, opening, DG_ROLE_ITEM_PLACE, place_and_date(arena, item, text),
                         DG_NOWHERE);
    append_link(arena, opening, &text->meta);
    append_abstracts(arena, opening, text);
    append_keywords(arena, opening, text);
    append_paragraph(arena, opening, DG_ROLE_ITEM_DATES, dates_of(arena, text), DG_NOWHERE);
    append_body(opening, text->meta.notes);
    for (size_t i = 0; i < text->meta.n_contributors; i++)
        append_body(opening, text->meta.contributors[i].bio);
    return opening->first ? opening : NULL;
}

/* Blocks of equal role stand level; a role that only one side has stands alone. Within a run of one role
 * (persons, paragraphs of the abstract) the first stands by the first. */
static void
pair_sides(DgArena *arena, DgItem *item, const char *const *languages)
{
    size_t n[DG_SIDES] = {0}, at[DG_SIDES] = {0};
    DgNode **blocks[DG_SIDES];
    for (int side = 0; side < DG_SIDES; side++)
        blocks[side] = dg_blocks(arena, item->opening[side], &n[side]);
    Pairing pairing = {
        .arena = arena, .type = "opening", .name = "opening", .languages = languages};
    while (at[DG_LEFT] < n[DG_LEFT] || at[DG_RIGHT] < n[DG_RIGHT]) {
        DgNode *left = at[DG_LEFT] < n[DG_LEFT] ? blocks[DG_LEFT][at[DG_LEFT]] : NULL;
        DgNode *right = at[DG_RIGHT] < n[DG_RIGHT] ? blocks[DG_RIGHT][at[DG_RIGHT]] : NULL;
        if (left && right && dg_node_role(left) != dg_node_role(right)) {
            if (dg_node_role(left) < dg_node_role(right))
                right = NULL;
            else
                left = NULL;
        }
        pairing_add(&pairing, left, right);
        at[DG_LEFT] += left != NULL;
        at[DG_RIGHT] += right != NULL;
    }
    item->opening_pairs = pairing.pairs;
    item->n_opening_pairs = pairing.n;
}

void
dg_openings_make(DgArena *arena, DgVolume *volume)
{
    for (size_t i = 0; i < volume->n_items; i++) {
        DgItem *item = volume->items[i];
        for (int side = 0; side < volume->n_languages; side++)
            item->opening[side] = make_side(arena, item, &item->text[side]);
        pair_sides(arena, item, volume->languages);
        for (size_t j = 0; j < item->n_opening_pairs; j++)
            for (int side = 0; side < DG_SIDES; side++)
                if (item->opening_pairs[j].n[side])
                    item->opening_pairs[j].blocks[side][0]->pair = &item->opening_pairs[j];
    }
}

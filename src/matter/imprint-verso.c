/* imprint-verso.c - the verso of the title: indexes, boards, record, annotations, rights, ISBN and copyright
 * (typography.md 5). It is in one language, but for the annotations and rights. */
#include "matter-internal.h"

#include <glib.h>
#include <string.h>

DgSide
imprint_side(const DgVolume *volume)
{
    for (int side = 0; side < volume->n_languages; side++)
        if (g_str_has_prefix(volume->languages[side], "ru"))
            return (DgSide)side;
    return DG_LEFT;
}

static DgNode *
block_new(Maker *maker, DgRole role)
{
    return dg_block_new(maker->arena, DG_PARAGRAPH, role, NULL, maker->volume->imprint.pos);
}

/* One line of a block of several. */
static void
append_line(Maker *maker, DgNode *block, const char *text)
{
    if (block->first)
        dg_node_append(block, dg_node_new(maker->arena, DG_BREAK, block->pos));
    dg_node_append(block, dg_text_new(maker->arena, text, block->pos));
}

/* "УДК 001(063)", "ББК 72я43", and the author mark below, under the first figure of the index. */
static DgNode *
indexes(Maker *maker, DgSide side)
{
    const DgImprint *imprint = &maker->volume->imprint;
    const char *language = maker->volume->languages[side];
    DgNode *block = block_new(maker, DG_ROLE_IMPRINT_INDEX);
    if (imprint->udc)
        append_line(maker, block,
                    dg_arena_printf(maker->arena, "%s\u00A0%s", dg_word(DG_WORD_UDC, language),
                                    imprint->udc));
    if (imprint->bbk)
        append_line(maker, block,
                    dg_arena_printf(maker->arena, "%s\u00A0%s", dg_word(DG_WORD_BBK, language),
                                    imprint->bbk));
    if (imprint->author_mark)
        append_line(maker, block,
                    dg_arena_printf(maker->arena, "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0%s",
                                    imprint->author_mark));
    return block->first ? block : NULL;
}

static DgNode *
board(Maker *maker, DgWord word, const DgMention *members, size_t n, DgSide side)
{
    DgNode *block = block_new(maker, DG_ROLE_IMPRINT_BOARD);
    g_autoptr(GString) names = g_string_new(NULL);
    for (size_t i = 0; i < n; i++) {
        const char *name = board_member(maker->arena, &members[i], side);
        if (name && !makes_the_book(&members[i], side))
            g_string_append_printf(names, "%s%s", names->len ? ", " : "", name);
    }
    if (!names->len)
        return NULL;
    const char *title =
        dg_arena_printf(maker->arena, "%s:", dg_word(word, maker->volume->languages[side]));
    append_styled(maker->arena, block, DG_BOLD, title);
    append_line(maker, block, dg_arena_strdup(maker->arena, names->str));
    return block;
}

static void
add_text(Maker *maker, Pairing *page, DgRole role, const char *text, DgSide side)
{
    pairing_add_full(page, paragraph_new(maker->arena, role, text, maker->volume->imprint.pos),
                     side);
}

static void
add_by_language(Maker *maker, Pairing *page, DgRole role, const char *const *texts)
{
    for (int side = 0; side < maker->volume->n_languages; side++)
        if (side == DG_LEFT || g_strcmp0(texts[side], texts[DG_LEFT]) != 0)
            add_text(maker, page, role, texts[side], (DgSide)side);
}

static void
add_foot(Maker *maker, Pairing *page, DgSide side)
{
    const DgImprint *imprint = &maker->volume->imprint;
    const char *isbn = imprint->isbn, *sign = imprint->copyright;
    if (isbn && !g_str_has_prefix(isbn, "ISBN"))
        isbn = dg_arena_printf(maker->arena, "ISBN\u00A0%s", isbn);
    add_text(maker, page, DG_ROLE_IMPRINT_ISBN, isbn, side);
    if (imprint->doi)
        add_text(maker, page, DG_ROLE_IMPRINT_ISBN,
                 dg_arena_printf(maker->arena, "DOI\u00A0%s", imprint->doi), side);
    if (sign && !strstr(sign, "©"))
        sign = dg_arena_printf(maker->arena, "©\u00A0%s", sign);
    add_text(maker, page, DG_ROLE_IMPRINT_COPYRIGHT, sign, side);
}

void
imprint_verso_make(Maker *maker)
{
    const DgImprint *imprint = &maker->volume->imprint;
    DgSide side = imprint_side(maker->volume);
    Pairing page = pairing_new(maker, "imprint", "imprint");
    if (!imprint->pos.file)
        return;
    pairing_add_full(&page, indexes(maker, side), side);
    pairing_add_full(
        &page, board(maker, DG_WORD_EDITORIAL_BOARD, imprint->editors, imprint->n_editors, side),
        side);
    pairing_add_full(
        &page, board(maker, DG_WORD_REVIEWERS, imprint->reviewers, imprint->n_reviewers, side),
        side);
    pairing_add_full(&page, imprint_record(maker, side), side);
    add_by_language(maker, &page, DG_ROLE_IMPRINT_ANNOTATION, imprint->annotation);
    add_by_language(maker, &page, DG_ROLE_IMPRINT, imprint->rights);
    add_by_language(maker, &page, DG_ROLE_IMPRINT, imprint->funding);
    add_text(maker, &page, DG_ROLE_IMPRINT, imprint->age_mark, side);
    add_foot(maker, &page, side);
    if (page.n)
        flow_add(maker, &page, "imprint", DG_START_VERSO)->bare = true;
}

/* table-turned.c - a table turned by 90 degrees, to be read from the right: each page is one strip, as tall as the
 * text block, whose lines and rules are counted as if it lay upright. */
#include "table-internal.h"

#include <glib.h>

/* Of a letter of a note, per mille of the type size: to guess how tall the notes below will be. */
enum { LETTER = 520, LEAST_SHARE = 2 };

typedef struct {
    DgTable *table;
    DgLen measure, depth; /* along the page's height; across it */
    DgStrip **pages;
    size_t n_pages;
    DgLen y;           /* on the last page */
    size_t most_notes; /* that may be marked on a page */
} Turner;

static DgStrip *
add_page(Turner *turner)
{
    DgStrip *page = DG_NEW(turner->table->arena, DgStrip);
    page->height = turner->measure;
    page->turned = true;
    DG_APPEND(turner->table->arena, turner->pages, turner->n_pages, page);
    turner->y = 0;
    return page;
}

static DgStrip *
last_page(const Turner *turner)
{
    return turner->pages[turner->n_pages - 1];
}

static void
add_text(Turner *turner, DgPiece *piece)
{
    DgTable *table = turner->table;
    piece->lines = dg_lines_break(table->arena, table->diags, piece->par, turner->measure);
    const DgBroken *broken = &piece->lines->variants[piece->lines->best];
    DgLen leading = piece->style->font.leading;
    for (int i = 0; i < broken->n_lines; i++) {
        const DgLine *line = &broken->lines[i];
        DgStrip *page = turner->y + leading > turner->depth && turner->y > 0 ? add_page(turner)
                                                                             : last_page(turner);
        DgStripLine placed = {
            .lines = piece->lines, .line = line, .y = turner->y, .height = leading};
        DG_APPEND(table->arena, page->lines, page->n_lines, placed);
        for (size_t j = 0; j < line->n_notes; j++)
            DG_APPEND(table->arena, page->notes, page->n_notes,
                      piece->par->notes[line->first_note + j]);
        turner->y += leading;
    }
    turner->y += piece->style->space_after;
}

/* The first strip has the head of the table; a page that begins with another one has it again. */
static void
add_strip(Turner *turner, const DgStrip *strip, bool first)
{
    DgArena *arena = turner->table->arena;
    size_t notes = last_page(turner)->n_notes + strip->n_notes;
    bool over = turner->y + strip->height > turner->depth;
    if (first && over && turner->y > 0) {
        add_page(turner); /* below a long caption */
    } else if (!first && (over || notes > turner->most_notes)) {
        static const DgStrip none;
        DgStrip *page = add_page(turner),
                *head = dg_strip_copy(arena, strip->head ? strip->head : &none, 0);
        for (size_t i = 0; i < head->n_lines; i++)
            head->lines[i].again = true;
        head->n_notes = 0;
        dg_strip_append(arena, page, head, 0);
        turner->y = head->height;
    }
    dg_strip_append(arena, last_page(turner), strip, turner->y);
    turner->y += strip->height;
}

static void
lay_out(Turner *turner)
{
    DgTable *table = turner->table;
    const DgFrame *frame = table->frame;
    turner->n_pages = 0;
    add_page(turner);
    for (size_t i = 0; i < frame->n_above; i++)
        add_text(turner, &frame->pieces[i]);
    DgLen room = turner->depth - turner->y, least = turner->depth / LEAST_SHARE;
    dg_table_set(table, turner->measure, MAX(room, least) / 2); /* the head stands in the first */
    DgStrip **strips = table->strips;
    size_t n = table->n_strips;
    for (size_t i = 0; i < n; i++)
        add_strip(turner, strips[i], i == 0);
    turner->y += frame->n_pieces > frame->n_above ? table->leading / LEAST_SHARE : 0;
    for (size_t i = frame->n_above; i < frame->n_pieces; i++)
        add_text(turner, &frame->pieces[i]);
}

/* What the notes marked in it will take, about, when all stand on one page. */
static DgLen
guess_notes(const Turner *turner)
{
    const DgTable *table = turner->table;
    const DgFontStyle *font = &dg_style_block(table->style, DG_ROLE_NOTE, table->language)->font;
    DgArena *scratch = dg_arena_new();
    DgLen height = 0;
    for (size_t i = 0; i < turner->n_pages; i++)
        for (size_t j = 0; j < turner->pages[i]->n_notes; j++) {
            const char *text = dg_node_text(scratch, turner->pages[i]->notes[j]);
            DgLen width = dg_len_scale((DgLen)g_utf8_strlen(text, -1) * font->size, LETTER, 1000);
            height += (width / turner->depth + 1) * font->leading;
        }
    dg_arena_free(scratch);
    return height ? height + table->frame->note_space : 0;
}

/* Of how many notes at least a line has room below the table. */
static size_t
first_lines_below(const Turner *turner)
{
    const DgTable *table = turner->table;
    const DgBlockStyle *style = dg_style_block(table->style, DG_ROLE_NOTE, table->language);
    DgLen room = table->frame->height - turner->measure - table->frame->note_space,
          line = style->font.leading + style->space_before;
    return room > line ? (size_t)(room / line) : 1;
}

void
dg_table_turn(DgTable *table, DgLen depth)
{
    Turner turner = {
        .table = table, .measure = table->frame->height, .depth = depth, .most_notes = SIZE_MAX};
    lay_out(&turner);
    DgLen notes = guess_notes(&turner);
    if (notes > 0) {
        DgLen least = table->frame->height / LEAST_SHARE;
        turner.measure = MAX(table->frame->height - notes, least);
        turner.most_notes = first_lines_below(&turner);
        lay_out(&turner);
    }
    table->strips = turner.pages;
    table->n_strips = turner.n_pages;
}

/* ---- on the page ---- */

/* A rectangle that lies at (x, y) of the upright table stands so on the page. */
static void
turn_mark(DgMark *mark, DgLen x, DgLen y, DgLen measure)
{
    bool glyphs = mark->kind == DG_MARK_GLYPHS;
    DgLen u = mark->x, width = mark->width;
    mark->x = x + mark->y;
    mark->y = y + measure - u - (glyphs ? 0 : width);
    mark->upwards = glyphs;
    if (glyphs)
        return;
    mark->width = mark->height;
    mark->height = width;
}

void
dg_turn_marks(DgPage *page, const DgPageCounts *start, DgLen x, DgLen y, DgLen measure)
{
    for (size_t i = start->marks; i < page->n_marks; i++)
        turn_mark(&page->marks[i], x, y, measure);
    for (size_t i = start->links; i < page->n_links; i++) {
        DgPageLink *link = &page->links[i];
        DgPageLink old = *link;
        link->x = x + old.y;
        link->y = y + measure - old.x - old.width;
        link->width = old.height;
        link->height = old.width;
    }
    for (size_t i = start->lines; i < page->n_lines; i++) {
        DgSetLine *line = &page->lines[i];
        DgLen u = line->x;
        line->x = x + line->y;
        line->y = y + measure - u;
    }
}

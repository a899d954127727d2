/* proof.c - pages for proofreaders: margins wide enough to write in, numbers of lines and pairs, the place of each
 * text in its source, and a stamp that tells one state of the texts from another.
 * The pages themselves are those of the other editions, moved to the right. */
#include "canvas-internal.h"

#include <glib.h>
#include <string.h>

enum {
    MARGIN = 34,     /* mm beside the page, left and right */
    NUMBERED = 5,    /* every fifth line has its number */
    DISTANCE = 6,    /* pt between text and line numbers */
    EDGE = 4,        /* mm between notes and the edge of the paper */
    GRAY = 0x666666, /* of what is no part of the page */
};

typedef struct {
    DgShaper *shaper;
    const DgPages *pages;
    DgProof proof;
    DgFontStyle font;
    DgCanvas canvas;
    GHashTable *told; /* blocks whose place stands on a page */
    const char *stamp;
} Prover;

static const DgRun *
run_of(Prover *prover, const char *text)
{
    return dg_run_make(prover->shaper, prover->canvas.arena, text, &prover->font, NULL, NULL);
}

/* ---- the page, moved ---- */

static DgPage *
moved(DgArena *arena, const DgPage *page)
{
    DgPage *copy = dg_arena_copy(arena, page, sizeof *page);
    if (page->n_marks)
        copy->marks = dg_arena_copy(arena, page->marks, page->n_marks * sizeof *page->marks);
    if (page->n_links)
        copy->links = dg_arena_copy(arena, page->links, page->n_links * sizeof *page->links);
    if (page->n_destinations)
        copy->destinations = dg_arena_copy(arena, page->destinations,
                                           page->n_destinations * sizeof *page->destinations);
    for (size_t i = 0; i < page->n_marks; i++)
        copy->marks[i].x += DG_MM(MARGIN);
    for (size_t i = 0; i < page->n_links; i++)
        copy->links[i].x += DG_MM(MARGIN);
    for (size_t i = 0; i < page->n_destinations; i++)
        copy->destinations[i].x += DG_MM(MARGIN);
    /* Lists grow by doubling: what is added must not be written over what is shared. */
    DgMark *marks = NULL;
    DgPageLink *links = NULL;
    size_t n = 0;
    for (size_t i = 0; i < page->n_marks; i++)
        DG_APPEND(arena, marks, n, copy->marks[i]);
    for (size_t i = n = 0; i < page->n_links; i++)
        DG_APPEND(arena, links, n, copy->links[i]);
    copy->marks = marks;
    copy->links = links;
    return copy;
}

/* ---- beside the text ---- */

static bool
is_right(const Prover *prover, const DgSetLine *line)
{
    return line->x > prover->pages->width / 2;
}

/* How far the text reaches on that side of the page, as it was set. */
static DgLen
text_edge(const Prover *prover, const DgPage *page, bool right)
{
    DgLen edge = right ? 0 : prover->pages->width;
    for (size_t i = 0; i < page->n_lines; i++) {
        const DgSetLine *line = &page->lines[i];
        if (right && line->x + line->width > edge)
            edge = line->x + line->width;
        if (!right && line->x < edge)
            edge = line->x;
    }
    return edge;
}

static void
place_line_numbers(Prover *prover, const DgPage *page)
{
    int counts[2] = {0};
    for (size_t i = 0; i < page->n_lines; i++) {
        bool right = is_right(prover, &page->lines[i]);
        if (++counts[right] % NUMBERED)
            continue;
        const DgRun *run =
            run_of(prover, dg_arena_printf(prover->canvas.arena, "%d", counts[right]));
        DgLen edge = DG_MM(MARGIN) + text_edge(prover, page, right);
        dg_canvas_run(&prover->canvas, run,
                      right ? edge + DG_PT(DISTANCE) : edge - DG_PT(DISTANCE) - run->width,
                      page->lines[i].y);
    }
}

/* Its number within the item, from 1; 0: in none of its pairs. */
static size_t
pair_number(const DgItem *item, const DgPair *pair)
{
    return item && pair >= item->pairs && pair < item->pairs + item->n_pairs
               ? (size_t)(pair - item->pairs) + 1
               : 0;
}

static void
place_source(Prover *prover, const DgNode *block, size_t number, DgLen y, bool right)
{
    DgArena *arena = prover->canvas.arena;
    DgPage *page = prover->canvas.page;
    g_autofree char *name = g_path_get_basename(block->pos.file);
    const DgRun *run =
        run_of(prover, dg_arena_printf(arena, "%zu   %s:%d", number, name, block->pos.line));
    DgLen x =
        right ? prover->pages->width + 2 * DG_MM(MARGIN) - DG_MM(EDGE) - run->width : DG_MM(EDGE);
    dg_canvas_run(&prover->canvas, run, x, y);
    DgPageLink link = {.x = x,
                       .y = y - prover->font.size,
                       .width = run->width,
                       .height = prover->font.leading,
                       .uri =
                           dg_arena_printf(arena, "%s%s", prover->proof.sources, block->pos.file)};
    DG_APPEND(arena, page->links, page->n_links, link);
}

/* At the first line of each block of a pair; notes and cells are told with their block. */
static void
place_sources(Prover *prover, const DgPage *page)
{
    const DgItem *item = page->flow ? page->flow->item : NULL;
    for (size_t i = 0; i < page->n_lines; i++) {
        const DgSetLine *line = &page->lines[i];
        const DgNode *node = line->n_marks ? page->marks[line->first_mark].node : NULL;
        const DgNode *block = node ? dg_node_block(node) : NULL;
        size_t number = block && block->pair ? pair_number(item, block->pair) : 0;
        if (number && block->pos.file && g_hash_table_add(prover->told, (gpointer)block))
            place_source(prover, block, number, line->y, is_right(prover, line));
    }
}

/* ---- the stamp ---- */

/* Eight digits that change with any word of any text. */
static char *
fingerprint(DgArena *arena, const DgVolume *volume)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (size_t i = 0; i < volume->n_items; i++)
        for (int side = 0; side < DG_SIDES; side++) {
            DgArena *scratch = dg_arena_new();
            const DgNode *body = volume->items[i]->text[side].body;
            const char *text = body ? dg_node_text(scratch, body) : "";
            g_checksum_update(sum, (const guchar *)text, (gssize)strlen(text) + 1);
            dg_arena_free(scratch);
        }
    return dg_arena_strndup(arena, g_checksum_get_string(sum), 8);
}

static DgPage *
prove_page(Prover *prover, DgArena *arena, const DgPage *page)
{
    prover->canvas = (DgCanvas){.arena = arena, .page = moved(arena, page)};
    place_line_numbers(prover, page);
    place_sources(prover, page);
    const DgRun *run = run_of(prover, prover->stamp);
    dg_canvas_run(&prover->canvas, run, DG_MM(EDGE), prover->pages->height - DG_MM(EDGE));
    return prover->canvas.page;
}

DgPages *
dg_proof_make(DgArena *arena, DgShaper *shaper, const DgPages *pages, const DgVolume *volume,
              const DgStyle *style, DgProof proof)
{
    Prover prover = {.shaper = shaper, .pages = pages, .proof = proof};
    DgPages *proofs = dg_arena_copy(arena, pages, sizeof *pages);
    prover.font = dg_style_block(style, DG_ROLE_FOLIO, volume->languages[DG_LEFT])->font;
    prover.font.size = DG_PT(6);
    prover.font.leading = DG_PT(8);
    prover.font.color = GRAY;
    prover.told = g_hash_table_new(NULL, NULL);
    prover.stamp = dg_arena_printf(arena, "%s · %.10s · %s", volume->id, proof.date,
                                   fingerprint(arena, volume));
    proofs->width = pages->width + 2 * DG_MM(MARGIN);
    proofs->pages = DG_NEW_ARRAY(arena, DgPage, pages->n_pages);
    for (size_t i = 0; i < pages->n_pages; i++)
        proofs->pages[i] = *prove_page(&prover, arena, &pages->pages[i]);
    g_hash_table_destroy(prover.told);
    return proofs;
}

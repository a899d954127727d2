/* cover.c - the cover as one sheet: back, spine, front, seen from outside. In the type of the title pages.
 * The spine is as thick as the leaves of the book together: half its pages, each of the thickness that the style
 * gives, or of the imprint's paper at the usual bulk of offset paper. */
#include "cover-internal.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

enum {
    GRAMS = 80,           /* of a square metre, where the imprint names no paper */
    BULK_MICRONS = 1250,  /* per mille: 80 g make 100 micrometres */
    THINNEST_SPINE = 6,   /* mm that bear words */
    BARCODE_DISTANCE = 8, /* mm from the trim and the spine */
    TITLE_SHARE = 28      /* per cent of the height above the title */
};

typedef struct {
    DgComposer composer;
    const DgVolume *volume;
    DgLen spine;
} Cover;

/* ---- the spine ---- */

/* "Офсетная, 80 г/м2" or "offset 90 g/m²": the number before the unit. */
static int
grams_of(const char *paper)
{
    static const char *const units[] = {"г/м", "g/m", "gsm", "г.", "г "};
    for (size_t i = 0; paper && i < G_N_ELEMENTS(units); i++) {
        const char *unit = strstr(paper, units[i]), *digits = unit;
        while (digits && digits > paper && (g_ascii_isdigit(digits[-1]) || digits[-1] == ' '))
            digits--;
        int grams = digits ? atoi(digits) : 0;
        if (grams >= 20 && grams <= 400)
            return grams;
    }
    return GRAMS;
}

static DgLen
leaf_thickness(const DgVolume *volume, const DgPageStyle *page)
{
    if (page->leaf > 0)
        return page->leaf;
    return dg_len_scale(DG_MM(1), (int64_t)grams_of(volume->imprint.paper) * BULK_MICRONS,
                        1000 * 1000);
}

static char *
shown_mm(DgArena *arena, DgLen length)
{
    int64_t microns = dg_len_scale(length, 1000, DG_MM(1));
    return dg_arena_printf(arena, "%d.%02d", (int)(microns / 1000), (int)(microns % 1000 / 10));
}

static DgLen
spine_width(DgArena *arena, DgDiags *diags, const DgVolume *volume, const DgPageStyle *page,
            size_t n_pages)
{
    size_t leaves = (n_pages + 1) / 2;
    DgLen leaf = leaf_thickness(volume, page), width = dg_len_scale(leaf, (int64_t)leaves, 1);
    dg_diag(diags, DG_PRINT_SPINE, DG_NOWHERE, shown_mm(arena, width),
            dg_arena_printf(arena, "%zu", leaves), shown_mm(arena, leaf), NULL);
    return width;
}

/* Read from the foot upwards, as Russian books are; the middle of the capitals stands in the middle of the spine. */
static void
place_spine(Cover *cover)
{
    const DgPageStyle *page = dg_style_page(cover->composer.style);
    const char *title = cover->volume->title[DG_LEFT];
    if (cover->spine < DG_MM(THINNEST_SPINE) || !title)
        return;
    const char *language = cover->volume->languages[DG_LEFT];
    DgFontStyle font = dg_style_block(cover->composer.style, DG_ROLE_VOLUME_TITLE, language)->font;
    DgLen room = page->height - 2 * DG_MM(15);
    font.size = MIN(font.size, cover->spine / 2);
    const DgRun *run = dg_run_make(cover->composer.shaper, cover->composer.canvas.arena, title,
                                   &font, language, NULL);
    if (run->width > room) {
        font.size = dg_len_scale(font.size, room, run->width);
        run = dg_run_make(cover->composer.shaper, cover->composer.canvas.arena, title, &font,
                          language, NULL);
    }
    if (font.size < DG_PT(5) || !run->n_glyphs)
        return;
    DgLen capital = dg_len_scale(font.size, 700, 1000);
    dg_canvas_run(&cover->composer.canvas, run, page->width + (cover->spine + capital) / 2,
                  (page->height + run->width) / 2);
    cover->composer.canvas.page->marks[cover->composer.canvas.page->n_marks - 1].upwards = true;
}

/* ---- blocks of text ---- */

typedef struct {
    DgRole role;
    DgSide side;
    const char *text; /* NULL: left out */
    bool apart;       /* from what stands above, by a line */
} Words;

/* The y behind the last of them. With `measuring` nothing is drawn. */
static DgLen
place_blocks(Cover *cover, const Words *words, size_t n, DgLen x, DgLen y, DgLen measure,
             bool measuring)
{
    for (size_t i = 0; i < n; i++) {
        const char *language = cover->volume->languages[words[i].side];
        if (words[i].apart && words[i].text)
            y += dg_style_block(cover->composer.style, words[i].role, language)->font.leading;
        DgWords text = {words[i].role, language, words[i].text, 0};
        y += dg_words_place(&cover->composer, text, x, y, measure, measuring).height;
    }
    return y;
}

/* Publisher and year on one line. */
static const char *
publisher_line(Cover *cover, DgSide side)
{
    const DgImprint *imprint = &cover->volume->imprint;
    const char *name =
        imprint->publisher_by[side] ? imprint->publisher_by[side] : imprint->publisher;
    if (!name || !imprint->year)
        return name ? name : imprint->year;
    return dg_arena_printf(cover->composer.canvas.arena, "%s, %s", name, imprint->year);
}

/* What else the title page says first. */
static const char *
second_title(const DgVolume *volume, DgSide side)
{
    return volume->subtitle[side] ? volume->subtitle[side] : volume->event.name[side];
}

static void
place_front(Cover *cover)
{
    const DgPageStyle *page = dg_style_page(cover->composer.style);
    const DgVolume *volume = cover->volume;
    DgLen x = page->width + cover->spine + page->inner, measure = page->width - 2 * page->inner;
    const Words title[] = {
        {DG_ROLE_VOLUME_TITLE, DG_LEFT, volume->title[DG_LEFT], false},
        {DG_ROLE_VOLUME_EVENT, DG_LEFT, second_title(volume, DG_LEFT), false},
        {DG_ROLE_VOLUME_SUBTITLE, DG_RIGHT, volume->title[DG_RIGHT], true},
        {DG_ROLE_VOLUME_EVENT, DG_RIGHT, second_title(volume, DG_RIGHT), false},
    };
    const Words foot[] = {
        {DG_ROLE_VOLUME_PUBLISHER, DG_LEFT, publisher_line(cover, DG_LEFT), false},
        {DG_ROLE_VOLUME_PUBLISHER, DG_RIGHT,
         volume->imprint.publisher_by[DG_RIGHT] ? publisher_line(cover, DG_RIGHT) : NULL, false},
    };
    DgLen height = place_blocks(cover, foot, G_N_ELEMENTS(foot), x, 0, measure, true);
    place_blocks(cover, title, G_N_ELEMENTS(title), x, page->height * TITLE_SHARE / 100, measure,
                 false);
    place_blocks(cover, foot, G_N_ELEMENTS(foot), x, page->height - page->bottom - height, measure,
                 false);
}

/* Both annotations, or the first alone, or none: what fits above the barcode. */
static void
place_annotations(Cover *cover, DgLen bottom)
{
    const DgPageStyle *page = dg_style_page(cover->composer.style);
    const DgImprint *imprint = &cover->volume->imprint;
    const Words words[] = {
        {DG_ROLE_IMPRINT, DG_LEFT, imprint->annotation[DG_LEFT], false},
        {DG_ROLE_IMPRINT, DG_RIGHT, imprint->annotation[DG_RIGHT], false},
    };
    DgLen measure = page->width - 2 * page->inner;
    size_t n = G_N_ELEMENTS(words);
    while (n > 0 && place_blocks(cover, words, n, page->inner, page->top, measure, true) > bottom)
        n--;
    place_blocks(cover, words, n, page->inner, page->top, measure, false);
}

static void
place_back(Cover *cover)
{
    const DgPageStyle *page = dg_style_page(cover->composer.style);
    const DgImprint *imprint = &cover->volume->imprint;
    DgLen top = page->height - DG_MM(BARCODE_DISTANCE) - dg_barcode_height();
    char digits[14];
    place_annotations(cover, top);
    if (!imprint->isbn || !*imprint->isbn)
        return;
    if (!dg_isbn_digits(imprint->isbn, digits)) {
        dg_diag(cover->composer.diags, DG_PRINT_BARCODE, imprint->pos, imprint->isbn, NULL);
        return;
    }
    const char *language = cover->volume->languages[DG_LEFT];
    dg_barcode_place(&cover->composer.canvas, cover->composer.shaper,
                     &dg_style_block(cover->composer.style, DG_ROLE_FOLIO, language)->font,
                     imprint->isbn, digits,
                     page->width - DG_MM(BARCODE_DISTANCE) - dg_barcode_width(), top);
}

DgPages *
dg_cover_make(DgArena *arena, DgDiags *diags, DgShaper *shaper, const DgVolume *volume,
              const DgStyle *style, size_t n_pages)
{
    const DgPageStyle *page = dg_style_page(style);
    DgPages *pages = DG_NEW(arena, DgPages);
    Cover cover = {.composer = {shaper, diags, style, {0}}, .volume = volume};
    cover.spine = spine_width(arena, diags, volume, page, n_pages);
    *pages = (DgPages){.width = 2 * page->width + cover.spine,
                       .height = page->height,
                       .bleed = page->bleed,
                       .pages = DG_NEW(arena, DgPage),
                       .n_pages = 1};
    cover.composer.canvas = (DgCanvas){.arena = arena, .page = pages->pages};
    place_back(&cover);
    place_spine(&cover);
    place_front(&cover);
    return pages;
}

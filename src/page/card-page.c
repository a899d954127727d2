/* card-page.c - the picture that messengers show beside a link: both languages level, as the volume has them. The type
 * shrinks until the titles have room; what has none even then is cut short. */
#include "cover-internal.h"

#include <glib.h>
#include <string.h>

/* Open Graph's pictures are 1.91 times as wide as high; at 144 dpi this makes 1200 × 630 pixels. */
#define CARD_WIDTH DG_PT(600)
#define CARD_HEIGHT DG_PT(315)
#define LOGO_WIDTH DG_PT(100)
#define LOGO_HEIGHT DG_PT(40)

enum { SMALL = 48, SMALLEST = 40, STEP = 4 }; /* per cent of the size of titles */

typedef struct {
    DgSide side;
    DgLen x, measure;
} Column;

typedef struct {
    DgComposer composer;
    const DgVolume *volume;
    const DgCard *says;
    const DgBlockStyle *style; /* of the card as a whole */
    const DgImage *logo;
    Column columns[DG_SIDES];
    int n_columns;
} Card;

static const char *
language_of(const Card *card, const Column *column)
{
    return card->volume->languages[column->side];
}

static DgLen
padding(const Card *card)
{
    return card->style->padding > 0 ? card->style->padding : DG_PT(30);
}

/* Side by side where both have a title; else one over the whole width. */
static void
choose_columns(Card *card)
{
    DgLen x = padding(card), room = CARD_WIDTH - 2 * x, gap = x;
    const char *const *title = card->says->title;
    if (!title[DG_LEFT] || !title[DG_RIGHT]) {
        card->columns[0] = (Column){title[DG_LEFT] ? DG_LEFT : DG_RIGHT, x, room};
        card->n_columns = 1;
        return;
    }
    DgLen measure = (room - gap) / 2;
    card->columns[DG_LEFT] = (Column){DG_LEFT, x, measure};
    card->columns[DG_RIGHT] = (Column){DG_RIGHT, x + measure + gap, measure};
    card->n_columns = 2;
}

/* ---- texts that may be too long ---- */

static bool
has_room(Card *card, const Column *column, DgWords words, DgLen height)
{
    DgWordsPlaced placed =
        dg_words_place(&card->composer, words, column->x, 0, column->measure, true);
    return placed.height <= height && !placed.forced;
}

/* The first `length` characters up to a space near their end, and an ellipsis. */
static const char *
start_of(DgArena *arena, const char *text, glong length)
{
    enum { NEAR = 24 };
    g_autofree char *start = g_utf8_substring(text, 0, length);
    char *space = strrchr(start, ' ');
    if (space && strlen(space) <= NEAR)
        *space = '\0';
    return dg_arena_printf(arena, "%s…", start);
}

/* As much of the text as has room. */
static const char *
cut(Card *card, const Column *column, DgWords words, DgLen height)
{
    if (!words.text || has_room(card, column, words, height))
        return words.text;
    const char *text = words.text;
    glong fits = 0, too_long = MIN(g_utf8_strlen(text, -1), 1000);
    while (too_long - fits > 1) {
        glong middle = fits + (too_long - fits) / 2;
        words.text = start_of(card->composer.canvas.arena, text, middle);
        if (has_room(card, column, words, height))
            fits = middle;
        else
            too_long = middle;
    }
    return fits ? start_of(card->composer.canvas.arena, text, fits) : NULL;
}

/* ---- rows: a text of each side, level as pairs are ---- */

typedef struct {
    DgRole role;
    const char *const *texts;
    int size, most; /* per cent of the style's size; lines at most, 0: any number */
} Row;

/* What the row has in a column, cut to its lines. */
static DgWords
row_words(Card *card, const Row *row, const Column *column)
{
    DgWords words = {row->role, language_of(card, column), row->texts[column->side], row->size};
    const DgBlockStyle *style = dg_style_block(card->composer.style, row->role, words.language);
    if (row->most)
        words.text = cut(card, column, words, row->most * style->font.leading + style->space_after);
    return words;
}

static DgWordsPlaced
measure_row(Card *card, const Row *row)
{
    DgWordsPlaced higher = {0, false};
    for (int i = 0; i < card->n_columns; i++) {
        const Column *column = &card->columns[i];
        DgWordsPlaced placed = dg_words_place(&card->composer, row_words(card, row, column),
                                              column->x, 0, column->measure, true);
        higher.height = MAX(higher.height, placed.height);
        higher.forced = higher.forced || placed.forced;
    }
    return higher;
}

static DgLen
place_row(Card *card, const Row *row, DgLen y)
{
    for (int i = 0; i < card->n_columns; i++) {
        const Column *column = &card->columns[i];
        dg_words_place(&card->composer, row_words(card, row, column), column->x, y, column->measure,
                       false);
    }
    return y + measure_row(card, row).height;
}

/* ---- the foot ---- */

/* In the lower right corner; what stands in the foot beside it gets narrower. The width that it takes. */
static DgLen
place_logo(Card *card)
{
    const DgImage *logo = card->logo;
    if (!logo || logo->natural_width <= 0 || logo->natural_height <= 0)
        return 0;
    DgLen width = LOGO_WIDTH,
          height = dg_len_scale(width, logo->natural_height, logo->natural_width);
    if (height > LOGO_HEIGHT) {
        height = LOGO_HEIGHT;
        width = dg_len_scale(height, logo->natural_width, logo->natural_height);
    }
    dg_canvas_image(&card->composer.canvas, NULL, logo, CARD_WIDTH - padding(card) - width,
                    CARD_HEIGHT - padding(card) - height, width, height);
    return width + padding(card) / 2;
}

/* Place and publisher end at the lower edge; where the place begins. */
static DgLen
place_foot(Card *card)
{
    Row place = {DG_ROLE_CARD_PLACE, card->says->place, 0, 3},
        publisher = {DG_ROLE_CARD_PUBLISHER, card->says->publisher, 0, 1};
    Column *last = &card->columns[card->n_columns - 1];
    DgLen whole = last->measure;
    last->measure -= place_logo(card);
    DgLen top = CARD_HEIGHT - padding(card) - measure_row(card, &place).height -
                measure_row(card, &publisher).height;
    place_row(card, &publisher, place_row(card, &place, top));
    last->measure = whole;
    return top;
}

/* ---- titles ---- */

/* In the largest size that has room, the same for both languages; what stands below goes before the title gets
 * small. */
static void
place_titles(Card *card, DgLen y, DgLen room)
{
    Row below = {DG_ROLE_CARD_BELOW, card->says->below, 0, 3};
    DgLen rest = measure_row(card, &below).height;
    for (int with_below = 1; with_below >= 0; with_below--)
        for (int size = 100; size >= (with_below ? SMALL : SMALLEST); size -= STEP) {
            Row title = {DG_ROLE_CARD_TITLE, card->says->title, size, 0};
            DgWordsPlaced placed = measure_row(card, &title);
            if (placed.forced || placed.height + with_below * rest > room)
                continue;
            DgLen end = place_row(card, &title, y);
            if (with_below)
                place_row(card, &below, end);
            return;
        }
    for (int i = 0; i < card->n_columns; i++) {
        const Column *column = &card->columns[i];
        DgWords words = {DG_ROLE_CARD_TITLE, language_of(card, column),
                         card->says->title[column->side], SMALLEST};
        words.text = cut(card, column, words, room);
        dg_words_place(&card->composer, words, column->x, y, column->measure, false);
    }
}

/* ---- the card ---- */

static void
place_ground(Card *card)
{
    DgCanvas *canvas = &card->composer.canvas;
    const DgBlockStyle *style = card->style;
    if (style->background != 0xFFFFFFFF)
        dg_canvas_fill(canvas, 0, 0, CARD_WIDTH, CARD_HEIGHT, style->background);
    uint32_t color = style->border_color != 0xFFFFFFFF ? style->border_color : style->font.color;
    dg_canvas_rule(canvas, 0, 0, CARD_WIDTH, style->border_top, color);
}

/* Between the columns. */
static void
place_rule(Card *card, DgLen top, DgLen bottom)
{
    DgLen width = card->style->border_left;
    if (card->n_columns > 1)
        dg_canvas_rule(&card->composer.canvas, (CARD_WIDTH - width) / 2, top, width, bottom - top,
                       card->style->font.color);
}

static void
place_all(Card *card)
{
    DgLen top = card->style->border_top + padding(card);
    place_ground(card);
    choose_columns(card);
    Row event = {DG_ROLE_CARD_EVENT, card->says->event, 0, 2};
    DgLen head = place_row(card, &event, top), foot = place_foot(card);
    place_rule(card, top, CARD_HEIGHT - padding(card));
    place_titles(card, head, foot - head);
}

DgPages *
dg_card_set(DgArena *arena, DgShaper *shaper, const DgVolume *volume, const DgStyle *style,
            const DgCard *card, const DgImage *logo)
{
    DgPages *pages = DG_NEW(arena, DgPages);
    *pages = (DgPages){
        .width = CARD_WIDTH, .height = CARD_HEIGHT, .pages = DG_NEW(arena, DgPage), .n_pages = 1};
    /* what is too wide is tried in another size, so nobody needs to know of it */
    Card made = {.composer = {shaper, dg_diags_new(arena), style, {0}},
                 .volume = volume,
                 .says = card,
                 .style = dg_style_block(style, DG_ROLE_CARD, volume->languages[DG_LEFT]),
                 .logo = logo};
    made.composer.canvas = (DgCanvas){.arena = arena, .page = pages->pages};
    place_all(&made);
    return pages;
}

/* picture.c - pictures in the column: never larger than their resolution bears, never lost. */
#include "rows-internal.h"

#include <glib.h>
#include <string.h>

/* Pixels per inch below which print shows the pixels. */
enum { LEAST_RESOLUTION = 150, POINTS_PER_INCH = 72, EXIF_TURNED = 5 };

/* Drawings of so much of the measure, per cent, are brought to it. */
enum { NEARLY_FULL = 80 };

/* The box of a missing picture. */
#define FRAME_RULE DG_PT(0.4)
#define FRAME_PADDING DG_PT(6)
enum { FRAME_COLOR = 0x999999, COLUMN_SHARE = 3 };

struct DgPicture {
    DgArena *arena;
    DgDiags *diags;
    const DgNode *graphic;
    const DgImage *image; /* NULL: missing */
    const DgPar *name;    /* of a missing one; NULL: nothing is known of it */
    const DgBlockStyle *style;
    DgLines *lines;
    DgLen width, height;
};

/* What tells the reader, or the editor, which picture should be here. */
static const char *
known_name(const DgNode *graphic)
{
    if (graphic->alt && *graphic->alt)
        return graphic->alt;
    if (graphic->href && *graphic->href)
        return graphic->href;
    const DgNode *block = dg_node_block(graphic);
    return block && block->label ? block->label : "";
}

/* The name is no text of the volume: its paragraph belongs to no tree. */
static const DgPar *
shape_name(DgArena *arena, DgShaper *shaper, const DgBlockStyle *style, const DgNode *graphic,
           const char *language)
{
    const char *name = known_name(graphic);
    if (!*name)
        return NULL;
    DgNode *block = dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_CAPTION, name, graphic->pos);
    return dg_par_make(shaper, block, style, language, NULL, NULL);
}

DgPicture *
dg_picture_make(DgArena *arena, DgDiags *diags, DgShaper *shaper, DgImages *images,
                const DgStyle *style, const DgNode *graphic, const char *language)
{
    DgPicture *picture = DG_NEW(arena, DgPicture);
    picture->arena = arena;
    picture->diags = diags;
    picture->graphic = graphic;
    bool named = graphic->href && *graphic->href && !graphic->as.graphic.missing;
    if (named && images)
        picture->image = dg_image_load(images, diags, graphic->href, graphic->pos);
    if (picture->image &&
        (picture->image->natural_width <= 0 || picture->image->natural_height <= 0))
        picture->image = NULL;
    if (picture->image)
        return picture;
    picture->style = dg_style_block(style, DG_ROLE_CAPTION, language);
    picture->name = shape_name(arena, shaper, picture->style, graphic, language);
    return picture;
}

/* The width that the picture would like to have. */
static DgLen
wanted_width(const DgImage *image, DgLen measure)
{
    if (image->format == DG_IMAGE_SVG)
        return image->natural_width * 100 >= measure * NEARLY_FULL ? measure : image->natural_width;
    int pixels = image->orientation >= EXIF_TURNED ? image->height : image->width;
    DgLen sharp = dg_len_scale(pixels, POINTS_PER_INCH * DG_LEN_UNIT, LEAST_RESOLUTION);
    return MIN(image->natural_width, sharp);
}

void
dg_picture_size(const DgImage *image, DgLen measure, DgLen most, DgLen *width, DgLen *height)
{
    DgLen natural_width = image->natural_width, natural_height = image->natural_height;
    *width = MAX(MIN(wanted_width(image, measure), measure), 1);
    *height = MAX(dg_len_scale(*width, natural_height, natural_width), 1);
    if (most > 0 && *height > most) {
        *height = most;
        *width = MAX(dg_len_scale(most, natural_width, natural_height), 1);
    }
}

bool
dg_picture_lend(const void *setting, const DgNode *graphic, DgInlinePicture *picture)
{
    const DgSetting *own = setting;
    if (!own->images || graphic->as.graphic.missing)
        return false;
    const DgImage *image = dg_image_load(own->images, own->diags, graphic->href, graphic->pos);
    if (!image || image->natural_width <= 0 || image->natural_height <= 0)
        return false;
    picture->image = image;
    dg_picture_size(image, own->page->width, 0, &picture->width, &picture->height);
    return true;
}

static void
fit_box(DgPicture *picture, DgLen measure, DgLen most, DgLen column)
{
    picture->width = MAX(measure, 1);
    picture->height = MAX(most > 0 ? MIN(column / COLUMN_SHARE, most) : column / COLUMN_SHARE, 1);
    if (picture->name)
        picture->lines = dg_lines_break(picture->arena, picture->diags, picture->name,
                                        MAX(measure - 2 * FRAME_PADDING, 1));
}

void
dg_picture_fit(DgPicture *picture, DgLen measure, DgLen most, DgLen column)
{
    if (picture->image)
        dg_picture_size(picture->image, measure, most, &picture->width, &picture->height);
    else
        fit_box(picture, measure, most, column);
}

DgLen
dg_picture_height(const DgPicture *picture)
{
    return picture->height;
}

DgLen
dg_picture_width(const DgPicture *picture)
{
    return picture->width;
}

bool
dg_picture_equals(const DgPicture *a, const DgPicture *b)
{
    if (!a->image || !b->image)
        return false;
    const DgBytes *x = &a->image->bytes, *y = &b->image->bytes;
    return a->image == b->image ||
           (x->size == y->size && x->size > 0 && memcmp(x->data, y->data, x->size) == 0);
}

/* Its sides belong to the picture's node, so that the structure has something to point to. */
static void
place_frame(DgCanvas *canvas, const DgPicture *picture, DgLen x, DgLen y)
{
    DgLen right = x + picture->width - FRAME_RULE, bottom = y + picture->height - FRAME_RULE;
    size_t first = canvas->page->n_marks;
    dg_canvas_rule(canvas, x, y, picture->width, FRAME_RULE, FRAME_COLOR);
    dg_canvas_rule(canvas, x, bottom, picture->width, FRAME_RULE, FRAME_COLOR);
    dg_canvas_rule(canvas, x, y, FRAME_RULE, picture->height, FRAME_COLOR);
    dg_canvas_rule(canvas, right, y, FRAME_RULE, picture->height, FRAME_COLOR);
    for (size_t i = first; i < canvas->page->n_marks; i++)
        canvas->page->marks[i].node = picture->graphic;
}

/* As many lines as the box holds. The words are an artifact: the picture's node has them as its alternative text. */
static void
place_name(DgCanvas *canvas, const DgPicture *picture, DgLen x, DgLen y)
{
    const DgBroken *broken = &picture->lines->variants[picture->lines->best];
    const DgFontStyle *font = &picture->style->font;
    size_t first = canvas->page->n_marks;
    DgLen room = picture->height - 2 * FRAME_PADDING;
    for (int i = 0; i < broken->n_lines && (i + 1) * font->leading <= room; i++) {
        DgPlacedRun *runs = NULL;
        const DgLine *line = &broken->lines[i];
        size_t n = dg_line_runs(canvas->arena, picture->lines, line, NULL, NULL, &runs);
        dg_canvas_runs(canvas, runs, n, x + FRAME_PADDING + line->x,
                       y + FRAME_PADDING + i * font->leading + dg_baseline(font));
    }
    for (size_t i = first; i < canvas->page->n_marks; i++)
        canvas->page->marks[i].node = NULL;
}

void
dg_picture_place(DgCanvas *canvas, const DgPicture *picture, DgLen x, DgLen y)
{
    if (picture->image) {
        dg_canvas_image(canvas, picture->graphic, picture->image, x, y, picture->width,
                        picture->height);
        return;
    }
    place_frame(canvas, picture, x, y);
    if (picture->lines)
        place_name(canvas, picture, x, y);
}

/* pdf-content.c - the marks of a page to its content stream: marked contents, paths, pictures.
 * What belongs to one block is drawn in one go, so that a paragraph on a page is one marked content and
 * not one for each line; backgrounds and rules come first, as artifacts. */
#include "pdf-internal.h"

typedef struct {
    const PdfDrawing *drawing;
    const DgPage *page;
    int number;
    GString *out;
    PdfText *text;
    PdfElement **owners; /* of each mark; NULL: artifact */
    GString *lines;      /* underlines and the like, drawn at the end */
    int n_contents;
} Painter;

/* x y width height, in milli with y upwards. */
static void
mark_box(const Painter *painter, const DgMark *mark, int64_t box[4])
{
    int64_t top = painter->drawing->height - pdf_milli(mark->y);
    box[0] = pdf_milli(mark->x);
    box[1] = painter->drawing->height - pdf_milli(mark->y + mark->height);
    box[2] = pdf_milli(mark->x + mark->width) - box[0];
    box[3] = top - box[1];
}

static void
put_numbers(GString *out, const int64_t *milli, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        pdf_put_milli(out, milli[i]);
        g_string_append_c(out, ' ');
    }
}

static void
put_rectangle(GString *out, const int64_t box[4])
{
    put_numbers(out, box, 4);
    g_string_append(out, "re f\n");
}

/* A line along a run's baseline, `up` of the type size above it. */
static void
note_line(Painter *painter, const DgMark *mark, int up_per_mille)
{
    enum { THICKNESS = 50 }; /* per mille of the type size */
    const DgRun *run = mark->run;
    DgLen up = run->rise + dg_len_scale(run->size, up_per_mille, 1000);
    DgLen thickness = dg_len_scale(run->size, THICKNESS, 1000);
    DgMark line = {.x = mark->x, .y = mark->y - up, .width = run->width, .height = thickness};
    if (mark->upwards)
        line = (DgMark){
            .x = mark->x - up, .y = mark->y - run->width, .width = thickness, .height = run->width};
    int64_t box[4];
    mark_box(painter, &line, box);
    pdf_put_color(painter->lines, painter->drawing->colors, run->color, PAINT_TEXT);
    put_rectangle(painter->lines, box);
}

static void
show_run(Painter *painter, const DgMark *mark)
{
    const DgRun *run = mark->run;
    if (!run)
        return;
    pdf_text_show(painter->text, mark);
    if (run->underline)
        note_line(painter, mark, -100);
    if (run->strike)
        note_line(painter, mark, 270);
    if (run->overline)
        note_line(painter, mark, 850);
}

static void
paint_image(Painter *painter, const DgMark *mark)
{
    int name = mark->image ? pdf_images_use(painter->drawing->images, mark) : -1;
    if (name < 0 || mark->width <= 0 || mark->height <= 0)
        return;
    int64_t box[4], matrix[6];
    mark_box(painter, mark, box);
    pdf_image_matrix(pdf_images_orientation(painter->drawing->images, name), box, matrix);
    pdf_text_end(painter->text);
    g_string_append(painter->out, "q ");
    put_numbers(painter->out, matrix, 6);
    g_string_append_printf(painter->out, "cm /X%d Do Q\n", name);
}

static void
paint(Painter *painter, const DgMark *mark)
{
    int64_t box[4];
    switch (mark->kind) {
    case DG_MARK_GLYPHS:
        show_run(painter, mark);
        return;
    case DG_MARK_RULE:
    case DG_MARK_FILL:
        mark_box(painter, mark, box);
        pdf_text_end(painter->text);
        pdf_text_color(painter->text, mark->color, PAINT_AREA);
        put_rectangle(painter->out, box);
        return;
    case DG_MARK_IMAGE:
        paint_image(painter, mark);
        return;
    }
}

static bool
is_visible(const DgMark *mark)
{
    if (mark->kind == DG_MARK_GLYPHS)
        return mark->run && mark->run->n_glyphs > 0;
    return mark->width > 0 && mark->height > 0;
}

typedef bool (*Selects)(const DgMark *mark);

static bool
is_head(const DgMark *mark)
{
    return mark->head;
}

static bool
is_foot(const DgMark *mark)
{
    return mark->foot && !mark->head;
}

static bool
is_ground(const DgMark *mark)
{
    return !mark->head && !mark->foot && mark->kind != DG_MARK_GLYPHS;
}

static bool
is_other_text(const DgMark *mark)
{
    return !mark->head && !mark->foot && mark->kind == DG_MARK_GLYPHS;
}

/* One artifact of all marks of a sort that have no owner. */
static void
paint_artifacts(Painter *painter, Selects selects, const char *properties)
{
    bool open = false;
    for (size_t i = 0; i < painter->page->n_marks; i++) {
        const DgMark *mark = &painter->page->marks[i];
        if (painter->owners[i] || !selects(mark) || !is_visible(mark))
            continue;
        if (!open)
            g_string_append(painter->out, properties);
        open = true;
        paint(painter, mark);
    }
    if (!open)
        return;
    pdf_text_end(painter->text);
    g_string_append(painter->out, "EMC\n");
}

static void
open_content(Painter *painter, PdfElement *owner)
{
    int mcid = painter->n_contents++;
    pdf_tree_add_content(painter->drawing->tree, owner, painter->number, mcid);
    /* A picture cannot stand in a text object; marked contents must not reach into or out of one. */
    if (pdf_element_is_figure(owner))
        pdf_text_end(painter->text);
    else
        pdf_text_begin(painter->text);
    g_string_append_printf(painter->out, "/%s<</MCID %d>>BDC\n", pdf_element_tag(owner), mcid);
}

static void
close_content(Painter *painter, const PdfElement *owner)
{
    if (pdf_element_is_figure(owner))
        pdf_text_end(painter->text);
    pdf_text_close(painter->text);
    g_string_append(painter->out, "EMC\n");
}

/* Words in the place of a picture have about the height of their type. */
static void
note_figure(Painter *painter, PdfElement *owner, const DgMark *mark)
{
    if (!pdf_element_is_figure(owner))
        return;
    DgMark place = *mark;
    if (mark->kind == DG_MARK_GLYPHS) {
        place.width = mark->run ? mark->run->width : 0;
        place.height = mark->run ? mark->run->size : 0;
        place.y -= place.height;
    }
    int64_t box[4];
    mark_box(painter, &place, box);
    box[2] += box[0];
    box[3] += box[1];
    pdf_element_add_box(owner, painter->number, box);
}

/* A DG_BREAK stands between the texts of two marks of a block. */
static bool
is_broken_between(const DgMark *before, const DgMark *after)
{
    const DgNode *end = after->node;
    for (const DgNode *node = before->node; node && node != end;) {
        if (node->kind == DG_BREAK)
            return true;
        while (node && !node->next && !dg_kind_is_block(node->kind))
            node = node->parent;
        if (!node || dg_kind_is_block(node->kind))
            return false;
        node = node->next;
        while (node->first && node != end)
            node = node->first;
    }
    return false;
}

static DgLen
line_of(const DgMark *mark)
{
    return mark->upwards ? mark->x : mark->y;
}

/* Words are parted by spaces, which lines keep at their ends; but not those that end at a forced break. */
static void
part_words(Painter *painter, const DgMark *before, const DgMark *after)
{
    if (before && before->kind == DG_MARK_GLYPHS && after->kind == DG_MARK_GLYPHS &&
        line_of(before) != line_of(after) && before->node != after->node &&
        is_broken_between(before, after))
        pdf_text_space(painter->text);
}

/* The marks of one block from `first` on; they are linked by `next`. */
static void
paint_block(Painter *painter, size_t first, const size_t *next)
{
    PdfElement *open = NULL;
    const DgMark *before = NULL;
    for (size_t i = first; i != SIZE_MAX; before = &painter->page->marks[i], i = next[i]) {
        const DgMark *mark = &painter->page->marks[i];
        part_words(painter, before, mark);
        if (painter->owners[i] != open) {
            if (open)
                close_content(painter, open);
            open = painter->owners[i];
            open_content(painter, open);
        }
        note_figure(painter, open, mark);
        paint(painter, mark);
    }
    if (open)
        close_content(painter, open);
}

/* Language by language, as in the structure tree: programs that read the page without the tree then read whole
 * columns, and text of one script packs better. */
static void
paint_sections(Painter *painter, const size_t *first, size_t n_blocks, const size_t *next)
{
    g_autofree bool *painted = g_new0(bool, n_blocks + 1);
    for (size_t i = 0; i < n_blocks; i++) {
        const PdfElement *section = pdf_element_section(painter->owners[first[i]]);
        for (size_t j = painted[i] ? n_blocks : i; j < n_blocks; j++)
            if (pdf_element_section(painter->owners[first[j]]) == section) {
                paint_block(painter, first[j], next);
                painted[j] = true;
            }
    }
}

/* The blocks of a page, each in the order in which it first appears. */
static void
paint_blocks(Painter *painter)
{
    size_t n = painter->page->n_marks;
    g_autofree size_t *next = g_new(size_t, n + 1);
    g_autofree size_t *first = g_new(size_t, n + 1);
    size_t n_blocks = 0;
    g_autoptr(GHashTable) lasts =
        g_hash_table_new(NULL, NULL); /* block to its last mark so far, plus 1 */
    for (size_t i = 0; i < n; i++) {
        next[i] = SIZE_MAX;
        if (!painter->owners[i] || !is_visible(&painter->page->marks[i]))
            continue;
        PdfElement *block = pdf_element_block(painter->owners[i]);
        size_t last = GPOINTER_TO_SIZE(g_hash_table_lookup(lasts, block));
        if (last)
            next[last - 1] = i;
        else
            first[n_blocks++] = i;
        g_hash_table_insert(lasts, block, GSIZE_TO_POINTER(i + 1));
    }
    paint_sections(painter, first, n_blocks, next);
    pdf_text_end(painter->text);
}

static void
paint_lines(Painter *painter)
{
    if (!painter->lines->len)
        return;
    bool tagged = painter->drawing->tree != NULL;
    g_string_append(painter->out, tagged ? "/Artifact BMC\n" : "");
    g_string_append_len(painter->out, painter->lines->str, (gssize)painter->lines->len);
    g_string_append(painter->out, tagged ? "EMC\n" : "");
}

/* In order of setting, what lies below text first. */
static void
paint_untagged(Painter *painter)
{
    for (int text = 0; text < 2; text++)
        for (size_t i = 0; i < painter->page->n_marks; i++) {
            const DgMark *mark = &painter->page->marks[i];
            if ((mark->kind == DG_MARK_GLYPHS) == (text == 1) && is_visible(mark))
                paint(painter, mark);
        }
    pdf_text_end(painter->text);
}

static void
paint_tagged(Painter *painter)
{
    const DgPage *page = painter->page;
    painter->owners = g_new0(PdfElement *, page->n_marks + 1);
    for (size_t i = 0; i < page->n_marks; i++)
        painter->owners[i] =
            pdf_tree_owner(painter->drawing->tree, &page->marks[i], page->flow, painter->number);
    paint_artifacts(painter, is_ground, "/Artifact BMC\n");
    paint_artifacts(painter, is_head, "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n");
    paint_blocks(painter);
    paint_artifacts(painter, is_other_text, "/Artifact BMC\n");
    paint_artifacts(painter, is_foot, "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n");
    g_free(painter->owners);
}

int
pdf_page_draw(const PdfDrawing *drawing, const DgPage *page, int number, GString *out)
{
    Painter painter = {.drawing = drawing, .page = page, .number = number, .out = out};
    painter.text = pdf_text_new(drawing->fonts, drawing->colors, out, drawing->height);
    painter.lines = g_string_new(NULL);
    if (drawing->tree)
        paint_tagged(&painter);
    else
        paint_untagged(&painter);
    paint_lines(&painter);
    g_string_free(painter.lines, TRUE);
    pdf_text_free(painter.text);
    return painter.n_contents;
}

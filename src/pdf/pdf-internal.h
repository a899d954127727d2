/* pdf-internal.h - the parts of the PDF writer and what they hand each other.
 * Units: "milli" is 1/1000 pt, what the file shows; glyph space is 1/1000 of the type size.
 * The order of a run: glyphs are gathered (fonts), elements made (tree), pages drawn (content), then
 * everything is written, each object once, into one growing text. */
#ifndef DIGLOT_PDF_INTERNAL_H
#define DIGLOT_PDF_INTERNAL_H

#include "diglot/pdf.h"

#include <glib.h>

/* ---- pdf-objects.c: object numbers, object streams, the cross-reference stream ---- */
typedef struct PdfFile PdfFile;

PdfFile *pdf_file_new(const char *version); /* "1.7" */
void pdf_file_free(PdfFile *file);
int pdf_object_new(PdfFile *file); /* a number, to be put once */
/* Any object but a stream; it goes into an object stream. */
void pdf_object_put(PdfFile *file, int object, const GString *body);
/* `dictionary`: the entries besides Length and Filter. */
void pdf_stream_put(PdfFile *file, int object, const char *dictionary, const void *data,
                    size_t size);
/* Deflated already, or coded otherwise: `dictionary` names the filter itself. */
void pdf_stream_put_coded(PdfFile *file, int object, const char *dictionary, const void *data,
                          size_t size);
/* For what readers that know no PDF look for, such as XMP. */
void pdf_stream_put_plain(PdfFile *file, int object, const char *dictionary, const void *data,
                          size_t size);
/* Cross-reference stream and end; the file's bytes, owned by `file`. */
const GString *pdf_file_finish(PdfFile *file, int catalog, int info);

/* ---- pdf-values.c: numbers, strings, names; trees of names and numbers ---- */
int64_t pdf_milli(DgLen length);
int pdf_whole_points(
    DgLen length); /* rounded up: for places to go to, where more would only take room */
void pdf_put_milli(GString *out, int64_t milli);                  /* "12.5" */
enum { PDF_STRING_BYTES = 32767 };                                /* that a string may have */
void pdf_put_string(GString *out, const char *text);              /* UTF-8, to show to people */
void pdf_put_bytes(GString *out, const char *bytes, size_t size); /* as it is: keys, addresses */
void pdf_put_name(GString *out, const char *name);

typedef struct {
    const char *name; /* of a name tree; NULL in a number tree */
    int number;
    const char *value; /* a reference or array, written out; no string, which may have a NUL */
} PdfLeaf;
/* Balanced trees; the object of the root, 0 when there are no leaves. Numbers ascend; names are put
 * into order, each once. */
int pdf_put_numbers(PdfFile *file, const PdfLeaf *leaves, size_t n);
int pdf_put_names(PdfFile *file, PdfLeaf *leaves, size_t n);

/* ---- pdf-color.c ---- */
typedef struct {
    const DgInks *inks; /* of a press; NULL: for the screen */
} PdfColors;
typedef enum { PAINT_TEXT, PAINT_AREA, PAINT_STROKE } PdfPaint;
void pdf_put_color(GString *out, const PdfColors *colors, uint32_t color, PdfPaint paint);

/* ---- pdf-boxes.c: the sheet around the page; milli ---- */
typedef struct {
    int64_t width, height; /* trimmed */
    int64_t edge;          /* from the trim to the end of the sheet */
    int64_t bleed, gap;    /* from the trim: what is cut off, the first of the marks */
} PdfSheet;
PdfSheet pdf_sheet(const DgPages *pages, const DgPdfPress *press);
void pdf_sheet_put_media(GString *body, const PdfSheet *sheet);
void pdf_sheet_put_boxes(GString *body, const PdfSheet *sheet);
void pdf_sheet_put_marks(GString *out, const PdfSheet *sheet, const DgPdfPress *press);

/* ---- pdf-fonts.c, pdf-sfnt.c: glyphs to codes with their text, subsets, widths ---- */
typedef struct PdfFont PdfFont;
typedef struct PdfFonts PdfFonts;

/* What one glyph of a run stands for. */
typedef struct {
    const char *text; /* UTF-8, `length` bytes */
    size_t length;
    size_t cluster_end;    /* glyph behind the last of its cluster */
    size_t cluster_length; /* bytes of the cluster's text, from `text` of its first glyph */
    bool odd; /* more glyphs than characters in the cluster: only the whole has a text */
} PdfGlyphText;
PdfGlyphText pdf_glyph_text(const DgRun *run, size_t glyph);
bool pdf_glyph_is_drawn(const DgRun *run, size_t glyph); /* the font has it */

typedef struct {
    int code;    /* a byte of a string, or two */
    bool wide;   /* two */
    int width;   /* glyph space */
    bool actual; /* the code stands for another text: the glyph needs ActualText */
} PdfCode;

PdfFonts *pdf_fonts_new(DgArena *arena);
void pdf_fonts_gather(PdfFonts *fonts, const DgRun *run);
/* Makes the subsets and gives out the codes: once, after all runs are gathered. */
void pdf_fonts_settle(PdfFonts *fonts, DgDiags *diags);
const PdfFont *pdf_fonts_find(const PdfFonts *fonts, const DgFace *face);
int pdf_font_number(const PdfFont *font); /* its name on pages is /F and this */
PdfCode pdf_font_code(const PdfFont *font, const DgRun *run, size_t glyph,
                      const PdfGlyphText *text);
/* The code of a space; 0 when the font shows none. */
PdfCode pdf_font_space(const PdfFont *font);
void pdf_fonts_write(PdfFonts *fonts, PdfFile *file, GString *resources);
bool pdf_fonts_conform(const PdfFonts *fonts); /* everything embedded, no missing glyph shown */

typedef struct {
    const uint8_t *data;
    size_t size;
} PdfTable;
PdfTable pdf_sfnt_table(DgBytes font, const char *tag);
/* Advance of a glyph in font units, from hmtx; 0 when it is not there. */
int pdf_sfnt_advance(DgBytes font, uint32_t glyph);

/* ---- pdf-tree*.c: the structure tree ---- */
typedef struct PdfTree PdfTree;
typedef struct PdfElement PdfElement;

/* The elements of the whole book, in reading order, still without contents. */
PdfTree *pdf_tree_new(DgArena *arena, const DgPages *pages, const DgPdfOptions *options);
void pdf_tree_free(PdfTree *tree);
/* The element that a mark's content belongs to; NULL: an artifact. `page` counts written pages. */
PdfElement *pdf_tree_owner(PdfTree *tree, const DgMark *mark, const DgFlow *flow, int page);
/* Marks of one block are drawn in one go; their order within it is kept. */
PdfElement *pdf_element_block(PdfElement *element);
/* The part of an item in one language that it stands in, or NULL. */
const PdfElement *pdf_element_section(const PdfElement *element);
const char *pdf_element_tag(const PdfElement *element);
bool pdf_element_is_figure(const PdfElement *element);
/* Content `mcid` of a page; pages and contents ascend. */
void pdf_tree_add_content(PdfTree *tree, PdfElement *element, int page, int mcid);
/* The place of a figure on its page: left, bottom, right, top in milli. */
void pdf_element_add_box(PdfElement *element, int page, const int64_t box[4]);
/* Ties an annotation to the Link element of its node; gives its key in the parent tree. */
int pdf_tree_add_annotation(PdfTree *tree, const DgPageLink *link, const DgFlow *flow, int page,
                            int object);
/* Writes all elements with content and the parent tree; the object of the tree's root. */
int pdf_tree_write(PdfTree *tree, PdfFile *file, const int *pages, int n_pages);

/* ---- pdf-images.c, pdf-drawing.c, pdf-drawing-press.c: pictures ---- */
typedef struct PdfImages PdfImages;
PdfImages *pdf_images_new(DgArena *arena, DgDiags *diags, PdfFile *file, const PdfColors *colors);
/* The number of its name /X, or -1 when it cannot be drawn; writes the picture at its first use. */
int pdf_images_use(PdfImages *images, const DgMark *mark);
/* The matrix that makes the coded picture, turned as Exif asks (1-8), fill a box (x, y, width, height in milli):
 * a b c d e f in thousandths. */
void pdf_image_matrix(int orientation, const int64_t box[4], int64_t matrix[6]);
int pdf_images_orientation(const PdfImages *images,
                           int name); /* of the picture as it was written */
void pdf_images_resources(const PdfImages *images, GString *resources);
typedef enum { DRAWING_DONE, DRAWING_BROKEN, DRAWING_NOT_PLAIN } PdfDrawn;
/* The page of a PDF made from an SVG as a form of the size 1 by 1, in `*object`. For a press only plain drawings. */
PdfDrawn pdf_drawing_put(PdfFile *file, const PdfColors *colors, DgBytes page, int *object);
/* A content stream of Cairo's in the colours of a press; false when it is not plain. */
bool pdf_press_content(const PdfColors *colors, const char *content, size_t size, GString *out);

/* ---- pdf-content.c, pdf-text.c: one page's content stream ---- */
typedef struct {
    const PdfFonts *fonts;
    PdfTree *tree; /* NULL: nothing is tagged */
    PdfImages *images;
    const PdfColors *colors;
    int64_t height; /* of the page, milli */
} PdfDrawing;
/* Appends the operators; gives the number of marked contents. */
int pdf_page_draw(const PdfDrawing *drawing, const DgPage *page, int number, GString *out);

typedef struct PdfText PdfText; /* the text state of a page */
PdfText *pdf_text_new(const PdfFonts *fonts, const PdfColors *colors, GString *out, int64_t height);
void pdf_text_free(PdfText *text);
void pdf_text_begin(PdfText *text); /* the text object, if there is none */
void pdf_text_show(PdfText *text, const DgMark *mark);
void
pdf_text_space(PdfText *text); /* behind what was shown last, if its font has shown one elsewhere */
void pdf_text_close(PdfText *text); /* the open string and array: before a marked content ends */
void pdf_text_end(PdfText *text);   /* the text object: before a path or picture */
void pdf_text_color(PdfText *text, uint32_t color,
                    PdfPaint paint); /* the fill colour, if it is another one */

/* ---- what else a document has ---- */
typedef struct {
    PdfFile *file;
    const DgPages *pages;
    const DgVolume *volume;
    const DgPdfOptions *options;
    const int *objects; /* of written pages */
    const int *index;   /* page of the display list to written page, or -1 */
    int n_pages;        /* written ones, blank ones at the end included */
    PdfSheet sheet;
    PdfColors colors;
    GHashTable *destinations; /* names of those on written pages */
} PdfDocument;
/* "[12 0 R/XYZ 40 500 0]": a place of a written page of the display list. pdf-links.c */
void pdf_put_place(const PdfDocument *document, GString *out, size_t page, DgLen x, DgLen y);
/* pdf-links.c */
void pdf_links_put(const PdfDocument *document, PdfTree *tree, size_t page, GString *annotations);
GHashTable *pdf_destinations_collect(const PdfDocument *document); /* their names */
int pdf_destinations_put(const PdfDocument *document);             /* once; empties the names */
/* pdf-outline.c, pdf-labels.c; 0: there is none */
int pdf_outline_put(const PdfDocument *document);
int pdf_labels_put(const PdfDocument *document);
/* pdf-metadata.c, pdf-profile.c */
int pdf_info_put(const PdfDocument *document);
int pdf_metadata_put(const PdfDocument *document, bool conforming);
int pdf_intent_put(const PdfDocument *document);

#endif

/* pdf-drawing.c - the page that Cairo made of an SVG figure, carried over as a form XObject by qpdf.
 * Objects are copied one by one under numbers of our file; qpdf gives the keys of a dictionary in order.
 * On the way what Cairo 1.16 leaves out for PDF/A-2 is mended: glyph maps and interpolation. For a press the forms
 * lose their transparency groups, and their colours become inks; what is not plain is told before anything is copied. */
#include "pdf-internal.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    PdfFile *file;
    qpdf_data qpdf;
    GHashTable *objects; /* object id in the figure to our number */
    const PdfColors *colors;
} Copier;

static void put_value(Copier *copier, qpdf_oh value, GString *out);
static void put_direct(Copier *copier, qpdf_oh value, GString *out);

static bool
is_left_out(const Copier *copier, const char *key)
{
    if (copier->colors->inks && strcmp(key, "/Group") == 0)
        return true;
    static const char *const keys[] = {"/Length", "/Parent", "/Interpolate"};
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        if (strcmp(key, keys[i]) == 0)
            return true;
    return false;
}

static bool
is_name(Copier *copier, qpdf_oh value, const char *name)
{
    return qpdf_oh_is_name(copier->qpdf, value) &&
           strcmp(qpdf_oh_get_name(copier->qpdf, value), name) == 0;
}

static void
put_entries(Copier *copier, qpdf_oh dictionary, GString *out)
{
    g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
    qpdf_oh_begin_dict_key_iter(copier->qpdf, dictionary);
    while (qpdf_oh_dict_more_keys(copier->qpdf))
        g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(copier->qpdf)));
    for (guint i = 0; i < keys->len; i++) {
        const char *key = keys->pdata[i];
        if (is_left_out(copier, key))
            continue;
        pdf_put_name(out, key + 1);
        g_string_append_c(out, ' ');
        put_value(copier, qpdf_oh_get_key(copier->qpdf, dictionary, key), out);
    }
    if (is_name(copier, qpdf_oh_get_key(copier->qpdf, dictionary, "/Subtype"), "/CIDFontType2") &&
        !qpdf_oh_has_key(copier->qpdf, dictionary, "/CIDToGIDMap"))
        g_string_append(out, "/CIDToGIDMap/Identity");
}

/* Unpacked; to be freed. NULL when it cannot be. */
static unsigned char *
content_of(Copier *copier, qpdf_oh stream, size_t *size)
{
    unsigned char *data = NULL;
    QPDF_BOOL filtered = QPDF_FALSE;
    qpdf_oh_get_stream_data(copier->qpdf, stream, qpdf_dl_generalized, &filtered, &data, size);
    if (filtered)
        return data;
    free(data);
    return NULL;
}

static void
put_press_form(Copier *copier, qpdf_oh stream, int object)
{
    size_t size = 0;
    unsigned char *data = content_of(copier, stream, &size);
    g_autoptr(GString) dictionary = g_string_new(NULL), content = g_string_new(NULL);
    qpdf_oh form = qpdf_oh_get_dict(copier->qpdf, stream);
    qpdf_oh_remove_key(copier->qpdf, form, "/Filter");
    qpdf_oh_remove_key(copier->qpdf, form, "/DecodeParms");
    put_entries(copier, form, dictionary);
    pdf_press_content(copier->colors, data ? (char *)data : "", data ? size : 0, content);
    pdf_stream_put(copier->file, object, dictionary->str, content->str, content->len);
    free(data);
}

static void
put_stream(Copier *copier, qpdf_oh stream, int object)
{
    qpdf_oh entries = qpdf_oh_get_dict(copier->qpdf, stream);
    if (copier->colors->inks &&
        is_name(copier, qpdf_oh_get_key(copier->qpdf, entries, "/Subtype"), "/Form")) {
        put_press_form(copier, stream, object);
        return;
    }
    unsigned char *data = NULL;
    size_t size = 0;
    QPDF_BOOL filtered = QPDF_FALSE;
    g_autoptr(GString) dictionary = g_string_new(NULL);
    put_entries(copier, entries, dictionary);
    qpdf_oh_get_stream_data(copier->qpdf, stream, qpdf_dl_none, &filtered, &data, &size);
    pdf_stream_put_coded(copier->file, object, dictionary->str, data ? data : (unsigned char *)"",
                         size);
    free(data);
}

/* Our number of an object of the figure, which is copied at its first mention. */
static int
copied(Copier *copier, qpdf_oh value)
{
    gpointer id = GINT_TO_POINTER(qpdf_oh_get_object_id(copier->qpdf, value));
    int object = GPOINTER_TO_INT(g_hash_table_lookup(copier->objects, id));
    if (object)
        return object;
    object = pdf_object_new(copier->file);
    g_hash_table_insert(copier->objects, id, GINT_TO_POINTER(object));
    if (qpdf_oh_is_stream(copier->qpdf, value)) {
        put_stream(copier, value, object);
        return object;
    }
    g_autoptr(GString) body = g_string_new(NULL);
    put_direct(copier, value, body);
    pdf_object_put(copier->file, object, body);
    return object;
}

static void
put_direct(Copier *copier, qpdf_oh value, GString *out)
{
    if (qpdf_oh_is_dictionary(copier->qpdf, value)) {
        g_string_append(out, "<<");
        put_entries(copier, value, out);
        g_string_append(out, ">>");
    } else if (qpdf_oh_is_array(copier->qpdf, value)) {
        g_string_append_c(out, '[');
        for (int i = 0; i < qpdf_oh_get_array_n_items(copier->qpdf, value); i++) {
            put_value(copier, qpdf_oh_get_array_item(copier->qpdf, value, i), out);
            g_string_append_c(out, ' ');
        }
        g_string_append_c(out, ']');
    } else {
        g_string_append(out, qpdf_oh_unparse_resolved(copier->qpdf, value));
    }
}

static void
put_value(Copier *copier, qpdf_oh value, GString *out)
{
    if (qpdf_oh_is_indirect(copier->qpdf, value))
        g_string_append_printf(out, "%d 0 R", copied(copier, value));
    else
        put_direct(copier, value, out);
}

static void
put_reals(GString *out, const double *numbers, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char text[G_ASCII_DTOSTR_BUF_SIZE];
        double number = numbers[i] == 0 ? 0 : numbers[i]; /* no "-0" */
        g_string_append(out, g_ascii_formatd(text, sizeof text, "%.9f", number));
        g_string_append_c(out, ' ');
    }
}

/* Cairo's content has its origin at the lower left of the page; the form is scaled to the unit square,
 * as pictures are, so that one matrix places both. */
static void
put_form_dictionary(Copier *copier, qpdf_oh page, GString *out)
{
    double box[4] = {0, 0, 1, 1};
    qpdf_oh media = qpdf_oh_get_key(copier->qpdf, page, "/MediaBox");
    for (int i = 0; i < 4 && qpdf_oh_is_array(copier->qpdf, media); i++)
        box[i] =
            qpdf_oh_get_numeric_value(copier->qpdf, qpdf_oh_get_array_item(copier->qpdf, media, i));
    double width = MAX(box[2] - box[0], 0.001), height = MAX(box[3] - box[1], 0.001);
    const double matrix[] = {1 / width, 0, 0, 1 / height, -box[0] / width, -box[1] / height};
    g_string_append(out, "/Type/XObject/Subtype/Form/FormType 1/Matrix[");
    put_reals(out, matrix, G_N_ELEMENTS(matrix));
    g_string_append(out, "]/BBox[");
    put_reals(out, box, G_N_ELEMENTS(box));
    g_string_append_c(out, ']');
    g_string_append(out, "/Resources ");
    put_value(copier, qpdf_oh_get_key(copier->qpdf, page, "/Resources"), out);
    if (qpdf_oh_has_key(copier->qpdf, page, "/Group") && !copier->colors->inks) {
        g_string_append(out, "/Group ");
        put_value(copier, qpdf_oh_get_key(copier->qpdf, page, "/Group"), out);
    }
}

/* ---- is it plain? ---- */

typedef bool (*Judges)(Copier *copier, qpdf_oh value, int depth);

static bool
all_entries(Copier *copier, qpdf_oh resources, const char *key, Judges judges, int depth)
{
    qpdf_oh dictionary = qpdf_oh_get_key(copier->qpdf, resources, key);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    if (!qpdf_oh_is_dictionary(copier->qpdf, dictionary))
        return true;
    qpdf_oh_begin_dict_key_iter(copier->qpdf, dictionary);
    while (qpdf_oh_dict_more_keys(copier->qpdf))
        g_ptr_array_add(names, g_strdup(qpdf_oh_dict_next_key(copier->qpdf)));
    for (guint i = 0; i < names->len; i++)
        if (!judges(copier, qpdf_oh_get_key(copier->qpdf, dictionary, names->pdata[i]), depth))
            return false;
    return true;
}

static bool
refuse(Copier *copier, qpdf_oh value, int depth)
{
    (void)copier, (void)value, (void)depth;
    return false;
}

static bool
is_opaque(Copier *copier, qpdf_oh state, int depth)
{
    (void)depth;
    static const char *const keys[] = {"/ca", "/CA"};
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        if (qpdf_oh_has_key(copier->qpdf, state, keys[i]) &&
            qpdf_oh_get_numeric_value(copier->qpdf, qpdf_oh_get_key(copier->qpdf, state, keys[i])) <
                1)
            return false;
    return !qpdf_oh_has_key(copier->qpdf, state, "/SMask") ||
           is_name(copier, qpdf_oh_get_key(copier->qpdf, state, "/SMask"), "/None");
}

static bool
is_plain_content(Copier *copier, const unsigned char *data, size_t size)
{
    g_autoptr(GString) ignored = g_string_new(NULL);
    return data && pdf_press_content(copier->colors, (const char *)data, size, ignored);
}

static bool is_plain_form(Copier *copier, qpdf_oh form, int depth);

static bool
are_plain_resources(Copier *copier, qpdf_oh resources, int depth)
{
    enum { DEEPEST = 16 };
    return depth < DEEPEST && all_entries(copier, resources, "/Pattern", refuse, depth) &&
           all_entries(copier, resources, "/Shading", refuse, depth) &&
           all_entries(copier, resources, "/ExtGState", is_opaque, depth) &&
           all_entries(copier, resources, "/XObject", is_plain_form, depth + 1);
}

static bool
is_plain_form(Copier *copier, qpdf_oh form, int depth)
{
    size_t size = 0;
    if (!qpdf_oh_is_stream(copier->qpdf, form))
        return false;
    qpdf_oh entries = qpdf_oh_get_dict(copier->qpdf, form);
    if (!is_name(copier, qpdf_oh_get_key(copier->qpdf, entries, "/Subtype"), "/Form"))
        return false;
    unsigned char *data = content_of(copier, form, &size);
    bool plain =
        is_plain_content(copier, data, size) &&
        are_plain_resources(copier, qpdf_oh_get_key(copier->qpdf, entries, "/Resources"), depth);
    free(data);
    return plain;
}

/* ---- the page ---- */

static PdfDrawn
put_form(Copier *copier, qpdf_oh page, int *object)
{
    unsigned char *content = NULL;
    size_t size = 0;
    bool press = copier->colors->inks;
    PdfDrawn drawn = DRAWING_BROKEN;
    if (!(qpdf_oh_get_page_content_data(copier->qpdf, page, &content, &size) & QPDF_ERRORS)) {
        qpdf_oh resources = qpdf_oh_get_key(copier->qpdf, page, "/Resources");
        drawn = press && !(is_plain_content(copier, content, size) &&
                           are_plain_resources(copier, resources, 0))
                    ? DRAWING_NOT_PLAIN
                    : DRAWING_DONE;
    }
    if (drawn == DRAWING_DONE) {
        g_autoptr(GString) dictionary = g_string_new(NULL), inked = g_string_new(NULL);
        put_form_dictionary(copier, page, dictionary);
        if (press)
            pdf_press_content(copier->colors, (char *)content, size, inked);
        *object = pdf_object_new(copier->file);
        pdf_stream_put(copier->file, *object, dictionary->str, press ? inked->str : (char *)content,
                       press ? inked->len : size);
    }
    free(content);
    return drawn;
}

PdfDrawn
pdf_drawing_put(PdfFile *file, const PdfColors *colors, DgBytes bytes, int *object)
{
    Copier copier = {.file = file, .qpdf = qpdf_init(), .colors = colors};
    PdfDrawn drawn = DRAWING_BROKEN;
    qpdf_set_suppress_warnings(copier.qpdf, QPDF_TRUE);
    qpdf_silence_errors(copier.qpdf);
    if (!(qpdf_read_memory(copier.qpdf, "figure", (const char *)bytes.data, bytes.size, NULL) &
          QPDF_ERRORS) &&
        qpdf_get_num_pages(copier.qpdf) > 0) {
        copier.objects = g_hash_table_new(NULL, NULL);
        drawn = put_form(&copier, qpdf_get_page_n(copier.qpdf, 0), object);
        g_hash_table_destroy(copier.objects);
    }
    qpdf_cleanup(&copier.qpdf);
    return drawn;
}

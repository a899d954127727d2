/* pdf-drawing.c - the page that Cairo made of an SVG figure, carried over as a form XObject by qpdf.
 * Objects are copied one by one under numbers of our file; qpdf gives the keys of a dictionary in order.
 * On the way what Cairo 1.16 leaves out for PDF/A-2 is mended: glyph maps and interpolation. */
#include "pdf-internal.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    PdfFile *file;
    qpdf_data qpdf;
    GHashTable *objects; /* object id in the figure to our number */
} Copier;

static void put_value(Copier *copier, qpdf_oh value, GString *out);
static void put_direct(Copier *copier, qpdf_oh value, GString *out);

static bool
is_left_out(const char *key)
{
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
        if (is_left_out(key))
            continue;
        pdf_put_name(out, key + 1);
        g_string_append_c(out, ' ');
        put_value(copier, qpdf_oh_get_key(copier->qpdf, dictionary, key), out);
    }
    if (is_name(copier, qpdf_oh_get_key(copier->qpdf, dictionary, "/Subtype"), "/CIDFontType2") &&
        !qpdf_oh_has_key(copier->qpdf, dictionary, "/CIDToGIDMap"))
        g_string_append(out, "/CIDToGIDMap/Identity");
}

static void
put_stream(Copier *copier, qpdf_oh stream, int object)
{
    unsigned char *data = NULL;
    size_t size = 0;
    QPDF_BOOL filtered = QPDF_FALSE;
    g_autoptr(GString) dictionary = g_string_new(NULL);
    put_entries(copier, qpdf_oh_get_dict(copier->qpdf, stream), dictionary);
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
    if (qpdf_oh_has_key(copier->qpdf, page, "/Group")) {
        g_string_append(out, "/Group ");
        put_value(copier, qpdf_oh_get_key(copier->qpdf, page, "/Group"), out);
    }
}

int
pdf_drawing_put(PdfFile *file, DgBytes bytes)
{
    Copier copier = {.file = file, .qpdf = qpdf_init()};
    qpdf_set_suppress_warnings(copier.qpdf, QPDF_TRUE);
    qpdf_silence_errors(copier.qpdf);
    int object = 0;
    if (!(qpdf_read_memory(copier.qpdf, "figure", (const char *)bytes.data, bytes.size, NULL) &
          QPDF_ERRORS) &&
        qpdf_get_num_pages(copier.qpdf) > 0) {
        copier.objects = g_hash_table_new(NULL, NULL);
        qpdf_oh page = qpdf_get_page_n(copier.qpdf, 0);
        unsigned char *content = NULL;
        size_t size = 0;
        g_autoptr(GString) dictionary = g_string_new(NULL);
        put_form_dictionary(&copier, page, dictionary);
        if (!(qpdf_oh_get_page_content_data(copier.qpdf, page, &content, &size) & QPDF_ERRORS)) {
            object = pdf_object_new(file);
            pdf_stream_put(file, object, dictionary->str, content, size);
        }
        free(content);
        g_hash_table_destroy(copier.objects);
    }
    qpdf_cleanup(&copier.qpdf);
    return object;
}

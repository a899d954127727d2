/* encoding.c - the bytes of a file to UTF-8: byte order mark, else the shape of "<?", else the XML
 * declaration, else UTF-8 (XML 1.0, appendix F). */
#include "xml-internal.h"

#include <glib.h>
#include <string.h>

/* The first bytes of a file and the encoding they give away. */
typedef struct {
    const char *bytes;
    size_t length;
    const char *encoding;
    size_t skip; /* the byte order mark */
} Mark;

static const Mark marks[] = {
    {"\xEF\xBB\xBF", 3, "UTF-8", 3},    {"\xFF\xFE\0\0", 4, "UTF-32LE", 4},
    {"\0\0\xFE\xFF", 4, "UTF-32BE", 4}, {"\xFF\xFE", 2, "UTF-16LE", 2},
    {"\xFE\xFF", 2, "UTF-16BE", 2},     {"<\0\0\0", 4, "UTF-32LE", 0},
    {"\0\0\0<", 4, "UTF-32BE", 0},      {"<\0?\0", 4, "UTF-16LE", 0},
    {"\0<\0?", 4, "UTF-16BE", 0},
};

static const Mark *
find_mark(DgBytes bytes)
{
    for (const Mark *mark = marks; mark < marks + G_N_ELEMENTS(marks); mark++)
        if (bytes.size >= mark->length && memcmp(bytes.data, mark->bytes, mark->length) == 0)
            return mark;
    return NULL;
}

/* The encoding that an XML declaration in ASCII names, or NULL. To be freed. */
static char *
declared_encoding(DgBytes bytes)
{
    const char *text = (const char *)bytes.data;
    if (bytes.size < 6 || memcmp(text, "<?xml", 5) != 0 || !g_ascii_isspace(text[5]))
        return NULL;
    const char *end = g_strstr_len(text, (gssize)MIN(bytes.size, 1024), "?>");
    const char *name = end ? g_strstr_len(text, end - text, "encoding") : NULL;
    if (!name)
        return NULL;
    name += strlen("encoding");
    while (name < end && (g_ascii_isspace(*name) || *name == '='))
        name++;
    if (name >= end || (*name != '"' && *name != '\''))
        return NULL;
    const char *close = memchr(name + 1, *name, (size_t)(end - name - 1));
    return close ? g_strndup(name + 1, (gsize)(close - name - 1)) : NULL;
}

static void
report_byte(DgDiags *diags, const char *shown, const DgXmlSource *before, uint8_t byte,
            const char *encoding)
{
    DgXmlTracker tracker = dg_xml_track(before, shown);
    char name[8];
    g_snprintf(name, sizeof name, "0x%02X", byte);
    dg_diag(diags, DG_XML_ENCODING, dg_xml_position(&tracker, before->length), name, encoding,
            NULL);
}

/* NUL bytes are refused too: no encoding of a text has them. */
static bool
check_utf8(DgDiags *diags, DgBytes bytes, const char *shown, const DgXmlSource *source)
{
    const char *end = NULL;
    if (g_utf8_validate(source->text, (gssize)source->length, &end))
        return true;
    DgXmlSource before = {source->text, (size_t)(end - source->text), true, 0};
    report_byte(diags, shown, &before, bytes.data[source->skipped + before.length], "UTF-8");
    return false;
}

static bool
convert(DgArena *arena, DgDiags *diags, DgBytes bytes, const char *shown, const char *encoding,
        DgXmlSource *source)
{
    const char *from = (const char *)bytes.data + source->skipped;
    gsize size = bytes.size - source->skipped, taken = 0, length = 0;
    g_autoptr(GError) error = NULL;
    g_autofree char *text =
        g_convert(from, (gssize)size, "UTF-8", encoding, &taken, &length, &error);
    const char *nul = text ? memchr(text, '\0', length) : NULL;
    if (text && taken == size && !nul) {
        *source =
            (DgXmlSource){dg_arena_strndup(arena, text, length), length, false, source->skipped};
        return true;
    }
    if (error && error->code == G_CONVERT_ERROR_NO_CONVERSION) {
        dg_diag(diags, DG_XML_CHARSET, (DgPos){shown, 1, 1}, encoding, NULL);
        return false;
    }
    if (!text)
        text = g_convert(from, (gssize)taken, "UTF-8", encoding, NULL, NULL, NULL);
    DgXmlSource before = {text ? text : "", text ? strlen(text) : 0, false, 0};
    uint8_t wrong = nul ? 0 : bytes.data[MIN(source->skipped + taken, bytes.size - 1)];
    report_byte(diags, shown, &before, wrong, encoding);
    return false;
}

static bool
is_utf8(const char *encoding)
{
    return g_ascii_strcasecmp(encoding, "UTF-8") == 0 || g_ascii_strcasecmp(encoding, "UTF8") == 0;
}

bool
dg_xml_decode(DgArena *arena, DgDiags *diags, DgBytes bytes, const char *shown, DgXmlSource *source)
{
    const Mark *mark = find_mark(bytes);
    size_t skip = mark ? mark->skip : 0;
    *source = (DgXmlSource){(const char *)bytes.data + skip, bytes.size - skip, true, skip};
    g_autofree char *declared = mark ? NULL : declared_encoding(bytes);
    const char *encoding = mark ? mark->encoding : declared ? declared : "UTF-8";
    if (is_utf8(encoding))
        return check_utf8(diags, bytes, shown, source);
    return convert(arena, diags, bytes, shown, encoding, source);
}

/* preflight-file.c - header, trailer, streams as they lie in the file, and the catalog. */
#include "preflight-internal.h"

#include <stdlib.h>
#include <string.h>

static void
check_header(Check *check)
{
    const uint8_t *data = check->pdf.data;
    size_t size = check->pdf.size;
    char newest = check->claims & DG_CLAIM_X4 ? '6' : '7';
    bool sound = size > 20 && memcmp(data, "%PDF-1.", 7) == 0 && data[7] >= '0' &&
                 data[7] <= (uint8_t)newest && (data[8] == '\n' || data[8] == '\r');
    size_t comment = sound ? 9 + (data[8] == '\r' && data[9] == '\n') : 0;
    sound = sound && data[comment] == '%';
    for (size_t i = 1; sound && i <= 4; i++)
        sound = data[comment + i] > 127;
    if (!sound)
        broken(check, RULE_HEADER, 0);
}

/* One end of line may stand behind the end. */
static void
check_end(Check *check)
{
    static const char mark[] = "%%EOF";
    const uint8_t *data = check->pdf.data;
    size_t size = check->pdf.size;
    size -= size && data[size - 1] == '\n';
    size -= size && data[size - 1] == '\r';
    if (size < strlen(mark) || memcmp(data + size - strlen(mark), mark, strlen(mark)) != 0)
        broken(check, RULE_FILE_END, 0);
}

/* ---- streams: the words around them are searched; a direct Length leads over the data ---- */

static const uint8_t *
find(const uint8_t *from, const uint8_t *end, const char *word)
{
    size_t length = strlen(word);
    return from < end ? memmem(from, (size_t)(end - from), word, length) : NULL;
}

/* The number of the object whose "obj" stands before `at`; -1 Length where it is not told directly. */
static int
object_before(const uint8_t *start, const uint8_t *at, long *length)
{
    enum { FARTHEST = 4096 };
    const uint8_t *least = at - start > FARTHEST ? at - FARTHEST : start, *from = at;
    while (from > least && (from + 4 > at || memcmp(from, " obj", 4) != 0))
        from--;
    g_autofree char *dictionary = g_strndup((const char *)from, (size_t)(at - from));
    const char *told = strstr(dictionary, "/Length ");
    char *end = NULL;
    *length = told ? strtol(told + 8, &end, 10) : -1;
    if (told && (end == told + 8 || *length < 0 || strncmp(end, " 0 R", 4) == 0))
        *length = -1;
    while (from > least && g_ascii_isdigit(from[-1])) /* the generation */
        from--;
    while (from > least && from[-1] == ' ')
        from--;
    while (from > least && g_ascii_isdigit(from[-1]))
        from--;
    return atoi((const char *)from);
}

static bool
ends_well(const uint8_t *data, const uint8_t *end, long length)
{
    if (length > end - data)
        return false;
    const uint8_t *at = data + length;
    if (at < end && *at == '\r')
        at++;
    if (at < end && *at == '\n')
        at++;
    return at > data + length && end - at >= 9 && memcmp(at, "endstream", 9) == 0;
}

static void
check_streams(Check *check)
{
    const uint8_t *start = check->pdf.data, *end = start + check->pdf.size, *at = start;
    while ((at = find(at, end, ">>\nstream")) != NULL) {
        long length = -1;
        int object = object_before(start, at, &length);
        const uint8_t *data = at + 9;
        if (data < end && *data == '\r')
            data++;
        if (data < end && *data == '\n')
            data++;
        if (length >= 0 && !ends_well(data, end, length))
            broken(check, RULE_STREAM_END, object);
        at = length >= 0 && length < end - data ? data + length : data;
    }
}

/* ---- the catalog ---- */

static bool
is_true(Check *check, qpdf_oh dictionary, const char *key)
{
    qpdf_oh value = key_of(check, dictionary, key);
    return qpdf_oh_is_bool(check->qpdf, value) && qpdf_oh_get_bool_value(check->qpdf, value);
}

static void
check_tagging(Check *check, qpdf_oh root)
{
    qpdf_oh marks = key_of(check, root, "/MarkInfo");
    int object = object_of(check, root);
    if (!is_true(check, marks, "/Marked"))
        broken(check, RULE_MARKED, object);
    if (is_true(check, marks, "/Suspects"))
        broken(check, RULE_SUSPECTS, object);
    if (!is_dictionary(check, key_of(check, root, "/StructTreeRoot")))
        broken(check, RULE_TREE, object);
    if (!is_true(check, key_of(check, root, "/ViewerPreferences"), "/DisplayDocTitle"))
        broken(check, RULE_SHOW_TITLE, object);
    g_autofree char *language = string_of(check, key_of(check, root, "/Lang"));
    if (!*language)
        broken(check, RULE_LANGUAGE, object);
}

void
check_file(Check *check)
{
    qpdf_oh trailer = qpdf_get_trailer(check->qpdf), root = qpdf_get_root(check->qpdf);
    check_header(check);
    check_end(check);
    check_streams(check);
    if (count_of(check, key_of(check, trailer, "/ID")) != 2)
        broken(check, RULE_TRAILER_ID, 0);
    if (qpdf_is_encrypted(check->qpdf))
        broken(check, RULE_ENCRYPTION, 0);
    if (has_key(check, key_of(check, root, "/Names"), "/EmbeddedFiles"))
        broken(check, RULE_EMBEDDED_FILES, object_of(check, root));
    if (has_key(check, key_of(check, root, "/AcroForm"), "/XFA"))
        broken(check, RULE_FORM_XFA, object_of(check, root));
    check_tagging(check, root);
}

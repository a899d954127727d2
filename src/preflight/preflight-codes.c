/* preflight-codes.c - the codes of composite fonts: how long they are, their glyphs and characters, from the maps of
 * the file (ISO 32000-1, 9.7.5, 9.10.3; Adobe technical note 5014), and the widths against the program's. */
#include "preflight-internal.h"

#include <stdlib.h>
#include <string.h>

/* Codes [first, last] of so many bytes; of a mapping: `first` is the CID `cid`, and so on. */
typedef struct {
    size_t size;
    unsigned first, last, cid;
} Range;

struct Codes {
    GArray *spaces, *cids;   /* of Range */
    GHashTable *private_use; /* codes plus 1 */
    unsigned char *glyphs;   /* two bytes for each CID; NULL: CIDs are glyphs */
    size_t n_glyphs;
    bool has_map, bad_value;
};

enum { MOST_BYTES = 4, MOST_CODES = 0x10000 };

void
codes_free(void *data)
{
    Codes *codes = data;
    g_array_free(codes->spaces, TRUE);
    g_array_free(codes->cids, TRUE);
    g_hash_table_destroy(codes->private_use);
    free(codes->glyphs);
    g_free(codes);
}

/* ---- maps ---- */

static unsigned
number_in(Token token, size_t *size)
{
    g_autoptr(GString) bytes = g_string_new(NULL);
    unsigned number = 0;
    token_bytes(token, bytes);
    *size = MIN(bytes->len, MOST_BYTES);
    for (size_t i = 0; i < *size; i++)
        number = number << 8 | (unsigned char)bytes->str[i];
    return number;
}

static Range
range_of(const Token *first, const Token *last)
{
    Range range = {0};
    range.first = number_in(*first, &range.size);
    range.last = number_in(*last, &range.size);
    return range;
}

static unsigned
cid_of(Token token)
{
    g_autofree char *text = g_strndup(token.start, token.length);
    return (unsigned)strtoul(text, NULL, 10);
}

/* What the characters of a code break. */
static void
note_characters(Codes *codes, Range range, Token value)
{
    g_autoptr(GString) bytes = g_string_new(NULL);
    bool private_use = false;
    token_bytes(value, bytes);
    for (gsize i = 0; i + 1 < bytes->len; i += 2) {
        unsigned unit =
            (unsigned)(unsigned char)bytes->str[i] << 8 | (unsigned char)bytes->str[i + 1];
        codes->bad_value |= unit == 0 || unit == 0xFEFF || unit == 0xFFFE;
        private_use |= (unit >= 0xE000 && unit <= 0xF8FF) || (unit >= 0xDB80 && unit <= 0xDBFF);
    }
    for (unsigned code = range.first; private_use && code <= range.last && code < MOST_CODES;
         code++)
        g_hash_table_add(codes->private_use, GUINT_TO_POINTER(code + 1));
}

static void
take_unicode(Codes *codes, const GArray *tokens, bool ranges)
{
    const Token *token = (const Token *)(void *)tokens->data;
    guint step = ranges ? 2 : 1;
    for (guint i = 0; i + step < tokens->len;) {
        Range range = range_of(&token[i], &token[i + step - 1]);
        i += step;
        bool list = token[i].kind == TOKEN_OPEN;
        for (i += list; i < tokens->len && token[i].kind == TOKEN_STRING; i++) {
            note_characters(codes, range, token[i]);
            range.first += list;
            if (!list)
                break;
        }
        i++;
    }
}

static void
take_entries(Codes *codes, const GArray *tokens, Token end)
{
    static const struct {
        const char *end;
        guint step;
    } kinds[] = {{"endcodespacerange", 2}, {"endcidrange", 3}, {"endcidchar", 2}};
    const Token *token = (const Token *)(void *)tokens->data;
    if (token_is(end, "endbfchar") || token_is(end, "endbfrange"))
        take_unicode(codes, tokens, token_is(end, "endbfrange"));
    for (size_t kind = 0; kind < G_N_ELEMENTS(kinds); kind++)
        for (guint i = 0; token_is(end, kinds[kind].end) && i + kinds[kind].step <= tokens->len;
             i += kinds[kind].step) {
            Range range = range_of(&token[i], &token[i + (kind == 2 ? 0 : 1)]);
            range.cid = kind ? cid_of(token[i + kinds[kind].step - 1]) : 0;
            g_array_append_val(kind ? codes->cids : codes->spaces, range);
        }
}

static void
read_map(Check *check, Codes *codes, qpdf_oh stream)
{
    unsigned char *data = NULL;
    size_t size = 0;
    QPDF_BOOL filtered = QPDF_FALSE;
    if (!qpdf_oh_is_stream(check->qpdf, stream))
        return;
    qpdf_oh_get_stream_data(check->qpdf, stream, qpdf_dl_generalized, &filtered, &data, &size);
    Scan scan = {(const char *)data, (const char *)data + (data && filtered ? size : 0)};
    GArray *tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    for (Token token = scan_next(&scan); token.kind != TOKEN_END; token = scan_next(&scan)) {
        if (token.kind != TOKEN_OPERATOR) {
            g_array_append_val(tokens, token);
            continue;
        }
        take_entries(codes, tokens, token);
        g_array_set_size(tokens, 0);
    }
    g_array_free(tokens, TRUE);
    free(data);
}

/* ---- fonts ---- */

static qpdf_oh
descendant_of(Check *check, qpdf_oh font)
{
    return item_of(check, key_of(check, font, "/DescendantFonts"), 0);
}

static Codes *
read_codes(Check *check, qpdf_oh font)
{
    const char *name = name_of(check, key_of(check, font, "/Encoding"));
    bool identity = strcmp(name, "/Identity-H") == 0 || strcmp(name, "/Identity-V") == 0;
    Codes *codes = g_new0(Codes, 1);
    codes->spaces = g_array_new(FALSE, FALSE, sizeof(Range));
    codes->cids = g_array_new(FALSE, FALSE, sizeof(Range));
    codes->private_use = g_hash_table_new(NULL, NULL);
    if (identity) {
        const Range all = {2, 0, 0xFFFF, 0};
        g_array_append_val(codes->spaces, all);
        g_array_append_val(codes->cids, all);
    }
    read_map(check, codes, key_of(check, font, "/Encoding"));
    read_map(check, codes, key_of(check, font, "/ToUnicode"));
    codes->has_map = identity || codes->cids->len > 0;
    qpdf_oh map = key_of(check, descendant_of(check, font), "/CIDToGIDMap");
    QPDF_BOOL filtered = QPDF_FALSE;
    if (qpdf_oh_is_stream(check->qpdf, map))
        qpdf_oh_get_stream_data(check->qpdf, map, qpdf_dl_generalized, &filtered, &codes->glyphs,
                                &codes->n_glyphs);
    codes->n_glyphs /= 2;
    return codes;
}

const Codes *
codes_of(Check *check, qpdf_oh font)
{
    int object = object_of(check, font);
    if (!object || !is_named(check, font, "/Subtype", "/Type0"))
        return NULL;
    Codes *codes = g_hash_table_lookup(check->fonts, GINT_TO_POINTER(object));
    if (!codes) {
        codes = read_codes(check, font);
        g_hash_table_insert(check->fonts, GINT_TO_POINTER(object), codes);
    }
    return codes;
}

static unsigned
glyph_of(const Codes *codes, unsigned cid)
{
    if (!codes->glyphs)
        return cid;
    return cid < codes->n_glyphs
               ? (unsigned)codes->glyphs[2 * cid] << 8 | codes->glyphs[2 * cid + 1]
               : 0;
}

Code
codes_next(const Codes *codes, const char *bytes, size_t size)
{
    unsigned number = 0;
    Code code = {1, codes->has_map, false};
    for (size_t length = 1; length <= MIN(size, MOST_BYTES); length++) {
        number = number << 8 | (unsigned char)bytes[length - 1];
        for (guint i = 0; i < codes->spaces->len; i++) {
            const Range *space = &g_array_index(codes->spaces, Range, i);
            if (space->size != length || number < space->first || number > space->last)
                continue;
            code.size = length;
            code.private_use =
                g_hash_table_contains(codes->private_use, GUINT_TO_POINTER(number + 1));
            for (guint j = 0; j < codes->cids->len; j++) {
                const Range *cids = &g_array_index(codes->cids, Range, j);
                if (cids->size == length && number >= cids->first && number <= cids->last)
                    code.missing = glyph_of(codes, cids->cid + number - cids->first) == 0;
            }
            return code;
        }
    }
    return code;
}

/* ---- widths ---- */

typedef struct {
    const unsigned char *data;
    size_t size;
} Bytes;

static unsigned
big_endian(Bytes bytes, size_t at, size_t size)
{
    unsigned value = 0;
    for (size_t i = at; i < at + size; i++)
        value = value << 8 | (i < bytes.size ? bytes.data[i] : 0);
    return value;
}

/* A table of a TrueType program (OpenType 1.9, font file). */
static Bytes
table_of(Bytes program, const char *tag)
{
    enum { FIRST = 12, RECORD = 16 };
    for (size_t at = FIRST; at < FIRST + RECORD * (size_t)big_endian(program, 4, 2); at += RECORD) {
        size_t start = big_endian(program, at + 8, 4), size = big_endian(program, at + 12, 4);
        if (at + RECORD <= program.size && memcmp(program.data + at, tag, 4) == 0 &&
            start + size <= program.size)
            return (Bytes){program.data + start, size};
    }
    return (Bytes){0};
}

typedef struct {
    Bytes metrics;
    unsigned full; /* glyphs behind so many have the last one's advance */
    double unit;   /* of the program, in thousandths of the type size */
} Advances;

static bool
differs(const Advances *advances, unsigned glyph, double width)
{
    unsigned at = MIN(glyph, advances->full - 1);
    double own = big_endian(advances->metrics, 4 * (size_t)at, 2) * advances->unit;
    return own - width > 1 || width - own > 1;
}

/* "c [w w ...]" and "c c w" (ISO 32000-1, 9.7.4.3). */
static bool
widths_differ(Check *check, const Codes *codes, qpdf_oh widths, const Advances *advances)
{
    int n = qpdf_oh_is_array(check->qpdf, widths) ? count_of(check, widths) : 0;
    for (int i = 0; i + 1 < n;) {
        double first = number_of(check, item_of(check, widths, i), 0);
        qpdf_oh next = item_of(check, widths, i + 1);
        bool list = qpdf_oh_is_array(check->qpdf, next);
        int own = list ? count_of(check, next) : 1;
        double last = list ? first + own - 1 : number_of(check, next, 0);
        for (double cid = MAX(first, 0); cid <= MIN(last, MOST_CODES - 1); cid++) {
            qpdf_oh width =
                list ? item_of(check, next, (int)(cid - first)) : item_of(check, widths, i + 2);
            if (differs(advances, glyph_of(codes, (unsigned)cid), number_of(check, width, 0)))
                return true;
            qpdf_oh_release(check->qpdf, width);
        }
        i += list ? 2 : 3;
    }
    return false;
}

void
codes_check(Check *check, const Codes *codes, qpdf_oh font, int object)
{
    if (codes->bad_value)
        broken(check, RULE_UNICODE_VALUE, object);
    unsigned char *data = NULL;
    size_t size = 0;
    QPDF_BOOL filtered = QPDF_FALSE;
    qpdf_oh descendant = descendant_of(check, font);
    qpdf_oh stream = key_of(check, key_of(check, descendant, "/FontDescriptor"), "/FontFile2");
    if (qpdf_oh_is_stream(check->qpdf, stream))
        qpdf_oh_get_stream_data(check->qpdf, stream, qpdf_dl_generalized, &filtered, &data, &size);
    const Bytes program = {data, size};
    const Advances advances = {.metrics = table_of(program, "hmtx"),
                               .full = big_endian(table_of(program, "hhea"), 34, 2),
                               .unit =
                                   1000.0 / MAX(big_endian(table_of(program, "head"), 18, 2), 1)};
    if (advances.full && advances.metrics.data &&
        widths_differ(check, codes, key_of(check, descendant, "/W"), &advances))
        broken(check, RULE_WIDTHS, object);
    free(data);
}

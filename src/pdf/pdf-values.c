/* pdf-values.c - numbers, strings and names as PDF writes them (ISO 32000-1, 7.3); name and number trees. */
#include "pdf-internal.h"

#include <stdlib.h>
#include <string.h>

int64_t
pdf_milli(DgLen length)
{
    return dg_len_scale(length, 1000, DG_LEN_UNIT);
}

int
pdf_whole_points(DgLen length)
{
    DgLen bounded = CLAMP(length, -DG_PT(20000), DG_PT(20000));
    return (int)((bounded + DG_PT(20001) - 1) / DG_LEN_UNIT) - 20000;
}

void
pdf_put_milli(GString *out, int64_t milli)
{
    char digits[32], *end = digits + sizeof digits, *at = end;
    uint64_t size = milli < 0 ? -(uint64_t)milli : (uint64_t)milli;
    unsigned fraction = (unsigned)(size % 1000);
    size /= 1000;
    if (fraction) {
        for (int places = 3; places > 0; places--, fraction /= 10)
            if (at != end || fraction % 10)
                *--at = (char)('0' + fraction % 10);
        *--at = '.';
    }
    if (size || at == end)
        do
            *--at = (char)('0' + size % 10);
        while (size /= 10);
    if (milli < 0)
        *--at = '-';
    g_string_append_len(out, at, end - at);
}

void
pdf_put_bytes(GString *out, const char *bytes, size_t size)
{
    g_string_append_c(out, '(');
    for (size_t i = 0; i < size; i++) {
        if (bytes[i] == '\r') { /* read back as a line feed if it stood alone */
            g_string_append(out, "\\r");
            continue;
        }
        if (bytes[i] == '(' || bytes[i] == ')' || bytes[i] == '\\')
            g_string_append_c(out, '\\');
        g_string_append_c(out, bytes[i]);
    }
    g_string_append_c(out, ')');
}

static bool
is_plain_ascii(const char *text)
{
    for (; *text; text++)
        if (*text < ' ' || *text > '~')
            return false;
    return true;
}

/* No string has more than 32767 bytes, no name more than 127 (ISO 19005-2, 6.1.13). */
enum { MOST_CHARACTERS = 8000, MOST_NAME_BYTES = 120 };

void
pdf_put_string(GString *out, const char *text)
{
    if (is_plain_ascii(text)) {
        pdf_put_bytes(out, text, MIN(strlen(text), PDF_STRING_BYTES));
        return;
    }
    g_autofree char *whole = g_utf8_make_valid(text, -1);
    g_autofree char *valid =
        g_utf8_substring(whole, 0, MIN(g_utf8_strlen(whole, -1), MOST_CHARACTERS));
    g_autoptr(GString) utf16 = g_string_new("\xFE\xFF");
    for (const char *s = valid; *s; s = g_utf8_next_char(s)) {
        gunichar c = g_utf8_get_char(s), high = c;
        if (c > 0xFFFF) {
            high = 0xD800 + ((c - 0x10000) >> 10);
            g_string_append_c(utf16, (char)(high >> 8));
            g_string_append_c(utf16, (char)(high & 0xFF));
            high = 0xDC00 + ((c - 0x10000) & 0x3FF);
        }
        g_string_append_c(utf16, (char)(high >> 8));
        g_string_append_c(utf16, (char)(high & 0xFF));
    }
    pdf_put_bytes(out, utf16->str, utf16->len);
}

void
pdf_put_name(GString *out, const char *name)
{
    g_autofree char *valid = g_utf8_make_valid(name, -1);
    size_t size = strlen(valid);
    const char *end = size > MOST_NAME_BYTES ? g_utf8_find_prev_char(valid, valid + MOST_NAME_BYTES)
                                             : valid + size;
    g_string_append_c(out, '/');
    for (name = valid; name < end; name++) {
        if (g_ascii_isalnum(*name) || strchr("-_+.", *name))
            g_string_append_c(out, *name);
        else
            g_string_append_printf(out, "#%02X", (unsigned)(unsigned char)*name);
    }
}

enum { LEAVES_A_NODE = 64 };

static void
put_key(GString *out, const PdfLeaf *leaf, bool names)
{
    if (names)
        pdf_put_bytes(out, leaf->name, strlen(leaf->name));
    else
        g_string_append_printf(out, "%d", leaf->number);
}

static void
put_limits(GString *out, const PdfLeaf *first, const PdfLeaf *last, bool names)
{
    g_string_append(out, "/Limits[");
    put_key(out, first, names);
    g_string_append_c(out, ' ');
    put_key(out, last, names);
    g_string_append_c(out, ']');
}

static void
put_leaves(GString *out, const PdfLeaf *leaves, size_t n, bool names)
{
    g_string_append(out, names ? "/Names[" : "/Nums[");
    for (size_t i = 0; i < n; i++) {
        put_key(out, &leaves[i], names);
        g_string_append_c(out, ' ');
        g_string_append(out, leaves[i].value);
        g_string_append_c(out, ' ');
    }
    g_string_append_c(out, ']');
}

/* The node over these leaves: its object. A kid spans a power of LEAVES_A_NODE leaves. */
static int
put_node(PdfFile *file, const PdfLeaf *leaves, size_t n, bool names, bool is_root)
{
    g_autoptr(GString) body = g_string_new("<<");
    int object = pdf_object_new(file);
    if (n <= LEAVES_A_NODE) {
        put_leaves(body, leaves, n, names);
    } else {
        size_t span = LEAVES_A_NODE;
        while (span * LEAVES_A_NODE < n)
            span *= LEAVES_A_NODE;
        g_string_append(body, "/Kids[");
        for (size_t i = 0; i < n; i += span) {
            int kid = put_node(file, leaves + i, MIN(span, n - i), names, false);
            g_string_append_printf(body, "%d 0 R ", kid);
        }
        g_string_append_c(body, ']');
    }
    if (!is_root)
        put_limits(body, &leaves[0], &leaves[n - 1], names);
    g_string_append(body, ">>");
    pdf_object_put(file, object, body);
    return object;
}

int
pdf_put_numbers(PdfFile *file, const PdfLeaf *leaves, size_t n)
{
    return n ? put_node(file, leaves, n, false, true) : 0;
}

static int
compare_names(const void *a, const void *b)
{
    return strcmp(((const PdfLeaf *)a)->name, ((const PdfLeaf *)b)->name);
}

int
pdf_put_names(PdfFile *file, PdfLeaf *leaves, size_t n)
{
    if (n == 0)
        return 0;
    qsort(leaves, n, sizeof *leaves, compare_names);
    size_t kept = 1;
    for (size_t i = 1; i < n; i++)
        if (strcmp(leaves[i].name, leaves[kept - 1].name) != 0)
            leaves[kept++] = leaves[i];
    return put_node(file, leaves, kept, true, true);
}

/* typo-flat.c - the text of a block across its nodes: taken in, changed, written back. */
#include "typo-internal.h"

#include <glib.h>
#include <string.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

enum { CONTEXT = 16 }; /* units shown on either side of a change */

void
flat_clear(Flat *flat)
{
    flat->n = flat->n_sources = flat->n_edits = 0;
    flat->signs = 0;
    flat->cursor.valid = false;
}

void
flat_free(Flat *flat)
{
    g_free(flat->text);
    g_free(flat->source);
    g_free(flat->fixed);
    g_free(flat->sources);
    g_free(flat->edits);
}

static void
reserve(Flat *flat, size_t units)
{
    if (flat->capacity >= units)
        return;
    flat->capacity = MAX(units, 2 * flat->capacity + 1024);
    flat->text = g_renew(uint16_t, flat->text, flat->capacity);
    flat->source = g_renew(uint32_t, flat->source, flat->capacity);
    flat->fixed = g_renew(bool, flat->fixed, flat->capacity);
}

static void
append(Flat *flat, uint16_t unit, bool fixed)
{
    flat->text[flat->n] = unit;
    flat->source[flat->n] = (uint32_t)(flat->n_sources - 1);
    flat->fixed[flat->n++] = fixed;
}

static void
add_source(Flat *flat, DgNode *node, const char *string, DgPos pos)
{
    if (flat->n_sources == flat->sources_capacity) {
        flat->sources_capacity = 2 * flat->sources_capacity + 16;
        flat->sources = g_renew(Source, flat->sources, flat->sources_capacity);
    }
    flat->sources[flat->n_sources++] = (Source){node, string, pos, false};
}

void
flat_add_text(Flat *flat, DgNode *node, const char *string, DgPos pos, bool fixed)
{
    add_source(flat, node, string, pos);
    const uint8_t *bytes = (const uint8_t *)string;
    int32_t length = string ? (int32_t)MIN(strlen(string), (size_t)1 << 30) : 0;
    reserve(flat, flat->n + (size_t)length);
    for (int32_t i = 0; i < length;) {
        UChar32 c;
        U8_NEXT_OR_FFFD(bytes, i, length, c);
        if (c > 0xFFFF) {
            append(flat, U16_LEAD(c), fixed);
            c = U16_TRAIL(c);
        }
        append(flat, (uint16_t)c, fixed);
    }
}

void
flat_add_object(Flat *flat, uint16_t sign, DgPos pos)
{
    add_source(flat, NULL, NULL, pos);
    reserve(flat, flat->n + 1);
    append(flat, sign, true);
}

static unsigned
sign_of_ascii(uint16_t c, uint16_t before)
{
    static const uint16_t signs[128] = {
        ['\t'] = HAS_DOUBLE_SPACE, ['\n'] = HAS_DOUBLE_SPACE, ['\r'] = HAS_DOUBLE_SPACE,
        ['0'] = HAS_DIGIT,         ['1'] = HAS_DIGIT,         ['2'] = HAS_DIGIT,
        ['3'] = HAS_DIGIT,         ['4'] = HAS_DIGIT,         ['5'] = HAS_DIGIT,
        ['6'] = HAS_DIGIT,         ['7'] = HAS_DIGIT,         ['8'] = HAS_DIGIT,
        ['9'] = HAS_DIGIT,         ['-'] = HAS_HYPHEN,        ['"'] = HAS_DOUBLE_QUOTE,
        ['\''] = HAS_SINGLE_QUOTE, ['.'] = HAS_POINT,         ['%'] = HAS_SIGN,
        ['('] = HAS_BRACKET,       [')'] = HAS_BRACKET,       ['['] = HAS_BRACKET,
        [']'] = HAS_BRACKET,       ['/'] = HAS_ADDRESS_MARK,  ['@'] = HAS_ADDRESS_MARK,
        [' '] = HAS_SPACE,
    };
    bool behind_space = before == ' ' || before == NO_BREAK_SPACE;
    if (behind_space && (c == ' ' || c == NO_BREAK_SPACE))
        return HAS_DOUBLE_SPACE;
    if (behind_space && strchr(".,;:!?", (char)c) && c)
        return HAS_MARK_BEHIND_SPACE | signs[c];
    return signs[c];
}

static unsigned
sign_of_other(uint16_t c, uint16_t before)
{
    if (c == NO_BREAK_SPACE)
        return before == ' ' || before == NO_BREAK_SPACE ? HAS_DOUBLE_SPACE | HAS_SPACE : HAS_SPACE;
    if (is_dash(c) || c == MINUS)
        return HAS_DASH;
    if (c == 0x2018 || c == APOSTROPHE)
        return HAS_SINGLE_QUOTE;
    if (is_quote(c))
        return HAS_DOUBLE_QUOTE | HAS_BRACKET;
    if (c == ELLIPSIS)
        return HAS_POINT;
    if (c == NO_BREAK_HYPHEN)
        return HAS_HYPHEN;
    return c == NUMERO || c == SECTION_SIGN || c == 0x2030 || c == 0xB0 ? HAS_SIGN : 0;
}

void
flat_look(Flat *flat)
{
    uint16_t before = 0;
    unsigned signs = 0;
    for (size_t i = 0; i < flat->n; i++) {
        uint16_t c = flat->text[i];
        if (is_cyrillic(c))
            signs |= HAS_CYRILLIC;
        else if (is_latin(c))
            signs |= HAS_LATIN | (c == 'w' && before == 'w' ? HAS_ADDRESS_MARK : 0);
        else
            signs |= c < 0x80 ? sign_of_ascii(c, before) : sign_of_other(c, before);
        before = c;
    }
    flat->signs = signs;
}

static bool
may_change(const Flat *flat, size_t from, size_t n, const uint16_t *with)
{
    if (n == 0 && (from == 0 || flat->fixed[from - 1]) && (from >= flat->n || flat->fixed[from]))
        return false;
    for (size_t i = from; i < from + n; i++)
        if (flat->fixed[i] || is_word(flat->text[i]))
            return false;
    for (; *with; with++)
        if (is_word(*with))
            return false;
    return true;
}

void
flat_replace(Flat *flat, const char *rule, size_t from, size_t n, const uint16_t *with)
{
    size_t length = 0;
    while (with[length])
        length++;
    const Edit *last = flat->n_edits ? &flat->edits[flat->n_edits - 1] : NULL;
    bool overlaps = last && from < last->at + last->n;
    if (overlaps || from + n > flat->n || !may_change(flat, from, n, with) ||
        (length == n && memcmp(flat->text + from, with, n * sizeof *with) == 0))
        return;
    if (flat->n_edits == flat->edits_capacity) {
        flat->edits_capacity = 2 * flat->edits_capacity + 16;
        flat->edits = g_renew(Edit, flat->edits, flat->edits_capacity);
    }
    flat->edits[flat->n_edits++] = (Edit){rule, from, n, with};
}

/* What is put in belongs where the first replaced unit did; before a fixed unit, to the text before. */
static uint32_t
source_of_edit(const Flat *flat, const Edit *edit)
{
    if (edit->n > 0)
        return flat->source[edit->at];
    bool behind = edit->at > 0 && !flat->fixed[edit->at - 1];
    return flat->source[behind ? edit->at - 1 : edit->at];
}

static void
log_edit(Flat *flat, const Edit *edit)
{
    size_t from = edit->at > CONTEXT ? edit->at - CONTEXT : 0, end = edit->at + edit->n;
    g_autofree char *with = g_utf16_to_utf8(edit->with, -1, NULL, NULL, NULL);
    DgTypoChange change = {edit->rule, flat_pos(flat, MIN(edit->at, flat->n - 1)),
                           flat_slice(flat, from, end + CONTEXT),
                           dg_arena_printf(flat->arena, "%s%s%s", flat_slice(flat, from, edit->at),
                                           with, flat_slice(flat, end, end + CONTEXT))};
    DG_APPEND(flat->arena, flat->log->changes, flat->log->n, change);
}

/* Copies [from, to) to the end of the arrays, which have room. */
static void
copy_units(Flat *flat, size_t from, size_t to)
{
    memcpy(flat->text + flat->n, flat->text + from, (to - from) * sizeof *flat->text);
    memcpy(flat->source + flat->n, flat->source + from, (to - from) * sizeof *flat->source);
    memcpy(flat->fixed + flat->n, flat->fixed + from, (to - from) * sizeof *flat->fixed);
    flat->n += to - from;
}

static void
copy_edit(Flat *flat, const Edit *edit, uint32_t source)
{
    for (size_t i = edit->at; i < edit->at + edit->n; i++)
        flat->sources[flat->source[i]].changed = true;
    flat->sources[source].changed = true;
    for (const uint16_t *c = edit->with; *c; c++) {
        flat->text[flat->n] = *c;
        flat->source[flat->n] = source;
        flat->fixed[flat->n++] = false;
    }
}

/* The edited copy grows behind the text, then moves to the start: linear however many edits there are. */
void
flat_apply(Flat *flat)
{
    if (flat->n_edits == 0)
        return;
    size_t old_n = flat->n, growth = 0, from = 0;
    for (size_t i = 0; i < flat->n_edits; i++) {
        for (const uint16_t *c = flat->edits[i].with; *c; c++)
            growth++;
        if (flat->log)
            log_edit(flat, &flat->edits[i]);
    }
    reserve(flat, 2 * old_n + growth);
    for (const Edit *edit = flat->edits; edit < flat->edits + flat->n_edits; edit++) {
        uint32_t source = source_of_edit(flat, edit);
        copy_units(flat, from, edit->at);
        copy_edit(flat, edit, source);
        from = edit->at + edit->n;
    }
    copy_units(flat, from, old_n);
    flat->n -= old_n;
    memmove(flat->text, flat->text + old_n, flat->n * sizeof *flat->text);
    memmove(flat->source, flat->source + old_n, flat->n * sizeof *flat->source);
    memmove(flat->fixed, flat->fixed + old_n, flat->n * sizeof *flat->fixed);
    flat->n_edits = 0;
    flat->cursor.valid = false;
}

char *
flat_slice(const Flat *flat, size_t from, size_t to)
{
    to = MIN(to, flat->n);
    from = MIN(from, to);
    size_t room = 1, length = 0;
    for (size_t i = from; i < to; i++)
        room += flat->text[i] < 0x80 ? 1 : flat->text[i] < 0x800 ? 2 : 3;
    char *out = dg_arena_alloc(flat->arena, room);
    for (size_t i = from; i < to;) {
        UChar32 c;
        U16_NEXT(flat->text, i, to, c);
        c = U_IS_SURROGATE(c) ? 0xFFFD : c;
        U8_APPEND_UNSAFE(out, length, c);
    }
    out[length] = '\0';
    return out;
}

void
flat_write_back(Flat *flat)
{
    for (size_t i = 0; i < flat->n_sources; i++)
        if (flat->sources[i].changed)
            flat->sources[i].string = "";
    for (size_t from = 0, to; from < flat->n; from = to) {
        for (to = from; to < flat->n && flat->source[to] == flat->source[from];)
            to++;
        Source *source = &flat->sources[flat->source[from]];
        if (source->changed)
            source->string = flat_slice(flat, from, to);
    }
    for (size_t i = 0; i < flat->n_sources; i++)
        if (flat->sources[i].changed && flat->sources[i].node)
            flat->sources[i].node->text = flat->sources[i].string;
}

/* Words that the context would cut are left out, objects too. */
char *
flat_excerpt(const Flat *flat, size_t i, size_t n)
{
    size_t from = i > CONTEXT ? i - CONTEXT : 0, to = MIN(i + n + CONTEXT, flat->n);
    for (size_t at = from; from > 0 && at < i; at++)
        if (is_space(flat->text[at])) {
            from = at + 1;
            break;
        }
    for (size_t at = to; to < flat->n && at > i + n; at--)
        if (is_space(flat->text[at - 1])) {
            to = at - 1;
            break;
        }
    g_auto(GStrv) pieces = g_strsplit(flat_slice(flat, from, to), "\uFFFC", -1);
    g_autofree char *joined = g_strjoinv("", pieces);
    return dg_arena_strdup(flat->arena, joined);
}

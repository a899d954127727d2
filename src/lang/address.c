/* address.c - finds URLs, DOIs and mail addresses inside running text. */
#include "address-internal.h"
#include "chars-internal.h"

static bool
is_ascii_word(uint16_t c)
{
    return c < 0x80 && is_word(c);
}

/* What may stand in an address: everything but spaces, quotes and angle brackets. */
static bool
is_address_char(uint16_t c)
{
    return c > ' ' && c != 0x7F && !is_space(c) && c != '<' && c != '>' && c != OBJECT &&
           c != SOFT_HYPHEN && (!is_quote(c) || c == APOSTROPHE) && c != ELLIPSIS;
}

static bool
is_sentence_mark(uint16_t c)
{
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == '\'' ||
           c == APOSTROPHE || is_dash(c);
}

enum { BRACKET_KINDS = 3 };

/* 1 and up: the kind of an opening bracket; -1 and down: of a closing one. */
static int
bracket_kind(uint16_t c)
{
    static const char opening[] = "([{", closing[] = ")]}";
    for (int kind = 0; kind < BRACKET_KINDS; kind++) {
        if (c == (uint16_t)opening[kind])
            return kind + 1;
        if (c == (uint16_t)closing[kind])
            return -kind - 1;
    }
    return 0;
}

/* The end of the address that `from` lies in. A closing bracket belongs to it if its opening one does. */
static size_t
address_end(const uint16_t *text, size_t n, size_t start, size_t from)
{
    int open[BRACKET_KINDS + 1] = {0};
    size_t end = start;
    for (; end < n && (end < from || is_address_char(text[end])); end++) {
        int kind = bracket_kind(text[end]);
        open[kind < 0 ? -kind : kind] += kind < 0 ? -1 : 1;
    }
    while (end > from) {
        int kind = bracket_kind(text[end - 1]);
        if (!(kind < 0 && open[-kind] < 0) && !is_sentence_mark(text[end - 1]))
            break;
        if (kind < 0)
            open[-kind]++;
        end--;
    }
    return end;
}

static bool
is_host_char(uint16_t c)
{
    return is_ascii_word(c) || c == '.' || c == '-';
}

static bool
is_mail_char(uint16_t c)
{
    return is_host_char(c) || c == '_' || c == '+' || c == '%';
}

static size_t
back_over(const uint16_t *text, size_t from, size_t at, bool (*belongs)(uint16_t))
{
    while (at > from && belongs(text[at - 1]))
        at--;
    return at;
}

/* Whether [start, end) is a host name: labels with points between, the last of two or more letters. */
static bool
is_host(const uint16_t *text, size_t start, size_t end)
{
    size_t label = end;
    while (label > start && is_ascii_word(text[label - 1]) && !is_digit(text[label - 1]))
        label--;
    return end - label >= 2 && label > start + 1 && text[label - 1] == '.' &&
           is_ascii_word(text[label - 2]) && is_ascii_word(text[start]);
}

static bool
starts_with(const uint16_t *text, size_t n, size_t at, const char *word)
{
    for (; *word; word++, at++)
        if (at >= n || text[at] != (uint16_t)*word)
            return false;
    return true;
}

/* https://…: the scheme begins at *start. */
static bool
at_scheme(const uint16_t *text, size_t n, size_t from, size_t at, size_t *start)
{
    *start = back_over(text, from, at, is_ascii_word);
    return at - *start >= 2 && starts_with(text, n, at, "://");
}

/* 10.NNNN/… */
static bool
at_doi(const uint16_t *text, size_t n, size_t from, size_t at)
{
    if (!starts_with(text, n, at, "10.") ||
        (at > from && (is_word(text[at - 1]) || text[at - 1] == '.')))
        return false;
    size_t slash = at + 3;
    while (slash < n && is_digit(text[slash]))
        slash++;
    return slash - at - 3 >= 4 && slash - at - 3 <= 9 && slash + 1 < n && text[slash] == '/' &&
           is_address_char(text[slash + 1]);
}

static bool
at_mail(const uint16_t *text, size_t n, size_t from, size_t at, size_t *start)
{
    *start = back_over(text, from, at, is_mail_char);
    size_t end = at + 1;
    while (end < n && is_host_char(text[end]))
        end++;
    while (end > at + 1 && !is_ascii_word(text[end - 1]))
        end--;
    return *start < at && is_host(text, at + 1, end);
}

/* The sign at `at` betrays an address, which begins at *start. */
static bool
betrays(const uint16_t *text, size_t n, size_t from, size_t at, size_t *start)
{
    *start = at;
    switch (text[at]) {
    case ':':
        return at_scheme(text, n, from, at, start);
    case 'w':
        return starts_with(text, n, at, "www.") && (at == from || !is_word(text[at - 1])) &&
               at + 4 < n && is_word(text[at + 4]);
    case '1':
        return at_doi(text, n, from, at);
    case '@':
        return at_mail(text, n, from, at, start);
    case '/':
        *start = back_over(text, from, at, is_host_char);
        return is_host(text, *start, at);
    default:
        return false;
    }
}

bool
address_next(const uint16_t *text, size_t n, size_t from, size_t *start, size_t *end)
{
    for (size_t at = from; at < n; at++) {
        if (text[at] >= 0x80 || !betrays(text, n, from, at, start))
            continue;
        *end = address_end(text, n, *start, at);
        if (*end > at)
            return true;
    }
    return false;
}

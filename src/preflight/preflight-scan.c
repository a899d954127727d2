/* preflight-scan.c - the tokens of a content stream (ISO 32000-1, 7.2-7.3, 7.8.2). */
#include "preflight-internal.h"

#include <string.h>

static bool
is_space(char c)
{
    return c == '\0' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}

static bool
is_delimiter(char c)
{
    return c && strchr("()<>[]{}/%", c);
}

static void
skip_spaces(Scan *scan)
{
    while (scan->at < scan->end && (is_space(*scan->at) || *scan->at == '%')) {
        if (*scan->at == '%')
            while (scan->at < scan->end && *scan->at != '\n' && *scan->at != '\r')
                scan->at++;
        else
            scan->at++;
    }
}

static void
skip_literal(Scan *scan)
{
    int depth = 0;
    for (; scan->at < scan->end; scan->at++) {
        if (*scan->at == '\\' && scan->at + 1 < scan->end)
            scan->at++;
        else if (*scan->at == '(')
            depth++;
        else if (*scan->at == ')' && --depth == 0) {
            scan->at++;
            return;
        }
    }
}

static void
skip_word(Scan *scan)
{
    while (scan->at < scan->end && !is_space(*scan->at) && !is_delimiter(*scan->at))
        scan->at++;
}

static bool
is_number(const char *start, const char *end)
{
    bool digit = false;
    for (const char *s = start; s < end; s++) {
        if (!g_ascii_isdigit(*s) && !strchr("+-.", *s))
            return false;
        digit |= g_ascii_isdigit(*s);
    }
    return digit;
}

/* At a sign that parts words. */
static TokenKind
take_delimited(Scan *scan)
{
    bool twice = scan->at + 1 < scan->end && scan->at[1] == *scan->at;
    switch (*scan->at) {
    case '(':
        skip_literal(scan);
        return TOKEN_STRING;
    case '<':
        if (!twice) {
            while (scan->at < scan->end && *scan->at != '>')
                scan->at++;
            scan->at += scan->at < scan->end;
            return TOKEN_STRING;
        }
        scan->at += 2;
        return TOKEN_OPEN;
    case '/':
        scan->at++;
        skip_word(scan);
        return TOKEN_NAME;
    case '[':
        scan->at++;
        return TOKEN_OPEN;
    default:
        scan->at += *scan->at == '>' && twice ? 2 : 1;
        return TOKEN_CLOSE;
    }
}

Token
scan_next(Scan *scan)
{
    skip_spaces(scan);
    Token token = {TOKEN_END, scan->at, 0};
    if (scan->at == scan->end)
        return token;
    if (is_delimiter(*scan->at)) {
        token.kind = take_delimited(scan);
    } else {
        skip_word(scan);
        token.kind = is_number(token.start, scan->at) ? TOKEN_NUMBER : TOKEN_OPERATOR;
    }
    token.length = (size_t)(scan->at - token.start);
    return token;
}

void
scan_skip_picture(Scan *scan)
{
    for (; scan->end - scan->at >= 3; scan->at++)
        if (is_space(scan->at[0]) && scan->at[1] == 'E' && scan->at[2] == 'I' &&
            (scan->end - scan->at == 3 || is_space(scan->at[3]))) {
            scan->at += 3;
            return;
        }
    scan->at = scan->end;
}

bool
token_is(Token token, const char *text)
{
    return token.length == strlen(text) && memcmp(token.start, text, token.length) == 0;
}

static void
hexadecimal_bytes(Token token, GString *bytes)
{
    int half = -1;
    for (const char *s = token.start; s < token.start + token.length; s++) {
        if (!g_ascii_isxdigit(*s))
            continue;
        int digit = g_ascii_xdigit_value(*s);
        if (half >= 0)
            g_string_append_c(bytes, (char)(half << 4 | digit));
        half = half >= 0 ? -1 : digit;
    }
    if (half >= 0)
        g_string_append_c(bytes, (char)(half << 4));
}

/* Behind a backslash at `*at`. */
static void
append_escaped(const char **at, const char *end, GString *bytes)
{
    static const char letters[] = "nrtbf", meant[] = "\n\r\t\b\f";
    const char *letter = **at ? strchr(letters, **at) : NULL;
    if (letter) {
        g_string_append_c(bytes, meant[letter - letters]);
    } else if (**at >= '0' && **at <= '7') {
        int value = 0, digits = 0;
        for (; digits < 3 && *at < end && **at >= '0' && **at <= '7'; digits++, ++*at)
            value = value * 8 + (**at - '0');
        g_string_append_c(bytes, (char)value);
        --*at;
    } else if (**at != '\n' && **at != '\r') {
        g_string_append_c(bytes, **at);
    }
}

void
token_bytes(Token token, GString *bytes)
{
    if (token.length < 2)
        return;
    if (*token.start == '<') {
        hexadecimal_bytes(token, bytes);
        return;
    }
    const char *end = token.start + token.length - 1;
    for (const char *s = token.start + 1; s < end; s++) {
        if (*s == '\\' && s + 1 < end) {
            s++;
            append_escaped(&s, end, bytes);
        } else {
            g_string_append_c(bytes, *s);
        }
    }
}

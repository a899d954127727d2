/* chars-internal.h - classes of UTF-16 units, as the rules of text need them.
 * All signs that the rules touch lie in the basic plane; halves of surrogate pairs belong to no class. */
#ifndef DIGLOT_CHARS_INTERNAL_H
#define DIGLOT_CHARS_INTERNAL_H

#include <stdbool.h>
#include <stdint.h>
#include <unicode/uchar.h>

enum {
    NO_BREAK_SPACE = 0x00A0,
    SOFT_HYPHEN = 0x00AD,
    NO_BREAK_HYPHEN = 0x2011,
    HYPHEN = 0x2010,
    EN_DASH = 0x2013,
    EM_DASH = 0x2014,
    ELLIPSIS = 0x2026,
    NARROW_SPACE = 0x202F, /* narrow no-break space */
    THIN_SPACE = 0x2009,
    MINUS = 0x2212,
    NUMERO = 0x2116,
    SECTION_SIGN = 0x00A7,
    APOSTROPHE = 0x2019,
    STRESS = 0x0301,
    OBJECT = 0xFFFC, /* stands for a formula, code, a note mark: no letter, no space */
};

static inline bool
is_digit(uint16_t c)
{
    return c >= '0' && c <= '9';
}

static inline bool
is_latin(uint16_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7);
}

static inline bool
is_cyrillic(uint16_t c)
{
    return c >= 0x400 && c < 0x530 && !(c >= 0x482 && c <= 0x489);
}

static inline bool
is_letter(uint16_t c)
{
    return is_latin(c) || is_cyrillic(c) || (c >= 0x250 && u_isalpha(c));
}

static inline bool
is_word(uint16_t c)
{
    return is_digit(c) || is_letter(c);
}

static inline bool
is_upper(uint16_t c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z';
    if (c >= 0x400 && c < 0x460)
        return c < 0x430;
    return u_isupper(c);
}

static inline bool
is_lower(uint16_t c)
{
    return is_letter(c) && !is_upper(c);
}

/* A place where a word of the line may end; no no-break spaces. */
static inline bool
is_blank(uint16_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static inline bool
is_fixed_space(uint16_t c)
{
    return c == NO_BREAK_SPACE || c == NARROW_SPACE;
}

static inline bool
is_space(uint16_t c)
{
    return is_blank(c) || is_fixed_space(c) || (c >= 0x2000 && c <= 0x200A);
}

static inline bool
is_hyphen(uint16_t c)
{
    return c == '-' || c == HYPHEN || c == NO_BREAK_HYPHEN;
}

static inline bool
is_apostrophe(uint16_t c)
{
    return c == '\'' || c == APOSTROPHE;
}

/* En and em dash, horizontal bar. */
static inline bool
is_dash(uint16_t c)
{
    return c >= EN_DASH && c <= 0x2015;
}

static inline bool
is_roman(uint16_t c)
{
    return c == 'I' || c == 'V' || c == 'X' || c == 'L' || c == 'C' || c == 'D' || c == 'M';
}

static inline bool
is_opening_bracket(uint16_t c)
{
    return c == '(' || c == '[' || c == '{';
}

static inline bool
is_closing_bracket(uint16_t c)
{
    return c == ')' || c == ']' || c == '}';
}

static inline bool
is_quote(uint16_t c)
{
    return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F);
}

#endif

/* break-address.c - where a line may end inside a long address.
 * Before its marks, not behind them (Chicago Manual of Style 7.46): a mark at the start of a line shows
 * that the address goes on, and a point at the end of one would look like the end of a sentence. At a
 * hyphen, which a reader might take for an inserted one, only when nothing else is near, and then before
 * it. A hyphen is never added: breaks are told here as breaks, not as divisions. */
#include "break-internal.h"
#include "chars-internal.h"

#include <string.h>

enum {
    SHORT_ADDRESS = 16, /* such an address is not broken */
    LONG_PIECE = 20,    /* a piece without marks that a narrow column may not hold */
    SMALL_PIECE = 3,    /* nothing smaller is cut off */
    MARGIN = 4,         /* units that stay together at either end of a piece */
};

static bool
is_mark(uint16_t c)
{
    return c != 0 && c < 0x80 && strchr("/.?&=#_~%,@+:;", (char)c) != NULL;
}

/* Behind "://", else before a mark that follows none; the point in 10.1016 stays, that behind a long number does not. */
static bool
is_proper(const uint16_t *text, size_t start, size_t end, size_t at)
{
    if (at >= start + 3 && text[at - 1] == '/' && text[at - 2] == '/' && text[at - 3] == ':')
        return true;
    if (at < start + MARGIN || at + MARGIN > end)
        return false;
    bool inside_number =
        is_digit(text[at - 1]) && is_digit(text[at + 1]) && !is_digit(text[at - 4]);
    bool before_scheme = text[at] == ':' && text[at + 1] == '/';
    return is_mark(text[at]) && !is_mark(text[at - 1]) && !inside_number && !before_scheme;
}

static bool
is_hyphen_place(const uint16_t *text, size_t at)
{
    return text[at] == '-' && is_word(text[at - 1]);
}

static bool
is_any_place(const uint16_t *text, size_t at)
{
    bool in_escape = text[at - 1] == '%' || (text[at - 2] == '%' && is_word(text[at - 1]));
    return is_word(text[at]) && is_word(text[at - 1]) && !in_escape;
}

/* Opens more places in the pieces that are still long. */
static void
divide_long_pieces(const uint16_t *text, size_t start, size_t end, bool *places,
                   bool (*is_place)(const uint16_t *text, size_t at))
{
    for (size_t from = start, to; from < end; from = to) {
        to = from + 1;
        while (to < end && !places[to])
            to++;
        if (to - from <= LONG_PIECE)
            continue;
        for (size_t at = from + MARGIN; at + MARGIN <= to; at++)
            places[at] = is_place(text, at);
    }
}

void
break_address(const uint16_t *text, size_t start, size_t end, bool *places)
{
    size_t last = start;
    for (size_t at = start; at < end; at++) {
        places[at] = end - start >= SHORT_ADDRESS && at >= last + SMALL_PIECE &&
                     is_proper(text, start, end, at);
        if (places[at])
            last = at;
    }
    if (end - start < SHORT_ADDRESS)
        return;
    divide_long_pieces(text, start, end, places, is_hyphen_place);
    divide_long_pieces(text, start, end, places, is_any_place);
}

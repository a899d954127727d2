/* barcode.c - an ISBN as a barcode of the kind EAN-13, drawn as rules.
 * Source: ISO/IEC 15420 (EAN-13); ISO 2108, annex on bar codes: ISBN in print above, the digits below. */
#include "cover-internal.h"

#include <string.h>

enum {
    DIGITS = 13,
    MODULES = 95,
    LEFT_LIGHT = 11, /* modules without ink before and behind */
    RIGHT_LIGHT = 7,
    MODULE_MICRONS = 330,
    BAR_MICRONS = 22850,
    GUARD_MICRONS = 1650, /* by which guard bars are longer */
    WORDS_MICRONS = 4000  /* a line of text above or below */
};

static DgLen
microns(int64_t n)
{
    return dg_len_scale(DG_MM(1), n, 1000);
}

DgLen
dg_barcode_width(void)
{
    return microns((LEFT_LIGHT + MODULES + RIGHT_LIGHT) * MODULE_MICRONS);
}

DgLen
dg_barcode_height(void)
{
    return microns(WORDS_MICRONS + BAR_MICRONS + WORDS_MICRONS);
}

/* The digits of the text, at most 14; an X stands for the ten of an old check digit. */
static size_t
take_digits(const char *isbn, char digits[15])
{
    size_t n = 0;
    for (const char *s = isbn; *s && n < 14; s++)
        if ((*s >= '0' && *s <= '9') || (n == 9 && (*s == 'X' || *s == 'x')))
            digits[n++] = *s >= 'X' ? 'X' : *s;
    digits[n] = '\0';
    return n;
}

static char
check_digit(const char *digits)
{
    int sum = 0;
    for (int i = 0; i < DIGITS - 1; i++)
        sum += (digits[i] - '0') * (i % 2 ? 3 : 1);
    return (char)('0' + (10 - sum % 10) % 10);
}

/* ISO 2108:1992: weights from ten down to one. */
static bool
is_old_isbn(const char *digits)
{
    int sum = 0;
    for (int i = 0; i < 10; i++)
        sum += (digits[i] == 'X' ? 10 : digits[i] - '0') * (10 - i);
    return sum % 11 == 0;
}

bool
dg_isbn_digits(const char *isbn, char digits[14])
{
    char found[15], old[15];
    size_t n = take_digits(isbn, found);
    if (n == 10 && is_old_isbn(found)) {
        memcpy(old, found, sizeof old);
        memcpy(found, "978", 3);
        memcpy(found + 3, old, 9);
        found[12] = check_digit(found);
        n = DIGITS;
    }
    if (n != DIGITS || memchr(found, 'X', DIGITS) || found[12] != check_digit(found))
        return false;
    memcpy(digits, found, DIGITS);
    digits[DIGITS] = '\0';
    return true;
}

/* Seven modules of a digit, dark ones set, the first in bit 6: set A; B is C read backwards, C is A inverted. */
static unsigned
pattern(int digit, char set)
{
    static const uint8_t odd[10] = {0x0D, 0x19, 0x13, 0x3D, 0x23, 0x31, 0x2F, 0x3B, 0x37, 0x0B};
    unsigned right = ~(unsigned)odd[digit] & 0x7F, reversed = 0;
    for (int i = 0; i < 7; i++)
        reversed |= (right >> i & 1) << (6 - i);
    return set == 'A' ? odd[digit] : set == 'B' ? reversed : right;
}

static void
add_modules(char modules[MODULES + 1], size_t *n, unsigned bits, int count)
{
    for (int i = count - 1; i >= 0; i--)
        modules[(*n)++] = bits >> i & 1 ? '1' : '0';
}

/* Guards, six digits in the sets that the first digit chooses, the middle, six digits in set C. */
static void
code_digits(const char *digits, char modules[MODULES + 1])
{
    static const char *const sets[10] = {"AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB",
                                         "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"};
    size_t n = 0;
    add_modules(modules, &n, 5, 3);
    for (int i = 1; i <= 6; i++)
        add_modules(modules, &n, pattern(digits[i] - '0', sets[digits[0] - '0'][i - 1]), 7);
    add_modules(modules, &n, 10, 5);
    for (int i = 7; i <= 12; i++)
        add_modules(modules, &n, pattern(digits[i] - '0', 'C'), 7);
    add_modules(modules, &n, 5, 3);
    modules[n] = '\0';
}

static bool
is_guard(size_t module)
{
    return module < 3 || (module >= 45 && module < 50) || module >= 92;
}

static void
place_bars(DgCanvas *canvas, const char *modules, DgLen x, DgLen y)
{
    for (size_t i = 0; i < MODULES;) {
        size_t end = i;
        while (end < MODULES && modules[end] == modules[i])
            end++;
        DgLen from = x + microns((int64_t)i * MODULE_MICRONS),
              to = x + microns((int64_t)end * MODULE_MICRONS);
        if (modules[i] == '1')
            dg_canvas_rule(canvas, from, y, to - from,
                           microns(BAR_MICRONS + (is_guard(i) ? GUARD_MICRONS : 0)), 0);
        i = end;
    }
}

static void
place_words(DgCanvas *canvas, DgShaper *shaper, const DgFontStyle *font, const char *words,
            DgLen middle, DgLen baseline)
{
    const DgRun *run = dg_run_make(shaper, canvas->arena, words, font, NULL, NULL);
    if (run->n_glyphs)
        dg_canvas_run(canvas, run, middle - run->width / 2, baseline);
}

void
dg_barcode_place(DgCanvas *canvas, DgShaper *shaper, const DgFontStyle *font, const char *isbn,
                 const char digits[14], DgLen x, DgLen y)
{
    char modules[MODULES + 1];
    DgFontStyle own = *font;
    own.size = DG_PT(9);
    own.letter_spacing = 0;
    own.color = 0;
    code_digits(digits, modules);
    DgLen bars = x + microns(LEFT_LIGHT * MODULE_MICRONS), top = y + microns(WORDS_MICRONS);
    DgLen below = top + microns(BAR_MICRONS) + DG_PT(8);
    place_words(canvas, shaper, &own, dg_arena_printf(canvas->arena, "ISBN %s", isbn),
                bars + microns(MODULES * MODULE_MICRONS / 2), top - DG_PT(3));
    place_bars(canvas, modules, bars, top);
    place_words(canvas, shaper, &own, dg_arena_printf(canvas->arena, "%.1s", digits),
                x + microns(4 * MODULE_MICRONS), below);
    place_words(canvas, shaper, &own, dg_arena_printf(canvas->arena, "%.6s", digits + 1),
                bars + microns(24 * MODULE_MICRONS), below);
    place_words(canvas, shaper, &own, dg_arena_printf(canvas->arena, "%.6s", digits + 7),
                bars + microns(71 * MODULE_MICRONS), below);
}

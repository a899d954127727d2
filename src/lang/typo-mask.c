/* typo-mask.c - what no rule may touch: addresses, numbers of standards, books, documents, telephones. */
#include "address-internal.h"
#include "typo-internal.h"

static void
fix(Flat *flat, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        flat->fixed[i] = true;
}

static void
mask_addresses(Flat *flat)
{
    size_t start, end = 0;
    while (address_next(flat->text, flat->n, end, &start, &end))
        fix(flat, start, end);
}

static bool
is_code_char(uint16_t c)
{
    return is_word(c) || is_hyphen(c) || c == '/' || c == ':' || c == '.' || c == EN_DASH;
}

/* Letters, digits, hyphens, slashes up to a space; the punctuation of the sentence behind is left out. */
static size_t
code_end(const Flat *flat, size_t start)
{
    size_t end = start;
    while (is_code_char(unit(flat, end)))
        end++;
    while (end > start && !is_word(unit(flat, end - 1)))
        end--;
    return end;
}

static bool
holds_digit(const Flat *flat, size_t from, size_t to)
{
    for (; from < to; from++)
        if (is_digit(flat->text[from]))
            return true;
    return false;
}

/* «ГОСТ Р 7.0.4-2020», "ISO/IEC 10646", "ISBN 978-5-…": from the name to the end of its number. At most
 * two further words of capital letters stand between them. */
static size_t
standard_end(const Flat *flat, size_t name_end)
{
    size_t end = code_end(flat, name_end);
    for (int words = 0; words < 3 && !holds_digit(flat, name_end, end); words++) {
        size_t next = flat_skip_space(flat, unit(flat, end) == ':' ? end + 1 : end);
        if (!is_upper(unit(flat, next)) && !is_digit(unit(flat, next)))
            return name_end;
        end = code_end(flat, next);
    }
    /* The groups of an ISBN may be parted by spaces. */
    while (is_space(unit(flat, end)) && is_digit(unit(flat, end + 1)) &&
           is_hyphen(unit(flat, end + 2)))
        end = code_end(flat, end + 1);
    return holds_digit(flat, name_end, end) ? end : name_end;
}

/* Digits in more than two groups with hyphens: telephone numbers, ISO dates, ORCID, ISBN. Also a year and
 * a month, 2024-09, that might as well be two years: what is doubtful is left alone. */
static bool
is_hyphened_code(const Flat *flat, size_t start, size_t end)
{
    int hyphens = 0, zeros = 0;
    for (size_t i = start; i < end; i++) {
        if (!is_hyphen(flat->text[i]) || !is_digit(unit(flat, i + 1)))
            continue;
        hyphens++;
        zeros += unit(flat, i + 1) == '0';
    }
    return hyphens > 1 || zeros > 0;
}

/* +7 (495) 123-45-67 */
static size_t
phone_end(const Flat *flat, size_t start)
{
    size_t end = start;
    int digits = 0;
    for (size_t i = start; i < flat->n; i++) {
        uint16_t c = flat->text[i];
        if (is_digit(c)) {
            digits++;
            end = i + 1;
        } else if (c != ' ' && !is_fixed_space(c) && !is_hyphen(c) && c != '(' && c != ')' &&
                   c != '+') {
            break;
        }
    }
    return digits >= 5 ? end : start;
}

/* A code that begins with a digit: the number of a law or document, a telephone, a date. */
static size_t
number_code_end(const Flat *flat, size_t start)
{
    if (flat_follows_word(flat, start, PHONE) || unit(flat, start - 1) == '+') {
        size_t end = phone_end(flat, start);
        if (end > start)
            return end;
    }
    size_t end = code_end(flat, start), before = flat_skip_space_back(flat, start);
    if (end > start && is_hyphened_code(flat, start, end))
        return end;
    if (unit(flat, before - 1) == NUMERO)
        for (size_t i = start; i < end; i++)
            if (is_hyphen(flat->text[i]) || flat->text[i] == '/')
                return end;
    return start;
}

/* 55°45′30″: the quotation marks there are none. */
static size_t
coordinate_end(const Flat *flat, size_t degree)
{
    size_t i = degree + 1, end = degree;
    while (is_digit(unit(flat, flat_skip_space(flat, i)))) {
        i = flat_number_end(flat, flat_skip_space(flat, i));
        uint16_t sign = unit(flat, i);
        if (sign != '\'' && sign != '"' && sign != APOSTROPHE && sign != 0x201D && sign != 0x2032 &&
            sign != 0x2033)
            break;
        end = ++i;
    }
    return end;
}

static void
mask_numbers(Flat *flat)
{
    for (size_t i = 0; i < flat->n; i++) {
        size_t end = i;
        if (is_digit(flat->text[i]) && !is_word(unit(flat, i - 1)))
            end = number_code_end(flat, i);
        else if (flat->text[i] == 0xB0)
            end = coordinate_end(flat, i);
        fix(flat, i, end);
        if (end > i)
            i = end - 1;
    }
}

static void
mask_standards(Flat *flat)
{
    for (size_t i = 0, end; i < flat->n; i = end) {
        end = i + 1;
        if (!is_upper(flat->text[i]) || is_word(unit(flat, i - 1)))
            continue;
        end = flat_word_end(flat, i);
        if (!flat_word_is(flat, i, end, STANDARD))
            continue;
        size_t code = standard_end(flat, end);
        if (code > end) {
            fix(flat, i, code);
            end = code;
        }
    }
}

void
typo_mask(Flat *flat)
{
    if (flat->signs & HAS_ADDRESS_MARK)
        mask_addresses(flat);
    if (!(flat->signs & HAS_DIGIT))
        return;
    mask_numbers(flat);
    mask_standards(flat);
}

/* typo-report.c - what only an author may change: rules that report and touch nothing. */
#include "typo-internal.h"

#include <glib.h>
#include <string.h>

static void
report(Flat *flat, DgCode code, const char *rule, size_t at, size_t n)
{
    dg_diag(flat->diags, code, flat_pos(flat, at), rule, flat_excerpt(flat, at, n), NULL);
}

/* R4: «… текст.» and then a new sentence or the end; E3 the reverse: “word”, and “word”, which is only counted. */
void
report_quote_and_stop(Flat *flat)
{
    bool russian = flat->language == LANGUAGE_RUSSIAN;
    for (size_t i = 1; i < flat->n; i++) {
        uint16_t c = flat->text[i], before = flat->text[i - 1], behind = unit(flat, i + 1);
        if (russian && c == 0xBB && before == '.' && is_word(unit(flat, i - 2)) &&
            !lexicon_is(flat->text + flat_word_start(flat, i - 1),
                        i - 1 - flat_word_start(flat, i - 1),
                        BEFORE_NAME | BEFORE_NUMBER | YEAR | UNIT))
            report(flat, DG_TYPO_STOP_INSIDE, "R4", i - 1, 2);
        bool american = flat->language == LANGUAGE_ENGLISH && !flat->british;
        if (american && c == 0x201D && is_letter(before) && (behind == ',' || behind == '.'))
            typo_style_count(flat, STOP_BEHIND_QUOTE, i, 2);
        if (american && c == 0x201D && (before == ',' || before == '.'))
            typo_style_count(flat, STOP_BEFORE_QUOTE, i - 1, 2);
    }
}

/* R22: 3.14 before a unit or per cent sign can be no section, date or version. */
void
report_decimal_point(Flat *flat)
{
    for (size_t i = 0, end; i < flat->n; i = end) {
        end = i + 1;
        if (!is_digit(flat->text[i]) || flat->fixed[i])
            continue;
        end = flat_number_end(flat, i);
        size_t whole = i;
        while (is_digit(flat->text[whole]))
            whole++;
        size_t fraction = whole + 1;
        while (is_digit(unit(flat, fraction)))
            fraction++;
        size_t next = flat_skip_space(flat, end);
        uint16_t sign = unit(flat, next);
        bool measured =
            sign == '%' || sign == 0x2030 ||
            (next > end && flat_word_is(flat, next, flat_word_end(flat, next), UNIT_TYPED_ON));
        if (flat->text[whole] == '.' && fraction == end && measured && !is_word(unit(flat, i - 1)))
            report(flat, DG_TYPO_DECIMAL_POINT, "R22", i, end - i);
    }
}

/* R24: the ending of an ordinal number as it should be: one letter behind a vowel, two behind a consonant. */
static const char *
short_ending(const char *ending)
{
    static const char *const endings[][2] = {
        {"ый", "й"},   {"ий", "й"}, {"ой", "й"}, {"ая", "я"},   {"яя", "я"},   {"ое", "е"},
        {"ее", "е"},   {"ые", "е"}, {"ие", "е"}, {"ого", "го"}, {"его", "го"}, {"ому", "му"},
        {"ему", "му"}, {"ых", "х"}, {"их", "х"}, {"ым", "м"},   {"им", "м"},   {"ыми", "ми"},
        {"ими", "ми"}, {"ую", "ю"}, {"ом", "м"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (strcmp(ending, endings[i][0]) == 0)
            return endings[i][1];
    return NULL;
}

void
report_ordinal(Flat *flat)
{
    for (size_t i = 1; i + 2 < flat->n; i++) {
        if (!is_hyphen(flat->text[i]) || !is_digit(flat->text[i - 1]) ||
            !is_cyrillic(flat->text[i + 1]))
            continue;
        size_t end = flat_word_end(flat, i + 1), start = flat_number_start(flat, i);
        if (end - i > 4 || is_hyphen(unit(flat, end)))
            continue;
        const char *ending = short_ending(flat_slice(flat, i + 1, end));
        if (ending)
            dg_diag(flat->diags, DG_TYPO_ORDINAL, flat_pos(flat, i), "R24",
                    flat_slice(flat, start, end),
                    dg_arena_printf(flat->arena, "%s%s", flat_slice(flat, start, i + 1), ending),
                    NULL);
    }
}

/* R32: «Заголовок.» An abbreviation may end a heading. */
void
report_heading_stop(Flat *flat)
{
    if (flat->n < 2 || flat->text[flat->n - 1] != '.')
        return;
    size_t point = flat->n - 1, word = flat_word_start(flat, point);
    bool abbreviation = point - word < 3 || unit(flat, word - 1) == '.' ||
                        flat_word_is(flat, word, point, UNIT | BEFORE_NAME | BEFORE_NUMBER | YEAR);
    if (is_word(flat->text[point - 1]) && !abbreviation)
        report(flat, DG_TYPO_HEADING_STOP, "R32", point, 1);
}

/* E5: from 10–15 */
void
report_range_in_words(Flat *flat)
{
    for (size_t i = 1; i + 1 < flat->n; i++) {
        if (flat->text[i] != EN_DASH || !is_digit(flat->text[i - 1]) ||
            !is_digit(flat->text[i + 1]))
            continue;
        size_t number = flat_number_start(flat, i), end = flat_skip_space_back(flat, number);
        g_autofree char *word =
            g_ascii_strdown(flat_slice(flat, flat_word_start(flat, end), end), -1);
        if (strcmp(word, "from") == 0 || strcmp(word, "between") == 0)
            report(flat, DG_TYPO_FROM, "E5", number, flat_number_end(flat, i + 1) - number);
    }
}

/* E6: 1 302 569 */
void
report_thousands(Flat *flat)
{
    for (size_t i = 0, end; i < flat->n; i = end) {
        end = i + 1;
        if (!is_digit(flat->text[i]) || flat->fixed[i])
            continue;
        size_t groups = flat_digit_groups_end(flat, i);
        bool free = i == 0 || is_space(flat->text[i - 1]) || is_opening_bracket(flat->text[i - 1]);
        end = MAX(groups, flat_number_end(flat, i));
        /* "12 345" may be two numbers; "1 302 569" is one. */
        if (groups - i > 7 && free && !flat_follows_word(flat, i, PHONE | CODE_NAME | STANDARD) &&
            !is_digit(unit(flat, flat_skip_space_back(flat, i) - 1)))
            report(flat, DG_TYPO_THOUSANDS, "E6", i, end - i);
    }
}

/* The letters of the script that is rarer in the word, with their code points: "c U+0063". */
static char *
strange_letters(const Flat *flat, size_t start, size_t end, bool latin)
{
    char *list = dg_arena_strdup(flat->arena, "");
    for (size_t i = start; i < end; i++)
        if (latin ? is_latin(flat->text[i]) : is_cyrillic(flat->text[i]))
            list = dg_arena_printf(flat->arena, "%s%s%s U+%04X", list, *list ? ", " : "",
                                   flat_slice(flat, i, i + 1), flat->text[i]);
    return list;
}

enum { LONGEST_REPORTED = 40 };

/* R35 */
void
report_mixed_script(Flat *flat)
{
    if (!(flat->signs & HAS_LATIN))
        return;
    for (size_t start = 0, end; start < flat->n; start = end) {
        end = flat_word_end(flat, start);
        size_t latin = 0, cyrillic = 0;
        for (size_t i = start; i < end; i++) {
            latin += is_latin(flat->text[i]);
            cyrillic += is_cyrillic(flat->text[i]);
        }
        if (latin > 0 && cyrillic > 0 && !flat->fixed[start]) {
            size_t shown = MIN(end, start + LONGEST_REPORTED);
            dg_diag(flat->diags, DG_TYPO_MIXED_SCRIPT, flat_pos(flat, start),
                    flat_slice(flat, start, shown),
                    strange_letters(flat, start, shown, latin <= cyrillic), NULL);
        }
        if (end == start)
            end++;
    }
}

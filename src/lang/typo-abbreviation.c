/* typo-abbreviation.c - abbreviations stay with what they belong to (R15, R16, R17, E8, E10). */
#include "typo-internal.h"

#include <string.h>

static bool
is_russian(const Flat *flat)
{
    return flat->language == LANGUAGE_RUSSIAN;
}

/* «2024 г. Казань» holds a year, «т. д. Казань» the end of another abbreviation, as «и пр. Казань». */
static bool
belongs_to_what_is_before(const Flat *flat, size_t word)
{
    size_t before = flat_skip_space_back(flat, word);
    uint16_t last = unit(flat, before - 1);
    bool behind_and = last == u'и' && !is_word(unit(flat, before - 2)) && before < word;
    if (is_digit(last) || flat_roman_start(flat, before) < before || behind_and)
        return true;
    return last == '.' && before >= 2 && is_lower(unit(flat, before - 2)) &&
           !is_word(unit(flat, before - 3));
}

/* «им.» may be the pronoun: only «им. А. С. Попова» and «им. «Правды»» are sure. */
static bool
is_named_after(const Flat *flat, size_t word, size_t point, size_t next)
{
    bool named = point - word == 2 && flat->text[word] == u'и' && flat->text[word + 1] == u'м';
    return named && (flat->text[next] == 0xAB || unit(flat, next + 1) == '.');
}

static bool
name_begins(const Flat *flat, size_t i)
{
    uint16_t c = unit(flat, i);
    if (c == 0xAB || c == 0x201C || c == 0x201E)
        c = unit(flat, i + 1);
    return is_upper(c);
}

static bool
number_begins(const Flat *flat, size_t i)
{
    size_t end = i;
    while (is_roman(unit(flat, end)))
        end++;
    return is_digit(unit(flat, i)) || (end > i && flat_roman_start(flat, end) == i);
}

/* R15, E8: the space behind the point; in Russian also where none is typed («г.Казань», «рис.1»). */
void
rule_abbreviation(Flat *flat)
{
    for (size_t point = 1; point + 1 < flat->n; point++) {
        if (flat->text[point] != '.' || !is_letter(flat->text[point - 1]))
            continue;
        size_t word = flat_word_start(flat, point), next = flat_skip_space(flat, point + 1);
        uint16_t before = unit(flat, word - 1);
        if (is_word(before) || before == '.' || is_hyphen(before) || flat->text[point + 1] == '\n')
            continue;
        bool number = number_begins(flat, next) && flat_word_is(flat, word, point, BEFORE_NUMBER);
        bool name = name_begins(flat, next) && !belongs_to_what_is_before(flat, word) &&
                    (flat_word_is(flat, word, point, BEFORE_NAME) ||
                     is_named_after(flat, word, point, next));
        bool spaced = next > point + 1;
        if ((number || name) && (is_russian(flat) || spaced || number) &&
            !is_fixed_space(flat->text[point + 1]))
            flat_replace(flat, is_russian(flat) ? "R15" : "E8", point + 1, next - point - 1,
                         u"\u00A0");
    }
}

/* «г-н», «г-жа», «г-да» that end at `end` */
static bool
is_courtesy(const Flat *flat, size_t end)
{
    size_t start = flat_word_start(flat, end), length = end - start;
    bool ending = (length == 1 && flat->text[start] == u'н') ||
                  (length == 2 && unit(flat, start + 1) == u'а' &&
                   (flat->text[start] == u'ж' || flat->text[start] == u'д'));
    uint16_t letter = unit(flat, start - 2);
    return ending && is_hyphen(unit(flat, start - 1)) && (letter == u'г' || letter == u'Г') &&
           !is_word(unit(flat, start - 3));
}

/* R15, E8: «г-н Иванов», Dr Smith */
void
rule_title(Flat *flat)
{
    for (size_t i = 2; i + 1 < flat->n; i++) {
        if (flat->text[i] != ' ' || !is_upper(flat->text[i + 1]))
            continue;
        size_t word = flat_word_start(flat, i);
        bool title = word < i && i - word <= 4 && !is_word(unit(flat, word - 1)) &&
                     flat_word_is(flat, word, i, TITLE);
        if (is_russian(flat) ? is_courtesy(flat, i) : title)
            flat_replace(flat, is_russian(flat) ? "R15" : "E8", i, 1, u"\u00A0");
    }
}

enum { MOST_POINTS = 4 };

/* A chain of single letters with points: «т. е.», «к. т. н.» */
typedef struct {
    size_t at[MOST_POINTS];
    size_t n;
} Chain;

static Chain
read_chain(const Flat *flat, size_t i, size_t (*next)(const Flat *flat, size_t i))
{
    Chain chain = {.n = 0};
    while (chain.n < MOST_POINTS && is_lower(unit(flat, i)) && unit(flat, i + 1) == '.') {
        chain.at[chain.n++] = i;
        i = next(flat, i + 2);
    }
    return chain;
}

static bool
is_pair(const Flat *flat, const Chain *chain)
{
    static const uint16_t pairs[][3] = {u"тд", u"тп", u"те", u"тк", u"то", u"тн", u"тч",
                                        u"нэ", u"пп", u"уе", u"тс", u"жд", u"сг"};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (flat->text[chain->at[0]] == pairs[i][0] && flat->text[chain->at[1]] == pairs[i][1])
            return true;
    return false;
}

/* к. т. н., д. э. н. */
static bool
is_degree(const Flat *flat, const Chain *chain)
{
    uint16_t first = flat->text[chain->at[0]];
    return (first == u'к' || first == u'д') && flat->text[chain->at[2]] == u'н';
}

/* R16 */
void
rule_inner_points(Flat *flat)
{
    for (size_t i = 0; i + 3 < flat->n; i++) {
        if (!is_cyrillic(flat->text[i]) || unit(flat, i + 1) != '.' || is_word(unit(flat, i - 1)) ||
            is_hyphen(unit(flat, i - 1)))
            continue;
        Chain chain = read_chain(flat, i, flat_skip_space);
        bool known =
            (chain.n == 2 && is_pair(flat, &chain)) || (chain.n == 3 && is_degree(flat, &chain));
        for (size_t k = 1; known && k < chain.n; k++) {
            size_t gap = chain.at[k - 1] + 2;
            if (unit(flat, gap) != NO_BREAK_SPACE)
                flat_replace(flat, "R16", gap, chain.at[k] - gap, u"\u202F");
        }
        if (chain.n > 0)
            i = chain.at[chain.n - 1] + 1;
    }
}

/* E10: e. g. is e.g. */
void
rule_english_points(Flat *flat)
{
    for (size_t i = 0; i + 4 < flat->n; i++) {
        uint16_t first = flat->text[i], second = unit(flat, i + 3);
        bool known = (first == 'e' && second == 'g') || (first == 'i' && second == 'e');
        if (known && !is_word(unit(flat, i - 1)) && unit(flat, i + 1) == '.' &&
            is_space(unit(flat, i + 2)) && unit(flat, i + 4) == '.')
            flat_replace(flat, "E10", i + 2, 1, u"");
    }
}

/* R17: № 5, § 2; a doubled sign is the author's to undo. */
void
rule_number_sign(Flat *flat)
{
    for (size_t i = 0; i + 1 < flat->n; i++) {
        uint16_t sign = flat->text[i];
        if (sign != NUMERO && sign != SECTION_SIGN)
            continue;
        size_t next = flat_skip_space(flat, i + 1);
        bool code = is_letter(unit(flat, next)) && next > i + 1;
        if (!is_digit(unit(flat, next)) && !code) {
            if (flat->text[i + 1] == sign)
                dg_diag(flat->diags, DG_TYPO_DOUBLE_SIGN, flat_pos(flat, i), "R17",
                        flat_excerpt(flat, i, 2), NULL);
            continue;
        }
        if (is_russian(flat))
            flat_replace(flat, "R17", i + 1, next - i - 1, u"\u202F");
        else if (flat->text[i + 1] == ' ')
            flat_replace(flat, "E8", i + 1, 1, u"\u00A0");
    }
}

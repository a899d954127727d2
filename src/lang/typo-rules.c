/* typo-rules.c - the rules in their order: what a later one looks for, an earlier one has set right. */
#include "typo-internal.h"

enum { RUSSIAN = 1, ENGLISH = 2, BOTH = RUSSIAN | ENGLISH, OTHER = 4, ANY = BOTH | OTHER };

#define TEXT (FLAT_TEXT | FLAT_HEADING | FLAT_REFERENCE | FLAT_VERSE)

static const struct {
    void (*apply)(Flat *flat);
    unsigned languages;
    unsigned signs; /* one of these must occur */
    unsigned kinds;
} rules[] = {
    {rule_double_spaces, ANY, HAS_DOUBLE_SPACE, TEXT | FLAT_NAME},
    {rule_apostrophe, BOTH, HAS_SINGLE_QUOTE, TEXT | FLAT_NAME},
    {rule_single_quotes, ENGLISH, HAS_SINGLE_QUOTE, TEXT},
    {rule_quotes, BOTH, HAS_DOUBLE_QUOTE, TEXT},
    {rule_ellipsis, BOTH, HAS_POINT, TEXT},
    {rule_space_before_mark, BOTH, HAS_MARK_BEHIND_SPACE, TEXT},
    {rule_space_in_brackets, BOTH, HAS_BRACKET | HAS_DOUBLE_QUOTE, TEXT},
    {rule_spaced_hyphen, RUSSIAN, HAS_HYPHEN, TEXT},
    {rule_range, BOTH, HAS_HYPHEN | HAS_DASH, TEXT},
    {rule_minus, BOTH, HAS_HYPHEN, TEXT},
    {rule_speech_dash, RUSSIAN, HAS_HYPHEN | HAS_DASH, TEXT},
    {rule_dash, RUSSIAN, HAS_HYPHEN | HAS_DASH, TEXT},
    {rule_one_sided_dash, RUSSIAN, HAS_DASH, TEXT},
    {rule_english_dash, ENGLISH, HAS_HYPHEN | HAS_DASH, TEXT},
    {rule_no_break_hyphen, RUSSIAN, HAS_HYPHEN, TEXT},
    {rule_initials, BOTH, HAS_POINT, TEXT | FLAT_NAME},
    {rule_inner_points, RUSSIAN, HAS_POINT, TEXT},
    {rule_english_points, ENGLISH, HAS_POINT, TEXT},
    {rule_abbreviation, BOTH, HAS_POINT, TEXT},
    {rule_title, BOTH, HAS_SPACE, TEXT},
    {rule_number_sign, BOTH, HAS_SIGN, TEXT},
    {rule_unit, BOTH, HAS_DIGIT | HAS_POINT, TEXT},
    {rule_month_and_day, ENGLISH, HAS_DIGIT, TEXT},
    {rule_percent, BOTH, HAS_SIGN, TEXT},
    {rule_degree, BOTH, HAS_SIGN, TEXT},
    {rule_digit_groups, RUSSIAN, HAS_DIGIT, TEXT & ~FLAT_REFERENCE},
    {rule_particle, RUSSIAN, HAS_SPACE, TEXT},
    {rule_short_word, RUSSIAN, HAS_SPACE, TEXT},
    {report_quote_and_stop, BOTH, HAS_DOUBLE_QUOTE, TEXT},
    {report_decimal_point, RUSSIAN, HAS_DIGIT, TEXT},
    {report_ordinal, RUSSIAN, HAS_DIGIT, TEXT},
    {report_heading_stop, BOTH, HAS_POINT, FLAT_HEADING},
    {report_range_in_words, ENGLISH, HAS_DASH | HAS_HYPHEN, TEXT},
    {report_thousands, ENGLISH, HAS_DIGIT, TEXT},
    {count_yo, RUSSIAN, HAS_SPACE, TEXT & ~FLAT_REFERENCE},
    {count_dates, ENGLISH, HAS_DIGIT, TEXT & ~FLAT_REFERENCE},
    {count_serial_commas, ENGLISH, HAS_SPACE, TEXT & ~FLAT_REFERENCE},
    {count_heading_case, ENGLISH, HAS_SPACE, FLAT_HEADING},
    {report_mixed_script, ANY, HAS_CYRILLIC, TEXT | FLAT_NAME},
};

static unsigned
language_bit(Language language)
{
    if (language == LANGUAGE_RUSSIAN)
        return RUSSIAN;
    return language == LANGUAGE_ENGLISH ? ENGLISH : OTHER;
}

/* A text of the other script than its language's (a Latin reference in a Russian list) is in a
 * language that is not told: only what holds for all languages is done. */
static Language
language_by_script(const Flat *flat)
{
    unsigned foreign = flat->language == LANGUAGE_RUSSIAN ? HAS_LATIN : HAS_CYRILLIC;
    size_t cyrillic = 0, latin = 0;
    if (!(flat->signs & foreign))
        return flat->language;
    for (size_t i = 0; i < flat->n; i++) {
        cyrillic += !flat->fixed[i] && is_cyrillic(flat->text[i]);
        latin += !flat->fixed[i] && is_latin(flat->text[i]);
    }
    size_t own = flat->language == LANGUAGE_RUSSIAN ? cyrillic : latin;
    size_t other = flat->language == LANGUAGE_RUSSIAN ? latin : cyrillic;
    return 4 * own < other ? LANGUAGE_OTHER : flat->language;
}

void
typo_rules(Flat *flat)
{
    flat_look(flat);
    typo_mask(flat);
    unsigned bit = language_bit(language_by_script(flat));
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        bool due = (rules[i].languages & bit) && (rules[i].signs & flat->signs) &&
                   (rules[i].kinds & flat->kind);
        if (!due)
            continue;
        rules[i].apply(flat);
        flat_apply(flat);
    }
    flat_write_back(flat);
}

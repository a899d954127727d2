/* typo-style.c - habits that a text, or a volume, should keep to: reported only where they are mixed
 * (R33, E3, E12, E13, E14). */
#include "typo-internal.h"

#include <glib.h>

struct Style {
    Tally tallies[N_HABITS];
    GHashTable *without_yo; /* hashes of the words with е */
    GPtrArray *with_yo;     /* of Word */
    GHashTable *seen_yo;
};

/* A word with ё, as first written. */
typedef struct {
    guint64 hash; /* of its letters with е for ё */
    const char *word;
    DgPos pos;
} Word;

enum { WORDS_SHOWN = 5 };

Style *
typo_style_new(void)
{
    Style *style = g_new0(Style, 1);
    style->without_yo = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    style->seen_yo = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    style->with_yo = g_ptr_array_new_with_free_func(g_free);
    return style;
}

void
typo_style_free(Style *style)
{
    g_hash_table_unref(style->without_yo);
    g_hash_table_unref(style->seen_yo);
    g_ptr_array_unref(style->with_yo);
    g_free(style);
}

void
typo_style_count(Flat *flat, Habit habit, size_t at, size_t n)
{
    if (!flat->style)
        return;
    Tally *tally = &flat->style->tallies[habit];
    if (tally->n++ == 0) {
        tally->first = flat_pos(flat, at);
        tally->excerpt = flat_excerpt(flat, at, n);
    }
}

/* FNV-1a over the letters, in small letters, ё as е. */
static guint64
hash_word(const Flat *flat, size_t start, size_t end)
{
    guint64 hash = G_GUINT64_CONSTANT(14695981039346656037);
    for (size_t i = start; i < end; i++) {
        uint16_t c = flat->text[i];
        c = c >= 0x410 && c < 0x430 ? c + 0x20 : c;
        c = c == 0x451 || c == 0x401 ? 0x435 : c;
        hash = (hash ^ c) * G_GUINT64_CONSTANT(1099511628211);
    }
    return hash;
}

static void
remember(GHashTable *table, guint64 hash)
{
    if (!g_hash_table_contains(table, &hash))
        g_hash_table_add(table, g_memdup2(&hash, sizeof hash));
}

/* Words that differ by ё from another word: «все» and «всё» do not show that a text is careless. */
static bool
has_twin(const Flat *flat, size_t start, size_t end)
{
    static const uint16_t *const twins[] = {
        u"все",  u"всем",  u"чем",  u"нем", u"моем", u"твоем", u"своем",  u"небо",  u"мел",
        u"осел", u"берет", u"слез", u"сел", u"поем", u"лет",   u"узнаем", u"придем"};
    for (size_t twin = 0; twin < G_N_ELEMENTS(twins); twin++) {
        size_t n = 0;
        while (twins[twin][n])
            n++;
        bool same = n == end - start;
        for (size_t i = 0; same && i < n; i++) {
            uint16_t c = flat->text[start + i];
            c = c >= 0x410 && c < 0x430 ? c + 0x20 : c;
            same = twins[twin][i] == (c == 0x451 || c == 0x401 ? 0x435 : c);
        }
        if (same)
            return true;
    }
    return false;
}

static void
count_word(Flat *flat, size_t start, size_t end)
{
    bool yo = false, ye = false;
    for (size_t i = start; i < end; i++) {
        yo |= flat->text[i] == 0x451 || flat->text[i] == 0x401;
        ye |= flat->text[i] == 0x435 || flat->text[i] == 0x415;
    }
    if (!yo && ye)
        remember(flat->style->without_yo, hash_word(flat, start, end));
    guint64 hash = yo ? hash_word(flat, start, end) : 0;
    if (!yo || g_hash_table_contains(flat->style->seen_yo, &hash) || has_twin(flat, start, end))
        return;
    remember(flat->style->seen_yo, hash);
    Word word = {hash, flat_slice(flat, start, end), flat_pos(flat, start)};
    g_ptr_array_add(flat->style->with_yo, g_memdup2(&word, sizeof word));
}

/* R33 */
void
count_yo(Flat *flat)
{
    for (size_t start = 0, end; flat->style && start < flat->n; start = end) {
        end = flat_word_end(flat, start);
        if (end - start >= 3)
            count_word(flat, start, end);
        if (end == start)
            end++;
    }
}

/* E13: "12 May 2026" and "May 12, 2026". */
void
count_dates(Flat *flat)
{
    for (size_t i = 1; i + 1 < flat->n; i++) {
        if (!is_space(flat->text[i]))
            continue;
        size_t start = flat_word_start(flat, i), end = flat_word_end(flat, i + 1);
        bool digit_before = is_digit(flat->text[i - 1]), digit_behind = is_digit(flat->text[i + 1]);
        if (digit_before && i - flat_number_start(flat, i) <= 2 && is_upper(flat->text[i + 1]) &&
            flat_word_is(flat, i + 1, end, MONTH))
            typo_style_count(flat, DAY_FIRST, i, 1);
        else if (digit_behind && flat_number_end(flat, i + 1) - i <= 3 && start < i &&
                 is_upper(flat->text[start]) && flat_word_is(flat, start, i, MONTH))
            typo_style_count(flat, MONTH_FIRST, i, 1);
    }
}

/* Words of letters between `at` and the comma before it, at most three; sets `*comma`. 0 if there is
 * anything else between. */
static size_t
words_back_to_comma(const Flat *flat, size_t at, size_t *comma)
{
    enum { MOST_WORDS = 3 };
    size_t words = 0;
    while (words <= MOST_WORDS) {
        size_t start = flat_word_start(flat, at);
        if (start == at)
            return 0;
        words++;
        if (!is_space(unit(flat, start - 1)))
            return 0;
        at = start - 1;
        if (unit(flat, at - 1) == ',') {
            *comma = at - 1;
            return words <= MOST_WORDS ? words : 0;
        }
    }
    return 0;
}

/* E12: "a, b, and c" against "a, b, c and d": lists of short members with commas before. */
void
count_serial_commas(Flat *flat)
{
    for (size_t i = 1; i + 4 < flat->n; i++) {
        bool and_word = flat->text[i] == 'a' && flat->text[i + 1] == 'n' &&
                        flat->text[i + 2] == 'd' && is_space(flat->text[i + 3]) &&
                        is_space(flat->text[i - 1]);
        if (!and_word)
            continue;
        size_t end = i - 1, first = 0, second = 0;
        bool serial = unit(flat, end - 1) == ',';
        if (serial && words_back_to_comma(flat, end - 1, &first))
            typo_style_count(flat, SERIAL_COMMA, i, 3);
        else if (!serial && words_back_to_comma(flat, end, &first) &&
                 words_back_to_comma(flat, first, &second))
            typo_style_count(flat, NO_SERIAL_COMMA, i, 3);
    }
}

/* E14: of four words on; only long words tell, and not the first. */
void
count_heading_case(Flat *flat)
{
    enum { LONG_WORD = 4, WORDS_NEEDED = 3 };
    size_t capital = 0, small = 0, all_capitals = 0;
    for (size_t start = 0, end; start < flat->n; start = end) {
        end = flat_word_end(flat, start);
        if (end - start >= LONG_WORD && start > 0) {
            bool upper = is_upper(flat->text[start]);
            capital += upper;
            small += !upper;
            all_capitals += upper && is_upper(flat->text[start + 1]);
        }
        if (end == start)
            end++;
    }
    size_t n = capital + small;
    if (n < WORDS_NEEDED || 2 * all_capitals >= n)
        return;
    if (10 * capital >= 8 * n)
        typo_style_count(flat, TITLE_CASE, 0, flat->n);
    else if (10 * capital <= 4 * n)
        typo_style_count(flat, SENTENCE_CASE, 0, flat->n);
}

/* Reports the rarer of two habits, at its first place. What is met less than `least` times, or in less
 * than a fifth of the cases, may be a misreading: a name, a list that is none. */
static void
report_mixed(Flat *flat, DgCode code, const char *rule, Habit one, Habit other, size_t least)
{
    const Tally *tally = flat->style->tallies;
    Habit rare = tally[one].n < tally[other].n ? one : other;
    if (tally[rare].n < least || 5 * tally[rare].n < tally[one].n + tally[other].n)
        return;
    dg_diag(flat->diags, code, tally[rare].first, rule,
            dg_arena_printf(flat->arena, "%zu", tally[one].n),
            dg_arena_printf(flat->arena, "%zu", tally[other].n), tally[rare].excerpt, NULL);
}

static void
report_yo(Flat *flat)
{
    const char *list = NULL;
    DgPos pos = DG_NOWHERE;
    int shown = 0;
    for (guint i = 0; i < flat->style->with_yo->len && shown < WORDS_SHOWN; i++) {
        const Word *word = flat->style->with_yo->pdata[i];
        if (!g_hash_table_contains(flat->style->without_yo, &word->hash))
            continue;
        pos = shown++ ? pos : word->pos;
        list = list ? dg_arena_printf(flat->arena, "%s, %s", list, word->word) : word->word;
    }
    if (list)
        dg_diag(flat->diags, DG_TYPO_YO, pos, "R33", list, NULL);
}

void
typo_style_report_text(Flat *flat)
{
    Tally *tallies = flat->style->tallies;
    const Tally *stops = &tallies[STOP_BEHIND_QUOTE];
    /* One alone may be meant so: what is quoted has no stop of its own. */
    if (stops->n > 1 || (stops->n > 0 && tallies[STOP_BEFORE_QUOTE].n > 0))
        dg_diag(flat->diags, DG_TYPO_STOP_OUTSIDE, stops->first, "E3", stops->excerpt,
                dg_arena_printf(flat->arena, "%zu", stops->n), NULL);
    report_mixed(flat, DG_TYPO_DATE_FORMS, "E13", DAY_FIRST, MONTH_FIRST, 1);
    report_mixed(flat, DG_TYPO_SERIAL_COMMA, "E12", SERIAL_COMMA, NO_SERIAL_COMMA, 3);
    report_yo(flat);
    for (Habit habit = 0; habit < TITLE_CASE; habit++)
        tallies[habit] = (Tally){0};
    g_hash_table_remove_all(flat->style->without_yo);
    g_hash_table_remove_all(flat->style->seen_yo);
    g_ptr_array_set_size(flat->style->with_yo, 0);
}

void
typo_style_report_volume(Flat *flat)
{
    report_mixed(flat, DG_TYPO_HEADING_CASE, "E14", TITLE_CASE, SENTENCE_CASE, 3);
}

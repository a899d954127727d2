/* check-values.c - figures and words to values: numbers, dates, times, centuries (typography.md 3, N1-N3). */
#include "check-values-internal.h"

#include <glib.h>
#include <string.h>

#define GUESSED_MOST 20 /* up to here a language that is not known may write numbers in words */
#define WORDS_MOST INT64_C(1000000000000000)

typedef struct {
    DgArena *arena;
    const DgCheckText *text;
    DgTokens tokens;
    bool guess;
    DgValues values;
} Finding;

static void
add_value(Finding *finding, DgValue value, size_t end)
{
    value.required = value.required && !dg_check_spot(finding->text, value.offset)->linked;
    value.shown =
        dg_arena_strndup(finding->arena, finding->text->text + value.offset, end - value.offset);
    DG_APPEND(finding->arena, finding->values.values, finding->values.n, value);
}

static const char *
number_text(const Finding *finding, int64_t number)
{
    return dg_arena_printf(finding->arena, "%lld", (long long)number);
}

/* What stands between a token and the next; empty when there is none. */
static char *
gap_after(const Finding *finding, size_t i)
{
    if (i + 1 >= finding->tokens.n)
        return g_strdup("\n");
    const DgToken *token = &finding->tokens.list[i];
    return g_strndup(finding->text->text + token->end, token[1].start - token->end);
}

/* Whether the next token goes with this one: "3,5 млн", "twenty-five". */
static bool
goes_on(const Finding *finding, size_t i)
{
    g_autofree char *gap = gap_after(finding, i);
    if (strlen(gap) > 6)
        return false;
    for (const char *s = gap; *s; s = g_utf8_next_char(s)) {
        gunichar c = g_utf8_get_char(s);
        if (!g_unichar_isspace(c) && c != '-' && c != 0x2011)
            return false;
        if (c == '\n' || c == DG_CHECK_GAP)
            return false;
    }
    return true;
}

static const DgLexeme *
next_lexeme(const Finding *finding, size_t i, DgLexemeKind kind)
{
    const DgLexeme *lexeme = goes_on(finding, i) ? finding->tokens.list[i + 1].lexeme : NULL;
    return lexeme && lexeme->kind == kind ? lexeme : NULL;
}

static bool
is_decimal(const char *key)
{
    const char *point = strchr(key, '.');
    return g_ascii_isdigit(*key) && (!point || !strchr(point + 1, '.'));
}

/* Multiplies by what follows: thousand, million. Returns the last token taken. */
static size_t
scale(Finding *finding, DgValue *value, size_t i)
{
    for (const DgLexeme *power; (power = next_lexeme(finding, i, DG_LEXEME_POWER)); i++) {
        DgValue scaled = {0};
        for (size_t k = 0; k < value->n_keys; k++) {
            const char *key = value->keys[k], *point = strchr(key, '.');
            if (!is_decimal(key))
                continue;
            const char *whole = dg_arena_strndup(finding->arena, key, strcspn(key, "."));
            dg_value_add(&scaled, dg_number_key(finding->arena, whole, point ? point + 1 : "",
                                                power->value));
            if (finding->guess)
                dg_value_add(&scaled, key);
        }
        memcpy(value->keys, scaled.keys, sizeof scaled.keys);
        value->n_keys = scaled.n_keys;
    }
    return i;
}

/* -1: nothing; else the hours that "a.m." or "p.m." behind the token adds. */
static int
read_half_of_day(const char *s)
{
    while (*s == ' ' || g_str_has_prefix(s, "\u00A0") || g_str_has_prefix(s, "\u202F"))
        s = g_utf8_next_char(s);
    char half = g_ascii_tolower(*s);
    if (half != 'a' && half != 'p')
        return -1;
    s += s[1] == '.' ? 2 : 1;
    s += *s == ' ';
    bool ends = g_ascii_tolower(*s) == 'm' && !g_ascii_isalpha(s[1]);
    return !ends ? -1 : half == 'p' ? 12 : 0;
}

static void
add_times(Finding *finding, DgValue *value, const DgToken *token, size_t i)
{
    int half = read_half_of_day(finding->text->text + token->end);
    int minutes = token->minutes;
    if (minutes < 0 && (half >= 0 || next_lexeme(finding, i, DG_LEXEME_HOUR)) &&
        strlen(token->figures) <= 2)
        minutes = (int)g_ascii_strtoll(token->figures, NULL, 10) * 60;
    for (size_t k = 0; k < value->n_keys && half >= 0 && minutes < 0; k++)
        if (value->keys[k][0] == 'T')
            minutes = (int)g_ascii_strtoll(value->keys[k] + 1, NULL, 10);
    if (minutes < 0)
        return;
    value->rule = "N2";
    if (half >= 0)
        minutes = minutes % 720 + half * 60;
    dg_value_add(value, dg_arena_printf(finding->arena, "T%d", minutes));
}

/* "1990s", "1990-е", "90-х": of two digits the century is open. */
static void
add_decades(Finding *finding, DgValue *value, const DgToken *token, size_t i)
{
    static const char *const endings[] = {"s", "е", "х", "ми", "ые", "ых"};
    g_autofree char *gap = gap_after(finding, i);
    size_t length = strlen(token->figures);
    bool joined =
        strlen(gap) < 4 && (!*gap || strcmp(gap, "-") == 0 || strcmp(gap, "\u2011") == 0 ||
                            strcmp(gap, "'") == 0 || strcmp(gap, "’") == 0);
    if (!joined || i + 1 >= finding->tokens.n || length > 4 || token->figures[length - 1] != '0')
        return;
    for (size_t k = 0; k < G_N_ELEMENTS(endings); k++)
        if (g_strcmp0(finding->tokens.list[i + 1].word, endings[k]) == 0) {
            value->rule = "N3";
            if (length == 2) {
                dg_value_add(value, dg_arena_printf(finding->arena, "19%s", token->figures));
                dg_value_add(value, dg_arena_printf(finding->arena, "20%s", token->figures));
            }
        }
}

/* "12.05.2026" gives day, month and year, each a value of its own: "12 May 2026" does so too. */
static bool
add_date(Finding *finding, const DgToken *token)
{
    g_auto(GStrv) parts = g_strsplit(token->figures, ".", -1);
    if (g_strv_length(parts) != 3 || strlen(parts[0]) > 2 || strlen(parts[1]) != 2 ||
        strlen(parts[2]) % 2 || strlen(parts[2]) > 4)
        return false;
    int64_t day = g_ascii_strtoll(parts[0], NULL, 10), month = g_ascii_strtoll(parts[1], NULL, 10);
    int64_t year = g_ascii_strtoll(parts[2], NULL, 10);
    if (day < 1 || day > 31 || month < 1 || month > 12)
        return false;
    DgValue value = {.rule = "N2", .offset = token->start, .required = true};
    DgValue days = value, months = value, years = value;
    dg_value_add(&days, number_text(finding, day));
    dg_value_add(&months, dg_arena_printf(finding->arena, "M%d", (int)month));
    dg_value_add(&months, number_text(finding, month));
    dg_value_add(&years, number_text(finding, year));
    if (year < 100)
        dg_value_add(&years, number_text(finding, 2000 + year));
    months.month = true;
    add_value(finding, days, token->end);
    add_value(finding, months, token->end);
    add_value(finding, years, token->end);
    return true;
}

static bool
is_small(const DgValue *value)
{
    return value->n_keys == 1 && !strchr(value->keys[0], '.') &&
           g_ascii_strtoll(value->keys[0], NULL, 10) <= GUESSED_MOST;
}

static size_t
add_figures(Finding *finding, size_t i)
{
    const DgToken *token = &finding->tokens.list[i];
    DgValue value = {.rule = "N1", .offset = token->start, .required = true};
    if (token->minutes < 0) {
        if (add_date(finding, token))
            return i;
        dg_number_read(finding->arena, &value, token->figures, finding->text->language);
        value.required = !(finding->guess && is_small(&value));
    }
    add_times(finding, &value, token, i);
    add_decades(finding, &value, token, i);
    size_t last = scale(finding, &value, i);
    add_value(finding, value, finding->tokens.list[last].end);
    return last;
}

static bool
is_number_word(const DgLexeme *lexeme)
{
    return lexeme && (lexeme->kind == DG_LEXEME_NUMBER || lexeme->kind == DG_LEXEME_POWER);
}

/* "девяностые" may be the 1990s. */
static void
add_word(Finding *finding, size_t start, size_t end, int64_t number)
{
    DgValue value = {.rule = "N1", .offset = finding->tokens.list[start].start};
    dg_value_add(&value, number_text(finding, number));
    if (number >= 20 && number < 100 && number % 10 == 0) {
        dg_value_add(&value, number_text(finding, 1900 + number));
        dg_value_add(&value, number_text(finding, 2000 + number));
    }
    add_value(finding, value, finding->tokens.list[end].end);
}

static int64_t
power_of_ten(int power)
{
    int64_t result = 1;
    while (power-- > 0)
        result *= 10;
    return result;
}

/* "two hundred and five thousand"; each of the words alone may be what the other side writes in figures. */
static size_t
add_words(Finding *finding, size_t first)
{
    int64_t total = 0, current = 0;
    size_t i = first;
    for (;; i++) {
        const DgLexeme *lexeme = finding->tokens.list[i].lexeme;
        bool number = lexeme->kind == DG_LEXEME_NUMBER;
        int64_t factor = number ? 1 : power_of_ten(lexeme->value);
        add_word(finding, i, i, number ? lexeme->value : factor);
        if (number) {
            current += lexeme->value;
        } else if (lexeme->value == 2) {
            current = MAX(current, 1) * factor;
        } else {
            total += MAX(current, 1) * factor;
            current = 0;
        }
        bool more = goes_on(finding, i) && is_number_word(finding->tokens.list[i + 1].lexeme);
        if (!more || total > WORDS_MOST || current > 1000)
            break;
    }
    if (i > first)
        add_word(finding, first, i, total + current);
    return i;
}

/* A month counts where a figure is near: "may" is mostly a verb. */
static void
add_month(Finding *finding, size_t i)
{
    const DgToken *token = &finding->tokens.list[i];
    bool before = i > 0 && token[-1].figures && token->start - token[-1].end <= 3;
    bool before_of = i > 1 && token[-2].figures && g_strcmp0(token[-1].word, "of") == 0;
    bool after = i + 1 < finding->tokens.n && token[1].figures && token[1].start - token->end <= 3;
    bool capital = g_unichar_isupper(g_utf8_get_char(token->word));
    bool english = strncmp(finding->text->language, "en", 2) == 0;
    if (english && !capital)
        return;
    DgValue value = {.rule = "N2", .offset = token->start, .month = true};
    value.required = before || before_of || after;
    dg_value_add(&value, dg_arena_printf(finding->arena, "M%d", token->lexeme->value));
    dg_value_add(&value, number_text(finding, token->lexeme->value));
    add_value(finding, value, token->end);
}

/* A single letter may be a word or an initial, and C, D, L, M make abbreviations: these need no counterpart. */
static void
add_roman(Finding *finding, const DgToken *token, int number)
{
    DgValue value = {.rule = "N3", .offset = token->start};
    value.required = g_utf8_strlen(token->word, -1) > 1 && !strpbrk(token->word, "LCDM");
    dg_value_add(&value, number_text(finding, number));
    add_value(finding, value, token->end);
}

DgValues
dg_values_find(DgArena *arena, const DgCheckText *text, const DgLexicon *lexicon, bool guess)
{
    Finding finding = {.arena = arena, .text = text, .guess = guess};
    finding.tokens = dg_tokens_read(arena, text, lexicon);
    finding.values.percent = strchr(text->text, '%') != NULL;
    for (size_t i = 0; i < finding.tokens.n; i++) {
        const DgToken *token = &finding.tokens.list[i];
        int roman;
        if (token->figures)
            i = add_figures(&finding, i);
        else if (is_number_word(token->lexeme))
            i = add_words(&finding, i);
        else if (token->lexeme && token->lexeme->kind == DG_LEXEME_MONTH && token->word)
            add_month(&finding, i);
        else if (token->word && dg_roman_read(token->word, &roman))
            add_roman(&finding, token, roman);
        finding.values.percent |= token->lexeme && token->lexeme->kind == DG_LEXEME_PERCENT;
    }
    return finding.values;
}

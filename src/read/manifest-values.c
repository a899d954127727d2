/* manifest-values.c - what attributes of the manifest may say. */
#include "diglot/lang.h"
#include "read-internal.h"

#include <string.h>

/* `digits` digits with a value between `least` and `most`; moves on behind them. */
static bool
take_number(const char **at, int digits, int least, int most)
{
    int number = 0;
    for (int i = 0; i < digits; i++, (*at)++) {
        if (!g_ascii_isdigit(**at))
            return false;
        number = 10 * number + (**at - '0');
    }
    return number >= least && number <= most;
}

static bool
take(const char **at, char mark)
{
    if (**at != mark)
        return false;
    (*at)++;
    return true;
}

static bool
is_zone(const char *at)
{
    if (!*at || strcmp(at, "Z") == 0)
        return true;
    return (take(&at, '+') || take(&at, '-')) && take_number(&at, 2, 0, 14) && take(&at, ':') &&
           take_number(&at, 2, 0, 59) && !*at;
}

/* ISO 8601: 2024, 2024-09, 2024-09-16, 2024-09-16T10:00, with seconds and zone. */
static bool
is_date(const char *at)
{
    if (!take_number(&at, 4, 1, 9999))
        return false;
    if (!*at)
        return true;
    if (!take(&at, '-') || !take_number(&at, 2, 1, 12))
        return false;
    if (!*at)
        return true;
    if (!take(&at, '-') || !take_number(&at, 2, 1, 31))
        return false;
    if (!*at)
        return true;
    if (!take(&at, 'T') || !take_number(&at, 2, 0, 24) || !take(&at, ':') ||
        !take_number(&at, 2, 0, 59))
        return false;
    if (take(&at, ':') && !take_number(&at, 2, 0, 60))
        return false;
    return is_zone(at);
}

static bool
is_orcid(const char *at)
{
    for (int i = 0; i < 3; i++)
        if (!take_number(&at, 4, 0, 9999) || !take(&at, '-'))
            return false;
    return take_number(&at, 3, 0, 999) && (g_ascii_isdigit(*at) || *at == 'X') && !at[1];
}

/* A name that is safe in file names and addresses. */
static bool
is_word(const char *text)
{
    if (!*text || *text == '.' || *text == '-')
        return false;
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (!g_unichar_isalnum(letter) && !strchr("_-.", *at))
            return false;
    }
    return true;
}

static bool
are_languages(const char *text)
{
    g_auto(GStrv) tags = g_strsplit_set(text, " \t\r\n", -1);
    int n = 0;
    for (char **tag = tags; *tag; tag++)
        n += **tag != '\0';
    return n >= 1;
}

static bool
is_address(const char *text)
{
    return (g_str_has_prefix(text, "http://") || g_str_has_prefix(text, "https://")) &&
           !strpbrk(text, " \t\r\n\"<>");
}

static bool
is_layout(const char *text)
{
    DgLayout layout;
    return dg_layout_parse(text, &layout);
}

static bool
is_sync(const char *text)
{
    DgSync sync;
    return dg_sync_parse(text, &sync);
}

/* What src/matter makes: lists, and the lines on how to cite; "none" for a volume without. */
static bool
are_lists(const char *text)
{
    static const char *const lists[] = {
        "contents", "programme", "contributors", "abbreviations", "persons", "organizations",
        "terms",    "citations", "committee",    "none",          NULL};
    g_auto(GStrv) names = g_strsplit_set(text, " \t\r\n", -1);
    int n = 0;
    for (char **name = names; *name; name++) {
        n += **name != '\0';
        if (**name && !g_strv_contains(lists, *name))
            return false;
    }
    return n >= 1;
}

bool
value_is_valid(ValueType type, const char *value)
{
    switch (type) {
    case VALUE_NONE:
    case VALUE_TEXT:
    case VALUE_ANY:
        return true;
    case VALUE_WORD:
        return is_word(value);
    case VALUE_LANGUAGE:
        return language_is_known(value);
    case VALUE_LANGUAGES:
        return are_languages(value);
    case VALUE_DATE:
        return is_date(value);
    case VALUE_ADDRESS:
        return is_address(value);
    case VALUE_PATH:
        return dg_path_is_inside(value);
    case VALUE_ORCID:
        return is_orcid(value);
    case VALUE_LISTS:
        return are_lists(value);
    case VALUE_ZONE:
        return dg_zone_is_known(value);
    case VALUE_DUE:
        return strcmp(value, "due") == 0;
    case VALUE_LAYOUT:
        return is_layout(value);
    case VALUE_SYNC:
        return is_sync(value);
    }
    return false;
}

const char *
value_example(ValueType type)
{
    switch (type) {
    case VALUE_WORD:
        return "forum-2024";
    case VALUE_LANGUAGE:
        return "ru";
    case VALUE_LANGUAGES:
        return "\"ru en\"";
    case VALUE_DATE:
        return "2024-09-16T10:00";
    case VALUE_ADDRESS:
        return "https://…";
    case VALUE_PATH:
        return "plenary/opening";
    case VALUE_ORCID:
        return "0000-0002-1825-0097";
    case VALUE_ZONE:
        return "Europe/Moscow";
    case VALUE_LISTS:
        return "contents citations programme contributors abbreviations persons organizations terms";
    case VALUE_DUE:
        return "due";
    case VALUE_LAYOUT:
        return "facing";
    case VALUE_SYNC:
        return "free";
    case VALUE_NONE:
    case VALUE_TEXT:
    case VALUE_ANY:
        break;
    }
    return "";
}

/* values.c - how the values of properties are read. */
#include "style-internal.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool
read_number(const char *text, const char *unit, double *number)
{
    char *end = NULL;
    *number = g_ascii_strtod(text, &end);
    return end != text && strcmp(end, unit) == 0 && isfinite(*number);
}

static bool
read_length(const char *text, DgLen em, DgLen *length)
{
    return dg_len_parse(text, em, length);
}

static bool
read_font_size(const char *text, DgLen root, DgLen *length)
{
    double percent = 0;
    if (read_number(text, "%", &percent) && percent > 0 && percent < 10000) {
        *length = (DgLen)llround((double)root * percent / 100);
        return true;
    }
    return read_length(text, root, length) && *length > 0;
}

static bool
read_line_height(const char *text, DgLen size, DgLen *length)
{
    double factor = 0;
    if (read_number(text, "", &factor) && factor > 0 && factor < 100) {
        *length = (DgLen)llround((double)size * factor);
        return true;
    }
    return read_length(text, size, length) && *length > 0;
}

static bool
read_page_size(const char *text, DgLen size[2])
{
    if (strcmp(text, "a4") == 0 || strcmp(text, "a5") == 0) {
        bool a4 = text[1] == '4';
        size[0] = a4 ? DG_MM(210) : DG_MM(148);
        size[1] = a4 ? DG_MM(297) : DG_MM(210);
        return true;
    }
    g_auto(GStrv) parts = g_strsplit(text, " ", -1);
    if (g_strv_length(parts) != 2)
        return false;
    DgLen width = 0, height = 0;
    if (!read_length(parts[0], 0, &width) || !read_length(parts[1], 0, &height) ||
        width < DG_PT(72) || height < DG_PT(72))
        return false;
    size[0] = width;
    size[1] = height;
    return true;
}

/* DgPageStyle keeps top, bottom, inner, outer in this order. */
static bool
read_margins(const char *text, DgLen margins[4])
{
    g_auto(GStrv) parts = g_strsplit(text, " ", -1);
    guint n = g_strv_length(parts);
    DgLen side[4] = {0};
    if (n < 1 || n > 4)
        return false;
    for (guint i = 0; i < n; i++)
        if (!read_length(parts[i], 0, &side[i]) || side[i] < 0)
            return false;
    DgLen top = side[0], outer = n > 1 ? side[1] : top, bottom = n > 2 ? side[2] : top;
    DgLen inner = n > 3 ? side[3] : outer;
    margins[0] = top;
    margins[1] = bottom;
    margins[2] = inner;
    margins[3] = outer;
    return true;
}

static bool
read_color(const char *text, uint32_t *color)
{
    static const struct {
        const char *name;
        uint32_t color;
    } names[] = {
        {"black", 0}, {"white", 0xFFFFFF}, {"none", 0xFFFFFFFF}, {"transparent", 0xFFFFFFFF}};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(text, names[i].name) == 0) {
            *color = names[i].color;
            return true;
        }
    if (*text != '#' || strlen(text) != 7 || strspn(text + 1, "0123456789abcdef") != 6)
        return false;
    *color = (uint32_t)strtoul(text + 1, NULL, 16);
    return true;
}

static bool
read_weight(const char *text, int *weight)
{
    double number = 0;
    if (strcmp(text, "normal") == 0)
        number = 400;
    else if (strcmp(text, "bold") == 0)
        number = 700;
    else if (!read_number(text, "", &number) || number < 1 || number > 1000)
        return false;
    *weight = (int)number;
    return true;
}

static bool
read_count(const char *text, int *count)
{
    double number = 0;
    if (!read_number(text, "", &number) || number < 0 || number > 100 || number != floor(number))
        return false;
    *count = (int)number;
    return true;
}

static bool
read_per_mille(const char *text, int *per_mille)
{
    double percent = 0;
    if (!read_number(text, "%", &percent) || percent < 0 || percent > 10)
        return false;
    *per_mille = (int)lround(percent * 10);
    return true;
}

static bool
read_share(const char *text, int *per_cent)
{
    double percent = 0;
    if (!read_number(text, "%", &percent) || percent < 0 || percent > 1000)
        return false;
    *per_cent = (int)lround(percent);
    return true;
}

static bool
read_text(DgArena *arena, const char *text, const char **string)
{
    const char *quoted = strcmp(text, "none") == 0 ? "" : string_next(arena, &text);
    if (!quoted || (*quoted && *text))
        return false;
    *string = quoted;
    return true;
}

static bool
read_ratio(const char *text, double *ratio)
{
    double number = 0;
    if (strcmp(text, "auto") == 0)
        *ratio = DG_RATIO_VOLUME;
    else if (strcmp(text, "item") == 0)
        *ratio = DG_RATIO_ITEM;
    else if (read_number(text, "", &number) && number >= 0.2 && number <= 0.8)
        *ratio = number;
    else
        return false;
    return true;
}

const char *
string_next(DgArena *arena, const char **value)
{
    const char *end = **value == '"' || **value == '\'' ? strchr(*value + 1, **value) : NULL;
    if (!end)
        return NULL;
    const char *string = dg_arena_strndup(arena, *value + 1, (size_t)(end - *value - 1));
    *value = end + 1;
    *value += strspn(*value, " ");
    return string;
}

/* The quoted name at `*text`, which then stands behind it and the comma; NULL when there is none. */
static const char *
take_name(DgArena *arena, const char **text)
{
    const char *name = string_next(arena, text);
    if (!name || !*name)
        return NULL;
    if (**text == ',')
        *text += 1 + strspn(*text + 1, " ");
    else if (**text)
        return NULL;
    return name;
}

/* "PT Serif", "DejaVu Serif": the family, and those that lend the characters it lacks. */
static bool
read_families(DgArena *arena, const char *text, const char **family, const char **fallbacks)
{
    const char *first = take_name(arena, &text), *rest = text;
    if (!first)
        return false;
    while (*text)
        if (!take_name(arena, &text))
            return false;
    *family = first;
    *fallbacks = *rest ? dg_arena_strdup(arena, rest) : NULL;
    return true;
}

const char *
family_next(DgArena *arena, const char **list)
{
    return *list && **list ? take_name(arena, list) : NULL;
}

static bool
read_name(DgArena *arena, const char *text, const char **name)
{
    const char *found = take_name(arena, &text);
    if (!found || *text)
        return false;
    *name = found;
    return true;
}

static bool
read_marks(const char *text, int *marks)
{
    static const struct {
        const char *words;
        int marks;
    } values[] = {{"none", 0},
                  {"crop", DG_MARKS_CROP},
                  {"cross", DG_MARKS_CROSS},
                  {"crop cross", DG_MARKS_CROP | DG_MARKS_CROSS},
                  {"cross crop", DG_MARKS_CROP | DG_MARKS_CROSS}};
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++)
        if (strcmp(text, values[i].words) == 0) {
            *marks = values[i].marks;
            return true;
        }
    return false;
}

static int
word_index(const char *words, const char *word)
{
    g_auto(GStrv) list = g_strsplit(words, " ", -1);
    for (int i = 0; list[i]; i++)
        if (strcmp(list[i], word) == 0)
            return i;
    return -1;
}

/* "oldstyle-nums tabular-nums", in any order; the first word of the list alone says none of them. */
static bool
read_words(const char *words, const char *text, int *bits)
{
    g_auto(GStrv) list = g_strsplit(text, " ", -1);
    int found = 0;
    for (int i = 0; list[i]; i++) {
        int index = word_index(words, list[i]);
        if (index < 0 || (index == 0 && list[1]))
            return false;
        found |= index > 0 ? 1 << (index - 1) : 0;
    }
    *bits = found;
    return list[0] != NULL;
}

static bool
is_feature_tag(const char *tag)
{
    size_t n = 0;
    while (g_ascii_isalnum(tag[n]))
        n++;
    return n == 4 && !tag[n];
}

/* What follows a tag: on, off, a number, or nothing for on; -1 for anything else. */
static int
take_feature_value(const char **text)
{
    size_t n = strcspn(*text, ",");
    g_autofree char *word = g_strchomp(g_strndup(*text, n));
    double number = 0;
    *text += n;
    if (!*word || strcmp(word, "on") == 0)
        return 1;
    if (strcmp(word, "off") == 0)
        return 0;
    bool whole = read_number(word, "", &number) && number >= 0 && number < 100;
    return whole && number == floor(number) ? (int)number : -1;
}

/* "ss01" on, "liga" off, "cv02" 3 */
static bool
read_features(DgArena *arena, const char *text, const char **features)
{
    const char *list = NULL;
    if (strcmp(text, "normal") == 0) {
        *features = NULL;
        return true;
    }
    do {
        const char *tag = string_next(arena, &text);
        int value = tag && is_feature_tag(tag) ? take_feature_value(&text) : -1;
        if (value < 0)
            return false;
        list = dg_arena_printf(arena, "%s%s%s=%d", list ? list : "", list ? "," : "", tag, value);
        if (*text == ',')
            text += 1 + strspn(text + 1, " ");
        else if (!*text)
            text = NULL;
    } while (text);
    *features = list;
    return true;
}

static bool
set_keyword(const Property *property, const char *value, void *place)
{
    int index = word_index(property->words, value);
    if (index < 0)
        return false;
    if (property->kind == VALUE_SWITCH)
        *(bool *)place = index == 1;
    else
        *(int *)place = index;
    return true;
}

bool
property_set(DgArena *arena, const Property *property, const char *value, Measures measures,
             void *target)
{
    void *place = (char *)target + property->offset;
    switch (property->kind) {
    case VALUE_LENGTH:
        return read_length(value, measures.size, place);
    case VALUE_FONT_SIZE:
        return read_font_size(value, measures.root_size, place);
    case VALUE_LINE_HEIGHT:
        return read_line_height(value, measures.size, place);
    case VALUE_PAGE_SIZE:
        return read_page_size(value, place);
    case VALUE_MARGINS:
        return read_margins(value, place);
    case VALUE_RATIO:
        return read_ratio(value, place);
    case VALUE_PER_MILLE:
        return read_per_mille(value, place);
    case VALUE_SHARE:
        return read_share(value, place);
    case VALUE_TEXT:
        return read_text(arena, value, place);
    case VALUE_COUNT:
        return read_count(value, place);
    case VALUE_WEIGHT:
        return read_weight(value, place);
    case VALUE_COLOR:
        return read_color(value, place);
    case VALUE_FAMILY:
        return read_families(arena, value, place, &((DgBlockStyle *)target)->fallbacks);
    case VALUE_WORDS:
        return read_words(property->words, value, place);
    case VALUE_FEATURES:
        return read_features(arena, value, place);
    case VALUE_KEYWORD:
    case VALUE_SWITCH:
        return set_keyword(property, value, place);
    case VALUE_CONTENT:
        return content_read(arena, value, place);
    case VALUE_MARKS:
        return read_marks(value, place);
    case VALUE_NAME:
        return read_name(arena, value, place);
    }
    return false;
}

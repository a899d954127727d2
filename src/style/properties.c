/* properties.c - THE table of properties, and how a value is read. */
#include "style-internal.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK(member) offsetof(DgBlockStyle, member)
#define PAGE(member) offsetof(DgPageStyle, member)

const Property block_properties[] = {
    {"font-family", VALUE_FAMILY, BLOCK(font.family), NULL,
     "the family, in quotes; further ones lend the characters that it lacks"},
    {"font-size", VALUE_FONT_SIZE, BLOCK(font.size), NULL, "size; em and % refer to `:root`"},
    {"font-weight", VALUE_WEIGHT, BLOCK(font.weight), NULL, "`normal`, `bold` or 100–900"},
    {"font-style", VALUE_SWITCH, BLOCK(font.italic), "normal italic", "slant"},
    {"font-variant-caps", VALUE_SWITCH, BLOCK(font.small_caps), "normal small-caps",
     "small capitals, where the font has them"},
    {"text-transform", VALUE_SWITCH, BLOCK(font.uppercase), "none uppercase", "capitals"},
    {"line-height", VALUE_LINE_HEIGHT, BLOCK(font.leading), NULL,
     "leading; a bare number multiplies the size"},
    {"letter-spacing", VALUE_LENGTH, BLOCK(font.letter_spacing), NULL,
     "added between letters; never in justified text"},
    {"color", VALUE_COLOR, BLOCK(font.color), NULL, "`#rrggbb`, `black`, `white`"},
    {"margin-top", VALUE_LENGTH, BLOCK(space_before), NULL,
     "space above; of two that meet the larger holds"},
    {"margin-bottom", VALUE_LENGTH, BLOCK(space_after), NULL, "space below"},
    {"margin-left", VALUE_LENGTH, BLOCK(left), NULL, "indent of all lines"},
    {"margin-right", VALUE_LENGTH, BLOCK(right), NULL, "indent at the right"},
    {"text-indent", VALUE_LENGTH, BLOCK(indent), NULL, "first line; negative hangs"},
    {"text-align", VALUE_KEYWORD, BLOCK(align), "left center right justify",
     "setting of the lines"},
    {"text-align-last", VALUE_KEYWORD, BLOCK(last_align), "left center right justify",
     "setting of the last line"},
    {"hyphens", VALUE_SWITCH, BLOCK(hyphens), "none auto", "division of words"},
    {"break-after", VALUE_SWITCH, BLOCK(keep_with_next), "auto avoid",
     "`avoid` keeps it with what follows"},
    {"break-inside", VALUE_SWITCH, BLOCK(keep_together), "auto avoid",
     "`avoid` keeps it on one page"},
    {"-dg-follows-indent", VALUE_SWITCH, BLOCK(follows_indent), "none always",
     "indent even after a heading"},
    {"border-top-width", VALUE_LENGTH, BLOCK(border_top), NULL, "rule above"},
    {"border-bottom-width", VALUE_LENGTH, BLOCK(border_bottom), NULL, "rule below"},
    {"border-left-width", VALUE_LENGTH, BLOCK(border_left), NULL, "rule at the left"},
    {"background-color", VALUE_COLOR, BLOCK(background), NULL, "tint behind; `none`"},
    {"padding", VALUE_LENGTH, BLOCK(padding), NULL, "room between rule or tint and text"},
    {"-dg-place", VALUE_SWITCH, BLOCK(at_foot), "here foot",
     "`foot`: at the foot of the page that it ends"},
};
const size_t n_block_properties = G_N_ELEMENTS(block_properties);

const Property page_properties[] = {
    {"size", VALUE_PAGE_SIZE, PAGE(width), NULL, "trimmed page: width and height, `A4` or `A5`"},
    {"margin", VALUE_MARGINS, PAGE(top), NULL, "top, outer, bottom, inner"},
    {"bleed", VALUE_LENGTH, PAGE(bleed), NULL, "bleed beyond the trim"},
    {"orphans", VALUE_COUNT, PAGE(orphans), NULL, "lines of a paragraph at least at a page foot"},
    {"widows", VALUE_COUNT, PAGE(widows), NULL, "lines of a paragraph at least at a page head"},
    {"column-rule-width", VALUE_LENGTH, PAGE(column_rule), NULL, "rule between the columns"},
    {"-dg-layout", VALUE_KEYWORD, PAGE(layout), "auto columns facing sequence",
     "side by side, first language verso and second recto, or one after the other; `auto` is columns"},
    {"-dg-sync", VALUE_KEYWORD, PAGE(sync), "auto strict free",
     "pairs begin level, or each side runs on by itself; `auto` is strict in columns, free on facing pages"},
    {"-dg-sides", VALUE_KEYWORD, PAGE(sides), "left-right inner-outer right-left",
     "first language left, always inside, or right"},
    {"-dg-column-ratio", VALUE_RATIO, PAGE(column_ratio), NULL,
     "share of the first language's column; `auto`: the best for the volume, `item`: for each item"},
    {"-dg-column-gap", VALUE_LENGTH, PAGE(column_gap), NULL, "space between the columns"},
    {"-dg-pair-space", VALUE_LENGTH, PAGE(pair_space), NULL, "space between pairs"},
    {"-dg-grid", VALUE_LENGTH, PAGE(grid), NULL, "baseline grid; 0 is none"},
    {"-dg-hyphen-limit", VALUE_COUNT, PAGE(hyphen_limit), NULL, "hyphens in succession at most"},
    {"-dg-expansion", VALUE_PER_MILLE, PAGE(expansion), NULL,
     "letters narrower or wider by at most this"},
    {"-dg-protrusion", VALUE_SWITCH, PAGE(protrusion), "none auto",
     "hyphens and points hang into the margin"},
    {"-dg-variants", VALUE_SWITCH, PAGE(variants), "none auto",
     "paragraphs a line longer or shorter for the page's sake"},
    {"-dg-in-step", VALUE_SWITCH, PAGE(in_step), "none auto",
     "pairs broken over pages at corresponding places"},
    {"-dg-optimize", VALUE_SWITCH, PAGE(optimize), "none auto",
     "page breaks chosen for the whole item at once"},
    {"-dg-sink", VALUE_LENGTH, PAGE(sink), NULL, "free space above the opening of an item"},
    {"-dg-head-distance", VALUE_LENGTH, PAGE(head_distance), NULL,
     "baseline of the running head above the text"},
    {"-dg-foot-distance", VALUE_LENGTH, PAGE(foot_distance), NULL,
     "baseline of the folio below the text"},
    {"-dg-note-space", VALUE_LENGTH, PAGE(note_space), NULL, "space above the notes"},
    {"-dg-note-rule-width", VALUE_LENGTH, PAGE(note_rule_width), NULL,
     "length of the rule above the notes"},
    {"-dg-note-rule-thickness", VALUE_LENGTH, PAGE(note_rule_thickness), NULL, "its thickness"},
    {"-dg-note-numbers", VALUE_KEYWORD, PAGE(note_numbers), "item page part",
     "where numbers of notes begin again"},
    {"-dg-notes", VALUE_SWITCH, PAGE(full_notes), "column full",
     "notes below their column, or below both over the full measure"},
};
const size_t n_page_properties = G_N_ELEMENTS(page_properties);

const Property head_properties[] = {
    {"content", VALUE_HEAD, 0, NULL,
     "`none`, or `string(WHAT, WHICH)`: WHAT is person, title, part or volume; WHICH language is first or second"},
};
const size_t n_head_properties = G_N_ELEMENTS(head_properties);

const Property *
property_find(const Property *table, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(table[i].name, name) == 0)
            return &table[i];
    return NULL;
}

char *
property_examples(DgArena *arena, const Property *property)
{
    static const char *const examples[] = {
        [VALUE_LENGTH] = "6pt, 2mm, 0.5em, 0",
        [VALUE_FONT_SIZE] = "9pt, 0.9em, 90%",
        [VALUE_LINE_HEIGHT] = "12pt, 1.25",
        [VALUE_PAGE_SIZE] = "170mm 240mm, A5",
        [VALUE_MARGINS] = "20mm, 20mm 16mm 24mm 18mm",
        [VALUE_RATIO] = "auto, item, 0.45",
        [VALUE_PER_MILLE] = "2%",
        [VALUE_COUNT] = "2",
        [VALUE_WEIGHT] = "normal, bold, 600",
        [VALUE_COLOR] = "#203040, black, none",
        [VALUE_FAMILY] = "\"PT Serif\"; \"PT Serif\", \"DejaVu Serif\"",
        [VALUE_HEAD] = "none; string(title, first)",
    };
    if (!property->words)
        return dg_arena_strdup(arena, examples[property->kind]);
    g_auto(GStrv) words = g_strsplit(property->words, " ", -1);
    g_autofree char *list = g_strjoinv(", ", words);
    return dg_arena_strdup(arena, list);
}

/* Levenshtein's distance. */
size_t
name_distance(const char *a, const char *b)
{
    size_t n = strlen(b);
    g_autofree size_t *row = g_new(size_t, n + 1);
    for (size_t j = 0; j <= n; j++)
        row[j] = j;
    for (size_t i = 0; a[i]; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < n; j++) {
            size_t replaced = diagonal + (a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = MIN(replaced, MIN(row[j], diagonal) + 1);
        }
    }
    return row[n];
}

const char *
property_near(const Property *table, size_t n, const char *name)
{
    const char *best = NULL;
    size_t least = MIN(strlen(name) / 2 + 1, 4); /* a short word is near to anything */
    for (size_t i = 0; i < n; i++) {
        size_t distance = name_distance(name, table[i].name);
        if (distance < least) {
            least = distance;
            best = table[i].name;
        }
    }
    return best;
}

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

/* The quoted name at `*text`, which then stands behind it and the comma; NULL when there is none. */
static const char *
take_name(DgArena *arena, const char **text)
{
    const char *end = **text == '"' || **text == '\'' ? strchr(*text + 1, **text) : NULL;
    if (!end || end == *text + 1)
        return NULL;
    const char *name = dg_arena_strndup(arena, *text + 1, (size_t)(end - *text - 1));
    *text = end + 1;
    *text += strspn(*text, " ");
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

static int
word_index(const char *words, const char *word)
{
    g_auto(GStrv) list = g_strsplit(words, " ", -1);
    for (int i = 0; list[i]; i++)
        if (strcmp(list[i], word) == 0)
            return i;
    return -1;
}

static bool
read_head(const char *text, DgRunningHead *head)
{
    static const char *const contents[] = {"none", "person", "title", "volume", "part"};
    if (strcmp(text, "none") == 0) {
        *head = (DgRunningHead){DG_HEAD_NONE, DG_LEFT};
        return true;
    }
    for (int i = 1; i < (int)G_N_ELEMENTS(contents); i++)
        for (int side = 0; side < DG_SIDES; side++) {
            g_autofree char *form =
                g_strdup_printf("string(%s, %s)", contents[i], side ? "second" : "first");
            if (strcmp(text, form) == 0) {
                *head = (DgRunningHead){(DgHeadContent)i, (DgSide)side};
                return true;
            }
        }
    return false;
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
    case VALUE_COUNT:
        return read_count(value, place);
    case VALUE_WEIGHT:
        return read_weight(value, place);
    case VALUE_COLOR:
        return read_color(value, place);
    case VALUE_FAMILY:
        return read_families(arena, value, place, &((DgBlockStyle *)target)->fallbacks);
    case VALUE_KEYWORD:
    case VALUE_SWITCH:
        return set_keyword(property, value, place);
    case VALUE_HEAD:
        return read_head(value, place);
    }
    return false;
}

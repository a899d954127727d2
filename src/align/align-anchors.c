/* align-anchors.c - what a translation keeps of a text: numbers, names by their sounds, words, marks, labels.
 * An anchor is a hash, so that those of both sides can be compared without their strings. */
#include "align-internal.h"

#include <glib.h>
#include <string.h>

/* Consonants that decide whether two words sound alike (layout.md 4). */
#define SOUNDS 4

typedef struct {
    GArray *anchors; /* of DgAnchor */
    uint32_t unit;
    GString *word; /* the word or number being read, lower case without diacritics */
    int letters;   /* of the word */
    bool capital;  /* its first letter */
    bool capitals; /* all of it */
    bool opens;    /* it is the first of its sentence */
    bool sentence; /* a sentence has begun */
} Reading;

static uint64_t
hash_of(const char *data, size_t length, DgAnchorWay way)
{
    uint64_t hash = 14695981039346656037u ^ (uint64_t)way; /* FNV-1a */
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (uint8_t)data[i]) * 1099511628211u;
    return hash ^ hash >> 29;
}

static void
collect(Reading *reading, DgAnchorWay way, const char *data, size_t length)
{
    DgAnchor anchor = {hash_of(data, length, way), reading->unit, (uint8_t)way};
    g_array_append_val(reading->anchors, anchor);
}

/* The value of a Roman numeral of two letters or more, else 0. */
static int
roman_value(const char *word)
{
    static const char letters[] = "ivxlcdm";
    static const int values[] = {1, 5, 10, 50, 100, 500, 1000};
    size_t length = strlen(word);
    int sum = 0, last = 0;
    if (strspn(word, letters) != length || length < 2 || length > 12)
        return 0;
    for (const char *s = word + length; s-- > word;) {
        int value = values[strchr(letters, *s) - letters];
        sum += value < last ? -value : value;
        last = MAX(last, value);
    }
    return sum;
}

static void
end_word(Reading *reading)
{
    char skeleton[SOUNDS];
    const char *word = reading->word->str;
    if (reading->letters == 0)
        return;
    size_t sounds = dg_word_sounds(word, skeleton, SOUNDS);
    if (reading->capital && !reading->opens && reading->letters >= 3 && sounds >= 2)
        collect(reading, DG_ANCHOR_NAME, skeleton, sounds);
    if (reading->letters >= 5 && sounds >= 3)
        collect(reading, DG_ANCHOR_SOUND, skeleton, sounds);
    if (reading->letters >= 4 || (reading->capitals && reading->letters >= 2))
        collect(reading, DG_ANCHOR_WORD, word, reading->word->len);
    int roman = reading->capitals ? roman_value(word) : 0;
    if (roman) {
        char number[16];
        collect(reading, DG_ANCHOR_NUMBER, number,
                (size_t)g_snprintf(number, sizeof number, "%d", roman));
    }
    g_string_truncate(reading->word, 0);
    reading->letters = 0;
}

static void
add_letter(Reading *reading, gunichar c)
{
    gunichar decomposed[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    bool upper = g_unichar_isupper(c);
    if (reading->letters == 0) {
        reading->capital = reading->capitals = upper;
        reading->opens = !reading->sentence;
        reading->sentence = true;
    }
    reading->capitals = reading->capitals && upper;
    reading->letters++;
    g_unichar_fully_decompose(g_unichar_tolower(c), false, decomposed, G_N_ELEMENTS(decomposed));
    g_string_append_unichar(reading->word, decomposed[0]);
}

/* Where the next group of three digits starts behind a thousands separator, or NULL. */
static const char *
next_group(const char *s)
{
    static const char *const separators[] = {" ", ".", ",", "'", "\u00A0", "\u202F", "\u2009"};
    for (size_t i = 0; i < G_N_ELEMENTS(separators); i++)
        if (g_str_has_prefix(s, separators[i])) {
            const char *group = s + strlen(separators[i]);
            return strspn(group, "0123456789") == 3 ? group : NULL;
        }
    return NULL;
}

/* "1 234 567", "1,234,567" and "1.234.567" are one number; of "3,5" each part is one. */
static const char *
read_number(Reading *reading, const char *s)
{
    g_autoptr(GString) number = g_string_new(NULL);
    size_t run = strspn(s, "0123456789");
    g_string_append_len(number, s, (gssize)run);
    s += run;
    for (const char *group; run <= 3 && (group = next_group(s)); s = group + 3, run = 3)
        g_string_append_len(number, group, 3);
    collect(reading, DG_ANCHOR_NUMBER, number->str, number->len);
    return s;
}

static void
read_mark(Reading *reading, gunichar c)
{
    if (c == '?' || c == '!')
        collect(reading, DG_ANCHOR_MARK, c == '?' ? "?" : "!", 1);
    if (c == '.' || c == '?' || c == '!' || c == 0x2026)
        reading->sentence = false;
}

static void
read_words(Reading *reading, const char *text)
{
    reading->sentence = false;
    for (const char *s = text; *s;) {
        gunichar c = g_utf8_get_char(s);
        if (g_unichar_isalpha(c) || g_unichar_ismark(c)) {
            if (g_unichar_isalpha(c))
                add_letter(reading, c);
            s = g_utf8_next_char(s);
            continue;
        }
        end_word(reading);
        read_mark(reading, c);
        s = g_ascii_isdigit(*s) ? read_number(reading, s) : g_utf8_next_char(s);
    }
    end_word(reading);
}

/* A colon at the end leads to a list, a dash or quotation mark at the start to speech. */
static void
read_ends(Reading *reading, const char *text)
{
    static const char *const speech[] = {"—", "–", "«", "“", "\"", "„", "‘"};
    size_t length = strlen(text);
    if (length && text[length - 1] == ':')
        collect(reading, DG_ANCHOR_MARK, ":", 1);
    for (size_t i = 0; i < G_N_ELEMENTS(speech); i++)
        if (g_str_has_prefix(text, speech[i])) {
            collect(reading, DG_ANCHOR_MARK, "-", 1);
            return;
        }
}

static const char *
label_of(const DgNode *block)
{
    if (block->label)
        return block->label;
    const DgNode *parent = block->parent;
    return parent && parent->first == block ? parent->label : NULL;
}

/* Labels by their letters and digits: "2.1." is "2.1". */
static void
read_label(Reading *reading, const DgUnit *unit)
{
    const char *label = label_of(unit->node);
    if (!label)
        return;
    size_t start = strcspn(label, "0123456789");
    size_t length = strspn(label + start, "0123456789.");
    while (length && label[start + length - 1] == '.')
        length--;
    if (length)
        collect(reading, DG_ANCHOR_LABEL, label + start, length);
}

/* Code, formulas and references are often the same on both sides, and so are pictures. */
static void
read_whole(Reading *reading, const DgUnit *unit)
{
    if (*unit->text)
        collect(reading, DG_ANCHOR_WHOLE, unit->text, strlen(unit->text));
    for (DgWalk walk = dg_walk(unit->node); dg_walk_next(&walk);)
        if (walk.entering && walk.node->kind == DG_GRAPHIC && walk.node->href)
            collect(reading, DG_ANCHOR_WHOLE, walk.node->href, strlen(walk.node->href));
}

GArray *
dg_anchors_read(const DgUnit *units, size_t n)
{
    Reading reading = {.anchors = g_array_new(false, false, sizeof(DgAnchor)),
                       .word = g_string_new(NULL)};
    for (size_t i = 0; i < n; i++) {
        reading.unit = (uint32_t)i;
        read_words(&reading, units[i].text);
        read_ends(&reading, units[i].text);
        read_label(&reading, &units[i]);
        read_whole(&reading, &units[i]);
    }
    g_string_free(reading.word, true);
    return reading.anchors;
}

/* web-rules.c - the rules of a style sheet that some pages can use. A rule goes when all its selectors ask for an
 * element or a class that none of these pages has and no script of theirs gives; what is not understood stays. */
#include "web-internal.h"

#include <glib.h>
#include <string.h>

typedef struct {
    const char *start;
    size_t n;
} Word;

struct Names {
    GHashTable *elements, *classes; /* sets of Word; only asked, never listed */
};

static guint
word_hash(gconstpointer key)
{
    const Word *word = key;
    guint hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < word->n; i++)
        hash = (hash ^ (guint)g_ascii_tolower(word->start[i])) * 16777619u;
    return hash;
}

static gboolean
word_equal(gconstpointer a, gconstpointer b)
{
    const Word *one = a, *other = b;
    return one->n == other->n && g_ascii_strncasecmp(one->start, other->start, one->n) == 0;
}

Names *
names_new(void)
{
    Names *names = g_new(Names, 1);
    names->elements = g_hash_table_new_full(word_hash, word_equal, g_free, NULL);
    names->classes = g_hash_table_new_full(word_hash, word_equal, g_free, NULL);
    return names;
}

void
names_free(Names *names)
{
    g_hash_table_destroy(names->elements);
    g_hash_table_destroy(names->classes);
    g_free(names);
}

static void
add(GHashTable *set, const char *start, const char *end)
{
    Word word = {start, (size_t)(end - start)};
    if (word.n && !g_hash_table_contains(set, &word))
        g_hash_table_add(set, g_memdup2(&word, sizeof word));
}

/* ---- what pages have ---- */

/* Behind the word that begins here, as names in HTML, CSS and the strings of our scripts are written. */
static const char *
word_end(const char *s)
{
    while (g_ascii_isalnum(*s) || *s == '-' || *s == '_' || (unsigned char)*s >= 0x80)
        s++;
    return s;
}

static void
add_words(GHashTable *set, const char *text, const char *end)
{
    for (const char *s = text; s < end;) {
        const char *stop = word_end(s);
        add(set, s, stop);
        s = stop + (stop == s);
    }
}

void
names_add_page(Names *names, const char *html)
{
    static const char class[] = " class=\"";
    while ((html = strchr(html, '<'))) {
        const char *name = html + 1, *stop = word_end(name), *end = stop + strcspn(stop, ">");
        add(names->elements, name, stop);
        const char *value = g_strstr_len(stop, end - stop, class);
        if (value) {
            value += strlen(class);
            add_words(names->classes, value, value + strcspn(value, "\""));
        }
        html = end;
    }
}

/* A string of a script: each of its words may become a class, and one that is a single word an element, too. */
static void
add_string(Names *names, const char *text, const char *end)
{
    add_words(names->classes, text, end);
    if (word_end(text) == end)
        add(names->elements, text, end);
}

/* The strings of a line stand between double quotes; where others may, any word may be one. */
static void
add_strings(Names *names, const char *line, const char *end)
{
    size_t n = (size_t)(end - line);
    if (memchr(line, '\'', n) || memchr(line, '`', n)) {
        add_words(names->classes, line, end);
        add_words(names->elements, line, end);
        return;
    }
    bool inside = false;
    for (const char *s = line, *stop; s < end; s = stop + 1, inside = !inside) {
        stop = memchr(s, '"', (size_t)(end - s));
        stop = stop ? stop : end;
        if (inside)
            add_string(names, s, stop);
    }
}

void
names_add_script(Names *names, const char *script)
{
    for (const char *line = script, *end; *line; line = end + (*end != '\0')) {
        end = line + strcspn(line, "\n");
        add_strings(names, line, end);
    }
}

/* ---- selectors ---- */

typedef struct {
    const Names *names;
    GString *out;
} Filter;

static bool is_list_used(const Names *names, const char *s, const char *end);

static bool
has(GHashTable *set, const char *start, const char *end)
{
    return start == end || g_hash_table_contains(set, &(Word){start, (size_t)(end - start)});
}

/* Behind the bracket that belongs to the one at `s`, at most `end`. */
static const char *
bracket_end(const char *s, const char *end)
{
    char open = *s, close = open == '{' ? '}' : open == '(' ? ')' : ']';
    int depth = 0;
    while (s < end) {
        depth += (*s == open) - (*s == close);
        s = css_part_end(s);
        if (depth == 0)
            return s;
    }
    return end;
}

/* `:is(…)` and the like, behind its colons: some selector of its list must be met; `next` is set behind it. */
static bool
is_pseudo_used(const Names *names, const char *s, const char *end, const char **next)
{
    static const char *const lists[] = {"is(", "where(", "has("};
    const char *stop = word_end(s);
    *next = stop < end && *stop == '(' ? bracket_end(stop, end) : stop;
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        if (g_str_has_prefix(s, lists[i]))
            return is_list_used(names, stop + 1, *next - 1);
    return true;
}

/* One without commas outside brackets. Its attributes, and names in #, are not looked for. */
static bool
is_selector_used(const Names *names, const char *s, const char *end)
{
    bool used = !memchr(s, '\\', (size_t)(end - s)) && !memchr(s, '|', (size_t)(end - s));
    if (!used)
        return true; /* an escape or a namespace */
    while (used && s < end) {
        const char *next = word_end(s);
        if (next > s) {
            used = has(names->elements, s, next);
        } else if (*s == '.') {
            next = word_end(s + 1);
            used = has(names->classes, s + 1, next);
        } else if (*s == ':') {
            used = is_pseudo_used(names, s + 1 + (s[1] == ':'), end, &next);
        } else {
            next = *s == '#' ? word_end(s + 1) : *s == '[' ? bracket_end(s, end) : s + 1;
        }
        s = next;
    }
    return used;
}

/* Where the selector that begins at `s` ends: at a comma, or at `end`. */
static const char *
selector_end(const char *s, const char *end)
{
    while (s < end && *s != ',')
        s = *s == '(' || *s == '[' ? bracket_end(s, end) : css_part_end(s);
    return MIN(s, end);
}

static bool
is_list_used(const Names *names, const char *s, const char *end)
{
    for (const char *stop; s < end; s = stop + 1) {
        stop = selector_end(s, end);
        if (is_selector_used(names, s, stop))
            return true;
    }
    return false;
}

/* Without the spaces around what joins its parts; an escaped sign joins none. */
static void
append_selector(GString *out, const char *s, const char *end)
{
    if (memchr(s, '\\', (size_t)(end - s))) {
        g_string_append_len(out, s, end - s);
        return;
    }
    for (const char *next; s < end; s = next) {
        next = *s == '[' ? bracket_end(s, end) : MIN(css_part_end(s), end);
        bool joins = *s == ' ' && (strchr(">+~", s[-1]) || (next < end && strchr(">+~", *next)));
        if (!joins)
            g_string_append_len(out, s, next - s);
    }
}

/* The selectors that are met, parted by commas; false: there is none, and nothing was written. */
static bool
append_selectors(Filter *filter, const char *s, const char *end)
{
    bool any = false;
    for (const char *stop; s < end; s = stop + 1) {
        stop = selector_end(s, end);
        if (!is_selector_used(filter->names, s, stop))
            continue;
        if (any)
            g_string_append_c(filter->out, ',');
        append_selector(filter->out, s, stop);
        any = true;
    }
    return any;
}

/* ---- rules ---- */

static void append_rules(Filter *filter, const char *s, const char *end);

static bool
holds_rules(const char *at)
{
    return g_str_has_prefix(at, "@media") || g_str_has_prefix(at, "@supports");
}

/* The rules of `{…}` behind `start`, where there are any. */
static void
append_group(Filter *filter, const char *start, const char *block, const char *end)
{
    gsize before = filter->out->len;
    g_string_append_len(filter->out, start, block + 1 - start);
    gsize inside = filter->out->len;
    append_rules(filter, block + 1, end - 1);
    if (filter->out->len == inside)
        g_string_truncate(filter->out, before);
    else
        g_string_append_c(filter->out, '}');
}

static void
append_rules(Filter *filter, const char *s, const char *end)
{
    while (s < end) {
        const char *block = s;
        while (block < end && *block != '{' && *block != ';')
            block = css_part_end(block);
        bool whole =
            block >= end || *block == ';'; /* a statement, or the end of something broken */
        const char *next = whole ? MIN(block + 1, end) : bracket_end(block, end);
        if (!whole && next[-1] == '}' && *s != '@') {
            if (append_selectors(filter, s, block))
                g_string_append_len(filter->out, block, next - block);
        } else if (!whole && next[-1] == '}' && holds_rules(s)) {
            append_group(filter, s, block, next);
        } else {
            g_string_append_len(filter->out, s, next - s);
        }
        s = next;
    }
}

const char *
css_used(DgArena *arena, const char *css, const Names *names)
{
    Filter filter = {names, g_string_new(NULL)};
    append_rules(&filter, css, css + strlen(css));
    const char *used = dg_arena_strndup(arena, filter.out->str, filter.out->len);
    g_string_free(filter.out, TRUE);
    return used;
}

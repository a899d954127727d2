/* typo-quotes.c - double quotation marks by level (R1, R2, E1).
 * The marks of a block are read as opening or closing by what stands around them. Where they pair, each
 * pair is set by its depth; where not (one mark closes two quotations, one is missing), only straight
 * marks are set, at the outer level, and the block is reported. */
#include "typo-internal.h"

#include <glib.h>

typedef enum { UNKNOWN, OPENING, CLOSING, INCH } Direction;

typedef struct {
    size_t at;
    Direction direction;
    int depth;   /* quotations around it in double marks */
    int singles; /* in single ones */
} Mark;

/* What stands beside a mark. */
typedef enum { FREE, TEXT, DASH, NEUTRAL } Neighbour;

enum { LONGEST_RUN = 8 }; /* quotation marks side by side that are still looked through */

static bool
is_double_quote(uint16_t c)
{
    return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F);
}

static bool
is_turnable(uint16_t c)
{
    return is_double_quote(c) && c != 0xAB && c != 0xBB && c != 0x201E;
}

static Neighbour
left_neighbour(const Flat *flat, size_t i)
{
    for (int run = 0; run < LONGEST_RUN && is_turnable(unit(flat, i - 1)); run++)
        i--;
    uint16_t c = unit(flat, i - 1);
    if (c == 0 || is_space(c) || is_opening_bracket(c) || c == 0xAB || c == 0x201E || c == 0x2018 ||
        c == '/' || c == '=')
        return FREE;
    return is_dash(c) || is_hyphen(c) ? DASH : TEXT;
}

static Neighbour
right_neighbour(const Flat *flat, size_t i)
{
    for (int run = 0;
         run < LONGEST_RUN && (is_turnable(unit(flat, i + 1)) || unit(flat, i + 1) == 0xBB); run++)
        i++;
    uint16_t c = unit(flat, i + 1);
    bool stop =
        c == ',' || c == '.' || c == ';' || c == ':' || c == '!' || c == '?' || c == ELLIPSIS;
    if (stop && is_word(unit(flat, i + 2)))
        return TEXT; /* «…и вот», ".ru" */
    if (c == 0 || is_space(c) || stop || is_closing_bracket(c) || c == APOSTROPHE || c == '/')
        return FREE;
    if (c == OBJECT)
        return NEUTRAL;
    return is_dash(c) || is_hyphen(c) ? DASH : TEXT;
}

static Direction
by_neighbours(const Flat *flat, size_t i, int depth)
{
    static const Direction table[][4] = {
        /* behind:   FREE      TEXT     DASH     NEUTRAL */
        [FREE] = {UNKNOWN, OPENING, OPENING, OPENING},
        [TEXT] = {CLOSING, UNKNOWN, CLOSING, CLOSING},
        [DASH] = {CLOSING, OPENING, UNKNOWN, OPENING},
    };
    Direction direction = table[left_neighbour(flat, i)][right_neighbour(flat, i)];
    bool inch = direction == CLOSING && depth == 0 && flat->text[i] == '"';
    return inch && is_digit(unit(flat, i - 1)) ? INCH : direction;
}

static Direction
direction_of(const Flat *flat, size_t i, int depth)
{
    uint16_t c = flat->text[i];
    if (c == 0xAB || c == 0x201E)
        return OPENING;
    if (c == 0xBB)
        return CLOSING;
    Direction direction = by_neighbours(flat, i, depth);
    if (direction == UNKNOWN && c == 0x201D)
        return CLOSING;
    if (direction == UNKNOWN && c == 0x201C && flat->language == LANGUAGE_ENGLISH)
        return OPENING;
    return direction;
}

static GArray *
collect(const Flat *flat)
{
    GArray *marks = g_array_new(FALSE, FALSE, sizeof(Mark));
    int depth = 0, singles = 0;
    for (size_t i = 0; i < flat->n; i++) {
        uint16_t c = flat->text[i];
        if (c == 0x2018)
            singles++;
        else if (c == APOSTROPHE && singles > 0 && !is_word(unit(flat, i + 1)))
            singles--;
        if (!is_double_quote(c) || flat->fixed[i])
            continue;
        Mark mark = {i, direction_of(flat, i, depth), depth, singles};
        if (mark.direction == INCH)
            continue;
        if (mark.direction == OPENING)
            depth++;
        else if (mark.direction == CLOSING && depth > 0)
            mark.depth = --depth;
        g_array_append_val(marks, mark);
    }
    return marks;
}

/* The last opening mark that is not closed. */
static const Mark *
last_open(const GArray *marks)
{
    int closed = 0;
    for (guint i = marks->len; i-- > 0;) {
        const Mark *mark = &g_array_index(marks, Mark, i);
        if (mark->direction == OPENING && closed == 0)
            return mark;
        closed += mark->direction == OPENING ? -1 : 1;
    }
    return NULL;
}

/* A mark without its partner, or NULL. A quotation may go on from another paragraph or into one:
 * the first mark may close, the last one at the end may too, one at the start may stay open. */
static const Mark *
find_unpaired(const Flat *flat, const GArray *marks)
{
    int depth = 0;
    for (guint i = 0; i < marks->len; i++) {
        const Mark *mark = &g_array_index(marks, Mark, i);
        bool last = i + 1 == marks->len && mark->at + 2 >= flat->n;
        if (mark->direction == UNKNOWN)
            return mark;
        depth += mark->direction == OPENING ? 1 : -1;
        if (depth < 0 && !last && i > 0)
            return mark;
        depth = MAX(depth, 0);
    }
    const Mark *open = depth > 0 ? last_open(marks) : NULL;
    return open && open->at > 0 ? open : NULL;
}

/* Opening and closing mark of a level. */
static const uint16_t *
mark_of_level(const Flat *flat, int level, Direction direction)
{
    static const uint16_t *const russian[][2] = {{u"«", u"»"}, {u"„", u"“"}};
    static const uint16_t *const english[][2] = {{u"“", u"”"}, {u"‘", u"’"}};
    bool closing = direction == CLOSING;
    if (flat->language == LANGUAGE_RUSSIAN)
        return russian[MIN(level, 1)][closing];
    return english[(level + flat->british) % 2][closing];
}

/* In a British text that has single marks already, curly double ones are taken to be right. */
static bool
is_settled(const Flat *flat, const GArray *marks, const Mark *mark)
{
    const Mark *last = &g_array_index(marks, Mark, marks->len - 1);
    return flat->british && flat->text[mark->at] != '"' && (mark->singles > 0 || last->singles > 0);
}

void
rule_quotes(Flat *flat)
{
    g_autoptr(GArray) marks = collect(flat);
    const Mark *unpaired = find_unpaired(flat, marks);
    const char *rule = flat->language == LANGUAGE_RUSSIAN ? "R1" : "E1";
    for (guint i = 0; i < marks->len; i++) {
        const Mark *mark = &g_array_index(marks, Mark, i);
        bool straight = flat->text[mark->at] == '"';
        if (mark->direction == UNKNOWN || (unpaired && !straight) || is_settled(flat, marks, mark))
            continue;
        int level = unpaired ? 0 : mark->depth + (flat->british ? mark->singles : 0);
        bool inner = flat->language == LANGUAGE_RUSSIAN && level > 0;
        flat_replace(flat, inner ? "R2" : rule, mark->at, 1,
                     mark_of_level(flat, level, mark->direction));
    }
    if (unpaired)
        dg_diag(flat->diags, DG_TYPO_QUOTES, flat_pos(flat, unpaired->at), rule,
                flat_excerpt(flat, unpaired->at, 1), NULL);
}

/* pdf-drawing-press.c - the vectors of a figure in the inks of the press.
 * Cairo 1.16 writes every colour as RGB. Its operators are rewritten; what is not a plain drawing (pictures, shadings,
 * transparency) is left to be printed as pixels. The operands of colours are numbers, so that only the ends of
 * strings must be told from the rest. */
#include "pdf-internal.h"

#include <string.h>

typedef struct {
    const char *start;
    size_t length;
} Word;

static bool
is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

/* Behind the string that starts at `at`; parentheses nest. */
static const char *
string_end(const char *at, const char *end)
{
    int depth = 0;
    for (; at < end; at++) {
        if (*at == '\\')
            at++;
        else if (*at == '(')
            depth++;
        else if (*at == ')' && --depth == 0)
            return at + 1;
    }
    return end;
}

/* The next word, string or sign; the text between words is dropped. */
static Word
next_word(const char **at, const char *end)
{
    const char *from = *at;
    while (from < end && is_space(*from))
        from++;
    const char *to = from;
    if (to < end && *to == '(')
        to = string_end(to, end);
    else if (to < end && memchr("[]<>", *to, 4))
        to++;
    else
        while (to < end && !is_space(*to) && !memchr("()[]<>", *to, 6) &&
               (to == from || *to != '/'))
            to++;
    *at = to;
    return (Word){from, (size_t)(to - from)};
}

static bool
is_word(Word word, const char *name)
{
    return word.length == strlen(name) && memcmp(word.start, name, word.length) == 0;
}

static int
part_of(Word number)
{
    g_autofree char *text = number.length ? g_strndup(number.start, number.length) : g_strdup("0");
    return (int)CLAMP(g_ascii_strtod(text, NULL) * 255 + 0.5, 0, 255);
}

static bool
is_foreign(Word word)
{
    static const char *const names[] = {"cs", "CS", "sc", "SC", "scn", "SCN",
                                        "sh", "k",  "K",  "BI", "ri",  "i"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (is_word(word, names[i]))
            return true;
    return false;
}

bool
pdf_press_content(const PdfColors *colors, const char *content, size_t size, GString *out)
{
    enum { OPERANDS = 3 };
    const char *at = content, *end = content + size;
    Word last[OPERANDS] = {{0}};
    size_t marks[OPERANDS] = {0}; /* where they stand in `out` */
    for (Word word = next_word(&at, end); word.length; word = next_word(&at, end)) {
        bool fill = is_word(word, "rg"), stroke = is_word(word, "RG");
        if (is_foreign(word))
            return false;
        if (fill || stroke) {
            g_string_truncate(out, marks[0]);
            uint32_t color =
                (uint32_t)(part_of(last[0]) << 16 | part_of(last[1]) << 8 | part_of(last[2]));
            pdf_put_color(out, colors, color, fill ? PAINT_AREA : PAINT_STROKE);
            continue;
        }
        memmove(last, last + 1, sizeof last - sizeof *last);
        memmove(marks, marks + 1, sizeof marks - sizeof *marks);
        last[OPERANDS - 1] = word;
        marks[OPERANDS - 1] = out->len;
        g_string_append_len(out, word.start, (gssize)word.length);
        g_string_append_c(out, ' ');
    }
    return true;
}

/* diff-print.c - a comparison for the terminal: both languages side by side, or one under the other where there is
 * no room. Without colour, deleted words stand in [-…-] and inserted ones in {+…+}. */
#include "diff-internal.h"

#include <glib.h>
#include <string.h>

#define COLUMNS_LEAST 80 /* for two columns */
#define CONTEXT 60       /* characters of unchanged text kept at either side of a change */

typedef struct {
    FILE *out;
    bool color;
    int width;
    const char *const *kinds;
} Printing;

/* A side laid out in lines, each with its width in columns. */
typedef struct {
    GPtrArray *lines; /* of GString */
    GArray *widths;   /* of int */
} Sheet;

static const char *const english[] = {"same",  "changed", "added", "removed",
                                      "moved", "split",   "merged"};
static const char *const russian[] = {"без изменений", "изменено",  "добавлено", "удалено",
                                      "перенесено",    "разделено", "объединено"};

static const char *
color_of(DgChange change)
{
    return change == DG_INSERTED ? "\x1b[32m" : change == DG_DELETED ? "\x1b[31m" : "";
}

static int
width_of(gunichar c)
{
    return g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
}

static int
text_width(const char *text, size_t length)
{
    int width = 0;
    for (const char *s = text; s < text + length; s = g_utf8_next_char(s))
        width += width_of(g_utf8_get_char(s));
    return width;
}

/* ---- the text of a side with marks, unchanged stretches shortened at spaces ---- */
static size_t
head_of(const char *piece, glong characters)
{
    const char *end = g_utf8_offset_to_pointer(piece, characters);
    while (end > piece && end[-1] != ' ')
        end--;
    return (size_t)(end - piece);
}

static const char *
tail_of(const char *piece, glong start)
{
    const char *tail = g_utf8_offset_to_pointer(piece, start), *space = strchr(tail, ' ');
    return space ? space : tail;
}

static void
append_context(GString *text, const char *piece, bool first, bool last)
{
    glong length = g_utf8_strlen(piece, -1);
    glong head = first ? 0 : CONTEXT, tail = last ? 0 : CONTEXT;
    if (first && last) /* nothing changed on this side: its beginning tells which text it is */
        head = 2 * CONTEXT;
    if (length <= head + tail + 1) {
        g_string_append(text, piece);
        return;
    }
    g_string_append_len(text, piece, (gssize)head_of(piece, head));
    g_string_append(text, "…");
    if (tail)
        g_string_append(text, tail_of(piece, length - tail));
}

typedef struct {
    GString *text;
    GArray *changes; /* of DgChange, one for each byte of `text` */
} Marked;

static void
append_marked(Marked *marked, DgChange change, const char *text)
{
    g_string_append(marked->text, text);
    while (marked->changes->len < marked->text->len)
        g_array_append_val(marked->changes, change);
}

static void
mark_pieces(const Printing *printing, const DgDiffSide *side, Marked *marked)
{
    for (size_t i = 0; i < side->n_pieces; i++) {
        const DgDiffPiece *piece = &side->pieces[i];
        bool marks = !printing->color && piece->change != DG_UNCHANGED;
        g_autoptr(GString) text = g_string_new(NULL);
        if (marks)
            g_string_append(text, piece->change == DG_DELETED ? "[-" : "{+");
        if (piece->change == DG_UNCHANGED)
            append_context(text, piece->text, i == 0, i + 1 == side->n_pieces);
        else
            g_string_append(text, piece->text);
        if (marks)
            g_string_append(text, piece->change == DG_DELETED ? "-]" : "+}");
        append_marked(marked, piece->change, text->str);
    }
}

/* ---- lines ---- */
static Sheet
sheet_new(void)
{
    return (Sheet){g_ptr_array_new(), g_array_new(false, false, sizeof(int))};
}

static void
sheet_free(Sheet *sheet)
{
    for (guint i = 0; i < sheet->lines->len; i++)
        g_string_free(g_ptr_array_index(sheet->lines, i), true);
    g_ptr_array_free(sheet->lines, true);
    g_array_free(sheet->widths, true);
}

static void
add_line(const Printing *printing, Sheet *sheet, const Marked *marked, size_t start, size_t end)
{
    GString *line = g_string_new(NULL);
    DgChange change = DG_UNCHANGED;
    while (end > start && marked->text->str[end - 1] == ' ')
        end--;
    for (size_t i = start; i < end; i++) {
        DgChange here = g_array_index(marked->changes, DgChange, i);
        if (printing->color && here != change)
            g_string_append_printf(line, "\x1b[0m%s", color_of(here));
        change = here;
        g_string_append_c(line, marked->text->str[i]);
    }
    if (printing->color && change != DG_UNCHANGED)
        g_string_append(line, "\x1b[0m");
    int width = text_width(marked->text->str + start, end - start);
    g_ptr_array_add(sheet->lines, line);
    g_array_append_val(sheet->widths, width);
}

/* The end of the line that starts at `start`: behind the last space that fits, else where the width ends. */
static size_t
end_of_line(const char *text, size_t start, int measure)
{
    const char *s = text + start, *space = NULL;
    int width = 0;
    while (*s && width + width_of(g_utf8_get_char(s)) <= measure) {
        width += width_of(g_utf8_get_char(s));
        s = g_utf8_next_char(s);
        if (s[-1] == ' ')
            space = s;
    }
    if (*s == '\0' || (space == NULL && s > text + start))
        return (size_t)(s - text);
    return (size_t)((space ? space : g_utf8_next_char(s)) - text);
}

static DgPos
place_of(const DgDiffSide *side)
{
    return side->n_new   ? side->new_blocks[0]->pos
           : side->n_old ? side->old_blocks[0]->pos
                         : DG_NOWHERE;
}

static void
lay_out(const Printing *printing, const DgDiffSide *side, int measure, Sheet *sheet)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GArray) changes = g_array_new(false, false, sizeof(DgChange));
    Marked marked = {text, changes};
    DgPos pos = place_of(side);
    if (side->n_old + side->n_new == 0)
        return;
    const char *kind = side->kind == DG_SAME ? "" : printing->kinds[side->kind];
    const char *file = pos.file ? pos.file : "";
    g_autofree char *head = pos.line ? g_strdup_printf("%s:%d %s", file, pos.line, kind)
                                     : g_strdup_printf("%s %s", file, kind);
    append_marked(&marked, DG_UNCHANGED, g_strchomp(head));
    add_line(printing, sheet, &marked, 0, text->len);
    size_t start = text->len;
    mark_pieces(printing, side, &marked);
    while (start < text->len) {
        size_t end = end_of_line(text->str, start, measure);
        add_line(printing, sheet, &marked, start, end);
        start = end;
    }
}

static void
print_cell(const Printing *printing, const Sheet *sheet, guint line, int pad_to)
{
    int width = 0;
    if (line < sheet->lines->len) {
        fputs(((GString *)g_ptr_array_index(sheet->lines, line))->str, printing->out);
        width = g_array_index(sheet->widths, int, line);
    }
    for (; width < pad_to; width++)
        fputc(' ', printing->out);
}

static void
print_row(const Printing *printing, const DgDiffRow *row, bool two)
{
    bool beside = two && printing->width >= COLUMNS_LEAST;
    int measure = beside ? (printing->width - 3) / 2 : printing->width;
    Sheet sheets[DG_SIDES] = {sheet_new(), sheet_new()};
    for (int side = 0; side < DG_SIDES; side++)
        lay_out(printing, &row->side[side], measure, &sheets[side]);
    guint lines = MAX(sheets[0].lines->len, sheets[1].lines->len);
    for (guint i = 0; beside && i < lines; i++) {
        print_cell(printing, &sheets[DG_LEFT], i, measure);
        fputs(" │ ", printing->out);
        print_cell(printing, &sheets[DG_RIGHT], i, 0);
        fputc('\n', printing->out);
    }
    for (int side = 0; !beside && side < DG_SIDES; side++)
        for (guint i = 0; i < sheets[side].lines->len; i++) {
            print_cell(printing, &sheets[side], i, 0);
            fputc('\n', printing->out);
        }
    fputc('\n', printing->out);
    sheet_free(&sheets[DG_LEFT]);
    sheet_free(&sheets[DG_RIGHT]);
}

static void
print_item(const Printing *printing, const DgDiffItem *item, bool two)
{
    const DgItem *shown = item->new_item ? item->new_item : item->old_item;
    const char *kind = !item->old_item   ? printing->kinds[DG_ADDED]
                       : !item->new_item ? printing->kinds[DG_REMOVED]
                                         : "";
    fprintf(printing->out, "%s== %s%s%s ==%s\n\n", printing->color ? "\x1b[1m" : "", shown->href,
            *kind ? ": " : "", kind, printing->color ? "\x1b[0m" : "");
    /* A whole new text is read in its file. */
    for (size_t i = 0; i < item->n_rows && item->old_item && item->new_item; i++)
        print_row(printing, &item->rows[i], two);
}

void
dg_diff_print(FILE *out, const DgDiff *diff, bool color, int columns, const char *tongue)
{
    bool in_russian = tongue && strncmp(tongue, "ru", 2) == 0;
    Printing printing = {out, color, MAX(columns, 20), in_russian ? russian : english};
    for (size_t i = 0; i < diff->n_items; i++)
        print_item(&printing, &diff->items[i], diff->new_volume->n_languages == DG_SIDES);
    for (int kind = DG_CHANGED; kind <= DG_MERGED; kind++)
        if (diff->counts[kind])
            fprintf(out, "%s: %zu\n", printing.kinds[kind], diff->counts[kind]);
}

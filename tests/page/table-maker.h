/* table-maker.h - tables from short texts, and what the tests of tables look at. */
#ifndef DIGLOT_TESTS_TABLE_MAKER_H
#define DIGLOT_TESTS_TABLE_MAKER_H

#include "../shape/typeset.h"
#include "table-internal.h"

/* Cells of the square font: a character is EM wide, a line 12 pt high, 2 pt of padding; columns 8 pt apart. */
#define CELLS                                                                                      \
    SQUARE "text-align: left; hyphens: none } cell, header-cell { padding: 2pt; hyphens: none } "  \
           "header-cell { hyphens: none }"
#define LINE DG_PT(12)
#define PADDING DG_PT(2)
#define GAP DG_PT(8)
#define TALL (100 * LINE)

/* ---- making tables ---- */

static inline DgNode *
add_cell(Typeset *t, DgNode *row, const char *text, bool header)
{
    DgNode *cell = dg_node_new(t->arena, DG_CELL, row->pos);
    cell->as.cell.rows = cell->as.cell.columns = 1;
    cell->as.cell.header = header;
    if (*text == '[') { /* "[COLUMNSxROWS]" */
        char *end = NULL;
        cell->as.cell.columns = (int)g_ascii_strtoll(text + 1, &end, 10);
        cell->as.cell.rows = (int)g_ascii_strtoll(end + 1, &end, 10);
        text = end + 1;
    }
    dg_node_append(row, cell);
    if (*text)
        dg_node_append(cell, dg_block_new(t->arena, DG_PARAGRAPH, DG_ROLE_NONE, text, row->pos));
    return cell;
}

static inline DgNode *
add_row(Typeset *t, DgNode *table, const char *cells, bool header)
{
    DgNode *row = dg_node_new(t->arena, DG_ROW, (DgPos){"a.xml", 7, 1});
    g_auto(GStrv) texts = g_strsplit(cells, "|", -1);
    for (char **text = texts; *text; text++)
        add_cell(t, row, *text, header);
    dg_node_append(table, row);
    return row;
}

/* Rows parted by "/", cells by "|"; the first `head` rows are the head. */
static inline DgNode *
table_node(Typeset *t, const char *rows, int head)
{
    DgNode *table = dg_node_new(t->arena, DG_TABLE, (DgPos){"a.xml", 6, 1});
    g_auto(GStrv) lines = g_strsplit(rows, "/", -1);
    table->as.table.header_rows = head;
    for (int i = 0; lines[i]; i++)
        add_row(t, table, lines[i], i < head);
    return table;
}

static inline DgTable *
make(Typeset *t, const DgNode *node)
{
    return dg_table_make(t->arena, t->diags, t->shaper, t->style, node, "en");
}

static inline DgTable *
fitted(Typeset *t, const char *rows, int head, DgLen measure)
{
    DgTable *table = make(t, table_node(t, rows, head));
    dg_table_fit(table, measure, TALL);
    return table;
}

/* ---- looking at them ---- */

static inline char *
line_text(Typeset *t, const DgStripLine *line)
{
    DgPlacedRun *runs = NULL;
    size_t n = dg_line_runs(t->arena, line->lines, line->line, NULL, NULL, &runs);
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        g_string_append_len(text, runs[i].run->text, (gssize)runs[i].run->length);
    return g_strdup(text->str);
}

/* All text of the strips without its spaces; the characters sorted when `sorted`. */
static inline char *
letters(Typeset *t, const DgTable *table)
{
    GString *all = g_string_new(NULL);
    for (size_t i = 0; i < table->n_strips; i++)
        for (size_t j = 0; j < table->strips[i]->n_lines; j++) {
            if (table->strips[i]->lines[j].again)
                continue;
            g_autofree char *text = line_text(t, &table->strips[i]->lines[j]);
            for (const char *s = text; *s; s++)
                if (!g_ascii_isspace(*s) && *s != '-')
                    g_string_append_c(all, *s);
        }
    return g_string_free(all, FALSE);
}

static inline int
compare_bytes(const void *a, const void *b)
{
    return *(const char *)a - *(const char *)b;
}

static inline char *
sorted(char *text)
{
    qsort(text, strlen(text), 1, compare_bytes);
    return text;
}

/* Nothing lies outside its strip, beside the table or on other lines. */
static inline void
assert_sound(const DgTable *table, DgLen measure)
{
    g_assert_cmpint(table->width, <=, measure);
    for (size_t i = 0; i < table->n_strips; i++) {
        const DgStrip *strip = table->strips[i];
        for (size_t j = 0; j < strip->n_lines; j++) {
            const DgStripLine *line = &strip->lines[j];
            g_assert_cmpint(line->y, >=, 0);
            g_assert_cmpint(line->y + line->height, <=, strip->height);
            g_assert_cmpint(line->x + line->lines->measure, <=, measure);
            for (size_t k = 0; k < j; k++) {
                const DgStripLine *other = &strip->lines[k];
                bool apart = line->y >= other->y + other->height ||
                             other->y >= line->y + line->height ||
                             line->x >= other->x + other->lines->measure ||
                             other->x >= line->x + line->lines->measure;
                g_assert_true(apart);
            }
        }
        for (size_t j = 0; j < strip->n_rules; j++) {
            const DgStripRule *rule = &strip->rules[j];
            g_assert_cmpint(rule->y + rule->height, <=, strip->height);
            g_assert_cmpint(rule->x + rule->width, <=, table->width);
        }
    }
}

#endif

/* table-strips.c - heights of rows; rows to strips that no page break parts. */
#include "table-internal.h"

#include <glib.h>

/* Lines that stay together in a group of rows too tall to stay whole; paragraphs of a cell stand apart by a part of
 * their leading. */
enum { CHUNK_LINES = 4, PARAGRAPH_SPACE = 6 };

/* Rows in succession that only say what follows. */
enum { MOST_TITLES = 2 };

/* Lines of all cells of a group, counted from the table's first row. */
typedef struct {
    DgStripLine *lines;
    size_t n;
    size_t *next, *end; /* of each cell: its lines that no strip has yet */
    size_t n_cells;
} Stack;

static DgLen
rule_below(const DgTable *table, DgRole role)
{
    return dg_style_block(table->style, role, table->language)->border_bottom;
}

/* ---- heights ---- */

/* The second language begins at the head of the cell where it stands beside the first one; below it, close. */
static DgLen
space_above(const DgTableCell *cell, size_t index)
{
    if (index == 0 || index == cell->n_first)
        return 0;
    return cell->texts[index].style->font.leading / PARAGRAPH_SPACE;
}

static void
break_cell(DgTable *table, DgTableCell *cell)
{
    DgLen height = cell->height = 0;
    for (size_t i = 0; i < cell->n_texts; i++) {
        DgCellText *text = &cell->texts[i];
        if (i == cell->n_first && cell->second > 0)
            height = 0;
        DgLen measure = dg_cell_measure(table, cell, i >= cell->n_first);
        text->lines = dg_lines_break(table->arena, table->diags, text->par, MAX(measure, 1));
        if (dg_is_cell_picture(text))
            dg_cell_picture_fit(table, text);
        int n_lines = text->lines->variants[text->lines->best].n_lines;
        height += space_above(cell, i) + n_lines * text->style->font.leading;
        cell->height = MAX(cell->height, height);
    }
}

static void
find_text(DgTable *table)
{
    table->has_text = DG_NEW_ARRAY(table->arena, bool, table->n_rows);
    for (size_t i = 0; i < table->n_cells; i++)
        if (table->cells[i].n_texts > 0)
            table->has_text[table->cells[i].row] = true;
}

/* A row without text hands its rule's place on: two rules would stand side by side. */
static void
drop_rules(DgTable *table)
{
    for (int row = 0; row < table->n_rows; row++) {
        if (table->has_text[row])
            continue;
        bool begins = row == 0 || row == table->n_head;
        if (!begins) {
            table->rules[row] = MAX(table->rules[row], table->rules[row - 1]);
            table->rules[row - 1] = 0;
        } else if (row + 1 < table->n_rows) {
            table->rules[row] = 0;
        }
    }
}

/* Rules stand below the rows. */
static void
set_rules(DgTable *table)
{
    DgLen between = rule_below(table, DG_ROLE_CELL);
    for (int row = 0; row < table->n_rows; row++)
        table->rules[row] = between;
    for (size_t i = 1; table->stacked && i < table->n_cells; i++)
        if (table->cells[i].source_row == table->cells[i - 1].source_row)
            table->rules[i - 1] = 0;
    if (table->n_head > 0)
        table->rules[table->n_head - 1] = rule_below(table, DG_ROLE_HEADER_CELL);
    table->rules[table->n_rows - 1] = rule_below(table, DG_ROLE_TABLE);
    drop_rules(table);
}

/* Rows that a cell spans grow alike where together they are too low for it. */
static void
heighten(const DgTable *table, DgLen *heights, const DgTableCell *cell)
{
    DgLen missing = cell->n_texts > 0 ? cell->height + 2 * table->padding : 0;
    for (int i = 0; i < cell->rows; i++)
        missing -= heights[cell->row + i] + (i > 0 ? table->rules[cell->row + i - 1] : 0);
    for (int i = 0; i < cell->rows && missing > 0; i++) {
        DgLen part = missing / (cell->rows - i);
        heights[cell->row + i] += part;
        missing -= part;
    }
}

static void
set_heights(DgTable *table)
{
    g_autofree DgLen *heights = g_new0(DgLen, table->n_rows);
    for (int spanning = 0; spanning < 2; spanning++)
        for (size_t i = 0; i < table->n_cells; i++)
            if ((table->cells[i].rows > 1) == (spanning == 1))
                heighten(table, heights, &table->cells[i]);
    table->tops[0] = 0;
    for (int row = 0; row < table->n_rows; row++)
        table->tops[row + 1] = table->tops[row] + heights[row] + table->rules[row];
}

/* ---- rules ---- */

static uint32_t
rule_color(const DgTable *table, DgRole role)
{
    const DgBlockStyle *style = dg_style_block(table->style, role, table->language);
    return style->border_color != 0xFFFFFFFF ? style->border_color : style->font.color;
}

static void
add_rule(DgTable *table, DgStrip *strip, DgStripRule rule)
{
    if (rule.width > 0 && rule.height > 0)
        DG_APPEND(table->arena, strip->rules, strip->n_rules, rule);
}

/* Of the rule below a row, which the row below may have handed on. */
static DgRole
rule_role(const DgTable *table, int row)
{
    return row + 1 >= table->n_rows   ? DG_ROLE_TABLE
           : row + 1 == table->n_head ? DG_ROLE_HEADER_CELL
                                      : DG_ROLE_CELL;
}

/* Below a row, but not through cells that reach over it: stretches of columns that end there. */
static void
add_row_rule(DgTable *table, DgStrip *strip, int row, const bool *covered, DgLen y)
{
    DgLen rule = table->rules[row];
    uint32_t color = rule_color(table, rule_role(table, row));
    int start = -1;
    for (int c = 0; c <= table->n_columns; c++) {
        bool open = c < table->n_columns && !covered[c];
        if (open && start < 0)
            start = c;
        if (open || start < 0)
            continue;
        DgLen right = table->lefts[c - 1] + table->widths[c - 1];
        add_rule(table, strip,
                 (DgStripRule){table->lefts[start], y, right - table->lefts[start], rule, color});
        start = -1;
    }
}

/* Below heads of several columns, each over its own, where nothing else parts them from the heads below. The rules stand
 * in the cells' padding. */
static void
add_spanner_rules(DgTable *table, DgStrip *strip, size_t first, size_t end, int row, DgLen y)
{
    if (row + 1 >= table->n_head)
        return; /* no spanner ends there */
    DgLen rule = table->rules[row] > 0 ? 0 : rule_below(table, DG_ROLE_HEADER_CELL);
    uint32_t color = rule_color(table, DG_ROLE_HEADER_CELL);
    for (size_t i = first; i < end; i++) {
        const DgTableCell *cell = &table->cells[i];
        if (cell->row + cell->rows != row + 1 || !dg_cell_is_spanner(table, cell))
            continue;
        int last = cell->column + cell->columns - 1;
        DgLen left = table->lefts[cell->column],
              width = table->lefts[last] + table->widths[last] - left;
        add_rule(table, strip, (DgStripRule){left, y - rule, width, rule, color});
    }
}

/* `covered`: scratch, a flag for each column. `first`: of the group's cells. */
static void
find_covered(const DgTable *table, size_t first, size_t end, int row, bool *covered)
{
    for (int c = 0; c < table->n_columns; c++)
        covered[c] = false;
    for (size_t i = first; i < end; i++) {
        const DgTableCell *cell = &table->cells[i];
        if (cell->row <= row && cell->row + cell->rows > row + 1)
            for (int c = 0; c < cell->columns; c++)
                covered[cell->column + c] = true;
    }
}

/* ---- lines ---- */

void
dg_cell_lines(const DgTable *table, const DgTableCell *cell, DgStripLine **lines, size_t *n)
{
    DgLen x = table->lefts[cell->column], top = table->tops[cell->row] + table->padding, y = top;
    for (size_t i = 0; i < cell->n_texts; i++) {
        const DgCellText *text = &cell->texts[i];
        const DgBroken *broken = &text->lines->variants[text->lines->best];
        if (i == cell->n_first && cell->second > 0) {
            x += cell->second;
            y = top;
        }
        y += space_above(cell, i);
        for (int j = 0; j < broken->n_lines; j++) {
            DgStripLine line = {.lines = text->lines,
                                .line = &broken->lines[j],
                                .x = x,
                                .y = y,
                                .height = text->style->font.leading,
                                .again = cell->again};
            DG_APPEND(table->arena, *lines, *n, line);
            y += line.height;
        }
    }
}

static Stack
stack_group(DgTable *table, size_t first, size_t end)
{
    Stack stack = {.n_cells = end - first};
    stack.next = DG_NEW_ARRAY(table->arena, size_t, stack.n_cells);
    stack.end = DG_NEW_ARRAY(table->arena, size_t, stack.n_cells);
    for (size_t i = first; i < end; i++) {
        stack.next[i - first] = stack.n;
        dg_cell_lines(table, &table->cells[i], &stack.lines, &stack.n);
        stack.end[i - first] = stack.n;
    }
    return stack;
}

static void
add_line(DgTable *table, DgStrip *strip, const DgStripLine *line, DgLen origin)
{
    DgStripLine placed = *line;
    const DgPar *par = line->lines->par;
    placed.y -= origin;
    DG_APPEND(table->arena, strip->lines, strip->n_lines, placed);
    for (size_t i = 0; i < line->line->n_notes && !line->again; i++) {
        const DgNode *note = par->notes[line->line->first_note + i];
        DG_APPEND(table->arena, strip->notes, strip->n_notes, note);
    }
}

/* The top of what is left; DG_LEN_MAX when nothing is. */
static DgLen
next_top(const Stack *stack)
{
    DgLen top = DG_LEN_MAX;
    for (size_t i = 0; i < stack->n_cells; i++)
        if (stack->next[i] < stack->end[i])
            top = MIN(top, stack->lines[stack->next[i]].y);
    return top;
}

/* Takes the lines that end above `limit`, at least those that stand highest. Returns their foot. */
static DgLen
take_lines(DgTable *table, DgStrip *strip, Stack *stack, DgLen origin, DgLen limit)
{
    DgLen top = next_top(stack), foot = origin;
    for (size_t i = 0; i < stack->n_cells; i++)
        for (; stack->next[i] < stack->end[i]; stack->next[i]++) {
            const DgStripLine *line = &stack->lines[stack->next[i]];
            if (line->y + line->height > limit && line->y > top)
                break;
            add_line(table, strip, line, origin);
            foot = MAX(foot, line->y + line->height);
        }
    return foot;
}

/* ---- strips ---- */

static DgStrip *
add_strip(DgTable *table)
{
    DgStrip *strip = DG_NEW(table->arena, DgStrip);
    DG_APPEND(table->arena, table->strips, table->n_strips, strip);
    return strip;
}

typedef struct {
    int first_row, end_row;
    size_t first_cell, end_cell;
} Group;

/* Whether nothing but the first cell has text: a row that says what the next ones are about. */
static bool
is_title_row(const DgTable *table, const Group *group)
{
    size_t n_texts = 0;
    if (group->end_row != group->first_row + 1 || group->end_row == table->n_rows)
        return false;
    for (size_t i = group->first_cell; i < group->end_cell; i++) {
        if (table->cells[i].column > 0 && table->cells[i].n_texts > 0)
            return false;
        n_texts += table->cells[i].n_texts;
    }
    return table->n_columns > 1 && n_texts > 0;
}

/* Rows from `row` on that cells join; rows without text go along with others. */
static Group
joined_rows(const DgTable *table, int row, size_t cell)
{
    Group group = {row, row + 1, cell, cell};
    int n_texts = 0;
    for (bool more = true; more;) {
        for (; group.end_cell < table->n_cells; group.end_cell++) {
            const DgTableCell *next = &table->cells[group.end_cell];
            if (next->row >= group.end_row)
                break;
            group.end_row = MAX(group.end_row, next->row + next->rows);
            n_texts += next->n_texts > 0;
        }
        more = group.end_row < table->n_rows && (n_texts == 0 || !table->has_text[group.end_row]);
        group.end_row += more;
    }
    return group;
}

/* A title stays with the row below it, and with a second title. */
static Group
next_group(const DgTable *table, int row, size_t cell)
{
    Group group = joined_rows(table, row, cell), next = group;
    for (int titles = 0; titles < MOST_TITLES && is_title_row(table, &next); titles++) {
        next = joined_rows(table, group.end_row, group.end_cell);
        group.end_row = next.end_row;
        group.end_cell = next.end_cell;
    }
    return group;
}

/* Cuts a part of a group into strips that end above `limit` each, counted from their top; the first is given. */
static void
cut_part(DgTable *table, const Group *group, const Group *part, DgStrip *strip, DgLen limit)
{
    Stack stack = stack_group(table, part->first_cell, part->end_cell);
    g_autofree bool *covered = g_new(bool, table->n_columns);
    DgLen end = table->tops[part->end_row], head = strip->height,
          origin = table->tops[part->first_row] - head;
    for (int row = part->first_row;;) {
        DgLen foot = take_lines(table, strip, &stack, origin, origin + head + limit),
              rest = next_top(&stack);
        for (; row < part->end_row && table->tops[row + 1] <= rest; row++) {
            DgLen y = table->tops[row + 1] - table->rules[row];
            find_covered(table, group->first_cell, group->end_cell, row, covered);
            add_row_rule(table, strip, row, covered, y - origin);
            add_spanner_rules(table, strip, group->first_cell, group->end_cell, row, y - origin);
            foot = MAX(foot, table->tops[row + 1]);
        }
        strip->height = (rest == DG_LEN_MAX ? end : foot) - origin;
        if (rest == DG_LEN_MAX)
            return;
        origin = MIN(foot, rest);
        head = 0;
        strip = add_strip(table);
    }
}

static DgLen
part_limit(const DgTable *table, const Group *part, DgLen most)
{
    DgLen height = table->tops[part->end_row] - table->tops[part->first_row];
    return height <= most ? height : MIN(CHUNK_LINES * table->leading, most);
}

/* Parts of a group, each of which begins where its rows may be parted. */
static void
cut_group(DgTable *table, const Group *group, DgStrip *strip, DgLen most)
{
    Group part = {group->first_row, group->first_row, group->first_cell, group->first_cell};
    DgJoining joining = dg_joining_cells(table, group->first_cell, group->end_cell);
    while (part.first_row < group->end_row) {
        part.end_row++;
        while (part.end_row < group->end_row &&
               !dg_rows_may_part(table, &joining, part.first_row, part.end_row))
            part.end_row++;
        while (part.end_cell < group->end_cell && table->cells[part.end_cell].row < part.end_row)
            part.end_cell++;
        cut_part(table, group, &part, strip, part_limit(table, &part, most));
        part.first_row = part.end_row;
        part.first_cell = part.end_cell;
        if (part.first_row == group->end_row)
            return;
        strip = add_strip(table);
        strip->spans = dg_spans_again(table, &joining, part.first_row);
    }
}

/* The rule above the table, with the head if there is one. */
static void
make_head(DgTable *table)
{
    DgLen rule = dg_style_block(table->style, DG_ROLE_TABLE, table->language)->border_top;
    table->head = DG_NEW(table->arena, DgStrip);
    add_rule(table, table->head,
             (DgStripRule){table->left, 0, table->width, rule, rule_color(table, DG_ROLE_TABLE)});
    table->head->height = rule;
    if (table->n_head == 0)
        return;
    size_t end = 0;
    while (end < table->n_cells && table->cells[end].row < table->n_head)
        end++;
    Group group = {0, table->n_head, 0, end};
    cut_part(table, &group, &group, table->head, table->tops[table->n_head]);
}

/* What is set above the strip when it begins a page, with the cells that span its rows, beside them. */
static const DgStrip *
head_of(DgTable *table, const DgStrip *strip, const DgStrip *again)
{
    if (!strip->spans)
        return again;
    DgStrip *head = dg_strip_copy(table->arena, again, 0);
    dg_strip_append(table->arena, head, strip->spans, again->height);
    return head;
}

/* The head stands in the first strip, together with the first group. */
static void
make_strips(DgTable *table, DgLen most, DgLen space)
{
    make_head(table);
    DgStrip *strip = dg_strip_copy(table->arena, table->head, space);
    DG_APPEND(table->arena, table->strips, table->n_strips, strip);
    size_t cell = 0, first = table->n_strips;
    while (cell < table->n_cells && table->cells[cell].row < table->n_head)
        cell++;
    for (int row = table->n_head; row < table->n_rows;) {
        Group group = next_group(table, row, cell);
        cut_group(table, &group, strip ? strip : add_strip(table), most);
        strip = NULL;
        row = group.end_row;
        cell = group.end_cell;
    }
    const DgStrip *again = dg_table_again(table);
    for (size_t i = first; i < table->n_strips; i++) {
        table->strips[i]->repeat = again->height;
        table->strips[i]->head = head_of(table, table->strips[i], again);
    }
}

void
dg_table_break(DgTable *table, DgLen most, DgLen space)
{
    table->tops = DG_NEW_ARRAY(table->arena, DgLen, table->n_rows + 1);
    table->rules = DG_NEW_ARRAY(table->arena, DgLen, table->n_rows);
    for (size_t i = 0; i < table->n_cells; i++)
        break_cell(table, &table->cells[i]);
    find_text(table);
    set_rules(table);
    set_heights(table);
    if (table->tops[table->n_head] > most) { /* too tall to come again */
        table->n_head = 0;
        set_rules(table);
        set_heights(table);
    }
    make_strips(table, most, space);
}

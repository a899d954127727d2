/* test-page-cost.c - src/page/page-cost.c: where a table and its translation are parted */
#include "page-internal.h"

#include <glib.h>

enum { ROWS = 4, LINE = 12 * DG_LEN_UNIT };

/* A stack of so many strips of one table, and lines below it, of equal heights. */
static DgStack
stack_of(DgSlice *slices, const DgPiece *piece, uint32_t n, uint32_t n_strips, DgLen height)
{
    for (uint32_t i = 0; i < n; i++)
        slices[i] =
            (DgSlice){.top = i * height, .height = height, .piece = piece, .kind = DG_SLICE_LINE};
    for (uint32_t i = 0; i < n_strips; i++) {
        slices[i].kind = DG_SLICE_STRIP;
        slices[i].strip = i;
        slices[i].n_strips = n_strips;
    }
    return (DgStack){.slices = slices, .n = n, .height = n * height};
}

static int64_t
cost_of(uint32_t n_right, uint32_t n_lines, uint32_t at_left, uint32_t at_right)
{
    static const DgPiece pieces[DG_SIDES];
    DgSlice left[ROWS + 1], right[ROWS + 1];
    DgStack stacks[] = {stack_of(left, &pieces[DG_LEFT], ROWS + n_lines, ROWS, LINE),
                        stack_of(right, &pieces[DG_RIGHT], n_right + n_lines, n_right, LINE)};
    DgOption option = {0};
    DgRow row = {.stacks = {&stacks[DG_LEFT], &stacks[DG_RIGHT]},
                 .n_stacks = {1, 1},
                 .options = &option,
                 .n_options = 1};
    DgChain chain = {.rows = &row, .n_rows = 1, .leading = LINE, .in_step = true};
    DgFragment fragment = {.to = {at_left, at_right}};
    return dg_cost_step(&chain, &fragment);
}

static void
test_rows_of_tables(void)
{
    g_assert_cmpint(cost_of(ROWS, 0, 2, 2), <, DG_COST_APART);
    g_assert_cmpint(cost_of(ROWS, 0, 2, 3), >=, DG_COST_APART);
    g_assert_cmpint(cost_of(ROWS, 0, 2, 1), >=, DG_COST_APART);
    g_assert_cmpint(cost_of(ROWS + 1, 0, 2, 3), <, DG_COST_APART); /* other rows */
    g_assert_cmpint(cost_of(ROWS, 0, 3, ROWS), <, DG_COST_APART);  /* one is not parted */
    g_assert_cmpint(cost_of(ROWS, 1, 3, ROWS), >=, DG_COST_APART); /* ... but goes on below */
    g_assert_cmpint(cost_of(ROWS, 1, ROWS, ROWS), <, DG_COST_APART);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/page/cost/rows-of-tables", test_rows_of_tables);
    return g_test_run();
}

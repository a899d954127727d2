/* estimate.c - the number of lines, by filling one after the other. */
#include "line-internal.h"

/* The last break at which a line from `a` is not wider than `room`; at least the next one. */
static size_t
last_that_fits(const DgPar *par, size_t a, DgLen room)
{
    size_t low = a + 1, high = par->n_breaks;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (dg_stretch_width(&par->breaks[a], &par->breaks[middle]) <= room)
            low = middle;
        else
            high = middle;
    }
    return low;
}

int
dg_lines_estimate(const DgPar *par, DgLen measure)
{
    DgGlue glue = dg_glue(par, measure);
    DgLen shrink = glue.width * glue.expansion / 1000;
    int lines = 0;
    for (size_t a = 0; a + 1 < par->n_breaks; lines++) {
        size_t b = last_that_fits(par, a, (a == 0 ? glue.first_width : glue.width) + shrink);
        for (size_t i = a + 1; i < b; i++)
            if (par->breaks[i].forced)
                b = i;
        a = b;
    }
    return lines;
}

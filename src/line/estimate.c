/* estimate.c - the number of lines, by filling one after the other. */
#include "line-internal.h"

/* Lines that are filled one by one are too many by about a thirtieth, for they cannot be tight where that helps the
 * next one. So much shrinking, per mille of the width, makes the sums agree (bench-line on 50 to 90 mm). */
enum { TYPICAL_SHRINK = 25 };

static bool
fits(const DgPar *par, size_t a, size_t b, DgLen room)
{
    return b < par->n_breaks && dg_stretch_width(&par->breaks[a], &par->breaks[b]) <= room;
}

/* The last break at which a line from `a` is not wider than `room`; at least the next one. Long steps
 * first, then halves of them: a line is short beside its paragraph. */
static size_t
last_that_fits(const DgPar *par, size_t a, DgLen room)
{
    size_t step = 16, b = a + 1;
    while (fits(par, a, b + step, room))
        b += step;
    for (step /= 2; step > 0; step /= 2)
        if (fits(par, a, b + step, room))
            b += step;
    return b;
}

int
dg_lines_estimate(const DgPar *par, DgLen measure)
{
    DgGlue glue = dg_glue(par, measure);
    bool justified = glue.margin_stretch == 0;
    DgLen shrink = justified ? glue.width * (glue.expansion + TYPICAL_SHRINK) / 1000 : 0;
    int lines = 0;
    for (size_t a = 0, b; a + 1 < par->n_breaks; a = b) {
        DgLen room = (a == 0 ? glue.first_width : glue.width) + shrink;
        b = last_that_fits(par, a, room);
        for (size_t i = a + 1; i < b; i++)
            if (par->breaks[i].forced)
                b = i;
        DgLen width = dg_stretch_width(&par->breaks[a], &par->breaks[b]);
        bool cut = width > room && par->n_extra > 0; /* inside long words */
        lines += cut ? (int)((width + glue.width - 1) / glue.width) : 1;
    }
    return lines;
}

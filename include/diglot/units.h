/* units.h - lengths.
 * DgLen is 1/1024 of a PostScript point (1/72 inch): one Pango unit at 72 dpi. Every width is an
 * integer, rounded once, so that the same text breaks alike on every machine. */
#ifndef DIGLOT_UNITS_H
#define DIGLOT_UNITS_H

#include "diglot/arena.h"

#include <stdbool.h>
#include <stdint.h>

typedef int64_t DgLen;

#define DG_LEN_UNIT INT64_C(1024)
#define DG_LEN_MAX (INT64_C(1) << 40)
#define DG_PT(points) ((DgLen)((points)*1024))
#define DG_MM(millimetres) ((DgLen)((millimetres)*INT64_C(73728000) / 25400)) /* 72 * 1024 / 25.4 */

double dg_len_points(DgLen length); /* for output only */
bool dg_len_parse(const char *text, DgLen em,
                  DgLen *length);                  /* "12.5pt", "4mm", "1em", "0"; C decimals */
char *dg_len_format(DgArena *arena, DgLen length); /* points, at most 3 decimals: "12.5" */
/* `a * b / c`, rounded to the nearest, halves away from zero; c > 0; no overflow below 2^62. */
DgLen dg_len_scale(DgLen a, DgLen b, DgLen c);

#endif

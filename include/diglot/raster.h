/* raster.h - Cairo draws pages of the display list as PNG, for proofs and for testing the PDF writer. */
#ifndef DIGLOT_RASTER_H
#define DIGLOT_RASTER_H

#include "diglot/page.h"

/* One page at `dpi` as PNG bytes. */
bool dg_page_png(DgArena *arena, DgDiags *diags, const DgPages *pages, size_t page, int dpi,
                 DgBytes *png);

#endif

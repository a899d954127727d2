/* read.h - volume.xml, people.xml and JATS to the document model (DESIGN.md 2.1, 2.2).
 * Everything outside the reader's knowledge is kept as its nearest kin and reported once per name. */
#ifndef DIGLOT_READ_H
#define DIGLOT_READ_H

#include "diglot/doc.h"

/* `path` is a folder with volume.xml, a volume.xml, or one JATS file. `languages` ("ru,en") overrides the
 * choice, or is NULL. NULL result: the manifest or named file is absent or not XML (status 3). */
DgVolume *dg_volume_read(DgArena *arena, DgDiags *diags, const char *path, const char *languages);

#endif

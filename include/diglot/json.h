/* json.h - strings for JSON (RFC 8259). */
#ifndef DIGLOT_JSON_H
#define DIGLOT_JSON_H

#include "diglot/arena.h"

/* In quotes, escaped; NULL gives null. */
char *dg_json_string(DgArena *arena, const char *text);

#endif

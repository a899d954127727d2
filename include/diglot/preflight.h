/* preflight.h - checks a PDF against the standards that it claims to keep: PDF/A-2a (ISO 19005-2), PDF/UA-1 (ISO
 * 14289-1), PDF/X-4 (ISO 15930-7). The rules are those of conformance.md, one row of a table each.
 * Errors     pdf.damaged, pdf.claim, and pdf.rule: one for each broken rule, with its first place and how many more. */
#ifndef DIGLOT_PREFLIGHT_H
#define DIGLOT_PREFLIGHT_H

#include "diglot/files.h"

enum { DG_CLAIM_A2A = 1, DG_CLAIM_UA1 = 2, DG_CLAIM_X4 = 4 };

/* Returns what the file claims, DG_CLAIM_..., 0 when it cannot be read. `shown` is its name in messages. */
int dg_preflight(DgDiags *diags, DgBytes pdf, const char *shown);

/* The table: names and texts of the rules, for tests and documentation; NULL behind the last. */
typedef struct {
    const char *name;
    const char
        *clause[3]; /* of PDF/A-2a, PDF/UA-1, PDF/X-4; NULL where it is no rule of that standard */
    const char *english, *russian;
} DgPreflightRule;
const DgPreflightRule *dg_preflight_rule(size_t index);

#endif

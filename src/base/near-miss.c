/* near-miss.c - "did you mean": the distance of Damerau and Levenshtein (optimal string alignment). */
#include "diglot/diag.h"

#include <glib.h>
#include <string.h>

enum { LONGEST = 40 };

static int
distance(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b);
    if (n > LONGEST || m > LONGEST)
        return LONGEST;
    int table[LONGEST + 1][LONGEST + 1];
    for (size_t i = 0; i <= n; i++)
        table[i][0] = (int)i;
    for (size_t j = 0; j <= m; j++)
        table[0][j] = (int)j;
    for (size_t i = 1; i <= n; i++)
        for (size_t j = 1; j <= m; j++) {
            int best = MIN(table[i - 1][j], table[i][j - 1]) + 1;
            best = MIN(best, table[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = MIN(best, table[i - 2][j - 2] + 1);
            table[i][j] = best;
        }
    return table[n][m];
}

/* Two slips in a word of three letters are no slips. */
char *
dg_nearest_name(const char *name, const char *names)
{
    g_auto(GStrv) list = g_strsplit(names, " ", -1);
    const char *nearest = NULL;
    int least = MIN(3, (int)strlen(name));
    for (char **other = list; *other; other++) {
        int slips = **other ? distance(name, *other) : LONGEST;
        if (slips < least) {
            least = slips;
            nearest = *other;
        }
    }
    return g_strdup(nearest);
}

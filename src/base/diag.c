/* diag.c - collect, sort and word messages. */
#include "diglot/diag.h"

#include <glib.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *name;
    DgSeverity severity;
    const char *text[2], *hint[2]; /* English, Russian */
} Message;

#define DG_MESSAGE(id, name, severity, english, russian, hint_english, hint_russian)               \
    {name, severity, {english, russian}, {hint_english, hint_russian}},
static const Message messages[] = {
#include "diglot/diag-codes.h"
};
#undef DG_MESSAGE

struct DgDiags {
    DgArena *arena;
    DgDiag *list;
    size_t n;
    size_t
        *seen; /* open addressing: index in `list` + 1, 0 where free; twice as many as messages */
    size_t n_seen;
};

DgDiags *
dg_diags_new(DgArena *arena)
{
    DgDiags *diags = DG_NEW(arena, DgDiags);
    diags->arena = arena;
    return diags;
}

static bool
same_string(const char *a, const char *b)
{
    return g_strcmp0(a, b) == 0;
}

static bool
same_place(DgPos a, DgPos b)
{
    return a.line == b.line && a.column == b.column && same_string(a.file, b.file);
}

static bool
same_message(const DgDiag *a, const DgDiag *b)
{
    if (a->code != b->code || !same_place(a->pos, b->pos) || !same_place(a->also, b->also))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(a->argument); i++)
        if (!same_string(a->argument[i], b->argument[i]))
            return false;
    return true;
}

static size_t
hash_of(const DgDiag *diag)
{
    size_t hash = (size_t)diag->code * 31 + (size_t)diag->pos.line * 2654435761u +
                  (size_t)diag->pos.column * 40503u;
    for (size_t i = 0; i < G_N_ELEMENTS(diag->argument) && diag->argument[i]; i++)
        hash = hash * 33 + g_str_hash(diag->argument[i]);
    return hash;
}

/* The place of the message, or the free one where it belongs. */
static size_t *
slot_of(const DgDiags *diags, const DgDiag *diag)
{
    size_t at = hash_of(diag) % diags->n_seen;
    while (diags->seen[at] && !same_message(&diags->list[diags->seen[at] - 1], diag))
        at = (at + 1) % diags->n_seen;
    return &diags->seen[at];
}

static void
widen_seen(DgDiags *diags)
{
    if (2 * (diags->n + 1) <= diags->n_seen)
        return;
    diags->n_seen = diags->n_seen ? 2 * diags->n_seen : 64;
    diags->seen = DG_NEW_ARRAY(diags->arena, size_t, diags->n_seen);
    for (size_t i = 0; i < diags->n; i++)
        *slot_of(diags, &diags->list[i]) = i + 1;
}

/* Hostile bytes are quoted, too, and the output is to be UTF-8 all the same. */
static const char *
valid_copy(DgArena *arena, const char *text)
{
    if (!text || g_utf8_validate(text, -1, NULL))
        return dg_arena_strdup(arena, text);
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    return dg_arena_strdup(arena, valid);
}

static void
keep(DgDiags *diags, const DgDiag *diag)
{
    widen_seen(diags);
    size_t *slot = slot_of(diags, diag);
    if (*slot)
        return;
    DgDiag copy = *diag;
    copy.pos.file = valid_copy(diags->arena, diag->pos.file);
    copy.also.file = valid_copy(diags->arena, diag->also.file);
    for (size_t i = 0; i < G_N_ELEMENTS(copy.argument); i++)
        copy.argument[i] = valid_copy(diags->arena, diag->argument[i]);
    DG_APPEND(diags->arena, diags->list, diags->n, copy);
    *slot = diags->n;
}

static void
keep_list(DgDiags *diags, DgCode code, DgPos pos, DgPos also, va_list arguments)
{
    DgDiag diag = {.code = code, .pos = pos, .also = also};
    for (size_t i = 0; i < G_N_ELEMENTS(diag.argument); i++) {
        diag.argument[i] = va_arg(arguments, const char *);
        if (!diag.argument[i])
            break;
    }
    keep(diags, &diag);
}

void
dg_diag(DgDiags *diags, DgCode code, DgPos pos, ...)
{
    va_list arguments;
    va_start(arguments, pos);
    keep_list(diags, code, pos, DG_NOWHERE, arguments);
    va_end(arguments);
}

void
dg_diag_also(DgDiags *diags, DgCode code, DgPos pos, DgPos also, ...)
{
    va_list arguments;
    va_start(arguments, also);
    keep_list(diags, code, pos, also, arguments);
    va_end(arguments);
}

/* Files count in the order of their first mention, which is the order of reading. */
typedef struct {
    const DgDiag *diag;
    size_t file, arrival;
} Ranked;

static int
compare_ranked(const void *a, const void *b)
{
    const Ranked *x = a, *y = b;
    if (x->file != y->file)
        return x->file < y->file ? -1 : 1;
    if (x->diag->pos.line != y->diag->pos.line)
        return x->diag->pos.line < y->diag->pos.line ? -1 : 1;
    if (x->diag->pos.column != y->diag->pos.column)
        return x->diag->pos.column < y->diag->pos.column ? -1 : 1;
    return x->arrival < y->arrival ? -1 : x->arrival > y->arrival;
}

/* Fills in `file`: the number of the message that mentioned it first. */
static void
rank_files(Ranked *ranked, size_t n)
{
    g_autoptr(GHashTable) first = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < n; i++) {
        const char *file = ranked[i].diag->pos.file ? ranked[i].diag->pos.file : "";
        if (!g_hash_table_contains(first, file))
            g_hash_table_insert(first, (gpointer)file, GSIZE_TO_POINTER(i + 1));
        ranked[i].file = GPOINTER_TO_SIZE(g_hash_table_lookup(first, file));
    }
}

size_t
dg_diags_sorted(DgArena *arena, const DgDiags *diags, const DgDiag **sorted)
{
    Ranked *ranked = DG_NEW_ARRAY(arena, Ranked, diags->n);
    for (size_t i = 0; i < diags->n; i++)
        ranked[i] = (Ranked){&diags->list[i], 0, i};
    rank_files(ranked, diags->n);
    if (diags->n)
        qsort(ranked, diags->n, sizeof *ranked, compare_ranked);
    DgDiag *list = DG_NEW_ARRAY(arena, DgDiag, diags->n);
    for (size_t i = 0; i < diags->n; i++)
        list[i] = *ranked[i].diag;
    *sorted = list;
    return diags->n;
}

size_t
dg_diags_count(const DgDiags *diags, DgCode code)
{
    size_t count = 0;
    for (size_t i = 0; i < diags->n; i++)
        count += diags->list[i].code == code;
    return count;
}

size_t
dg_diags_count_severity(const DgDiags *diags, DgSeverity severity)
{
    size_t count = 0;
    for (size_t i = 0; i < diags->n; i++)
        count += dg_code_severity(diags->list[i].code) == severity;
    return count;
}

DgSeverity
dg_diags_worst(const DgDiags *diags)
{
    DgSeverity worst = DG_INFO;
    for (size_t i = 0; i < diags->n; i++)
        worst = MAX(worst, dg_code_severity(diags->list[i].code));
    return worst;
}

const char *
dg_code_name(DgCode code)
{
    return messages[code].name;
}

DgSeverity
dg_code_severity(DgCode code)
{
    return messages[code].severity;
}

const char *
dg_severity_name(DgSeverity severity)
{
    static const char *const names[] = {"info", "warning", "error", "error"};
    return names[severity];
}

/* An argument; of a measure the decimal point as a comma. */
static void
append_argument(GString *filled, const char *argument, bool measure)
{
    g_autofree char *copy = g_strdup(argument);
    g_string_append(filled, measure ? g_strdelimit(copy, ".", ',') : copy);
}

/* The text with {1}..{9} filled in, and measures where it has {1,}..{9,}; NULL when it needs an argument that was not
 * given. */
static char *
fill(DgArena *arena, const char *text, const DgDiag *diag)
{
    g_autoptr(GString) filled = g_string_new(NULL);
    for (const char *s = text; *s; s++) {
        bool numbered = s[0] == '{' && s[1] >= '1' && s[1] <= '9',
             measure = numbered && s[2] == ',' && s[3] == '}';
        if (!measure && !(numbered && s[2] == '}')) {
            g_string_append_c(filled, *s);
            continue;
        }
        const char *argument = diag->argument[s[1] - '1'];
        if (!argument)
            return NULL;
        append_argument(filled, argument, measure);
        s += measure ? 3 : 2;
    }
    return dg_arena_strdup(arena, filled->str);
}

static int
tongue(const char *language)
{
    return language && strncmp(language, "ru", 2) == 0;
}

char *
dg_diag_message(DgArena *arena, const DgDiag *diag, const char *language)
{
    const char *text = messages[diag->code].text[tongue(language)];
    char *message = fill(arena, text, diag);
    return message ? message : dg_arena_strdup(arena, text);
}

char *
dg_diag_hint(DgArena *arena, const DgDiag *diag, const char *language)
{
    g_auto(GStrv) hints = g_strsplit(messages[diag->code].hint[tongue(language)], " | ", -1);
    char *filled = NULL;
    for (char **hint = hints; *hint && !filled; hint++)
        filled = fill(arena, *hint, diag);
    return filled;
}

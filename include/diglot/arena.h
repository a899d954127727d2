/* arena.h - memory that is freed all at once.
 * A document only grows until it is written, so what a pass returns lives in its caller's arena:
 * no destructors, no reference counts. Memory is zeroed. Out of memory ends the program (GLib's).
 * An arena belongs to one thread at a time. */
#ifndef DIGLOT_ARENA_H
#define DIGLOT_ARENA_H

#include <stddef.h>

typedef struct DgArena DgArena;

DgArena *dg_arena_new(void);
void dg_arena_free(DgArena *arena); /* NULL is allowed */

void *dg_arena_alloc(DgArena *arena, size_t size);
void *dg_arena_copy(DgArena *arena, const void *data, size_t size);
char *dg_arena_strdup(DgArena *arena, const char *string); /* NULL gives NULL */
char *dg_arena_strndup(DgArena *arena, const char *string, size_t length);
char *dg_arena_printf(DgArena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The larger array that holds the old one's `n` elements, when `n` has reached a power of two;
 * else the old one. So `a = dg_arena_grow(arena, a, n, sizeof *a); a[n++] = x;` appends. */
void *dg_arena_grow(DgArena *arena, void *array, size_t n, size_t element_size);

#define DG_NEW(arena, type) ((type *)dg_arena_alloc((arena), sizeof(type)))
#define DG_NEW_ARRAY(arena, type, n) ((type *)dg_arena_alloc((arena), sizeof(type) * (size_t)(n)))
#define DG_APPEND(arena, array, n, value)                                                          \
    ((array) = dg_arena_grow((arena), (array), (n), sizeof *(array)), (array)[(n)++] = (value))

#endif

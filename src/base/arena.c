/* arena.c - allocation freed all at once: blocks in a list, a bump pointer in the newest. */
#include "diglot/arena.h"

#include <glib.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { BLOCK_SIZE = 64 * 1024, ALIGNMENT = 16 };

typedef struct Block Block;
struct Block {
    Block *next;
    size_t used, size;
    _Alignas(16) char bytes[];
};

struct DgArena {
    Block *newest;
};

DgArena *
dg_arena_new(void)
{
    return g_new0(DgArena, 1);
}

void
dg_arena_free(DgArena *arena)
{
    if (!arena)
        return;
    for (Block *block = arena->newest; block;) {
        Block *next = block->next;
        g_free(block);
        block = next;
    }
    g_free(arena);
}

/* A large piece gets a block of its own behind the newest, which keeps its free end. */
static Block *
block_new(DgArena *arena, size_t size)
{
    size_t room = MAX(size, BLOCK_SIZE);
    Block *block = g_malloc0(sizeof(Block) + room);
    block->size = room;
    if (size > BLOCK_SIZE / 2 && arena->newest) {
        block->next = arena->newest->next;
        arena->newest->next = block;
    } else {
        block->next = arena->newest;
        arena->newest = block;
    }
    return block;
}

void *
dg_arena_alloc(DgArena *arena, size_t size)
{
    if (size > G_MAXSIZE / 2)
        g_error("dg_arena_alloc: absurd size");
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    Block *block = arena->newest;
    if (!block || block->size - block->used < size)
        block = block_new(arena, size);
    void *piece = block->bytes + block->used;
    block->used += size;
    return piece;
}

void *
dg_arena_copy(DgArena *arena, const void *data, size_t size)
{
    void *copy = dg_arena_alloc(arena, size);
    if (size)
        memcpy(copy, data, size);
    return copy;
}

char *
dg_arena_strdup(DgArena *arena, const char *string)
{
    return string ? dg_arena_copy(arena, string, strlen(string) + 1) : NULL;
}

char *
dg_arena_strndup(DgArena *arena, const char *string, size_t length)
{
    char *copy = dg_arena_alloc(arena, length + 1);
    if (length)
        memcpy(copy, string, length);
    return copy;
}

char *
dg_arena_printf(DgArena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    return dg_arena_strdup(arena, text);
}

void *
dg_arena_grow(DgArena *arena, void *array, size_t n, size_t element_size)
{
    if ((n & (n - 1)) != 0)
        return array;
    void *larger = dg_arena_alloc(arena, (n ? 2 * n : 1) * element_size);
    if (n)
        memcpy(larger, array, n * element_size);
    return larger;
}

/* align-dump.c - pairs as text, one a line, or as JSON (DESIGN.md 3). */
#include "align-internal.h"

#include "diglot/json.h"

/* `number` counts the blocks of the text: pairs hold each once, in order. */
static void
print_json_side(FILE *out, const DgPair *pair, int side, size_t *number)
{
    size_t n;
    DgNode **blocks = dg_pair_side(pair, side, &n);
    DgArena *arena = dg_arena_new();
    fprintf(out, ", \"%s\": [", side == DG_LEFT ? "left" : "right");
    for (size_t i = 0; i < n; i++) {
        const DgNode *block = blocks[i];
        fprintf(
            out,
            "%s{\"id\": %s, \"n\": %zu, \"kind\": \"%s\", \"file\": %s, \"line\": %d, \"text\": %s}",
            i ? ", " : "", dg_json_string(arena, block->id), ++*number, dg_kind_name(block->kind),
            dg_json_string(arena, block->pos.file), block->pos.line,
            dg_json_string(arena, dg_node_text(arena, block)));
    }
    fputc(']', out);
    dg_arena_free(arena);
}

static const char *
confidence_text(const DgPair *pair, char *buffer)
{
    return g_ascii_formatd(buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.2f", pair->confidence);
}

static void
print_json(FILE *out, const DgItem *item, const DgPair *pair, size_t numbers[DG_SIDES])
{
    char confidence[G_ASCII_DTOSTR_BUF_SIZE];
    DgArena *arena = dg_arena_new();
    fprintf(out, "{\"item\": %s", dg_json_string(arena, item->href));
    dg_arena_free(arena);
    for (int side = 0; side < DG_SIDES; side++)
        print_json_side(out, pair, side, &numbers[side]);
    fprintf(out, ", \"confidence\": %s, \"method\": \"%s\"}\n", confidence_text(pair, confidence),
            dg_method_name(pair->method));
}

static void
print_side(FILE *out, const DgPair *pair, int side)
{
    size_t n;
    DgNode **blocks = dg_pair_side(pair, side, &n);
    for (size_t i = 0; i < n; i++)
        fprintf(out, "%s%s", i ? "+" : "", blocks[i]->id);
    fputs(n ? "\t" : "-\t", out);
}

static void
print_excerpt(FILE *out, const DgPair *pair, int side)
{
    size_t n;
    DgNode **blocks = dg_pair_side(pair, side, &n);
    DgArena *arena = dg_arena_new();
    const char *text = n ? dg_node_text(arena, blocks[0]) : "";
    const char *end = text;
    for (int i = 0; *end && i < 40; i++)
        end = g_utf8_next_char(end);
    fprintf(out, "\t%.*s%s", (int)(end - text), text, *end ? "…" : "");
    dg_arena_free(arena);
}

static void
print_text(FILE *out, const DgItem *item, const DgPair *pair)
{
    char confidence[G_ASCII_DTOSTR_BUF_SIZE];
    fprintf(out, "%s\t", item->href);
    for (int side = 0; side < DG_SIDES; side++)
        print_side(out, pair, side);
    fprintf(out, "%s\t%s", dg_method_name(pair->method), confidence_text(pair, confidence));
    for (int side = 0; side < DG_SIDES; side++)
        print_excerpt(out, pair, side);
    fputc('\n', out);
}

void
dg_pairs_dump(FILE *out, const DgVolume *volume, bool json)
{
    for (size_t i = 0; i < volume->n_items; i++) {
        const DgItem *item = volume->items[i];
        size_t numbers[DG_SIDES] = {0};
        for (size_t k = 0; k < item->n_pairs; k++) {
            if (json)
                print_json(out, item, &item->pairs[k], numbers);
            else
                print_text(out, item, &item->pairs[k]);
        }
    }
}

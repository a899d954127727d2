/* align-dump.c - pairs as text, one a line, or as JSON (DESIGN.md 3). */
#include "align-internal.h"

static void
print_json_string(FILE *out, const char *string)
{
    fputc('"', out);
    for (const char *s = string ? string : ""; *s; s++) {
        if (*s == '"' || *s == '\\')
            fputc('\\', out);
        if ((unsigned char)*s < 0x20)
            fprintf(out, "\\u%04x", (unsigned)*s);
        else
            fputc(*s, out);
    }
    fputc('"', out);
}

/* The array that holds a side's blocks: a full pair keeps those of either language in the left one. */
static DgNode **
blocks_of(const DgPair *pair, int side, size_t *n)
{
    int held = pair->full ? DG_LEFT : side;
    *n = pair->full && side != (int)pair->full_side ? 0 : pair->n[held];
    return pair->blocks[held];
}

/* `number` counts the blocks of the text: pairs hold each once, in order. */
static void
print_json_side(FILE *out, const DgPair *pair, int side, size_t *number)
{
    size_t n;
    DgNode **blocks = blocks_of(pair, side, &n);
    DgArena *arena = dg_arena_new();
    fprintf(out, ", \"%s\": [", side == DG_LEFT ? "left" : "right");
    for (size_t i = 0; i < n; i++) {
        fputs(i ? ", {\"id\": " : "{\"id\": ", out);
        print_json_string(out, blocks[i]->id);
        fprintf(out, ", \"n\": %zu, \"kind\": \"%s\", \"file\": ", ++*number,
                dg_kind_name(blocks[i]->kind));
        print_json_string(out, blocks[i]->pos.file);
        fprintf(out, ", \"line\": %d, \"text\": ", blocks[i]->pos.line);
        print_json_string(out, dg_node_text(arena, blocks[i]));
        fputc('}', out);
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
    fputs("{\"item\": ", out);
    print_json_string(out, item->href);
    for (int side = 0; side < DG_SIDES; side++)
        print_json_side(out, pair, side, &numbers[side]);
    fprintf(out, ", \"confidence\": %s, \"method\": \"%s\"}\n", confidence_text(pair, confidence),
            dg_method_name(pair->method));
}

static void
print_side(FILE *out, const DgPair *pair, int side)
{
    size_t n;
    DgNode **blocks = blocks_of(pair, side, &n);
    for (size_t i = 0; i < n; i++)
        fprintf(out, "%s%s", i ? "+" : "", blocks[i]->id);
    fputs(n ? "\t" : "-\t", out);
}

static void
print_excerpt(FILE *out, const DgPair *pair, int side)
{
    size_t n;
    DgNode **blocks = blocks_of(pair, side, &n);
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

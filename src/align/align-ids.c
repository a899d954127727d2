/* align-ids.c - writes the names of blocks into a source as @id: inserts those bytes and no others.
 * A block's place is that of its element's "<"; whether its tag may take an id is read from the bytes, so
 * that a place that does not fit (generated, or inside a paragraph that goes on) is left alone. */
#include "align-internal.h"

#include "diglot/files.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    size_t offset; /* into the file */
    const char *name;
} Insertion;

typedef struct {
    const char *text;
    size_t size;
    size_t *lines; /* offset of each line's start */
    size_t n_lines;
    DgPos
        last; /* the place asked for last, and its offset: the next one is mostly behind it on its line */
    size_t last_offset;
} Source;

/* The elements that blocks are made of; inline ones never take the name of a block. */
static const char *const elements[] = {
    "p",         "title",   "fig",    "table-wrap", "disp-formula",
    "preformat", "code",    "attrib", "verse-line", "ref",
    "term",      "speaker", "sig",    "sig-block",  "mixed-citation",
};

static Source
source_of(DgArena *arena, DgBytes bytes)
{
    Source source = {.text = (const char *)bytes.data, .size = bytes.size};
    DG_APPEND(arena, source.lines, source.n_lines, 0);
    for (size_t i = 0; i < bytes.size; i++)
        if (bytes.data[i] == '\n')
            DG_APPEND(arena, source.lines, source.n_lines, i + 1);
    return source;
}

/* The offset of a place, or the size of the file when it lies outside; columns count characters. */
static size_t
offset_of(Source *source, DgPos pos)
{
    if (pos.line < 1 || pos.column < 1 || (size_t)pos.line > source->n_lines)
        return source->size;
    if (pos.line != source->last.line || pos.column < source->last.column) {
        source->last_offset = source->lines[pos.line - 1];
        source->last = (DgPos){.line = pos.line, .column = 1};
        if (pos.line == 1 && g_str_has_prefix(source->text, "\uFEFF"))
            source->last_offset = strlen("\uFEFF");
    }
    const char *s = source->text + source->last_offset;
    for (; source->last.column < pos.column && *s && *s != '\n'; source->last.column++)
        s = g_utf8_next_char(s);
    source->last_offset = (size_t)(s - source->text);
    return source->last.column == pos.column ? source->last_offset : source->size;
}

/* Whether the tag whose name ends at `s` has an attribute "id". */
static bool
has_id(const char *s)
{
    while (*s && *s != '>') {
        size_t space = strspn(s, " \t\r\n/"), name = strcspn(s + space, " \t\r\n=/>");
        const char *start = s + space;
        if (name == 2 && strncmp(start, "id", 2) == 0)
            return true;
        s = start + name;
        s += strspn(s, " \t\r\n=");
        if (*s == '"' || *s == '\'') {
            const char *end = strchr(s + 1, *s);
            s = end ? end + 1 : s + strlen(s);
        }
    }
    return false;
}

/* Where the attribute goes: just behind the element's name. False where none may go. */
static bool
place_in_tag(Source *source, const DgNode *block, size_t *offset)
{
    size_t start = offset_of(source, block->pos);
    if (start >= source->size || source->text[start] != '<')
        return false;
    const char *name = source->text + start + 1;
    size_t length = strcspn(name, " \t\r\n/>");
    bool known = false;
    for (size_t i = 0; i < G_N_ELEMENTS(elements) && !known; i++)
        known = strlen(elements[i]) == length && strncmp(elements[i], name, length) == 0;
    *offset = start + 1 + length;
    return known && !has_id(name + length);
}

static int
compare_insertions(const void *a, const void *b)
{
    const Insertion *x = a, *y = b;
    return x->offset < y->offset ? -1 : x->offset > y->offset;
}

/* Of blocks that share a tag (a paragraph divided by a list), the first gives it its name. */
static Insertion *
find_insertions(DgArena *arena, Source *source, const DgItem *item, const char *file, size_t *n)
{
    Insertion *list = NULL;
    *n = 0;
    for (int side = 0; side < DG_SIDES; side++)
        for (size_t k = 0; k < item->n_pairs; k++)
            for (size_t i = 0; i < item->pairs[k].n[side]; i++) {
                const DgNode *block = item->pairs[k].blocks[side][i];
                Insertion insertion = {.name = block->id};
                if (g_strcmp0(block->pos.file, file) == 0 && dg_name_is_made(block->id) &&
                    !(block->kind == DG_PARAGRAPH && block->as.paragraph.continued) &&
                    place_in_tag(source, block, &insertion.offset))
                    DG_APPEND(arena, list, *n, insertion);
            }
    if (*n)
        qsort(list, *n, sizeof *list, compare_insertions);
    return list;
}

bool
dg_ids_insert(DgArena *arena, DgDiags *diags, const DgVolume *volume, const DgItem *item,
              const char *file)
{
    const char *path = dg_path_join(arena, volume->folder, file);
    DgBytes bytes = dg_file_read(arena, diags, path, file);
    if (!bytes.data)
        return false;
    if (!g_utf8_validate((const char *)bytes.data, (gssize)bytes.size, NULL)) {
        dg_diag(diags, DG_FILE_ENCODING, (DgPos){file, 1, 1}, NULL);
        return false;
    }
    Source source = source_of(arena, bytes);
    size_t n, copied = 0;
    Insertion *list = find_insertions(arena, &source, item, file, &n);
    g_autoptr(GString) text = g_string_sized_new(bytes.size + n * 16);
    for (size_t i = 0; i < n; i++) {
        if (i && list[i].offset == list[i - 1].offset)
            continue;
        g_string_append_len(text, source.text + copied, (gssize)(list[i].offset - copied));
        g_string_append_printf(text, " id=\"%s\"", list[i].name);
        copied = list[i].offset;
    }
    g_string_append_len(text, source.text + copied, (gssize)(source.size - copied));
    return n == 0 || dg_file_write(diags, path, text->str, text->len);
}

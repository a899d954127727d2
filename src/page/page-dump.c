/* page-dump.c - pages and set lines as text, for golden tests: a mark or a line of text on each line. */
#include "diglot/page.h"

#include <glib.h>

static const char *
points(DgArena *scratch, DgLen length)
{
    return dg_len_format(scratch, length);
}

/* Text in quotes, so that spaces at its ends show; control characters, quotes and backslashes escaped. */
static void
put_text(FILE *out, const char *text, size_t length)
{
    fputc('"', out);
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte < 0x20 || byte == 0x7F)
            fprintf(out, "\\x%02x", byte);
        else if (byte == '"' || byte == '\\')
            fprintf(out, "\\%c", byte);
        else
            fputc(byte, out);
    }
    fputc('"', out);
}

static void
put_node(FILE *out, const DgNode *node)
{
    fprintf(out, " %s", node ? dg_kind_name(node->kind) : "artifact");
    if (node && node->id)
        fprintf(out, "#%s", node->id);
}

static void
put_run(FILE *out, DgArena *scratch, const DgRun *run)
{
    fprintf(out, " %s %s", run->face ? run->face->postscript_name : "-",
            points(scratch, run->size));
    if (run->rise)
        fprintf(out, " rise %s", points(scratch, run->rise));
    if (run->expansion)
        fprintf(out, " expansion %d", run->expansion);
    fputs(run->underline ? " underline" : "", out);
    fputs(run->strike ? " strike" : "", out);
    fputs(run->overline ? " overline" : "", out);
    fputc(' ', out);
    put_text(out, run->text ? run->text : "", run->length);
    fputs(run->division ? "-" : "", out);
}

static void
put_mark(FILE *out, DgArena *scratch, const DgMark *mark)
{
    static const char *const kinds[] = {[DG_MARK_GLYPHS] = "glyphs",
                                        [DG_MARK_RULE] = "rule",
                                        [DG_MARK_IMAGE] = "image",
                                        [DG_MARK_FILL] = "fill"};
    fprintf(out, "%s %s,%s", kinds[mark->kind], points(scratch, mark->x), points(scratch, mark->y));
    fprintf(out, " %s", points(scratch, mark->width));
    if (mark->kind != DG_MARK_GLYPHS)
        fprintf(out, "x%s", points(scratch, mark->height));
    fputs(mark->head ? " head" : mark->foot ? " foot" : "", out);
    fputs(mark->upwards ? " upwards" : "", out);
    put_node(out, mark->node);
    if (mark->color && mark->kind != DG_MARK_IMAGE)
        fprintf(out, " #%06x", mark->color);
    if (mark->kind == DG_MARK_GLYPHS && mark->run)
        put_run(out, scratch, mark->run);
    if (mark->image)
        fprintf(out, " %s", mark->image->file);
    fputc('\n', out);
}

static void
put_link(FILE *out, DgArena *scratch, const DgPageLink *link)
{
    fprintf(out, "link %s,%s", points(scratch, link->x), points(scratch, link->y));
    fprintf(out, " %sx%s", points(scratch, link->width), points(scratch, link->height));
    put_node(out, link->node);
    fprintf(out, " %s\n", link->uri ? link->uri : link->target ? link->target : "-");
}

static void
put_page(FILE *out, const DgPage *page, size_t number)
{
    DgArena *scratch = dg_arena_new();
    const DgFlow *flow = page->flow;
    fprintf(out, "page %zu folio %s flow %s\n", number, page->folio ? page->folio : "-",
            !flow        ? "-"
            : flow->item ? flow->item->href
            : flow->kind ? flow->kind
                         : "-");
    for (size_t i = 0; i < page->n_marks; i++)
        put_mark(out, scratch, &page->marks[i]);
    for (size_t i = 0; i < page->n_links; i++)
        put_link(out, scratch, &page->links[i]);
    for (size_t i = 0; i < page->n_destinations; i++)
        fprintf(out, "destination %s,%s %s\n", points(scratch, page->destinations[i].x),
                points(scratch, page->destinations[i].y), page->destinations[i].name);
    dg_arena_free(scratch);
}

static void
put_outline(FILE *out, const DgPages *pages)
{
    DgArena *scratch = dg_arena_new();
    for (size_t i = 0; i < pages->n_outline; i++) {
        const DgOutlineEntry *entry = &pages->outline[i];
        fprintf(out, "outline %d page %zu y %s %s | %s\n", entry->level, entry->page + 1,
                points(scratch, entry->y), entry->title[DG_LEFT] ? entry->title[DG_LEFT] : "-",
                entry->title[DG_RIGHT] ? entry->title[DG_RIGHT] : "-");
    }
    dg_arena_free(scratch);
}

void
dg_pages_dump(FILE *out, const DgPages *pages)
{
    DgArena *scratch = dg_arena_new();
    fprintf(out, "pages %zu size %sx%s\n", pages->n_pages, points(scratch, pages->width),
            points(scratch, pages->height));
    dg_arena_free(scratch);
    put_outline(out, pages);
    for (size_t i = 0; i < pages->n_pages; i++)
        put_page(out, &pages->pages[i], i + 1);
}

/* "3 left 120.5 1040 hyphen,loose text": spaces of the line as set, its hyphen shown. */
static void
put_line(FILE *out, DgArena *scratch, const DgPage *page, size_t number, const DgSetLine *line)
{
    static const char *const columns[] = {"left", "right", "full"};
    g_autoptr(GString) flags = g_string_new(NULL);
    g_string_append(flags, line->justified ? ",justified" : "");
    g_string_append(flags, line->hyphenated ? ",hyphenated" : "");
    g_string_append(flags, line->loose ? ",loose" : "");
    g_string_append(flags, line->overfull ? ",overfull" : "");
    fprintf(out, "%zu %s %s,%s", number, columns[MIN(line->column, G_N_ELEMENTS(columns) - 1)],
            points(scratch, line->x), points(scratch, line->y));
    fprintf(out, " %s %d %s ", points(scratch, line->width), line->ratio,
            flags->len ? flags->str + 1 : "-");
    for (size_t i = line->first_mark;
         i < MIN((size_t)line->first_mark + line->n_marks, page->n_marks); i++) {
        const DgMark *mark = &page->marks[i];
        if (mark->run && mark->run->text)
            fwrite(mark->run->text, 1, mark->run->length, out);
        if (mark->image)
            fprintf(out, "[%s]", mark->image->file);
    }
    fputs(line->hyphenated ? "-\n" : "\n", out);
}

void
dg_lines_dump(FILE *out, const DgPages *pages)
{
    for (size_t i = 0; i < pages->n_pages; i++) {
        DgArena *scratch = dg_arena_new();
        for (size_t j = 0; j < pages->pages[i].n_lines; j++)
            put_line(out, scratch, &pages->pages[i], i + 1, &pages->pages[i].lines[j]);
        dg_arena_free(scratch);
    }
}

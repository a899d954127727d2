/* fuzz-build.c - made-up volumes through the whole program; the pages must hold every word once and in place.
 * Arguments: first number, how many, and for looking into one volume the folder to leave it in. Prints TAP. */
#include "diglot/align.h"
#include "diglot/files.h"
#include "diglot/html.h"
#include "diglot/lang.h"
#include "diglot/matter.h"
#include "diglot/page.h"
#include "diglot/pdf.h"
#include "diglot/read.h"
#include "diglot/xml.h"
#include "note-figures.h"
#include "random-volume.h"

#include <ftw.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_DISPLACED = 20, MOST_TOLD = 20 };

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    DgVolume *volume;
    const DgStyle *style;
    const DgPageStyle *page;
    DgBook *book;
    DgPages *pages;
    GHashTable *set;     /* holder of running text: GString of what stands on the pages */
    GHashTable *mark_on; /* note: page of its mark, from 1 */
    GHashTable *note_on; /* note: page of its first line, from 1 */
    uint64_t number;
    int faults;
} Case;

typedef struct {
    int64_t pages, lines, notes, displaced, overfull, tall, faults;
    int64_t histogram[MOST_DISPLACED + 1]; /* volumes with so many notes displaced */
    double slowest;
    uint64_t slow_number;
    NoteFigures figures;
} Totals;

static void __attribute__((format(printf, 3, 4)))
fault(Case *test, const DgNode *node, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    g_autofree char *text = g_strdup_vprintf(format, list);
    va_end(list);
    if (test->faults++ < MOST_TOLD)
        printf("# volume %" G_GUINT64_FORMAT ": %s:%d:%d: %s\n", test->number,
               node && node->pos.file ? node->pos.file : "?", node ? node->pos.line : 0,
               node ? node->pos.column : 0, text);
}

/* ---- every word once ---- */

/* White space is folded at line ends, and what only permits or forbids a break is not set. */
static bool
counts(gunichar c)
{
    return !g_unichar_isspace(c) && c != 0xAD && c != 0xFEFF && !(c >= 0x200B && c <= 0x200F) &&
           c != 0x2060 && c != 0xA0 && c != 0x202F;
}

static void
append_counting(GString *to, const char *text, size_t length)
{
    for (const char *at = text; at < text + length; at = g_utf8_next_char(at))
        if (counts(g_utf8_get_char(at)))
            g_string_append_unichar(to, g_unichar_tolower(g_utf8_get_char(at)));
}

static const DgNode *
holder_of(const DgNode *node)
{
    while (node && dg_kind_is_inline(node->kind))
        node = node->parent;
    return node;
}

static const DgNode *
above(const DgNode *node, DgKind kind)
{
    while (node && node->kind != kind)
        node = node->parent;
    return node;
}

static void
take_mark(Case *test, const DgMark *mark, size_t page)
{
    const DgRun *run = mark->run;
    const DgNode *node = mark->node, *holder = holder_of(node), *note = above(holder, DG_NOTE);
    if (node->kind == DG_NOTE_MARK && !node->as.note_mark.repeated &&
        !g_hash_table_contains(test->mark_on, node->as.note_mark.note))
        g_hash_table_insert(test->mark_on, node->as.note_mark.note, GSIZE_TO_POINTER(page));
    if (note && !g_hash_table_contains(test->note_on, note))
        g_hash_table_insert(test->note_on, (gpointer)note, GSIZE_TO_POINTER(page));
    if (run->generated || node->kind != DG_TEXT || !holder)
        return;
    GString *text = g_hash_table_lookup(test->set, holder);
    if (!text) {
        text = g_string_new(NULL);
        g_hash_table_insert(test->set, (gpointer)holder, text);
    }
    append_counting(text, run->text, run->length);
}

static void
take_pages(Case *test)
{
    for (size_t i = 0; i < test->pages->n_pages; i++) {
        const DgPage *page = &test->pages->pages[i];
        for (size_t j = 0; j < page->n_marks; j++)
            if (page->marks[j].kind == DG_MARK_GLYPHS && page->marks[j].node)
                take_mark(test, &page->marks[j], i + 1);
    }
}

static int
compare_characters(gconstpointer a, gconstpointer b)
{
    return *(const gunichar *)a < *(const gunichar *)b
               ? -1
               : *(const gunichar *)a > *(const gunichar *)b;
}

/* Runs stand from left to right: of right-to-left words only the characters are compared. */
static bool
same_characters(const GString *a, const GString *b)
{
    glong n_a = 0, n_b = 0;
    g_autofree gunichar *x = g_utf8_to_ucs4_fast(a->str, (glong)a->len, &n_a),
                        *y = g_utf8_to_ucs4_fast(b->str, (glong)b->len, &n_b);
    qsort(x, (size_t)n_a, sizeof *x, compare_characters);
    qsort(y, (size_t)n_b, sizeof *y, compare_characters);
    return n_a == n_b && memcmp(x, y, (size_t)n_a * sizeof *x) == 0;
}

static bool
right_to_left(const GString *text)
{
    for (const char *at = text->str; *at; at = g_utf8_next_char(at))
        if (g_utf8_get_char(at) >= 0x590 && g_utf8_get_char(at) < 0x800)
            return true;
    return false;
}

/* Heads of a table stand again on every page and every panel. */
static bool
repeats(const GString *set, const GString *text)
{
    if (!text->len || set->len % text->len)
        return false;
    for (size_t at = 0; at < set->len; at += text->len)
        if (memcmp(set->str + at, text->str, text->len) != 0)
            return false;
    return true;
}

static void check_tree(Case *test, DgNode *root);

static void
append_text(Case *test, GString *to, const DgNode *holder)
{
    for (DgWalk walk = dg_walk((DgNode *)holder); dg_walk_next(&walk);) {
        const DgNode *node = walk.node;
        if (!walk.entering)
            continue;
        if (node->kind == DG_TEXT && node->text)
            append_counting(to, node->text, strlen(node->text));
        if (node->kind == DG_NOTE_MARK && node->as.note_mark.note && !node->as.note_mark.repeated)
            check_tree(test, node->as.note_mark.note);
    }
}

/* A table of both languages is made of copies, and says once what is the same in both. */
static bool
is_in_merged(Case *test, const DgNode *holder, const GString *text)
{
    const DgNode *note = above(holder, DG_NOTE);
    const DgNode *table = above(note ? note->as.note.mark : holder, DG_TABLE);
    GHashTableIter iterator;
    gpointer found;
    if (!table || !table->as.table.merged)
        return false;
    g_hash_table_iter_init(&iterator, test->set);
    while (g_hash_table_iter_next(&iterator, NULL, &found)) {
        const GString *set = found;
        if (strstr(set->str, text->str) || (right_to_left(text) && same_characters(set, text)))
            return true;
    }
    return false;
}

static void
check_holder(Case *test, const DgNode *holder)
{
    g_autoptr(GString) text = g_string_new(NULL);
    append_text(test, text, holder);
    const GString *found = g_hash_table_lookup(test->set, holder);
    const char *set = found ? found->str : "";
    if (strcmp(set, text->str) == 0)
        return;
    if (found && above(holder, DG_TABLE) && repeats(found, text))
        return;
    if (found && right_to_left(text) && (same_characters(found, text) || above(holder, DG_TABLE)))
        return;
    if (!found && is_in_merged(test, holder, text))
        return;
    fault(test, holder, "%s: set \"%.60s\" (%zu bytes) instead of \"%.60s\" (%zu)",
          dg_kind_name(holder->kind), set, strlen(set), text->str, text->len);
}

/* Everything below that holds running text, with the notes marked in it. */
static void
check_tree(Case *test, DgNode *root)
{
    for (DgWalk walk = dg_walk(root); dg_walk_next(&walk);) {
        if (!walk.entering || !walk.node->first || !dg_kind_is_inline(walk.node->first->kind))
            continue;
        walk.skip = true;
        check_holder(test, walk.node);
    }
}

static void
check_words(Case *test)
{
    for (size_t i = 0; i < test->book->n_flows; i++)
        for (int side = 0; side < DG_SIDES; side++)
            for (size_t j = 0; j < test->book->flows[i].n_roots[side]; j++)
                check_tree(test, test->book->flows[i].roots[side][j]);
}

/* ---- in place ---- */

static DgLen
right_edge(const DgPage *page, const DgSetLine *line)
{
    if (!line->n_marks)
        return line->x;
    const DgMark *last = &page->marks[line->first_mark + line->n_marks - 1];
    const DgRun *run = last->run; /* none of a picture */
    DgLen hangs = 0;              /* the space at the line's end */
    for (size_t i = run ? run->n_glyphs : 0;
         i && g_ascii_isspace(run->text[run->glyphs[i - 1].cluster]); i--)
        hangs += run->glyphs[i - 1].advance;
    return last->x + last->width - hangs;
}

static void
check_line(Case *test, const DgPage *page, const DgSetLine *line, bool recto)
{
    const DgPageStyle *style = test->page;
    DgLen left = recto ? style->inner : style->outer,
          right = style->width - (recto ? style->outer : style->inner), hang = DG_PT(8);
    const DgMark *mark = line->n_marks ? &page->marks[line->first_mark] : NULL;
    const DgNode *node = mark ? mark->node : NULL;
    bool tall = dg_diags_count(test->diags, DG_PAGE_TALL) > 0;
    if (!mark || mark->upwards) /* nothing on it, or turned */
        return;
    if (line->x < left - hang || (!line->overfull && right_edge(page, line) > right + hang))
        fault(test, node, "a line from %.1f to %.1f, outside %.1f to %.1f", dg_len_points(line->x),
              dg_len_points(right_edge(page, line)), dg_len_points(left), dg_len_points(right));
    if (line->y < style->top || (!tall && line->y > style->height - style->bottom + DG_PT(1)))
        fault(test, node, "a line at %.1f, outside %.1f to %.1f", dg_len_points(line->y),
              dg_len_points(style->top), dg_len_points(style->height - style->bottom));
}

/* Set upright, without standing out of its column. */
static bool
is_plain(const DgPage *page, const DgSetLine *line)
{
    return !line->overfull && line->n_marks && !page->marks[line->first_mark].upwards;
}

/* No two lines on the same height over each other. */
static void
check_overlaps(Case *test, const DgPage *page)
{
    for (size_t i = 0; i < page->n_lines; i++) {
        const DgSetLine *a = &page->lines[i];
        for (size_t j = i + 1; j < page->n_lines && is_plain(page, a); j++) {
            const DgSetLine *b = &page->lines[j];
            if (!is_plain(page, b) || ABS(a->y - b->y) > DG_PT(4))
                continue;
            DgLen from = MAX(a->x, b->x), to = MIN(right_edge(page, a), right_edge(page, b));
            if (to - from > DG_PT(8))
                fault(
                    test, page->marks[a->first_mark].node,
                    "page %s: a line of column %d at %.1f, %.1f over one of column %d at %.1f, %.1f (line %d)",
                    page->folio, a->column, dg_len_points(a->x), dg_len_points(a->y), b->column,
                    dg_len_points(b->x), dg_len_points(b->y),
                    page->marks[b->first_mark].node->pos.line);
        }
    }
}

static void
check_places(Case *test)
{
    for (size_t i = 0; i < test->pages->n_pages; i++) {
        const DgPage *page = &test->pages->pages[i];
        for (size_t j = 0; j < page->n_lines; j++)
            check_line(test, page, &page->lines[j], i % 2 == 0);
        check_overlaps(test, page);
    }
}

/* The report must tell of every note that begins on a later page than its mark. */
static void
check_notes(Case *test)
{
    int64_t displaced = 0;
    GHashTableIter iterator;
    gpointer note, mark_page;
    g_hash_table_iter_init(&iterator, test->mark_on);
    while (g_hash_table_iter_next(&iterator, &note, &mark_page)) {
        gpointer page = g_hash_table_lookup(test->note_on, note);
        displaced += page && page != mark_page;
    }
    if (dg_diags_count(test->diags, DG_NOTE_LOST) > 0)
        fault(test, NULL, "notes that stand on no page");
    if (displaced != test->pages->report.notes_displaced)
        fault(test, NULL, "%d notes are displaced, not %d as reported", (int)displaced,
              (int)test->pages->report.notes_displaced);
}

/* ---- the writers ---- */

static void
check_html(Case *test)
{
    DgHtmlOptions options = {.heading_base = 2, .both = true, .xhtml = true};
    for (int side = 0; side < test->volume->n_languages; side++)
        options.languages[side] = test->volume->languages[side];
    for (size_t i = 0; i < test->book->n_flows; i++) {
        DgHtml *html = dg_html_new(test->arena, options);
        dg_html_markup(html, "<div xmlns=\"http://www.w3.org/1999/xhtml\">");
        for (int side = 0; side < test->volume->n_languages; side++) {
            dg_html_turn(html, (DgSide)side);
            for (size_t j = 0; j < test->book->flows[i].n_roots[side]; j++)
                dg_html_node(html, test->book->flows[i].roots[side][j]);
            dg_html_notes(html);
        }
        dg_html_markup(html, "</div>");
        const char *text = dg_html_string(html);
        DgBytes bytes = {(const uint8_t *)text, strlen(text)};
        if (!dg_xml_parse_bytes(test->arena, test->diags, bytes, "fuzz.html"))
            fault(test, NULL, "flow %zu: the HTML is not well-formed", i);
    }
}

static void
check_pdf(Case *test)
{
    DgPdfOptions options = {
        .volume = test->volume, .date = "2000-01-01T00:00:00Z", .producer = "fuzz"};
    DgBytes pdf = dg_pdf_write(test->arena, test->diags, test->pages, options);
    if (pdf.size < 1000 || memcmp(pdf.data, "%PDF-", 5) != 0)
        fault(test, NULL, "no PDF");
}

/* ---- one volume ---- */

static void
free_string(gpointer string)
{
    g_string_free(string, TRUE);
}

static void
check_case(Case *test)
{
    test->set = g_hash_table_new_full(NULL, NULL, NULL, free_string);
    test->mark_on = g_hash_table_new(NULL, NULL);
    test->note_on = g_hash_table_new(NULL, NULL);
    take_pages(test);
    check_words(test);
    check_places(test);
    check_notes(test);
    check_pdf(test);
    check_html(test);
    g_hash_table_unref(test->set);
    g_hash_table_unref(test->mark_on);
    g_hash_table_unref(test->note_on);
}

static void
add_up(Totals *totals, const Case *test, double seconds)
{
    const DgLayoutReport *report = &test->pages->report;
    totals->pages += (int64_t)test->pages->n_pages;
    totals->lines += report->lines;
    totals->notes += report->notes;
    totals->displaced += report->notes_displaced;
    totals->overfull += report->overfull;
    totals->tall += (int64_t)dg_diags_count(test->diags, DG_PAGE_TALL);
    totals->faults += test->faults;
    note_figures_take(&totals->figures, test->pages);
    if (report->notes_displaced > 0)
        printf("# volume %" G_GUINT64_FORMAT ": %" G_GINT64_FORMAT " notes displaced\n",
               test->number, report->notes_displaced);
    totals->histogram[MIN(report->notes_displaced, MOST_DISPLACED)]++;
    if (seconds > totals->slowest) {
        totals->slowest = seconds;
        totals->slow_number = test->number;
    }
}

static void
run_case(Totals *totals, const char *folder, const char *data, uint64_t number)
{
    double begin = (double)g_get_monotonic_time() / 1e6;
    Case test = {.arena = dg_arena_new(), .number = number};
    test.diags = dg_diags_new(test.arena);
    random_volume_write(folder, number);
    test.volume = dg_volume_read(test.arena, test.diags, folder, NULL);
    g_assert_nonnull(test.volume);
    dg_align(test.arena, test.diags, test.volume);
    dg_typography(test.arena, test.diags, test.volume, NULL);
    dg_number(test.arena, test.volume);
    dg_openings_make(test.arena, test.volume);
    test.book = dg_book_make(test.arena, test.volume);
    test.style = dg_style_read(test.arena, test.diags, data, "forum", DG_NOWHERE, folder);
    g_assert_nonnull(test.style);
    test.page = dg_style_page(test.style);
    DgFonts *fonts = dg_fonts_new(test.diags, folder, data, dg_style_families(test.style),
                                  dg_style_family_places(test.style));
    DgShaper *shaper = dg_shaper_new(test.arena, test.diags, fonts, test.style, "000");
    DgImages *images = dg_images_new(test.arena, folder);
    dg_tables_merge(test.arena, test.volume, test.book, test.page->layout);
    test.pages =
        dg_pages_make(test.arena, test.diags, shaper, images, test.volume, test.book, test.style);
    check_case(&test);
    add_up(totals, &test, (double)g_get_monotonic_time() / 1e6 - begin);
    dg_shaper_free(shaper);
    dg_images_free(images);
    dg_fonts_free(fonts);
    dg_arena_free(test.arena);
}

static int
remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    return remove(path);
}

static void
print_totals(const Totals *totals)
{
    printf("# %" G_GINT64_FORMAT " pages, %" G_GINT64_FORMAT " lines (%" G_GINT64_FORMAT
           " overfull), %" G_GINT64_FORMAT " blocks too tall\n# %" G_GINT64_FORMAT
           " notes, %" G_GINT64_FORMAT " displaced; volumes by notes displaced:",
           totals->pages, totals->lines, totals->overfull, totals->tall, totals->notes,
           totals->displaced);
    for (int i = 0; i <= MOST_DISPLACED; i++)
        if (totals->histogram[i])
            printf(" %d%s: %" G_GINT64_FORMAT, i, i == MOST_DISPLACED ? "+" : "",
                   totals->histogram[i]);
    putchar('\n');
    note_figures_print(&totals->figures);
    printf("# slowest: volume %" G_GUINT64_FORMAT ", %.2f s\n", totals->slow_number,
           totals->slowest);
}

int
main(int argc, char **argv)
{
    uint64_t first = argc > 1 ? g_ascii_strtoull(argv[1], NULL, 10) : 0,
             n = argc > 2 ? g_ascii_strtoull(argv[2], NULL, 10) : 1;
    const char *data = g_getenv("DIGLOT_DATA") ? g_getenv("DIGLOT_DATA") : DIGLOT_SOURCE;
    Totals totals = {0};
    for (uint64_t number = first; number < first + n; number++) {
        g_autofree char *made =
            argc > 3 ? g_strdup(argv[3]) : g_dir_make_tmp("diglot-fuzz-XXXXXX", NULL);
        run_case(&totals, made, data, number);
        if (argc <= 3)
            nftw(made, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    }
    print_totals(&totals);
    printf("1..1\n%sok 1 - %d made-up volumes, %d faults\n", totals.faults ? "not " : "", (int)n,
           (int)totals.faults);
    return totals.faults ? 1 : 0;
}

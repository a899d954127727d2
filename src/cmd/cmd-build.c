/* cmd-build.c - build: the editions of a volume into its output folder. */
#include "cmd-internal.h"

#include "diglot/epub.h"
#include "diglot/export.h"
#include "diglot/files.h"
#include "diglot/pdf.h"
#include "diglot/raster.h"
#include "diglot/web.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

enum { PROOF_DPI = 110 };

typedef enum { PRINT, SCREEN, WEB, EPUB, PROOF, N_EDITIONS } Edition;

static const char *const edition_names[N_EDITIONS] = {"print", "screen", "web", "epub", "proof"};

typedef struct {
    const Options *options;
    Pipeline *pipeline;
    bool wanted[N_EDITIONS];
    const char *output; /* where the editions will stand */
    DgStage *stage;
    BuiltEdition built[N_EDITIONS];
    size_t n_built;
} Build;

static bool
choose_editions(const Options *options, bool wanted[N_EDITIONS])
{
    if (!options->edition) {
        wanted[PRINT] = wanted[SCREEN] = wanted[WEB] = wanted[EPUB] = true;
        return true;
    }
    g_auto(GStrv) names = g_strsplit(options->edition, ",", -1);
    if (!*names) {
        usage_error(options->tongue,
                    "--edition wants a name: there are print, screen, web, epub and proof",
                    "после --edition нужно название: print, screen, web, epub или proof");
        return false;
    }
    for (char **name = names; *name; name++) {
        bool known = false;
        for (int i = 0; i < N_EDITIONS; i++)
            if (strcmp(*name, edition_names[i]) == 0)
                wanted[i] = known = true;
        if (!known) {
            usage_error(options->tongue,
                        "no edition \"%s\": there are print, screen, web, epub and proof",
                        "издания «%s» нет: есть print, screen, web, epub и proof", *name);
            return false;
        }
    }
    return true;
}

/* SOURCE_DATE_EPOCH, else the event's or imprint's own date, so that the same source gives the same bytes. */
static const char *
source_date(DgArena *arena, const DgVolume *volume)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH"),
               *day = volume->event.to ? volume->event.to : volume->event.from;
    gint64 seconds = 0;
    if (epoch &&
        g_ascii_string_to_signed(epoch, 10, 0, G_GINT64_CONSTANT(253402300799), &seconds, NULL)) {
        g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(seconds);
        g_autofree char *text = g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ");
        return dg_arena_strdup(arena, text);
    }
    if (day && strlen(day) >= 10)
        return dg_arena_printf(arena, "%.10sT00:00:00Z", day);
    if (volume->imprint.year && strlen(volume->imprint.year) == 4)
        return dg_arena_printf(arena, "%s-01-01T00:00:00Z", volume->imprint.year);
    return "2000-01-01T00:00:00Z";
}

static char *
in_stage(Build *build, const char *folder, const char *name)
{
    DgArena *arena = build->pipeline->arena;
    return dg_path_join(arena, dg_path_join(arena, dg_stage_folder(build->stage), folder), name);
}

static void
note_built(Build *build, Edition edition, size_t pages)
{
    build->built[build->n_built++] = (BuiltEdition){edition_names[edition], pages};
}

static DgPdfOptions
pdf_options(const Build *build)
{
    const Pipeline *p = build->pipeline;
    return (DgPdfOptions){.volume = p->volume,
                          .date = source_date(p->arena, p->volume),
                          .producer = "diglot " DIGLOT_VERSION,
                          .only = build->options->only,
                          .order = dg_style_page(p->style)->order};
}

/* Writes EDITION/ID and the suffix. */
static bool
put_pdf(Build *build, Edition edition, const DgPages *pages, const char *suffix,
        DgPdfOptions options)
{
    Pipeline *p = build->pipeline;
    DgBytes pdf = dg_pdf_write(p->arena, p->diags, pages, options);
    const char *name = dg_arena_printf(p->arena, "%s%s.pdf", p->volume->id, suffix);
    return dg_file_write(p->diags, in_stage(build, edition_names[edition], name), pdf.data,
                         pdf.size);
}

static void
note_blank(Build *build, size_t blank, size_t pages, int signature)
{
    DgArena *arena = build->pipeline->arena;
    if (blank)
        dg_diag(build->pipeline->diags, DG_PRINT_BLANK, DG_NOWHERE,
                dg_arena_printf(arena, "%zu", blank), dg_arena_printf(arena, "%zu", pages),
                dg_arena_printf(arena, "%d", signature), NULL);
}

/* An offprint has no cover. */
static bool
put_cover(Build *build, size_t n_pages, DgPdfOptions options)
{
    Pipeline *p = build->pipeline;
    DgPdfPress press = *options.press;
    press.signature = 1;
    options.press = &press;
    if (options.only)
        return true;
    const DgPages *cover =
        dg_cover_make(p->arena, p->diags, p->shaper, p->volume, p->style, n_pages);
    return put_pdf(build, PRINT, cover, "-cover", options);
}

static bool
build_print(Build *build)
{
    Pipeline *p = build->pipeline;
    const DgPageStyle *page = dg_style_page(p->style);
    timing_stage(&p->timing, "print");
    DgInks *inks =
        dg_inks_new(p->arena, p->diags, p->data_folder, page->condition, page->ink == DG_INK_BLACK);
    if (!inks) /* said, and the other editions are built */
        return true;
    DgPdfPress press = {.inks = inks, .marks = page->marks, .signature = page->signature};
    DgPdfOptions options = pdf_options(build);
    options.press = &press;
    size_t blank = 0, pages = dg_pdf_count(p->pages, options, &blank);
    note_blank(build, blank, pages, press.signature);
    note_built(build, PRINT, pages);
    bool written = put_pdf(build, PRINT, p->pages, "", options) && put_cover(build, pages, options);
    dg_inks_free(inks);
    return written;
}

static size_t
count_pages(const Build *build)
{
    size_t blank = 0;
    return dg_pdf_count(build->pipeline->pages, pdf_options(build), &blank);
}

static bool
build_screen(Build *build)
{
    timing_stage(&build->pipeline->timing, "pdf");
    note_built(build, SCREEN, count_pages(build));
    return put_pdf(build, SCREEN, build->pipeline->pages, "", pdf_options(build));
}

/* Each item by itself, beside its page. */
static bool
put_item_pdfs(Build *build)
{
    Pipeline *p = build->pipeline;
    timing_stage(&p->timing, "item-pdfs");
    DgPdfOptions options = pdf_options(build);
    for (size_t i = 0; i < p->volume->n_items; i++) {
        const DgItem *item = p->volume->items[i];
        if (!dg_item_is_listed(item, build->options->only))
            continue;
        DgArena *scratch = dg_arena_new();
        options.only = item->href;
        DgBytes pdf = dg_pdf_write(scratch, p->diags, p->pages, options);
        const char *name = dg_arena_printf(scratch, "%s.pdf", item->anchor);
        bool written = dg_file_write(p->diags, in_stage(build, "web", name), pdf.data, pdf.size);
        dg_arena_free(scratch);
        if (!written)
            return false;
    }
    return true;
}

static bool
build_web(Build *build)
{
    Pipeline *p = build->pipeline;
    char *folder = in_stage(build, "web", "");
    timing_stage(&p->timing, "cards");
    Cards cards = cards_draw(p, build->options->only);
    timing_stage(&p->timing, "web");
    DgFolios folios = dg_pages_folios(p->arena, p->pages);
    DgWebOptions options = {.style_folder = dg_style_folder(p->style),
                            .data_folder = p->data_folder,
                            .only = build->options->only,
                            .folios = &folios,
                            .item_files = true,
                            .indexes = p->book->indexes,
                            .n_indexes = p->book->n_indexes,
                            .cards = cards.cards,
                            .n_cards = cards.n};
    if (build->wanted[SCREEN])
        options.pdf = dg_arena_printf(p->arena, "../screen/%s.pdf", p->volume->id);
    note_built(build, WEB, 0);
    return dg_web_write(p->arena, p->diags, p->fonts, p->volume, folder, options) &&
           dg_export_write(p->arena, p->diags, p->volume, &folios, folder, build->options->only) &&
           dg_calendar_write(p->arena, p->diags, p->volume, folder) && put_item_pdfs(build);
}

static bool
build_epub(Build *build)
{
    Pipeline *p = build->pipeline;
    timing_stage(&p->timing, "epub");
    DgFolios folios = dg_pages_folios(p->arena, p->pages);
    note_built(build, EPUB, 0);
    return dg_epub_write(p->arena, p->diags, p->volume, in_stage(build, "epub", ""),
                         (DgEpubOptions){.date = source_date(p->arena, p->volume),
                                         .folios = &folios,
                                         .only = build->options->only});
}

/* The way from a folder to a file or folder, both made absolute: "../../content/forum/". */
static char *
way_between(DgArena *arena, const char *from, const char *to)
{
    g_autofree char *start = g_canonicalize_filename(from, NULL),
                    *end = g_canonicalize_filename(to, NULL);
    g_auto(GStrv) down = g_strsplit(start + 1, "/", -1), up = g_strsplit(end + 1, "/", -1);
    guint same = 0;
    while (down[same] && up[same] && strcmp(down[same], up[same]) == 0)
        same++;
    g_autoptr(GString) way = g_string_new(NULL);
    for (guint i = same; down[i]; i++)
        g_string_append(way, "../");
    for (guint i = same; up[i]; i++)
        g_string_append_printf(way, "%s/", up[i]);
    return dg_arena_strdup(arena, way->str);
}

static bool
put_proof_pdf(Build *build)
{
    Pipeline *p = build->pipeline;
    const char *folder = dg_path_join(p->arena, build->output, edition_names[PROOF]);
    DgProof proof = {.sources = way_between(p->arena, folder, p->volume->folder),
                     .date = source_date(p->arena, p->volume)};
    const DgPages *pages = dg_proof_make(p->arena, p->shaper, p->pages, p->volume, p->style, proof);
    return put_pdf(build, PROOF, pages, "", pdf_options(build));
}

static bool
build_proof(Build *build)
{
    Pipeline *p = build->pipeline;
    timing_stage(&p->timing, "proof");
    note_built(build, PROOF, count_pages(build));
    if (!put_proof_pdf(build))
        return false;
    for (size_t i = 0; i < p->pages->n_pages; i++) {
        const DgItem *item = p->pages->pages[i].flow ? p->pages->pages[i].flow->item : NULL;
        if (build->options->only && !(item && dg_item_is_listed(item, build->options->only)))
            continue;
        DgArena *scratch = dg_arena_new();
        DgBytes png = {0};
        char *path = in_stage(build, "proof", dg_arena_printf(scratch, "page-%04zu.png", i + 1));
        bool written = dg_page_png(scratch, p->diags, p->pages, i, PROOF_DPI, &png) &&
                       dg_file_write(p->diags, path, png.data, png.size);
        dg_arena_free(scratch);
        if (!written)
            return false;
    }
    return true;
}

/* What is not asked for goes on to stand in the output folder, and may say something else by now. */
static void
keep_edition(Build *build, Edition edition)
{
    const char *name = edition_names[edition];
    dg_stage_keep(build->stage, name);
    if (dg_folder_exists(dg_path_join(build->pipeline->arena, build->output, name)))
        dg_diag(build->pipeline->diags, DG_EDITION_KEPT, DG_NOWHERE, name, NULL);
}

static bool
build_editions(Build *build)
{
    bool (*const builders[N_EDITIONS])(Build *) = {build_print, build_screen, build_web, build_epub,
                                                   build_proof};
    for (int i = 0; i < N_EDITIONS; i++)
        if (build->wanted[i] && !builders[i](build))
            return false;
        else if (!build->wanted[i])
            keep_edition(build, (Edition)i);
    char *report = report_json(build->pipeline, build->built, build->n_built);
    return dg_file_write(build->pipeline->diags, in_stage(build, "", "report.json"), report,
                         strlen(report));
}

static void
announce(const Build *build, const char *output)
{
    const Pipeline *p = build->pipeline;
    if (build->options->quiet || build->options->diagnostics_json)
        return;
    for (size_t i = 0; i < build->n_built; i++)
        if (build->built[i].pages)
            printf("%s/%s/%s.pdf  %zu pages\n", output, build->built[i].name, p->volume->id,
                   build->built[i].pages);
    if (build->wanted[WEB])
        printf("%s/web/index.html\n", output);
    if (build->wanted[EPUB])
        printf("%s/epub/%s.epub\n", output, p->volume->id);
    printf("%s/report.json\n", output);
}

static void
build_volume(Build *build, const char *path)
{
    Pipeline *p = build->pipeline;
    const Options *options = build->options;
    g_auto(GStrv) only = options->only ? g_strsplit(options->only, ",", -1) : NULL;
    if (!pipeline_read(p, path, options->languages) || !pipeline_has_items(p, options, only))
        return;
    const char *output = options->output
                             ? options->output
                             : dg_arena_printf(p->arena, "build/editions/%s", p->volume->id);
    build->output = output;
    build->stage = dg_stage_new(p->arena, p->diags, output);
    if (!build->stage)
        return;
    pipeline_refine(p, NULL);
    if (pipeline_style(p, options)) {
        pipeline_pages(p);
        if (build_editions(build) && dg_stage_commit(build->stage, p->diags))
            announce(build, output);
    }
    dg_stage_abandon(build->stage);
}

int
cmd_build(int argc, char **argv)
{
    Options options;
    Pipeline pipeline;
    int status;
    Build build = {.options = &options, .pipeline = &pipeline};
    if (options_parse(&options, &argc, &argv, &status) && options_at_most(&options, 1) &&
        choose_editions(&options, build.wanted)) {
        pipeline_open(&pipeline, &options);
        build_volume(&build, options_rest(&options, 0));
        status = pipeline_finish(&pipeline, &options);
        pipeline_free(&pipeline);
    }
    options_free(&options);
    return status;
}

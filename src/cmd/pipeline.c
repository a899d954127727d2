/* pipeline.c - the one chain of passes that build, check, diff and dump share. */
#include "cmd-internal.h"

#include "diglot/align.h"
#include "diglot/check.h"
#include "diglot/files.h"
#include "diglot/matter.h"
#include "diglot/read.h"

#include <glib.h>

/* share/diglot beside the bin that the program lies in, wherever both were put; NULL when it is not installed. */
static char *
installed_folder(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    if (!program)
        return NULL;
    g_autofree char *bin = g_path_get_dirname(program), *prefix = g_path_get_dirname(bin);
    g_autofree char *data = g_build_filename(prefix, "share", "diglot", NULL);
    g_autofree char *styles = g_build_filename(data, "styles", NULL);
    return dg_folder_exists(styles) ? g_steal_pointer(&data) : NULL;
}

/* DIGLOT_DATA, else where the program is installed, else the source tree while there is one. To be freed. */
static char *
data_folder(void)
{
    const char *named = g_getenv("DIGLOT_DATA");
    if (named && *named)
        return g_strdup(named);
    char *installed = installed_folder();
    if (installed)
        return installed;
    return g_strdup(dg_folder_exists(DIGLOT_SOURCE "/styles") ? DIGLOT_SOURCE : DIGLOT_PREFIX_DATA);
}

void
cmd_isolate(void)
{
    g_autofree char *data = data_folder();
    g_autofree char *empty = g_build_filename(data, "fonts/fonts.conf", NULL);
    g_setenv("FONTCONFIG_FILE", empty, TRUE);
}

void
pipeline_open(Pipeline *pipeline, const Options *options)
{
    DgArena *arena = dg_arena_new();
    g_autofree char *data = data_folder();
    *pipeline = (Pipeline){
        .arena = arena, .diags = dg_diags_new(arena), .data_folder = dg_arena_strdup(arena, data)};
    timing_begin(&pipeline->timing, !options->quiet);
}

void
pipeline_free(Pipeline *pipeline)
{
    dg_shaper_free(pipeline->shaper);
    dg_images_free(pipeline->images);
    dg_fonts_free(pipeline->fonts);
    dg_arena_free(pipeline->arena);
}

bool
pipeline_read(Pipeline *pipeline, const char *path, const char *languages)
{
    timing_stage(&pipeline->timing, "read");
    pipeline->volume =
        dg_volume_read(pipeline->arena, pipeline->diags, path ? path : ".", languages);
    if (!pipeline->volume)
        return false;
    timing_stage(&pipeline->timing, "align");
    dg_align(pipeline->arena, pipeline->diags, pipeline->volume);
    return true;
}

static bool
has_item(const DgVolume *volume, const char *href)
{
    for (size_t i = 0; i < volume->n_items; i++)
        if (g_str_equal(volume->items[i]->href, href))
            return true;
    return false;
}

bool
pipeline_has_items(Pipeline *pipeline, const Options *options, char **hrefs)
{
    for (; hrefs && *hrefs && !pipeline->misnamed; hrefs++) {
        pipeline->misnamed = !has_item(pipeline->volume, *hrefs);
        if (pipeline->misnamed)
            usage_error(options->tongue, "the volume has no item \"%s\"",
                        "в сборнике нет материала «%s»", *hrefs);
    }
    return !pipeline->misnamed;
}

void
pipeline_refine(Pipeline *pipeline, DgTypoLog *log)
{
    dg_check_imprint(pipeline->arena, pipeline->diags, pipeline->volume);
    timing_stage(&pipeline->timing, "typography");
    dg_typography(pipeline->arena, pipeline->diags, pipeline->volume, log);
    timing_stage(&pipeline->timing, "matter");
    dg_number(pipeline->arena, pipeline->volume);
    dg_openings_make(pipeline->arena, pipeline->volume);
    pipeline->book = dg_book_make(pipeline->arena, pipeline->volume);
}

bool
pipeline_style(Pipeline *pipeline, const Options *options)
{
    DgVolume *volume = pipeline->volume;
    volume->layout = options->wanted_layout;
    timing_stage(&pipeline->timing, "fonts");
    pipeline->style = dg_style_read(pipeline->arena, pipeline->diags, pipeline->data_folder,
                                    options->style  ? options->style
                                    : volume->style ? volume->style
                                                    : "forum",
                                    options->style ? DG_NOWHERE : volume->root.pos, volume->folder);
    if (!pipeline->style)
        return false;
    pipeline->fonts =
        dg_fonts_new(pipeline->diags, volume->folder, pipeline->data_folder,
                     dg_style_families(pipeline->style), dg_style_family_places(pipeline->style));
    return dg_diags_count(pipeline->diags, DG_FONT_MISSING) == 0;
}

/* Only drawings ask for it, and it is not for nothing. */
static void
lend_fonts(void *fonts)
{
    dg_fonts_lend(fonts);
}

/* The imprint names the sheet that the pages of this style are printed on, also where the manifest tells that of
 * another one. */
static void
suit_sheet(Pipeline *pipeline)
{
    DgImprint *imprint = &pipeline->volume->imprint;
    const DgPageStyle *page = dg_style_page(pipeline->style);
    int width = (int)(page->width / DG_MM(1)), height = (int)(page->height / DG_MM(1));
    DgSheetFormat format;
    if (!dg_sheet_format_parse(imprint->sheet_format, &format) ||
        dg_sheet_format_fits(&format, width, height))
        return;
    DgArena *arena = pipeline->arena;
    const DgImprintPlace *place = dg_imprint_place(imprint, "sheet-format");
    const char *other = dg_sheet_format_for(arena, width, height);
    dg_diag(pipeline->diags, DG_IMPRINT_SHEET, place ? place->pos : imprint->pos,
            imprint->sheet_format, dg_arena_printf(arena, "%d", width),
            dg_arena_printf(arena, "%d", height), other, NULL);
    if (other)
        imprint->sheet_format = other;
}

void
pipeline_pages(Pipeline *pipeline)
{
    timing_stage(&pipeline->timing, "pages");
    pipeline->images = dg_images_new(pipeline->arena, pipeline->volume->folder);
    dg_images_on_drawing(pipeline->images, lend_fonts, pipeline->fonts);
    pipeline->shaper =
        dg_shaper_new(pipeline->arena, pipeline->diags, pipeline->fonts, pipeline->style, "000");
    suit_sheet(pipeline);
    if (dg_style_page(pipeline->style)->card)
        dg_record_as_card(pipeline->arena, pipeline->volume, pipeline->book);
    if (!dg_style_block(pipeline->style, DG_ROLE_TABLE, NULL)->apart)
        dg_tables_merge(pipeline->arena, pipeline->volume, pipeline->book,
                        dg_style_page(pipeline->style)->layout);
    pipeline->pages =
        dg_pages_make(pipeline->arena, pipeline->diags, pipeline->shaper, pipeline->images,
                      pipeline->volume, pipeline->book, pipeline->style);
}

int
status_of(const DgDiags *diags)
{
    switch (dg_diags_worst(diags)) {
    case DG_FATAL:
        return STATUS_IO;
    case DG_ERROR:
        return STATUS_CONTENT;
    case DG_WARNING:
    case DG_INFO:
        break;
    }
    return STATUS_CLEAN;
}

int
pipeline_finish(Pipeline *pipeline, const Options *options)
{
    timing_end(&pipeline->timing);
    if (options->timing)
        timing_write(pipeline->diags, &pipeline->timing, options->timing);
    print_diags(pipeline->arena, pipeline->diags, options,
                pipeline->volume ? pipeline->volume->folder : ".");
    if (pipeline->misnamed)
        return STATUS_USAGE;
    if (!pipeline->volume) /* the manifest or the named file is absent, or cannot be read as one */
        return STATUS_IO;
    return status_of(pipeline->diags);
}

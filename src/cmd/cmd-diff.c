/* cmd-diff.c - diff: what changed between two revisions, on the terminal and as one HTML file. */
#include "cmd-internal.h"

#include "diglot/diff.h"
#include "diglot/files.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { TERMINAL_COLUMNS = 120 };

static bool
differs(const DgDiff *diff)
{
    for (size_t i = 0; i < diff->n_items; i++)
        if (diff->items[i].n_rows || !diff->items[i].old_item || !diff->items[i].new_item)
            return true;
    return false;
}

static bool
show(Pipeline *pipeline, const DgDiff *diff, const Options *options)
{
    if (!options->output) {
        dg_diff_print(stdout, diff, isatty(STDOUT_FILENO), TERMINAL_COLUMNS, options->tongue);
        return true;
    }
    char *page = diff_page(pipeline->arena, diff, options->tongue);
    return dg_file_write(pipeline->diags, options->output, page, strlen(page));
}

static int
compare(const Options *options)
{
    Pipeline pipeline;
    bool changed = false;
    pipeline_open(&pipeline, options);
    if (pipeline_read(&pipeline, options_rest(options, 0), options->languages)) {
        const DgVolume *old_volume = pipeline.volume;
        if (pipeline_read(&pipeline, options_rest(options, 1), options->languages)) {
            timing_stage(&pipeline.timing, "diff");
            const DgDiff *diff =
                dg_diff(pipeline.arena, pipeline.diags, old_volume, pipeline.volume);
            changed = differs(diff);
            show(&pipeline, diff, options);
        }
    }
    Options quiet = *options;
    quiet.quiet = !options->verbose;
    int status = pipeline_finish(&pipeline, &quiet);
    pipeline_free(&pipeline);
    if (status == STATUS_CLEAN && changed && options->exit_code)
        return STATUS_CONTENT;
    return status;
}

int
cmd_diff(int argc, char **argv)
{
    Options options;
    int status;
    if (options_parse(&options, &argc, &argv, &status)) {
        if (!options_rest(&options, 1) || options_rest(&options, 2))
            status = usage_error(options.tongue, "diff wants two volumes or files: OLD NEW",
                                 "для diff нужны два сборника или файла: СТАРЫЙ НОВЫЙ");
        else
            status = compare(&options);
    }
    options_free(&options);
    return status;
}

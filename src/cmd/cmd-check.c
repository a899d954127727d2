/* cmd-check.c - check: every diagnostic of reading, pairing and comparing, and no edition. */
#include "cmd-internal.h"

#include "diglot/check.h"

#include <stdio.h>

static void
summarise(const Pipeline *pipeline, const Options *options)
{
    const DgDiags *diags = pipeline->diags;
    if (options->quiet || options->diagnostics_json)
        return;
    bool russian = options->tongue[0] == 'r';
    printf(russian ? "ошибок: %zu, предупреждений: %zu\n" : "errors: %zu, warnings: %zu\n",
           dg_diags_count_severity(diags, DG_ERROR) + dg_diags_count_severity(diags, DG_FATAL),
           dg_diags_count_severity(diags, DG_WARNING));
}

int
cmd_check(int argc, char **argv)
{
    Options options;
    Pipeline pipeline;
    int status = STATUS_USAGE;
    if (options_parse(&options, &argc, &argv, "[VOLUME|FILE.xml]",
                      "Says what is wrong in the texts and between the two languages.",
                      TAKES_LANGUAGES | TAKES_DIAGNOSTICS) &&
        options_at_most(&options, 1)) {
        options.verbose = !options.quiet; /* what is no more than a remark belongs here, too */
        pipeline_open(&pipeline, &options);
        if (pipeline_read(&pipeline, options_rest(&options, 0), options.languages)) {
            dg_check(pipeline.arena, pipeline.diags, pipeline.volume);
            dg_typography(pipeline.arena, pipeline.diags, pipeline.volume, NULL);
        }
        status = pipeline_finish(&pipeline, &options);
        summarise(&pipeline, &options);
        pipeline_free(&pipeline);
    }
    options_free(&options);
    return status;
}

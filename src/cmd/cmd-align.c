/* cmd-align.c - align: writes HREF.pairs, and names of blocks into the sources. */
#include "cmd-internal.h"

#include "diglot/align.h"

#include <glib.h>

int
cmd_align(int argc, char **argv)
{
    Options options;
    Pipeline pipeline;
    int status;
    if (options_parse(&options, &argc, &argv, &status)) {
        guint n = options.rest ? g_strv_length(options.rest) : 0;
        char **hrefs = n > 1 ? options.rest + 1 : NULL;
        pipeline_open(&pipeline, &options);
        if (pipeline_read(&pipeline, options_rest(&options, 0), options.languages) &&
            pipeline_has_items(&pipeline, &options, hrefs))
            dg_align_write(pipeline.arena, pipeline.diags, pipeline.volume,
                           (const char *const *)hrefs, hrefs ? n - 1 : 0, !options.no_ids);
        status = pipeline_finish(&pipeline, &options);
        pipeline_free(&pipeline);
    }
    options_free(&options);
    return status;
}

/* cmd-check.c - check: every diagnostic of reading, pairing and comparing, and no edition; of a PDF, whether it keeps
 * the standards that it claims to keep. */
#include "cmd-internal.h"

#include "diglot/check.h"
#include "diglot/preflight.h"

#include <glib.h>
#include <stdio.h>

static void
summarise(const DgDiags *diags, const Options *options)
{
    if (options->quiet || options->diagnostics_json)
        return;
    bool russian = options->tongue[0] == 'r';
    printf(russian ? "ошибок: %zu, предупреждений: %zu\n" : "errors: %zu, warnings: %zu\n",
           dg_diags_count_severity(diags, DG_ERROR) + dg_diags_count_severity(diags, DG_FATAL),
           dg_diags_count_severity(diags, DG_WARNING));
}

static int
check_volume(const Options *options)
{
    Pipeline pipeline;
    pipeline_open(&pipeline, options);
    if (pipeline_read(&pipeline, options_rest(options, 0), options->languages)) {
        dg_check(pipeline.arena, pipeline.diags, pipeline.volume);
        dg_typography(pipeline.arena, pipeline.diags, pipeline.volume, NULL);
    }
    int status = pipeline_finish(&pipeline, options);
    summarise(pipeline.diags, options);
    pipeline_free(&pipeline);
    return status;
}

static void
print_claims(const char *path, int claims, const Options *options)
{
    if (options->quiet || options->diagnostics_json || !claims)
        return;
    if (options_rest(options, 1))
        printf("%s: ", path);
    printf(options->tongue[0] == 'r' ? "проверено как%s%s%s\n" : "checked as%s%s%s\n",
           claims & DG_CLAIM_A2A ? " PDF/A-2a" : "", claims & DG_CLAIM_UA1 ? " PDF/UA-1" : "",
           claims & DG_CLAIM_X4 ? " PDF/X-4" : "");
}

static int
check_pdfs(const Options *options)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    for (size_t i = 0; options_rest(options, i); i++) {
        const char *path = options_rest(options, i);
        DgArena *scratch = dg_arena_new();
        DgBytes pdf = dg_file_read(scratch, diags, path, path);
        if (pdf.data)
            print_claims(path, dg_preflight(diags, pdf, path), options);
        dg_arena_free(scratch);
    }
    print_diags(arena, diags, options, ".");
    summarise(diags, options);
    int status = status_of(diags);
    dg_arena_free(arena);
    return status;
}

static bool
are_pdfs(const Options *options)
{
    for (size_t i = 0; options_rest(options, i); i++)
        if (!g_str_has_suffix(options_rest(options, i), ".pdf"))
            return false;
    return options_rest(options, 0) != NULL;
}

int
cmd_check(int argc, char **argv)
{
    Options options;
    int status;
    if (options_parse(&options, &argc, &argv, &status) &&
        (are_pdfs(&options) || options_at_most(&options, 1))) {
        options.verbose = !options.quiet; /* what is no more than a remark belongs here, too */
        status = are_pdfs(&options) ? check_pdfs(&options) : check_volume(&options);
    }
    options_free(&options);
    return status;
}

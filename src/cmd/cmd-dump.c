/* cmd-dump.c - dump: the result of any pass as text. */
#include "cmd-internal.h"

#include "diglot/align.h"
#include "diglot/json.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

static void
dump_doc(Pipeline *pipeline, const Options *options)
{
    (void)options;
    dg_doc_dump(stdout, pipeline->volume);
}

static void
dump_pairs(Pipeline *pipeline, const Options *options)
{
    dg_pairs_dump(stdout, pipeline->volume, options->json);
}

/* No-break spaces made visible: · is U+00A0, ⍽ U+202F. */
static char *
visible(DgArena *arena, const char *text)
{
    g_autoptr(GString) shown = g_string_new(text);
    g_string_replace(shown, "\u00A0", "·", 0);
    g_string_replace(shown, "\u202F", "⍽", 0);
    return dg_arena_strdup(arena, shown->str);
}

static void
dump_typo(Pipeline *pipeline, const Options *options)
{
    DgTypoLog log = {0};
    pipeline_refine(pipeline, &log);
    for (size_t i = 0; i < log.n; i++) {
        const DgTypoChange *change = &log.changes[i];
        DgArena *arena = pipeline->arena;
        if (options->json)
            printf(
                "{\"rule\":%s,\"file\":%s,\"line\":%d,\"column\":%d,\"before\":%s,\"after\":%s}\n",
                dg_json_string(arena, change->rule), dg_json_string(arena, change->pos.file),
                change->pos.line, change->pos.column, dg_json_string(arena, change->before),
                dg_json_string(arena, change->after));
        else
            printf("%s:%d:%d: %s: %s → %s\n", change->pos.file ? change->pos.file : "-",
                   change->pos.line, change->pos.column, change->rule,
                   visible(arena, change->before), visible(arena, change->after));
    }
}

static bool
lay_out(Pipeline *pipeline, const Options *options)
{
    pipeline_refine(pipeline, NULL);
    if (!pipeline_style(pipeline, options))
        return false;
    pipeline_pages(pipeline);
    return true;
}

static void
dump_lines(Pipeline *pipeline, const Options *options)
{
    if (lay_out(pipeline, options))
        dg_lines_dump(stdout, pipeline->pages);
}

static void
dump_pages(Pipeline *pipeline, const Options *options)
{
    if (!lay_out(pipeline, options))
        return;
    dg_pages_explain(stdout, pipeline->pages, options->json);
    if (options->verbose)
        dg_pages_dump(stdout, pipeline->pages);
}

static const struct {
    const char *name;
    void (*dump)(Pipeline *, const Options *);
    bool has_json;
} dumps[] = {
    {"doc", dump_doc, false},     {"typo", dump_typo, true},   {"pairs", dump_pairs, true},
    {"lines", dump_lines, false}, {"pages", dump_pages, true},
};

static int
run_dump(void (*dump)(Pipeline *, const Options *), const Options *options)
{
    Pipeline pipeline;
    pipeline_open(&pipeline, options);
    if (pipeline_read(&pipeline, options_rest(options, 1), options->languages))
        dump(&pipeline, options);
    int status = pipeline_finish(&pipeline, options);
    pipeline_free(&pipeline);
    return status;
}

static int
dump_what(const Options *options)
{
    const char *what = options_rest(options, 0);
    if (!options_at_most(options, 2))
        return STATUS_USAGE;
    if (!what)
        return usage_error(options->tongue, "dump what: doc, typo, pairs, lines, pages or style?",
                           "что показать: doc, typo, pairs, lines, pages или style?");
    if (strcmp(what, "style") == 0) {
        dg_style_describe(stdout);
        return STATUS_CLEAN;
    }
    for (size_t i = 0; i < sizeof dumps / sizeof *dumps; i++) {
        if (strcmp(what, dumps[i].name) != 0)
            continue;
        if (options->json && !dumps[i].has_json)
            return usage_error(options->tongue, "--json is for typo, pairs and pages, not for %s",
                               "--json бывает у typo, pairs и pages, но не у %s", what);
        return run_dump(dumps[i].dump, options);
    }
    return usage_error(options->tongue,
                       "no dump of \"%s\": there are doc, typo, pairs, lines, pages and style",
                       "показать «%s» нельзя: есть doc, typo, pairs, lines, pages и style", what);
}

int
cmd_dump(int argc, char **argv)
{
    Options options;
    int status;
    if (options_parse(&options, &argc, &argv, &status))
        status = dump_what(&options);
    options_free(&options);
    return status;
}

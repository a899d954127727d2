/* options.c - the command line. */
#include "cmd-internal.h"

#include <glib.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int
usage_error(const char *format, ...)
{
    va_list arguments;
    fputs("diglot: ", stderr);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    return STATUS_USAGE;
}

/* Read as a string; no locale is ever set. */
static const char *
tongue_of_environment(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *value = g_getenv(names[i]);
        if (value && *value)
            return g_str_has_prefix(value, "ru") ? "ru" : "en";
    }
    return "en";
}

static bool
choose(const char *option, const char *value, const char *first, const char *second)
{
    if (!value || strcmp(value, first) == 0 || strcmp(value, second) == 0)
        return true;
    usage_error("--%s is %s or %s, not \"%s\"", option, first, second, value);
    return false;
}

static bool
understand(Options *options)
{
    if (!choose("diagnostics", options->diagnostics, "text", "json") ||
        !choose("messages", options->messages, "en", "ru"))
        return false;
    if (options->jobs < 1) {
        usage_error("-j wants a positive number");
        return false;
    }
    if (options->layout && !dg_layout_parse(options->layout, &options->wanted_layout)) {
        usage_error("--layout is columns, facing or sequence, not \"%s\"", options->layout);
        return false;
    }
    options->diagnostics_json = g_strcmp0(options->diagnostics, "json") == 0;
    options->tongue = options->messages ? options->messages : tongue_of_environment();
    return true;
}

typedef struct {
    int when; /* of Takes */
    GOptionEntry entry;
} Known;

enum { N_KNOWN = 16 };

static size_t
known_options(Options *o, Known known[N_KNOWN])
{
    const Known table[] = {
        {TAKES_OUTPUT,
         {"output", 'o', 0, G_OPTION_ARG_FILENAME, &o->output, "where to write", "PATH"}},
        {TAKES_BUILD,
         {"edition", 0, 0, G_OPTION_ARG_STRING, &o->edition, "print, screen, web, epub, proof",
          "LIST"}},
        {TAKES_BUILD | TAKES_STYLE,
         {"layout", 0, 0, G_OPTION_ARG_STRING, &o->layout, "columns, facing or sequence", "NAME"}},
        {TAKES_BUILD | TAKES_STYLE,
         {"style", 0, 0, G_OPTION_ARG_STRING, &o->style, "of styles/, or a path with a /", "NAME"}},
        {TAKES_LANGUAGES,
         {"languages", 0, 0, G_OPTION_ARG_STRING, &o->languages, "the two to set", "a,b"}},
        {TAKES_BUILD,
         {"only", 0, 0, G_OPTION_ARG_STRING, &o->only, "write only these items", "HREF,..."}},
        {TAKES_BUILD, {"jobs", 'j', 0, G_OPTION_ARG_INT, &o->jobs, "work in parallel", "N"}},
        {TAKES_BUILD,
         {"timing", 0, 0, G_OPTION_ARG_FILENAME, &o->timing, "write the time of each stage",
          "FILE"}},
        {TAKES_DIAGNOSTICS,
         {"diagnostics", 0, 0, G_OPTION_ARG_STRING, &o->diagnostics, "form of the messages",
          "text|json"}},
        {TAKES_DIAGNOSTICS,
         {"messages", 0, 0, G_OPTION_ARG_STRING, &o->messages, "their language", "ru|en"}},
        {TAKES_JSON, {"json", 0, 0, G_OPTION_ARG_NONE, &o->json, "one JSON object a line", NULL}},
        {TAKES_NO_IDS,
         {"no-ids", 0, 0, G_OPTION_ARG_NONE, &o->no_ids, "leave the sources alone", NULL}},
        {TAKES_EXIT_CODE,
         {"exit-code", 0, 0, G_OPTION_ARG_NONE, &o->exit_code, "1 when texts differ", NULL}},
        {TAKES_DIAGNOSTICS, {"quiet", 'q', 0, G_OPTION_ARG_NONE, &o->quiet, "errors only", NULL}},
        {TAKES_DIAGNOSTICS, {"verbose", 'v', 0, G_OPTION_ARG_NONE, &o->verbose, "say more", NULL}},
    };
    memcpy(known, table, sizeof table);
    return G_N_ELEMENTS(table);
}

bool
options_parse(Options *options, int *argc, char ***argv, const char *arguments, const char *summary,
              int takes)
{
    Known known[N_KNOWN];
    GOptionEntry entries[N_KNOWN + 2] = {0};
    size_t n = 0;
    *options = (Options){.jobs = 1};
    for (size_t i = 0, all = known_options(options, known); i < all; i++)
        if (takes & known[i].when)
            entries[n++] = known[i].entry;
    entries[n] = (GOptionEntry){G_OPTION_REMAINING, 0,    0,   G_OPTION_ARG_FILENAME_ARRAY,
                                &options->rest,     NULL, NULL};

    g_autoptr(GError) error = NULL;
    g_autofree char *program = g_strdup_printf("diglot %s", (*argv)[0]);
    g_autoptr(GOptionContext) context = g_option_context_new(arguments);
    g_set_prgname(program);
    g_option_context_set_summary(context, summary);
    g_option_context_add_main_entries(context, entries, NULL);
    if (!g_option_context_parse(context, argc, argv, &error)) {
        usage_error("%s", error->message);
        return false;
    }
    return understand(options);
}

void
options_free(Options *options)
{
    g_free(options->output);
    g_free(options->edition);
    g_free(options->layout);
    g_free(options->style);
    g_free(options->languages);
    g_free(options->only);
    g_free(options->timing);
    g_free(options->diagnostics);
    g_free(options->messages);
    g_strfreev(options->rest);
}

const char *
options_rest(const Options *options, size_t i)
{
    return options->rest && i < g_strv_length(options->rest) ? options->rest[i] : NULL;
}

bool
options_at_most(const Options *options, size_t most)
{
    const char *extra = options_rest(options, most);
    if (extra)
        usage_error("one volume at a time: \"%s\" is too many", extra);
    return !extra;
}

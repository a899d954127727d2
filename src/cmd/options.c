/* options.c - the command line. */
#include "cmd-internal.h"

#include <glib.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

int
usage_error(const char *tongue, const char *english, const char *russian, ...)
{
    va_list arguments;
    fputs("diglot: ", stderr);
    va_start(arguments, russian);
    vfprintf(stderr, tongue[0] == 'r' ? russian : english, arguments);
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

const char *
tongue_of(int argc, char **argv)
{
    static const char option[] = "--messages";
    for (int i = 1; i < argc; i++) {
        if (!g_str_has_prefix(argv[i], option))
            continue;
        const char *value = argv[i][sizeof option - 1] == '=' ? argv[i] + sizeof option
                            : i + 1 < argc                    ? argv[i + 1]
                                                              : "";
        return strcmp(value, "ru") == 0 ? "ru" : "en";
    }
    return tongue_of_environment();
}

static bool
choose(const Options *options, const char *option, const char *value, const char *first,
       const char *second)
{
    if (!value || strcmp(value, first) == 0 || strcmp(value, second) == 0)
        return true;
    usage_error(options->tongue, "--%s is %s or %s, not \"%s\"",
                "--%s бывает %s или %s, но не «%s»", option, first, second, value);
    return false;
}

static bool
understand(Options *options)
{
    if (!choose(options, "diagnostics", options->diagnostics, "text", "json") ||
        !choose(options, "messages", options->messages, "en", "ru"))
        return false;
    if (options->jobs < 1) {
        usage_error(options->tongue, "-j wants a positive number",
                    "после -j нужно положительное число");
        return false;
    }
    if (options->layout && !dg_layout_parse(options->layout, &options->wanted_layout)) {
        usage_error(options->tongue, "--layout is columns, facing or sequence, not \"%s\"",
                    "--layout бывает columns, facing или sequence, но не «%s»", options->layout);
        return false;
    }
    options->diagnostics_json = g_strcmp0(options->diagnostics, "json") == 0;
    return true;
}

/* Where GLib writes the value is told as an offset into Options. */
static const Known known[] = {
    {TAKES_HELP,
     {"help", 'h', 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
     offsetof(Options, help),
     {"say this", "показать эту справку"},
     {NULL, NULL}},
    {TAKES_OUTPUT,
     {"output", 'o', 0, G_OPTION_ARG_FILENAME, NULL, NULL, NULL},
     offsetof(Options, output),
     {"where to write", "куда записать"},
     {"PATH", "ПУТЬ"}},
    {TAKES_BUILD,
     {"edition", 0, 0, G_OPTION_ARG_STRING, NULL, NULL, NULL},
     offsetof(Options, edition),
     {"print, screen, web, epub, proof", "print, screen, web, epub, proof"},
     {"LIST", "СПИСОК"}},
    {TAKES_BUILD | TAKES_STYLE,
     {"layout", 0, 0, G_OPTION_ARG_STRING, NULL, NULL, NULL},
     offsetof(Options, layout),
     {"columns, facing or sequence", "columns, facing или sequence"},
     {"NAME", "ИМЯ"}},
    {TAKES_BUILD | TAKES_STYLE,
     {"style", 0, 0, G_OPTION_ARG_STRING, NULL, NULL, NULL},
     offsetof(Options, style),
     {"of styles/, or a path with a /", "из styles/ или путь, в котором есть /"},
     {"NAME", "ИМЯ"}},
    {TAKES_LANGUAGES,
     {"languages", 0, 0, G_OPTION_ARG_STRING, NULL, NULL, NULL},
     offsetof(Options, languages),
     {"the two to set", "два языка, которые набрать"},
     {"a,b", "a,b"}},
    {TAKES_BUILD,
     {"only", 0, 0, G_OPTION_ARG_STRING, NULL, NULL, NULL},
     offsetof(Options, only),
     {"write only these items", "записать только эти тексты"},
     {"HREF,...", "HREF,..."}},
    {TAKES_BUILD,
     {"jobs", 'j', 0, G_OPTION_ARG_INT, NULL, NULL, NULL},
     offsetof(Options, jobs),
     {"work in parallel", "работать параллельно"},
     {"N", "N"}},
    {TAKES_BUILD,
     {"timing", 0, 0, G_OPTION_ARG_FILENAME, NULL, NULL, NULL},
     offsetof(Options, timing),
     {"write the time of each stage", "записать время каждого шага"},
     {"FILE", "ФАЙЛ"}},
    {TAKES_DIAGNOSTICS,
     {"diagnostics", 0, 0, G_OPTION_ARG_STRING, NULL, NULL, NULL},
     offsetof(Options, diagnostics),
     {"form of the messages", "вид сообщений"},
     {"text|json", "text|json"}},
    {TAKES_DIAGNOSTICS,
     {"messages", 0, 0, G_OPTION_ARG_STRING, NULL, NULL, NULL},
     offsetof(Options, messages),
     {"their language", "их язык"},
     {"ru|en", "ru|en"}},
    {TAKES_JSON,
     {"json", 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
     offsetof(Options, json),
     {"one JSON object a line", "объект JSON на строку"},
     {NULL, NULL}},
    {TAKES_NO_IDS,
     {"no-ids", 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
     offsetof(Options, no_ids),
     {"leave the sources alone", "не трогать исходники"},
     {NULL, NULL}},
    {TAKES_EXIT_CODE,
     {"exit-code", 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
     offsetof(Options, exit_code),
     {"1 when texts differ", "1, если тексты различаются"},
     {NULL, NULL}},
    {TAKES_DIAGNOSTICS,
     {"quiet", 'q', 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
     offsetof(Options, quiet),
     {"errors only", "только ошибки"},
     {NULL, NULL}},
    {TAKES_DIAGNOSTICS,
     {"verbose", 'v', 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
     offsetof(Options, verbose),
     {"say more", "говорить подробнее"},
     {NULL, NULL}},
};

/* What GLib could not make sense of. */
static void
report_mistake(const Options *options, const GOptionEntry *entries, const char *command,
               const GError *error)
{
    static const char unknown[] = "Unknown option ";
    if (!g_str_has_prefix(error->message, unknown)) {
        usage_error(options->tongue, "%s", "ключи не поняты: %s", error->message);
        return;
    }
    const char *option = error->message + sizeof unknown - 1;
    g_autoptr(GString) names = g_string_new(NULL);
    for (; entries->long_name; entries++)
        g_string_append_printf(names, " %s", entries->long_name);
    g_autofree char *nearest = dg_nearest_name(option + strspn(option, "-"), names->str);
    if (nearest)
        usage_error(options->tongue, "no option %s; did you mean --%s?",
                    "ключа %s нет; может быть, --%s?", option, nearest);
    else
        usage_error(options->tongue, "no option %s; diglot %s --help lists them",
                    "ключа %s нет; их перечисляет diglot %s --help", option, command);
}

static bool
read_options(Options *options, int *argc, char ***argv, const GOptionEntry *entries)
{
    g_autoptr(GError) error = NULL;
    const char *command = (*argv)[0];
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_add_main_entries(context, entries, NULL);
    if (g_option_context_parse(context, argc, argv, &error))
        return true;
    report_mistake(options, entries, command, error);
    return false;
}

bool
options_parse(Options *options, int *argc, char ***argv, int *status)
{
    GOptionEntry entries[G_N_ELEMENTS(known) + 2] = {0};
    const Command *command = command_find((*argv)[0]);
    size_t n = 0;
    *status = STATUS_USAGE;
    *options = (Options){.jobs = 1, .tongue = tongue_of(*argc, *argv)};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if ((command->takes | TAKES_HELP) & known[i].when) {
            entries[n] = known[i].entry;
            entries[n++].arg_data = (char *)options + known[i].field;
        }
    entries[n] = (GOptionEntry){G_OPTION_REMAINING, 0,    0,   G_OPTION_ARG_FILENAME_ARRAY,
                                &options->rest,     NULL, NULL};
    if (!read_options(options, argc, argv, entries))
        return false;
    if (options->help) {
        help_command_print(command, known, G_N_ELEMENTS(known), options->tongue);
        *status = STATUS_CLEAN;
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
        usage_error(options->tongue, "one volume at a time: \"%s\" is too many",
                    "за один раз — один сборник: «%s» лишний", extra);
    return !extra;
}

/* main.c - picks the command. */
#include "cmd/cmd-internal.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *summary;
} commands[] = {
    {"build", cmd_build, "make the editions of a volume"},
    {"check", cmd_check, "say what is wrong in the texts and between the languages"},
    {"diff", cmd_diff, "show what changed between two revisions, in both languages"},
    {"align", cmd_align, "write down which paragraphs correspond"},
    {"dump", cmd_dump, "print what a pass makes: doc, typo, pairs, lines, pages, style"},
};

enum { N_COMMANDS = sizeof commands / sizeof *commands };

static int
help(FILE *out, int status)
{
    fputs(
        "diglot: two-language proceedings, printed and digital\n\nUsage: diglot COMMAND [OPTIONS] [VOLUME]\n\n",
        out);
    for (int i = 0; i < N_COMMANDS; i++)
        fprintf(out, "  %-7s %s\n", commands[i].name, commands[i].summary);
    fputs("\ndiglot COMMAND --help lists the options of a command.\n", out);
    return status;
}

int
main(int argc, char **argv)
{
    cmd_isolate();
    if (argc < 2)
        return help(stderr, STATUS_USAGE);
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
        strcmp(argv[1], "help") == 0)
        return help(stdout, STATUS_CLEAN);
    if (strcmp(argv[1], "--version") == 0)
        return printf("diglot %s\n", DIGLOT_VERSION) < 0;
    for (int i = 0; i < N_COMMANDS; i++)
        if (strcmp(argv[1], commands[i].name) == 0)
            return commands[i].run(argc - 1, argv + 1);
    usage_error(tongue_of(argc, argv), "no command \"%s\"", "команды «%s» нет", argv[1]);
    return help(stderr, STATUS_USAGE);
}

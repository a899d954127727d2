/* main.c - picks the command. */
#include "cmd/cmd-internal.h"

#include <stdio.h>
#include <string.h>

int
main(int argc, char **argv)
{
    const char *tongue = tongue_of(argc, argv);
    cmd_isolate();
    if (argc < 2) {
        help_print(stderr, tongue);
        return STATUS_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
        strcmp(argv[1], "help") == 0) {
        help_print(stdout, tongue);
        return STATUS_CLEAN;
    }
    if (strcmp(argv[1], "--version") == 0)
        return printf("diglot %s\n", DIGLOT_VERSION) < 0;
    const Command *command = command_find(argv[1]);
    if (command)
        return command->run(argc - 1, argv + 1);
    usage_error(tongue, "no command \"%s\"", "команды «%s» нет", argv[1]);
    help_print(stderr, tongue);
    return STATUS_USAGE;
}

/* cmd-internal.h - one function per command, and what they share. */
#ifndef DIGLOT_CMD_INTERNAL_H
#define DIGLOT_CMD_INTERNAL_H

#include "diglot/diff.h"
#include "diglot/doc.h"
#include "diglot/lang.h"
#include "diglot/page.h"
#include "diglot/web.h"

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

/* DESIGN.md 3: the worst that happened is the status. */
enum { STATUS_CLEAN = 0, STATUS_CONTENT = 1, STATUS_USAGE = 2, STATUS_IO = 3 };

int cmd_build(int argc, char **argv);
int cmd_check(int argc, char **argv);
int cmd_diff(int argc, char **argv);
int cmd_align(int argc, char **argv);
int cmd_dump(int argc, char **argv);

/* Keeps Fontconfig from the machine's own configuration; before any other call. */
void cmd_isolate(void);

/* ---- options.c: those that several commands know ---- */
typedef struct {
    char *output, *edition, *layout, *style, *languages, *only, *timing, *diagnostics, *messages;
    int quiet, verbose, json, no_ids, exit_code, help;
    int jobs;
    char **rest;        /* what is no option */
    const char *tongue; /* "ru" or "en": of messages */
    bool diagnostics_json;
    DgLayout wanted_layout; /* DG_LAYOUT_INHERIT: as volume and style say */
} Options;

typedef enum {
    TAKES_OUTPUT = 1,
    TAKES_BUILD = 2,
    TAKES_LANGUAGES = 4,
    TAKES_DIAGNOSTICS = 8,
    TAKES_JSON = 16,
    TAKES_NO_IDS = 32,
    TAKES_EXIT_CODE = 64,
    TAKES_STYLE = 128,
    TAKES_HELP = 256 /* every command */
} Takes;

/* An option as GLib knows it, but for its texts: these stand in both languages, English first. */
typedef struct {
    int when; /* of Takes */
    GOptionEntry entry;
    size_t field;                   /* its offset in Options */
    const char *text[2], *value[2]; /* value: NULL for a switch */
} Known;

/* The command is (*argv)[0]. False with the status to return: after a message, 2; after help, 0. */
bool options_parse(Options *options, int *argc, char ***argv, int *status);
void options_free(Options *options);
const char *options_rest(const Options *options, size_t i); /* NULL when there are fewer */
/* False after a message (status 2) when there are more arguments than `most`. */
bool options_at_most(const Options *options, size_t most);
/* Both texts take the same arguments in the same order. */
int usage_error(const char *tongue, const char *english, const char *russian, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));
/* What --messages says, else the environment; before or without options_parse. */
const char *tongue_of(int argc, char **argv);

/* ---- help.c ---- */
typedef struct {
    const char *name;
    int (*run)(int argc, char **argv);
    int takes; /* of Takes */
    /* English and Russian: what follows the options, what it does in a line, and in full. */
    const char *arguments[2], *summary[2], *purpose[2];
} Command;
const Command *command_find(const char *name); /* NULL: none */
void help_print(FILE *out, const char *tongue);
void help_command_print(const Command *command, const Known *known, size_t n, const char *tongue);

/* ---- timing.c: stages with their CPU time, and a line on the terminal while a build is slow ---- */
typedef struct {
    const char *name;
    double cpu, wall;
} Stage;

typedef struct {
    Stage stages[32];
    size_t n;
    double cpu_start, wall_start, first;
    bool show, shown;
} Timing;

void timing_begin(Timing *timing, bool show);
void timing_stage(Timing *timing, const char *name); /* ends the one before */
void timing_end(Timing *timing);
bool timing_write(DgDiags *diags, const Timing *timing, const char *path);

/* ---- pipeline.c: the one chain that build, check, diff and dump share ---- */
typedef struct {
    DgArena *arena;
    DgDiags *diags;
    Timing timing;
    const char *data_folder;
    DgVolume *volume;
    DgStyle *style;
    DgFonts *fonts;
    DgImages *images;
    DgShaper *shaper;
    DgBook *book;
    DgPages *pages;
    bool misnamed; /* items were asked for that the volume has not: status 2 */
} Pipeline;

void pipeline_open(Pipeline *pipeline, const Options *options);
void pipeline_free(Pipeline *pipeline);
bool pipeline_read(Pipeline *pipeline, const char *path, const char *languages); /* and align */
/* Whether the volume has all these items (NULL-terminated; NULL: none); a message names the first it has not. */
bool pipeline_has_items(Pipeline *pipeline, const Options *options, char **hrefs);
void pipeline_refine(Pipeline *pipeline, DgTypoLog *log); /* typography, numbers, openings, book */
bool pipeline_style(Pipeline *pipeline, const Options *options); /* style and fonts */
void pipeline_pages(Pipeline *pipeline);
/* ---- cards.c ---- */
typedef struct {
    DgWebCard *cards;
    size_t n;
} Cards;
/* `only`: hrefs with commas between, or NULL for all. */
Cards cards_draw(Pipeline *pipeline, const char *only);

/* The status that the worst of them makes. */
int status_of(const DgDiags *diags);
/* Prints the diagnostics; the status they make. */
int pipeline_finish(Pipeline *pipeline, const Options *options);

/* ---- print-diags.c ---- */
void print_diags(DgArena *arena, const DgDiags *diags, const Options *options,
                 const char *volume_folder);

/* ---- report.c ---- */
typedef struct {
    const char *name; /* "screen", "web", ... */
    size_t pages;     /* 0: not counted in pages */
} BuiltEdition;
char *report_json(Pipeline *pipeline, const BuiltEdition *editions, size_t n);

/* ---- diff-page.c: the comparison as one HTML file ---- */
char *diff_page(DgArena *arena, const DgDiff *diff, const char *tongue);

#endif

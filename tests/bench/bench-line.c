/* bench-line.c - cost and quality of shaping and line breaking on plain texts, one paragraph a line.
 * usage: bench-line DATA_FOLDER MEASURE_MM FILE...
 * Prints CPU time per character of each stage, and the table of layout.md part 2 for each language: how far
 * spaces are from natural, how often lines end in hyphens. */
#include "diglot/lang.h"
#include "diglot/line.h"

#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LONG_PARAGRAPH = 200 }; /* characters: shorter ones say little about spaces */

typedef struct {
    DgNode *block;
    const char *language;
    size_t characters;
    DgPar *par;
    DgLines *lines;
} Paragraph;

typedef struct {
    DgArena *arena;
    Paragraph *paragraphs;
    size_t n, characters;
} Text;

static double
cpu_seconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Markup of the corpora goes; a line that is not Russian or English text is left out. */
static void
add_paragraph(Text *text, char *line)
{
    char *to = line;
    for (char *s = line; *s; s++) {
        if (*s == '<')
            s += strcspn(s, ">");
        else
            *to++ = *s;
        if (!*s)
            break;
    }
    *to = '\0';
    const char *language = dg_guess_language(g_strstrip(line));
    if (!language || !*line)
        return;
    Paragraph paragraph = {.language = language, .characters = (size_t)g_utf8_strlen(line, -1)};
    paragraph.block = dg_block_new(text->arena, DG_PARAGRAPH, DG_ROLE_P, line, DG_NOWHERE);
    text->characters += paragraph.characters;
    DG_APPEND(text->arena, text->paragraphs, text->n, paragraph);
}

static void
add_file(Text *text, const char *path)
{
    g_autofree char *bytes = NULL;
    if (!g_file_get_contents(path, &bytes, NULL, NULL)) {
        fprintf(stderr, "bench-line: cannot read %s\n", path);
        return;
    }
    for (char *line = strtok(bytes, "\r\n"); line; line = strtok(NULL, "\r\n"))
        add_paragraph(text, line);
}

static void
make_pars(Text *text, DgShaper *shaper, const DgStyle *style)
{
    for (size_t i = 0; i < text->n; i++) {
        Paragraph *p = &text->paragraphs[i];
        p->par = dg_par_make(shaper, p->block, dg_style_block(style, DG_ROLE_P, p->language),
                             p->language, NULL, NULL);
    }
}

static void
print_stage(const char *stage, double start, const Text *text)
{
    double seconds = cpu_seconds() - start;
    printf("%-44s %8.1f ms %7.1f ns/char\n", stage, seconds * 1e3,
           seconds * 1e9 / (double)text->characters);
}

static void
print_line_stages(Text *text, DgDiags *diags, DgLen measure)
{
    double start = cpu_seconds();
    long lines = 0, variants = 0;
    for (size_t i = 0; i < text->n; i++)
        text->paragraphs[i].lines =
            dg_lines_break(text->arena, diags, text->paragraphs[i].par, measure);
    print_stage("optimum fit with line-count variants", start, text);
    start = cpu_seconds();
    for (size_t i = 0; i < text->n; i++) {
        const DgLines *broken = text->paragraphs[i].lines;
        const DgBroken *best = &broken->variants[broken->best];
        DgPlacedRun *runs;
        for (int j = 0; j < best->n_lines; j++)
            dg_line_runs(text->arena, broken, &best->lines[j], NULL, NULL, &runs);
        lines += best->n_lines;
        variants += broken->n_variants;
    }
    print_stage("runs of the best lines", start, text);
    printf("%zu paragraphs, %zu characters, %ld lines, %.2f variants a paragraph\n", text->n,
           text->characters, lines, (double)variants / (double)text->n);
}

typedef struct {
    long lines, justified, over_1_5, over_2, hyphens, ladders, loose, overfull, paragraphs;
    double sum, sum_of_squares, greatest;
} Quality;

static void
count_line(Quality *quality, const DgLine *line, bool hyphen_above)
{
    double ratio = line->ratio / 1000.0;
    quality->lines++;
    quality->hyphens += line->hyphenated;
    quality->ladders += line->hyphenated && hyphen_above;
    quality->overfull += line->overfull;
    quality->loose += line->loose;
    if (!line->justified)
        return;
    quality->justified++;
    quality->sum += ratio;
    quality->sum_of_squares += ratio * ratio;
    quality->greatest = MAX(quality->greatest, ratio);
    quality->over_1_5 += ratio > 1.5;
    quality->over_2 += ratio > 2;
}

static void
print_quality(const Text *text, const char *language)
{
    Quality q = {0};
    for (size_t i = 0; i < text->n; i++) {
        const Paragraph *p = &text->paragraphs[i];
        if (strcmp(p->language, language) != 0 || p->characters < LONG_PARAGRAPH)
            continue;
        const DgBroken *best = &p->lines->variants[p->lines->best];
        q.paragraphs++;
        for (int j = 0; j < best->n_lines; j++)
            count_line(&q, &best->lines[j], j > 0 && best->lines[j - 1].hyphenated);
    }
    double n = (double)MAX(q.justified, 1), mean = q.sum / n, lines = (double)MAX(q.lines, 1);
    printf(
        "%s %5ld paragraphs %6ld lines  ratio mean %.3f sd %.3f max %.2f  > 1.5 %.2f %%  > 2 %.2f %%  "
        "hyphens %.1f %%  ladders %.2f %%  loose %ld  overfull %ld\n",
        language, q.paragraphs, q.lines, mean, sqrt(MAX(q.sum_of_squares / n - mean * mean, 0)),
        q.greatest, 100.0 * (double)q.over_1_5 / n, 100.0 * (double)q.over_2 / n,
        100.0 * (double)q.hyphens / lines, 100.0 * (double)q.ladders / lines, q.loose, q.overfull);
}

int
main(int argc, char **argv)
{
    if (argc < 4) {
        fprintf(stderr, "usage: bench-line DATA_FOLDER MEASURE_MM FILE...\n");
        return 2;
    }
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    Text text = {.arena = arena};
    for (int i = 3; i < argc; i++)
        add_file(&text, argv[i]);
    DgStyle *style = dg_style_read(arena, diags, argv[1], "forum", DG_NOWHERE, ".");
    if (!style || text.n == 0)
        return 1;
    double start = cpu_seconds();
    DgFonts *fonts = dg_fonts_new(diags, NULL, argv[1], dg_style_families(style), NULL);
    print_stage("find the faces", start, &text);
    DgShaper *shaper = dg_shaper_new(arena, diags, fonts, style, "000");
    start = cpu_seconds();
    make_pars(&text, shaper, style);
    print_stage("cold: words, divisions, gaps, breaks", start, &text);
    start = cpu_seconds();
    make_pars(&text, shaper, style);
    print_stage("warm: tokens and breaks again", start, &text);
    print_line_stages(&text, diags, DG_MM(atof(argv[2])));
    print_quality(&text, "ru");
    print_quality(&text, "en");
    dg_shaper_free(shaper);
    dg_fonts_free(fonts);
    dg_arena_free(arena);
    return 0;
}

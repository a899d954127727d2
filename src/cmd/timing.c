/* timing.c - stages with their time; a line on the terminal while a build is slow. */
#include "cmd-internal.h"

#include "diglot/files.h"

#include <glib.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static double
seconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

void
timing_begin(Timing *timing, bool show)
{
    *timing = (Timing){.show = show && isatty(STDERR_FILENO), .first = seconds(CLOCK_MONOTONIC)};
}

static void
close_stage(Timing *timing)
{
    if (timing->n == 0)
        return;
    Stage *stage = &timing->stages[timing->n - 1];
    stage->cpu += seconds(CLOCK_PROCESS_CPUTIME_ID) - timing->cpu_start;
    stage->wall += seconds(CLOCK_MONOTONIC) - timing->wall_start;
}

void
timing_stage(Timing *timing, const char *name)
{
    close_stage(timing);
    if (timing->n < G_N_ELEMENTS(timing->stages))
        timing->stages[timing->n++] = (Stage){.name = name};
    timing->cpu_start = seconds(CLOCK_PROCESS_CPUTIME_ID);
    timing->wall_start = seconds(CLOCK_MONOTONIC);
    if (timing->show && timing->wall_start - timing->first > 1) {
        fprintf(stderr, "\r\033[K%s …", name);
        timing->shown = true;
    }
}

void
timing_end(Timing *timing)
{
    close_stage(timing);
    if (timing->shown)
        fputs("\r\033[K", stderr);
    timing->shown = false;
}

bool
timing_write(DgDiags *diags, const Timing *timing, const char *path)
{
    g_autoptr(GString) json = g_string_new("{");
    for (size_t i = 0; i < timing->n; i++) {
        char cpu[G_ASCII_DTOSTR_BUF_SIZE], wall[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_formatd(cpu, sizeof cpu, "%.4f", timing->stages[i].cpu);
        g_ascii_formatd(wall, sizeof wall, "%.4f", timing->stages[i].wall);
        g_string_append_printf(json, "%s\n  \"%s\": {\"cpu\": %s, \"wall\": %s}", i ? "," : "",
                               timing->stages[i].name, cpu, wall);
    }
    g_string_append(json, "\n}\n");
    return dg_file_write(diags, path, json->str, json->len);
}

/* code.c - lines of code: set smaller where that keeps them whole, else turned over with a hang and a sign in it; never
 * over the edge. */
#include "rows-internal.h"

enum {
    LEAST_SCALE = 90, /* of the type, per cent: beside code of the full size it must not be seen */
    HANG = 3,         /* em of a line that goes on */
    SIGN_SPACE = 500, /* per mille of an em between the sign and such a line */
};

/* U+21AA says that the line goes on: its hang alone might be the author's. */
#define SIGN "\u21AA"

static DgLen
longest_line(const DgPar *par)
{
    DgLen longest = 0;
    size_t start = 0;
    for (size_t i = 1; i < par->n_breaks; i++) {
        if (!par->breaks[i].forced && i + 1 < par->n_breaks)
            continue;
        DgLen width = dg_stretch_width(&par->breaks[start], &par->breaks[i]);
        longest = width > longest ? width : longest;
        start = i;
    }
    return longest;
}

static void
shape_again(DgSetting *setting, DgPiece *piece, const DgBlockStyle *style)
{
    DgBlockStyle *kept = dg_arena_copy(setting->arena, style, sizeof *style);
    piece->par = dg_par_make(setting->shaper, piece->block, kept, piece->par->language, NULL, NULL);
    piece->style = kept;
}

/* Widths are rounded letter by letter: the size that should do may be a little too large. */
static void
set_smaller(DgSetting *setting, DgPiece *piece, DgBlockStyle *style, DgLen room)
{
    DgLen longest = longest_line(piece->par), size = style->font.size;
    for (int tries = 0; longest > room && tries < 3; tries++) {
        size = dg_len_scale(size, room, longest) - tries;
        style->font.size = size;
        shape_again(setting, piece, style);
        longest = longest_line(piece->par);
    }
}

static bool
goes_on(const DgLines *lines, const DgLine *line)
{
    return line->first != 0 && !lines->par->breaks[line->first].forced;
}

/* What begins a line of code stands at the margin again, what goes on hangs. */
static void
draw_back(DgLines *lines, DgLen hang)
{
    for (int i = 0; i < lines->n_variants; i++)
        for (int j = 0; j < lines->variants[i].n_lines; j++) {
            DgLine *line = &lines->variants[i].lines[j];
            if (!goes_on(lines, line))
                line->x -= hang;
        }
}

void
dg_code_fit(DgSetting *setting, DgPiece *piece, DgLen measure)
{
    DgBlockStyle style = *piece->style;
    DgLen room = measure - style.left - style.right, longest = longest_line(piece->par), hang = 0;
    if (longest > room && room * 100 >= longest * LEAST_SCALE) {
        set_smaller(setting, piece, &style, room);
    } else if (longest > room) {
        hang = HANG * style.font.size;
        style.left += hang;
        shape_again(setting, piece, &style);
        if (dg_run_is_shown(setting->shaper, SIGN, &style.font, piece->par->language))
            piece->turn = dg_run_make(setting->shaper, setting->arena, SIGN, &style.font,
                                      piece->par->language, NULL);
    }
    DgLines *lines = dg_lines_break(setting->arena, setting->diags, piece->par, measure);
    draw_back(lines, hang);
    piece->lines = lines;
}

void
dg_code_place_turn(DgCanvas *canvas, const DgPiece *piece, const DgLine *line, DgLen x,
                   DgLen baseline)
{
    if (!piece->turn || !goes_on(piece->lines, line))
        return;
    DgLen space = dg_len_scale(piece->style->font.size, SIGN_SPACE, 1000);
    dg_canvas_run(canvas, piece->turn, x + line->x - space - piece->turn->width, baseline);
}

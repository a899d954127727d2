/* code.c - lines of code: set smaller where that keeps them whole, else broken with a hang; never over the edge. */
#include "rows-internal.h"

enum {
    LEAST_SCALE = 80, /* of the type, per cent */
    HANG = 3,         /* em of a line that goes on */
};

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

/* What begins a line of code stands at the margin again, what goes on hangs. */
static void
draw_back(DgLines *lines, DgLen hang)
{
    for (int i = 0; i < lines->n_variants; i++)
        for (int j = 0; j < lines->variants[i].n_lines; j++) {
            DgLine *line = &lines->variants[i].lines[j];
            if (line->first == 0 || lines->par->breaks[line->first].forced)
                line->x -= hang;
        }
}

void
dg_code_fit(DgSetting *setting, DgPiece *piece, DgLen measure)
{
    DgBlockStyle style = *piece->style;
    DgLen room = measure - style.left - style.right, longest = longest_line(piece->par), hang = 0;
    if (longest > room && room * 100 >= longest * LEAST_SCALE) {
        style.font.size = dg_len_scale(style.font.size, room, longest);
        shape_again(setting, piece, &style);
    } else if (longest > room) {
        hang = HANG * style.font.size;
        style.left += hang;
        shape_again(setting, piece, &style);
    }
    DgLines *lines = dg_lines_break(setting->arena, setting->diags, piece->par, measure);
    draw_back(lines, hang);
    piece->lines = lines;
}

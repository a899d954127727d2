/* inline-picture.c - pictures in the text: how large they stand in a line, and where. */
#include "shape-internal.h"

/* Of a face that does not tell the height of its capitals, per mille of the size. */
enum { CAPITALS = 700 };

void
dg_shaper_lend_pictures(DgShaper *shaper, DgPictureOf picture_of, const void *pictures)
{
    shaper->picture_of = picture_of;
    shaper->pictures = pictures;
}

const DgInlinePicture *
dg_picture_find(DgShaper *shaper, const DgNode *graphic)
{
    DgInlinePicture *picture = DG_NEW(shaper->scratch, DgInlinePicture);
    bool found = shaper->picture_of && shaper->picture_of(shaper->pictures, graphic, picture);
    return found && picture->width > 0 && picture->height > 0 ? picture : NULL;
}

const char *
dg_picture_words(DgShaper *shaper, const DgNode *graphic, const char *language)
{
    const char *words = graphic->alt && *graphic->alt ? graphic->alt
                        : graphic->href && *graphic->href
                            ? graphic->href
                            : dg_word(DG_WORD_MISSING_FIGURE, language);
    return dg_arena_printf(shaper->scratch, "[%s]", words);
}

/* A picture no taller than capitals stands on the baseline, a taller one as far above as below their middle, so that
 * it takes no more room than the line has. */
static DgLen
rise_of(const DgShapedPicture *picture)
{
    const DgSetting *setting = picture->setting;
    DgLen capitals = setting->face->cap_height > 0
                         ? dg_units(setting, setting->face->cap_height)
                         : dg_len_scale(setting->voice.size, CAPITALS, 1000);
    DgLen over = picture->shown.height - capitals;
    return setting->voice.rise - (over > 0 ? over / 2 : 0);
}

const DgShapedPicture *
dg_picture_shape(DgShaper *shaper, const DgInlinePicture *natural, const DgBlockStyle *style,
                 const DgSetting *setting)
{
    DgShapedPicture *picture = DG_NEW(shaper->arena, DgShapedPicture);
    DgLen most = dg_len_scale(setting->voice.size, style->inline_height, 100);
    if (style->font.leading > 0)
        most = MIN(most, style->font.leading);
    picture->shown = *natural;
    picture->setting = setting;
    if (natural->height > most) {
        picture->shown.height = MAX(most, 1);
        picture->shown.width = MAX(dg_len_scale(natural->width, most, natural->height), 1);
    }
    /* The sums of a paragraph bear no more; lines are far narrower. */
    picture->shown.width = MIN(picture->shown.width, DG_PT(16384));
    picture->rise = rise_of(picture);
    return picture;
}

/* The same no wider than `room`. */
static const DgShapedPicture *
narrowed(DgArena *arena, const DgShapedPicture *picture, DgLen room)
{
    DgShapedPicture *narrow = dg_arena_copy(arena, picture, sizeof *picture);
    narrow->shown.width = MAX(room, 1);
    narrow->shown.height = MAX(dg_len_scale(picture->shown.height, room, picture->shown.width), 1);
    narrow->rise = rise_of(narrow);
    return narrow;
}

const DgPar *
dg_par_within(DgArena *arena, const DgPar *par, DgLen room)
{
    if (par->widest_picture <= MAX(room, 1))
        return par;
    DgPar *within = dg_arena_copy(arena, par, sizeof *par);
    within->breaks =
        dg_arena_copy(arena, par->breaks, (par->n_breaks + par->n_extra) * sizeof *within->breaks);
    within->tokens = dg_arena_copy(arena, par->tokens, par->n_tokens * sizeof *within->tokens);
    /* By how much all that stands before a token is narrower now: breaks know the token behind them. */
    g_autofree DgLen *less = g_new0(DgLen, par->n_tokens + 1);
    for (size_t i = 0; i < par->n_tokens; i++) {
        DgToken *token = &within->tokens[i];
        less[i + 1] = less[i];
        if (token->kind != DG_TOKEN_PICTURE || token->width <= room)
            continue;
        token->as.picture = narrowed(arena, token->as.picture, room);
        less[i + 1] += token->width - token->as.picture->shown.width;
        token->width = (int32_t)token->as.picture->shown.width;
    }
    for (size_t i = 0; i < par->n_breaks + par->n_extra; i++)
        within->breaks[i].before -= (uint32_t)less[within->breaks[i].token];
    within->natural -= less[par->n_tokens];
    within->widest_picture = MAX(room, 1);
    return within;
}

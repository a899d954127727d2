/* imprint-last.c - the final imprint on the last page, and the sheets that are reckoned for it (typography.md 5):
 * conventional printed sheets = pages / fraction × coefficient; publisher's sheets = characters / 40,000. */
#include "matter-internal.h"

#include <glib.h>
#include <string.h>

enum { SHEET_CHARACTERS = 40000, THOUSAND = 1000, USUAL_DECIMALS = 1 };

typedef struct {
    const DgVolume *volume;
    Pairing pairing;
    DgSide side;
} Colophon;

/* ---- numbers ---- */

/* numerator / denominator, rounded to so many decimals. */
static const char *
decimal(DgArena *arena, int64_t numerator, int64_t denominator, int decimals, const char *language)
{
    int64_t scale = 1;
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    int64_t value = (2 * numerator * scale + denominator) / (2 * denominator);
    if (decimals == 0)
        return dg_arena_printf(arena, "%" G_GINT64_FORMAT, value);
    return dg_arena_printf(arena, "%" G_GINT64_FORMAT "%c%0*" G_GINT64_FORMAT, value / scale,
                           g_str_has_prefix(language, "ru") ? ',' : '.', decimals, value % scale);
}

/* "1.30" in thousandths; 0 when it is no such number. */
static int
thousandths(const char *text)
{
    int value = 0, scale = THOUSAND;
    const char *at = text ? text : "";
    if (!g_ascii_isdigit(*at))
        return 0;
    value = (*at++ - '0') * THOUSAND;
    if (*at == '.' || *at == ',')
        for (at++; g_ascii_isdigit(*at) && scale > 1; at++) {
            scale /= 10;
            value += (*at - '0') * scale;
        }
    return value;
}

static size_t
characters_below(DgNode *root)
{
    size_t n = 0;
    for (DgWalk walk = dg_walk(root); root && dg_walk_next(&walk);) {
        if (!walk.entering)
            continue;
        if (walk.node->kind == DG_TEXT)
            n += (size_t)g_utf8_strlen(walk.node->text, -1);
        if (walk.node->kind == DG_NOTE_MARK && walk.node->as.note_mark.note &&
            !walk.node->as.note_mark.repeated)
            n += characters_below(walk.node->as.note_mark.note);
    }
    return n;
}

static size_t
characters_of(const DgVolume *volume)
{
    size_t n = 0;
    for (size_t i = 0; i < volume->n_items; i++)
        for (int side = 0; side < volume->n_languages; side++)
            n += characters_below(volume->items[i]->opening[side]) +
                 characters_below(volume->items[i]->text[side].body);
    return n;
}

/* ---- texts ---- */

static void
end_sentence(GString *text)
{
    if (!g_str_has_suffix(text->str, "."))
        g_string_append_c(text, '.');
}

static void
append_sentence(GString *text, const char *before, const char *value, const char *after)
{
    if (!value)
        return;
    g_string_append_printf(text, "%s%s\u00A0%s%s", text->len ? " " : "", before, value, after);
    end_sentence(text);
}

static const char *
paper_text(DgArena *arena, const char *paper, const char *language)
{
    const char *word = dg_word(DG_WORD_PAPER, language);
    bool named = g_str_has_prefix(paper, word);
    return named ? paper : dg_arena_printf(arena, "%s %s", word, paper);
}

static void
append_sheets(GString *text, DgArena *arena, const Colophon *colophon, size_t pages)
{
    const DgImprint *imprint = &colophon->volume->imprint;
    const char *language = colophon->volume->languages[colophon->side];
    int decimals =
        imprint->decimals && strspn(imprint->decimals, "0123") == 1 && !imprint->decimals[1]
            ? *imprint->decimals - '0'
            : USUAL_DECIMALS;
    DgSheetFormat format;
    if (dg_sheet_format_parse(imprint->sheet_format, &format)) {
        int own = thousandths(imprint->coefficient);
        int64_t coefficient = own ? own : format.coefficient * 10;
        append_sentence(text, dg_word(DG_WORD_PRINTED_SHEETS, language),
                        decimal(arena, (int64_t)pages * coefficient,
                                (int64_t)format.fraction * THOUSAND, decimals, language),
                        "");
    }
    append_sentence(text, dg_word(DG_WORD_PUBLISHER_SHEETS, language),
                    decimal(arena, (int64_t)characters_of(colophon->volume), SHEET_CHARACTERS,
                            decimals, language),
                    "");
}

/* "2026-04-12" as 12.04.2026 in Russian, in words elsewhere. */
static const char *
signed_text(DgArena *arena, const char *date, const char *language)
{
    if (!date || !g_str_has_prefix(language, "ru") || strlen(date) != 10 || date[4] != '-')
        return date ? dg_date_text(arena, date, NULL, language) : NULL;
    return dg_arena_printf(arena, "%.2s.%.2s.%.4s", date + 8, date + 5, date);
}

static const char *
data_text(DgArena *arena, const Colophon *colophon, size_t pages)
{
    const DgImprint *imprint = &colophon->volume->imprint;
    const char *language = colophon->volume->languages[colophon->side];
    g_autoptr(GString) text = g_string_new(NULL);
    append_sentence(text, dg_word(DG_WORD_SIGNED, language),
                    signed_text(arena, imprint->signed_date, language), "");
    append_sentence(text, dg_word(DG_WORD_SHEET_FORMAT, language), imprint->sheet_format, "");
    if (imprint->paper) {
        g_string_append_printf(text, "%s%s", text->len ? " " : "",
                               paper_text(arena, imprint->paper, language));
        end_sentence(text);
    }
    append_sheets(text, arena, colophon, pages);
    append_sentence(text, dg_word(DG_WORD_PRINT_RUN, language), imprint->print_run,
                    dg_arena_printf(arena, "\u00A0%s", dg_word(DG_WORD_COPIES, language)));
    append_sentence(text, dg_word(DG_WORD_ORDER, language), imprint->order, "");
    return dg_arena_strdup(arena, text->str);
}

static DgNode *
firm_block(DgArena *arena, const char *name, const char *address, DgPos pos)
{
    if (!name)
        return NULL;
    DgNode *block = dg_block_new(arena, DG_PARAGRAPH, DG_ROLE_IMPRINT_FIRM, name, pos);
    if (address) {
        dg_node_append(block, dg_node_new(arena, DG_BREAK, pos));
        dg_node_append(block, dg_text_new(arena, address, pos));
    }
    return block;
}

/* ---- pages ---- */

/* The pages of the book, this one with them: it begins on a verso. */
static size_t
pages_with_this(const DgFolios *folios)
{
    return folios->pages + (folios->pages % 2 == 0) + 1;
}

static void
complete(DgArena *arena, DgFlow *flow, const DgFolios *folios)
{
    Colophon colophon = *(const Colophon *)flow->data;
    const DgImprint *imprint = &colophon.volume->imprint;
    DgSide side = colophon.side;
    const char *publisher =
        imprint->publisher_by[side] ? imprint->publisher_by[side] : imprint->publisher;
    pairing_add_full(&colophon.pairing,
                     paragraph_new(arena, DG_ROLE_IMPRINT_DATA,
                                   data_text(arena, &colophon, pages_with_this(folios)),
                                   imprint->pos),
                     side);
    pairing_add_full(&colophon.pairing,
                     firm_block(arena, publisher, imprint->publisher_address, imprint->pos), side);
    pairing_add_full(&colophon.pairing,
                     firm_block(arena, imprint->printer, imprint->printer_address, imprint->pos),
                     side);
    flow_update(flow, &colophon.pairing);
}

static void
add_titles(Maker *maker, Colophon *colophon)
{
    const DgVolume *volume = maker->volume;
    const DgImprint *imprint = &volume->imprint;
    DgSide side = colophon->side;
    const char *lines[] = {imprint->series_by[side] ? imprint->series_by[side] : imprint->series,
                           imprint->kind[side], NULL, volume->subtitle[side]};
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        DgNode *block =
            lines[i] ? paragraph_new(maker->arena, DG_ROLE_IMPRINT_TITLE, lines[i], imprint->pos)
                     : NULL;
        if (i == 2 && volume->title[side]) {
            block =
                dg_block_new(maker->arena, DG_PARAGRAPH, DG_ROLE_IMPRINT_TITLE, NULL, imprint->pos);
            append_styled(maker->arena, block, DG_BOLD, volume->title[side]);
        }
        pairing_add_full(&colophon->pairing, block, side);
        if (block && !maker->last_page)
            maker->last_page = block;
    }
}

/* Role, initials, surname: "Редактор И. И. Иванов". */
static void
add_makers(Maker *maker, Colophon *colophon)
{
    const DgImprint *imprint = &maker->volume->imprint;
    for (size_t i = 0; i < imprint->n_editors; i++) {
        DgMention who = imprint->editors[i];
        const char *role = who.role[colophon->side];
        who.role[colophon->side] = NULL;
        const char *name = board_member(maker->arena, &who, colophon->side);
        if (!name || !makes_the_book(&imprint->editors[i], colophon->side))
            continue;
        g_autofree char *first = g_utf8_substring(role, 0, 1), *capital = g_utf8_strup(first, -1);
        pairing_add_full(&colophon->pairing,
                         paragraph_new(maker->arena, DG_ROLE_IMPRINT_TITLE,
                                       dg_arena_printf(maker->arena, "%s%s %s", capital,
                                                       role + strlen(first), name),
                                       imprint->pos),
                         colophon->side);
    }
}

void
imprint_last_make(Maker *maker)
{
    const DgImprint *imprint = &maker->volume->imprint;
    if (!imprint->signed_date && !imprint->sheet_format && !imprint->print_run && !imprint->order &&
        !imprint->printer)
        return;
    Colophon *colophon = DG_NEW(maker->arena, Colophon);
    *colophon = (Colophon){maker->volume, pairing_new(maker, "imprint", "final-imprint"),
                           imprint_side(maker->volume)};
    add_titles(maker, colophon);
    if (!colophon->pairing.n)
        return;
    add_makers(maker, colophon);
    DgFlow *flow = flow_add(maker, &colophon->pairing, "final-imprint", DG_START_VERSO);
    flow->bare = true;
    flow->complete = complete;
    flow->data = colophon;
}

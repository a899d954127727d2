/* diff-page.c - the comparison as one HTML file: both languages side by side, changed words marked. */
#include "cmd-internal.h"

#include "diglot/xml.h"

#include <glib.h>

static const char style[] =
    "body{font:16px/1.5 'PT Serif',Georgia,serif;margin:2rem auto;max-width:76rem;padding:0 1rem;color:#1a1a1a;background:#fff}"
    "h1,h2,th{font-family:'PT Sans',Arial,sans-serif}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2.5rem}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed}td,th{vertical-align:top;text-align:left;padding:.6rem 1rem;"
    "border-top:1px solid #ccc}th{font-size:.85rem;color:#555}ins{background:#d9f2d9;text-decoration:none;border-bottom:2px solid #2b7a2b}"
    "del{background:#fbdcdc;text-decoration:line-through;text-decoration-color:#b03030}.kind{font:600 .75rem 'PT Sans',Arial,"
    "sans-serif;color:#555;text-transform:uppercase;letter-spacing:.04em;display:block}.same{color:#666}"
    "@media(max-width:40rem){td,th{display:block;width:auto}tr{display:block;border-top:2px solid #999}}";

static const char *const tongues[2] = {"en", "ru"};

static const char *const kinds[2][DG_MERGED + 1] = {
    {"unchanged", "changed", "added", "removed", "moved", "split", "merged"},
    {"без изменений", "изменено", "добавлено", "удалено", "перенесено", "разделено", "объединено"},
};

static void
put_piece(DgArena *arena, GString *page, const DgDiffPiece *piece)
{
    const char *tag = piece->change == DG_INSERTED  ? "ins"
                      : piece->change == DG_DELETED ? "del"
                                                    : NULL;
    const char *text = dg_xml_escape(arena, piece->text);
    if (tag)
        g_string_append_printf(page, "<%s>%s</%s>", tag, text, tag);
    else
        g_string_append(page, text);
}

static void
put_side(DgArena *arena, GString *page, const DgDiffSide *side, const char *language, int tongue)
{
    g_string_append_printf(page, "<td lang=\"%s\"%s>", dg_xml_escape(arena, language),
                           side->kind == DG_SAME ? " class=\"same\"" : "");
    if (side->kind != DG_SAME)
        g_string_append_printf(page, "<span class=\"kind\" lang=\"%s\">%s</span>", tongues[tongue],
                               kinds[tongue][side->kind]);
    for (size_t i = 0; i < side->n_pieces; i++)
        put_piece(arena, page, &side->pieces[i]);
    g_string_append(page, "</td>");
}

static void
put_item(DgArena *arena, GString *page, const DgDiff *diff, const DgDiffItem *item, int tongue)
{
    const DgVolume *volume = diff->new_volume;
    const DgItem *shown = item->new_item ? item->new_item : item->old_item;
    const char *state = !item->old_item   ? kinds[tongue][DG_ADDED]
                        : !item->new_item ? kinds[tongue][DG_REMOVED]
                                          : NULL;
    g_string_append_printf(page, "<h2>%s%s%s</h2>\n<table>\n<thead><tr>",
                           dg_xml_escape(arena, shown->href), state ? " — " : "",
                           state ? state : "");
    for (int side = 0; side < volume->n_languages; side++)
        g_string_append_printf(page, "<th scope=\"col\" lang=\"%s\">%s</th>",
                               dg_xml_escape(arena, volume->languages[side]),
                               dg_word(DG_WORD_LANGUAGE_NAME, volume->languages[side]));
    g_string_append(page, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < item->n_rows; i++) {
        g_string_append(page, "<tr>");
        for (int side = 0; side < volume->n_languages; side++)
            put_side(arena, page, &item->rows[i].side[side], volume->languages[side], tongue);
        g_string_append(page, "</tr>\n");
    }
    g_string_append(page, "</tbody>\n</table>\n");
}

char *
diff_page(DgArena *arena, const DgDiff *diff, const char *tongue)
{
    int russian = tongue[0] == 'r';
    const char *title = russian ? "Что изменилось" : "What changed";
    g_autoptr(GString) page = g_string_new(NULL);
    g_string_append_printf(
        page,
        "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n"
        "<style>%s</style>\n</head>\n<body>\n<main>\n<h1>%s</h1>\n",
        tongues[russian], title, style, title);
    size_t shown = 0;
    for (size_t i = 0; i < diff->n_items; i++)
        if (diff->items[i].n_rows || !diff->items[i].old_item || !diff->items[i].new_item) {
            put_item(arena, page, diff, &diff->items[i], russian);
            shown++;
        }
    if (!shown)
        g_string_append_printf(page, "<p>%s</p>\n", russian ? "Ничего." : "Nothing.");
    g_string_append(page, "</main>\n</body>\n</html>\n");
    return dg_arena_strdup(arena, page->str);
}

/* web-faces.c - the fonts that the style sheets ask for, cut down to the characters of the site.
 * A sheet names them in one property, which a browser passes over:
 *     --dg-faces: "PT Serif" 400, "PT Serif" 400 italic, "PT Sans" 700;
 * A character that a face lacks comes from another font of the set, under the same name and with
 * its range: no page depends on what the reader's machine has. */
#include "web-internal.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

enum { ALL_CHARACTERS = 0x110000, MOST_FACES = 32 };

typedef struct {
    const char *family;
    int weight;
    bool italic;
    DgPos pos;
} Wanted;

typedef struct {
    Site *site;
    uint32_t *characters; /* of the site, ascending, without spaces and controls */
    size_t n;
    bool code;      /* there is some */
    bool fractions; /* a sheet asks for them */
    GString *css;
} Maker;

/* ---- which characters ---- */

/* Those of `text` up to `end`. */
static void
mark(uint8_t *seen, const char *text, const char *end)
{
    for (const char *s = text; s < end; s = g_utf8_next_char(s)) {
        uint32_t c = (unsigned char)*s < 0x80 ? (uint32_t)*s : g_utf8_get_char(s);
        seen[c] = c > ' ';
    }
}

/* Letters and digits are in all, as are those of Russian where a text is in it: readers type them. Browsers
 * put points to the numbers of lists and hyphens where they divide words; our scripts leave out by the dots. */
static void
mark_usual(uint8_t *seen, const DgVolume *volume)
{
    static const char more[] = ".-…", cyrillic[] = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    for (uint32_t c = '!'; c < 0x80; c++)
        if (g_ascii_isalnum(c))
            seen[c] = 1;
    mark(seen, more, more + strlen(more));
    for (int i = 0; i < volume->n_languages; i++)
        if (g_strcmp0(volume->languages[i], "ru") == 0)
            mark(seen, cyrillic, cyrillic + strlen(cyrillic));
}

/* Sheets make capitals of small letters. */
static void
mark_capitals(uint8_t *seen)
{
    for (uint32_t c = 0; c < ALL_CHARACTERS; c++)
        if (seen[c])
            seen[g_unichar_toupper(c)] = 1;
}

/* Of a tag only what is not ASCII may ever be seen, a word in a field; the rest of its characters are markup. */
static void
mark_tag(uint8_t *seen, const char *tag, const char *end)
{
    for (const char *s = tag; s < end; s++)
        if ((unsigned char)*s >= 0xC0)
            seen[g_utf8_get_char(s)] = 1;
}

/* What stands for itself in texts as an escape only. */
static const char escaped[] = "<>&\"";

static void
mark_page(uint8_t *seen, const char *html)
{
    while (*html) {
        const char *tag = html + strcspn(html, "<"), *end = tag + strcspn(tag, ">");
        mark(seen, html, tag);
        if (memchr(html, '&', (size_t)(tag - html)))
            mark(seen, escaped, escaped + strlen(escaped));
        mark_tag(seen, tag, end);
        html = *end ? end + 1 : end;
    }
}

/* What a sheet puts into a page stands between quotes. */
static void
mark_sheet(uint8_t *seen, const char *css)
{
    for (const char *end; *css; css = end) {
        end = css_part_end(css);
        if (*css == '"' || *css == '\'')
            mark(seen, css + 1, end);
    }
}

static void
collect(Maker *maker, const StyleSheet *sheets, size_t n)
{
    Site *site = maker->site;
    uint8_t *seen = g_malloc0(ALL_CHARACTERS);
    mark_usual(seen, site->volume);
    for (size_t i = 0; i < site->n_pages; i++) {
        mark_page(seen, site->pages[i].start);
        mark_page(seen, site->pages[i].rest);
        maker->code = maker->code || strstr(site->pages[i].rest, "<code");
    }
    for (int kind = 0; kind < 2; kind++)
        for (View view = DG_LEFT; view <= BOTH; view++)
            if (site->parts[kind][view].html)
                mark_page(seen, site->parts[kind][view].html);
    for (size_t i = 0; i < n; i++) {
        const char *css = (const char *)sheets[i].bytes.data;
        if (!css || !g_utf8_validate(css, -1, NULL))
            continue;
        mark_sheet(seen, css);
        maker->fractions = maker->fractions || strstr(css, "frac");
    }
    mark_capitals(seen);
    for (uint32_t c = ' '; c < ALL_CHARACTERS; c++)
        if (c == ' ' || (seen[c] && (c == 0xA0 || g_unichar_isgraph(c))))
            DG_APPEND(site->arena, maker->characters, maker->n, c);
    g_free(seen);
}

/* ---- which faces ---- */

/* `"PT Serif" 400 italic` up to the comma; false at the end or where it is not understood. */
static bool
read_face(DgArena *arena, const char **text, Wanted *wanted)
{
    const char *s = *text + strspn(*text, " \t\r\n,");
    const char *end = *s == '"' ? strchr(s + 1, '"') : NULL;
    if (!end)
        return false;
    *wanted = (Wanted){.family = dg_arena_strndup(arena, s + 1, (size_t)(end - s - 1))};
    char *rest = NULL;
    wanted->weight = (int)strtol(end + 1, &rest, 10);
    rest += strspn(rest, " \t\r\n");
    wanted->italic = g_str_has_prefix(rest, "italic");
    *text = rest + (wanted->italic ? strlen("italic") : 0);
    return wanted->weight >= 1 && wanted->weight <= 1000;
}

static DgPos
place_of(const StyleSheet *sheet, const char *at)
{
    DgPos pos = {sheet->shown, 1, 1};
    for (const char *s = (const char *)sheet->bytes.data; s < at; s++) {
        pos.column = *s == '\n' ? 1 : pos.column + ((*s & 0xC0) != 0x80);
        pos.line += *s == '\n';
    }
    return pos;
}

static size_t
read_faces(DgArena *arena, const StyleSheet *sheets, size_t n, Wanted *wanted)
{
    static const char property[] = "--dg-faces:";
    size_t n_wanted = 0;
    for (size_t i = 0; i < n; i++) {
        const char *s = sheets[i].bytes.data ? (const char *)sheets[i].bytes.data : "";
        while ((s = strstr(s, property))) {
            DgPos pos = place_of(&sheets[i], s);
            s += strlen(property);
            while (n_wanted < MOST_FACES && read_face(arena, &s, &wanted[n_wanted]))
                wanted[n_wanted++].pos = pos;
        }
    }
    return n_wanted;
}

/* Those that the print edition does not use are not in the set yet. */
static bool
add_families(Site *site, const Wanted *wanted, size_t n)
{
    const char *families[MOST_FACES + 1] = {0};
    DgPos places[MOST_FACES];
    for (size_t i = 0; i < n; i++) {
        families[i] = wanted[i].family;
        places[i] = wanted[i].pos;
    }
    return dg_fonts_add(site->fonts, site->diags, families, places);
}

/* ---- writing ---- */

static void
put_range(Maker *maker, const uint32_t *characters, size_t n)
{
    g_string_append(maker->css, "  unicode-range: ");
    for (size_t i = 0; i < n;) {
        size_t end = i + 1;
        while (end < n && characters[end] == characters[end - 1] + 1)
            end++;
        g_string_append_printf(maker->css, "%sU+%X", i ? ", " : "", characters[i]);
        if (end > i + 1)
            g_string_append_printf(maker->css, "-%X", characters[end - 1]);
        i = end;
    }
    g_string_append(maker->css, ";\n");
}

/* One file and its rule. `ranged`: it stands in for another face. */
static bool
put_face(Maker *maker, const Wanted *wanted, const DgFace *face, const uint32_t *characters,
         size_t n, bool ranged)
{
    Site *site = maker->site;
    DgBytes font = dg_face_woff2(site->arena, site->diags, face, characters, n, maker->fractions);
    if (!font.data) {
        dg_diag(site->diags, DG_WEB_FONT, DG_NOWHERE, face->postscript_name, NULL);
        return true;
    }
    g_autofree char *stem = g_ascii_strdown(safe_name(site->arena, face->postscript_name), -1);
    const char *address = asset_write(site, stem, "woff2", font);
    if (!address)
        return false;
    g_string_append_printf(maker->css,
                           "@font-face {\n  font-family: \"%s\";\n  font-style: %s;\n"
                           "  font-weight: %d;\n  font-display: swap;\n"
                           "  src: url(\"%s\") format(\"woff2\");\n",
                           wanted->family, wanted->italic ? "italic" : "normal", wanted->weight,
                           strrchr(address, '/') + 1);
    if (ranged)
        put_range(maker, characters, n);
    g_string_append(maker->css, "}\n");
    return true;
}

/* Those of `lacking` that one and the same other face has are taken out, and that face is returned. */
static const DgFace *
take_substitute(Maker *maker, const DgFace *face, uint32_t *lacking, size_t *n, uint32_t *taken,
                size_t *n_taken)
{
    const DgFace *substitute = NULL;
    size_t kept = 0;
    *n_taken = 0;
    for (size_t i = 0; i < *n; i++) {
        const DgFace *other = dg_fonts_fallback(maker->site->fonts, face, lacking[i]);
        if (other && !substitute)
            substitute = other;
        if (other && other == substitute)
            taken[(*n_taken)++] = lacking[i];
        else if (other)
            lacking[kept++] = lacking[i];
    }
    *n = kept;
    return substitute;
}

static bool
put_family_face(Maker *maker, const Wanted *wanted, const DgFace *face)
{
    DgArena *arena = maker->site->arena;
    uint32_t *covered = DG_NEW_ARRAY(arena, uint32_t, maker->n),
             *lacking = DG_NEW_ARRAY(arena, uint32_t, maker->n);
    size_t n_covered = 0, n_lacking = 0, n_taken = 0;
    for (size_t i = 0; i < maker->n; i++)
        if (dg_face_covers(face, maker->characters[i]))
            covered[n_covered++] = maker->characters[i];
        else
            lacking[n_lacking++] = maker->characters[i];
    if (n_covered && !put_face(maker, wanted, face, covered, n_covered, false))
        return false;
    while (n_lacking) {
        const DgFace *other = take_substitute(maker, face, lacking, &n_lacking, covered, &n_taken);
        if (other && !put_face(maker, wanted, other, covered, n_taken, true))
            return false;
    }
    return true;
}

static bool
put_faces(Maker *maker, const Wanted *wanted, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const DgFace *face = dg_fonts_face(maker->site->fonts, maker->site->diags, wanted[i].family,
                                           wanted[i].weight, wanted[i].italic);
        if (face && (maker->code || !face->monospaced) && !put_family_face(maker, &wanted[i], face))
            return false;
    }
    return true;
}

bool
faces_write(Site *site, const StyleSheet *sheets, size_t n, const char **address)
{
    Wanted wanted[MOST_FACES];
    size_t n_wanted = site->fonts ? read_faces(site->arena, sheets, n, wanted) : 0;
    if (!n_wanted)
        return true;
    if (!add_families(site, wanted, n_wanted))
        return false;
    Maker maker = {.site = site, .css = g_string_new(NULL)};
    collect(&maker, sheets, n);
    bool written = put_faces(&maker, wanted, n_wanted);
    if (written && maker.css->len) {
        const char *packed = css_packed(site->arena, maker.css->str);
        *address =
            asset_write(site, "fonts", "css", (DgBytes){(const uint8_t *)packed, strlen(packed)});
        written = *address != NULL;
    }
    g_string_free(maker.css, TRUE);
    return written;
}

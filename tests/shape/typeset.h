/* typeset.h - what the tests of shape and line share: a style of a few lines, the square font, a shaper. */
#ifndef DIGLOT_TESTS_TYPESET_H
#define DIGLOT_TESTS_TYPESET_H

#include "diglot/shape.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    DgStyle *style;
    DgFonts *fonts;
    DgShaper *shaper;
    char *folder;
} Typeset;

/* The square font at 10 pt: each character is EM wide, the space too. */
#define EM DG_PT(10)
#define SQUARE                                                                                     \
    "@page { -dg-expansion: 0%; -dg-protrusion: none; -dg-hyphen-limit: 3 } "                      \
    ":root { font-family: \"Diglot Square\"; font-size: 10pt; line-height: 12pt; text-align: justify; "

static inline void
typeset_copy(const char *from, const char *folder, const char *name)
{
    g_autofree char *bytes = NULL;
    g_autofree char *to = g_build_filename(folder, name, NULL);
    gsize size = 0;
    g_assert_true(g_file_get_contents(from, &bytes, &size, NULL));
    g_assert_true(g_file_set_contents(to, bytes, (gssize)size, NULL));
}

/* A volume's folder with the style sheet and the square font in it. */
static inline char *
typeset_folder(const char *css)
{
    char *folder = g_dir_make_tmp("diglot-typeset-XXXXXX", NULL);
    g_autofree char *fonts = g_build_filename(folder, "fonts", NULL);
    g_autofree char *sheet = g_build_filename(folder, "print.css", NULL);
    g_autofree char *square = g_test_build_filename(G_TEST_BUILT, "fonts", "square.ttf", NULL);
    g_assert_cmpint(g_mkdir(fonts, 0700), ==, 0);
    g_assert_true(g_file_set_contents(sheet, css, -1, NULL));
    typeset_copy(square, fonts, "square.ttf");
    return folder;
}

static inline Typeset
typeset_new(const char *css)
{
    Typeset t = {.arena = dg_arena_new(), .folder = typeset_folder(css)};
    t.diags = dg_diags_new(t.arena);
    t.style = dg_style_read(t.arena, t.diags, t.folder, t.folder, DG_NOWHERE, t.folder);
    t.fonts = dg_fonts_new(t.diags, t.folder, NULL, dg_style_families(t.style), NULL);
    t.shaper = dg_shaper_new(t.arena, t.diags, t.fonts, t.style, "000");
    g_assert_cmpuint(dg_diags_count_severity(t.diags, DG_FATAL), ==, 0);
    return t;
}

static inline void
typeset_remove(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_remove(path);
}

static inline void
typeset_free(Typeset *t)
{
    dg_shaper_free(t->shaper);
    dg_fonts_free(t->fonts);
    dg_arena_free(t->arena);
    typeset_remove(t->folder, "fonts/square.ttf");
    typeset_remove(t->folder, "fonts");
    typeset_remove(t->folder, "print.css");
    g_rmdir(t->folder);
    g_free(t->folder);
}

static inline DgNode *
typeset_block(Typeset *t, const char *text)
{
    return dg_block_new(t->arena, DG_PARAGRAPH, DG_ROLE_P, text, (DgPos){"a.xml", 3, 5});
}

static inline DgPar *
typeset_par(Typeset *t, const DgNode *block, const char *language)
{
    return dg_par_make(t->shaper, block, dg_style_block(t->style, dg_node_role(block), language),
                       language, NULL, NULL);
}

static inline DgNode *
typeset_inline(Typeset *t, DgNode *parent, DgKind kind, const char *text)
{
    DgNode *node = dg_node_new(t->arena, kind, (DgPos){"a.xml", 4, 1});
    if (text)
        dg_node_append(node, dg_text_new(t->arena, text, (DgPos){"a.xml", 4, 9}));
    dg_node_append(parent, node);
    return node;
}

static inline DgNode *
typeset_styled(Typeset *t, DgNode *parent, DgStyling styling, const char *text)
{
    DgNode *node = typeset_inline(t, parent, DG_STYLED, text);
    node->as.styled.styling = styling;
    return node;
}

/* The runs from one break to another, as they stand. */
static inline size_t
typeset_runs(Typeset *t, const DgPar *par, size_t first, size_t last, DgPlacedRun **runs)
{
    return dg_par_runs(t->arena, par, first, last, 0, 0, 0, 0, NULL, NULL, runs);
}

/* The texts of the runs of the whole as one line; generated ones in braces when `braces`. */
static inline char *
typeset_text(Typeset *t, const DgPar *par, bool braces)
{
    DgPlacedRun *runs = NULL;
    size_t n = typeset_runs(t, par, 0, par->n_breaks - 1, &runs);
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++) {
        const DgRun *run = runs[i].run;
        g_string_append_printf(text, braces && run->generated ? "{%.*s}" : "%.*s", (int)run->length,
                               run->text);
    }
    return g_string_free(text, FALSE);
}

#endif

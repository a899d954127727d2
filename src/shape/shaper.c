/* shaper.c - the service, and a paragraph from a block. */
#include "shape-internal.h"

#include <string.h>

/* Text that may gather in the scratch arena before it is replaced. */
enum { SCRATCH_BYTES = 64 * 1024 };

DgShaper *
dg_shaper_new(DgArena *arena, DgDiags *diags, DgFonts *fonts, const DgStyle *style,
              const char *folio_sample)
{
    DgShaper *shaper = DG_NEW(arena, DgShaper);
    shaper->arena = arena;
    shaper->diags = diags;
    shaper->fonts = fonts;
    shaper->style = style;
    shaper->folio_sample = dg_arena_strdup(arena, folio_sample ? folio_sample : "000");
    shaper->hyphens = dg_hyphens_new();
    shaper->segmenter = dg_segmenter_new();
    shaper->buffer = hb_buffer_create();
    shaper->scratch = dg_arena_new();
    shaper->missing = g_hash_table_new(g_direct_hash, g_direct_equal);
    shaper->no_features = g_hash_table_new(g_str_hash, g_str_equal);
    shaper->undivided = g_hash_table_new(g_str_hash, g_str_equal);
    return shaper;
}

void
dg_shaper_free(DgShaper *shaper)
{
    if (!shaper)
        return;
    dg_hyphens_free(shaper->hyphens);
    dg_segmenter_free(shaper->segmenter);
    hb_buffer_destroy(shaper->buffer);
    dg_arena_free(shaper->scratch);
    g_free(shaper->words.slots);
    g_free(shaper->work.tokens);
    g_free(shaper->work.breaks);
    g_free(shaper->work.extra);
    g_free(shaper->work.pieces);
    g_hash_table_destroy(shaper->missing);
    g_hash_table_destroy(shaper->no_features);
    g_hash_table_destroy(shaper->undivided);
}

void
dg_report_missing(DgShaper *shaper, const DgNode *node, uint32_t character)
{
    if (!g_hash_table_add(shaper->missing, GUINT_TO_POINTER(character)))
        return;
    char text[8] = "";
    text[g_unichar_to_utf8(character, text)] = '\0';
    dg_diag(shaper->diags, DG_FONT_GLYPH, node ? node->pos : DG_NOWHERE, text,
            dg_arena_printf(shaper->scratch, "U+%04X", character), NULL);
}

static bool
divides_words(hb_script_t script)
{
    return script == HB_SCRIPT_LATIN || script == HB_SCRIPT_CYRILLIC || script == HB_SCRIPT_GREEK ||
           script == HB_SCRIPT_ARMENIAN || script == HB_SCRIPT_GEORGIAN;
}

/* Once a language, at the first block of the sources in it. */
static void
report_undivided(DgShaper *shaper, const DgPar *par)
{
    const char *language = par->language;
    if (!par->style->hyphens || !par->block->pos.file || strcmp(language, "und") == 0 ||
        !divides_words(dg_language_script(language)) || dg_hyphens_has(shaper->hyphens, language) ||
        !g_hash_table_add(shaper->undivided, (gpointer)language))
        return;
    dg_diag(shaper->diags, DG_HYPHEN_MISSING, par->block->pos, language,
            dg_arena_strndup(shaper->scratch, language, strcspn(language, "-_")), NULL);
}

static void
renew_scratch(DgShaper *shaper, size_t bytes)
{
    shaper->scratch_bytes += bytes;
    if (shaper->scratch_bytes < SCRATCH_BYTES)
        return;
    dg_arena_free(shaper->scratch);
    shaper->scratch = dg_arena_new();
    shaper->scratch_bytes = 0;
}

/* Letters and digits that touch a picture are one word with it. */
static void
hold_picture(const DgCollected *collected, const DgSpan *span, uint8_t *kinds)
{
    const char *start = collected->text + span->start, *end = collected->text + span->end;
    if (span->start > 0 && g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(start))))
        kinds[span->start] = DG_BREAK_NONE;
    if (span->end < collected->length && g_unichar_isalnum(g_utf8_get_char(end)))
        kinds[span->end] = DG_BREAK_NONE;
}

/* Where lines may end, after ICU and after the characters that the text itself used to say so. */
static uint8_t *
line_break_kinds(DgShaper *shaper, const DgCollected *collected, const char *language)
{
    uint8_t *kinds = dg_line_breaks(shaper->scratch, shaper->segmenter, collected->text,
                                    collected->length, language);
    for (size_t i = 0; i < collected->n_spans; i++)
        if (collected->spans[i].kind == DG_SPAN_PICTURE)
            hold_picture(collected, &collected->spans[i], kinds);
    for (size_t i = 0; i < collected->n_allowed; i++)
        kinds[collected->allowed[i]] = DG_BREAK_ALLOWED;
    for (size_t i = 0; i < collected->n_forbidden; i++)
        kinds[collected->forbidden[i]] = DG_BREAK_NONE;
    for (size_t i = 0; i < collected->n_spans; i++) {
        const DgSpan *span = &collected->spans[i];
        if (span->kind == DG_SPAN_LEADER)
            kinds[span->start] = kinds[span->end] = DG_BREAK_NONE;
        if (span->kind == DG_SPAN_MARK || span->kind == DG_SPAN_PAGE_NUMBER)
            kinds[span->start] = DG_BREAK_NONE;
        if (span->lead)
            kinds[span->end] = DG_BREAK_NONE;
    }
    return kinds;
}

static bool
is_display(const DgNode *block, const DgBlockStyle *style)
{
    bool title = block->kind == DG_HEADING || style->keep_with_next;
    return style->align == DG_ALIGN_CENTER || (title && style->align != DG_ALIGN_JUSTIFY);
}

/* What the block's style does not say for itself, the page's does. */
static void
take_limits(DgPar *par, const DgPageStyle *page)
{
    const DgBlockStyle *style = par->style;
    par->hyphen_limit = page ? page->hyphen_limit : 0;
    par->expansion = style->expansion >= 0 ? style->expansion : page ? page->expansion : 0;
    par->protrusion = style->protrusion == DG_PROTRUSION_AUTO;
    if (style->protrusion == DG_PROTRUSION_OF_PAGE)
        par->protrusion = page && page->protrusion && par->block->kind != DG_CODE;
}

static DgPar *
make(DgShaper *shaper, const DgNode *block, const DgBlockStyle *style, const char *language,
     const DgLead *lead)
{
    const DgPageStyle *page = shaper->style ? dg_style_page(shaper->style) : NULL;
    DgPar *par = DG_NEW(shaper->arena, DgPar);
    par->style = style;
    par->block = block;
    par->language = dg_arena_strdup(shaper->arena, language ? language : "und");
    par->shaper = shaper;
    par->display = is_display(block, style);
    take_limits(par, page);
    shaper->block = block;
    report_undivided(shaper, par);
    DgCollected *collected = dg_collect(shaper, block, style, par->language, lead);
    par->characters = collected->characters;
    dg_tokenize(shaper, par, collected, line_break_kinds(shaper, collected, par->language));
    renew_scratch(shaper, collected->length);
    return par;
}

DgPar *
dg_par_make(DgShaper *shaper, const DgNode *block, const DgBlockStyle *style, const char *language,
            const char *lead, const DgNode *lead_node)
{
    DgLead label = {.label = lead, .node = lead_node};
    return make(shaper, block, style, language, &label);
}

DgPar *
dg_par_make_behind(DgShaper *shaper, const DgNode *block, const DgBlockStyle *style,
                   const char *language, const DgNode *run_in, const DgBlockStyle *run_in_style)
{
    DgLead lead = {.run_in = run_in, .style = run_in_style};
    return make(shaper, block, style, language, &lead);
}

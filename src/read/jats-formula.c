/* jats-formula.c - formulas: in MathML, in TeX, as pictures; in the line or by themselves. */
#include "jats-formula-internal.h"

#include <string.h>

static bool
is_alone(const DgXml *element)
{
    return !element->parent ||
           !jats_named(element->parent, "inline-formula disp-formula alternatives");
}

void
jats_math(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    bool alone = is_alone(element);
    Wrap wrap;
    if (alone)
        flow_open(flow, &wrap, DG_INLINE_FORMULA, element);
    jats_math_row(flow, element);
    if (alone)
        flow_close(flow);
}

/* ---- TeX ---- */

char *
jats_tex_source(Jats *jats, const DgXml *element)
{
    g_autoptr(GString) whole = g_string_new(NULL); /* with its line ends, which end comments */
    for (const DgXml *child = element->first; child; child = child->next)
        g_string_append(whole, child->text ? child->text : "");
    char *text = whole->str;
    char *start = strstr(text, "\\begin{document}");
    char *end = start ? strstr(start, "\\end{document}") : NULL;
    if (end)
        *end = '\0';
    return dg_arena_strdup(jats->arena,
                           g_strstrip(start ? start + strlen("\\begin{document}") : text));
}

bool
jats_tex_is_clear(Jats *jats, const DgXml *element)
{
    const char *unknown = NULL;
    tex_read(jats->arena, jats_tex_source(jats, element), element->pos, &unknown);
    return !unknown;
}

/* The words for those who cannot see the formula that is open, unless its author gave some. */
static void
describe(Flow *flow, const char *words)
{
    for (Wrap *wrap = flow->wrap; wrap; wrap = wrap->outer)
        if (wrap->prototype.kind == DG_INLINE_FORMULA) {
            wrap->prototype.alt = wrap->prototype.alt ? wrap->prototype.alt : words;
            return;
        }
    if (flow->block && flow->block->kind == DG_FORMULA && !flow->block->alt)
        flow->block->alt = words;
}

void
jats_tex(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    Jats *jats = flow->jats;
    const char *source = jats_tex_source(jats, element), *unknown = NULL;
    const DgXml *formula = tex_read(jats->arena, source, element->pos, &unknown);
    bool alone = is_alone(element);
    Wrap wrap;
    if (alone)
        flow_open(flow, &wrap, DG_INLINE_FORMULA, element);
    if (unknown) {
        dg_diag(jats->diags, DG_JATS_TEX, element->pos, unknown, NULL);
        describe(flow, source);
    }
    jats_math_row(flow, formula);
    if (alone)
        flow_close(flow);
}

/* ---- formulas ---- */

static const char *
given_words(Jats *jats, const DgXml *formula)
{
    const DgXml *alt = dg_xml_child(formula, "alt-text");
    char *words = alt ? dg_xml_text(jats->arena, alt) : NULL;
    return words && *words ? words : NULL;
}

void
jats_inline_formula(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    Wrap wrap;
    flow_open(flow, &wrap, DG_INLINE_FORMULA, element);
    wrap.prototype.alt = given_words(flow->jats, element);
    jats_children_but(flow, element, "alt-text long-desc");
    flow_close(flow);
}

static bool
is_picture(Jats *jats, const DgXml *part)
{
    if (strcmp(part->name, "alternatives") == 0)
        part = jats_best_form(jats, part);
    return part && jats_named(part, "graphic inline-graphic");
}

static bool
is_only_picture(Jats *jats, const DgXml *element)
{
    bool picture = false;
    for (const DgXml *child = element->first; child; child = child->next) {
        bool shown = child->text ? child->text[strspn(child->text, " \t\r\n")] != '\0'
                                 : !jats_named(child, "label alt-text long-desc");
        if (shown && (child->text || !is_picture(jats, child)))
            return false;
        picture = picture || shown;
    }
    return picture;
}

/* A formula that is only a picture is a figure; its number is its label. */
void
jats_display_formula(Flow *flow, const DgXml *element, int value)
{
    Jats *jats = flow->jats;
    if (is_only_picture(jats, element)) {
        jats_figure(flow, element, value);
        return;
    }
    flow_end(flow);
    DgNode *formula = dg_node_new(jats->arena, DG_FORMULA, element->pos);
    formula->alt = given_words(jats, element);
    Flow inner = flow_inline(jats, formula);
    jats_children_but(&inner, element, "label alt-text long-desc");
    flow_end(&inner);
    jats_identify(jats, formula, element);
    formula->label = jats_label(jats, element);
    if (!formula->first && formula->label)
        dg_node_append(formula, dg_text_new(jats->arena, formula->label, element->pos));
    if (formula->first)
        dg_node_append(flow->container, formula);
}

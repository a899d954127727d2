/* jats-formula.c - formulas as running text: MathML with its scripts, fractions in one line, TeX as it is. */
#include "jats-internal.h"

#include <string.h>

static void math_row(Flow *flow, const DgXml *element);
static void math(Flow *flow, const DgXml *element);

static const DgXml *
child_at(const DgXml *element, int index)
{
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->name && index-- == 0)
            return child;
    return NULL;
}

static void
math_child(Flow *flow, const DgXml *element, int index)
{
    const DgXml *child = child_at(element, index);
    if (child)
        math(flow, child);
}

static void
script(Flow *flow, const DgXml *element, int index, DgStyling styling)
{
    const DgXml *child = child_at(element, index);
    if (!child || dg_xml_is(child, "mml:none") || dg_xml_is(child, "mml:mprescripts"))
        return;
    Wrap wrap;
    flow_open(flow, &wrap, DG_STYLED, child);
    wrap.prototype.as.styled.styling = styling;
    math(flow, child);
    flow_close(flow);
}

/* Whether a part must be bracketed when it stands in a line. */
static bool
is_simple(const DgXml *element)
{
    while (element && jats_named(element, "mml:mrow mml:mstyle mml:mpadded") &&
           child_at(element, 0) && !child_at(element, 1))
        element = child_at(element, 0);
    return !element ||
           jats_named(element, "mml:mi mml:mn mml:mtext mml:msub mml:msup mml:mfenced mml:msqrt");
}

static void
bracketed(Flow *flow, const DgXml *element)
{
    if (!element)
        return;
    bool simple = is_simple(element);
    if (!simple)
        flow_text(flow, "(", element->pos);
    math(flow, element);
    if (!simple)
        flow_text(flow, ")", element->pos);
}

static bool
is_spaced_operator(const char *text)
{
    static const char *const spaced =
        " = + - − ± × ÷ < > ≤ ≥ ≠ ≈ ≡ ∼ ≃ ∝ → ← ↔ ⇒ ⇔ ∈ ∉ ⊂ ⊆ ∪ ∩ ∧ ∨ | ∣ ≪ ≫ ";
    g_autofree char *wanted = g_strconcat(" ", text, " ", NULL);
    return strstr(spaced, wanted) != NULL;
}

/* A sign at the start of a row or behind another operator belongs to what follows. */
static bool
is_prefix(const DgXml *operator)
{
    const DgXml *before = operator->previous;
    while (before && !before->name)
        before = before->previous;
    return !before || dg_xml_is(before, "mml:mo");
}

static void
math_operator(Flow *flow, const DgXml *element)
{
    char *text = dg_xml_text(flow->jats->arena, element);
    if (strcmp(text, "\xE2\x81\xA2") == 0 || strcmp(text, "\xE2\x81\xA1") == 0 ||
        strcmp(text, "\xE2\x81\xA3") == 0)
        return; /* invisible times, function application, separator */
    bool comma = strcmp(text, ",") == 0 || strcmp(text, ";") == 0;
    bool spaced = is_spaced_operator(text) && !is_prefix(element);
    if (spaced)
        flow_space(flow);
    flow_text(flow, text, element->pos);
    if (spaced || comma)
        flow_space(flow);
}

/* Single letters are variables and stand in italics. */
static void
math_identifier(Flow *flow, const DgXml *element)
{
    char *text = dg_xml_text(flow->jats->arena, element);
    const char *variant = dg_xml_attribute(element, "mathvariant");
    bool italic = g_utf8_strlen(text, -1) == 1 && g_unichar_isalpha(g_utf8_get_char(text)) &&
                  (!variant || strstr(variant, "italic"));
    bool name = g_utf8_strlen(text, -1) > 1;
    if (!italic) {
        flow_text(flow, text, element->pos);
        if (name && element->next)
            flow_space(flow);
        return;
    }
    Wrap wrap;
    flow_open(flow, &wrap, DG_STYLED, element);
    wrap.prototype.as.styled.styling = DG_ITALIC;
    flow_text(flow, text, element->pos);
    flow_close(flow);
}

static void
math_table(Flow *flow, const DgXml *element)
{
    bool first_row = true;
    for (const DgXml *row = element->first; row; row = row->next) {
        if (!row->name)
            continue;
        if (!first_row)
            flow_text(flow, "; ", row->pos);
        first_row = false;
        for (const DgXml *cell = row->first; cell; cell = cell->next)
            if (cell->name) {
                flow_space(flow);
                math(flow, cell);
            }
    }
}

static void
math_fenced(Flow *flow, const DgXml *element)
{
    const char *open = dg_xml_attribute(element, "open"),
               *close = dg_xml_attribute(element, "close");
    const char *separators = dg_xml_attribute(element, "separators");
    flow_text(flow, open ? open : "(", element->pos);
    for (int i = 0; child_at(element, i); i++) {
        if (i > 0 && (!separators || *separators))
            flow_text(flow, ", ", element->pos);
        math_child(flow, element, i);
    }
    flow_text(flow, close ? close : ")", element->pos);
}

static void
math_root(Flow *flow, const DgXml *element)
{
    flow_text(flow, "√", element->pos);
    bool many = child_at(element, 1) != NULL || !is_simple(child_at(element, 0));
    if (dg_xml_is(element, "mml:mroot")) {
        bracketed(flow, child_at(element, 0));
        script(flow, element, 1, DG_SUPERSCRIPT);
        return;
    }
    if (many)
        flow_text(flow, "(", element->pos);
    math_row(flow, element);
    if (many)
        flow_text(flow, ")", element->pos);
}

static void
math_multiscripts(Flow *flow, const DgXml *element)
{
    int before = -1;
    for (int i = 1; child_at(element, i); i++)
        if (dg_xml_is(child_at(element, i), "mml:mprescripts"))
            before = i;
    for (int i = before + 1; before > 0 && child_at(element, i); i++)
        script(flow, element, i, (i - before) % 2 ? DG_SUBSCRIPT : DG_SUPERSCRIPT);
    math_child(flow, element, 0);
    for (int i = 1; child_at(element, i) && i != before; i++)
        script(flow, element, i, i % 2 ? DG_SUBSCRIPT : DG_SUPERSCRIPT);
}

static void
math_scripts(Flow *flow, const DgXml *element)
{
    math_child(flow, element, 0);
    bool upper_first = jats_named(element, "mml:msup mml:mover");
    script(flow, element, 1, upper_first ? DG_SUPERSCRIPT : DG_SUBSCRIPT);
    script(flow, element, 2, DG_SUPERSCRIPT);
}

/* An accent follows its letter on the line. */
static void
math_accent(Flow *flow, const DgXml *element)
{
    math_child(flow, element, 0);
    math_child(flow, element, 1);
}

static void
math_fraction(Flow *flow, const DgXml *element)
{
    bracketed(flow, child_at(element, 0));
    flow_text(flow, "/", element->pos);
    bracketed(flow, child_at(element, 1));
}

static void
math_row(Flow *flow, const DgXml *element)
{
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->name)
            math(flow, child);
}

/* Of a formula and its annotations in other languages, the formula. */
static void
math_semantics(Flow *flow, const DgXml *element)
{
    math_child(flow, element, 0);
}

static void
math_token(Flow *flow, const DgXml *element)
{
    flow_text(flow, dg_xml_text(flow->jats->arena, element), element->pos);
}

static void
math_words(Flow *flow, const DgXml *element)
{
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->text)
            flow_text(flow, child->text, child->pos);
}

static void
math(Flow *flow, const DgXml *element)
{
    static const struct {
        const char *names;
        void (*read)(Flow *flow, const DgXml *element);
    } readers[] = {
        {"mml:mo", math_operator},
        {"mml:mi", math_identifier},
        {"mml:mn mml:ms", math_token},
        {"mml:mtext", math_words},
        {"mml:mfrac", math_fraction},
        {"mml:msub mml:msup mml:msubsup mml:munder mml:munderover", math_scripts},
        {"mml:mtable", math_table},
        {"mml:mfenced", math_fenced},
        {"mml:msqrt mml:mroot", math_root},
        {"mml:mmultiscripts", math_multiscripts},
        {"mml:semantics", math_semantics},
    };
    const char *accent = dg_xml_attribute(element, "accent");
    if (dg_xml_is(element, "mml:mover")) {
        (accent && strcmp(accent, "true") == 0 ? math_accent : math_scripts)(flow, element);
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(readers); i++)
        if (jats_named(element, readers[i].names)) {
            readers[i].read(flow, element);
            return;
        }
    math_row(flow, element);
}

void
jats_math(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    bool alone = !element->parent ||
                 !jats_named(element->parent, "inline-formula disp-formula alternatives");
    Wrap wrap;
    if (alone)
        flow_open(flow, &wrap, DG_INLINE_FORMULA, element);
    math_row(flow, element);
    if (alone)
        flow_close(flow);
}

/* Of a whole document of LaTeX, what stands in it. */
void
jats_tex(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    g_autofree char *text = g_strdup(dg_xml_text(flow->jats->arena, element));
    char *start = strstr(text, "\\begin{document}");
    char *end = start ? strstr(start, "\\end{document}") : NULL;
    if (end)
        *end = '\0';
    flow_text(flow, g_strstrip(start ? start + strlen("\\begin{document}") : text), element->pos);
}

void
jats_inline_formula(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    Wrap wrap;
    flow_open(flow, &wrap, DG_INLINE_FORMULA, element);
    jats_children(flow, element);
    flow_close(flow);
}

static bool
is_only_graphic(const DgXml *element)
{
    for (const DgXml *child = element->first; child; child = child->next) {
        if (child->text ? child->text[strspn(child->text, " \t\r\n")] != '\0'
                        : !jats_named(child, "graphic label alt-text"))
            return false;
    }
    return dg_xml_child(element, "graphic") != NULL;
}

/* A formula that is only a picture is a figure; its number is its label. */
void
jats_display_formula(Flow *flow, const DgXml *element, int value)
{
    Jats *jats = flow->jats;
    if (is_only_graphic(element)) {
        jats_figure(flow, element, value);
        return;
    }
    flow_end(flow);
    DgNode *formula = dg_node_new(jats->arena, DG_FORMULA, element->pos);
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

/* jats-mathml.c - MathML as running text: scripts, accents, fractions in one line. */
#include "jats-formula-internal.h"

#include <string.h>

/* Elements whose first child has scripts. */
#define SCRIPTED "mml:msub mml:msup mml:msubsup mml:munder mml:mover mml:munderover"

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
    return !element || (dg_xml_is(element, "mml:mrow") && !child_at(element, 0)) ||
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

static const DgXml *
element_before(const DgXml *element)
{
    do
        element = element->previous;
    while (element && !element->name);
    return element;
}

/* A sign at the start of a row or behind another operator belongs to what follows. */
static bool
is_prefix(Jats *jats, const DgXml *operator)
{
    const DgXml *before = element_before(operator);
    return !before ||
           (dg_xml_is(before, "mml:mo") && !strchr(")]}!", *dg_xml_text(jats->arena, before)));
}

/* In scripts signs stand close (The TeXbook, chapter 18). */
static bool
is_in_script(const DgXml *element)
{
    for (; element->parent; element = element->parent)
        if (jats_named(element->parent, SCRIPTED " mml:mmultiscripts") && element_before(element))
            return true;
    return false;
}

static void
math_operator(Flow *flow, const DgXml *element)
{
    char *text = dg_xml_text(flow->jats->arena, element);
    if (strcmp(text, "\xE2\x81\xA2") == 0 || strcmp(text, "\xE2\x81\xA1") == 0 ||
        strcmp(text, "\xE2\x81\xA3") == 0)
        return; /* invisible times, function application, separator */
    bool comma = strcmp(text, ",") == 0 || strcmp(text, ";") == 0;
    bool close = is_in_script(element);
    bool spaced = !close && is_spaced_operator(text) && !is_prefix(flow->jats, element);
    if (spaced)
        flow_space(flow);
    flow_text(flow, text, element->pos);
    if (spaced || (comma && !close))
        flow_space(flow);
}

/* A letter, perhaps with marks above it. */
static bool
is_letter(const char *text)
{
    if (!g_unichar_isalpha(g_utf8_get_char(text)))
        return false;
    do
        text = g_utf8_next_char(text);
    while (g_unichar_ismark(g_utf8_get_char(text)));
    return *text == '\0';
}

static void
styled_text(Flow *flow, const DgXml *element, DgStyling styling, const char *text)
{
    Wrap wrap;
    flow_open(flow, &wrap, DG_STYLED, element);
    wrap.prototype.as.styled.styling = styling;
    flow_text(flow, text, element->pos);
    flow_close(flow);
}

/* "sin x", "lim x" with scripts at "lim", but "sin(x)". */
static void
space_behind_name(Flow *flow, const DgXml *element)
{
    const DgXml *next = element->next;
    while (next && !next->name)
        next = next->next;
    if (next && strcmp(dg_xml_text(flow->jats->arena, next), "(") != 0)
        flow_space(flow);
}

static bool
is_name(Jats *jats, const DgXml *element)
{
    return dg_xml_is(element, "mml:mi") &&
           g_utf8_strlen(dg_xml_text(jats->arena, element), -1) > 1 &&
           !is_letter(dg_xml_text(jats->arena, element));
}

/* Letters, with an accent or without, as their variant wants: variables stand in italics. */
static void
math_letter(Flow *flow, const DgXml *element, const char *text)
{
    const char *variant = dg_xml_attribute(element, "mathvariant");
    if (is_letter(text) && (!variant || strstr(variant, "italic")))
        styled_text(flow, element, DG_ITALIC, text);
    else if (variant && strstr(variant, "bold"))
        styled_text(flow, element, DG_BOLD, text);
    else
        flow_text(flow, text, element->pos);
}

static void
math_identifier(Flow *flow, const DgXml *element)
{
    math_letter(flow, element, dg_xml_text(flow->jats->arena, element));
    bool has_script =
        element->parent && element_before(element) == NULL && jats_named(element->parent, SCRIPTED);
    if (is_name(flow->jats, element) && !has_script)
        space_behind_name(flow, element);
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
                if (element_before(cell))
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
    jats_math_row(flow, element);
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
    const DgXml *base = child_at(element, 0);
    if (base && is_name(flow->jats, base))
        space_behind_name(flow, element);
}

/* Accents by themselves and above a letter. */
typedef struct {
    const char *spacing, *combining;
} Accent;

#define BAR "\u0304"

static const Accent *
accent_of(const char *sign)
{
    static const Accent accents[] = {
        {"ˆ", "\u0302"}, {"^", "\u0302"}, {"˜", "\u0303"}, {"~", "\u0303"},
        {"∼", "\u0303"}, {"¯", BAR},      {"‾", BAR},      {"→", "\u20D7"},
        {"˙", "\u0307"}, {".", "\u0307"}, {"¨", "\u0308"}, {"ˇ", "\u030C"},
        {"˘", "\u0306"}, {"´", "\u0301"}, {"`", "\u0300"}, {"˚", "\u030A"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(accents); i++)
        if (strcmp(sign, accents[i].spacing) == 0 || strcmp(sign, accents[i].combining) == 0)
            return &accents[i];
    return NULL;
}

static void
lined(Flow *flow, const DgXml *element, DgStyling styling, const DgXml *inner)
{
    Wrap wrap;
    flow_open(flow, &wrap, DG_STYLED, element);
    wrap.prototype.as.styled.styling = styling;
    math(flow, inner);
    flow_close(flow);
}

/* An accent joins a letter, a bar spans more; others follow what they stand above. */
static void
math_accent(Flow *flow, const DgXml *element)
{
    DgArena *arena = flow->jats->arena;
    const DgXml *base = child_at(element, 0), *accent = child_at(element, 1);
    while (base && jats_named(base, "mml:mrow mml:mstyle") && child_at(base, 0) &&
           !child_at(base, 1))
        base = child_at(base, 0);
    if (!base || !accent)
        return;
    const char *text = dg_xml_text(arena, base);
    const Accent *known = accent_of(dg_xml_text(arena, accent));
    if (known && jats_named(base, "mml:mi mml:mn mml:mtext") && g_utf8_strlen(text, -1) == 1) {
        const char *apart = dg_arena_printf(arena, "%s%s", text, known->combining);
        g_autofree char *joined = g_utf8_normalize(apart, -1, G_NORMALIZE_DEFAULT_COMPOSE);
        math_letter(flow, base, joined ? joined : apart);
    } else if (known && strcmp(known->combining, BAR) == 0) {
        lined(flow, element, DG_OVERLINE, base);
    } else {
        bracketed(flow, base);
        flow_text(flow, known ? known->spacing : dg_xml_text(arena, accent), accent->pos);
    }
}

static void
math_enclosed(Flow *flow, const DgXml *element)
{
    const char *notation = dg_xml_attribute(element, "notation");
    bool top = g_strcmp0(notation, "top") == 0, bottom = g_strcmp0(notation, "bottom") == 0;
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->name && (top || bottom))
            lined(flow, element, top ? DG_OVERLINE : DG_UNDERLINE, child);
        else if (child->name)
            math(flow, child);
}

static void
math_fraction(Flow *flow, const DgXml *element)
{
    bracketed(flow, child_at(element, 0));
    flow_text(flow, "/", element->pos);
    bracketed(flow, child_at(element, 1));
}

void
jats_math_row(Flow *flow, const DgXml *element)
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
        {"mml:menclose", math_enclosed},
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
    jats_math_row(flow, element);
}

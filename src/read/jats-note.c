/* jats-note.c - footnotes: where they are written, in groups, and what refers to them. */
#include "jats-internal.h"

#include <string.h>

/* A group whose notes are set as paragraphs where nothing refers to them. */
typedef struct {
    const DgXml *element;
    DgNode *section;
} LateGroup;

/* "1", "2)", "[3]": numbers are given anew. */
static bool
is_number(const char *label)
{
    return label[strcspn(label, "0123456789")] && label[strspn(label, "0123456789.)([] ")] == '\0';
}

static void
read_note_into(Jats *jats, DgNode *node, const DgXml *footnote, const char *skipped,
               const char *label)
{
    Flow flow = flow_into(jats, node, NULL);
    int level = jats->level;
    jats->level = 5;
    flow.label = label;
    flow.label_pos = footnote->pos;
    if (skipped)
        jats_children_but(&flow, footnote, skipped);
    else
        jats_children(&flow, footnote);
    flow_end(&flow);
    jats->level = level;
}

/* A further mark of the same note repeats it, also inside the note itself. */
static DgNode *
make_mark(Jats *jats, const DgXml *footnote, DgPos pos)
{
    DgNode *mark = dg_node_new(jats->arena, DG_NOTE_MARK, pos);
    DgNode *note = g_hash_table_lookup(jats->notes, footnote);
    mark->as.note_mark.note = note;
    mark->as.note_mark.repeated = note != NULL;
    if (note)
        return mark;
    note = dg_node_new(jats->arena, DG_NOTE, footnote->pos);
    note->as.note.mark = mark;
    mark->as.note_mark.note = note;
    g_hash_table_insert(jats->notes, (gpointer)footnote, note);
    jats_identify(jats, note, footnote);
    note->type = dg_xml_attribute(footnote, "fn-type");
    const char *label = jats_label(jats, footnote);
    note->label = label && !is_number(label) ? label : NULL;
    read_note_into(jats, note, footnote, "label", NULL);
    return mark;
}

static bool
is_in_table(const DgXml *element)
{
    for (; element; element = element->parent)
        if (dg_xml_is(element, "table-wrap-foot"))
            return true;
    return false;
}

void
jats_footnote(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    if (flow->jats->plain)
        return;
    bool grouped = element->parent &&
                   jats_named(element->parent, "fn-group table-wrap-foot author-notes notes back");
    if (!grouped) {
        flow_mark(flow, make_mark(flow->jats, element, element->pos));
        return;
    }
    if (!flow->container) {
        jats_children(flow, element);
        return;
    }
    if (g_hash_table_contains(flow->jats->notes, element))
        return;
    flow_end(flow);
    DgNode *last = flow->container->last;
    const char *bearers = jats_bearers(flow->jats, element);
    read_note_into(flow->jats, flow->container, element, bearers ? "label" : NULL, NULL);
    DgNode *first = last ? last->next : flow->container->first;
    if (!first)
        return;
    if (first->kind == DG_PARAGRAPH)
        jats_lead(flow->jats, first, bearers);
    jats_identify(flow->jats, first, element);
    g_hash_table_insert(flow->jats->notes, (gpointer)element, first);
}

static bool
is_short(const char *text)
{
    return g_utf8_strlen(text, -1) <= 4;
}

/* What refers to a footnote marks it, in place of its text where that is only a mark itself. Notes of
 * tables stay below their tables. False: this is an ordinary reference. */
bool
jats_mark(Flow *flow, const DgXml *xref, const DgXml *footnote)
{
    Jats *jats = flow->jats;
    const char *type = dg_xml_attribute(xref, "ref-type");
    if (!dg_xml_is(footnote, "fn") || is_in_table(footnote))
        return false;
    if (jats->plain)
        return type && strcmp(type, "fn") == 0;
    DgNode *paragraph = g_hash_table_lookup(jats->notes, footnote);
    if (paragraph && paragraph->kind != DG_NOTE)
        return false;
    const char *text = jats_text(jats, xref);
    if (text && !is_short(text))
        jats_children(flow, xref);
    flow_mark(flow, make_mark(jats, footnote, xref->pos));
    return true;
}

/* Set when all text has been read, since what is marked anywhere is a note and not a paragraph. */
void
jats_footnote_group(Flow *flow, const DgXml *element, int value)
{
    if (is_in_table(element)) {
        jats_pass(flow, element, value);
        return;
    }
    LateGroup *late = DG_NEW(flow->jats->arena, LateGroup);
    late->element = element;
    late->section = flow_block(flow, DG_SECTION, element);
    late->section->type = "notes";
    g_ptr_array_add(flow->jats->late, late);
}

static bool
is_marked(Jats *jats, const DgXml *element)
{
    return dg_xml_is(element, "fn") && g_hash_table_contains(jats->notes, element);
}

static void
read_late_group(Jats *jats, const LateGroup *late)
{
    Flow flow = flow_into(jats, late->section, NULL);
    jats->level++;
    const DgXml *title = dg_xml_child(late->element, "title");
    if (title)
        jats_heading(&flow, title, jats->level);
    for (const DgXml *child = late->element->first; child; child = child->next)
        if (child->text)
            flow_text(&flow, child->text, child->pos);
        else if (child != title && !is_marked(jats, child))
            jats_read(&flow, child);
    flow_end(&flow);
    jats->level--;
    if (late->section->first == late->section->last &&
        (!late->section->first || late->section->first->kind == DG_HEADING))
        dg_node_remove(late->section);
}

/* Notes inside what is kept as plain words: names, affiliations, keywords. */
static void
report_lost(Jats *jats, const DgXml *element)
{
    for (const DgXml *child = element->first; child; child = child->next)
        if (dg_xml_is(child, "fn") && !g_hash_table_contains(jats->notes, child))
            dg_diag(jats->diags, DG_NOTE_UNPLACED, child->pos, element->name, NULL);
        else if (child->name)
            report_lost(jats, child);
}

void
jats_report_lost_notes(Jats *jats)
{
    const DgXml *front = jats_meta_of(jats->root);
    for (const DgXml *child = front ? front->first : NULL; child; child = child->next)
        if (child->name && jats_named(child, "contrib-group aff kwd-group"))
            report_lost(jats, child);
}

void
jats_late_groups(Jats *jats)
{
    for (guint i = 0; i < jats->late->len; i++)
        read_late_group(jats, jats->late->pdata[i]);
}

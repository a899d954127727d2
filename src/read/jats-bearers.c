/* jats-bearers.c - notes that persons refer to, and lives of persons: each begins with whom it is about, since names on
 * a title carry no marks. */
#include "jats-internal.h"

#include <string.h>

static bool
refers_to(const DgXml *contrib, const char *id)
{
    for (const DgXml *xref = dg_xml_child(contrib, "xref"); xref;
         xref = dg_xml_sibling(xref, "xref"))
        if (g_strcmp0(dg_xml_attribute(xref, "rid"), id) == 0)
            return true;
    return false;
}

typedef struct {
    const char *id;
    GPtrArray *names, *surnames;
    size_t others; /* who do not refer to it */
} Bearers;

static void
gather(Jats *jats, const DgXml *parent, Bearers *bearers)
{
    for (const DgXml *child = parent ? parent->first : NULL; child; child = child->next) {
        if (!dg_xml_is(child, "contrib")) {
            if (dg_xml_is(child, "contrib-group"))
                gather(jats, child, bearers);
            continue;
        }
        DgName name = {0};
        const char *whole = jats_contributor(jats, child, &name);
        if (whole && refers_to(child, bearers->id)) {
            g_ptr_array_add(bearers->names, (gpointer)whole);
            g_ptr_array_add(bearers->surnames, (gpointer)(name.surname ? name.surname : whole));
        } else {
            bearers->others++;
        }
    }
}

static bool
names_any(const char *text, const GPtrArray *surnames)
{
    for (guint i = 0; i < surnames->len; i++)
        if (strstr(text, surnames->pdata[i]))
            return true;
    return false;
}

const char *
jats_bearers(Jats *jats, const DgXml *note)
{
    Bearers bearers = {.id = dg_xml_attribute(note, "id")};
    const char *text = jats_text(jats, note);
    if (!bearers.id || !text || jats->plain)
        return NULL;
    bearers.names = g_ptr_array_new();
    bearers.surnames = g_ptr_array_new();
    gather(jats, jats_meta_of(jats->root), &bearers);
    const char *said = NULL;
    if (bearers.names->len && bearers.others && !names_any(text, bearers.surnames)) {
        g_ptr_array_add(bearers.names, NULL);
        g_autofree char *list = g_strjoinv(", ", (char **)bearers.names->pdata);
        said = dg_arena_strdup(jats->arena, list);
    }
    g_ptr_array_unref(bearers.names);
    g_ptr_array_unref(bearers.surnames);
    return said;
}

void
jats_lead(Jats *jats, DgNode *block, const char *words)
{
    if (!words || !block || !block->first)
        return;
    DgNode *bold = dg_node_new(jats->arena, DG_STYLED, block->pos);
    bold->as.styled.styling = DG_BOLD;
    const char *point = g_str_has_suffix(words, ".") ? "" : ".";
    dg_node_append(
        bold,
        dg_text_new(jats->arena, dg_arena_printf(jats->arena, "%s%s", words, point), block->pos));
    dg_node_insert_before(block->first, bold);
    dg_node_insert_before(bold->next, dg_text_new(jats->arena, " ", block->pos));
}

static DgNode *
first_paragraph(DgNode *body)
{
    for (DgWalk walk = dg_walk(body); dg_walk_next(&walk);)
        if (walk.entering && walk.node->kind == DG_PARAGRAPH)
            return walk.node;
    return NULL;
}

/* They stand between the abstract and the text: smaller than both. */
static void
set_roles(DgNode *body)
{
    for (DgWalk walk = dg_walk(body); dg_walk_next(&walk);) {
        if (!walk.entering || walk.node->role != DG_ROLE_NONE)
            continue;
        if (walk.node->kind == DG_PARAGRAPH)
            walk.node->role = DG_ROLE_ITEM_NOTE;
        else if (walk.node->kind == DG_HEADING)
            walk.node->role = DG_ROLE_ABSTRACT_TITLE;
    }
}

/* A life need not say whose it is where it stands by the name; here it must. */
static void
name_life(Jats *jats, const DgContributor *who)
{
    DgNode *first = first_paragraph(who->bio);
    const char *text = dg_node_text(jats->arena, who->bio);
    const char *name = dg_contributor_name(who), *known = who->name.surname;
    if (!strstr(text, known ? known : name))
        jats_lead(jats, first, name);
}

void
jats_settle_notes(Jats *jats, DgMeta *meta)
{
    if (meta->notes && !meta->notes->first)
        meta->notes = NULL;
    if (meta->notes)
        set_roles(meta->notes);
    for (size_t i = 0; i < meta->n_contributors; i++) {
        DgContributor *who = &meta->contributors[i];
        if (!who->bio)
            continue;
        name_life(jats, who);
        set_roles(who->bio);
    }
}

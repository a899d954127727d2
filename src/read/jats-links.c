/* jats-links.c - ids, and what refers to them. */
#include "jats-internal.h"

#include <string.h>

/* Ids below `element`; of two equal ones the first holds. */
static void
index_below(Jats *jats, const DgXml *element, bool report)
{
    const char *id = dg_xml_attribute(element, "id");
    if (id && *id) {
        const DgXml *first = g_hash_table_lookup(jats->elements, id);
        if (!first)
            g_hash_table_insert(jats->elements, (gpointer)id, (gpointer)element);
        else if (report && first != element && g_hash_table_add(jats->reported, (gpointer)id))
            dg_diag_also(jats->diags, DG_JATS_ID_TWICE, element->pos, first->pos, id, NULL);
    }
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->name && !(report && jats_named(child, "sub-article response")))
            index_below(jats, child, report);
}

void
jats_index(Jats *jats, const DgXml *document)
{
    index_below(jats, jats->root, true);
    index_below(jats, document, false);
}

void
jats_resolve(Jats *jats)
{
    for (guint i = 0; i < jats->links->len; i++) {
        DgNode *link = jats->links->pdata[i];
        link->as.reference.target = g_hash_table_lookup(jats->nodes, link->as.reference.rid);
    }
}

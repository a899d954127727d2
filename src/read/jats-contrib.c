/* jats-contrib.c - contributors: names in the text's language, roles, addresses, the register of people. */
#include "diglot/lang.h"
#include "jats-internal.h"

#include <string.h>

static const char *
joined(DgArena *arena, const char *const *parts, size_t n)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        if (parts[i])
            g_string_append_printf(text, "%s%s", text->len ? " " : "", parts[i]);
    return text->len ? dg_arena_strdup(arena, text->str) : NULL;
}

static DgName
read_name(Jats *jats, const DgXml *element)
{
    DgName name = {0};
    name.surname = jats_text(jats, dg_xml_child(element, "surname"));
    name.given = jats_text(jats, dg_xml_child(element, "given-names"));
    name.prefix = jats_text(jats, dg_xml_child(element, "prefix"));
    name.suffix = jats_text(jats, dg_xml_child(element, "suffix"));
    if (dg_xml_is(element, "string-name")) {
        name.whole = jats_text(jats, element);
        return name;
    }
    const char *style = dg_xml_attribute(element, "name-style");
    bool eastern = style && strcmp(style, "eastern") == 0;
    const char *parts[] = {name.prefix, eastern ? name.surname : name.given,
                           eastern ? name.given : name.surname, name.suffix};
    name.whole = joined(jats->arena, parts, G_N_ELEMENTS(parts));
    return name;
}

/* How well a name suits the text: its language is stated, its script is right, or nothing is known. */
static int
suitability(Jats *jats, const DgXml *name)
{
    const char *lang = dg_xml_attribute(name, "xml:lang");
    if (lang && *lang)
        return jats_same_language(lang, jats->language) ? 3 : 0;
    const char *text = jats_text(jats, name), *guessed = text ? dg_guess_language(text) : NULL;
    bool cyrillic = strcmp(jats->language, "ru") == 0;
    if (guessed && (strcmp(guessed, "ru") == 0) == cyrillic)
        return 2;
    return 1;
}

static void
consider_names(Jats *jats, const DgXml *parent, const DgXml **best, int *score)
{
    for (const DgXml *child = parent->first; child; child = child->next) {
        if (!child->name)
            continue;
        const char *type = dg_xml_attribute(child, "content-type");
        if (dg_xml_is(child, "name-alternatives"))
            consider_names(jats, child, best, score);
        if (!jats_named(child, "name string-name") || (type && strcmp(type, "alias") == 0))
            continue;
        int suits = suitability(jats, child);
        if (suits > *score) {
            *best = child;
            *score = suits;
        }
    }
}

static const DgXml *
collaboration(Jats *jats, const DgXml *contrib)
{
    const DgXml *alternatives = dg_xml_child(contrib, "collab-alternatives");
    for (const DgXml *collab = dg_xml_child(alternatives, "collab"); collab;
         collab = dg_xml_sibling(collab, "collab"))
        if (jats_same_language(dg_xml_attribute(collab, "xml:lang"), jats->language))
            return collab;
    return dg_xml_child(alternatives ? alternatives : contrib, "collab");
}

static const char *
collaboration_text(Jats *jats, const DgXml *collab)
{
    Jats plain = *jats;
    plain.plain = true;
    DgNode *block = dg_node_new(jats->arena, DG_PARAGRAPH, collab->pos);
    Flow flow = flow_inline(&plain, block);
    jats_children_but(&flow, collab, "contrib-group email xref aff address fn");
    flow_end(&flow);
    char *text = dg_node_text(jats->arena, block);
    return *text ? text : NULL;
}

static const char *
bare_orcid(DgArena *arena, const char *text)
{
    const char *slash = text ? strrchr(text, '/') : NULL;
    g_autofree char *id = g_strstrip(g_strdup(slash ? slash + 1 : text ? text : ""));
    return *id ? dg_arena_strdup(arena, id) : NULL;
}

static void
read_orcid(Jats *jats, const DgXml *contrib, DgContributor *who)
{
    for (const DgXml *child = contrib->first; child; child = child->next) {
        const char *type = child->name ? dg_xml_attribute(child, "contrib-id-type") : NULL;
        if (child->name && !type)
            type = dg_xml_attribute(child, "content-type");
        if (type && g_ascii_strcasecmp(type, "orcid") == 0 &&
            jats_named(child, "contrib-id uri ext-link"))
            who->orcid = bare_orcid(jats->arena, jats_text(jats, child));
    }
}

typedef struct {
    const DgXml *first;
    int n;
} Emails;

static void
find_emails(const DgXml *element, Emails *found)
{
    for (const DgXml *child = element->first; child; child = child->next) {
        if (dg_xml_is(child, "email")) {
            found->first = found->first ? found->first : child;
            found->n++;
        } else if (child->name && !dg_xml_is(child, "contrib-group")) {
            find_emails(child, found);
        }
    }
}

/* Of the contributor, else of the note on correspondence, if it is about one address. */
static void
read_email(Jats *jats, const DgXml *contrib, DgContributor *who)
{
    Emails own = {0};
    find_emails(contrib, &own);
    who->email = jats_text(jats, own.first);
    for (const DgXml *xref = dg_xml_child(contrib, "xref"); xref && !who->email;
         xref = dg_xml_sibling(xref, "xref")) {
        const char *rid = dg_xml_attribute(xref, "rid");
        const DgXml *target = rid ? g_hash_table_lookup(jats->elements, rid) : NULL;
        Emails noted = {0};
        if (target && jats_named(target, "corresp aff"))
            find_emails(target, &noted);
        if (noted.n == 1)
            who->email = jats_text(jats, noted.first);
    }
}

static void
read_roles(Jats *jats, const DgXml *contrib, DgContributor *who)
{
    for (const DgXml *role = dg_xml_child(contrib, "role"); role;
         role = dg_xml_sibling(role, "role")) {
        const char *text = jats_is_for_text(jats, role) ? jats_text(jats, role) : NULL;
        if (text)
            DG_APPEND(jats->arena, who->roles, who->n_roles, text);
    }
}

static void
read_bio(Jats *jats, const DgXml *contrib, DgContributor *who)
{
    const DgXml *bio = jats->foreign ? NULL : dg_xml_child(contrib, "bio");
    const char *lang =
        NULL; /* a translation without persons of its own takes those of its article */
    for (const DgXml *at = bio; at && !lang; at = at->parent)
        lang = dg_xml_attribute(at, "xml:lang");
    if (!bio || !jats_is_for_text(jats, bio) || (lang && !jats_same_language(lang, jats->language)))
        return;
    DgNode *body = dg_node_new(jats->arena, DG_BODY, bio->pos);
    body->lang = jats->language;
    Flow flow = flow_into(jats, body, NULL);
    jats_section(&flow, bio, 0);
    if (body->first)
        who->bio = body;
}

const char *
jats_contributor(Jats *jats, const DgXml *contrib, DgName *name)
{
    const DgXml *best = NULL, *collab = collaboration(jats, contrib);
    int score = -1;
    consider_names(jats, contrib, &best, &score);
    if (best)
        *name = read_name(jats, best);
    return best ? name->whole : collab ? collaboration_text(jats, collab) : NULL;
}

static void read_group(Jats *jats, const DgXml *group, const char *role, DgMeta *meta);

static void
read_contributor(Jats *jats, const DgXml *contrib, const char *group_type, DgMeta *meta)
{
    DgContributor who = {.pos = contrib->pos};
    const char *type = dg_xml_attribute(contrib, "contrib-type");
    who.type = type && strcmp(type, "person") != 0 && strcmp(type, "group") != 0 ? type
               : group_type                                                      ? group_type
                                                                                 : "author";
    const DgXml *name = NULL, *collab = collaboration(jats, contrib);
    int score = jats->foreign ? 1 : -1; /* a name known to be in another language is no help */
    consider_names(jats, contrib, &name, &score);
    if (name)
        who.name = read_name(jats, name);
    else if (collab && (!jats->foreign || jats_is_for_text(jats, collab)))
        who.collab = collaboration_text(jats, collab);
    else if (dg_xml_child(contrib, "anonymous"))
        who.collab = strcmp(jats->language, "ru") == 0 ? "Аноним" : "Anonymous";
    read_orcid(jats, contrib, &who);
    read_roles(jats, contrib, &who);
    jats_affiliations(jats, contrib, &who);
    read_email(jats, contrib, &who);
    read_bio(jats, contrib, &who);
    DgName any = who.name;
    if (!name) /* whatever its language, it finds the person */
        jats_contributor(jats, contrib, &any);
    jats_match_person(jats, contrib, any.whole, &who);
    if (who.name.whole || who.collab)
        DG_APPEND(jats->arena, meta->contributors, meta->n_contributors, who);
    for (const DgXml *group = dg_xml_child(collab, "contrib-group"); group;
         group = dg_xml_sibling(group, "contrib-group"))
        read_group(jats, group, "member", meta);
}

/* `role`: of all of them, whatever they say; or NULL. */
static void
read_group(Jats *jats, const DgXml *group, const char *role, DgMeta *meta)
{
    const char *type = role ? role : dg_xml_attribute(group, "content-type");
    if (!type)
        type = dg_xml_attribute(group, "contrib-type");
    if (type && g_str_has_suffix(type, "s") && !g_str_has_suffix(type, "ss"))
        type = dg_arena_strndup(jats->arena, type, strlen(type) - 1); /* "authors" */
    for (const DgXml *contrib = dg_xml_child(group, "contrib"); contrib;
         contrib = dg_xml_sibling(contrib, "contrib")) {
        size_t first = meta->n_contributors;
        read_contributor(jats, contrib, type, meta);
        for (size_t i = first; role && i < meta->n_contributors; i++)
            meta->contributors[i].type = role;
    }
}

void
jats_contributors(Jats *jats, const DgXml *front, DgMeta *meta)
{
    for (const DgXml *group = dg_xml_child(front, "contrib-group"); group;
         group = dg_xml_sibling(group, "contrib-group"))
        if (!dg_xml_attribute(group, "xml:lang") || jats_is_for_text(jats, group))
            read_group(jats, group, NULL, meta);
}

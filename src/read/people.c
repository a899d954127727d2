/* people.c - people.xml: persons and organisations with their names in both languages. */
#include "read-internal.h"

#include <string.h>

static void
read_person_name(Reader *reader, DgPerson *person, const DgXml *element)
{
    DgArena *arena = reader->arena;
    DgName name = {0};
    struct {
        const char *element, **text;
    } parts[] = {{"prefix", &name.prefix},
                 {"given", &name.given},
                 {"surname", &name.surname},
                 {"suffix", &name.suffix},
                 {"sort", &name.sort}};
    g_autoptr(GString) whole = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        const DgXml *part = dg_xml_child(element, parts[i].element);
        const char *text = part ? dg_xml_text(arena, part) : "";
        if (!*text)
            continue;
        *parts[i].text = text;
        if (strcmp(parts[i].element, "sort") != 0)
            g_string_append_printf(whole, "%s%s", whole->len ? " " : "", text);
    }
    name.whole = dg_arena_strdup(arena, whole->len ? whole->str : dg_xml_text(arena, element));
    if (!*name.whole)
        return;
    const char *lang = dg_xml_attribute(element, "xml:lang");
    int side = language_side(reader->volume, lang);
    for (int i = 0; i < DG_SIDES; i++)
        if (lang ? i == side : !person->name[i].whole)
            person->name[i] = name;
    if (lang && side < 0) /* a language that is not set still tells who is meant */
        DG_APPEND(arena, person->aliases, person->n_aliases, name.whole);
}

static void
read_affiliation(Reader *reader, DgPerson *person, const DgXml *element)
{
    const char *ref = dg_xml_attribute(element, "ref");
    if (!ref) {
        set_by_language(reader, person->affiliation, element);
        return;
    }
    const DgVolume *volume = reader->volume;
    for (size_t i = 0; i < volume->n_orgs; i++) {
        if (strcmp(volume->orgs[i].id, ref) != 0)
            continue;
        person->org = ref;
        for (int side = 0; side < DG_SIDES; side++)
            person->affiliation[side] = volume->orgs[i].name[side];
        return;
    }
    dg_diag(reader->diags, DG_PERSON_UNKNOWN, element->pos, ref, NULL);
}

static void
read_person(Reader *reader, const DgXml *element)
{
    const char *id = dg_xml_attribute(element, "id");
    if (!id)
        return;
    DgPerson person = {
        .id = id, .orcid = valid_attribute(element, "orcid", VALUE_ORCID), .pos = element->pos};
    for (const DgXml *child = element->first; child; child = child->next) {
        if (dg_xml_is(child, "name"))
            read_person_name(reader, &person, child);
        else if (dg_xml_is(child, "alias"))
            DG_APPEND(reader->arena, person.aliases, person.n_aliases,
                      dg_xml_text(reader->arena, child));
        else if (dg_xml_is(child, "role"))
            set_by_language(reader, person.role, child);
        else if (dg_xml_is(child, "affiliation"))
            read_affiliation(reader, &person, child);
        else if (dg_xml_is(child, "portrait"))
            person.portrait = valid_attribute(child, "href", VALUE_PATH);
    }
    if (person.portrait && !volume_has_file(reader->volume, person.portrait)) {
        dg_diag(reader->diags, DG_FIGURE_MISSING, element->pos, person.portrait, NULL);
        person.portrait = NULL;
    }
    DgVolume *volume = reader->volume;
    DG_APPEND(reader->arena, volume->people, volume->n_people, person);
}

static void
read_org(Reader *reader, const DgXml *element)
{
    DgOrg org = {.id = dg_xml_attribute(element, "id"), .pos = element->pos};
    if (!org.id)
        return;
    for (const DgXml *child = element->first; child; child = child->next) {
        if (dg_xml_is(child, "name"))
            set_by_language(reader, org.name, child);
        else if (dg_xml_is(child, "abbreviation"))
            set_by_language(reader, org.abbreviation, child);
    }
    DgVolume *volume = reader->volume;
    DG_APPEND(reader->arena, volume->orgs, volume->n_orgs, org);
}

static void
check_ids(Reader *reader, const DgXml *root)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (const DgXml *child = root->first; child; child = child->next) {
        const char *id = child->name ? dg_xml_attribute(child, "id") : NULL;
        const DgXml *first = id ? g_hash_table_lookup(seen, id) : NULL;
        if (first)
            dg_diag_also(reader->diags, DG_JATS_ID_TWICE, child->pos, first->pos, id, NULL);
        else if (id)
            g_hash_table_insert(seen, (gpointer)id, (gpointer)child);
    }
}

/* Organisations first: persons refer to them. */
void
people_read(Reader *reader)
{
    if (!volume_has_file(reader->volume, "people.xml"))
        return;
    const char *path = dg_path_join(reader->arena, reader->volume->folder, "people.xml");
    const DgXml *root = dg_xml_parse(reader->arena, reader->diags, path, "people.xml");
    if (!root)
        return;
    if (!dg_xml_is(root, "people") || g_strcmp0(root->name_space, "urn:diglot:people:1") != 0)
        dg_diag(reader->diags, DG_PEOPLE_NAMESPACE, root->pos, root->name, "urn:diglot:people:1",
                NULL);
    manifest_check(reader->diags, root);
    check_ids(reader, root);
    for (const DgXml *child = root->first; child; child = child->next)
        if (dg_xml_is(child, "org"))
            read_org(reader, child);
    for (const DgXml *child = root->first; child; child = child->next)
        if (dg_xml_is(child, "person"))
            read_person(reader, child);
}

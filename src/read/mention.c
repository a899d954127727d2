/* mention.c - persons that the manifest names, by reference to people.xml or in words. */
#include "read-internal.h"

#include <string.h>

const char *
valid_attribute(const DgXml *element, const char *name, ValueType type)
{
    const char *value = dg_xml_attribute(element, name);
    return value && value_is_valid(type, value) ? value : NULL;
}

static const char *
stated_language(const DgXml *element)
{
    const char *lang = dg_xml_attribute(element, "xml:lang");
    return lang && *lang ? lang : NULL;
}

void
set_by_language(Reader *reader, const char *texts[DG_SIDES], const DgXml *element)
{
    const char *text = dg_xml_text(reader->arena, element),
               *lang = dg_xml_attribute(element, "xml:lang");
    if (!*text)
        return;
    int side = language_side(reader->volume, lang);
    for (int i = 0; i < DG_SIDES; i++)
        if (lang ? i == side : !texts[i])
            texts[i] = text;
}

static const DgPerson *
person_find(Reader *reader, const char *id, DgPos pos)
{
    const DgVolume *volume = reader->volume;
    for (size_t i = 0; i < volume->n_people; i++)
        if (strcmp(volume->people[i].id, id) == 0)
            return &volume->people[i];
    dg_diag(reader->diags, DG_PERSON_UNKNOWN, pos, id, NULL);
    return NULL;
}

DgMention
mention_read(Reader *reader, const DgXml *element)
{
    DgMention mention = {.pos = element->pos, .ref = dg_xml_attribute(element, "ref")};
    const char *lang = dg_xml_attribute(element, "xml:lang"),
               *role = dg_xml_attribute(element, "role");
    if (!lang)
        lang = dg_xml_attribute(element->parent, "xml:lang"); /* <committee xml:lang="ru"> */
    int side = language_side(reader->volume, lang);
    if (mention.ref)
        mention.person = person_find(reader, mention.ref, element->pos);
    const char *text = dg_xml_text(reader->arena, element);
    int at = side < 0 ? DG_LEFT : side;
    if (lang && side < 0)
        return mention;
    mention.text[at] = *text ? text : NULL;
    mention.role[at] = role;
    return mention;
}

static bool
same_person(const DgMention *a, const DgMention *b)
{
    if (a->ref || b->ref)
        return g_strcmp0(a->ref, b->ref) == 0;
    for (int side = 0; side < DG_SIDES; side++)
        if (a->text[side] && b->text[side])
            return false;
    return true;
}

/* Two mentions in two languages are one person: by the same reference, or one after the other in words. */
void
mention_append(Reader *reader, const DgXml *element, DgMention **mentions, size_t *n)
{
    DgMention mention = mention_read(reader, element);
    const char *lang = stated_language(element);
    if (!mention.ref && !mention.text[DG_LEFT] && !mention.text[DG_RIGHT])
        return;
    for (size_t i = 0; i < *n; i++) {
        DgMention *known = &(*mentions)[i];
        bool later = i + 1 == *n || mention.ref;
        if (!same_person(known, &mention) || !later || (!mention.ref && !lang))
            continue;
        for (int side = 0; side < DG_SIDES; side++) {
            known->text[side] = known->text[side] ? known->text[side] : mention.text[side];
            known->role[side] = known->role[side] ? known->role[side] : mention.role[side];
        }
        return;
    }
    DG_APPEND(reader->arena, *mentions, *n, mention);
}

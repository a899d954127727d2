/* jats-register.c - who of people.xml a contributor is: by ORCID, by id, by name. */
#include "diglot/lang.h"
#include "jats-internal.h"

#include <string.h>

static int
side_of(const Jats *jats)
{
    for (int side = 0; side < jats->volume->n_languages; side++)
        if (strcmp(jats->volume->languages[side], jats->language) == 0)
            return side;
    return DG_LEFT;
}

static bool
states_id(Jats *jats, const DgXml *contrib, const char *id)
{
    for (const DgXml *child = dg_xml_child(contrib, "contrib-id"); child;
         child = dg_xml_sibling(child, "contrib-id")) {
        const char *text = jats_text(jats, child);
        if (g_strcmp0(dg_xml_attribute(child, "ref"), id) == 0 || g_strcmp0(text, id) == 0)
            return true;
    }
    return false;
}

static bool
same_words(Jats *jats, const char *a, const char *b)
{
    return a && b && strcmp(dg_fold(jats->arena, a), dg_fold(jats->arena, b)) == 0;
}

static bool
has_name(Jats *jats, const DgPerson *person, const char *name)
{
    for (int side = 0; name && side < DG_SIDES; side++) {
        const DgName *own = &person->name[side];
        const char *inverted = own->surname && own->given
                                   ? dg_arena_printf(jats->arena, "%s %s", own->surname, own->given)
                                   : NULL;
        if (same_words(jats, name, own->whole) || same_words(jats, name, inverted))
            return true;
    }
    for (size_t i = 0; name && i < person->n_aliases; i++)
        if (same_words(jats, name, person->aliases[i]))
            return true;
    return false;
}

/* What the file does not say of a person, the register does. */
static void
complete(Jats *jats, DgContributor *who)
{
    int side = side_of(jats);
    const DgPerson *person = who->person;
    if (!who->name.whole && !who->collab)
        who->name = person->name[side];
    if (!who->orcid)
        who->orcid = person->orcid;
    if (who->n_roles == 0 && person->role[side])
        DG_APPEND(jats->arena, who->roles, who->n_roles, person->role[side]);
    if (who->n_affiliations == 0 && person->affiliation[side])
        DG_APPEND(jats->arena, who->affiliations, who->n_affiliations, person->affiliation[side]);
}

void
jats_match_person(Jats *jats, const DgXml *contrib, const char *name, DgContributor *who)
{
    const DgVolume *volume = jats->volume;
    for (size_t i = 0; i < volume->n_people && !who->person; i++)
        if ((who->orcid && g_strcmp0(who->orcid, volume->people[i].orcid) == 0) ||
            states_id(jats, contrib, volume->people[i].id))
            who->person = &volume->people[i];
    for (size_t i = 0; i < volume->n_people && !who->person; i++)
        if (has_name(jats, &volume->people[i], name))
            who->person = &volume->people[i];
    if (who->person)
        complete(jats, who);
}

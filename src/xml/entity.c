/* entity.c - the named characters of the JATS and HTML DTDs. */
#include "xml-internal.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *name, *text;
} Entity;

static const Entity entities[] = {
#include "entities-internal.h"
};

static int
compare_entities(const void *name, const void *entity)
{
    return strcmp(name, ((const Entity *)entity)->name);
}

const char *
dg_xml_entity(const char *name)
{
    const Entity *found =
        bsearch(name, entities, G_N_ELEMENTS(entities), sizeof *entities, compare_entities);
    return found ? found->text : NULL;
}

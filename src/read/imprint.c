/* imprint.c - the event and the imprint of a volume. */
#include "read-internal.h"

#include <string.h>

static void
append_stream(Reader *reader, const DgXml *element, const char ***streams, size_t *n)
{
    const char *href = valid_attribute(element, "href", VALUE_ADDRESS);
    if (href)
        DG_APPEND(reader->arena, *streams, *n, href);
}

static void
append_organizer(Reader *reader, const DgXml *element)
{
    DgEvent *event = &reader->volume->event;
    const char *texts[DG_SIDES] = {0};
    set_by_language(reader, texts, element);
    for (int side = 0; side < DG_SIDES; side++)
        if (texts[side])
            DG_APPEND(reader->arena, event->organizers[side], event->n_organizers[side],
                      texts[side]);
}

/* A committee may be written once for both languages, or once in each: then its members correspond in order. */
static void
read_committee(Reader *reader, const DgXml *committee)
{
    DgEvent *event = &reader->volume->event;
    size_t place = 0;
    for (const DgXml *child = committee->first; child; child = child->next) {
        if (dg_xml_is(child, "title")) {
            DgXml title = *child; /* its language may stand on the committee */
            const char *lang = dg_xml_attribute(child, "xml:lang");
            if (!lang)
                title.attributes = committee->attributes,
                title.n_attributes = committee->n_attributes;
            set_by_language(reader, event->committee_title, &title);
        }
        if (!dg_xml_is(child, "member"))
            continue;
        DgMention mention = mention_read(reader, child);
        bool again = dg_xml_attribute(committee, "xml:lang") && place < event->n_members;
        DgMention *known = again ? &event->members[place] : NULL;
        place++;
        if (!known || g_strcmp0(known->ref, mention.ref) != 0) {
            DG_APPEND(reader->arena, event->members, event->n_members, mention);
            continue;
        }
        for (int side = 0; side < DG_SIDES; side++) {
            known->text[side] = known->text[side] ? known->text[side] : mention.text[side];
            known->role[side] = known->role[side] ? known->role[side] : mention.role[side];
        }
    }
}

void
event_read(Reader *reader, const DgXml *element)
{
    DgEvent *event = &reader->volume->event;
    event->from = valid_attribute(element, "from", VALUE_DATE);
    event->to = valid_attribute(element, "to", VALUE_DATE);
    event->timezone = dg_xml_attribute(element, "timezone");
    for (const DgXml *child = element->first; child; child = child->next) {
        if (dg_xml_is(child, "name"))
            set_by_language(reader, event->name, child);
        else if (dg_xml_is(child, "place"))
            set_by_language(reader, event->place, child);
        else if (dg_xml_is(child, "theme"))
            set_by_language(reader, event->theme, child);
        else if (dg_xml_is(child, "organizer"))
            append_organizer(reader, child);
        else if (dg_xml_is(child, "committee"))
            read_committee(reader, child);
        else if (dg_xml_is(child, "stream"))
            append_stream(reader, child, &event->streams, &event->n_streams);
    }
}

/* A text that stands once in the imprint, whatever its language, and per language where that is given. */
static void
set_text(Reader *reader, const char **text, const char *by[DG_SIDES], const DgXml *element)
{
    const char *value = dg_xml_text(reader->arena, element);
    if (text && *value && !*text)
        *text = value;
    if (by && (!text || dg_xml_attribute(element, "xml:lang")))
        set_by_language(reader, by, element);
}

static void
read_firm(Reader *reader, const DgXml *element, const char **name, const char *by[DG_SIDES],
          const char **address)
{
    for (const DgXml *child = element->first; child; child = child->next) {
        if (dg_xml_is(child, "name"))
            set_text(reader, name, by, child);
        else if (dg_xml_is(child, "address"))
            set_text(reader, address, NULL, child);
    }
}

static void
read_plain(Reader *reader, DgImprint *imprint, const DgXml *element)
{
    const struct {
        const char *name;
        const char **text;
        const char **by;
    } plain[] = {
        {"series", &imprint->series, imprint->series_by},
        {"volume-number", &imprint->number, NULL},
        {"place", &imprint->place, imprint->place_by},
        {"year", &imprint->year, NULL},
        {"isbn", &imprint->isbn, NULL},
        {"udc", &imprint->udc, NULL},
        {"bbk", &imprint->bbk, NULL},
        {"author-mark", &imprint->author_mark, NULL},
        {"doi", &imprint->doi, NULL},
        {"copyright", &imprint->copyright, NULL},
        {"age-mark", &imprint->age_mark, NULL},
        {"kind", NULL, imprint->kind},
        {"signed", &imprint->signed_date, NULL},
        {"sheet-format", &imprint->sheet_format, NULL},
        {"paper", &imprint->paper, NULL},
        {"print-run", &imprint->print_run, NULL},
        {"order", &imprint->order, NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(plain); i++)
        if (strcmp(element->name, plain[i].name) == 0)
            set_text(reader, plain[i].text, plain[i].by, element);
}

static void
read_sheet(DgImprint *imprint, const DgXml *element)
{
    if (!imprint->coefficient)
        imprint->coefficient = dg_xml_attribute(element, "coefficient");
    if (!imprint->decimals)
        imprint->decimals = dg_xml_attribute(element, "decimals");
}

void
imprint_read(Reader *reader, const DgXml *element)
{
    DgImprint *imprint = &reader->volume->imprint;
    imprint->pos = element->pos;
    for (const DgXml *child = element->first; child; child = child->next) {
        if (!child->name)
            continue;
        DgImprintPlace place = {child->name, child->pos, !*dg_xml_text(reader->arena, child)};
        DG_APPEND(reader->arena, imprint->places, imprint->n_places, place);
        read_plain(reader, imprint, child);
        if (dg_xml_is(child, "publisher"))
            read_firm(reader, child, &imprint->publisher, imprint->publisher_by,
                      &imprint->publisher_address);
        else if (dg_xml_is(child, "sheet-format"))
            read_sheet(imprint, child);
        else if (dg_xml_is(child, "printer"))
            read_firm(reader, child, &imprint->printer, NULL, &imprint->printer_address);
        else if (dg_xml_is(child, "editor"))
            mention_append(reader, child, &imprint->editors, &imprint->n_editors);
        else if (dg_xml_is(child, "reviewer"))
            mention_append(reader, child, &imprint->reviewers, &imprint->n_reviewers);
        else if (dg_xml_is(child, "annotation"))
            set_by_language(reader, imprint->annotation, child);
        else if (dg_xml_is(child, "rights"))
            set_by_language(reader, imprint->rights, child);
        else if (dg_xml_is(child, "funding"))
            set_by_language(reader, imprint->funding, child);
    }
}

/* jats-fields.c - dates, numbers, conference, rights: what is known of an article besides its words. */
#include "jats-internal.h"

#include <stdlib.h>
#include <string.h>

/* The first value holds: the text's own before that of the article it belongs to. */
static void
set_field(Jats *jats, DgMeta *meta, const char *name, const char *value)
{
    if (!name || !*name || !value || !*value || dg_field(meta, name))
        return;
    DgField field = {dg_arena_strdup(jats->arena, name), value};
    DG_APPEND(jats->arena, meta->fields, meta->n_fields, field);
}

static const char *
number_of(Jats *jats, const DgXml *date, const char *name)
{
    return jats_text(jats, dg_xml_child(date, name));
}

/* ISO 8601, as far as it is known; else the words. */
static const char *
date_value(Jats *jats, const DgXml *date)
{
    const char *iso = dg_xml_attribute(date, "iso-8601-date");
    if (iso && *iso)
        return iso;
    const char *year = number_of(jats, date, "year"), *month = number_of(jats, date, "month"),
               *day = number_of(jats, date, "day");
    int m = month ? atoi(month) : 0, d = day ? atoi(day) : 0;
    if (!year)
        return jats_text(jats, date);
    if (m < 1 || m > 12)
        return month || dg_xml_child(date, "season") ? jats_text(jats, date) : year;
    if (d < 1 || d > 31)
        return dg_arena_printf(jats->arena, "%s-%02d", year, m);
    return dg_arena_printf(jats->arena, "%s-%02d-%02d", year, m, d);
}

static void
read_dates(Jats *jats, const DgXml *front, DgMeta *meta)
{
    static const char *const preferred[] = {"pub", "epub", "ppub", "epub-ppub", "collection"};
    for (size_t i = 0; i <= G_N_ELEMENTS(preferred); i++)
        for (const DgXml *date = dg_xml_child(front, "pub-date"); date;
             date = dg_xml_sibling(date, "pub-date")) {
            const char *type = dg_xml_attribute(date, "date-type");
            if (!type)
                type = dg_xml_attribute(date, "pub-type");
            if (i == G_N_ELEMENTS(preferred) || g_strcmp0(type, preferred[i]) == 0)
                set_field(jats, meta, "date", date_value(jats, date));
        }
    const DgXml *history = dg_xml_child(front, "history");
    for (const DgXml *date = dg_xml_child(history, "date"); date;
         date = dg_xml_sibling(date, "date"))
        set_field(jats, meta, dg_xml_attribute(date, "date-type"), date_value(jats, date));
}

static void
read_ids(Jats *jats, const DgXml *front, DgMeta *meta)
{
    for (const DgXml *child = front->first; child; child = child->next) {
        if (!child->name || !jats_named(child, "article-id book-id book-part-id"))
            continue;
        const char *type = dg_xml_attribute(child, "pub-id-type");
        if (!type)
            type = dg_xml_attribute(child, "book-id-type");
        if (!type)
            type = dg_xml_attribute(child, "book-part-id-type");
        set_field(jats, meta, type ? type : "id", jats_text(jats, child));
    }
}

static const char *
first_subject(Jats *jats, const DgXml *groups)
{
    const char *fallback = NULL;
    for (const DgXml *group = dg_xml_child(groups, "subj-group"); group;
         group = dg_xml_sibling(group, "subj-group")) {
        const char *type = dg_xml_attribute(group, "subj-group-type");
        const char *subject = jats_text(jats, dg_xml_child(group, "subject"));
        if (!jats_is_for_text(jats, group) || !subject)
            continue;
        if (type && strcmp(type, "heading") == 0)
            return subject;
        if (!fallback)
            fallback = subject;
    }
    return fallback;
}

static void
read_conference(Jats *jats, const DgXml *front, DgMeta *meta)
{
    static const struct {
        const char *element, *field;
    } parts[] = {{"conf-name", "conference"},
                 {"conf-loc", "conference-place"},
                 {"conf-sponsor", "conference-sponsor"},
                 {"conf-theme", "conference-theme"},
                 {"conf-num", "conference-number"},
                 {"conf-acronym", "conference-acronym"}};
    for (const DgXml *conference = dg_xml_child(front, "conference"); conference;
         conference = dg_xml_sibling(conference, "conference")) {
        if (!jats_is_for_text(jats, conference))
            continue;
        for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
            for (const DgXml *part = dg_xml_child(conference, parts[i].element); part;
                 part = dg_xml_sibling(part, parts[i].element))
                if (jats_is_for_text(jats, part))
                    set_field(jats, meta, parts[i].field, jats_text(jats, part));
        const DgXml *date = dg_xml_child(conference, "conf-date");
        const char *text = date && jats_is_for_text(jats, date) ? jats_text(jats, date) : NULL;
        set_field(jats, meta, "conference-date",
                  text ? text : dg_xml_attribute(date, "iso-8601-date"));
    }
}

static void
read_permissions(Jats *jats, const DgXml *front, DgMeta *meta)
{
    const DgXml *permissions = dg_xml_child(front, "permissions");
    for (const DgXml *statement = dg_xml_child(permissions, "copyright-statement"); statement;
         statement = dg_xml_sibling(statement, "copyright-statement"))
        if (jats_is_for_text(jats, statement))
            set_field(jats, meta, "copyright", jats_text(jats, statement));
    const char *holder = jats_text(jats, dg_xml_child(permissions, "copyright-holder"));
    const char *year = jats_text(jats, dg_xml_child(permissions, "copyright-year"));
    if (holder)
        set_field(jats, meta, "copyright",
                  dg_arena_printf(jats->arena, year ? "© %s, %s" : "© %s", holder, year));
    for (const DgXml *license = dg_xml_child(permissions, "license"); license;
         license = dg_xml_sibling(license, "license")) {
        if (jats_is_for_text(jats, license))
            set_field(jats, meta, "license", jats_text(jats, license));
        set_field(jats, meta, "license-address", dg_xml_attribute(license, "xlink:href"));
    }
}

static void
read_funding(Jats *jats, const DgXml *front, DgMeta *meta)
{
    const DgXml *group = dg_xml_child(front, "funding-group");
    const char *statement = jats_text(jats, dg_xml_child(group, "funding-statement"));
    const char *source = jats_text(jats, dg_xml_find(group, "award-group/funding-source"));
    if (group && jats_is_for_text(jats, group))
        set_field(jats, meta, "funding", statement ? statement : source);
}

static void
read_related(Jats *jats, const DgXml *front, DgMeta *meta)
{
    for (const DgXml *related = dg_xml_child(front, "related-article"); related;
         related = dg_xml_sibling(related, "related-article")) {
        const char *text = jats_text(jats, related);
        set_field(jats, meta, "related", text ? text : dg_xml_attribute(related, "xlink:href"));
    }
}

static void
read_journal(Jats *jats, DgMeta *meta)
{
    const DgXml *journal = dg_xml_find(jats->article, "front/journal-meta");
    const DgXml *title = dg_xml_find(journal, "journal-title-group/journal-title");
    set_field(jats, meta, "journal",
              jats_text(jats, title ? title : dg_xml_child(journal, "journal-title")));
    set_field(jats, meta, "issn", jats_text(jats, dg_xml_child(journal, "issn")));
    set_field(jats, meta, "publisher",
              jats_text(jats, dg_xml_find(journal, "publisher/publisher-name")));
}

void
jats_fields(Jats *jats, const DgXml *front, DgMeta *meta)
{
    static const char *const plain[] = {"volume",       "issue", "fpage",  "lpage",
                                        "elocation-id", "isbn",  "edition"};
    read_ids(jats, front, meta);
    read_dates(jats, front, meta);
    for (size_t i = 0; i < G_N_ELEMENTS(plain); i++)
        set_field(jats, meta, plain[i], jats_text(jats, dg_xml_child(front, plain[i])));
    set_field(jats, meta, "category",
              first_subject(jats, dg_xml_child(front, "article-categories")));
    read_conference(jats, front, meta);
    read_permissions(jats, front, meta);
    read_funding(jats, front, meta);
    read_related(jats, front, meta);
    read_journal(jats, meta);
}

/* jats-cite-format.c - a reference composed from its elements: GOST R 7.0.5 where it is in Russian; else authors,
 * title, source, year and then volume, number and pages with their terms. Nothing the source says is left out. */
#include "diglot/lang.h"
#include "jats-internal.h"

#include <string.h>

#define NBSP "\u00A0"

/* The words that a reference adds, in its own language, and the marks between its parts. */
typedef struct {
    const char *volume, *issue, *page, *pages, *article, *size, *editor, *editors, *others, *series,
        *edition, *consulted, *consulted_end, *address;
    const char *host, *host_chapter, *event, *publisher, *parallel, *parallel_end;
} Terms;

static const Terms russian_terms = {
    .volume = "Т." NBSP,
    .issue = "№" NBSP,
    .page = "С." NBSP,
    .pages = "С." NBSP,
    .article = "Ст." NBSP,
    .size = NBSP "с.",
    .editor = "ред. ",
    .editors = "ред. ",
    .others = " [и" NBSP "др.]",
    .series = "Сер.: ",
    .edition = "-е" NBSP "изд.",
    .consulted = " (дата обращения: ",
    .consulted_end = ")",
    .address = "URL: ",
    .host = " // ",
    .host_chapter = " // ",
    .event = " : ",
    .publisher = " : ",
    .parallel = " = ",
    .parallel_end = "",
};

static const Terms english_terms = {
    .volume = "Vol." NBSP,
    .issue = "No." NBSP,
    .page = "p." NBSP,
    .pages = "pp." NBSP,
    .article = "Article" NBSP,
    .size = NBSP "p.",
    .editor = "ed. ",
    .editors = "eds. ",
    .others = " et" NBSP "al.",
    .series = "Ser. ",
    .edition = " ed.",
    .consulted = " (accessed ",
    .consulted_end = ")",
    .address = "",
    .host = ". ",
    .host_chapter = ". In: ",
    .event = ", ",
    .publisher = ": ",
    .parallel = " [",
    .parallel_end = "]",
};

/* A citation being composed. */
typedef struct {
    Flow *flow;
    const DgXml *citation;
    const Terms *terms;
    bool russian;
    GHashTable *used; /* children that are written */
} Composer;

static const char own_titles[] = "article-title chapter-title part-title data-title";
static const char persons[] = "person-group name string-name name-alternatives collab anonymous";
/* GOST R 7.0.5: more authors than these stand behind the title. */
enum { MOST_IN_HEADING = 3 };

/* ---- marks ---- */

static char
last_byte(const DgNode *node)
{
    while (node && node->last)
        node = node->last;
    if (!node || node->kind != DG_TEXT)
        return '\0';
    size_t length = strlen(node->text);
    while (length && node->text[length - 1] == ' ')
        length--;
    return length ? node->text[length - 1] : '\0';
}

/* A mark between two parts; a point is not set behind another mark. */
static void
separate(Flow *flow, const char *mark, DgPos pos)
{
    char last = last_byte(flow->block);
    if (!last || !*mark)
        return;
    bool marked = strchr(".,;:?!", last) != NULL;
    const char *rest = mark + (marked && strchr(".,;:", *mark) ? 1 : 0);
    flow_join(flow, rest, pos);
}

/* "Vol. 3" and "вып. 2" bring their own word; "3" and "XII" do not. */
static bool
is_bare(const Composer *composer, const DgXml *child)
{
    const char *text = jats_text(composer->flow->jats, child);
    for (const char *at = text ? text : ""; *at; at = g_utf8_next_char(at))
        if (g_unichar_islower(g_utf8_get_char(at)))
            return false;
    return true;
}

static bool
is_number(const Composer *composer, const DgXml *child)
{
    const char *text = jats_text(composer->flow->jats, child);
    return text && strspn(text, "0123456789") == strlen(text);
}

static bool
is_range(const Composer *composer, const DgXml *child)
{
    const char *text = jats_text(composer->flow->jats, child);
    return text && (strpbrk(text, "-,") || strstr(text, "–"));
}

/* ---- parts ---- */

static void
write_child(Composer *composer, const DgXml *child)
{
    g_hash_table_add(composer->used, (gpointer)child);
    if (composer->russian || !dg_xml_is(child, "source")) {
        jats_read(composer->flow, child);
        return;
    }
    Wrap italic;
    flow_open(composer->flow, &italic, DG_STYLED, child);
    italic.prototype.as.styled.styling = DG_ITALIC;
    jats_children(composer->flow, child);
    flow_close(composer->flow);
}

static const DgXml *
first_unused(const Composer *composer, const char *names)
{
    for (const DgXml *child = composer->citation->first; child; child = child->next)
        if (child->name && child->first && jats_named(child, names) &&
            !g_hash_table_contains(composer->used, child))
            return child;
    return NULL;
}

/* Writes the children of those names, each behind `before`; false if there are none. */
static bool
write_named(Composer *composer, const char *names, const char *before)
{
    bool any = false;
    for (const DgXml *child; (child = first_unused(composer, names)); any = true) {
        separate(composer->flow, before, child->pos);
        write_child(composer, child);
    }
    return any;
}

/* The first child of that name with its term, unless it brings a word of its own. */
static bool
write_numbered(Composer *composer, const char *names, const char *before, const char *term)
{
    const DgXml *child = first_unused(composer, names);
    if (!child)
        return false;
    separate(composer->flow, before, child->pos);
    if (is_bare(composer, child))
        flow_text(composer->flow, term, child->pos);
    write_child(composer, child);
    return true;
}

/* ---- persons ---- */

static bool
is_author(const DgXml *element)
{
    const char *type =
        dg_xml_is(element, "person-group") ? dg_xml_attribute(element, "person-group-type") : NULL;
    return jats_named(element, persons) &&
           (!type || jats_named(element, "name") || strcmp(type, "author") == 0);
}

static size_t
count_persons(const DgXml *group, const char *name)
{
    size_t n = 0;
    for (const DgXml *child = group->first; child; child = child->next)
        n += child->name && (name ? dg_xml_is(child, name) : jats_named(child, persons));
    return n;
}

static size_t
count_authors(const Composer *composer, bool *others)
{
    size_t n = 0;
    *others = dg_xml_child(composer->citation, "etal") != NULL;
    for (const DgXml *child = composer->citation->first; child; child = child->next) {
        if (!child->name || !is_author(child))
            continue;
        bool group = dg_xml_is(child, "person-group");
        n += group ? count_persons(child, NULL) : 1;
        *others |= group && dg_xml_child(child, "etal");
    }
    return n;
}

static void
write_others(Composer *composer, const DgXml *etal)
{
    g_hash_table_add(composer->used, (gpointer)etal);
    if (etal->first) { /* in words of its own */
        separate(composer->flow, ", ", etal->pos);
        jats_read(composer->flow, etal);
    } else {
        flow_join(composer->flow, composer->terms->others, etal->pos);
    }
}

/* The members of a group, or one person who stands alone; a group with words of its own keeps them. */
static void
write_persons(Composer *composer, const DgXml *element, const char *before)
{
    separate(composer->flow, before, element->pos);
    g_hash_table_add(composer->used, (gpointer)element);
    bool worded = false;
    for (const DgXml *child = element->first; child; child = child->next)
        worded |= child->text && child->text[strspn(child->text, " \t\r\n.,;:")];
    if (!dg_xml_is(element, "person-group") || worded) {
        jats_read(composer->flow, element);
        return;
    }
    bool first = true;
    for (const DgXml *child = element->first; child; child = child->next) {
        if (!child->name)
            continue;
        if (dg_xml_is(child, "etal")) {
            write_others(composer, child);
            continue;
        }
        if (!first)
            flow_join(composer->flow, ", ", child->pos);
        first = false;
        jats_read(composer->flow, child);
    }
}

static bool
write_authors(Composer *composer, const char *before)
{
    bool any = false;
    for (const DgXml *child = composer->citation->first; child; child = child->next) {
        if (!child->name || !is_author(child) || g_hash_table_contains(composer->used, child))
            continue;
        write_persons(composer, child, any ? ", " : before);
        any = true;
    }
    const DgXml *etal = dg_xml_child(composer->citation, "etal");
    if (any && etal)
        write_others(composer, etal);
    return any;
}

/* Editors, translators and others, with a word for the editors. */
static void
write_editors(Composer *composer, const char *before)
{
    for (const DgXml *group = composer->citation->first; group; group = group->next) {
        if (!dg_xml_is(group, "person-group") || g_hash_table_contains(composer->used, group))
            continue;
        const char *type = dg_xml_attribute(group, "person-group-type");
        bool editors = type && strstr(type, "editor");
        separate(composer->flow, before, group->pos);
        if (editors && !dg_xml_child(group, "role"))
            flow_text(composer->flow,
                      count_persons(group, NULL) > 1 ? composer->terms->editors
                                                     : composer->terms->editor,
                      group->pos);
        write_persons(composer, group, "");
    }
}

/* ---- titles, publication, numbers ---- */

static void
write_parallel(Composer *composer, const char *name)
{
    const DgXml *title = first_unused(composer, name);
    if (!title)
        return;
    flow_join(composer->flow, composer->terms->parallel, title->pos);
    write_child(composer, title);
    flow_text(composer->flow, composer->terms->parallel_end, title->pos);
}

static void
write_edition(Composer *composer)
{
    const DgXml *edition = first_unused(composer, "edition");
    if (!edition)
        return;
    separate(composer->flow, ". ", edition->pos);
    write_child(composer, edition);
    if (is_number(composer, edition))
        flow_join(composer->flow, composer->terms->edition, edition->pos);
}

/* Place : publisher, year; of a journal the year alone. */
static void
write_publication(Composer *composer)
{
    bool place = write_named(composer, "publisher-loc", ". ");
    bool firm = write_named(composer, "publisher-name", place ? composer->terms->publisher : ". ");
    bool journal = !place && !firm && !composer->russian;
    write_named(composer, "year", place || firm || journal ? ", " : ". ");
    write_named(composer, "month day season", ", ");
}

static void
write_pages(Composer *composer, const char *mark)
{
    const Terms *terms = composer->terms;
    const DgXml *first = first_unused(composer, "fpage"), *last = first_unused(composer, "lpage");
    if (!first && !last) {
        const DgXml *range = first_unused(composer, "page-range");
        bool many = range && is_range(composer, range);
        write_numbered(composer, "page-range", mark, many ? terms->pages : terms->page);
    } else {
        bool many = (first && last) || is_range(composer, first ? first : last);
        write_numbered(composer, first ? "fpage" : "lpage", mark,
                       many ? terms->pages : terms->page);
        if (first && last) {
            flow_join(composer->flow, "–", last->pos);
            write_child(composer, last);
        }
        write_named(composer, "page-range", ", ");
    }
    write_numbered(composer, "elocation-id", mark, terms->article);
}

static void
write_numbers(Composer *composer)
{
    const char *mark = composer->russian ? ". " : ", ";
    bool volume = write_numbered(composer, "volume", mark, composer->terms->volume);
    write_numbered(composer, "issue", volume ? ", " : mark, composer->terms->issue);
    write_named(composer, "supplement", ", ");
    write_pages(composer, mark);
    const DgXml *size = first_unused(composer, "size");
    if (size) {
        separate(composer->flow, ". ", size->pos);
        write_child(composer, size);
        if (is_number(composer, size))
            flow_join(composer->flow, composer->terms->size, size->pos);
    }
}

/* ---- addresses and the rest ---- */

/* Numbers of registers say which one they are of; a DOI is an address. */
static void
write_identifier(Composer *composer, const DgXml *id)
{
    Flow *flow = composer->flow;
    Jats *jats = flow->jats;
    const char *type = dg_xml_attribute(id, "pub-id-type"), *text = jats_text(jats, id);
    g_hash_table_add(composer->used, (gpointer)id);
    if (!text)
        return;
    separate(flow, ". ", id->pos);
    g_autofree char *name = g_ascii_strup(type ? type : "", -1);
    bool doi = strcmp(name, "DOI") == 0;
    if (doi)
        flow_text(flow, composer->russian ? "DOI: " : "doi:", id->pos);
    else if (*name && strcmp(name, "OTHER") != 0)
        flow_text(flow, dg_arena_printf(jats->arena, "%s: ", name), id->pos);
    if (!doi) {
        jats_read(flow, id);
        return;
    }
    const char *number = g_str_has_prefix(text, "doi:") ? text + strlen("doi:") : text;
    Wrap link;
    flow_open(flow, &link, DG_LINK, id);
    link.prototype.href = g_str_has_prefix(number, "http")
                              ? number
                              : dg_arena_printf(jats->arena, "https://doi.org/%s", number);
    flow_text(flow, number, id->pos);
    flow_close(flow);
}

static void
write_address(Composer *composer, const DgXml *address)
{
    separate(composer->flow, ". ", address->pos);
    if (is_bare(composer, address) || !strpbrk(jats_text(composer->flow->jats, address), " "))
        flow_text(composer->flow, composer->terms->address, address->pos);
    write_child(composer, address);
    const DgXml *date = first_unused(composer, "date-in-citation access-date");
    if (!date)
        return;
    bool bare = is_bare(composer, date);
    flow_join(composer->flow, bare ? composer->terms->consulted : " (", date->pos);
    write_child(composer, date);
    flow_join(composer->flow, composer->terms->consulted_end, date->pos);
}

/* What no rule knows stays in its order. */
static void
write_rest(Composer *composer)
{
    for (const DgXml *child = composer->citation->first; child; child = child->next) {
        if (child->text) {
            if (child->text[strspn(child->text, " \t\r\n.,;:")])
                flow_text(composer->flow, child->text, child->pos);
        } else if (dg_xml_is(child, "pub-id")) {
            write_identifier(composer, child);
        } else if (g_hash_table_contains(composer->used, child) || dg_xml_is(child, "label")) {
            continue;
        } else if (jats_named(child, "uri ext-link") && jats_text(composer->flow->jats, child)) {
            write_address(composer, child);
        } else {
            separate(composer->flow, ". ", child->pos);
            write_child(composer, child);
        }
    }
}

/* ---- the whole ---- */

/* Stated, else that of its title and source, else that of the text around. */
static bool
is_russian(Jats *jats, const DgXml *citation)
{
    for (const DgXml *at = citation; at && !dg_xml_is(at, "ref-list"); at = at->parent)
        if (dg_xml_attribute(at, "xml:lang"))
            return jats_same_language(dg_xml_attribute(at, "xml:lang"), "ru");
    g_autoptr(GString) words = g_string_new(NULL);
    for (const DgXml *child = citation->first; child; child = child->next)
        if (child->name && (jats_named(child, own_titles) || dg_xml_is(child, "source")))
            g_string_append_printf(words, "%s ",
                                   jats_text(jats, child) ? jats_text(jats, child) : "");
    const char *guess = dg_guess_language(words->str);
    return jats_same_language(guess ? guess : jats->language, "ru");
}

/* What the work is called and what it stands in. */
static void
write_titles(Composer *composer, bool heading, bool authors)
{
    const char *before = composer->russian ? " " : ". ";
    bool part = first_unused(composer, own_titles) != NULL;
    bool chapter = first_unused(composer, "chapter-title part-title") != NULL;
    write_named(composer, part ? own_titles : "source", heading ? before : ". ");
    write_parallel(composer, part ? "trans-title" : "trans-source");
    bool responsible = false;
    composer->flow->jats->given_first = true;
    if (authors && !heading)
        responsible = write_authors(composer, " / ");
    if (!part)
        write_editors(composer, !composer->russian ? ", " : responsible ? " ; " : " / ");
    const char *host = chapter ? composer->terms->host_chapter : composer->terms->host;
    bool hosted = part && write_named(composer, "source", host);
    write_parallel(composer, "trans-source");
    write_named(composer, "conf-name", hosted || !part ? composer->terms->event : host);
    write_named(composer, "conf-loc conf-date", ", ");
    if (part)
        write_editors(composer, composer->russian ? " / " : ", ");
    composer->flow->jats->given_first = false;
}

void
jats_element_citation(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    g_autoptr(GHashTable) used = g_hash_table_new(NULL, NULL);
    bool russian = is_russian(flow->jats, element), others = false;
    Composer composer = {flow, element, russian ? &russian_terms : &english_terms, russian, used};
    size_t authors = count_authors(&composer, &others);
    bool heading = authors > 0 && (!russian || (authors <= MOST_IN_HEADING && !others));
    write_named(&composer, "label", " ");
    if (heading)
        write_authors(&composer, " ");
    write_titles(&composer, heading, authors > 0);
    write_edition(&composer);
    write_publication(&composer);
    write_numbers(&composer);
    write_numbered(&composer, "series", ". ", composer.terms->series);
    write_rest(&composer);
    separate(flow, ".", element->pos);
}

/* jats-cite-format.c - a reference composed from its elements: GOST R 7.0.5 where it is in Russian; else authors,
 * title, source, year and then volume, number and pages with their terms. Nothing the source says is left out. */
#include "diglot/lang.h"
#include "jats-cite-internal.h"

#include <string.h>

#define NBSP "\u00A0"

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

static const char own_titles[] = "article-title chapter-title part-title data-title";
/* GOST R 7.0.5: more authors than these stand behind the title. */
enum { MOST_IN_HEADING = 3 };

/* ---- titles, publication, numbers ---- */

static void
write_parallel(Composer *composer, const char *name)
{
    const DgXml *title = cite_first_unused(composer, name);
    if (!title)
        return;
    flow_join(composer->flow, composer->terms->parallel, title->pos);
    cite_write_child(composer, title);
    flow_text(composer->flow, composer->terms->parallel_end, title->pos);
}

static void
write_edition(Composer *composer)
{
    const DgXml *edition = cite_first_unused(composer, "edition");
    if (!edition)
        return;
    cite_separate(composer->flow, ". ", edition->pos);
    cite_write_child(composer, edition);
    if (cite_is_number(composer, edition))
        flow_join(composer->flow, composer->terms->edition, edition->pos);
}

/* Place : publisher, year; of a journal the year alone. */
static void
write_publication(Composer *composer)
{
    bool place = cite_write_named(composer, "publisher-loc", ". ");
    bool firm =
        cite_write_named(composer, "publisher-name", place ? composer->terms->publisher : ". ");
    bool journal = !place && !firm && !composer->russian;
    cite_write_named(composer, "year", place || firm || journal ? ", " : ". ");
    cite_write_named(composer, "month day season", ", ");
}

static void
write_pages(Composer *composer, const char *mark)
{
    const Terms *terms = composer->terms;
    const DgXml *first = cite_first_unused(composer, "fpage"),
                *last = cite_first_unused(composer, "lpage");
    if (!first && !last) {
        const DgXml *range = cite_first_unused(composer, "page-range");
        bool many = range && cite_is_range(composer, range);
        cite_write_numbered(composer, "page-range", mark, many ? terms->pages : terms->page);
    } else {
        bool many = (first && last) || cite_is_range(composer, first ? first : last);
        cite_write_numbered(composer, first ? "fpage" : "lpage", mark,
                            many ? terms->pages : terms->page);
        if (first && last) {
            flow_join(composer->flow, "–", last->pos);
            cite_write_child(composer, last);
        }
        cite_write_named(composer, "page-range", ", ");
    }
    cite_write_numbered(composer, "elocation-id", mark, terms->article);
}

static void
write_numbers(Composer *composer)
{
    const char *mark = composer->russian ? ". " : ", ";
    bool volume = cite_write_numbered(composer, "volume", mark, composer->terms->volume);
    cite_write_numbered(composer, "issue", volume ? ", " : mark, composer->terms->issue);
    cite_write_named(composer, "supplement", ", ");
    write_pages(composer, mark);
    const DgXml *size = cite_first_unused(composer, "size");
    if (size) {
        cite_separate(composer->flow, ". ", size->pos);
        cite_write_child(composer, size);
        if (cite_is_number(composer, size))
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
    cite_separate(flow, ". ", id->pos);
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
    cite_separate(composer->flow, ". ", address->pos);
    if (cite_is_bare(composer, address) || !strpbrk(jats_text(composer->flow->jats, address), " "))
        flow_text(composer->flow, composer->terms->address, address->pos);
    cite_write_child(composer, address);
    const DgXml *date = cite_first_unused(composer, "date-in-citation access-date");
    if (!date)
        return;
    bool bare = cite_is_bare(composer, date);
    flow_join(composer->flow, bare ? composer->terms->consulted : " (", date->pos);
    cite_write_child(composer, date);
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
            cite_separate(composer->flow, ". ", child->pos);
            cite_write_child(composer, child);
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
    bool part = cite_first_unused(composer, own_titles) != NULL;
    bool chapter = cite_first_unused(composer, "chapter-title part-title") != NULL;
    cite_write_named(composer, part ? own_titles : "source", heading ? before : ". ");
    write_parallel(composer, part ? "trans-title" : "trans-source");
    bool responsible = false;
    composer->flow->jats->given_first = true;
    if (authors && !heading)
        responsible = cite_write_authors(composer, " / ");
    if (!part)
        cite_write_editors(composer, !composer->russian ? ", " : responsible ? " ; " : " / ");
    const char *host = chapter ? composer->terms->host_chapter : composer->terms->host;
    bool hosted = part && cite_write_named(composer, "source", host);
    write_parallel(composer, "trans-source");
    cite_write_named(composer, "conf-name", hosted || !part ? composer->terms->event : host);
    cite_write_named(composer, "conf-loc conf-date", ", ");
    if (part)
        cite_write_editors(composer, composer->russian ? " / " : ", ");
    composer->flow->jats->given_first = false;
}

void
jats_element_citation(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    g_autoptr(GHashTable) used = g_hash_table_new(NULL, NULL);
    bool russian = is_russian(flow->jats, element), others = false;
    Composer composer = {flow, element, russian ? &russian_terms : &english_terms, russian, used};
    size_t authors = cite_count_authors(&composer, &others);
    bool heading = authors > 0 && (!russian || (authors <= MOST_IN_HEADING && !others));
    cite_write_named(&composer, "label", " ");
    if (heading)
        cite_write_authors(&composer, " ");
    write_titles(&composer, heading, authors > 0);
    write_edition(&composer);
    write_publication(&composer);
    write_numbers(&composer);
    cite_write_numbered(&composer, "series", ". ", composer.terms->series);
    write_rest(&composer);
    cite_separate(flow, ".", element->pos);
}

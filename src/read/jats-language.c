/* jats-language.c - files whose blocks carry their languages (JATS 1.4, lang-group). */
#include "jats-internal.h"

#include <string.h>

/* The primary subtag decides; regions keep their capitals. */
char *
jats_language_tag(DgArena *arena, const char *tag)
{
    if (!tag || !*tag)
        return NULL;
    char *copy = dg_arena_strdup(arena, tag);
    for (char *at = copy; *at && *at != '-'; at++)
        *at = g_ascii_tolower(*at);
    return copy;
}

bool
jats_same_language(const char *tag, const char *language)
{
    if (!tag || !language)
        return false;
    size_t length = strcspn(tag, "-");
    return strcspn(language, "-") == length && g_ascii_strncasecmp(tag, language, length) == 0;
}

static const char *
language_of(const DgXml *element)
{
    for (; element; element = element->parent) {
        const char *lang = dg_xml_attribute(element, "xml:lang");
        if (lang && *lang)
            return lang;
    }
    return NULL;
}

/* What is set apart from its surroundings, and so may be in another language as a whole. */
static const char blocks[] =
    "sec p title label list list-item def-list disp-quote boxed-text statement fig fig-group "
    "table-wrap verse-group speech caption attrib sig-block sig disp-formula preformat code "
    "ack app glossary notes bio ref-list fn-group subtitle abstract kwd-group";

static bool
holds_language(const DgXml *element, const char *language)
{
    for (const DgXml *child = element->first; child; child = child->next) {
        if (!child->name)
            continue;
        const char *lang = jats_named(child, blocks) ? dg_xml_attribute(child, "xml:lang") : NULL;
        if ((lang && *lang && jats_same_language(lang, language)) ||
            holds_language(child, language))
            return true;
    }
    return false;
}

static bool
has_letters(const DgXml *element)
{
    for (const DgXml *child = element->first; child; child = child->next) {
        for (const char *at = child->text; at && *at; at = g_utf8_next_char(at))
            if (g_unichar_isalpha(g_utf8_get_char(at)))
                return true;
        if (child->name && has_letters(child))
            return true;
    }
    return false;
}

/* Foreign words inside a sentence stay; pictures and formulas without a word belong to all languages. */
bool
jats_leaves_out(const Jats *jats, const DgXml *element)
{
    if (!jats->split || !jats_named(element, blocks))
        return false;
    const char *own = dg_xml_attribute(element, "xml:lang");
    const char *lang = own && *own ? own : language_of(element);
    if (!lang || jats_same_language(lang, jats->language) ||
        holds_language(element, jats->language))
        return false;
    return own || has_letters(element);
}

bool
jats_is_for_text(const Jats *jats, const DgXml *element)
{
    const char *lang = dg_xml_attribute(element, "xml:lang");
    return lang && *lang ? jats_same_language(lang, jats->language) : !jats->foreign;
}

typedef struct {
    bool grouped;
    const char *first; /* language that some block states */
    bool several;
} Survey;

static void
survey(const DgXml *element, Survey *found)
{
    for (const DgXml *child = element->first; child; child = child->next) {
        if (!child->name || jats_named(child, "sub-article response front"))
            continue;
        const char *lang = dg_xml_attribute(child, "xml:lang");
        found->grouped |= dg_xml_attribute(child, "lang-group") != NULL;
        if (lang && *lang && jats_named(child, "sec p title list disp-quote")) {
            if (!found->first)
                found->first = lang;
            found->several |= !jats_same_language(lang, found->first);
        }
        survey(child, found);
    }
}

/* Whether blocks state two languages or belong to language groups. A quotation in another language, or a
 * figure with two captions, does not make a text of two languages. */
bool
jats_is_split(const DgXml *article)
{
    Survey found = {0};
    survey(article, &found);
    return found.grouped || found.several;
}

/* error.c - what libxml2 says, in the words of the table of messages. */
#include "xml-internal.h"

#include <glib.h>
#include <string.h>

/* The faults that authors make; their arguments are libxml2's str1, int1, str2. */
typedef struct {
    int number;
    DgCode code;
} Known;

static const Known known[] = {
    {XML_ERR_TAG_NAME_MISMATCH, DG_XML_MISMATCH}, {XML_ERR_TAG_NOT_FINISHED, DG_XML_UNCLOSED},
    {XML_ERR_ATTRIBUTE_REDEFINED, DG_XML_TWICE},  {XML_ERR_LT_IN_ATTRIBUTE, DG_XML_LESS_THAN},
    {XML_ERR_DOCUMENT_EMPTY, DG_XML_EMPTY},       {XML_ERR_DOCUMENT_END, DG_XML_BEHIND},
    {XML_ERR_ENTITY_LOOP, DG_XML_GROWTH},
};

/* One line of bearable length. */
static char *
fold(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text ? text : "?", -1);
    for (char *at = valid; *at; at++)
        if (g_ascii_iscntrl(*at))
            *at = ' ';
    g_strstrip(valid);
    if (g_utf8_strlen(valid, -1) <= 100)
        return g_steal_pointer(&valid);
    g_autofree char *start = g_utf8_substring(valid, 0, 100);
    return g_strconcat(start, "…", NULL);
}

/* Without what is meant for programmers: names of functions, advice on options. */
static char *
plain_message(const xmlError *error)
{
    g_autofree char *message = g_strdup(error->message ? error->message : "?");
    char *advice = strstr(message, " use XML_PARSE_HUGE");
    if (advice)
        *advice = '\0';
    const char *start = message;
    if (g_str_has_prefix(start, "internal error: "))
        start += strlen("internal error: ");
    size_t name = strcspn(start, " :");
    if (g_str_has_prefix(start, "xmlParse") && start[name] == ':')
        start += name + 1;
    return fold(start);
}

bool
dg_xml_error_is_ampersand(const xmlError *error)
{
    return error->code == XML_ERR_ENTITYREF_SEMICOL_MISSING ||
           (error->code == XML_ERR_NAME_REQUIRED && error->message &&
            strstr(error->message, "EntityRef"));
}

void
dg_xml_report(DgDiags *diags, DgPos pos, const xmlError *error)
{
    if (dg_xml_error_is_ampersand(error)) {
        dg_diag(diags, DG_XML_AMPERSAND, pos, NULL);
        return;
    }
    for (const Known *entry = known; entry < known + G_N_ELEMENTS(known); entry++) {
        if (entry->number != error->code)
            continue;
        char line[16];
        g_snprintf(line, sizeof line, "%d", error->int1);
        g_autofree char *first = fold(error->str1), *second = fold(error->str2);
        dg_diag(diags, entry->code, pos, first, line, second, NULL);
        return;
    }
    g_autofree char *message = plain_message(error);
    dg_diag(diags, DG_XML_MALFORMED, pos, message, NULL);
}

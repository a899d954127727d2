/* preflight-said.c - what the file says of itself in XMP and Info.
 * XMP is searched as text for properties under their usual prefixes, which the standards prescribe or every writer uses. */
#include "preflight-internal.h"

#include <string.h>

char *
xmp_value(const Check *check, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = strstr(check->xmp, name); at; at = strstr(at + length, name)) {
        char before = at > check->xmp ? at[-1] : '\0';
        const char *value = at + length;
        if (before == '<' && *value == '>')
            return g_strndup(value + 1, strcspn(value + 1, "<"));
        if (g_ascii_isspace(before) && value[0] == '=' && (value[1] == '"' || value[1] == '\''))
            return g_strndup(value + 2, strcspn(value + 2, value[1] == '"' ? "\"" : "'"));
    }
    return NULL;
}

static bool
xmp_says(const Check *check, const char *name, const char *wanted)
{
    g_autofree char *value = xmp_value(check, name);
    return g_strcmp0(value, wanted) == 0;
}

static bool
has_title(const Check *check)
{
    const char *title = strstr(check->xmp, "<dc:title>");
    const char *item = title ? strstr(title, "<rdf:li") : NULL;
    const char *text = item ? strchr(item, '>') : NULL;
    return text && text[1] && text[1] != '<';
}

static bool
has_identity(const Check *check)
{
    static const char *const names[] = {"xmpMM:DocumentID",     "xmpMM:VersionID",
                                        "xmpMM:RenditionClass", "xmp:CreateDate",
                                        "xmp:ModifyDate",       "xmp:MetadataDate"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *value = xmp_value(check, names[i]);
        if (!value || !*value)
            return false;
    }
    return true;
}

/* ISO 19005-2, 6.6.2.1. GLib's parser knows no name spaces, which does no harm. */
static void
check_form(Check *check)
{
    const GMarkupParser nothing = {0};
    GMarkupParseContext *context =
        g_markup_parse_context_new(&nothing, G_MARKUP_TREAT_CDATA_AS_TEXT, NULL, NULL);
    bool sound = g_markup_parse_context_parse(context, check->xmp, -1, NULL) &&
                 g_markup_parse_context_end_parse(context, NULL);
    g_markup_parse_context_free(context);
    const char *header = strstr(check->xmp, "<?xpacket begin");
    g_autofree char *packet = g_strndup(header ? header : "", header ? strcspn(header, ">") : 0);
    if (!sound || strstr(packet, " bytes=") || strstr(packet, " encoding="))
        broken(check, RULE_XMP_FORM, 0);
    g_autofree char *ua = xmp_value(check, "pdfuaid:part");
    if (ua && !strstr(check->xmp, "http://www.aiim.org/pdfa/ns/extension/"))
        broken(check, RULE_XMP_SCHEMA, 0);
}

/* "D:20240916100000Z" says what "2024-09-16T10:00:00Z" says. */
static void
check_dates(Check *check)
{
    static const char *const names[][2] = {{"/CreationDate", "xmp:CreateDate"},
                                           {"/ModDate", "xmp:ModifyDate"}};
    qpdf_oh info = key_of(check, qpdf_get_trailer(check->qpdf), "/Info");
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *old = string_of(check, key_of(check, info, names[i][0])),
                        *new = xmp_value(check, names[i][1]);
        g_autoptr(GString) digits = g_string_new("D:");
        for (const char *at = new ? new : ""; *at && digits->len < strlen("D:20240916100000"); at++)
            if (g_ascii_isdigit(*at))
                g_string_append_c(digits, *at);
        if (*old && new &&strncmp(old, digits->str, MIN(strlen(old), digits->len)) != 0)
            broken(check, RULE_INFO_AGREES, object_of(check, info));
    }
}

static void
check_press(Check *check)
{
    qpdf_oh info = key_of(check, qpdf_get_trailer(check->qpdf), "/Info");
    int object = object_of(check, info);
    g_autofree char *version = string_of(check, key_of(check, info, "/GTS_PDFXVersion")),
                    *said = xmp_value(check, "pdf:Trapped");
    const char *trapped = name_of(check, key_of(check, info, "/Trapped"));
    if (!xmp_says(check, "pdfxid:GTS_PDFXVersion", "PDF/X-4") ||
        (*version && strcmp(version, "PDF/X-4") != 0))
        broken(check, RULE_CLAIM_X, object);
    if ((strcmp(trapped, "/True") != 0 && strcmp(trapped, "/False") != 0) ||
        g_strcmp0(said, trapped + 1) != 0)
        broken(check, RULE_TRAPPED, object);
    if (!has_identity(check))
        broken(check, RULE_IDENTITY, 0);
}

void
check_said(Check *check)
{
    if (!strstr(check->xmp, "<rdf:RDF"))
        broken(check, RULE_METADATA, 0);
    if (!xmp_says(check, "pdfaid:part", "2") || !xmp_says(check, "pdfaid:conformance", "A"))
        broken(check, RULE_CLAIM_A, 0);
    if (!xmp_says(check, "pdfuaid:part", "1"))
        broken(check, RULE_CLAIM_UA, 0);
    if (strstr(check->xmp, "pdf:Trapped"))
        broken(check, RULE_XMP_TRAPPED, 0);
    if (!has_title(check))
        broken(check, RULE_TITLE, 0);
    if (*check->xmp)
        check_form(check);
    check_dates(check);
    check_press(check);
}

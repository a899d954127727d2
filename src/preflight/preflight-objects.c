/* preflight-objects.c - every object of the file by itself: fonts, pictures, graphics states, actions.
 * Objects are asked for by number, so that nothing hides where no page leads. */
#include "preflight-internal.h"

#include <string.h>

enum { NAME_BYTES = 127 }; /* ISO 19005-2, 6.1.13 */

typedef struct {
    Check *check;
    int object;
} Visit;

static bool
is_one_of(const char *name, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

/* ---- streams ---- */

static void
check_filters(Visit *visit, qpdf_oh dictionary)
{
    static const char *const refused[] = {"/LZWDecode", "/LZW", "/Crypt"};
    Check *check = visit->check;
    qpdf_oh filters = key_of(check, dictionary, "/Filter");
    for (int i = 0; i < count_of(check, filters); i++)
        if (is_one_of(name_of(check, item_of(check, filters, i)), refused, G_N_ELEMENTS(refused)))
            broken(check, RULE_FILTER, visit->object);
}

/* A name, or an array in which a base or alternate space stands; the alternate of a profile does not count. */
static void
check_space(Visit *visit, qpdf_oh space, int depth)
{
    static const struct {
        const char *name;
        Use use;
    } devices[] = {
        {"/DeviceGray", USES_GRAY}, {"/DeviceRGB", USES_RGB}, {"/DeviceCMYK", USES_CMYK}};
    enum { DEEPEST = 4 };
    Check *check = visit->check;
    const char *name = name_of(check, item_of(check, space, 0));
    for (size_t i = 0; i < G_N_ELEMENTS(devices); i++)
        if (strcmp(name, devices[i].name) == 0)
            uses_color(check, devices[i].use, visit->object);
    static const char *const based[] = {"/Indexed", "/Pattern"}, *const tinted[] = {"/Separation",
                                                                                    "/DeviceN"};
    if (depth == DEEPEST || !qpdf_oh_is_array(check->qpdf, space))
        return;
    if (is_one_of(name, based, G_N_ELEMENTS(based)) && count_of(check, space) > 1)
        check_space(visit, item_of(check, space, 1), depth + 1);
    else if (is_one_of(name, tinted, G_N_ELEMENTS(tinted)) && count_of(check, space) > 2)
        check_space(visit, item_of(check, space, 2), depth + 1);
}

static void
check_picture(Visit *visit, qpdf_oh picture)
{
    Check *check = visit->check;
    qpdf_oh smooth = key_of(check, picture, "/Interpolate");
    if (qpdf_oh_is_bool(check->qpdf, smooth) && qpdf_oh_get_bool_value(check->qpdf, smooth))
        broken(check, RULE_INTERPOLATION, visit->object);
    if (has_key(check, picture, "/SMask"))
        broken(check, RULE_TRANSPARENCY, visit->object);
    if (has_key(check, picture, "/ColorSpace"))
        check_space(visit, key_of(check, picture, "/ColorSpace"), 0);
}

/* ---- transparency ---- */

static void
check_state(Visit *visit, qpdf_oh state)
{
    Check *check = visit->check;
    qpdf_oh mask = key_of(check, state, "/SMask");
    const char *blend = name_of(check, key_of(check, state, "/BM"));
    bool clear = number_of(check, key_of(check, state, "/ca"), 1) < 1 ||
                 number_of(check, key_of(check, state, "/CA"), 1) < 1 ||
                 is_dictionary(check, mask) ||
                 (*blend && strcmp(blend, "/Normal") != 0 && strcmp(blend, "/Compatible") != 0);
    if (clear)
        broken(check, RULE_TRANSPARENCY, visit->object);
    bool plain_transfer = is_named(check, state, "/TR2", "/Default");
    if (has_key(check, state, "/TR") || has_key(check, state, "/HTP") ||
        (has_key(check, state, "/TR2") && !plain_transfer))
        broken(check, RULE_GRAPHICS_STATE, visit->object);
}

/* What is drawn from elsewhere. */
static void
check_origin(Visit *visit, qpdf_oh object)
{
    Check *check = visit->check;
    bool form = is_named(check, object, "/Subtype", "/Form");
    if (is_named(check, object, "/Subtype", "/PS") || has_key(check, object, "/OPI") ||
        has_key(check, object, "/Alternates") ||
        (form && (has_key(check, object, "/Ref") || has_key(check, object, "/PS") ||
                  is_named(check, object, "/Subtype2", "/PS"))))
        broken(check, RULE_OTHER_OBJECT, visit->object);
}

/* ---- what is too large ---- */

static void
check_limits(Visit *visit, qpdf_oh value)
{
    enum { STRING_BYTES = 32767 };
    Check *check = visit->check;
    size_t length = 0;
    bool fits = true;
    if (qpdf_oh_is_string(check->qpdf, value)) {
        qpdf_oh_get_binary_string_value(check->qpdf, value, &length);
        fits = length <= STRING_BYTES;
    } else if (qpdf_oh_is_name(check->qpdf, value)) {
        fits = strlen(name_of(check, value)) <= NAME_BYTES + 1; /* and the slash */
    } else if (qpdf_oh_is_integer(check->qpdf, value)) {
        double number = number_of(check, value, 0);
        fits = number <= G_MAXINT32 && number >= G_MININT32;
    }
    if (!fits)
        broken(check, RULE_LIMITS, visit->object);
}

/* ---- fonts ---- */

static bool
is_embedded(Check *check, qpdf_oh font)
{
    qpdf_oh descriptor = key_of(check, font, "/FontDescriptor");
    return has_key(check, descriptor, "/FontFile") || has_key(check, descriptor, "/FontFile2") ||
           has_key(check, descriptor, "/FontFile3");
}

static void
check_font(Visit *visit, qpdf_oh font)
{
    static const char *const embedded[] = {"/Type1", "/MMType1", "/TrueType", "/CIDFontType0",
                                           "/CIDFontType2"};
    static const char *const latin[] = {"/WinAnsiEncoding", "/MacRomanEncoding",
                                        "/MacExpertEncoding"};
    Check *check = visit->check;
    const Codes *codes = codes_of(check, font);
    if (codes)
        codes_check(check, codes, font, visit->object);
    g_autofree char *kind = g_strdup(name_of(check, key_of(check, font, "/Subtype")));
    if (is_one_of(kind, embedded, G_N_ELEMENTS(embedded)) && !is_embedded(check, font))
        broken(check, RULE_FONT_EMBEDDED, visit->object);
    if (strcmp(kind, "/CIDFontType2") == 0 && !has_key(check, font, "/CIDToGIDMap"))
        broken(check, RULE_GLYPH_MAP, visit->object);
    if (g_str_has_prefix(kind, "/CIDFont") || has_key(check, font, "/ToUnicode"))
        return;
    const char *encoding = name_of(check, key_of(check, font, "/Encoding"));
    if (strcmp(kind, "/Type0") == 0 || !is_one_of(encoding, latin, G_N_ELEMENTS(latin)))
        broken(check, RULE_UNICODE, visit->object);
}

/* ---- all that a dictionary may be ---- */

static void
check_action(Visit *visit, qpdf_oh dictionary)
{
    static const char *const refused[] = {"/Launch",      "/Sound", "/Movie",     "/ResetForm",
                                          "/ImportData",  "/Hide",  "/Rendition", "/JavaScript",
                                          "/SetOCGState", "/Trans", "/GoTo3DView"};
    if (is_one_of(name_of(visit->check, key_of(visit->check, dictionary, "/S")), refused,
                  G_N_ELEMENTS(refused)))
        broken(visit->check, RULE_ACTION, visit->object);
    if (has_key(visit->check, dictionary, "/AA"))
        broken(visit->check, RULE_TRIGGER, visit->object);
}

/* BCP 47, as far as a glance goes: subtags of 1 to 8 letters and digits, the first of letters. */
static bool
is_language(const char *tag)
{
    int subtags = 0;
    for (const char *s = tag; *s; s += *s == '-', subtags++) {
        size_t length = 0;
        for (; *s && *s != '-'; s++, length++)
            if (!(subtags ? g_ascii_isalnum(*s) : g_ascii_isalpha(*s)))
                return false;
        if (length < 1 || length > 8 || (*s == '-' && !s[1]))
            return false;
    }
    return true;
}

static void
check_dictionary(Visit *visit, qpdf_oh dictionary)
{
    Check *check = visit->check;
    if (has_key(check, dictionary, "/Filter"))
        check_filters(visit, dictionary);
    if (is_named(check, dictionary, "/Subtype", "/Image"))
        check_picture(visit, dictionary);
    else if (has_key(check, dictionary, "/ShadingType"))
        check_space(visit, key_of(check, dictionary, "/ColorSpace"), 0);
    else
        check_state(visit, dictionary);
    if (is_named(check, dictionary, "/Type", "/Font"))
        check_font(visit, dictionary);
    if (is_named(check, dictionary, "/Type", "/Group") ||
        is_named(check, key_of(check, dictionary, "/Group"), "/S", "/Transparency"))
        broken(check, RULE_TRANSPARENCY, visit->object);
    if (is_named(check, dictionary, "/Type", "/XObject") || has_key(check, dictionary, "/OPI"))
        check_origin(visit, dictionary);
    check_action(visit, dictionary);
    g_autofree char *language = string_of(check, key_of(check, dictionary, "/Lang"));
    if (!is_language(language))
        broken(check, RULE_LANGUAGE_CODE, visit->object);
}

/* Down into what is no object of its own. */
static void
visit_value(Visit *visit, qpdf_oh value, int depth)
{
    enum { DEEPEST = 24 };
    Check *check = visit->check;
    if (depth == DEEPEST)
        return;
    check_limits(visit, value);
    if (qpdf_oh_is_array(check->qpdf, value)) {
        for (int i = 0; i < count_of(check, value); i++) {
            qpdf_oh item = item_of(check, value, i);
            if (!object_of(check, item))
                visit_value(visit, item, depth + 1);
            qpdf_oh_release(check->qpdf, item);
        }
        return;
    }
    if (!is_dictionary(check, value) && !qpdf_oh_is_stream(check->qpdf, value))
        return;
    check_dictionary(visit, value);
    if (qpdf_oh_is_stream(check->qpdf, value) && has_key(check, value, "/F"))
        broken(check, RULE_OUTSIDE_STREAM, visit->object);
    g_autoptr(GPtrArray) keys = keys_of(check, value);
    for (guint i = 0; i < keys->len; i++) {
        if (strlen(keys->pdata[i]) > NAME_BYTES + 1)
            broken(check, RULE_LIMITS, visit->object);
        qpdf_oh item = key_of(check, value, keys->pdata[i]);
        if (!object_of(check, item))
            visit_value(visit, item, depth + 1);
        qpdf_oh_release(check->qpdf, item);
    }
}

void
check_objects(Check *check)
{
    enum { MOST = 10000000 };
    qpdf_oh size = key_of(check, qpdf_get_trailer(check->qpdf), "/Size");
    int n = (int)CLAMP(number_of(check, size, 0), 0, MOST);
    for (int object = 1; object < n; object++) {
        Visit visit = {check, object};
        visit_value(&visit, qpdf_get_object_by_id(check->qpdf, object, 0), 0);
        qpdf_oh_release_all(check->qpdf);
    }
}

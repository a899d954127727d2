/* pdf-profile.c - the output intent: of a press its printing condition; of the screen sRGB, as an ICC profile of some 500 bytes made here from the numbers of
 * IEC 61966-2-1, so that colours mean the same on every machine and no file of another's is embedded.
 * Source: ICC.1:2004-10 (version 4.2), which PDF 1.7 allows; colorants adapted to D50 by Bradford. */
#include "pdf-internal.h"

#include <math.h>
#include <string.h>

enum { HEADER_SIZE = 128, TAG_RECORD_SIZE = 12, N_TAGS = 10 };

typedef struct {
    const char *name;
    GByteArray *data; /* shared by the three curves */
} Tag;

static void
put_number(GByteArray *out, uint32_t value)
{
    uint8_t bytes[4] = {(uint8_t)(value >> 24), (uint8_t)(value >> 16), (uint8_t)(value >> 8),
                        (uint8_t)value};
    g_byte_array_append(out, bytes, sizeof bytes);
}

/* s15Fixed16Number */
static void
put_fixed(GByteArray *out, double value)
{
    put_number(out, (uint32_t)(int32_t)lround(value * 65536));
}

static GByteArray *
tag_new(const char *type)
{
    GByteArray *data = g_byte_array_new();
    g_byte_array_append(data, (const uint8_t *)type, 4);
    put_number(data, 0);
    return data;
}

static GByteArray *
text_tag(const char *text)
{
    enum { RECORDS = 1, RECORD_SIZE = 12, TEXT_OFFSET = 28 };
    GByteArray *data = tag_new("mluc");
    size_t length = strlen(text);
    put_number(data, RECORDS);
    put_number(data, RECORD_SIZE);
    g_byte_array_append(data, (const uint8_t *)"enUS", 4);
    put_number(data, (uint32_t)length * 2);
    put_number(data, TEXT_OFFSET);
    for (size_t i = 0; i < length; i++) {
        uint8_t unit[2] = {0, (uint8_t)text[i]};
        g_byte_array_append(data, unit, 2);
    }
    return data;
}

static GByteArray *
numbers_tag(const char *type, const double *values, size_t n)
{
    GByteArray *data = tag_new(type);
    for (size_t i = 0; i < n; i++)
        put_fixed(data, values[i]);
    return data;
}

/* The function of type 3: (a x + b) ^ g from d on, c x below. */
static GByteArray *
curve_tag(void)
{
    static const double parameters[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    GByteArray *data = tag_new("para");
    static const uint8_t function[4] = {0, 3, 0, 0};
    g_byte_array_append(data, function, sizeof function);
    for (size_t i = 0; i < G_N_ELEMENTS(parameters); i++)
        put_fixed(data, parameters[i]);
    return data;
}

static void
put_header(GByteArray *profile, uint32_t size)
{
    put_number(profile, size);
    put_number(profile, 0);          /* preferred engine: none */
    put_number(profile, 0x04200000); /* version 4.2 */
    g_byte_array_append(profile, (const uint8_t *)"mntrRGB XYZ ", 12);
    static const uint8_t date[12] = {0x07, 0xD0, 0,
                                     1,    0,    1}; /* 2000-01-01, so that it is always the same */
    g_byte_array_append(profile, date, sizeof date);
    g_byte_array_append(profile, (const uint8_t *)"acsp", 4);
    static const uint8_t nothing[28] = {
        0}; /* platform, flags, device, attributes, intent: perceptual */
    g_byte_array_append(profile, nothing, sizeof nothing);
    put_number(profile, 0xF6D6); /* the D50 illuminant: 0.9642, 1, 0.8249 */
    put_number(profile, 0x10000);
    put_number(profile, 0xD32D);
    g_byte_array_set_size(profile, HEADER_SIZE);
    memset(profile->data + 80, 0, HEADER_SIZE - 80); /* creator, ID, reserved */
}

static void
put_tags(GByteArray *profile, const Tag *tags)
{
    uint32_t offset = HEADER_SIZE + 4 + N_TAGS * TAG_RECORD_SIZE;
    put_number(profile, N_TAGS);
    for (int i = 0; i < N_TAGS; i++) {
        bool shared = i > 0 && tags[i].data == tags[i - 1].data;
        if (shared)
            offset -= (tags[i].data->len + 3) / 4 * 4;
        g_byte_array_append(profile, (const uint8_t *)tags[i].name, 4);
        put_number(profile, offset);
        put_number(profile, tags[i].data->len);
        offset += (tags[i].data->len + 3) / 4 * 4;
    }
    static const uint8_t padding[4] = {0};
    for (int i = 0; i < N_TAGS; i++) {
        if (i > 0 && tags[i].data == tags[i - 1].data)
            continue;
        g_byte_array_append(profile, tags[i].data->data, tags[i].data->len);
        g_byte_array_append(profile, padding, (4 - tags[i].data->len % 4) % 4);
    }
}

static GByteArray *
profile_new(void)
{
    static const double white[] = {0.9642, 1, 0.8249};
    static const double red[] = {0.4360747, 0.2225045, 0.0139322};
    static const double green[] = {0.3850649, 0.7168786, 0.0971045};
    static const double blue[] = {0.1430804, 0.0606169, 0.7141733};
    /* From D65, which sRGB is seen by, to D50. */
    static const double adaption[] = {1.04788,  0.02292,  -0.0502, 0.02959, 0.99048,
                                      -0.01706, -0.00923, 0.01508, 0.75168};
    GByteArray *curve = curve_tag();
    const Tag tags[N_TAGS] = {
        {"desc", text_tag("sRGB IEC61966-2.1")},
        {"cprt", text_tag("No rights reserved")},
        {"wtpt", numbers_tag("XYZ ", white, 3)},
        {"chad", numbers_tag("sf32", adaption, 9)},
        {"rXYZ", numbers_tag("XYZ ", red, 3)},
        {"gXYZ", numbers_tag("XYZ ", green, 3)},
        {"bXYZ", numbers_tag("XYZ ", blue, 3)},
        {"rTRC", curve},
        {"gTRC", curve},
        {"bTRC", curve},
    };
    GByteArray *profile = g_byte_array_new();
    put_header(profile, 0);
    put_tags(profile, tags);
    for (int i = 0; i < 4; i++)
        profile->data[i] = (uint8_t)(profile->len >> (24 - 8 * i));
    for (int i = 0; i < N_TAGS; i++)
        if (i == 0 || tags[i].data != tags[i - 1].data)
            g_byte_array_free(tags[i].data, TRUE);
    return profile;
}

static int
put_intent(PdfFile *file, const char *entries, int components, const void *profile, size_t size)
{
    int stream = pdf_object_new(file), intent = pdf_object_new(file);
    g_autofree char *numbers = g_strdup_printf("/N %d", components);
    pdf_stream_put(file, stream, numbers, profile, size);
    g_autoptr(GString) body = g_string_new("<</Type/OutputIntent");
    g_string_append(body, entries);
    g_string_append_printf(body, "/DestOutputProfile %d 0 R>>", stream);
    pdf_object_put(file, intent, body);
    return intent;
}

static int
put_press_intent(PdfFile *file, const DgInks *inks)
{
    DgBytes profile = dg_inks_profile(inks);
    g_autoptr(GString) entries = g_string_new("/S/GTS_PDFX/OutputConditionIdentifier");
    pdf_put_string(entries, dg_inks_identifier(inks));
    if (dg_inks_registered(inks))
        g_string_append(entries, "/RegistryName(http://www.color.org)");
    g_string_append(entries, "/Info");
    pdf_put_string(entries, dg_inks_information(inks));
    return put_intent(file, entries->str, 4, profile.data, profile.size);
}

int
pdf_intent_put(const PdfDocument *document)
{
    if (document->options->press)
        return put_press_intent(document->file, document->options->press->inks);
    g_autoptr(GByteArray) profile = profile_new();
    return put_intent(document->file,
                      "/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)", 3,
                      profile->data, profile->len);
}

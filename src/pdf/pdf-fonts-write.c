/* pdf-fonts-write.c - font objects: Type0 over CIDFontType2 or CIDFontType0, descriptor, program, ToUnicode
 * (ISO 32000-1, 9.7-9.10; Adobe technical note 5411). */
#include "pdf-fonts-internal.h"

#include <string.h>

/* Six letters from the bytes of the subset, a plus sign, the name. */
static char *
subset_name(const PdfFont *font)
{
    g_autofree char *sum =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, font->program.data, font->program.size);
    char tag[7] = {0};
    for (int i = 0; i < 6; i++) {
        int high = g_ascii_xdigit_value(sum[2 * i]), low = g_ascii_xdigit_value(sum[2 * i + 1]);
        tag[i] = (char)('A' + (high * 16 + low) % 26);
    }
    const char *name = font->face->postscript_name;
    return g_strdup_printf("%s+%s", tag, name && *name ? name : "Unnamed");
}

static int
per_mille(const PdfFont *font, int units)
{
    return (int)dg_len_scale(units, 1000, MAX(font->face->upem, 1));
}

static void
put_program(const PdfFont *font, PdfFile *file, GString *descriptor)
{
    if (!font->program.data)
        return;
    int object = pdf_object_new(file);
    PdfTable cff = pdf_sfnt_table(font->program, "CFF ");
    if (cff.data) {
        pdf_stream_put(file, object, "/Subtype/CIDFontType0C", cff.data, cff.size);
        g_string_append_printf(descriptor, "/FontFile3 %d 0 R", object);
        return;
    }
    g_autofree char *length = g_strdup_printf("/Length1 %" G_GSIZE_FORMAT, font->program.size);
    pdf_stream_put(file, object, length, font->program.data, font->program.size);
    g_string_append_printf(descriptor, "/FontFile2 %d 0 R", object);
}

static int
put_descriptor(const PdfFont *font, PdfFile *file, const char *name)
{
    enum { FIXED_PITCH = 1, SYMBOLIC = 4, ITALIC = 64 };
    const DgFace *face = font->face;
    int flags = SYMBOLIC | (face->monospaced ? FIXED_PITCH : 0) | (face->italic ? ITALIC : 0);
    g_autoptr(GString) body = g_string_new("<</Type/FontDescriptor/FontName");
    pdf_put_name(body, name);
    g_string_append_printf(body, "/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d", flags,
                           per_mille(font, face->bbox[0]), per_mille(font, face->bbox[1]),
                           per_mille(font, face->bbox[2]), per_mille(font, face->bbox[3]),
                           face->italic_angle);
    g_string_append_printf(body, "/Ascent %d/Descent %d/CapHeight %d/XHeight %d/StemV %d",
                           per_mille(font, face->ascent), per_mille(font, face->descent),
                           per_mille(font, face->cap_height), per_mille(font, face->x_height),
                           per_mille(font, face->stem_v));
    put_program(font, file, body);
    g_string_append(body, ">>");
    int object = pdf_object_new(file);
    pdf_object_put(file, object, body);
    return object;
}

static void
put_widths(const PdfFont *font, GString *body)
{
    g_string_append(body, "/DW 0/W[");
    bool open = false;
    for (int cid = 1; cid <= font->last_code; cid++) {
        const FontCode *code = font->by_code[cid];
        if (!code) {
            g_string_append(body, open ? "]" : "");
            open = false;
            continue;
        }
        if (open)
            g_string_append_printf(body, " %d", code->width);
        else
            g_string_append_printf(body, "%d[%d", cid, code->width);
        open = true;
    }
    g_string_append(body, open ? "]]" : "]");
}

static int
put_glyph_map(const PdfFont *font, PdfFile *file)
{
    g_autoptr(GByteArray) map = g_byte_array_new();
    for (int cid = 0; cid <= font->last_code; cid++) {
        uint32_t glyph = font->by_code[cid] ? font->by_code[cid]->glyph : 0;
        uint8_t bytes[2] = {(uint8_t)(glyph >> 8), (uint8_t)glyph};
        g_byte_array_append(map, bytes, sizeof bytes);
    }
    int object = pdf_object_new(file);
    pdf_stream_put(file, object, "", map->data, map->len);
    return object;
}

static int
put_descendant(const PdfFont *font, PdfFile *file, const char *name)
{
    int descriptor = put_descriptor(font, file, name);
    g_autoptr(GString) body = g_string_new("<</Type/Font/Subtype");
    g_string_append(body, font->face->cff ? "/CIDFontType0" : "/CIDFontType2");
    g_string_append(body, "/BaseFont");
    pdf_put_name(body, name);
    g_string_append_printf(body,
                           "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                           "/FontDescriptor %d 0 R",
                           descriptor);
    if (!font->face->cff)
        g_string_append_printf(body, "/CIDToGIDMap %d 0 R", put_glyph_map(font, file));
    put_widths(font, body);
    g_string_append(body, ">>");
    int object = pdf_object_new(file);
    pdf_object_put(file, object, body);
    return object;
}

/* A byte order mark in a text is none, and no map may tell one: the word joiner means the same (ISO 19005-2,
 * 6.2.11.7.2; Unicode 23.8). */
static void
put_utf16(GString *out, const FontCode *code)
{
    g_autofree char *valid = g_utf8_make_valid(code->text, (gssize)code->length);
    glong n = 0;
    g_autofree gunichar2 *units = g_utf8_to_utf16(valid, -1, NULL, &n, NULL);
    g_string_append_c(out, '<');
    for (glong i = 0; i < n; i++)
        g_string_append_printf(out, "%04X", units[i] == 0xFEFF ? 0x2060 : units[i]);
    g_string_append_c(out, '>');
}

static void
put_code_space(const PdfFont *font, GString *out)
{
    unsigned leads = (unsigned)font->leads;
    bool one = leads<PDF_ALL_LEADS, two = leads> 0;
    g_string_append_printf(out, "%d begincodespacerange\n", one + two);
    if (one)
        g_string_append_printf(out, "<%02X><FF>\n", leads ? leads + 1 : 0);
    if (two)
        g_string_append_printf(out, one ? "<0100><%02XFF>\n" : "<0000><FFFF>\n", leads);
    g_string_append(out, "endcodespacerange\n");
}

/* At most 100 entries stand in one block. */
static void
put_mappings(const PdfFont *font, GString *out)
{
    enum { ENTRIES_A_BLOCK = 100 };
    int left = 0, in_block = 0;
    for (int code = 0; code <= font->last_code; code++)
        left += font->by_code[code] != NULL;
    for (int code = 0; code <= font->last_code; code++) {
        if (!font->by_code[code])
            continue;
        if (in_block == 0) {
            in_block = MIN(left, ENTRIES_A_BLOCK);
            g_string_append_printf(out, "%d beginbfchar\n", in_block);
        }
        g_string_append_printf(out, pdf_code_is_wide(font, code) ? "<%04X>" : "<%02X>",
                               (unsigned)code);
        put_utf16(out, font->by_code[code]);
        g_string_append_c(out, '\n');
        left--;
        if (--in_block == 0)
            g_string_append(out, "endbfchar\n");
    }
}

static const char map_head[] = "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n";
static const char map_tail[] = "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";

static int
put_to_unicode(const PdfFont *font, PdfFile *file)
{
    g_autoptr(GString) map = g_string_new(map_head);
    g_string_append(map, "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                         "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n");
    put_code_space(font, map);
    put_mappings(font, map);
    g_string_append(map, map_tail);
    int object = pdf_object_new(file);
    pdf_stream_put(file, object, "", map->str, map->len);
    return object;
}

/* Codes are CIDs, as in Identity-H, but some or all of them have one byte. */
static void
put_encoding(const PdfFont *font, PdfFile *file, GString *body)
{
    static const char system[] =
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>";
    unsigned leads = (unsigned)font->leads;
    if (leads == PDF_ALL_LEADS) {
        g_string_append(body, "/Identity-H");
        return;
    }
    g_autofree char *name = g_strdup_printf("/CMapName/Identity-H-%u", leads);
    g_autoptr(GString) map = g_string_new(map_head);
    g_string_append_printf(map, "%sdef\n%s def\n/CMapType 1 def\n/WMode 0 def\n", system, name);
    put_code_space(font, map);
    g_string_append_printf(map, "%d begincidrange\n<%02X><FF> %u\n", 1 + (leads > 0),
                           leads ? leads + 1 : 0, leads ? leads + 1 : 0);
    if (leads)
        g_string_append_printf(map, "<0100><%02XFF> 256\n", leads);
    g_string_append_printf(map, "endcidrange\n%s", map_tail);
    g_autofree char *dictionary = g_strconcat("/Type/CMap/WMode 0", name, system, NULL);
    int object = pdf_object_new(file);
    pdf_stream_put(file, object, dictionary, map->str, map->len);
    g_string_append_printf(body, " %d 0 R", object);
}

static void
put_font(PdfFont *font, PdfFile *file)
{
    g_autofree char *name = subset_name(font);
    int descendant = put_descendant(font, file, name);
    int unicode = put_to_unicode(font, file);
    g_autoptr(GString) body = g_string_new("<</Type/Font/Subtype/Type0/BaseFont");
    pdf_put_name(body, name);
    g_string_append(body, "/Encoding");
    put_encoding(font, file, body);
    g_string_append_printf(body, "/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", descendant,
                           unicode);
    font->object = pdf_object_new(file);
    pdf_object_put(file, font->object, body);
}

void
pdf_fonts_write(PdfFonts *fonts, PdfFile *file, GString *resources)
{
    g_string_append(resources, "/Font<<");
    for (size_t i = 0; i < fonts->n; i++) {
        put_font(fonts->list[i], file);
        g_string_append_printf(resources, "/F%d %d 0 R", fonts->list[i]->number,
                               fonts->list[i]->object);
    }
    g_string_append(resources, ">>");
}

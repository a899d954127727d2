/* pdf-maker.c - objects written out by hand, numbered in the order of the table, and their cross-reference table. */
#include "pdf-maker.h"

#include <string.h>

typedef struct {
    const char *body, *stream; /* stream: NULL for none; its Length is put into the body's end */
} Object;

#define XMP_HEAD                                                                                   \
    "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"       \
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description>"           \
    "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Title</rdf:li></rdf:Alt></dc:title>"
#define XMP_TAIL "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"

/* 128 bytes and no more: version, class, colour space and signature at their places; no byte is zero. */
#define PROFILE(class, space)                                                                      \
    "xxxxxxxx\2xxx" class space                                                                    \
        "xxxxxxxxxxxxxxxx"                                                                         \
        "acsp"                                                                                     \
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"

/* A TrueType program of three tables: 1000 units to the em, each glyph 500 wide. In hexadecimal digits. */
#define PROGRAM                                                                                    \
    "00010000000300000000000068656164000000000000003C00000014686865610000000000000050"             \
    "00000024686D747800000000000000740000000400000000000000000000000000000000000003E8"             \
    "00000000000000000000000000000000000000000000000000000000000000000000000101F40000"

#define FONTS                                                                                            \
    {"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+A/Encoding/Identity-H/DescendantFonts[6 0 R]"           \
     "/ToUnicode 9 0 R>>",                                                                               \
     NULL},                                                                                              \
        {"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+A/CIDSystemInfo<</Registry(Adobe)"           \
         "/Ordering(Identity)/Supplement 0>>/FontDescriptor 7 0 R/CIDToGIDMap/Identity/W[1[500 500]]>>", \
         NULL},                                                                                          \
        {"<</Type/FontDescriptor/FontName/ABCDEF+A/Flags 4/FontFile2 8 0 R>>", NULL},                    \
        {"<</Filter/ASCIIHexDecode", PROGRAM ">"},                                                       \
    {                                                                                                    \
        "<<",                                                                                            \
            "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 begincidchar <0001> 1 endcidchar "  \
            "1 beginbfchar <0001> <0041> endbfchar"                                                      \
    }

static const Object screen[] = {
    {"<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/Lang(ru)/StructTreeRoot 13 0 R"
     "/ViewerPreferences<</DisplayDocTitle true>>/Metadata 10 0 R/OutputIntents[11 0 R]>>",
     NULL},
    {"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 100 100]>>", NULL},
    {"<</Type/Page/Parent 2 0 R/Contents 4 0 R/StructParents 0/Tabs/S/Annots[18 0 R]"
     "/Resources<</Font<</F0 5 0 R>>/XObject<</X0 24 0 R>>>>>>",
     NULL},
    {"<<", "/Artifact BMC 0 g 0 0 9 9 re f EMC\n"
           "BT /F0 10 Tf /H1<</MCID 0>>BDC <0001> Tj EMC /P<</MCID 1>>BDC [<0001>-20<0002>]TJ EMC\n"
           "/Link<</MCID 2>>BDC <0001> Tj EMC ET /Figure<</MCID 3>>BDC q 1 0 0 rg /X0 Do Q EMC"},
    FONTS,
    {"<</Type/Metadata/Subtype/XML", XMP_HEAD
     "<!-- http://www.aiim.org/pdfa/ns/extension/ --><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
     "<pdfuaid:part>1</pdfuaid:part>" XMP_TAIL},
    {"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/DestOutputProfile 12 0 R>>",
     NULL},
    {"<</N 3", PROFILE("mntr", "RGB ")},
    {"<</Type/StructTreeRoot/K 14 0 R/ParentTree 25 0 R/RoleMap<</Chapter/Sect>>>>", NULL},
    {"<</S/Document/P 13 0 R/Pg 3 0 R/K[15 0 R 16 0 R 19 0 R 20 0 R 27 0 R 28 0 R 32 0 R]>>", NULL},
    {"<</S/H1/P 14 0 R/Pg 3 0 R/K 0>>", NULL},
    {"<</S/P/P 14 0 R/Pg 3 0 R/K[1 17 0 R]/Lang(en-GB)>>", NULL},
    {"<</S/Link/P 16 0 R/Pg 3 0 R/K[2 <</Type/OBJR/Obj 18 0 R>>]>>", NULL},
    {"<</Type/Annot/Subtype/Link/F 4/Rect[0 0 9 9]/StructParent 1/Contents(a link)"
     "/A<</S/URI/URI(https://example.org)>>>>",
     NULL},
    {"<</S/Figure/P 14 0 R/Pg 3 0 R/K 3/Alt(a figure)>>", NULL},
    {"<</S/Table/P 14 0 R/K[21 0 R 22 0 R]>>", NULL},
    {"<</S/TR/P 20 0 R/K[23 0 R]>>", NULL},
    {"<</S/TR/P 20 0 R/K[26 0 R 31 0 R]>>", NULL},
    {"<</S/TH/P 21 0 R/A<</O/Table/Scope/Column/ColSpan 2>>>>", NULL},
    {"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB",
     "rgb"},
    {"<</Nums[0[15 0 R 16 0 R 17 0 R 19 0 R] 1 17 0 R]>>", NULL},
    {"<</S/TD/P 22 0 R>>", NULL},
    {"<</S/Note/P 14 0 R/ID(note-1)>>", NULL},
    {"<</S/L/P 14 0 R/K[29 0 R]/A<</O/List/ListNumbering/Disc>>>>", NULL},
    {"<</S/LI/P 28 0 R/K[30 0 R]>>", NULL},
    {"<</S/LBody/P 29 0 R>>", NULL},
    {"<</S/TD/P 22 0 R>>", NULL},
    {"<</S/Chapter/P 14 0 R>>", NULL},
};

static const Object press[] = {
    {"<</Type/Catalog/Pages 2 0 R/Metadata 10 0 R/OutputIntents[11 0 R]>>", NULL},
    {"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 100 100]>>", NULL},
    {"<</Type/Page/Parent 2 0 R/Contents 4 0 R/BleedBox[5 5 95 95]/TrimBox[10 10 90 90]"
     "/Resources<</Font<</F0 5 0 R>>/XObject<</X0 14 0 R>>/ExtGState<</G0<</ca 1>>>>>>>>",
     NULL},
    {"<<", "/G0 gs BT /F0 10 Tf 0 g <0001> Tj ET 0 .5 0 0 k 0 0 9 9 re f q /X0 Do Q"},
    FONTS,
    {"<</Type/Metadata/Subtype/XML", XMP_HEAD
     "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
     "<pdf:Trapped>False</pdf:Trapped><xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>"
     "<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default"
     "</xmpMM:RenditionClass><xmp:CreateDate>2024</xmp:CreateDate>"
     "<xmp:ModifyDate>2024</xmp:ModifyDate><xmp:MetadataDate>2024</xmp:MetadataDate>" XMP_TAIL},
    {"<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(Custom)/Info(press)"
     "/DestOutputProfile 12 0 R>>",
     NULL},
    {"<</N 4", PROFILE("prtr", "CMYK")},
    {"<</Title(Title)/CreationDate(D:2024)/GTS_PDFXVersion(PDF/X-4)/Trapped/False>>", NULL},
    {"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
     "g"},
};

/* `text` with the replacement, if it has not been made elsewhere. */
static char *
spoilt(const char *text, const char *from, const char *to, gboolean *done)
{
    const char *at = from && !*done ? strstr(text, from) : NULL;
    if (!at)
        return g_strdup(text);
    *done = TRUE;
    return g_strdup_printf("%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

static void
put_object(GString *out, const Object *object, const char *from, const char *to, gboolean *done)
{
    g_autofree char *body = spoilt(object->body, from, to, done);
    if (!object->stream) {
        g_string_append(out, body);
        return;
    }
    g_autofree char *stream = spoilt(object->stream, from, to, done);
    g_autofree char *tail = g_strdup_printf("/Length %zu>>\nstream\n", strlen(stream));
    g_autofree char *behind = spoilt("\nendstream", from, to, done);
    g_string_append(out, body);
    g_string_append(out, tail);
    g_string_append(out, stream);
    g_string_append(out, behind);
}

static void
put_trailer(GString *out, gsize start, guint n, PdfUse use, const char *from, const char *to,
            gboolean *done)
{
    g_autofree char *trailer = spoilt("/Root 1 0 R/ID[<01><01>]", from, to, done);
    g_string_append_printf(out,
                           "trailer\n<</Size %u%s%s>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                           n + 1, trailer, use == FOR_PRESS ? "/Info 13 0 R" : "", start);
}

GByteArray *
make_pdf(PdfUse use, const char *from, const char *to)
{
    const Object *objects = use == FOR_PRESS ? press : screen;
    guint n = use == FOR_PRESS ? G_N_ELEMENTS(press) : G_N_ELEMENTS(screen);
    gboolean done = FALSE;
    g_autofree char *header =
        spoilt(use == FOR_PRESS ? "%PDF-1.6\n%\xE2\xE3\xCF\xD3\n" : "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n",
               from, to, &done);
    g_autoptr(GString) out = g_string_new(header), table = g_string_new(NULL);
    for (guint i = 0; i < n; i++) {
        g_string_append_printf(table, "%010u 00000 n \n", (unsigned)out->len);
        g_string_append_printf(out, "%u 0 obj\n", i + 1);
        put_object(out, &objects[i], from, to, &done);
        g_string_append(out, "\nendobj\n");
    }
    gsize start = out->len;
    g_string_append_printf(out, "xref\n0 %u\n0000000000 65535 f \n%s", n + 1, table->str);
    put_trailer(out, start, n, use, from, to, &done);
    g_assert_true(done || !from); /* what is to be spoilt is there */
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const guint8 *)out->str, (guint)out->len + 1);
    g_byte_array_set_size(bytes, (guint)out->len); /* a NUL byte stands behind */
    return bytes;
}

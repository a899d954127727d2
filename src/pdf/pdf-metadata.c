/* pdf-metadata.c - what the file says of itself: Info and XMP (ISO 16684-1; ISO 19005-2, 6.6; ISO 14289-1, 5). */
#include "pdf-internal.h"

#include "diglot/xml.h"

#include <string.h>

static const char *
title_of(const DgVolume *volume, DgSide side)
{
    const char *title = volume ? volume->title[side] : NULL;
    return title && *title ? title : NULL;
}

/* Every document has a title: a reader shows it in place of the file's name. */
static const char *
main_title(const PdfDocument *document)
{
    const DgVolume *volume = document->volume;
    for (int side = 0; side < DG_SIDES; side++)
        if (title_of(volume, (DgSide)side))
            return title_of(volume, (DgSide)side);
    return volume && volume->id && *volume->id ? volume->id : "diglot";
}

/* "2024-09-16T10:00:00Z" as PDF writes it: D:20240916100000Z. False when it is no such date. */
static bool
put_date(GString *out, const char *key, const char *iso)
{
    if (!iso || strlen(iso) < 20 || iso[4] != '-' || iso[10] != 'T' || iso[19] != 'Z')
        return false;
    g_string_append_printf(out, "/%s(D:", key);
    for (int i = 0; i < 19; i++)
        if (g_ascii_isdigit(iso[i]))
            g_string_append_c(out, iso[i]);
    g_string_append(out, "Z)");
    return true;
}

int
pdf_info_put(const PdfDocument *document)
{
    g_autoptr(GString) body = g_string_new("<</Title");
    pdf_put_string(body, main_title(document));
    if (document->options->producer) {
        g_string_append(body, "/Creator");
        pdf_put_string(body, document->options->producer);
        g_string_append(body, "/Producer");
        pdf_put_string(body, document->options->producer);
    }
    put_date(body, "CreationDate", document->options->date);
    put_date(body, "ModDate", document->options->date);
    if (document->options->press)
        g_string_append(body, "/GTS_PDFXVersion(PDF/X-4)/Trapped/False");
    g_string_append(body, ">>");
    int object = pdf_object_new(document->file);
    pdf_object_put(document->file, object, body);
    return object;
}

static void
put_element(GString *xmp, DgArena *arena, const char *name, const char *attribute, const char *text)
{
    g_string_append_printf(xmp, "<%s%s>%s</%s>", name, attribute, dg_xml_escape(arena, text), name);
}

static void
put_titles(GString *xmp, DgArena *arena, const PdfDocument *document)
{
    const DgVolume *volume = document->volume;
    g_string_append(xmp, "<dc:title><rdf:Alt>");
    put_element(xmp, arena, "rdf:li", " xml:lang=\"x-default\"", main_title(document));
    for (int side = 0; volume && side < volume->n_languages; side++) {
        if (!title_of(volume, (DgSide)side) || !volume->languages[side])
            continue;
        char *language = dg_arena_printf(arena, " xml:lang=\"%s\"",
                                         dg_xml_escape(arena, volume->languages[side]));
        put_element(xmp, arena, "rdf:li", language, title_of(volume, (DgSide)side));
    }
    g_string_append(xmp, "</rdf:Alt></dc:title>");
}

static void
put_languages(GString *xmp, DgArena *arena, const DgVolume *volume)
{
    if (!volume || !volume->languages[DG_LEFT])
        return;
    g_string_append(xmp, "<dc:language><rdf:Bag>");
    for (int side = 0; side < volume->n_languages; side++)
        if (volume->languages[side])
            put_element(xmp, arena, "rdf:li", "", volume->languages[side]);
    g_string_append(xmp, "</rdf:Bag></dc:language>");
}

/* The same for the same contents, as the date is. PDF/X-4; XMP part 2. */
static void
put_press_claims(GString *xmp, DgArena *arena, const PdfDocument *document)
{
    const DgVolume *volume = document->volume;
    g_autofree char *seed = g_strdup_printf(
        "%s\t%s\t%s\t%s\t%d", volume && volume->id ? volume->id : "", main_title(document),
        document->options->date ? document->options->date : "",
        document->options->only ? document->options->only : "", document->n_pages);
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_MD5, seed, -1);
    g_string_append(xmp, "<rdf:Description rdf:about=\"\""
                         " xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\""
                         " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
                         " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">");
    put_element(xmp, arena, "pdfxid:GTS_PDFXVersion", "", "PDF/X-4");
    put_element(xmp, arena, "pdf:Trapped", "", "False");
    g_string_append_printf(xmp,
                           "<xmpMM:DocumentID>uuid:%.8s-%.4s-%.4s-%.4s-%.12s</xmpMM:DocumentID>",
                           sum, sum + 8, sum + 12, sum + 16, sum + 20);
    put_element(xmp, arena, "xmpMM:VersionID", "", "1");
    put_element(xmp, arena, "xmpMM:RenditionClass", "", "default");
    g_string_append(xmp, "</rdf:Description>\n");
}

/* PDF/A wants the properties of PDF/UA described, which it does not know. */
static const char claims[] =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>\n"
    "<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">"
    "<pdfuaid:part>1</pdfuaid:part></rdf:Description>\n"
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of PDF/UA that the file conforms to</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
    "</rdf:Description>\n";

int
pdf_metadata_put(const PdfDocument *document, bool conforming)
{
    DgArena *scratch = dg_arena_new();
    const DgPdfOptions *options = document->options;
    g_autoptr(GString) xmp = g_string_new(
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">");
    put_titles(xmp, scratch, document);
    put_languages(xmp, scratch, document->volume);
    g_autoptr(GString) valid_date = g_string_new(NULL);
    if (put_date(valid_date, "", options->date)) {
        put_element(xmp, scratch, "xmp:CreateDate", "", options->date);
        put_element(xmp, scratch, "xmp:ModifyDate", "", options->date);
        put_element(xmp, scratch, "xmp:MetadataDate", "", options->date);
    }
    if (options->producer) {
        put_element(xmp, scratch, "xmp:CreatorTool", "", options->producer);
        put_element(xmp, scratch, "pdf:Producer", "", options->producer);
    }
    g_string_append(xmp, "</rdf:Description>\n");
    if (options->press)
        put_press_claims(xmp, scratch, document);
    else
        g_string_append(xmp, conforming ? claims : "");
    g_string_append(xmp, "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
    int object = pdf_object_new(document->file);
    pdf_stream_put_plain(document->file, object, "/Type/Metadata/Subtype/XML", xmp->str, xmp->len);
    dg_arena_free(scratch);
    return object;
}

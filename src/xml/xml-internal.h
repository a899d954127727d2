/* xml-internal.h - what the files of src/xml share. */
#ifndef DIGLOT_XML_INTERNAL_H
#define DIGLOT_XML_INTERNAL_H

#include "diglot/xml.h"

#include <libxml/xmlerror.h>

#define DG_XML_MAX_DEPTH 256
#define DG_XML_MAX_BYTES ((size_t)64 << 20)
#define DG_XML_MAX_NODES 2000000 /* some 300 MB */

/* A file as UTF-8 without byte order mark. */
typedef struct {
    const char *text;
    size_t length;
    bool exact; /* the file was UTF-8: offsets of the text are those of the file, less `skipped` */
    size_t skipped; /* bytes of the byte order mark */
} DgXmlSource;

/* False when the bytes do not fit their encoding; reported. */
bool dg_xml_decode(DgArena *arena, DgDiags *diags, DgBytes bytes, const char *shown,
                   DgXmlSource *source);

/* Finds line and column of rising offsets in one run over the text. */
typedef struct {
    const DgXmlSource *source;
    const char *file;
    size_t offset;
    int line, column;
} DgXmlTracker;

DgXmlTracker dg_xml_track(const DgXmlSource *source, const char *file);
DgPos dg_xml_position(DgXmlTracker *tracker, size_t offset);

/* What libxml2 says of a file, in words of the table of messages. */
bool dg_xml_error_is_ampersand(const xmlError *error); /* a bare "&" in text or value */
void dg_xml_report(DgDiags *diags, DgPos pos, const xmlError *error);

/* A copy of the text in which what can be one character is one: й and not и with a breve (Unicode's form C). */
const char *dg_xml_composed(DgArena *arena, const char *text, size_t length);

/* UTF-8 of a named character of HTML, MathML or the ISO sets, or NULL. */
const char *dg_xml_entity(const char *name);

#endif

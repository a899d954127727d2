/* xml.h - XML to a tree with line, column and byte offset, safely; and escaping for output.
 * libxml2 parses with SAX: no network, no external DTD or entity, bounded depth (256), size
 * (64 MB, 2 million nodes) and entity growth. The named character entities of the JATS and HTML DTDs resolve from
 * a table of our own. Names keep usual prefixes whatever the document declares: "xml:lang",
 * "xlink:href", "mml:math"; JATS and the own vocabularies have none.
 * Errors: xml.malformed, xml.encoding, xml.limit with their place; NULL then. xml.entity: the
 * entity stays as it is written. */
#ifndef DIGLOT_XML_H
#define DIGLOT_XML_H

#include "diglot/diag.h"
#include "diglot/files.h"

typedef struct DgXml DgXml;

typedef struct {
    const char *name, *value;
    size_t value_start,
        value_end; /* byte offsets of the value in the file, without quotes; both 0 if unknown */
} DgXmlAttribute;

struct DgXml {
    const char *name;       /* NULL for character data */
    const char *name_space; /* URI of an element's namespace, or NULL */
    /* Character data, else NULL; entities resolved; CDATA joined in; a letter with its marks is one character where there
     * is one (Unicode's form C). */
    const char *text;
    DgXmlAttribute *attributes;
    size_t n_attributes;
    DgXml *parent, *first, *last, *previous, *next;
    DgPos pos; /* of "<" for an element, of the first character for text */
    size_t
        name_end; /* byte offset in the file just behind the element's name: attributes go here */
};

/* `shown` is the file's name in messages and positions. */
DgXml *dg_xml_parse(DgArena *arena, DgDiags *diags, const char *path, const char *shown);
DgXml *dg_xml_parse_bytes(DgArena *arena, DgDiags *diags, DgBytes bytes, const char *shown);

const char *dg_xml_attribute(const DgXml *element, const char *name); /* NULL when absent */
bool dg_xml_is(const DgXml *element, const char *name);
DgXml *dg_xml_child(const DgXml *element, const char *name); /* first child element of that name */
DgXml *dg_xml_sibling(const DgXml *element, const char *name); /* next sibling of that name */
DgXml *dg_xml_find(const DgXml *element, const char *path); /* "front/article-meta/title-group" */
/* All character data below, white space folded to single spaces and trimmed. */
char *dg_xml_text(DgArena *arena, const DgXml *element);

/* Text or attribute value with & < > " replaced; control characters that XML forbids dropped. */
char *dg_xml_escape(DgArena *arena, const char *text);

#endif

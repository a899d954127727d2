/* position.c - byte offset to line and column. */
#include "xml-internal.h"

DgXmlTracker
dg_xml_track(const DgXmlSource *source, const char *file)
{
    return (DgXmlTracker){source, file, 0, 1, 1};
}

/* Offsets mostly rise, so that one run over the text serves a whole file, however long its lines are. */
DgPos
dg_xml_position(DgXmlTracker *tracker, size_t offset)
{
    const DgXmlSource *source = tracker->source;
    if (offset > source->length)
        offset = source->length;
    if (offset < tracker->offset)
        *tracker = dg_xml_track(source, tracker->file);
    for (; tracker->offset < offset; tracker->offset++) {
        unsigned char byte = (unsigned char)source->text[tracker->offset];
        if (byte == '\n') {
            tracker->line++;
            tracker->column = 1;
        } else if ((byte & 0xC0) != 0x80) {
            tracker->column++;
        }
    }
    return (DgPos){tracker->file, tracker->line, tracker->column};
}

/* fuzz-xml.c - any bytes through the XML parser. */
#include "diglot/xml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    DgArena *arena = dg_arena_new();
    DgBytes bytes = {(const uint8_t *)dg_arena_strndup(arena, (const char *)data, size), size};
    const DgXml *root = dg_xml_parse_bytes(arena, dg_diags_new(arena), bytes, "fuzz.xml");
    if (root)
        dg_xml_escape(arena, dg_xml_text(arena, root));
    dg_arena_free(arena);
    return 0;
}

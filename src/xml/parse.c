/* parse.c - bytes to a tree, through libxml2's SAX2 events.
 * libxml2's own tree knows no columns, and its events come behind the start tag, so the place of "<" is
 * found by looking back: no raw "<" stands inside a tag. Nothing outside the bytes is ever read. */
#include "xml-internal.h"

#include <glib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    const char *shown;
    DgXmlSource source;
    DgXmlTracker tracker;
    xmlParserCtxt *context;
    GHashTable *names;    /* one copy of each name and namespace */
    GHashTable *external; /* entities that the document wants from elsewhere */
    GString *text;        /* character data not yet made a node */
    DgPos text_pos;
    size_t behind; /* offset behind the markup read last */
    DgXml *root, *open;
    int depth;
    size_t n_nodes;
    size_t taken; /* bytes of text and values: entities may not blow them up */
    bool
        markup_entities; /* an entity of the document holds tags: places inside it are those of its use */
    bool failed;
} Builder;

static size_t
current_offset(const Builder *builder)
{
    long consumed = xmlByteConsumed(builder->context);
    return consumed < 0 ? 0 : MIN((size_t)consumed, builder->source.length);
}

static void
stop(Builder *builder)
{
    builder->failed = true;
    xmlStopParser(builder->context);
}

static size_t
offset_back_to(const Builder *builder, char byte)
{
    size_t offset = current_offset(builder);
    while (offset > 0 && builder->source.text[offset] != byte)
        offset--;
    return offset;
}

/* Where the tag begins that was just read. */
static size_t
tag_offset(const Builder *builder)
{
    return offset_back_to(builder, '<');
}

static void
limit(Builder *builder, DgCode code, size_t offset, const char *value)
{
    if (!builder->failed)
        dg_diag(builder->diags, code, dg_xml_position(&builder->tracker, offset), value, NULL);
    stop(builder);
}

static void
take(Builder *builder, size_t bytes)
{
    builder->taken += bytes;
    if (builder->taken > DG_XML_MAX_BYTES)
        limit(builder, DG_XML_GROWTH, current_offset(builder), NULL);
}

static const char *
intern(Builder *builder, const char *name)
{
    const char *kept = g_hash_table_lookup(builder->names, name);
    if (!kept) {
        kept = dg_arena_strdup(builder->arena, name);
        g_hash_table_add(builder->names, (gpointer)kept);
    }
    return kept;
}

/* The prefixes that readers write, whatever a document declares. */
static const char *
usual_prefix(const char *prefix, const char *name_space)
{
    static const struct {
        const char *name_space, *prefix;
    } usual[] = {
        {"http://www.w3.org/XML/1998/namespace", "xml"},
        {"http://www.w3.org/1999/xlink", "xlink"},
        {"http://www.w3.org/1998/Math/MathML", "mml"},
        {"http://www.w3.org/2001/XInclude", "xi"},
        {"http://www.niso.org/schemas/ali/1.0/", "ali"},
        {"http://www.niso.org/standards/z39-96/ns/oasis-exchange/table", "oasis"},
        {"http://docs.oasis-open.org/ns/oasis-exchange/table", "oasis"},
    };
    for (size_t i = 0; name_space && i < G_N_ELEMENTS(usual); i++)
        if (strcmp(name_space, usual[i].name_space) == 0)
            return usual[i].prefix;
    return prefix;
}

static const char *
usual_name(Builder *builder, const xmlChar *prefix, const xmlChar *local, const xmlChar *name_space)
{
    const char *known = usual_prefix((const char *)prefix, (const char *)name_space);
    if (!known)
        return intern(builder, (const char *)local);
    g_autofree char *name = g_strconcat(known, ":", (const char *)local, NULL);
    return intern(builder, name);
}

static DgXml *
add_node(Builder *builder, DgPos pos)
{
    DgXml *node = DG_NEW(builder->arena, DgXml);
    if (++builder->n_nodes > DG_XML_MAX_NODES)
        limit(builder, DG_XML_MANY, current_offset(builder), G_STRINGIFY(DG_XML_MAX_NODES));
    node->pos = pos;
    node->parent = builder->open;
    if (!builder->open) {
        builder->root = node;
        return node;
    }
    node->previous = builder->open->last;
    if (node->previous)
        node->previous->next = node;
    else
        builder->open->first = node;
    builder->open->last = node;
    return node;
}

static void
flush_text(Builder *builder)
{
    if (builder->text->len == 0 || !builder->open)
        return;
    DgXml *node = add_node(builder, builder->text_pos);
    node->text = dg_xml_composed(builder->arena, builder->text->str, builder->text->len);
    g_string_truncate(builder->text, 0);
}

static bool
ends_name(char byte)
{
    return g_ascii_isspace(byte) || strchr("=/>\"'<", byte) != NULL;
}

/* The raw place of a value, sought from `from` in a tag; the offset behind it, or `from` if it is not there.
 * Attributes come in the order of the tag, but for those that a DTD gives. */
static size_t
find_value(const Builder *builder, size_t from, const char *name, DgXmlAttribute *attribute)
{
    const char *text = builder->source.text, *end = text + builder->source.length;
    size_t length = strlen(name);
    for (const char *at = text + from; at < end && *at != '>' && *at != '<';) {
        const char *start = at;
        while (at < end && !ends_name(*at))
            at++;
        bool same = (size_t)(at - start) == length && memcmp(start, name, length) == 0;
        while (at < end && (g_ascii_isspace(*at) || *at == '=' || *at == '/'))
            at++;
        if (at >= end || (*at != '"' && *at != '\''))
            continue;
        const char *close = memchr(at + 1, *at, (size_t)(end - at - 1));
        if (!close)
            break;
        if (same) {
            attribute->value_start = (size_t)(at + 1 - text) + builder->source.skipped;
            attribute->value_end = (size_t)(close - text) + builder->source.skipped;
            return (size_t)(close + 1 - text);
        }
        at = close + 1;
    }
    return from;
}

/* libxml2 gives five pointers for each attribute: name, prefix, namespace, value, end of the value. */
static void
add_attributes(Builder *builder, DgXml *element, int n, const xmlChar **raw)
{
    element->n_attributes = (size_t)n;
    element->attributes = n ? DG_NEW_ARRAY(builder->arena, DgXmlAttribute, n) : NULL;
    size_t at = element->name_end ? element->name_end - builder->source.skipped : 0;
    for (int i = 0; i < n; i++, raw += 5) {
        size_t length = (size_t)(raw[4] - raw[3]);
        take(builder, length);
        DgXmlAttribute *attribute = &element->attributes[i];
        attribute->name = usual_name(builder, raw[1], raw[0], raw[2]);
        attribute->value = dg_arena_strndup(builder->arena, (const char *)raw[3], length);
        if (!element->name_end)
            continue;
        g_autofree char *name =
            raw[1] ? g_strconcat((const char *)raw[1], ":", (const char *)raw[0], NULL)
                   : g_strdup((const char *)raw[0]);
        at = find_value(builder, at, name, attribute);
    }
}

static void
on_start(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *name_space,
         int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
         const xmlChar **attributes)
{
    (void)n_namespaces, (void)namespaces, (void)n_defaulted;
    Builder *builder = data;
    if (builder->failed)
        return;
    if (builder->depth >= DG_XML_MAX_DEPTH) {
        limit(builder, DG_XML_LIMIT, tag_offset(builder), G_STRINGIFY(DG_XML_MAX_DEPTH));
        return;
    }
    flush_text(builder);
    /* Tags that an entity brings stand nowhere: they are where the entity was used. */
    size_t end = current_offset(builder), start = MAX(tag_offset(builder), builder->tracker.offset);
    DgXml *element = add_node(builder, dg_xml_position(&builder->tracker, start));
    element->name = usual_name(builder, prefix, local, name_space);
    element->name_space = name_space ? intern(builder, (const char *)name_space) : NULL;
    if (builder->source.exact && !builder->markup_entities) {
        size_t name_end = start + 1;
        while (name_end < end && !ends_name(builder->source.text[name_end]))
            name_end++;
        element->name_end = name_end + builder->source.skipped;
    }
    add_attributes(builder, element, n_attributes, attributes);
    builder->behind = end + (end < builder->source.length && builder->source.text[end] == '>');
    builder->open = element;
    builder->depth++;
}

static void
on_end(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *name_space)
{
    (void)local, (void)prefix, (void)name_space;
    Builder *builder = data;
    if (builder->failed || !builder->open)
        return;
    flush_text(builder);
    builder->behind = current_offset(builder);
    builder->open = builder->open->parent;
    builder->depth--;
}

static void
on_text(void *data, const xmlChar *text, int length)
{
    Builder *builder = data;
    if (builder->failed || length <= 0)
        return;
    if (builder->text->len == 0)
        builder->text_pos = dg_xml_position(&builder->tracker, builder->behind);
    take(builder, (size_t)length);
    g_string_append_len(builder->text, (const char *)text, length);
}

/* An entity that libxml2 expands itself. As a general one it is parsed, so it must not hold markup. */
static xmlEntity *
make_entity(Builder *builder, const char *name, const char *text, xmlEntityType type)
{
    xmlEntity *entity = DG_NEW(builder->arena, xmlEntity);
    entity->type = XML_ENTITY_DECL;
    entity->name = (const xmlChar *)dg_arena_strdup(builder->arena, name);
    entity->content = (xmlChar *)dg_arena_strdup(builder->arena, text);
    entity->orig = entity->content;
    entity->length = (int)strlen(text);
    entity->etype = type;
    return entity;
}

/* Entities of the internal subset, then our table; what is unknown stays as it is written. In text an
 * entity is handed on as it is; in values, or where an entity of the document is being parsed again,
 * libxml2 reads it. */
static xmlEntity *
on_entity(void *data, const xmlChar *name)
{
    Builder *builder = data;
    const char *wanted = (const char *)name;
    if (builder->failed)
        return make_entity(builder, wanted, "", XML_INTERNAL_GENERAL_ENTITY);
    xmlEntity *declared = xmlSAX2GetEntity(builder->context, name);
    if (declared)
        return declared;
    bool read = builder->markup_entities || builder->context->instate == XML_PARSER_ATTRIBUTE_VALUE;
    xmlEntityType type = read ? XML_INTERNAL_GENERAL_ENTITY : XML_INTERNAL_PREDEFINED_ENTITY;
    const char *text =
        g_hash_table_contains(builder->external, wanted) ? NULL : dg_xml_entity(wanted);
    if (text)
        return make_entity(builder, wanted, text, type);
    DgPos pos = dg_xml_position(&builder->tracker, current_offset(builder));
    dg_diag(builder->diags, DG_XML_ENTITY, pos, wanted, NULL);
    g_autofree char *kept = g_strdup_printf(read ? "&#38;%s;" : "&%s;", wanted);
    return make_entity(builder, wanted, kept, type);
}

/* External entities are not declared at all: nothing can then ask for them. */
static void
on_entity_declaration(void *data, const xmlChar *name, int type, const xmlChar *public_id,
                      const xmlChar *system_id, xmlChar *content)
{
    Builder *builder = data;
    bool internal = type == XML_INTERNAL_GENERAL_ENTITY || type == XML_INTERNAL_PARAMETER_ENTITY;
    if (!internal)
        g_hash_table_add(builder->external, dg_arena_strdup(builder->arena, (const char *)name));
    if (!internal || xmlGetPredefinedEntity(name))
        return;
    if (content && strpbrk((const char *)content, "<&"))
        builder->markup_entities = true;
    xmlSAX2EntityDecl(builder->context, name, type, public_id, system_id, content);
}

static xmlEntity *
on_parameter_entity(void *data, const xmlChar *name)
{
    Builder *builder = data;
    xmlEntity *declared = xmlSAX2GetParameterEntity(builder->context, name);
    return declared ? declared
                    : make_entity(builder, (const char *)name, "", XML_INTERNAL_PARAMETER_ENTITY);
}

static void
on_subset(void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
    xmlSAX2InternalSubset(((Builder *)data)->context, name, public_id, system_id);
}

static void
on_document(void *data)
{
    xmlSAX2StartDocument(((Builder *)data)->context);
}

static void
on_comment(void *data, const xmlChar *text)
{
    (void)text;
    Builder *builder = data;
    builder->behind = current_offset(builder);
}

static void
on_instruction(void *data, const xmlChar *target, const xmlChar *text)
{
    (void)target;
    on_comment(data, text);
}

/* The fault stands at the tag that closes wrongly or at the ampersand, not behind it. */
static size_t
error_offset(const Builder *builder, const xmlError *error)
{
    if (error->code == XML_ERR_TAG_NAME_MISMATCH)
        return tag_offset(builder);
    if (dg_xml_error_is_ampersand(error))
        return offset_back_to(builder, '&');
    return current_offset(builder);
}

/* What libxml2 says behind the first fault is a consequence of it. Undeclared prefixes and what offends a
 * DTD are no faults here; with the latter, `data` is not even ours. */
static void
on_error(void *data, xmlError *error)
{
    if (error->level != XML_ERR_FATAL)
        return;
    Builder *builder = data;
    if (builder->failed)
        return;
    builder->failed = true;
    DgPos pos = dg_xml_position(&builder->tracker, error_offset(builder, error));
    dg_xml_report(builder->diags, pos, error);
}

static xmlParserInput *
refuse_external(const char *address, const char *id, xmlParserCtxt *context)
{
    (void)address, (void)id, (void)context;
    return NULL;
}

/* Once in a process: the loader is libxml2's only switch that is not the context's. Nothing here ever
 * asks for an external entity; should a version of libxml2 do so, it gets none. */
static void
initialise_library(void)
{
    static gsize done;
    if (g_once_init_enter(&done)) {
        xmlInitParser();
        xmlSetExternalEntityLoader(refuse_external);
        g_once_init_leave(&done, 1);
    }
}

static void
run_parser(Builder *builder)
{
    xmlSAXHandler events = {.initialized = XML_SAX2_MAGIC,
                            .internalSubset = on_subset,
                            .entityDecl = on_entity_declaration,
                            .getEntity = on_entity,
                            .getParameterEntity = on_parameter_entity,
                            .startDocument = on_document,
                            .startElementNs = on_start,
                            .endElementNs = on_end,
                            .characters = on_text,
                            .ignorableWhitespace = on_text,
                            .cdataBlock = on_text,
                            .comment = on_comment,
                            .processingInstruction = on_instruction,
                            .serror = on_error};
    xmlParserCtxt *context =
        xmlCreateMemoryParserCtxt(builder->source.text, (int)builder->source.length);
    builder->context = context;
    *context->sax = events;
    context->userData = builder;
    xmlCtxtUseOptions(context, XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_BIG_LINES |
                                   XML_PARSE_IGNORE_ENC | XML_PARSE_NOWARNING);
    xmlParseDocument(context);
    if (!context->wellFormed && !builder->failed) {
        builder->failed = true;
        xmlError silent = {.message = NULL};
        dg_xml_report(builder->diags, (DgPos){builder->shown, 1, 1}, &silent);
    }
    xmlFreeDoc(context->myDoc);
    context->myDoc = NULL;
    xmlFreeParserCtxt(context);
}

DgXml *
dg_xml_parse_bytes(DgArena *arena, DgDiags *diags, DgBytes bytes, const char *shown)
{
    shown = dg_arena_strdup(arena, shown);
    if (bytes.size > DG_XML_MAX_BYTES) {
        dg_diag(diags, DG_XML_LARGE, (DgPos){shown, 1, 1}, "64", NULL);
        return NULL;
    }
    Builder builder = {.arena = arena, .diags = diags, .shown = shown};
    if (!bytes.data || !dg_xml_decode(arena, diags, bytes, shown, &builder.source))
        return NULL;
    if (builder.source.length == 0) {
        dg_diag(diags, DG_XML_EMPTY, (DgPos){shown, 1, 1}, NULL);
        return NULL;
    }
    initialise_library();
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) external = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GString) text = g_string_new(NULL);
    builder.names = names;
    builder.external = external;
    builder.text = text;
    builder.tracker = dg_xml_track(&builder.source, shown);
    run_parser(&builder);
    return builder.failed ? NULL : builder.root;
}

DgXml *
dg_xml_parse(DgArena *arena, DgDiags *diags, const char *path, const char *shown)
{
    DgBytes bytes = dg_file_read(arena, diags, path, shown);
    return bytes.data ? dg_xml_parse_bytes(arena, diags, bytes, shown) : NULL;
}

/* kinds.c - what each kind of node is, and the names of kinds and roles. */
#include "diglot/doc.h"

#include <string.h>

typedef enum { CONTAINER, BLOCK, PART, INLINE } Class;

static const struct {
    const char *name;
    Class class;
} kinds[DG_N_KINDS] = {
    [DG_BODY] = {"body", CONTAINER},
    [DG_SECTION] = {"section", CONTAINER},
    [DG_LIST] = {"list", CONTAINER},
    [DG_LIST_ITEM] = {"list-item", CONTAINER},
    [DG_DEFINITION_LIST] = {"definition-list", CONTAINER},
    [DG_DEFINITION] = {"definition", CONTAINER},
    [DG_QUOTE] = {"quote", CONTAINER},
    [DG_VERSE] = {"verse", CONTAINER},
    [DG_SPEECH] = {"speech", CONTAINER},
    [DG_BOX] = {"box", CONTAINER},
    [DG_STATEMENT] = {"statement", CONTAINER},
    [DG_FIGURE_GROUP] = {"figure-group", CONTAINER},
    [DG_HEADING] = {"heading", BLOCK},
    [DG_PARAGRAPH] = {"paragraph", BLOCK},
    [DG_TERM] = {"term", BLOCK},
    [DG_VERSE_LINE] = {"verse-line", BLOCK},
    [DG_CODE] = {"code", BLOCK},
    [DG_FORMULA] = {"formula", BLOCK},
    [DG_ATTRIBUTION] = {"attribution", BLOCK},
    [DG_SPEAKER] = {"speaker", BLOCK},
    [DG_SIGNATURE] = {"signature", BLOCK},
    [DG_REFERENCE] = {"reference", BLOCK},
    [DG_FIGURE] = {"figure", BLOCK},
    [DG_TABLE] = {"table", BLOCK},
    [DG_CAPTION] = {"caption", PART},
    [DG_GRAPHIC] = {"graphic", PART},
    [DG_ROW] = {"row", PART},
    [DG_CELL] = {"cell", PART},
    [DG_NOTE] = {"note", PART},
    [DG_TEXT] = {"text", INLINE},
    [DG_STYLED] = {"styled", INLINE},
    [DG_SPAN] = {"span", INLINE},
    [DG_LINK] = {"link", INLINE},
    [DG_REFERENCE_LINK] = {"reference-link", INLINE},
    [DG_NOTE_MARK] = {"note-mark", INLINE},
    [DG_PAGE_NUMBER] = {"page-number", INLINE},
    [DG_BREAK] = {"break", INLINE},
    [DG_LEADER] = {"leader", INLINE},
    [DG_INLINE_CODE] = {"inline-code", INLINE},
    [DG_INLINE_FORMULA] = {"inline-formula", INLINE},
    [DG_INLINE_GRAPHIC] = {"inline-graphic", INLINE},
};

#define DG_ROLE(identifier, name) name,
static const char *const role_names[] = {
#include "diglot/doc-roles.h"
};
#undef DG_ROLE

bool
dg_kind_is_block(DgKind kind)
{
    return kinds[kind].class == BLOCK;
}

bool
dg_kind_is_inline(DgKind kind)
{
    return kinds[kind].class == INLINE;
}

const char *
dg_kind_name(DgKind kind)
{
    return kinds[kind].name;
}

const char *
dg_role_name(DgRole role)
{
    return role_names[role];
}

bool
dg_role_parse(const char *name, DgRole *role)
{
    for (int i = DG_ROLE_NONE + 1; i < DG_N_ROLES; i++)
        if (strcmp(role_names[i], name) == 0) {
            *role = (DgRole)i;
            return true;
        }
    return false;
}

DgRole
dg_quote_role(const DgNode *quote)
{
    return quote->type && strcmp(quote->type, "epigraph") == 0 ? DG_ROLE_EPIGRAPH : DG_ROLE_QUOTE;
}

/* The nearest container that gives its paragraphs a style of their own. */
static DgRole
paragraph_role(const DgNode *node)
{
    static const DgRole roles[DG_N_KINDS] = {
        [DG_LIST_ITEM] = DG_ROLE_LIST_ITEM, [DG_DEFINITION] = DG_ROLE_DEFINITION,
        [DG_SPEECH] = DG_ROLE_SPEECH,       [DG_BOX] = DG_ROLE_BOX,
        [DG_STATEMENT] = DG_ROLE_STATEMENT, [DG_CAPTION] = DG_ROLE_CAPTION,
        [DG_NOTE] = DG_ROLE_NOTE,           [DG_CELL] = DG_ROLE_CELL,
        [DG_TABLE] = DG_ROLE_TABLE_NOTE,
    };
    for (const DgNode *above = node->parent; above; above = above->parent) {
        if (above->kind == DG_CELL && above->as.cell.header)
            return DG_ROLE_HEADER_CELL;
        if (above->kind == DG_SECTION && above->type && strcmp(above->type, "ack") == 0)
            return DG_ROLE_ACKNOWLEDGEMENT;
        if (above->kind == DG_SECTION && above->type && strcmp(above->type, "abstract") == 0)
            return DG_ROLE_ABSTRACT;
        if (above->kind == DG_QUOTE)
            return dg_quote_role(above);
        if (roles[above->kind] != DG_ROLE_NONE)
            return roles[above->kind];
    }
    return DG_ROLE_P;
}

static DgRole
heading_role(const DgNode *node)
{
    if (node->parent && node->parent->kind == DG_CAPTION)
        return DG_ROLE_CAPTION;
    int level = node->as.heading.level;
    return (DgRole)(DG_ROLE_H1 + (level < 1 ? 0 : level > 6 ? 5 : level - 1));
}

DgRole
dg_node_role(const DgNode *node)
{
    static const DgRole roles[DG_N_KINDS] = {
        [DG_TERM] = DG_ROLE_TERM,           [DG_VERSE_LINE] = DG_ROLE_VERSE,
        [DG_CODE] = DG_ROLE_CODE,           [DG_FORMULA] = DG_ROLE_FORMULA,
        [DG_SPEAKER] = DG_ROLE_SPEAKER,     [DG_ATTRIBUTION] = DG_ROLE_ATTRIBUTION,
        [DG_SIGNATURE] = DG_ROLE_SIGNATURE, [DG_REFERENCE] = DG_ROLE_REFERENCE,
        [DG_FIGURE] = DG_ROLE_FIGURE,       [DG_TABLE] = DG_ROLE_TABLE,
        [DG_CAPTION] = DG_ROLE_CAPTION,     [DG_NOTE] = DG_ROLE_NOTE,
        [DG_NOTE_MARK] = DG_ROLE_NOTE_MARK,
    };
    if (node->role != DG_ROLE_NONE)
        return node->role;
    if (node->kind == DG_HEADING)
        return heading_role(node);
    if (node->kind == DG_CELL)
        return node->as.cell.header ? DG_ROLE_HEADER_CELL : DG_ROLE_CELL;
    DgRole role = roles[node->kind];
    return role == DG_ROLE_NONE ? paragraph_role(node) : role;
}

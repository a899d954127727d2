/* jats-flow.c - running text, with white space folded, into blocks. */
#include "jats-internal.h"

#include <string.h>

Flow
flow_into(Jats *jats, DgNode *container, const DgXml *source)
{
    return (Flow){.jats = jats,
                  .container = container,
                  .kind = DG_PARAGRAPH,
                  .source = source,
                  .space = true};
}

Flow
flow_inline(Jats *jats, DgNode *block)
{
    return (Flow){.jats = jats, .block = block, .kind = block->kind, .begun = true, .space = true};
}

static bool
is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool
is_blank(const char *text)
{
    while (is_space(*text))
        text++;
    return *text == '\0';
}

static DgNode *
make_wrap(Flow *flow, Wrap *wrap)
{
    if (!wrap)
        return flow->block;
    if (wrap->made)
        return wrap->made;
    DgNode *parent = make_wrap(flow, wrap->outer);
    wrap->made = dg_arena_copy(flow->jats->arena, &wrap->prototype, sizeof wrap->prototype);
    dg_node_append(parent, wrap->made);
    if (wrap->made->kind == DG_REFERENCE_LINK || wrap->made->kind == DG_PAGE_NUMBER)
        g_ptr_array_add(flow->jats->links, wrap->made);
    if (wrap->prototype.id) {
        g_hash_table_insert(flow->jats->nodes, (gpointer)wrap->prototype.id, wrap->made);
        wrap->prototype.id = NULL; /* of the first piece only */
    }
    return wrap->made;
}

static void
forget_wraps(Flow *flow)
{
    for (Wrap *wrap = flow->wrap; wrap; wrap = wrap->outer)
        wrap->made = NULL;
}

static void
append_text(Flow *flow, const char *text, DgPos pos)
{
    dg_node_append(make_wrap(flow, flow->wrap), dg_text_new(flow->jats->arena, text, pos));
    flow->space = g_str_has_suffix(text, " ");
}

/* Opens a block, if none is open, and writes the label that waits. */
static void
open_block(Flow *flow, DgPos pos)
{
    if (flow->block)
        return;
    flow->block = dg_node_new(flow->jats->arena, flow->kind,
                              flow->source && !flow->begun ? flow->source->pos : pos);
    flow->block->role = flow->role;
    if (flow->source && !flow->begun)
        jats_identify(flow->jats, flow->block, flow->source);
    else if (flow->source && flow->kind == DG_PARAGRAPH)
        flow->block->as.paragraph.continued = true;
    flow->begun = true;
    flow->space = true;
    dg_node_append(flow->container, flow->block);
    if (!flow->label)
        return;
    Wrap *wrap = flow->wrap;
    flow->wrap = NULL;
    append_text(flow, dg_arena_printf(flow->jats->arena, "%s ", flow->label), flow->label_pos);
    flow->label = NULL;
    flow->wrap = wrap;
}

static char *
fold(DgArena *arena, const char *text, bool space_before)
{
    char *folded = dg_arena_alloc(arena, strlen(text) + 1);
    char *end = folded;
    for (const char *at = text; *at; at++) {
        bool space = is_space(*at);
        if (space && (end > folded ? end[-1] == ' ' : space_before))
            continue;
        *end++ = space ? ' ' : *at;
    }
    *end = '\0';
    return folded;
}

void
flow_text(Flow *flow, const char *text, DgPos pos)
{
    if (!*text || (!flow->block && is_blank(text) && !flow->verbatim))
        return;
    open_block(flow, pos);
    char *folded = flow->verbatim ? dg_arena_strdup(flow->jats->arena, text)
                                  : fold(flow->jats->arena, text, flow->space);
    if (!*folded)
        return;
    append_text(flow, folded, pos);
    make_wrap(flow, flow->wrap)->last->as.text.written = text;
}

void
flow_space(Flow *flow)
{
    if (flow->block && !flow->space && !flow->verbatim)
        append_text(flow, " ", flow->block->pos);
}

/* A mark that belongs to the word before it. */
void
flow_join(Flow *flow, const char *mark, DgPos pos)
{
    DgNode *last = flow->block;
    while (last && last->last)
        last = last->last;
    size_t length = last && last->kind == DG_TEXT && flow->space ? strlen(last->text) : 0;
    if (length == 1 && last->previous)
        dg_node_remove(last);
    else if (length > 1 && last->text[length - 1] == ' ')
        ((char *)last->text)[length - 1] = '\0';
    flow->space = false;
    flow_text(flow, mark, pos);
}

void
flow_node(Flow *flow, DgNode *node)
{
    open_block(flow, node->pos);
    dg_node_append(make_wrap(flow, flow->wrap), node);
    flow->space = false;
}

void
flow_open(Flow *flow, Wrap *wrap, DgKind kind, const DgXml *element)
{
    *wrap = (Wrap){.prototype = {.kind = kind, .pos = element->pos}, .outer = flow->wrap};
    const char *id = flow->jats->plain ? NULL : dg_xml_attribute(element, "id");
    wrap->prototype.id = id && *id ? id : NULL;
    wrap->prototype.lang =
        jats_language_tag(flow->jats->arena, dg_xml_attribute(element, "xml:lang"));
    flow->wrap = wrap;
}

void
flow_close(Flow *flow)
{
    flow->wrap = flow->wrap->outer;
}

void
flow_mark(Flow *flow, DgNode *mark)
{
    Wrap *raised = NULL, *inner = flow->wrap;
    for (Wrap *wrap = flow->wrap; wrap; wrap = wrap->outer)
        if (wrap->prototype.kind == DG_STYLED &&
            wrap->prototype.as.styled.styling == DG_SUPERSCRIPT)
            raised = wrap;
    if (raised) {
        for (Wrap *wrap = inner; wrap != raised->outer; wrap = wrap->outer)
            wrap->made = NULL;
        flow->wrap = raised->outer;
    }
    flow_node(flow, mark);
    flow->wrap = inner;
}

/* Takes the space off the end of a block, and what is left empty by that. */
static void
trim_end(DgNode *block)
{
    DgNode *last = block;
    while (last->last)
        last = last->last;
    while (last != block) {
        DgNode *parent = last->parent;
        if (last->kind == DG_TEXT && g_str_has_suffix(last->text, " "))
            ((char *)last->text)[strlen(last->text) - 1] = '\0';
        bool empty = last->kind == DG_TEXT
                         ? !*last->text
                         : !last->first && (last->kind == DG_STYLED || last->kind == DG_LINK);
        if (!empty)
            return;
        dg_node_remove(last);
        last = parent;
        while (last->last)
            last = last->last;
    }
}

void
flow_break(Flow *flow, DgPos pos)
{
    if (!flow->block || !flow->block->first)
        return;
    trim_end(flow->block);
    forget_wraps(flow);
    flow_node(flow, dg_node_new(flow->jats->arena, DG_BREAK, pos));
    flow->space = true;
}

void
flow_end(Flow *flow)
{
    if (!flow->container) {
        trim_end(flow->block);
        return;
    }
    if (flow->label && !flow->block)
        open_block(flow, flow->label_pos);
    if (!flow->block)
        return;
    if (!flow->verbatim)
        trim_end(flow->block);
    while (flow->block->last && flow->block->last->kind == DG_BREAK)
        dg_node_remove(flow->block->last);
    if (!flow->block->first)
        dg_node_remove(flow->block);
    flow->block = NULL;
    forget_wraps(flow);
}

DgNode *
flow_block(Flow *flow, DgKind kind, const DgXml *element)
{
    flow_end(flow);
    DgNode *node = dg_node_new(flow->jats->arena, kind, element->pos);
    jats_identify(flow->jats, node, element);
    dg_node_append(flow->container, node);
    return node;
}

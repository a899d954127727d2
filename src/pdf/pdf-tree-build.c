/* pdf-tree-build.c - document nodes to structure elements: one function per family of kinds. */
#include "pdf-tree-internal.h"

/* A heading inside a caption, cell or note is none of the text's outline. */
static bool
is_outside_outline(const DgNode *node)
{
    for (node = node->parent; node; node = node->parent)
        if (node->kind == DG_CAPTION || node->kind == DG_CELL || node->kind == DG_NOTE)
            return true;
    return false;
}

static int
heading_level(PdfPlace at, const DgNode *node)
{
    DgRole role = dg_node_role(node);
    if (role == DG_ROLE_PART_TITLE || role == DG_ROLE_INNER_PART_TITLE)
        return at.depth;
    if (role == DG_ROLE_VOLUME_TITLE || role == DG_ROLE_CONTENTS_TITLE)
        return 1;
    if (role == DG_ROLE_ITEM_TITLE)
        return at.depth + 1;
    if (role == DG_ROLE_ABSTRACT_TITLE)
        return at.depth + 2;
    return at.depth + 1 + MAX(node->as.heading.level, 1);
}

/* An element that changes the language says so. */
static void
tell_language(PdfPlace *at, const char *language)
{
    if (!language)
        language = at->untold;
    if (language && g_strcmp0(language, at->language) != 0)
        at->parent->language = at->language = language;
    at->untold = NULL;
}

/* An element for a node, and the place below it. */
static PdfPlace
enter(PdfPlace at, const DgNode *node, PdfTag tag)
{
    at.parent = tree_element_new(at.tree, at.parent, tag, node);
    tell_language(&at, node->lang);
    return at;
}

static PdfPlace
enter_plain(PdfPlace at, PdfTag tag)
{
    at.parent = tree_element_new(at.tree, at.parent, tag, NULL);
    tell_language(&at, NULL);
    return at;
}

static void
build_children(PdfPlace at, const DgNode *node)
{
    for (const DgNode *child = node->first; child; child = child->next)
        tree_build(at, child);
}

static void
build_container(PdfPlace at, const DgNode *node, PdfTag tag)
{
    at = enter(at, node, tag);
    tree_map(at.tree, node, at.parent);
    build_children(at, node);
}

/* Below the place where the node's own words stand: a Link if the whole node is linked. */
static PdfPlace
own_words(PdfPlace at, const DgNode *node)
{
    if (g_hash_table_contains(at.tree->linked, node))
        at.parent = tree_element_new(at.tree, at.parent, TAG_LINK, node);
    tree_map(at.tree, node, at.parent);
    return at;
}

static void
build_running_text(PdfPlace at, const DgNode *node, PdfTag tag)
{
    build_children(own_words(enter(at, node, tag), node), node);
}

static void
build_heading(PdfPlace at, const DgNode *node, PdfTag tag)
{
    at = enter(at, node, is_outside_outline(node) ? TAG_P : tag);
    at.parent->level = heading_level(at, node);
    build_children(own_words(at, node), node);
}

/* Blocks whose whole text is of another nature than prose: P around Code or Formula. */
static void
build_special_text(PdfPlace at, const DgNode *node, PdfTag tag)
{
    build_container(enter_plain(at, TAG_P), node, tag);
}

/* What is below a cell or item: a paragraph that is alone there needs no element of its own. */
void
tree_build_inside(PdfPlace at, const DgNode *node)
{
    const DgNode *only = node->first;
    bool alone = only && !only->next && only->kind == DG_PARAGRAPH && !only->lang;
    build_children(alone ? own_words(at, only) : at, alone ? only : node);
}

/* LI with Lbl, where the item's own mark is drawn, and LBody. */
static void
build_list_item(PdfPlace at, const DgNode *node)
{
    at = enter(at, node, TAG_LI);
    own_words(enter_plain(at, TAG_LBL), node);
    tree_build_inside(enter_plain(at, TAG_LBODY), node);
}

/* A list may hold items only. */
static void
build_list(PdfPlace at, const DgNode *node, PdfTag tag)
{
    at = enter(at, node, tag);
    tree_map(at.tree, node, at.parent);
    for (const DgNode *child = node->first; child; child = child->next)
        if (child->kind == DG_LIST_ITEM)
            build_list_item(at, child);
        else
            tree_build(enter_plain(enter_plain(at, TAG_LI), TAG_LBODY), child);
}

/* Terms that follow each other share one item with the definitions behind them. */
static void
build_definitions(PdfPlace at, const DgNode *node, PdfTag tag)
{
    at = enter(at, node, tag);
    tree_map(at.tree, node, at.parent);
    PdfPlace item = at;
    for (const DgNode *child = node->first; child; child = child->next) {
        bool after_term = child->previous && child->previous->kind == DG_TERM;
        if (child == node->first || (child->kind == DG_TERM && !after_term))
            item = enter_plain(at, TAG_LI);
        if (child->kind == DG_TERM)
            build_running_text(item, child, TAG_LBL);
        else if (child->kind == DG_DEFINITION)
            build_container(item, child, TAG_LBODY);
        else
            tree_build(enter_plain(item, TAG_LBODY), child);
    }
}

static bool
is_contents_line(const DgNode *node)
{
    DgRole role = dg_node_role(node);
    return role == DG_ROLE_CONTENTS_PART || role == DG_ROLE_CONTENTS_PERSON ||
           role == DG_ROLE_CONTENTS_ENTRY;
}

/* A person's line and the title's below it are one entry of the contents. */
static bool
goes_on(const DgNode *line)
{
    return dg_node_role(line) == DG_ROLE_CONTENTS_ENTRY && line->previous &&
           dg_node_role(line->previous) == DG_ROLE_CONTENTS_PERSON;
}

/* The line that leads to the place is a Reference; a person's above it is a paragraph (ISO 32000-1, table 333). */
static void
build_contents_line(PdfPlace entry, const DgNode *line)
{
    if (line->kind == DG_PARAGRAPH && dg_node_role(line) != DG_ROLE_CONTENTS_PERSON)
        build_running_text(entry, line, TAG_REFERENCE);
    else
        tree_build(entry, line);
}

/* A root has no element of its own; lines of a table of contents in it make one TOC. */
static void
build_body(PdfPlace at, const DgNode *node, PdfTag tag)
{
    (void)tag;
    tree_map(at.tree, node, at.parent);
    PdfPlace contents = at, entry = at;
    for (const DgNode *child = node->first; child; child = child->next) {
        if (!is_contents_line(child)) {
            tree_build(at, child);
            continue;
        }
        if (!child->previous || !is_contents_line(child->previous))
            contents = enter_plain(at, TAG_TOC);
        if (!goes_on(child))
            entry = enter_plain(contents, TAG_TOCI);
        build_contents_line(entry, child);
    }
}

/* The words of a figure or table itself are its label, drawn at the head of its caption. */
void
tree_map_label(PdfPlace at, const DgNode *node)
{
    const DgNode *caption = node->first;
    while (caption && caption->kind != DG_CAPTION)
        caption = caption->next;
    PdfElement *label = NULL;
    if (caption && caption->first)
        label = g_hash_table_lookup(at.tree->elements, caption->first);
    tree_map(at.tree, node, label ? label : enter_plain(at, TAG_P).parent);
}

/* A figure stands beside its caption, so that neither hides the other. */
static void
build_figure(PdfPlace at, const DgNode *node, PdfTag tag)
{
    at = enter(at, node, tag);
    build_children(at, node);
    tree_map_label(at, node);
}

/* A picture that the source says is decoration is nobody's element, and so drawn as an artifact. */
static void
build_graphic(PdfPlace at, const DgNode *node, PdfTag tag)
{
    if (node->alt && !*node->alt && !node->as.graphic.missing)
        return;
    at = enter(at, node, tag);
    tree_map(at.tree, node, at.parent);
    if (node->kind == DG_GRAPHIC)
        tree_stand(at.tree, at.parent);
}

static PdfElement *
build_note(PdfPlace at, const DgNode *note)
{
    at = enter(at, note, TAG_NOTE);
    own_words(enter_plain(at, TAG_LBL), note);
    build_children(at, note);
    return at.parent;
}

/* A mark is a Reference; the first of a note is followed by the note itself. */
static void
build_note_mark(PdfPlace at, const DgNode *node, PdfTag tag)
{
    PdfPlace mark = enter(at, node, tag);
    own_words(mark, node);
    const DgNode *note = node->as.note_mark.note;
    if (note && !node->as.note_mark.repeated && !g_hash_table_contains(at.tree->elements, note))
        mark.parent->follower = build_note(at, note);
}

/* Inlines without meaning of their own are part of what they stand in, unless they are linked or change
 * the language. */
static void
build_inline(PdfPlace at, const DgNode *node, PdfTag tag)
{
    if (g_hash_table_contains(at.tree->linked, node))
        build_container(at, node, TAG_LINK);
    else if (node->lang && g_strcmp0(node->lang, at.language) != 0)
        build_container(at, node, tag);
    else
        build_children(at, node);
}

/* Leaves say nothing themselves: their words belong to the element around them. */
static void
build_nothing(PdfPlace at, const DgNode *node, PdfTag tag)
{
    (void)at, (void)node, (void)tag;
}

/* Of each kind: how it becomes an element, and which. */
static const struct {
    void (*build)(PdfPlace at, const DgNode *node, PdfTag tag);
    PdfTag tag;
} families[] = {
    [DG_BODY] = {build_body, TAG_SECT},
    [DG_SECTION] = {build_container, TAG_SECT},
    [DG_LIST] = {build_list, TAG_L},
    [DG_LIST_ITEM] = {build_container, TAG_DIV}, /* one outside of a list */
    [DG_DEFINITION_LIST] = {build_definitions, TAG_L},
    [DG_DEFINITION] = {build_container, TAG_DIV},
    [DG_QUOTE] = {build_container, TAG_BLOCK_QUOTE},
    [DG_VERSE] = {build_container, TAG_DIV},
    [DG_SPEECH] = {build_container, TAG_DIV},
    [DG_BOX] = {build_container, TAG_DIV},
    [DG_STATEMENT] = {build_container, TAG_DIV},
    [DG_FIGURE_GROUP] = {build_container, TAG_DIV},
    [DG_HEADING] = {build_heading, TAG_H},
    [DG_PARAGRAPH] = {build_running_text, TAG_P},
    [DG_TERM] = {build_running_text, TAG_P},
    [DG_VERSE_LINE] = {build_running_text, TAG_P},
    [DG_CODE] = {build_special_text, TAG_CODE},
    [DG_FORMULA] = {build_special_text, TAG_FORMULA},
    [DG_ATTRIBUTION] = {build_running_text, TAG_P},
    [DG_SPEAKER] = {build_running_text, TAG_P},
    [DG_SIGNATURE] = {build_running_text, TAG_P},
    [DG_REFERENCE] = {build_running_text, TAG_P},
    [DG_FIGURE] = {build_figure, TAG_DIV},
    [DG_TABLE] = {tree_build_table, TAG_TABLE},
    [DG_CAPTION] = {build_container, TAG_CAPTION},
    [DG_GRAPHIC] = {build_graphic, TAG_FIGURE},
    [DG_ROW] = {build_container,
                TAG_DIV}, /* outside of a table, as a cell and a note outside of theirs */
    [DG_CELL] = {build_container, TAG_DIV},
    [DG_NOTE] = {build_container, TAG_DIV},
    [DG_TEXT] = {build_nothing, TAG_SPAN},
    [DG_STYLED] = {build_inline, TAG_SPAN},
    [DG_SPAN] = {build_inline, TAG_SPAN},
    [DG_LINK] = {build_inline, TAG_SPAN},
    [DG_REFERENCE_LINK] = {build_inline, TAG_SPAN},
    [DG_NOTE_MARK] = {build_note_mark, TAG_REFERENCE},
    [DG_PAGE_NUMBER] = {build_inline, TAG_SPAN},
    [DG_BREAK] = {build_nothing, TAG_SPAN},
    [DG_LEADER] = {build_nothing, TAG_SPAN},
    [DG_INLINE_CODE] = {build_container, TAG_CODE},
    [DG_INLINE_FORMULA] = {build_container, TAG_FORMULA},
    [DG_INLINE_GRAPHIC] = {build_graphic, TAG_FIGURE},
};

_Static_assert(G_N_ELEMENTS(families) == DG_N_KINDS, "a kind has no family");

void
tree_build(PdfPlace at, const DgNode *node)
{
    families[node->kind].build(at, node, families[node->kind].tag);
}

/* pdf-tree-build.c - document nodes to structure elements: one function per family of kinds. */
#include "pdf-tree-internal.h"

/* What goes down the tree with the nodes. */
typedef struct {
    PdfTree *tree;
    int depth; /* headings that stand above the text's own */
} Builder;

static void build_node(Builder *builder, const DgNode *node, PdfElement *parent,
                       const char *language);

/* The language that holds below a node; an element that changes it says so. */
static const char *
set_language(PdfElement *element, const DgNode *node, const char *language)
{
    if (!node->lang || g_strcmp0(node->lang, language) == 0)
        return language;
    element->language = node->lang;
    return node->lang;
}

static void
build_children(Builder *builder, const DgNode *node, PdfElement *parent, const char *language)
{
    for (const DgNode *child = node->first; child; child = child->next)
        build_node(builder, child, parent, language);
}

/* An element around all that is below a node. */
static PdfElement *
build_container(Builder *builder, const DgNode *node, PdfElement *parent, PdfTag tag,
                const char *language)
{
    PdfElement *element = tree_element_new(builder->tree, parent, tag, node);
    tree_map(builder->tree, node, element);
    build_children(builder, node, element, set_language(element, node, language));
    return element;
}

/* Where the node's own words stand: in a Link if the whole node is linked. */
static PdfElement *
own_element(Builder *builder, const DgNode *node, PdfElement *element)
{
    if (g_hash_table_contains(builder->tree->linked, node) && element->tag != TAG_LINK)
        element = tree_element_new(builder->tree, element, TAG_LINK, node);
    tree_map(builder->tree, node, element);
    return element;
}

static PdfElement *
build_running_text(Builder *builder, const DgNode *node, PdfElement *parent, PdfTag tag,
                   const char *language)
{
    PdfElement *element = tree_element_new(builder->tree, parent, tag, node);
    language = set_language(element, node, language);
    build_children(builder, node, own_element(builder, node, element), language);
    return element;
}

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
heading_level(const Builder *builder, const DgNode *node)
{
    DgRole role = dg_node_role(node);
    if (role == DG_ROLE_PART_TITLE)
        return builder->depth;
    if (role == DG_ROLE_VOLUME_TITLE || role == DG_ROLE_CONTENTS_TITLE)
        return 1;
    if (role == DG_ROLE_ITEM_TITLE)
        return builder->depth + 1;
    if (role == DG_ROLE_ABSTRACT_TITLE)
        return builder->depth + 2;
    return builder->depth + 1 + MAX(node->as.heading.level, 1);
}

static void
build_heading(Builder *builder, const DgNode *node, PdfElement *parent, const char *language)
{
    PdfTag tag = is_outside_outline(node) ? TAG_P : TAG_H;
    PdfElement *element = build_running_text(builder, node, parent, tag, language);
    element->level = heading_level(builder, node);
}

/* Blocks whose whole text is of another nature than prose: P around Code or Formula. */
static void
build_special_text(Builder *builder, const DgNode *node, PdfElement *parent, PdfTag tag,
                   const char *language)
{
    PdfElement *block = tree_element_new(builder->tree, parent, TAG_P, NULL);
    language = set_language(block, node, language);
    PdfElement *element = tree_element_new(builder->tree, block, tag, node);
    tree_map(builder->tree, node, element);
    build_children(builder, node, element, language);
}

/* LI with Lbl, where the item's own mark is drawn, and LBody. */
static void
build_list_item(Builder *builder, const DgNode *node, PdfElement *parent, const char *language)
{
    PdfElement *item = tree_element_new(builder->tree, parent, TAG_LI, node);
    language = set_language(item, node, language);
    own_element(builder, node, tree_element_new(builder->tree, item, TAG_LBL, NULL));
    build_children(builder, node, tree_element_new(builder->tree, item, TAG_LBODY, NULL), language);
}

/* Terms that follow each other share one item with the definitions behind them. */
static void
build_definitions(Builder *builder, const DgNode *node, PdfElement *parent, const char *language)
{
    PdfElement *list = tree_element_new(builder->tree, parent, TAG_L, node), *item = NULL;
    tree_map(builder->tree, node, list);
    language = set_language(list, node, language);
    const DgNode *before = NULL;
    for (const DgNode *child = node->first; child; before = child, child = child->next) {
        bool is_term = child->kind == DG_TERM;
        if (!item || (is_term && before->kind != DG_TERM))
            item = tree_element_new(builder->tree, list, TAG_LI, NULL);
        if (is_term) {
            build_running_text(builder, child, item, TAG_LBL, language);
            continue;
        }
        PdfElement *body = tree_element_new(builder->tree, item, TAG_LBODY, child);
        tree_map(builder->tree, child, body);
        if (child->kind == DG_DEFINITION)
            build_children(builder, child, body, set_language(body, child, language));
        else
            build_node(builder, child, body, language);
    }
}

/* A list may hold items only. */
static void
build_list(Builder *builder, const DgNode *node, PdfElement *parent, const char *language)
{
    PdfElement *list = tree_element_new(builder->tree, parent, TAG_L, node);
    tree_map(builder->tree, node, list);
    language = set_language(list, node, language);
    for (const DgNode *child = node->first; child; child = child->next) {
        if (child->kind == DG_LIST_ITEM) {
            build_list_item(builder, child, list, language);
            continue;
        }
        PdfElement *item = tree_element_new(builder->tree, list, TAG_LI, NULL);
        build_node(builder, child, tree_element_new(builder->tree, item, TAG_LBODY, NULL),
                   language);
    }
}

static bool
is_contents_line(const DgNode *node)
{
    DgRole role = dg_node_role(node);
    return role == DG_ROLE_CONTENTS_PART || role == DG_ROLE_CONTENTS_PERSON ||
           role == DG_ROLE_CONTENTS_ENTRY;
}

/* Lines of a table of contents in one TOC; a person's line and the title's below it are one entry. */
static void
build_body(Builder *builder, const DgNode *node, PdfElement *parent, const char *language)
{
    PdfElement *contents = NULL, *entry = NULL;
    tree_map(builder->tree, node, parent);
    for (const DgNode *child = node->first; child; child = child->next) {
        if (!is_contents_line(child)) {
            build_node(builder, child, parent, language);
            contents = NULL;
            continue;
        }
        if (!contents)
            contents = tree_element_new(builder->tree, parent, TAG_TOC, NULL);
        bool goes_on = entry && dg_node_role(child) == DG_ROLE_CONTENTS_ENTRY && child->previous &&
                       dg_node_role(child->previous) == DG_ROLE_CONTENTS_PERSON;
        if (!goes_on)
            entry = tree_element_new(builder->tree, contents, TAG_TOCI, NULL);
        build_node(builder, child, entry, language);
    }
}

/* The words of a figure or table itself are its label, drawn at the head of its caption. */
void
tree_map_label(PdfTree *tree, const DgNode *node, PdfElement *holder)
{
    const DgNode *caption = node->first;
    while (caption && caption->kind != DG_CAPTION)
        caption = caption->next;
    PdfElement *label = NULL;
    if (caption && caption->first)
        label = g_hash_table_lookup(tree->elements, caption->first);
    tree_map(tree, node, label ? label : tree_element_new(tree, holder, TAG_P, NULL));
}

/* A figure stands beside its caption, so that neither hides the other. */
static void
build_figure(Builder *builder, const DgNode *node, PdfElement *parent, const char *language)
{
    PdfElement *element = tree_element_new(builder->tree, parent, TAG_DIV, node);
    build_children(builder, node, element, set_language(element, node, language));
    tree_map_label(builder->tree, node, element);
}

static void
build_graphic(Builder *builder, const DgNode *node, PdfElement *parent, const char *language)
{
    PdfElement *element = tree_element_new(builder->tree, parent, TAG_FIGURE, node);
    set_language(element, node, language);
    tree_map(builder->tree, node, element);
    if (node->kind == DG_GRAPHIC)
        tree_attach(builder->tree, element);
}

static void
build_note(Builder *builder, const DgNode *note, PdfElement *mark, PdfElement *parent,
           const char *language)
{
    PdfElement *element = tree_element_new(builder->tree, parent, TAG_NOTE, note);
    mark->follower = element;
    language = set_language(element, note, language);
    own_element(builder, note, tree_element_new(builder->tree, element, TAG_LBL, NULL));
    build_children(builder, note, element, language);
}

/* A mark is a Reference; the first of a note is followed by the note itself. */
static void
build_note_mark(Builder *builder, const DgNode *node, PdfElement *parent, const char *language)
{
    PdfElement *mark = tree_element_new(builder->tree, parent, TAG_REFERENCE, node);
    own_element(builder, node, mark);
    const DgNode *note = node->as.note_mark.note;
    if (note && !node->as.note_mark.repeated &&
        !g_hash_table_contains(builder->tree->elements, note))
        build_note(builder, note, mark, parent, language);
}

/* Inlines without meaning of their own are part of what they stand in, unless they change the language. */
static void
build_inline(Builder *builder, const DgNode *node, PdfElement *parent, const char *language)
{
    bool other = node->lang && g_strcmp0(node->lang, language) != 0;
    bool linked = g_hash_table_contains(builder->tree->linked, node);
    PdfElement *element = parent;
    if (other || linked) {
        element = tree_element_new(builder->tree, parent, linked ? TAG_LINK : TAG_SPAN, node);
        tree_map(builder->tree, node, element);
        language = set_language(element, node, language);
    }
    build_children(builder, node, element, language);
}

static void
build_special_inline(Builder *builder, const DgNode *node, PdfElement *parent, PdfTag tag,
                     const char *language)
{
    PdfElement *element = tree_element_new(builder->tree, parent, tag, node);
    tree_map(builder->tree, node, element);
    build_children(builder, node, element, set_language(element, node, language));
}

static void
build_node(Builder *builder, const DgNode *node, PdfElement *parent, const char *language)
{
    switch (node->kind) {
    case DG_BODY:
        build_body(builder, node, parent, language);
        return;
    case DG_SECTION:
        build_container(builder, node, parent, TAG_SECT, language);
        return;
    case DG_LIST:
        build_list(builder, node, parent, language);
        return;
    case DG_DEFINITION_LIST:
        build_definitions(builder, node, parent, language);
        return;
    case DG_QUOTE:
        build_container(builder, node, parent, TAG_BLOCK_QUOTE, language);
        return;
    case DG_LIST_ITEM:
    case DG_DEFINITION:
    case DG_VERSE:
    case DG_SPEECH:
    case DG_BOX:
    case DG_STATEMENT:
    case DG_FIGURE_GROUP:
    case DG_ROW:
    case DG_CELL:
    case DG_NOTE:
        build_container(builder, node, parent, TAG_DIV, language);
        return;
    case DG_HEADING:
        build_heading(builder, node, parent, language);
        return;
    case DG_PARAGRAPH:
    case DG_TERM:
    case DG_VERSE_LINE:
    case DG_ATTRIBUTION:
    case DG_SPEAKER:
    case DG_SIGNATURE:
    case DG_REFERENCE:
        build_running_text(builder, node, parent, TAG_P, language);
        return;
    case DG_CODE:
        build_special_text(builder, node, parent, TAG_CODE, language);
        return;
    case DG_FORMULA:
        build_special_text(builder, node, parent, TAG_FORMULA, language);
        return;
    case DG_FIGURE:
        build_figure(builder, node, parent, language);
        return;
    case DG_TABLE:
        tree_build_table(builder->tree, node, parent, language, builder->depth);
        return;
    case DG_CAPTION:
        build_container(builder, node, parent, TAG_CAPTION, language);
        return;
    case DG_GRAPHIC:
    case DG_INLINE_GRAPHIC:
        build_graphic(builder, node, parent, language);
        return;
    case DG_NOTE_MARK:
        build_note_mark(builder, node, parent, language);
        return;
    case DG_INLINE_CODE:
        build_special_inline(builder, node, parent, TAG_CODE, language);
        return;
    case DG_INLINE_FORMULA:
        build_special_inline(builder, node, parent, TAG_FORMULA, language);
        return;
    case DG_STYLED:
    case DG_SPAN:
    case DG_LINK:
    case DG_REFERENCE_LINK:
    case DG_PAGE_NUMBER:
        build_inline(builder, node, parent, language);
        return;
    case DG_TEXT:
    case DG_BREAK:
    case DG_LEADER:
    case DG_N_KINDS:
        return;
    }
}

void
tree_build(PdfTree *tree, const DgNode *node, PdfElement *parent, const char *language, int depth)
{
    Builder builder = {tree, depth};
    build_node(&builder, node, parent, language);
}

/* pdf-tree-write.c - elements with content to objects; the parent tree and the tree of IDs. */
#include "pdf-tree-internal.h"

#include <string.h>

typedef struct {
    PdfTree *tree;
    PdfFile *file;
    const int *pages; /* objects of the written pages */
    GString *body;
    int level; /* of the heading before */
    int n_notes;
    PdfLeaf *ids;
    size_t n_ids;
    int root;
} Writer;

static const char *const tag_names[] = {
    [TAG_DOCUMENT] = "Document",
    [TAG_PART] = "Part",
    [TAG_ART] = "Art",
    [TAG_SECT] = "Sect",
    [TAG_DIV] = "Div",
    [TAG_BLOCK_QUOTE] = "BlockQuote",
    [TAG_CAPTION] = "Caption",
    [TAG_TOC] = "TOC",
    [TAG_TOCI] = "TOCI",
    [TAG_P] = "P",
    [TAG_H] = "H",
    [TAG_L] = "L",
    [TAG_LI] = "LI",
    [TAG_LBL] = "Lbl",
    [TAG_LBODY] = "LBody",
    [TAG_TABLE] = "Table",
    [TAG_THEAD] = "THead",
    [TAG_TBODY] = "TBody",
    [TAG_TR] = "TR",
    [TAG_TH] = "TH",
    [TAG_TD] = "TD",
    [TAG_SPAN] = "Span",
    [TAG_LINK] = "Link",
    [TAG_REFERENCE] = "Reference",
    [TAG_NOTE] = "Note",
    [TAG_CODE] = "Code",
    [TAG_FORMULA] = "Formula",
    [TAG_FIGURE] = "Figure",
};

const char *
pdf_element_tag(const PdfElement *element)
{
    return tag_names[element->tag];
}

static bool
find_content(PdfElement *element)
{
    for (PdfKid *kid = element->first; kid; kid = kid->next)
        if (kid->kind != KID_ELEMENT)
            element->has_content = true;
        else if (find_content(kid->element))
            element->has_content = true;
    return element->has_content;
}

static bool
is_written(const PdfElement *element)
{
    return element->has_content || element->kept;
}

/* In reading order: object numbers, and levels of headings, of which none may be skipped on the way down. */
static void
settle(Writer *writer, PdfElement *element)
{
    element->object = pdf_object_new(writer->file);
    if (element->tag == TAG_H)
        writer->level = element->level = CLAMP(element->level, 1, MIN(writer->level + 1, 6));
    for (PdfKid *kid = element->first; kid; kid = kid->next)
        if (kid->kind == KID_ELEMENT && is_written(kid->element))
            settle(writer, kid->element);
}

static void
put_kid(Writer *writer, const PdfElement *element, const PdfKid *kid)
{
    GString *body = writer->body;
    switch (kid->kind) {
    case KID_ELEMENT:
        g_string_append_printf(body, "%d 0 R ", kid->element->object);
        return;
    case KID_CONTENT:
        if (kid->page == element->first_page)
            g_string_append_printf(body, "%d ", kid->number);
        else
            g_string_append_printf(body, "<</Type/MCR/Pg %d 0 R/MCID %d>>",
                                   writer->pages[kid->page], kid->number);
        return;
    case KID_ANNOTATION:
        g_string_append_printf(body, "<</Type/OBJR/Obj %d 0 R", kid->number);
        if (kid->page != element->first_page)
            g_string_append_printf(body, "/Pg %d 0 R", writer->pages[kid->page]);
        g_string_append(body, ">>");
        return;
    }
}

static void
put_kids(Writer *writer, const PdfElement *element)
{
    int n = 0;
    for (const PdfKid *kid = element->first; kid; kid = kid->next)
        n += kid->kind != KID_ELEMENT || is_written(kid->element);
    if (n == 0)
        return;
    g_string_append(writer->body, n == 1 ? "/K " : "/K[");
    for (const PdfKid *kid = element->first; kid; kid = kid->next)
        if (kid->kind != KID_ELEMENT || is_written(kid->element))
            put_kid(writer, element, kid);
    if (n > 1)
        g_string_append_c(writer->body, ']');
}

static void
put_list_attributes(GString *body, const DgNode *node)
{
    static const char *const numberings[] = {
        [DG_LIST_PLAIN] = "None",
        [DG_LIST_BULLET] = "Disc",
        [DG_LIST_DECIMAL] = "Decimal",
        [DG_LIST_ALPHA_LOWER] = "LowerAlpha",
        [DG_LIST_ALPHA_UPPER] = "UpperAlpha",
        [DG_LIST_ROMAN_LOWER] = "LowerRoman",
        [DG_LIST_ROMAN_UPPER] = "UpperRoman",
    };
    if (node && node->kind == DG_LIST && (size_t)node->as.list.kind < G_N_ELEMENTS(numberings))
        g_string_append_printf(body, "/A<</O/List/ListNumbering/%s>>",
                               numberings[node->as.list.kind]);
}

static void
put_cell_attributes(GString *body, const PdfElement *element)
{
    const DgNode *cell = element->node && element->node->kind == DG_CELL ? element->node : NULL;
    int columns = cell ? cell->as.cell.columns : element->filled,
        rows = cell ? cell->as.cell.rows : 1;
    bool header = cell && element->tag == TAG_TH;
    if (!header && columns <= 1 && rows <= 1 && !element->n_headers)
        return;
    g_string_append(body, "/A<</O/Table");
    if (header)
        g_string_append(body, element->repeated ? "/Scope/Column" : "/Scope/Row");
    if (columns > 1)
        g_string_append_printf(body, "/ColSpan %d", columns);
    if (rows > 1)
        g_string_append_printf(body, "/RowSpan %d", rows);
    for (size_t i = 0; i < element->n_headers; i++) {
        g_string_append(body, i ? "" : "/Headers[");
        pdf_put_bytes(body, element->headers[i]->name, strlen(element->headers[i]->name));
    }
    g_string_append(body, element->n_headers ? "]>>" : ">>");
}

/* What the picture shows: its own description, else the caption, else the label, else its file's name. */
static const char *
description(Writer *writer, const DgNode *graphic)
{
    if (graphic->alt && *graphic->alt)
        return graphic->alt;
    const DgNode *figure = graphic->parent;
    while (figure && figure->kind != DG_FIGURE)
        figure = figure->parent;
    for (const DgNode *child = figure ? figure->first : NULL; child; child = child->next) {
        const char *text =
            child->kind == DG_CAPTION ? dg_node_text(writer->tree->arena, child) : "";
        if (*text)
            return text;
    }
    if (figure && figure->alt && *figure->alt)
        return figure->alt;
    if (figure && figure->label && *figure->label)
        return figure->label;
    return graphic->href ? dg_path_stem(writer->tree->arena, graphic->href) : "?";
}

static bool
is_script(const DgNode *node)
{
    return node->kind == DG_STYLED &&
           (node->as.styled.styling == DG_SUPERSCRIPT || node->as.styled.styling == DG_SUBSCRIPT);
}

/* The text in one line: x^2 and l_1 instead of x2 and l1, which would be other things. */
static const char *
formula_line(DgArena *arena, const DgNode *formula)
{
    g_autoptr(GString) line = g_string_new(NULL);
    bool scripts = false;
    for (DgWalk walk = dg_walk((DgNode *)formula); dg_walk_next(&walk);) {
        if (!walk.entering)
            continue;
        if (is_script(walk.node)) {
            const char *text = dg_node_text(arena, walk.node);
            bool raised = walk.node->as.styled.styling == DG_SUPERSCRIPT;
            g_string_append_c(line, raised ? '^' : '_');
            g_string_append_printf(line, g_utf8_strlen(text, -1) > 1 ? "(%s)" : "%s", text);
            walk.skip = true;
            scripts = true;
        } else if (walk.node->kind == DG_TEXT) {
            g_string_append(line, walk.node->text ? walk.node->text : "");
        }
    }
    return scripts ? dg_arena_strndup(arena, line->str, line->len) : dg_node_text(arena, formula);
}

/* A formula is read as its author says, else as its text; one that is only a picture as that is described. */
static const char *
formula_words(Writer *writer, const DgNode *formula)
{
    if (formula->alt && *formula->alt)
        return formula->alt;
    const char *text = formula_line(writer->tree->arena, formula);
    if (*text)
        return text;
    for (DgWalk walk = dg_walk((DgNode *)formula); dg_walk_next(&walk);)
        if (walk.node->kind == DG_GRAPHIC || walk.node->kind == DG_INLINE_GRAPHIC)
            return description(writer, walk.node);
    return "?";
}

static void
put_figure_attributes(Writer *writer, const PdfElement *element)
{
    GString *body = writer->body;
    g_string_append(body, "/Alt");
    pdf_put_string(body, element->node ? description(writer, element->node) : "?");
    if (element->box_page < 0)
        return;
    g_string_append(body, "/A<</O/Layout/BBox[");
    for (int i = 0; i < 4; i++) {
        pdf_put_milli(body, element->box[i]);
        g_string_append_c(body, i < 3 ? ' ' : ']');
    }
    g_string_append(body, element->node && element->node->kind == DG_GRAPHIC ? "/Placement/Block>>"
                                                                             : ">>");
}

static void
put_id(Writer *writer, const PdfElement *element, const char *name)
{
    DgArena *arena = writer->tree->arena;
    PdfLeaf leaf = {name, 0, dg_arena_printf(arena, "%d 0 R", element->object)};
    g_string_append(writer->body, "/ID");
    pdf_put_bytes(writer->body, name, strlen(name));
    DG_APPEND(arena, writer->ids, writer->n_ids, leaf);
}

/* RFC 3066: sources may have anything, which is then left out. */
static bool
is_language_tag(const char *tag)
{
    int length = 0;
    bool first = true;
    for (; *tag; tag++) {
        bool ends = *tag == '-';
        if (ends ? length == 0 : !(first ? g_ascii_isalpha(*tag) : g_ascii_isalnum(*tag)))
            return false;
        first = first && !ends;
        length = ends ? 0 : length + 1;
        if (length > 8)
            return false;
    }
    return length > 0;
}

static void
put_attributes(Writer *writer, const PdfElement *element)
{
    if (element->language && is_language_tag(element->language)) {
        g_string_append(writer->body, "/Lang");
        pdf_put_string(writer->body, element->language);
    }
    if (element->tag == TAG_L)
        put_list_attributes(writer->body, element->node);
    if (element->tag == TAG_TH || element->tag == TAG_TD)
        put_cell_attributes(writer->body, element);
    if (element->name)
        put_id(writer, element, element->name);
    if (element->tag == TAG_FIGURE)
        put_figure_attributes(writer, element);
    if (element->tag == TAG_NOTE)
        put_id(writer, element, dg_arena_printf(writer->tree->arena, "note-%d", ++writer->n_notes));
    if (element->item && element->item->href && *element->item->href)
        put_id(writer, element,
               dg_arena_printf(writer->tree->arena, "item-%s", element->item->href));
    if (element->tag == TAG_FORMULA) {
        g_string_append(writer->body, "/Alt");
        pdf_put_string(writer->body, element->node ? formula_words(writer, element->node) : "?");
    }
}

static void
write_element(Writer *writer, const PdfElement *element)
{
    GString *body = writer->body;
    g_string_assign(body, "<</S/");
    g_string_append(body, tag_names[element->tag]);
    if (element->tag == TAG_H)
        g_string_append_printf(body, "%d", element->level);
    g_string_append_printf(body, "/P %d 0 R",
                           element->parent ? element->parent->object : writer->root);
    if (element->first_page >= 0)
        g_string_append_printf(body, "/Pg %d 0 R", writer->pages[element->first_page]);
    put_attributes(writer, element);
    put_kids(writer, element);
    g_string_append(body, ">>");
    pdf_object_put(writer->file, element->object, body);
    for (const PdfKid *kid = element->first; kid; kid = kid->next)
        if (kid->kind == KID_ELEMENT && is_written(kid->element))
            write_element(writer, kid->element);
}

/* Key i: the elements of page i's contents; then one key for each annotation. */
static int
write_parent_tree(Writer *writer, int n_pages)
{
    const PdfTree *tree = writer->tree;
    size_t n = (size_t)n_pages + tree->n_annotations, next = 0;
    PdfLeaf *leaves = DG_NEW_ARRAY(tree->arena, PdfLeaf, n);
    for (int page = 0; page < n_pages; page++) {
        g_string_assign(writer->body, "[");
        for (; next < tree->n_contents && tree->content_pages[next] == page; next++)
            g_string_append_printf(writer->body, "%d 0 R ", tree->contents[next]->object);
        g_string_append_c(writer->body, ']');
        int object = pdf_object_new(writer->file);
        pdf_object_put(writer->file, object, writer->body);
        leaves[page] =
            (PdfLeaf){.number = page, .value = dg_arena_printf(tree->arena, "%d 0 R", object)};
    }
    for (size_t i = 0; i < tree->n_annotations; i++)
        leaves[(size_t)n_pages + i] = (PdfLeaf){
            .number = n_pages + (int)i,
            .value = dg_arena_printf(tree->arena, "%d 0 R", tree->annotations[i]->object)};
    return pdf_put_numbers(writer->file, leaves, n);
}

int
pdf_tree_write(PdfTree *tree, PdfFile *file, const int *pages, int n_pages)
{
    Writer writer = {.tree = tree, .file = file, .pages = pages, .body = g_string_new(NULL)};
    writer.root = pdf_object_new(file);
    tree->document->kept = true;
    find_content(tree->document);
    settle(&writer, tree->document);
    write_element(&writer, tree->document);
    int parents = write_parent_tree(&writer, n_pages);
    int ids = pdf_put_names(file, writer.ids, writer.n_ids);
    g_string_printf(writer.body, "<</Type/StructTreeRoot/K %d 0 R/ParentTreeNextKey %d",
                    tree->document->object, n_pages + (int)tree->n_annotations);
    if (parents)
        g_string_append_printf(writer.body, "/ParentTree %d 0 R", parents);
    if (ids)
        g_string_append_printf(writer.body, "/IDTree %d 0 R", ids);
    g_string_append(writer.body, ">>");
    pdf_object_put(file, writer.root, writer.body);
    g_string_free(writer.body, TRUE);
    return writer.root;
}

/* html-list.c - lists, and lists of definitions.
 * A browser numbers what is numbered 1. 2. 3. and puts the usual bullets, so that a list is right with the
 * style switched off too; any other label is text. */
#include "html-internal.h"

#include <glib.h>
#include <string.h>

const char *
html_list_tag(const DgNode *list)
{
    return list->as.list.kind >= DG_LIST_DECIMAL ? "ol" : "ul";
}

/* The N of "N.", or 0. */
static int
number_of(const DgNode *item)
{
    if (!item->label || strlen(item->label) > 6)
        return 0;
    char *end = NULL;
    gint64 number = g_ascii_strtoll(item->label, &end, 10);
    return g_ascii_isdigit(*item->label) && strcmp(end, ".") == 0 ? (int)number : 0;
}

static bool
is_dash(const char *label)
{
    return strcmp(label, "—") == 0 || strcmp(label, "–") == 0;
}

static bool
is_bullet(const char *label)
{
    return is_dash(label) || strcmp(label, "•") == 0;
}

static bool
is_native(const DgNode *item)
{
    if (!item->parent || item->parent->kind != DG_LIST)
        return false;
    if (html_list_tag(item->parent)[0] == 'o')
        return number_of(item) > 0;
    return item->label && is_bullet(item->label);
}

static const char *
list_class(const DgNode *list)
{
    const DgNode *item = list->first;
    while (item && item->kind != DG_LIST_ITEM)
        item = item->next;
    const char *label = item && item->label ? item->label : "";
    if (list->as.list.kind == DG_LIST_PLAIN || !item)
        return "plain";
    return is_dash(label) ? "dashes" : NULL;
}

void
html_open_list(DgHtml *html, const DgNode *list)
{
    html_open(html, html_list_tag(list), list_class(list), list);
    html_put(html, "\n");
}

/* A list whose items stand in several elements still tells a screen reader how long it is. */
static void
put_place(DgHtml *html, const DgNode *item)
{
    int place = 1, size = 1;
    for (const DgNode *other = item->previous; other; other = other->previous)
        place += other->kind == DG_LIST_ITEM;
    for (const DgNode *other = item->next; other; other = other->next)
        size += other->kind == DG_LIST_ITEM;
    size += place - 1;
    if (size > 1)
        dg_html_markup(html, " aria-posinset=\"%d\" aria-setsize=\"%d\"", place, size);
}

void
html_open_item(DgHtml *html, const DgNode *item, bool split, bool continued)
{
    bool native = is_native(item), labelled = !native && item->label && *item->label;
    html_begin(html, "li", continued ? "continued" : labelled ? "labelled" : NULL, item);
    int number = native ? number_of(item) : 0;
    int expected = item->previous && !split ? number_of(item->previous) + 1 : 1;
    if (number && number != expected && !continued)
        dg_html_markup(html, " value=\"%d\"", number);
    if (split)
        put_place(html, item);
    html_put(html, ">");
    if (continued || !labelled)
        return;
    if (item->first && item->first->kind == DG_PARAGRAPH)
        html->label = item->label;
    else
        html_label(html, item->label);
}

void
html_list_item(DgHtml *html, const DgNode *node)
{
    bool listed = node->parent && node->parent->kind == DG_LIST;
    if (listed)
        html_open_item(html, node, false, false);
    else
        html_open(html, "div", "list-item", node);
    html_children(html, node);
    html_end_block(html, listed ? "li" : "div");
}

void
html_list(DgHtml *html, const DgNode *node)
{
    html_open_list(html, node);
    for (const DgNode *child = node->first; child; child = child->next) {
        if (child->kind != DG_LIST_ITEM)
            html_put(html, "<li class=\"continued\">");
        html_node(html, child);
        if (child->kind != DG_LIST_ITEM)
            html_put(html, "</li>\n");
    }
    html_end_block(html, html_list_tag(node));
}

/* An element is only a dl where terms and definitions take turns as HTML wants it. */
static bool
takes_turns(const DgNode *list)
{
    if (!list->first || list->first->kind != DG_TERM || list->last->kind != DG_DEFINITION)
        return false;
    for (const DgNode *child = list->first; child; child = child->next)
        if (child->kind != DG_TERM && child->kind != DG_DEFINITION)
            return false;
    return true;
}

void
html_definitions(DgHtml *html, const DgNode *node)
{
    bool whole = takes_turns(node);
    html_open(html, whole ? "dl" : "div", whole ? NULL : "definitions", node);
    html_put(html, "\n");
    for (const DgNode *child = node->first; child; child = child->next) {
        const char *tag = child->kind == DG_TERM ? "dt" : "dd";
        if (!whole) {
            html_node(html, child);
            continue;
        }
        html_open(html, tag, NULL, child);
        html_label(html, child->label);
        html_children(html, child);
        html_end_block(html, tag);
    }
    html_end_block(html, whole ? "dl" : "div");
}

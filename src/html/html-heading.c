/* html-heading.c - headings whose levels never skip one. */
#include "html-internal.h"

/* A text may go from a section straight to its third level. What stands below a heading is one level
 * deeper than it here, and headings of one level stay so. */
static int
level_of(DgHtml *html, int wanted)
{
    while (html->n_outline && html->outline[html->n_outline - 1] >= wanted)
        html->n_outline--;
    if (html->n_outline < HEADINGS)
        html->outline[html->n_outline++] = wanted;
    int base = html->options.heading_base;
    int level = (base < 1 ? 1 : base) + html->n_outline - 1;
    return level > HEADINGS ? HEADINGS : level;
}

void
html_heading(DgHtml *html, const DgNode *node)
{
    if (node->parent && node->parent->kind == DG_CAPTION) {
        html_text_block(html, "p", "caption-title", node);
        return;
    }
    if (html_in_header_cell(node)) {
        html_text_block(html, "p", NULL, node);
        return;
    }
    char tag[] = "h0";
    tag[1] = (char)('0' + level_of(html, node->as.heading.level));
    const char *role = node->role != DG_ROLE_NONE ? dg_role_name(node->role) : NULL;
    html_text_block(html, tag, role, node);
}

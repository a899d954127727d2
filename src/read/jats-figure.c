/* jats-figure.c - figures, captions, pictures and where their files are, media. */
#include "diglot/lang.h"
#include "jats-internal.h"

#include "diglot/files.h"

#include <string.h>

static const char *const extensions[] = {".svg", ".png", ".jpg", ".jpeg"};

/* "plenary/../figures/a.svg" gives "figures/a.svg"; NULL when it leaves the volume. */
static char *
normal_path(DgArena *arena, const char *folder, const char *href)
{
    g_autofree char *joined = g_build_filename(folder, href, NULL);
    g_auto(GStrv) parts = g_strsplit(joined, "/", -1);
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    for (char **part = parts; *part; part++) {
        if (strcmp(*part, "") == 0 || strcmp(*part, ".") == 0)
            continue;
        if (strcmp(*part, "..") != 0)
            g_ptr_array_add(kept, *part);
        else if (kept->len == 0)
            return NULL;
        else
            g_ptr_array_set_size(kept, (gint)kept->len - 1);
    }
    g_ptr_array_add(kept, NULL);
    g_autofree char *path = g_strjoinv("/", (char **)kept->pdata);
    return *href == '/' || strstr(href, "://") || !dg_path_is_inside(path)
               ? NULL
               : dg_arena_strdup(arena, path);
}

static bool
has_known_extension(const char *path)
{
    for (size_t i = 0; i < G_N_ELEMENTS(extensions); i++) {
        size_t length = strlen(extensions[i]), whole = strlen(path);
        if (whole > length && g_ascii_strcasecmp(path + whole - length, extensions[i]) == 0)
            return true;
    }
    return false;
}

/* The file of that name, or one of the same name in a form that can be set; NULL: none. */
static const char *
find_picture(Jats *jats, const char *path)
{
    bool there = volume_has_file(jats->volume, path);
    if (there && has_known_extension(path))
        return path;
    const char *dot = strrchr(path, '.'), *slash = strrchr(path, '/');
    int stem = dot && dot > (slash ? slash + 1 : path) ? (int)(dot - path) : (int)strlen(path);
    for (int whole = 1; whole >= 0; whole--)
        for (size_t i = 0; i < G_N_ELEMENTS(extensions); i++) {
            const char *other =
                whole ? dg_arena_printf(jats->arena, "%s%s", path, extensions[i])
                      : dg_arena_printf(jats->arena, "%.*s%s", stem, path, extensions[i]);
            if (volume_has_file(jats->volume, other))
                return other;
        }
    return there ? path : NULL;
}

static const char *
resolve(Jats *jats, const char *href, bool *outside)
{
    char *folder = dg_path_folder(jats->arena, jats->file);
    g_autofree char *decoded = g_uri_unescape_string(href, NULL);
    const char *names[] = {href, decoded && strcmp(decoded, href) != 0 ? decoded : NULL};
    *outside = false;
    for (size_t i = 0; i < G_N_ELEMENTS(names) && names[i]; i++) {
        const char *path = normal_path(jats->arena, folder, names[i]);
        const char *found = path ? find_picture(jats, path) : NULL;
        if (found)
            return found;
        *outside = !path;
    }
    return NULL;
}

const DgXml *
jats_best_graphic(Jats *jats, const DgXml *alternatives)
{
    const DgXml *first = NULL;
    for (const DgXml *child = alternatives->first; child; child = child->next) {
        if (!child->name || !jats_named(child, "graphic inline-graphic"))
            continue;
        const char *href = dg_xml_attribute(child, "xlink:href");
        bool outside;
        const char *path = href ? resolve(jats, href, &outside) : NULL;
        if (path && has_known_extension(path))
            return child;
        if (!first)
            first = child;
    }
    return first;
}

bool
jats_graphic_is_there(Jats *jats, const DgXml *graphic)
{
    const char *href = dg_xml_attribute(graphic, "xlink:href");
    bool outside;
    return href && resolve(jats, href, &outside);
}

/* Of a formula that is also given in TeX, that. */
static const char *
alternative_text(Jats *jats, const DgXml *element)
{
    const DgXml *tex = element->parent ? dg_xml_child(element->parent, "tex-math") : NULL;
    for (const DgXml *at = element; at && !jats_named(at, "p sec body"); at = at->parent) {
        const DgXml *alt = dg_xml_child(at, "alt-text");
        if (!alt || !alt->first)
            alt = dg_xml_child(at, "long-desc");
        char *text = alt ? dg_xml_text(jats->arena, alt) : NULL;
        if (text && *text)
            return text;
        if (jats_named(at, "fig table-wrap disp-formula"))
            break;
    }
    return tex ? jats_tex_source(jats, tex) : NULL;
}

static bool
says_decorative(const DgXml *element)
{
    static const char *const names[] = {"specific-use", "content-type"};
    for (size_t i = 0; element && i < G_N_ELEMENTS(names); i++)
        if (g_strcmp0(dg_xml_attribute(element, names[i]), "decorative") == 0)
            return true;
    return false;
}

/* What has no description on purpose: an empty <alt-text/>, or one that is named so. */
static bool
is_decorative(Jats *jats, const DgXml *graphic)
{
    const DgXml *alt = dg_xml_child(graphic, "alt-text");
    return says_decorative(graphic) || says_decorative(alt) ||
           (alt && !*dg_xml_text(jats->arena, alt));
}

static void
describe(Jats *jats, DgNode *graphic, const DgXml *element)
{
    graphic->alt = alternative_text(jats, element);
    if (graphic->alt || !graphic->href)
        return;
    if (is_decorative(jats, element)) {
        graphic->alt = "";
        return;
    }
    char *name = dg_arena_printf(jats->arena, "description %s", graphic->href);
    if (g_hash_table_add(jats->reported, name))
        dg_diag(jats->diags, DG_FIGURE_ALT, element->pos, graphic->href, NULL);
}

DgNode *
jats_graphic(Jats *jats, DgKind kind, const DgXml *element)
{
    DgNode *graphic = dg_node_new(jats->arena, kind, element->pos);
    jats_identify(jats, graphic, element);
    const char *href = dg_xml_attribute(element, "xlink:href");
    if (!href)
        href = dg_xml_attribute(element, "href");
    bool outside = false;
    graphic->href = href && *href ? resolve(jats, href, &outside) : NULL;
    graphic->as.graphic.missing = !graphic->href;
    char *name = dg_arena_printf(jats->arena, "picture %s", href ? href : "?");
    if (!graphic->href && g_hash_table_add(jats->reported, name))
        dg_diag(jats->diags, outside ? DG_FIGURE_OUTSIDE : DG_FIGURE_MISSING, element->pos,
                href ? href : "?", NULL);
    describe(jats, graphic, element);
    return graphic;
}

/* Title and paragraphs; a title is a heading without a number. */
void
jats_caption(Jats *jats, DgNode *parent, const DgXml *caption)
{
    if (jats_leaves_out(jats, caption))
        return;
    DgNode *node = dg_node_new(jats->arena, DG_CAPTION, caption->pos);
    jats_identify(jats, node, caption);
    dg_node_append(parent, node);
    Flow flow = flow_into(jats, node, NULL);
    jats_children(&flow, caption);
    flow_end(&flow);
    if (!node->first)
        dg_node_remove(node);
}

/* The caption that a figure's further text goes into. */
static DgNode *
last_caption(Jats *jats, DgNode *figure, DgPos pos)
{
    if (figure->last && figure->last->kind == DG_CAPTION)
        return figure->last;
    DgNode *caption = dg_node_new(jats->arena, DG_CAPTION, pos);
    dg_node_append(figure, caption);
    return caption;
}

static void
read_figure_part(Jats *jats, DgNode *figure, const DgXml *part)
{
    if (jats_named(part, "label alt-text long-desc") || jats_leaves_out(jats, part))
        return;
    if (strcmp(part->name, "alternatives") == 0 && jats_best_graphic(jats, part))
        part = jats_best_graphic(jats, part);
    if (jats_named(part, "graphic inline-graphic")) {
        dg_node_append(figure, jats_graphic(jats, DG_GRAPHIC, part));
        const DgXml *caption = dg_xml_child(part, "caption");
        if (caption)
            jats_caption(jats, figure, caption);
        return;
    }
    if (strcmp(part->name, "caption") == 0) {
        jats_caption(jats, figure, part);
        return;
    }
    DgNode *caption = last_caption(jats, figure, part->pos);
    Flow flow = flow_into(jats, caption, NULL);
    jats_read(&flow, part);
    flow_end(&flow);
    if (!caption->first)
        dg_node_remove(caption);
}

/* orientation="landscape", or what house styles write: specific-use="wide". */
static bool
is_wide(const DgXml *element)
{
    static const char *const names[] = {"specific-use", "content-type", "fig-type"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (g_strcmp0(dg_xml_attribute(element, names[i]), "wide") == 0)
            return true;
    return g_strcmp0(dg_xml_attribute(element, "orientation"), "landscape") == 0;
}

void
jats_figure(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    Jats *jats = flow->jats;
    DgNode *figure = flow_block(flow, DG_FIGURE, element);
    figure->label = jats_label(jats, element);
    figure->as.figure.wide = is_wide(element);
    const char *type = dg_xml_attribute(element, "fig-type");
    if (type)
        figure->type = type;
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->name)
            read_figure_part(jats, figure, child);
    if (!figure->first && !figure->label)
        dg_node_remove(figure);
}

/* Several figures under one caption: it stands as a paragraph before them. */
static void
read_group_caption(Flow *flow, const DgXml *caption)
{
    for (const DgXml *child = caption->first; child; child = child->next) {
        if (child->text)
            continue;
        if (strcmp(child->name, "title") == 0)
            jats_line(flow, child, 0);
        else
            jats_read(flow, child);
    }
}

void
jats_figure_group(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    DgNode *group = flow_block(flow, DG_FIGURE_GROUP, element);
    Flow inner = flow_into(flow->jats, group, NULL);
    for (const DgXml *child = element->first; child; child = child->next) {
        if (child->text || jats_leaves_out(flow->jats, child))
            continue;
        inner.role = jats_named(child, "caption label") ? DG_ROLE_CAPTION : DG_ROLE_NONE;
        if (strcmp(child->name, "caption") == 0)
            read_group_caption(&inner, child);
        else if (strcmp(child->name, "alt-text") != 0)
            jats_read(&inner, child);
    }
    flow_end(&inner);
    if (!group->first)
        dg_node_remove(group);
}

/* A picture outside of a figure is one without a number. */
void
jats_lone_graphic(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    Jats *jats = flow->jats;
    flow_end(flow);
    DgNode *figure = dg_node_new(jats->arena, DG_FIGURE, element->pos);
    dg_node_append(flow->container, figure);
    figure->label = jats_label(jats, element);
    read_figure_part(jats, figure, element);
    jats_identify(jats, figure, element);
}

/* "Media: clip.mp4" */
void
jats_media(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    Jats *jats = flow->jats;
    flow_end(flow);
    Flow inner = flow_into(jats, flow->container, element);
    jats_children_but(&inner, element, "alt-text long-desc");
    flow_end(&inner);
    const char *href = dg_xml_attribute(element, "xlink:href");
    if (!href || !*href)
        return;
    inner = flow_into(jats, flow->container, NULL);
    flow_text(&inner, dg_arena_printf(jats->arena, "%s: ", dg_word(DG_WORD_MEDIA, jats->language)),
              element->pos);
    Wrap wrap;
    bool remote = g_str_has_prefix(href, "http://") || g_str_has_prefix(href, "https://");
    flow_open(&inner, &wrap, remote ? DG_LINK : DG_SPAN, element);
    wrap.prototype.id = NULL;
    wrap.prototype.href = remote ? href : NULL;
    flow_text(&inner, href, element->pos);
    flow_close(&inner);
    flow_end(&inner);
}

/* Label and caption run on in one paragraph each; its own address comes last. */
void
jats_supplement(Flow *flow, const DgXml *element, int value)
{
    (void)value;
    flow_end(flow);
    Flow inner = flow_into(flow->jats, flow->container, NULL);
    for (const DgXml *child = element->first; child; child = child->next) {
        if (child->text)
            flow_text(&inner, child->text, child->pos);
        else if (strcmp(child->name, "caption") == 0)
            read_group_caption(&inner, child);
        else if (!jats_named(child, "alt-text long-desc"))
            jats_read(&inner, child);
    }
    flow_end(&inner);
    if (!dg_xml_child(element, "media") && !dg_xml_child(element, "graphic") &&
        dg_xml_attribute(element, "xlink:href")) {
        DgXml address = *element;
        address.first = address.last = NULL;
        jats_media(flow, &address, 0);
    }
}

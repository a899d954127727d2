/* preflight-pages.c - pages: boxes, annotations, contents, and the way from contents back to elements. */
#include "preflight-internal.h"

#include <stdlib.h>
#include <string.h>

/* Of the page or the nearest node above it that has the key. */
static qpdf_oh
inherited(Check *check, qpdf_oh page, const char *key)
{
    enum { DEEPEST = 64 };
    for (int i = 0; i < DEEPEST && is_dictionary(check, page); i++) {
        if (has_key(check, page, key))
            return key_of(check, page, key);
        page = key_of(check, page, "/Parent");
    }
    return qpdf_oh_new_null(check->qpdf);
}

/* ---- boxes ---- */

static bool
read_box(Check *check, qpdf_oh value, double box[4])
{
    if (!qpdf_oh_is_array(check->qpdf, value) || count_of(check, value) != 4)
        return false;
    for (int i = 0; i < 4; i++)
        box[i] = number_of(check, item_of(check, value, i), 0);
    return box[0] < box[2] && box[1] < box[3];
}

static bool
lies_in(const double inner[4], const double outer[4])
{
    const double rounding = 0.01;
    return inner[0] >= outer[0] - rounding && inner[1] >= outer[1] - rounding &&
           inner[2] <= outer[2] + rounding && inner[3] <= outer[3] + rounding;
}

/* ISO 19005-2, 6.1.13. */
static void
check_size(Check *check, qpdf_oh page)
{
    static const char *const names[] = {"/MediaBox", "/CropBox", "/BleedBox", "/TrimBox",
                                        "/ArtBox"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        double box[4];
        if (!read_box(check, inherited(check, page, names[i]), box))
            continue;
        for (int j = 0; j < 2; j++)
            if (box[j + 2] - box[j] < 3 || box[j + 2] - box[j] > 14400)
                broken(check, RULE_LIMITS, object_of(check, page));
    }
}

static void
check_boxes(Check *check, qpdf_oh page)
{
    double media[4], bleed[4], trim[4];
    int object = object_of(check, page);
    if (!has_key(check, page, "/TrimBox")) {
        broken(check, RULE_TRIM_BOX, object);
        return;
    }
    bool told = read_box(check, inherited(check, page, "/MediaBox"), media) &&
                read_box(check, key_of(check, page, "/TrimBox"), trim);
    if (told && has_key(check, page, "/BleedBox"))
        told = read_box(check, key_of(check, page, "/BleedBox"), bleed);
    else
        memcpy(bleed, trim, sizeof bleed);
    if (!told || !lies_in(trim, bleed) || !lies_in(bleed, media) || has_key(check, page, "/ArtBox"))
        broken(check, RULE_BOXES, object);
}

/* ---- the tree of parents ---- */

/* What stands at a key of a number tree; null when nothing does. */
static qpdf_oh
number_leaf(Check *check, qpdf_oh node, int key, int depth)
{
    enum { DEEPEST = 16 };
    qpdf_oh kids = key_of(check, node, "/Kids"), numbers = key_of(check, node, "/Nums");
    for (int i = 0; i + 1 < count_of(check, numbers); i += 2)
        if ((int)number_of(check, item_of(check, numbers, i), -1) == key)
            return item_of(check, numbers, i + 1);
    for (int i = 0; depth < DEEPEST && i < count_of(check, kids); i++) {
        qpdf_oh kid = item_of(check, kids, i), limits = key_of(check, kid, "/Limits");
        if (count_of(check, limits) != 2 ||
            key < (int)number_of(check, item_of(check, limits, 0), 0) ||
            key > (int)number_of(check, item_of(check, limits, 1), 0))
            continue;
        return number_leaf(check, kid, key, depth + 1);
    }
    return qpdf_oh_new_null(check->qpdf);
}

static qpdf_oh
parent_at(Check *check, int key)
{
    qpdf_oh root = key_of(check, qpdf_get_root(check->qpdf), "/StructTreeRoot");
    return number_leaf(check, key_of(check, root, "/ParentTree"), key, 0);
}

/* ---- annotations ---- */

static void
check_annotation(Check *check, qpdf_oh annotation)
{
    static const char *const refused[] = {"/3D",    "/Sound",     "/Screen",
                                          "/Movie", "/RichMedia", "/FileAttachment"};
    enum { INVISIBLE = 1, HIDDEN = 2, PRINT = 4, NO_VIEW = 32, TOGGLE = 256 };
    int object = object_of(check, annotation);
    const char *kind = name_of(check, key_of(check, annotation, "/Subtype"));
    bool known = *kind != '\0', popup = strcmp(kind, "/Popup") == 0;
    bool link = strcmp(kind, "/Link") == 0;
    for (size_t i = 0; i < G_N_ELEMENTS(refused); i++)
        known = known && strcmp(kind, refused[i]) != 0;
    if (!known)
        broken(check, RULE_ANNOTATION_KIND, object);
    int flags = (int)number_of(check, key_of(check, annotation, "/F"), 0);
    if (!popup && (!(flags & PRINT) || flags & (INVISIBLE | HIDDEN | NO_VIEW | TOGGLE)))
        broken(check, RULE_ANNOTATION_FLAGS, object);
    g_autofree char *words = string_of(check, key_of(check, annotation, "/Contents"));
    if (!popup && !*words)
        broken(check, RULE_ANNOTATION_WORDS, object);
    gpointer owner = g_hash_table_lookup(check->links, GINT_TO_POINTER(object));
    int key = (int)number_of(check, key_of(check, annotation, "/StructParent"), -1);
    if (link && !owner)
        broken(check, RULE_LINK_ELEMENT, object);
    else if (link && object_of(check, parent_at(check, key)) != GPOINTER_TO_INT(owner))
        broken(check, RULE_PARENT_TREE, object);
    broken(check, RULE_ANNOTATION, object);
}

static void
check_annotations(Check *check, qpdf_oh page)
{
    qpdf_oh annotations = key_of(check, page, "/Annots");
    int n = qpdf_oh_is_array(check->qpdf, annotations) ? count_of(check, annotations) : 0;
    for (int i = 0; i < n; i++)
        check_annotation(check, item_of(check, annotations, i));
    if (n && !is_named(check, page, "/Tabs", "/S"))
        broken(check, RULE_TAB_ORDER, object_of(check, page));
}

/* Each content's parent is the element that holds it. */
static void
check_parents(Check *check, qpdf_oh page)
{
    int key = (int)number_of(check, key_of(check, page, "/StructParents"), -1);
    qpdf_oh parents = parent_at(check, key);
    int n = qpdf_oh_is_array(check->qpdf, parents) ? count_of(check, parents) : 0;
    for (int mcid = 0;; mcid++) {
        g_autofree char *name = g_strdup_printf("%d %d", object_of(check, page), mcid);
        gpointer owner = g_hash_table_lookup(check->owners, name);
        if (!owner && mcid >= n)
            return;
        qpdf_oh parent = mcid < n ? item_of(check, parents, mcid) : qpdf_oh_new_null(check->qpdf);
        if (owner && object_of(check, parent) != GPOINTER_TO_INT(owner))
            broken(check, RULE_PARENT_TREE, object_of(check, page));
    }
}

static void
check_page(Check *check, qpdf_oh page)
{
    unsigned char *content = NULL;
    size_t size = 0;
    check_size(check, page);
    check_boxes(check, page);
    if (!has_key(check, page, "/Resources"))
        broken(check, RULE_RESOURCES, object_of(check, page));
    check_annotations(check, page);
    check_parents(check, page);
    if (!(qpdf_oh_get_page_content_data(check->qpdf, page, &content, &size) & QPDF_ERRORS))
        check_content(check, page, inherited(check, page, "/Resources"), (const char *)content,
                      size);
    free(content);
}

void
check_pages(Check *check)
{
    int n = qpdf_get_num_pages(check->qpdf);
    for (int i = 0; i < n; i++) {
        check->page = i + 1;
        check_page(check, qpdf_get_page_n(check->qpdf, (size_t)i));
        qpdf_oh_release_all(check->qpdf);
    }
    check->page = 0;
}

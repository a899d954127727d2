/* preflight-tree.c - the structure tree: types, nesting, headings, tables, descriptions, what each element holds. */
#include "preflight-internal.h"

#include <string.h>

typedef struct {
    Check *check;
    qpdf_oh roles;      /* RoleMap */
    GHashTable *seen;   /* objects of elements */
    GHashTable *names;  /* IDs of notes */
    int heading;        /* level of the last one */
    bool plain, levels; /* headings H, and H1 to H6, were met */
} Tree;

typedef struct {
    qpdf_oh element;
    const char *tag; /* standard, without its slash */
    const char *parent;
    int page; /* object of Pg, inherited */
    int depth;
} Place;

/* The standard types; of those that parents are prescribed for: which, parted by blanks. */
static const struct {
    const char *name, *parents;
} types[] = {
    {"Document", NULL},  {"Part", NULL},
    {"Art", NULL},       {"Sect", NULL},
    {"Div", NULL},       {"BlockQuote", NULL},
    {"Caption", NULL},   {"TOC", NULL},
    {"TOCI", "TOC"},     {"Index", NULL},
    {"NonStruct", NULL}, {"Private", NULL},
    {"P", NULL},         {"H", NULL},
    {"H1", NULL},        {"H2", NULL},
    {"H3", NULL},        {"H4", NULL},
    {"H5", NULL},        {"H6", NULL},
    {"L", NULL},         {"LI", "L"},
    {"Lbl", NULL},       {"LBody", "LI"},
    {"Table", NULL},     {"TR", "Table THead TBody TFoot"},
    {"TH", "TR"},        {"TD", "TR"},
    {"THead", "Table"},  {"TBody", "Table"},
    {"TFoot", "Table"},  {"Span", NULL},
    {"Quote", NULL},     {"Note", NULL},
    {"Reference", NULL}, {"BibEntry", NULL},
    {"Code", NULL},      {"Link", NULL},
    {"Annot", NULL},     {"Ruby", NULL},
    {"RB", "Ruby"},      {"RT", "Ruby"},
    {"RP", "Ruby"},      {"Warichu", NULL},
    {"WT", "Warichu"},   {"WP", "Warichu"},
    {"Figure", NULL},    {"Formula", NULL},
    {"Form", NULL},
};

/* What an element of these types may hold; others may hold anything. */
static const struct {
    const char *name, *kids;
} holders[] = {
    {"L", "LI L Caption"},
    {"LI", "Lbl LBody"},
    {"Table", "TR THead TBody TFoot Caption"},
    {"THead", "TR"},
    {"TBody", "TR"},
    {"TFoot", "TR"},
    {"TR", "TH TD"},
    {"TOC", "TOCI TOC Caption"},
};

static bool
is_in(const char *list, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = list; *at;) {
        size_t own = strcspn(at, " ");
        if (own == length && memcmp(at, word, length) == 0)
            return true;
        at += own + strspn(at + own, " ");
    }
    return false;
}

/* Through the role map, a few times; NULL: no standard type. */
static const char *
standard_type(Tree *tree, qpdf_oh element)
{
    enum { MOST_ROLES = 8 };
    g_autofree char *name = g_strdup(name_of(tree->check, key_of(tree->check, element, "/S")));
    for (int i = 0; i < MOST_ROLES && *name; i++) {
        for (size_t j = 0; j < G_N_ELEMENTS(types); j++)
            if (strcmp(types[j].name, name + 1) == 0)
                return types[j].name;
        char *next = g_strdup(name_of(tree->check, key_of(tree->check, tree->roles, name)));
        g_free(name);
        name = next;
    }
    return NULL;
}

/* No standard type may mean another one. */
static void
check_roles(Tree *tree, int object)
{
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        g_autofree char *key = g_strconcat("/", types[i].name, NULL);
        if (has_key(tree->check, tree->roles, key))
            broken(tree->check, RULE_STANDARD_TYPE, object);
    }
}

static void
check_nesting(Tree *tree, const Place *place, int object)
{
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++)
        if (strcmp(types[i].name, place->tag) == 0 && types[i].parents &&
            !is_in(types[i].parents, place->parent))
            broken(tree->check, RULE_NESTING, object);
    for (size_t i = 0; i < G_N_ELEMENTS(holders); i++)
        if (strcmp(holders[i].name, place->parent) == 0 && !is_in(holders[i].kids, place->tag))
            broken(tree->check, RULE_NESTING, object);
}

/* ---- attributes ---- */

/* Of the first attribute dictionary that has the key; null else. */
static qpdf_oh
attribute(Check *check, qpdf_oh element, const char *key)
{
    qpdf_oh attributes = key_of(check, element, "/A");
    for (int i = 0; i < count_of(check, attributes); i++) {
        qpdf_oh entry = item_of(check, attributes, i);
        if (has_key(check, entry, key))
            return key_of(check, entry, key);
    }
    return qpdf_oh_new_null(check->qpdf);
}

static void
check_heading(Tree *tree, const Place *place, int object)
{
    bool plain = strcmp(place->tag, "H") == 0,
         levelled = place->tag[0] == 'H' && g_ascii_isdigit(place->tag[1]);
    tree->plain |= plain;
    tree->levels |= levelled;
    if ((plain || levelled) && tree->plain && tree->levels)
        broken(tree->check, RULE_HEADINGS_MIXED, object);
    if (!levelled)
        return;
    int level = place->tag[1] - '0';
    if (level > tree->heading + 1)
        broken(tree->check, RULE_HEADINGS, object);
    tree->heading = level;
}

static void
check_description(Tree *tree, const Place *place, int object)
{
    Check *check = tree->check;
    bool formula = strcmp(place->tag, "Formula") == 0;
    if (!formula && strcmp(place->tag, "Figure") != 0)
        return;
    g_autofree char *alt = string_of(check, key_of(check, place->element, "/Alt")),
                    *actual = string_of(check, key_of(check, place->element, "/ActualText"));
    if (!*g_strstrip(alt) && !*g_strstrip(actual))
        broken(check, formula ? RULE_FORMULA_WORDS : RULE_ALTERNATIVE, object);
}

static void
check_note(Tree *tree, const Place *place, int object)
{
    if (strcmp(place->tag, "Note") != 0)
        return;
    char *id = string_of(tree->check, key_of(tree->check, place->element, "/ID"));
    if (!*id || g_hash_table_contains(tree->names, id))
        broken(tree->check, RULE_NOTE_ID, object);
    g_hash_table_add(tree->names, id);
}

/* A header cell without a scope may be named by the cells that it heads. */
static void
check_header(Tree *tree, const Place *place, int object)
{
    Check *check = tree->check;
    if (strcmp(place->tag, "TH") != 0)
        return;
    const char *scope = name_of(check, attribute(check, place->element, "/Scope"));
    if (!is_in("/Row /Column /Both", *scope ? scope : "-") &&
        !has_key(check, place->element, "/ID"))
        broken(check, RULE_SCOPE, object);
}

/* ---- tables ---- */

typedef struct {
    Tree *tree;
    GArray *hanging; /* columns that cells of rows above take in the rows to come */
    int width;       /* of the first row; 0: not yet */
    bool uneven;
} Rows;

static int
span_of(Check *check, qpdf_oh cell, const char *key)
{
    enum { MOST = 1000 };
    return (int)CLAMP(number_of(check, attribute(check, cell, key), 1), 1, MOST);
}

static void
hang(Rows *rows, guint below, int columns)
{
    while (rows->hanging->len <= below)
        g_array_append_val(rows->hanging, (int){0});
    g_array_index(rows->hanging, int, below) += columns;
}

static void
measure_row(Rows *rows, qpdf_oh row)
{
    Check *check = rows->tree->check;
    int width = rows->hanging->len ? g_array_index(rows->hanging, int, 0) : 0;
    if (rows->hanging->len)
        g_array_remove_index(rows->hanging, 0);
    qpdf_oh kids = key_of(check, row, "/K");
    for (int i = 0; i < count_of(check, kids); i++) {
        qpdf_oh cell = item_of(check, kids, i);
        if (!is_dictionary(check, cell) || !has_key(check, cell, "/S"))
            continue;
        int columns = span_of(check, cell, "/ColSpan"), high = span_of(check, cell, "/RowSpan");
        width += columns;
        for (int below = 1; below < high; below++)
            hang(rows, (guint)below - 1, columns);
    }
    rows->uneven |= rows->width && rows->width != width;
    rows->width = width;
}

static void
measure_rows(Rows *rows, qpdf_oh holder, int depth)
{
    Check *check = rows->tree->check;
    qpdf_oh kids = key_of(check, holder, "/K");
    for (int i = 0; i < count_of(check, kids); i++) {
        qpdf_oh kid = item_of(check, kids, i);
        const char *tag = is_dictionary(check, kid) ? standard_type(rows->tree, kid) : NULL;
        if (tag && strcmp(tag, "TR") == 0)
            measure_row(rows, kid);
        else if (tag && depth == 0 && is_in("THead TBody TFoot", tag))
            measure_rows(rows, kid, 1);
    }
}

static void
check_table(Tree *tree, const Place *place, int object)
{
    if (strcmp(place->tag, "Table") != 0)
        return;
    Rows rows = {.tree = tree, .hanging = g_array_new(FALSE, FALSE, sizeof(int))};
    measure_rows(&rows, place->element, 0);
    if (rows.uneven)
        broken(tree->check, RULE_TABLE_ROWS, object);
    g_array_free(rows.hanging, TRUE);
}

/* Captions open or, of a table, end what they name; heads and feet come once and with a body. */
static void
check_parts(Tree *tree, const Place *place, int object)
{
    Check *check = tree->check;
    bool table = strcmp(place->tag, "Table") == 0;
    if (!table && strcmp(place->tag, "L") != 0 && strcmp(place->tag, "TOC") != 0)
        return;
    int captions = 0, heads = 0, feet = 0, bodies = 0;
    qpdf_oh kids = key_of(check, place->element, "/K");
    for (int i = 0, n = count_of(check, kids); i < n; i++) {
        qpdf_oh kid = item_of(check, kids, i);
        const char *tag = is_dictionary(check, kid) ? standard_type(tree, kid) : NULL;
        bool caption = tag && strcmp(tag, "Caption") == 0;
        captions += caption;
        if (caption && i > 0 && !(table && i == n - 1))
            broken(check, RULE_CAPTION, object);
        heads += tag && strcmp(tag, "THead") == 0;
        feet += tag && strcmp(tag, "TFoot") == 0;
        bodies += tag && strcmp(tag, "TBody") == 0;
    }
    if (captions > 1)
        broken(check, RULE_CAPTION, object);
    if (heads > 1 || feet > 1 || (heads + feet > 0 && bodies == 0))
        broken(check, RULE_TABLE_PARTS, object);
}

/* ---- what an element holds ---- */

static void visit_element(Tree *tree, qpdf_oh element, const char *parent, int parent_object,
                          int page, int depth);

static void
own_content(Tree *tree, int page, double mcid, int object)
{
    char *key = g_strdup_printf("%d %d", page, (int)CLAMP(mcid, -1, 1 << 30));
    if (g_hash_table_contains(tree->check->owners, key))
        broken(tree->check, RULE_PARENT_TREE, object);
    g_hash_table_insert(tree->check->owners, key, GINT_TO_POINTER(object));
}

static void
visit_kid(Tree *tree, const Place *place, qpdf_oh kid, int object)
{
    Check *check = tree->check;
    if (qpdf_oh_is_integer(check->qpdf, kid)) {
        own_content(tree, place->page, number_of(check, kid, -1), object);
    } else if (is_named(check, kid, "/Type", "/MCR")) {
        qpdf_oh page = key_of(check, kid, "/Pg");
        own_content(tree, object_of(check, page) ? object_of(check, page) : place->page,
                    number_of(check, key_of(check, kid, "/MCID"), -1), object);
    } else if (is_named(check, kid, "/Type", "/OBJR")) {
        if (strcmp(place->tag, "Link") == 0)
            g_hash_table_insert(check->links,
                                GINT_TO_POINTER(object_of(check, key_of(check, kid, "/Obj"))),
                                GINT_TO_POINTER(object));
    } else if (is_dictionary(check, kid)) {
        visit_element(tree, kid, place->tag, object, place->page, place->depth + 1);
    }
}

static void
judge(Tree *tree, const Place *place, int object)
{
    check_nesting(tree, place, object);
    check_heading(tree, place, object);
    check_description(tree, place, object);
    check_note(tree, place, object);
    check_header(tree, place, object);
    check_table(tree, place, object);
    check_parts(tree, place, object);
}

static void
visit_element(Tree *tree, qpdf_oh element, const char *parent, int parent_object, int page,
              int depth)
{
    enum { DEEPEST = 256 };
    Check *check = tree->check;
    int object = object_of(check, element);
    if (depth > DEEPEST || (object && !g_hash_table_add(tree->seen, GINT_TO_POINTER(object))))
        return;
    Place place = {element, standard_type(tree, element), parent, page, depth};
    if (!place.tag) {
        broken(check, RULE_STANDARD_TYPE, object);
        place.tag = "Div";
    }
    qpdf_oh own = key_of(check, element, "/Pg");
    if (object_of(check, own))
        place.page = object_of(check, own);
    if (object_of(check, key_of(check, element, "/P")) != parent_object)
        broken(check, RULE_PARENT_TREE, object);
    judge(tree, &place, object);
    qpdf_oh kids = key_of(check, element, "/K");
    for (int i = 0; i < count_of(check, kids); i++) {
        qpdf_oh kid = item_of(check, kids, i);
        visit_kid(tree, &place, kid, object);
        if (qpdf_oh_is_array(check->qpdf, kids))
            qpdf_oh_release(check->qpdf, kid);
    }
}

void
check_tree(Check *check)
{
    qpdf_oh root = key_of(check, qpdf_get_root(check->qpdf), "/StructTreeRoot");
    if (!is_dictionary(check, root))
        return;
    Tree tree = {.check = check,
                 .roles = key_of(check, root, "/RoleMap"),
                 .seen = g_hash_table_new(NULL, NULL),
                 .names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    check_roles(&tree, object_of(check, root));
    qpdf_oh kids = key_of(check, root, "/K");
    for (int i = 0; i < count_of(check, kids); i++)
        if (is_dictionary(check, item_of(check, kids, i)))
            visit_element(&tree, item_of(check, kids, i), "", object_of(check, root), 0, 0);
    g_hash_table_destroy(tree.seen);
    g_hash_table_destroy(tree.names);
}

/* test-conservation.c - no word of a body is lost: every corpus file against the model made of it. */
#include "diglot/read.h"
#include "diglot/xml.h"

#include "corpora-internal.h"

/* ---- words: runs of letters, runs of digits ---- */
static void
count_words(GHashTable *words, const char *text)
{
    g_autofree char *apart = g_utf8_normalize(text ? text : "", -1, G_NORMALIZE_NFD);
    const char *at = apart ? apart : "";
    while (*at) {
        const char *start = at;
        gunichar first = g_utf8_get_char(at);
        bool letter = g_unichar_isalpha(first), digit = g_unichar_isdigit(first);
        at = g_utf8_next_char(at);
        if (!letter && !digit)
            continue;
        while (*at && (letter ? g_unichar_isalpha(g_utf8_get_char(at))
                              : g_unichar_isdigit(g_utf8_get_char(at))))
            at = g_utf8_next_char(at);
        char *word = g_strndup(start, (gsize)(at - start));
        int n = GPOINTER_TO_INT(g_hash_table_lookup(words, word));
        g_hash_table_replace(words, word, GINT_TO_POINTER(n + 1));
    }
}

static GHashTable *
new_words(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

/* ---- what is left out on purpose, and why ---- */
static const struct {
    const char *name, *reason;
} left_out[] = {
    {"front", "front matter is metadata, tested elsewhere"},
    {"front-stub", "the same; title and names of sub-articles are set"},
    {"book-part-meta", "the same"},
    {"book-meta", "the same"},
    {"sec-meta", "describes a section for machines"},
    {"index-term", "is invisible"},
    {"object-id", "names a figure for machines"},
    {"institution-id", "names an institution for machines"},
    {"contrib-id", "names a person for machines"},
    {"mml:annotation", "says the formula again"},
    {"tex-math", "becomes signs: test-formula.c"},
    {"mml:annotation-xml", "says the formula again"},
    {"ali:free_to_read", "holds no words"},
    {"processing-meta", "describes the file for machines"},
};

static bool
is_left_out(const DgXml *element)
{
    for (size_t i = 0; i < G_N_ELEMENTS(left_out); i++)
        if (dg_xml_is(element, left_out[i].name))
            return true;
    return false;
}

typedef struct {
    GHashTable *words, *ids; /* ids: to DgXml */
    GHashTable *marked;      /* footnotes that something refers to */
} Source;

static bool
is_below(const DgXml *element, const char *name)
{
    for (; element; element = element->parent)
        if (dg_xml_is(element, name))
            return true;
    return false;
}

/* References to footnotes: "1", "*" become marks, which are numbered anew. */
static bool
is_mark(const Source *source, const DgXml *element, DgArena *arena)
{
    const char *rid = dg_xml_attribute(element, "rid");
    const DgXml *target = rid ? g_hash_table_lookup(source->ids, rid) : NULL;
    return dg_xml_is(element, "xref") && dg_xml_is(target, "fn") &&
           !is_below(target, "table-wrap-foot") &&
           g_utf8_strlen(dg_xml_text(arena, element), -1) <= 4;
}

/* Of several forms of one thing, one is set: a table before its picture or text, a text before a formula, a
 * formula before TeX, a citation as written before one in elements. */
static const DgXml *
chosen_form(const DgXml *element)
{
    static const char *const order[] = {"table",    "oasis:table", "textual-form",
                                        "mml:math", "tex-math",    "mixed-citation"};
    for (size_t i = 0; i < G_N_ELEMENTS(order); i++)
        if (dg_xml_child(element, order[i]))
            return dg_xml_child(element, order[i]);
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->name)
            return child;
    return NULL;
}

/* "1." as label, and again at the start of the citation. */
static bool
is_in_text(const char *label, const DgXml *reference, DgArena *arena)
{
    for (const DgXml *child = reference->first; child; child = child->next)
        if (dg_xml_is(child, "mixed-citation"))
            return g_str_has_prefix(dg_xml_text(arena, child), label);
    return false;
}

static bool
is_repeated(const Source *source, const DgXml *element, DgArena *arena)
{
    const DgXml *parent = element->parent;
    if (dg_xml_is(element, "element-citation") && dg_xml_child(parent, "mixed-citation"))
        return true;
    if (parent && (dg_xml_is(parent, "alternatives") || dg_xml_is(parent, "citation-alternatives")))
        return chosen_form(parent) != element;
    if ((dg_xml_is(element, "copyright-year") || dg_xml_is(element, "copyright-holder")) &&
        dg_xml_child(parent, "copyright-statement"))
        return true;
    if (dg_xml_is(element, "label") && dg_xml_is(parent, "ref"))
        return is_in_text(dg_xml_text(arena, element), parent, arena);
    /* the number of a note that is marked; the title of a group all of whose notes are marked */
    if (dg_xml_is(element, "label") && dg_xml_is(parent, "fn"))
        return g_hash_table_contains(source->marked, parent);
    if (dg_xml_is(element, "title") && dg_xml_is(parent, "fn-group"))
        for (const DgXml *note = dg_xml_child(parent, "fn"); note;
             note = dg_xml_sibling(note, "fn"))
            if (g_hash_table_contains(source->marked, note))
                return true;
    return is_mark(source, element, arena);
}

static void
count_source(const Source *source, const DgXml *element, DgArena *arena)
{
    for (const DgXml *child = element->first; child; child = child->next) {
        if (child->text)
            count_words(source->words, child->text);
        else if (!is_left_out(child) && !is_repeated(source, child, arena))
            count_source(source, child, arena);
    }
}

static void
index_ids(const Source *source, const DgXml *element)
{
    const char *id = dg_xml_attribute(element, "id");
    if (id && !g_hash_table_contains(source->ids, id))
        g_hash_table_insert(source->ids, (gpointer)id, (gpointer)element);
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->name)
            index_ids(source, child);
}

static void
index_marks(const Source *source, const DgXml *element)
{
    const char *rid = dg_xml_is(element, "xref") ? dg_xml_attribute(element, "rid") : NULL;
    const DgXml *target = rid ? g_hash_table_lookup(source->ids, rid) : NULL;
    if (dg_xml_is(target, "fn") && !is_below(target, "table-wrap-foot"))
        g_hash_table_add(source->marked, (gpointer)target);
    if (dg_xml_is(element, "fn") && !dg_xml_is(element->parent, "fn-group") &&
        !dg_xml_is(element->parent, "table-wrap-foot"))
        g_hash_table_add(source->marked, (gpointer)element);
    for (const DgXml *child = element->first; child; child = child->next)
        if (child->name)
            index_marks(source, child);
}

static GHashTable *
source_words(const DgXml *root, DgArena *arena)
{
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) marked = g_hash_table_new(NULL, NULL);
    Source source = {new_words(), ids, marked};
    index_ids(&source, root);
    index_marks(&source, root);
    for (const DgXml *child = root->first; child; child = child->next)
        if (child->name && !is_left_out(child))
            count_source(&source, child, arena);
    return source.words;
}

/* ---- the model ---- */
static void
count_model(GHashTable *words, const DgNode *root)
{
    for (DgWalk walk = dg_walk((DgNode *)root); dg_walk_next(&walk);) {
        const DgNode *node = walk.node;
        if (!walk.entering)
            continue;
        count_words(words, node->text);
        count_words(words, node->label);
        count_words(words, node->alt);
        if (node->kind == DG_NOTE_MARK && !node->as.note_mark.repeated)
            count_model(words, node->as.note_mark.note);
    }
}

static void
count_notes(GHashTable *words, const DgNode *root)
{
    for (DgWalk walk = dg_walk((DgNode *)root); dg_walk_next(&walk);)
        if (walk.entering && walk.node->kind == DG_NOTE_MARK && !walk.node->as.note_mark.repeated)
            count_model(words, walk.node->as.note_mark.note);
}

static GHashTable *
model_words(const DgVolume *volume)
{
    GHashTable *words = new_words();
    for (size_t i = 0; i < volume->n_items; i++)
        for (int side = 0; side < volume->n_languages; side++) {
            const DgText *text = &volume->items[i]->text[side];
            if (text->body)
                count_model(words, text->body);
            if (text->meta.title) /* notes of the back matter may be marked there */
                count_notes(words, text->meta.title);
            if (text->meta.abstract)
                count_notes(words, text->meta.abstract);
        }
    return words;
}

static guint
count_lost(GHashTable *source, GHashTable *model, const char *file)
{
    GHashTableIter iter;
    gpointer word, n;
    guint lost = 0;
    g_hash_table_iter_init(&iter, source);
    while (g_hash_table_iter_next(&iter, &word, &n)) {
        int there = GPOINTER_TO_INT(g_hash_table_lookup(model, word));
        if (there >= GPOINTER_TO_INT(n))
            continue;
        lost++;
        g_test_message("%s: \"%s\" %d times, set %d times", file, (char *)word, GPOINTER_TO_INT(n),
                       there);
    }
    return lost;
}

static guint
total(GHashTable *words)
{
    GHashTableIter iter;
    gpointer n;
    guint sum = 0;
    g_hash_table_iter_init(&iter, words);
    while (g_hash_table_iter_next(&iter, NULL, &n))
        sum += (guint)GPOINTER_TO_INT(n);
    return sum;
}

/* The signs that formulas in TeX may become. */
static guint
tex_length(const DgXml *element, DgArena *arena)
{
    guint length = 0;
    for (const DgXml *child = element->first; child; child = child->next)
        length += dg_xml_is(child, "tex-math") ? (guint)strlen(dg_xml_text(arena, child))
                                               : tex_length(child, arena);
    return length;
}

/* Nothing is lost, and little is added: nothing may be set twice either. */
static guint
check_file(const char *path)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags = dg_diags_new(arena);
    g_autofree char *name = g_path_get_basename(path);
    const DgXml *root = dg_xml_parse(arena, diags, path, name);
    g_assert_nonnull(root);
    DgVolume *volume = dg_volume_read(arena, diags, path, NULL);
    g_assert_nonnull(volume);
    g_autoptr(GHashTable) source = source_words(root, arena);
    g_autoptr(GHashTable) model = model_words(volume);
    guint lost = count_lost(source, model, name), before = total(source), after = total(model);
    if (after > before + before / 20 + 100 + tex_length(root, arena)) {
        g_test_message("%s: %u words became %u", name, before, after);
        lost++;
    }
    dg_arena_free(arena);
    return lost;
}

static void
check_corpus(const char *corpus)
{
    g_autoptr(GPtrArray) files = corpus_files(corpus);
    if (!files)
        return;
    guint lost = 0;
    for (guint i = 0; i < files->len; i++)
        lost += check_file(files->pdata[i]);
    g_assert_cmpuint(files->len, >, 10);
    g_assert_cmpuint(lost, ==, 0);
}

static void
test_bilingual(void)
{
    check_corpus("jats-bilingual");
}

static void
test_mono(void)
{
    check_corpus("jats-mono");
}

/* The test itself must see a loss. */
static void
test_a_loss_is_seen(void)
{
    g_autoptr(GHashTable) source = new_words();
    g_autoptr(GHashTable) model = new_words();
    count_words(source, "Слово о слове, 2 слова");
    count_words(model, "слове Слово 2 о");
    g_assert_cmpuint(total(source), ==, 5);
    g_assert_cmpuint(count_lost(source, model, "x"), ==, 1);
    count_words(model, "слова");
    g_assert_cmpuint(count_lost(source, model, "x"), ==, 0);
}

/* ---- borders of words, in paragraphs of plain styling ---- */
static bool
is_plain(const DgXml *element)
{
    static const char *const plain[] = {
        "italic", "bold",      "sup",    "sub",           "underline",
        "sc",     "monospace", "strike", "named-content", "styled-content"};
    for (const DgXml *child = element->first; child; child = child->next) {
        if (child->text)
            continue;
        bool known = false;
        for (size_t i = 0; i < G_N_ELEMENTS(plain); i++)
            known |= dg_xml_is(child, plain[i]);
        if (!known || !is_plain(child))
            return false;
    }
    return true;
}

static const DgNode *
find_block(const DgVolume *volume, DgPos pos)
{
    for (size_t i = 0; i < volume->n_items; i++)
        for (int side = 0; side < volume->n_languages; side++) {
            DgNode *body = volume->items[i]->text[side].body;
            for (DgWalk walk = dg_walk(body); body && dg_walk_next(&walk);)
                if (walk.entering && dg_kind_is_block(walk.node->kind) &&
                    walk.node->pos.line == pos.line && walk.node->pos.column == pos.column)
                    return walk.node;
        }
    return NULL;
}

static guint
compare_paragraphs(DgArena *arena, const DgVolume *volume, const DgXml *element)
{
    guint n = 0;
    for (const DgXml *child = element->first; child; child = child->next) {
        if (!child->name || is_left_out(child))
            continue;
        const char *text =
            dg_xml_is(child, "p") && is_plain(child) ? dg_xml_text(arena, child) : "";
        const DgNode *block = *text ? find_block(volume, child->pos) : NULL;
        if (block && dg_kind_is_block(block->kind) && block->kind == DG_PARAGRAPH) {
            const char *set = dg_node_text(arena, block);
            g_assert_true(g_str_has_suffix(set, text)); /* a label may stand before it */
            n++;
        }
        n += compare_paragraphs(arena, volume, child);
    }
    return n;
}

static void
test_borders(void)
{
    g_autoptr(GPtrArray) files = corpus_files("jats-bilingual");
    guint n = 0;
    for (guint i = 0; files && i < files->len; i++) {
        DgArena *arena = dg_arena_new();
        DgDiags *diags = dg_diags_new(arena);
        const DgXml *root = dg_xml_parse(arena, diags, files->pdata[i], "x.xml");
        n += compare_paragraphs(arena, dg_volume_read(arena, diags, files->pdata[i], NULL), root);
        dg_arena_free(arena);
    }
    if (files)
        g_assert_cmpuint(n, >, 500);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/read/conservation/sees", test_a_loss_is_seen);
    g_test_add_func("/read/conservation/bilingual", test_bilingual);
    g_test_add_func("/read/conservation/mono", test_mono);
    g_test_add_func("/read/conservation/borders", test_borders);
    return g_test_run();
}

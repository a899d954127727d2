/* test-manifest-table.c - the table of src/read and the schemas in content/ allow the same. */
#include "read-internal.h"

/* ---- what a schema allows: lines "parent>child" and "element@attribute" ---- */
typedef struct {
    GHashTable *allowed;
    const DgXml *grammar;
} Schema;

static void
allow(GHashTable *allowed, const char *a, const char *mark, const char *b)
{
    g_hash_table_add(allowed, g_strconcat(a, mark, b, NULL));
}

static const DgXml *
find_element(const DgXml *grammar, const char *define)
{
    for (const DgXml *child = dg_xml_child(grammar, "define"); child;
         child = dg_xml_sibling(child, "define"))
        if (g_strcmp0(dg_xml_attribute(child, "name"), define) == 0)
            return dg_xml_child(child, "element");
    return NULL;
}

static void
read_content(Schema *schema, const char *element, const DgXml *content)
{
    for (const DgXml *child = content->first; child; child = child->next) {
        if (dg_xml_is(child, "attribute")) {
            allow(schema->allowed, element, "@", dg_xml_attribute(child, "name"));
        } else if (dg_xml_is(child, "ref")) {
            const DgXml *other = find_element(schema->grammar, dg_xml_attribute(child, "name"));
            g_assert_nonnull(other);
            allow(schema->allowed, element, ">", dg_xml_attribute(other, "name"));
        } else if (child->name) {
            read_content(schema, element, child);
        }
    }
}

static void
read_schema(DgArena *arena, GHashTable *allowed, const char *name)
{
    DgDiags *diags = dg_diags_new(arena);
    g_autofree char *path = g_build_filename(g_getenv("DIGLOT_DATA"), "content", name, NULL);
    Schema schema = {allowed, dg_xml_parse(arena, diags, path, name)};
    g_assert_nonnull(schema.grammar);
    for (const DgXml *define = dg_xml_child(schema.grammar, "define"); define;
         define = dg_xml_sibling(define, "define")) {
        const DgXml *element = dg_xml_child(define, "element");
        if (element)
            read_content(&schema, dg_xml_attribute(element, "name"), element);
    }
}

static void
read_table(GHashTable *allowed)
{
    for (size_t i = 0; i < manifest_n_rules; i++) {
        const ElementRule *rule = &manifest_rules[i];
        g_auto(GStrv) parents = g_strsplit(rule->parents, " ", -1);
        for (char **parent = parents; *parent; parent++)
            allow(allowed, *parent, ">", rule->name);
        for (size_t j = 0; j < G_N_ELEMENTS(rule->attributes) && rule->attributes[j].name; j++)
            allow(allowed, rule->name, "@", rule->attributes[j].name);
    }
}

static guint
missing_from(GHashTable *there, GHashTable *here, const char *name)
{
    GHashTableIter iter;
    gpointer line;
    guint n = 0;
    g_hash_table_iter_init(&iter, there);
    while (g_hash_table_iter_next(&iter, &line, NULL))
        if (!g_hash_table_contains(here, line)) {
            g_test_message("%s lacks %s", name, (char *)line);
            n++;
        }
    return n;
}

static void
test_schemas(void)
{
    DgArena *arena = dg_arena_new();
    g_autoptr(GHashTable) schemas = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    read_schema(arena, schemas, "volume.rng");
    read_schema(arena, schemas, "people.rng");
    read_table(table);
    g_assert_cmpuint(g_hash_table_size(table), >, 100);
    g_assert_cmpuint(missing_from(table, schemas, "a schema"), ==, 0);
    g_assert_cmpuint(missing_from(schemas, table, "the table"), ==, 0);
    dg_arena_free(arena);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/read/manifest/schemas", test_schemas);
    return g_test_run();
}

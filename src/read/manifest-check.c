/* manifest-check.c - a manifest against the table: unknown names, wrong values, what is missing. */
#include "read-internal.h"

#include <string.h>

static bool
is_parent(const ElementRule *rule, const char *parent)
{
    return *parent ? list_has(rule->parents, parent) : !*rule->parents;
}

static const ElementRule *
find_rule(const char *name, const char *parent)
{
    for (size_t i = 0; i < manifest_n_rules; i++)
        if (strcmp(manifest_rules[i].name, name) == 0 && is_parent(&manifest_rules[i], parent))
            return &manifest_rules[i];
    return NULL;
}

static char *
children_of(const char *parent)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (size_t i = 0; i < manifest_n_rules; i++)
        if (is_parent(&manifest_rules[i], parent))
            g_string_append_printf(names, "%s ", manifest_rules[i].name);
    return g_strdup(names->str);
}

static const AttributeRule *
find_attribute(const ElementRule *rule, const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rule->attributes) && rule->attributes[i].name; i++)
        if (strcmp(rule->attributes[i].name, name) == 0)
            return &rule->attributes[i];
    return NULL;
}

static void
check_attribute(DgDiags *diags, const ElementRule *rule, const DgXml *element,
                const DgXmlAttribute *attribute)
{
    const AttributeRule *known = find_attribute(rule, attribute->name);
    if (!known) {
        g_autoptr(GString) names = g_string_new(NULL);
        for (size_t i = 0; i < G_N_ELEMENTS(rule->attributes) && rule->attributes[i].name; i++)
            g_string_append_printf(names, "%s ", rule->attributes[i].name);
        g_autofree char *nearest = dg_nearest_name(attribute->name, names->str);
        dg_diag(diags, DG_VOLUME_ATTRIBUTE, element->pos, attribute->name, rule->name, nearest,
                NULL);
    } else if (known->type == VALUE_LANGUAGE && !value_is_valid(known->type, attribute->value)) {
        dg_diag(diags, DG_LANGUAGE_UNKNOWN, element->pos, attribute->value, NULL);
    } else if (!value_is_valid(known->type, attribute->value)) {
        dg_diag(diags, DG_VOLUME_VALUE, element->pos, attribute->value, attribute->name,
                value_example(known->type), NULL);
    }
}

static void
check_missing(DgDiags *diags, const ElementRule *rule, const DgXml *element)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rule->attributes) && rule->attributes[i].name; i++)
        if (rule->attributes[i].required && !dg_xml_attribute(element, rule->attributes[i].name))
            dg_diag(diags, DG_VOLUME_MISSING, element->pos, rule->attributes[i].name, rule->name,
                    NULL);
    if (!rule->needs || dg_xml_child(element, rule->needs))
        return;
    g_autofree char *needed = g_strdup_printf("<%s>", rule->needs);
    dg_diag(diags, DG_VOLUME_MISSING, element->pos, needed, rule->name, NULL);
}

static void check_element(DgDiags *diags, const ElementRule *rule, const DgXml *element);

static void
check_child(DgDiags *diags, const ElementRule *rule, const DgXml *child)
{
    if (child->text) {
        if (rule->content == VALUE_NONE && child->text[strspn(child->text, " \t\r\n")])
            dg_diag(diags, DG_VOLUME_STRAY, child->pos, rule->name, NULL);
        return;
    }
    const ElementRule *known = find_rule(child->name, rule->name);
    if (known) {
        check_element(diags, known, child);
        return;
    }
    g_autofree char *names = children_of(rule->name);
    g_autofree char *nearest = dg_nearest_name(child->name, names);
    dg_diag(diags, DG_VOLUME_ELEMENT, child->pos, child->name, rule->name, nearest, NULL);
}

static void
check_element(DgDiags *diags, const ElementRule *rule, const DgXml *element)
{
    for (size_t i = 0; i < element->n_attributes; i++)
        check_attribute(diags, rule, element, &element->attributes[i]);
    check_missing(diags, rule, element);
    for (const DgXml *child = element->first; child; child = child->next)
        check_child(diags, rule, child);
}

void
manifest_check(DgDiags *diags, const DgXml *root)
{
    const ElementRule *rule = find_rule(root->name, "");
    if (rule)
        check_element(diags, rule, root);
}

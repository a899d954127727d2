/* preflight-values.c - qpdf's values, for a reader that must not trust their types. */
#include "preflight-internal.h"

#include <string.h>

bool
is_dictionary(Check *check, qpdf_oh value)
{
    return qpdf_oh_is_dictionary(check->qpdf, value);
}

qpdf_oh
key_of(Check *check, qpdf_oh dictionary, const char *key)
{
    if (qpdf_oh_is_stream(check->qpdf, dictionary))
        dictionary = qpdf_oh_get_dict(check->qpdf, dictionary);
    if (!is_dictionary(check, dictionary))
        return qpdf_oh_new_null(check->qpdf);
    return qpdf_oh_get_key(check->qpdf, dictionary, key);
}

bool
has_key(Check *check, qpdf_oh dictionary, const char *key)
{
    return !qpdf_oh_is_null(check->qpdf, key_of(check, dictionary, key));
}

const char *
name_of(Check *check, qpdf_oh value)
{
    return qpdf_oh_is_name(check->qpdf, value) ? qpdf_oh_get_name(check->qpdf, value) : "";
}

bool
is_named(Check *check, qpdf_oh dictionary, const char *key, const char *name)
{
    return strcmp(name_of(check, key_of(check, dictionary, key)), name) == 0;
}

double
number_of(Check *check, qpdf_oh value, double otherwise)
{
    return qpdf_oh_is_number(check->qpdf, value) ? qpdf_oh_get_numeric_value(check->qpdf, value)
                                                 : otherwise;
}

int
count_of(Check *check, qpdf_oh value)
{
    if (qpdf_oh_is_array(check->qpdf, value))
        return qpdf_oh_get_array_n_items(check->qpdf, value);
    return qpdf_oh_is_null(check->qpdf, value) ? 0 : 1;
}

qpdf_oh
item_of(Check *check, qpdf_oh value, int index)
{
    return qpdf_oh_is_array(check->qpdf, value) ? qpdf_oh_get_array_item(check->qpdf, value, index)
                                                : value;
}

char *
string_of(Check *check, qpdf_oh value)
{
    size_t length = 0;
    if (!qpdf_oh_is_string(check->qpdf, value))
        return g_strdup("");
    const char *text = qpdf_oh_get_binary_utf8_value(check->qpdf, value, &length);
    return g_strndup(text ? text : "", text ? length : 0);
}

int
object_of(Check *check, qpdf_oh value)
{
    return qpdf_oh_get_object_id(check->qpdf, value);
}

GPtrArray *
keys_of(Check *check, qpdf_oh dictionary)
{
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    if (qpdf_oh_is_stream(check->qpdf, dictionary))
        dictionary = qpdf_oh_get_dict(check->qpdf, dictionary);
    if (!is_dictionary(check, dictionary))
        return keys;
    qpdf_oh_begin_dict_key_iter(check->qpdf, dictionary);
    while (qpdf_oh_dict_more_keys(check->qpdf))
        g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(check->qpdf)));
    return keys;
}

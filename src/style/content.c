/* content.c - what a margin box says: strings, titles and counters in succession. */
#include "style-internal.h"

#include <glib.h>
#include <string.h>

static const struct {
    const char *form;
    DgHeadPart part;
} forms[] = {
    {"counter(page)", {.content = DG_HEAD_FOLIO}},
    {"counter(pages)", {.content = DG_HEAD_PAGES}},
    {"string(person, first)", {DG_HEAD_PERSON, DG_LEFT, NULL}},
    {"string(person, second)", {DG_HEAD_PERSON, DG_RIGHT, NULL}},
    {"string(title, first)", {DG_HEAD_TITLE, DG_LEFT, NULL}},
    {"string(title, second)", {DG_HEAD_TITLE, DG_RIGHT, NULL}},
    {"string(part, first)", {DG_HEAD_PART, DG_LEFT, NULL}},
    {"string(part, second)", {DG_HEAD_PART, DG_RIGHT, NULL}},
    {"string(volume, first)", {DG_HEAD_VOLUME, DG_LEFT, NULL}},
    {"string(volume, second)", {DG_HEAD_VOLUME, DG_RIGHT, NULL}},
};

static bool
take_part(DgArena *arena, const char **value, DgHeadPart *part)
{
    const char *text = string_next(arena, value);
    if (text) {
        *part = (DgHeadPart){.content = DG_HEAD_TEXT, .text = text};
        return true;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        if (g_str_has_prefix(*value, forms[i].form)) {
            *value += strlen(forms[i].form);
            *part = forms[i].part;
            return true;
        }
    return false;
}

bool
content_read(DgArena *arena, const char *value, DgMarginBox *box)
{
    DgHeadPart *parts = NULL;
    size_t n = 0;
    if (strcmp(value, "none") != 0)
        while (*value) {
            DgHeadPart part;
            if (!take_part(arena, &value, &part))
                return false;
            DG_APPEND(arena, parts, n, part);
            value += strspn(value, " ");
        }
    *box = (DgMarginBox){parts, n};
    return true;
}

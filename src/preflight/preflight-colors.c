/* preflight-colors.c - the device colours that were met, against what the output intents say. */
#include "preflight-internal.h"

#include <stdlib.h>
#include <string.h>

/* The colour space of an ICC profile that is sound and has as many components as the stream says; NULL else. */
static const char *
profile_space(Check *check, qpdf_oh profile, bool press)
{
    static const struct {
        const char *signature, *space;
        int components;
    } spaces[] = {{"GRAY", "GRAY", 1}, {"RGB ", "RGB", 3}, {"CMYK", "CMYK", 4}};
    unsigned char *data = NULL;
    size_t size = 0;
    QPDF_BOOL filtered = QPDF_FALSE;
    const char *found = NULL;
    if (qpdf_oh_is_stream(check->qpdf, profile))
        qpdf_oh_get_stream_data(check->qpdf, profile, qpdf_dl_generalized, &filtered, &data, &size);
    int n = (int)number_of(check, key_of(check, profile, "/N"), 0);
    for (size_t i = 0; data && size >= 128 && i < G_N_ELEMENTS(spaces); i++)
        if (memcmp(data + 36, "acsp", 4) == 0 && data[8] <= 4 &&
            memcmp(data + 16, spaces[i].signature, 4) == 0 && spaces[i].components == n &&
            (!press || memcmp(data + 12, "prtr", 4) == 0))
            found = spaces[i].space;
    free(data);
    return found;
}

static const char *
intent_space(Check *check, const char *kind)
{
    qpdf_oh intents = key_of(check, qpdf_get_root(check->qpdf), "/OutputIntents");
    for (int i = 0; i < count_of(check, intents); i++) {
        qpdf_oh intent = item_of(check, intents, i);
        g_autofree char *condition =
            string_of(check, key_of(check, intent, "/OutputConditionIdentifier"));
        if (is_named(check, intent, "/S", kind))
            return *condition ? profile_space(check, key_of(check, intent, "/DestOutputProfile"),
                                              strcmp(kind, "/GTS_PDFX") == 0)
                              : NULL;
    }
    return NULL;
}

/* At the place where the colour was first met. */
static void
broken_at(Check *check, Rule rule, const Finding *use)
{
    check->page = use->page;
    broken(check, rule, use->object);
    check->page = 0;
}

void
check_colors(Check *check)
{
    const char *archive = intent_space(check, "/GTS_PDFA1"),
               *press = intent_space(check, "/GTS_PDFX");
    const Finding *uses = check->uses;
    if (!archive)
        broken(check, RULE_INTENT, 0);
    if (g_strcmp0(press, "CMYK") != 0)
        broken(check, RULE_PRESS_INTENT, 0);
    if (uses[USES_RGB].count && g_strcmp0(archive, "RGB") != 0)
        broken_at(check, RULE_DEVICE_COLOR, &uses[USES_RGB]);
    else if (uses[USES_CMYK].count && g_strcmp0(archive, "CMYK") != 0)
        broken_at(check, RULE_DEVICE_COLOR, &uses[USES_CMYK]);
    else if (uses[USES_GRAY].count && !archive)
        broken_at(check, RULE_DEVICE_COLOR, &uses[USES_GRAY]);
    if (uses[USES_RGB].count)
        broken_at(check, RULE_RGB, &uses[USES_RGB]);
}

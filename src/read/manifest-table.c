/* manifest-table.c - THE table of the vocabularies of volume.xml and people.xml. content/volume.rng and
 * content/people.rng say the same to XML editors. */
#include "read-internal.h"

#define LANGUAGE                                                                                   \
    {                                                                                              \
        "xml:lang", VALUE_LANGUAGE, false                                                          \
    }
#define TIMES                                                                                      \
    {"from", VALUE_DATE, false},                                                                   \
    {                                                                                              \
        "to", VALUE_DATE, false                                                                    \
    }
#define LAYOUTS                                                                                    \
    {"layout", VALUE_LAYOUT, false},                                                               \
    {                                                                                              \
        "sync", VALUE_SYNC, false                                                                  \
    }
#define PERSON {"ref", VALUE_WORD, false}, {"role", VALUE_TEXT, false}, LANGUAGE

/* clang-format off */
const ElementRule manifest_rules[] = {
    {"volume", "", VALUE_NONE, "title", {{"languages", VALUE_LANGUAGES, true}, {"style", VALUE_WORD, false},
                                         {"id", VALUE_WORD, false}, {"matter", VALUE_LISTS, false}}},
    {"title", "volume part slot committee", VALUE_TEXT, NULL, {LANGUAGE}},
    {"subtitle", "volume", VALUE_TEXT, NULL, {LANGUAGE}},
    {"event", "volume", VALUE_NONE, NULL, {TIMES, {"timezone", VALUE_ZONE, false}}},
    {"name", "event org publisher printer", VALUE_TEXT, NULL, {LANGUAGE}},
    {"place", "event imprint", VALUE_TEXT, NULL, {LANGUAGE}},
    {"theme", "event", VALUE_TEXT, NULL, {LANGUAGE}},
    {"organizer", "event", VALUE_TEXT, NULL, {LANGUAGE}},
    {"committee", "event", VALUE_NONE, NULL, {LANGUAGE}},
    {"member", "committee", VALUE_TEXT, NULL, {PERSON}},
    {"stream", "event part", VALUE_NONE, NULL, {{"href", VALUE_ADDRESS, true}}},
    {"imprint", "volume", VALUE_NONE, NULL, {{0}}},
    {"series", "imprint", VALUE_TEXT, NULL, {LANGUAGE}},
    {"volume-number", "imprint", VALUE_TEXT, NULL, {{0}}},
    {"publisher", "imprint", VALUE_NONE, NULL, {{0}}},
    {"printer", "imprint", VALUE_NONE, NULL, {{0}}},
    {"address", "publisher printer", VALUE_TEXT, NULL, {LANGUAGE}},
    {"year", "imprint", VALUE_TEXT, NULL, {{0}}},
    {"isbn", "imprint", VALUE_TEXT, NULL, {{0}}},
    {"udc", "imprint", VALUE_TEXT, NULL, {{0}}},
    {"bbk", "imprint", VALUE_TEXT, NULL, {{0}}},
    {"author-mark", "imprint", VALUE_TEXT, NULL, {{0}}},
    {"doi", "imprint", VALUE_TEXT, NULL, {{0}}},
    {"editor", "imprint", VALUE_TEXT, NULL, {PERSON}},
    {"reviewer", "imprint", VALUE_TEXT, NULL, {PERSON}},
    {"annotation", "imprint", VALUE_TEXT, NULL, {LANGUAGE}},
    {"copyright", "imprint", VALUE_TEXT, NULL, {{0}}},
    {"rights", "imprint", VALUE_TEXT, NULL, {LANGUAGE}},
    {"funding", "imprint", VALUE_TEXT, NULL, {LANGUAGE}},
    {"kind", "imprint", VALUE_TEXT, NULL, {LANGUAGE}},
    {"age-mark", "imprint", VALUE_TEXT, NULL, {{0}}},
    {"signed", "imprint", VALUE_TEXT, NULL, {{0}}},
    {"sheet-format", "imprint", VALUE_TEXT, NULL, {{"coefficient", VALUE_TEXT, false}, {"decimals", VALUE_TEXT, false}}},
    {"paper", "imprint", VALUE_TEXT, NULL, {{0}}},
    {"print-run", "imprint", VALUE_TEXT, NULL, {{0}}},
    {"order", "imprint", VALUE_TEXT, NULL, {{0}}},
    {"web", "volume", VALUE_NONE, NULL, {{"url", VALUE_ADDRESS, true}}},
    {"part", "volume part", VALUE_NONE, NULL, {{"id", VALUE_WORD, false}, TIMES, LAYOUTS}},
    {"chair", "part", VALUE_TEXT, NULL, {PERSON}},
    {"topic", "part", VALUE_TEXT, NULL, {LANGUAGE}},
    {"slot", "part volume", VALUE_NONE, NULL, {TIMES}},
    {"speaker", "slot", VALUE_TEXT, NULL, {PERSON}},
    {"item", "part volume", VALUE_NONE, NULL, {{"href", VALUE_PATH, true}, TIMES,
                                               {"original", VALUE_LANGUAGE, false},
                                               {"translation", VALUE_DUE, false}, LAYOUTS}},
    {"people", "", VALUE_NONE, NULL, {{0}}},
    {"person", "people", VALUE_NONE, "name", {{"id", VALUE_WORD, true}, {"orcid", VALUE_ORCID, false}}},
    {"name", "person", VALUE_ANY, NULL, {LANGUAGE}},
    {"surname", "name", VALUE_TEXT, NULL, {{0}}},
    {"given", "name", VALUE_TEXT, NULL, {{0}}},
    {"prefix", "name", VALUE_TEXT, NULL, {{0}}},
    {"suffix", "name", VALUE_TEXT, NULL, {{0}}},
    {"sort", "name", VALUE_TEXT, NULL, {{0}}},
    {"alias", "person", VALUE_TEXT, NULL, {LANGUAGE}},
    {"role", "person", VALUE_TEXT, NULL, {LANGUAGE}},
    {"affiliation", "person", VALUE_TEXT, NULL, {{"ref", VALUE_WORD, false}, LANGUAGE}},
    {"portrait", "person", VALUE_NONE, NULL, {{"href", VALUE_PATH, true}}},
    {"org", "people", VALUE_NONE, "name", {{"id", VALUE_WORD, true}}},
    {"abbreviation", "org", VALUE_TEXT, NULL, {LANGUAGE}},
};
/* clang-format on */
const size_t manifest_n_rules = G_N_ELEMENTS(manifest_rules);

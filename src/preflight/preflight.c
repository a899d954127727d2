/* preflight.c - opens the file, learns what it claims, runs the parts, reports what they found. */
#include "preflight-internal.h"

#include <stdlib.h>
#include <string.h>

enum { N_STANDARDS = 3 };
static const char *const standards[N_STANDARDS] = {"PDF/A-2a", "PDF/UA-1", "PDF/X-4"};

#define RULE(id, name, a, ua, x, english, russian) {name, {a, ua, x}, english, russian},
static const DgPreflightRule rules[] = {
#include "preflight-rules-internal.h"
};
#undef RULE

const DgPreflightRule *
dg_preflight_rule(size_t index)
{
    return index < N_RULES ? &rules[index] : NULL;
}

void
broken(Check *check, Rule rule, int object)
{
    bool applies = false;
    for (int i = 0; i < N_STANDARDS; i++)
        applies |= (check->claims & 1 << i) && rules[rule].clause[i];
    Finding *finding = &check->found[rule];
    if (applies && finding->count++ == 0) {
        finding->page = check->page;
        finding->object = object;
    }
}

void
uses_color(Check *check, Use use, int object)
{
    Finding *finding = &check->uses[use];
    if (finding->count++ == 0) {
        finding->page = check->page;
        finding->object = object;
    }
}

/* ---- what it claims ---- */

static void
read_xmp(Check *check)
{
    unsigned char *data = NULL;
    size_t size = 0;
    QPDF_BOOL filtered = QPDF_FALSE;
    qpdf_oh stream = key_of(check, qpdf_get_root(check->qpdf), "/Metadata");
    check->xmp = "";
    if (qpdf_oh_is_stream(check->qpdf, stream))
        qpdf_oh_get_stream_data(check->qpdf, stream, qpdf_dl_generalized, &filtered, &data, &size);
    if (data) /* no NUL byte ends it early: it is text */
        check->xmp = dg_arena_strndup(check->arena, (char *)data, size);
    free(data);
}

static int
claims_of(const Check *check)
{
    g_autofree char *a = xmp_value(check, "pdfaid:part"), *ua = xmp_value(check, "pdfuaid:part");
    g_autofree char *x = xmp_value(check, "pdfxid:GTS_PDFXVersion");
    return (a ? DG_CLAIM_A2A : 0) | (ua ? DG_CLAIM_UA1 : 0) | (x ? DG_CLAIM_X4 : 0);
}

/* ---- reporting ---- */

static char *
clauses_of(const Check *check, Rule rule)
{
    GString *list = g_string_new(NULL);
    for (int i = 0; i < N_STANDARDS; i++) {
        const char *clause = rules[rule].clause[i];
        if ((check->claims & 1 << i) && clause)
            g_string_append_printf(list, "%s%s%s%s", list->len ? ", " : "", standards[i],
                                   *clause ? " " : "", clause);
    }
    return g_string_free(list, FALSE);
}

static char *
words_of(const Finding *finding, Rule rule, bool russian)
{
    GString *words = g_string_new(NULL);
    if (finding->page)
        g_string_append_printf(words, russian ? "страница %d" : "page %d", finding->page);
    if (finding->object)
        g_string_append_printf(words, russian ? "%sобъект %d" : "%sobject %d",
                               words->len ? ", " : "", finding->object);
    g_string_append(words, words->len ? ": " : "");
    g_string_append(words, russian ? rules[rule].russian : rules[rule].english);
    if (finding->count > 1)
        g_string_append_printf(words, russian ? "; всего таких мест %d" : "; %d such places in all",
                               finding->count);
    return g_string_free(words, FALSE);
}

static void
report(const Check *check, DgDiags *diags, const char *shown)
{
    for (int rule = 0; rule < N_RULES; rule++) {
        const Finding *finding = &check->found[rule];
        if (!finding->count)
            continue;
        g_autofree char *clauses = clauses_of(check, rule);
        g_autofree char *where = g_strdup_printf("%s: %s", rules[rule].name, clauses);
        g_autofree char *english = words_of(finding, rule, false),
                        *russian = words_of(finding, rule, true);
        dg_diag(diags, DG_PDF_RULE, (DgPos){.file = shown}, where, english, russian, NULL);
    }
}

static bool
open_file(Check *check, DgDiags *diags, const char *shown)
{
    qpdf_set_suppress_warnings(check->qpdf, QPDF_TRUE);
    qpdf_silence_errors(check->qpdf);
    QPDF_ERROR_CODE code =
        qpdf_read_memory(check->qpdf, shown, (const char *)check->pdf.data, check->pdf.size, NULL);
    if (code & QPDF_ERRORS) {
        qpdf_error error = qpdf_get_error(check->qpdf);
        dg_diag(diags, DG_PDF_DAMAGED, DG_NOWHERE, shown,
                qpdf_get_error_message_detail(check->qpdf, error), NULL);
        return false;
    }
    if (!is_dictionary(check, qpdf_get_root(check->qpdf)) || qpdf_get_num_pages(check->qpdf) < 1) {
        dg_diag(diags, DG_PDF_EMPTY, DG_NOWHERE, shown, NULL);
        return false;
    }
    return true;
}

int
dg_preflight(DgDiags *diags, DgBytes pdf, const char *shown)
{
    void (*const parts[])(Check *) = {check_file, check_said,  check_objects,
                                      check_tree, check_pages, check_colors};
    Check check = {.arena = dg_arena_new(), .qpdf = qpdf_init(), .pdf = pdf, .xmp = ""};
    if (open_file(&check, diags, shown)) {
        read_xmp(&check);
        check.claims = claims_of(&check);
        check.owners = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        check.links = g_hash_table_new(NULL, NULL);
        check.fonts = g_hash_table_new_full(NULL, NULL, NULL, codes_free);
        for (size_t i = 0; check.claims && i < G_N_ELEMENTS(parts); i++) {
            parts[i](&check);
            qpdf_oh_release_all(check.qpdf);
        }
        if (!check.claims)
            dg_diag(diags, DG_PDF_CLAIM, (DgPos){.file = shown}, NULL);
        report(&check, diags, shown);
        g_hash_table_destroy(check.owners);
        g_hash_table_destroy(check.links);
        g_hash_table_destroy(check.fonts);
    }
    qpdf_cleanup(&check.qpdf);
    dg_arena_free(check.arena);
    return check.claims;
}

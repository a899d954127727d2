/* test-preflight.c - each rule has a file that breaks it, and the files that are not spoilt break none. */
#include "diglot/preflight.h"

#include "pdf-maker.h"

#include <qpdf/qpdf-c.h>
#include <string.h>

typedef struct {
    const char *rule;
    PdfUse use;
    const char *from, *to;
} Case;

static const Case cases[] = {
    {"header", FOR_SCREEN, "%PDF-1.7", "%PDF-1.9"},
    {"header", FOR_SCREEN, "%\xE2\xE3\xCF\xD3", "%abcd"},
    {"header", FOR_PRESS, "%PDF-1.6", "%PDF-1.7"},
    {"trailer-id", FOR_SCREEN, "/ID[<01><01>]", ""},
    {"trailer-id", FOR_PRESS, "/ID[<01><01>]", ""},
    {"stream-end", FOR_SCREEN, "\nendstream", " endstream"},
    {"filter", FOR_SCREEN, "<</N 3", "<</N 3/Filter/Crypt"},
    {"embedded-files", FOR_SCREEN, "/Lang(ru)", "/Lang(ru)/Names<</EmbeddedFiles<</Names[]>>>>"},
    {"action", FOR_SCREEN, "/Lang(ru)", "/Lang(ru)/OpenAction<</S/JavaScript/JS(a)>>"},
    {"action", FOR_PRESS, "/Catalog", "/Catalog/OpenAction<</S/Launch/F(a)>>"},
    {"trigger", FOR_SCREEN, "/Tabs/S", "/Tabs/S/AA<</O<</S/URI>>>>"},
    {"form-xfa", FOR_SCREEN, "/Lang(ru)", "/Lang(ru)/AcroForm<</Fields[]/XFA(a)>>"},
    {"metadata", FOR_SCREEN, "<rdf:RDF", "<rdf:XYZ"},
    {"claim-a", FOR_SCREEN, "<pdfaid:part>2", "<pdfaid:part>1"},
    {"claim-a", FOR_SCREEN, "conformance>A<", "conformance>B<"},
    {"claim-ua", FOR_SCREEN, "<pdfuaid:part>1", "<pdfuaid:part>2"},
    {"claim-x", FOR_PRESS, "Version>PDF/X-4<", "Version>PDF/X-3<"},
    {"claim-x", FOR_PRESS, "Version(PDF/X-4)", "Version(PDF/X-1a:2003)"},
    {"xmp-trapped", FOR_SCREEN, "<pdfuaid:part>1",
     "<pdf:Trapped>False</pdf:Trapped><pdfuaid:part>1"},
    {"title", FOR_SCREEN, ">Title<", "><"},
    {"title", FOR_PRESS, "dc:title", "dc:subject"},
    {"trapped", FOR_PRESS, "/Trapped/False", "/Trapped/Unknown"},
    {"trapped", FOR_PRESS, "<pdf:Trapped>False", "<pdf:Trapped>True"},
    {"identity", FOR_PRESS, "xmpMM:VersionID>1", "xmpMM:Version>1"},
    {"show-title", FOR_SCREEN, "/DisplayDocTitle true", "/DisplayDocTitle false"},
    {"language", FOR_SCREEN, "/Lang(ru)", ""},
    {"language-code", FOR_SCREEN, "/Lang(en-GB)", "/Lang(in English)"},
    {"marked", FOR_SCREEN, "/Marked true", "/Marked false"},
    {"suspects", FOR_SCREEN, "/Marked true", "/Marked true/Suspects true"},
    {"tree", FOR_SCREEN, "/StructTreeRoot 13 0 R", ""},
    {"intent", FOR_SCREEN, "/N 3", "/N 4"},
    {"intent", FOR_SCREEN, "acsp", "acsq"},
    {"press-intent", FOR_PRESS, "prtr", "mntr"},
    {"press-intent", FOR_PRESS, "/GTS_PDFX/", "/GTS_PDFA1/"},
    {"press-intent", FOR_PRESS, "Identifier(Custom)", "Identifier()"},
    {"device-color", FOR_SCREEN, "0 g 0 0 9 9", "0 0 0 1 k 0 0 9 9"},
    {"device-color", FOR_SCREEN, "0 g 0 0 9 9", "/DeviceCMYK cs 0 0 9 9"},
    {"device-color", FOR_SCREEN, "/ColorSpace/DeviceRGB",
     "/ColorSpace[/Indexed/DeviceCMYK 0 (abcd)]"},
    {"rgb", FOR_PRESS, "0 .5 0 0 k", "0 1 0 rg"},
    {"rgb", FOR_PRESS, "/ColorSpace/DeviceGray", "/ColorSpace/DeviceRGB"},
    {"transparency", FOR_PRESS, "/ca 1", "/ca .5"},
    {"transparency", FOR_PRESS, "/ca 1", "/BM/Multiply"},
    {"transparency", FOR_PRESS, "/ColorSpace/DeviceGray", "/ColorSpace/DeviceGray/SMask 14 0 R"},
    {"transparency", FOR_PRESS, "/BleedBox", "/Group<</S/Transparency/CS/DeviceCMYK>>/BleedBox"},
    {"interpolation", FOR_SCREEN, "/Width 1", "/Interpolate true/Width 1"},
    {"font-embedded", FOR_SCREEN, "/FontFile2 8 0 R", ""},
    {"font-embedded", FOR_PRESS, "/FontFile2 8 0 R", ""},
    {"glyph-map", FOR_SCREEN, "/CIDToGIDMap/Identity", ""},
    {"unicode", FOR_SCREEN, "/ToUnicode 9 0 R", ""},
    {"notdef", FOR_SCREEN, "[<0001>-20<0002>]", "[<0001>-20(\\000\\000)]"},
    {"tab-order", FOR_SCREEN, "/Tabs/S", "/Tabs/R"},
    {"trim-box", FOR_PRESS, "/TrimBox[10 10 90 90]", ""},
    {"boxes", FOR_PRESS, "/TrimBox[10 10 90 90]", "/TrimBox[1 10 90 90]"},
    {"boxes", FOR_PRESS, "/BleedBox[5 5 95 95]", "/BleedBox[5 5 95 101]"},
    {"boxes", FOR_PRESS, "/BleedBox[5 5 95 95]", "/BleedBox[95 95 5 5]"},
    {"annotation", FOR_PRESS, "/BleedBox", "/Annots[<</Subtype/Link/Rect[0 0 1 1]>>]/BleedBox"},
    {"operator", FOR_SCREEN, "0 g 0 0 9 9", "0 gg 0 0 9 9"},
    {"untagged", FOR_SCREEN, "/Artifact BMC", "/Span BMC"},
    {"untagged", FOR_SCREEN, "BT /F0", "0 0 1 1 re f BT /F0"},
    {"mixed", FOR_SCREEN, "<0001> Tj EMC /P", "/Artifact BMC <0001> Tj EMC EMC /P"},
    {"mixed", FOR_SCREEN, "re f EMC\nBT /F0 10 Tf /H1<</MCID 0>>BDC <0001> Tj EMC",
     "re f BT /F0 10 Tf /H1<</MCID 0>>BDC <0001> Tj EMC EMC"},
    {"nested-marks", FOR_SCREEN, "Do Q EMC", "Do Q EMC EMC"},
    {"nested-marks", FOR_SCREEN, "Do Q EMC", "Do Q"},
    {"no-owner", FOR_SCREEN, "/H1<</MCID 0>>", "/H1<</MCID 7>>"},
    {"annotation-flags", FOR_SCREEN, "/F 4", ""},
    {"annotation-flags", FOR_SCREEN, "/F 4", "/F 6"},
    {"annotation-kind", FOR_SCREEN, "/Subtype/Link/F", "/Subtype/Movie/F"},
    {"annotation-words", FOR_SCREEN, "/Contents(a link)", ""},
    {"link-element", FOR_SCREEN, "/S/Link/P", "/S/Span/P"},
    {"standard-type", FOR_SCREEN, "/Chapter/Sect", "/Chapter/Kapitel"},
    {"nesting", FOR_SCREEN, "/S/LI/", "/S/Div/"},
    {"nesting", FOR_SCREEN, "/S/Note/", "/S/TD/"},
    {"table-rows", FOR_SCREEN, "/ColSpan 2", "/ColSpan 3"},
    {"table-rows", FOR_SCREEN, "/ColSpan 2", "/ColSpan 2/RowSpan 2"},
    {"scope", FOR_SCREEN, "/Scope/Column", ""},
    {"headings", FOR_SCREEN, "/S/H1/", "/S/H2/"},
    {"outside-stream", FOR_SCREEN, "<</N 3", "<</N 3/F(a)"},
    {"limits", FOR_SCREEN, "/MediaBox[0 0 100 100]", "/MediaBox[0 0 100 20000]"},
    {"limits", FOR_SCREEN, "/Width 1", "/Width 3000000000"},
    {"limits", FOR_SCREEN, "Do Q EMC",
     "Do Q q q q q q q q q q q q q q q q q q q q q q q q q q q q q q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q EMC"},
    {"limits", FOR_SCREEN, "/Chapter/Sect",
     "/ChapterChapterChapterChapterChapterChapterChapterChapterChapterChapterChapterChapterChapterChapterChapterChapterChapterChapterChapterChapter/Sect"},
    {"xmp-form", FOR_SCREEN, "<dc:title>", "<dc:title><b>"},
    {"xmp-form", FOR_SCREEN, "<?xpacket begin=''", "<?xpacket begin='' bytes='9'"},
    {"xmp-schema", FOR_SCREEN, "ns/extension/", "ns/other/"},
    {"info-agrees", FOR_PRESS, "xmp:CreateDate>2024", "xmp:CreateDate>2023"},
    {"graphics-state", FOR_PRESS, "/ca 1", "/TR2/Identity"},
    {"graphics-state", FOR_PRESS, "/ca 1", "/HTP[0 0]"},
    {"other-object", FOR_SCREEN, "/Subtype/Image/", "/OPI<<>>/Subtype/Image/"},
    {"other-object", FOR_PRESS, "/Subtype/Image/", "/Ref<<>>/Subtype/Form/BBox[0 0 1 1]/"},
    {"unicode-value", FOR_SCREEN, "<0041>", "<FEFF>"},
    {"private-use", FOR_SCREEN, "<0041>", "<E000>"},
    {"private-use", FOR_SCREEN, "1 beginbfchar <0001> <0041> endbfchar",
     "1 beginbfrange <0000> <0001> [<0041> <F8FF>] endbfrange"},
    {"widths", FOR_SCREEN, "/W[1[500 500]]", "/W[1[500 502]]"},
    {"widths", FOR_SCREEN, "/W[1[500 500]]", "/W[1 2 499 3 9 490]"},
    {"resources", FOR_SCREEN, "/Resources<<", "/Origins<<"},
    {"headings-mixed", FOR_SCREEN, "/S/Note/", "/S/H/"},
    {"formula-words", FOR_SCREEN, "/S/Figure/P 14 0 R/Pg 3 0 R/K 3/Alt(a figure)",
     "/S/Formula/P 14 0 R/Pg 3 0 R/K 3"},
    {"table-parts", FOR_SCREEN, "/S/TR/P 20 0 R/K[23 0 R]", "/S/THead/P 20 0 R/K[23 0 R]"},
    {"caption", FOR_SCREEN, "/K[29 0 R]", "/K[29 0 R <</S/Caption/P 28 0 R>>]"},
    {"standard-type", FOR_SCREEN, "/RoleMap<</Chapter/Sect", "/RoleMap<</P/Sect"},
    {"parent-tree", FOR_SCREEN, " 1 17 0 R]", " 1 16 0 R]"},
    {"notdef", FOR_SCREEN, "/Encoding/Identity-H/", "/Encoding 9 0 R/"},
    {"alternative", FOR_SCREEN, "/Alt(a figure)", ""},
    {"alternative", FOR_SCREEN, "/Alt(a figure)", "/Alt(  )"},
    {"note-id", FOR_SCREEN, "/ID(note-1)", ""},
    {"parent-tree", FOR_SCREEN, "/Nums[0[15 0 R 16 0 R", "/Nums[0[16 0 R 15 0 R"},
    {"parent-tree", FOR_SCREEN, "/S/H1/P 14 0 R", "/S/H1/P 16 0 R"},
    {"parent-tree", FOR_SCREEN, "/S/H1/P 14 0 R/Pg 3 0 R/K 0", "/S/H1/P 14 0 R/Pg 3 0 R/K 1"},
};

static int
check(DgArena *arena, DgDiags **diags, const GByteArray *pdf)
{
    *diags = dg_diags_new(arena);
    return dg_preflight(*diags, (DgBytes){pdf->data, pdf->len}, "a.pdf");
}

/* The names of the rules that were found, parted by blanks. */
static char *
names(DgArena *arena, const DgDiags *diags)
{
    const DgDiag *sorted;
    size_t n = dg_diags_sorted(arena, diags, &sorted);
    GString *list = g_string_new(" ");
    for (size_t i = 0; i < n; i++) {
        const char *name = sorted[i].argument[0];
        g_assert_cmpint(sorted[i].code, ==, DG_PDF_RULE);
        g_string_append_printf(list, "%.*s ", (int)strcspn(name, ":"), name);
    }
    char *result = dg_arena_strdup(arena, list->str);
    g_string_free(list, TRUE);
    return result;
}

static void
test_sound_files_break_nothing(void)
{
    for (int use = FOR_SCREEN; use <= FOR_PRESS; use++) {
        DgArena *arena = dg_arena_new();
        DgDiags *diags;
        g_autoptr(GByteArray) pdf = make_pdf((PdfUse)use, NULL, NULL);
        int claims = check(arena, &diags, pdf);
        g_assert_cmpint(claims, ==, use == FOR_PRESS ? DG_CLAIM_X4 : DG_CLAIM_A2A | DG_CLAIM_UA1);
        g_assert_cmpstr(names(arena, diags), ==, " ");
        dg_arena_free(arena);
    }
}

static void
test_a_spoilt_file_breaks_its_rule(gconstpointer data)
{
    const Case *spoilt = data;
    DgArena *arena = dg_arena_new();
    DgDiags *diags;
    g_autoptr(GByteArray) pdf = make_pdf(spoilt->use, spoilt->from, spoilt->to);
    check(arena, &diags, pdf);
    g_autofree char *wanted = g_strdup_printf(" %s ", spoilt->rule);
    char *found = names(arena, diags);
    if (!strstr(found, wanted))
        g_test_message("found:%s", found);
    g_assert_nonnull(strstr(found, wanted));
    dg_arena_free(arena);
}

/* Encrypted by qpdf, with an empty password, so that it can be read. */
static void
test_an_encrypted_file(void)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags;
    g_autoptr(GByteArray) pdf = make_pdf(FOR_PRESS, NULL, NULL), locked = g_byte_array_new();
    qpdf_data qpdf = qpdf_init();
    g_assert_false(qpdf_read_memory(qpdf, "a", (char *)pdf->data, pdf->len, NULL) & QPDF_ERRORS);
    qpdf_init_write_memory(qpdf);
    qpdf_set_r6_encryption_parameters2(qpdf, "", "owner", QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
                                       QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full, QPDF_TRUE);
    g_assert_false(qpdf_write(qpdf) & QPDF_ERRORS);
    g_byte_array_append(locked, qpdf_get_buffer(qpdf), (guint)qpdf_get_buffer_length(qpdf));
    g_byte_array_append(locked, (const guint8 *)"", 1);
    g_byte_array_set_size(locked, locked->len - 1);
    qpdf_cleanup(&qpdf);
    check(arena, &diags, locked);
    g_assert_nonnull(strstr(names(arena, diags), " encryption "));
    dg_arena_free(arena);
}

/* One end of line may stand behind the end of the file. */
static void
test_something_behind_the_end(void)
{
    static const struct {
        const char *behind;
        bool sound;
    } cases_of_end[] = {{"", true}, {"\n", false}, {"a", false}, {" \n", false}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases_of_end); i++) {
        DgArena *arena = dg_arena_new();
        DgDiags *diags;
        g_autoptr(GByteArray) pdf = make_pdf(FOR_SCREEN, NULL, NULL);
        g_byte_array_append(pdf, (const guint8 *)cases_of_end[i].behind,
                            (guint)strlen(cases_of_end[i].behind) + 1);
        g_byte_array_set_size(pdf, pdf->len - 1);
        check(arena, &diags, pdf);
        g_assert_cmpstr(names(arena, diags), ==, cases_of_end[i].sound ? " " : " file-end ");
        dg_arena_free(arena);
    }
}

static void
test_every_rule_has_a_file_that_breaks_it(void)
{
    for (size_t i = 0; dg_preflight_rule(i); i++) {
        const DgPreflightRule *rule = dg_preflight_rule(i);
        bool has = strcmp(rule->name, "encryption") == 0 ||
                   strcmp(rule->name, "file-end") == 0; /* above */
        for (size_t j = 0; j < G_N_ELEMENTS(cases); j++)
            has |= strcmp(cases[j].rule, rule->name) == 0;
        if (!has)
            g_test_message("no file breaks %s", rule->name);
        g_assert_true(has);
        g_assert_true(*rule->english && *rule->russian);
        g_assert_true(rule->clause[0] || rule->clause[1] || rule->clause[2]);
    }
}

/* One message a rule, with its first place and how many more there are. */
static void
test_messages_tell_page_and_object(void)
{
    DgArena *arena = dg_arena_new();
    DgDiags *diags;
    const DgDiag *sorted;
    g_autoptr(GByteArray) pdf = make_pdf(FOR_SCREEN, "BT /F0", "0 0 1 1 re f 0 0 1 1 re f BT /F0");
    check(arena, &diags, pdf);
    g_assert_cmpuint(dg_diags_sorted(arena, diags, &sorted), ==, 1);
    g_assert_cmpstr(
        dg_diag_message(arena, &sorted[0], "en"), ==,
        "page 1, object 3: something is painted that is neither tagged nor an artifact; "
        "2 such places in all (untagged: PDF/A-2a, PDF/UA-1 7.1)");
    g_assert_nonnull(strstr(dg_diag_message(arena, &sorted[0], "ru"), "страница 1, объект 3: "));
    dg_arena_free(arena);
}

static void
test_damage_and_no_claim_are_told(void)
{
    static const struct {
        const char *bytes;
        DgCode code;
    } files[] = {{"", DG_PDF_DAMAGED}, {"%PDF-1.7\n", DG_PDF_DAMAGED}, {"no PDF", DG_PDF_DAMAGED}};
    DgArena *arena = dg_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        DgDiags *diags = dg_diags_new(arena);
        DgBytes bytes = {(const uint8_t *)files[i].bytes, strlen(files[i].bytes)};
        g_assert_cmpint(dg_preflight(diags, bytes, "a.pdf"), ==, 0);
        g_assert_cmpuint(dg_diags_count(diags, files[i].code), ==, 1);
    }
    DgDiags *diags;
    g_autoptr(GByteArray) pdf = make_pdf(FOR_PRESS, "pdfxid:GTS", "pdfxid:XYZ");
    g_assert_cmpint(check(arena, &diags, pdf), ==, 0);
    g_assert_cmpuint(dg_diags_count(diags, DG_PDF_CLAIM), ==, 1);
    dg_arena_free(arena);
}

/* Any byte may be wrong, and the file may end anywhere. */
static void
test_hostile_bytes(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(20240916);
    for (int round = 0; round < 300; round++) {
        DgArena *arena = dg_arena_new();
        DgDiags *diags;
        g_autoptr(GByteArray) pdf = make_pdf(round % 2 ? FOR_PRESS : FOR_SCREEN, NULL, NULL);
        for (int i = 0; i < 1 + round % 20; i++)
            pdf->data[g_rand_int_range(random, 0, (gint32)pdf->len)] =
                (guint8)g_rand_int_range(random, 1, 256);
        if (round % 5 == 0)
            g_byte_array_set_size(pdf, (guint)g_rand_int_range(random, 1, (gint32)pdf->len));
        g_byte_array_append(pdf, (const guint8 *)"", 1);
        g_byte_array_set_size(pdf, pdf->len - 1);
        check(arena, &diags, pdf);
        dg_arena_free(arena);
    }
}

/* Elements that hold themselves, deep ones, forms that draw themselves. */
static void
test_circles_end(void)
{
    static const Case circles[] = {
        {NULL, FOR_SCREEN, "/S/LBody/P 29 0 R", "/S/LBody/P 29 0 R/K 14 0 R"},
        {NULL, FOR_SCREEN, "/ParentTree 25 0 R", "/ParentTree<</Kids[13 0 R]/Limits[0 9]>>"},
        {NULL, FOR_SCREEN, "/Parent 2 0 R", "/Parent 3 0 R"},
        {NULL, FOR_SCREEN, "/Subtype/Image/", "/Subtype/Form/Resources<</XObject<</X0 24 0 R>>>>/"},
        {NULL, FOR_SCREEN, "/RoleMap<</Chapter/Sect", "/RoleMap<</Chapter/Chapter"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(circles); i++) {
        DgArena *arena = dg_arena_new();
        DgDiags *diags;
        g_autoptr(GByteArray) pdf = make_pdf(circles[i].use, circles[i].from, circles[i].to);
        check(arena, &diags, pdf);
        dg_arena_free(arena);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/preflight/sound", test_sound_files_break_nothing);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/preflight/%s/%zu", cases[i].rule, i);
        g_test_add_data_func(path, &cases[i], test_a_spoilt_file_breaks_its_rule);
    }
    g_test_add_func("/preflight/encrypted", test_an_encrypted_file);
    g_test_add_func("/preflight/end", test_something_behind_the_end);
    g_test_add_func("/preflight/rules", test_every_rule_has_a_file_that_breaks_it);
    g_test_add_func("/preflight/messages", test_messages_tell_page_and_object);
    g_test_add_func("/preflight/damaged", test_damage_and_no_claim_are_told);
    g_test_add_func("/preflight/hostile", test_hostile_bytes);
    g_test_add_func("/preflight/circles", test_circles_end);
    return g_test_run();
}

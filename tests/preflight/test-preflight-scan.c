/* test-preflight-scan.c - tokens of content streams. */
#include "preflight-internal.h"

#include <string.h>

/* "k:text" of each token, parted by blanks: n number, N name, s string, o open, c close, x operator. */
static char *
tokens(const char *content)
{
    static const char letters[] = "-nNsocx";
    Scan scan = {content, content + strlen(content)};
    GString *list = g_string_new(NULL);
    for (Token token = scan_next(&scan); token.kind != TOKEN_END; token = scan_next(&scan))
        g_string_append_printf(list, "%c:%.*s ", letters[token.kind], (int)token.length,
                               token.start);
    return g_string_free(list, FALSE);
}

static void
test_tokens(void)
{
    static const char *const cases[][2] = {
        {"", ""},
        {"1 0 0 rg", "n:1 n:0 n:0 x:rg "},
        {"/F0 10 Tf", "N:/F0 n:10 x:Tf "},
        {"(a(b)\\)c)Tj", "s:(a(b)\\)c) x:Tj "},
        {"<</MCID 0>>BDC", "o:<< N:/MCID n:0 c:>> x:BDC "},
        {"[<01>-3(x)]TJ", "o:[ s:<01> n:-3 s:(x) c:] x:TJ "},
        {"% a comment\nf* ' \"", "x:f* x:' x:\" "},
        {"(never closed", "s:(never closed "},
        {"<41", "s:<41 "},
        {"-.5 +3 4. - .", "n:-.5 n:+3 n:4. x:- x:. "},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *found = tokens(cases[i][0]);
        g_assert_cmpstr(found, ==, cases[i][1]);
    }
}

static void
test_bytes(void)
{
    static const struct {
        const char *string, *bytes;
        size_t n;
    } cases[] = {
        {"()", "", 0},
        {"(ab)", "ab", 2},
        {"(a\\(b)", "a(b", 3},
        {"<4142>", "AB", 2},
        {"<41 4>", "A@", 2},
        {"(\\101\\7)", "A\7", 2},
        {"(\\n\\\\)", "\n\\", 2},
        {"(\\000\\001)", "\0\1", 2},
        {"(a\\\nb)", "ab", 2},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Scan scan = {cases[i].string, cases[i].string + strlen(cases[i].string)};
        g_autoptr(GString) bytes = g_string_new(NULL);
        token_bytes(scan_next(&scan), bytes);
        g_assert_cmpmem(bytes->str, bytes->len, cases[i].bytes, cases[i].n);
    }
}

static void
test_pictures_are_skipped(void)
{
    static const char content[] = " /W 1 ID x\1EIx EI Q";
    Scan scan = {content, content + strlen(content)};
    scan_skip_picture(&scan);
    g_assert_cmpstr(scan.at, ==, " Q");
    scan = (Scan){content, content + 8};
    scan_skip_picture(&scan);
    g_assert_true(scan.at == scan.end);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/preflight-scan/tokens", test_tokens);
    g_test_add_func("/preflight-scan/bytes", test_bytes);
    g_test_add_func("/preflight-scan/pictures", test_pictures_are_skipped);
    return g_test_run();
}

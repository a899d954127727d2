/* fuzz-driver.c - runs LLVMFuzzerTestOneInput on seed files and on deterministic mutations of them, so that the
 * fuzzers are ordinary tests without a special compiler. With clang's -fsanitize=fuzzer leave this file out.
 * Arguments: number of mutations per seed, then seed files. Prints TAP. */
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* xorshift64: the same mutations everywhere. */
static uint64_t
next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static void
replace_bytes(GByteArray *bytes, uint64_t *state)
{
    static const char interesting[] = "<>&\"'/=;:{}()[]!?%#\0\xFF\xC0\n";
    for (uint64_t n = next_random(state) % 8 + 1; n && bytes->len; n--)
        bytes->data[next_random(state) % bytes->len] =
            (uint8_t)interesting[next_random(state) % (sizeof interesting - 1)];
}

static void
cut_piece(GByteArray *bytes, uint64_t *state)
{
    if (bytes->len < 2)
        return;
    guint at = (guint)(next_random(state) % bytes->len), most = bytes->len - at;
    g_byte_array_remove_range(bytes, at, (guint)(next_random(state) % MIN(most, 400)) + (most > 0));
}

static void
double_piece(GByteArray *bytes, uint64_t *state)
{
    if (!bytes->len)
        return;
    guint at = (guint)(next_random(state) % bytes->len),
          size = (guint)(next_random(state) % MIN(bytes->len - at, 400));
    g_autofree uint8_t *piece = g_memdup2(bytes->data + at, size);
    for (uint64_t n = next_random(state) % 20 + 1; n; n--)
        g_byte_array_append(bytes, piece, size);
}

static void
run_mutation(const char *seed, gsize size, uint64_t number)
{
    void (*const mutations[])(GByteArray *, uint64_t *) = {replace_bytes, cut_piece, double_piece};
    uint64_t state = 0x9E3779B97F4A7C15u ^ (number + 1) * 0xD1B54A32D192ED03u;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const uint8_t *)seed, (guint)size);
    for (uint64_t n = next_random(&state) % 3 + 1; n; n--)
        mutations[next_random(&state) % G_N_ELEMENTS(mutations)](bytes, &state);
    g_autofree uint8_t *exact =
        g_memdup2(bytes->data, bytes->len); /* so that a read past the end is seen */
    LLVMFuzzerTestOneInput(exact, bytes->len);
}

int
main(int argc, char **argv)
{
    uint64_t mutations = argc > 1 ? g_ascii_strtoull(argv[1], NULL, 10) : 0;
    printf("1..%d\n", MAX(argc - 2, 0));
    for (int i = 2; i < argc; i++) {
        g_autofree char *seed = NULL;
        gsize size = 0;
        bool read = g_file_get_contents(argv[i], &seed, &size, NULL);
        if (read)
            LLVMFuzzerTestOneInput((const uint8_t *)seed, size);
        for (uint64_t n = 0; read && n < mutations; n++)
            run_mutation(seed, size, n);
        g_autofree char *name = g_path_get_basename(argv[i]);
        printf("%sok %d - %s and %d mutations\n", read ? "" : "not ", i - 1, name, (int)mutations);
        fflush(stdout);
    }
    return 0;
}

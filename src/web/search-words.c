/* search-words.c - the words of all pairs: which form of which term stands in which pair, and where. */
#include "search-internal.h"

enum {
    APART = 8,         /* positions between blocks: a phrase does not run on */
    COMMON_SHARE = 5,  /* a term in every fifth pair ... */
    COMMON_LEAST = 200 /* ... of a long volume finds too much */
};

typedef struct {
    Site *site;
    Words *words;
    DgSegmenter *segmenter;
    DgStemmer *stemmer;
    DgArena *scratch;
    GHashTable *raw;             /* word as it stands > Form */
    GHashTable *forms;           /* folded word > Form */
    GHashTable *terms[DG_SIDES]; /* stem > Term */
    uint32_t position[DG_SIDES]; /* of the next word of the pair */
    GString *text[DG_SIDES];     /* of the pair */
} Collector;

static void
append_number(GString *out, uint32_t number)
{
    char digits[8];
    size_t n = sizeof digits;
    do {
        digits[--n] = "0123456789abcdefghijklmnopqrstuvwxyz"[number % 36];
        number /= 36;
    } while (number);
    g_string_append_len(out, digits + n, (gssize)(sizeof digits - n));
}

static void
add_posting(Term *term, uint32_t pair, uint32_t position)
{
    if (term->n_pairs == 0 || term->last_pair != pair) {
        if (term->n_pairs++)
            g_string_append_c(term->postings, ' ');
        append_number(term->postings, pair - term->last_pair);
        term->last_pair = pair;
        term->last_position = 0;
    }
    g_string_append_c(term->postings, '.');
    append_number(term->postings, position - term->last_position);
    term->last_position = position;
}

static Form *
form_for(Collector *collector, const char *raw)
{
    Form *form = g_hash_table_lookup(collector->raw, raw);
    if (form)
        return form;
    DgArena *arena = collector->site->arena;
    const char *folded = dg_fold(arena, raw);
    form = g_hash_table_lookup(collector->forms, folded);
    if (!form) {
        form = DG_NEW(arena, Form);
        form->text = folded;
        DG_APPEND(arena, collector->words->forms, collector->words->n_forms, form);
        g_hash_table_insert(collector->forms, (gpointer)folded, form);
    }
    form->small |= !g_unichar_isupper(g_utf8_get_char(raw));
    g_hash_table_insert(collector->raw, dg_arena_strdup(arena, raw), form);
    return form;
}

static Term *
term_for(Collector *collector, const Form *form, DgSide side)
{
    const char *stem =
        dg_stem(collector->stemmer, form->text, collector->site->volume->languages[side]);
    Term *term = g_hash_table_lookup(collector->terms[side], stem);
    if (term)
        return term;
    term = DG_NEW(collector->site->arena, Term);
    *term = (Term){.side = side, .postings = g_string_new(NULL)};
    g_hash_table_insert(collector->terms[side], dg_arena_strdup(collector->site->arena, stem),
                        term);
    return term;
}

static void
add_word(Collector *collector, const char *raw, DgSide side)
{
    Form *form = form_for(collector, raw);
    uint32_t position = collector->position[side]++;
    if (!*form->text)
        return;
    Term *term = form->terms[side];
    if (!term) {
        term = form->terms[side] = term_for(collector, form, side);
        DG_APPEND(collector->site->arena, term->forms, term->n_forms, form);
    }
    add_posting(term, (uint32_t)collector->words->n_pairs, position);
}

static void
add_text(Collector *collector, char *text, DgSide side)
{
    DgSpanOfText *spans = NULL;
    const char *language = collector->site->volume->languages[side];
    size_t n = dg_words(collector->scratch, collector->segmenter, text, language, &spans);
    GString *whole = collector->text[side];
    if (whole->len)
        g_string_append_c(whole, ' ');
    g_string_append(whole, text);
    for (size_t i = 0; i < n; i++) {
        char behind = text[spans[i].end];
        text[spans[i].end] = '\0';
        add_word(collector, text + spans[i].start, side);
        text[spans[i].end] = behind;
    }
    collector->position[side] += APART;
}

static void
add_block(Collector *collector, const DgNode *block, DgSide side)
{
    add_text(collector, dg_node_text(collector->scratch, block), side);
    for (DgWalk walk = dg_walk((DgNode *)block); dg_walk_next(&walk);) {
        const DgNode *node = walk.node;
        if (walk.entering && node->kind == DG_NOTE_MARK && node->as.note_mark.note &&
            !node->as.note_mark.repeated)
            add_text(collector, dg_node_text(collector->scratch, node->as.note_mark.note), side);
    }
}

static void
add_pair(Collector *collector, const DgPair *pair, size_t item)
{
    DgArena *arena = collector->site->arena;
    if (!pair->anchor)
        return;
    for (int side = 0; side < DG_SIDES; side++) {
        g_string_truncate(collector->text[side], 0);
        collector->position[side] = 0;
    }
    for (int slot = 0; slot < DG_SIDES; slot++)
        for (size_t i = 0; i < pair->n[slot]; i++)
            add_block(collector, pair->blocks[slot][i],
                      pair->full ? pair->full_side : (DgSide)slot);
    Found found = {.item = item, .anchor = pair->anchor};
    for (int side = 0; side < DG_SIDES; side++)
        found.text[side] = dg_arena_strdup(arena, collector->text[side]->str);
    if (*found.text[DG_LEFT] || *found.text[DG_RIGHT])
        DG_APPEND(arena, collector->words->pairs, collector->words->n_pairs, found);
}

static void
add_item(Collector *collector, size_t index)
{
    const DgItem *item = collector->site->items[index];
    collector->scratch = dg_arena_new();
    for (size_t i = 0; i < item->n_opening_pairs; i++)
        add_pair(collector, &item->opening_pairs[i], index);
    for (size_t i = 0; i < item->n_pairs; i++)
        add_pair(collector, &item->pairs[i], index);
    dg_arena_free(collector->scratch);
}

/* The place of a byte of UTF-8 among those that begin a letter: U+E000 to U+FFFF stand behind all that is beyond. */
static unsigned
rank_in_utf16(char byte)
{
    unsigned value = (unsigned char)byte;
    return value == 0xEE || value == 0xEF ? value + 0x10 : value;
}

/* By units of UTF-16, as scripts compare strings. */
static int
compare_forms(const void *a, const void *b)
{
    const char *x = (*(Form *const *)a)->text, *y = (*(Form *const *)b)->text;
    while (*x && *x == *y) {
        x++;
        y++;
    }
    unsigned left = rank_in_utf16(*x), right = rank_in_utf16(*y);
    return (left > right) - (left < right);
}

Words *
search_words_collect(Site *site)
{
    Collector collector = {.site = site,
                           .words = DG_NEW(site->arena, Words),
                           .segmenter = dg_segmenter_new(),
                           .stemmer = dg_stemmer_new(),
                           .raw = g_hash_table_new(g_str_hash, g_str_equal),
                           .forms = g_hash_table_new(g_str_hash, g_str_equal)};
    for (int side = 0; side < DG_SIDES; side++) {
        collector.terms[side] = g_hash_table_new(g_str_hash, g_str_equal);
        collector.text[side] = g_string_new(NULL);
    }
    for (size_t i = 0; i < site->n_items; i++)
        add_item(&collector, i);
    Words *words = collector.words;
    if (words->n_forms)
        qsort(words->forms, words->n_forms, sizeof *words->forms, compare_forms);
    for (int side = 0; side < DG_SIDES; side++) {
        g_hash_table_unref(collector.terms[side]);
        g_string_free(collector.text[side], TRUE);
    }
    g_hash_table_unref(collector.forms);
    g_hash_table_unref(collector.raw);
    dg_stemmer_free(collector.stemmer);
    dg_segmenter_free(collector.segmenter);
    return words;
}

/* The forms of a term share it; each is freed where it is met first. */
void
search_words_free(Words *words)
{
    for (size_t i = 0; i < words->n_forms; i++)
        for (int side = 0; side < DG_SIDES; side++) {
            Term *term = words->forms[i]->terms[side];
            if (!term || !term->postings)
                continue;
            g_string_free(term->postings, TRUE);
            term->postings = NULL;
        }
}

bool
search_is_common(const Words *words, const Term *term)
{
    return term->n_pairs > COMMON_LEAST && term->n_pairs > words->n_pairs / COMMON_SHARE;
}

/* search-shards.c - the index as scripts of some kilobytes, of which a query loads a few: classic scripts, so that
 * they load from a disk, too.
 *   index  languages, items, where shards begin, the tables of sounds
 *   words  "FORM TERM,TERM|" a form, in order; the postings of these terms behind "L" or "R", "*" for a common one
 *   names  "SKELETON FORM TERM,TERM|": words that have a capital always, by what they sound like; postings as
 *          in words, so that a name does not wait for a second shard
 *   texts  item, anchor and both texts of each pair, in order */
#include "search-internal.h"

#include "diglot/json.h"

#include <string.h>

enum { WORDS_BYTES = 20000, NAMES_BYTES = 7000, TEXTS_BYTES = 7000, LEAST_NAME = 3, SOUNDS = 24 };

/* Shards of one kind while they are filled. */
typedef struct {
    Site *site;
    const char *kind;
    GString *body, *directory; /* of the present shard; of all so far: [["first","address"],...] */
    char *first;               /* where the present one begins, as JSON */
    uint32_t n;
    bool failed;
} Shards;

static Shards
shards_new(Site *site, const char *kind)
{
    return (Shards){
        .site = site, .kind = kind, .body = g_string_new(NULL), .directory = g_string_new("[")};
}

static void
shards_begin(Shards *shards, char *first)
{
    if (!shards->first)
        shards->first = first;
}

static void
shard_write(Shards *shards, const char *data, size_t size)
{
    const char *address =
        asset_write(shards->site, shards->kind, "js", (DgBytes){(const uint8_t *)data, size});
    if (!address) {
        shards->failed = true;
        return;
    }
    g_string_append_printf(shards->directory, "%s[%s,\"%s\"]", shards->n ? "," : "", shards->first,
                           address);
    shards->n++;
    shards->first = NULL;
}

/* `data` is the shard's own JSON. */
static void
shards_close(Shards *shards, const char *data)
{
    g_autofree char *script =
        g_strdup_printf("diglotSearch.take(\"%s\",%u,%s);\n", shards->kind, shards->n, data);
    shard_write(shards, script, strlen(script));
    g_string_truncate(shards->body, 0);
}

static char *
shards_finish(Shards *shards)
{
    char *directory = dg_arena_printf(shards->site->arena, "%s]", shards->directory->str);
    g_string_free(shards->body, TRUE);
    g_string_free(shards->directory, TRUE);
    return shards->failed ? NULL : directory;
}

/* ---- words and names: forms with their terms ---- */

typedef struct {
    Shards shards;
    Words *words;
    GPtrArray *terms; /* of the present shard, which is words->shard of both kinds */
    size_t postings;  /* bytes of theirs */
} FormShards;

static FormShards
form_shards_new(Site *site, Words *words, const char *kind)
{
    words->shard++;
    return (FormShards){
        .shards = shards_new(site, kind), .words = words, .terms = g_ptr_array_new()};
}

/* "L" or "R", the postings or "*", and behind "|" each form that shares the term and stands in another shard. */
static void
append_term(GString *out, const Words *words, const Term *term)
{
    g_string_append_c(out, term->side == DG_LEFT ? 'L' : 'R');
    g_string_append(out, search_is_common(words, term) ? "*" : term->postings->str);
    for (size_t i = 0; i < term->n_forms; i++)
        if (term->forms[i]->shard != words->shard)
            g_string_append_printf(out, "|%s", term->forms[i]->text);
}

static void
form_shards_close(FormShards *self)
{
    DgArena *scratch = dg_arena_new();
    g_autoptr(GString) data = g_string_new("[");
    g_string_append_printf(data, "%s,[", dg_json_string(scratch, self->shards.body->str));
    for (guint i = 0; i < self->terms->len; i++) {
        g_autoptr(GString) term = g_string_new(NULL);
        append_term(term, self->words, g_ptr_array_index(self->terms, i));
        g_string_append_printf(data, "%s%s", i ? "," : "", dg_json_string(scratch, term->str));
    }
    g_string_append(data, "]]");
    shards_close(&self->shards, data->str);
    g_ptr_array_set_size(self->terms, 0);
    self->postings = 0;
    self->words->shard++;
    dg_arena_free(scratch);
}

static char *
form_shards_finish(FormShards *self)
{
    if (self->shards.first)
        form_shards_close(self);
    g_ptr_array_unref(self->terms);
    return shards_finish(&self->shards);
}

static bool
form_shards_are_full(const FormShards *self, size_t bytes)
{
    return self->shards.body->len + self->postings >= bytes;
}

/* A term whose forms lie in two shards stands in both. */
static uint32_t
term_number(FormShards *self, Term *term)
{
    if (term->shard != self->words->shard) {
        term->shard = self->words->shard;
        term->number = self->terms->len;
        g_ptr_array_add(self->terms, term);
        self->postings += search_is_common(self->words, term) ? 1 : term->postings->len;
    }
    return term->number;
}

/* "FORM TERM,TERM|" */
static void
append_form(FormShards *self, Form *form)
{
    form->shard = self->words->shard;
    g_string_append(self->shards.body, form->text);
    char before = ' ';
    for (int side = 0; side < DG_SIDES; side++) {
        if (!form->terms[side])
            continue;
        g_string_append_printf(self->shards.body, "%c%u", before,
                               term_number(self, form->terms[side]));
        before = ',';
    }
    g_string_append_c(self->shards.body, '|');
}

static bool
is_found(const Form *form)
{
    return form->terms[DG_LEFT] || form->terms[DG_RIGHT];
}

static char *
words_write(Site *site, Words *words)
{
    FormShards self = form_shards_new(site, words, "words");
    for (size_t i = 0; i < words->n_forms; i++) {
        if (!is_found(words->forms[i]))
            continue;
        shards_begin(&self.shards, dg_json_string(site->arena, words->forms[i]->text));
        append_form(&self, words->forms[i]);
        if (form_shards_are_full(&self, WORDS_BYTES))
            form_shards_close(&self);
    }
    return form_shards_finish(&self);
}

typedef struct {
    char skeleton[SOUNDS + 1];
    Form *form;
} Name;

static int
compare_names(const void *a, const void *b)
{
    const Name *x = a, *y = b;
    int order = strcmp(x->skeleton, y->skeleton);
    return order ? order : strcmp(x->form->text, y->form->text);
}

static bool
name_make(Form *form, Name *name)
{
    if (form->small || !is_found(form) || g_utf8_strlen(form->text, -1) < LEAST_NAME ||
        !g_unichar_isalpha(g_utf8_get_char(form->text)))
        return false;
    size_t n = dg_word_sounds(form->text, name->skeleton, SOUNDS);
    name->skeleton[n] = '\0';
    name->form = form;
    return n > 0;
}

static char *
names_write(Site *site, Words *words)
{
    FormShards self = form_shards_new(site, words, "names");
    g_autofree Name *names = g_new0(Name, words->n_forms + 1);
    size_t n = 0;
    for (size_t i = 0; i < words->n_forms; i++)
        n += name_make(words->forms[i], &names[n]);
    qsort(names, n, sizeof *names, compare_names);
    for (size_t i = 0; i < n; i++) {
        shards_begin(&self.shards, dg_json_string(site->arena, names[i].skeleton));
        g_string_append_printf(self.shards.body, "%s ", names[i].skeleton);
        append_form(&self, names[i].form);
        bool apart = i + 1 < n && strcmp(names[i].skeleton, names[i + 1].skeleton) != 0;
        if (apart && form_shards_are_full(&self, NAMES_BYTES))
            form_shards_close(&self);
    }
    return form_shards_finish(&self);
}

/* ---- texts ---- */

static void
texts_close(Shards *shards)
{
    g_autofree char *data = g_strdup_printf("[%s]", shards->body->str);
    shards_close(shards, data);
}

static char *
texts_write(Site *site, const Words *words)
{
    Shards shards = shards_new(site, "texts");
    for (size_t i = 0; i < words->n_pairs; i++) {
        const Found *pair = &words->pairs[i];
        DgArena *scratch = dg_arena_new();
        shards_begin(&shards, dg_arena_printf(site->arena, "%zu", i));
        g_string_append_printf(shards.body, "%s[%zu,%s,%s,%s]", shards.body->len ? "," : "",
                               pair->item, dg_json_string(scratch, pair->anchor),
                               dg_json_string(scratch, pair->text[DG_LEFT]),
                               dg_json_string(scratch, pair->text[DG_RIGHT]));
        dg_arena_free(scratch);
        if (shards.body->len >= TEXTS_BYTES)
            texts_close(&shards);
    }
    if (shards.first)
        texts_close(&shards);
    return shards_finish(&shards);
}

/* ---- the index ---- */

static void
append_items(GString *out, Site *site)
{
    g_string_append(out, ",\"items\":[");
    for (size_t i = 0; i < site->n_items; i++) {
        const DgItem *item = site->items[i];
        g_string_append_printf(out, "%s[%s", i ? "," : "",
                               dg_json_string(site->arena, item_stem(site->arena, item)));
        for (int side = 0; side < site->volume->n_languages; side++)
            g_string_append_printf(
                out, ",%s",
                dg_json_string(site->arena, dg_item_title(site->arena, item, (DgSide)side)));
        g_string_append_c(out, ']');
    }
    g_string_append_c(out, ']');
}

static void
append_sounds(GString *out, Site *site)
{
    size_t n = 0;
    const DgSound *together = dg_sounds_together(&n);
    g_string_append_printf(out, ",\"latin\":\"%s\",\"cyrillic\":\"%s\",\"together\":[",
                           dg_sounds_latin(), dg_sounds_cyrillic());
    for (size_t i = 0; i < n; i++) {
        glong letters = g_utf8_strlen(together[i].letters, together[i].length);
        g_string_append_printf(out, "%s[%s,%ld,\"%c\"]", i ? "," : "",
                               dg_json_string(site->arena, together[i].letters), letters,
                               together[i].sound);
    }
    g_string_append_c(out, ']');
}

const char *
search_shards_write(Site *site, Words *words)
{
    char *of_words = words_write(site, words), *of_names = names_write(site, words),
         *of_texts = texts_write(site, words);
    if (!of_words || !of_names || !of_texts)
        return NULL;
    g_autoptr(GString) index = g_string_new("diglotSearch.take(\"index\",0,{\"languages\":[");
    for (int side = 0; side < site->volume->n_languages; side++)
        g_string_append_printf(index, "%s%s", side ? "," : "",
                               dg_json_string(site->arena, site->volume->languages[side]));
    g_string_append_printf(index, "],\"pairs\":%zu,\"words\":%s,\"names\":%s,\"texts\":%s",
                           words->n_pairs, of_words, of_names, of_texts);
    append_items(index, site);
    append_sounds(index, site);
    g_string_append(index, "});\n");
    return asset_write(site, "search-index", "js",
                       (DgBytes){(const uint8_t *)index->str, index->len});
}

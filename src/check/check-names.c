/* check-names.c - rule N6: a person whom one side of a pair names is named on the other, too, and as the register has
 * the name. Where the register is silent the names need only sound alike. */
#include "check-names-internal.h"

#include <glib.h>
#include <string.h>

/* ---- persons whose names are known ---- */

/* "de Gaulle", «бен Лахдар»: what stands before the surname proper, and in other names, too. */
static bool
is_particle(const char *word)
{
    static const char *const particles[] = {
        "de",  "van", "von",  "der", "den", "bin", "ben", "ibn", "abu", "al",  "el",  "la",
        "le",  "du",  "di",   "da",  "das", "do",  "dos", "del", "des", "dei", "ter", "ten",
        "te",  "af",  "av",   "zu",  "zur", "y",   "де",  "ван", "фон", "дер", "ден", "бин",
        "бен", "ибн", "абу",  "аль", "эль", "ла",  "ле",  "дю",  "ди",  "да",  "дас", "ду",
        "дус", "дос", "дель", "дез", "деи", "тер", "тен", "те",  "аф",  "ав",  "цу",  "цур"};
    for (size_t i = 0; i < G_N_ELEMENTS(particles); i++)
        if (strcmp(word, particles[i]) == 0)
            return true;
    return false;
}

/* The first word of a surname that begins with a capital and is no particle, unless it is all there is; else NULL. */
static const char *
main_word(DgArena *arena, const char *surname)
{
    for (const char *s = surname; *s;) {
        size_t length = strcspn(s, " ");
        const char *next = s + length + strspn(s + length, " ");
        if (g_unichar_isupper(g_utf8_get_char(s)) &&
            (!*next || !is_particle(dg_name_plain(arena, s, length))))
            return dg_arena_strndup(arena, s, length);
        s = next;
    }
    return NULL;
}

static void
add_words(DgArena *arena, const char *text, const char ***words, size_t *n)
{
    if (!text || !g_utf8_validate(text, -1, NULL))
        return;
    g_auto(GStrv) parts = g_strsplit(dg_name_plain(arena, text, strlen(text)), " ", -1);
    for (char **part = parts; *part; part++)
        if (**part)
            DG_APPEND(arena, *words, *n, dg_arena_strdup(arena, *part));
}

/* `person` NULL: not of the register. */
static void
add_known(DgChecking *checking, const DgName *const names[DG_SIDES], const DgPerson *person)
{
    DgArena *arena = checking->arena;
    DgKnownName known = {0};
    for (int side = 0; side < DG_SIDES; side++) {
        const char *surname = names[side]->surname;
        if (!surname || !g_utf8_validate(surname, -1, NULL) ||
            !(known.surname[side] = main_word(arena, surname)))
            return;
        known.plain[side] = dg_name_plain(arena, known.surname[side], strlen(known.surname[side]));
        add_words(arena, names[side]->given, &known.given[side], &known.n_given[side]);
    }
    for (size_t i = 0; person && i < person->n_aliases; i++)
        add_words(arena, person->aliases[i], &known.aliases, &known.n_aliases);
    DG_APPEND(arena, checking->known, checking->n_known, known);
}

void
dg_check_names_know(DgChecking *checking, const DgVolume *volume)
{
    const DgMeta *meta[DG_SIDES];
    checking->known = NULL;
    checking->n_known = 0;
    for (int side = 0; side < DG_SIDES; side++)
        meta[side] = &checking->item->text[side].meta;
    for (size_t i = 0; i < volume->n_people; i++) {
        const DgName *name = volume->people[i].name;
        add_known(checking, (const DgName *const[]){&name[DG_LEFT], &name[DG_RIGHT]},
                  &volume->people[i]);
    }
    for (size_t i = 0; i < meta[DG_LEFT]->n_contributors; i++) {
        const DgContributor *own = &meta[DG_LEFT]->contributors[i],
                            *other = dg_contributor_counterpart(meta[DG_LEFT], i, meta[DG_RIGHT]);
        if (own->person || !other)
            continue;
        add_known(checking, (const DgName *const[]){&own->name, &other->name}, NULL);
    }
}

/* ---- counterparts ---- */

static bool
is_alias(const char *plain, const DgKnownName *known)
{
    for (size_t i = 0; i < known->n_aliases; i++)
        if (dg_name_is_declined(plain, known->aliases[i]))
            return true;
    return false;
}

static bool
is_counterpart(const DgNameFound *name, const DgNameWord *own, int side, const DgNameWord *other)
{
    const DgKnownName *known = name->known;
    return known ? dg_name_is_declined(other->plain, known->plain[1 - side]) ||
                       is_alias(other->plain, known)
                 : dg_names_sound_alike(own, other);
}

static bool
has_counterpart(const DgNames *names, const DgNameFound *name, int side, const DgNames *others)
{
    for (size_t i = 0; i < others->n_words; i++)
        if (others->words[i].capital && !others->words[i].initial &&
            is_counterpart(name, &names->words[name->word], side, &others->words[i]))
            return true;
    return false;
}

static bool
is_same(const DgNames *names, const DgNameFound *a, const DgNameFound *b)
{
    return (a->known && a->known == b->known) ||
           strcmp(names->words[a->word].plain, names->words[b->word].plain) == 0;
}

/* Each name once. */
static void
find_missing(DgArena *arena, const DgNames *names, int side, const DgNames *others,
             DgNames *missing)
{
    *missing = (DgNames){.words = names->words, .n_words = names->n_words};
    for (size_t i = 0; i < names->n; i++) {
        const DgNameFound *name = &names->found[i];
        bool known = has_counterpart(names, name, side, others);
        for (size_t k = 0; k < missing->n && !known; k++)
            known = is_same(names, name, &missing->found[k]);
        if (!known)
            DG_APPEND(arena, missing->found, missing->n, *name);
    }
}

/* ---- telling ---- */

static const char *
shown(const DgChecking *checking, int side, const DgNames *names, size_t word)
{
    const DgNameWord *at = &names->words[word];
    return dg_arena_strndup(checking->arena, checking->text[side].text + at->start,
                            at->end - at->start);
}

/* The word that is likeliest meant: one that sounds alike, else a name that has no counterpart either, else none. */
static const DgNameWord *
likeliest(const DgNames *names, const DgNameFound *name, const DgNames *others, size_t at)
{
    for (size_t i = 0; i < others->n_words; i++)
        if (others->words[i].capital && !others->words[i].initial &&
            dg_names_sound_alike(&names->words[name->word], &others->words[i]))
            return &others->words[i];
    return others->n ? &others->words[others->found[MIN(at, others->n - 1)].word] : NULL;
}

static void
report(const DgChecking *checking, int side, const DgNames missing[DG_SIDES], size_t at)
{
    const DgNames *names = &missing[side], *others = &missing[1 - side];
    const DgNameFound *name = &names->found[at];
    const DgNameWord *meant = likeliest(names, name, others, at);
    if (dg_check_is_silenced(checking, "N6"))
        return;
    const DgCheckText *text = &checking->text[side], *other = &checking->text[1 - side];
    DgPos place = dg_check_place(text, names->words[name->word].start),
          also = dg_check_place(other, meant ? meant->start : 0);
    const char *word = shown(checking, side, names, name->word);
    if (name->known)
        dg_diag_also(checking->diags, DG_CHECK_NAME_KNOWN, place, also, word, other->language,
                     name->known->surname[1 - side], NULL);
    else
        dg_diag_also(checking->diags, DG_CHECK_NAME, place, also, word, other->language,
                     meant ? shown(checking, 1 - side, others, (size_t)(meant - others->words))
                           : NULL,
                     NULL);
}

void
dg_check_names(const DgChecking *checking)
{
    DgNames names[DG_SIDES], missing[DG_SIDES];
    for (int side = 0; side < DG_SIDES; side++)
        names[side] = dg_names_find(checking, side);
    for (int side = 0; side < DG_SIDES; side++)
        find_missing(checking->arena, &names[side], side, &names[1 - side], &missing[side]);
    if (names[DG_LEFT].n_words == 0 || names[DG_RIGHT].n_words == 0)
        return;
    /* One finding for each two that lack a counterpart: mostly one person. */
    for (size_t i = 0; i < missing[DG_LEFT].n; i++)
        report(checking, DG_LEFT, missing, i);
    for (size_t i = missing[DG_LEFT].n; i < missing[DG_RIGHT].n; i++)
        report(checking, DG_RIGHT, missing, i);
}

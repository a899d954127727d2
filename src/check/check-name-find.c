/* check-name-find.c - which words of a text name persons: by the register, or by what stands beside them, initials, a
 * courtesy title, a patronymic. A capital alone says too little. */
#include "check-names-internal.h"

#include <glib.h>
#include <string.h>

enum {
    LEAST_ALONE = 4, /* letters of a known surname without a given name beside it */
    LEAST_OPENING = 5,
    LEAST_CAPITALS = 4,
    MOST_WORDS = 3 /* of a name behind a title */
};

typedef struct {
    const DgChecking *checking;
    int side;
    DgNames names;
} Finding;

static bool
is_listed(const char *word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(word, list[i]) == 0)
            return true;
    return false;
}

static bool
begins_as(const char *word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (g_str_has_prefix(word, list[i]))
            return true;
    return false;
}

static bool
has_ending(const char *word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (g_str_has_suffix(word, list[i]))
            return true;
    return false;
}

static const DgNameWord *
word_at(const Finding *finding, size_t i)
{
    return i < finding->names.n_words ? &finding->names.words[i] : NULL;
}

/* The word behind, where nothing but spaces parts them. */
static const DgNameWord *
word_behind(const Finding *finding, size_t i)
{
    return finding->names.words[i].joined ? word_at(finding, i + 1) : NULL;
}

static const DgNameWord *
word_before(const Finding *finding, size_t i)
{
    return i > 0 && finding->names.words[i - 1].joined ? &finding->names.words[i - 1] : NULL;
}

/* Words in capitals may be a name in a list, short ones are abbreviations. */
static bool
may_be_name(const DgNameWord *word)
{
    return word && word->capital && !word->initial && word->letters >= 2 &&
           (!word->capitals || word->letters >= LEAST_CAPITALS);
}

static void
add(Finding *finding, size_t word, const DgKnownName *known)
{
    const DgCheckText *text = &finding->checking->text[finding->side];
    const DgCheckSpot *spot = dg_check_spot(text, finding->names.words[word].start);
    const DgNameFound found = {word, known};
    if (!spot->foreign && !spot->linked)
        DG_APPEND(finding->checking->arena, finding->names.found, finding->names.n, found);
}

/* ---- persons that are known ---- */

static bool
has_given_beside(const Finding *finding, size_t i)
{
    const DgNameWord *before = word_before(finding, i), *behind = word_behind(finding, i);
    return (before && before->capital) || (behind && behind->capital);
}

static bool
is_given(const DgNameWord *word, const DgKnownName *known, int side)
{
    for (size_t i = 0; i < known->n_given[side]; i++)
        if (dg_name_is_declined(word->plain, known->given[side][i]))
            return true;
    return false;
}

/* "The White House" names no Mr White: before another word with a capital a surname wants its given name. */
static bool
is_other_name(const Finding *finding, size_t i, const DgKnownName *known)
{
    const DgNameWord *before = word_before(finding, i), *behind = word_behind(finding, i);
    int side = finding->side;
    if (!known->n_given[side] || !behind || !behind->capital || behind->initial ||
        is_given(behind, known, side))
        return false;
    return !before || !(before->initial || is_given(before, known, side));
}

static bool
find_known(Finding *finding, size_t i)
{
    const DgChecking *checking = finding->checking;
    const DgNameWord *word = &finding->names.words[i];
    for (size_t k = 0; k < checking->n_known; k++) {
        const DgKnownName *known = &checking->known[k];
        if (!dg_name_is_declined(word->plain, known->plain[finding->side]) ||
            is_other_name(finding, i, known))
            continue;
        size_t least = word->opens ? LEAST_OPENING : LEAST_ALONE;
        if (word->letters >= least || has_given_beside(finding, i)) {
            add(finding, i, known);
            return true;
        }
    }
    return false;
}

/* ---- persons by what stands beside ---- */

/* The initials from `first` to `last`, two at least. "U.S.", "P.O." and their like are none, nor is a postscript. */
static bool
are_initials(const Finding *finding, size_t first, size_t last)
{
    static const char *const others[] = {"us", "usa", "ussr", "un", "uk", "eu", "dc",
                                         "ny", "la",  "po",   "ad", "bc", "phd"};
    static const char *const postscripts[] = {"ps", "пс"};
    const DgNameWord *words = finding->names.words;
    g_autoptr(GString) all = g_string_new(NULL);
    for (size_t i = first; i <= last; i++)
        g_string_append(all, words[i].plain);
    return last > first && !is_listed(all->str, others, G_N_ELEMENTS(others)) &&
           !(words[first].opens && is_listed(all->str, postscripts, G_N_ELEMENTS(postscripts)));
}

/* «А. Р. Люкманов», «Люкманов А. Р.». One initial is too little: "Annex A. Introduction" names nobody. */
static void
find_by_initials(Finding *finding, size_t i)
{
    const DgNameWord *before = word_before(finding, i), *behind;
    size_t first = i, last = i;
    if (before && before->initial) {
        while ((before = word_before(finding, first)) && before->initial)
            first--;
        if (are_initials(finding, first, i - 1))
            add(finding, i, NULL);
        return;
    }
    while ((behind = word_behind(finding, last)) && behind->initial)
        last++;
    if (last == i || !are_initials(finding, i + 1, last))
        return;
    if (!may_be_name(behind)) /* else the initials are that one's */
        add(finding, i, NULL);
}

/* «Мария Ивановна Петрова», in whatever case; "Anton Pavlovich Chekhov". */
static bool
find_by_patronymic(Finding *finding, size_t i)
{
    static const char *const endings[] = {"ович",  "овича", "овичу",  "овичем", "овиче", "евич",
                                          "евича", "евичу", "евичем", "евиче",  "овна",  "овны",
                                          "овне",  "овну",  "овнои",  "евна",   "евны",  "евне",
                                          "евну",  "евнои", "ovich",  "evich",  "ovna",  "evna"};
    const DgNameWord *before = word_before(finding, i),
                     *given = before ? word_before(finding, i - 1) : NULL;
    if (!may_be_name(given) || !may_be_name(before) ||
        !has_ending(before->plain, endings, G_N_ELEMENTS(endings)))
        return false;
    add(finding, i, NULL);
    return true;
}

/* "5 ms" and "MS Office" are none. */
static bool
is_courtesy(const DgNameWord *word)
{
    static const char *const latin[] = {"mr", "mrs", "ms", "dr"};
    static const char *const whole[] = {"г-н",  "г-на", "г-ну", "г-ном", "г-не", "г-жа",
                                        "г-жи", "г-же", "г-жу", "г-жои", "д-р"};
    static const char *const begun[] = {"господин", "госпож"};
    if (is_listed(word->plain, latin, G_N_ELEMENTS(latin)))
        return word->capital && !word->capitals;
    return is_listed(word->plain, whole, G_N_ELEMENTS(whole)) ||
           begins_as(word->plain, begun, G_N_ELEMENTS(begun));
}

/* "Mr President", «господин Председатель» name nobody. */
static bool
is_office(const DgNameWord *word)
{
    static const char *const whole[] = {"high", "acting", "envoy"};
    static const char *const offices[] = {
        "presid",       "chair",      "co-chair",      "cochair",     "secretar",  "minist",
        "speaker",      "ambassador", "director",      "moderat",     "prime",     "commission",
        "vice",         "deputy",     "general",       "under",       "rector",    "judge",
        "editor",       "rapporteur", "coordinat",     "facilitat",   "special",   "represent",
        "administr",    "governor",   "chancellor",    "председ",     "сопредсед", "президент",
        "секретар",     "министр",    "спикер",        "посол",       "посл",      "директор",
        "модератор",    "генерал",    "замест",        "премьер",     "вице",      "ректор",
        "судь",         "редактор",   "докладчик",     "координатор", "верховн",   "представител",
        "спецпредстав", "посредник",  "администратор", "губернатор",  "канцлер"};
    return is_listed(word->plain, whole, G_N_ELEMENTS(whole)) ||
           begins_as(word->plain, offices, G_N_ELEMENTS(offices));
}

/* «господин Постоянный представитель»: the noun in small letters. */
static bool
is_small_office(const DgNameWord *word)
{
    static const char *const offices[] = {"представител", "секретар",    "директор", "комиссар",
                                          "докладчик",    "координатор", "посланник"};
    return word && !word->capital && begins_as(word->plain, offices, G_N_ELEMENTS(offices));
}

/* "Mr Burhan Gafoor": the last word of the name; the title may have its point. */
static bool
find_by_courtesy(Finding *finding, size_t i)
{
    const DgCheckText *text = &finding->checking->text[finding->side];
    const DgNameWord *title = &finding->names.words[i], *next = word_at(finding, i + 1);
    if (!next || !is_courtesy(title))
        return false;
    const char *between = text->text + title->end;
    size_t gap = next->start - title->end;
    if (!title->joined && !(*between == '.' && gap <= strlen(".\u00A0")))
        return false;
    size_t last = 0;
    for (size_t k = i + 1; k <= i + MOST_WORDS; k++) {
        const DgNameWord *word = word_at(finding, k);
        if (!word || !word->capital || is_office(word))
            return false;
        if (may_be_name(word))
            last = k;
        const DgNameWord *behind = word_behind(finding, k);
        if (is_small_office(behind))
            return false;
        if (!behind || !behind->capital)
            break;
    }
    if (last)
        add(finding, last, NULL);
    return last != 0;
}

DgNames
dg_names_find(const DgChecking *checking, int side)
{
    Finding finding = {.checking = checking, .side = side};
    dg_name_words_read(checking->arena, &checking->text[side], &finding.names);
    for (size_t i = 0; i < finding.names.n_words; i++) {
        if (find_by_courtesy(&finding, i) || !may_be_name(&finding.names.words[i]))
            continue;
        if (!find_known(&finding, i) && !find_by_patronymic(&finding, i))
            find_by_initials(&finding, i);
    }
    return finding.names;
}

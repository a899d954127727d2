/* web-internal.h - the site while it is made: pages are held in memory until all are there, since the
 * fonts are cut down to the characters of the pages and every page names the font file by its hash. */
#ifndef DIGLOT_WEB_INTERNAL_H
#define DIGLOT_WEB_INTERNAL_H

#include "diglot/doc-index.h"
#include "diglot/html.h"
#include "diglot/lang.h"
#include "diglot/web.h"

/* What of the two languages a page shows: DG_LEFT, DG_RIGHT, or both. */
typedef int View;
enum { BOTH = DG_SIDES };

/* The scheme beside 'self' is for pages opened from a disk: Firefox takes no file for 'self' there. No script of ours
 * connects to anything; an auditor that asks for robots.txt from within the page may. */
#define SITE_POLICY                                                                                \
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; connect-src "      \
    "'self'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file:; font-src "     \
    "'self' file:; base-uri 'none'; form-action 'self' file:\">\n"

/* What the reader's tools say, of one kind of page, in its languages: written for a template of it. */
typedef struct {
    const char *address; /* of a script that puts it there */
    const char *html;
} Parts;

typedef struct {
    /* The links to style sheets and the reader's scripts go between the last two. */
    const char *file, *start, *rest;
    const char *root;           /* what their addresses begin with; NULL: nothing */
    const char *class;          /* of its look */
    const char *const *scripts; /* those of its kind, see PageKind */
    const Parts *parts;         /* NULL: it needs no script */
    bool both, unlisted;
    size_t look;
} Page;

/* What pages of one class, in one language or in both, look like. */
typedef struct {
    const char *class;
    bool both;
    const char **styles; /* addresses, in the order of the cascade */
    size_t n_styles;
    const char *tools; /* address: of what shows with the reader's tools; or NULL */
} Look;

typedef struct {
    const char *address, *text;
} Script;

/* What somebody said, or the part that they chaired (`slot` NULL). */
typedef struct {
    const DgPart *part;
    const DgSlot *slot;
} Talk;

/* A person of the register, or who else signs a text. */
typedef struct {
    const DgPerson *person; /* or NULL */
    const DgContributor *signs[DG_SIDES];
    const char *name[DG_SIDES]; /* as lists have it; never NULL */
    const char *key[DG_SIDES];  /* that lists are sorted by; never NULL */
    const char *anchor;         /* on the page of persons */
    const DgItem **items;
    Talk *talks;
    size_t n_items, n_talks;
    const DgIndexEntry *named[DG_SIDES]; /* where the texts name them, or NULL */
} Someone;

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    DgFonts *fonts;
    const DgVolume *volume;
    const char *folder;
    DgWebOptions options;
    DgHtmlPictures *pictures;
    const DgItem **items; /* those that are wanted, in reading order */
    size_t n_items;
    Page *pages;
    size_t n_pages;
    Look *looks;
    size_t n_looks;
    Script *scripts; /* all of the site's own */
    size_t n_scripts;
    /* Addresses of the reader's, NULL-terminated; the second is fetched when it is wanted. */
    const char *reader_scripts[3];
    Parts parts[2][DG_SIDES + 1];  /* of other pages and of items, by view */
    const char *icon;              /* address */
    const char *pdf;               /* address, NULL: none */
    const char **cards;            /* addresses of options.cards */
    const char *search_scripts[3]; /* addresses, NULL-terminated */
    Someone *people;
    size_t n_people;
    const Someone **sorted_people[DG_SIDES]; /* in the order of each language */
} Site;

typedef struct Sheet Sheet;

/* What is written in each language and in both: an item, or a page of the site's own. */
typedef struct {
    const char *stem;   /* of its file name, without language */
    const char *class;  /* of its look */
    const DgItem *item; /* NULL: none */
    DgWord name;        /* what a page that is no item is called; DG_N_WORDS: as the volume */
    void (*write_main)(Sheet *); /* puts the <main> element */
    const char *const
        *scripts;  /* addresses, NULL-terminated, beside those of every page; or NULL */
    bool unlisted; /* not in the map of the site */
} PageKind;

/* A page under construction. */
struct Sheet {
    const Site *site;
    DgArena *arena; /* of this page only */
    DgHtml *html;
    View view;
    const PageKind *kind;
    const DgItem *item; /* kind->item */
};

/* ---- web-names.c: file names and addresses ---- */
bool has_two_languages(const Site *site);
const char *item_stem(DgArena *arena, const DgItem *item);
const char *safe_name(DgArena *arena, const char *text); /* letters, digits, "-" and "_" only */
const char *page_address(const Site *site, DgArena *arena, const char *stem, View view);
/* The side whose language the page itself speaks: titles, labels. */
DgSide view_side(View view);
const char *view_language(const Site *site, View view);
bool view_shows(const Site *site, View view, DgSide side);
const char *part_anchor(DgArena *arena, const DgPart *part); /* NULL without an id */

/* ---- web-sheet.c: what all pages have around them ---- */
void sheet_write(Site *site, const PageKind *kind, View view);
DgHtml *sheet_html(const Sheet *sheet);                  /* empty, in the language of the page */
const char *sheet_word(const Sheet *sheet, DgWord word); /* in the language of the page */

/* ---- web-texts.c: texts of both languages side by side ---- */
/* `<span class="left" lang="ru">`, only the class in that language's own page; turns to that side. */
void open_side(Sheet *sheet, const char *tag, DgSide side);
/* Both texts as spans with a space between; one text alone on a page of one language, where the other
 * language's stands in for a missing one. False when there was nothing. */
bool put_texts(Sheet *sheet, const char *const texts[DG_SIDES]);
/* The same for what is no plain text: `put` writes that of a side, where it has any. */
typedef void (*PutSide)(Sheet *, const void *what, DgSide side);
bool put_sides(Sheet *sheet, const bool has[DG_SIDES], PutSide put, const void *what);
void put_sides_row(Sheet *sheet, const char *tag, const char *class, const bool has[DG_SIDES],
                   PutSide put, const void *what);
void put_words(Sheet *sheet, DgWord word);
/* `<TAG class="CLASS">` with both texts; nothing when there are none. */
void put_row(Sheet *sheet, const char *tag, const char *class, const char *const texts[DG_SIDES]);
void put_word_row(Sheet *sheet, const char *tag, const char *class, DgWord word);

typedef const char *(*TextOf)(Sheet *, DgSide);
void put_row_of(Sheet *sheet, const char *tag, const char *class, TextOf text_of);

void item_titles(const Sheet *sheet, const DgItem *item, const char *titles[DG_SIDES]);
void put_streams(Sheet *sheet, const char *const *streams, size_t n); /* addresses as links */

/* ---- the kinds of pages ---- */
void front_main(Sheet *sheet);     /* web-front.c */
void item_main(Sheet *sheet);      /* web-item.c */
void item_contents(Sheet *sheet);  /* web-contents.c: headings of the item, before its <main> */
void item_takeaway(Sheet *sheet);  /* web-takeaway.c: how to cite it, its files; at its end */
void programme_main(Sheet *sheet); /* web-programme.c */
void put_part_entries(Sheet *sheet, const DgPart *part, int level);
const char *programme_address(const Sheet *sheet);
const char *event_time(Sheet *sheet, DgSide side); /* its place and date; web-front.c */
void about_main(Sheet *sheet);                     /* web-about.c */
bool site_has_about(const Site *site);
void cite_main(Sheet *sheet); /* web-cite.c */
void put_volume_download(Sheet *sheet);
void missing_write(Site *site); /* web-missing.c */

/* ---- web-pages.c: the site's own pages ---- */
/* The index of that name, or NULL. */
const DgIndex *site_index(const Site *site, const char *name);
bool site_has_item(const Site *site, const DgItem *item); /* among those that are wanted */
bool site_has_programme(const Site *site);                /* some part, text or talk has a time */
/* The next page that this volume wants, from `*next`, which begins with 0; NULL behind the last. */
const PageKind *own_page(const Site *site, size_t *next);
/* The links to them; `before` stands before each address. */
void put_site_pages(Sheet *sheet, const char *before);

/* ---- web-register.c, web-persons.c: everybody ---- */
void register_make(Site *site);
const Someone *site_person(const Site *site, const DgPerson *person);   /* NULL: not known */
const Someone *site_signer(const Site *site, const DgContributor *who); /* likewise */
void persons_main(Sheet *sheet);
const char *persons_address(const Sheet *sheet);

/* ---- web-links.c: names that lead to what else is known of their bearers ---- */
void put_mention(Sheet *sheet, const DgMention *mention, DgSide side); /* "Name, role" */
void put_mentions(Sheet *sheet, const DgMention *mentions, size_t n, DgSide side);
void put_signers(Sheet *sheet, const DgItem *item, DgSide side);
void put_affiliation(Sheet *sheet, const char *text, DgSide side); /* organisations in it */
const char *org_anchor(DgArena *arena, const DgOrg *org, const char *language);
/* A line of an item's opening that names somebody; false, and nothing written, for any other block. */
bool put_opening_line(Sheet *sheet, const DgNode *block, DgSide side);

/* ---- web-index.c ---- */
void organisations_main(Sheet *sheet);
void terms_main(Sheet *sheet);
void put_letter(Sheet *sheet, const char *letter);
/* Places in the texts that are wanted, by text, as links. */
bool has_shown_places(const Sheet *sheet, const DgIndexPlace *places, size_t n);
void put_places(Sheet *sheet, const DgIndexPlace *places, size_t n, DgSide side);

/* ---- web-reader.c: what the reader's scripts work with ---- */
bool reader_write(Site *site); /* before any page */
const Parts *reader_parts(const Sheet *sheet);
void put_settings(Sheet *sheet); /* in the bar: what opens them */
void put_reader(Sheet *sheet);   /* at the end of the page */

/* ---- web-cards.c ---- */
typedef struct {
    const char *address;      /* NULL: there is none */
    const char *const *title; /* what it says, by language */
} Picture;
bool cards_write(Site *site); /* before any page names them */
Picture page_card(const Sheet *sheet);

/* ---- web-metadata.c: what machines read in the head of a page ---- */
void put_metadata(Sheet *sheet, const char *title, const char *description);

/* ---- web-search.c: the search page; the index it asks is made by search-words.c and search-shards.c ---- */
bool search_write(Site *site); /* the index, before any page names it */
void search_main(Sheet *sheet);
/* The field that leads there from every page. */
void put_search_field(Sheet *sheet);

/* ---- web-assets.c: scripts, pictures, PDF, the house's own files ---- */
/* Writes FOLDER/STEM.HASH.ENDING; its address, or NULL. */
const char *hashed_write(Site *site, const char *folder, const char *stem, const char *ending,
                         DgBytes bytes);
/* The same in assets. */
const char *asset_write(Site *site, const char *stem, const char *ending, DgBytes bytes);
/* Several scripts that come with the styles, as one; `parts` ends with NULL. */
const char *own_script_write(Site *site, const char *stem, const char *const *parts);
bool icon_write(Site *site); /* what tabs and lists show of the site */
bool pdf_copy(Site *site);
bool assets_write(Site *site);
bool house_files_copy(Site *site);

/* ---- web-styles.c ---- */
bool styles_write(Site *site); /* once all pages are there: their characters choose the fonts */

/* ---- web-faces.c: the fonts that the style sheets ask for, cut down to the characters of the site ---- */
typedef struct {
    DgBytes bytes;     /* NULL data: there is none */
    const char *shown; /* in messages */
} StyleSheet;
/* The sheet that names them goes to `address`, which is left alone when there is none. */
bool faces_write(Site *site, const StyleSheet *sheets, size_t n, const char **address);

/* ---- web-css.c: the text of style sheets ---- */
/* Behind the string, the comment or the single character that begins here. */
const char *css_part_end(const char *css);
/* Without comments and the white space that says nothing: a quarter of a sheet. */
const char *css_packed(DgArena *arena, const char *css);

/* ---- web-rules.c: the rules of a style sheet that some pages can use ---- */
typedef struct Names Names; /* of elements and classes */
Names *names_new(void);
void names_free(Names *names);
/* What is added stays where it is as long as the names. */
void names_add_page(Names *names, const char *html);
void names_add_script(Names *names, const char *script);
const char *css_used(DgArena *arena, const char *packed, const Names *names);

#endif

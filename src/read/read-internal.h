/* read-internal.h - a volume being read: manifest, register of people, items. */
#ifndef DIGLOT_READ_INTERNAL_H
#define DIGLOT_READ_INTERNAL_H

#include "diglot/files.h"
#include "jats-internal.h"

typedef struct {
    DgArena *arena;
    DgDiags *diags;
    DgVolume *volume;
    GHashTable *unknown; /* JATS elements already reported */
    GHashTable *hrefs;   /* items already read */
    GHashTable *anchors; /* given to items */
} Reader;

/* ---- languages.c ---- */
bool language_is_known(const char *tag);
/* The languages of a list "ru en" or "ru,en" into the volume; unknown ones are reported, a third is too. */
void languages_set(Reader *reader, const char *list, DgPos pos);
int language_side(const DgVolume *volume, const char *tag); /* -1: not one of the volume's */
char *languages_text(const Reader *reader);                 /* "ru, en" */

/* ---- manifest-table.c, manifest-check.c ---- */
typedef enum {
    VALUE_NONE, /* elements only */
    VALUE_TEXT,
    VALUE_ANY, /* text or elements */
    VALUE_WORD,
    VALUE_LANGUAGE,
    VALUE_LANGUAGES,
    VALUE_DATE,
    VALUE_ADDRESS,
    VALUE_PATH,
    VALUE_ORCID,
    VALUE_LISTS, /* of what src/matter can make */
    VALUE_ZONE,  /* a time zone of the IANA's database */
    VALUE_DUE,
    VALUE_LAYOUT,
    VALUE_SYNC
} ValueType;

typedef struct {
    const char *name;
    ValueType type;
    bool required;
} AttributeRule;

typedef struct {
    const char *name, *parents; /* "" for a root */
    ValueType content;
    const char *needs; /* a child that must be there, or NULL */
    AttributeRule attributes[8];
} ElementRule;

extern const ElementRule manifest_rules[];
extern const size_t manifest_n_rules;

/* Reports whatever is not in the table, has a wrong value or is missing. */
void manifest_check(DgDiags *diags, const DgXml *root);
bool value_is_valid(ValueType type, const char *value);
const char *value_example(ValueType type);

/* ---- manifest.c, imprint.c, mention.c, people.c ---- */
bool manifest_read(Reader *reader, const DgXml *root, const char *languages);
void event_read(Reader *reader, const DgXml *event);
void imprint_read(Reader *reader, const DgXml *imprint);
DgMention mention_read(Reader *reader, const DgXml *element);
void mention_append(Reader *reader, const DgXml *element, DgMention **mentions, size_t *n);
void people_read(Reader *reader);
/* The text of an element, per language: into the side of its xml:lang, into all that are still empty without. */
void set_by_language(Reader *reader, const char *texts[DG_SIDES], const DgXml *element);
/* An attribute of that type, NULL where it is absent or not valid. */
const char *valid_attribute(const DgXml *element, const char *name, ValueType type);

/* ---- item.c, item-languages.c ---- */
/* Finds and reads the files of item->href; false: there is nothing to set. */
bool item_read(Reader *reader, DgItem *item);
/* A JATS file of its own: sets the volume's languages too. */
bool item_read_single(Reader *reader, DgItem *item, const DgXml *document, const char *languages);
char *item_anchor(Reader *reader, const char *href);

/* One text of a file. */
typedef struct {
    const char *language;
    const DgXml *root;
    bool split, foreign_front;
} Version;

typedef struct {
    const DgXml *document, *article;
    const char *file;
    Version *versions;
    size_t n_versions;
} ItemFile;

/* The texts in a file, the article's own first. `fallback` is the language when it states none. */
ItemFile item_file_read(Reader *reader, const char *file, const DgXml *document,
                        const char *fallback);
const Version *item_file_version(const ItemFile *file, const char *language);

#endif

/* item-file.c - the texts in one JATS file: the article, its translations, or the languages of its blocks. */
#include "diglot/lang.h"
#include "read-internal.h"

#include <string.h>

static bool
is_translation(const DgXml *element)
{
    return dg_xml_is(element, "sub-article") &&
           g_strcmp0(dg_xml_attribute(element, "article-type"), "translation") == 0;
}

static bool
append_version(Reader *reader, ItemFile *file, Version version)
{
    if (item_file_version(file, version.language))
        return false;
    DG_APPEND(reader->arena, file->versions, file->n_versions, version);
    return true;
}

/* The language in front of ".xml": "opening.ru.xml". */
static const char *
language_of_name(Reader *reader, const char *path)
{
    const char *stem = dg_path_stem(reader->arena, path), *dot = strrchr(stem, '.');
    return dot && language_is_known(dot + 1) ? jats_language_tag(reader->arena, dot + 1) : NULL;
}

/* Of the languages of the volume, the one in that script. */
static const char *
guess_language(Reader *reader, const DgXml *article)
{
    const DgVolume *volume = reader->volume;
    const DgXml *body = dg_xml_child(article, "body");
    const char *text = dg_xml_text(reader->arena, body ? body : article),
               *guessed = dg_guess_language(text), *letters = NULL;
    if (!guessed)
        guessed = "en";
    if (strcmp(guessed, "ru") == 0 && (letters = dg_guess_cyrillic(text)) &&
        (volume->n_languages == 0 || language_side(volume, letters) >= 0))
        guessed = letters;
    if (volume->n_languages && language_side(volume, guessed) < 0) {
        bool cyrillic = strcmp(guessed, "ru") == 0;
        for (int side = volume->n_languages - 1; side >= 0; side--)
            if (cyrillic == (language_side(volume, "ru") == side))
                guessed = volume->languages[side];
    }
    if (letters && letters != guessed)
        dg_diag(reader->diags, DG_LANGUAGE_LETTERS, article->pos, letters, guessed, NULL);
    else
        dg_diag(reader->diags, DG_LANGUAGE_GUESSED, article->pos, guessed, NULL);
    return guessed;
}

static const char *
language_of_article(Reader *reader, const char *path, const DgXml *article, const char *fallback)
{
    const char *stated = dg_xml_attribute(article, "xml:lang");
    if (stated && *stated) {
        if (language_is_known(stated))
            return jats_language_tag(reader->arena, stated);
        dg_diag(reader->diags, DG_LANGUAGE_UNKNOWN, article->pos, stated, NULL);
    }
    if (!fallback)
        fallback = language_of_name(reader, path);
    return fallback ? fallback : guess_language(reader, article);
}

static void
append_block_languages(Reader *reader, ItemFile *file, const DgXml *element)
{
    for (const DgXml *child = element->first; child; child = child->next) {
        if (!child->name || jats_named(child, "sub-article response front ref-list"))
            continue;
        const char *lang = dg_xml_attribute(child, "xml:lang");
        if (lang && language_is_known(lang) &&
            jats_named(child, "sec p title list disp-quote body"))
            append_version(
                reader, file,
                (Version){jats_language_tag(reader->arena, lang), file->article, true, true});
        append_block_languages(reader, file, child);
    }
}

const Version *
item_file_version(const ItemFile *file, const char *language)
{
    for (size_t i = 0; i < file->n_versions; i++)
        if (jats_same_language(file->versions[i].language, language))
            return &file->versions[i];
    return NULL;
}

/* An article, however it is wrapped, or at least something with a body. */
static const DgXml *
find_article(const DgXml *element)
{
    static const char *const names =
        "article book book-part sub-article response book-part-wrapper collection";
    if (jats_named(element, names) || dg_xml_child(element, "body"))
        return element;
    const DgXml *found = NULL;
    for (const DgXml *child = element->first; child && !found; child = child->next)
        found = child->name ? find_article(child) : NULL;
    return found;
}

/* A translation that does not state its language is in the other one of the volume, or in that of its script. */
static void
append_translation(Reader *reader, ItemFile *file, const DgXml *sub)
{
    const DgVolume *volume = reader->volume;
    const char *lang = dg_xml_attribute(sub, "xml:lang");
    for (int side = 0; (!lang || !*lang) && side < volume->n_languages; side++)
        if (!item_file_version(file, volume->languages[side]))
            lang = volume->languages[side];
    if (!lang || !*lang)
        lang = guess_language(reader, sub);
    Version version = {jats_language_tag(reader->arena, lang), sub, false, false};
    if (!append_version(reader, file, version))
        dg_diag(reader->diags, DG_LANGUAGE_TWICE, sub->pos, version.language, NULL);
}

ItemFile
item_file_read(Reader *reader, const char *path, const DgXml *document, const char *fallback)
{
    ItemFile file = {.document = document, .file = path, .article = find_article(document)};
    if (!file.article) {
        dg_diag(reader->diags, DG_JATS_ROOT, document->pos, document->name, NULL);
        return file;
    }
    const char *language = language_of_article(reader, path, file.article, fallback);
    bool split = jats_is_split(file.article);
    append_version(reader, &file, (Version){language, file.article, split, false});
    for (const DgXml *sub = dg_xml_child(file.article, "sub-article"); sub;
         sub = dg_xml_sibling(sub, "sub-article"))
        if (is_translation(sub))
            append_translation(reader, &file, sub);
    if (split)
        append_block_languages(reader, &file, file.article);
    return file;
}

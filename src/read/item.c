/* item.c - an item's files in their three forms: one a language, one with translations, one with both
 * languages in its blocks. */
#include "diglot/lang.h"
#include "read-internal.h"

#include <string.h>

/* "plenary/Открытие" gives "plenary-otkrytie", and no name twice. */
char *
item_anchor(Reader *reader, const char *href)
{
    g_autoptr(GString) name = g_string_new(NULL);
    for (const char *at = dg_transliterate(reader->arena, href); *at; at++) {
        if (g_ascii_isalnum(*at) || *at == '_')
            g_string_append_c(name, g_ascii_tolower(*at));
        else if (name->len && name->str[name->len - 1] != '-')
            g_string_append_c(name, '-');
    }
    if (name->len == 0)
        g_string_append(name, "item");
    char *anchor = dg_arena_strdup(reader->arena, name->str);
    for (int n = 2; !g_hash_table_add(reader->anchors, anchor); n++)
        anchor = dg_arena_printf(reader->arena, "%s-%d", name->str, n);
    return anchor;
}

static JatsSource
source_of(const ItemFile *file, const Version *version, const char *language)
{
    return (JatsSource){.document = file->document,
                        .root = version->root,
                        .article = file->article,
                        .file = file->file,
                        .language = language,
                        .split = version->split,
                        .foreign = version->foreign_front};
}

static void
read_version(Reader *reader, DgItem *item, int side, const ItemFile *file, const Version *version)
{
    JatsSource source = source_of(file, version, reader->volume->languages[side]);
    jats_read_text(reader->arena, reader->diags, reader->volume, reader->unknown, source,
                   &item->text[side]);
    if (!item->type)
        item->type = dg_xml_attribute(file->article, "article-type");
}

/* The other side of a text that has one language: what its front matter says in the other. */
static void
read_other_front(Reader *reader, DgItem *item, int side, const ItemFile *file)
{
    Version foreign = {reader->volume->languages[side], file->article, false, true};
    JatsSource source = source_of(file, &foreign, foreign.language);
    jats_read_meta(reader->arena, reader->diags, reader->volume, reader->unknown, source,
                   &item->text[side]);
}

/* Languages of the file that the volume does not take. */
static void
list_others(Reader *reader, DgItem *item, const ItemFile *file)
{
    for (size_t i = 0; i < file->n_versions; i++) {
        const Version *version = &file->versions[i];
        if (language_side(reader->volume, version->language) >= 0)
            continue;
        DG_APPEND(reader->arena, item->other_languages, item->n_other_languages, version->language);
        dg_diag(reader->diags, DG_LANGUAGE_LEFT_OUT, version->root->pos, version->language,
                languages_text(reader), NULL);
    }
}

static void
report_untranslated(Reader *reader, DgItem *item, int side)
{
    if (item->due)
        dg_diag(reader->diags, DG_ITEM_UNTRANSLATED, item->pos, item->href,
                reader->volume->languages[side], NULL);
}

/* Sides without a text get what the text of the other side says for them. */
static void
finish_item(Reader *reader, DgItem *item, const ItemFile *files[DG_SIDES])
{
    const DgVolume *volume = reader->volume;
    bool untranslated = false;
    for (int side = 0; side < volume->n_languages; side++) {
        item->text[side].language = volume->languages[side];
        if (item->text[side].file)
            continue;
        untranslated = true;
        report_untranslated(reader, item, side);
        if (files[1 - side] && volume->n_languages == DG_SIDES)
            read_other_front(reader, item, side, files[1 - side]);
    }
    item->due = item->due && untranslated;
}

static bool
read_one_file(Reader *reader, DgItem *item, const ItemFile *file)
{
    const DgVolume *volume = reader->volume;
    const ItemFile *files[DG_SIDES] = {file, file};
    int n = 0;
    for (int side = 0; side < volume->n_languages; side++) {
        const Version *version = item_file_version(file, volume->languages[side]);
        if (!version)
            continue;
        read_version(reader, item, side, file, version);
        n++;
    }
    if (n == 0 && file->n_versions)
        dg_diag(reader->diags, DG_LANGUAGE_OTHER, file->article->pos, file->versions[0].language,
                languages_text(reader), NULL);
    if (n == 0)
        return false;
    list_others(reader, item, file);
    if (item->original == DG_SIDES)
        item->original = (DgSide)MAX(0, language_side(volume, file->versions[0].language));
    finish_item(reader, item, files);
    return true;
}

/* In a file per language, the text in that language, or the article where it states another. */
static bool
read_files(Reader *reader, DgItem *item, char *paths[DG_SIDES])
{
    const DgVolume *volume = reader->volume;
    ItemFile read[DG_SIDES] = {0};
    const ItemFile *files[DG_SIDES] = {0};
    for (int side = 0; side < volume->n_languages; side++) {
        if (!paths[side])
            continue;
        const char *full = dg_path_join(reader->arena, volume->folder, paths[side]);
        const DgXml *document = dg_xml_parse(reader->arena, reader->diags, full, paths[side]);
        if (!document)
            continue;
        read[side] = item_file_read(reader, paths[side], document, volume->languages[side]);
        const Version *version = item_file_version(&read[side], volume->languages[side]);
        if (!version && read[side].n_versions)
            version = &read[side].versions[0];
        if (!version)
            continue;
        files[side] = &read[side];
        read_version(reader, item, side, &read[side], version);
    }
    if (!files[DG_LEFT] && !files[DG_RIGHT])
        return false;
    if (item->original == DG_SIDES)
        item->original = files[DG_LEFT] ? DG_LEFT : DG_RIGHT;
    finish_item(reader, item, files);
    return true;
}

bool
item_read(Reader *reader, DgItem *item)
{
    const DgVolume *volume = reader->volume;
    const char *one = dg_arena_printf(reader->arena, "%s.xml", item->href);
    char *paths[DG_SIDES] = {0}, *wanted[DG_SIDES] = {0};
    bool several = false;
    for (int side = 0; side < volume->n_languages; side++) {
        wanted[side] =
            dg_arena_printf(reader->arena, "%s.%s.xml", item->href, volume->languages[side]);
        paths[side] = volume_has_file(volume, wanted[side]) ? wanted[side] : NULL;
        several |= paths[side] != NULL;
    }
    bool single = volume_has_file(volume, one);
    if (single && several)
        dg_diag(reader->diags, DG_ITEM_AMBIGUOUS, item->pos, item->href, one,
                paths[DG_LEFT] ? paths[DG_LEFT] : paths[DG_RIGHT], NULL);
    if (several)
        return read_files(reader, item, paths);
    if (!single) {
        dg_diag(reader->diags, DG_ITEM_MISSING, item->pos, item->href, wanted[DG_LEFT], one, NULL);
        return false;
    }
    const char *full = dg_path_join(reader->arena, volume->folder, one);
    const DgXml *document = dg_xml_parse(reader->arena, reader->diags, full, one);
    if (!document)
        return false;
    ItemFile file = item_file_read(reader, one, document, NULL);
    return file.article && read_one_file(reader, item, &file);
}

/* The languages asked for, as far as the file has them; else its own and the first translation. */
static void
choose_languages(Reader *reader, const ItemFile *file, const char *languages)
{
    DgVolume *volume = reader->volume;
    g_auto(GStrv) tags = g_strsplit_set(languages ? languages : "", " ,", -1);
    for (char **tag = tags; *tag && volume->n_languages < DG_SIDES; tag++) {
        const Version *version = **tag ? item_file_version(file, *tag) : NULL;
        if (**tag && !language_is_known(*tag))
            dg_diag(reader->diags, DG_LANGUAGE_UNKNOWN, DG_NOWHERE, *tag, NULL);
        if (version && language_side(volume, version->language) < 0)
            volume->languages[volume->n_languages++] = version->language;
    }
    if (volume->n_languages)
        return;
    for (size_t i = 0; i < file->n_versions && volume->n_languages < DG_SIDES; i++)
        if (language_side(volume, file->versions[i].language) < 0)
            volume->languages[volume->n_languages++] = file->versions[i].language;
}

bool
item_read_single(Reader *reader, DgItem *item, const DgXml *document, const char *languages)
{
    ItemFile file = item_file_read(reader, reader->volume->file, document, NULL);
    if (!file.article)
        return false;
    choose_languages(reader, &file, languages);
    item->original = DG_SIDES;
    return read_one_file(reader, item, &file);
}

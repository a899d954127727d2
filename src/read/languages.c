/* languages.c - the languages of a volume. */
#include "read-internal.h"

#include <stdlib.h>
#include <string.h>

/* ISO 639-1. Longer tags are taken on trust. */
static const char two_letters[] =
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el "
    "en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu "
    "ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na "
    "nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn "
    "so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

static bool
is_subtag(const char *from, size_t length, size_t least, bool digits)
{
    if (length < least || length > 8)
        return false;
    for (size_t i = 0; i < length; i++)
        if (!g_ascii_isalpha(from[i]) && !(digits && g_ascii_isdigit(from[i])))
            return false;
    return true;
}

bool
language_is_known(const char *tag)
{
    size_t length = strcspn(tag, "-");
    if (!is_subtag(tag, length, 2, false) || length > 3)
        return false;
    if (length == 2) {
        g_autofree char *primary = g_ascii_strdown(tag, 2);
        if (!strstr(two_letters, primary))
            return false;
    }
    for (const char *at = tag + length; *at; at += length) {
        at++;
        length = strcspn(at, "-");
        if (!is_subtag(at, length, 1, true))
            return false;
    }
    return true;
}

int
language_side(const DgVolume *volume, const char *tag)
{
    for (int side = 0; tag && side < volume->n_languages; side++)
        if (jats_same_language(volume->languages[side], tag))
            return side;
    return -1;
}

void
languages_set(Reader *reader, const char *list, DgPos pos)
{
    DgVolume *volume = reader->volume;
    g_auto(GStrv) tags = g_strsplit_set(list, " ,\t\r\n", -1);
    for (char **tag = tags; *tag; tag++) {
        if (!**tag)
            continue;
        if (language_side(volume, *tag) >= 0) {
            dg_diag(reader->diags, DG_LANGUAGE_REPEATED, pos, *tag, list, NULL);
            continue;
        }
        if (!language_is_known(*tag))
            dg_diag(reader->diags, DG_LANGUAGE_UNKNOWN, pos, *tag, NULL);
        else if (volume->n_languages == DG_SIDES)
            dg_diag(reader->diags, DG_VOLUME_VALUE, pos, list, "languages",
                    value_example(VALUE_LANGUAGES), NULL);
        else
            volume->languages[volume->n_languages++] = jats_language_tag(reader->arena, *tag);
    }
}

char *
languages_text(const Reader *reader)
{
    const DgVolume *volume = reader->volume;
    return volume->n_languages > 1
               ? dg_arena_printf(reader->arena, "%s, %s", volume->languages[DG_LEFT],
                                 volume->languages[DG_RIGHT])
               : dg_arena_strdup(reader->arena, volume->languages[DG_LEFT]);
}

bool
volume_has_file(const DgVolume *volume, const char *path)
{
    g_autofree char *full = g_build_filename(volume->folder, path, NULL);
    if (!dg_path_is_inside(path) || !dg_file_exists(full))
        return false;
    char *real = realpath(full, NULL), *root = realpath(volume->folder, NULL);
    size_t length = root ? strlen(root) : 0;
    bool inside =
        real && root && strncmp(real, root, length) == 0 && (real[length] == '/' || length == 1);
    free(real);
    free(root);
    return inside;
}

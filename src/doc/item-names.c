/* item-names.c - how items and persons are named in contents, running heads and programmes. */
#include "diglot/doc.h"

#include <glib.h>
#include <string.h>

/* "Oleg V." and "О.В." give "O. V."; whatever space or point parts the names. The spaces do not break. */
static void
append_initials(GString *text, const char *given)
{
    bool begins = true;
    for (const char *at = given; *at; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (begins && g_unichar_isalpha(letter)) {
            g_string_append_unichar(text, letter);
            g_string_append(text, ".\u00A0");
        }
        begins = g_unichar_isspace(letter) || letter == '.' || letter == 0x202F;
    }
}

const char *
dg_name_short(DgArena *arena, const DgName *name, bool surname_first)
{
    if (!name->surname || !name->given || !*name->given)
        return name->whole ? name->whole : name->surname;
    g_autoptr(GString) initials = g_string_new(NULL), surname = g_string_new(NULL);
    append_initials(initials, name->given);
    if (name->prefix)
        g_string_append_printf(surname, "%s ", name->prefix);
    g_string_append(surname, name->surname);
    if (!surname_first)
        return dg_arena_printf(arena, "%s%s", initials->str, surname->str);
    if (initials->len)
        g_string_truncate(initials, initials->len - strlen("\u00A0"));
    return dg_arena_printf(arena, "%s\u00A0%s", surname->str, initials->str);
}

const char *
dg_name_listed(DgArena *arena, const DgName *name, const char *language)
{
    if (!name->surname || !name->given)
        return name->whole ? name->whole : name->surname;
    bool russian = language && g_str_has_prefix(language, "ru");
    return dg_arena_printf(arena, russian ? "%s %s" : "%s, %s", name->surname, name->given);
}

const char *
dg_name_key(DgArena *arena, const DgName *name)
{
    if (name->sort || !name->surname)
        return name->sort;
    return dg_arena_printf(arena, "%s %s", name->surname, name->given ? name->given : "");
}

const DgContributor *
dg_contributor_counterpart(const DgMeta *own, size_t place, const DgMeta *other)
{
    const DgContributor *who = &own->contributors[place];
    for (size_t i = 0; who->person && i < other->n_contributors; i++)
        if (other->contributors[i].person == who->person)
            return &other->contributors[i];
    bool alike = own->n_contributors == other->n_contributors;
    return alike && !other->contributors[place].person ? &other->contributors[place] : NULL;
}

const char *
dg_signer_name(DgArena *arena, const DgContributor *who)
{
    if (who->type && strcmp(who->type, "author") != 0 && strcmp(who->type, "speaker") != 0)
        return NULL;
    const char *name = dg_name_short(arena, &who->name, false);
    name = name ? name : dg_contributor_name(who);
    return *name ? name : NULL;
}

const char *
dg_item_persons(DgArena *arena, const DgItem *item, DgSide side)
{
    const DgMeta *meta = &item->text[side].meta;
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < meta->n_contributors; i++) {
        const char *name = dg_signer_name(arena, &meta->contributors[i]);
        if (name)
            g_string_append_printf(text, "%s%s", text->len ? ", " : "", name);
    }
    return text->len ? dg_arena_strdup(arena, text->str) : NULL;
}

const char *
dg_item_title(DgArena *arena, const DgItem *item, DgSide side)
{
    for (int turn = 0; turn < DG_SIDES; turn++) {
        const DgNode *title = item->text[turn ? !side : side].meta.title;
        const char *text = title ? dg_node_text(arena, title) : "";
        if (*text)
            return text;
    }
    return item->href;
}

const char *
dg_mention_text(DgArena *arena, const DgMention *mention, DgSide side)
{
    const char *name = mention->text[side] ? mention->text[side] : mention->text[DG_LEFT];
    const char *role = mention->role[side];
    if (mention->person) {
        const DgPerson *person = mention->person;
        const char *own =
            person->name[side].whole ? person->name[side].whole : person->name[!side].whole;
        name = own ? own : name;
        role = role ? role : person->role[side];
    }
    if (!name)
        return NULL;
    return role ? dg_arena_printf(arena, "%s, %s", name, role) : name;
}

bool
dg_item_is_listed(const DgItem *item, const char *hrefs)
{
    size_t length = item->href ? strlen(item->href) : 0;
    for (const char *at = hrefs; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL)
        if (strcspn(at, ",") == length && item->href && memcmp(at, item->href, length) == 0)
            return true;
    return !hrefs;
}

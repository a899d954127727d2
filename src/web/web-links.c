/* web-links.c - names that lead to what else the site knows of their bearers: to the page of persons, and to that of
 * organisations. What has no entry there stands as it is. */
#include "web-internal.h"

#include <glib.h>
#include <string.h>

static void
put_link(Sheet *sheet, const char *page, const char *anchor, const char *text)
{
    dg_html_markup(sheet->html, "<a");
    dg_html_link(sheet->html, page, anchor);
    dg_html_markup(sheet->html, ">");
    dg_html_text(sheet->html, text);
    dg_html_markup(sheet->html, "</a>");
}

/* ---- persons ---- */

static void
put_name(Sheet *sheet, const Someone *who, const char *name)
{
    if (who)
        put_link(sheet, persons_address(sheet), who->anchor, name);
    else
        dg_html_text(sheet->html, name);
}

/* "Name, role": only the name leads on. */
void
put_mention(Sheet *sheet, const DgMention *mention, DgSide side)
{
    const char *text = dg_mention_text(sheet->arena, mention, side),
               *role = mention->role[side] || !mention->person ? mention->role[side]
                                                               : mention->person->role[side];
    if (!text)
        return;
    size_t length = strlen(text), rest = role ? strlen(role) + strlen(", ") : 0;
    size_t name = rest < length ? length - rest : length;
    put_name(sheet, site_person(sheet->site, mention->person),
             dg_arena_strndup(sheet->arena, text, name));
    dg_html_text(sheet->html, text + name);
}

void
put_mentions(Sheet *sheet, const DgMention *mentions, size_t n, DgSide side)
{
    bool any = false;
    for (size_t i = 0; i < n; i++) {
        if (!dg_mention_text(sheet->arena, &mentions[i], side))
            continue;
        dg_html_markup(sheet->html, any ? "; " : "");
        put_mention(sheet, &mentions[i], side);
        any = true;
    }
}

void
put_signers(Sheet *sheet, const DgItem *item, DgSide side)
{
    const DgMeta *meta = &item->text[side].meta;
    bool any = false;
    for (size_t i = 0; i < meta->n_contributors; i++) {
        const char *name = dg_signer_name(sheet->arena, &meta->contributors[i]);
        if (!name)
            continue;
        dg_html_markup(sheet->html, any ? ", " : "");
        put_name(sheet, site_signer(sheet->site, &meta->contributors[i]), name);
        any = true;
    }
}

/* ---- organisations ---- */

const char *
org_anchor(DgArena *arena, const DgOrg *org, const char *language)
{
    return dg_arena_printf(arena, "org-%s-%s", safe_name(arena, org->id),
                           safe_name(arena, language));
}

static bool
is_listed(const Site *site, const DgOrg *org, DgSide side)
{
    const DgIndex *index = site_index(site, "organizations");
    for (size_t i = 0; index && org->id && i < index->n[side]; i++)
        if (index->entries[side][i].org == org)
            return true;
    return false;
}

/* Where a text holds that name as words of their own, or NULL. */
static const char *
find_name(const char *text, const char *name)
{
    size_t length = name ? strlen(name) : 0;
    for (const char *at = length ? strstr(text, name) : NULL; at; at = strstr(at + 1, name)) {
        bool begins = at == text || !g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(at)));
        if (begins && !g_unichar_isalnum(g_utf8_get_char(at + length)))
            return at;
    }
    return NULL;
}

typedef struct {
    const DgOrg *org; /* NULL: none is named */
    const char *at;
    size_t length;
} Named;

/* The first that the text names; of several names at that place the longest. */
static Named
find_org(const Sheet *sheet, const char *text, DgSide side)
{
    const DgVolume *volume = sheet->site->volume;
    Named best = {0};
    for (size_t i = 0; i < volume->n_orgs; i++) {
        const DgOrg *org = &volume->orgs[i];
        const char *const names[] = {org->name[side], org->abbreviation[side]};
        for (size_t j = 0; j < G_N_ELEMENTS(names); j++) {
            const char *at = find_name(text, names[j]);
            size_t length = at ? strlen(names[j]) : 0;
            bool better =
                at && (!best.org || at < best.at || (at == best.at && length > best.length));
            if (better && is_listed(sheet->site, org, side))
                best = (Named){org, at, length};
        }
    }
    return best;
}

void
put_affiliation(Sheet *sheet, const char *text, DgSide side)
{
    enum { MOST = 8 }; /* of a line; an author has no more */
    const char *language = sheet->site->volume->languages[side];
    for (int n = 0; n < MOST; n++) {
        Named named = find_org(sheet, text, side);
        if (!named.org)
            break;
        dg_html_text(sheet->html, dg_arena_strndup(sheet->arena, text, (size_t)(named.at - text)));
        put_link(sheet, page_address(sheet->site, sheet->arena, "organisations", sheet->view),
                 org_anchor(sheet->arena, named.org, language),
                 dg_arena_strndup(sheet->arena, named.at, named.length));
        text = named.at + named.length;
    }
    dg_html_text(sheet->html, text);
}

/* ---- the opening of an item ---- */

/* Whom a line of the opening names; NULL: nobody whom the site knows. */
static const Someone *
signer_of(const Sheet *sheet, const char *name, DgPos pos, DgSide side)
{
    const DgMeta *meta = &sheet->item->text[side].meta;
    for (size_t i = 0; i < meta->n_contributors; i++) {
        const DgContributor *who = &meta->contributors[i];
        if (who->pos.line == pos.line && who->pos.column == pos.column &&
            strcmp(dg_contributor_name(who), name) == 0)
            return site_signer(sheet->site, who);
    }
    return NULL;
}

/* A pair of several lines is known by its first. */
static bool
begins_pair(const DgNode *block)
{
    const DgPair *pair = block->pair;
    return pair && ((pair->n[DG_LEFT] && pair->blocks[DG_LEFT][0] == block) ||
                    (pair->n[DG_RIGHT] && pair->blocks[DG_RIGHT][0] == block));
}

bool
put_opening_line(Sheet *sheet, const DgNode *block, DgSide side)
{
    DgRole role = dg_node_role(block);
    if (role != DG_ROLE_ITEM_PERSON && role != DG_ROLE_ITEM_AFFILIATION)
        return false;
    const char *text = dg_node_text(sheet->arena, block);
    dg_html_markup(sheet->html, "<p class=\"%s\"", dg_role_name(role));
    if (sheet->view != BOTH && begins_pair(block))
        dg_html_id(sheet->html, block->pair->anchor);
    dg_html_markup(sheet->html, ">");
    if (role == DG_ROLE_ITEM_PERSON)
        put_name(sheet, signer_of(sheet, text, block->pos, side), text);
    else
        put_affiliation(sheet, text, side);
    dg_html_markup(sheet->html, "</p>\n");
    return true;
}

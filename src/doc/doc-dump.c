/* doc-dump.c - the document as text, one node a line, for people and golden tests. */
#include "diglot/doc.h"

#include <string.h>

static void
print_string(FILE *out, const char *name, const char *value)
{
    if (!value)
        return;
    fprintf(out, " %s=\"", name);
    for (const char *s = value; *s; s++) {
        if (*s == '"' || *s == '\\')
            fputc('\\', out);
        if (*s == '\n')
            fputs("\\n", out);
        else
            fputc(*s, out);
    }
    fputc('"', out);
}

static void
print_details(FILE *out, const DgNode *node)
{
    static const char *const stylings[] = {"italic",    "bold",       "roman",      "sans",
                                           "monospace", "small-caps", "underline",  "overline",
                                           "strike",    "subscript",  "superscript"};
    if (node->kind == DG_HEADING)
        fprintf(out, " level=%d", node->as.heading.level);
    if (node->kind == DG_LIST)
        fprintf(out, " list=%d start=%d", (int)node->as.list.kind, node->as.list.start);
    if (node->kind == DG_STYLED)
        fprintf(out, " %s", stylings[node->as.styled.styling]);
    if (node->kind == DG_CELL)
        fprintf(out, " span=%dx%d%s", node->as.cell.columns, node->as.cell.rows,
                node->as.cell.header ? " header" : "");
    if (node->kind == DG_TABLE)
        fprintf(out, " header-rows=%d", node->as.table.header_rows);
    if (node->kind == DG_PARAGRAPH && node->as.paragraph.continued)
        fputs(" continued", out);
    if (node->kind == DG_GRAPHIC && node->as.graphic.missing)
        fputs(" missing", out);
    if (node->kind == DG_REFERENCE_LINK) {
        print_string(out, "rid", node->as.reference.rid);
        fputs(node->as.reference.target ? "" : " unresolved", out);
    }
    if (node->kind == DG_NOTE_MARK && node->as.note_mark.repeated)
        fputs(" repeated", out);
}

static void
print_node(FILE *out, const DgNode *node, int depth)
{
    fprintf(out, "%*s%s", 2 * depth, "", dg_kind_name(node->kind));
    if (node->role != DG_ROLE_NONE)
        fprintf(out, " role=%s", dg_role_name(node->role));
    print_details(out, node);
    print_string(out, "id", node->id);
    print_string(out, "lang", node->lang);
    print_string(out, "type", node->type);
    for (size_t i = 0; node->kind == DG_SPAN && i < node->as.index.n_terms; i++)
        print_string(out, "term", node->as.index.terms[i]);
    print_string(out, "label", node->label);
    print_string(out, "href", node->href);
    print_string(out, "alt", node->alt);
    print_string(out, "text", node->text);
    fputc('\n', out);
}

static void
print_tree(FILE *out, const DgNode *root, int depth)
{
    for (DgWalk walk = dg_walk((DgNode *)root); dg_walk_next(&walk);) {
        if (!walk.entering) {
            depth--;
            continue;
        }
        print_node(out, walk.node, depth);
        if (walk.node->kind == DG_NOTE_MARK && walk.node->as.note_mark.note &&
            !walk.node->as.note_mark.repeated)
            print_tree(out, walk.node->as.note_mark.note, depth + 1);
        if (walk.node->first)
            depth++;
    }
}

static void
print_meta(FILE *out, const DgMeta *meta)
{
    if (meta->title)
        print_tree(out, meta->title, 2);
    if (meta->subtitle)
        print_tree(out, meta->subtitle, 2);
    for (size_t i = 0; i < meta->n_contributors; i++) {
        const DgContributor *who = &meta->contributors[i];
        fprintf(out, "    contributor");
        print_string(out, "type", who->type);
        print_string(out, "name", dg_contributor_name(who));
        for (size_t j = 0; j < who->n_roles; j++)
            print_string(out, "role", who->roles[j]);
        for (size_t j = 0; j < who->n_affiliations; j++)
            print_string(out, "affiliation", who->affiliations[j]);
        print_string(out, "orcid", who->orcid);
        print_string(out, "email", who->email);
        print_string(out, "person", who->person ? who->person->id : NULL);
        fputc('\n', out);
        if (who->bio)
            print_tree(out, who->bio, 3);
    }
    for (size_t i = 0; i < meta->n_fields; i++) {
        fprintf(out, "    field");
        print_string(out, meta->fields[i].name, meta->fields[i].value);
        fputc('\n', out);
    }
    for (size_t i = 0; i < meta->n_keywords; i++) {
        fprintf(out, "    keyword");
        print_string(out, "text", meta->keywords[i]);
        fputc('\n', out);
    }
    for (const DgNode *abstract = meta->abstract; abstract; abstract = abstract->next)
        print_tree(out, abstract, 2);
    if (meta->notes)
        print_tree(out, meta->notes, 2);
}

static void
print_item(FILE *out, const DgVolume *volume, const DgItem *item)
{
    fprintf(out, "item %s", item->href);
    print_string(out, "type", item->type);
    print_string(out, "original", volume->languages[item->original]);
    fputs(item->due ? " due\n" : "\n", out);
    for (int side = 0; side < volume->n_languages; side++) {
        const DgText *text = &item->text[side];
        fprintf(out, "  text %s", text->language ? text->language : "-");
        print_string(out, "file", text->file);
        fputc('\n', out);
        print_meta(out, &text->meta);
        if (text->body)
            print_tree(out, text->body, 2);
    }
}

static void
print_part(FILE *out, const DgVolume *volume, const DgPart *part, int depth)
{
    for (size_t i = 0; i < part->n_entries; i++) {
        const DgEntry *entry = &part->entries[i];
        if (entry->kind == DG_ENTRY_ITEM) {
            print_item(out, volume, entry->item);
        } else if (entry->kind == DG_ENTRY_SLOT) {
            fprintf(out, "%*sslot", 2 * depth, "");
            print_string(out, "from", entry->slot->from);
            print_string(out, "left", entry->slot->title[DG_LEFT]);
            print_string(out, "right", entry->slot->title[DG_RIGHT]);
            fputc('\n', out);
        } else {
            fprintf(out, "%*spart", 2 * depth, "");
            print_string(out, "id", entry->part->id);
            print_string(out, "left", entry->part->title[DG_LEFT]);
            print_string(out, "right", entry->part->title[DG_RIGHT]);
            fputc('\n', out);
            print_part(out, volume, entry->part, depth + 1);
        }
    }
}

void
dg_doc_dump(FILE *out, const DgVolume *volume)
{
    fprintf(out, "volume %s", volume->id);
    for (int side = 0; side < volume->n_languages; side++)
        print_string(out, volume->languages[side], volume->title[side]);
    fputc('\n', out);
    print_part(out, volume, &volume->root, 0);
}

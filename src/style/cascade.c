/* cascade.c - declarations to computed styles.
 * Later and more specific declarations win: :root, :root:lang(), the role that a role is a kind of, role, each by
 * itself and then with :lang(). */
#include "style-internal.h"

#include <glib.h>
#include <string.h>

static const DgPageStyle initial_page = {
    .width = DG_MM(170),
    .height = DG_MM(240),
    .top = DG_MM(20),
    .bottom = DG_MM(20),
    .inner = DG_MM(18),
    .outer = DG_MM(16),
    .column_gap = DG_MM(6),
    .pair_space = DG_PT(2),
    .orphans = 2,
    .widows = 2,
    .hyphen_limit = 3,
    .expansion = 20,
    .protrusion = true,
    .variants = true,
    .in_step = true,
    .optimize = true,
    .head_distance = DG_PT(14),
    .foot_distance = DG_PT(24),
    .note_space = DG_PT(8),
    .note_rule_width = DG_PT(48),
    .note_rule_thickness = 512,
    .column_rule_color = 0xFFFFFFFF,
    .note_rule_color = 0xFFFFFFFF,
    .lines_below_heading = 2,
    .blank_weight = 100,
    .signature = 16,
    .condition = "SWOP",
};

static const DgBlockStyle initial_block = {
    .font = {.family = "PT Serif", .weight = 400, .size = DG_PT(10), .leading = DG_PT(12.5)},
    .align = DG_ALIGN_JUSTIFY,
    .hyphens = true,
    .background = 0xFFFFFFFF,
    .border_color = 0xFFFFFFFF,
    .label_separator = "",
    .max_height = 100,
    .inline_height = 120,
    .side_padding = -1,
    .hyphen_weight = 100,
    .leader = ".",
    .bullets = "",
    .link_color = 0xFFFFFFFF,
    .rag = 300,
    .expansion = -1,
};

static void
report_property(DgDiags *diags, const Property *table, size_t n, const Declaration *declaration)
{
    dg_diag(diags, DG_STYLE_PROPERTY, declaration->pos, declaration->property,
            property_near(table, n, declaration->property), NULL);
}

void
cascade_apply(DgArena *arena, DgDiags *diags, const Declaration *declaration, const Property *table,
              size_t n, Measures measures, void *target)
{
    const Property *property = property_find(table, n, declaration->property);
    if (!property)
        report_property(diags, table, n, declaration);
    else if (!property_set(arena, property, declaration->value, measures, target))
        dg_diag(diags, DG_STYLE_VALUE, declaration->pos, declaration->property, declaration->value,
                property_examples(arena, property), NULL);
}

/* The page is one for all: kinds of pages differ in their margin boxes only. */
DgPageStyle *
cascade_page(DgArena *arena, DgDiags *diags, const Declarations *declarations)
{
    DgPageStyle *page = dg_arena_copy(arena, &initial_page, sizeof initial_page);
    for (size_t i = 0; i < declarations->n; i++) {
        const Declaration *declaration = &declarations->list[i];
        const Target *target = &declaration->target;
        if (target->kind != TARGET_PAGE)
            continue;
        if (target->page || target->first || target->side != PAGES_ALL)
            report_property(diags, box_properties, 0, declaration);
        else
            cascade_apply(arena, diags, declaration, page_properties, n_page_properties,
                          (Measures){0}, page);
    }
    return page;
}

/* The role whose style a role has but for what is said of itself; DG_ROLE_NONE: none. */
static DgRole
base_of(DgRole role)
{
    static const struct {
        DgRole role, base;
    } based[] = {{DG_ROLE_CELL_SECOND, DG_ROLE_CELL},
                 {DG_ROLE_HEADER_CELL_SECOND, DG_ROLE_HEADER_CELL},
                 {DG_ROLE_ITEM_PERSONS, DG_ROLE_ITEM_PERSON},
                 {DG_ROLE_ITEM_AFFILIATIONS, DG_ROLE_ITEM_AFFILIATION},
                 {DG_ROLE_HALF_TITLE_SECOND, DG_ROLE_HALF_TITLE},
                 {DG_ROLE_INNER_PART_TITLE, DG_ROLE_PART_TITLE}};
    for (size_t i = 0; i < G_N_ELEMENTS(based); i++)
        if (based[i].role == role)
            return based[i].base;
    return DG_ROLE_NONE;
}

static bool
is_second(DgRole role)
{
    return role == DG_ROLE_CELL_SECOND || role == DG_ROLE_HEADER_CELL_SECOND ||
           role == DG_ROLE_HALF_TITLE_SECOND;
}

enum { OF_ROOT = 0, OF_BASE = 2, OF_ROLE = 4, SPECIFICITIES = 6 };

/* One of the above, one more with a language, when the declaration concerns the role in the language, else -1. */
static int
specificity(const Declaration *declaration, DgRole role, const char *lang)
{
    const Target *target = &declaration->target;
    int rank = target->kind == TARGET_ROOT     ? OF_ROOT
               : target->kind != TARGET_ROLE   ? -1
               : target->role == role          ? OF_ROLE
               : target->role == base_of(role) ? OF_BASE
                                               : -1;
    if (rank < 0 || (target->lang && (!lang || strcmp(target->lang, lang) != 0)))
        return -1;
    return rank + (target->lang ? 1 : 0);
}

/* Font sizes first, since em in every other property refers to them; then leading; then the rest. */
static int
stage_of(const Declaration *declaration)
{
    return strcmp(declaration->property, "font-size") == 0 ? 0 : 1;
}

static void
apply_stage(DgArena *arena, DgDiags *diags, const Declarations *declarations, DgRole role,
            const char *lang, int stage, DgBlockStyle *block)
{
    DgLen root_size = initial_block.font.size;
    for (int wanted = 0; wanted < SPECIFICITIES; wanted++) {
        if (wanted == OF_BASE && stage == 0)
            root_size = block->font.size;
        if (wanted == OF_ROLE && stage == 1 && is_second(role))
            block->font.italic = !block->font.italic; /* two languages are told apart */
        for (size_t i = 0; i < declarations->n; i++) {
            const Declaration *declaration = &declarations->list[i];
            if (stage_of(declaration) != stage || specificity(declaration, role, lang) != wanted)
                continue;
            cascade_apply(arena, diags, declaration, block_properties, n_block_properties,
                          (Measures){block->font.size, root_size}, block);
        }
    }
}

/* The rules of a table where the sheet says nothing of them. */
static void
set_table_rules(DgBlockStyle *block, DgRole role)
{
    if (role == DG_ROLE_TABLE)
        block->border_top = block->border_bottom = DG_PT(0.8);
    if (role == DG_ROLE_HEADER_CELL)
        block->border_bottom = DG_PT(0.5);
    if (role == DG_ROLE_CELL)
        block->border_bottom = DG_PT(0.25);
}

DgBlockStyle *
cascade_block(DgArena *arena, DgDiags *diags, const Declarations *declarations, DgRole role,
              const char *lang)
{
    DgBlockStyle *block = dg_arena_copy(arena, &initial_block, sizeof initial_block);
    set_table_rules(block, role);
    for (int stage = 0; stage < 2; stage++)
        apply_stage(arena, diags, declarations, role, lang, stage, block);
    return block;
}

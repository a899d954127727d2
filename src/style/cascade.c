/* cascade.c - declarations to computed styles.
 * Later and more specific declarations win: :root, :root:lang(), role, role:lang(). */
#include "style-internal.h"

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
    .verso = {DG_HEAD_PERSON, DG_LEFT},
    .recto = {DG_HEAD_TITLE, DG_RIGHT},
    .head_distance = DG_PT(14),
    .foot_distance = DG_PT(24),
    .note_space = DG_PT(8),
    .note_rule_width = DG_PT(48),
    .note_rule_thickness = 512,
};

static const DgBlockStyle initial_block = {
    .font = {.family = "PT Serif", .weight = 400, .size = DG_PT(10), .leading = DG_PT(12.5)},
    .align = DG_ALIGN_JUSTIFY,
    .hyphens = true,
    .background = 0xFFFFFFFF,
};

static void
report_property(DgDiags *diags, const Property *table, size_t n, const Declaration *declaration)
{
    dg_diag(diags, DG_STYLE_PROPERTY, declaration->pos, declaration->property,
            property_near(table, n, declaration->property), NULL);
}

static void
apply(DgArena *arena, DgDiags *diags, const Declaration *declaration, const Property *table,
      size_t n, Measures measures, void *target)
{
    const Property *property = property_find(table, n, declaration->property);
    if (!property)
        report_property(diags, table, n, declaration);
    else if (!property_set(arena, property, declaration->value, measures, target))
        dg_diag(diags, DG_STYLE_VALUE, declaration->pos, declaration->property, declaration->value,
                property_examples(arena, property), NULL);
}

DgPageStyle *
cascade_page(DgArena *arena, DgDiags *diags, const Declarations *declarations)
{
    DgPageStyle *page = dg_arena_copy(arena, &initial_page, sizeof initial_page);
    for (size_t i = 0; i < declarations->n; i++) {
        const Declaration *declaration = &declarations->list[i];
        TargetKind kind = declaration->target.kind;
        if (kind < TARGET_PAGE)
            continue;
        if (!declaration->target.top_box) {
            apply(arena, diags, declaration, page_properties, n_page_properties, (Measures){0},
                  page);
            continue;
        }
        if (kind != TARGET_PAGE_RIGHT)
            apply(arena, diags, declaration, head_properties, n_head_properties, (Measures){0},
                  &page->verso);
        if (kind != TARGET_PAGE_LEFT)
            apply(arena, diags, declaration, head_properties, n_head_properties, (Measures){0},
                  &page->recto);
    }
    return page;
}

/* Specificity 0-3 when the declaration concerns the role in the language, else -1. */
static int
specificity(const Declaration *declaration, DgRole role, const char *lang)
{
    const Target *target = &declaration->target;
    bool root = target->kind == TARGET_ROOT;
    if (!root && (target->kind != TARGET_ROLE || target->role != role))
        return -1;
    if (target->lang && (!lang || strcmp(target->lang, lang) != 0))
        return -1;
    return (root ? 0 : 2) + (target->lang ? 1 : 0);
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
    for (int wanted = 0; wanted < 4; wanted++) {
        if (wanted == 2 && stage == 0)
            root_size = block->font.size;
        for (size_t i = 0; i < declarations->n; i++) {
            const Declaration *declaration = &declarations->list[i];
            if (stage_of(declaration) != stage || specificity(declaration, role, lang) != wanted)
                continue;
            apply(arena, diags, declaration, block_properties, n_block_properties,
                  (Measures){block->font.size, root_size}, block);
        }
    }
}

DgBlockStyle *
cascade_block(DgArena *arena, DgDiags *diags, const Declarations *declarations, DgRole role,
              const char *lang)
{
    DgBlockStyle *block = dg_arena_copy(arena, &initial_block, sizeof initial_block);
    for (int stage = 0; stage < 2; stage++)
        apply_stage(arena, diags, declarations, role, lang, stage, block);
    return block;
}

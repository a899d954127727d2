/* properties.c - THE table of properties. */
#include "style-internal.h"

#include <glib.h>
#include <string.h>

#define BLOCK(member) offsetof(DgBlockStyle, member)
#define PAGE(member) offsetof(DgPageStyle, member)

const Property block_properties[] = {
    {"font-family", VALUE_FAMILY, BLOCK(font.family), NULL,
     "the family, in quotes; further ones lend the characters that it lacks"},
    {"font-size", VALUE_FONT_SIZE, BLOCK(font.size), NULL, "size; em and % refer to `:root`"},
    {"font-weight", VALUE_WEIGHT, BLOCK(font.weight), NULL, "`normal`, `bold` or 100–900"},
    {"font-style", VALUE_SWITCH, BLOCK(font.italic), "normal italic", "slant"},
    {"font-variant-caps", VALUE_SWITCH, BLOCK(font.small_caps), "normal small-caps",
     "small capitals, where the font has them"},
    {"font-variant-numeric", VALUE_WORDS, BLOCK(font.numerals),
     "normal oldstyle-nums lining-nums tabular-nums proportional-nums",
     "figures, one or more of them, where the font has them"},
    {"font-feature-settings", VALUE_FEATURES, BLOCK(font.features), NULL,
     "`normal`, or features of the font by their tags"},
    {"text-transform", VALUE_SWITCH, BLOCK(font.uppercase), "none uppercase", "capitals"},
    {"line-height", VALUE_LINE_HEIGHT, BLOCK(font.leading), NULL,
     "leading; a bare number multiplies the size"},
    {"letter-spacing", VALUE_LENGTH, BLOCK(font.letter_spacing), NULL,
     "added between letters; never in justified text"},
    {"color", VALUE_COLOR, BLOCK(font.color), NULL, "`#rrggbb`, `black`, `white`"},
    {"margin-top", VALUE_LENGTH, BLOCK(space_before), NULL,
     "space above; of two that meet the larger holds"},
    {"margin-bottom", VALUE_LENGTH, BLOCK(space_after), NULL, "space below"},
    {"margin-left", VALUE_LENGTH, BLOCK(left), NULL, "indent of all lines"},
    {"margin-right", VALUE_LENGTH, BLOCK(right), NULL, "indent at the right"},
    {"text-indent", VALUE_LENGTH, BLOCK(indent), NULL, "first line; negative hangs"},
    {"display", VALUE_SWITCH, BLOCK(run_in), "block run-in",
     "of `speaker`: `run-in` begins the first paragraph of the speech with it, parted by the `-dg-label-separator`"},
    {"text-align", VALUE_KEYWORD, BLOCK(align), "left center right justify",
     "setting of the lines"},
    {"text-align-last", VALUE_KEYWORD, BLOCK(last_align), "left center right justify",
     "setting of the last line"},
    {"hyphens", VALUE_SWITCH, BLOCK(hyphens), "none auto", "division of words"},
    {"break-after", VALUE_SWITCH, BLOCK(keep_with_next), "auto avoid",
     "`avoid` keeps it with what follows"},
    {"break-inside", VALUE_SWITCH, BLOCK(keep_together), "auto avoid",
     "`avoid` keeps it on one page"},
    {"-dg-follows-indent", VALUE_SWITCH, BLOCK(follows_indent), "none always",
     "indent even after a heading"},
    {"border-top-width", VALUE_LENGTH, BLOCK(border_top), NULL, "rule above"},
    {"border-bottom-width", VALUE_LENGTH, BLOCK(border_bottom), NULL, "rule below"},
    {"border-left-width", VALUE_LENGTH, BLOCK(border_left), NULL, "rule at the left"},
    {"border-color", VALUE_COLOR, BLOCK(border_color), NULL,
     "of these rules; `none` is that of the text"},
    {"background-color", VALUE_COLOR, BLOCK(background), NULL, "tint behind; `none`"},
    {"padding", VALUE_LENGTH, BLOCK(padding), NULL, "room between rule or tint and text"},
    {"padding-inline", VALUE_LENGTH, BLOCK(side_padding), NULL,
     "of `cell`: room at its left and right, where that is not the `padding`"},
    {"-dg-folio-room", VALUE_LENGTH, BLOCK(folio_room), NULL,
     "of entries with a leader: what their lines leave free at the right above the page number"},
    {"-dg-hyphen-weight", VALUE_SHARE, BLOCK(hyphen_weight), NULL,
     "what a divided word weighs against wide and narrow spaces: more divides less"},
    {"-dg-leader", VALUE_TEXT, BLOCK(leader), NULL,
     "of entries with a page number: the sign that leads to it, repeated; `none`"},
    {"-dg-bullets", VALUE_TEXT, BLOCK(bullets), NULL,
     "of `list-item`: signs of lists without numbers, the outermost first, parted by spaces; `none`: those of the language"},
    {"-dg-link-color", VALUE_COLOR, BLOCK(link_color), NULL,
     "of links and of references to places; `none` is that of the text"},
    {"-dg-center-limit", VALUE_COUNT, BLOCK(center_limit), NULL,
     "lines of a centred text at most; a longer one begins at the left; 0 is any number"},
    {"-dg-label-separator", VALUE_TEXT, BLOCK(label_separator), NULL,
     "what parts the label of a caption, or a speaker who runs in, from the text, before a space"},
    {"-dg-label-weight", VALUE_SWITCH, BLOCK(label_bold), "normal bold",
     "of labels that begin a line of text: captions, headings, notes"},
    {"-dg-label-distance", VALUE_LENGTH, BLOCK(label_distance), NULL,
     "from the label of a list item or reference to its text"},
    {"max-height", VALUE_SHARE, BLOCK(max_height), NULL, "of pictures, of the height of the text"},
    {"-dg-inline-height", VALUE_SHARE, BLOCK(inline_height), NULL,
     "of pictures in the text at most, of the type size; never more than the leading"},
    {"-dg-rag", VALUE_SHARE, BLOCK(rag), NULL,
     "what a ragged line may lack without being bad, of the type size: more divides less"},
    {"-dg-expansion", VALUE_PER_MILLE, BLOCK(expansion), NULL,
     "letters narrower or wider by at most this, instead of the page's"},
    {"-dg-protrusion", VALUE_KEYWORD, BLOCK(protrusion), "page none auto",
     "hyphens and points hang into the margin; `page`: as `@page` says"},
    {"-dg-place", VALUE_SWITCH, BLOCK(at_foot), "here foot",
     "`foot`: at the foot of the page that it ends"},
    {"-dg-float", VALUE_KEYWORD, BLOCK(floats), "auto here top bottom",
     "of numbered `figure` and `table`: `top` and `bottom` set it at the head or foot of the page that it falls on, "
     "or of the next; `auto` lets text that follows fill the page before it"},
    {"-dg-share", VALUE_SWITCH, BLOCK(unshared), "auto none",
     "of `figure`: `auto` sets a picture of both languages once over both columns where it gains by it"},
    {"-dg-merge", VALUE_SWITCH, BLOCK(apart), "auto none",
     "of `table`: `auto` sets tables with the same figures in both columns as one, `none` both"},
};
const size_t n_block_properties = G_N_ELEMENTS(block_properties);

const Property page_properties[] = {
    {"size", VALUE_PAGE_SIZE, PAGE(width), NULL, "trimmed page: width and height, `A4` or `A5`"},
    {"margin", VALUE_MARGINS, PAGE(top), NULL, "top, outer, bottom, inner"},
    {"bleed", VALUE_LENGTH, PAGE(bleed), NULL, "bleed beyond the trim"},
    {"orphans", VALUE_COUNT, PAGE(orphans), NULL, "lines of a paragraph at least at a page foot"},
    {"widows", VALUE_COUNT, PAGE(widows), NULL, "lines of a paragraph at least at a page head"},
    {"column-rule-width", VALUE_LENGTH, PAGE(column_rule), NULL, "rule between the columns"},
    {"column-rule-color", VALUE_COLOR, PAGE(column_rule_color), NULL, "its color"},
    {"-dg-layout", VALUE_KEYWORD, PAGE(layout), "auto columns facing sequence",
     "side by side, first language verso and second recto, or one after the other; `auto` is columns"},
    {"-dg-sync", VALUE_KEYWORD, PAGE(sync), "auto strict free",
     "pairs begin level, or each side runs on by itself; `auto` is strict in columns, free on facing pages"},
    {"-dg-sides", VALUE_KEYWORD, PAGE(sides), "left-right inner-outer right-left",
     "first language left, always inside, or right"},
    {"-dg-column-ratio", VALUE_RATIO, PAGE(column_ratio), NULL,
     "share of the first language's column; `auto`: the best for the volume, `item`: for each item"},
    {"-dg-column-gap", VALUE_LENGTH, PAGE(column_gap), NULL, "space between the columns"},
    {"-dg-pair-space", VALUE_LENGTH, PAGE(pair_space), NULL, "space between pairs"},
    {"-dg-grid", VALUE_LENGTH, PAGE(grid), NULL, "baseline grid; 0 is none"},
    {"-dg-text-box-trim", VALUE_KEYWORD, PAGE(text_trim), "none trim-start trim-end trim-both",
     "without a grid: a page's first line has its capitals on the upper edge of the text block, its last one the baseline on the lower; `none`: whole lines stand inside"},
    {"-dg-hyphen-limit", VALUE_COUNT, PAGE(hyphen_limit), NULL, "hyphens in succession at most"},
    {"-dg-expansion", VALUE_PER_MILLE, PAGE(expansion), NULL,
     "letters narrower or wider by at most this"},
    {"-dg-protrusion", VALUE_SWITCH, PAGE(protrusion), "none auto",
     "hyphens and points hang into the margin"},
    {"-dg-variants", VALUE_SWITCH, PAGE(variants), "none auto",
     "paragraphs a line longer or shorter for the page's sake"},
    {"-dg-in-step", VALUE_SWITCH, PAGE(in_step), "none auto",
     "pairs broken over pages at corresponding places"},
    {"-dg-optimize", VALUE_SWITCH, PAGE(optimize), "none auto",
     "page breaks chosen for the whole item at once"},
    {"-dg-sink", VALUE_LENGTH, PAGE(sink), NULL,
     "free space above the opening of an item, at the head of a page or below the last item"},
    {"-dg-head-distance", VALUE_LENGTH, PAGE(head_distance), NULL,
     "baseline of the running head above the text"},
    {"-dg-foot-distance", VALUE_LENGTH, PAGE(foot_distance), NULL,
     "baseline of the folio below the text"},
    {"-dg-note-space", VALUE_LENGTH, PAGE(note_space), NULL, "space above the notes"},
    {"-dg-note-rule-width", VALUE_LENGTH, PAGE(note_rule_width), NULL,
     "length of the rule above the notes"},
    {"-dg-note-rule-thickness", VALUE_LENGTH, PAGE(note_rule_thickness), NULL, "its thickness"},
    {"-dg-note-rule-color", VALUE_COLOR, PAGE(note_rule_color), NULL, "its color"},
    {"-dg-lines-below-heading", VALUE_COUNT, PAGE(lines_below_heading), NULL,
     "lines of text that a heading has below it on its page at least"},
    {"-dg-blank-weight", VALUE_SHARE, PAGE(blank_weight), NULL,
     "what a line blank beside the longer side weighs: more gives fewer blanks and looser lines"},
    {"-dg-item-begin", VALUE_KEYWORD, PAGE(item_begin), "auto page recto verso here",
     "where an item begins; `auto` is a new page, `here` goes on below the last"},
    {"-dg-part-begin", VALUE_KEYWORD, PAGE(part_begin), "auto page recto verso here",
     "where a part begins; `auto` is recto"},
    {"-dg-inner-part-begin", VALUE_KEYWORD, PAGE(inner_part_begin), "auto page recto verso here",
     "where a part inside another one begins; `auto` is a new page"},
    {"-dg-list-begin", VALUE_KEYWORD, PAGE(list_begin), "auto page recto verso here",
     "where the committee, the programme, contributors, abbreviations and indexes begin; `here` goes on below another of them"},
    {"-dg-record", VALUE_SWITCH, PAGE(card), "record card",
     "the bibliographic record of the volume: as a paragraph, or together with annotation and indexes as a card"},
    {"-dg-note-numbers", VALUE_KEYWORD, PAGE(note_numbers), "item page part",
     "where numbers of notes begin again"},
    {"-dg-notes", VALUE_SWITCH, PAGE(full_notes), "column full",
     "notes below their column, or below both over the full measure"},
    {"-dg-ink", VALUE_KEYWORD, PAGE(ink), "black cmyk",
     "inks of the print edition; text is black in either"},
    {"marks", VALUE_MARKS, PAGE(marks), NULL, "marks around the pages of the print edition"},
    {"-dg-signature", VALUE_COUNT, PAGE(signature), NULL,
     "blank pages fill the print edition up to a multiple of this"},
    {"-dg-condition", VALUE_NAME, PAGE(condition), NULL,
     "printing condition of the print edition, one of styles/conditions.list"},
    {"-dg-leaf", VALUE_LENGTH, PAGE(leaf), NULL,
     "thickness of a leaf, for the spine; 0 reckons it from the paper of the imprint"},
    {"-dg-reading-order", VALUE_KEYWORD, PAGE(order), "languages pairs",
     "what the screen edition reads first inside an item: a language, or a pair"},
};
const size_t n_page_properties = G_N_ELEMENTS(page_properties);

const Property box_properties[] = {
    {"content", VALUE_CONTENT, 0, NULL,
     "`none`, or one after the other quoted text, `counter(page)`, `counter(pages)` and `string(WHAT, WHICH)`: WHAT is person, title, part or volume; WHICH language is first or second"},
};
const size_t n_box_properties = G_N_ELEMENTS(box_properties);

const Property *
property_find(const Property *table, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(table[i].name, name) == 0)
            return &table[i];
    return NULL;
}

char *
property_examples(DgArena *arena, const Property *property)
{
    static const char *const examples[] = {
        [VALUE_LENGTH] = "6pt, 2mm, 0.5em, 0",
        [VALUE_FONT_SIZE] = "9pt, 0.9em, 90%",
        [VALUE_LINE_HEIGHT] = "12pt, 1.25",
        [VALUE_PAGE_SIZE] = "170mm 240mm, A5",
        [VALUE_MARGINS] = "20mm, 20mm 16mm 24mm 18mm",
        [VALUE_RATIO] = "auto, item, 0.45",
        [VALUE_PER_MILLE] = "2%",
        [VALUE_COUNT] = "2",
        [VALUE_WEIGHT] = "normal, bold, 600",
        [VALUE_COLOR] = "#203040, black, none",
        [VALUE_FAMILY] = "\"PT Serif\"; \"PT Serif\", \"DejaVu Serif\"",
        [VALUE_SHARE] = "75%, 150%",
        [VALUE_TEXT] = "\".\", \" \u2014\", none",
        [VALUE_CONTENT] = "none; string(title, first); \"\u2014 \" counter(page) \" \u2014\"",
        [VALUE_MARKS] = "none, crop, cross, crop cross",
        [VALUE_FEATURES] = "normal; \"ss01\" on, \"liga\" off",
        [VALUE_NAME] = "\"FOGRA39\"",
    };
    if (!property->words)
        return dg_arena_strdup(arena, examples[property->kind]);
    g_auto(GStrv) words = g_strsplit(property->words, " ", -1);
    g_autofree char *list = g_strjoinv(", ", words);
    return dg_arena_strdup(arena, list);
}

/* Levenshtein's distance. */
size_t
name_distance(const char *a, const char *b)
{
    size_t n = strlen(b);
    g_autofree size_t *row = g_new(size_t, n + 1);
    for (size_t j = 0; j <= n; j++)
        row[j] = j;
    for (size_t i = 0; a[i]; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < n; j++) {
            size_t replaced = diagonal + (a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = MIN(replaced, MIN(row[j], diagonal) + 1);
        }
    }
    return row[n];
}

const char *
property_near(const Property *table, size_t n, const char *name)
{
    const char *best = NULL;
    size_t least = MIN(strlen(name) / 2 + 1, 4); /* a short word is near to anything */
    for (size_t i = 0; i < n; i++) {
        size_t distance = name_distance(name, table[i].name);
        if (distance < least) {
            least = distance;
            best = table[i].name;
        }
    }
    return best;
}

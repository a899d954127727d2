/* help.c - what each command takes and does, in both languages, and how --help says it. */
#include "cmd-internal.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

static const Command commands[] = {
    {"build",
     cmd_build,
     TAKES_OUTPUT | TAKES_BUILD | TAKES_LANGUAGES | TAKES_DIAGNOSTICS,
     {"[VOLUME|FILE.xml]", "[СБОРНИК|ФАЙЛ.xml]"},
     {"make the editions of a volume", "собрать издания сборника"},
     {"Makes the editions of a volume (a folder with volume.xml) or of one JATS file.",
      "Собирает издания сборника (папки с volume.xml) или одного файла JATS."}},
    {"check",
     cmd_check,
     TAKES_LANGUAGES | TAKES_DIAGNOSTICS,
     {"[VOLUME|FILE.xml|FILE.pdf...]", "[СБОРНИК|ФАЙЛ.xml|ФАЙЛ.pdf...]"},
     {"say what is wrong in the texts and between the languages",
      "сказать, что не так в текстах и между языками"},
     {"Says what is wrong in the texts and between the two languages; of PDFs, which rules\n"
      "they break of PDF/A-2a, PDF/UA-1 and PDF/X-4, as far as they claim to keep them.",
      "Говорит, что не так в текстах и между двумя языками; о файлах PDF — какие правила\n"
      "PDF/A-2a, PDF/UA-1 и PDF/X-4 они нарушают из тех, которые объявляют."}},
    {"diff",
     cmd_diff,
     TAKES_OUTPUT | TAKES_EXIT_CODE | TAKES_LANGUAGES | TAKES_DIAGNOSTICS,
     {"OLD NEW", "СТАРЫЙ НОВЫЙ"},
     {"show what changed between two revisions, in both languages",
      "показать, что изменилось между двумя редакциями, на обоих языках"},
     {"Shows what changed between two volumes or files, in both languages.",
      "Показывает, что изменилось между двумя сборниками или файлами, на обоих языках."}},
    {"align",
     cmd_align,
     TAKES_NO_IDS | TAKES_LANGUAGES | TAKES_DIAGNOSTICS,
     {"[VOLUME] [HREF...]", "[СБОРНИК] [HREF...]"},
     {"write down which paragraphs correspond", "записать, какие абзацы соответствуют друг другу"},
     {"Writes the pairs of each item to HREF.pairs and gives blocks without a name one in the sources.",
      "Записывает пары каждого текста в HREF.pairs и даёт в исходниках имена блокам без имени."}},
    {"dump",
     cmd_dump,
     TAKES_JSON | TAKES_LANGUAGES | TAKES_DIAGNOSTICS | TAKES_STYLE,
     {"doc|typo|pairs|lines|pages|style [VOLUME|FILE.xml]",
      "doc|typo|pairs|lines|pages|style [СБОРНИК|ФАЙЛ.xml]"},
     {"print what a pass makes: doc, typo, pairs, lines, pages, style",
      "напечатать, что выходит на шаге: doc, typo, pairs, lines, pages, style"},
     {"Prints what a pass makes.", "Печатает, что выходит на одном из шагов."}},
};

const Command *
command_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static const char *
in(const char *tongue, const char *english, const char *russian)
{
    return tongue[0] == 'r' ? russian : english;
}

void
help_print(FILE *out, const char *tongue)
{
    int russian = tongue[0] == 'r';
    fputs(in(tongue,
             "diglot: two-language proceedings, printed and digital\n\n"
             "Usage: diglot COMMAND [OPTIONS] [VOLUME]\n\n",
             "diglot: сборники на двух языках, печатные и цифровые\n\n"
             "Вызов: diglot КОМАНДА [КЛЮЧИ] [СБОРНИК]\n\n"),
          out);
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
        fprintf(out, "  %-7s %s\n", commands[i].name, commands[i].summary[russian]);
    fputs(in(tongue, "\ndiglot COMMAND --help lists the options of a command.\n",
             "\ndiglot КОМАНДА --help перечисляет ключи команды.\n"),
          out);
}

/* "-o, --output=PATH" */
static char *
option_form(const Known *known, int russian)
{
    const char *value = known->value[russian];
    g_autofree char *letter =
        known->entry.short_name ? g_strdup_printf("-%c, ", known->entry.short_name) : g_strdup("");
    return g_strdup_printf("%s--%s%s%s", letter, known->entry.long_name, value ? "=" : "",
                           value ? value : "");
}

void
help_command_print(const Command *command, const Known *known, size_t n, const char *tongue)
{
    enum { FORM_WIDTH = 26 }; /* characters */
    int russian = tongue[0] == 'r';
    printf("%s\n  diglot %s %s %s\n\n%s\n\n%s\n", in(tongue, "Usage:", "Вызов:"), command->name,
           in(tongue, "[OPTION…]", "[КЛЮЧ…]"), command->arguments[russian],
           command->purpose[russian], in(tongue, "Options:", "Ключи:"));
    for (size_t i = 0; i < n; i++) {
        if (!(known[i].when & (command->takes | TAKES_HELP)))
            continue;
        g_autofree char *form = option_form(&known[i], russian);
        int gap = FORM_WIDTH - (int)g_utf8_strlen(form, -1);
        printf("  %s%*s  %s\n", form, MAX(gap, 0), "", known[i].text[russian]);
    }
}

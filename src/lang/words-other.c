/* words-other.c - the words that stand in a text itself, in languages other than Russian and English. What belongs to
 * the volume or the site, not to a text, is English there. */
#include "diglot/lang.h"
#include "language-internal.h"

#include <glib.h>

typedef enum { UK, BE, DE, FR, ES, PT, IT, PL, N_TAGS } Tag;

static const char *const tags[N_TAGS] = {"uk", "be", "de", "fr", "es", "pt", "it", "pl"};

static const struct {
    DgWord word;
    const char *in[N_TAGS];
} rows[] = {
    {DG_WORD_CONTENTS,
     {"Зміст", "Змест", "Inhalt", "Sommaire", "Índice", "Sumário", "Indice", "Spis treści"}},
    {DG_WORD_FIGURE, {"Рис.", "Мал.", "Abb.", "Fig.", "Fig.", "Fig.", "Fig.", "Rys."}},
    {DG_WORD_TABLE,
     {"Таблиця", "Табліца", "Tabelle", "Tableau", "Tabla", "Tabela", "Tabella", "Tabela"}},
    {DG_WORD_ABSTRACT,
     {"Анотація", "Анатацыя", "Zusammenfassung", "Résumé", "Resumen", "Resumo", "Riassunto",
      "Streszczenie"}},
    {DG_WORD_KEYWORDS,
     {"Ключові слова", "Ключавыя словы", "Schlüsselwörter", "Mots-clés", "Palabras clave",
      "Palavras-chave", "Parole chiave", "Słowa kluczowe"}},
    {DG_WORD_REFERENCES,
     {"Список літератури", "Спіс літаратуры", "Literatur", "Références", "Referencias",
      "Referências", "Riferimenti bibliografici", "Bibliografia"}},
    {DG_WORD_NOTES,
     {"Примітки", "Заўвагі", "Anmerkungen", "Notes", "Notas", "Notas", "Note", "Przypisy"}},
    {DG_WORD_ACKNOWLEDGEMENTS,
     {"Подяки", "Падзякі", "Danksagung", "Remerciements", "Agradecimientos", "Agradecimentos",
      "Ringraziamenti", "Podziękowania"}},
    {DG_WORD_APPENDIX,
     {"Додаток", "Дадатак", "Anhang", "Annexe", "Anexo", "Anexo", "Appendice", "Załącznik"}},
    {DG_WORD_PAGE, {"с.", "с.", "S.", "p.", "p.", "p.", "p.", "s."}},
    {DG_WORD_MISSING_FIGURE,
     {"Немає файлу рисунка", "Няма файла малюнка", "Die Abbildung fehlt", "La figure manque",
      "Falta la figura", "Falta a figura", "La figura manca", "Brak ilustracji"}},
    {DG_WORD_UNTRANSLATED,
     {"Переклад готується", "Пераклад рыхтуецца", "Die Übersetzung folgt", "Traduction à paraître",
      "Traducción en preparación", "Tradução em preparação", "Traduzione in preparazione",
      "Tłumaczenie w przygotowaniu"}},
    {DG_WORD_FOOTNOTE,
     {"Виноска", "Зноска", "Fußnote", "Note de bas de page", "Nota al pie", "Nota de rodapé",
      "Nota a piè di pagina", "Przypis"}},
    {DG_WORD_MEDIA,
     {"Додатковий матеріал", "Дадатковы матэрыял", "Zusatzmaterial", "Matériel supplémentaire",
      "Material complementario", "Material suplementar", "Materiale supplementare",
      "Materiał uzupełniający"}},
    {DG_WORD_RECEIVED,
     {"Надійшла до редакції", "Паступіла ў рэдакцыю", "Eingegangen am", "Reçu le",
      "Recibido:", "Recebido:", "Ricevuto:", "Otrzymano:"}},
    {DG_WORD_ACCEPTED,
     {"Прийнята до друку", "Прынята да друку", "Angenommen am", "Accepté le",
      "Aceptado:", "Aceito:", "Accettato:", "Zaakceptowano:"}},
    {DG_WORD_PUBLISHED,
     {"Опублікована", "Апублікавана", "Veröffentlicht am", "Publié le",
      "Publicado:", "Publicado:", "Pubblicato:", "Opublikowano:"}},
    {DG_WORD_CITE_AS,
     {"Для цитування", "Для цытавання", "Zitierweise", "Pour citer", "Cómo citar", "Como citar",
      "Come citare", "Cytowanie"}},
    {DG_WORD_SEE, {"див.", "гл.", "siehe", "voir", "véase", "ver", "vedi", "zob."}},
    {DG_WORD_SEE_ALSO,
     {"див. також", "гл. таксама", "siehe auch", "voir aussi", "véase también", "ver também",
      "vedi anche", "zob. też"}},
    {DG_WORD_TABLE_CONTINUED,
     {"Продовження табл. {1}", "Працяг табл. {1}", "Tabelle {1}, Fortsetzung", "Tableau {1}, suite",
      "Tabla {1}, continuación", "Tabela {1}, continuação", "Tabella {1}, continua",
      "Tabela {1}, cd."}},
    {DG_WORD_CONTRIBUTORS,
     {"Відомості про авторів", "Звесткі пра аўтараў", "Über die Autoren", "À propos des auteurs",
      "Sobre los autores", "Sobre os autores", "Gli autori", "O autorach"}},
    {DG_WORD_UDC, {"УДК", "УДК", "UDK", "CDU", "CDU", "CDU", "CDU", "UKD"}},
};

const char *
word_in_other(DgWord word, const char *language)
{
    for (int tag = 0; language && tag < N_TAGS; tag++) {
        if (g_ascii_strncasecmp(language, tags[tag], 2) != 0 || g_ascii_isalnum(language[2]))
            continue;
        for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
            if (rows[i].word == word)
                return rows[i].in[tag];
    }
    return NULL;
}

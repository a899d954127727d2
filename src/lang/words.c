/* words.c - the words that the compiler adds to the book. */
#include "diglot/lang.h"
#include "language-internal.h"

#include <glib.h>
#include <string.h>

static const struct {
    const char *russian, *english;
} words[DG_N_WORDS] = {
    [DG_WORD_CONTENTS] = {"Содержание", "Contents"},
    [DG_WORD_FIGURE] = {"Рис.", "Fig."},
    [DG_WORD_TABLE] = {"Таблица", "Table"},
    [DG_WORD_ABSTRACT] = {"Аннотация", "Abstract"},
    [DG_WORD_KEYWORDS] = {"Ключевые слова", "Keywords"},
    [DG_WORD_REFERENCES] = {"Список литературы", "References"},
    [DG_WORD_NOTES] = {"Примечания", "Notes"},
    [DG_WORD_ACKNOWLEDGEMENTS] = {"Благодарности", "Acknowledgements"},
    [DG_WORD_APPENDIX] = {"Приложение", "Appendix"},
    [DG_WORD_PAGE] = {"с.", "p."},
    [DG_WORD_PROGRAMME] = {"Программа", "Programme"},
    [DG_WORD_CHAIR] = {"Председатель", "Chair"},
    [DG_WORD_ORGANIZERS] = {"Организаторы", "Organizers"},
    [DG_WORD_COMMITTEE] = {"Организационный комитет", "Organizing committee"},
    [DG_WORD_MISSING_FIGURE] = {"Нет файла рисунка", "The picture is missing"},
    [DG_WORD_UNTRANSLATED] = {"Перевод готовится", "Translation to follow"},
    [DG_WORD_SPEAKER] = {"Докладчик", "Speaker"},
    [DG_WORD_PREVIOUS] = {"Предыдущий текст", "Previous"},
    [DG_WORD_NEXT] = {"Следующий текст", "Next"},
    [DG_WORD_BOTH_LANGUAGES] = {"Оба языка", "Both languages"},
    [DG_WORD_LANGUAGE_NAME] = {"Русский", "English"},
    [DG_WORD_TOP] = {"К началу", "Back to top"},
    [DG_WORD_SKIP_TO_TEXT] = {"Перейти к тексту", "Skip to the text"},
    [DG_WORD_FOOTNOTE] = {"Сноска", "Footnote"},
    [DG_WORD_BACK_TO_TEXT] = {"Вернуться к тексту", "Back to the text"},
    [DG_WORD_MEDIA] = {"Дополнительный материал", "Supplementary material"},
    [DG_WORD_RECEIVED] = {"Поступила в редакцию", "Received"},
    [DG_WORD_ACCEPTED] = {"Принята к печати", "Accepted"},
    [DG_WORD_PUBLISHED] = {"Опубликована", "Published"},
    [DG_WORD_DOWNLOAD_PDF] = {"Скачать PDF", "Download PDF"},
    [DG_WORD_LANGUAGE] = {"Язык текста", "Language of the text"},
    [DG_WORD_LINK_HERE] = {"Ссылка на это место", "Link to this place"},
    [DG_WORD_OTHER_ONLY] = {"Текст есть только на другом языке",
                            "The text exists in the other language only"},
    [DG_WORD_OTHER_TEXTS] = {"Соседние тексты", "Neighbouring texts"},
    [DG_WORD_ABOUT_EDITION] = {"Об издании", "About this edition"},
    [DG_WORD_IN_THIS_TEXT] = {"В этом тексте", "In this text"},
    [DG_WORD_SEARCH] = {"Поиск", "Search"},
    [DG_WORD_SEARCH_FOR] = {"Что найти", "Search for"},
    [DG_WORD_SEARCH_HINT] =
        {"Слова на любом из языков; точное выражение — в кавычках. Имена находятся в обоих написаниях.",
         "Words in either language; an exact phrase in quotation marks. Names are found in both spellings."},
    [DG_WORD_SEARCH_FOUND] = {"Найдено:", "Found:"},
    [DG_WORD_SEARCH_NONE] = {"Ничего не найдено", "Nothing was found"},
    [DG_WORD_SEARCH_COMMON] = {"Это слово встречается почти всюду; добавьте к нему другие",
                               "This word is nearly everywhere; add others to it"},
    [DG_WORD_SEARCH_FAILED] = {"Не удалось загрузить данные для поиска; попробуйте ещё раз",
                               "The data of the search could not be loaded; try again"},
    [DG_WORD_SEARCH_MORE] = {"Показать ещё", "Show more"},
    [DG_WORD_LANDMARKS] = {"Ориентиры", "Landmarks"},
    [DG_WORD_START_OF_TEXT] = {"Начало текста", "Start of the text"},
    [DG_WORD_PAGES] = {"Страницы печатного издания", "Pages of the printed edition"},
    [DG_WORD_ACCESSIBILITY] =
        {"Текст размечен по смыслу, порядок чтения задан, язык каждого фрагмента указан, сноски связаны с текстом, отмечены страницы печатного издания.",
         "The text is marked up by meaning in a set order of reading, the language of every passage is given, notes are linked to the text, and the pages of the printed edition are marked."},
    [DG_WORD_NEEDS_SCRIPTS] = {"Поиск работает, когда в браузере включены скрипты.",
                               "Search works when scripts are switched on in the browser."},
    [DG_WORD_EDITORIAL_BOARD] = {"Редакционная коллегия", "Editorial board"},
    [DG_WORD_REVIEWERS] = {"Рецензенты", "Reviewers"},
    [DG_WORD_UDC] = {"УДК", "UDC"},
    [DG_WORD_BBK] = {"ББК", "BBK"},
    [DG_WORD_VOLUME_NUMBER] = {"Том", "Volume"},
    [DG_WORD_SERIES_NUMBER] = {"вып.", "no."},
    [DG_WORD_ILLUSTRATED] = {"ил.", "ill."},
    [DG_WORD_PAGE_COUNT] = {"с.", "p."},
    [DG_WORD_EDITED_BY] = {"редкол.", "eds."},
    [DG_WORD_SIGNED] = {"Подписано в печать", "Signed for printing"},
    [DG_WORD_SHEET_FORMAT] = {"Формат", "Format"},
    [DG_WORD_PAPER] = {"Бумага", "Paper"},
    [DG_WORD_PRINTED_SHEETS] = {"Усл. печ. л.", "Conventional printed sheets"},
    [DG_WORD_PUBLISHER_SHEETS] = {"Уч.-изд. л.", "Publisher’s sheets"},
    [DG_WORD_PRINT_RUN] = {"Тираж", "Print run"},
    [DG_WORD_COPIES] = {"экз.", "copies"},
    [DG_WORD_ORDER] = {"Заказ №", "Order No."},
    [DG_WORD_CITE_AS] = {"Для цитирования", "Cite as"},
    [DG_WORD_PERSONS] = {"Указатель имен", "Index of persons"},
    [DG_WORD_ORGANIZATIONS] = {"Указатель организаций и государств",
                               "Index of organizations and states"},
    [DG_WORD_TERMS] = {"Предметный указатель", "Index of terms"},
    [DG_WORD_SEE] = {"см.", "see"},
    [DG_WORD_SEE_ALSO] = {"см. также", "see also"},
    [DG_WORD_CONTRIBUTORS] = {"Сведения об авторах", "About the contributors"},
    [DG_WORD_ABBREVIATIONS] = {"Список сокращений", "Abbreviations"},
    [DG_WORD_TABLE_CONTINUED] = {"Продолжение табл. {1}", "Table {1}, continued"},
    [DG_WORD_DOWNLOADS] = {"Скачать", "Download"},
    [DG_WORD_COPY_LINK] = {"Скопировать ссылку", "Copy link"},
    [DG_WORD_COPY_CITATION] = {"Скопировать описание", "Copy citation"},
    [DG_WORD_LINK_COPIED] = {"Ссылка скопирована", "Link copied"},
    [DG_WORD_CITATION_COPIED] = {"Описание скопировано", "Citation copied"},
    [DG_WORD_COPY_SELECTED] = {"Выделено: скопируйте клавишами Ctrl+C",
                               "Selected: copy it with Ctrl+C"},
    [DG_WORD_THIS_PARAGRAPH] = {"Этот абзац", "This paragraph"},
    [DG_WORD_NEXT_PARAGRAPH] = {"Следующий, предыдущий абзац", "Next, previous paragraph"},
    [DG_WORD_PARAGRAPH_ACTIONS] = {"Ссылка на абзац и его описание",
                                   "Link and citation of the paragraph"},
    [DG_WORD_OTHER_LANGUAGE] = {"Абзац на другом языке", "The paragraph in the other language"},
    [DG_WORD_COLUMN_WIDTHS] = {"Ширина колонок", "Width of the columns"},
    [DG_WORD_TO_NOTE] = {"К списку примечаний", "To the notes"},
    [DG_WORD_ENLARGE] = {"Увеличить", "Enlarge"},
    [DG_WORD_CLOSE] = {"Закрыть", "Close"},
    [DG_WORD_SETTINGS] = {"Настройки", "Settings"},
    [DG_WORD_THEME] = {"Цвета", "Colours"},
    [DG_WORD_THEME_AUTO] = {"Как в системе", "As the system"},
    [DG_WORD_THEME_LIGHT] = {"Светлые", "Light"},
    [DG_WORD_THEME_SEPIA] = {"Сепия", "Sepia"},
    [DG_WORD_THEME_DARK] = {"Темные", "Dark"},
    [DG_WORD_TEXT_SIZE] = {"Размер текста", "Text size"},
    [DG_WORD_SHORTCUTS] = {"Горячие клавиши", "Keyboard shortcuts"},
    [DG_WORD_SHORTCUTS_LIST] = {"Список клавиш", "List of keys"},
    [DG_WORD_SITE_PAGES] = {"Разделы сайта", "Pages of this site"},
    [DG_WORD_MENTIONED] = {"Упоминается:", "Mentioned in:"},
    [DG_WORD_HOW_TO_CITE] = {"Как цитировать", "How to cite"},
    [DG_WORD_HOW_TO_CITE_TEXT] = {"Описание отдельного текста стоит в его конце.",
                                  "Each text says at its end how to cite it."},
    [DG_WORD_RIGHTS] = {"Права", "Rights"},
    [DG_WORD_TIME_ZONE] = {"Часовой пояс:", "Time zone:"},
    [DG_WORD_TO_CALENDAR] = {"В календарь (.ics)", "Add to calendar (.ics)"},
    [DG_WORD_NOT_FOUND] = {"Такой страницы нет", "There is no such page"},
    [DG_WORD_NOT_FOUND_HINT] = {"Возможно, в адресе ошибка. Все тексты перечислены в содержании.",
                                "The address may be mistyped. The contents list all texts."},
};

/* What other languages call themselves; the language switch of the web edition shows it. */
static const struct {
    const char *tag, *name;
} names[] = {
    {"be", "Беларуская"}, {"de", "Deutsch"}, {"es", "Español"},  {"fr", "Français"},
    {"it", "Italiano"},   {"kk", "Қазақша"}, {"ky", "Кыргызча"}, {"pl", "Polski"},
    {"pt", "Português"},  {"tg", "Тоҷикӣ"},  {"tr", "Türkçe"},   {"uk", "Українська"},
    {"uz", "Oʻzbekcha"},  {"zh", "中文"},
};

static const char *
name_of(const char *language)
{
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (g_ascii_strncasecmp(language, names[i].tag, 2) == 0 && !g_ascii_isalnum(language[2]))
            return names[i].name;
    return language;
}

const char *
dg_word(DgWord word, const char *language)
{
    if ((unsigned)word >= DG_N_WORDS)
        return "";
    Language known = language_of(language);
    if (known == LANGUAGE_RUSSIAN)
        return words[word].russian;
    if (word == DG_WORD_LANGUAGE_NAME && known == LANGUAGE_OTHER && language)
        return name_of(language);
    const char *other = known == LANGUAGE_OTHER ? word_in_other(word, language) : NULL;
    return other ? other : words[word].english;
}

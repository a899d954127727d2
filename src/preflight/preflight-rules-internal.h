/* preflight-rules-internal.h - THE table of rules. Included several times; no guard.
 * RULE(identifier, name, clause of ISO 19005-2, of ISO 14289-1, of ISO 15930-7, English, Russian); NULL: no rule there.
 * "" is a rule whose clause is not quoted; "own" diglot's own rule for its print edition, stricter than the standard. */

/* the file */
RULE(HEADER, "header", "6.1.2", NULL, "",
     "the file does not begin with a header of its version and a binary comment",
     "файл не начинается с заголовка своей версии и двоичного комментария")
RULE(TRAILER_ID, "trailer-id", "6.1.3", NULL, "", "the trailer has no ID", "в трейлере нет ID")
RULE(ENCRYPTION, "encryption", "6.1.3", NULL, "", "the file is encrypted", "файл зашифрован")
RULE(STREAM_END, "stream-end", "6.1.7.1", NULL, NULL,
     "no end of line before endstream, or a wrong Length",
     "нет конца строки перед endstream или неверна Length")
RULE(FILTER, "filter", "6.1.7.2", NULL, NULL, "a stream is packed by LZW or Crypt",
     "поток сжат LZW или Crypt")
RULE(EMBEDDED_FILES, "embedded-files", "6.8", NULL, NULL, "files are embedded",
     "в файл вложены другие файлы")
RULE(ACTION, "action", "6.5.1", NULL, "", "an action that is not allowed", "недопустимое действие")
RULE(TRIGGER, "trigger", "6.5.2", NULL, "", "actions start by themselves (AA)",
     "действия запускаются сами (AA)")
RULE(FORM_XFA, "form-xfa", "6.4.2", NULL, NULL, "a form in XFA", "форма XFA")

/* what it says of itself */
RULE(METADATA, "metadata", "6.6.2.1", "7.1", "", "the catalog has no XMP metadata",
     "в каталоге нет метаданных XMP")
RULE(CLAIM_A, "claim-a", "6.6.4", NULL, NULL,
     "XMP names a part of PDF/A, but not 2 with conformance A",
     "XMP называет PDF/A, но не часть 2 уровня A")
RULE(CLAIM_UA, "claim-ua", NULL, "5", NULL, "XMP names PDF/UA, but not part 1",
     "XMP называет PDF/UA, но не часть 1")
RULE(CLAIM_X, "claim-x", NULL, NULL, "", "XMP and Info do not both say PDF/X-4",
     "XMP и Info не говорят согласно PDF/X-4")
RULE(XMP_TRAPPED, "xmp-trapped", "6.6.2.3", NULL, NULL,
     "XMP has pdf:Trapped, which PDF/A-2 does not know",
     "в XMP стоит pdf:Trapped, которого PDF/A-2 не знает")
RULE(TITLE, "title", NULL, "7.1", "", "XMP has no dc:title", "в XMP нет dc:title")
RULE(TRAPPED, "trapped", NULL, NULL, "",
     "Info does not say whether the file is trapped, or XMP says otherwise",
     "Info не говорит о треппинге, или XMP говорит иное")
RULE(IDENTITY, "identity", NULL, NULL, "",
     "XMP lacks DocumentID, VersionID, RenditionClass or a date",
     "в XMP нет DocumentID, VersionID, RenditionClass или даты")
RULE(SHOW_TITLE, "show-title", NULL, "7.1", NULL,
     "readers are not told to show the title (DisplayDocTitle)",
     "не велено показывать заглавие (DisplayDocTitle)")
RULE(LANGUAGE, "language", "6.7.4", "7.2", NULL, "the catalog has no language",
     "в каталоге нет языка")
RULE(LANGUAGE_CODE, "language-code", "6.7.4", "7.2", NULL, "a language is no tag of BCP 47",
     "язык указан не по BCP 47")
RULE(MARKED, "marked", "6.7.2.2", "7.1", NULL, "the file is not marked as tagged",
     "файл не помечен как размеченный")
RULE(SUSPECTS, "suspects", NULL, "7.1", NULL, "the tags are called suspect",
     "разметка названа сомнительной")
RULE(TREE, "tree", "6.7.3.3", "7.1", NULL, "there is no structure tree", "нет дерева структуры")

/* colour */
RULE(INTENT, "intent", "6.2.3", NULL, NULL, "the output intent has no sound profile",
     "в условиях вывода нет исправного профиля")
RULE(PRESS_INTENT, "press-intent", NULL, NULL, "",
     "no output intent GTS_PDFX with the CMYK profile of a press",
     "нет условий вывода GTS_PDFX с профилем CMYK печати")
RULE(DEVICE_COLOR, "device-color", "6.2.4.3", NULL, NULL,
     "a device colour that the output intent does not explain",
     "аппаратный цвет, не объяснённый условиями вывода")
RULE(RGB, "rgb", NULL, NULL, "", "colours are DeviceRGB", "цвета заданы в DeviceRGB")
RULE(TRANSPARENCY, "transparency", NULL, NULL, "own", "something is transparent",
     "есть прозрачность")
RULE(INTERPOLATION, "interpolation", "6.2.8.2", NULL, NULL, "a picture is to be interpolated",
     "рисунок велено сглаживать")

/* fonts */
RULE(FONT_EMBEDDED, "font-embedded", "6.2.11.4.1", "7.21.4.1", "", "a font is not embedded",
     "шрифт не внедрён")
RULE(GLYPH_MAP, "glyph-map", "6.2.11.3.2", "7.21.3.2", NULL,
     "a TrueType font for CIDs has no CIDToGIDMap", "у шрифта TrueType с CID нет CIDToGIDMap")
RULE(UNICODE, "unicode", "6.2.11.7.2", "7.21.7", NULL,
     "a font does not tell the characters of its codes (ToUnicode)",
     "шрифт не сообщает знаков своих кодов (ToUnicode)")
RULE(NOTDEF, "notdef", "6.2.11.8", "7.21.8", NULL, "text shows the glyph for missing characters",
     "в тексте показан глиф отсутствующего знака")

/* pages */
RULE(TAB_ORDER, "tab-order", NULL, "7.18.3", NULL,
     "a page with annotations is not read in the order of structure (Tabs)",
     "страница с аннотациями читается не в порядке структуры (Tabs)")
RULE(TRIM_BOX, "trim-box", NULL, NULL, "", "a page has no TrimBox", "у страницы нет TrimBox")
RULE(BOXES, "boxes", NULL, NULL, "", "TrimBox, BleedBox and MediaBox do not lie in each other",
     "TrimBox, BleedBox и MediaBox не вложены друг в друга")
RULE(ANNOTATION, "annotation", NULL, NULL, "", "a page has an annotation",
     "на странице есть аннотация")
RULE(OPERATOR, "operator", "6.2.2", NULL, NULL, "an unknown operator in a page",
     "неизвестный оператор на странице")
RULE(UNTAGGED, "untagged", "6.7.3.2", "7.1", NULL,
     "something is painted that is neither tagged nor an artifact",
     "изображено нечто без разметки и не артефакт")
RULE(MIXED, "mixed", NULL, "7.1", NULL,
     "an artifact in tagged content, or tagged content in an artifact",
     "артефакт внутри разметки или разметка внутри артефакта")
RULE(NESTED_MARKS, "nested-marks", "6.7.3.2", "7.1", NULL, "marked contents begin and end unevenly",
     "размеченные области открыты и закрыты неравно")
RULE(NO_OWNER, "no-owner", "6.7.3.3", "7.1", NULL, "a marked content belongs to no element",
     "размеченная область не принадлежит ни одному элементу")

/* annotations */
RULE(ANNOTATION_FLAGS, "annotation-flags", "6.3.2", NULL, NULL,
     "an annotation is not printed, or hidden (F)", "аннотация не печатается или скрыта (F)")
RULE(ANNOTATION_KIND, "annotation-kind", "6.3.1", NULL, NULL,
     "an annotation of a kind that is not allowed", "аннотация недопустимого вида")
RULE(ANNOTATION_WORDS, "annotation-words", NULL, "7.18.5", NULL,
     "an annotation has no description (Contents)", "у аннотации нет описания (Contents)")
RULE(LINK_ELEMENT, "link-element", NULL, "7.18.5", NULL, "a link stands in no Link element",
     "ссылка стоит вне элемента Link")

/* structure */
RULE(STANDARD_TYPE, "standard-type", "6.7.3.4", "7.1", NULL,
     "an element of a type that is not a standard one", "элемент нестандартного типа")
RULE(NESTING, "nesting", NULL, "7.2", NULL,
     "an element of a list, table or contents stands where it may not",
     "часть списка, таблицы или оглавления не на своём месте")
RULE(TABLE_ROWS, "table-rows", NULL, "7.5", NULL, "the rows of a table have different widths",
     "строки таблицы разной ширины")
RULE(SCOPE, "scope", NULL, "7.5", NULL, "a header cell says neither its scope nor do cells name it",
     "ячейка заголовка не сообщает области действия")
RULE(HEADINGS, "headings", NULL, "7.4.2", NULL, "a level of headings is skipped",
     "пропущен уровень заголовков")
RULE(ALTERNATIVE, "alternative", NULL, "7.3", NULL, "a figure or formula has no description (Alt)",
     "у рисунка или формулы нет описания (Alt)")
RULE(NOTE_ID, "note-id", NULL, "7.9", NULL, "a note has no ID of its own",
     "у примечания нет своего ID")
RULE(PARENT_TREE, "parent-tree", NULL, "7.1", NULL,
     "the tree of parents does not lead back to the elements",
     "дерево родителей не ведёт обратно к элементам")

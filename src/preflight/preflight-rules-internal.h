/* preflight-rules-internal.h - THE table of rules. Included several times; no guard.
 * RULE(identifier, name, clause of ISO 19005-2, of ISO 14289-1, for PDF/X-4, English, Russian); NULL: no rule there.
 * The clauses of PDF/A and PDF/UA are those that veraPDF's profiles name. No text of ISO 15930-7 is at hand: for PDF/X-4
 * the clause of ISO 32000-1 is told that its rule narrows. "" is a rule whose clause is not known; "own" diglot's own
 * rule for its editions, stricter than the standard. */

/* the file */
RULE(HEADER, "header", "6.1.2", "6.1", "(ISO 32000-1 7.5.2)",
     "the file does not begin with a header of its version and a binary comment",
     "файл не начинается с заголовка своей версии и двоичного комментария")
RULE(TRAILER_ID, "trailer-id", "6.1.3", NULL, "(ISO 32000-1 14.4)", "the trailer has no ID",
     "в трейлере нет ID")
RULE(ENCRYPTION, "encryption", "6.1.3", NULL, "(ISO 32000-1 7.6)", "the file is encrypted",
     "файл зашифрован")
RULE(STREAM_END, "stream-end", "6.1.7.1", NULL, NULL,
     "no end of line before endstream, or a wrong Length",
     "нет конца строки перед endstream или неверна Length")
RULE(FILTER, "filter", "6.1.7.2", NULL, NULL, "a stream is packed by LZW or Crypt",
     "поток сжат LZW или Crypt")
RULE(FILE_END, "file-end", "6.1.3", NULL, NULL, "something stands behind the end of the file",
     "после конца файла что-то есть")
RULE(OUTSIDE_STREAM, "outside-stream", "6.1.7.1", NULL, "(ISO 32000-1 7.3.8)",
     "a stream lies in another file", "поток лежит в другом файле")
RULE(LIMITS, "limits", "6.1.13", NULL, NULL,
     "a string, name, number, page or nesting of graphics states is larger than allowed",
     "строка, имя, число, страница или вложенность состояний больше допустимой")
RULE(EMBEDDED_FILES, "embedded-files", "6.8", NULL, NULL, "files are embedded",
     "в файл вложены другие файлы")
RULE(ACTION, "action", "6.5.1", NULL, "(ISO 32000-1 12.6.4)", "an action that is not allowed",
     "недопустимое действие")
RULE(TRIGGER, "trigger", "6.5.2", NULL, "(ISO 32000-1 12.6.3)", "actions start by themselves (AA)",
     "действия запускаются сами (AA)")
RULE(FORM_XFA, "form-xfa", "6.4.2", NULL, NULL, "a form in XFA", "форма XFA")

/* what it says of itself */
RULE(METADATA, "metadata", "6.6.2.1", "7.1", "(ISO 32000-1 14.3.2)",
     "the catalog has no XMP metadata", "в каталоге нет метаданных XMP")
RULE(XMP_FORM, "xmp-form", "6.6.2.1", NULL, NULL,
     "XMP is no well-formed XML, or its header names bytes or an encoding",
     "XMP — неправильный XML, или в его заголовке указаны bytes либо encoding")
RULE(XMP_SCHEMA, "xmp-schema", "6.6.2.3.1", NULL, NULL,
     "XMP uses properties of PDF/UA and does not describe them",
     "в XMP есть свойства PDF/UA, но нет их описания")
RULE(CLAIM_A, "claim-a", "6.6.4", NULL, NULL,
     "XMP names a part of PDF/A, but not 2 with conformance A",
     "XMP называет PDF/A, но не часть 2 уровня A")
RULE(CLAIM_UA, "claim-ua", NULL, "5", NULL, "XMP names PDF/UA, but not part 1",
     "XMP называет PDF/UA, но не часть 1")
RULE(CLAIM_X, "claim-x", NULL, NULL, "(ISO 32000-1 14.3.3)", "XMP and Info do not both say PDF/X-4",
     "XMP и Info не говорят согласно PDF/X-4")
RULE(XMP_TRAPPED, "xmp-trapped", "6.6.2.3.1", NULL, NULL,
     "XMP has pdf:Trapped, which PDF/A-2 does not know",
     "в XMP стоит pdf:Trapped, которого PDF/A-2 не знает")
RULE(TITLE, "title", NULL, "7.1", "(ISO 32000-1 14.3.3)", "XMP has no dc:title",
     "в XMP нет dc:title")
RULE(TRAPPED, "trapped", NULL, NULL, "(ISO 32000-1 14.3.3)",
     "Info does not say whether the file is trapped, or XMP says otherwise",
     "Info не говорит о треппинге, или XMP говорит иное")
RULE(IDENTITY, "identity", NULL, NULL, "(ISO 32000-1 14.3.2)",
     "XMP lacks DocumentID, VersionID, RenditionClass or a date",
     "в XMP нет DocumentID, VersionID, RenditionClass или даты")
RULE(INFO_AGREES, "info-agrees", "own", "own", "own", "Info and XMP give different dates",
     "даты в Info и XMP расходятся")
RULE(SHOW_TITLE, "show-title", NULL, "7.1", NULL,
     "readers are not told to show the title (DisplayDocTitle)",
     "не велено показывать заглавие (DisplayDocTitle)")
RULE(LANGUAGE, "language", "6.7.4", "7.2", NULL, "the catalog has no language",
     "в каталоге нет языка")
RULE(LANGUAGE_CODE, "language-code", "6.7.4", "7.2", NULL, "a language is no tag of BCP 47",
     "язык указан не по BCP 47")
RULE(MARKED, "marked", "6.7.2.2", "6.2", NULL, "the file is not marked as tagged",
     "файл не помечен как размеченный")
RULE(SUSPECTS, "suspects", NULL, "7.1", NULL, "the tags are called suspect",
     "разметка названа сомнительной")
RULE(TREE, "tree", "6.7.3.3", "7.1", NULL, "there is no structure tree", "нет дерева структуры")

/* colour */
RULE(INTENT, "intent", "6.2.3", NULL, NULL, "the output intent has no sound profile",
     "в условиях вывода нет исправного профиля")
RULE(PRESS_INTENT, "press-intent", NULL, NULL, "(ISO 32000-1 14.11.5)",
     "no output intent GTS_PDFX with the CMYK profile of a press",
     "нет условий вывода GTS_PDFX с профилем CMYK печати")
RULE(DEVICE_COLOR, "device-color", "6.2.4.3", NULL, NULL,
     "a device colour that the output intent does not explain",
     "аппаратный цвет, не объяснённый условиями вывода")
RULE(RGB, "rgb", NULL, NULL, "(ISO 32000-1 8.6.4)", "colours are DeviceRGB",
     "цвета заданы в DeviceRGB")
RULE(TRANSPARENCY, "transparency", NULL, NULL, "own", "something is transparent",
     "есть прозрачность")
RULE(GRAPHICS_STATE, "graphics-state", "6.2.5", NULL, "(ISO 32000-1 10.4)",
     "a transfer function or halftone phase is set", "задана передаточная функция или фаза растра")
RULE(OTHER_OBJECT, "other-object", "6.2.9", "7.20", "(ISO 32000-1 8.10.4)",
     "something is drawn from another file, from PostScript or by OPI",
     "рисуется нечто из другого файла, на PostScript или по OPI")
RULE(INTERPOLATION, "interpolation", "6.2.8", NULL, NULL, "a picture is to be interpolated",
     "рисунок велено сглаживать")

/* fonts */
RULE(FONT_EMBEDDED, "font-embedded", "6.2.11.4.1", "7.21.4.1", "(ISO 32000-1 9.9)",
     "a font is not embedded", "шрифт не внедрён")
RULE(GLYPH_MAP, "glyph-map", "6.2.11.3.2", "7.21.3.2", NULL,
     "a TrueType font for CIDs has no CIDToGIDMap", "у шрифта TrueType с CID нет CIDToGIDMap")
RULE(UNICODE, "unicode", "6.2.11.7.2", "7.21.7", NULL,
     "a font does not tell the characters of its codes (ToUnicode)",
     "шрифт не сообщает знаков своих кодов (ToUnicode)")
RULE(UNICODE_VALUE, "unicode-value", "6.2.11.7.2", "7.21.7", NULL,
     "a font maps a code to U+0000, U+FEFF or U+FFFE",
     "шрифт сопоставляет коду U+0000, U+FEFF или U+FFFE")
RULE(PRIVATE_USE, "private-use", "6.2.11.7.3", NULL, NULL,
     "a character of the private use area is not explained (ActualText)",
     "знак из области частного использования не пояснён (ActualText)")
RULE(WIDTHS, "widths", "6.2.11.5", "7.21.5", NULL,
     "a font gives its characters other widths than its program",
     "ширина знаков у шрифта иная, чем в его программе")
RULE(NOTDEF, "notdef", "6.2.11.8", "7.21.8", NULL, "text shows the glyph for missing characters",
     "в тексте показан глиф отсутствующего знака")

/* pages */
RULE(RESOURCES, "resources", "6.2.2", NULL, NULL, "a page does not name its resources itself",
     "страница не называет своих ресурсов сама")
RULE(TAB_ORDER, "tab-order", NULL, "7.18.3", NULL,
     "a page with annotations is not read in the order of structure (Tabs)",
     "страница с аннотациями читается не в порядке структуры (Tabs)")
RULE(TRIM_BOX, "trim-box", NULL, NULL, "(ISO 32000-1 14.11.2)", "a page has no TrimBox",
     "у страницы нет TrimBox")
RULE(BOXES, "boxes", NULL, NULL, "(ISO 32000-1 14.11.2)",
     "TrimBox, BleedBox and MediaBox do not lie in each other",
     "TrimBox, BleedBox и MediaBox не вложены друг в друга")
RULE(ANNOTATION, "annotation", NULL, NULL, "(ISO 32000-1 12.5)", "a page has an annotation",
     "на странице есть аннотация")
RULE(OPERATOR, "operator", "6.2.2", NULL, NULL, "an unknown operator in a page",
     "неизвестный оператор на странице")
RULE(UNTAGGED, "untagged", "", "7.1", NULL,
     "something is painted that is neither tagged nor an artifact",
     "изображено нечто без разметки и не артефакт")
RULE(MIXED, "mixed", NULL, "7.1", NULL,
     "an artifact in tagged content, or tagged content in an artifact",
     "артефакт внутри разметки или разметка внутри артефакта")
RULE(NESTED_MARKS, "nested-marks", "", "7.1", NULL, "marked contents begin and end unevenly",
     "размеченные области открыты и закрыты неравно")
RULE(NO_OWNER, "no-owner", "6.7.3.3", "7.1", NULL, "a marked content belongs to no element",
     "размеченная область не принадлежит ни одному элементу")

/* annotations */
RULE(ANNOTATION_FLAGS, "annotation-flags", "6.3.2", NULL, NULL,
     "an annotation is not printed, or hidden (F)", "аннотация не печатается или скрыта (F)")
RULE(ANNOTATION_KIND, "annotation-kind", "6.3.1", NULL, NULL,
     "an annotation of a kind that is not allowed", "аннотация недопустимого вида")
RULE(ANNOTATION_WORDS, "annotation-words", NULL, "7.18.1", NULL,
     "an annotation has no description (Contents)", "у аннотации нет описания (Contents)")
RULE(LINK_ELEMENT, "link-element", NULL, "7.18.5", NULL, "a link stands in no Link element",
     "ссылка стоит вне элемента Link")

/* structure */
RULE(STANDARD_TYPE, "standard-type", "6.7.3.4", "7.1", NULL,
     "an element of a type that is not a standard one", "элемент нестандартного типа")
RULE(NESTING, "nesting", NULL, "7.2", NULL,
     "an element of a list, table or contents stands where it may not",
     "часть списка, таблицы или оглавления не на своём месте")
RULE(TABLE_ROWS, "table-rows", NULL, "7.2", NULL, "the rows of a table have different widths",
     "строки таблицы разной ширины")
RULE(TABLE_PARTS, "table-parts", NULL, "7.2", NULL,
     "a table has two heads or feet, or a head or foot without a body",
     "у таблицы две шапки или два подвала либо шапка или подвал без тела")
RULE(CAPTION, "caption", NULL, "7.2", NULL,
     "a caption of a table, list or contents stands among its parts, or there are two",
     "подпись таблицы, списка или оглавления стоит среди их частей, или их две")
RULE(SCOPE, "scope", NULL, "7.5", NULL, "a header cell says neither its scope nor do cells name it",
     "ячейка заголовка не сообщает области действия")
RULE(HEADINGS, "headings", NULL, "7.4.2", NULL, "a level of headings is skipped",
     "пропущен уровень заголовков")
RULE(HEADINGS_MIXED, "headings-mixed", NULL, "7.4.4", NULL, "headings are both H and H1 to H6",
     "заголовки размечены и как H, и как H1–H6")
RULE(ALTERNATIVE, "alternative", NULL, "7.3", NULL, "a figure has no description (Alt)",
     "у рисунка нет описания (Alt)")
RULE(FORMULA_WORDS, "formula-words", NULL, "7.7", NULL, "a formula has no description (Alt)",
     "у формулы нет описания (Alt)")
RULE(NOTE_ID, "note-id", NULL, "7.9", NULL, "a note has no ID of its own",
     "у примечания нет своего ID")
RULE(PARENT_TREE, "parent-tree", NULL, "7.1", NULL,
     "the tree of parents does not lead back to the elements",
     "дерево родителей не ведёт обратно к элементам")

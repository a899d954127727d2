/* diag-codes.h - THE table of messages. Included several times; no guard.
 * DG_MESSAGE(identifier, published name, severity, English, Russian, English hint, Russian hint)
 * {1}..{9} are the arguments. Published names never change; several messages may share one. DG_FATAL ends
 * the command with status 3, DG_ERROR makes it 1. Hints may be ""; of several, parted by " | ", the first holds
 * whose arguments are given. */

/* base */
DG_MESSAGE(DG_FILE_READ, "file.read", DG_FATAL, "cannot read {1}: {2}",
           "не удаётся прочитать {1}: {2}", "", "")
DG_MESSAGE(DG_FILE_ENCODING, "file.encoding", DG_ERROR, "the file is not in UTF-8 and is left out",
           "файл не в UTF-8 и не учтён", "save it as UTF-8", "сохраните его в UTF-8")
DG_MESSAGE(DG_FILE_WRITE, "file.write", DG_FATAL, "cannot write {1}: {2}",
           "не удаётся записать {1}: {2}", "the previous edition is untouched",
           "прежнее издание не изменено")
DG_MESSAGE(DG_FILE_FOREIGN, "file.foreign", DG_FATAL,
           "the folder {1} is not empty and was not made by diglot",
           "папка {1} не пуста и создана не программой diglot",
           "name another folder with -o, or empty this one yourself",
           "укажите другую папку ключом -o или очистите эту сами")
DG_MESSAGE(DG_FILE_NO_FOLDER, "file.foreign", DG_FATAL, "{1} is a file, not a folder",
           "{1} — файл, а не папка", "name a folder with -o", "укажите ключом -o папку")

/* xml */
DG_MESSAGE(DG_XML_MALFORMED, "xml.malformed", DG_ERROR, "not well-formed XML: {1}",
           "ошибка в разметке XML: {1}", "", "")
DG_MESSAGE(DG_XML_MISMATCH, "xml.malformed", DG_ERROR, "<{1}> of line {2} is closed by </{3}>",
           "<{1}> из строки {2} закрыт тегом </{3}>", "", "")
DG_MESSAGE(DG_XML_UNCLOSED, "xml.malformed", DG_ERROR,
           "the file ends before <{1}> of line {2} is closed",
           "файл кончился раньше, чем закрыт <{1}> из строки {2}", "", "")
DG_MESSAGE(DG_XML_TWICE, "xml.malformed", DG_ERROR, "the attribute {1} stands twice in one tag",
           "атрибут {1} стоит в теге дважды", "", "")
DG_MESSAGE(DG_XML_LESS_THAN, "xml.malformed", DG_ERROR, "\"<\" in the value of an attribute",
           "знак «<» в значении атрибута", "write &lt;, or close the quotation marks before",
           "напишите &lt; или закройте кавычки перед ним")
DG_MESSAGE(DG_XML_AMPERSAND, "xml.malformed", DG_ERROR, "\"&\" begins no entity here",
           "знак «&» здесь не начинает сущности", "write &amp;", "напишите &amp;")
DG_MESSAGE(DG_XML_EMPTY, "xml.malformed", DG_ERROR, "the file holds no XML element",
           "в файле нет ни одного элемента XML", "", "")
DG_MESSAGE(DG_XML_BEHIND, "xml.malformed", DG_ERROR,
           "something stands behind the end of the root element",
           "после конца корневого элемента что-то стоит", "", "")
DG_MESSAGE(DG_XML_ENCODING, "xml.encoding", DG_ERROR, "the byte {1} is wrong in {2}",
           "байта {1} не бывает в {2}",
           "save the file as UTF-8, or declare its encoding in the first line",
           "сохраните файл в UTF-8 или укажите его кодировку в первой строке")
DG_MESSAGE(DG_XML_CHARSET, "xml.encoding", DG_ERROR, "unknown encoding \"{1}\"",
           "неизвестная кодировка «{1}»", "save the file as UTF-8",
           "сохраните файл в кодировке UTF-8")
DG_MESSAGE(DG_XML_LIMIT, "xml.limit", DG_ERROR, "elements nest more than {1} deep",
           "вложенность элементов больше {1}", "", "")
DG_MESSAGE(DG_XML_GROWTH, "xml.limit", DG_ERROR, "entities blow the text up beyond any use",
           "сущности раздувают текст сверх всякой меры", "", "")
DG_MESSAGE(DG_XML_MANY, "xml.limit", DG_ERROR, "more than {1} elements and texts",
           "больше {1} элементов и текстов", "", "")
DG_MESSAGE(DG_XML_LARGE, "xml.limit", DG_ERROR, "the file is larger than {1} MB",
           "файл больше {1} МБ", "", "")
DG_MESSAGE(DG_XML_ENTITY, "xml.entity", DG_ERROR, "the entity &{1}; is not known",
           "сущность &{1}; неизвестна", "write the character itself", "напишите сам знак")

/* read */
DG_MESSAGE(DG_VOLUME_ABSENT, "volume.absent", DG_FATAL,
           "{1}: no such file, and no volume.xml in it",
           "{1}: нет такого файла, и в нём нет volume.xml",
           "give the folder of a volume or a JATS file", "укажите папку сборника или файл JATS")
DG_MESSAGE(DG_VOLUME_FOLDER, "volume.absent", DG_FATAL, "the folder {1} has no volume.xml",
           "в папке {1} нет volume.xml",
           "write one, as README.md shows, or name one of its JATS files",
           "напишите его, как показано в README.md, или укажите один из файлов JATS")
DG_MESSAGE(DG_VOLUME_EMPTY, "volume.empty", DG_WARNING,
           "the volume has no items: only its title pages are made",
           "в сборнике нет материалов: готовятся только титульные страницы",
           "name each text by <item href=\"...\"/>", "назовите каждый текст в <item href=\"...\"/>")
DG_MESSAGE(DG_VOLUME_ELEMENT, "volume.invalid", DG_ERROR, "element <{1}> is not known in <{2}>",
           "элемент <{1}> в <{2}> не предусмотрен", "did you mean <{3}>?", "может быть, <{3}>?")
DG_MESSAGE(DG_VOLUME_ATTRIBUTE, "volume.invalid", DG_ERROR, "attribute {1} is not known on <{2}>",
           "атрибут {1} у <{2}> не предусмотрен", "did you mean {3}?", "может быть, {3}?")
DG_MESSAGE(DG_VOLUME_MISSING, "volume.invalid", DG_ERROR, "<{2}> lacks {1}", "у <{2}> нет {1}", "",
           "")
DG_MESSAGE(DG_VOLUME_VALUE, "volume.invalid", DG_ERROR, "\"{1}\" is not a valid {2}",
           "«{1}» не годится для {2}", "write, for example: {3}", "пишите, например: {3}")
DG_MESSAGE(DG_VOLUME_NAMESPACE, "volume.invalid", DG_ERROR,
           "the root element is <{1}>, not <volume> of {2}",
           "корневой элемент <{1}>, а нужен <volume> из {2}", "", "")
DG_MESSAGE(DG_PEOPLE_NAMESPACE, "volume.invalid", DG_ERROR,
           "the root element is <{1}>, not <people> of {2}",
           "корневой элемент <{1}>, а нужен <people> из {2}", "", "")
DG_MESSAGE(DG_VOLUME_STRAY, "volume.invalid", DG_ERROR, "text has no place directly in <{1}>",
           "прямо в <{1}> текст не предусмотрен", "", "")
DG_MESSAGE(DG_LANGUAGE_UNKNOWN, "language.unknown", DG_ERROR, "unknown language \"{1}\"",
           "неизвестный язык «{1}»", "write a tag such as ru or en", "пишите метку вида ru или en")
DG_MESSAGE(DG_LANGUAGE_REPEATED, "language.twice", DG_WARNING,
           "the language {1} is named twice: {2}", "язык {1} назван дважды: {2}", "", "")
DG_MESSAGE(DG_LANGUAGE_GUESSED, "language.guessed", DG_WARNING,
           "no language is given; by its letters this is {1}",
           "язык не указан; судя по буквам, это {1}", "write xml:lang=\"{1}\" into this tag",
           "добавьте в этот тег xml:lang=\"{1}\"")
DG_MESSAGE(DG_LANGUAGE_LETTERS, "language.guessed", DG_WARNING,
           "no language is given; by its letters this is {1}, and it is set as {2}",
           "язык не указан; судя по буквам, это {1}, а набрано по правилам {2}",
           "write xml:lang=\"{1}\" into this tag, and name {1} in the languages of volume.xml",
           "добавьте в этот тег xml:lang=\"{1}\" и назовите {1} в languages в volume.xml")
DG_MESSAGE(DG_LANGUAGE_LEFT_OUT, "language.left-out", DG_INFO,
           "the text in {1} is not set: the volume is in {2}",
           "текст на языке {1} не набран: языки сборника — {2}", "choose others with --languages",
           "другие выбирают ключом --languages")
DG_MESSAGE(DG_LANGUAGE_OTHER, "language.other", DG_ERROR,
           "the text is in {1} only, and the volume is in {2}",
           "текст есть только на языке {1}, а языки сборника — {2}",
           "add a translation, or name the language in the languages of volume.xml",
           "добавьте перевод или назовите этот язык в languages в volume.xml")
DG_MESSAGE(DG_LANGUAGE_TWICE, "language.twice", DG_WARNING, "a second text in {1} is not set",
           "второй текст на языке {1} не набран",
           "if it is in another language, say so with xml:lang",
           "если он на другом языке, укажите его в xml:lang")
DG_MESSAGE(DG_ITEM_MISSING, "item.missing", DG_ERROR,
           "no file for the item {1}: neither {2} nor {3}", "нет файла для {1}: ни {2}, ни {3}",
           "check the href, or take the item out of volume.xml",
           "проверьте href или уберите эту запись из volume.xml")
DG_MESSAGE(DG_ITEM_AMBIGUOUS, "item.ambiguous", DG_ERROR,
           "the item {1} has both one file and files per language",
           "у {1} есть и общий файл, и файлы по языкам", "keep {2} or {3}", "оставьте {2} или {3}")
DG_MESSAGE(DG_ITEM_UNTRANSLATED, "item.untranslated", DG_WARNING,
           "the item {1} has no text in {2} yet", "у {1} ещё нет текста на языке {2}",
           "its column stays blank", "его колонка остаётся пустой")
DG_MESSAGE(DG_ITEM_TWICE, "item.twice", DG_ERROR, "the item {1} stands in the volume twice",
           "{1} стоит в сборнике дважды", "", "")
DG_MESSAGE(DG_PERSON_UNKNOWN, "person.unknown", DG_ERROR, "nobody in people.xml has the id \"{1}\"",
           "в people.xml нет записи «{1}»", "", "")
DG_MESSAGE(DG_JATS_ROOT, "jats.root", DG_ERROR, "the root element <{1}> is not a JATS article",
           "корневой элемент <{1}> — не статья JATS", "", "")
DG_MESSAGE(DG_JATS_UNKNOWN, "jats.unknown", DG_WARNING,
           "element <{1}> is not known; its text is set as {2}",
           "элемент <{1}> неизвестен; его текст набран как {2}", "", "")
DG_MESSAGE(DG_JATS_REFERENCE, "jats.reference", DG_WARNING,
           "this refers to \"{1}\", but nothing has that id",
           "ссылка ведёт к «{1}», но такого id нет", "", "")
DG_MESSAGE(DG_JATS_ID_TWICE, "jats.id", DG_ERROR, "the id \"{1}\" is used twice",
           "id «{1}» встречается дважды", "", "")
DG_MESSAGE(DG_JATS_EMPTY, "jats.empty", DG_WARNING,
           "the text has no body: only its title and abstract are set",
           "у текста нет основной части: набраны только заглавие и аннотация", "", "")
DG_MESSAGE(DG_JATS_LINK, "jats.link", DG_WARNING,
           "the address {1} is not http, https or mailto; it is set as text",
           "адрес {1} не http, https или mailto; он набран как текст", "write {2}", "напишите {2}")
DG_MESSAGE(DG_JATS_INCLUDE, "jats.include", DG_ERROR,
           "the file {1} is not included: its text is missing here",
           "файл {1} не включён: его текста здесь нет",
           "nothing is read but the files of the items: write the text here",
           "читаются только файлы материалов: внесите текст сюда")
DG_MESSAGE(DG_JATS_TEX, "jats.tex", DG_WARNING,
           "the formula has {1}, which is not understood; the name is set",
           "в формуле есть {1}, это непонятно; набрано имя",
           "give the formula in MathML, too, or as a picture beside it in <alternatives>",
           "дайте формулу и в MathML или рядом рисунком в <alternatives>")

/* align */
DG_MESSAGE(DG_PAIR_DOUBTFUL, "pair.doubtful", DG_WARNING,
           "these two may not say the same (confidence {1})",
           "эти два места, возможно, говорят не об одном (уверенность {1})",
           "give both the same id, or write the pairs with diglot align",
           "дайте обоим одинаковый id или запишите пары командой diglot align")
DG_MESSAGE(DG_PAIR_CROSSED, "pair.doubtful", DG_WARNING,
           "this pair crosses other pairs and is not kept",
           "эта пара пересекается с другими и не сохранена", "pairs follow the order of both texts",
           "пары идут в порядке обоих текстов")
DG_MESSAGE(DG_PAIR_UNLIKE, "pair.doubtful", DG_WARNING,
           "a heading, table, figure or formula is paired with something else",
           "заголовок, таблица, рисунок или формула в паре с чем-то другим", "", "")
DG_MESSAGE(
    DG_PAIR_SHIFTED, "pair.doubtful", DG_WARNING,
    "the pairs given from here on fit badly ({1} of them); others fit much better",
    "отсюда заданные пары плохо подходят друг другу (их {1}); другие подошли бы намного лучше",
    "was a paragraph divided or joined on one side, so that later ids shifted?",
    "не разделён ли на одной стороне абзац, из-за чего сдвинулись id следующих?")
DG_MESSAGE(DG_PAIR_EXCERPT, "pair.doubtful", DG_WARNING,
           "the two texts hardly correspond: {1} of {2} blocks have no partner",
           "два текста почти не соответствуют друг другу: без пары {1} из {2} блоков", "", "")
DG_MESSAGE(DG_PAIR_MORE, "pair.doubtful", DG_WARNING,
           "{1} more places of these two texts are doubtful or without a partner",
           "ещё {1} мест в этих двух текстах сомнительны или остались без пары", "", "")
DG_MESSAGE(DG_PAIR_UNPAIRED_RUN, "pair.unpaired", DG_WARNING,
           "nothing in {1} corresponds to this and what follows ({2} blocks)",
           "этому и следующему ({2} блоков подряд) ничего не соответствует на языке {1}", "", "")
DG_MESSAGE(DG_PAIR_UNPAIRED, "pair.unpaired", DG_WARNING, "nothing in {1} corresponds to this",
           "этому ничего не соответствует на языке {1}", "", "")
DG_MESSAGE(DG_PAIR_HEAD, "pair.file", DG_ERROR,
           "the first line should be \"#diglot-pairs 1\", {1} and {2}, parted by tabs",
           "первая строка должна быть «#diglot-pairs 1», {1} и {2} через табуляцию", "", "")
DG_MESSAGE(DG_PAIR_FILE, "pair.file", DG_ERROR, "this is not understood: {1}",
           "не удаётся понять: {1}",
           "the columns, parted by tabs, are: ids left, ids right, method, confidence",
           "столбцы через табуляцию: id слева, id справа, способ, уверенность")
DG_MESSAGE(DG_PAIR_NAME, "pair.name", DG_WARNING, "no block is named {1} any more",
           "блока с именем {1} больше нет", "run diglot align again",
           "выполните diglot align заново")
DG_MESSAGE(DG_PAIR_STALE, "pair.stale", DG_WARNING,
           "this pair was approved, but its text has changed since ({1})",
           "эта пара была утверждена, но её текст с тех пор изменился ({1})",
           "compare both sides again, then write approved={2}/{3}",
           "сверьте обе стороны заново и запишите approved={2}/{3}")

/* lang */
DG_MESSAGE(DG_TYPO_MIXED_SCRIPT, "typo.mixed-script", DG_WARNING,
           "\"{1}\" mixes Cyrillic and Latin letters: {2}",
           "в слове «{1}» смешаны кириллица и латиница: {2}", "", "")
DG_MESSAGE(DG_TYPO_QUOTES, "typo.report", DG_WARNING, "{1}: the quotation marks do not pair: {2}",
           "{1}: кавычки не образуют пар: {2}", "", "")
DG_MESSAGE(DG_TYPO_DOUBLE_SIGN, "typo.report", DG_WARNING, "{1}: the sign is not doubled: {2}",
           "{1}: знак не удваивают: {2}", "", "")
DG_MESSAGE(DG_TYPO_STOP_INSIDE, "typo.report", DG_WARNING,
           "{1}: the full stop belongs behind the quotation mark: {2}",
           "{1}: точку ставят после кавычки: {2}", "", "")
DG_MESSAGE(
    DG_TYPO_STOP_OUTSIDE, "typo.report", DG_WARNING,
    "{1}: commas and full stops stand behind quotation marks in this text ({3}); American usage is before them: {2}",
    "{1}: запятые и точки в этом тексте стоят за кавычками ({3}); по американскому правилу их ставят перед ними: {2}",
    "British usage is chosen with the language en-GB",
    "британские правила действуют при языке en-GB")
DG_MESSAGE(DG_TYPO_DECIMAL_POINT, "typo.report", DG_WARNING,
           "{1}: Russian has a decimal comma: {2}",
           "{1}: десятичный знак в русском тексте — запятая: {2}", "", "")
DG_MESSAGE(DG_TYPO_ORDINAL, "typo.report", DG_WARNING, "{1}: {2} is written {3}",
           "{1}: вместо {2} пишут {3}", "", "")
DG_MESSAGE(DG_TYPO_HEADING_STOP, "typo.report", DG_WARNING, "{1}: a heading has no full stop: {2}",
           "{1}: в конце заголовка точку не ставят: {2}", "", "")
DG_MESSAGE(DG_TYPO_FROM, "typo.report", DG_WARNING,
           "{1}: \"from\" and \"between\" take words, not a dash: {2}",
           "{1}: после from и between пишут слова, а не тире: {2}", "", "")
DG_MESSAGE(DG_TYPO_THOUSANDS, "typo.report", DG_WARNING,
           "{1}: English has commas between thousands: {2}",
           "{1}: разряды в английском тексте отделяют запятыми: {2}", "", "")
DG_MESSAGE(DG_TYPO_YO, "typo.report", DG_WARNING,
           "{1}: the text writes ё in some places and е in others: {2}",
           "{1}: в тексте те же слова написаны то с ё, то с е: {2}", "", "")
DG_MESSAGE(DG_TYPO_SERIAL_COMMA, "typo.report", DG_INFO,
           "{1}: the text has both \"a, b, and c\" ({2}) and \"a, b and c\" ({3}); here: {4}",
           "{1}: в тексте есть и «a, b, and c» ({2}), и «a, b and c» ({3}); здесь: {4}", "", "")
DG_MESSAGE(DG_TYPO_DATE_FORMS, "typo.report", DG_WARNING,
           "{1}: the text has both \"12 May 2026\" ({2}) and \"May 12, 2026\" ({3}); here: {4}",
           "{1}: в тексте есть и «12 May 2026» ({2}), и «May 12, 2026» ({3}); здесь: {4}", "", "")
DG_MESSAGE(
    DG_TYPO_HEADING_CASE, "typo.report", DG_INFO,
    "{1}: the volume has headings with All Main Words ({2}) and with the first word only ({3}) in capitals; here: {4}",
    "{1}: заголовки сборника написаны то с прописной буквы в каждом слове ({2}), то только в первом ({3}); здесь: {4}",
    "", "")
DG_MESSAGE(DG_HYPHEN_MISSING, "hyphen.missing", DG_WARNING,
           "words in {1} are not divided: there is no hyphenation dictionary",
           "слова на языке {1} не переносятся: нет словаря переносов",
           "in Debian it is the package hyphen-{2}, if there is one",
           "в Debian это пакет hyphen-{2}, если он есть")

/* style */
DG_MESSAGE(DG_STYLE_MISSING, "style.missing", DG_FATAL, "there is no style {1}: {2} is not there",
           "стиля {1} нет: не найден файл {2}",
           "the styles are: {3} | a style is a folder with print.css and web.css",
           "есть стили: {3} | стиль — это папка с файлами print.css и web.css")
DG_MESSAGE(DG_STYLE_SYNTAX, "style.syntax", DG_WARNING,
           "this is no rule and no property with a value: \"{1}\"",
           "это не правило и не свойство со значением: «{1}»", "write NAME { PROPERTY: VALUE; }",
           "пишите ИМЯ { СВОЙСТВО: ЗНАЧЕНИЕ; }")
DG_MESSAGE(DG_STYLE_UNCLOSED, "style.syntax", DG_WARNING,
           "the style sheet ends before this is closed",
           "таблица стилей кончилась раньше, чем это закрыто", "close { with }, and /* with */",
           "закройте { знаком }, а /* — знаком */")
DG_MESSAGE(DG_STYLE_PROPERTY, "style.property", DG_WARNING, "there is no property {1} here",
           "свойства {1} здесь нет", "did you mean {2}? | styles/README.md lists them",
           "может быть, {2}? | все они перечислены в styles/README.md")
DG_MESSAGE(DG_STYLE_SELECTOR, "style.selector", DG_WARNING, "there is no selector {1} here",
           "селектора {1} здесь нет", "did you mean {2}? | styles/README.md lists them",
           "может быть, {2}? | все они перечислены в styles/README.md")
DG_MESSAGE(
    DG_STYLE_IMPORT, "style.import", DG_WARNING, "the style sheet {1} cannot be imported",
    "таблицу стилей {1} нельзя подключить",
    "write, for example: @import \"../forum/print.css\"; a sheet imports none that imports it",
    "пишите, например: @import \"../forum/print.css\"; таблица не подключает ту, что подключает ее")
DG_MESSAGE(DG_STYLE_VALUE, "style.value", DG_WARNING, "{2} is no value of {1}",
           "{2} — не значение свойства {1}", "write, for example: {3}", "пишите, например: {3}")

/* font, image */
DG_MESSAGE(
    DG_FONT_MISSING, "font.missing", DG_FATAL, "the font family \"{1}\" is not installed",
    "гарнитура «{1}» не установлена",
    "install the package {2} | put its files into the folder fonts of the volume, or name another family",
    "установите пакет {2} | положите её файлы в папку fonts сборника или укажите другую гарнитуру")
DG_MESSAGE(DG_FONT_STYLE, "font.style", DG_WARNING,
           "\"{1}\" has no face {2} (weight and slant); {3} is used",
           "в «{1}» нет начертания {2} (насыщенность и наклон); взято {3}", "", "")
DG_MESSAGE(
    DG_FONT_SMALL_CAPS, "font.style", DG_WARNING,
    "\"{1}\" has no small capitals for these letters; they are set as they are",
    "в «{1}» нет капители для этих букв; они набраны как есть",
    "name a family that has them, or set capitals: text-transform: uppercase with letter-spacing",
    "укажите гарнитуру, в которой она есть, или наберите прописными: text-transform: uppercase и letter-spacing")
DG_MESSAGE(DG_FONT_FEATURE, "font.feature", DG_WARNING,
           "\"{1}\" has no feature {2}, which {3} asks for",
           "в «{1}» нет возможности {2}, которую требует {3}",
           "name a family that has it, or take the property back",
           "укажите гарнитуру, в которой она есть, или уберите свойство")
DG_MESSAGE(DG_FONT_GLYPH, "font.glyph", DG_ERROR,
           "no font of the style has the character {1} ({2})",
           "ни в одной гарнитуре стиля нет знака {1} ({2})",
           "add a family that has it to font-family",
           "добавьте в font-family гарнитуру, в которой он есть")
DG_MESSAGE(DG_FONT_BROKEN, "font.broken", DG_ERROR, "the font file {1} is damaged",
           "файл шрифта {1} повреждён", "install it anew", "установите его заново")
DG_MESSAGE(DG_FONT_RIGHTS, "font.rights", DG_ERROR,
           "the font {1} does not allow embedding and is not used",
           "шрифт {1} не разрешено внедрять, и он не использован",
           "name another family in the style sheet", "укажите в таблице стилей другую гарнитуру")
DG_MESSAGE(DG_FONT_VARIABLE, "font.broken", DG_ERROR,
           "the font {1} is variable with outlines of the kind CFF2, which cannot be fixed",
           "шрифт {1} вариативный с контурами CFF2, закрепить которые нельзя",
           "install its static faces, or the TrueType ones",
           "установите его статические начертания или TrueType")
DG_MESSAGE(DG_FONT_SUBSET, "font.subset", DG_ERROR,
           "the font {1} is damaged: its characters cannot be taken into the edition",
           "шрифт {1} повреждён: взять из него знаки для издания не удаётся", "install it anew",
           "установите его заново")
DG_MESSAGE(DG_FIGURE_MISSING, "figure.missing", DG_ERROR, "no such picture: {1}",
           "нет такого рисунка: {1}", "put it into the volume's folder",
           "положите его в папку сборника")
DG_MESSAGE(
    DG_FIGURE_ALT, "figure.alt", DG_WARNING,
    "the picture {1} is not described for those who cannot see it",
    "рисунок {1} не описан для тех, кто его не увидит",
    "write <alt-text>what it shows</alt-text> into this tag; an empty <alt-text/> if it is decoration",
    "добавьте в этот тег <alt-text>что на нём</alt-text>; пустой <alt-text/>, если это украшение")
DG_MESSAGE(DG_FIGURE_BROKEN, "figure.broken", DG_ERROR, "the picture {1} is damaged: {2}",
           "рисунок {1} повреждён: {2}", "save it anew", "сохраните его заново")
DG_MESSAGE(DG_FIGURE_UNSUPPORTED, "figure.unsupported", DG_ERROR,
           "the picture {1} is not JPEG, PNG or SVG", "рисунок {1} не JPEG, PNG и не SVG",
           "convert it to one of these", "преобразуйте его в один из этих форматов")
DG_MESSAGE(DG_FIGURE_OUTSIDE, "figure.outside", DG_ERROR, "the picture {1} lies outside the volume",
           "рисунок {1} лежит вне папки сборника", "copy it into the volume's folder",
           "скопируйте его в папку сборника")

/* pdf: print */
DG_MESSAGE(DG_PRINT_CONDITION, "print.condition", DG_ERROR, "no printing condition \"{1}\"",
           "нет условий печати «{1}»", "name one of styles/conditions.list in -dg-condition",
           "укажите в -dg-condition условия из styles/conditions.list")
DG_MESSAGE(DG_PRINT_PROFILE, "print.condition", DG_ERROR,
           "the profile of the printing condition {1} is not installed or damaged: {2}",
           "профиль условий печати {1} не установлен или повреждён: {2}", "install the package {3}",
           "установите пакет {3}")
DG_MESSAGE(
    DG_PRINT_BLANK, "print.blank", DG_INFO,
    "blank pages added to the print edition: {1}; it has {2} pages now, whole signatures of {3}",
    "в печатное издание добавлено пустых страниц: {1}; всего страниц теперь {2}, полные тетради по {3}",
    "", "")
DG_MESSAGE(DG_PRINT_SPINE, "print.spine", DG_INFO,
           "the spine of the cover is {1} mm wide: {2} leaves of {3} mm",
           "ширина корешка обложки — {1,} мм (листов: {2}, толщина листа — {3,} мм)", "", "")
DG_MESSAGE(DG_PRINT_BARCODE, "print.barcode", DG_WARNING,
           "\"{1}\" is no ISBN: the cover has no barcode",
           "«{1}» — не ISBN: на обложке не будет штрихкода", "", "")
DG_MESSAGE(DG_PRINT_DRAWING, "print.drawing", DG_INFO,
           "the drawing {1} is printed as pixels: it is transparent or has pictures in it",
           "рисунок {1} печатается точками: он прозрачен или содержит растр", "", "")
DG_MESSAGE(DG_IMAGE_RESOLUTION, "image.resolution", DG_WARNING,
           "the picture {1} has {2} dpi at the size at which it is printed",
           "у рисунка {1} в печатном размере {2} точек на дюйм",
           "take one with 200 dpi at least, or print it smaller",
           "возьмите рисунок не менее 200 точек на дюйм или печатайте его мельче")

/* preflight */
DG_MESSAGE(DG_PDF_DAMAGED, "pdf.damaged", DG_FATAL, "{1} cannot be read as a PDF: {2}",
           "{1} не читается как PDF: {2}", "make the file anew", "создайте файл заново")
DG_MESSAGE(DG_PDF_EMPTY, "pdf.damaged", DG_FATAL, "{1} has no pages", "в {1} нет страниц",
           "make the file anew", "создайте файл заново")
DG_MESSAGE(DG_PDF_CLAIM, "pdf.claim", DG_ERROR,
           "the file claims none of PDF/A-2a, PDF/UA-1 and PDF/X-4",
           "файл не объявляет себя ни PDF/A-2a, ни PDF/UA-1, ни PDF/X-4",
           "check an edition that diglot has made", "проверяйте издания, созданные diglot")
DG_MESSAGE(DG_PDF_RULE, "pdf.rule", DG_ERROR, "{2} ({1})", "{3} ({1})", "", "")

/* line, page */
DG_MESSAGE(DG_LINE_OVERFULL, "line.overfull", DG_WARNING,
           "a line is {1} pt wider than its column: {2}", "строка на {1,} пт шире колонки: {2}",
           "give the text more room, or mark with &#xAD; where words may be divided",
           "дайте тексту больше места или отметьте знаком &#xAD;, где можно делить слова")
DG_MESSAGE(DG_LINE_OVERFULL_MANY, "line.overfull", DG_WARNING,
           "{3} lines are wider than their column, by {1} pt at most: {2}",
           "строк шире колонки: {3}, самая широкая — на {1,} пт: {2}",
           "give the text more room, or mark with &#xAD; where words may be divided",
           "дайте тексту больше места или отметьте знаком &#xAD;, где можно делить слова")
DG_MESSAGE(DG_LINE_CUT, "line.cut", DG_WARNING,
           "a word wider than its column is cut without a hyphen behind: {1}",
           "слово шире колонки разрезано без дефиса после: {1}",
           "mark with &#xAD; where it may be divided",
           "отметьте знаком &#xAD;, где его можно делить")
DG_MESSAGE(DG_NOTE_UNPLACED, "note.unplaced", DG_ERROR,
           "this note is not set: notes have no place in <{1}>",
           "это примечание не набрано: в <{1}> им нет места", "move it into the text or the title",
           "перенесите его в текст или в заглавие")
DG_MESSAGE(DG_NOTE_LOST, "note.unplaced", DG_ERROR, "the note marked {1} here stands on no page",
           "примечание {1} не поместилось ни на одной странице",
           "move the mark into running text, and report this",
           "перенесите знак в текст и сообщите об этом")
DG_MESSAGE(DG_PAGE_TALL, "page.tall", DG_WARNING,
           "this is taller than a page: {1} pt of it stand below the text area",
           "это выше полосы: {1,} пт выходят за её нижний край",
           "make its type or its spaces smaller in the style sheet",
           "уменьшите в таблице стилей его кегль или отбивки")

/* check */
DG_MESSAGE(DG_CHECK_NUMBER, "check.number", DG_WARNING, "{1} has no counterpart in {2} ({3})",
           "значению {1} нет соответствия на языке {2} ({3})", "found there: {4}", "там есть: {4}")
DG_MESSAGE(DG_CHECK_PERCENT, "check.number", DG_WARNING, "per cent here, but not in {1} (N4)",
           "здесь проценты, а на языке {1} их нет (N4)", "", "")
DG_MESSAGE(DG_CHECK_NAME, "check.name", DG_WARNING, "the name {1} has no counterpart in {2} (N6)",
           "имени {1} нет соответствия на языке {2} (N6)", "found there: {3}", "там есть: {3}")
DG_MESSAGE(DG_CHECK_NAME_KNOWN, "check.name", DG_WARNING,
           "the name {1} has no counterpart in {2} (N6)",
           "имени {1} нет соответствия на языке {2} (N6)",
           "elsewhere in the volume it is written {3}", "в других местах сборника пишется {3}")
DG_MESSAGE(DG_CHECK_NOTES, "check.notes", DG_WARNING, "notes: {1} here, {2} there (N5)",
           "примечаний здесь {1}, там {2} (N5)", "", "")
DG_MESSAGE(DG_CHECK_LIST, "check.list", DG_WARNING, "list items: {1} here, {2} there (N5)",
           "пунктов списка здесь {1}, там {2} (N5)", "", "")
DG_MESSAGE(DG_CHECK_LANGUAGE, "check.language", DG_WARNING, "\"{1}\" does not look like {2} (N9)",
           "«{1}» не похоже на язык {2} (N9)", "mark with xml:lang what is foreign on purpose",
           "намеренно иноязычное отметьте атрибутом xml:lang")
DG_MESSAGE(DG_CHECK_SILENCED, "check.silenced", DG_INFO,
           "findings silenced in the pairs files: {1}", "замечаний отключено в файлах пар: {1}", "",
           "")

/* imprint */
DG_MESSAGE(DG_IMPRINT_MISSING, "imprint.missing", DG_WARNING, "the imprint does not give {1}",
           "в выходных сведениях нет {1}",
           "where the edition has none, write an empty element, such as <{2}/>",
           "если у издания этого нет, напишите пустой элемент, например <{2}/>")
DG_MESSAGE(DG_IMPRINT_ISBN, "imprint.isbn", DG_ERROR,
           "\"{1}\" is no ISBN: it has 13 digits, 978 or 979 before",
           "«{1}» — не ISBN: в нём 13 цифр, первые 978 или 979", "", "")
DG_MESSAGE(DG_IMPRINT_CHECK_DIGIT, "imprint.isbn", DG_ERROR,
           "the check digit of ISBN {1} should be {2}",
           "контрольная цифра ISBN {1} должна быть {2}",
           "compare with the certificate: some digit is wrong",
           "сверьте с выданным номером: какая-то цифра неверна")
DG_MESSAGE(DG_IMPRINT_ISBN_GROUPS, "imprint.isbn", DG_WARNING,
           "ISBN {1} is not parted by hyphens into five groups",
           "ISBN {1} не разделён дефисами на пять групп", "write it as the agency issued it",
           "напишите его так, как он выдан")
DG_MESSAGE(DG_IMPRINT_VALUE, "imprint.value", DG_ERROR, "\"{1}\" is not right for <{2}>",
           "«{1}» не годится для <{2}>", "write, for example: {3}", "пишите, например: {3}")
DG_MESSAGE(DG_IMPRINT_FORMAT, "imprint.format", DG_WARNING,
           "{1} is not a usual sheet format; its coefficient is taken as {2}",
           "{1} — не обычный формат листа; коэффициент принят за {2}",
           "the usual ones are 60×84, 60×90, 70×90, 75×90, 70×100, 70×108, 84×108",
           "обычные: 60×84, 60×90, 70×90, 75×90, 70×100, 70×108, 84×108")
DG_MESSAGE(DG_IMPRINT_SHEET, "imprint.format", DG_WARNING,
           "sheets of {1} do not give the pages of the style, {2} × {3} mm",
           "лист {1} не даёт страниц стиля, {2} × {3} мм",
           "the imprint names {4} instead | name the sheet that it is printed on",
           "в выходных сведениях вместо него указан {4} | укажите лист, на котором печатают")
DG_MESSAGE(DG_IMPRINT_DIFFERS, "imprint.differs", DG_WARNING, "<{1}> says {2}, but <{3}> {4}",
           "в <{1}> {2}, а в <{3}> {4}", "", "")
DG_MESSAGE(DG_IMPRINT_YEAR, "imprint.year", DG_ERROR,
           "the year of publication {1} lies before the event ({2})",
           "год издания {1} раньше самого события ({2})", "", "")
DG_MESSAGE(DG_IMPRINT_LANGUAGE, "imprint.language", DG_WARNING, "<{1}> is not given in {2}",
           "<{1}> нет на языке {2}", "the title page in that language needs it",
           "это нужно титулу на этом языке")
DG_MESSAGE(DG_IMPRINT_TWICE, "imprint.twice", DG_WARNING, "<{1}> is given twice; the first holds",
           "<{1}> дан дважды; действует первый", "", "")

/* cmd */
DG_MESSAGE(DG_EDITION_KEPT, "edition.kept", DG_INFO,
           "the edition {1} is not built anew: it stays as an earlier run left it",
           "издание {1} не обновлено: оно осталось от прежнего запуска", "", "")
DG_MESSAGE(DG_WEB_FONT, "web.font", DG_WARNING, "the web edition goes without the font {1}",
           "веб-издание остаётся без шрифта {1}", "readers see it where it is installed",
           "его увидят те, у кого он установлен")

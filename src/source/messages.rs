//! What this room has to say.

use crate::messages;

messages! {
    /// A value that begins with `{{`, which YAML reads as a map.
    TEXT_STARTS_WITH_FIGURE = "text-starts-with-figure", Error,
        ru: "текст начинается с `{{`, а для YAML это его собственные скобки",
        en: "the text begins with `{{`, which YAML takes for its own brackets",
        hint_ru: "напишите текст блоком: `|`, а сам текст с новой строки; внутри блока скобки ничего не значат",
        hint_en: "write the text as a block: `|` and the text on the next line; brackets mean nothing inside it";

    /// `{{figure}}` in brackets, where no block can stand.
    FIGURE_IN_BRACKETS = "figure-in-brackets", Error,
        ru: "`{text}` внутри скобок: для YAML это тоже его скобки",
        en: "`{text}` inside brackets: YAML takes it for brackets of its own",
        hint_ru: "возьмите текст в кавычки: `\"{text}\"`",
        hint_en: "put the text in quotation marks: `\"{text}\"`";

    /// `школы["Всего"; "2017"]` inside `{ }`, where YAML takes its brackets for a list.
    EXPRESSION_IN_BRACKETS = "expression-in-brackets", Error,
        ru: "выражение с `[…]` внутри `{ }`: для YAML это его собственные скобки",
        en: "an expression with `[…]` inside `{ }`: YAML takes these for brackets of its own",
        hint_ru: "возьмите выражение в одинарные кавычки", hint_en: "put the expression in single quotation marks";

    /// A value that begins with `*`, which YAML reads as an alias.
    TEXT_STARTS_WITH_EMPHASIS = "text-starts-with-emphasis", Error,
        ru: "текст начинается со звёздочки, а для YAML это ссылка на другое место файла",
        en: "the text begins with an asterisk, which YAML takes for a reference to another place of the file",
        hint_ru: "напишите текст блоком: `|`, а сам текст с новой строки",
        hint_en: "write the text as a block: `|` and the text on the next line";

    /// `word: word` inside of a value.
    TEXT_WITH_COLON = "text-with-colon", Error,
        ru: "двоеточие внутри текста: YAML принял слова перед ним за ключ",
        en: "a colon inside the text: YAML took the words before it for a key",
        hint_ru: "напишите текст блоком: `|`, а сам текст с новой строки",
        hint_en: "write the text as a block: `|` and the text on the next line";

    /// `срок: Срок: до 1 мая`
    KEY_REPEATED = "text-with-colon", Error,
        ru: "`{sign}` стоит после своего ключа второй раз",
        en: "`{sign}` stands a second time behind its key",
        hint_ru: "сотрите его: слово документа программа печатает сама",
        hint_en: "delete it: the program prints the document's word by itself";

    /// A value after a key that begins with a dash.
    TEXT_STARTS_WITH_DASH = "text-starts-with-dash", Error,
        ru: "текст начинается с дефиса, а для YAML это пункт списка",
        en: "the text begins with a dash, which YAML takes for an item of a list",
        hint_ru: "здесь нужен один текст: напишите его блоком; у списка должен быть свой ключ",
        hint_en: "one text is needed here: write it as a block; a list has a key of its own";

    /// Text goes on after a closing quotation mark.
    TEXT_WITH_QUOTES = "text-with-quotes", Error,
        ru: "после закрывающей кавычки текст продолжается: YAML считает, что в кавычках стоит всё значение",
        en: "the text goes on after the closing quotation mark: YAML expects quotation marks around the whole value",
        hint_ru: "напишите текст блоком: `|`, а сам текст с новой строки; кавычки останутся кавычками",
        hint_en: "write the text as a block: `|` and the text on the next line; quotation marks stay as they are";

    /// A quotation mark that is never closed.
    QUOTE_NOT_CLOSED = "quote-not-closed", Error,
        ru: "кавычка открыта, но не закрыта",
        en: "a quotation mark is opened and never closed",
        hint_ru: "закройте кавычку или напишите текст блоком",
        hint_en: "close the quotation mark or write the text as a block";

    /// A backslash that means nothing in double quotation marks.
    TEXT_WITH_BACKSLASH = "text-with-backslash", Error,
        ru: "обратная косая черта внутри двойных кавычек: YAML ждёт после неё свой служебный знак",
        en: "a backslash inside double quotation marks: YAML expects one of its escapes after it",
        hint_ru: "напишите текст блоком: внутри него косая черта ничего не значит",
        hint_en: "write the text as a block: a backslash means nothing inside it";

    /// A value that begins with a sign that YAML keeps for itself.
    TEXT_STARTS_WITH_SIGN = "text-starts-with-sign", Error,
        ru: "текст начинается со знака `{sign}`, который YAML понимает по-своему",
        en: "the text begins with `{sign}`, to which YAML gives a meaning of its own",
        hint_ru: "напишите текст блоком: `|`, а сам текст с новой строки",
        hint_en: "write the text as a block: `|` and the text on the next line";

    /// `единица: %`
    MERE_SIGN = "text-starts-with-sign", Error,
        ru: "знак `{sign}` YAML понимает по-своему", en: "YAML gives `{sign}` a meaning of its own",
        hint_ru: "возьмите его в кавычки", hint_en: "put it in quotation marks";

    /// `- | Открыть школу`
    TEXT_BESIDE_BAR = "text-starts-with-sign", Error,
        ru: "текст стоит в одной строке с `{sign}`", en: "the text stands on the line of the `{sign}`",
        hint_ru: "после `|` текст начинается с новой строки, с отступом",
        hint_en: "behind `|` the text begins on the next line, indented";

    /// Plain text that a comment cuts.
    TEXT_CUT_BY_COMMENT = "text-cut-by-comment", Warning,
        ru: "текст обрезан: всё после ` #` YAML считает примечанием",
        en: "the text is cut: YAML takes everything after ` #` for a comment",
        hint_ru: "если это часть текста, напишите его блоком; если примечание, поставьте его на строку выше",
        hint_en: "if it belongs to the text, write it as a block; if it is a comment, put it on the line above";

    /// A tab in the indentation.
    TAB_INDENT = "tab-indent", Error,
        ru: "отступ сделан табуляцией, а YAML понимает только пробелы",
        en: "the line is indented with a tab, and YAML knows only spaces",
        hint_ru: "замените табуляцию пробелами во всём файле",
        hint_en: "replace tabs by spaces in the whole file";

    /// A no-break space in the indentation.
    INDENT_NO_BREAK = "indent-no-break", Error,
        ru: "отступ сделан неразрывными пробелами (так бывает после вставки из Word), а YAML понимает только обычные",
        en: "the line is indented with no-break spaces (pasted from Word, perhaps), and YAML knows only plain ones",
        hint_ru: "сотрите отступ и наберите его пробелами заново",
        hint_en: "delete the indentation and type it again with spaces";

    /// A line that fell out of its block of text.
    BLOCK_INDENT = "block-indent", Error,
        ru: "строка выпала из блока текста: её отступ меньше, чем у первой строки блока",
        en: "the line fell out of its block of text: it is indented less than the block's first line",
        hint_ru: "выровняйте её по первой строке блока",
        hint_en: "align it with the block's first line";

    /// A block whose text stands no deeper than its key.
    BLOCK_NOT_INDENTED = "block-indent", Error,
        ru: "после `{sign}` текст должен стоять с отступом",
        en: "the text after `{sign}` must be indented",
        hint_ru: "сдвиньте строки текста вправо на два пробела от начала ключа или дефиса",
        hint_en: "move the lines of the text two spaces to the right of the key or the dash";

    /// A blank line with many spaces at the beginning of a block.
    BLOCK_BLANK_LINE = "block-blank-line", Error,
        ru: "в пустой строке в начале блока пробелов больше, чем в отступе текста",
        en: "the blank line at the beginning of the block has more spaces than the text is indented by",
        hint_ru: "сотрите пробелы в пустой строке",
        hint_en: "delete the spaces of the blank line";

    /// A line whose indentation is that of none of the lines above it.
    WRONG_INDENT = "wrong-indent", Error,
        ru: "отступ этой строки не совпадает ни с одной из строк выше",
        en: "the line is not aligned with any of the lines above it",
        hint_ru: "строки одного уровня начинаются друг под другом",
        hint_en: "lines of one level begin below each other";

    /// A key deeper than a key whose value is complete.
    KEY_BELOW_VALUE = "wrong-indent", Error,
        ru: "у `{above}` значение стоит в той же строке, и ключ `{key}` под ним стоять не может",
        en: "the value of `{above}` stands on its line, and the key `{key}` cannot stand below it",
        hint_ru: "дайте и значению свой ключ на новой строке; если `{key}` – сосед `{above}`, поставьте их друг под другом",
        hint_en: "give the value a key of its own on a new line; if `{key}` goes beside `{above}`, align the two";

    /// A line with a key that is indented less than the block of text above it, and more than its key.
    BETWEEN_TEXT_AND_KEY = "wrong-indent", Error,
        ru: "строка `{key}: …` стоит между текстом и его ключом: она не текст и не ключ",
        en: "the line `{key}: …` stands between the text and its key: it is neither text nor a key",
        hint_ru: "сдвиньте её влево, под ключ текста; если это слова текста – вправо, под его первую строку",
        hint_en: "move it to the left, below the key of the text; words of the text go to the right, below its first line";

    /// `- Открыть школу` above `срок: до 1 мая`.
    ITEM_WITH_KEY = "key-in-text", Error,
        ru: "пункт записан одним текстом, и ключ `{key}` рядом с ним стоять не может",
        en: "the item is written as a text alone, and the key `{key}` cannot stand beside it",
        hint_ru: "дайте тексту свой ключ `{text}`, а `{key}` поставьте под ним; если `{key}:` – слова текста, напишите его блоком: `- |`",
        hint_en: "give the text its own key `{text}`, and put `{key}` below it; if `{key}:` are words of the text, write it as a block: `- |`";

    /// `срок: до 1 мая` as a line of a block of text.
    KEY_IN_TEXT = "key-in-text", Warning,
        ru: "строка `{key}: …` стоит внутри текста: она напечатается словами и ничего не задаст",
        en: "the line `{key}: …` stands inside the text: it is printed as words and sets nothing",
        hint_ru: "поставьте её рядом с текстом, ключом",
        hint_en: "put it beside the text, as a key";

    /// List items and keys in one place.
    LIST_AMONG_KEYS = "list-among-keys", Error,
        ru: "пункты списка и ключи стоят вперемешку на одном уровне",
        en: "items of a list and keys stand on one level",
        hint_ru: "сделайте у списка свой ключ, а пункты поставьте под ним с отступом",
        hint_en: "give the list a key of its own and indent the items below it";

    /// A colon or a dash without a space after it.
    MISSING_SPACE = "missing-space", Error,
        ru: "после `{sign}` нужен пробел",
        en: "a space must follow `{sign}`",
        hint_ru: "поставьте пробел",
        hint_en: "put a space";

    /// An item that begins with a dash or a bullet in the place of a hyphen.
    LIST_SIGN = "list-mark", Error,
        ru: "пункт списка начат знаком `{sign}`, а для YAML пункт начинает только дефис `-`",
        en: "an item of a list begins with `{sign}`, but for YAML only a hyphen `-` begins one",
        hint_ru: "поставьте в начале пункта дефис и пробел (Word сам меняет их на тире или кружок)",
        hint_en: "begin the item with a hyphen and a space (word processors turn them into a dash or a bullet)";

    /// An item that begins with a typed number in the place of a hyphen.
    LIST_NUMBER = "list-mark", Error,
        ru: "пункт списка начат номером `{sign}`, а для YAML пункт начинает только дефис `-`",
        en: "an item of a list begins with the number `{sign}`, but for YAML only a hyphen `-` begins one",
        hint_ru: "поставьте вместо номера дефис и пробел: пункты нумеруются сами",
        hint_en: "put a hyphen and a space in its place: the program numbers clauses by itself";

    /// A list within a text that is no block: its items become one line.
    PLAIN_LIST = "list-mark", Error,
        ru: "строки перечня склеятся в одну: YAML сохраняет строки текста только в блоке",
        en: "the items become one line: YAML keeps the lines of a text only in a block",
        hint_ru: "напишите текст блоком: `|`, а сам текст с новой строки; если это пункты списка, начните каждый дефисом `-`",
        hint_en: "write the text as a block: `|` and the text on the next line; begin items of a list with a hyphen `-`";

    /// `преамбула: |` with its text, and then `- |`.
    ITEM_BELOW_TEXT = "block-indent", Error,
        ru: "под текстом ключа стоит пункт списка: у ключа либо один текст, либо список",
        en: "an item of a list stands below the key's text: a key has one text or a list",
        hint_ru: "сделайте текст первым пунктом списка",
        hint_en: "make the text the first item of the list";

    /// A line that is neither a key with a value nor part of a text.
    MISSING_COLON = "missing-colon", Error,
        ru: "в этой строке нет двоеточия: здесь ожидается `ключ: значение`",
        en: "the line has no colon: `key: value` is expected here",
        hint_ru: "допишите двоеточие; если это продолжение текста, напишите весь текст блоком с отступом",
        hint_en: "add the colon; if the line continues a text, write the whole text as an indented block";

    /// A bracket that is not closed, or a comma that is missing inside of it.
    BRACKET = "bracket", Error,
        ru: "скобка `{sign}` не закрыта, или внутри неё что-то лишнее",
        en: "the bracket `{sign}` is not closed, or something inside does not belong there",
        hint_ru: "части внутри скобок разделяются запятыми, а тексты с `{{…}}`, двоеточием или запятой пишутся в кавычках",
        hint_en: "parts inside brackets are separated by commas; texts with `{{…}}`, colons or commas are put in quotation marks";

    /// A character that YAML does not take here.
    BAD_CHARACTER = "bad-character", Error,
        ru: "здесь не может стоять знак {sign}",
        en: "the character {sign} cannot stand here",
        hint_ru: "удалите его или возьмите значение в кавычки",
        hint_en: "delete it or put the value in quotation marks";

    /// `%YAML` and its like.
    DIRECTIVE = "directive", Error,
        ru: "строка, которая начинается с `%`, – указание для YAML; здесь они не нужны",
        en: "a line that begins with `%` is a YAML directive; none are needed here",
        hint_ru: "удалите строку; если это текст, напишите его блоком с отступом",
        hint_en: "delete the line; if it is text, write it as an indented block";

    /// Anything else that is not YAML.
    SYNTAX = "syntax", Error,
        ru: "не удалось разобрать эту строку",
        en: "the line cannot be read",
        hint_ru: "проверьте отступ и двоеточие после ключа; текст со знаками препинания пишите блоком после `|`",
        hint_en: "check the indentation and the colon after the key; write a text with punctuation as a block after `|`";

    /// A key twice in one map.
    DUPLICATE_KEY = "duplicate-key", Error,
        ru: "ключ `{key}` стоит здесь второй раз",
        en: "the key `{key}` stands here a second time",
        hint_ru: "оставьте один из них",
        hint_en: "keep one of them";

    /// A key that is not a word.
    ODD_KEY = "odd-key", Error,
        ru: "ключом может быть только слово",
        en: "only a word can be a key",
        hint_ru: "если это текст, возьмите его в кавычки или напишите блоком",
        hint_en: "if it is text, put it in quotation marks or write it as a block";

    /// A tag.
    UNKNOWN_TAG = "unknown-tag", Error,
        ru: "`{tag}` – метка YAML, здесь она ничего не значит",
        en: "`{tag}` is a YAML tag, which means nothing here",
        hint_ru: "удалите её; если это текст, возьмите его в кавычки или напишите блоком",
        hint_en: "delete it; if it is text, put it in quotation marks or write it as a block";

    /// An alias of nothing.
    UNKNOWN_ALIAS = "unknown-alias", Error,
        ru: "`{alias}` – ссылка YAML, но выше нет места с таким именем",
        en: "`{alias}` is a YAML alias, but nothing above has that name",
        hint_ru: "если это текст, возьмите его в кавычки или напишите блоком",
        hint_en: "if it is text, put it in quotation marks or write it as a block";

    /// An anchor that nothing refers to.
    UNUSED_ANCHOR = "unused-anchor", Error,
        ru: "`{anchor}` – имя места для ссылок YAML, но ссылок на него нет",
        en: "`{anchor}` names a place for YAML aliases, but there are none of it",
        hint_ru: "удалите его; если это текст, возьмите его в кавычки или напишите блоком",
        hint_en: "delete it; if it is text, put it in quotation marks or write it as a block";

    /// More than one document in a file.
    SECOND_DOCUMENT = "second-document", Error,
        ru: "`---` начинает второй документ, а в файле может быть только один",
        en: "`---` begins a second document, and a file can hold only one",
        hint_ru: "удалите эту строку или перенесите то, что ниже, в другой файл",
        hint_en: "delete this line or move what is below it to a file of its own";

    /// Lists in lists in lists.
    TOO_DEEP = "too-deep", Error,
        ru: "слишком глубокая вложенность: больше {limit} уровней",
        en: "nested too deeply: more than {limit} levels",
        hint_ru: "проверьте отступы и скобки",
        hint_en: "check the indentation and the brackets";

    /// More values than memory should hold.
    TOO_MANY = "too-many-values", Error,
        ru: "в файле больше {limit} значений",
        en: "the file has more than {limit} values",
        hint_ru: "большие таблицы храните в CSV или XLSX",
        hint_en: "keep large tables in CSV or XLSX";

    /// Aliases that multiply.
    ALIAS_BUDGET = "alias-budget", Error,
        ru: "ссылки YAML (`*имя`) размножают данные сверх меры",
        en: "YAML aliases (`*name`) multiply the data beyond measure",
        hint_ru: "напишите значения прямо, без ссылок",
        hint_en: "write the values themselves, without aliases";

    /// A path out of the pack.
    PATH_LEAVES_PACK = "path-leaves-pack", Error,
        ru: "путь `{path}` ведёт за пределы папки комплекта",
        en: "the path `{path}` leaves the pack's folder",
        hint_ru: "скопируйте файл в папку комплекта и укажите путь от неё, например `данные/{name}`",
        hint_en: "copy the file into the pack's folder and give the path from there, e.g. `data/{name}`";

    /// No such file.
    FILE_MISSING = "file-missing", Error,
        ru: "файла `{path}` нет",
        en: "there is no file `{path}`",
        hint_ru: "{near}",
        hint_en: "{near}";

    /// A folder where a file is expected.
    NOT_A_FILE = "not-a-file", Error,
        ru: "`{path}` – не файл",
        en: "`{path}` is not a file",
        hint_ru: "здесь нужен файл; если он лежит в этой папке, допишите его имя: `{path}/…`",
        hint_en: "a file is needed here; if it is in this folder, add its name: `{path}/…`";

    /// A file that the system does not give.
    FILE_UNREADABLE = "file-unreadable", Error,
        ru: "файл `{path}` не читается: {reason}",
        en: "the file `{path}` cannot be read: {reason}",
        hint_ru: "проверьте права на файл и не открыт ли он в другой программе",
        hint_en: "check the file's permissions and whether another program holds it open";

    /// A file beyond the limit.
    FILE_TOO_LARGE = "file-too-large", Error,
        ru: "файл `{path}` слишком велик: больше {limit} МБ",
        en: "the file `{path}` is too large: more than {limit} MB",
        hint_ru: "оставьте в нём только то, что нужно комплекту",
        hint_en: "keep in it only what the pack needs";

    /// A text file in the encoding of old Windows programs.
    WINDOWS_1251 = "windows-1251", Note,
        ru: "файл `{path}` сохранён в кодировке Windows-1251 и прочитан в ней",
        en: "the file `{path}` is saved in Windows-1251 and was read as such",
        hint_ru: "лучше сохраните его в UTF-8",
        hint_en: "better save it as UTF-8";

    /// A file in the encoding of DOS.
    CP866 = "cp866", Note,
        ru: "файл `{path}` сохранён в кодировке CP866 (DOS) и прочитан в ней",
        en: "the file `{path}` is saved in CP866 (DOS) and was read as such",
        hint_ru: "проверьте слова; лучше сохраните его в UTF-8",
        hint_en: "check its words; better save it as UTF-8";

    /// A file that is not text.
    NOT_TEXT = "not-text", Error,
        ru: "файл `{path}` – не текст в UTF-8: строка {line}",
        en: "the file `{path}` is not UTF-8 text: line {line}",
        hint_ru: "сохраните его как текст в кодировке UTF-8",
        hint_en: "save it as text in UTF-8";
}

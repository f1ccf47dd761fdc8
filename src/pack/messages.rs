//! What is said about the values of a pack.

crate::messages! {
    /// Another kind of value was expected.
    WRONG_SHAPE = "wrong-shape", Error,
        ru: "здесь нужно другое: {expected}, а {found}", en: "expected {expected}, but {found}",
        hint_ru: "", hint_en: "";
    /// Keys with values were expected.
    KEYS_EXPECTED = "wrong-shape", Error,
        ru: "здесь нужны ключи со значениями ({record}), а {found}",
        en: "keys with values are expected ({record}), but {found}",
        hint_ru: "ключи: {known}", hint_en: "the keys: {known}";
    /// A list whose items have no dashes.
    LIST_WITHOUT_DASHES = "list-without-dashes", Error,
        ru: "здесь нужен список, а строки стоят без дефисов: YAML склеил их в одну",
        en: "a list is expected, but its lines have no dashes: YAML makes one line of them",
        hint_ru: "поставьте перед каждой строкой дефис и пробел", hint_en: "begin each line with a dash and a space";
    /// A text with a colon in the place of a key.
    KEY_IS_TEXT = "text-for-key", Error,
        ru: "похоже на текст с двоеточием, а YAML принял его начало за ключ",
        en: "this looks like a text with a colon; YAML takes its beginning for a key",
        hint_ru: "напишите текст блоком под ключом `{key}`", hint_en: "write the text as a block under the key `{key}`";
    /// A key that is like a known one.
    UNKNOWN_KEY_NEAR = "unknown-key", Error,
        ru: "неизвестный ключ `{key}` ({record})", en: "unknown key `{key}` in {record}",
        hint_ru: "вы написали `{key}`; возможно, `{near}`?", hint_en: "you wrote `{key}`; perhaps `{near}`?";
    /// A key that is like no known one.
    UNKNOWN_KEY = "unknown-key", Error,
        ru: "неизвестный ключ `{key}` ({record})", en: "unknown key `{key}` in {record}",
        hint_ru: "здесь бывают: {known}", hint_en: "these are known here: {known}";
    /// A key that must be there.
    MISSING_KEY = "missing-key", Error,
        ru: "нет ключа `{key}` ({record})", en: "the key `{key}` is missing in {record}",
        hint_ru: "допишите `{key}:` – {about}", hint_en: "add `{key}:` – {about}";
    /// A key with nothing behind it.
    EMPTY_KEY = "empty-key", Warning,
        ru: "после `{key}:` ничего не написано", en: "nothing is written behind `{key}:`",
        hint_ru: "допишите значение или сотрите строку: пустой ключ ничего не задаёт",
        hint_en: "write the value or delete the line: an empty key sets nothing";
    /// The same key in both languages.
    KEY_IN_BOTH_LANGUAGES = "key-twice", Error,
        ru: "`{ru}` и `{en}` – один и тот же ключ, он задан дважды",
        en: "`{ru}` and `{en}` are one key, given twice",
        hint_ru: "оставьте одну из двух строк", hint_en: "keep one of the two lines";
    /// A word that is none of those known.
    UNKNOWN_WORD = "unknown-word", Error,
        ru: "неизвестное слово `{word}`", en: "unknown word `{word}`",
        hint_ru: "здесь бывают: {known}", hint_en: "these are known here: {known}";
    /// A word that is like a known one.
    UNKNOWN_WORD_NEAR = "unknown-word", Error,
        ru: "неизвестное слово `{word}`", en: "unknown word `{word}`",
        hint_ru: "вы написали `{word}`; возможно, `{near}`?", hint_en: "you wrote `{word}`; perhaps `{near}`?";
    /// Not a whole number.
    NOT_AN_INTEGER = "not-an-integer", Error,
        ru: "`{text}` – не целое число", en: "`{text}` is not a whole number",
        hint_ru: "напишите цифрами, например `2`", hint_en: "write it in digits, for example `2`";
    /// A number of decimals that is none.
    NOT_DECIMALS = "not-decimals", Error,
        ru: "`{text}` – не число знаков: оно целое, от 0 до 10", en: "`{text}` is no number of decimals: a whole number from 0 to 10",
        hint_ru: "напишите, сколько цифр печатать после запятой, например `1`",
        hint_en: "write how many digits are printed after the comma, for example `1`";
    /// Not a date.
    NOT_A_DATE = "not-a-date", Error,
        ru: "`{text}` – не дата: {why}", en: "`{text}` is not a date: {why}",
        hint_ru: "напишите так: `28.08.2025` или `28 августа 2025 года`",
        hint_en: "write it as `28.08.2025` or `2025-08-28`";
    /// Words where a date is expected.
    NOT_DATE_WORDS = "not-a-date", Error,
        ru: "`{text}` – не дата", en: "`{text}` is not a date",
        hint_ru: "напишите так: `28.08.2025` или `28 августа 2025 года`",
        hint_en: "write it as `28.08.2025` or `2025-08-28`";
    /// Not a school year.
    NOT_A_SCHOOL_YEAR = "not-a-school-year", Error,
        ru: "`{text}` – не учебный год", en: "`{text}` is not a school year",
        hint_ru: "напишите два года подряд: `2025/2026`", hint_en: "write two years in a row: `2025/2026`";
    /// Not a deadline.
    NOT_A_DEADLINE = "unknown-deadline", Error,
        ru: "срок `{text}` непонятен", en: "the deadline `{text}` is not understood",
        hint_ru: "похожие формы: {near}; или оставьте свои слова: {own}",
        hint_en: "near forms: {near}; or keep your own words: {own}";
    /// Not a deadline, and like none.
    DEADLINE_UNLIKE_ANY = "unknown-deadline", Error,
        ru: "срок `{text}` непонятен", en: "the deadline `{text}` is not understood",
        hint_ru: "напишите, например, `до 1 декабря` или `в течение года`; или оставьте свои слова: {own}",
        hint_en: "write, for example, `до 1 декабря` or `в течение года`; or keep your own words: {own}";
    /// A date that a deadline names and that does not exist.
    IMPOSSIBLE_DATE = "impossible-date", Error,
        ru: "срок `{text}`: {why}", en: "the deadline `{text}`: {why}",
        hint_ru: "исправьте число или месяц", hint_en: "mend the day or the month";
    /// A deadline whose year has two digits.
    SHORT_YEAR = "impossible-date", Error,
        ru: "срок `{text}`: {why}", en: "the deadline `{text}`: {why}",
        hint_ru: "напишите год четырьмя цифрами", hint_en: "write all four digits of the year";
    /// «Срок: …» behind the key of that name.
    LABEL_IN_DEADLINE = "unknown-deadline", Error,
        ru: "в сроке `{text}` лишнее слово «{label}»: программа печатает его сама", en: "`{label}` does not belong into the deadline `{text}`: the program prints it by itself",
        hint_ru: "напишите так: `срок: {rest}`", hint_en: "write it so: `due: {rest}`";
    /// An id that cannot be a bookmark.
    BAD_ID = "bad-id", Error,
        ru: "имя `{id}` не годится для ссылок", en: "the name `{id}` cannot be referred to",
        hint_ru: "имя начинается с буквы и состоит из букв, цифр и `_`, не длиннее 34 знаков",
        hint_en: "a name begins with a letter and has letters, digits and `_`, 34 characters at most";
    /// `<!--` without `-->`.
    UNCLOSED_COMMENT = "unclosed-comment", Error,
        ru: "примечание `<!--` не закрыто", en: "the comment `<!--` is never closed",
        hint_ru: "поставьте `-->` там, где оно кончается; до этого весь текст не печатался бы",
        hint_en: "put `-->` where it ends; all the text up to there would not be printed";
    /// `Слад: имя`.
    MISSPELT_CUE = "misspelt-cue", Warning,
        ru: "`{typed}:` понято как `Слайд:{name}`", en: "`{typed}:` is taken for `Слайд:{name}`",
        hint_ru: "напишите `Слайд:{name}`", hint_en: "write `Слайд:{name}`";
    /// A rule in the text of a report.
    RULE_IN_REPORT = "report-markup", Warning,
        ru: "черта `{text}` не печатается: она только кончает абзац", en: "the rule `{text}` is not printed: it only ends a paragraph",
        hint_ru: "уберите её; раздел начинает строка `# Название`", hint_en: "leave it out; a section begins with a line `# Title`";
    /// A table, a picture, a link or code of Markdown in the text of a report.
    MARK_IN_REPORT = "report-markup", Warning,
        ru: "в тексте доклада {what}: напечатаются сами знаки", en: "the report's text has {what}: its signs are printed as they are",
        hint_ru: "{instead}", hint_en: "{instead}";
    /// `Слайд: имя. И сразу текст…`
    CUE_WITH_TEXT = "misspelt-cue", Warning,
        ru: "за сменой слайда на той же строке стоит текст: он понят как следующий абзац", en: "text stands on the line of a cue: it is taken for the next paragraph",
        hint_ru: "напишите текст с новой строки", hint_en: "write the text on a line of its own";
    /// `Слайд имя`, `(Слайд 3. Имя)`
    CUE_AS_TEXT = "misspelt-cue", Warning,
        ru: "похоже на смену слайда `{name}`, но строка напечатается и будет сказана", en: "this looks like the cue of the slide `{name}`, but the line is printed and spoken",
        hint_ru: "смена слайда пишется с двоеточием, на своей строке", hint_en: "a cue is written with a colon, on a line of its own";
    /// A cue whose sheet nobody described.
    CUE_WITHOUT_SHEET = "cue-without-sheet", Warning,
        ru: "листа для слайда {number} «{name}» нет: слайд выйдет с одним заголовком",
        en: "there is no sheet for slide {number} “{name}”: the slide has a title and nothing else",
        hint_ru: "{known}", hint_en: "{known}";
    /// A cue that names no sheet.
    CUE_WITHOUT_NAME = "cue-without-sheet", Warning,
        ru: "слайд {number} без имени: он выйдет с одним заголовком", en: "slide {number} has no name: it has a title and nothing else",
        hint_ru: "напишите имя листа: `Слайд: контингент`", hint_en: "write the name of a sheet: `Слайд: контингент`";
    /// A sheet that no cue shows.
    SHEET_WITHOUT_CUE = "sheet-without-cue", Warning,
        ru: "лист `{name}` ни разу не показан", en: "the sheet `{name}` is never shown",
        hint_ru: "поставьте в тексте доклада строку `Слайд: {name}`",
        hint_en: "put a line `Слайд: {name}` into the report's text";
    /// Theses of a section that is not there.
    THESIS_WITHOUT_SECTION = "thesis-without-section", Warning,
        ru: "в докладе нет раздела «{name}»: тезис не печатается", en: "the report has no section “{name}”: its thesis is not printed",
        hint_ru: "{known}", hint_en: "{known}";
    /// A report that nothing is said in.
    EMPTY_SPEECH = "empty-report", Warning,
        ru: "в тексте доклада нет ни одного слова", en: "the report's text has no words",
        hint_ru: "напишите текст: абзацы разделяет пустая строка, слайд вызывает строка `Слайд: имя`",
        hint_en: "write the text: a blank line parts paragraphs, a line `Слайд: name` calls a slide";
    /// A report that takes longer than it may.
    REPORT_TOO_LONG = "report-too-long", Warning,
        ru: "доклад звучит {minutes} мин, а регламент – {limit} мин", en: "the report takes {minutes} min and may take {limit}",
        hint_ru: "сократите на {words} или больше; дольше всего – «{longest}»",
        hint_en: "cut {words} or more; the longest part is “{longest}”";
    /// A rate at which nothing would ever be said.
    NO_WORDS_PER_MINUTE = "no-words-per-minute", Error,
        ru: "при {rate} слов в минуту доклад не кончится", en: "at {rate} words a minute the report never ends",
        hint_ru: "обычно читают 100–120 слов в минуту; без этого ключа берётся 110",
        hint_en: "100 to 120 words a minute are usual; 110 are taken without this key";
}

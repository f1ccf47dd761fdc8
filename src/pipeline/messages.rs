//! What is said about a pack as a whole.

crate::messages! {
    /// A folder without `pack.yaml`.
    NO_PACK = "no-pack", Error,
        ru: "в папке «{folder}» нет файла pack.yaml", en: "the folder “{folder}” has no pack.yaml",
        hint_ru: "укажите папку комплекта или начните новый: `avgust init ПАПКА`",
        hint_en: "name a pack's folder, or begin one: `avgust init DIR`";
    /// A file in the place of a pack's folder.
    PACK_IS_A_FILE = "no-pack", Error,
        ru: "«{folder}» – файл, а комплект называют его папкой", en: "“{folder}” is a file; a pack is named by its folder",
        hint_ru: "напишите: `avgust build {meant}`; один документ собирает `--only ДОКУМЕНТ`",
        hint_en: "write: `avgust build {meant}`; `--only DOCUMENT` builds one document";
    /// A folder that is not there.
    NO_FOLDER = "no-pack", Error,
        ru: "папки «{folder}» нет", en: "there is no folder “{folder}”",
        hint_ru: "проверьте имя; если в нём есть пробелы, возьмите его в кавычки",
        hint_en: "check the name; where it has spaces, put it in quotation marks";
    /// A folder of a pack.
    PACK_ABOVE = "no-pack", Error,
        ru: "в папке «{folder}» нет файла pack.yaml: комплект папкой выше",
        en: "the folder “{folder}” has no pack.yaml: the pack is the folder above",
        hint_ru: "напишите: `avgust build {meant}`", hint_en: "write: `avgust build {meant}`";
    /// A main file whose name an editor has made longer.
    PACK_WITH_SECOND_ENDING = "no-pack", Error,
        ru: "в папке «{folder}» нет файла pack.yaml, но есть «{name}»",
        en: "the folder “{folder}” has no pack.yaml, but “{name}”",
        hint_ru: "переименуйте его в pack.yaml; Windows показывает конец имени, если в Проводнике включить «Расширения имён файлов»",
        hint_en: "rename it to pack.yaml; Windows shows the end of a name if the Explorer is told to show extensions";
    /// A second main file.
    TWO_MAIN_FILES = "two-main-files", Warning,
        ru: "в папке и {one}, и {other}; читается только {one}", en: "the folder has both {one} and {other}; only {one} is read",
        hint_ru: "удалите один из двух файлов или дайте ему другое имя", hint_en: "remove one of the two files, or rename it";
    /// A pack that lists no documents.
    NO_DOCUMENTS = "no-documents", Error,
        ru: "в комплекте нет ни одного документа", en: "the pack lists no documents",
        hint_ru: "допишите в pack.yaml: `документы: [резолюция.yaml]`",
        hint_en: "add to pack.yaml: `documents: [resolution.yaml]`";
    /// A document with the keys of a layout that it does not name.
    LAYOUT_NOT_NAMED = "layout-not-named", Error,
        ru: "такой ключ бывает в документе с макетом `{layout}`, а макет не назван",
        en: "documents of the layout `{layout}` have this key, but no layout is named",
        hint_ru: "допишите первой строкой: `макет: {layout}`", hint_en: "add a first line: `layout: {layout}`";
    /// `--only` with a name that no document has.
    NO_SUCH_DOCUMENT = "no-such-document", Error,
        ru: "в комплекте нет документа «{name}»", en: "the pack has no document “{name}”",
        hint_ru: "есть такие: {known}", hint_en: "there are: {known}";
    /// `--format` with a format that no document asked for can have.
    NO_SUCH_FORMAT = "no-such-format", Error,
        ru: "ни один из этих документов не бывает в формате {format}", en: "none of these documents has the format {format}",
        hint_ru: "бывают: {known}", hint_en: "they have: {known}";
    /// A register of a document that is no resolution of the pack.
    NOT_A_RESOLUTION = "not-a-resolution", Error,
        ru: "`{name}` – не резолюция этого комплекта", en: "`{name}` is no resolution of this pack",
        hint_ru: "есть такие: {known}", hint_en: "there are: {known}";
    /// A register in a pack without resolutions.
    NO_RESOLUTION = "no-resolution", Error,
        ru: "в комплекте нет резолюции, поручения которой можно собрать", en: "the pack has no resolution whose tasks could be listed",
        hint_ru: "допишите её файл в `документы:` в pack.yaml", hint_en: "add its file to `documents:` in pack.yaml";
    /// A register without tasks.
    NO_TASKS = "no-tasks", Warning,
        ru: "лист контроля пуст: в резолюции нет поручений", en: "the register is empty: the resolution has no tasks",
        hint_ru: "допишите пунктам `кому:`, `срок:` или `ответственный:`", hint_en: "give clauses `to:`, `due:` or `responsible:`";
    /// An addressee typed in the dative that stands so among names in the nominative.
    ADDRESSEE_CASE = "addressee-case", Note,
        ru: "адресат «{words}» и в листе контроля, и в плане поручений останется в дательном падеже",
        en: "the addressee “{words}” stays in the dative in the register and in the plan of tasks",
        hint_ru: "опишите его в `организации:` или в `люди:` с ключом `дательный:`, а здесь напишите короткое имя",
        hint_en: "describe it in `organisations:` or `people:` with the key `dative:`, and write the short name here";
    /// A register whose tasks have no days.
    NO_DAYS = "no-days", Warning,
        ru: "ни у одного поручения нет дня в календаре, поэтому файла .ics не будет",
        en: "no task has a day of the calendar, so there is no .ics file",
        hint_ru: "напишите сроки с днём, например `до 15 сентября 2026 года`",
        hint_en: "write deadlines with a day, for example `до 15 сентября 2026 года`";
    /// `explain` with a name that nothing has.
    NOTHING_TO_EXPLAIN = "nothing-to-explain", Error,
        ru: "`{name}` – не показатель, не таблица и не ячейка этого комплекта",
        en: "`{name}` is no indicator, no table and no cell of this pack",
        hint_ru: "ячейку называют так: `таблица / строка / столбец`; {known}",
        hint_en: "a cell is named so: `table / row / column`; {known}";
    /// `explain` with a number that several figures print.
    SEVERAL_FIGURES = "several-figures", Error,
        ru: "число {number} печатают несколько показателей или ячеек", en: "several indicators or cells print {number}",
        hint_ru: "спросите об одном: {commands}", hint_en: "ask about one: {commands}";
    /// A name that is like a name of the pack but is none.
    UNKNOWN_NAME = "unknown-name", Error,
        ru: "в комплекте нет имени `{name}`", en: "the pack has no name `{name}`",
        hint_ru: "возможно, `{near}`?", hint_en: "perhaps `{near}`?";
    /// Names of the pack with commas between them, which would be printed as they stand.
    NAMES_IN_A_ROW = "names-in-a-row", Error,
        ru: "`{text}` – несколько имён в одной строке, среди них имена комплекта", en: "`{text}` is several names in one line, names of the pack among them",
        hint_ru: "напишите их списком: `[{list}]`", hint_en: "write them as a list: `[{list}]`";
    /// A signature that is neither a name of the pack nor a person's name.
    UNKNOWN_PERSON = "unknown-name", Error,
        ru: "среди людей комплекта нет имени `{name}`", en: "there is nobody called `{name}` among the pack's people",
        hint_ru: "допишите его в `люди:` или напишите здесь инициалы и фамилию",
        hint_en: "add the name to `people:`, or write initials and surname here";
    /// A table without file and without rows.
    TABLE_WITHOUT_ROWS = "table-without-rows", Error,
        ru: "у таблицы `{name}` нет ни файла, ни строк", en: "the table `{name}` has neither a file nor rows",
        hint_ru: "допишите `файл: данные/….xlsx` или `данные:` со строками",
        hint_en: "add `file: data/….xlsx`, or `data:` with rows";
    /// A name of a row or column without words.
    ALIAS_WITHOUT_WORDS = "alias-without-words", Error,
        ru: "имя `{name}` ничего не называет", en: "the name `{name}` names nothing",
        hint_ru: "напишите слова строки или столбца, или `{ячейка: D7, ожидается: Школы}`",
        hint_en: "write the words of the row or column, or `{cell: D7, expect: Школы}`";
    /// Two things of one id.
    ID_TWICE = "id-twice", Error,
        ru: "имя `{id}` уже занято", en: "the name `{id}` is taken already",
        hint_ru: "дайте одному из двух другое имя", hint_en: "give one of the two another name";
    /// An addressee whose dative the pack does not give.
    NO_DATIVE = "no-dative", Warning,
        ru: "у `{id}` нет дательного падежа: в документе будет «{name}», а не «кому»",
        en: "`{id}` has no dative: the document will say “{name}” where the dative is needed",
        hint_ru: "допишите `дательный:` к `{id}` в `организации:` или `люди:`; если имя не склоняется, повторите его",
        hint_en: "add `dative:` to `{id}` in `organisations:` or `people:`; repeat the name if it has no other form";
}

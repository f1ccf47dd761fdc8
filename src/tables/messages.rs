//! What this room has to say.

crate::messages! {
    /// A file beyond the limit.
    FILE_TOO_LARGE = "table-file-too-large", Error,
        ru: "файл таблицы слишком велик: {size} МБ, читаются файлы до {limit} МБ",
        en: "the table file is too large: {size} MB; files up to {limit} MB are read",
        hint_ru: "сохраните нужный лист отдельным файлом",
        hint_en: "save the sheet you need as a file of its own";
    /// A name that ends in nothing we read.
    UNKNOWN_FORMAT = "table-unknown-format", Error,
        ru: "файл `{file}` не похож на таблицу: читаются .xlsx, .xls, .ods и .csv",
        en: "the file `{file}` does not look like a table: .xlsx, .xls, .ods and .csv are read",
        hint_ru: "сохраните его в Excel как «Книга Excel (.xlsx)»",
        hint_en: "save it in Excel as “Excel Workbook (.xlsx)”";
    /// A text table with bytes that no text has.
    NOT_TEXT = "table-not-text", Error,
        ru: "это не текстовая таблица: в файле есть знаки, которых в тексте не бывает",
        en: "this is no text table: the file has characters that no text has",
        hint_ru: "сохраните её в Excel как «CSV UTF-8» или как .xlsx",
        hint_en: "save it in Excel as “CSV UTF-8” or as .xlsx";
    /// UTF-8 or UTF-16 with a broken character.
    BROKEN_UTF8 = "table-broken-utf8", Error,
        ru: "в строке {line} испорчен знак: файл записан в {encoding}, но не весь",
        en: "line {line} has a broken character: the file is {encoding}, but not all of it",
        hint_ru: "сохраните файл заново как «CSV UTF-8»",
        hint_en: "save the file again as “CSV UTF-8”";
    /// A quotation mark that nothing closes.
    QUOTE_NOT_CLOSED = "table-quote-not-closed", Error,
        ru: "кавычка в начале ячейки {cell} не закрыта до конца файла",
        en: "the quotation mark at the start of cell {cell} is not closed up to the end of the file",
        hint_ru: "закройте её или напишите две кавычки подряд там, где нужна одна",
        hint_en: "close it, or write it twice where one is meant";
    /// More cells than the header has columns.
    ROW_LONGER = "row-longer-than-header", Error,
        ru: "в строке {row} ячеек {cells}, а столбцов в заголовке {columns}",
        en: "row {row} has {cells} cells, and the header {columns} columns",
        hint_ru: "если запятая стоит и между ячейками, и в дробях, возьмите дроби в кавычки: `Школы,\"12,5\",\"13,1\"`, или сохраните файл с `;` между ячейками; лишнему столбцу дайте название",
        hint_en: "if commas stand between cells and in fractions, put the fractions into quotation marks: `Школы,\"12,5\",\"13,1\"`, or save the file with `;` between cells; give a further column a name";
    /// A spreadsheet that cannot be opened.
    BOOK_BROKEN = "spreadsheet-broken", Error,
        ru: "файл не открывается как таблица: {why}",
        en: "the file does not open as a spreadsheet: {why}",
        hint_ru: "откройте его в Excel или LibreOffice и сохраните заново как .xlsx",
        hint_en: "open it in Excel or LibreOffice and save it again as .xlsx";
    /// A spreadsheet with a password.
    BOOK_ENCRYPTED = "spreadsheet-encrypted", Error,
        ru: "файл защищён паролем",
        en: "the file is protected with a password",
        hint_ru: "снимите пароль в Excel: «Файл – Сведения – Защита книги»",
        hint_en: "remove the password in Excel: File, Info, Protect Workbook";
    /// A zip bomb, or an honest giant.
    BOOK_TOO_LARGE = "spreadsheet-too-large", Error,
        ru: "распакованная таблица заняла бы больше {limit} МБ",
        en: "unpacked, the spreadsheet would take more than {limit} MB",
        hint_ru: "сохраните нужный лист отдельным файлом",
        hint_en: "save the sheet you need as a file of its own";
    /// More cells than are read.
    TOO_MANY_CELLS = "table-too-many-cells", Error,
        ru: "в таблице больше {limit} ячеек: заполнена область до {last}",
        en: "the table has more than {limit} cells: it is filled up to {last}",
        hint_ru: "удалите лишнее справа и снизу или укажите нужную часть: `диапазон: A1:H40`",
        hint_en: "delete what is not needed on the right and below, or name the part: `range: A1:H40`";
    /// Nothing filled.
    TABLE_EMPTY = "table-empty", Error,
        ru: "в таблице «{table}» нет ни одной заполненной ячейки",
        en: "the table “{table}” has no filled cell",
        hint_ru: "проверьте лист и диапазон",
        hint_en: "check the sheet and the range";
    /// A header as long as the table.
    ONLY_HEADER = "table-only-header", Error,
        ru: "в таблице «{table}» всего строк {rows}, столбцов {columns}: под заголовок ({header_rows} и {header_columns}) уходит всё",
        en: "the table “{table}” has {rows} rows and {columns} columns: its header ({header_rows} and {header_columns}) takes all of them",
        hint_ru: "исправьте `строк_заголовка`, `столбцов_заголовка` или диапазон",
        hint_en: "correct `header_rows`, `header_columns` or the range";
    /// A sheet that is not there.
    SHEET_NOT_FOUND = "sheet-not-found", Error,
        ru: "в файле нет листа «{sheet}»",
        en: "the file has no sheet “{sheet}”",
        hint_ru: "в нём есть: {sheets}",
        hint_en: "it has: {sheets}";
    /// A sheet named for a text table.
    SHEET_OF_TEXT = "sheet-of-text-table", Warning,
        ru: "у текстовой таблицы нет листов, «{sheet}» ничего не значит",
        en: "a text table has no sheets; “{sheet}” means nothing",
        hint_ru: "уберите эту строку",
        hint_en: "remove this line";
    /// A range that is none.
    RANGE_INVALID = "range-invalid", Error,
        ru: "«{range}» – не диапазон ячеек",
        en: "“{range}” is no range of cells",
        hint_ru: "напишите левую верхнюю и правую нижнюю ячейки, например `A1:D20`",
        hint_en: "write the top left and the bottom right cell, e.g. `A1:D20`";
    /// Numbers stored as text.
    NUMBERS_AS_TEXT = "numbers-stored-as-text", Note,
        ru: "в таблице «{table}» числа сохранены как текст (ячеек: {count}, первая – {cell}, «{text}»)",
        en: "the table “{table}” stores numbers as text (cells: {count}, the first is {cell}, “{text}”)",
        hint_ru: "они прочитаны как числа; в Excel их можно исправить командой «Преобразовать в число»",
        hint_en: "they are read as numbers; in Excel, “Convert to Number” corrects them";
    /// Words below the table that are no row of it.
    NOTES_LEFT_OUT = "table-notes-left-out", Note,
        ru: "под таблицей «{table}» стоят слова, которые в неё не вошли: {notes}",
        en: "below the table “{table}” there are words that are no part of it: {notes}",
        hint_ru: "если всё верно, укажите саму таблицу: `диапазон: {range}`; если это её строки, удалите пустую строку над ними",
        hint_en: "if that is right, name the table itself: `range: {range}`; if they are its rows, delete the empty row above them";
    /// Another table on the same sheet, which the pack does not ask for.
    OTHER_TABLE_BELOW = "second-table", Warning,
        ru: "под таблицей «{table}» после пустой строки начинается другая ({other}); она не вошла",
        en: "below the table “{table}”, after an empty row, another one begins ({other}); it is left out",
        hint_ru: "назовите саму таблицу: `диапазон: {range}`; другую опишите отдельно: `диапазон: {other}`; если это одна таблица, удалите пустую строку",
        hint_en: "name the table itself: `range: {range}`; describe the other one apart: `range: {other}`; if they are one table, delete the empty row";
    /// Rows and columns that the sheet hides.
    HIDDEN_TAKEN = "hidden-cells", Warning,
        ru: "в таблице «{table}» есть скрытые {hidden}: они прочитаны и будут напечатаны",
        en: "the table “{table}” has hidden {hidden}: they were read and will be printed",
        hint_ru: "если они нужны, напишите у таблицы `скрытые: да`, если нет – `скрытые: нет`",
        hint_en: "if they are wanted, write `hidden: yes` at the table; if not, `hidden: no`";
    /// No such row.
    ROW_NOT_FOUND = "row-not-found", Error,
        ru: "в таблице «{table}» нет строки «{words}»",
        en: "the table “{table}” has no row “{words}”",
        hint_ru: "похожие строки: {near}",
        hint_en: "rows like it: {near}";
    /// No such column.
    COLUMN_NOT_FOUND = "column-not-found", Error,
        ru: "в таблице «{table}» нет столбца «{words}»",
        en: "the table “{table}” has no column “{words}”",
        hint_ru: "похожие столбцы: {near}",
        hint_en: "columns like it: {near}";
    /// Several such rows.
    ROW_AMBIGUOUS = "row-ambiguous", Error,
        ru: "строк «{words}» в таблице «{table}» несколько: {cells}",
        en: "the table “{table}” has several rows “{words}”: {cells}",
        hint_ru: "дайте нужной строке короткое имя и пишите его",
        hint_en: "give the row you mean a short name and write that";
    /// Several such columns.
    COLUMN_AMBIGUOUS = "column-ambiguous", Error,
        ru: "столбцов «{words}» в таблице «{table}» несколько: {cells}",
        en: "the table “{table}” has several columns “{words}”: {cells}",
        hint_ru: "дайте нужному столбцу короткое имя и пишите его",
        hint_en: "give the column you mean a short name and write that";
    /// An address that is none.
    ADDRESS_INVALID = "cell-address-invalid", Error,
        ru: "«{cell}» – не адрес ячейки",
        en: "“{cell}” is no address of a cell",
        hint_ru: "напишите столбец буквами и строку числом, например `D7`",
        hint_en: "write the column in letters and the row in digits, e.g. `D7`";
    /// An address beyond the table.
    CELL_OUTSIDE = "cell-outside-table", Error,
        ru: "ячейки {cell} в таблице «{table}» нет",
        en: "the table “{table}” has no cell {cell}",
        hint_ru: "её данные занимают {range}",
        hint_en: "its data take {range}";
    /// Something else stands there now.
    CELL_EXPECTED_OTHER = "cell-expected-other", Error,
        ru: "в {cell} ожидается «{expect}», а там строка «{row}», столбец «{column}»",
        en: "“{expect}” is expected at {cell}, but there is the row “{row}”, the column “{column}”",
        hint_ru: "в таблицу, видимо, вставили строку или столбец: поправьте адрес",
        hint_en: "a row or a column was probably inserted: correct the address";
    /// An empty cell used as a figure.
    CELL_EMPTY = "cell-empty", Error,
        ru: "ячейка {cell} пуста, а нужно число",
        en: "cell {cell} is empty, but a number is needed",
        hint_ru: "впишите число; если его нет, напишите 0",
        hint_en: "fill the number in; if there is none, write 0";
    /// A dash used as a figure.
    CELL_DASH = "cell-dash", Error,
        ru: "в ячейке {cell} прочерк, а нужно число",
        en: "cell {cell} has a dash, but a number is needed",
        hint_ru: "если прочерк значит «нет таких», напишите 0",
        hint_en: "if the dash means “none”, write 0";
    /// «н/д» used as a figure.
    CELL_NOT_AVAILABLE = "cell-not-available", Error,
        ru: "в ячейке {cell} «{text}»: число неизвестно",
        en: "cell {cell} says “{text}”: the number is not known",
        hint_ru: "впишите число или уберите показатель из текста",
        hint_en: "fill the number in, or take the figure out of the text";
    /// Words used as a figure.
    CELL_TEXT = "cell-not-a-number", Error,
        ru: "в ячейке {cell} текст «{text}», а нужно число",
        en: "cell {cell} has the text “{text}”, but a number is needed",
        hint_ru: "оставьте в ячейке одно число; единицу напишите в заголовке столбца",
        hint_en: "leave a number alone in the cell; write the unit in the column's head";
    /// `1.234` in a column that does not show what its point means.
    NUMBER_AMBIGUOUS = "number-ambiguous", Error,
        ru: "число {text} в ячейке {cell} читается двояко: дробь {fraction} или целое {whole}{more}",
        en: "the number {text} in cell {cell} has two readings: the fraction {fraction} or the whole {whole}{more}",
        hint_ru: "напишите {fraction} или {whole}",
        hint_en: "write {fraction} or {whole}";
    /// A day used as a figure.
    CELL_DATE = "cell-date-for-number", Error,
        ru: "в ячейке {cell} дата {text}, а нужно число",
        en: "cell {cell} has the date {text}, but a number is needed",
        hint_ru: "если Excel сам превратил число в дату, выберите для ячейки числовой формат и впишите число заново",
        hint_en: "if Excel made a date of your number, choose a number format for the cell and type it again";
    /// A truth value used as a figure.
    CELL_BOOLEAN = "cell-boolean-for-number", Error,
        ru: "в ячейке {cell} логическое значение {text}, а нужно число",
        en: "cell {cell} has the truth value {text}, but a number is needed",
        hint_ru: "впишите число",
        hint_en: "fill the number in";
    /// Something else used as a day.
    CELL_NO_DATE = "cell-not-a-date", Error,
        ru: "в ячейке {cell} «{text}», а нужна дата",
        en: "cell {cell} has “{text}”, but a date is needed",
        hint_ru: "напишите её так: 28.08.2025",
        hint_en: "write it like this: 28.08.2025";
    /// A formula without its result.
    FORMULA_WITHOUT_VALUE = "formula-without-value", Error,
        ru: "в ячейке {cell} формула `{text}`, но её результат в файле не сохранён{more}",
        en: "cell {cell} has the formula `{text}`, but the file does not store its result{more}",
        hint_ru: "откройте файл в Excel или LibreOffice и сохраните: он пересчитает формулы",
        hint_en: "open the file in Excel or LibreOffice and save it: that computes the formulas";
    /// A formula that failed.
    FORMULA_FAILED = "formula-failed", Error,
        ru: "формула в ячейке {cell} не вычислилась: {text}{more}",
        en: "the formula in cell {cell} failed: {text}{more}",
        hint_ru: "исправьте её в таблице",
        hint_en: "correct it in the table";
}

//! What this room has to say.

use crate::messages;

messages! {
    /// Nothing is written where an expression should be.
    EMPTY = "expression-empty", Error,
        ru: "выражение пусто", en: "the expression is empty",
        hint_ru: "напишите число, показатель или вычисление, например `по_фгос / ученики`",
        hint_en: "write a number, an indicator or a computation, e.g. `graduates / pupils`";
    /// A value is wanted.
    NO_VALUE = "expression-no-value", Error,
        ru: "здесь ожидается число, показатель или скобка, а стоит {found}",
        en: "a number, an indicator or a bracket is expected here, not {found}",
        hint_ru: "проверьте, не пропущено ли значение и не лишний ли знак",
        hint_en: "check whether a value is missing or a sign too many";
    /// A formula of Excel.
    SHEET_FORMULA = "expression-no-value", Error,
        ru: "`{text}` – формула Excel, а ячейки здесь называют словами",
        en: "`{text}` is a formula of Excel; cells are named by words here",
        hint_ru: "напишите имя таблицы из `таблицы:`, строку и столбец: `{table}[Всего; 2025]`; по адресу – вместе со словами строки: `{table}[{cell} = Всего]`",
        hint_en: "write the table's name from `tables:`, the row and the column: `{table}[Total; 2025]`; by address, with the row's words: `{table}[{cell} = Total]`";
    /// An operator is wanted.
    NO_OPERATOR = "expression-no-operator", Error,
        ru: "после значения ожидается знак действия, а стоит {found}",
        en: "an operator is expected after a value, not {found}",
        hint_ru: "между значениями нужен `+`, `-`, `*` или `/`; имя показателя пишется слитно: `доля_фгос`",
        hint_en: "write `+`, `-`, `*` or `/` between values; a name has no spaces: `share_of_pupils`";
    /// A bracket or a quotation mark stays open.
    UNCLOSED = "expression-unclosed", Error,
        ru: "не хватает `{closing}`", en: "`{closing}` is missing",
        hint_ru: "закройте скобку или кавычку знаком `{closing}`",
        hint_en: "close the bracket or quotation mark with `{closing}`";
    /// A comma between digits among the arguments of a function.
    TWO_READINGS = "expression-comma-ambiguous", Error,
        ru: "`{text}` читается двояко: одна дробь или два числа",
        en: "`{text}` has two readings: one fraction or two numbers",
        hint_ru: "дробь пишется здесь с точкой: `{point}`; два числа – через точку с запятой: `{list}`",
        hint_en: "write the fraction with a point: `{point}`; two numbers with a semicolon: `{list}`";
    /// Too many brackets within each other.
    TOO_DEEP = "expression-too-deep", Error,
        ru: "скобок внутри скобок больше 64", en: "more than 64 brackets within each other",
        hint_ru: "вынесите часть вычисления в отдельный показатель",
        hint_en: "make a part of the computation an indicator of its own";
    /// Digits that are no number.
    BAD_NUMBER = "expression-number-invalid", Error,
        ru: "`{text}`: {reason}", en: "`{text}`: {reason}",
        hint_ru: "число пишется как `38 569 440` или `3,5`",
        hint_en: "write a number as `38 569 440` or `3.5`";
    /// A function that nobody knows.
    UNKNOWN_FUNCTION = "expression-unknown-function", Error,
        ru: "неизвестная функция `{name}`", en: "unknown function `{name}`",
        hint_ru: "есть `сумма(…)` и `среднее(…)`, по-английски `sum` и `mean`; после имени показателя скобки не пишутся",
        hint_en: "there are `sum(…)` and `mean(…)`, in Russian `сумма` and `среднее`; an indicator has no brackets";
    /// Something behind the point of a name that is not `.previous`.
    UNKNOWN_PROPERTY = "expression-unknown-property", Error,
        ru: "у показателя нет `.{name}`", en: "an indicator has no `.{name}`",
        hint_ru: "есть `.прошлый` – значение за прошлый год", hint_en: "there is `.previous`, the value a year before";
    /// A cell without a column.
    NO_COLUMN = "expression-cell-without-column", Error,
        ru: "названа строка «{row}», но не столбец", en: "the row `{row}` is named, but no column",
        hint_ru: "столбец пишется после точки с запятой: `[{row}; 2025]`",
        hint_en: "the column follows a semicolon: `[{row}; 2025]`";
    /// A cell by its address, without the words that must stand beside it.
    NO_EXPECTATION = "expression-cell-without-words", Error,
        ru: "не сказано, что стоит в строке или столбце ячейки {cell}",
        en: "nothing says which row or column the cell {cell} is in",
        hint_ru: "напишите слова её строки или столбца: `[{cell} = Школы]`; тогда вставленная строка станет ошибкой, а не другой цифрой",
        hint_en: "write the words of its row or column: `[{cell} = Schools]`; an inserted row is then an error and never another figure";
    /// A function of nothing.
    NO_ARGUMENTS = "expression-without-arguments", Error,
        ru: "в скобках функции пусто", en: "the function's brackets are empty",
        hint_ru: "перечислите значения через точку с запятой: `сумма(школы; сады)`",
        hint_en: "list the values with semicolons: `sum(schools; kindergartens)`";
    /// A name that no indicator has.
    UNKNOWN_INDICATOR = "indicator-unknown", Error,
        ru: "неизвестный показатель `{name}`", en: "unknown indicator `{name}`",
        hint_ru: "{advice}", hint_en: "{advice}";
    /// The previous value of an indicator that has none.
    NO_PREVIOUS = "indicator-without-previous", Error,
        ru: "у показателя `{name}` нет прошлого значения", en: "the indicator `{name}` has no previous value",
        hint_ru: "допишите у `{name}` ключ `прошлый:` или столбец прошлого года в лист показателей",
        hint_en: "give `{name}` the key `previous:`, or the sheet of indicators a column of the year before";
    /// Two indicators of one name.
    DUPLICATE = "indicator-duplicate", Error,
        ru: "показатель `{name}` определён дважды", en: "the indicator `{name}` is defined twice",
        hint_ru: "оставьте одно определение или дайте второму другое имя",
        hint_en: "keep one definition or give the second another name";
    /// A name that expressions could not use.
    NAME_INVALID = "indicator-name-invalid", Error,
        ru: "«{name}» не может быть именем показателя", en: "`{name}` cannot be the name of an indicator",
        hint_ru: "имя состоит из букв, цифр и `_` и начинается с буквы, например `{better}`",
        hint_en: "a name has letters, digits and `_` and begins with a letter, e.g. `{better}`";
    /// An indicator that is defined by itself.
    CYCLE = "indicator-cycle", Error,
        ru: "показатель определён через самого себя: {chain}", en: "the indicator is defined by itself: {chain}",
        hint_ru: "одно из этих значений должно быть числом или браться из таблицы",
        hint_en: "one of these values must be a number or come from a table";
    /// A sum of different kinds.
    UNITS_DIFFER = "units-differ", Error,
        ru: "нельзя сложить {one} и {other}", en: "{one} and {other} cannot be added",
        hint_ru: "складываются величины одного рода, например руб. и тыс. руб.; проверьте единицы",
        hint_en: "only figures of one kind are added, e.g. руб. and тыс. руб.; check the units";
    /// A sum of a percentage or a scaled figure and a bare number.
    UNIT_MISSING = "unit-missing", Error,
        ru: "одно слагаемое в «{unit}», у другого единицы нет",
        en: "one part is in `{unit}`, the other has no unit",
        hint_ru: "{advice}", hint_en: "{advice}";
    /// A computed figure is of another kind than its definition says.
    UNIT_DECLARED = "unit-contradicts", Error,
        ru: "вычислено: {computed}, а объявлено: {declared}", en: "computed: {computed}, but declared: {declared}",
        hint_ru: "{advice}", hint_en: "{advice}";
    /// `* 100` and the unit `%`.
    PERCENT_TWICE = "percent-twice", Error,
        ru: "умножение на 100 здесь лишнее: единица «%» сама умножает отношение на 100",
        en: "multiplying by 100 is one time too many: the unit `%` does it",
        hint_ru: "уберите умножение на 100", hint_en: "remove the multiplication by 100";
    /// Division by zero.
    ZERO_DIVISION = "division-by-zero", Error,
        ru: "деление на ноль: значение `{divisor}` равно нулю", en: "division by zero: `{divisor}` is zero",
        hint_ru: "проверьте, заполнена ли ячейка или значение, на которое делите",
        hint_en: "check whether the cell or value by which you divide is filled in";
    /// A number that has no room.
    OVERFLOW = "number-overflow", Error,
        ru: "результат не помещается в 28 цифр", en: "the result has more than 28 digits",
        hint_ru: "проверьте значения; большие суммы считайте в тыс. или млн",
        hint_en: "check the values; count large sums in thousands or millions";
    /// The sheet of indicators lacks a column.
    COLUMN_MISSING = "indicators-column-missing", Error,
        ru: "в таблице показателей нет столбца «{column}»", en: "the sheet of indicators has no column `{column}`",
        hint_ru: "назовите столбцы: имя | показатель | ед. | знаков | 2025 | 2024",
        hint_en: "name the columns: name | what | unit | decimals | 2025 | 2024";
    /// The sheet of indicators has a column twice.
    COLUMN_TWICE = "indicators-column-twice", Error,
        ru: "столбец «{column}» есть дважды", en: "the column `{column}` is there twice",
        hint_ru: "оставьте один из них", hint_en: "keep one of them";
    /// A row of the sheet has no name.
    NAME_EMPTY = "indicators-name-empty", Error,
        ru: "у показателя в этой строке нет имени", en: "the indicator in this row has no name",
        hint_ru: "впишите в столбец «имя» слово, которым он называется в текстах, например `ученики`{or}",
        hint_en: "write into the column `name` the word that texts use for it, e.g. `pupils`{or}";
    /// A row of totals below the indicators.
    TOTAL_LEFT_OUT = "indicators-total-left-out", Note,
        ru: "строка «{text}» без имени – итог листа, а не показатель; она пропущена",
        en: "the row “{text}” without a name is a total of the sheet and no indicator; it is left out",
        hint_ru: "если это показатель, впишите ему имя{or}",
        hint_en: "if it is an indicator, give it a name{or}";
    /// A row of the sheet has no value.
    VALUE_EMPTY = "indicators-value-empty", Note,
        ru: "у показателя `{name}` нет значения: тексты его взять не могут", en: "the indicator `{name}` has no value: no text can use it",
        hint_ru: "впишите число, когда оно будет; если показателя нет, сотрите строку",
        hint_en: "write the number when there is one; if there is no such indicator, delete the row";
    /// A text or an expression asks for an indicator without a value.
    VALUE_UNSET = "indicators-value-empty", Error,
        ru: "у показателя `{name}` нет значения", en: "the indicator `{name}` has no value",
        hint_ru: "впишите число в лист показателей или уберите показатель отсюда",
        hint_en: "write the number into the sheet of indicators, or do without the indicator here";
    /// A value of the sheet is no number.
    VALUE_NOT_NUMBER = "indicators-value-not-number", Error,
        ru: "значение показателя `{name}` – не число: «{text}»",
        en: "the value of the indicator `{name}` is not a number: `{text}`",
        hint_ru: "впишите одно число без слов; единица пишется в столбец «ед.»",
        hint_en: "write one number without words; its unit belongs into the column `unit`";
    /// Decimals of the sheet are no small whole number.
    DECIMALS_INVALID = "indicators-decimals-invalid", Error,
        ru: "«знаков» у показателя `{name}` – не целое число от 0 до 10: «{text}»",
        en: "the decimals of the indicator `{name}` are not a whole number from 0 to 10: `{text}`",
        hint_ru: "впишите, сколько цифр печатать после запятой, например 1",
        hint_en: "write how many digits are printed after the comma, e.g. 1";
}

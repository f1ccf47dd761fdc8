//! What is said while a document is assembled.

crate::messages! {
    /// A picture that says nothing to those who do not see it (PDF/UA-1, 7.3).
    NO_DESCRIPTION = "pdf-alternative-missing", Error,
        ru: "у картинки «{file}» нет описания для тех, кто её не видит",
        en: "the picture “{file}” has no description for readers that do not see it",
        hint_ru: "напишите в `описание:` одну-две фразы о том, что на ней видно",
        hint_en: "write a sentence or two in `alt:` that say what it shows";
    /// `{{п}}` without a name.
    REFERENCE_NAMES = "reference-names", Error,
        ru: "`{helper}` ждёт одно имя", en: "`{helper}` takes one name",
        hint_ru: "напишите так: `{{{helper} имя}}`", hint_en: "write it so: `{{{helper} name}}`";
    /// A reference to something that is not there.
    LOST_REFERENCE = "lost-reference", Error,
        ru: "ссылка на `{name}` никуда не ведёт", en: "the reference to `{name}` leads nowhere",
        hint_ru: "{known}", hint_en: "{known}";
    /// A reference to a name that several things have.
    SHARED_NAME = "shared-name", Error,
        ru: "имя `{name}` здесь у нескольких: ссылка ведёт неизвестно куда",
        en: "several things have the name `{name}`: nobody knows where the reference leads",
        hint_ru: "дайте своё имя тому, на что ссылаетесь, остальным оно не нужно: {put}; в ссылке напишите его же: {call}",
        hint_en: "give a name of its own to the one that is meant, the others need none: {put}; and write it in the reference: {call}";
    /// A reference where nothing has a name.
    NOTHING_TO_REFER_TO = "lost-reference", Error,
        ru: "ссылка на `{name}` никуда не ведёт", en: "the reference to `{name}` leads nowhere",
        hint_ru: "дайте пункту имя: `id: {name}`", hint_en: "give the clause a name: `id: {name}`";
    /// A reference to a table where the document shows none.
    NO_TABLE_TO_REFER_TO = "lost-reference", Error,
        ru: "ссылка на `{name}` никуда не ведёт: в документе нет ни одной таблицы",
        en: "the reference to `{name}` leads nowhere: the document has no table",
        hint_ru: "поставьте таблицу в пункт: `таблица: {name}`", hint_en: "put the table into a clause: `table: {name}`";
    /// A reference to a chart where the document shows none.
    NO_CHART_TO_REFER_TO = "lost-reference", Error,
        ru: "ссылка на `{name}` никуда не ведёт: в документе нет ни одного рисунка",
        en: "the reference to `{name}` leads nowhere: the document has no figure",
        hint_ru: "поставьте диаграмму в пункт: `диаграмма: {name}`", hint_en: "put the chart into a clause: `chart: {name}`";
    /// A reference to an appendix where none has a name.
    NO_APPENDIX_TO_REFER_TO = "lost-reference", Error,
        ru: "ссылка на `{name}` никуда не ведёт", en: "the reference to `{name}` leads nowhere",
        hint_ru: "дайте приложению имя: `id: {name}`", hint_en: "give the appendix a name: `id: {name}`";
    /// A figure nobody defined.
    UNDEFINED = "undefined-indicator", Error,
        ru: "нет показателя `{name}`", en: "there is no indicator `{name}`",
        hint_ru: "{known}", hint_en: "{known}";
    /// A helper with too few or too many arguments.
    HELPER_ARGUMENTS = "helper-arguments", Error,
        ru: "`{helper}` пишут иначе", en: "`{helper}` is written otherwise",
        hint_ru: "напишите так: `{usage}`", hint_en: "write it so: `{usage}`";
    /// `{{сколько школы школа школы школ}}`
    FORMS_APART = "helper-arguments", Error,
        ru: "формы слова в `{helper}` пишут вместе, через черту", en: "`{helper}` takes the forms of a word together, with bars between",
        hint_ru: "напишите так: `{usage}`", hint_en: "write it so: `{usage}`";
    /// `{{ученики знаокв=2}}`
    UNKNOWN_OPTION = "unknown-option", Error,
        ru: "у `{head}` нет настройки `{name}`", en: "`{head}` takes no option `{name}`",
        hint_ru: "{known}", hint_en: "{known}";
    /// `{{ученики знаков=два}}`
    BAD_OPTION = "bad-option", Error,
        ru: "`{text}`: {expected}", en: "`{text}`: {expected}",
        hint_ru: "напишите, например: {examples}", hint_en: "write, for example: {examples}";
    /// A word in a call that nothing asks for.
    EXTRA_ARGUMENT = "extra-argument", Error,
        ru: "лишнее слово `{word}`", en: "the word `{word}` is not asked for",
        hint_ru: "напишите без него: `{call}`", hint_en: "write it without: `{call}`";
    /// A comparison without a previous value.
    NO_PREVIOUS = "no-previous", Error,
        ru: "у показателя `{name}` нет прошлого значения", en: "the indicator `{name}` has no previous value",
        hint_ru: "допишите `прошлый:` у показателя (в листе показателей – число в столбце прошлого года){second}",
        hint_en: "give the indicator `previous:` (in a sheet of indicators, a number in the last year's column){second}";
    /// A share of nothing.
    DIVISION_BY_ZERO = "division-by-zero", Error,
        ru: "деление на ноль: `{name}` равен нулю", en: "division by zero: `{name}` is zero",
        hint_ru: "проверьте таблицу или перепишите предложение без доли", hint_en: "check the table, or say it without a share";
    /// «на 5 больше» over a figure that fell.
    WRONG_DIRECTION = "wrong-direction", Error,
        ru: "в тексте «{word}», а показатель {change}", en: "the text says “{word}”, but the figure {change}",
        hint_ru: "напишите слово по знаку числа или дайте выбрать его программе: `{call}`",
        hint_en: "write the word that the figure's sign asks for, or let the program choose it: `{call}`";
    /// Units that cannot be compared.
    UNLIKE_UNITS = "unlike-units", Error,
        ru: "нельзя сравнить «{a}» и «{b}»", en: "“{a}” and “{b}” cannot be compared",
        hint_ru: "назовите показатели в одинаковых единицах", hint_en: "name indicators of the same unit";
    /// A figure that is too large for words or arithmetic.
    TOO_LARGE = "too-large", Error,
        ru: "число слишком велико: {why}", en: "the figure is too large: {why}",
        hint_ru: "проверьте значение показателя", hint_en: "check the indicator's value";
    /// A table nobody described.
    UNKNOWN_TABLE = "unknown-name", Error,
        ru: "в комплекте нет таблицы `{name}`", en: "the pack has no table `{name}`",
        hint_ru: "{known}", hint_en: "{known}";
    /// A table that nobody could read on paper.
    TABLE_TOO_LONG = "table-too-long", Error,
        ru: "в таблице `{name}` строк: {rows}, а печатается не больше {limit}",
        en: "the table `{name}` has {rows} rows; {limit} at most are printed",
        hint_ru: "назовите нужные строки: `строки: [Школы, Всего]`", hint_en: "name the rows you need: `rows: [Школы, Всего]`";
    /// A helper nobody knows.
    UNKNOWN_HELPER = "unknown-helper", Error,
        ru: "неизвестное слово `{name}` перед показателем", en: "unknown helper `{name}`",
        hint_ru: "{known}", hint_en: "{known}";
    /// Forms of a word that are no forms.
    BAD_FORMS = "bad-forms", Error,
        ru: "`{text}`: {why}", en: "`{text}`: {why}",
        hint_ru: "напишите слова через черту: `{usage}`", hint_en: "write the words with bars between: `{usage}`";
    /// A unit of words that the program cannot decline.
    UNIT_WITHOUT_FORMS = "unit-without-forms", Error,
        ru: "единицу «{unit}» программа не умеет ставить после числа", en: "the program cannot put the unit “{unit}” behind a number",
        hint_ru: "напишите её после 1, 2 и 5: `{call}`",
        hint_en: "write it as it stands after 1, 2 and 5: `{call}`";
    /// A fact of the conference that the pack does not give.
    NO_CONFERENCE_FACT = "no-conference-fact", Error,
        ru: "в `конференция:` нет ключа `{key}`", en: "`conference:` has no `{key}`",
        hint_ru: "допишите его в pack.yaml", hint_en: "add it to pack.yaml";
    /// A clause without id or deadline.
    NO_DEADLINE = "no-deadline", Error,
        ru: "нет пункта `{name}` со сроком", en: "there is no clause `{name}` with a deadline",
        hint_ru: "{known}", hint_en: "{known}";
    /// A computed figure of which nobody says how it is rounded.
    NO_DECIMALS = "no-decimals", Error,
        ru: "не сказано, сколько знаков у `{name}` печатать", en: "nobody says how many decimals of `{name}` are printed",
        hint_ru: "допишите у показателя `знаков: 1` или здесь: `знаков=1`",
        hint_en: "give the indicator `decimals: 1`, or write `decimals=1` here";
    /// Computed numbers of which neither table nor pack says how they are rounded.
    DECIMALS_CHOSEN = "decimals-chosen", Note,
        ru: "не сказано, сколько знаков печатать у вычисленных чисел таблицы «{table}» (ячеек: {count}, первая – {cell}); {cell} напечатана так: {printed}",
        en: "nobody says how many decimals the computed numbers of the table “{table}” are printed with (cells: {count}, the first is {cell}); {cell} is printed as {printed}",
        hint_ru: "задайте этим ячейкам в Excel число знаков или допишите, где стоит таблица: `знаков: {column}`",
        hint_en: "give these cells their decimals in Excel, or write where the table stands: `decimals: {column}`";
    /// A chart of a table and of indicators.
    CHART_OF_BOTH = "chart-source", Error,
        ru: "у диаграммы и таблица, и показатели", en: "the chart has both a table and indicators",
        hint_ru: "оставьте одно: `таблица:` или `показатели:`", hint_en: "keep one: `table:` or `indicators:`";
    /// A chart of nothing.
    CHART_OF_NOTHING = "chart-source", Error,
        ru: "не сказано, что показывает диаграмма", en: "nobody says what the chart shows",
        hint_ru: "назовите таблицу (`таблица: имя`) или показатели (`показатели: [имя, имя]`)",
        hint_en: "name a table (`table: name`) or indicators (`indicators: [name, name]`)";
    /// A chart without a number.
    CHART_EMPTY = "chart-empty", Error,
        ru: "в диаграмме нечего показывать: здесь нет ни одного числа или все – нули",
        en: "the chart has nothing to show: there is no number, or all are zero",
        hint_ru: "назовите строки и столбцы с числами", hint_en: "name rows and columns with numbers";
    /// More numbers than a page can show.
    CHART_TOO_LARGE = "chart-too-large", Error,
        ru: "в диаграмме {count} чисел: столько не разглядеть", en: "the chart has {count} numbers: nobody can see so many",
        hint_ru: "выберите главное: `строки:` и `столбцы:`", hint_en: "choose what matters: `rows:` and `columns:`";
    /// Numbers in different units on one axis.
    CHART_UNITS = "chart-units", Error,
        ru: "на одной оси разные единицы: «{one}» и «{two}»", en: "different units on one axis: “{one}” and “{two}”",
        hint_ru: "выберите строки и столбцы одной единицы; для двух единиц есть `вид: столбцы с линией`",
        hint_en: "choose rows and columns of one unit; for two units there is `kind: columns with line`";
    /// A negative part of a whole.
    CHART_NEGATIVE = "chart-negative", Error,
        ru: "{value} не может быть частью целого", en: "{value} cannot be a part of a whole",
        hint_ru: "покажите это столбцами: `вид: столбцы`", hint_en: "show it as columns: `kind: columns`";
    /// Parts of several wholes.
    CHART_ONE_SERIES = "chart-one-series", Error,
        ru: "доли показывают один ряд чисел, а здесь их {count}", en: "shares show one series of numbers; here are {count}",
        hint_ru: "выберите один столбец или одну строку; несколько рядов показывает `вид: столбцы 100 %`",
        hint_en: "choose one column or one row; several series are shown by `kind: percent columns`";
    /// Too many parts of a whole.
    CHART_PARTS = "chart-parts", Error,
        ru: "долей {count}, а различить можно не больше шести", en: "there are {count} parts; no more than six can be told apart",
        hint_ru: "выберите строки, сложив мелкие в «Прочие», или возьмите `вид: полосы`",
        hint_en: "choose rows, with the small ones summed up as “Other”, or take `kind: bars`";
    /// The whole among its parts.
    CHART_TOTAL = "chart-total", Error,
        ru: "среди долей – итог «{name}»: все проценты выйдут вдвое меньше", en: "the total “{name}” stands among the parts: every share would be half of what it is",
        hint_ru: "назовите строки без итога: `строки: [{rows}]`", hint_en: "name the rows without the total: `rows: [{rows}]`";
    /// A chart of one number.
    CHART_ONE_NUMBER = "chart-one-number", Note,
        ru: "в диаграмме одно число: это показатель, а не диаграмма",
        en: "the chart shows one number: that is an indicator, not a chart",
        hint_ru: "на слайде напишите `показатели: [имя]` вместо `диаграмма`, в тексте – само число; диаграмме нужны хотя бы два числа",
        hint_en: "on a slide write `indicators: [name]` in place of `chart`, in a text the number itself; a chart needs at least two numbers";
    /// Columns with a line without one of both.
    CHART_WITHOUT_LINE = "chart-without-line", Error,
        ru: "столбцам с линией нужны хотя бы один ряд столбцов и один ряд линии",
        en: "columns with a line need at least one series of columns and one of the line",
        hint_ru: "выберите два ряда; который из них линия, говорит `линия: имя`",
        hint_en: "choose two series; `line: name` says which is the line";
    /// A series that the chart does not have.
    CHART_SERIES = "chart-series", Error,
        ru: "в диаграмме нет ряда `{name}`", en: "the chart has no series `{name}`",
        hint_ru: "{known}", hint_en: "{known}";
}

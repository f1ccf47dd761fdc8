//! What is said while a document is assembled.

crate::messages! {
    /// `{{п}}` without a name.
    REFERENCE_NAMES = "reference-names", Error,
        ru: "`{helper}` ждёт одно имя", en: "`{helper}` takes one name",
        hint_ru: "напишите так: `{{{helper} имя}}`", hint_en: "write it so: `{{{helper} name}}`";
    /// A reference to something that is not there.
    LOST_REFERENCE = "lost-reference", Error,
        ru: "ссылка на `{name}` никуда не ведёт", en: "the reference to `{name}` leads nowhere",
        hint_ru: "{known}", hint_en: "{known}";
    /// A reference where nothing has a name.
    NOTHING_TO_REFER_TO = "lost-reference", Error,
        ru: "ссылка на `{name}` никуда не ведёт", en: "the reference to `{name}` leads nowhere",
        hint_ru: "дайте пункту имя: `id: {name}`", hint_en: "give the clause a name: `id: {name}`";
    /// A reference to a table where the document shows none.
    NO_TABLE_TO_REFER_TO = "lost-reference", Error,
        ru: "ссылка на `{name}` никуда не ведёт: в документе нет ни одной таблицы",
        en: "the reference to `{name}` leads nowhere: the document has no table",
        hint_ru: "поставьте таблицу в пункт: `таблица: {name}`", hint_en: "put the table into a clause: `table: {name}`";
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
    /// A comparison without a previous value.
    NO_PREVIOUS = "no-previous", Error,
        ru: "у показателя `{name}` нет прошлого значения", en: "the indicator `{name}` has no previous value",
        hint_ru: "допишите `прошлый:` у показателя или назовите второй показатель: `{{{helper} {name} другой}}`",
        hint_en: "give the indicator `previous:`, or name a second one: `{{{helper} {name} other}}`";
    /// A share of nothing.
    DIVISION_BY_ZERO = "division-by-zero", Error,
        ru: "деление на ноль: `{name}` равен нулю", en: "division by zero: `{name}` is zero",
        hint_ru: "проверьте таблицу или перепишите предложение без доли", hint_en: "check the table, or say it without a share";
    /// «на 5 больше» over a figure that fell.
    WRONG_DIRECTION = "wrong-direction", Error,
        ru: "в тексте «{word}», а показатель {change}", en: "the text says “{word}”, but the figure {change}",
        hint_ru: "напишите слово по знаку числа или дайте выбрать его программе: `{{{helper} {name}}}`",
        hint_en: "write the word that the figure's sign asks for, or let the program choose it: `{{{helper} {name}}}`";
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
    /// A helper nobody knows.
    UNKNOWN_HELPER = "unknown-helper", Error,
        ru: "неизвестное слово `{name}` перед показателем", en: "unknown helper `{name}`",
        hint_ru: "{known}", hint_en: "{known}";
    /// Forms of a word that are no forms.
    BAD_FORMS = "bad-forms", Error,
        ru: "`{text}`: {why}", en: "`{text}`: {why}",
        hint_ru: "напишите формы через черту: `\"ученик|ученика|учеников\"`",
        hint_en: "write the forms with bars between: `\"ученик|ученика|учеников\"`";
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
}

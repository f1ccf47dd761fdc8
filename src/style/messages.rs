//! What is said about style sheets.

crate::messages! {
    /// Not a measure.
    NOT_A_MEASURE = "not-a-measure", Error,
        ru: "`{text}` – не число", en: "`{text}` is not a number",
        hint_ru: "напишите число, например `12,5`", hint_en: "write a number, for example `12.5`";
    /// A measure with which no page can be made.
    OUT_OF_RANGE = "measure-out-of-range", Error,
        ru: "`{text}` здесь не годится: бывает от {from} до {to} {unit}", en: "`{text}` does not do here: from {from} to {to} {unit}",
        hint_ru: "проверьте число и единицу", hint_en: "check the number and its unit";
    /// Margins that leave no room for text.
    NO_ROOM = "no-room-for-text", Error,
        ru: "поля не оставляют места тексту: строка {width} мм, а нужно хотя бы {least}",
        en: "the margins leave no room for text: lines of {width} mm, and at least {least} are needed",
        hint_ru: "уменьшите поля или увеличьте лист", hint_en: "make the margins smaller or the page larger";
    /// Not a colour.
    NOT_A_COLOR = "not-a-colour", Error,
        ru: "`{text}` – не цвет", en: "`{text}` is not a colour",
        hint_ru: "напишите шесть шестнадцатеричных цифр в кавычках, например `\"1F4E79\"`, или `акцент`",
        hint_en: "write six hexadecimal digits in quotation marks, for example `\"1F4E79\"`, or `accent`";
    /// A style that the sheet does not have.
    UNKNOWN_STYLE = "unknown-style", Error,
        ru: "в таблице стилей нет стиля `{style}`", en: "the style sheet has no style `{style}`",
        hint_ru: "опишите его в `абзацы:` выше этого места", hint_en: "describe it under `paragraphs:` above this place";
}

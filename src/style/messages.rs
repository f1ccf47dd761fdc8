//! What is said about style sheets.

crate::messages! {
    /// Not a measure.
    NOT_A_MEASURE = "not-a-measure", Error,
        ru: "`{text}` – не число", en: "`{text}` is not a number",
        hint_ru: "напишите число, например `12,5`", hint_en: "write a number, for example `12.5`";
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

//! What is said about style sheets.

crate::messages! {
    /// Not a measure.
    NOT_A_MEASURE = "not-a-measure", Error,
        ru: "`{text}` – не число", en: "`{text}` is not a number",
        hint_ru: "напишите число, например `12,5`", hint_en: "write a number, for example `12.5`";
    /// Not a colour.
    NOT_A_COLOR = "not-a-color", Error,
        ru: "`{text}` – не цвет", en: "`{text}` is not a colour",
        hint_ru: "напишите решётку и шесть знаков в кавычках: `\"#1F4E79\"`",
        hint_en: "write a hash and six digits in quotes: `\"#1F4E79\"`";
    /// A style that the sheet does not have.
    UNKNOWN_STYLE = "unknown-style", Error,
        ru: "в таблице стилей нет стиля `{style}`", en: "the style sheet has no style `{style}`",
        hint_ru: "опишите его в `абзацы:` выше этого места", hint_en: "describe it under `paragraphs:` above this place";
}

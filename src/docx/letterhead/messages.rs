//! What is said about letterheads.

crate::messages! {
    /// A letterhead that cannot be read.
    BROKEN = "letterhead-broken", Error,
        ru: "образец «{file}» не читается как документ Word: {why}",
        en: "the letterhead “{file}” cannot be read as a Word document: {why}",
        hint_ru: "откройте его в Word или LibreOffice и сохраните как .docx",
        hint_en: "open it in Word or LibreOffice and save it as .docx";
    /// A letterhead that unpacks to more than is reasonable.
    TOO_LARGE = "letterhead-too-large", Error,
        ru: "образец «{file}» слишком велик: {why}", en: "the letterhead “{file}” is too large: {why}",
        hint_ru: "уменьшите рисунки в колонтитулах и удалите лишние страницы",
        hint_en: "make the pictures in its headers smaller and delete pages that are not needed";
    /// A letterhead that leads outside of itself, or holds what is no part of a letterhead.
    UNSAFE = "letterhead-unsafe", Error,
        ru: "в колонтитулах образца «{file}» есть то, что переносить нельзя: {what}",
        en: "the headers of the letterhead “{file}” hold what cannot be taken over: {what}",
        hint_ru: "оставьте в колонтитулах текст, таблицы и вставленные рисунки",
        hint_en: "leave text, tables and embedded pictures there";
    /// A letterhead without headers and footers.
    EMPTY = "letterhead-empty", Warning,
        ru: "в образце «{file}» нет колонтитулов: шапку взять неоткуда, взяты только стили",
        en: "the letterhead “{file}” has no headers or footers: only its styles are taken over",
        hint_ru: "перенесите шапку бланка из текста в верхний колонтитул первой страницы",
        hint_en: "move the letterhead from the text into the header of the first page";
}

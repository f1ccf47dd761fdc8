//! What this room has to say.

crate::messages! {
    /// PDF/UA-1, 7.1: the title is shown in the window's bar.
    TITLE_MISSING = "pdf-title-missing", Error,
        ru: "у документа нет названия для окна программы просмотра и каталога библиотеки",
        en: "the document has no title for the reader's window and for library catalogues",
        hint_ru: "напишите название: без него файл не отвечает PDF/UA",
        hint_en: "give it a title: without one the file is not PDF/UA";
    /// PDF/A-2, 6.2.11.8, and PDF/UA-1, 7.21.8: no text is drawn with `.notdef`.
    GLYPH_MISSING = "pdf-glyph-missing", Error,
        ru: "в шрифте ({face}) нет знаков {characters}",
        en: "the face ({face}) lacks {characters}",
        hint_ru: "замените эти знаки другими: вместо них напечатались бы пустые прямоугольники",
        hint_en: "write other characters: empty boxes would be printed in their place";
    /// PDF/UA-1, 7.3: every figure has an alternative text.
    ALTERNATIVE_MISSING = "pdf-alternative-missing", Error,
        ru: "у рисунка на странице {page} нет описания для тех, кто его не видит",
        en: "the figure on page {page} has no description for readers that do not see it",
        hint_ru: "добавьте одну-две фразы о том, что на нём показано",
        hint_en: "add a sentence or two that say what it shows";
    /// A reference must lead somewhere (PDF/UA-1, 7.18.5).
    TARGET_MISSING = "pdf-target-missing", Error,
        ru: "ссылка «{description}» на странице {page} ведёт к `{target}`, чего в документе нет",
        en: "the reference “{description}” on page {page} leads to `{target}`, which the document does not have",
        hint_ru: "исправьте имя в ссылке или дайте это имя нужному пункту, таблице, приложению",
        hint_en: "correct the name, or give that name to the clause, table or appendix meant";
    /// The bytes of a face are no TrueType font.
    FACE_UNREADABLE = "pdf-face-unreadable", Error,
        ru: "файл шрифта ({face}) не читается как TrueType",
        en: "the font file ({face}) cannot be read as TrueType",
        hint_ru: "положите на его место исправный файл .ttf",
        hint_en: "put a sound .ttf file in its place";
    /// More different glyphs or readings than two-byte codes can tell apart.
    CODES_EXHAUSTED = "pdf-codes-exhausted", Error,
        ru: "в одном документе больше 65 000 разных знаков одного начертания ({face})",
        en: "more than 65,000 different characters of one face ({face}) in one document",
        hint_ru: "разделите документ на части",
        hint_en: "divide the document";
    /// Pages and tree contradict each other: a fault of this program.
    PAGES_INCONSISTENT = "pdf-pages-inconsistent", Error,
        ru: "страницы и дерево документа не согласованы: {what}",
        en: "the pages and the tree of the document contradict each other: {what}",
        hint_ru: "это ошибка программы, а не ваша: пришлите её авторам пакет, на котором она видна",
        hint_en: "this is the program's fault, not yours: send its authors the pack that shows it";
}

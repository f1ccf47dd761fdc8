//! What typesetting has to say.

crate::messages! {
    /// A character for which no face has a glyph.
    MISSING_GLYPH = "missing-glyph", Error,
        ru: "в шрифте нет знака «{character}» ({code})",
        en: "the font has no glyph for «{character}» ({code})",
        hint_ru: "замените этот знак другим{bullet}: на бумаге вместо него была бы пустая рамка",
        hint_en: "write another character{bullet}: paper would show an empty box in its place";
    /// Content that does not fit its slide in letters that are read from a distance.
    SLIDE_OVERFLOW = "slide-overflow", Warning,
        ru: "на слайде «{slide}» не помещается «{text}…»: буквы мельче {smallest} пт",
        en: "on the slide “{slide}” there is no room for “{text}…”: letters are below {smallest} pt",
        hint_ru: "сократите текст, возьмите меньше столбцов или строк, длинный текст разделите на пункты: слайд читают с места",
        hint_en: "make it shorter, take fewer columns or rows, divide a long text into points: slides are read from a distance";
    /// A table that does not.
    SLIDE_TABLE_OVERFLOW = "slide-overflow", Warning,
        ru: "на слайде «{slide}» не помещается «{text}…»: буквы мельче {smallest} пт",
        en: "on the slide “{slide}” there is no room for “{text}…”: letters are below {smallest} pt",
        hint_ru: "покажите меньше столбцов (`столбцы: […]`) или строк (`строки: […]`) либо дайте таблице отдельный слайд",
        hint_en: "show fewer columns (`columns: […]`) or rows (`rows: […]`), or give the table a slide of its own";
    /// Content that goes on on more slides than anybody looks at.
    SLIDE_CUT = "slide-cut", Warning,
        ru: "слайд «{slide}» продолжен {count} раз, дальше не вошло ничего, первое из этого – «{text}…»",
        en: "the slide “{slide}” goes on {count} times, and what comes then is left out, first of it “{text}…”",
        hint_ru: "возьмите меньше строк или пунктов, остальное раздайте приложением",
        hint_en: "take fewer rows or points, and hand out the rest as an appendix";
    /// A paragraph or table whose style is not in the style sheet.
    UNKNOWN_STYLE = "unknown-style", Error,
        ru: "в таблице стилей нет стиля `{style}`",
        en: "the style sheet has no style `{style}`",
        hint_ru: "добавьте стиль `{style}` в таблицу стилей или назовите один из имеющихся: {known}",
        hint_en: "add the style `{style}` to the style sheet or name one that is there: {known}";
    /// A picture of too few dots for its size.
    PICTURE_COARSE = "picture-coarse", Warning,
        ru: "картинка мелкая: при печати в этом размере – {dots} точек на дюйм, видны ступеньки",
        en: "the picture is small: at this size it has {dots} dots to the inch, and they are seen",
        hint_ru: "возьмите файл побольше (слайду довольно 1920 × 1080) или укажите меньшую `высоту:`",
        hint_en: "take a larger file (1920 × 1080 is enough for a slide) or give it less `height:`";
    /// A table with words wider than its columns can be.
    TABLE_TOO_NARROW = "table-too-narrow", Warning,
        ru: "таблица не помещается на лист («{table}»): столбцу «{column}» не хватает места для слова из «{text}»",
        en: "the table does not fit its page (“{table}”): the column “{column}” has no room for a word of “{text}”",
        hint_ru: "поверните таблицу набок (`альбомная: да` у приложения), возьмите меньше столбцов или сократите слово",
        hint_en: "turn the table on its side (`landscape: yes` of the appendix), take fewer columns, or shorten the word";
    /// A chart without room for its words.
    CHART_TOO_SMALL = "chart-too-small", Warning,
        ru: "диаграмме тесно: подписи перекрываются", en: "the chart has too little room: words overlap",
        hint_ru: "увеличьте `высоту:`, выберите меньше строк или возьмите `вид: полосы`",
        hint_en: "give it more `height:`, choose fewer rows, or take `kind: bars`";
    /// Bars without room for their words.
    BARS_TOO_SMALL = "chart-too-small", Warning,
        ru: "диаграмме тесно: подписи перекрываются", en: "the chart has too little room: words overlap",
        hint_ru: "увеличьте `высоту:` или выберите меньше строк (`строки: […]`)",
        hint_en: "give it more `height:`, or choose fewer rows (`rows: […]`)";
    /// A chart without room for its words on a slide, which it cannot make higher.
    SLIDE_CHART_TOO_SMALL = "chart-too-small", Warning,
        ru: "диаграмме тесно на слайде: подписи перекрываются",
        en: "the chart has too little room on its slide: words overlap",
        hint_ru: "выберите меньше строк (`строки: […]`) или дайте диаграмме отдельный слайд",
        hint_en: "choose fewer rows (`rows: […]`), or give the chart a slide of its own";
}

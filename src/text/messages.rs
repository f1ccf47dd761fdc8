//! What is said about text fields.

crate::messages! {
    /// `{{` without `}}`.
    UNCLOSED_BRACES = "unclosed-braces", Error,
        ru: "у `{{` нет закрывающих скобок `}}`", en: "`{{` is never closed by `}}`",
        hint_ru: "допишите `}}` после имени показателя; просто две скобки пишутся так: `\\{{`",
        hint_en: "write `}}` after the indicator's name; two plain braces are written `\\{{`";
    /// `}}` without `{{`.
    STRAY_BRACES = "stray-braces", Warning,
        ru: "`}}` без открывающих скобок `{{`: эти знаки напечатаются как есть",
        en: "`}}` without `{{` before it: the characters are printed as they are",
        hint_ru: "показатель пишут в двойных скобках с обеих сторон: `{{ученики}}`",
        hint_en: "an indicator has two braces on both sides: `{{pupils}}`";
    /// `{{}}`.
    EMPTY_BRACES = "empty-braces", Error,
        ru: "между `{{` и `}}` ничего нет", en: "there is nothing between `{{` and `}}`",
        hint_ru: "напишите имя показателя, например `{{ученики}}`",
        hint_en: "write an indicator's name, for example `{{pupils}}`";
    /// `{{#if …}}` in a text.
    NOT_A_FIGURE = "not-a-figure", Error,
        ru: "`{{{text} …}}` – запись для макетов, в тексте она не действует",
        en: "`{{{text} …}}` belongs to layouts and means nothing in a text",
        hint_ru: "в тексте пишут имя показателя, `{{ученики}}`, или слово с показателем, `{{сравнить ученики}}`",
        hint_en: "a text takes an indicator's name, `{{pupils}}`, or a helper with one, `{{compare pupils}}`";
    /// `**` without its pair.
    UNCLOSED_EMPHASIS = "unclosed-emphasis", Warning,
        ru: "выделение `{mark}` не закрыто до конца абзаца", en: "`{mark}` is not closed before the paragraph ends",
        hint_ru: "поставьте `{mark}` и после последнего выделенного слова; сама звёздочка пишется `\\*`",
        hint_en: "put `{mark}` after the last emphasised word too; a plain star is written `\\*`";
}

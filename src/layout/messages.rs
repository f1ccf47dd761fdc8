//! What is said about layouts and style sheets.

crate::messages! {
    /// A layout nobody has.
    UNKNOWN_LAYOUT = "unknown-layout", Error,
        ru: "нет макета `{name}`", en: "there is no layout `{name}`",
        hint_ru: "есть такие: {known}; свой макет – папка `макеты/{name}` с файлом layout.hbs",
        hint_en: "there are: {known}; a layout of your own is a folder `templates/{name}` with a layout.hbs";
    /// A layout nobody has, but like one.
    UNKNOWN_LAYOUT_NEAR = "unknown-layout", Error,
        ru: "нет макета `{name}`", en: "there is no layout `{name}`",
        hint_ru: "возможно, `{known}`?", hint_en: "perhaps `{known}`?";
    /// A template that handlebars cannot read.
    BROKEN_TEMPLATE = "broken-template", Error,
        ru: "макет не читается: {why}", en: "the layout cannot be read: {why}",
        hint_ru: "проверьте скобки `{{` `}}` и пары `{{#if}}` … `{{/if}}`",
        hint_en: "check the braces `{{` `}}` and the pairs `{{#if}}` … `{{/if}}`";
    /// A layout that stopped while it was rendered.
    LAYOUT_FAILED = "layout-failed", Error,
        ru: "макет не выполняется: {why}", en: "the layout does not run: {why}",
        hint_ru: "имена полей макета показывает `avgust layouts list`",
        hint_en: "`avgust layouts list` shows the names that a layout may use";
    /// A layout that writes without end.
    TOO_MANY_ELEMENTS = "too-many-elements", Error,
        ru: "макет пишет больше 1 000 000 элементов", en: "the layout writes more than 1,000,000 elements",
        hint_ru: "похоже, он повторяет сам себя", hint_en: "it seems to repeat itself";
    /// Partials that call each other without end.
    PARTIALS_TOO_DEEP = "partials-too-deep", Error,
        ru: "части макета вызывают друг друга глубже 64 уровней или больше 1 000 000 раз",
        en: "the layout's partials call each other deeper than 64 levels or more than 1,000,000 times",
        hint_ru: "поставьте `{{#if}}` или `{{#each}}` вокруг `{{> …}}`, который вызывает сам себя",
        hint_en: "put `{{#if}}` or `{{#each}}` around the `{{> …}}` that calls itself";
    /// A layout that works without end and writes nothing.
    TOO_MANY_STEPS = "too-many-steps", Error,
        ru: "макет делает больше 10 000 000 шагов", en: "the layout takes more than 10,000,000 steps",
        hint_ru: "похоже, `{{#each}}` или `{{> …}}` повторяет одно и то же слишком много раз",
        hint_en: "an `{{#each}}` or `{{> …}}` seems to repeat the same too many times";
    /// Markup that is not XML.
    BROKEN_MARKUP = "broken-markup", Error,
        ru: "макет написал не XML: {why}", en: "the layout did not write XML: {why}",
        hint_ru: "проверьте, закрыт ли каждый элемент", hint_en: "check that every element is closed";
    /// An element that the vocabulary does not have, or not here.
    UNKNOWN_ELEMENT = "unknown-element", Error,
        ru: "элемента `<{name}>` здесь не бывает", en: "`<{name}>` does not belong here",
        hint_ru: "здесь бывают: {known}", hint_en: "these belong here: {known}";
    /// An attribute that the element does not have.
    UNKNOWN_ATTRIBUTE = "unknown-attribute", Error,
        ru: "у `<{element}>` нет свойства `{name}`", en: "`<{element}>` has no attribute `{name}`",
        hint_ru: "есть такие: {known}", hint_en: "it has: {known}";
    /// An attribute's value that means nothing.
    BAD_ATTRIBUTE = "bad-attribute", Error,
        ru: "`{name}=\"{value}\"` ничего не значит", en: "`{name}=\"{value}\"` means nothing",
        hint_ru: "напишите одно из: {known}", hint_en: "write one of: {known}";
    /// Text where only elements stand.
    STRAY_TEXT = "stray-text", Error,
        ru: "текст «{text}» стоит вне абзаца", en: "the text “{text}” stands outside a paragraph",
        hint_ru: "заключите его в `<p>…</p>`", hint_en: "put it into `<p>…</p>`";
    /// A handle that stands for no text.
    NOT_PRINTABLE = "not-printable", Error,
        ru: "это значение нельзя напечатать как текст", en: "this value cannot be printed as text",
        hint_ru: "таблицу ставит `<data-table of=\"…\"/>`", hint_en: "`<data-table of=\"…\"/>` places a table";
    /// Elements within elements without end.
    TOO_NESTED = "too-nested", Error,
        ru: "элементы вложены глубже 64 уровней", en: "elements are nested deeper than 64 levels",
        hint_ru: "", hint_en: "";
}

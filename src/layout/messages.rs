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
    /// A partial that the layout has not.
    NO_PARTIAL = "layout-failed", Error,
        ru: "нет файла `{name}.hbs`", en: "there is no file `{name}.hbs`",
        hint_ru: "он должен лежать рядом с layout.hbs; есть такие: {known}",
        hint_en: "it belongs beside layout.hbs; there are: {known}";
    /// A list or a record in the place of a text.
    LIST_PRINTED = "list-printed", Error,
        ru: "здесь печатается список или запись, а не текст", en: "a list or a record is printed here in place of a text",
        hint_ru: "список проходит `{{#each имя}}…{{/each}}`, у записи называют поле: `{{имя.поле}}`",
        hint_en: "`{{#each name}}…{{/each}}` goes through a list; of a record, name a field: `{{name.field}}`";
    /// A layout that is based on itself.
    BASED_ON_ITSELF = "based-on-itself", Error,
        ru: "макет `{name}` основан на самом себе", en: "the layout `{name}` is based on itself",
        hint_ru: "назовите в `на_основе:` другой макет или удалите эту строку",
        hint_en: "name another layout in `based_on:`, or remove this line";
    /// PowerPoint for a layout without slides.
    NO_SLIDES = "format-of-nothing", Error,
        ru: "в формат {format} этому макету нечего писать: в нём нет `<slide>`",
        en: "this layout has nothing to write as {format}: it has no `<slide>`",
        hint_ru: "уберите {format} или пишите содержание на слайдах: `<slide>…</slide>`",
        hint_en: "remove {format}, or put the content on slides: `<slide>…</slide>`";
    /// Workbooks and calendars for a layout that is no register.
    NO_REGISTER = "format-of-nothing", Error,
        ru: "в формат {format} этому макету нечего писать: он не лист контроля",
        en: "this layout has nothing to write as {format}: it is no register",
        hint_ru: "уберите {format} или напишите `основа: лист контроля`",
        hint_en: "remove {format}, or write `base: register`";
    /// A field whose English name a layout cannot ask for.
    FIELD_NAME = "field-name", Error,
        ru: "имя `{name}` не годится для макета", en: "a layout cannot ask for a field called `{name}`",
        hint_ru: "`en:` пишется строчными латинскими буквами, цифрами и `_`, например `due_date`",
        hint_en: "`en:` is written in small Latin letters, digits and `_`, for example `due_date`";
    /// Two fields of one name, or a name that the program needs.
    FIELD_TWICE = "field-twice", Error,
        ru: "поле `{name}` уже есть: второе такое или своё у программы",
        en: "there is a field `{name}` already: another one, or one of the program's own",
        hint_ru: "дайте полю другое имя", hint_en: "give the field another name";
    /// A choice without words.
    CHOICE_WITHOUT_WORDS = "choice-without-words", Error,
        ru: "поле `{name}` – выбор, а слов для выбора нет", en: "the field `{name}` is a choice, but has no words to choose from",
        hint_ru: "допишите их: `слова: [кратко, полно]`", hint_en: "add them: `words: [short, full]`";
    /// A folder of a layout that there is not.
    STRAY_LAYOUT = "stray-layout", Warning,
        ru: "папка «{folder}» ничего не меняет: макета `{name}` нет", en: "the folder “{folder}” changes nothing: there is no layout `{name}`",
        hint_ru: "есть такие: {known}; новому макету нужен файл layout.hbs",
        hint_en: "there are: {known}; a new layout needs a file layout.hbs";
    /// A layout in both folders.
    LAYOUT_TWICE = "layout-twice", Warning,
        ru: "файл `{file}` макета `{name}` есть и в «{one}», и в «{other}»; действует второй",
        en: "the file `{file}` of the layout `{name}` is both in “{one}” and in “{other}”; the second one counts",
        hint_ru: "оставьте одну из папок", hint_en: "keep one of the folders";
    /// A handle that is compared.
    HANDLE_COMPARED = "handle-compared", Error,
        ru: "`eq` сравнивает текст комплекта: его можно только напечатать или спросить, есть ли он",
        en: "`eq` compares a text of the pack, which can only be printed or asked for",
        hint_ru: "спросите `{{#if имя}}`; сравнивать можно выбор (`тип: выбор`), слова программы, да и нет",
        hint_en: "ask `{{#if name}}`; what can be compared are choices (`type: choice`), the program's words, yes and no";
    /// A document without a title.
    NO_TITLE = "document-without-title", Error,
        ru: "у документа нет названия, которое показывают окно и программа экранного доступа",
        en: "the document has no title for its reader's window and screen reader",
        hint_ru: "напишите: `<document title=\"…\">`", hint_en: "write: `<document title=\"…\">`";
    /// A layout that writes without end.
    TOO_MANY_ELEMENTS = "too-many-elements", Error,
        ru: "макет пишет больше 1 000 000 элементов", en: "the layout writes more than 1,000,000 elements",
        hint_ru: "похоже, он повторяет сам себя", hint_en: "it seems to repeat itself";
    /// A document that nobody can print.
    TOO_MANY_PARAGRAPHS = "document-too-long", Error,
        ru: "в документе больше 150 000 абзацев и ячеек", en: "the document has more than 150,000 paragraphs and cells",
        hint_ru: "если макет повторяет одно и то же, уберите лишний `{{#each}}`; иначе разделите документ на несколько",
        hint_en: "if the layout repeats itself, remove the `{{#each}}` that is too many; otherwise divide the document";
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
        hint_ru: "напишите {known}", hint_en: "write {known}";
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

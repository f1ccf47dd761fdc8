//! What is said of checks themselves: of their severity in a pack, and of what silences them.

use crate::messages;

messages! {
    /// `проверки:` names a code that nobody has.
    UNKNOWN_CHECK = "unknown-check", Error,
        ru: "нет проверки `{code}`", en: "there is no check `{code}`",
        hint_ru: "{known}; все коды: `avgust check --explain`", hint_en: "{known}; all codes: `avgust check --explain`";
    /// A comment silences a code that nobody has.
    SILENCE_UNKNOWN = "silence-unknown", Warning,
        ru: "«проверено» называет проверку `{code}`, которой нет", en: "`checked` names the check `{code}`, which does not exist",
        hint_ru: "{known}; все коды: `avgust check --explain`", hint_en: "{known}; all codes: `avgust check --explain`";
    /// A comment silences a finding without saying why.
    SILENCE_WITHOUT_REASON = "silence-without-reason", Warning,
        ru: "«проверено: {code}» не говорит, почему здесь всё верно", en: "`checked: {code}` does not say why all is well here",
        hint_ru: "допишите причину после тире: `проверено: {code} – сверено с отчётом`",
        hint_en: "add the reason after a dash: `checked: {code} – compared with the report`";
    /// A comment silences nothing.
    SILENCE_UNUSED = "silence-unused", Note,
        ru: "`{code}` здесь уже ничего не находит", en: "`{code}` finds nothing here any more",
        hint_ru: "удалите пометку «проверено»", hint_en: "remove the `checked` mark";
}

//! «Слад:» for «Слайд:».

use super::{Both, Check};
use crate::pack::messages::{CUE_AS_TEXT, CUE_WITH_TEXT, MISSPELT_CUE};
use crate::source::Severity;

/// The check. The room that reads a report's text knows a misspelt cue, takes it for one, and
/// says so; here it is explained, graded and silenced.
pub(super) static CHECK: Check = Check {
    code: "misspelt-cue",
    severity: Severity::Warning,
    title: Both { ru: "Описка в слове «Слайд:»", en: "A misspelt «Слайд:»" },
    about: Both {
        ru: "Строка доклада, которая начинается почти как «Слайд: имя» («Слад:», «Слайт:», «Cлайд:» с латинской C), понимается как смена слайда, и \
             об описке говорится. Так же называются текст за именем на той же строке и строки, которые без двоеточия называют описанный лист: «Слайд сеть», «(Слайд 3. Сеть)». Слова, которые лишь похожи («Склад:»), остаются текстом.",
        en: "A line of a report that begins nearly as «Слайд: name» is taken for a change of slide, and the slip is told. So are text behind the name on the same line, and lines that name a sheet without the colon. Words that \
             are only like it stay text.",
    },
    example: Both {
        ru: "Слад: кадры → Слайд: кадры", en: "Слад: кадры → Слайд: кадры"
    },
    source: Both { ru: "", en: "" },
    messages: &[&MISSPELT_CUE, &CUE_WITH_TEXT, &CUE_AS_TEXT],
    run: |_, _| {},
};

//! A sheet that no cue of the report shows.

use super::{Both, Check};
use crate::pack::messages::SHEET_WITHOUT_CUE;
use crate::source::Severity;

/// The check. The room that reads a report knows which sheets its text calls, and says which it
/// does not; here it is explained, graded and silenced.
pub(super) static CHECK: Check = Check {
    code: "sheet-without-cue",
    severity: Severity::Warning,
    title: Both {
        ru: "Лист, который доклад не показывает", en: "A sheet that the report never shows"
    },
    about: Both {
        ru: "Лист описан под «слайды», а в тексте доклада нет строки «Слайд: имя», которая его показывает. Порядок слайдов и повторный показ \
             значения не имеют.",
        en: "A sheet stands under `slides`, but no line «Слайд: name» of the report's text shows it. The order of slides, or one \
             that is shown twice, does not matter.",
    },
    example: Both {
        ru: "слайды: {кадры: …} без строки в тексте → Слайд: кадры",
        en: "slides: {кадры: …} without a line in the text → Слайд: кадры",
    },
    source: Both { ru: "", en: "" },
    messages: &[&SHEET_WITHOUT_CUE],
    run: |_, _| {},
};

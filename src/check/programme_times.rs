//! Times of a programme that no clock has, that run backwards or that overlap.

use super::{Both, Check, View};
use crate::layout::{Value, Values};
use crate::messages;
use crate::pack::read::Word;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// «25.70»
    NO_SUCH_TIME = "programme-times", Warning,
        ru: "«{time}»: такого времени нет", en: "“{time}”: there is no such time",
        hint_ru: "часы – от 0 до 23, минуты – от 00 до 59", hint_en: "hours are 0 to 23, minutes 00 to 59";
    /// «10.50–10.10»
    ENDS_BEFORE = "programme-times", Warning,
        ru: "«{time}»: конец раньше начала", en: "“{time}” ends before it begins",
        hint_ru: "исправьте начало или конец", hint_en: "correct the beginning or the end";
    /// «10.05» behind «10.00–10.10»
    OVERLAPS = "programme-times", Warning,
        ru: "«{time}» начинается раньше, чем кончается «{before}» перед ним", en: "“{time}” begins before “{before}” above it ends",
        hint_ru: "исправьте время одного из двух", hint_en: "correct the time of one of the two";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "programme-times",
    severity: Severity::Warning,
    title: Both { ru: "Время в программе", en: "Times of a programme" },
    about: Both {
        ru: "События одной части программы идут друг за другом: каждое начинается не раньше, чем кончается предыдущее, и кончается не раньше, \
             чем начинается; часы и минуты существуют. Секции – разные части – могут идти одновременно, событие может начаться вместе с \
             другим, а после перерыва остаётся пауза.",
        en: "The events of one part of a programme follow one another, and their times exist. Parts may run at the same time, events \
             may begin together, and pauses may lie between.",
    },
    example: Both {
        ru: "10.00–10.40, 10.30–11.00 → 10.00–10.40, 10.40–11.00",
        en: "10.00–10.40, 10.30–11.00 → 10.00–10.40, 10.40–11.00",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

/// A time as it is written, in minutes of the day.
struct Event<'v> {
    word: &'v Word,
    begin: u32,
    end: Option<u32>,
}

fn run(view: &View<'_>, findings: &mut Findings) {
    view.loaded.documents.iter().for_each(|document| of_values(&document.values, findings));
}

/// Every list of records with a time, however deep.
fn of_values(values: &Values, findings: &mut Findings) {
    for value in values.iter().filter_map(|(_, value)| value.as_ref()) {
        match value {
            Value::List(list) => {
                let records = list.iter().filter_map(|value| match value {
                    Value::Record(values) => Some(values),
                    _ => None,
                });
                in_turn(records.clone().filter_map(time), findings);
                records.for_each(|values| of_values(values, findings));
            }
            Value::Record(values) => of_values(values, findings),
            _ => {}
        }
    }
}

/// The word under the key `time` of a record.
fn time(values: &Values) -> Option<&Word> {
    let value = values.iter().find(|(name, _)| name == "time").and_then(|(_, value)| value.as_ref());
    match value {
        Some(Value::Word(word)) => Some(word),
        _ => None,
    }
}

fn in_turn<'v>(times: impl Iterator<Item = &'v Word>, findings: &mut Findings) {
    let mut before: Option<Event<'v>> = None;
    for word in times {
        let event = match Event::of(word) {
            Ok(Some(event)) => event,
            Ok(None) => continue,
            Err(message) => {
                findings.push(Finding::new(message).arg("time", word.value.as_str()).at(word.span));
                continue;
            }
        };
        let late = |before: &Event<'_>| event.begin < before.end.unwrap_or(before.begin).max(before.begin);
        // Two events at the same time are a choice, and no mistake.
        let together = |before: &Event<'_>| event.begin == before.begin;
        if let Some(earlier) = before.as_ref().filter(|before| late(before) && !together(before)) {
            let finding = Finding::new(&OVERLAPS).arg("time", word.value.as_str());
            let finding = finding.arg("before", earlier.word.value.as_str()).at(word.span);
            findings.push(finding.label(earlier.word.span, ("перед ним", "above it")));
        }
        before = Some(event);
    }
}

impl<'v> Event<'v> {
    /// Reads `10.00–10.40`, `10:00`; `None` where it is written in other words.
    fn of(word: &'v Word) -> Result<Option<Event<'v>>, &'static crate::source::Message> {
        let text = word.value.replace(['\u{a0}', ' '], "");
        let mut parts = text.split(['–', '—', '-', '−']);
        let clocks: Vec<Option<Clock>> = parts.by_ref().take(3).map(Clock::of).collect();
        let [Some(begin), ref rest @ ..] = clocks[..] else { return Ok(None) };
        let end = match rest {
            [] => None,
            [Some(end)] => Some(*end),
            _ => return Ok(None),
        };
        let (Some(begin), Some(end)) =
            (begin.minutes(), end.map_or(Some(None), |end| end.minutes().map(Some)))
        else {
            return Err(&NO_SUCH_TIME);
        };
        match end.is_some_and(|end| end < begin) {
            true => Err(&ENDS_BEFORE),
            false => Ok(Some(Event { word, begin, end })),
        }
    }
}

/// Hours and minutes as they are written.
#[derive(Clone, Copy)]
struct Clock(u32, u32);

impl Clock {
    fn of(text: &str) -> Option<Clock> {
        let (hours, minutes) = text.split_once(['.', ':'])?;
        let digits = |text: &str| text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        let both = digits(hours) && digits(minutes) && minutes.len() == 2;
        both.then_some(()).and_then(|()| Some(Clock(hours.parse().ok()?, minutes.parse().ok()?)))
    }

    fn minutes(self) -> Option<u32> {
        (self.0 < 24 && self.1 < 60).then_some(self.0 * 60 + self.1)
    }
}

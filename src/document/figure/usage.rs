//! How a call should be written, with names of this pack: what is advised can be copied.

use super::helper::{self, Helper};
use super::print::Print;
use crate::indicators::Indicator;
use crate::russian::declension::Noun;
use crate::russian::nouns;
use crate::text::{Argument, Call};

impl Print<'_, '_> {
    /// The helper's example in the user's own words.
    pub(super) fn example(&self, helper: &Helper) -> String {
        let english = self.is_english();
        let example = match helper.example {
            "следующий" if english => "next",
            other => other,
        };
        let filled = example.split(' ').map(|part| match part.strip_prefix('<') {
            Some(mark) => self.sample(mark.trim_end_matches('>')),
            None => part.to_owned(),
        });
        let filled: Vec<String> = filled.collect();
        format!("{{{{{} {}", helper.name(english), filled.join(" ")).trim_end().to_owned() + "}}"
    }

    /// Names of the pack for a mark of an example.
    fn sample(&self, mark: &str) -> String {
        let english = self.is_english();
        let either = |ru: &str, en: &str| if english { en.to_owned() } else { ru.to_owned() };
        let one = self.meant();
        match (mark, one) {
            ("cell", _) => self
                .sample_cell()
                .unwrap_or(either("бюджет \"строка\" \"столбец\"", "budget \"row\" \"column\"")),
            ("clause", _) => {
                let known = self.figures.deadlines.keys().next();
                known.map_or_else(|| either("имя_пункта", "clause_name"), |name| (*name).to_owned())
            }
            ("share", Some(one)) => {
                let whole = self.comparable(one, |other| !other.value.value.is_zero());
                let whole = self.second().or(whole);
                let whole =
                    whole.map_or_else(|| either("участники", "contestants"), |other| other.name.clone());
                format!("{} {whole}", one.name)
            }
            ("noun", _) => format!("\"{}\"", self.noun(one).join("|")),
            ("share", None) => either("победители участники", "winners contestants"),
            ("pair", Some(one)) => self.pair_of(one),
            (_, Some(one)) => one.name.clone(),
            (_, None) => either("ученики", "pupils"),
        }
    }

    /// The forms of the noun that is counted: of one that the call writes, else of one in the
    /// indicator's name or title, where the list of nouns knows it.
    fn noun(&self, one: Option<&Indicator>) -> [String; 3] {
        let is_noun = |word: &&Argument| word.quoted || self.figures.indicators.get(&word.text).is_none();
        let written = self.arguments().into_iter().skip(1).filter(is_noun);
        let written = written.filter_map(|word| word.text.split('|').next());
        let name = one.into_iter().flat_map(|one| one.name.split('_'));
        let title = one.into_iter().filter_map(|one| one.title.as_deref()).flat_map(str::split_whitespace);
        let known = |word: &str| nouns::forms(word.trim_matches([',', '.'])).first().copied();
        let noun = written.chain(name).chain(title).find_map(known).and_then(nouns::noun);
        noun.map_or_else(|| ["ученик", "ученика", "учеников"].map(str::to_owned), Noun::counted)
    }

    /// The call with the forms of a word between bars, where they stand there as words: `сколько
    /// школы школа школы школ`.
    pub(super) fn joined(&self) -> Option<Call> {
        let helper = helper::of_name(&self.call.head().text)?;
        let takes_forms = helper.example.contains("<noun>") || helper.example.contains('|');
        let arguments = self.arguments();
        let forms = arguments.get(1..).filter(|forms| (2..=3).contains(&forms.len()) && takes_forms)?;
        let (first, last) = (forms.first()?, forms.last()?);
        // Where two indicators are compared, the second one stands there.
        let is_second = helper.example.starts_with("<pair>") && self.second().is_some();
        let are_forms = !is_second && forms.iter().all(|word| !word.quoted && !word.text.contains('|'));
        let text = forms.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join("|");
        let joined = Argument { text, quoted: true, range: first.range.start..last.range.end };
        let kept = |word: &&Argument| !forms.iter().any(|form| form.range == word.range);
        let mut words: Vec<Argument> = self.call.words.iter().filter(kept).cloned().collect();
        words.insert(2, joined);
        are_forms.then(|| Call { words, range: self.call.range.clone() })
    }

    /// An indicator that can be compared: by itself, where it has a previous value.
    fn pair_of(&self, one: &Indicator) -> String {
        match self.second().or_else(|| self.comparable(one, |_| one.previous.is_none())) {
            Some(other) => format!("{} {}", one.name, other.name),
            None => one.name.clone(),
        }
    }

    /// The first other indicator that can stand beside one and is `wanted`.
    pub(super) fn comparable(
        &self,
        one: &Indicator,
        wanted: impl Fn(&Indicator) -> bool,
    ) -> Option<&Indicator> {
        let fits = |other: &&Indicator| {
            other.name != one.name && other.value.in_unit(one.unit()).is_some() && wanted(other)
        };
        self.figures.indicators.iter().find(fits)
    }

    /// The indicator that the call names, or one like that; where it names none, the pack's first one.
    fn meant(&self) -> Option<&Indicator> {
        let indicators = self.figures.indicators;
        let named = self.arguments().into_iter().find_map(|word| indicators.get(&word.text));
        let near = || {
            let first = self.arguments().into_iter().next().filter(|word| !word.quoted)?;
            indicators.get(self.figures.near(&first.text).first()?)
        };
        named.or_else(near).or_else(|| indicators.iter().next())
    }

    /// The second indicator that the call names.
    fn second(&self) -> Option<&Indicator> {
        let arguments = self.arguments();
        let second = arguments.get(1).filter(|word| !word.quoted)?;
        self.figures.indicators.get(&second.text)
    }

    /// The first cell with a number of the table that the call names, else of the pack's first.
    fn sample_cell(&self) -> Option<String> {
        let named = self
            .arguments()
            .first()
            .and_then(|word| self.figures.table(&word.text).map(|table| (word.text.as_str(), table)));
        let first = || self.figures.table_names().find_map(|name| Some((name, self.figures.table(name)?)));
        let (name, table) = named.or_else(first)?;
        let places = (0..table.rows().len())
            .flat_map(|row| (table.header_columns()..table.columns().len()).map(move |column| (row, column)));
        let (row, column) = places
            .filter(|(row, column)| table.get(*row, *column).is_some_and(|cell| cell.number().is_ok()))
            .find_map(|(row, column)| Some((table.rows().get(row)?, table.columns().get(column)?)))?;
        Some(format!("{name} \"{}\" \"{}\"", row.words(), column.words()))
    }

    /// The call without some of its words.
    pub(super) fn without(&self, left_out: impl Fn(&Argument) -> bool) -> String {
        written(self.call.words.iter().filter(|word| !left_out(word)))
    }

    /// The call with another indicator behind the first, where a helper compares the two; only one
    /// that prints something is advised.
    pub(super) fn beside(&self, one: &Indicator) -> Option<String> {
        let helper =
            helper::of_name(&self.call.head().text).filter(|helper| helper.example.starts_with("<pair>"))?;
        let other = self.comparable(one, |_| true)?;
        let own = self.call.words.get(1)?;
        let mut words = self.call.words.clone();
        words.insert(2, Argument { text: other.name.clone(), quoted: false, range: own.range.clone() });
        let call = Call { words, range: self.call.range.clone() };
        match (Print { call: &call, ..*self }).run() {
            Ok(_) => Some(written(&call.words)),
            Err(_) => Some(self.example(helper)),
        }
    }

    /// Whether the call is written in English.
    pub(super) fn is_english(&self) -> bool {
        self.call.head().text.is_ascii()
    }
}

/// The words of a call between their braces.
pub(super) fn written<'w>(words: impl IntoIterator<Item = &'w Argument>) -> String {
    format!("{{{{{}}}}}", words.into_iter().map(Argument::written).collect::<Vec<_>>().join(" "))
}

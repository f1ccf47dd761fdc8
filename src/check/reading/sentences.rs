//! Reading a text field into sentences and tokens, once for all checks.

use super::number;
use super::roles::understand;
use super::sentence::{Kind, Sentence, Token};
use crate::russian::sentence::repeats_stop;
use std::ops::Range;

/// What a paragraph shows, piece by piece.
#[derive(Debug, Default)]
pub struct Shown {
    text: String,
    parts: Vec<Part>,
}

/// A stretch of what is shown and the bytes of the field's text that it comes from.
#[derive(Debug)]
struct Part {
    start: usize,
    from: Range<usize>,
    bound: Option<usize>,
    reference: bool,
}

impl Shown {
    /// Words that stand at `from`.
    pub fn words(&mut self, text: &str, from: Range<usize>) {
        let behind_figure = self.parts.last().is_some_and(|part| part.bound.is_some());
        if behind_figure && repeats_stop(&self.text, text) {
            return self.part(&text[1..], from.start + 1..from.end, None, false);
        }
        self.part(text, from, None, false);
    }

    /// What a figure printed.
    pub fn figure(&mut self, text: &str, from: Range<usize>, bound: usize) {
        self.part(text, from, Some(bound), false);
    }

    /// A call of which nothing is known.
    pub fn reference(&mut self, from: Range<usize>) {
        self.part("\u{fffc}", from, None, true);
    }

    fn part(&mut self, text: &str, from: Range<usize>, bound: Option<usize>, reference: bool) {
        self.parts.push(Part { start: self.text.len(), from, bound, reference });
        self.text.push_str(text);
    }

    fn part_at(&self, at: usize) -> Option<(usize, &Part)> {
        let index = self.parts.partition_point(|part| part.start <= at).checked_sub(1)?;
        Some((index, self.parts.get(index)?))
    }

    fn end_of(&self, index: usize) -> usize {
        self.parts.get(index + 1).map_or(self.text.len(), |next| next.start)
    }

    /// The bytes of the field's text behind a stretch of what is shown.
    fn from(&self, range: &Range<usize>) -> Range<usize> {
        let edge = |at: usize, end: bool| {
            let (index, part) = self.part_at(if end { at.saturating_sub(1) } else { at })?;
            let verbatim = self.end_of(index) - part.start == part.from.len() && part.bound.is_none();
            Some(match (verbatim, end) {
                (true, _) => part.from.start + at - part.start,
                (false, false) => part.from.start,
                (false, true) => part.from.end,
            })
        };
        let start = edge(range.start, false).unwrap_or_default();
        start..edge(range.end, true).unwrap_or(start).max(start)
    }

    /// The sentences of the paragraph.
    pub fn sentences(&self, paragraph: usize, into: &mut Vec<Sentence>) {
        let mut tokens = self.tokens();
        understand(&mut tokens);
        split(tokens, paragraph, into);
    }

    fn tokens(&self) -> Vec<Token> {
        let mut tokens: Vec<Token> = Vec::with_capacity(self.text.len() / 10);
        let (mut at, mut spaced) = (0, false);
        while let Some(first) = self.text[at..].chars().next() {
            if is_blank(first) {
                spaced = true;
                at += first.len_utf8();
                continue;
            }
            let named = tokens.last().is_some_and(|before| before.is_sign('№'));
            let (kind, length) = self.kind(at, first, named);
            tokens.push(self.token(kind, at..at + length, spaced));
            spaced = false;
            at += length;
        }
        tokens
    }

    fn kind(&self, at: usize, first: char, named: bool) -> (Kind, usize) {
        let rest = &self.text[at..];
        if self.part_at(at).is_some_and(|(_, part)| part.reference) {
            return (Kind::Reference, first.len_utf8());
        }
        if first.is_ascii_digit() || (first == '−' && rest[first.len_utf8()..].starts_with(is_digit)) {
            return number::read(rest, named);
        }
        if matches!(first, 'а'..='я' | 'А'..='Я' | '_') || first.is_alphanumeric() {
            return (Kind::Word, word_length(rest));
        }
        (Kind::Sign(first), first.len_utf8())
    }

    fn token(&self, kind: Kind, shown: Range<usize>, spaced: bool) -> Token {
        let written = &self.text[shown.clone()];
        let capital = written.starts_with(char::is_uppercase);
        let text = if kind == Kind::Word { folded(written) } else { written.to_owned() };
        let bound = self.part_at(shown.start).and_then(|(_, part)| part.bound);
        Token { kind, text, range: self.from(&shown), bound, spaced, capital }
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Blanks of every width; what has no width parts no words.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2009}' | '\u{200a}')
}

/// The length of the word at the beginning: letters, digits, and hyphens between them.
pub fn word_length(text: &str) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        // Most letters are of these; the tables of Unicode are asked about the others.
        if matches!(c, 'а'..='я' | 'А'..='Я') {
            end = at + c.len_utf8();
            continue;
        }
        let joins = matches!(c, '-' | '‑' | '’' | '\'')
            && end > 0
            && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let silent = matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{300}'..='\u{36f}');
        if c.is_alphanumeric() || c == '_' || joins || (silent && end > 0) {
            end = at + c.len_utf8();
        } else {
            break;
        }
    }
    end.max(text.chars().next().map_or(1, char::len_utf8))
}

fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{301}' => {}
            '\u{308}' if out.ends_with('е') => {}
            '\u{306}' if out.ends_with('и') => {
                out.pop();
                out.push('й');
            }
            'ё' | 'Ё' => out.push('е'),
            '‑' => out.push('-'),
            'А'..='Я' | 'а'..='я' => out.extend(c.to_lowercase()),
            other => out.extend(other.to_lowercase()),
        }
    }
    out
}

/// Abbreviations behind which a sentence does not end.
const ABBREVIATIONS: &[&str] = &[
    "г", "гг", "ст", "п", "пп", "тыс", "млн", "млрд", "руб", "чел", "ул", "д", "им", "т", "др", "пр", "см",
    "стр", "с", "пос", "обл", "р", "н", "рис", "табл", "прил", "гл", "ч", "ср", "напр", "проф", "доц",
    "акад", "кв", "м", "коп", "шт", "ед", "экз", "тел", "каб", "зам", "нач", "о", "е", "к", "в", "мин",
    "сек", "пед", "гос", "мун",
];

fn split(tokens: Vec<Token>, paragraph: usize, into: &mut Vec<Sentence>) {
    let ends: Vec<bool> = (0..tokens.len()).map(|at| ends_sentence(&tokens, at)).collect();
    let mut own = Vec::new();
    for (token, ends) in tokens.into_iter().zip(ends) {
        own.push(token);
        if ends {
            into.push(Sentence::new(std::mem::take(&mut own), paragraph));
        }
    }
    if !own.is_empty() {
        into.push(Sentence::new(own, paragraph));
    }
}

/// Whether a sentence ends with the token at `at`.
fn ends_sentence(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    if !matches!(token.kind, Kind::Sign('.' | '!' | '?' | '…')) {
        return false;
    }
    let Some(next) = tokens.get(at + 1) else { return true };
    let begins = next.capital
        || next.number().is_some()
        || next.is_dash()
        || matches!(next.kind, Kind::Sign('«' | '„' | '“' | '"' | '(') | Kind::Dotted | Kind::Date(_));
    if !next.spaced || !begins {
        return false;
    }
    let word = at.checked_sub(1).and_then(|at| tokens.get(at));
    // «… 483,7 млн руб. Расходы увеличились»: behind a unit a capital letter begins a sentence.
    let unit = word.is_some_and(|word| word.is_any(&["руб", "чел", "коп", "шт"]));
    let starts = unit && next.capital && next.text.chars().count() > 1;
    !token.is_sign('.') || starts || !word.is_some_and(is_abbreviation)
}

/// «тыс.», «г.», «А.»
fn is_abbreviation(word: &Token) -> bool {
    let initial = word.capital && word.text.chars().count() == 1;
    word.is_word() && (initial || ABBREVIATIONS.contains(&word.text.as_str()))
}

#[cfg(test)]
mod tests {
    use super::super::sentence::NumberRole;
    use super::*;

    fn read(text: &str) -> Vec<Sentence> {
        let mut shown = Shown::default();
        shown.words(text, 0..text.len());
        let mut sentences = Vec::new();
        shown.sentences(0, &mut sentences);
        sentences
    }

    fn texts(text: &str) -> Vec<String> {
        read(text).iter().flat_map(|sentence| &sentence.tokens).map(|token| token.text.clone()).collect()
    }

    fn numbers(text: &str) -> Vec<(String, NumberRole)> {
        let read = read(text);
        let all = read.iter().flat_map(|sentence| &sentence.tokens);
        all.filter_map(|token| token.number().map(|number| (number.ones().to_string(), number.role)))
            .collect()
    }

    #[test]
    fn a_sentence_ends_where_a_reader_ends_it() {
        let count = |text| read(text).len();
        assert_eq!(count("Обучается 3\u{a0}263 чел. в 5 школах. Работает г. Кировск. Да!"), 3);
        assert_eq!(count("Доклад А. Б. Ветровой заслушан. 18 школ готовы."), 2);
        assert_eq!(count("Расходы – 38,6 млн. руб. за год"), 1);
    }

    #[test]
    fn numbers_know_what_they_say() {
        use NumberRole::*;
        let pair = |value: &str, role| (value.to_owned(), role);
        assert_eq!(
            numbers("В 2017 году 1\u{202f}025 чел., 12,5 % и 38,6 млн руб."),
            [pair("2017", Year), pair("1025", Amount), pair("12.5", Amount), pair("38600000.0", Amount)]
        );
        assert_eq!(
            numbers("МБДОУ № 10, ст. 5, пункт 7, 28 августа, 14-18 лет, 1–4 классы"),
            [
                pair("10", Name),
                pair("5", Name),
                pair("7", Name),
                pair("28", Day),
                pair("14", Range),
                pair("18", Range),
                pair("1", Range),
                pair("4", Range)
            ]
        );
        assert_eq!(numbers("участвовало 2018 учеников"), [pair("2018", Amount)]);
    }

    #[test]
    fn a_unit_written_once_is_of_both_numbers() {
        let ones = |text: &str| numbers(text).into_iter().map(|(value, _)| value).collect::<Vec<_>>();
        assert_eq!(ones("снизился с 8,4 до 4,3 млн рублей"), ["8400000.0", "4300000.0"]);
        assert_eq!(ones("с 950 тыс. до 1,2 млн"), ["950000", "1200000.0"]);
        assert_eq!(ones("в 12 школах и 3 тыс. учеников"), ["12", "3000"]);
        let percents = |text: &str| {
            let read = read(text);
            let all = read.iter().flat_map(|sentence| &sentence.tokens);
            all.filter_map(|token| token.number().map(|number| number.percent)).collect::<Vec<_>>()
        };
        assert_eq!(percents("в долях 54,3, 28,7 и 17,0 %"), [true, true, true]);
        assert_eq!(percents("ушли 18 из 312, 5,8 %"), [false, false, true]);
    }

    #[test]
    fn what_is_no_number_is_a_word_a_day_or_a_chain() {
        let kinds = |text: &str| -> Vec<Kind> {
            read(text).into_iter().flat_map(|sentence| sentence.tokens).map(|token| token.kind).collect()
        };
        assert_eq!(kinds("9-х"), [Kind::Word]);
        assert_eq!(kinds("2.1.3"), [Kind::Dotted]);
        assert_eq!(kinds("28.08.2018"), [Kind::Date(NaiveDate::from_ymd_opt(2018, 8, 28))]);
        assert_eq!(kinds("31.06.2018"), [Kind::Date(None)]);
        assert_eq!(kinds("2017/2018"), [Kind::Years(2017, 2018)]);
        assert_eq!(kinds("2017–2018"), [Kind::Years(2017, 2018)]);
    }

    use chrono::NaiveDate;

    #[test]
    fn places_are_those_of_the_source() {
        let text = "ёлка\u{a0}– 1\u{a0}025 %";
        let read = read(text);
        let slices: Vec<_> = read[0].tokens.iter().map(|token| &text[token.range.clone()]).collect();
        assert_eq!(slices, ["ёлка", "–", "1\u{a0}025", "%"]);
        assert_eq!(texts("Ёлка"), ["елка"]);
    }

    #[test]
    fn what_a_figure_prints_stands_where_it_is_called() {
        let mut shown = Shown::default();
        shown.words("обучается ", 0..19);
        shown.figure("3\u{a0}263", 19..40, 0);
        shown.words(" ученика", 40..55);
        let mut sentences = Vec::new();
        shown.sentences(0, &mut sentences);
        let tokens = &sentences[0].tokens;
        assert_eq!((tokens[1].range.clone(), tokens[1].bound), (19..40, Some(0)));
        assert_eq!((tokens[2].range.clone(), tokens[2].bound), (41..55, None));
    }
}

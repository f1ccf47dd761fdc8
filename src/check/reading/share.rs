//! Shares that a sentence tells: a part, its whole, and what part of it that is said to be.

use super::limits::YEARS;
use super::phrases::{alike, in_brackets, is_measure};
use super::{Kind, Number, Sentence, Token};
use crate::russian::number::{self, NumberStyle};
use rust_decimal::Decimal;

/// A share in per cent with its part and its whole, by the indices of their tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub part: usize,
    /// The whole.
    pub whole: usize,
    /// The per cent.
    pub share: usize,
}

/// A part right before its whole: «18 из 20», «18 педагогов из 20».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Of {
    /// The part.
    pub part: usize,
    /// The whole.
    pub whole: usize,
}

/// A number with its `%`, if the sign stands behind it.
pub fn with_percent(sentence: &Sentence, at: usize) -> &[Token] {
    let sign = sentence.tokens.get(at + 1).is_some_and(|token| token.is_sign('%') && token.bound.is_none());
    let bound = sentence.tokens.get(at).is_some_and(|token| token.bound.is_some());
    sentence.tokens.get(at..at + 1 + usize::from(sign && !bound)).unwrap_or_default()
}

/// A part of a whole in per cent.
pub fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// A computed number with the decimals of the text.
pub fn show(value: Decimal, decimals: u32) -> String {
    number::format(value, &NumberStyle::default().with_decimals(Some(decimals)))
}

/// A figure with the decimals that are declared, or with its own.
pub fn show_declared(value: Decimal, declared: Option<u32>) -> String {
    show(value, declared.unwrap_or(value.normalize().scale()))
}

/// The words of a sentence that tell shares.
pub struct Shares<'s> {
    sentence: &'s Sentence,
    amounts: Vec<usize>,
}

impl<'s> Shares<'s> {
    /// Reads a sentence.
    pub fn of(sentence: &'s Sentence) -> Shares<'s> {
        // «Учатся 9 лет» is neither part nor whole.
        let lasts = |at: usize| {
            let counted = sentence.counted(at).and_then(|at| sentence.tokens.get(at));
            counted.is_some_and(|word| word.is_any(YEARS))
        };
        // «На 4 больше (14,8 %)» tells of a change: neither is a part nor a share.
        let changes = sentence.changes().differences.iter();
        let told: Vec<usize> = changes.filter(|one| one.is_told(sentence)).map(|one| one.at).collect();
        let counts = |at: &usize, number: &Number| (number.percent || !lasts(*at)) && !told.contains(at);
        let amounts = sentence.amounts().filter(|(at, number)| counts(at, number));
        Shares { sentence, amounts: amounts.map(|(at, _)| at).collect() }
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        self.sentence.tokens.get(at).is_some_and(|token| token.is_any(words))
    }

    fn is_percent(&self, at: usize) -> bool {
        self.sentence.tokens.get(at).and_then(Token::number).is_some_and(|number| number.percent)
    }

    /// Whether a number is a share, and no growth: «85 %», not «на 85 %».
    fn is_share(&self, at: usize) -> bool {
        self.is_percent(at) && !at.checked_sub(1).is_some_and(|before| self.is(before, &["на"]))
    }

    fn next(&self, at: usize) -> Option<usize> {
        self.amounts.iter().copied().find(|other| *other > at)
    }

    fn last(&self, at: usize) -> Option<usize> {
        self.amounts.iter().copied().rfind(|other| *other < at)
    }

    fn between(&self, from: usize, to: usize) -> &'s [Token] {
        self.sentence.tokens.get(from + 1..to).unwrap_or_default()
    }

    /// Every share with its part and its whole, each share once.
    pub fn all(&self) -> Vec<Share> {
        let mut found: Vec<Share> = Vec::new();
        let mut add = |share: Share| {
            if !found.iter().any(|known| known.share == share.share) {
                found.push(share);
            }
        };
        self.parts().into_iter().filter_map(|of| self.beside(of)).for_each(&mut add);
        self.carried().into_iter().for_each(&mut add);
        self.from().into_iter().for_each(&mut add);
        self.of_them().into_iter().for_each(&mut add);
        self.percent_of().into_iter().for_each(&mut add);
        self.needed().into_iter().for_each(&mut add);
        found
    }

    /// Every «18 из 20».
    pub fn parts(&self) -> Vec<Of> {
        let windows = self.amounts.windows(2).filter_map(|two| match two {
            [part, whole] => Some(Of { part: *part, whole: *whole }),
            _ => None,
        });
        let beside = |of: &Of| {
            let between = self.between(of.part, of.whole);
            let plain = between.iter().all(|token| token.is_word() || token.is_sign('.'));
            let from = of.whole.checked_sub(1).is_some_and(|before| self.is(before, &["из"]));
            from && plain && between.len() <= 4 && !self.is_percent(of.part) && !self.is_percent(of.whole)
        };
        windows.filter(beside).collect()
    }

    /// «18 из 20 (85 %)», «6 выпускников из 112, 6,4 %», «97,5 % выпускников (76 из 80)».
    fn beside(&self, of: Of) -> Option<Share> {
        let behind = self.next(of.whole).filter(|at| self.is_share(*at) && self.is_apposed(of.whole, *at));
        let before = || self.last(of.part).filter(|at| self.is_share(*at) && self.opens(*at, of.part));
        let share = behind.or_else(before)?;
        Some(Share { part: of.part, whole: of.whole, share })
    }

    /// «97,5 % выпускников (76», «составила 8,5 %: ушли 18»: the numbers of a share behind it.
    fn opens(&self, share: usize, at: usize) -> bool {
        let between = self.between(share, at);
        let mark = |token: &Token| matches!(token.kind, Kind::Sign('(' | ':')) || token.is_dash();
        let Some(open) = between.iter().position(mark) else { return self.restates(between) };
        let (counted, told) = between.split_at(open);
        let words = |tokens: &[Token]| tokens.iter().all(|token| token.is_word() || token.is_sign('%'));
        let colon = told.first().is_some_and(|token| token.is_sign(':'));
        let near = if colon { 5 } else { 1 };
        counted.len() <= 6 && words(counted) && told.len() <= near && words(told.get(1..).unwrap_or_default())
    }

    /// «Доля медалистов – 11,9 %, то есть 38 из 381».
    fn restates(&self, between: &[Token]) -> bool {
        matches!(between, [.., comma, that, is] if comma.is_sign(',') && that.is_any(&["то"]) && is.is_any(&["есть"]))
            && between.len() <= 5
    }

    /// «В 9 из 12 школ (75 %) …, в 7 (58,3 %) – …»: the whole is that of the share before.
    fn carried(&self) -> Vec<Share> {
        let mut found = Vec::new();
        for of in self.parts() {
            let more = self.amounts.windows(2).filter(|two| two.iter().all(|at| *at > of.whole));
            for two in more {
                if let [part, share] = two
                    && self.is_share(*share)
                    && !self.is_percent(*part)
                    && part + 2 == *share
                    && in_brackets(self.sentence, *share)
                    && !in_brackets(self.sentence, *part)
                {
                    found.push(Share { part: *part, whole: of.whole, share: *share });
                }
            }
        }
        found
    }

    /// «Из 40 кабинетов обновлены 14 (35 %)», «8,5 %: из 312 человек ушли 18».
    fn from(&self) -> Vec<Share> {
        let parts = self.parts();
        let mut found = Vec::new();
        let mut whole = None;
        for (index, &at) in self.amounts.iter().enumerate() {
            let of = at.checked_sub(1).is_some_and(|before| self.is(before, &["из", "среди"]));
            if of && !self.is_percent(at) {
                whole = Some(at).filter(|whole| !parts.iter().any(|of| of.whole == *whole));
                found.extend(whole.and_then(|whole| self.announced(whole)));
                continue;
            }
            let (Some(whole), true) = (whole, self.is_share(at)) else { continue };
            let part = index.checked_sub(1).and_then(|one| self.amounts.get(one)).copied();
            let part = part.filter(|part| *part != whole && !in_brackets(self.sentence, *part));
            if let Some(part) = part.filter(|part| self.is_apposed(*part, at)) {
                found.push(Share { part, whole, share: at });
            }
        }
        found
    }

    fn announced(&self, whole: usize) -> Option<Share> {
        let share = self.last(whole).filter(|at| self.is_share(*at))?;
        let part = self.next(whole).filter(|at| !self.is_percent(*at))?;
        let near = self.between(whole, part).iter().all(Token::is_word);
        (near && self.opens(share, whole)).then_some(Share { part, whole, share })
    }

    /// «1 641 ребёнок, из них 402 ребёнка в возрасте до 3 лет (24,5 %)», «24 человека, и 9 из них
    /// (37,5 %)», «547 детей, в том числе 96 дошкольников (17,6 %)».
    fn of_them(&self) -> Vec<Share> {
        let tokens = &self.sentence.tokens;
        let said = tokens.windows(2).position(|two| match two {
            [one, two] => {
                one.is_any(&["из"]) && two.is_any(&["них", "которых"])
                    || one.is_any(&["том"]) && two.is_any(&["числе"])
            }
            _ => false,
        });
        let Some(said) = said else { return Vec::new() };
        let plain = |at: &usize| !is_measure(self.sentence, *at) && !in_brackets(self.sentence, *at);
        let turned = said.checked_sub(1).filter(|at| self.amounts.contains(at));
        let start = turned.unwrap_or(said);
        let Some(whole) = self.amounts.iter().copied().rfind(|at| *at < start && plain(at)) else {
            return Vec::new();
        };
        if self.is_percent(whole) {
            return Vec::new();
        }
        let behind: Vec<usize> = self
            .amounts
            .iter()
            .copied()
            .filter(|at| *at >= start && !is_measure(self.sentence, *at))
            .collect();
        let pairs = behind.windows(2).filter_map(|two| match two {
            [part, share] if self.is_share(*share) && !self.is_percent(*part) => {
                let told = in_brackets(self.sentence, *share) || self.is_apposed(*part, *share);
                let near = self.between(*part, *share).len() <= 8;
                (told && near).then_some(Share { part: *part, whole, share: *share })
            }
            _ => None,
        });
        pairs.collect()
    }

    /// «4 140 детей, это 75,0 % из 5 520 детей».
    fn percent_of(&self) -> Vec<Share> {
        let told = self.amounts.windows(3).filter_map(|three| {
            let [part, share, whole] = three else { return None };
            let link = self.between(*share, *whole);
            // «56 человек (70 %) из 80», «60 % от выделенных 4 млн».
            let mark = |token: &&Token| token.is_sign('%') || token.is_sign(')');
            let marks = link.iter().take_while(mark).count();
            let of = matches!(link.get(marks..), Some([of] | [of, _]) if of.is_any(&["из", "от"]));
            let fits = of
                && marks > 0
                && self.is_share(*share)
                && !self.is_percent(*part)
                && !self.is_percent(*whole);
            (fits && self.is_apposed(*part, *share)).then_some(Share {
                part: *part,
                whole: *whole,
                share: *share,
            })
        });
        told.collect()
    }

    /// «Помощь нужна 640 детям, получают её 512, то есть 80 %»: what is needed is the whole.
    fn needed(&self) -> Vec<Share> {
        const NEEDED: &[&str] = &["нужн", "нужда", "должн", "подлеж", "требу", "положен"];
        let told = self.amounts.windows(3).filter_map(|three| {
            let [whole, part, share] = three else { return None };
            let from = whole.saturating_sub(4);
            let mut near = self.sentence.tokens.get(from..*part)?.iter();
            let link = self.between(*part, *share);
            let is = link.iter().rev().take(2).any(|token| token.is_any(&["есть", "это"]));
            let fits = self.is_share(*share) && !self.is_percent(*part) && !self.is_percent(*whole) && is;
            let near = near.any(|token| token.begins(NEEDED)) && link.len() <= 6;
            (fits && near).then_some(Share { part: *part, whole: *whole, share: *share })
        });
        told.filter(|share| super::change::counts_alike(self.sentence, share.part, share.whole)).collect()
    }

    /// Every per cent that stands beside a number whose whole the sentence does not name.
    pub fn loose(&self) -> Vec<(usize, usize)> {
        let known = self.all();
        let pairs = self.amounts.windows(2).filter_map(|two| match two {
            [part, share] if self.is_share(*share) && !self.is_percent(*part) => Some((*part, *share)),
            _ => None,
        });
        let new = |share: usize| !known.iter().any(|known| known.share == share);
        pairs.filter(|(part, share)| new(*share) && self.is_apposed(*part, *share)).collect()
    }

    /// Whether a share speaks of the number before it: in brackets, after «или», «что составляет»,
    /// or behind a comma or dash with nothing of its own to count.
    pub fn is_apposed(&self, from: usize, share: usize) -> bool {
        let tokens = self.between(from, share);
        let joins = |token: &Token| {
            token.is_sign('(')
                || token.is_any(&["или", "есть", "это"])
                || token.begins(&["составля", "состави"])
        };
        // «Из 400 учеников успевают 380, успеваемость 96 %».
        let named = |token: &Token| token.is_any(&["успеваемость", "явка"]);
        let last = tokens.iter().rev().find(|token| !token.is_any(&["почти", "около", "примерно", "всего"]));
        let bare = last.is_some_and(|token| token.is_sign(',') || token.is_dash());
        let near = tokens.iter().rev().take(2).any(|token| joins(token) || named(token))
            || bare && tokens.len() <= 7 && self.ends(from, share);
        // «342,9 млн руб. …; это 66,6 % бюджета».
        let this = last.is_some_and(|token| token.is_any(&["это"]));
        near && (this || !tokens.iter().any(|token| token.is_sign(';')))
    }

    /// Whether a share has nothing of its own to count, or counts what its whole does.
    fn ends(&self, whole: usize, share: usize) -> bool {
        let behind = share + with_percent(self.sentence, share).len();
        let same = |word: &Token| {
            let counted = self.sentence.counted(whole).and_then(|at| self.sentence.tokens.get(at));
            counted.is_some_and(|counted| alike(&counted.text, &word.text))
        };
        match self.sentence.tokens.get(behind) {
            None => true,
            Some(token) if token.is_word() => same(token) || token.is_any(&["от", "всех"]),
            Some(token) => matches!(token.kind, Kind::Sign('.' | ',' | ';' | ')' | '!')),
        }
    }
}

/// A fraction in words.
#[derive(Clone, Copy, Debug)]
pub struct Fraction {
    /// Its first token.
    pub at: usize,
    /// The token behind its last.
    pub end: usize,
    /// The least that it may mean.
    pub low: Decimal,
    /// The most.
    pub high: Decimal,
}

const EVERY: &[(&str, i64)] = &[
    ("втор", 2),
    ("трет", 3),
    ("четверт", 4),
    ("пят", 5),
    ("шест", 6),
    ("седьм", 7),
    ("восьм", 8),
    ("девят", 9),
    ("десят", 10),
];

/// The fractions that a sentence says: «более половины», «каждый четвёртый», «две трети».
pub fn fractions(sentence: &Sentence) -> Vec<Fraction> {
    (0..sentence.tokens.len()).filter_map(|at| fraction(&sentence.tokens, at)).collect()
}

fn fraction(tokens: &[Token], at: usize) -> Option<Fraction> {
    let token = tokens.get(at).filter(|token| token.is_word())?;
    let behind = |skip: usize| tokens.get(at + skip);
    let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    let hundredth = |value: i64| Decimal::new(value, 2);
    if token.is_any(&["большинство"]) {
        return Some(Fraction { at, end: at + 1, low: hundredth(50), high: Decimal::ONE });
    }
    if token.begins(&["кажд"]) {
        let (_, count) =
            EVERY.iter().find(|(stem, _)| behind(1).is_some_and(|token| token.begins(&[stem])))?;
        let count = Decimal::from(*count);
        let part = |count: Decimal| Decimal::ONE.checked_div(count);
        let six = Decimal::new(6, 1);
        return Some(Fraction { at, end: at + 2, low: part(count + six)?, high: part(count - six)? });
    }
    let (upper, start) = match () {
        () if before(1).is_some_and(|token| token.is_any(&["две"])) && token.is_any(&["трети", "третей"]) => {
            (hundredth(67), at - 1)
        }
        () if before(1).is_some_and(|token| token.is_any(&["три"])) && token.is_any(&["четверти"]) => {
            (hundredth(75), at - 1)
        }
        () if token.is_any(&["половина", "половины", "половину"]) => {
            (hundredth(50), at)
        }
        () if token.is_any(&["треть", "трети"]) => {
            (Decimal::ONE.checked_div(Decimal::from(3))?, at)
        }
        () if token.is_any(&["четверть", "четверти"]) => (hundredth(25), at),
        () => return None,
    };
    let word = start.checked_sub(1).and_then(|at| tokens.get(at));
    let said = |words: &[&str]| word.is_some_and(|token| token.is_any(words));
    let tenths = |value: i64| upper * hundredth(value);
    let (low, high) = match () {
        () if said(&["более", "больше", "свыше"]) => (upper, Decimal::ONE),
        () if said(&["менее", "меньше"]) => (Decimal::ZERO, upper),
        () if said(&["почти"]) => (tenths(80), tenths(101)),
        () if said(&["на"]) => return None,
        () => (tenths(90), tenths(110)),
    };
    let at = if said(&["более", "больше", "свыше", "менее", "меньше", "почти"])
    {
        start - 1
    } else {
        start
    };
    let end =
        tokens.iter().enumerate().skip(start).find(|(_, token)| token.begins(&["полов", "трет", "четверт"]));
    Some(Fraction { at, end: end?.0 + 1, low, high })
}

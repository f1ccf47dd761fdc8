//! «Вырос» over a figure that fell.

mod others;
mod slide_titles;
mod turns;

use crate::check::reading::change::{Carried, Changes, Difference, Pair, Size};
use crate::check::reading::growth::{self, COMPARED};
use crate::check::reading::known::Known;
use crate::check::reading::phrases::{in_brackets, named_words, names, rounds_to};
use crate::check::reading::recent::{Recent, figures_of, recent};
use crate::check::reading::share::show_declared;
use crate::check::{Both, Check, Field, Number, Sentence, Token, View};
use crate::messages;
use crate::russian::decimals::Decimals;
use crate::source::{Finding, Findings, Message, Severity};
use rust_decimal::Decimal;
use std::cmp::Ordering;

messages! {
    /// A word says the contrary of two numbers.
    DIRECTION = "direction", Error,
        ru: "«{word}», а было {before}, стало {after}", en: "“{word}”, but it was {before} and is {after}",
        hint_ru: "исправьте слово или числа; слово, которое выбирается само: `{{сравнить имя}}`, `{{направление имя \"выросло|снизилось|не изменилось\"}}`",
        hint_en: "correct the word or the numbers; a word that chooses itself: `{{compare name}}`, `{{direction name \"…|…|…\"}}`";
    /// The same, where the sentence says more numbers than the two.
    DOUBTFUL = "direction", Warning,
        ru: "«{word}», а было {before}, стало {after}", en: "“{word}”, but it was {before} and is {after}",
        hint_ru: "исправьте слово или числа; если это числа разного, разведите их по предложениям",
        hint_en: "correct the word or the numbers; if they are of different things, give each a sentence";
    /// «На 27 меньше …; рост составил 6,1 %».
    CONTRARY = "direction", Error,
        ru: "«{word}», а рядом сказано «{other}»", en: "“{word}”, but beside it stands “{other}”",
        hint_ru: "исправьте одно из двух слов", hint_en: "correct one of the two words";
    /// «Средний балл (67,4) выше областного (68,1)».
    OTHERS = "direction", Error,
        ru: "«{word}», а {one} {how} {other}", en: "“{word}”, but {one} {how} {other}",
        hint_ru: "исправьте слово или числа", hint_en: "correct the word or the numbers";
    /// «Поднялся с 6-го на 9-е место».
    PLACES = "direction", Error,
        ru: "«{word}», а место было {before}, стало {after}", en: "“{word}”, but the place was {before} and is {after}",
        hint_ru: "первое место выше второго: исправьте слово или места", hint_en: "the first place is above the second: correct the word or the places";
}

/// The check.
pub(in crate::check) static CHECK: Check = Check {
    code: "direction",
    severity: Severity::Error,
    title: Both { ru: "Слово спорит с числами", en: "A word contradicts the numbers" },
    about: Both {
        ru: "Слова роста и снижения («вырос», «увеличилось», «на 5 больше», «снижение» и их формы) сверяются с числами \
             того же предложения: «с 3 156 до 3 263», «3 263 против 3 156», «10 (АППГ – 16)», «24, год назад – 31», «в 2016 году – \
             31, в 2017 году – 42», «с 9-го на 6-е место», «67,4 – выше областного (66,1)», с тем, что предложение сразу \
             за ним говорит о прошлом годе («Год назад было 24 %»), и с показателем или строкой таблицы, у которых известен прошлый год; \
             заголовок слайда – с показателями этого слайда. Где предложение называет и другие числа, это предупреждение. Поручения («снизить»), отрицания («не снизилось»), рост роста \
             («рост замедлился») и «профессиональный рост» не проверяются.",
        en: "Words of growth and decline are compared with the numbers of the same sentence: “from 3,156 to 3,263”, \
             “3,263 against 3,156”, “10 (same period last year: 16)”, “24, a year ago 31”, “31 in 2016, 42 in 2017”, “from the \
             9th to the 6th place”, “67.4, above the region's (66.1)”, with what the sentence right behind says of last \
             year, and with an indicator or row whose previous value is known; the title of a slide with the \
             slide's own indicators. Where the sentence says other numbers too, it is a warning. Tasks (“to reduce”), negations, growth of growth (“the growth slowed down”) and \
             “professional growth” are left alone.",
    },
    example: Both {
        ru: "Численность учащихся выросла с 3 263 до 3 156 человек. → Численность учащихся снизилась с 3 263 до 3 156 человек.",
        en: "The number of pupils rose from 3,263 to 3,156. → The number of pupils fell from 3,263 to 3,156.",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for (field, sentence, earlier) in view.prose_in_turn() {
        findings.list.extend(places(field, sentence).or_else(|| unchanged(field, sentence)));
        findings.list.extend(others::look(field, sentence));
        findings.list.extend(turns::look(field, earlier, sentence));
        if !sentence.tokens.iter().any(may_claim) || growth::is_taken_back(sentence) {
            continue;
        }
        let changes = sentence.changes();
        let claims = claims(sentence, &changes.differences);
        if !claims.is_empty() {
            Look { view, field, sentence, earlier, claims, changes }.at(findings);
        }
    }
    slide_titles::look(view, findings);
}

fn may_claim(token: &Token) -> bool {
    token.is_any(COMPARED) || growth::direction(token).is_some()
}

/// A word that claims a direction.
#[derive(Clone, Copy)]
struct Claim {
    at: usize,
    direction: Ordering,
    /// «больше» and its like, which speak of the number before them.
    compares: bool,
}

fn claims(sentence: &Sentence, differences: &[Difference]) -> Vec<Claim> {
    let tokens = &sentence.tokens;
    let mut found: Vec<Claim> = Vec::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.bound.is_none()) {
        let direction = growth::direction(token).filter(|_| !is_personal(tokens, at));
        found.extend(direction.map(|direction| Claim { at, direction, compares: false }));
    }
    for difference in differences {
        let Some(at) = difference.word else { continue };
        let Some(word) = tokens.get(at).filter(|word| word.bound.is_none()) else { continue };
        let direction = growth::compared(word);
        found.extend(direction.map(|direction| Claim { at, direction, compares: true }));
    }
    found.extend(last_year(tokens));
    let judges = |claim: &Claim| {
        let word = tokens.get(claim.at);
        let judged = |word: &Token| word.is_any(&["лучше", "хуже"]) || word.begins(&["улучш", "ухудш"]);
        !word.is_some_and(judged) || is_of_marks(sentence)
    };
    found.retain(|claim| !is_denied(tokens, claim.at) && judges(claim));
    found.sort_by_key(|claim| claim.at);
    found.dedup_by_key(|claim| claim.at);
    found
}

/// Whether a greater number is a better one.
fn is_of_marks(sentence: &Sentence) -> bool {
    sentence
        .tokens
        .iter()
        .any(|token| token.begins(&["балл", "качеств", "успеваем", "охват", "явк", "посещаем"]))
}

/// «Больше: 149 против 158», «больше – 149 против 158», «стало больше», «выше прошлогоднего»; and
/// «год назад доля была выше, 24,9 %», which says the contrary.
fn last_year(tokens: &[Token]) -> impl Iterator<Item = Claim> {
    tokens.windows(2).enumerate().filter_map(|(at, pair)| {
        let [word, next] = pair else { return None };
        let direction = growth::compared(word).filter(|_| word.bound.is_none())?;
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        let became = before.is_some_and(|before| before.is_any(&["стало"]));
        let was = before.is_some_and(|before| before.is_any(&["был", "была", "было", "были"]));
        let year_ago = tokens.get(..at)?.iter().any(|token| token.is_any(&["назад", "раньше", "ранее"]));
        let told =
            next.is_sign(':') || next.is_dash() || next.begins(&["прошлогодн"]) || counts_on(tokens, at);
        let contrary = was && year_ago && (told || next.is_sign(','));
        let direction = if contrary { direction.reverse() } else { direction };
        (told || became || contrary).then_some(Claim { at, direction, compares: false })
    })
}

/// «Больше отличников: 24», «меньше стало краж – 12», «больше пожаров: 6»; not «больше всего школ: 12».
fn counts_on(tokens: &[Token], at: usize) -> bool {
    let behind = tokens.get(at + 1..tokens.len().min(at + 7)).unwrap_or_default();
    let Some(mark) = behind.iter().position(|token| token.is_sign(':') || token.is_dash()) else {
        return false;
    };
    let (said, told) = behind.split_at(mark);
    let superlative = said.iter().any(|token| token.is_any(&["всего", "всех", "чем", "половины", "не"]));
    let number = tokens.get(at + 1 + mark + 1).is_some_and(|token| token.amount().is_some());
    !said.is_empty() && said.iter().all(Token::is_word) && !superlative && !told.is_empty() && number
}

/// «Профессиональный рост», «карьерный рост», «повышение квалификации».
fn is_personal(tokens: &[Token], at: usize) -> bool {
    let qualification = tokens.get(at + 1).is_some_and(|token| token.begins(&["квалификац", "качеств"]));
    if qualification && tokens.get(at).is_some_and(growth::is_noun) {
        return true;
    }
    const PERSONAL: &[&str] =
        &["професс", "карьер", "личностн", "творческ", "духовн", "учительск", "экономич"];
    at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.begins(PERSONAL))
}

fn is_denied(tokens: &[Token], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    before(1).is_some_and(|token| token.is_any(&["не", "без", "нет"]))
}

/// A sentence that is looked at.
struct Look<'v, 'a> {
    view: &'v View<'a>,
    field: &'v Field<'a>,
    sentence: &'v Sentence,
    /// The sentence before it in the same paragraph.
    earlier: Option<&'v Sentence>,
    claims: Vec<Claim>,
    changes: &'v Changes,
}

impl Look<'_, '_> {
    fn at(&self, findings: &mut Findings) {
        let pairs = self.compared();
        for pair in &pairs {
            let Some(claim) = self.claim_of(*pair, &pairs) else { continue };
            let (Some(before), Some(now)) = (self.number(pair.before), self.number(pair.now)) else {
                continue;
            };
            let comparable = before.percent == now.percent || now.percent;
            if comparable && (!self.is_task(claim) || self.is_from_to(*pair)) {
                findings.list.extend(self.finding(claim, *pair, before.ones(), now.ones()));
            }
        }
        for claim in &self.claims {
            if !pairs.iter().any(|pair| self.claim_of(*pair, &pairs).is_some_and(|own| own.at == claim.at)) {
                let found = self.indicator(claim).or_else(|| self.of_last_year(claim));
                findings
                    .list
                    .extend(found.or_else(|| self.of_difference(claim)).or_else(|| self.of_recent(claim)));
            }
        }
        findings.list.extend(self.contrary());
    }

    /// «Снизить», «повысить»: what is to be, and not what was.
    fn is_task(&self, claim: &Claim) -> bool {
        self.sentence.tokens.get(claim.at).is_some_and(growth::is_task)
    }

    /// «С 4,2 до 3,8».
    fn is_from_to(&self, pair: Pair) -> bool {
        let before = |at: usize| at.checked_sub(1).and_then(|at| self.sentence.tokens.get(at));
        before(pair.now).is_some_and(|token| token.is_any(&["до"]))
            && before(pair.before).is_some_and(|token| token.is_any(&["с", "со"]))
    }

    fn number(&self, at: usize) -> Option<&Number> {
        self.sentence.tokens.get(at).and_then(Token::number)
    }

    /// The pairs, and those that «на 8 меньше, чем год назад (53)» makes.
    fn compared(&self) -> Vec<Pair> {
        let mut pairs = self.changes.pairs.clone();
        let amounts = || self.sentence.amounts().map(|(at, _)| at);
        for claim in self.claims.iter().filter(|claim| claim.compares) {
            let Some(difference) = amounts().rfind(|at| *at < claim.at) else { continue };
            let now = amounts().rfind(|at| *at < difference && !in_brackets(self.sentence, *at));
            let before = amounts().find(|at| *at > claim.at);
            if let (Some(now), Some(before)) = (now, before)
                && in_brackets(self.sentence, before)
                && self.tells_what_was(claim.at, before)
                && !pairs.iter().any(|pair| pair.last() > claim.at || pair.last() == now)
            {
                pairs.push(Pair { before, now });
            }
        }
        pairs
    }

    /// Whether words between «меньше» and a number in brackets make it the earlier one: «в садах на 18
    /// меньше (494)» says what is.
    fn tells_what_was(&self, word: usize, number: usize) -> bool {
        let between = self.sentence.tokens.get(word + 1..number).unwrap_or_default();
        between.iter().any(|token| {
            token.is_any(&["чем", "аппг", "назад", "ранее", "раньше", "было"])
                || token.begins(&["прошл", "предыдущ"])
        })
    }

    /// The claim that speaks of a pair: the nearest before it, else one within or right behind it.
    fn claim_of(&self, pair: Pair, pairs: &[Pair]) -> Option<&Claim> {
        if let Some(claim) = self.in_order(pair, pairs) {
            return Some(claim);
        }
        let taken = |at: usize| {
            pairs.iter().any(|other| *other != pair && other.first() > at && other.first() < pair.first())
        };
        let speaks = |claim: &&Claim| {
            claim.at < pair.first()
                && !self.parted(claim.at, pair.first())
                && !self.is_other_subject(claim.at, pair)
        };
        let before = self.claims.iter().rev().find(speaks);
        if let Some(claim) = before.filter(|claim| !taken(claim.at)) {
            return Some(claim);
        }
        let within = |claim: &&Claim| pair.first() < claim.at && claim.at < pair.last();
        if let Some(claim) = self.claims.iter().find(within) {
            return Some(claim);
        }
        let behind = self.claims.iter().find(|claim| claim.at > pair.last())?;
        let own = pairs.iter().any(|other| other.first() > pair.last());
        let between = self.sentence.tokens.get(pair.last() + 1..behind.at)?;
        let verb = self.sentence.tokens.get(behind.at).is_some_and(growth::is_verb);
        let apart = verb && between.iter().any(|token| token.is_sign(','));
        (!own && !apart && !self.parted(pair.first(), behind.at)).then_some(behind)
    }

    /// «Число ссор снизилось, а опозданий – возросло: 8 (АППГ – 13) и 21 (АППГ – 15)»: as many words
    /// as pairs, first the words.
    fn in_order(&self, pair: Pair, pairs: &[Pair]) -> Option<&Claim> {
        let said =
            |from: usize, to: usize| self.claims.iter().filter(move |claim| from < claim.at && claim.at < to);
        let first = pairs.first()?.first();
        let last = pairs.last()?.last();
        let before = self.claims.iter().filter(|claim| claim.at < first).count();
        let ordered = pairs.len() > 1 && before == pairs.len() && said(first, last).next().is_none();
        let index = pairs.iter().position(|other| *other == pair)?;
        self.claims.get(index).filter(|_| ordered)
    }

    /// Whether another verb, which claims nothing known, stands between: «число заявок снизилось,
    /// число жалоб оказалось с 18 до 24».
    fn is_other_subject(&self, claim: usize, pair: Pair) -> bool {
        let between = self.sentence.tokens.get(claim + 1..pair.first()).unwrap_or_default();
        let comma = between.iter().position(|token| token.is_sign(','));
        let verb = |token: &Token| {
            token.is_word() && ["лась", "лось", "лись", "лся"].iter().any(|end| token.text.ends_with(end))
        };
        comma.and_then(|comma| between.get(comma..)).is_some_and(|behind| behind.iter().any(verb))
    }

    fn parted(&self, from: usize, to: usize) -> bool {
        let between = self.sentence.tokens.get(from..to).unwrap_or_default();
        let but = |pair: &[Token]| matches!(pair, [comma, word] if comma.is_sign(',') && word.is_any(&["а"]));
        between.iter().any(|token| token.is_sign(';') || token.is_any(&["но", "однако"]))
            || between.windows(2).any(but)
    }

    fn finding(&self, claim: &Claim, pair: Pair, before: Decimal, now: Decimal) -> Option<Finding> {
        let tokens = &self.sentence.tokens;
        let (old, new) = (tokens.get(pair.before)?, tokens.get(pair.now)?);
        // Two roundings of a figure may look equal; the figure itself was compared where it is known.
        if now.cmp(&before) == claim.direction || (now == before && new.bound.is_some()) {
            return None;
        }
        let message = if self.says_no_more(pair) { &DIRECTION } else { &DOUBTFUL };
        let word = self.sentence.tokens.get(claim.at)?;
        Some(between(message, self.field, word, [old, new]))
    }

    /// Whether every number of the sentence is one of a pair, a difference, or a share in brackets:
    /// then nothing else can be meant, and the contradiction stops the build.
    fn says_no_more(&self, pair: Pair) -> bool {
        let paired = |at: usize| {
            let mut pairs = self.changes.pairs.iter().chain(std::iter::once(&pair));
            pairs.any(|pair| pair.before == at || pair.now == at)
        };
        let told = |at: usize| paired(at) || self.changes.is_difference(at) || in_brackets(self.sentence, at);
        self.sentence.amounts().all(|(at, _)| told(at))
    }

    /// The difference that a claim speaks of: «на 83 меньше», «сократились на 31,1 млн».
    fn difference_of(&self, claim: &Claim) -> Option<&Difference> {
        self.changes.differences.iter().find(|difference| {
            difference.word == Some(claim.at)
                || difference.start == claim.at
                || (!claim.compares && difference.start > claim.at && difference.start - claim.at <= 2)
        })
    }

    /// «2 847 человек – на 14 больше, чем в прошлом году», where 2 847 is a figure that was 2 861.
    fn of_last_year(&self, claim: &Claim) -> Option<Finding> {
        let difference = self.difference_of(claim).filter(|_| claim.compares)?;
        let (at, now) = self.sentence.amounts().rfind(|(at, _)| *at < difference.start)?;
        let token = self.sentence.tokens.get(at)?;
        let said_by = difference.number();
        let contrary = |known: &&Known<'_>| {
            let Some((was, _)) = known.previous() else { return false };
            let by = said_by.is_some_and(|said| was.saturating_sub(known.value).abs() == said.value);
            let bound = token.bound.is_some() && self.says_year_ago();
            (by || bound) && was != known.value && known.value.cmp(&was) != claim.direction
        };
        let figures = figures_of(self.view, self.field, self.sentence, at);
        if figures.is_empty() || now.percent != figures.first()?.unit.is_some_and(|unit| unit == "%") {
            return None;
        }
        let known = figures
            .iter()
            .find(|known| contrary(known))
            .filter(|_| figures.iter().all(|known| contrary(known) || known.previous().is_none()))?;
        let (was, place) = known.previous()?;
        let shown = show_declared(was, known.decimals);
        let finding = said(self.field, self.sentence.tokens.get(claim.at)?, &shown, &token.text);
        let finding = finding.label(self.field.place(token), ("стало", "after"));
        Some(finding.label(place.clone(), ("было", "before")))
    }

    fn says_year_ago(&self) -> bool {
        self.sentence
            .tokens
            .iter()
            .any(|token| token.is_any(&["назад", "раньше", "ранее"]) || token.begins(&["прошл", "предыдущ"]))
    }

    /// «Расходы сократились на 31,1 млн» over the two numbers of the sentence before, or over a row
    /// that the sentence names: the difference itself is right, its direction is not.
    fn of_difference(&self, claim: &Claim) -> Option<Finding> {
        let difference = self.difference_of(claim)?;
        let Size::By(by) = difference.size else { return None };
        if by.percent || by.value.normalize().mantissa().unsigned_abs() < 10 {
            return None;
        }
        let word = self.sentence.tokens.get(claim.at)?;
        let carried = |earlier| Carried::of(earlier, self.sentence, difference.start);
        let pair = self.earlier.and_then(carried).filter(|carried| carried.told);
        if let Some(Carried { before, now, .. }) = pair {
            let (old, new) = (before.0.tokens.get(before.1)?, now.0.tokens.get(now.1)?);
            let change = new.number()?.ones().checked_sub(old.number()?.ones())?;
            if change.abs() != by.ones() {
                return None;
            }
            let right = change.cmp(&Decimal::ZERO) == claim.direction;
            return (!right).then(|| between(&DIRECTION, self.field, word, [old, new]));
        }
        let known = || {
            let named =
                |known: &&Known<'_>| names(&self.sentence.tokens, &known.words) || self.goes_on_from(known);
            let all = self.view.known.iter().filter(named);
            all.filter_map(|known| Some((known, known.previous()?)))
                .filter(|(known, (was, _))| known.value.saturating_sub(*was).abs() == by.value.normalize())
        };
        let (figure, (was, place)) = known().next()?;
        if known().any(|(figure, (was, _))| figure.value.cmp(&was) == claim.direction) {
            return None;
        }
        let text = |value: Decimal| show_declared(value, figure.decimals);
        let finding = said(self.field, word, &text(was), &text(figure.value));
        let finding = finding.label(figure.place.clone(), ("стало", "after"));
        Some(finding.label(place.clone(), ("было", "before")))
    }

    /// «Школы посещают {{ученики}}. Это на 353 больше, чем в 2022 году»: the difference is that of a figure
    /// that was just said or of a pair of the sentence, its direction is not, and no other is meant.
    fn of_recent(&self, claim: &Claim) -> Option<Finding> {
        let difference = self.difference_of(claim)?;
        let word = self.sentence.tokens.get(claim.at)?;
        let figures = recent((self.view, self.field), (self.sentence, self.earlier), difference);
        let fits = |one: &&Recent<'_>| {
            let now = one.now.0.tokens.get(one.now.1).and_then(Token::number);
            now.is_some_and(|now| is_size(&difference.size, one.before, now))
        };
        let fitting: Vec<&Recent<'_>> = figures.iter().filter(fits).collect();
        let Some(first) = fitting.first() else { return self.of_told_pair(claim, difference) };
        let right = |one: &&Recent<'_>| one.figure.value.cmp(&one.before) == claim.direction;
        if fitting.iter().any(right) {
            return None;
        }
        let now = first.now.0.tokens.get(first.now.1)?;
        let finding = said(self.field, word, &show_declared(first.before, first.figure.decimals), &now.text);
        let finding = finding.label(self.field.place(now), ("стало", "after"));
        Some(finding.label(first.place.clone(), ("было", "before")))
    }

    /// «612,8 млн против 574,2 млн; падение на 6,7 %»: the size of the pair before, and not its direction.
    fn of_told_pair(&self, claim: &Claim, difference: &Difference) -> Option<Finding> {
        let tokens = &self.sentence.tokens;
        let contrary = |pair: &&Pair| {
            let (before, now) = (self.number(pair.before)?, self.number(pair.now)?);
            let fits = pair.last() < difference.start && before.scale == now.scale;
            let contrary = now.value.cmp(&before.value) == claim.direction.reverse();
            (fits && contrary && is_size(&difference.size, before.value, now)).then_some(())
        };
        let pair = self.changes.pairs.iter().find(|pair| contrary(pair).is_some())?;
        let sides = [tokens.get(pair.before)?, tokens.get(pair.now)?];
        Some(between(&DIRECTION, self.field, tokens.get(claim.at)?, sides))
    }

    /// Whether the sentence before prints a figure, and this one names what it counts.
    fn goes_on_from(&self, known: &Known<'_>) -> bool {
        let printed = self.earlier.into_iter().flat_map(|earlier| &earlier.tokens);
        let mut printed = printed.filter_map(|token| self.field.figure(token));
        printed.any(|figure| known.is_of(&figure.indicators))
            && named_words(&self.sentence.tokens, &known.words) > 0
    }

    /// «На 27 меньше, чем год назад; рост составил 6,1 %»: two words for one change.
    fn contrary(&self) -> Option<Finding> {
        let tokens = &self.sentence.tokens;
        let claim = self.claims.iter().find(|claim| claim.compares)?;
        let other = self.claims.iter().find(|other| {
            let noun = tokens.get(other.at).is_some_and(growth::is_noun);
            let tells = |difference: &Difference| {
                difference.start == other.at && difference.number().is_some_and(|number| number.percent)
            };
            noun && other.at > claim.at && self.changes.differences.iter().any(tells)
        })?;
        let between = tokens.get(claim.at + 1..other.at)?;
        let far = between.len() > 8 || between.iter().any(|token| token.amount().is_some());
        let mark = between.last().is_some_and(|token| token.is_sign(';') || token.is_sign(','));
        if claim.direction == other.direction || far || !mark {
            return None;
        }
        let (first, second) = (tokens.get(claim.at)?, tokens.get(other.at)?);
        let finding = Finding::new(&CONTRARY)
            .arg("word", self.field.written(std::slice::from_ref(second)))
            .arg("other", self.field.written(std::slice::from_ref(first)))
            .at(self.field.place(second));
        Some(finding.label(self.field.place(first), ("а здесь", "and here")))
    }

    /// «Выросло до {{ученики}}», whose previous value is known.
    fn indicator(&self, claim: &Claim) -> Option<Finding> {
        let tokens = &self.sentence.tokens;
        let (at, token) = tokens
            .iter()
            .enumerate()
            .skip(claim.at + 1)
            .find(|(_, token)| token.amount().is_some())
            .filter(|(_, token)| token.bound.is_some())?;
        let near = tokens.get(at.saturating_sub(3)..at)?;
        let joined = near.iter().any(|token| token.is_any(&["до"]) || token.begins(&["состав", "достиг"]));
        let joined = joined || near.last().is_some_and(|token| token.is_sign(':'));
        let change = near.last().is_some_and(|token| token.is_any(&["на"]));
        let verb = tokens.get(claim.at).is_some_and(growth::is_verb);
        if !verb || !(joined || change) || self.parted(claim.at, at) {
            return None;
        }
        let figure = self.field.figure(token)?;
        let indicator = figure.indicators.first().filter(|_| figure.indicators.len() == 1)?;
        let is_growth = matches!(figure.call.head().text.as_str(), "прирост" | "growth");
        let is_value = figure.call.arguments().iter().all(|word| word.quoted || word.text.contains('='))
            || matches!(
                figure.call.head().text.as_str(),
                "сколько" | "count" | "тыс" | "thousands" | "млн" | "millions" | "с_единицей" | "with_unit"
            );
        let previous = indicator.previous.as_ref().filter(|_| if change { is_growth } else { is_value })?;
        if indicator.value.value.cmp(&previous.value) == claim.direction {
            return None;
        }
        let text = |value: Decimal| show_declared(value, indicator.decimals.map(Decimals::get));
        let word = tokens.get(claim.at)?;
        let finding = said(self.field, word, &text(previous.value), &text(indicator.value.value));
        let finding = finding.label(self.field.place(token), ("стало", "after"));
        let cell = indicator.previous_cell.clone().unwrap_or(indicator.place.clone());
        Some(finding.label(cell, ("было", "before")))
    }
}

/// Whether a difference is exactly the one between two numbers; not by chance, as one digit is.
fn is_size(size: &Size, before: Decimal, written: &Number) -> bool {
    let now = written.value;
    let change = now.saturating_sub(before).abs();
    let ratio = |whole: Decimal| change.checked_div(whole.abs())?.checked_mul(Decimal::ONE_HUNDRED);
    match size {
        Size::By(by) if by.value.normalize().mantissa().unsigned_abs() < 10 => false,
        Size::By(by) if by.percent && !written.percent => {
            ratio(before).is_some_and(|growth| rounds_to(growth, by.value, by.decimals))
        }
        Size::By(by) => by.scale == written.scale && change == by.value.normalize(),
        Size::Times(times, decimals) if *decimals > 0 => {
            let (more, less) = (before.max(now), before.min(now));
            more.checked_div(less).is_some_and(|ratio| rounds_to(ratio, *times, *decimals))
        }
        _ => false,
    }
}

/// The finding of a word that says the contrary of two numbers.
fn said(field: &Field<'_>, word: &Token, before: &str, after: &str) -> Finding {
    said_as(&DIRECTION, field, word, before, after)
}

fn said_as(message: &'static Message, field: &Field<'_>, word: &Token, before: &str, after: &str) -> Finding {
    Finding::new(message)
        .arg("word", field.written(std::slice::from_ref(word)))
        .arg("before", before)
        .arg("after", after)
        .at(field.place(word))
}

/// The finding of a word that says the contrary of what was and what is, both in the field.
fn between(message: &'static Message, field: &Field<'_>, word: &Token, [old, new]: [&Token; 2]) -> Finding {
    let finding = said_as(message, field, word, &old.text, &new.text);
    let finding = finding.label(field.place(old), ("было", "before"));
    finding.label(field.place(new), ("стало", "after"))
}

/// «Число вакансий не изменилось: 24 и 17», «осталось прежним: 24 против 17».
fn unchanged(field: &Field<'_>, sentence: &Sentence) -> Option<Finding> {
    let tokens = &sentence.tokens;
    let at = (1..tokens.len()).find(|at| {
        let said = |at: usize, stems: &[&str]| tokens.get(at).is_some_and(|token| token.begins(stems));
        let not = tokens.get(at - 1).is_some_and(|token| token.is_any(&["не"]));
        (not && said(*at, &["измени"])) || (said(*at, &["прежн"]) && said(at - 1, &["оста"]))
    })?;
    let [mark, one, link, two, rest @ ..] = tokens.get(at + 1..)? else { return None };
    let joined = link.is_any(&["и", "против"]) && (mark.is_sign(':') || mark.is_dash());
    // «24 и 17 филиалов» are two things.
    let ends = rest.first().is_none_or(|next| !next.is_word() || next.is_any(&["год", "годом", "в"]));
    let (now, before) = (one.amount()?, two.amount()?);
    if !joined || !ends || now.ones() == before.ones() {
        return None;
    }
    Some(between(&DIRECTION, field, tokens.get(at)?, [two, one]))
}

/// «Поднялся с 6-го на 9-е место»: a place with a greater number is a lower one.
fn places(field: &Field<'_>, sentence: &Sentence) -> Option<Finding> {
    let tokens = &sentence.tokens;
    let is_rating = |token: &Token| token.begins(&["мест", "строч", "позици", "рейтинг", "строк"]);
    let is_from = |at: usize| {
        let said = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| token.is_any(words));
        let to = at + 2 + usize::from(tokens.get(at + 2).is_some_and(is_rating));
        let both = tokens.get(at + 1).and_then(ordinal).and(tokens.get(to + 1).and_then(ordinal));
        (said(at, &["с", "со"]) && said(to, &["на"]) && both.is_some()).then_some((at, to + 1))
    };
    let (at, second) = (0..tokens.len()).find_map(is_from)?;
    let (one, two) = (tokens.get(at + 1)?, tokens.get(second)?);
    let near = tokens.get(at.saturating_sub(5)..at)?;
    let word = near.iter().rev().find(|token| growth::is_verb(token))?;
    let (before, now) = (ordinal(one)?, ordinal(two)?);
    let rises = growth::direction(word) == Some(Ordering::Greater);
    let right = if rises { now < before } else { now > before };
    if right || !tokens.iter().any(is_rating) {
        return None;
    }
    Some(between(&PLACES, field, word, [one, two]))
}

/// «6-е», «9-го», «6», «шестое»: the number of a place.
fn ordinal(token: &Token) -> Option<u32> {
    const WORDS: &[&str] =
        &["перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят"];
    if let Some(place) = WORDS.iter().position(|word| token.begins(&[word])) {
        let ends = ["ое", "ого", "ье", "ьего"].iter().any(|ending| token.text.ends_with(ending));
        return ends.then_some(place as u32 + 1);
    }
    let digits: String = token.text.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

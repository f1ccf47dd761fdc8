//! «Вырос» over a figure that fell.

use super::phrases::{COMPARED, Pair, differences, in_brackets, pairs};
use super::{Both, Check, Field, Number, Sentence, Token, View};
use crate::indicators::Indicators;
use crate::messages;
use crate::russian::decimals::Decimals;
use crate::russian::number::{self, NumberStyle};
use crate::source::{Finding, Findings, Severity};
use rust_decimal::Decimal;
use std::cmp::Ordering;

messages! {
    /// A word says the contrary of two numbers.
    DIRECTION = "direction", Error,
        ru: "«{word}», а было {before}, стало {after}", en: "“{word}”, but it was {before} and is {after}",
        hint_ru: "исправьте слово или числа; слово, которое выбирается само: `{{сравнить имя}}`, `{{направление имя \"выросло|снизилось|не изменилось\"}}`",
        hint_en: "correct the word or the numbers; a word that chooses itself: `{{compare name}}`, `{{direction name \"…|…|…\"}}`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "direction",
    severity: Severity::Error,
    title: Both { ru: "Слово спорит с числами", en: "A word contradicts the numbers" },
    about: Both {
        ru: "Слова роста и снижения («вырос», «увеличилось», «на 5 больше», «снижение» и их формы) сверяются с числами \
             того же предложения: «с 3 156 до 3 263», «3 263 против 3 156», «10 (АППГ – 16)», «в 2016 году – 31, \
             в 2017 году – 42», и с показателем, у которого известен прошлый год. Поручения («снизить»), отрицания \
             («не снизилось») и «профессиональный рост» не проверяются.",
        en: "Words of growth and decline are compared with the numbers of the same sentence: “from 3,156 to 3,263”, \
             “3,263 against 3,156”, “10 (same period last year: 16)”, “31 in 2016, 42 in 2017”, and with an indicator \
             whose previous value is known. Tasks (“to reduce”), negations and “professional growth” are left alone.",
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
    for (field, sentence) in view.prose() {
        let claims = claims(sentence);
        if !claims.is_empty() {
            Look { field, sentence, claims, indicators: &view.loaded.indicators }.at(findings);
        }
    }
}

/// Beginnings of verbs that say that something grew, or fell.
const UP: &[&str] = &["вырос", "увелич", "возрос", "повыс", "прирос", "вырас", "возрас", "прибав", "подня"];
const DOWN: &[&str] = &["сниз", "снижа", "уменьш", "сократ", "сокраща", "упал", "упад", "опустил"];
/// Tasks that say it; they are compared with their own «с 4,2 до 3,8» alone.
const RAISE: &[&str] = &["повысить", "увеличить", "поднять", "нарастить"];
const REDUCE: &[&str] = &["снизить", "уменьшить", "сократить"];
/// Nouns that say it.
const GROWTH: &[&str] = &["рост", "ростом", "прирост", "приростом", "увеличение", "увеличением", "повышение"];
const DECLINE: &[&str] =
    &["снижение", "снижением", "сокращение", "сокращением", "уменьшение", "уменьшением", "падение"];

/// A word that claims a direction.
#[derive(Clone, Copy)]
struct Claim {
    at: usize,
    direction: Ordering,
    /// «больше» and its like, which speak of the number before them.
    compares: bool,
    verb: bool,
}

fn claims(sentence: &Sentence) -> Vec<Claim> {
    let tokens = &sentence.tokens;
    let mut found: Vec<Claim> = Vec::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.bound.is_none() && token.is_word())
    {
        let verb = is_finite(&token.text);
        let direction = match () {
            () if verb && token.begins(UP) => Ordering::Greater,
            () if verb && token.begins(DOWN) => Ordering::Less,
            () if token.is_any(GROWTH) && !is_personal(tokens, at) => Ordering::Greater,
            () if token.is_any(DECLINE) => Ordering::Less,
            () if token.is_any(RAISE) => Ordering::Greater,
            () if token.is_any(REDUCE) => Ordering::Less,
            () => continue,
        };
        found.push(Claim { at, direction, compares: false, verb });
    }
    for difference in differences(sentence) {
        let Some(at) = difference.word else { continue };
        let Some(word) = tokens.get(at).filter(|word| word.bound.is_none()) else { continue };
        let direction =
            if word.is_any(&["больше", "выше"]) { Ordering::Greater } else { Ordering::Less };
        found.push(Claim { at, direction, compares: true, verb: false });
    }
    found.extend(last_year(tokens));
    found.retain(|claim| !is_denied(tokens, claim.at));
    found.sort_by_key(|claim| claim.at);
    found
}

/// «Больше: 149 против 158», «больше – 149 против 158», «стало больше», «выше прошлогоднего».
fn last_year(tokens: &[Token]) -> impl Iterator<Item = Claim> {
    tokens.windows(2).enumerate().filter_map(|(at, pair)| {
        let [word, next] = pair else { return None };
        let compares = word.is_any(COMPARED) && word.bound.is_none();
        let direction =
            if word.is_any(&["больше", "выше"]) { Ordering::Greater } else { Ordering::Less };
        let became =
            at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|before| before.is_any(&["стало"]));
        let told = next.is_sign(':') || next.is_dash() || next.begins(&["прошлогодн"]) || became;
        (compares && told).then_some(Claim { at, direction, compares: false, verb: false })
    })
}

/// A form that states, and is no infinitive, participle or noun: «вырос», «увеличилось», «растут».
fn is_finite(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "л",
        "ла",
        "ло",
        "ли",
        "лся",
        "лась",
        "лось",
        "лись",
        "рос",
        "росла",
        "росло",
        "росли",
        "ится",
        "атся",
        "ется",
        "ются",
        "ятся",
        "ает",
        "ают",
        "тет",
        "тут",
    ];
    ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// «Профессиональный рост», «карьерный рост».
fn is_personal(tokens: &[Token], at: usize) -> bool {
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
    field: &'v Field<'a>,
    sentence: &'v Sentence,
    claims: Vec<Claim>,
    indicators: &'v Indicators,
}

impl Look<'_, '_> {
    fn at(&self, findings: &mut Findings) {
        let pairs = self.compared(pairs(self.sentence));
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
                findings.list.extend(self.indicator(claim).or_else(|| self.typed(claim)));
            }
        }
    }

    /// «Снизить», «повысить»: what is to be, and not what was.
    fn is_task(&self, claim: &Claim) -> bool {
        let word = self.sentence.tokens.get(claim.at);
        word.is_some_and(|word| word.is_any(RAISE) || word.is_any(REDUCE))
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
    fn compared(&self, mut pairs: Vec<Pair>) -> Vec<Pair> {
        let amounts = || self.sentence.amounts().map(|(at, _)| at);
        for claim in self.claims.iter().filter(|claim| claim.compares) {
            let Some(difference) = amounts().rfind(|at| *at < claim.at) else { continue };
            let now = amounts().rfind(|at| *at < difference && !in_brackets(self.sentence, *at));
            let before = amounts().find(|at| *at > claim.at);
            if let (Some(now), Some(before)) = (now, before)
                && !pairs.iter().any(|pair| pair.last() > claim.at || pair.last() == now)
            {
                pairs.push(Pair { before, now });
            }
        }
        pairs
    }

    /// The claim that speaks of a pair: the nearest before it, else one within or right behind it.
    fn claim_of(&self, pair: Pair, pairs: &[Pair]) -> Option<&Claim> {
        let taken = |at: usize| {
            pairs.iter().any(|other| *other != pair && other.first() > at && other.first() < pair.first())
        };
        let before = self
            .claims
            .iter()
            .rev()
            .find(|claim| claim.at < pair.first() && !self.parted(claim.at, pair.first()));
        if let Some(claim) = before.filter(|claim| !taken(claim.at)) {
            return Some(claim);
        }
        let behind = self.claims.iter().find(|claim| claim.at > pair.first())?;
        let other = pairs.iter().any(|other| other.first() > pair.last() && other.first() < behind.at);
        (!other && !self.parted(pair.first(), behind.at)).then_some(behind)
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
        let finding = self.said(claim, &old.text, &new.text)?;
        Some(
            finding
                .label(self.field.place(old), ("было", "before"))
                .label(self.field.place(new), ("стало", "after")),
        )
    }

    /// «2 847 человек – на 14 больше, чем в прошлом году», where 2 847 is an indicator that was 2 861.
    fn typed(&self, claim: &Claim) -> Option<Finding> {
        let mut before = self.sentence.amounts().filter(|(at, _)| claim.compares && *at < claim.at).rev();
        let ((_, difference), (at, now)) = (before.next()?, before.next()?);
        let token = self.sentence.tokens.get(at).filter(|token| token.bound.is_none())?;
        let indicator = self.indicators.iter().find(|indicator| {
            let was = indicator.previous.as_ref().map(|previous| previous.value);
            indicator.value.value == now.value
                && was.is_some_and(|was| (was - now.value).abs() == difference.value && was != now.value)
        })?;
        let was = indicator.previous.as_ref()?.value;
        if now.value.cmp(&was) == claim.direction || now.percent || now.value < Decimal::ONE_HUNDRED {
            return None;
        }
        let style = NumberStyle::default().with_decimals(indicator.decimals.map(Decimals::get));
        let finding = self.said(claim, &number::format(was, &style), &token.text)?;
        let finding = finding.label(self.field.place(token), ("стало", "after"));
        let cell = indicator.previous_cell.clone().unwrap_or(indicator.place.clone());
        Some(finding.label(cell, ("было", "before")))
    }

    fn said(&self, claim: &Claim, before: &str, after: &str) -> Option<Finding> {
        let word = self.sentence.tokens.get(claim.at)?;
        Some(
            Finding::new(&DIRECTION)
                .arg("word", self.field.written(std::slice::from_ref(word)))
                .arg("before", before)
                .arg("after", after)
                .at(self.field.place(word)),
        )
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
        if !claim.verb || !(joined || change) || self.parted(claim.at, at) {
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
        let style = NumberStyle::default().with_decimals(indicator.decimals.map(Decimals::get));
        let show = |value: Decimal| number::format(value, &style);
        let finding = self.said(claim, &show(previous.value), &show(indicator.value.value))?;
        let finding = finding.label(self.field.place(token), ("стало", "after"));
        let cell = indicator.previous_cell.clone().unwrap_or(indicator.place.clone());
        Some(finding.label(cell, ("было", "before")))
    }
}

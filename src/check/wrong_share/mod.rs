//! A share or difference that does not follow from the numbers of its own sentence.

mod column;
mod counted;
mod difference;
mod growth_column;
mod over;
mod percent_column;

use crate::check::reading::known::{Known, Origin};
use crate::check::reading::phrases::{alike, rounds_to};
use crate::check::reading::share::{
    Fraction, Share, Shares, fractions, percent, show, show_declared, with_percent,
};
use crate::check::reading::slip::{is_slip, is_swap};
use crate::check::reading::table_rows;
use crate::check::{Both, Check, Field, Kind, Number, Sentence, Token, View};
use crate::messages;
use crate::russian::nouns;
use crate::source::{Finding, Findings, Place, Severity};
use rust_decimal::Decimal;

messages! {
    /// «18 из 20 (85 %)».
    WRONG_SHARE = "wrong-share", Warning,
        ru: "{part} из {whole} – это {right} %, а не {said}", en: "{part} of {whole} is {right} %, not {said}",
        hint_ru: "напишите `{right} %` или исправьте числа; долю, которая считается сама, печатает `{{доля часть целое}}`",
        hint_en: "write `{right} %`, or correct the numbers; `{{share part whole}}` prints one that computes itself";
    /// «Более половины – 178 из 377».
    HALF = "wrong-share", Warning,
        ru: "«{word}», а {part} из {whole} – это {right} %", en: "“{word}”, but {part} of {whole} is {right} %",
        hint_ru: "исправьте слова или числа", hint_en: "correct the words or the numbers";
    /// «Более половины педагогов (48 %)».
    FRACTION = "wrong-share", Warning,
        ru: "«{word}», а доля – {share}", en: "“{word}”, but the share is {share}",
        hint_ru: "исправьте слова или число", hint_en: "correct the words or the number";
    /// «Доля молодых учителей – 112 %».
    OVER = "wrong-share", Warning,
        ru: "{said} – доля больше целого", en: "{said} is a share greater than its whole",
        hint_ru: "доля не бывает больше 100 %: исправьте число или скажите, к чему оно отнесено («к плану», «к уровню прошлого года»)",
        hint_en: "no share is greater than 100 %: correct the number, or say of what it is taken";
    /// «На 107 больше (3 263 против 3 150)».
    WRONG_DIFFERENCE = "wrong-share", Warning,
        ru: "между {before} и {now} разница {right}, а не {said}", en: "{before} and {now} differ by {right}, not {said}",
        hint_ru: "напишите `{right}` или исправьте числа; разницу, которая считается сама, печатает `{{сравнить имя}}`",
        hint_en: "write `{right}`, or correct the numbers; `{{compare name}}` prints one that computes itself";
    /// «Увеличилось на 251 человека (3,8 %) и составило 9 135».
    WRONG_GROWTH = "wrong-share", Warning,
        ru: "{by} к {before} – это {right} %, а не {said}", en: "{by} on top of {before} is {right} %, not {said}",
        hint_ru: "напишите `{right} %` или исправьте числа; процент, который считается сам, печатает `{{прирост имя}}`",
        hint_en: "write `{right} %`, or correct the numbers; `{{growth name}}` prints one that computes itself";
    /// A cell of a column «Прирост» that does not follow.
    WRONG_COLUMN = "wrong-share", Warning,
        ru: "в столбце «{column}» стоит {said}, а по соседним столбцам выходит {right}", en: "the column “{column}” says {said}, but by the columns beside it is {right}",
        hint_ru: "исправьте это число или те, которые оно сравнивает", hint_en: "correct this number or those that it compares";
    /// «Вдвое больше: 180 вместо 120».
    WRONG_TIMES = "wrong-share", Warning,
        ru: "«{said}», а между {before} и {now} разница {right}", en: "“{said}”, but {before} and {now} differ {right}",
        hint_ru: "исправьте слово или числа", hint_en: "correct the word or the numbers";
}

/// The check.
pub(in crate::check) static CHECK: Check = Check {
    code: "wrong-share",
    severity: Severity::Warning,
    title: Both {
        ru: "Доля или разница не сходится", en: "A share or difference that does not follow"
    },
    about: Both {
        ru: "Доля («18 из 20 (85 %)», «из 40 кабинетов обновлены 14 (35 %)», «каждый четвёртый (41 из 246)») и разница («на 107 \
             больше: 3 263 против 3 150», «с 400 до 460, на 12 %», «вдвое») считаются заново по числам того же предложения, \
             разница – и по прошлому году показателя или строки и по двум числам предложения перед этим, процент при ней («на 251 \
             человека (2,8 %)») – и по тому, что стало. Доля от итога таблицы, \
             показателя или числа из предложения перед этим замечается, если верная отличается одной цифрой или перестановкой \
             двух. Доля, удельный вес и охват не больше 100 %. Столбцы долей и прироста пересчитываются: замечается одна ячейка, которая не следует правилу остальных. Возраст, стаж, класс и порог («моложе 35 лет», «3 и более», «выше 80 баллов») – не часть, и если долю даёт другое число \
             предложения, она верна. Округление в обе стороны и отбрасывание последнего знака допустимы; процентные пункты не путаются с процентами.",
        en: "A share (“18 of 20 (85 %)”, “every fourth (41 of 246)”) and a difference (“107 more: 3,263 against 3,150”, “from 400 \
             to 460, by 12 %”, “doubled”) are computed again from the numbers of the same sentence, a difference also from last \
             year's value of an indicator or row and from the two numbers of the sentence before, a per cent beside it (“by 251 people \
             (2.8 %)”) also from what it became. A share of a table's total, \
             of an indicator or of a number of the sentence before is noticed where the right one differs by one digit or by \
             two that changed places, in itself or in its part. No share is greater than 100 %. In columns of shares and of growth the one cell that breaks the rule of the others is noticed. Ages, classes and thresholds are no parts, and a share that another number of the sentence makes is \
             right. Rounding either way and cutting off are tolerated; percentage points are no per cent.",
    },
    example: Both {
        ru: "Аттестацию прошли 18 из 20 педагогов (85 %). → Аттестацию прошли 18 из 20 педагогов (90 %).",
        en: "18 of 20 teachers (85 %) passed. → 18 of 20 teachers (90 %) passed.",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for (field, sentence, before) in view.prose_in_turn() {
        if sentence.amounts().next().is_some() {
            difference::look(view, field, sentence, before, findings);
        }
        if sentence.amounts().next().is_some() {
            Look { view, field, sentence, before }.at(findings);
        }
    }
    for table in view.loaded.tables.values() {
        percent_column::look(table, findings);
        growth_column::look(table, findings);
    }
}

struct Look<'v, 'a> {
    view: &'v View<'a>,
    field: &'v Field<'a>,
    sentence: &'v Sentence,
    /// The sentence before it in the same paragraph.
    before: Option<&'v Sentence>,
}

impl Look<'_, '_> {
    fn at(&self, findings: &mut Findings) {
        let shares = Shares::of(self.sentence);
        let all = shares.all();
        let own = all
            .iter()
            .filter(|share| !self.has_another_part(share, &all) && !self.has_another_share(share, &all));
        findings.list.extend(own.filter_map(|share| self.share(*share)));
        findings.list.extend(self.halves(&shares).or_else(|| self.told_behind(&shares)));
        findings.list.extend(over::look(self.field, self.sentence));
        if self.sentence.amounts().any(|(_, number)| number.percent) {
            let told = fractions(self.sentence);
            findings.list.extend(told.iter().filter_map(|fraction| self.fraction(fraction)));
        }
        let loose = shares.loose().into_iter();
        findings.list.extend(loose.filter_map(|(part, share)| self.of_known_whole(part, share)));
    }

    fn number(&self, at: usize) -> Option<&Number> {
        self.sentence.tokens.get(at).and_then(Token::number)
    }

    /// Whether another number before the share, of which no other share speaks, is the part that
    /// makes it: «из 60 семей 12 воспитывают 3 детей, то есть 20 %».
    fn has_another_part(&self, Share { part, whole, share }: &Share, all: &[Share]) -> bool {
        let (Some(total), Some(said)) = (self.number(*whole), self.number(*share)) else { return false };
        let taken = |at: usize| all.iter().any(|other| other.part == at || other.whole == at);
        let free = |at: usize| at != *part && at < *share && !taken(at);
        let makes =
            |number: &Number| !number.percent && number.ones() <= total.ones() && says(said, number, total);
        self.sentence.amounts().any(|(at, number)| free(at) && makes(number))
    }

    /// Whether another per cent of the sentence is the share of these two: «успеваемость 98 %, качество
    /// – 54 %: из 300 учеников 294 успевают».
    fn has_another_share(&self, Share { part, whole, share }: &Share, all: &[Share]) -> bool {
        let (Some(one), Some(total)) = (self.number(*part), self.number(*whole)) else { return false };
        let free = |at: usize| at != *share && !all.iter().any(|other| other.share == at);
        self.sentence.amounts().any(|(at, number)| free(at) && number.percent && says(number, one, total))
    }

    fn share(&self, Share { part, whole, share }: Share) -> Option<Finding> {
        let (one, all, said) = (self.number(part)?, self.number(whole)?, self.number(share)?);
        let right = percent(one.ones(), all.ones())?;
        if one.ones() > all.ones() || says(said, one, all) || (self.tells_rest() && is_rest(said, right)) {
            return None;
        }
        // «Освоено 17,9 из 18,6 млн»: a bare number may have the scale of the other.
        let bare = (one.scale == Default::default()) != (all.scale == Default::default());
        if bare
            && percent(one.value, all.value).is_some_and(|right| rounds_to(right, said.value, said.decimals))
        {
            return None;
        }
        let (part, whole) = (self.sentence.tokens.get(part)?, self.sentence.tokens.get(whole)?);
        let finding = self.wrong(share, [&part.text, &whole.text], right)?;
        let finding = finding.label(self.field.place(part), ("часть", "the part"));
        Some(finding.label(self.field.place(whole), ("целое", "the whole")))
    }

    /// «Не сдали», «не хватает», «остались дома»: whether the share may be that of the others.
    fn tells_rest(&self) -> bool {
        self.sentence.tokens.iter().any(|token| {
            token.is_any(&["не", "нет", "без"])
                || token.begins(&["недост", "незан", "отсутств", "остал", "свободн", "вакант", "пуст"])
        })
    }

    fn wrong(&self, share: usize, [part, whole]: [&str; 2], right: Decimal) -> Option<Finding> {
        let said = with_percent(self.sentence, share);
        let decimals = self.number(share)?.decimals;
        Some(wrong([part, whole, self.field.written(said)], right, decimals).at(self.field.place_of(said)))
    }

    /// «Более половины педагогов (48 %)»: a fraction in words and its per cent right behind it.
    fn fraction(&self, fraction: &Fraction) -> Option<Finding> {
        let tokens = &self.sentence.tokens;
        let (at, share) = self.sentence.amounts().find(|(at, _)| *at >= fraction.end)?;
        let between = tokens.get(fraction.end..at)?;
        let (open, counted) = between.split_last()?;
        let near = counted.len() <= 5 && counted.iter().all(Token::is_word);
        let behind = tokens.get(at + with_percent(self.sentence, at).len());
        let closed =
            behind.is_none_or(|token| matches!(token.kind, Kind::Sign(')' | '.' | ',')) || token.is_dash());
        let ratio = share.value.checked_div(Decimal::ONE_HUNDRED)?;
        let half = share.half().checked_div(Decimal::ONE_HUNDRED)?;
        let fits = fraction.low.saturating_sub(half) <= ratio && ratio <= fraction.high.saturating_add(half);
        if !share.percent || !near || !closed || !(open.is_sign('(') || open.is_dash()) || fits {
            return None;
        }
        let words = tokens.get(fraction.at..fraction.end)?;
        let said = with_percent(self.sentence, at);
        let finding = Finding::new(&FRACTION)
            .arg("word", self.field.written(words))
            .arg("share", self.field.written(said))
            .at(self.field.place_of(words));
        Some(finding.label(self.field.place_of(said), ("доля", "the share")))
    }

    /// «Более половины педагогов – 178 из 377», «каждый четвёртый выпускник (38 из 228)».
    fn halves(&self, shares: &Shares<'_>) -> Option<Finding> {
        let of = shares.parts().into_iter().next()?;
        let fraction = fractions(self.sentence).into_iter().rfind(|fraction| fraction.end <= of.part)?;
        let between = self.sentence.tokens.get(fraction.end..of.part)?;
        let apart = |token: &Token| token.is_sign(';') || token.number().is_some();
        if between.len() > 9 || between.iter().any(apart) {
            return None;
        }
        let (one, all) = (self.number(of.part)?, self.number(of.whole)?);
        let right = percent(one.ones(), all.ones())?;
        let ratio = right.checked_div(Decimal::ONE_HUNDRED)?;
        let fits = |ratio: Decimal| fraction.low <= ratio && ratio <= fraction.high;
        // «Не хватает четверти ставок: занято 12 из 16» tells the rest.
        let rest = || self.tells_rest() && fits(Decimal::ONE.saturating_sub(ratio));
        if one.percent || all.percent || fits(ratio) || rest() {
            return None;
        }
        let words = self.sentence.tokens.get(fraction.at..fraction.end)?;
        let (part, whole) = (self.sentence.tokens.get(of.part)?, self.sentence.tokens.get(of.whole)?);
        let finding = self.half(words, [part, whole], right).at(self.field.place(part));
        let finding = finding.label(self.field.place_of(words), ("а сказано так", "but it is said so"));
        Some(finding.label(self.field.place(whole), ("целое", "the whole")))
    }

    /// «36 завхозов из 48, или две трети», «390 сельчан, из них 39, то есть каждый пятый»: a fraction
    /// behind its numbers.
    fn told_behind(&self, shares: &Shares<'_>) -> Option<Finding> {
        let tokens = &self.sentence.tokens;
        let fraction = fractions(self.sentence).into_iter().next_back()?;
        let amounts: Vec<usize> =
            self.sentence.amounts().map(|(at, _)| at).filter(|at| *at < fraction.at).collect();
        let [.., first, last] = amounts.as_slice() else { return None };
        let of = shares.parts().into_iter().find(|of| (of.part, of.whole) == (*first, *last));
        let of_them = tokens
            .get(first + 1..*last)?
            .windows(2)
            .any(|two| matches!(two, [of, them] if of.is_any(&["из"]) && them.is_any(&["них", "которых"])));
        let (part, whole) = match of {
            Some(of) => (of.part, of.whole),
            None if of_them => (*last, *first),
            None => return None,
        };
        let link = tokens.get(last + 1..fraction.at)?;
        let mark = link.iter().rposition(|token| token.is_sign(',') || token.is_dash())?;
        let joins = |token: &Token| token.is_any(&["или", "то", "есть", "это", "почти", "ровно", "примерно"]);
        let (counted, said) = link.split_at(mark);
        let near = counted.len() <= 4 && counted.iter().all(Token::is_word) && said.iter().skip(1).all(joins);
        let right = percent(self.number(part)?.ones(), self.number(whole)?.ones())?;
        let ratio = right.checked_div(Decimal::ONE_HUNDRED)?;
        let fits = fraction.low <= ratio && ratio <= fraction.high;
        let plain = [part, whole].iter().all(|at| self.number(*at).is_some_and(|number| !number.percent));
        if !near || fits || !plain || said.len() < 2 {
            return None;
        }
        let words = tokens.get(fraction.at..fraction.end)?;
        let (one, all) = (tokens.get(part)?, tokens.get(whole)?);
        let finding = self.half(words, [one, all], right).at(self.field.place_of(words));
        Some(finding.label(self.field.place(one), ("часть", "the part")))
    }

    /// A fraction in words beside a part and a whole that are not so; without its place.
    fn half(&self, words: &[Token], [part, whole]: [&Token; 2], right: Decimal) -> Finding {
        Finding::new(&HALF)
            .arg("word", self.field.written(words))
            .arg("part", part.text.as_str())
            .arg("whole", whole.text.as_str())
            .arg("right", show(right, 1))
    }

    /// «2930 учеников, то есть 38,0 % контингента»: the whole is a total of a table, an indicator or
    /// a number of the sentence before. Which, nobody says; so only a slip is noticed.
    fn of_known_whole(&self, part: usize, share: usize) -> Option<Finding> {
        let (one, said) = (self.number(part)?, self.number(share)?);
        let typed = self.sentence.tokens.get(share)?.bound.is_none();
        if !typed || said.decimals == 0 || said.value < Decimal::ONE {
            return None;
        }
        let wholes = self.wholes(part, share);
        let right =
            |whole: &Whole| percent(one.ones(), whole.ones).filter(|right| *right <= Decimal::ONE_HUNDRED);
        let fits = |whole: &Whole| {
            right(whole)
                .is_some_and(|right| right.saturating_sub(said.value).abs() <= said.half() * Decimal::TWO)
        };
        if wholes.iter().any(fits) {
            return None;
        }
        let digits = said.value.mantissa().unsigned_abs();
        let slip = |right: Decimal| is_swap(right, said.value) || digits >= 100 && is_slip(right, said.value);
        // «612,5 млн» may be a little less or more.
        let slack = slack(one);
        let slipped = |whole: &&Whole| {
            let parts = [one.ones(), one.ones().saturating_sub(slack), one.ones().saturating_add(slack)];
            let mut shares = parts.into_iter().filter_map(|part| percent(part, whole.ones));
            shares.any(|share| slip(share.round_dp(said.decimals)))
        };
        let whole = wholes
            .iter()
            .find(slipped)
            .or_else(|| wholes.iter().find(|whole| is_slipped_part(one, said, whole)));
        let own = || self.totals_of_swapped(one).into_iter().find(|whole| is_slipped_part(one, said, whole));
        let whole = whole.cloned().or_else(own)?;
        let token = self.sentence.tokens.get(part)?;
        let finding = self.wrong(share, [&token.text, &whole.shown], right(&whole)?)?;
        let finding = finding.label(self.field.place(token), ("часть", "the part"));
        Some(finding.label(whole.place.clone(), ("целое", "the whole")))
    }

    /// What the whole of a part may be.
    fn wholes(&self, part: usize, share: usize) -> Vec<Whole> {
        let Some(one) = self.number(part) else { return Vec::new() };
        let slack = slack(one);
        let is_part = |known: &&Known<'_>| known.ones().saturating_sub(one.ones()).abs() <= slack;
        let totals = self.view.known.iter().filter(is_part).filter_map(Whole::total);
        let nouns = self.nouns(part, share);
        let named =
            |words: &[String]| words.iter().any(|word| nouns.iter().any(|noun| alike(&noun.text, word)));
        let whole = |known: &&Known<'_>| match known.origin {
            Origin::Indicator { previous, .. } => !previous,
            Origin::Cell { table, row, .. } => table.rows().get(row).is_some_and(table_rows::is_grand),
        };
        let known = self.view.known.iter().filter(whole).filter(|known| named(&known.words));
        let known = known.filter_map(|known| Whole::of(known, known.value, known.place));
        let earlier = self.before.into_iter().flat_map(|before| before.amounts().map(move |at| (before, at)));
        let earlier = earlier.filter_map(|(before, (at, number))| {
            let token = before.tokens.get(at)?;
            let counted = before.counted(at).and_then(|at| before.tokens.get(at))?;
            let named = nouns.iter().any(|noun| alike(&noun.text, &counted.text));
            let same = (named || self.goes_on_with_people(part, before, counted)) && !number.percent;
            let place = Place::Text(self.field.place(token));
            same.then(|| Whole { ones: number.ones(), shown: token.text.clone(), place })
        });
        totals.chain(known).chain(earlier).collect()
    }

    /// The totals of the figures that a number would be, had two of its digits not changed places.
    fn totals_of_swapped(&self, part: &Number) -> Vec<Whole> {
        let swapped = self.view.known.iter().filter(|known| is_swap(known.value, part.value));
        swapped.filter_map(Whole::total).collect()
    }

    /// «Экзамен сдавали 613 девятиклассников. Аттестат получили 589 человек (91,6 %)»: the people before
    /// are the whole, if they are the only number.
    fn goes_on_with_people(&self, part: usize, before: &Sentence, counted: &Token) -> bool {
        let own = self.sentence.counted(part).and_then(|at| self.sentence.tokens.get(at));
        let general = own.is_none_or(|own| own.is_any(&["человек", "человека"]));
        let mut nouns = nouns::forms(&counted.text).iter().filter_map(|form| nouns::noun(*form));
        general && before.amounts().count() == 1 && nouns.any(|noun| noun.animate)
    }

    /// What the part counts, and the words behind the share: «контингента», «всех школьников».
    fn nouns(&self, part: usize, share: usize) -> Vec<&Token> {
        let counted = self.sentence.counted(part).and_then(|at| self.sentence.tokens.get(at));
        let behind = share + with_percent(self.sentence, share).len();
        let words = self.sentence.tokens.get(behind..).unwrap_or_default();
        let words = words.iter().take_while(|token| token.is_word()).take(5);
        let telling =
            |token: &&Token| token.text.chars().count() > 3 && !token.begins(&["общ", "числ", "челов"]);
        counted.into_iter().chain(words).filter(telling).collect()
    }
}

/// A number of which something may be a part.
#[derive(Clone)]
struct Whole {
    ones: Decimal,
    shown: String,
    place: Place,
}

impl Whole {
    /// A value in the unit of a figure.
    fn of(known: &Known<'_>, value: Decimal, place: &Place) -> Option<Whole> {
        let factor = known.ones().checked_div(known.value)?;
        let shown = show_declared(value, None);
        Some(Whole { ones: value.checked_mul(factor)?, shown, place: place.clone() })
    }

    /// The total of the column in which a figure stands.
    fn total(known: &Known<'_>) -> Option<Whole> {
        let (value, place) = known.total()?;
        Whole::of(known, value, place)
    }
}

/// «481 школьник, или 28,1 %», where 418 is 28,1 % of the whole: two digits of the part changed places.
fn is_slipped_part(part: &Number, said: &Number, whole: &Whole) -> bool {
    let exact = said.value.checked_mul(whole.ones).and_then(|part| part.checked_div(Decimal::ONE_HUNDRED));
    let Some(near) = exact.map(|exact| exact.round()) else { return false };
    let counted =
        part.decimals == 0 && part.scale == Default::default() && part.value >= Decimal::ONE_HUNDRED;
    let fits = |right: Decimal| {
        is_swap(right, part.value)
            && percent(right, whole.ones).is_some_and(|share| rounds_to(share, said.value, said.decimals))
    };
    counted && [near, near + Decimal::ONE, near - Decimal::ONE].into_iter().any(fits)
}

/// What rounding may have taken from a number: nothing from one counted in ones.
fn slack(number: &Number) -> Decimal {
    let rounded = number.decimals > 0 || number.scale != Default::default();
    if rounded { number.half().checked_mul(number.scale.factor()).unwrap_or_default() } else { Decimal::ZERO }
}

/// «Не сдали 10 %: из 50 вовремя принесли 45»: a share of the rest.
fn is_rest(said: &Number, right: Decimal) -> bool {
    rounds_to(Decimal::ONE_HUNDRED.saturating_sub(right), said.value, said.decimals)
}

/// Whether a share is right, for numbers that may be rounded themselves.
fn says(said: &Number, part: &Number, whole: &Number) -> bool {
    let edge = |one: Decimal, all: Decimal| percent(one, all).unwrap_or_default();
    let Some(right) = percent(part.ones(), whole.ones()) else { return true };
    let low = edge(part.ones().saturating_sub(slack(part)), whole.ones().saturating_add(slack(whole)));
    let high = edge(part.ones().saturating_add(slack(part)), whole.ones().saturating_sub(slack(whole)));
    rounds_to(right, said.value, said.decimals)
        || (low != high
            && low.saturating_sub(said.half()) <= said.value
            && said.value <= high.saturating_add(said.half()))
}

/// A share that does not follow: its part, its whole and the share as they are written.
fn wrong([part, whole, said]: [&str; 3], right: Decimal, decimals: u32) -> Finding {
    Finding::new(&WRONG_SHARE)
        .arg("part", part)
        .arg("whole", whole)
        .arg("right", show(right, decimals))
        .arg("said", said)
}

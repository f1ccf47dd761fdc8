//! «20 случаев, из них 18 … и 3 …»: parts that do not make their whole.

mod listed;
mod product;

use crate::check::reading::phrases::{alike, in_brackets, is_measure};
use crate::check::reading::words::ends_as_adjective;
use crate::check::{Both, Check, Field, Kind, Number, NumberRole, Sentence, Token, View};
use crate::messages;
use crate::russian::nouns;
use crate::russian::number::{self, NumberStyle};
use crate::source::{Finding, Findings, Severity};
use rust_decimal::Decimal;

messages! {
    /// Parts that do not make their whole.
    TEXT_TOTAL = "text-total", Warning,
        ru: "названо {total}, а части дают {sum}: {parts}", en: "{total} is announced, but the parts make {sum}: {parts}",
        hint_ru: "исправьте итог или части; если перечислено не всё, скажите это: «в их числе», «и другие»",
        hint_en: "correct the total or its parts; if they are not all, say so: “among them”, “and others”";
    /// «В четырёх школах – № 1, 4 и 7».
    LISTED = "text-total", Warning,
        ru: "сказано «{total}», а перечислено {count}", en: "“{total}” are announced, and {count} are listed",
        hint_ru: "исправьте число или перечень", hint_en: "correct the number or the list";
    /// «3 смены по 40 человек, всего 140».
    PRODUCT = "text-total", Warning,
        ru: "{count} по {each} – это {right}, а сказано {total}", en: "{count} times {each} is {right}, not {total}",
        hint_ru: "исправьте итог или числа перед ним", hint_en: "correct the total or the numbers before it";
}

/// The check.
pub(in crate::check) static CHECK: Check = Check {
    code: "text-total",
    severity: Severity::Warning,
    title: Both { ru: "Части не дают целого", en: "Parts that do not make their whole" },
    about: Both {
        ru: "Если после числа стоит двоеточие с перечнем частей, «из них» или «в том числе» с двумя и более частями, «из 20 случаев \
             18 на уроках, 2 на переменах», «58 человек, 37 на рисование и 21 на пение», «9 команд (4 школьные и 5 студенческих)» или «всего» в конце, части складываются. Если \
             чисел до частей несколько («60 мест в 3 группах»), целым может быть любое из них; прошлые годы, с которыми сравнивают, – не части; числа прошлого года в скобках складываются отдельно. Одна часть не бывает больше целого. Перечисленное по именам и номерам («пять проектов: «Старт», …», «в трёх школах (№ 1, 4 и 7)») пересчитывается, «3 смены по 40 человек, всего 120» умножается. Примеры («в их числе»), \
             доли и пересекающиеся признаки не проверяются.",
        en: "Where a colon with a list of parts, “of them” or “including” with two or more parts follows a number, or “of 20 cases \
             18 in lessons, 2 in breaks”, “58 people, 37 for painting and 21 for singing”, brackets or “in all” at the end, the parts are \
             added up. Of several numbers before the parts (“60 places in 3 groups”) any may be the whole; years that are compared are no parts; last year's numbers in brackets are added up by themselves. A single part is never greater than its \
             whole. What is listed by name or number (“in three schools (№ 1, 4 and 7)”) is counted, “3 shifts of 40, 120 in all” is multiplied. Examples (“among them”), shares and overlapping features are left alone.",
    },
    example: Both {
        ru: "Зарегистрировано 20 случаев, из них 18 из семьи и 3 из приюта. → Зарегистрировано 20 случаев, из них 18 из семьи и 2 из приюта.",
        en: "20 cases were registered, of them 18 from families and 3 from homes. → 20 cases were registered, of them 18 from families and 2 from homes.",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for (field, sentence, earlier) in view.prose_in_turn() {
        findings.list.extend(listed::look(field, sentence));
        findings.list.extend(product::look(field, sentence));
        findings.list.extend(added_up(field, earlier, sentence));
    }
}

/// The first sum that is wrong; numerals are numbers where there are any.
fn added_up(field: &Field<'_>, earlier: Option<&Sentence>, sentence: &Sentence) -> Option<Finding> {
    let read = |sentence| Sentence::in_numbers(sentence).unwrap_or(sentence);
    let (sentence, earlier) = (read(sentence), earlier.map(read));
    sentence.amounts().nth(1)?;
    look(field, sentence).or_else(|| of_earlier(field, earlier?, sentence))
}

/// How the parts are announced.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Announced {
    Colon,
    OfThem,
    /// «Из 20 случаев 18 …, 2 …»: the total stands right behind «из».
    From,
    /// «58 человек, 37 на рисование и 21 на пение».
    Comma,
    /// «9 команд (4 школьные и 5 студенческих)», «9 команд – 4 школьные, 5 студенческих».
    Apposed,
    /// «90 детей, среди них 51 мальчик и 49 девочек»: all only where the two are all there is.
    Among,
    /// «Победителей 37, призёров 82; всего наград 119»: the total stands last.
    AtEnd,
    /// «473 ставки, занято 455, вакантны 18»: words that leave nothing over.
    Contrary,
}

/// A whole and its parts, by the indices of their tokens.
struct Sum {
    how: Announced,
    total: usize,
    parts: Vec<usize>,
    /// Other numbers before the parts, of which they may be the parts as well.
    others: Vec<usize>,
}

/// Every place at which parts may be announced, and where they begin.
fn announcements(sentence: &Sentence) -> Vec<(usize, Announced)> {
    let tokens = &sentence.tokens;
    let mut found = Vec::new();
    let total = tokens.get(1).filter(|number| number.amount().is_some_and(|number| !number.percent));
    if tokens.first().is_some_and(|first| first.is_any(&["из"])) && total.is_some() {
        found.push((2, Announced::From));
    }
    for at in 1..tokens.len() {
        let Some([one, next]) = tokens.get(at..at + 2) else { continue };
        let of_them = one.is_any(&["из"]) && next.is_any(&["них", "которых"]);
        let including = one.is_any(&["том"]) && next.is_any(&["числе"]);
        let short = one.is_any(&["т"]) && tokens.get(at + 2).is_some_and(|token| token.is_any(&["ч"]));
        match () {
            () if one.is_sign(':') && one.bound.is_none() => found.push((at + 1, Announced::Colon)),
            () if short => found.push((at + 4, Announced::OfThem)),
            () if of_them || including => found.push((at + 2, Announced::OfThem)),
            () if one.is_any(&["среди"]) && next.is_any(&["них", "которых"]) => {
                found.push((at + 2, Announced::Among));
            }
            () if one.is_sign(',') && next.amount().is_some() => found.push((at + 1, Announced::Comma)),
            () if (one.is_dash() || one.is_sign('(')) && next.amount().is_some() => {
                found.push((at + 1, Announced::Apposed));
            }
            () => {}
        }
    }
    found
}

fn look(field: &Field<'_>, sentence: &Sentence) -> Option<Finding> {
    let announced = announcements(sentence).into_iter();
    let sums = announced.filter_map(|(start, how)| sum(sentence, start, how)).chain(at_end(sentence));
    let mut sums = sums.chain(contrary(sentence));
    sums.find_map(|sum| wrong(field, sentence, &sum))
}

/// «На учёте состоят 92 подростка. Из них 57 мальчиков и 35 девочек»: the whole is the only number
/// of the sentence before.
fn of_earlier(field: &Field<'_>, earlier: &Sentence, sentence: &Sentence) -> Option<Finding> {
    let of_them =
        matches!(sentence.tokens.as_slice(), [of, them, ..] if of.is_any(&["из"]) && them.is_any(&["них"]));
    let mut wholes = earlier.amounts().filter(|(at, _)| !in_brackets(earlier, *at));
    let (whole, total) = wholes.next().filter(|(_, number)| of_them && is_count(number))?;
    let inner: Vec<(usize, &Number)> =
        sentence.amounts().filter(|(at, _)| !in_brackets(sentence, *at) && !is_age(sentence, *at)).collect();
    let parts = inner
        .iter()
        .all(|(at, number)| is_part(sentence, *at, 2) && is_count(number) && number.scale == total.scale);
    if wholes.next().is_some() || inner.len() < 2 || !parts || is_open(sentence, 2) {
        return None;
    }
    let added = inner.iter().try_fold(Decimal::ZERO, |sum, (_, number)| sum.checked_add(number.value))?;
    let meant = added != total.value && is_meant(sentence, &inner, Announced::OfThem, total.value, added);
    let token = earlier.tokens.get(whole)?;
    let shown: Vec<&str> =
        inner.iter().filter_map(|(at, _)| Some(sentence.tokens.get(*at)?.text.as_str())).collect();
    let finding = Finding::new(&TEXT_TOTAL)
        .arg("total", token.text.as_str())
        .arg("sum", number::format(added, &NumberStyle::default()))
        .arg("parts", shown.join(" + "))
        .at(field.place(token));
    let parts = inner.iter().filter_map(|(at, _)| sentence.tokens.get(*at));
    meant.then(|| parts.fold(finding, |finding, part| finding.at(field.place(part))))
}

fn number(sentence: &Sentence, at: usize) -> Option<&Number> {
    sentence.tokens.get(at).and_then(Token::number)
}

/// Whether it counts something, and is neither a share nor an average.
fn is_count(number: &Number) -> bool {
    !number.percent && (number.decimals == 0 || number.scale != Default::default())
}

/// The whole before an announcement and the parts behind it.
fn sum(sentence: &Sentence, start: usize, how: Announced) -> Option<Sum> {
    let tokens = &sentence.tokens;
    let (total, others) = whole(sentence, start)?;
    // «Уменьшение на девять человек: …» tells a change.
    if sentence.changes().differences.iter().any(|one| one.at == total && one.is_told(sentence)) {
        return None;
    }
    let near = tokens.get(total + 1..start)?;
    let own_mark = start.checked_sub(3).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_sign(';'));
    let marks = near.iter().filter(|token| token.is_sign(';')).count();
    if near.iter().any(|token| token.is_sign('.') && token.spaced) || marks > usize::from(own_mark) {
        return None;
    }
    let words = near.iter().filter(|token| token.is_word()).count();
    // «18 (из них золотых 6, серебряных 7, бронзовых 5)».
    let bracket = match how {
        Announced::Apposed => tokens.get(start - 1).is_some_and(|token| token.is_sign('(')),
        Announced::OfThem => in_brackets(sentence, start),
        _ => false,
    };
    let beside = match how {
        Announced::Comma => near.len() <= 3 && words <= 1,
        Announced::Apposed => near.len() <= 4 && (words >= 1 || bracket) && words + 1 == near.len(),
        Announced::Colon => !is_compared(near),
        _ => true,
    };
    if !beside {
        return None;
    }
    let end = if bracket { closing(tokens, start)? } else { ends(sentence, start) };
    let within = |at: usize| bracket || !in_brackets(sentence, at);
    let inner: Vec<usize> = sentence
        .amounts()
        .map(|(at, _)| at)
        .filter(|at| (start..end).contains(at) && within(*at) && !is_age(sentence, *at))
        .collect();
    let is_part = |at: &usize| {
        let first = how == Announced::From && inner.first() == Some(at);
        (first || is_part(sentence, *at, start)) && number(sentence, *at).is_some_and(is_count)
    };
    let parts: Vec<usize> = inner.iter().copied().filter(is_part).collect();
    let years = names_year(tokens, 0..start) && names_year(tokens, start..end);
    let all = parts.len() == inner.len() && !is_open(sentence, start) && !years;
    (all && !parts.is_empty()).then_some(Sum { how, total, parts, others })
}

/// The number whose parts are announced at `start`, and the others before them. «Подвозят 38 учеников
/// по 3 маршрутам: …»: what stands behind a preposition is where, and not how many.
fn whole(sentence: &Sentence, start: usize) -> Option<(usize, Vec<usize>)> {
    let tokens = &sentence.tokens;
    let before = sentence.amounts().filter(|(at, _)| *at < start && !in_brackets(sentence, *at));
    let before: Vec<(usize, &Number)> = before.collect();
    let (last, number) = before.last()?;
    let apart =
        |at: usize| tokens.get(at..*last).is_some_and(|near| near.iter().any(|token| token.is_sign(';')));
    let placed = |at: usize| {
        at.checked_sub(1)
            .and_then(|at| tokens.get(at))
            .is_some_and(|token| token.is_any(&["в", "во", "по", "с", "со", "при", "у"]))
    };
    let counts = |(at, number): &&(usize, &Number)| is_count(number) && !apart(*at) && !is_age(sentence, *at);
    let mut all: Vec<usize> = before.iter().filter(counts).map(|(at, _)| *at).collect();
    let main = all.iter().copied().rfind(|at| !placed(*at)).filter(|_| placed(*last));
    let total = main.or(Some(*last).filter(|_| is_count(number)))?;
    all.retain(|at| *at != total);
    Some((total, all))
}

/// «350 работ, это больше, чем когда-либо: …»: what follows is compared, and no part.
fn is_compared(near: &[Token]) -> bool {
    near.iter().any(|token| {
        token.is_any(&["больше", "меньше", "выше", "ниже", "чем", "раньше", "прежде", "назад"])
            || token.begins(&["рекорд"])
    })
}

fn names_year(tokens: &[Token], range: std::ops::Range<usize>) -> bool {
    let year = |token: &Token| token.number().is_some_and(|number| number.role == NumberRole::Year);
    tokens.get(range).unwrap_or_default().iter().any(year)
}

/// Where the brackets close that open before `start`.
fn closing(tokens: &[Token], start: usize) -> Option<usize> {
    let close = tokens.iter().skip(start).position(|token| token.is_sign(')'))?;
    Some(start + close)
}

/// Where the parts end: at «…, а также 9 садов», what is named besides is no part; and at a
/// semicolon behind two parts.
fn ends(sentence: &Sentence, start: usize) -> usize {
    let tokens = &sentence.tokens;
    let besides = (start..tokens.len()).find(|at| {
        tokens.get(at + 1).is_some_and(|token| token.is_any(&["также"]))
            && tokens.get(*at).is_some_and(|token| token.is_any(&["а"]))
    });
    let two = |at: &usize| sentence.amounts().filter(|(part, _)| (start..*at).contains(part)).count() >= 2;
    besides.filter(two).unwrap_or(tokens.len())
}

/// Whether something is left over that has no number: «и другие», «остальные получили сертификаты».
fn is_open(sentence: &Sentence, start: usize) -> bool {
    let tokens = sentence.tokens.get(start..).unwrap_or_default();
    let rest = |(at, token): (usize, &Token)| {
        let mut behind = tokens.iter().skip(at + 1).take(4);
        let counted = behind.any(|token| token.amount().is_some());
        let besides = token.begins(&["друг"]) || token.is_any(&["др", "прочие"]);
        besides || (token.begins(&["остальн", "прочи"]) && !counted)
    };
    tokens.iter().enumerate().any(rest)
}

/// «Победителей 37, призёров 82; всего наград 119».
fn at_end(sentence: &Sentence) -> Option<Sum> {
    let tokens = &sentence.tokens;
    let amounts: Vec<usize> = sentence.amounts().map(|(at, _)| at).collect();
    let (&total, parts) = amounts.split_last()?;
    let last = *parts.last()?;
    let between = tokens.get(last + 1..total)?;
    let all = between.iter().position(|token| token.is_any(&["всего", "итого", "вместе", "сумме"]))?;
    let said = between.get(..all)?;
    // «…, в сумме 28».
    let said = match said.split_last() {
        Some((within, said)) if within.is_any(&["в"]) => said,
        _ => said,
    };
    let but = usize::from(said.last().is_some_and(|token| token.is_any(&["а"])));
    let mark = said.get(..said.len() - but)?.last().is_some_and(|token| {
        token.is_dash() || token.is_sign(';') || token.is_sign(',') || token.is_sign(':')
    });
    let plain = |at: &usize| {
        number(sentence, *at).is_some_and(is_count) && !in_brackets(sentence, *at) && !is_age(sentence, *at)
    };
    // «С 12 до 15», «из 20»: such a number is no part.
    let led = |at: &usize| {
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        before.is_some_and(|token| token.is_any(&["на", "до", "с", "из", "по"]))
    };
    let within = tokens.windows(2).any(|two| {
        matches!(two, [one, two] if one.is_any(&["из", "том"]) && two.is_any(&["них", "которых", "числе"]))
    });
    let told = within || parts.iter().any(led) || is_open(sentence, 0);
    let fits = mark && parts.len() >= 2 && between.len() - all <= 3 && amounts.iter().all(plain) && !told;
    fits.then(|| Sum { how: Announced::AtEnd, total, parts: parts.to_vec(), others: Vec::new() })
}

/// Whether «всего 39 предметов» ends the sentence, and so sums what stands before it: a sum that
/// is too small leaves nothing out then.
fn sums_up(sentence: &Sentence, parts: &[(usize, &Number)]) -> bool {
    let tokens = &sentence.tokens;
    let Some((total, number)) = sentence.amounts().next_back() else { return false };
    let all = total.checked_sub(1).and_then(|at| tokens.get(at));
    let direct = all.is_some_and(|token| token.is_any(&["всего", "итого"]) || token.is_dash());
    let counted = tokens.get(total + 1..).unwrap_or_default();
    let unit = |token: &Token| {
        token.is_sign('.')
            || token.is_sign('!')
            || token.begins(&["руб"])
            || crate::russian::scale::Scale::parse(&token.text).is_some()
    };
    let noun = counted.iter().filter(|token| !unit(token)).count();
    let general = counted
        .first()
        .is_some_and(|token| token.is_any(&["предметов", "единиц", "штук", "человек", "мест"]));
    let alike = |at: usize| crate::check::reading::change::counts_alike(sentence, total, at);
    direct
        && noun <= 1
        && parts.iter().all(|(at, part)| part.scale == number.scale && (general || alike(*at)))
}

/// The finding of a sum that is wrong.
fn wrong(field: &Field<'_>, sentence: &Sentence, sum: &Sum) -> Option<Finding> {
    let total = number(sentence, sum.total)?;
    let parts: Vec<(usize, &Number)> =
        sum.parts.iter().filter_map(|at| Some((*at, number(sentence, *at)?))).collect();
    if parts.iter().any(|(_, number)| number.scale != total.scale) {
        return None;
    }
    // «Отрыв – 3 балла: 74 и 71» tells their difference.
    if let [(_, one), (_, two)] = parts.as_slice()
        && one.value.saturating_sub(two.value).abs() == total.value
    {
        return None;
    }
    if let [(part, number)] = parts.as_slice() {
        let from = sum.how == Announced::From && says_of_them(sentence, *part);
        let of_them = (sum.how == Announced::OfThem && *part <= sum.total + 6) || from;
        let greater = of_them && number.value > total.value;
        let counts = crate::check::reading::change::counts_alike(sentence, sum.total, *part);
        return (greater && counts).then(|| finding(field, sentence, sum.total, &parts, number.value));
    }
    let added = parts.iter().try_fold(Decimal::ZERO, |sum, (_, number)| sum.checked_add(number.value))?;
    if added != total.value {
        if is_of_others(sentence, sum, total, added) || counts_ones(sentence, sum, total.value, added) {
            return None;
        }
        let meant = is_meant(sentence, &parts, sum.how, total.value, added);
        return meant.then(|| finding(field, sentence, sum.total, &parts, added));
    }
    last_year(field, sentence, sum)
}

/// «9 вакансий: 3 учителя математики, 4 учителя физики, логопед и психолог»: what is listed without a
/// number is one each, and may make up for what the sum lacks.
fn counts_ones(sentence: &Sentence, sum: &Sum, total: Decimal, added: Decimal) -> bool {
    let tokens = &sentence.tokens;
    let last = sum.parts.last().copied().unwrap_or_default();
    // What is listed stands between the whole and the end, or before the whole that ends it.
    let list = if sum.total < last { tokens.get(sum.total + 1..) } else { tokens.get(..sum.total) };
    let list = list.unwrap_or_default();
    let marks = |token: &Token| matches!(token.kind, Kind::Sign(',' | ':' | ';' | '.' | '(' | ')'));
    let joins = |token: &Token| token.is_any(&["и"]) || token.is_dash() || marks(token);
    let one_person = |token: &Token| {
        let forms = nouns::forms(&token.text).iter().filter(|form| !form.plural);
        forms.filter_map(|form| nouns::noun(*form)).any(|noun| noun.animate)
    };
    // «7 человек:» says what is counted, and is no item.
    let counted = usize::from(sum.total < last);
    let items = list.split(joins).skip(counted);
    let bare = items.filter(|item| item.len() <= 2 && item.first().is_some_and(one_person));
    let ones = Decimal::from(bare.count() as u64);
    let one_each = list.windows(2).any(
        |two| matches!(two, [by, one] if by.is_any(&["по"]) && one.is_any(&["одному", "одной", "одно"])),
    );
    total > added && (one_each || total.saturating_sub(added) == ones)
}

/// «Из 57 учеников 62 побывали в музее»: the part counts what the whole does, for a verb follows it.
fn says_of_them(sentence: &Sentence, part: usize) -> bool {
    part <= 4
        && sentence.tokens.get(part + 1).is_some_and(|next| {
            crate::check::reading::words::past_plural(next)
                || crate::check::reading::words::past(next).is_some()
        })
}

/// Whether the parts make one of the other numbers before them, or all together.
fn is_of_others(sentence: &Sentence, sum: &Sum, total: &Number, added: Decimal) -> bool {
    let others =
        || sum.others.iter().filter_map(|at| number(sentence, *at)).filter(|one| one.scale == total.scale);
    let all = others().fold(total.value, |all, one| all.saturating_add(one.value));
    others().any(|one| one.value == added) || (all == added && others().next().is_some())
}

/// «14 (АППГ – 12), из них 11 (АППГ – 8) …, 3 (АППГ – 3)»: last year's numbers, where all have one
/// and this year's add up.
fn last_year(field: &Field<'_>, sentence: &Sentence, sum: &Sum) -> Option<Finding> {
    let before = |at: usize| {
        let open = sentence.tokens.get(at + 1..)?.iter().position(|token| token.is_sign('('))? + at + 1;
        let appg = sentence.tokens.get(open + 1).is_some_and(|token| token.is_any(&["аппг"]));
        let (last, number) = sentence.amounts().find(|(last, _)| *last > open)?;
        (appg && open <= at + 4 && last <= open + 3).then_some((last, number))
    };
    let (total, whole) = before(sum.total)?;
    let parts: Option<Vec<(usize, &Number)>> = sum.parts.iter().map(|at| before(*at)).collect();
    let parts = parts?;
    let added = parts.iter().try_fold(Decimal::ZERO, |sum, (_, number)| sum.checked_add(number.value))?;
    (added != whole.value).then(|| finding(field, sentence, total, &parts, added))
}

/// Whether the number begins a part: behind the announcement, a comma, «и» or «а также».
fn is_part(sentence: &Sentence, at: usize, start: usize) -> bool {
    let Some(mut before) = at.checked_sub(1).and_then(|at| sentence.tokens.get(at)) else { return false };
    // «Золотых 210, серебряных 268»: what is counted stands before its number.
    let announced = start
        .checked_sub(1)
        .and_then(|at| sentence.tokens.get(at))
        .is_some_and(|token| token.is_sign(':') || token.is_any(&["них", "которых", "числе"]));
    if announced && at > start && ends_as_adjective(&before.text) {
        match at.checked_sub(2).and_then(|at| sentence.tokens.get(at)) {
            Some(_) if at - 1 == start => return true,
            Some(earlier) => before = earlier,
            None => {}
        }
    }
    // «На 1100 мест: в 2021 году – на 825, в 2024 – на 275».
    let before = match at.checked_sub(2).and_then(|at| sentence.tokens.get(at)) {
        Some(dash) if before.is_any(&["на"]) && dash.is_dash() => dash,
        _ => before,
    };
    at == start
        || before.is_sign(',')
        || before.is_sign(';')
        || before.is_any(&["и", "также", "ещё", "еще"])
        || before.begins(&["остальн"])
        || before.is_dash()
}

/// Whether the parts are meant to be all: a list behind a colon; else parts told apart by a
/// preposition («18 из семьи»), or a sum that is off by a slip and no more.
fn is_meant(
    sentence: &Sentence,
    parts: &[(usize, &Number)],
    how: Announced,
    total: Decimal,
    sum: Decimal,
) -> bool {
    let tokens = &sentence.tokens;
    let has = |stems: &[&str]| tokens.iter().any(|token| token.begins(stems));
    // «Остальные 10» and «61 мужчина и 316 женщин» leave nothing over.
    let contrary = are_contrary(sentence, parts);
    let closed = has(&["остальн"])
        || (has(&["осен"]) && has(&["весн"]) && parts.len() == 2)
        || (has(&["мужчин"]) && has(&["женщин"]))
        || (has(&["мальчик", "юнош"]) && has(&["девоч", "девуш"]))
        || (has(&["городск"]) && has(&["сельск"]))
        || contrary;
    if how == Announced::Contrary {
        return true;
    }
    // «40 детей, среди них 12 мальчиков и 9 девочек из интерната»: so few are not all.
    let few =
        how == Announced::Among && sum.saturating_sub(total).abs().saturating_mul(Decimal::from(5)) > total;
    if few {
        return false;
    }
    // Words that exclude each other leave nothing over: «40 очно, 24 дистанционно».
    if contrary && sum.saturating_sub(total).abs().saturating_mul(Decimal::TWO) <= total {
        return true;
    }
    if how == Announced::Colon || (how != Announced::Comma && closed && parts.len() >= 2) {
        return true;
    }
    if matches!(how, Announced::Among | Announced::Apposed) {
        return how == Announced::Apposed && parts.len() >= 2 && are_kinds(sentence, parts, total, sum);
    }
    let off = sum.saturating_sub(total).abs();
    match how {
        Announced::From => return of_one_kind(sentence, parts, total, sum),
        Announced::Comma => {
            return off.saturating_mul(Decimal::from(5)) <= total && have_one_preposition(sentence, parts);
        }
        Announced::AtEnd => {
            let slip = off.saturating_mul(Decimal::TEN) <= total;
            let money = parts.iter().all(|(_, number)| number.scale != Default::default());
            return slip || ((money || sum < total) && sums_up(sentence, parts));
        }
        Announced::Colon
        | Announced::OfThem
        | Announced::Apposed
        | Announced::Among
        | Announced::Contrary => {}
    }
    // «31 ребёнок …, 42 ребёнка … и 31 ребёнок …»: one noun, and «и» before the last.
    let noun =
        |at: usize| sentence.counted(at).and_then(|at| tokens.get(at)).map(|token| token.text.as_str());
    let (first, last) = (parts.first().map(|(at, _)| *at), parts.last().map(|(at, _)| *at));
    let same = first
        .and_then(noun)
        .is_some_and(|one| parts.iter().all(|(at, _)| noun(*at).is_some_and(|other| alike(one, other))));
    let and = last.and_then(|at| tokens.get(at.checked_sub(1)?)).is_some_and(|token| token.is_any(&["и"]));
    let slip =
        off.saturating_mul(Decimal::TEN) <= total && (sum > total || (same && and && parts.len() >= 3));
    let plain = parts.iter().all(|(at, _)| {
        sentence
            .tokens
            .get(at + 1)
            .is_some_and(|token| token.is_any(PREPOSITIONS) || token.is_dash() || token.is_sign('('))
    });
    // «14 – девушки, 11 – из гимназии» may be the same.
    let kinds = |at: &usize| tokens.get(at + 2).map(|token| token.is_any(PREPOSITIONS));
    let dashes = parts.iter().all(|(at, _)| tokens.get(at + 1).is_some_and(Token::is_dash));
    let mixed =
        dashes && parts.iter().any(|(at, _)| kinds(at) != parts.first().and_then(|(first, _)| kinds(first)));
    slip || (plain && !mixed && (sum > total || off.saturating_mul(Decimal::TEN) <= total))
}

/// «Из 20 случаев 18 произошли на уроках, 2 – на переменах», «из 5,4 млн рублей 3,2 млн – …, 2,2
/// млн – …», «из 48 групп 6 компенсирующие, 42 …»: parts told apart by what cannot overlap. «Из 20
/// школ 18 имеют зал, 12 – бассейн» may.
fn of_one_kind(sentence: &Sentence, parts: &[(usize, &Number)], total: Decimal, sum: Decimal) -> bool {
    let tokens = &sentence.tokens;
    let slip =
        sum.saturating_sub(total).abs().saturating_mul(Decimal::TEN) <= total.saturating_mul(Decimal::TWO);
    let alike = have_one_preposition(sentence, parts);
    let adjective = |at: usize| {
        tokens.get(at + 1).is_some_and(|token| {
            token.is_word() && ["ие", "ые", "их", "ых"].iter().any(|ending| token.text.ends_with(ending))
        })
    };
    let adjectives = parts.iter().all(|(at, _)| adjective(*at));
    let money = parts.iter().all(|(_, number)| number.scale != Default::default());
    // Three parts and more, of which none is nearly all, seldom overlap by so little.
    let many = parts.len() >= 3 && sum.saturating_sub(total).saturating_mul(Decimal::TEN) <= total;
    let largest = parts.iter().map(|(_, number)| number.value).max().unwrap_or_default();
    let told_apart = many && largest.saturating_mul(Decimal::TEN) <= total.saturating_mul(Decimal::from(8));
    // A teacher has one category, a pupil one place.
    let category = |at: usize| {
        let near = tokens.iter().skip(at + 1).take(4);
        let mut near = near.take_while(|token| token.amount().is_none());
        near.any(|token| token.begins(&["перв", "втор", "высш", "трет"]))
    };
    let categories = parts.iter().all(|(at, _)| category(*at));
    slip && ((sum > total && (alike || money || told_apart || categories)) || adjectives)
}

/// «4 школьные, 3 студенческие»: kinds that cannot overlap, and a sum that is off by little.
fn are_kinds(sentence: &Sentence, parts: &[(usize, &Number)], total: Decimal, sum: Decimal) -> bool {
    let adjective = |at: usize| {
        sentence.tokens.get(at + 1).is_some_and(|token| {
            let ending = ["ие", "ые", "их", "ых", "ая", "ий", "ый", "ой", "ое"];
            token.is_word() && ending.iter().any(|ending| token.text.ends_with(ending))
        })
    };
    let off = sum.saturating_sub(total).abs();
    off.saturating_mul(Decimal::from(5)) <= total && parts.iter().all(|(at, _)| adjective(*at))
}

/// Words that exclude each other and leave nothing over, by how they begin.
const CONTRARY: &[&[&str]] = &[
    &["занят", "вакант", "свобод", "незанят"],
    &["очн", "дистанц", "заочн"],
    &["удовлетв", "отклон", "отказ"],
    &["исправ", "неисправ", "требу"],
    &["золот", "серебр", "бронз"],
    &["мальчик", "девоч"],
    &["юнош", "девуш"],
    &["мужчин", "женщин"],
    &["городск", "сельск"],
];

/// Whether beside each part stands another word of such a group.
fn are_contrary(sentence: &Sentence, parts: &[(usize, &Number)]) -> bool {
    let beside = |index: usize, stems: &[&str]| {
        let at = parts.get(index).map(|(at, _)| *at)?;
        let from = index
            .checked_sub(1)
            .and_then(|index| parts.get(index))
            .map_or(at.saturating_sub(3), |(before, _)| before + 1);
        let to = parts.get(index + 1).map_or(sentence.tokens.len(), |(next, _)| *next).min(at + 4);
        let near = |range: std::ops::Range<usize>| sentence.tokens.get(range).unwrap_or_default();
        let stem = |token: &Token| stems.iter().position(|stem| token.begins(&[stem]));
        // What stands behind a number up to the next mark is its own; else what stands before it.
        let behind = near(at + 1..to).iter().take_while(|token| token.is_word()).find_map(stem);
        behind.or_else(|| {
            near(from.max(at.saturating_sub(3))..at)
                .iter()
                .rev()
                .take_while(|token| token.is_word())
                .find_map(stem)
        })
    };
    let of_group = |stems: &&&[&str]| {
        let found: Option<Vec<usize>> = (0..parts.len()).map(|index| beside(index, stems)).collect();
        found.is_some_and(|mut found| {
            found.sort_unstable();
            found.windows(2).all(|two| two[0] != two[1])
        })
    };
    parts.len() >= 2 && CONTRARY.iter().any(|stems| of_group(&stems))
}

/// «473 ставки, занято 455, вакантны 18»: three numbers, the last two told apart by such words.
fn contrary(sentence: &Sentence) -> Option<Sum> {
    let amounts: Vec<(usize, &Number)> = sentence.amounts().collect();
    let [(total, whole), parts @ ..] = amounts.as_slice() else { return None };
    let added = parts.iter().try_fold(Decimal::ZERO, |sum, (_, number)| sum.checked_add(number.value))?;
    let near = added.saturating_sub(whole.value).abs().saturating_mul(Decimal::from(4)) <= whole.value;
    let plain = amounts
        .iter()
        .all(|(at, number)| is_count(number) && !in_brackets(sentence, *at) && !is_age(sentence, *at));
    let fits = parts.len() == 2 && plain && near && are_contrary(sentence, parts);
    let parts = parts.iter().map(|(at, _)| *at).collect();
    fits.then(|| Sum { how: Announced::Contrary, total: *total, parts, others: Vec::new() })
}

/// «37 на рисование и 21 на пение»: one preposition behind each part.
fn have_one_preposition(sentence: &Sentence, parts: &[(usize, &Number)]) -> bool {
    let preposition = |at: usize| {
        let near = sentence.tokens.iter().skip(at + 1).take(3);
        let mut near = near.take_while(|token| token.is_word() || token.is_dash());
        near.find(|token| token.is_any(PREPOSITIONS)).map(|token| token.text.as_str())
    };
    let first = parts.first().and_then(|(at, _)| preposition(*at));
    first.is_some() && parts.iter().all(|(at, _)| preposition(*at) == first)
}

/// «До 3 лет», «от 2 до 3 лет»: an age is no part.
fn is_age(sentence: &Sentence, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| sentence.tokens.get(at));
    is_measure(sentence, at)
        || before.is_some_and(|token| token.is_any(&["от", "до", "старше", "младше", "с"]))
            && sentence.tokens.iter().skip(at).take(4).any(|token| token.is_any(&["лет", "года", "год"]))
}

const PREPOSITIONS: &[&str] =
    &["из", "в", "во", "на", "за", "с", "со", "у", "от", "по", "к", "для", "до", "при"];

fn finding(
    field: &Field<'_>,
    sentence: &Sentence,
    total: usize,
    parts: &[(usize, &Number)],
    sum: Decimal,
) -> Finding {
    let token = |at: usize| sentence.tokens.get(at);
    let text = |at: usize| token(at).map(|token: &Token| token.text.clone()).unwrap_or_default();
    let shown: Vec<String> = parts.iter().map(|(at, _)| text(*at)).collect();
    let mut finding = Finding::new(&TEXT_TOTAL)
        .arg("total", text(total))
        .arg("sum", number::format(sum, &NumberStyle::default()))
        .arg("parts", shown.join(" + "));
    for at in std::iter::once(total).chain(parts.iter().map(|(at, _)| *at)) {
        if let Some(token) = token(at) {
            finding = finding.at(field.place(token));
        }
    }
    finding
}

//! A number typed by hand that an indicator or a cell says too, or nearly says.

use super::reading::known::{Known, Origin};
use super::reading::phrases::{alike, named_words, names};
use super::reading::scope::{is_of_another_year, leads_away};
use super::reading::slip::{is_one_digit, is_slip, is_swap};
use super::reading::table_rows;
use super::reading::words::{past, past_plural};
use super::{Both, Check, Field, Kind, Number, NumberRole, Sentence, Token, View};
use crate::messages;
use crate::russian::nouns;
use crate::russian::scale::Scale;
use crate::source::{Finding, Findings, Severity};
use crate::tables::{Cell, Head, Table, Value};
use rust_decimal::Decimal;

messages! {
    /// A number that nearly is a figure.
    NEARLY = "typed-figure", Warning,
        ru: "в тексте {typed}, а {what} – {known}", en: "the text says {typed}, but {what} is {known}",
        hint_ru: "поставьте число ссылкой, тогда оно не разойдётся: `{call}`", hint_en: "let the figure print itself, so that it cannot differ: `{call}`";
    /// A number that is a figure.
    TYPED = "typed-figure", Note,
        ru: "{typed} набрано рукой, а это {what}", en: "{typed} is typed by hand, but it is {what}",
        hint_ru: "поставьте число ссылкой: `{call}`", hint_en: "let the figure print itself: `{call}`";
    /// A number of another year or school than the sentence names.
    OTHER = "typed-figure", Warning,
        ru: "{typed} – это {what}, а в предложении {named}: там {known}", en: "{typed} is {what}, but the sentence names {named}: there it is {known}",
        hint_ru: "поставьте число ссылкой, тогда оно не разойдётся: `{call}`", hint_en: "let the figure print itself, so that it cannot differ: `{call}`";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "typed-figure",
    severity: Severity::Warning,
    title: Both {
        ru: "Число набрано рукой, хотя оно есть в таблице",
        en: "A typed number that a table knows",
    },
    about: Both {
        ru: "Число в тексте, которое равно показателю или ячейке, лучше поставить ссылкой: после правки таблицы оно не \
             устареет (замечание). Если оно отличается не больше чем на один процент, а слова рядом называют этот показатель \
             или строку, это, скорее всего, описка (предупреждение). Годы, даты, номера, сроки, числа меньше ста без слов \
             показателя и приблизительные числа («около», «до») не проверяются, и близкое число не считается опиской там, где \
             предложение говорит о другом годе, месте («по области», «в гимназии»), плане («ожидаем», «по смете»), части \
             («без», «девушки») или другим глаголом о другом.",
        en: "A number that equals an indicator or a cell is better printed by a call: it stays right when the table changes \
             (note). If it differs by one per cent at most and the words around name that indicator or row, it is probably a \
             slip (warning). Years, dates, numbers of schools and laws, numbers below a hundred without the indicator's words, \
             and approximate numbers are left alone, and a near number is no slip where the sentence speaks of another year or \
             place, of a plan, of a part, or says another thing by its verb.",
    },
    example: Both {
        ru: "В школах обучается 3 264 ученика (в таблице 3 263). → В школах обучается {{сколько ученики \"ученик|ученика|учеников\"}}.",
        en: "The schools have 3,264 pupils (the table has 3,263). → The schools have {{pupils}} pupils.",
    },
    source: Both { ru: "", en: "" },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    if view.known.is_empty() {
        return;
    }
    for (field, sentence, before) in view.prose_in_turn() {
        for (at, number) in sentence.amounts() {
            let typed = sentence.tokens.get(at).filter(|token| token.bound.is_none());
            if let Some(token) = typed {
                findings.list.extend(Look { view, field, sentence, before, at, token, number }.found());
            }
        }
    }
}

/// A number that is looked for.
struct Look<'v, 'a> {
    view: &'v View<'a>,
    field: &'v Field<'a>,
    sentence: &'v Sentence,
    /// The sentence before it in the same paragraph.
    before: Option<&'v Sentence>,
    at: usize,
    token: &'v Token,
    number: &'v Number,
}

/// Words before a number that is no exact figure.
const ABOUT: &[&str] = &[
    "около",
    "почти",
    "более",
    "менее",
    "свыше",
    "примерно",
    "порядка",
    "до",
    "не",
    "минимум",
    "максимум",
    "ниже",
    "выше",
    "чем",
    "на",
    "с",
    "со",
    "от",
];

/// Verbs that only say that there is so much.
const NEUTRAL: &[&str] = &[
    "уч",
    "обуча",
    "работа",
    "труд",
    "состав",
    "состо",
    "насчит",
    "числ",
    "посеща",
    "был",
    "есть",
    "име",
    "стал",
    "достиг",
    "вырос",
    "возрос",
    "увелич",
    "сократ",
    "уменьш",
    "сниз",
    "равн",
    "выдел",
    "направ",
    "израсход",
    "потра",
    "участв",
    "действ",
    "функцион",
    "оста",
    "показ",
];

/// «получают», «занимает»: a verb of the present.
fn is_present(token: &Token) -> bool {
    const ENDINGS: &[&str] =
        &["ают", "яют", "уют", "еют", "ает", "яет", "ует", "еет", "ается", "аются", "ится", "ятся"];
    token.is_word()
        && token.text.chars().count() > 4
        && ENDINGS.iter().any(|ending| token.text.ends_with(ending))
        && nouns::forms(&token.text).is_empty()
}

/// The number in the name of a row: 2 of «Школа № 2».
fn row_number(head: &Head) -> Option<String> {
    let words = table_rows::words(head);
    let behind = words.split_once('№')?.1.trim_start();
    let number: String = behind.chars().take_while(char::is_ascii_digit).collect();
    (!number.is_empty()).then_some(number)
}

/// Nouns for those who go to school: one number, whichever is said.
const PUPILS: &[&str] = &["ученик", "школьник", "обучающийся", "учащийся"];

fn is_pupil(word: &str) -> bool {
    let mut nouns = nouns::forms(word).iter().filter_map(|form| nouns::noun(*form));
    nouns.any(|noun| PUPILS.contains(&noun.lemma))
}

/// «Учатся 2 719 человек», «2 719 школьников».
fn speaks_of_pupils(tokens: &[Token]) -> bool {
    let general = |token: &Token| token.is_any(&["человек", "человека", "детей", "ребенка", "ребенок"]);
    let learns = |token: &Token| token.begins(&["обуча", "учатс", "учитс", "училос", "училис"]);
    tokens.iter().any(|token| token.is_word() && is_pupil(&token.text))
        || tokens.iter().any(learns) && tokens.iter().any(general)
}

impl Look<'_, '_> {
    fn found(&self) -> Option<Finding> {
        let differs = self.sentence.changes().is_difference(self.at);
        if self.is_span() || differs {
            return None;
        }
        let value = self.number.value;
        let percent = value.abs().checked_div(Decimal::ONE_HUNDRED)?;
        let near = || self.view.known_between(value.saturating_sub(percent), value.saturating_add(percent));
        let equal: Vec<&Known<'_>> =
            near().filter(|known| self.is_said_as(known) && self.is_of_its_kind(known)).collect();
        // Three digits are equal by chance too often.
        let small = value < Decimal::ONE_THOUSAND;
        let named = self.best(equal.iter().copied().filter(|known| self.is_named(known)));
        if let Some(same) = named {
            return self.of_another(same, &equal).or_else(|| Some(self.finding(&TYPED, same)));
        }
        let nearest = || {
            // A slip changes no count of digits: the other number is of the same order.
            let same_order = self.view.known_between(value / Decimal::TEN, value.checked_mul(Decimal::TEN)?);
            // Digits first: they tell nearly all apart, and words are slow to compare.
            let slipped = |known: &&Known<'_>| is_slip(self.number.value, known.value);
            let swapped = same_order.filter(slipped).filter(|known| self.is_slip(known));
            let close =
                near().filter(|known| self.is_named(known) && self.is_of_the_same(known)).chain(swapped);
            let fits = |known: &&Known<'_>| {
                self.is_of_its_kind(known)
                    && !self.is_of_another_year(known)
                    && !self.is_said_beside(known)
                    && !self.leads_away(known)
            };
            self.best(close.filter(|known| !self.equals(known)).filter(fits))
        };
        let same = self.best(equal.iter().copied());
        let wrong = if self.is_exact() { nearest() } else { None };
        match (wrong, same) {
            // A cell of other words that is equal by chance hides no slip.
            (Some(known), Some(_)) if self.is_named(known) && self.is_swapped(known) => {
                Some(self.finding(&NEARLY, known))
            }
            (Some(known), None) => Some(self.finding(&NEARLY, known)),
            (_, Some(same)) if !small => Some(self.finding(&TYPED, same)),
            _ => self.in_another_scale().or_else(|| self.swapped_pair()).or_else(|| self.wrong_before()),
        }
    }

    /// «В 2017 году учатся 2 720», which is the cell of 2016; «в школе № 2», which is that of № 1.
    fn of_another(&self, same: &Known<'_>, equal: &[&Known<'_>]) -> Option<Finding> {
        let Origin::Cell { table, row, column } = same.origin else { return None };
        let all_cells = equal.iter().all(|known| matches!(known.origin, Origin::Cell { .. }));
        let (named, right) = self
            .in_named_year(equal, table, row, column)
            .or_else(|| self.in_named_row(table, row, column))?;
        let Value::Number(number) = &right.value else { return None };
        // «41 против 49 в 2018 году»: the year belongs to the other number.
        let paired =
            self.sentence.changes().pairs.iter().any(|pair| pair.before == self.at || pair.now == self.at);
        let beside =
            self.sentence.amounts().any(|(_, other)| other.value.normalize() == number.value.normalize());
        if !all_cells || paired || beside || number.value.normalize() == self.number.value.normalize() {
            return None;
        }
        let (row, column) = table.position(right)?;
        let (what, _) = described(&same.origin);
        let (_, call) = described(&Origin::Cell { table, row, column });
        let finding = Finding::new(&OTHER)
            .arg("typed", self.token.text.as_str())
            .arg("what", what)
            .arg("named", named)
            .arg("known", right.text.trim())
            .arg("call", call)
            .at(self.field.place(self.token));
        let finding = finding.label(same.place.clone(), ("вот это число", "this figure"));
        Some(finding.label(right.place.clone(), ("а это – названное", "and this is the one that is named")))
    }

    /// The cell of the only year that the sentence names, where no equal cell is of it.
    fn in_named_year<'t>(
        &self,
        equal: &[&Known<'_>],
        table: &'t Table,
        row: usize,
        column: usize,
    ) -> Option<(String, &'t Cell)> {
        let is_year = |token: &&Token| token.number().is_some_and(|number| number.role == NumberRole::Year);
        let mut years = self.sentence.tokens.iter().filter(is_year);
        let (year, more) = (years.next()?, years.next());
        let named: u32 = year.text.parse().ok()?;
        let (own, words) = table_rows::year(table.columns().get(column)?)?;
        let of_it = |known: &&Known<'_>| known.year.is_none_or(|year| year == named);
        if more.is_some() || own == named || equal.iter().any(of_it) {
            return None;
        }
        let same =
            |head: &Head| table_rows::year(head).is_some_and(|(year, rest)| year == named && rest == words);
        let other = table.columns().iter().position(same)?;
        Some((year.text.clone(), table.get(row, other)?))
    }

    /// The cell of the only numbered thing that the sentence names: «№ 2».
    fn in_named_row<'t>(&self, table: &'t Table, row: usize, column: usize) -> Option<(String, &'t Cell)> {
        let number = self.named_number()?;
        let own = row_number(table.rows().get(row)?)?;
        let mut rows =
            table.rows().iter().map(row_number).enumerate().filter(|(_, of)| of.as_ref() == Some(&number));
        let (other, none) = (rows.next()?.0, rows.next());
        let is_other = own != number && none.is_none();
        is_other.then(|| Some((format!("№ {number}"), table.get(other, column)?))).flatten()
    }

    /// The only number of a thing that the sentence names: 2 of «школа № 2».
    fn named_number(&self) -> Option<String> {
        let named = |pair: &[Token]| match pair {
            [sign, number] if sign.is_sign('№') && number.number().is_some() => Some(number.text.clone()),
            _ => None,
        };
        let mut numbers = self.sentence.tokens.windows(2).filter_map(named);
        numbers.next().filter(|_| numbers.next().is_none())
    }

    /// Whether a cell's row is that of the numbered thing that the sentence names.
    fn is_of_named_row(&self, known: &Known<'_>) -> bool {
        let Origin::Cell { table, row, .. } = known.origin else { return false };
        self.named_number().is_some_and(|number| table.rows().get(row).and_then(row_number) == Some(number))
    }

    /// Whether the typed number is the figure; what is a limit, «не ниже 97 %», is none that is rounded.
    fn is_said_as(&self, known: &Known<'_>) -> bool {
        self.equals(known) && (known.value == self.number.value.normalize() || !self.is_about())
    }

    fn is_about(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.sentence.tokens.get(at));
        before
            .is_some_and(|token| token.is_any(&["ниже", "выше", "менее", "более", "свыше", "около", "почти"]))
    }

    /// Whether the sentence speaks of another place, of a plan or of a part.
    fn leads_away(&self, known: &Known<'_>) -> bool {
        let previous = matches!(known.origin, Origin::Indicator { previous: true, .. });
        (!self.is_of_named_row(known) && leads_away(self.sentence, self.at, &[&known.words, &known.around]))
            || (known.year.is_none() && is_of_another_year(self.view, self.sentence, previous))
    }

    /// Whether the sentence names what the figure's title counts, and says nothing else of it than that
    /// there is so much: «горячее питание получают 7 410 учеников» says another thing of them.
    fn is_of_the_same(&self, known: &Known<'_>) -> bool {
        let of_list = |word: &&String| !nouns::forms(word).is_empty();
        let head = known.words.iter().find(of_list);
        let said = |word: &String| {
            let near = self.near_words();
            near.iter().any(|token| alike(&token.text, word)) || (is_pupil(word) && speaks_of_pupils(near))
        };
        let neutral = |token: &Token| {
            token.begins(NEUTRAL)
                || known.words.iter().chain(known.around.iter()).any(|word| alike(&token.text, word))
        };
        let verb = |token: &Token| past(token).is_some() || past_plural(token) || is_present(token);
        head.is_none_or(said) && !self.near_words().iter().any(|token| verb(token) && !neutral(token))
    }

    /// «640,1 млн рублей» beside 641 000 тыс. руб.: a slip, or a figure that is nearly this.
    fn in_another_scale(&self) -> Option<Finding> {
        if self.number.scale == Scale::One || !self.is_exact() {
            return None;
        }
        let (ones, factor) = (self.number.ones(), self.number.scale.factor());
        let of_money = |known: &&Known<'_>| {
            let is_money = |unit: &str| ["руб", "тыс", "млн"].iter().any(|part| unit.contains(part));
            known.unit.is_some_and(is_money) && self.is_named(known)
        };
        let all: Vec<&Known<'_>> = self.view.known.iter().filter(of_money).collect();
        let slack = self.number.half().saturating_mul(factor);
        if all.iter().any(|known| known.ones().saturating_sub(ones).abs() <= slack) {
            return None;
        }
        let rounded =
            |known: &Known<'_>| Some(known.ones().checked_div(factor)?.round_dp(self.number.decimals));
        let percent = ones.checked_div(Decimal::ONE_HUNDRED)?;
        let close = |known: &&Known<'_>| {
            let near = known.ones().saturating_sub(ones).abs() <= percent && self.is_of_the_same(known);
            near || rounded(known).is_some_and(|right| is_swap(right, self.number.value))
        };
        let fits = |known: &&Known<'_>| {
            close(known)
                && !self.is_of_another_year(known)
                && !self.leads_away(known)
                && !self.is_said_beside(known)
        };
        self.best(all.into_iter().filter(fits)).map(|known| self.finding(&NEARLY, known))
    }

    /// «Медалистов в этом году 83» for 38: two digits changed places, and the whole title stands beside.
    fn swapped_pair(&self) -> Option<Finding> {
        let value = self.number.value.normalize();
        let two = value.scale() == 0 && value >= Decimal::TEN && value < Decimal::ONE_HUNDRED;
        if !two || self.is_about() {
            return None;
        }
        let digits = value.mantissa();
        let other = Decimal::from(digits % 10 * 10 + digits / 10);
        let near = self
            .sentence
            .tokens
            .get(self.at.saturating_sub(5)..self.sentence.tokens.len().min(self.at + 4))?;
        let named = |known: &&Known<'_>| {
            !known.words.is_empty() && named_words(near, &known.words) == known.words.len()
        };
        let says = |known: &&Known<'_>| named(known) && self.equals(known);
        if other == value || self.view.known_between(value, value).any(|known| says(&known)) {
            return None;
        }
        let fits = |known: &&Known<'_>| {
            let newest = matches!(known.origin, Origin::Indicator { previous: false, .. });
            let kind = self.is_of_its_kind(known) && !self.leads_away(known) && !self.is_said_beside(known);
            newest && named(known) && kind && self.is_of_the_same(known)
        };
        self.best(self.view.known_between(other, other).filter(fits))
            .map(|known| self.finding(&NEARLY, known))
    }

    /// «17 вакансий, год назад было 28»: the figure of this year stands right in its pair, and last
    /// year's is another.
    fn wrong_before(&self) -> Option<Finding> {
        let pairs = &self.sentence.changes().pairs;
        let pair = pairs.iter().find(|pair| pair.before == self.at)?;
        let (token, now) =
            (self.sentence.tokens.get(pair.now)?, self.sentence.tokens.get(pair.now)?.number()?);
        let figure = self.field.figure(token);
        let is_now = |known: &&Known<'_>| match figure {
            Some(figure) => known.is_of(&figure.indicators) && figure.indicators.len() == 1,
            None => names(&self.sentence.tokens, &known.words) && known.value == now.value.normalize(),
        };
        let of_indicator =
            |known: &&Known<'_>| matches!(known.origin, Origin::Indicator { previous: false, .. });
        let mut known = self.view.known_between(now.value, now.value).filter(of_indicator).filter(is_now);
        let Origin::Indicator { indicator, .. } = known.next()?.origin else { return None };
        let mut years = self
            .sentence
            .tokens
            .iter()
            .filter(|token| token.number().is_some_and(|number| number.role == NumberRole::Year));
        let of = |known: &&Known<'_>| matches!(known.origin, Origin::Indicator { indicator: own, previous: true } if own.name == indicator.name);
        let previous = self.view.known.iter().find(of)?;
        let same = self.equals(previous) || known.next().is_some() || years.next().is_some();
        (!same && !self.leads_away(previous)).then(|| self.finding(&NEARLY, previous))
    }

    /// The figure that the sentence names best: by most of its words, then the newest, then the nearest.
    fn best<'k, 'f: 'k>(&self, figures: impl Iterator<Item = &'k Known<'f>>) -> Option<&'k Known<'f>> {
        let distance = |known: &Known<'_>| known.value.saturating_sub(self.number.value).abs();
        let previous = |known: &Known<'_>| matches!(known.origin, Origin::Indicator { previous: true, .. });
        let said = |known: &Known<'_>| named_words(self.near_words(), &known.words);
        figures.min_by_key(|known| {
            let words = said(known);
            let newest = u32::MAX - known.year.unwrap_or_default();
            (std::cmp::Reverse(words), previous(known), newest, distance(known))
        })
    }

    /// The words around the number, as far as it is the nearest one to them.
    fn near_words(&self) -> &[Token] {
        let tokens = &self.sentence.tokens;
        let apart = |token: &Token| token.is_sign(';');
        let start = tokens.iter().take(self.at).rposition(apart).map_or(0, |at| at + 1);
        let end = tokens.iter().skip(self.at).position(apart).map_or(tokens.len(), |at| self.at + at);
        tokens.get(start..end).unwrap_or_default()
    }

    /// Years, weights and distances, which no figure of people or money is: «12 лет назад».
    fn is_span(&self) -> bool {
        // «С 48,6 до 47,9 года»: what is counted stands behind the second number.
        let to = self.sentence.tokens.get(self.at + 1).is_some_and(|token| token.is_any(&["до"]));
        let at = if to { self.at + 2 } else { self.at };
        let counted = self.sentence.counted(at).and_then(|at| self.sentence.tokens.get(at));
        counted.is_some_and(|word| {
            word.is_any(&[
                "лет",
                "года",
                "год",
                "м",
                "км",
                "кг",
                "га",
                "т",
                "тонн",
                "дней",
                "дня",
                "месяцев",
                "минут",
                "часов",
                "часа",
            ]) || word.begins(&[
                "килограм",
                "километр",
                "метр",
                "литр",
                "гектар",
                "минут",
                "недел",
                "страниц",
            ])
        })
    }

    /// Whether the typed number is the figure, or the figure rounded as it is typed.
    fn equals(&self, known: &Known<'_>) -> bool {
        let value = self.number.value.normalize();
        known.value == value
            || known.decimals.is_some_and(|decimals| known.value.round_dp(decimals).normalize() == value)
            || (self.number.value.normalize().scale() < known.value.scale()
                && known.value.round_dp(self.number.decimals).normalize() == value)
    }

    /// Whether the number is meant exactly: not rounded itself, not «около», no aim.
    fn is_exact(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.sentence.tokens.get(at));
        // «С 67,1 до 68,9»: here «до» is no limit.
        let earlier = self.sentence.tokens.get(..self.at.saturating_sub(1)).unwrap_or_default();
        let from = earlier.windows(2).any(
            |pair| matches!(pair, [from, number] if from.is_any(&["с", "со"]) && number.amount().is_some()),
        );
        let to = before.is_some_and(|token| token.is_any(&["до"])) && from;
        let till = self.sentence.tokens.iter().skip(self.at + 1).take(5).any(|token| token.is_any(&["до"]));
        let begins = before.is_some_and(|token| token.is_any(&["с", "со"])) && till;
        // «Закуплено на 4 856,9 тыс.»: a sum, to the last digit.
        let sum = self.number.decimals > 0 && before.is_some_and(|token| token.is_any(&["на"]));
        let about = before.is_some_and(|token| token.is_any(ABOUT)) && !to && !begins && !sum;
        let mut typed = self.number.value;
        typed.rescale(self.number.decimals);
        let digits = typed.mantissa().unsigned_abs().to_string();
        // A nought behind the comma was meant.
        let rounded = self.number.decimals == 0;
        let significant = if rounded { digits.trim_end_matches('0').len() } else { digits.len() };
        !about && significant >= 3 && self.number.scale == Scale::One || (!about && significant >= 4)
    }

    /// Whether the sentence names the figure, or the sentence before it prints it.
    fn is_named(&self, known: &Known<'_>) -> bool {
        names(&self.sentence.tokens, &known.words) || self.is_printed_before(known)
    }

    fn is_printed_before(&self, known: &Known<'_>) -> bool {
        let figures = self.before.into_iter().flat_map(|before| &before.tokens);
        let mut figures = figures.filter_map(|token| self.field.figure(token));
        figures.any(|figure| known.is_of(&figure.indicators) || figure.cells.contains(known.place))
    }

    /// Whether the sentence says two words of the figure's name at least, and most of them.
    fn is_clearly_named(&self, known: &Known<'_>) -> bool {
        let said = named_words(&self.sentence.tokens, &known.words);
        said >= 2 && said * 3 >= known.words.len() * 2
    }

    /// Whether what the number counts may be what the figure counts: people are no sections of a
    /// conference, roubles no people, shares no amounts.
    fn is_of_its_kind(&self, known: &Known<'_>) -> bool {
        let Some(unit) = known.unit.map(str::trim).filter(|unit| !unit.is_empty()) else { return true };
        let next = self.sentence.counted(self.at).and_then(|at| self.sentence.tokens.get(at));
        let money = next.is_some_and(|word| word.begins(&["руб", "копе"]));
        let counts = next.is_some_and(|word| !nouns::forms(&word.text).is_empty());
        if self.number.percent || unit == "%" {
            return unit == "%" && (self.number.percent || !counts);
        }
        if money != unit.contains("руб") && (money || counts) {
            return false;
        }
        let person = |word: &Token| {
            let mut nouns = nouns::forms(&word.text).iter().filter_map(|form| nouns::noun(*form)).peekable();
            nouns.peek().is_none() || nouns.any(|noun| noun.animate)
        };
        !unit.starts_with("чел") || next.is_none_or(person)
    }

    /// Whether two digits beside each other changed places: 387 for 378.
    fn is_swapped(&self, known: &Known<'_>) -> bool {
        let digits = self.number.value.normalize().mantissa().unsigned_abs();
        let scale = self.number.value.normalize().scale() == known.value.scale();
        digits >= 100 && scale && is_swap(self.number.value, known.value)
    }

    /// A slip of the hand: two digits that changed places where the figure is named, or where so
    /// many digits are right that it needs no name; one other digit where it is named clearly.
    fn is_slip(&self, known: &Known<'_>) -> bool {
        let digits = self.number.value.normalize().mantissa().unsigned_abs();
        let scale = self.number.value.normalize().scale() == known.value.scale();
        let near = || self.is_named(known) || named_words(&self.sentence.tokens, &known.around) > 0;
        (self.is_swapped(known) && (digits >= 100_000 || near()))
            || (digits >= 100
                && scale
                && is_one_digit(self.number.value, known.value)
                && self.is_clearly_named(known))
    }

    /// Whether the sentence says the figure itself, and says it right.
    fn is_said_beside(&self, known: &Known<'_>) -> bool {
        self.sentence.amounts().any(|(at, number)| at != self.at && number.value.normalize() == known.value)
    }

    /// A cell of a year that the sentence does not speak of, where it names one.
    fn is_of_another_year(&self, known: &Known<'_>) -> bool {
        let Origin::Cell { table, column, .. } = known.origin else { return false };
        let head = table.columns().get(column).map(|head| head.path.join(" ")).unwrap_or_default();
        let years = || {
            self.sentence.tokens.iter().filter(|token| match &token.kind {
                Kind::Number(number) => number.role == NumberRole::Year,
                Kind::Years(..) => true,
                _ => false,
            })
        };
        known.year.is_some() && years().next().is_some() && !years().any(|year| head.contains(&year.text))
    }

    fn finding(&self, message: &'static crate::source::Message, known: &Known<'_>) -> Finding {
        let shown = crate::russian::number::format(
            known.value,
            &crate::russian::number::NumberStyle::default().with_decimals(known.decimals),
        );
        let (what, call) = described(&known.origin);
        Finding::new(message)
            .arg("typed", self.token.text.as_str())
            .arg("what", what)
            .arg("known", shown)
            .arg("call", call)
            .at(self.field.place(self.token))
            .label(known.place.clone(), ("вот это число", "this figure"))
    }
}

/// What the figure is called, and how a text prints it.
fn described(origin: &Origin<'_>) -> ((String, String), (String, String)) {
    match origin {
        Origin::Indicator { indicator, previous } => {
            let (name, title) = (&indicator.name, Origin::title(indicator));
            let what = match previous {
                false => (format!("показатель «{title}»"), format!("the indicator “{title}”")),
                true => {
                    (format!("прошлогодний показатель «{title}»"), format!("last year's indicator “{title}”"))
                }
            };
            let call = match previous {
                false => (format!("{{{{{name}}}}}"), format!("{{{{{name}}}}}")),
                true => (format!("{{{{прошлый {name}}}}}"), format!("{{{{previous {name}}}}}")),
            };
            (what, call)
        }
        Origin::Cell { table, row, column } => {
            let words = |heads: &[crate::tables::Head], at: usize| {
                heads.get(at).map(|head| head.path.join(" / ")).unwrap_or_default()
            };
            let (row, column) = (words(table.rows(), *row), words(table.columns(), *column));
            let name = &table.name;
            let what = (
                format!("ячейка таблицы «{name}»: {row}, {column}"),
                format!("the cell of the table “{name}”: {row}, {column}"),
            );
            let call = |helper: &str| format!("{{{{{helper} {name} \"{row}\" \"{column}\"}}}}");
            (what, (call("ячейка"), call("cell")))
        }
    }
}

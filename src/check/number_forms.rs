//! Numbers as the document writes them: 775 471, 3,4 %, 1-й.

use super::reading::variants::document_of;
use super::{Both, Check, Field, Kind, Number, Sentence, Token, View};
use crate::messages;
use crate::russian::nouns;
use crate::russian::number::{self, Grouping, NumberStyle, TrailingZeros};
use crate::source::{Finding, Findings, Message, Severity};
use rust_decimal::Decimal;
use std::collections::BTreeSet;
use std::ops::Range;

messages! {
    /// Digits without groups, or parted by points.
    NUMBER_FORMS = "number-forms", Note,
        ru: "число «{written}» написано не так, как пишут в документе", en: "the number “{written}” is not written as documents write it",
        hint_ru: "напишите «{right}»", hint_en: "write “{right}”";
    /// «5 000» beside «3263».
    FOUR_DIGITS = "number-forms", Note,
        ru: "«{written}», а другие числа из четырёх цифр в документе – без пробела", en: "“{written}”, but other numbers of four digits have no space in the document",
        hint_ru: "напишите «{right}» или поставьте в комплекте `числа: {{группы: от 1000}}`", hint_en: "write “{right}”, or set `numbers: {{groups: from 1000}}` in the pack";
    /// «5%»
    PERCENT = "number-forms", Note,
        ru: "пробел у знака процента в «{written}» не такой, как в документе", en: "the space at the per cent sign of “{written}” is unlike the document's",
        hint_ru: "напишите «{right}»", hint_en: "write “{right}”";
    /// «10-ом»
    ORDINAL = "number-forms", Note,
        ru: "в окончании числа «{written}» лишняя буква", en: "the ending of “{written}” has a letter too many",
        hint_ru: "напишите «{right}»", hint_en: "write “{right}”";
    /// «5-ти школах»
    CARDINAL = "number-forms", Note,
        ru: "в «{written}» окончание лишнее: столько, а не по порядку", en: "“{written}” needs no ending: it counts, and is no ordinal",
        hint_ru: "напишите «{right}»", hint_en: "write “{right}”";
    /// «млн.», «тыс»
    SCALE = "number-forms", Note,
        ru: "«{written}»: тыс. пишут с точкой, млн и млрд – без неё", en: "“{written}”: тыс. has a full stop, млн and млрд have none",
        hint_ru: "напишите «{right}»", hint_en: "write “{right}”";
    /// «2012г»
    GLUED = "number-forms", Note,
        ru: "в «{written}» нет пробела после числа", en: "“{written}” has no space behind the number",
        hint_ru: "напишите «{right}»", hint_en: "write “{right}”";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "number-forms",
    severity: Severity::Note,
    title: Both { ru: "Вид числа", en: "The form of a number" },
    about: Both {
        ru: "Длинное число с единицей или словом после него делится на группы по три цифры (775 471 тыс. рублей), дробь пишется с \
             запятой (3,4 %), знак процента отделён пробелом, окончание порядкового числа – одна или две буквы (1-й, 5-го, 10-х), у количественного его нет (в 5 школах), \
             «тыс.» – с точкой, «млн» и «млрд» – без неё, перед «г.», «руб.», «чел.» – пробел. Исправляется само. Ключ `числа` комплекта задаёт группы и знак процента иначе. Номера, годы, телефоны, \
             индексы и реквизиты не числа.",
        en: "A long number with a unit or a word behind it is divided into groups of three digits, a fraction has a comma, a space \
             stands before the per cent sign, an ordinal ends in one or two letters (1-й, 5-го, 10-х), тыс. has a full stop, млн and млрд \
             have none, a space stands before «г.», «руб.», «чел.». Can be corrected \
             automatically. The pack's key `numbers` sets groups and the per cent sign otherwise. Numbers of things, years, \
             telephones and postal codes are left alone.",
    },
    example: Both {
        ru: "775471 тыс. рублей, 3.4%, 1-ый класс → 775 471 тыс. рублей, 3,4 %, 1-й класс",
        en: "775471 тыс. рублей, 3.4%, 1-ый класс → 775 471 тыс. рублей, 3,4 %, 1-й класс",
    },
    source: Both {
        ru: "ГОСТ 8.417, раздел 8; правила набора",
        en: "GOST 8.417, section 8; rules of typesetting",
    },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    let style = NumberStyle { zeros: TrailingZeros::Keep, ..view.loaded.facts.number_style() };
    for (field, sentence) in view.prose() {
        for at in 0..sentence.tokens.len() {
            let look = Look { view, field, sentence, at, style };
            findings.list.extend(look.digits());
            findings.list.extend(look.percent());
            findings.list.extend(look.ordinal().or_else(|| look.glued()));
            findings.list.extend(look.scale());
        }
    }
    if style.grouping == Grouping::FromTenThousand {
        four_digits(view, style, findings);
    }
}

/// «5 000 рублей» in a document that writes «3263 ученика» as well.
fn four_digits(view: &View<'_>, style: NumberStyle, findings: &mut Findings) {
    let mut grouped: Vec<(usize, Look<'_, '_>)> = Vec::new();
    let mut plain = BTreeSet::new();
    for (field, sentence) in view.prose() {
        for (at, number) in sentence.amounts().filter(|(_, number)| has_four_digits(number)) {
            let look = Look { view, field, sentence, at, style };
            let document = document_of(view, field);
            if number.grouped {
                grouped.push((document, look));
            } else if look.is_counted() {
                plain.insert(document);
            }
        }
    }
    let mixed = grouped.into_iter().filter(|(document, _)| plain.contains(document));
    findings.list.extend(mixed.filter_map(|(_, look)| look.four_digits()));
}

fn has_four_digits(number: &Number) -> bool {
    number.value >= Decimal::ONE_THOUSAND && number.value < Decimal::from(10_000)
}

/// A token that is looked at.
struct Look<'v, 'a> {
    view: &'v View<'a>,
    field: &'v Field<'a>,
    sentence: &'v Sentence,
    at: usize,
    style: NumberStyle,
}

impl Look<'_, '_> {
    /// The token itself, unless a figure printed it.
    fn token(&self) -> Option<&Token> {
        self.sentence.tokens.get(self.at).filter(|token| token.bound.is_none())
    }

    fn next(&self) -> Option<&Token> {
        self.sentence.tokens.get(self.at + 1).filter(|token| token.bound.is_none())
    }

    /// «775471 тыс.», «3.4 %»
    fn digits(&self) -> Option<Finding> {
        let token = self.token()?;
        if token.kind == Kind::Dotted {
            return self.dotted(token);
        }
        let number = token.amount().filter(|number| !number.grouped)?;
        let point = token.text.contains('.');
        let divided = self.is_long(number) && self.is_counted();
        if !point && !divided {
            return None;
        }
        let right = number::format(number.value, &self.style.with_decimals(Some(number.decimals)));
        (right != token.text).then(|| {
            self.finding(
                &NUMBER_FORMS,
                &token.text,
                token.range.clone(),
                token.range.clone(),
                (&right, &right),
            )
        })
    }

    /// «5 000»
    fn four_digits(&self) -> Option<Finding> {
        let token = self.token()?;
        let written = self.field.slice(token.range.clone());
        let right =
            number::format(token.number()?.value, &self.style.with_decimals(Some(token.number()?.decimals)));
        let place = token.range.clone();
        (right != written)
            .then(|| self.finding(&FOUR_DIGITS, written, place.clone(), place, (&right, &right)))
    }

    /// «38.569.440 рублей»
    fn dotted(&self, token: &Token) -> Option<Finding> {
        let (first, groups) = token.text.split_once('.')?;
        if !groups.contains('.') && self.is_compared() {
            let right = format!("{first},{groups}");
            let place = token.range.clone();
            return Some(self.finding(&NUMBER_FORMS, &token.text, place.clone(), place, (&right, &right)));
        }
        let groups: Vec<&str> = groups.split('.').collect();
        let fits = first.len() <= 3 && groups.len() > 1 && groups.iter().all(|group| group.len() == 3);
        if !fits || !self.is_counted() {
            return None;
        }
        let value: Decimal = token.text.replace('.', "").parse().ok()?;
        let right = number::format(value, &self.style);
        Some(self.finding(
            &NUMBER_FORMS,
            &token.text,
            token.range.clone(),
            token.range.clone(),
            (&right, &right),
        ))
    }

    /// «с 67.2 до 68,9»: whether a fraction with a comma stands beside it, and a word that compares
    /// the two.
    fn is_compared(&self) -> bool {
        let near = self.sentence.tokens.get(self.at.saturating_sub(3)..self.at + 4);
        let near =
            near.unwrap_or_else(|| self.sentence.tokens.get(self.at.saturating_sub(3)..).unwrap_or_default());
        let fraction = near.iter().filter_map(Token::amount).any(|number| number.decimals > 0);
        let before = self.at.checked_sub(1).and_then(|at| self.sentence.tokens.get(at));
        fraction
            && before.is_some_and(|token| {
                token.is_any(&["с", "со", "до", "против", "на", "составил", "составила", "составило"])
            })
    }

    /// «7,5 млн. рублей», «3 тыс рублей»
    fn scale(&self) -> Option<Finding> {
        let token = self.token().filter(|token| token.is_any(&["тыс", "млн", "млрд"]))?;
        self.at.checked_sub(1).and_then(|before| self.sentence.tokens.get(before)?.number())?;
        let written = self.field.slice(token.range.clone());
        let next = self.sentence.tokens.get(self.at + 1);
        let dot = next.filter(|next| next.is_sign('.') && !next.spaced);
        let (place, mended) = match (token.text.as_str(), dot) {
            ("тыс", None) => (token.range.clone(), token.range.end..token.range.end),
            // Behind the last word of a sentence the full stop is the sentence's.
            ("млн" | "млрд", Some(dot)) => {
                self.sentence.tokens.get(self.at + 2).filter(|next| next.is_word() && !next.capital)?;
                (token.range.start..dot.range.end, dot.range.clone())
            }
            _ => return None,
        };
        let (right, text) =
            if dot.is_none() { (format!("{written}."), ".") } else { (written.to_owned(), "") };
        let written = self.field.slice(place.clone());
        Some(self.finding(&SCALE, written, place, mended, (&right, text)))
    }

    /// «2012г.», «40чел.»
    fn glued(&self) -> Option<Finding> {
        const UNITS: &[&str] = &["г", "гг", "чел", "руб", "тыс", "млн", "млрд", "лет", "шт", "экз", "км"];
        let token = self.token().filter(|token| token.is_word())?;
        let digits = token.text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, unit) = token.text.split_at_checked(digits)?;
        // «7г» is a class.
        let year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
        if digits == 0 || !UNITS.contains(&unit) || (unit == "г" && !year) {
            return None;
        }
        let start = token.range.start + digits;
        let right = format!("{number}\u{a0}{unit}");
        Some(self.finding(
            &GLUED,
            self.field.slice(token.range.clone()),
            token.range.clone(),
            start..start,
            (&right, "\u{a0}"),
        ))
    }

    fn is_long(&self, number: &Number) -> bool {
        let least = match self.style.grouping {
            Grouping::FromThousand => Decimal::ONE_THOUSAND,
            _ => Decimal::from(10_000),
        };
        number.value >= least && number.value < Decimal::from(1_000_000_000)
    }

    /// Whether a unit or a noun behind the number shows that it is an amount, and no code.
    fn is_counted(&self) -> bool {
        const UNITS: &[&str] =
            &["тыс", "млн", "млрд", "руб", "рублей", "рубля", "чел", "экз", "шт", "кв", "га"];
        let code =
            |token: &Token| token.begins(&["инн", "кпп", "огрн", "бик", "счет", "индекс", "код", "лиценз"]);
        let before = self.sentence.tokens.get(self.at.saturating_sub(2)..self.at).unwrap_or_default();
        let known = |token: &Token| token.is_any(UNITS) || !nouns::forms(&token.text).is_empty();
        !before.iter().any(code)
            && self.next().is_some_and(|next| next.is_sign('%') || (next.is_word() && known(next)))
    }

    /// «5%», or «5 %» where the pack wants them glued.
    fn percent(&self) -> Option<Finding> {
        let (number, sign) = (self.token()?, self.next()?);
        number.amount()?;
        if !sign.is_sign('%') || sign.spaced != self.style.glued_percent {
            return None;
        }
        let gap = if self.style.glued_percent { "" } else { "\u{a0}" };
        let written = self.field.slice(number.range.start..sign.range.end);
        let right = format!("{}{gap}%", number.text);
        let place = number.range.start..sign.range.end;
        Some(self.finding(&PERCENT, written, place, number.range.end..sign.range.start, (&right, gap)))
    }

    /// «1-ый», «5-ого», «10-ых»
    fn ordinal(&self) -> Option<Finding> {
        let token = self.token().filter(|token| token.is_word())?;
        let written = self.field.slice(token.range.clone());
        let (digits, ending) = written.split_once('-')?;
        if matches!(ending, "ти" | "ми" | "мя") && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            let mended = token.range.start + digits.len()..token.range.end;
            return Some(self.finding(&CARDINAL, written, token.range.clone(), mended, (digits, "")));
        }
        let right = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| short(ending)).flatten()?;
        let start = token.range.start + digits.len() + 1;
        let whole = format!("{digits}-{right}");
        let mended = start..token.range.end;
        Some(self.finding(&ORDINAL, written, token.range.clone(), mended, (&whole, right)))
    }

    /// A finding whose correction writes `text` over the bytes of `mended`.
    fn finding(
        &self,
        message: &'static Message,
        written: &str,
        place: Range<usize>,
        mended: Range<usize>,
        (right, text): (&str, &str),
    ) -> Finding {
        let finding = Finding::new(message).arg("written", written).arg("right", right);
        self.field.mend(self.view, finding.at(self.field.at(place)), mended, text)
    }
}

/// The ending that is added to digits, for the longer one that was: one letter behind a vowel, two
/// behind a consonant.
fn short(ending: &str) -> Option<&'static str> {
    const ENDINGS: &[(&[&str], &str)] = &[
        (&["ый", "ой", "ий", "ей"], "й"),
        (&["ая", "ья"], "я"),
        (&["ое", "ые", "ье"], "е"),
        (&["ых", "их"], "х"),
        (&["ым", "им", "ом", "ем"], "м"),
        (&["ую", "ью"], "ю"),
        (&["ого", "его"], "го"),
        (&["ому", "ему"], "му"),
        (&["ыми", "ими"], "ми"),
    ];
    ENDINGS.iter().find(|(long, _)| long.contains(&ending)).map(|(_, short)| *short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_one_or_two_letters() {
        assert_eq!(["ый", "ого", "ых", "ая"].map(short), [Some("й"), Some("го"), Some("х"), Some("я")]);
        assert_eq!(["й", "го", "процентный", "а"].map(short), [None; 4]);
    }
}

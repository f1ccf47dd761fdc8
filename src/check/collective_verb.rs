//! A verb that does not agree with a collective subject: «3 школы принял», «ряд школ открыло».

use super::number_agreement::{is_adjective, names_a_thing};
use super::{Both, Check, Field, Sentence, Token, View};
use crate::messages;
use crate::russian::declension::{Case, Gender};
use crate::russian::nouns;
use crate::russian::plural::Class;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// A verb in the wrong gender.
    COLLECTIVE_VERB = "collective-verb", Warning,
        ru: "«{verb}» не согласуется с подлежащим «{subject}»", en: "“{verb}” does not agree with its subject “{subject}”",
        hint_ru: "{right}", hint_en: "{right}";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "collective-verb",
    severity: Severity::Warning,
    title: Both {
        ru: "Сказуемое не согласуется с собирательным подлежащим",
        en: "A verb does not agree with a collective subject",
    },
    about: Both {
        ru: "При подлежащем с числом («3 школы», «25 человек») сказуемое прошедшего времени стоит во множественном числе или в \
             среднем роде; при «большинство», «ряд», «часть», «половина», «множество» – во множественном числе или в роде этого \
             слова; при числе на 1 («21 педагог», «101 школьник») – в единственном. Всё остальное – замечание. Где подлежащим может быть другое слово («5 школ посетила комиссия»), проверка молчит.",
        en: "With a numbered subject the verb in the past stands in the plural or the neuter; with «большинство», «ряд», \
             «часть», «половина», «множество» in the plural or in that word's gender; with a number that ends in 1 («21 педагог») in the singular. Where another word may be the \
             subject, nothing is said.",
    },
    example: Both {
        ru: "Ряд школ открыло музеи. → Ряд школ открыл музеи.",
        en: "Ряд школ открыло музеи. → Ряд школ открыл музеи.",
    },
    source: Both {
        ru: "нормы русского языка; Розенталь, § 183–184",
        en: "the rules of Russian; Rosenthal, §§ 183–184",
    },
    messages: ALL,
    run,
};

fn run(view: &View<'_>, findings: &mut Findings) {
    for (field, sentence) in view.prose() {
        let tokens = &sentence.tokens;
        for at in 0..tokens.len() {
            let found = singular(tokens, at)
                .or_else(|| collective(tokens, at))
                .or_else(|| numbered(field, sentence, at))
                .or_else(|| counted_as_one(field, tokens, at));
            if let Some((verb, from, to, right)) = found {
                let subject = field.written(tokens.get(from..=to).unwrap_or_default());
                let Some(token) = tokens.get(verb) else { continue };
                findings.push(
                    Finding::new(&COLLECTIVE_VERB)
                        .arg("verb", field.written(std::slice::from_ref(token)))
                        .arg("subject", subject)
                        .arg("right", right)
                        .at(field.place(token)),
                );
            }
        }
    }
}

/// «Коллектив лицея провели»: words of many people that never have a verb in the plural.
fn singular(tokens: &[Token], at: usize) -> Option<Found> {
    let noun = tokens.first().filter(|_| at == 0)?;
    let ending = match () {
        () if noun.is_any(&["коллектив", "комитет", "департамент", "отдел", "совет"]) => {
            "л"
        }
        () if noun.is_any(&["администрация", "молодежь", "общественность", "комиссия", "дирекция"]) => {
            "ла"
        }
        () if noun.is_any(&["руководство", "управление", "министерство", "правительство"]) => {
            "ло"
        }
        () => return None,
    };
    let verb = (1..tokens.len().min(6)).find(|at| {
        tokens.get(*at).is_some_and(|token| {
            token.is_word() && token.text.ends_with("ли") && token.text.chars().count() > 4
        })
    })?;
    let between = tokens.get(1..verb)?;
    if !between
        .iter()
        .all(|token| token.is_word() && !token.is_any(&["и", "с", "со", "или"]) && !token.text.ends_with('л'))
    {
        return None;
    }
    let right = format!("{}{ending}", tokens.get(verb)?.text.strip_suffix("ли")?);
    Some((verb, 0, 0, (format!("напишите «{right}»"), format!("write “{right}”"))))
}

/// Where the verb is, the first and last token of its subject, and what to write.
type Found = (usize, usize, usize, (String, String));

/// A verb of the past in the singular; `None` for all other words.
pub(super) fn past(token: &Token) -> Option<Gender> {
    const NOUNS: &[&str] = &[
        "школа",
        "дела",
        "сила",
        "правила",
        "числа",
        "зала",
        "дало",
        "село",
        "дело",
        "число",
        "начало",
        "правило",
        "мало",
        "около",
        "тело",
        "материал",
        "потенциал",
        "филиал",
        "персонал",
        "зал",
        "отдел",
        "раздел",
        "балл",
        "капитал",
        "журнал",
        "квартал",
        "канал",
        "финал",
        "полуфинал",
        "сигнал",
        "идеал",
        "интервал",
        "стол",
        "пол",
        "стрела",
        "неделя",
        "предел",
        "пробел",
        "стиль",
        "жила",
        "начала",
        "села",
        "тела",
        "зеркало",
        "масло",
        "гол",
        "генерал",
        "предала",
        "спортзал",
        "читал",
        "одеяло",
        "угла",
        "стекла",
        "числе",
        "школ",
        "ансамбл",
        "протокол",
        "сериал",
        "мемориал",
        "музыкал",
        "арсенал",
        "портал",
        "провал",
        "перевал",
        "мала",
        "цела",
        "правил",
        "начал",
        "сил",
        "дел",
        "чисел",
        "сел",
        "тел",
        "узел",
        "угол",
        "тыл",
        "смел",
        "мил",
    ];
    let word = token.text.trim_end_matches("ся").trim_end_matches("сь");
    if !token.is_word()
        || token.capital
        || token.text.chars().count() < 4
        || NOUNS.contains(&token.text.as_str())
    {
        return None;
    }
    let mut end = word.chars().rev();
    match (end.next(), end.next(), end.next()) {
        (Some('л'), Some(vowel), _) if is_vowel(vowel) => Some(Gender::Masculine),
        (Some('а'), Some('л'), Some(before)) if is_vowel(before) || before == 'ш' || before == 'г' => {
            Some(Gender::Feminine)
        }
        (Some('о'), Some('л'), Some(before)) if is_vowel(before) || before == 'ш' || before == 'г' => {
            Some(Gender::Neuter)
        }
        _ => None,
    }
}

fn is_vowel(c: char) -> bool {
    "аеиоуыюяэ".contains(c)
}

/// Whether a word is a verb of the past in the plural.
pub(super) fn past_plural(token: &Token) -> bool {
    token.is_word()
        && ["али", "или", "ели", "яли", "ули", "шли", "ыли", "лись"]
            .iter()
            .any(|ending| token.text.ends_with(ending))
        && token.text.len() > 6
}

/// Collective words with their gender.
const COLLECTIVE: &[(&str, Gender)] = &[
    ("большинство", Gender::Neuter),
    ("меньшинство", Gender::Neuter),
    ("множество", Gender::Neuter),
    ("ряд", Gender::Masculine),
    ("часть", Gender::Feminine),
    ("половина", Gender::Feminine),
    ("треть", Gender::Feminine),
    ("группа", Gender::Feminine),
    ("команда", Gender::Feminine),
    ("делегация", Gender::Feminine),
    ("коллектив", Gender::Masculine),
];

/// «ряд школ открыло»
fn collective(tokens: &[Token], at: usize) -> Option<Found> {
    let subject = tokens.get(at).filter(|token| token.is_word())?;
    let (_, gender) = COLLECTIVE.iter().find(|(word, _)| *word == subject.text)?;
    if !may_be_subject(tokens, at) {
        return None;
    }
    for (verb, token) in tokens.iter().enumerate().skip(at + 1).take(8) {
        let stop =
            !token.is_word() || past_plural(token) || token.is_any(&["и", "а", "но", "что", "как", "чтобы"]);
        if stop {
            return None;
        }
        if let Some(said) = past(token).filter(|_| verb > at + 1) {
            let (one, all) = (past_form(&token.text, Some(*gender)), past_form(&token.text, None));
            let ru = format!("напишите «{one}» или «{all}»");
            let en = format!("write «{one}» or «{all}»");
            return (said != *gender).then_some((verb, at, verb - 1, (ru, en)));
        }
    }
    None
}

/// Whether what stands before leaves the word at `at` in the nominative.
fn may_be_subject(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let preposition =
        before.is_some_and(|token| token.is_any(&["в", "на", "за", "о", "об", "про", "через", "под"]));
    let clause = clause_start(tokens, at);
    let verb = tokens
        .get(clause..at)
        .unwrap_or_default()
        .iter()
        .any(|token| past(token).is_some() || past_plural(token));
    !preposition && !verb
}

/// Where the part of the sentence around `at` begins: behind the last comma or other sign.
fn clause_start(tokens: &[Token], at: usize) -> usize {
    tokens
        .get(..at)
        .unwrap_or_default()
        .iter()
        .rposition(|token| !token.is_word() && token.number().is_none())
        .map_or(0, |sign| sign + 1)
}

/// «3 школы принял», «получила 7 школ»
fn numbered(field: &Field<'_>, sentence: &Sentence, at: usize) -> Option<Found> {
    let tokens = sentence.tokens.as_slice();
    let number = tokens.get(at)?.amount().copied()?;
    if number.percent
        || number.decimals > 0
        || names_a_thing(field, tokens, at)
        || Class::of(number.value) == Class::One
    {
        return None;
    }
    let noun = counted_noun(tokens, at, Class::of(number.value))?;
    let direct = (noun + 1, tokens.get(noun + 1).and_then(past));
    let (verb, gender) = match direct {
        (verb, Some(gender)) if governs_nothing(tokens, at) => (verb, gender),
        _ => before(tokens, at)?,
    };
    if gender == Gender::Neuter || has_other_subject(tokens, verb, (at, noun), gender) {
        return None;
    }
    let said = &tokens.get(verb)?.text;
    let (all, one) = (past_form(said, None), past_form(said, Some(Gender::Neuter)));
    Some((verb, at, noun, (format!("напишите «{all}» или «{one}»"), format!("write «{all}» or «{one}»"))))
}

/// «получили 101 школьник», «31 педагог завершили»: behind 1 the verb stands in the singular.
fn counted_as_one(field: &Field<'_>, tokens: &[Token], at: usize) -> Option<Found> {
    let number = tokens.get(at)?.amount().filter(|number| !number.percent && number.decimals == 0)?;
    if Class::of(number.value) != Class::One || names_a_thing(field, tokens, at) {
        return None;
    }
    let noun = (at + 1..at + 5).find(|next| !tokens.get(*next).is_some_and(is_adjective))?;
    let form = nouns::forms(&tokens.get(noun).filter(|token| token.is_word())?.text);
    let form = form.iter().find(|form| !form.plural && form.case == Case::Nominative)?;
    let before = at.checked_sub(1).filter(|before| tokens.get(*before).is_some_and(past_plural));
    let behind = || tokens.get(noun + 1).filter(|token| past_plural(token)).map(|_| noun + 1);
    // «, на 21 человека больше»: what follows is no second subject.
    let further = tokens.get(noun + 2).is_some_and(|token| {
        let of_them = tokens.get(noun + 4).is_some_and(|word| word.is_any(&["из"]));
        token.is_any(&["на", "что", "из", "это", "в", "или"]) || (token.is_any(&["и"]) && of_them)
    });
    let alone = tokens.get(noun + 1).is_none_or(|token| {
        (token.is_word() && !token.is_any(&["и", "или", "а", "с"]))
            || token.is_sign('.')
            || (token.is_sign(',') && further)
    });
    let verb = match before {
        Some(verb) if alone && clause_start(tokens, verb) + 6 > verb => verb,
        Some(_) => return None,
        None => behind().filter(|_| governs_nothing(tokens, at) && starts_phrase(tokens, at))?,
    };
    let (said, noun_of) = (&tokens.get(verb)?.text, nouns::noun(*form)?);
    // «школы получили 1 автобус»: the accusative of things looks like their nominative.
    let is_subject = noun_of.animate || noun_of.lemma.ends_with(['а', 'я']);
    if !is_subject && !said.ends_with("сь") && !said.ends_with("ся") {
        return None;
    }
    let one = past_form(said, Some(noun_of.gender()));
    Some((verb, at, noun, (format!("напишите «{one}»"), format!("write «{one}»"))))
}

/// Whether nothing before the number at `at` makes its phrase one of several, or a plural.
fn starts_phrase(tokens: &[Token], at: usize) -> bool {
    let before = tokens.get(at.saturating_sub(2)..at).unwrap_or_default();
    !before.iter().any(|token| {
        token.is_any(&["все", "эти", "остальные", "и", "или", "также", "еще", "а", "кто", "которые", "они"])
            || token.is_sign(',')
            || token.number().is_some()
    })
}

/// Another form of a verb of the past: of a gender, or the plural.
fn past_form(verb: &str, form: Option<Gender>) -> String {
    let plain = verb.strip_suffix("ся").or_else(|| verb.strip_suffix("сь"));
    let (word, reflexive) = (plain.unwrap_or(verb), plain.is_some());
    let stem = word.trim_end_matches(['а', 'о', 'и']);
    let stem = stem.strip_suffix("шел").map_or_else(|| stem.to_owned(), |start| format!("{start}шл"));
    let went = stem.strip_suffix("шл").filter(|_| form == Some(Gender::Masculine));
    let word = match (went, form) {
        (Some(start), _) => format!("{start}шёл"),
        (None, Some(Gender::Masculine)) => stem,
        (None, Some(Gender::Feminine)) => format!("{stem}а"),
        (None, Some(Gender::Neuter)) => format!("{stem}о"),
        (None, None) => format!("{stem}и"),
    };
    match (reflexive, word.ends_with('л')) {
        (false, _) => word,
        (true, true) => format!("{word}ся"),
        (true, false) => format!("{word}сь"),
    }
}

/// The verb before the number, «участие» between them perhaps.
fn before(tokens: &[Token], at: usize) -> Option<(usize, Gender)> {
    let first = at.checked_sub(1)?;
    let verb = match tokens.get(first)?.is_any(&["участие"]) {
        true => first.checked_sub(1)?,
        false => first,
    };
    Some((verb, past(tokens.get(verb)?)?))
}

/// Where the noun stands that the number at `at` counts, in a form of a subject.
fn counted_noun(tokens: &[Token], at: usize, class: Class) -> Option<usize> {
    let noun = (at + 1..at + 5).find(|next| !tokens.get(*next).is_some_and(is_adjective))?;
    let token = tokens.get(noun).filter(|token| token.is_word() && !token.capital)?;
    let subject = nouns::forms(&token.text).iter().any(|form| match class {
        Class::Few => form.case == Case::Genitive && !form.plural,
        _ => form.case == Case::Genitive && form.plural,
    });
    let measure = nouns::forms(&token.text)
        .first()
        .and_then(|form| nouns::noun(*form))
        .is_some_and(|noun| MEASURES.contains(&noun.lemma));
    (subject && !measure).then_some(noun)
}

/// Nouns that measure and do nothing.
const MEASURES: &[&str] = &[
    "процент",
    "балл",
    "рубль",
    "копейка",
    "тысяча",
    "миллион",
    "миллиард",
    "год",
    "месяц",
    "неделя",
    "день",
    "час",
    "минута",
    "раз",
    "метр",
    "километр",
    "единица",
    "пункт",
    "класс",
];

/// Whether no preposition or genitive stands before the number.
fn governs_nothing(tokens: &[Token], at: usize) -> bool {
    const GOVERNING: &[&str] = &[
        "в",
        "во",
        "на",
        "за",
        "из",
        "от",
        "до",
        "для",
        "без",
        "у",
        "около",
        "с",
        "со",
        "среди",
        "после",
        "более",
        "менее",
        "по",
        "к",
        "о",
        "об",
        "при",
        "через",
        "всех",
        "не",
        "свыше",
    ];
    !at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|token| token.is_any(GOVERNING))
}

/// Whether a word of the clause may be the subject in place of the number phrase: one before
/// the phrase, or right behind it and the verb, an adjective between them perhaps.
fn has_other_subject(tokens: &[Token], verb: usize, phrase: (usize, usize), gender: Gender) -> bool {
    let first = phrase.0.min(verb);
    let earlier = tokens.get(clause_start(tokens, first)..first).unwrap_or_default();
    let behind = tokens.get(phrase.1.max(verb) + 1..).unwrap_or_default();
    let next = behind.iter().find(|token| !is_adjective(token) || may_be_nominative(token, gender));
    earlier.iter().chain(next).any(|token| may_be_nominative(token, gender))
}

fn may_be_nominative(token: &Token, gender: Gender) -> bool {
    const LITTLE: &[&str] = &[
        "в",
        "к",
        "с",
        "из",
        "от",
        "над",
        "под",
        "без",
        "за",
        "уже",
        "весь",
        "этот",
        "год",
        "также",
        "их",
        "для",
    ];
    if !token.is_word() || token.text.chars().count() < 2 || LITTLE.contains(&token.text.as_str()) {
        return false;
    }
    let last = token.text.chars().next_back().unwrap_or(' ');
    match gender {
        Gender::Feminine => matches!(last, 'а' | 'я' | 'ь'),
        Gender::Masculine => {
            token.capital && last.is_alphabetic() && !is_vowel(last)
                || (!is_vowel(last)
                    && last != 'х'
                    && last != 'м'
                    && !token.text.ends_with("ых")
                    && nouns::forms(&token.text).iter().all(|form| !form.plural))
        }
        Gender::Neuter => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_of_the_past_takes_every_form() {
        let forms = |verb: &str| {
            use Gender::{Feminine, Masculine, Neuter};
            [Some(Masculine), Some(Feminine), Some(Neuter), None].map(|form| past_form(verb, form)).join(" ")
        };
        assert_eq!(forms("открыла"), "открыл открыла открыло открыли");
        assert_eq!(forms("обратилась"), "обратился обратилась обратилось обратились");
        assert_eq!(forms("прошли"), "прошёл прошла прошло прошли");
        assert_eq!(forms("перешел"), "перешёл перешла перешло перешли");
    }
}

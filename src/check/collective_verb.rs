//! A verb that does not agree with a collective subject: «3 школы принял», «ряд школ открыло».

use super::reading::phrases::names_a_thing;
use super::reading::words::{
    ends_as_adjective, is_adjective, is_done, is_vowel, past, past_form, past_plural,
};
use super::{Both, Check, Field, Kind, Sentence, Token, View};
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
        ru: "При «коллектив», «администрация», «комиссия», «школа» и подобных – в единственном, сколько бы слов ни стояло между ними \
             («коллектив школы № 4 провёл»). При подлежащем с числом («3 школы», «25 человек») сказуемое прошедшего времени стоит во множественном числе или в \
             среднем роде; при «большинство», «ряд», «часть», «половина», «множество» – во множественном числе или в роде этого \
             слова; при числе на 1 («21 педагог», «101 школьник») – в единственном. Всё остальное – замечание. Где подлежащим может быть другое слово («5 школ посетила комиссия»), проверка молчит.",
        en: "With «коллектив», «администрация», «комиссия», «школа» the verb stands in the singular, whatever stands between \
             them. With a numbered subject the verb in the past stands in the plural or the neuter; with «большинство», «ряд», \
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
            let found = office(tokens, at)
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

/// Words for many people or for an office: their verb stands in the singular.
const OFFICES: &[(&str, Gender)] = &[
    ("коллектив", Gender::Masculine),
    ("комитет", Gender::Masculine),
    ("профсоюз", Gender::Masculine),
    ("класс", Gender::Masculine),
    ("оркестр", Gender::Masculine),
    ("ансамбль", Gender::Masculine),
    ("хор", Gender::Masculine),
    ("бригада", Gender::Feminine),
    ("департамент", Gender::Masculine),
    ("отдел", Gender::Masculine),
    ("совет", Gender::Masculine),
    ("педсовет", Gender::Masculine),
    ("штаб", Gender::Masculine),
    ("администрация", Gender::Feminine),
    ("молодежь", Gender::Feminine),
    ("общественность", Gender::Feminine),
    ("комиссия", Gender::Feminine),
    ("дирекция", Gender::Feminine),
    ("коллегия", Gender::Feminine),
    ("команда", Gender::Feminine),
    ("сборная", Gender::Feminine),
    ("делегация", Gender::Feminine),
    ("школа", Gender::Feminine),
    ("гимназия", Gender::Feminine),
    ("библиотека", Gender::Feminine),
    ("руководство", Gender::Neuter),
    ("управление", Gender::Neuter),
    ("министерство", Gender::Neuter),
    ("правительство", Gender::Neuter),
    ("жюри", Gender::Neuter),
];

/// «Коллектив школы № 4 провели», «В мае администрация округа провёл».
fn office(tokens: &[Token], at: usize) -> Option<Found> {
    // What stands further on opens no sentence.
    let subject = tokens.get(at).filter(|token| at <= FIRST_WORDS && token.is_word())?;
    let (_, gender) = OFFICES.iter().find(|(word, _)| *word == subject.text)?;
    // «В жюри вошли семеро», «в первый класс пришли»; a class is somebody only as «весь класс».
    let before = tokens.get(..at)?.iter().rev().find(|token| !ends_as_adjective(&token.text));
    let governed = before.is_some_and(|token| token.is_any(&["в", "во", "на", "за", "под", "про", "через"]));
    let whole = at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_any(&["весь"]));
    let governed = governed || subject.is_any(&["класс"]) && !whole;
    if governed || !opens_sentence(tokens.get(..at)?) {
        return None;
    }
    let verb = verb_behind(tokens, at)?;
    let token = tokens.get(verb)?;
    // The accusative of these looks like their nominative: «Отдел поддержали родители».
    let is_object = *gender != Gender::Feminine
        && (past(token).is_some() || names_doers(tokens.get(verb + 1..).unwrap_or_default()));
    if is_object || past(token).is_some_and(|said| said == *gender) {
        return None;
    }
    let right = past_form(&token.text, Some(*gender));
    Some((verb, at, verb - 1, (format!("напишите «{right}»"), format!("write “{right}”"))))
}

/// How many words may stand before the subject that opens a sentence.
const FIRST_WORDS: usize = 6;

/// Whether what stands before a subject leaves it the first of its sentence: nothing, its
/// adjectives, or when and where it was.
fn opens_sentence(before: &[Token]) -> bool {
    const WHEN: &[&str] = &[
        "в",
        "во",
        "за",
        "на",
        "к",
        "до",
        "после",
        "с",
        "по",
        "для",
        "сегодня",
        "вчера",
        "летом",
        "осенью",
        "зимой",
        "весной",
        "недавно",
        "ежегодно",
        "также",
        "поэтому",
        "затем",
        "совместно",
    ];
    const OWN: &[&str] = &["наша", "наш", "наше", "вся", "весь", "все", "эта", "этот", "это"];
    let Some(first) = before.first() else { return true };
    let plain = before.iter().all(|token| token.is_word() || token.number().is_some());
    let joins = |token: &Token| {
        token.is_any(&["и", "или", "что", "как", "чтобы"]) || past(token).is_some() || past_plural(token)
    };
    plain
        && !before.iter().any(joins)
        && (first.is_any(WHEN)
            || before.iter().all(|token| ends_as_adjective(&token.text) || token.is_any(OWN)))
}

/// The first verb of the past behind a subject: between them may stand its genitives, its number,
/// its name in quotation marks, and where or when it was.
fn verb_behind(tokens: &[Token], at: usize) -> Option<usize> {
    let mut next = at + 1;
    while next <= at + 14 {
        let token = tokens.get(next)?;
        match &token.kind {
            Kind::Word if past(token).is_some() || past_plural(token) => {
                return Some(next).filter(|verb| *verb > at);
            }
            Kind::Word if !token.capital && token.is_any(JOINING) => return None,
            Kind::Word | Kind::Sign('№') | Kind::Reference => {}
            Kind::Number(number) if !number.is_amount() => {}
            Kind::Sign('.') if is_shortened(tokens.get(next - 1)?) => {}
            // «…, несмотря на ремонт, …»
            Kind::Sign(',') if tokens.get(next + 1).is_some_and(|word| word.is_any(&["несмотря"])) => {
                next += 1 + tokens.iter().skip(next + 1).take(8).position(|token| token.is_sign(','))?;
            }
            Kind::Sign('«') => {
                let close = tokens.iter().skip(next).take(8).position(|token| token.is_sign('»'))?;
                next += close;
            }
            _ => return None,
        }
        next += 1;
    }
    None
}

/// Words that join another subject or begin another clause.
const JOINING: &[&str] =
    &["и", "или", "с", "со", "вместе", "совместно", "наряду", "а", "но", "что", "как", "чтобы", "где", "кто"];

/// «им.», «г.», «А.»
fn is_shortened(word: &Token) -> bool {
    word.is_any(&["им", "г", "гг", "пос", "ул"]) || (word.capital && word.text.chars().count() == 1)
}

/// Whether some tokens behind a verb may name those who did it: people or schools in the plural,
/// or a name.
fn names_doers(behind: &[Token]) -> bool {
    // «Школе в Дальнем»: what a preposition governs does nothing.
    let clause = behind.iter().take_while(|token| {
        (token.is_word() || token.number().is_some())
            && !token.is_any(&["в", "на", "из", "для", "по", "к", "за"])
    });
    let mut first = true;
    for token in clause.filter(|token| !is_adjective(token)) {
        let forms = nouns::forms(&token.text);
        let doer = forms.iter().any(|form| {
            form.plural
                && form.case == Case::Nominative
                && nouns::noun(*form).is_some_and(|noun| noun.animate || acts(noun.lemma))
        });
        // An unknown word right behind the verb: «поддержали шефы».
        let unknown =
            first && forms.is_empty() && token.text.ends_with(['ы', 'и']) && token.text.chars().count() > 3;
        if doer || unknown || token.capital {
            return true;
        }
        first = false;
    }
    false
}

/// Things that do something as people do.
fn acts(lemma: &str) -> bool {
    const ACTING: &[&str] = &[
        "школа",
        "гимназия",
        "лицей",
        "колледж",
        "техникум",
        "учреждение",
        "организация",
        "предприятие",
        "сад",
        "центр",
        "клуб",
        "музей",
        "библиотека",
        "команда",
        "отряд",
        "семья",
        "комиссия",
        "класс",
        "группа",
        "служба",
        "отдел",
        "объединение",
    ];
    ACTING.contains(&lemma)
}

/// Where the verb is, the first and last token of its subject, and what to write.
type Found = (usize, usize, usize, (String, String));

/// Words for a part of many, with their gender.
const COLLECTIVE: &[(&str, Gender)] = &[
    ("большинство", Gender::Neuter),
    ("меньшинство", Gender::Neuter),
    ("множество", Gender::Neuter),
    ("ряд", Gender::Masculine),
    ("часть", Gender::Feminine),
    ("половина", Gender::Feminine),
    ("треть", Gender::Feminine),
    ("группа", Gender::Feminine),
];

/// «ряд школ открыло»
fn collective(tokens: &[Token], at: usize) -> Option<Found> {
    let subject = tokens.get(at).filter(|token| token.is_word())?;
    let (_, gender) = COLLECTIVE.iter().find(|(word, _)| *word == subject.text)?;
    if !may_be_subject(tokens, at) {
        return None;
    }
    let verb = verb_behind(tokens, at).filter(|verb| *verb > at + 1)?;
    let said = past(tokens.get(verb)?).filter(|said| said != gender)?;
    if is_done_by_another(tokens, (at, verb), said) {
        return None;
    }
    let word = &tokens.get(verb)?.text;
    let (one, all) = (past_form(word, Some(*gender)), past_form(word, None));
    let ru = format!("напишите «{one}» или «{all}»");
    let en = format!("write «{one}» or «{all}»");
    Some((verb, at, verb - 1, (ru, en)))
}

/// «Часть здания занял музей», «большинство школ посетил мэр»: whether the word behind the verb may
/// be its subject, and the collective word its object.
fn is_done_by_another(tokens: &[Token], (at, verb): (usize, usize), said: Gender) -> bool {
    let people = |token: &Token| {
        nouns::forms(&token.text).iter().filter_map(|form| nouns::noun(*form)).any(|noun| noun.animate)
    };
    let Some(next) =
        tokens.iter().skip(verb + 1).find(|token| !is_adjective(token)).filter(|token| token.is_word())
    else {
        return false;
    };
    let of_people = tokens.get(at + 1..verb).unwrap_or_default().iter().any(people);
    let last = next.text.chars().next_back().unwrap_or(' ');
    let fits = match said {
        Gender::Feminine => matches!(last, 'а' | 'я'),
        Gender::Masculine => !is_vowel(last) && next.text.chars().count() > 2,
        Gender::Neuter => matches!(last, 'о' | 'е') && next.text.chars().count() > 2,
    };
    fits && (!of_people || people(next) || next.capital)
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

/// Where what has a subject of its own begins: behind the last semicolon or colon.
fn sentence_part(tokens: &[Token], at: usize) -> usize {
    let parts = |token: &Token| matches!(token.kind, Kind::Sign(';' | ':'));
    tokens.get(..at).unwrap_or_default().iter().rposition(parts).map_or(0, |sign| sign + 1)
}

/// «Численность составила 260 человек»: the number is no subject.
fn amounts_to(tokens: &[Token], verb: usize) -> bool {
    tokens.get(verb).is_some_and(|token| token.begins(&["состав", "достиг", "насчит", "превы", "равн"]))
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
    if gender == Gender::Neuter
        || amounts_to(tokens, verb)
        || has_other_subject(tokens, verb, (at, noun), gender)
    {
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
    let told = |token: &Token| past_plural(token) || is_done_to_many(token);
    let before = at.checked_sub(1).filter(|before| tokens.get(*before).is_some_and(told));
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
    if amounts_to(tokens, verb) {
        return None;
    }
    let (said, noun_of) = (&tokens.get(verb)?.text, nouns::noun(*form)?);
    // «школы получили 1 автобус»: the accusative of things looks like their nominative.
    let passive = tokens.get(verb).is_some_and(is_done_to_many);
    let is_subject = passive || noun_of.animate || noun_of.lemma.ends_with(['а', 'я']);
    if !is_subject && !said.ends_with("сь") && !said.ends_with("ся") {
        return None;
    }
    let one = match said.strip_suffix('ы').filter(|_| passive) {
        Some(stem) => match noun_of.gender() {
            Gender::Masculine => stem.to_owned(),
            Gender::Feminine => format!("{stem}а"),
            Gender::Neuter => format!("{stem}о"),
        },
        None => past_form(said, Some(noun_of.gender())),
    };
    Some((verb, at, noun, (format!("напишите «{one}»"), format!("write «{one}»"))))
}

/// «Направлены», «открыты»: what is said of several.
fn is_done_to_many(token: &Token) -> bool {
    token.text.ends_with('ы') && is_done(token)
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
    // Before a verb the whole sentence may name who did it: «Библиотека, открытая в 1931 году,
    // обслужила 900 читателей».
    let start = if verb < phrase.0 { sentence_part(tokens, first) } else { clause_start(tokens, first) };
    let earlier = tokens.get(start..first).unwrap_or_default();
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
            token.is_any(&["глава", "мужчина", "юноша", "судья", "дядя", "дедушка", "папа", "староста"])
                || token.capital && last.is_alphabetic() && !is_vowel(last)
                || (!is_vowel(last)
                    && last != 'х'
                    && last != 'м'
                    && !token.text.ends_with("ых")
                    && nouns::forms(&token.text).iter().all(|form| !form.plural))
        }
        Gender::Neuter => true,
    }
}

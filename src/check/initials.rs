//! Initials of one document in several forms: «А.Б. Ветрова» beside «А. Б. Ветрова».

use super::reading::names::{Name, NameForm, names, people};
use super::reading::variants::{Variant, document_of, unlike};
use super::{Both, Check, Field, FieldKind, Sentence, View};
use crate::messages;
use crate::source::{Finding, Findings, Severity};

messages! {
    /// Initials unlike the others.
    INITIALS = "initials", Note,
        ru: "«{written}» – не как «{other}» в этом документе", en: "“{written}” is unlike “{other}” in this document",
        hint_ru: "пишите инициалы одинаково: перед фамилией, через пробел", hint_en: "write initials alike: before the surname, with a space";
}

/// The check.
pub(super) static CHECK: Check = Check {
    code: "initials",
    severity: Severity::Note,
    title: Both { ru: "Инициалы в разных видах", en: "Initials in several forms" },
    about: Both {
        ru: "В одном документе инициалы стоят по одну сторону фамилии и с одними пробелами, считая подписи: «А. Б. Ветрова». Если так \
             написано хоть одно имя, показываются остальные виды, иначе – те, что реже; адресат в дательном («Секретарю Кузнецовой О. П.») \
             пишется с фамилии. Пробелы исправляются сами. Неразрывный пробел ставит программа.",
        en: "In one document initials stand on one side of the surname and with the same spaces, signatures included. Where one \
             name stands so, the other forms are shown, else the rarer ones; an addressee in the dative has the surname first. Spaces can be corrected automatically. The no-break space is the program's work.",
    },
    example: Both {
        ru: "К.Д. Орехова (в подписи А. Б. Ветрова) → К. Д. Орехова",
        en: "К.Д. Орехова (signed А. Б. Ветрова) → К. Д. Орехова",
    },
    source: Both {
        ru: "ГОСТ Р 7.0.97-2016, 5.22; единообразие – практика",
        en: "GOST R 7.0.97-2016, 5.22; one form: practice",
    },
    messages: ALL,
    run,
};

/// A name with where it is mended.
struct Written<'v> {
    field: &'v Field<'v>,
    sentence: &'v Sentence,
    name: Name,
}

fn run(view: &View<'_>, findings: &mut Findings) {
    let mut all: Vec<Variant<'_, NameForm>> = Vec::new();
    let mut texts: Vec<Written<'_>> = Vec::new();
    let people = people(view);
    for document in 1..=view.loaded.documents.len() {
        let known = people.iter().filter_map(|known| Some((known.form?, known)));
        all.extend(known.map(|(form, known)| Variant {
            document,
            form,
            place: known.place,
            written: &known.written,
        }));
    }
    for (field, sentence) in
        view.sentences().filter(|(field, _)| field.kind.is_prose() || field.kind == FieldKind::Person)
    {
        for name in names(field, sentence)
            .into_iter()
            .filter(|name| !name.form.after || (field.kind.is_prose() && !may_be_behind(sentence, name)))
        {
            let tokens = sentence.tokens.get(name.tokens.clone()).unwrap_or_default();
            let (document, written) = (document_of(view, field), field.written(tokens));
            all.push(Variant { document, form: name.form, place: field.place_of(tokens), written });
            texts.push(Written { field, sentence, name });
        }
    }
    for other in unlike(&all, Some(NameForm::STANDARD)) {
        let (rare, usual) = (other.rare, other.usual);
        let finding = Finding::new(&INITIALS).arg("written", rare.written).arg("other", usual.written);
        let finding = finding.at(rare.place).label(usual.place, other.label());
        let text = texts.iter().find(|text| {
            text.field.place_of(text.sentence.tokens.get(text.name.tokens.clone()).unwrap_or_default())
                == rare.place
        });
        findings.push(match text {
            Some(text) if usual.form.after == rare.form.after => spaced(view, text, usual.form, finding),
            _ => finding,
        });
    }
}

/// Whether initials may stand behind this surname: in a list of people, and in an address.
fn may_be_behind(sentence: &Sentence, name: &Name) -> bool {
    is_entry(sentence, name) || is_addressee(sentence, name)
}

/// «Секретарю совещания Кузнецовой О. П. разместить», «представить Дёминой Е. А.»: the dative is
/// the addressee's form, which has the surname first; «доклад Кузнецовой О. П.» is no address.
fn is_addressee(sentence: &Sentence, name: &Name) -> bool {
    const DATIVES: &[&str] = &["ой", "ому", "ему", "ову", "еву", "ину", "ыну", "ей"];
    const HEADS: &[&str] = &[
        "доклад",
        "сообщен",
        "выступлен",
        "опыт",
        "информац",
        "отчет",
        "слов",
        "мнен",
        "обращен",
        "предложен",
        "содоклад",
        "работ",
        "участи",
        "руководств",
    ];
    let before = name.tokens.start.checked_sub(1).and_then(|at| sentence.tokens.get(at));
    DATIVES.iter().any(|ending| name.surname.ends_with(ending))
        && before.is_some_and(|token| {
            token.is_word() && !token.begins(HEADS) && !token.is_any(&["с", "от", "у", "для"])
        })
}

/// «Орехов К. Д. – методист», «(Орехов К. Д.)»: a list of people has the surname first.
fn is_entry(sentence: &Sentence, name: &Name) -> bool {
    let next = sentence.tokens.get(name.tokens.end);
    let before = name.tokens.start.checked_sub(1).and_then(|at| sentence.tokens.get(at));
    before.is_none_or(|token| {
        token.is_sign('(')
            || token.is_sign(';')
            || token.is_sign(',')
            || token.is_dash()
            || token.is_sign('»')
            || token.is_sign('.')
    }) || next.is_some_and(|token| token.is_dash() || token.is_sign(','))
}

/// The finding with the spaces put right.
fn spaced(view: &View<'_>, text: &Written<'_>, form: NameForm, mut finding: Finding) -> Finding {
    let tokens = text.sentence.tokens.get(text.name.tokens.clone()).unwrap_or_default();
    for pair in tokens.windows(2) {
        let [one, two] = pair else { continue };
        let letters = two.is_word() && two.text.chars().count() == 1 && one.is_sign('.');
        let parts = one.is_word() && two.is_word() || (one.is_sign('.') && two.is_word());
        let wanted = if letters { form.parted } else { form.spaced };
        if parts && two.spaced != wanted {
            let space = if wanted { "\u{a0}" } else { "" };
            finding = text.field.mend(view, finding, one.range.end..two.range.start, space);
        }
    }
    finding
}

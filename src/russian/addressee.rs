//! Addressees in words: from the dative of «кому поручено» to the nominative of a list of those
//! who act. Only what is sure is turned; names of people, whose surnames have forms of their own,
//! never are.

use super::declension::Case;
use super::nouns;
use super::typography::fold;

/// Heads of plural names that the list of countable nouns does not have.
const MANY: [(&str, &str); 9] = [
    ("заведующим", "заведующие"),
    ("начальникам", "начальники"),
    ("главам", "главы"),
    ("органам", "органы"),
    ("комитетам", "комитеты"),
    ("коллективам", "коллективы"),
    ("управлениям", "управления"),
    ("администрациям", "администрации"),
    ("поселениям", "поселения"),
];

/// Offices: no surname follows them, as it may follow a position.
const OFFICES: [(&str, &str); 9] = [
    ("управлению", "управление"),
    ("отделу", "отдел"),
    ("департаменту", "департамент"),
    ("комитету", "комитет"),
    ("министерству", "министерство"),
    ("центру", "центр"),
    ("совету", "совет"),
    ("учреждению", "учреждение"),
    ("институту", "институт"),
];

/// An addressee in the nominative: «Руководителям школ» are «Руководители школ». `None` where it is
/// no dative or what stands behind its first noun may be one too.
pub fn nominative(dative: &str) -> Option<String> {
    let words: Vec<&str> = dative.split_whitespace().collect();
    let head = words.iter().position(|word| many(word).is_some() || adjective(word).is_none())?;
    let (before, rest) = words.split_at(head);
    let (noun, rest) = rest.split_first()?;
    let turned = match (many(noun), office(noun)) {
        (Some(many), _) if stays(rest) => many,
        (None, Some(office)) if before.is_empty() && is_one(rest) => office,
        _ => return None,
    };
    let adjectives = before.iter().filter_map(|word| adjective(word));
    let turned = adjectives.chain([turned]).chain(rest.iter().map(|word| (*word).to_owned()));
    Some(turned.collect::<Vec<_>>().join(" "))
}

/// The nominative plural of a dative plural.
fn many(word: &str) -> Option<String> {
    let listed = MANY.iter().find(|(dative, _)| fold(word) == *dative);
    let known = || {
        let form = nouns::forms(word).iter().find(|form| form.plural && form.case == Case::Dative)?;
        nouns::noun(*form)?.forms()[6].split('|').next().map(str::to_owned)
    };
    let turned = listed.map(|(_, nominative)| (*nominative).to_owned()).or_else(known)?;
    Some(as_first(word, &turned))
}

fn office(word: &str) -> Option<String> {
    let (_, nominative) = OFFICES.iter().find(|(dative, _)| fold(word) == *dative)?;
    Some(as_first(word, nominative))
}

/// «муниципальным» are «муниципальные».
fn adjective(word: &str) -> Option<String> {
    let stem =
        word.strip_suffix('м').filter(|stem| stem.ends_with(['ы', 'и']) && stem.chars().count() > 3)?;
    Some(format!("{stem}е"))
}

/// A word with the first letter of another as to its size.
fn as_first(word: &str, turned: &str) -> String {
    let mut letters = turned.chars();
    match letters.next() {
        Some(first) if word.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => turned.to_owned(),
    }
}

/// Whether nothing behind a plural is another dative: what a comma or «и» joins must be a genitive
/// («школ и детских садов», «школ, реализующих …»).
fn stays(rest: &[&str]) -> bool {
    const GENITIVE: [&str; 7] = ["ов", "ев", "ёв", "ей", "ий", "ых", "их"];
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let joins = |word: &str| word.ends_with(',') || matches!(word, "и" | "или");
    let is_joined = |(before, word): (&&str, &&str)| {
        !joins(before) || joins(word) || GENITIVE.iter().any(|ending| bare(word).ends_with(ending))
    };
    rest.iter().all(|word| !is_dative(&bare(word)) && !word.contains(['(', '/', ';']))
        && !rest.first().is_some_and(|first| matches!(*first, "и" | "или"))
        && rest.iter().zip(rest.iter().skip(1)).all(is_joined)
}

/// Whether what stands behind an office goes on with its own name alone.
fn is_one(rest: &[&str]) -> bool {
    let joins = |word: &str| word.contains([',', '(', '/', ';']) || matches!(word, "и" | "или");
    !rest.iter().any(|word| joins(word) || is_dative(&word.to_lowercase()))
}

/// Whether a word may be a dative: by its ending; «им. Пушкина» is none.
fn is_dative(word: &str) -> bool {
    word.chars().count() > 3
        && ["ам", "ям", "ым", "им", "ому", "ему"].iter().any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::nominative;

    #[test]
    fn sure_datives_are_turned() {
        let table = [
            (
                "Руководителям муниципальных образовательных организаций",
                "Руководители муниципальных образовательных организаций",
            ),
            ("руководителям школ и детских садов", "руководители школ и детских садов"),
            ("Заведующим дошкольными организациями", "Заведующие дошкольными организациями"),
            (
                "Муниципальным общеобразовательным организациям",
                "Муниципальные общеобразовательные организации",
            ),
            ("Родительским комитетам", "Родительские комитеты"),
            ("Учителям", "Учителя"),
            ("Директорам школ, реализующих новые программы", "Директора школ, реализующих новые программы"),
            ("Управлению образования администрации города", "Управление образования администрации города"),
        ];
        for (dative, expected) in table {
            assert_eq!(nominative(dative).unwrap_or_default(), expected, "{dative}");
        }
    }

    #[test]
    fn what_is_not_sure_stays() {
        for words in [
            "Руководители школ",
            "Руководителям школ и специалистам управления",
            "Руководителям школ и профсоюзу",
            "Руководителям школ, заведующим садами",
            "Руководителям организаций, реализующим программы",
            "Руководителям и педагогам",
            "Начальнику отдела Петровой А. Б.",
            "Директору школы",
            "Отделу кадров и профсоюзу",
            "Управлению образования (Петровой А. Б.)",
            "Заведующим детским садом",
            "МБУ «Центр»",
            "Муниципальному центру",
            "Администрации района",
            "Директорам школ № 1, 2 и 3",
            "Ким",
            "",
        ] {
            assert_eq!(nominative(words), None, "{words}");
        }
    }
}

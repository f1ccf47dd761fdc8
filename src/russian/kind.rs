//! The names of kinds of documents in the dative: «Приложение к резолюции».

/// The dative of a kind of document in small letters: `РЕЗОЛЮЦИЯ` gives `резолюции`.
///
/// `None` for a name of several words or with an ending that the rules do not know: then it is
/// better to print nothing than a wrong ending.
pub fn dative(kind: &str) -> Option<String> {
    const ENDINGS: [(&str, &str); 7] =
        [("ия", "ии"), ("ие", "ию"), ("ии", "иям"), ("ья", "ье"), ("ы", "ам"), ("а", "е"), ("я", "е")];
    let kind = kind.trim().to_lowercase();
    if kind.is_empty() || !kind.chars().all(|c| matches!(c, 'а'..='я' | 'ё')) {
        return None;
    }
    let changed =
        ENDINGS.iter().find_map(|(ending, dative)| Some(format!("{}{dative}", kind.strip_suffix(ending)?)));
    let consonant = |c: char| "бвгджзклмнпрстфхцчшщ".contains(c);
    changed.or_else(|| kind.ends_with(consonant).then(|| format!("{kind}у")))
}

/// The ending of a participle that agrees with a kind of document, by its first word: «утвержден»
/// and `а` for РЕЗОЛЮЦИЯ, `о` for РЕШЕНИЕ, `ы` for РЕКОМЕНДАЦИИ, nothing for ПЛАН. A word whose ending
/// says nothing is taken as neuter: «(всё это) утверждено».
pub fn ending(kind: &str) -> &'static str {
    let kind = kind.trim().to_lowercase();
    let word = kind.split(|c: char| !c.is_alphabetic() && c != '-').next().unwrap_or_default();
    match word.chars().last() {
        Some('а' | 'я') => "а",
        Some('и' | 'ы') => "ы",
        Some(last) if "бвгджзйклмнпрстфхцчшщ".contains(last) => "",
        _ => "о",
    }
}

#[cfg(test)]
mod tests {
    use super::{dative, ending};

    #[test]
    fn participles_agree_with_the_kind() {
        let cases = [
            ("РЕЗОЛЮЦИЯ", "а"),
            ("РЕШЕНИЕ", "о"),
            ("РЕКОМЕНДАЦИИ", "ы"),
            ("ПЛАН", ""),
            ("ПОЛОЖЕНИЕ", "о"),
            ("ПРОГРАММА конференции", "а"),
            ("ПРОЕКТ РЕШЕНИЯ", ""),
            ("ПЛАН-ГРАФИК", ""),
            ("МЕРОПРИЯТИЯ", "а"),
            ("", "о"),
        ];
        for (kind, expected) in cases {
            assert_eq!(ending(kind), expected, "{kind}");
        }
    }

    #[test]
    fn kinds_of_documents() {
        let cases = [
            ("РЕЗОЛЮЦИЯ", "резолюции"),
            ("РЕШЕНИЕ", "решению"),
            ("РЕКОМЕНДАЦИИ", "рекомендациям"),
            ("ПОСТАНОВЛЕНИЕ", "постановлению"),
            ("ПРОТОКОЛ", "протоколу"),
            ("ПРОГРАММА", "программе"),
            ("ПРИКАЗ", "приказу"),
        ];
        for (kind, expected) in cases {
            assert_eq!(dative(kind).as_deref(), Some(expected));
        }
    }

    #[test]
    fn an_unknown_ending_gives_nothing() {
        for kind in ["", "ПРОЕКТ РЕШЕНИЯ", "MEMO", "ПЛАН-ГРАФИК", "ПИСЬМО"] {
            assert_eq!(dative(kind), None, "{kind}");
        }
    }
}

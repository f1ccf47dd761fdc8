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

#[cfg(test)]
mod tests {
    use super::dative;

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

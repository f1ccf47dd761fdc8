//! Folding words, so that what a person types matches what stands in the sheet.

/// Folds case, ё and е, every kind of space, dash and quotation mark, and the spaces around `/`;
/// soft hyphens and zero-width characters vanish.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for character in text.chars().flat_map(char::to_lowercase) {
        let Some(character) = fold_char(character) else { continue };
        if character == ' ' {
            space = true;
            continue;
        }
        if space && !out.is_empty() && character != '/' && !out.ends_with('/') {
            out.push(' ');
        }
        space = false;
        out.push(character);
    }
    out
}

/// Words as they are shown in messages: one line, single spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fold_char(character: char) -> Option<char> {
    Some(match character {
        'ё' => 'е',
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => return None,
        // The combining diaeresis of a decomposed ё (files from a Mac).
        '\u{308}' => return None,
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '«' | '»' | '„' | '“' | '”' | '‟' | '‹' | '›' | '‘' | '’' | '‚' | '\'' => '"',
        _ if character.is_whitespace() => ' ',
        _ => character,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_people_type_differently_folds_to_the_same() {
        assert_eq!(fold("  Общее\u{a0}\nОБРАЗОВАНИЕ "), "общее образование");
        assert_eq!(fold("Учёт «Ёлочка»"), fold("учет \"елочка\""));
        assert_eq!(fold("2017 / план"), fold("2017/План"));
        assert_eq!(fold("учеб\u{ad}ный 2016–2017"), "учебный 2016-2017");
        assert_eq!(fold("Үөһээ Бүлүү"), "үөһээ бүлүү");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,20}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}

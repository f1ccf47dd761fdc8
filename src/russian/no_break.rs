//! What does not break and what does not stretch: hyphens inside short words, spaces inside
//! numbers.

/// Parts of words with fewer letters are not parted at their hyphen.
const LEAST_PART: usize = 4;

/// Particles that stay with the word before them whatever its length.
const PARTICLES: [&str; 2] = ["либо", "нибудь"];

/// Byte offsets of the hyphens (`-`) of `text` at which a line must not end: those that leave a
/// part of fewer than four letters or digits on either side (`по-настоящему`, `кто-то`, `273-ФЗ`,
/// `3-й`), and those before `-либо` and `-нибудь`. Addresses on the web stay as they are, as
/// somebody will copy them.
pub fn bound_hyphens(text: &str) -> Vec<usize> {
    text.match_indices('-').map(|(at, _)| at).filter(|&at| is_bound(text, at)).collect()
}

fn is_bound(text: &str, at: usize) -> bool {
    let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
    let left = before.chars().rev().take_while(|c| c.is_alphanumeric()).count();
    let length = after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
    let right = after.get(..length).unwrap_or_default();
    let parts = [left, right.chars().count()];
    let short = parts.iter().any(|part| *part < LEAST_PART);
    let particle = || PARTICLES.contains(&right.to_lowercase().as_str());
    parts.iter().all(|part| *part > 0) && (short || particle()) && !is_address(before, after)
}

/// Whether the word around a hyphen is an address: `a-b@c.ru`, `http://…`, `my-school.ru`.
fn is_address(before: &str, after: &str) -> bool {
    let head = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let tail = after.split(char::is_whitespace).next().unwrap_or_default();
    let latin = |part: &str| part.chars().any(|c| c.is_ascii_alphabetic());
    let marked = |part: &str| {
        let dotted = part.trim_end_matches('.').contains('.');
        part.contains('@') || part.contains("//") || (dotted && latin(part))
    };
    marked(head) || marked(tail)
}

/// Whether the no-break space at byte `at` of `text` keeps its width in a justified line: inside
/// a number (`38 569 440`), between a number and `%`, after `№` and `§`, and after the dash with
/// which a paragraph begins. All others stretch as common spaces do (UAX 14, section 3:
/// «U+0020 SPACE and U+00A0 NO-BREAK SPACE are subject to expansion»).
pub fn is_fixed_space(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let mut after = text.get(at..).unwrap_or_default().chars();
    after.next();
    match (before.chars().next_back(), after.next()) {
        (Some('№' | '§'), _) | (_, Some('%' | '‰')) => true,
        (Some(last), Some(next)) if last.is_ascii_digit() && next.is_ascii_digit() => true,
        (Some('—' | '–' | '-' | '•' | '·'), _) => before.chars().count() == 1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` with `|` where a line may end after a hyphen.
    fn shown(text: &str) -> String {
        let bound = bound_hyphens(text);
        let mut out = String::new();
        for (at, c) in text.char_indices() {
            out.push(c);
            if c == '-' && !bound.contains(&at) {
                out.push('|');
            }
        }
        out
    }

    #[test]
    fn short_parts_and_particles_stay_with_their_word() {
        let whole = [
            "по-настоящему",
            "По-хозяйски",
            "кое-кто",
            "кто-то",
            "когда-либо",
            "какого-нибудь",
            "из-за",
            "3-й",
            "273-ФЗ",
            "во-первых",
            "Ростов-на-Дону",
            "8-800-555-35-35",
            "ПТУ-17",
            "100-летие",
        ];
        for word in whole {
            assert_eq!(shown(word), word);
        }
    }

    #[test]
    fn long_parts_may_be_parted_and_addresses_stay_as_they_are() {
        let parted = ["план-|график", "2017-|2018", "Уһун-|Күөльского", "учебно-|методический", "-|5"];
        for word in parted {
            assert_eq!(shown(&word.replace('|', "")), word);
        }
        for address in ["моя-|шк@edu.ru", "https://my-|sch.ru/a-|b", "my-|edu.ru"] {
            assert_eq!(shown(&address.replace('|', "")), address);
        }
    }

    #[test]
    fn spaces_of_numbers_keep_their_width() {
        let fixed = |text: &str| is_fixed_space(text, text.find('\u{a0}').expect("a no-break space"));
        for text in ["12\u{a0}450", "5\u{a0}%", "№\u{a0}3", "§\u{a0}5", "–\u{a0}слово", "1,5\u{a0}‰"]
        {
            assert!(fixed(text), "{text}");
        }
        for text in [
            "в\u{a0}работе",
            "214\u{a0}человек",
            "химию\u{a0}– 19",
            "А.\u{a0}Иванова",
            "28\u{a0}августа",
            "\u{a0}",
        ] {
            assert!(!fixed(text), "{text}");
        }
    }
}

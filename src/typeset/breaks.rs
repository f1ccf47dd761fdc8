//! Where a line may end.

use unicode_linebreak::{BreakOpportunity, linebreaks};

/// A place in a text where a line may or must end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Break {
    /// The byte before which the next line begins.
    pub at: usize,
    /// Whether the line must end there.
    pub must: bool,
}

/// The places of `text` where a line may end, the end of the text included (`must`).
///
/// These are UAX 14's, with the differences that Word and LibreOffice have in Russian text
/// (measured with LibreOffice 7.4): a line ends after a hyphen also where a digit follows; it
/// ends before a slash that begins a word and never after one; it does not end between a
/// hyphen or dash and a no-break space; it may end after an opening bracket and a space.
pub(super) fn breaks(text: &str) -> Vec<Break> {
    let mut out = Vec::with_capacity(text.len() / 10 + 1);
    let mut standard = linebreaks(text).peekable();
    let mut around = [' ', ' ', ' '];
    for (at, next) in text.char_indices().chain(std::iter::once((text.len(), '\0'))) {
        let found = standard.next_if(|&(place, _)| place == at);
        let must = at == text.len() || matches!(found, Some((_, BreakOpportunity::Mandatory)));
        if must || (at > 0 && allowed(found.is_some(), around, text.get(at..).unwrap_or_default())) {
            out.push(Break { at, must });
        }
        around = [around[1], around[2], next];
    }
    out
}

fn allowed(standard: bool, [_, before, last]: [char; 3], rest: &str) -> bool {
    let mut characters = rest.chars();
    let next = characters.next().unwrap_or('\0');
    let after = characters.as_str();
    match (last, next) {
        ('/', _) => false,
        (' ', _) if opens(before) => !closes(next),
        (' ', '/') => after.starts_with(char::is_alphanumeric),
        (_, '\u{a0}' | '\u{202f}') => last == ' ' && standard,
        ('-', '0'..='9') | ('\\', _) => true,
        _ => standard,
    }
}

fn opens(character: char) -> bool {
    matches!(character, '(' | '[' | '{' | '„')
}

fn closes(character: char) -> bool {
    matches!(character, ')' | ']' | '}' | ',' | '.' | ';' | ':' | '!' | '?' | '/' | ' ' | '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let mut out = text.to_owned();
        for place in breaks(text).iter().rev().filter(|place| place.at < text.len()) {
            out.insert(place.at, '|');
        }
        out
    }

    /// Where LibreOffice 7.4 ends lines in Russian text (`|`), found by moving each of these
    /// over the end of a line.
    #[rustfmt::skip]
    const MEASURED: &[&str] = &[
        "2016/2017", "и/или", "школа/сад", "а/б/в", "км/ч", "3-|й", "слово-|слово", "1941–|1945",
        "слово |— |слово", "слово\u{a0}— |слово", "слово–|слово", "слово|—|слово", "-|5", "слово |-|слово",
        "слово |–|слово", "слово |- |слово", "№ |3", "№3", "(слово)", "слово(слово)", "«слово»",
        "слово«слово»", "5 |%", "5%", "8-|800-|555-|35-|35", "http://www.edu.ru/a/b?|c=d&e=f", "a@b.ru",
        "слово...слово", "слово…|слово", "слово,слово", "слово.слово", "слово;слово", "слово:слово",
        "слово!|слово", "слово?|слово", "слово\u{2011}слово", "слово\u{ad}|слово", "слово\u{a0}слово",
        "слово  |слово", "слово\u{2009}|слово", "слово\u{202f}слово", "10\u{a0}000", "1,5", "1.1.1.",
        "п.п.", "А.С.Пушкин", "А.С. |Пушкин", "слово_слово", "слово+слово", "слово=слово", "слово*слово",
        "слово\\|слово", "50/50", "1/2", "A4/A5", "русско-/англо", "2017-|2018", "2017\u{2212}2018",
        "\u{2212}5", "слово/ |слово", "слово |/слово", "слово )", "( |слово", "« |слово", "слово |»",
        "слово |„слово“", "x·y", "слово•слово", "10°C", "5‰", "$5", "5₽", "₽5", "100-|летие", "ФГОС-|3",
        "Covid-|19", "e-|mail", "слово--|слово", "слово-«слово»", "«слово»-|слово", "слово)-|слово",
        "слово/(слово)", "слово(а)", "учитель(ница)", "слово |& |слово", "слово#слово", "слово{слово}",
        "слово[слово]", "слово<слово>", "слово'слово", "слово\"слово\"", "1-|2", "1–|2", "1|—|2", "а-|б",
        "XX–|XXI", "г.Кировск", "ул.Мира,д.5", "5-|9", "«А»", "«А»,«Б»", "слово/-|слово", "+7(815)31",
        "1:2", "12:30", "слово№5", "слово\u{a0}–\u{a0}слово", "10–|15", "слово-\u{a0}слово", "-|слово",
        "(-|5)", "слово |(-|5)", "т.е.", "слово |—|слово", "слово– |слово", "!!!", "?!|слово", "слово?!",
        "слово?»", "слово?»слово", "...слово", "слово ...", "слово |…", "слово |/слово/", "100%-|ный",
        "5%-|й", "1)", "а)слово", "1)слово", "»слово", "слово)|(слово", "слово |»слово", "слово |-",
        "слово |--", "слово .", "слово ,слово", "слово !", "слово :", "слово ;", "слово /", "слово ]",
        "[ |слово", "\" |слово |\"", "слово |\"слово\"", "§ |5", "слово\u{a0}/\u{a0}слово", "§5",
        "5-\u{ad}|6", "слово…»", "слово!»", "слово!)", "слово?)", "слово!..", "слово?,", "слово…,",
        "слово…)", "слово…»слово", "—|слово", "«—|слово»", "слово,|—|слово", "слово.|—|слово", ", |–|слово",
        "1941–|1945гг.", "слово„слово“", "слово“слово", "слово–«слово»", "слово|—«слово»", "«слово»–|слово",
        "«слово»—|слово", "слово |—«слово»", "слово-|(слово)", "слово–|(слово)", "a\\|b", "слово |+5",
        "C+|+", "слово |≥5", "5×6", "5 |×6", "слово→слово", "№|№1-|3", "х/б", "слово!|слово", "2018г.",
        "1°", "x²", "слово\u{2010}|слово", "слово\u{2012}|слово", "слово\u{2015}слово", "слово•", "·слово",
        "·", "слово°слово", "½слово", "A-|1b", "a-", "-|a-|b-", "--", "---|слово", "слово---",
    ];

    #[test]
    fn lines_end_where_libreoffice_ends_them() {
        for measured in MEASURED {
            assert_eq!(shown(&measured.replace('|', "")), **measured);
        }
    }

    #[test]
    fn a_line_break_must_end_the_line_and_the_end_of_the_text_too() {
        let found: Vec<_> = breaks("а\nб").into_iter().map(|found| (found.at, found.must)).collect();
        assert_eq!(found, [(3, true), (5, true)]);
        assert_eq!(breaks(""), [Break { at: 0, must: true }]);
    }
}

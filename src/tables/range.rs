//! Addresses as spreadsheets write them: `C7`, `A1:D20`.

/// A rectangle of cells, counted from zero, both corners inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub top: u32,
    pub left: u32,
    pub bottom: u32,
    pub right: u32,
}

/// Rows and columns that a sheet has at most (ECMA-376 and ODF programs agree on it).
const MAX_ROW: u32 = 1_048_576;
const MAX_COLUMN: u32 = 16_384;

impl Range {
    /// Reads `A1:D20`, also with `$` and with a dash of any kind for the colon.
    pub fn parse(text: &str) -> Option<Range> {
        let (first, last) = text.split_once([':', '-', '–'])?;
        let (top, left) = parse_address(first)?;
        let (bottom, right) = parse_address(last)?;
        (top <= bottom && left <= right).then_some(Range { top, left, bottom, right })
    }

    /// Whether a cell is in it.
    pub fn contains(&self, row: u32, column: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

/// Reads `C7` to row and column, counted from zero. Russian letters that look like Latin ones
/// are taken for them: nobody sees the difference in a sheet.
pub(super) fn parse_address(text: &str) -> Option<(u32, u32)> {
    let mut column = 0u32;
    let mut row = 0u32;
    for character in text.trim().chars().filter(|&character| character != '$') {
        match latin(character) {
            Some(letter) if row == 0 => column = column.checked_mul(26)?.checked_add(letter)?,
            None => row = row.checked_mul(10)?.checked_add(character.to_digit(10)?)?,
            Some(_) => return None,
        }
        if column > MAX_COLUMN || row > MAX_ROW || (column == 0 && row > 0) {
            return None;
        }
    }
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// The number of a column letter, from one.
fn latin(character: char) -> Option<u32> {
    let upper = match character.to_uppercase().next()? {
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'К' => 'K',
        'М' => 'M',
        'О' => 'O',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        'У' => 'Y',
        other => other,
    };
    upper.is_ascii_uppercase().then(|| u32::from(upper) - u32::from('A') + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::column_letters;
    use proptest::prelude::*;

    #[test]
    fn addresses_and_ranges_are_read() {
        assert_eq!(parse_address("A1"), Some((0, 0)));
        assert_eq!(parse_address("$C$7"), Some((6, 2)));
        assert_eq!(parse_address("С7"), Some((6, 2)), "the letter is Russian");
        assert_eq!(Range::parse("A1:D20"), Some(Range { top: 0, left: 0, bottom: 19, right: 3 }));
        for wrong in ["", "A", "7", "A0", "7A", "A1B", "XFE1", "A1048577", "A99999999999", "Ж1", "A-1"] {
            assert_eq!(parse_address(wrong), None, "{wrong}");
        }
        assert_eq!(Range::parse("D20:A1"), None);
        assert_eq!(Range::parse("A1"), None);
    }

    proptest! {
        #[test]
        fn an_address_is_read_back(row in 0..MAX_ROW, column in 0..MAX_COLUMN) {
            let address = format!("{}{}", column_letters(column), row + 1);
            prop_assert_eq!(parse_address(&address), Some((row, column)));
        }

        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,8}") {
            let _ = (parse_address(&text), Range::parse(&text));
        }
    }
}

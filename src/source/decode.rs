//! Bytes of a text file as text, whatever program saved it.

use encoding_rs::{IBM866, KOI8_R, UTF_16BE, UTF_16LE, WINDOWS_1251};

/// How a text file was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with a byte order mark: «Текст Юникод» of Excel and the Notepad.
    Utf16,
    /// Windows-1251, the Russian encoding of old Windows programs.
    Windows1251,
    /// CP866, the Russian encoding of DOS; accounting programs still export it.
    Cp866,
}

/// Why bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText {
    /// The first line, counted from one, that is none.
    pub line: usize,
    /// The encoding in which most of the file is written, where one can be told.
    pub nearly: Option<Encoding>,
}

/// The text of a file without its byte order mark, and how it was saved. What is not UTF-8 is
/// read as Windows-1251 or as CP866, whichever gives Russian words with fewer odd signs.
///
/// # Errors
/// Which line is not text: a file in no such encoding, or a broken one.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), NotText> {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes)
        && (encoding == UTF_16LE || encoding == UTF_16BE)
    {
        let (text, _, broken) = encoding.decode(bytes);
        let line = || 1 + text.split('\u{fffd}').next().map_or(0, |before| before.matches('\n').count());
        return match broken {
            true => Err(NotText { line: line(), nearly: Some(Encoding::Utf16) }),
            false => Ok((text.into_owned(), Encoding::Utf16)),
        };
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok((text.to_owned(), Encoding::Utf8)),
        Err(error) => error,
    };
    let line = || 1 + bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count();
    if is_nearly_utf8(bytes) {
        return Err(NotText { line: line(), nearly: Some(Encoding::Utf8) });
    }
    let old = [(WINDOWS_1251, Encoding::Windows1251), (IBM866, Encoding::Cp866)];
    let read = old.into_iter().filter_map(|(encoding, name)| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        Some((odd_signs(&text, bytes)?, text, name))
    });
    match read.min_by_key(|(odd, ..)| *odd) {
        Some((_, text, encoding)) => Ok((text.into_owned(), encoding)),
        None => Err(NotText { line: line(), nearly: None }),
    }
}

/// Whether more letters than not are UTF-8: Russian text in an old encoding has hardly a pair of
/// letters that is.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (good, bad) = bytes.utf8_chunks().fold((0, 0), |(good, bad), chunk| {
        let wide = chunk.valid().chars().filter(|char| !char.is_ascii()).count();
        (good + wide, bad + usize::from(!chunk.invalid().is_empty()))
    });
    good > bad
}

/// `text` as bytes in the encoding of a file with the bytes `like`, with its byte order mark;
/// `None` where that encoding has no sign for a letter, so that nothing is ever written that
/// would not read back.
pub fn encode_like(text: &str, like: &[u8]) -> Option<Vec<u8>> {
    let (old, encoding) = decode(like).ok()?;
    let new = encoded(text, encoding, like)?;
    let returns = encoded(&old, encoding, like).as_deref() == Some(like);
    (returns && decode(&new) == Ok((text.to_owned(), encoding))).then_some(new)
}

fn encoded(text: &str, encoding: Encoding, like: &[u8]) -> Option<Vec<u8>> {
    let units = || std::iter::once(0xfeff).chain(text.encode_utf16());
    match encoding {
        Encoding::Utf8 if like.starts_with(b"\xef\xbb\xbf") => Some(format!("\u{feff}{text}").into_bytes()),
        Encoding::Utf8 => Some(text.as_bytes().to_owned()),
        Encoding::Utf16 if like.starts_with(b"\xff\xfe") => {
            Some(units().flat_map(u16::to_le_bytes).collect())
        }
        Encoding::Utf16 => Some(units().flat_map(u16::to_be_bytes).collect()),
        Encoding::Windows1251 => {
            let (bytes, _, lacking) = WINDOWS_1251.encode(text);
            (!lacking).then(|| bytes.into_owned())
        }
        Encoding::Cp866 => {
            let (bytes, _, lacking) = IBM866.encode(text);
            (!lacking).then(|| bytes.into_owned())
        }
    }
}

/// How many signs of a text are odd, where what is not ASCII is nearly all Russian letters and
/// the signs of Russian typing, and there is nothing that no text has; else `None`. Bytes of other
/// files and of other encodings give odd signs, or (KOI8-R has the cases exchanged) capitals.
fn odd_signs(text: &str, bytes: &[u8]) -> Option<usize> {
    let (mut small, mut large, mut odd) = (0_usize, 0_usize, 0_usize);
    // DOS programs end a text with Ctrl-Z.
    let text = text.trim_end_matches('\u{1a}');
    for char in text.chars().filter(|char| !char.is_ascii() || char.is_ascii_control()) {
        match char {
            'а'..='я' | 'ё' => small += 1,
            'А'..='Я' | 'Ё' => large += 1,
            '\n' | '\r' | '\t' | '«' | '»' | '№' | '–' | '—' | '„' | '“' | '”' | '…' | '\u{a0}' | '’'
            | '§' | '°' => {}
            _ => odd += 1,
        }
    }
    // A table may have no Russian letter, only the no-break spaces in its numbers.
    let plausible = small >= large || are_capitals(text, bytes);
    (odd * 20 <= small + large && plausible && !text.contains('\0')).then_some(odd)
}

/// Whether a text of many capitals, such as «МБОУ СОШ», is Russian: its bytes read as KOI8-R give
/// no more vowels. A few letters tell nothing.
fn are_capitals(text: &str, bytes: &[u8]) -> bool {
    const FEW: usize = 10;
    let vowels = |text: &str| text.chars().filter(|char| "АЕЁИОУЫЭЮЯаеёиоуыэюя".contains(*char)).count();
    let (koi8, _) = KOI8_R.decode_without_bom_handling(bytes);
    let letters = text.chars().filter(|char| char.is_alphabetic());
    vowels(text) >= vowels(&koi8) || (letters.count() < FEW && !text.contains(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_order_marks_are_read_and_dropped() {
        assert_eq!(decode("\u{feff}срок: 1".as_bytes()), Ok(("срок: 1".into(), Encoding::Utf8)));
        let little: Vec<u8> = "\u{feff}срок".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{feff}срок".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&little), Ok(("срок".into(), Encoding::Utf16)));
        assert_eq!(decode(&big), Ok(("срок".into(), Encoding::Utf16)));
    }

    #[test]
    fn old_russian_text_is_read() {
        let (bytes, _, _) = WINDOWS_1251.encode("пункты:\r\n  - Открыть «Школу» № 5 – и всё\r\n");
        let (text, encoding) = decode(&bytes).expect("it is Russian");
        assert_eq!(
            (text.as_str(), encoding),
            ("пункты:\r\n  - Открыть «Школу» № 5 – и всё\r\n", Encoding::Windows1251)
        );
        let (bytes, _, _) = WINDOWS_1251.encode("РЕЗОЛЮЦИЯ");
        assert!(decode(&bytes).is_ok(), "capitals alone are Russian too");
        let spaces = decode(b"pupils;1\xa0234\r\n");
        assert_eq!(spaces, Ok(("pupils;1\u{a0}234\r\n".into(), Encoding::Windows1251)));
    }

    #[test]
    fn the_two_old_encodings_are_told_apart() {
        for text in [
            "Наименование;План\r\nОбщее образование;1 234,5\r\n",
            "ШКОЛА № 5;ПЛАН",
            "План;Факт\r\nМБОУ СОШ № 1;5\r\nМБОУ СОШ № 2;6\r\nМБДОУ ЦРР № 3;7\r\n",
            "Ёлочка;5\r\nсады;6",
            "Подъезд; съёмка; щука – эхо",
        ] {
            for (encoding, name) in [(WINDOWS_1251, Encoding::Windows1251), (IBM866, Encoding::Cp866)] {
                let (bytes, _, lacking) = encoding.encode(text);
                if !lacking {
                    assert_eq!(decode(&bytes), Ok((text.to_owned(), name)));
                }
            }
        }
        let (dos, _, _) = IBM866.encode("имя;план\r\nсады;5\r\n\u{1a}");
        assert_eq!(decode(&dos).map(|(_, encoding)| encoding), Ok(Encoding::Cp866), "Ctrl-Z ends a DOS text");
    }

    #[test]
    fn a_file_is_written_in_its_own_encoding() {
        let (old, new) = ("срок: два  года\r\n", "срок: два\u{a0}года – № 5\r\n");
        let (windows, _, _) = WINDOWS_1251.encode(old);
        let (windows_new, _, _) = WINDOWS_1251.encode(new);
        assert_eq!(encode_like(new, &windows).as_deref(), Some(&*windows_new));
        assert_eq!(encode_like("срок: 5 ₽", &windows), None, "it has no sign for the rouble");
        for units in [u16::to_le_bytes, u16::to_be_bytes] {
            let wide =
                |text: &str| format!("\u{feff}{text}").encode_utf16().flat_map(units).collect::<Vec<u8>>();
            assert_eq!(encode_like(new, &wide(old)), Some(wide(new)));
        }
        let (dos, dos_new) = (IBM866.encode(old).0, "срок: три года № 5\r\n");
        assert_eq!(encode_like(dos_new, &dos).as_deref(), Some(&*IBM866.encode(dos_new).0));
        let marked = |text: &str| format!("\u{feff}{text}").into_bytes();
        assert_eq!(encode_like(new, &marked(old)), Some(marked(new)));
        assert_eq!(encode_like(new, old.as_bytes()).as_deref(), Some(new.as_bytes()));
    }

    #[test]
    fn what_is_no_text_names_its_line() {
        let none = |line| Err(NotText { line, nearly: None });
        assert_eq!(decode(b"a: 1\nb: \xff\xfe\x00\x01\x02"), none(2));
        // Words in KOI8-R read as exchanged capitals.
        assert_eq!(decode(b"\n\xd0\xd5\xce\xcb\xd4\xd9\xf0\xf5"), none(2));
        let (small, _, _) = KOI8_R.encode("наименование;план\nобщее образование;5\n");
        assert_eq!(decode(&small), none(1));
    }

    #[test]
    fn a_broken_file_names_its_encoding_and_line() {
        let broken = |line, encoding| Err(NotText { line, nearly: Some(encoding) });
        let mut cut = "Общее образование\nещё строка".as_bytes().to_vec();
        cut.pop();
        assert_eq!(decode(&cut), broken(2, Encoding::Utf8));
        let lone: Vec<u8> =
            [0xfeff, 0x043f, 0x0a, 0xd83d, 0x0a].into_iter().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&lone), broken(2, Encoding::Utf16));
        assert_eq!(decode(b"\xff\xfe\x3f\x04\x0a"), broken(1, Encoding::Utf16), "half a letter");
    }
}

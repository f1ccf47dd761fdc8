//! Bytes of a text file as text, whatever program saved it.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1251};

/// How a text file was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with a byte order mark: «Текст Юникод» of Excel and the Notepad.
    Utf16,
    /// Windows-1251, the Russian encoding of old Windows programs.
    Windows1251,
}

/// The text of a file without its byte order mark, and how it was saved. What is not UTF-8 is
/// read as Windows-1251 where that gives Russian words; else the error is the number of the first
/// line (from one) that is not text.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), usize> {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes)
        && (encoding == UTF_16LE || encoding == UTF_16BE)
    {
        let (text, _, broken) = encoding.decode(bytes);
        return if broken { Err(1) } else { Ok((text.into_owned(), Encoding::Utf16)) };
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok((text.to_owned(), Encoding::Utf8)),
        Err(error) => error,
    };
    let (text, broken) = WINDOWS_1251.decode_without_bom_handling(bytes);
    match !broken && is_russian(&text) {
        true => Ok((text.into_owned(), Encoding::Windows1251)),
        false => Err(1 + bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count()),
    }
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
    }
}

/// Whether what is not ASCII is nearly all Russian letters and the signs of Russian typing, most
/// of them small letters, and there is nothing that no text has. Bytes of other files and of
/// other encodings (KOI8-R has the cases exchanged) give capitals and odd signs.
fn is_russian(text: &str) -> bool {
    let (mut small, mut large, mut odd) = (0_usize, 0_usize, 0_usize);
    for char in text.chars().filter(|char| !char.is_ascii() || char.is_ascii_control()) {
        match char {
            'а'..='я' | 'ё' => small += 1,
            'А'..='Я' | 'Ё' => large += 1,
            '\n' | '\r' | '\t' | '«' | '»' | '№' | '–' | '—' | '„' | '“' | '”' | '…' | '\u{a0}' | '’'
            | '§' | '°' => {}
            _ => odd += 1,
        }
    }
    // A header row may be all capitals; two small letters in a word of capitals are rare.
    let cased = small >= large || small == 0;
    small + large > 0 && odd * 20 <= small + large && cased && !text.contains('\0')
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
        let marked = |text: &str| format!("\u{feff}{text}").into_bytes();
        assert_eq!(encode_like(new, &marked(old)), Some(marked(new)));
        assert_eq!(encode_like(new, old.as_bytes()).as_deref(), Some(new.as_bytes()));
    }

    #[test]
    fn what_is_no_text_names_its_line() {
        assert_eq!(decode(b"a: 1\nb: \xff\xfe\x00\x01\x02"), Err(2));
        // The same word in KOI8-R reads as exchanged capitals.
        assert_eq!(decode(b"\n\xd0\xd5\xce\xcb\xd4\xd9\xf0\xf5"), Err(2));
    }
}

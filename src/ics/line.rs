//! The lines of a calendar: escaped, and folded after 75 bytes (RFC 5545, 3.1 and 3.3.11).

/// A line has at most so many bytes, its break not counted.
const LONGEST: usize = 75;

/// A calendar that is being written.
#[derive(Debug, Default)]
pub(super) struct Calendar {
    text: String,
}

impl Calendar {
    /// A line whose value needs no escapes.
    pub fn line(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// A line with words.
    pub fn text(&mut self, name: &str, words: &str) {
        self.fold(&format!("{name}:{}", escaped(words)));
    }

    /// Whether an event was written.
    pub fn has_events(&self) -> bool {
        self.text.contains("BEGIN:VEVENT")
    }

    /// The bytes of the file.
    pub fn finish(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// Writes a line, no character divided; what goes on begins with a space, which counts.
    fn fold(&mut self, line: &str) {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > LONGEST {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(c);
            length += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\u{a0}' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_is_folded_and_comes_back(words in "\\PC{0,300}") {
            let mut calendar = Calendar::default();
            calendar.text("SUMMARY", &words);
            let text = String::from_utf8(calendar.finish()).unwrap();
            for line in text.split("\r\n") {
                prop_assert!(line.len() <= LONGEST);
            }
            let unfolded = text.replace("\r\n ", "");
            prop_assert_eq!(unfolded.trim_end_matches("\r\n"), format!("SUMMARY:{}", escaped(&words)));
        }
    }

    #[test]
    fn signs_of_the_format_are_escaped() {
        assert_eq!(escaped("а; б, в\\г\nд\u{a0}е\u{7}"), "а\\; б\\, в\\\\г\\nд е");
    }
}

//! Records of an `.xls` workbook and the strings in them ([MS-XLS] 2.1.4, 2.5.293).

use super::cfb::read_u16;

/// The type of a record that continues the one before it.
const CONTINUE: u16 = 0x003C;

/// A record.
pub(super) struct Record<'a> {
    pub kind: u16,
    pub data: &'a [u8],
    /// The data of the records that continue it.
    pub more: Vec<&'a [u8]>,
}

/// The records of a stream; a cut one ends it.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub fn new(stream: &'a [u8]) -> Records<'a> {
        Records { rest: stream }
    }

    fn cut(&mut self) -> Option<(u16, &'a [u8])> {
        let kind = read_u16(self.rest, 0)?;
        let end = 4 + usize::from(read_u16(self.rest, 2)?);
        let data = self.rest.get(4..end)?;
        self.rest = self.rest.get(end..)?;
        Some((kind, data))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, data) = self.cut()?;
        let mut more = Vec::new();
        while read_u16(self.rest, 0) == Some(CONTINUE)
            && let Some((_, data)) = self.cut()
        {
            more.push(data);
        }
        Some(Record { kind, data, more })
    }
}

/// Reads through a record and those that continue it. Every method gives `None` where the data
/// break off.
pub(super) struct Chunks<'a> {
    now: &'a [u8],
    later: std::vec::IntoIter<&'a [u8]>,
}

impl<'a> Chunks<'a> {
    pub fn new(record: &Record<'a>) -> Chunks<'a> {
        Chunks { now: record.data, later: record.more.clone().into_iter() }
    }

    pub fn u8(&mut self) -> Option<u8> {
        while self.now.is_empty() {
            self.now = self.later.next()?;
        }
        let (&first, rest) = self.now.split_first()?;
        self.now = rest;
        Some(first)
    }

    pub fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    pub fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    pub fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > self.now.len() {
            count -= self.now.len();
            self.now = self.later.next()?;
        }
        self.now = self.now.get(count..)?;
        Some(())
    }

    /// A string after its length in one byte.
    pub fn short_string(&mut self) -> Option<String> {
        let length = self.u8()?;
        let wide = self.u8()? & 1 != 0;
        self.characters(length.into(), wide)
    }

    /// A string after its length in two bytes.
    pub fn long_string(&mut self) -> Option<String> {
        let length = self.u16()?;
        if length == 0 {
            return Some(String::new());
        }
        let wide = self.u8()? & 1 != 0;
        self.characters(length.into(), wide)
    }

    /// The shared strings, after the two counts that nobody needs.
    pub fn table(&mut self) -> Option<Vec<String>> {
        self.skip(4)?;
        let count = self.u32()?;
        let mut strings = Vec::new();
        for _ in 0..count {
            match self.rich_string() {
                Some(text) => strings.push(text),
                None => break, // some programs count more strings than they write
            }
        }
        Some(strings)
    }

    /// A string that may have fonts and phonetic data, which are skipped.
    fn rich_string(&mut self) -> Option<String> {
        let length = self.u16()?;
        let flags = self.u8()?;
        let runs = if flags & 8 != 0 { usize::from(self.u16()?) } else { 0 };
        let extra = if flags & 4 != 0 { self.u32()? as usize } else { 0 };
        let text = self.characters(length.into(), flags & 1 != 0)?;
        self.skip(runs * 4)?;
        self.skip(extra)?;
        Some(text)
    }

    /// Characters of one or two bytes. Where a string goes on in the next record, that begins
    /// with a byte which says anew how wide they are.
    fn characters(&mut self, length: usize, mut wide: bool) -> Option<String> {
        let mut units = Vec::new();
        while units.len() < length {
            if self.now.is_empty() {
                self.now = self.later.next()?;
                wide = self.u8()? & 1 != 0;
            }
            units.push(if wide { self.u16()? } else { self.u8()?.into() });
        }
        Some(String::from_utf16_lossy(&units))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_goes_on_in_the_next_record_with_another_width() {
        let text: Vec<u8> = "ёж".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let first = [&[0, 0, 0, 0, 1, 0, 0, 0, 4, 0, 1], text.as_slice()].concat();
        let record = Record { kind: 0x00FC, data: &first, more: vec![&[0, b'i', b'k']] };
        assert_eq!(Chunks::new(&record).table(), Some(vec!["ёжik".to_owned()]));
    }

    #[test]
    fn cut_records_end_the_stream() {
        let stream = [0x0A, 0, 2, 0, 7, 7, 0x0A, 0, 9, 0, 1];
        let kinds: Vec<&[u8]> = Records::new(&stream).map(|record| record.data).collect();
        assert_eq!(kinds, [&[7, 7]]);
    }
}

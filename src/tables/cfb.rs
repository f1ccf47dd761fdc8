//! OLE files, in which `.xls` workbooks lie ([MS-CFB]); every chain of sectors is followed for
//! as many steps as the file has sectors, so that a ring ends.

/// The bytes with which they begin.
pub(super) const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Streams shorter than this lie in the mini stream.
const MINI_CUTOFF: usize = 4096;
const MINI_SECTOR: usize = 64;
/// Sector numbers from here on have a special meaning (end of chain, free and so on).
const SPECIAL: u32 = 0xFFFF_FFFA;

/// An OLE file.
pub(super) struct Cfb<'a> {
    bytes: &'a [u8],
    sector: usize,
    fat: Vec<u32>,
    mini_fat: Vec<u32>,
    mini_stream: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    size: usize,
}

impl<'a> Cfb<'a> {
    /// Reads the directory; `None` where it is broken.
    pub fn open(bytes: &'a [u8]) -> Option<Cfb<'a>> {
        let sector = match read_u16(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut file = Cfb {
            bytes,
            sector,
            fat: Vec::new(),
            mini_fat: Vec::new(),
            mini_stream: Vec::new(),
            entries: Vec::new(),
        };
        file.fat = file.read_fat()?;
        let directory = file.chain(read_u32(bytes, 48)?)?;
        file.entries = directory.chunks_exact(128).filter_map(entry).collect();
        let mini_fat = read_u32(bytes, 60)?;
        if mini_fat < SPECIAL {
            file.mini_fat = words(&file.chain(mini_fat)?);
            let root = file.entries.first()?;
            file.mini_stream = if root.start < SPECIAL { file.chain(root.start)? } else { Vec::new() };
        }
        Some(file)
    }

    /// Whether there is a stream of this name.
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of a stream; `None` where it is missing or broken.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        let mut bytes =
            if entry.size < MINI_CUTOFF { self.mini_chain(entry.start)? } else { self.chain(entry.start)? };
        bytes.truncate(entry.size);
        Some(bytes)
    }

    fn at(&self, number: u32) -> Option<&'a [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }

    /// The table that chains sectors: 109 of its sectors are named in the header, the others in
    /// a chain of their own.
    fn read_fat(&self) -> Option<Vec<u32>> {
        let mut numbers = words(self.bytes.get(76..512)?);
        let mut next = read_u32(self.bytes, 68)?;
        let mut steps = self.bytes.len() / self.sector;
        while next < SPECIAL {
            steps = steps.checked_sub(1)?;
            let mut more = words(self.at(next)?);
            next = more.pop()?;
            numbers.extend(more);
        }
        let mut fat = Vec::new();
        // The table names each sector of the file once; more of it would be a repetition.
        let most = self.bytes.len() / self.sector + self.sector;
        for number in numbers.into_iter().filter(|&number| number < SPECIAL) {
            fat.extend(words(self.at(number)?));
            if fat.len() > most {
                break;
            }
        }
        Some(fat)
    }

    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut next = start;
        let mut steps = self.bytes.len() / self.sector + 1;
        while next < SPECIAL {
            steps = steps.checked_sub(1)?;
            bytes.extend_from_slice(self.at(next)?);
            next = *self.fat.get(next as usize)?;
        }
        Some(bytes)
    }

    fn mini_chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut next = start;
        let mut steps = self.mini_stream.len() / MINI_SECTOR + 1;
        while next < SPECIAL {
            steps = steps.checked_sub(1)?;
            let from = (next as usize).checked_mul(MINI_SECTOR)?;
            let to = from.checked_add(MINI_SECTOR)?.min(self.mini_stream.len());
            bytes.extend_from_slice(self.mini_stream.get(from..to)?);
            next = *self.mini_fat.get(next as usize)?;
        }
        Some(bytes)
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let units: Vec<u16> = (0..32).filter_map(|index| read_u16(bytes, index * 2)).collect();
    let name = String::from_utf16_lossy(units.split(|&unit| unit == 0).next()?);
    Some(Entry { name, start: read_u32(bytes, 116)?, size: read_u32(bytes, 120)? as usize })
}

fn words(bytes: &[u8]) -> Vec<u32> {
    (0..bytes.len() / 4).filter_map(|index| read_u32(bytes, index * 4)).collect()
}

/// Two bytes, the low one first.
pub(super) fn read_u16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// Four bytes, the low ones first.
pub(super) fn read_u32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// Eight bytes of a floating-point number.
pub(super) fn read_f64(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

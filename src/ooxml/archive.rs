//! Zip archives in the making (PKWARE's APPNOTE, 4.3), as Office files are (ISO/IEC 29500-2, B).

use crate::deflate;
use flate2::Crc;
use std::io;

/// Smaller parts are stored as they are: making the deflate state anew costs more than is saved.
const WORTH_DEFLATING: usize = 1024;
/// Methods (4.4.5).
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// Versions of the format that know them (4.4.3.2).
const VERSION_1_0: u16 = 10;
const VERSION_2_0: u16 = 20;
/// Who made an entry, and so how its mode is written (4.4.2): Unix.
const UNIX: u16 = 3 << 8;
/// A file that its owner may write and all may read: Word for Mac is said to offer a repair
/// where the mode is zero.
const MODE: u32 = 0o100_644 << 16;
/// 1 January 1980 (4.4.6).
const DATE: u16 = 1 << 5 | 1;
const MIDNIGHT: u16 = 0;
const NO_EXTRA_FIELD: u16 = 0;
/// The flag of names that are not ASCII: they are UTF-8 (4.4.4, bit 11).
const UTF_8: u16 = 1 << 11;

/// A part of another archive, deflated there.
#[derive(Clone, Copy, Debug)]
pub struct Deflated {
    /// Its deflated bytes.
    pub bytes: &'static [u8],
    /// How many bytes they were before.
    pub size: u32,
    /// The checksum of those (CRC-32).
    pub checksum: u32,
}

/// An archive to which parts are added.
///
/// The bytes are the same on every run: parts stand in the order in which they were added, and
/// dates and modes are always the same.
#[derive(Debug, Default)]
pub(super) struct Archive {
    bytes: Vec<u8>,
    /// The central directory (4.3.12).
    directory: Vec<u8>,
    entries: u16,
}

impl Archive {
    /// No parts yet; their bytes are expected to be so many.
    pub fn with_capacity(bytes: usize) -> Archive {
        Archive { bytes: Vec::with_capacity(bytes), ..Archive::default() }
    }

    /// Adds a part.
    ///
    /// # Errors
    /// The part, the archive or their number is larger than the format can say.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut checksum = Crc::new();
        checksum.update(bytes);
        let (size, checksum) = (bytes.len(), checksum.sum());
        if size < WORTH_DEFLATING {
            return self.entry(name, STORED, bytes, size, checksum);
        }
        let stream = deflate::zlib(bytes)?;
        self.entry(name, DEFLATED, deflate::bare(&stream), size, checksum)
    }

    /// Adds a part as another archive has it.
    ///
    /// # Errors
    /// As for [`Archive::add`].
    pub fn copy(&mut self, name: &str, part: Deflated) -> io::Result<()> {
        self.entry(name, DEFLATED, part.bytes, part.size as usize, part.checksum)
    }

    fn entry(&mut self, name: &str, method: u16, data: &[u8], size: usize, checksum: u32) -> io::Result<()> {
        let version = if method == STORED { VERSION_1_0 } else { VERSION_2_0 };
        let flags = if name.is_ascii() { 0 } else { UTF_8 };
        let offset: u32 = fitting(self.bytes.len())?;
        let about = [
            [version, flags, method, MIDNIGHT, DATE].map(u16::to_le_bytes).concat(),
            [checksum, fitting(data.len())?, fitting(size)?].map(u32::to_le_bytes).concat(),
            [fitting(name.len())?, NO_EXTRA_FIELD].map(u16::to_le_bytes).concat(),
        ]
        .concat();
        self.entries = self.entries.checked_add(1).ok_or_else(too_large)?;
        for part in [b"PK\x03\x04", &about[..], name.as_bytes(), data] {
            self.bytes.extend_from_slice(part);
        }
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend((UNIX | version).to_le_bytes());
        self.directory.extend(about);
        // No comment, the first disk, bytes rather than text (4.4.12 to 4.4.14).
        self.directory.extend([0; 6]);
        self.directory.extend([MODE, offset].map(u32::to_le_bytes).concat());
        self.directory.extend(name.as_bytes());
        Ok(())
    }

    /// The whole archive.
    ///
    /// # Errors
    /// As for [`Archive::add`].
    pub fn finish(mut self) -> io::Result<Vec<u8>> {
        let (size, offset): (u32, u32) = (fitting(self.directory.len())?, fitting(self.bytes.len())?);
        self.bytes.append(&mut self.directory);
        self.bytes.extend(b"PK\x05\x06");
        // This disk and that of the directory; how many entries are on it, and how many in all (4.3.16).
        self.bytes.extend([0, 0, self.entries, self.entries].map(u16::to_le_bytes).concat());
        self.bytes.extend([size, offset].map(u32::to_le_bytes).concat());
        let no_comment: u16 = 0;
        self.bytes.extend(no_comment.to_le_bytes());
        Ok(self.bytes)
    }
}

/// A length as the format writes it.
fn fitting<T: TryFrom<usize>>(length: usize) -> io::Result<T> {
    T::try_from(length).map_err(|_| too_large())
}

fn too_large() -> io::Error {
    io::Error::other("too large for a zip archive")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};
    use zip::{DateTime, ZipArchive};

    fn archive() -> Vec<u8> {
        let mut archive = Archive::default();
        archive.add("a.xml", b"<a/>").unwrap();
        archive.add("слово.xml", "слово ".repeat(1000).as_bytes()).unwrap();
        archive.finish().unwrap()
    }

    #[test]
    fn parts_come_back_with_fixed_dates_and_modes() {
        let mut archive = ZipArchive::new(Cursor::new(archive())).unwrap();
        let expected = [("a.xml", "<a/>".to_owned()), ("слово.xml", "слово ".repeat(1000))];
        assert_eq!(archive.len(), expected.len());
        for (at, (name, text)) in expected.iter().enumerate() {
            let mut file = archive.by_index(at).unwrap();
            let mut read = String::new();
            file.read_to_string(&mut read).unwrap();
            assert_eq!((file.name().unwrap().as_ref(), &read), (*name, text));
            assert_eq!(file.unix_mode().map(|mode| mode & 0o7777), Some(0o644));
            assert_eq!(file.last_modified(), Some(DateTime::default()));
        }
    }

    #[test]
    fn what_is_too_long_is_refused() {
        let name = "n".repeat(70_000);
        assert!(Archive::default().add(&name, b"").is_err());
    }
}

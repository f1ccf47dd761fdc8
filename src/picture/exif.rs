//! The one thing that is wanted of a photograph's EXIF data: how it is to be turned.

/// `Orientation` (EXIF 2.32, table 4).
const ORIENTATION: u16 = 0x0112;
/// More entries than these in the first directory are not looked at.
const MOST_ENTRIES: usize = 512;

/// Whether a photograph is to be turned or mirrored before it is shown; `data` is the segment
/// APP1 of a JPEG file.
pub(super) fn is_turned(data: &[u8]) -> bool {
    orientation(data).is_some_and(|orientation| (2..=8).contains(&orientation))
}

fn orientation(data: &[u8]) -> Option<u16> {
    let tiff = data.strip_prefix(b"Exif\0\0")?;
    let order = tiff.get(..2)?;
    let short = |at: usize| -> Option<u16> {
        let bytes = [*tiff.get(at)?, *tiff.get(at + 1)?];
        Some(if order == b"II" { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let (high, low) = if order == b"II" { (short(6)?, short(4)?) } else { (short(4)?, short(6)?) };
    let directory = (usize::from(high) << 16) + usize::from(low);
    let count = usize::from(short(directory)?).min(MOST_ENTRIES);
    let entries = (0..count).map(|entry| directory + 2 + entry * 12);
    let mut found = entries.filter(|entry| short(*entry) == Some(ORIENTATION));
    short(found.next()? + 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A directory with one entry, in either order of bytes.
    fn segment(little: bool, orientation: u16) -> Vec<u8> {
        let short = |value: u16| if little { value.to_le_bytes() } else { value.to_be_bytes() };
        let long = |value: u32| if little { value.to_le_bytes() } else { value.to_be_bytes() };
        let head = [&b"Exif\0\0"[..], if little { &b"II"[..] } else { b"MM" }, &short(42), &long(8)].concat();
        let entry = [&short(ORIENTATION)[..], &short(3), &long(1), &short(orientation), &[0, 0]].concat();
        [head, short(1).to_vec(), entry, vec![0; 4]].concat()
    }

    #[test]
    fn turned_photographs_are_told_from_upright_ones() {
        for little in [false, true] {
            assert!(!is_turned(&segment(little, 1)));
            assert!(is_turned(&segment(little, 6)));
            assert!(is_turned(&segment(little, 8)));
        }
        assert!(!is_turned(b"Exif\0\0MM\0"));
        assert!(!is_turned(b"http://ns.adobe.com/xap/1.0/"));
    }
}

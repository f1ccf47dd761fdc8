//! The output intent: the colours are those of sRGB (ISO 19005-2, 6.2.3).

use super::{File, name};
use lopdf::{Object, dictionary};

/// An sRGB profile of version 2 made for this program; a test below makes it again.
const SRGB: &[u8] = include_bytes!("srgb.icc");

impl File<'_> {
    /// The dictionary for the catalogue.
    pub(super) fn add_output_intent(&mut self) -> Object {
        let profile = self.add_stream(dictionary! { "N" => 3 }, SRGB.to_vec());
        let intent = dictionary! {
            "Type" => name("OutputIntent"),
            "S" => name("GTS_PDFA1"),
            "OutputConditionIdentifier" => Object::string_literal("sRGB"),
            "Info" => Object::string_literal("sRGB IEC61966-2.1"),
            "DestOutputProfile" => profile,
        };
        intent.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The recipe: ICC.1:2001-04 (version 2), primaries and curve of IEC 61966-2-1 adapted to
    /// D50. It is kept out of the program so that no machine's arithmetic gets into a file.
    fn make_profile() -> Vec<u8> {
        let tags: Vec<([u8; 4], Vec<u8>)> = vec![
            (*b"desc", description("sRGB")),
            (*b"cprt", copyright("Public domain")),
            (*b"wtpt", xyz([0.9642, 1.0, 0.8249])),
            (*b"rXYZ", xyz([0.43607, 0.22249, 0.01392])),
            (*b"gXYZ", xyz([0.38515, 0.71687, 0.09708])),
            (*b"bXYZ", xyz([0.14307, 0.06061, 0.71410])),
            (*b"rTRC", curve()),
            (*b"gTRC", Vec::new()),
            (*b"bTRC", Vec::new()),
        ];
        assemble(&tags)
    }

    /// An empty tag shares the data of the tag before it.
    fn assemble(tags: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
        let (mut table, mut data) = ((tags.len() as u32).to_be_bytes().to_vec(), Vec::new());
        let start = 128 + 4 + 12 * tags.len();
        let mut place = (0, 0);
        for (tag, content) in tags {
            if !content.is_empty() {
                place = ((start + data.len()) as u32, content.len() as u32);
                data.extend(content);
                data.resize(data.len().next_multiple_of(4), 0);
            }
            table.extend([&tag[..], &place.0.to_be_bytes(), &place.1.to_be_bytes()].concat());
        }
        [header(start + data.len()), table, data].concat()
    }

    fn header(size: usize) -> Vec<u8> {
        let mut header = vec![0; 128];
        let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
        put(0, &(size as u32).to_be_bytes());
        put(8, &[2, 0x10, 0, 0]);
        put(12, b"mntrRGB XYZ ");
        // 2026-01-01 00:00:00
        put(24, &[0x07, 0xEA, 0, 1, 0, 1]);
        put(36, b"acsp");
        put(68, &fixed(0.9642));
        put(72, &fixed(1.0));
        put(76, &fixed(0.8249));
        header
    }

    fn fixed(value: f64) -> [u8; 4] {
        ((value * 65_536.0).round() as i32).to_be_bytes()
    }

    fn xyz(values: [f64; 3]) -> Vec<u8> {
        [b"XYZ \0\0\0\0".to_vec(), values.map(fixed).concat()].concat()
    }

    fn copyright(text: &str) -> Vec<u8> {
        [b"text\0\0\0\0", text.as_bytes(), b"\0"].concat()
    }

    fn description(text: &str) -> Vec<u8> {
        let length = (text.len() as u32 + 1).to_be_bytes();
        // No Unicode and no Macintosh form: 4 + 4 + 2 + 1 + 67 zeros.
        [b"desc\0\0\0\0", &length[..], text.as_bytes(), b"\0", &[0; 78]].concat()
    }

    fn curve() -> Vec<u8> {
        const POINTS: u32 = 256;
        let value = |index: u32| {
            let encoded = f64::from(index) / f64::from(POINTS - 1);
            let linear =
                if encoded <= 0.04045 { encoded / 12.92 } else { ((encoded + 0.055) / 1.055).powf(2.4) };
            ((linear * 65_535.0).round() as u16).to_be_bytes()
        };
        let points: Vec<u8> = (0..POINTS).flat_map(value).collect();
        [b"curv\0\0\0\0", &POINTS.to_be_bytes()[..], &points].concat()
    }

    /// `UPDATE_GOLDEN=1` writes the profile anew.
    #[test]
    fn the_profile_is_made_by_its_recipe() {
        let made = make_profile();
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/pdf/finish/srgb.icc");
            return std::fs::write(path, &made).expect("the profile can be written");
        }
        assert_eq!(made.len(), SRGB.len());
        // The last bit of a power may differ from one library to the next.
        for (at, (made, kept)) in made.iter().zip(SRGB).enumerate() {
            assert!(made.abs_diff(*kept) <= 1, "byte {at}");
        }
    }
}

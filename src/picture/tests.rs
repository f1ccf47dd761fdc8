use super::{Form, Picture};
use crate::source::{Language, Sources};
use flate2::{Compression, Crc, write::ZlibEncoder};
use std::io::Write;

/// A PNG file: colour type, depth, interlacing, rows of samples with their filter, more chunks.
struct Made {
    size: (u32, u32),
    color: u8,
    depth: u8,
    interlaced: bool,
    rows: Vec<u8>,
    chunks: Vec<([u8; 4], Vec<u8>)>,
}

impl Made {
    fn new(size: (u32, u32), color: u8, depth: u8, rows: &[&[u8]]) -> Made {
        Made { size, color, depth, interlaced: false, rows: rows.concat(), chunks: Vec::new() }
    }

    fn with(mut self, kind: &[u8; 4], data: &[u8]) -> Made {
        self.chunks.push((*kind, data.to_vec()));
        self
    }

    fn bytes(&self) -> Vec<u8> {
        let mut file = super::png::SIGNATURE.to_vec();
        let mut chunk = |kind: &[u8; 4], data: &[u8]| {
            file.extend((data.len() as u32).to_be_bytes());
            let mut sum = Crc::new();
            [kind, data].into_iter().for_each(|bytes| sum.update(bytes));
            file.extend([kind, data, &sum.sum().to_be_bytes()].concat());
        };
        let (width, height) = (self.size.0.to_be_bytes(), self.size.1.to_be_bytes());
        let tail = [self.depth, self.color, 0, 0, u8::from(self.interlaced)];
        chunk(b"IHDR", &[&width[..], &height, &tail].concat());
        self.chunks.iter().for_each(|(kind, data)| chunk(kind, data));
        let mut stream = ZlibEncoder::new(Vec::new(), Compression::new(1));
        stream.write_all(&self.rows).unwrap();
        chunk(b"IDAT", &stream.finish().unwrap());
        chunk(b"IEND", &[]);
        file
    }

    fn picture(&self) -> Picture {
        parse(self.bytes()).unwrap_or_else(|why| panic!("{why}"))
    }

    /// The dots from left to right, row by row.
    fn dots(&self) -> Vec<[u8; 4]> {
        let picture = self.picture();
        let pixels = picture.pixels().expect("dots");
        let at = |dot: usize| pixels.dot(dot % pixels.width, dot / pixels.width);
        (0..pixels.width * pixels.height).map(at).collect()
    }
}

fn parse(bytes: Vec<u8>) -> Result<Picture, String> {
    let source = Sources::default().add_binary("a.png");
    let said = |finding: crate::source::Finding| finding.message.text(Language::English, &finding.args);
    Picture::parse(source, bytes, "a.png").map_err(said)
}

fn grey(value: u8) -> [u8; 4] {
    [value, value, value, 255]
}

#[test]
fn samples_of_every_depth_become_eight_bits() {
    let one = Made::new((4, 1), 0, 1, &[&[0, 0b1010_0000]]);
    assert_eq!(one.dots(), [grey(255), grey(0), grey(255), grey(0)]);
    let two = Made::new((4, 1), 0, 2, &[&[0, 0b0001_1011]]);
    assert_eq!(two.dots(), [grey(0), grey(85), grey(170), grey(255)]);
    let four = Made::new((2, 1), 0, 4, &[&[0, 0x3C]]);
    assert_eq!(four.dots(), [grey(51), grey(204)]);
    let sixteen = Made::new((1, 1), 2, 16, &[&[0, 1, 99, 2, 99, 3, 99]]);
    assert_eq!(sixteen.dots(), [[1, 2, 3, 255]]);
}

#[test]
fn palettes_and_clear_colours_are_read() {
    let palette = Made::new((2, 1), 3, 8, &[&[0, 1, 0]]).with(b"PLTE", &[9, 8, 7, 6, 5, 4]);
    assert_eq!(palette.with(b"tRNS", &[0]).dots(), [[6, 5, 4, 255], [9, 8, 7, 0]]);
    let clear = Made::new((2, 1), 2, 8, &[&[0, 1, 2, 3, 3, 2, 1]]).with(b"tRNS", &[0, 1, 0, 2, 0, 3]);
    assert_eq!(clear.dots(), [[1, 2, 3, 0], [3, 2, 1, 255]]);
    assert_eq!(Made::new((1, 1), 4, 8, &[&[0, 50, 60]]).dots(), [[50, 50, 50, 60]]);
    assert_eq!(Made::new((1, 1), 6, 8, &[&[0, 1, 2, 3, 4]]).dots(), [[1, 2, 3, 4]]);
}

#[test]
fn every_filter_is_undone() {
    let rows: [&[u8]; 5] = [&[0, 10, 20], &[1, 30, 5], &[2, 1, 1], &[3, 4, 4], &[4, 5, 5]];
    let values: Vec<u8> = Made::new((2, 5), 0, 8, &rows).dots().iter().map(|dot| dot[0]).collect();
    // By hand after 9.2 of the standard.
    assert_eq!(values, [10, 20, 30, 35, 31, 36, 19, 31, 24, 36]);
}

#[test]
fn interlaced_files_show_the_same_as_others() {
    let dots: Vec<u8> = (0..35).map(|dot| dot * 7).collect();
    let plain: Vec<u8> = dots.chunks(5).flat_map(|row| [&[0], row].concat()).collect();
    let passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
    let mut mixed = Vec::new();
    for (left, top, across, down) in passes {
        for row in (top..7).step_by(down) {
            let line: Vec<u8> = (left..5).step_by(across).map(|column| dots[row * 5 + column]).collect();
            if !line.is_empty() {
                mixed.extend([&[0], line.as_slice()].concat());
            }
        }
    }
    let plain = Made { rows: plain, ..Made::new((5, 7), 0, 8, &[]) };
    let mixed = Made { rows: mixed, interlaced: true, ..Made::new((5, 7), 0, 8, &[]) };
    assert_eq!(plain.dots(), mixed.dots());
}

#[test]
fn clear_dots_lie_on_white_paper_where_there_is_no_opacity() {
    let picture = Made::new((3, 1), 4, 8, &[&[0, 0, 255, 0, 0, 100, 128]]).picture();
    let flat = picture.pixels().unwrap().into_owned().on_white();
    assert_eq!((flat.colors, flat.opacity), (vec![0, 255, 177], None));
}

#[test]
fn sizes_keep_their_ratio_and_resolution() {
    let rows: Vec<u8> = [0_u8; 41].repeat(20);
    let dense = 11_811_u32.to_be_bytes();
    let picture = Made { rows, ..Made::new((40, 20), 0, 8, &[]) };
    assert_eq!(picture.picture().natural_size(), (30.0, 15.0));
    assert_eq!(picture.picture().fitted(100.0, 10.0), (20.0, 10.0));
    let dense = picture.with(b"pHYs", &[&dense[..], &dense, &[1]].concat()).picture();
    assert!((dense.resolution - 300.0).abs() < 0.1, "{}", dense.resolution);
    assert_eq!(dense.form, Form::Png);
}

#[test]
fn whatever_is_cut_or_made_up_is_refused() {
    let whole = Made::new((4, 1), 0, 1, &[&[0, 0b1010_0000]]).bytes();
    for length in 0..whole.len() - 4 {
        assert!(parse(whole[..length].to_vec()).is_err(), "{length} bytes");
    }
    let short = Made::new((4, 2), 0, 8, &[&[0, 1, 2, 3, 4]]).bytes();
    assert_eq!(parse(short).unwrap_err(), "the picture “a.png” cannot be read: its data are damaged");
    let filter = Made::new((1, 1), 0, 8, &[&[9, 1]]).bytes();
    assert_eq!(parse(filter).unwrap_err(), "the picture “a.png” cannot be read: its data are damaged");
    let huge = Made::new((u32::MAX, u32::MAX), 0, 8, &[&[0]]).bytes();
    assert!(parse(huge).unwrap_err().contains("too large"));
    assert!(parse(Made::new((0, 5), 0, 8, &[&[0]]).bytes()).unwrap_err().contains("no dots"));
    assert!(parse(vec![0xFF, 0xD8, 0xFF, 0xC0, 0, 3, 8]).is_err());
}

//! The file format (ISO/IEC 15948): signature, header, one compressed stream of rows, end.

use flate2::Compression;
use flate2::Crc;
use flate2::write::ZlibEncoder;
use std::io::Write;

const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n'];
/// Dots to the metre: 144 to the inch.
const DENSITY: u32 = 5_669;

/// A picture of 8-bit red, green and blue; `pixels` are its rows from top to bottom.
pub(super) fn png(width: usize, height: usize, pixels: &[u8]) -> Vec<u8> {
    let mut file = SIGNATURE.to_vec();
    let size = |length: usize| (length as u32).to_be_bytes();
    let header = [&size(width)[..], &size(height), &[8, 2, 0, 0, 0]].concat();
    chunk(&mut file, b"IHDR", &header);
    let density = [&DENSITY.to_be_bytes()[..], &DENSITY.to_be_bytes(), &[1]].concat();
    chunk(&mut file, b"pHYs", &density);
    chunk(&mut file, b"IDAT", &rows(width, pixels));
    chunk(&mut file, b"IEND", &[]);
    file
}

/// The rows, each as its difference from the one above, compressed.
fn rows(width: usize, pixels: &[u8]) -> Vec<u8> {
    let mut stream = ZlibEncoder::new(Vec::new(), Compression::new(6));
    let blank = vec![0; width * 3];
    let mut above: &[u8] = &blank;
    for row in pixels.chunks(width * 3) {
        let mut line = vec![2];
        line.extend(row.iter().zip(above).map(|(own, above)| own.wrapping_sub(*above)));
        // Writing to memory does not fail.
        let _ = stream.write_all(&line);
        above = row;
    }
    stream.finish().unwrap_or_default()
}

fn chunk(file: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    file.extend((data.len() as u32).to_be_bytes());
    let mut sum = Crc::new();
    sum.update(kind);
    sum.update(data);
    file.extend(kind);
    file.extend(data);
    file.extend(sum.sum().to_be_bytes());
}

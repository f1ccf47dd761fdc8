//! Deflated bytes (RFC 1950, RFC 1951), which PDF and Office files have alike.

use flate2::{Compress, Compression, FlushCompress, Status};
use std::cell::RefCell;
use std::io;

thread_local! {
    /// One state for all streams: setting one up costs more than a small stream. Level 2 makes
    /// four pages 4 % longer than level 6, in half the time.
    static STATE: RefCell<Compress> = RefCell::new(Compress::new(Compression::new(2), true));
}

/// What stands before and after the deflated bytes of a zlib stream (RFC 1950, 2.2).
const HEADER: usize = 2;
const CHECKSUM: usize = 4;

/// Bytes as a zlib stream.
///
/// # Errors
/// Only if deflating fails, which no bytes can make it do.
pub fn zlib(bytes: &[u8]) -> io::Result<Vec<u8>> {
    STATE.with_borrow_mut(|state| {
        state.reset();
        // No stream grows by more than a few bytes per 16 kB (RFC 1951, 3.2.4).
        let mut stream = Vec::with_capacity(bytes.len() + bytes.len() / 1000 + 64);
        match state.compress_vec(bytes, &mut stream, FlushCompress::Finish)? {
            Status::StreamEnd => Ok(stream),
            _ => Err(io::Error::other("deflate")),
        }
    })
}

/// The deflated bytes within a zlib stream.
pub fn bare(zlib: &[u8]) -> &[u8] {
    zlib.get(HEADER..zlib.len().saturating_sub(CHECKSUM)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::{DeflateDecoder, ZlibDecoder};
    use std::io::Read;

    #[test]
    fn what_is_deflated_comes_back() {
        let noise: Vec<u8> = (0..200_000u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for bytes in [&b""[..], b"a", &[7; 100_000], &noise] {
            let stream = zlib(bytes).unwrap();
            let (mut whole, mut part) = (Vec::new(), Vec::new());
            ZlibDecoder::new(&stream[..]).read_to_end(&mut whole).unwrap();
            DeflateDecoder::new(bare(&stream)).read_to_end(&mut part).unwrap();
            assert!(whole == bytes && part == bytes, "{} bytes", bytes.len());
        }
    }
}

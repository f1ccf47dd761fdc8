//! Pictures in the dots of a page: each dot is the mean of what it covers.

use super::raster::Canvas;
use crate::picture::Pixels;

/// Draws dots into a rectangle of the canvas: left, upper, right, lower edge in dots of the
/// canvas.
pub(super) fn draw(canvas: &mut Canvas, pixels: &Pixels, [left, top, right, bottom]: [f32; 4]) {
    let (width, height) = (right - left, bottom - top);
    if width <= 0.0 || height <= 0.0 {
        return;
    }
    let columns = shares(left, width, pixels.width, canvas.width);
    let rows = shares(top, height, pixels.height, canvas.height);
    for row in &rows {
        for column in &columns {
            let ([red, green, blue], cover) = mean(pixels, column, row);
            canvas.blend(column.dot, row.dot, [red, green, blue], cover * column.cover * row.cover);
        }
    }
}

/// What one row or column of dots covers of a picture.
struct Share {
    /// Its number.
    dot: usize,
    /// How much of it lies on the picture.
    cover: f32,
    /// The picture's rows or columns below it, with their weights.
    parts: Vec<(usize, f32)>,
}

/// The rows or columns of dots on which `count` rows or columns of a picture are spread.
fn shares(from: f32, length: f32, count: usize, limit: usize) -> Vec<Share> {
    let (first, last) = (from.max(0.0).floor() as usize, (from + length).ceil().max(0.0) as usize);
    let step = count as f32 / length;
    let share = |dot: usize| {
        let (begin, end) = ((dot as f32).max(from), (dot as f32 + 1.0).min(from + length));
        let (begin_in, end_in) = ((begin - from) * step, (end - from) * step);
        let within = begin_in.floor() as usize..(end_in.ceil() as usize).min(count);
        let weight = |at: usize| (end_in.min(at as f32 + 1.0) - begin_in.max(at as f32)).max(0.0);
        Share { dot, cover: end - begin, parts: within.map(|at| (at, weight(at))).collect() }
    };
    (first..last.min(limit)).map(share).collect()
}

/// The mean colour of what a dot covers, opaque parts counting more, and how opaque it is.
fn mean(pixels: &Pixels, column: &Share, row: &Share) -> ([u8; 3], f32) {
    let (mut sum, mut opaque, mut whole) = ([0.0_f32; 3], 0.0_f32, 0.0_f32);
    for (y, down) in &row.parts {
        for (x, across) in &column.parts {
            let [red, green, blue, opacity] = pixels.dot(*x, *y).map(f32::from);
            let weight = down * across;
            let seen = weight * opacity / 255.0;
            for (sum, color) in sum.iter_mut().zip([red, green, blue]) {
                *sum += color * seen;
            }
            opaque += seen;
            whole += weight;
        }
    }
    if opaque <= 0.0 || whole <= 0.0 {
        return ([255; 3], 0.0);
    }
    (sum.map(|color| (color / opaque + 0.5) as u8), opaque / whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checkered() -> Pixels {
        let colors = vec![0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 0];
        Pixels { width: 2, height: 2, channels: 3, colors, opacity: None }
    }

    fn drawn(size: usize, edges: [f32; 4]) -> Vec<u8> {
        let mut canvas = Canvas::new(size, size);
        draw(&mut canvas, &checkered(), edges);
        canvas.pixels.chunks(3).map(|dot| dot[0]).collect()
    }

    #[test]
    fn dots_are_the_mean_of_what_they_cover() {
        assert_eq!(drawn(1, [0.0, 0.0, 1.0, 1.0]), [128]);
        assert_eq!(drawn(2, [0.0, 0.0, 2.0, 2.0]), [0, 255, 255, 0]);
        assert_eq!(drawn(4, [0.0, 0.0, 4.0, 4.0])[..8], [0, 0, 255, 255, 0, 0, 255, 255]);
        // Half a dot beside the picture stays paper.
        assert_eq!(drawn(2, [0.5, 0.0, 1.5, 1.0]), [192, 192, 255, 255]);
    }

    #[test]
    fn what_lies_outside_is_not_drawn() {
        assert_eq!(drawn(2, [-2.0, -2.0, 0.0, 0.0]), [255; 4]);
        assert_eq!(drawn(2, [5.0, 5.0, 9.0, 9.0]), [255; 4]);
        assert_eq!(drawn(1, [-1.0, -1.0, 1.0, 1.0]), [0]);
    }
}

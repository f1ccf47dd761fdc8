//! A picture's dots.

/// Dots of 8 bits a colour, row by row from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Dots in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Colours of a dot: 1 (grey) or 3 (red, green, blue).
    pub channels: usize,
    /// The colours of each dot, `channels` of them.
    pub colors: Vec<u8>,
    /// How opaque each dot is, 255 for wholly; `None` where all are.
    pub opacity: Option<Vec<u8>>,
}

impl Pixels {
    /// Red, green, blue and opacity of a dot; white and clear where there is none.
    pub fn dot(&self, column: usize, row: usize) -> [u8; 4] {
        if column >= self.width || row >= self.height {
            return [255, 255, 255, 0];
        }
        let at = row * self.width + column;
        let opacity = self.opacity.as_ref().map_or(255, |all| all.get(at).copied().unwrap_or(255));
        match self.colors.get(at * self.channels..(at + 1) * self.channels) {
            Some([red, green, blue]) => [*red, *green, *blue, opacity],
            Some([grey]) => [*grey, *grey, *grey, opacity],
            _ => [255, 255, 255, 0],
        }
    }

    /// The same on white paper, for formats that know no opacity.
    #[must_use]
    pub fn on_white(mut self) -> Pixels {
        let Some(opacity) = self.opacity.take() else { return self };
        for (dot, opacity) in self.colors.chunks_mut(self.channels).zip(opacity) {
            let white = u16::from(255 - opacity);
            for color in dot {
                *color = ((u16::from(*color) * u16::from(opacity) + white * 255 + 127) / 255) as u8;
            }
        }
        self
    }
}

use claims::Span;

/// Bytes to Unicode code points, for one text: built in one pass, asked in logarithmic time at worst.
///
/// Whatever leaves the program counts code points, as W3C Web Annotation does; the engine counts bytes.
#[derive(Debug, Clone)]
pub struct Offsets {
    /// First byte of every character of more than one byte, and how many bytes too many there are up to its end.
    wide: Vec<(u32, u32)>,
}

impl Offsets {
    /// Reads the text once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut extra = 0;
        let wide = text
            .char_indices()
            .filter(|(_, c)| c.len_utf8() > 1)
            .map(|(at, c)| {
                extra += c.len_utf8() as u32 - 1;
                (at as u32, extra)
            })
            .collect();
        Self { wide }
    }

    /// How many code points come before the byte.
    #[must_use]
    pub fn code_points(&self, byte: u32) -> u32 {
        let before = self.wide.partition_point(|&(at, _)| at < byte);
        byte - before
            .checked_sub(1)
            .and_then(|at| self.wide.get(at))
            .map_or(0, |&(_, extra)| extra)
            .min(byte)
    }

    /// A span in code points, `[start, end]`, `end` not included.
    #[must_use]
    pub fn span(&self, span: Span) -> [u32; 2] {
        [self.code_points(span.start), self.code_points(span.end)]
    }
}

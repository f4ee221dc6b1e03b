use claims::Stance;

/// A shape in a square of 16 by 16 units, drawn so that the four stances differ by shape alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// An SVG path.
    pub path: &'static str,
    /// Whether the shape is filled or an outline.
    pub filled: bool,
}

/// The shape of a stance: for ▲, against ▼, neutral ●, unclear ○. All have about the same visual weight.
#[must_use]
pub fn glyph(stance: Stance) -> Glyph {
    const DISC: &str = "M8 3.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z";
    match stance {
        Stance::For => Glyph {
            path: "M8 2L14.5 13.5H1.5z",
            filled: true,
        },
        Stance::Against => Glyph {
            path: "M8 14L1.5 2.5H14.5z",
            filled: true,
        },
        Stance::Neutral => Glyph {
            path: DISC,
            filled: true,
        },
        Stance::Unclear => Glyph {
            path: DISC,
            filled: false,
        },
    }
}

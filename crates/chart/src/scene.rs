//! A chart as shapes on a sheet, for the page to draw or for a file.

use core::fmt::Write as _;

use claims::{Act, Stance, StatementId};

use crate::glyph;

/// Shapes on a sheet, in drawing order; lengths in CSS pixels at normal size.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// From left to right.
    pub width: f32,
    /// From top to bottom.
    pub height: f32,
    /// The shapes.
    pub shapes: Vec<Shape>,
}

/// One shape, and the statements that it stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// What is drawn.
    pub figure: Figure,
    /// In which colour.
    pub ink: Ink,
    /// What it stands for; empty for what only helps to read the chart.
    pub statements: Vec<StatementId>,
    /// What it says, in words; empty where it is words, or only helps to read the chart.
    pub label: String,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// A straight line.
    Line([f32; 4]),
    /// A line that bends: from a point, by two others, to a fourth.
    Curve {
        /// The four points.
        points: [f32; 8],
        /// How thick.
        width: f32,
        /// Gaps and dashes, as SVG has them; empty for an unbroken line.
        dash: &'static str,
    },
    /// A shape of a square of 16 units, its centre at a point, its side so long.
    Symbol {
        /// An SVG path.
        path: &'static str,
        /// Whether it is filled.
        filled: bool,
        /// The centre.
        at: [f32; 2],
        /// The side.
        size: f32,
    },
    /// A line of words on a base line that starts, or ends, at a point.
    Words {
        /// The words.
        words: String,
        /// The point.
        at: [f32; 2],
        /// Whether they start there, are centred there, or end there.
        anchor: Anchor,
        /// Whether they are headings.
        strong: bool,
    },
    /// A rectangle: left, top, width, height.
    Box([f32; 4]),
}

/// Where words are relative to their point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// They start there.
    Start,
    /// They are centred there.
    Middle,
    /// They end there.
    End,
}

/// A colour, by what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// That of a stance.
    Stance(Stance),
    /// That of words.
    Text,
    /// That of words that matter less.
    Soft,
    /// That of lines that help to read.
    Line,
    /// The outline of what is contested.
    Strong,
}

impl Ink {
    /// A word for it, used as a class.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stance(stance) => stance.as_str(),
            Self::Text => "ink",
            Self::Soft => "soft",
            Self::Line => "line",
            Self::Strong => "strong",
        }
    }

    /// The colour on paper.
    fn on_paper(self) -> &'static str {
        match self {
            Self::Stance(Stance::For) => "#0b62a8",
            Self::Stance(Stance::Against) => "#b0460e",
            Self::Stance(Stance::Neutral | Stance::Unclear) => "#66635b",
            Self::Text | Self::Strong => "#1d1c19",
            Self::Soft => "#5c5951",
            Self::Line => "#dfdbd0",
        }
    }
}

/// The line of a stance: unbroken for, dashed against, dotted for the rest.
pub(crate) fn dash(stance: Stance) -> &'static str {
    match stance {
        Stance::For => "",
        Stance::Against => "7 4",
        Stance::Neutral => "2 4",
        Stance::Unclear => "1 7",
    }
}

/// The shape of an act, in a square of 16 units: a bar for saying so, a cross for saying not so, a tick for taking it as
/// right, a wedge for asking and pressing, an arrow for what is to be done, a ring for taking no position.
#[must_use]
pub fn act_glyph(act: Act) -> (&'static str, bool) {
    match act {
        Act::Asserts | Act::Believes => ("M6.5 1h3v14h-3z", true),
        Act::Denies | Act::Disputes | Act::Doubts => ("M3 3l10 10M13 3L3 13", false),
        Act::Accepts => ("M2.5 8.5l4 4.5L14 3", false),
        Act::Questions | Act::Presses => ("M8 1.5l5.5 6.5L8 14.5 2.5 8z", true),
        Act::Demands | Act::Promises => ("M3 3l10 5-10 5z", true),
        Act::Declines | Act::Withholds => ("M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10z", false),
    }
}

impl Scene {
    pub(crate) fn add(&mut self, figure: Figure, ink: Ink) {
        self.stand_for(figure, ink, Vec::new(), String::new());
    }

    pub(crate) fn stand_for(
        &mut self,
        figure: Figure,
        ink: Ink,
        statements: Vec<StatementId>,
        label: String,
    ) {
        self.shapes.push(Shape {
            figure,
            ink,
            statements,
            label,
        });
    }

    pub(crate) fn words(&mut self, words: &str, at: [f32; 2], anchor: Anchor, ink: Ink, strong: bool) {
        let words = words.to_owned();
        self.add(
            Figure::Words {
                words,
                at,
                anchor,
                strong,
            },
            ink,
        );
    }

    /// The chart as an SVG file of its own: on paper, with a title, a legend of stances, and no outside parts.
    #[must_use]
    pub fn to_svg(&self, title: &str) -> String {
        const MARGIN: f32 = 24.0;
        const HEAD: f32 = 40.0;
        const FOOT: f32 = 36.0;
        let (width, height) = (
            (self.width + 2.0 * MARGIN).max(420.0),
            self.height + HEAD + FOOT + MARGIN,
        );
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {width:.0} \
             {height:.0}\" font-family=\"system-ui, 'Noto Sans', 'Liberation Sans', sans-serif\" font-size=\"13\">\n\
             <title>{0}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fbfaf6\"/>\n\
             <text x=\"{MARGIN}\" y=\"28\" font-size=\"17\" font-weight=\"600\" fill=\"#1d1c19\">{0}</text>\n\
             <g transform=\"translate({MARGIN} {HEAD})\">\n",
            escape(title)
        );
        for shape in &self.shapes {
            shape.write(&mut svg);
        }
        svg.push_str("</g>\n");
        let mut legend = Self::default();
        let mut x = MARGIN;
        let y = height - FOOT / 2.0;
        for &stance in Stance::ALL {
            legend.add(Figure::of(stance, [x + 6.0, y], 12.0), Ink::Stance(stance));
            legend.words(
                stance.as_str(),
                [x + 17.0, y + 4.0],
                Anchor::Start,
                Ink::Soft,
                false,
            );
            x += 32.0 + 8.0 * stance.as_str().len() as f32;
        }
        for shape in &legend.shapes {
            shape.write(&mut svg);
        }
        svg.push_str("</svg>\n");
        svg
    }
}

impl Shape {
    fn write(&self, svg: &mut String) {
        let colour = self.ink.on_paper();
        // Writing to a string cannot fail.
        let _ = match &self.figure {
            Figure::Line([x1, y1, x2, y2]) => writeln!(
                svg,
                "<path d=\"M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}\" stroke=\"{colour}\" fill=\"none\"/>"
            ),
            Figure::Curve { width, dash, .. } => writeln!(
                svg,
                "<path d=\"{}\" stroke=\"{colour}\" stroke-width=\"{width:.1}\" stroke-dasharray=\"{}\" fill=\"none\">\
                 <title>{}</title></path>",
                self.figure.path(),
                if dash.is_empty() { "none" } else { dash },
                escape(&self.label)
            ),
            Figure::Symbol {
                path,
                filled,
                at: [x, y],
                size,
            } => writeln!(
                svg,
                "<path d=\"{path}\" transform=\"translate({:.1} {:.1}) scale({:.3})\" stroke=\"{colour}\" \
                 stroke-width=\"1.5\" fill=\"{}\"><title>{}</title></path>",
                x - size / 2.0,
                y - size / 2.0,
                size / 16.0,
                if *filled { colour } else { "none" },
                escape(&self.label)
            ),
            Figure::Words {
                words,
                at: [x, y],
                anchor,
                strong,
            } => writeln!(
                svg,
                "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{}\" font-weight=\"{}\" fill=\"{colour}\">{}</text>",
                anchor.as_str(),
                if *strong { 600 } else { 400 },
                escape(words)
            ),
            Figure::Box([x, y, width, height]) => writeln!(
                svg,
                "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"none\" \
                 stroke=\"{colour}\" stroke-width=\"2\"/>"
            ),
        };
    }
}

impl Figure {
    /// The shape of a stance.
    pub(crate) fn of(stance: Stance, at: [f32; 2], size: f32) -> Self {
        let glyph = glyph(stance);
        Self::Symbol {
            path: glyph.path,
            filled: glyph.filled,
            at,
            size,
        }
    }

    /// The SVG path of a curve; empty for anything else.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Curve { points, .. } => {
                let [from, by, then, to] =
                    [0, 2, 4, 6].map(|at| format!("{:.1} {:.1}", points[at], points[at + 1]));
                format!("M{from}C{by} {then} {to}")
            }
            _ => String::new(),
        }
    }
}

impl Anchor {
    /// SVG's word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

fn escape(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        // XML has no place for these at all.
        .replace(|c: char| c.is_control() && c != '\n' && c != '\t', " ")
}

/// Words cut to about so many characters.
pub(crate) fn short(words: &str, limit: usize) -> String {
    if words.chars().count() <= limit {
        return words.to_owned();
    }
    let cut: String = words.chars().take(limit.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

//! The stance matrix on a sheet, for a picture file. (The page draws it as a table.)

use claims::Analysis;

use crate::scene::short;
use crate::{Anchor, Figure, Ink, Matrix, Scene};

const HEAD: f32 = 190.0;
const LANE: f32 = 26.0;
const CELL: f32 = 92.0;
const LEFT: f32 = 220.0;
const LABEL_CHARS: usize = 15;
const LABEL_LINES: usize = 9;
const NAME_CHARS: usize = 26;

/// Draws a matrix.
#[must_use]
pub fn sheet(analysis: &Analysis, matrix: &Matrix) -> Scene {
    let lanes: usize = matrix.rows.iter().map(|row| row.lanes.len()).sum();
    let mut scene = Scene {
        width: LEFT + CELL * matrix.columns.len() as f32,
        height: HEAD + LANE * lanes as f32,
        shapes: Vec::new(),
    };
    for (at, column) in matrix.columns.iter().enumerate() {
        let x = LEFT + CELL * at as f32;
        let label = analysis
            .issues
            .get(column.issue.index())
            .map_or("", |issue| &issue.label);
        let mut wrapped = wrap(label);
        if column.contested {
            wrapped.push("(contested)".to_owned());
        }
        let first = HEAD - 10.0 - 15.0 * (wrapped.len() as f32 - 1.0);
        for (line, words) in wrapped.iter().enumerate() {
            let at = [x + 4.0, first + 15.0 * line as f32];
            scene.words(words, at, Anchor::Start, Ink::Text, false);
        }
    }
    let mut y = HEAD;
    for row in &matrix.rows {
        scene.add(Figure::Line([0.0, y, scene.width, y]), Ink::Line);
        let name = analysis
            .speakers
            .get(row.speaker.index())
            .map_or("", |speaker| &speaker.name);
        scene.words(
            &short(name, NAME_CHARS),
            [0.0, y + 17.0],
            Anchor::Start,
            Ink::Text,
            true,
        );
        for lane in &row.lanes {
            if analysis.articles.len() > 1 {
                let account = analysis
                    .articles
                    .get(lane.article.index())
                    .map_or("", |article| &article.id);
                scene.words(account, [LEFT - 16.0, y + 17.0], Anchor::Middle, Ink::Soft, false);
            }
            for (column, marks) in lane.cells.iter().enumerate() {
                let x = LEFT + CELL * column as f32;
                if row.contested[column] && !marks.is_empty() {
                    scene.add(
                        Figure::Box([x + 1.0, y + 2.0, CELL - 2.0, LANE - 4.0]),
                        Ink::Strong,
                    );
                }
                for (at, mark) in marks.iter().enumerate() {
                    let x = x + 14.0 + 34.0 * at as f32;
                    let figure = Figure::of(mark.stance, [x, y + LANE / 2.0], 13.0);
                    scene.stand_for(
                        figure,
                        Ink::Stance(mark.stance),
                        mark.statements.clone(),
                        format!("{name}: {}", mark.stance),
                    );
                    if mark.statements.len() > 1 {
                        let count = mark.statements.len().to_string();
                        scene.words(&count, [x + 10.0, y + 17.0], Anchor::Start, Ink::Soft, false);
                    }
                }
            }
            y += LANE;
        }
    }
    scene
}

/// A label in short lines.
fn wrap(label: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in label.split_whitespace() {
        let full = lines.len() == LABEL_LINES;
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LABEL_CHARS => {
                line.push(' ');
                line.push_str(word);
            }
            Some(line) if full => {
                line.push('…');
                break;
            }
            _ => lines.push(short(word, LABEL_CHARS)),
        }
    }
    lines
}

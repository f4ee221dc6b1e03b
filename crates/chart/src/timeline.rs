//! Who speaks where in the text.

use std::collections::HashMap;

use claims::{Act, Analysis, ArticleId, SpeakerId, Stance, StatementId};

use crate::scene::{act_glyph, short};
use crate::{Anchor, Choice, Figure, Ink, Scene};

const ROW: f32 = 24.0;
const TOP: f32 = 40.0;
const WIDTH: f32 = 760.0;
const LEFT: f32 = 190.0;
const GAP: f32 = 16.0;
const NAME_CHARS: usize = 24;
/// Lanes at most; whoever says least has none.
const LANES: usize = 40;

/// A lane for each speaker, a column for each account from its first word to its last, a tick for each statement: its
/// shape the act, its colour the stance.
#[must_use]
pub fn timeline(analysis: &Analysis, choice: Choice<'_>) -> Scene {
    let shown = |at: usize| {
        choice
            .keep
            .is_none_or(|keep| keep.get(at).copied().unwrap_or(false))
    };
    let mut said: HashMap<SpeakerId, Vec<StatementId>> = HashMap::new();
    for (at, statement) in analysis
        .statements
        .iter()
        .enumerate()
        .filter(|(at, _)| shown(*at))
    {
        if let Some(speaker) = statement
            .speaker
            .filter(|id| id.index() < analysis.speakers.len())
        {
            said.entry(speaker).or_default().push(StatementId::from_index(at));
        }
    }
    let mut lanes: Vec<(SpeakerId, Vec<StatementId>)> = said.into_iter().collect();
    lanes.sort_by_cached_key(|(id, said)| {
        let name = analysis.speakers[id.index()].name.to_lowercase();
        (
            core::cmp::Reverse(if choice.by_name { 0 } else { said.len() }),
            name,
            *id,
        )
    });
    lanes.truncate(LANES);
    let stances: HashMap<StatementId, Stance> = analysis
        .issues
        .iter()
        .flat_map(|issue| &issue.positions)
        .flat_map(|position| position.statements.iter().map(|&id| (id, position.stance)))
        .collect();

    let bottom = TOP + ROW * lanes.len() as f32;
    let mut scene = Scene {
        width: WIDTH,
        height: bottom + 44.0,
        shapes: Vec::new(),
    };
    for (at, article) in analysis.articles.iter().enumerate() {
        let [from, to] = column(analysis.articles.len(), at);
        scene.words(
            &format!("Account {}", article.id),
            [from, 14.0],
            Anchor::Start,
            Ink::Soft,
            true,
        );
        scene.words("start", [from, 30.0], Anchor::Start, Ink::Soft, false);
        scene.words("end", [to, 30.0], Anchor::End, Ink::Soft, false);
        for x in [from, to] {
            scene.add(Figure::Line([x, TOP - 4.0, x, bottom]), Ink::Line);
        }
    }
    for (row, (speaker, said)) in lanes.iter().enumerate() {
        let y = TOP + ROW * (row as f32 + 0.5);
        let name = &analysis.speakers[speaker.index()].name;
        for at in 0..analysis.articles.len() {
            let [from, to] = column(analysis.articles.len(), at);
            scene.add(Figure::Line([from, y, to, y]), Ink::Line);
        }
        scene.stand_for(
            Figure::Words {
                words: short(name, NAME_CHARS),
                at: [LEFT - 12.0, y + 4.5],
                anchor: Anchor::End,
                strong: false,
            },
            Ink::Text,
            said.clone(),
            name.clone(),
        );
        for &id in said {
            let statement = &analysis.statements[id.index()];
            let (path, filled) = act_glyph(statement.act);
            let x = place(analysis, statement.article, id);
            let ink = stances.get(&id).map_or(Ink::Soft, |&stance| Ink::Stance(stance));
            scene.stand_for(
                Figure::Symbol {
                    path,
                    filled,
                    at: [x, y],
                    size: 14.0,
                },
                ink,
                vec![id],
                format!("{name} {}", statement.act),
            );
        }
    }
    legend(&mut scene, bottom + 28.0);
    scene
}

/// The left and right end of an account's column.
#[must_use]
pub fn column(accounts: usize, at: usize) -> [f32; 2] {
    let accounts = accounts.max(1) as f32;
    let width = (WIDTH - LEFT - GAP * (accounts - 1.0) - 10.0) / accounts;
    let from = LEFT + (width + GAP) * at as f32;
    [from, from + width]
}

fn place(analysis: &Analysis, article: ArticleId, id: StatementId) -> f32 {
    let statement = &analysis.statements[id.index()];
    let length = analysis
        .articles
        .get(article.index())
        .map_or(1, |article| article.text.len().max(1));
    let first = [&statement.content, &statement.cue, &statement.source]
        .into_iter()
        .find_map(|spans| spans.first())
        .map_or(0, |span| span.start);
    let [from, to] = column(analysis.articles.len(), article.index());
    from + (to - from) * (first as f32 / length as f32)
}

/// What the shapes mean.
fn legend(scene: &mut Scene, y: f32) {
    let mut x = LEFT - 64.0;
    for (act, words) in [
        (Act::Asserts, "asserts"),
        (Act::Denies, "denies, doubts"),
        (Act::Accepts, "accepts"),
        (Act::Presses, "asks, presses"),
        (Act::Demands, "demands, promises"),
        (Act::Withholds, "declines"),
    ] {
        let (path, filled) = act_glyph(act);
        let at = [x, y - 4.0];
        scene.add(
            Figure::Symbol {
                path,
                filled,
                at,
                size: 11.0,
            },
            Ink::Soft,
        );
        scene.words(words, [x + 10.0, y], Anchor::Start, Ink::Soft, false);
        x += 26.0 + 7.2 * words.len() as f32;
    }
}

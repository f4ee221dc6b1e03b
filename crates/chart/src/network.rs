//! Who stands where on what, as a graph.

use std::collections::{BTreeMap, HashMap};

use claims::{Analysis, IssueId, SpeakerId, Stance, StatementId};

use crate::scene::{dash, short};
use crate::{Anchor, Choice, Figure, Ink, Scene};

const ROW: f32 = 30.0;
const TOP: f32 = 28.0;
const WIDTH: f32 = 760.0;
/// Where the edges begin and end.
const LEFT: f32 = 200.0;
const RIGHT: f32 = 470.0;
const NAME_CHARS: usize = 26;
const LABEL_CHARS: usize = 38;
/// Nodes in a column; the rest are left out, as the ones with least to show.
const NODES: usize = 40;
/// Passes of ordering each column by the other.
const PASSES: usize = 12;

/// Statements of one speaker on one issue with one stance.
type Edges = BTreeMap<(SpeakerId, IssueId, Stance), Vec<StatementId>>;

/// Speakers and issues in two columns, an edge between them for each stance taken, ordered so that few cross.
#[must_use]
pub fn network(analysis: &Analysis, choice: Choice<'_>) -> Scene {
    let edges = edges(analysis, choice);
    let mut speakers: Vec<SpeakerId> =
        unique(edges.keys().map(|edge| edge.0), &edges, |edge, id| edge.0 == *id);
    let mut issues: Vec<IssueId> = unique(edges.keys().map(|edge| edge.1), &edges, |edge, id| edge.1 == *id);
    if choice.by_name {
        speakers.sort_by_cached_key(|id| analysis.speakers[id.index()].name.to_lowercase());
        issues.sort_by_cached_key(|id| analysis.issues[id.index()].label.to_lowercase());
    } else {
        uncross(&edges, &mut speakers, &mut issues);
    }
    let mut scene = Scene {
        width: WIDTH,
        height: TOP + ROW * speakers.len().max(issues.len()) as f32,
        shapes: Vec::new(),
    };
    scene.words("Speakers", [LEFT - 10.0, 14.0], Anchor::End, Ink::Soft, true);
    scene.words(
        "Points at issue",
        [RIGHT + 10.0, 14.0],
        Anchor::Start,
        Ink::Soft,
        true,
    );
    let y = |at: usize, of: usize, most: usize| {
        let space = ROW * most as f32 / of.max(1) as f32;
        TOP + space * (at as f32 + 0.5)
    };
    let most = speakers.len().max(issues.len());
    let speaker_y: HashMap<SpeakerId, f32> = speakers
        .iter()
        .enumerate()
        .map(|(at, &id)| (id, y(at, speakers.len(), most)))
        .collect();
    let issue_y: HashMap<IssueId, f32> = issues
        .iter()
        .enumerate()
        .map(|(at, &id)| (id, y(at, issues.len(), most)))
        .collect();
    let mut shown = Vec::new();
    for ((speaker, issue, stance), statements) in &edges {
        let (Some(&from), Some(&to)) = (speaker_y.get(speaker), issue_y.get(issue)) else {
            continue;
        };
        // Two stances of one speaker on one issue run beside each other.
        let aside = match stance {
            Stance::For => -3.0,
            Stance::Against => 3.0,
            Stance::Neutral => -6.0,
            Stance::Unclear => 6.0,
        };
        shown.push((*speaker, *issue, *stance, statements, from + aside, to + aside));
    }
    for (speaker, issue, stance, statements, from, to) in &shown {
        let middle = f32::midpoint(LEFT, RIGHT);
        scene.stand_for(
            Figure::Curve {
                points: [LEFT, *from, middle, *from, middle, *to, RIGHT, *to],
                width: (1.0 + statements.len() as f32 * 0.7).min(4.5),
                dash: dash(*stance),
            },
            Ink::Stance(*stance),
            (*statements).clone(),
            format!(
                "{}: {stance}, {}",
                analysis.speakers[speaker.index()].name,
                analysis.issues[issue.index()].label
            ),
        );
    }
    signs(&mut scene, &shown);
    for (id, y) in ordered(&speakers, &speaker_y) {
        let said = of(&edges, |edge| edge.0 == id);
        node(
            &mut scene,
            &analysis.speakers[id.index()].name,
            NAME_CHARS,
            [LEFT - 10.0, y + 4.5],
            Anchor::End,
            said,
        );
    }
    for (id, y) in ordered(&issues, &issue_y) {
        let said = of(&edges, |edge| edge.1 == id);
        node(
            &mut scene,
            &analysis.issues[id.index()].label,
            LABEL_CHARS,
            [RIGHT + 10.0, y + 4.5],
            Anchor::Start,
            said,
        );
    }
    scene
}

/// Speakers in a column; on its left an arc between those who stand on the same side of an issue, on its right between
/// those who stand on opposite sides: the congruence and the conflict network of discourse network analysis
/// (Leifeld 2017). The more issues, the thicker.
#[must_use]
pub fn alliances(analysis: &Analysis, choice: Choice<'_>) -> Scene {
    let edges = edges(analysis, choice);
    let mut together: BTreeMap<(SpeakerId, SpeakerId), Vec<StatementId>> = BTreeMap::new();
    let mut against = together.clone();
    let mut issues: BTreeMap<(bool, SpeakerId, SpeakerId), usize> = BTreeMap::new();
    let sides: Vec<_> = edges
        .iter()
        .filter(|((_, _, stance), _)| matches!(stance, Stance::For | Stance::Against))
        .collect();
    for (at, ((a, issue, one), first)) in sides.iter().enumerate() {
        for ((b, other_issue, other), second) in &sides[at + 1..] {
            if issue == other_issue && a != b {
                let pair = (*a.min(b), *a.max(b));
                let into = if one == other { &mut together } else { &mut against };
                let list = into.entry(pair).or_default();
                list.extend(first.iter().chain(second.iter()));
                *issues.entry((one == other, pair.0, pair.1)).or_default() += 1;
            }
        }
    }
    let mut speakers: Vec<SpeakerId> = together
        .keys()
        .chain(against.keys())
        .flat_map(|&(a, b)| [a, b])
        .collect();
    speakers.sort_unstable();
    speakers.dedup();
    speakers.truncate(NODES);
    if choice.by_name {
        speakers.sort_by_cached_key(|id| analysis.speakers[id.index()].name.to_lowercase());
    } else {
        gather(&mut speakers, &together);
    }
    let y: HashMap<SpeakerId, f32> = speakers
        .iter()
        .enumerate()
        .map(|(at, &id)| (id, TOP + ROW * (at as f32 + 0.5)))
        .collect();
    let mut scene = Scene {
        width: WIDTH,
        height: TOP + ROW * speakers.len() as f32,
        shapes: Vec::new(),
    };
    let (left, right) = (WIDTH / 2.0 - 105.0, WIDTH / 2.0 + 105.0);
    scene.words("Agree", [left - 20.0, 14.0], Anchor::End, Ink::Soft, true);
    scene.words("Disagree", [right + 20.0, 14.0], Anchor::Start, Ink::Soft, true);
    for (agree, pairs) in [(true, &together), (false, &against)] {
        for (&(a, b), statements) in pairs {
            let (Some(&from), Some(&to)) = (y.get(&a), y.get(&b)) else {
                continue;
            };
            let on = issues.get(&(agree, a, b)).copied().unwrap_or(1);
            let (x, way, stance) = if agree {
                (left, -1.0, Stance::For)
            } else {
                (right, 1.0, Stance::Against)
            };
            let reach = x + way * (24.0 + (to - from).abs() * 0.55).min(250.0);
            let mut statements = statements.clone();
            statements.sort_unstable();
            statements.dedup();
            let name = |id: SpeakerId| analysis.speakers[id.index()].name.as_str();
            let verb = if agree { "agree" } else { "disagree" };
            scene.stand_for(
                Figure::Curve {
                    points: [x, from, reach, from, reach, to, x, to],
                    width: (0.8 + on as f32).min(5.0),
                    dash: dash(stance),
                },
                Ink::Stance(stance),
                statements,
                format!("{} and {} {verb} on {on}", name(a), name(b)),
            );
        }
    }
    for (id, y) in ordered(&speakers, &y) {
        let said = of(&edges, |edge| edge.0 == id);
        node(
            &mut scene,
            &analysis.speakers[id.index()].name,
            NAME_CHARS,
            [WIDTH / 2.0, y + 4.5],
            Anchor::Middle,
            said,
        );
    }
    scene
}

/// An edge as it is drawn: whose, on what, which way, by which statements, from which height to which.
type Drawn<'a> = (SpeakerId, IssueId, Stance, &'a Vec<StatementId>, f32, f32);

/// The sign of each edge; those of one speaker stand one after the other, past where his edges part.
fn signs(scene: &mut Scene, edges: &[Drawn<'_>]) {
    let mut nth: HashMap<SpeakerId, usize> = HashMap::new();
    for (speaker, _, stance, statements, from, to) in edges {
        let at = nth.entry(*speaker).or_default();
        let along = 0.3 + 0.11 * (*at % 5) as f32;
        *at += 1;
        let place = [
            LEFT + (RIGHT - LEFT) * ease(along, 0.5),
            from + (to - from) * ease(along, 0.0),
        ];
        let figure = Figure::of(*stance, place, 11.0);
        scene.stand_for(figure, Ink::Stance(*stance), (*statements).clone(), String::new());
    }
}

/// How far a curve has come, across (its inner points at `inner` of the way) or down (at none and all of it).
fn ease(along: f32, inner: f32) -> f32 {
    let rest = 1.0 - along;
    3.0 * rest * rest * along * inner + 3.0 * rest * along * along * (1.0 - inner) + along * along * along
}

fn edges(analysis: &Analysis, choice: Choice<'_>) -> Edges {
    let mut edges = Edges::new();
    let shared = analysis
        .issues
        .iter()
        .enumerate()
        .filter(|(_, issue)| issue.statements.len() > 1)
        .take(choice.columns.min(NODES));
    for (at, issue) in shared {
        for position in &issue.positions {
            if analysis.speakers.get(position.speaker.index()).is_none() {
                continue;
            }
            let statements: Vec<StatementId> = position
                .statements
                .iter()
                .copied()
                .filter(|id| {
                    choice
                        .keep
                        .is_none_or(|keep| keep.get(id.index()).copied().unwrap_or(false))
                })
                .collect();
            if !statements.is_empty() {
                let key = (position.speaker, IssueId::from_index(at), position.stance);
                edges.entry(key).or_default().extend(statements);
            }
        }
    }
    edges
}

/// The nodes with most statements, most first.
fn unique<T: Copy + Ord>(
    all: impl Iterator<Item = T>,
    edges: &Edges,
    is_of: impl Fn(&(SpeakerId, IssueId, Stance), &T) -> bool,
) -> Vec<T> {
    let mut nodes: Vec<T> = all.collect();
    nodes.sort_unstable();
    nodes.dedup();
    nodes.sort_by_cached_key(|node| {
        let count: usize = edges
            .iter()
            .filter(|(edge, _)| is_of(edge, node))
            .map(|(_, statements)| statements.len())
            .sum();
        core::cmp::Reverse(count)
    });
    nodes.truncate(NODES);
    nodes
}

/// Orders each column by the mean place of its neighbours in the other, a few times over (Sugiyama's barycentre).
fn uncross(edges: &Edges, speakers: &mut [SpeakerId], issues: &mut [IssueId]) {
    for _ in 0..PASSES {
        let place: HashMap<SpeakerId, usize> =
            speakers.iter().enumerate().map(|(at, &id)| (id, at)).collect();
        let mean = |id: &IssueId| {
            let near = edges.keys().filter(|edge| edge.1 == *id);
            middle(near.filter_map(|edge| place.get(&edge.0).copied()))
        };
        issues.sort_by_cached_key(mean);
        let place: HashMap<IssueId, usize> = issues.iter().enumerate().map(|(at, &id)| (id, at)).collect();
        let mean = |id: &SpeakerId| {
            let near = edges.keys().filter(|edge| edge.0 == *id);
            middle(near.filter_map(|edge| place.get(&edge.1).copied()))
        };
        speakers.sort_by_cached_key(mean);
    }
}

/// Brings those who agree near to one another.
fn gather(speakers: &mut [SpeakerId], together: &BTreeMap<(SpeakerId, SpeakerId), Vec<StatementId>>) {
    for _ in 0..PASSES {
        let place: HashMap<SpeakerId, usize> =
            speakers.iter().enumerate().map(|(at, &id)| (id, at)).collect();
        let mean = |id: &SpeakerId| {
            let near = together.keys().filter_map(|&(a, b)| match *id {
                id if id == a => Some(b),
                id if id == b => Some(a),
                _ => None,
            });
            middle(near.chain([*id]).filter_map(|other| place.get(&other).copied()))
        };
        speakers.sort_by_cached_key(mean);
    }
}

/// The mean, in thousandths.
fn middle(places: impl Iterator<Item = usize>) -> usize {
    let (sum, count) = places.fold((0, 0), |(sum, count), at| (sum + at, count + 1));
    sum * 1000 / count.max(1)
}

fn ordered<T: Copy + Eq + core::hash::Hash>(nodes: &[T], y: &HashMap<T, f32>) -> Vec<(T, f32)> {
    nodes.iter().filter_map(|&id| Some((id, *y.get(&id)?))).collect()
}

fn of(edges: &Edges, which: impl Fn(&(SpeakerId, IssueId, Stance)) -> bool) -> Vec<StatementId> {
    let mut statements: Vec<StatementId> = edges
        .iter()
        .filter(|(edge, _)| which(edge))
        .flat_map(|(_, statements)| statements.clone())
        .collect();
    statements.sort_unstable();
    statements.dedup();
    statements
}

fn node(
    scene: &mut Scene,
    name: &str,
    limit: usize,
    at: [f32; 2],
    anchor: Anchor,
    statements: Vec<StatementId>,
) {
    let figure = Figure::Words {
        words: short(name, limit),
        at,
        anchor,
        strong: false,
    };
    scene.stand_for(figure, Ink::Text, statements, name.to_owned());
}

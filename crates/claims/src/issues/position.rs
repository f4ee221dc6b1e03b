//! Who stands where on a point, and which points come first.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::Point;
use super::proposition::{Proposition, sign_of};
use crate::{Analysis, ArticleId, Issue, Position, SpeakerId, Stance, StatementId};

/// Who reports a statement: the speaker of the one around it, or the account itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reporter {
    Account(ArticleId),
    Speaker(SpeakerId),
}

/// Who reports the statement.
pub(super) fn reporter(analysis: &Analysis, id: StatementId) -> Reporter {
    let statement = &analysis.statements[id.index()];
    let outer = statement.inside.map(|outer| &analysis.statements[outer.index()]);
    outer
        .and_then(|outer| outer.speaker)
        .map_or(Reporter::Account(statement.article), Reporter::Speaker)
}

/// The stance of a proposition's statement on the point as labelled.
pub(super) fn stance(analysis: &Analysis, proposition: &Proposition, turn: i8) -> Stance {
    match proposition.stance * turn {
        1 => Stance::For,
        -1 => Stance::Against,
        _ if sign_of(analysis.statements[proposition.statement.index()].act) == 0 => Stance::Neutral,
        _ => Stance::Unclear,
    }
}

/// The issue that a point is.
pub(super) fn issue(
    analysis: &Analysis,
    propositions: &[Proposition],
    point: &Point,
    label: String,
) -> Issue {
    let mut statements: Vec<StatementId> = Vec::new();
    let mut known: HashSet<StatementId> = HashSet::new();
    let mut stances: BTreeMap<SpeakerId, Vec<(Stance, StatementId)>> = BTreeMap::new();
    let mut order: Vec<SpeakerId> = Vec::new();
    for member in &point.members {
        let proposition = &propositions[member.proposition];
        let id = proposition.statement;
        // One statement can make the same point twice; its first words count.
        if !known.insert(id) {
            continue;
        }
        statements.push(id);
        let Some(speaker) = analysis.statements[id.index()].speaker else {
            continue;
        };
        let stance = stance(analysis, proposition, member.turn * point.label_polarity);
        let of_speaker = stances.entry(speaker).or_default();
        if of_speaker.is_empty() {
            order.push(speaker);
        }
        of_speaker.push((stance, id));
    }
    let positions = order
        .into_iter()
        .flat_map(|speaker| positions(analysis, speaker, stances.remove(&speaker).unwrap_or_default()))
        .collect();
    Issue {
        label,
        statements,
        positions,
    }
}

/// The positions of one speaker: one a stance.
///
/// Where different reporters tell different stances, both stand, and the cell is contested. Where one and the same
/// reporter tells both, the words do not tell where the speaker stands.
fn positions(
    analysis: &Analysis,
    speaker: SpeakerId,
    mut taken: Vec<(Stance, StatementId)>,
) -> Vec<Position> {
    let reporters = |stance: Stance, taken: &[(Stance, StatementId)]| -> BTreeSet<Reporter> {
        let of_stance = taken.iter().filter(|(other, _)| *other == stance);
        of_stance.map(|&(_, id)| reporter(analysis, id)).collect()
    };
    let (pro, contra) = (reporters(Stance::For, &taken), reporters(Stance::Against, &taken));
    for (stance, id) in &mut taken {
        let by = reporter(analysis, *id);
        if pro.contains(&by) && contra.contains(&by) && matches!(stance, Stance::For | Stance::Against) {
            *stance = Stance::Unclear;
        }
    }
    let mut positions: Vec<Position> = Vec::new();
    for (stance, id) in taken {
        let at = positions
            .iter()
            .position(|position| position.stance == stance)
            .unwrap_or_else(|| {
                positions.push(Position {
                    speaker,
                    via: Vec::new(),
                    stance,
                    statements: Vec::new(),
                });
                positions.len() - 1
            });
        let position = &mut positions[at];
        position.statements.push(id);
        let mut outer = analysis.statements[id.index()].inside;
        while let Some(id) = outer {
            let reporter = &analysis.statements[id.index()];
            if let Some(via) = reporter.speaker
                && via != speaker
                && !position.via.contains(&via)
            {
                position.via.push(via);
            }
            outer = reporter.inside;
        }
    }
    positions
}

/// Lowest first: opposed by several, then by the number of speakers with a side, then of speakers, then of statements.
pub(super) fn rank(issue: &Issue) -> impl Ord + use<> {
    let on = |stance| {
        let mut who: Vec<SpeakerId> = issue
            .positions
            .iter()
            .filter(|position| position.stance == stance)
            .map(|position| position.speaker)
            .collect();
        who.sort_unstable();
        who.dedup();
        who
    };
    let (pro, contra) = (on(Stance::For), on(Stance::Against));
    let mut sided: Vec<SpeakerId> = [pro.as_slice(), contra.as_slice()].concat();
    sided.sort_unstable();
    sided.dedup();
    let mut all: Vec<SpeakerId> = issue.positions.iter().map(|position| position.speaker).collect();
    all.sort_unstable();
    all.dedup();
    let opposed = pro.len().min(contra.len());
    core::cmp::Reverse((
        opposed > 0 && sided.len() > 1,
        opposed,
        sided.len(),
        all.len(),
        issue.statements.len(),
    ))
}

//! Corrections of issues, applied to those that were found anew.

use std::collections::HashMap;

use super::draft::NewIds;
use super::{Field, Lost, Review, Why};
use crate::{Analysis, Issue, Position, SpeakerId, Stance, StatementId, contests};

/// What is to be done about issues once there are any; statements by their id in the draft.
pub(super) enum Wish {
    Stance(StatementId, Stance),
    Move(StatementId, Target),
    Rename(Target, String),
    Merge(Target, Target),
}

/// An issue that is meant.
pub(super) struct Target {
    pub(super) label: String,
    /// Whether statements tell which it is; if not, it may be a new one.
    pub(super) told_by_statements: bool,
    /// Those of them that are still there.
    pub(super) statements: Vec<StatementId>,
}

/// An issue with what each statement says on it; nothing for one that takes no position.
struct Loose {
    label: String,
    members: Vec<(StatementId, Option<Stance>)>,
}

pub(super) fn apply(
    analysis: &mut Analysis,
    reviews: &mut [Review],
    wishes: Vec<(u32, Wish)>,
    ids: &NewIds,
    lost: &mut Vec<Lost>,
) {
    if wishes.is_empty() {
        return;
    }
    let mut issues: Vec<Loose> = analysis.issues.iter().map(loosen).collect();
    for (correction, wish) in wishes {
        if let Err(why) = grant(&mut issues, reviews, wish, ids) {
            lost.push(Lost { correction, why });
        }
    }
    issues.retain(|issue| !issue.members.is_empty());
    analysis.issues = issues.into_iter().map(|issue| settle(analysis, issue)).collect();
    analysis
        .issues
        .sort_by_cached_key(|issue| core::cmp::Reverse(rank(issue)));
    analysis.contested = contests::find(analysis);
}

fn grant(issues: &mut Vec<Loose>, reviews: &mut [Review], wish: Wish, ids: &NewIds) -> Result<(), Why> {
    let now = |id: StatementId| ids.get(id.index()).copied().flatten().ok_or(Why::NoStatement);
    match wish {
        Wish::Stance(id, stance) => {
            let id = now(id)?;
            let place = issues
                .iter_mut()
                .flat_map(|issue| &mut issue.members)
                .find(|member| member.0 == id)
                .ok_or(Why::NoIssue)?;
            place.1 = Some(stance);
            reviews[id.index()].note(Field::Stance);
        }
        Wish::Move(id, target) => {
            let id = now(id)?;
            let to = target.find(issues, ids).or_else(|| {
                (!target.told_by_statements).then(|| {
                    issues.push(Loose {
                        label: target.label.clone(),
                        members: Vec::new(),
                    });
                    issues.len() - 1
                })
            });
            let to = to.ok_or(Why::NoIssue)?;
            let mut stance = Some(Stance::Unclear);
            for issue in issues.iter_mut() {
                if let Some(at) = issue.members.iter().position(|member| member.0 == id) {
                    stance = issue.members.remove(at).1;
                }
            }
            issues[to].members.push((id, stance));
            reviews[id.index()].note(Field::Issue);
        }
        Wish::Rename(target, label) => {
            let at = target.find(issues, ids).ok_or(Why::NoIssue)?;
            issues[at].label = label;
        }
        Wish::Merge(target, into) => {
            let from = target.find(issues, ids).ok_or(Why::NoIssue)?;
            let into = into.find(issues, ids).ok_or(Why::NoIssue)?;
            if from != into {
                let members = core::mem::take(&mut issues[from].members);
                issues[into].members.extend(members);
            }
        }
    }
    Ok(())
}

impl Target {
    /// The issue that most of the statements are about; where there are none, or they are spread, the one so called.
    fn find(&self, issues: &[Loose], ids: &NewIds) -> Option<usize> {
        let mine: Vec<StatementId> = self
            .statements
            .iter()
            .filter_map(|id| ids.get(id.index()).copied().flatten())
            .collect();
        let score = |issue: &Loose| {
            let shared = issue.members.iter().filter(|(id, _)| mine.contains(id)).count();
            2 * shared + usize::from(issue.label == self.label)
        };
        let best = (0..issues.len()).rev().max_by_key(|&at| score(&issues[at]))?;
        (score(&issues[best]) > 0).then_some(best)
    }
}

fn loosen(issue: &Issue) -> Loose {
    let stances: HashMap<StatementId, Stance> = issue
        .positions
        .iter()
        .flat_map(|position| position.statements.iter().map(|&id| (id, position.stance)))
        .collect();
    Loose {
        label: issue.label.clone(),
        members: issue
            .statements
            .iter()
            .map(|id| (*id, stances.get(id).copied()))
            .collect(),
    }
}

fn settle(analysis: &Analysis, issue: Loose) -> Issue {
    let mut members = issue.members;
    members.sort_by_key(|&(id, _)| id);
    let mut positions: Vec<Position> = Vec::new();
    for &(id, stance) in &members {
        let statement = &analysis.statements[id.index()];
        let (Some(speaker), Some(stance)) = (statement.speaker, stance) else {
            continue;
        };
        let at = positions
            .iter()
            .position(|position| (position.speaker, position.stance) == (speaker, stance));
        let at = at.unwrap_or_else(|| {
            positions.push(Position {
                speaker,
                via: Vec::new(),
                stance,
                statements: Vec::new(),
            });
            positions.len() - 1
        });
        positions[at].statements.push(id);
        for via in reporters(analysis, id) {
            if via != speaker && !positions[at].via.contains(&via) {
                positions[at].via.push(via);
            }
        }
    }
    Issue {
        label: issue.label,
        statements: members.into_iter().map(|(id, _)| id).collect(),
        positions,
    }
}

/// Who reports a statement, nearest first.
fn reporters(analysis: &Analysis, id: StatementId) -> impl Iterator<Item = SpeakerId> {
    let outer = |id: StatementId| analysis.statements.get(id.index())?.inside;
    core::iter::successors(outer(id), move |&id| outer(id))
        .take(64)
        .filter_map(|id| analysis.statements.get(id.index())?.speaker)
}

/// Most contested and most discussed first, as issues are found.
fn rank(issue: &Issue) -> (bool, usize, bool, usize) {
    let has = |stance| issue.positions.iter().any(|position| position.stance == stance);
    let opposed = has(Stance::For) && has(Stance::Against);
    let mut who: Vec<SpeakerId> = issue.positions.iter().map(|position| position.speaker).collect();
    who.sort_unstable();
    who.dedup();
    (
        opposed && who.len() > 1,
        who.len(),
        opposed,
        issue.statements.len(),
    )
}

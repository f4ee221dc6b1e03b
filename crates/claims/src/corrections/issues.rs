//! Corrections of issues, applied to those that were found anew.

use std::collections::HashMap;

use super::draft::NewIds;
use super::{Field, Lost, Review, Why};
use crate::{Analysis, Contest, ContestKind, Issue, IssueId, Position, SpeakerId, Stance, StatementId};

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
    let set: Vec<StatementId> = wishes
        .iter()
        .filter_map(|(_, wish)| match wish {
            Wish::Stance(id, _) | Wish::Move(id, _) => ids.get(id.index()).copied().flatten(),
            _ => None,
        })
        .collect();
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
    analysis.contested = contests(analysis, &set);
}

/// The contests that are left: those found, as far as both statements still oppose each other on one issue, and those
/// between statements whose stance or issue a reader has set (`set`) and the other side.
fn contests(analysis: &Analysis, set: &[StatementId]) -> Vec<Contest> {
    let stance = |issue: &Issue, id: StatementId| {
        let mut positions = issue.positions.iter();
        positions
            .find(|position| position.statements.contains(&id))
            .map(|position| position.stance)
    };
    let opposed = |issue: &Issue, [a, b]: [StatementId; 2]| {
        matches!(
            (stance(issue, a), stance(issue, b)),
            (Some(Stance::For), Some(Stance::Against)) | (Some(Stance::Against), Some(Stance::For))
        )
    };
    let mut contests: Vec<Contest> = analysis
        .contested
        .iter()
        .filter_map(|contest| {
            let both = |issue: &Issue| contest.evidence.iter().all(|id| issue.statements.contains(id));
            let either = |issue: &Issue| contest.evidence.iter().any(|id| issue.statements.contains(id));
            let issues = &analysis.issues;
            let at = match contest.kind {
                ContestKind::OppositeStance => {
                    issues.iter().position(|issue| opposed(issue, contest.evidence))
                }
                _ => issues
                    .iter()
                    .position(both)
                    .or_else(|| issues.iter().position(either)),
            };
            at.map(|at| Contest {
                issue: IssueId::from_index(at),
                ..contest.clone()
            })
        })
        .collect();
    for (at, issue) in analysis.issues.iter().enumerate() {
        for &id in set {
            let Some(own) = issue
                .positions
                .iter()
                .find(|position| position.statements.contains(&id))
            else {
                continue;
            };
            for other in &issue.positions {
                let Some(&against) = other.statements.first() else {
                    continue;
                };
                let evidence = [id, against];
                let known = contests
                    .iter()
                    .any(|contest| evidence.iter().all(|id| contest.evidence.contains(id)));
                if other.speaker == own.speaker || known || !opposed(issue, evidence) {
                    continue;
                }
                contests.push(Contest {
                    issue: IssueId::from_index(at),
                    a: own.speaker,
                    b: other.speaker,
                    kind: ContestKind::OppositeStance,
                    evidence,
                    why: format!(
                        "{} and {} are on opposite sides, as you have set it: {}",
                        name(analysis, own.speaker),
                        name(analysis, other.speaker),
                        issue.label
                    ),
                });
            }
        }
    }
    contests.sort_by_key(|contest| (contest.issue, contest.evidence));
    contests
}

fn name(analysis: &Analysis, speaker: SpeakerId) -> &str {
    analysis
        .speakers
        .get(speaker.index())
        .map_or("somebody", |speaker| &speaker.name)
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

//! Where statements cannot both stand. Thin evidence makes no contest.

mod acts;
mod claims;
mod numbers;
mod subject;
mod told;

use std::collections::HashSet;

use super::cluster::Alike;
use super::proposition::Proposition;
use super::{Context, Point};
use crate::{Analysis, Contest, Form, Issue, SpeakerId, StatementId};

/// What contests are found from.
pub(super) struct Evidence<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) propositions: &'a [Proposition],
    pub(super) alike: &'a Alike,
    /// The issues, in their order.
    pub(super) issues: &'a [Issue],
    /// The point that each issue is.
    pub(super) points: &'a [Point],
}

/// The contests of an analysis whose issues are known, in the order of the issues.
pub(super) fn find(evidence: &Evidence<'_>) -> Vec<Contest> {
    let mut contests = claims::find(evidence);
    let known: HashSet<[StatementId; 2]> = contests.iter().map(|contest| sorted(contest.evidence)).collect();
    let more = acts::find(evidence);
    contests.extend(
        more.into_iter()
            .filter(|contest| !known.contains(&sorted(contest.evidence))),
    );
    let parties: HashSet<[SpeakerId; 2]> = contests.iter().map(both).collect();
    contests.extend(
        told::find(evidence)
            .into_iter()
            .filter(|contest| !parties.contains(&both(contest))),
    );
    contests.sort_by_key(|contest| (contest.issue, contest.evidence));
    contests
}

fn both(contest: &Contest) -> [SpeakerId; 2] {
    [contest.a.min(contest.b), contest.a.max(contest.b)]
}

fn sorted([a, b]: [StatementId; 2]) -> [StatementId; 2] {
    [a.min(b), a.max(b)]
}

impl Evidence<'_> {
    fn analysis(&self) -> &Analysis {
        self.context.analysis
    }

    fn name(&self, speaker: SpeakerId) -> &str {
        self.analysis()
            .speakers
            .get(speaker.index())
            .map_or("somebody", |speaker| &speaker.name)
    }

    /// Whether the account itself lets the speaker say it: at the top, in a post, or in the speaker's own words.
    ///
    /// What somebody else says that they said is shown as their position, by way of that other; it is no evidence
    /// against them.
    fn is_first_hand(&self, id: StatementId) -> bool {
        let statement = &self.analysis().statements[id.index()];
        let outer = statement
            .inside
            .map(|outer| &self.analysis().statements[outer.index()]);
        outer.is_none_or(|outer| outer.form == Form::Post || outer.speaker == statement.speaker)
    }
}

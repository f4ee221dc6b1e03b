//! One person of whom one speaker tells that they accepted what another said, and another that they pressed that other.

use std::collections::{BTreeMap, HashSet};

use super::Evidence;
use crate::issues::proposition::{Kind, Proposition, Word};
use crate::{Act, Contest, ContestKind, IssueId, SpeakerId};

/// Pairs compared for one person.
const PAIRS: usize = 400;

pub(super) fn find(evidence: &Evidence<'_>) -> Vec<Contest> {
    let vocabulary = &evidence.context.vocabulary;
    let [Some(accept), Some(press), Some(words)] =
        ["#accept", "#press", "#words"].map(|word| vocabulary.known(word))
    else {
        return Vec::new();
    };
    let has = |proposition: &Proposition, word: Word| proposition.terms.iter().any(|term| term.word == word);
    let mut of_actor: BTreeMap<Word, [Vec<usize>; 2]> = BTreeMap::new();
    for (at, proposition) in evidence.propositions.iter().enumerate() {
        let Some(actor) = proposition.actor.filter(|_| tells(evidence, proposition)) else {
            continue;
        };
        let side = if has(proposition, accept) && has(proposition, words) {
            0
        } else if has(proposition, press) {
            1
        } else {
            continue;
        };
        of_actor.entry(actor).or_default()[side].push(at);
    }
    let mut seen = HashSet::new();
    let mut contests = Vec::new();
    for (actor, [accepted, pressed]) in &of_actor {
        let pairs = accepted
            .iter()
            .flat_map(|&one| pressed.iter().map(move |&other| (one, other)));
        for (one, other) in pairs.take(PAIRS) {
            if let Some(contest) = conflict(evidence, *actor, one, other)
                && seen.insert((contest.a, contest.b))
            {
                contests.push(contest);
            }
        }
    }
    contests
}

/// Whether it is plainly told by a speaker of what another did.
fn tells(evidence: &Evidence<'_>, proposition: &Proposition) -> bool {
    let statement = &evidence.analysis().statements[proposition.statement.index()];
    matches!(statement.act, Act::Asserts | Act::Believes)
        && proposition.stance > 0
        && proposition.finite
        && statement
            .speaker
            .is_some_and(|speaker| evidence.context.is_definite(speaker))
        && evidence.is_first_hand(proposition.statement)
}

fn conflict(evidence: &Evidence<'_>, actor: Word, one: usize, other: usize) -> Option<Contest> {
    let (accepted, pressed) = (&evidence.propositions[one], &evidence.propositions[other]);
    let speaker = |proposition: &Proposition| -> Option<SpeakerId> {
        evidence.analysis().statements[proposition.statement.index()].speaker
    };
    let (a, b) = (speaker(accepted)?, speaker(pressed)?);
    // Both toward one other person.
    let toward = |proposition: &Proposition, word: Word| {
        let mut terms = proposition.terms.iter();
        terms.any(|term| term.word == word && term.kind == Kind::Name)
    };
    let mut named = accepted
        .terms
        .iter()
        .filter(|term| term.kind == Kind::Name && term.word != actor);
    let target = named.any(|term| toward(pressed, term.word));
    if a == b || !target {
        return None;
    }
    let issue = evidence
        .points
        .iter()
        .position(|point| point.members.iter().any(|member| member.proposition == one))?;
    let issue = IssueId::from_index(issue);
    Some(Contest {
        issue,
        a,
        b,
        kind: ContestKind::IncompatibleActs,
        evidence: [accepted.statement, pressed.statement],
        why: format!(
            "{} tells that it was accepted, {} that it was pressed: {}",
            evidence.name(a),
            evidence.name(b),
            evidence.issues[issue.index()].label,
        ),
    })
}

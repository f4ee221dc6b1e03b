//! Two speakers on one point: for and against, with different certainty, with different numbers.

use std::collections::{HashMap, HashSet};

use super::Evidence;
use super::numbers::different_value;
use super::subject::{
    are_told_apart, is_somebody, one_name, overlap, same_predicate, same_subject, says_there_is_none,
};
use crate::clause::Certainty;
use crate::issues::Point;
use crate::issues::cluster::Likeness;
use crate::issues::proposition::{Kind, Proposition};
use crate::words::{Class, classify};
use crate::{Act, Contest, ContestKind, Factuality, IssueId, SpeakerId, SpeakerKind, StatementId};

/// Claims of one speaker on one issue that are compared, and speakers.
const CLAIMS: usize = 12;

/// Pairs of claims compared on one issue.
const PAIRS: usize = 900;

/// Statements from one claim to that which answers it with "that", at most.
const NEXT: usize = 2;

/// Likeness from which a denial answers a claim.
const ANSWERED: f32 = 0.55;

/// Propositions between words that refer to a claim and that claim, at most.
const REACH: usize = 4;

/// Likeness from which two plain statements, one of them negated, contradict one another.
const SAID: f32 = 0.62;

/// The same, where both have a word for one deed.
const DONE: f32 = 0.56;

/// Likeness from which a doubt is one of what the other claims.
const DOUBTED: f32 = 0.6;

/// Likeness from which two claims differ in nothing but a number.
const COUNTED: f32 = 0.66;

/// What one speaker says on a point in words that show it.
#[derive(Clone, Copy)]
struct Claim<'a> {
    speaker: SpeakerId,
    proposition: &'a Proposition,
    stance: i8,
}

/// A contest with how well its two passages match.
struct Candidate {
    contest: Contest,
    match_of_words: (u32, u32),
}

pub(super) fn find(evidence: &Evidence<'_>) -> Vec<Contest> {
    let mut contests = Vec::new();
    for (at, point) in evidence.points.iter().enumerate() {
        let claims = claims(evidence, point);
        let both_ways = both_ways(&claims);
        let mut best: HashMap<(SpeakerId, SpeakerId), Candidate> = HashMap::new();
        let pairs = claims
            .iter()
            .enumerate()
            .flat_map(|(at, one)| claims[at + 1..].iter().map(move |other| (one, other)));
        for (one, other) in pairs
            .filter(|(one, other)| {
                one.speaker != other.speaker && !overlap(evidence, one.speaker, other.speaker)
            })
            .take(PAIRS)
        {
            if both_ways.contains(&one.speaker) || both_ways.contains(&other.speaker) {
                continue;
            }
            let likeness = evidence.alike.likeness(one.proposition, other.proposition);
            let Some(candidate) = conflict(evidence, IssueId::from_index(at), one, other, likeness) else {
                continue;
            };
            let key = (one.speaker.min(other.speaker), one.speaker.max(other.speaker));
            match best.get(&key) {
                Some(known) if known.match_of_words >= candidate.match_of_words => {}
                _ => {
                    best.insert(key, candidate);
                }
            }
        }
        let found: Vec<Contest> = best.into_values().map(|candidate| candidate.contest).collect();
        let kept = found
            .iter()
            .filter(|contest| !is_told_by_name(evidence, contest, &found));
        contests.extend(kept.cloned());
    }
    contests
}

/// Whether a party that is only "the company" may be a body that is named on the same side against the same opponent.
fn is_told_by_name(evidence: &Evidence<'_>, contest: &Contest, found: &[Contest]) -> bool {
    let body = |speaker: SpeakerId| {
        let speakers = &evidence.analysis().speakers;
        speakers
            .get(speaker.index())
            .is_some_and(|speaker| speaker.kind == SpeakerKind::Organization)
    };
    let definite = |speaker: SpeakerId| evidence.context.is_definite(speaker);
    let bare =
        |speaker: SpeakerId| !definite(speaker) && evidence.name(speaker).split_whitespace().count() == 2;
    let covers = |own: SpeakerId, named: SpeakerId| own != named && body(own) && bare(own) && definite(named);
    found.iter().any(|other| {
        other.kind == contest.kind
            && (other.b == contest.b && covers(contest.a, other.a)
                || other.a == contest.a && covers(contest.b, other.b))
    })
}

/// The claims on a point that are a speaker's own and take a side.
fn claims<'a>(evidence: &Evidence<'a>, point: &Point) -> Vec<Claim<'a>> {
    let propositions = evidence.propositions;
    let claims = point.members.iter().filter_map(|member| {
        let proposition = &propositions[member.proposition];
        let statement = &evidence.context.analysis.statements[proposition.statement.index()];
        let claims = match statement.act {
            Act::Asserts | Act::Believes | Act::Denies | Act::Disputes | Act::Accepts | Act::Doubts => true,
            // "promised that the clinic would stay open".
            Act::Promises => proposition.finite,
            _ => false,
        };
        let stance = proposition.stance * member.turn * point.label_polarity;
        let named = statement.speaker.is_some_and(|speaker| {
            !is_somebody(evidence.name(speaker)) || are_told_apart(evidence, proposition)
        });
        (claims && named && stance != 0 && evidence.is_first_hand(proposition.statement)).then_some(Claim {
            speaker: statement.speaker?,
            proposition,
            stance,
        })
    });
    let mut of_speaker: HashMap<SpeakerId, usize> = HashMap::new();
    let few = |claim: &Claim<'_>| {
        let count = of_speaker.entry(claim.speaker).or_default();
        *count += 1;
        *count <= CLAIMS
    };
    claims.filter(few).take(CLAIMS * CLAIMS).collect()
}

/// Speakers whose own words are on both sides.
fn both_ways(claims: &[Claim<'_>]) -> HashSet<SpeakerId> {
    let on = |stance: i8| -> HashSet<SpeakerId> {
        let side = claims.iter().filter(|claim| claim.stance == stance);
        side.map(|claim| claim.speaker).collect()
    };
    on(1).intersection(&on(-1)).copied().collect()
}

/// The contest that two claims make, if they make one.
fn conflict(
    evidence: &Evidence<'_>,
    issue: IssueId,
    one: &Claim<'_>,
    other: &Claim<'_>,
    likeness: Likeness,
) -> Option<Candidate> {
    let article =
        |claim: &Claim<'_>| evidence.analysis().statements[claim.proposition.statement.index()].article;
    let one_account = article(one) == article(other);
    if !same_subject(evidence, one.proposition, other.proposition, likeness)
        || !plain_reference(evidence, one, other)
        || one_account && !may_be_one_matter(evidence, one, other, likeness)
    {
        return None;
    }
    if !match_closely(evidence, one, other, likeness) {
        return None;
    }
    let names = (evidence.name(one.speaker), evidence.name(other.speaker));
    let label = &evidence.issues[issue.index()].label;
    let (kind, why) = if one.stance == other.stance {
        if likeness.cosine < COUNTED || likeness.shared < 2 {
            return None;
        }
        let (left, right) = different_value(one.proposition, other.proposition, one_account)?;
        let why = format!(
            "{} says {}, {} says {}: {label}",
            names.0, left.written, names.1, right.written
        );
        (ContestKind::DifferentValue, why)
    } else {
        opposite(evidence, one, other, label)?
    };
    // The side that is for it comes first.
    let (first, second) = if one.stance >= other.stance {
        (one, other)
    } else {
        (other, one)
    };
    Some(Candidate {
        contest: Contest {
            issue,
            a: first.speaker,
            b: second.speaker,
            kind,
            evidence: [first.proposition.statement, second.proposition.statement],
            why,
        },
        match_of_words: (
            hundredths(likeness.cosine),
            same_words(
                evidence,
                first.proposition.statement,
                second.proposition.statement,
            ),
        ),
    })
}

/// Whether both are about one thing being or doing something, in words alike enough.
fn match_closely(evidence: &Evidence<'_>, one: &Claim<'_>, other: &Claim<'_>, likeness: Likeness) -> bool {
    let matter = |claim: &Claim<'_>| claim.proposition.matter(likeness.converse);
    let sweeping = one.proposition.sweeping || other.proposition.sweeping;
    let answer = sweeping || answers(evidence, one) || answers(evidence, other);
    // That both say what is done, in words for one deed, makes up for what else they tell of it.
    let one_deed = one.proposition.predicate.is_some()
        && other.proposition.predicate.is_some()
        && same_predicate(evidence, one.proposition, other.proposition);
    let said = if one_deed { DONE } else { SAID };
    let refers = one.proposition.refers_to.is_some() || other.proposition.refers_to.is_some();
    // Things, bills and people are supported and opposed; only what is said to be so is contested.
    let tells = |claim: &Claim<'_>| {
        let statement = &evidence.analysis().statements[claim.proposition.statement.index()];
        claim.proposition.finite || claim.proposition.refers_to.is_some() || statement.act == Act::Denies
    };
    if !tells(one) || !tells(other) || !one.proposition.finite && !other.proposition.finite {
        return false;
    }
    let points = |claim: &Claim<'_>| matter(claim) == 1 && points_elsewhere(evidence, claim);
    if (points(one) || points(other)) && !are_near(evidence, one, other) {
        return false;
    }
    if refers {
        // Far back, "the claim" may be another's.
        let near = one.proposition.reach.max(other.proposition.reach) <= REACH;
        let clear =
            |claim: &Claim<'_>| claim.proposition.refers_to.is_none() || refers_clearly(evidence, claim);
        return answer && near && clear(one) && clear(other) && likeness.cosine >= ANSWERED;
    }
    match likeness.shared {
        0 => false,
        // "denied any meddling": a noun for what somebody is said to have done.
        // "Merrin had signed": so little needs the one who is named.
        1 if !answer => {
            matter(one).min(matter(other)) == 1
                && one_name(evidence, one.proposition, other.proposition)
                && likeness.cosine >= said
        }
        1 => {
            // "I don't think that works" may be about anything.
            let noun = |claim: &Claim<'_>| {
                let id = claim.proposition.statement;
                let statement = &evidence.analysis().statements[id.index()];
                let denies = matches!(statement.act, Act::Denies | Act::Disputes)
                    && statement.factuality == Factuality::CertainNot;
                matter(claim) == 1 && (denies || !claim.proposition.finite)
            };
            // "nobody was hurt" and "six people were hurt".
            let counted = sweeping
                && one.proposition.predicate.is_some()
                && one.proposition.predicate == other.proposition.predicate
                && !(one.proposition.values.is_empty() && other.proposition.values.is_empty());
            matter(one).min(matter(other)) == 1
                && likeness.cosine >= ANSWERED
                && (!sweeping && (noun(one) || noun(other))
                    || one_name(evidence, one.proposition, other.proposition)
                    || says_there_is_none(evidence, one.proposition)
                    || says_there_is_none(evidence, other.proposition)
                    || counted)
        }
        2 => likeness.cosine >= if answer { ANSWERED } else { said },
        _ => likeness.cosine >= ANSWERED,
    }
}

/// Whether the words begin with what stands for something said before: "*that’s* going to work" may be about anything.
fn points_elsewhere(evidence: &Evidence<'_>, claim: &Claim<'_>) -> bool {
    let text = evidence.context.text(claim.proposition.statement);
    let words = claim.proposition.words.map_or("", |words| words.of(text));
    let words = words.to_lowercase().replace('’', "'");
    let mut words = words.split(' ').skip_while(|word| *word == "that").peekable();
    let next = words.peek().copied().unwrap_or_default();
    let auxiliary = |word: &str| classify(word, word) == Class::Auxiliary;
    // "that is going to work" and "that that is …"
    auxiliary(next)
        || matches!(next, "that's" | "that'll" | "it's" | "it'll")
        || matches!(next, "this" | "it") && words.nth(1).is_some_and(auxiliary)
}

/// Whether one is said right after the other.
fn are_near(evidence: &Evidence<'_>, one: &Claim<'_>, other: &Claim<'_>) -> bool {
    let place = |claim: &Claim<'_>| {
        let id = claim.proposition.statement;
        (evidence.analysis().statements[id.index()].article, id.index())
    };
    let (one, other) = (place(one), place(other));
    one.0 == other.0 && one.1.abs_diff(other.1) <= NEXT
}

/// Whether they share a word of what is said as it is, and not only words that are alike.
fn same_word(one: &Claim<'_>, other: &Claim<'_>) -> bool {
    let matter = |claim: &Claim<'_>| {
        let terms = claim.proposition.terms.iter();
        let matter = terms.filter(|term| matches!(term.kind, Kind::Matter | Kind::Act));
        matter.map(|term| term.word).collect::<Vec<_>>()
    };
    let others = matter(other);
    matter(one).iter().any(|word| others.contains(word))
}

/// Whether two claims in one account may be about one matter: its writer says a thing in much the same words, and of the
/// same people, unless it is one deed told of either side.
fn may_be_one_matter(
    evidence: &Evidence<'_>,
    one: &Claim<'_>,
    other: &Claim<'_>,
    likeness: Likeness,
) -> bool {
    let who = |claim: &Claim<'_>| {
        let terms = claim.proposition.terms.iter();
        let who = terms.filter(|term| term.depth == 0 && matches!(term.kind, Kind::Name | Kind::Somebody));
        who.map(|term| term.word).collect::<Vec<_>>()
    };
    let (left, right) = (who(one), who(other));
    let others = !left.is_empty() && !right.is_empty() && !left.iter().any(|word| right.contains(word));
    let predicates = (one.proposition.predicate, other.proposition.predicate);
    let one_deed = predicates.0.is_some()
        && predicates.1.is_some()
        && same_predicate(evidence, one.proposition, other.proposition);
    // "denied any meddling" answers whatever is a kind of it.
    let answers_all = |claim: &Claim<'_>| claim.proposition.sweeping && !claim.proposition.finite;
    answers_all(one)
        || answers_all(other)
        || likeness.converse
        || (one_deed || !others) && (likeness.shared > 2 || same_word(one, other))
}

/// Whether a reference is by a noun ("the claim"), or a denial ("denied it"): what somebody opposes or does not believe,
/// where it is only "it", may be anything.
fn refers_clearly(evidence: &Evidence<'_>, claim: &Claim<'_>) -> bool {
    let statement = &evidence.analysis().statements[claim.proposition.statement.index()];
    let text = evidence.context.text(claim.proposition.statement);
    let content = statement.content.first().map_or("", |span| span.of(text));
    // "rejected *that*" answers what was just said.
    let pointed = statement.act == Act::Disputes
        && matches!(content.trim(), "this" | "that")
        && claim.proposition.reach == 0;
    statement.act == Act::Denies && !statement.negated || pointed || content.split_whitespace().count() > 1
}

/// Whether what only refers to other words refers to these.
fn plain_reference(evidence: &Evidence<'_>, one: &Claim<'_>, other: &Claim<'_>) -> bool {
    let speaker = |id: StatementId| evidence.analysis().statements[id.index()].speaker;
    let refers = |claim: &Claim<'_>, to: &Claim<'_>| {
        claim
            .proposition
            .refers_to
            .is_none_or(|id| id == to.proposition.statement || speaker(id) == Some(to.speaker))
    };
    refers(one, other) && refers(other, one)
}

fn opposite(
    evidence: &Evidence<'_>,
    one: &Claim<'_>,
    other: &Claim<'_>,
    label: &str,
) -> Option<(ContestKind, String)> {
    let (pro, contra) = if one.stance > 0 {
        (one, other)
    } else {
        (other, one)
    };
    let (name, opponent) = (evidence.name(pro.speaker), evidence.name(contra.speaker));
    let sure = |claim: &Claim<'_>| claim.proposition.certainty >= Certainty::Probable;
    if !sure(pro) && !sure(contra) {
        return None;
    }
    let acting = (pro.proposition.actor, contra.proposition.actor);
    let one_actor = acting.0.is_some() && acting.0 == acting.1;
    let sided = sure(pro) && sure(contra) || doubted(evidence, pro, contra);
    if !sided {
        return None;
    }
    Some(if !sure(pro) || !sure(contra) {
        let (certain, unsure) = if sure(pro) {
            (name, opponent)
        } else {
            (opponent, name)
        };
        let why = format!("{certain} is certain where {unsure} leaves it open: {label}");
        (ContestKind::DifferentCommitment, why)
    } else if one_actor && !answers(evidence, contra) {
        let why = format!("{name} tells it so, {opponent} the other way: {label}");
        (ContestKind::IncompatibleActs, why)
    } else {
        let why = format!("{name} is for, {opponent} against: {label}");
        (ContestKind::OppositeStance, why)
    })
}

/// A likeness as a whole number, for telling the better of two matches.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a likeness is from 0 to 1"
)]
fn hundredths(likeness: f32) -> u32 {
    (likeness * 100.0) as u32
}

/// Whether one says outright what the other says in a clause may not be.
fn doubted(evidence: &Evidence<'_>, pro: &Claim<'_>, contra: &Claim<'_>) -> bool {
    let likeness = evidence.alike.likeness(pro.proposition, contra.proposition);
    let own = |claim: &Claim<'_>| {
        let proposition = claim.proposition;
        proposition.finite && !proposition.sweeping && proposition.refers_to.is_none()
    };
    let asserts = |claim: &Claim<'_>| {
        let statement = &evidence.analysis().statements[claim.proposition.statement.index()];
        matches!(statement.act, Act::Asserts | Act::Doubts)
    };
    own(pro) && own(contra) && asserts(pro) && asserts(contra) && likeness.cosine >= DOUBTED
}

/// Whether the claim answers another's, rather than telling what was done.
fn answers(evidence: &Evidence<'_>, claim: &Claim<'_>) -> bool {
    let statement = &evidence.analysis().statements[claim.proposition.statement.index()];
    matches!(statement.act, Act::Denies | Act::Disputes | Act::Doubts)
}

/// How many words two contents have in common, as written.
fn same_words(evidence: &Evidence<'_>, one: StatementId, other: StatementId) -> u32 {
    let words = |id: StatementId| -> HashSet<String> {
        let text = evidence.context.text(id);
        let content = evidence.analysis().statements[id.index()].content.first();
        let words = content
            .map_or("", |span| span.of(text))
            .split_whitespace()
            .take(24);
        words.map(str::to_lowercase).collect()
    };
    words(one).intersection(&words(other)).count() as u32
}

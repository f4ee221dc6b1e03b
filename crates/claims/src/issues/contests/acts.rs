//! One person who is said to have done two things that do not go together: "accepted", "pressed".

use std::collections::{HashMap, HashSet};

use super::Evidence;
use crate::issues::position::{Reporter, reporter};
use crate::{Act, ArticleId, Contest, ContestKind, IssueId, SpeakerId, SpeakerKind, Statement, StatementId};

/// Pairs of acts compared for one person.
const PAIRS: usize = 400;

/// Bytes after a cue within which its target is named.
const NEAR: u32 = 24;

/// What somebody is said to have done.
#[derive(Clone, Copy)]
struct Deed {
    statement: StatementId,
    issue: Option<IssueId>,
    stance: i8,
    /// Whether it is toward something said to be so, and not a thing.
    finite: bool,
}

pub(super) fn find(evidence: &Evidence<'_>) -> Vec<Contest> {
    let mut contests = Vec::new();
    let mut seen = HashSet::new();
    let mut groups: Vec<(SpeakerId, Vec<Deed>)> = deeds(evidence).into_iter().collect();
    groups.sort_unstable_by_key(|(actor, _)| *actor);
    for (actor, deeds) in groups {
        let pairs = deeds
            .iter()
            .enumerate()
            .flat_map(|(at, one)| deeds[at + 1..].iter().map(move |other| (one, other)));
        for (one, other) in pairs.take(PAIRS) {
            let Some(contest) = conflict(evidence, actor, *one, *other) else {
                continue;
            };
            // Once for each account that has the first of the two.
            let article = evidence.analysis().statements[contest.evidence[0].index()].article;
            if seen.insert((contest.a, contest.b, article)) {
                contests.push(contest);
            }
        }
    }
    contests
}

/// What each definite person or organization is said to have done toward what others say.
fn deeds(evidence: &Evidence<'_>) -> HashMap<SpeakerId, Vec<Deed>> {
    let mut on: HashMap<StatementId, (IssueId, i8, bool)> = HashMap::new();
    for (at, point) in evidence.points.iter().enumerate() {
        for member in &point.members {
            let proposition = &evidence.propositions[member.proposition];
            let stance = proposition.stance * member.turn * point.label_polarity;
            on.entry(proposition.statement)
                .or_insert((IssueId::from_index(at), stance, proposition.finite));
        }
    }
    let mut deeds: HashMap<SpeakerId, Vec<Deed>> = HashMap::new();
    for (at, statement) in evidence.analysis().statements.iter().enumerate() {
        let id = StatementId::from_index(at);
        let toward = matches!(
            statement.act,
            Act::Accepts | Act::Presses | Act::Disputes | Act::Denies
        );
        if let Some(actor) = statement
            .speaker
            .filter(|&actor| toward && evidence.context.is_definite(actor))
        {
            let (issue, stance, finite) = on.get(&id).map_or((None, 0, false), |&(issue, stance, finite)| {
                (Some(issue), stance, finite)
            });
            deeds.entry(actor).or_default().push(Deed {
                statement: id,
                issue,
                stance,
                finite,
            });
        }
    }
    deeds
}

fn conflict(evidence: &Evidence<'_>, actor: SpeakerId, one: Deed, other: Deed) -> Option<Contest> {
    let statement = |deed: Deed| &evidence.analysis().statements[deed.statement.index()];
    // The one who is said to have accepted it comes first.
    let (one, other) = if statement(other).act == Act::Accepts {
        (other, one)
    } else {
        (one, other)
    };
    let acts = (statement(one).act, statement(other).act);
    if !matches!(acts, (Act::Accepts, Act::Presses | Act::Disputes | Act::Denies)) {
        return None;
    }
    let same_issue = one.issue.is_some()
        && one.issue == other.issue
        && one.stance * other.stance < 0
        && one.finite
        && other.finite;
    let target = common_target(evidence, statement(one), statement(other), actor)
        .filter(|_| takes_words(evidence, one.statement));
    // "agreed to vote against it" is one deed.
    let within = |outer: &Statement, inner: &Statement| {
        let cue = inner.cue.first();
        outer.article == inner.article
            && cue.is_some_and(|&cue| {
                outer
                    .content
                    .iter()
                    .chain(&outer.cue)
                    .any(|span| span.overlaps(cue))
            })
    };
    if within(statement(one), statement(other)) || within(statement(other), statement(one)) {
        return None;
    }
    if !same_issue && target.is_none() {
        return None;
    }
    let (a, b) = (teller(evidence, one)?, teller(evidence, other)?);
    let told = |deed: Deed| {
        matches!(
            reporter(evidence.analysis(), deed.statement),
            Reporter::Speaker(_)
        )
    };
    // What an account itself tells of somebody twice, it tells of two times.
    if a.who == b.who || !told(one) && !told(other) && statement(one).article == statement(other).article {
        return None;
    }
    let what = target.map_or(String::new(), |target| {
        format!(" what {} says", evidence.name(target))
    });
    Some(Contest {
        issue: one.issue.or(other.issue)?,
        a: a.who,
        b: b.who,
        kind: ContestKind::IncompatibleActs,
        evidence: [a.evidence, b.evidence],
        why: format!(
            "according to {}, {} {}{what}; according to {}, {} {}{}",
            evidence.name(a.who),
            evidence.name(actor),
            acts.0,
            evidence.name(b.who),
            evidence.name(actor),
            acts.1,
            target.map_or(String::new(), |target| format!(" {}", evidence.name(target))),
        ),
    })
}

/// Who tells of a deed, and the passage in which they do.
struct Teller {
    who: SpeakerId,
    evidence: StatementId,
}

/// Who vouches for a deed: the reporter around it, or where the account itself tells it the doer, whose words it gives.
fn teller(evidence: &Evidence<'_>, deed: Deed) -> Option<Teller> {
    let statements = &evidence.analysis().statements;
    let statement = &statements[deed.statement.index()];
    match reporter(evidence.analysis(), deed.statement) {
        Reporter::Account(article) => {
            let spoken = matches!(statement.act, Act::Denies | Act::Disputes);
            Some(Teller {
                who: if spoken {
                    statement.speaker?
                } else {
                    voice(evidence, article)?
                },
                evidence: deed.statement,
            })
        }
        Reporter::Speaker(who) => {
            let outer = statement.inside?;
            let vouches = matches!(
                statements[outer.index()].act,
                Act::Asserts | Act::Believes | Act::Accepts
            );
            vouches.then_some(Teller { who, evidence: outer })
        }
    }
}

/// The speaker that is an account's own voice.
fn voice(evidence: &Evidence<'_>, article: ArticleId) -> Option<SpeakerId> {
    let article = evidence.analysis().articles.get(article.index())?;
    let name = article
        .outlet
        .as_ref()
        .or(article.author.as_ref())
        .unwrap_or(&article.id);
    let speakers = &evidence.analysis().speakers;
    speakers
        .iter()
        .position(|speaker| speaker.kind == SpeakerKind::Author && speaker.name == *name)
        .map(SpeakerId::from_index)
}

/// Whether it is somebody's words that are accepted ("accepted *Ode's denial*"), not a fact.
fn takes_words(evidence: &Evidence<'_>, id: StatementId) -> bool {
    let statements = &evidence.analysis().statements;
    let start = statements[id.index()]
        .content
        .first()
        .map_or(0, |span| span.start);
    evidence.context.children[id.index()].iter().any(|child| {
        let inner = &statements[child.index()];
        let first = inner.source.first().or(inner.cue.first());
        inner.nominal && first.is_some_and(|span| span.start <= start + NEAR)
    })
}

/// Whom both acts are done to: a speaker named right after either cue.
fn common_target(
    evidence: &Evidence<'_>,
    one: &Statement,
    other: &Statement,
    actor: SpeakerId,
) -> Option<SpeakerId> {
    let targets = |statement: &Statement| -> Vec<SpeakerId> {
        let Some(cue) = statement.cue.last() else {
            return Vec::new();
        };
        let near = evidence
            .context
            .mentions
            .from(statement.article, cue.end, cue.end + NEAR);
        near.filter(|&speaker| speaker != actor).take(2).collect()
    };
    let others = targets(other);
    targets(one).into_iter().find(|target| others.contains(target))
}

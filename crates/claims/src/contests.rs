//! Where statements cannot both stand. Thin evidence makes no contest.

use std::collections::{HashMap, HashSet};

use crate::issues::stems;
use crate::{
    Act, Analysis, ArticleId, Contest, ContestKind, Form, IssueId, SpeakerId, SpeakerKind, Stance, Statement,
    StatementId,
};

/// Pairs of positions looked at on one issue.
const PAIRS: usize = 40;

/// Bytes after a cue within which its target is named.
const NEAR: u32 = 24;

/// The contests of an analysis whose issues are known.
pub(crate) fn find(analysis: &Analysis) -> Vec<Contest> {
    let mut contests = Vec::new();
    let mut seen = HashSet::new();
    for (at, issue) in analysis
        .issues
        .iter()
        .enumerate()
        .filter(|(_, issue)| issue.positions.len() > 1)
    {
        let issue_id = IssueId::from_index(at);
        let with = |stance| {
            issue
                .positions
                .iter()
                .filter(move |position| position.stance == stance)
        };
        for (pro, contra) in with(Stance::For)
            .flat_map(|pro| with(Stance::Against).map(move |contra| (pro, contra)))
            .take(PAIRS)
        {
            // The one must say it, the other deny or dispute it, each in words that are the reporter's own or posted.
            let said = |id: &&StatementId, acts: &[Act]| {
                let statement = &analysis.statements[id.index()];
                let outer = statement
                    .inside
                    .map(|outer| analysis.statements[outer.index()].form);
                acts.contains(&statement.act) && outer.is_none_or(|form| form == Form::Post)
            };
            let a = pro
                .statements
                .iter()
                .find(|id| said(id, &[Act::Asserts, Act::Believes]));
            let b = contra
                .statements
                .iter()
                .find(|id| said(id, &[Act::Denies, Act::Disputes]));
            let (Some(&a), Some(&b)) = (a, b) else { continue };
            let both_ways = |speaker| {
                with(Stance::For).any(|p| p.speaker == speaker)
                    && with(Stance::Against).any(|p| p.speaker == speaker)
            };
            if !plainly_alike(analysis, a, b) {
                continue;
            }
            if pro.speaker != contra.speaker && !both_ways(pro.speaker) && !both_ways(contra.speaker) {
                contests.push(Contest {
                    issue: issue_id,
                    a: pro.speaker,
                    b: contra.speaker,
                    kind: ContestKind::OppositeStance,
                    evidence: [a, b],
                    why: format!(
                        "{} is for, {} against: {}",
                        name(analysis, pro.speaker),
                        name(analysis, contra.speaker),
                        issue.label
                    ),
                });
            }
        }
    }
    incompatible_acts(analysis, &mut contests, &mut seen);
    contests
}

fn name(analysis: &Analysis, speaker: SpeakerId) -> &str {
    analysis
        .speakers
        .get(speaker.index())
        .map_or("somebody", |speaker| &speaker.name)
}

/// Acts that one person does not do toward one target at one time.
fn clash(a: Act, b: Act) -> bool {
    matches!((a, b), (Act::Accepts, Act::Presses | Act::Disputes | Act::Denies))
}

/// One person who is said by two reporters to have done two things toward one target that do not go together.
fn incompatible_acts(
    analysis: &Analysis,
    contests: &mut Vec<Contest>,
    seen: &mut HashSet<(SpeakerId, SpeakerId, u32, u32)>,
) {
    let issue_of: HashMap<StatementId, IssueId> = analysis
        .issues
        .iter()
        .enumerate()
        .flat_map(|(at, issue)| {
            issue
                .statements
                .iter()
                .map(move |&id| (id, IssueId::from_index(at)))
        })
        .collect();
    let mentions = mentions(analysis);
    let mut by_actor: HashMap<(SpeakerId, SpeakerId), Vec<StatementId>> = HashMap::new();
    for (at, statement) in analysis.statements.iter().enumerate() {
        let id = StatementId::from_index(at);
        if let (Some(actor), Some(_)) = (statement.speaker, statement.inside)
            && matches!(
                statement.act,
                Act::Accepts | Act::Presses | Act::Disputes | Act::Denies
            )
            && is_definite(analysis, actor)
        {
            for target in targets(&mentions, statement, actor) {
                by_actor.entry((actor, target)).or_default().push(id);
            }
        }
    }
    let mut groups: Vec<_> = by_actor.into_iter().collect();
    groups.sort_unstable();
    for ((actor, target), ids) in groups {
        let of = |id: StatementId| &analysis.statements[id.index()];
        for (&first, &second) in ids
            .iter()
            .flat_map(|a| ids.iter().map(move |b| (a, b)))
            .take(PAIRS * PAIRS)
        {
            let (Some(a), Some(b)) = (of(first).inside, of(second).inside) else {
                continue;
            };
            let (Some(from), Some(to)) = (of(a).speaker, of(b).speaker) else {
                continue;
            };
            let Some(&issue) = issue_of.get(&first) else {
                continue;
            };
            if !clash(of(first).act, of(second).act)
                || from == to
                || from == actor
                || to == actor
                || sign(of(a).act) <= 0
                || sign(of(b).act) <= 0
                || !seen.insert((from, to, of(a).article.0, of(b).article.0))
            {
                continue;
            }
            contests.push(Contest {
                issue,
                a: from,
                b: to,
                kind: ContestKind::IncompatibleActs,
                evidence: [a, b],
                why: format!(
                    "according to {}, {} {} what {} says; according to {}, {} {} {}",
                    name(analysis, from),
                    name(analysis, actor),
                    of(first).act,
                    name(analysis, target),
                    name(analysis, to),
                    name(analysis, actor),
                    of(second).act,
                    name(analysis, target),
                ),
            });
        }
    }
}

fn sign(act: Act) -> i8 {
    match act {
        Act::Asserts | Act::Believes | Act::Accepts => 1,
        _ => 0,
    }
}

/// "a source" and "officials" may be different people each time.
fn is_definite(analysis: &Analysis, speaker: SpeakerId) -> bool {
    analysis
        .speakers
        .get(speaker.index())
        .is_some_and(|speaker| matches!(speaker.kind, SpeakerKind::Person | SpeakerKind::Organization))
}

/// Whether two statements share at least two words of matter besides names: what was grouped more loosely is no contest.
fn plainly_alike(analysis: &Analysis, a: StatementId, b: StatementId) -> bool {
    let words = |id: StatementId| {
        let statement = &analysis.statements[id.index()];
        let text = analysis
            .articles
            .get(statement.article.index())
            .map_or("", |article| &article.text);
        statement
            .content
            .first()
            .map_or_else(Vec::new, |span| stems(span.of(text)))
    };
    let other = words(b);
    words(a)
        .iter()
        .filter(|stem| !stem.starts_with('@') && other.contains(stem))
        .count()
        >= 2
}

/// Where speakers are mentioned, for finding whom an act is done to.
fn mentions(analysis: &Analysis) -> Vec<(ArticleId, u32, SpeakerId)> {
    let mut all: Vec<_> = analysis
        .speakers
        .iter()
        .enumerate()
        .flat_map(|(at, speaker)| {
            speaker
                .mentions
                .iter()
                .map(move |mention| (mention.article, mention.span.start, SpeakerId::from_index(at)))
        })
        .collect();
    all.sort_unstable();
    all
}

/// Whom an act is done to: the speakers named right after its cue.
fn targets(
    mentions: &[(ArticleId, u32, SpeakerId)],
    statement: &Statement,
    actor: SpeakerId,
) -> Vec<SpeakerId> {
    let Some(cue) = statement.cue.last() else {
        return Vec::new();
    };
    let from = mentions.partition_point(|&(article, at, _)| (article, at) < (statement.article, cue.end));
    let near = mentions[from..].iter().take(4).filter(|(article, at, speaker)| {
        *article == statement.article && *at < cue.end + NEAR && *speaker != actor
    });
    near.map(|&(.., speaker)| speaker).take(2).collect()
}

//! Propositions of all statements; words that stand for what was said before ("the claim", "it", "this is not true") get
//! what they stand for.

use super::Context;
use super::proposition::{self, About, Kind, Proposition, Reference};
use crate::{Act, Form, SpeakerId, StatementId};

/// Propositions of an article looked back over.
const BACK: usize = 60;

/// Bytes from the start of a content within which its main verb stands.
const NEAR: u32 = 48;

/// The propositions of every statement, in the order of the statements.
pub(super) fn propositions(context: &mut Context<'_>) -> Vec<Proposition> {
    let mut all: Vec<Proposition> = Vec::new();
    let (mut article, mut first) = (None, 0);
    for at in 0..context.analysis.statements.len() {
        let id = StatementId::from_index(at);
        let statement = &context.analysis.statements[at];
        if article != Some(statement.article) {
            article = Some(statement.article);
            first = all.len();
        }
        let before = all.len();
        match proposition::of(context, id) {
            About::Own(own) => all.extend(own),
            About::Before(reference) => {
                let earlier = &all[first.max(all.len().saturating_sub(BACK))..];
                let resolved = resolve(context, earlier, id, reference);
                all.extend(resolved);
            }
            About::Nothing => {}
        }
        if let [.., resolved] = all.as_slice()
            && all.len() == before + 1
            && resolved.refers_to.is_some()
        {
            complete(context, &mut all, id);
        }
    }
    all
}

/// "Ode said Reyes had denied *the charge*": what Ode says is about what the charge is about.
fn complete(context: &Context<'_>, all: &mut [Proposition], id: StatementId) {
    let statement = &context.analysis.statements[id.index()];
    let Some((resolved, earlier)) = all.split_last_mut() else {
        return;
    };
    let Some(outer) = statement.inside.filter(|_| proposition::answers(statement.act)) else {
        return;
    };
    let (Some(cue), Some(around)) = (
        statement.cue.first(),
        context.analysis.statements[outer.index()].content.first(),
    ) else {
        return;
    };
    if cue.start > around.start + NEAR {
        return;
    }
    let reported = earlier
        .iter_mut()
        .rev()
        .take(BACK)
        .find(|proposition| proposition.statement == outer);
    if let Some(reported) = reported {
        // What stood for it is replaced: the words after the act only name it.
        reported
            .terms
            .retain(|term| matches!(term.kind, Kind::Name | Kind::Act));
        for term in &resolved.terms {
            if !reported.terms.iter().any(|known| known.word == term.word) {
                reported.terms.push(*term);
            }
        }
    }
}

/// Whether all that the statement says it is about is "this" or "that".
fn is_pronoun(context: &Context<'_>, id: StatementId) -> bool {
    let words = context.analysis.statements[id.index()].content.first();
    words.is_some_and(|span| matches!(span.of(context.text(id)).trim(), "this" | "that"))
}

/// What a reference of statement `id` stands for among the propositions before it.
fn resolve(
    context: &Context<'_>,
    earlier: &[Proposition],
    id: StatementId,
    reference: Reference,
) -> Option<Proposition> {
    let speaker_of =
        |proposition: &Proposition| context.analysis.statements[proposition.statement.index()].speaker;
    let statement = &context.analysis.statements[id.index()];
    let by = |speaker: SpeakerId| move |proposition: &&Proposition| speaker_of(proposition) == Some(speaker);
    // Who takes a stance on what was said answers another; only statements with a side can be answered.
    let sided = || {
        earlier
            .iter()
            .rev()
            .filter(|proposition| proposition.stance != 0 && proposition.has_matter())
    };
    let (target, stance) = match reference.owner {
        Some(owner) if reference.denial => {
            // "accepted his denial": of what he denied before, or of what was last held against him.
            let denied = sided().find(|proposition| by(owner)(proposition) && proposition.stance < 0);
            let target =
                denied.or_else(|| sided().find(|proposition| speaker_of(proposition) != Some(owner)))?;
            (target, reference.sign)
        }
        Some(owner) => {
            let target = sided().find(by(owner))?;
            (target, reference.sign * target.stance)
        }
        None => {
            let again = statement
                .speaker
                .filter(|_| proposition::answers(statement.act))
                .and_then(|speaker| {
                    sided()
                        .find(|proposition| by(speaker)(proposition) && proposition.stance == reference.sign)
                });
            if let Some(again) = again {
                (again, again.stance)
            } else {
                // A finding is sooner what was reported than what was quoted in passing.
                let others = || sided().filter(|proposition| speaker_of(proposition) != statement.speaker);
                let told = |proposition: &&Proposition| {
                    context.analysis.statements[proposition.statement.index()].form != Form::Direct
                };
                // What is pointed at was said last, if it says something.
                let pointed = others()
                    .next()
                    .filter(|proposition| is_pronoun(context, id) && proposition.matter(false) > 1);
                let last = pointed
                    .or_else(|| others().find(told))
                    .or_else(|| others().next())?;
                // "Ode said the board had ignored warnings of leaks. Pell disputed this": not the leaks.
                let around = context.outermost(last.statement);
                let whole =
                    |known: &&Proposition| known.finite && context.outermost(known.statement) == around;
                let other = if last.finite {
                    last
                } else {
                    others().find(whole).unwrap_or(last)
                };
                // After a denial "the claim" and "it" are what was denied.
                let denied = matches!(
                    context.analysis.statements[other.statement.index()].act,
                    Act::Denies | Act::Disputes
                );
                let held = if denied { 1 } else { other.stance };
                (other, reference.sign * held)
            }
        }
    };
    Some(Proposition {
        statement: id,
        stance,
        polarity: 1,
        certainty: reference.certainty,
        words: None,
        terms: target.terms.clone(),
        actor: target.actor,
        subject: target.subject,
        predicate: target.predicate,
        passive: target.passive,
        subject_acts: target.subject_acts,
        finite: target.finite,
        reach: if reference.owner.is_some() {
            0
        } else {
            // What the same speaker goes on to say, and reports, stands between like the rest of one answer.
            let voice = |proposition: &Proposition| {
                let outermost = context.outermost(proposition.statement);
                context.analysis.statements[outermost.index()].speaker
            };
            let between = earlier
                .iter()
                .rev()
                .take_while(|known| known.statement != target.statement);
            between.filter(|known| voice(known) != voice(target)).count()
        },
        refers_to: Some(target.refers_to.unwrap_or(target.statement)),
        wanted: None,
        values: Vec::new(),
        sweeping: false,
        aside: false,
    })
}

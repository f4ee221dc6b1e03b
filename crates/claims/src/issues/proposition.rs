//! What a statement is about: the words that matter of the clause or phrase that it takes a stance on.

use super::Context;
use super::segment::{Segment, segments, tokens};
use super::values::Value;
use crate::clause::{Certainty, Clause};
use crate::verdict::{is_verb, opening};
use crate::{Act, Attitude, Form, Span, SpeakerId, Statement, StatementId};

/// Words of what is told of a claim among which a verdict on it begins.
const NEAR: usize = 6;

/// Statements through which a stance is composed.
const DEPTH: usize = 8;

/// A word's number in the [`Vocabulary`](super::vocabulary::Vocabulary) of the analysis.
pub(super) type Word = u32;

/// What a term tells of what a proposition is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// What is said to be, happen or be done, and to what.
    Matter,
    /// Accepting, denying, refusing; pressing and asking.
    Act,
    /// "statement", "claim": what somebody said.
    Words,
    /// Who or where, by name.
    Name,
    /// Who, by a pronoun or a description, or only meant: who denies "taking the money".
    Somebody,
}

/// One word of a proposition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Term {
    pub(super) word: Word,
    pub(super) kind: Kind,
    /// Prepositions it stands under: of "a deal on the dam in the valley" the dam tells less than the deal.
    pub(super) depth: u8,
}

/// Words for one point, and how a statement stands to it.
#[derive(Debug, Clone)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "marks of a clause that each hold or not by themselves"
)]
pub(super) struct Proposition {
    pub(super) statement: StatementId,
    /// Each word once.
    pub(super) terms: Vec<Term>,
    /// Whether it is something wanted (true) or said to be so (false); `None` where an answer can be to either.
    pub(super) wanted: Option<bool>,
    /// The word that comes first: who or what it is about.
    pub(super) subject: Option<Term>,
    /// The word of what is done, where the form of a verb shows it.
    pub(super) predicate: Option<Word>,
    /// Whether that is done to the subject: "was seen".
    pub(super) passive: bool,
    /// Whether the subject is a noun for those who act: "the mayor", "the company".
    pub(super) subject_acts: bool,
    /// Whether its words are a clause with a subject and a verb.
    pub(super) finite: bool,
    /// The statement that it only refers to ("denied the claim").
    pub(super) refers_to: Option<StatementId>,
    /// How many propositions before the statement that one is; 0 where it is said whose words are meant.
    pub(super) reach: usize,
    /// Who accepts, denies or asks, where that is what it says.
    pub(super) actor: Option<Word>,
    /// +1: held to be so, the point taken affirmatively; -1: held not to be so; 0: neither.
    pub(super) stance: i8,
    /// -1 where the words themselves are negated ("the dam is not safe").
    pub(super) polarity: i8,
    /// How sure the speaker is.
    pub(super) certainty: Certainty,
    /// The words, for a label; `None` where they are another proposition's.
    pub(super) words: Option<Span>,
    /// Numbers and times among them.
    pub(super) values: Vec<Value>,
    /// Denies all of a kind.
    pub(super) sweeping: bool,
    /// Only tells when something was: "when the river rose".
    pub(super) aside: bool,
}

impl Proposition {
    /// How many words tell what it says; of a deed that another proposition tells from the other side without the subject.
    pub(super) fn matter(&self, converse: bool) -> usize {
        let apart = self.subject.filter(|_| converse).map(|subject| subject.word);
        let terms = self.terms.iter().filter(|term| Some(term.word) != apart);
        terms
            .filter(|term| matches!(term.kind, Kind::Matter | Kind::Act))
            .count()
    }

    /// Whether there is more to it than names and "the claim".
    pub(super) fn has_matter(&self) -> bool {
        self.terms
            .iter()
            .any(|term| matches!(term.kind, Kind::Matter | Kind::Act))
    }
}

/// Words that stand for what was said before: whose, and how the statement stands to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reference {
    /// Whose words they are ("Ode’s claim"), where that is said.
    pub(super) owner: Option<SpeakerId>,
    /// +1: taken as right.
    pub(super) sign: i8,
    /// Whether it is a denial that is taken so ("accepted Ode’s denial"), which is counted in the sign.
    pub(super) denial: bool,
    pub(super) certainty: Certainty,
}

/// What a statement is read to be about.
pub(super) enum About {
    /// Propositions in words of its own.
    Own(Vec<Proposition>),
    /// What was said before.
    Before(Reference),
    /// Nothing that a position can be taken on.
    Nothing,
}

/// Which way an act points.
pub(super) fn sign_of(act: Act) -> i8 {
    match act {
        Act::Asserts | Act::Believes | Act::Accepts | Act::Presses | Act::Demands | Act::Promises => 1,
        Act::Denies | Act::Disputes | Act::Doubts => -1,
        Act::Questions | Act::Declines | Act::Withholds => 0,
    }
}

/// How the speaker regards the thing that the statement is about, unless the act is none of telling it ("refused to
/// condemn the raid").
fn attitude(statement: &Statement) -> Option<Attitude> {
    let tells = matches!(statement.act, Act::Asserts | Act::Believes);
    statement.attitude.filter(|_| tells)
}

/// The side taken of a clause. "Condemned *what may have been a smear*" leaves nothing open: what is found bad or good is no
/// claim.
fn taken(segment: &Segment, side: i8, attitude: Option<Attitude>) -> i8 {
    match attitude {
        Some(_) => side,
        None => segment.stance(side),
    }
}

/// Whether the words are a clause that tells something.
fn is_finite(words: &str) -> bool {
    let words = ["and ", "but "]
        .iter()
        .find_map(|lead| words.strip_prefix(lead))
        .unwrap_or(words);
    words.starts_with("that ") || super::label::is_clause(words)
}

/// Whether an act with such words wants something, or tells it; `None` for answers.
fn wanted(act: Act, words: &str) -> Option<bool> {
    match act {
        Act::Demands => Some(true),
        Act::Asserts | Act::Believes => {
            let mut words = words.split_whitespace().take(9);
            Some(words.any(|word| matches!(word, "should" | "must" | "ought")))
        }
        _ => None,
    }
}

/// Whether the content comes first and the report is added: "the dam leaks, Ode said". Only a clause can.
fn stands_before_cue(statement: &Statement) -> bool {
    let (Some(content), Some(cue)) = (statement.content.first(), statement.cue.first()) else {
        return false;
    };
    matches!(statement.act, Act::Asserts | Act::Believes)
        && !statement.nominal
        && !statement.topical
        && content.end <= cue.start
        && statement
            .source
            .first()
            .is_none_or(|source| content.end <= source.start)
}

/// Acts that are toward what another has said: without words of their own they are about that, while "his hopes" may be
/// about anything.
pub(super) fn answers(act: Act) -> bool {
    matches!(act, Act::Denies | Act::Disputes | Act::Accepts | Act::Doubts)
}

/// The propositions that a statement takes a stance on, through the nouns that stand for other statements: accepting a
/// denial of P is a stance against P.
pub(super) fn of(context: &mut Context<'_>, id: StatementId) -> About {
    if reports_a_report(context, id) {
        return About::Nothing;
    }
    let mut at = id;
    let mut sign: i8 = 1;
    let mut denial = false;
    let certainty = certainty_of(context, id);
    for _ in 0..DEPTH {
        let statement = &context.analysis.statements[at.index()];
        let attitude = attitude(statement);
        let topical = statement.topical && statement.act == Act::Asserts && attitude.is_none();
        let direct = match attitude {
            Some(Attitude::Positive) => 1,
            Some(Attitude::Negative) => -1,
            None if topical => 0,
            None => sign_of(statement.act),
        };
        let Some(&whole) = statement.content.first() else {
            let reference = Reference {
                owner: (at != id).then_some(statement.speaker).flatten(),
                sign: sign * direct,
                denial: denial || direct < 0 && at != id,
                certainty,
            };
            return without_words(context, id, at, reference);
        };
        let text = context.text(at);
        // A noun that is read as a denial for its negated clause: the clause's own negation is counted below.
        let counted = if statement.nominal && direct < 0 && Clause::read(whole.of(text)).negated {
            1
        } else {
            direct
        };
        if let Some(child) = leading_noun(context, at, whole) {
            sign *= counted * verdict_on(context, at, child, whole);
            denial |= counted < 0 && at != id;
            at = child;
            continue;
        }
        if (answers(statement.act) || attitude.is_some()) && is_somebody(context, at, whole) {
            return About::Nothing;
        }
        let stop = excluded(context, at, whole);
        let hull = Span::new(whole.start, stop.unwrap_or(whole.end));
        let article = statement.article;
        let actor = statement.speaker;
        let plain =
            matches!(statement.act, Act::Asserts | Act::Believes | Act::Accepts) && sign * counted > 0;
        let segments = segments(text, hull, &context.inner_contents(at), plain);
        let mut own = Vec::new();
        let mut refers = None;
        for part in segments {
            let span = part.words;
            let segment = Segment::read(context, article, part, actor);
            let stance = if segment.judged {
                // "called the claim absurd" takes a side, though "called" by itself does not.
                sign * if topical { 1 } else { counted }
            } else {
                sign * counted
            };
            if segment.refers {
                refers.get_or_insert(Reference {
                    owner: segment.owner,
                    sign: stance * segment.polarity,
                    denial: false,
                    certainty: certainty.min(segment.certainty),
                });
            } else if !segment.terms.is_empty() {
                own.push(Proposition {
                    statement: id,
                    stance: taken(&segment, stance, attitude),
                    polarity: segment.polarity,
                    certainty: segment.certainty_under(certainty),
                    words: Some(span),
                    terms: segment.terms,
                    actor: segment.actor,
                    subject: segment.subject,
                    predicate: segment.predicate,
                    passive: segment.passive,
                    subject_acts: segment.subject_acts,
                    finite: segment.entered
                        || is_finite(span.of(text))
                        || span.start == whole.start && stands_before_cue(statement),
                    refers_to: None,
                    reach: 0,
                    wanted: wanted(context.analysis.statements[id.index()].act, span.of(text)),
                    values: segment.values,
                    aside: part.aside,
                    sweeping: segment.sweeping && (segment.polarity < 0 || counted < 0),
                });
            }
        }
        return match refers {
            _ if !own.is_empty() => About::Own(own),
            Some(reference) => About::Before(reference),
            None => About::Nothing,
        };
    }
    About::Nothing
}

/// What a statement is about that takes a stance on another without words of its own, at last that at `at`.
fn without_words(context: &Context<'_>, id: StatementId, at: StatementId, reference: Reference) -> About {
    let statements = &context.analysis.statements;
    let (first, last) = (&statements[id.index()], &statements[at.index()]);
    let refers = at != id || answers(last.act) && !last.nominal;
    // "denied his opposition": of one's own there is nothing to look back for.
    let own = at != id && last.speaker == first.speaker;
    if refers && !own {
        About::Before(reference)
    } else {
        About::Nothing
    }
}

fn certainty_of(context: &Context<'_>, id: StatementId) -> Certainty {
    use crate::Factuality as F;
    match context.analysis.statements[id.index()].factuality {
        F::Certain | F::CertainNot => Certainty::Certain,
        F::Probable | F::ProbableNot => Certainty::Probable,
        F::Possible | F::PossibleNot => Certainty::Possible,
        F::Unknown => Certainty::Open,
    }
}

/// Whether the statement only passes on what another says ("the agency reports that the minister says …"): the position
/// is the other's, by way of this speaker.
fn reports_a_report(context: &Context<'_>, id: StatementId) -> bool {
    let statement = &context.analysis.statements[id.index()];
    let (Act::Asserts | Act::Believes, Some(&whole)) = (statement.act, statement.content.first()) else {
        return false;
    };
    context.children[id.index()].iter().any(|&child| {
        let inner = &context.analysis.statements[child.index()];
        let starts = [inner.source.first(), inner.cue.first()]
            .into_iter()
            .flatten()
            .map(|span| span.start)
            .min();
        let length: u32 = inner.content.iter().map(|span| span.len()).sum();
        matches!(inner.act, Act::Asserts | Act::Believes)
            && !inner.nominal
            && !inner.topical
            && starts.is_some_and(|start| start <= whole.start + 16)
            && (5 * length >= 2 * whole.len()
                && (tells(context, child) || !is_finite(whole.of(context.text(id))))
                || inner
                    .content
                    .last()
                    .is_some_and(|last| last.end + 2 >= whole.end && is_finite(last.of(context.text(child)))))
    })
}

/// Whether what is said there is a clause or a quotation, not a thing: "raised the case of the sailor".
fn tells(context: &Context<'_>, id: StatementId) -> bool {
    let statement = &context.analysis.statements[id.index()];
    statement.form != Form::Indirect
        || statement
            .content
            .first()
            .is_some_and(|content| is_finite(content.of(context.text(id))))
}

/// The noun with which the content starts, if it stands for another statement: "accepted *Putin's assurances* that …".
fn leading_noun(context: &Context<'_>, at: StatementId, whole: Span) -> Option<StatementId> {
    context.children[at.index()].iter().copied().find(|&child| {
        let inner = &context.analysis.statements[child.index()];
        let starts = inner
            .source
            .first()
            .or(inner.cue.first())
            .map_or(u32::MAX, |span| span.start);
        let cue = inner.cue.first().map_or(u32::MAX, |span| span.start);
        // "slammed *her comments about the dam*": of a topic no side is taken, but of the comments.
        let told = inner.nominal && !inner.topical;
        told && starts.min(cue) <= whole.start + 6 && cue < whole.start + 60
    })
}

/// "Responded *to* claims that the dam leaks", "spoke *about* the charge": what another says is only met, and not taken up.
fn only_meets(context: &Context<'_>, at: StatementId) -> bool {
    let statement = &context.analysis.statements[at.index()];
    let cue = statement.cue.last().map_or("", |cue| cue.of(context.text(at)));
    let last = cue.rsplit(' ').next().unwrap_or_default();
    matches!(statement.act, Act::Asserts)
        && statement.attitude.is_none()
        && matches!(last, "to" | "about" | "on" | "over")
        && !cue.to_lowercase().starts_with("point")
}

/// What follows the words of the noun with which a content starts makes of the side taken: -1 where it is that they are
/// wrong ("said Ode's claim that the dam leaked *was simply not true*"), 0 where it is anything else that the words do or
/// are ("*ignores the facts*"), 1 where nothing is told of them.
fn verdict_on(context: &Context<'_>, outer: StatementId, noun: StatementId, whole: Span) -> i8 {
    if only_meets(context, outer) {
        return 0;
    }
    let outer = &context.analysis.statements[outer.index()];
    let statement = &context.analysis.statements[noun.index()];
    let Some(end) = statement
        .content
        .last()
        .or(statement.cue.last())
        .map(|span| span.end)
    else {
        return 1;
    };
    let rest = tokens(context.text(noun), Span::new(end.min(whole.end), whole.end));
    let words: Vec<&str> = rest.iter().map(|token| token.lower.as_str()).collect();
    let tells = matches!(outer.act, Act::Asserts | Act::Believes) && outer.attitude.is_none();
    // "Ode's denial *made on Monday* was false"
    match (0..words.len().min(NEAR)).find_map(|at| opening(&words[at..])) {
        Some((_, right)) => {
            if right {
                1
            } else {
                -1
            }
        }
        None if tells && words.first().is_some_and(|word| is_verb(word)) => 0,
        None => 1,
    }
}

/// Where the clause of a noun inside the content starts ("accepted the assurances *that …*"): it is another point.
fn excluded(context: &Context<'_>, at: StatementId, whole: Span) -> Option<u32> {
    let mut stop = None;
    let mut pending = context.children[at.index()].clone();
    let mut seen = 0;
    while let Some(child) = pending.pop() {
        seen += 1;
        if seen > DEPTH {
            break;
        }
        let inner = &context.analysis.statements[child.index()];
        if inner.nominal
            && !inner.topical
            && let (Some(cue), Some(clause)) = (inner.cue.first(), inner.content.first())
            && whole.contains(*clause)
        {
            stop = Some(stop.map_or(cue.end, |stop: u32| stop.min(cue.end)));
        }
        pending.extend(&context.children[child.index()]);
    }
    stop.filter(|&stop| stop > whole.start)
}

/// Whether the content is a person and nobody's words: "dismissed *the historian* for copying" is no stance on a point.
fn is_somebody(context: &Context<'_>, at: StatementId, whole: Span) -> bool {
    let statement = &context.analysis.statements[at.index()];
    let Some(mention) = context.mentions.starting(statement.article, whole.start) else {
        return false;
    };
    let after = Span::new(mention.end.min(whole.end), whole.end).of(context.text(at));
    let next = after.split_whitespace().next().unwrap_or_default();
    let owned = mention.of(context.text(at)).ends_with("’s") || mention.of(context.text(at)).ends_with("'s");
    !owned && (next.is_empty() || matches!(next, "for" | "as" | "over" | "on" | "," | "."))
}

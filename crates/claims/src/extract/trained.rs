//! What the trained reader found, brought together with what the rules found.

use core::ops::Range;

use english::{Dep, Document};

use super::blocks::is_label;
use super::described;
use super::draft::{Draft, Voice};
use super::group;
use super::selection::{Weak, reports, select, size, with_same_kind};
use crate::lexicon::Pos;
use crate::paragraph::Paragraph;
use crate::statements::Found;
use crate::{Act, Engagement, Factuality, Form, Span};

/// How much a word must look like a cue, by the trained reader, for a statement that the rules found to stand at the
/// top; those that the trained reader finds itself are above zero.
const SUPPORT: f32 = -2.0;

/// How much a word must look like a cue that the list of cues does not have: of these, editors found three in four wrong.
const UNLISTED: f32 = 0.7;

/// How much a word inside a content must look like a cue that others report, for a statement that the rules found to
/// stand.
const NESTED_SUPPORT: f32 = -2.5;
const NESTED_SUPPORT_OF_ASSERTION: f32 = -0.5;
/// For a noun with whose it is and what it says.
const NESTED_SUPPORT_OF_NOUN: f32 = -3.5;
/// What scores lower is not looked at.
pub(super) const LEAST: f32 = -4.0;

/// Words of a cue with a quoted verb, at most ("had “accepted").
const QUOTED_CUE: usize = 3;

/// What became of the statements of a part of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Joined {
    pub(super) drafts: Vec<Draft>,
    /// By the rules, and not standing unless the whole paragraph is a content.
    pub(super) aside: Vec<Draft>,
}

/// Joins the statements of a part of a paragraph: `drafts` are by the rules, `found` by the trained reader.
///
/// The trained reader decides what is a statement and where source and content end; the rules say what the act is.
/// Inside contents, where the annotated articles teach nothing, what the rules find stands as they find it.
pub(super) fn join(
    document: &Document,
    paragraph: &Paragraph<'_>,
    found: Vec<Found>,
    drafts: Vec<Draft>,
) -> Joined {
    let (taken, weak) = select(document, found);
    let drafts = drafts
        .into_iter()
        .filter_map(|draft| described::draft(document, draft));
    let mut by_rules: Vec<Option<Draft>> = drafts.map(Some).collect();
    let mut joined = Joined::default();
    for found in &taken {
        let around = taken
            .iter()
            .filter(|outer| reports(outer, found))
            .min_by_key(|outer| size(outer))
            .map(|outer| spans(document, &outer.content));
        let draft = same(document, found, &by_rules).and_then(|at| by_rules[at].take());
        let draft = settle(document, paragraph, found, around.as_deref(), draft);
        joined.drafts.extend(draft);
    }
    for draft in by_rules.into_iter().flatten() {
        // One word reports once.
        let taken = |cue: &Span| {
            joined
                .drafts
                .iter()
                .any(|other| other.cue.iter().any(|own| own.overlaps(*cue)))
        };
        if draft.cue.iter().any(taken) {
            continue;
        }
        let answers = leave_answer(document.text(), &draft, &mut joined.drafts);
        let outer = joined
            .drafts
            .iter()
            .find(|outer| {
                let holds = |&cue: &Span| outer.content.iter().any(|content| content.contains(cue));
                draft.cue.first().is_some_and(holds)
            })
            .map(|outer| outer.content.clone());
        let answered = joined.drafts.iter().any(|outer| answers_to(outer, &draft));
        if let Some(outer) = outer {
            let needed = if draft.nominal && !draft.source.is_empty() && !draft.content.is_empty() {
                NESTED_SUPPORT_OF_NOUN
            } else if draft.act == Act::Asserts {
                NESTED_SUPPORT_OF_ASSERTION
            } else {
                NESTED_SUPPORT
            };
            let supports =
                |weak: &Weak| weak.score > needed && draft.cue.iter().any(|cue| cue.overlaps(weak.head));
            if draft.cue.is_empty()
                || answered
                || draft.form == Form::Post
                || is_quoted_alone(document.text(), &draft)
                || weak.iter().any(supports)
            {
                joined.drafts.push(clipped(draft, &outer));
            }
            continue;
        }
        let supports =
            |weak: &Weak| weak.score > SUPPORT && draft.cue.iter().any(|cue| cue.overlaps(weak.head));
        let stands = answers
            || is_quoted_after_colon(document.text(), &draft, &joined.drafts)
            || draft.cue.is_empty()
            || draft.form == Form::Post
            || weak.iter().any(supports);
        let kept = if stands {
            &mut joined.drafts
        } else {
            &mut joined.aside
        };
        kept.push(draft);
    }
    joined
}

/// The statement with no more content than the one that reports it has.
fn clipped(mut draft: Draft, outer: &[Span]) -> Draft {
    let (Some(first), Some(last)) = (outer.first(), outer.last()) else {
        return draft;
    };
    let hull = first.cover(*last);
    draft.content.retain(|span| span.overlaps(hull));
    for span in &mut draft.content {
        *span = Span::new(span.start.max(hull.start), span.end.min(hull.end));
    }
    draft
}

/// "The council ignored warnings": whether the source is who got what the noun says, and did not say it.
fn is_received(document: &Document, found: &Found) -> bool {
    let Some(noun) = document.token(found.head) else {
        return false;
    };
    let received = matches!(
        document.lemma(noun.head),
        "ignore"
            | "receive"
            | "hear"
            | "get"
            | "face"
            | "draw"
            | "dismiss"
            | "reject"
            | "accept"
            | "heed"
            | "defy"
            | "disregard"
            | "overlook"
            | "resist"
            | "welcome"
            | "deny"
            | "dispute"
    );
    let from = found
        .source
        .iter()
        .flat_map(Clone::clone)
        .filter_map(|at| document.token(at));
    let is_subject = |token: &english::Token| token.head == noun.head && token.dep == Dep::Nsubj;
    noun.pos == english::Pos::Noun && noun.dep == Dep::Dobj && received && from.into_iter().any(is_subject)
}

/// Whether a verb or a quotation stands in the spans.
fn has_clause(document: &Document, content: &[Span]) -> bool {
    let mut tokens = content.iter().flat_map(|&span| document.tokens_in(span));
    tokens.any(|token| {
        matches!(token.pos, english::Pos::Verb | english::Pos::Aux)
            || matches!(token.span.of(document.text()), "“" | "\"" | "‘")
    })
}

/// Whether the token is the colon of "BREAKING: …", which reports nothing.
fn is_after_label(document: &Document, colon: u32) -> bool {
    let before = colon.checked_sub(1).map(|before| document.word(before));
    document.word(colon) == ":" && before.is_some_and(|before| is_label(&before.to_lowercase()))
}

/// The statement by the rules with the same cue.
fn same(document: &Document, found: &Found, by_rules: &[Option<Draft>]) -> Option<usize> {
    let head = document.span_of(found.head..found.head + 1);
    let cue = spans(document, &found.cue);
    let place = |test: &dyn Fn(Span) -> bool| {
        by_rules.iter().position(|draft| {
            let cues = draft.as_ref().map_or(&[][..], |draft| &draft.cue);
            cues.iter().any(|&own| test(own))
        })
    };
    place(&|own| own.overlaps(head)).or_else(|| place(&|own| cue.iter().any(|cue| cue.overlaps(own))))
}

/// The statement as found, with what the rules make of it.
fn settle(
    document: &Document,
    paragraph: &Paragraph<'_>,
    found: &Found,
    around: Option<&[Span]>,
    by_rules: Option<Draft>,
) -> Option<Draft> {
    let within = |mut spans: Vec<Span>| {
        spans.retain(|span| around.is_none_or(|outer| outer.iter().any(|outer| outer.contains(*span))));
        spans
    };
    let clause = spans(document, &found.content);
    // "Took a cash payment": a word that is no cue elsewhere and has nothing said with it reports nothing.
    let bare = found.top <= 0.0 && !has_clause(document, &clause);
    if by_rules.is_none()
        && (found.any < UNLISTED || bare)
        && listed(document, paragraph, found.head).is_none()
    {
        return None;
    }
    let mut draft = by_rules.unwrap_or_else(|| reading(document, paragraph, found));
    draft.cue = spans(document, &found.cue);
    if draft.cue.is_empty() {
        draft.cue.push(document.span_of(found.head..found.head + 1));
    }
    // The rules know the subject that a participle shares.
    let mut source = within(spans(document, &found.source));
    if is_received(document, found) {
        source.clear();
        draft.source.clear();
    }
    if !source.is_empty() {
        draft.source = source;
    }
    let mut content = within(spans(document, &found.content));
    // The label itself may have been taken for a source.
    let unnamed = found
        .source
        .iter()
        .all(|range| range.len() == 1 && range.end == found.head);
    if content.is_empty() || unnamed && is_after_label(document, found.head) {
        return None;
    }
    // What a quotation says in the paragraphs before, only the rules know.
    let first = paragraph.words.first().map_or(0, |word| word.span.start);
    let mut earlier: Vec<Span> = draft
        .content
        .iter()
        .copied()
        .filter(|span| span.end <= first)
        .collect();
    // Inside another statement it may as well be that one which goes on.
    if around.is_none() {
        content = with_same_kind(content, &draft.content, document.text());
    }
    earlier.extend(content);
    draft.content = earlier;
    draft.voice = if draft.source.is_empty() {
        Voice::Nobody
    } else {
        Voice::Source
    };
    let roles: Vec<Span> = [&draft.source, &draft.cue, &draft.content]
        .into_iter()
        .flatten()
        .copied()
        .collect();
    draft
        .addressee
        .retain(|span| !roles.iter().any(|role| role.overlaps(*span)));
    Some(draft)
}

/// "Accepted Pell's denial", "disputes the claim that …": who takes a side on what another says reports that it is said.
fn answers_to(outer: &Draft, noun: &Draft) -> bool {
    let Some(content) = outer.content.first() else {
        return false;
    };
    let takes_a_side = matches!(
        outer.act,
        Act::Accepts | Act::Denies | Act::Disputes | Act::Doubts
    );
    let mut roles = noun.source.iter().chain(&noun.cue);
    let whose = !noun.source.is_empty() || !noun.content.is_empty();
    noun.nominal && takes_a_side && whose && roles.any(|role| role.start == content.start)
}

/// "He had “accepted” it": a reporter who quotes a single word of reporting means it, which the network was taught
/// little of.
fn is_quoted_alone(text: &str, draft: &Draft) -> bool {
    let [cue] = draft.cue.as_slice() else {
        return false;
    };
    let (before, after) = (text.get(..cue.start as usize), text.get(cue.end as usize..));
    let opened = before.is_some_and(|before| before.ends_with(['“', '"', '‘']));
    let closed = after.is_some_and(|after| after.starts_with(['”', '"', '’']));
    let words = cue.of(text);
    opened && closed || words.contains(['“', '"']) && words.split(' ').count() <= QUOTED_CUE
}

/// "Pell: “It sails.”": a quotation after a colon that nothing else reports.
fn is_quoted_after_colon(text: &str, draft: &Draft, others: &[Draft]) -> bool {
    let (Some(colon), Some(content)) = (draft.cue.first(), draft.content.first()) else {
        return false;
    };
    let mut reported = others.iter().flat_map(|other| &other.content);
    colon.of(text) == ":"
        && content.of(text).starts_with(['“', '"', '‘', '«'])
        && !reported.any(|other| other.overlaps(*content))
}

/// "Pell, asked about the ferry: “It sails.”": what follows the colon is Pell's answer, not what he was asked.
/// Whether it is one.
fn leave_answer(text: &str, answer: &Draft, drafts: &mut [Draft]) -> bool {
    let (Some(&colon), Some(source)) = (answer.cue.first(), answer.source.first()) else {
        return false;
    };
    let asked = drafts.iter_mut().find(|draft| {
        draft.act == Act::Questions
            && draft.source.iter().any(|own| own.overlaps(*source))
            && draft.content.iter().any(|content| content.contains(colon))
    });
    let Some(asked) = asked.filter(|_| colon.of(text) == ":") else {
        return false;
    };
    asked.content.retain(|content| content.start < colon.start);
    for content in &mut asked.content {
        content.end = content.end.min(colon.start);
    }
    true
}

fn spans(document: &Document, ranges: &[Range<u32>]) -> Vec<Span> {
    ranges
        .iter()
        .map(|range| document.span_of(range.clone()))
        .filter(|span| !span.is_empty())
        .collect()
}

/// A statement that the rules did not find: its act by the list of cues where that knows the word.
fn reading(document: &Document, paragraph: &Paragraph<'_>, found: &Found) -> Draft {
    let word = document.word(found.head);
    let negated = document.child(found.head, Dep::Neg).is_some();
    let listed = listed(document, paragraph, found.head);
    let (act, factuality, rule) = match &listed {
        Some(group) => group.reading(&paragraph.joined(&group.range)),
        None if negated => (
            Act::Withholds,
            Factuality::Unknown,
            format!("“{word}”: reports, as in annotated news; negated, so no position is taken"),
        ),
        None => (
            Act::Asserts,
            Factuality::Certain,
            format!("“{word}”: reports, as in annotated news; not negated"),
        ),
    };
    let pos = document.token(found.head).map(|token| token.pos);
    Draft {
        source: Vec::new(),
        cue: Vec::new(),
        content: Vec::new(),
        addressee: Vec::new(),
        form: Form::Indirect,
        act,
        negated: listed.as_ref().map_or(negated, |group| group.negated),
        factuality,
        engagement: listed
            .as_ref()
            .map_or(Engagement::Neutral, |group| group.cue.engagement),
        rule,
        voice: Voice::Source,
        nominal: listed
            .as_ref()
            .map_or(matches!(pos, Some(english::Pos::Noun)), |group| {
                group.cue.pos == Pos::Noun
            }),
        topical: listed.as_ref().is_some_and(|group| group.cue.names_a_topic()),
        attitude: listed.as_ref().and_then(|group| group.cue.attitude()),
        inside: None,
    }
}

/// The entry of the list of cues for the word.
fn listed(document: &Document, paragraph: &Paragraph<'_>, head: u32) -> Option<group::Group> {
    let span = document.token(head)?.span;
    let at = paragraph
        .words
        .partition_point(|word| word.span.start < span.start);
    let sentence = paragraph.sentences.iter().find(|range| range.contains(&at))?;
    let level = paragraph.level(sentence, at);
    group::find(paragraph, at, &level).or_else(|| group::find_noun(paragraph, at, &level))
}

//! What the trained reader found, brought together with what the rules found.

use core::ops::Range;

use english::{Dep, Document};

use super::draft::{Draft, Voice};
use super::group;
use crate::lexicon::Pos;
use crate::paragraph::Paragraph;
use crate::statements::Found;
use crate::{Act, Engagement, Factuality, Form, Span};

/// How much a word must look like a cue, by the trained reader, for a statement that the rules found to stand at the
/// top; those that the trained reader finds itself are above zero.
pub(crate) const SUPPORT: f32 = -1.5;

/// Joins the statements of one paragraph: `drafts` are by the rules, `found` by the trained reader.
///
/// The trained reader decides what is a statement and where source and content end; the rules say what the act is.
/// Inside contents, where the annotated articles teach nothing, what the rules find stands too.
pub(super) fn join(
    document: &Document,
    paragraph: &Paragraph<'_>,
    mut found: Vec<Found>,
    drafts: Vec<Draft>,
) -> Vec<Draft> {
    found.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.head.cmp(&other.head)));
    let mut taken: Vec<Found> = Vec::new();
    let mut weak: Vec<Span> = Vec::new();
    for found in found {
        let Some(head) = document.token(found.head) else { continue };
        if found.score <= 0.0 {
            weak.push(head.span);
        } else if !found.content.is_empty() && !taken.iter().any(|taken| same_cue(taken, &found)) {
            taken.push(found);
        }
    }
    let mut drafts: Vec<Option<Draft>> = drafts.into_iter().map(Some).collect();
    let mut joined = Vec::new();
    for found in &taken {
        let cue = spans(document, &found.cue);
        let head = document.span_of(found.head..found.head + 1);
        let place = |test: &dyn Fn(Span) -> bool| {
            drafts
                .iter()
                .position(|draft| draft.as_ref().is_some_and(|draft| draft.cue.iter().any(|&own| test(own))))
        };
        let same = place(&|own| own.overlaps(head)).or_else(|| place(&|own| cue.iter().any(|cue| cue.overlaps(own))));
        let mut draft = same
            .and_then(|at| drafts[at].take())
            .unwrap_or_else(|| reading(document, paragraph, found));
        draft.cue = if cue.is_empty() { vec![head] } else { cue };
        draft.source = spans(document, &found.source);
        draft.content = spans(document, &found.content);
        draft.voice = if draft.source.is_empty() {
            Voice::Nobody
        } else {
            Voice::Source
        };
        let roles: Vec<Span> = draft.source.iter().chain(&draft.cue).chain(&draft.content).copied().collect();
        draft
            .addressee
            .retain(|span| !roles.iter().any(|role| role.overlaps(*span)));
        joined.push(draft);
    }
    for draft in drafts.into_iter().flatten() {
        let reported = |outer: &Draft| {
            draft
                .cue
                .iter()
                .all(|&cue| outer.content.iter().any(|content| content.contains(cue)))
        };
        let stands = draft.cue.is_empty()
            || draft.form == Form::Post
            || draft.cue.iter().any(|cue| weak.iter().any(|head| cue.overlaps(*head)))
            || joined.iter().any(reported);
        if stands {
            joined.push(draft);
        }
    }
    joined
}

/// Whether the two are one statement seen from two words of its cue.
fn same_cue(one: &Found, other: &Found) -> bool {
    let has = |found: &Found, head: u32| found.cue.iter().any(|range| range.contains(&head));
    has(one, other.head) || has(other, one.head)
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
        topical: false,
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

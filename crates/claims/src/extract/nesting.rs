//! Which statement reports which.

use std::collections::HashMap;

use super::draft::{Draft, Voice};
use crate::Span;
use crate::quotes::Quotes;

/// Open contents looked at for each statement; deeper nesting than this is not read.
const DEPTH: usize = 32;

/// Orders the drafts by place and sets, for each, the one that reports it: the smallest whose content holds its cue.
///
/// Contents of the inner ones are cut where they reach past the outer ones. Never makes a cycle: a statement lies
/// inside a larger one only.
pub(crate) fn nest(drafts: &mut Vec<Draft>, text: &str) {
    drafts.retain(|draft| draft.anchor().is_some());
    complete_nouns(drafts, text);
    drafts.sort_by_key(|draft| (draft.content_hull().or(draft.anchor()), draft.anchor()));
    let mut parts: Vec<(Span, usize)> = drafts
        .iter()
        .enumerate()
        .flat_map(|(at, draft)| draft.content.iter().map(move |&span| (span, at)))
        .collect();
    parts.sort_by_key(|&(span, at)| (span.start, core::cmp::Reverse(span.end), at));
    let mut anchors: Vec<(Span, usize)> = drafts
        .iter()
        .enumerate()
        .filter_map(|(at, draft)| draft.cue.first().map(|&cue| (cue, at)))
        .collect();
    anchors.sort_unstable();
    let size = |draft: &Draft| extent(draft).len();
    let mut open: Vec<(Span, usize)> = Vec::new();
    let mut next = 0;
    for (cue, at) in anchors {
        while next < parts.len() && parts[next].0.start <= cue.start {
            open.push(parts[next]);
            next += 1;
        }
        open.retain(|(span, _)| span.end > cue.start);
        let parent = open
            .iter()
            .rev()
            .take(DEPTH)
            .filter(|(span, outer)| {
                *outer != at
                    && span.contains(cue)
                    && (size(&drafts[*outer]), at) > (size(&drafts[at]), *outer)
            })
            .min_by_key(|(span, _)| span.len())
            .map(|&(_, outer)| outer);
        drafts[at].inside = parent;
    }
    clip(drafts);
}

/// Takes what a noun says into the content that ends with the noun: "accepted | Pell's denial that it sank".
fn complete_nouns(drafts: &mut [Draft], text: &str) {
    let clauses: HashMap<u32, u32> = drafts
        .iter()
        .filter(|draft| draft.nominal)
        .filter_map(|draft| Some((draft.cue.last()?.end, draft.content.first()?)))
        .filter(|&(end, clause)| {
            let between = text.get(end as usize..clause.start as usize);
            between.is_some_and(|between| matches!(between.trim(), "" | "that"))
        })
        .map(|(end, clause)| (end, clause.end))
        .collect();
    for content in drafts.iter_mut().filter_map(|draft| draft.content.last_mut()) {
        content.end = clauses.get(&content.end).copied().unwrap_or(content.end);
    }
}

/// Gives statements of "I" and "we" that nobody reports to the author of the article, and drops those in a quotation,
/// and of "you": whose they are cannot be told.
pub(crate) fn find_owners(drafts: &mut Vec<Draft>, text: &str, quotes: &Quotes) {
    let person = |draft: &Draft| {
        let source = draft.source.first().filter(|_| draft.inside.is_none())?;
        match source.of(text).to_lowercase().as_str() {
            "i" | "we" | "my" | "our" => Some((*source, true)),
            "you" | "your" => Some((*source, false)),
            _ => None,
        }
    };
    let in_quotation = |span: Span| {
        let before = quotes.all.partition_point(|quote| quote.open.start <= span.start);
        let near = &quotes.all[before.saturating_sub(DEPTH)..before];
        near.iter().any(|quote| quote.span.contains(span))
    };
    for draft in drafts.iter_mut() {
        if let Some((source, true)) = person(draft)
            && !in_quotation(source)
        {
            draft.voice = Voice::Author;
        }
    }
    let ownerless = |draft: &Draft| draft.voice != Voice::Author && person(draft).is_some();
    let mut kept = 0;
    let place: Vec<Option<usize>> = drafts
        .iter()
        .map(|draft| {
            let stays = !ownerless(draft);
            kept += usize::from(stays);
            stays.then(|| kept - 1)
        })
        .collect();
    drafts.retain(|draft| !ownerless(draft));
    for draft in drafts {
        draft.inside = draft.inside.and_then(|outer| place[outer]);
    }
}

fn extent(draft: &Draft) -> Span {
    let parts = draft.source.iter().chain(&draft.cue).chain(&draft.content);
    parts.copied().reduce(Span::cover).unwrap_or(Span::new(0, 0))
}

/// Cuts contents at the end of the content that they are inside, outer ones first.
fn clip(drafts: &mut [Draft]) {
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|&at| core::cmp::Reverse(extent(&drafts[at]).len()));
    for at in order {
        let Some(hull) = drafts[at].inside.and_then(|outer| drafts[outer].content_hull()) else {
            continue;
        };
        let content = &mut drafts[at].content;
        content.retain(|span| span.overlaps(hull));
        for span in content {
            *span = Span::new(span.start.max(hull.start), span.end.min(hull.end));
        }
    }
}

//! Which of the statements that the trained reader found stand, and how far their contents reach.

use core::ops::Range;

use english::Document;

use super::described;
use crate::Span;
use crate::statements::Found;

/// A word that looks a little like a cue.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weak {
    pub(super) head: Span,
    /// How much; what counts as one is above zero.
    pub(super) score: f32,
}

/// The statements found that stand, and the words that look a little like cues.
///
/// Of two with one cue the one stands that nobody else seems to report.
pub(super) fn select(document: &Document, found: Vec<Found>) -> (Vec<Found>, Vec<Weak>) {
    let found = found.into_iter().map(|found| described::found(document, found));
    let mut found: Vec<Found> = found.collect();
    found.sort_by(|one, other| other.top.total_cmp(&one.top).then(one.head.cmp(&other.head)));
    let (mut taken, mut weak): (Vec<Found>, Vec<Weak>) = (Vec::new(), Vec::new());
    for found in found {
        let stands = found.any > 0.0;
        if stands && found.top <= 0.0 && !taken.iter().any(|outer| reports(outer, &found)) {
            extend(&mut taken, &found);
        }
        if stands && !found.content.is_empty() {
            if !taken.iter().any(|taken| same_cue(taken, &found)) {
                if found.top > 0.0 {
                    confine(&mut taken, &found);
                }
                taken.push(found);
            }
        } else {
            let head = document.token(found.head);
            weak.extend(head.map(|head| Weak {
                head: head.span,
                score: found.any,
            }));
        }
    }
    (taken, weak)
}

/// Lets the smallest content that may as well reach over the statement do so.
fn extend(taken: &mut [Found], inner: &Found) {
    let length = |reach: &[Range<u32>]| reach.iter().map(ExactSizeIterator::len).sum::<usize>();
    let reaches = |outer: &&mut Found| outer.reach.iter().any(|range| range.contains(&inner.head));
    let outer = taken
        .iter_mut()
        .filter(reaches)
        .min_by_key(|outer| length(&outer.reach));
    if let Some(outer) = outer {
        outer.content = core::mem::take(&mut outer.reach);
    }
}

/// Cuts contents that reach over a statement which nobody seems to report, and may as well not.
fn confine(taken: &mut [Found], free: &Found) {
    for outer in taken.iter_mut().filter(|outer| reports(outer, free)) {
        let reaches = outer.reach.iter().any(|range| range.contains(&free.head));
        if !reaches && !outer.reach.is_empty() {
            outer.content = core::mem::take(&mut outer.reach);
        }
    }
}

/// Whether the cue of the one stands in the content of the other, larger one.
pub(super) fn reports(outer: &Found, inner: &Found) -> bool {
    outer.content.iter().any(|range| range.contains(&inner.head)) && size(outer) > size(inner)
}

/// Tokens of the statement from first to last.
pub(super) fn size(found: &Found) -> u32 {
    let roles = || found.source.iter().chain(&found.cue).chain(&found.content);
    let start = roles().map(|range| range.start).min();
    let end = roles().map(|range| range.end).max();
    end.unwrap_or_default() - start.unwrap_or_default()
}

/// Whether the two are one statement seen from two words of its cue.
fn same_cue(one: &Found, other: &Found) -> bool {
    let has = |found: &Found, head: u32| found.cue.iter().any(|range| range.contains(&head));
    has(one, other.head) || has(other, one.head)
}

/// The content as found, with the clause of the same kind that goes on from it ("…, but that …"), up to where the rules
/// see its end.
pub(super) fn with_same_kind(mut content: Vec<Span>, by_rules: &[Span], text: &str) -> Vec<Span> {
    if let (Some(last), [clause]) = (content.last_mut(), by_rules)
        && clause.start <= last.end
        && clause.end > last.end
    {
        let rest = Span::new(last.end, clause.end).of(text);
        let mut words = rest.trim_start_matches([',', ' ']).split(' ');
        let goes_on = matches!(words.next(), Some("and" | "but" | "or")) && words.next() == Some("that");
        if goes_on && opens_with_that(*last, text) {
            last.end = clause.end;
        }
    }
    content
}

fn opens_with_that(content: Span, text: &str) -> bool {
    let before = text.get(..content.start as usize).unwrap_or_default();
    content.of(text).starts_with("that ") || before.ends_with("that ")
}

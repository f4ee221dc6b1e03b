//! Statements in clauses that only describe somebody: "a clerk *who checked the books* has concluded …".

use english::{Dep, Document, Pos};

use super::draft::Draft;
use crate::Span;
use crate::statements::Found;

/// "A clerk who checked the books *has concluded* …": where the verb of the one begins whom the clause of the verb at
/// `head` describes; what that clause says ends before it.
fn own_verb(document: &Document, head: u32) -> Option<u32> {
    let verb = document.token(head).filter(|verb| verb.dep == Dep::Relcl)?;
    // "A poster organisers admit is too long": what they admit goes on.
    let subject = document.child(head, Dep::Nsubj)?;
    if !matches!(document.word(subject), "who" | "that" | "which") {
        return None;
    }
    let noun = document.token(verb.head)?;
    let main = noun.head;
    if !matches!(noun.dep, Dep::Nsubj | Dep::Nsubjpass) || main <= head {
        return None;
    }
    let helps = |&at: &u32| {
        let helper = document.token(at).filter(|token| token.head == main);
        helper.is_some_and(|token| matches!(token.dep, Dep::Aux | Dep::Auxpass | Dep::Neg))
    };
    Some((head + 1..main).find(helps).unwrap_or(main))
}

/// A statement of the trained reader without what comes after a clause that only describes somebody.
pub(super) fn found(document: &Document, mut found: Found) -> Found {
    if let Some(end) = own_verb(document, found.head) {
        for part in &mut found.content {
            part.end = part.end.min(end);
        }
        found.content.retain(|part| part.start < part.end);
    }
    found
}

/// A statement of the rules without what comes after a clause that only describes somebody; `None` where nothing is left.
pub(super) fn draft(document: &Document, mut draft: Draft) -> Option<Draft> {
    let cue = draft.cue.first().map_or(&[][..], |&cue| document.tokens_in(cue));
    let head = cue.iter().rfind(|token| token.pos == Pos::Verb);
    let at = head.map(|verb| {
        let tokens = document.tokens();
        tokens.partition_point(|token| token.span.start < verb.span.start) as u32
    });
    let Some(end) = at.and_then(|head| own_verb(document, head)) else {
        return Some(draft);
    };
    let end = document.span_of(end..end + 1).start;
    let content = draft.content.iter().filter(|span| span.start < end);
    draft.content = content
        .map(|span| Span::new(span.start, span.end.min(end)))
        .collect();
    (!draft.content.is_empty()).then_some(draft)
}

//! Claims that are judged: "said that *claims that the dam leaked* were untrue".
//!
//! Neither the parser nor the trained reader tells a clause that a noun opens from the verdict on it, as both hold the
//! words before "were" for its subject.

use core::ops::Range;

use super::draft::Draft;
use crate::Span;
use crate::lexicon::{Lexicon, Pos, Takes};
use crate::paragraph::Paragraph;
use crate::verdict::verdict;
use crate::words::{Class, is_verb_like};

/// Words between a noun and the "that" of its clause: "claims *by Ana Osei, the dam's former inspector,* that".
const BETWEEN: usize = 12;

/// Words of a clause that are read for a verdict.
const CLAUSE: usize = 40;

/// A clause that a noun opens, with the verdict on it, in words of the paragraph.
struct Judged {
    /// Where the noun's phrase begins, with a "that" before it.
    phrase: usize,
    noun: usize,
    clause: usize,
    verdict: Range<usize>,
    why: &'static str,
}

/// Ends what is claimed where the verdict on it begins, and has whoever judges it say all of that.
pub(super) fn settle(paragraph: &Paragraph<'_>, drafts: &mut Vec<Draft>) {
    for sentence in &paragraph.sentences {
        let Some(judged) = sentence
            .clone()
            .find_map(|noun| judged(paragraph, noun, sentence))
        else {
            continue;
        };
        let start = |word: usize| paragraph.words[word].span.start;
        let (noun, end) = (paragraph.words[judged.noun].span, start(judged.verdict.start));
        drafts.retain_mut(|draft| {
            let Some(cue) = draft.cue.first().copied() else {
                return true;
            };
            if noun.start <= cue.start && cue.start < end {
                // The parser may have held "claims" for a verb.
                draft.nominal |= cue.overlaps(noun);
                return claimed(paragraph, draft, end) || cue.overlaps(noun);
            }
            // The clause of the noun may have been taken for all that is said, or whoever it is said to for part of it.
            let phrase = start(judged.phrase);
            if cue.end <= phrase
                && let [content] = draft.content.as_mut_slice()
                && (cue.end..=start(judged.clause)).contains(&content.start)
                && content.end >= paragraph.words[judged.verdict.end - 1].span.end
            {
                let before = Span::new(content.start.min(phrase), phrase);
                let mut words = paragraph.words.iter().filter(|word| before.contains(word.span));
                if !words.any(is_verb_like) {
                    content.start = phrase;
                    draft.rule.push_str(judged.why);
                }
            }
            true
        });
    }
}

/// The verdict with which the words end that begin with the clause of a noun, and whether it is that it is so.
pub(super) fn on(paragraph: &Paragraph<'_>, words: Range<usize>) -> Option<(Range<usize>, bool)> {
    let from = words.start;
    let words = paragraph.words.get(words)?;
    // After a comma it may be a verdict on something else: "…, though he said that reports of it were wrong".
    let clause = words
        .iter()
        .take(CLAUSE)
        .take_while(|word| !matches!(word.class, Class::Comma | Class::Semicolon | Class::Dash));
    let lower: Vec<&str> = clause.map(|word| word.lower.as_str()).collect();
    let (verdict, right) = verdict(&lower)?;
    Some((verdict.start + from..verdict.end + from, right))
}

/// The clause that the noun opens, where it is judged within the sentence.
fn judged(paragraph: &Paragraph<'_>, noun: usize, sentence: &Range<usize>) -> Option<Judged> {
    let opens = Lexicon::get()
        .starting_with(paragraph.lower(noun))
        .iter()
        .any(|(cue, _)| cue.pos == Pos::Noun && cue.rest.is_empty() && cue.takes.has(Takes::CLAUSE));
    if !opens {
        return None;
    }
    let near = noun + 1..sentence.end.min(noun + 1 + BETWEEN);
    let that = near
        .take_while(|&at| !is_verb_like(&paragraph.words[at]))
        .find(|&at| paragraph.class(at) == Some(Class::That));
    // "claims *the board was bypassed* were false"
    let bare = matches!(
        paragraph.class(noun + 1),
        Some(Class::Determiner | Class::Pronoun | Class::Capital)
    );
    let clause = that.or(bare.then_some(noun))? + 1;
    let (verdict, right) = on(paragraph, clause..sentence.end)?;
    let mut first = noun;
    while first > sentence.start && paragraph.class(first) != Some(Class::Determiner) {
        let word = &paragraph.words[first - 1];
        let in_phrase = match word.class {
            Class::Determiner | Class::Possessive | Class::Capital => true,
            Class::Word => !is_verb_like(word),
            _ => false,
        };
        if !in_phrase {
            break;
        }
        first -= 1;
    }
    let led = first > sentence.start && paragraph.class(first - 1) == Some(Class::That);
    Some(Judged {
        phrase: first - usize::from(led),
        noun,
        clause,
        verdict,
        why: if right {
            "; what is claimed is called right"
        } else {
            "; what is claimed is called wrong"
        },
    })
}

/// Ends the content before the verdict; whether what is left says something.
fn claimed(paragraph: &Paragraph<'_>, draft: &mut Draft, end: u32) -> bool {
    if draft.content.iter().all(|span| span.end <= end) {
        return true;
    }
    draft.content.retain_mut(|span| {
        span.end = span.end.min(end);
        span.start < span.end
    });
    draft.content.iter().any(|span| {
        let mut words = paragraph.words.iter().filter(|word| span.contains(word.span));
        words.any(is_verb_like)
    })
}

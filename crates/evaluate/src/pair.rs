//! Which predicted statement stands for which gold one.

use std::collections::BTreeSet;

use claims::{Span, Statement};

use crate::GoldStatement;

/// The least overlap of two contents, by Jaccard's measure over characters, for one to stand for the other.
const LEAST_OVERLAP: f64 = 0.5;

/// Gold statements and predicted ones of a passage, one to one.
///
/// A predicted statement can stand for a gold one where their cues overlap (or one has no cue) and their contents
/// overlap by at least half (or both have none). White space, quotation marks, full stops, commas and colons do not
/// count. The best pairs are made first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairing {
    /// For each gold statement the index of its prediction.
    pub predicted: Vec<Option<usize>>,
    /// For each prediction the index of its gold statement.
    pub gold: Vec<Option<usize>>,
}

impl Pairing {
    /// Pairs the statements of one text.
    #[must_use]
    pub fn new(text: &str, gold: &[GoldStatement], predicted: &[Statement]) -> Self {
        let mut pairs = Vec::new();
        for (at, wanted) in gold.iter().enumerate() {
            let (content, cue) = (letters(text, &wanted.content), letters(text, &wanted.cue));
            for (number, found) in predicted.iter().enumerate() {
                let found_cue = letters(text, &found.cue);
                let same_cue = !cue.is_disjoint(&found_cue);
                let overlap = jaccard(&content, &letters(text, &found.content));
                if overlap >= LEAST_OVERLAP && (same_cue || cue.is_empty() || found_cue.is_empty()) {
                    let bonus = if same_cue { 0.5 } else { 0.0 };
                    pairs.push((overlap + bonus, at, number));
                }
            }
        }
        pairs.sort_by(|left, right| right.0.total_cmp(&left.0));
        let mut pairing = Self {
            predicted: vec![None; gold.len()],
            gold: vec![None; predicted.len()],
        };
        for (_, at, number) in pairs {
            if let (Some(wanted @ None), Some(found @ None)) =
                (pairing.predicted.get_mut(at), pairing.gold.get_mut(number))
            {
                *wanted = Some(number);
                *found = Some(at);
            }
        }
        pairing
    }
}

/// The places of the characters that count.
fn letters(text: &str, spans: &[Span]) -> BTreeSet<usize> {
    let counts = |letter: char| !letter.is_whitespace() && !"“”\"'‘’.,:".contains(letter);
    spans
        .iter()
        .flat_map(|span| {
            let letters = span.of(text).char_indices();
            letters.map(|(at, letter)| (at + span.start as usize, letter))
        })
        .filter(|&(_, letter)| counts(letter))
        .map(|(at, _)| at)
        .collect()
}

/// 1 where both are empty.
#[allow(clippy::cast_precision_loss)] // Counts of letters in a passage are far below 2^52.
fn jaccard(left: &BTreeSet<usize>, right: &BTreeSet<usize>) -> f64 {
    let both = left.intersection(right).count();
    let either = left.len() + right.len() - both;
    if either == 0 {
        1.0
    } else {
        both as f64 / either as f64
    }
}

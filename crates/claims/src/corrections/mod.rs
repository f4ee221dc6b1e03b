//! What readers have set right, and an analysis with it applied.
//!
//! A [`Correction`] is told by words, not by ids, so that it holds for a later analysis of the same article and for one
//! of an article that was changed a little. Where its words are gone it is reported as lost; it never moves to words
//! that only look like them.

mod correction;
mod draft;
mod find;
mod issues;
mod quote;

use serde::{Deserialize, Serialize};

pub use correction::{Added, Anchor, Change, Correction, Point, Role, Who};
pub use quote::Quote;

use crate::{Analysis, conclude};
use draft::Draft;

/// An analysis as its reader has it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Corrected {
    /// The analysis with the corrections in it.
    pub analysis: Analysis,
    /// What the reader has done about each statement, in the order of the analysis.
    pub reviews: Vec<Review>,
    /// The corrections that no longer apply.
    pub lost: Vec<Lost>,
}

/// What a reader has done about a statement.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Review {
    /// It was found right.
    pub accepted: bool,
    /// It was added by hand.
    pub added: bool,
    /// What was set by hand.
    pub set: Vec<Field>,
}

impl Review {
    /// Whether anybody has looked at it.
    #[must_use]
    pub fn is_reviewed(&self) -> bool {
        self.accepted || self.added || !self.set.is_empty()
    }

    fn note(&mut self, field: Field) {
        if !self.set.contains(&field) {
            self.set.push(field);
        }
    }
}

/// What can be set by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    /// Who speaks.
    Speaker,
    /// What he does.
    Act,
    /// Where he stands.
    Stance,
    /// What it is about.
    Issue,
    /// Which words.
    Words(Role),
}

/// A correction that does not apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lost {
    /// Its place in the list of corrections.
    pub correction: u32,
    /// Why.
    pub why: Why,
}

/// Why a correction does not apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Why {
    /// The article was removed.
    #[error("its account is gone")]
    NoArticle,
    /// The words, or those around them, are no longer in the article.
    #[error("its words are no longer in the text")]
    NoWords,
    /// The words are there, but no statement is read from them any more.
    #[error("no statement is read from its words any more")]
    NoStatement,
    /// Nobody has that name or is mentioned in those words.
    #[error("its speaker is not found any more")]
    NoSpeaker,
    /// No statement is about it any more.
    #[error("its point at issue is not found any more")]
    NoIssue,
}

/// Applies corrections, each to what the ones before it have left, and concludes issues and contests anew.
///
/// Without corrections the analysis stays as it is. Linear in the size of the analysis and, for each correction, in the
/// length of its article.
#[must_use]
pub fn correct(analysis: Analysis, corrections: &[Correction]) -> Corrected {
    let mut lost = Vec::new();
    if corrections.is_empty() {
        return Corrected {
            reviews: vec![Review::default(); analysis.statements.len()],
            analysis,
            lost,
        };
    }
    let mut draft = Draft::new(analysis);
    // What is about issues waits until there are any.
    let mut later = Vec::new();
    for (correction, at) in corrections.iter().zip(0..) {
        match draft.apply(correction) {
            Ok(None) => {}
            Ok(Some(wish)) => later.push((at, wish)),
            Err(why) => lost.push(Lost { correction: at, why }),
        }
    }
    let (mut analysis, mut reviews, ids) = draft.finish();
    conclude(&mut analysis);
    issues::apply(&mut analysis, &mut reviews, later, &ids, &mut lost);
    lost.sort_by_key(|lost| lost.correction);
    Corrected {
        analysis,
        reviews,
        lost,
    }
}

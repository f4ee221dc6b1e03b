//! Documents to statements, speakers, issues and contests.
//!
//! Pure functions over plain data: no input or output, no global state, the same analysis for the same articles.

mod analyzer;
mod clause;
mod corrections;
mod extract;
mod inspect;
mod issues;
mod lexicon;
mod lines;
mod model;
mod paragraph;
mod quotes;
mod speakers;
mod statements;
#[cfg(test)]
mod testing;
mod verdict;
mod words;

pub use analyzer::{Analyzer, Models, Progress, analyze, conclude};
pub use corrections::{
    Added, Anchor, Change, Corrected, Correction, Field, Lost, Point, Quote, Review, Role, Who, Why, correct,
};
pub use english::Span;
pub use inspect::{InputError, LARGEST, Notice, inspect};
pub use lines::join_lines;
pub use model::{
    Act, Analysis, Article, ArticleId, Attitude, Contest, ContestKind, Engagement, Factuality, Form, Issue,
    IssueId, Mention, Position, Speaker, SpeakerId, SpeakerKind, Stance, Statement, StatementId,
};
#[doc(hidden)]
pub use speakers::{PronounExample, pronoun_examples};
pub use statements::{
    Annotated, Attribution, Convention, CueCount, Examples, Statements, StatementsError, cue_counts, examples,
};

//! The data model: plain values that everything above this crate reads.
//!
//! Values refer to one another by typed index ([`StatementId`] and its like) into the lists of one [`Analysis`].

mod analysis;
mod id;
mod statement;
mod vocabulary;

pub use analysis::{Analysis, Article, Contest, Issue, Mention, Position, Speaker};
pub use id::{ArticleId, IssueId, SpeakerId, StatementId};
pub use statement::Statement;
pub use vocabulary::{Act, Attitude, ContestKind, Engagement, Factuality, Form, SpeakerKind, Stance};

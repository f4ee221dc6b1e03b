//! Passages with the statements that a careful reader finds in them, and how an analysis compares with those.
//!
//! For the command line and for tests. Not for the page: nothing here is needed to analyse an article.

mod accounts;
mod acts;
mod error;
mod gold;
mod locate;
mod pair;
mod stand;
mod tally;

pub use accounts::{Accounts, GoldContest, GoldIssue, GoldPosition, Place, parse_accounts};
pub use acts::{ActTally, MarkedSentence, parse_sentences};
pub use error::{GoldError, GoldErrorKind};
pub use gold::{GoldStatement, Passage, parse};
pub use pair::Pairing;
pub use stand::{StandTally, Verdict, VerdictKind};
pub use tally::{Share, Tally};

use serde::{Deserialize, Serialize};

use super::{ArticleId, ContestKind, IssueId, SpeakerId, SpeakerKind, Stance, Statement, StatementId};
use crate::Span;

/// One account as given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Article {
    /// The name that the caller knows it by: a file's stem, "A", a record's id. Unique within an analysis.
    pub id: String,
    /// Headline, where known.
    pub title: Option<String>,
    /// Newspaper, agency or site, where known.
    pub outlet: Option<String>,
    /// Who wrote it, where known.
    pub author: Option<String>,
    /// When it appeared, as written.
    pub date: Option<String>,
    /// Web address, where known.
    pub address: Option<String>,
    /// The words. Each line is a paragraph; [`join_lines`](crate::join_lines) makes wrapped text so.
    pub text: String,
}

/// Where a speaker is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mention {
    /// In which article.
    pub article: ArticleId,
    /// Where, in bytes of its text.
    pub span: Span,
}

/// A person, organization, group or unnamed source, resolved over all mentions and all articles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The fullest name that the articles give.
    pub name: String,
    /// What kind of speaker.
    pub kind: SpeakerKind,
    /// Titles and descriptions, as written: "foreign minister".
    pub roles: Vec<String>,
    /// Every mention, in order.
    pub mentions: Vec<Mention>,
}

/// A speaker's stance on an issue, by way of whoever reports it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// Whose stance.
    pub speaker: SpeakerId,
    /// Who reports it, nearest to the speaker first; several reporters of the same stance share a position.
    pub via: Vec<SpeakerId>,
    /// The stance.
    pub stance: Stance,
    /// The statements that show it.
    pub statements: Vec<StatementId>,
}

/// One point that statements are about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// A short label in the articles' own words.
    pub label: String,
    /// Every statement about it.
    pub statements: Vec<StatementId>,
    /// Who stands where.
    pub positions: Vec<Position>,
}

/// Two statements that cannot both stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contest {
    /// The issue it concerns.
    pub issue: IssueId,
    /// One side.
    pub a: SpeakerId,
    /// The other side.
    pub b: SpeakerId,
    /// How they conflict.
    pub kind: ContestKind,
    /// The two passages, `a`'s first.
    pub evidence: [StatementId; 2],
    /// One readable line.
    pub why: String,
}

/// Everything read out of a set of articles.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Analysis {
    /// The accounts, in the order given.
    pub articles: Vec<Article>,
    /// Who speaks, the articles' own voices, and after these who is mentioned and says nothing
    /// (see [`Analysis::speaking`]).
    pub speakers: Vec<Speaker>,
    /// Who says what, by article and place of the content (or cue) in it.
    pub statements: Vec<Statement>,
    /// What it is about, most contested and most discussed first.
    pub issues: Vec<Issue>,
    /// Where the accounts contradict one another or report a contradiction.
    pub contested: Vec<Contest>,
}

impl Analysis {
    /// For each of the [`speakers`](Self::speakers), whether a statement is theirs.
    #[must_use]
    pub fn speaking(&self) -> Vec<bool> {
        let mut speaking = vec![false; self.speakers.len()];
        for speaker in self.statements.iter().filter_map(|statement| statement.speaker) {
            if let Some(speaks) = speaking.get_mut(speaker.index()) {
                *speaks = true;
            }
        }
        speaking
    }
}

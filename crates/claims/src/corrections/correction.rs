use serde::{Deserialize, Serialize};

use super::Quote;
use crate::{Act, Analysis, IssueId, SpeakerId, SpeakerKind, Stance, Statement, StatementId};

/// Statements of an issue that it is told by.
const TOLD_BY: usize = 8;

/// One thing that a reader has set right. Nothing in it is an id: ids change with every analysis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Correction {
    /// Something about one statement.
    Statement {
        /// Which.
        at: Anchor,
        /// What about it.
        change: Change,
    },
    /// A statement that was not read.
    Add(Added),
    /// No statement has this cue, in any article.
    IgnoreCue(String),
    /// The speaker has another name.
    RenameSpeaker {
        /// Who.
        speaker: Who,
        /// The right name.
        name: String,
    },
    /// Two speakers are one.
    MergeSpeakers {
        /// Who ceases to be.
        speaker: Who,
        /// Who takes over what he says.
        into: Who,
    },
    /// The issue has another label.
    RenameIssue {
        /// Which.
        issue: Point,
        /// The right label.
        label: String,
    },
    /// Two issues are one.
    MergeIssues {
        /// Which ceases to be.
        issue: Point,
        /// Which takes over its statements.
        into: Point,
    },
}

/// What is right about a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It is right as it is.
    Accept,
    /// It is none.
    Reject,
    /// Who speaks: a known speaker, or a new one where nobody has that name.
    Speaker(Who),
    /// What he does.
    Act(Act),
    /// Where he stands on the issue.
    Stance(Stance),
    /// What it is about: a known issue, or a new one where none has that label.
    Issue(Point),
    /// Which words are its source, cue or content.
    Words(Role, Vec<Quote>),
}

/// What words are to a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Who speaks.
    Source,
    /// What reports it.
    Cue,
    /// What is said.
    Content,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Source, Self::Cue, Self::Content];

    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Cue => "cue",
            Self::Content => "content",
        }
    }

    /// The statement's spans in this role.
    #[must_use]
    pub fn of(self, statement: &Statement) -> &Vec<crate::Span> {
        match self {
            Self::Source => &statement.source,
            Self::Cue => &statement.cue,
            Self::Content => &statement.content,
        }
    }

    /// The same, to be changed.
    pub fn of_mut(self, statement: &mut Statement) -> &mut Vec<crate::Span> {
        match self {
            Self::Source => &mut statement.source,
            Self::Cue => &mut statement.cue,
            Self::Content => &mut statement.content,
        }
    }
}

/// A statement, by its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The article's id.
    pub article: String,
    /// Its words: the first and last of a role as one stretch.
    pub source: Option<Quote>,
    /// See `source`.
    pub cue: Option<Quote>,
    /// See `source`.
    pub content: Option<Quote>,
}

/// A speaker, by name and kind, and by one mention in case that the name is read otherwise next time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// The name.
    pub name: String,
    /// The kind.
    pub kind: SpeakerKind,
    /// The article's id and the words of a mention.
    pub mention: Option<(String, Quote)>,
}

/// An issue, by some of its statements and by its label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The label.
    pub label: String,
    /// Statements about it; none for a new one.
    pub statements: Vec<Anchor>,
}

/// A statement that a reader has marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Added {
    /// The article's id.
    pub article: String,
    /// Who speaks, as written.
    pub source: Vec<Quote>,
    /// The words that report it.
    pub cue: Vec<Quote>,
    /// What is said.
    pub content: Vec<Quote>,
    /// Who speaks, where known.
    pub speaker: Option<Who>,
    /// What he does.
    pub act: Act,
}

impl Anchor {
    /// Describes a statement of an analysis; `None` where there is no such statement.
    #[must_use]
    pub fn of(analysis: &Analysis, id: StatementId) -> Option<Self> {
        let statement = analysis.statements.get(id.index())?;
        let article = analysis.articles.get(statement.article.index())?;
        let quote = |spans: &[crate::Span]| {
            let whole = spans.iter().copied().reduce(crate::Span::cover)?;
            Some(Quote::of(&article.text, whole))
        };
        Some(Self {
            article: article.id.clone(),
            source: quote(&statement.source),
            cue: quote(&statement.cue),
            content: quote(&statement.content),
        })
    }

    /// The words to show for it: what is said, else the words that report it.
    #[must_use]
    pub fn words(&self) -> &str {
        [&self.content, &self.cue, &self.source]
            .into_iter()
            .flatten()
            .next()
            .map_or("", |quote| &quote.exact)
    }
}

impl Who {
    /// Describes a speaker of an analysis; `None` where there is no such speaker.
    #[must_use]
    pub fn of(analysis: &Analysis, id: SpeakerId) -> Option<Self> {
        let speaker = analysis.speakers.get(id.index())?;
        // The longest mention tells the most.
        let mention = speaker
            .mentions
            .iter()
            .rev()
            .max_by_key(|mention| mention.span.len());
        Some(Self {
            name: speaker.name.clone(),
            kind: speaker.kind,
            mention: mention.and_then(|mention| {
                let article = analysis.articles.get(mention.article.index())?;
                Some((article.id.clone(), Quote::of(&article.text, mention.span)))
            }),
        })
    }

    /// Somebody whom the analysis does not know.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self {
            name: name.trim().to_owned(),
            kind: SpeakerKind::Person,
            mention: None,
        }
    }
}

impl Point {
    /// Describes an issue of an analysis; `None` where there is no such issue.
    #[must_use]
    pub fn of(analysis: &Analysis, id: IssueId) -> Option<Self> {
        let issue = analysis.issues.get(id.index())?;
        Some(Self {
            label: issue.label.clone(),
            statements: issue
                .statements
                .iter()
                .take(TOLD_BY)
                .filter_map(|&id| Anchor::of(analysis, id))
                .collect(),
        })
    }

    /// An issue that the analysis does not know.
    #[must_use]
    pub fn new(label: &str) -> Self {
        Self {
            label: label.trim().to_owned(),
            statements: Vec::new(),
        }
    }
}

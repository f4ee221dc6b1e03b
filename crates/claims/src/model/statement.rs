use serde::{Deserialize, Serialize};

use super::{Act, ArticleId, Attitude, Engagement, Factuality, Form, SpeakerId, StatementId};
use crate::Span;

/// One attribution: who (source), the words that report it (cue), and what (content).
///
/// Each of the three is a list of spans in order, because any of them may be discontinuous ("“This,” she said, “is
/// new”"); an empty list means that the words are missing ("reportedly" has no source).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The article that it stands in; all spans are bytes of that article's text.
    pub article: ArticleId,
    /// Who speaks, resolved; `None` where the text names nobody.
    pub speaker: Option<SpeakerId>,
    /// Who speaks, as written.
    pub source: Vec<Span>,
    /// The words that report it: "said", "denial", "according to", ":".
    pub cue: Vec<Span>,
    /// What is said.
    pub content: Vec<Span>,
    /// To whom, as written.
    pub addressee: Vec<Span>,
    /// How it is quoted.
    pub form: Form,
    /// What the speaker does.
    pub act: Act,
    /// Whether the cue is negated ("did not say").
    pub negated: bool,
    /// How far the speaker commits to the content.
    pub factuality: Factuality,
    /// How the reporter treats the source.
    pub engagement: Engagement,
    /// The statement that reports this one; `None` at the top.
    pub inside: Option<StatementId>,
    /// Whether the cue is a noun ("denial"), so that the statement can itself be what another is about.
    pub nominal: bool,
    /// Whether the content is only named as a topic ("discussed the dam"), so that no side is taken by it.
    pub topical: bool,
    /// How the speaker regards the content, where it is a thing and not a claim ("slammed the deal").
    pub attitude: Option<Attitude>,
    /// One readable line: why the act was read so.
    pub rule: String,
}

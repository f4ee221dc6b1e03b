use crate::clause::Clause;
use crate::{Act, Attitude, Engagement, Factuality, Form, Span};

/// Whose words they are, where the source as written does not tell by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    /// The speaker that the source names.
    Source,
    /// The speaker of the statement before (a quotation that runs on).
    Previous,
    /// Whoever wrote the article: "I" outside a quotation.
    Author,
    /// Nobody is named.
    Nobody,
}

/// A statement before speakers and nesting are resolved.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) source: Vec<Span>,
    pub(crate) cue: Vec<Span>,
    pub(crate) content: Vec<Span>,
    pub(crate) addressee: Vec<Span>,
    pub(crate) form: Form,
    pub(crate) act: Act,
    pub(crate) negated: bool,
    pub(crate) factuality: Factuality,
    pub(crate) engagement: Engagement,
    pub(crate) rule: String,
    pub(crate) voice: Voice,
    /// The cue is a noun ("denial"), so the statement can be the object of another.
    pub(crate) nominal: bool,
    /// The content is a topic that the cue only names ("discussed the dam"): no side is taken by it.
    pub(crate) topical: bool,
    /// How the speaker regards the content, where it is a thing.
    pub(crate) attitude: Option<Attitude>,
    /// The draft (of the same article) that reports it.
    pub(crate) inside: Option<usize>,
}

impl Draft {
    /// First to last byte of the content.
    pub(crate) fn content_hull(&self) -> Option<Span> {
        Some(self.content.first()?.cover(*self.content.last()?))
    }

    /// Counts what operates on the main event of the content: "said it will not open" is held not to be so.
    pub(crate) fn compose(&mut self, text: &str) {
        let Some(content) = self.content.first() else {
            return;
        };
        let clause = Clause::read(content.of(text));
        if clause.asks && self.act == Act::Asserts && matches!(self.form, Form::Direct | Form::Post) {
            self.act = Act::Questions;
            self.factuality = Factuality::Unknown;
            self.rule.push_str("; what is said is a question");
            return;
        }
        // "condemned *what he called a smear*" leaves nothing open.
        if self.attitude.is_some() {
            return;
        }
        let (factuality, why) = clause.compose(self.act, self.factuality);
        self.factuality = factuality;
        if let Some(why) = why {
            self.rule.push_str("; ");
            self.rule.push_str(why);
        }
    }

    /// Where it stands: the cue, or the content where there is none.
    pub(crate) fn anchor(&self) -> Option<Span> {
        self.cue
            .first()
            .or(self.content.first())
            .or(self.source.first())
            .copied()
    }
}

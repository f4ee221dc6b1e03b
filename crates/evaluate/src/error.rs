/// Why a file of passages cannot be read, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {kind}")]
pub struct GoldError {
    /// Line of the file, from 1.
    pub line: usize,
    /// What is wrong there.
    pub kind: GoldErrorKind,
}

/// What is wrong in a file of passages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GoldErrorKind {
    /// A passage ends without the line that begins its statements.
    #[error("the passage that begins here has no line ---- after its text")]
    NoStatements,
    /// A line that is not four fields.
    #[error("expected source | cue | content | form act, found {0} fields")]
    Fields(usize),
    /// A last field that does not name a form and an act.
    #[error("expected a form, an act, then negated, optional or to SOMEBODY; found {0:?}")]
    Marks(String),
    /// A line indented deeper than the line above it allows.
    #[error("indented by {0} spaces; a statement stands four deeper than the one that it is inside")]
    Indent(usize),
    /// A phrase that the passage does not have.
    #[error("{0:?} is not in the passage, or not after the part before it")]
    NotFound(String),
    /// A phrase that the passage has several times, none of them nearest.
    #[error("{0:?} stands in the passage {1} times; say which, as in {0}[2]")]
    Ambiguous(String, usize),
    /// A statement that is indented under one whose content does not hold its cue.
    #[error("{0:?} is not within the content of the statement that it is indented under")]
    NotInside(String),
    /// A line of marked sentences that is not one.
    #[error("expected an act, a factuality and a sentence with its [cue]")]
    Sentence,
    /// A heading in a pair of accounts that is none of those known.
    #[error("expected == A, == B, == issue: LABEL or == contests; found {0:?}")]
    Heading(String),
    /// A pair of accounts that lacks one.
    #[error("expected two accounts, under == A and == B")]
    NotTwo,
}

use claims::StatementId;

/// Where the reader made the selection; the other side follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origin {
    /// In the words of an account.
    #[default]
    Text,
    /// In the chart or one of its lists.
    Chart,
}

/// The statements that are picked out, everywhere at once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// In ascending order; empty when nothing is selected.
    pub statements: Vec<StatementId>,
    /// Which of them the reader looks at: the text shows this one.
    pub focus: Option<StatementId>,
    /// Where it was made.
    pub origin: Origin,
}

impl Selection {
    /// Selects `statements` and looks at the first.
    #[must_use]
    pub fn new(mut statements: Vec<StatementId>, origin: Origin) -> Self {
        statements.sort_unstable();
        statements.dedup();
        Self {
            focus: statements.first().copied(),
            statements,
            origin,
        }
    }

    /// Whether any of `statements` is selected.
    #[must_use]
    pub fn touches(&self, statements: &[StatementId]) -> bool {
        statements.iter().any(|id| self.contains(*id))
    }

    /// Whether the statement is selected.
    #[must_use]
    pub fn contains(&self, statement: StatementId) -> bool {
        self.statements.binary_search(&statement).is_ok()
    }
}

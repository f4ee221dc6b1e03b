use std::rc::Rc;

use claims::StatementId;
use yew::prelude::*;

use crate::session::{Action, Filter, Origin, Results, Session};

/// What every view of the results is given. What is selected is not part of it: see [`super::highlight`].
#[derive(Properties, PartialEq, Clone)]
pub(super) struct ViewProps {
    /// What was found.
    pub results: Rc<Results>,
    /// What is shown.
    pub filter: Rc<Filter>,
    /// For each statement, whether it passes the filter.
    pub keep: Rc<[bool]>,
    /// Where actions go.
    pub dispatch: UseReducerDispatcher<Session>,
}

impl ViewProps {
    /// Selects `statements`, as made in the chart.
    pub(super) fn select(&self, statements: Vec<StatementId>) -> Callback<MouseEvent> {
        select(&self.dispatch, statements)
    }

    /// Dispatches what `action` makes of the results at the time of the click. For what is dear to make: to describe a
    /// statement for a correction takes a search of the text.
    pub(super) fn act_on(&self, action: impl Fn(&Self) -> Option<Action> + 'static) -> Callback<MouseEvent> {
        let view = self.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(action) = action(&view) {
                view.dispatch.dispatch(action);
            }
        })
    }

    /// Dispatches an action.
    pub(super) fn act(&self, action: Action) -> Callback<MouseEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    }

    /// Whether a statement is shown.
    pub(super) fn shows(&self, id: StatementId) -> bool {
        self.keep.get(id.index()).copied().unwrap_or(false)
    }
}

/// Selects `statements`, as made in the chart.
pub(super) fn select(
    dispatch: &UseReducerDispatcher<Session>,
    statements: Vec<StatementId>,
) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::Select(statements.clone(), Origin::Chart));
    })
}

/// Statements as an attribute that the highlighting goes by.
pub(super) fn list(statements: &[StatementId]) -> String {
    let ids: Vec<String> = statements.iter().map(|id| id.0.to_string()).collect();
    ids.join(" ")
}

use std::rc::Rc;

use chart::passage;
use claims::{Role, StatementId};
use yew::prelude::*;

use crate::session::Results;

#[derive(Properties, PartialEq)]
pub(super) struct PassageProps {
    /// What was found.
    pub results: Rc<Results>,
    /// Whose words.
    pub statement: StatementId,
}

/// A statement in its sentence: source by weight, cue by an underline, content by a tint.
#[component]
pub(super) fn Passage(props: &PassageProps) -> Html {
    let analysis = &props.results.analysis;
    let Some(statement) = analysis.statements.get(props.statement.index()) else {
        return Html::default();
    };
    let text = analysis
        .articles
        .get(statement.article.index())
        .map_or("", |article| article.text.as_str());
    let pieces = passage(analysis, props.statement).into_iter().map(|piece| {
        let words = piece.span.of(text).to_owned();
        match piece.role {
            Some(Role::Source) => html! { <b>{ words }</b> },
            Some(Role::Cue) => html! { <u class={statement.engagement.as_str()}>{ words }</u> },
            Some(Role::Content) => html! { <mark>{ words }</mark> },
            None => html! { words },
        }
    });
    html! { <q class="sentence">{ for pieces }</q> }
}

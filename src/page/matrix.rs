use std::rc::Rc;

use chart::{Cell, Column, Mark, Matrix, Row};
use claims::Stance;
use yew::prelude::*;

use super::glyph::StanceGlyph;
use super::names::{count, name, short};
use crate::session::{Action, Origin, Results, Selection, Session};

/// Rows that fit a screen; a button shows the rest.
const ROWS: usize = 14;

#[derive(Properties, PartialEq)]
pub(super) struct ListProps {
    /// What was found.
    pub results: Rc<Results>,
    /// What is selected.
    pub selection: Rc<Selection>,
    /// Where actions go.
    pub dispatch: UseReducerDispatcher<Session>,
}

impl ListProps {
    /// Selects what `statements` returns, as made in the chart.
    pub(super) fn select(&self, statements: Vec<claims::StatementId>) -> Callback<MouseEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Select(statements.clone(), Origin::Chart));
        })
    }
}

/// The stance matrix: speakers down, points at issue across.
#[component]
pub(super) fn MatrixView(props: &ListProps) -> Html {
    let all = use_state_eq(|| false);
    let matrix = &props.results.matrix;
    if matrix.columns.is_empty() {
        return html! {
            <p id="matrix" class="quiet">
                { "No two statements are about the same point, so there is no stance to compare yet." }
            </p>
        };
    }
    let shown = if *all {
        matrix.rows.len()
    } else {
        matrix.rows.len().min(ROWS)
    };
    let hidden = matrix.rows.len() - shown;
    let toggle = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    html! {
        <div id="matrix" class="matrix-frame">
            <div class="scroller" role="region" aria-label="Stance matrix" tabindex="0">
                <table class="matrix">
                    <caption class="unseen">{ "Where each speaker stands on each point at issue" }</caption>
                    <thead>
                        <tr>
                            <td></td>
                            { for matrix.columns.iter().map(|column| column_head(props, *column)) }
                        </tr>
                    </thead>
                    <tbody>
                        { for matrix.rows.iter().take(shown).map(|row| row_view(props, row)) }
                    </tbody>
                </table>
            </div>
            <p class="quiet">
                if hidden > 0 || *all {
                    <button type="button" class="text" onclick={toggle}>
                        { if *all { "Fewer speakers".to_owned() } else { format!("{} more", count(hidden, "speaker", "speakers")) } }
                    </button>
                }
                { for left_out(matrix).iter() }
            </p>
        </div>
    }
}

/// What is not in the table, in words.
fn left_out(matrix: &Matrix) -> Vec<String> {
    let mut words = Vec::new();
    if matrix.more_columns > 0 {
        words.push(format!(
            "{} with fewer voices not shown. ",
            count(matrix.more_columns, "point", "points")
        ));
    }
    if matrix.single_columns > 0 {
        let points = count(
            matrix.single_columns,
            "point that one statement is about is",
            "points that one statement each is about are",
        );
        words.push(format!("{points} only in the text."));
    }
    words
}

fn column_head(props: &ListProps, column: Column) -> Html {
    let Some(issue) = props.results.analysis.issues.get(column.issue.index()) else {
        return Html::default();
    };
    html! {
        <th scope="col" class={classes!(column.contested.then_some("contested"))}>
            <button type="button" class="issue" title={issue.label.clone()} onclick={props.select(issue.statements.clone())}>
                { &issue.label }
            </button>
            if column.contested { <span class="flag">{ "contested" }</span> }
        </th>
    }
}

fn row_view(props: &ListProps, row: &Row) -> Html {
    let analysis = &props.results.analysis;
    let Some(speaker) = analysis.speakers.get(row.speaker.index()) else {
        return Html::default();
    };
    let cells = row
        .cells
        .iter()
        .zip(&props.results.matrix.columns)
        .map(|(cell, column)| {
            let issue = analysis
                .issues
                .get(column.issue.index())
                .map_or("", |issue| issue.label.as_str());
            cell_view(props, &speaker.name, issue, cell)
        });
    html! {
        <tr key={row.speaker.0}>
            <th scope="row" title={speaker.roles.join("; ")}>
                { &speaker.name }
                if let Some(role) = speaker.roles.first() { <small>{ role }</small> }
            </th>
            { for cells }
        </tr>
    }
}

fn cell_view(props: &ListProps, speaker: &str, issue: &str, cell: &Cell) -> Html {
    html! {
        <td class={classes!("cell", cell.contested.then_some("split"))}>
            { for cell.marks.iter().map(|mark| mark_view(props, speaker, issue, cell, mark)) }
        </td>
    }
}

fn mark_view(props: &ListProps, speaker: &str, issue: &str, cell: &Cell, mark: &Mark) -> Html {
    let analysis = &props.results.analysis;
    let via = mark
        .via
        .iter()
        .map(|&id| name(analysis, id))
        .collect::<Vec<_>>()
        .join(", ");
    let reported = if via.is_empty() {
        String::new()
    } else {
        format!(", according to {via}")
    };
    let stance = match mark.stance {
        Stance::For => "for",
        Stance::Against => "against",
        Stance::Neutral => "neutral on",
        Stance::Unclear => "unclear on",
    };
    let label = format!(
        "{speaker}: {stance} “{issue}”{reported}; {}",
        count(mark.statements.len(), "statement", "statements")
    );
    let pressed = props.selection.touches(&mark.statements);
    let list = mark
        .statements
        .iter()
        .map(|id| id.0.to_string())
        .collect::<Vec<_>>()
        .join(" ");
    let beside = cell
        .contested
        .then(|| mark.via.first().map(|&id| short(analysis, id)))
        .flatten();
    html! {
        <button
            type="button" class={classes!("mark", mark.stance.as_str())} data-statements={list}
            aria-pressed={if pressed { "true" } else { "false" }}
            title={label.clone()}
            onclick={props.select(mark.statements.clone())}
        >
            <span class="unseen">{ label }</span>
            <StanceGlyph stance={mark.stance} />
            if mark.statements.len() > 1 { <span class="times" aria-hidden="true">{ mark.statements.len() }</span> }
            if let Some(beside) = beside { <span class="via" aria-hidden="true">{ beside }</span> }
        </button>
    }
}

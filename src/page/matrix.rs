use chart::{Choice, Column, Lane, Mark, Matrix, Row};
use claims::{Analysis, StatementId};
use yew::prelude::*;

use super::glyph::StanceGlyph;
use super::names::{account, name, short};
use super::props::{ViewProps, list};
use crate::session::Order;
use crate::text;

/// Rows and columns that fit a screen and a reader; a button shows the rest.
const ROWS: usize = 14;
const COLUMNS: usize = 6;
/// More columns than this nobody follows, and the browser neither.
const MOST_COLUMNS: usize = 60;

/// The stance matrix: speakers down, points at issue across.
#[component]
pub(super) fn MatrixView(props: &ViewProps) -> Html {
    let all_rows = use_state_eq(|| false);
    let all_columns = use_state_eq(|| false);
    let matrix = use_memo(
        (
            props.results.clone(),
            props.keep.clone(),
            *all_columns,
            props.filter.order,
        ),
        |(results, keep, all, order)| {
            let choice = Choice {
                keep: Some(keep),
                columns: if *all { MOST_COLUMNS } else { COLUMNS },
                by_name: *order == Order::Name,
            };
            Matrix::of(&results.analysis, choice)
        },
    );
    if matrix.columns.is_empty() {
        return html! { <p id="matrix" class="quiet">{ text::NO_MATRIX }</p> };
    }
    let shown = if *all_rows {
        matrix.rows.len()
    } else {
        matrix.rows.len().min(ROWS)
    };
    let lanes = props.results.analysis.articles.len() > 1;
    let more_rows = matrix.rows.len() - shown;
    html! {
        <div id="matrix" class="matrix-frame">
            <div class="scroller" role="region" aria-label={text::MATRIX} tabindex="0">
                <table class={classes!("matrix", lanes.then_some("with-lanes"))}>
                    <caption class="unseen">{ text::MATRIX_WHAT }</caption>
                    <thead>
                        <tr>
                            <td colspan={if lanes { "2" } else { "1" }}></td>
                            { for matrix.columns.iter().map(|column| column_head(props, *column)) }
                        </tr>
                    </thead>
                    { for matrix.rows.iter().take(shown).map(|row| row_view(props, &matrix, row, lanes)) }
                </table>
            </div>
            <p class="folded">
                { fold(&all_rows, more_rows, &text::more_speakers(more_rows)) }
                { fold(&all_columns, matrix.more_columns, &text::more_points(matrix.more_columns)) }
                if *all_columns && matrix.more_columns > 0 {
                    <span class="quiet">{ text::only_in_table(matrix.more_columns) }</span>
                }
            </p>
        </div>
    }
}

/// A button that shows what is folded away, or folds it again.
fn fold(all: &UseStateHandle<bool>, hidden: usize, words: &str) -> Html {
    let onclick = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    if **all {
        html! { <button type="button" class="text" {onclick}>{ text::FEWER }</button> }
    } else if hidden > 0 {
        html! { <button type="button" class="text" {onclick}>{ words }</button> }
    } else {
        Html::default()
    }
}

fn column_head(props: &ViewProps, column: Column) -> Html {
    let Some(issue) = props.results.analysis.issues.get(column.issue.index()) else {
        return Html::default();
    };
    html! {
        <th scope="col" class={classes!(column.contested.then_some("contested"))}>
            <button
                type="button" class="issue" title={issue.label.clone()} data-statements={list(&issue.statements)}
                onclick={props.select(issue.statements.clone())}
            >
                { &issue.label }
            </button>
            if column.contested { <span class="flag">{ text::CONTESTED }</span> }
        </th>
    }
}

fn row_view(props: &ViewProps, matrix: &Matrix, row: &Row, with_lanes: bool) -> Html {
    let analysis = &props.results.analysis;
    let Some(speaker) = analysis.speakers.get(row.speaker.index()) else {
        return Html::default();
    };
    let said: Vec<StatementId> = row
        .lanes
        .iter()
        .flat_map(|lane| lane.cells.iter().flatten())
        .flat_map(|mark| mark.statements.clone())
        .collect();
    let lanes = row.lanes.iter().enumerate().map(|(at, lane)| {
        html! {
            <tr key={format!("{}-{}", row.speaker.0, lane.article.0)}>
                if at == 0 {
                    <th scope="rowgroup" rowspan={row.lanes.len().to_string()} title={speaker.roles.join("; ")}>
                        <button
                            type="button" class="who" data-statements={list(&said)} onclick={props.select(said.clone())}
                        >
                            { &speaker.name }
                            if let Some(role) = speaker.roles.first() { <small>{ role }</small> }
                        </button>
                    </th>
                }
                if with_lanes {
                    <th scope="row" class="lane">
                        <span class="unseen">{ text::ACCOUNT }</span>{ account(analysis, lane.article) }
                    </th>
                }
                { for cells(props, matrix, row, lane, &speaker.name) }
            </tr>
        }
    });
    html! { <tbody>{ for lanes }</tbody> }
}

fn cells(props: &ViewProps, matrix: &Matrix, row: &Row, lane: &Lane, speaker: &str) -> Vec<Html> {
    let analysis = &props.results.analysis;
    let cell = |(at, marks): (usize, &Vec<Mark>)| {
        let issue = matrix.columns[at].issue;
        let label = analysis
            .issues
            .get(issue.index())
            .map_or("", |issue| &issue.label);
        let contested = row.contested[at];
        html! {
            <td class={classes!("cell", (contested && !marks.is_empty()).then_some("split"))}>
                { for marks.iter().map(|mark| mark_view(props, lane, mark, contested, &describe(analysis, speaker, label, lane, mark))) }
            </td>
        }
    };
    lane.cells.iter().enumerate().map(cell).collect()
}

/// "Anna Finch: for “the bridge”, according to Tom Ode; 1 statement".
fn describe(analysis: &Analysis, speaker: &str, issue: &str, lane: &Lane, mark: &Mark) -> String {
    let via: Vec<&str> = mark.via.iter().map(|&id| name(analysis, id)).collect();
    let account = (analysis.articles.len() > 1).then(|| account(analysis, lane.article));
    text::mark(speaker, mark.stance, issue, &via, account, mark.statements.len())
}

fn mark_view(props: &ViewProps, lane: &Lane, mark: &Mark, contested: bool, label: &str) -> Html {
    let analysis = &props.results.analysis;
    let reporter = || match mark.via.first() {
        Some(&id) => short(analysis, id).to_owned(),
        None => text::account(account(analysis, lane.article)),
    };
    html! {
        <button
            type="button" class={classes!("mark", mark.stance.as_str())} data-statements={list(&mark.statements)}
            aria-pressed="false" title={label.to_owned()}
            onclick={props.select(mark.statements.clone())}
        >
            <span class="unseen">{ label.to_owned() }</span>
            <StanceGlyph stance={mark.stance} />
            if mark.statements.len() > 1 { <span class="times" aria-hidden="true">{ mark.statements.len() }</span> }
            if contested { <span class="via" aria-hidden="true">{ reporter() }</span> }
        </button>
    }
}

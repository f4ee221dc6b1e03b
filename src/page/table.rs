use claims::{Analysis, Stance, StatementId};
use yew::prelude::*;

use super::glyph::StanceGlyph;
use super::names::{account, stance_of, who, words};
use super::props::{ViewProps, list};
use crate::session::Results;
use crate::text;

/// Rows drawn at first; a button draws the rest.
const ROWS: usize = 120;

/// What the table is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Key {
    #[default]
    Place,
    Speaker,
    Act,
    Stance,
    Issue,
    Form,
    Factuality,
    Engagement,
    Review,
}

const COLUMNS: [Key; 9] = [
    Key::Place,
    Key::Speaker,
    Key::Act,
    Key::Stance,
    Key::Issue,
    Key::Form,
    Key::Factuality,
    Key::Engagement,
    Key::Review,
];

/// A statement as a row shows it.
struct Entry {
    id: StatementId,
    speaker: String,
    stance: Option<Stance>,
    issue: String,
}

/// Every statement with every attribute, sorted by any of them.
#[component]
pub(super) fn Table(props: &ViewProps) -> Html {
    let sort = use_state_eq(|| (Key::default(), false));
    let all = use_state_eq(|| false);
    let (key, reversed) = *sort;
    let entries = use_memo(
        (props.results.clone(), props.keep.clone(), key, reversed),
        |(results, keep, key, reversed)| entries(results, keep, *key, *reversed),
    );
    let shown = if *all {
        entries.len()
    } else {
        entries.len().min(ROWS)
    };
    let head = |(of, label): (Key, &'static str)| {
        let order = match (of == key, reversed) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        };
        let onclick = {
            let sort = sort.clone();
            Callback::from(move |_: MouseEvent| sort.set((of, of == sort.0 && !sort.1)))
        };
        html! {
            <th scope="col" aria-sort={order}>
                <button type="button" class="sort" {onclick}>{ label }<span class="arrow" aria-hidden="true"></span></button>
            </th>
        }
    };
    let onclick = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    html! {
        <div id="table" class="table-frame">
            <div class="scroller" role="region" aria-label={text::TABLE} tabindex="0">
                <table class="statements">
                    <caption class="unseen">{ text::TABLE }</caption>
                    <thead><tr>{ for COLUMNS.into_iter().zip(text::HEADINGS).map(head) }</tr></thead>
                    <tbody>{ for entries.iter().take(shown).map(|entry| row(props, entry)) }</tbody>
                </table>
            </div>
            if shown < entries.len() {
                <button type="button" class="text" {onclick}>{ text::more_statements(entries.len() - shown) }</button>
            }
        </div>
    }
}

fn entries(results: &Results, keep: &[bool], key: Key, reversed: bool) -> Vec<Entry> {
    let analysis = &results.analysis;
    let mut entries: Vec<Entry> = (0..analysis.statements.len())
        .filter(|&at| keep.get(at).copied().unwrap_or(false))
        .map(|at| entry(analysis, StatementId::from_index(at)))
        .collect();
    let by = |entry: &Entry| {
        let statement = &analysis.statements[entry.id.index()];
        let word = match key {
            Key::Place => String::new(),
            Key::Speaker => entry.speaker.to_lowercase(),
            Key::Act => statement.act.to_string(),
            Key::Stance => entry
                .stance
                .map_or_else(|| "~".to_owned(), |stance| format!("{}", stance as u8)),
            Key::Issue => entry.issue.to_lowercase(),
            Key::Form => statement.form.to_string(),
            Key::Factuality => format!("{}", statement.factuality as u8),
            Key::Engagement => statement.engagement.to_string(),
            Key::Review => text::review(&results.review(entry.id)).to_owned(),
        };
        (word, entry.id)
    };
    entries.sort_by_cached_key(by);
    if reversed {
        entries.reverse();
    }
    entries
}

fn entry(analysis: &Analysis, id: StatementId) -> Entry {
    let stance = stance_of(analysis, id);
    Entry {
        id,
        speaker: who(analysis, &analysis.statements[id.index()]),
        stance: stance.and_then(|(_, stance)| stance),
        issue: stance
            .and_then(|(issue, _)| analysis.issues.get(issue.index()))
            .map_or_else(String::new, |issue| issue.label.clone()),
    }
}

fn row(props: &ViewProps, entry: &Entry) -> Html {
    let analysis = &props.results.analysis;
    let statement = &analysis.statements[entry.id.index()];
    let said = if statement.content.is_empty() {
        &statement.cue
    } else {
        &statement.content
    };
    let statements = [entry.id];
    html! {
        <tr key={entry.id.0} data-statements={list(&statements)}>
            <th scope="row">
                <button
                    type="button" class="words" aria-pressed="false" data-statements={list(&statements)}
                    onclick={props.select(statements.to_vec())}
                >
                    <span class="letter"><span class="unseen">{ text::ACCOUNT }</span>{ account(analysis, statement.article) }</span>
                    { words(analysis, statement, said, 140) }
                </button>
            </th>
            <td>{ &entry.speaker }</td>
            <td title={statement.rule.clone()}>{ statement.act.as_str() }{ if statement.negated { text::NEGATED } else { "" } }</td>
            <td class="stance">
                if let Some(stance) = entry.stance { <StanceGlyph {stance} />{ stance.as_str() } }
            </td>
            <td>{ &entry.issue }</td>
            <td>{ text::form(statement.form) }</td>
            <td>{ text::factuality(statement.factuality) }</td>
            <td>{ statement.engagement.as_str() }</td>
            <td>{ text::review(&props.results.review(entry.id)) }</td>
        </tr>
    }
}

use std::rc::Rc;

use chart::{Paragraph, Run};
use claims::{Analysis, ArticleId, StatementId};
use yew::prelude::*;

use super::hooks::use_near;
use crate::session::Results;

/// A headline is at most this long, and no sentence.
const HEADLINE_CHARS: usize = 140;

#[derive(Properties, PartialEq)]
pub(super) struct BlockProps {
    /// Which article.
    pub article: ArticleId,
    /// What was found.
    pub results: Rc<Results>,
    /// Which block of the article's marked text.
    pub index: usize,
    /// The selected statements with words in this block.
    pub selected: Rc<[StatementId]>,
}

/// A few paragraphs. Far from the screen they are plain text, which browsers lay out late and find words in; near it,
/// or when selected, they are marked.
#[component]
pub(super) fn BlockView(props: &BlockProps) -> Html {
    let node = use_node_ref();
    let near = use_near(&node, props.index < 2);
    let analysis = &props.results.analysis;
    let text = analysis
        .articles
        .get(props.article.index())
        .map_or("", |article| article.text.as_str());
    let Some(block) = props
        .results
        .marked
        .get(props.article.index())
        .and_then(|m| m.blocks.get(props.index))
    else {
        return Html::default();
    };
    if near || !props.selected.is_empty() {
        let paragraphs = block.paragraphs.iter().enumerate().map(|(index, paragraph)| {
            let headline = props.index == 0 && index == 0 && is_headline(paragraph.span.of(text));
            paragraph_view(analysis, text, paragraph, &props.selected, headline)
        });
        html! { <div class="block" ref={node}>{ for paragraphs }</div> }
    } else {
        html! { <div class="block far" ref={node}>{ block.span.of(text).to_owned() }</div> }
    }
}

fn is_headline(line: &str) -> bool {
    line.chars().count() <= HEADLINE_CHARS && !line.trim_end().ends_with(['.', '”', '"', ':'])
}

fn paragraph_view(
    analysis: &Analysis,
    text: &str,
    paragraph: &Paragraph,
    selected: &[StatementId],
    headline: bool,
) -> Html {
    let depth = paragraph
        .runs
        .iter()
        .map(|run| run.content.len())
        .max()
        .unwrap_or(0);
    let class = classes!((depth > 1).then(|| format!("nested-{}", depth.min(4))));
    let runs = paragraph
        .runs
        .iter()
        .map(|run| run_view(analysis, text, run, selected));
    if headline {
        html! { <h2 {class}>{ for runs }</h2> }
    } else {
        html! { <p {class}>{ for runs }</p> }
    }
}

fn run_view(analysis: &Analysis, text: &str, run: &Run, selected: &[StatementId]) -> Html {
    let words = run.span.of(text).to_owned();
    let Some(statement) = run.statement() else {
        return html! { words };
    };
    let statements = run.statements();
    let is_selected = statements.iter().any(|id| selected.contains(id));
    let class = classes!(
        (!run.content.is_empty()).then(|| format!("content depth-{}", run.content.len().min(4))),
        (!run.source.is_empty()).then_some("source"),
        run.engagement(analysis)
            .map(|engagement| format!("cue {engagement}")),
        is_selected.then_some("selected"),
    );
    let list = statements
        .iter()
        .map(|id| id.0.to_string())
        .collect::<Vec<_>>()
        .join(" ");
    html! {
        <span {class} data-statement={statement.0.to_string()} data-statements={list}>{ words }</span>
    }
}

use std::rc::Rc;

use chart::{Paragraph, Run};
use claims::{Analysis, ArticleId, Role, Span, StatementId};
use yew::prelude::*;

use super::near::use_near;
use super::props::list;
use crate::session::Results;
use crate::text;

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
    /// Whether the statement that the reader looks at has words in this block.
    pub focused: bool,
    /// The statement whose words can be moved at their ends.
    pub reshaped: Option<StatementId>,
}

/// What the drawing of a run needs.
struct Ink<'a> {
    analysis: &'a Analysis,
    text: &'a str,
    ends: &'a [End],
}

/// One end of a statement's words, which can be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    pub role: Role,
    /// Which of the spans in that role.
    pub nth: usize,
    pub start: bool,
    /// The byte that it is at.
    pub at: u32,
}

/// A few paragraphs. Far from the screen they are plain text, which browsers lay out late and find words in; near it,
/// or when the reader looks at a statement in them, they are marked.
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
    if near || props.focused {
        let ends = props.reshaped.map_or_else(Vec::new, |id| ends(analysis, id));
        let ink = Ink {
            analysis,
            text,
            ends: &ends,
        };
        let marked = block.paragraphs(analysis);
        let paragraphs = marked.iter().enumerate().map(|(index, paragraph)| {
            let headline = props.index == 0 && index == 0 && is_headline(paragraph.span.of(text));
            paragraph_view(&ink, paragraph, headline)
        });
        html! { <div class="block" ref={node}>{ for paragraphs }</div> }
    } else {
        html! {
            <div class="block far" ref={node} data-at={block.span.start.to_string()}>{ block.span.of(text).to_owned() }</div>
        }
    }
}

fn is_headline(line: &str) -> bool {
    line.chars().count() <= HEADLINE_CHARS && !line.trim_end().ends_with(['.', '”', '"', ':'])
}

/// The ends of a statement's words, in the order of the text.
fn ends(analysis: &Analysis, id: StatementId) -> Vec<End> {
    let Some(statement) = analysis.statements.get(id.index()) else {
        return Vec::new();
    };
    let mut ends: Vec<End> = Role::ALL
        .into_iter()
        .flat_map(|role| {
            role.of(statement)
                .iter()
                .enumerate()
                .flat_map(move |(nth, span)| {
                    [(true, span.start), (false, span.end)].map(|(start, at)| End { role, nth, start, at })
                })
        })
        .collect();
    ends.sort_by_key(|end| (end.at, end.start));
    ends
}

fn paragraph_view(ink: &Ink<'_>, paragraph: &Paragraph, headline: bool) -> Html {
    let depth = paragraph
        .runs
        .iter()
        .map(|run| run.content.len())
        .max()
        .unwrap_or(0);
    let class = classes!((depth > 1).then(|| format!("nested-{}", depth.min(4))));
    let runs = paragraph.runs.iter().map(|run| run_view(ink, run));
    if headline {
        html! { <h2 {class}>{ for runs }</h2> }
    } else {
        html! { <p {class}>{ for runs }</p> }
    }
}

fn run_view(ink: &Ink<'_>, run: &Run) -> Html {
    let words = marked(ink, run);
    if ink.ends.is_empty() {
        return words;
    }
    // An end is drawn with the run that it borders on from inside.
    let at = |start: bool, at: u32| {
        ink.ends
            .iter()
            .filter(move |end| end.start == start && end.at == at)
            .map(handle)
    };
    html! { <>{ for at(true, run.span.start) }{ words }{ for at(false, run.span.end) }</> }
}

fn marked(ink: &Ink<'_>, run: &Run) -> Html {
    let words = run.span.of(ink.text).to_owned();
    let at = run.span.start.to_string();
    let Some(statement) = run.statement() else {
        return html! { <span data-at={at}>{ words }</span> };
    };
    let statements = run.statements();
    let class = classes!(
        (!run.content.is_empty()).then(|| format!("content depth-{}", run.content.len().min(4))),
        (!run.source.is_empty()).then_some("source"),
        run.engagement(ink.analysis)
            .map(|engagement| format!("cue {engagement}")),
    );
    html! {
        <span {class} data-at={at} data-statement={statement.0.to_string()} data-statements={list(&statements)}>{ words }</span>
    }
}

fn handle(end: &End) -> Html {
    let class = classes!(
        "handle",
        end.role.as_str(),
        if end.start { "start" } else { "end" }
    );
    html! {
        <button
            type="button" {class} aria-label={text::handle(end.role, end.start)} title={text::handle(end.role, end.start)}
            key={format!("{}-{}-{}", end.role.as_str(), end.nth, end.start)}
            data-role={end.role.as_str()} data-nth={end.nth.to_string()} data-start={end.start.to_string()}
        ></button>
    }
}

impl End {
    /// The span that this end is of.
    pub(super) fn span(self, analysis: &Analysis, id: StatementId) -> Option<Span> {
        let statement = analysis.statements.get(id.index())?;
        self.role.of(statement).get(self.nth).copied()
    }
}

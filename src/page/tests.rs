//! Components in a real browser.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "clippy does not know these functions for tests"
)]

use std::rc::Rc;

use chart::mark_up;
use claims::{
    Act, Analysis, Article, ArticleId, Contest, ContestKind, Engagement, Factuality, Form, Issue, IssueId,
    Position, Span, Speaker, SpeakerId, SpeakerKind, Stance, Statement, StatementId,
};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::app::App;
use super::highlight::use_highlight;
use super::matrix::MatrixView;
use super::panel::Panel;
use super::props::ViewProps;
use super::reading::Reading;
use crate::session::{Origin, Results, Selection, Session};

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str =
    "Bridge vote\n\nCouncillor Ode said that Mayor Finch had “backed” the bridge.\n\nFinch denied it.";

fn statement(speaker: u32, cue: &str, content: &str, inside: Option<u32>) -> Statement {
    let spans = |words: &str| {
        TEXT.find(words)
            .map(|at| Span::new(at as u32, (at + words.len()) as u32))
            .into_iter()
            .collect()
    };
    Statement {
        article: ArticleId(0),
        speaker: Some(SpeakerId(speaker)),
        source: Vec::new(),
        cue: spans(cue),
        content: spans(content),
        addressee: Vec::new(),
        form: Form::Indirect,
        act: Act::Asserts,
        negated: false,
        factuality: Factuality::Certain,
        engagement: Engagement::Distances,
        inside: inside.map(StatementId),
        nominal: false,
        topical: false,
        attitude: None,
        rule: "“said”: verb of saying".into(),
    }
}

/// Ode has Finch for the bridge; by the article, Finch denies it.
fn results() -> Rc<Results> {
    let speaker = |name: &str| Speaker {
        name: name.into(),
        kind: SpeakerKind::Person,
        roles: Vec::new(),
        mentions: Vec::new(),
    };
    let position = |via: &[SpeakerId], stance, statement| Position {
        speaker: SpeakerId(0),
        via: via.to_vec(),
        stance,
        statements: vec![StatementId(statement)],
    };
    let analysis = Analysis {
        articles: vec![Article {
            id: "A".into(),
            text: TEXT.into(),
            ..Article::default()
        }],
        speakers: vec![speaker("Anna Finch"), speaker("Tom Ode")],
        statements: vec![
            statement(1, "said", "Mayor Finch had “backed” the bridge", None),
            statement(0, "“backed”", "the bridge", Some(0)),
            statement(0, "denied", "it.", None),
        ],
        issues: vec![Issue {
            label: "the bridge".into(),
            statements: vec![StatementId(1), StatementId(2)],
            positions: vec![
                position(&[SpeakerId(1)], Stance::For, 1),
                position(&[], Stance::Against, 2),
            ],
        }],
        contested: vec![Contest {
            issue: IssueId(0),
            a: SpeakerId(1),
            b: SpeakerId(0),
            kind: ContestKind::OppositeStance,
            evidence: [StatementId(1), StatementId(2)],
            why: String::new(),
        }],
    };
    Rc::new(Results {
        keys: vec![0],
        texts: vec![TEXT.into()],
        marked: vec![Rc::new(mark_up(&analysis, ArticleId(0)))],
        notices: Vec::new(),
        reviews: vec![claims::Review::default(); analysis.statements.len()],
        lost: Vec::new(),
        corrections: Rc::default(),
        analysis: Rc::new(analysis),
    })
}

/// One view with a session of its own, and beside it what the session has selected.
#[derive(Properties, PartialEq)]
struct BenchProps {
    view: View,
}

#[derive(Clone, Copy, PartialEq)]
enum View {
    Matrix,
    Reading,
    Evidence(u32),
}

#[component]
fn Bench(props: &BenchProps) -> Html {
    let session = use_reducer(Session::default);
    let dispatch = session.dispatcher();
    let selection = Rc::clone(&session.selection);
    let chosen = selection
        .statements
        .iter()
        .map(|id| id.0.to_string())
        .collect::<Vec<_>>()
        .join(" ");
    use_highlight(&selection);
    let view = ViewProps {
        results: results(),
        filter: Rc::default(),
        keep: Rc::from([true; 3]),
        dispatch: dispatch.clone(),
    };
    let view = match props.view {
        View::Matrix => html! { <MatrixView ..view /> },
        View::Reading => html! {
            <Reading
                article={ArticleId(0)} results={results()} label="A" reshaping={false} side={session.view} {selection}
                dispatch={dispatch.clone()}
            />
        },
        View::Evidence(id) => {
            let selection = Rc::new(Selection::new(vec![StatementId(id)], Origin::Chart));
            html! { <Panel {view} {selection} unreviewed={3} reshaping={false} /> }
        }
    };
    html! { <><output>{ chosen }</output>{ view }</> }
}

async fn mount<C: BaseComponent>(props: C::Properties) -> Element {
    let document = gloo::utils::document();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    yew::Renderer::<C>::with_root_and_props(root.clone(), props).render();
    yew::scheduler::flush().await;
    root
}

fn one(root: &Element, selector: &str) -> HtmlElement {
    root.query_selector(selector)
        .unwrap()
        .unwrap_or_else(|| panic!("no {selector}"))
        .unchecked_into()
}

fn words(root: &Element, selector: &str) -> Vec<String> {
    let found = root.query_selector_all(selector).unwrap();
    (0..found.length())
        .filter_map(|index| found.get(index)?.text_content())
        .collect()
}

#[wasm_bindgen_test]
async fn an_empty_page_says_what_to_do() {
    let root = mount::<App>(()).await;
    assert_eq!(
        one(&root, "#app").get_attribute("data-state").as_deref(),
        Some("empty")
    );
    assert!(
        one(&root, "#chart")
            .text_content()
            .unwrap()
            .contains("Paste a news article")
    );
    one(&root, "textarea[name=account]");
}

#[wasm_bindgen_test]
async fn a_split_cell_names_both_sides_and_selects_what_is_clicked() {
    let root = mount::<Bench>(BenchProps { view: View::Matrix }).await;
    assert_eq!(words(&root, "tbody th .who"), ["Anna Finch"]);
    assert_eq!(words(&root, "thead th .issue"), ["the bridge"]);
    assert_eq!(words(&root, ".cell.split .via"), ["Ode", "Account A"]);
    let mark = one(&root, ".mark.for");
    assert_eq!(
        words(&root, ".mark.for .unseen"),
        ["Anna Finch: for “the bridge”, according to Tom Ode; 1 statement"]
    );
    mark.click();
    yew::scheduler::flush().await;
    assert_eq!(words(&root, "output"), ["1"]);
    assert_eq!(
        one(&root, ".mark.for").get_attribute("aria-pressed").as_deref(),
        Some("true")
    );
    assert_eq!(
        one(&root, ".mark.against")
            .get_attribute("aria-pressed")
            .as_deref(),
        Some("false")
    );
}

#[wasm_bindgen_test]
async fn marked_words_carry_their_roles_and_select_the_innermost_statement() {
    let root = mount::<Bench>(BenchProps { view: View::Reading }).await;
    assert_eq!(words(&root, "h2"), ["Bridge vote"]);
    assert_eq!(words(&root, ".cue.distances"), ["said", "“backed”", "denied"]);
    assert_eq!(words(&root, ".depth-2"), ["the bridge"]);
    one(&root, ".depth-2").click();
    yew::scheduler::flush().await;
    assert_eq!(words(&root, "output"), ["1"]);
    assert_eq!(words(&root, "[data-chosen]"), ["“backed”", "the bridge"]);
}

#[wasm_bindgen_test]
async fn a_nested_statement_shows_its_chain_and_rule() {
    let root = mount::<Bench>(BenchProps {
        view: View::Evidence(1),
    })
    .await;
    assert_eq!(
        words(&root, ".chain li"),
        ["Account A", "Tom Ode asserts", "Anna Finch asserts"]
    );
    assert_eq!(words(&root, ".sentence mark"), ["the bridge"]);
    assert!(words(&root, ".rule").contains(&"“said”: verb of saying".to_owned()));
}

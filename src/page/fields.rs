use claims::{Act, Analysis, Change, Field, Point, SpeakerId, Stance, StatementId, Who};
use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

use super::entity::Entity;
use super::names::{stance_of, words};
use super::panel::correction;
use super::props::ViewProps;
use super::select::Select;
use crate::session::Action;
use crate::text;

/// A choice that asks for words.
const NEW: &str = "new";

#[derive(Properties, PartialEq)]
pub(super) struct FieldsProps {
    /// What every view is given.
    pub view: ViewProps,
    /// Whose fields.
    pub id: StatementId,
    /// Opens the dialog about a speaker or an issue.
    pub open: Callback<Entity>,
}

/// What was read of a statement, each with its rule, and each to be set right by choosing another.
#[component]
pub(super) fn Fields(props: &FieldsProps) -> Html {
    let naming = use_state_eq(|| None::<Field>);
    let analysis = &props.view.results.analysis;
    let Some(statement) = analysis.statements.get(props.id.index()) else {
        return Html::default();
    };
    let stance = stance_of(analysis, props.id);
    let issue = stance.map(|(issue, _)| issue);
    let source = words(analysis, statement, &statement.source, 40);
    let acts: Vec<Choice> = Act::ALL
        .iter()
        .map(|&act| Choice::of(act.as_str(), act.as_str(), act == statement.act))
        .collect();
    let stances = stance_choices(stance.and_then(|(_, stance)| stance));
    html! {
        <div class="fields">
            { field(props, &naming, Field::Speaker, text::SPEAKER, &speakers(analysis, statement.speaker), &text::source_rule(&source), statement.speaker.map(Entity::Speaker)) }
            { field(props, &naming, Field::Act, text::ACT, &acts, &statement.rule, None) }
            { field(props, &naming, Field::Issue, text::ISSUE, &issues(analysis, issue), text::ISSUE_RULE, issue.map(Entity::Issue)) }
            { field(props, &naming, Field::Stance, text::STANCE, &stances, &text::stance_rule(statement.act), None) }
        </div>
    }
}

/// One line of a list to choose from.
struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

impl Choice {
    fn of(value: &str, label: &str, chosen: bool) -> Self {
        Self {
            value: value.to_owned(),
            label: label.to_owned(),
            chosen,
        }
    }
}

fn speakers(analysis: &Analysis, speaker: Option<SpeakerId>) -> Vec<Choice> {
    let mut known: Vec<Choice> = analysis
        .speakers
        .iter()
        .enumerate()
        .map(|(at, known)| {
            Choice::of(
                &at.to_string(),
                &known.name,
                speaker.map(SpeakerId::index) == Some(at),
            )
        })
        .collect();
    known.sort_by_cached_key(|choice| choice.label.to_lowercase());
    if speaker.is_none() {
        known.insert(0, Choice::of("", text::NOBODY, true));
    }
    known.push(Choice::of(NEW, text::SOMEBODY_NEW, false));
    known
}

fn issues(analysis: &Analysis, issue: Option<claims::IssueId>) -> Vec<Choice> {
    let mut known: Vec<Choice> = analysis
        .issues
        .iter()
        .enumerate()
        .filter(|(at, known)| known.statements.len() > 1 || issue.is_some_and(|issue| issue.index() == *at))
        .map(|(at, known)| {
            Choice::of(
                &at.to_string(),
                &known.label,
                issue.is_some_and(|issue| issue.index() == at),
            )
        })
        .collect();
    if issue.is_none() {
        known.insert(0, Choice::of("", text::NO_ISSUE, true));
    }
    known.push(Choice::of(NEW, text::SOMETHING_NEW, false));
    known
}

fn stance_choices(now: Option<Stance>) -> Vec<Choice> {
    let none = now.is_none().then(|| Choice::of("", text::NO_ISSUE, true));
    let all = Stance::ALL
        .iter()
        .map(|&stance| Choice::of(stance.as_str(), stance.as_str(), now == Some(stance)));
    none.into_iter().chain(all).collect()
}

fn field(
    props: &FieldsProps,
    naming: &UseStateHandle<Option<Field>>,
    of: Field,
    label: &'static str,
    choices: &[Choice],
    rule: &str,
    entity: Option<Entity>,
) -> Html {
    let by_hand = props.view.results.review(props.id).set.contains(&of);
    let id = format!("field-{}", text::field(of).replace(' ', "-"));
    let chosen = choices.iter().position(|choice| choice.chosen).unwrap_or(0);
    let lines: Vec<AttrValue> = choices.iter().map(|choice| choice.label.clone().into()).collect();
    let onchoose = {
        let (view, statement, naming) = (props.view.clone(), props.id, naming.clone());
        let values: Vec<String> = choices.iter().map(|choice| choice.value.clone()).collect();
        Callback::from(move |at: usize| {
            let value = values.get(at).map_or("", String::as_str);
            let asks = value == NEW;
            naming.set(asks.then_some(of));
            if !asks {
                set(&view, statement, change(&view, of, value));
            }
        })
    };
    html! {
        <div class="field">
            <label for={id.clone()}>{ label }</label>
            <span class="choice">
                <Select id={AttrValue::from(id)} {lines} {chosen} {onchoose} />
                if let Some(entity) = entity { { about(props, of, entity) } }
            </span>
            if **naming == Some(of) { { naming_form(props, naming, of) } }
            <small class="rule">{ if by_hand { text::BY_HAND.to_owned() } else { rule.to_owned() } }</small>
        </div>
    }
}

fn about(props: &FieldsProps, of: Field, entity: Entity) -> Html {
    let open = props.open.clone();
    let label = if of == Field::Speaker {
        text::ABOUT_SPEAKER
    } else {
        text::ABOUT_ISSUE
    };
    html! {
        <button
            type="button" class="bare more" aria-label={label} title={label}
            onclick={Callback::from(move |_: MouseEvent| open.emit(entity))}
        >
            <span aria-hidden="true">{ "⋯" }</span>
        </button>
    }
}

/// Asks for the name of a speaker, or the words of an issue, that is not in the list.
fn naming_form(props: &FieldsProps, naming: &UseStateHandle<Option<Field>>, of: Field) -> Html {
    let label = if of == Field::Speaker {
        text::NEW_SPEAKER
    } else {
        text::NEW_ISSUE
    };
    let onsubmit = {
        let (view, statement, naming) = (props.view.clone(), props.id, naming.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let words = event
                .target_dyn_into::<web_sys::HtmlFormElement>()
                .and_then(|form| form.query_selector("input").ok().flatten())
                .map(|input| wasm_bindgen::JsCast::unchecked_into::<HtmlInputElement>(input).value())
                .unwrap_or_default();
            if words.trim().is_empty() {
                return;
            }
            naming.set(None);
            let change = match of {
                Field::Speaker => Change::Speaker(Who::named(&words)),
                _ => Change::Issue(Point::new(&words)),
            };
            set(&view, statement, Some(change));
        })
    };
    html! {
        <form class="naming" {onsubmit}>
            <input type="text" name="new" aria-label={label} placeholder={label} maxlength="200" autocomplete="off" />
            <button type="submit" class="text">{ text::SET }</button>
        </form>
    }
}

/// The change that a choice means.
fn change(view: &ViewProps, of: Field, value: &str) -> Option<Change> {
    let analysis = &view.results.analysis;
    let id = || value.parse::<u32>().ok();
    match of {
        Field::Speaker => Who::of(analysis, SpeakerId(id()?)).map(Change::Speaker),
        Field::Issue => Point::of(analysis, claims::IssueId(id()?)).map(Change::Issue),
        Field::Act => Act::ALL
            .iter()
            .find(|act| act.as_str() == value)
            .map(|&act| Change::Act(act)),
        Field::Stance => Stance::ALL
            .iter()
            .find(|stance| stance.as_str() == value)
            .map(|&stance| Change::Stance(stance)),
        Field::Words(_) => None,
    }
}

fn set(view: &ViewProps, id: StatementId, change: Option<Change>) {
    if let Some(made) = change.and_then(|change| correction(view, id, change)) {
        view.dispatch.dispatch(Action::Correct(vec![made]));
    }
}

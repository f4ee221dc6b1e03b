use claims::{Act, ArticleId, SpeakerKind};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::props::ViewProps;
use super::select::Select;
use crate::session::{Action, Filter, Order};
use crate::text;

#[derive(Properties, PartialEq)]
pub(super) struct FiltersProps {
    /// What every view is given.
    pub view: ViewProps,
}

/// What is shown, and in which order.
#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let view = &props.view;
    let filter = &view.filter;
    let analysis = &view.results.analysis;
    let select = |label: &'static str, lines: Vec<String>, chosen: usize, change: fn(&mut Filter, usize)| {
        let (dispatch, filter) = (view.dispatch.clone(), (**filter).clone());
        let onchoose = Callback::from(move |at: usize| {
            let mut filter = filter.clone();
            // The first line lets everything through.
            change(&mut filter, at);
            dispatch.dispatch(Action::Filter(filter));
        });
        let lines: Vec<AttrValue> = lines.into_iter().map(AttrValue::from).collect();
        html! { <Select label={AttrValue::from(label)} {lines} {chosen} {onchoose} /> }
    };
    let after =
        |first: &str, rest: Vec<String>| core::iter::once(first.to_owned()).chain(rest).collect::<Vec<_>>();
    let position = |found: Option<usize>| found.map_or(0, |at| at + 1);
    let accounts = analysis
        .articles
        .iter()
        .map(|article| text::account(&article.id))
        .collect();
    let kinds = SpeakerKind::ALL
        .iter()
        .map(|&kind| text::kind(kind).to_owned())
        .collect();
    let acts = Act::ALL.iter().map(ToString::to_string).collect();
    let oninput = {
        let (dispatch, filter) = (view.dispatch.clone(), (**filter).clone());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatch.dispatch(Action::Filter(Filter {
                    words: input.value(),
                    ..filter.clone()
                }));
            }
        })
    };
    let with = |filter: Filter| view.act(Action::Filter(filter));
    let shown = view.keep.iter().filter(|&&keep| keep).count();
    html! {
        <div class="filters" role="group" aria-label={text::FILTERS}>
            <input
                type="search" id="search" aria-label={text::SEARCH} placeholder={text::SEARCH} autocomplete="off"
                value={filter.words.clone()} {oninput}
            />
            if analysis.articles.len() > 1 {
                { select(text::ACCOUNTS, after(text::ANY_ACCOUNT, accounts), position(filter.article.map(ArticleId::index)),
                    |filter, at| filter.article = at.checked_sub(1).map(ArticleId::from_index)) }
            }
            { select(text::SPEAKERS, after(text::ANY_KIND, kinds),
                position(filter.kind.and_then(|kind| SpeakerKind::ALL.iter().position(|&of| of == kind))),
                |filter, at| filter.kind = at.checked_sub(1).and_then(|at| SpeakerKind::ALL.get(at).copied())) }
            { select(text::ACT, after(text::ANY_ACT, acts),
                position(filter.act.and_then(|act| Act::ALL.iter().position(|&of| of == act))),
                |filter, at| filter.act = at.checked_sub(1).and_then(|at| Act::ALL.get(at).copied())) }
            { select(text::ORDER, vec![text::order(Order::Activity).to_owned(), text::order(Order::Name).to_owned()],
                usize::from(filter.order == Order::Name),
                |filter, at| filter.order = if at == 1 { Order::Name } else { Order::Activity }) }
            <button
                type="button" class={classes!("text", filter.unreviewed.then_some("on"))}
                aria-pressed={if filter.unreviewed { "true" } else { "false" }}
                onclick={with(Filter { unreviewed: !filter.unreviewed, ..(**filter).clone() })}
            >
                { text::UNREVIEWED_ONLY }
            </button>
            if !filter.is_open() {
                <span class="quiet" role="status">
                    { text::shown(shown, view.keep.len()) }
                    if filter.stretch.is_some() { { ", " }{ text::BRUSHED } }
                </span>
                <button type="button" id="show-all" class="text" onclick={with(Filter { order: filter.order, ..Filter::default() })}>
                    { text::SHOW_ALL }
                </button>
            }
        </div>
    }
}

//! What the components need of the browser: the worker, the keyboard, and what is on screen.

use std::cell::RefCell;
use std::rc::Rc;

use claims::Article;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::worker::{Spawnable, WorkerBridge};
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, KeyboardEvent, Url,
};
use yew::prelude::*;

use crate::engine::{Addresses, ArticleNotice, Engine, Job, JsValues, Reply, Request};
use crate::session::{Accounts, Action, Model, Phase, Progress, Session};

/// How long to wait after a keystroke before analysing.
const PAUSE_MS: u32 = 400;
/// The engine reports several times a second, so a silence this long means that it is gone or was never loaded.
const SILENCE_MS: u32 = 30_000;

type Dispatch = UseReducerDispatcher<Session>;

/// The worker and the question that it is answering.
#[derive(Default)]
struct Link {
    bridge: Option<WorkerBridge<Engine>>,
    asked: Option<(Job, Vec<Article>)>,
    watchdog: Option<Timeout>,
}

/// Said when nothing at all comes from the worker.
const NO_ANSWER: &str = "The engine does not answer. Its files may not have loaded: check the connection (it is only \
                         needed the first time), then try again.";

/// Has the present texts analysed whenever they change: at once after a paste, after a pause while typing.
#[hook]
pub(super) fn use_engine(session: &UseReducerHandle<Session>) {
    let link = use_mut_ref(Link::default);
    let cancelled = session.phase == Phase::Cancelled;
    let waiting = matches!(session.phase, Phase::Working(_));
    {
        let link = Rc::clone(&link);
        let session = session.clone();
        use_effect_with((session.revision, waiting), move |&(job, waiting)| {
            let pause = if session.typing { PAUSE_MS } else { 0 };
            let timer = waiting.then(|| Timeout::new(pause, move || ask(&link, &session, job)));
            move || drop(timer)
        });
    }
    {
        // The model is long to come and sure to be needed: it is sent for as soon as the page is up.
        let link = Rc::clone(&link);
        let dispatch = session.dispatcher();
        use_effect_with((), move |()| start(&link, &dispatch));
    }
    use_effect_with(cancelled, move |&cancelled| {
        if cancelled {
            let mut link = link.borrow_mut();
            link.asked = None;
            link.watchdog = None;
            if let Some(bridge) = &link.bridge {
                bridge.send(Request::Cancel);
            }
        }
    });
}

fn ask(link: &Rc<RefCell<Link>>, session: &UseReducerHandle<Session>, job: Job) {
    let dispatch = session.dispatcher();
    let articles: Vec<Article> = session
        .filled()
        .map(|(index, account)| Article {
            id: Accounts::letter(index),
            text: account.text.to_string(),
            ..Article::default()
        })
        .collect();
    start(link, &dispatch);
    let mut link_now = link.borrow_mut();
    link_now.asked = Some((job, articles.clone()));
    link_now.watchdog = Some(watchdog(link, dispatch));
    if let Some(bridge) = &link_now.bridge {
        bridge.send(Request::Analyze { job, articles });
    }
}

/// Starts the worker, unless it runs.
fn start(link: &Rc<RefCell<Link>>, dispatch: &Dispatch) {
    if link.borrow().bridge.is_some() {
        return;
    }
    let bridge = spawn(link, dispatch.clone());
    bridge.send(Request::Load {
        addresses: Addresses {
            english: named("model", "./english.model"),
            statements: named("statements", "./statements.model"),
        },
    });
    link.borrow_mut().bridge = Some(bridge);
}

fn spawn(link: &Rc<RefCell<Link>>, dispatch: Dispatch) -> WorkerBridge<Engine> {
    let link = Rc::downgrade(link);
    Engine::spawner()
        .encoding::<JsValues>()
        .callback(move |reply| {
            if let Some(link) = link.upgrade() {
                receive(&link, &dispatch, reply);
            }
        })
        .spawn_with_loader(&named("engine", "./engine_loader.js"))
}

/// The absolute address of a file that the page names in its head, because the build gives it a name that changes with
/// its contents.
fn named(what: &str, otherwise: &str) -> String {
    let document = gloo::utils::document();
    let meta = document
        .query_selector(&format!("meta[name={what}]"))
        .ok()
        .flatten();
    let address = meta
        .and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_else(|| otherwise.to_owned());
    document
        .base_uri()
        .ok()
        .flatten()
        .and_then(|base| Url::new_with_base(&address, &base).ok())
        .map_or(address, |url| url.href())
}

fn receive(link: &Rc<RefCell<Link>>, dispatch: &Dispatch, reply: Reply) {
    if link.borrow().asked.is_some() {
        link.borrow_mut().watchdog = Some(watchdog(link, dispatch.clone()));
    }
    let asked = link.borrow().asked.as_ref().map(|(job, _)| *job);
    match reply {
        Reply::Fetching { done, total } => {
            dispatch.dispatch(Action::Model(Model::Fetching(Progress { done, total })));
        }
        Reply::ModelReady => dispatch.dispatch(Action::Model(Model::Ready)),
        Reply::ModelFailed { message } => {
            dispatch.dispatch(Action::Model(Model::Missing));
            if asked.is_some() {
                answered(link);
                dispatch.dispatch(Action::NoEngine(message));
            }
        }
        // An answer to an earlier question.
        Reply::Progress { job, .. } | Reply::Done { job, .. } | Reply::Failed { job, .. }
            if asked != Some(job) => {}
        Reply::Progress { job, done, total } => {
            dispatch.dispatch(Action::Progress(job, done, total));
        }
        Reply::Done {
            job,
            analysis,
            notices,
        } => {
            let articles = answered(link);
            match analysis.unpack(articles) {
                Ok(analysis) => dispatch.dispatch(Action::Finish(job, Rc::new(analysis), notices)),
                Err(_) => dispatch.dispatch(Action::NoEngine(NO_ANSWER.to_owned())),
            }
        }
        Reply::Failed { job, notice } => {
            answered(link);
            dispatch.dispatch(Action::Fail(job, notice));
        }
    }
}

fn answered(link: &Rc<RefCell<Link>>) -> Vec<Article> {
    let mut link = link.borrow_mut();
    link.watchdog = None;
    link.asked
        .take()
        .map(|(_, articles)| articles)
        .unwrap_or_default()
}

fn watchdog(link: &Rc<RefCell<Link>>, dispatch: Dispatch) -> Timeout {
    let link = Rc::downgrade(link);
    Timeout::new(SILENCE_MS, move || {
        if let Some(link) = link.upgrade() {
            let mut link = link.borrow_mut();
            // The next question gets a new worker.
            link.bridge = None;
            link.asked = None;
        }
        dispatch.dispatch(Action::NoEngine(NO_ANSWER.to_owned()));
    })
}

/// Undo, redo and Escape anywhere outside a text box (which has its own), and stepping through statements while the
/// reading or the chart has the focus.
#[hook]
pub(super) fn use_shortcuts(dispatch: Dispatch) {
    use_effect_with((), move |()| {
        let listener = EventListener::new_with_options(
            &gloo::utils::document(),
            "keydown",
            gloo::events::EventListenerOptions::enable_prevent_default(),
            move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                    return;
                };
                if let Some(action) = shortcut(event) {
                    event.prevent_default();
                    dispatch.dispatch(action);
                }
            },
        );
        move || drop(listener)
    });
}

fn shortcut(event: &KeyboardEvent) -> Option<Action> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let within = |selector: &str| target.closest(selector).is_ok_and(|found| found.is_some());
    let writing = within("textarea, input, dialog");
    let command = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "Enter" if command => Some(Action::Read),
        "z" | "Z" if command && !writing => Some(if event.shift_key() {
            Action::Redo
        } else {
            Action::Undo
        }),
        "y" if command && !writing => Some(Action::Redo),
        "Escape" if !writing => Some(Action::Deselect),
        "j" | "k" if !command && !event.alt_key() && within(".reading, #chart") => {
            Some(Action::Step(event.key() == "j"))
        }
        _ => None,
    }
}

/// Whether the element is, or has once been, within a screen's height of what is shown.
#[hook]
pub(super) fn use_near(node: &NodeRef, at_first: bool) -> bool {
    let near = use_state_eq(|| at_first);
    {
        let near = near.setter();
        let node = node.clone();
        use_effect_with(at_first, move |&at_first| {
            let observer = if at_first {
                None
            } else {
                observe(&node, move || near.set(true))
            };
            move || {
                if let Some((observer, _callback)) = observer {
                    observer.disconnect();
                }
            }
        });
    }
    *near
}

type Observation = (
    IntersectionObserver,
    Closure<dyn FnMut(Vec<IntersectionObserverEntry>)>,
);

fn observe(node: &NodeRef, mut arrived: impl FnMut() + 'static) -> Option<Observation> {
    let element = node.cast::<Element>()?;
    let callback = Closure::new(move |entries: Vec<IntersectionObserverEntry>| {
        if entries.iter().any(IntersectionObserverEntry::is_intersecting) {
            arrived();
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin("800px");
    let observer =
        IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok()?;
    observer.observe(&element);
    Some((observer, callback))
}

/// The notice in words, naming the account.
pub(super) fn about(notice: &ArticleNotice, session: &Session) -> String {
    let account = session
        .filled()
        .nth(notice.article as usize)
        .map_or(0, |(index, _)| index);
    format!("Account {}: {}", Accounts::letter(account), notice.message)
}

//! The page's end of the line to the engine.

use std::cell::RefCell;
use std::rc::Rc;

use claims::Article;
use gloo::timers::callback::Timeout;
use gloo::worker::{Spawnable, WorkerBridge};
use web_sys::Url;
use yew::prelude::*;

use crate::engine::{Addresses, Engine, Job, JsValues, Reply, Request};
use crate::session::{Action, Model, Phase, Progress, Session};
use crate::text;

/// How long to wait after a keystroke before analysing.
const PAUSE_MS: u32 = 400;
/// The engine reports several times a second, so a silence this long means that it is gone or was never loaded.
const SILENCE_MS: u32 = 60_000;

type Dispatch = UseReducerDispatcher<Session>;

/// The worker and the question that it is answering.
#[derive(Default)]
struct Link {
    bridge: Option<WorkerBridge<Engine>>,
    asked: Option<Job>,
    /// What the newest question was about.
    articles: Vec<Article>,
    watchdog: Option<Timeout>,
}

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
        // Corrections go into the analysis that there is.
        let link = Rc::clone(&link);
        let session = session.clone();
        use_effect_with(session.edition, move |&edition| {
            if edition > 0 {
                tell_corrections(&link, &session);
            }
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
    let articles: Vec<Article> = session.filled().map(|(_, account)| account.article()).collect();
    start(link, &dispatch);
    let mut link_now = link.borrow_mut();
    link_now.asked = Some(job);
    link_now.articles.clone_from(&articles);
    link_now.watchdog = Some(watchdog(link, dispatch));
    if let Some(bridge) = &link_now.bridge {
        bridge.send(corrections(session));
        bridge.send(Request::Analyze { job, articles });
    }
}

fn corrections(session: &Session) -> Request {
    Request::Correct {
        job: session.revision,
        edition: session.edition,
        corrections: (*session.corrections).clone(),
    }
}

fn tell_corrections(link: &Rc<RefCell<Link>>, session: &UseReducerHandle<Session>) {
    let link_now = link.borrow();
    match &link_now.bridge {
        Some(bridge) => bridge.send(corrections(session)),
        // The engine was lost: it has to read everything again.
        None if session.phase == Phase::Done => {
            drop(link_now);
            ask(link, session, session.revision);
        }
        None => {}
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
    let asked = link.borrow().asked;
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
        Reply::Progress { job, .. } | Reply::Failed { job, .. } if asked != Some(job) => {}
        Reply::Done { job, .. } if asked.is_some_and(|asked| asked != job) => {}
        Reply::Progress { job, done, total } => {
            dispatch.dispatch(Action::Progress(job, done, total));
        }
        Reply::Done {
            job,
            edition,
            corrected,
            notices,
        } => {
            answered(link);
            let articles = link.borrow().articles.clone();
            let action = match corrected.unpack(articles) {
                Ok(corrected) => Action::Finish(job, edition, Rc::new(corrected), notices),
                Err(_) => Action::NoEngine(text::NO_ANSWER.to_owned()),
            };
            // In a task of its own: to unpack the results of a long text takes long enough.
            let dispatch = dispatch.clone();
            Timeout::new(0, move || dispatch.dispatch(action)).forget();
        }
        Reply::Failed { job, notice } => {
            answered(link);
            dispatch.dispatch(Action::Fail(job, notice));
        }
    }
}

fn answered(link: &Rc<RefCell<Link>>) {
    let mut link = link.borrow_mut();
    link.watchdog = None;
    link.asked = None;
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
        dispatch.dispatch(Action::NoEngine(text::NO_ANSWER.to_owned()));
    })
}

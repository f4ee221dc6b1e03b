use claims::{Analysis, Analyzer, Article, ArticleId, Correction, Models, Progress, correct};
use gloo::worker::{HandlerId, Worker, WorkerScope};
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

use super::model::{self, FetchError};
use super::{Addresses, ArticleNotice, Edition, Job, Packed, Reply, Request};

/// How long the engine works before it looks for messages: long enough that looking costs nothing, short enough that
/// a cancel is felt at once.
const SLICE_MS: f64 = 40.0;

/// The engine: fetches the models, and analyses in slices, so that it can report and be told to stop in
/// between.
pub struct Engine {
    /// The page that it works for.
    page: Option<HandlerId>,
    /// Where the models are, once the page has said so.
    addresses: Option<Addresses>,
    model: Model,
    /// Asked before the models were there.
    waiting: Option<(Job, Vec<Article>)>,
    under_way: Option<Task>,
    /// The newest analysis as it was read, for correcting it.
    read: Option<Finished>,
    /// The newest corrections.
    corrections: (Edition, Vec<Correction>),
}

struct Finished {
    job: Job,
    analysis: Analysis,
    notices: Vec<ArticleNotice>,
}

enum Model {
    Absent,
    Coming,
    There(Models<'static>),
}

struct Task {
    job: Job,
    analyzer: Analyzer<'static>,
    notices: Vec<ArticleNotice>,
}

/// What the engine tells itself.
pub enum Note {
    /// Time for another slice of a job.
    Continue(Job),
    /// The models are here, or will not come.
    Model(Result<Models<'static>, FetchError>),
}

impl Worker for Engine {
    type Message = Note;
    type Input = Request;
    type Output = Reply;

    fn create(_scope: &WorkerScope<Self>) -> Self {
        Self {
            page: None,
            addresses: None,
            model: Model::Absent,
            waiting: None,
            under_way: None,
            read: None,
            corrections: (0, Vec::new()),
        }
    }

    fn connected(&mut self, _scope: &WorkerScope<Self>, page: HandlerId) {
        self.page = Some(page);
    }

    fn received(&mut self, scope: &WorkerScope<Self>, request: Request, _page: HandlerId) {
        match request {
            Request::Load { addresses } => {
                self.addresses = Some(addresses);
                self.fetch(scope);
            }
            Request::Analyze { job, articles } => {
                self.under_way = None;
                self.waiting = Some((job, articles));
                self.fetch(scope);
                self.begin(scope);
            }
            Request::Correct {
                job,
                edition,
                corrections,
            } => {
                self.corrections = (edition, corrections);
                if self.read.as_ref().is_some_and(|read| read.job == job) {
                    self.tell_result(scope);
                }
            }
            Request::Cancel => {
                self.under_way = None;
                self.waiting = None;
            }
        }
    }

    fn update(&mut self, scope: &WorkerScope<Self>, note: Note) {
        match note {
            Note::Continue(job) => {
                if let Some(task) = self.under_way.take_if(|task| task.job == job) {
                    self.go_on(scope, task);
                }
            }
            Note::Model(Ok(models)) => {
                self.model = Model::There(models);
                self.tell(scope, Reply::ModelReady);
                self.begin(scope);
            }
            Note::Model(Err(error)) => {
                self.model = Model::Absent;
                self.waiting = None;
                self.tell(
                    scope,
                    Reply::ModelFailed {
                        message: error.to_string(),
                    },
                );
            }
        }
    }
}

impl Engine {
    fn tell(&self, scope: &WorkerScope<Self>, reply: Reply) {
        if let Some(page) = self.page {
            scope.respond(page, reply);
        }
    }

    /// Has the models fetched, unless they are here or on their way.
    fn fetch(&mut self, scope: &WorkerScope<Self>) {
        let (Model::Absent, Some(addresses), Some(page)) = (&self.model, self.addresses.clone(), self.page)
        else {
            return;
        };
        self.model = Model::Coming;
        let teller = scope.clone();
        scope.send_future(async move {
            let told = |done, total| teller.respond(page, Reply::Fetching { done, total });
            Note::Model(model::fetch(&addresses, told).await)
        });
    }

    /// Begins the analysis that waits, if the models are here.
    fn begin(&mut self, scope: &WorkerScope<Self>) {
        let Model::There(models) = self.model else { return };
        let Some((job, articles)) = self.waiting.take() else {
            return;
        };
        match check(&articles) {
            Ok(notices) => {
                let analyzer = Analyzer::new(models, articles);
                self.go_on(
                    scope,
                    Task {
                        job,
                        analyzer,
                        notices,
                    },
                );
            }
            Err(notice) => self.tell(scope, Reply::Failed { job, notice }),
        }
    }

    fn go_on(&mut self, scope: &WorkerScope<Self>, mut task: Task) {
        let job = task.job;
        match task.slice() {
            Slice::More { done, total } => {
                self.tell(scope, Reply::Progress { job, done, total });
                self.under_way = Some(task);
                scope.send_future(async move {
                    turn().await;
                    Note::Continue(job)
                });
            }
            Slice::Done(analysis) => {
                self.read = Some(task.finish(*analysis));
                self.tell_result(scope);
            }
        }
    }

    /// Tells the newest analysis with the newest corrections in it.
    fn tell_result(&self, scope: &WorkerScope<Self>) {
        let Some(Finished {
            job,
            analysis,
            notices,
        }) = &self.read
        else {
            return;
        };
        let (edition, corrections) = &self.corrections;
        let corrected = correct(analysis.clone(), corrections);
        let reply = match Packed::pack(corrected) {
            Ok(corrected) => Reply::Done {
                job: *job,
                edition: *edition,
                corrected,
                notices: notices.clone(),
            },
            Err(_) => Reply::Failed {
                job: *job,
                notice: remark(
                    ArticleId(0),
                    &"there is not enough memory for the result. Analyse fewer or shorter accounts at a time.",
                ),
            },
        };
        self.tell(scope, reply);
    }
}

/// Lets the messages that have come meanwhile be heard first. By a message, as browsers hold up the timers of a page in
/// the background, for a second each, also in its workers: a long text would take as many seconds as it has slices.
async fn turn() {
    // Where there is no channel, the engine goes on at once.
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let (here, there) = (channel.port1(), channel.port2());
    let heard = Promise::new(&mut |resolve, _| here.set_onmessage(Some(&resolve)));
    if there.post_message(&JsValue::NULL).is_ok() {
        // The promise is never rejected.
        let _ = JsFuture::from(heard).await;
    }
    here.close();
}

/// What a slice of work came to.
enum Slice {
    More { done: u32, total: u32 },
    Done(Box<Analysis>),
}

impl Task {
    fn slice(&mut self) -> Slice {
        let start = now();
        loop {
            match self.analyzer.step() {
                Progress::Done(analysis) => return Slice::Done(analysis),
                Progress::Working { done, total } if now() - start > SLICE_MS => {
                    return Slice::More {
                        done: done as u32,
                        total: total as u32,
                    };
                }
                Progress::Working { .. } => {}
            }
        }
    }

    fn finish(mut self, analysis: Analysis) -> Finished {
        let found = self
            .analyzer
            .notices()
            .iter()
            .map(|&(article, notice)| remark(article, &notice));
        self.notices.extend(found);
        Finished {
            job: self.job,
            analysis,
            notices: self.notices,
        }
    }
}

/// Remarks about every article, or the first reason why one cannot be read.
fn check(articles: &[Article]) -> Result<Vec<ArticleNotice>, ArticleNotice> {
    let mut notices = Vec::new();
    for (index, article) in articles.iter().enumerate() {
        let article_id = ArticleId::from_index(index);
        let found = claims::inspect(&article.text).map_err(|error| remark(article_id, &error))?;
        notices.extend(found.iter().map(|notice| remark(article_id, notice)));
    }
    Ok(notices)
}

fn remark(article: ArticleId, message: &impl ToString) -> ArticleNotice {
    ArticleNotice {
        article: article.0,
        message: message.to_string(),
    }
}

/// Milliseconds, from any fixed moment.
fn now() -> f64 {
    js_sys::Date::now()
}

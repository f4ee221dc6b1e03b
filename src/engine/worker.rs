use claims::{Analysis, Analyzer, Article, Progress};
use gloo::timers::future::TimeoutFuture;
use gloo::worker::{HandlerId, Worker, WorkerScope};

use super::{ArticleNotice, Job, Packed, Reply, Request};

/// How long the engine works before it looks for messages: long enough that looking costs nothing, short enough that
/// a cancel is felt at once.
const SLICE_MS: f64 = 40.0;

/// The engine: analyses in slices, so that it can report and be told to stop in between.
pub struct Engine {
    under_way: Option<Task>,
}

struct Task {
    job: Job,
    asker: HandlerId,
    analyzer: Analyzer,
    notices: Vec<ArticleNotice>,
}

/// Time for another slice of a job.
pub struct Continue(Job);

impl Worker for Engine {
    type Message = Continue;
    type Input = Request;
    type Output = Reply;

    fn create(_scope: &WorkerScope<Self>) -> Self {
        Self { under_way: None }
    }

    fn received(&mut self, scope: &WorkerScope<Self>, request: Request, asker: HandlerId) {
        self.under_way = None;
        if let Request::Analyze { job, articles } = request {
            match check(&articles) {
                Ok(notices) => {
                    let analyzer = Analyzer::new(articles);
                    self.under_way = Some(Task {
                        job,
                        asker,
                        analyzer,
                        notices,
                    });
                    self.update(scope, Continue(job));
                }
                Err(notice) => scope.respond(asker, Reply::Failed { job, notice }),
            }
        }
    }

    fn update(&mut self, scope: &WorkerScope<Self>, Continue(job): Continue) {
        let Some(mut task) = self.under_way.take_if(|task| task.job == job) else {
            return;
        };
        match task.slice() {
            Slice::More { done, total } => {
                scope.respond(task.asker, Reply::Progress { job, done, total });
                self.under_way = Some(task);
                scope.send_future(async move {
                    TimeoutFuture::new(0).await;
                    Continue(job)
                });
            }
            Slice::Done(analysis) => {
                let reply = match Packed::pack(*analysis) {
                    Ok(analysis) => Reply::Done { job, analysis, notices: task.notices },
                    Err(_) => Reply::Failed {
                        job,
                        notice: ArticleNotice {
                            article: 0,
                            message: "there is not enough memory for the result. Analyse fewer or shorter accounts \
                                      at a time."
                                .to_owned(),
                        },
                    },
                };
                scope.respond(task.asker, reply);
            }
        }
    }
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
                    return Slice::More { done: done as u32, total: total as u32 };
                }
                Progress::Working { .. } => {}
            }
        }
    }
}

/// Remarks about every article, or the first reason why one cannot be read.
fn check(articles: &[Article]) -> Result<Vec<ArticleNotice>, ArticleNotice> {
    let mut notices = Vec::new();
    for (index, article) in articles.iter().enumerate() {
        let remark = |message: String| ArticleNotice {
            article: index as u32,
            message,
        };
        match claims::inspect(&article.text) {
            Ok(found) => notices.extend(found.iter().map(|notice| remark(notice.to_string()))),
            Err(error) => return Err(remark(error.to_string())),
        }
    }
    Ok(notices)
}

/// Milliseconds, from any fixed moment.
fn now() -> f64 {
    js_sys::Date::now()
}

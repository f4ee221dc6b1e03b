//! How the time of an analysis grows with the number of articles in one session.
//!
//! `cargo run --release -p sayso-claims --example session`: articles of about 1,000 words each, put together from the
//! made-up accounts in `tests/accounts/build`, so that all of them share words and issues, which is the worst case.

use std::error::Error;
use std::io::Write;
use std::time::{Duration, Instant};

use claims::{Article, Models, Statements, analyze, conclude};
use english::English;

/// Words of an article, about.
const WORDS: usize = 1000;

/// Articles in the large session.
const ARTICLES: u32 = 100;

fn main() -> Result<(), Box<dyn Error>> {
    let english = English::load(include_bytes!("../../../static/english.model"))?;
    let statements = Statements::load(include_bytes!("../../../static/statements.model"))?;
    let models = Models {
        english: &english,
        statements: &statements,
    };
    let articles = articles(&accounts()?);
    let one = articles.get(..1).unwrap_or_default();
    // Once for the tables that are read on first use.
    drop(analyze(models, one));
    let single = best(5, || drop(analyze(models, one)));
    let started = Instant::now();
    let mut analysis = analyze(models, &articles);
    let all = started.elapsed();
    let concluding = best(3, || conclude(&mut analysis));
    let mut out = std::io::stdout().lock();
    writeln!(out, "one article          {:8.1} ms", ms(single))?;
    writeln!(out, "{ARTICLES} articles         {:8.1} ms", ms(all))?;
    writeln!(
        out,
        "times {ARTICLES} times one   {:8.2}",
        ms(all) / (ms(single) * f64::from(ARTICLES))
    )?;
    writeln!(
        out,
        "of it for issues and contests of {} statements {:8.1} ms",
        analysis.statements.len(),
        ms(concluding)
    )?;
    Ok(())
}

fn best(rounds: usize, mut run: impl FnMut()) -> Duration {
    let mut rounds = (0..rounds).map(|_| {
        let started = Instant::now();
        run();
        started.elapsed()
    });
    let first = rounds.next().unwrap_or_default();
    rounds.fold(first, Duration::min)
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// The accounts of all pairs, without what is marked in them.
fn accounts() -> Result<Vec<String>, Box<dyn Error>> {
    let mut accounts = Vec::new();
    let mut paths: Vec<_> = std::fs::read_dir("crates/claims/tests/accounts/build")?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.sort();
    for path in paths {
        let text = std::fs::read_to_string(path)?;
        let blocks = text.split("== ").filter(|block| block.starts_with(['A', 'B']));
        accounts.extend(blocks.map(|block| block[1..].trim().to_owned()));
    }
    Ok(accounts)
}

/// Articles that begin with one account after the other.
fn articles(accounts: &[String]) -> Vec<Article> {
    (0..ARTICLES as usize)
        .map(|first| {
            let mut text = String::new();
            for account in accounts.iter().cycle().skip(first) {
                if text.split_whitespace().count() >= WORDS {
                    break;
                }
                text.push_str(account);
                text.push_str("\n\n");
            }
            Article {
                id: format!("article-{first}"),
                text,
                ..Article::default()
            }
        })
        .collect()
}

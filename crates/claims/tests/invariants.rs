//! What holds for every text.

mod common;

use claims::{Analysis, Analyzer, Article, Progress, Span, inspect};
use common::models;
use proptest::prelude::*;

/// Words and marks that make cues, names and quotations likely.
fn news() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "said",
        "Mr. Pell",
        "Ida Brandt",
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "'",
        ",",
        ".",
        ":",
        "—",
        "\n",
        "\n“",
        "that",
        "told",
        "reporters",
        "denied",
        "denial",
        "’s",
        "not",
        "accepted",
        "the",
        "crane",
        "is",
        "safe",
        "according to",
        "she",
        "who",
        "claiming",
        "and",
        "reportedly",
        "(@a) May 3",
        "?",
        "é",
        "🙂",
        "asked",
        "about",
        "of",
        "had",
        "“yes,”",
        "to",
        "I",
    ]);
    prop::collection::vec((word, prop::sample::select(vec![" ", " ", " ", ""])), 0..60).prop_map(|words| {
        words
            .into_iter()
            .flat_map(|(word, space)| [word, space])
            .collect()
    })
}

fn check(analysis: &Analysis) {
    let text = |article: usize| analysis.articles[article].text.as_str();
    let fits = |article: usize, spans: &[Span]| {
        for span in spans {
            assert!(
                text(article)
                    .get(span.start as usize..span.end as usize)
                    .is_some(),
                "{span:?} in {:?}",
                text(article)
            );
            assert!(!span.is_empty());
        }
    };
    for statement in &analysis.statements {
        let article = statement.article.index();
        for spans in [
            &statement.source,
            &statement.cue,
            &statement.content,
            &statement.addressee,
        ] {
            fits(article, spans);
            assert!(
                spans.windows(2).all(|pair| pair[0].end <= pair[1].start),
                "not in order: {spans:?}"
            );
        }
        assert!(
            statement
                .speaker
                .is_none_or(|id| id.index() < analysis.speakers.len())
        );
        // Following the reporters ends.
        let mut outer = statement.inside;
        for _ in 0..=analysis.statements.len() {
            outer = outer.and_then(|id| analysis.statements[id.index()].inside);
        }
        assert_eq!(outer, None);
    }
    for speaker in &analysis.speakers {
        assert!(speaker.mentions.is_sorted());
        for mention in &speaker.mentions {
            fits(mention.article.index(), &[mention.span]);
        }
    }
    for issue in &analysis.issues {
        assert!(!issue.label.is_empty());
        for id in issue
            .statements
            .iter()
            .chain(issue.positions.iter().flat_map(|position| &position.statements))
        {
            assert!(id.index() < analysis.statements.len());
        }
    }
    for contest in &analysis.contested {
        assert!(contest.issue.index() < analysis.issues.len());
        assert_ne!(contest.a, contest.b);
        assert!(
            contest
                .evidence
                .iter()
                .all(|id| id.index() < analysis.statements.len())
        );
    }
}

fn article(id: &str, text: &str) -> Article {
    Article {
        id: id.to_owned(),
        text: text.to_owned(),
        ..Article::default()
    }
}

proptest! {
    #[test]
    fn any_text_is_analysed(text in any::<String>()) {
        let _ = inspect(&text);
        check(&claims::analyze(models(), &[article("A", &text)]));
    }

    #[test]
    fn any_news_is_analysed(a in news(), b in news()) {
        let _ = inspect(&a);
        let articles = [article("A", &a), article("B", &b)];
        let analysis = claims::analyze(models(), &articles);
        check(&analysis);
        prop_assert_eq!(&analysis, &claims::analyze(models(), &articles), "not the same twice");
    }
}

#[test]
fn a_name_behind_a_source_is_not_its_own() {
    let text = "It is raining according to toldto of Mr. Pell ’s told.";
    check(&claims::analyze(models(), &[article("A", text)]));
}

#[test]
fn progress_never_goes_back_and_reaches_the_end() {
    let text = "Mr. Pell said that the crane was safe.\n".repeat(2000);
    let mut analyzer = Analyzer::new(
        models(),
        vec![article("A", &text), article("B", "Ms. Lorne denied it.")],
    );
    let mut last = 0;
    let mut steps = 0;
    loop {
        match analyzer.step() {
            Progress::Working { done, total } => {
                assert!(last <= done && done <= total);
                last = done;
                steps += 1;
            }
            Progress::Done(analysis) => {
                assert_eq!(analysis.articles.len(), 2);
                break;
            }
        }
    }
    assert!(steps > 10, "a long text is read in many steps");
}

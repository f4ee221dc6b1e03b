//! Corrections hold for a later analysis, and for a text that was changed a little.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "clippy does not know these functions for tests"
)]

mod common;

use claims::{
    Act, Added, Analysis, Anchor, Article, Change, Correction, Field, IssueId, Point, Quote, Role, Span,
    SpeakerId, Stance, StatementId, Who, Why, analyze, correct,
};
use common::models;
use expect_test::expect;

const TEXT: &str = "News from the valley

Mayor Anna Finch said that the old bridge was safe. Councillor Tom Ode denied that the bridge was safe.

“It will fall,” Ode said. Lida Marr, an engineer, declined to discuss the budget.
";

fn read(text: &str) -> Analysis {
    let article = Article {
        id: "A".into(),
        text: text.into(),
        ..Article::default()
    };
    analyze(models(), &[article])
}

/// The statement with this content.
fn at(analysis: &Analysis, content: &str) -> StatementId {
    let found = analysis.statements.iter().position(|statement| {
        let text = &analysis.articles[statement.article.index()].text;
        statement
            .content
            .iter()
            .any(|span| span.of(text).contains(content))
    });
    StatementId::from_index(found.unwrap_or_else(|| panic!("no statement “{content}”")))
}

fn change(analysis: &Analysis, content: &str, change: Change) -> Correction {
    let at = Anchor::of(analysis, at(analysis, content)).unwrap();
    Correction::Statement { at, change }
}

fn speaker(analysis: &Analysis, name: &str) -> SpeakerId {
    let at = analysis.speakers.iter().position(|speaker| speaker.name == name);
    SpeakerId::from_index(at.unwrap_or_else(|| panic!("no {name}")))
}

fn quote(text: &str, words: &str) -> Quote {
    let at = text.find(words).unwrap();
    Quote::of(text, Span::new(at as u32, (at + words.len()) as u32))
}

/// One line a statement: who, act, cue, content.
fn draw(analysis: &Analysis) -> String {
    let line = |statement: &claims::Statement| {
        let text = &analysis.articles[statement.article.index()].text;
        let words = |spans: &[Span]| {
            spans
                .iter()
                .map(|span| span.of(text))
                .collect::<Vec<_>>()
                .join(" … ")
        };
        let who = statement
            .speaker
            .map_or("?", |id| &analysis.speakers[id.index()].name);
        format!(
            "{who:12} {:10} {:10} {}\n",
            statement.act.as_str(),
            words(&statement.cue),
            words(&statement.content).trim_start_matches("that ")
        )
    };
    analysis.statements.iter().map(line).collect()
}

#[test]
fn without_corrections_nothing_changes() {
    let analysis = read(TEXT);
    expect![[r#"
        Anna Finch   asserts    said       the old bridge was safe
        Tom Ode      denies     denied     the bridge was safe
        Tom Ode      asserts    said       “It will fall,”
        Lida Marr    declines   declined to discuss the budget
    "#]]
    .assert_eq(&draw(&analysis));
    assert_eq!(correct(analysis.clone(), &[]).analysis, analysis);
    // What is concluded anew is what was concluded.
    let accepted = [change(&analysis, "will fall", Change::Accept)];
    let corrected = correct(analysis.clone(), &accepted);
    assert_eq!(corrected.analysis, analysis);
    assert!(corrected.reviews[2].accepted && corrected.lost.is_empty());
}

#[test]
fn what_is_set_by_hand_holds_in_a_text_that_was_edited() {
    let analysis = read(TEXT);
    let corrections = [
        change(&analysis, "old bridge", Change::Act(Act::Doubts)),
        change(&analysis, "will fall", Change::Speaker(Who::named("Ida Brandt"))),
        change(&analysis, "the budget", Change::Reject),
    ];
    let edited = TEXT
        .replace("News from", "More news from")
        .replace("denied that the", "denied that the old");
    let corrected = correct(read(&edited), &corrections);
    expect![[r#"
        Anna Finch   doubts     said       the old bridge was safe
        Tom Ode      denies     denied     the old bridge was safe
        Ida Brandt   asserts    said       “It will fall,”
    "#]]
    .assert_eq(&draw(&corrected.analysis));
    assert_eq!(corrected.lost, []);
    assert_eq!(corrected.reviews[0].set, [Field::Act]);
    assert_eq!(corrected.reviews[2].set, [Field::Speaker]);
}

#[test]
fn a_correction_whose_words_are_gone_is_lost_and_not_moved() {
    let analysis = read(TEXT);
    let corrections = [
        change(&analysis, "will fall", Change::Act(Act::Doubts)),
        change(&analysis, "old bridge", Change::Accept),
    ];
    let edited = TEXT.replace("“It will fall,” Ode said. ", "");
    let corrected = correct(read(&edited), &corrections);
    assert_eq!(corrected.lost.len(), 1);
    assert_eq!(
        (corrected.lost[0].correction, corrected.lost[0].why),
        (0, Why::NoWords)
    );
    assert!(corrected.reviews[0].accepted);
    assert!(
        corrected
            .analysis
            .statements
            .iter()
            .all(|statement| statement.act != Act::Doubts)
    );
}

#[test]
fn speakers_are_renamed_merged_and_split() {
    let analysis = read(TEXT);
    let who = |name| Who::of(&analysis, speaker(&analysis, name)).unwrap();
    let corrections = [
        Correction::RenameSpeaker {
            speaker: who("Anna Finch"),
            name: "Mayor Finch".into(),
        },
        Correction::MergeSpeakers {
            speaker: who("Lida Marr"),
            into: Who {
                name: "Mayor Finch".into(),
                ..who("Anna Finch")
            },
        },
        change(
            &analysis,
            "will fall",
            Change::Speaker(Who::named("T. Ode junior")),
        ),
    ];
    let corrected = correct(analysis, &corrections);
    expect![[r#"
        Mayor Finch  asserts    said       the old bridge was safe
        Tom Ode      denies     denied     the bridge was safe
        T. Ode junior asserts    said       “It will fall,”
        Mayor Finch  declines   declined to discuss the budget
    "#]]
    .assert_eq(&draw(&corrected.analysis));
    assert!(
        corrected
            .analysis
            .speakers
            .iter()
            .all(|speaker| speaker.name != "Lida Marr")
    );
}

#[test]
fn a_statement_added_by_hand_can_be_corrected_like_any_other() {
    let analysis = read(TEXT);
    let add = Correction::Add(Added {
        article: "A".into(),
        source: vec![],
        cue: vec![],
        content: vec![quote(TEXT, "News from the valley")],
        speaker: Some(Who::named("The paper")),
        act: Act::Asserts,
    });
    let added = correct(analysis.clone(), core::slice::from_ref(&add)).analysis;
    let corrections = [
        add,
        change(
            &added,
            "News from",
            Change::Words(Role::Content, vec![quote(TEXT, "the valley")]),
        ),
        change(&added, "News from", Change::Act(Act::Believes)),
    ];
    let corrected = correct(analysis, &corrections[..2]);
    assert_eq!(
        draw(&corrected.analysis).lines().next(),
        Some("The paper    asserts               the valley")
    );
    assert!(corrected.reviews[0].added);
    // A correction is about the words as they were when it was made.
    assert_eq!(corrected.lost, []);
}

#[test]
fn a_cue_is_ignored_everywhere() {
    let analysis = read(TEXT);
    let corrected = correct(analysis, &[Correction::IgnoreCue("Said".into())]);
    expect![[r#"
        Tom Ode      denies     denied     the bridge was safe
        Lida Marr    declines   declined to discuss the budget
    "#]]
    .assert_eq(&draw(&corrected.analysis));
}

#[test]
fn stances_are_forced_and_statements_moved_between_issues() {
    let analysis = read(TEXT);
    let issue = |label: &str| {
        let at = analysis
            .issues
            .iter()
            .position(|issue| issue.label.contains(label))
            .unwrap();
        Point::of(&analysis, IssueId::from_index(at)).unwrap()
    };
    let bridge = issue("bridge was safe");
    let corrections = [
        change(&analysis, "will fall", Change::Issue(bridge.clone())),
        change(&analysis, "will fall", Change::Stance(Stance::Against)),
        Correction::RenameIssue {
            issue: bridge,
            label: "the bridge is safe".into(),
        },
    ];
    let corrected = correct(analysis.clone(), &corrections);
    assert_eq!(corrected.lost, []);
    let issue = &corrected.analysis.issues[0];
    assert_eq!(
        (issue.label.as_str(), issue.statements.len()),
        ("the bridge is safe", 3)
    );
    let ode = issue
        .positions
        .iter()
        .find(|position| position.statements.contains(&StatementId(2)))
        .unwrap();
    assert_eq!(ode.stance, Stance::Against);
    assert_eq!(corrected.reviews[2].set, [Field::Issue, Field::Stance]);
    // And out again, to an issue of its own.
    let split = change(
        &corrected.analysis,
        "will fall",
        Change::Issue(Point::new("it falls")),
    );
    let corrections: Vec<_> = corrections.into_iter().chain([split]).collect();
    let corrected = correct(analysis, &corrections);
    assert_eq!(corrected.analysis.issues[0].statements.len(), 2);
    assert!(
        corrected
            .analysis
            .issues
            .iter()
            .any(|issue| issue.label == "it falls")
    );
}

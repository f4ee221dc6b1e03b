//! Two short accounts of one event: speakers over both, issues, positions and contests.

mod common;

use common::models;

use std::fmt::Write;

use claims::{Analysis, Article, SpeakerId, analyze};
use expect_test::expect;

fn accounts(texts: &[&str]) -> Analysis {
    let articles: Vec<Article> = texts
        .iter()
        .zip('A'..)
        .map(|(text, id)| Article {
            id: id.to_string(),
            text: (*text).to_owned(),
            ..Article::default()
        })
        .collect();
    analyze(models(), &articles)
}

/// Speakers with their mentions; shared issues with positions; contests.
fn summary(analysis: &Analysis) -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    let name = |id: SpeakerId| analysis.speakers[id.index()].name.as_str();
    for speaker in &analysis.speakers {
        let mentions: Vec<&str> = speaker
            .mentions
            .iter()
            .map(|mention| mention.span.of(&analysis.articles[mention.article.index()].text))
            .collect();
        writeln!(
            out,
            "{} ({}): {}",
            speaker.name,
            speaker.kind,
            mentions.join(", ")
        )?;
    }
    for issue in analysis.issues.iter().filter(|issue| issue.statements.len() > 1) {
        writeln!(out, "issue: {}", issue.label)?;
        for position in &issue.positions {
            let via: Vec<&str> = position.via.iter().map(|&id| name(id)).collect();
            writeln!(
                out,
                "    {} {} via [{}]",
                name(position.speaker),
                position.stance,
                via.join(", ")
            )?;
        }
    }
    for contest in &analysis.contested {
        writeln!(
            out,
            "contest: {} / {}: {}",
            name(contest.a),
            name(contest.b),
            contest.kind
        )?;
    }
    Ok(out)
}

#[test]
fn accepting_a_denial_is_a_stance_against() {
    let analysis = accounts(&[
        "Harbor minister Olga Brandt said that Mr. Pell had accepted Ms. Dane’s denial that the crane leaked oil.",
        "Tom Reyes, the harbor chief, said that Mr. Pell had pressed Ms. Dane over the leaking crane.\n\
         Ms. Dane denied that the crane leaked oil. The engineers said the crane leaked oil.",
    ]);
    expect![[r#"
        Olga Brandt (person): Harbor minister Olga Brandt
        Pell (person): Mr. Pell, Mr. Pell
        Dane (person): Ms. Dane, Ms. Dane, Ms. Dane
        Tom Reyes (person): Tom Reyes
        The engineers (group): The engineers
        A (author): 
        B (author): 
        issue: the crane leaked oil
            Pell against via [Olga Brandt]
            Pell for via [Tom Reyes]
            Dane against via [Pell, Olga Brandt]
            The engineers for via []
        contest: Olga Brandt / Tom Reyes: incompatible acts
        contest: The engineers / Dane: opposite stance
    "#]]
    .assert_eq(&summary(&analysis).unwrap());
}

#[test]
fn accounts_that_agree_have_no_contest() {
    let analysis = accounts(&[
        "Mayor Ida Brandt said the ferry would sail in May. She thanked the crew.",
        "Ms. Brandt said that the ferry would sail in May, according to the Harbor Times.",
    ]);
    expect![[r#"
        Ida Brandt (person): Mayor Ida Brandt, She, Ms. Brandt
        Harbor Times (organization): Harbor Times
        A (author): 
        B (author): 
        issue: the ferry would sail in May
            Ida Brandt for via [Harbor Times]
    "#]]
    .assert_eq(&summary(&analysis).unwrap());
}

#[test]
fn a_noun_without_content_takes_no_position() {
    let text = "Polls show that the race for the county seat is tight, and that Mr. Pell's hopes are fading.\n\
                Ms. Brandt said that the race for the county seat is tight.";
    let article = Article {
        id: "A".to_owned(),
        text: text.to_owned(),
        ..Article::default()
    };
    let analysis = analyze(models(), &[article]);
    let hopes = analysis.statements.iter().find(|statement| {
        statement.content.is_empty() && statement.cue.iter().any(|cue| cue.of(text) == "hopes")
    });
    assert!(hopes.is_some(), "the noun is a statement");
    let who = |name: &str| {
        analysis
            .speakers
            .iter()
            .position(|speaker| speaker.name.ends_with(name))
    };
    let takes_position = |name: &str| {
        let positions = analysis.issues.iter().flat_map(|issue| &issue.positions);
        who(name).is_some_and(|at| {
            positions
                .into_iter()
                .any(|position| position.speaker.index() == at)
        })
    };
    assert!(takes_position("Brandt"));
    assert!(!takes_position("Pell"));
}

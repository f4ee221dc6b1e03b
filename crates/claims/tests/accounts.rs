//! Two short accounts of one event: speakers over both, issues, positions and contests.

mod common;
#[path = "common/accounts.rs"]
mod common_accounts;

use common::models;

use std::fmt::Write;

use common_accounts::accounts;

use claims::{Analysis, Article, SpeakerId, analyze};
use expect_test::expect;

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
        Tom Reyes (person): Tom Reyes, the harbor chief
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

/// Each contest of some accounts, in one line.
fn contests(texts: &[&str]) -> Vec<String> {
    let analysis = accounts(texts);
    let name = |id: SpeakerId| analysis.speakers[id.index()].name.as_str();
    let lines = analysis.contested.iter();
    lines
        .map(|contest| format!("{} / {}: {}", name(contest.a), name(contest.b), contest.kind))
        .collect()
}

#[test]
fn numbers_that_cannot_both_be_are_contested() {
    let police = "Captain Ada Roth said 40 people marched to the harbor on Sunday.";
    let more = "Bo Lind, who led the march, said 300 people marched to the harbor on Sunday.";
    let about = "Bo Lind, who led the march, said about 40 people marched to the harbor on Sunday.";
    assert_eq!(
        contests(&[police, more]),
        ["Ada Roth / Bo Lind: different number or time"]
    );
    assert!(contests(&[police, about]).is_empty());
    let talks = |day: &str| format!("said the harbor talks broke off on {day}.");
    let (one, other) = (talks("Tuesday"), talks("Thursday"));
    assert_eq!(
        contests(&[&format!("Ada Roth {one}"), &format!("Bo Lind {other}")]),
        ["Ada Roth / Bo Lind: different number or time"]
    );
    assert_eq!(
        contests(&[
            "Ada Roth said that six people were hurt in the crash.",
            "Bo Lind said nobody was hurt."
        ]),
        ["Ada Roth / Bo Lind: opposite stance"]
    );
}

#[test]
fn a_doubt_is_another_commitment() {
    assert_eq!(
        contests(&[
            "Ada Roth said the satellite is lost.",
            "Bo Lind said the satellite may not be lost."
        ]),
        ["Ada Roth / Bo Lind: different commitment"]
    );
    assert!(
        contests(&[
            "Ada Roth said the satellite is lost.",
            "Bo Lind said the satellite may be lost."
        ])
        .is_empty()
    );
}

#[test]
fn words_that_say_the_opposite_are_against() {
    assert_eq!(
        contests(&[
            "Ada Roth said the council had agreed to sell the old mill.",
            "Bo Lind said the council had refused to sell the old mill."
        ])
        .len(),
        1
    );
    assert_eq!(
        contests(&[
            "Ada Roth said that rents in the valley rose last year.",
            "Bo Lind said that rents in the valley fell last year."
        ])
        .len(),
        1
    );
}

#[test]
fn what_is_wanted_is_not_what_is_so() {
    assert!(
        contests(&[
            "Ada Roth demanded that the court release the prisoner.",
            "Bo Lind said the court did not release the prisoner."
        ])
        .is_empty()
    );
}

#[test]
fn one_reporter_who_tells_both_leaves_it_unclear() {
    let analysis = accounts(&[
        "Ada Roth denied that the crane leaked oil. On Monday, Ms. Roth admitted that the crane leaked oil.",
    ]);
    let positions: Vec<_> = analysis.issues[0]
        .positions
        .iter()
        .map(|position| position.stance)
        .collect();
    assert_eq!(positions, [claims::Stance::Unclear]);
    assert!(analysis.contested.is_empty());
}

#[test]
fn who_is_named_a_sentence_later_is_one_speaker() {
    assert_eq!(
        contests(&[
            "A former clerk testified that the mayor took the money. The clerk, Wade Collis, said that he counted it.",
            "Mayor Leon Pruitt denied that he took the money.",
        ]),
        ["Wade Collis / Leon Pruitt: opposite stance"]
    );
}

#[test]
fn a_word_denied_by_its_form_is_the_opposite() {
    assert_eq!(
        contests(&[
            "Ada Roth said that the spray harms bees.",
            "Bo Lind said that the spray is harmless to bees."
        ])
        .len(),
        1
    );
}

#[test]
fn a_denial_of_all_of_a_kind_covers_what_is_told_in_more_words() {
    assert_eq!(
        contests(&[
            "Ada Roth said that Mr. Pell took a cash payment from the builder in a garage by the harbor.",
            "Bo Lind said that Mr. Pell took no cash from anyone.",
        ])
        .len(),
        1
    );
    // "Anything" here is not what the other needs.
    assert!(
        contests(&[
            "Ada Roth said that the club needs a new roof before the winter.",
            "Bo Lind said he does not need any advice from Ms. Roth.",
        ])
        .is_empty()
    );
}

#[test]
fn who_would_do_something_under_a_condition_takes_a_side() {
    assert_eq!(
        contests(&[
            "Ada Roth said that noise would increase if the airport got a third runway.",
            "Bo Lind said that noise would not increase.",
        ])
        .len(),
        1
    );
}

#[test]
fn two_people_who_do_different_things_to_one_thing_do_not_contradict() {
    assert!(
        contests(&[
            "Aides said that President Halvik raised the shelling of the valley.",
            "Mr. Strand denied that Dorian forces shelled the valley.",
        ])
        .is_empty()
    );
}

#[test]
fn what_is_disputed_is_what_was_said_and_not_what_that_is_about() {
    let found = contests(&[
        "Ada Roth said the council had ignored warnings about the wiring. “We did nothing,” Ms. Roth said.\n\
         Bo Lind disputed this.",
    ]);
    assert_eq!(found.len(), 1);
}

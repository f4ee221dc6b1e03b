//! What two accounts contradict each other in, by the way that it is worded.

mod common;
#[path = "common/accounts.rs"]
mod common_accounts;

use common_accounts::accounts;

use claims::SpeakerId;

/// Each contest of some accounts, in one line.
fn contests(texts: &[&str]) -> Vec<String> {
    let analysis = accounts(texts);
    let name = |id: SpeakerId| analysis.speakers[id.index()].name.as_str();
    let lines = analysis.contested.iter();
    lines
        .map(|contest| format!("{} / {}: {}", name(contest.a), name(contest.b), contest.kind))
        .collect()
}

const OPPOSITE: [&str; 1] = ["Ada Roth / Bo Lind: opposite stance"];

#[test]
fn one_deed_is_told_from_two_sides() {
    assert_eq!(
        contests(&[
            "Ada Roth said that the army captured the town of Orlan Hills.",
            "Bo Lind denied that the rebels had lost Orlan Hills.",
        ]),
        OPPOSITE
    );
    // Who loses is another than who wins.
    assert!(
        contests(&[
            "Ada Roth said that Ms. Tarn won the race.",
            "Bo Lind said that Mr. Pell lost the race.",
        ])
        .is_empty()
    );
}

#[test]
fn two_words_are_one() {
    assert_eq!(
        contests(&[
            "Ada Roth said that the pumps at the mill had broken down.",
            "Bo Lind said that the pumps at the mill were in good order.",
        ]),
        OPPOSITE
    );
    assert_eq!(
        contests(&[
            "Ada Roth said that the spray had caused the illness.",
            "Bo Lind said that the spray had nothing to do with the illness.",
        ]),
        OPPOSITE
    );
}

#[test]
fn a_noun_for_a_deed_is_the_deed() {
    assert_eq!(
        contests(&[
            "Ada Roth said that the council had sold the old mill.",
            "Bo Lind said that there had been no sale of the old mill.",
        ]),
        OPPOSITE
    );
}

#[test]
fn what_is_promised_is_said_to_be_coming() {
    assert_eq!(
        contests(&[
            "Ada Roth promised that the clinic would stay open.",
            "Bo Lind said that the clinic would close.",
        ]),
        OPPOSITE
    );
}

#[test]
fn times_of_day_are_contested() {
    assert_eq!(
        contests(&[
            "Ada Roth said that the order to leave came at 6 o’clock.",
            "Bo Lind said that the order to leave had not come until 9 o’clock.",
        ]),
        ["Ada Roth / Bo Lind: different number or time"]
    );
}

#[test]
fn whose_client_it_is_need_not_be_said() {
    assert_eq!(
        contests(&[
            "Ada Roth said that the driver had been using a telephone.",
            "Bo Lind, a lawyer, denied that his client was using a telephone.",
        ]),
        OPPOSITE
    );
}

#[test]
fn a_denial_of_any_of_a_kind_answers_its_kinds() {
    assert_eq!(
        contests(&[
            "Ada Roth said that Mr. Lind bribed the inspector.",
            "Bo Lind denied any wrongdoing.",
        ]),
        OPPOSITE
    );
    // What another does is not denied.
    assert!(
        contests(&[
            "Ada Roth said that Mr. Tarn bribed the inspector.",
            "Bo Lind denied any wrongdoing.",
        ])
        .is_empty()
    );
}

#[test]
fn that_alone_can_be_denied() {
    assert_eq!(
        contests(&[
            "Ada Roth said that the alarm had been switched off. Bo Lind, the director, denied that."
        ]),
        OPPOSITE
    );
}

#[test]
fn a_body_under_two_names_is_one() {
    assert_eq!(
        contests(&[
            "The pills harm the heart, Ada Roth said.",
            "The maker of the pills said that the pills do not harm the heart. The company, Brill Mills, said that it was proud.",
        ]),
        ["Ada Roth / Brill Mills: opposite stance"]
    );
    let analysis =
        accounts(&["The mill burned, the newspaper Nordnytt reported. It said that nobody was hurt."]);
    let speakers: Vec<_> = analysis
        .statements
        .iter()
        .map(|statement| statement.speaker)
        .collect();
    assert!(speakers[0].is_some() && speakers.iter().all(|speaker| *speaker == speakers[0]));
    assert_eq!(analysis.speakers[0].name, "Nordnytt");
}

#[test]
fn one_of_several_has_a_name_later() {
    assert_eq!(
        contests(&[
            "The warden warned the climbers, Ada Roth said.",
            "Nobody warned the climbers, one of the two survivors said. The survivor, Bo Lind, thanked the pilots.",
        ]),
        OPPOSITE
    );
}

#[test]
fn a_point_is_told_as_most_tell_it() {
    let analysis = accounts(&[
        "Ada Roth said that the doors had been open.",
        "Bo Lind said that the doors had been locked. Cora Pell said that the doors had been locked from outside.",
    ]);
    assert!(
        analysis.issues[0].label.contains("locked"),
        "{}",
        analysis.issues[0].label
    );
}

#[test]
fn a_clause_that_describes_somebody_ends_before_their_verb() {
    let analysis = accounts(&["A clerk who checked the books has concluded that a cousin emptied the safe."]);
    let text = &analysis.articles[0].text;
    let contents: Vec<&str> = analysis
        .statements
        .iter()
        .filter_map(|statement| statement.content.first().map(|content| content.of(text)))
        .collect();
    assert!(
        contents.contains(&"that a cousin emptied the safe"),
        "{contents:?}"
    );
    assert!(
        !contents.iter().any(|content| content.contains("has concluded")),
        "{contents:?}"
    );
}

#[test]
fn what_stands_after_a_describing_clause_is_denied() {
    assert_eq!(
        contests(&[
            "Ada Roth said that the goat that ate a hat was on a rope.",
            "Bo Lind said that the goat that ate a hat was not on a rope.",
        ]),
        OPPOSITE
    );
}

#[test]
fn who_did_it_and_to_what_it_was_done_are_one_deed() {
    assert_eq!(
        contests(&[
            "Ada Roth said that an aide had handed the mayor the files.",
            "Bo Lind denied that any files had been handed to the mayor.",
        ]),
        OPPOSITE
    );
}

#[test]
fn a_source_after_a_comma_describes_nobody_before_it() {
    let analysis = accounts(&[
        "The names did not come up when Ada Roth met President Pell, an aide who was there said.",
    ]);
    let speaker = analysis.statements[0].speaker.unwrap();
    assert_eq!(analysis.speakers[speaker.index()].name, "an aide");
}

#[test]
fn a_scholar_has_a_name_a_sentence_later() {
    let analysis = accounts(&[
        "The bones are of a horse, a biologist has found. Dr. Ada Roth said that the teeth were worn.",
    ]);
    let speakers: Vec<_> = analysis
        .statements
        .iter()
        .map(|statement| statement.speaker)
        .collect();
    assert_eq!(speakers[0], speakers[1]);
}

#[test]
fn that_there_is_no_such_thing_answers_whoever_tells_of_one() {
    assert_eq!(
        contests(&[
            "Ada Roth said that the drivers and the city had reached a deal.",
            "Bo Lind said that there was no deal.",
        ]),
        OPPOSITE
    );
}

#[test]
fn when_something_was_is_a_point_only_where_it_is_denied() {
    let told = "Ada Roth said that six goats escaped when a rope burst in the storm.";
    assert_eq!(
        contests(&[told, "Bo Lind said that the ropes had held in the storm."]),
        OPPOSITE
    );
    let analysis = accounts(&[
        told,
        "Bo Lind said that goats were found when a rope burst in the storm.",
    ]);
    assert!(
        analysis
            .issues
            .iter()
            .all(|issue| !issue.label.starts_with("a rope"))
    );
}

#[test]
fn who_speaks_need_be_in_no_list() {
    let analysis = accounts(&[
        "The roofer denied that the tiles were loose. The building inspectorate said that they were.",
    ]);
    assert!(
        analysis
            .statements
            .iter()
            .all(|statement| statement.speaker.is_some())
    );
}

#[test]
fn one_writer_says_a_thing_of_the_same_people() {
    // What one does not do is no answer to what another does.
    assert!(
        contests(&[
            "Ada Roth said that she had kept up her schedule of paid speeches. \
             A spokesman for Bo Lind said that the former governor had no more speeches on his schedule.",
        ])
        .is_empty()
    );
    assert_eq!(
        contests(&[
            "Ada Roth said that the governor had kept up his schedule of paid speeches. \
             Bo Lind said that the governor had not kept up his schedule of paid speeches.",
        ]),
        OPPOSITE
    );
}

#[test]
fn a_claim_is_said_to_be_wrong() {
    for answer in [
        "Bo Lind said that claims that the mill had dumped oil in the lake were simply untrue.",
        "Bo Lind told reporters the allegation that the mill had dumped oil in the lake was “baseless”.",
        "Bo Lind said Ms. Roth’s claim that the mill had dumped oil in the lake was not true.",
    ] {
        assert_eq!(
            contests(&["Ada Roth said that the mill had dumped oil in the lake.", answer]),
            OPPOSITE,
            "{answer}"
        );
    }
    assert!(
        contests(&[
            "Ada Roth said that the mill had dumped oil in the lake.",
            "Bo Lind said the claim that the mill had dumped oil in the lake was true.",
        ])
        .is_empty()
    );
}

#[test]
fn not_whatever_is_told_of_a_claim_takes_a_side_on_it() {
    for (text, stance) in [
        (
            "Bo Lind said Ada Roth’s argument that the dam was safe ignored the cracks.",
            "unclear",
        ),
        (
            "Bo Lind responded on Sunday to accusations that he lied about the dam.",
            "unclear",
        ),
        (
            "Bo Lind defended himself against claims that he lied about the dam.",
            "against",
        ),
        ("Bo Lind repeated his claim that the dam was safe.", "for"),
        ("Bo Lind said the claim that the dam was safe was true.", "for"),
        (
            "Bo Lind said that claims the dam had failed were “plainly false”.",
            "against",
        ),
        ("Bo Lind condemned what others had done at the dam.", "against"),
        (
            "Bo Lind said the claim that the dam was safe was hardly true.",
            "against",
        ),
    ] {
        let analysis = accounts(&[text]);
        let positions = analysis.issues.iter().flat_map(|issue| &issue.positions);
        let of_lind =
            positions.filter(|position| analysis.speakers[position.speaker.index()].name == "Bo Lind");
        let stances: Vec<_> = of_lind.map(|position| position.stance.as_str()).collect();
        assert_eq!(stances, [stance], "{text}");
    }
}

#[test]
fn a_thing_is_found_bad_or_good_or_only_named() {
    let label = "Ada Roth’s comments about foreign sailors";
    for (verb, stance) in [
        ("slammed", "against"),
        ("praised", "for"),
        ("did not condemn", "neutral"),
    ] {
        let analysis = accounts(&[&format!("Bo Lind {verb} {label}.")]);
        let positions = analysis.issues.iter().flat_map(|issue| {
            let name = |id: SpeakerId| analysis.speakers[id.index()].name.as_str();
            let positions = issue.positions.iter();
            positions.map(move |position| {
                format!("{} {} {}", name(position.speaker), position.stance, issue.label)
            })
        });
        assert_eq!(
            positions.collect::<Vec<_>>(),
            [
                format!("Bo Lind {stance} {label}"),
                format!("Ada Roth unclear {label}")
            ],
        );
    }
}

#[test]
fn what_is_not_the_only_one_may_be_one() {
    assert!(
        contests(&[
            "Ada Roth said that the heat had killed the bees.",
            "Bo Lind does not think that the heat is the only thing that killed the bees.",
        ])
        .is_empty()
    );
}

#[test]
fn that_means_what_was_just_said() {
    let claim = "Ada Roth said that the new pump was going to work.";
    let answer = "Bo Lind said: “I don’t believe that’s going to work.”";
    assert_eq!(contests(&[&format!("{claim} {answer}")]), OPPOSITE);
    assert!(contests(&[claim, answer]).is_empty(), "it may be anything");
}

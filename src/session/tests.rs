//! How a session answers to actions.

use std::rc::Rc;

use claims::{
    Act, Analysis, Anchor, ArticleId, Change, Corrected, Correction, Engagement, Factuality, Form, Review,
    Span, Statement, StatementId,
};
use yew::Reducible as _;

use super::*;
use crate::engine::ArticleNotice;

/// A session after these actions.
fn after(actions: impl IntoIterator<Item = Action>) -> Rc<Session> {
    actions
        .into_iter()
        .fold(Rc::new(Session::default()), |session, action| {
            session.reduce(action)
        })
}

fn texts(session: &Session) -> Vec<&str> {
    session
        .accounts
        .list
        .iter()
        .map(|account| &*account.text)
        .collect()
}

fn incoming(text: &str) -> Incoming {
    Incoming {
        text: Rc::from(text),
        ..Incoming::default()
    }
}

fn load(texts: &[&str]) -> Action {
    Action::Load(texts.iter().map(|&text| incoming(text)).collect())
}

/// An analysis of `texts` with one statement in each, its content the whole text.
fn analysis(texts: &[&str]) -> Rc<Corrected> {
    let articles = texts.iter().map(|&text| claims::Article {
        text: text.into(),
        id: Accounts::letter(texts.iter().position(|other| *other == text).unwrap_or(0)),
        ..Default::default()
    });
    let statements = texts.iter().enumerate().map(|(index, text)| Statement {
        article: ArticleId::from_index(index),
        speaker: None,
        source: Vec::new(),
        cue: Vec::new(),
        content: vec![Span::new(0, text.len() as u32)],
        addressee: Vec::new(),
        form: Form::Indirect,
        act: Act::Asserts,
        negated: false,
        factuality: Factuality::Certain,
        engagement: Engagement::Neutral,
        inside: None,
        nominal: false,
        topical: false,
        attitude: None,
        rule: String::new(),
    });
    Rc::new(Corrected {
        analysis: Analysis {
            articles: articles.collect(),
            statements: statements.collect(),
            ..Analysis::default()
        },
        reviews: vec![Review::default(); texts.len()],
        lost: Vec::new(),
    })
}

#[test]
fn letters_typed_in_a_row_are_taken_back_together() {
    let typed = ["N", "No", "No."].map(|text| Action::Type(Rc::from(text)));
    let session = after([Action::Paste("Yes.".into())].into_iter().chain(typed));
    assert_eq!(texts(&session), ["No."]);
    let session = session.reduce(Action::Undo);
    assert_eq!(texts(&session), ["Yes."]);
    let session = session.reduce(Action::Redo);
    assert_eq!(texts(&session), ["No."]);
    assert!(!session.can_redo());
}

#[test]
fn the_example_does_not_lose_what_was_in_the_box() {
    let session = after([
        Action::Paste("Mine.".into()),
        load(&["One.", "Two."]),
        Action::Undo,
    ]);
    assert_eq!(texts(&session), ["Mine."]);
}

#[test]
fn removing_the_last_account_leaves_an_empty_one_and_can_be_undone() {
    let session = after([Action::Paste("Mine.".into()), Action::RemoveAccount(0)]);
    assert_eq!(texts(&session), [""]);
    assert_eq!(session.phase, Phase::Empty);
    assert_eq!(texts(&session.reduce(Action::Undo)), ["Mine."]);
}

#[test]
fn an_answer_to_an_earlier_question_is_dropped() {
    let session = after([load(&["One."])]);
    let (old, now) = (session.revision, session.revision + 1);
    let session = session.reduce(Action::Type("One and a half.".into()));
    assert_eq!(session.revision, now);
    let session = session.reduce(Action::Finish(old, 0, analysis(&["One."]), Vec::new()));
    assert!(session.results.is_none());
    assert!(matches!(session.phase, Phase::Working(_)));
}

#[test]
fn marked_text_is_shown_after_a_paste_but_not_while_typing() {
    let pasted = after([Action::Paste("One.".into())]);
    let pasted = pasted.clone().reduce(Action::Finish(
        pasted.revision,
        0,
        analysis(&["One."]),
        Vec::new(),
    ));
    assert!(!pasted.editing);
    let typed = after([Action::Type("One.".into())]);
    let typed = typed
        .clone()
        .reduce(Action::Finish(typed.revision, 0, analysis(&["One."]), Vec::new()));
    assert!(typed.editing);
    assert_eq!(typed.phase, Phase::Done);
}

#[test]
fn a_mark_brings_the_account_with_its_words_to_the_front() {
    let session = after([load(&["One.", "Two."])]);
    let session = session.clone().reduce(Action::Finish(
        session.revision,
        0,
        analysis(&["One.", "Two."]),
        Vec::new(),
    ));
    assert_eq!(session.accounts.active, 0);
    let session = session.reduce(Action::Select(vec![StatementId(1)], Origin::Chart));
    assert_eq!(session.accounts.active, 1);
    assert!(!session.editing);
    assert!(session.selection.contains(StatementId(1)));
}

#[test]
fn cancelling_keeps_the_text_and_can_be_taken_up_again() {
    let session = after([load(&["One."]), Action::Cancel]);
    assert_eq!(
        (texts(&session), &session.phase),
        (vec!["One."], &Phase::Cancelled)
    );
    let session = session.reduce(Action::Read);
    assert!(matches!(session.phase, Phase::Working(_)));
}

#[test]
fn a_failure_leaves_the_text_in_its_box() {
    let session = after([load(&["One."])]);
    let notice = ArticleNotice {
        article: 0,
        message: "not text".into(),
    };
    let session = session.clone().reduce(Action::Fail(session.revision, notice));
    assert!(session.editing);
    assert_eq!(texts(&session), ["One."]);
}

/// A session that has read these texts.
fn read(texts: &[&str]) -> Rc<Session> {
    let session = after([load(texts)]);
    let finish = Action::Finish(session.revision, 0, analysis(texts), Vec::new());
    session.reduce(finish)
}

fn change(session: &Session, id: u32, change: Change) -> Correction {
    let results = session.results.as_ref().unwrap();
    let at = Anchor::of(&results.analysis, StatementId(id)).unwrap();
    Correction::Statement { at, change }
}

#[test]
fn corrections_are_taken_back_and_made_again_without_reading_anew() {
    let session = read(&["One.", "Two."]);
    let made = change(&session, 0, Change::Act(Act::Denies));
    let session = session.reduce(Action::Correct(vec![made.clone()]));
    assert_eq!((session.corrections.len(), session.edition), (1, 1));
    assert_eq!(session.phase, Phase::Done);
    let session = session.reduce(Action::Show(1)).reduce(Action::Undo);
    assert_eq!((session.corrections.len(), session.edition), (0, 2));
    assert_eq!(session.accounts.active, 1, "the reader stays where he is");
    let session = session.reduce(Action::Redo);
    assert_eq!(*session.corrections, [made]);
}

#[test]
fn of_two_corrections_of_one_thing_the_later_holds() {
    let session = read(&["One."]);
    let first = change(&session, 0, Change::Act(Act::Denies));
    let accept = change(&session, 0, Change::Accept);
    let second = change(&session, 0, Change::Act(Act::Doubts));
    let session = [first, accept.clone(), second.clone()]
        .into_iter()
        .fold(session, |session, made| {
            session.reduce(Action::Correct(vec![made]))
        });
    assert_eq!(*session.corrections, [accept, second]);
    let session = session.reduce(Action::Withdraw(vec![1]));
    assert_eq!(session.corrections.len(), 1);
}

#[test]
fn an_account_that_is_removed_takes_its_corrections_with_it_and_leaves_the_names_of_others() {
    let session = read(&["One.", "Two."]);
    let made = [0, 1].map(|id| change(&session, id, Change::Accept));
    let session = session
        .reduce(Action::Correct(made.to_vec()))
        .reduce(Action::RemoveAccount(0));
    assert_eq!(*session.corrections, made[1..]);
    assert_eq!(&*session.accounts.list[0].name, "B");
    let session = session.reduce(Action::AddAccount);
    assert_eq!(&*session.accounts.list[1].name, "A");
    let session = session.reduce(Action::Undo).reduce(Action::Undo);
    assert_eq!(*session.corrections, made);
}

#[test]
fn the_selection_stays_on_its_statement_when_others_go() {
    let session = read(&["One.", "Two."]);
    let session = session.reduce(Action::Select(vec![StatementId(1)], Origin::Text));
    let mut corrected = (*analysis(&["One.", "Two."])).clone();
    corrected.analysis.statements.remove(0);
    let finish = Action::Finish(session.revision, 0, Rc::new(corrected), Vec::new());
    let session = session.reduce(finish);
    assert_eq!(session.selection.statements, [StatementId(0)]);
}

#[test]
fn what_is_brought_takes_the_place_of_a_blank_account() {
    let session = after([Action::Bring(vec![incoming("One."), incoming("Two.")])]);
    assert_eq!(texts(&session), ["One.", "Two."]);
    let session = session.reduce(Action::Bring(vec![incoming("Three.")]));
    assert_eq!(texts(&session), ["One.", "Two.", "Three."]);
    assert_eq!(session.accounts.active, 2);
}

#[test]
fn stepping_to_review_goes_round_all_accounts() {
    let session = read(&["One.", "Two."]);
    let session = session
        .reduce(Action::StepUnreviewed(true))
        .reduce(Action::StepUnreviewed(true));
    assert_eq!(session.selection.statements, [StatementId(1)]);
    assert_eq!(session.accounts.active, 1);
    let session = session.reduce(Action::StepUnreviewed(true));
    assert_eq!(session.selection.statements, [StatementId(0)]);
}

#[test]
fn a_filter_passes_what_has_its_words() {
    let session = read(&["One.", "Two."]);
    let results = session.results.as_ref().unwrap();
    let filter = Filter {
        words: "tw".into(),
        ..Filter::default()
    };
    assert_eq!(filter.apply(&results.analysis, &results.reviews), [false, true]);
    assert!(!filter.is_open() && Filter::default().is_open());
}

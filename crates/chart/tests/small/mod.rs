//! A small made-up analysis: Ode has Finch for a bridge; by the article, Finch denies it.

#![allow(dead_code, reason = "each file of tests uses a part of it")]

use claims::{
    Act, Analysis, Article, ArticleId, Contest, ContestKind, Engagement, Factuality, Form, Issue, IssueId,
    Position, Span, Speaker, SpeakerId, SpeakerKind, Stance, Statement, StatementId,
};

pub(crate) const TEXT: &str =
    "Bridge vote\n\nCouncillor Ode said that Mayor Finch had “backed” the bridge.\n\nFinch denied it.";

pub(crate) fn speaker(name: &str) -> Speaker {
    Speaker {
        name: name.into(),
        kind: SpeakerKind::Person,
        roles: Vec::new(),
        mentions: Vec::new(),
    }
}

/// The last place where the words stand.
pub(crate) fn spans(words: &str) -> Vec<Span> {
    TEXT.rfind(words)
        .map(|at| Span::new(at as u32, (at + words.len()) as u32))
        .into_iter()
        .collect()
}

pub(crate) fn statement(
    speaker: u32,
    source: &str,
    cue: &str,
    content: &str,
    inside: Option<u32>,
) -> Statement {
    Statement {
        article: ArticleId(0),
        speaker: Some(SpeakerId(speaker)),
        source: spans(source),
        cue: spans(cue),
        content: spans(content),
        addressee: Vec::new(),
        form: Form::Indirect,
        act: Act::Asserts,
        negated: false,
        factuality: Factuality::Certain,
        engagement: Engagement::Neutral,
        inside: inside.map(StatementId),
        nominal: false,
        topical: false,
        attitude: None,
        rule: String::new(),
    }
}

pub(crate) fn analysis() -> Analysis {
    let position = |speaker, via: &[u32], stance, statements: &[u32]| Position {
        speaker: SpeakerId(speaker),
        via: via.iter().copied().map(SpeakerId).collect(),
        stance,
        statements: statements.iter().copied().map(StatementId).collect(),
    };
    Analysis {
        articles: vec![Article {
            text: TEXT.into(),
            ..Article::default()
        }],
        speakers: ["Finch", "Ode", "Silent"].map(speaker).into(),
        statements: vec![
            statement(
                1,
                "Councillor Ode",
                "said",
                "Mayor Finch had “backed” the bridge",
                None,
            ),
            statement(0, "Mayor Finch", "“backed”", "the bridge", Some(0)),
            statement(0, "Finch", "denied", "it", None),
        ],
        issues: vec![
            Issue {
                label: "the bridge".into(),
                statements: vec![StatementId(1), StatementId(2)],
                positions: vec![
                    position(0, &[1], Stance::For, &[1]),
                    position(0, &[], Stance::Against, &[2]),
                    position(1, &[], Stance::Neutral, &[0]),
                ],
            },
            Issue {
                label: "told once".into(),
                statements: vec![StatementId(0)],
                positions: vec![position(2, &[], Stance::For, &[0])],
            },
            Issue {
                label: "the backing".into(),
                statements: vec![StatementId(0), StatementId(1)],
                positions: vec![position(1, &[], Stance::For, &[0])],
            },
        ],
        contested: vec![Contest {
            issue: IssueId(0),
            a: SpeakerId(1),
            b: SpeakerId(0),
            kind: ContestKind::OppositeStance,
            evidence: [StatementId(1), StatementId(2)],
            why: String::new(),
        }],
    }
}

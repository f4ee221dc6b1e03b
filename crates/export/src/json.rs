use claims::{
    Act, Analysis, ArticleId, ContestKind, Engagement, Factuality, Form, Span, SpeakerKind, Stance,
};
use serde::Serialize;

use crate::Offsets;

/// The version of the published format.
pub const FORMAT: u32 = 1;

/// An analysis as published: see `docs/format.md`. Spans count code points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Published {
    format: u32,
    articles: Vec<Article>,
    speakers: Vec<Speaker>,
    statements: Vec<Statement>,
    issues: Vec<Issue>,
    contested: Vec<Contest>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Article {
    id: String,
    title: Option<String>,
    outlet: Option<String>,
    text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Speaker {
    id: String,
    name: String,
    kind: SpeakerKind,
    /// Whether a statement is theirs.
    speaks: bool,
    roles: Vec<String>,
    mentions: Vec<Mention>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Mention {
    article: String,
    span: [u32; 2],
}

type Spans = Option<Vec<[u32; 2]>>;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Statement {
    id: String,
    article: String,
    speaker: Option<String>,
    source_span: Spans,
    cue_span: Spans,
    content_span: Spans,
    form: Form,
    act: Act,
    negated: bool,
    factuality: Factuality,
    engagement: Engagement,
    addressee_span: Spans,
    inside: Option<String>,
    rule: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Issue {
    id: String,
    label: String,
    statements: Vec<String>,
    positions: Vec<Position>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Position {
    speaker: String,
    via: Vec<String>,
    stance: Stance,
    statements: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Contest {
    issue: String,
    a: String,
    b: String,
    kind: ContestKind,
    evidence: [String; 2],
    why: String,
}

/// One line of JSON Lines: one article, with mentions as bare pairs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    format: u32,
    id: String,
    speakers: Vec<LineSpeaker>,
    statements: Vec<Statement>,
    issues: Vec<Issue>,
    contested: Vec<Contest>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct LineSpeaker {
    id: String,
    name: String,
    kind: SpeakerKind,
    /// Whether a statement is theirs.
    speaks: bool,
    roles: Vec<String>,
    mentions: Vec<[u32; 2]>,
}

fn id(letter: char, index: u32) -> String {
    format!("{letter}{}", index + 1)
}

/// The analysis in the published shape; linear in its size and that of the texts.
#[must_use]
pub fn publish(analysis: &Analysis) -> Published {
    let offsets: Vec<Offsets> = analysis
        .articles
        .iter()
        .map(|article| Offsets::new(&article.text))
        .collect();
    let article = |id: ArticleId| {
        analysis
            .articles
            .get(id.index())
            .map_or_else(String::new, |article| article.id.clone())
    };
    let span = |id: ArticleId, span: Span| {
        offsets
            .get(id.index())
            .map_or([0, 0], |offsets| offsets.span(span))
    };
    let speaking = analysis.speaking();
    let speakers = analysis.speakers.iter().zip(0..).map(|(speaker, at)| Speaker {
        id: id('p', at),
        name: speaker.name.clone(),
        kind: speaker.kind,
        speaks: speaking.get(at as usize).copied().unwrap_or_default(),
        roles: speaker.roles.clone(),
        mentions: speaker
            .mentions
            .iter()
            .map(|mention| Mention {
                article: article(mention.article),
                span: span(mention.article, mention.span),
            })
            .collect(),
    });
    let statements = analysis.statements.iter().zip(0..).map(|(statement, at)| {
        let spans = |list: &[Span]| {
            (!list.is_empty()).then(|| list.iter().map(|&one| span(statement.article, one)).collect())
        };
        Statement {
            id: id('s', at),
            article: article(statement.article),
            speaker: statement.speaker.map(|speaker| id('p', speaker.0)),
            source_span: spans(&statement.source),
            cue_span: spans(&statement.cue),
            content_span: spans(&statement.content),
            form: statement.form,
            act: statement.act,
            negated: statement.negated,
            factuality: statement.factuality,
            engagement: statement.engagement,
            addressee_span: spans(&statement.addressee),
            inside: statement.inside.map(|inside| id('s', inside.0)),
            rule: statement.rule.clone(),
        }
    });
    let ids = |list: &[claims::StatementId]| list.iter().map(|one| id('s', one.0)).collect::<Vec<_>>();
    let issues = analysis.issues.iter().zip(0..).map(|(issue, at)| Issue {
        id: id('i', at),
        label: issue.label.clone(),
        statements: ids(&issue.statements),
        positions: issue
            .positions
            .iter()
            .map(|position| Position {
                speaker: id('p', position.speaker.0),
                via: position.via.iter().map(|via| id('p', via.0)).collect(),
                stance: position.stance,
                statements: ids(&position.statements),
            })
            .collect(),
    });
    let contested = analysis.contested.iter().map(|contest| Contest {
        issue: id('i', contest.issue.0),
        a: id('p', contest.a.0),
        b: id('p', contest.b.0),
        kind: contest.kind,
        evidence: contest.evidence.map(|one| id('s', one.0)),
        why: contest.why.clone(),
    });
    Published {
        format: FORMAT,
        articles: analysis
            .articles
            .iter()
            .map(|article| Article {
                id: article.id.clone(),
                title: article.title.clone(),
                outlet: article.outlet.clone(),
                text: article.text.clone(),
            })
            .collect(),
        speakers: speakers.collect(),
        statements: statements.collect(),
        issues: issues.collect(),
        contested: contested.collect(),
    }
}

/// The analysis of one article as a line: without the text, which the caller has.
#[must_use]
pub fn line(analysis: &Analysis) -> Line {
    let published = publish(analysis);
    Line {
        format: FORMAT,
        id: analysis
            .articles
            .first()
            .map_or_else(String::new, |article| article.id.clone()),
        speakers: published
            .speakers
            .into_iter()
            .map(|speaker| LineSpeaker {
                id: speaker.id,
                name: speaker.name,
                kind: speaker.kind,
                speaks: speaker.speaks,
                roles: speaker.roles,
                mentions: speaker.mentions.into_iter().map(|mention| mention.span).collect(),
            })
            .collect(),
        statements: published.statements,
        issues: published.issues,
        contested: published.contested,
    }
}

/// The published object as text.
///
/// # Errors
/// None in practice: everything in the object can be written as JSON; the type is that of the library.
pub fn to_json(analysis: &Analysis) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&publish(analysis))
}

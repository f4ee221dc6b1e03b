//! How speakers, accounts and passages are called on the page.

use claims::{Analysis, ArticleId, IssueId, Span, SpeakerId, SpeakerKind, Stance, Statement, StatementId};

use crate::text;

/// The speaker's name.
pub(super) fn name(analysis: &Analysis, speaker: SpeakerId) -> &str {
    analysis
        .speakers
        .get(speaker.index())
        .map_or(text::NOBODY, |speaker| speaker.name.as_str())
}

/// A name short enough to stand beside a mark: a person's surname, else the whole.
pub(super) fn short(analysis: &Analysis, speaker: SpeakerId) -> &str {
    let Some(speaker) = analysis.speakers.get(speaker.index()) else {
        return text::NOBODY;
    };
    match speaker.kind {
        SpeakerKind::Person => speaker
            .name
            .split_whitespace()
            .next_back()
            .unwrap_or(&speaker.name),
        _ => &speaker.name,
    }
}

/// Who speaks: resolved, else as written, else nobody.
pub(super) fn who(analysis: &Analysis, statement: &Statement) -> String {
    match statement.speaker {
        Some(speaker) => name(analysis, speaker).to_owned(),
        None if statement.source.is_empty() => text::NOBODY.to_owned(),
        None => words(analysis, statement, &statement.source, 80),
    }
}

/// The account's letter.
pub(super) fn account(analysis: &Analysis, article: ArticleId) -> &str {
    analysis
        .articles
        .get(article.index())
        .map_or("", |article| article.id.as_str())
}

/// What a statement is about and where its speaker stands on it.
pub(super) fn stance_of(analysis: &Analysis, id: StatementId) -> Option<(IssueId, Option<Stance>)> {
    let at = analysis
        .issues
        .iter()
        .position(|issue| issue.statements.contains(&id))?;
    let stance = analysis.issues[at]
        .positions
        .iter()
        .find(|position| position.statements.contains(&id))
        .map(|position| position.stance);
    Some((IssueId::from_index(at), stance))
}

/// The words of `spans`, gaps shown as an ellipsis, cut at a word after about `limit` characters.
pub(super) fn words(analysis: &Analysis, statement: &Statement, spans: &[Span], limit: usize) -> String {
    let text = analysis
        .articles
        .get(statement.article.index())
        .map_or("", |article| article.text.as_str());
    let whole = spans
        .iter()
        .map(|span| span.of(text).trim())
        .collect::<Vec<_>>()
        .join(" … ");
    text::cut(&whole, limit)
}

/// "Account A", then each statement from the outermost report inwards.
pub(super) fn chain(analysis: &Analysis, id: StatementId) -> Vec<StatementId> {
    let outer = |id: &StatementId| analysis.statements.get(id.index())?.inside;
    let mut links: Vec<StatementId> = core::iter::successors(Some(id), outer).take(16).collect();
    links.reverse();
    links
}

/// The chain in words: "Account A › Tom Ode asserts › Anna Finch denies".
pub(super) fn chain_words(analysis: &Analysis, id: StatementId) -> String {
    let Some(statement) = analysis.statements.get(id.index()) else {
        return String::new();
    };
    let mut words = text::account(account(analysis, statement.article));
    for link in chain(analysis, id) {
        let statement = &analysis.statements[link.index()];
        words.push_str(" › ");
        words.push_str(&who(analysis, statement));
        words.push(' ');
        words.push_str(statement.act.as_str());
    }
    words
}

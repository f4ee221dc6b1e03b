//! How speakers and passages are called on the page.

use claims::{Analysis, Span, SpeakerId, SpeakerKind, Statement};

/// The speaker's name; "the account itself" for an article's own voice without a name.
pub(super) fn name(analysis: &Analysis, speaker: SpeakerId) -> &str {
    analysis
        .speakers
        .get(speaker.index())
        .map_or("unknown", |speaker| speaker.name.as_str())
}

/// A name short enough to stand beside a mark: a person's surname, else the whole.
pub(super) fn short(analysis: &Analysis, speaker: SpeakerId) -> &str {
    let Some(speaker) = analysis.speakers.get(speaker.index()) else {
        return "unknown";
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
        None if statement.source.is_empty() => "no named source".to_owned(),
        None => words(analysis, statement, &statement.source, 80),
    }
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
    match whole.char_indices().nth(limit) {
        None => whole,
        Some((at, _)) => {
            let cut = whole[..at].rfind(' ').unwrap_or(at);
            format!("{}…", whole[..cut].trim_end())
        }
    }
}

/// "1 account", "2 accounts".
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

//! A statement in the sentence that it stands in.

use claims::{Analysis, Role, Span, StatementId};

/// Bytes of a sentence kept before and after the statement's words.
const AROUND: u32 = 180;

/// A stretch of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The bytes of the article's text.
    pub span: Span,
    /// What the words are to the statement; the closest of several: cue, source, content.
    pub role: Option<Role>,
}

/// The sentence or sentences that a statement's words stand in, cut where their roles change.
#[must_use]
pub fn passage(analysis: &Analysis, id: StatementId) -> Vec<Piece> {
    let Some(statement) = analysis.statements.get(id.index()) else {
        return Vec::new();
    };
    let Some(article) = analysis.articles.get(statement.article.index()) else {
        return Vec::new();
    };
    let text = article.text.as_str();
    let roles = [Role::Cue, Role::Source, Role::Content];
    let Some(whole) = roles
        .iter()
        .flat_map(|role| role.of(statement))
        .copied()
        .reduce(Span::cover)
    else {
        return Vec::new();
    };
    let whole = around(text, whole);
    let mut cuts: Vec<u32> = roles
        .iter()
        .flat_map(|role| role.of(statement))
        .flat_map(|span| [span.start, span.end])
        .chain([whole.start, whole.end])
        .filter(|at| (whole.start..=whole.end).contains(at))
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .map(|pair| {
            let span = Span::new(pair[0], pair[1]);
            let role = roles
                .into_iter()
                .find(|role| role.of(statement).iter().any(|of| of.contains(span)));
            Piece { span, role }
        })
        .collect()
}

/// From the start of the sentence to its end, within the paragraph and within [`AROUND`].
fn around(text: &str, words: Span) -> Span {
    let (start, end) = (words.start as usize, words.end as usize);
    let from = text.floor_char_boundary(start.saturating_sub(AROUND as usize));
    let to = text.ceil_char_boundary((end + AROUND as usize).min(text.len()));
    let before = text.get(from..start).unwrap_or_default();
    let after = text.get(end..to).unwrap_or_default();
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '”' | '"');
    // A stop with a capital after it; "Mr. Renko" is cut too, which costs a reader little.
    let first = before
        .char_indices()
        .rev()
        .find(|&(at, c)| {
            let rest = &before[at + c.len_utf8()..];
            c == '\n' || (ends(c) && rest.starts_with(' ') && !title(&before[..at]))
        })
        .map_or(0, |(at, c)| at + c.len_utf8());
    let last = after
        .char_indices()
        .find(|&(at, c)| {
            let rest = &after[at + c.len_utf8()..];
            c == '\n'
                || (ends(c) && (rest.is_empty() || rest.starts_with([' ', '\n'])) && !title(&after[..at]))
        })
        .map_or(
            after.len(),
            |(at, c)| if c == '\n' { at } else { at + c.len_utf8() },
        );
    let skipped = before[first..].len() - before[first..].trim_start().len();
    Span::new((from + first + skipped) as u32, (end + last) as u32)
}

/// Whether what stands before a full stop is a title, not the end of a sentence.
fn title(before: &str) -> bool {
    let word = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    word.chars().count() == 1
        || matches!(
            word,
            "Mr" | "Mrs" | "Ms" | "Dr" | "Prof" | "Sen" | "Gen" | "Rep" | "Gov" | "St"
        )
}

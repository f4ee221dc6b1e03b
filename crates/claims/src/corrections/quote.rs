//! Words told by the words themselves and those around them, so that they are found again in a text that was changed.

use serde::{Deserialize, Serialize};

use crate::Span;

/// Bytes of the text that are kept on either side, about.
const CONTEXT: usize = 48;

/// Places with the same words that are looked at in a changed text.
const PLACES: usize = 2000;

/// A stretch of text, as the `TextQuoteSelector` of W3C Web Annotation describes one.
///
/// ```
/// # use claims::{Quote, Span};
/// let quote = Quote::of("Ode said it. Finch said nothing.", Span::new(19, 23));
/// assert_eq!(quote.exact, "said");
/// assert_eq!(quote.find("A note. Ode said it. Finch said nothing."), Some(Span::new(27, 31)));
/// assert_eq!(quote.find("Ode said it."), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The words.
    pub exact: String,
    /// What stands right before them.
    pub prefix: String,
    /// What stands right after them.
    pub suffix: String,
    /// Which of how many places with these very words around them, the first being 0; `[0, 1]` nearly always.
    pub place: [u32; 2],
}

impl Quote {
    /// Describes a stretch of text; one that does not fit the text has no words, and is never found.
    #[must_use]
    pub fn of(text: &str, span: Span) -> Self {
        let exact = span.of(text);
        let (start, end) = if exact.is_empty() {
            (0, 0)
        } else {
            (span.start as usize, span.end as usize)
        };
        let from = text.floor_char_boundary(start.saturating_sub(CONTEXT));
        let to = text.ceil_char_boundary((end + CONTEXT).min(text.len()));
        let whole = &text[from..to];
        let (mut before, mut all) = (0, 0);
        for at in places(text, whole) {
            before += u32::from(at < from);
            all += 1;
        }
        Self {
            exact: exact.to_owned(),
            prefix: text[from..start].to_owned(),
            suffix: text[end..to].to_owned(),
            place: [before, all],
        }
    }

    /// Where the words stand in a text: the very same place, or, in a text that was changed, the one place where most
    /// of the words around them still are. Never merely the same words elsewhere.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Span> {
        if self.exact.is_empty() {
            return None;
        }
        let whole = [&*self.prefix, &*self.exact, &*self.suffix].concat();
        let same: Vec<usize> = places(text, &whole).map(|at| at + self.prefix.len()).collect();
        match *same {
            [] => self.find_changed(text),
            [only] => Some(self.span_at(only)),
            // The same words in the same words: which of them is only known while there are as many as there were.
            _ if same.len() == self.place[1] as usize => {
                same.get(self.place[0] as usize).map(|&at| self.span_at(at))
            }
            _ => None,
        }
    }

    fn span_at(&self, at: usize) -> Span {
        Span::new(at as u32, (at + self.exact.len()) as u32)
    }

    fn find_changed(&self, text: &str) -> Option<Span> {
        let before: Vec<&str> = self.prefix.split_whitespace().collect();
        let after: Vec<&str> = self.suffix.split_whitespace().collect();
        let of = before.len() + after.len();
        let mut best = None;
        let mut rival = 0;
        for at in places(text, &self.exact) {
            let end = at + self.exact.len();
            let from = text.floor_char_boundary(at.saturating_sub(CONTEXT + CONTEXT / 2));
            let to = text.ceil_char_boundary((end + CONTEXT + CONTEXT / 2).min(text.len()));
            let (left, right) = (&text[from..at], &text[end..to]);
            if joins(&self.prefix, &self.exact, &self.suffix) != joins(left, &self.exact, right) {
                continue;
            }
            let kept = common(&before, &left.split_whitespace().collect::<Vec<_>>())
                + common(&after, &right.split_whitespace().collect::<Vec<_>>());
            match best {
                Some((most, _)) if kept <= most => rival = rival.max(kept),
                _ => {
                    rival = best.map_or(0, |(most, _)| most);
                    best = Some((kept, at));
                }
            }
        }
        let (kept, at) = best?;
        (kept * 2 > of && kept > rival).then(|| self.span_at(at))
    }
}

/// Where the words stand, places that overlap included.
fn places(text: &str, words: &str) -> impl Iterator<Item = usize> {
    let mut from = 0;
    core::iter::from_fn(move || {
        let at = from + text.get(from..)?.find(words)?;
        from = at + text[at..].chars().next().map_or(1, char::len_utf8);
        Some(at)
    })
    .take(PLACES)
}

/// Whether the words run on into letters on either side.
fn joins(left: &str, exact: &str, right: &str) -> [bool; 2] {
    let runs_on = |a: Option<char>, b: Option<char>| {
        a.is_some_and(char::is_alphanumeric) && b.is_some_and(char::is_alphanumeric)
    };
    [
        runs_on(left.chars().next_back(), exact.chars().next()),
        runs_on(exact.chars().next_back(), right.chars().next()),
    ]
}

/// How many words two short lists have in common, in order.
fn common(a: &[&str], b: &[&str]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for word in a {
        let mut corner = 0;
        for (at, other) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if word == other {
                corner + 1
            } else {
                above.max(row[at])
            };
            corner = above;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "Mayor Finch said on Monday that the bridge was sound. Councillor Ode said on Tuesday that it was \
                        not. On Wednesday the engineer said nothing at all.";

    fn quote(words: &str, nth: usize) -> Quote {
        let (at, _) = TEXT.match_indices(words).nth(nth).unwrap();
        Quote::of(TEXT, Span::new(at as u32, (at + words.len()) as u32))
    }

    /// The text from the place where the quote is found, cut short.
    fn found<'t>(quote: &Quote, text: &'t str) -> Option<&'t str> {
        let span = quote.find(text)?;
        Some(&text[span.start as usize..text.floor_char_boundary(span.start as usize + 15)])
    }

    #[test]
    fn stays_where_it_was_when_words_are_put_before_it() {
        let text = format!("An editor's note, added later. {TEXT}");
        assert_eq!(found(&quote("said", 1), &text), Some("said on Tuesday"));
    }

    #[test]
    fn stays_where_it_was_when_words_beside_it_change() {
        let text = TEXT.replace("Councillor Ode said on", "Councillor Ida Ode, 41, said late on");
        assert_eq!(found(&quote("said", 1), &text), Some("said late on Tu"));
    }

    #[test]
    fn is_not_moved_to_a_lookalike_when_its_sentence_is_gone() {
        let text = TEXT.replace("Councillor Ode said on Tuesday that it was not. ", "");
        assert_eq!(quote("said", 1).find(&text), None);
    }

    #[test]
    fn is_not_guessed_at_when_its_sentence_is_there_once_more() {
        let twice = format!("{TEXT}\n{TEXT}");
        let second = Quote::of(
            &twice,
            Span::new((TEXT.len() + 1) as u32, (TEXT.len() + 12) as u32),
        );
        assert_eq!(second.exact, "Mayor Finch");
        assert!(second.find(&twice).is_some());
        assert_eq!(quote("Ode said", 0).find(&twice), None);
    }

    proptest! {
        #[test]
        fn every_span_of_a_text_is_found_in_it(text in "(said |it |that |é|🙂|\\. ){0,40}", a: u16, b: u16) {
            let at = |n: u16| text.floor_char_boundary(usize::from(n) % (text.len() + 1)) as u32;
            let span = Span::new(at(a), at(b));
            let found = Quote::of(&text, span).find(&text);
            prop_assert_eq!(found, (!span.is_empty()).then_some(span));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,80}", other in "\\PC{0,80}", a: u16, b: u16) {
            let span = Span::new(u32::from(a) % 90, u32::from(b) % 90);
            let _ = Quote::of(&text, span).find(&other);
        }
    }
}

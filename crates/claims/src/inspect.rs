use crate::Span;

/// Bytes of text that an analysis takes at most: some three million words.
pub const LARGEST: usize = 20_000_000;

/// Words below which there is little to find.
const FEW_WORDS: usize = 5;

/// Words below which the language is not judged.
const ENOUGH_TO_JUDGE: usize = 20;

/// Why a text cannot be analysed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InputError {
    /// Nothing but white space.
    #[error("There is no text here. Paste an article.")]
    Empty,
    /// Not text at all.
    #[error("This looks like a binary file, not like text. Copy the article's words and paste those.")]
    Binary,
    /// More than [`LARGEST`].
    #[error("This text has {} MB; at most {} MB can be analysed at once. Split it, or paste less.", .size / 1_000_000, LARGEST / 1_000_000)]
    TooLarge {
        /// Its bytes.
        size: usize,
    },
}

/// Something that a reader should know of a text that can be analysed all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// A word or two.
    VeryShort,
    /// A quotation mark without its partner, where it stands; found by the [`Analyzer`](crate::Analyzer).
    UnmatchedQuote(Span),
    /// The words are not English ones.
    NotEnglish,
}

impl core::fmt::Display for Notice {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::VeryShort => "This is very short; a whole article shows more.",
            Self::UnmatchedQuote(_) => {
                "A quotation mark here has no partner; who is quoted may be read wrongly."
            }
            Self::NotEnglish => "This does not look like English, the only language that is read here.",
        })
    }
}

/// Looks a text over before it is analysed: whether it can be, and what to tell whoever gave it.
///
/// # Errors
/// Where there is nothing to analyse, or too much.
pub fn inspect(text: &str) -> Result<Vec<Notice>, InputError> {
    if text.len() > LARGEST {
        return Err(InputError::TooLarge { size: text.len() });
    }
    if text.trim().is_empty() {
        return Err(InputError::Empty);
    }
    let control = text
        .chars()
        .filter(|&c| c.is_control() && !c.is_whitespace() || c == '\u{fffd}')
        .count();
    if text.contains('\0') || control * 50 > text.len() {
        return Err(InputError::Binary);
    }
    let mut notices = Vec::new();
    let words = text.split_whitespace().take(2000).count();
    if words < FEW_WORDS {
        notices.push(Notice::VeryShort);
    } else if words >= ENOUGH_TO_JUDGE && !is_english(text) {
        notices.push(Notice::NotEnglish);
    }
    Ok(notices)
}

/// English text is to a good third function words; other languages share hardly any of these.
fn is_english(text: &str) -> bool {
    let mut all = 0;
    let mut known = 0;
    for word in text.split_whitespace().take(2000) {
        let word = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        if word.is_empty() {
            continue;
        }
        all += 1;
        known += usize::from(matches!(
            word.as_str(),
            "the"
                | "of"
                | "and"
                | "to"
                | "that"
                | "is"
                | "was"
                | "for"
                | "it"
                | "with"
                | "as"
                | "his"
                | "her"
                | "on"
                | "be"
                | "at"
                | "by"
                | "had"
                | "not"
                | "are"
                | "but"
                | "from"
                | "have"
                | "they"
                | "which"
                | "this"
                | "were"
                | "would"
                | "their"
                | "has"
                | "said"
                | "he"
                | "she"
                | "we"
                | "you"
                | "an"
        ));
    }
    known * 8 >= all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_analysed() {
        assert_eq!(inspect(" \n\t"), Err(InputError::Empty));
        assert_eq!(inspect("PK\u{3}\u{4}\0\0"), Err(InputError::Binary));
        let size = LARGEST + 1;
        assert_eq!(inspect(&"a".repeat(size)), Err(InputError::TooLarge { size }));
    }

    #[test]
    fn what_a_reader_should_know() {
        assert_eq!(inspect("Hello there"), Ok(vec![Notice::VeryShort]));
        let french = "Le maire a dit que la digue est sûre et que les habitants ne doivent pas avoir peur de la crue qui vient ce soir.";
        assert_eq!(inspect(french), Ok(vec![Notice::NotEnglish]));
        let english = "The mayor said that the dam was safe, and that nobody who lives by the river has to be afraid of the flood.";
        assert_eq!(inspect(english), Ok(vec![]));
    }
}

//! Hard-wrapped text: one line of a screen or of a telegram each, not one paragraph each.

use std::borrow::Cow;

/// Lines longer than this many characters are paragraphs, not lines of a wrapped one.
const WIDEST: usize = 130;
/// Lines shorter than this, all of them, are a list.
const NARROWEST: usize = 40;
/// How many characters short of the width a full line may be: not everything that wraps fills its lines to the last word.
const SLACK: usize = 8;
/// So many full lines are no chance.
const SURE: usize = 3;

/// The text with the line ends within wrapped paragraphs made spaces, so that each paragraph is one line; any other
/// text as it is.
///
/// Every character keeps its place: a line feed becomes one space, and so does a carriage return before it. A text
/// counts as wrapped where most of its lines end because the next word had no room.
#[must_use]
pub fn join_lines(text: &str) -> Cow<'_, str> {
    let lines = Line::all(text);
    let width = lines
        .iter()
        .filter(|line| line.words > 2)
        .map(|line| line.width)
        .max()
        .unwrap_or(0);
    if !(NARROWEST..=WIDEST).contains(&width) {
        return Cow::Borrowed(text);
    }
    let is_full = |[line, next]: &[Line<'_>; 2]| line.width + 1 + next.first_word() > width - SLACK;
    let ends: Vec<[Line<'_>; 2]> = lines
        .windows(2)
        .filter_map(|pair| pair.try_into().ok())
        .filter(|[line, next]: &[Line<'_>; 2]| line.words > 0 && next.words > 0)
        .collect();
    let full = ends.iter().filter(|end| is_full(end)).count();
    let runs_on = ends.iter().any(|end| is_full(end) && end[0].runs_on(end[1]));
    if full < SURE && !runs_on || full * 5 < ends.len() * 3 {
        return Cow::Borrowed(text);
    }
    let mut joined = String::with_capacity(text.len());
    for end in ends
        .iter()
        .filter(|end| (is_full(end) || end[0].runs_on(end[1])) && !end[1].is_item())
    {
        let [line, next] = end;
        joined.push_str(&text[joined.len()..line.end]);
        joined.extend(text[line.end..next.start].chars().map(|c| match c {
            '\r' | '\n' => ' ',
            other => other,
        }));
    }
    joined.push_str(&text[joined.len()..]);
    Cow::Owned(joined)
}

/// A line of a text, without the white space at its end.
#[derive(Debug, Clone, Copy)]
struct Line<'t> {
    /// In bytes of the text.
    start: usize,
    end: usize,
    /// In characters.
    width: usize,
    words: usize,
    text: &'t str,
}

impl<'t> Line<'t> {
    fn all(text: &'t str) -> Vec<Self> {
        let mut start = 0;
        text.split('\n')
            .map(|whole| {
                let line = whole.trim_end();
                let at = start;
                start += whole.len() + 1;
                Self {
                    start: at,
                    end: at + line.len(),
                    width: line.chars().count(),
                    words: line.split_whitespace().count(),
                    text: line,
                }
            })
            .collect()
    }

    /// Characters of its first word.
    fn first_word(self) -> usize {
        self.text
            .split_whitespace()
            .next()
            .map_or(0, |word| word.chars().count())
    }

    /// Whether it stops in the middle of a sentence that the next goes on with.
    fn runs_on(self, next: Self) -> bool {
        let ends = ['.', '!', '?', ':', ';', '"', '”', '’', '\''];
        !self.text.ends_with(ends) && next.text.trim_start().starts_with(char::is_lowercase)
    }

    /// Whether it begins an item of a list, or a quoted line of a letter.
    fn is_item(self) -> bool {
        ["- ", "* ", "• ", "> "]
            .iter()
            .any(|mark| self.text.trim_start().starts_with(mark))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WRAPPED: &str = "Harbour closed after storm\n\n\
        The harbour was closed on Monday, its master, Lena\n\
        Orsk, said. “Nothing gets in,” she told a crowd of\n\
        captains.\n\n\
        Mr. Pell, of the ferry company, called the closing\n\
        “a fairy tale”.";

    #[test]
    fn a_wrapped_paragraph_becomes_a_line() {
        let lines: Vec<_> = join_lines(WRAPPED).lines().map(str::to_owned).collect();
        assert_eq!(
            lines,
            [
                "Harbour closed after storm",
                "",
                "The harbour was closed on Monday, its master, Lena Orsk, said. “Nothing gets in,” she told a \
                 crowd of captains.",
                "",
                "Mr. Pell, of the ferry company, called the closing “a fairy tale”.",
            ]
        );
        let with_returns = WRAPPED.replace('\n', "\r\n");
        assert_eq!(join_lines(&with_returns).matches("\r\n").count(), 4);
    }

    #[test]
    fn lines_that_end_by_themselves_stay() {
        for text in [
            "",
            "One line that is longer than forty characters are.",
            // A headline, a by-line and paragraphs of a line each.
            "The harbour was closed on Monday, officials say\nBy Ann Orsk\nThe harbour was closed after a storm, its \
             master said.\nNobody was hurt.\nShe said that it would open soon, and that nobody had been told.",
            // A transcript.
            "Q. When did you see the captain for the last time?\nA. On Monday.\nQ. Where was he when you saw him?\n\
             A. In the harbour, I think, but it was dark.\nQ. Was anybody with him?",
            "Captain\nMaster\nMayor",
        ] {
            assert!(
                matches!(join_lines(text), Cow::Borrowed(same) if same == text),
                "{text}"
            );
        }
    }

    #[test]
    fn a_list_in_a_wrapped_text_stays_one() {
        let text =
            format!("{WRAPPED}\n\nThe council has decided on Monday and Tuesday that\n- ships\n- boats\n");
        assert!(join_lines(&text).ends_with("that\n- ships\n- boats\n"));
    }

    proptest! {
        #[test]
        fn every_character_keeps_its_place(text in "([a-zA-Z“”.,é -]{0,60}\r?\n){0,12}[a-z ]{0,9}") {
            let joined = join_lines(&text);
            prop_assert_eq!(joined.len(), text.len());
            for (old, new) in text.chars().zip(joined.chars()) {
                prop_assert!(old == new || matches!(old, '\r' | '\n') && new == ' ');
            }
        }
    }
}

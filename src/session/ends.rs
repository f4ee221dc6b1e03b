//! Moving the ends of a statement's words.

use claims::Span;

/// The nearest place to `at` where a word starts (or, for an end, where one ends).
#[must_use]
pub fn snap(text: &str, at: u32, start: bool) -> u32 {
    let at = text.floor_char_boundary((at as usize).min(text.len()));
    let before = borders(text, start).take_while(|&border| border <= at).last();
    let after = borders(text, start).find(|&border| border > at);
    let near = match (before, after) {
        (Some(before), Some(after)) if at - before <= after - at => before,
        (_, Some(after)) => after,
        (Some(before), None) => before,
        (None, None) => at,
    };
    near as u32
}

/// The next place after `at` (or, backwards, the one before it) where a word starts or ends.
#[must_use]
pub fn step(text: &str, at: u32, start: bool, forward: bool) -> u32 {
    let here = at as usize;
    let to = if forward {
        borders(text, start).find(|&border| border > here)
    } else {
        borders(text, start).take_while(|&border| border < here).last()
    };
    to.map_or(at, |to| to as u32)
}

/// The span with one end moved; as it was where nothing would be left of it.
#[must_use]
pub fn moved(span: Span, to: u32, start: bool) -> Span {
    match start {
        true if to < span.end => Span::new(to, span.end),
        false if to > span.start => Span::new(span.start, to),
        _ => span,
    }
}

/// Where words start, or where they end: at white space, and at marks beside them.
fn borders(text: &str, start: bool) -> impl Iterator<Item = usize> {
    let mut last: Option<char> = None;
    text.char_indices()
        .map(|(at, c)| (at, Some(c)))
        .chain([(text.len(), None)])
        .filter_map(move |(at, c)| {
            let (a, b) = (last, c);
            last = c;
            let kind = |c: Option<char>| match c {
                None => 0,
                Some(c) if c.is_whitespace() => 0,
                Some(c) if c.is_alphanumeric() || matches!(c, '\'' | '’' | '-') => 1,
                Some(_) => 2,
            };
            let (left, right) = (kind(a), kind(b));
            let border = left != right && if start { right != 0 } else { left != 0 };
            border.then_some(at)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "He said: “Let’s go,” twice.";

    fn at(words: &str) -> u32 {
        TEXT.find(words).map_or(0, |at| at as u32)
    }

    #[test]
    fn ends_move_by_words_and_marks() {
        assert_eq!(step(TEXT, at("said"), true, true), at(":"));
        assert_eq!(step(TEXT, at(": "), true, true), at("“"));
        assert_eq!(step(TEXT, at("“"), true, true), at("Let"));
        assert_eq!(step(TEXT, at("Let"), true, false), at("“"));
        assert_eq!(step(TEXT, at(" go"), false, true), at(",”"));
        assert_eq!(step(TEXT, 0, true, false), 0);
    }

    #[test]
    fn a_place_within_a_word_goes_to_its_nearer_end() {
        assert_eq!(snap(TEXT, at("aid"), true), at("said"));
        assert_eq!(snap(TEXT, at("ce."), false), at("ce.") + 2);
        assert_eq!(snap(TEXT, 4000, false), TEXT.len() as u32);
    }

    #[test]
    fn an_end_does_not_pass_the_other() {
        assert_eq!(moved(Span::new(3, 9), 9, true), Span::new(3, 9));
        assert_eq!(moved(Span::new(3, 9), 5, true), Span::new(5, 9));
        assert_eq!(moved(Span::new(3, 9), 5, false), Span::new(3, 5));
    }
}

use core::ops::Range;

use crate::{Document, Span, Token};

/// Abbreviations whose full stop belongs to the word and does not end a sentence, in lower case.
const ABBREVIATIONS: &[&str] = &[
    "mr.", "mrs.", "ms.", "dr.", "prof.", "sen.", "rep.", "gov.", "gen.", "lt.", "col.", "sgt.", "capt.",
    "maj.", "adm.", "cmdr.", "st.", "rev.", "hon.", "jr.", "sr.", "jan.", "feb.", "mar.", "apr.", "aug.",
    "sept.", "sep.", "oct.", "nov.", "dec.", "inc.", "corp.", "co.", "ltd.", "vs.", "no.", "mt.", "ft.",
    "ave.", "dept.", "messrs.", "mx.", "supt.", "fla.", "calif.", "mass.", "pa.", "va.", "ariz.", "tex.",
    "wash.", "conn.", "ill.", "mich.", "minn.", "wis.", "tenn.", "ala.", "ga.", "ky.", "md.", "nev.",
    "okla.", "ore.", "colo.", "etc.", "e.g.", "i.e.",
];

/// Of those, the ones that may also stand at the end of a sentence.
const MAY_END: &[&str] = &["inc.", "corp.", "co.", "ltd.", "jr.", "sr.", "etc."];

/// Endings that are words of their own, written without the apostrophe.
const CLITICS: &[&str] = &["s", "re", "ve", "ll", "d", "m"];

/// Reads a text into paragraphs (lines), sentences and tokens by plain rules.
///
/// Cost is linear in the text. Tokens follow the conventions of English treebanks: punctuation and hyphens stand
/// alone, "didn't" is `did` + `n't`, "Putin's" is `Putin` + `'s`, "U.S." and "Mr." are one token each.
#[must_use]
pub fn segment(text: &str) -> Document {
    let mut document = Document {
        text: text.to_owned(),
        ..Document::default()
    };
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let first = document.tokens.len();
        tokenize(line, offset, &mut document.tokens);
        if document.tokens.len() > first {
            let paragraph = first..document.tokens.len();
            split_sentences(text, &document.tokens, paragraph.clone(), &mut document.sentences);
            document.paragraphs.push(narrow(paragraph));
        }
        offset += line.len();
    }
    document
}

fn narrow(range: Range<usize>) -> Range<u32> {
    range.start as u32..range.end as u32
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '@' | '#' | '&' | '\u{300}'..='\u{36f}')
}

fn tokenize(line: &str, offset: usize, tokens: &mut Vec<Token>) {
    let mut push = |from: usize, to: usize| {
        tokens.push(Token {
            span: Span::new((offset + from) as u32, (offset + to) as u32),
        });
    };
    let mut at = 0;
    while let Some(c) = line[at..].chars().next() {
        if c.is_whitespace() || c.is_control() {
            at += c.len_utf8();
        } else if is_word(c) || (c == '$' && line[at + 1..].starts_with(|c: char| c.is_ascii_digit())) {
            let end = at + word_length(&line[at..]);
            match contraction(&line[at..end]) {
                Some(head) => {
                    push(at, at + head);
                    push(at + head, end);
                }
                None => push(at, end),
            }
            at = end;
        } else {
            let run = match c {
                '.' | '-' | '*' | '=' | '_' => line[at..].chars().take_while(|&next| next == c).count(),
                _ => 1,
            };
            let end = at + run * c.len_utf8();
            push(at, end);
            at = end;
        }
    }
}

/// Bytes of the word that `rest` starts with, apostrophes and abbreviating full stops included.
fn word_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    let mut previous = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let joins = match c {
            _ if is_word(c) || (at == 0 && c == '$') => true,
            '\'' | '’' => previous.is_alphanumeric() && next.is_some_and(char::is_alphabetic),
            ',' | ':' => previous.is_ascii_digit() && next.is_some_and(|next| next.is_ascii_digit()),
            '.' => previous.is_alphanumeric() && next.is_some_and(is_word) || ends_abbreviated(&rest[..=at]),
            _ => false,
        };
        if !joins {
            return at;
        }
        previous = c;
    }
    rest.len()
}

/// Whether a word with its full stop ("Mr.", "V.", "U.S.") keeps it.
fn ends_abbreviated(word: &str) -> bool {
    let stem = &word[..word.len() - 1];
    let mut letters = stem.chars();
    let initial = letters.next().is_some_and(|c| c.is_uppercase() && c != 'I') && letters.next().is_none();
    let dotted = stem.contains('.') && stem.split('.').all(|part| part.chars().count() == 1);
    initial || dotted || (word.len() <= 8 && ABBREVIATIONS.contains(&word.to_lowercase().as_str()))
}

/// Where a contraction divides, if the word is one.
fn contraction(word: &str) -> Option<usize> {
    let (at, mark) = word.char_indices().rev().find(|&(_, c)| is_apostrophe(c))?;
    let ending = word[at + mark.len_utf8()..].to_ascii_lowercase();
    if ending == "t" && at > 1 && matches!(word.as_bytes()[at - 1], b'n' | b'N') {
        return Some(at - 1);
    }
    (at > 0 && CLITICS.contains(&ending.as_str())).then_some(at)
}

fn split_sentences(text: &str, tokens: &[Token], paragraph: Range<usize>, sentences: &mut Vec<Range<u32>>) {
    let mut start = paragraph.start;
    let mut at = paragraph.start;
    while at < paragraph.end {
        let word = tokens[at].span.of(text);
        at += 1;
        if !ends_sentence(word) {
            continue;
        }
        // Closing marks belong to the sentence that they close.
        while at < paragraph.end && closes(text, tokens, at) {
            at += 1;
        }
        if at < paragraph.end && starts_sentence(text, tokens, at, word) {
            sentences.push(narrow(start..at));
            start = at;
        }
    }
    if start < paragraph.end {
        sentences.push(narrow(start..paragraph.end));
    }
}

fn ends_sentence(word: &str) -> bool {
    matches!(word, "." | "!" | "?" | "…") || word.len() > 1 && word.ends_with('.')
}

/// Whether the token is a closing quotation mark or bracket, set tight against the word before it.
fn closes(text: &str, tokens: &[Token], at: usize) -> bool {
    let span = tokens[at].span;
    let tight = span.start == tokens[at - 1].span.end;
    match span.of(text) {
        "”" | "»" | ")" | "]" | "!" | "?" | "." => true,
        "\"" | "'" | "’" => tight || !text[span.end as usize..].starts_with(char::is_alphanumeric),
        _ => false,
    }
}

fn starts_sentence(text: &str, tokens: &[Token], at: usize, stop: &str) -> bool {
    let first = tokens[at].span.of(text);
    let tight = tokens[at].span.start == tokens[at - 1].span.end;
    let initial = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let opening = matches!(first, "“" | "\"" | "‘" | "'" | "«" | "(" | "[" | "—" | "•");
    if tight || !(initial(first) || opening) {
        return false;
    }
    if stop.len() > 1 && stop.ends_with('.') && !stop.trim_matches('.').is_empty() {
        // An abbreviation ends a sentence only where a word that usually begins one comes next.
        let lower = stop.to_lowercase();
        let title = ABBREVIATIONS.contains(&lower.as_str()) && !MAY_END.contains(&lower.as_str());
        let opener = matches!(
            first,
            "The"
                | "He"
                | "She"
                | "It"
                | "They"
                | "We"
                | "But"
                | "And"
                | "In"
                | "A"
                | "On"
                | "I"
                | "This"
                | "That"
                | "Mr."
                | "Ms."
                | "Mrs."
                | "“"
        );
        return !title && opener && stop.trim_end_matches('.').len() > 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<String> {
        let document = segment(text);
        let words = |range: &Range<u32>| {
            range
                .clone()
                .map(|i| document.word(i).to_owned())
                .collect::<Vec<_>>()
                .join(" ")
        };
        document.sentences().iter().map(words).collect()
    }

    #[test]
    fn titles_and_initials_do_not_end_a_sentence() {
        assert_eq!(
            sentences("Mr. Ode met Ana V. Brill. She left."),
            ["Mr. Ode met Ana V. Brill .", "She left ."]
        );
    }

    #[test]
    fn contractions_and_possessives_divide() {
        assert_eq!(
            sentences("Ode’s aides don't know."),
            ["Ode ’s aides do n't know ."]
        );
    }

    #[test]
    fn closing_marks_stay_with_their_sentence() {
        assert_eq!(
            sentences("“It is done.” He left."),
            ["“ It is done . ”", "He left ."]
        );
        assert_eq!(sentences("“Is it?” he asked."), ["“ Is it ? ” he asked ."]);
    }

    #[test]
    fn lines_are_paragraphs() {
        assert_eq!(segment("One.\n\nTwo.\r\nThree").paragraphs(), [0..2, 2..4, 4..5]);
    }

    #[test]
    fn odd_input_is_no_trouble() {
        for text in [
            "",
            "\n",
            "''''",
            "’s",
            "n't",
            "...",
            "$",
            "a\u{301}’t",
            "🙂’s “",
            "I.",
            "\u{0}x",
        ] {
            let document = segment(text);
            assert_eq!(
                document
                    .sentences()
                    .iter()
                    .map(ExactSizeIterator::len)
                    .sum::<usize>(),
                document.tokens().len()
            );
        }
    }
}

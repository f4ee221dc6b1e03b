use core::ops::Range;

use super::characters::{Characters, Class};
use crate::model::{Bytes, ModelError};

/// What is split off the ends of a word, and where it is split inside: spaCy's English prefix, suffix and infix
/// expressions, matched by hand.
#[derive(Debug)]
pub(super) struct Affixes {
    pub(super) characters: Characters,
    /// Units of measure, split off a number.
    units: Vec<Box<str>>,
    /// Names of currencies of more than one character ("US$").
    currencies: Vec<Box<str>>,
}

impl Affixes {
    pub(super) fn read(bytes: &mut Bytes<'_>) -> Result<Self, ModelError> {
        Ok(Self {
            characters: Characters::read(bytes)?,
            units: bytes.texts()?,
            currencies: bytes.texts()?,
        })
    }

    /// Length in bytes of the prefix; 0 where there is none.
    pub(super) fn prefix(&self, word: &str) -> usize {
        let mut chars = word.chars();
        let Some(first) = chars.next() else { return 0 };
        if self.characters.is(first, Class::PREFIX) {
            return first.len_utf8();
        }
        match first {
            '+' if !chars.next().is_some_and(|next| next.is_ascii_digit()) => 1,
            '.' => Some(dots(word)).filter(|&count| count >= 2).unwrap_or_default(),
            _ => self
                .currencies
                .iter()
                .find(|name| word.starts_with(&***name))
                .map_or(0, |name| name.len()),
        }
    }

    /// Length in bytes of the suffix; 0 where there is none. Where several fit, the longest is it.
    pub(super) fn suffix(&self, word: &str) -> usize {
        let mut chars = word.chars().rev();
        let Some(last) = chars.next() else { return 0 };
        let before = chars.next();
        let mut length = 0;
        if self.characters.is(last, Class::SUFFIX) {
            length = last.len_utf8();
            if last == '…' && before == Some('…') {
                length *= 2;
            }
        }
        let after_digit = |suffix: usize| {
            word.as_bytes()
                .get(..word.len() - suffix)
                .and_then(<[u8]>::last)
                .is_some_and(u8::is_ascii_digit)
        };
        match last {
            's' | 'S' if matches!(before, Some('\'' | '’')) => {
                length = length.max(1 + before.map_or(0, char::len_utf8));
            }
            '+' if after_digit(1) => length = length.max(1),
            '.' => {
                let count = word.bytes().rev().take_while(|&byte| byte == b'.').count();
                if count >= 2 {
                    length = length.max(count);
                } else if self.splits_stop(&word[..word.len() - 1]) {
                    length = length.max(1);
                }
            }
            _ => {}
        }
        if self.characters.is(last, Class::CURRENCY) && after_digit(last.len_utf8()) {
            length = length.max(last.len_utf8());
        }
        for name in self.units.iter().chain(&self.currencies) {
            if name.len() > length && word.ends_with(&**name) && after_digit(name.len()) {
                length = name.len();
            }
        }
        length
    }

    /// Whether a full stop after `word` is split off.
    fn splits_stop(&self, word: &str) -> bool {
        let mut chars = word.chars().rev();
        let Some(last) = chars.next() else { return false };
        let before = chars.next();
        self.characters.is(last, Class::BEFORE_STOP)
            || before == Some('°') && matches!(last, 'F' | 'f' | 'C' | 'c' | 'K' | 'k')
            || self.characters.is(last, Class::UPPER)
                && before.is_some_and(|before| self.characters.is(before, Class::UPPER))
    }

    /// Where the word is split inside: the ranges that become tokens of their own.
    pub(super) fn infixes(&self, word: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut before: Option<char> = None;
        let mut skip_to = 0;
        for (at, char) in word.char_indices() {
            let previous = before.replace(char);
            if at < skip_to {
                continue;
            }
            let length = self.infix(previous, char, &word[at..]);
            if length > 0 {
                found.push(at..at + length);
                skip_to = at + length;
            }
        }
        found
    }

    /// Length of the infix that `rest` starts with, whose first character is `first`, after `before`.
    fn infix(&self, before: Option<char>, first: char, rest: &str) -> usize {
        let class = self.characters.class(first);
        if class.is(Class::ICON) || first == '…' {
            return first.len_utf8();
        }
        // Anything else that splits a word is one of these, between two other characters.
        if !matches!(
            first,
            '.' | '+' | '-' | '*' | '^' | ',' | '–' | '—' | '~' | ':' | '<' | '>' | '=' | '/'
        ) {
            return 0;
        }
        if first == '.' {
            let count = dots(rest);
            if count >= 2 {
                return count;
            }
        }
        let Some(before) = before else { return 0 };
        let after = |length: usize| rest[length..].chars().next();
        let followed =
            |length: usize, class: Class| after(length).is_some_and(|next| self.characters.is(next, class));
        let previous = self.characters.class(before);
        let letter_or_digit = previous.is(Class::LETTER) || before.is_ascii_digit();
        let between_digits = matches!(first, '+' | '-' | '*' | '^')
            && before.is_ascii_digit()
            && after(1).is_some_and(|next| next.is_ascii_digit() || next == '-');
        let splits = match first {
            _ if between_digits => true,
            '.' => previous.is(Class::LOWER.or(Class::QUOTE)) && followed(1, Class::UPPER.or(Class::QUOTE)),
            ',' => previous.is(Class::LETTER) && followed(1, Class::LETTER),
            ':' | '<' | '>' | '=' | '/' => letter_or_digit && followed(1, Class::LETTER),
            _ => false,
        };
        if splits {
            return 1;
        }
        if !letter_or_digit {
            return 0;
        }
        let hyphens = ["-", "–", "—", "--", "---", "——", "~"];
        hyphens
            .iter()
            .find(|hyphen| rest.starts_with(**hyphen) && followed(hyphen.len(), Class::LETTER))
            .map_or(0, |hyphen| hyphen.len())
    }
}

fn dots(text: &str) -> usize {
    text.bytes().take_while(|&byte| byte == b'.').count()
}

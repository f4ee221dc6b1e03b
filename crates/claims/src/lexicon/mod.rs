//! The cues: words and phrases that report, from the one readable list `data/cues.txt`.

mod inflection;

use std::collections::HashMap;
use std::sync::OnceLock;

use inflection::{conjugate, with_s};

pub(crate) use inflection::{Inflection, every_form};

use crate::{Act, Attitude, Engagement, Factuality};

const CUES: &str = include_str!("../../data/cues.txt");

/// What a cue's part of speech is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pos {
    Verb,
    Noun,
    Adjective,
    Preposition,
    Adverb,
}

/// What may follow a cue and be its content; one flag a letter of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Takes(u16);

impl Takes {
    pub(crate) const CLAUSE: Self = Self(1);
    pub(crate) const BARE: Self = Self(2);
    pub(crate) const QUOTE: Self = Self(4);
    pub(crate) const ADDRESSEE: Self = Self(8);
    pub(crate) const OBJECT: Self = Self(16);
    pub(crate) const INFINITIVE: Self = Self(32);
    pub(crate) const ABOUT: Self = Self(64);
    pub(crate) const ORDER: Self = Self(128);
    pub(crate) const BAD: Self = Self(256);
    pub(crate) const GOOD: Self = Self(512);

    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn parse(letters: &str) -> Option<Self> {
        letters.chars().try_fold(Self::default(), |all, letter| {
            let one = match letter {
                'c' => Self::CLAUSE,
                'b' => Self::BARE,
                'q' => Self::QUOTE,
                't' => Self::ADDRESSEE,
                'n' => Self::OBJECT,
                'i' => Self::INFINITIVE,
                'a' => Self::ABOUT,
                'o' => Self::ORDER,
                'x' => Self::BAD,
                'v' => Self::GOOD,
                '-' => Self::default(),
                _ => return None,
            };
            Some(Self(all.0 | one.0))
        })
    }
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cue {
    /// As listed: "push back on".
    pub(crate) phrase: &'static str,
    /// The words after the first: "back", "on".
    pub(crate) rest: Vec<&'static str>,
    pub(crate) pos: Pos,
    pub(crate) takes: Takes,
    pub(crate) act: Act,
    pub(crate) held: Held,
    pub(crate) factuality: Factuality,
    pub(crate) engagement: Engagement,
}

impl Cue {
    /// How the speaker regards a thing that the cue is followed by.
    pub(crate) fn attitude(&self) -> Option<Attitude> {
        if self.takes.has(Takes::BAD) {
            Some(Attitude::Negative)
        } else if self.takes.has(Takes::GOOD) {
            Some(Attitude::Positive)
        } else {
            None
        }
    }

    /// Whether what the cue is followed by is only named: neither a clause nor a quotation.
    pub(crate) fn names_a_topic(&self) -> bool {
        let says = [Takes::CLAUSE, Takes::BARE, Takes::QUOTE];
        self.pos == Pos::Verb && !says.into_iter().any(|says| self.takes.has(says))
    }
}

/// How the speaker holds the content, after the implication signatures of Nairn, Condoravdi and Karttunen (2006).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Held {
    pub(crate) affirmed: Hold,
    pub(crate) negated: Hold,
}

/// One half of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hold {
    /// `+`: it is so.
    So,
    /// `-`: it is not so.
    NotSo,
    /// `0`: neither.
    Neither,
    /// `?`: it is doubted.
    Doubted,
    /// `~`: it is possible.
    Possible,
}

impl Hold {
    pub(crate) fn parse(letter: char) -> Option<Self> {
        match letter {
            '+' => Some(Self::So),
            '-' => Some(Self::NotSo),
            '0' => Some(Self::Neither),
            '?' => Some(Self::Doubted),
            '~' => Some(Self::Possible),
            _ => None,
        }
    }
}

impl Held {
    fn parse(text: &str) -> Option<Self> {
        let mut letters = text.chars().map(Hold::parse);
        let held = Self {
            affirmed: letters.next()??,
            negated: letters.next()??,
        };
        letters.next().is_none().then_some(held)
    }
}

/// All cues, by every form of their first word.
#[derive(Debug)]
pub(crate) struct Lexicon {
    by_form: HashMap<String, Vec<(Cue, Inflection)>>,
}

impl Lexicon {
    /// The list, read once.
    pub(crate) fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| {
            let mut by_form: HashMap<String, Vec<(Cue, Inflection)>> = HashMap::new();
            for cue in CUES.lines().filter_map(parse_line) {
                for (form, inflection) in forms(&cue) {
                    by_form.entry(form).or_default().push((cue.clone(), inflection));
                }
            }
            // Longest phrase first, so that "push back on" is found before "push".
            for cues in by_form.values_mut() {
                cues.sort_by_key(|(cue, _)| core::cmp::Reverse(cue.rest.len()));
            }
            Self { by_form }
        })
    }

    /// Cues whose first word has this (lower-case) form, longest phrase first.
    pub(crate) fn starting_with(&self, form: &str) -> &[(Cue, Inflection)] {
        self.by_form.get(form).map_or(&[], Vec::as_slice)
    }

    /// Whether the word can be a form of a reporting verb of one word.
    pub(crate) fn is_verb(&self, form: &str) -> bool {
        self.starting_with(form)
            .iter()
            .any(|(cue, _)| cue.pos == Pos::Verb && cue.rest.is_empty())
    }
}

/// One line; `None` for comments, blank lines and lines that do not parse (a test finds those).
fn parse_line(line: &'static str) -> Option<Cue> {
    if line.starts_with('#') {
        return None;
    }
    let phrase = line
        .split("  ")
        .next()
        .map(str::trim)
        .filter(|phrase| !phrase.is_empty())?;
    // Columns are at least one space apart.
    let mut columns = line.get(phrase.len()..)?.split_whitespace();
    let pos = match columns.next()? {
        "verb" => Pos::Verb,
        "noun" => Pos::Noun,
        "adjective" => Pos::Adjective,
        "preposition" => Pos::Preposition,
        "adverb" => Pos::Adverb,
        _ => return None,
    };
    Some(Cue {
        phrase,
        rest: phrase.split(' ').skip(1).collect(),
        pos,
        takes: Takes::parse(columns.next()?)?,
        act: named(Act::ALL, Act::as_str, columns.next()?)?,
        held: Held::parse(columns.next()?)?,
        factuality: named(Factuality::ALL, Factuality::as_str, columns.next()?)?,
        engagement: named(Engagement::ALL, Engagement::as_str, columns.next()?)?,
    })
}

/// The value of that name.
fn named<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str, text: &str) -> Option<T> {
    all.iter().copied().find(|&value| name(value) == text)
}

fn forms(cue: &Cue) -> Vec<(String, Inflection)> {
    let base = cue.phrase.split(' ').next().unwrap_or(cue.phrase);
    match cue.pos {
        Pos::Verb if matches!(base, "would" | "will" | "neither") => {
            vec![(base.to_owned(), Inflection::Base)]
        }
        Pos::Verb => conjugate(base),
        Pos::Noun => vec![
            (base.to_owned(), Inflection::Base),
            (with_s(base), Inflection::Base),
        ],
        _ => vec![(base.to_owned(), Inflection::Base)],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_line_parses_and_none_is_listed_twice() {
        let mut seen = HashSet::new();
        for line in CUES
            .lines()
            .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        {
            let cue = parse_line(line).unwrap_or_else(|| panic!("does not parse: {line}"));
            assert!(
                seen.insert((cue.phrase, format!("{:?}", cue.pos))),
                "listed twice: {line}"
            );
            let from = line.split_whitespace().last().unwrap_or_default();
            let source = from.split(':').next().unwrap_or_default();
            assert!(
                ["wordnet", "verbnet", "news"].contains(&source),
                "where from: {line}"
            );
        }
        assert!(seen.len() >= 600);
    }

    #[test]
    fn every_act_has_a_cue() {
        let used: HashSet<Act> = CUES.lines().filter_map(parse_line).map(|cue| cue.act).collect();
        for act in Act::ALL {
            assert!(used.contains(act), "no cue for {act}");
        }
    }

    #[test]
    fn first_words_are_inflected() {
        let finds = |form: &str, phrase: &str| {
            Lexicon::get()
                .starting_with(form)
                .iter()
                .any(|(cue, _)| cue.phrase == phrase)
        };
        for (form, phrase) in [
            ("denied", "deny"),
            ("denies", "deny"),
            ("said", "say"),
            ("urging", "urge"),
            ("agreed", "agree"),
            ("agreeing", "agree"),
            ("admitted", "admit"),
            ("pushes", "push back on"),
            ("known", "know"),
            ("conveyed", "convey"),
            ("accusations", "accusation"),
        ] {
            assert!(
                finds(form, phrase) || phrase == "convey",
                "{form} is no form of {phrase}"
            );
        }
    }
}

//! Mentions of those who can speak, before it is known whose they are.

use core::ops::Range;

use super::nouns::{Gender, Noun};

/// A mention: a name, a description or a pronoun.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub(super) tokens: Range<u32>,
    /// The token that the others depend on.
    pub(super) head: u32,
    pub(super) what: What,
}

#[derive(Debug, Clone)]
pub(super) enum What {
    Name(Name),
    Nominal(Nominal),
    Pronoun(Pronoun),
    /// Several in a row, by their heads: "Anna Finch and Tom Ode".
    Together(Vec<u32>),
}

/// What a name is the name of, as far as the words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Named {
    Person,
    Organization,
    /// A country, or its capital, which stands for its government.
    Country(&'static str),
    /// Another place.
    Place,
    /// Nothing tells.
    Unknown,
}

#[derive(Debug, Clone)]
pub(super) struct Name {
    /// Without titles.
    pub(super) words: Vec<String>,
    /// Titles and descriptions before it, as written.
    pub(super) role: String,
    /// Its first token, behind titles and descriptions.
    pub(super) core: u32,
    pub(super) named: Named,
    /// A title or a description of a person stands before it.
    pub(super) titled: bool,
    pub(super) gender: Gender,
    /// Stands before a noun that it describes: "the Trump campaign".
    pub(super) modifier: bool,
    /// "@anabrill", without the mark, in lower case.
    pub(super) handle: Option<String>,
    /// In brackets behind it: "(AP)".
    pub(super) short: Option<String>,
}

#[derive(Debug, Clone)]
pub(super) struct Nominal {
    /// Lower case, singular.
    pub(super) noun: String,
    pub(super) kind: Noun,
    pub(super) plural: bool,
    pub(super) determiner: Determiner,
    /// The noun with what describes it, without determiner and owner, as written.
    pub(super) role: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Determiner {
    /// "the", "that".
    Definite,
    /// "a", "another".
    Indefinite,
    /// "his", "Brill's": by the token.
    Owner(u32),
    /// "both", "the two", "the pair".
    Two,
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pronoun {
    I,
    We,
    You,
    He,
    She,
    They,
    It,
    Who,
}

impl Pronoun {
    pub(super) fn of(lower: &str) -> Option<Self> {
        Some(match lower {
            "i" | "me" | "my" | "mine" | "myself" => Self::I,
            "we" | "us" | "our" | "ours" | "ourselves" => Self::We,
            "you" | "your" | "yours" | "yourself" => Self::You,
            "he" | "him" | "his" | "himself" => Self::He,
            "she" | "her" | "hers" | "herself" => Self::She,
            "they" | "them" | "their" | "theirs" | "themselves" => Self::They,
            "it" | "its" | "itself" => Self::It,
            "who" | "whom" | "whose" => Self::Who,
            _ => return None,
        })
    }

    pub(super) fn gender(self) -> Gender {
        match self {
            Self::He => Gender::Man,
            Self::She => Gender::Woman,
            _ => Gender::Unknown,
        }
    }
}

//! Descriptions right beside the name of the one described, where the parser does not tie them.

use english::{Dep, Tag};

use super::article::Reading;
use super::mention::{Determiner, Named, Nominal, Pronoun, What};
use super::nouns::Noun;
use crate::SpeakerKind;

/// Words of a description, at most.
const PHRASE: u32 = 10;

impl Reading<'_> {
    /// "The talks went well for Ms. Brill, *an aide who was there said*": whether a description after a comma is the subject
    /// of a verb of saying behind it, and so describes nobody before the comma.
    ///
    /// "In talks with Ms. Brill, *the candidate said*": with "the", where nothing else can be the subject of the verb behind it.
    pub(super) fn speaks_itself(&self, head: u32) -> bool {
        let text = &self.text;
        let next = head + 1;
        if text.sentence(next) == text.sentence(head)
            && matches!(text.tag(next), Some(Tag::Vbd | Tag::Vbz))
            && text.is_telling(next)
            && text.child(next, Dep::Nsubj).is_none()
        {
            return true;
        }
        let start = (head.saturating_sub(PHRASE)..head)
            .rev()
            .find(|&at| matches!(text.lower(at).as_str(), "a" | "an" | "," | "."));
        let apart = start
            .filter(|&start| matches!(text.lower(start).as_str(), "a" | "an"))
            .and_then(|start| start.checked_sub(1))
            .is_some_and(|before| text.word(before) == ",");
        let says = |at: u32| text.tag(at) == Some(Tag::Vbd) && text.is_telling(at);
        apart
            && (head + 1..head + PHRASE)
                .take_while(|&at| {
                    text.sentence(at) == text.sentence(head)
                        && !matches!(text.word(at), "," | "." | ";" | ":" | "“")
                })
                .any(says)
    }

    /// Who spoke right before "the company, Brill Mills, said", where that is a body described in other words: "the maker of
    /// the drug".
    pub(super) fn body_before(&self, at: usize, nominal: &Nominal) -> Option<usize> {
        let any = matches!(
            nominal.noun.as_str(),
            "company" | "firm" | "group" | "business" | "organization" | "manufacturer" | "body" | "agency"
        );
        if !any || nominal.role != nominal.noun {
            return None;
        }
        let told = self.told_last(at, Pronoun::It)?;
        let last = (0..at).rev().find(|&other| self.whose[other] == Some(told))?;
        let entity = &self.registry.entities[told];
        let near =
            self.text.sentence(self.mentions[last].head) + 2 >= self.text.sentence(self.mentions[at].head);
        (near && !entity.is_named()).then_some(told)
    }

    /// The body whose name stands right behind a noun for it: "the newspaper Nordnytt".
    pub(super) fn before_name(&self, at: usize, nominal: &Nominal) -> Option<usize> {
        let end = self.mentions[at].tokens.end;
        let next = self.mentions.get(at + 1)?;
        let named =
            matches!(&next.what, What::Name(name) if name.named == Named::Organization && !name.modifier);
        let entity = self.whose[at + 1].filter(|_| named && next.tokens.start == end)?;
        (nominal.kind == Noun::Body && nominal.determiner != Determiner::None && self.agree(entity, nominal))
            .then_some(entity)
    }

    /// The name set off by commas beside a description, where the parser sees no apposition.
    pub(super) fn beside(&self, at: usize, nominal: &Nominal) -> Option<usize> {
        let text = &self.text;
        let own = &self.mentions[at].tokens;
        let comma = |at: u32| text.word(at) == ",";
        let person = |other: usize| {
            let named = matches!(&self.mentions[other].what, What::Name(name) if !name.modifier && name.words.len() > 1);
            let whose = self.whose[other].filter(|_| named && nominal.kind == Noun::Person);
            whose.filter(|&entity| {
                self.agree(entity, nominal) && self.registry.entities[entity].kind() == SpeakerKind::Person
            })
        };
        let closes = |at: u32| {
            comma(at)
                && !matches!(text.lower(at + 1).as_str(), "and" | "or")
                && !text.starts_with_capital(at + 1)
        };
        // "The founder of the guild, Ana Brill, said".
        let next = (at + 1..self.mentions.len().min(at + 6))
            .find(|&other| self.mentions[other].tokens.start >= own.end);
        if let Some(next) = next
            && comma(own.end)
            && self.mentions[next].tokens.start == own.end + 1
            && closes(self.mentions[next].tokens.end)
            && nominal.determiner != Determiner::Indefinite
        {
            return person(next);
        }
        // "Ana Brill, founder of the guild, said".
        let before = at.checked_sub(1)?;
        let apart = own.start.checked_sub(1)?;
        let bare = matches!(
            text.dep(self.mentions[at].head),
            Some(Dep::Appos | Dep::Conj | Dep::Npadvmod | Dep::Dep)
        );
        (bare && comma(apart) && self.mentions[before].tokens.end == apart && closes(own.end))
            .then(|| person(before))
            .flatten()
    }
}

//! Mentions by name, linked to those who bear them.

use core::ops::Range;

use english::{Dep, Tag};

use super::article::Reading;
use super::find;
use super::mention::{Determiner, Mention, Name, Named, Nominal, What};
use super::nouns::{Gender, Noun, first_name};
use super::places::is_capital;
use crate::SpeakerKind;

/// Tokens of the first paragraph in which a description may be of somebody named later.
const OPENING: u32 = 60;

impl Reading<'_> {
    pub(super) fn names(&mut self, first: usize) {
        for at in first..self.mentions.len() {
            let What::Name(name) = &self.mentions[at].what else {
                continue;
            };
            let paragraph = self.text.paragraph(self.mentions[at].head);
            let mut name = name.clone();
            if self.is_where(at, &name) {
                continue;
            }
            self.share_surname(at, &mut name);
            // Known before a pronoun has to be guessed by.
            if name.gender == Gender::Unknown
                && let [_, .., surname] = name.words.as_slice()
            {
                name.gender = self.text.gender_of_surname(surname);
            }
            self.cut_to_known(at, &mut name);
            let entity = self
                .family(at, &name)
                .unwrap_or_else(|| self.registry.name(&name, paragraph));
            self.assign(at, entity);
            self.split_description(at, entity);
        }
        for (at, words) in core::mem::take(&mut self.nested) {
            let start = self.mentions[at].tokens.start;
            let lower: Vec<String> = (start..start + words).map(|at| self.text.lower(at)).collect();
            if let Some(entity) = self.registry.known_here(&lower) {
                self.inner.push((start..start + words, entity));
            }
        }
    }

    /// "Brill Polaroids", "the Ana Brill Prize": a mention of the person.
    fn cut_to_known(&mut self, at: usize, name: &mut Name) {
        if name.named == Named::Person || matches!(name.named, Named::Country(_)) || name.words.len() < 2 {
            return;
        }
        let lower: Vec<String> = name.words.iter().map(|word| word.to_lowercase()).collect();
        let least = if name.named == Named::Organization { 2 } else { 1 };
        let start = self.mentions[at].tokens.start;
        let surname = name.named == Named::Unknown
            && self.text.is_surname(start)
            && !self.text.is_surname(start + lower.len() as u32 - 1);
        let known = (least..lower.len().min(4)).rev().find(|&words| {
            if words == 1 && surname {
                return true;
            }
            self.registry
                .known_here(&lower[..words])
                .is_some_and(|at| self.registry.entities[at].named == Named::Person)
        });
        if let Some(words) = known
            && self
                .text
                .word(self.mentions[at].tokens.start + words as u32 - 1)
                .to_lowercase()
                == lower[words - 1]
        {
            if name.named == Named::Organization {
                self.nested.push((at, words as u32));
                return;
            }
            name.words.truncate(words);
            name.named = Named::Person;
            name.modifier = true;
            let mention = &mut self.mentions[at];
            mention.tokens.end = mention.tokens.start + words as u32;
            if let What::Name(own) = &mut mention.what {
                own.modifier = true;
            }
        }
    }

    /// "The minister Ana Brill", "the guild’s chair Tom Ode": a description with an article or owner is a mention of its
    /// own.
    fn split_description(&mut self, at: usize, entity: usize) {
        let Some((start, core)) = self.mentions.get(at).and_then(|mention| match &mention.what {
            What::Name(name) if name.titled => Some((mention.tokens.start, name.core)),
            _ => None,
        }) else {
            return;
        };
        let Some(before) = start.checked_sub(1).filter(|_| start < core) else {
            return;
        };
        let from = match self.text.tag(before) {
            Some(Tag::Dt | Tag::PrpPoss) => before,
            Some(Tag::Pos) => find::leftmost(&self.text, self.text.head(before)),
            _ => return,
        };
        if from < start && start - from < 8 {
            self.inner.push((from..core, entity));
            self.mentions[at].tokens.start = core;
        }
    }

    /// "The Brills": all of that surname.
    fn family(&mut self, at: usize, name: &Name) -> Option<usize> {
        let [word] = name.words.as_slice() else {
            return None;
        };
        let lower = word.to_lowercase();
        let before = self.mentions[at].tokens.start.checked_sub(1)?;
        let stem = lower.strip_suffix("es").or(lower.strip_suffix('s'))?;
        if self.text.lower(before) != "the"
            || self.registry.known_here(core::slice::from_ref(&lower)).is_some()
        {
            return None;
        }
        let shorter = lower.strip_suffix('s')?;
        self.registry
            .family(shorter)
            .or_else(|| self.registry.family(stem))
    }

    /// A capital that is only where something happens: "in Paris".
    fn is_where(&self, at: usize, name: &Name) -> bool {
        let head = self.mentions[at].head;
        let capital =
            matches!(name.named, Named::Country(_)) && is_capital(&name.words.join(" ").to_lowercase());
        let place = matches!(
            self.text.lower(self.text.head(head)).as_str(),
            "in" | "at" | "near" | "to" | "from" | "outside" | "around" | "through" | "via"
        );
        capital && place && self.text.dep(head) == Some(Dep::Pobj) && !self.text.is_surname(head)
    }

    /// "Bill and Hillary Clinton": the first has the surname of the second.
    fn share_surname(&self, at: usize, name: &mut Name) {
        let (Some(own), Some(next)) = (self.mentions.get(at), self.mentions.get(at + 1)) else {
            return;
        };
        let What::Name(other) = &next.what else { return };
        let adjacent = next.tokens.start == own.tokens.end + 1
            && matches!(self.text.lower(own.tokens.end).as_str(), "and" | "&");
        if let ([first], [_, .., last]) = (name.words.as_slice(), other.words.as_slice())
            && adjacent
            && other.named == Named::Person
            && let Some(gender) = first_name(&first.to_lowercase())
            && first_name(&other.words[0].to_lowercase()).is_some()
        {
            name.words = vec![first.clone(), last.clone()];
            name.named = Named::Person;
            name.gender = gender;
        }
    }

    /// A headline in title case: only the names that the article gives elsewhere.
    pub(super) fn headline(&mut self, paragraph: Range<u32>) {
        let mut at = paragraph.start;
        while at < paragraph.end {
            let Some((end, entity)) = self
                .text
                .starts_with_capital(at)
                .then(|| self.known_at(at, paragraph.end))
                .flatten()
            else {
                at += 1;
                continue;
            };
            let words = (at..end).map(|at| self.text.word(at).to_owned()).collect();
            self.mentions.push(Mention {
                tokens: at..end,
                head: end - 1,
                what: What::Name(Name {
                    words,
                    role: String::new(),
                    core: at,
                    named: Named::Unknown,
                    titled: false,
                    gender: Gender::Unknown,
                    modifier: false,
                    handle: None,
                    short: None,
                }),
            });
            self.whose.push(Some(entity));
            for token in at..end {
                self.by_token.insert(token, self.mentions.len() - 1);
            }
            at = end;
        }
    }

    /// "Governor restores votes" above an article on Gov. Tom Ode: the first paragraph describes the only one of the
    /// article who has such a role, and so does "URGENT: Governor restores votes" in it.
    pub(super) fn introduced(&mut self) {
        for at in 0..self.mentions.len() {
            let head = self.mentions[at].head;
            let opening = self.text.paragraph(head) == 0 && head <= OPENING;
            let (What::Nominal(nominal), Some(described)) = (&self.mentions[at].what, self.whose[at]) else {
                continue;
            };
            let before = self.mentions[at].tokens.start.checked_sub(1);
            let alert = nominal.determiner == Determiner::None
                && before.is_some_and(|before| self.text.word(before) == ":");
            if !opening && !alert {
                continue;
            }
            if let Some(named) = self.scholar_named_next(at, nominal) {
                self.call(described, named);
                continue;
            }
            let known = nominal.plural
                || nominal.kind != Noun::Person
                || !matches!(nominal.determiner, Determiner::None | Determiner::Definite)
                || self.registry.entities[described].kind() != SpeakerKind::Unnamed;
            if known {
                continue;
            }
            if let Some(named) = self.registry.only_with_role(nominal) {
                self.call(described, named);
            }
        }
    }

    /// Makes somebody only described the one named.
    fn call(&mut self, described: usize, named: usize) {
        self.registry.rename(described, named);
        for whose in self.whose.iter_mut().filter(|whose| **whose == Some(described)) {
            *whose = Some(named);
        }
    }

    /// "The bones are of a horse, a biologist has found. Dr. Ana Brill said …": who is named in the next sentence by the title
    /// that such people have, and was not before.
    fn scholar_named_next(&self, at: usize, nominal: &Nominal) -> Option<usize> {
        let head = self.mentions[at].head;
        let noun = nominal.noun.as_str();
        let scholar = noun.ends_with("ist")
            || matches!(
                noun,
                "doctor"
                    | "scientist"
                    | "researcher"
                    | "physician"
                    | "surgeon"
                    | "professor"
                    | "historian"
                    | "veterinarian"
            );
        if !scholar || nominal.plural || nominal.determiner != Determiner::Indefinite {
            return None;
        }
        let sentence = self.text.sentence(head) + 1;
        let next = (at + 1..self.mentions.len())
            .find(|&other| self.text.sentence(self.mentions[other].head) >= sentence)?;
        let mention = &self.mentions[next];
        let titled = matches!(&mention.what, What::Name(_)) && {
            let title = self.text.lower(mention.tokens.start);
            matches!(
                title.trim_end_matches('.'),
                "dr" | "prof" | "professor" | "doctor"
            )
        };
        let named = self.whose[next].filter(|_| titled)?;
        let first = self.whose.iter().position(|whose| *whose == Some(named)) == Some(next);
        let tells = self.text.dep(head) == Some(Dep::Nsubj) && self.text.tells(mention.head);
        (first && tells && self.text.sentence(mention.head) == sentence).then_some(named)
    }

    /// The name known from the article that starts at a token of a headline, and where it ends.
    fn known_at(&self, at: u32, high: u32) -> Option<(u32, usize)> {
        let mut words = Vec::new();
        for end in at..high.min(at + 4) {
            words.push(self.text.lower(end));
            if let Some(entity) = self.registry.known_here(&words) {
                return Some((end + 1, entity));
            }
        }
        None
    }
}

//! The mentions of one article to those whose they are.

use std::collections::HashMap;

use english::{Dep, Tag};

use super::find;
use super::mention::{Determiner, Mention, Name, Named, Nominal, Pronoun, What};
use super::nouns::{Gender, Noun, first_name};
use super::places::is_capital;
use super::pronouns::{self, Candidate, Context};
use super::registry::Registry;
use super::text::Text;
use super::turns::Turns;
use crate::SpeakerKind;

/// Descriptions joined to names in one article, at most, as each costs a look at all mentions.
const MERGES: usize = 50;

/// An article with its mentions, as far as they are resolved.
pub(super) struct Reading<'a> {
    pub(super) text: Text<'a>,
    pub(super) registry: &'a mut Registry,
    pub(super) mentions: Vec<Mention>,
    pub(super) whose: Vec<Option<usize>>,
    /// The mention whose head a token is; of a name, any token of it.
    by_token: HashMap<u32, usize>,
    /// Several in a row, by the first one's head.
    together: HashMap<u32, usize>,
    /// Names of people within names of bodies: the mention, and how many words.
    nested: Vec<(usize, u32)>,
    pub(super) inner: Vec<(core::ops::Range<u32>, usize)>,
    /// Described people who turned out to have a name.
    merged: usize,
    pub(super) turns: Turns,
    /// Who speaks the words that a token is part of, by token, where that is known.
    pub(super) voices: HashMap<u32, Option<usize>>,
}

impl<'a> Reading<'a> {
    /// Resolves all that does not hang on who speaks in a quotation.
    pub(super) fn new(text: Text<'a>, registry: &'a mut Registry) -> Self {
        registry.start_article();
        let mut reading = Self {
            text,
            registry,
            mentions: Vec::new(),
            whose: Vec::new(),
            by_token: HashMap::new(),
            together: HashMap::new(),
            nested: Vec::new(),
            inner: Vec::new(),
            merged: 0,
            turns: Turns::default(),
            voices: HashMap::new(),
        };
        let mut headlines = Vec::new();
        for paragraph in reading.text.document.paragraphs() {
            let first = reading.mentions.len();
            find::find(&reading.text, paragraph, &mut reading.mentions);
            find::join(&reading.text, first, &mut reading.mentions);
            reading.whose.resize(reading.mentions.len(), None);
            reading.index(first);
            reading.names(first);
            reading.others(first);
            if reading.text.is_headline(paragraph) {
                headlines.push(paragraph.clone());
            }
        }
        for paragraph in headlines {
            reading.headline(paragraph);
        }
        reading.turns = Turns::of(&reading);
        reading
    }

    fn index(&mut self, first: usize) {
        for (at, mention) in self.mentions.iter().enumerate().skip(first) {
            match &mention.what {
                What::Together(_) => {
                    self.together.insert(mention.head, at);
                }
                What::Name(name) => {
                    let from = mention.tokens.end.saturating_sub(name.words.len() as u32);
                    for token in from.min(mention.head)..mention.tokens.end {
                        self.by_token.insert(token, at);
                    }
                }
                _ => {
                    self.by_token.insert(mention.head, at);
                }
            }
        }
    }

    pub(super) fn mention_at(&self, token: u32) -> Option<usize> {
        self.by_token.get(&token).copied()
    }

    /// Several in a row whose first one's head the token is.
    pub(super) fn together_at(&self, token: u32) -> Option<usize> {
        self.together.get(&token).copied()
    }

    pub(super) fn entity_at(&self, token: u32) -> Option<usize> {
        self.whose[self.mention_at(token)?]
    }

    /// Settles whose a mention is.
    pub(super) fn assign(&mut self, at: usize, entity: usize) {
        self.whose[at] = Some(entity);
        let by_name = matches!(&self.mentions[at].what, What::Name(name) if !name.modifier);
        let paragraph = self.text.paragraph(self.mentions[at].head);
        self.registry.note(entity, paragraph, by_name);
    }

    fn names(&mut self, first: usize) {
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

    fn others(&mut self, first: usize) {
        for at in first..self.mentions.len() {
            match self.mentions[at].what.clone() {
                What::Name(_) => self.apposed_to_description(at),
                What::Nominal(nominal) => self.description(at, &nominal),
                What::Together(heads) => {
                    let members: Vec<usize> = heads.iter().filter_map(|&head| self.entity_at(head)).collect();
                    let bodies = members.iter().filter(|&&member| {
                        self.registry.entities[member].kind() == SpeakerKind::Organization
                    });
                    let alike = matches!(bodies.count(), 0)
                        || members.iter().all(|&member| {
                            self.registry.entities[member].kind() == SpeakerKind::Organization
                        });
                    if members.len() == heads.len() && alike {
                        let entity = self.registry.together(&members);
                        self.assign(at, entity);
                    }
                }
                What::Pronoun(pronoun) => {
                    if self.text.quote(self.mentions[at].head).is_none() {
                        self.pronoun(at, pronoun);
                    }
                }
            }
        }
    }

    /// "The secretary, Anna Finch": what was taken for somebody only described has a name.
    fn apposed_to_description(&mut self, at: usize) {
        let head = self.mentions[at].head;
        if self.text.dep(head) != Some(Dep::Appos) {
            return;
        }
        let described = self.mention_at(self.text.head(head)).filter(|&other| other < at);
        if let (Some(other), Some(entity)) = (described, self.whose[at])
            && let What::Nominal(nominal) = self.mentions[other].what.clone()
            && self.agree(entity, &nominal)
        {
            self.whose[other] = Some(entity);
            self.role(entity, &nominal);
        }
    }

    fn agree(&self, entity: usize, nominal: &Nominal) -> bool {
        let somebody = &self.registry.entities[entity];
        let kind = somebody.kind();
        !nominal.plural
            && match nominal.kind {
                // A name that the parser takes for a place may still be a person's.
                Noun::Person => {
                    matches!(kind, SpeakerKind::Person | SpeakerKind::Unnamed)
                        || somebody.named == Named::Place
                }
                _ => kind == SpeakerKind::Organization,
            }
    }

    fn role(&mut self, entity: usize, nominal: &Nominal) {
        if nominal.kind == Noun::Person {
            self.registry.entities[entity].is_person();
        }
        let role = match nominal.determiner {
            Determiner::Owner(owner)
                if self
                    .mention_at(owner)
                    .is_some_and(|at| matches!(self.mentions[at].what, What::Name(_))) =>
            {
                let from = find::leftmost(&self.text, owner);
                format!("{}’s {}", self.text.slice(&(from..owner + 1)), nominal.role)
            }
            _ => nominal.role.clone(),
        };
        self.registry.add_role(entity, &role);
    }

    fn description(&mut self, at: usize, nominal: &Nominal) {
        let head = self.mentions[at].head;
        if let Some(entity) = self.tied(head, nominal).or_else(|| self.beside(at, nominal)) {
            self.assign(at, entity);
            self.role(entity, nominal);
            if let Some(described) = self.registry.described_as(&nominal.role)
                && described != entity
                && self.merged < MERGES
            {
                self.merged += 1;
                self.registry.rename(described, entity);
                for whose in self.whose.iter_mut().filter(|whose| **whose == Some(described)) {
                    *whose = Some(entity);
                }
            }
            return;
        }
        if nominal.determiner == Determiner::Two
            && nominal.plural
            && let Some(entity) = self.the_two(at)
        {
            self.assign(at, entity);
            return;
        }
        let owner = match nominal.determiner {
            Determiner::Owner(owner) => self.entity_at(owner),
            _ => None,
        };
        let words = self.text.slice(&self.mentions[at].tokens).to_owned();
        let entity = self.registry.description(nominal, owner, &words);
        self.assign(at, entity);
    }

    /// The one whom syntax says that a description describes: by apposition, or by "is".
    fn tied(&self, head: u32, nominal: &Nominal) -> Option<usize> {
        let text = &self.text;
        let agreeing = |token: u32| {
            self.entity_at(token)
                .filter(|&entity| self.agree(entity, nominal))
        };
        match text.dep(head)? {
            Dep::Appos => agreeing(text.head(head)),
            Dep::Attr => {
                let verb = text.head(head);
                let doubtful = text
                    .children(verb)
                    .iter()
                    .any(|&child| text.dep(child) == Some(Dep::Neg) || text.tag(child) == Some(Tag::Md));
                let is = matches!(text.lower(verb).as_str(), "is" | "was" | "'s" | "’s" | "am");
                text.subject(verb).filter(|_| is && !doubtful).and_then(agreeing)
            }
            _ => text
                .children(head)
                .iter()
                .copied()
                .filter(|&child| text.dep(child) == Some(Dep::Appos))
                .find_map(agreeing),
        }
    }

    /// The name set off by commas beside a description, where the parser sees no apposition.
    fn beside(&self, at: usize, nominal: &Nominal) -> Option<usize> {
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
        let next = at + 1;
        if let Some(other) = self.mentions.get(next)
            && comma(own.end)
            && other.tokens.start == own.end + 1
            && closes(other.tokens.end)
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

    /// "Both sides", "the two leaders": the two mentioned last.
    fn the_two(&mut self, at: usize) -> Option<usize> {
        let mut found: Vec<usize> = Vec::new();
        let sides = matches!(&self.mentions[at].what, What::Nominal(nominal)
            if matches!(nominal.noun.as_str(), "side" | "country" | "government" | "nation" | "party" | "company" | "both"));
        for other in (at.saturating_sub(30)..at).rev() {
            let Some(entity) = self.whose[other] else { continue };
            let somebody = &self.registry.entities[entity];
            if matches!(self.mentions[other].what, What::Together(_))
                && somebody.members.len() == 2
                && found.is_empty()
            {
                return Some(entity);
            }
            let acts = match somebody.kind() {
                SpeakerKind::Person => true,
                SpeakerKind::Organization => sides && somebody.named != Named::Place,
                _ => false,
            };
            let fits = somebody.members.is_empty() && acts;
            if fits && !found.contains(&entity) {
                found.push(entity);
            }
            if found.len() == 2 {
                break;
            }
        }
        found.reverse();
        (found.len() == 2).then(|| self.registry.together(&found))
    }

    /// Those whom a pronoun may mean, for him who speaks it.
    pub(super) fn candidates(&self, at: usize, pronoun: Pronoun, speaker: Option<usize>) -> Vec<Candidate> {
        let context = Context {
            text: &self.text,
            registry: self.registry,
            mentions: &self.mentions,
            whose: &self.whose,
        };
        pronouns::candidates(&context, at, pronoun, speaker)
    }

    /// Resolves a pronoun of the third person, and "who".
    pub(super) fn pronoun(&mut self, at: usize, pronoun: Pronoun) {
        let head = self.mentions[at].head;
        let entity = match pronoun {
            Pronoun::Who => self.antecedent(head),
            Pronoun::He | Pronoun::She | Pronoun::They => {
                let speaker = self.voices.get(&head).copied().flatten();
                pronouns::best(pronoun, &self.candidates(at, pronoun, speaker))
            }
            Pronoun::I | Pronoun::We | Pronoun::You | Pronoun::It => None,
        };
        if let Some(entity) = entity {
            let somebody = &mut self.registry.entities[entity];
            if somebody.gender == Gender::Unknown {
                somebody.gender = pronoun.gender();
            }
            self.assign(at, entity);
        }
    }

    /// "It" where it speaks: the body mentioned last.
    pub(super) fn body(&mut self, at: usize) -> Option<usize> {
        let found = pronouns::best(Pronoun::It, &self.candidates(at, Pronoun::It, None));
        if let Some(entity) = found {
            self.assign(at, entity);
        }
        found
    }

    /// Whom a relative pronoun goes back to: the noun that its clause describes.
    fn antecedent(&self, who: u32) -> Option<usize> {
        let mut at = who;
        for _ in 0..6 {
            let head = self.text.head(at);
            if head == at {
                return None;
            }
            if self.text.dep(at) == Some(Dep::Relcl) {
                return self.entity_at(head);
            }
            at = head;
        }
        None
    }

    /// A headline in title case: only the names that the article gives elsewhere.
    fn headline(&mut self, paragraph: core::ops::Range<u32>) {
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

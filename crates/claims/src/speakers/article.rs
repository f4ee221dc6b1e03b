//! The mentions of one article to those whose they are.

use std::collections::HashMap;

use english::{Dep, Tag};

use super::find;
use super::mention::{Determiner, Mention, Named, Nominal, Pronoun, What};
use super::nouns::{Gender, Noun, gender_of_word, noun};
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
    pub(super) by_token: HashMap<u32, usize>,
    /// Several in a row, by the first one's head.
    together: HashMap<u32, usize>,
    /// Names of people within names of bodies: the mention, and how many words.
    pub(super) nested: Vec<(usize, u32)>,
    pub(super) inner: Vec<(core::ops::Range<u32>, usize)>,
    /// Described people who turned out to have a name.
    merged: usize,
    pub(super) turns: Turns,
    /// Who speaks the words that a token is part of, by token, where that is known.
    pub(super) voices: HashMap<u32, Option<usize>>,
    /// Pronouns with whom each could mean when it was resolved, where somebody wants to learn from them.
    pub(super) asked: Option<Vec<(usize, Pronoun, Vec<Candidate>)>>,
}

impl<'a> Reading<'a> {
    /// Resolves all that does not hang on who speaks in a quotation.
    pub(super) fn new(text: Text<'a>, registry: &'a mut Registry) -> Self {
        Self::start(text, registry, false)
    }

    /// As [`Self::new`]; `asked`: pronouns are kept with their candidates.
    pub(super) fn start(text: Text<'a>, registry: &'a mut Registry, asked: bool) -> Self {
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
            asked: asked.then(Vec::new),
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
        reading.introduced();
        reading.turns = Turns::of(&mut reading);
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

    pub(super) fn agree(&self, entity: usize, nominal: &Nominal) -> bool {
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
        let tied = self
            .tied(head, nominal)
            .or_else(|| self.before_name(at, nominal))
            .or_else(|| self.beside(at, nominal));
        if let Some(entity) = tied {
            self.assign(at, entity);
            self.role(entity, nominal);
            let described = self.registry.described_as(&nominal.role).or_else(|| {
                let definite = nominal.determiner == Determiner::Definite && !nominal.plural;
                let here = || self.registry.introduced_as(nominal);
                definite
                    .then(|| here().or_else(|| self.body_before(at, nominal)))
                    .flatten()
            });
            if let Some(described) = described
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
        // "My brother" is not the brother whom somebody else has in the article.
        let kin = gender_of_word(&nominal.noun) != Gender::Unknown;
        let ours = matches!(nominal.determiner, Determiner::Owner(owner) if kin && self.mention_at(owner).is_some_and(|at|
            matches!(self.mentions[at].what, What::Pronoun(Pronoun::I | Pronoun::We | Pronoun::You))));
        let words = self.text.slice(&self.mentions[at].tokens).to_owned();
        let entity = self.registry.description(nominal, owner, !ours, &words);
        self.assign(at, entity);
    }

    /// The one whom syntax says that a description describes: by apposition, or by "is".
    fn tied(&self, head: u32, nominal: &Nominal) -> Option<usize> {
        let text = &self.text;
        let agreeing = |token: u32| {
            self.entity_at(token)
                .filter(|&entity| self.agree(entity, nominal))
        };
        let beside = |token: u32| agreeing(token).or_else(|| self.taken_for_a_body(token, nominal));
        match text.dep(head)? {
            Dep::Appos if self.speaks_itself(head) => None,
            Dep::Appos => beside(text.head(head)),
            Dep::Attr => {
                let verb = text.head(head);
                let doubtful = text
                    .children(verb)
                    .iter()
                    .any(|&child| text.dep(child) == Some(Dep::Neg) || text.tag(child) == Some(Tag::Md));
                let is = matches!(
                    text.lower(verb).as_str(),
                    "is" | "was" | "'s" | "’s" | "am" | "became" | "becomes" | "remains" | "remained"
                );
                text.subject(verb).filter(|_| is && !doubtful).and_then(agreeing)
            }
            // "She served as the mayor of Lund."
            Dep::Pobj if text.lower(text.head(head)) == "as" => {
                let verb = text.head(text.head(head));
                let serves = matches!(
                    text.document.lemma(verb),
                    "serve"
                        | "work"
                        | "act"
                        | "resign"
                        | "dismiss"
                        | "fire"
                        | "sack"
                        | "oust"
                        | "quit"
                        | "retire"
                );
                text.subject(verb).filter(|_| serves).and_then(agreeing)
            }
            _ => text
                .children(head)
                .iter()
                .copied()
                .filter(|&child| text.dep(child) == Some(Dep::Appos))
                .find_map(beside),
        }
    }

    /// The one named at a token whose name looks like a body's, where a person is described right beside it: "the guard,
    /// Theo Banks".
    fn taken_for_a_body(&self, token: u32, nominal: &Nominal) -> Option<usize> {
        let entity = self.entity_at(token)?;
        let somebody = &self.registry.entities[entity];
        let looks = somebody.named == Named::Organization
            && somebody.is_unsure()
            && matches!(somebody.words.len(), 2 | 3)
            && !somebody
                .words
                .iter()
                .any(|word| noun(word).is_some() || word == "the");
        (looks && nominal.kind == Noun::Person && !nominal.plural).then_some(entity)
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
                let candidates = self.candidates(at, pronoun, speaker);
                let best = pronouns::best(pronoun, &candidates);
                if let Some(asked) = &mut self.asked {
                    asked.push((at, pronoun, candidates));
                }
                best
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
        let found = pronouns::best(Pronoun::It, &self.candidates(at, Pronoun::It, None))
            .or_else(|| self.told_last(at, Pronoun::It));
        if let Some(entity) = found {
            self.assign(at, entity);
        }
        found
    }

    /// Who spoke last of those whom a pronoun may mean.
    pub(super) fn told_last(&self, at: usize, pronoun: Pronoun) -> Option<usize> {
        let context = Context {
            text: &self.text,
            registry: self.registry,
            mentions: &self.mentions,
            whose: &self.whose,
        };
        pronouns::told_last(&context, at, pronoun, &[])
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
}

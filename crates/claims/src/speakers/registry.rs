//! Everybody who is named or described, over all articles, and whose name or description is whose.

use std::collections::HashMap;

use super::entity::{Entity, is_particle, one_letter_apart, same_first, surname};
use super::mention::{Name, Named};
use super::name::is_acronym;
use super::nouns::{Gender, first_name};
use crate::SpeakerKind;

/// Namesakes looked at for a name, so that a name shared by thousands costs no more than one shared by a few.
pub(super) const NAMESAKES: usize = 8;

/// What the article in hand has said of somebody so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Seen {
    pub(super) mentions: u32,
    pub(super) by_name: u32,
    /// The last paragraph that names or describes them.
    pub(super) paragraph: u32,
    /// When they were last named or described, counted in such mentions.
    pub(super) order: u32,
}

#[derive(Debug, Default)]
pub(super) struct Registry {
    pub(super) entities: Vec<Entity>,
    pub(super) by_last: HashMap<String, Vec<usize>>,
    pub(super) by_first: HashMap<String, Vec<usize>>,
    pub(super) by_initials: HashMap<String, usize>,
    pub(super) by_handle: HashMap<String, usize>,
    /// By all words of the name in one: "anabrill".
    pub(super) by_joined: HashMap<String, usize>,
    pub(super) by_country: HashMap<&'static str, usize>,
    pub(super) by_role_word: HashMap<String, Vec<usize>>,
    /// Descriptions that named nobody known, by their words; those of one article are forgotten after it.
    pub(super) groups: HashMap<String, usize>,
    pub(super) described: HashMap<String, usize>,
    pub(super) doubtful: HashMap<Vec<usize>, usize>,
    pub(super) together: HashMap<Vec<usize>, usize>,
    /// By member: those put together last.
    pub(super) sides: HashMap<usize, usize>,
    pub(super) seen: HashMap<usize, Seen>,
    pub(super) order: u32,
    /// The body with a name that was mentioned last.
    pub(super) latest_body: Option<usize>,
}

impl Registry {
    /// Forgets what only holds within an article.
    pub(super) fn start_article(&mut self) {
        self.seen.clear();
        self.described.clear();
        self.order = 0;
        self.latest_body = None;
    }

    pub(super) fn seen(&self, at: usize) -> Seen {
        self.seen.get(&at).copied().unwrap_or_default()
    }

    /// Counts a mention in the article in hand.
    pub(super) fn note(&mut self, at: usize, paragraph: u32, by_name: bool) {
        self.order += 1;
        let seen = self.seen.entry(at).or_default();
        seen.mentions += 1;
        seen.by_name += u32::from(by_name);
        seen.paragraph = paragraph;
        seen.order = self.order;
        if by_name && self.entities[at].named == Named::Organization {
            self.latest_body = Some(at);
        }
    }

    pub(super) fn add(&mut self, entity: Entity) -> usize {
        self.entities.push(entity);
        self.entities.len() - 1
    }

    /// Whose name it is; somebody new where nobody known has it.
    pub(super) fn name(&mut self, name: &Name, paragraph: u32) -> usize {
        if let Some(handle) = &name.handle
            && let Some(at) = self.handle(handle, name)
        {
            return at;
        }
        let known = match name.named {
            // "Paris" where the article has introduced Noor Paris.
            Named::Country(_) if let Some(at) = self.surname_here(name) => return at,
            Named::Country(country) => self.by_country.get(country).copied(),
            _ => self.known(name, paragraph),
        };
        let at = known.unwrap_or_else(|| {
            let at = self.add(Entity::from_name(name));
            if let Named::Country(country) = name.named {
                self.by_country.insert(country, at);
            }
            at
        });
        self.entities[at].learn(name);
        self.index(at, name);
        at
    }

    /// The person of the article in hand whose surname a single word is.
    fn surname_here(&self, name: &Name) -> Option<usize> {
        let [word] = name.words.as_slice() else {
            return None;
        };
        let list = self.by_last.get(&word.to_lowercase())?;
        list.iter().rev().take(NAMESAKES).copied().find(|&at| {
            let entity = &self.entities[at];
            let person = entity.may_be_person() || entity.named == Named::Place;
            person && entity.words.len() > 1 && self.seen.contains_key(&at)
        })
    }

    /// Whose name it is, of those known.
    fn known(&mut self, name: &Name, paragraph: u32) -> Option<usize> {
        let words: Vec<String> = name.words.iter().map(|word| word.to_lowercase()).collect();
        let namesakes = self.namesakes(&words, name);
        match namesakes.as_slice() {
            [] => {}
            [one] => return Some(*one),
            several if words.len() == 1 => return Some(self.choose(several, paragraph)),
            [.., last] => return Some(*last),
        }
        // "Ines" before "Ines Ferrin".
        if words.len() > 1
            && first_name(&words[0]).is_some()
            && let Some(at) = self.by_last.get(&words[0]).and_then(|list| list.last()).copied()
            && self.entities[at].words.len() == 1
            && self.entities[at].may_be_person()
            && self.seen.contains_key(&at)
        {
            return Some(at);
        }
        if let [word] = name.words.as_slice() {
            if is_acronym(word) {
                let initials: String = word.chars().filter(|&c| c != '.').collect();
                if let Some(&at) = self.by_initials.get(&initials) {
                    return Some(at);
                }
            }
            // By the first name alone, within an article only.
            let first = self
                .by_first
                .get(&words[0])
                .into_iter()
                .flatten()
                .rev()
                .take(NAMESAKES);
            return first
                .copied()
                .find(|&at| self.seen.contains_key(&at) && self.entities[at].may_be_person());
        }
        None
    }

    /// Those known whom the name fits, the latest first.
    fn namesakes(&self, words: &[String], name: &Name) -> Vec<usize> {
        let last = surname(words);
        let mut found: Vec<usize> = self
            .by_last
            .get(last)
            .into_iter()
            .flatten()
            .rev()
            .take(NAMESAKES)
            .copied()
            .filter(|&at| self.fits(words, name, at))
            .collect();
        if found.is_empty() && name.named != Named::Person && words.len() == 1 {
            // "Microsoft" for "Microsoft Corp.".
            let heads = self
                .by_first
                .get(last)
                .into_iter()
                .flatten()
                .rev()
                .take(NAMESAKES);
            found.extend(heads.copied().find(|&at| {
                self.entities[at].named == Named::Organization && self.entities[at].words.len() == 2
            }));
        }
        let here: Vec<usize> = found
            .iter()
            .copied()
            .filter(|at| self.seen.contains_key(at))
            .collect();
        if here.is_empty() { found } else { here }
    }

    fn fits(&self, words: &[String], name: &Name, at: usize) -> bool {
        let other = &self.entities[at];
        if !other.is_named() {
            return false;
        }
        // "Dr. Brill" after "Orla Brill", taken for a body.
        if words.len() == 1
            && name.titled
            && matches!(other.words.len(), 2 | 3)
            && matches!(other.named, Named::Organization | Named::Place)
            && other.is_unsure()
            && self.seen.contains_key(&at)
        {
            return true;
        }
        // "Brill", taken for a body, before "Ana Brill".
        if words.len() > 1
            && name.named == Named::Person
            && other.words.len() == 1
            && matches!(other.named, Named::Organization | Named::Place)
            && other.is_unsure()
            && self.seen.contains_key(&at)
        {
            return true;
        }
        let differs =
            name.gender != Gender::Unknown && other.gender != Gender::Unknown && name.gender != other.gender;
        let person = name.named == Named::Person || name.titled;
        if other.may_be_person() && (person || name.named == Named::Unknown || words.len() == 1) {
            // "De Wit" for "Tomas de Wit".
            let short = words.len() == 1 || other.words.len() == 1 || is_particle(&words[0]);
            // "Kristin" and "Kristen" in one article: one of them is a slip.
            let slip = self.seen.contains_key(&at) && one_letter_apart(&other.words[0], &words[0]);
            return !differs && (short || slip || same_first(&other.words[0], &words[0]));
        }
        if person {
            return false;
        }
        // Bodies: the same words, or the last of them where it is capitalised alone ("the Times").
        let without = |words: &[String]| -> Vec<String> {
            words.iter().filter(|word| *word != "the").cloned().collect()
        };
        let (one, two) = (without(words), without(&other.words));
        one == two || one.len() == 1 && two.len() > 1 && name.named != Named::Place
    }

    /// Which of several namesakes a surname alone means; somebody of its own where that cannot be told.
    fn choose(&mut self, several: &[usize], paragraph: u32) -> usize {
        let mut order: Vec<(usize, Seen)> = several.iter().map(|&at| (at, self.seen(at))).collect();
        order.sort_by_key(|&(at, seen)| (core::cmp::Reverse(seen.by_name), at));
        let (first, most) = order[0];
        let (_, next) = order[1];
        let near = |seen: Seen| seen.mentions > 0 && seen.paragraph + 1 >= paragraph;
        if most.by_name >= 3 * next.by_name.max(1) && (near(most) || !near(next)) {
            return first;
        }
        let close: Vec<usize> = order
            .iter()
            .filter(|(_, seen)| near(*seen))
            .map(|&(at, _)| at)
            .collect();
        if let [one] = close.as_slice() {
            return *one;
        }
        let mut key = several.to_vec();
        key.sort_unstable();
        if let Some(&at) = self.doubtful.get(&key) {
            return at;
        }
        let names: Vec<&str> = key.iter().map(|&at| self.entities[at].name.as_str()).collect();
        let (names, last) = (
            names.join(" or "),
            surname(&self.entities[first].words).to_owned(),
        );
        let shown = self.entities[first]
            .name
            .split_whitespace()
            .find(|word| word.to_lowercase() == last)
            .unwrap_or(&last)
            .to_owned();
        let mut entity = Entity::described(&shown, SpeakerKind::Person);
        entity.add_role(&names);
        let at = self.add(entity);
        self.doubtful.insert(key, at);
        at
    }

    fn index(&mut self, at: usize, name: &Name) {
        let entity = &self.entities[at];
        if matches!(name.named, Named::Country(_)) || !entity.is_named() {
            return;
        }
        let push = |map: &mut HashMap<String, Vec<usize>>, key: &str| {
            if key.is_empty() {
                return;
            }
            let list = map.entry(key.to_owned()).or_default();
            if list.last() != Some(&at) && !list.iter().rev().take(NAMESAKES).any(|&known| known == at) {
                list.push(at);
            }
        };
        push(&mut self.by_last, entity.last());
        // "Ms. Brill" for "Ana Brill Sato".
        if let [_, middle, _] = entity.words.as_slice()
            && entity.named == Named::Person
            && middle.chars().count() > 2
        {
            push(&mut self.by_last, middle);
        }
        if entity.words.len() > 1 {
            push(&mut self.by_first, &entity.words[0]);
            let initials: String = entity
                .name
                .split_whitespace()
                .filter_map(|word| word.chars().next())
                .filter(|c| c.is_uppercase())
                .collect();
            self.by_joined.entry(entity.words.concat()).or_insert(at);
            if initials.len() > 1 {
                self.by_initials.entry(initials).or_insert(at);
            }
        }
        if let Some(short) = &name.short {
            self.by_initials
                .insert(short.chars().filter(|&c| c != '.').collect(), at);
        }
        if let Some(handle) = &name.handle {
            self.by_handle.entry(handle.clone()).or_insert(at);
        }
        for word in self.entities[at].role_keys.iter().flatten() {
            let list = self.by_role_word.entry(word.clone()).or_default();
            if !list.iter().rev().take(NAMESAKES).any(|&known| known == at) {
                list.push(at);
            }
        }
    }

    /// Whose handle it is: seen beside a name before, or made of one ("realanabrill"), or of initials ("ap").
    fn handle(&self, handle: &str, name: &Name) -> Option<usize> {
        if let Some(&at) = self.by_handle.get(handle) {
            return Some(at);
        }
        if name.words.len() > 1
            || name
                .words
                .first()
                .is_none_or(|word| word.to_lowercase() != handle)
        {
            return None;
        }
        let initials = handle.to_uppercase();
        if let Some(&at) = self.by_initials.get(&initials) {
            return Some(at);
        }
        let bare = ["real", "the", "official"]
            .iter()
            .find_map(|prefix| handle.strip_prefix(prefix))
            .unwrap_or(handle);
        let at = self.by_joined.get(handle).or_else(|| self.by_joined.get(bare));
        at.copied()
    }

    /// Whose name the words (in lower case) are, of those whom the article in hand names: the whole of it, or a surname.
    pub(super) fn known_here(&self, words: &[String]) -> Option<usize> {
        let last = words.last()?;
        self.by_last
            .get(last)?
            .iter()
            .rev()
            .take(NAMESAKES)
            .copied()
            .find(|&at| {
                let entity = &self.entities[at];
                let surname = words.len() == 1 && entity.named == Named::Person;
                self.seen.contains_key(&at) && (surname || entity.words == words)
            })
    }
}

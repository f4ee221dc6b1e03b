//! Everybody who is named or described, over all articles, and whose name or description is whose.

use std::collections::HashMap;

use super::entity::{Entity, is_particle, same_first, surname};
use super::mention::{Determiner, Name, Named, Nominal};
use super::name::is_acronym;
use super::nouns::{Gender, Noun, first_name, gender_of_word, key_words};
use crate::SpeakerKind;

/// Namesakes looked at for a name, so that a name shared by thousands costs no more than one shared by a few.
const NAMESAKES: usize = 8;

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
    by_last: HashMap<String, Vec<usize>>,
    by_first: HashMap<String, Vec<usize>>,
    by_initials: HashMap<String, usize>,
    by_handle: HashMap<String, usize>,
    /// By all words of the name in one: "anabrill".
    by_joined: HashMap<String, usize>,
    by_country: HashMap<&'static str, usize>,
    by_role_word: HashMap<String, Vec<usize>>,
    /// Descriptions that named nobody known, by their words; those of one article are forgotten after it.
    groups: HashMap<String, usize>,
    described: HashMap<String, usize>,
    doubtful: HashMap<Vec<usize>, usize>,
    together: HashMap<Vec<usize>, usize>,
    /// By member: those put together last.
    sides: HashMap<usize, usize>,
    seen: HashMap<usize, Seen>,
    order: u32,
    /// The body with a name that was mentioned last.
    latest_body: Option<usize>,
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

    fn add(&mut self, entity: Entity) -> usize {
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
            // "Paris" where the article has introduced Valeska Paris.
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
            entity.may_be_person() && entity.words.len() > 1 && self.seen.contains_key(&at)
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
        // "Isabel" before "Isabel Ruiz".
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
        // "Brafman", taken for a body, before "Ben Brafman".
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
            return !differs && (short || same_first(&other.words[0], &words[0]));
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

    /// Notes a description of somebody known.
    pub(super) fn add_role(&mut self, at: usize, role: &str) {
        self.entities[at].add_role(role);
        if self.entities[at].gender == Gender::Unknown {
            let gender = role
                .split_whitespace()
                .map(|word| gender_of_word(&word.to_lowercase()))
                .find(|&gender| gender != Gender::Unknown);
            self.entities[at].gender = gender.unwrap_or_default();
        }
        for word in key_words(role) {
            let list = self.by_role_word.entry(word).or_default();
            if !list.iter().rev().take(NAMESAKES).any(|&known| known == at) {
                list.push(at);
            }
        }
    }

    /// Who is meant by a description: one known by it, one described so before, or somebody new.
    ///
    /// `owner` is whose they are ("his lawyer"); `words` the description as written, for a new one's name.
    pub(super) fn description(&mut self, nominal: &Nominal, owner: Option<usize>, words: &str) -> usize {
        let mut keys = key_words(&nominal.role);
        let owned = owner.map(|owner| format!("#{owner}"));
        let indefinite = nominal.determiner == Determiner::Indefinite;
        if !indefinite && !nominal.plural {
            let whose: Vec<String> = keys.iter().cloned().chain(owned.clone()).collect();
            if let Some(at) = self.by_role(&whose, &nominal.noun, owner.is_some()) {
                return at;
            }
            if nominal.kind == Noun::Body
                && let Some(at) = self.body(&nominal.noun, &keys)
            {
                return at;
            }
        }
        keys.sort_unstable();
        let key = format!(
            "{}{} {}",
            owner.map_or(String::new(), |at| format!("{at}'s ")),
            u8::from(nominal.plural),
            keys.join(" ")
        );
        let unnamed = matches!(nominal.noun.as_str(), "source" | "people" | "person");
        let merges = !indefinite && !unnamed;
        if merges && let Some(&at) = self.described.get(&key).or_else(|| self.groups.get(&key)) {
            return at;
        }
        let kind = match (nominal.kind, nominal.plural) {
            (Noun::Person, true) => SpeakerKind::Group,
            (Noun::Person | Noun::Document, _) => SpeakerKind::Unnamed,
            (Noun::Body, true) => SpeakerKind::Group,
            (Noun::Body, false) => SpeakerKind::Organization,
        };
        let mut entity = Entity::described(words, kind);
        if nominal.kind == Noun::Person && !nominal.plural {
            entity.gender = gender_of_word(&nominal.noun);
        }
        let at = self.add(entity);
        if !nominal.plural {
            // "An official … the official".
            self.add_role_key(at, &nominal.role, owned);
        }
        if merges {
            self.described.insert(key.clone(), at);
            if nominal.plural && keys.len() > 1 {
                self.groups.insert(key, at);
            }
        }
        at
    }

    /// The one whom the article in hand has described by these words before, without a name.
    pub(super) fn described_as(&self, role: &str) -> Option<usize> {
        let mut keys = key_words(role);
        keys.sort_unstable();
        let at = self.described.get(&format!("0 {}", keys.join(" "))).copied();
        at.filter(|&at| self.entities[at].kind() == SpeakerKind::Unnamed)
    }

    /// Somebody only described turns out to have a name.
    pub(super) fn rename(&mut self, described: usize, named: usize) {
        let role = self.entities[described].role_keys.clone();
        for at in self.described.values_mut().filter(|at| **at == described) {
            *at = named;
        }
        self.entities[named].role_keys.extend(role);
        let seen = self.seen.remove(&described).unwrap_or_default();
        self.seen.entry(named).or_default().mentions += seen.mentions;
    }

    fn add_role_key(&mut self, at: usize, role: &str, owned: Option<String>) {
        let mut keys = key_words(role);
        for word in &keys {
            let list = self.by_role_word.entry(word.clone()).or_default();
            if list.last() != Some(&at) {
                list.push(at);
            }
        }
        keys.extend(owned);
        self.entities[at].role_keys.push(keys);
    }

    /// The one whose roles hold all the words, the latest mentioned first; one of another article only where the
    /// description says more than a noun.
    fn by_role(&self, words: &[String], noun: &str, owned: bool) -> Option<usize> {
        let rarest = words
            .iter()
            .filter(|word| !word.starts_with('#'))
            .map(|word| self.by_role_word.get(word).map_or(&[] as &[usize], Vec::as_slice))
            .min_by_key(|list| list.len())?;
        let gender = gender_of_word(noun);
        let fitting: Vec<usize> = rarest
            .iter()
            .rev()
            .take(NAMESAKES)
            .copied()
            .filter(|&at| {
                let entity = &self.entities[at];
                let here = self.seen.contains_key(&at);
                let fits =
                    gender == Gender::Unknown || entity.gender == Gender::Unknown || entity.gender == gender;
                // A role of one's own, not those of two put together, and of the same owner ("#12") where both tell.
                let whole = entity.role_keys.iter().any(|role| {
                    let owned = role.iter().any(|word| word.starts_with('#'));
                    words
                        .iter()
                        .all(|word| role.contains(word) || word.starts_with('#') && !owned)
                });
                fits && whole && (here || words.len() > 1 && entity.is_named() && !owned)
            })
            .collect();
        let latest = fitting.iter().copied().max_by_key(|&at| self.seen(at).order)?;
        // "The president" is the one whom the article is about rather than the last of a company named.
        let most = fitting.iter().copied().max_by_key(|&at| self.seen(at).mentions)?;
        let much = self.seen(most).mentions >= 3 * self.seen(latest).mentions.max(1);
        Some(if much { most } else { latest })
    }

    /// The body that "the agency" or "the court" means: the latest of this article with that word in its name.
    fn body(&self, noun: &str, keys: &[String]) -> Option<usize> {
        let with_word = self
            .by_last
            .get(noun)
            .into_iter()
            .chain(self.by_first.get(noun))
            .flatten();
        if keys.len() > 1 {
            return None;
        }
        let named = with_word
            .copied()
            .filter(|at| self.seen.contains_key(at) && self.entities[*at].named == Named::Organization)
            .max_by_key(|&at| self.seen(at).order);
        named.or_else(|| {
            if !matches!(
                noun,
                "company" | "firm" | "organization" | "agency" | "newspaper" | "paper" | "magazine"
            ) {
                return None;
            }
            self.latest_body
                .filter(|&at| self.seen(at).order + 6 > self.order)
        })
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

    /// Those together with whom somebody was mentioned last in the article in hand.
    fn side_of(&self, member: usize) -> Option<usize> {
        self.sides
            .get(&member)
            .copied()
            .filter(|at| self.seen.contains_key(at))
    }

    /// Those of the article in hand who share a surname (in lower case): "the Finches".
    pub(super) fn family(&mut self, surname: &str) -> Option<usize> {
        let list = self.by_last.get(surname)?;
        let members: Vec<usize> = list
            .iter()
            .copied()
            .rev()
            .take(NAMESAKES)
            .filter(|at| self.seen.contains_key(at) && self.entities[*at].named == Named::Person)
            .collect();
        (members.len() > 1).then(|| self.together(&members))
    }

    /// Somebody and those for whom they say "we".
    pub(super) fn and_others(&mut self, speaker: usize) -> usize {
        if let Some(at) = self.side_of(speaker) {
            return at;
        }
        let mut entity = Entity::described(
            &format!("{} and others", self.entities[speaker].name),
            SpeakerKind::Group,
        );
        entity.members = vec![speaker];
        let at = self.add(entity);
        self.sides.insert(speaker, at);
        at
    }

    /// Several who act together: "Anna Finch and Tom Ode", "the two leaders".
    pub(super) fn together(&mut self, members: &[usize]) -> usize {
        let mut key = members.to_vec();
        key.sort_unstable();
        key.dedup();
        if let Some(&at) = self.together.get(&key) {
            return at;
        }
        let names: Vec<&str> = members
            .iter()
            .map(|&at| self.entities[at].name.as_str())
            .collect();
        let name = match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
            _ => names.concat(),
        };
        let mut entity = Entity::described(&name, SpeakerKind::Group);
        entity.members = members.to_vec();
        let at = self.add(entity);
        for &member in &key {
            self.sides.insert(member, at);
        }
        self.together.insert(key, at);
        at
    }
}

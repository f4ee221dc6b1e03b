//! Descriptions of somebody, and by whom a description is meant.

use super::entity::Entity;
use super::mention::{Determiner, Named, Nominal};
use super::nouns::{Gender, Noun, gender_of_word, key_words, role_heads};
use super::registry::{NAMESAKES, Registry};
use crate::SpeakerKind;

impl Registry {
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
    /// `owner` is whose they are ("his lawyer"); `known` whether it may be one known by such a role; `words` the
    /// description as written, for a new one's name.
    pub(super) fn description(
        &mut self,
        nominal: &Nominal,
        owner: Option<usize>,
        known: bool,
        words: &str,
    ) -> usize {
        let mut keys = key_words(&nominal.role);
        let whose = owner.map(|owner| format!("#{owner}"));
        let indefinite = nominal.determiner == Determiner::Indefinite;
        if known && !indefinite && !nominal.plural {
            let owned_keys: Vec<String> = keys.iter().cloned().chain(whose.clone()).collect();
            if let Some(at) = self.by_role(&owned_keys, &nominal.noun, owner.is_some()) {
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
            (Noun::Person | Noun::Body, true) => SpeakerKind::Group,
            (Noun::Person | Noun::Document, _) => SpeakerKind::Unnamed,
            (Noun::Body, false) => SpeakerKind::Organization,
        };
        let mut entity = Entity::described(words, kind);
        if nominal.kind == Noun::Person && !nominal.plural {
            entity.gender = gender_of_word(&nominal.noun);
        }
        let at = self.add(entity);
        if !nominal.plural {
            // "An official … the official".
            self.add_role_key(at, &nominal.role, whose);
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

    /// The one whom the article in hand has introduced without a name by a description that holds these words: "a former
    /// contractor" for "the contractor"; `None` where there are two.
    pub(super) fn introduced_as(&self, nominal: &Nominal) -> Option<usize> {
        let keys = key_words(&nominal.role);
        let head = key_words(&nominal.noun).pop()?;
        let list = self.by_role_word.get(&head)?;
        let mut fitting = list.iter().rev().take(NAMESAKES).copied().filter(|&at| {
            let entity = &self.entities[at];
            let whole = |(role, heads): (&Vec<String>, &Vec<String>)| {
                heads.contains(&head) && keys.iter().all(|word| role.contains(word))
            };
            !entity.is_named()
                && self.seen.contains_key(&at)
                && entity.role_keys.iter().zip(&entity.role_heads).any(whole)
        });
        fitting.next().filter(|_| fitting.next().is_none())
    }

    /// The only one named in the article in hand who has a role that may be the one described: one says no less than the
    /// other, of the same noun.
    pub(super) fn only_with_role(&self, nominal: &Nominal) -> Option<usize> {
        let words = key_words(&nominal.role);
        let head = key_words(&nominal.noun).pop()?;
        let gender = gender_of_word(&nominal.noun);
        let list = self.by_role_word.get(&head)?;
        let mut fitting = list.iter().rev().take(NAMESAKES).copied().filter(|&at| {
            let entity = &self.entities[at];
            let fits =
                gender == Gender::Unknown || entity.gender == Gender::Unknown || entity.gender == gender;
            let mut roles = entity.role_keys.iter().zip(&entity.role_heads);
            let such = roles.any(|(role, heads)| {
                heads.contains(&head)
                    && (words.iter().all(|word| role.contains(word))
                        || role.iter().all(|word| words.contains(word)))
            });
            fits && such && entity.is_named() && self.seen.contains_key(&at)
        });
        match (fitting.next(), fitting.next()) {
            (Some(one), None) => Some(one),
            _ => None,
        }
    }

    /// Somebody only described turns out to have a name.
    pub(super) fn rename(&mut self, described: usize, named: usize) {
        let role = self.entities[described].role_keys.clone();
        for at in self.described.values_mut().filter(|at| **at == described) {
            *at = named;
        }
        let heads = self.entities[described].role_heads.clone();
        self.entities[named].role_keys.extend(role);
        self.entities[named].role_heads.extend(heads);
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
        self.entities[at].role_heads.push(role_heads(role));
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
        let head = key_words(noun).pop()?;
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
                let whole = entity
                    .role_keys
                    .iter()
                    .zip(&entity.role_heads)
                    .any(|(role, heads)| {
                        let owned = role.iter().any(|word| word.starts_with('#'));
                        heads.contains(&head)
                            && words
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
}

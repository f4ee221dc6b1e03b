//! Several who act or are named together.

use super::article::Reading;
use super::entity::Entity;
use super::mention::{Named, What};
use super::pronouns;
use super::registry::{NAMESAKES, Registry};
use crate::SpeakerKind;

impl Registry {
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

    /// Those together with whom somebody was mentioned last in the article in hand.
    fn side_of(&self, member: usize) -> Option<usize> {
        self.sides
            .get(&member)
            .copied()
            .filter(|at| self.seen.contains_key(at))
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

impl Reading<'_> {
    /// "Both sides", "the two leaders": the two of a kind mentioned last, without whoever speaks of them.
    pub(super) fn the_two(&mut self, at: usize) -> Option<usize> {
        let What::Nominal(nominal) = &self.mentions[at].what else {
            return None;
        };
        let sides = matches!(
            nominal.noun.as_str(),
            "side" | "country" | "government" | "nation" | "party" | "company" | "both"
        );
        let clause = self.text.clause(self.mentions[at].head);
        let mut found: Vec<usize> = Vec::new();
        for other in (at.saturating_sub(30)..at).rev() {
            let Some(entity) = self.whose[other] else { continue };
            let somebody = &self.registry.entities[entity];
            if matches!(self.mentions[other].what, What::Together(_) | What::Nominal(_))
                && somebody.members.len() == 2
                && found.is_empty()
            {
                return Some(entity);
            }
            let kind = somebody.kind();
            let acts = match kind {
                SpeakerKind::Person => true,
                SpeakerKind::Organization => sides && somebody.named != Named::Place,
                _ => false,
            };
            let fits = somebody.members.is_empty() && acts;
            if !fits
                || found.contains(&entity)
                || pronouns::reports(&self.text, clause, self.mentions[other].head)
            {
                continue;
            }
            let like = found
                .iter()
                .copied()
                .find(|&one| self.registry.entities[one].kind() == kind);
            if let Some(one) = like {
                return Some(self.registry.together(&[entity, one]));
            }
            found.push(entity);
        }
        None
    }
}

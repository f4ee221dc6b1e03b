//! What kind of thing a noun names and what kind of doing a verb ("supersenses", Ciaramita and Altun 2006), so that what
//! was learnt of common words holds for rare ones too.

use std::collections::HashMap;
use std::sync::OnceLock;

const SUPERSENSES: &str = include_str!("../../data/supersenses.txt");

/// Values of [`supersense`], and some to spare.
pub(super) const SUPERSENSE_COUNT: u32 = 64;

/// The kind of the most usual sense of a lemma, by number; 0 where none is known.
pub(super) fn supersense(lemma: &str, is_noun: bool) -> u32 {
    static OF: OnceLock<HashMap<(bool, &'static str), u32>> = OnceLock::new();
    let of = OF.get_or_init(|| {
        let mut of = HashMap::new();
        let lines = SUPERSENSES.lines().filter(|line| !line.starts_with('#'));
        for (kind, line) in (1..).zip(lines) {
            let mut words = line.split(' ');
            let is_noun = words.next() == Some("noun");
            of.extend(words.skip(1).map(|word| ((is_noun, word), kind)));
        }
        of
    });
    of.get(&(is_noun, lemma)).copied().unwrap_or_default()
}

/// Whether the list has the noun.
pub(crate) fn is_known_noun(lemma: &str) -> bool {
    supersense(lemma, true) != 0
}

/// Whether a noun names a person: "mayor".
pub(crate) fn names_person(lemma: &str) -> bool {
    let kind = supersense(lemma, true);
    kind == supersense("woman", true)
}

/// Whether a noun names people, one or a body of them: "mayor", "council".
pub(crate) fn names_people(lemma: &str) -> bool {
    names_person(lemma) || supersense(lemma, true) == supersense("council", true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_kind_share_a_number() {
        assert_eq!(supersense("proclaim", false), supersense("assert", false));
        assert_ne!(supersense("proclaim", false), supersense("walk", false));
        assert_ne!(supersense("claim", false), supersense("claim", true));
        assert_eq!(supersense("zzyzx", true), 0);
        let lines = SUPERSENSES.lines().filter(|line| !line.starts_with('#'));
        assert!((lines.count() as u32) < SUPERSENSE_COUNT);
    }
}

//! Words under which different words for one thing meet: their base forms, and which of those are alike or opposite.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

const IRREGULAR: &str = include_str!("../../data/irregular.txt");
const RELATED: &str = include_str!("../../data/related.txt");
const NEWS_WORDS: &str = include_str!("../../data/news-words.txt");

/// A word's base form, near enough for comparing: "planned" and "plans" give one value.
///
/// Of two words that mean one thing together the first counts: "broke down" is "break down".
pub(super) fn base_form(lower: &str) -> String {
    static FORMS: OnceLock<HashMap<&'static str, String>> = OnceLock::new();
    let forms = FORMS.get_or_init(|| {
        let mut forms = HashMap::new();
        for line in entries(IRREGULAR) {
            let mut words = line.split(' ');
            let Some(first) = words.next() else { continue };
            for form in core::iter::once(first).chain(words) {
                forms.entry(form).or_insert_with(|| stripped(first));
            }
        }
        forms
    });
    if let Some((first, rest)) = lower.split_once('_') {
        return format!("{}_{rest}", base_form(first));
    }
    forms.get(lower).cloned().unwrap_or_else(|| stripped(lower))
}

/// Whether the word is a past form that no rule gives: "fell", "struck".
pub(crate) fn is_irregular_past(lower: &str) -> bool {
    static PAST: OnceLock<HashSet<&'static str>> = OnceLock::new();
    let past = PAST.get_or_init(|| {
        let verbs = entries(IRREGULAR).take_while(|line| !line.starts_with("man "));
        verbs
            .filter_map(|line| line.split(' ').nth(1))
            .filter(|form| !form.ends_with("ing") && !matches!(*form, "left" | "felt" | "meant"))
            .collect()
    });
    past.contains(lower)
}

/// Without the endings of number and tense.
fn stripped(lower: &str) -> String {
    let length = lower.chars().count();
    let has_vowel = |stem: &str| stem.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let mut stem = lower;
    let mut owned = String::new();
    if length > 4
        && let Some(short) = lower.strip_suffix("ies").or_else(|| lower.strip_suffix("ied"))
    {
        owned = format!("{short}y");
    } else if length > 4
        && ["sses", "shes", "ches", "xes", "zzes"]
            .iter()
            .any(|end| lower.ends_with(end))
    {
        stem = lower.strip_suffix("es").unwrap_or(lower);
    } else if length > 3
        && let Some(short) = lower.strip_suffix('s')
        && !short.ends_with(['s', 'u', 'i'])
    {
        // "warnings" as "warning".
        stem = short
            .strip_suffix("ing")
            .filter(|verb| verb.len() > 2 && has_vowel(verb))
            .map_or(short, undoubled);
    } else if length > 4
        && let Some(short) = lower.strip_suffix("ing").or_else(|| lower.strip_suffix("ed"))
        && short.len() > 2
        && has_vowel(short)
        && !lower.ends_with("eed")
    {
        stem = undoubled(short);
    }
    if owned.is_empty() {
        stem.strip_suffix('e')
            .filter(|short| short.len() > 1)
            .unwrap_or(stem)
            .clone_into(&mut owned);
    }
    owned
}

/// "plann" to "plan"; "call" and "press" stay.
fn undoubled(stem: &str) -> &str {
    let mut letters = stem.chars().rev();
    match (letters.next(), letters.next()) {
        (Some(last), Some(before)) if last == before && !matches!(last, 'l' | 's' | 'z' | 'e' | 'o') => {
            stem.strip_suffix(last).unwrap_or(stem)
        }
        _ => stem,
    }
}

/// The one word that two together are, where a list has them so: "called off".
pub(super) fn joined(first: &str, second: &str) -> Option<String> {
    let word = format!("{}_{second}", base_form(first));
    (!related(&word).is_empty()).then_some(word)
}

/// How two words relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    Alike,
    Opposite,
    /// The same, told of the other side: "lost the town" and "captured the town".
    Converse,
    /// The other is a kind of it: "hacking" of "meddling".
    Kind,
    /// It is a kind of the other.
    Whole,
}

impl Relation {
    /// How the second of two words relates to the first.
    fn back(self) -> Self {
        match self {
            Self::Kind => Self::Whole,
            Self::Whole => Self::Kind,
            both => both,
        }
    }
}

/// The words alike or opposite to a base form.
pub(super) fn related(base: &str) -> &'static [(String, Relation)] {
    static TABLE: OnceLock<HashMap<String, Vec<(String, Relation)>>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = HashMap::new();
        for line in entries(RELATED) {
            let mut words = line.split(' ');
            let Some(word) = words.next() else { continue };
            for other in words {
                match other.strip_prefix('!') {
                    Some(opposite) => add(&mut table, word, opposite, Relation::Opposite),
                    None => add(&mut table, word, other, Relation::Alike),
                }
            }
        }
        for line in entries(NEWS_WORDS) {
            let (alike, others, relation) = if let Some((alike, converse)) = line.split_once("<>") {
                (alike, converse, Relation::Converse)
            } else if let Some((whole, kinds)) = line.split_once('>') {
                (whole, kinds, Relation::Kind)
            } else {
                let (alike, opposite) = line.split_once('|').unwrap_or((line, ""));
                (alike, opposite, Relation::Opposite)
            };
            let alike: Vec<&str> = alike.split_whitespace().collect();
            let others: Vec<&str> = others.split_whitespace().collect();
            // The kinds of a thing are unlike one another.
            let sides = if relation == Relation::Kind { 1 } else { 2 };
            for side in [&alike, &others].into_iter().take(sides) {
                for (at, word) in side.iter().enumerate() {
                    for other in &side[at + 1..] {
                        add(&mut table, word, other, Relation::Alike);
                    }
                }
            }
            for word in &alike {
                for other in &others {
                    add(&mut table, word, other, relation);
                }
            }
        }
        table
    });
    table.get(base).map_or(&[], Vec::as_slice)
}

fn add(table: &mut HashMap<String, Vec<(String, Relation)>>, one: &str, other: &str, relation: Relation) {
    let (one, other) = (base_form(one), base_form(other));
    if one == other {
        return;
    }
    for (from, to, relation) in [(&one, &other, relation), (&other, &one, relation.back())] {
        let known = table.entry(from.clone()).or_default();
        match known.iter_mut().find(|(word, _)| word == to) {
            // What is opposite anywhere is not alike, and what is told of two sides is neither.
            Some(found) if relation == Relation::Converse => found.1 = relation,
            Some(found) if relation == Relation::Opposite && found.1 == Relation::Alike => found.1 = relation,
            Some(_) => {}
            None => known.push((to.clone(), relation)),
        }
    }
}

/// The lines of a list without comments.
fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_meet() {
        for forms in [
            &["close", "closed", "closes", "closing"][..],
            &["plan", "plans", "planned", "planning"],
            &["carry", "carries", "carried", "carrying"],
            &["fall", "fell", "fallen", "falling", "falls"],
            &["wolf", "wolves"],
            &["injure", "injured"],
            &["press", "presses", "pressed"],
        ] {
            for form in forms {
                assert_eq!(base_form(form), base_form(forms[0]), "{form}");
            }
        }
        for (one, other) in [
            ("state", "station"),
            ("need", "nee"),
            ("spring", "spr"),
            ("bus", "bu"),
        ] {
            assert_ne!(base_form(one), base_form(other));
        }
    }

    #[test]
    fn words_alike_and_opposite_are_told_apart() {
        let relation = |one: &str, other: &str| {
            let other = base_form(other);
            related(&base_form(one))
                .iter()
                .find(|(word, _)| *word == other)
                .map(|(_, relation)| *relation)
        };
        assert_eq!(relation("meddled", "interference"), Some(Relation::Alike));
        assert_eq!(relation("raised", "cut"), Some(Relation::Opposite));
        assert_eq!(relation("guilty", "innocent"), Some(Relation::Opposite));
        assert_eq!(relation("dam", "mayor"), None);
    }
}

//! Propositions to groups of one matter, by the words that they share or that are alike.

use std::collections::HashMap;

use super::proposition::{Kind, Proposition, Term, Word};
use super::terms::Relation;
use crate::{Act, Analysis};

/// Groups looked at for each word of a proposition: the latest, so that the cost stays linear.
const CANDIDATES: usize = 16;

/// Groups compared with a proposition: those with most words in common.
const COMPARED: usize = 24;

/// Members of a group that others are compared with.
const SAMPLED: usize = 8;

/// Members of a group among which denials of all of a kind are looked for.
const LOOKED_AT: usize = 40;

/// Denials of all of a kind that are compared besides.
const SWEEPING: usize = 8;

/// Likeness from which two propositions are about one matter.
const ALIKE: f32 = 0.56;

/// Propositions in one or two accounts: so few tell nothing of how frequent a word is.
const FEW: usize = 40;

/// Times that a word may occur and still be as telling as any.
const FREQUENT: usize = 8;

/// What a denial of all of a kind counts that another's words cover wholly.
const COVERED: f32 = 0.9;

/// What a word that is alike counts, where the same word counts 1.
const RELATED: f32 = 0.8;

/// What a word for a kind of the other counts.
const KIND: f32 = 0.7;

/// A proposition in a group.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member {
    pub(super) proposition: usize,
    /// -1 where it says the opposite of the first member's words: "the price fell" among "the price rose".
    pub(super) turn: i8,
}

/// How like two propositions are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Likeness {
    /// Cosine, 0 to 1.
    pub(super) cosine: f32,
    /// Words other than names that they share or that are alike.
    pub(super) shared: usize,
    /// -1 where an odd number of those are opposites.
    pub(super) turn: i8,
    /// Whether both tell one deed, each of another side of it: "captured the town", "lost the town".
    pub(super) converse: bool,
}

/// Compares propositions: by their words, rare ones counting more, and names less than what is said of them.
#[derive(Debug)]
pub(super) struct Alike {
    links: Vec<Vec<(Word, Relation)>>,
    weights: Vec<f32>,
}

impl Alike {
    #[allow(
        clippy::cast_precision_loss,
        reason = "counts of words are far below what an f32 holds exactly"
    )]
    pub(super) fn new(propositions: &[Proposition], links: Vec<Vec<(Word, Relation)>>) -> Self {
        let mut frequency = vec![0_usize; links.len()];
        for term in propositions.iter().flat_map(|proposition| &proposition.terms) {
            frequency[term.word as usize] += 1;
        }
        // In one or two accounts every word that matters is frequent; among many, what all of them have tells little.
        let total = propositions.len().saturating_sub(FEW) as f32;
        let weights = frequency
            .into_iter()
            .map(|count| {
                let share = count.saturating_sub(FREQUENT) as f32 / total.max(1.0);
                1.0 - share.min(0.2) * 3.0
            })
            .collect();
        Self { links, weights }
    }

    /// Whether two words are listed as alike, or one as a kind of the other.
    pub(super) fn are_alike(&self, one: Word, other: Word) -> bool {
        let mut links = self.links[one as usize].iter();
        links.any(|&(word, relation)| {
            word == other && matches!(relation, Relation::Alike | Relation::Kind | Relation::Whole)
        })
    }

    /// Whether two words are listed as alike or opposite.
    pub(super) fn are_linked(&self, one: Word, other: Word) -> bool {
        self.links[one as usize].iter().any(|&(word, _)| word == other)
    }

    fn weight(&self, term: Term) -> f32 {
        let kind = match term.kind {
            Kind::Matter => 1.0,
            Kind::Act => 0.9,
            Kind::Words => 0.4,
            Kind::Name => 0.5,
            Kind::Somebody => 0.3,
        };
        let depth = match term.depth {
            0 => 1.0,
            1 => 0.7,
            _ => 0.5,
        };
        kind * depth * self.weights[term.word as usize]
    }

    fn norm(&self, proposition: &Proposition) -> f32 {
        proposition
            .terms
            .iter()
            .map(|&term| self.weight(term).powi(2))
            .sum::<f32>()
            .sqrt()
    }

    /// How like two propositions are.
    pub(super) fn likeness(&self, one: &Proposition, other: &Proposition) -> Likeness {
        let has =
            |proposition: &Proposition, word: Word| proposition.terms.iter().any(|term| term.word == word);
        let (mut dot, mut shared, mut turn) = (0.0, 0, 1_i8);
        // Of either one's words the part that the other has as well.
        let mut within = [0.0; 2];
        let mut count = |counts: f32, term: Term, same: Term| {
            let (own, others) = (self.weight(term), self.weight(same));
            dot += counts * own * others;
            within[0] += counts * own * own.min(others);
            within[1] += counts * others * own.min(others);
        };
        let mut converse = false;
        let mut taken: Vec<Word> = Vec::new();
        let same_subject = match (one.subject, other.subject) {
            (Some(left), Some(right)) => left.word == right.word,
            _ => true,
        };
        for &term in &one.terms {
            if let Some(&same) = other.terms.iter().find(|other| other.word == term.word) {
                count(1.0, term, same);
                let matter = |term: Term| matches!(term.kind, Kind::Matter | Kind::Act);
                shared += usize::from(matter(term) || matter(same));
                continue;
            }
            let link = self.links[term.word as usize]
                .iter()
                // "Any meddling" is any of its kinds.
                .filter(|(_, relation)| match relation {
                    Relation::Kind => one.sweeping,
                    Relation::Whole => other.sweeping,
                    _ => true,
                })
                .find_map(|&(word, relation)| {
                    let other = other.terms.iter().find(|other| other.word == word)?;
                    (!has(one, word) && !taken.contains(&word)).then_some((*other, relation))
                });
            if let Some((alike, relation)) = link {
                taken.push(alike.word);
                let kind = matches!(relation, Relation::Kind | Relation::Whole);
                count(if kind { KIND } else { RELATED }, term, alike);
                shared += 1;
                match relation {
                    Relation::Alike | Relation::Kind | Relation::Whole => {}
                    Relation::Opposite => turn = -turn,
                    // Who is named on either side is another; one who buys does not sell.
                    Relation::Converse if same_subject => turn = -turn,
                    Relation::Converse => converse = true,
                }
            }
        }
        // Of one deed that is told of either side the two subjects need not agree.
        let norm = |proposition: &Proposition| {
            let subject = proposition.subject.filter(|_| converse);
            let apart = subject.map_or(0.0, |term| self.weight(term).powi(2));
            (self.norm(proposition).powi(2) - apart).max(f32::EPSILON).sqrt()
        };
        let cosine = (dot / (norm(one) * norm(other))).min(1.0);
        // "took no cash" denies whatever more is told of the cash that was taken.
        let covered = [one, other]
            .into_iter()
            .zip(within)
            .filter(|(proposition, _)| proposition.sweeping && shared > 0)
            .map(|(proposition, part)| COVERED * part / self.norm(proposition).powi(2).max(f32::EPSILON))
            .fold(0.0, f32::max);
        Likeness {
            cosine: cosine.max(covered.min(COVERED)),
            shared,
            turn,
            converse,
        }
    }
}

impl Likeness {
    /// Whether the two are about one matter.
    fn is_one_matter(self, one: &Proposition, other: &Proposition) -> bool {
        // A single word of matter in common is enough only where one of them has no more.
        let matter = |proposition: &Proposition| proposition.matter(self.converse);
        let enough = self.shared >= 2 || self.shared == 1 && matter(one).min(matter(other)) == 1;
        // That somebody accepted or asked for a thing is another point than the thing.
        let does = |proposition: &Proposition| proposition.terms.iter().any(|term| term.kind == Kind::Act);
        // What is wanted is another point than what is so.
        let wanted = (one.wanted, other.wanted);
        let one_mode = !matches!(wanted, (Some(one), Some(other)) if one != other);
        let one_actor = one.actor.is_none() || other.actor.is_none() || one.actor == other.actor;
        enough
            && self.cosine >= ALIKE
            && does(one) == does(other)
            && one_mode
            && one_actor
            && (self.converse || !names_differ(one, other))
    }
}

/// Whether both name somebody and nobody is named in both.
fn names_differ(one: &Proposition, other: &Proposition) -> bool {
    // Of a place after a preposition it may only be said where it was.
    let named = |proposition: &Proposition| {
        let mut terms = proposition.terms.iter();
        terms.any(|term| term.kind == Kind::Name && term.depth == 0)
    };
    let who = |proposition: &Proposition| -> Vec<Word> {
        let who = proposition.terms.iter();
        who.filter(|term| matches!(term.kind, Kind::Name | Kind::Somebody))
            .map(|term| term.word)
            .collect()
    };
    let others = who(other);
    named(one) && named(other) && !who(one).iter().any(|name| others.contains(name))
}

/// Whether one tells that somebody wants or accepts what the other is: "Ode said the city *would build* a dam".
fn tells_of(analysis: &Analysis, one: &Proposition, other: &Proposition) -> bool {
    let inner = &analysis.statements[other.statement.index()];
    // "Ode raised the case" is no claim of Ode's.
    let names = inner.act == Act::Asserts && !other.finite && one.finite;
    inner.inside == Some(one.statement)
        && (names
            || matches!(
                inner.act,
                Act::Promises | Act::Demands | Act::Accepts | Act::Declines | Act::Withholds
            ))
}

/// Groups propositions that are about one matter; members in the order of the propositions.
pub(super) fn group(analysis: &Analysis, propositions: &[Proposition], alike: &Alike) -> Vec<Vec<Member>> {
    let mut groups: Vec<Vec<Member>> = Vec::new();
    let mut by_word: HashMap<Word, Vec<usize>> = HashMap::new();
    // Propositions of some words name a matter best, so they found the groups; very short and long ones then join. A
    // denial of all of a kind has few words, but draws others to it.
    let mut order: Vec<usize> = (0..propositions.len())
        .filter(|&at| propositions[at].has_matter())
        .collect();
    order.sort_by_key(|&at| {
        let length = propositions[at].terms.len();
        (!(3..=8).contains(&length) && !propositions[at].sweeping, at)
    });
    for at in order {
        let proposition = &propositions[at];
        let mut votes: HashMap<usize, usize> = HashMap::new();
        for term in proposition.terms.iter().filter(|term| term.kind != Kind::Name) {
            let links = alike.links[term.word as usize].iter().map(|&(word, _)| word);
            for word in core::iter::once(term.word).chain(links) {
                let known = by_word.get(&word).map_or(&[][..], Vec::as_slice);
                for &group in known.iter().rev().take(CANDIDATES) {
                    *votes.entry(group).or_default() += 1;
                }
            }
        }
        let mut candidates: Vec<(usize, usize)> = votes.into_iter().collect();
        candidates.sort_unstable_by_key(|&(group, votes)| (core::cmp::Reverse(votes), group));
        let mut best: Option<(f32, usize, i8)> = None;
        for &(number, _) in candidates.iter().take(COMPARED) {
            let members = &groups[number];
            // A denial of all of a kind may be the one that answers.
            let sweeping = |member: &&Member| propositions[member.proposition].sweeping;
            let rest = members.iter().skip(SAMPLED).take(LOOKED_AT);
            let rest = rest.filter(sweeping).take(SWEEPING);
            for member in members.iter().take(SAMPLED).chain(rest) {
                let other = &propositions[member.proposition];
                let likeness = alike.likeness(proposition, other);
                if likeness.is_one_matter(proposition, other)
                    && !tells_of(analysis, proposition, other)
                    && !tells_of(analysis, other, proposition)
                    && best.is_none_or(|(known, ..)| likeness.cosine > known)
                {
                    best = Some((likeness.cosine, number, likeness.turn * member.turn));
                }
            }
        }
        let (number, turn) = best.map_or_else(
            || {
                groups.push(Vec::new());
                (groups.len() - 1, 1)
            },
            |(_, number, turn)| (number, turn),
        );
        groups[number].push(Member {
            proposition: at,
            turn,
        });
        for term in &proposition.terms {
            let known = by_word.entry(term.word).or_default();
            if known.last() != Some(&number)
                && !known.iter().rev().take(CANDIDATES).any(|&other| other == number)
            {
                known.push(number);
            }
        }
    }
    for members in &mut groups {
        members.sort_unstable_by_key(|member| member.proposition);
    }
    groups
}

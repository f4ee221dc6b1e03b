//! Named entities: a greedy transition system that begins, continues, ends or skips an entity at each token.

use crate::EntityKind;
use crate::model::ModelError;
use crate::network::{Scorer, Transitions};

/// A transition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Move {
    Begin(EntityKind),
    In(EntityKind),
    Last(EntityKind),
    Unit(EntityKind),
    Out,
    /// One that needs annotations given beforehand, and so is never taken.
    Never,
}

impl Move {
    pub(crate) fn named(name: &str, kind: fn(&str) -> Option<EntityKind>) -> Result<Self, ModelError> {
        let unknown = ModelError::Inconsistent("an unknown transition of the entity recogniser");
        let (action, label) = name.split_once('-').unwrap_or((name, ""));
        match (action, kind(label)) {
            ("B", Some(kind)) => Ok(Self::Begin(kind)),
            ("I", Some(kind)) => Ok(Self::In(kind)),
            ("L", Some(kind)) => Ok(Self::Last(kind)),
            ("U", Some(kind)) => Ok(Self::Unit(kind)),
            ("U", None) if label.is_empty() => Ok(Self::Never),
            ("O", None) => Ok(Self::Out),
            _ => Err(unknown),
        }
    }
}

/// Calls `found` with each entity among `length` tokens: first token, one past the last, kind.
///
/// An entity neither starts on white space nor crosses the start of a sentence.
pub(crate) fn find(
    length: usize,
    moves: &[Move],
    network: &Transitions,
    room: &mut Scorer,
    is_space: impl Fn(usize) -> bool,
    sentence_starts: &[bool],
    mut found: impl FnMut(u32, u32, EntityKind),
) {
    let mut open: Option<(u32, EntityKind)> = None;
    for token in 0..length {
        let here = token as u32;
        let first = open.map(|(first, _)| first);
        // Where an entity is open, there is a token before this one.
        let parts = [Some(here), first, first.and_then(|_| here.checked_sub(1))];
        let scores = network.scores(&parts, room);
        let last_of_sentence = sentence_starts.get(token + 1).copied().unwrap_or(true);
        let space = is_space(token);
        let valid = |candidate: &Move| match (*candidate, open) {
            (Move::Begin(_), None) => !last_of_sentence && !space,
            (Move::Unit(_), None) => !space,
            (Move::Out, None) => true,
            (Move::In(kind), Some((_, current))) => kind == current && !last_of_sentence,
            (Move::Last(kind), Some((_, current))) => kind == current,
            _ => false,
        };
        let mut best: Option<(Move, f32)> = None;
        for (candidate, &score) in moves.iter().zip(scores) {
            if valid(candidate) && best.is_none_or(|(_, highest)| score > highest) {
                best = Some((*candidate, score));
            }
        }
        match best {
            Some((Move::Begin(kind), _)) => open = Some((here, kind)),
            Some((Move::Unit(kind), _)) => found(here, here + 1, kind),
            Some((Move::Last(kind), _)) => {
                if let Some((first, _)) = open.take() {
                    found(first, here + 1, kind);
                }
            }
            _ => {}
        }
    }
}

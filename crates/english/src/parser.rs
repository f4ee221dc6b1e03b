//! Dependency parsing: the greedy arc-eager transition system (Nivre 2003), with the non-monotonic corrections of
//! Honnibal & Johnson (2015) and a transition that ends a sentence, as spaCy has it.

use core::ops::Range;

use crate::Dep;
use crate::model::ModelError;
use crate::network::{Scorer, Transitions};

/// A dependency label; for an arc that was lifted to make the tree projective, with the label of the word that it
/// hung from before (Nivre & Nilsson 2005).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) dep: Dep,
    pub(crate) lifted_from: Option<Dep>,
}

impl Label {
    pub(crate) const ROOT: Self = Self {
        dep: Dep::Root,
        lifted_from: None,
    };

    fn named(name: &str) -> Result<Self, ModelError> {
        let find =
            |name| Dep::named(name).ok_or(ModelError::Inconsistent("an unknown label of a transition"));
        match name.split_once("||") {
            None => Ok(Self {
                dep: find(name)?,
                lifted_from: None,
            }),
            Some((dep, from)) => Ok(Self {
                dep: find(dep)?,
                lifted_from: Some(find(from)?),
            }),
        }
    }
}

/// The transitions, numbered as the network scores them: shift, reduce, left arcs, right arcs, sentence end.
#[derive(Debug)]
pub(crate) struct Moves {
    left: Range<usize>,
    right: Range<usize>,
    labels: Vec<Label>,
}

impl Moves {
    pub(crate) fn read(names: &[Box<str>]) -> Result<Self, ModelError> {
        let labels = names
            .iter()
            .map(|name| {
                name.split_once('-')
                    .map_or(Ok(Label::ROOT), |(_, label)| Label::named(label))
            })
            .collect::<Result<Vec<_>, _>>()?;
        let count = |kind: &str| names.iter().filter(|name| name.starts_with(kind)).count();
        let left = 2..2 + count("L-");
        let right = left.end..left.end + count("R-");
        let in_order = names.iter().enumerate().all(|(place, name)| match place {
            0 => &**name == "S",
            1 => &**name == "D",
            _ if left.contains(&place) => name.starts_with("L-"),
            _ if right.contains(&place) => name.starts_with("R-"),
            _ => name.starts_with("B-") && place == right.end,
        });
        if in_order && names.len() == right.end + 1 {
            Ok(Self { left, right, labels })
        } else {
            Err(ModelError::Inconsistent("the order of the transitions"))
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.labels.len()
    }

    /// The number of the best transition that is allowed, the first of equals.
    fn best(&self, scores: &[f32], valid: &Valid) -> Option<usize> {
        let allowed = [
            (0..1, valid.shift),
            (1..2, valid.reduce),
            (self.left.clone(), valid.arc),
            (self.right.clone(), valid.arc),
            (self.right.end..self.labels.len(), valid.end_sentence),
        ];
        let mut best: Option<(usize, f32)> = None;
        for (range, _) in allowed.into_iter().filter(|(_, allowed)| *allowed) {
            for (place, &score) in range.clone().zip(scores.get(range).unwrap_or_default()) {
                if best.is_none_or(|(_, highest)| score > highest) {
                    best = Some((place, score));
                }
            }
        }
        best.map(|(place, _)| place)
    }
}

#[expect(clippy::struct_excessive_bools, reason = "one for each kind of transition")]
struct Valid {
    shift: bool,
    reduce: bool,
    arc: bool,
    end_sentence: bool,
}

/// No token.
const NONE: u32 = u32::MAX;

/// A parse under way. Tokens wait in the buffer, which is what is left of the text with the tokens put back before it,
/// and are held on the stack while they can still take dependents.
#[derive(Debug, Default)]
pub(crate) struct Parse {
    length: u32,
    stack: Vec<u32>,
    put_back: Vec<u32>,
    next: u32,
    /// The head of each token, or `NONE`.
    heads: Vec<u32>,
    labels: Vec<Label>,
    /// The dependent added last on either side of each token, and the right one added before a right dependent.
    last_left: Vec<u32>,
    last_right: Vec<u32>,
    right_before: Vec<u32>,
    sentence_starts: Vec<bool>,
    /// Tokens put back once, which may not be shifted again.
    shifted: Vec<bool>,
}

impl Parse {
    /// Parses `length` tokens. Heads and labels follow from [`Parse::arcs`].
    pub(crate) fn run(&mut self, length: usize, moves: &Moves, network: &Transitions, room: &mut Scorer) {
        self.start(length);
        while !(self.stack.is_empty() && self.buffer_length() == 0) {
            let (b0, s0) = (self.buffer(0), self.stacked(0));
            let parts = [
                b0,
                self.buffer(1),
                s0,
                self.stacked(1),
                self.stacked(2),
                dependent(&self.last_left, b0),
                dependent(&self.last_left, s0),
                dependent(&self.last_right, s0),
            ];
            let scores = network.scores(&parts, room);
            let Some(best) = moves.best(scores, &self.valid()) else {
                return;
            };
            match best {
                0 => self.shift(),
                1 => self.reduce(),
                _ if moves.left.contains(&best) => self.left_arc(moves.labels[best]),
                _ if moves.right.contains(&best) => self.right_arc(moves.labels[best]),
                _ => {
                    if let Some(second) = self.buffer(1) {
                        self.sentence_starts[second as usize] = true;
                    }
                }
            }
        }
    }

    /// The head of each token, itself for the roots, and the label of that arc.
    pub(crate) fn arcs(&self) -> impl Iterator<Item = (u32, Label)> {
        self.heads
            .iter()
            .zip(&self.labels)
            .enumerate()
            .map(|(token, (&head, &label))| {
                if head == NONE {
                    (token as u32, Label::ROOT)
                } else {
                    (head, label)
                }
            })
    }

    fn start(&mut self, length: usize) {
        self.length = length as u32;
        self.next = 0;
        self.stack.clear();
        self.put_back.clear();
        for list in [
            &mut self.heads,
            &mut self.last_left,
            &mut self.last_right,
            &mut self.right_before,
        ] {
            list.clear();
            list.resize(length, NONE);
        }
        self.labels.clear();
        self.labels.resize(length, Label::ROOT);
        for list in [&mut self.sentence_starts, &mut self.shifted] {
            list.clear();
            list.resize(length, false);
        }
    }

    fn stacked(&self, depth: usize) -> Option<u32> {
        self.stack.iter().rev().nth(depth).copied()
    }

    fn buffer(&self, place: usize) -> Option<u32> {
        if let Some(&token) = self.put_back.iter().rev().nth(place) {
            return Some(token);
        }
        let token = self.next + (place - self.put_back.len()) as u32;
        Some(token).filter(|&token| token < self.length)
    }

    fn buffer_length(&self) -> usize {
        (self.length - self.next) as usize + self.put_back.len()
    }

    fn valid(&self) -> Valid {
        let empty = self.stack.is_empty();
        let waiting = self.buffer_length();
        let first = self.buffer(0);
        let is = |list: &[bool], token: Option<u32>| token.is_some_and(|token| list[token as usize]);
        let at_start = is(&self.sentence_starts, first);
        let second = self.buffer(1);
        Valid {
            shift: empty || waiting >= 2 && !at_start && !is(&self.shifted, first),
            reduce: !empty,
            arc: !empty && waiting > 0 && !at_start,
            end_sentence: second.is_some()
                && second == first.map(|first| first + 1)
                && !is(&self.sentence_starts, second),
        }
    }

    fn shift(&mut self) {
        let Some(token) = self.buffer(0) else { return };
        if self.put_back.pop().is_none() {
            self.next += 1;
        }
        self.stack.push(token);
    }

    fn reduce(&mut self) {
        let Some(token) = self.stack.pop() else { return };
        if self.heads[token as usize] == NONE && !self.stack.is_empty() {
            self.shifted[token as usize] = true;
            self.put_back.push(token);
        }
    }

    fn left_arc(&mut self, label: Label) {
        let (Some(head), Some(token)) = (self.buffer(0), self.stack.pop()) else {
            return;
        };
        let before = self.heads[token as usize];
        if before != NONE {
            // The token is the last one that its former head took, or it would not be on top of the stack.
            self.last_right[before as usize] = self.right_before[token as usize];
        }
        self.heads[token as usize] = head;
        self.labels[token as usize] = label;
        self.last_left[head as usize] = token;
        self.shifted[head as usize] = false;
    }

    fn right_arc(&mut self, label: Label) {
        let (Some(head), Some(token)) = (self.stacked(0), self.buffer(0)) else {
            return;
        };
        self.heads[token as usize] = head;
        self.labels[token as usize] = label;
        self.right_before[token as usize] = self.last_right[head as usize];
        self.last_right[head as usize] = token;
        self.shift();
    }
}

fn dependent(list: &[u32], token: Option<u32>) -> Option<u32> {
    token
        .map(|token| list[token as usize])
        .filter(|&dependent| dependent != NONE)
}

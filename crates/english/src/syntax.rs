//! Ways about the dependency trees of a document.

use core::ops::Range;

use crate::{Dep, Document};

impl Document {
    /// The sentence that token `index` is in, as a range of token indices; empty where there is no such token.
    #[must_use]
    pub fn sentence_of(&self, index: u32) -> Range<u32> {
        let place = self.sentences.partition_point(|sentence| sentence.end <= index);
        self.sentences.get(place).cloned().unwrap_or_default()
    }

    /// The root of the sentence that token `index` is in.
    #[must_use]
    pub fn root_of(&self, index: u32) -> u32 {
        self.ancestors(index).last().unwrap_or(index)
    }

    /// The tokens that depend on token `index` directly, in order.
    #[must_use]
    pub fn children(&self, index: u32) -> impl DoubleEndedIterator<Item = u32> {
        self.sentence_of(index)
            .filter(move |&child| child != index && self.head(child) == Some(index))
    }

    /// The first token that depends on token `index` directly with that label.
    #[must_use]
    pub fn child(&self, index: u32, dep: Dep) -> Option<u32> {
        self.children(index)
            .find(|&child| self.token(child).is_some_and(|token| token.dep == dep))
    }

    /// Token `index` and all that depends on it, directly or not, in order. They may have others between them.
    #[must_use]
    pub fn subtree(&self, index: u32) -> Vec<u32> {
        let sentence = self.sentence_of(index);
        let mut inside = vec![false; sentence.len()];
        let mut waiting = vec![index];
        while let Some(token) = waiting.pop() {
            let Some(mark) = token
                .checked_sub(sentence.start)
                .and_then(|place| inside.get_mut(place as usize))
            else {
                continue;
            };
            if !*mark {
                *mark = true;
                waiting.extend(self.children(token));
            }
        }
        sentence
            .zip(inside)
            .filter(|(_, inside)| *inside)
            .map(|(token, _)| token)
            .collect()
    }

    /// The heads of token `index`, from its own up to the root of the sentence; none for the root itself.
    pub fn ancestors(&self, index: u32) -> impl Iterator<Item = u32> {
        let up = move |&token: &u32| self.head(token).filter(|&head| head != token);
        core::iter::successors(up(&index), up)
    }

    /// The lowest token that both depend on, or are; `None` where they are in different trees.
    #[must_use]
    pub fn common_ancestor(&self, one: u32, other: u32) -> Option<u32> {
        let of_one: Vec<u32> = core::iter::once(one).chain(self.ancestors(one)).collect();
        core::iter::once(other)
            .chain(self.ancestors(other))
            .find(|token| of_one.contains(token))
    }

    /// The tokens on the way from one token up to the lowest common ancestor and down to the other, all included;
    /// empty where they are in different trees.
    #[must_use]
    pub fn path(&self, from: u32, to: u32) -> Vec<u32> {
        let Some(top) = self.common_ancestor(from, to) else {
            return Vec::new();
        };
        let up = |token| {
            core::iter::once(token)
                .chain(self.ancestors(token))
                .take_while(|&token| token != top)
        };
        let mut path: Vec<u32> = up(from).chain([top]).collect();
        let mut down: Vec<u32> = up(to).collect();
        down.reverse();
        path.append(&mut down);
        path
    }

    fn head(&self, index: u32) -> Option<u32> {
        self.token(index).map(|token| token.head)
    }
}

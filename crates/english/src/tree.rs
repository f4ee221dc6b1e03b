//! From arcs to trees: lifted arcs are put back where they hung, and sentences begin where a root's words begin.

use crate::parser::Label;

/// The heads and labels of a piece of work, and where each token's subtree begins and ends.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// The head of each token, itself for the roots.
    pub(crate) heads: Vec<u32>,
    pub(crate) labels: Vec<Label>,
    pub(crate) sentence_starts: Vec<bool>,
    left: Vec<u32>,
    right: Vec<u32>,
}

impl Tree {
    /// Takes the arcs of a parse; `is_space` says of each token whether it is white space.
    pub(crate) fn build(
        &mut self,
        arcs: impl Iterator<Item = (u32, Label)>,
        is_space: impl Fn(usize) -> bool,
    ) {
        self.heads.clear();
        self.labels.clear();
        for (head, label) in arcs {
            let is_root = head as usize == self.heads.len();
            self.heads.push(head);
            self.labels.push(if is_root { Label::ROOT } else { label });
        }
        self.find_edges();
        self.put_back_lifted(is_space);
        self.find_edges();
        self.sentence_starts.clear();
        self.sentence_starts.resize(self.heads.len(), false);
        for (token, &head) in self.heads.iter().enumerate() {
            if head as usize == token {
                self.sentence_starts[self.left[token] as usize] = true;
            }
        }
    }

    /// Moves each lifted arc to the first token with the recorded label, searching breadth first under its head.
    fn put_back_lifted(&mut self, is_space: impl Fn(usize) -> bool) {
        for token in 0..self.heads.len() {
            let label = self.labels[token];
            let Some(wanted) = label.lifted_from else { continue };
            let mut level = vec![self.heads[token]];
            let wanted = Label {
                dep: wanted,
                lifted_from: None,
            };
            let mut found = None;
            while found.is_none() && !level.is_empty() {
                let mut below = Vec::new();
                for &parent in &level {
                    for child in self.children(parent) {
                        if child as usize == token || is_space(child as usize) {
                            continue;
                        }
                        if self.labels[child as usize] == wanted {
                            found = found.or(Some(child));
                        }
                        below.push(child);
                    }
                }
                // An arc that was put back under its own subtree would make the search go round in circles.
                level = if below.len() > self.heads.len() {
                    Vec::new()
                } else {
                    below
                };
            }
            if let Some(head) = found {
                self.heads[token] = head;
            }
            self.labels[token].lifted_from = None;
        }
    }

    fn children(&self, parent: u32) -> impl Iterator<Item = u32> {
        (self.left[parent as usize]..=self.right[parent as usize])
            .filter(move |&child| child != parent && self.heads[child as usize] == parent)
    }

    /// Finds the first and last token under each. One pass each way suffices for projective trees; others take more.
    fn find_edges(&mut self) {
        let length = self.heads.len() as u32;
        self.left.clear();
        self.left.extend(0..length);
        self.right.clear();
        self.right.extend(0..length);
        for _ in 0..=11 {
            for token in 0..length {
                self.widen(token);
            }
            for token in (0..length).rev() {
                self.widen(token);
            }
            if self.heads_are_within_sentences() {
                break;
            }
        }
    }

    fn widen(&mut self, token: u32) {
        let (token, head) = (token as usize, self.heads[token as usize] as usize);
        self.left[head] = self.left[head].min(self.left[token]);
        self.right[head] = self.right[head].max(self.right[token]);
    }

    fn heads_are_within_sentences(&self) -> bool {
        let length = self.heads.len();
        let mut starts = vec![false; length];
        for (token, &head) in self.heads.iter().enumerate() {
            if head as usize == token {
                starts[self.left[token] as usize] = true;
            }
        }
        let mut start = 0;
        for (end, starts_here) in starts.into_iter().enumerate() {
            if end > 0 && starts_here || end + 1 == length {
                let within = |&head: &u32| (start..=end).contains(&(head as usize));
                if !self.heads[start..end].iter().all(within) {
                    return false;
                }
                start = end;
            }
        }
        true
    }
}

//! Clauses that only describe the subject: "a bear *that killed a hiker* had been fed".

use super::tokens::Token;
use crate::words::classify;

/// Where a reader is in such a clause.
#[derive(Debug, Default)]
pub(super) struct Description {
    place: Place,
    /// Whether the word before was part of a verb.
    in_verb: bool,
}

#[derive(Debug, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Outside,
    /// Before its verb.
    Opened,
    /// After its verb: the next one is the main one.
    Told,
}

impl Description {
    /// Goes on to the word at `at`; whether it is in such a clause.
    ///
    /// `main` says whether the main verb has been met, `is_verb` whether this word is one.
    pub(super) fn holds(&mut self, tokens: &[Token<'_>], at: usize, main: bool, is_verb: bool) -> bool {
        let lower = tokens[at].lower.as_str();
        let after_noun = at.checked_sub(1).is_some_and(|before| {
            let before = &tokens[before];
            before.mark.is_none() && classify(before.text, &before.lower).is_nominal()
        });
        match self.place {
            Place::Outside if !main && after_noun && matches!(lower, "that" | "who" | "which") => {
                self.place = Place::Opened;
                self.in_verb = false;
            }
            // "a clock *that hangs* in the hall".
            Place::Opened if is_verb || is_third_person(tokens, at) => self.place = Place::Told,
            Place::Told if is_verb && !self.in_verb => self.place = Place::Outside,
            _ => {}
        }
        self.in_verb = is_verb || self.in_verb && matches!(lower, "not" | "never" | "also" | "already");
        self.place != Place::Outside
    }
}

/// Whether the word right after "that", "who" or "which" has the form of a verb in the third person.
fn is_third_person(tokens: &[Token<'_>], at: usize) -> bool {
    let lower = &tokens[at].lower;
    let first = at
        .checked_sub(1)
        .is_some_and(|before| matches!(tokens[before].lower.as_str(), "that" | "who" | "which"));
    first && lower.len() > 3 && lower.ends_with('s') && !lower.ends_with("ss")
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;
    use crate::Span;
    use crate::words::Class;

    #[test]
    fn what_describes_the_subject_ends_at_the_main_verb() {
        let text = "a bear that had killed a hiker was fed by tourists";
        let tokens = tokens(text, Span::new(0, text.len() as u32));
        let mut description = Description::default();
        let within: Vec<&str> = (0..tokens.len())
            .filter(|&at| {
                let token = &tokens[at];
                let verb =
                    classify(token.text, &token.lower) == Class::Auxiliary || token.lower.ends_with("ed");
                description.holds(&tokens, at, false, verb)
            })
            .map(|at| tokens[at].text)
            .collect();
        assert_eq!(within, ["that", "had", "killed", "a", "hiker"]);
    }
}

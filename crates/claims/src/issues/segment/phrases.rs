//! Words that mean one thing together.

use super::tokens::Token;
use crate::issues::terms::{base_form, is_irregular_past, joined};
use crate::issues::values;
use crate::words::{Class, classify};

/// What stands for somebody who is only known as somebody’s: "his client".
pub(in super::super) const ANYBODY: &str = "#anybody";

/// Words between a verb and its particle, at most: "called *the talks* off".
const APART: usize = 3;

/// The tokens of a clause with "called off", "in order" and "had nothing to do with" as one each.
pub(super) fn put_together<'a>(tokens: &[Token<'a>]) -> Vec<Token<'a>> {
    let mut whole: Vec<Token<'_>> = Vec::with_capacity(tokens.len());
    let mut used = vec![false; tokens.len()];
    for at in 0..tokens.len() {
        if used[at] {
            continue;
        }
        let lower = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_str());
        let mut one = tokens[at].clone();
        if is_kind_of_place(lower(at))
            && lower(at + 1) == "of"
            && tokens
                .get(at + 2)
                .is_some_and(|name| name.text.starts_with(char::is_uppercase))
        {
            used[at + 1] = true;
            continue;
        }
        if lower(at + 1) == "nothing"
            && lower(at + 2) == "to"
            && lower(at + 3) == "do"
            && is_having(lower(at))
        {
            // What negates it is read from the words as they stand.
            one.text = "linked";
            "linked".clone_into(&mut one.lower);
            used[at + 1..at + 4].fill(true);
            if lower(at + 4) == "with" {
                used[at + 4] = true;
            }
        } else if let Some(length) = anybody(tokens, at) {
            one.text = tokens[at + length].text;
            ANYBODY.clone_into(&mut one.lower);
            one.mark = tokens[at + length].mark;
            one.span.end = tokens[at + length].span.end;
            used[at + 1..=at + length].fill(true);
        } else if lower(at) == "in"
            && matches!(lower(at + 1), "good" | "working" | "perfect" | "full")
            && lower(at + 2) == "order"
        {
            "in_order".clone_into(&mut one.lower);
            one.mark = tokens[at + 2].mark;
            used[at + 1..at + 3].fill(true);
        } else if let Some((second, word)) = partner(tokens, at) {
            one.lower = word;
            if second == at + 1 {
                one.span.end = tokens[second].span.end;
                one.mark = tokens[second].mark;
            }
            used[second] = true;
        }
        whole.push(one);
    }
    whole
}

/// The token that makes one word with the one at `at`, and that word.
fn partner(tokens: &[Token<'_>], at: usize) -> Option<(usize, String)> {
    let first = &tokens[at];
    if first.mark.is_some() || first.text.starts_with(char::is_uppercase) {
        return None;
    }
    let next = tokens.get(at + 1)?;
    if let Some(word) = joined(&first.lower, &next.lower) {
        return Some((at + 1, word));
    }
    let within = (at + 1..tokens.len().min(at + 2 + APART)).take_while(|&other| {
        tokens[other - 1].mark.is_none()
            && !matches!(
                classify(tokens[other].text, &tokens[other].lower),
                Class::Auxiliary | Class::Conjunction | Class::That | Class::Subordinator
            )
    });
    within
        .skip(1)
        .filter(|&other| {
            matches!(
                tokens[other].lower.as_str(),
                "up" | "down" | "off" | "out" | "back" | "away"
            )
        })
        .find_map(|other| Some((other, joined(&first.lower, &tokens[other].lower)?)))
}

/// The words that follow "his" and the like, with which it names people who may be anybody: "his *client*".
fn anybody(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let owned = matches!(
        tokens[at].lower.as_str(),
        "his" | "her" | "their" | "its" | "our" | "my"
    );
    let is_somebody = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            matches!(
                base_form(&token.lower).as_str(),
                "client"
                    | "member"
                    | "patient"
                    | "employe"
                    | "worker"
                    | "staff"
                    | "driver"
                    | "player"
                    | "colleagu"
                    | "officer"
                    | "soldier"
                    | "pilot"
                    | "crew"
                    | "pupil"
                    | "student"
                    | "customer"
                    | "husband"
                    | "wif"
                    | "son"
                    | "daughter"
                    | "brother"
                    | "sister"
                    | "father"
                    | "mother"
            )
        })
    };
    let ends = |at: usize| {
        let next = tokens.get(at + 1);
        let verb = |lower: &str| lower.ends_with("ed") || is_irregular_past(lower);
        tokens[at].mark.is_some()
            || next.is_none_or(|next| !classify(next.text, &next.lower).is_nominal() || verb(&next.lower))
    };
    (1..3).find(|&length| owned && is_somebody(at + length) && ends(at + length))
}

/// Nouns that say no more than the name behind them: "the *town of* Orlan".
fn is_kind_of_place(lower: &str) -> bool {
    matches!(
        lower,
        "town"
            | "city"
            | "village"
            | "island"
            | "province"
            | "state"
            | "region"
            | "district"
            | "county"
            | "capital"
            | "hamlet"
            | "republic"
            | "kingdom"
    )
}

fn is_having(lower: &str) -> bool {
    matches!(lower, "has" | "have" | "had" | "having")
}

/// Whether a negated clause tells when something was, and not that it was not: "not until nine o’clock".
pub(super) fn only_delays(tokens: &[Token<'_>]) -> bool {
    let negation = tokens.iter().position(|token| {
        classify(token.text, &token.lower) == Class::Negation || token.lower.ends_with("n't")
    });
    let until = tokens.iter().position(|token| token.lower == "until");
    let (Some(negation), Some(until)) = (negation, until) else {
        return false;
    };
    negation < until
        && until - negation < 6
        && tokens.get(until + 1).is_some_and(|next| {
            let number = values::number_word(&next.lower).is_some();
            number
                || next.text.starts_with(|c: char| c.is_numeric())
                || matches!(base_form(&next.lower).as_str(), "noon" | "midnight" | "after")
        })
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;
    use crate::Span;

    fn words(text: &str) -> Vec<String> {
        let tokens = put_together(&tokens(text, Span::new(0, text.len() as u32)));
        tokens.into_iter().map(|token| token.lower).collect()
    }

    #[test]
    fn two_words_that_are_one_are_read_as_one() {
        assert_eq!(
            words("the pump had broken down"),
            ["the", "pump", "had", "break_down"]
        );
        assert_eq!(
            words("she called the talks off"),
            ["she", "call_off", "the", "talks"]
        );
        assert_eq!(words("all was in order"), ["all", "was", "in_order"]);
        assert_eq!(
            words("it had nothing to do with the fire"),
            ["it", "linked", "the", "fire"]
        );
        assert_eq!(words("she looked up"), ["she", "looked", "up"]);
        assert_eq!(words("his client fell"), ["#anybody", "fell"]);
        assert_eq!(words("all was in good order"), ["all", "was", "in_order"]);
        assert_eq!(
            words("the town of Orlan fell"),
            ["the", "Orlan", "fell"].map(str::to_lowercase)
        );
    }

    #[test]
    fn what_was_late_was_not_left_out() {
        let delays = |text: &str| only_delays(&tokens(text, Span::new(0, text.len() as u32)));
        assert!(delays("the order had not come until 9 o’clock"));
        assert!(!delays("the mine will not open until the gas is gone"));
        assert!(!delays("the order did not come"));
    }
}

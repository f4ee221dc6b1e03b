//! Numbers and times in a clause, for telling accounts apart that agree on all else.

use super::segment::Token;
use super::terms::base_form;

/// A number with what it counts, or a date.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Value {
    /// What is counted, as a base form; "date" for a day of a month, "month" for a month alone, "weekday", "year".
    pub(super) unit: String,
    /// The least and the most that it can be.
    pub(super) least: f64,
    pub(super) most: f64,
    /// As written.
    pub(super) written: String,
}

impl Value {
    /// Whether the two cannot both be right.
    pub(super) fn excludes(&self, other: &Self) -> bool {
        self.unit == other.unit && (self.most < other.least || other.most < self.least)
    }
}

/// The values of a clause, in order.
pub(super) fn read(tokens: &[Token<'_>]) -> Vec<Value> {
    let mut values = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(month) = month(&tokens[at].lower).filter(|_| is_date(tokens, at)) {
            let day = tokens.get(at + 1).and_then(|next| day(&next.lower));
            let number = f64::from(month * 100 + day.unwrap_or(0));
            values.push(Value {
                unit: if day.is_some() { "date" } else { "month" }.to_owned(),
                least: number,
                most: number,
                written: written(&tokens[at..at + 1 + usize::from(day.is_some())]),
            });
            at += 1 + usize::from(day.is_some());
            continue;
        }
        if let Some((value, length)) = hour(tokens, at) {
            values.push(value);
            at += length;
            continue;
        }
        if let Some((unit, number)) = weekday(tokens, at).or_else(|| year(tokens, at)) {
            values.push(Value {
                unit: unit.to_owned(),
                least: number,
                most: number,
                written: tokens[at].text.to_owned(),
            });
            at += 1;
            continue;
        }
        let Some((number, length)) = number(&tokens[at..]) else {
            at += 1;
            continue;
        };
        let end = at + length;
        let money = tokens[at].lower.starts_with('$');
        let unit = if money {
            Some("$".to_owned())
        } else {
            unit(&tokens[end..])
        };
        if let Some(unit) = unit {
            let (least, most) = bounds(tokens, at, number);
            let stop = if money { end } else { end + 1 };
            values.push(Value {
                unit,
                least,
                most,
                written: written(&tokens[at..stop.min(tokens.len())]),
            });
        }
        at = end;
    }
    values
}

/// "May" and "March" are months only after "in", "on" and the like, or before a day.
fn is_date(tokens: &[Token<'_>], at: usize) -> bool {
    let capital = tokens[at].text.starts_with(char::is_uppercase);
    let before = at.checked_sub(1).map(|i| tokens[i].lower.as_str());
    capital
        && (matches!(
            before,
            Some(
                "in" | "on"
                    | "by"
                    | "until"
                    | "since"
                    | "from"
                    | "for"
                    | "before"
                    | "after"
                    | "next"
                    | "of"
                    | "early"
                    | "late"
                    | "mid"
            )
        ) || tokens.get(at + 1).is_some_and(|next| day(&next.lower).is_some()))
}

/// "on Tuesday": when it was; "the Tuesday market" and "by Tuesday" are something else.
fn weekday(tokens: &[Token<'_>], at: usize) -> Option<(&'static str, f64)> {
    let day = match tokens[at].lower.as_str() {
        "monday" => 0.0,
        "tuesday" => 1.0,
        "wednesday" => 2.0,
        "thursday" => 3.0,
        "friday" => 4.0,
        "saturday" => 5.0,
        "sunday" => 6.0,
        _ => return None,
    };
    let on = at
        .checked_sub(1)
        .is_some_and(|before| tokens[before].lower == "on");
    Some(("weekday", day)).filter(|_| on)
}

/// "6 o’clock", "nine o’clock", "6:30 p.m.", "noon": a time of day, and how many words it takes.
fn hour(tokens: &[Token<'_>], at: usize) -> Option<(Value, usize)> {
    let lower = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_str());
    let (unit, time, length) = match lower(at) {
        "noon" => ("hour", 12.0, 1),
        first => {
            let hour = first.parse().ok().or_else(|| number_word(first))?;
            let minutes = Some(lower(at + 1))
                .filter(|_| tokens[at].mark == Some(':'))
                .and_then(|minutes| minutes.parse::<f64>().ok());
            let length = 1 + usize::from(minutes.is_some());
            let (unit, noon) = match lower(at + length) {
                "o'clock" => ("o'clock", 0.0),
                "a.m" | "am" => ("hour", 0.0),
                "p.m" | "pm" => ("hour", 12.0),
                _ => return None,
            };
            let time: f64 = hour % 12.0 + noon + minutes.unwrap_or(0.0) / 60.0;
            (unit, time, length + 1)
        }
    };
    let (least, most) = match at.checked_sub(1).map_or("", lower) {
        "before" | "by" => (f64::NEG_INFINITY, time),
        "after" => (time, f64::INFINITY),
        "about" | "around" | "toward" => (time - 0.5, time + 0.5),
        _ => (time, time),
    };
    let written = written(&tokens[at..(at + length).min(tokens.len())]);
    let unit = unit.to_owned();
    Some((
        Value {
            unit,
            least,
            most,
            written,
        },
        length,
    ))
}

/// "in 2019".
fn year(tokens: &[Token<'_>], at: usize) -> Option<(&'static str, f64)> {
    let year: f64 = tokens[at].lower.parse().ok()?;
    let within = at
        .checked_sub(1)
        .is_some_and(|before| tokens[before].lower == "in");
    Some(("year", year)).filter(|_| within && year.fract() == 0.0 && (1800.0..2100.0).contains(&year))
}

fn month(lower: &str) -> Option<u16> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    MONTHS
        .iter()
        .position(|month| *month == lower || lower.len() > 2 && lower != "mar" && month[..3] == *lower)
        .map(|at| at as u16 + 1)
}

fn day(lower: &str) -> Option<u16> {
    let digits = lower.trim_end_matches(|c: char| c.is_alphabetic());
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// A number and how many words it takes.
fn number(tokens: &[Token<'_>]) -> Option<(f64, usize)> {
    let first = tokens.first()?;
    let digits = first.lower.trim_start_matches('$').replace(',', "");
    let (mut value, mut length) = match digits.parse::<f64>() {
        Ok(value) if value.is_finite() => (value, 1),
        _ => (number_word(&first.lower)?, 1),
    };
    while let Some(scale) = tokens.get(length).and_then(|next| scale(&next.lower)) {
        value *= scale;
        length += 1;
    }
    // Years are no counts.
    let year = length == 1 && (1800.0..2100.0).contains(&value) && !first.lower.contains(',');
    (!year).then_some((value, length))
}

/// Number words from two on: "one" is seldom a count.
pub(super) fn number_word(lower: &str) -> Option<f64> {
    const SMALL: [&str; 19] = [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    const TENS: [&str; 7] = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if let Some(at) = SMALL.iter().position(|word| *word == lower) {
        return u8::try_from(at + 2).ok().map(f64::from);
    }
    if let Some(at) = TENS.iter().position(|word| *word == lower) {
        return u8::try_from(at * 10 + 30).ok().map(f64::from);
    }
    let (tens, ones) = lower.split_once('-')?;
    let ones = if ones == "one" { 1.0 } else { number_word(ones)? };
    (ones < 10.0).then(|| Some(number_word(tens)? + ones)).flatten()
}

fn scale(lower: &str) -> Option<f64> {
    Some(match lower {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" | "m" => 1e6,
        "billion" | "bn" => 1e9,
        "trillion" => 1e12,
        "dozen" => 12.0,
        _ => return None,
    })
}

/// What is counted: the noun after the number, which an adjective may precede only where it is no noun itself.
fn unit(after: &[Token<'_>]) -> Option<String> {
    let next = after.first()?;
    let lower = next.lower.as_str();
    if lower.starts_with(|c: char| !c.is_alphabetic()) || lower.len() < 3 && lower != "%" {
        return None;
    }
    if matches!(lower, "%" | "percent" | "per") {
        return Some("percent".to_owned());
    }
    let counts = !matches!(
        lower,
        "of" | "and"
            | "or"
            | "the"
            | "to"
            | "in"
            | "on"
            | "at"
            | "more"
            | "other"
            | "others"
            | "for"
            | "from"
            | "with"
            | "had"
            | "has"
            | "have"
            | "was"
            | "were"
            | "are"
            | "is"
            | "by"
            | "that"
            | "points"
            | "point"
            | "times"
            | "o'clock"
    );
    counts.then(|| base_form(lower))
}

/// "at least 14" can be more, "about 40" can be a little more or less.
fn bounds(tokens: &[Token<'_>], at: usize, number: f64) -> (f64, f64) {
    let before = |back: usize| at.checked_sub(back).map(|i| tokens[i].lower.as_str());
    match (before(2), before(1)) {
        (Some("at"), Some("least"))
        | (Some("more" | "fewer" | "less"), Some("than"))
        | (_, Some("over" | "above")) => match before(2) {
            Some("fewer" | "less") => (0.0, number),
            _ => (number, f64::INFINITY),
        },
        (Some("at"), Some("most")) | (Some("up"), Some("to")) | (_, Some("under" | "below")) => (0.0, number),
        (_, Some("about" | "around" | "roughly" | "some" | "nearly" | "almost" | "approximately")) => {
            (number * 0.8, number * 1.2)
        }
        _ => (number, number),
    }
}

fn written(tokens: &[Token<'_>]) -> String {
    tokens
        .iter()
        .map(|token| token.text)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::segment::tokens;
    use super::*;
    use crate::Span;

    fn of(text: &str) -> Vec<(String, f64, f64)> {
        let values = read(&tokens(text, Span::new(0, text.len() as u32)));
        values
            .into_iter()
            .map(|value| (value.unit, value.least, value.most))
            .collect()
    }

    #[test]
    fn numbers_have_units_and_bounds() {
        let one = |unit: &str, least, most| vec![(base_form(unit), least, most)];
        assert_eq!(of("the dam cost 240 million crowns"), one("crowns", 240e6, 240e6));
        assert_eq!(of("six people were hurt"), one("people", 6.0, 6.0));
        assert_eq!(
            of("at least 14 people were hurt"),
            one("people", 14.0, f64::INFINITY)
        );
        assert_eq!(
            of("more than 80,000 people marched"),
            one("people", 80e3, f64::INFINITY)
        );
        assert_eq!(of("forty-two wolves"), one("wolves", 42.0, 42.0));
        assert_eq!(of("a rise of 4 percent"), vec![("percent".to_owned(), 4.0, 4.0)]);
        assert_eq!(
            of("held on October 12"),
            vec![("date".to_owned(), 1012.0, 1012.0)]
        );
        assert_eq!(
            of("it will open in May"),
            vec![("month".to_owned(), 500.0, 500.0)]
        );
        assert_eq!(of("it may open since 2016"), vec![]);
        assert_eq!(of("it opened in 2016"), vec![("year".to_owned(), 2016.0, 2016.0)]);
        assert_eq!(
            of("the talks broke off on Tuesday"),
            vec![("weekday".to_owned(), 1.0, 1.0)]
        );
        assert_eq!(of("the Tuesday market closed"), vec![]);
        assert_eq!(of("it came at 6 o’clock"), vec![("o'clock".to_owned(), 6.0, 6.0)]);
        assert_eq!(
            of("it came at 6:30 p.m. with rain"),
            vec![("hour".to_owned(), 18.5, 18.5)]
        );
        assert_eq!(
            of("it came after noon"),
            vec![("hour".to_owned(), 12.0, f64::INFINITY)]
        );
    }

    #[test]
    fn only_what_cannot_both_be_excludes() {
        let value = |text: &str| read(&tokens(text, Span::new(0, text.len() as u32))).remove(0);
        assert!(value("14 people").excludes(&value("6 people")));
        assert!(!value("at least 14 people").excludes(&value("20 people")));
        assert!(!value("about 40 people").excludes(&value("42 people")));
        assert!(!value("14 people").excludes(&value("6 dogs")));
    }
}

//! What a statement is about: the words that matter of the clause or phrase that it takes a stance on.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::Context;
use crate::lexicon::{Lexicon, Pos};
use crate::speakers::country_of;
use crate::words::{Class, classify, is_time, is_title};
use crate::{Act, Span, StatementId};

const SYNONYMS: &str = include_str!("../../data/synonyms.txt");

/// Words of a content that are read; what a long quotation is about stands at its start.
const WORDS: usize = 14;

/// Statements through which a stance is composed.
const DEPTH: usize = 8;

/// The words of a proposition and the stance that the statement's act gives on it.
#[derive(Debug, Clone, Default)]
pub(super) struct Proposition {
    /// Stems, names marked; sorted, each once.
    pub(super) stems: Vec<String>,
    /// +1: held to be so; -1: held not to be so; 0: neither.
    pub(super) sign: i8,
    /// The words themselves, for a label.
    pub(super) words: Option<Span>,
    /// Whether those words are negated.
    pub(super) negated: bool,
}

/// Which way an act points.
pub(super) fn sign_of(act: Act) -> i8 {
    match act {
        Act::Asserts | Act::Believes | Act::Accepts | Act::Presses | Act::Demands | Act::Promises => 1,
        Act::Denies | Act::Disputes | Act::Doubts => -1,
        Act::Questions | Act::Declines | Act::Withholds => 0,
    }
}

/// The proposition that a statement takes a stance on, through the nouns that stand for other statements:
/// accepting a denial of P is a stance against P.
pub(super) fn of(context: &Context<'_>, id: StatementId) -> Proposition {
    let mut at = id;
    let mut sign = 1;
    for _ in 0..DEPTH {
        let statement = &context.analysis.statements[at.index()];
        let topical = statement.topical && statement.act == Act::Asserts;
        let direct = if topical { 0 } else { sign_of(statement.act) };
        // A noun that is read as a denial for its negated clause: the clause's own negation is counted below.
        let clause_negated = statement
            .content
            .first()
            .is_some_and(|&span| is_negated(span.of(context.text(at))));
        let counted = if statement.nominal && direct < 0 && clause_negated {
            1
        } else {
            direct
        };
        sign *= counted;
        let Some(&whole) = statement.content.first() else {
            return Proposition {
                sign,
                ..Proposition::default()
            };
        };
        let leading = context.children[at.index()].iter().copied().find(|&child| {
            let inner = &context.analysis.statements[child.index()];
            let starts = inner
                .source
                .first()
                .or(inner.cue.first())
                .map_or(u32::MAX, |span| span.start);
            let cue = inner.cue.first().map_or(u32::MAX, |span| span.start);
            inner.nominal
                && starts.min(cue) <= whole.start + 6
                && cue < whole.start + 60
                && (!inner.content.is_empty() || sign_of(inner.act) < 0)
        });
        if let Some(child) = leading {
            at = child;
            continue;
        }
        let text = context.text(at);
        let stop = excluded(context, at, whole);
        let hull = Span::new(whole.start, stop.unwrap_or(whole.end));
        let words = hull.of(text);
        let negated = is_negated(words);
        if negated {
            sign = -sign;
        }
        return Proposition {
            stems: stems(words),
            sign,
            words: Some(hull),
            negated,
        };
    }
    Proposition::default()
}

/// Where the clause of a noun inside the content starts ("accepted the assurances *that …*"): it is another point.
fn excluded(context: &Context<'_>, at: StatementId, whole: Span) -> Option<u32> {
    let mut stop = None;
    let mut pending = context.children[at.index()].clone();
    let mut seen = 0;
    while let Some(child) = pending.pop() {
        seen += 1;
        if seen > DEPTH {
            break;
        }
        let inner = &context.analysis.statements[child.index()];
        if inner.nominal
            && let (Some(cue), Some(clause)) = (inner.cue.first(), inner.content.first())
            && whole.contains(*clause)
        {
            stop = Some(stop.map_or(cue.end, |stop: u32| stop.min(cue.end)));
        }
        pending.extend(&context.children[child.index()]);
    }
    stop
}

/// Words of a text, at most [`WORDS`] that matter.
fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '.')))
        .map(|word| word.trim_matches(['\'', '’', '.']))
        .filter(|word| !word.is_empty())
}

/// Whether the first clause of the words is negated.
fn is_negated(text: &str) -> bool {
    let mut count = 0;
    for word in split(text).take(9) {
        let lower = word.to_lowercase().replace('’', "'");
        count += usize::from(
            matches!(
                lower.as_str(),
                "not" | "never" | "no" | "cannot" | "nobody" | "nothing"
            ) || lower.ends_with("n't"),
        );
        if matches!(lower.as_str(), "because" | "who" | "which" | "but") {
            break;
        }
    }
    count % 2 == 1
}

/// The stems of a text's words that matter; sorted, each once.
pub(crate) fn stems(text: &str) -> Vec<String> {
    let mut stems: Vec<String> = split(text).filter_map(stem).take(WORDS).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// What a word counts as; `None` for words without matter.
fn stem(word: &str) -> Option<String> {
    let lower = word.to_lowercase().replace('’', "'");
    let lower = lower.strip_suffix("'s").unwrap_or(&lower);
    if let Some(country) = country_of(lower).or_else(|| country_of(&format!("{lower}."))) {
        return Some(format!("@{country}"));
    }
    if is_title(lower)
        || is_title(&format!("{lower}."))
        || is_time(lower)
        || lower.ends_with("n't")
        || lower.chars().count() < 2
    {
        return None;
    }
    if matches!(
        lower,
        "true"
            | "so"
            | "says"
            | "said"
            | "way"
            | "people"
            | "really"
            | "very"
            | "going"
            | "thing"
            | "things"
            | "day"
            | "time"
            | "lot"
            | "ever"
            | "new"
            | "one"
            | "two"
            | "not"
    ) {
        return None;
    }
    // A cue counts as what it does, so that "accepted the assurances" and "accepted the denial" are one point.
    for (cue, _) in Lexicon::get()
        .starting_with(lower)
        .iter()
        .filter(|(cue, _)| cue.rest.is_empty())
    {
        match cue.pos {
            Pos::Noun if matches!(cue.act, Act::Asserts | Act::Denies | Act::Believes) => {
                return Some("#words".to_owned());
            }
            Pos::Verb
                if !matches!(
                    cue.act,
                    Act::Asserts | Act::Believes | Act::Demands | Act::Promises
                ) =>
            {
                return Some(format!("#{}", cue.act));
            }
            _ => {}
        }
    }
    match classify(word, lower) {
        Class::Word | Class::Verb | Class::Number => Some(synonym(&shorten(lower))),
        Class::Capital => Some(format!("@{}", shorten(lower))),
        _ => None,
    }
}

/// Cuts the commonest endings.
fn shorten(lower: &str) -> String {
    for ending in [
        "ements", "ement", "ences", "ence", "ances", "ance", "ations", "ation", "ions", "ion", "ings", "ing",
        "ers", "ies", "ed", "er", "es", "s", "e", "y",
    ] {
        if let Some(stem) = lower.strip_suffix(ending)
            && stem.chars().count() >= 3
        {
            return stem.to_owned();
        }
    }
    lower.to_owned()
}

fn synonym(stem: &str) -> String {
    static GROUPS: OnceLock<HashMap<&'static str, &'static str>> = OnceLock::new();
    let groups = GROUPS.get_or_init(|| {
        let lines = SYNONYMS.lines().filter(|line| !line.starts_with('#'));
        lines
            .flat_map(|line| {
                let first = line.split_whitespace().next().unwrap_or_default();
                line.split_whitespace().map(move |word| (word, first))
            })
            .collect()
    });
    groups.get(stem).copied().unwrap_or(stem).to_owned()
}

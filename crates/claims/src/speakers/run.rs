//! Where a name begins and ends.

use core::ops::Range;

use english::{EntityKind, Pos, Tag};

use super::nouns::{Noun, first_name, is_honorific, noun};
use super::text::Text;
use crate::statements::is_known_noun;
use crate::words::{is_time, is_title};

pub(super) fn entity(text: &Text<'_>, at: u32) -> Option<EntityKind> {
    text.document.token(at).and_then(|token| token.entity)
}

/// Whether the token can be part of a name.
pub(super) fn is_name_word(text: &Text<'_>, at: u32) -> bool {
    let word = text.word(at);
    if word.starts_with('@') && word.len() > 1 {
        return true;
    }
    if !text.starts_with_capital(at) || matches!(text.tag(at), Some(Tag::Prp | Tag::PrpPoss)) {
        return false;
    }
    let lower = text.lower(at);
    if is_party(word) && matches!(text.word(at.wrapping_sub(1)), "(" | ",") {
        return false;
    }
    if text.is_surname(at) {
        return true;
    }
    if is_time(&lower) {
        return false;
    }
    match entity(text, at) {
        Some(
            EntityKind::Date
            | EntityKind::Time
            | EntityKind::Money
            | EntityKind::Percent
            | EntityKind::Ordinal,
        ) => false,
        Some(
            EntityKind::Person
            | EntityKind::Org
            | EntityKind::Gpe
            | EntityKind::Norp
            | EntityKind::Fac
            | EntityKind::Loc,
        ) => {
            !matches!(
                text.pos(at),
                Some(Pos::Det | Pos::Adp | Pos::Cconj | Pos::Verb | Pos::Aux | Pos::Adv | Pos::Punct)
            ) || text.pos(at) == Some(Pos::Verb) && !opens(text, at)
        }
        // In the middle of a sentence a noun with a capital is a name that the tagger has not met.
        None if text.pos(at) == Some(Pos::Noun) && (!opens(text, at) || takes_turn(text, at)) => true,
        _ => {
            text.pos(at) == Some(Pos::Propn)
                || is_honorific(&lower)
                || (is_title(&lower) || noun(&lower).is_some()) && !opens(text, at)
        }
    }
}

/// "Halloran: I was there": a word that no list knows, before the colon of a turn.
fn takes_turn(text: &Text<'_>, at: u32) -> bool {
    text.word(at + 1) == ":" && !is_known_noun(text.document.lemma(at))
}

/// Whether the token opens its sentence, or a quotation.
pub(super) fn opens(text: &Text<'_>, at: u32) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    text.sentence(before) != text.sentence(at) || matches!(text.word(before), "“" | "\"" | "‘" | ":")
}

/// "R-Ohio", "D", as in "Ana Brill (D-N.Y.)".
pub(super) fn is_party(word: &str) -> bool {
    let mut letters = word.chars();
    matches!(letters.next(), Some('R' | 'D' | 'I')) && matches!(letters.next(), None | Some('-' | '–'))
}

pub(super) fn is_office(lower: &str) -> bool {
    matches!(
        lower,
        "secretary"
            | "minister"
            | "director"
            | "chief"
            | "speaker"
            | "director-general"
            | "head"
            | "leader"
            | "duke"
            | "prince"
            | "bishop"
            | "archbishop"
            | "lord"
            | "attorney"
            | "undersecretary"
            | "chancellor"
    )
}

/// Words that make a name the name of a body.
pub(super) fn is_body_word(lower: &str) -> bool {
    noun(lower) == Some(Noun::Body)
        || matches!(
            lower,
            "inc."
                | "inc"
                | "corp."
                | "corp"
                | "co."
                | "ltd"
                | "ltd."
                | "times"
                | "news"
                | "house"
                | "senate"
                | "office"
                | "kremlin"
                | "pac"
                | "pentagon"
                | "journal"
                | "tribune"
                | "herald"
                | "gazette"
                | "museum"
                | "airlines"
                | "states"
                | "nations"
                | "kingdom"
                | "fund"
                | "industries"
                | "observer"
                | "courier"
                | "register"
                | "works"
                | "exchange"
                | "reuters"
                | "duma"
                | "knesset"
                | "bundestag"
                | "center"
                | "centre"
                | "action"
                | "campaign"
                | "daily"
                | "wire"
                | "systems"
                | "labs"
                | "shipping"
                | "ferries"
                | "airways"
                | "energy"
                | "motors"
                | "shipyard"
                | "lines"
                | "partners"
                | "holdings"
        )
}

/// The run of words that the name which starts at `at` may have.
pub(super) fn run(text: &Text<'_>, at: u32, high: u32) -> Range<u32> {
    let mut end = at + 1;
    if text.word(at).starts_with('@') {
        return at..end;
    }
    let named = |at: u32| at < high && is_name_word(text, at) && !text.word(at).starts_with('@');
    let touching = |at: u32| {
        let tokens = text.document.tokens();
        let (one, other) = (tokens.get(at as usize - 1), tokens.get(at as usize));
        matches!((one, other), (Some(one), Some(other)) if one.span.end == other.span.start)
    };
    while end < high {
        let same_entity = |to: u32| {
            let entities = text.document.entities();
            let place = entities.partition_point(|entity| entity.tokens.end < end);
            entities
                .get(place)
                .is_some_and(|entity| entity.tokens.contains(&(end - 1)) && entity.tokens.contains(&to))
        };
        let before = text.lower(end - 1);
        // "Ana Brill. Image: Tom Ode".
        let label = text.word(end + 1) == ":"
            && matches!(
                text.lower(end).as_str(),
                "image" | "photo" | "picture" | "file" | "video" | "audio" | "credit" | "source"
            );
        let joined = if named(end) && label {
            false
        } else if named(end) {
            // Two names side by side are two people's.
            let apart = entity(text, end - 1) == Some(EntityKind::Person)
                && entity(text, end) == Some(EntityKind::Person)
                && !same_entity(end)
                && text.head(end - 1) != end
                && text.head(end - 1) != text.head(end);
            !apart && text.sentence(end) == text.sentence(end - 1)
        } else {
            match text.lower(end).as_str() {
                "-" | "‐" | "–" => {
                    let lower = same_entity(end + 1) || text.pos(end + 1) == Some(Pos::Propn);
                    touching(end) && touching(end + 1) && (named(end + 1) || lower)
                }
                "of" => {
                    let person =
                        first_name(&text.lower(at)).is_some() && end > at + 1 && !is_body_word(&before);
                    !person
                        && named(end + 1)
                        && (same_entity(end + 1) || is_body_word(&before) || is_office(&before))
                }
                // "MR. ODE".
                "." => {
                    is_honorific(&before)
                        && touching(end)
                        && end + 1 < high
                        && text.starts_with_capital(end + 1)
                }
                "the" | "for" | "and" | "&" | "on" | "in" => {
                    let person = first_name(&text.lower(at)).is_some() && end > at + 1;
                    same_entity(end)
                        && same_entity(end + 1)
                        && entity(text, end) == Some(EntityKind::Org)
                        && !person
                }
                "de" | "van" | "von" | "bin" | "al" | "der" | "la" | "du" | "di" | "dos" | "da" | "del"
                | "el" => {
                    (named(end + 1) || same_entity(end + 1)) && entity(text, end - 1) != Some(EntityKind::Gpe)
                }
                "'" | "’" => touching(end) && touching(end + 1) && same_entity(end + 1),
                _ => false,
            }
        };
        if !joined {
            break;
        }
        // With the lower-case half of "Min-woo".
        end += if matches!(text.word(end), "-" | "‐" | "–") {
            2
        } else {
            1
        };
    }
    at..end
}

/// Whether the noun before a name says that it is a body's: "the newspaper Nordnytt"; "The company, Brill Mills, said".
pub(super) fn is_told_as_body(text: &Text<'_>, name: &Range<u32>, lower: &[String]) -> bool {
    let known = lower.first().is_some_and(|first| first_name(first).is_some());
    let Some(before) = name.start.checked_sub(1).filter(|_| !known) else {
        return false;
    };
    let apart = text.word(before) == ",";
    let Some(noun) = before.checked_sub(u32::from(apart)) else {
        return false;
    };
    let is_article = |at: u32| matches!(text.lower(at).as_str(), "the" | "a" | "an");
    let articled = if apart {
        let first = noun.checked_sub(1).filter(|&first| is_article(first));
        first.is_some_and(|first| {
            let opens = first == 0 || text.sentence(first - 1) != text.sentence(first);
            opens && text.word(name.end) == ","
        })
    } else {
        (1..4).any(|back| noun.checked_sub(back).is_some_and(is_article))
    };
    articled && is_enterprise(&text.lower(noun)) && text.sentence(noun) == text.sentence(name.start)
}

/// Nouns for bodies that people found and name.
fn is_enterprise(lower: &str) -> bool {
    matches!(
        lower,
        "newspaper"
            | "weekly"
            | "daily"
            | "tabloid"
            | "magazine"
            | "station"
            | "broadcaster"
            | "channel"
            | "network"
            | "website"
            | "outlet"
            | "agency"
            | "company"
            | "firm"
            | "airline"
            | "bank"
            | "union"
            | "charity"
            | "manufacturer"
            | "operator"
            | "publisher"
            | "retailer"
            | "maker"
            | "carmaker"
            | "automaker"
            | "drugmaker"
            | "club"
            | "startup"
            | "insurer"
            | "lender"
            | "supermarket"
            | "chain"
            | "brewery"
    )
}

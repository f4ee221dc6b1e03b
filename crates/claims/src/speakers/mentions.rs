//! Where people and bodies may be mentioned: capitalised names with their titles, and pronouns.

use english::EntityKind;

use crate::Span;
use crate::paragraph::Paragraph;
use crate::words::{Class, is_time, is_title};

/// A mention before it is known whose it is.
#[derive(Debug, Clone)]
pub(crate) struct RawMention {
    pub(crate) span: Span,
    pub(crate) what: What,
    /// The first of its sentence, so likely the subject.
    pub(crate) leads: bool,
    /// Followed by "'s".
    pub(crate) possessive: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum What {
    /// Words of the name without its title; titles and descriptions before it as written; "the" before it.
    Name {
        words: Vec<String>,
        role: String,
        definite: bool,
        opens_sentence: bool,
        /// What kind of entity the parser takes it for.
        entity: Option<EntityKind>,
    },
    /// In lower case.
    Pronoun(String),
}

/// Finds the mentions of a paragraph, in order.
pub(crate) fn find(paragraph: &Paragraph<'_>, mentions: &mut Vec<RawMention>) {
    if paragraph.is_headline() && crate::extract::byline(paragraph).is_none() {
        return;
    }
    for sentence in &paragraph.sentences {
        let first = mentions.len();
        let mut at = sentence.start;
        while at < sentence.end {
            let class = paragraph.words[at].class;
            if class == Class::Capital {
                let end = run_end(paragraph, at, sentence.end);
                mentions.extend(name(paragraph, sentence.start, at, end, mentions.len() == first));
                at = end;
                continue;
            }
            let lower = paragraph.lower(at);
            if matches!(
                lower,
                "he" | "she"
                    | "him"
                    | "his"
                    | "her"
                    | "i"
                    | "me"
                    | "my"
                    | "we"
                    | "us"
                    | "our"
                    | "they"
                    | "their"
                    | "them"
            ) {
                mentions.push(RawMention {
                    span: paragraph.words[at].span,
                    what: What::Pronoun(lower.to_owned()),
                    leads: mentions.len() == first,
                    possessive: matches!(lower, "his" | "my" | "our" | "their"),
                });
            }
            at += 1;
        }
    }
}

/// Where the run of capitalised words that starts at `at` ends.
fn run_end(paragraph: &Paragraph<'_>, at: usize, high: usize) -> usize {
    let mut end = at + 1;
    while end < high {
        let joined = match paragraph.class(end) {
            Some(Class::Capital) => true,
            Some(Class::Hyphen) => paragraph.class(end + 1) == Some(Class::Capital),
            Some(Class::Preposition) => {
                paragraph.lower(end) == "of"
                    && (is_body(paragraph.lower(end - 1)) || is_office(paragraph.lower(end - 1)))
                    && paragraph.class(end + 1) == Some(Class::Capital)
            }
            _ => false,
        };
        if !joined {
            break;
        }
        end += 1;
    }
    end
}

/// Offices that are named with what they are for: "Secretary of State".
fn is_office(lower: &str) -> bool {
    matches!(
        lower,
        "secretary" | "minister" | "director" | "chief" | "speaker" | "director-general"
    )
}

/// Words that make a name the name of a body.
pub(crate) fn is_body(lower: &str) -> bool {
    matches!(
        lower,
        "department"
            | "university"
            | "party"
            | "inc."
            | "corp."
            | "agency"
            | "committee"
            | "ministry"
            | "bank"
            | "council"
            | "association"
            | "press"
            | "times"
            | "news"
            | "post"
            | "court"
            | "house"
            | "senate"
            | "congress"
            | "commission"
            | "bureau"
            | "institute"
            | "college"
            | "union"
            | "group"
            | "company"
            | "office"
            | "board"
            | "foundation"
            | "service"
            | "army"
            | "police"
            | "authority"
            | "administration"
            | "campaign"
            | "center"
            | "centre"
            | "society"
            | "league"
            | "federation"
            | "parliament"
            | "kremlin"
            | "pentagon"
            | "journal"
            | "magazine"
            | "tribune"
            | "herald"
            | "gazette"
            | "school"
            | "hospital"
            | "museum"
            | "church"
            | "airlines"
            | "states"
            | "nations"
            | "kingdom"
            | "network"
            | "coalition"
            | "alliance"
            | "trust"
            | "fund"
            | "club"
            | "industries"
            | "observer"
            | "courier"
            | "register"
            | "standard"
            | "works"
    )
}

/// Adjectives of peoples, which with a noun after them name nobody.
fn is_people(lower: &str) -> bool {
    crate::speakers::places::country_of(lower).is_some_and(|country| country != lower)
        || matches!(
            lower,
            "republican"
                | "democratic"
                | "catholic"
                | "muslim"
                | "jewish"
                | "christian"
                | "conservative"
                | "liberal"
        )
}

fn name(
    paragraph: &Paragraph<'_>,
    sentence: usize,
    from: usize,
    end: usize,
    leads: bool,
) -> Option<RawMention> {
    let next = paragraph.class(end);
    let hyphened = (from..end).any(|at| paragraph.class(at) == Some(Class::Hyphen));
    if hyphened && next == Some(Class::Word) {
        return None;
    }
    let words = &paragraph.words[from..end];
    let title = words[..words.len() - 1]
        .iter()
        .rposition(|word| is_title(&word.lower))
        .map_or(0, |at| at + 1);
    let mut core = from + title;
    if title > 0 && paragraph.lower(core) == "of" {
        core = (core + 2).min(end);
    }
    while core + 1 < end
        && is_people(paragraph.lower(core))
        && core == from
        && title == 0
        && paragraph.class(core + 1) == Some(Class::Capital)
        && is_title(paragraph.lower(core + 1))
    {
        core += 1;
    }
    let words: Vec<String> = paragraph.words[core..end]
        .iter()
        .map(|word| word.text.to_owned())
        .collect();
    let single = words.len() == 1;
    let lower = paragraph.lower(core);
    let alone_adjective = single && title == 0 && (is_people(lower) || next == Some(Class::Word));
    if words.is_empty() || single && (is_time(lower) || is_title(lower)) || alone_adjective {
        return None;
    }
    // "Russian foreign minister Sergey Lavrov": a description in lower case before the name.
    let mut role_from = from;
    if core == from {
        let mut at = from;
        while at > sentence
            && from - at < 6
            && matches!(paragraph.class(at - 1), Some(Class::Word | Class::Capital))
        {
            at -= 1;
        }
        if at < from && is_title(paragraph.lower(from - 1)) {
            role_from = at;
        }
    }
    let role = paragraph.words[role_from..core]
        .iter()
        .map(|word| word.text)
        .collect::<Vec<_>>()
        .join(" ");
    let definite = role_from > sentence && paragraph.lower(role_from - 1) == "the";
    Some(RawMention {
        span: paragraph.span(&(role_from..end))?,
        what: What::Name {
            words,
            role,
            definite,
            opens_sentence: from == sentence,
            entity: paragraph.words[end - 1].entity,
        },
        leads,
        possessive: next == Some(Class::Possessive),
    })
}

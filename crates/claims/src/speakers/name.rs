//! Names: what of one is a title, and what it is the name of.

use core::ops::Range;

use english::{Dep, EntityKind, Pos, Tag};

use super::mention::{Mention, Name, Named, What};
use super::nouns::{Gender, Noun, first_name, gender_of_word, is_honorific, noun};
use super::places::country_of;
use super::run::{entity, is_body_word, is_office, is_told_as_body};
use super::text::Text;
use crate::words::is_title;

/// Words of a description before a name, at most.
const ROLE: u32 = 8;

/// The name in a run of words; `None` where there is none, but a title alone or an adjective of a people.
/// Descriptions in lower case before it are looked for from `low` on.
pub(super) fn read(text: &Text<'_>, run: &Range<u32>, low: u32) -> Option<Mention> {
    if let Some(handle) = text.word(run.start).strip_prefix('@') {
        return Some(handle_mention(run, handle));
    }
    let core = core_start(text, run);
    let words: Vec<String> = text
        .slice(&(core..run.end))
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let head = (core..run.end)
        .find(|&at| !(core..run.end).contains(&text.head(at)) || text.head(at) == at)
        .unwrap_or(run.end - 1);
    let single = words.len() == 1;
    let country = country_of(&lower.join(" "));
    let kinds: Vec<EntityKind> = (core..run.end).filter_map(|at| entity(text, at)).collect();
    let modifies = text.pos(run.end) == Some(Pos::Noun)
        && text.sentence(run.end) == text.sentence(head)
        && text.head(head) >= run.end
        && matches!(
            text.dep(head),
            Some(Dep::Compound | Dep::Amod | Dep::Nmod | Dep::Poss)
        );
    let words_of = Words {
        run,
        core,
        lower: &lower,
        kinds: &kinds,
        head,
        modifies,
    };
    if words_of.is_no_name(text) {
        return None;
    }
    let start = role_start(text, run.start, low);
    let role = text.slice(&(start..core)).trim().trim_end_matches(',').to_owned();
    let role_words: Vec<String> = role.split_whitespace().map(str::to_lowercase).collect();
    let titled = role_words
        .iter()
        .any(|word| is_title(word) || noun(word) == Some(Noun::Person));
    let gender = gender(&role_words, &lower);
    let named = kind(titled, &lower, &kinds, country);
    let named = match named {
        Named::Unknown if gender != Gender::Unknown && words.len() > 1 => Named::Person,
        named => named,
    };
    let named = match named {
        Named::Person | Named::Unknown | Named::Place if !titled && is_told_as_body(text, run, &lower) => {
            Named::Organization
        }
        named => named,
    };
    let within = text.dep(head) == Some(Dep::Pobj)
        && matches!(
            text.lower(text.head(head)).as_str(),
            "in" | "at" | "near" | "around" | "outside"
        );
    let named = match named {
        // "In Lund".
        Named::Person | Named::Unknown if within && single && !titled && !text.is_surname(head) => {
            Named::Place
        }
        named => named,
    };
    Some(Mention {
        tokens: start..run.end,
        head,
        what: What::Name(Name {
            gender: if named == Named::Person || named == Named::Unknown {
                gender
            } else {
                Gender::Unknown
            },
            handle: bracketed(text, run.end).and_then(|word| word.strip_prefix('@').map(str::to_lowercase)),
            short: bracketed(text, run.end)
                .filter(|word| is_acronym(word))
                .map(str::to_owned),
            words,
            core,
            role: if named == Named::Person {
                role
            } else {
                String::new()
            },
            named,
            titled,
            modifier: modifies,
        }),
    })
}

/// What decides whether a run of words is a name at all.
struct Words<'a> {
    run: &'a Range<u32>,
    /// Where the name starts, behind titles.
    core: u32,
    /// From there on.
    lower: &'a [String],
    /// The parser's kinds of them.
    kinds: &'a [EntityKind],
    head: u32,
    /// Stands before a noun that it describes.
    modifies: bool,
}

impl Words<'_> {
    fn is_no_name(&self, text: &Text<'_>) -> bool {
        let &Self {
            run,
            core,
            lower,
            kinds,
            head,
            modifies,
        } = self;
        let Some(first) = lower.first() else { return true };
        let single = lower.len() == 1;
        let untitled = core == run.start;
        let country = country_of(&lower.join(" ")).is_some();
        let person = kinds.contains(&EntityKind::Person);
        let surname = text.is_surname(core);
        let adjective = text.dep(head) == Some(Dep::Amod) || matches!(text.tag(head), Some(Tag::Jj));
        let hyphened = (core..run.end).any(|at| matches!(text.word(at), "-" | "‐" | "–"));
        let people = !kinds.is_empty() && kinds.iter().all(|&kind| kind == EntityKind::Norp);
        let thing =
            single && matches!(noun(first), Some(Noun::Body | Noun::Document)) && first_name(first).is_none();
        let title = is_title(first) || noun(first) == Some(Noun::Person);
        let plural = single
            && matches!(text.tag(head), Some(Tag::Nns | Tag::Nnps))
            && noun(first) == Some(Noun::Person);
        let written = !single
            && lower
                .last()
                .is_some_and(|last| noun(last) == Some(Noun::Document))
            && !person;
        let party = matches!(lower.last().map(String::as_str), Some("republican" | "democrat"));
        // "Founder of Cranewatch".
        let description = (core..run.end - 1)
            .any(|at| text.lower(at + 1) == "of" && noun(&text.lower(at)) == Some(Noun::Person));
        let office =
            untitled && lower.len() > 2 && lower[1] == "of" && is_office(first) && !is_body_word(first);
        hyphened && modifies
            || single && adjective && untitled && !surname
            || single && untitled && title && !surname && entity(text, core) != Some(EntityKind::Person)
            || !country && (people && untitled || thing)
            // "The Kentucky Republican".
            || party && !person
            || description
            || plural
            // "The Harbor Safety Act".
            || written
            || office
            // "Harbor officials".
            || modifies && kinds.is_empty() && single && !country && !surname
    }
}

fn handle_mention(run: &Range<u32>, handle: &str) -> Mention {
    Mention {
        tokens: run.clone(),
        head: run.start,
        what: What::Name(Name {
            words: vec![handle.to_owned()],
            role: String::new(),
            core: run.start,
            named: Named::Unknown,
            titled: false,
            gender: Gender::Unknown,
            modifier: false,
            handle: Some(handle.to_lowercase()),
            short: None,
        }),
    }
}

/// The word in brackets behind a name.
fn bracketed<'a>(text: &Text<'a>, at: u32) -> Option<&'a str> {
    (text.word(at) == "(" && text.word(at + 2) == ")").then(|| text.word(at + 1))
}

pub(super) fn is_acronym(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2
        && word
            .chars()
            .all(|c| c.is_uppercase() || c == '.' || c == '&' || c.is_numeric())
}

/// Where a person's name begins behind the name of a body: "Lakeside University Ana Brill".
pub(super) fn behind_body(text: &Text<'_>, run: &Range<u32>) -> Option<u32> {
    (run.start + 1..run.end.saturating_sub(1)).find(|&at| {
        is_body_word(&text.lower(at - 1))
            && (first_name(&text.lower(at)).is_some() || entity(text, at) == Some(EntityKind::Person))
            && entity(text, at - 1) != Some(EntityKind::Person)
            && entity(text, run.end - 1) != Some(EntityKind::Org)
    })
}

/// Where the name begins in a run, behind titles.
fn core_start(text: &Text<'_>, run: &Range<u32>) -> u32 {
    let mut core = run.start;
    for at in run.start..run.end - 1 {
        let lower = text.lower(at);
        if first_name(&lower).is_some() && at > run.start && !is_title(&lower) {
            break;
        }
        let plural = matches!(text.tag(at), Some(Tag::Nns | Tag::Nnps));
        let person = noun(&lower) == Some(Noun::Person) && first_name(&lower).is_none() && !plural;
        let title = is_title(&lower) || person;
        // "Ana Bishop" has no title, "Virginia Gov. Tom Ode" has one.
        let surname =
            || !lower.ends_with('.') && (at + 2 >= run.end || first_name(&text.lower(at + 1)).is_none());
        if title
            && (at == run.start
                || first_name(&text.lower(at - 1)).is_none()
                || is_title(&text.lower(at - 1))
                || !surname())
        {
            core = at + 1;
        }
    }
    if text.word(core) == "." && core + 1 < run.end {
        core += 1;
    }
    // "Justice Department", "Republican Harbor Committee".
    let named = |at| first_name(&text.lower(at)).is_some() || entity(text, at) == Some(EntityKind::Person);
    let body = is_body_word(&text.lower(run.end - 1)) && !(run.start..run.end).any(named);
    let addressed = (run.start..core).any(|at| text.lower(at).ends_with('.'));
    if (core..run.end).all(|at| is_body_word(&text.lower(at))) || body && !addressed {
        return run.start;
    }
    if core > run.start && text.lower(core) == "of" {
        let person = (core..run.end).find(|&at| {
            entity(text, at) == Some(EntityKind::Person) || first_name(&text.lower(at)).is_some()
        });
        let office = is_office(&text.lower(core - 1)) && core + 2 < run.end;
        let capitals = (core + 1..run.end).all(|at| text.starts_with_capital(at));
        core = person.unwrap_or(if office && capitals { core + 2 } else { run.start });
    }
    core
}

/// Where the description in lower case before a name starts: "Russian foreign minister Sergey Lavrov".
fn role_start(text: &Text<'_>, at: u32, low: u32) -> u32 {
    let Some(before) = at.checked_sub(1).filter(|&before| before >= low) else {
        return at;
    };
    let lower = text.lower(before);
    if !(is_title(&lower) || noun(&lower) == Some(Noun::Person))
        || text.sentence(before) != text.sentence(at)
        || !matches!(text.pos(before), Some(Pos::Noun | Pos::Propn | Pos::Adj))
        || matches!(text.tag(before), Some(Tag::Nns | Tag::Nnps))
    {
        return at;
    }
    let mut start = before;
    while start > low && at - start < ROLE && text.sentence(start - 1) == text.sentence(at) {
        let keep = match text.pos(start - 1) {
            Some(Pos::Noun | Pos::Propn) => true,
            Some(Pos::Adj) => !matches!(text.tag(start - 1), Some(Tag::PrpPoss)),
            Some(Pos::Cconj) => {
                start - 1 > low
                    && text.pos(start - 2) == Some(Pos::Noun)
                    && text.pos(start) == Some(Pos::Noun)
            }
            Some(Pos::Punct) => text.word(start - 1) == "-",
            _ => false,
        };
        if !keep {
            break;
        }
        start -= 1;
    }
    // "Then-senator".
    if text.word(start) == "-" && start > low {
        start -= 1;
    }
    start
}

fn kind(titled: bool, lower: &[String], kinds: &[EntityKind], country: Option<&'static str>) -> Named {
    let has = |kind| kinds.contains(&kind);
    let body = lower.iter().any(|word| is_body_word(word));
    let first = lower.first().map(String::as_str).unwrap_or_default();
    if titled && !(body && lower.len() > 2 && first_name(first).is_none()) {
        return Named::Person;
    }
    if let Some(country) = country
        && !has(EntityKind::Person)
    {
        return Named::Country(country);
    }
    if lower.len() > 1 && lower.len() < 5 && first_name(first).is_some() && !body && !has(EntityKind::Fac) {
        return Named::Person;
    }
    if body && lower.len() > 1 {
        return Named::Organization;
    }
    let most = kinds
        .iter()
        .max_by_key(|kind| kinds.iter().filter(|other| other == kind).count());
    match most {
        Some(EntityKind::Person) => Named::Person,
        Some(EntityKind::Org) => Named::Organization,
        Some(EntityKind::Gpe | EntityKind::Loc | EntityKind::Fac) => Named::Place,
        _ if body => Named::Organization,
        _ => Named::Unknown,
    }
}

fn gender(role: &[String], name: &[String]) -> Gender {
    let by_title = role
        .iter()
        .map(|word| gender_of_word(word))
        .find(|&gender| gender != Gender::Unknown);
    by_title.unwrap_or_else(|| {
        let first = name.first().filter(|_| name.len() > 1);
        let own = first.and_then(|word| first_name(word));
        // "Mary-Kate" and "J. Michael" go by the part that is known.
        own.or_else(|| {
            name.get(1)
                .filter(|_| name.len() > 2)
                .and_then(|word| first_name(word))
        })
        .unwrap_or_default()
    })
}

/// Without what only addresses: "Mr.", "Ms.".
pub(super) fn role_without_honorifics(role: &str) -> String {
    role.split_whitespace()
        .filter(|word| !is_honorific(&word.to_lowercase()))
        .collect::<Vec<_>>()
        .join(" ")
}

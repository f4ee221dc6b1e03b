//! Somebody who is named or described, in the making.

use super::mention::{Name, Named};
use super::name::{is_acronym, role_without_honorifics};
use super::nouns::{Gender, first_name, key_words, role_heads};
use super::places;
use crate::{Mention, SpeakerKind};

/// Roles kept for one speaker, at most.
const ROLES: usize = 8;

/// Characters in a role, at most.
const LONGEST_ROLE: usize = 80;

/// A speaker in the making.
#[derive(Debug)]
pub(super) struct Entity {
    pub(super) name: String,
    /// Lower case, without titles; empty for those who are only described.
    pub(super) words: Vec<String>,
    pub(super) named: Named,
    /// The kind of one who is only described.
    pub(super) described: Option<SpeakerKind>,
    pub(super) gender: Gender,
    pub(super) roles: Vec<String>,
    /// The words of all roles that tell whom they describe, role by role.
    pub(super) role_keys: Vec<Vec<String>>,
    /// The nouns of each: "president" and "founder" of "president and founder of the bank".
    pub(super) role_heads: Vec<Vec<String>>,
    pub(super) mentions: Vec<Mention>,
    /// Those it is made of: "Anna Finch and Tom Ode".
    pub(super) members: Vec<usize>,
    /// A title or a first name has told that it is a person.
    titled: bool,
    /// How many mentions look like a person's, less those that look like a body's.
    votes: i32,
}

impl Entity {
    pub(super) fn from_name(name: &Name) -> Self {
        let mut entity = Self {
            name: name.words.join(" "),
            words: lower(&name.words),
            named: name.named,
            described: None,
            gender: Gender::Unknown,
            roles: Vec::new(),
            role_keys: Vec::new(),
            role_heads: Vec::new(),
            mentions: Vec::new(),
            members: Vec::new(),
            titled: false,
            votes: 0,
        };
        if let Named::Country(country) = name.named {
            places::name_of(country).clone_into(&mut entity.name);
            entity.words = vec![country.to_owned()];
        }
        entity.learn(name);
        entity
    }

    pub(super) fn described(name: &str, kind: SpeakerKind) -> Self {
        Self {
            name: name.to_owned(),
            words: Vec::new(),
            named: Named::Unknown,
            described: Some(kind),
            gender: Gender::Unknown,
            roles: Vec::new(),
            role_keys: Vec::new(),
            role_heads: Vec::new(),
            mentions: Vec::new(),
            members: Vec::new(),
            titled: false,
            votes: 0,
        }
    }

    /// What another mention by name tells.
    pub(super) fn learn(&mut self, name: &Name) {
        if let Named::Country(_) = name.named {
            let words = name.words.join(" ");
            if places::is_capital(&words.to_lowercase()) {
                self.add_role(&format!("as “{words}”"));
            }
            return;
        }
        let longer = name.words.len() > self.words.len()
            || self.words.len() == 1 && is_acronym(&self.name) && !is_acronym(&name.words[0]);
        if longer && name.handle.as_deref() != name.words.first().map(|word| word.to_lowercase()).as_deref() {
            self.name = name.words.join(" ");
            self.words = lower(&name.words);
        }
        let first = name.words.len() > 1 && first_name(&name.words[0].to_lowercase()).is_some();
        self.votes += match name.named {
            Named::Person if first => 4,
            Named::Person => 2,
            Named::Organization | Named::Place => -1,
            _ => 0,
        };
        if name.titled || first && name.named == Named::Person {
            self.titled = true;
            self.named = Named::Person;
        } else if !self.titled {
            self.named = match name.named {
                named if self.named == Named::Unknown => named,
                Named::Person if self.votes > 0 => Named::Person,
                named @ (Named::Organization | Named::Place) if self.votes < 0 => named,
                _ => self.named,
            };
        }
        if name.gender != Gender::Unknown && (self.gender == Gender::Unknown || name.titled) {
            self.gender = name.gender;
        }
        self.add_role(&role_without_honorifics(&name.role));
    }

    /// A description has told that it is a person.
    pub(super) fn is_person(&mut self) {
        let body = self.named == Named::Organization && !self.is_unsure();
        if !body && !matches!(self.named, Named::Country(_)) && self.is_named() {
            self.named = Named::Person;
            self.votes = self.votes.max(0) + 4;
        }
    }

    /// Notes a title or description, by which the speaker may be called later.
    pub(super) fn add_role(&mut self, role: &str) {
        let role = role.trim().trim_matches([',', ' ']);
        if role.is_empty()
            || role.chars().count() > LONGEST_ROLE
            || self.roles.len() >= ROLES
            || self.roles.iter().any(|known| known.eq_ignore_ascii_case(role))
        {
            return;
        }
        self.role_keys.push(key_words(role));
        self.role_heads.push(role_heads(role));
        self.roles.push(role.to_owned());
    }

    pub(super) fn kind(&self) -> SpeakerKind {
        if let Some(kind) = self.described {
            return kind;
        }
        match self.named {
            Named::Organization | Named::Country(_) | Named::Place => SpeakerKind::Organization,
            Named::Unknown if self.gender != Gender::Unknown => SpeakerKind::Person,
            Named::Unknown if self.words.len() > 3 || is_acronym(&self.name) => SpeakerKind::Organization,
            Named::Person | Named::Unknown => SpeakerKind::Person,
        }
    }

    /// Little tells that it is a body.
    pub(super) fn is_unsure(&self) -> bool {
        self.votes > -6
    }

    /// A title, the gender or what is said tells that it is a person.
    pub(super) fn is_surely_person(&self) -> bool {
        self.titled || self.gender != Gender::Unknown || self.votes > 3
    }

    pub(super) fn is_named(&self) -> bool {
        self.described.is_none()
    }

    /// Its name is that of a person, or may be.
    pub(super) fn may_be_person(&self) -> bool {
        self.is_named() && matches!(self.named, Named::Person | Named::Unknown)
    }

    pub(super) fn last(&self) -> &str {
        surname(&self.words)
    }
}

fn lower(words: &[String]) -> Vec<String> {
    words.iter().map(|word| word.to_lowercase()).collect()
}

/// The last word of a name that is not "Jr." or the like.
pub(super) fn surname(words: &[String]) -> &str {
    words
        .iter()
        .rev()
        .map(String::as_str)
        .find(|word| !matches!(*word, "jr." | "jr" | "sr." | "sr" | "ii" | "iii" | "iv"))
        .unwrap_or_default()
}

/// "de", "van": the first word of a surname.
pub(super) fn is_particle(lower: &str) -> bool {
    matches!(
        lower,
        "de" | "van"
            | "von"
            | "di"
            | "du"
            | "la"
            | "le"
            | "el"
            | "al"
            | "bin"
            | "ben"
            | "del"
            | "della"
            | "dos"
            | "da"
    )
}

/// Whether two first names may be one person's: equal, an initial, or one short for the other.
pub(super) fn same_first(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim_end_matches('.'), b.trim_end_matches('.'));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short == long {
        return true;
    }
    if short.chars().count() == 1 {
        return long.starts_with(short);
    }
    short.chars().count() > 2 && long.starts_with(short)
        || is_nickname(short, long)
        || is_nickname(long, short)
}

/// Whether two longer words differ in one letter.
pub(super) fn one_letter_apart(a: &str, b: &str) -> bool {
    a.chars().count() > 5
        && a.chars().count() == b.chars().count()
        && a.chars().zip(b.chars()).filter(|(a, b)| a != b).count() == 1
}

/// Short forms that are no beginning of the name.
fn is_nickname(nick: &str, name: &str) -> bool {
    matches!(
        (nick, name),
        ("bill" | "billy" | "will", "william")
            | ("bob" | "bobby" | "rob", "robert")
            | ("dick" | "rick" | "rich", "richard")
            | ("jim" | "jimmy", "james")
            | ("jack" | "johnny", "john")
            | ("ted" | "ed" | "eddie" | "ned", "edward")
            | ("ted", "theodore")
            | ("mike" | "mick", "michael")
            | ("larry", "lawrence")
            | ("tony", "anthony")
            | ("chuck" | "charlie", "charles")
            | ("joe" | "joey", "joseph")
            | ("peggy" | "maggie" | "meg", "margaret")
            | ("liz" | "beth" | "betty" | "lizzie" | "betsy", "elizabeth")
            | (
                "kate" | "kathy" | "katie" | "kathleen",
                "katherine" | "catherine" | "kathryn"
            )
            | ("bernie", "bernard")
            | ("jerry", "gerald")
            | ("steve", "stephen" | "steven")
            | ("dave", "david")
            | ("hank" | "harry", "henry")
            | ("sue", "susan")
            | ("sally", "sarah")
            | ("jenny", "jennifer")
            | ("debbie", "deborah")
            | ("tom", "thomas")
            | ("andy", "andrew")
            | ("gus", "augustus")
            | ("rudy", "rudolph")
    )
}

//! Nouns for those who can speak, and how titles stand for one another.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::places::country_of;

/// What a noun stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noun {
    Person,
    /// What people form together: "the ministry".
    Body,
    /// What speaks for whoever wrote it: "the report".
    Document,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Gender {
    Man,
    Woman,
    #[default]
    Unknown,
}

fn table() -> &'static HashMap<&'static str, Noun> {
    static TABLE: OnceLock<HashMap<&'static str, Noun>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let sections = [
            ("person", Noun::Person),
            ("body", Noun::Body),
            ("document", Noun::Document),
        ];
        let mut table = HashMap::new();
        for (noun, words) in sectioned(include_str!("../../data/speaking_nouns.txt"), &sections) {
            for word in words {
                table.entry(word).or_insert(noun);
            }
        }
        table
    })
}

/// The words of a file under their headings; a line that is one of `headings` is one.
fn sectioned<T: Copy>(
    file: &'static str,
    headings: &[(&str, T)],
) -> impl Iterator<Item = (T, core::str::SplitWhitespace<'static>)> {
    let mut heading = None;
    file.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(move |line| {
            if let Some(&(_, found)) = headings.iter().find(|(name, _)| *name == line) {
                heading = Some(found);
                return None;
            }
            Some((heading?, line.split_whitespace()))
        })
}

/// Singular of a regular plural, in lower case.
pub(super) fn singular(lower: &str) -> String {
    match lower {
        "people" => return "people".to_owned(),
        "men" => return "man".to_owned(),
        "women" => return "woman".to_owned(),
        "children" => return "child".to_owned(),
        "wives" => return "wife".to_owned(),
        _ => {}
    }
    if !lower.ends_with(['s', 'n']) {
        return lower.to_owned();
    }
    let table = table();
    let cut = |end: &str, with: &str| lower.strip_suffix(end).map(|stem| format!("{stem}{with}"));
    let forms = [
        cut("men", "man"),
        cut("women", "woman"),
        cut("ies", "y"),
        cut("es", ""),
        cut("s", ""),
    ];
    let known = forms
        .into_iter()
        .flatten()
        .find(|form| table.contains_key(form.as_str()));
    known
        .or_else(|| cut("s", "").filter(|stem| stem.len() > 2 && !stem.ends_with('s')))
        .unwrap_or_else(|| lower.to_owned())
}

/// What a noun in the singular or plural stands for, where it stands for one who can speak.
pub(super) fn noun(lower: &str) -> Option<Noun> {
    let table = table();
    table
        .get(lower)
        .or_else(|| {
            let plural = lower.ends_with('s') || lower.ends_with("men");
            plural.then(|| table.get(singular(lower).as_str())).flatten()
        })
        .or_else(|| {
            // "co-owner", "ex-minister", "vice-chair".
            let (_, last) = lower.rsplit_once('-')?;
            table.get(last)
        })
        .copied()
}

/// Whether the word is a noun for people or bodies.
pub(crate) fn is_speaking_noun(lower: &str) -> bool {
    matches!(noun(lower), Some(Noun::Person | Noun::Body))
}

/// Whether a noun that is in no list has the form of one for who does something: "roofer", "inspectorate".
pub(super) fn is_agent(lower: &str) -> bool {
    let one = singular(lower);
    let thing = matches!(
        one.as_str(),
        "letter"
            | "poster"
            | "banner"
            | "computer"
            | "sensor"
            | "monitor"
            | "number"
            | "answer"
            | "order"
            | "sticker"
            | "flyer"
            | "register"
            | "counter"
            | "chapter"
            | "folder"
            | "ledger"
            | "meter"
            | "thermometer"
            | "weather"
            | "error"
            | "disorder"
            | "mirror"
            | "tumor"
            | "estimate"
            | "certificate"
            | "update"
            | "debate"
            | "candidate"
    );
    one.len() > 5
        && !thing
        && ["er", "or", "ist", "ian", "orate"]
            .iter()
            .any(|end| one.ends_with(end))
}

/// Whom a first name is given to; `None` where it is no first name that is known.
pub(super) fn first_name(lower: &str) -> Option<Gender> {
    static TABLE: OnceLock<HashMap<&'static str, Gender>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let sections = [
            ("man", Gender::Man),
            ("woman", Gender::Woman),
            ("either", Gender::Unknown),
        ];
        sectioned(include_str!("../../data/first_names.txt"), &sections)
            .flat_map(|(gender, names)| names.map(move |name| (name, gender)))
            .collect()
    });
    table.get(lower).copied()
}

/// What a title or noun tells of the gender.
pub(super) fn gender_of_word(lower: &str) -> Gender {
    match lower {
        "mr." | "mr" | "sir" | "lord" | "king" | "prince" | "duke" | "pope" | "father" | "husband"
        | "son" | "brother" | "uncle" | "nephew" | "grandfather" | "boy" | "man" | "gentleman"
        | "widower" | "boyfriend" | "actor" | "businessman" | "fisherman" | "monsignor" | "señor"
        | "herr" | "dad" => Gender::Man,
        "mrs." | "ms." | "mrs" | "ms" | "miss" | "lady" | "dame" | "queen" | "princess" | "duchess"
        | "mother" | "wife" | "daughter" | "sister" | "aunt" | "niece" | "grandmother" | "girl" | "woman"
        | "widow" | "girlfriend" | "actress" | "businesswoman" | "madam" | "señora" | "frau" | "mom" => {
            Gender::Woman
        }
        _ if lower.ends_with("swoman") || lower.ends_with("irwoman") || lower.ends_with("ilwoman") => {
            Gender::Woman
        }
        _ if lower.ends_with("sman") || lower.ends_with("irman") || lower.ends_with("ilman") => Gender::Man,
        _ => Gender::Unknown,
    }
}

/// One form for all by which a title is known: "FM" and "foreign minister", "Sen." and "senator".
fn title_words(lower: &str) -> &'static [&'static str] {
    match lower {
        "sen." | "sens." | "sen" => &["senator"],
        "rep." | "reps." | "congressman" | "congresswoman" | "congressperson" => &["representative"],
        "gov." | "govs." => &["governor"],
        "gen." => &["general"],
        "lt." => &["lieutenant"],
        "col." => &["colonel"],
        "capt." => &["captain"],
        "sgt." => &["sergeant"],
        "maj." => &["major"],
        "adm." => &["admiral"],
        "prof." => &["professor"],
        "dr." | "dr" => &["doctor"],
        "rev." => &["reverend"],
        "pres." => &["president"],
        "fm" => &["foreign", "minister"],
        "pm" | "premier" => &["prime", "minister"],
        "ceo" => &["chief", "executive"],
        "spokeswoman" | "spokesman" => &["spokesperson"],
        "chairman" | "chairwoman" | "chairperson" => &["chair"],
        "adviser" => &["advisor"],
        "councilman" | "councilwoman" | "councillor" => &["councilor"],
        "lawyer" => &["attorney"],
        "daughter" | "son" | "baby" | "infant" | "kid" | "toddler" => &["child"],
        "mum" | "mom" | "mother" | "dad" | "father" => &["parent"],
        "businesswoman" => &["businessman"],
        _ => &[],
    }
}

/// The words of a description that tell whom it describes: no article, countries by one name, titles by one form,
/// no plural.
pub(super) fn key_words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in text
        .to_lowercase()
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-')))
    {
        if word.is_empty()
            || matches!(
                word,
                "the"
                    | "a"
                    | "an"
                    | "his"
                    | "her"
                    | "their"
                    | "its"
                    | "of"
                    | "some"
                    | "in"
                    | "for"
                    | "at"
                    | "s"
                    | "this"
                    | "that"
                    | "these"
                    | "those"
                    | "and"
                    | "to"
                    | "on"
                    | "from"
                    | "with"
                    | "mr."
                    | "mrs."
                    | "ms."
                    | "mr"
                    | "ms"
                    | "mrs"
            )
        {
            continue;
        }
        if let Some(country) = country_of(word) {
            words.push(country.to_owned());
            continue;
        }
        match title_words(word) {
            [] => words.push(singular(word)),
            forms => words.extend(forms.iter().map(|&form| form.to_owned())),
        }
    }
    words
}

/// The nouns that a role is: what stands last before a preposition, on both sides of "and".
pub(super) fn role_heads(role: &str) -> Vec<String> {
    let lower = role.to_lowercase();
    let is_preposition = |word: &&str| {
        matches!(
            *word,
            "of" | "at" | "for" | "in" | "to" | "with" | "from" | "on" | "who"
        )
    };
    let words: Vec<&str> = lower
        .split_whitespace()
        .take_while(|word| !is_preposition(word))
        .collect();
    words
        .split(|word| matches!(*word, "and" | "&"))
        .filter_map(|part| key_words(part.last()?).pop())
        .collect()
}

/// Titles that are part of how a person is addressed and say nothing of what they do.
pub(super) fn is_honorific(lower: &str) -> bool {
    matches!(
        lower,
        "mr."
            | "mrs."
            | "ms."
            | "mx."
            | "miss"
            | "sir"
            | "mr"
            | "ms"
            | "mrs"
            | "mx"
            | "dame"
            | "lord"
            | "lady"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_are_known_in_both_numbers() {
        for (word, expected) in [
            ("spokeswoman", Some(Noun::Person)),
            ("officials", Some(Noun::Person)),
            ("businessmen", Some(Noun::Person)),
            ("co-owner", Some(Noun::Person)),
            ("agencies", Some(Noun::Body)),
            ("ministries", Some(Noun::Body)),
            ("reports", Some(Noun::Document)),
            ("room", None),
        ] {
            assert_eq!(noun(word), expected, "{word}");
        }
    }

    #[test]
    fn titles_share_a_form() {
        assert_eq!(key_words("the Russian FM"), key_words("Russian foreign minister"));
        assert_eq!(key_words("Sen."), key_words("the senators"));
    }
}

//! Lemmas by suffix rules, exceptions, and a list of the lemmas there are.

use crate::Pos;
use crate::model::{Bytes, ModelError, Words};
use crate::ruler::Morphology;
use crate::tokenizer::{Characters, Class};

#[derive(Debug)]
struct Paradigm {
    pos: Pos,
    /// Ending, and what it is replaced by.
    rules: Vec<(Box<str>, Box<str>)>,
    exceptions: Words,
    lemmas: Vec<Vec<Box<str>>>,
}

#[derive(Debug)]
pub(crate) struct Lemmatizer {
    paradigms: Vec<Paradigm>,
    index: Words,
    /// For each word of the index, the paradigms it is a lemma of, as bits.
    members: Vec<u8>,
}

impl Lemmatizer {
    pub(crate) fn read(bytes: &mut Bytes<'_>) -> Result<Self, ModelError> {
        let mut paradigms = Vec::new();
        for _ in 0..bytes.u8()? {
            let pos = bytes.pos()?;
            let rules = (0..bytes.count()?)
                .map(|_| Ok((bytes.text()?.into(), bytes.text()?.into())))
                .collect::<Result<_, ModelError>>()?;
            let exceptions = Words::read(bytes)?;
            let mut lemmas = Vec::new();
            for _ in 0..exceptions.len() {
                lemmas.push(
                    (0..bytes.u8()?)
                        .map(|_| Ok(bytes.text()?.into()))
                        .collect::<Result<_, ModelError>>()?,
                );
            }
            paradigms.push(Paradigm {
                pos,
                rules,
                exceptions,
                lemmas,
            });
        }
        let index = Words::read(bytes)?;
        let members = bytes.take(index.len())?.to_vec();
        Ok(Self {
            paradigms,
            index,
            members,
        })
    }

    /// The lemma of a form, given also in lower case.
    pub(crate) fn lemma(
        &self,
        form: &str,
        lower: &str,
        pos: Pos,
        morphology: Morphology,
        characters: &Characters,
    ) -> String {
        if pos == Pos::Space || morphology.is_base_form(pos) {
            return lower.to_owned();
        }
        let Some((number, paradigm)) = self
            .paradigms
            .iter()
            .enumerate()
            .find(|(_, paradigm)| paradigm.pos == pos)
        else {
            return if pos == Pos::Propn { form } else { lower }.to_owned();
        };
        let is_lemma = |word: &str| {
            let members = self.index.find(word).and_then(|place| self.members.get(place));
            members.is_some_and(|bits| bits >> number & 1 != 0)
        };
        // In the order of preference: exceptions, last first; lemmas of the list, last first; words that are not of
        // letters only, first first; and, if there are none of these, any other result.
        let exceptions = paradigm
            .exceptions
            .find(lower)
            .and_then(|place| paradigm.lemmas.get(place));
        let mut listed: Option<String> = None;
        let mut other: Option<String> = None;
        let mut unknown: Option<String> = None;
        let mut applied = Vec::new();
        for (old, new) in &paradigm.rules {
            let Some(stem) = lower.strip_suffix(&**old) else {
                continue;
            };
            let result = [stem, new].concat();
            if result.is_empty() {
                continue;
            }
            if is_lemma(&result) {
                listed = Some(result.clone());
                applied.push(result);
            } else if result.chars().any(|char| !characters.is(char, Class::ALPHABETIC)) {
                applied.push(result.clone());
                other.get_or_insert(result);
            } else {
                unknown.get_or_insert(result);
            }
        }
        let exception = exceptions
            .into_iter()
            .flatten()
            .rev()
            .find(|lemma| !applied.iter().any(|form| **form == ***lemma));
        exception
            .map(ToString::to_string)
            .or(listed)
            .or(other)
            .or(unknown)
            .unwrap_or_else(|| form.to_owned())
    }
}

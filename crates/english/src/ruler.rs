//! Rules that give universal parts of speech, some lemmas, and what the lemmatizer needs to know of the morphology.

use std::collections::HashMap;

use crate::model::{Bytes, ModelError};
use crate::{Dep, Pos, Tag};

/// A condition on one token.
#[derive(Debug)]
struct Condition {
    /// Tags and dependency labels allowed, as bits in the order of the labels' declarations.
    tags: u64,
    deps: u64,
    is_space: Option<bool>,
    /// Lower-case forms allowed; any if there are none.
    forms: Vec<Box<str>>,
}

#[derive(Debug)]
struct Rule {
    conditions: Vec<Condition>,
    /// Which of the tokens it is about.
    target: usize,
    pos: Option<Pos>,
    morphology: Option<Morphology>,
    tag: Option<Tag>,
    dep: Option<Dep>,
    lemma: Box<str>,
}

/// What the lemmatizer asks of the morphology.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Morphology(u8);

impl Morphology {
    /// Whether the form is the lemma already.
    pub(crate) fn is_base_form(self, pos: Pos) -> bool {
        self.0 & 2 != 0 || pos == Pos::Noun && self.0 & 1 != 0 || pos == Pos::Verb && self.0 & 4 != 0
    }
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen<'a> {
    pub(crate) tag: Tag,
    pub(crate) dep: Dep,
    pub(crate) lower: &'a str,
    pub(crate) is_space: bool,
}

/// What the rules found out about a token. A later rule overrides an earlier one, so each finding keeps its rule.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Findings<'m> {
    pub(crate) pos: Finding<Pos>,
    pub(crate) morphology: Finding<Morphology>,
    pub(crate) tag: Finding<Tag>,
    pub(crate) dep: Finding<Dep>,
    pub(crate) lemma: Finding<&'m str>,
}

/// A value and the number of the rule that gave it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Finding<T> {
    rule: usize,
    pub(crate) value: Option<T>,
}

impl<T> Default for Finding<T> {
    fn default() -> Self {
        Self { rule: 0, value: None }
    }
}

impl<T> Finding<T> {
    fn offer(&mut self, rule: usize, value: Option<T>) {
        if value.is_some() && (self.value.is_none() || rule >= self.rule) {
            *self = Self { rule, value };
        }
    }
}

#[derive(Debug)]
pub(crate) struct Ruler {
    rules: Vec<Rule>,
    /// Rules whose first token has one of a few forms, by form; then the others, by tag.
    by_form: HashMap<Box<str>, Vec<usize>>,
    by_tag: Vec<Vec<usize>>,
}

impl Ruler {
    pub(crate) fn read(bytes: &mut Bytes<'_>, tags: &[Tag], deps: &[Dep]) -> Result<Self, ModelError> {
        let mut rules = Vec::new();
        for _ in 0..bytes.count()? {
            rules.push(Rule::read(bytes, tags, deps)?);
        }
        let mut by_form: HashMap<_, Vec<_>> = HashMap::new();
        let mut by_tag = vec![Vec::new(); Tag::ALL.len()];
        for (number, rule) in rules.iter().enumerate() {
            let Some(first) = rule.conditions.first() else {
                continue;
            };
            for form in &first.forms {
                by_form.entry(form.clone()).or_default().push(number);
            }
            for (tag, list) in by_tag.iter_mut().enumerate() {
                if first.forms.is_empty() && first.tags & 1 << tag != 0 {
                    list.push(number);
                }
            }
        }
        Ok(Self {
            rules,
            by_form,
            by_tag,
        })
    }

    /// Applies the rules to tokens; `findings` gets one entry for each.
    pub(crate) fn apply<'m, 'a>(
        &'m self,
        length: usize,
        seen: impl Fn(usize) -> Seen<'a>,
        findings: &mut Vec<Findings<'m>>,
    ) {
        findings.clear();
        findings.resize(length, Findings::default());
        for token in 0..length {
            let first = seen(token);
            let general = self.by_tag.get(first.tag as usize);
            for &number in self.by_form.get(first.lower).into_iter().chain(general).flatten() {
                let rule = &self.rules[number];
                let fits = token + rule.conditions.len() <= length
                    && rule
                        .conditions
                        .iter()
                        .enumerate()
                        .all(|(next, condition)| condition.holds(&seen(token + next)));
                if fits {
                    rule.offer(number, &mut findings[token + rule.target]);
                }
            }
        }
    }
}

impl Rule {
    fn read(bytes: &mut Bytes<'_>, tags: &[Tag], deps: &[Dep]) -> Result<Self, ModelError> {
        let conditions = (0..bytes.u8()?)
            .map(|_| {
                Ok(Condition {
                    tags: renumbered(bytes.u64()?, tags.iter().map(|&tag| tag as u32)),
                    deps: renumbered(bytes.u64()?, deps.iter().map(|&dep| dep as u32)),
                    is_space: bytes.u8()?.checked_sub(1).map(|value| value != 0),
                    forms: bytes.texts()?,
                })
            })
            .collect::<Result<Vec<_>, ModelError>>()?;
        let target = bytes.u8()?.into();
        if target >= conditions.len() {
            return Err(ModelError::Inconsistent("a rule about no token"));
        }
        let pos = bytes
            .optional_u8()?
            .map(|number| Pos::ALL.get(usize::from(number)).copied());
        let morphology = bytes.optional_u8()?.map(Morphology);
        let tag = bytes
            .optional_u8()?
            .and_then(|number| tags.get(usize::from(number)).copied());
        let dep = bytes
            .optional_u8()?
            .and_then(|number| deps.get(usize::from(number)).copied());
        Ok(Self {
            conditions,
            target,
            pos: pos.flatten(),
            morphology,
            tag,
            dep,
            lemma: bytes.text()?.into(),
        })
    }

    fn offer<'m>(&'m self, number: usize, findings: &mut Findings<'m>) {
        findings.pos.offer(number, self.pos);
        findings.morphology.offer(number, self.morphology);
        findings.tag.offer(number, self.tag);
        findings.dep.offer(number, self.dep);
        findings
            .lemma
            .offer(number, Some(&*self.lemma).filter(|lemma| !lemma.is_empty()));
    }
}

impl Condition {
    fn holds(&self, seen: &Seen<'_>) -> bool {
        self.tags & 1 << seen.tag as u32 != 0
            && self.deps & 1 << seen.dep as u32 != 0
            && self.is_space.is_none_or(|is_space| is_space == seen.is_space)
            && (self.forms.is_empty() || self.forms.iter().any(|form| **form == *seen.lower))
    }
}

/// Bits in the model's order of labels, as bits in the order of the labels' declarations.
fn renumbered(bits: u64, labels: impl Iterator<Item = u32>) -> u64 {
    labels
        .enumerate()
        .filter(|(place, _)| bits >> place & 1 != 0)
        .fold(0, |sum, (_, label)| sum | 1 << label)
}

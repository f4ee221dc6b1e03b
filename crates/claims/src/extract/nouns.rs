//! Statements whose cue is a noun ("Ode's denial that …"), a preposition ("according to") or an adverb.

use core::ops::Range;

use super::draft::{Draft, Voice};
use super::group::Group;
use super::verbs::Sentence;
use super::verdicts;
use crate::lexicon::Takes;
use crate::words::Class;
use crate::{Act, Factuality, Form, Span};

impl Sentence<'_, '_> {
    /// The statement that a noun names: it needs a possessive, or "of" somebody, or a clause with "that".
    pub(crate) fn noun(&mut self, group: &Group) -> Option<Draft> {
        let p = self.paragraph;
        let level = p.level(&self.range, group.head);
        let at = group.head;
        let mut source = self.possessor(at, level.start);
        let mut next = group.range.end;
        if matches!(p.lower(next), "of" | "from" | "by")
            && next < level.end
            && let Some(of) = p.phrase_after(next + 1, level.end)
            && let Some(that) = self.that_after(of.end, &level)
        {
            source = source.or_else(|| p.span(&of));
            next = that;
        }
        let takes = group.cue.takes;
        let clause = next < level.end && p.class(next) == Some(Class::That) && takes.has(Takes::CLAUSE);
        let about = next < level.end
            && takes.has(Takes::ABOUT)
            && matches!(p.lower(next), "of" | "about" | "on" | "over")
            || next < level.end && takes.has(Takes::INFINITIVE) && p.class(next) == Some(Class::To);
        // "The claim that it leaked *was not true*".
        let verdict = clause.then(|| verdicts::on(p, next + 1..level.end)).flatten();
        let judged = verdict.map_or(level.end, |(words, _)| words.start);
        let content = if clause {
            let end = self.clause_end(group, next, &level).min(judged);
            p.span(&(next + 1..end.max(next + 1)))
        } else if about && source.is_some() {
            p.phrase_after(next + 1, level.end)
                .and_then(|range| p.span(&range))
        } else {
            None
        };
        if source.is_none() && !clause
            || source.is_some() && content.is_none() && group.cue.act == Act::Asserts
        {
            return None;
        }
        let content: Vec<Span> = content.into_iter().collect();
        let (mut act, mut factuality, mut rule) = group.reading(p.words[at].text);
        if act == Act::Asserts && clause && self.is_negated_clause(next + 1..judged) {
            // Of the clause, which is negated itself, it is held that it is so.
            (act, factuality) = (Act::Denies, Factuality::Certain);
            rule = format!("“{}” of something negated: a denial", p.words[at].text);
        }
        Some(Draft {
            voice: if source.is_some() {
                Voice::Source
            } else {
                Voice::Nobody
            },
            source: source.into_iter().collect(),
            cue: vec![p.words[at].span],
            content,
            addressee: Vec::new(),
            form: Form::Indirect,
            act,
            negated: false,
            factuality,
            engagement: group.cue.engagement,
            rule,
            nominal: true,
            topical: false,
            attitude: None,
            inside: None,
        })
    }

    /// The "that" right behind a phrase, or behind an apposition to it: "claims by Ode, *the dam's inspector,* that".
    fn that_after(&self, end: usize, level: &Range<usize>) -> Option<usize> {
        let p = self.paragraph;
        let is = |at: usize, class| at < level.end && p.class(at) == Some(class);
        if is(end, Class::Comma)
            && let Some(apposition) = p.phrase_after(end + 1, level.end)
            && is(apposition.end, Class::Comma)
            && is(apposition.end + 1, Class::That)
        {
            return Some(apposition.end + 1);
        }
        is(end, Class::That).then_some(end)
    }

    /// "Ode's" or "his" before the noun, adjectives allowed between.
    fn possessor(&self, noun: usize, low: usize) -> Option<Span> {
        let p = self.paragraph;
        for at in (low..noun).rev().take(4) {
            match p.class(at) {
                Some(Class::Possessive) => {
                    let owner = p.phrase_before(at, low)?;
                    return p.span(&(owner.start..at + 1));
                }
                Some(Class::Determiner)
                    if matches!(p.lower(at), "his" | "her" | "their" | "its" | "our" | "my") =>
                {
                    return Some(p.words[at].span);
                }
                Some(Class::Word | Class::Adverb | Class::Number | Class::Capital) => {}
                _ => return None,
            }
        }
        None
    }

    /// Whether the main verb of the clause is negated.
    fn is_negated_clause(&self, clause: Range<usize>) -> bool {
        let p = self.paragraph;
        for at in clause.take(10) {
            match p.class(at) {
                Some(Class::Negation) => return true,
                Some(Class::Verb | Class::Comma | Class::That | Class::Subordinator) => return false,
                _ => {}
            }
        }
        false
    }

    /// "according to Ana Brill": the rest of the sentence is the content.
    pub(crate) fn preposition(&mut self, group: &Group) -> Option<Draft> {
        let p = self.paragraph;
        let level = p.level(&self.range, group.head);
        let name = p.phrase_after(group.range.end, level.end)?;
        let mut end = name.end;
        if group.range.start > level.start {
            // An apposition or relative clause at the end of the sentence belongs to the source.
            if p.class(end) == Some(Class::Comma)
                && let Some(apposition) = p.phrase_after(end + 1, level.end)
                && !matches!(p.class(apposition.end), Some(Class::Verb | Class::Auxiliary))
            {
                end = apposition.end;
            }
        }
        let mut high = level.end;
        while high > end && p.class(high - 1) == Some(Class::Stop) {
            high -= 1;
        }
        let content = if group.range.start <= level.start + 1 {
            let comma = (end..high).find(|&i| p.class(i) == Some(Class::Comma))?;
            p.span(&(comma + 1..high))?
        } else {
            let stop = group.range.start - usize::from(p.class(group.range.start - 1) == Some(Class::Comma));
            p.span(&(level.start..stop))?
        };
        let source = p.span(&(name.start..end))?;
        let (act, factuality, rule) = group.reading(group.cue.phrase);
        Some(Draft {
            source: vec![source],
            cue: p.span(&group.range).into_iter().collect(),
            content: vec![content],
            addressee: Vec::new(),
            form: Form::Indirect,
            act,
            negated: false,
            factuality,
            engagement: group.cue.engagement,
            rule,
            voice: Voice::Source,
            nominal: false,
            topical: false,
            attitude: None,
            inside: None,
        })
    }

    /// "reportedly": nobody is named, and the clause around it is the content.
    pub(crate) fn adverb(&mut self, group: &Group) -> Option<Draft> {
        let p = self.paragraph;
        let level = p.level(&self.range, group.head);
        let mut high = level.end;
        while high > group.head + 1 && p.class(high - 1) == Some(Class::Stop) {
            high -= 1;
        }
        let parts = [level.start..group.head, group.head + 1..high];
        let content: Vec<Span> = parts
            .iter()
            .filter(|part| !part.is_empty())
            .filter_map(|part| p.span(part))
            .collect();
        if content.is_empty() {
            return None;
        }
        let (act, factuality, rule) = group.reading(p.words[group.head].text);
        Some(Draft {
            source: Vec::new(),
            cue: vec![p.words[group.head].span],
            content,
            addressee: Vec::new(),
            form: Form::Indirect,
            act,
            negated: false,
            factuality,
            engagement: group.cue.engagement,
            rule: format!("{rule}; nobody is named"),
            voice: Voice::Nobody,
            nominal: false,
            topical: false,
            attitude: None,
            inside: None,
        })
    }
}

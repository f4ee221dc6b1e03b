//! Statements whose cue is a verb or an adjective.

use core::ops::Range;

use super::draft::{Draft, Voice};
use super::group::{self, Group};
use crate::lexicon::{Inflection, Pos, Takes};
use crate::paragraph::Paragraph;
use crate::words::{Class, is_time};
use crate::{Form, Span};

/// What is known while a sentence is read.
pub(crate) struct Sentence<'p, 'a> {
    pub(crate) paragraph: &'p Paragraph<'a>,
    pub(crate) range: Range<usize>,
    /// The source of the statement before, on each level of quotation: participles and "and added" share it.
    pub(crate) last_source: Option<(Option<u32>, Vec<Span>)>,
}

impl Sentence<'_, '_> {
    /// The statement that the verb or adjective `group` reports, if it can be told who or what.
    pub(crate) fn verb(&mut self, group: &Group) -> Option<Draft> {
        let p = self.paragraph;
        let level = p.level(&self.range, group.head);
        let takes = group.cue.takes;
        if group.infinitive
            && !matches!(
                p.lower(group.range.start.wrapping_sub(1)),
                "to" | "declined" | "refused" | "continued"
            )
            && p.lower(group.range.start) != "to"
        {
            return None;
        }
        let mut source = self.source(group, &level);
        // The closing mark of a partial quotation: “accepted” statements.
        let closed = usize::from(
            p.class(group.range.end) == Some(Class::CloseQuote)
                && p.on_level(group.range.end, p.words[group.head].quote),
        );
        let after = self.skip_time(group.range.end + closed, level.end);
        let mut addressee = Vec::new();
        let mut content_from = after;
        let inverted = self.inverted_source(group, &level);
        if let Some(name) = &inverted {
            source = p.span(name).map(|span| vec![span]);
            content_from = self.skip_time(name.end, level.end);
        } else if takes.has(Takes::ADDRESSEE)
            && !group.passive
            && let Some(to) = p.phrase_after(after, level.end)
        {
            // "told reporters after the meeting that": what stands between is skipped.
            let that = (to.end..level.end.min(to.end + 8))
                .take_while(|&i| p.on_level(i, p.words[group.head].quote) && p.class(i) != Some(Class::Comma))
                .find(|&i| p.class(i) == Some(Class::That));
            if that.is_some() || to.end < level.end {
                addressee.extend(p.span(&to));
                content_from = that.unwrap_or_else(|| self.skip_time(to.end, level.end));
            }
        }
        let mut content = self.content_after(group, content_from, &level);
        let left = self.content_before(group, inverted.as_ref(), source.as_deref(), &level);
        if let Some(left) = left
            && (content.is_none() || inverted.is_some() || self.continues_quote(content_from))
        {
            let mut spans = left;
            match content {
                Some(content) if self.continues_quote(content_from) => spans.extend(content),
                _ => spans.extend(self.resumed(group, content_from, &level)),
            }
            content = Some(spans);
        }
        let content = content.filter(|spans| !spans.is_empty())?;
        let source = match source {
            Some(source) => source,
            None if group.passive => Vec::new(),
            None => return None,
        };
        let (act, factuality, rule) = group.reading(&p.joined(&group.range));
        self.last_source = Some((p.words[group.head].quote, source.clone()));
        let cue = p.span(&group.range).into_iter().collect();
        Some(Draft {
            voice: if source.is_empty() {
                Voice::Nobody
            } else {
                Voice::Source
            },
            source,
            cue,
            content,
            addressee,
            form: Form::Indirect,
            act,
            negated: group.negated,
            factuality,
            engagement: group.cue.engagement,
            rule,
            nominal: false,
            topical: group.cue.names_a_topic(),
            attitude: group.cue.attitude(),
            inside: None,
        })
    }

    /// Past words of time and manner after a cue: "said on Friday", "said in an interview".
    pub(super) fn skip_time(&self, from: usize, high: usize) -> usize {
        let p = self.paragraph;
        let mut at = from;
        while at < high {
            let next = match p.class(at) {
                Some(Class::Adverb) => at + 1,
                _ if is_time(p.lower(at)) => at + 1,
                Some(Class::Number) if at > from && is_time(p.lower(at - 1)) => at + 1,
                Some(Class::Preposition) if (at + 1..high.min(at + 4)).any(|i| is_time(p.lower(i))) => {
                    (at + 1..high.min(at + 4))
                        .find(|&i| is_time(p.lower(i)))
                        .map_or(at, |i| i + 1)
                }
                Some(Class::Preposition)
                    if matches!(p.lower(at), "in" | "at" | "during" | "after" | "on") =>
                {
                    match p.phrase_after(at + 1, high) {
                        Some(place)
                            if matches!(
                                p.class(place.end),
                                Some(
                                    Class::That
                                        | Class::OpenQuote
                                        | Class::Comma
                                        | Class::Colon
                                        | Class::Pronoun
                                )
                            ) && place.end < high =>
                        {
                            place.end
                        }
                        _ => return at,
                    }
                }
                _ => return at,
            };
            at = next;
        }
        at
    }

    /// The source before the cue: a subject, with what stands between commas after it; or one shared with the
    /// statement before.
    fn source(&self, group: &Group, level: &Range<usize>) -> Option<Vec<Span>> {
        let p = self.paragraph;
        let start = group.range.start;
        if group.passive {
            let by = (group.range.end < level.end && p.lower(group.range.end) == "by")
                .then_some(group.range.end + 1)?;
            return p
                .phrase_after(by, level.end)
                .and_then(|range| p.span(&range))
                .map(|span| vec![span]);
        }
        let before = start.checked_sub(1).filter(|&i| i >= level.start);
        let plain = p.phrase_before(start, level.start);
        if group.cue.pos == Pos::Adjective
            || matches!(group.inflection, Inflection::Ing | Inflection::Base)
            || group.infinitive
        {
            if let Some(range) = plain.filter(|_| {
                !group.infinitive && group.range.start < group.head
                    || group.cue.pos == Pos::Verb && group.inflection == Inflection::Base && !group.infinitive
            }) {
                return p.span(&range).map(|span| vec![span]);
            }
            if group.inflection == Inflection::Base && group.cue.pos == Pos::Verb && !group.infinitive {
                return None;
            }
            return self.shared_source(group, level);
        }
        if let Some(range) = plain {
            if p.lower(range.start) == "who" {
                let antecedent = self.antecedent(range.start, level).unwrap_or(range);
                return p.span(&antecedent).map(|span| vec![span]);
            }
            return p.span(&range).map(|span| vec![span]);
        }
        match p.class(before?) {
            Some(Class::Comma | Class::Dash) => {
                let comma = before?;
                let open = (level.start..comma).rev().take(30).find(|&i| {
                    matches!(p.class(i), Some(Class::Comma | Class::Dash))
                        && p.on_level(i, p.words[group.head].quote)
                })?;
                // "Mr. Ode, in the end, stayed, convinced that …": no apposition, but the sentence's own verb.
                if p.words.get(open + 1).is_some_and(crate::words::is_verb_like) {
                    return self.shared_source(group, level);
                }
                let subject = p.phrase_before(open, level.start)?;
                p.span(&(subject.start..comma)).map(|span| vec![span])
            }
            Some(Class::Conjunction) => self.shared_source(group, level),
            _ => None,
        }
    }

    /// What "who" stands for: the phrase before it.
    fn antecedent(&self, who: usize, level: &Range<usize>) -> Option<Range<usize>> {
        let p = self.paragraph;
        let end = if p.class(who.checked_sub(1)?) == Some(Class::Comma) {
            who - 1
        } else {
            who
        };
        p.phrase_before(end, level.start)
    }

    /// The subject of the sentence, for participles ("…, claiming"), or of the statement before.
    fn shared_source(&self, group: &Group, level: &Range<usize>) -> Option<Vec<Span>> {
        let p = self.paragraph;
        let quote = p.words[group.head].quote;
        if let Some((level, source)) = &self.last_source
            && *level == quote
            && !source.is_empty()
        {
            return Some(source.clone());
        }
        let mut at = level.start;
        while at < group.range.start {
            if let Some(range) = p.phrase_after(at, group.range.start) {
                let verb = p.words.get(range.end).is_some_and(crate::words::is_verb_like)
                    || p.class(range.end) == Some(Class::Adverb)
                    || p.class(range.end) == Some(Class::Comma);
                let preposition = range.start > level.start
                    && matches!(p.class(range.start - 1), Some(Class::Preposition | Class::To));
                if verb && !preposition {
                    return p.span(&range).map(|span| vec![span]);
                }
                at = range.end;
            }
            at += 1;
        }
        // "Citing the report, Mr. Ode …": the subject comes after the comma.
        if group.range.start == level.start {
            let comma = (group.range.end..level.end)
                .find(|&i| p.class(i) == Some(Class::Comma) && p.on_level(i, quote))?;
            return p
                .phrase_after(comma + 1, level.end)
                .and_then(|range| p.span(&range))
                .map(|span| vec![span]);
        }
        None
    }

    /// "…,” said Ana Brill, the mayor": the source after the verb.
    fn inverted_source(&self, group: &Group, level: &Range<usize>) -> Option<Range<usize>> {
        let p = self.paragraph;
        if !group.cue.takes.has(Takes::QUOTE)
            || group.range.start != group.head
            || group.passive
            || group.infinitive
            || !matches!(group.inflection, Inflection::Past | Inflection::Third)
        {
            return None;
        }
        let before = group.range.start.checked_sub(1)?;
        let opens = matches!(
            p.class(before),
            Some(Class::Comma | Class::CloseQuote | Class::Dash)
        ) && group.range.start > level.start
            || (p.class(before) == Some(Class::CloseQuote));
        if !opens || group.cue.takes.has(Takes::ADDRESSEE) {
            return None;
        }
        let name = p.phrase_after(group.range.end, level.end)?;
        // "…, said the plan would fail" has a clause after it, not a source.
        if p.words
            .get(name.end)
            .filter(|_| name.end < level.end)
            .is_some_and(crate::words::is_verb_like)
        {
            return None;
        }
        // An apposition up to the end of the sentence belongs to the source.
        let mut end = name.end;
        if p.class(end) == Some(Class::Comma)
            && matches!(p.class(end + 1), Some(Class::Determiner | Class::Word))
            && let Some(apposition) = p.phrase_after(end + 1, level.end)
            && matches!(p.class(apposition.end), Some(Class::Stop | Class::Comma) | None)
        {
            end = apposition.end;
        }
        Some(name.start..end)
    }

    /// "The repairs, he said, *would take a year*": the clause goes on after the cue.
    fn resumed(&self, group: &Group, comma: usize, level: &Range<usize>) -> Option<Span> {
        let p = self.paragraph;
        let verb = p
            .words
            .get(comma + 1)
            .filter(|_| comma + 1 < level.end)
            .is_some_and(crate::words::is_verb_like);
        if p.class(comma) != Some(Class::Comma) || !verb {
            return None;
        }
        p.span(&(comma + 1..self.clause_end(group, comma + 1, level).max(comma + 2)))
    }

    fn continues_quote(&self, at: usize) -> bool {
        let p = self.paragraph;
        (at..p.words.len().min(at + 3)).any(|i| p.class(i) == Some(Class::OpenQuote))
    }
}

impl Sentence<'_, '_> {
    /// A word that can be verb or noun ("claims") and did not work as a verb.
    pub(crate) fn noun_reading(&mut self, at: usize, level: &Range<usize>) -> Option<Draft> {
        let group = group::find_noun(self.paragraph, at, level)?;
        self.noun(&group)
    }

    /// "She continued:": source and cue of a quotation that the next paragraph holds.
    pub(crate) fn announcement(&self, group: &Group) -> Option<Draft> {
        let p = self.paragraph;
        let level = p.level(&self.range, group.head);
        let source = self.source(group, &level)?;
        let cue: Vec<Span> = p.span(&group.range).into_iter().collect();
        let (act, factuality, rule) = group.reading(&p.joined(&group.range));
        Some(Draft {
            voice: Voice::Source,
            source,
            cue,
            content: Vec::new(),
            addressee: Vec::new(),
            form: Form::Direct,
            act,
            negated: group.negated,
            factuality,
            engagement: group.cue.engagement,
            rule,
            nominal: false,
            topical: false,
            attitude: None,
            inside: None,
        })
    }
}

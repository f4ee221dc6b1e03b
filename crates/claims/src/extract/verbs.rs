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
            topical: !(takes.has(Takes::CLAUSE) || takes.has(Takes::BARE) || takes.has(Takes::QUOTE)),
            inside: None,
        })
    }

    /// Past words of time and manner after a cue: "said on Friday", "said in an interview".
    fn skip_time(&self, from: usize, high: usize) -> usize {
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

    /// What is reported, where it comes before the cue: the clause or quotation up to the comma.
    fn content_before(
        &self,
        group: &Group,
        inverted: Option<&Range<usize>>,
        source: Option<&[Span]>,
        level: &Range<usize>,
    ) -> Option<Vec<Span>> {
        let p = self.paragraph;
        if !group.cue.takes.has(Takes::QUOTE) {
            return None;
        }
        let first = match (inverted, source) {
            (Some(_), _) => group.range.start,
            (None, Some([span, ..])) => {
                (level.start..group.range.start).find(|&i| p.words[i].span.start >= span.start)?
            }
            _ => return None,
        };
        // A quotation that ends with its own stop ends a sentence, and its attribution starts the next.
        let end = first
            .checked_sub(1)
            .filter(|&i| i >= self.range.start || p.class(i) == Some(Class::CloseQuote))?;
        if !matches!(
            p.class(end),
            Some(Class::Comma | Class::CloseQuote | Class::Dash | Class::Stop)
        ) {
            return None;
        }
        let quoted =
            p.class(end) == Some(Class::CloseQuote) || end > 0 && p.class(end - 1) == Some(Class::CloseQuote);
        if quoted {
            let close = if p.class(end) == Some(Class::CloseQuote) {
                end
            } else {
                end - 1
            };
            let chain = self.quotation_closed_by(close)?;
            let begins = chain.first()?.start;
            let head = level.start.max(self.range.start);
            // "It was “hard,” he said": the words before a partial quotation are content too.
            let head_start = p.words.get(head)?.span.start;
            if chain.len() == 1
                && begins > head_start
                && p.words[head].quote.is_none() == p.words[group.head].quote.is_none()
                && begins < p.words[end].span.start
            {
                return Some(vec![p.words[head].span.cover(p.words[close].span)]);
            }
            return Some(chain);
        }
        let from = level.start;
        (end > from + 1)
            .then(|| p.span(&(from..end)).map(|span| vec![span]))
            .flatten()
    }

    /// The parts of the quotation that ends with the mark at `close`, over paragraphs.
    fn quotation_closed_by(&self, close: usize) -> Option<Vec<Span>> {
        let p = self.paragraph;
        let mark = p.words[close].span;
        let mut index = p.words[close].quote.or_else(|| {
            p.quotes
                .all
                .iter()
                .rposition(|quote| quote.close == Some(mark))
                .map(|i| i as u32)
        })?;
        if p.quotes.all.get(index as usize)?.close != Some(mark) {
            index = p
                .quotes
                .all
                .partition_point(|quote| quote.open.start < mark.start)
                .checked_sub(1)? as u32;
            while p.quotes.all.get(index as usize)?.close != Some(mark) {
                index = index.checked_sub(1)?;
            }
        }
        let mut parts = Vec::new();
        let mut part = Some(index);
        while let Some(quote) = part.and_then(|i| p.quotes.all.get(i as usize)) {
            parts.push(quote.span);
            part = quote.continues;
        }
        parts.reverse();
        Some(parts)
    }

    /// What is reported, where it comes after the cue.
    pub(crate) fn content_after(
        &self,
        group: &Group,
        from: usize,
        level: &Range<usize>,
    ) -> Option<Vec<Span>> {
        let p = self.paragraph;
        let takes = group.cue.takes;
        let quote = p.words[group.head].quote;
        let mut at = from;
        while matches!(p.class(at), Some(Class::Comma | Class::Colon))
            && at < self.range.end
            && p.class(at + 1) == Some(Class::OpenQuote)
        {
            at += 1;
        }
        if at >= self.range.end {
            return None;
        }
        let long_quote = p.class(at) == Some(Class::OpenQuote) && p.words[at].quote != quote;
        if long_quote && (takes.has(Takes::QUOTE) || takes.has(Takes::OBJECT) || takes.has(Takes::BARE)) {
            let opened = p.words[at]
                .quote
                .and_then(|index| p.quotes.all.get(index as usize))?;
            if opened
                .close
                .is_some_and(|close| p.words.iter().any(|word| word.span == close))
                || opened.close.is_none()
            {
                let end = self.clause_end(group, at, level);
                let tail = p.span(&(at..end.max(at + 1)))?;
                return Some(vec![if tail.end > opened.span.end {
                    tail
                } else {
                    opened.span
                }]);
            }
            return Some(vec![opened.span]);
        }
        if at >= level.end {
            return None;
        }
        let clause = match p.class(at) {
            Some(Class::That) => takes.has(Takes::CLAUSE) || takes.has(Takes::QUOTE),
            Some(Class::To) => takes.has(Takes::INFINITIVE),
            Some(Class::Subordinator)
                if !matches!(p.lower(at), "if" | "when" | "since" | "because" | "while") =>
            {
                (takes.has(Takes::ABOUT) || takes.has(Takes::CLAUSE) || takes.has(Takes::OBJECT))
                    && p.lower(at) != "who"
                    && p.lower(at) != "which"
            }
            Some(Class::Preposition) => {
                takes.has(Takes::ABOUT) && matches!(p.lower(at), "about" | "over" | "on" | "of")
            }
            Some(Class::Colon) => takes.has(Takes::QUOTE) && at + 2 < level.end,
            _ => false,
        };
        let clause = clause || takes.has(Takes::BARE) && !group.passive && p.is_clause(at, level.end);
        if clause {
            let from = if p.class(at) == Some(Class::Colon) {
                at + 1
            } else {
                at
            };
            let end = self.clause_end(group, from, level);
            return (end > from)
                .then(|| p.span(&(from..end)).map(|span| vec![span]))
                .flatten();
        }
        // "pressed Mr. Ode over the dam"
        if takes.has(Takes::ABOUT)
            && !group.passive
            && let Some(target) = p.phrase_after(at, level.end)
            && target.end < level.end
            && let topic = self.skip_time(target.end, level.end)
            && matches!(
                p.lower(topic),
                "about" | "over" | "on" | "whether" | "why" | "how" | "to"
            )
        {
            let end = self.clause_end(group, topic, level);
            return p.span(&(topic..end)).map(|span| vec![span]);
        }
        // "urged voters to …"
        if takes.has(Takes::INFINITIVE)
            && !group.passive
            && let Some(target) = p.phrase_after(at, level.end)
            && p.class(target.end) == Some(Class::To)
        {
            let end = self.clause_end(group, at, level);
            return p.span(&(at..end)).map(|span| vec![span]);
        }
        if takes.has(Takes::OBJECT) && !group.passive {
            let starts = matches!(
                p.class(at),
                Some(
                    Class::Determiner
                        | Class::Capital
                        | Class::Word
                        | Class::Number
                        | Class::Pronoun
                        | Class::ObjectPronoun
                        | Class::OpenQuote
                )
            );
            if starts {
                let end = self.object_end(group, at, level);
                return (end > at)
                    .then(|| p.span(&(at..end)).map(|span| vec![span]))
                    .flatten();
            }
        }
        None
    }

    /// Where a reported clause ends: before another attribution on its level, or with the sentence.
    pub(crate) fn clause_end(&self, group: &Group, from: usize, level: &Range<usize>) -> usize {
        let p = self.paragraph;
        let quote = p.words[group.head].quote;
        let mut high = level.end;
        let trailing = |class| {
            matches!(
                class,
                Some(Class::Stop | Class::Colon | Class::Comma | Class::Dash)
            )
        };
        while high > from && trailing(p.class(high - 1)) && p.on_level(high - 1, quote) {
            high -= 1;
        }
        for at in from + 1..high {
            if !p.on_level(at, quote) {
                continue;
            }
            match p.class(at) {
                Some(Class::Comma | Class::Dash) if self.ends_at_comma(at, high, quote) => return at,
                Some(Class::Semicolon)
                    if high - at > 3
                        && p.phrase_after(at + 1, high)
                            .is_some_and(|range| self.reports(range.end, high)) =>
                {
                    return at;
                }
                Some(Class::Conjunction) if at + 1 < high && group.range.start < at => {
                    // "he said … and added …": the same subject goes on reporting.
                    if self.same_tense_cue(at + 1, high, group) {
                        return if at > from && p.class(at - 1) == Some(Class::Comma) {
                            at - 1
                        } else {
                            at
                        };
                    }
                }
                _ => {}
            }
        }
        high
    }

    fn reports(&self, at: usize, high: usize) -> bool {
        at < high
            && group::find(self.paragraph, at, &(at.saturating_sub(1)..high)).is_some_and(|group| {
                group.cue.takes.has(Takes::QUOTE)
                    && matches!(group.inflection, Inflection::Past | Inflection::Third)
            })
    }

    fn same_tense_cue(&self, at: usize, high: usize, outer: &Group) -> bool {
        let at = if self.paragraph.class(at) == Some(Class::Adverb) {
            at + 1
        } else {
            at
        };
        let bare = outer.range.start == outer.head || outer.inflection != Inflection::Past;
        bare && at < high
            && group::find(self.paragraph, at, &(at - 1..high)).is_some_and(|group| {
                group.head == at
                    && group.cue.pos == Pos::Verb
                    && group.inflection == outer.inflection
                    && group.inflection != Inflection::Base
                    && group.cue.takes.has(Takes::CLAUSE)
            })
    }

    /// A comma that ends a reported clause: before ", adding", ", according to", ", Mr. Ode said".
    fn ends_at_comma(&self, comma: usize, high: usize, quote: Option<u32>) -> bool {
        let p = self.paragraph;
        let mut next = comma + 1;
        if next >= high || !p.on_level(next, quote) {
            return false;
        }
        if p.lower(next) == "according" {
            return true;
        }
        if let Some(group) = group::find(p, next, &(next - 1..high))
            && group.cue.pos == Pos::Verb
            && group.inflection == Inflection::Ing
            && group.cue.takes.has(Takes::CLAUSE)
        {
            return true;
        }
        if p.class(next) == Some(Class::Conjunction) {
            next += 1;
            if p.class(next) == Some(Class::That) {
                return false;
            }
        }
        if p.lower(next) == "while" {
            next += 1;
        }
        p.phrase_after(next, high).is_some_and(|range| {
            let after = range.end;
            let after = if p.class(after) == Some(Class::Adverb) {
                after + 1
            } else {
                after
            };
            self.reports(after, high)
        })
    }

    /// Where the noun phrase that is the content ends: with the clause.
    fn object_end(&self, group: &Group, from: usize, level: &Range<usize>) -> usize {
        let p = self.paragraph;
        let quote = p.words[group.head].quote;
        let high = self.clause_end(group, from, level);
        let mut clause = false;
        for at in from + 1..high {
            if !p.on_level(at, quote) {
                continue;
            }
            match p.class(at) {
                Some(Class::That) => clause = true,
                Some(Class::Comma | Class::Semicolon | Class::Dash | Class::Colon)
                    if !clause || matches!(p.class(at + 1), Some(Class::Subordinator)) =>
                {
                    return at;
                }
                Some(Class::Comma) if clause && p.class(at + 1) == Some(Class::Conjunction) => return at,
                // "accepted the denial and had even said", "rejected it when"
                Some(Class::Conjunction)
                    if matches!(
                        p.class(at + 1),
                        Some(Class::Auxiliary | Class::Verb | Class::That | Class::Adverb)
                    ) =>
                {
                    return at;
                }
                Some(Class::Subordinator)
                    if matches!(p.lower(at), "when" | "while" | "because" | "after") =>
                {
                    return at;
                }
                _ => {}
            }
        }
        high
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
            inside: None,
        })
    }
}

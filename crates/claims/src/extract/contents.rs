//! What a cue reports: the words before or after it that are its content, and where they end.

use core::ops::Range;

use super::group::{self, Group};
use super::verbs::Sentence;
use crate::Span;
use crate::lexicon::{Inflection, Pos, Takes};
use crate::words::Class;

impl Sentence<'_, '_> {
    /// What is reported, where it comes before the cue: the clause or quotation up to the comma.
    pub(super) fn content_before(
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
            // Where it ends here the sentence may go on after it.
            let end = self.clause_end(group, at, level);
            let tail = p.span(&(at..end.max(at + 1)))?;
            return Some(vec![if tail.end > opened.span.end {
                tail
            } else {
                opened.span
            }]);
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
        self.object_after(group, at, level)
    }

    /// A noun phrase, infinitive or topic after the cue that is the content.
    fn object_after(&self, group: &Group, at: usize, level: &Range<usize>) -> Option<Vec<Span>> {
        let p = self.paragraph;
        let takes = group.cue.takes;
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
            let end = self.object_end(group, topic, level);
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
                // "he said … and added …": the same subject goes on reporting.
                Some(Class::Conjunction)
                    if at + 1 < high
                        && group.range.start < at
                        && self.same_tense_cue(at + 1, high, group) =>
                {
                    return at - usize::from(at > from && p.class(at - 1) == Some(Class::Comma));
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

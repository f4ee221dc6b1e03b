//! A document to its statements: by plain rules over words, and by the trained reader.

mod blocks;
mod contents;
mod draft;
mod group;
mod nesting;
mod nouns;
mod operators;
mod reading;
mod tidy;
mod trained;
mod verbs;

use english::Document;

pub(crate) use blocks::byline;
pub(crate) use draft::{Draft, Voice};
pub(crate) use nesting::{find_owners, nest};

use crate::lexicon::{Pos, Takes};
use crate::paragraph::Paragraph;
use crate::quotes::{Quote, Quotes};
use crate::statements::{Statements, parts};
use crate::words::Class;
use crate::{Form, Span};

/// Reads a document paragraph by paragraph.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    paragraph: usize,
    sentence: usize,
    quote: usize,
    /// The paragraph before, for a by-line beneath it.
    before: Option<Span>,
    /// Ends a paragraph with a cue and a colon: whose the quotation in the next one is.
    announced: Option<Draft>,
    /// What the rules found in the paragraph before that stands only if a by-line follows.
    aside: Vec<Draft>,
    pub(crate) drafts: Vec<Draft>,
}

impl Reader {
    /// Reads the next paragraph; false where there is none left.
    pub(crate) fn step(&mut self, statements: &Statements, document: &Document, quotes: &Quotes) -> bool {
        let Some(range) = document.paragraphs().get(self.paragraph).cloned() else {
            return false;
        };
        self.paragraph += 1;
        let paragraph = Paragraph::read(
            document,
            range.clone(),
            quotes,
            &mut self.sentence,
            &mut self.quote,
        );
        let Some(whole) = paragraph.span(&(0..paragraph.words.len())) else {
            return true;
        };
        if let Some(author) = byline(&paragraph) {
            self.drafts
                .extend(self.before.take().map(|content| blocks::post(author, content)));
            self.drafts.append(&mut self.aside);
            return true;
        }
        if let Some(author) = blocks::signature(&paragraph)
            && let Some(content) = self.before.filter(|&before| quoted(before, quotes))
        {
            self.drafts.push(blocks::signed(author, content));
            return true;
        }
        let first = self.drafts.len();
        for sentence in paragraph.sentences.clone() {
            self.read_sentence(&paragraph, sentence);
        }
        self.join_trained(statements, document, range, &paragraph, first);
        if let Some(signed) = blocks::signed_quotation(&paragraph) {
            // A colon or a dash is all that the others can have seen of it.
            self.drafts.retain(|draft| {
                draft.anchor().is_none_or(|anchor| anchor.start < whole.start)
                    || !same_content(draft, &signed)
            });
            self.drafts.push(signed);
        }
        self.add_bare_quotations(&paragraph, first);
        let mut drafts = self.drafts.split_off(first);
        drafts.retain_mut(|draft| tidy::tidy(draft, document, &paragraph));
        self.drafts.append(&mut drafts);
        for draft in &mut self.drafts[first..] {
            draft.form = form(draft, quotes);
        }
        self.before = Some(whole);
        true
    }

    /// Bytes read so far.
    pub(crate) fn done(&self, document: &Document) -> usize {
        let next = document
            .paragraphs()
            .get(self.paragraph)
            .and_then(|range| document.tokens().get(range.start as usize));
        next.map_or(document.text().len(), |token| token.span.start as usize)
    }

    fn read_sentence(&mut self, paragraph: &Paragraph<'_>, range: core::ops::Range<usize>) {
        let mut sentence = verbs::Sentence {
            paragraph,
            range: range.clone(),
            last_source: None,
        };
        let mut at = range.start;
        while at < range.end {
            if paragraph.class(at) == Some(Class::Colon) {
                self.drafts.extend(blocks::colon(paragraph, &range, at));
                at += 1;
                continue;
            }
            let level = paragraph.level(&range, at);
            let Some(group) = group::find(paragraph, at, &level) else {
                at += 1;
                continue;
            };
            let draft = match group.cue.pos {
                Pos::Verb => sentence
                    .verb(&group)
                    .or_else(|| sentence.noun_reading(at, &level)),
                Pos::Adjective => sentence.verb(&group),
                Pos::Noun => sentence.noun(&group),
                Pos::Preposition => sentence.preposition(&group),
                Pos::Adverb => sentence.adverb(&group),
            };
            if draft.is_none() && group.cue.takes.has(Takes::QUOTE) {
                self.announce(paragraph, &sentence, &group, &range);
            }
            at = if draft.is_some() {
                group.range.end.max(at + 1)
            } else {
                at + 1
            };
            self.drafts.extend(draft);
        }
    }

    /// Joins what the rules found, from draft `first` on, with what the trained reader finds.
    fn join_trained(
        &mut self,
        statements: &Statements,
        document: &Document,
        range: core::ops::Range<u32>,
        paragraph: &Paragraph<'_>,
        first: usize,
    ) {
        let mut by_rules = self.drafts.split_off(first).into_iter().peekable();
        self.aside.clear();
        for part in parts(document, range) {
            let end = document.span_of(part.clone()).end;
            let before_end = |draft: &Draft| draft.anchor().is_none_or(|anchor| anchor.start < end);
            let own = core::iter::from_fn(|| by_rules.next_if(before_end)).collect();
            let found = statements.find(document, part, paragraph.quotes, trained::LEAST);
            let joined = trained::join(document, paragraph, found, own);
            self.drafts.extend(joined.drafts);
            self.aside.extend(joined.aside);
        }
        self.drafts.extend(by_rules);
    }

    /// "She continued:" at the end of a paragraph: the quotation in the next one is hers.
    fn announce(
        &mut self,
        paragraph: &Paragraph<'_>,
        sentence: &verbs::Sentence<'_, '_>,
        group: &group::Group,
        range: &core::ops::Range<usize>,
    ) {
        if paragraph
            .words
            .last()
            .is_some_and(|word| word.class == Class::Colon)
            && range.end == paragraph.words.len()
        {
            self.announced = sentence.announcement(group);
        }
    }

    /// Quotations that no cue reports: more of the one before, or announced in the paragraph before.
    fn add_bare_quotations(&mut self, paragraph: &Paragraph<'_>, first: usize) {
        for at in 0..paragraph.words.len() {
            if paragraph.class(at) != Some(Class::OpenQuote) {
                continue;
            }
            let Some(quote) = paragraph.quote(at).copied() else {
                continue;
            };
            let opens =
                quote.open == paragraph.words[at].span && quote.parent.is_none() && quote.continues.is_none();
            let starts = paragraph.sentences.iter().any(|sentence| sentence.start == at);
            if !opens || !starts || self.drafts[first..].iter().any(|draft| covers(draft, quote)) {
                continue;
            }
            if let Some(draft) = self.announced.take() {
                self.drafts.push(Draft {
                    content: vec![quote.span],
                    ..draft
                });
            } else if let Some(draft) = self.drafts[first..].iter_mut().rev().find(|draft| {
                draft
                    .content
                    .last()
                    .is_some_and(|span| span.end <= quote.span.start && quoted(*span, paragraph.quotes))
            }) {
                draft.content.push(quote.span);
            } else if at == 0
                && self
                    .drafts
                    .iter()
                    .rev()
                    .take(8)
                    .any(|draft| draft.form == Form::Direct)
            {
                self.drafts.push(blocks::bare_quotation(quote.span));
            }
        }
        if !paragraph
            .words
            .last()
            .is_some_and(|word| word.class == Class::Colon)
        {
            self.announced = None;
        }
    }
}

/// Whether a draft says who speaks a quotation: some of it is the quotation, not only something within.
fn covers(draft: &Draft, quote: Quote) -> bool {
    let within = Span::new(
        quote.open.end,
        quote.close.map_or(quote.span.end, |close| close.start),
    );
    let mut parts = draft.content.iter().chain(&draft.source).chain(&draft.cue);
    parts.any(|part| part.overlaps(quote.span) && (!within.contains(*part) || part.len() * 2 > within.len()))
}

/// Whether two drafts report the same quotation.
fn same_content(one: &Draft, other: &Draft) -> bool {
    match (one.content_hull(), other.content_hull()) {
        (Some(one), Some(other)) => {
            one.overlaps(other) && one.len() * 2 > other.len() && other.len() * 2 > one.len()
        }
        _ => false,
    }
}

/// Whether the span is a quotation as a whole.
fn quoted(span: Span, quotes: &Quotes) -> bool {
    let at = quotes.all.partition_point(|quote| quote.span.start < span.start);
    quotes
        .all
        .get(at)
        .is_some_and(|quote| quote.span.start == span.start && quote.span.end + 1 >= span.end)
}

fn form(draft: &Draft, quotes: &Quotes) -> Form {
    if draft.form == Form::Post {
        return Form::Post;
    }
    if !draft.content.is_empty() && draft.content.iter().all(|&span| quoted(span, quotes)) {
        return Form::Direct;
    }
    let mixed = draft.content.iter().any(|span| {
        let at = quotes.all.partition_point(|quote| quote.span.start < span.start);
        quotes
            .all
            .get(at)
            .is_some_and(|quote| quote.span.start < span.end)
    });
    if mixed { Form::Mixed } else { Form::Indirect }
}

//! A document to its statements: by plain rules over words, and by the trained reader.

mod addressee;
mod blocks;
mod contents;
mod described;
mod draft;
mod group;
mod letters;
mod nesting;
mod nouns;
mod operators;
mod reading;
mod selection;
mod tidy;
mod trained;
mod transcripts;
mod verbs;
mod verdicts;

use english::Document;
use letters::{Letter, Letters, Part};
use transcripts::Transcript;

pub(crate) use blocks::byline;
pub(crate) use draft::{Draft, Voice};
pub(crate) use nesting::{find_owners, nest};

use crate::lexicon::{Pos, Takes};
use crate::paragraph::Paragraph;
use crate::quotes::{Quote, Quotes};
use crate::statements::{Statements, parts};
use crate::words::Class;
use crate::{Form, Span};

/// Statements of the paragraphs just read, about: those further back are settled.
const RECENT: usize = 256;

/// Statements looked back at for the one that a quotation belongs to.
const NEAR: usize = 8;

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
    transcript: Transcript,
    letters: Letters,
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
        match self.letters.read(&paragraph, whole) {
            Part::Text => {}
            Part::Frame => return true,
            Part::Signature(letter) => {
                self.add_letter(&letter);
                return true;
            }
        }
        if let Some(author) = byline(&paragraph) {
            if let Some(content) = self.before.take()
                && !self.sign(author, content)
            {
                self.drafts.push(blocks::post(author, content));
                self.drafts.append(&mut self.aside);
            }
            return true;
        }
        if let Some(author) = blocks::signature(&paragraph)
            && let Some(content) = self.before
        {
            if self.sign(author, content) {
                return true;
            }
            if quoted(content, quotes) {
                self.drafts.push(blocks::signed(author, content));
                return true;
            }
            if blocks::is_first_person(document, quotes, content) {
                self.drafts.push(blocks::post(author, content));
                return true;
            }
        }
        let announced = self.announced.take();
        let announced = announced.map(|announced| self.withdraw(announced));
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
        if let Some(announced) = announced {
            self.add_announced(announced, document, &paragraph, whole);
        }
        self.add_bare_quotations(document, &paragraph, first);
        if self.announced.is_none() {
            self.announced = blocks::reads(document, &paragraph);
        }
        let mut drafts = self.drafts.split_off(first);
        verdicts::settle(&paragraph, &mut drafts);
        drafts.retain_mut(|draft| tidy::tidy(draft, document, &paragraph));
        for draft in drafts.iter_mut().filter(|draft| draft.addressee.is_empty()) {
            draft.addressee.extend(addressee::find(draft, document));
        }
        self.drafts.append(&mut drafts);
        for draft in &mut self.drafts[first..] {
            draft.form = form(draft, quotes);
        }
        for turn in self.transcript.read(document.text(), &paragraph, self.before) {
            self.take_turn(turn);
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
            let announces = group.cue.pos == Pos::Verb
                && group.cue.takes.has(Takes::QUOTE)
                && group.range.end + 1 == paragraph.words.len();
            let draft = match group.cue.pos {
                Pos::Verb if announces && self.announce(paragraph, &sentence, &group, &range) => None,
                Pos::Verb => sentence
                    .verb(&group)
                    .or_else(|| sentence.noun_reading(at, &level)),
                Pos::Adjective => sentence.verb(&group),
                Pos::Noun => sentence.noun(&group),
                Pos::Preposition => sentence.preposition(&group),
                Pos::Adverb => sentence.adverb(&group),
            };
            if draft.is_none() && !announces && group.cue.takes.has(Takes::QUOTE) {
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

    /// "She continued:" at the end of a paragraph: the quotation in the next one is hers. Whether it is so.
    fn announce(
        &mut self,
        paragraph: &Paragraph<'_>,
        sentence: &verbs::Sentence<'_, '_>,
        group: &group::Group,
        range: &core::ops::Range<usize>,
    ) -> bool {
        let ends = paragraph
            .words
            .last()
            .is_some_and(|word| word.class == Class::Colon)
            && range.end == paragraph.words.len();
        if ends {
            self.announced = sentence.announcement(group);
        }
        ends && self.announced.is_some()
    }

    /// The announcement with what its cue was found to report in its own paragraph; that draft is withdrawn.
    fn withdraw(&mut self, mut announced: Draft) -> Draft {
        let same = |cue: &Span| announced.cue.iter().any(|own| own.overlaps(*cue));
        let from = self.drafts.len().saturating_sub(RECENT);
        let Some(at) = self.drafts[from..]
            .iter()
            .rposition(|draft| draft.cue.iter().any(same))
        else {
            return announced;
        };
        let found = self.drafts.remove(from + at);
        // "In a letter on Friday he wrote:" says when and where, not what.
        let after = |content: &&Span| announced.cue.iter().all(|cue| cue.end <= content.start);
        announced.content = found.content.iter().filter(after).copied().collect();
        announced
    }

    /// What the paragraph before announced: the quotation that this one opens with, or all of it.
    fn add_announced(
        &mut self,
        mut announced: Draft,
        document: &Document,
        paragraph: &Paragraph<'_>,
        whole: Span,
    ) {
        let quote = paragraph
            .quote(0)
            .filter(|_| paragraph.class(0) == Some(Class::OpenQuote));
        let mut cue = announced.cue.iter().flat_map(|&cue| document.tokens_in(cue));
        let is_verb = cue.any(|token| token.pos == english::Pos::Verb);
        match quote {
            Some(quote) => {
                let mut others = self.drafts.iter().rev().take(NEAR);
                if !others.any(|draft| covers(draft, *quote)) {
                    announced.content.push(quote.span);
                }
            }
            None if is_verb => {
                announced.content.push(whole);
                announced.form = Form::Post;
            }
            None => {}
        }
        if !announced.content.is_empty() {
            self.drafts.push(announced);
        }
    }

    /// Adds the name beneath a block to the source of what announced it.
    fn sign(&mut self, author: Span, block: Span) -> bool {
        let announced = |draft: &&mut Draft| draft.form == Form::Post && draft.content.last() == Some(&block);
        let Some(draft) = self.drafts.iter_mut().rev().take(NEAR).find(announced) else {
            return false;
        };
        draft.source.push(author);
        true
    }

    /// Adds a letter, or makes what announced it ("she wrote:") report the whole of it.
    fn add_letter(&mut self, letter: &Letter) {
        let announced = |draft: &&mut Draft| {
            let content = draft.content.last();
            draft.form == Form::Post && content.is_some_and(|&content| letter.words.contains(content))
        };
        if let Some(draft) = self.drafts.iter_mut().rev().take(RECENT).find(announced) {
            draft.content = vec![letter.words];
            draft.source.push(letter.author);
            return;
        }
        self.drafts.push(Draft {
            addressee: letter.addressee.into_iter().collect(),
            ..blocks::letter(letter.author, letter.words)
        });
    }

    /// Adds a turn in place of what its colon was found to report.
    fn take_turn(&mut self, turn: Draft) {
        let same = |draft: &Draft| draft.cue.iter().any(|cue| turn.cue.contains(cue));
        let mut recent = self.drafts.split_off(self.drafts.len().saturating_sub(RECENT));
        recent.retain(|draft| !same(draft));
        self.drafts.append(&mut recent);
        self.drafts.push(turn);
    }

    /// Quotations that no cue reports: more of the one before, or of whom the sentence before is about.
    fn add_bare_quotations(&mut self, document: &Document, paragraph: &Paragraph<'_>, first: usize) {
        for at in 0..paragraph.words.len() {
            if paragraph.class(at) != Some(Class::OpenQuote) {
                continue;
            }
            let Some(quote) = paragraph.quote(at).copied() else {
                continue;
            };
            if let Some(before) = quote
                .continues
                .and_then(|before| paragraph.quotes.all.get(before as usize))
                && !self.drafts[first..].iter().any(|draft| covers(draft, quote))
                && let Some(draft) = self
                    .drafts
                    .iter_mut()
                    .rev()
                    .take(NEAR)
                    .find(|draft| draft.content.last() == Some(&before.span))
            {
                draft.content.push(quote.span);
            }
            let opens =
                quote.open == paragraph.words[at].span && quote.parent.is_none() && quote.continues.is_none();
            let starts = paragraph.sentences.iter().any(|sentence| sentence.start == at);
            if !opens || !starts || self.drafts[first..].iter().any(|draft| covers(draft, quote)) {
                continue;
            }
            if let Some(draft) = self.drafts[first..].iter_mut().rev().find(|draft| {
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
                    .take(NEAR)
                    .any(|draft| draft.form == Form::Direct)
            {
                self.drafts.push(blocks::bare_quotation(quote.span));
            } else if let Some(speaker) = blocks::speaker_before(document, paragraph, quote) {
                self.drafts.push(Draft {
                    source: vec![speaker],
                    voice: Voice::Source,
                    ..blocks::bare_quotation(quote.span)
                });
            }
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

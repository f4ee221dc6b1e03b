//! Statements that stand as blocks: embedded posts, "Name: words", quotations without words of reporting.

use core::ops::Range;

use english::{Dep, Document, EntityKind, Pos, Tag};

use super::addressee::phrase;
use super::draft::{Draft, Voice};
use crate::paragraph::Paragraph;
use crate::quotes::{Quote, Quotes};
use crate::statements::names_person;
use crate::words::{Class, is_time};
use crate::{Act, Engagement, Factuality, Form, Span};

/// A plain assertion of `content`.
pub(super) fn assertion(source: Vec<Span>, cue: Vec<Span>, content: Vec<Span>, rule: &str) -> Draft {
    Draft {
        voice: if source.is_empty() {
            Voice::Previous
        } else {
            Voice::Source
        },
        source,
        cue,
        content,
        addressee: Vec::new(),
        form: Form::Direct,
        act: Act::Asserts,
        negated: false,
        factuality: Factuality::Certain,
        engagement: Engagement::Neutral,
        rule: rule.to_owned(),
        nominal: false,
        topical: false,
        attitude: None,
        inside: None,
    }
}

/// "— Ana Brill (@abrill) May 3, 2024": who posted the block before it.
pub(crate) fn byline(paragraph: &Paragraph<'_>) -> Option<Span> {
    let words = &paragraph.words;
    if words.len() > 20 || !matches!(paragraph.class(0)?, Class::Dash | Class::Hyphen) {
        return None;
    }
    let handle = words
        .iter()
        .position(|word| word.lower.starts_with('@') && word.lower.len() > 1)?;
    let end = if words.get(handle + 1).is_some_and(|word| word.text == ")") {
        handle + 1
    } else {
        handle
    };
    let dated = words[end..]
        .iter()
        .any(|word| is_time(&word.lower) || word.class == Class::Number);
    (handle > 1 && dated)
        .then(|| paragraph.span(&(1..end + 1)))
        .flatten()
}

/// Tokens of a quotation, at least, that is somebody's words and no name or title.
const UTTERANCE: usize = 7;

/// Quotations looked back at for the one that a mark closes.
const NEAR: usize = 16;

/// Words of a signature at most.
const SIGNATURE: usize = 14;

/// "— Ana Brill, The Courier": who is named after a dash, up to the end of the paragraph.
fn signer(paragraph: &Paragraph<'_>, dash: usize) -> Option<Span> {
    let words = paragraph.words.get(dash + 1..)?;
    let named = words.first().is_some_and(|word| word.class == Class::Capital)
        && words.len() <= SIGNATURE
        && !words.iter().any(crate::words::is_verb_like);
    if !named {
        return None;
    }
    let end = words.iter().rposition(|word| word.class != Class::Stop)?;
    paragraph.span(&(dash + 1..dash + 2 + end))
}

/// "“It sails.” — Ana Brill, The Courier": a quotation and who signs it.
pub(crate) fn signed_quotation(paragraph: &Paragraph<'_>) -> Option<Draft> {
    let dash = paragraph
        .words
        .iter()
        .rposition(|word| matches!(word.class, Class::Dash | Class::Hyphen))?;
    let close = (dash.saturating_sub(2)..dash).find(|&at| paragraph.class(at) == Some(Class::CloseQuote))?;
    let mark = paragraph.words[close].span;
    let before = paragraph
        .quotes
        .all
        .partition_point(|quote| quote.open.start < mark.start);
    let mut near = paragraph.quotes.all[..before].iter().rev().take(NEAR);
    let content = near.find(|quote| quote.close == Some(mark))?;
    Some(assertion(
        vec![signer(paragraph, dash)?],
        vec![paragraph.words[dash].span],
        vec![content.span],
        "a quotation, a dash and a name",
    ))
}

/// "— Ana Brill, The Courier" in a line of its own, under a quotation.
pub(crate) fn signature(paragraph: &Paragraph<'_>) -> Option<Span> {
    matches!(paragraph.class(0)?, Class::Dash | Class::Hyphen)
        .then(|| signer(paragraph, 0))
        .flatten()
}

/// A quotation in a paragraph of its own whose author is given in the line after it.
pub(crate) fn signed(author: Span, content: Span) -> Draft {
    assertion(
        vec![author],
        Vec::new(),
        vec![content],
        "a quotation with a name beneath",
    )
}

/// The post whose author is given in the line after it.
pub(crate) fn post(author: Span, content: Span) -> Draft {
    Draft {
        form: Form::Post,
        ..assertion(
            vec![author],
            Vec::new(),
            vec![content],
            "a block with its author beneath: a post",
        )
    }
}

/// Whether somebody speaks of themselves in a paragraph, outside quotations: "We reported on Monday that …".
pub(super) fn is_first_person(document: &Document, quotes: &Quotes, span: Span) -> bool {
    let from = quotes.all.partition_point(|quote| quote.span.start < span.start);
    let within = quotes.all[from..]
        .iter()
        .take_while(|quote| quote.span.start < span.end);
    let mut own = document.tokens_in(span).iter().filter(|token| {
        let word = token.span.of(document.text());
        matches!(
            word,
            "I" | "We" | "we" | "My" | "my" | "Our" | "our" | "us" | "me"
        )
    });
    own.any(|token| !within.clone().any(|quote| quote.span.contains(token.span)))
}

/// A letter with the name of who wrote it beneath.
pub(super) fn letter(author: Span, words: Span) -> Draft {
    Draft {
        form: Form::Post,
        ..assertion(
            vec![author],
            Vec::new(),
            vec![words],
            "a salutation, and a name beneath: a letter",
        )
    }
}

/// Words that stand before a colon in headlines and speak for nobody.
pub(super) fn is_label(lower: &str) -> bool {
    matches!(
        lower,
        "breaking"
            | "new"
            | "update"
            | "updated"
            | "watch"
            | "video"
            | "photo"
            | "photos"
            | "exclusive"
            | "report"
            | "note"
            | "related"
            | "more"
            | "read"
            | "opinion"
            | "analysis"
            | "live"
            | "correction"
            | "poll"
            | "q"
            | "a"
            | "see"
            | "here"
            | "alert"
            | "developing"
            | "urgent"
            | "flash"
    )
}

/// "Ana Brill: “words”", also "Brill, asked about the dam: “words”".
pub(crate) fn colon(paragraph: &Paragraph<'_>, sentence: &Range<usize>, colon: usize) -> Option<Draft> {
    let level = paragraph.level(sentence, colon);
    let mut from = level.start;
    while from < colon && (is_label(paragraph.lower(from)) || paragraph.class(from) == Some(Class::Colon)) {
        from += 1;
    }
    let name = paragraph.phrase_after(from, colon)?;
    if paragraph.words[name.clone()]
        .iter()
        .any(|word| is_label(&word.lower))
    {
        return None;
    }
    let quoted = paragraph.class(colon + 1) == Some(Class::OpenQuote);
    let between = name.end..colon;
    let apposed = between.is_empty() || paragraph.class(name.end) == Some(Class::Comma);
    let capitals = paragraph.words[name.clone()]
        .iter()
        .all(|word| word.class == Class::Capital);
    let transcript = between.is_empty() && capitals && name.len() <= 4 && colon + 3 < sentence.end;
    if !(quoted && apposed || transcript && from == level.start) {
        return None;
    }
    let source = paragraph.span(&name)?;
    let mut content = if quoted {
        paragraph.quote(colon + 1).map_or_else(
            || paragraph.span(&(colon + 1..level.end)),
            |quote| Some(quote.span),
        )?
    } else {
        paragraph.span(&(colon + 1..level.end))?
    };
    if !quoted {
        content = Span::new(content.start, content.end);
    }
    Some(Draft {
        form: if quoted { Form::Direct } else { Form::Indirect },
        ..assertion(
            vec![source],
            vec![paragraph.words[colon].span],
            vec![content],
            "a name, a colon and the words",
        )
    })
}

/// "The note on the door reads:": whose words the next paragraph holds.
pub(super) fn reads(document: &Document, paragraph: &Paragraph<'_>) -> Option<Draft> {
    let sentence = paragraph.sentences.last()?.clone();
    (paragraph.words.last()?.class == Class::Colon).then_some(())?;
    let span = paragraph.span(&sentence)?;
    let Range {
        start: first,
        end: last,
    } = document.indices_in(span);
    let is = |at: u32, dep: Dep| document.token(at).is_some_and(|token| token.dep == dep);
    let reading = |&at: &u32| {
        matches!(
            document.word(at),
            "reads" | "read" | "runs" | "ran" | "goes" | "went"
        )
    };
    let mut verbs = (first + 1..last).filter(reading);
    let ends = |at: u32| at + 2 == last || at + 4 == last && document.word(at + 1) == "in";
    let verb = verbs.find(|&at| is(at, Dep::Root) || ends(at))?;
    let subject = document.child(verb, Dep::Nsubj).filter(|&at| at < verb);
    let source = match subject {
        Some(subject) => phrase(document, subject),
        None => Some(document.span_of(first..verb)).filter(|_| verb - first <= SIGNATURE as u32)?,
    };
    Some(assertion(
        vec![source],
        vec![document.span_of(verb..verb + 1)],
        Vec::new(),
        "a text, a colon and its words in the next paragraph",
    ))
}

/// Whom the sentence before a quotation that stands by itself is about: "Pell shook his head. “It sails.”"
pub(super) fn speaker_before(document: &Document, paragraph: &Paragraph<'_>, quote: Quote) -> Option<Span> {
    let ends = |at: usize| paragraph.words.get(at).map(|word| word.span.end);
    let whole = paragraph
        .sentences
        .iter()
        .any(|sentence| ends(sentence.end.wrapping_sub(1)) == Some(quote.span.end));
    let before = paragraph
        .sentences
        .iter()
        .rfind(|sentence| ends(sentence.end - 1).is_some_and(|end| end <= quote.open.start))?;
    if !whole || document.tokens_in(quote.span).len() < UTTERANCE {
        return None;
    }
    let span = paragraph.span(before)?;
    let subject = document.indices_in(span).find(|&at| {
        document.token(at).is_some_and(|token| {
            let of_root = document
                .token(token.head)
                .is_some_and(|head| head.dep == Dep::Root);
            let is_person = token.entity == Some(EntityKind::Person)
                || token.tag == Tag::Prp && !document.word(at).eq_ignore_ascii_case("it")
                || token.pos == Pos::Noun && names_person(document.lemma(at));
            token.dep == Dep::Nsubj && of_root && is_person
        })
    })?;
    Some(phrase(document, subject))
}

/// The quotation that a paragraph or sentence consists of, with nobody named beside it.
pub(crate) fn bare_quotation(content: Span) -> Draft {
    assertion(
        Vec::new(),
        Vec::new(),
        vec![content],
        "a quotation without words of reporting: the speaker before goes on",
    )
}

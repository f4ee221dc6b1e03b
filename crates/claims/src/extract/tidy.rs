//! Edges of sources and contents set right, whoever found them.

use core::ops::Range;

use english::{Dep, Document, Pos, Token};

use super::draft::{Draft, Voice};
use crate::paragraph::Paragraph;
use crate::quotes::{Quote, Quotes};
use crate::words::Class;
use crate::{Act, Attitude, Span};

/// Words within which a date-line ends.
const DATE_LINE: usize = 9;

/// Quotations looked at before a content.
const NEAR: usize = 8;

/// Marks that no source or content begins or ends with.
const EDGES: [char; 7] = [',', ';', ':', '—', '–', '(', '-'];

/// Sets the edges of a draft of the paragraph right; false where nothing is left of it.
pub(super) fn tidy(draft: &mut Draft, document: &Document, paragraph: &Paragraph<'_>) -> bool {
    let text = document.text();
    let had_content = !draft.content.is_empty();
    for cue in &mut draft.cue {
        before_quotation(cue, paragraph.quotes, document);
    }
    complete_quotation(draft, paragraph.quotes);
    if let Some(start) = after_date_line(paragraph) {
        let first = paragraph.words.first().map_or(0, |word| word.span.start);
        for spans in [&mut draft.source, &mut draft.content] {
            spans.retain_mut(|span| {
                if span.start >= first {
                    span.start = span.start.max(start);
                }
                span.start < span.end
            });
        }
    }
    let cue = draft.cue.clone();
    for spans in [&mut draft.content, &mut draft.source] {
        *spans = spans.iter().flat_map(|&span| without(span, &cue)).collect();
        for span in spans.iter_mut() {
            *span = trim(after_closing(*span, paragraph.quotes), text);
        }
        spans.retain(|span| span.of(text).contains(char::is_alphanumeric));
    }
    if let [that] = draft.content.as_slice()
        && that.of(text).eq_ignore_ascii_case("that")
        && !is_answered(draft.act, *that, text)
    {
        draft.content.clear();
    }
    draft.topical |= is_topic(draft, document);
    if says_something(draft, document) {
        draft.topical = false;
        draft.attitude = None;
    }
    // "Defended himself" is for nothing.
    let oneself = |content: &Span| {
        let first = content.of(text).split(' ').next().unwrap_or_default();
        first.ends_with("self") || first.ends_with("selves")
    };
    if draft.content.iter().any(oneself) {
        draft.attitude = None;
    }
    if matches!(draft.act, Act::Asserts | Act::Believes) {
        draft.rule.push_str(match draft.attitude {
            Some(Attitude::Negative) => "; finds fault with what it names",
            Some(Attitude::Positive) => "; approves of what it names",
            None => "",
        });
    }
    for source in &mut draft.source {
        *source = beside_remark(*source, &draft.cue, document);
        *source = own_subject(*source, &draft.cue, document);
    }
    let names_nobody = |&source: &Span| {
        let tokens = document.tokens_in(source);
        !is_nominal(document, tokens) || matches!(tokens, [it] if it.dep == Dep::Expl)
    };
    if draft.source.last().is_some_and(names_nobody) {
        draft.source.clear();
        draft.voice = Voice::Nobody;
    }
    !(had_content && draft.content.is_empty())
}

/// Whether a verb that mostly names a thing has a quotation or a clause with "that": "“It leaks,” he fumed". Neither "that
/// deal" nor "“barbaric” raids" is one.
fn says_something(draft: &Draft, document: &Document) -> bool {
    let text = document.text();
    let Some(&content) = draft.content.first().filter(|_| !draft.nominal) else {
        return false;
    };
    let tokens = document.tokens_in(content);
    let word = |token: &Token| token.span.of(text);
    let is_verb = |token: &Token| matches!(token.pos, Pos::Verb | Pos::Aux);
    match tokens.first().map(word) {
        Some("“" | "\"" | "‘") => {
            let mut quoted = tokens
                .iter()
                .skip(1)
                .take_while(|token| !matches!(word(token), "”" | "\"" | "’"));
            quoted.any(is_verb)
        }
        Some("that" | "That") => tokens.iter().any(is_verb),
        _ => false,
    }
}

/// "Her views *on the dam*", "his comments *about immigrants*": what a noun is about, and not what it says.
fn is_topic(draft: &Draft, document: &Document) -> bool {
    let (Some(content), Some(cue)) = (draft.content.first(), draft.cue.last()) else {
        return false;
    };
    let says = |token: &Token| {
        matches!(token.pos, Pos::Verb | Pos::Aux)
            || matches!(token.span.of(document.text()), "“" | "\"" | "‘" | "that")
    };
    let between = document.text().get(cue.end as usize..content.start as usize);
    let led = between.and_then(|words| words.split_whitespace().next_back());
    draft.nominal
        && matches!(draft.act, Act::Asserts | Act::Believes)
        && matches!(led, Some("about" | "on" | "over" | "regarding" | "concerning"))
        && !document.tokens_in(*content).iter().any(says)
}

/// "The mayor denied *that*.": the word stands for what was said, and opens no clause.
fn is_answered(act: Act, that: Span, text: &str) -> bool {
    let rest = text.get(that.end as usize..).unwrap_or_default();
    let ends = rest.starts_with(['.', ',', ';']) || rest.trim().is_empty();
    matches!(act, Act::Denies | Act::Disputes | Act::Doubts | Act::Accepts) && ends
}

/// Ends a cue at its verb where a quotation or a title opens after it: not "said on “Town". "Had “accepted" has no verb
/// before the mark.
fn before_quotation(cue: &mut Span, quotes: &Quotes, document: &Document) {
    let text = document.text();
    let is_title = |quote: &Quote| {
        let words = &text[quote.open.end as usize..quote.span.end as usize];
        words.starts_with(char::is_uppercase)
    };
    let from = quotes.all.partition_point(|quote| quote.open.start <= cue.start);
    let opened = quotes.all[from..]
        .iter()
        .take_while(|quote| quote.open.start < cue.end)
        .find(|quote| quote.span.end > cue.end || is_title(quote));
    if let Some(quote) = opened {
        let tokens = document.tokens_in(Span::new(cue.start, quote.open.start));
        let helps = |token: &Token| {
            matches!(
                token.span.of(text),
                "had" | "has" | "have" | "having" | "was" | "were" | "is" | "are" | "been" | "being"
            )
        };
        let verb = tokens
            .iter()
            .rfind(|token| token.pos == Pos::Verb && !helps(token));
        if let Some(verb) = verb {
            cue.end = verb.span.end;
        }
    }
}

/// Without the closing mark at its start of a quotation that began before it.
fn after_closing(mut span: Span, quotes: &Quotes) -> Span {
    let until = quotes.all.partition_point(|quote| quote.open.start < span.start);
    let closed = quotes.all[..until]
        .iter()
        .rev()
        .take(NEAR)
        .filter_map(|quote| quote.close)
        .find(|close| close.start == span.start && close.end < span.end);
    if let Some(close) = closed {
        span.start = close.end;
    }
    span
}

/// A content that opens a quotation and ends within it goes on to its closing mark.
fn complete_quotation(draft: &mut Draft, quotes: &Quotes) {
    let roles: Vec<Span> = draft.source.iter().chain(&draft.cue).copied().collect();
    let Some(content) = draft.content.last_mut() else {
        return;
    };
    // "“I told him, ‘It leaks. Close it,’” Pell said": one in another, where both reporter and words are in that.
    let holds_cue = |outer: u32| {
        let outer = quotes.all.get(outer as usize).map(|quote| quote.span);
        let cue = draft.cue.first();
        outer.is_some_and(|outer| cue.is_some_and(|cue| outer.contains(*cue)))
    };
    let from = quotes
        .all
        .partition_point(|quote| quote.open.start < content.start);
    let open = quotes.all[from..]
        .iter()
        .take_while(|quote| quote.open.start < content.end)
        .find(|quote| quote.span.end > content.end && quote.parent.is_none_or(holds_cue));
    if let Some(quote) = open
        && !roles
            .iter()
            .any(|role| role.overlaps(Span::new(content.end, quote.span.end)))
    {
        content.end = quote.span.end;
    }
}

/// "Pell -- as *the council* noted -- praised it": a remark between dashes or commas has a source of its own, and is no part
/// of that of what goes on after it.
fn beside_remark(source: Span, cue: &[Span], document: &Document) -> Span {
    let text = document.text();
    let goes_on = cue.first().is_some_and(|cue| cue.start == source.end + 1);
    let tokens = document.tokens_in(source);
    let opens = |pair: &[Token]| {
        matches!(pair[0].span.of(text), "," | "—" | "–" | "--" | "-" | "(") && pair[1].span.of(text) == "as"
    };
    let Some(mark) = tokens.windows(2).rposition(opens) else {
        return source;
    };
    let (before, remark) = (&tokens[..mark], &tokens[mark + 2..]);
    match (before.last(), remark.first()) {
        (Some(last), _) if remark.iter().any(|token| token.pos == Pos::Verb) => {
            Span::new(source.start, last.span.end)
        }
        // "…, as well" is no remark, and neither is "Pell, as chairman,".
        (Some(_), Some(first)) if goes_on && is_nominal(document, remark) => {
            Span::new(first.span.start, source.end)
        }
        _ => source,
    }
}

/// "In talks with Ms. Brill, *the candidate* said": a description behind a comma that no other comma closes before the verb
/// is the subject, where the name stands under a preposition.
fn own_subject(source: Span, cue: &[Span], document: &Document) -> Span {
    let text = document.text();
    let tokens = document.tokens_in(source);
    let goes_on = cue.first().is_some_and(|cue| cue.start == source.end + 1);
    let before = text.get(..source.start as usize).unwrap_or_default();
    let led = before
        .trim_end_matches(' ')
        .rsplit([' ', '\n'])
        .next()
        .unwrap_or_default();
    let under = matches!(
        led,
        "and" | "with" | "by" | "to" | "of" | "from" | "for" | "at" | "against" | "between"
    );
    let opens =
        |pair: &[Token]| pair[0].span.of(text) == "," && matches!(pair[1].span.of(text), "the" | "a" | "an");
    let mut commas = tokens.iter().filter(|token| token.span.of(text) == ",");
    match tokens
        .windows(2)
        .position(opens)
        .and_then(|at| tokens.get(at + 1))
    {
        Some(first) if goes_on && under && commas.nth(1).is_none() => Span::new(first.span.start, source.end),
        _ => source,
    }
}

/// Where the text of a paragraph begins that opens with a place and a dash: "LISBON (AP) — ".
fn after_date_line(paragraph: &Paragraph<'_>) -> Option<u32> {
    let shouted = paragraph.words.first().is_some_and(|word| {
        word.text.chars().count() > 2 && word.text.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
    });
    let dash = paragraph
        .words
        .iter()
        .take(DATE_LINE)
        .position(|word| matches!(word.class, Class::Dash | Class::Hyphen))?;
    let spaced = |at: usize| {
        let (before, mark) = (paragraph.words.get(at.checked_sub(1)?)?, paragraph.words.get(at)?);
        let after = paragraph.words.get(at + 1)?;
        (before.span.end < mark.span.start && mark.span.end < after.span.start).then_some(after.span.start)
    };
    let plain = paragraph.words[..dash].iter().all(|word| {
        matches!(
            word.class,
            Class::Capital
                | Class::Comma
                | Class::Number
                | Class::OtherMark
                | Class::Stop
                | Class::Preposition
        )
    });
    spaced(dash).filter(|_| shouted && plain)
}

/// What the others leave of a span.
fn without(span: Span, others: &[Span]) -> Vec<Span> {
    let mut left = vec![span];
    for other in others {
        left = left
            .into_iter()
            .flat_map(|part| {
                let before: Range<u32> = part.start..part.end.min(other.start);
                let after = part.start.max(other.end)..part.end;
                if part.overlaps(*other) {
                    [before, after]
                } else {
                    [part.start..part.end, 0..0]
                }
            })
            .filter(|part| part.start < part.end)
            .map(|part| Span::new(part.start, part.end))
            .collect();
    }
    left
}

/// Without white space and commas around it.
fn trim(span: Span, text: &str) -> Span {
    let edge = |c: char| c.is_whitespace() || EDGES.contains(&c);
    let words = span.of(text);
    let start = words.len() - words.trim_start_matches(edge).len();
    let end = words.trim_end_matches(edge).len();
    if start >= end {
        return Span::new(span.start, span.start);
    }
    Span::new(span.start + start as u32, span.start + end as u32)
}

/// Whether a source has a word that can name or stand for somebody.
fn is_nominal(document: &Document, source: &[Token]) -> bool {
    source.iter().any(|token| {
        matches!(
            token.pos,
            Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num | Pos::Det | Pos::X | Pos::Sym
        ) || matches!(
            token.span.of(document.text()).to_lowercase().as_str(),
            "’s" | "'s" | "many" | "few" | "others"
        )
    })
}

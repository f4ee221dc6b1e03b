//! The words of a content to the terms of a proposition.

use super::Context;
use super::proposition::{Kind, Term};
use super::values::{self, Value};
use crate::clause::{Certainty, Clause};
use crate::lexicon::{Inflection, Lexicon, Pos};
use crate::speakers::country_of;
use crate::words::{Class, classify, is_time, is_title};
use crate::{Act, ArticleId, Span, SpeakerId};

/// Terms of a clause that are read; what a long quotation is about stands at its start.
const TERMS: usize = 14;

/// Clauses of one content that are points of their own.
const SEGMENTS: usize = 3;

/// One clause of a content.
#[derive(Debug, Default)]
pub(super) struct Segment {
    pub(super) terms: Vec<Term>,
    pub(super) actor: Option<u32>,
    /// The first of the terms.
    pub(super) subject: Option<Term>,
    pub(super) polarity: i8,
    pub(super) certainty: Certainty,
    pub(super) values: Vec<Value>,
    /// Only stands for what was said before: "this is not true", "the claim".
    pub(super) refers: bool,
    /// Whose words those are.
    pub(super) owner: Option<SpeakerId>,
    /// Says of what was said that it is right or wrong.
    pub(super) judged: bool,
}

/// The clauses of a content: cut at "and that", "but that", outside the contents of the statements in it.
pub(super) fn segments(text: &str, hull: Span, inner: &[Span]) -> Vec<Span> {
    let mut cuts = vec![hull.start];
    for joint in ["and that ", "but that "] {
        for (at, _) in hull.of(text).match_indices(joint) {
            let at = hull.start + at as u32;
            if !inner.iter().any(|span| span.start <= at && at < span.end) {
                cuts.push(at);
            }
        }
    }
    cuts.sort_unstable();
    cuts.truncate(SEGMENTS);
    let ends: Vec<u32> = cuts.iter().skip(1).copied().chain([hull.end]).collect();
    cuts.into_iter()
        .zip(ends)
        .map(|(start, end)| Span::new(start, end))
        .filter(|span| !span.is_empty())
        .collect()
}

/// A word of a text, with where it stands.
pub(super) struct Token<'a> {
    pub(super) span: Span,
    pub(super) text: &'a str,
    pub(super) lower: String,
    /// The mark that follows it, if it can end a clause.
    pub(super) mark: Option<char>,
}

/// The words of a part of a text; "'s" is left out.
pub(super) fn tokens(text: &str, part: Span) -> Vec<Token<'_>> {
    let words = part.of(text);
    let mut all: Vec<Token<'_>> = Vec::new();
    let mut start = None;
    let is_word =
        |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '.' | '-' | '$' | '€' | '£' | '%' | ',');
    for (at, letter) in words.char_indices().chain([(words.len(), ' ')]) {
        if is_word(letter) {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            let chunk = &words[from..at];
            let bare = chunk.trim_matches(['\'', '’', '.', ',', '-']);
            let mark = chunk
                .chars()
                .next_back()
                .filter(|&c| c == ',' || c == '.' && bare.len() > 3);
            let bare = bare
                .strip_suffix("'s")
                .or_else(|| bare.strip_suffix("’s"))
                .unwrap_or(bare);
            if let Some(inner) = chunk.find(bare).filter(|_| !bare.is_empty()) {
                let from = part.start + (from + inner) as u32;
                all.push(Token {
                    span: Span::new(from, from + bare.len() as u32),
                    text: bare,
                    lower: bare.to_lowercase().replace('’', "'"),
                    mark,
                });
            }
        }
        if matches!(letter, ';' | '—' | '–' | '!' | '?' | ':')
            && let Some(last) = all.last_mut()
        {
            last.mark = Some(letter);
        }
    }
    all
}

impl Segment {
    /// Reads the clause of `part`; `actor` is whose statement it is.
    pub(super) fn read(
        context: &mut Context<'_>,
        article: ArticleId,
        part: Span,
        actor: Option<SpeakerId>,
    ) -> Self {
        let text = context.article_text(article);
        let part = without_lead(text, part);
        let operators = Clause::read(part.of(text));
        let tokens = tokens(text, part);
        let mut segment = Self {
            polarity: if operators.negated { -1 } else { 1 },
            certainty: operators.certainty,
            values: values::read(&tokens),
            ..Self::default()
        };
        let (mut verb, mut refers, mut last_name, mut depth) = (false, false, None, 0_u8);
        let mut wrong = false;
        for (at, token) in tokens.iter().enumerate() {
            let lower = token.lower.as_str();
            if segment.terms.len() >= TERMS
                || at > 0 && (closes(lower, verb, at) || goes_on(&tokens, at, verb))
            {
                break;
            }
            let class = classify(token.text, lower);
            let name = context
                .mentions
                .at(article, token.span)
                .or_else(|| context.named(lower).filter(|_| class == Class::Capital));
            if class == Class::Auxiliary || class == Class::Verb {
                verb = true;
                depth = 0;
            } else if matches!(class, Class::Preposition | Class::To)
                && (segment.has(Kind::Matter) || segment.has(Kind::Act))
            {
                depth += 1;
            }
            // "the wrong thing" judges nothing that was said.
            let last = tokens
                .get(at + 1)
                .is_none_or(|next| token.mark.is_some() || !classify(next.text, &next.lower).is_nominal());
            if let Some(judgement) =
                judgement(lower).filter(|_| last && (refers || is_demonstrative(&tokens, at)))
            {
                segment.judged = true;
                wrong |= !judgement;
                break;
            }
            if let Some(speaker) = name {
                last_name = Some(speaker);
                let word = context.name(speaker);
                let named = class == Class::Capital && context.is_definite(speaker);
                let subject = segment.subject;
                segment.push(word, if named { Kind::Name } else { Kind::Somebody }, depth);
                // "her counterpart had agreed" is not about her.
                if class == Class::Determiner {
                    segment.subject = subject;
                }
            } else if let Some(country) = country_of(lower).or_else(|| country_of(&format!("{lower}."))) {
                let word = context.vocabulary.intern(&format!("@{country}"));
                segment.push(word, Kind::Name, depth);
            } else if class == Class::Capital
                && token.mark.is_none()
                && tokens.get(at + 1).is_some_and(|next| {
                    next.span.start == token.span.end + 1
                        && classify(next.text, &next.lower) == Class::Capital
                })
            {
                // Of a name nobody speaks by, the last part is what is repeated.
            } else if let Some((word, kind, against)) = meaning(token, at.checked_sub(1).map(|i| &tokens[i]))
            {
                match kind {
                    // "a report in the Herald that the dam leaks" is about the dam.
                    Kind::Words if opens_clause(&tokens, at).is_some() && !segment.has(Kind::Matter) => {
                        let clause = opens_clause(&tokens, at).unwrap_or(at);
                        let start = tokens.get(clause).map_or(part.end, |token| token.span.start);
                        let mut inner = Self::read(context, article, Span::new(start, part.end), actor);
                        inner.polarity *= if against { -1 } else { 1 };
                        return inner;
                    }
                    // "a report" and "several claims" are not what was just said.
                    Kind::Words if !is_known(&tokens, at) && last_name.is_none() => {}
                    Kind::Words if at <= 6 => {
                        refers = true;
                        segment.owner = segment.owner.or(last_name);
                        // "denied *the charge* at every meeting": what follows is no part of it.
                        let next = tokens.get(at + 1).map_or("", |next| next.lower.as_str());
                        let adjunct = matches!(
                            next,
                            "at" | "in"
                                | "on"
                                | "during"
                                | "after"
                                | "before"
                                | "by"
                                | "when"
                                | "as"
                                | "and"
                                | "with"
                        );
                        if at <= 2 && adjunct && !segment.has(Kind::Matter) && !segment.has(Kind::Act) {
                            break;
                        }
                    }
                    // The first verb is what the clause says; a refusal is the contrary of an acceptance.
                    Kind::Act if !segment.has(Kind::Act) => {
                        let actor = last_name.filter(|&name| context.is_definite(name));
                        segment.actor = actor.map(|name| context.name(name));
                        if against {
                            segment.polarity = -segment.polarity;
                        }
                    }
                    _ => {}
                }
                let word = context.vocabulary.intern(&word);
                segment.push(word, kind, depth);
            } else if class == Class::Pronoun || class == Class::Determiner {
                refers |= at <= 3
                    && matches!(lower, "it" | "this" | "that" | "these" | "those")
                    && tokens.len() <= 3;
            } else if lower == "that" {
                refers |= tokens.len() <= 3;
            }
            if matches!(token.mark, Some(';' | '—' | '–' | '.' | '!' | '?')) {
                break;
            }
        }
        if wrong {
            segment.polarity = -segment.polarity;
        }
        let matter = segment
            .terms
            .iter()
            .any(|term| matches!(term.kind, Kind::Matter | Kind::Act));
        segment.refers = !matter && (refers || segment.judged);
        if !matter && !segment.refers {
            segment.terms.clear();
        }
        // "denied taking the money": the one who denies is who would have taken it.
        let subjectless = tokens.first().is_some_and(|first| {
            matches!(
                first.lower.as_str(),
                "to" | "any" | "having" | "involvement" | "being"
            ) || first.lower.len() > 5 && first.lower.ends_with("ing")
        });
        if subjectless && let Some(actor) = actor {
            let word = context.name(actor);
            segment.push(word, Kind::Somebody, 0);
        }
        segment.terms.sort_unstable();
        segment
    }

    fn push(&mut self, word: u32, kind: Kind, depth: u8) {
        if !self.terms.iter().any(|term| term.word == word) {
            let term = Term { word, kind, depth };
            self.subject.get_or_insert(term);
            self.terms.push(term);
        }
    }

    fn has(&self, kind: Kind) -> bool {
        self.terms.iter().any(|term| term.kind == kind)
    }
}

/// Without the "and that" and the like with which a clause begins.
fn without_lead(text: &str, mut part: Span) -> Span {
    loop {
        let words = part.of(text);
        let lead = [
            "and ", "but ", "that ", "And ", "But ", "That ", " ", ", ", "“", "\"", "‘",
        ]
        .iter()
        .find(|lead| words.starts_with(**lead));
        let subordinate = [
            "since ",
            "because ",
            "although ",
            "though ",
            "while ",
            "after ",
            "if ",
            "when ",
            "Since ",
        ]
        .iter()
        .any(|word| words.starts_with(word));
        if let Some(comma) = words.find(", ").filter(|_| subordinate) {
            part = Span::new(part.start + comma as u32 + 2, part.end);
            continue;
        }
        match lead {
            Some(lead) => part = Span::new(part.start + lead.len() as u32, part.end),
            None => return part,
        }
    }
}

/// Whether a word with a conjunction before it goes on with another verb: "rejected it and *offered* half".
fn goes_on(tokens: &[Token<'_>], at: usize, verb: bool) -> bool {
    verb && matches!(tokens[at].lower.as_str(), "and" | "or" | "but")
        && tokens.get(at + 1).is_some_and(|next| {
            matches!(classify(next.text, &next.lower), Class::Verb | Class::Auxiliary)
                || next.lower.len() > 4 && next.lower.ends_with("ed")
        })
}

/// Where the clause of a noun begins: after "that", near behind it.
fn opens_clause(tokens: &[Token<'_>], noun: usize) -> Option<usize> {
    let that = (noun + 1..tokens.len().min(noun + 6))
        .take_while(|&at| tokens[at - 1].mark.is_none())
        .find(|&at| tokens[at].lower == "that")?;
    (that + 2 < tokens.len()).then_some(that + 1)
}

/// Whether a noun has an article or the like that says that it is known which: "the claim", "those reports".
fn is_known(tokens: &[Token<'_>], noun: usize) -> bool {
    (noun.saturating_sub(3)..noun).any(|at| {
        matches!(
            tokens[at].lower.as_str(),
            "the" | "this" | "that" | "these" | "those" | "his" | "her" | "their" | "its" | "such" | "both"
        )
    })
}

/// Whether the word opens a clause that says something else.
fn closes(lower: &str, verb: bool, at: usize) -> bool {
    matches!(lower, "because" | "although" | "though" | "while" | "whereas")
        || verb && at > 3 && matches!(lower, "which" | "who" | "whose" | "but")
}

/// "this is *absurd*": what is judged stands for what was said.
fn is_demonstrative(tokens: &[Token<'_>], at: usize) -> bool {
    let before = &tokens[at.saturating_sub(6)..at];
    before.first().is_some_and(|first| {
        matches!(
            first.lower.as_str(),
            "this" | "that" | "it" | "it's" | "that's" | "these" | "those" | "all"
        )
    }) && before.iter().skip(1).all(|token| {
        matches!(
            classify(token.text, &token.lower),
            Class::Auxiliary | Class::Negation | Class::Adverb | Class::Determiner
        ) || matches!(
            token.lower.as_str(),
            "simply" | "utter" | "complete" | "pure" | "of"
        )
    })
}

/// Words that say of a claim that it is right (true) or wrong (false).
fn judgement(lower: &str) -> Option<bool> {
    match lower {
        "true" | "correct" | "accurate" => Some(true),
        "false" | "untrue" | "wrong" | "incorrect" | "inaccurate" | "baseless" | "groundless"
        | "unfounded" | "absurd" | "ridiculous" | "nonsense" | "lie" | "lies" | "disgrace"
        | "preposterous" | "fabrication" | "fabricated" | "fiction" | "hoax" | "smear" | "slander"
        | "ludicrous" | "laughable" | "rubbish" | "propaganda" | "nonsensical" | "outrageous" => Some(false),
        _ => None,
    }
}

/// What a word counts as, its kind, and whether it is an act against something; `None` for words without matter.
fn meaning(token: &Token<'_>, before: Option<&Token<'_>>) -> Option<(String, Kind, bool)> {
    let lower = token.lower.as_str();
    if is_title(lower)
        || is_title(&format!("{lower}."))
        || is_time(lower)
        || lower.ends_with("n't")
        || lower.chars().count() < 2
        || lower.starts_with(|c: char| c.is_numeric() || c == '$')
        || values::number_word(lower).is_some()
        || is_light(lower)
    {
        return None;
    }
    for (cue, inflection) in Lexicon::get()
        .starting_with(lower)
        .iter()
        .filter(|(cue, _)| cue.rest.is_empty())
    {
        // "answer", "question", "challenge" are nouns as often.
        let verbal = !matches!(inflection, Inflection::Base | Inflection::Third)
            || before.is_some_and(|before| {
                matches!(
                    classify(before.text, &before.lower),
                    Class::Auxiliary | Class::Negation | Class::To | Class::Pronoun
                )
            });
        match (cue.pos, cue.act) {
            (Pos::Noun, Act::Asserts | Act::Believes) if stands_for_words(cue.phrase) => {
                return Some(("#words".to_owned(), Kind::Words, false));
            }
            (Pos::Noun, Act::Denies) => return Some(("#words".to_owned(), Kind::Words, true)),
            (Pos::Verb, Act::Accepts) if verbal => return Some(("#accept".to_owned(), Kind::Act, false)),
            (Pos::Verb, Act::Disputes | Act::Denies | Act::Declines) if verbal => {
                return Some(("#accept".to_owned(), Kind::Act, true));
            }
            (Pos::Verb, Act::Presses | Act::Questions) if verbal => {
                return Some(("#press".to_owned(), Kind::Act, false));
            }
            _ => {}
        }
    }
    match classify(token.text, lower) {
        Class::Word | Class::Verb => Some((super::terms::base_form(lower), Kind::Matter, false)),
        Class::Capital => {
            let kind = if super::terms::related(&super::terms::base_form(lower)).is_empty() {
                Kind::Name
            } else {
                Kind::Matter
            };
            Some((super::terms::base_form(lower), kind, false))
        }
        _ => None,
    }
}

/// Nouns that stand for what somebody said; others that report ("proof", "story") are mostly things.
fn stands_for_words(noun: &str) -> bool {
    matches!(
        noun,
        "statement"
            | "claim"
            | "assertion"
            | "allegation"
            | "accusation"
            | "charge"
            | "assurance"
            | "report"
            | "account"
            | "finding"
            | "conclusion"
            | "argument"
            | "contention"
            | "insinuation"
            | "testimony"
            | "framing"
            | "version"
            | "characterization"
            | "description"
            | "narrative"
            | "notion"
            | "rumor"
            | "rumour"
            | "assessment"
            | "explanation"
            | "insistence"
            | "belief"
            | "declaration"
            | "admission"
            | "idea"
    )
}

/// Words that say nothing of what a clause is about.
fn is_light(lower: &str) -> bool {
    matches!(
        lower,
        "so" | "says"
            | "said"
            | "say"
            | "way"
            | "really"
            | "very"
            | "going"
            | "thing"
            | "things"
            | "day"
            | "time"
            | "lot"
            | "ever"
            | "new"
            | "not"
            | "well"
            | "much"
            | "made"
            | "make"
            | "got"
            | "get"
            | "own"
            | "such"
            | "same"
            | "there"
            | "here"
            | "likely"
            | "unlikely"
            | "possible"
            | "sign"
            | "evidence"
            | "fact"
            | "matter"
            | "issue"
            | "case"
            | "least"
            | "nearly"
            | "about"
            | "around"
            | "kind"
            | "part"
            | "number"
            | "group"
            | "able"
            | "good"
            | "great"
            | "big"
            | "come"
            | "came"
            | "went"
            | "go"
            | "goes"
            | "done"
            | "put"
            | "let"
            | "breaking"
            | "overnight"
            | "hundred"
            | "thousand"
            | "million"
            | "billion"
            | "trillion"
            | "dozen"
            | "percent"
            | "crown"
            | "crowns"
            | "dollar"
            | "dollars"
            | "euro"
            | "euros"
            | "people"
    ) && lower != "people"
}

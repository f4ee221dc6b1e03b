//! The words of a content to the terms of a proposition.

mod description;
mod meaning;
mod tokens;

use super::Context;
use super::proposition::{Kind, Term};
use super::terms::is_irregular_past;
use super::values::{self, Value};
use crate::clause::{Certainty, Clause};
use crate::speakers::{country_of, is_speaking_noun};
use crate::words::{Class, classify};
use crate::{ArticleId, Span, SpeakerId};
use description::Description;
use meaning::{is_demonstrative, is_support, is_sweeping, judgement, meaning};

pub(super) use tokens::{Token, segments, tokens};

/// Terms of a clause that are read.
const TERMS: usize = 14;

/// Clauses of nouns that are gone into: "the report that the claim that …".
const DEPTH: usize = 3;

/// Prepositions that a word of a clause that only describes the subject counts as being under.
const DESCRIBED: u8 = 2;

/// One clause of a content.
#[derive(Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "marks of a clause that each hold or not by themselves"
)]
pub(super) struct Segment {
    pub(super) terms: Vec<Term>,
    pub(super) actor: Option<u32>,
    /// The first of the terms.
    pub(super) subject: Option<Term>,
    /// The first word that is a verb by its form.
    pub(super) predicate: Option<u32>,
    /// Whether that is done to the subject.
    pub(super) passive: bool,
    /// Whether that is a noun for those who act.
    pub(super) subject_acts: bool,
    pub(super) polarity: i8,
    pub(super) certainty: Certainty,
    /// What would be under a condition.
    pub(super) conditional: bool,
    pub(super) values: Vec<Value>,
    /// Only stands for what was said before: "this is not true", "the claim".
    pub(super) refers: bool,
    /// Whose words those are.
    pub(super) owner: Option<SpeakerId>,
    /// Says of what was said that it is right or wrong.
    pub(super) judged: bool,
    /// Is the clause of a noun: "the charge that *he lied*".
    pub(super) entered: bool,
    /// Denies all of a kind: "took *no* cash", "did not hurt *anyone*".
    pub(super) sweeping: bool,
}

/// A clause while it is read.
struct Reader<'c, 'a> {
    context: &'c mut Context<'a>,
    article: ArticleId,
    tokens: Vec<Token<'a>>,
    segment: Segment,
    /// Whether the clause is negated.
    negated: bool,
    /// Whether a verb has been met.
    verb: bool,
    /// Whether a noun or pronoun stands for what was said.
    refers: bool,
    last_name: Option<SpeakerId>,
    /// Prepositions met since the verb.
    depth: u8,
    described: Description,
}

/// What follows from a word.
enum Step {
    Go,
    /// What comes after is no part of the clause.
    Stop,
    /// The point is in the clause that starts here; whether the noun before it denies that.
    Enter(u32, bool),
}

impl Segment {
    /// Reads the clause of `part`; `actor` is whose statement it is.
    pub(super) fn read(
        context: &mut Context<'_>,
        article: ArticleId,
        part: Span,
        actor: Option<SpeakerId>,
    ) -> Self {
        let (mut part, mut sign, mut entered) = (part, 1, false);
        for _ in 0..DEPTH {
            match Reader::new(context, article, part).read(actor) {
                Ok(mut segment) => {
                    segment.polarity *= sign;
                    segment.entered = entered;
                    return segment;
                }
                Err((start, against)) => {
                    part = Span::new(start, part.end);
                    entered = true;
                    sign *= if against { -1 } else { 1 };
                }
            }
        }
        Self::default()
    }

    /// Which side one takes who takes this side of the words: none where they leave it open.
    pub(super) fn stance(&self, side: i8) -> i8 {
        if self.certainty == Certainty::Open {
            0
        } else {
            side * self.polarity
        }
    }

    /// How sure the words are under a cue; a statement that is open for a condition alone is not open on what follows.
    pub(super) fn certainty_under(&self, cue: Certainty) -> Certainty {
        if self.conditional {
            self.certainty
        } else {
            self.certainty.min(cue)
        }
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

    fn has_matter(&self) -> bool {
        self.has(Kind::Matter) || self.has(Kind::Act)
    }
}

impl<'c, 'a> Reader<'c, 'a> {
    fn new(context: &'c mut Context<'a>, article: ArticleId, part: Span) -> Self {
        let text = context.article_text(article);
        let part = tokens::without_lead(text, part);
        let operators = Clause::read(part.of(text));
        let tokens = tokens(text, part);
        let segment = Segment {
            polarity: if operators.negated { -1 } else { 1 },
            certainty: if operators.conditional {
                Certainty::Probable
            } else {
                operators.certainty
            },
            conditional: operators.conditional,
            values: values::read(&tokens),
            ..Segment::default()
        };
        Self {
            context,
            article,
            tokens,
            segment,
            negated: operators.negated,
            verb: false,
            refers: false,
            last_name: None,
            depth: 0,
            described: Description::default(),
        }
    }

    /// The segment, or where the clause begins that it is about.
    fn read(mut self, actor: Option<SpeakerId>) -> Result<Segment, (u32, bool)> {
        for at in 0..self.tokens.len() {
            let lower = self.tokens[at].lower.as_str();
            let ends = tokens::closes(lower, self.verb, at) || tokens::goes_on(&self.tokens, at, self.verb);
            if self.segment.terms.len() >= TERMS || at > 0 && ends {
                break;
            }
            match self.word(at) {
                Step::Go => {}
                Step::Stop => break,
                Step::Enter(start, against) => return Err((start, against)),
            }
            if matches!(self.tokens[at].mark, Some(';' | '—' | '–' | '.' | '!' | '?')) {
                break;
            }
        }
        Ok(self.finish(actor))
    }

    fn word(&mut self, at: usize) -> Step {
        let token = &self.tokens[at];
        let lower = token.lower.as_str();
        let class = classify(token.text, lower);
        let past = lower.len() > 4 && lower.ends_with("ed") || is_irregular_past(lower);
        if is_sweeping(lower) {
            self.segment.sweeping = true;
        }
        // "had received no offer" is about an offer.
        if self.negated && is_support(lower) && tokens::has_object(&self.tokens, at) {
            self.verb = true;
            for term in &mut self.segment.terms {
                if term.kind == Kind::Matter {
                    term.kind = Kind::Somebody;
                }
            }
            self.segment.subject = None;
            return Step::Go;
        }
        let contracted = ["'m", "'re", "'ve", "'ll"].iter().any(|end| lower.ends_with(end));
        let is_verb = matches!(class, Class::Auxiliary | Class::Verb) || contracted;
        let described = self.described.holds(&self.tokens, at, self.verb, is_verb || past);
        if described {
            self.depth = DESCRIBED;
        } else if is_verb || past && self.depth == DESCRIBED {
            self.verb = true;
            self.depth = 0;
        } else if matches!(class, Class::Preposition | Class::To) && self.segment.has_matter() {
            self.depth = self.depth.saturating_add(1);
        }
        let next = self.tokens.get(at + 1);
        // "the wrong thing" judges nothing that was said.
        let last =
            next.is_none_or(|next| token.mark.is_some() || !classify(next.text, &next.lower).is_nominal());
        if let Some(right) =
            judgement(lower).filter(|_| last && (self.refers || is_demonstrative(&self.tokens, at)))
        {
            self.segment.judged = true;
            if !right {
                self.segment.polarity = -self.segment.polarity;
            }
            return Step::Stop;
        }
        let name = self
            .context
            .mentions
            .at(self.article, token.span)
            .or_else(|| self.context.named(lower).filter(|_| class == Class::Capital));
        let country = country_of(lower).or_else(|| country_of(&format!("{lower}.")));
        // Of a name that nobody speaks by, the last part is what is repeated.
        let first_name = class == Class::Capital
            && token.mark.is_none()
            && next.is_some_and(|next| {
                next.span.start == token.span.end + 1 && classify(next.text, &next.lower) == Class::Capital
            });
        if let Some(speaker) = name {
            let owns = tokens::is_possessive(self.context.article_text(self.article), token.span);
            self.name(speaker, class, owns);
        } else if let Some(country) = country {
            let word = self.context.vocabulary.intern(&format!("@{country}"));
            self.segment.push(word, Kind::Name, self.depth);
        } else if first_name {
        } else if let Some((word, kind, against)) = meaning(token, at.checked_sub(1).map(|i| &self.tokens[i]))
        {
            let step = match kind {
                Kind::Words => self.words(at, against),
                Kind::Act => {
                    self.act(against);
                    Step::Go
                }
                _ => Step::Go,
            };
            let word = self.context.vocabulary.intern(&word);
            if self.depth == 0 && (self.verb || past && self.segment.subject.is_some()) {
                if self.segment.predicate.is_none() {
                    self.segment.passive = past && tokens::after_being(&self.tokens, at);
                }
                self.segment.predicate.get_or_insert(word);
            }
            // "the company's owner" is about the owner: the last noun before the verb.
            if kind == Kind::Matter && !self.verb && self.depth == 0 {
                self.segment.subject_acts = is_speaking_noun(&self.tokens[at].lower);
            }
            self.segment.push(word, kind, self.depth);
            return step;
        } else if at <= 3 && self.tokens.len() <= 3 {
            self.refers |= matches!(lower, "it" | "this" | "that" | "these" | "those");
        }
        Step::Go
    }

    fn name(&mut self, speaker: SpeakerId, class: Class, owns: bool) {
        self.last_name = Some(speaker);
        let word = self.context.name(speaker);
        let named = class == Class::Capital && self.context.is_definite(speaker);
        let subject = self.segment.subject;
        let kind = if named { Kind::Name } else { Kind::Somebody };
        self.segment.push(word, kind, self.depth);
        // "her counterpart had agreed" is not about her, nor "Reyes’s campaign had agreed" about him.
        if class == Class::Determiner || owns {
            self.segment.subject = subject;
        }
    }

    /// A noun for what somebody said.
    fn words(&mut self, at: usize, against: bool) -> Step {
        // "a report in the Herald that the dam leaks" is about the dam.
        if let Some(clause) =
            tokens::opens_clause(&self.tokens, at).filter(|_| !self.segment.has(Kind::Matter))
        {
            return Step::Enter(self.tokens[clause].span.start, against);
        }
        // "a report" and "several claims" are not what was just said.
        if at > 6 || !tokens::is_known(&self.tokens, at) && self.last_name.is_none() {
            return Step::Go;
        }
        self.refers = true;
        self.segment.owner = self.segment.owner.or(self.last_name);
        // "denied *the charge* at every meeting": what follows is no part of it.
        let adjunct = self.tokens.get(at + 1).is_some_and(|next| {
            matches!(
                next.lower.as_str(),
                "at" | "in" | "on" | "during" | "after" | "before" | "by" | "when" | "as" | "and" | "with"
            )
        });
        if at <= 2 && adjunct && !self.segment.has_matter() {
            Step::Stop
        } else {
            Step::Go
        }
    }

    /// The first verb of accepting or asking is what the clause says; a refusal is the contrary of an acceptance.
    fn act(&mut self, against: bool) {
        if self.segment.has(Kind::Act) {
            return;
        }
        let actor = self.last_name.filter(|&name| self.context.is_definite(name));
        self.segment.actor = actor.map(|name| self.context.name(name));
        if against {
            self.segment.polarity = -self.segment.polarity;
        }
    }

    fn finish(mut self, actor: Option<SpeakerId>) -> Segment {
        let matter = self.segment.has_matter();
        self.segment.refers = !matter && (self.refers || self.segment.judged);
        if !matter && !self.segment.refers {
            self.segment.terms.clear();
        }
        // "denied taking the money": the one who denies is who would have taken it.
        let subjectless = self.tokens.first().is_some_and(|first| {
            matches!(
                first.lower.as_str(),
                "to" | "any" | "having" | "involvement" | "being"
            ) || first.lower.len() > 5 && first.lower.ends_with("ing")
        });
        if subjectless && let Some(actor) = actor {
            let word = self.context.name(actor);
            self.segment.push(word, Kind::Somebody, 0);
        }
        // "Ode said *it* had signed".
        if matter
            && let Some(actor) = actor
            && tokens::stands_for_speaker(&self.tokens)
            && self
                .context
                .mentions
                .at(self.article, self.tokens[0].span)
                .is_none()
        {
            let word = self.context.name(actor);
            self.segment.push(word, Kind::Somebody, 0);
        }
        self.segment.terms.sort_unstable();
        self.segment
    }
}

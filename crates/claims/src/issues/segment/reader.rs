//! A clause read word by word.

use super::description::Description;
use super::meaning::{is_demonstrative, is_support, is_sweeping, meaning};
use super::phrases::{self, ANYBODY};
use super::tokens::{self, Token, tokens};
use super::{DESCRIBED, Part, Segment, TERMS};
use crate::clause::{Certainty, Clause};
use crate::issues::Context;
use crate::issues::proposition::Kind;
use crate::issues::terms::is_irregular_past;
use crate::issues::values;
use crate::speakers::{country_of, is_speaking_noun};
use crate::verdict::judgement;
use crate::words::{Class, classify};
use crate::{ArticleId, SpeakerId};

/// A clause while it is read.
#[allow(
    clippy::struct_excessive_bools,
    reason = "marks of a clause that each hold or not by themselves"
)]
pub(super) struct Reader<'c, 'a> {
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
    /// Whether it says what state the subject is in: "in use".
    state: bool,
}

/// What follows from a word.
enum Step {
    Go,
    /// What comes after is no part of the clause.
    Stop,
    /// The point is in the clause that starts here; whether the noun before it denies that.
    Enter(u32, bool),
}

impl<'c, 'a> Reader<'c, 'a> {
    pub(super) fn new(context: &'c mut Context<'a>, article: ArticleId, part: Part) -> Self {
        let text = context.article_text(article);
        let words = tokens::without_lead(text, part.words);
        let (operators, all) = (Clause::read(words.of(text)), tokens(text, words));
        let tokens = phrases::put_together(&all);
        // "It had not come until noon": it came at noon.
        let negated = operators.negated && !phrases::only_delays(&tokens);
        let segment = Segment {
            polarity: if negated { -1 } else { 1 },
            certainty: if operators.conditional {
                Certainty::Probable
            } else {
                operators.certainty
            },
            conditional: operators.conditional,
            sole: operators.sole,
            values: values::read(&tokens),
            ..Segment::default()
        };
        Self {
            context,
            article,
            tokens,
            segment,
            negated,
            verb: false,
            refers: false,
            last_name: None,
            depth: 0,
            described: Description::default(),
            state: false,
        }
    }

    /// The segment, or where the clause begins that it is about.
    pub(super) fn read(mut self, actor: Option<SpeakerId>) -> Result<Segment, (u32, bool)> {
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
        // Of two words put together the first has the form of a verb.
        let form = token.form();
        let past = form.len() > 4 && form.ends_with("ed") || is_irregular_past(&form);
        if lower == ANYBODY {
            let word = self.context.vocabulary.intern(lower);
            self.segment.push(word, Kind::Somebody, self.depth);
            return Step::Go;
        }
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
        // "Any *report*" is a noun.
        let noun = at.checked_sub(1).is_some_and(|before| {
            classify(self.tokens[before].text, &self.tokens[before].lower) == Class::Determiner
        });
        let is_verb = match classify(token.text, &form) {
            Class::Auxiliary => true,
            Class::Verb => !noun,
            _ => contracted,
        };
        let described = self.described.holds(&self.tokens, at, self.verb, is_verb || past);
        if described {
            self.depth = DESCRIBED;
        } else if is_verb || past && self.depth == DESCRIBED {
            self.verb = true;
            self.depth = 0;
        } else if matches!(class, Class::Preposition | Class::To) && self.segment.has_matter() {
            self.go_under(at, class);
        }
        let token = &self.tokens[at];
        let lower = token.lower.as_str();
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
            let possessive = matches!(lower, "his" | "her" | "its" | "their" | "our" | "my" | "your");
            self.name(speaker, class, possessive, owns);
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
                    self.segment.passive = self.state || past && tokens::after_being(&self.tokens, at);
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

    /// What follows stands under the preposition at `at`.
    fn go_under(&mut self, at: usize, class: Class) {
        // "Was *on a rope*" is what the clause says: was roped.
        if class == Class::Preposition && self.depth == 0 && tokens::after_being(&self.tokens, at) {
            self.state = true;
        } else {
            self.depth = self.depth.saturating_add(1);
        }
    }

    fn name(&mut self, speaker: SpeakerId, class: Class, possessive: bool, owns: bool) {
        self.last_name = Some(speaker);
        let word = self.context.name(speaker);
        let named = class == Class::Capital && self.context.is_definite(speaker);
        let subject = self.segment.subject;
        let kind = if named { Kind::Name } else { Kind::Somebody };
        self.segment.push(word, kind, self.depth);
        // "The leader of the choir, Ana Ode": the description ends in the name.
        if named && let Some(term) = self.segment.terms.iter_mut().find(|term| term.word == word) {
            term.kind = Kind::Name;
        }
        // "her counterpart had agreed" is not about her, nor "Reyes’s campaign had agreed" about him.
        if possessive || owns {
            self.segment.subject = subject;
        } else if let Some(subject) = self
            .segment
            .subject
            .as_mut()
            .filter(|subject| subject.word == word)
        {
            subject.kind = subject.kind.min(kind);
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
            ) || first.lower.len() > 5 && first.form().ends_with("ing")
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

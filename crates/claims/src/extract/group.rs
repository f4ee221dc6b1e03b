//! The words of a cue as they stand: "has repeatedly declined", "did not conclude", "makes the argument".

use core::ops::Range;

use super::operators::Operator;
use crate::lexicon::{Cue, Inflection, Lexicon, Pos, Takes};
use crate::paragraph::Paragraph;
use crate::words::{Class, is_time};

/// Words before a cue that can belong to its clause.
const CLAUSE: usize = 14;

/// A cue found in a paragraph.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a property of its own that a verb has or has not"
)]
#[derive(Debug, Clone)]
pub(crate) struct Group {
    /// With its auxiliaries, negation and adverbs.
    pub(crate) range: Range<usize>,
    /// The word that carries the cue.
    pub(crate) head: usize,
    pub(crate) cue: &'static Cue,
    pub(crate) inflection: Inflection,
    pub(crate) negated: bool,
    pub(crate) passive: bool,
    pub(crate) modal: bool,
    /// "can", "could".
    pub(crate) can: bool,
    /// "will", "would".
    pub(crate) will: bool,
    /// "no longer".
    pub(crate) no_longer: bool,
    /// In a condition or a question, so that it is open whether the cue's act is done at all.
    pub(crate) open: bool,
    /// Followed by somebody and an infinitive: "told the bank to pay".
    pub(crate) order: bool,
    /// What stands between the speaker and the cue: "failed to".
    pub(super) operator: Option<&'static Operator>,
    /// "to say", "declined to say".
    pub(crate) infinitive: bool,
}

/// Finds the cue that starts at word `at`, not reaching outside `level`.
pub(crate) fn find(paragraph: &Paragraph<'_>, at: usize, level: &Range<usize>) -> Option<Group> {
    let word = paragraph.words.get(at)?;
    if matches!(
        word.class,
        Class::Comma | Class::Stop | Class::OpenQuote | Class::CloseQuote
    ) {
        return None;
    }
    for (cue, inflection) in Lexicon::get().starting_with(&word.lower) {
        let Some(end) = match_rest(paragraph, at, level.end, cue) else {
            continue;
        };
        if cue.pos == Pos::Verb && is_noun_here(paragraph, at, level, *inflection, cue) {
            continue;
        }
        if cue.pos == Pos::Verb && is_adjective_here(paragraph, at, level, *inflection) {
            continue;
        }
        let mut group = Group::new(cue, *inflection, at, end);
        if matches!(cue.pos, Pos::Verb | Pos::Adjective) {
            group.take_auxiliaries(paragraph, level.start);
            group.take_operator(paragraph, level.start);
            group.look_around(paragraph, level);
        }
        return Some(group);
    }
    None
}

/// The noun that the word can be, whatever else it is.
pub(crate) fn find_noun(paragraph: &Paragraph<'_>, at: usize, level: &Range<usize>) -> Option<Group> {
    let word = paragraph.words.get(at)?;
    let (cue, inflection) = Lexicon::get()
        .starting_with(&word.lower)
        .iter()
        .find(|(cue, _)| cue.pos == Pos::Noun)?;
    Some(Group::new(cue, *inflection, at, (at + 1).min(level.end)))
}

/// Matches the words after the first; a verb's own object may stand between ("makes the argument" is listed whole).
fn match_rest(paragraph: &Paragraph<'_>, at: usize, high: usize, cue: &Cue) -> Option<usize> {
    let mut next = at + 1;
    for part in &cue.rest {
        // An adverb may come between: "declined to firmly condemn".
        let mut skipped = 0;
        // "would not say", "wouldn’t say".
        if *part == "not" && next < high && paragraph.class(next) == Some(Class::Negation) {
            next += 1;
            continue;
        }
        while next < high
            && paragraph.lower(next) != *part
            && paragraph.class(next) == Some(Class::Adverb)
            && skipped < 2
        {
            next += 1;
            skipped += 1;
        }
        // "insisted on Tuesday that" is no insisting on it.
        let when = *part == "on" && next + 1 < high && is_time(paragraph.lower(next + 1));
        if next >= high || paragraph.lower(next) != *part || when {
            return None;
        }
        next += 1;
    }
    Some(next)
}

/// "is convinced", "convinced that": the participle is an adjective, as nobody is convinced of anything by somebody.
fn is_adjective_here(
    paragraph: &Paragraph<'_>,
    at: usize,
    level: &Range<usize>,
    inflection: Inflection,
) -> bool {
    let all = Lexicon::get().starting_with(paragraph.lower(at));
    let mut adjectives = all
        .iter()
        .filter(|(cue, _)| cue.pos == Pos::Adjective && cue.rest.is_empty());
    let Some((adjective, _)) = adjectives.next().filter(|_| inflection == Inflection::Past) else {
        return false;
    };
    (paragraph.class(at + 1) == Some(Class::That) && adjective.takes.has(Takes::CLAUSE)) || {
        (level.start..at)
            .rev()
            .take_while(|&i| {
                matches!(
                    paragraph.class(i),
                    Some(Class::Adverb | Class::Negation | Class::Auxiliary)
                )
            })
            .any(|i| is_be(paragraph.lower(i)))
    }
}

fn is_be(lower: &str) -> bool {
    matches!(
        lower,
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "'re" | "’re" | "am" | "'m" | "’m"
    )
}

/// "the claim", "his reports", "of charges": the form of a verb, but a noun.
fn is_noun_here(
    paragraph: &Paragraph<'_>,
    at: usize,
    level: &Range<usize>,
    inflection: Inflection,
    cue: &Cue,
) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&i| i >= level.start) else {
        return matches!(inflection, Inflection::Base | Inflection::Third);
    };
    let class = paragraph.class(before);
    if paragraph.words[at].pos == english::Pos::Verb && class != Some(Class::Determiner) {
        return false;
    }
    match inflection {
        Inflection::Base => {
            !matches!(
                class,
                Some(
                    Class::Pronoun
                        | Class::To
                        | Class::Auxiliary
                        | Class::Negation
                        | Class::Adverb
                        | Class::Subordinator
                        | Class::Capital
                        | Class::Word
                        | Class::Number
                )
            ) && !matches!(
                paragraph.lower(before),
                "some" | "many" | "others" | "both" | "few" | "most"
            ) || (class == Some(Class::Word)
                && !paragraph.lower(before).ends_with('s')
                && paragraph.lower(before) != "people"
                || class == Some(Class::Capital) && !paragraph.lower(before).ends_with('s'))
                && inflection == Inflection::Base
                && !past_is_base(cue)
        }
        Inflection::Third => matches!(
            class,
            Some(
                Class::Determiner
                    | Class::Possessive
                    | Class::Preposition
                    | Class::Number
                    | Class::Hyphen
                    | Class::Conjunction
                    | Class::Verb
            )
        ),
        Inflection::Past | Inflection::Participle => {
            matches!(
                class,
                Some(Class::Determiner | Class::Possessive | Class::Preposition | Class::Hyphen)
            ) && !matches!(
                paragraph.lower(before),
                "some" | "many" | "others" | "both" | "all" | "few" | "most" | "several"
            )
        }
        Inflection::Ing => matches!(class, Some(Class::Determiner | Class::Possessive | Class::Hyphen)),
    }
}

/// "put", "let", "cast": past and base are one form.
fn past_is_base(cue: &Cue) -> bool {
    ["put", "let", "cast", "hit"].contains(&cue.phrase.split(' ').next().unwrap_or_default())
}

impl Group {
    fn new(cue: &'static Cue, inflection: Inflection, head: usize, end: usize) -> Self {
        Self {
            range: head..end,
            head,
            cue,
            inflection,
            negated: false,
            passive: false,
            modal: false,
            can: false,
            will: false,
            no_longer: false,
            open: false,
            order: false,
            operator: None,
            infinitive: false,
        }
    }

    /// "failed to show", "stopped short of endorsing": the words before are part of the cue.
    fn take_operator(&mut self, paragraph: &Paragraph<'_>, low: usize) {
        if self.cue.pos != Pos::Verb || !(self.infinitive || self.inflection == Inflection::Ing) {
            return;
        }
        let Some((operator, start)) = Operator::before(paragraph, low, self.range.start) else {
            return;
        };
        self.operator = Some(operator);
        self.infinitive = false;
        self.negated |= (start..self.range.start).any(|at| paragraph.class(at) == Some(Class::Negation));
        self.range.start = start;
        let passive = self.passive;
        self.take_auxiliaries(paragraph, low);
        self.passive = passive;
    }

    /// What the rest of the clause does to the cue: who does not speak, conditions, questions, orders.
    fn look_around(&mut self, paragraph: &Paragraph<'_>, level: &Range<usize>) {
        let clause = (level.start..self.range.start)
            .rev()
            .take(CLAUSE)
            .take_while(|&at| {
                !matches!(
                    paragraph.class(at),
                    Some(Class::Comma | Class::Semicolon | Class::Stop | Class::That | Class::Dash)
                )
            });
        let mut first = None;
        for at in clause {
            first = Some(at);
            self.open |= matches!(paragraph.lower(at), "if" | "unless" | "whether");
        }
        if let Some(first) = first {
            let lower = paragraph.lower(first);
            self.negated |=
                matches!(lower, "nobody" | "none" | "no" | "neither") && !self.negated && !self.open;
            let asks = level.end > 0 && paragraph.lower(level.end - 1) == "?";
            self.open |= asks && paragraph.class(first) == Some(Class::Auxiliary);
        }
        self.order = self.cue.takes.has(Takes::ORDER)
            && !self.passive
            && paragraph
                .phrase_after(self.range.end, level.end)
                .is_some_and(|who| paragraph.class(who.end) == Some(Class::To) && who.end < level.end);
    }

    fn take_auxiliaries(&mut self, paragraph: &Paragraph<'_>, low: usize) {
        let mut start = self.range.start;
        let mut be = false;
        let mut at = start;
        while at > low {
            at -= 1;
            match paragraph.class(at) {
                Some(Class::Auxiliary) => {
                    let lower = paragraph.lower(at);
                    // "The two who did not said so": another verb was left out after "did not".
                    if matches!(lower, "do" | "does" | "did") && self.inflection != Inflection::Base {
                        self.negated = false;
                        start = self.range.start;
                        break;
                    }
                    be |= is_be(lower);
                    self.can |= matches!(lower, "can" | "could" | "ca");
                    self.will |= matches!(lower, "will" | "would" | "wo");
                    self.modal |= matches!(
                        lower,
                        "would" | "will" | "could" | "may" | "might" | "must" | "should" | "shall" | "wo"
                    );
                    start = at;
                }
                Some(Class::Negation) => {
                    self.negated = true;
                    start = at;
                }
                Some(Class::Adverb) => {
                    if matches!(paragraph.lower(at), "hardly" | "scarcely") {
                        self.negated = true;
                    }
                    start = at;
                }
                Some(Class::Word) if paragraph.lower(at) == "longer" && at > low => {
                    if paragraph.lower(at - 1) != "no" {
                        break;
                    }
                    self.no_longer = true;
                    at -= 1;
                    start = at;
                }
                Some(Class::To) if !self.infinitive => {
                    self.infinitive = true;
                    // "vowed not to vote for it", but "whether or not to"
                    let denied = at > low && paragraph.class(at - 1) == Some(Class::Negation);
                    self.negated |= denied && (at < 2 || paragraph.lower(at - 2) != "or");
                    break;
                }
                Some(Class::OpenQuote | Class::CloseQuote) if at + 1 == self.range.start => {}
                _ => break,
            }
        }
        self.range.start = start;
        self.passive = be && matches!(self.inflection, Inflection::Past | Inflection::Participle);
    }
}

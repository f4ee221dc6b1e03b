//! Whose words stand outside quotations: interviews in questions and answers, and blocks headed by a name.

use english::Dep;

use super::article::Reading;
use super::entity::Entity;
use super::mention::{Pronoun, What};
use crate::SpeakerKind;

/// Paragraphs headed by names that make an article a record of turns.
const HEADED: usize = 3;

/// Questions to "you" that make an article an interview; a column asks its readers one now and then.
const ASKED: usize = 2;

/// Words in a question, at most; one that speaks of its speaker too may be an answer that ends in a question.
const LONG: usize = 120;

/// Who speaks a paragraph, and to whom.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Turn {
    pub(super) speaker: Option<usize>,
    pub(super) addressee: Option<usize>,
    /// Whom the speaker means by "we", where several are interviewed.
    pub(super) side: Option<usize>,
}

/// The turns of an article, by paragraph; none where it is no interview.
#[derive(Debug, Default)]
pub(super) struct Turns(Vec<Turn>);

impl Turns {
    pub(super) fn at(&self, paragraph: u32) -> Turn {
        self.0.get(paragraph as usize).copied().unwrap_or_default()
    }

    /// Reads the turns off an article whose names are resolved.
    pub(super) fn of(reading: &mut Reading<'_>) -> Self {
        headed(reading)
            .or_else(|| interview(reading))
            .unwrap_or_else(|| signed(reading))
    }
}

/// "FINCH: …": each paragraph is spoken by the one named last at the head of one.
fn headed(reading: &Reading<'_>) -> Option<Turns> {
    let text = &reading.text;
    let paragraphs = text.document.paragraphs();
    let heads: Vec<Option<usize>> = paragraphs
        .iter()
        .map(|paragraph| {
            let colon =
                (paragraph.start..paragraph.end.min(paragraph.start + 6)).find(|&at| text.word(at) == ":")?;
            (colon > paragraph.start)
                .then(|| reading.entity_at(colon - 1))
                .flatten()
        })
        .collect();
    if heads.iter().flatten().count() < HEADED {
        return None;
    }
    let mut turns = Vec::new();
    let (mut speaker, mut before) = (None, None);
    for head in heads {
        if head.is_some() && head != speaker {
            before = speaker;
            speaker = head;
        }
        turns.push(Turn {
            speaker,
            addressee: before,
            side: None,
        });
    }
    Some(Turns(turns))
}

/// What a paragraph says outside quotations.
#[derive(Debug, Clone, Copy, Default)]
struct Shape {
    /// "I", "we".
    first_person: usize,
    /// "You".
    second_person: usize,
    words: usize,
    /// Ends in a question mark.
    asks: bool,
}

impl Shape {
    /// Speaks to the one who answers.
    fn is_question(self) -> bool {
        if self.asks {
            self.first_person == 0 || self.second_person > 0 && self.words < LONG
        } else {
            self.second_person > 0 && self.first_person == 0 && self.words < LONG / 2
        }
    }
}

fn shapes(reading: &Reading<'_>) -> Vec<Shape> {
    let text = &reading.text;
    let mut shapes: Vec<Shape> = text
        .document
        .paragraphs()
        .iter()
        .map(|paragraph| {
            let last = (paragraph.start..paragraph.end)
                .rev()
                .find(|&at| !text.word(at).trim().is_empty());
            Shape {
                words: paragraph.len(),
                asks: last.is_some_and(|last| text.word(last) == "?" && text.quote(last).is_none()),
                ..Shape::default()
            }
        })
        .collect();
    for mention in &reading.mentions {
        let shape = &mut shapes[text.paragraph(mention.head) as usize];
        match mention.what {
            What::Pronoun(_) if text.quote(mention.head).is_some() => {}
            What::Pronoun(Pronoun::I | Pronoun::We) => shape.first_person += 1,
            What::Pronoun(Pronoun::You) => shape.second_person += 1,
            _ => {}
        }
    }
    shapes
}

/// Questions that speak to somebody, and answers in the first person: the answers are of the one whom the article is
/// about.
fn interview(reading: &mut Reading<'_>) -> Option<Turns> {
    let shapes = shapes(reading);
    let asked = shapes
        .iter()
        .filter(|shape| shape.asks && shape.second_person > 0);
    let answered = shapes
        .iter()
        .any(|shape| !shape.is_question() && shape.first_person > 0);
    if asked.count() < ASKED || !answered {
        return None;
    }
    let first = shapes
        .iter()
        .position(|shape| shape.is_question() || shape.first_person > 0)?;
    if let Some(several) = interviewees(reading, first) {
        return Some(of_several(reading, several, &shapes));
    }
    let somebody = interviewee(reading, first).unwrap_or_else(|| {
        let nobody = Entity::described("Interviewee", SpeakerKind::Unnamed);
        reading.registry.add(nobody)
    });
    let turns = shapes
        .iter()
        .map(|shape| Turn {
            speaker: (!shape.is_question()).then_some(somebody),
            addressee: shape.is_question().then_some(somebody),
            side: None,
        })
        .collect();
    Some(Turns(turns))
}

/// Several people named in one row before the first question, the first such row.
fn interviewees(reading: &Reading<'_>, first: usize) -> Option<usize> {
    let mut rows = reading
        .mentions
        .iter()
        .zip(&reading.whose)
        .filter(|(mention, _)| {
            matches!(mention.what, What::Together(_))
                && reading.text.paragraph(mention.head) as usize <= first
        });
    rows.find_map(|(_, whose)| {
        let members = &reading.registry.entities[(*whose)?].members;
        let people = members.iter().all(|&member| {
            let somebody = &reading.registry.entities[member];
            somebody.is_named() && somebody.kind() == SpeakerKind::Person
        });
        people.then_some(*whose).flatten()
    })
}

/// Answers of several: of him who says "I'm Tom Ode", else of the only one whom the answer does not name.
fn of_several(reading: &Reading<'_>, several: usize, shapes: &[Shape]) -> Turns {
    let text = &reading.text;
    let members = &reading.registry.entities[several].members;
    let mut named: Vec<Vec<usize>> = vec![Vec::new(); shapes.len()];
    let mut introduced = vec![None; shapes.len()];
    for (mention, whose) in reading.mentions.iter().zip(&reading.whose) {
        let Some(entity) = whose.filter(|whose| members.contains(whose)) else {
            continue;
        };
        let paragraph = text.paragraph(mention.head) as usize;
        let verb = text.head(mention.head);
        let own = text.dep(mention.head) == Some(Dep::Attr)
            && text
                .subject(verb)
                .is_some_and(|subject| text.lower(subject) == "i");
        if own {
            introduced[paragraph] = Some(entity);
        } else if !named[paragraph].contains(&entity) {
            named[paragraph].push(entity);
        }
    }
    // "Like she said": not the one woman of them.
    for mention in &reading.mentions {
        let What::Pronoun(pronoun @ (Pronoun::He | Pronoun::She)) = mention.what else {
            continue;
        };
        let mut meant = members
            .iter()
            .copied()
            .filter(|&member| reading.registry.entities[member].gender == pronoun.gender());
        let paragraph = text.paragraph(mention.head) as usize;
        if let (Some(one), None) = (meant.next(), meant.next())
            && text.quote(mention.head).is_none()
            && named[paragraph].is_empty()
        {
            named[paragraph].push(one);
        }
    }
    let turns = shapes
        .iter()
        .zip(named.iter().zip(introduced))
        .map(|(shape, (named, introduced))| {
            let mut others = members.iter().copied().filter(|member| !named.contains(member));
            let alone = match (others.next(), others.next()) {
                (Some(one), None) => Some(one),
                _ => None,
            };
            let question = shape.is_question();
            Turn {
                speaker: introduced.or(alone).filter(|_| !question),
                addressee: question.then_some(several),
                side: (!question).then_some(several),
            }
        })
        .collect();
    Turns(turns)
}

/// The person with a full name who is named most before the first question.
fn interviewee(reading: &Reading<'_>, first: usize) -> Option<usize> {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for (mention, whose) in reading.mentions.iter().zip(&reading.whose) {
        let Some(entity) = *whose else { continue };
        let somebody = &reading.registry.entities[entity];
        if reading.text.paragraph(mention.head) as usize > first
            || !somebody.is_named()
            || somebody.words.len() < 2
            || somebody.kind() != SpeakerKind::Person
        {
            continue;
        }
        if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == entity) {
            *count += 1;
        } else if counts.len() < 64 {
            counts.push((entity, 1));
        }
    }
    let most = counts.into_iter().rev().max_by_key(|&(_, count)| count);
    most.map(|(entity, _)| entity)
}

/// Paragraphs in the first person that end in a full name, as letters and pulled quotations do: "I was there. Ana Brill".
fn signed(reading: &Reading<'_>) -> Turns {
    let text = &reading.text;
    let mut speaks = vec![false; text.document.paragraphs().len()];
    for mention in &reading.mentions {
        if matches!(mention.what, What::Pronoun(Pronoun::I)) && text.quote(mention.head).is_none() {
            speaks[text.paragraph(mention.head) as usize] = true;
        }
    }
    let signature = |paragraph: &core::ops::Range<u32>| {
        let last = paragraph
            .clone()
            .rev()
            .find(|&at| !text.word(at).trim().is_empty())?;
        let at = reading.mention_at(last)?;
        let mention = &reading.mentions[at];
        let name = matches!(&mention.what, What::Name(name) if name.words.len() > 1);
        let before = mention.tokens.start.checked_sub(1)?;
        let apart = matches!(text.word(before).trim(), "." | "!" | "?" | "—" | "–" | "--" | "");
        let person =
            reading.whose[at].filter(|&whose| reading.registry.entities[whose].kind() == SpeakerKind::Person);
        person.filter(|_| name && apart && before > paragraph.start && mention.tokens.end == last + 1)
    };
    let turns = text.document.paragraphs().iter().zip(speaks);
    Turns(
        turns
            .map(|(paragraph, speaks)| Turn {
                speaker: speaks.then(|| signature(paragraph)).flatten(),
                ..Turn::default()
            })
            .collect(),
    )
}

//! Statements to issues: what they are about, who stands where, in the order of what is worth showing.

mod anaphora;
mod cluster;
mod contests;
mod label;
mod position;
mod proposition;
mod segment;
mod terms;
mod values;
mod vocabulary;

use std::collections::HashMap;

use crate::speakers::country_of;
use crate::words::{Class, classify};
use crate::{Analysis, ArticleId, Contest, Issue, Span, SpeakerId, SpeakerKind, StatementId};
pub(crate) use terms::is_irregular_past;

use cluster::Alike;
use proposition::Word;
use vocabulary::{Mentions, Vocabulary};

/// What the modules here read.
pub(super) struct Context<'a> {
    analysis: &'a Analysis,
    /// The statements directly inside each.
    children: Vec<Vec<StatementId>>,
    mentions: Mentions,
    vocabulary: Vocabulary,
    /// Speakers by the words of their names; `None` where several have one.
    names: HashMap<String, Option<SpeakerId>>,
}

impl<'a> Context<'a> {
    fn article_text(&self, article: ArticleId) -> &'a str {
        self.analysis
            .articles
            .get(article.index())
            .map_or("", |article| &article.text)
    }

    fn text(&self, id: StatementId) -> &'a str {
        self.article_text(self.analysis.statements[id.index()].article)
    }

    /// The statement that is in no other around a statement.
    fn outermost(&self, id: StatementId) -> StatementId {
        let mut outermost = id;
        while let Some(outer) = self.analysis.statements[outermost.index()].inside {
            outermost = outer;
        }
        outermost
    }

    /// The contents of the statements directly inside one.
    fn inner_contents(&self, id: StatementId) -> Vec<Span> {
        self.children[id.index()]
            .iter()
            .flat_map(|child| self.analysis.statements[child.index()].content.iter().copied())
            .collect()
    }

    /// The speaker whose name the (lower-case) word is part of, where it is of one alone.
    fn named(&self, lower: &str) -> Option<SpeakerId> {
        self.names.get(lower).copied().flatten()
    }

    /// "a source" and "officials" may be different people each time.
    fn is_definite(&self, speaker: SpeakerId) -> bool {
        self.analysis
            .speakers
            .get(speaker.index())
            .is_some_and(|speaker| {
                // "the company" is a body, but not one of a name.
                let named = |word: &str| {
                    word.starts_with(char::is_uppercase)
                        && !matches!(word, "The" | "A" | "An" | "His" | "Her" | "Its" | "Their")
                };
                matches!(speaker.kind, SpeakerKind::Person | SpeakerKind::Organization)
                    && speaker.name.split(' ').any(named)
            })
    }

    /// The noun of somebody without a name: "climber" of "the five climbers on the ridge".
    fn described_as(&self, speaker: SpeakerId) -> Option<String> {
        let speaker = self.analysis.speakers.get(speaker.index())?;
        let words: Vec<&str> = speaker.name.split(' ').collect();
        if words
            .iter()
            .skip(1)
            .any(|word| word.starts_with(char::is_uppercase))
        {
            return None;
        }
        let end = words.iter().position(|word| {
            let class = classify(word, &word.to_lowercase());
            matches!(class, Class::Preposition | Class::Subordinator | Class::That)
        });
        let noun = words[..end.unwrap_or(words.len())].last()?;
        let noun = noun.to_lowercase();
        let number = values::number_word(&noun).is_some();
        (noun.len() > 2 && !number && classify(&noun, &noun) == Class::Word).then(|| terms::base_form(&noun))
    }

    /// The word that stands for a speaker; a country's government and its people are one with it, and who is only described
    /// is whoever else is described so.
    fn name(&mut self, speaker: SpeakerId) -> Word {
        if !self.is_definite(speaker)
            && let Some(noun) = self.described_as(speaker)
        {
            return self.vocabulary.intern(&noun);
        }
        let name = self
            .analysis
            .speakers
            .get(speaker.index())
            .and_then(|speaker| country_of(&speaker.name.to_lowercase()));
        match name {
            Some(country) => self.vocabulary.intern(&format!("@{country}")),
            None => self.vocabulary.intern(&format!("@{}", speaker.index())),
        }
    }
}

/// One point with what is said on it, before it is put into words.
#[derive(Debug)]
pub(super) struct Point {
    members: Vec<cluster::Member>,
    /// -1 where the label is in words that deny the point.
    label_polarity: i8,
}

/// The members of a group without clauses that only tell when something was, unless somebody holds the contrary.
fn without_asides(
    propositions: &[proposition::Proposition],
    mut members: Vec<cluster::Member>,
) -> Vec<cluster::Member> {
    let on = |side: i8| {
        let mut members = members.iter();
        members.any(|member| propositions[member.proposition].stance * member.turn == side)
    };
    if !(on(1) && on(-1)) {
        members.retain(|member| !propositions[member.proposition].aside);
    }
    members
}

/// The issues and contests of an analysis whose statements and speakers are known.
///
/// Issues on which most speakers stand against each other come first, then those with most speakers and statements.
pub(crate) fn find(analysis: &Analysis) -> (Vec<Issue>, Vec<Contest>) {
    let mut children = vec![Vec::new(); analysis.statements.len()];
    for (at, statement) in analysis.statements.iter().enumerate() {
        if let Some(inside) = statement.inside {
            children[inside.index()].push(StatementId::from_index(at));
        }
    }
    let mut context = Context {
        analysis,
        children,
        mentions: Mentions::of(analysis),
        vocabulary: Vocabulary::default(),
        names: vocabulary::names(analysis),
    };
    let propositions = anaphora::propositions(&mut context);
    let alike = Alike::new(&propositions, context.vocabulary.links());
    let mut points: Vec<(Issue, Point)> = cluster::group(analysis, &propositions, &alike)
        .into_iter()
        .map(|members| without_asides(&propositions, members))
        .filter(|members| !members.is_empty())
        .map(|members| {
            let (label, label_polarity) = label::choose(&context, &propositions, &members);
            let point = Point {
                members,
                label_polarity,
            };
            (position::issue(analysis, &propositions, &point, label), point)
        })
        .collect();
    points.sort_by_cached_key(|(issue, _)| position::rank(issue));
    let (issues, points): (Vec<Issue>, Vec<Point>) = points.into_iter().unzip();
    let contests = contests::find(&contests::Evidence {
        context: &context,
        propositions: &propositions,
        alike: &alike,
        issues: &issues,
        points: &points,
    });
    (issues, contests)
}

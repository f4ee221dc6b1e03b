//! The words of an analysis under numbers, and where its speakers are mentioned.

use std::collections::HashMap;

use super::proposition::Word;
use super::terms::{Relation, related};
use crate::{Analysis, ArticleId, Span, SpeakerId, SpeakerKind};

/// Longest mention looked back for, in mentions.
const BACK: usize = 6;

/// Every word of the propositions, by number.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    of: HashMap<String, Word>,
    words: Vec<String>,
}

impl Vocabulary {
    pub(super) fn intern(&mut self, word: &str) -> Word {
        if let Some(&known) = self.of.get(word) {
            return known;
        }
        let number = self.words.len() as Word;
        self.of.insert(word.to_owned(), number);
        self.words.push(word.to_owned());
        number
    }

    /// The number of a word that the analysis has.
    pub(super) fn known(&self, word: &str) -> Option<Word> {
        self.of.get(word).copied()
    }

    /// For each word the others that are related to it, as far as the analysis has them.
    pub(super) fn links(&self) -> Vec<Vec<(Word, Relation)>> {
        self.words
            .iter()
            .map(|word| {
                let listed = related(word)
                    .iter()
                    .filter_map(|(other, relation)| Some((*self.of.get(other)?, *relation)));
                let formed = self
                    .without_negation(word)
                    .map(|other| (other, Relation::Opposite));
                listed.chain(formed).collect()
            })
            .collect()
    }

    /// The word of the analysis that another denies by its form: "harm" of "harmless", "armed" of "unarmed"; or that is so
    /// denied.
    fn without_negation(&self, word: &str) -> Option<Word> {
        let plain = word
            .strip_prefix("un")
            .or_else(|| word.strip_prefix("non-"))
            .or_else(|| word.strip_suffix("less"))
            .filter(|plain| plain.len() > 2);
        let denied = || {
            [format!("un{word}"), format!("non-{word}"), format!("{word}less")]
                .iter()
                .find_map(|other| self.of.get(other.as_str()))
        };
        plain
            .and_then(|plain| self.of.get(plain))
            .or_else(denied)
            .copied()
    }
}

/// The speakers by the words of their names: the last of a person's, any long one of a body's.
pub(super) fn names(analysis: &Analysis) -> HashMap<String, Option<SpeakerId>> {
    let mut names: HashMap<String, Option<SpeakerId>> = HashMap::new();
    for (at, speaker) in analysis.speakers.iter().enumerate() {
        let mut words = speaker
            .name
            .split(' ')
            .filter(|word| word.starts_with(char::is_uppercase));
        let own: Vec<&str> = match speaker.kind {
            SpeakerKind::Person => words.next_back().into_iter().collect(),
            SpeakerKind::Organization => words.filter(|word| word.len() > 4).collect(),
            _ => Vec::new(),
        };
        for word in own {
            let speaker = SpeakerId::from_index(at);
            let known = names.entry(word.to_lowercase()).or_insert(Some(speaker));
            if *known != Some(speaker) {
                *known = None;
            }
        }
    }
    names
}

/// Where speakers are mentioned.
#[derive(Debug)]
pub(super) struct Mentions(Vec<(ArticleId, Span, SpeakerId)>);

impl Mentions {
    pub(super) fn of(analysis: &Analysis) -> Self {
        let mut all: Vec<_> = analysis
            .speakers
            .iter()
            .enumerate()
            .flat_map(|(at, speaker)| {
                let speaker_id = SpeakerId::from_index(at);
                speaker
                    .mentions
                    .iter()
                    .map(move |mention| (mention.article, mention.span, speaker_id))
            })
            .collect();
        all.sort_unstable_by_key(|&(article, span, speaker)| (article, span.start, span.end, speaker));
        Self(all)
    }

    /// The speaker in whose mention the word stands; of several the one mentioned in fewest words.
    pub(super) fn at(&self, article: ArticleId, word: Span) -> Option<SpeakerId> {
        let next = self
            .0
            .partition_point(|&(other, span, _)| (other, span.start) <= (article, word.start));
        self.0[..next]
            .iter()
            .rev()
            .take(BACK)
            .filter(|(other, span, _)| *other == article && span.contains(word))
            .min_by_key(|(_, span, _)| span.len())
            .map(|&(.., speaker)| speaker)
    }

    /// The speakers mentioned in an article from one byte up to another, in order.
    pub(super) fn from(
        &self,
        article: ArticleId,
        start: u32,
        end: u32,
    ) -> impl Iterator<Item = SpeakerId> + '_ {
        let first = self
            .0
            .partition_point(|&(other, span, _)| (other, span.start) < (article, start));
        self.0[first..]
            .iter()
            .take_while(move |(other, span, _)| *other == article && span.start < end)
            .map(|&(.., speaker)| speaker)
    }

    /// The longest mention that starts at this byte.
    pub(super) fn starting(&self, article: ArticleId, start: u32) -> Option<Span> {
        let first = self
            .0
            .partition_point(|&(other, span, _)| (other, span.start) < (article, start));
        let here = self.0[first..]
            .iter()
            .take_while(|(other, span, _)| *other == article && span.start == start);
        here.map(|&(_, span, _)| span).max_by_key(|span| span.end)
    }
}

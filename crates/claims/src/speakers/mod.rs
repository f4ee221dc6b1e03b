//! Statements' sources to speakers, over all articles.

mod mentions;
mod places;
mod registry;

use std::collections::{HashMap, HashSet};

pub(crate) use mentions::{RawMention, find as find_mentions};
pub(crate) use places::country_of;
use registry::Registry;

use crate::extract::{Draft, Voice};
use crate::{Article, ArticleId, Mention, Span, Speaker, SpeakerId, SpeakerKind};

/// Resolves speakers article by article.
#[derive(Debug, Default)]
pub(crate) struct Resolver {
    registry: Registry,
}

/// Who speaks each statement of the articles, and everybody who does.
#[derive(Debug, Default)]
pub(crate) struct Resolved {
    pub(crate) speakers: Vec<Speaker>,
    /// By article, then by statement of the article.
    pub(crate) of_statement: Vec<Vec<Option<SpeakerId>>>,
}

impl Resolver {
    /// The entity behind each statement of an article.
    pub(crate) fn article(
        &mut self,
        id: ArticleId,
        text: &str,
        raw: &[RawMention],
        drafts: &[Draft],
        common: &HashSet<String>,
    ) -> Vec<Option<usize>> {
        self.registry.start_article();
        let mut order: Vec<usize> = (0..drafts.len()).collect();
        order.sort_by_key(|&at| {
            (
                drafts[at]
                    .source
                    .first()
                    .or(drafts[at].anchor().as_ref())
                    .copied(),
                at,
            )
        });
        let mut found: Vec<(Span, usize, bool)> = Vec::new();
        let mut of: Vec<Option<usize>> = vec![None; drafts.len()];
        let mut described: HashMap<Span, usize> = HashMap::new();
        let mut next = 0;
        let mut previous = None;
        for at in order {
            let draft = &drafts[at];
            let upto = draft
                .source
                .last()
                .or(draft.anchor().as_ref())
                .map_or(0, |span| span.end);
            while let Some(mention) = raw.get(next).filter(|mention| mention.span.start < upto) {
                if let Some(entity) = self.registry.resolve(id, mention, |word| common.contains(word)) {
                    found.push((mention.span, entity, mention.possessive));
                }
                next += 1;
            }
            let speaker = match (draft.voice, draft.source.first()) {
                (Voice::Previous, _) => previous,
                (Voice::Nobody | Voice::Author, _) | (_, None) => None,
                (Voice::Source, Some(&source)) => {
                    self.source(id, text, source, &found, &mut described, draft, &of)
                }
            };
            of[at] = speaker;
            if draft.inside.is_none() && speaker.is_some() {
                previous = speaker;
            }
        }
        for mention in raw.iter().skip(next) {
            self.registry.resolve(id, mention, |word| common.contains(word));
        }
        of
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "one call, and each is a different thing"
    )]
    fn source(
        &mut self,
        id: ArticleId,
        text: &str,
        source: Span,
        found: &[(Span, usize, bool)],
        described: &mut HashMap<Span, usize>,
        draft: &Draft,
        of: &[Option<usize>],
    ) -> Option<usize> {
        let words = source.of(text);
        let lower = words.to_lowercase();
        let reporter = draft.inside.and_then(|outer| of[outer]);
        if matches!(lower.as_str(), "i" | "we" | "my" | "our") {
            return reporter;
        }
        if let Some(reporter) = reporter
            && matches!(lower.as_str(), "he" | "she" | "his" | "her")
        {
            return Some(reporter);
        }
        let from = found.partition_point(|(span, ..)| span.end <= source.start);
        let inside = found[from..]
            .iter()
            .take_while(|(span, ..)| span.start < source.end);
        for &(span, entity, possessive) in inside {
            let before = text
                .get(source.start as usize..span.start as usize)
                .unwrap_or_default()
                .trim_end();
            let after = text
                .get(span.end as usize..source.end as usize)
                .unwrap_or_default();
            let owned = possessive
                && after
                    .trim_start_matches(['\'', '’', 's'])
                    .chars()
                    .any(char::is_alphanumeric);
            let modifies = before.rsplit(' ').next().is_some_and(|word| {
                matches!(
                    word,
                    "of" | "in" | "for" | "at" | "from" | "with" | "on" | "by" | "to"
                )
            });
            let apposed = before.contains(',');
            if !owned && !modifies && !apposed {
                if let Some(role) = after
                    .trim_start_matches(['\'', '’', 's'])
                    .trim()
                    .strip_prefix(',')
                {
                    self.registry.add_role(entity, role.trim_matches([' ', ',']));
                }
                return Some(entity);
            }
        }
        if matches!(
            lower.as_str(),
            "he" | "she"
                | "they"
                | "it"
                | "you"
                | "who"
                | "there"
                | "his"
                | "her"
                | "their"
                | "its"
                | "him"
                | "them"
        ) {
            return None;
        }
        if let Some(&known) = described.get(&source) {
            return Some(known);
        }
        let bare = words.trim_end_matches("'s").trim_end_matches("’s");
        let entity = self.registry.description(id, bare, source);
        described.insert(source, entity);
        Some(entity)
    }

    /// Everybody who speaks, in the order of first mention, and the articles' own voices after them.
    pub(crate) fn finish(self, articles: &[Article], of: &[Vec<Option<usize>>]) -> Resolved {
        let mut registry = self.registry;
        let aliases: HashMap<usize, usize> = (0..registry.entities.len())
            .map(|at| (at, registry.alias(at)))
            .filter(|(at, other)| at != other)
            .collect();
        for (&at, &other) in &aliases {
            let mentions = core::mem::take(&mut registry.entities[at].mentions);
            registry.entities[other].mentions.extend(mentions);
        }
        let owner = |at: usize| aliases.get(&at).copied().unwrap_or(at);
        let speaking: HashSet<usize> = of.iter().flatten().flatten().map(|&at| owner(at)).collect();
        let mut ids = HashMap::new();
        let mut speakers = Vec::new();
        for (at, entity) in registry.entities.into_iter().enumerate() {
            if !speaking.contains(&at) {
                continue;
            }
            let mut mentions = entity.mentions;
            mentions.sort_unstable();
            mentions.dedup();
            ids.insert(at, SpeakerId::from_index(speakers.len()));
            speakers.push(Speaker {
                name: entity.name,
                kind: entity.kind,
                roles: entity.roles,
                mentions,
            });
        }
        for article in articles {
            let name = article
                .outlet
                .as_ref()
                .or(article.author.as_ref())
                .unwrap_or(&article.id);
            let known = speakers
                .iter()
                .rev()
                .take(articles.len())
                .any(|speaker| speaker.kind == SpeakerKind::Author && speaker.name == *name);
            if !known {
                speakers.push(Speaker {
                    name: name.clone(),
                    kind: SpeakerKind::Author,
                    roles: Vec::new(),
                    mentions: Vec::<Mention>::new(),
                });
            }
        }
        let of_statement = of
            .iter()
            .map(|article| {
                article
                    .iter()
                    .map(|speaker| speaker.and_then(|at| ids.get(&owner(at)).copied()))
                    .collect()
            })
            .collect();
        Resolved {
            speakers,
            of_statement,
        }
    }
}

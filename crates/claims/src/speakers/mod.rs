//! Who is speaking: names, descriptions and pronouns to people and bodies, and statements' sources to speakers, over
//! all articles.
//!
//! For each article: names are linked to those known ([`registry`]), descriptions by syntax or by role, pronouns by a
//! learnt ranking ([`pronouns`]); then sources are resolved from the outside in, so that "I" in a quotation is whoever
//! the words around it name ([`sources`]).

mod article;
mod beside;
mod entity;
mod examples;
mod find;
mod groups;
mod mention;
mod name;
mod naming;
mod nouns;
mod places;
mod pronouns;
mod registry;
mod roles;
mod run;
mod sources;
mod text;
mod turns;
mod weights;

use std::collections::HashMap;

use article::Reading;
pub use examples::{PronounExample, pronoun_examples};
use mention::Named;
pub(crate) use nouns::is_speaking_noun;
pub(crate) use places::country_of;
use registry::Registry;
use text::Text;

use crate::extract::Draft;
use crate::quotes::Quotes;
use crate::{Article, ArticleId, Mention, Speaker, SpeakerId, SpeakerKind};

/// Resolves speakers article by article.
#[derive(Debug, Default)]
pub(crate) struct Resolver {
    registry: Registry,
    /// Who speaks, by article, then by statement of the article.
    of_statement: Vec<Vec<Option<usize>>>,
}

/// Who speaks each statement of the articles, and everybody who does or is mentioned.
#[derive(Debug, Default)]
pub(crate) struct Resolved {
    pub(crate) speakers: Vec<Speaker>,
    /// By article, then by statement of the article.
    pub(crate) of_statement: Vec<Vec<Option<SpeakerId>>>,
    /// The own voice of each article.
    pub(crate) authors: Vec<SpeakerId>,
}

impl Resolver {
    /// Reads the next article.
    pub(crate) fn article(&mut self, document: &english::Document, quotes: &Quotes, drafts: &[Draft]) {
        let id = ArticleId::from_index(self.of_statement.len());
        let mut reading = Reading::new(Text::of(document, quotes), &mut self.registry);
        let of = sources::resolve(&mut reading, drafts);
        let found: Vec<(usize, Mention)> = reading
            .mentions
            .iter()
            .zip(&reading.whose)
            .filter_map(|(mention, whose)| {
                let span = reading.text.span(&mention.tokens);
                Some(((*whose)?, Mention { article: id, span }))
            })
            .chain(reading.inner.iter().map(|(tokens, entity)| {
                let span = reading.text.span(tokens);
                (*entity, Mention { article: id, span })
            }))
            .collect();
        for (entity, mention) in found {
            self.registry.entities[entity].mentions.push(mention);
        }
        self.of_statement.push(of);
    }

    /// Everybody who speaks, in the order of first mention; the articles' own voices; then those who are mentioned and say
    /// nothing: by name, or else more than once.
    pub(crate) fn finish(self, articles: &[Article]) -> Resolved {
        let mut speaks = vec![false; self.registry.entities.len()];
        for &at in self.of_statement.iter().flatten().flatten() {
            speaks[at] = true;
        }
        let mut ids = HashMap::new();
        let mut speakers = Vec::new();
        let mut silent = Vec::new();
        for (at, entity) in self.registry.entities.into_iter().enumerate() {
            let kind = entity.kind();
            let often = entity.mentions.len() > 1;
            let shown = match entity.described {
                Some(described) => often && described != SpeakerKind::Organization,
                None => match entity.named {
                    Named::Person => entity.words.len() > 1 || entity.is_surely_person(),
                    Named::Unknown => often,
                    Named::Organization => true,
                    Named::Country(_) | Named::Place => false,
                },
            };
            let mut mentions = entity.mentions;
            mentions.sort_unstable();
            mentions.dedup();
            let speaker = Speaker {
                name: entity.name,
                kind,
                roles: entity.roles,
                mentions,
            };
            if speaks[at] {
                ids.insert(at, SpeakerId::from_index(speakers.len()));
                speakers.push(speaker);
            } else if shown {
                silent.push((entity.described.is_some(), speaker));
            }
        }
        let authors = add_authors(articles, &mut speakers);
        silent.sort_by_key(|(described, _)| *described);
        speakers.extend(silent.into_iter().map(|(_, speaker)| speaker));
        let of_statement = self
            .of_statement
            .iter()
            .map(|article| {
                article
                    .iter()
                    .map(|speaker| speaker.and_then(|at| ids.get(&at).copied()))
                    .collect()
            })
            .collect();
        Resolved {
            speakers,
            of_statement,
            authors,
        }
    }
}

/// The articles' own voices; those of one outlet share one.
fn add_authors(articles: &[Article], speakers: &mut Vec<Speaker>) -> Vec<SpeakerId> {
    let mut by_name: HashMap<&str, SpeakerId> = HashMap::new();
    articles
        .iter()
        .map(|article| {
            let name = article
                .outlet
                .as_ref()
                .or(article.author.as_ref())
                .unwrap_or(&article.id);
            *by_name.entry(name).or_insert_with(|| {
                speakers.push(Speaker {
                    name: name.clone(),
                    kind: SpeakerKind::Author,
                    roles: Vec::new(),
                    mentions: Vec::new(),
                });
                SpeakerId::from_index(speakers.len() - 1)
            })
        })
        .collect()
}

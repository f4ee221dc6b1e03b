//! Training examples: the features that inference computes, beside the annotated answers.

use std::collections::HashMap;

use english::{Document, English, Pos};

use super::features::{CUE, RELATIVE, TOKEN, View, cue, token};
use super::gold::{Annotated, Attribution, Convention, Label, Labelled, label};
use super::parts;
use super::rates::{Count, Rates, key};
use super::scene::{Scene, word_class};
use crate::quotes;

/// Parts that the articles are dealt to: the rates of lemmas come from the others, or they would tell the answer.
const FOLDS: usize = 8;

/// Examples in the form that `training/train.py` reads, and the rates of lemmas in that of the weights file.
#[derive(Debug, Default)]
pub struct Examples {
    /// Paragraph after paragraph; see `training/README.md`.
    pub bytes: Vec<u8>,
    /// Rates over all of the articles, ready for the weights file.
    pub rates: Vec<u8>,
}

/// Makes examples of annotated articles. Rates are learnt from them, held out, or taken from `given`.
#[must_use]
pub fn examples(english: &English, articles: &[Annotated], given: Option<&[u8]>) -> Examples {
    let documents: Vec<Document> = articles
        .iter()
        .map(|article| english.read(&article.text))
        .collect();
    let mut counts: Vec<HashMap<u32, Count>> = vec![HashMap::new(); FOLDS];
    for (at, (document, article)) in documents.iter().zip(articles).enumerate() {
        count(document, &article.attributions, &mut counts[at % FOLDS]);
    }
    let without = |fold: usize| {
        let mut sum: HashMap<u32, Count> = HashMap::new();
        for (at, counts) in counts.iter().enumerate() {
            for (&key, count) in counts.iter().filter(|_| at != fold) {
                let sum = sum.entry(key).or_default();
                sum.seen += count.seen;
                sum.cue += count.cue;
                sum.seen_with_clause += count.seen_with_clause;
                sum.cue_with_clause += count.cue_with_clause;
            }
        }
        let mut steps: Vec<(u32, (u8, u8))> = sum
            .into_iter()
            .filter_map(|(key, count)| Some((key, count.steps()?)))
            .collect();
        steps.sort_unstable();
        steps
    };
    let mut out = Examples {
        rates: write_rates(&without(FOLDS)),
        ..Examples::default()
    };
    let held_out: Vec<Rates> = match given.map(read_rates) {
        Some(rates) => vec![rates; FOLDS],
        None => (0..FOLDS).map(|fold| Rates::new(without(fold))).collect(),
    };
    for number in [
        TOKEN.0 as u32,
        TOKEN.1,
        CUE.0 as u32,
        CUE.1,
        RELATIVE.0 as u32,
        RELATIVE.1,
    ] {
        out.bytes.extend(number.to_le_bytes());
    }
    for (at, (document, article)) in documents.iter().zip(articles).enumerate() {
        write(
            document,
            article,
            &held_out[at % FOLDS],
            at as u16,
            &mut out.bytes,
        );
    }
    out
}

/// How often a lemma is a cue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CueCount {
    /// In lower case.
    pub lemma: String,
    /// "verb", "noun" or "adjective".
    pub class: &'static str,
    /// How often it stands where whether it is a cue is known.
    pub seen: u32,
    /// How often it is one.
    pub cue: u32,
}

/// How often the verbs, nouns and adjectives of annotated articles are cues, in the order of the lemmas; names aside.
#[must_use]
pub fn cue_counts(english: &English, articles: &[Annotated]) -> Vec<CueCount> {
    let mut counts: HashMap<(String, &'static str), (u32, u32)> = HashMap::new();
    for article in articles {
        let document = english.read(&article.text);
        for (scene, labelled) in scenes(&document, &article.attributions) {
            let truth = truth(&scene, &labelled, article.convention);
            for (place, (item, truth)) in scene.items.iter().zip(truth).enumerate() {
                let class = match word_class(item.pos) {
                    0 => "verb",
                    1 => "noun",
                    2 => "adjective",
                    _ => continue,
                };
                if truth != 2 && item.is_candidate() && item.pos != Pos::Propn {
                    let lemma = document.lemma(scene.token(place)).to_lowercase();
                    let (seen, cue) = counts.entry((lemma, class)).or_default();
                    *seen += 1;
                    *cue += u32::from(truth != 0);
                }
            }
        }
    }
    let mut counts: Vec<CueCount> = counts
        .into_iter()
        .map(|((lemma, class), (seen, cue))| CueCount {
            lemma,
            class,
            seen,
            cue,
        })
        .collect();
    counts.sort();
    counts
}

fn scenes<'d>(document: &'d Document, gold: &[Attribution]) -> Vec<(Scene<'d>, Vec<Labelled>)> {
    let quotes = quotes::find(document);
    document
        .paragraphs()
        .iter()
        .flat_map(|paragraph| parts(document, paragraph.clone()))
        .map(|range| {
            let hull = document.span_of(range.clone());
            let inside: Vec<Attribution> = gold
                .iter()
                .filter(|gold| gold.cue.iter().any(|&cue| hull.overlaps(cue)))
                .cloned()
                .collect();
            let scene = Scene::read(document, range, &quotes);
            let labelled = label(&scene, &inside);
            (scene, labelled)
        })
        .collect()
}

/// What each token is to the classifier of cues: 0 no cue, 1 a cue that nobody else reports, 2 not known (inside a
/// content, where only the outermost are marked), 3 a cue that another reports.
fn truth(scene: &Scene<'_>, labelled: &[Labelled], convention: Convention) -> Vec<u8> {
    let mut truth = vec![0; scene.items.len()];
    if convention == Convention::Outermost {
        for gold in labelled {
            for (truth, label) in truth.iter_mut().zip(&gold.labels) {
                if *label == Label::Content {
                    *truth = 2;
                }
            }
        }
    }
    for gold in labelled {
        truth[gold.head] = if gold.nested { 3 } else { 1 };
    }
    truth
}

fn count(document: &Document, gold: &[Attribution], counts: &mut HashMap<u32, Count>) {
    for (scene, labelled) in scenes(document, gold) {
        for (item, truth) in scene
            .items
            .iter()
            .zip(truth(&scene, &labelled, Convention::Outermost))
        {
            if truth == 2 || !item.is_candidate() {
                continue;
            }
            let count = counts.entry(key(item.lemma, word_class(item.pos))).or_default();
            let cue = u32::from(truth == 1);
            count.seen += 1;
            count.cue += cue;
            if item.has_clause() {
                count.seen_with_clause += 1;
                count.cue_with_clause += cue;
            }
        }
    }
}

fn write(document: &Document, article: &Annotated, rates: &Rates, number: u16, out: &mut Vec<u8>) {
    let mut rows = Vec::new();
    let mut put = |numbers: &[u16]| out.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
    for (mut scene, labelled) in scenes(document, &article.attributions) {
        scene.rate(rates);
        let truth = truth(&scene, &labelled, article.convention);
        let candidates: Vec<usize> = (0..scene.items.len())
            .filter(|&place| scene.items[place].is_candidate())
            .collect();
        put(&[
            number,
            scene.items.len() as u16,
            candidates.len() as u16,
            labelled.len() as u16,
        ]);
        rows.clear();
        for place in 0..scene.items.len() {
            rows.push(scene.items[place].head as u16);
            token(&scene, place, &mut rows);
        }
        put(&rows);
        for place in candidates {
            rows.clear();
            cue(&scene, place, article.convention, &mut rows);
            put(&[place as u16, u16::from(truth[place])]);
            put(&rows);
        }
        for gold in labelled {
            let view = View::new(&scene, gold.head, article.convention);
            put(&[
                gold.head as u16,
                view.window.start as u16,
                view.window.len() as u16,
            ]);
            for place in view.window.clone() {
                rows.clear();
                rows.push(gold.labels[place] as u16);
                view.features(place, &mut rows);
                put(&rows);
            }
        }
    }
}

fn write_rates(steps: &[(u32, (u8, u8))]) -> Vec<u8> {
    let mut out = (steps.len() as u32).to_le_bytes().to_vec();
    for (key, _) in steps {
        out.extend(key.to_le_bytes());
    }
    for (_, (clause, all)) in steps {
        out.extend([*clause, *all]);
    }
    out
}

fn read_rates(bytes: &[u8]) -> Rates {
    let (count, rest) = bytes.split_at_checked(4).unwrap_or_default();
    let count = count.try_into().map_or(0, u32::from_le_bytes) as usize;
    let (keys, steps) = rest.split_at_checked(4 * count).unwrap_or_default();
    let keys = keys.as_chunks::<4>().0.iter().map(|&key| u32::from_le_bytes(key));
    Rates::new(
        keys.zip(
            steps
                .as_chunks::<2>()
                .0
                .iter()
                .map(|&[clause, all]| (clause, all)),
        ),
    )
}

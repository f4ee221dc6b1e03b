//! Propositions to groups of one matter, by the words that they share.

use std::collections::HashMap;

use super::Proposition;

/// Groups looked at for each word of a proposition: the latest, so that the cost stays linear.
const CANDIDATES: usize = 24;

/// Cosine from which two propositions are about one matter.
const ALIKE: f32 = 0.5;

/// Counts are far below what an `f32` holds exactly.
#[allow(clippy::cast_precision_loss, reason = "weights need no more")]
fn as_weight(count: usize) -> f32 {
    count as f32
}

/// Groups statements (by index) whose propositions match; each in the order of its statements.
pub(super) fn group(propositions: &[Proposition]) -> Vec<Vec<usize>> {
    let mut frequency: HashMap<&str, f32> = HashMap::new();
    for stem in propositions.iter().flat_map(|proposition| &proposition.stems) {
        *frequency.entry(stem).or_default() += 1.0;
    }
    let total = as_weight(propositions.len());
    let weigh = |stem: &str| {
        let rarity = (1.0 + total / frequency.get(stem).copied().unwrap_or(1.0)).ln();
        // Who it is about tells less than what is said of them.
        if stem.starts_with('@') {
            rarity * 0.4
        } else if stem == "#words" {
            rarity * 0.6
        } else {
            rarity
        }
    };
    let mut groups: Vec<(Vec<usize>, HashMap<&str, f32>)> = Vec::new();
    let mut by_stem: HashMap<&str, Vec<usize>> = HashMap::new();
    // Short propositions name the matter best, so they found the groups; long ones then join.
    let mut order: Vec<usize> = (0..propositions.len())
        .filter(|&at| !propositions[at].stems.is_empty())
        .collect();
    order.sort_by_key(|&at| (propositions[at].stems.len() > 8, at));
    for at in order {
        let stems = &propositions[at].stems;
        let mut shared: HashMap<usize, f32> = HashMap::new();
        let norm = stems.iter().map(|stem| weigh(stem).powi(2)).sum::<f32>().sqrt();
        for stem in stems
            .iter()
            .filter(|stem| !stem.starts_with('@') && *stem != "#words")
        {
            for &group in by_stem
                .get(stem.as_str())
                .into_iter()
                .flatten()
                .rev()
                .take(CANDIDATES)
            {
                shared.entry(group).or_default();
            }
        }
        let mut best: Option<(f32, usize)> = None;
        let mut candidates: Vec<usize> = shared.into_keys().collect();
        candidates.sort_unstable();
        for group in candidates {
            let (members, center) = &groups[group];
            let size = as_weight(members.len());
            let length = center
                .values()
                .map(|value| (value / size).powi(2))
                .sum::<f32>()
                .sqrt();
            let dot: f32 = stems
                .iter()
                .filter_map(|stem| center.get(stem.as_str()).map(|value| value / size * weigh(stem)))
                .sum();
            let cosine = dot / (norm * length).max(f32::EPSILON);
            if cosine >= ALIKE && best.is_none_or(|(known, _)| cosine > known) {
                best = Some((cosine, group));
            }
        }
        let group = best.map_or_else(
            || {
                groups.push((Vec::new(), HashMap::new()));
                groups.len() - 1
            },
            |(_, group)| group,
        );
        groups[group].0.push(at);
        for stem in stems {
            let weight = groups[group].1.entry(stem).or_insert_with(|| {
                by_stem.entry(stem).or_default().push(group);
                0.0
            });
            *weight += weigh(stem);
        }
    }
    let mut groups: Vec<Vec<usize>> = groups.into_iter().map(|(members, _)| members).collect();
    for members in &mut groups {
        members.sort_unstable();
    }
    groups
}

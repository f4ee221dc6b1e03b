//! Annotated attributions brought to tokens, for training.

use super::scene::Scene;
use crate::Span;

/// What a token is to a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Label {
    Outside,
    Source,
    Cue,
    Content,
}

impl Label {
    pub(super) const ALL: [Self; 4] = [Self::Outside, Self::Source, Self::Cue, Self::Content];
}

/// An annotated article.
#[derive(Debug, Clone, Default)]
pub struct Annotated {
    /// Its text.
    pub text: String,
    /// What is marked in it.
    pub attributions: Vec<Attribution>,
    /// How much is marked.
    pub convention: Convention,
}

/// What annotators mark: the network is told whose ways it is to follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Convention {
    /// Outermost attributions only, as `PolNeAR` has them; what stands inside contents is not known.
    #[default]
    Outermost,
    /// Every statement at every level, as in the passages of this project.
    Complete,
}

/// One annotated attribution; spans are bytes.
#[derive(Debug, Clone, Default)]
pub struct Attribution {
    /// Who.
    pub source: Vec<Span>,
    /// The words that report it.
    pub cue: Vec<Span>,
    /// What.
    pub content: Vec<Span>,
    /// Whether another reports it.
    pub nested: bool,
}

/// An attribution on the tokens of a paragraph.
pub(super) struct Labelled {
    /// Place of the word that carries the cue.
    pub(super) head: usize,
    pub(super) labels: Vec<Label>,
    /// Whether another reports it.
    pub(super) nested: bool,
}

/// The attributions whose cue stands in the paragraph.
pub(super) fn label(scene: &Scene<'_>, attributions: &[Attribution]) -> Vec<Labelled> {
    attributions
        .iter()
        .filter_map(|attribution| {
            let mut labels = vec![Label::Outside; scene.items.len()];
            for (spans, label) in [
                (&attribution.content, Label::Content),
                (&attribution.source, Label::Source),
                (&attribution.cue, Label::Cue),
            ] {
                for &span in spans {
                    for (place, held) in labels.iter_mut().enumerate() {
                        let token = scene.document.token(scene.token(place))?.span;
                        if token.overlaps(span) {
                            *held = label;
                        }
                    }
                }
            }
            let nested = attribution.nested;
            head(scene, &labels).map(|head| Labelled { head, labels, nested })
        })
        .collect()
}

/// The highest candidate among the words of the cue; a verb, noun or adjective rather than another.
fn head(scene: &Scene<'_>, labels: &[Label]) -> Option<usize> {
    let depth = |place: usize| {
        let mut at = place;
        let mut depth = 0;
        while scene.items[at].head != at && depth < 64 {
            at = scene.items[at].head;
            depth += 1;
        }
        depth
    };
    (0..labels.len())
        .filter(|&place| labels[place] == Label::Cue && scene.items[place].is_candidate())
        .min_by_key(|&place| {
            let item = &scene.items[place];
            let inside = labels[item.head] == Label::Cue && item.head != place;
            (
                inside,
                super::scene::word_class(item.pos) == 3,
                depth(place),
                place,
            )
        })
}

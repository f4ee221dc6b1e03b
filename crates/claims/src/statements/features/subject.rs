//! Who acts: the likeliest source of a cue, as far as the tree tells.

use english::{Dep, Tag};

use super::super::scene::{NONE, Scene, mix};
use super::all;

/// Whom a word's subject is, and how it was found.
pub(super) struct Subject {
    pub(super) place: usize,
    pub(super) hops: u32,
    pub(super) how: u32,
}

/// The subject of the word at `place`: its own, or through shared and controlled subjects up to three words above.
pub(super) fn subject(scene: &Scene<'_>, place: usize) -> Subject {
    let mut at = place;
    let mut how = 0;
    for hops in 0..4 {
        let item = &scene.items[at];
        let own = scene.children_of(at).find(|&child| {
            matches!(
                scene.items[child].dep,
                Dep::Nsubj | Dep::Nsubjpass | Dep::Csubj | Dep::Poss
            ) && scene.items[child].tag != Tag::Ex
        });
        if let Some(own) = own {
            let relative = matches!(scene.items[own].tag, Tag::Wdt | Tag::Wp)
                || scene.text(own).eq_ignore_ascii_case("that");
            if relative && item.dep == Dep::Relcl {
                return Subject {
                    place: item.head,
                    hops,
                    how: all(&[how, 7]),
                };
            }
            return Subject {
                place: own,
                hops,
                how: all(&[how, scene.items[own].dep as u32]),
            };
        }
        how = mix(how, item.dep as u32);
        match item.dep {
            Dep::Conj
            | Dep::Xcomp
            | Dep::Advcl
            | Dep::Ccomp
            | Dep::Pcomp
            | Dep::Aux
            | Dep::Acomp
            | Dep::Attr
            | Dep::Dobj
            | Dep::Prep
            | Dep::Pobj
            | Dep::Dep
            | Dep::Oprd
            | Dep::Prt => at = item.head,
            Dep::Acl | Dep::Relcl | Dep::Amod => {
                return Subject {
                    place: item.head,
                    hops,
                    how: all(&[how, 8]),
                };
            }
            _ => break,
        }
        if at == scene.items[at].head && hops == 3 {
            break;
        }
    }
    Subject {
        place: NONE,
        hops: 4,
        how,
    }
}

/// What kind of thing a token names, as far as it can be a source.
pub(super) fn kind(scene: &Scene<'_>, place: usize) -> u32 {
    scene.items.get(place).map_or(0, |item| match item.tag {
        Tag::Prp | Tag::PrpPoss | Tag::Wp | Tag::Dt | Tag::Ex => mix(1, item.word),
        _ => mix(2 + item.entity, item.tag as u32),
    })
}

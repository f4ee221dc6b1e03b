//! The sources of an article's statements to those who speak, and quotations to whose words they are.

use english::{Dep, Pos};

use super::article::Reading;
use super::find;
use super::mention::{Determiner, Mention, Name, Named, Pronoun, What};
use super::nouns::{Gender, Noun, is_agent, noun};
use crate::extract::{Draft, Voice};
use crate::{Form, SpeakerKind};

/// Who speaks each statement, after every mention is resolved.
pub(super) fn resolve(reading: &mut Reading<'_>, drafts: &[Draft]) -> Vec<Option<usize>> {
    let mut of = vec![None; drafts.len()];
    let voiced = voices(reading, drafts);
    let mut order: Vec<(usize, usize)> = drafts
        .iter()
        .enumerate()
        .map(|(at, draft)| (depth(reading, drafts, draft), at))
        .collect();
    order.sort_by_key(|&(depth, at)| {
        let draft = &drafts[at];
        (
            depth,
            draft.source.first().or(draft.anchor().as_ref()).copied(),
            at,
        )
    });
    let mut previous = None;
    for (depth, at) in order {
        let draft = &drafts[at];
        let speaker = match (draft.voice, draft.source.first()) {
            (Voice::Previous, _) => previous,
            (Voice::Nobody, _) | (_, None) => None,
            (Voice::Source | Voice::Author, Some(&span)) => {
                let tokens = reading.text.tokens_of(span);
                source(reading, &tokens)
            }
        };
        of[at] = speaker;
        for &token in &voiced[at] {
            reading.voices.insert(token, speaker);
        }
        if depth == 0 && draft.inside.is_none() && speaker.is_some() {
            previous = speaker;
        }
    }
    for at in 0..reading.mentions.len() {
        spoken(reading, at);
    }
    of
}

/// How deep in quotations and other statements a statement stands.
fn depth(reading: &Reading<'_>, drafts: &[Draft], draft: &Draft) -> usize {
    let place = draft.source.first().copied().or(draft.anchor());
    let quoted = place.map_or(0, |span| {
        let text = &reading.text;
        text.depth(text.quote(text.tokens_of(span).start))
    });
    let mut depth = quoted;
    let mut outer = draft.inside;
    while let Some(next) = outer
        && depth < 40
    {
        depth += 1;
        outer = drafts.get(next).and_then(|draft| draft.inside);
    }
    depth
}

/// The tokens whose words each statement's speaker says: the pronouns in its content, of the innermost one that
/// quotes them.
fn voices(reading: &Reading<'_>, drafts: &[Draft]) -> Vec<Vec<u32>> {
    let text = &reading.text;
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    let size = |at: usize| drafts[at].content_hull().map_or(0, crate::Span::len);
    order.sort_by_key(|&at| (core::cmp::Reverse(size(at)), at));
    let pronouns: Vec<u32> = reading
        .mentions
        .iter()
        .filter(|mention| matches!(mention.what, What::Pronoun(_)))
        .map(|mention| mention.head)
        .collect();
    let mut of = std::collections::HashMap::new();
    for at in order {
        let draft = &drafts[at];
        let whole = matches!(draft.form, Form::Post | Form::Direct);
        // Whoever reports stands outside the quotation; a report inside it ("he said that I …") does not quote.
        let reporter = draft
            .source
            .first()
            .or(draft.cue.first())
            .map(|&span| text.quote(text.tokens_of(span).start));
        for &span in &draft.content {
            let tokens = text.tokens_of(span);
            let from = pronouns.partition_point(|&token| token < tokens.start);
            for &token in pronouns[from..].iter().take_while(|&&token| token < tokens.end) {
                let quote = text.quote(token);
                if quote.is_some() && reporter != Some(quote) || quote.is_none() && whole {
                    of.insert(token, at);
                }
            }
        }
    }
    let mut voiced = vec![Vec::new(); drafts.len()];
    let mut pairs: Vec<(u32, usize)> = of.into_iter().collect();
    pairs.sort_unstable();
    for (token, at) in pairs {
        voiced[at].push(token);
    }
    voiced
}

/// Resolves a pronoun whose meaning hangs on who speaks it.
fn spoken(reading: &mut Reading<'_>, at: usize) {
    let What::Pronoun(pronoun) = reading.mentions[at].what else {
        return;
    };
    if reading.whose[at].is_some() {
        return;
    }
    let head = reading.mentions[at].head;
    let turn = reading.turns.at(reading.text.paragraph(head));
    let quoted = reading.text.quote(head).is_some();
    let speaker = match reading.voices.get(&head) {
        Some(&speaker) => speaker,
        None => turn.speaker,
    };
    let entity = match pronoun {
        Pronoun::I => speaker,
        Pronoun::We if !quoted && turn.side.is_some() => turn.side,
        Pronoun::We => speaker.map(|speaker| match reading.registry.entities[speaker].kind() {
            SpeakerKind::Person => reading.registry.and_others(speaker),
            _ => speaker,
        }),
        Pronoun::You if !quoted => turn.addressee,
        // "She said, ‘Thank you’", told by the one thanked.
        Pronoun::You if turn.speaker.is_some() && speaker != turn.speaker => turn.speaker,
        _ => {
            if quoted {
                reading.pronoun(at, pronoun);
            }
            return;
        }
    };
    if let Some(entity) = entity {
        reading.assign(at, entity);
    }
}

/// Who is described twice before the name, "trainer and former jockey *Ana Brill*": one person, where the description that
/// comes first has no article.
fn named_after(reading: &Reading<'_>, at: usize, tokens: &core::ops::Range<u32>) -> Option<usize> {
    let mention = &reading.mentions[at];
    let What::Nominal(nominal) = &mention.what else {
        return None;
    };
    let bare = nominal.determiner == Determiner::None && !nominal.plural && nominal.kind == Noun::Person;
    let last = tokens.clone().rev().find_map(|token| reading.mention_at(token))?;
    let name = &reading.mentions[last];
    let person = matches!(&name.what, What::Name(name) if name.named == Named::Person && !name.modifier);
    let joined =
        reading.text.dep(name.head) == Some(Dep::Conj) && reading.text.head(name.head) == mention.head;
    (bare && person && joined && name.tokens.end == tokens.end)
        .then_some(reading.whose[last])
        .flatten()
}

/// Who speaks where these tokens are the source.
fn source(reading: &mut Reading<'_>, tokens: &core::ops::Range<u32>) -> Option<usize> {
    let root = reading.text.root_of(tokens)?;
    if let Some(whole) = reading.together_at(root)
        && reading.mentions[whole].tokens.end <= tokens.end
        && reading.whose[whole].is_some()
    {
        return reading.whose[whole];
    }
    // "Republican candidate Sen. Ana Brill": the parser may hang the name on what stands before it.
    let titled = tokens.clone().find_map(|token| {
        let at = reading.mention_at(token)?;
        let titled = matches!(&reading.mentions[at].what, What::Name(name) if name.titled && !name.modifier);
        let owner = reading.text.dep(reading.mentions[at].head) == Some(Dep::Poss);
        let after = reading.text.dep(reading.mentions[at].head) == Some(Dep::Pobj);
        (titled && !owner && !after).then_some(at)
    });
    if let Some(at) = titled
        && reading.mention_at(root).is_none_or(
            |root| matches!(&reading.mentions[root].what, What::Name(name) if name.named != Named::Person),
        )
    {
        return reading.whose[at];
    }
    if let Some(at) = reading.mention_at(root) {
        if let What::Pronoun(pronoun) = reading.mentions[at].what {
            spoken(reading, at);
            // "We think so," she said: a statement of hers.
            if pronoun == Pronoun::We {
                return reading.voices.get(&root).copied().flatten();
            }
            if reading.whose[at].is_none() && pronoun == Pronoun::It {
                return reading.body(at);
            }
        }
        return named_after(reading, at, tokens).or(reading.whose[at]);
    }
    let inside = tokens.clone().find_map(|token| {
        let at = reading.mention_at(token)?;
        let named = matches!(reading.mentions[at].what, What::Name(_));
        (named && reading.mentions[at].tokens.contains(&root)).then_some(at)
    });
    if let Some(at) = inside {
        return reading.whose[at];
    }
    // "One of them, Ana Brill, said".
    if matches!(reading.text.lower(root).as_str(), "one" | "another") {
        let named = tokens.clone().find_map(|token| {
            let at = reading.mention_at(token)?;
            let beside = token > 0
                && reading
                    .text
                    .word(reading.mentions[at].tokens.start.wrapping_sub(1))
                    == ",";
            let name = matches!(&reading.mentions[at].what, What::Name(name) if name.words.len() > 1);
            (name && beside).then_some(at)
        });
        if let Some(at) = named {
            return reading.whose[at];
        }
    }
    describe(reading, root).or_else(|| {
        // Words too many before the subject: the subject nearest to the end.
        tokens.clone().rev().find_map(|token| {
            let subject = matches!(reading.text.dep(token), Some(Dep::Nsubj | Dep::Nsubjpass));
            subject.then(|| reading.entity_at(token)).flatten()
        })
    })
}

/// Somebody who is neither in the list of nouns nor named: "some", "the report", "sources close to the talks".
fn describe(reading: &mut Reading<'_>, root: u32) -> Option<usize> {
    let text = &reading.text;
    let lower = text.lower(root);
    let kind = noun(&lower);
    let quantity = matches!(
        lower.as_str(),
        "some"
            | "many"
            | "others"
            | "several"
            | "most"
            | "both"
            | "all"
            | "few"
            | "two"
            | "three"
            | "those"
            | "percent"
            | "majority"
            | "half"
            | "thousands"
            | "hundreds"
            | "dozens"
            | "number"
            | "rest"
            | "group"
    );
    if kind == Some(Noun::Document) {
        // "Its report", "a statement from the ministry": whoever wrote it.
        let owner = text.child(root, Dep::Poss).or_else(|| {
            let by = text.children(root).iter().copied().find(|&child| {
                text.dep(child) == Some(Dep::Prep) && matches!(text.lower(child).as_str(), "by" | "from")
            })?;
            text.child(by, Dep::Pobj)
        });
        if let Some(owner) = owner {
            let found = reading.entity_at(owner);
            if found.is_some() {
                return found;
            }
            if let Some(at) = reading.mention_at(owner)
                && matches!(reading.mentions[at].what, What::Pronoun(Pronoun::It))
            {
                return reading.body(at);
            }
        }
    }
    let proper = reading.text.pos(root) == Some(Pos::Propn);
    if kind.is_none() && !quantity && !proper && !is_agent(&lower) {
        return None;
    }
    let mut mention = find::any(&reading.text, root);
    if let What::Nominal(nominal) = &mut mention.what {
        nominal.plural |= quantity;
    }
    if proper {
        return Some(name_one(reading, mention));
    }
    let words = reading.text.slice(&mention.tokens).to_owned();
    let What::Nominal(nominal) = mention.what.clone() else {
        return None;
    };
    let entity = reading.registry.description(&nominal, None, true, &words);
    push(reading, mention, entity);
    Some(entity)
}

/// A name that was not seen as one, as in a headline.
fn name_one(reading: &mut Reading<'_>, mut mention: Mention) -> usize {
    let from = (mention.tokens.start..mention.head).find(|&at| reading.text.starts_with_capital(at));
    mention.tokens = from.unwrap_or(mention.head)..mention.head + 1;
    let words: Vec<String> = reading
        .text
        .slice(&mention.tokens)
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    let name = Name {
        words,
        role: String::new(),
        core: mention.tokens.start,
        named: Named::Unknown,
        titled: false,
        gender: Gender::Unknown,
        modifier: false,
        handle: None,
        short: None,
    };
    let entity = reading.registry.name(&name, reading.text.paragraph(mention.head));
    mention.what = What::Name(name);
    push(reading, mention, entity);
    entity
}

fn push(reading: &mut Reading<'_>, mention: Mention, entity: usize) {
    reading.mentions.push(mention);
    reading.whose.push(None);
    let at = reading.mentions.len() - 1;
    reading.assign(at, entity);
}

//! A paragraph made ready for the trained extraction: what features are computed from, once per token.

use core::ops::Range;

use english::{Dep, Document, Pos, Tag};

use super::rates::Rates;
use super::reporting::reporting;
use super::supersenses::supersense;
use crate::lexicon::{self, Cue, Inflection, Lexicon};
use crate::quotes::Quotes;

/// Values of [`Item::phrase`].
pub(super) const PHRASE_COUNT: u32 = 24;

/// No token: the place of a thing that is not there.
pub(super) const NONE: usize = usize::MAX;

/// One token, by its place in the paragraph.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// The place of the token it depends on; its own for a root.
    pub(super) head: usize,
    pub(super) dep: Dep,
    pub(super) tag: Tag,
    pub(super) pos: Pos,
    /// 0 for no name, else one more than the kind's number.
    pub(super) entity: u32,
    /// Hash of the lemma; of the kind of name or number where it is one, because those stand for each other.
    pub(super) lemma: u32,
    /// Hash of the word in lower case.
    pub(super) word: u32,
    /// Hash of its last three letters.
    pub(super) suffix: u32,
    pub(super) shape: u32,
    pub(super) sentence: u32,
    /// Place in its sentence.
    pub(super) within: u32,
    /// Innermost quotation, one more than its number in the document; 0 outside.
    pub(super) quote: u32,
    pub(super) mark: Mark,
    /// Which kinds of words depend on it: the bits of [`children`].
    pub(super) children: u32,
    /// How often the lemma is a cue where it has a clause, as a step of [`rates::STEPS`](super::rates::STEPS).
    pub(super) with_clause: u32,
    /// How often it is one at all.
    pub(super) overall: u32,
    /// What the list of cues says of its form: 0 nothing, else act and part of speech.
    pub(super) listed: u32,
    /// What kind of thing a noun names or of doing a verb, by [`supersense`].
    pub(super) supersense: u32,
    /// How likely it reports, by its meaning, as [`reporting`] has it.
    pub(super) reporting: u32,
    /// 0 outside the phrases that the list of cues has; at the first word of one, one more than its act; at the others
    /// the last of [`PHRASE_COUNT`].
    pub(super) phrase: u32,
    /// The nearest token above that is likely a cue, or [`NONE`].
    pub(super) governor: usize,
}

/// What a token does for quotations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    None,
    Open,
    Close,
}

/// Bits of [`Item::children`].
pub(super) mod children {
    pub(in super::super) const CCOMP: u32 = 1;
    pub(in super::super) const XCOMP: u32 = 1 << 1;
    pub(in super::super) const OBJECT: u32 = 1 << 2;
    pub(in super::super) const AGENT: u32 = 1 << 3;
    pub(in super::super) const PARTICLE: u32 = 1 << 4;
    pub(in super::super) const NEGATION: u32 = 1 << 5;
    pub(in super::super) const SUBJECT: u32 = 1 << 6;
    pub(in super::super) const PASSIVE: u32 = 1 << 7;
    pub(in super::super) const EXPLETIVE: u32 = 1 << 8;
    pub(in super::super) const ADVERBIAL: u32 = 1 << 9;
    pub(in super::super) const CLAUSAL_NOUN: u32 = 1 << 10;
    pub(in super::super) const PREPOSITION: u32 = 1 << 11;
    pub(in super::super) const MARK: u32 = 1 << 12;
    pub(in super::super) const POSSESSOR: u32 = 1 << 13;
    pub(in super::super) const MODAL: u32 = 1 << 14;
    pub(in super::super) const AUXILIARY: u32 = 1 << 15;
    pub(in super::super) const PREDICATE: u32 = 1 << 16;
    pub(in super::super) const THAT_BELOW: u32 = 1 << 17;
    pub(in super::super) const WH_BELOW: u32 = 1 << 18;
    pub(in super::super) const RELATIVE: u32 = 1 << 19;
    pub(in super::super) const CLAUSE: u32 = CCOMP | CLAUSAL_NOUN;
}

/// A paragraph: its tokens and what stands between them.
#[derive(Debug)]
pub(super) struct Scene<'d> {
    pub(super) document: &'d Document,
    /// Its tokens, by index into the document.
    pub(super) range: Range<u32>,
    pub(super) items: Vec<Item>,
    /// Places, heads before what depends on them.
    pub(super) order: Vec<usize>,
    /// Of each place, how many commas stand before it.
    pub(super) commas: Vec<u32>,
    /// Of each place, how many likely cues stand before it.
    pub(super) cues: Vec<u32>,
}

/// The 32-bit FNV-1a hash of a text.
pub(super) fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// Two numbers to one.
pub(super) fn mix(one: u32, other: u32) -> u32 {
    let mut hash = one.wrapping_mul(0x9e37_79b1) ^ other.wrapping_add(0x85eb_ca6b).wrapping_mul(0xc2b2_ae35);
    hash ^= hash >> 15;
    hash = hash.wrapping_mul(0x2c1b_3c6d);
    hash ^ hash >> 13
}

/// Verb, noun, adjective, or another: what lemmas are told apart by.
pub(super) fn word_class(pos: Pos) -> u32 {
    match pos {
        Pos::Verb | Pos::Aux => 0,
        Pos::Noun | Pos::Propn => 1,
        Pos::Adj => 2,
        _ => 3,
    }
}

impl<'d> Scene<'d> {
    /// Reads the paragraph `range` of a document.
    pub(super) fn read(document: &'d Document, range: Range<u32>, quotes: &Quotes) -> Self {
        let tokens = document
            .tokens()
            .get(range.start as usize..range.end as usize)
            .unwrap_or_default();
        let first_sentence = document
            .sentences()
            .partition_point(|sentence| sentence.end <= range.start);
        let (mut sentence, mut sentence_start) = (first_sentence, range.start);
        let mut quotations = Quotations::at(quotes, tokens.first().map_or(0, |token| token.span.start));
        let mut lower = String::new();
        let mut openings = Vec::new();
        let mut items: Vec<Item> = Vec::with_capacity(tokens.len());
        for (place, token) in tokens.iter().enumerate() {
            let index = range.start + place as u32;
            while document
                .sentences()
                .get(sentence)
                .is_some_and(|sentence| sentence.end <= index)
            {
                sentence += 1;
                sentence_start = index;
            }
            let text = token.span.of(document.text());
            lower.clear();
            lower.extend(text.chars().flat_map(char::to_lowercase));
            let (quote, mark) = quotations.next(token.span);
            let entity = token.entity.map_or(0, |kind| kind as u32 + 1);
            let cues = Lexicon::get().starting_with(&lower);
            if cues.first().is_some_and(|(longest, _)| !longest.rest.is_empty()) {
                openings.push((place, cues));
            }
            let local = token
                .head
                .checked_sub(range.start)
                .map_or(place, |head| head as usize);
            items.push(Item {
                head: if local < tokens.len() { local } else { place },
                dep: token.dep,
                tag: token.tag,
                pos: token.pos,
                entity,
                lemma: lemma(document, index, token.pos, token.tag, entity),
                word: hash(&lower),
                suffix: hash(suffix(&lower)),
                shape: shape(text),
                sentence: (sentence - first_sentence) as u32,
                within: index - sentence_start,
                quote,
                mark,
                children: 0,
                with_clause: 0,
                overall: 0,
                listed: listed(cues, token.pos),
                supersense: match token.pos {
                    Pos::Verb | Pos::Noun => supersense(document.lemma(index), token.pos == Pos::Noun),
                    _ => 0,
                },
                reporting: match word_class(token.pos) {
                    class @ 0..=2 if entity == 0 => reporting(document.lemma(index), class),
                    _ => 0,
                },
                phrase: 0,
                governor: NONE,
            });
        }
        let mut scene = Self {
            document,
            range,
            order: Vec::new(),
            commas: Vec::new(),
            cues: Vec::new(),
            items,
        };
        scene.note_children();
        scene.note_phrases(&openings);
        scene.sort();
        scene
    }

    /// Looks up how often each lemma is a cue, and what follows from that.
    pub(super) fn rate(&mut self, rates: &Rates) {
        for item in &mut self.items {
            (item.with_clause, item.overall) = rates.of(item.lemma, word_class(item.pos));
        }
        let mut count = 0;
        self.cues.clear();
        for item in &self.items {
            self.cues.push(count);
            count += u32::from(item.is_likely_cue());
        }
        for at in 0..self.order.len() {
            let place = self.order[at];
            let head = self.items[place].head;
            self.items[place].governor = if head == place {
                NONE
            } else if self.items[head].is_likely_cue() {
                head
            } else {
                self.items[head].governor
            };
        }
    }

    /// Index into the document of the token at `place`.
    pub(super) fn token(&self, place: usize) -> u32 {
        self.range.start + place as u32
    }

    /// The word at `place`.
    pub(super) fn text(&self, place: usize) -> &'d str {
        self.document.word(self.token(place))
    }

    /// The places that depend on `place`, in order.
    pub(super) fn children_of(&self, place: usize) -> impl Iterator<Item = usize> {
        let sentence = self.items.get(place).map(|item| item.sentence);
        let start = self.items.partition_point(|item| Some(item.sentence) < sentence);
        self.items[start..]
            .iter()
            .enumerate()
            .take_while(move |(_, item)| Some(item.sentence) == sentence)
            .filter(move |(at, item)| item.head == place && start + at != place)
            .map(move |(at, _)| start + at)
    }

    /// The first of them with that label.
    pub(super) fn child(&self, place: usize, dep: Dep) -> Option<usize> {
        self.children_of(place)
            .find(|&child| self.items[child].dep == dep)
    }

    fn note_children(&mut self) {
        for place in 0..self.items.len() {
            let Item { head, dep, tag, .. } = self.items[place];
            if head == place {
                continue;
            }
            let lower = self.text(place);
            let that = lower.eq_ignore_ascii_case("that");
            let bits = match dep {
                Dep::Ccomp => children::CCOMP,
                Dep::Xcomp => children::XCOMP,
                Dep::Dobj => children::OBJECT,
                Dep::Agent => children::AGENT,
                Dep::Prt => children::PARTICLE,
                Dep::Neg => children::NEGATION,
                Dep::Nsubj | Dep::Csubj => children::SUBJECT,
                Dep::Nsubjpass | Dep::Auxpass | Dep::Csubjpass => children::PASSIVE,
                Dep::Expl => children::EXPLETIVE,
                Dep::Advcl => children::ADVERBIAL,
                Dep::Prep => children::PREPOSITION,
                Dep::Mark => children::MARK,
                Dep::Poss => children::POSSESSOR,
                Dep::Aux if tag == Tag::Md => children::MODAL,
                Dep::Aux => children::AUXILIARY,
                Dep::Attr | Dep::Acomp | Dep::Oprd => children::PREDICATE,
                Dep::Relcl => children::RELATIVE,
                _ => 0,
            };
            self.items[head].children |= bits;
            // "the claim that …", "asked whether …": the word that opens the clause depends on its verb.
            let above = self.items[head].head;
            let opens = that && dep == Dep::Mark;
            let wh = matches!(tag, Tag::Wdt | Tag::Wp | Tag::Wrb | Tag::WpPoss)
                || lower.eq_ignore_ascii_case("whether") && dep == Dep::Mark;
            if above != head && opens {
                self.items[above].children |= children::THAT_BELOW;
                if matches!(self.items[head].dep, Dep::Acl | Dep::Ccomp | Dep::Advcl) {
                    self.items[above].children |= children::CLAUSAL_NOUN;
                }
            }
            if above != head && wh {
                self.items[above].children |= children::WH_BELOW;
            }
        }
    }

    /// Finds the phrases of several words that the list of cues has, among those that open at the places given; an adverb
    /// may stand between their words.
    fn note_phrases(&mut self, openings: &[(usize, &[(Cue, Inflection)])]) {
        let mut done = 0;
        for &(place, cues) in openings {
            if place < done {
                continue;
            }
            // The longest come first.
            let phrases = cues.iter().take_while(|(cue, _)| !cue.rest.is_empty());
            let found = phrases
                .map(|(cue, _)| (cue.act, self.end_of_phrase(place, &cue.rest)))
                .find_map(|(act, end)| Some((act, end?)));
            if let Some((act, end)) = found {
                self.items[place].phrase = act as u32 + 1;
                for item in &mut self.items[place + 1..end] {
                    item.phrase = PHRASE_COUNT - 1;
                }
                done = end;
            }
        }
    }

    /// Where the phrase ends whose first word is at `place` and whose others are `rest`, if it stands there.
    fn end_of_phrase(&self, place: usize, rest: &[&str]) -> Option<usize> {
        let mut next = place + 1;
        for part in rest {
            let wanted = hash(part);
            if self.items.get(next)?.word != wanted && self.items.get(next)?.pos == Pos::Adv {
                next += 1;
            }
            if self.items.get(next)?.word != wanted {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    fn sort(&mut self) {
        let mut commas = 0;
        for place in 0..self.items.len() {
            self.commas.push(commas);
            commas += u32::from(self.items[place].tag == Tag::Comma);
        }
        let mut done = vec![false; self.items.len()];
        let mut waiting = Vec::new();
        for place in 0..self.items.len() {
            let mut at = place;
            while !done[at] {
                waiting.push(at);
                done[at] = true;
                at = self.items[at].head;
            }
            self.order.extend(waiting.drain(..).rev());
        }
    }
}

impl Item {
    /// Whether it has a clause that it can report.
    pub(super) fn has_clause(&self) -> bool {
        self.children & children::CLAUSE != 0
    }

    /// Whether the lemma alone, and having a clause, make it likely a cue.
    pub(super) fn is_likely_cue(&self) -> bool {
        self.overall >= 6 || self.has_clause() && self.with_clause >= 6
    }

    /// Whether the classifier is asked about it.
    pub(super) fn is_candidate(&self) -> bool {
        match self.pos {
            Pos::Verb
            | Pos::Noun
            | Pos::Adj
            | Pos::Aux
            | Pos::Propn
            | Pos::Adv
            | Pos::Adp
            | Pos::Sconj
            | Pos::X => self.shape != SHAPE_MARK,
            Pos::Punct | Pos::Sym => matches!(self.shape, SHAPE_COLON | SHAPE_DASH),
            _ => false,
        }
    }
}

/// Follows the quotations of a document from token to token.
struct Quotations<'q> {
    quotes: &'q Quotes,
    next: usize,
    open: Vec<usize>,
}

impl<'q> Quotations<'q> {
    fn at(quotes: &'q Quotes, start: u32) -> Self {
        Self {
            quotes,
            next: quotes.all.partition_point(|quote| quote.open.start < start),
            open: Vec::new(),
        }
    }

    fn next(&mut self, span: crate::Span) -> (u32, Mark) {
        let all = &self.quotes.all;
        self.open.retain(|&open| all[open].span.end > span.start);
        let mut mark = Mark::None;
        while let Some(quote) = all.get(self.next)
            && quote.open.start <= span.start
        {
            if quote.open == span {
                mark = Mark::Open;
            }
            self.open.push(self.next);
            self.next += 1;
        }
        if self.open.iter().any(|&open| all[open].close == Some(span)) {
            mark = Mark::Close;
        }
        (self.open.last().map_or(0, |&open| open as u32 + 1), mark)
    }
}

const SHAPE_MARK: u32 = 4;
pub(super) const SHAPE_COLON: u32 = 5;
pub(super) const SHAPE_DASH: u32 = 6;

fn shape(text: &str) -> u32 {
    let mut chars = text.chars();
    match chars.next() {
        Some(c) if c.is_lowercase() => 0,
        Some(c) if c.is_uppercase() => {
            if text.len() > 1 && chars.all(|c| !c.is_lowercase()) {
                2
            } else {
                1
            }
        }
        Some(c) if c.is_numeric() => 3,
        Some(':') => SHAPE_COLON,
        Some('—' | '–' | '―' | '-') => SHAPE_DASH,
        Some('?' | '!') => 7,
        _ => SHAPE_MARK,
    }
}

fn suffix(lower: &str) -> &str {
    lower
        .char_indices()
        .rev()
        .nth(2)
        .map_or(lower, |(at, _)| &lower[at..])
}

fn lemma(document: &Document, index: u32, pos: Pos, tag: Tag, entity: u32) -> u32 {
    match pos {
        Pos::Propn => mix(1, entity),
        Pos::Num => mix(2, entity),
        _ if tag == Tag::Add => mix(3, 0),
        _ => {
            let lemma = document.lemma(index);
            if lemma.chars().any(char::is_uppercase) {
                hash(&lemma.to_lowercase())
            } else {
                hash(lemma)
            }
        }
    }
}

/// What the list of cues says of a word that opens those.
fn listed(all: &[(Cue, Inflection)], pos: Pos) -> u32 {
    let wanted = match pos {
        Pos::Verb | Pos::Aux => lexicon::Pos::Verb,
        Pos::Noun | Pos::Propn => lexicon::Pos::Noun,
        Pos::Adj => lexicon::Pos::Adjective,
        Pos::Adv => lexicon::Pos::Adverb,
        _ => lexicon::Pos::Preposition,
    };
    let best = all
        .iter()
        .find(|(cue, _)| cue.pos == wanted && cue.rest.is_empty())
        .or_else(|| all.iter().find(|(cue, _)| cue.pos == wanted))
        .or_else(|| all.first());
    best.map_or(0, |(cue, _)| {
        let kind = u32::from(cue.pos == wanted) + 2 * u32::from(cue.rest.is_empty());
        1 + cue.act as u32 * 4 + kind
    })
}

//! English text to a [`Document`]: paragraphs, sentences, tokens, tags, dependency trees, lemmas and names.
//!
//! A port of the inference of spaCy's small English pipeline (`en_core_web_sm` 3.8), which [`English::load`] takes
//! from one file. The crate knows nothing of statements or speakers. Positions are [`Span`]s of bytes into the text
//! that was read.

mod analysis;
#[doc(hidden)]
pub mod benchmark;
mod conllu;
mod document;
mod entities;
mod hash;
pub mod kernels;
mod labels;
mod lemmatizer;
mod lexicon;
mod model;
mod network;
mod parser;
mod reader;
mod ruler;
mod span;
mod syntax;
mod tokenizer;
mod tree;

pub use conllu::ConllU;
pub use document::{Document, Entity, Token};
pub use labels::{Dep, EntityKind, Pos, Tag};
pub use model::ModelError;
pub use reader::{English, Reader};
pub use span::Span;

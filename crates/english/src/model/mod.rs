//! The model file: its header, and the parts that it is made of. `docs/model.md` writes the layout down.

mod bytes;
mod words;

pub(crate) use bytes::Bytes;
pub(crate) use words::Words;

use crate::lemmatizer::Lemmatizer;
use crate::lexicon::Norms;
use crate::network::{Tagger, Tok2Vec, Transitions};
use crate::parser::Moves;
use crate::ruler::Ruler;
use crate::tokenizer::Tokenizer;
use crate::{Dep, EntityKind, Tag, entities};

const MAGIC: &[u8; 8] = b"SAYSO-EN";
const VERSION: u32 = 1;

/// Why a model could not be loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// The file is something else.
    #[error("this is not a Sayso model of English; fetch english.model again")]
    NotAModel,
    /// The file was written for another version of the engine.
    #[error(
        "the model has version {found}, and this program reads version {VERSION}; load the one it came with"
    )]
    Version {
        /// The file's version.
        found: u32,
    },
    /// The file ends too early.
    #[error("the model file is incomplete; fetch it again")]
    Truncated,
    /// Bytes changed on the way.
    #[error("the model file is damaged (its checksum does not match); fetch it again")]
    Checksum,
    /// The checksum holds, and yet the content cannot be used: the converter and the engine disagree.
    #[error("the model file does not fit this program: {0}")]
    Inconsistent(&'static str),
}

/// Everything learned and listed that reading English needs.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) tags: Vec<Tag>,
    pub(crate) moves: Moves,
    pub(crate) entity_moves: Vec<entities::Move>,
    pub(crate) tokenizer: Tokenizer,
    pub(crate) norms: Norms,
    pub(crate) ruler: Ruler,
    pub(crate) lemmatizer: Lemmatizer,
    pub(crate) tok2vec: Tok2Vec,
    pub(crate) tagger: Tagger,
    pub(crate) parser: Transitions,
    pub(crate) entity_tok2vec: Tok2Vec,
    pub(crate) entities: Transitions,
}

impl Model {
    pub(crate) fn read(data: &[u8]) -> Result<Self, ModelError> {
        let mut bytes = Bytes::new(checked(data)?);
        let tags = named(&mut bytes, Tag::named, "an unknown tag")?;
        let deps = named(&mut bytes, Dep::named, "an unknown dependency label")?;
        let moves = Moves::read(&bytes.texts()?)?;
        let entity_moves = bytes
            .texts()?
            .iter()
            .map(|name| entities::Move::named(name, EntityKind::named))
            .collect::<Result<_, _>>()?;
        let tokenizer = Tokenizer::read(&mut bytes)?;
        let model = Self {
            norms: Norms::read(&mut bytes)?,
            ruler: Ruler::read(&mut bytes, &tags, &deps)?,
            lemmatizer: Lemmatizer::read(&mut bytes)?,
            tok2vec: Tok2Vec::read(&mut bytes, 2)?,
            tagger: Tagger::read(&mut bytes, tags.len())?,
            parser: Transitions::read(&mut bytes)?,
            entity_tok2vec: Tok2Vec::read(&mut bytes, 0)?,
            entities: Transitions::read(&mut bytes)?,
            tags,
            moves,
            entity_moves,
            tokenizer,
        };
        let fits =
            model.parser.fits(8, model.moves.len()) && model.entities.fits(3, model.entity_moves.len());
        if fits && bytes.is_empty() {
            Ok(model)
        } else {
            Err(ModelError::Inconsistent("its parts have other sizes"))
        }
    }
}

fn named<T>(
    bytes: &mut Bytes<'_>,
    find: fn(&str) -> Option<T>,
    unknown: &'static str,
) -> Result<Vec<T>, ModelError> {
    bytes
        .texts()?
        .iter()
        .map(|name| find(name).ok_or(ModelError::Inconsistent(unknown)))
        .collect()
}

/// The content, once magic, version, length and checksum hold.
fn checked(data: &[u8]) -> Result<&[u8], ModelError> {
    let mut bytes = Bytes::new(data);
    if bytes.take(MAGIC.len()).map_err(|_| ModelError::NotAModel)? != MAGIC {
        return Err(ModelError::NotAModel);
    }
    let found = bytes.u32()?;
    if found != VERSION {
        return Err(ModelError::Version { found });
    }
    let length = bytes.u32()? as usize;
    let checksum = bytes.u64()?;
    let content = bytes.take(length)?;
    if bytes.is_empty() && fnv1a(content) == checksum {
        Ok(content)
    } else {
        Err(ModelError::Checksum)
    }
}

/// The checksum, [FNV-1a](https://datatracker.ietf.org/doc/draft-eastlake-fnv/) in 64 bits.
fn fnv1a(data: &[u8]) -> u64 {
    data.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

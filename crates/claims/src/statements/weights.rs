//! The weights file: its header, and checked reading. `training/README.md` writes the layout down.

const MAGIC: &[u8; 8] = b"SAYSO-ST";
const VERSION: u32 = 1;

/// Why the weights of the reader of statements could not be loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StatementsError {
    /// The file is something else.
    #[error("this is not a Sayso model of statements; fetch statements.model again")]
    NotAModel,
    /// The file was written for another version of the engine.
    #[error(
        "the model of statements has version {found}, and this program reads version {VERSION}; \
         load the one it came with"
    )]
    Version {
        /// The file's version.
        found: u32,
    },
    /// The file ends too early.
    #[error("the model of statements is incomplete; fetch it again")]
    Truncated,
    /// Bytes changed on the way.
    #[error("the model of statements is damaged (its checksum does not match); fetch it again")]
    Checksum,
    /// The checksum holds, and yet the content cannot be used: training and engine disagree.
    #[error("the model of statements does not fit this program: {0}")]
    Inconsistent(&'static str),
}

/// A cursor over the file's bytes; every read is checked.
pub(super) struct Bytes<'a> {
    rest: &'a [u8],
}

impl<'a> Bytes<'a> {
    /// The content of a file, once magic, version, length and checksum hold.
    pub(super) fn open(data: &'a [u8]) -> Result<Self, StatementsError> {
        let mut bytes = Self { rest: data };
        if bytes.take(MAGIC.len()).map_err(|_| StatementsError::NotAModel)? != MAGIC {
            return Err(StatementsError::NotAModel);
        }
        let found = bytes.u32()?;
        if found != VERSION {
            return Err(StatementsError::Version { found });
        }
        let length = bytes.u32()? as usize;
        let checksum = bytes.u64()?;
        let content = bytes.take(length)?;
        if bytes.rest.is_empty() && fnv1a(content) == checksum {
            Ok(Self { rest: content })
        } else {
            Err(StatementsError::Checksum)
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], StatementsError> {
        let (taken, rest) = self
            .rest
            .split_at_checked(count)
            .ok_or(StatementsError::Truncated)?;
        self.rest = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], StatementsError> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or(StatementsError::Truncated)?;
        self.rest = rest;
        Ok(*taken)
    }

    pub(super) fn u32(&mut self) -> Result<u32, StatementsError> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    fn u64(&mut self) -> Result<u64, StatementsError> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    /// Finite numbers.
    pub(super) fn floats(&mut self, count: usize) -> Result<Vec<f32>, StatementsError> {
        let bytes = self.take(count.checked_mul(4).ok_or(StatementsError::Truncated)?)?;
        let floats = bytes.as_chunks().0.iter().map(|&chunk| f32::from_le_bytes(chunk));
        finite(floats.collect())
    }

    /// Numbers of which only the upper 16 bits are kept.
    pub(super) fn halves(&mut self, count: usize) -> Result<Vec<f32>, StatementsError> {
        let bytes = self.take(count.checked_mul(2).ok_or(StatementsError::Truncated)?)?;
        let halves = bytes
            .as_chunks()
            .0
            .iter()
            .map(|&chunk| f32::from_bits(u32::from(u16::from_le_bytes(chunk)) << 16));
        finite(halves.collect())
    }

    /// Signed bytes.
    pub(super) fn signed(&mut self, count: usize) -> Result<Vec<i8>, StatementsError> {
        Ok(self
            .take(count)?
            .iter()
            .map(|&byte| i8::from_le_bytes([byte]))
            .collect())
    }

    /// 16-bit numbers, all low bytes before all high ones.
    pub(super) fn planes(&mut self, count: usize) -> Result<Vec<i16>, StatementsError> {
        let (low, high) = (self.take(count)?, self.take(count)?);
        let pairs = low.iter().zip(high);
        Ok(pairs
            .map(|(&low, &high)| i16::from_le_bytes([low, high]))
            .collect())
    }
}

fn finite(floats: Vec<f32>) -> Result<Vec<f32>, StatementsError> {
    if floats.iter().all(|float| float.is_finite()) {
        Ok(floats)
    } else {
        Err(StatementsError::Inconsistent("a number is not finite"))
    }
}

/// The checksum, [FNV-1a](https://datatracker.ietf.org/doc/draft-eastlake-fnv/) in 64 bits.
fn fnv1a(data: &[u8]) -> u64 {
    data.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

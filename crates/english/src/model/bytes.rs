use super::ModelError;
use crate::Pos;

/// A cursor over the model's bytes; every read is checked.
pub(crate) struct Bytes<'a> {
    rest: &'a [u8],
}

impl<'a> Bytes<'a> {
    pub(crate) fn new(data: &'a [u8]) -> Self {
        Self { rest: data }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(crate) fn take(&mut self, count: usize) -> Result<&'a [u8], ModelError> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(ModelError::Truncated)?;
        self.rest = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ModelError> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or(ModelError::Truncated)?;
        self.rest = rest;
        Ok(*taken)
    }

    pub(crate) fn u8(&mut self) -> Result<u8, ModelError> {
        Ok(u8::from_le_bytes(self.array()?))
    }

    pub(crate) fn u16(&mut self) -> Result<u16, ModelError> {
        Ok(u16::from_le_bytes(self.array()?))
    }

    pub(crate) fn u32(&mut self) -> Result<u32, ModelError> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    pub(crate) fn u64(&mut self) -> Result<u64, ModelError> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    /// A number of items that follow, each of at least one byte.
    pub(crate) fn count(&mut self) -> Result<usize, ModelError> {
        let count = self.u32()? as usize;
        if count > self.rest.len() {
            Err(ModelError::Truncated)
        } else {
            Ok(count)
        }
    }

    /// A flag or number where 255 stands for none.
    pub(crate) fn optional_u8(&mut self) -> Result<Option<u8>, ModelError> {
        Ok(Some(self.u8()?).filter(|&value| value != 255))
    }

    pub(crate) fn text(&mut self) -> Result<&'a str, ModelError> {
        let length = self.u8()?.into();
        core::str::from_utf8(self.take(length)?).map_err(|_| ModelError::Inconsistent("a word is not UTF-8"))
    }

    pub(crate) fn texts(&mut self) -> Result<Vec<Box<str>>, ModelError> {
        (0..self.count()?).map(|_| Ok(self.text()?.into())).collect()
    }

    pub(crate) fn pos(&mut self) -> Result<Pos, ModelError> {
        let number = self.u8()?;
        Pos::ALL
            .get(usize::from(number))
            .copied()
            .ok_or(ModelError::Inconsistent("an unknown part of speech"))
    }

    pub(crate) fn floats(&mut self, count: usize) -> Result<Vec<f32>, ModelError> {
        let bytes = self.take(count.checked_mul(4).ok_or(ModelError::Truncated)?)?;
        Ok(bytes
            .as_chunks()
            .0
            .iter()
            .map(|&chunk| f32::from_le_bytes(chunk))
            .collect())
    }
}

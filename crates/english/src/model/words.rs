use super::{Bytes, ModelError};

/// A sorted list of words, kept as one piece of text: the number of a word is its place in the list.
#[derive(Debug, Default)]
pub(crate) struct Words {
    text: Vec<u8>,
    ends: Vec<u32>,
}

impl Words {
    /// Reads a list in which each word gives what it shares with the one before, and the rest.
    pub(crate) fn read(bytes: &mut Bytes<'_>) -> Result<Self, ModelError> {
        let count = bytes.count()?;
        let mut words = Self {
            text: Vec::new(),
            ends: Vec::with_capacity(count),
        };
        let mut before = 0..0;
        for _ in 0..count {
            let shared = usize::from(bytes.u8()?);
            let length = bytes.u8()?.into();
            if shared > before.len() {
                return Err(ModelError::Inconsistent("a word list is out of step"));
            }
            let start = words.text.len();
            words.text.extend_from_within(before.start..before.start + shared);
            words.text.extend_from_slice(bytes.take(length)?);
            before = start..words.text.len();
            words.ends.push(words.text.len() as u32);
        }
        if (1..words.len()).any(|i| words.get(i - 1) >= words.get(i)) {
            return Err(ModelError::Inconsistent("a word list is not sorted"));
        }
        Ok(words)
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word with that number; empty where there is none.
    pub(crate) fn get(&self, number: usize) -> &[u8] {
        let end = self.ends.get(number).copied().unwrap_or_default();
        let start = number
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .copied()
            .unwrap_or_default();
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The number of a word.
    pub(crate) fn find(&self, word: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.get(middle).cmp(word.as_bytes()) {
                core::cmp::Ordering::Less => low = middle + 1,
                core::cmp::Ordering::Equal => return Some(middle),
                core::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }
}

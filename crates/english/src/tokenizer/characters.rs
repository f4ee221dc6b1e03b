use crate::model::{Bytes, ModelError};

/// The classes that a character belongs to, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Class(u16);

impl Class {
    pub(crate) const SPACE: Self = Self(1);
    pub(crate) const ALPHABETIC: Self = Self(1 << 1);
    pub(crate) const UPPERCASE: Self = Self(1 << 2);
    pub(crate) const DIGIT: Self = Self(1 << 3);
    /// Pictographs and other symbols.
    pub(super) const ICON: Self = Self(1 << 4);
    /// Letters as the tokenizer's rules list them; then the lower-case and upper-case ones (caseless are in both).
    pub(super) const LETTER: Self = Self(1 << 5);
    pub(super) const LOWER: Self = Self(1 << 6);
    pub(super) const UPPER: Self = Self(1 << 7);
    /// Split off the start or the end of a word whatever is beside it.
    pub(super) const PREFIX: Self = Self(1 << 8);
    pub(super) const SUFFIX: Self = Self(1 << 9);
    pub(super) const QUOTE: Self = Self(1 << 10);
    /// May stand before a full stop that is split off.
    pub(super) const BEFORE_STOP: Self = Self(1 << 11);
    pub(super) const CURRENCY: Self = Self(1 << 12);
    /// `\w` and `\d` of Python's regular expressions.
    pub(super) const WORD: Self = Self(1 << 13);
    pub(super) const DECIMAL: Self = Self(1 << 14);

    pub(crate) fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The classes of every character: pages of 256, equal pages stored once.
#[derive(Debug)]
pub(crate) struct Characters {
    pages: Vec<u16>,
    classes: Vec<[Class; 256]>,
}

impl Characters {
    pub(crate) fn read(bytes: &mut Bytes<'_>) -> Result<Self, ModelError> {
        let mut all = vec![Class(0); 0x11_0000];
        for _ in 0..bytes.count()? {
            let (start, end) = (bytes.u32()? as usize, bytes.u32()? as usize);
            let class = Class(bytes.u16()?);
            all.get_mut(start..end)
                .ok_or(ModelError::Inconsistent("a range of characters"))?
                .fill(class);
        }
        let mut characters = Self {
            pages: Vec::new(),
            classes: Vec::new(),
        };
        for page in all.as_chunks().0 {
            let known = characters.classes.iter().position(|other| other == page);
            characters
                .pages
                .push(known.unwrap_or(characters.classes.len()) as u16);
            if known.is_none() {
                characters.classes.push(*page);
            }
        }
        Ok(characters)
    }

    pub(crate) fn class(&self, char: char) -> Class {
        let code = char as usize;
        self.pages
            .get(code >> 8)
            .and_then(|&page| self.classes.get(usize::from(page)))
            .map_or(Class(0), |page| page[code & 255])
    }

    pub(crate) fn is(&self, char: char, class: Class) -> bool {
        self.class(char).is(class)
    }
}

use std::rc::Rc;

/// One account: a text under a name of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Tells accounts apart for as long as the page is open; never used twice.
    pub key: u32,
    /// The words, as given.
    pub text: Rc<str>,
}

/// The accounts and which of them is in front.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accounts {
    /// In the order of their tabs; never empty.
    pub list: Vec<Account>,
    /// Index of the one in front.
    pub active: usize,
}

impl Account {
    /// Whether there is anything to analyse.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The first line, for a tab's second line; empty where there is none.
    #[must_use]
    pub fn headline(&self) -> &str {
        self.text
            .lines()
            .map(str::trim)
            .find(|line| !line.is_empty())
            .unwrap_or_default()
    }
}

impl Accounts {
    /// The account in front.
    #[must_use]
    pub fn front(&self) -> &Account {
        &self.list[self.active.min(self.list.len() - 1)]
    }

    /// "A" for the first, … "Z", then "27" and so on.
    #[must_use]
    pub fn letter(index: usize) -> String {
        u8::try_from(index).ok().filter(|&index| index < 26).map_or_else(
            || (index + 1).to_string(),
            |index| char::from(b'A' + index).to_string(),
        )
    }
}

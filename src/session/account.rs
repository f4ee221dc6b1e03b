use std::rc::Rc;

use claims::Article;

/// One account: a text under a name of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Tells accounts apart for as long as the page is open; never used twice.
    pub key: u32,
    /// "A" for the first, and so on; it stays the same when others are removed, because corrections go by it.
    pub name: Rc<str>,
    /// The words, as given.
    pub text: Rc<str>,
    /// Where it is from.
    pub about: Rc<About>,
}

/// Where an account is from, as far as it says so.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// Headline.
    pub title: Option<String>,
    /// Newspaper, agency or site.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it appeared, as written.
    pub date: Option<String>,
    /// Web address.
    pub address: Option<String>,
}

/// An account that comes from outside: from a file, a clipboard or a project.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Incoming {
    /// The name it had, if it had one.
    pub name: Option<Rc<str>>,
    /// The words.
    pub text: Rc<str>,
    /// Where it is from.
    pub about: About,
}

/// The accounts and which of them is in front.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accounts {
    /// In the order of their tabs; never empty.
    pub list: Vec<Account>,
    /// Index of the one in front.
    pub active: usize,
}

impl About {
    /// Outlet, author and date, in a line.
    #[must_use]
    pub fn line(&self) -> String {
        [&self.outlet, &self.author, &self.date]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" · ")
    }
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

    /// What the engine is given.
    #[must_use]
    pub fn article(&self) -> Article {
        let about = (*self.about).clone();
        Article {
            id: self.name.to_string(),
            title: about.title,
            outlet: about.outlet,
            author: about.author,
            date: about.date,
            address: about.address,
            text: claims::join_lines(&self.text).into_owned(),
        }
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

    /// The first name that none of these has.
    #[must_use]
    pub fn free_name(list: &[Account]) -> Rc<str> {
        (0..=list.len())
            .map(Self::letter)
            .find(|name| list.iter().all(|account| *account.name != **name))
            .unwrap_or_default()
            .into()
    }
}

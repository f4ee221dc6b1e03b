//! Several accounts, analysed together.

use claims::{Analysis, Article, analyze};

use crate::common::models;

/// The analysis of some accounts that are called A, B, and so on.
pub(crate) fn accounts(texts: &[&str]) -> Analysis {
    let articles: Vec<Article> = texts
        .iter()
        .zip('A'..)
        .map(|(text, id)| Article {
            id: id.to_string(),
            text: (*text).to_owned(),
            ..Article::default()
        })
        .collect();
    analyze(models(), &articles)
}

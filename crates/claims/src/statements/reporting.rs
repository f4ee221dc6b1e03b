//! How likely a word reports, judged by what it means, so that verbs, nouns and adjectives that were never met in training
//! are known from those that were.

use std::collections::HashMap;
use std::sync::OnceLock;

const REPORTING: &str = include_str!("../../data/reporting.txt");

/// Values of [`reporting`].
pub(super) const REPORTING_COUNT: u32 = 8;

/// A step from 0, hardly ever or not known, to 7, nearly always. `class` is as
/// [`word_class`](super::scene::word_class) has it.
pub(super) fn reporting(lemma: &str, class: u32) -> u32 {
    static OF: OnceLock<HashMap<(u32, &'static str), u32>> = OnceLock::new();
    let of = OF.get_or_init(|| {
        let mut of = HashMap::new();
        for line in REPORTING.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split(' ');
            let class = match words.next() {
                Some("verb") => 0,
                Some("noun") => 1,
                _ => 2,
            };
            let step = words
                .next()
                .and_then(|step| step.parse().ok())
                .unwrap_or_default();
            of.extend(words.map(|word| ((class, word), step)));
        }
        of
    });
    of.get(&(class, lemma)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_words_mean_says_whether_they_report() {
        assert!(reporting("proclaim", 0) > reporting("walk", 0));
        assert!(reporting("assertion", 1) > reporting("table", 1));
        assert!(reporting("wary", 2) > reporting("wooden", 2));
        assert_eq!(reporting("zzyzx", 1), 0);
    }

    #[test]
    fn every_line_is_read() {
        for line in REPORTING.lines().filter(|line| !line.starts_with('#')) {
            let words: Vec<&str> = line.split(' ').collect();
            assert!(["verb", "noun", "adjective"].contains(&words[0]), "{line:.40}");
            let step: u32 = words[1].parse().expect("a number");
            assert!((1..REPORTING_COUNT).contains(&step), "{line:.40}");
        }
    }
}

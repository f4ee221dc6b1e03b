//! The help sheet.

pub(crate) const HELP: &str = "Help";
pub(crate) const HELP_READ: &str = "How to read it";
/// Around the samples of source, cue and content.
pub(crate) const HELP_PARTS: [&str; 4] = [
    "Sayso finds statements in news articles: who speaks (",
    "), the words that report it (",
    "), and what is said (",
    "). A statement inside another is tinted deeper and bracketed in the margin.",
];
pub(crate) const HELP_CELLS: &str = "A split cell means that reporters disagree about one speaker. An empty cell is \
                                     silence: it counts for nothing. Every mark leads back to its words, and says by \
                                     which rule it was read.";
pub(crate) const HELP_KEYS: &str = "Keys";
pub(crate) const HELP_NOT: &str = "What it does not do";
pub(crate) const HELP_NOT_WHAT: &str = "It does not say what is true, score anybody’s bias, or send your text anywhere. \
                                        Readings are automatic and can be wrong: check them against the words.";

/// What each key does; one-letter keys wait while something is being written.
pub(crate) const KEYS: &[(&str, &str)] = &[
    ("J, K", "next and previous statement of the account"),
    ("N, P", "next and previous statement to review"),
    ("A", "accept the selected statement, or take that back"),
    ("X", "reject it"),
    ("S, E", "correct its speaker, its act"),
    ("W", "change which words are its"),
    ("+", "make a statement of the words selected in the text"),
    ("1 to 7", "another way to show the chart"),
    ("/", "search"),
    ("Esc", "select nothing"),
    ("Ctrl + Enter", "read the marked text"),
    ("Ctrl + Z", "undo"),
    ("Ctrl + Shift + Z", "redo"),
    ("?", "this sheet"),
];

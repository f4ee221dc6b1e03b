//! Single sentences with what the speaker does by one cue, and how an analysis compares.

use claims::{Act, Analysis, Factuality, Span};

use crate::{GoldError, GoldErrorKind, Share};

/// A sentence with the cue that somebody marked in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedSentence {
    /// Line of the file, from 1.
    pub line: usize,
    /// The sentence, without the brackets.
    pub text: String,
    /// The bracketed words, in bytes of the text.
    pub cue: Vec<Span>,
    /// What the speaker does by them.
    pub act: Act,
    /// How far the speaker commits to the main event of the content.
    pub factuality: Factuality,
}

/// Reads a file of lines `act factuality sentence with its [cue]`; `#` begins a comment.
///
/// # Errors
/// With its line: the first line that is malformed.
pub fn parse_sentences(given: &str) -> Result<Vec<MarkedSentence>, GoldError> {
    let lines = (1..)
        .zip(given.lines())
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    lines
        .map(|(line, given)| {
            sentence(line, given).ok_or(GoldError {
                line,
                kind: GoldErrorKind::Sentence,
            })
        })
        .collect()
}

fn sentence(line: usize, given: &str) -> Option<MarkedSentence> {
    let (act, rest) = given.trim().split_once(char::is_whitespace)?;
    let (factuality, marked) = rest.trim_start().split_once(char::is_whitespace)?;
    let mut text = String::new();
    let mut cue = Vec::new();
    let mut open = None;
    for letter in marked.trim_start().chars() {
        match letter {
            '[' => open = Some(text.len() as u32),
            ']' => cue.push(Span::new(open.take()?, text.len() as u32)),
            other => text.push(other),
        }
    }
    Some(MarkedSentence {
        line,
        text,
        cue: Some(cue).filter(|cue| !cue.is_empty())?,
        act: Act::ALL.iter().copied().find(|known| known.as_str() == act)?,
        factuality: Factuality::ALL
            .iter()
            .copied()
            .find(|known| known.as_str() == factuality)?,
    })
}

/// What was read where a sentence has its cue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ActTally {
    /// Sentences with a statement at the cue.
    pub found: Share,
    /// With the right act there, of all sentences.
    pub act: Share,
    /// With the right factuality there, of all sentences.
    pub factuality: Share,
    /// With both right, of all sentences.
    pub both: Share,
}

impl ActTally {
    /// Adds one sentence, whose text alone `analysis` is of; gives what was read at the cue.
    pub fn add(&mut self, sentence: &MarkedSentence, analysis: &Analysis) -> Option<(Act, Factuality)> {
        let at_cue = |cues: &[Span]| {
            cues.iter()
                .any(|cue| sentence.cue.iter().any(|own| own.overlaps(*cue)))
        };
        let found = analysis
            .statements
            .iter()
            .find(|statement| at_cue(&statement.cue));
        let act = found.is_some_and(|found| found.act == sentence.act);
        let factuality = found.is_some_and(|found| found.factuality == sentence.factuality);
        self.found.count(found.is_some());
        self.act.count(act);
        self.factuality.count(factuality);
        self.both.count(act && factuality);
        found.map(|found| (found.act, found.factuality))
    }
}

impl std::fmt::Display for ActTally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (name, share) in [
            ("found", self.found),
            ("right act", self.act),
            ("right factuality", self.factuality),
            ("both right", self.both),
        ] {
            writeln!(f, "{name:<16} {share}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_mark_the_cue() {
        let sentences = parse_sentences("# Some\n\ndenies  CT-  Bo [denied] it.\n").unwrap();
        let [sentence] = sentences.as_slice() else {
            panic!("{sentences:?}")
        };
        assert_eq!((sentence.line, sentence.text.as_str()), (3, "Bo denied it."));
        assert_eq!(sentence.cue[0].of(&sentence.text), "denied");
        assert_eq!(
            (sentence.act, sentence.factuality),
            (Act::Denies, Factuality::CertainNot)
        );
    }

    #[test]
    fn a_line_without_a_cue_is_told() {
        let error = parse_sentences("denies CT- Bo [left].\nasserts CT+ Bo left.").unwrap_err();
        assert_eq!((error.line, error.kind), (2, GoldErrorKind::Sentence));
        assert!(parse_sentences("leaves CT+ Bo [left].").is_err());
    }
}

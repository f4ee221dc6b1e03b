//! Two accounts of one event, with the issues, positions and contests that a reader finds in them.

use claims::{ContestKind, Span, Stance};

use crate::locate::occurrences;
use crate::{GoldError, GoldErrorKind};

/// Two accounts and what is at issue in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accounts {
    /// The texts of A and of B.
    pub texts: [String; 2],
    /// The points at issue.
    pub issues: Vec<GoldIssue>,
    /// Where the accounts, or speakers in them, cannot both be right.
    pub contests: Vec<GoldContest>,
}

/// A point at issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldIssue {
    /// Line of the file, from 1.
    pub line: usize,
    /// In plain affirmative words.
    pub label: String,
    /// Who stands where.
    pub positions: Vec<GoldPosition>,
}

/// A speaker's stance on an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldPosition {
    /// Line of the file, from 1.
    pub line: usize,
    /// Words that some mention of the speaker has, or A or B for an account's own voice.
    pub speaker: String,
    /// The stance on the issue as labelled.
    pub stance: Stance,
    /// Whether readers may differ on it.
    pub optional: bool,
    /// Where it shows.
    pub places: Vec<Place>,
}

/// Two speakers that contradict one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldContest {
    /// Line of the file, from 1.
    pub line: usize,
    /// The two, named as in positions.
    pub speakers: [String; 2],
    /// How they conflict.
    pub kind: ContestKind,
    /// Whether readers may differ on it.
    pub optional: bool,
    /// Where it shows, both sides.
    pub places: Vec<Place>,
}

/// Some words of one of the accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// 0 for A, 1 for B.
    pub article: usize,
    /// In bytes of its text.
    pub span: Span,
}

/// Reads a file of one pair of accounts.
///
/// # Errors
/// With its line: the first line that is malformed, or names words that do not stand exactly once in their account.
pub fn parse_accounts(given: &str) -> Result<Accounts, GoldError> {
    let lines: Vec<(usize, &str)> = (1..).zip(given.lines()).collect();
    let error = |line, kind| GoldError { line, kind };
    let mut texts: [Option<String>; 2] = [None, None];
    let mut issues: Vec<GoldIssue> = Vec::new();
    let mut contests = Vec::new();
    let blocks = lines.chunk_by(|_, (_, next)| !next.starts_with("== "));
    for block in blocks {
        let Some((&(line, heading), rest)) = block.split_first() else {
            continue;
        };
        let rest = rest.iter().filter(|(_, line)| !line.trim().is_empty());
        match heading.strip_prefix("== ") {
            Some("A" | "B") => {
                let text: Vec<&str> = rest.map(|(_, line)| *line).collect();
                texts[usize::from(heading == "== B")] = Some(text.join("\n"));
            }
            Some("contests") => {
                for &(line, given) in rest {
                    contests.push(contest(line, given, &texts).map_err(|kind| error(line, kind))?);
                }
            }
            Some(issue) if issue.starts_with("issue: ") => {
                let positions = rest
                    .map(|&(line, given)| position(line, given, &texts).map_err(|kind| error(line, kind)));
                issues.push(GoldIssue {
                    line,
                    label: issue.trim_start_matches("issue: ").to_owned(),
                    positions: positions.collect::<Result<_, _>>()?,
                });
            }
            _ => return Err(error(line, GoldErrorKind::Heading(heading.to_owned()))),
        }
    }
    let [Some(a), Some(b)] = texts else {
        return Err(error(1, GoldErrorKind::NotTwo));
    };
    Ok(Accounts {
        texts: [a, b],
        issues,
        contests,
    })
}

fn position(line: usize, given: &str, texts: &[Option<String>]) -> Result<GoldPosition, GoldErrorKind> {
    let fields: Vec<&str> = given.split(" | ").map(str::trim).collect();
    let [speaker, stance, places @ ..] = fields.as_slice() else {
        return Err(GoldErrorKind::Fields(fields.len()));
    };
    let (stance, optional) = marked_optional(stance);
    Ok(GoldPosition {
        line,
        speaker: (*speaker).to_owned(),
        stance: Stance::ALL
            .iter()
            .copied()
            .find(|known| known.as_str() == stance)
            .ok_or_else(|| GoldErrorKind::Marks(stance.to_owned()))?,
        optional,
        places: places
            .iter()
            .map(|given| place(given, texts))
            .collect::<Result<_, _>>()?,
    })
}

fn contest(line: usize, given: &str, texts: &[Option<String>]) -> Result<GoldContest, GoldErrorKind> {
    let fields: Vec<&str> = given.split(" | ").map(str::trim).collect();
    let [speakers, kind, places @ ..] = fields.as_slice() else {
        return Err(GoldErrorKind::Fields(fields.len()));
    };
    let (kind, optional) = marked_optional(kind);
    let (a, b) = speakers
        .split_once(" / ")
        .ok_or_else(|| GoldErrorKind::Marks((*speakers).to_owned()))?;
    Ok(GoldContest {
        line,
        speakers: [a.to_owned(), b.to_owned()],
        kind: ContestKind::ALL
            .iter()
            .copied()
            .find(|known| known.as_str() == kind)
            .ok_or_else(|| GoldErrorKind::Marks(kind.to_owned()))?,
        optional,
        places: places
            .iter()
            .map(|given| place(given, texts))
            .collect::<Result<_, _>>()?,
    })
}

fn marked_optional(given: &str) -> (&str, bool) {
    given
        .strip_suffix(" (optional)")
        .map_or((given, false), |bare| (bare, true))
}

/// `A: some words`, which stand in that account once.
fn place(given: &str, texts: &[Option<String>]) -> Result<Place, GoldErrorKind> {
    let (article, phrase) = match given.split_once(": ") {
        Some(("A", phrase)) => (0, phrase),
        Some(("B", phrase)) => (1, phrase),
        _ => return Err(GoldErrorKind::Marks(given.to_owned())),
    };
    let text = texts.get(article).and_then(Option::as_deref).unwrap_or_default();
    match occurrences(text, phrase)[..] {
        [span] => Ok(Place { article, span }),
        [] => Err(GoldErrorKind::NotFound(phrase.to_owned())),
        ref several => Err(GoldErrorKind::Ambiguous(phrase.to_owned(), several.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAIR: &str = "== A\nOde said the dam is safe.\n== B\nReyes denied it.\n== issue: the dam is safe\n\
        Ode | for | A: said\nReyes | against (optional) | B: denied\n== contests\n\
        Ode / Reyes | opposite stance | A: said | B: denied\n";

    #[test]
    fn a_pair_has_texts_issues_and_contests() {
        let pair = parse_accounts(PAIR).unwrap();
        assert_eq!(pair.texts[1], "Reyes denied it.");
        let positions = &pair.issues[0].positions;
        assert_eq!((positions[0].stance, positions[0].optional), (Stance::For, false));
        assert!(positions[1].optional);
        assert_eq!(pair.contests[0].speakers, ["Ode", "Reyes"]);
        assert_eq!(pair.contests[0].places[1].span.of(&pair.texts[1]), "denied");
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let kind = |from, to| {
            let error = parse_accounts(&PAIR.replace(from, to)).unwrap_err();
            (error.line, error.kind)
        };
        assert_eq!(
            kind("A: said\nReyes", "A: swore\nReyes"),
            (6, GoldErrorKind::NotFound("swore".to_owned()))
        );
        assert_eq!(
            kind("== contests", "== quarrels"),
            (8, GoldErrorKind::Heading("== quarrels".to_owned()))
        );
        assert_eq!(
            kind("opposite stance", "dislike"),
            (9, GoldErrorKind::Marks("dislike".to_owned()))
        );
    }
}

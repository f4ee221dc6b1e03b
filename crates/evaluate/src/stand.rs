//! How the issues, positions and contests of an analysis compare with those that a reader finds.

use std::fmt;

use claims::{Analysis, Contest, Issue, SpeakerId, SpeakerKind, Stance, StatementId};

use crate::accounts::{Accounts, GoldContest, GoldIssue, GoldPosition, Place};
use crate::{Share, Tally};

/// Counts over pairs of accounts. What is optional in gold counts in nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StandTally {
    /// How many pairs.
    pub pairs: usize,
    /// Gold issues that a predicted one stands for.
    pub issues: Share,
    /// Predicted positions that are right; see [`StandTally::add`] for which count.
    pub position_precision: Share,
    /// Gold positions that are found.
    pub position_recall: Share,
    /// Predicted contests that are right.
    pub contest_precision: Share,
    /// Gold contests that are found.
    pub contest_recall: Share,
    /// Of those found: of the right kind.
    pub contest_kind: Share,
}

/// One thing that is not as in gold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Line of the file; `None` for what gold does not have.
    pub line: Option<usize>,
    /// What it is.
    pub kind: VerdictKind,
    /// In words.
    pub what: String,
}

/// How something differs from gold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerdictKind {
    /// Gold has it, the analysis does not.
    Missed,
    /// The analysis has it, gold does not.
    Invented,
}

impl fmt::Display for VerdictKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Missed => "missed",
            Self::Invented => "invented",
        })
    }
}

impl StandTally {
    /// Adds one pair; `analysis` is of its two texts. Gives what differs.
    ///
    /// A predicted issue stands for the gold one with which it shares most statements, one to one. Positions count for
    /// precision where their issue stands for a gold one, or has positions of several speakers, or statements of both
    /// accounts; a stance that is unclear claims nothing and does not count.
    pub fn add(&mut self, gold: &Accounts, analysis: &Analysis) -> Vec<Verdict> {
        self.pairs += 1;
        let mut verdicts = Vec::new();
        let of = align(gold, analysis);
        for at in 0..gold.issues.len() {
            self.issues.count(of.contains(&Some(at)));
        }
        for (issue, at) in analysis.issues.iter().zip(&of) {
            let wanted = at.and_then(|at| gold.issues.get(at));
            if wanted.is_some() || is_shared(issue, analysis) {
                self.invented_positions(wanted, issue, analysis, &mut verdicts);
            }
        }
        for (at, wanted) in gold.issues.iter().enumerate() {
            let issue = of.iter().position(|of| *of == Some(at));
            let issue = issue.and_then(|at| analysis.issues.get(at));
            for position in wanted.positions.iter().filter(|position| !position.optional) {
                let found = issue.is_some_and(|issue| {
                    issue.positions.iter().any(|found| {
                        found.stance == position.stance
                            && is_speaker(analysis, found.speaker, &position.speaker)
                    })
                });
                self.position_recall.count(found);
                if !found {
                    verdicts.push(Verdict {
                        line: Some(position.line),
                        kind: VerdictKind::Missed,
                        what: format!(
                            "{} {} ({})",
                            position.speaker,
                            position.stance,
                            issue.map_or("no issue", |issue| &issue.label)
                        ),
                    });
                }
            }
        }
        self.contests(gold, analysis, &mut verdicts);
        verdicts
    }

    fn invented_positions(
        &mut self,
        wanted: Option<&GoldIssue>,
        issue: &Issue,
        analysis: &Analysis,
        verdicts: &mut Vec<Verdict>,
    ) {
        for found in issue
            .positions
            .iter()
            .filter(|found| found.stance != Stance::Unclear)
        {
            let matches = |position: &&GoldPosition| {
                position.stance == found.stance && is_speaker(analysis, found.speaker, &position.speaker)
            };
            let known: Vec<_> = wanted
                .into_iter()
                .flat_map(|wanted| &wanted.positions)
                .filter(matches)
                .collect();
            if !known.is_empty() && known.iter().all(|position| position.optional) {
                continue;
            }
            self.position_precision.count(!known.is_empty());
            if known.is_empty() {
                let name = &analysis.speakers[found.speaker.index()].name;
                verdicts.push(Verdict {
                    line: None,
                    kind: VerdictKind::Invented,
                    what: format!("{name} {} ({})", found.stance, issue.label),
                });
            }
        }
    }

    fn contests(&mut self, gold: &Accounts, analysis: &Analysis, verdicts: &mut Vec<Verdict>) {
        let mut taken = vec![false; gold.contests.len()];
        for contest in &analysis.contested {
            let right: Vec<usize> = (0..gold.contests.len())
                .filter(|&at| is_contest(analysis, contest, &gold.contests[at]))
                .collect();
            match right.iter().find(|&&at| !taken[at]) {
                Some(&at) => {
                    let wanted = &gold.contests[at];
                    taken[at] = true;
                    if !wanted.optional {
                        self.contest_precision.count(true);
                        self.contest_kind.count(contest.kind == wanted.kind);
                    }
                }
                // The same once more is no other contest.
                None if !right.is_empty() => {}
                None => {
                    self.contest_precision.count(false);
                    verdicts.push(Verdict {
                        line: None,
                        kind: VerdictKind::Invented,
                        what: format!("contest, {}: {}", contest.kind, contest.why),
                    });
                }
            }
        }
        for (wanted, taken) in gold.contests.iter().zip(taken).filter(|(c, _)| !c.optional) {
            self.contest_recall.count(taken);
            if !taken {
                verdicts.push(Verdict {
                    line: Some(wanted.line),
                    kind: VerdictKind::Missed,
                    what: format!("contest: {} / {}", wanted.speakers[0], wanted.speakers[1]),
                });
            }
        }
    }

    /// The harmonic mean of precision and recall of positions, in percent.
    #[must_use]
    pub fn position_f1(&self) -> f64 {
        let tally = Tally {
            precision: self.position_precision,
            recall: self.position_recall,
            ..Tally::default()
        };
        tally.f1()
    }
}

impl fmt::Display for StandTally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "pairs                 {}", self.pairs)?;
        writeln!(f, "issues found          {}", self.issues)?;
        writeln!(f, "positions, precision  {}", self.position_precision)?;
        writeln!(f, "positions, recall     {}", self.position_recall)?;
        writeln!(f, "positions, F1         {:5.1}", self.position_f1())?;
        writeln!(f, "contests, precision   {}", self.contest_precision)?;
        writeln!(f, "contests, recall      {}", self.contest_recall)?;
        writeln!(f, "contests, right kind  {}", self.contest_kind)
    }
}

/// For each predicted issue the gold one that it stands for.
fn align(gold: &Accounts, analysis: &Analysis) -> Vec<Option<usize>> {
    let mut pairs = Vec::new();
    for (at, issue) in analysis.issues.iter().enumerate() {
        for (number, wanted) in gold.issues.iter().enumerate() {
            let shared = wanted
                .positions
                .iter()
                .flat_map(|position| &position.places)
                .filter(|place| issue.statements.iter().any(|&id| has_cue(analysis, id, place)))
                .count();
            if shared > 0 {
                pairs.push((core::cmp::Reverse(shared), at, number));
            }
        }
    }
    pairs.sort_unstable();
    let mut of = vec![None; analysis.issues.len()];
    for (_, at, number) in pairs {
        if of[at].is_none() && !of.contains(&Some(number)) {
            of[at] = Some(number);
        }
    }
    of
}

fn is_shared(issue: &Issue, analysis: &Analysis) -> bool {
    let several = issue
        .positions
        .iter()
        .any(|position| position.speaker != issue.positions[0].speaker);
    let article = |id: &StatementId| analysis.statements[id.index()].article;
    several
        || issue
            .statements
            .iter()
            .any(|id| article(id) != article(&issue.statements[0]))
}

fn has_cue(analysis: &Analysis, id: StatementId, place: &Place) -> bool {
    let statement = &analysis.statements[id.index()];
    let words = if statement.cue.is_empty() {
        &statement.content
    } else {
        &statement.cue
    };
    statement.article.index() == place.article && words.iter().any(|span| span.overlaps(place.span))
}

/// Whether the words stand anywhere in the statement.
fn holds(analysis: &Analysis, id: StatementId, place: &Place) -> bool {
    let statement = &analysis.statements[id.index()];
    let mut words = [&statement.source, &statement.cue, &statement.content]
        .into_iter()
        .flatten();
    statement.article.index() == place.article && words.any(|span| span.overlaps(place.span))
}

fn is_contest(analysis: &Analysis, found: &Contest, wanted: &GoldContest) -> bool {
    let [first, second] = &wanted.speakers;
    let is = |speaker, name: &str| is_speaker(analysis, speaker, name);
    let speakers = is(found.a, first) && is(found.b, second) || is(found.a, second) && is(found.b, first);
    let [a, b] = found.evidence;
    let shows = wanted.places.iter().enumerate().any(|(at, one)| {
        wanted
            .places
            .iter()
            .enumerate()
            .any(|(other, two)| at != other && holds(analysis, a, one) && holds(analysis, b, two))
    });
    speakers && shows
}

/// Whether some mention of the speaker has the words; "A" and "B" are the accounts' own voices.
fn is_speaker(analysis: &Analysis, speaker: SpeakerId, name: &str) -> bool {
    let Some(speaker) = analysis.speakers.get(speaker.index()) else {
        return false;
    };
    if speaker.kind == SpeakerKind::Author || matches!(name, "A" | "B") {
        return speaker.kind == SpeakerKind::Author && speaker.name == name;
    }
    let has = |text: &str| {
        let text = format!(
            " {} ",
            text.to_lowercase().replace(|c: char| !c.is_alphanumeric(), " ")
        );
        text.contains(&format!(" {} ", name.to_lowercase()))
    };
    has(&speaker.name)
        || speaker.mentions.iter().any(|mention| {
            analysis
                .articles
                .get(mention.article.index())
                .is_some_and(|article| has(mention.span.of(&article.text)))
        })
}

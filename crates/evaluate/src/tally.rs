//! Counts over passages, and the figures that they give.

use std::fmt;

use claims::{Act, Analysis, Span};

use crate::{Pairing, Passage};

/// A part of a whole, both counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// How many are right.
    pub right: usize,
    /// Of how many.
    pub of: usize,
}

impl Share {
    pub(crate) fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.of += 1;
    }

    /// In percent; 0 of nothing.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // Counts of statements are far below 2^52.
    pub fn percent(self) -> f64 {
        if self.of == 0 {
            0.0
        } else {
            100.0 * self.right as f64 / self.of as f64
        }
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:5.1}  {}/{}", self.percent(), self.right, self.of)
    }
}

/// How analyses compare with the gold of their passages. Optional gold statements count in nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many passages.
    pub passages: usize,
    /// Predictions that stand for a gold statement.
    pub precision: Share,
    /// Gold statements that a prediction stands for.
    pub recall: Share,
    /// Of those found: the sources overlap, or neither has one.
    pub source: Share,
    /// Of all gold statements with a parent: found, and inside the prediction that stands for that parent.
    pub parent: Share,
    /// Of the same gold statements, those that were found: inside the prediction that stands for the parent.
    pub parent_of_found: Share,
    /// Of those found: the same act.
    pub act: Share,
    /// Of those found: an act of the same group (asserting, going against, asking, withholding …).
    pub act_group: Share,
    /// Of those found: the same form.
    pub form: Share,
    /// Of those found: negated or not, as in gold.
    pub negated: Share,
    /// Of those found that have an addressee, in gold or as found: the addressees overlap.
    pub addressee: Share,
}

impl Tally {
    /// Adds one passage; `analysis` is of its text alone.
    pub fn add(&mut self, passage: &Passage, analysis: &Analysis, pairing: &Pairing) {
        self.passages += 1;
        for at in &pairing.gold {
            let gold = at.and_then(|at| passage.statements.get(at));
            if gold.is_none_or(|gold| !gold.optional) {
                self.precision.count(gold.is_some());
            }
        }
        for (at, gold) in passage
            .statements
            .iter()
            .enumerate()
            .filter(|(_, gold)| !gold.optional)
        {
            let found = pairing.predicted.get(at).copied().flatten();
            let found = found.and_then(|number| analysis.statements.get(number));
            self.recall.count(found.is_some());
            if gold.inside.is_some() {
                let outer = found.and_then(|found| found.inside);
                let outer = outer.and_then(|outer| pairing.gold.get(outer.index()).copied().flatten());
                self.parent.count(outer == gold.inside);
                if found.is_some() {
                    self.parent_of_found.count(outer == gold.inside);
                }
            }
            let Some(found) = found else { continue };
            self.source.count(same_place(&gold.source, &found.source));
            self.act.count(gold.act == found.act);
            self.act_group.count(group(gold.act) == group(found.act));
            self.form.count(gold.form == found.form);
            self.negated.count(gold.negated == found.negated);
            if !(gold.addressee.is_empty() && found.addressee.is_empty()) {
                self.addressee
                    .count(same_place(&gold.addressee, &found.addressee));
            }
        }
    }

    /// The harmonic mean of precision and recall, in percent.
    #[must_use]
    pub fn f1(&self) -> f64 {
        let (precision, recall) = (self.precision.percent(), self.recall.percent());
        if precision + recall > 0.0 {
            2.0 * precision * recall / (precision + recall)
        } else {
            0.0
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "passages         {}", self.passages)?;
        for (name, share) in [("precision", self.precision), ("recall", self.recall)] {
            writeln!(f, "{name:<16} {share}")?;
        }
        writeln!(f, "{:<16} {:5.1}", "F1", self.f1())?;
        for (name, share) in [
            ("right source", self.source),
            ("right parent", self.parent),
            ("… of found", self.parent_of_found),
            ("right act", self.act),
            ("right act group", self.act_group),
            ("right form", self.form),
            ("right negation", self.negated),
            ("right addressee", self.addressee),
        ] {
            writeln!(f, "{name:<16} {share}")?;
        }
        Ok(())
    }
}

fn same_place(left: &[Span], right: &[Span]) -> bool {
    left.iter()
        .any(|one| right.iter().any(|other| one.overlaps(*other)))
        || left.is_empty() && right.is_empty()
}

fn group(act: Act) -> u8 {
    match act {
        Act::Asserts | Act::Believes => 0,
        Act::Denies | Act::Disputes | Act::Doubts => 1,
        Act::Accepts => 2,
        Act::Questions | Act::Presses | Act::Demands => 3,
        Act::Declines | Act::Withholds => 4,
        Act::Promises => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    const PASSAGE: &str = "Ada said that Bo denied it. Cy agreed with Bo.\n----\n\
        Ada | said | Bo denied it | indirect asserts\n    Bo | denied | it | indirect denies\n\
        Cy | agreed with | Bo[2] | indirect accepts\n";

    fn tally(gold: &str, change: impl Fn(&mut Analysis)) -> Tally {
        let passage = parse(PASSAGE).unwrap().remove(0);
        let wanted = parse(gold).unwrap().remove(0);
        let mut analysis = Analysis::default();
        for gold in &passage.statements {
            analysis.statements.push(claims::Statement {
                article: claims::ArticleId::from_index(0),
                speaker: None,
                source: gold.source.clone(),
                cue: gold.cue.clone(),
                content: gold.content.clone(),
                addressee: gold.addressee.clone(),
                form: gold.form,
                act: gold.act,
                negated: gold.negated,
                factuality: claims::Factuality::Unknown,
                engagement: claims::Engagement::Neutral,
                inside: gold.inside.map(claims::StatementId::from_index),
                nominal: false,
                topical: false,
                attitude: None,
                rule: String::new(),
            });
        }
        change(&mut analysis);
        let pairing = Pairing::new(&wanted.text, &wanted.statements, &analysis.statements);
        let mut tally = Tally::default();
        tally.add(&wanted, &analysis, &pairing);
        tally
    }

    fn share(right: usize, of: usize) -> Share {
        Share { right, of }
    }

    #[test]
    fn gold_agrees_with_itself() {
        let all = tally(PASSAGE, |_| ());
        for part in [all.precision, all.recall, all.source, all.act, all.form] {
            assert_eq!(part, share(3, 3));
        }
        assert_eq!(all.parent, share(1, 1));
    }

    #[test]
    fn a_missing_parent_is_a_wrong_parent() {
        let all = tally(PASSAGE, |analysis| {
            analysis.statements.remove(0);
            analysis.statements[0].inside = None;
        });
        assert_eq!(
            (all.precision, all.recall, all.parent),
            (share(2, 2), share(2, 3), share(0, 1))
        );
        assert_eq!(all.parent_of_found, share(0, 1));
        let neither = tally(PASSAGE, |analysis| {
            analysis.statements.truncate(1);
        });
        assert_eq!(
            (neither.parent, neither.parent_of_found),
            (share(0, 1), share(0, 0))
        );
    }

    #[test]
    fn another_cue_is_another_statement() {
        let all = tally(PASSAGE, |analysis| {
            analysis.statements[2].cue = analysis.statements[0].cue.clone();
        });
        assert_eq!((all.precision, all.recall), (share(2, 3), share(2, 3)));
    }

    #[test]
    fn optional_statements_count_in_nothing() {
        let gold = PASSAGE.replace("indirect accepts", "indirect accepts optional");
        assert_eq!(tally(&gold, |_| ()).precision, share(2, 2));
        let without = tally(&gold, |analysis| drop(analysis.statements.pop()));
        assert_eq!((without.precision, without.recall), (share(2, 2), share(2, 2)));
    }
}

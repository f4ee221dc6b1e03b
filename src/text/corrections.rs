//! Corrections in words.

use claims::{Change, Correction};

use super::cut;

/// What was done, in a line.
pub(crate) fn correction(made: &Correction) -> String {
    match made {
        Correction::Statement { at, change } => {
            let words = cut(at.words(), 60);
            let done = match change {
                Change::Accept => "accepted".to_owned(),
                Change::Reject => "rejected".to_owned(),
                Change::Speaker(who) => format!("speaker is {}", who.name),
                Change::Act(act) => format!("act is {act}"),
                Change::Stance(stance) => format!("stance is {stance}"),
                Change::Issue(point) => format!("is about “{}”", cut(&point.label, 40)),
                Change::Words(role, quotes) => {
                    let words: Vec<&str> = quotes.iter().map(|quote| quote.exact.as_str()).collect();
                    format!("{} is “{}”", role.as_str(), cut(&words.join(" … "), 40))
                }
            };
            format!("Account {}, “{words}”: {done}", at.article)
        }
        Correction::Add(added) => {
            let words = added.content.first().map_or("", |quote| &quote.exact);
            format!("Account {}, “{}”: added", added.article, cut(words, 60))
        }
        Correction::IgnoreCue(cue) => format!("“{cue}” is no cue"),
        Correction::RenameSpeaker { speaker, name } => format!("{} is called {name}", speaker.name),
        Correction::MergeSpeakers { speaker, into } => format!("{} is {}", speaker.name, into.name),
        Correction::RenameIssue { issue, label } => {
            format!("“{}” is called “{label}”", cut(&issue.label, 40))
        }
        Correction::MergeIssues { issue, into } => {
            format!(
                "“{}” is the same as “{}”",
                cut(&issue.label, 40),
                cut(&into.label, 40)
            )
        }
    }
}

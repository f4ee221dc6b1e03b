//! Statements to issues: what they are about, who stands where, in the order of what is worth showing.

mod cluster;
mod label;
mod proposition;

use std::collections::HashMap;

pub(crate) use proposition::stems;
use proposition::{Proposition, sign_of};

use crate::{Act, Analysis, Issue, Position, SpeakerId, Stance, StatementId};

/// What the modules here read.
pub(super) struct Context<'a> {
    analysis: &'a Analysis,
    /// The statements directly inside each.
    children: Vec<Vec<StatementId>>,
}

impl Context<'_> {
    fn text(&self, id: StatementId) -> &str {
        let article = self.analysis.statements[id.index()].article;
        self.analysis
            .articles
            .get(article.index())
            .map_or("", |article| &article.text)
    }
}

/// The issues of an analysis whose statements and speakers are known, most contested and most discussed first.
pub(crate) fn find(analysis: &Analysis) -> Vec<Issue> {
    let mut children = vec![Vec::new(); analysis.statements.len()];
    for (at, statement) in analysis.statements.iter().enumerate() {
        if let Some(inside) = statement.inside {
            children[inside.index()].push(StatementId::from_index(at));
        }
    }
    let context = Context { analysis, children };
    let propositions = propositions(&context);
    let clusters = cluster::group(&propositions);
    let mut issues: Vec<Issue> = clusters
        .iter()
        .map(|members| build(&context, &propositions, members))
        .collect();
    issues.sort_by_cached_key(|issue| {
        let has = |stance| issue.positions.iter().any(|position| position.stance == stance);
        let opposed = has(Stance::For) && has(Stance::Against);
        let mut who: Vec<SpeakerId> = issue.positions.iter().map(|position| position.speaker).collect();
        who.sort_unstable();
        who.dedup();
        core::cmp::Reverse((
            opposed && who.len() > 1,
            who.len(),
            opposed,
            issue.statements.len(),
        ))
    });
    issues
}

/// Acts that are toward what another has said: without words of their own they are about that, while "his hopes" may be
/// about anything.
fn answers(act: Act) -> bool {
    matches!(act, Act::Denies | Act::Disputes | Act::Accepts | Act::Doubts)
}

/// The proposition of every statement; one without words of its own ("denied it") is about what was said before it.
fn propositions(context: &Context<'_>) -> Vec<Proposition> {
    let statements = &context.analysis.statements;
    let mut all: Vec<Proposition> = Vec::with_capacity(statements.len());
    let mut before: Option<Proposition> = None;
    let mut article = None;
    for (at, statement) in statements.iter().enumerate() {
        if article != Some(statement.article) {
            before = None;
            article = Some(statement.article);
        }
        let mut proposition = proposition::of(context, StatementId::from_index(at));
        let about_words = proposition
            .stems
            .iter()
            .any(|stem| !stem.starts_with('@') && stem != "#words");
        if about_words {
            before = Some(proposition.clone());
        } else if let Some(before) = &before
            && (!statement.content.is_empty() || answers(statement.act))
        {
            proposition.stems.clone_from(&before.stems);
            proposition.words = None;
        }
        all.push(proposition);
    }
    all
}

fn build(context: &Context<'_>, propositions: &[Proposition], members: &[usize]) -> Issue {
    let (label, negated) = label::choose(context, propositions, members);
    let mut positions: Vec<Position> = Vec::new();
    let mut at_of: HashMap<(SpeakerId, Stance), usize> = HashMap::new();
    for &at in members {
        let statement = &context.analysis.statements[at];
        let Some(speaker) = statement.speaker else {
            continue;
        };
        let sign = if negated {
            -propositions[at].sign
        } else {
            propositions[at].sign
        };
        let stance = match sign {
            1 => Stance::For,
            -1 => Stance::Against,
            _ if sign_of(statement.act) == 0 => Stance::Neutral,
            _ => Stance::Unclear,
        };
        let place = *at_of.entry((speaker, stance)).or_insert_with(|| {
            positions.push(Position {
                speaker,
                via: Vec::new(),
                stance,
                statements: Vec::new(),
            });
            positions.len() - 1
        });
        positions[place].statements.push(StatementId::from_index(at));
        let mut outer = statement.inside;
        while let Some(reporter) = outer {
            let reporter = &context.analysis.statements[reporter.index()];
            if let Some(via) = reporter.speaker
                && via != speaker
                && !positions[place].via.contains(&via)
            {
                positions[place].via.push(via);
            }
            outer = reporter.inside;
        }
    }
    Issue {
        label,
        statements: members.iter().map(|&at| StatementId::from_index(at)).collect(),
        positions,
    }
}

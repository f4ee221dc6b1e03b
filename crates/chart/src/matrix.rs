use std::collections::HashMap;

use claims::{Analysis, ArticleId, IssueId, SpeakerId, Stance, StatementId};

/// What of an analysis to show, and in which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choice<'a> {
    /// For each statement, whether it is shown; all are where this is `None`.
    pub keep: Option<&'a [bool]>,
    /// At most so many columns.
    pub columns: usize,
    /// Rows and columns by name, not by how much there is in them.
    pub by_name: bool,
}

/// The stance matrix: a row per speaker, a lane in it per account, a column per issue, a mark per stance taken.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matrix {
    /// The issues that two statements at least are about, then the others, each in the order of the analysis.
    pub columns: Vec<Column>,
    /// The speakers with a mark in one of the columns, most marks first, then by name.
    pub rows: Vec<Row>,
    /// How many further issues were left out for want of room.
    pub more_columns: usize,
}

/// One issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The issue.
    pub issue: IssueId,
    /// Whether two accounts of it cannot both stand.
    pub contested: bool,
}

/// One speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The speaker.
    pub speaker: SpeakerId,
    /// One lane for each account in which he has a mark, in the order of the accounts.
    pub lanes: Vec<Lane>,
    /// For each column, whether reporters disagree about this speaker: one has him for, another against, in one
    /// account or in two.
    pub contested: Vec<bool>,
}

/// One speaker in one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// The account.
    pub article: ArticleId,
    /// One cell a column; a cell without marks is silence.
    pub cells: Vec<Vec<Mark>>,
}

/// One stance with everything that shows it; a cell has at most one a stance, in the order of [`Stance::ALL`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The stance.
    pub stance: Stance,
    /// Who reports it, nearest to the speaker first; empty where the speaker's own article does.
    pub via: Vec<SpeakerId>,
    /// The statements that show it, in the order of the text.
    pub statements: Vec<StatementId>,
}

impl Matrix {
    /// Lays out what is chosen of the issues on which anybody takes a position.
    #[must_use]
    pub fn of(analysis: &Analysis, choice: Choice<'_>) -> Self {
        let shown = |id: &StatementId| {
            choice
                .keep
                .is_none_or(|keep| keep.get(id.index()).copied().unwrap_or(false))
        };
        let mut issues: Vec<usize> = (0..analysis.issues.len())
            .filter(|&at| {
                let positions = &analysis.issues[at].positions;
                positions
                    .iter()
                    .flat_map(|position| &position.statements)
                    .any(shown)
            })
            .collect();
        issues.sort_by_key(|&at| analysis.issues[at].statements.len() < 2);
        // Which columns there are goes by how much there is in them, whatever the order that they stand in.
        let more_columns = issues.len().saturating_sub(choice.columns);
        issues.truncate(choice.columns);
        if choice.by_name {
            issues.sort_by_cached_key(|&at| analysis.issues[at].label.to_lowercase());
        }
        let columns: Vec<Column> = issues
            .iter()
            .map(|&at| IssueId::from_index(at))
            .map(|issue| Column {
                issue,
                contested: analysis.contested.iter().any(|contest| contest.issue == issue),
            })
            .collect();
        let mut rows = rows(analysis, &columns, shown);
        rows.sort_by_cached_key(|row| {
            let name = analysis.speakers[row.speaker.index()].name.to_lowercase();
            let weight = if choice.by_name { (0, 0) } else { row.weight() };
            (core::cmp::Reverse(weight), name, row.speaker)
        });
        Self {
            columns,
            rows,
            more_columns,
        }
    }
}

fn rows(analysis: &Analysis, columns: &[Column], shown: impl Fn(&StatementId) -> bool) -> Vec<Row> {
    let mut rows: HashMap<SpeakerId, Vec<Lane>> = HashMap::new();
    for (column, of) in columns.iter().enumerate() {
        for position in &analysis.issues[of.issue.index()].positions {
            if analysis.speakers.get(position.speaker.index()).is_none() {
                continue;
            }
            for &id in position.statements.iter().filter(|id| shown(id)) {
                let Some(statement) = analysis.statements.get(id.index()) else {
                    continue;
                };
                let lanes = rows.entry(position.speaker).or_default();
                let at = lanes.partition_point(|lane| lane.article < statement.article);
                if lanes.get(at).is_none_or(|lane| lane.article != statement.article) {
                    let cells = vec![Vec::new(); columns.len()];
                    lanes.insert(
                        at,
                        Lane {
                            article: statement.article,
                            cells,
                        },
                    );
                }
                add(
                    &mut lanes[at].cells[column],
                    position.stance,
                    id,
                    reporters(analysis, id, position.speaker),
                );
            }
        }
    }
    rows.into_iter()
        .map(|(speaker, mut lanes)| {
            for cell in lanes.iter_mut().flat_map(|lane| &mut lane.cells) {
                cell.sort_by_key(|mark| mark.stance);
                for mark in cell {
                    mark.statements.sort_unstable();
                }
            }
            let contested = (0..columns.len())
                .map(|column| contested(&lanes, column))
                .collect();
            Row {
                speaker,
                lanes,
                contested,
            }
        })
        .collect()
}

fn add(cell: &mut Vec<Mark>, stance: Stance, id: StatementId, via: Vec<SpeakerId>) {
    let mark = match cell.iter_mut().find(|mark| mark.stance == stance) {
        Some(mark) => mark,
        None => cell.push_mut(Mark {
            stance,
            via: Vec::new(),
            statements: Vec::new(),
        }),
    };
    mark.statements.push(id);
    for reporter in via {
        if !mark.via.contains(&reporter) {
            mark.via.push(reporter);
        }
    }
}

/// Who reports a statement of `speaker`, nearest first.
fn reporters(analysis: &Analysis, id: StatementId, speaker: SpeakerId) -> Vec<SpeakerId> {
    let outer = |id: StatementId| analysis.statements.get(id.index())?.inside;
    core::iter::successors(outer(id), |&id| outer(id))
        .take(64)
        .filter_map(|id| analysis.statements.get(id.index())?.speaker)
        .filter(|&via| via != speaker)
        .collect()
}

/// Whether one reporter has the speaker for, and another against. An account of its own is a reporter too. One who has
/// it both ways reports a change of mind, or was misread: no two reporters disagree.
fn contested(lanes: &[Lane], column: usize) -> bool {
    let reporters = |stance: Stance| -> Vec<(Option<ArticleId>, Option<SpeakerId>)> {
        lanes
            .iter()
            .flat_map(|lane| lane.cells[column].iter().map(move |mark| (lane.article, mark)))
            .filter(|(_, mark)| mark.stance == stance)
            .flat_map(|(article, mark)| {
                if mark.via.is_empty() {
                    vec![(Some(article), None)]
                } else {
                    mark.via.iter().map(|&via| (None, Some(via))).collect()
                }
            })
            .collect()
    };
    let (pro, contra) = (reporters(Stance::For), reporters(Stance::Against));
    let differ = pro.iter().any(|who| !contra.contains(who)) || contra.iter().any(|who| !pro.contains(who));
    // What somebody says himself in two accounts is his own: only when somebody else reports it do reporters disagree.
    let reported = pro.iter().chain(&contra).any(|(_, via)| via.is_some());
    !pro.is_empty() && !contra.is_empty() && differ && reported
}

impl Row {
    /// Columns with a mark first, statements second: a speaker on many points comes before one who repeats himself.
    fn weight(&self) -> (usize, usize) {
        let filled = |column: &usize| self.lanes.iter().any(|lane| !lane.cells[*column].is_empty());
        let statements = self
            .lanes
            .iter()
            .flat_map(|lane| lane.cells.iter().flatten())
            .map(|mark| mark.statements.len())
            .sum();
        ((0..self.contested.len()).filter(filled).count(), statements)
    }
}

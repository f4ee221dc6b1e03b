use claims::{Analysis, IssueId, SpeakerId, Stance, StatementId};

/// The stance matrix: a row per speaker, a column per issue, a mark per stance taken.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matrix {
    /// The issues, in the order of the analysis: those that two statements at least are about, or, where there are
    /// none such, those with any.
    pub columns: Vec<Column>,
    /// The speakers with a mark in one of the columns, most marks first, then by name.
    pub rows: Vec<Row>,
    /// How many further such issues were left out for want of room.
    pub more_columns: usize,
    /// How many issues were left out because a single statement is about them.
    pub single_columns: usize,
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
    /// One cell a column; a cell without marks is silence.
    pub cells: Vec<Cell>,
}

/// Where one speaker stands on one issue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// At most one mark a stance, in the order for, against, neutral, unclear.
    pub marks: Vec<Mark>,
    /// Whether reporters disagree about this speaker: one has him for, another against.
    pub contested: bool,
}

/// One stance with everything that shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The stance.
    pub stance: Stance,
    /// Who reports it; empty where the speaker's own article does.
    pub via: Vec<SpeakerId>,
    /// The statements that show it, in the order of the text.
    pub statements: Vec<StatementId>,
}

impl Matrix {
    /// Lays out at most `columns` issues on which anybody takes a position.
    #[must_use]
    pub fn of(analysis: &Analysis, columns: usize) -> Self {
        let with_positions: Vec<usize> = (0..analysis.issues.len())
            .filter(|&i| !analysis.issues[i].positions.is_empty())
            .collect();
        let (shared, single): (Vec<_>, Vec<_>) = with_positions
            .into_iter()
            .partition(|&i| analysis.issues[i].statements.len() > 1);
        let (candidates, single_columns) = if shared.is_empty() {
            (single, 0)
        } else {
            (shared, single.len())
        };
        let shown = &candidates[..columns.min(candidates.len())];

        let contested_issues: Vec<IssueId> = analysis.contested.iter().map(|contest| contest.issue).collect();
        let mut cells = vec![vec![Cell::default(); shown.len()]; analysis.speakers.len()];
        for (column, &issue) in shown.iter().enumerate() {
            for position in &analysis.issues[issue].positions {
                let Some(row) = cells.get_mut(position.speaker.index()) else {
                    continue;
                };
                row[column].add(position.stance, &position.via, &position.statements);
            }
        }
        let mut rows: Vec<Row> = cells
            .into_iter()
            .enumerate()
            .filter(|(_, cells)| cells.iter().any(|cell| !cell.marks.is_empty()))
            .map(|(speaker, cells)| Row {
                speaker: SpeakerId::from_index(speaker),
                cells,
            })
            .collect();
        for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
            cell.settle();
        }
        rows.sort_by(|a, b| {
            let name = |row: &Row| &analysis.speakers[row.speaker.index()].name;
            b.weight().cmp(&a.weight()).then_with(|| name(a).cmp(name(b)))
        });
        Self {
            columns: shown
                .iter()
                .map(|&issue| {
                    let issue = IssueId::from_index(issue);
                    Column {
                        issue,
                        contested: contested_issues.contains(&issue),
                    }
                })
                .collect(),
            rows,
            more_columns: candidates.len() - shown.len(),
            single_columns,
        }
    }
}

impl Row {
    /// Columns with a mark first, statements second: a speaker on many points comes before one who repeats himself.
    fn weight(&self) -> (usize, usize) {
        let filled = self.cells.iter().filter(|cell| !cell.marks.is_empty()).count();
        let statements = self
            .cells
            .iter()
            .flat_map(|cell| &cell.marks)
            .map(|mark| mark.statements.len())
            .sum();
        (filled, statements)
    }
}

impl Cell {
    fn add(&mut self, stance: Stance, via: &[SpeakerId], statements: &[StatementId]) {
        let mark = match self.marks.iter_mut().find(|mark| mark.stance == stance) {
            Some(mark) => mark,
            None => self.marks.push_mut(Mark {
                stance,
                via: Vec::new(),
                statements: Vec::new(),
            }),
        };
        for reporter in via {
            if !mark.via.contains(reporter) {
                mark.via.push(*reporter);
            }
        }
        mark.statements.extend(statements);
    }

    fn settle(&mut self) {
        self.marks.sort_by_key(|mark| mark.stance);
        for mark in &mut self.marks {
            mark.statements.sort_unstable();
            mark.statements.dedup();
        }
        let via = |stance| {
            self.marks
                .iter()
                .find(|mark| mark.stance == stance)
                .map(|mark| &mark.via)
        };
        // One reporter who has it both ways reports a change of mind, or was misread: no two reporters disagree.
        self.contested = match (via(Stance::For), via(Stance::Against)) {
            (Some(a), Some(b)) => a.iter().any(|id| !b.contains(id)) || b.iter().any(|id| !a.contains(id)),
            _ => false,
        };
    }
}

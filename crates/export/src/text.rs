use std::fmt::Write;

use claims::{Analysis, Span, SpeakerId, Stance, Statement, StatementId};

/// Issues shown at most; the rest are counted.
const ISSUES: usize = 8;

/// The analysis for reading in a terminal: speakers, statements by nesting, who stands where, what is contested.
#[must_use]
pub fn to_text(analysis: &Analysis) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_all(analysis, &mut out);
    out
}

fn write_all(analysis: &Analysis, out: &mut String) -> core::fmt::Result {
    let speaks = analysis.speaking();
    let speaking = speaks.iter().filter(|&&speaks| speaks).count();
    let listed = || {
        let all = analysis.speakers.iter().zip(&speaks);
        all.filter(|(speaker, speaks)| **speaks || speaker.kind == claims::SpeakerKind::Author)
            .map(|(speaker, _)| speaker)
    };
    let shared = analysis
        .issues
        .iter()
        .filter(|issue| issue.statements.len() > 1)
        .count();
    writeln!(
        out,
        "{} accounts · {speaking} speakers · {} statements · {shared} points at issue · {} contested\n",
        analysis.articles.len(),
        analysis.statements.len(),
        analysis.contested.len()
    )?;
    writeln!(out, "SPEAKERS")?;
    let width = listed()
        .map(|speaker| speaker.name.chars().count())
        .max()
        .unwrap_or(0)
        .min(40);
    for speaker in listed() {
        let roles = speaker.roles.join(", ");
        writeln!(
            out,
            "  {:<width$}  {:<12}  {:>3} mentions  {roles}",
            speaker.name,
            speaker.kind,
            speaker.mentions.len()
        )?;
    }
    let mut depth: Vec<usize> = vec![0; analysis.statements.len()];
    for (at, article) in analysis.articles.iter().enumerate() {
        writeln!(out, "\nSTATEMENTS of {}", article.id)?;
        for (index, statement) in analysis
            .statements
            .iter()
            .enumerate()
            .filter(|(_, statement)| statement.article.index() == at)
        {
            depth[index] = chain(analysis, index);
            write_statement(analysis, index, statement, depth[index], out)?;
        }
    }
    write_matrix(analysis, out)?;
    write_contests(analysis, out)
}

/// How many statements report this one.
fn chain(analysis: &Analysis, index: usize) -> usize {
    let mut depth = 0;
    let mut outer = analysis.statements[index].inside;
    while let Some(next) = outer {
        depth += 1;
        outer = analysis
            .statements
            .get(next.index())
            .and_then(|statement| statement.inside);
    }
    depth
}

fn words(analysis: &Analysis, statement: &Statement, spans: &[Span]) -> String {
    let text = analysis
        .articles
        .get(statement.article.index())
        .map_or("", |article| article.text.as_str());
    let parts: Vec<String> = spans
        .iter()
        .map(|span| span.of(text).split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    parts.join(" … ")
}

fn write_statement(
    analysis: &Analysis,
    index: usize,
    statement: &Statement,
    depth: usize,
    out: &mut String,
) -> core::fmt::Result {
    let indent = "    ".repeat(depth);
    let part = |spans| words(analysis, statement, spans);
    let speaker = name(analysis, statement.speaker);
    writeln!(
        out,
        "  {indent}s{} {speaker} {} ({}, {}, {})",
        index + 1,
        statement.act,
        statement.form,
        statement.factuality,
        statement.engagement
    )?;
    let source = part(&statement.source);
    writeln!(
        out,
        "  {indent}   {} | {} | {}",
        or_dash(&source),
        or_dash(&part(&statement.cue)),
        or_dash(&part(&statement.content))
    )?;
    writeln!(out, "  {indent}   {}", statement.rule)
}

fn or_dash(words: &str) -> &str {
    if words.is_empty() { "–" } else { words }
}

fn name(analysis: &Analysis, speaker: Option<SpeakerId>) -> &str {
    speaker
        .and_then(|id| analysis.speakers.get(id.index()))
        .map_or("(nobody named)", |speaker| &speaker.name)
}

fn write_matrix(analysis: &Analysis, out: &mut String) -> core::fmt::Result {
    writeln!(out, "\nWHO STANDS WHERE   ▲ for  ▼ against  ● neutral  ○ unclear")?;
    let mut shown: Vec<_> = analysis
        .issues
        .iter()
        .filter(|issue| !issue.positions.is_empty())
        .collect();
    shown.sort_by_key(|issue| issue.statements.len() < 2);
    shown.truncate(ISSUES);
    for (at, issue) in shown.iter().enumerate() {
        writeln!(out, "  {}  {}", at + 1, issue.label)?;
    }
    let width = analysis
        .speakers
        .iter()
        .map(|speaker| speaker.name.chars().count())
        .max()
        .unwrap_or(0)
        .min(40);
    let heads: Vec<String> = (1..=shown.len()).map(|at| format!("{at:^4}")).collect();
    writeln!(out, "  {:<width$}  {}", "", heads.concat())?;
    for (at, speaker) in analysis.speakers.iter().enumerate() {
        let cells: Vec<String> = shown
            .iter()
            .map(|issue| {
                let marks: String = issue
                    .positions
                    .iter()
                    .filter(|position| position.speaker.index() == at)
                    .map(|position| match position.stance {
                        Stance::For => '▲',
                        Stance::Against => '▼',
                        Stance::Neutral => '●',
                        Stance::Unclear => '○',
                    })
                    .collect();
                format!("{marks:^4}")
            })
            .collect();
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            writeln!(out, "  {:<width$}  {}", speaker.name, cells.concat().trim_end())?;
        }
    }
    let rest = analysis.issues.len() - shown.len();
    if rest > 0 {
        writeln!(out, "  and {rest} more")
    } else {
        Ok(())
    }
}

fn write_contests(analysis: &Analysis, out: &mut String) -> core::fmt::Result {
    if analysis.contested.is_empty() {
        return writeln!(out, "\nNOTHING CONTESTED");
    }
    writeln!(out, "\nCONTESTED")?;
    for contest in &analysis.contested {
        writeln!(out, "  {}: {}", contest.kind, contest.why)?;
        for StatementId(id) in contest.evidence {
            if let Some(statement) = analysis.statements.get(id as usize) {
                let article = analysis
                    .articles
                    .get(statement.article.index())
                    .map_or("", |article| article.id.as_str());
                writeln!(
                    out,
                    "    {article} s{} {} | {} | {}",
                    id + 1,
                    words(analysis, statement, &statement.source),
                    words(analysis, statement, &statement.cue),
                    words(analysis, statement, &statement.content)
                )?;
            }
        }
    }
    Ok(())
}

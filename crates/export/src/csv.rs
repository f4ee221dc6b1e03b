//! Statements as a table of comma-separated values, for spreadsheets and statistics.

use claims::{Analysis, Review, Span, Statement, StatementId};

use crate::Offsets;

const HEAD: [&str; 20] = [
    "id",
    "account",
    "outlet",
    "speaker",
    "speaker_kind",
    "act",
    "negated",
    "stance",
    "issue",
    "form",
    "factuality",
    "engagement",
    "source",
    "cue",
    "content",
    "start",
    "end",
    "reported_by",
    "review",
    "rule",
];

/// One line a statement after a line of names, as RFC 4180 has it. `start` and `end` count code points, from the first
/// of the statement's words to the last; `reported_by` is the chain of reporters, outermost first.
#[must_use]
pub fn to_csv(analysis: &Analysis, reviews: &[Review]) -> String {
    let offsets: Vec<Offsets> = analysis
        .articles
        .iter()
        .map(|article| Offsets::new(&article.text))
        .collect();
    let mut csv = String::new();
    line(&mut csv, &HEAD.map(str::to_owned));
    for (at, statement) in analysis.statements.iter().enumerate() {
        let review = reviews.get(at).cloned().unwrap_or_default();
        line(
            &mut csv,
            &row(
                analysis,
                &offsets,
                StatementId::from_index(at),
                statement,
                &review,
            ),
        );
    }
    csv
}

fn row(
    analysis: &Analysis,
    offsets: &[Offsets],
    id: StatementId,
    statement: &Statement,
    review: &Review,
) -> [String; 20] {
    let article = analysis.articles.get(statement.article.index());
    let text = article.map_or("", |article| article.text.as_str());
    let words = |spans: &[Span]| {
        let words: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
        words.join(" … ")
    };
    let speaker = statement.speaker.and_then(|id| analysis.speakers.get(id.index()));
    let issue = analysis
        .issues
        .iter()
        .find(|issue| issue.statements.contains(&id));
    let stance = issue.and_then(|issue| {
        let position = issue
            .positions
            .iter()
            .find(|position| position.statements.contains(&id))?;
        Some(position.stance.to_string())
    });
    let whole = [&statement.source, &statement.cue, &statement.content]
        .into_iter()
        .flatten()
        .copied()
        .reduce(Span::cover)
        .unwrap_or(Span::new(0, 0));
    let [start, end] = offsets
        .get(statement.article.index())
        .map_or([0, 0], |offsets| offsets.span(whole));
    [
        format!("s{}", id.0 + 1),
        article.map(|article| article.id.clone()).unwrap_or_default(),
        article
            .and_then(|article| article.outlet.clone())
            .unwrap_or_default(),
        speaker.map(|speaker| speaker.name.clone()).unwrap_or_default(),
        speaker
            .map(|speaker| speaker.kind.to_string())
            .unwrap_or_default(),
        statement.act.to_string(),
        statement.negated.to_string(),
        stance.unwrap_or_default(),
        issue.map(|issue| issue.label.clone()).unwrap_or_default(),
        statement.form.to_string(),
        statement.factuality.to_string(),
        statement.engagement.to_string(),
        words(&statement.source),
        words(&statement.cue),
        words(&statement.content),
        start.to_string(),
        end.to_string(),
        reporters(analysis, statement),
        if review.is_reviewed() { "reviewed" } else { "" }.to_owned(),
        statement.rule.clone(),
    ]
}

fn reporters(analysis: &Analysis, statement: &Statement) -> String {
    let outer = |statement: &Statement| analysis.statements.get(statement.inside?.index());
    let mut names: Vec<&str> = core::iter::successors(outer(statement), |outer_one| outer(outer_one))
        .take(64)
        .filter_map(|reporter| Some(analysis.speakers.get(reporter.speaker?.index())?.name.as_str()))
        .collect();
    names.reverse();
    names.join(" > ")
}

fn line(csv: &mut String, fields: &[String]) {
    for (at, field) in fields.iter().enumerate() {
        if at > 0 {
            csv.push(',');
        }
        if field.contains([',', '"', '\n', '\r']) {
            csv.push('"');
            csv.push_str(&field.replace('"', "\"\""));
            csv.push('"');
        } else {
            csv.push_str(field);
        }
    }
    csv.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_format_are_quoted() {
        let mut csv = String::new();
        let mut fields = HEAD.map(|_| String::new());
        fields[0] = "plain".into();
        fields[1] = "a, \"b\"\nc".into();
        line(&mut csv, &fields);
        assert!(csv.starts_with("plain,\"a, \"\"b\"\"\nc\",,"));
        assert!(csv.ends_with(",\r\n"));
    }

    #[test]
    fn an_empty_analysis_is_a_line_of_names() {
        assert_eq!(to_csv(&Analysis::default(), &[]).lines().count(), 1);
    }
}

//! Charts of a small made-up analysis, as readable snapshots.

mod small;

use chart::{Choice, Matrix, mark_up, passage};
use claims::{Analysis, Article, ArticleId, Span, Statement, StatementId};
use expect_test::{Expect, expect};
use small::{TEXT, analysis, statement};

/// One line a row: the speaker, then for each column its marks as stance and statements; `!` for a contested cell.
fn draw(analysis: &Analysis, columns: usize) -> String {
    draw_choice(
        analysis,
        Choice {
            columns,
            ..Choice::default()
        },
    )
}

fn draw_choice(analysis: &Analysis, choice: Choice<'_>) -> String {
    let matrix = Matrix::of(analysis, choice);
    let line = |head: &str, cells: Vec<String>| {
        let cells: Vec<String> = cells.iter().map(|cell| format!("{cell:28}")).collect();
        format!("{head:8}| {}", cells.join("| ")).trim_end().to_owned()
    };
    let heads = matrix.columns.iter().map(|column| {
        let label = &analysis.issues[column.issue.index()].label;
        format!("{label}{}", if column.contested { " !" } else { "" })
    });
    let mut lines = vec![line("", heads.collect())];
    for row in &matrix.rows {
        for (at, lane) in row.lanes.iter().enumerate() {
            let cells = lane.cells.iter().zip(&row.contested).map(|(marks, contested)| {
                let marks = marks.iter().map(|mark| {
                    let ids: Vec<String> = mark.statements.iter().map(|id| id.0.to_string()).collect();
                    let via: Vec<&str> = mark
                        .via
                        .iter()
                        .map(|id| analysis.speakers[id.index()].name.as_str())
                        .collect();
                    format!("{} {} {}", mark.stance, ids.join(","), via.join(","))
                        .trim_end()
                        .to_owned()
                });
                let contested = if *contested { "! " } else { "" };
                format!("{contested}{}", marks.collect::<Vec<_>>().join(" / "))
            });
            let name = &analysis.speakers[row.speaker.index()].name;
            let account = &analysis.articles[lane.article.index()].id;
            let head = format!("{:6}{account}", if at == 0 { name } else { "" });
            lines.push(line(&head, cells.collect()));
        }
    }
    lines.push(format!("{} more\n", matrix.more_columns));
    lines.join("\n")
}

fn check(actual: &str, expected: &Expect) {
    expected.assert_eq(actual);
}

#[test]
fn a_cell_that_two_reporters_fill_differently_is_contested() {
    check(
        &draw(&analysis(), 8),
        &expect![[r#"
                    | the bridge !                | the backing                 | told once
            Ode     | neutral 0                   | for 0                       |
            Finch   | ! for 1 Ode / against 2     |                             |
            Silent  |                             |                             | for 0
            0 more
        "#]],
    );
}

#[test]
fn issues_beyond_the_room_are_counted() {
    check(
        &draw(&analysis(), 1),
        &expect![[r#"
                    | the bridge !
            Finch   | ! for 1 Ode / against 2
            Ode     | neutral 0
            2 more
        "#]],
    );
}

#[test]
fn only_what_is_chosen_is_shown_and_by_name() {
    let keep = [true, false, true];
    let choice = Choice {
        keep: Some(&keep),
        columns: 8,
        by_name: true,
    };
    check(
        &draw_choice(&analysis(), choice),
        &expect![[r#"
                    | the backing                 | the bridge !                | told once
            Finch   |                             | against 2                   |
            Ode     | for 0                       | neutral 0                   |
            Silent  |                             |                             | for 0
            0 more
        "#]],
    );
}

#[test]
fn a_speaker_has_a_lane_in_every_account() {
    let mut analysis = analysis();
    analysis.articles.push(Article {
        id: "B".into(),
        text: TEXT.into(),
        ..Article::default()
    });
    analysis.statements[2].article = ArticleId(1);
    check(
        &draw(&analysis, 8),
        &expect![[r#"
                    | the bridge !                | the backing                 | told once
            Ode     | neutral 0                   | for 0                       |
            Finch   | ! for 1 Ode                 |                             |
                  B | ! against 2                 |                             |
            Silent  |                             |                             | for 0
            0 more
        "#]],
    );
}

#[test]
fn a_passage_is_the_sentence_with_the_words_in_it() {
    let analysis = analysis();
    let pieces = passage(&analysis, StatementId(1)).into_iter().map(|piece| {
        let role = piece.role.map_or("", claims::Role::as_str);
        format!("{:8} [{}]\n", role, piece.span.of(TEXT))
    });
    check(
        &pieces.collect::<String>(),
        &expect![[r#"
                 [Councillor Ode said that ]
        source   [Mayor Finch]
                 [ had ]
        cue      [“backed”]
                 [ ]
        content  [the bridge]
                 [.]
    "#]],
    );
}

#[test]
fn words_are_cut_where_marks_begin_and_end() {
    let analysis = analysis();
    let marked = mark_up(&analysis, ArticleId(0));
    let mut lines = String::new();
    for paragraph in marked.blocks.iter().flat_map(|block| block.paragraphs(&analysis)) {
        lines.push_str("¶\n");
        for run in &paragraph.runs {
            let list = |ids: &[StatementId]| {
                ids.iter()
                    .map(|id| id.0.to_string())
                    .collect::<Vec<_>>()
                    .join(",")
            };
            let row = format!(
                "{:20} source {:3} cue {:3} content {}",
                format!("[{}]", run.span.of(TEXT)),
                list(&run.source),
                list(&run.cue),
                list(&run.content)
            );
            lines.push_str(row.trim_end());
            lines.push('\n');
        }
    }
    check(
        &lines,
        &expect![[r#"
            ¶
            [Bridge vote]        source     cue     content
            ¶
            [Councillor Ode]     source 0   cue     content
            [ ]                  source     cue     content
            [said]               source     cue 0   content
            [ that ]             source     cue     content
            [Mayor Finch]        source 1   cue     content 0
            [ had ]              source     cue     content 0
            [“backed”]           source     cue 1   content 0
            [ ]                  source     cue     content 0
            [the bridge]         source     cue     content 0,1
            [.]                  source     cue     content
            ¶
            [Finch]              source 2   cue     content
            [ ]                  source     cue     content
            [denied]             source     cue 2   content
            [ ]                  source     cue     content
            [it]                 source     cue     content 2
            [.]                  source     cue     content
        "#]],
    );
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Whatever the text and the marks, the runs of a paragraph cover it, and paragraphs hold all but white space.
        #[test]
        fn runs_cover_every_word(text in "(\\PC|\n){0,300}", marks in prop::collection::vec((0u32..400, 0u32..80), 0..12)) {
            let statements = marks.iter().map(|&(start, length)| {
                let snap = |at: u32| text.floor_char_boundary(at as usize) as u32;
                Statement { content: vec![Span::new(snap(start), snap(start + length))], ..statement(0, "-", "-", "-", None) }
            }).collect();
            let analysis = Analysis {
                articles: vec![Article { text: text.clone(), ..Article::default() }],
                statements,
                ..Analysis::default()
            };
            let marked = mark_up(&analysis, ArticleId(0));
            let mut kept = String::new();
            for paragraph in marked.blocks.iter().flat_map(|block| block.paragraphs(&analysis)) {
                let mut at = paragraph.span.start;
                for run in &paragraph.runs {
                    prop_assert_eq!(run.span.start, at);
                    prop_assert!(!run.span.is_empty());
                    at = run.span.end;
                    let inside: Vec<_> = analysis.statements.iter().enumerate()
                        .filter(|(_, s)| s.content.iter().any(|span| span.contains(run.span)))
                        .map(|(id, _)| StatementId(id as u32)).collect();
                    prop_assert_eq!(&run.content, &inside);
                }
                prop_assert_eq!(at, paragraph.span.end);
                kept.push_str(paragraph.span.of(&text));
            }
            let words = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(words(&kept), words(&text));
        }
    }
}

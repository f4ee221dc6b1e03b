//! Networks, timelines and sheets of a small made-up analysis, as readable snapshots.

mod small;

use chart::{Choice, Figure, Matrix, Scene, alliances, network, sheet, timeline};
use claims::Analysis;
use expect_test::expect;
use small::analysis;

const ALL: Choice<'_> = Choice {
    keep: None,
    columns: 40,
    by_name: false,
};

/// One line a shape that stands for statements, and one for words.
fn draw(scene: &Scene) -> String {
    let mut lines = format!("{:.0} by {:.0}\n", scene.width, scene.height);
    for shape in &scene.shapes {
        let ids: Vec<String> = shape.statements.iter().map(|id| id.0.to_string()).collect();
        let figure = match &shape.figure {
            Figure::Curve { width, dash, .. } => {
                format!("{} width {width:.1} dash [{dash}]", shape.figure.path())
            }
            Figure::Symbol { at: [x, y], .. } => format!("symbol at {x:.0} {y:.0}"),
            Figure::Words {
                words, at: [x, y], ..
            } => format!("“{words}” at {x:.0} {y:.0}"),
            Figure::Box([x, y, width, height]) => format!("box {x:.0} {y:.0} {width:.0} {height:.0}"),
            Figure::Line(_) => continue,
        };
        let line = format!("{:8} {:6} {figure}", shape.ink.as_str(), ids.join(","));
        lines.push_str(line.trim_end());
        lines.push('\n');
    }
    lines
}

#[test]
fn a_network_has_an_edge_for_each_stance() {
    expect![[r#"
        760 by 88
        soft            “Speakers” at 190 14
        soft            “Points at issue” at 480 14
        for      1      M200.0 40.0C335.0 40.0 335.0 40.0 470.0 40.0 width 1.7 dash []
        against  2      M200.0 46.0C335.0 46.0 335.0 46.0 470.0 46.0 width 1.7 dash [7 4]
        neutral  0      M200.0 67.0C335.0 67.0 335.0 37.0 470.0 37.0 width 1.7 dash [2 4]
        for      0      M200.0 70.0C335.0 70.0 335.0 70.0 470.0 70.0 width 1.7 dash []
        for      1      symbol at 292 40
        against  2      symbol at 317 46
        neutral  0      symbol at 292 61
        for      0      symbol at 317 70
        ink      1,2    “Finch” at 190 48
        ink      0      “Ode” at 190 78
        ink      0,1,2  “the bridge” at 480 48
        ink      0      “the backing” at 480 78
    "#]]
    .assert_eq(&draw(&network(&analysis(), ALL)));
}

#[test]
fn those_who_agree_are_joined_on_the_left_and_those_who_do_not_on_the_right() {
    expect![[r#"
        760 by 28
        soft            “Agree” at 255 14
        soft            “Disagree” at 505 14
    "#]]
    .assert_eq(&draw(&alliances(&analysis(), ALL)));
}

#[test]
fn a_timeline_has_a_tick_where_each_statement_stands() {
    expect![[r#"
        760 by 132
        soft            “Account ” at 190 14
        soft            “start” at 190 30
        soft            “end” at 750 30
        ink      1,2    “Finch” at 178 56
        for      1      symbol at 581 52
        against  2      symbol at 732 52
        ink      0      “Ode” at 178 80
        for      0      symbol at 412 76
        soft            symbol at 126 112
        soft            “asserts” at 136 116
        soft            symbol at 202 112
        soft            “denies, doubts” at 212 116
        soft            symbol at 329 112
        soft            “accepts” at 339 116
        soft            symbol at 406 112
        soft            “asks, presses” at 416 116
        soft            symbol at 525 112
        soft            “demands, promises” at 535 116
        soft            symbol at 674 112
        soft            “declines” at 684 116
    "#]]
    .assert_eq(&draw(&timeline(&analysis(), ALL)));
}

#[test]
fn a_sheet_shows_the_matrix() {
    let analysis = analysis();
    expect![[r#"
        496 by 268
        ink             “the bridge” at 224 165
        ink             “(contested)” at 224 180
        ink             “the backing” at 316 180
        ink             “told once” at 408 180
        ink             “Ode” at 0 207
        neutral  0      symbol at 234 203
        for      0      symbol at 326 203
        ink             “Finch” at 0 233
        strong          box 221 218 90 22
        for      1      symbol at 234 229
        against  2      symbol at 268 229
        ink             “Silent” at 0 259
        for      0      symbol at 418 255
    "#]]
    .assert_eq(&draw(&sheet(&analysis, &Matrix::of(&analysis, ALL))));
}

#[test]
fn a_picture_has_its_title_and_legend_and_nothing_from_outside() {
    let svg = network(&analysis(), ALL).to_svg("Who & <what>");
    assert!(svg.contains("Who &amp; &lt;what&gt;") && svg.contains(">against</text>"));
    assert!(!svg.contains("href") && !svg.contains("url("));
}

#[test]
fn nothing_is_drawn_of_nothing() {
    let nothing = Analysis::default();
    for scene in [
        network(&nothing, ALL),
        alliances(&nothing, ALL),
        timeline(&nothing, ALL),
    ] {
        assert!(scene.shapes.iter().all(|shape| shape.statements.is_empty()));
    }
}

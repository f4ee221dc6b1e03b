//! `sayso parse`, as a person runs it.
#![allow(clippy::expect_used, reason = "also in what the tests share")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const MODEL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/english.model");

fn parse(text: &Path, model: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
    command
        .arg("parse")
        .arg(text)
        .args(["--model", model])
        .output()
        .expect("the program runs")
}

fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).expect("the file can be written");
    path
}

#[test]
fn prints_conllu() {
    let output = parse(&file("parse.txt", "Nobody asked.".as_bytes()), MODEL);
    assert!(output.status.success());
    let expected = "# newpar\n\
        1\tNobody\tnobody\tPRON\tNN\t_\t2\tnsubj\t_\tRange=0:6|Ent=O\n\
        2\tasked\task\tVERB\tVBD\t_\t0\tROOT\t_\tRange=7:12|Ent=O\n\
        3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tRange=12:13|Ent=O\n\n";
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
}

#[test]
fn says_what_is_wrong() {
    let text = file("wrong.txt", b"Nobody asked.");
    let complaint = |text: &Path, model: &str| {
        let output = parse(text, model);
        assert!(!output.status.success());
        assert!(output.stdout.is_empty());
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(complaint(&text, "no.model").starts_with("sayso: no.model: "));
    assert!(complaint(Path::new("no.txt"), MODEL).starts_with("sayso: no.txt: "));
    let not_a_model = file("not.model", b"<!doctype html>");
    let said = complaint(&text, &not_a_model.to_string_lossy());
    assert!(
        said.ends_with("this is not a Sayso model of English; fetch english.model again\n"),
        "{said}"
    );
    assert!(complaint(&file("binary.txt", b"\xff\xfe"), MODEL).contains("UTF-8"));
}

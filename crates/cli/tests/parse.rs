//! `sayso parse`, as a person runs it.
#![allow(clippy::expect_used, reason = "also in what the tests share")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn parse(text: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
    command.arg("parse").arg(text).output().expect("the program runs")
}

fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).expect("the file can be written");
    path
}

#[test]
fn prints_conllu() {
    let output = parse(&file("parse.txt", "Nobody asked.".as_bytes()));
    assert!(output.status.success());
    let expected = "# newpar\n\
        1\tNobody\tnobody\tPRON\tNN\t_\t2\tnsubj\t_\tRange=0:6|Ent=O\n\
        2\tasked\task\tVERB\tVBD\t_\t0\tROOT\t_\tRange=7:12|Ent=O\n\
        3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tRange=12:13|Ent=O\n\n";
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
}

#[test]
fn says_what_is_wrong() {
    let complaint = |text: &Path| {
        let output = parse(text);
        assert!(!output.status.success());
        assert!(output.stdout.is_empty());
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(complaint(Path::new("no.txt")).starts_with("sayso: cannot read no.txt: "));
    assert!(complaint(&file("binary.txt", b"\xff\xfe")).contains("UTF-8"));
}

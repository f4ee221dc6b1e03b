use core::fmt::{self, Write};

use crate::{Document, Pos};

/// A document in [CoNLL-U](https://universaldependencies.org/format.html), written by its `Display`.
///
/// One sentence after the other: form, lemma, universal part of speech, tag, head and dependency label (of `ClearNLP`,
/// not UD). MISC has `Range=start:end` in code points of the text, and `Ent=B-PERSON`, `I-PERSON` or `O`. Tokens of
/// white space have `_` as form and lemma.
#[derive(Debug, Clone, Copy)]
pub struct ConllU<'d>(pub &'d Document);

impl fmt::Display for ConllU<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let document = self.0;
        let mut paragraphs = document
            .paragraphs()
            .iter()
            .map(|paragraph| paragraph.start)
            .peekable();
        let mut entities = document.entities().iter().peekable();
        let (mut byte, mut code_point) = (0, 0);
        let mut advance_to = |next: u32| {
            let passed = document.text().get(byte..next as usize).unwrap_or_default();
            byte = next as usize;
            code_point += passed.chars().count();
            code_point
        };
        for sentence in document.sentences() {
            if paragraphs.next_if_eq(&sentence.start).is_some() {
                out.write_str("# newpar\n")?;
            }
            for index in sentence.clone() {
                let Some(token) = document.token(index) else {
                    continue;
                };
                let (start, end) = (advance_to(token.span.start), advance_to(token.span.end));
                let is_space = token.pos == Pos::Space;
                let (word, lemma) = if is_space {
                    ("_", "_")
                } else {
                    (document.word(index), document.lemma(index))
                };
                let head = if token.head == index {
                    0
                } else {
                    (token.head + 1).saturating_sub(sentence.start)
                };
                let id = index - sentence.start + 1;
                write!(
                    out,
                    "{id}\t{word}\t{lemma}\t{}\t{}\t_\t{head}\t{}\t_\t",
                    token.pos, token.tag, token.dep
                )?;
                write!(out, "Range={start}:{end}|Ent=")?;
                while entities.next_if(|entity| entity.tokens.end <= index).is_some() {}
                match token.entity.zip(entities.peek()) {
                    Some((kind, entity)) if entity.tokens.start == index => writeln!(out, "B-{kind}")?,
                    Some((kind, _)) => writeln!(out, "I-{kind}")?,
                    None => out.write_str("O\n")?,
                }
            }
            out.write_char('\n')?;
        }
        Ok(())
    }
}

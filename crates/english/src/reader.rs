use core::ops::Range;
use std::sync::Mutex;

use crate::analysis::Workspace;
use crate::document::Document;
use crate::model::{Model, ModelError};
use crate::tokenizer::Class;

/// Reads English: text to [`Document`].
///
/// Loaded once from a model file and then used for any number of texts, from any number of threads. What it makes of
/// a text depends on nothing but the text and the model.
#[derive(Debug)]
pub struct English {
    model: Model,
    /// Room to work in, kept from text to text because the words met before need not be looked up again.
    workspaces: Mutex<Vec<Workspace>>,
}

impl English {
    /// Loads a model from the bytes of its file (`static/english.model`).
    ///
    /// # Errors
    /// If the bytes are not a whole, undamaged model of this version.
    pub fn load(model: &[u8]) -> Result<Self, ModelError> {
        Ok(Self {
            model: Model::read(model)?,
            workspaces: Mutex::default(),
        })
    }

    /// Analyses a text at once. Of texts over 4 GiB, the first 4 GiB are read.
    #[must_use]
    pub fn read(&self, text: &str) -> Document {
        self.reader(text).finish()
    }

    /// Begins to analyse a text, to be gone on with step by step.
    #[must_use]
    pub fn reader(&self, text: &str) -> Reader<'_> {
        let kept = text.floor_char_boundary(u32::MAX as usize);
        let mut workspace = self
            .workspaces
            .lock()
            .ok()
            .and_then(|mut workspaces| workspaces.pop())
            .unwrap_or_default();
        workspace.begin_document();
        let document = Document {
            text: text[..kept].to_owned(),
            ..Document::default()
        };
        Reader {
            english: self,
            workspace,
            document,
            read: 0,
            line: 0..0,
            paragraph: 0,
        }
    }
}

/// A text being analysed, some sentences at a time, so that whoever waits can be told how far it is, or give up.
#[derive(Debug)]
pub struct Reader<'e> {
    english: &'e English,
    workspace: Workspace,
    document: Document,
    /// Bytes of the text read so far.
    read: usize,
    /// The line being read, without its end; empty before the first line and after one of white space.
    line: Range<usize>,
    /// First token of the paragraph being read.
    paragraph: u32,
}

impl Reader<'_> {
    /// Analyses the next paragraph, or the next part of a very long one. False once there is nothing left to read.
    pub fn step(&mut self) -> bool {
        let text = core::mem::take(&mut self.document.text);
        let unread = self.step_in(&text);
        self.document.text = text;
        unread
    }

    fn step_in(&mut self, text: &str) -> bool {
        while self.read < text.len() {
            if self.read < self.line.end {
                let line = self.line.clone();
                let range = self.read..line.end;
                self.read = self
                    .workspace
                    .read(&self.english.model, text, range, &mut self.document);
                if self.read >= line.end {
                    self.end_paragraph();
                }
                return true;
            }
            self.begin_line(text);
        }
        false
    }

    /// Goes on to the next line. A line of white space is passed over.
    fn begin_line(&mut self, text: &str) {
        if self.line.end > self.line.start {
            // Past the end of the line before.
            let rest = &text[self.read..];
            self.read += if rest.starts_with("\r\n") {
                2
            } else {
                usize::from(!rest.is_empty())
            };
        }
        let rest = &text[self.read..];
        let line = rest.split_once('\n').map_or(rest, |(line, _)| line);
        let content = line.strip_suffix('\r').unwrap_or(line);
        let characters = self.english.model.tokenizer.characters();
        if content.chars().all(|char| characters.is(char, Class::SPACE)) {
            self.read = (self.read + line.len() + 1).min(text.len());
            self.line = self.read..self.read;
        } else {
            self.line = self.read..self.read + content.len();
        }
    }

    fn end_paragraph(&mut self) {
        let end = self.document.tokens.len() as u32;
        if end > self.paragraph {
            self.document.paragraphs.push(self.paragraph..end);
            self.paragraph = end;
        }
    }

    /// Bytes of the text that have been read.
    #[must_use]
    pub fn bytes_read(&self) -> usize {
        self.read
    }

    /// Reads what is left and gives the whole analysis.
    #[must_use]
    pub fn finish(mut self) -> Document {
        while self.step() {}
        core::mem::take(&mut self.document)
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        if let Ok(mut workspaces) = self.english.workspaces.lock() {
            workspaces.push(core::mem::take(&mut self.workspace));
        }
    }
}

//! The text of an article cut where its marks begin and end.

use claims::{Analysis, ArticleId, Engagement, Span, Statement, StatementId};

/// Blocks end at the first paragraph border after this many bytes: small enough to draw one in a frame.
const BLOCK_BYTES: u32 = 4096;
/// A paragraph longer than this is cut at a space, so that a text without line breaks can be drawn in parts too.
const PARAGRAPH_BYTES: usize = 8192;

/// An article's text in blocks that can be marked up and drawn one by one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marked {
    /// The blocks, in order; together they hold every byte but the line ends between paragraphs.
    pub blocks: Vec<Block>,
}

/// A few paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The bytes of the article's text that it holds.
    pub span: Span,
    /// The statements with words in it, in ascending order.
    pub statements: Vec<StatementId>,
    /// The non-empty paragraphs.
    lines: Vec<Span>,
}

/// A paragraph, or a part of a very long one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// The bytes of the article's text that it holds, without the line end.
    pub span: Span,
    /// Consecutive runs that cover the span.
    pub runs: Vec<Run>,
}

/// A stretch of text over which no mark begins or ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The bytes of the article's text.
    pub span: Span,
    /// Statements that have it as their source, cue and content; each list from the outermost to the innermost.
    pub source: Vec<StatementId>,
    /// See `source`.
    pub cue: Vec<StatementId>,
    /// See `source`.
    pub content: Vec<StatementId>,
}

impl Run {
    /// The statement that these words belong to most closely: the innermost one that has them as cue or source, else
    /// the innermost one that has them as content.
    #[must_use]
    pub fn statement(&self) -> Option<StatementId> {
        self.cue
            .last()
            .or(self.source.last())
            .or(self.content.last())
            .copied()
    }

    /// Every statement that the words belong to, without repeats, in ascending order.
    #[must_use]
    pub fn statements(&self) -> Vec<StatementId> {
        let mut all: Vec<_> = self
            .source
            .iter()
            .chain(&self.cue)
            .chain(&self.content)
            .copied()
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The reporter's treatment of the source, where the run is a cue.
    #[must_use]
    pub fn engagement(&self, analysis: &Analysis) -> Option<Engagement> {
        self.cue
            .last()
            .and_then(|id| analysis.statements.get(id.index()))
            .map(|statement| statement.engagement)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Source,
    Cue,
    Content,
}

struct Edge {
    at: u32,
    opens: bool,
    role: Role,
    statement: StatementId,
}

/// Cuts one article into blocks. Cost is linear in the text and in the number of spans (times the blocks that each
/// touches); the marks themselves are worked out block by block, by [`Block::paragraphs`].
#[must_use]
pub fn mark_up(analysis: &Analysis, article: ArticleId) -> Marked {
    let Some(given) = analysis.articles.get(article.index()) else {
        return Marked::default();
    };
    let mut marked = Marked::default();
    for line in paragraphs(&given.text) {
        marked.add(line);
    }
    for (index, statement) in analysis.statements.iter().enumerate() {
        if statement.article == article {
            marked.touch(StatementId::from_index(index), statement);
        }
    }
    marked
}

impl Marked {
    fn add(&mut self, line: Span) {
        match self.blocks.last_mut() {
            Some(block) if block.span.len() < BLOCK_BYTES => {
                block.span = block.span.cover(line);
                block.lines.push(line);
            }
            _ => self.blocks.push(Block {
                span: line,
                statements: Vec::new(),
                lines: vec![line],
            }),
        }
    }

    fn touch(&mut self, id: StatementId, statement: &Statement) {
        for span in [&statement.source, &statement.cue, &statement.content]
            .into_iter()
            .flatten()
        {
            let first = self.blocks.partition_point(|block| block.span.end <= span.start);
            let touched = self.blocks[first..]
                .iter_mut()
                .take_while(|block| block.span.start < span.end);
            for block in touched.filter(|block| block.statements.last() != Some(&id)) {
                block.statements.push(id);
            }
        }
    }
}

impl Block {
    /// The paragraphs with every statement's words marked. Cost is linear in the text of the block and in the number of
    /// spans of its statements (times their nesting depth).
    #[must_use]
    pub fn paragraphs(&self, analysis: &Analysis) -> Vec<Paragraph> {
        let mut edges = self.edges(analysis).into_iter().peekable();
        let mut open: Vec<(Role, StatementId)> = Vec::new();
        let mut paragraphs = Vec::new();
        for &span in &self.lines {
            let mut runs = Vec::new();
            let mut at = span.start;
            loop {
                let next = edges.peek().map_or(span.end, |edge| edge.at.min(span.end));
                if next > at {
                    runs.push(run(Span::new(at, next), &open, analysis));
                    at = next;
                }
                match edges.next_if(|edge| edge.at <= at && (edge.at < span.end || !edge.opens)) {
                    Some(edge) if edge.opens => open.push((edge.role, edge.statement)),
                    Some(edge) => open.retain(|&(role, id)| (role, id) != (edge.role, edge.statement)),
                    None if at >= span.end => break,
                    None => {}
                }
            }
            paragraphs.push(Paragraph { span, runs });
        }
        paragraphs
    }

    fn edges(&self, analysis: &Analysis) -> Vec<Edge> {
        let mut edges = Vec::new();
        for &id in &self.statements {
            let Some(statement) = analysis.statements.get(id.index()) else {
                continue;
            };
            let roles = [
                (Role::Source, &statement.source),
                (Role::Cue, &statement.cue),
                (Role::Content, &statement.content),
            ];
            for (role, spans) in roles {
                for span in spans.iter().filter(|span| !span.is_empty()) {
                    let edge = |at, opens| Edge {
                        at,
                        opens,
                        role,
                        statement: id,
                    };
                    edges.extend([edge(span.start, true), edge(span.end, false)]);
                }
            }
        }
        // Ends before beginnings at one place, so that adjacent spans of one statement do not cancel out.
        edges.sort_by_key(|edge| (edge.at, edge.opens));
        edges
    }
}

fn run(span: Span, open: &[(Role, StatementId)], analysis: &Analysis) -> Run {
    let of = |wanted: Role| {
        let mut ids: Vec<StatementId> = open
            .iter()
            .filter(|(role, _)| *role == wanted)
            .map(|&(_, statement)| statement)
            .collect();
        ids.sort_by_key(|&id| (depth(analysis, id), id));
        ids
    };
    Run {
        span,
        source: of(Role::Source),
        cue: of(Role::Cue),
        content: of(Role::Content),
    }
}

fn depth(analysis: &Analysis, id: StatementId) -> usize {
    core::iter::successors(Some(id), |id| analysis.statements.get(id.index())?.inside)
        .take(64)
        .count()
}

/// Non-empty lines, the overlong ones cut at spaces.
fn paragraphs(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    text.split_inclusive('\n').flat_map(move |line| {
        let begin = start;
        start += line.len();
        cut(line.trim_end_matches(['\n', '\r']), begin)
    })
}

fn cut(line: &str, offset: usize) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut rest = line;
    let mut at = offset;
    while !rest.trim().is_empty() {
        let length = if rest.len() <= PARAGRAPH_BYTES {
            rest.len()
        } else {
            let limit = rest.floor_char_boundary(PARAGRAPH_BYTES);
            rest[..limit].rfind(' ').map_or(limit, |space| space + 1)
        };
        parts.push(Span::new(at as u32, (at + length) as u32));
        at += length;
        rest = &rest[length..];
    }
    parts
}

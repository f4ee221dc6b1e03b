use claims::{Act, Analysis, ArticleId, Review, SpeakerKind, Statement};

/// How the chart is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Speakers by issues.
    #[default]
    Matrix,
    /// Who stands where, as a graph.
    Network,
    /// Who agrees with whom.
    Agreement,
    /// Who speaks where in the text.
    Timeline,
    /// What cannot both stand.
    Contests,
    /// Every statement with every attribute.
    Table,
    /// In prose.
    Summary,
}

impl Mode {
    /// All of them, in the order of their tabs.
    pub const ALL: [Self; 7] = [
        Self::Matrix,
        Self::Network,
        Self::Agreement,
        Self::Timeline,
        Self::Contests,
        Self::Table,
        Self::Summary,
    ];
}

/// In which order speakers and issues stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Most statements first.
    #[default]
    Activity,
    /// By name.
    Name,
}

/// Which statements are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Those of this article.
    pub article: Option<ArticleId>,
    /// Those of this kind of speaker.
    pub kind: Option<SpeakerKind>,
    /// Those with this act.
    pub act: Option<Act>,
    /// Those that nobody has looked at yet.
    pub unreviewed: bool,
    /// Those between these places of the texts, in thousandths: what was brushed on the timeline.
    pub stretch: Option<(u32, u32)>,
    /// Those with these words in them, or in the name of the speaker or the issue.
    pub words: String,
    /// The order of speakers and issues.
    pub order: Order,
}

impl Filter {
    /// Whether it lets everything through.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self
            == Self {
                order: self.order,
                ..Self::default()
            }
    }

    /// For each statement, whether it passes.
    #[must_use]
    pub fn apply(&self, analysis: &Analysis, reviews: &[Review]) -> Vec<bool> {
        let words = self.words.trim().to_lowercase();
        let labelled = labelled(analysis, &words);
        analysis
            .statements
            .iter()
            .enumerate()
            .map(|(at, statement)| {
                self.article.is_none_or(|article| statement.article == article)
                    && self.act.is_none_or(|act| statement.act == act)
                    && self
                        .kind
                        .is_none_or(|kind| kind_of(analysis, statement) == Some(kind))
                    && !(self.unreviewed && reviews.get(at).is_some_and(Review::is_reviewed))
                    && self
                        .stretch
                        .is_none_or(|(from, to)| (from..=to).contains(&place(analysis, statement)))
                    && (words.is_empty() || labelled[at] || says(analysis, statement, &words))
            })
            .collect()
    }
}

/// The statements about issues with the words in their labels.
fn labelled(analysis: &Analysis, words: &str) -> Vec<bool> {
    let mut found = vec![false; analysis.statements.len()];
    let named = analysis
        .issues
        .iter()
        .filter(|issue| !words.is_empty() && issue.label.to_lowercase().contains(words));
    for id in named.flat_map(|issue| &issue.statements) {
        found[id.index()] = true;
    }
    found
}

/// Where a statement stands in its article, in thousandths of the text.
#[must_use]
pub fn place(analysis: &Analysis, statement: &Statement) -> u32 {
    let length = analysis
        .articles
        .get(statement.article.index())
        .map_or(0, |article| article.text.len());
    let at = [&statement.content, &statement.cue, &statement.source]
        .into_iter()
        .find_map(|spans| spans.first())
        .map_or(0, |span| span.start);
    (u64::from(at) * 1000 / (length.max(1) as u64)) as u32
}

fn kind_of(analysis: &Analysis, statement: &Statement) -> Option<SpeakerKind> {
    Some(analysis.speakers.get(statement.speaker?.index())?.kind)
}

fn says(analysis: &Analysis, statement: &Statement, words: &str) -> bool {
    let text = analysis
        .articles
        .get(statement.article.index())
        .map_or("", |article| &article.text);
    let name = statement
        .speaker
        .and_then(|id| analysis.speakers.get(id.index()))
        .map_or("", |speaker| &speaker.name);
    name.to_lowercase().contains(words)
        || [&statement.content, &statement.cue, &statement.source]
            .into_iter()
            .flatten()
            .any(|span| span.of(text).to_lowercase().contains(words))
}

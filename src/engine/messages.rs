use claims::{Analysis, Article, Corrected, Correction};
use serde::{Deserialize, Serialize};

/// Numbers the analyses that the page asks for, so that a late answer to an old question is told apart.
pub type Job = u32;

/// Numbers the states of the corrections, likewise.
pub type Edition = u32;

/// What the page asks of the engine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Fetch the models now, so that they are here when they are needed.
    Load {
        /// Where they are.
        addresses: Addresses,
    },
    /// Analyse these articles together; gives up whatever was under way.
    Analyze {
        /// The number that replies carry.
        job: Job,
        /// The accounts.
        articles: Vec<Article>,
    },
    /// Put these corrections, and no others, into the analysis: the present one and those to come.
    Correct {
        /// The analysis that is meant.
        job: Job,
        /// The number that the reply carries.
        edition: Edition,
        /// What is set right.
        corrections: Vec<Correction>,
    },
    /// Give up whatever is under way.
    Cancel,
}

/// Where the models are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addresses {
    /// The model of English.
    pub english: String,
    /// The model of statements.
    pub statements: String,
}

/// What the engine answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The model of English is coming.
    Fetching {
        /// Bytes so far.
        done: u32,
        /// Bytes in all; 0 where the server does not say.
        total: u32,
    },
    /// The model is here.
    ModelReady,
    /// The model will not come; whatever was asked is given up. The next question tries again.
    ModelFailed {
        /// What is wrong and what to do about it.
        message: String,
    },
    /// How far it is.
    Progress {
        /// Whose progress.
        job: Job,
        /// Bytes of text read so far.
        done: u32,
        /// Bytes of text in all.
        total: u32,
    },
    /// It is finished.
    Done {
        /// Whose result.
        job: Job,
        /// The corrections that are in it.
        edition: Edition,
        /// The result.
        corrected: Packed,
        /// What the reader should know about the texts.
        notices: Vec<ArticleNotice>,
    },
    /// It cannot be done.
    Failed {
        /// Whose failure.
        job: Job,
        /// What is wrong and what to do about it.
        notice: ArticleNotice,
    },
}

/// A remark about one account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleNotice {
    /// Index among the articles of the request.
    pub article: u32,
    /// The remark, a sentence or two.
    pub message: String,
}

/// An analysis as bytes.
///
/// As JavaScript objects, field by field, the analysis of a long text would be a great many small values that the main
/// thread has to read one by one; a byte array is handed over whole. The articles stay behind: the page has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packed(#[serde(with = "serde_bytes")] Vec<u8>);

impl Packed {
    /// Packs a corrected analysis without its articles.
    ///
    /// # Errors
    /// Where the bytes cannot be written (no memory).
    pub fn pack(mut corrected: Corrected) -> Result<Self, postcard::Error> {
        corrected.analysis.articles.clear();
        postcard::to_allocvec(&corrected).map(Self)
    }

    /// The corrected analysis, with the articles that it was made from put back.
    ///
    /// # Errors
    /// Where the bytes are damaged.
    pub fn unpack(&self, articles: Vec<Article>) -> Result<Corrected, postcard::Error> {
        let corrected: Corrected = postcard::from_bytes(&self.0)?;
        Ok(Corrected {
            analysis: Analysis {
                articles,
                ..corrected.analysis
            },
            ..corrected
        })
    }
}

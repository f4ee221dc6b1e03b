use claims::Correction;
use serde::{Deserialize, Serialize};

/// The version of the project format.
pub const PROJECT: u32 = 1;

/// Somebody's work: accounts, and what was corrected in their analysis. The analysis itself is not in it, because it
/// follows from the accounts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// [`PROJECT`].
    pub sayso: u32,
    /// What its owner calls it.
    pub name: String,
    /// The accounts, in order.
    pub accounts: Vec<ProjectAccount>,
    /// The corrections, in the order in which they were made.
    pub corrections: Vec<Correction>,
}

/// One account of a project.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ProjectAccount {
    /// "A", "B": what corrections call it.
    pub name: String,
    /// Headline, where known.
    #[serde(default)]
    pub title: Option<String>,
    /// Newspaper, agency or site, where known.
    #[serde(default)]
    pub outlet: Option<String>,
    /// Who wrote it, where known.
    #[serde(default)]
    pub author: Option<String>,
    /// When it appeared, as written, where known.
    #[serde(default)]
    pub date: Option<String>,
    /// Web address, where known.
    #[serde(default)]
    pub address: Option<String>,
    /// The words.
    pub text: String,
}

/// Why a file is no project.
#[derive(Debug, thiserror::Error)]
pub enum ProjectError {
    /// It is something else.
    #[error("this is no Sayso project. Open a file that ends in .sayso.json, or a text")]
    Other,
    /// It is of a later version of this program.
    #[error(
        "this project was saved by a later version of Sayso (its format is {0}). Reload the page to get the newest"
    )]
    Newer(u32),
    /// Something in it is not as it should be.
    #[error("this project is damaged ({0}). Open another copy of it")]
    Damaged(#[from] serde_json::Error),
}

/// What tells a project from other JSON.
#[derive(Deserialize)]
struct Head {
    sayso: u32,
}

impl Project {
    /// The project as the text of a file. The same project always gives the same text.
    ///
    /// # Errors
    /// None in practice: everything in it can be written as JSON; the type is that of the library.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self)
    }

    /// A project from the text of a file.
    ///
    /// # Errors
    /// Where it is something else, is damaged, or is of a later version.
    pub fn from_json(text: &str) -> Result<Self, ProjectError> {
        let head: Head = serde_json::from_str(text).map_err(|_| ProjectError::Other)?;
        if head.sayso > PROJECT {
            return Err(ProjectError::Newer(head.sayso));
        }
        Ok(serde_json::from_str(text)?)
    }
}

#[cfg(test)]
mod tests {
    use claims::{Act, Anchor, Change, Quote, Span};

    use super::*;

    #[test]
    fn a_project_opens_as_it_was_saved() {
        let text = "Ode said “no” – 🙂.";
        let quote = Quote::of(text, Span::new(4, 8));
        let at = Anchor {
            article: "A".into(),
            source: None,
            cue: Some(quote),
            content: None,
        };
        let project = Project {
            sayso: PROJECT,
            name: "Vote".into(),
            accounts: vec![ProjectAccount {
                name: "A".into(),
                outlet: Some("Harbour Post".into()),
                text: text.into(),
                ..ProjectAccount::default()
            }],
            corrections: vec![
                Correction::Statement {
                    at,
                    change: Change::Act(Act::Denies),
                },
                Correction::IgnoreCue("said".into()),
            ],
        };
        let saved = project.to_json().unwrap();
        let opened = Project::from_json(&saved).unwrap();
        assert_eq!(opened, project);
        assert_eq!(opened.to_json().unwrap(), saved);
    }

    #[test]
    fn what_is_no_project_is_refused_in_words() {
        let message = |text: &str| Project::from_json(text).unwrap_err().to_string();
        assert!(message("Ode said no.").starts_with("this is no Sayso project"));
        assert!(message("{\"format\": 1}").starts_with("this is no Sayso project"));
        assert!(message("{\"sayso\": 9}").contains("later version"));
        assert!(message("{\"sayso\": 1, \"name\": 3}").contains("damaged"));
    }
}

use gloo::file::futures::read_as_text;
use wasm_bindgen::JsCast as _;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::{from_html, from_markdown};
use crate::session::{About, Incoming};

/// The largest file that is read at all; the engine has its own limit for texts.
const LARGEST: u64 = 20_000_000;

/// What a file turned out to be.
#[derive(Debug)]
pub enum Opened {
    /// A text: an account.
    Account(Incoming),
    /// A project.
    Project(export::Project),
}

/// Why a file cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// It cannot be read.
    #[error("{0} could not be read. Check that it is still there and is text, then open it again.")]
    Unreadable(String),
    /// It is not of a kind that is understood.
    #[error("{0} is not text that Sayso reads. Open .txt, .md, .html or .sayso.json files.")]
    Kind(String),
    /// It is too large to be an article.
    #[error("{0} is too large to be an article. Open the text of one article.")]
    Large(String),
    /// It should be a project, and is not.
    #[error("{0}: {1}.")]
    Project(String, export::ProjectError),
}

/// Reads a file by what its name says it is.
///
/// # Errors
/// Where it cannot be read, is of another kind, or is a damaged project.
pub async fn open(file: web_sys::File) -> Result<Opened, Trouble> {
    let name = file.name();
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase())
        .unwrap_or_default();
    if file.size() as u64 > LARGEST {
        return Err(Trouble::Large(name));
    }
    if !matches!(
        &*ending,
        "txt" | "text" | "md" | "markdown" | "html" | "htm" | "xhtml" | "json" | ""
    ) {
        return Err(Trouble::Kind(name));
    }
    let text = read_as_text(&gloo::file::File::from(file))
        .await
        .map_err(|_| Trouble::Unreadable(name.clone()))?;
    Ok(match &*ending {
        "json" => {
            Opened::Project(export::Project::from_json(&text).map_err(|error| Trouble::Project(name, error))?)
        }
        "html" | "htm" | "xhtml" => Opened::Account(from_html(&text).ok_or(Trouble::Kind(name))?),
        "md" | "markdown" => Opened::Account(from_markdown(&text)),
        _ => Opened::Account(Incoming {
            name: None,
            text: text.replace("\r\n", "\n").into(),
            about: About::default(),
        }),
    })
}

/// Hands a file to the reader, as a download. Where the browser allows none, nothing happens.
pub fn save(name: &str, kind: &str, contents: &str) {
    let parts = js_sys::Array::of1(&contents.into());
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) {
        save_blob(name, &blob);
    }
}

/// The same for what is in a blob already.
pub fn save_blob(name: &str, blob: &Blob) {
    let document = gloo::utils::document();
    let (Ok(address), Ok(link)) = (
        Url::create_object_url_with_blob(blob),
        document.create_element("a"),
    ) else {
        return;
    };
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has begun to read it; a minute is more than it needs.
    gloo::timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
}

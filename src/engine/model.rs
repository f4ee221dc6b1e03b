//! Fetching the models, with word of how far they are.

use claims::{Models, Statements, StatementsError};
use english::{English, ModelError};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Response, WorkerGlobalScope};

use super::Addresses;

/// Why there is no model.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum FetchError {
    /// No answer.
    #[error(
        "The engine's models could not be fetched. They are needed once, then this page works without a network: check \
         the connection and try again."
    )]
    Network,
    /// An answer, but not the file.
    #[error(
        "One of the engine's models is not where it should be (the server answered {0}). Reload the page and try again."
    )]
    Status(u16),
    /// The file is not whole.
    #[error("The model of English arrived damaged ({0}). Reload the page and try again.")]
    Damaged(#[from] ModelError),
    /// The other file is not whole.
    #[error("The model of statements arrived damaged ({0}). Reload the page and try again.")]
    StatementsDamaged(#[from] StatementsError),
}

/// Fetches and loads the models; `progress` hears of bytes so far and in all (0 where unknown).
///
/// The models are never dropped: the worker needs them for as long as it lives.
pub(super) async fn fetch(
    addresses: &Addresses,
    progress: impl Fn(u32, u32),
) -> Result<Models<'static>, FetchError> {
    let english = answer(&addresses.english).await?;
    let statements = answer(&addresses.statements).await?;
    let (first, second) = (length(&english), length(&statements));
    let total = if first > 0 && second > 0 {
        first + second
    } else {
        0
    };
    let english = body(&english, |done| progress(done, total)).await?;
    let before = english.len() as u32;
    let statements = body(&statements, |done| progress(before + done, total)).await?;
    Ok(Models {
        english: Box::leak(Box::new(English::load(&english)?)),
        statements: Box::leak(Box::new(Statements::load(&statements)?)),
    })
}

/// The server's answer for a file, once it begins to come.
async fn answer(address: &str) -> Result<Response, FetchError> {
    let network = |_: JsValue| FetchError::Network;
    let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
    let response = JsFuture::from(scope.fetch_with_str(address))
        .await
        .map_err(network)?;
    let response: Response = response.dyn_into().map_err(network)?;
    if response.ok() {
        Ok(response)
    } else {
        Err(FetchError::Status(response.status()))
    }
}

/// The bytes of a file; `progress` hears of how many there are so far.
async fn body(response: &Response, progress: impl Fn(u32)) -> Result<Vec<u8>, FetchError> {
    let network = |_: JsValue| FetchError::Network;
    let body = response.body().ok_or(FetchError::Network)?;
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = Vec::with_capacity(length(response) as usize);
    loop {
        let chunk = JsFuture::from(reader.read()).await.map_err(network)?;
        let field = |name: &str| Reflect::get(&chunk, &JsValue::from_str(name)).map_err(network);
        if field("done")?.is_truthy() {
            return Ok(bytes);
        }
        bytes.extend(Uint8Array::new(&field("value")?).to_vec());
        progress(bytes.len() as u32);
    }
}

/// The bytes that will come; 0 where the server does not say, or counts them compressed.
fn length(response: &Response) -> u32 {
    let header = |name: &str| response.headers().get(name).ok().flatten();
    match header("content-encoding") {
        Some(_) => 0,
        None => header("content-length")
            .and_then(|length| length.parse().ok())
            .unwrap_or(0),
    }
}

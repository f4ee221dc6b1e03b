//! Fetching the model of English, with word of how far it is.

use english::{English, ModelError};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Response, WorkerGlobalScope};

/// Why there is no model.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum FetchError {
    /// No answer.
    #[error(
        "The model of English could not be fetched. It is needed once, then this page works without a network: check \
         the connection and try again."
    )]
    Network,
    /// An answer, but not the file.
    #[error(
        "The model of English is not where it should be (the server answered {0}). Reload the page and try again."
    )]
    Status(u16),
    /// The file is not whole.
    #[error("The model of English arrived damaged ({0}). Reload the page and try again.")]
    Damaged(#[from] ModelError),
}

/// Fetches and loads the model at `address`; `progress` hears of bytes so far and in all (0 where unknown).
///
/// The model is never dropped: the worker needs it for as long as it lives.
pub(super) async fn fetch(
    address: &str,
    progress: impl Fn(u32, u32),
) -> Result<&'static English, FetchError> {
    let network = |_: JsValue| FetchError::Network;
    let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
    let response = JsFuture::from(scope.fetch_with_str(address))
        .await
        .map_err(network)?;
    let response: Response = response.dyn_into().map_err(network)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let total = length(&response);
    let body = response.body().ok_or(FetchError::Network)?;
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = Vec::with_capacity(total as usize);
    loop {
        let chunk = JsFuture::from(reader.read()).await.map_err(network)?;
        let field = |name: &str| Reflect::get(&chunk, &JsValue::from_str(name)).map_err(network);
        if field("done")?.is_truthy() {
            break;
        }
        bytes.extend(Uint8Array::new(&field("value")?).to_vec());
        progress(bytes.len() as u32, total);
    }
    Ok(Box::leak(Box::new(English::load(&bytes)?)))
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

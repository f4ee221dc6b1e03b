use gloo::worker::Codec;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsValue, UnwrapThrowExt as _};

/// Carries messages between page and worker as JavaScript values.
#[derive(Debug)]
pub struct JsValues;

impl Codec for JsValues {
    fn encode<I: Serialize>(input: I) -> JsValue {
        // Both ends are this program and the messages are plain data, so a failure is a fault of the program itself;
        // the trait has no room for an error.
        serde_wasm_bindgen::to_value(&input).expect_throw("a message that cannot be written")
    }

    fn decode<O: for<'de> Deserialize<'de>>(input: JsValue) -> O {
        serde_wasm_bindgen::from_value(input).expect_throw("a message that cannot be read")
    }
}

//! The chart as a file.

use std::rc::Rc;

use chart::{Choice, Matrix, Scene, alliances, network, sheet, timeline};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::network::ISSUES;
use crate::keep::{save, save_blob};
use crate::session::{Filter, Mode, Order, Results};
use crate::text;

/// Points at issue on a sheet of the matrix.
const COLUMNS: usize = 12;
/// Dots of a picture to a CSS pixel, so that it can be printed.
const SCALE: f64 = 2.0;

/// Whether there is a picture of it.
pub(super) fn has_picture(mode: Mode) -> bool {
    matches!(
        mode,
        Mode::Matrix | Mode::Network | Mode::Agreement | Mode::Timeline
    )
}

fn draw(mode: Mode, results: &Results, filter: &Filter) -> Scene {
    let keep = filter.apply(&results.analysis, &results.reviews);
    let choice = |columns: usize| Choice {
        keep: Some(&keep),
        columns,
        by_name: filter.order == Order::Name,
    };
    match mode {
        Mode::Network => network(&results.analysis, choice(ISSUES)),
        Mode::Agreement => alliances(&results.analysis, choice(ISSUES)),
        Mode::Timeline => timeline(&results.analysis, choice(usize::MAX)),
        _ => sheet(&results.analysis, &Matrix::of(&results.analysis, choice(COLUMNS))),
    }
}

fn svg(mode: Mode, results: &Results, filter: &Filter) -> String {
    let accounts: Vec<String> = results
        .analysis
        .articles
        .iter()
        .map(|article| text::account(&article.id))
        .collect();
    let title = format!("{} · {}", text::picture(mode), accounts.join(", "));
    draw(mode, results, filter).to_svg(&title)
}

/// Saves the chart as an SVG file.
pub(super) fn save_vector(name: &str, mode: Mode, results: &Results, filter: &Filter) {
    save(
        &format!("{name}.svg"),
        "image/svg+xml",
        &svg(mode, results, filter),
    );
}

/// Saves the chart as a PNG file, by having the browser draw the SVG.
pub(super) fn save_picture(name: &str, mode: Mode, results: &Results, filter: &Filter) {
    let svg = svg(mode, results, filter);
    let address = format!("data:image/svg+xml,{}", js_sys::encode_uri_component(&svg));
    let Ok(image) = HtmlImageElement::new() else {
        return;
    };
    let name = format!("{name}.png");
    let image = Rc::new(image);
    let drawn = {
        let image = Rc::clone(&image);
        Closure::once_into_js(move || {
            let _ = paint(&image, name);
        })
    };
    image.set_onload(Some(drawn.unchecked_ref()));
    image.set_src(&address);
}

/// Draws the image on a canvas and saves that; `None` where the browser has no canvas.
fn paint(image: &HtmlImageElement, name: String) -> Option<()> {
    let canvas: HtmlCanvasElement = gloo::utils::document()
        .create_element("canvas")
        .ok()?
        .dyn_into()
        .ok()?;
    let (width, height) = (
        f64::from(image.natural_width()),
        f64::from(image.natural_height()),
    );
    canvas.set_width((width * SCALE) as u32);
    canvas.set_height((height * SCALE) as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context
        .draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width * SCALE, height * SCALE)
        .ok()?;
    let done = Closure::once_into_js(move |blob: Option<web_sys::Blob>| {
        if let Some(blob) = blob {
            save_blob(&name, &blob);
        }
    });
    canvas.to_blob(done.unchecked_ref()).ok()
}

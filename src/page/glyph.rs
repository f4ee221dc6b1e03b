use chart::glyph;
use claims::Stance;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct StanceGlyphProps {
    /// The stance to draw.
    pub stance: Stance,
}

/// The shape of a stance, in its colour. The words for it belong beside it: the drawing itself is hidden from readers
/// of screens.
#[component]
pub(super) fn StanceGlyph(props: &StanceGlyphProps) -> Html {
    let glyph = glyph(props.stance);
    let class = classes!(
        "glyph",
        props.stance.as_str(),
        (!glyph.filled).then_some("hollow")
    );
    html! { <svg {class} viewBox="0 0 16 16" aria-hidden="true"><path d={glyph.path} /></svg> }
}

use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SelectProps {
    /// Its id, where something refers to it.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Its name, where no label says it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The lines to choose from.
    pub lines: Vec<AttrValue>,
    /// The place of the one that is chosen.
    pub chosen: usize,
    /// Hears of the place of another that is chosen.
    pub onchoose: Callback<usize>,
}

/// A list to choose from that always shows what is chosen, whatever the reader has last done with it.
#[component]
pub(super) fn Select(props: &SelectProps) -> Html {
    let node = use_node_ref();
    {
        let (node, chosen) = (node.clone(), props.chosen);
        // After every drawing: a list that somebody has used goes by what he chose, not by its attributes.
        use_effect(move || {
            if let Some(list) = node.cast::<HtmlSelectElement>() {
                list.set_selected_index(chosen as i32);
            }
        });
    }
    let onchange = {
        let (onchoose, chosen) = (props.onchoose.clone(), props.chosen);
        Callback::from(move |event: Event| {
            if let Some(list) = event.target_dyn_into::<HtmlSelectElement>() {
                let at = list.selected_index();
                // What comes of the choice is drawn when it has come.
                list.set_selected_index(chosen as i32);
                if let Ok(at) = usize::try_from(at) {
                    onchoose.emit(at);
                }
            }
        })
    };
    html! {
        <select ref={node} id={props.id.clone()} aria-label={props.label.clone()} {onchange}>
            { for props.lines.iter().enumerate().map(|(at, line)| html! {
                <option value={at.to_string()} selected={at == props.chosen}>{ line }</option>
            }) }
        </select>
    }
}

//! The article in a web page: its words without the furniture around them, and where it is from.

use wasm_bindgen::JsCast as _;
use web_sys::{Document, DomParser, Element, Node, SupportedType};

use crate::session::{About, Incoming};

/// What is never part of an article.
const FURNITURE: &str = "script, style, noscript, template, nav, aside, footer, form, button, input, select, svg, canvas, \
     iframe, video, audio, figure, figcaption, dialog, menu, [hidden], [aria-hidden=true], [role=navigation], \
     [role=banner], [role=contentinfo], [role=complementary], [role=search], [role=dialog]";

/// Parts of the names of classes that furniture goes by.
const NAMES: [&str; 16] = [
    "share",
    "social",
    "newsletter",
    "related",
    "promo",
    "advert",
    "cookie",
    "comment",
    "breadcrumb",
    "subscribe",
    "signup",
    "sidebar",
    "recirc",
    "trending",
    "paywall",
    "toolbar",
];

/// What begins a paragraph of its own.
const BLOCKS: [&str; 24] = [
    "P",
    "DIV",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "LI",
    "UL",
    "OL",
    "BLOCKQUOTE",
    "PRE",
    "SECTION",
    "ARTICLE",
    "HEADER",
    "TABLE",
    "TR",
    "DL",
    "DT",
    "DD",
    "HR",
    "MAIN",
    "BODY",
];

/// Reads the article in a page or a piece of one; `None` where it has no words.
#[must_use]
pub fn from_html(html: &str) -> Option<Incoming> {
    // A document that is parsed so fetches and runs nothing.
    let document = DomParser::new()
        .ok()?
        .parse_from_string(html, SupportedType::TextHtml)
        .ok()?;
    let about = about(&document);
    let body: Element = document.body()?.into();
    let root = largest(&document, "article")
        .or_else(|| largest(&document, "main, [role=main]"))
        .unwrap_or(body);
    clear(&root);
    let mut text = String::new();
    walk(&root, &mut text);
    let text = tidy(&text);
    if text.is_empty() {
        return None;
    }
    let headless = about
        .title
        .as_ref()
        .filter(|title| !text.lines().take(3).any(|line| line.contains(title.as_str())));
    let text = match headless {
        // Only a page tells its title apart from its text; a piece of one has it in the text.
        Some(title) if html.contains("<title") => format!("{title}\n\n{text}"),
        _ => text,
    };
    Some(Incoming {
        name: None,
        text: text.into(),
        about,
    })
}

/// Of the elements, the one with the most words.
fn largest(document: &Document, selector: &str) -> Option<Element> {
    let found = document.query_selector_all(selector).ok()?;
    (0..found.length())
        .filter_map(|at| found.get(at)?.dyn_into::<Element>().ok())
        .filter(|element| words(element).len() > 200)
        .max_by_key(|element| words(element).len())
}

fn words(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

fn about(document: &Document) -> About {
    let content = |selector: &str| {
        let element = document.query_selector(selector).ok().flatten()?;
        let value = ["content", "datetime", "href"]
            .iter()
            .find_map(|name| element.get_attribute(name))
            .unwrap_or_else(|| words(&element));
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        (!value.is_empty()).then_some(value)
    };
    let first = |selectors: &[&str]| selectors.iter().find_map(|selector| content(selector));
    let author = first(&[
        "meta[name=author]",
        "[itemprop=author]",
        "[rel=author]",
        ".byline",
        "[class*=byline]",
    ]);
    About {
        title: first(&["meta[property='og:title']", "h1", "[itemprop=headline]", "title"]),
        outlet: first(&[
            "meta[property='og:site_name']",
            "[itemprop=publisher] [itemprop=name]",
        ]),
        author: author.map(|author| author.strip_prefix("By ").unwrap_or(&author).to_owned()),
        date: first(&[
            "meta[property='article:published_time']",
            "[itemprop=datePublished]",
            "time[datetime]",
            "time",
        ]),
        address: first(&["link[rel=canonical]", "meta[property='og:url']"]),
    }
}

/// Removes what is no part of the article.
fn clear(root: &Element) {
    remove(root, FURNITURE, |_| true);
    remove(root, "[class], [id]", |element| {
        let name = format!("{} {}", element.class_name(), element.id()).to_lowercase();
        // A name such as "article-with-sidebar" is of the whole.
        NAMES.iter().any(|part| name.contains(part)) && words(element).len() * 2 < words(root).len()
    });
}

fn remove(root: &Element, selector: &str, which: impl Fn(&Element) -> bool) {
    let Ok(found) = root.query_selector_all(selector) else {
        return;
    };
    for element in (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok()) {
        if which(&element) {
            element.remove();
        }
    }
}

/// The words in order, a blank line between paragraphs.
fn walk(node: &Node, text: &mut String) {
    let children = node.child_nodes();
    for child in (0..children.length()).filter_map(|at| children.get(at)) {
        match child.node_type() {
            Node::TEXT_NODE => {
                // White space between words is one space; between paragraphs it is dropped later.
                for c in child.text_content().unwrap_or_default().chars() {
                    let c = if c.is_whitespace() { ' ' } else { c };
                    if !(c == ' ' && text.ends_with([' ', '\n'])) {
                        text.push(c);
                    }
                }
            }
            Node::ELEMENT_NODE => {
                let name = child.node_name().to_uppercase();
                if name == "BR" {
                    text.push('\n');
                    continue;
                }
                let block = BLOCKS.contains(&&*name);
                if block {
                    text.push_str("\n\n");
                }
                walk(&child, text);
                if block {
                    text.push_str("\n\n");
                }
            }
            _ => {}
        }
    }
}

/// Paragraphs with a blank line between them.
fn tidy(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim) {
        if !line.is_empty() || lines.last().is_some_and(|last| !last.is_empty()) {
            lines.push(line);
        }
    }
    lines.join("\n").trim().to_owned()
}

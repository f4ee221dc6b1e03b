use crate::session::{About, Incoming};

/// The words of a text in Markdown, without its marks; title, author, date and outlet from its front matter.
#[must_use]
pub fn from_markdown(text: &str) -> Incoming {
    let text = text.replace("\r\n", "\n");
    let mut about = About::default();
    let mut body = text.as_str();
    if let Some(rest) = text.strip_prefix("---\n")
        && let Some((matter, after)) = rest.split_once("\n---\n")
    {
        for (key, value) in matter.lines().filter_map(|line| line.split_once(':')) {
            let value = value.trim().trim_matches(['"', '\'']).to_owned();
            match key.trim().to_lowercase().as_str() {
                "title" => about.title = Some(value),
                "author" => about.author = Some(value),
                "date" => about.date = Some(value),
                "outlet" | "publication" | "source" => about.outlet = Some(value),
                "url" | "link" => about.address = Some(value),
                _ => {}
            }
        }
        body = after;
    }
    let mut plain = String::new();
    let mut fenced = false;
    for line in body.lines() {
        let trimmed = line.trim_start();
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            fenced = !fenced;
            continue;
        }
        let rule = trimmed.len() > 2 && trimmed.chars().all(|c| matches!(c, '-' | '*' | '_' | '=' | ' '));
        if rule {
            continue;
        }
        plain.push_str(&if fenced {
            line.to_owned()
        } else {
            inline(without_block_marks(trimmed))
        });
        plain.push('\n');
    }
    if let Some(title) = &about.title
        && !plain.contains(title.as_str())
    {
        plain = format!("{title}\n\n{}", plain.trim_start());
    }
    Incoming {
        name: None,
        text: plain.trim().into(),
        about,
    }
}

/// A line without the marks of a heading, a quotation or a list.
fn without_block_marks(mut line: &str) -> &str {
    loop {
        let next = line.trim_start_matches('#').trim_start_matches('>').trim_start();
        let next = ["- ", "* ", "+ "]
            .iter()
            .find_map(|mark| next.strip_prefix(mark))
            .unwrap_or(next);
        if next == line {
            return line;
        }
        line = next;
    }
}

/// A line without the marks of emphasis, code and links: "a [link](address)" is "a link".
fn inline(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(['*', '_', '`', '[', '!', '\\']) {
        plain.push_str(&rest[..at]);
        let mark = &rest[at..];
        let linked = mark.strip_prefix('!').unwrap_or(mark);
        if let Some((words, after)) = link(linked) {
            if !mark.starts_with('!') {
                plain.push_str(&inline(words));
            }
            rest = after;
            continue;
        }
        let c = mark.chars().next().unwrap_or(' ');
        let after = &mark[c.len_utf8()..];
        let inside_word =
            c == '_' && plain.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric);
        let spaced = after.starts_with(' ') && (plain.is_empty() || plain.ends_with(' '));
        match c {
            '\\' => {
                let kept = after.chars().next();
                plain.extend(kept);
                rest = &after[kept.map_or(0, char::len_utf8)..];
                continue;
            }
            '*' | '_' | '`' if !inside_word && !spaced => {}
            _ => plain.push(c),
        }
        rest = after;
    }
    plain.push_str(rest);
    plain
}

/// The words of a link at the start of the text, and what follows it.
fn link(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix('[')?;
    let (words, after) = rest.split_once("](")?;
    let (_, after) = after.split_once(')')?;
    (!words.contains('[')).then_some((words, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        let text = "# Bridge *vote*\n\n> Ode said [it](https://example.org/a_b) was **not** safe_mode.\n\n- 2 * 3 \\* four\n\n![a picture](x.png)\n---\nEnd.";
        assert_eq!(
            &*from_markdown(text).text,
            "Bridge vote\n\nOde said it was not safe_mode.\n\n2 * 3 * four\n\n\nEnd."
        );
    }

    #[test]
    fn front_matter_says_where_it_is_from() {
        let incoming = from_markdown(
            "---\ntitle: \"Vote\"\nauthor: Ida Brandt\noutlet: Harbour Post\n---\nOde said no.",
        );
        assert_eq!(&*incoming.text, "Vote\n\nOde said no.");
        assert_eq!(incoming.about.line(), "Harbour Post · Ida Brandt");
    }

    #[test]
    fn plain_text_stays_as_it_is() {
        let text = "“No,” she said. It cost $3.\n\nHe [sic] left!";
        assert_eq!(&*from_markdown(text).text, text);
    }
}

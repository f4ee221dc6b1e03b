use super::characters::{Characters, Class};

/// Whether the whole of `text`, which holds no white space, is the address of a page or of a mailbox.
///
/// Equivalent to spaCy's `URL_MATCH`: an optional scheme, an optional user, then a public IPv4 address or a host
/// name whose last label is of lower-case letters, then an optional port and the rest.
pub(super) fn is_url(text: &str, characters: &Characters) -> bool {
    // Only addresses hold a full stop, and most words do not.
    if !text.contains('.') {
        return false;
    }
    let mut starts = vec![0];
    if let Some((scheme, rest)) = text.split_once("://") {
        let allowed = |char| characters.is(char, Class::WORD) || matches!(char, '+' | '-' | '.');
        if scheme.chars().count() >= 2 && scheme.chars().all(allowed) {
            starts.push(text.len() - rest.len());
        }
    }
    // The user ends at any "@" with something before it, so what counts is the host after the last start or "@".
    let users = text
        .match_indices('@')
        .filter(|&(at, _)| at > 0)
        .map(|(at, _)| at + 1);
    let hosts: Vec<usize> = starts.iter().copied().chain(users).collect();
    // A host cannot hold "@", but what follows it can: each start is tried, with the host's end found once for all.
    hosts
        .into_iter()
        .any(|start| is_host_and_rest(text.get(start..).unwrap_or_default(), characters))
}

fn is_host_and_rest(text: &str, characters: &Characters) -> bool {
    let end = text.find([':', '/', '?', '#', '@']).unwrap_or(text.len());
    let (host, mut rest) = text.split_at(end);
    if let Some(port) = rest.strip_prefix(':') {
        let digits = port
            .chars()
            .take_while(|&char| characters.is(char, Class::DECIMAL))
            .count();
        if !(2..=5).contains(&digits) {
            return false;
        }
        rest = port.trim_start_matches(|char| characters.is(char, Class::DECIMAL));
    }
    (rest.is_empty() || rest.starts_with(['/', '?', '#']))
        && (is_public_ipv4(host, characters) || is_host(host, characters))
}

fn is_host(host: &str, characters: &Characters) -> bool {
    let Some((labels, top)) = host.rsplit_once('.') else {
        return false;
    };
    let inner = |char: char| char.is_ascii_alphanumeric() || ('\u{a1}'..='\u{ffff}').contains(&char);
    (2..=63).contains(&top.chars().count())
        && top.chars().all(|char| characters.is(char, Class::LOWER))
        && labels.split('.').all(|label| {
            label.chars().count() <= 64
                && label.starts_with(inner)
                && label.ends_with(inner)
                && label.chars().all(|char| inner(char) || matches!(char, '_' | '-'))
        })
}

fn is_public_ipv4(host: &str, characters: &Characters) -> bool {
    let mut numbers = [0_u32; 4];
    let mut parts = host.split('.');
    for (place, number) in numbers.iter_mut().enumerate() {
        let Some(part) = parts.next() else { return false };
        let digits = part.chars().count();
        if !(1..=3).contains(&digits) || !part.chars().all(|char| characters.is(char, Class::DECIMAL)) {
            return false;
        }
        // Digits of other scripts pass as decimals, but only ASCII ones have their value looked at.
        *number = part.chars().fold(0, |value, char| {
            value * 10 + char.to_digit(10).unwrap_or_default()
        });
        let leading_zero = part.starts_with('0');
        if leading_zero && (digits == 3 || place == 0 || place == 3) {
            return false;
        }
    }
    let [first, second, _, last] = numbers;
    parts.next().is_none()
        && (1..=223).contains(&first)
        && numbers[1..3].iter().all(|&number| number <= 255)
        && (1..=254).contains(&last)
        && !matches!(
            (first, second),
            (10 | 127, _) | (169, 254) | (192, 168) | (172, 16..=31)
        )
}

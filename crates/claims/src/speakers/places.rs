//! Countries under their adjectives and capitals, as far as news uses one for the other.

const PLACES: &[(&str, &[&str])] = &[
    (
        "us",
        &["u.s.", "american", "america", "usa", "united states", "americans"],
    ),
    ("russia", &["russian", "moscow", "kremlin", "russians"]),
    ("china", &["chinese", "beijing"]),
    ("britain", &["british", "uk", "u.k.", "united kingdom"]),
    ("france", &["french", "paris"]),
    ("germany", &["german", "berlin", "germans"]),
    ("ukraine", &["ukrainian", "kyiv", "kiev", "ukrainians"]),
    ("syria", &["syrian", "damascus"]),
    ("iran", &["iranian", "tehran"]),
    ("iraq", &["iraqi", "baghdad"]),
    ("israel", &["israeli"]),
    ("turkey", &["turkish", "ankara"]),
    ("japan", &["japanese", "tokyo"]),
    ("korea", &["korean", "seoul", "pyongyang"]),
    ("mexico", &["mexican", "mexicans"]),
    ("canada", &["canadian", "ottawa"]),
    ("italy", &["italian"]),
    ("spain", &["spanish", "madrid"]),
    ("poland", &["polish", "warsaw"]),
    ("india", &["indian", "delhi"]),
    ("europe", &["european"]),
];

/// The country that a (lower-case) word stands for.
pub(crate) fn country_of(lower: &str) -> Option<&'static str> {
    PLACES
        .iter()
        .find(|(country, others)| *country == lower || others.contains(&lower))
        .map(|(country, _)| *country)
}

//! Countries under their adjectives and capitals, as far as news uses one for the other.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Country in lower case, its name, other names and adjectives of it, its capitals and seats of government.
const PLACES: &[(&str, &str, &[&str], &[&str])] = &[
    (
        "us",
        "United States",
        &[
            "u.s.",
            "american",
            "america",
            "usa",
            "u.s.a.",
            "united states",
            "the united states",
            "americans",
            "us.",
        ],
        &["washington"],
    ),
    (
        "russia",
        "Russia",
        &["russian", "russians"],
        &["moscow", "kremlin", "the kremlin"],
    ),
    ("china", "China", &["chinese"], &["beijing"]),
    (
        "britain",
        "Britain",
        &["british", "uk", "u.k.", "united kingdom", "great britain"],
        &["london", "downing street", "whitehall"],
    ),
    ("france", "France", &["french"], &["paris"]),
    ("germany", "Germany", &["german", "germans"], &["berlin"]),
    (
        "ukraine",
        "Ukraine",
        &["ukrainian", "ukrainians"],
        &["kyiv", "kiev"],
    ),
    ("syria", "Syria", &["syrian", "syrians"], &["damascus"]),
    ("iran", "Iran", &["iranian", "iranians"], &["tehran"]),
    ("iraq", "Iraq", &["iraqi", "iraqis"], &["baghdad"]),
    ("israel", "Israel", &["israeli", "israelis"], &["jerusalem"]),
    ("turkey", "Turkey", &["turkish", "turks"], &["ankara"]),
    ("japan", "Japan", &["japanese"], &["tokyo"]),
    (
        "south korea",
        "South Korea",
        &["south korean", "south koreans"],
        &["seoul"],
    ),
    (
        "north korea",
        "North Korea",
        &["north korean", "north koreans"],
        &["pyongyang"],
    ),
    ("korea", "Korea", &["korean", "koreans"], &[]),
    ("mexico", "Mexico", &["mexican", "mexicans"], &["mexico city"]),
    ("canada", "Canada", &["canadian", "canadians"], &["ottawa"]),
    ("italy", "Italy", &["italian", "italians"], &["rome"]),
    ("spain", "Spain", &["spanish"], &["madrid"]),
    ("poland", "Poland", &["polish", "poles"], &["warsaw"]),
    ("india", "India", &["indian", "indians"], &["new delhi", "delhi"]),
    ("pakistan", "Pakistan", &["pakistani"], &["islamabad"]),
    ("afghanistan", "Afghanistan", &["afghan", "afghans"], &["kabul"]),
    ("egypt", "Egypt", &["egyptian", "egyptians"], &["cairo"]),
    ("saudi arabia", "Saudi Arabia", &["saudi", "saudis"], &["riyadh"]),
    ("greece", "Greece", &["greek", "greeks"], &["athens"]),
    ("netherlands", "Netherlands", &["dutch"], &["the hague"]),
    ("belgium", "Belgium", &["belgian", "belgians"], &[]),
    ("sweden", "Sweden", &["swedish", "swedes"], &["stockholm"]),
    ("norway", "Norway", &["norwegian", "norwegians"], &["oslo"]),
    ("denmark", "Denmark", &["danish", "danes"], &["copenhagen"]),
    ("finland", "Finland", &["finnish", "finns"], &["helsinki"]),
    ("austria", "Austria", &["austrian", "austrians"], &["vienna"]),
    ("hungary", "Hungary", &["hungarian", "hungarians"], &["budapest"]),
    (
        "venezuela",
        "Venezuela",
        &["venezuelan", "venezuelans"],
        &["caracas"],
    ),
    ("cuba", "Cuba", &["cuban", "cubans"], &["havana"]),
    (
        "brazil",
        "Brazil",
        &["brazilian", "brazilians"],
        &["brasília", "brasilia"],
    ),
    (
        "argentina",
        "Argentina",
        &["argentine", "argentinian"],
        &["buenos aires"],
    ),
    (
        "australia",
        "Australia",
        &["australian", "australians"],
        &["canberra"],
    ),
    ("ireland", "Ireland", &["irish"], &["dublin"]),
    ("europe", "Europe", &["european", "europeans"], &[]),
];

/// The country that a (lower-case) word stands for.
pub(crate) fn country_of(lower: &str) -> Option<&'static str> {
    static TABLE: OnceLock<HashMap<&'static str, &'static str>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = HashMap::new();
        for &(country, _, others, capitals) in PLACES {
            for name in [country].iter().chain(others).chain(capitals) {
                table.entry(*name).or_insert(country);
            }
        }
        table
    });
    table.get(lower).copied()
}

/// The name of a country that [`country_of`] gave.
pub(super) fn name_of(country: &str) -> &'static str {
    PLACES
        .iter()
        .find(|(known, ..)| *known == country)
        .map_or("", |&(_, name, ..)| name)
}

/// Whether a (lower-case) word is a capital or seat of government, which is a place as well.
pub(super) fn is_capital(lower: &str) -> bool {
    PLACES.iter().any(|(.., capitals)| capitals.contains(&lower))
}

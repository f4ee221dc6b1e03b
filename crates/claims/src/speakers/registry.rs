//! Everybody who is named or described, over all articles, and whose mention is whose.

use english::EntityKind;
use std::collections::HashMap;

use super::mentions::{RawMention, What, is_body};
use super::places::country_of;
use crate::words::is_title;
use crate::{ArticleId, Mention, Span, SpeakerKind};

/// Namesakes looked at for a name, so that a name shared by thousands costs no more than one shared by a few.
const NAMESAKES: usize = 8;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    Man,
    Woman,
    Unknown,
}

/// A speaker in the making.
#[derive(Debug)]
pub(crate) struct Entity {
    pub(crate) name: String,
    words: Vec<String>,
    pub(crate) kind: SpeakerKind,
    gender: Gender,
    pub(crate) roles: Vec<String>,
    pub(crate) mentions: Vec<Mention>,
}

/// All of them.
#[derive(Debug, Default)]
pub(crate) struct Registry {
    pub(crate) entities: Vec<Entity>,
    by_last_word: HashMap<String, Vec<usize>>,
    by_initials: HashMap<String, usize>,
    by_key: HashMap<String, usize>,
    by_role_word: HashMap<String, Vec<usize>>,
    /// Latest persons by salience: the leading one of this sentence, of the one before, then the last mentioned.
    leading: Option<usize>,
    latest: Option<usize>,
    group: Option<usize>,
}

/// The words of a description that tell whom it describes: no article, countries by one name, no plural.
fn key_words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text
        .to_lowercase()
        .split(|c: char| !(c.is_alphanumeric() || c == '.'))
        .filter(|word| {
            !word.is_empty()
                && !matches!(
                    *word,
                    "the" | "a" | "an" | "his" | "her" | "their" | "of" | "some" | "in"
                )
        })
        .map(|word| {
            country_of(word).map_or_else(
                || word.strip_suffix('s').unwrap_or(word).to_owned(),
                str::to_owned,
            )
        })
        .collect();
    // "intelligence agencies", "the intelligence community": one and the same.
    if words.len() > 2
        && words
            .last()
            .is_some_and(|last| matches!(last.as_str(), "agencie" | "agency" | "community" | "service"))
    {
        words.pop();
    }
    words
}

impl Registry {
    /// Forgets who was spoken of last; the next article starts anew.
    pub(crate) fn start_article(&mut self) {
        (self.leading, self.latest, self.group) = (None, None, None);
    }

    /// Whose mention it is; `None` where the words name nobody known.
    pub(crate) fn resolve(
        &mut self,
        article: ArticleId,
        raw: &RawMention,
        is_common: impl Fn(&str) -> bool,
    ) -> Option<usize> {
        let found = match &raw.what {
            What::Pronoun(pronoun) => self.pronoun(pronoun)?,
            What::Name {
                words,
                role,
                definite,
                opens_sentence,
                entity,
            } => {
                let single = words.len() == 1 && role.is_empty();
                if single && *opens_sentence && is_common(&words[0].to_lowercase()) {
                    return None;
                }
                self.name(words, role, *definite, *entity)
            }
        };
        self.entities[found].mentions.push(Mention {
            article,
            span: raw.span,
        });
        match self.entities[found].kind {
            SpeakerKind::Person => {
                self.latest = Some(found);
                if raw.leads || self.leading.is_none() {
                    self.leading = Some(found);
                }
            }
            _ if matches!(raw.what, What::Name { .. }) => self.group = Some(found),
            _ => {}
        }
        Some(found)
    }

    fn pronoun(&mut self, pronoun: &str) -> Option<usize> {
        let gender = match pronoun {
            "he" | "him" | "his" => Gender::Man,
            "she" | "her" => Gender::Woman,
            "they" | "their" | "them" => return self.group,
            _ => return None,
        };
        let fits =
            |&at: &usize| self.entities[at].gender == gender || self.entities[at].gender == Gender::Unknown;
        let found = self.leading.filter(fits).or(self.latest.filter(fits))?;
        self.entities[found].gender = gender;
        Some(found)
    }

    fn name(&mut self, words: &[String], role: &str, definite: bool, entity: Option<EntityKind>) -> usize {
        let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        let Some(last) = lower.last() else { return 0 };
        let body = lower.iter().any(|word| is_body(word)) || country_of(&lower.join(" ")).is_some();
        let titled = role.split(' ').any(|word| is_title(&word.to_lowercase()));
        let acronym = words.len() == 1
            && words[0].chars().filter(|c| c.is_uppercase()).count() >= 2
            && words[0].chars().all(|c| c.is_uppercase() || c == '.' || c == '@');
        let key = country_of(&lower.join(" ")).unwrap_or(last).to_owned();
        let known = self
            .by_last_word
            .get(&key)
            .into_iter()
            .flatten()
            .rev()
            .take(NAMESAKES)
            .copied()
            .find(|&at| {
                let other = &self.entities[at];
                let one_is_short = lower.len() == 1 || other.words.len() == 1;
                one_is_short
                    && (other.kind == SpeakerKind::Person
                        || body
                        || lower.len() == other.words.len()
                        || lower.len() == 1)
                    || same_first(&other.words, &lower)
            });
        let known = known.or_else(|| {
            if acronym {
                self.by_initials.get(&words[0].replace('.', "")).copied()
            } else {
                None
            }
        });
        let gender = gender_of(role, &lower);
        let kind = match entity {
            _ if titled => SpeakerKind::Person,
            _ if body || acronym || definite => SpeakerKind::Organization,
            // A first name weighs more than the parser's guess at a name that it has never met.
            Some(_) if gender != Gender::Unknown => SpeakerKind::Person,
            Some(EntityKind::Org | EntityKind::Gpe | EntityKind::Fac | EntityKind::Law | EntityKind::Loc) => {
                SpeakerKind::Organization
            }
            Some(EntityKind::Norp) => SpeakerKind::Group,
            _ => SpeakerKind::Person,
        };
        let at = known.unwrap_or_else(|| {
            let at = self.entities.len();
            self.entities.push(Entity {
                name: words.join(" "),
                words: lower.clone(),
                kind,
                gender: Gender::Unknown,
                roles: Vec::new(),
                mentions: Vec::new(),
            });
            self.by_last_word.entry(key).or_default().push(at);
            if words.len() > 1 {
                let initials: String = words
                    .iter()
                    .filter_map(|word| word.chars().next())
                    .filter(|c| c.is_uppercase())
                    .collect();
                self.by_initials.entry(initials).or_insert(at);
            }
            at
        });
        let entity = &mut self.entities[at];
        if words.len() > entity.words.len() {
            entity.name = words.join(" ");
            entity.words = lower;
        }
        if titled {
            entity.kind = SpeakerKind::Person;
        }
        if gender != Gender::Unknown {
            entity.gender = gender;
        }
        self.add_role(at, role);
        at
    }

    /// Notes a title or description, by which the speaker may be called later.
    pub(crate) fn add_role(&mut self, at: usize, role: &str) {
        let role = role.trim().trim_start_matches("the ").trim();
        let honorific = matches!(
            role.to_lowercase().as_str(),
            "mr." | "mrs." | "ms." | "mx." | "miss" | "sir" | "mr" | "ms" | "mrs"
        );
        let entity = &mut self.entities[at];
        if role.is_empty()
            || honorific
            || role.len() > 80
            || entity.roles.len() >= 8
            || entity.roles.iter().any(|known| known.eq_ignore_ascii_case(role))
        {
            return;
        }
        entity.roles.push(role.to_owned());
        for word in key_words(role) {
            let list = self.by_role_word.entry(word).or_default();
            if list.last() != Some(&at) {
                list.push(at);
            }
        }
    }

    /// Who is meant by a description: "the foreign minister", "critics", "a senior official".
    pub(crate) fn description(&mut self, article: ArticleId, text: &str, span: Span) -> usize {
        let words = key_words(text);
        let lower = text.to_lowercase();
        let indefinite = lower.starts_with("a ")
            || lower.starts_with("an ")
            || lower.starts_with("another ")
            || lower.starts_with("one ");
        let head = lower
            .split_whitespace()
            .take_while(|word| !matches!(*word, "of" | "in" | "for" | "at" | "from" | "with" | "on"))
            .last()
            .unwrap_or_default();
        let plural = head.ends_with('s') && !head.ends_with("ss")
            || matches!(
                head,
                "people"
                    | "police"
                    | "both"
                    | "some"
                    | "others"
                    | "many"
                    | "men"
                    | "women"
                    | "staff"
                    | "media"
            );
        let known = if indefinite || plural || words.is_empty() {
            None
        } else {
            self.by_role(&words)
        };
        let key = words.join(" ");
        let at = known
            .or_else(|| {
                if indefinite {
                    None
                } else {
                    self.by_key.get(&key).copied()
                }
            })
            .unwrap_or_else(|| {
                let at = self.entities.len();
                self.entities.push(Entity {
                    name: text
                        .split_once(',')
                        .map_or(text, |(before, _)| before)
                        .trim()
                        .to_owned(),
                    words: Vec::new(),
                    kind: if plural {
                        SpeakerKind::Group
                    } else if head == "government" || head == "campaign" || is_body(head) {
                        SpeakerKind::Organization
                    } else {
                        SpeakerKind::Unnamed
                    },
                    gender: Gender::Unknown,
                    roles: Vec::new(),
                    mentions: Vec::new(),
                });
                if !indefinite {
                    self.by_key.insert(key, at);
                }
                at
            });
        self.entities[at].mentions.push(Mention { article, span });
        at
    }

    /// A single word taken for a description that turned out to be somebody's name (in a headline, before the name
    /// is introduced).
    pub(crate) fn alias(&self, at: usize) -> usize {
        let entity = &self.entities[at];
        let single = entity.words.is_empty() && !entity.name.contains(' ');
        let known = self
            .by_last_word
            .get(&entity.name.to_lowercase())
            .filter(|_| single)
            .and_then(|list| list.first());
        known.copied().unwrap_or(at)
    }

    fn by_role(&self, words: &[String]) -> Option<usize> {
        let rarest = words
            .iter()
            .filter_map(|word| self.by_role_word.get(word))
            .min_by_key(|list| list.len())?;
        rarest.iter().rev().take(NAMESAKES).copied().find(|&at| {
            self.entities[at].roles.iter().any(|role| {
                let role = key_words(role);
                words.iter().all(|word| role.contains(word))
            })
        })
    }
}

/// Two full names with one surname are one person's where the first names agree or one is the other's initial.
fn same_first(a: &[String], b: &[String]) -> bool {
    match (a.first(), b.first()) {
        (Some(a), Some(b)) => {
            a == b
                || a.trim_end_matches('.') == b.get(..1).unwrap_or_default()
                || b.trim_end_matches('.') == a.get(..1).unwrap_or_default()
        }
        _ => false,
    }
}

fn gender_of(role: &str, words: &[String]) -> Gender {
    let role = role.to_lowercase();
    let has = |list: &[&str]| role.split(' ').any(|word| list.contains(&word));
    if has(&[
        "mr.",
        "mr",
        "king",
        "prince",
        "sir",
        "lord",
        "father",
        "congressman",
        "chairman",
        "spokesman",
        "councilman",
    ]) {
        return Gender::Man;
    }
    if has(&[
        "mrs.",
        "ms.",
        "mrs",
        "ms",
        "miss",
        "queen",
        "princess",
        "lady",
        "dame",
        "sister",
        "congresswoman",
        "chairwoman",
        "spokeswoman",
        "councilwoman",
    ]) {
        return Gender::Woman;
    }
    match words.first().map(String::as_str) {
        Some(
            "john" | "james" | "robert" | "michael" | "william" | "david" | "richard" | "joseph" | "thomas"
            | "charles" | "donald" | "mark" | "paul" | "steven" | "andrew" | "george" | "peter" | "rex"
            | "vladimir" | "sergey" | "barack" | "bill" | "mike" | "tim" | "jim" | "joe" | "tom" | "ben"
            | "bernie" | "ted" | "marco" | "jeff" | "kevin" | "brian" | "daniel" | "henry" | "frank"
            | "scott" | "eric" | "stephen" | "chris" | "matt" | "gary" | "larry" | "newt" | "rudy" | "harry"
            | "jack" | "adam" | "alex" | "ryan" | "greg" | "steve",
        ) if words.len() > 1 => Gender::Man,
        Some(
            "mary" | "patricia" | "jennifer" | "linda" | "elizabeth" | "barbara" | "susan" | "jessica"
            | "sarah" | "karen" | "nancy" | "lisa" | "margaret" | "hillary" | "angela" | "michelle"
            | "melania" | "ivanka" | "anna" | "ana" | "emily" | "laura" | "amy" | "kate" | "maria" | "julia"
            | "rachel" | "helen" | "megyn" | "kellyanne" | "chelsea" | "carol" | "ruth" | "diane" | "alice"
            | "jane" | "donna" | "debbie" | "jill" | "theresa" | "claire" | "kelly" | "rebecca",
        ) if words.len() > 1 => Gender::Woman,
        _ => Gender::Unknown,
    }
}

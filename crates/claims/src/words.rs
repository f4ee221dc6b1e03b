//! The closed word classes of English, and the light tagging that plain extraction reads by.

use english::Pos;

use crate::Span;
use crate::lexicon::Lexicon;

/// What a token can do in a sentence, as far as its form and place tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Any other word in lower case: noun, adjective, verb.
    Word,
    /// A word with a capital.
    Capital,
    Number,
    Determiner,
    /// "he", "we", "it", "who" as a subject.
    Pronoun,
    /// "him", "them".
    ObjectPronoun,
    /// "'s".
    Possessive,
    Auxiliary,
    Negation,
    Preposition,
    /// "to".
    To,
    /// "and", "but", "or".
    Conjunction,
    That,
    /// "because", "which", "if": opens a clause of its own.
    Subordinator,
    Adverb,
    /// A finite form of a verb that reports or is very common.
    Verb,
    Comma,
    Colon,
    Semicolon,
    Dash,
    Hyphen,
    /// ".", "!", "?".
    Stop,
    OpenQuote,
    CloseQuote,
    OtherMark,
}

/// A token with what plain extraction needs to know of it.
#[derive(Debug, Clone)]
pub(crate) struct Word<'a> {
    pub(crate) text: &'a str,
    pub(crate) lower: String,
    pub(crate) span: Span,
    pub(crate) class: Class,
    /// What the parser takes it for.
    pub(crate) pos: Pos,
    /// The innermost quotation that it stands in (index into the article's quotations), short ones not counted.
    pub(crate) quote: Option<u32>,
}

impl Class {
    /// Can be part of a noun phrase after its first word.
    pub(crate) fn is_nominal(self) -> bool {
        matches!(self, Self::Word | Self::Capital | Self::Number)
    }
}

/// The class of a word by its form alone; quotation marks are told apart by the caller.
pub(crate) fn classify(text: &str, lower: &str) -> Class {
    match lower {
        "," => Class::Comma,
        ":" => Class::Colon,
        ";" => Class::Semicolon,
        "-" | "‐" | "‑" => Class::Hyphen,
        "—" | "–" | "--" | "---" | "―" => Class::Dash,
        "." | "!" | "?" | "…" | "..." => Class::Stop,
        "a" | "an" | "the" | "these" | "those" | "this" | "his" | "her" | "its" | "their" | "our" | "my"
        | "your" | "some" | "any" | "no" | "each" | "every" | "both" | "all" | "many" | "most"
        | "several" | "few" | "another" | "more" | "other" => Class::Determiner,
        "he" | "she" | "they" | "we" | "i" | "it" | "you" | "there" => Class::Pronoun,
        "him" | "them" | "us" | "me" | "himself" | "herself" | "themselves" | "itself" => {
            Class::ObjectPronoun
        }
        "'s" | "’s" => Class::Possessive,
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "has" | "have" | "had"
        | "having" | "do" | "does" | "did" | "will" | "would" | "can" | "could" | "may" | "might"
        | "must" | "shall" | "should" | "'re" | "’re" | "'ve" | "’ve" | "'ll" | "’ll" | "'d" | "’d"
        | "'m" | "’m" | "ca" | "wo" => Class::Auxiliary,
        "not" | "n't" | "n’t" | "never" => Class::Negation,
        "to" => Class::To,
        "of" | "in" | "on" | "at" | "by" | "for" | "with" | "from" | "about" | "over" | "after"
        | "before" | "during" | "under" | "against" | "between" | "among" | "into" | "through"
        | "without" | "within" | "upon" | "toward" | "towards" | "near" | "until" | "across" | "behind"
        | "beyond" | "amid" | "despite" | "per" | "via" | "as" | "than" | "like" | "regarding" => {
            Class::Preposition
        }
        "and" | "but" | "or" | "nor" | "&" => Class::Conjunction,
        "that" => Class::That,
        "because" | "if" | "when" | "while" | "although" | "though" | "whereas" | "where" | "how" | "why"
        | "whether" | "what" | "which" | "who" | "whom" | "whose" | "unless" | "once" | "since" | "so" => {
            Class::Subordinator
        }
        "also" | "later" | "again" | "then" | "often" | "already" | "still" | "even" | "just" | "now"
        | "ever" | "earlier" | "too" | "soon" | "yet" | "once-again" | "rather" | "instead" | "perhaps"
        | "maybe" | "meanwhile" | "however" | "only" | "first" | "back" | "reportedly" => Class::Adverb,
        _ => open_class(text, lower),
    }
}

fn open_class(text: &str, lower: &str) -> Class {
    let Some(first) = text.chars().next() else {
        return Class::OtherMark;
    };
    if first.is_numeric() || first == '$' {
        Class::Number
    } else if !first.is_alphabetic() && !matches!(first, '@' | '#') {
        Class::OtherMark
    } else if first.is_uppercase() || matches!(first, '@' | '#') {
        Class::Capital
    } else if is_adverb(lower) {
        Class::Adverb
    } else if is_common_verb(lower) || Lexicon::get().is_verb(lower) {
        Class::Verb
    } else {
        Class::Word
    }
}

fn is_adverb(lower: &str) -> bool {
    lower.len() > 4
        && lower.ends_with("ly")
        && !matches!(
            lower,
            "family"
                | "early"
                | "daily"
                | "ally"
                | "reply"
                | "supply"
                | "apply"
                | "rally"
                | "bully"
                | "assembly"
                | "likely"
                | "anomaly"
                | "friendly"
                | "elderly"
                | "monthly"
                | "weekly"
                | "imply"
                | "rely"
                | "comply"
                | "unlikely"
                | "homily"
                | "lonely"
                | "deadly"
                | "costly"
                | "orderly"
                | "melancholy"
        )
}

/// Finite forms of verbs that do not report but are frequent, so that noun phrases and clauses end where they should.
fn is_common_verb(lower: &str) -> bool {
    matches!(
        lower,
        "went"
            | "came"
            | "made"
            | "took"
            | "gave"
            | "got"
            | "ran"
            | "won"
            | "lost"
            | "met"
            | "kept"
            | "led"
            | "began"
            | "became"
            | "brought"
            | "built"
            | "sent"
            | "spent"
            | "stood"
            | "sat"
            | "fell"
            | "rose"
            | "grew"
            | "drew"
            | "broke"
            | "chose"
            | "makes"
            | "takes"
            | "goes"
            | "comes"
            | "gets"
            | "gives"
            | "works"
            | "seems"
            | "seemed"
            | "remains"
            | "remained"
            | "becomes"
            | "became."
            | "appears"
            | "appeared"
            | "happened"
            | "happens"
            | "turned"
            | "used"
            | "tried"
            | "failed"
            | "looked"
            | "won't"
            | "needs"
            | "needed"
            | "deserves"
            | "knows"
            | "keeps"
            | "helped"
            | "included"
            | "includes"
            | "entered"
            | "exited"
            | "caused"
            | "causes"
            | "shows"
            | "bought"
            | "sold"
            | "paid"
            | "cut"
            | "kill"
            | "killed"
            | "died"
            | "lives"
            | "lived"
            | "served"
            | "serves"
            | "voted"
            | "supported"
            | "supports"
            | "interfered"
            | "meddled"
            | "followed"
            | "follows"
            | "moved"
            | "faced"
            | "faces"
            | "left"
            | "lied"
            | "lies"
    )
}

/// Whether a clause that the word stands in may have it as its verb.
pub(crate) fn is_verb_like(word: &Word<'_>) -> bool {
    match word.class {
        Class::Auxiliary | Class::Verb => true,
        Class::Word => word.lower.len() > 4 && word.lower.ends_with("ed"),
        _ => false,
    }
}

/// Words that stand for a time and never speak.
pub(crate) fn is_time(lower: &str) -> bool {
    matches!(
        lower,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "january"
            | "february"
            | "march"
            | "april"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "today"
            | "yesterday"
            | "tomorrow"
            | "morning"
            | "afternoon"
            | "evening"
            | "night"
            | "week"
            | "month"
            | "year"
            | "years"
            | "weeks"
            | "months"
            | "days"
            | "day"
            | "hours"
            | "minutes"
            | "jan."
            | "feb."
            | "mar."
            | "apr."
            | "aug."
            | "sept."
            | "oct."
            | "nov."
            | "dec."
    )
}

/// Titles that come before a name, with what they tell of the person.
pub(crate) fn is_title(lower: &str) -> bool {
    matches!(
        lower,
        "mr."
            | "mrs."
            | "ms."
            | "mx."
            | "miss"
            | "dr."
            | "dr"
            | "mr"
            | "mrs"
            | "ms"
            | "president"
            | "minister"
            | "secretary"
            | "senator"
            | "sen."
            | "rep."
            | "representative"
            | "congressman"
            | "congresswoman"
            | "gov."
            | "governor"
            | "mayor"
            | "judge"
            | "justice"
            | "chancellor"
            | "king"
            | "queen"
            | "prince"
            | "princess"
            | "pope"
            | "gen."
            | "general"
            | "lt."
            | "col."
            | "colonel"
            | "capt."
            | "captain"
            | "sgt."
            | "sergeant"
            | "maj."
            | "major"
            | "adm."
            | "admiral"
            | "prof."
            | "professor"
            | "sir"
            | "lord"
            | "lady"
            | "dame"
            | "rev."
            | "father"
            | "sister"
            | "bishop"
            | "archbishop"
            | "cardinal"
            | "rabbi"
            | "imam"
            | "officer"
            | "detective"
            | "inspector"
            | "chief"
            | "sheriff"
            | "director"
            | "chairman"
            | "chairwoman"
            | "chair"
            | "speaker"
            | "ambassador"
            | "premier"
            | "attorney"
            | "commissioner"
            | "councilman"
            | "councilwoman"
            | "councillor"
            | "coach"
            | "fm"
            | "pm"
            | "ceo"
            | "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "candidate"
            | "nominee"
            | "counterpart"
            | "pollster"
            | "analyst"
            | "economist"
            | "author"
            | "lawyer"
            | "reporter"
            | "strategist"
            | "aide"
            | "adviser"
            | "advisor"
            | "host"
            | "billionaire"
    )
}

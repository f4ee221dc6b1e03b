//! The forms of a cue's first word.

/// Verbs whose past tense or participle is not regular: base, past, participle.
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("say", "said", "said"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("know", "knew", "known"),
    ("write", "wrote", "written"),
    ("find", "found", "found"),
    ("show", "showed", "shown"),
    ("see", "saw", "seen"),
    ("feel", "felt", "felt"),
    ("hold", "held", "held"),
    ("make", "made", "made"),
    ("give", "gave", "given"),
    ("put", "put", "put"),
    ("let", "let", "let"),
    ("speak", "spoke", "spoken"),
    ("swear", "swore", "sworn"),
    ("hear", "heard", "heard"),
    ("understand", "understood", "understood"),
    ("foresee", "foresaw", "foreseen"),
    ("come", "came", "come"),
    ("go", "went", "gone"),
    ("cast", "cast", "cast"),
    ("hit", "hit", "hit"),
    ("take", "took", "taken"),
    ("have", "had", "had"),
    ("seek", "sought", "sought"),
    ("shoot", "shot", "shot"),
    ("buy", "bought", "bought"),
    ("undercut", "undercut", "undercut"),
    ("forecast", "forecast", "forecast"),
    ("undertake", "undertook", "undertaken"),
    ("leave", "left", "left"),
    ("forget", "forgot", "forgotten"),
    ("throw", "threw", "thrown"),
    ("stand", "stood", "stood"),
    ("stick", "stuck", "stuck"),
    ("bear", "bore", "borne"),
    ("bring", "brought", "brought"),
    ("keep", "kept", "kept"),
    ("spin", "spun", "spun"),
    ("uphold", "upheld", "upheld"),
    ("send", "sent", "sent"),
    ("spread", "spread", "spread"),
    ("broadcast", "broadcast", "broadcast"),
    ("become", "became", "become"),
    ("blow", "blew", "blown"),
    ("break", "broke", "broken"),
    ("cling", "clung", "clung"),
    ("draw", "drew", "drawn"),
    ("get", "got", "got"),
    ("lay", "laid", "laid"),
    ("lead", "led", "led"),
    ("lend", "lent", "lent"),
    ("lose", "lost", "lost"),
    ("pay", "paid", "paid"),
    ("set", "set", "set"),
    ("sing", "sang", "sung"),
    ("sling", "slung", "slung"),
    ("strike", "struck", "struck"),
    ("tear", "tore", "torn"),
    ("fall", "fell", "fallen"),
    ("begin", "began", "begun"),
    ("build", "built", "built"),
    ("fling", "flung", "flung"),
    ("ring", "rang", "rung"),
    ("withhold", "withheld", "withheld"),
    ("fly", "flew", "flown"),
    ("fight", "fought", "fought"),
    ("run", "ran", "run"),
    ("read", "read", "read"),
    ("meet", "met", "met"),
    ("sit", "sat", "sat"),
    ("ride", "rode", "ridden"),
    ("shed", "shed", "shed"),
    ("lie", "lay", "lain"),
    ("do", "did", "done"),
    ("sell", "sold", "sold"),
    ("win", "won", "won"),
    ("catch", "caught", "caught"),
    ("teach", "taught", "taught"),
    ("drive", "drove", "driven"),
    ("grow", "grew", "grown"),
    ("bite", "bit", "bitten"),
    ("eat", "ate", "eaten"),
    ("wear", "wore", "worn"),
    ("shake", "shook", "shaken"),
    ("beat", "beat", "beaten"),
    ("cut", "cut", "cut"),
    ("dig", "dug", "dug"),
    ("weep", "wept", "wept"),
];

/// Verbs that double their last letter: "admitted".
const DOUBLING: &[&str] = &[
    "admit", "refer", "rebut", "slam", "rip", "quip", "blog", "plan", "brag", "concur", "commit", "stop",
    "wag", "beg", "infer", "shrug", "regret", "quiz", "get", "let", "put", "hit", "set", "cut", "run", "sit",
    "shed", "win", "dig", "spin", "bat", "chip", "clam", "clap", "cop", "dispel", "drop", "pin", "swat",
    "submit", "begin", "tip",
];

/// How the first word of a cue is inflected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Inflection {
    /// "say", and every cue that is not a verb.
    Base,
    /// "says".
    Third,
    /// "said", and where it is the same word the participle.
    Past,
    /// "known", where it differs from the past tense.
    Participle,
    /// "saying".
    Ing,
}

pub(super) fn with_s(base: &str) -> String {
    match base.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if base.ends_with(['s', 'x', 'z'])
            || base.ends_with("ch")
            || base.ends_with("sh")
            || base == "go" =>
        {
            format!("{base}es")
        }
        _ => format!("{base}s"),
    }
}

pub(super) fn conjugate(base: &str) -> Vec<(String, Inflection)> {
    let third = if base == "have" {
        "has".to_owned()
    } else {
        with_s(base)
    };
    let doubled = DOUBLING
        .contains(&base)
        .then(|| base.chars().next_back())
        .flatten();
    let stem = match (doubled, base.strip_suffix('e')) {
        (Some(last), _) => format!("{base}{last}"),
        (None, Some(stem)) if !base.ends_with("ee") => stem.to_owned(),
        _ => base.to_owned(),
    };
    let past = match base.strip_suffix('y') {
        Some(short) if !short.ends_with(['a', 'e', 'o', 'u']) => format!("{short}ied"),
        _ => format!("{}ed", stem.strip_suffix('e').unwrap_or(&stem)),
    };
    let mut forms = vec![
        (base.to_owned(), Inflection::Base),
        (third, Inflection::Third),
        (format!("{stem}ing"), Inflection::Ing),
    ];
    match IRREGULAR.iter().find(|(verb, ..)| *verb == base) {
        Some((_, past, participle)) => {
            if *past != base {
                forms.push(((*past).to_owned(), Inflection::Past));
            }
            if participle != past && *participle != base {
                forms.push(((*participle).to_owned(), Inflection::Participle));
            }
        }
        None => forms.push((past, Inflection::Past)),
    }
    forms
}

/// Every form of a verb, "be" and "have" included.
pub(crate) fn every_form(base: &str) -> Vec<String> {
    if base == "be" {
        return [
            "be", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "am", "'m", "’m",
        ]
        .map(str::to_owned)
        .to_vec();
    }
    conjugate(base).into_iter().map(|(form, _)| form).collect()
}

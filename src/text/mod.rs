//! The words of the interface, all in one place, so that another language takes another file like this one.
//!
//! Words of the data model (acts, stances, kinds) come from the model, as the published format has them.

mod corrections;
mod help;

pub(crate) use corrections::correction;
pub(crate) use help::*;

use claims::{Act, Engagement, Factuality, Field, Form, Review, Role, SpeakerKind, Stance, Why};

use crate::session::{Mode, Order};

pub(crate) const NAME: &str = "Sayso";
pub(crate) const PROMISE: &str = "Who says what. Nothing you paste leaves this page.";
pub(crate) const SKIP: &str = "Skip to the chart";
pub(crate) const TOOLS: &str = "Tools";
pub(crate) const EXAMPLE: &str = "Example";
pub(crate) const UNDO: &str = "Undo";
pub(crate) const UNDO_KEYS: &str = "Undo (Ctrl+Z)";
pub(crate) const REDO: &str = "Redo";
pub(crate) const REDO_KEYS: &str = "Redo (Ctrl+Shift+Z)";
pub(crate) const SIDE: &str = "Side shown";
pub(crate) const TEXT: &str = "Text";
pub(crate) const CHART: &str = "Chart";
pub(crate) const CLOSE: &str = "Close";
pub(crate) const CANCEL: &str = "Cancel";

pub(crate) const ACCOUNTS: &str = "Accounts";
pub(crate) const ACCOUNT: &str = "Account ";
pub(crate) const ADD_ACCOUNT: &str = "Add an account";
pub(crate) const SHOW_STATEMENTS: &str = "Show statements";
pub(crate) const EDIT_TEXT: &str = "Edit text";
pub(crate) const PASTE_HERE: &str = "Paste a news article here, or drop files (.txt, .md, .html). Add a second account of the same event with +.";

pub(crate) const FETCHING: &str = "Fetching what it takes to read English, this once";
pub(crate) const READING: &str = "Reading the accounts";
pub(crate) const CANCELLED: &str = "Cancelled. Your text is untouched.";
pub(crate) const UNTOUCHED: &str = " Your text is untouched.";
pub(crate) const ANALYSE: &str = "Analyse";
pub(crate) const TRY_AGAIN: &str = "Try again";
pub(crate) const NO_ANSWER: &str = "The engine does not answer. Its files may not have loaded: check the connection (it is \
                                    only needed the first time), then try again.";
pub(crate) const NOTHING_FOUND: &str = "No statements found";
pub(crate) const NOTHING_FOUND_WHY: &str = "Sayso looks for people saying things: quotations, “said”, “according to”, “denied”. This text has none \
     that it can read. Paste a news article in English, try the example, or mark a statement yourself: select its \
     words in the text.";

pub(crate) const WELCOME: &str = "On whose say-so?";
pub(crate) const WELCOME_HOW: &str = "Paste a news article on the left. Paste a second account of the same event beside it (+), and see who says what, \
     where each speaker stands, and where the accounts contradict one another.";
pub(crate) const WELCOME_EXAMPLE: &str =
    "No article at hand? The Example button loads two invented reports of one meeting.";

pub(crate) const LEGEND: &str = "Legend";
pub(crate) const LEGEND_HOW: &str = "Each mark is a stance that somebody takes, or is said to take, on a point at issue; \
                                     its words are one click away.";
pub(crate) const GOT_IT: &str = "Got it";
pub(crate) const DISAGREE: &str = "reporters disagree";
pub(crate) const SILENT: &str = "silent";

pub(crate) const VIEWS: &str = "Ways to show it";
pub(crate) const FILTERS: &str = "Show only";
pub(crate) const SEARCH: &str = "Search";
pub(crate) const ANY_ACCOUNT: &str = "all accounts";
pub(crate) const ANY_KIND: &str = "all speakers";
pub(crate) const ANY_ACT: &str = "all acts";
pub(crate) const UNREVIEWED_ONLY: &str = "to review only";
pub(crate) const SHOW_ALL: &str = "Show all";
pub(crate) const NOTHING_PASSES: &str = "Nothing passes this filter.";
pub(crate) const BRUSHED: &str = "part of the text";

pub(crate) const MATRIX: &str = "Stance matrix";
pub(crate) const MATRIX_WHAT: &str = "Where each speaker stands on each point at issue";
pub(crate) const NO_MATRIX: &str =
    "No two statements are about the same point, so there is no stance to compare yet.";
pub(crate) const CONTESTED: &str = "contested";
pub(crate) const FEWER: &str = "Show fewer";

/// The headings of the table, in its order.
pub(crate) const HEADINGS: [&str; 9] = [
    "Words",
    SPEAKER,
    ACT,
    STANCE,
    ISSUE,
    "Form",
    "Commitment",
    "Reporter",
    "Review",
];
pub(crate) const NEGATED: &str = ", negated";
pub(crate) const ORDER: &str = "Order";
pub(crate) const CHAIN: &str = "Chain";

/// "according to Tom Ode, Ida Brandt"; nothing where nobody reports it.
pub(crate) fn according_to(reporters: &[&str]) -> String {
    if reporters.is_empty() {
        return String::new();
    }
    format!("according to {}", reporters.join(", "))
}

/// "Anna Finch: for “the bridge”, according to Tom Ode, in account A; 1 statement".
pub(crate) fn mark(
    speaker: &str,
    stance: Stance,
    issue: &str,
    reporters: &[&str],
    account: Option<&str>,
    number: usize,
) -> String {
    let mut label = format!("{speaker}: {} “{issue}”", stands(stance));
    if !reporters.is_empty() {
        label.push_str(", ");
        label.push_str(&according_to(reporters));
    }
    if let Some(account) = account {
        label.push_str(", in account ");
        label.push_str(account);
    }
    format!("{label}; {}", statements(number))
}

pub(crate) fn theme(theme: &str) -> String {
    let words = match theme {
        "light" => "light",
        "dark" => "dark",
        _ => "as the system",
    };
    format!("Theme: {words}")
}

pub(crate) const CONTESTS: &str = "Contested";
pub(crate) const NO_CONTESTS: &str =
    "Nothing that these accounts say contradicts another part of them, as far as the words tell.";
pub(crate) const TABLE: &str = "All statements";
pub(crate) const AS_TABLE: &str = "The same as a table";
pub(crate) const NETWORK: &str = "Speakers and the points at issue that they take a stance on";
pub(crate) const ALLIANCES: &str = "Speakers who agree, and speakers who disagree";
pub(crate) const TIMELINE: &str = "Who speaks where in each account";
pub(crate) const STRETCH_FROM: &str = "From ";
pub(crate) const STRETCH_TO: &str = "To ";
pub(crate) const BRUSH_HOW: &str = "Or drag over a part of an account to see only that.";

/// What a picture of it is called.
pub(crate) fn picture(mode: Mode) -> &'static str {
    match mode {
        Mode::Network => NETWORK,
        Mode::Agreement => ALLIANCES,
        Mode::Timeline => TIMELINE,
        _ => MATRIX_WHAT,
    }
}

pub(crate) const SPEAKERS: &str = "Speakers";

pub(crate) const SELECTED: &str = "Selected statement";
pub(crate) const SELECT_HOW: &str =
    "Select a mark, or words in the text, to see and correct the statement behind it.";
pub(crate) const ACCEPT: &str = "Accept";
pub(crate) const ACCEPTED: &str = "Accepted";
pub(crate) const ACCEPT_KEYS: &str = "It is right as it is (A)";
pub(crate) const REJECT: &str = "Reject";
pub(crate) const IGNORE_HERE: &str = "here";
pub(crate) const IGNORE_EVERYWHERE: &str = "everywhere";
pub(crate) const REJECT_KEYS: &str = "It is no statement (X)";
pub(crate) const NEXT_UNREVIEWED: &str = "Next to review";
pub(crate) const NEXT_UNREVIEWED_KEYS: &str = "Next to review (N)";
pub(crate) const PREVIOUS_UNREVIEWED: &str = "Previous to review (P)";
pub(crate) const ALL_REVIEWED: &str = "All reviewed";
pub(crate) const PREVIOUS: &str = "Previous selected statement";
pub(crate) const NEXT: &str = "Next selected statement";
pub(crate) const DESELECT: &str = "Close (Esc)";
pub(crate) const SPEAKER: &str = "Speaker";
pub(crate) const ACT: &str = "Act";
pub(crate) const ISSUE: &str = "Point at issue";
pub(crate) const STANCE: &str = "Stance";
pub(crate) const NOBODY: &str = "nobody named";
pub(crate) const NO_ISSUE: &str = "none";
pub(crate) const SOMEBODY_NEW: &str = "Somebody else …";
pub(crate) const SOMETHING_NEW: &str = "Another point …";
pub(crate) const NEW_SPEAKER: &str = "Name of the speaker";
pub(crate) const NEW_ISSUE: &str = "The point, in a few words";
pub(crate) const SET: &str = "Set";
pub(crate) const BY_HAND: &str = "set by you";
pub(crate) const ADDED_BY_HAND: &str = "added by you";
pub(crate) const ABOUT_SPEAKER: &str = "Rename, merge or split this speaker";
pub(crate) const ABOUT_ISSUE: &str = "Rename, merge or split this point";
pub(crate) const CHANGE_WORDS: &str = "Change its words";
pub(crate) const CHANGE_WORDS_HOW: &str =
    "Drag the ends in the text, or move to one with Tab and shift it a word with the arrow keys.";
pub(crate) const DONE: &str = "Done";
pub(crate) const CHOSEN_WORDS: &str = "Selected words";
pub(crate) const NEW_STATEMENT: &str = "New statement";

pub(crate) const RENAME: &str = "Rename";
pub(crate) const MERGE: &str = "Merge into";
pub(crate) const CHOOSE: &str = "choose …";
pub(crate) const SPLIT: &str = "Split off";
pub(crate) const SPLIT_SPEAKER_HOW: &str = "Statements that are somebody else’s:";
pub(crate) const SPLIT_ISSUE_HOW: &str = "Statements that are about another point:";
pub(crate) const CORRECTIONS: &str = "Corrections";
pub(crate) const NO_CORRECTIONS: &str =
    "None yet. Select a statement to accept, reject or correct it; whatever you do is listed here.";
pub(crate) const TAKE_BACK: &str = "Take back";
pub(crate) const LOST: &str = "Does not apply";

pub(crate) const PROJECT: &str = "Project";
pub(crate) const PROJECTS: &str = "Projects in this browser";
pub(crate) const PROJECT_NAME: &str = "Name of the project";
pub(crate) const UNNAMED: &str = "Untitled";
pub(crate) const SAVE_FILE: &str = "Save to a file";
pub(crate) const OPEN_FILE: &str = "Open files …";
pub(crate) const NEW_PROJECT: &str = "New project";
pub(crate) const DUPLICATE: &str = "Duplicate";
pub(crate) const DELETE: &str = "Delete";
pub(crate) const DAMAGED: &str =
    "This project cannot be read: another version of Sayso kept it. Reload the page and try again.";
pub(crate) const KEPT_WHERE: &str = "Your work is kept in this browser as you go, and nowhere else.";
pub(crate) const EXPORT: &str = "Export";
pub(crate) const EXPORT_JSON: &str = "Statements (JSON)";
pub(crate) const EXPORT_CSV: &str = "Statements (CSV)";
pub(crate) const EXPORT_SVG: &str = "Chart (SVG)";
pub(crate) const EXPORT_PNG: &str = "Chart (PNG)";
pub(crate) const NO_PICTURE: &str = "Show the matrix, a network or the timeline to save it as a picture.";

pub(crate) fn copy_of(name: &str) -> String {
    format!("{name} (copy)")
}

/// "1 account", "2 accounts".
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

pub(crate) fn accounts(number: usize) -> String {
    count(number, "account", "accounts")
}

pub(crate) fn speakers(number: usize) -> String {
    count(number, "speaker", "speakers")
}

pub(crate) fn issues(number: usize) -> String {
    count(number, "point at issue", "points at issue")
}

pub(crate) fn statements(number: usize) -> String {
    count(number, "statement", "statements")
}

pub(crate) fn contested(number: usize) -> String {
    format!("{number} contested")
}

pub(crate) fn account(name: &str) -> String {
    format!("{ACCOUNT}{name}")
}

pub(crate) fn remove_account(name: &str) -> String {
    format!("Remove account {name}")
}

pub(crate) fn text_of(name: &str) -> String {
    format!("Text of account {name}")
}

pub(crate) fn marked(name: &str) -> String {
    format!("Account {name}, statements marked. J and K step through them.")
}

pub(crate) fn more_speakers(number: usize) -> String {
    format!("Show {}", count(number, "more speaker", "more speakers"))
}

/// Most of them are what one statement is about, so they are not called at issue.
pub(crate) fn more_points(number: usize) -> String {
    format!("Show {}", count(number, "more point", "more points"))
}

pub(crate) fn more_statements(number: usize) -> String {
    format!("Show {}", count(number, "more statement", "more statements"))
}

pub(crate) fn shown(shown: usize, all: usize) -> String {
    format!("{shown} of {}", statements(all))
}

pub(crate) fn only_in_table(number: usize) -> String {
    let points = count(number, "point more is", "points more are");
    format!("{points} only in the table.")
}

pub(crate) fn nth_of(at: usize, of: usize) -> String {
    format!("{at} of {of} selected")
}

pub(crate) fn state(corrections: usize, to_review: usize) -> String {
    let corrections = count(corrections, "correction", "corrections");
    format!("{corrections}, {} to review", statements(to_review))
}

pub(crate) fn accept_all(number: usize) -> String {
    format!("Accept all {number}")
}

pub(crate) fn reject_all(number: usize) -> String {
    format!("Reject all {number}")
}

pub(crate) fn use_as(role: Role) -> String {
    format!("Use as {}", role.as_str())
}

pub(crate) fn ignore_cue(cue: &str) -> String {
    format!("Ignore “{cue}”")
}

pub(crate) fn source_rule(source: &str) -> String {
    if source.is_empty() {
        "no source in the words".to_owned()
    } else {
        format!("from “{source}”")
    }
}

pub(crate) fn stance_rule(act: Act) -> String {
    format!("from “{act}” and the words")
}

pub(crate) const ISSUE_RULE: &str = "by the words that it shares";

pub(crate) fn handle(role: Role, start: bool) -> String {
    format!("{} of the {}", if start { "Start" } else { "End" }, role.as_str())
}

pub(crate) fn factuality(factuality: Factuality) -> &'static str {
    match factuality {
        Factuality::Certain => "certain",
        Factuality::Probable => "probable",
        Factuality::Possible => "possible",
        Factuality::CertainNot => "certainly not",
        Factuality::ProbableNot => "probably not",
        Factuality::PossibleNot => "possibly not",
        Factuality::Unknown => "uncommitted",
    }
}

pub(crate) fn engagement(engagement: Engagement) -> &'static str {
    match engagement {
        Engagement::Neutral => "reported neutrally",
        Engagement::Endorses => "endorsed by the reporter",
        Engagement::Distances => "kept at a distance by the reporter",
    }
}

pub(crate) fn form(form: Form) -> &'static str {
    match form {
        Form::Direct => "direct quotation",
        Form::Indirect => "indirect speech",
        Form::Mixed => "partly quoted",
        Form::Post => "post",
    }
}

pub(crate) fn kind(kind: SpeakerKind) -> &'static str {
    match kind {
        SpeakerKind::Person => "person",
        SpeakerKind::Organization => "organization",
        SpeakerKind::Group => "group",
        SpeakerKind::Unnamed => "unnamed source",
        SpeakerKind::Author => "the account’s own voice",
    }
}

pub(crate) fn stands(stance: Stance) -> &'static str {
    match stance {
        Stance::For => "for",
        Stance::Against => "against",
        Stance::Neutral => "neutral on",
        Stance::Unclear => "unclear on",
    }
}

pub(crate) fn review(review: &Review) -> &'static str {
    if review.added {
        "added"
    } else if !review.set.is_empty() {
        "corrected"
    } else if review.accepted {
        "accepted"
    } else {
        ""
    }
}

pub(crate) fn field(field: Field) -> &'static str {
    match field {
        Field::Speaker => "speaker",
        Field::Act => "act",
        Field::Stance => "stance",
        Field::Issue => "point at issue",
        Field::Words(role) => role.as_str(),
    }
}

pub(crate) fn why(why: Why) -> String {
    format!("{LOST}: {why}.")
}

pub(crate) fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Matrix => "Matrix",
        Mode::Network => "Network",
        Mode::Agreement => "Agreement",
        Mode::Timeline => "Timeline",
        Mode::Contests => "Contests",
        Mode::Table => "Table",
        Mode::Summary => "Summary",
    }
}

pub(crate) fn order(order: Order) -> &'static str {
    match order {
        Order::Activity => "most active first",
        Order::Name => "by name",
    }
}

/// A text cut at a word after about `limit` characters.
pub(crate) fn cut(whole: &str, limit: usize) -> String {
    match whole.char_indices().nth(limit) {
        None => whole.to_owned(),
        Some((at, _)) => {
            let cut = whole[..at].rfind(' ').unwrap_or(at);
            format!("{}…", whole[..cut].trim_end())
        }
    }
}

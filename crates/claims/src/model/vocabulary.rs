//! The closed word lists of the data model. Their serialized names are part of the published format.

use serde::{Deserialize, Serialize};

macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $text)] $variant,)+ }

        impl $name {
            /// Every value, in the order of this list.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word for it, as in the published format.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

vocabulary! {
    /// How a statement is quoted.
    Form {
        /// All of the content stands in quotation marks.
        Direct = "direct",
        /// None of it does.
        Indirect = "indirect",
        /// Part of it does.
        Mixed = "mixed",
        /// A social-media post, or a block whose author is given beside it.
        Post = "post",
    }
}

vocabulary! {
    /// What the speaker does by the statement.
    Act {
        /// Says that it is so.
        Asserts = "asserts",
        /// Holds it to be so, said or not.
        Believes = "believes",
        /// Says that it is not so.
        Denies = "denies",
        /// Takes another's statement as right.
        Accepts = "accepts",
        /// Takes another's statement as wrong.
        Disputes = "disputes",
        /// Is not sure that it is so.
        Doubts = "doubts",
        /// Asks about it.
        Questions = "questions",
        /// Confronts somebody with it.
        Presses = "presses",
        /// Wants it done.
        Demands = "demands",
        /// Undertakes to do it.
        Promises = "promises",
        /// Will not do or say it.
        Declines = "declines",
        /// Takes no position on it.
        Withholds = "withholds",
    }
}

vocabulary! {
    /// How far the speaker commits to the main event of the content, after `FactBank` (Saurí and Pustejovsky 2009):
    /// "said the dam will not hold" is CT-, "said it may hold" PS+.
    Factuality {
        /// It is certainly so.
        Certain = "CT+",
        /// It is probably so.
        Probable = "PR+",
        /// It is possibly so.
        Possible = "PS+",
        /// It is certainly not so.
        CertainNot = "CT-",
        /// It is probably not so.
        ProbableNot = "PR-",
        /// It is possibly not so.
        PossibleNot = "PS-",
        /// Uncommitted.
        Unknown = "Uu",
    }
}

vocabulary! {
    /// How the reporter treats the source, after Appraisal theory (Martin and White 2005).
    Engagement {
        /// "said".
        Neutral = "neutral",
        /// "pointed out".
        Endorses = "endorses",
        /// "claimed", "alleged", or scare quotes.
        Distances = "distances",
    }
}

vocabulary! {
    /// How a speaker regards a thing, after Appraisal theory (Martin and White 2005).
    Attitude {
        /// "praised the deal".
        Positive = "positive",
        /// "slammed the deal".
        Negative = "negative",
    }
}

vocabulary! {
    /// What kind of speaker.
    SpeakerKind {
        /// One named human being.
        Person = "person",
        /// A body with a name: a ministry, a company, a government.
        Organization = "organization",
        /// Several people without a name of their own: "critics", "both sides".
        Group = "group",
        /// A source that the article does not name: "a senior official".
        Unnamed = "unnamed",
        /// The article's own voice.
        Author = "author",
    }
}

vocabulary! {
    /// A speaker's stance on an issue.
    Stance {
        /// Holds that it is so.
        For = "for",
        /// Holds that it is not so.
        Against = "against",
        /// Speaks on it without taking a side.
        Neutral = "neutral",
        /// The words do not tell.
        Unclear = "unclear",
    }
}

vocabulary! {
    /// How two statements conflict.
    ContestKind {
        /// One is for, the other against.
        OppositeStance = "opposite stance",
        /// One person is said to have done two things that do not go together ("accepted", "pressed").
        IncompatibleActs = "incompatible acts",
        /// The same proposition, held with different certainty.
        DifferentCommitment = "different commitment",
        /// The same proposition with another number or time.
        DifferentValue = "different number or time",
    }
}

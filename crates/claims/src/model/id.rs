use serde::{Deserialize, Serialize};

macro_rules! id {
    ($name:ident, $list:literal) => {
        #[doc = concat!("Index into [`Analysis::", $list, "`](crate::Analysis::", $list, ").")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// The id of the item at `index`.
            #[must_use]
            pub fn from_index(index: usize) -> Self {
                Self(index as u32)
            }

            /// The position in the list.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id!(ArticleId, "articles");
id!(SpeakerId, "speakers");
id!(StatementId, "statements");
id!(IssueId, "issues");

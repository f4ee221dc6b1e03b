use core::fmt;

/// A closed set of labels, each with the name it has in the model and in CoNLL-U.
macro_rules! labels {
    ($(#[$meta:meta])* $name:ident { $($variant:ident $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum $name {
            $(#[doc = concat!("<code>", $text, "</code>")] $variant,)*
        }

        impl $name {
            /// Every label, in the order of declaration.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }

            /// The label of that name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                match name {
                    $($text => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.as_str())
            }
        }
    };
}

labels! {
    /// Universal part of speech, after [Universal Dependencies](https://universaldependencies.org/u/pos/).
    Pos {
        Adj "ADJ", Adp "ADP", Adv "ADV", Aux "AUX", Cconj "CCONJ", Det "DET", Intj "INTJ", Noun "NOUN", Num "NUM",
        Part "PART", Pron "PRON", Propn "PROPN", Punct "PUNCT", Sconj "SCONJ", Space "SPACE", Sym "SYM",
        Verb "VERB", X "X",
    }
}

labels! {
    /// Part-of-speech tag of the Penn Treebank as `OntoNotes` extends it.
    Tag {
        Dollar "$", CloseQuote "''", Comma ",", OpenBracket "-LRB-", CloseBracket "-RRB-", Period ".", Colon ":",
        Add "ADD", Afx "AFX", Cc "CC", Cd "CD", Dt "DT", Ex "EX", Fw "FW", Hyph "HYPH", In "IN", Jj "JJ", Jjr "JJR",
        Jjs "JJS", Ls "LS", Md "MD", Nfp "NFP", Nn "NN", Nnp "NNP", Nnps "NNPS", Nns "NNS", Pdt "PDT", Pos "POS",
        Prp "PRP", PrpPoss "PRP$", Rb "RB", Rbr "RBR", Rbs "RBS", Rp "RP", Sym "SYM", To "TO", Uh "UH", Vb "VB",
        Vbd "VBD", Vbg "VBG", Vbn "VBN", Vbp "VBP", Vbz "VBZ", Wdt "WDT", Wp "WP", WpPoss "WP$", Wrb "WRB", Xx "XX",
        Space "_SP", OpenQuote "``",
    }
}

labels! {
    /// Dependency label, after the `ClearNLP` scheme that spaCy's English models use.
    Dep {
        Root "ROOT", Acl "acl", Acomp "acomp", Advcl "advcl", Advmod "advmod", Agent "agent", Amod "amod",
        Appos "appos", Attr "attr", Aux "aux", Auxpass "auxpass", Case "case", Cc "cc", Ccomp "ccomp",
        Compound "compound", Conj "conj", Csubj "csubj", Csubjpass "csubjpass", Dative "dative", Dep "dep", Det "det",
        Dobj "dobj", Expl "expl", Intj "intj", Mark "mark", Meta "meta", Neg "neg", Nmod "nmod", Npadvmod "npadvmod",
        Nsubj "nsubj", Nsubjpass "nsubjpass", Nummod "nummod", Oprd "oprd", Parataxis "parataxis", Pcomp "pcomp",
        Pobj "pobj", Poss "poss", Preconj "preconj", Predet "predet", Prep "prep", Prt "prt", Punct "punct",
        Quantmod "quantmod", Relcl "relcl", Xcomp "xcomp",
    }
}

labels! {
    /// Kind of named entity, after `OntoNotes`.
    EntityKind {
        Cardinal "CARDINAL", Date "DATE", Event "EVENT", Fac "FAC", Gpe "GPE", Language "LANGUAGE", Law "LAW",
        Loc "LOC", Money "MONEY", Norp "NORP", Ordinal "ORDINAL", Org "ORG", Percent "PERCENT", Person "PERSON",
        Product "PRODUCT", Quantity "QUANTITY", Time "TIME", WorkOfArt "WORK_OF_ART",
    }
}

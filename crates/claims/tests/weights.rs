//! A weights file that is not whole is told by what is wrong with it, and never read.

use claims::{Statements, StatementsError};
use proptest::prelude::*;

const WHOLE: &[u8] = include_bytes!("../../../static/statements.model");

#[test]
fn another_file_is_none() {
    for other in [&b""[..], b"SAYSO-EN and more", b"\x1f\x8b\x08"] {
        assert_eq!(Statements::load(other).unwrap_err(), StatementsError::NotAModel);
    }
}

#[test]
fn another_version_is_named() {
    let mut newer = WHOLE.to_vec();
    newer[8] = 9;
    assert_eq!(
        Statements::load(&newer).unwrap_err(),
        StatementsError::Version { found: 9 }
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_cut_file_is_incomplete(at in 12..WHOLE.len()) {
        prop_assert_eq!(Statements::load(&WHOLE[..at]).unwrap_err(), StatementsError::Truncated);
    }

    #[test]
    fn a_changed_byte_is_found(at in 24..WHOLE.len(), bit in 0..8_u8) {
        let mut changed = WHOLE.to_vec();
        changed[at] ^= 1_u8 << bit;
        prop_assert_eq!(Statements::load(&changed).unwrap_err(), StatementsError::Checksum);
    }
}

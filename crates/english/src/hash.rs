//! The two hashes that words pass through on their way to an embedding row, as spaCy and thinc compute them.

/// `MurmurHash64A` with seed 1: the number of a string.
pub(crate) fn string_hash(text: &str) -> u64 {
    const M: u64 = 0xc6a4_a793_5bd1_e995;
    let data = text.as_bytes();
    let mut hash = 1 ^ (data.len() as u64).wrapping_mul(M);
    let (blocks, rest) = data.as_chunks::<8>();
    for block in blocks {
        let mut k = u64::from_le_bytes(*block).wrapping_mul(M);
        k ^= k >> 47;
        hash = (hash ^ k.wrapping_mul(M)).wrapping_mul(M);
    }
    if !rest.is_empty() {
        let tail = rest
            .iter()
            .rev()
            .fold(0, |tail, &byte| tail << 8 | u64::from(byte));
        hash = (hash ^ tail).wrapping_mul(M);
    }
    hash ^= hash >> 47;
    hash = hash.wrapping_mul(M);
    hash ^ hash >> 47
}

/// `MurmurHash3` (128 bits) of one number: the four keys of its rows in an embedding table.
pub(crate) fn row_keys(number: u64, seed: u32) -> [u32; 4] {
    let mix = |mut h: u64| {
        h ^= h >> 33;
        h = h.wrapping_mul(0xff51_afd7_ed55_8ccd);
        h ^= h >> 33;
        h = h.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
        h ^ h >> 33
    };
    let mut h1 = number.wrapping_mul(0x87c3_7b91_1142_53d5).rotate_left(31);
    h1 = h1.wrapping_mul(0x4cf5_ad43_2745_937f) ^ u64::from(seed) ^ 8;
    let mut h2 = u64::from(seed) ^ 8;
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    h1 = mix(h1);
    h2 = mix(h2);
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    [h1 as u32, (h1 >> 32) as u32, h2 as u32, (h2 >> 32) as u32]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values printed by spaCy (`nlp.vocab.strings`) and thinc (`ops.hash`).
    #[test]
    fn hashes_are_those_of_the_original() {
        assert_eq!(string_hash("apple"), 8_566_208_034_543_834_098);
        assert_eq!(string_hash("I"), 4_690_420_944_186_131_903);
        assert_eq!(string_hash("understatement"), 9_407_117_092_400_428_345);
        assert_eq!(
            row_keys(8_566_208_034_543_834_098, 8),
            [2_653_853_934, 3_922_826_080, 3_980_780_901, 3_736_755_472]
        );
    }
}

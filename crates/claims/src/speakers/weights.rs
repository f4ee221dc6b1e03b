//! What the features of a pronoun's candidate weigh. Written by `training/pronouns.py`; do not edit.

use super::pronouns::FEATURES;

/// "He" and "she": weights, and what a candidate must exceed.
#[rustfmt::skip]
pub(super) const PERSON: ([f32; FEATURES], f32) = (
    [
        1.28, 0.64, -0.60, -1.00, -0.31, 0.50, -1.44, 0.96,
        0.12, 0.77, -0.91, 0.64, 0.77, -0.00, -0.45, 0.22,
        0.23, 1.52, 0.51, 0.50, 0.41, 0.28, 0.12, 1.08,
        0.61, -0.77, 1.04, 0.35, -0.25, 0.85, -0.95, -0.56,
        -0.17, 0.38, 0.00, 1.40, -0.11, 0.11, 0.00, 0.00,
        -0.90, 0.88, -0.34, 0.00,
    ],
    f32::NEG_INFINITY,
);

/// "They" and "it": weights, and what a candidate must exceed.
#[rustfmt::skip]
pub(super) const PLURAL: ([f32; FEATURES], f32) = (
    [
        0.86, 0.19, -0.65, -0.91, -1.11, -0.24, 0.53, -0.07,
        -0.75, -0.73, -0.35, 0.81, 0.15, 0.30, -0.99, -0.14,
        -0.48, -0.44, 0.34, -0.55, 0.51, 0.05, -0.10, 0.48,
        -0.11, 0.14, 0.78, 0.98, 0.27, -0.88, -1.98, 0.29,
        -0.20, -0.47, 0.00, 0.30, 0.00, 0.00, -0.42, -1.19,
        -0.14, -0.70, 0.54, 0.33,
    ],
    1.61,
);

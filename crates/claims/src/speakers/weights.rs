//! What the features of a pronoun's candidate weigh. Written by `training/pronouns.py`; do not edit.

use super::pronouns::FEATURES;

/// "He" and "she": weights, and what a candidate must exceed.
#[rustfmt::skip]
pub(super) const PERSON: ([f32; FEATURES], f32) = (
    [
        1.74, 0.02, -0.43, -0.85, -0.48, -0.45, -0.32, 0.82,
        0.56, 0.65, -1.26, 0.89, 1.23, -0.00, -0.65, 0.15,
        0.50, 1.71, 1.38, -0.37, -0.61, 0.22, 0.20, 1.06,
        0.59, -0.12, 1.89, 0.54, -0.06, 0.31, -0.79, -0.52,
        0.15, 0.18, 0.00, 0.75, -0.27, 0.27, 0.00, 0.00,
        -0.73, 0.92, -0.09, 0.00,
    ],
    f32::NEG_INFINITY,
);

/// "They" and "it": weights, and what a candidate must exceed.
#[rustfmt::skip]
pub(super) const PLURAL: ([f32; FEATURES], f32) = (
    [
        0.67, 0.01, -0.53, -0.85, -0.80, -0.31, 0.24, 0.59,
        -0.88, -0.76, -0.38, 0.72, 0.21, 0.26, -1.31, -0.34,
        0.16, 0.00, 0.01, -0.29, 0.50, -0.00, -0.29, 0.47,
        -0.11, 0.17, 0.83, 1.28, 0.29, -1.12, -1.95, 0.28,
        -0.10, -0.55, 0.00, 0.52, 0.00, 0.00, -0.49, -1.01,
        -0.14, -0.75, -0.24, 0.33,
    ],
    1.49,
);

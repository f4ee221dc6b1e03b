//! What the features of a pronoun's candidate weigh. Written by `training/pronouns.py`; do not edit.

use super::pronouns::FEATURES;

/// "He" and "she": weights, and what a candidate must exceed.
#[rustfmt::skip]
pub(super) const PERSON: ([f32; FEATURES], f32) = (
    [
        1.54, -0.34, 0.17, -0.79, -0.57, -0.53, 0.27, -0.12,
        0.54, 0.47, -0.63, 0.83, 1.41, 0.00, -0.93, 0.02,
        0.90, 2.27, 0.83, 0.26, -0.79, -0.02, 0.37, 1.05,
        0.38, -0.13, 1.85, 0.26, 0.44, 0.14, -0.84, -0.23,
        -0.16, 0.18, 0.00, 1.20, 0.35, -0.35, 0.00, 0.00,
        -1.02, 0.82, -0.62, 0.00,
    ],
    f32::NEG_INFINITY,
);

/// "They" and "it": weights, and what a candidate must exceed.
#[rustfmt::skip]
pub(super) const PLURAL: ([f32; FEATURES], f32) = (
    [
        0.66, -0.04, -0.55, -0.78, -0.80, -0.34, 0.20, 0.66,
        -0.86, -0.77, -0.39, 0.73, 0.30, 0.23, -1.31, -0.37,
        0.18, 0.00, 0.13, -0.31, 0.49, -0.02, -0.30, 0.44,
        -0.11, 0.17, 0.86, 1.26, 0.41, -1.22, -1.95, 0.31,
        -0.10, -0.58, 0.00, 0.52, 0.00, 0.00, -0.46, -1.04,
        -0.14, -0.73, -0.33, 0.33,
    ],
    1.50,
);

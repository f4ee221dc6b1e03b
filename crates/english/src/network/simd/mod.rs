//! The inner loops: the one place with code for particular instruction sets.
#![allow(
    unsafe_code,
    reason = "functions for processors that were asked, and vector loads checked beforehand"
)]

/// Defines functions that are compiled twice where the processor may have AVX2.
macro_rules! wide {
    ($($(#[$meta:meta])* $visible:vis fn $name:ident($($argument:ident: $type:ty),* $(,)?) $body:block)*) => {
        $($(#[$meta])*
        $visible fn $name($($argument: $type),*) {
            #[inline(always)]
            fn body($($argument: $type),*) $body

            #[cfg(target_arch = "x86_64")]
            {
                #[target_feature(enable = "avx2")]
                fn with_avx2($($argument: $type),*) {
                    body($($argument),*);
                }
                if std::arch::is_x86_feature_detected!("avx2") {
                    // SAFETY: the feature was just detected.
                    return unsafe { with_avx2($($argument),*) };
                }
            }
            body($($argument),*);
        })*
    };
}

mod elementwise;
mod gated;
mod product;

pub use elementwise::at_scale;
pub(crate) use elementwise::{Normalised, hidden, maxout, quantise, residual, sum_rows};
pub use gated::{Recurrent, add_rows, step};
pub(crate) use product::GROUP;
pub use product::Matrix;

//! Claims that differ in a number or a time alone.

use crate::issues::proposition::{Kind, Proposition};
use crate::issues::values::Value;

/// The one value in which two claims that agree on all else differ.
pub(super) fn different_value<'a>(
    one: &'a Proposition,
    other: &'a Proposition,
    one_account: bool,
) -> Option<(&'a Value, &'a Value)> {
    // Of another place, or nobody's in common, it may be another count.
    let names = |proposition: &Proposition| -> Vec<u32> {
        let names = proposition.terms.iter().filter(|term| term.kind == Kind::Name);
        names.map(|term| term.word).collect()
    };
    let (left, right) = (names(one), names(other));
    let within = |few: &[u32], many: &[u32]| few.iter().all(|name| many.contains(name));
    // One account that gives two numbers gives them of two things.
    if one_account && (!within(&left, &right) || !within(&right, &left)) {
        return None;
    }
    if !within(&left, &right) && !within(&right, &left) {
        return None;
    }
    let single = |values: &'a [Value], unit: &str| {
        let mut of_unit = values.iter().filter(|value| value.unit == unit);
        of_unit.next().filter(|_| of_unit.next().is_none())
    };
    let mut differing = one.values.iter().filter_map(|value| {
        let own = single(&one.values, &value.unit)?;
        let others = single(&other.values, &value.unit)?;
        own.excludes(others).then_some((own, others))
    });
    let first = differing.next()?;
    differing.next().is_none().then_some(first)
}

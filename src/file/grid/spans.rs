//! Hidden columns as merged ranges, because files may repeat large ranges.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Disjoint, non-adjacent ranges: last by first.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ColumnRanges(BTreeMap<usize, usize>);

impl ColumnRanges {
    /// Adds a range, merging those it touches; amortised cost is low.
    pub(super) fn add(&mut self, added: RangeInclusive<usize>) {
        let (mut first, mut last) = added.into_inner();
        if first > last {
            return;
        }
        while let Some((&start, &end)) = self.0.range(..=last.saturating_add(1)).next_back() {
            if end.saturating_add(1) < first {
                break;
            }
            first = first.min(start);
            last = last.max(end);
            self.0.remove(&start);
        }
        self.0.insert(first, last);
    }

    pub(super) fn contains(&self, number: usize) -> bool {
        let before = self.0.range(..=number).next_back();
        before.is_some_and(|(_, last)| *last >= number)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_that_meet_are_one() {
        let mut spans = ColumnRanges::default();
        assert!(spans.is_empty());
        for added in [4..=6, 10..=12, 7..=7, 1..=2, 0..=0, 11..=20] {
            spans.add(added);
        }
        assert_eq!(spans.0, BTreeMap::from([(0, 2), (4, 7), (10, 20)]));
        let hidden: Vec<usize> = (0..25).filter(|number| spans.contains(*number)).collect();
        assert_eq!(
            hidden,
            [
                (0..=2).collect::<Vec<_>>(),
                (4..=7).collect(),
                (10..=20).collect()
            ]
            .concat()
        );
        // Repeatedly, and up to the maximum.
        for _ in 0..1000 {
            spans.add(3..=usize::MAX);
        }
        assert_eq!(spans.0, BTreeMap::from([(0, usize::MAX)]));
    }
}

//! A small map from indicators to values that keeps the order of the file.

use std::sync::Arc;

use crate::plan::IndicatorIx;

/// Values for some of a plan's indicators, in insertion order.
///
/// A linear scan: plans have tens of indicators. Clones share values, so a history of a thousand states of a large
/// scenario is hardly larger than one.
#[derive(Clone, Debug, PartialEq)]
pub struct ByIndicator<T>(Vec<(IndicatorIx, Arc<T>)>);

impl<T> Default for ByIndicator<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ByIndicator<T> {
    /// The value for an indicator, if one was given.
    #[must_use]
    pub fn get(&self, ix: IndicatorIx) -> Option<&T> {
        self.0
            .iter()
            .find_map(|(key, value)| (*key == ix).then_some(value.as_ref()))
    }

    /// Sets a value, in place or at the end. Returns whether one was there before.
    pub fn set(&mut self, ix: IndicatorIx, value: T) -> bool {
        if let Some((_, old)) = self.0.iter_mut().find(|(key, _)| *key == ix) {
            *old = Arc::new(value);
            return true;
        }
        self.0.push((ix, Arc::new(value)));
        false
    }

    /// Removes a value, keeping the order of the others.
    pub fn remove(&mut self, ix: IndicatorIx) {
        self.0.retain(|(key, _)| *key != ix);
    }

    /// Bytes not shared with `other`, a value taking `size`.
    pub(super) fn bytes_apart(&self, other: &Self, size: impl Fn(&T) -> usize) -> usize {
        let is_shared = |value: &Arc<T>| other.0.iter().any(|(_, theirs)| Arc::ptr_eq(value, theirs));
        let own = self.0.iter().filter(|(_, value)| !is_shared(value));
        let values: usize = own.map(|(_, value)| size(value)).sum();
        values + size_of_val(self.0.as_slice())
    }

    /// Entries in insertion order.
    pub fn iter(&self) -> impl Iterator<Item = (IndicatorIx, &T)> {
        self.0.iter().map(|(ix, value)| (*ix, value.as_ref()))
    }

    /// Whether there are no entries.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

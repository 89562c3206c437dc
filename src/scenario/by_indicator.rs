//! A small map from indicators to values that keeps the order of the file.

use std::sync::Arc;

use crate::plan::IndicatorIx;

/// Values for some of a plan's indicators, in insertion order.
///
/// Looked up by position: projections ask for every indicator of a plan. Clones share values, so a history of a
/// thousand states of a large scenario is hardly larger than one.
#[derive(Clone, Debug)]
pub struct ByIndicator<T> {
    /// By the indicator's position, as far as any has a value.
    values: Vec<Option<Arc<T>>>,
    order: Vec<IndicatorIx>,
}

impl<T> Default for ByIndicator<T> {
    fn default() -> Self {
        Self {
            values: Vec::new(),
            order: Vec::new(),
        }
    }
}

impl<T: PartialEq> PartialEq for ByIndicator<T> {
    fn eq(&self, other: &Self) -> bool {
        let is_same = |ix: &IndicatorIx| match (self.shared(*ix), other.shared(*ix)) {
            (Some(own), Some(theirs)) => Arc::ptr_eq(own, theirs) || own == theirs,
            _ => false,
        };
        self.order == other.order && self.order.iter().all(is_same)
    }
}

impl<T> ByIndicator<T> {
    fn shared(&self, ix: IndicatorIx) -> Option<&Arc<T>> {
        self.values.get(ix.position())?.as_ref()
    }

    /// The value for an indicator, if one was given.
    #[must_use]
    pub fn get(&self, ix: IndicatorIx) -> Option<&T> {
        self.shared(ix).map(Arc::as_ref)
    }

    /// Sets a value, in place or at the end. Returns whether one was there before.
    pub fn set(&mut self, ix: IndicatorIx, value: T) -> bool {
        if self.values.len() <= ix.position() {
            self.values.resize_with(ix.position() + 1, || None);
        }
        let was_given = self.values[ix.position()].replace(Arc::new(value)).is_some();
        if !was_given {
            self.order.push(ix);
        }
        was_given
    }

    /// Removes a value, keeping the order of the others.
    pub fn remove(&mut self, ix: IndicatorIx) {
        if let Some(value) = self.values.get_mut(ix.position()) {
            *value = None;
            self.order.retain(|key| *key != ix);
        }
    }

    /// Bytes not shared with `other`, a value taking `size`.
    pub(super) fn bytes_apart(&self, other: &Self, size: impl Fn(&T) -> usize) -> usize {
        let is_own = |ix: &&IndicatorIx| match (self.shared(**ix), other.shared(**ix)) {
            (Some(own), Some(theirs)) => !Arc::ptr_eq(own, theirs),
            _ => true,
        };
        let own = self.order.iter().filter(is_own);
        let values: usize = own.filter_map(|ix| self.get(*ix)).map(size).sum();
        values + size_of_val(self.values.as_slice()) + size_of_val(self.order.as_slice())
    }

    /// Entries in insertion order.
    pub fn iter(&self) -> impl Iterator<Item = (IndicatorIx, &T)> {
        self.order.iter().filter_map(|ix| Some((*ix, self.get(*ix)?)))
    }

    /// How many have a value.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there are no entries.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.order.is_empty()
    }
}

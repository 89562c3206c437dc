//! A small map from indicators to values that keeps the order of the file.

use crate::plan::IndicatorIx;

/// Values for some of a plan's indicators, in the order in which they were first given.
///
/// Plans have tens of indicators, for which a scan of neighbouring integers beats any hashing.
#[derive(Clone, Debug, PartialEq)]
pub struct ByIndicator<T>(Vec<(IndicatorIx, T)>);

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
            .find_map(|(key, value)| (*key == ix).then_some(value))
    }

    /// Sets a value: in place where there is one, at the end otherwise. Gives back the old one.
    pub fn set(&mut self, ix: IndicatorIx, value: T) -> Option<T> {
        if let Some((_, old)) = self.0.iter_mut().find(|(key, _)| *key == ix) {
            return Some(std::mem::replace(old, value));
        }
        self.0.push((ix, value));
        None
    }

    /// Takes a value away; the others keep their order.
    pub fn remove(&mut self, ix: IndicatorIx) -> Option<T> {
        let position = self.0.iter().position(|(key, _)| *key == ix)?;
        Some(self.0.remove(position).1)
    }

    /// Every entry, in order.
    pub fn iter(&self) -> impl Iterator<Item = (IndicatorIx, &T)> {
        self.0.iter().map(|(ix, value)| (*ix, value))
    }

    /// Whether nothing was given.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

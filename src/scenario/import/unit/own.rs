//! The plan's units for an indicator, parsed once.

use std::cell::OnceCell;

use super::Unit;
use crate::plan::Indicator;
use crate::text::LocalizedText;

/// The units of one indicator.
#[derive(Debug)]
pub(in crate::scenario::import) struct OwnUnits {
    /// Unit of levels in the plan.
    usual: OwnUnit,
    /// Unit of levels once a scenario gives a base value.
    absolute: Option<OwnUnit>,
}

/// A parsed unit, if known.
#[derive(Debug)]
pub(in crate::scenario::import) struct OwnUnit {
    pub unit: Option<Unit>,
    sizes: OnceCell<Vec<(String, f64)>>,
}

impl OwnUnits {
    pub fn of(indicator: &Indicator) -> Self {
        Self {
            usual: OwnUnit::new(&indicator.unit),
            absolute: indicator.absolute_unit.as_ref().map(OwnUnit::new),
        }
    }

    /// The unit of levels; the absolute one if requested and available.
    pub fn get(&self, is_absolute: bool) -> &OwnUnit {
        self.absolute().filter(|_| is_absolute).unwrap_or(&self.usual)
    }

    pub const fn absolute(&self) -> Option<&OwnUnit> {
        self.absolute.as_ref()
    }
}

impl OwnUnit {
    fn new(words: &LocalizedText) -> Self {
        Self {
            unit: words.texts().find_map(Unit::parse),
            sizes: OnceCell::new(),
        }
    }

    /// The same unit in other sizes, with conversion factors.
    pub fn sizes(&self) -> &[(String, f64)] {
        self.sizes.get_or_init(|| {
            let Some(own) = &self.unit else {
                return Vec::new();
            };
            let sizes = own.sizes().into_iter();
            sizes
                .filter_map(|text| {
                    let factor = Unit::parse(&text)?.factor_to(own)?;
                    Some((text, factor))
                })
                .collect()
        })
    }
}

//! The units in which a plan counts an indicator, understood once: a table may have it in every line.

use std::cell::OnceCell;

use super::Unit;
use crate::plan::Indicator;
use crate::text::Words;

/// The units of one indicator.
#[derive(Debug)]
pub(in crate::scenario::import) struct OwnUnits {
    /// That of its levels as the plan has them.
    usual: OwnUnit,
    /// That of its levels where a scenario gives a base value.
    absolute: Option<OwnUnit>,
}

/// One of them; nothing where the plan's words are no unit that is known.
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

    /// The unit of levels: the absolute one, if there is any, where it is asked for.
    pub fn get(&self, is_absolute: bool) -> &OwnUnit {
        self.absolute().filter(|_| is_absolute).unwrap_or(&self.usual)
    }

    pub const fn absolute(&self) -> Option<&OwnUnit> {
        self.absolute.as_ref()
    }
}

impl OwnUnit {
    fn new(words: &Words) -> Self {
        Self {
            unit: words.texts().find_map(Unit::parse),
            sizes: OnceCell::new(),
        }
    }

    /// The same unit in other sizes as tables write them, each with how many of this one it is.
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

//! Units without a denominator: 吨, 万吨标准煤, EUR million.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{TABLE, UnitEntry, is_currency, multiplier};

/// Units by name, the first one winning. A map, because tables look one up in every row.
static BY_NAME: LazyLock<HashMap<&str, &UnitEntry>> = LazyLock::new(|| {
    let mut all = HashMap::new();
    for named in &TABLE.units {
        for name in &named.names {
            all.entry(name.as_str()).or_insert(named);
        }
    }
    all
});

static CURRENCIES: LazyLock<Vec<&UnitEntry>> = LazyLock::new(|| {
    let units = TABLE.units.iter();
    units.filter(|named| is_currency(&named.of)).collect()
});

/// Dimension and size of a unit without a denominator.
pub(super) fn atom(text: &str) -> Option<(&'static str, f64)> {
    if let Some(named) = BY_NAME.get(text) {
        return Some((named.of.as_str(), named.factor));
    }
    let many = TABLE.multipliers.iter().find_map(|(name, factor)| {
        let (of, size) = atom(text.strip_prefix(name.as_str())?)?;
        Some((of, size * factor))
    });
    many.or_else(|| {
        // "EUR million": the currency may come first.
        CURRENCIES.iter().find_map(|named| {
            let mut words = named.names.iter();
            let times = words.find_map(|word| multiplier(text.strip_prefix(word.as_str())?))?;
            Some((named.of.as_str(), named.factor * times))
        })
    })
}

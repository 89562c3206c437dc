//! Units without a line of division: 吨, 万吨标准煤, EUR million.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Named, TABLE, is_currency, multiplier};

/// Every name of a unit, with the first unit that has it: tables have one in every row, and each is asked for.
static BY_NAME: LazyLock<HashMap<&str, &Named>> = LazyLock::new(|| {
    let mut all = HashMap::new();
    for named in &TABLE.units {
        for name in &named.names {
            all.entry(name.as_str()).or_insert(named);
        }
    }
    all
});

static CURRENCIES: LazyLock<Vec<&Named>> = LazyLock::new(|| {
    let units = TABLE.units.iter();
    units.filter(|named| is_currency(&named.of)).collect()
});

/// What is measured by a unit without a line of division, and its size.
pub(super) fn atom(text: &str) -> Option<(&'static str, f64)> {
    if let Some(named) = BY_NAME.get(text) {
        return Some((named.of.as_str(), named.factor));
    }
    let many = TABLE.multipliers.iter().find_map(|(name, factor)| {
        let (of, size) = atom(text.strip_prefix(name.as_str())?)?;
        Some((of, size * factor))
    });
    many.or_else(|| {
        // "EUR million": money is named first as well.
        CURRENCIES.iter().find_map(|named| {
            let mut words = named.names.iter();
            let times = words.find_map(|word| multiplier(text.strip_prefix(word.as_str())?))?;
            Some((named.of.as_str(), named.factor * times))
        })
    })
}

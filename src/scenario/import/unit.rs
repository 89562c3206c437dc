//! Units as written in tables and plans: 亿元, kgce/t, trillion CNY, 2010 prices.

mod atom;
mod named;
mod own;

use std::sync::LazyLock;

use serde::Deserialize;

use super::plain::{compact, number_at_end, number_at_start};
use atom::atom;
pub(super) use own::{OwnUnit, OwnUnits};

/// Price basis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Prices {
    /// Current prices.
    Current,
    /// Constant prices of a year, if named.
    Constant(Option<i32>),
}

/// A unit: size and dimension.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unit {
    /// Size in base units.
    factor: f64,
    /// Dimension of numerator and denominator.
    of: &'static str,
    per: Option<&'static str>,
    /// Price basis, if stated.
    pub prices: Option<Prices>,
}

#[derive(Deserialize)]
struct UnitTable {
    units: Vec<UnitEntry>,
    multipliers: Vec<(String, f64)>,
    constant_prices: Vec<String>,
    current_prices: Vec<String>,
    flows: Vec<String>,
}

#[derive(Deserialize)]
struct UnitEntry {
    of: String,
    factor: f64,
    names: Vec<String>,
}

/// Known units. Empty if the asset is broken, which a test rules out.
static TABLE: LazyLock<UnitTable> = LazyLock::new(|| {
    let text = include_str!("../../../assets/tables/units.ron");
    ron::from_str(text).unwrap_or(UnitTable {
        units: Vec::new(),
        multipliers: Vec::new(),
        constant_prices: Vec::new(),
        current_prices: Vec::new(),
        flows: Vec::new(),
    })
});

/// In bytes, including prices and a second language. Longer texts would be slow to split between two languages.
const LONGEST: usize = 200;

impl Unit {
    /// Parses a text that is only a unit.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        Self::parse_one(text).or_else(|| Self::parse_twice(text))
    }

    /// Parses a bilingual unit: 万吨标准煤 10 000 tce.
    fn parse_twice(text: &str) -> Option<Self> {
        let text = compact(text);
        let ends = text.char_indices().map(|(at, c)| (at, at + c.len_utf8()));
        let mut cuts = ends.filter(|(at, end)| {
            let behind = text[*end..].chars().next();
            let is_han = |c: char| c >= '\u{2E80}';
            behind.is_some_and(|behind| is_han(behind) != text[*at..*end].starts_with(is_han))
        });
        cuts.find_map(|(_, end)| {
            let [one, other] = [&text[..end], &text[end..]].map(Self::parse_one);
            let (one, other) = (one?, other?);
            let is_same = one
                .factor_to(&other)
                .is_some_and(|factor| (factor - 1.0).abs() < 1e-9);
            is_same.then_some(one)
        })
    }

    fn parse_one(text: &str) -> Option<Self> {
        let whole = compact(text);
        if let Some(unit) = Self::of_models(&whole) {
            return Some(unit);
        }
        let (text, prices) = without_prices(&whole);
        let text = text.trim_matches([',', '，', ';', '(', ')']);
        let (over, under) = match text.split_once('/') {
            Some((over, under)) => (over, Some(under)),
            None => match divided(text) {
                Some((over, under)) => (over, Some(under)),
                None => (text, None),
            },
        };
        let (of, above) = atom(over)?;
        let (per, below) = match under {
            Some(under) => {
                let (per, below) = atom(under)?;
                (Some(per), below)
            }
            None => (None, 1.0),
        };
        Some(Self {
            factor: above / below,
            of,
            per,
            prices,
        })
    }

    /// Conversion factor to another unit; `None` if dimensions differ.
    pub fn factor_to(&self, other: &Self) -> Option<f64> {
        (self.of == other.of && self.per == other.per).then(|| {
            let ratio = self.factor / other.factor;
            // Exact powers of ten.
            let rounded = format!("{ratio:.12e}").parse().unwrap_or(ratio);
            if rounded == 0.0 { ratio } else { rounded }
        })
    }

    /// Units of the same dimension in other sizes, as spelled in tables.
    pub fn sizes(&self) -> Vec<String> {
        let name = |of: &str| {
            let named = TABLE.units.iter().find(|named| named.of == of)?;
            named.names.first().cloned()
        };
        let Some(over) = name(self.of) else {
            return Vec::new();
        };
        let under = self.per.map(|per| name(per).unwrap_or_default());
        let mut texts = Vec::new();
        for above in ["", "千", "万", "百万", "亿", "万亿"] {
            match &under {
                None => texts.push(format!("{above}{over}")),
                Some(under) => {
                    for below in ["", "万"] {
                        texts.push(format!("{above}{over}/{below}{under}"));
                    }
                }
            }
        }
        // Several may have the same size.
        let mut sizes: Vec<f64> = Vec::new();
        texts.retain(|text| {
            let size = Self::parse(text).map_or(0.0, |unit| unit.factor);
            let is_new = size > 0.0 && sizes.iter().all(|other| (other / size - 1.0).abs() > 1e-9);
            sizes.push(size);
            is_new
        });
        texts
    }

    /// Whether a percentage.
    pub fn is_share(&self) -> bool {
        self.of == "share" && self.per.is_none()
    }

    /// Whether percentage-point differences.
    pub fn is_points(&self) -> bool {
        self.of == "points" && self.per.is_none()
    }

    /// Size in base units: 0.1 for per mille.
    pub const fn size(&self) -> f64 {
        self.factor
    }

    /// Whether it involves money, in numerator or denominator.
    pub fn is_money(&self) -> bool {
        is_currency(self.of) || self.per.is_some_and(is_currency)
    }
}

fn is_currency(of: &str) -> bool {
    matches!(of, "CNY" | "USD" | "EUR" | "GBP" | "JPY")
}

/// Multiplier of a word that is not itself a unit: 万, million.
pub(super) fn multiplier(text: &str) -> Option<f64> {
    let text = compact(text);
    let mut all = TABLE.multipliers.iter();
    all.find(|(name, _)| *name == text).map(|(_, factor)| *factor)
}

/// Multiplier at the start of a unit: 10,000 in 万吨, 1 in 吨.
pub(super) fn size_of(text: &str) -> f64 {
    let (text, _) = without_prices(&compact(text));
    let mut all = TABLE.multipliers.iter();
    let first = all.find(|(name, _)| {
        let rest = text.strip_prefix(name.as_str());
        rest.is_some_and(|rest| Unit::parse(rest).is_some())
    });
    first.map_or(1.0, |(_, factor)| *factor)
}

/// Splits "m³ per 10,000 CNY" at "per".
fn divided(text: &str) -> Option<(&str, &str)> {
    let splits = text.match_indices("per").map(|(at, _)| at);
    let chinese = text.match_indices('每').map(|(at, _)| at);
    splits
        .map(|at| (at, 3))
        .chain(chinese.map(|at| (at, '每'.len_utf8())))
        .filter(|(at, _)| *at > 0)
        .map(|(at, length)| (&text[..at], &text[at + length..]))
        .find(|(over, under)| atom(over).is_some() && atom(under).is_some())
}

/// Splits the price basis from a text.
pub(super) fn without_prices(text: &str) -> (String, Option<Prices>) {
    let table = &*TABLE;
    let find = |words: &[String]| {
        words
            .iter()
            .filter_map(|word| text.find(word.as_str()).map(|at| (at, word.len())))
            .max_by_key(|(_, length)| *length)
    };
    if let Some((at, length)) = find(&table.current_prices) {
        let rest = format!("{}{}", &text[..at], &text[at + length..]);
        return (trimmed(&rest), Some(Prices::Current));
    }
    let Some((at, length)) = find(&table.constant_prices) else {
        return (text.to_owned(), None);
    };
    let (before, behind) = (&text[..at], &text[at + length..]);
    let before = before.strip_suffix('年').unwrap_or(before);
    let (before, year) = match number_at_end(before) {
        Some((rest, year)) => (rest, Some(year)),
        None => (before, None),
    };
    let before = ["constant", "at", "in"]
        .iter()
        .fold(before, |rest, word| rest.strip_suffix(word).unwrap_or(rest));
    let (behind, year) = match (year, number_at_start(behind.trim_start_matches("of"))) {
        (None, Some((year, rest))) => (rest, Some(year)),
        _ => (behind, year),
    };
    // "Producer prices" alone is not a price basis.
    if year.is_none() && matches!(&text[at..at + length], "价格" | "prices" | "年价格" | "年价") {
        return (text.to_owned(), None);
    }
    (
        trimmed(&format!("{before}{behind}")),
        Some(Prices::Constant(year)),
    )
}

fn trimmed(text: &str) -> String {
    text.replace("()", "")
        .trim_matches([',', '，', ';', '、', '按'])
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_of_the_table_is_read() {
        assert!(TABLE.units.len() > 30);
        for named in &TABLE.units {
            for name in &named.names {
                let unit = Unit::parse(name).unwrap_or_else(|| panic!("{name}"));
                assert_eq!(
                    (unit.of, unit.factor),
                    (named.of.as_str(), named.factor),
                    "{name}"
                );
            }
        }
    }

    #[test]
    fn units_are_converted_into_those_of_plans() {
        for (from, to, expected) in [
            ("亿元", "trillion CNY, 2010 prices", 1e-4),
            ("万亿元", "trillion CNY, 2010 prices", 1.0),
            ("billion yuan", "万亿元，2010年价格", 1e-3),
            ("吨标准煤/吨", "kgce/t", 1000.0),
            ("克标准煤/千克", "千克标准煤/吨", 1.0),
            ("kgce/t", "千克标准煤/吨", 1.0),
            ("tce per 10,000 CNY", "吨标准煤/万元", 1.0),
            ("千克标准煤/元", "吨标准煤/万元", 10.0),
            ("m³ per 10,000 CNY", "立方米/万元", 1.0),
            ("万吨", "10,000 t", 1.0),
            ("Mt", "万吨", 100.0),
            ("百万吨标准煤", "100 million tce", 0.01),
            ("万人", "100 million persons", 1e-4),
            ("亿千瓦时", "kWh", 1e8),
            ("元/人", "10,000 CNY per person", 1e-4),
            ("t CO₂ per tce", "吨二氧化碳/吨标准煤", 1.0),
            ("trillion CNY_2010/yr", "万亿元，2010年价格", 1.0),
            ("Mt CO2/yr", "百万吨二氧化碳", 1.0),
            ("EUR million", "billion EUR, 2015 prices", 1e-3),
            ("US$ bn", "亿美元", 10.0),
            ("kt CO2e", "百万吨二氧化碳当量", 1e-3),
            ("万吨标准油", "Mtoe", 0.01),
            ("万亩", "万公顷", 1.0 / 15.0),
            ("万吨标准煤 10 000 tce", "万吨标准煤", 1.0),
            ("100 million kWh（亿千瓦时）", "亿千瓦时", 1.0),
            ("千克标准煤/吨 kgce/t", "kgce/t", 1.0),
        ] {
            let [one, other] = [from, to].map(|text| Unit::parse(text).unwrap_or_else(|| panic!("{text}")));
            let factor = one.factor_to(&other).unwrap_or_else(|| panic!("{from} {to}"));
            assert!((factor / expected - 1.0).abs() < 1e-12, "{from} → {to}: {factor}");
        }
    }

    #[test]
    fn different_things_are_not_converted() {
        for (from, to) in [
            ("万吨", "亿元"),
            ("万吨标准煤", "万吨"),
            ("kWh/t", "kgce/t"),
            ("亿美元", "亿元"),
            ("%", "亿元"),
            ("个百分点", "%"),
            ("吨标油/吨", "kgce/t"),
            ("Mt CO2", "Mt CO2e"),
            ("US$ million", "billion EUR"),
            ("吨标准煤/万元", "吨标准煤"),
        ] {
            let [one, other] = [from, to].map(|text| Unit::parse(text).unwrap());
            assert_eq!(one.factor_to(&other), None, "{from} {to}");
        }
        for text in [
            "万吨 kgce",
            "",
            "增速",
            "工业增加值",
            "abc",
            "per",
            "/",
            "亿",
            "2011年",
        ] {
            assert_eq!(Unit::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_long_text_is_no_unit() {
        let closed = |count: usize| format!("万吨{}", ")".repeat(count));
        assert!(Unit::parse(&closed(1)).is_some());
        assert_eq!(Unit::parse(&closed(LONGEST)), None, "nobody looks through it");
    }

    #[test]
    fn prices_are_told() {
        let prices = |text| Unit::parse(text).unwrap().prices;
        assert_eq!(prices("亿元"), None);
        assert_eq!(prices("亿元，2010年价格"), Some(Prices::Constant(Some(2010))));
        assert_eq!(prices("亿元（2005年不变价）"), Some(Prices::Constant(Some(2005))));
        assert_eq!(prices("亿元，可比价格"), Some(Prices::Constant(None)));
        assert_eq!(prices("亿元（当年价格）"), Some(Prices::Current));
        assert_eq!(
            prices("billion yuan, constant 2010 prices"),
            Some(Prices::Constant(Some(2010)))
        );
        assert_eq!(prices("billion US$2010/yr"), Some(Prices::Constant(Some(2010))));
        assert_eq!(prices("bn CNY (current prices)"), Some(Prices::Current));
    }
}

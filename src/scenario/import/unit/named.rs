//! Abbreviated units: denominators implied by names, and IAMC spellings.

use super::super::plain::{number_at_end, spaced};
use super::{Prices, TABLE, Unit, is_currency};

impl Unit {
    /// IAMC spelling of annual flows and constant prices: Mt CO2/yr, billion US$2010/yr.
    pub(super) fn of_models(text: &str) -> Option<Self> {
        let mut flows = TABLE.flows.iter();
        let text = flows.find_map(|flow| text.strip_suffix(flow.as_str()))?;
        let Some((money, year)) = number_at_end(text) else {
            // "% per year" may be an average rate.
            return Self::parse_one(text).filter(|unit| !unit.is_share() && !unit.is_points());
        };
        let unit = Self::parse_one(money).filter(|unit| is_currency(unit.of))?;
        let prices = Some(Prices::Constant(Some(year)));
        Some(Self { prices, ..unit })
    }

    /// Conversion factor when the name implies the denominator: 602 kgce under 吨钢综合能耗 is 602 kgce/t.
    pub fn factor_under(&self, name: &str, other: &Self) -> Option<f64> {
        let per = other.per.filter(|_| self.per.is_none() && self.of == other.of)?;
        let plain = spaced(name);
        let is_counted = |unit: &str| {
            if unit.is_ascii() {
                plain.split(' ').skip_while(|word| *word != "per").nth(1) == Some(unit)
            } else {
                plain.starts_with(unit) || plain.starts_with(&format!("每{unit}"))
            }
        };
        let mut units = TABLE.units.iter().filter(|named| named.of == per);
        let own = units.find(|named| named.names.iter().any(|unit| is_counted(unit)))?;
        let whole = Self {
            factor: self.factor / own.factor,
            per: Some(per),
            ..self.clone()
        };
        whole.factor_to(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_say_per_how_much() {
        let factor = |unit: &str, name: &str, own: &str| {
            let [unit, own] = [unit, own].map(|text| Unit::parse(text).unwrap());
            unit.factor_under(name, &own)
        };
        assert_eq!(factor("公斤标准煤", "吨钢综合能耗", "千克标准煤/吨"), Some(1.0));
        assert_eq!(factor("吨标准煤", "吨钢综合能耗", "千克标准煤/吨"), Some(1000.0));
        assert_eq!(factor("kWh", "Power per tonne of cement", "kWh/t"), Some(1.0));
        assert_eq!(factor("千克标准煤", "钢综合能耗", "千克标准煤/吨"), None);
        assert_eq!(factor("千瓦时", "吨钢综合能耗", "千克标准煤/吨"), None);
        assert_eq!(factor("吨标准煤", "单位工业增加值能耗", "吨标准煤/万元"), None);
    }
}

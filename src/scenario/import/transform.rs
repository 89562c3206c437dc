//! Converting numbers to figures in the plan's unit.

use super::FigureKind;
use super::direction::Direction;
use super::number::Number;
use super::plain::is_same_unit;
use super::saying::{IndexBase, Statements};
use super::unit::{OwnUnit, OwnUnits, Prices, Unit};
use crate::plan::{Indicator, LevelKind, Plan};
use crate::scenario::figures::FigureFault;
use crate::scenario::{Actual, LevelBasis};
use crate::text::{LocalizedText, Message, numbers};

/// Conversion of one series for one indicator.
#[derive(Clone, Copy)]
pub(super) struct Transform<'a> {
    pub plan: &'a Plan,
    pub indicator: &'a Indicator,
    /// The plan's units for it.
    pub units: &'a OwnUnits,
    pub footing: LevelBasis,
    pub said: &'a Statements,
    /// The table's own figure for the base year, as written.
    pub base_in_table: Option<f64>,
}

impl Transform<'_> {
    /// A number read as a kind, before its sign is resolved.
    ///
    /// # Errors
    /// Why it is not a figure of that kind.
    pub fn figure(&self, kind: FigureKind, number: &Number, year: i32) -> Result<Actual, FigureFault> {
        if let (Some((painted, text)), Some(said)) = (&number.painted, &self.said.unit)
            && (painted.factor_to(said) != Some(1.0))
        {
            let what = Message::new("import-two-units")
                .with("painted", text.as_str())
                .with("said", self.said.unit_text.as_str());
            return Err((what, Message::new("import-two-units-help")));
        }
        if self.said.is_odd_base {
            return Err(fault("import-odd-base", "import-odd-base-help"));
        }
        if kind == FigureKind::Level {
            return self.level(number, year);
        }
        let value = self.change(kind, number, year)?;
        Ok(kind.figure(self.directed(value, number)?))
    }

    /// A change signed by a direction column. Not for an index.
    fn directed(&self, value: f64, number: &Number) -> Result<f64, FigureFault> {
        match number.way {
            Some(Direction::Falls) if !self.is_index() && !number.is_signed => Ok(0.0 - value),
            Some(Direction::Rises) if number.is_signed && number.value < 0.0 => {
                Err(fault("import-unclear-way", "import-unclear-way-help"))
            }
            Some(Direction::Unclear) if !self.is_index() && !number.is_signed => {
                Err(fault("import-unclear-way", "import-unclear-way-help"))
            }
            _ => Ok(value),
        }
    }

    /// The kind of a change from a named year: annual or cumulative.
    pub fn kind_against(&self, named: i32, year: i32) -> Result<FigureKind, FigureFault> {
        if named == self.plan.base_year {
            Ok(FigureKind::CumulativeChange)
        } else if named == year - 1 {
            Ok(FigureKind::AnnualChange)
        } else {
            Err(self.other_base(named))
        }
    }

    /// Whether figures are an index.
    fn is_index(&self) -> bool {
        let basis = self.said.basis;
        matches!(
            basis,
            Some(IndexBase::Previous100 | IndexBase::Year100(_) | IndexBase::Index)
        )
    }

    fn change(&self, kind: FigureKind, number: &Number, year: i32) -> Result<f64, FigureFault> {
        if self.is_index() {
            let is_base =
                matches!(self.said.basis, Some(IndexBase::Year100(_))) && year == self.plan.base_year;
            if is_base {
                return Err((
                    Message::new("import-base-used").with("year", year),
                    Message::new("import-base-used-help"),
                ));
            }
            return self.of_index(kind, number.value);
        }
        if self.said.prices == Some(Prices::Current) && self.is_at_constant_prices() {
            return Err(fault("import-nominal", "import-nominal-help"));
        }
        let is_ratio = self.indicator.is_compound();
        match self.unit_of(number) {
            None => self.without_unit(number.value),
            Some(unit) if unit.is_share() => Ok(number.value * unit.size()),
            Some(unit) if unit.is_points() && !is_ratio => Ok(number.value * unit.size()),
            Some(unit) if unit.is_points() => {
                Err(fault("import-points-of-ratio", "import-points-of-ratio-help"))
            }
            // Points are in the indicator's unit.
            Some(unit) => match self.own_unit().and_then(|own| unit.factor_to(own)) {
                Some(factor) if !is_ratio => Ok(number.value * factor),
                _ => Err(fault("import-absolute-change", "import-absolute-change-help")),
            },
        }
    }

    fn of_index(&self, kind: FigureKind, value: f64) -> Result<f64, FigureFault> {
        if !self.indicator.is_compound() {
            return Err(fault("import-index-of-points", "import-index-of-points-help"));
        }
        let index = match self.said.basis {
            Some(IndexBase::Year100(year))
                if kind == FigureKind::CumulativeChange && year != self.plan.base_year =>
            {
                let base = self.base_in_table.ok_or_else(|| self.other_base(year))?;
                value / base * 100.0
            }
            _ => self.in_hundreds(value),
        };
        Ok(tidy(index - 100.0))
    }

    /// Converts an index with base 1 to base 100.
    fn in_hundreds(&self, value: f64) -> f64 {
        if self.said.is_ratio {
            tidy(value * 100.0)
        } else {
            value
        }
    }

    /// The table's base-year figure, if other than 100.
    fn other_hundred(&self) -> Option<f64> {
        let is_other = |base: &f64| *base > 0.0 && (self.in_hundreds(*base) - 100.0).abs() > 1e-9;
        self.base_in_table.filter(is_other)
    }

    /// A level without a unit. For index indicators with a table base other than 100, figures are another index or
    /// amounts, and are rebased either way.
    fn bare_level(&self, value: f64, year: i32) -> Result<Actual, FigureFault> {
        match self.other_hundred() {
            Some(base) if self.footing.kind == LevelKind::Index && self.said.unknown_unit.is_none() => {
                self.against_own_base(value, base, year)
            }
            _ => self.without_unit(value).map(Actual::Level),
        }
    }

    fn against_own_base(&self, value: f64, base: f64, year: i32) -> Result<Actual, FigureFault> {
        if year == self.plan.base_year {
            return Err((
                Message::new("import-base-used").with("year", year),
                Message::new("import-base-used-help"),
            ));
        }
        let change = tidy((value / base - 1.0) * 100.0);
        Ok(Actual::CumulativeChange(change))
    }

    fn level(&self, number: &Number, year: i32) -> Result<Actual, FigureFault> {
        let value = number.value;
        if number.says_change {
            return Err(fault("import-change-as-level", "import-change-as-level-help"));
        }
        if self.is_index() && self.indicator.is_compound() {
            return match (self.other_hundred(), self.said.basis) {
                (Some(found), Some(IndexBase::Year100(_))) => Err(self.no_hundred(found)),
                (Some(_), _) => self.bare_level(value, year),
                (None, _) => Ok(Actual::Level(self.in_hundreds(value))),
            };
        }
        let unit = self.unit_of(number);
        if let Some(prices) = self.other_prices(unit.as_ref()) {
            let what = match prices {
                Prices::Constant(Some(year)) => Message::new("import-prices-of").with("found", year),
                _ => Message::new("import-prices-current"),
            };
            let help = Message::new("import-prices-help").with("year", self.plan.base_year);
            return Err((what, help));
        }
        let Some(unit) = unit else {
            return self.bare_level(value, year);
        };
        let own = self.own_unit();
        let factor_to = |own: &Unit| {
            let mut names = self.indicator.name.texts();
            let under = |name| unit.factor_under(name, own);
            unit.factor_to(own).or_else(|| names.find_map(under))
        };
        if let Some(factor) = own.and_then(factor_to) {
            return Ok(Actual::Level(tidy(value * factor)));
        }
        // "+1.56个百分点" among levels in percent is a change.
        if self.is_own(Some(&self.unit_text(number))) {
            return Ok(Actual::Level(value));
        }
        self.rebased(number, &unit, year)
    }

    /// A number without a known unit: rejected if an unknown one is given.
    fn without_unit(&self, value: f64) -> Result<f64, FigureFault> {
        match &self.said.unknown_unit {
            Some(found) if !self.is_own(Some(found)) => Err(self.wrong_unit(found)),
            _ => Ok(value),
        }
    }

    /// For index indicators, rebases levels on the table's base-year figure.
    fn rebased(&self, number: &Number, unit: &Unit, year: i32) -> Result<Actual, FigureFault> {
        let found = self.unit_text(number);
        let absolute = self.units.absolute().and_then(|own| own.unit.as_ref());
        let is_its_unit = absolute.is_some_and(|absolute| unit.factor_to(absolute).is_some());
        if self.footing.kind != LevelKind::Index || !is_its_unit {
            return Err(self.wrong_unit(&found));
        }
        // Per unit of money at current prices, a fall may be inflation.
        if unit.is_money() && unit.prices.or(self.said.prices) == Some(Prices::Current) {
            let help = Message::new("import-prices-help").with("year", self.plan.base_year);
            return Err((Message::new("import-prices-current"), help));
        }
        match self.base_in_table {
            Some(base) if base > 0.0 || year == self.plan.base_year => {
                self.against_own_base(number.value, base, year)
            }
            _ => {
                let what = Message::new("import-needs-base-value")
                    .with("name", &self.indicator.name)
                    .with("found", found);
                let help = Message::new("import-needs-base-value-help").with("year", self.plan.base_year);
                Err((what, help))
            }
        }
    }

    /// The unit of a number (percent included), else of its series.
    fn unit_of(&self, number: &Number) -> Option<Unit> {
        if number.is_percent {
            return Unit::parse("%");
        }
        let behind = number.unit.as_ref().or(number.painted.as_ref());
        let behind = behind.map(|(unit, _)| unit);
        behind.or(self.said.unit.as_ref()).cloned()
    }

    fn unit_text(&self, number: &Number) -> String {
        match number.unit.as_ref().or(number.painted.as_ref()) {
            _ if number.is_percent => "%".to_owned(),
            Some((_, text)) => text.clone(),
            None => self.said.unit_text.clone(),
        }
    }

    /// Whether levels are in the absolute unit in this scenario.
    fn is_absolute(&self) -> bool {
        self.footing.kind == LevelKind::Absolute && self.indicator.base.is_none()
    }

    /// Text of the indicator's unit in this scenario.
    fn own_words(&self) -> &LocalizedText {
        match &self.indicator.absolute_unit {
            Some(absolute) if self.is_absolute() => absolute,
            _ => &self.indicator.unit,
        }
    }

    /// The same, parsed.
    pub fn own(&self) -> &OwnUnit {
        self.units.get(self.is_absolute())
    }

    fn own_unit(&self) -> Option<&Unit> {
        self.own().unit.as_ref()
    }

    /// Whether a unit is spelled as in the plan.
    fn is_own(&self, text: Option<&str>) -> bool {
        text.is_some_and(|text| self.own_words().texts().any(|own| is_same_unit(own, text)))
    }

    fn is_at_constant_prices(&self) -> bool {
        let absolute = self.units.absolute().and_then(|own| own.unit.as_ref());
        let prices = |unit: Option<&Unit>| unit.and_then(|unit| unit.prices);
        let own = prices(self.own_unit()).or_else(|| prices(absolute));
        matches!(own, Some(Prices::Constant(_)))
    }

    /// The price basis of money, if different from the plan's.
    fn other_prices(&self, unit: Option<&Unit>) -> Option<Prices> {
        let own = self.own_unit().and_then(|own| own.prices);
        let found = unit.and_then(|unit| unit.prices).or(self.said.prices)?;
        let differ = match (found, own) {
            (Prices::Current, Some(Prices::Constant(_))) => true,
            (Prices::Constant(Some(found)), Some(Prices::Constant(Some(own)))) => found != own,
            (Prices::Constant(Some(found)), None) => found != self.plan.base_year,
            _ => false,
        };
        differ.then_some(found)
    }

    /// Whether levels are money without a stated price basis.
    pub fn leaves_prices_open(&self, number: &Number) -> bool {
        let is_money = self
            .unit_of(number)
            .is_some_and(|unit| unit.is_money() && unit.prices.is_none());
        is_money && self.said.prices.is_none() && self.is_at_constant_prices()
    }

    fn wrong_unit(&self, found: &str) -> FigureFault {
        let own = self.own_words();
        let what = Message::new("import-unit")
            .with("name", &self.indicator.name)
            .with("found", found);
        let help = Message::new("import-unit-help").with("unit", own);
        (what, help)
    }

    fn no_hundred(&self, found: f64) -> FigureFault {
        let what = Message::new("import-no-hundred")
            .with("year", self.plan.base_year)
            .with("found", numbers::plain(found));
        (what, Message::new("import-no-hundred-help"))
    }

    fn other_base(&self, year: i32) -> FigureFault {
        let what = Message::new("import-other-base").with("year", year);
        let help = Message::new("import-other-base-help").with("base", self.plan.base_year);
        (what, help)
    }
}

fn fault(what: &'static str, help: &'static str) -> FigureFault {
    (Message::new(what), Message::new(help))
}

/// Rounds away floating-point noise: 110.8 − 100 is 10.8.
pub(super) fn tidy(value: f64) -> f64 {
    numbers::plain(value).parse().unwrap_or(value)
}

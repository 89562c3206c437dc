//! Checks of one indicator: its numbers, its identity, its target.

use super::Checker;
use crate::file::{Place, Problem};
use crate::plan::document::{DynamicsDocument, IndicatorDocument};
use crate::plan::{Dynamics, Expression, ExpressionFault, Form, Indicator, IndicatorIx, Plan};
use crate::text::{Message, Words, numbers};

impl Checker {
    pub(super) fn indicator(
        &mut self,
        document: IndicatorDocument,
        at: &Place,
        ids: &[String],
        plan: &Plan,
    ) -> Indicator {
        let known: Vec<&str> = plan.categories.iter().map(|c| c.id.as_str()).collect();
        let category = known.iter().position(|id| *id == document.category);
        if category.is_none() {
            self.unknown_category(&document.category, at.field("category"), &known);
        }
        let dynamics = self.dynamics(&document.dynamics, &at.field("dynamics"), ids);
        let mut indicator = Indicator {
            bounds: document
                .bounds
                .or_else(|| default_bounds(&dynamics, &document.unit)),
            rate_range: document.rate_range.unwrap_or_else(|| default_range(&dynamics)),
            id: document.id,
            name: document.name,
            definition: document.definition,
            category: category.unwrap_or(0),
            scope: document.scope,
            unit: document.unit,
            absolute_unit: document.absolute_unit,
            base: document.base,
            dynamics,
            target: document.target,
            source: document.source,
            iamc: document.iamc,
            plan_rate: None,
        };
        self.numbers(&indicator, at);
        self.iamc(&indicator, plan, at);
        self.target(&indicator, plan.steps(), at);
        indicator.plan_rate = plan_rate(&indicator, plan.steps());
        indicator
    }

    fn unknown_category(&mut self, found: &str, at: Place, known: &[&str]) {
        let what = Message::new("plan-unknown-category").with("found", found);
        if known.is_empty() {
            let help = Message::new("plan-no-categories-help").with("found", found);
            self.problems.push(Problem::new(at, what).help(help));
        } else {
            self.unknown(at, what, found, known);
        }
    }

    fn dynamics(&mut self, document: &DynamicsDocument, at: &Place, ids: &[String]) -> Dynamics {
        let text = match document {
            DynamicsDocument::Growth => return Dynamics::Growth,
            DynamicsDocument::Decline => return Dynamics::Decline,
            DynamicsDocument::Additive => return Dynamics::Additive,
            DynamicsDocument::Concentration => return Dynamics::Concentration,
            DynamicsDocument::Derived(text) => text,
        };
        let resolve = |id: &str| ids.iter().position(|known| known == id).map(IndicatorIx);
        match Expression::parse(text, resolve) {
            Ok(expression) => Dynamics::Derived(expression),
            Err(fault) => {
                self.expression_fault(fault, at.index(0), ids);
                Dynamics::Additive
            }
        }
    }

    fn expression_fault(&mut self, fault: ExpressionFault, at: Place, ids: &[String]) {
        let what = match fault {
            ExpressionFault::UnknownId(id) => {
                let known: Vec<&str> = ids.iter().map(String::as_str).collect();
                let what = Message::new("expression-unknown-id").with("found", id.as_str());
                if is_subtraction(&id, &known) {
                    return self.fault(at, what, "expression-help");
                }
                return self.unknown(at, what, &id, &known);
            }
            ExpressionFault::Unexpected(found) => Message::new("expression-unexpected").with("found", found),
            ExpressionFault::UnexpectedEnd => Message::new("expression-unexpected-end"),
            ExpressionFault::Unclosed => Message::new("expression-unclosed"),
            ExpressionFault::TooDeep => {
                let what = Message::new("expression-too-deep");
                return self.fault(at, what, "expression-too-deep-help");
            }
        };
        self.fault(at, what, "expression-help");
    }

    fn numbers(&mut self, indicator: &Indicator, at: &Place) {
        if let Some(base) = indicator.base {
            if !indicator.is_lever() {
                let what = Message::new("plan-derived-base").with("id", indicator.id.as_str());
                self.fault(at.field("base"), what, "plan-derived-base-help");
            }
            if let Some((what, help)) = base_fault(indicator, base) {
                self.fault(at.field("base"), what, help);
            }
        }
        for (field, range) in [
            ("rate_range", Some(indicator.rate_range)),
            ("bounds", indicator.bounds),
        ] {
            let Some((low, high)) = range else { continue };
            if !(low.is_finite() && high.is_finite() && low < high) {
                let what = Message::new("plan-bad-range").with("field", field);
                self.fault(at.field(field), what, "plan-bad-range-help");
            }
        }
    }

    /// Programs tell series apart by this name alone, so it is plain and not given twice.
    fn iamc(&mut self, indicator: &Indicator, plan: &Plan, at: &Place) {
        let Some(name) = &indicator.iamc else { return };
        let is_plain = |c: char| c.is_ascii_alphanumeric() || " -_()[]%.,/&".contains(c);
        let is_level = |level: &str| {
            level.starts_with(|c: char| c.is_ascii_alphabetic())
                && level.trim() == level
                && level.chars().all(is_plain)
        };
        if !name.split('|').all(is_level) {
            let what = Message::new("plan-bad-iamc").with("found", name.as_str());
            self.fault(at.field("iamc"), what, "plan-bad-iamc-help");
        }
        if plan
            .indicators
            .iter()
            .any(|other| other.iamc.as_ref() == Some(name))
        {
            self.twice(name, at.field("iamc"));
        }
    }

    fn target(&mut self, indicator: &Indicator, steps: usize, at: &Place) {
        let Some(target) = &indicator.target else {
            return;
        };
        let at = at.field("target");
        let id = indicator.id.as_str();
        if !target.form.value().is_finite() {
            let what = Message::new("not-finite").with("id", id);
            return self.fault(at.field("form").index(0), what, "not-finite-help");
        }
        if !is_in_reach(indicator, target.form, steps) {
            let what = Message::new("plan-target-out-of-reach").with("id", id);
            self.fault(at.field("form"), what, "plan-target-out-of-reach-help");
        }
        let is_ratio = matches!(target.form, Form::AverageGrowth(_) | Form::CumulativeDecline(_));
        if is_ratio && !indicator.dynamics.is_compound() {
            let what = Message::new("plan-target-form").with("id", id);
            self.fault(at.field("form"), what, "plan-target-form-help");
        }
        if is_ratio && target.comparator.is_ceiling() {
            let what = Message::new("plan-target-ceiling").with("id", id);
            self.fault(at.field("comparator"), what, "plan-target-ceiling-help");
        }
        let falls = matches!(indicator.dynamics, Dynamics::Decline);
        if falls && matches!(target.form, Form::Level(_)) && !target.comparator.is_ceiling() {
            let what = Message::new("plan-target-floor").with("id", id);
            self.fault(at.field("comparator"), what, "plan-target-floor-help");
        }
    }
}

/// Whether some path can meet a target: the level it leads to, where that is known, is one that the indicator can have.
fn is_in_reach(indicator: &Indicator, form: Form, steps: usize) -> bool {
    let is_admissible = match form {
        Form::AverageGrowth(rate) => rate > -100.0,
        Form::CumulativeDecline(fall) => fall < 100.0,
        Form::Level(level) => level > 0.0 || !indicator.dynamics.is_compound(),
        Form::Change(_) => true,
    };
    let goal = match form {
        Form::Level(level) => Some(level),
        _ => indicator.base.map(|base| form.level(base, steps)),
    };
    let (low, high) = indicator.bounds.unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
    // Rounding must not put 82.2 + 17.8 above 100.
    is_admissible
        && goal.is_none_or(|goal| goal >= low - 1e-9 * low.abs() && goal <= high + 1e-9 * high.abs())
}

/// Whether an unknown id is two known values with a hyphen between them that was meant as a minus sign.
fn is_subtraction(id: &str, known: &[&str]) -> bool {
    let is_value = |part: &str| known.contains(&part) || part.parse::<f64>().is_ok();
    id.match_indices('-')
        .any(|(at, _)| is_value(&id[..at]) && is_value(&id[at + 1..]))
}

/// Why a number cannot be this indicator's base level; nothing if it can.
pub(crate) fn base_fault(indicator: &Indicator, base: f64) -> Option<(Message, &'static str)> {
    let id = indicator.id.as_str();
    if !base.is_finite() {
        return Some((Message::new("not-finite").with("id", id), "not-finite-help"));
    }
    if indicator.dynamics.is_compound() && base <= 0.0 {
        return Some((
            Message::new("base-not-positive").with("id", id),
            "base-not-positive-help",
        ));
    }
    let (low, high) = indicator.bounds?;
    (!(low..=high).contains(&base)).then(|| {
        let what = Message::new("base-out-of-bounds")
            .with("id", id)
            .with("low", numbers::shortest(low))
            .with("high", numbers::shortest(high));
        (what, "base-out-of-bounds-help")
    })
}

/// Concentration ratios, and additive indicators in percent, are shares.
fn default_bounds(dynamics: &Dynamics, unit: &Words) -> Option<(f64, f64)> {
    let is_share = match dynamics {
        Dynamics::Concentration => true,
        Dynamics::Additive => unit.texts().any(|text| text.trim() == "%"),
        Dynamics::Growth | Dynamics::Decline | Dynamics::Derived(_) => false,
    };
    is_share.then_some((0.0, 100.0))
}

/// Percent or points a year; wide enough for what plans promise, narrow enough to set a rate with a mouse.
const fn default_range(dynamics: &Dynamics) -> (f64, f64) {
    match dynamics {
        Dynamics::Growth => (-5.0, 20.0),
        _ => (-5.0, 15.0),
    }
}

fn plan_rate(indicator: &Indicator, steps: usize) -> Option<f64> {
    if !indicator.is_lever() {
        return None;
    }
    let Some(target) = &indicator.target else {
        return Some(0.0);
    };
    let any_base_will_do = !matches!(target.form, Form::Level(_));
    let base = indicator.base.or(any_base_will_do.then_some(100.0))?;
    Some(indicator.even_rate(base, steps))
}

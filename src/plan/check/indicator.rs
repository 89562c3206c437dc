//! Checks of one indicator: its numbers, its identity, its target.

use super::{Checker, Ids};
use crate::file::{Problem, ValuePath};
use crate::plan::document::{DynamicsDocument, IndicatorDocument};
use crate::plan::{Dynamics, Expression, ExpressionFault, Form, Indicator, LevelKind, Plan, Scale, Target};
use crate::text::{LocalizedText, Message, numbers};

impl Checker {
    pub(super) fn indicator(
        &mut self,
        document: IndicatorDocument,
        at: &ValuePath,
        ids: &Ids,
        plan: &Plan,
    ) -> Indicator {
        let known: Vec<&str> = plan.categories.iter().map(|c| c.id.as_str()).collect();
        let category = known.iter().position(|id| *id == document.category);
        if category.is_none() {
            self.unknown_category(&document.category, at.field("category"), &known);
        }
        let dynamics = self.dynamics(&document.dynamics, &at.field("dynamics"), ids);
        let targets = self.placed_targets(document.target, document.targets, at, &document.id);
        let (places, targets): (Vec<ValuePath>, Vec<Target>) = targets.into_iter().unzip();
        let scale = document
            .scale
            .unwrap_or_else(|| default_scale(&dynamics, &document.unit, &targets));
        let mut indicator = Indicator {
            bounds: document
                .bounds
                .or_else(|| default_bounds(&dynamics, &document.unit, &targets)),
            rate_range: document.rate_range.unwrap_or_else(|| default_range(&dynamics)),
            id: document.id,
            name: document.name,
            short: document.short,
            definition: document.definition,
            category: category.unwrap_or(0),
            scope: document.scope,
            unit: document.unit,
            absolute_unit: document.absolute_unit,
            base: document.base,
            dynamics,
            scale,
            targets,
            source: document.source,
            url: self.url(document.url.as_deref(), at),
            iamc: document.iamc,
            plan_rates: None,
        };
        self.numbers(&indicator, at);
        self.iamc(&indicator, at);
        self.scale(&indicator, at);
        self.targets(&indicator, plan, &places);
        indicator.plan_rates = plan_rates(&indicator, plan);
        indicator
    }

    fn unknown_category(&mut self, found: &str, at: ValuePath, known: &[&str]) {
        let what = Message::new("plan-unknown-category").with("found", found);
        if known.is_empty() {
            let help = Message::new("plan-no-categories-help").with("found", found);
            self.problems.push(Problem::new(at, what).help(help));
        } else {
            self.unknown(at, what, found, known.iter().copied());
        }
    }

    fn dynamics(&mut self, document: &DynamicsDocument, at: &ValuePath, ids: &Ids) -> Dynamics {
        let text = match document {
            DynamicsDocument::Growth => return Dynamics::Growth,
            DynamicsDocument::Decline => return Dynamics::Decline,
            DynamicsDocument::Additive => return Dynamics::Additive,
            DynamicsDocument::Concentration => return Dynamics::Concentration,
            DynamicsDocument::Derived(text) => text,
        };
        match Expression::parse(text, |id| ids.find(id)) {
            Ok(expression) => Dynamics::Derived(expression),
            Err(fault) => {
                self.expression_fault(fault, at.index(0), ids);
                Dynamics::Additive
            }
        }
    }

    fn expression_fault(&mut self, fault: ExpressionFault, at: ValuePath, ids: &Ids) {
        let what = match fault {
            ExpressionFault::UnknownId(id) => {
                let what = Message::new("expression-unknown-id").with("found", id.as_str());
                if is_subtraction(&id, ids) {
                    return self.fault(at, what, "expression-help");
                }
                return self.unknown(at, what, &id, ids.all.iter().map(String::as_str));
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

    fn numbers(&mut self, indicator: &Indicator, at: &ValuePath) {
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

    /// Other programs identify series by this name, so it is plain ASCII.
    fn iamc(&mut self, indicator: &Indicator, at: &ValuePath) {
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
    }
}

/// Whether an unknown id is two known values joined by a hyphen meant as a minus.
fn is_subtraction(id: &str, known: &Ids) -> bool {
    let is_value = |part: &str| known.find(part).is_some() || part.parse::<f64>().is_ok();
    id.match_indices('-')
        .any(|(at, _)| is_value(&id[..at]) && is_value(&id[at + 1..]))
}

/// Why a number is invalid as base level, if so.
pub(crate) fn base_fault(indicator: &Indicator, base: f64) -> Option<(Message, &'static str)> {
    let id = indicator.id.as_str();
    if !base.is_finite() {
        return Some((Message::new("not-finite").with("id", id), "not-finite-help"));
    }
    if indicator.is_compound() && base <= 0.0 {
        return Some((
            Message::new("base-not-positive").with("id", id),
            "base-not-positive-help",
        ));
    }
    let counts = indicator
        .targets
        .iter()
        .any(|target| target.form.counts_from_zero());
    if counts && base.abs() > 0.0 {
        return Some((Message::new("base-not-zero").with("id", id), "base-not-zero-help"));
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

/// Concentration ratios, and additive indicators in percent, are shares; what is to be done is 0 or 1.
fn default_bounds(dynamics: &Dynamics, unit: &LocalizedText, targets: &[Target]) -> Option<(f64, f64)> {
    if targets.iter().any(|target| target.form == Form::Done) {
        return Some((0.0, 1.0));
    }
    let is_share = match dynamics {
        Dynamics::Concentration => true,
        Dynamics::Additive => is_percent(unit),
        Dynamics::Growth | Dynamics::Decline | Dynamics::Derived(_) => false,
    };
    is_share.then_some((0.0, 100.0))
}

fn is_percent(unit: &LocalizedText) -> bool {
    unit.texts().any(|text| text.trim() == "%")
}

/// Levers use their own rule. A derived indicator in percent is a share, unless its target is a rate of growth or
/// decline.
fn default_scale(dynamics: &Dynamics, unit: &LocalizedText, targets: &[Target]) -> Scale {
    match dynamics {
        Dynamics::Growth | Dynamics::Decline => Scale::Ratio,
        Dynamics::Additive | Dynamics::Concentration => Scale::Points,
        Dynamics::Derived(_) => {
            let has_ratio = targets.iter().any(|target| target.form.is_ratio());
            if is_percent(unit) && !has_ratio {
                Scale::Points
            } else {
                Scale::Ratio
            }
        }
    }
}

/// In percent or points a year: wide enough for plan targets, narrow enough for a mouse.
const fn default_range(dynamics: &Dynamics) -> (f64, f64) {
    match dynamics {
        Dynamics::Growth => (-5.0, 20.0),
        _ => (-5.0, 15.0),
    }
}

fn plan_rates(indicator: &Indicator, plan: &Plan) -> Option<Vec<f64>> {
    let (kind, base) = indicator.start(None);
    (indicator.is_lever() && kind != LevelKind::Unknown).then(|| indicator.even_rates(base, plan))
}

//! From the plan file to a checked plan.

use std::path::Path;

use super::document::{DynamicsDocument, IndicatorDocument, PlanDocument};
use super::indicator::Indicator;
use super::{Category, Dynamics, Expression, ExpressionFault, Form, IndicatorIx, Plan};
use crate::file::{Failure, Place, Problem, decode, locate_problems, nearest, parse, read};
use crate::text::{Message, Words};

/// No plan looks further ahead; a longer span is a slip of the pen in a year.
const LONGEST_SPAN: i32 = 50;

/// Reads and checks a plan file.
///
/// # Errors
/// [`Failure`] with every fault found, each with its place in the file.
pub fn load(path: &Path) -> Result<Plan, Failure> {
    let name = path.display().to_string();
    read_text(&name, &decode(&name, &read(path)?)?)
}

/// Checks a plan given as text.
///
/// # Errors
/// As [`load`].
pub fn read_text(name: &str, text: &str) -> Result<Plan, Failure> {
    let document: PlanDocument = parse(name, text)?;
    let mut checker = Checker::default();
    let plan = checker.plan(document);
    if checker.problems.is_empty() {
        Ok(plan)
    } else {
        Err(locate_problems(name, text, checker.problems))
    }
}

#[derive(Default)]
struct Checker {
    problems: Vec<Problem>,
}

impl Checker {
    fn fault(&mut self, at: Place, what: Message, help: &'static str) {
        self.problems
            .push(Problem::new(at, what).help(Message::new(help)));
    }

    fn plan(&mut self, document: PlanDocument) -> Plan {
        let top = Place::top();
        let (base_year, end_year) = self.years(&document);
        self.id(&document.id, &top.field("id"));
        let categories: Vec<Category> = document
            .categories
            .into_iter()
            .map(|category| Category {
                id: category.id,
                name: category.name,
            })
            .collect();
        for (n, category) in categories.iter().enumerate() {
            let at = top.field("categories").index(n).field("id");
            self.id(&category.id, &at);
            if categories[..n].iter().any(|other| other.id == category.id) {
                self.twice(&category.id, at);
            }
        }
        let mut plan = Plan {
            id: document.id,
            title: document.title,
            base_year,
            end_year,
            source: document.source,
            categories,
            indicators: Vec::new(),
            headline: Vec::new(),
            derived_order: Vec::new(),
        };
        self.indicators(document.indicators, &mut plan);
        self.headline(&document.headline, &mut plan);
        plan
    }

    /// The plan's years; the shortest span in place of an impossible one, for the checks that follow.
    fn years(&mut self, document: &PlanDocument) -> (i32, i32) {
        // 64 bits, because the difference of two hostile years can overflow 32.
        let span = i64::from(document.end_year) - i64::from(document.base_year);
        if (1..=i64::from(LONGEST_SPAN)).contains(&span) {
            return (document.base_year, document.end_year);
        }
        let what = Message::new("plan-years")
            .with("base", document.base_year)
            .with("end", document.end_year);
        self.fault(Place::top().field("end_year"), what, "plan-years-help");
        (0, 1)
    }

    /// Ids are used in file names, on the command line and in expressions.
    fn id(&mut self, id: &str, at: &Place) {
        let starts_well = id.starts_with(|c: char| c.is_ascii_lowercase());
        let all_allowed = id
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !starts_well || !all_allowed || id.ends_with('-') {
            let what = Message::new("plan-bad-id").with("id", id);
            self.fault(at.clone(), what, "plan-bad-id-help");
        }
    }

    fn twice(&mut self, id: &str, at: Place) {
        let what = Message::new("given-twice").with("id", id);
        self.fault(at, what, "given-twice-help");
    }

    fn unknown(&mut self, at: Place, what: Message, found: &str, known: &[&str]) {
        let help = match nearest(found, known.iter().copied()) {
            Some(name) => Message::new("did-you-mean").with("name", name),
            None => Message::new("syntax-allowed"),
        };
        self.problems
            .push(Problem::new(at, what).help(help.with("allowed", known.join(", "))));
    }

    fn indicators(&mut self, documents: Vec<IndicatorDocument>, plan: &mut Plan) {
        let list = Place::top().field("indicators");
        if documents.is_empty() {
            let what = Message::new("plan-no-indicators");
            self.fault(list.clone(), what, "plan-no-indicators-help");
        }
        let ids: Vec<String> = documents.iter().map(|d| d.id.clone()).collect();
        for (n, document) in documents.into_iter().enumerate() {
            let at = list.index(n);
            self.id(&document.id, &at.field("id"));
            if ids[..n].contains(&document.id) {
                self.twice(&document.id, at.field("id"));
            }
            let indicator = self.indicator(document, &at, &ids, plan);
            plan.indicators.push(indicator);
        }
        self.order_derived(plan, &list);
    }

    fn indicator(
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
            plan_rate: None,
        };
        self.numbers(&indicator, at);
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

    /// Puts derived indicators into an order in which each comes after those it uses.
    fn order_derived(&mut self, plan: &mut Plan, list: &Place) {
        let mut waiting: Vec<IndicatorIx> = plan
            .iter()
            .filter(|(_, indicator)| !indicator.is_lever())
            .map(|(ix, _)| ix)
            .collect();
        while !waiting.is_empty() {
            let is_ready = |ix: &IndicatorIx| match &plan.get(*ix).dynamics {
                Dynamics::Derived(e) => e.inputs().all(|input| !waiting.contains(&input)),
                _ => true,
            };
            let (ready, blocked): (Vec<_>, Vec<_>) = waiting.iter().partition(|ix| is_ready(ix));
            if ready.is_empty() {
                let circle = only_circles(plan, blocked);
                let names: Vec<&str> = circle.iter().map(|ix| plan.get(*ix).id.as_str()).collect();
                let what = Message::new("expression-cycle").with("ids", names.join(", "));
                let at = list.index(circle[0].0).field("dynamics").index(0);
                self.fault(at, what, "expression-cycle-help");
                return;
            }
            plan.derived_order.extend(ready);
            waiting = blocked;
        }
    }

    fn headline(&mut self, ids: &[String], plan: &mut Plan) {
        let known: Vec<&str> = plan.indicators.iter().map(|i| i.id.as_str()).collect();
        let mut headline = Vec::new();
        for (n, id) in ids.iter().enumerate() {
            if let Some(ix) = plan.find(id) {
                headline.push(ix);
            } else {
                let what = Message::new("unknown-indicator")
                    .with("found", id.as_str())
                    .with("plan", plan.id.as_str());
                self.unknown(Place::top().field("headline").index(n), what, id, &known);
            }
        }
        if headline.is_empty() {
            // A plan that does not choose shows its first targets.
            headline = plan.targets().map(|(ix, _, _)| ix).take(4).collect();
        }
        plan.headline = headline;
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

/// Leaves out the indicators that wait for a circle without being part of one: those that no other waiting one uses.
fn only_circles(plan: &Plan, mut waiting: Vec<IndicatorIx>) -> Vec<IndicatorIx> {
    loop {
        let is_used = |ix: &IndicatorIx| {
            waiting.iter().any(|user| match &plan.get(*user).dynamics {
                Dynamics::Derived(expression) => expression.inputs().any(|input| input == *ix),
                _ => false,
            })
        };
        let used: Vec<IndicatorIx> = waiting.iter().copied().filter(is_used).collect();
        if used.len() == waiting.len() {
            return used;
        }
        waiting = used;
    }
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
            .with("low", crate::text::numbers::level(low))
            .with("high", crate::text::numbers::level(high));
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

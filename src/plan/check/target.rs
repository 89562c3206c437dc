//! Checks of targets and scales.

use super::Checker;
use crate::file::{Problem, ValuePath};
use crate::plan::document::TargetDocument;
use crate::plan::{Comparator, Due, Dynamics, Form, Indicator, Plan, Scale, Target};
use crate::text::{Message, numbers};

impl Checker {
    /// Targets from `target` or `targets`, with their places.
    pub(super) fn placed_targets(
        &mut self,
        one: Option<TargetDocument>,
        many: Vec<TargetDocument>,
        at: &ValuePath,
        id: &str,
    ) -> Vec<(ValuePath, Target)> {
        if one.is_some() && !many.is_empty() {
            let what = Message::new("plan-target-twice").with("id", id);
            self.fault(at.field("target"), what, "plan-target-twice-help");
        }
        let list = at.field("targets");
        let many = many
            .into_iter()
            .enumerate()
            .map(|(n, document)| (list.index(n), document));
        let one = one.map(|document| (at.field("target"), document));
        let mut placed = Vec::new();
        for (place, document) in one.into_iter().chain(many) {
            let target = self.compared(document, &place, id);
            placed.push((place, target));
        }
        placed
    }

    /// Ranges and tasks have no comparator; all other forms need one.
    fn compared(&mut self, document: TargetDocument, at: &ValuePath, id: &str) -> Target {
        let needs_none = matches!(document.form, Form::Between(..) | Form::Done);
        let comparator = match document.comparator {
            Some(comparator) if needs_none && comparator != Comparator::AtLeast => {
                let what = Message::new("plan-target-needless-comparator").with("id", id);
                self.fault(
                    at.field("comparator"),
                    what,
                    "plan-target-needless-comparator-help",
                );
                comparator
            }
            Some(comparator) => comparator,
            None => {
                if !needs_none {
                    let what = Message::new("plan-target-no-comparator").with("id", id);
                    self.fault(at.clone(), what, "plan-target-no-comparator-help");
                }
                Comparator::AtLeast
            }
        };
        Target {
            form: document.form,
            comparator,
            wording: document.wording,
            table: document.table,
            about: document.about,
            binding: document.binding,
            due: document.due,
        }
    }

    /// A lever's scale follows from its dynamics.
    pub(super) fn scale(&mut self, indicator: &Indicator, at: &ValuePath) {
        let own = match indicator.dynamics {
            Dynamics::Growth | Dynamics::Decline => Scale::Ratio,
            Dynamics::Additive | Dynamics::Concentration => Scale::Points,
            Dynamics::Derived(_) => return,
        };
        if indicator.scale != own {
            let what = Message::new("plan-scale")
                .with("id", indicator.id.as_str())
                .with("scale", indicator.scale.name());
            let help = Message::new("plan-scale-help").with("scale", own.name());
            self.problems
                .push(Problem::new(at.field("scale"), what).help(help));
        }
    }

    pub(super) fn targets(&mut self, indicator: &Indicator, plan: &Plan, places: &[ValuePath]) {
        for (n, (target, at)) in indicator.targets.iter().zip(places).enumerate() {
            self.due(indicator, target, plan, at);
            self.target(indicator, target, plan, at);
            let is_same = |other: &&Target| {
                other.is_each_year() == target.is_each_year()
                    && plan.due_step(other) == plan.due_step(target)
                    && other.form.name() == target.form.name()
            };
            if indicator.targets[..n].iter().any(|other| is_same(&other)) {
                let what = Message::new("plan-target-same")
                    .with("id", indicator.id.as_str())
                    .with("year", plan.due_year(target));
                self.fault(at.clone(), what, "plan-target-same-help");
            }
        }
        let is_mixed = |form: &Form| {
            form.counts_from_zero() && indicator.targets.iter().any(|t| t.form.name() != form.name())
        };
        if let Some((_, at)) = indicator
            .targets
            .iter()
            .zip(places)
            .find(|(target, _)| is_mixed(&target.form))
        {
            let what = Message::new("plan-target-mixed").with("id", indicator.id.as_str());
            self.fault(at.field("form"), what, "plan-target-mixed-help");
        }
    }

    fn due(&mut self, indicator: &Indicator, target: &Target, plan: &Plan, at: &ValuePath) {
        let id = indicator.id.as_str();
        match target.due {
            Due::In(year) if !(plan.base_year + 1..=plan.end_year).contains(&year) => {
                let what = Message::new("plan-target-due").with("id", id).with("year", year);
                let help = Message::new("plan-target-due-help")
                    .with("first", plan.base_year + 1)
                    .with("last", plan.end_year);
                self.problems.push(Problem::new(at.field("due"), what).help(help));
            }
            Due::EachYear
                if !matches!(
                    target.form,
                    Form::Level(_) | Form::Between(..) | Form::AverageGrowth(_) | Form::Done
                ) =>
            {
                let what = Message::new("plan-target-each-year").with("id", id);
                self.fault(at.field("due"), what, "plan-target-each-year-help");
            }
            _ => {}
        }
    }

    fn target(&mut self, indicator: &Indicator, target: &Target, plan: &Plan, at: &ValuePath) {
        let id = indicator.id.as_str();
        let message = |what: &'static str| Message::new(what).with("id", id);
        let (value, form) = (target.form.value(), at.field("form"));
        if !value.is_finite() || target.form.upper().is_some_and(|upper| !upper.is_finite()) {
            return self.fault(form.index(0), message("not-finite"), "not-finite-help");
        }
        let can_be_turned = indicator.is_compound() && is_in_reach(indicator, target, plan);
        let faults = turned(indicator, target, &message)
            .filter(|_| can_be_turned)
            .or_else(|| figures(target.form, &message));
        if let Some((what, help)) = faults {
            self.problems.push(Problem::new(form, what).help(help));
            return;
        }
        if let Some(figure) = no_ratio(indicator, target.form) {
            let what = message("plan-target-no-ratio").with("value", numbers::shortest(figure));
            self.fault(form.clone(), what, "plan-target-no-ratio-help");
        } else if !is_in_reach(indicator, target, plan) {
            self.fault(
                form.clone(),
                message("plan-target-out-of-reach"),
                "plan-target-out-of-reach-help",
            );
        }
        if target.form.is_ratio() && !indicator.is_compound() {
            self.fault(form.clone(), message("plan-target-form"), "plan-target-form-help");
        }
        if target.form.counts_from_zero() && indicator.dynamics != Dynamics::Additive {
            self.fault(form, message("plan-target-count"), "plan-target-count-help");
        }
        // Tasks have no comparator.
        let is_floor = target.form.is_ratio() || matches!(target.form, Form::Count(_));
        if is_floor && target.comparator.is_ceiling() {
            self.fault(
                at.field("comparator"),
                message("plan-target-ceiling"),
                "plan-target-ceiling-help",
            );
        }
        self.strict_count(target, at, &message);
        // "About 20 %" is met by 20.0, a strict target is not.
        if target.about && target.comparator.is_strict() {
            let help = Message::new("plan-target-strict-about-help").with(
                "comparator",
                if target.comparator.is_ceiling() {
                    "AtMost"
                } else {
                    "AtLeast"
                },
            );
            self.problems
                .push(Problem::new(at.field("comparator"), message("plan-target-strict-about")).help(help));
        }
        let falls = matches!(indicator.dynamics, Dynamics::Decline);
        if falls && matches!(target.form, Form::CumulativeGrowth(_)) {
            let what = message("plan-target-growth-of-decline");
            return self.fault(at.field("form"), what, "plan-target-growth-of-decline-help");
        }
        if falls && matches!(target.form, Form::Level(_)) && !target.comparator.is_ceiling() {
            self.fault(
                at.field("comparator"),
                message("plan-target-floor"),
                "plan-target-floor-help",
            );
        }
    }

    /// A strict count means at least the next integer, which progress is measured by.
    fn strict_count(&mut self, target: &Target, at: &ValuePath, message: &dyn Fn(&'static str) -> Message) {
        let (Form::Count(count), Comparator::MoreThan) = (target.form, target.comparator) else {
            return;
        };
        let next = count + 1.0;
        let what = message("plan-target-strict-count")
            .with("value", numbers::shortest(count))
            .with("next", numbers::shortest(next));
        let help = Message::new("plan-target-strict-count-help").with("form", format!("{next:?}"));
        self.problems
            .push(Problem::new(at.field("comparator"), what).help(help));
    }
}

/// A negative fall or rise: as written, every change would count as wrong direction. The suggested remedy passes the
/// other checks.
fn turned(
    indicator: &Indicator,
    target: &Target,
    message: &dyn Fn(&'static str) -> Message,
) -> Option<(Message, Message)> {
    let (value, [what, help]) = match target.form {
        Form::CumulativeDecline(fall) if fall < 0.0 => (
            fall,
            [
                "plan-target-negative-decline",
                "plan-target-negative-decline-help",
            ],
        ),
        Form::CumulativeGrowth(rise) if rise < 0.0 => (
            rise,
            ["plan-target-negative-growth", "plan-target-negative-growth-help"],
        ),
        _ => return None,
    };
    let yes_or_no = |is_so: bool| if is_so { "yes" } else { "no" };
    let help = Message::new(help)
        .with("value", format!("{:?}", -value))
        // Declining indicators cannot have growth targets, and such targets are floors.
        .with("falls", yes_or_no(indicator.dynamics == Dynamics::Decline))
        .with("ceiling", yes_or_no(target.comparator.is_ceiling()));
    Some((message(what).with("value", numbers::shortest(value)), help))
}

/// Faults in a form's figures, independent of the indicator.
fn figures(form: Form, message: &dyn Fn(&'static str) -> Message) -> Option<(Message, Message)> {
    let figure = |figure: f64| numbers::shortest(figure);
    match form {
        Form::Between(low, high) if low > high => Some((
            message("plan-target-between")
                .with("low", figure(low))
                .with("high", figure(high)),
            Message::new("plan-target-between-help")
                .with("low", format!("{high:?}"))
                .with("high", format!("{low:?}")),
        )),
        Form::Count(count) if count < 1.0 || (count - libm::floor(count)).abs() > 0.0 => Some((
            message("plan-target-whole").with("value", figure(count)),
            Message::new("plan-target-whole-help"),
        )),
        _ => None,
    }
}

/// The figure of a target unreachable by ratios, if only the scale prevents it.
fn no_ratio(indicator: &Indicator, form: Form) -> Option<f64> {
    let is_derived = matches!(indicator.dynamics, Dynamics::Derived(_));
    match form {
        Form::Level(level) | Form::Between(level, _) => {
            (is_derived && indicator.is_compound() && level <= 0.0).then_some(level)
        }
        _ => None,
    }
}

/// Whether a target is reachable: its level, if known, is within bounds.
fn is_in_reach(indicator: &Indicator, target: &Target, plan: &Plan) -> bool {
    let form = target.form;
    let is_admissible = match form {
        Form::AverageGrowth(rate) => rate > -100.0,
        Form::CumulativeDecline(fall) => fall < 100.0,
        Form::CumulativeGrowth(rise) => rise > -100.0 || !indicator.is_compound(),
        Form::Level(level) | Form::Between(level, _) => level > 0.0 || !indicator.is_compound(),
        Form::Change(_) | Form::Count(_) | Form::Done => true,
    };
    let goal = match form {
        Form::Level(level) => Some(level),
        Form::Between(low, high) => {
            return is_admissible && is_inside(indicator, low) && is_inside(indicator, high);
        }
        _ => indicator.base.map(|base| form.level(base, plan.due_step(target))),
    };
    is_admissible && goal.is_none_or(|goal| is_inside(indicator, goal))
}

/// Tolerant, so that rounding does not put 82.2 + 17.8 above 100.
fn is_inside(indicator: &Indicator, goal: f64) -> bool {
    let (low, high) = indicator.bounds.unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
    goal >= low - 1e-9 * low.abs() && goal <= high + 1e-9 * high.abs()
}

//! Whether targets can be met together, and which single lever would bring that about.

use super::finder::Finder;
use super::finding::{Conflict, SufficientRate};
use super::structure::power_of;
use crate::analysis::remaining::constant_from;
use crate::analysis::solver::{Request, SolveMode, solve_while};
use crate::model::criterion::Criterion;
use crate::model::{LevelKind, ParameterId, Projection, Status, assess_target, project};
use crate::plan::{Change, Form, IndicatorIx, Target};
use crate::scenario::Scenario;

impl Finder<'_> {
    /// What can be said if the levers behind a missed target all meet theirs; `None` if some do not, none has a
    /// target, no year can be changed any more, or the search would be too large.
    pub fn conflict(&self, ix: IndicatorIx) -> Option<Conflict> {
        let levers = self.plan.levers_behind(ix);
        let is_bound = levers
            .iter()
            .any(|lever| !self.plan.get(*lever).targets.is_empty());
        let all_met = levers.iter().all(|lever| self.all_met[lever.position()]);
        let is_open = levers.iter().any(|lever| self.years_left(*lever).is_some());
        if !is_bound || !all_met || !is_open || self.is_past(ix) {
            return None;
        }
        if !self.can_try(levers.len()) {
            return None;
        }
        if self.is_impossible(ix) {
            return Some(Conflict::Impossible);
        }
        let (for_all, alone): (Vec<_>, Vec<_>) = self.ways_out(ix).into_iter().partition(|(_, all)| *all);
        let ways = |found: Vec<(SufficientRate, bool)>| found.into_iter().map(|(way, _)| way).collect();
        Some(match (for_all.is_empty(), alone.is_empty()) {
            (false, _) => Conflict::Together(ways(for_all)),
            (true, false) => Conflict::Alone(ways(alone)),
            (true, true) => Conflict::Open,
        })
    }

    /// Whether some indicators meet all of their targets, in whatever year they are due.
    fn meets_all(&self, indicators: &[IndicatorIx], projection: &Projection, scenario: &Scenario) -> bool {
        let mut targets = indicators.iter().flat_map(|ix| self.plan.targets_of(*ix));
        targets
            .all(|(target, _)| assess_target(self.plan, scenario, projection, target).status == Status::Met)
    }

    /// The levers that alone meet the target together with all of the levers' own targets, those without targets
    /// first, each with whether the indicator then meets all of its own.
    fn ways_out(&self, ix: IndicatorIx) -> Vec<(SufficientRate, bool)> {
        let (free, bound): (Vec<_>, Vec<_>) = self
            .plan
            .levers_behind(ix)
            .iter()
            .copied()
            .partition(|lever| self.plan.get(*lever).targets.is_empty());
        let levers = free.into_iter().chain(bound);
        levers.filter_map(|lever| self.way_out(ix, lever)).collect()
    }

    fn way_out(&self, ix: IndicatorIx, lever: IndicatorIx) -> Option<(SufficientRate, bool)> {
        self.years_left(lever).filter(|_| (self.is_wanted)())?;
        let (target, _) = self.final_target(ix)?;
        let request = Request {
            target,
            parameter: ParameterId::rate(lever),
            way: SolveMode::Constant { from: None },
        };
        let answer = solve_while(self.plan, self.scenario, request, self.is_wanted)?.ok()?;
        if !answer.is_reached() {
            return None;
        }
        let decimals = answer.decimals(2);
        let rate = answer.shown(decimals);
        // Every statement is tried out, and not only for this target.
        let first = usize::try_from(answer.from - self.plan.base_year).ok()?;
        let mut scenario = self.scenario.clone();
        let rates = constant_from(self.plan, self.scenario, self.projection, lever, first, rate);
        scenario.rates.set(lever, rates);
        let projection = project(self.plan, &scenario);
        let holds = projection.violations().is_empty()
            && assess_target(self.plan, &scenario, &projection, target).status == Status::Met
            && self.meets_all(self.plan.levers_behind(ix), &projection, &scenario);
        let falls = self.plan.get(lever).change() == Some(Change::Decline);
        let way = SufficientRate {
            lever,
            change: if falls { -rate } else { rate },
            decimals,
            years: (answer.from, answer.to),
        };
        holds.then(|| (way, self.meets_all(&[ix], &projection, &scenario)))
    }

    /// Whether no combination of lever paths meets the target together with their own. Proven for products only: the
    /// own target of each lever that can still move keeps it from helping further, and with all of them at that limit
    /// the target is still missed.
    fn is_impossible(&self, ix: IndicatorIx) -> bool {
        self.most_helpful(ix)
            .is_some_and(|(criterion, level)| !criterion.meets(level))
    }

    /// An indicator's target, and the level nearest to it that its levers can reach within their own targets.
    fn most_helpful(&self, ix: IndicatorIx) -> Option<(Criterion, f64)> {
        let target = self.target(ix)?;
        let (first, last) = self.ends(ix)?;
        let is_line = !matches!(target.form, Form::Between(..));
        let is_plain = self.projection.discrepancies().iter().next().is_none();
        if !is_line || !is_plain || self.projection.kind(ix) == LevelKind::Change {
            return None;
        }
        let wants_more = !target.on_levels().is_ceiling();
        let mut level = last;
        for lever in self.plan.levers_behind(ix).iter().copied() {
            if self.years_left(lever).is_none() {
                continue;
            }
            let power = power_of(self.plan, ix, lever)?;
            let now = self.ends(lever)?.1;
            let limit = self.limit(lever, wants_more == (power > 0))?;
            level *= libm::pow(limit / now, f64::from(power));
        }
        let criterion = Criterion::new(target, self.plan.get(ix).scale, first, self.plan.steps());
        (level > 0.0 && level.is_finite()).then_some((criterion, level))
    }

    /// The last level beyond which a lever misses one of its own targets, upwards or downwards.
    fn limit(&self, lever: IndicatorIx, upwards: bool) -> Option<f64> {
        let (first, steps) = (self.ends(lever)?.0, self.plan.steps());
        let limit = |target: &Target| match target.form {
            Form::Between(low, high) => Some(if upwards { high } else { low }),
            form if target.on_levels().is_ceiling() == upwards => Some(form.level(first, steps)),
            _ => None,
        };
        let final_targets = self.plan.targets_of(lever).map(|(_, target)| target);
        let mut final_targets =
            final_targets.filter(|target| !target.is_each_year() && self.plan.due_step(target) == steps);
        final_targets.find_map(limit).filter(|limit| *limit > 0.0)
    }
}

//! Closed-form inverses of the projection.

use super::trial::Objective;
use super::{Request, SolveMode};
use crate::model::ParameterKind;
use crate::plan::Change;
use crate::scenario::Rates;

impl Objective<'_> {
    /// The exact unknown, if the projection has a closed-form inverse. Not necessarily a possible rate.
    pub fn exact(&self) -> Option<f64> {
        let Request {
            target,
            parameter,
            way,
        } = self.request;
        if target.indicator != parameter.indicator {
            return None;
        }
        let levels = self.lever_levels();
        let (before, last) = (levels[self.first - 1], levels[self.due]);
        let left = self.due + 1 - self.first;
        let rate = self.scheduled[self.first - 1];
        let growth = Change::Growth;
        let value = match (parameter.kind, way) {
            (ParameterKind::Rate, SolveMode::Constant { .. } | SolveMode::CatchUp) => {
                self.change().rate(before, self.goal, left)
            }
            (ParameterKind::Rate, SolveMode::OneYear { .. }) => match self.change() {
                Change::Points => rate + self.goal - last,
                change => change.between(1.0, change.step(1.0, rate) * self.goal / last),
            },
            (ParameterKind::Rate, SolveMode::Scale { .. }) if self.change().is_points() => {
                (self.goal - before) / (last - before)
            }
            (ParameterKind::Numerator, SolveMode::Constant { .. } | SolveMode::CatchUp) => growth.rate(
                1.0,
                self.goal / before * self.growth(ParameterKind::Denominator),
                left,
            ),
            (ParameterKind::Denominator, SolveMode::Constant { .. } | SolveMode::CatchUp) => growth.rate(
                1.0,
                before * self.growth(ParameterKind::Numerator) / self.goal,
                left,
            ),
            (ParameterKind::Numerator, SolveMode::OneYear { .. }) => {
                growth.between(1.0, growth.step(1.0, rate) * self.goal / last)
            }
            (ParameterKind::Denominator, SolveMode::OneYear { .. }) => {
                growth.between(1.0, growth.step(1.0, rate) * last / self.goal)
            }
            (_, SolveMode::Scale { .. }) | (ParameterKind::Base, _) => return None,
        };
        value.is_finite().then_some(value)
    }

    /// The factor by which output grows from the year before the first one changed to the due year.
    fn growth(&self, kind: ParameterKind) -> f64 {
        let growth: &[f64] = match self.given.rates.get(self.request.parameter.indicator) {
            Some(Rates::OutputGrowth { top, .. }) if kind == ParameterKind::Numerator => top,
            Some(Rates::OutputGrowth { all, .. }) => all,
            _ => &[],
        };
        let left = growth.get(self.first - 1..self.due).unwrap_or(&[]);
        Change::Growth.along(1.0, left)
    }
}

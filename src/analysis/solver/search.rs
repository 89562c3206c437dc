//! From the rates as they are, outward in both directions, to the first that reach the target.

use super::trial::Objective;
use super::{StopReason, Unsolvable};
use crate::analysis::bracket;

/// The unknown that was found: the answer, or the nearest to it and what stops it there.
pub(super) struct Found {
    pub value: f64,
    pub stopped_by: Option<StopReason>,
}

/// Steps double, so this many lead beyond every rate that a lever can have.
const MOST_STEPS: usize = 64;

/// What moves a target by less than this, relatively, does not move it.
const NO_EFFECT: f64 = 1e-12;

pub(super) fn find(trial: &mut Objective<'_>) -> Result<Found, Unsolvable> {
    if trial.has_nothing_to_scale() {
        return Err(Unsolvable::NothingToScale);
    }
    let exact = trial.exact();
    if let Some(value) = exact
        && trial.at(value).is_ok()
    {
        return Ok(Found {
            value,
            stopped_by: None,
        });
    }
    let start = start(trial)?;
    if start.1.abs() <= 0.0 {
        return Ok(Found {
            value: start.0,
            stopped_by: None,
        });
    }
    if let Some(value) = exact {
        // It lies beyond what is possible: as far towards it as can be gone.
        return Ok(towards(trial, start, value).found());
    }
    let step = trial.step();
    let down = outward(trial, start, -step);
    let up = outward(trial, start, step);
    nearer(trial, start, down, up)
}

/// The present rates, or none at all where those are not possible.
fn start(trial: &mut Objective<'_>) -> Result<(f64, f64), Unsolvable> {
    let now = trial.now();
    match trial.at(now) {
        Ok(miss) => Ok((now, miss)),
        Err(stop) => match trial.at(0.0) {
            Ok(miss) => Ok((0.0, miss)),
            Err(_) => Err(Unsolvable::NoStart(stop)),
        },
    }
}

/// Where a walk in one direction ended.
struct End {
    value: f64,
    /// The target's level there, less the one that meets it.
    miss: f64,
    /// Nothing if it ended at the target.
    stop: Option<StopReason>,
}

impl End {
    fn found(self) -> Found {
        Found {
            value: self.value,
            stopped_by: self.stop,
        }
    }
}

/// The last possible unknown on the way from a possible one to one that is not.
fn towards(trial: &mut Objective<'_>, from: (f64, f64), to: f64) -> End {
    let mut stop = None;
    let value = bracket::edge(from.0, to, |value| match trial.at(value) {
        Ok(_) => true,
        Err(why) => {
            stop = Some(why);
            false
        }
    });
    let miss = trial.at(value).unwrap_or(from.1);
    End {
        value,
        miss,
        stop: Some(stop.unwrap_or(StopReason::Exhausted)),
    }
}

/// Steps that double, until the target lies between two of them or no rate is possible any more.
fn outward(trial: &mut Objective<'_>, start: (f64, f64), step: f64) -> End {
    let mut before = start;
    let mut step = step;
    for _ in 0..MOST_STEPS {
        let value = before.0 + step;
        let (next, end) = if let Ok(miss) = trial.at(value) {
            ((value, miss), None)
        } else {
            let end = towards(trial, before, value);
            ((end.value, end.miss), Some(end))
        };
        if (before.1 < 0.0) != (next.1 < 0.0) || next.1.abs() <= 0.0 {
            return crossing(trial, before, next);
        }
        if let Some(end) = end {
            return end;
        }
        before = next;
        step *= 2.0;
    }
    End {
        value: before.0,
        miss: before.1,
        stop: Some(StopReason::Exhausted),
    }
}

/// Where the target lies between two unknowns that miss it on either side; as far as the first of them where there is a
/// pole in between, at which an identity divides by zero and changes its sign.
fn crossing(trial: &mut Objective<'_>, before: (f64, f64), next: (f64, f64)) -> End {
    let value = bracket::root(before, next, 0.0, |value| trial.at(value).unwrap_or(next.1));
    let largest = before.1.abs().max(next.1.abs());
    let stop = match trial.at(value) {
        Ok(miss) if miss.abs() <= largest => None,
        Ok(_) => Some(StopReason::Bounds(trial.pole())),
        Err(stop) => Some(stop),
    };
    match stop {
        None => End {
            value,
            miss: 0.0,
            stop,
        },
        Some(_) => End {
            value: before.0,
            miss: before.1,
            stop,
        },
    }
}

/// Of two walks, the one that reached the target with the smaller change; of two that did not, the one that came nearer.
fn nearer(trial: &Objective<'_>, start: (f64, f64), down: End, up: End) -> Result<Found, Unsolvable> {
    let change = |end: &End| (end.value - start.0).abs();
    let moved = |end: &End| (end.miss - start.1).abs() > NO_EFFECT * trial.goal.abs().max(1e-300);
    let takes_up = match (&down.stop, &up.stop) {
        (None, None) => change(&up) <= change(&down),
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (Some(_), Some(_)) if !moved(&down) && !moved(&up) => return Err(Unsolvable::NoEffect),
        (Some(_), Some(_)) => up.miss.abs() <= down.miss.abs(),
    };
    Ok(if takes_up { up.found() } else { down.found() })
}

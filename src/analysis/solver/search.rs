//! Searches outward from the present rates in both directions, for the nearest that reach the target.

use super::trial::Objective;
use super::{StopReason, Unsolvable};
use crate::analysis::bracket;

/// The unknown found: the answer, or the nearest to it and what stops it there.
pub(super) struct FoundValue {
    pub value: f64,
    pub stopped_by: Option<StopReason>,
}

/// Steps double, so that this many go beyond every possible rate.
const MOST_STEPS: usize = 64;

/// A smaller relative effect counts as none.
const NO_EFFECT: f64 = 1e-12;

pub(super) fn find(trial: &mut Objective<'_>) -> Result<FoundValue, Unsolvable> {
    if trial.has_nothing_to_scale() {
        return Err(Unsolvable::NothingToScale);
    }
    let exact = trial.exact();
    if let Some(value) = exact
        && trial.at(value).is_ok()
    {
        return Ok(FoundValue {
            value,
            stopped_by: None,
        });
    }
    let start = start(trial)?;
    if start.1.abs() <= 0.0 {
        return Ok(FoundValue {
            value: start.0,
            stopped_by: None,
        });
    }
    if let Some(value) = exact {
        // It is out of reach: go as far towards it as possible.
        return Ok(towards(trial, start, value).found());
    }
    let step = trial.step();
    let (mut down, mut up) = (
        OutwardSearch::from(start, -step),
        OutwardSearch::from(start, step),
    );
    while (down.ahead.is_none() || up.ahead.is_none()) && !down.crosses() && !up.crosses() {
        down.go_on(trial);
        up.go_on(trial);
    }
    nearer(trial, start, down, up)
}

/// The present rates, or all zero if those are impossible.
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

/// Where the search in one direction ended.
struct End {
    value: f64,
    /// The target's level there, minus the level that meets it.
    miss: f64,
    /// `None` if it ended at the target.
    stop: Option<StopReason>,
}

impl End {
    fn found(self) -> FoundValue {
        FoundValue {
            value: self.value,
            stopped_by: self.stop,
        }
    }
}

/// The last possible unknown between a possible and an impossible one.
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

/// Doubling steps in one direction, until the target is bracketed or no rate is possible any more.
struct OutwardSearch {
    /// The last possible unknown on this side of the target, with its miss.
    before: (f64, f64),
    step: f64,
    /// Steps left.
    left: usize,
    /// How the next step ends the search, once it does.
    ahead: Option<Ahead>,
}

/// How stepping outward ends.
enum Ahead {
    /// Past the target: the unknown there, with its miss.
    Target((f64, f64)),
    /// At an impossible unknown.
    Bound(f64),
    /// Without effect: further rates hardly move the target.
    Nothing,
}

/// Whether the target lies between two unknowns, the first of which misses it, or at the second.
fn is_between(miss: f64, other: f64) -> bool {
    (miss < 0.0) != (other < 0.0) || other.abs() <= 0.0
}

impl OutwardSearch {
    const fn from(start: (f64, f64), step: f64) -> Self {
        Self {
            before: start,
            step,
            left: MOST_STEPS,
            ahead: None,
        }
    }

    const fn crosses(&self) -> bool {
        matches!(self.ahead, Some(Ahead::Target(_)))
    }

    /// Takes one step further, if any are left.
    fn go_on(&mut self, trial: &mut Objective<'_>) {
        if self.ahead.is_some() {
            return;
        }
        let value = self.before.0 + self.step;
        self.ahead = match trial.at(value) {
            Ok(miss) if is_between(self.before.1, miss) => Some(Ahead::Target((value, miss))),
            Ok(miss) => {
                self.before = (value, miss);
                self.step *= 2.0;
                self.left -= 1;
                (self.left == 0).then_some(Ahead::Nothing)
            }
            Err(_) => Some(Ahead::Bound(value)),
        };
    }

    /// Where the search ends: at the target, or where no rate is possible any more.
    fn end(self, trial: &mut Objective<'_>) -> End {
        match self.ahead {
            Some(Ahead::Target(next)) => crossing(trial, self.before, next),
            Some(Ahead::Bound(value)) => {
                let end = towards(trial, self.before, value);
                if is_between(self.before.1, end.miss) {
                    crossing(trial, self.before, (end.value, end.miss))
                } else {
                    end
                }
            }
            Some(Ahead::Nothing) | None => End {
                value: self.before.0,
                miss: self.before.1,
                stop: Some(StopReason::Exhausted),
            },
        }
    }
}

/// The root between two unknowns that miss the target on either side; stops at the first of them if there is a pole
/// in between, where an identity divides by zero and changes sign.
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

/// The better of two searches: the one that reached the target with the smaller change or, if neither did, came
/// nearer.
fn nearer(
    trial: &mut Objective<'_>,
    start: (f64, f64),
    down: OutwardSearch,
    up: OutwardSearch,
) -> Result<FoundValue, Unsolvable> {
    let change = |value: f64| (value - start.0).abs();
    let up_first = up.crosses() || !down.crosses();
    let (first, mut other) = if up_first { (up, down) } else { (down, up) };
    let end = first.end(trial);
    let reach = if end.stop.is_none() {
        change(end.value)
    } else {
        f64::INFINITY
    };
    while other.ahead.is_none() && change(other.before.0) <= reach {
        other.go_on(trial);
    }
    // Finding where the other one ends takes long, and is pointless if it is already further away.
    if change(other.before.0) > reach {
        return Ok(end.found());
    }
    let other = other.end(trial);
    let (down, up) = if up_first { (other, end) } else { (end, other) };
    let moved = |end: &End| (end.miss - start.1).abs() > NO_EFFECT * trial.goal.abs().max(1e-300);
    let takes_up = match (&down.stop, &up.stop) {
        (None, None) => change(up.value) <= change(down.value),
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (Some(_), Some(_)) if !moved(&down) && !moved(&up) => return Err(Unsolvable::NoEffect),
        (Some(_), Some(_)) => up.miss.abs() <= down.miss.abs(),
    };
    Ok(if takes_up { up.found() } else { down.found() })
}

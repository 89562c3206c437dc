//! From the rates as they are, outward in both directions, to the first that reach the target.

use super::trial::Objective;
use super::{StopReason, Unsolvable};
use crate::analysis::bracket;

/// The unknown that was found: the answer, or the nearest to it and what stops it there.
pub(super) struct FoundValue {
    pub value: f64,
    pub stopped_by: Option<StopReason>,
}

/// Steps double, so this many lead beyond every rate that a lever can have.
const MOST_STEPS: usize = 64;

/// What moves a target by less than this, relatively, does not move it.
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
        // It lies beyond what is possible: as far towards it as can be gone.
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

/// Where the search in one direction ended.
struct End {
    value: f64,
    /// The target's level there, less the one that meets it.
    miss: f64,
    /// Nothing if it ended at the target.
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

/// Steps in one direction that double, until the target lies between two of them or no rate is possible any more.
struct OutwardSearch {
    /// The last possible unknown on this side of the target, with its miss.
    before: (f64, f64),
    step: f64,
    /// How many steps may still be taken.
    left: usize,
    /// What the next step leads to, once that is not just further on.
    ahead: Option<Ahead>,
}

/// What ends the steps outward.
enum Ahead {
    /// The other side of the target: the unknown there, with its miss.
    Target((f64, f64)),
    /// An unknown that is not possible.
    Bound(f64),
    /// Nothing: further rates hardly move the target any more.
    Nothing,
}

/// Whether the target lies between one that misses it and another, or is reached by that.
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

    /// One step further, if there is one to take.
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

    /// Where it ends: at the target, or where no rate is possible any more.
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

/// Of two searches, the one that reached the target with the smaller change; of two that did not, the one that came nearer.
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
    // Where the other one ends takes a long search, and says nothing where it is further away already.
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

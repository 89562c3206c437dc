//! How a line shows what its values rest on, so that it can be told at a glance, in colour and in grey.

use super::drawing::{Form, Ink, Stroke};
use super::{Role, Series};
use crate::model::Origin;

/// A stretch of a scenario's line: what the values at its end rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Strand {
    /// Data: actuals, what lies between them, and what follows from them, also where another input is assumed. Solid and
    /// dark.
    Known,
    /// Stated rates, at least in part. Dashed.
    Set,
    /// Nothing was entered: the plan's even path. Dotted and grey.
    Assumed,
}

impl Strand {
    /// All of them, in the order of the legend.
    pub const ALL: [Self; 3] = [Self::Known, Self::Set, Self::Assumed];

    /// The strand that ends in a value of this origin; `has_data` tells whether its year is not after the last data.
    #[must_use]
    pub const fn of(origin: Origin, has_data: bool) -> Self {
        match origin {
            Origin::Base | Origin::Actual | Origin::Interpolated | Origin::Implied => Self::Known,
            Origin::PartlyAssumed if has_data => Self::Known,
            Origin::PartlyAssumed | Origin::Projected => Self::Set,
            Origin::Assumed => Self::Assumed,
        }
    }

    /// Its colour.
    #[must_use]
    pub const fn ink(self) -> Ink {
        match self {
            Self::Known => Ink::Text,
            Self::Set => Ink::Role(Role::Scenario),
            Self::Assumed => Ink::Weak,
        }
    }

    /// Its dashes.
    #[must_use]
    pub const fn stroke(self) -> Stroke {
        match self {
            Self::Known => Stroke::Solid,
            Self::Set => Stroke::Dashed(7.0),
            Self::Assumed => Stroke::Dotted,
        }
    }

    /// The id of what it is called in a legend.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Known => "strand-known",
            Self::Set => "strand-set",
            Self::Assumed => "strand-assumed",
        }
    }
}

/// The mark of a value: form, whether it is hollow, and its colour. None for what is derived from data, which has no
/// figure of its own.
#[must_use]
pub const fn dot(origin: Origin, has_data: bool) -> Option<(Form, bool, Ink)> {
    match origin {
        Origin::Base | Origin::Actual => Some((Form::Circle, false, Ink::Text)),
        Origin::Interpolated => Some((Form::Circle, true, Ink::Text)),
        Origin::Implied => None,
        Origin::PartlyAssumed if has_data => None,
        Origin::PartlyAssumed | Origin::Projected => Some((Form::Circle, false, Ink::Role(Role::Scenario))),
        Origin::Assumed => Some((Form::Circle, true, Ink::Weak)),
    }
}

impl Series {
    /// The stretches of the line, each with its points in the values of the axes; neighbours share a point.
    #[must_use]
    pub fn strands(&self) -> Vec<(Strand, Vec<(f64, f64)>)> {
        let mut strands: Vec<(Strand, Vec<(f64, f64)>)> = Vec::new();
        for pair in self.points.windows(2) {
            let (from, to) = (&pair[0], &pair[1]);
            let strand = Strand::of(to.origin, to.has_data);
            let at = |point: &super::Point| (f64::from(point.year), point.value);
            match strands.last_mut() {
                Some((last, points)) if *last == strand => points.push(at(to)),
                _ => strands.push((strand, vec![at(from), at(to)])),
            }
        }
        strands
    }
}

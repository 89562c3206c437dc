//! How a line shows what its values rest on, legible at a glance in colour and in greyscale.

use super::drawing::{ColorRole, MarkShape, Stroke};
use super::{ChartSeries, DataPoint, Role};
use crate::model::Origin;

/// A stretch of a scenario's line, classified by what the value at its end rests on.
///
/// Three line styles separate what has happened, what was decided and what is only assumed; marks separate actuals from
/// interpolated and derived values. The name of each says more than its look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LineStretch {
    /// Actuals and interpolated values between them. Solid and dark.
    Known,
    /// Derived from actuals of other indicators. Solid and dark.
    Derived,
    /// The same, with another input assumed. Solid, dark and thin.
    DerivedInPart,
    /// Stated rates. Dashed.
    Set,
    /// Stated rates combined with assumed ones. Dashed and thin, without marks.
    SetInPart,
    /// Nothing was entered: the plan's even path. Dotted and grey.
    Assumed,
}

impl LineStretch {
    /// All of them, in legend order.
    pub const ALL: [Self; 6] = [
        Self::Known,
        Self::Derived,
        Self::DerivedInPart,
        Self::Set,
        Self::SetInPart,
        Self::Assumed,
    ];

    /// The strand that ends in a value of this origin; `has_data` says whether the value rests on data, at least in
    /// part.
    #[must_use]
    pub const fn of(origin: Origin, has_data: bool) -> Self {
        match origin {
            Origin::Base | Origin::Actual | Origin::Interpolated => Self::Known,
            Origin::Implied => Self::Derived,
            Origin::PartlyAssumed if has_data => Self::DerivedInPart,
            Origin::PartlyAssumed => Self::SetInPart,
            Origin::Projected => Self::Set,
            Origin::Assumed => Self::Assumed,
        }
    }

    /// Its colour.
    #[must_use]
    pub const fn ink(self) -> ColorRole {
        match self {
            Self::Known | Self::Derived | Self::DerivedInPart => ColorRole::Text,
            Self::Set | Self::SetInPart => ColorRole::Role(Role::Scenario),
            Self::Assumed => ColorRole::Weak,
        }
    }

    /// Its dashes.
    #[must_use]
    pub const fn stroke(self) -> Stroke {
        match self {
            Self::Known | Self::Derived | Self::DerivedInPart => Stroke::Solid,
            Self::Set | Self::SetInPart => Stroke::Dashed(7.0),
            Self::Assumed => Stroke::Dotted,
        }
    }

    /// Line width in points; partly assumed strands are thinner.
    #[must_use]
    pub const fn width(self) -> f32 {
        match self {
            Self::DerivedInPart | Self::SetInPart => Role::Scenario.width() * 0.5,
            Self::Known | Self::Derived | Self::Set | Self::Assumed => Role::Scenario.width(),
        }
    }

    /// The mark of its points, if it has any.
    #[must_use]
    pub const fn mark(self) -> Option<(MarkShape, bool)> {
        match self {
            Self::Known | Self::Set => Some((MarkShape::Circle, false)),
            Self::Assumed => Some((MarkShape::Circle, true)),
            // A value resting on several inputs has no figure of its own. Having no marks also tells it from a set rate
            // without colour.
            Self::Derived | Self::DerivedInPart | Self::SetInPart => None,
        }
    }

    /// The mark of its points where no line, and so no dashes, can tell them apart: a shape of its own.
    #[must_use]
    pub const fn lone_mark(self) -> (MarkShape, bool) {
        match self {
            Self::Known => (MarkShape::Circle, false),
            Self::Derived => (MarkShape::Square, false),
            Self::DerivedInPart => (MarkShape::Tip, false),
            Self::Set => (MarkShape::Diamond, false),
            Self::SetInPart => (MarkShape::Triangle, false),
            Self::Assumed => (MarkShape::Tick, false),
        }
    }

    /// The message id of its name in a legend.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Known => "strand-known",
            Self::Derived => "strand-derived",
            Self::DerivedInPart => "strand-derived-in-part",
            Self::Set => "strand-set",
            Self::SetInPart => "strand-set-in-part",
            Self::Assumed => "strand-assumed",
        }
    }
}

/// A value's mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// The value.
    pub point: DataPoint,
    /// Its form.
    pub form: MarkShape,
    /// Whether only the outline is drawn.
    pub is_hollow: bool,
    /// Its colour.
    pub ink: ColorRole,
}

impl DataPoint {
    /// The strand it ends.
    #[must_use]
    pub const fn strand(&self) -> LineStretch {
        LineStretch::of(self.origin, self.has_data)
    }
}

impl Dot {
    /// The strand it belongs to.
    #[must_use]
    pub const fn strand(&self) -> LineStretch {
        self.point.strand()
    }

    /// Its position.
    #[must_use]
    pub fn at(&self) -> (f64, f64) {
        (f64::from(self.point.year), self.point.value)
    }
}

impl ChartSeries {
    /// The stretches of the line, each with its points in axis values; neighbours share a point.
    #[must_use]
    pub fn strands(&self) -> Vec<(LineStretch, Vec<(f64, f64)>)> {
        let mut strands: Vec<(LineStretch, Vec<(f64, f64)>)> = Vec::new();
        for pair in self.points.windows(2) {
            let (from, to) = (&pair[0], &pair[1]);
            let strand = to.strand();
            let at = |point: &DataPoint| (f64::from(point.year), point.value);
            match strands.last_mut() {
                Some((last, points)) if *last == strand => points.push(at(to)),
                _ => strands.push((strand, vec![at(from), at(to)])),
            }
        }
        strands
    }

    /// The marks of the line. Derived values have none, as they have no figure of their own; assumed values have one
    /// only at the end, as the years between were not entered. Where no line is drawn (`all`), every value has one, in
    /// a shape of its own.
    #[must_use]
    pub fn dots(&self, all: bool) -> Vec<Dot> {
        let following = self.points.iter().skip(1).map(|point| Some(point.origin));
        let marked = self.points.iter().zip(following.chain([None]));
        let dots = marked.filter_map(|(point, next)| {
            let strand = point.strand();
            if !all && strand == LineStretch::Assumed && next == Some(Origin::Assumed) {
                return None;
            }
            let (form, is_hollow) = if all { strand.lone_mark() } else { strand.mark()? };
            Some(Dot {
                point: *point,
                form,
                is_hollow: is_hollow || point.origin == Origin::Interpolated,
                ink: strand.ink(),
            })
        });
        dots.collect()
    }
}

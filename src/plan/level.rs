//! What levels are relative to, without a base value and for identities.

use super::{Expression, Form, Indicator, IndicatorIx, Scale};
use crate::text::Language;

/// Largest level as a multiple of the base (at least 1); beyond, it is an error and soon overflows.
pub(crate) const LARGEST_MULTIPLE: f64 = 1e18;

/// What an indicator's levels are relative to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelKind {
    /// Levels in the indicator's unit.
    Absolute,
    /// Levels relative to the base year, which is 100.
    Index,
    /// Points from the base year, whose level is unknown.
    Change,
    /// No levels: a base value is missing, or an identity needs one.
    Unknown,
}

impl Indicator {
    /// A lever's base-year start: the given level, else the plan's, else an index or change if sensible. Counts start
    /// from 0.
    #[must_use]
    pub fn start(&self, own_base: Option<f64>) -> (LevelKind, f64) {
        if let Some(base) = own_base.or(self.base) {
            return (LevelKind::Absolute, base);
        }
        let has = |is: fn(Form) -> bool| self.targets.iter().any(|target| is(target.form));
        match self.scale {
            // A level target cannot be judged on an index.
            Scale::Ratio if has(|form| form.is_level() || matches!(form, Form::Change(_))) => {
                (LevelKind::Unknown, f64::NAN)
            }
            Scale::Ratio => (LevelKind::Index, 100.0),
            Scale::Points if has(Form::is_level) => (LevelKind::Unknown, f64::NAN),
            Scale::Points if has(Form::counts_from_zero) => (LevelKind::Absolute, 0.0),
            Scale::Points => (LevelKind::Change, 0.0),
        }
    }

    /// The level kind of a derived indicator, given that of its identity: an index cannot be judged against a target
    /// in the indicator's unit, unless that is an index.
    #[must_use]
    pub fn derived_kind(&self, identity: LevelKind) -> LevelKind {
        let asks_for_level = |form: Form| form.is_level() || matches!(form, Form::Change(_));
        if identity == LevelKind::Index
            && self.targets.iter().any(|target| asks_for_level(target.form))
            && !self.unit_is_index()
        {
            return LevelKind::Unknown;
        }
        identity
    }

    /// Whether the plan's unit is an index.
    fn unit_is_index(&self) -> bool {
        [Language::English, Language::Chinese].iter().any(|language| {
            let unit = self.unit.get(*language);
            unit.contains("指数") || unit.to_lowercase().contains("index")
        })
    }
}

impl Expression {
    /// The level kind of an identity, given those of its inputs.
    #[must_use]
    pub fn level_kind(&self, of: impl Fn(IndicatorIx) -> LevelKind) -> LevelKind {
        let mut has_index = false;
        for input in self.inputs() {
            match of(input) {
                LevelKind::Absolute => {}
                LevelKind::Index => has_index = true,
                LevelKind::Change | LevelKind::Unknown => return LevelKind::Unknown,
            }
        }
        if !has_index {
            LevelKind::Absolute
        } else if self.scales_with(|input| of(input) == LevelKind::Index) {
            LevelKind::Index
        } else {
            LevelKind::Unknown
        }
    }
}

//! The targets of a plan, each with its position, its due year and its name.

use super::{Due, Indicator, IndicatorIx, Plan, Target};

/// Index of a target: its indicator, and its position among that indicator's targets. Valid only with its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TargetIx {
    /// The indicator.
    pub indicator: IndicatorIx,
    pub(crate) number: usize,
}

impl Plan {
    /// All targets in plan order.
    pub fn targets(&self) -> impl Iterator<Item = (TargetIx, &Indicator, &Target)> {
        let of = |(ix, indicator)| numbered(ix, indicator).map(move |(at, target)| (at, indicator, target));
        self.iter().flat_map(of)
    }

    /// The targets of one indicator, in the plan's order.
    pub fn targets_of(&self, indicator: IndicatorIx) -> impl Iterator<Item = (TargetIx, &Target)> {
        numbered(indicator, self.get(indicator))
    }

    /// A target by its index.
    #[must_use]
    pub fn target(&self, ix: TargetIx) -> &Target {
        &self.get(ix.indicator).targets[ix.number]
    }

    /// The main target of an indicator: the last due, the first of several.
    #[must_use]
    pub fn main_target(&self, indicator: IndicatorIx) -> Option<(TargetIx, &Target)> {
        let due = |(_, target): &(TargetIx, &Target)| self.due_step(target);
        let last = self.targets_of(indicator).map(|target| due(&target)).max()?;
        self.targets_of(indicator).find(|target| due(target) == last)
    }

    /// The number of years from the base year to the due year; see [`super::Period::due_step`].
    #[must_use]
    pub fn due_step(&self, target: &Target) -> usize {
        self.period().due_step(target)
    }

    /// Calendar year in which a target is due; the last if due every year.
    #[must_use]
    pub fn due_year(&self, target: &Target) -> i32 {
        self.year(self.due_step(target))
    }

    /// A target's command-line name: the indicator's id, with the due year if needed (`ID@2013`), and the form if two
    /// fall due together (`ID@2013:level`). Targets due every year are `ID@each-year`.
    #[must_use]
    pub fn target_name(&self, ix: TargetIx) -> String {
        let indicator = self.get(ix.indicator);
        if indicator.targets.len() == 1 {
            return indicator.id.clone();
        }
        let dated = self.dated_name(ix);
        let is_alone = self
            .targets_of(ix.indicator)
            .all(|(other, _)| other == ix || self.dated_name(other) != dated);
        if is_alone {
            dated
        } else {
            format!("{dated}:{}", self.target(ix).form.name().replace('_', "-"))
        }
    }

    fn dated_name(&self, ix: TargetIx) -> String {
        let target = self.target(ix);
        let id = &self.get(ix.indicator).id;
        match target.due {
            Due::EachYear => format!("{id}@each-year"),
            Due::End | Due::In(_) => format!("{id}@{}", self.due_year(target)),
        }
    }

    /// Finds a target by name. Redundant parts are allowed; a bare id means the only target due in the last year.
    ///
    /// # Errors
    /// The candidate names: none for an unknown id or an indicator without targets, several if ambiguous.
    pub fn find_target(&self, name: &str) -> Result<TargetIx, Vec<String>> {
        let (id, when) = name
            .split_once('@')
            .map_or((name, None), |(id, when)| (id, Some(when)));
        let Some(indicator) = self.find(id) else {
            return Err(Vec::new());
        };
        let form_of = |ix: TargetIx| self.target(ix).form.name().replace('_', "-");
        let is_meant = |ix: TargetIx| match when {
            None => self.due_step(self.target(ix)) == self.steps() && !self.target(ix).is_each_year(),
            Some(when) => {
                let when = when.replace('_', "-");
                let (due, form) = when
                    .split_once(':')
                    .map_or((when.as_str(), None), |(due, form)| (due, Some(form)));
                self.dated_name(ix) == format!("{id}@{due}") && form.is_none_or(|form| form_of(ix) == form)
            }
        };
        let all: Vec<TargetIx> = self.targets_of(indicator).map(|(ix, _)| ix).collect();
        let meant: Vec<TargetIx> = all.iter().copied().filter(|ix| is_meant(*ix)).collect();
        match (&meant[..], &all[..]) {
            ([one], _) => Ok(*one),
            ([], [one]) if when.is_none() => Ok(*one),
            ([], _) => Err(all.into_iter().map(|ix| self.target_name(ix)).collect()),
            _ => Err(meant.into_iter().map(|ix| self.target_name(ix)).collect()),
        }
    }
}

fn numbered(ix: IndicatorIx, indicator: &Indicator) -> impl Iterator<Item = (TargetIx, &Target)> {
    let numbered = indicator.targets.iter().enumerate();
    numbered.map(move |(number, target)| {
        let at = TargetIx {
            indicator: ix,
            number,
        };
        (at, target)
    })
}

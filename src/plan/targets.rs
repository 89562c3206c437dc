//! The targets of a plan, each with its position, its due year and its name.

use super::{Due, Indicator, IndicatorIx, Plan, Target};

/// The position of a target in its plan: of which indicator, and the how manieth of its targets. Valid only together
/// with that plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TargetIx {
    /// The indicator.
    pub indicator: IndicatorIx,
    pub(crate) number: usize,
}

impl Plan {
    /// Every target, in the plan's order.
    pub fn targets(&self) -> impl Iterator<Item = (TargetIx, &Indicator, &Target)> {
        let of = |(ix, indicator)| numbered(ix, indicator).map(move |(at, target)| (at, indicator, target));
        self.iter().flat_map(of)
    }

    /// The targets of one indicator, in the plan's order.
    pub fn targets_of(&self, indicator: IndicatorIx) -> impl Iterator<Item = (TargetIx, &Target)> {
        numbered(indicator, self.get(indicator))
    }

    /// A target by its position.
    #[must_use]
    pub fn target(&self, ix: TargetIx) -> &Target {
        &self.get(ix.indicator).targets[ix.number]
    }

    /// Whether a position is one of this plan's.
    #[must_use]
    pub fn has_target(&self, ix: TargetIx) -> bool {
        self.has(ix.indicator) && ix.number < self.get(ix.indicator).targets.len()
    }

    /// The target that stands for an indicator where only one can be shown: the last to fall due, of several the first.
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

    /// The calendar year in which a target is due; the last for what is due in every year.
    #[must_use]
    pub fn due_year(&self, target: &Target) -> i32 {
        self.year(self.due_step(target))
    }

    /// What a target is called on the command line: the indicator's id where that is enough, else with its due year,
    /// `ID@2013`, and where two forms fall due together with the form as well, `ID@2013:level`. What is due in every year
    /// is `ID@each-year`.
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

    /// The target of that name. A name may say more than is needed, and an id alone stands for the one target due in the
    /// last year.
    ///
    /// # Errors
    /// The names of the targets that could be meant: none for an indicator without targets or an unknown id, several
    /// where the name does not tell them apart.
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

//! Undo and redo.

use crate::plan::IndicatorIx;
use crate::scenario::Scenario;

/// Whether an edit goes on, as while a slider is dragged, or is complete. All edits up to a complete one form one step
/// of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// More will follow.
    Live,
    /// The edit is complete.
    Done,
}

/// What an edit changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A lever's rates were set.
    Rates(IndicatorIx),
    /// A lever went back to the plan or to the saved file.
    Reset(IndicatorIx),
    /// A lever's note was written.
    Note(IndicatorIx),
    /// An annotation was pinned to a year of an indicator's chart, changed or removed.
    Annotation(IndicatorIx, i32),
    /// An indicator's actuals were typed.
    Actuals(IndicatorIx),
    /// An indicator's data source was recorded.
    Series(IndicatorIx),
    /// Actuals were pasted or imported.
    Pasted,
    /// The years left of several levers were set at a pace.
    Continued,
    /// Several levers were set at once.
    Several,
    /// Several levers were set so that every target is reached.
    ReachedAll,
    /// Two levers were set on the feasibility map.
    Mapped(IndicatorIx, IndicatorIx),
    /// A lever's spread was set or removed.
    Spread(IndicatorIx),
    /// The correlation between two levers was set or removed.
    Correlation(IndicatorIx, IndicatorIx),
    /// Who decides a lever's rate was stated.
    Role(IndicatorIx),
    /// Many levers got a spread at once.
    SpreadEverywhere,
    /// The file was read again after another program had changed it.
    Reload,
}

/// What names a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditSubject {
    /// The indicator it was about.
    Indicator(IndicatorIx),
    /// A message id, as the change may affect several indicators.
    Words(&'static str),
}

impl Edit {
    /// What names the change.
    #[must_use]
    pub const fn subject(self) -> EditSubject {
        EditSubject::Words(match self {
            Self::Rates(ix)
            | Self::Reset(ix)
            | Self::Note(ix)
            | Self::Annotation(ix, _)
            | Self::Actuals(ix)
            | Self::Series(ix)
            | Self::Spread(ix)
            | Self::Role(ix) => {
                return EditSubject::Indicator(ix);
            }
            Self::Pasted => "change-pasted",
            Self::Continued => "change-continued",
            Self::Several => "change-several",
            Self::ReachedAll => "change-reached-all",
            Self::Mapped(..) => "change-mapped",
            Self::Correlation(..) => "change-correlation",
            Self::SpreadEverywhere => "change-spread-everywhere",
            Self::Reload => "change-reload",
        })
    }
}

/// Older steps are dropped. Steps share structure, so this many usually cost a few megabytes.
const LONGEST: usize = 1000;
/// Steps are also dropped beyond this total, when each carries a large text of its own.
const MOST_BYTES: usize = 64 << 20;

/// A change and the scenario on its other side: before it while done, after it while undone.
struct HistoryStep {
    change: Edit,
    scenario: Scenario,
    /// Its size beyond what it shares with the step before.
    bytes: usize,
}

/// The steps that led to the current scenario, and those undone.
#[derive(Default)]
pub struct History {
    done: Vec<HistoryStep>,
    undone: Vec<HistoryStep>,
    /// What was undone before the last step began: comes back if that is abandoned, or changes nothing.
    aside: Vec<HistoryStep>,
    /// The last step is still open, for instance during a drag.
    is_open: bool,
}

impl History {
    /// Records an edit before it is carried out. Live edits of one kind become one step. Returns whether a step begins
    /// with this edit.
    pub(super) fn record(&mut self, change: Edit, phase: Phase, before: &Scenario) -> bool {
        let continues = self.is_open && self.done.last().is_some_and(|step| step.change == change);
        if !continues {
            self.aside = std::mem::take(&mut self.undone);
            let bytes = match self.done.last() {
                Some(last) => before.bytes_apart(&last.scenario),
                None => before.bytes_apart(&Scenario::default()),
            };
            self.done.push(HistoryStep {
                change,
                scenario: before.clone(),
                bytes,
            });
            self.forget_the_oldest();
        }
        self.is_open = phase == Phase::Live;
        !continues
    }

    /// Enforces the limits. The last step stays, however large.
    fn forget_the_oldest(&mut self) {
        let mut bytes = self.bytes();
        let mut count = 0;
        while count + 1 < self.done.len() && (self.done.len() - count > LONGEST || bytes > MOST_BYTES) {
            bytes -= self.done[count].bytes;
            count += 1;
        }
        self.done.drain(..count);
    }

    /// About how many bytes the steps take, counting shared data once.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let steps = self.done.iter().chain(&self.undone).chain(&self.aside);
        steps.map(|step| step.bytes).sum()
    }

    /// Drops the last step if it is complete and changed nothing.
    pub(super) fn drop_if_idle(&mut self, now: &Scenario) {
        if self.is_open {
            return;
        }
        if self.done.pop_if(|step| step.scenario == *now).is_some() {
            self.undone.append(&mut self.aside);
        }
        self.aside.clear();
    }

    /// Completes the current step.
    pub(super) fn finish(&mut self, now: &Scenario) {
        if std::mem::take(&mut self.is_open) {
            self.drop_if_idle(now);
        }
    }

    /// Whether an edit goes on, as while something is dragged.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.is_open
    }

    /// Abandons the edit that goes on, as if it had never begun. Returns whether there was one.
    pub(super) fn cancel(&mut self, now: &mut Scenario) -> bool {
        let is_open = std::mem::take(&mut self.is_open);
        if let Some(step) = self.done.pop_if(|_| is_open) {
            *now = step.scenario;
            self.undone = std::mem::take(&mut self.aside);
        }
        is_open
    }

    /// Undo: swaps `now` with the scenario before the last step.
    pub(super) fn undo(&mut self, now: &mut Scenario) {
        self.is_open = false;
        self.aside.clear();
        Self::shift(&mut self.done, &mut self.undone, now);
    }

    /// Redo: the reverse.
    pub(super) fn redo(&mut self, now: &mut Scenario) {
        Self::shift(&mut self.undone, &mut self.done, now);
    }

    fn shift(from: &mut Vec<HistoryStep>, to: &mut Vec<HistoryStep>, now: &mut Scenario) {
        if let Some(mut step) = from.pop() {
            std::mem::swap(now, &mut step.scenario);
            to.push(step);
        }
    }

    /// How many steps there are, done and undone.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.done.len() + self.undone.len()
    }

    /// Whether there are no steps.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many steps are done: the position of the current scenario.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.done.len()
    }

    /// Every state from the beginning to the last that can be redone, where `now` is the current one; one more than
    /// there are steps.
    #[must_use]
    pub fn states<'a>(&'a self, now: &'a Scenario) -> Vec<&'a Scenario> {
        let before = self.done.iter().map(|step| &step.scenario);
        let after = self.undone.iter().rev().map(|step| &step.scenario);
        before.chain([now]).chain(after).collect()
    }

    /// What undo would take back.
    #[must_use]
    pub fn undo_label(&self) -> Option<Edit> {
        self.done.last().map(|step| step.change)
    }

    /// What redo would redo.
    #[must_use]
    pub fn redo_label(&self) -> Option<Edit> {
        self.undone.last().map(|step| step.change)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::built_in;
    use crate::scenario::Rates;
    use crate::text::LocalizedText;

    const LARGE: usize = 3 << 20;

    fn plan_levers() -> Vec<IndicatorIx> {
        let plan = built_in("industrial-upgrading-2011-2015").unwrap().unwrap();
        plan.iter().map(|(ix, _)| ix).collect()
    }

    #[test]
    fn steps_share_what_they_have_in_common() {
        let levers = plan_levers();
        let mut now = Scenario::default();
        now.notes.set(levers[0], LocalizedText::Plain("n".repeat(LARGE)));
        let mut history = History::default();
        for press in 0..1050 {
            history.record(Edit::Rates(levers[1]), Phase::Done, &now);
            now.rates.set(levers[1], Rates::Constant(f64::from(press)));
        }
        assert_eq!(history.len(), LONGEST);
        assert!(history.bytes() < 2 * LARGE, "{}", history.bytes());
        // All of them share one text.
        let texts = history
            .states(&now)
            .into_iter()
            .filter_map(|state| state.notes.get(levers[0]));
        let mut texts: Vec<*const LocalizedText> = texts.map(std::ptr::from_ref).collect();
        texts.dedup();
        assert_eq!(texts.len(), 1);
    }

    #[test]
    fn what_was_undone_survives_edits_that_come_to_nothing() {
        let lever = plan_levers()[0];
        let mut now = Scenario::default();
        let mut history = History::default();
        history.record(Edit::Rates(lever), Phase::Done, &now);
        now.rates.set(lever, Rates::Constant(1.0));
        history.drop_if_idle(&now);
        history.undo(&mut now);
        // Taken back by Esc.
        history.record(Edit::Rates(lever), Phase::Live, &now);
        now.rates.set(lever, Rates::Constant(2.0));
        assert_eq!(history.redo_label(), None);
        assert!(history.cancel(&mut now));
        assert_eq!(history.redo_label(), Some(Edit::Rates(lever)));
        // Begun and left where it was.
        history.record(Edit::Rates(lever), Phase::Live, &now);
        history.finish(&now);
        history.redo(&mut now);
        assert_eq!(now.rates.get(lever), Some(&Rates::Constant(1.0)));
        // A change that stays ends it.
        history.undo(&mut now);
        history.record(Edit::Rates(lever), Phase::Done, &now);
        now.rates.set(lever, Rates::Constant(3.0));
        history.drop_if_idle(&now);
        assert_eq!(history.redo_label(), None);
        assert_eq!(history.len(), 1);
    }

    #[test]
    fn steps_that_share_nothing_are_bounded_by_bytes() {
        let levers = plan_levers();
        let mut now = Scenario::default();
        let mut history = History::default();
        for press in 0..200_u32 {
            now.notes.set(
                levers[0],
                LocalizedText::Plain("n".repeat(LARGE + press as usize)),
            );
            history.record(Edit::Note(levers[0]), Phase::Done, &now);
        }
        assert!(history.bytes() <= MOST_BYTES);
        assert!(history.len() >= 15, "{}", history.len());
        let mut last = now.clone();
        history.undo(&mut last);
        assert_eq!(last, now);
    }
}

//! Where the tables stand that lie behind the workings of levers: what leads from identities to published figures, targets
//! that are due in every year, and even paths from one due year to the next.

use std::collections::BTreeMap;

use rust_xlsxwriter::RowNum;

use super::{GroupedLine, Layout, Working};
use crate::plan::{Form, Indicator, IndicatorIx, Plan, Target, TargetIx, first_due};

/// Rows that a target takes which is due in every year: whether it is met, progress, and both together.
pub(in crate::export::xlsx) const EACH_YEAR_ROWS: RowNum = 3;

/// What leads from the identity of a derived indicator to its published figures, a row each, in the order in which they
/// stand.
#[derive(Clone, Copy)]
pub(in crate::export::xlsx) enum CorrectionRow {
    /// The level that the identity gives.
    Identity,
    /// Of the next year with a published figure, this one included: that figure by the identity's, or less it.
    Next,
    /// Years from here to that year.
    Years,
    /// What corrects the level of the year: a factor, or points.
    Applied,
}

impl CorrectionRow {
    pub(in crate::export::xlsx) const ALL: [Self; 4] =
        [Self::Identity, Self::Next, Self::Years, Self::Applied];
}

/// Counts of targets, a row each, in the order in which they stand. The sentences that say them would be longer than
/// spreadsheets take if they counted themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::export::xlsx) enum TargetCount {
    Met,
    Close,
    Missed,
    Wrong,
    Assumed,
    Unknown,
    /// Levels cannot be, where a typed figure makes some so.
    Impossible,
    /// All that are judged.
    Judged,
    /// Would be met on set rates.
    OnSet,
    /// Would be met, at least in part on the plan's pace.
    OnPlanPath,
    /// Rest in part on an assumption.
    Partly,
}

impl TargetCount {
    pub(in crate::export::xlsx) const ALL: [Self; 11] = [
        Self::Met,
        Self::Close,
        Self::Missed,
        Self::Wrong,
        Self::Assumed,
        Self::Unknown,
        Self::Impossible,
        Self::Judged,
        Self::OnSet,
        Self::OnPlanPath,
        Self::Partly,
    ];
}

/// The even path of an indicator, stretch by stretch.
pub(in crate::export::xlsx) struct EvenStretch {
    pub ix: IndicatorIx,
    /// The row of the levels that are reached in due years; one row per target follows.
    pub reached: RowNum,
    /// The row of the rates that follow from these, of levers.
    pub on_the_way: RowNum,
    /// The row of the rates in the end: another one where growth is asked of every year.
    pub rates: RowNum,
    /// First and last step of each stretch.
    pub spans: Vec<(usize, usize)>,
}

/// The tables behind the workings of levers.
#[derive(Default)]
pub(super) struct WorkingTables {
    corrections_heading: RowNum,
    corrected: Vec<IndicatorIx>,
    each_year_heading: RowNum,
    each_year: Vec<TargetIx>,
    stretches_heading: RowNum,
    stretches: Vec<EvenStretch>,
    tallies_heading: RowNum,
    /// The place of each among those above: asked for with every cell.
    place_corrected: Vec<usize>,
    place_each_year: BTreeMap<TargetIx, usize>,
    place_stretches: Vec<Option<usize>>,
}

impl WorkingTables {
    pub(super) fn new(layout: &Layout<'_>) -> Self {
        let plan = layout.input.plan;
        let has_levels = |ix: IndicatorIx| layout.input.projection.levels(ix).is_some();
        let each_year: Vec<TargetIx> = layout
            .promises()
            .filter(|promised| promised.target.is_each_year() && has_levels(promised.ix.indicator))
            .map(|promised| promised.ix)
            .collect();
        let is_corrected = |ix: &IndicatorIx| !plan.get(*ix).is_lever() && has_levels(*ix);
        let corrected: Vec<IndicatorIx> = plan.iter().map(|(ix, _)| ix).filter(is_corrected).collect();
        let corrections_heading = layout.below_workings(Working::ALL.len() as RowNum);
        let rows = RowNum::try_from(corrected.len()).unwrap_or(0) * CorrectionRow::ALL.len() as RowNum;
        let each_year_heading = corrections_heading + if rows > 0 { rows + 2 } else { 0 };
        let rows = RowNum::try_from(each_year.len()).unwrap_or(0) * EACH_YEAR_ROWS;
        let stretches_heading = each_year_heading + if rows > 0 { rows + 2 } else { 0 };
        let mut stretches = Vec::new();
        let mut row = stretches_heading + 1;
        for line in layout.with_even_path() {
            let GroupedLine::Indicator(ix, indicator) = line else {
                continue;
            };
            if layout.is_even_throughout(ix) {
                continue;
            }
            let targets = RowNum::try_from(indicator.targets.len()).unwrap_or(0);
            let on_the_way = row + 1 + targets;
            let is_kept = indicator.is_lever() && asks_for_growth_each_year(indicator);
            let rates = on_the_way + RowNum::from(is_kept);
            stretches.push(EvenStretch {
                ix,
                reached: row,
                on_the_way,
                rates,
                spans: spans(plan, indicator),
            });
            row = if indicator.is_lever() {
                rates + 1
            } else {
                on_the_way
            };
        }
        let mut place_corrected = vec![0; plan.indicators.len()];
        for (place, ix) in corrected.iter().enumerate() {
            place_corrected[ix.position()] = place;
        }
        let mut place_stretches = vec![None; plan.indicators.len()];
        for (place, stretch) in stretches.iter().enumerate() {
            place_stretches[stretch.ix.position()] = Some(place);
        }
        Self {
            place_corrected,
            place_each_year: each_year.iter().copied().zip(0..).collect(),
            place_stretches,
            corrections_heading,
            corrected,
            each_year_heading,
            each_year,
            stretches_heading,
            stretches,
            tallies_heading: row + 1,
        }
    }
}

/// Whether growth is asked of every year, so that no year's rate may be lower whatever else is due.
fn asks_for_growth_each_year(indicator: &Indicator) -> bool {
    let asks = |target: &Target| target.is_each_year() && matches!(target.form, Form::AverageGrowth(_));
    indicator.targets.iter().any(asks)
}

/// From one due year to the next.
fn spans(plan: &Plan, indicator: &Indicator) -> Vec<(usize, usize)> {
    let mut ends: Vec<usize> = indicator
        .targets
        .iter()
        .map(|target| first_due(plan.period(), target))
        .collect();
    ends.sort_unstable();
    ends.dedup();
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(ends.iter().copied()).collect()
}

impl Layout<'_> {
    /// The row of the heading over what corrects identities, and the indicators that have these.
    pub(in crate::export::xlsx) fn corrections(&self) -> (RowNum, &[IndicatorIx]) {
        (self.further.corrections_heading, &self.further.corrected)
    }

    pub(in crate::export::xlsx) fn correction_row(
        &self,
        ix: IndicatorIx,
        correction: CorrectionRow,
    ) -> RowNum {
        let place = RowNum::try_from(self.further.place_corrected[ix.position()]).unwrap_or(0);
        let before = place * CorrectionRow::ALL.len() as RowNum + correction as RowNum;
        self.further.corrections_heading + 1 + before
    }

    /// The row of the heading over targets that are due in every year, and these; none without levels.
    pub(in crate::export::xlsx) fn each_year(&self) -> (RowNum, &[TargetIx]) {
        (self.further.each_year_heading, &self.further.each_year)
    }

    /// The first row of a target that is due in every year: whether each year meets it. Below it is the progress of each
    /// year, and the sum of both, by which the worst year is found.
    pub(in crate::export::xlsx) fn each_year_row(&self, ix: TargetIx) -> RowNum {
        let place = self.further.place_each_year.get(&ix).copied();
        let place = RowNum::try_from(place.unwrap_or(0)).unwrap_or(0);
        self.further.each_year_heading + 1 + place * EACH_YEAR_ROWS
    }

    /// The step that is judged of a target that is due in every year, as other sheets name it.
    pub(in crate::export::xlsx) fn worst_from_afar(&self, ix: TargetIx) -> String {
        self.further_from_afar(self.each_year_row(ix) + 2, self.input.plan.steps() + 1)
    }

    /// Whether a target that is due in every year is met in each of them, 1 or 0, as other sheets name it.
    pub(in crate::export::xlsx) fn met_from_afar(&self, ix: TargetIx, step: usize) -> String {
        self.further_from_afar(self.each_year_row(ix), step)
    }

    /// The row of the heading over counts of targets.
    pub(in crate::export::xlsx) fn tallies_heading(&self) -> RowNum {
        self.further.tallies_heading
    }

    pub(in crate::export::xlsx) fn tally_row(&self, tally: TargetCount) -> RowNum {
        self.further.tallies_heading + 1 + tally as RowNum
    }

    /// A count of all targets or of the binding ones, as other sheets name it.
    pub(in crate::export::xlsx) fn tally_from_afar(&self, tally: TargetCount, is_binding: bool) -> String {
        self.further_from_afar(self.tally_row(tally), usize::from(is_binding))
    }

    /// The row of the heading over even paths from one due year to the next, and these.
    pub(in crate::export::xlsx) fn all_stretches(&self) -> (RowNum, &[EvenStretch]) {
        (self.further.stretches_heading, &self.further.stretches)
    }

    /// The even path of an indicator that goes from one due year to the next; nothing where one rate leads all the way.
    pub(in crate::export::xlsx) fn stretches(&self, ix: IndicatorIx) -> Option<&EvenStretch> {
        let place = self.further.place_stretches.get(ix.position()).copied()?;
        Some(&self.further.stretches[place?])
    }
}

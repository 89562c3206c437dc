//! The Track screen: progress so far, what the years left would need, and ways to set them. Jobs compute maps and
//! searches, never command handling or drawing.

mod map;
mod remaining_years;
mod seek;

use map::Axes;
pub use map::{MapAxis, MapShown};
pub use seek::GoalSeekResult;

use super::analysis::{Analysis, Asked};
use super::{Phase, Screen, Session};
use crate::analysis::RateRule;
use crate::analysis::feasibility::{Feasibility, FeasibilityError};
use crate::analysis::solver::{ReachedAll, Request, SolveMode};
use crate::model::{Ledger, ParameterId, ParameterKind};
use crate::plan::{IndicatorIx, TargetIx};
use crate::text::choices;

choices! {
    /// The pages of the Track screen.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum TrackPage {
        /// Official progress of every target, and one of them in detail.
        #[default]
        Ledger = "track-page-ledger",
        /// Actuals: typing, pasting and importing.
        Actuals = "track-page-actuals",
        /// Which pairs of rates meet which targets.
        Map = "track-page-map",
    }
    /// The message id of its name.
    fn label
}

/// Commands of the Track screen, except for actuals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TrackCommand {
    /// Bring a page to the front.
    ShowPage(TrackPage),
    /// Show this target in detail, and select its indicator.
    Select(TargetIx),
    /// Set the years after the last actual.
    Continue {
        /// This lever, or, if `None`, every lever that has such a pace.
        lever: Option<IndicatorIx>,
        /// At this pace.
        pace: RateRule,
    },
    /// Reach the target by turning these rates.
    Turn(ParameterId),
    /// How to turn them.
    SetWay(SolveMode),
    /// Set the rates found.
    TakeAnswer,
    /// Compute the rates that reach all targets, or close them.
    ShowReachAll(bool),
    /// Set them.
    TakeReachAll,
    /// Put this lever on an axis of the map.
    SetAxis(MapAxis, ParameterId),
    /// Set both levers of the map: the rates for the years left on the horizontal and the vertical axis.
    MapTo {
        /// The two rates.
        rates: (f64, f64),
        /// Whether more edits follow.
        phase: Phase,
    },
}

/// Everything about the Track screen that is not part of a document.
#[derive(Default)]
pub(super) struct Tracking {
    page: TrackPage,
    /// The target shown in detail, by name.
    selected: Option<String>,
    turned: Option<ParameterId>,
    way: Option<SolveMode>,
    sought: Analysis<Request, GoalSeekResult>,
    all: Analysis<(), ReachedAll>,
    axes: [Option<(String, ParameterKind)>; 2],
    map: Analysis<Axes, MapShown>,
    /// Counts maps.
    maps: u64,
}

/// Results of Track jobs, each with its question.
pub(super) enum TrackEvent {
    Map(Asked<Axes>, Result<Box<Feasibility>, FeasibilityError>),
    Sought(Asked<Request>, Box<GoalSeekResult>),
    ReachedAll(Asked<()>, Box<ReachedAll>),
}

impl Session {
    /// The page of the Track screen that is in front.
    #[must_use]
    pub const fn track_page(&self) -> TrackPage {
        self.tracking.page
    }

    /// The target shown in detail: the one chosen, or the first with actuals, binding ones first, or the plan's first.
    /// `None` for a plan without targets.
    #[must_use]
    pub fn tracked(&self) -> Option<TargetIx> {
        let document = self.document();
        let plan = document.plan();
        let chosen = self
            .tracking
            .selected
            .as_ref()
            .and_then(|name| plan.find_target(name).ok());
        let has_actuals = |ledger: &&Ledger| ledger.last_actual > 0;
        let under_way = || document.ledgers().iter().find(has_actuals);
        chosen
            .or_else(|| under_way().map(|ledger| ledger.target))
            .or_else(|| plan.targets().next().map(|(ix, ..)| ix))
    }

    /// The ledger of a target.
    #[must_use]
    pub fn ledger_of(&self, target: TargetIx) -> Option<&Ledger> {
        self.document().evaluation().ledger(target)
    }

    pub(super) fn on_track(&mut self, command: TrackCommand) {
        match command {
            TrackCommand::ShowPage(page) => {
                self.tracking.page = page;
                self.view.screen = Screen::Track;
            }
            TrackCommand::Select(ix) => {
                self.track(ix);
                self.view.select(self.documents.active().plan(), ix.indicator);
            }
            TrackCommand::Continue { lever, pace } => self.go_on(lever, pace),
            TrackCommand::Turn(parameter) => self.tracking.turned = Some(parameter),
            TrackCommand::SetWay(way) => self.tracking.way = Some(way),
            TrackCommand::TakeAnswer => self.take_answer(),
            TrackCommand::ShowReachAll(true) => self.work_out_all(),
            TrackCommand::ShowReachAll(false) => self.put_away_all(),
            TrackCommand::TakeReachAll => self.take_all(),
            TrackCommand::SetAxis(axis, parameter) => self.set_axis(axis, parameter),
            TrackCommand::MapTo { rates, phase } => self.map_to(rates, phase),
        }
    }

    fn track(&mut self, ix: TargetIx) {
        self.tracking.selected = Some(self.document().plan().target_name(ix));
        self.tracking.turned = None;
    }

    /// Shows a target of the indicator selected anywhere; the one shown stays if it is the indicator's own, or if that
    /// has none.
    pub(super) fn track_selected(&mut self, indicator: IndicatorIx) {
        if self.tracked().is_some_and(|ix| ix.indicator == indicator) {
            return;
        }
        let first = self.document().plan().targets_of(indicator).next();
        if let Some((ix, _)) = first {
            self.track(ix);
        }
    }

    pub(super) fn on_track_event(&mut self, event: TrackEvent) {
        match event {
            TrackEvent::Map(asked, result) => self.map_worked_out(asked, result),
            TrackEvent::Sought(asked, sought) => {
                self.tracking.sought.answer(asked, *sought);
            }
            TrackEvent::ReachedAll(asked, all) => {
                self.tracking.all.answer(asked, *all);
            }
        }
    }

    /// Refreshes what the page in front shows, if anything about it has changed.
    pub(super) fn refresh_track(&mut self) {
        if self.view.screen != Screen::Track {
            return;
        }
        match self.tracking.page {
            TrackPage::Ledger => self.refresh_answer(),
            TrackPage::Map => self.refresh_map(),
            TrackPage::Actuals => {}
        }
        if self.shows_reach_all() {
            self.work_out_all();
        }
    }
}

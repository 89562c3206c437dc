//! Draws of the scenario in front: where they lead, and how likely targets are met. Jobs make them, at first few and then as
//! many as chosen; while something is dragged, few.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use super::super::analysis::Asked;
use super::super::document::State;
use super::super::job_key::JobKey;
use super::super::jobs::JobLane;
use super::super::{Screen, Session};
use crate::analysis::draws::{DrawsError, MOST_DRAWS, Sampling};
use crate::analysis::ensemble::{CancellableDraws, Ensemble, Study, scramble_size};
use crate::figure::{Histogram, HistogramBin};
use crate::file::{Failure, WorkMonitor};
use crate::model::LANES;
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::Scenario;
use crate::text::Message;
use crate::wording::ChanceBasis;

/// So many draws are made while something is dragged, and first of all after an edit.
pub const QUICK_DRAWS: u64 = 8_192;
/// The numbers of draws offered.
pub const DRAWS_OFFERED: [u64; 3] = [8_192, 131_072, 1_048_576];
/// So many single draws are shown on request.
const SAMPLES: usize = 30;

/// How draws are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrawChoice {
    /// How many.
    pub size: u64,
    /// From which points.
    pub sampling: Sampling,
    /// Whether some single draws are shown.
    pub has_samples: bool,
}

impl Default for DrawChoice {
    fn default() -> Self {
        Self {
            size: DRAWS_OFFERED[1],
            sampling: Sampling::default(),
            has_samples: false,
        }
    }
}

/// What draws led to.
#[derive(Clone, Debug)]
pub struct DrawnScenario {
    /// Quantiles and probabilities.
    pub ensemble: Arc<Ensemble>,
    /// The indicator that the rest is about, if one is shown.
    pub indicator: Option<IndicatorIx>,
    /// How often its level ends where, in the year in which its target is due, or else the last.
    pub bins: Vec<HistogramBin>,
    /// Levels of the first draws, by step, where they were asked for.
    pub samples: Vec<Vec<f64>>,
    /// How long it took, in seconds.
    pub seconds: f64,
}

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::session) struct DrawQuestion {
    choice: DrawChoice,
    indicator: Option<IndicatorIx>,
}

/// An answer, or why there is none.
type DrawAnswer = Result<DrawnScenario, DrawsError>;

/// What was asked of draws, and the last answer.
#[derive(Default)]
pub(in crate::session) struct Chances {
    pub(super) choice: DrawChoice,
    asked: Option<Asked<DrawQuestion>>,
    /// Given up by the user, until something changes.
    stopped: Option<(State, DrawChoice)>,
    /// How many draws the job under way makes.
    under_way: u64,
    shown: Option<(State, DrawQuestion, DrawAnswer)>,
    /// Earlier answers about the same state, fewer draws first.
    earlier: Vec<Arc<Ensemble>>,
}

/// The result of a job.
pub(in crate::session) struct DrawEvent {
    state: State,
    question: DrawQuestion,
    answer: Box<DrawAnswer>,
}

impl Session {
    /// How draws are made.
    #[must_use]
    pub const fn draw_choice(&self) -> DrawChoice {
        self.chances.choice
    }

    /// What the draws of the document in front led to, perhaps in an earlier state, or why nothing could be drawn; nothing
    /// before the first answer, and where no rate is uncertain.
    #[must_use]
    pub fn draws(&self) -> Option<Result<&DrawnScenario, &DrawsError>> {
        let document = self.document();
        let (state, _, answer) = self.chances.shown.as_ref()?;
        let is_shown = state.is_of(document) && document.uncertain().next().is_some();
        is_shown.then_some(answer.as_ref())
    }

    /// The ensemble behind [`Self::draws`].
    #[must_use]
    pub fn ensemble(&self) -> Option<&Ensemble> {
        Some(&self.draws()?.ok()?.ensemble)
    }

    /// Which draws [`Self::draws`] rests on.
    pub(super) fn basis_of_draws(&self) -> ChanceBasis {
        let document = self.document();
        let known = self.chances.shown.as_ref();
        let of_now = known.filter(|(of, ..)| *of == State::of(document));
        match of_now {
            None => ChanceBasis::Earlier,
            Some((_, answered, _)) => {
                let is_full = answered.choice.size >= self.chances.choice.size;
                // While something is dragged, a few draws follow it.
                if is_full && !document.history().is_open() {
                    ChanceBasis::Settled
                } else {
                    ChanceBasis::FewDraws
                }
            }
        }
    }

    /// Ensembles of fewer draws about the same state, fewest first, by which one sees how far a probability has settled.
    #[must_use]
    pub fn earlier_draws(&self) -> &[Arc<Ensemble>] {
        &self.chances.earlier
    }

    /// The indicator that the Uncertainty screen shows: the selected one, or the first whose rate is uncertain.
    #[must_use]
    pub fn drawn_indicator(&self) -> Option<IndicatorIx> {
        let document = self.document();
        let first = document.uncertain().next()?;
        let selected = self.view.selected(document.plan());
        let is_level = |ix: &IndicatorIx| document.projection().levels(*ix).is_some();
        Some(selected.filter(is_level).unwrap_or(first))
    }

    /// Draws what is on screen, if that is out of date. A few draws that are under way are let finish, so that a drag shows
    /// something at all; many are given up as soon as they are about an earlier state.
    pub(in crate::session) fn refresh_chances(&mut self) {
        let screen = self.view.screen;
        let document = self.document();
        if screen == Screen::Report || document.uncertain().next().is_none() {
            return;
        }
        let full = DrawQuestion {
            choice: self.chances.choice,
            indicator: (screen == Screen::Uncertainty)
                .then(|| self.drawn_indicator())
                .flatten(),
        };
        let quick = DrawQuestion {
            choice: DrawChoice {
                size: full.choice.size.min(QUICK_DRAWS),
                ..full.choice
            },
            ..full
        };
        let state = State::of(document);
        let known = self.chances.shown.as_ref().filter(|(of, ..)| *of == state);
        let is_stopped = |(of, choice): &(State, DrawChoice)| *of == state && *choice == full.choice;
        if self.chances.stopped.as_ref().is_some_and(is_stopped) {
            return;
        }
        let has = |question: DrawQuestion| known.is_some_and(|(_, answered, _)| answered.covers(question));
        let is_refused = known.is_some_and(|(.., answer)| answer.is_err());
        // While something is dragged, and where more would be refused as well, a few draws do.
        let is_size = known.is_some_and(|(_, answered, _)| answered.choice.size == full.choice.size);
        if has(full) && is_size || has(quick) && (is_refused || document.history().is_open()) {
            return;
        }
        let next = if has(quick) { full } else { quick };
        let id = document.id();
        let asked = Asked::in_state(state.clone(), next);
        let is_busy = self.jobs.watch(&JobKey::Ensemble(id)).is_some();
        if self.chances.asked.as_ref() == Some(&asked) || is_busy && self.chances.under_way <= QUICK_DRAWS {
            return;
        }
        let reused = known.and_then(|(_, answered, answer)| {
            let is_same =
                answered.choice.size == next.choice.size && answered.choice.sampling == next.choice.sampling;
            let drawn = answer.as_ref().ok().filter(|_| is_same)?;
            Some(Arc::clone(&drawn.ensemble))
        });
        let plan = document.shared_plan();
        let mut scenario = document.scenario().clone();
        // What has nothing left to vary is certain.
        let levers: Vec<IndicatorIx> = scenario.uncertainty.iter().map(|(ix, _)| ix).collect();
        for ix in levers.into_iter().filter(|ix| !document.may_vary(*ix)) {
            scenario.set_spread(ix, None);
        }
        self.chances.asked = Some(asked);
        self.chances.under_way = next.choice.size;
        self.jobs.cancel_where(|key| matches!(key, JobKey::Ensemble(_)));
        self.jobs
            .start(JobKey::Ensemble(id), JobLane::Computing, move |watch| {
                let answer = Box::new(draw(&plan, &scenario, next, reused, watch)?);
                Some(DrawEvent {
                    state,
                    question: next,
                    answer,
                })
            });
    }

    pub(in crate::session) fn on_drawn(&mut self, event: DrawEvent) {
        let DrawEvent {
            state,
            question,
            answer,
        } = event;
        if !state.is_of(self.document()) {
            return;
        }
        let chances = &mut self.chances;
        match chances.shown.take() {
            Some((before, asked, Ok(drawn))) if before == state => {
                let is_more = drawn.ensemble.size < question.choice.size
                    && asked.choice.sampling == question.choice.sampling;
                if is_more {
                    chances.earlier.push(drawn.ensemble);
                } else if drawn.ensemble.size > question.choice.size {
                    chances.earlier.clear();
                }
            }
            _ => chances.earlier.clear(),
        }
        chances.shown = Some((state, question, *answer));
    }

    /// The user has stopped this job: nothing more is drawn until something changes.
    pub(in crate::session) fn stop_draws(&mut self, key: &JobKey) {
        let document = self.document();
        if *key == JobKey::Ensemble(document.id()) {
            self.chances.stopped = Some((State::of(document), self.chances.choice));
        }
    }

    /// Draws from now on like this.
    pub(super) fn set_draws(&mut self, choice: DrawChoice) {
        if choice.size == 0 || choice.size > MOST_DRAWS {
            let help = Message::new("draws-window-size-help").with("most", MOST_DRAWS.to_string());
            self.notices.failed(Failure::Other {
                what: Message::new("draws-window-size"),
                help: Some(help),
            });
            return;
        }
        self.chances.choice = choice;
    }
}

impl DrawQuestion {
    /// Whether an answer to this also answers another.
    fn covers(&self, other: Self) -> bool {
        let is_large = self.choice.size >= other.choice.size;
        let has_samples = self.choice.has_samples || !other.choice.has_samples;
        let is_about = other.indicator.is_none() || self.indicator == other.indicator;
        is_large && has_samples && is_about && self.choice.sampling == other.choice.sampling
    }
}

/// Makes the draws; nothing once they are no longer wanted.
fn draw(
    plan: &Plan,
    scenario: &Scenario,
    question: DrawQuestion,
    known: Option<Arc<Ensemble>>,
    watch: &WorkMonitor,
) -> Option<DrawAnswer> {
    let started = Instant::now();
    let DrawQuestion { choice, indicator } = question;
    let study = match Study::of(plan, scenario, choice.sampling) {
        Ok(study) => study,
        Err(error) => return Some(Err(error)),
    };
    // One core is left for drawing the window.
    let threads =
        std::thread::available_parallelism().map_or(1, |cores| cores.get().saturating_sub(1).max(1));
    let lanes = LANES as u64;
    let blocks = 2 * choice.size.div_ceil(lanes) + 16 * scramble_size(choice.size).div_ceil(lanes);
    watch.expect(blocks / threads as u64 + 1);
    let done = AtomicU64::new(0);
    let is_wanted = || {
        watch.reached(done.fetch_add(1, Ordering::Relaxed));
        !watch.is_cancelled()
    };
    let how = CancellableDraws {
        threads,
        is_wanted: &is_wanted,
    };
    let ensemble = if let Some(known) = known {
        known
    } else {
        let mut ensemble = study.run(choice.size, how)?;
        study.standard_errors(&mut ensemble, how)?;
        Arc::new(ensemble)
    };
    let (mut bins, mut samples) = (Vec::new(), Vec::new());
    if let Some(ix) = indicator {
        let main = plan.main_target(ix).map(|(_, target)| target);
        let step = main.map_or(plan.steps(), |target| plan.due_step(target));
        let levels = study.levels(ix, step, choice.size, how)?;
        let base = ensemble
            .fan(ix)
            .and_then(|fan| fan.quantiles.first())
            .map(|base| base[2]);
        let anchor = main.zip(base).map(|(target, base)| target.form.level(base, step));
        bins = Histogram::bins(&levels, anchor);
        if choice.has_samples {
            let paths = study.paths(SAMPLES.min(usize::try_from(choice.size).unwrap_or(SAMPLES)));
            samples = paths
                .iter()
                .filter_map(|path| path.levels(ix).map(<[f64]>::to_vec))
                .collect();
        }
    }
    Some(Ok(DrawnScenario {
        ensemble,
        indicator,
        bins,
        samples,
        seconds: started.elapsed().as_secs_f64(),
    }))
}

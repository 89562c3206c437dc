//! Implications of the scenario in front. They include goal-seek, so a job computes them, and only while they are on
//! screen.

use super::analysis::Asked;
use super::job_key::JobKey;
use super::jobs::JobLane;
use super::{Page, Screen, Session, TrackPage};
use crate::analysis::{Implication, implications_while};

/// The implications of a document in one state.
pub(super) struct Implied(Asked<()>, Vec<Implication>);

impl Session {
    /// The implications of the scenario in front; empty before they are first computed. While they are being recomputed
    /// ([`JobKey::Implications`]), they are about an earlier state.
    #[must_use]
    pub fn implications(&self) -> &[Implication] {
        let last = self.implications.last(self.document());
        last.map_or(&[], Vec::as_slice)
    }

    /// The implications of the scenario as it is now; `None` if they are not computed.
    #[must_use]
    pub(super) fn implications_now(&self) -> Option<&[Implication]> {
        self.implications.current(self.document()).map(Vec::as_slice)
    }

    /// Computes them if they are on screen and out of date.
    pub(super) fn refresh_implications(&mut self) {
        let screen = self.view.screen;
        // Contradictions in published figures are reported next to what is typed, too.
        let is_shown = (screen == Screen::Explore && self.view.page == Page::Implications)
            || (screen == Screen::Track && self.track_page() == TrackPage::Actuals)
            || screen == Screen::Report;
        let asked = Asked::new(self.document(), ());
        if !is_shown || !self.implications.ask(&asked) {
            return;
        }
        let document = self.document();
        let (id, plan, scenario) = (document.id(), document.shared_plan(), document.scenario().clone());
        let evaluation = document.shared_evaluation();
        self.jobs
            .cancel_where(|key| matches!(key, JobKey::Implications(_)));
        self.jobs
            .start(JobKey::Implications(id), JobLane::Computing, move |watch| {
                let is_wanted = || !watch.is_cancelled();
                let found = implications_while(&plan, &scenario, evaluation.projection(), &is_wanted)?;
                Some(Implied(asked, found))
            });
    }

    pub(super) fn implied(&mut self, Implied(asked, found): Implied) {
        self.implications.answer(asked, found);
    }
}

//! What follows from the scenario in front. Goal-seek is among it, so that it is worked out by a job, and only while
//! somebody looks.

use super::analysis::Asked;
use super::job_key::JobKey;
use super::jobs::Lane;
use super::{Page, Screen, Session, TrackPage};
use crate::analysis::{Implication, implications};

/// What follows from a document in one state.
pub(super) struct Implied(Asked<()>, Vec<Implication>);

impl Session {
    /// What follows from the scenario in front; nothing yet where somebody looks for the first time. While it is worked
    /// out anew ([`JobKey::Implications`]), it is about an earlier state.
    #[must_use]
    pub fn implications(&self) -> &[Implication] {
        let last = self.implications.last(self.document());
        last.map_or(&[], Vec::as_slice)
    }

    /// Has it worked out if anybody looks, unless it is or was.
    pub(super) fn refresh_implications(&mut self) {
        let screen = self.view.screen;
        // Where what was published contradicts itself is said beside what is typed, too.
        let is_shown = (screen == Screen::Explore && self.view.page == Page::Implications)
            || (screen == Screen::Track && self.track_page() == TrackPage::Actuals);
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
            .start(JobKey::Implications(id), Lane::Computing, move |_| {
                let found = implications(&plan, &scenario, evaluation.projection());
                Some(Implied(asked, found))
            });
    }

    pub(super) fn implied(&mut self, Implied(asked, found): Implied) {
        self.implications.answer(asked, found);
    }
}

//! Previews of texts of 200,000 characters finish in time, and a drawing that is no longer needed ends.

use std::sync::Arc;
use std::time::{Duration, Instant};

use planpath::session::{Command, JobKey, Screen, Session};
use planpath::text::Language;
use tempfile::TempDir;

use crate::long_texts::{files, long_texts};

/// Generous, only to end a hang.
const LIMIT: Duration = Duration::from_mins(3);

fn opened(folder: &TempDir, long: &str) -> Session {
    let path = files(folder.path(), long);
    let mut session = crate::on_plan(Session::new(Language::English, Arc::new(|| ())).unwrap());
    session.apply(Command::OpenPath(path.clone()));
    session.wait_for_jobs();
    assert_eq!(session.document().path(), Some(path.as_path()));
    session
}

fn is_drawing(session: &Session) -> bool {
    session.is_at_work(|_| JobKey::Preview)
}

#[test]
fn a_preview_that_nobody_looks_at_is_given_up_and_its_thread_is_free() {
    for long in long_texts() {
        let folder = tempfile::tempdir().unwrap();
        let mut session = opened(&folder, &long);
        let start = Instant::now();
        session.apply(Command::ShowScreen(Screen::Report));
        assert!(is_drawing(&session));
        session.apply(Command::ShowScreen(Screen::Explore));
        assert!(!is_drawing(&session), "nobody looks any more");
        // Work under way does not hold up the next request: one thread draws previews in turn.
        session.apply(Command::ShowScreen(Screen::Report));
        session.wait_for_jobs();
        assert!(session.preview().is_some());
        assert!(session.notices().is_empty());
        assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
    }
}

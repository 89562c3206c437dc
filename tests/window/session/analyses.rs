//! Analyses are jobs: no command waits for one, and the latest state counts.

use super::*;

/// An analysis: the commands that show it, its job, and its result, if any.
type Shown = (
    Vec<Command>,
    fn(DocumentId) -> JobKey,
    fn(&Session) -> Option<String>,
);

#[test]
fn no_command_waits_for_an_analysis_and_the_latest_one_counts() {
    let track = |command| Command::Track(command);
    let analyses: [Shown; 5] = [
        (
            vec![Command::ShowPage(Page::Implications)],
            JobKey::Implications,
            |session| (!session.implications().is_empty()).then(|| format!("{:?}", session.implications())),
        ),
        (
            vec![track(TrackCommand::ShowPage(TrackPage::Map))],
            JobKey::Map,
            |session| session.map().map(|map| format!("{:?}", map.result)),
        ),
        (
            vec![track(TrackCommand::ShowPage(TrackPage::Ledger))],
            JobKey::Seek,
            |session| session.sought().map(|sought| format!("{:?}", sought.result)),
        ),
        (
            vec![
                track(TrackCommand::ShowPage(TrackPage::Ledger)),
                track(TrackCommand::ShowReachAll(true)),
            ],
            JobKey::ReachAll,
            |session| session.reached_all().map(|all| format!("{all:?}")),
        ),
        (
            vec![Command::ShowScreen(planpath::session::Screen::Decompose)],
            JobKey::Decompose,
            |session| session.decomposed().map(|found| format!("{found:?}")),
        ),
    ];
    for (commands, key, shown) in analyses {
        // Straight to the last state, for comparison.
        let mut direct = session();
        set(&mut direct, "value-added", 4.0, Phase::Done);
        for command in commands.clone() {
            direct.apply(command);
        }
        direct.wait_for_jobs();
        let expected = shown(&direct).expect("there is an answer");

        let mut session = session();
        let key = key(session.document().id());
        assert!(session.job(&key).is_none(), "{key:?}: nobody looks yet");
        for command in commands {
            session.apply(command);
        }
        assert!(session.job(&key).is_some(), "{key:?} is a job");
        assert_eq!(shown(&session), None, "{key:?}: no command has waited for it");
        for rate in [9.0, 6.5, 4.0] {
            set(&mut session, "value-added", rate, Phase::Live);
        }
        assert!(session.job(&key).is_some(), "{key:?} is asked anew");
        session.wait_for_jobs();
        assert_eq!(
            shown(&session),
            Some(expected),
            "{key:?}: the latest state counts"
        );
        assert!(session.job(&key).is_none(), "{key:?}: nothing is left to do");
    }
}

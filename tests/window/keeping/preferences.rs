//! Preferences, recent files and hints between runs.

use super::*;

#[test]
fn preferences_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = scenario_in(&folder, "mine.ron");
    let mut session = start(&folder);
    open(&mut session, &path);
    let plan = session.document().plan();
    let (erp, so2) = (plan.find("erp").unwrap(), plan.find("so2").unwrap());
    for command in [
        Command::SetLanguage(Language::Chinese),
        Command::SetTheme(Theme::Dark),
        Command::ZoomIn,
        Command::SetDecimals(Some(3)),
        Command::SetMode(Mode::Annual),
        Command::ToggleChart(erp),
        Command::ToggleChart(so2),
        Command::MoveChart(so2, -1),
        Command::HintSeen(Hint::Year),
    ] {
        session.apply(command);
    }
    let before = session.view().clone();
    drop(session);
    let session = start(&folder);
    let after = session.view();
    assert_eq!(after.language, Language::Chinese);
    assert_eq!(after.theme, Theme::Dark);
    assert!((after.scale - 1.1).abs() < 1e-6);
    assert_eq!(after.decimals, Some(3));
    assert_eq!(after.mode, Mode::Annual);
    let plan = session.document().plan();
    assert_eq!(after.charts(plan), before.charts(plan));
    assert!(after.charts(plan).ends_with(&[so2, erp]));
    assert_eq!(after.hint(), Some(Hint::Lever));
    assert_eq!(session.recent().paths(), [path]);
    // A language requested at start-up applies to that run only.
    let mut session = bare();
    session.keep_in(&places(&folder), true);
    assert_eq!(session.view().language, Language::English);
    drop(session);
    assert_eq!(
        Preferences::load(&places(&folder)).0.language,
        Some(Language::Chinese)
    );
}

#[test]
fn a_session_without_places_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = bare();
    set(&mut session, "value-added", 9.0, Phase::Done);
    session.apply(Command::SetTheme(Theme::Dark));
    drop(session);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_folder_that_cannot_be_written_to_is_reported_once() {
    let folder = tempfile::tempdir().unwrap();
    // A file is where the folders should be.
    fs::write(folder.path().join("state"), "x").unwrap();
    let mut session = bare();
    session.keep_in(&places(&folder), false);
    session.wait_for_jobs();
    for rate in [8.5, 9.0, 9.5] {
        set(&mut session, "value-added", rate, Phase::Done);
    }
    // A thread reports it, at the latest when it ends, which `end` waits for.
    session.end();
    session.poll();
    let failed: Vec<String> = session
        .notices()
        .iter()
        .map(|notice| notice.details(Language::English))
        .collect();
    assert!(failed.len() <= 2, "{failed:?}");
    assert!(failed.iter().any(|text| text.contains("state")), "{failed:?}");
}

#[test]
fn recent_files_come_newest_first_and_go_when_they_are_gone() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (scenario_in(&folder, "1.ron"), scenario_in(&folder, "2.ron"));
    let mut session = bare();
    open(&mut session, &one);
    open(&mut session, &two);
    assert_eq!(session.recent().paths(), [two.clone(), one.clone()]);
    fs::remove_file(&one).unwrap();
    session.apply(Command::CloseFront);
    open(&mut session, &one);
    assert_eq!(session.recent().paths(), [two]);
    assert_eq!(session.notices().len(), 1, "and it is said that it is gone");
    session.apply(Command::ForgetRecent);
    assert!(session.recent().paths().is_empty());
    assert!(!session.is_enabled(&Command::ForgetRecent));
}

#[test]
fn hints_go_once_their_advice_was_followed() {
    let mut session = bare();
    assert_eq!(session.view().hint(), Some(Hint::Lever));
    set(&mut session, "value-added", 9.0, Phase::Live);
    assert_eq!(session.view().hint(), Some(Hint::Lever), "not under a drag");
    session.apply(Command::FinishEdit);
    assert_eq!(session.view().hint(), Some(Hint::Year));
    let lever = session.document().plan().find("erp").unwrap();
    let rates = Rates::Yearly(vec![1.0; 5]);
    session.apply(Command::SetRates {
        lever,
        rates,
        phase: Phase::Done,
    });
    assert_eq!(session.view().hint(), Some(Hint::Target));
    session.apply(Command::Select(lever));
    assert_eq!(session.view().hint(), None);
    let mut session = bare();
    session.apply(Command::HideHints);
    assert_eq!(session.view().hint(), None);
}

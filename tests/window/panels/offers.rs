//! Unsaved work that is offered but cannot be recovered, or is awkward once it is: there is always a way past it.

use planpath::session::{AppDirs, Recovery, RecoveryCopy};
use planpath::text::LocalizedText;

use super::*;

const EN: Language = Language::English;

fn start(places: &AppDirs) -> Harness<'static, App> {
    let places = places.clone();
    let mut window = Harness::builder()
        .with_size(Vec2::new(1280.0, 800.0))
        .with_max_steps(40)
        .build_eframe(move |creation| App::new(creation, None, Some(EN), Some(&places)).unwrap());
    window.state_mut().session_mut().wait_for_jobs();
    window.run();
    window
}

fn scenario(name: &str, plan: &str) -> String {
    format!("(format: 1, name: \"{name}\", plan: \"{plan}\", rates: {{\"value-added\": Constant(9.25)}})")
}

/// What a dead process leaves.
fn leave(places: &AppDirs, scenarios: &[String]) {
    let recovery = Recovery::start(places).unwrap();
    for (n, scenario) in scenarios.iter().enumerate() {
        let copy = RecoveryCopy {
            name: LocalizedText::Plain("left".to_owned()),
            original: None,
            saved_sha256: None,
            written: 1_793_000_000 + n as u64,
            scenario: scenario.clone(),
            folder: places.state.clone(),
            refused: Vec::new(),
            misread: None,
            table: None,
        };
        recovery.write(n as u64, &copy).unwrap();
    }
}

const PLAN: &str = "industrial-upgrading-2011-2015";

/// None of these can be opened: the text is invalid, the plan is gone, the plan has changed.
fn hopeless() -> [String; 3] {
    [
        "(format: 1, name: ".to_owned(),
        scenario("its plan is gone", "gone.ron"),
        scenario("not of this plan", PLAN).replace("value-added", "no-such-lever"),
    ]
}

#[test]
fn a_recovery_that_fails_can_be_skipped() {
    for key in [Key::Escape, Key::Enter] {
        let folder = tempfile::tempdir().unwrap();
        let places = AppDirs::in_folder(folder.path());
        leave(&places, &hopeless());
        for _ in 0..2 {
            let mut window = start(&places);
            let session = window.state().session();
            assert_eq!(session.offers().len(), 3);
            assert!(session.offers().iter().all(|offer| offer.failure().is_some()));
            window.key_press(key);
            window.run();
            assert!(window.state().session().offers().is_empty(), "{key:?}");
            // The window can be worked in, and nothing was deleted.
            let label = name(&window, "value-added", EN);
            enter_field(&mut window, &label);
            type_over(&mut window, "9.5");
            window.key_press(Key::Enter);
            window.run();
            assert_eq!(rate(&window, "value-added"), Some(Rates::Constant(9.5)));
            let session = window.state_mut().session_mut();
            session.apply(Command::Quit);
            session.apply(Command::Answer(planpath::session::PromptAnswer::No));
            session.end();
        }
    }
}

#[test]
fn what_can_be_opened_opens_beside_what_cannot() {
    let folder = tempfile::tempdir().unwrap();
    let places = AppDirs::in_folder(folder.path());
    let mut all = hopeless().to_vec();
    all.push(scenario("sound", PLAN));
    leave(&places, &all);
    let mut window = start(&places);
    // It is the newest, comes first, and has focus.
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(rate(&window, "value-added"), Some(Rates::Constant(9.25)));
    assert_eq!(window.state().session().offers().len(), 3);
    window.key_press(Key::Escape);
    window.run();
    assert!(window.state().session().offers().is_empty());
    drop(window);
    // Its copy, now this window's, is offered again after a crash, and so are the others.
    assert_eq!(start(&places).state().session().offers().len(), 4);
}

/// Such a name once crashed the program at every start that opened its copy.
#[test]
fn work_with_a_name_that_no_title_can_hold_is_taken_up() {
    let folder = tempfile::tempdir().unwrap();
    let places = AppDirs::in_folder(folder.path());
    let long = "long".repeat(50_000);
    leave(
        &places,
        &[scenario("nul\\u{0}name \\u{1b}[31m", PLAN), scenario(&long, PLAN)],
    );
    for is_left_again in [true, false] {
        let mut window = start(&places);
        assert_eq!(window.state().session().offers().len(), 2);
        for _ in 0..2 {
            window.key_press(Key::Enter);
            let mut titles = Vec::new();
            for _ in 0..3 {
                window.step();
                titles.extend(super::documents::titles(&window));
            }
            assert_eq!(titles.len(), 1, "{}", titles.len());
            assert!(!titles[0].contains(char::is_control) && titles[0].chars().count() < 300);
            window.run();
            assert_eq!(rate(&window, "value-added"), Some(Rates::Constant(9.25)));
        }
        let session = window.state_mut().session_mut();
        assert!(session.offers().is_empty() && session.notices().is_empty());
        if !is_left_again {
            // Saved under the suggested name, it is a file like any other.
            let path = folder
                .path()
                .join(session.document().suggested_path().file_name().unwrap());
            session.apply(Command::SaveTo(path.clone()));
            session.wait_for_jobs();
            assert!(!session.document().is_changed());
            assert!(path.is_file());
        }
    }
}

//! Opening, saving and closing, as seen on screen.

use super::*;

#[test]
fn an_example_opens_from_the_menu() {
    let mut harness = usual(Language::English);
    harness.get_by_label("File").click();
    harness.run();
    harness.get_by_label_contains("Open example").click();
    harness.run();
    harness.get_by_label("Growth first").click();
    harness.run();
    assert!(rate(&harness, "steel-cr10").is_some());
}

#[test]
fn closing_a_tab_with_changes_asks_first() {
    for language in Language::ALL {
        let mut harness = usual(language);
        let lever = harness
            .state()
            .session()
            .document()
            .plan()
            .find("value-added")
            .unwrap();
        let edit = Command::SetRates {
            lever,
            rates: Rates::Constant(3.0),
            phase: Phase::Done,
        };
        harness.state_mut().session_mut().apply(edit);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
        harness.run();
        assert_eq!(harness.state().session().documents().len(), 2);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::PageUp);
        harness.run();
        let name = harness.state().session().document().name(language);
        harness
            .get_by_label(&say_with(language, "tab-close", &[("name", &name)]))
            .click();
        harness.run();
        assert!(matches!(
            harness.state().session().question(),
            Some(Prompt::UnsavedChanges(_))
        ));
        harness.get_by_label(&say(language, "answer-cancel")).click();
        harness.run();
        assert_eq!(harness.state().session().question(), None);
        assert_eq!(rate(&harness, "value-added"), Some(Rates::Constant(3.0)));
    }
}

#[test]
fn a_file_opens_by_its_typed_path() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/mid-term-2013.ron");
    let mut harness = usual(Language::English);
    harness.state_mut().session_mut().apply(Command::Open);
    // The system's dialog is for the real window; here only the typed path is used.
    harness.state_mut().session_mut().take_effects();
    harness.run();
    harness.event(egui::Event::Text(path.display().to_string()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.state_mut().session_mut().wait_for_jobs();
    harness.run();
    assert_eq!(harness.state().session().document().path(), Some(path.as_path()));
}

#[test]
fn a_faulty_file_is_explained_until_the_notice_is_dismissed() {
    let mut harness = usual(Language::English);
    harness
        .state_mut()
        .session_mut()
        .apply(Command::OpenPath("no/such/file.ron".into()));
    harness.state_mut().session_mut().wait_for_jobs();
    harness.run();
    assert!(
        harness
            .query_by_label_contains("no such file or folder")
            .is_some()
    );
    harness.get_by_label("Dismiss").click();
    harness.run();
    assert!(
        harness
            .query_by_label_contains("no such file or folder")
            .is_none()
    );
}

#[test]
fn saving_while_typing_saves_what_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("typed.ron");
    let mut harness = usual(Language::English);
    harness
        .state_mut()
        .session_mut()
        .apply(Command::SaveTo(path.clone()));
    harness.state_mut().session_mut().wait_for_jobs();
    harness.run();
    enter_field(&mut harness, "Industrial value added");
    type_over(&mut harness, "7.25");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run();
    harness.state_mut().session_mut().wait_for_jobs();
    harness.run();
    assert_eq!(rate(&harness, "value-added"), Some(Rates::Constant(7.25)));
    assert!(!harness.state().session().document().is_changed());
    assert!(std::fs::read_to_string(&path).unwrap().contains("Constant(7.25)"));
}

/// The window titles set in the last frame.
pub(super) fn titles(harness: &Harness<'_, App>) -> Vec<String> {
    let viewports = harness.output().viewport_output.values();
    let commands = viewports.flat_map(|viewport| &viewport.commands);
    let titles = commands.filter_map(|command| match command {
        egui::ViewportCommand::Title(title) => Some(title.clone()),
        _ => None,
    });
    titles.collect()
}

#[test]
fn no_title_and_no_clipboard_is_given_what_it_cannot_hold() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nul.ron");
    let long = "long".repeat(50_000);
    for name in ["nul\\u{0}name", &long] {
        let text = format!("(format: 1, name: \"{name}\", plan: \"industrial-upgrading-2011-2015\")");
        std::fs::write(&path, text).unwrap();
        let mut harness = usual(Language::English);
        let session = harness.state_mut().session_mut();
        session.apply(Command::OpenPath(path.clone()));
        session.wait_for_jobs();
        harness.run();
        harness.state_mut().session_mut().apply(Command::Duplicate);
        harness.step();
        let titles = titles(&harness);
        assert_eq!(titles.len(), 1, "the copy has a title");
        assert!(titles[0].chars().count() < 300);
        assert!(!titles[0].contains(char::is_control), "{titles:?}");
    }
    let mut harness = usual(Language::English);
    let text = "a\u{0}b\tc\r\n".to_owned();
    harness.state_mut().session_mut().apply(Command::CopyText(text));
    harness.step();
    let copied = &harness.output().platform_output.commands;
    let expected = egui::OutputCommand::CopyText("a\u{FFFD}b\tc\r\n".to_owned());
    assert!(copied.contains(&expected), "{copied:?}");
}

/// A scenario file with a given name.
fn named(folder: &Path, n: usize, name: &str) -> std::path::PathBuf {
    let path = folder.join(format!("{n}.ron"));
    let text = format!("(format: 1, name: \"{name}\", plan: \"industrial-upgrading-2011-2015\")");
    std::fs::write(&path, text).unwrap();
    path
}

fn is_in_the_window(harness: &Harness<'_, App>, label: &str) {
    let window = egui::Rect::from_min_size(egui::Pos2::ZERO, Vec2::new(800.0, 500.0));
    let button = harness.get_by_role_and_label(Role::Button, label).rect();
    assert!(window.contains_rect(button), "{label}: {button:?}");
}

#[test]
fn the_buttons_of_a_question_stay_in_the_window() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().unwrap();
        let places = planpath::session::AppDirs::in_folder(folder.path());
        let start = || {
            let places = places.clone();
            let mut harness = Harness::builder()
                .with_size(Vec2::new(800.0, 500.0))
                .with_max_steps(40)
                .build_eframe(move |creation| {
                    App::new(creation, None, Some(language), Some(&places)).unwrap()
                });
            harness.state_mut().session_mut().wait_for_jobs();
            harness.run();
            harness
        };
        let mut harness = start();
        let long = "Long name ".repeat(400);
        let session = harness.state_mut().session_mut();
        for n in 0..50 {
            let name = if n % 2 == 0 { "short" } else { &long };
            session.apply(Command::OpenPath(named(folder.path(), n, name)));
            session.wait_for_jobs();
            session.apply(Command::Duplicate);
            let lever = session.document().plan().find("value-added").unwrap();
            session.apply(Command::SetRates {
                lever,
                rates: Rates::Constant(3.0),
                phase: Phase::Done,
            });
        }
        session.apply(Command::Quit);
        harness.run();
        assert!(matches!(
            harness.state().session().question(),
            Some(Prompt::UnsavedChanges(unsaved)) if unsaved.len() == 50
        ));
        for answer in ["answer-save", "answer-discard", "answer-cancel"] {
            is_in_the_window(&harness, &say(language, answer));
        }
        // The same for one document with a very long name.
        let session = harness.state_mut().session_mut();
        session.apply(Command::Answer(planpath::session::PromptAnswer::Cancel));
        session.apply(Command::CloseFront);
        harness.run();
        for answer in ["answer-save", "answer-discard", "answer-cancel"] {
            is_in_the_window(&harness, &say(language, answer));
        }
        drop(harness);
        let harness = start();
        assert_eq!(harness.state().session().offers().len(), 50);
        is_in_the_window(&harness, &say(language, "recovery-later"));
    }
}

#[test]
fn the_tab_in_front_is_in_sight() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = usual(Language::English);
    let session = harness.state_mut().session_mut();
    for n in 0..50 {
        session.apply(Command::OpenPath(named(folder.path(), n, "some name")));
        session.wait_for_jobs();
    }
    for n in [49, 0, 25] {
        let id = harness.state().session().documents()[n].id();
        harness.state_mut().session_mut().apply(Command::Show(id));
        harness.run();
        harness.run();
        let close = format!("Close {n}.ron");
        let tab = harness.get_by_role_and_label(Role::Button, &close).rect();
        assert!((0.0..1280.0).contains(&tab.left()), "{n}: {tab:?}");
    }
}

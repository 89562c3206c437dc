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
            Some(Question::UnsavedChanges(_))
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
    // The system's dialog is for the real window; here only the typed path is asked for.
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
            .query_by_label_contains("there is no such file or folder")
            .is_some()
    );
    harness.get_by_label("Dismiss").click();
    harness.run();
    assert!(
        harness
            .query_by_label_contains("there is no such file or folder")
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

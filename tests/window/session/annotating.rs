//! Annotations are pinned, changed and removed in one step each, and go with the file, the history and what is typed.

use planpath::session::{ActualsCommand, AnnotationCommand};
use planpath::text::WebAddress;

use super::*;

fn pin(session: &mut Session, id: &str, year: i32, text: &str) {
    let indicator = lever(session, id);
    session.apply(Command::Annotation(AnnotationCommand::Pin {
        indicator,
        year,
        text: text.to_owned(),
    }));
}

fn pinned(session: &Session, id: &str, year: i32) -> Option<String> {
    let annotations = &session.document().scenario().annotations;
    let text = annotations.get(lever(session, id), year)?;
    Some(text.get(session.view().language).to_owned())
}

fn last_failure(session: &Session) -> Option<String> {
    Some(session.notices().last()?.headline(session.view().language))
}

#[test]
fn each_annotation_is_one_step() {
    let mut session = session();
    pin(&mut session, "energy-intensity", 2013, "  New scope ");
    assert_eq!(pinned(&session, "energy-intensity", 2013).unwrap(), "New scope");
    pin(&mut session, "energy-intensity", 2013, "Newer scope");
    pin(&mut session, "energy-intensity", 2013, "");
    assert_eq!(pinned(&session, "energy-intensity", 2013), None);
    session.apply(Command::Undo);
    assert_eq!(pinned(&session, "energy-intensity", 2013).unwrap(), "Newer scope");
    session.apply(Command::Undo);
    assert_eq!(pinned(&session, "energy-intensity", 2013).unwrap(), "New scope");
    session.apply(Command::Undo);
    assert_eq!(pinned(&session, "energy-intensity", 2013), None);
    assert!(!session.document().is_changed());
    let document = session.document();
    let states = document.history().states(document.scenario());
    let said = differences(document.plan(), states[0], states[1], Language::English);
    assert_eq!(
        said[0].sentence.say(Language::English),
        "Energy intensity of value added 2013: annotation added"
    );
}

#[test]
fn the_other_language_keeps_its_text() {
    let mut session = session();
    pin(&mut session, "erp", 2012, "One text");
    session.apply(Command::SetLanguage(Language::Chinese));
    assert_eq!(pinned(&session, "erp", 2012).unwrap(), "One text");
    let (_folder, path) = folder_with("file.ron");
    let text = fs::read_to_string(&path).unwrap().replace(
        "    plan:",
        r#"    annotations: [(indicator: "erp", year: 2012, text: (zh: "中文", en: "English"))],
    plan:"#,
    );
    fs::write(&path, text).unwrap();
    let mut session = opened(&path);
    pin(&mut session, "erp", 2012, "Changed");
    session.apply(Command::SetLanguage(Language::Chinese));
    assert_eq!(pinned(&session, "erp", 2012).unwrap(), "中文");
    session.apply(Command::Save);
    session.wait_for_jobs();
    let saved = load(&path).unwrap();
    assert_eq!(saved.scenario, *session.document().scenario());
    assert!(saved.text.contains("format: 2"));
}

#[test]
fn what_cannot_be_pinned_is_said() {
    let mut session = session();
    pin(&mut session, "erp", 2012, &"x".repeat(501));
    assert_eq!(pinned(&session, "erp", 2012), None);
    let said = last_failure(&session).unwrap();
    assert!(said.contains("at most 500 characters"), "{said}");
}

#[test]
fn what_is_typed_is_in_the_recovery_copy_and_submitted_before_anything_else() {
    let mut session = session();
    let indicator = lever(&session, "erp");
    let typed = Command::Annotation(AnnotationCommand::Pin {
        indicator,
        year: 2012,
        text: "Half a sen".to_owned(),
    });
    session.apply(Command::Typing(Some(Box::new(typed))));
    assert_eq!(pinned(&session, "erp", 2012), None);
    session.apply(Command::Duplicate);
    session.apply(Command::ShowPrevious);
    assert_eq!(pinned(&session, "erp", 2012).unwrap(), "Half a sen");
}

#[test]
fn an_annotation_goes_with_the_year_it_is_pinned_to() {
    let (_folder, path) = folder_with("file.ron");
    let text = fs::read_to_string(&path).unwrap().replace(
        "\"rd-intensity\": {\n            2011",
        "\"rd-intensity\": {\n            2009: Level(0.66),\n            2011",
    );
    fs::write(&path, text).unwrap();
    let mut session = opened(&path);
    pin(&mut session, "rd-intensity", 2009, "Before the plan");
    assert!(pinned(&session, "rd-intensity", 2009).is_some());
    let indicator = lever(&session, "rd-intensity");
    session.apply(Command::Actuals(ActualsCommand::Type {
        indicator,
        year: 2009,
        text: String::new(),
    }));
    assert_eq!(pinned(&session, "rd-intensity", 2009), None);
    session.apply(Command::Undo);
    assert_eq!(pinned(&session, "rd-intensity", 2009).unwrap(), "Before the plan");
}

#[test]
fn sources_are_opened_by_the_system_and_failure_is_said() {
    let mut session = session();
    let address = WebAddress::read("https://example.org/规").unwrap();
    session.apply(Command::OpenAddress(address.clone()));
    assert_eq!(session.take_effects(), [Effect::OpenAddress(address.clone())]);
    let reason = "no browser".to_owned();
    session.apply(Command::AddressNotOpened { address, reason });
    let said = last_failure(&session).unwrap();
    assert!(
        said.contains("could not open https://example.org/规: no browser"),
        "{said}"
    );
}

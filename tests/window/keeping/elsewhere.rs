//! Files changed by other programs, and plans to start from.

use super::*;

#[test]
fn a_file_changed_by_another_program_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let path = scenario_in(&folder, "shared.ron");
    let mut session = bare();
    open(&mut session, &path);
    set(&mut session, "value-added", 9.25, Phase::Done);
    let id = session.document().id();
    session.apply(Command::LookAtFiles);
    session.wait_for_jobs();
    assert_eq!(session.question(), None, "nothing has happened to it");

    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("Mid-term", "Their mid-term", 1)).unwrap();
    session.apply(Command::LookAtFiles);
    session.wait_for_jobs();
    assert!(
        matches!(session.question(), Some(Prompt::ChangedOutside { document, .. }) if *document == id),
        "{:?}",
        session.question()
    );
    session.apply(Command::Answer(PromptAnswer::Yes));
    session.wait_for_jobs();
    assert_eq!(session.document().id(), id);
    assert!(
        session
            .document()
            .scenario()
            .name
            .get(Language::English)
            .contains("Their")
    );
    assert!(!session.document().is_changed());
    assert_ne!(rate(&session, "value-added"), Some(Rates::Constant(9.25)));
    // Reloading is a step like any other.
    session.apply(Command::Undo);
    assert_eq!(rate(&session, "value-added"), Some(Rates::Constant(9.25)));
    assert!(session.document().is_changed());
}

#[test]
fn a_file_changed_by_another_program_is_not_written_over_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shared.ron");
    let mut session = bare();
    session.apply(Command::SaveTo(path.clone()));
    session.wait_for_jobs();
    complaints(&session);
    set(&mut session, "value-added", 9.25, Phase::Done);
    let theirs = fs::read_to_string(&path).unwrap() + "\n";
    fs::write(&path, &theirs).unwrap();
    session.apply(Command::Save);
    session.wait_for_jobs();
    assert!(matches!(
        session.question(),
        Some(Prompt::Overwrite { is_own: true, .. })
    ));
    session.apply(Command::Answer(PromptAnswer::Cancel));
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    assert!(session.document().is_changed());
    session.apply(Command::Save);
    session.wait_for_jobs();
    session.apply(Command::Answer(PromptAnswer::Yes));
    session.wait_for_jobs();
    assert!(!session.document().is_changed());
    assert_eq!(&load(&path).unwrap().scenario, session.document().scenario());
    // The session's own saves do not count as changes.
    set(&mut session, "value-added", 9.5, Phase::Done);
    session.apply(Command::Save);
    session.apply(Command::LookAtFiles);
    session.wait_for_jobs();
    assert_eq!(session.question(), None);
    assert!(!session.document().is_changed());
}

#[test]
fn keeping_ones_own_state_or_a_file_that_is_gone_leaves_something_to_save() {
    let folder = tempfile::tempdir().unwrap();
    let path = scenario_in(&folder, "shared.ron");
    let mut session = bare();
    open(&mut session, &path);
    let text = fs::read_to_string(&path).unwrap() + "\n";
    fs::write(&path, text).unwrap();
    session.apply(Command::LookAtFiles);
    session.wait_for_jobs();
    session.apply(Command::Answer(PromptAnswer::No));
    assert!(session.document().is_changed());
    session.apply(Command::LookAtFiles);
    session.wait_for_jobs();
    assert_eq!(session.question(), None, "asked once, not again and again");

    fs::remove_file(&path).unwrap();
    session.apply(Command::LookAtFiles);
    session.wait_for_jobs();
    assert!(
        session.notices()[0]
            .headline(Language::English)
            .contains("no longer exists")
    );
    assert!(session.document().is_changed());
    assert!(session.is_enabled(&Command::Save));
}

#[test]
fn a_scenario_begins_from_a_plan() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = bare();
    session.apply(Command::NewFromBuiltIn(BUILT_IN[0].id));
    assert_eq!(session.documents().len(), 1, "in place of the untouched example");
    assert_eq!(session.document().scenario().rates.iter().count(), 0);
    assert_eq!(session.document().path(), None);
    session.apply(Command::New);
    assert_eq!(session.documents().len(), 2, "a second one beside the first");

    let plan = folder.path().join("规划 plan.ron");
    let text = BUILT_IN[0].text.replacen(BUILT_IN[0].id, "our-province", 1);
    fs::write(&plan, text).unwrap();
    session.apply(Command::NewFromPlan);
    session.apply(Command::NewFromPlanPath(plan.clone()));
    session.wait_for_jobs();
    complaints(&session);
    assert_eq!(session.path_prompt(), None);
    assert_eq!(session.document().plan().id, "our-province");
    // Saved beside its plan or elsewhere, it finds the plan again.
    let path = folder.path().join("new.ron");
    session.apply(Command::SaveTo(path.clone()));
    session.wait_for_jobs();
    complaints(&session);
    assert_eq!(load(&path).unwrap().plan.id, "our-province");
    session.apply(Command::New);
    assert_eq!(session.document().plan().id, "our-province");

    session.apply(Command::NewFromPlanPath(folder.path().join("nowhere.ron")));
    session.wait_for_jobs();
    let told = session.notices().iter().find(|notice| !notice.passes()).unwrap();
    assert!(told.details(Language::English).contains("nowhere.ron"));
}

//! Edits as steps: dragging, undoing, the history, notes.

use super::*;

#[test]
fn a_drag_is_one_step() {
    let mut session = session();
    for rate in [8.1, 8.7, 9.4] {
        set(&mut session, "value-added", rate, Phase::Live);
    }
    session.apply(Command::FinishEdit);
    assert_eq!(rate(&session, "value-added"), Some(Rates::Constant(9.4)));
    session.apply(Command::Undo);
    assert_eq!(
        rate(&session, "value-added"),
        None,
        "one undo takes back the whole drag"
    );
    session.apply(Command::Redo);
    assert_eq!(rate(&session, "value-added"), Some(Rates::Constant(9.4)));
}

#[test]
fn two_drags_are_two_steps() {
    let mut session = session();
    for end in [9.0, 10.0] {
        set(&mut session, "value-added", end - 0.5, Phase::Live);
        set(&mut session, "value-added", end, Phase::Live);
        session.apply(Command::FinishEdit);
    }
    session.apply(Command::Undo);
    assert_eq!(rate(&session, "value-added"), Some(Rates::Constant(9.0)));
}

#[test]
fn a_drag_back_to_where_it_began_is_no_step() {
    let mut session = session();
    set(&mut session, "value-added", 9.0, Phase::Done);
    set(&mut session, "value-added", 9.5, Phase::Live);
    set(&mut session, "value-added", 9.0, Phase::Live);
    session.apply(Command::FinishEdit);
    session.apply(Command::Undo);
    assert_eq!(rate(&session, "value-added"), None);
    assert!(!session.is_enabled(&Command::Undo));
}

#[test]
fn a_new_edit_forgets_what_was_undone() {
    let mut session = session();
    set(&mut session, "value-added", 9.0, Phase::Done);
    session.apply(Command::Undo);
    assert!(session.is_enabled(&Command::Redo));
    set(&mut session, "water-intensity", 5.0, Phase::Done);
    assert!(!session.is_enabled(&Command::Redo));
}

#[test]
fn what_is_computed_follows_every_command() {
    let mut session = session();
    let value_added = lever(&session, "value-added");
    let last = |session: &Session| session.document().projection().levels(value_added).unwrap()[5];
    let before = last(&session);
    set(&mut session, "value-added", 0.0, Phase::Done);
    assert!((last(&session) - 16.0).abs() < 1e-12);
    session.apply(Command::Undo);
    assert!((last(&session) - before).abs() < 1e-12);
    set(&mut session, "value-added", 3.0, Phase::Done);
    session.apply(Command::ResetLever(value_added));
    assert!((last(&session) - before).abs() < 1e-12);
}

#[test]
fn the_history_can_be_read_and_travelled() {
    let mut session = session();
    set(&mut session, "value-added", 9.0, Phase::Done);
    set(&mut session, "energy-intensity", 4.0, Phase::Done);
    let energy = lever(&session, "energy-intensity");
    let yearly = Rates::Yearly(vec![4.0, 4.0, 5.2, 4.0, 4.0]);
    session.apply(Command::SetRates {
        lever: energy,
        rates: yearly,
        phase: Phase::Done,
    });
    let document = session.document();
    let states = document.history().states(document.scenario());
    let sentences: Vec<String> = states
        .windows(2)
        .map(|pair| differences(document.plan(), pair[0], pair[1], Language::English))
        .map(|found| found[0].sentence.say(Language::English))
        .collect();
    assert_eq!(
        sentences,
        [
            "Industrial value added: rise 8.00 % a year → rise 9.00 % a year",
            "Energy intensity of value added: fall 4.61 % a year → fall 4.00 % a year",
            "Energy intensity of value added 2013: fall 4.00 % → fall 5.20 %",
        ]
    );
    session.apply(Command::GoToStep(1));
    assert_eq!(rate(&session, "value-added"), Some(Rates::Constant(9.0)));
    assert_eq!(rate(&session, "energy-intensity"), None);
    session.apply(Command::GoToStep(3));
    assert!(matches!(
        rate(&session, "energy-intensity"),
        Some(Rates::Yearly(_))
    ));
}

#[test]
fn one_lever_can_be_reverted_to_the_file() {
    let (_folder, path) = folder_with("file.ron");
    let mut session = opened(&path);
    set(&mut session, "value-added", 9.0, Phase::Done);
    set(&mut session, "water-intensity", 1.0, Phase::Done);
    session.apply(Command::RevertLever(lever(&session, "water-intensity")));
    assert_eq!(rate(&session, "water-intensity"), None);
    assert_eq!(rate(&session, "value-added"), Some(Rates::Constant(9.0)));
}

#[test]
fn what_changes_about_actuals_is_told() {
    let example = EXAMPLES
        .iter()
        .find(|example| example.id == "mid-term-2013")
        .unwrap();
    let loaded = read_text("mid-term", example.text, Path::new("")).unwrap();
    let steel = loaded.plan.find("steel-cr10").unwrap();
    let mut after = loaded.scenario.clone();
    let mut info = after.series.get(steel).unwrap().clone();
    info.confidence = Some(Confidence::Low);
    after.series.set(steel, info);
    let told: Vec<String> = differences(&loaded.plan, &loaded.scenario, &after, Language::English)
        .iter()
        .map(|difference| difference.sentence.say(Language::English))
        .collect();
    assert_eq!(
        told,
        ["Steel, top-10 concentration ratio: source, scope or confidence of actuals changed"]
    );
}

#[test]
fn a_note_is_kept_per_language() {
    let (_folder, path) = folder_with("file.ron");
    let mut session = opened(&path);
    let lever = lever(&session, "automobile-cr10");
    let note = |session: &Session, language| {
        session
            .document()
            .scenario()
            .notes
            .get(lever)
            .map(|note| note.get(language).to_owned())
    };
    let chinese = note(&session, Language::Chinese);
    assert!(chinese.is_some());
    session.apply(Command::SetNote {
        lever,
        text: "Mergers were slow.".to_owned(),
    });
    assert_eq!(
        note(&session, Language::English).as_deref(),
        Some("Mergers were slow.")
    );
    assert_eq!(note(&session, Language::Chinese), chinese);
    session.apply(Command::Undo);
    assert_ne!(
        note(&session, Language::English).as_deref(),
        Some("Mergers were slow.")
    );
}

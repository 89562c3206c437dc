//! Closing and quitting lose nothing without asking.

use super::*;

#[test]
fn closing_asks_about_changes_of_that_document_only() {
    let (_folder, path) = folder_with("other.ron");
    for answer in [PromptAnswer::No, PromptAnswer::Cancel, PromptAnswer::Yes] {
        let mut session = session();
        set(&mut session, "value-added", 9.0, Phase::Done);
        let changed = session.document().id();
        session.apply(Command::OpenPath(path.clone()));
        session.wait_for_jobs();
        session.apply(Command::Close(changed));
        assert_eq!(session.question(), Some(&Prompt::UnsavedChanges(vec![changed])));
        assert_eq!(
            session.document().id(),
            changed,
            "what is asked about is in front"
        );
        session.apply(Command::Answer(answer));
        session.wait_for_jobs();
        let is_open = session
            .documents()
            .iter()
            .any(|document| document.id() == changed);
        assert_eq!(is_open, answer != PromptAnswer::No, "{answer:?}");
        // The example has no file yet, so saving it asks for a path.
        let purpose = session.path_prompt().map(|prompt| prompt.purpose);
        assert_eq!(purpose, (answer == PromptAnswer::Yes).then_some(PathUse::SaveAs));
    }
}

#[test]
fn closing_the_last_document_leaves_the_default_example() {
    let (_folder, path) = folder_with("only.ron");
    let mut session = opened(&path);
    session.apply(Command::CloseFront);
    assert_eq!(session.documents().len(), 1);
    assert!(matches!(session.document().source(), DocumentSource::Example(_)));
}

#[test]
fn quitting_asks_once_and_saves_all() {
    let (folder, path) = folder_with("one.ron");
    let mut session = opened(&path);
    set(&mut session, "value-added", 9.0, Phase::Done);
    session.apply(Command::Duplicate);
    set(&mut session, "value-added", 10.0, Phase::Done);
    session.apply(Command::OpenExample("growth-first"));
    session.apply(Command::Quit);
    let Some(Prompt::UnsavedChanges(unsaved)) = session.question() else {
        panic!("no question")
    };
    assert_eq!(unsaved.len(), 2, "the example has no changes");
    session.apply(Command::Answer(PromptAnswer::Yes));
    session.wait_for_jobs();
    assert!(
        session
            .take_effects()
            .iter()
            .all(|effect| *effect != Effect::Close),
        "the copy has no file yet"
    );
    let suggestion = session
        .path_prompt()
        .expect("a path is asked for")
        .suggestion
        .clone();
    assert_eq!(suggestion, folder.path().join("one-2.ron"));
    session.apply(Command::SaveTo(suggestion.clone()));
    session.wait_for_jobs();
    assert!(session.take_effects().contains(&Effect::Close));
    let saved = |path: &Path| {
        load(path)
            .unwrap()
            .scenario
            .rates
            .get(lever(&session, "value-added"))
            .cloned()
    };
    assert_eq!(saved(&path), Some(Rates::Constant(9.0)));
    assert_eq!(saved(&suggestion), Some(Rates::Constant(10.0)));
}

#[test]
fn quitting_asks_and_then_closes() {
    let mut session = session();
    session.apply(Command::Quit);
    assert_eq!(session.take_effects(), [Effect::Close]);
    set(&mut session, "value-added", 9.0, Phase::Done);
    session.apply(Command::Quit);
    assert!(session.take_effects().is_empty());
    session.apply(Command::Answer(PromptAnswer::No));
    assert_eq!(session.take_effects(), [Effect::Close]);
}

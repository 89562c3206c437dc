//! Saving and leaving: changes by another program are never overwritten without asking, and only the user answers
//! questions.

use std::fs;
use std::path::Path;

use planpath::scenario::{Rates, load};
use planpath::session::{
    ActualsCommand, Command, DocumentId, Effect, FileState, PathUse, Phase, Prompt, PromptAnswer, Session,
};

use super::{bare, scenario_in, start};

/// A session that keeps its things in `folder`, with what a crash has left already found.
fn open(session: &mut Session, path: &Path) -> DocumentId {
    session.apply(Command::OpenPath(path.to_owned()));
    session.wait_for_jobs();
    assert_eq!(session.document().path(), Some(path));
    session.document().id()
}

fn set(session: &mut Session, rate: f64) {
    let lever = session.document().plan().find("value-added").unwrap();
    let (rates, phase) = (Rates::Constant(rate), Phase::Done);
    session.apply(Command::SetRates { lever, rates, phase });
}

/// The rate in a file.
fn saved(path: &Path) -> Option<Rates> {
    let loaded = load(path).unwrap();
    let lever = loaded.plan.find("value-added").unwrap();
    loaded.scenario.rates.get(lever).cloned()
}

fn save(session: &mut Session) {
    session.apply(Command::Save);
    session.wait_for_jobs();
}

/// Whether the window was told to close.
fn closes(session: &mut Session) -> bool {
    session.take_effects().contains(&Effect::Close)
}

fn asks_to_overwrite(session: &Session) -> bool {
    matches!(session.question(), Some(Prompt::Overwrite { .. }))
}

#[test]
fn a_file_that_was_deleted_and_written_anew_is_not_replaced_unasked() {
    for is_looked_at in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let path = scenario_in(&folder, "synchronised.ron");
        let theirs = fs::read_to_string(&path).unwrap() + "\n";
        let mut session = bare();
        open(&mut session, &path);
        set(&mut session, 9.25);
        fs::remove_file(&path).unwrap();
        if is_looked_at {
            session.apply(Command::LookAtFiles);
            session.wait_for_jobs();
            assert_eq!(session.question(), None, "it is said that it is gone");
        }
        fs::write(&path, &theirs).unwrap();
        save(&mut session);
        assert!(asks_to_overwrite(&session), "looked at: {is_looked_at}");
        assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
        session.apply(Command::Answer(PromptAnswer::Yes));
        session.wait_for_jobs();
        assert_eq!(saved(&path), Some(Rates::Constant(9.25)));
    }
}

#[test]
fn a_file_that_is_gone_and_written_anew_is_noticed_by_a_look() {
    let folder = tempfile::tempdir().unwrap();
    let path = scenario_in(&folder, "synchronised.ron");
    let mut session = bare();
    let id = open(&mut session, &path);
    let theirs = fs::read_to_string(&path).unwrap() + "\n";
    fs::remove_file(&path).unwrap();
    session.apply(Command::LookAtFiles);
    session.wait_for_jobs();
    fs::write(&path, &theirs).unwrap();
    session.apply(Command::LookAtFiles);
    session.wait_for_jobs();
    assert!(matches!(
        session.question(),
        Some(Prompt::ChangedOutside { document, .. }) if *document == id
    ));
}

#[test]
fn what_cannot_be_read_is_not_replaced_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let path = scenario_in(&folder, "grown.ron");
    let mut session = bare();
    open(&mut session, &path);
    set(&mut session, 9.25);
    // Larger than anything this program reads.
    let theirs = vec![b' '; 8 * 1024 * 1024 + 1];
    fs::write(&path, &theirs).unwrap();
    for _ in 0..2 {
        save(&mut session);
        assert!(
            matches!(
                session.question(),
                Some(Prompt::Overwrite {
                    found: FileState::Unknown,
                    ..
                })
            ),
            "{:?}",
            session.question()
        );
        session.apply(Command::Answer(PromptAnswer::Cancel));
        assert_eq!(fs::metadata(&path).unwrap().len(), theirs.len() as u64);
    }
    save(&mut session);
    session.apply(Command::Answer(PromptAnswer::Yes));
    session.wait_for_jobs();
    assert_eq!(saved(&path), Some(Rates::Constant(9.25)));
}

#[test]
fn agreeing_to_replace_one_file_is_no_leave_to_replace_another() {
    let folder = tempfile::tempdir().unwrap();
    let path = scenario_in(&folder, "shared.ron");
    let mut session = bare();
    open(&mut session, &path);
    set(&mut session, 9.25);
    let original = fs::read_to_string(&path).unwrap();
    fs::write(&path, original.clone() + "\n").unwrap();
    save(&mut session);
    assert!(asks_to_overwrite(&session));
    // While the question is open, the file changes once more.
    let latest = original + "\n\n";
    fs::write(&path, &latest).unwrap();
    session.apply(Command::Answer(PromptAnswer::Yes));
    session.wait_for_jobs();
    assert!(asks_to_overwrite(&session));
    assert_eq!(fs::read_to_string(&path).unwrap(), latest);
    session.apply(Command::Answer(PromptAnswer::Yes));
    session.wait_for_jobs();
    assert_eq!(saved(&path), Some(Rates::Constant(9.25)));
}

#[test]
fn a_save_that_finishes_is_no_answer() {
    let folder = tempfile::tempdir().unwrap();
    let path = scenario_in(&folder, "slow.ron");
    let mut session = bare();
    open(&mut session, &path);
    set(&mut session, 1.0);
    // Results are handled in `wait_for_jobs`, however late.
    session.apply(Command::Save);
    set(&mut session, 2.0);
    session.apply(Command::Quit);
    session.wait_for_jobs();
    assert!(matches!(session.question(), Some(Prompt::UnsavedChanges(_))));
    assert!(!closes(&mut session), "nobody has answered");
    session.apply(Command::Answer(PromptAnswer::Yes));
    session.wait_for_jobs();
    assert_eq!(saved(&path), Some(Rates::Constant(2.0)));
    assert!(closes(&mut session));
}

#[test]
fn a_second_unsaved_document_is_not_written_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (scenario_in(&folder, "one.ron"), scenario_in(&folder, "two.ron"));
    let before = fs::read(&two).unwrap();
    let mut session = bare();
    open(&mut session, &two);
    set(&mut session, 2.0);
    open(&mut session, &one);
    set(&mut session, 1.0);
    session.apply(Command::Save);
    session.apply(Command::Quit);
    session.wait_for_jobs();
    assert!(matches!(session.question(), Some(Prompt::UnsavedChanges(_))));
    assert_eq!(fs::read(&two).unwrap(), before);
    assert!(!closes(&mut session));
    session.apply(Command::Answer(PromptAnswer::No));
    session.wait_for_jobs();
    assert_eq!(fs::read(&two).unwrap(), before);
    assert!(closes(&mut session));
}

#[test]
fn what_is_changed_while_it_is_saved_is_asked_about_again() {
    for leave in [Command::Quit, Command::CloseFront] {
        let folder = tempfile::tempdir().unwrap();
        let path = scenario_in(&folder, "slow.ron");
        let mut session = bare();
        let id = open(&mut session, &path);
        set(&mut session, 1.0);
        session.apply(leave.clone());
        session.apply(Command::Answer(PromptAnswer::Yes));
        set(&mut session, 2.0);
        session.wait_for_jobs();
        assert_eq!(
            session.question(),
            Some(&Prompt::UnsavedChanges(vec![id])),
            "{leave:?}"
        );
        assert!(!closes(&mut session));
        assert_eq!(session.document().id(), id, "it is still open");
        session.apply(Command::Answer(PromptAnswer::Yes));
        session.wait_for_jobs();
        assert_eq!(saved(&path), Some(Rates::Constant(2.0)));
        let is_open = session.documents().iter().any(|document| document.id() == id);
        assert!(closes(&mut session) || !is_open);
    }
}

#[test]
fn a_question_is_about_its_own_document() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (scenario_in(&folder, "one.ron"), scenario_in(&folder, "two.ron"));
    let mut session = bare();
    let first = open(&mut session, &one);
    set(&mut session, 1.0);
    fs::write(&one, fs::read_to_string(&one).unwrap() + "\n").unwrap();
    save(&mut session);
    assert!(asks_to_overwrite(&session));
    // Whatever comes to the front meanwhile.
    session.apply(Command::OpenPath(two.clone()));
    session.wait_for_jobs();
    let before = fs::read(&two).unwrap();
    assert_ne!(session.document().id(), first);
    session.apply(Command::Answer(PromptAnswer::Yes));
    session.wait_for_jobs();
    assert_eq!(saved(&one), Some(Rates::Constant(1.0)));
    assert_eq!(fs::read(&two).unwrap(), before);
    let of_two = |session: &Session| {
        let document = session.documents().iter().find(|document| document.id() != first);
        document.unwrap().path().map(Path::to_owned)
    };
    assert_eq!(of_two(&session), Some(two));
}

#[test]
fn questions_wait_for_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (scenario_in(&folder, "one.ron"), scenario_in(&folder, "two.ron"));
    let mut session = bare();
    let mut documents = Vec::new();
    for path in [&one, &two] {
        documents.push(open(&mut session, path));
        set(&mut session, 1.0);
        fs::write(path, fs::read_to_string(path).unwrap() + "\n").unwrap();
    }
    for id in &documents {
        session.apply(Command::Show(*id));
        session.apply(Command::Save);
    }
    session.apply(Command::Quit);
    session.wait_for_jobs();
    // The user asked to quit, then both saves came back with a question of their own.
    assert!(matches!(session.question(), Some(Prompt::UnsavedChanges(_))));
    session.apply(Command::Answer(PromptAnswer::Cancel));
    let mut asked = Vec::new();
    while let Some(Prompt::Overwrite { document, path, .. }) = session.question() {
        let (id, path) = (*document, path.clone());
        asked.push(id);
        assert_eq!(session.document().id(), id, "what is asked about is in front");
        session.apply(Command::Answer(PromptAnswer::No));
        let prompt = session.path_prompt().unwrap();
        assert_eq!((prompt.purpose, prompt.document), (PathUse::SaveAs, id));
        session.apply(Command::SaveTo(path.with_extension("other.ron")));
    }
    session.wait_for_jobs();
    asked.sort_by_key(|id| documents.iter().position(|other| other == id));
    assert_eq!(asked, documents);
    assert_eq!(
        saved(&folder.path().join("one.other.ron")),
        Some(Rates::Constant(1.0))
    );
    assert_eq!(
        saved(&folder.path().join("two.other.ron")),
        Some(Rates::Constant(1.0))
    );
    assert!(!closes(&mut session));
}

#[test]
fn a_failed_save_of_another_document_is_no_answer_either() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = bare();
    set(&mut session, 1.0);
    session.apply(Command::SaveTo(folder.path().join("no/such/folder.ron")));
    session.apply(Command::Quit);
    session.wait_for_jobs();
    assert!(matches!(session.question(), Some(Prompt::UnsavedChanges(_))));
    session.apply(Command::Answer(PromptAnswer::No));
    assert!(closes(&mut session), "the answer still counts");
}

#[test]
fn saving_recovered_work_over_a_newer_file_asks() {
    let folder = tempfile::tempdir().unwrap();
    let path = scenario_in(&folder, "newer.ron");
    let mut session = start(&folder);
    open(&mut session, &path);
    set(&mut session, 9.25);
    drop(session);
    let newer = fs::read_to_string(&path).unwrap() + "\n";
    fs::write(&path, &newer).unwrap();
    let later = std::time::SystemTime::now() + std::time::Duration::from_mins(1);
    fs::File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_modified(later)
        .unwrap();
    let mut session = start(&folder);
    assert!(session.offers()[0].has_moved_on());
    assert!(session.offers()[0].is_older(), "it says so before it is taken");
    session.apply(Command::Recover(0));
    save(&mut session);
    assert!(asks_to_overwrite(&session));
    assert_eq!(fs::read_to_string(&path).unwrap(), newer);
    // The same after another crash: the copy remembers what it was based on.
    session.apply(Command::Answer(PromptAnswer::Cancel));
    drop(session);
    let mut session = start(&folder);
    session.apply(Command::Recover(0));
    save(&mut session);
    assert!(asks_to_overwrite(&session));
    session.apply(Command::Answer(PromptAnswer::Yes));
    session.wait_for_jobs();
    assert_eq!(saved(&path), Some(Rates::Constant(9.25)));
}

#[test]
fn saving_recovered_work_to_its_own_untouched_file_asks_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = scenario_in(&folder, "same.ron");
    let mut session = start(&folder);
    open(&mut session, &path);
    set(&mut session, 9.25);
    drop(session);
    let mut session = start(&folder);
    assert!(!session.offers()[0].is_older());
    session.apply(Command::Recover(0));
    save(&mut session);
    assert_eq!(session.question(), None);
    assert_eq!(saved(&path), Some(Rates::Constant(9.25)));
}

#[test]
fn what_was_refused_in_a_cell_comes_back_after_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let path = scenario_in(&folder, "typed.ron");
    let mut session = start(&folder);
    open(&mut session, &path);
    let steel = session.document().plan().find("steel-cr10").unwrap();
    session.apply(Command::Actuals(ActualsCommand::Type {
        indicator: steel,
        year: 2014,
        text: "about half".to_owned(),
    }));
    assert!(session.refused(steel, 2014).is_some());
    assert!(!session.document().is_changed(), "it is in no scenario");
    for _ in 0..2 {
        drop(session);
        session = start(&folder);
        session.apply(Command::Recover(0));
        let refused = session.refused(steel, 2014).unwrap();
        assert_eq!(refused.text, "about half");
    }
    session.apply(Command::Actuals(ActualsCommand::Forget(steel, 2014)));
    assert!(session.refused(steel, 2014).is_none());
}

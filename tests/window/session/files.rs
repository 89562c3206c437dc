//! Opening and saving files.

use super::*;

#[test]
fn open_edit_save_and_open_again() {
    let (_folder, path) = folder_with("方案 一.ron");
    let mut session = opened(&path);
    assert_eq!(session.document().source(), &DocumentSource::File(path.clone()));
    assert!(!session.document().is_changed());
    set(&mut session, "energy-intensity", 5.25, Phase::Done);
    assert!(session.document().is_changed());
    session.apply(Command::Save);
    session.wait_for_jobs();
    assert!(!session.document().is_changed());
    let again = load(&path).unwrap();
    assert_eq!(&again.scenario, session.document().scenario());
    // History survives a save, and undoing past it counts as a change again.
    session.apply(Command::Undo);
    assert!(session.document().is_changed());
}

#[test]
fn opening_adds_a_tab_and_loses_nothing() {
    let (_folder, path) = folder_with("other.ron");
    let mut session = session();
    set(&mut session, "value-added", 9.0, Phase::Done);
    session.apply(Command::OpenPath(path.clone()));
    session.wait_for_jobs();
    assert_eq!(session.documents().len(), 2);
    assert_eq!(session.document().path(), Some(path.as_path()));
    session.apply(Command::ShowPrevious);
    assert_eq!(rate(&session, "value-added"), Some(Rates::Constant(9.0)));
    // Opening the same file again shows it instead of opening it twice, and its changes stay.
    session.apply(Command::ShowNext);
    set(&mut session, "value-added", 10.0, Phase::Done);
    session.apply(Command::ShowNext);
    session.apply(Command::OpenPath(path));
    session.wait_for_jobs();
    assert_eq!(session.documents().len(), 2);
    assert_eq!(rate(&session, "value-added"), Some(Rates::Constant(10.0)));
}

#[test]
fn the_untouched_example_gives_way_to_the_first_file() {
    let (_folder, path) = folder_with("first.ron");
    assert_eq!(opened(&path).documents().len(), 1);
}

#[test]
fn a_failed_save_keeps_the_changes_and_does_not_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session();
    set(&mut session, "value-added", 9.0, Phase::Done);
    session.apply(Command::Quit);
    session.apply(Command::Answer(PromptAnswer::Yes));
    session.take_effects();
    session.apply(Command::SaveTo(folder.path().join("no/such/folder.ron")));
    session.wait_for_jobs();
    assert_eq!(session.notices().len(), 1);
    assert!(
        session.notices()[0]
            .headline(Language::English)
            .contains("no such file or folder")
    );
    assert!(session.document().is_changed());
    assert!(session.take_effects().is_empty(), "the window stays open");
}

#[test]
fn a_name_without_an_ending_gets_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session();
    session.apply(Command::SaveTo(folder.path().join("mine")));
    session.wait_for_jobs();
    assert!(folder.path().join("mine.ron").is_file());
}

#[test]
fn comments_are_not_lost_without_a_word() {
    let (folder, path) = folder_with("commented.ron");
    let text = format!("// why this is so\n{}", fs::read_to_string(&path).unwrap());
    fs::write(&path, &text).unwrap();
    let mut session = opened(&path);
    set(&mut session, "value-added", 9.0, Phase::Done);
    session.apply(Command::Save);
    assert!(matches!(
        session.question(),
        Some(Prompt::CommentsWouldBeLost { path: asked, .. }) if *asked == path
    ));
    session.apply(Command::Answer(PromptAnswer::No));
    session.apply(Command::SaveTo(folder.path().join("copy.ron")));
    session.wait_for_jobs();
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        text,
        "the commented file is as it was"
    );
    assert!(!session.document().has_comments());
}

#[test]
fn another_file_is_not_overwritten_without_a_word() {
    let (_folder, path) = folder_with("there.ron");
    let before = fs::read(&path).unwrap();
    let mut session = session();
    session.apply(Command::SaveTo(path.clone()));
    session.wait_for_jobs();
    assert!(matches!(
        session.question(),
        Some(Prompt::Overwrite { path: asked, is_own: false, .. }) if *asked == path
    ));
    session.apply(Command::Answer(PromptAnswer::Cancel));
    session.wait_for_jobs();
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_faulty_file_leaves_what_is_open() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("broken.ron");
    fs::write(&path, "(format: 1, name: \"x\", plan: \"nowhere\")").unwrap();
    let mut session = session();
    session.apply(Command::OpenPath(path));
    session.wait_for_jobs();
    assert!(matches!(session.document().source(), DocumentSource::Example(_)));
    let details = session.notices()[0].details(Language::Chinese);
    assert!(
        details.contains("nowhere") && details.contains("没有内置规划"),
        "{details}"
    );
    let id = session.notices()[0].id();
    session.apply(Command::DismissNotice(id));
    assert!(session.notices().is_empty());
}

#[test]
fn a_plan_path_still_leads_to_the_plan_from_another_folder() {
    let folder = tempfile::tempdir().unwrap();
    let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/industrial-upgrading-2011-2015.ron");
    fs::copy(seed, folder.path().join("plan.ron")).unwrap();
    let path = folder.path().join("scenario.ron");
    fs::write(&path, "(format: 1, name: \"x\", plan: \"plan.ron\")").unwrap();
    let mut session = opened(&path);
    fs::create_dir(folder.path().join("sub")).unwrap();
    let moved = folder.path().join("sub/scenario.ron");
    session.apply(Command::SaveTo(moved.clone()));
    session.wait_for_jobs();
    assert_eq!(load(&moved).unwrap().plan.id, session.document().plan().id);
}

#[test]
fn one_id_does_not_make_two_plans_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/industrial-upgrading-2011-2015.ron");
    let text = fs::read_to_string(seed).unwrap();
    fs::write(folder.path().join("plan.ron"), &text).unwrap();
    let scenario = "(format: 1, name: \"x\", plan: \"plan.ron\")";
    for name in ["one.ron", "two.ron"] {
        fs::write(folder.path().join(name), scenario).unwrap();
    }
    let mut session = opened(&folder.path().join("one.ron"));
    session.apply(Command::OpenExample("growth-first"));
    let [own, built_in] = session.documents() else {
        panic!("two tabs")
    };
    assert!(
        own.shares_plan_with(built_in),
        "the same content is the same plan"
    );
    // The file changes on disk, but keeps its id.
    fs::write(
        folder.path().join("plan.ron"),
        text.replace("base: Some(16.0)", "base: Some(17.0)"),
    )
    .unwrap();
    session.apply(Command::OpenPath(folder.path().join("two.ron")));
    session.wait_for_jobs();
    let changed = session.document();
    assert!(
        session
            .documents()
            .iter()
            .all(|other| other.id() == changed.id() || !other.shares_plan_with(changed))
    );
}

#[test]
fn saves_of_one_file_keep_their_order_and_know_each_other() {
    let (_folder, path) = folder_with("often.ron");
    let mut session = opened(&path);
    for step in 0..30 {
        set(&mut session, "value-added", f64::from(step) / 10.0, Phase::Done);
        session.apply(Command::Save);
        // A save cannot be cancelled.
        session.apply(Command::CancelJob(JobKey::Save(path.clone())));
    }
    session.wait_for_jobs();
    assert_eq!(
        session.question(),
        None,
        "its own saves are no change by another program"
    );
    assert!(!session.document().is_changed());
    let last = load(&path).unwrap().scenario;
    assert_eq!(
        last.rates.get(lever(&session, "value-added")),
        Some(&Rates::Constant(2.9))
    );
}

#[test]
fn of_two_files_the_one_saved_to_last_is_the_documents_own() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (folder.path().join("one.ron"), folder.path().join("two.ron"));
    let mut session = session();
    for _ in 0..10 {
        session.apply(Command::SaveTo(one.clone()));
        session.apply(Command::SaveTo(two.clone()));
        session.wait_for_jobs();
        assert_eq!(session.document().path(), Some(two.as_path()));
        fs::remove_file(&one).unwrap();
        fs::remove_file(&two).unwrap();
        session.apply(Command::OpenExample("mid-term-2013"));
    }
}

#[test]
fn a_file_that_is_asked_for_twice_is_opened_once() {
    let (_folder, path) = folder_with("twice.ron");
    let mut session = session();
    set(&mut session, "value-added", 9.0, Phase::Done);
    for _ in 0..5 {
        session.apply(Command::OpenPath(path.clone()));
    }
    session.wait_for_jobs();
    assert_eq!(session.documents().len(), 2);
}

#[test]
fn reading_again_for_a_document_that_is_closed_comes_to_nothing() {
    let (_folder, path) = folder_with("changed.ron");
    let mut session = opened(&path);
    let id = session.document().id();
    let text = fs::read_to_string(&path).unwrap().replace("2013", "2013 ");
    fs::write(&path, text).unwrap();
    session.apply(Command::LookAtFiles);
    session.wait_for_jobs();
    assert!(matches!(session.question(), Some(Prompt::ChangedOutside { .. })));
    session.apply(Command::Answer(PromptAnswer::Yes));
    session.apply(Command::Close(id));
    assert!(session.job(&JobKey::Reload(id)).is_none());
    session.wait_for_jobs();
    assert!(
        session
            .documents()
            .iter()
            .all(|document| document.path().is_none())
    );
}

//! The session driven as the window drives it, without a window.
#![cfg(feature = "window")]
#![allow(
    clippy::disallowed_methods,
    reason = "files made for a test need not be saved atomically"
)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use planpath::plan::IndicatorIx;
use planpath::scenario::{Confidence, EXAMPLES, Rates, load, read_text};
use planpath::session::{
    Answer, Command, DocumentId, Effect, JobKey, Page, PathUse, Phase, Question, Session, Source,
    TrackCommand, TrackPage, differences,
};
use planpath::text::Language;
use tempfile::TempDir;

fn session() -> Session {
    Session::new(Language::English, Arc::new(|| ())).expect("the default example is sound")
}

fn lever(session: &Session, id: &str) -> IndicatorIx {
    session.document().plan().find(id).expect(id)
}

fn set(session: &mut Session, id: &str, rate: f64, phase: Phase) {
    let lever = lever(session, id);
    session.apply(Command::SetRates {
        lever,
        rates: Rates::Constant(rate),
        phase,
    });
}

fn rate(session: &Session, id: &str) -> Option<Rates> {
    session
        .document()
        .scenario()
        .rates
        .get(lever(session, id))
        .cloned()
}

/// A folder with one example saved in it under `name`.
fn folder_with(name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/mid-term-2013.ron");
    fs::copy(example, &path).unwrap();
    (folder, path)
}

fn opened(path: &Path) -> Session {
    let mut session = session();
    session.apply(Command::OpenPath(path.to_owned()));
    session.wait_for_jobs();
    assert!(
        session.notices().is_empty(),
        "{}",
        session.notices()[0].details(Language::English)
    );
    session
}

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
fn open_edit_save_and_open_again() {
    let (_folder, path) = folder_with("方案 一.ron");
    let mut session = opened(&path);
    assert_eq!(session.document().source(), &Source::File(path.clone()));
    assert!(!session.document().is_changed());
    set(&mut session, "energy-intensity", 5.25, Phase::Done);
    assert!(session.document().is_changed());
    session.apply(Command::Save);
    session.wait_for_jobs();
    assert!(!session.document().is_changed());
    let again = load(&path).unwrap();
    assert_eq!(&again.scenario, session.document().scenario());
    // History survives a save, and undoing past it is a change again.
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
    // The same file again is shown, not opened twice, and its changes stay.
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
fn closing_asks_about_changes_of_that_document_only() {
    let (_folder, path) = folder_with("other.ron");
    for answer in [Answer::No, Answer::Cancel, Answer::Yes] {
        let mut session = session();
        set(&mut session, "value-added", 9.0, Phase::Done);
        let changed = session.document().id();
        session.apply(Command::OpenPath(path.clone()));
        session.wait_for_jobs();
        session.apply(Command::Close(changed));
        assert_eq!(session.question(), Some(&Question::UnsavedChanges(vec![changed])));
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
        assert_eq!(is_open, answer != Answer::No, "{answer:?}");
        // The example has no file yet, so saving it asks where to.
        let purpose = session.path_prompt().map(|prompt| prompt.purpose);
        assert_eq!(purpose, (answer == Answer::Yes).then_some(PathUse::SaveAs));
    }
}

#[test]
fn closing_the_last_document_leaves_the_default_example() {
    let (_folder, path) = folder_with("only.ron");
    let mut session = opened(&path);
    session.apply(Command::CloseFront);
    assert_eq!(session.documents().len(), 1);
    assert!(matches!(session.document().source(), Source::Example(_)));
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
    let Some(Question::UnsavedChanges(unsaved)) = session.question() else {
        panic!("no question")
    };
    assert_eq!(unsaved.len(), 2, "the example has no changes");
    session.apply(Command::Answer(Answer::Yes));
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
fn a_failed_save_keeps_the_changes_and_does_not_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session();
    set(&mut session, "value-added", 9.0, Phase::Done);
    session.apply(Command::Quit);
    session.apply(Command::Answer(Answer::Yes));
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
fn quitting_asks_and_then_closes() {
    let mut session = session();
    session.apply(Command::Quit);
    assert_eq!(session.take_effects(), [Effect::Close]);
    set(&mut session, "value-added", 9.0, Phase::Done);
    session.apply(Command::Quit);
    assert!(session.take_effects().is_empty());
    session.apply(Command::Answer(Answer::No));
    assert_eq!(session.take_effects(), [Effect::Close]);
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
        Some(Question::CommentsWouldBeLost { path: asked, .. }) if *asked == path
    ));
    session.apply(Command::Answer(Answer::No));
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
        Some(Question::Overwrite { path: asked, is_own: false, .. }) if *asked == path
    ));
    session.apply(Command::Answer(Answer::Cancel));
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
    assert!(matches!(session.document().source(), Source::Example(_)));
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
        // A save is not to be called off.
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
    assert!(matches!(
        session.question(),
        Some(Question::ChangedOutside { .. })
    ));
    session.apply(Command::Answer(Answer::Yes));
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

/// An analysis: what shows it, its job, and what is shown of it, if anything.
type Shown = (
    Vec<Command>,
    fn(DocumentId) -> JobKey,
    fn(&Session) -> Option<String>,
);

#[test]
fn no_command_waits_for_an_analysis_and_the_latest_one_counts() {
    let track = |command| Command::Track(command);
    let analyses: [Shown; 4] = [
        (
            vec![Command::ShowPage(Page::Implications)],
            JobKey::Implications,
            |session| (!session.implications().is_empty()).then(|| format!("{:?}", session.implications())),
        ),
        (
            vec![track(TrackCommand::ShowPage(TrackPage::Map))],
            JobKey::Map,
            |session| session.map().map(|map| format!("{:?}", map.result)),
        ),
        (
            vec![track(TrackCommand::ShowPage(TrackPage::Ledger))],
            JobKey::Seek,
            |session| session.sought().map(|sought| format!("{:?}", sought.result)),
        ),
        (
            vec![
                track(TrackCommand::ShowPage(TrackPage::Ledger)),
                track(TrackCommand::ShowReachAll(true)),
            ],
            JobKey::ReachAll,
            |session| session.reached_all().map(|all| format!("{all:?}")),
        ),
    ];
    for (commands, key, shown) in analyses {
        // Straight to the last state, for comparison.
        let mut direct = session();
        set(&mut direct, "value-added", 4.0, Phase::Done);
        for command in commands.clone() {
            direct.apply(command);
        }
        direct.wait_for_jobs();
        let expected = shown(&direct).expect("there is an answer");

        let mut session = session();
        let key = key(session.document().id());
        assert!(session.job(&key).is_none(), "{key:?}: nobody looks yet");
        for command in commands {
            session.apply(command);
        }
        assert!(session.job(&key).is_some(), "{key:?} is a job");
        assert_eq!(shown(&session), None, "{key:?}: no command has waited for it");
        for rate in [9.0, 6.5, 4.0] {
            set(&mut session, "value-added", rate, Phase::Live);
        }
        assert!(session.job(&key).is_some(), "{key:?} is asked anew");
        session.wait_for_jobs();
        assert_eq!(
            shown(&session),
            Some(expected),
            "{key:?}: the latest state counts"
        );
        assert!(session.job(&key).is_none(), "{key:?}: nothing is left to do");
    }
}

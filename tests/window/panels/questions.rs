//! Pressing Enter without looking loses nothing, whatever the question.

use std::fs;
use std::path::{Path, PathBuf};

use planpath::session::{PathUse, ReportCommand, Session};
use tempfile::TempDir;

use super::*;

const EN: Language = Language::English;

fn session<'a>(window: &'a Harness<'_, App>) -> &'a Session {
    window.state().session()
}

fn apply(window: &mut Harness<'_, App>, command: Command) {
    let session = window.state_mut().session_mut();
    session.apply(command);
    session.wait_for_jobs();
    window.run();
}

fn change(window: &mut Harness<'_, App>, rate: f64) {
    let lever = session(window).document().plan().find("value-added").unwrap();
    let (rates, phase) = (Rates::Constant(rate), Phase::Done);
    apply(window, Command::SetRates { lever, rates, phase });
}

fn enter(window: &mut Harness<'_, App>) {
    assert!(session(window).question().is_some());
    window.key_press(Key::Enter);
    window.run();
    window.state_mut().session_mut().wait_for_jobs();
    window.run();
}

/// A window with unsaved changes to a file.
fn with_changes(folder: &TempDir, text: impl FnOnce(String) -> String) -> (Harness<'static, App>, PathBuf) {
    let path = folder.path().join("asked-about.ron");
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/mid-term-2013.ron");
    fs::write(&path, text(fs::read_to_string(example).unwrap())).unwrap();
    let mut window = usual(EN);
    apply(&mut window, Command::OpenPath(path.clone()));
    change(&mut window, 9.25);
    (window, path)
}

fn asks_for_path(window: &Harness<'_, App>, purpose: PathUse) -> bool {
    session(window)
        .path_prompt()
        .is_some_and(|prompt| prompt.purpose == purpose)
}

#[test]
fn enter_replaces_no_other_file() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path) = with_changes(&folder, |text| text);
    let other = folder.path().join("other.ron");
    fs::write(&other, "theirs").unwrap();
    apply(&mut window, Command::SaveTo(other.clone()));
    enter(&mut window);
    assert_eq!(fs::read_to_string(&other).unwrap(), "theirs");
    assert!(asks_for_path(&window, PathUse::SaveAs));
    apply(&mut window, Command::CancelPath);

    fs::write(&path, "theirs").unwrap();
    apply(&mut window, Command::Save);
    enter(&mut window);
    assert_eq!(fs::read_to_string(&path).unwrap(), "theirs");
    assert!(asks_for_path(&window, PathUse::SaveAs));
}

#[test]
fn enter_keeps_comments_and_changes() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path) = with_changes(&folder, |text| format!("// why\n{text}"));
    apply(&mut window, Command::Save);
    enter(&mut window);
    assert!(fs::read_to_string(&path).unwrap().starts_with("// why"));
    assert!(asks_for_path(&window, PathUse::SaveAs));
    apply(&mut window, Command::CancelPath);

    // Reloading would discard the changes made here.
    fs::write(&path, fs::read_to_string(&path).unwrap() + "\n").unwrap();
    apply(&mut window, Command::LookAtFiles);
    enter(&mut window);
    assert_eq!(rate(&window, "value-added"), Some(Rates::Constant(9.25)));
    assert_eq!(session(&window).document().history().len(), 1);
}

#[test]
fn enter_replaces_no_earlier_export() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let (mut window, _) = with_changes(&folder, |text| text);
    let export = Command::Report(ReportCommand::ExportTo(out.clone()));
    apply(&mut window, export.clone());
    let files = || {
        let entries = fs::read_dir(&out).unwrap();
        let paths = entries.map(|entry| entry.unwrap().path());
        paths.filter(|path| path.is_file()).collect::<Vec<_>>()
    };
    let written = files();
    assert!(!written.is_empty());
    for path in &written {
        fs::write(path, "theirs").unwrap();
    }
    apply(&mut window, export);
    enter(&mut window);
    for path in &written {
        assert_eq!(fs::read_to_string(path).unwrap(), "theirs");
    }
    assert_eq!(files(), written);
    assert!(asks_for_path(&window, PathUse::ExportTo));
}

#[test]
fn enter_does_not_carry_over_from_one_question_to_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path) = with_changes(&folder, |text| text);
    fs::write(&path, "theirs").unwrap();
    apply(&mut window, Command::Quit);
    assert!(matches!(
        session(&window).question(),
        Some(Prompt::UnsavedChanges(_))
    ));
    // Enter saves, which finds the file changed, and Enter again does not replace it.
    enter(&mut window);
    assert!(matches!(
        session(&window).question(),
        Some(Prompt::Overwrite { .. })
    ));
    enter(&mut window);
    assert_eq!(fs::read_to_string(&path).unwrap(), "theirs");
    assert!(asks_for_path(&window, PathUse::SaveAs));
}

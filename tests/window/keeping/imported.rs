//! The preview of a table file survives a crash, with the answers given.

use std::fs;
use std::path::{Path, PathBuf};

use planpath::scenario::import::{Choice, FigureKind, Options};
use planpath::session::{ActualsCommand, Command, Import, ImportCommand, Session};
use planpath::text::Language;
use rust_xlsxwriter::Workbook;
use tempfile::TempDir;

use super::start;

/// Two sheets with figures raise a question, as does what the figures are compared with.
fn workbook(path: &Path, figure: f64) {
    let mut workbook = Workbook::new();
    for name in ["all industry", "large firms"] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).unwrap();
        sheet.write(0, 1, 2011).unwrap();
        sheet.write(0, 2, 2012).unwrap();
        sheet.write(1, 0, "工业增加值指数").unwrap();
        sheet.write(1, 1, figure).unwrap();
        sheet.write(1, 2, 107.9).unwrap();
    }
    workbook.save(path).unwrap();
}

fn opened(folder: &TempDir) -> (Session, PathBuf) {
    let scenario = folder.path().join("scenario.ron");
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/plan-on-schedule.ron");
    fs::copy(example, &scenario).unwrap();
    let table = folder.path().join("统计 figures.xlsx");
    workbook(&table, 110.8);
    let mut session = start(folder);
    session.apply(Command::OpenPath(scenario));
    session.wait_for_jobs();
    session.apply(Command::Actuals(ActualsCommand::ImportPath(table.clone())));
    session.wait_for_jobs();
    (session, table)
}

fn settle(session: &mut Session, command: ImportCommand) {
    session.apply(Command::Actuals(ActualsCommand::Import(command)));
    session.wait_for_jobs();
}

/// The window is gone; its threads finish writing, and nothing was given up.
fn crash(session: Session, folder: &TempDir) -> Session {
    drop(session);
    start(folder)
}

fn recover(session: &mut Session) {
    session.apply(Command::Recover(0));
    session.wait_for_jobs();
}

fn options(session: &Session) -> Options {
    session.import().unwrap().options.clone()
}

#[test]
fn a_file_that_is_looked_at_comes_back_after_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, table) = opened(&folder);
    assert!(session.import().is_some_and(Import::is_open), "questions wait");
    assert!(!session.document().is_changed());
    for _ in 0..2 {
        session = crash(session, &folder);
        assert_eq!(session.offers().len(), 1);
        for language in Language::ALL {
            let sentences = session.offers()[0].sentences(language);
            assert!(
                sentences.iter().any(|said| said.contains("统计 figures.xlsx")),
                "{sentences:?}"
            );
        }
        recover(&mut session);
        let import = session.import().unwrap();
        assert_eq!(import.path.as_deref(), Some(table.as_path()));
        assert!(import.is_open());
        assert_eq!(import.others.len(), 1, "it is still asked which sheet is meant");
    }
    // Once decided, it is no longer kept.
    settle(&mut session, ImportCommand::Discard);
    session = crash(session, &folder);
    recover(&mut session);
    assert!(session.import().is_none());
}

#[test]
fn what_was_answered_is_not_asked_again() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, _) = opened(&folder);
    settle(&mut session, ImportCommand::ChooseSheet(1));
    let plan = session.document().plan();
    let (steel, erp) = (plan.find("steel-cr10").unwrap(), plan.find("erp").unwrap());
    for command in [
        ImportCommand::Answer(Choice::ReadAs(0, FigureKind::AnnualChange)),
        ImportCommand::Answer(Choice::About(1, Some(steel))),
        ImportCommand::Answer(Choice::About(3, None)),
        ImportCommand::Answer(Choice::Unit(0, "%".to_owned())),
        ImportCommand::TakeHidden(true),
        ImportCommand::Anchor(erp, 2012),
    ] {
        settle(&mut session, command);
    }
    let before = options(&session);
    for _ in 0..2 {
        session = crash(session, &folder);
        recover(&mut session);
        let import = session.import().unwrap();
        assert_eq!((import.chosen, import.others.len()), (1, 0));
        assert_eq!(options(&session), before);
        assert!(session.is_import_current());
    }
    // Once taken over, it is no longer kept, and nothing was taken over before.
    assert!(session.document().scenario().actuals.iter().next().is_none());
    settle(&mut session, ImportCommand::StartOver);
    settle(&mut session, ImportCommand::TakeOver);
    session = crash(session, &folder);
    recover(&mut session);
    assert!(session.import().is_none());
}

#[test]
fn answers_about_another_table_are_asked_again() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, table) = opened(&folder);
    settle(&mut session, ImportCommand::ChooseSheet(1));
    settle(
        &mut session,
        ImportCommand::Answer(Choice::ReadAs(0, FigureKind::AnnualChange)),
    );
    workbook(&table, 111.2);
    session = crash(session, &folder);
    recover(&mut session);
    let import = session.import().unwrap();
    assert!(import.options.read_as.is_empty() && import.others.len() == 1);
    for language in Language::ALL {
        let said = session.notices()[0].headline(language);
        assert!(said.contains("统计 figures.xlsx"), "{said}");
    }
    // A missing file is reported, and the rest is there.
    fs::remove_file(&table).unwrap();
    session = crash(session, &folder);
    recover(&mut session);
    assert!(session.import().is_none());
    let said = session.notices()[0].headline(Language::English);
    assert!(said.contains("统计 figures.xlsx"), "{said}");
}

#[test]
fn what_was_answered_about_a_pasted_table_comes_back_and_nothing_is_taken_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, _) = opened(&folder);
    settle(&mut session, ImportCommand::Discard);
    let steel = session.document().plan().find("steel-cr10").unwrap();
    let text = "49.2\tabout half\n".to_owned();
    let at = Some((steel, 2011));
    session.apply(Command::Actuals(ActualsCommand::Paste { text, at }));
    session.wait_for_jobs();
    // With this line left out, no question remains.
    settle(
        &mut session,
        ImportCommand::Answer(Choice::ReadAs(0, FigureKind::Level)),
    );
    let before = options(&session);
    session = crash(session, &folder);
    recover(&mut session);
    assert_eq!(options(&session), before);
    assert_eq!(session.given(steel, 2011).len(), 0);
}

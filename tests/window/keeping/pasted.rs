//! Text in a field or a table in a preview, not yet in any scenario, survives a crash.

use std::fs;
use std::path::{Path, PathBuf};

use planpath::plan::IndicatorIx;
use planpath::scenario::Rates;
use planpath::session::{ActualsCommand, AppDirs, Command, Import, ImportCommand, Leftovers, Phase, Session};
use planpath::text::Language;
use tempfile::TempDir;

use super::start;

/// Two figures, and a question: what they are compared with is not stated.
const TABLE: &str = "\t2011\t2012\n工业增加值指数\t110.8\t107.9\n";

fn opened(folder: &TempDir, name: &str) -> Session {
    let path: PathBuf = folder.path().join(name);
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/plan-on-schedule.ron");
    fs::copy(example, &path).unwrap();
    let mut session = start(folder);
    session.apply(Command::OpenPath(path));
    session.wait_for_jobs();
    session
}

fn actuals(session: &mut Session, command: ActualsCommand) {
    session.apply(Command::Actuals(command));
}

fn paste(session: &mut Session, text: &str, at: Option<(IndicatorIx, i32)>) {
    let text = text.to_owned();
    actuals(session, ActualsCommand::Paste { text, at });
    session.wait_for_jobs();
}

/// The window is gone; its threads finish writing, and nothing was given up.
fn crash(session: Session, folder: &TempDir) -> Session {
    drop(session);
    start(folder)
}

fn shown(session: &Session) -> Vec<String> {
    let grid = session.import().unwrap().grid();
    grid.row(0).map(|cell| cell.written().into_owned()).collect()
}

#[test]
fn a_pasted_table_that_is_looked_at_comes_back_after_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = opened(&folder, "pasted.ron");
    paste(&mut session, TABLE, None);
    assert!(session.import().is_some_and(Import::is_open), "a question waits");
    assert!(!session.document().is_changed());
    for _ in 0..2 {
        session = crash(session, &folder);
        for (language, words) in [(Language::English, "pasted table"), (Language::Chinese, "粘贴")] {
            let sentences = session.offers()[0].sentences(language);
            assert!(sentences.iter().any(|said| said.contains(words)), "{sentences:?}");
        }
        session.apply(Command::Recover(0));
        session.wait_for_jobs();
        assert!(session.import().is_some_and(Import::is_open));
        assert!(shown(&session).contains(&"2012".to_owned()));
    }
    // Once decided, it is no longer kept.
    actuals(&mut session, ActualsCommand::Import(ImportCommand::Discard));
    session = crash(session, &folder);
    session.apply(Command::Recover(0));
    session.wait_for_jobs();
    assert!(session.import().is_none());
}

#[test]
fn a_table_aimed_at_a_cell_comes_back_to_that_cell() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = opened(&folder, "aimed.ron");
    let steel = session.document().plan().find("steel-cr10").unwrap();
    // The second is not a number, so the table is previewed first.
    paste(&mut session, "49.2\tabout half\n", Some((steel, 2011)));
    assert!(session.import().is_some());
    session = crash(session, &folder);
    session.apply(Command::Recover(0));
    session.wait_for_jobs();
    assert_eq!(session.import().unwrap().options.anchor, Some((steel, 2011)));
    actuals(&mut session, ActualsCommand::Import(ImportCommand::TakeOver));
    assert_eq!(session.given(steel, 2011).len(), 1);
}

#[test]
fn of_two_recovered_tables_neither_takes_the_place_of_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let mut left = Vec::new();
    for (name, year) in [("one.ron", "2011"), ("two.ron", "2013")] {
        let mut session = opened(&folder, name);
        paste(&mut session, &TABLE.replace("2011", year), None);
        left.push(session);
    }
    drop(left);
    let mut session = start(&folder);
    assert_eq!(session.offers().len(), 2);
    session.apply(Command::Recover(0));
    session.apply(Command::Recover(0));
    session.wait_for_jobs();
    let first = (session.document().id(), shown(&session));
    actuals(&mut session, ActualsCommand::Import(ImportCommand::Discard));
    session.wait_for_jobs();
    let second = (session.document().id(), shown(&session));
    assert!(first.0 != second.0 && first.1 != second.1, "{first:?} {second:?}");
}

#[test]
fn a_figure_that_would_be_refused_is_kept_while_it_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = opened(&folder, "typed.ron");
    let steel = session.document().plan().find("steel-cr10").unwrap();
    let typed = |text: &str| {
        let command = Command::Actuals(ActualsCommand::Type {
            indicator: steel,
            year: 2014,
            text: text.to_owned(),
        });
        Command::Typing(Some(Box::new(command)))
    };
    for text in ["a", "ab", "about half"] {
        session.apply(typed(text));
    }
    drop(session);
    let places = AppDirs::in_folder(folder.path());
    let found = Leftovers::find(&places);
    let copy = found.copies[0].copy.as_ref().unwrap();
    assert_eq!(copy.refused.len(), 1);
    assert_eq!(copy.refused[0].text, "about half");
    drop(found);
    let mut session = start(&folder);
    session.apply(Command::Recover(0));
    assert_eq!(session.refused(steel, 2014).unwrap().text, "about half");
    // New text replaces what was refused.
    session.apply(typed("about a third"));
    drop(session);
    let found = Leftovers::find(&places);
    let texts: Vec<&str> = found.copies[0]
        .copy
        .as_ref()
        .unwrap()
        .refused
        .iter()
        .map(|cell| cell.text.as_str())
        .collect();
    assert_eq!(texts, ["about a third"]);
}

#[test]
fn a_rate_that_cannot_be_set_is_kept_while_it_is_typed_and_told() {
    for (command, text) in [
        (None, "5 or so"),
        // A fall of more than 100 % is impossible.
        (Some(Rates::Constant(-250.0)), "250"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut session = opened(&folder, "rate.ron");
        let lever = session.document().plan().find("value-added").unwrap();
        let command = command.map_or_else(
            || Command::Misread {
                lever,
                text: text.to_owned(),
            },
            |rates| Command::SetRates {
                lever,
                rates,
                phase: Phase::Done,
            },
        );
        session.apply(Command::Typing(Some(Box::new(command))));
        assert!(!session.document().is_changed());
        session = crash(session, &folder);
        session.apply(Command::Recover(0));
        assert!(session.document().scenario().rates.get(lever).is_none());
        for language in Language::ALL {
            let said = session.notices()[0].headline(language);
            let name = session.document().plan().get(lever).name.get(language);
            assert!(said.contains(text) && said.contains(name), "{said}");
        }
    }
}

//! Tables pasted and imported.

use super::*;

#[test]
fn cells_pasted_into_a_cell_go_in_at_once_as_one_step() {
    let mut session = session("plan-on-schedule");
    // Two rows from value added on, three years each; the row below value added is the value-added rate, in levels.
    let steel = "steel-cr10";
    paste(&mut session, "49.2\t45.9\t39.4\r\n", Some((steel, 2011)));
    assert!(session.import().is_none(), "nothing to ask");
    let figures = [2011, 2012, 2013].map(|year| given(&session, steel, year));
    assert_eq!(
        figures,
        [49.2, 45.9, 39.4].map(|level| vec![Actual::Level(level)])
    );
    assert_eq!(steps(&session), 1);
    session.apply(Command::Undo);
    assert_eq!(given(&session, steel, 2012), []);
    // Read in the form of its destination row.
    let energy = ix(&session, "energy-intensity");
    actuals(
        &mut session,
        ActualsCommand::SetKind(energy, FigureKind::CumulativeChange),
    );
    paste(&mut session, "-3.49\t-9\n", Some(("energy-intensity", 2011)));
    assert_eq!(
        given(&session, "energy-intensity", 2012),
        [Actual::CumulativeChange(-9.0)]
    );
}

#[test]
fn a_table_with_faults_is_shown_and_the_rest_can_be_taken() {
    let mut session = session("plan-on-schedule");
    let table =
        "\t2011\t2012\t2016\n钢铁行业前10家产业集中度\t49.2\tabout 46\t40\n工业增加值增速\t10.8\t7.9\t\n";
    paste(&mut session, table, None);
    let import = session.import().expect("a preview");
    let preview = import.seen.preview.as_ref().unwrap();
    let reasons: Vec<&str> = preview
        .cells
        .iter()
        .filter_map(|cell| match &cell.content {
            CellContent::Refused { what, .. } => Some(what.id()),
            _ => None,
        })
        .collect();
    assert_eq!(reasons, ["import-text", "actual-year"]);
    assert_eq!(preview.accepted().count(), 3);
    assert_eq!(steps(&session), 0, "a preview changes nothing");
    actuals(&mut session, ActualsCommand::Import(ImportCommand::TakeOver));
    assert!(session.import().is_none());
    assert_eq!(given(&session, "steel-cr10", 2011), [Actual::Level(49.2)]);
    assert_eq!(given(&session, "value-added", 2012), [Actual::AnnualChange(7.9)]);
    assert_eq!(steps(&session), 1);
    // And it can be discarded.
    paste(&mut session, table, None);
    actuals(&mut session, ActualsCommand::Import(ImportCommand::Discard));
    assert!(session.import().is_none());
    assert_eq!(steps(&session), 1);
}

#[test]
fn a_row_that_nobody_knows_can_be_told_what_it_is() {
    let mut session = session("plan-on-schedule");
    paste(
        &mut session,
        "\t2011\t2012\nTop ten steel makers\t49.2\t45.9\nPopulation\t1347\t1354\n",
        None,
    );
    let lines = |session: &Session| {
        let preview = session.import().unwrap().seen.preview.as_ref().unwrap();
        preview.lines.clone()
    };
    let found = lines(&session);
    let unknown: Vec<_> = found
        .iter()
        .map(|line| (line.raw.as_str(), line.indicator))
        .collect();
    assert_eq!(unknown, [("Top ten steel makers", None), ("Population", None)]);
    let steel = ix(&session, "steel-cr10");
    let about = ImportCommand::Answer(Choice::About(found[0].line, Some(steel)));
    actuals(&mut session, ActualsCommand::Import(about));
    let about = ImportCommand::Answer(Choice::About(found[1].line, None));
    actuals(&mut session, ActualsCommand::Import(about));
    let preview = session.import().unwrap().seen.preview.as_ref().unwrap();
    assert_eq!((preview.accepted().count(), preview.refused()), (2, 0));
    // The kind it is read as can be overridden too.
    assert_eq!(preview.kinds, [(steel, FigureKind::Level)]);
    let read_as = ImportCommand::Answer(Choice::ReadAs(found[0].series, FigureKind::AnnualChange));
    actuals(&mut session, ActualsCommand::Import(read_as));
    let preview = session.import().unwrap().seen.preview.as_ref().unwrap();
    assert_eq!(preview.kinds, [(steel, FigureKind::AnnualChange)]);
}

#[test]
fn figures_without_names_are_told_where_they_begin() {
    let mut session = session("plan-on-schedule");
    paste(&mut session, "49.2\t45.9\t39.4", None);
    assert!(
        session.import().unwrap().seen.preview.is_err(),
        "nobody can tell what they are"
    );
    let steel = ix(&session, "steel-cr10");
    actuals(
        &mut session,
        ActualsCommand::Import(ImportCommand::Anchor(steel, 2011)),
    );
    let preview = session.import().unwrap().seen.preview.as_ref().unwrap();
    assert_eq!(preview.accepted().count(), 3);
}

fn file(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

#[test]
fn a_file_is_read_elsewhere_and_looked_at_before_it_is_taken() {
    let text = "指标,2011,2012\n钢铁行业前10家产业集中度,49.2,45.9\n";
    let (gbk, _, _) = encoding_rs::GBK.encode(text);
    let (_folder, path) = file("实绩.csv", &gbk);
    let mut session = session("plan-on-schedule");
    session.apply(Command::ShowScreen(Screen::Explore));
    actuals(&mut session, ActualsCommand::ChooseFile);
    assert_eq!(session.path_prompt().unwrap().purpose, PathUse::Import);
    actuals(&mut session, ActualsCommand::ImportPath(path.clone()));
    session.wait_for_jobs();
    assert_eq!(session.path_prompt(), None);
    assert_eq!(
        (session.view().screen, session.track_page()),
        (Screen::Track, TrackPage::Actuals)
    );
    let import = session.import().expect("a preview");
    assert_eq!(import.path.as_deref(), Some(path.as_path()));
    assert_eq!(import.seen.preview.as_ref().unwrap().accepted().count(), 2);
    actuals(&mut session, ActualsCommand::Import(ImportCommand::TakeOver));
    assert_eq!(given(&session, "steel-cr10", 2012), [Actual::Level(45.9)]);
}

#[test]
fn a_table_belongs_to_the_document_that_asked_for_it() {
    let (_folder, path) = file("figures.csv", b",2011\nsteel-cr10,49.2\n");
    let mut session = session("plan-on-schedule");
    let first = session.document().id();
    session.apply(Command::Actuals(ActualsCommand::ImportPath(path.clone())));
    // While it is being read, another document comes to the front.
    session.apply(Command::Duplicate);
    assert_ne!(session.document().id(), first);
    session.wait_for_jobs();
    assert_eq!(session.document().id(), first);
    assert_eq!(session.import().expect("a preview").accepted(), 1);
    actuals(&mut session, ActualsCommand::Import(ImportCommand::Discard));
    // A document closed meanwhile has no use for it.
    session.apply(Command::Actuals(ActualsCommand::ImportPath(path)));
    session.apply(Command::CloseFront);
    session.wait_for_jobs();
    assert_ne!(session.document().id(), first);
    assert!(session.import().is_none());
}

#[test]
fn a_large_table_is_looked_at_elsewhere_and_the_latest_answer_counts() {
    let mut text = "\t2011\t2012\n工业增加值指数\t110.8\t107.9\n".to_owned();
    for row in 0..3_000 {
        text.extend(["Nobody's ", row.to_string().as_str(), "\t1\t2\n"]);
    }
    let mut session = session("plan-on-schedule");
    session.apply(Command::Actuals(ActualsCommand::Paste { text, at: None }));
    assert!(session.is_at_work(JobKey::ReadTable));
    session.wait_for_jobs();
    let answers: Vec<Choice> = {
        let preview = session.import().unwrap().seen.preview.as_ref().unwrap();
        preview.questions[0]
            .answers
            .iter()
            .map(|answer| answer.choice.clone())
            .collect()
    };
    for answer in [&answers[0], &answers[1], &answers[0], &answers[1]] {
        let answer = ImportCommand::Answer(answer.clone());
        session.apply(Command::Actuals(ActualsCommand::Import(answer)));
        // The preview does not match the choices, so it is not taken.
        assert!(!session.is_import_current());
        session.apply(Command::Actuals(ActualsCommand::Import(ImportCommand::TakeOver)));
        assert!(session.import().is_some());
    }
    session.wait_for_jobs();
    assert!(session.is_import_current());
    actuals(&mut session, ActualsCommand::Import(ImportCommand::TakeOver));
    // Relative to 2010, as the last answer said.
    assert_eq!(
        given(&session, "value-added", 2012),
        [Actual::CumulativeChange(7.9)]
    );
}

#[test]
fn a_workbook_dropped_on_the_window_opens_at_the_sheet_that_has_figures() {
    let mut workbook = Workbook::new();
    let cover = workbook.add_worksheet().set_name("Cover").unwrap();
    cover.write(0, 0, "Figures of the association").unwrap();
    let sheet = workbook.add_worksheet().set_name("Figures").unwrap();
    sheet.write(0, 1, 2011).unwrap();
    sheet.write(1, 0, "steel-cr10").unwrap();
    sheet.write(1, 1, 49.2).unwrap();
    let (_folder, path) = file("book.xlsx", &workbook.save_to_buffer().unwrap());
    let mut session = session("plan-on-schedule");
    session.apply(Command::OpenPath(path));
    session.wait_for_jobs();
    let import = session.import().expect("a preview");
    assert_eq!(import.sheets.sheets[import.chosen].name, "Figures");
    assert_eq!(import.seen.preview.as_ref().unwrap().accepted().count(), 1);
    actuals(
        &mut session,
        ActualsCommand::Import(ImportCommand::ChooseSheet(0)),
    );
    assert!(
        session.import().unwrap().seen.preview.is_err(),
        "a cover has none"
    );
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_nothing_else_happens() {
    let (_folder, path) = file(
        "cut.csv",
        "\u{FEFF}指标,2011\n钢铁".as_bytes().split_last().unwrap().1,
    );
    let mut session = session("plan-on-schedule");
    actuals(&mut session, ActualsCommand::ImportPath(path));
    session.wait_for_jobs();
    assert!(session.import().is_none());
    assert_eq!(session.notices().len(), 1);
    assert!(session.notices()[0].remedy(Language::Chinese).is_some());
    paste(&mut session, "\t\n", None);
    assert_eq!(session.notices().len(), 2, "an empty table has nothing to take");
}

#[test]
fn nothing_of_a_table_is_stored_that_was_not_shown() {
    let mut session = session("plan-on-schedule");
    paste(
        &mut session,
        "\t2011\t2012\nsteel-cr10\t49.2\t45.9\nTop ten car makers\t82\t84\n",
        None,
    );
    assert!(session.is_import_current());
    let lines = &session.import().unwrap().seen.preview.as_ref().unwrap().lines;
    let line = lines.iter().find(|line| line.indicator.is_none()).unwrap().line;
    let cars = ix(&session, "automobile-cr10");
    let about = ImportCommand::Answer(Choice::About(line, Some(cars)));
    session.apply(Command::Actuals(ActualsCommand::Import(about)));
    // The choice applies at once; its preview follows.
    let import = session.import().unwrap();
    assert_eq!(import.options.subjects.get(&line), Some(&Some(cars)));
    assert_eq!(import.accepted(), 2);
    assert!(!session.is_import_current() && session.is_at_work(JobKey::Import));
    session.apply(Command::Actuals(ActualsCommand::Import(ImportCommand::TakeOver)));
    assert_eq!(steps(&session), 0);
    session.wait_for_jobs();
    assert_eq!(session.import().unwrap().accepted(), 4);
    session.apply(Command::Actuals(ActualsCommand::Import(ImportCommand::TakeOver)));
    assert_eq!(given(&session, "automobile-cr10", 2012), [Actual::Level(84.0)]);
}

#[test]
fn a_table_is_looked_at_for_the_document_as_it_is_when_it_is_there() {
    let mut session = session("plan-on-schedule");
    let table = "\t2011\nsteel-cr10\t49.2\n".to_owned();
    session.apply(Command::Actuals(ActualsCommand::Paste {
        text: table,
        at: None,
    }));
    let indicator = ix(&session, "steel-cr10");
    let text = "50".to_owned();
    session.apply(Command::Actuals(ActualsCommand::Type {
        indicator,
        year: 2011,
        text,
    }));
    session.wait_for_jobs();
    assert!(session.is_import_current());
    let cells = &session.import().unwrap().seen.preview.as_ref().unwrap().cells;
    let replaced = cells.iter().find_map(|cell| match &cell.content {
        CellContent::Value { replaces, .. } => Some(replaces.clone()),
        _ => None,
    });
    assert_eq!(replaced, Some(vec![Actual::Level(50.0)]));
}

#[test]
fn what_is_pasted_into_a_cell_goes_into_the_document_it_was_pasted_into() {
    let mut session = session("plan-on-schedule");
    let (first, steel) = (session.document().id(), ix(&session, "steel-cr10"));
    let (text, at) = ("49.2\t45.9".to_owned(), Some((steel, 2011)));
    session.apply(Command::Actuals(ActualsCommand::Paste { text, at }));
    session.apply(Command::Duplicate);
    session.wait_for_jobs();
    assert_eq!(session.document().id(), first);
    assert_eq!(given(&session, "steel-cr10", 2012), [Actual::Level(45.9)]);
    session.apply(Command::ShowNext);
    assert_ne!(session.document().id(), first);
    assert_eq!(given(&session, "steel-cr10", 2012), []);
}

#[test]
fn a_table_of_another_document_is_not_shown_and_not_taken() {
    let mut session = session("plan-on-schedule");
    let first = session.document().id();
    paste(&mut session, "\t2011\nsteel-cr10\t49.2\n", None);
    apply(&mut session, Command::Duplicate);
    assert!(session.import().is_none());
    actuals(&mut session, ActualsCommand::Import(ImportCommand::TakeOver));
    assert_eq!(steps(&session), 0);
    apply(&mut session, Command::Show(first));
    assert_eq!(session.import().unwrap().accepted(), 1);
}

#[test]
fn reading_a_table_can_be_cancelled() {
    let (_folder, path) = file("figures.csv", b",2011\nsteel-cr10,49.2\n");
    let mut session = session("plan-on-schedule");
    let id = session.document().id();
    session.apply(Command::Actuals(ActualsCommand::ImportPath(path.clone())));
    let reading = session.reading().expect("it is being read");
    assert_eq!((reading.document, reading.path), (id, Some(path.as_path())));
    session.apply(Command::CancelJob(JobKey::ReadTable(id)));
    assert_eq!(session.reading(), None);
    session.wait_for_jobs();
    assert!(session.import().is_none() && session.notices().is_empty());
    // The next attempt is not held up.
    actuals(&mut session, ActualsCommand::ImportPath(path));
    assert_eq!(session.import().unwrap().accepted(), 1);
}

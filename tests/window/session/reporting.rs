//! The Report screen's work: previews, exports with progress, questions before anything is replaced.

use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use planpath::export::Format;
use planpath::export::report::SectionKind;
use planpath::plan::IndicatorIx;
use planpath::scenario::Rates;
use planpath::session::{
    Command, Effect, PathUse, Phase, Prompt, PromptAnswer, ReportCommand, ReportItem, Screen, Session,
};
use planpath::text::Language;

fn session() -> Session {
    crate::on_plan(Session::new(Language::English, Arc::new(|| ())).unwrap())
}

fn report(session: &mut Session, command: ReportCommand) {
    session.apply(Command::Report(command));
}

fn choose(session: &mut Session, formats: &[Format]) {
    let mut draft = session.report().clone();
    draft.formats = formats.to_vec();
    report(session, ReportCommand::Choose(Box::new(draft)));
}

fn indicator(session: &Session, id: &str) -> IndicatorIx {
    session.document().plan().find(id).unwrap()
}

#[test]
fn a_scenario_with_very_long_texts_is_exported() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("long.ron");
    let (name, note) = ("long name ".repeat(20_000), "规划说明".repeat(50_000));
    let text = format!(
        "(format: 1, name: \"{name}\", description: \"{note}\", plan: \"industrial-upgrading-2011-2015\", \
         notes: {{\"value-added\": \"{note}\"}}, \
         series: {{\"steel-cr10\": (source: \"{name}\", scope: \"{note}\")}})"
    );
    fs::write(&file, text).unwrap();
    let mut session = session();
    session.apply(Command::OpenPath(file));
    session.wait_for_jobs();
    // A limit that only ends a hang: it takes minutes and more if the rest is measured again for each character
    // removed.
    let start = Instant::now();
    session.apply(Command::ShowScreen(Screen::Report));
    session.wait_for_jobs();
    assert!(session.preview().is_some());
    choose(
        &mut session,
        &[Format::Svg, Format::Csv, Format::Xlsx, Format::Html],
    );
    let out = folder.path().join("out");
    report(&mut session, ReportCommand::ExportTo(out.clone()));
    session.wait_for_jobs();
    for made in ["workbook.xlsx", "report.html", "data-long.csv", "figures"] {
        assert!(out.join(made).exists(), "{made}");
    }
    assert!(start.elapsed() < Duration::from_mins(2));
}

#[test]
fn a_preview_that_nobody_waits_for_is_not_drawn_to_its_end() {
    let mut session = session();
    session.apply(Command::ShowScreen(Screen::Report));
    session.apply(Command::ShowScreen(Screen::Explore));
    session.wait_for_jobs();
    session.apply(Command::ShowScreen(Screen::Report));
    assert!(
        session.preview().is_none(),
        "what was drawn for nobody is dropped"
    );
    session.wait_for_jobs();
    assert!(session.preview().is_some(), "who comes back sees it");
}

#[test]
fn the_preview_follows_what_is_chosen() {
    let mut session = session();
    assert!(
        session.preview().is_none(),
        "nothing is drawn for a screen nobody sees"
    );
    session.apply(Command::ShowScreen(Screen::Report));
    session.wait_for_jobs();
    let section = session.preview().unwrap().section.clone().unwrap();
    assert_eq!(section.heading, "1. Summary");
    let charts = session.report_charts();
    report(&mut session, ReportCommand::LookAt(ReportItem::Chart(charts[0])));
    assert!(
        session.preview().is_none(),
        "the summary is not shown for a chart"
    );
    session.wait_for_jobs();
    let first = session.preview().unwrap();
    let (number, pixels) = (first.number, Arc::clone(&first.pictures[0]));
    // 16 cm at 144 dots per inch: 16 / 2.54 · 144 = 907.
    assert_eq!(pixels.width, 907);
    assert_eq!(pixels.rgba.len(), (pixels.width * pixels.height * 4) as usize);
    // If nothing changed, nothing is drawn.
    session.apply(Command::ShowScreen(Screen::Report));
    session.wait_for_jobs();
    assert_eq!(session.preview().unwrap().number, number);
    report(&mut session, ReportCommand::LookAt(ReportItem::Chart(charts[1])));
    session.wait_for_jobs();
    let other = Arc::clone(&session.preview().unwrap().pictures[0]);
    assert_ne!(other.rgba, pixels.rgba);
    let mut draft = session.report().clone();
    draft.language = Some(Language::Chinese);
    report(&mut session, ReportCommand::Choose(Box::new(draft)));
    session.wait_for_jobs();
    assert_ne!(session.preview().unwrap().pictures[0].rgba, other.rgba);
}

#[test]
fn parts_keep_their_place_when_they_are_left_out_and_numbers_follow() {
    let mut session = session();
    session.apply(Command::ShowScreen(Screen::Report));
    report(&mut session, ReportCommand::TogglePart(SectionKind::Scorecard));
    assert_eq!(session.report().number(SectionKind::Scorecard), None);
    assert_eq!(session.report().number(SectionKind::Progress), Some(2));
    report(&mut session, ReportCommand::PlacePart(SectionKind::Sources, 0));
    assert_eq!(session.report().number(SectionKind::Sources), Some(1));
    assert_eq!(session.report().number(SectionKind::Progress), Some(3));
    report(&mut session, ReportCommand::TogglePart(SectionKind::Scorecard));
    // Sources, Summary, Scorecard, …
    assert_eq!(session.report().number(SectionKind::Scorecard), Some(3));
    let scorecard = ReportItem::Part(SectionKind::Scorecard);
    report(&mut session, ReportCommand::LookAt(scorecard));
    session.wait_for_jobs();
    let section = session.preview().unwrap().section.clone().unwrap();
    assert_eq!(section.heading, "3. Targets");
}

#[test]
fn a_part_without_content_says_why() {
    let mut session = session();
    session.apply(Command::ShowScreen(Screen::Report));
    session.wait_for_jobs();
    // The plan on schedule has no actuals.
    let progress = session.report_lacks(SectionKind::Progress);
    assert_eq!(progress, Some("report-lacks-actuals"));
    assert_eq!(session.report_lacks(SectionKind::Charts), None);
    for chart in session.report_charts() {
        report(&mut session, ReportCommand::ToggleChart(chart));
    }
    session.wait_for_jobs();
    assert_eq!(
        session.report_lacks(SectionKind::Charts),
        Some("report-lacks-charts")
    );
    session.apply(Command::OpenExample("mid-term-2013"));
    session.wait_for_jobs();
    assert_eq!(session.report_lacks(SectionKind::Progress), None);
}

#[test]
fn the_number_of_files_is_known_before_they_are_written() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let mut session = session();
    session.apply(Command::ShowScreen(Screen::Report));
    choose(
        &mut session,
        &[Format::Svg, Format::Csv, Format::Docx, Format::Html],
    );
    session.wait_for_jobs();
    // One figure per chart; long, wide and targets; two reports.
    let expected = session.report_charts().len() + 3 + 2;
    let mut told = session.export_contents().unwrap().files.as_ref().unwrap().clone();
    assert_eq!(told.len(), expected);
    report(&mut session, ReportCommand::ExportTo(out.clone()));
    session.wait_for_jobs();
    let exported = session.exported().unwrap().clone();
    told.sort();
    assert_eq!(exported.files, told);
    assert!(exported.files.iter().all(|file| out.join(file).is_file()));
    assert_eq!(exported.report(), Some(out.join("report.docx")));
    session.take_effects();
    for (command, expected) in [
        (ReportCommand::OpenFolder, Effect::OpenPath(out.clone())),
        (
            ReportCommand::OpenReport,
            Effect::OpenPath(out.join("report.docx")),
        ),
        (
            ReportCommand::CopyPath,
            Effect::CopyText(out.display().to_string()),
        ),
    ] {
        report(&mut session, command);
        assert_eq!(session.take_effects(), [expected]);
    }
    // Until the next edit: what is there would no longer be what is on screen.
    report(&mut session, ReportCommand::TogglePart(SectionKind::Methods));
    assert_eq!(session.exported(), None);
    report(&mut session, ReportCommand::OpenFolder);
    assert!(session.take_effects().is_empty());
    choose(&mut session, &[]);
    session.wait_for_jobs();
    assert!(
        session.export_contents().unwrap().files.is_err(),
        "nothing to export"
    );
}

#[test]
fn what_the_system_cannot_open_is_said() {
    let mut session = session();
    let (path, reason) = ("/nowhere/report.docx".into(), "no program for it".to_owned());
    report(&mut session, ReportCommand::NotOpened { path, reason });
    let said = session.notices()[0].details(Language::English);
    assert!(
        said.contains("/nowhere/report.docx") && said.contains("no program for it"),
        "{said}"
    );
}

#[test]
fn charts_of_the_report_are_chosen_and_ordered_apart_from_the_screens() {
    let mut session = session();
    let on_screen = session.view().charts(session.document().plan());
    assert_eq!(session.report_charts(), on_screen, "at first they are the same");
    let erp = indicator(&session, "erp");
    report(&mut session, ReportCommand::ToggleChart(erp));
    report(&mut session, ReportCommand::PlaceChart(erp, 3));
    report(&mut session, ReportCommand::ToggleChart(on_screen[0]));
    let charts = session.report_charts();
    assert_eq!(charts, [on_screen[1], on_screen[2], erp, on_screen[3]]);
    report(&mut session, ReportCommand::PlaceChart(erp, 9));
    assert_eq!(session.report_charts()[3], erp, "beyond the end is the end");
    assert_eq!(session.view().charts(session.document().plan()), on_screen);
    report(
        &mut session,
        ReportCommand::LookAt(ReportItem::Chart(on_screen[0])),
    );
    let first = ReportItem::Part(SectionKind::Summary);
    assert_eq!(
        session.previewed(),
        Some(first),
        "a chart that is gone cannot be looked at"
    );
    session.apply(Command::Select(erp));
    assert_eq!(
        session.previewed(),
        Some(ReportItem::Chart(erp)),
        "one selection for the whole window"
    );
}

#[test]
fn an_export_asks_for_a_folder_and_before_it_replaces_anything() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out 导出");
    let mut session = session();
    choose(&mut session, &[Format::Svg, Format::Csv]);
    report(&mut session, ReportCommand::Export);
    assert_eq!(session.path_prompt().unwrap().purpose, PathUse::ExportTo);
    report(&mut session, ReportCommand::ExportTo(out.clone()));
    assert_eq!(session.path_prompt(), None);
    assert!(session.exporting().is_some());
    session.wait_for_jobs();
    assert!(session.exporting().is_none());
    assert!(
        session.notices()[0].passes(),
        "{}",
        session.notices()[0].details(Language::English)
    );
    let svg = out.join("figures/energy-intensity.svg");
    let before = fs::read_to_string(&svg).unwrap();
    assert!(out.join("data-wide.csv").exists());
    assert!(!out.join("workbook.xlsx").exists(), "only what was chosen");

    let lever = indicator(&session, "energy-intensity");
    session.apply(Command::SetRates {
        lever,
        rates: Rates::Constant(3.0),
        phase: Phase::Done,
    });
    report(&mut session, ReportCommand::ExportTo(out.clone()));
    session.wait_for_jobs();
    assert_eq!(session.question(), Some(&Prompt::ReplaceExport(out.clone())));
    assert_eq!(fs::read_to_string(&svg).unwrap(), before);
    session.apply(Command::Answer(PromptAnswer::Cancel));
    report(&mut session, ReportCommand::ExportTo(out.clone()));
    session.wait_for_jobs();
    session.apply(Command::Answer(PromptAnswer::Yes));
    session.wait_for_jobs();
    assert_ne!(fs::read_to_string(&svg).unwrap(), before);
}

#[test]
fn an_export_can_be_cancelled_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let mut session = session();
    let all: Vec<IndicatorIx> = session.document().plan().iter().map(|(ix, _)| ix).collect();
    for ix in all {
        if !session.report_charts().contains(&ix) {
            report(&mut session, ReportCommand::ToggleChart(ix));
        }
    }
    choose(&mut session, &[Format::Png, Format::Pdf]);
    report(&mut session, ReportCommand::ExportTo(out.clone()));
    let start = Instant::now();
    while session.exporting().is_some_and(|running| running.done == 0) {
        session.poll();
        assert!(start.elapsed() < Duration::from_mins(1), "no progress");
    }
    report(&mut session, ReportCommand::Cancel);
    session.wait_for_jobs();
    assert!(session.exporting().is_none());
    assert!(!out.exists());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    assert!(
        session.notices()[0]
            .headline(Language::English)
            .contains("cancelled")
    );
}

#[test]
fn a_folder_that_cannot_be_used_is_explained() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a file");
    fs::write(&file, "x").unwrap();
    let mut session = session();
    choose(&mut session, &[Format::Csv]);
    report(&mut session, ReportCommand::ExportTo(file.clone()));
    session.wait_for_jobs();
    assert!(!session.notices()[0].passes());
    assert!(session.notices()[0].details(Language::English).contains("a file"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "x");
}

#[test]
fn a_chart_is_copied_as_a_picture_for_print() {
    let mut session = session();
    let chart = indicator(&session, "value-added");
    session.apply(Command::CopyPicture(chart));
    session.wait_for_jobs();
    let effects = session.take_effects();
    let [Effect::CopyPicture(pixels)] = effects.as_slice() else {
        panic!("{} effects", effects.len());
    };
    // 16 cm at 300 dots per inch: 16 / 2.54 · 300 = 1890.
    assert_eq!(pixels.width, 1890);
    let first = &pixels.rgba[..4];
    assert!(
        pixels.rgba.chunks_exact(4).any(|dot| dot != first),
        "something is drawn"
    );
}

#[test]
fn the_scorecard_is_copied_as_a_table() {
    let mut session = session();
    session.apply(Command::CopyScores);
    let effects = session.take_effects();
    let [Effect::CopyText(text)] = effects.as_slice() else {
        panic!("{} effects", effects.len());
    };
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 1 + session.document().plan().targets().count());
    assert_eq!(
        lines[0],
        "Indicator\tStatus\tTarget\tProjected\tGap\tProgress\trests on"
    );
    assert_eq!(
        lines[1],
        "Industrial value added\tassumed\tat least 8 % a year\t8.00 % a year\t0.00 points\t100.0 %\tnothing entered"
    );
}

#[test]
fn captions_name_what_the_values_rest_on() {
    let folder = tempfile::tempdir().unwrap();
    let plan = r#"(format: 2, id: "small", title: "Small", base_year: 2010, end_year: 2015, source: "A document",
        categories: [(id: "all", name: "All")],
        indicators: [
            (id: "share", name: "Share", category: "all", unit: "%", base: Some(20.0), dynamics: Additive,
                targets: [(form: Level(21.0), comparator: AtLeast, due: In(2011), wording: "")]),
            (id: "dose", name: "Dose", category: "all", unit: "t", base: Some(2.0), dynamics: Decline),
            (id: "goal", name: "Goal", category: "all", unit: "t", dynamics: Derived("share * dose"),
                targets: [(form: Level(90.0), comparator: AtLeast, wording: "")]),
        ])"#;
    fs::write(folder.path().join("plan.ron"), plan).unwrap();
    let scenario = r#"(format: 2, name: "Trial", plan: "plan.ron", rates: { "dose": Constant(-1.0) },
        actuals: { "share": { 2013: Level(23.0) } })"#;
    let file = folder.path().join("trial.ron");
    fs::write(&file, scenario).unwrap();
    let mut session = session();
    session.apply(Command::OpenPath(file));
    session.wait_for_jobs();
    choose(&mut session, &[Format::Html]);
    let out = folder.path().join("out");
    report(&mut session, ReportCommand::ExportTo(out.clone()));
    session.wait_for_jobs();
    let html = fs::read_to_string(out.join("report.html")).unwrap();
    // 2011 is interpolated, but its neighbours were entered for the share itself.
    assert!(html.contains("Share: actuals, even path"), "own actuals");
    // 2011–13 rest on the dose's set rate.
    assert!(html.contains("Goal: even path, projection"), "no data");
    assert!(!html.contains("derived from data, even path"));
    // The dose declines by its dynamics; no target requires it.
    assert!(
        html.contains("Where an indicator moves by rates of decline, a fall is positive and a rise negative")
    );
}

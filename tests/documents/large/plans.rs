//! Large plans, one for each way of being large, are projected and described in time, and larger ones refused.
//! tests/limits measures the largest, with all exports.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use planpath::analysis::implications;
use planpath::export::figure::FigureOptions;
use planpath::export::report::ReportOptions;
use planpath::export::{ExportDraws, ExportInput, ExportOutcome, ExportRequest, Format, export};
use planpath::figure::Mode;
use planpath::file::Failure;
use planpath::model::Evaluation;
use planpath::plan::Plan;
use planpath::scenario::Scenario;
use planpath::text::Language;
use planpath::wording::finding;

use super::{LIMIT, lever, plan};

const MOST: usize = 2_000;
/// Fewer, because tests are not optimised.
const MANY: usize = 300;
const FEW: usize = 60;

fn levers(count: usize, more: &str) -> String {
    let mut text = String::new();
    for n in 0..count {
        text.push_str(&lever(&format!("v{n}")).replace(", source:", &format!("{more}, source:")));
    }
    text
}

fn derived(id: &str, formula: &str, more: &str) -> String {
    format!(
        "(id: \"{id}\", name: \"d\", category: \"only\", scope: \"x\", unit: \"x\", dynamics: Derived(\"{formula}\"){more}, source: \"x\"),\n"
    )
}

const TARGET: &str =
    ", target: Some((form: AverageGrowth(8.0), comparator: AtLeast, wording: \"x\", binding: true))";
/// Missed although those of the levers are met, so that alternatives are searched for.
const MISSED: &str =
    ", target: Some((form: AverageGrowth(80.0), comparator: AtLeast, wording: \"x\", binding: true))";

fn why(result: Result<Plan, Failure>) -> String {
    result.unwrap_err().report(Language::English, false)
}

#[test]
fn more_than_a_plan_can_have_is_refused_with_a_way_on() {
    assert!(plan(&levers(MOST, "")).is_ok());
    let said = why(plan(&levers(MOST + 1, "")));
    assert!(
        said.contains("the plan has 2001 indicators; the limit is 2000"),
        "{said}"
    );
    assert!(said.contains("split it into several plan files"), "{said}");
    assert_eq!(said.matches("large.ron:").count(), 1, "{said}");
    // In Chinese too, with words for the list.
    let failure = plan(&levers(MOST + 1, "")).unwrap_err();
    assert!(failure.report(Language::Chinese, false).contains("2001个指标"));

    let mut targets = String::new();
    for n in 0..3 {
        write!(
            targets,
            "(form: Level({n}.5), comparator: AtLeast, wording: \"x\", due: In(201{})),",
            n + 1
        )
        .unwrap();
    }
    let said = why(plan(&levers(MOST, &format!(", targets: [{targets}]"))));
    assert!(said.contains("6000 targets; the limit is 4000"), "{said}");
    let mut categories = String::new();
    for n in 0..1_001 {
        write!(categories, "(id: \"c{n}\", name: \"x\"),").unwrap();
    }
    let text = format!(
        "(format: 1, id: \"x\", title: \"x\", base_year: 2010, end_year: 2015, source: \"x\", categories: [{categories}], indicators: [])"
    );
    let said = why(planpath::plan::read_text("x.ron", &text));
    assert!(said.contains("1001 categories; the limit is 1000"), "{said}");
    let headline = "\"v\",".repeat(101);
    let text = text.replace("indicators:", &format!("headline: [{headline}], indicators:"));
    let said = why(planpath::plan::read_text(
        "x.ron",
        &text.replace("(id: \"c1000\", name: \"x\"),", ""),
    ));
    assert!(said.contains("101 headline charts; the limit is 100"), "{said}");
}

/// Everything computed and said about a plan, except drawing charts.
fn worked_out(text: &str) -> Vec<String> {
    let start = Instant::now();
    let plan = plan(text).unwrap();
    let scenario = Scenario::default();
    let evaluation = Evaluation::new(&plan, &scenario);
    let found = implications(&plan, &scenario, evaluation.projection());
    let said: Vec<String> = found
        .iter()
        .map(|one| finding(&plan, one, Language::English))
        .collect();
    let material = ExportInput::new(&plan, &scenario, "", &evaluation, &found, Language::English);
    let folder = tempfile::tempdir().unwrap();
    let formats = vec![
        Format::Csv,
        Format::Iamc,
        Format::Xlsx,
        Format::Html,
        Format::Docx,
    ];
    let outcome = export(
        &material,
        &request(&plan, formats, folder.path()),
        &mut |_| (),
        &AtomicBool::new(false),
    );
    assert!(
        matches!(outcome, Ok(ExportOutcome::Written { .. })),
        "{outcome:?}"
    );
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
    said
}

fn request(plan: &Plan, formats: Vec<Format>, folder: &Path) -> ExportRequest {
    ExportRequest {
        formats,
        charts: None,
        mode: Mode::Level,
        figure: FigureOptions::default(),
        report: ReportOptions::usual(plan),
        draws: ExportDraws::default(),
        region: "x".to_owned(),
        byte_order_mark: false,
        folder: folder.join("out"),
        replace: false,
    }
}

#[test]
fn a_plan_of_nothing_but_levers_is_worked_out() {
    // All have the same fall, which is one finding about all of them: it names the first few.
    let fall = TARGET.replace("AverageGrowth(8.0)", "CumulativeDecline(21.0)");
    let text = levers(MANY, &fall).replace("Growth, target", "Decline, target");
    let said = worked_out(&text);
    let about = said
        .iter()
        .find(|said| said.contains("and 260 more"))
        .expect("it is cut");
    assert!(about.len() < 2_000, "{}", about.len());
}

#[test]
fn a_chain_of_targets_of_its_own_is_worked_out() {
    let mut text = levers(1, TARGET);
    for n in 0..FEW {
        let before = n
            .checked_sub(1)
            .map_or_else(|| "v0".to_owned(), |n| format!("d{n}"));
        text.push_str(&derived(&format!("d{n}"), &format!("{before} * 1"), MISSED));
    }
    worked_out(&text);
}

/// The paths to the lever double with each identity, and so would a workbook's conditions if they named every path.
#[test]
fn identities_that_double_are_worked_out() {
    let mut text = levers(2, TARGET);
    for n in 0..FEW {
        let [one, other] = [1, 2].map(|back| match n {
            _ if n < back => format!("v{}", back - 1),
            _ => format!("d{}", n - back),
        });
        text.push_str(&derived(
            &format!("d{n}"),
            &format!("({one} + {other}) / 2"),
            MISSED,
        ));
    }
    worked_out(&text);
}

/// Longer than a cell can hold, with names far longer than anybody reads: written anew for every cell, with every sum
/// copied into the next, it would take hours.
#[test]
fn a_formula_of_very_many_terms_is_worked_out() {
    let long = lever("v0").replace("name: \"", &format!("name: \"{}", "n".repeat(100_000)));
    let text = long + &derived("d", &vec!["v0"; 50_000].join(" + "), "");
    worked_out(&text);
}

/// Each has one more lever behind it than the one before.
#[test]
fn sums_upon_sums_are_worked_out() {
    let mut text = levers(FEW, TARGET);
    for n in 0..FEW {
        let before = n
            .checked_sub(1)
            .map_or_else(|| "v0".to_owned(), |n| format!("d{n}"));
        text.push_str(&derived(&format!("d{n}"), &format!("{before} + v{n}"), MISSED));
    }
    worked_out(&text);
}

/// Every alternative would be tried for every target: thousands of searches, each of dozens of projections.
#[test]
fn products_of_very_many_levers_are_worked_out_without_trying_every_way() {
    const LEVERS: usize = MANY;
    let mut text = levers(LEVERS, TARGET);
    let all: Vec<String> = (0..LEVERS).map(|n| format!("v{n} / 16")).collect();
    for n in 0..100 {
        text.push_str(&derived(&format!("d{n}"), &all[..LEVERS - n].join(" * "), MISSED));
    }
    let said = worked_out(&text);
    assert!(said.iter().all(|said| said.len() < 10_000));
}

#[test]
fn more_charts_than_anybody_looks_through_are_refused() {
    let plan = plan(&levers(301, "")).unwrap();
    let scenario = Scenario::default();
    let evaluation = Evaluation::new(&plan, &scenario);
    let material = ExportInput::new(&plan, &scenario, "", &evaluation, &[], Language::English);
    let folder = tempfile::tempdir().unwrap();
    let mut asked = request(&plan, vec![Format::Svg, Format::Csv], folder.path());
    let run = |asked: &ExportRequest| export(&material, asked, &mut |_| (), &AtomicBool::new(false));
    let said = run(&asked).unwrap_err().report(Language::English, false);
    assert!(said.contains("301 charts exceed the limit of 300"), "{said}");
    assert!(!asked.folder.exists());
    asked.charts = Some(plan.iter().map(|(ix, _)| ix).take(3).collect());
    assert!(run(&asked).is_ok());
}

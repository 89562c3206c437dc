//! Benchmarks report figures: `cargo bench --bench export`.
//!
//! Twenty charts of one scenario, each as SVG, PNG at 300 dpi and PDF. The limits are 2 s for the whole export on two
//! cores, and a tenth of the time matplotlib takes, which is measured in the same run if Python has it.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark"
)]

use std::path::Path;
use std::process::Command;
use std::sync::atomic::AtomicBool;

use divan::Bencher;
use planpath::analysis::implications;
use planpath::export::figure::FigureOptions;
use planpath::export::iamc::DEFAULT_REGION;
use planpath::export::report::ReportOptions;
use planpath::export::{ExportDraws, ExportInput, ExportOutcome, ExportRequest, Format, export};
use planpath::figure::Mode;
use planpath::model::Evaluation;
use planpath::plan::IndicatorIx;
use planpath::scenario;
use planpath::text::Language;

const CHARTS: usize = 20;

fn run(bencher: Bencher<'_, '_>, formats: &[Format]) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/mid-term-2013.ron");
    let loaded = scenario::load(&file).expect("examples are sound");
    let (plan, scenario) = (&*loaded.plan, &loaded.scenario);
    let evaluation = Evaluation::new(plan, scenario);
    let implications = implications(plan, scenario, evaluation.projection());
    let hash = &loaded.sha256;
    let material = ExportInput::new(
        plan,
        scenario,
        hash,
        &evaluation,
        &implications,
        Language::Chinese,
    );
    let charts: Vec<IndicatorIx> = plan.iter().map(|(ix, _)| ix).take(CHARTS).collect();
    let wanted = charts.len() * formats.len();
    bencher
        .with_inputs(|| tempfile::tempdir().expect("a temporary folder"))
        .bench_refs(|folder| {
            let request = ExportRequest {
                formats: formats.to_vec(),
                charts: Some(charts.clone()),
                mode: Mode::Level,
                figure: FigureOptions::default(),
                report: ReportOptions::usual(plan),
                draws: ExportDraws::default(),
                region: DEFAULT_REGION.to_owned(),
                byte_order_mark: false,
                folder: folder.path().join("out"),
                replace: false,
            };
            let outcome = export(&material, &request, &mut |_| (), &AtomicBool::new(false));
            let Ok(ExportOutcome::Written { files, .. }) = outcome else {
                unreachable!("the export works");
            };
            assert_eq!(files.len(), wanted, "the work is really done");
        });
}

#[divan::bench]
fn twenty_charts_as_svg(bencher: Bencher<'_, '_>) {
    run(bencher, &[Format::Svg]);
}

#[divan::bench]
fn twenty_charts_as_png(bencher: Bencher<'_, '_>) {
    run(bencher, &[Format::Png]);
}

#[divan::bench]
fn twenty_charts_as_pdf(bencher: Bencher<'_, '_>) {
    run(bencher, &[Format::Pdf]);
}

#[divan::bench]
fn twenty_charts_in_all_three(bencher: Bencher<'_, '_>) {
    run(bencher, &[Format::Svg, Format::Png, Format::Pdf]);
}

fn main() {
    divan::main();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/figures.py");
    match Command::new("python3").arg(&script).output() {
        Ok(output) if output.status.success() => {
            println!("{}", String::from_utf8_lossy(&output.stdout).trim());
        }
        _ => println!(
            "peer: not run, because python3 with matplotlib is not installed (pip install matplotlib)"
        ),
    }
}

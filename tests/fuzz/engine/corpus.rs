//! The raw material for inputs: every document, table and broken file in the repository, and earlier findings.

use std::fs;
use std::path::{Path, PathBuf};

use planpath::analysis::implications;
use planpath::export::ExportInput;
use planpath::export::xlsx::workbook;
use planpath::file::to_ron;
use planpath::model::Evaluation;
use planpath::scenario::{EXAMPLES, read_text};
use planpath::text::Language;

use super::archive::{pack, unpack};
use super::compound::stream;
use super::targets::Target;

/// The repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .collect();
    found.sort();
    found
}

/// The files of a folder with these endings.
fn ending(folder: &str, endings: &[&str]) -> Vec<Vec<u8>> {
    let has = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        ending.is_some_and(|ending| endings.contains(&ending))
    };
    read(files(&root().join(folder)).into_iter().filter(has))
}

fn read(paths: impl IntoIterator<Item = PathBuf>) -> Vec<Vec<u8>> {
    paths.into_iter().filter_map(|path| fs::read(path).ok()).collect()
}

/// Earlier findings for a target, by file.
pub fn found(target: Target) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = root().join("tests/fuzz/found").join(target.name());
    files(&folder)
        .into_iter()
        .filter_map(|path| Some((path.clone(), fs::read(path).ok()?)))
        .collect()
}

/// The whole corpus of a target; findings come first.
pub fn of(target: Target) -> Vec<Vec<u8>> {
    let mut corpus: Vec<Vec<u8>> = found(target).into_iter().map(|(_, bytes)| bytes).collect();
    corpus.extend(match target {
        Target::Plan => plans(),
        Target::Scenario => scenarios(),
        Target::Expression => formulas(),
        Target::Table => tables(),
        Target::Workbook => workbooks(),
        Target::Preferences => texts(&PREFERENCES),
        Target::Recovery => copies(),
    });
    corpus
}

fn texts(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

fn broken(is: impl Fn(&str) -> bool) -> Vec<Vec<u8>> {
    let all = files(&root().join("tests/broken")).into_iter();
    read(all.filter(|path| path.file_name().and_then(|name| name.to_str()).is_some_and(&is)))
}

fn plans() -> Vec<Vec<u8>> {
    let mut plans = ending("seeds", &["ron"]);
    plans.extend(broken(|name| name.contains("plan")));
    plans.extend(texts(&[EVERY_FORM]));
    plans
}

fn scenarios() -> Vec<Vec<u8>> {
    let mut scenarios = ending("scenarios", &["ron"]);
    scenarios.extend(broken(|name| !name.starts_with("plan-")));
    scenarios.extend(texts(&[EVERYTHING]));
    scenarios
}

/// One of everything that a scenario can contain, kept short so that changes hit what matters.
const EVERYTHING: &str = r#"(format: 2, name: (zh: "一", en: "one"), description: "d", plan: "industrial-upgrading-2011-2015",
rates: {"value-added": Constant(8.0), "energy-intensity": Yearly([3.5, 4.2, 4.8, 5.2, 5.3]),
"steel-cr10": OutputGrowth(top: [5.0, 5.0, 5.0, 5.0, 5.0], all: [1.0, 1.0, 1.0, 1.0, 1.0])},
bases: {"rd-intensity": 0.69, "energy-intensity": 2.0},
actuals: {"steel-cr10": {2011: Level(49.2)}, "value-added": {2009: Level(14.0), 2011: AnnualChange(10.8)},
"energy-intensity": {2013: CumulativeChange(-9.0)}, "co2-intensity": {2012: CumulativeChange(-8.0)}},
series: {"value-added": (source: "s", scope: "t", confidence: High)},
uncertainty: {"value-added": (spread: Normal(sd: 1.0), years: SameDraw),
"energy-intensity": (spread: Triangular(min: -1.0, mode: 0.0, max: 1.0), years: Correlated(0.6)),
"carbon-factor": (spread: Normal(sd: 0.5), years: Correlated(0.6)),
"steel-cr10": (spread: Uniform(min: -1.0, max: 1.0), years: Independent)},
correlations: [("energy-intensity", "carbon-factor", -0.3)], roles: {"carbon-factor": Assumption},
notes: {"energy-intensity": "Why."})
"#;

/// One of everything that a plan can promise.
const EVERY_FORM: &str = r#"(format: 2, id: "p", title: (zh: "规划", en: "plan"), base_year: 2010, end_year: 2015, source: "s",
categories: [(id: "c", name: "c"), (id: "d", name: (zh: "丁", en: "d"))], headline: ["a", "x"], indicators: [
(id: "a", name: "a", category: "c", unit: "u", base: Some(16.0), dynamics: Growth, rate_range: Some((-5.0, 20.0)),
targets: [(form: AverageGrowth(8.0), comparator: AtLeast, wording: "w", table: Some("t"), about: true, binding: true),
(form: CumulativeGrowth(20.0), comparator: MoreThan, wording: "w", due: In(2013))]),
(id: "b", name: (zh: "乙", en: "b"), definition: Some("d"), category: "c", scope: "s", unit: "index, 2010 = 100",
absolute_unit: Some("t"), dynamics: Decline, iamc: Some("I|B"),
target: Some((form: CumulativeDecline(21.0), comparator: AtLeast, wording: "w"))),
(id: "e", name: "e", category: "c", unit: "%", base: Some(5.0), dynamics: Additive, bounds: Some((0.0, 100.0)),
targets: [(form: Change(2.0), comparator: AtLeast, wording: "w"), (form: Between(4.0, 8.0), wording: "w", due: EachYear)]),
(id: "f", name: "f", category: "d", unit: "%", base: Some(48.0), dynamics: Concentration, bounds: Some((0.0, 100.0)),
target: Some((form: Level(60.0), comparator: AtLeast, wording: "w"))),
(id: "g", name: "g", category: "d", unit: "n", dynamics: Additive, target: Some((form: Count(5.0), wording: "w"))),
(id: "h", name: "h", category: "d", unit: "n", dynamics: Additive, target: Some((form: Done, wording: "w"))),
(id: "x", name: "x", category: "d", unit: "u", dynamics: Derived("a * b / 100"), scale: Ratio,
target: Some((form: CumulativeDecline(5.0), comparator: AtLeast, wording: "w"))),
(id: "y", name: "y", category: "d", unit: "%", dynamics: Derived("e * (1 - f / 100) + x - x"), scale: Points)])
"#;

fn formulas() -> Vec<Vec<u8>> {
    let mut formulas = texts(&[
        "a",
        "a * b",
        "a / b * 100",
        "c-d * (1 - e2 / 100)",
        "-(a + b) - -c-d",
        "a + b + c-d + e2",
        "1.5",
        "a - a",
    ]);
    for plan in plans() {
        let text = String::from_utf8_lossy(&plan).into_owned();
        let parts = text.split("Derived(\"").skip(1);
        formulas.extend(parts.filter_map(|part| Some(part.split_once('"')?.0.as_bytes().to_vec())));
    }
    formulas
}

/// Tables in the source of tests: quoted, with a tab or a line break between cells.
fn written_in_tests() -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for source in ending("tests/documents/import", &["rs"]) {
        let source = String::from_utf8_lossy(&source).into_owned();
        for literal in source
            .split('"')
            .filter(|part| part.contains("\\n") || part.contains("\\t"))
        {
            let text = literal
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\r", "\r");
            found.push(text.into_bytes());
        }
    }
    found
}

const CASES: &str = "tests/documents/import/cases";

fn tables() -> Vec<Vec<u8>> {
    let mut tables = ending(CASES, &["csv"]);
    tables.extend(written_in_tests());
    tables
}

fn workbooks() -> Vec<Vec<u8>> {
    let mut workbooks = ending(CASES, &["xlsx", "xls", "ods", "html"]);
    workbooks.extend(own_workbook());
    // Unpacked, because packing takes longer than reading; and old ones as the stream inside.
    let mut inside = Vec::new();
    for bytes in &mut workbooks {
        if let Some(parts) = unpack(bytes) {
            let flat = parts.iter().find(|(name, _)| name == "content.xml");
            inside.extend(flat.map(|(_, content)| flat_document(content)));
            *bytes = pack(&parts, false);
        }
        inside.extend(stream(bytes));
    }
    workbooks.extend(inside);
    workbooks
}

/// An unpacked OpenDocument spreadsheet.
fn flat_document(content: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(content);
    text.replace("office:document-content", "office:document")
        .into_bytes()
}

/// The program's own workbook of an example.
fn own_workbook() -> Option<Vec<u8>> {
    let loaded = read_text(EXAMPLES[0].id, EXAMPLES[0].text, Path::new("")).ok()?;
    let (plan, scenario) = (&loaded.plan, &loaded.scenario);
    let evaluation = Evaluation::new(plan, scenario);
    let found = implications(plan, scenario, evaluation.projection());
    let material = ExportInput::new(
        plan,
        scenario,
        &loaded.sha256,
        &evaluation,
        &found,
        Language::English,
    );
    workbook(&material).ok()
}

const PREFERENCES: [&str; 8] = [
    "(format: 1)",
    "(format: 1, language: Some(\"zh-CN\"), theme: Dark, scale: 1.25, decimals: Some(3), mode: Cumulative,\n    charts: {\n        \"我的规划 \\\"一\\\"\": [\"b\", \"a\"],\n        \"other\": [],\n    },\n    hints_seen: [\"hint-levers\"],\n    recent: [\"/x/方案 \\\"一\\\".ron\", [47, 185, 230, 46, 114, 111, 110], \"relative.ron\"],\n)\n",
    "\u{feff}(format: 1, scale: NaN, decimals: 99999999, language: \"en\", mode: Progress, theme: System)",
    "(format: 1, charts: {\"p\": [\"a\", \"b\", \"a\"], \"p\": [\"c\"]}, recent: [\"/x\", \"/y\", \"/x\"])",
    "(format: 2, novelty: true)",
    "(format: 3)",
    "(format: 1, language: \"klingon\")",
    "(format: 1, theme: Purple)",
];

/// Recovery copies of every scenario and broken file, as the program writes them.
fn copies() -> Vec<Vec<u8>> {
    let copy = |scenario: &[u8]| -> Option<Vec<u8>> {
        let quoted = to_ron(&String::from_utf8_lossy(scenario)).ok()?;
        Some(
            format!(
                "(\n    format: 1,\n    pid: 1234,\n    written: 1793000000,\n    name: (zh: \"一\", en: \"one\"),\n    \
                 original: Some(\"/nowhere/one.ron\"),\n    saved_sha256: Some(\"0f0f\"),\n    folder: \"/nowhere\",\n    \
                 scenario: {},\n    refused: [(indicator: \"value-added\", year: 2012, text: \"x\")],\n)\n",
                quoted.trim_end()
            )
            .into_bytes(),
        )
    };
    let mut copies: Vec<Vec<u8>> = scenarios().iter().filter_map(|scenario| copy(scenario)).collect();
    copies.extend(texts(&[
        "(format: 1, pid: 1, written: 0, name: \"\", original: None, saved_sha256: None, folder: [47, 185], scenario: \"\")",
        "(format: 1, pid: 1, written: 18446744073709551615, name: \"n\", original: Some([47, 185]), saved_sha256: None, folder: \"\", scenario: \"(format: 1, name: \\\"nul\\\\u{0}name\\\", plan: \\\"industrial-upgrading-2011-2015\\\")\")",
    ]));
    copies
}

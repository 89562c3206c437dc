//! The wording of tables and reports for targets of every form: in the right unit, compared with the share due, and
//! with nothing left to do once nothing is.

mod claims;

use std::fs;

use serde_json::Value;

use crate::program::{program, root};

fn file(name: &str) -> String {
    let folder = root().join("tests/documents/wording");
    folder.join(name).to_str().unwrap().to_owned()
}

fn planpath(arguments: &[&str]) -> (bool, String) {
    let output = program().args(arguments).output().expect("planpath runs");
    let text = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(text).unwrap())
}

/// The words of a table row, with cells separated by two or more spaces.
fn row(table: &str, name: &str, number: usize) -> Vec<String> {
    let rows = table.lines().filter(|line| line.trim_start().starts_with(name));
    let row = rows
        .clone()
        .nth(number)
        .unwrap_or_else(|| panic!("{name}\n{table}"));
    let cells = row.split("  ").map(str::trim).filter(|cell| !cell.is_empty());
    cells.map(str::to_owned).collect()
}

/// Row 0 of a name is in the table by year, row 1 in that of standings.
const STANDINGS: usize = 1;

#[test]
fn changes_have_the_unit_of_their_indicator() {
    let (_, english) = planpath(&["--lang", "en", "track", &file("forms.ron")]);
    // 4 of 10 in three years, 6 in two.
    let parks = row(&english, "Parks", STANDINGS);
    assert_eq!(parks[5..8], ["+4.00 parks", "+6.00 parks", "+3.00 parks a year"]);
    // 17.5 is 2.5 below the base and 1.5 above the band.
    let stock = row(&english, "Stock", STANDINGS);
    assert_eq!(stock[5..8], ["−2.50 kt", "−1.50 kt", "−0.50 kt a year"]);
    assert_eq!(
        row(&english, "Act", STANDINGS)[5..8],
        ["not done", "not done yet", "not done yet"]
    );
    // A percentage changes by points.
    assert_eq!(row(&english, "Reuse, 2015", STANDINGS)[5], "+1.00 points");
    let (_, chinese) = planpath(&["--lang", "zh", "track", &file("forms.ron")]);
    let parks = row(&chinese, "园区", STANDINGS);
    assert_eq!(parks[5..8], ["+4.00个", "+6.00个", "每年+3.00个"]);
    for table in [&english, &chinese] {
        assert_eq!(
            table.matches("points").count() + table.matches("个百分点").count(),
            2,
            "{table}"
        );
    }
}

#[test]
fn nothing_is_still_to_do_where_the_target_is_reached() {
    let (_, table) = planpath(&["--lang", "en", "track", &file("forms.ron")]);
    // 65 was above both, and must remain so.
    for name in ["Reuse, 2015", "Reuse, 2013"] {
        assert_eq!(row(&table, name, STANDINGS)[6..8], ["–", "just hold"], "{name}");
    }
    let (_, json) = planpath(&["track", &file("forms.ron"), "--format", "json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    let of = |id: &str| {
        let mut all = json["targets"].as_array().unwrap().iter();
        all.find(|target| target["indicator"] == id).unwrap().clone()
    };
    assert_eq!(of("reuse")["remaining_points"], 0.0);
    assert_eq!(of("parks")["remaining_points"], 6.0);
    // Towards a band from above, down is the target's direction.
    assert_eq!(of("stock")["remaining_points"], 1.5);
}

#[test]
fn each_target_is_held_against_what_is_due_for_it() {
    let (_, table) = planpath(&["--lang", "en", "track", &file("forms.ron")]);
    let due = |name| row(&table, name, 0)[1..].to_vec();
    assert_eq!(
        due("Due on an even path to 2015"),
        ["20.0 %", "40.0 %", "60.0 %", "80.0 %", "100.0 %"]
    );
    assert_eq!(
        due("Due on an even path to 2013"),
        ["33.3 %", "66.7 %", "100.0 %", "–", "–"]
    );
    // A task is not due in parts.
    assert_eq!(
        due("Due once, in 2014"),
        ["0.0 %", "0.0 %", "0.0 %", "100.0 %", "–"]
    );
    assert_eq!(row(&table, "Act", STANDINGS)[1], "on schedule");
    let (_, even) = planpath(&["--lang", "en", "track", "scenarios/mid-term-2013.ron"]);
    assert_eq!(even.matches("Due on an even path").count(), 1);
    assert!(!even.contains("even path to"), "one due year needs no name");
}

#[test]
fn what_is_not_judged_is_not_said_to_be_missed() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let scenario = file("forms.ron");
    let (is_done, said) = planpath(&[
        "--lang",
        "en",
        "export",
        &scenario,
        "--output",
        out,
        "--formats",
        "html",
    ]);
    assert!(is_done, "{said}");
    let page = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let page = page
        .into_iter()
        .find(|path| path.extension().is_some_and(|ext| ext == "html"))
        .unwrap();
    let html = fs::read_to_string(page).unwrap();
    let not_judged = html.find("Targets not judged:").expect("a list of its own");
    let reason = html.find("not judged for lack of a base value").unwrap();
    assert!(reason > not_judged);
    // "Missed" is only the band, which comes before.
    let missed = html.find("Targets not met").unwrap();
    assert!(missed < not_judged);
}

#[test]
fn a_plan_whose_own_path_is_no_number_is_not_sound() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let plan = |base: &str| {
        format!(
            r#"(format: 2, id: "p", title: "P", base_year: 2010, end_year: 2015, source: "",
            categories: [(id: "c", name: "C")], indicators: [(id: "flow", name: "Flow", category: "c",
            unit: "t", dynamics: Growth, base: Some({base}),
            target: Some((form: AverageGrowth(20.0), comparator: AtLeast, wording: "")))])"#
        )
    };
    // 1.2² times 1e308 is beyond the largest number.
    for (base, is_sound) in [("1.0e3", true), ("1.0e308", false)] {
        fs::write(&path, plan(base)).unwrap();
        let (succeeds, said) = planpath(&["--lang", "en", "check", path.to_str().unwrap()]);
        assert_eq!(succeeds, is_sound, "{said}");
        assert_eq!(
            said.contains("Flow (flow) would be out of range in 20"),
            !is_sound,
            "{said}"
        );
    }
}

#[test]
fn gaps_in_tables_have_no_dust() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let scenario = "scenarios/plan-on-schedule.ron";
    let (is_done, said) = planpath(&["export", scenario, "--output", out, "--formats", "csv"]);
    assert!(is_done, "{said}");
    let text = fs::read_to_string(folder.path().join("scorecard.csv")).unwrap();
    let mut rows = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let head = rows.headers().unwrap().clone();
    let place = |name: &str| head.iter().position(|one| one == name).unwrap();
    let (gap, target) = (place("gap"), place("target"));
    let mut seen = 0;
    for row in rows.records().map(Result::unwrap) {
        let (Ok(gap), Ok(target)) = (row[gap].parse::<f64>(), row[target].parse::<f64>()) else {
            continue;
        };
        seen += 1;
        assert!(gap == 0.0 || gap.abs() > 1e-9 * target.abs().max(1.0), "{row:?}");
    }
    assert!(seen > 10);
}

//! The workbook's progress sheet: formulas over the trajectories, compared with the program's figures.

use planpath::export::xlsx::workbook;
use planpath::model::{Required, enough_rate, enough_remaining};
use planpath::text::{Language, say};
use planpath::wording::{self, promise, required_in_words};

use crate::tables::workbook::{PROGRESS, Sheets, TRAJECTORIES, formula, number, row_of, sheets, text};
use crate::tables::{Case, EVERY_KIND, every_kind};

/// The column `behind` places after the years; name, target and binding come before them.
fn column(case: &Case, behind: u32) -> u32 {
    3 + u32::try_from(case.loaded.plan.steps()).unwrap() + behind
}

/// The sheet matches a scenario's ledgers, up to a relative difference.
pub(crate) fn assert_agrees(sheets: &Sheets, case: &Case, language: Language, slack: f64) {
    let plan = &case.loaded.plan;
    let (_, values, _) = &sheets[PROGRESS];
    for ledger in case.evaluation.ledgers() {
        let indicator = plan.get(ledger.indicator());
        let row = row_of(values, indicator.name.get(language));
        let near = |found: f64, expected: f64, what: &str| {
            let off = (found - expected).abs();
            assert!(
                off <= slack * expected.abs().max(1.0),
                "{} {what}: {found} instead of {expected}",
                indicator.id
            );
        };
        let words = promise(indicator, plan.target(ledger.target), language);
        assert_eq!(text(values, row, 1), words, "{}", indicator.id);
        for (column, year) in (3..).zip(&ledger.years[1..]) {
            near(number(values, row, column), year.progress, "progress");
            near(number(values, 5, column), year.scheduled, "due");
        }
        let at = |behind| column(case, behind);
        let last = ledger.last().unwrap();
        let standing = say(language, wording::standing(ledger.standing()));
        assert_eq!(text(values, row, at(0)), standing, "{}", indicator.id);
        near(number(values, row, at(9)), ledger.goal, "goal");
        if ledger.last_actual == 0 {
            for behind in 1..=8 {
                assert_eq!(text(values, row, at(behind)), "–", "{}", indicator.id);
            }
            continue;
        }
        for (behind, expected, what) in [
            (1, f64::from(last.year), "last actual"),
            (2, last.progress, "official progress"),
            (3, last.scheduled, "due by then"),
            (4, last.linear, "linear count"),
            (5, ledger.achieved().unwrap(), "achieved"),
            (8, last.level, "level"),
        ] {
            near(number(values, row, at(behind)), expected, what);
        }
        match enough_remaining(plan, ledger, 2) {
            Some((remaining, _)) => near(number(values, row, at(6)), remaining, "still to do"),
            None => assert_eq!(text(values, row, at(6)), "–", "{}", indicator.id),
        }
        match ledger.required {
            // Rounded so that typing the figure shown meets the target.
            Required::Rate(_) => {
                let enough = enough_rate(plan, &case.projection, ledger, 2).unwrap();
                near(number(values, row, at(7)), enough.0, "required");
            }
            _ => assert_eq!(
                text(values, row, at(7)),
                required_in_words(plan, &case.projection, ledger, None, language)
            ),
        }
    }
}

#[test]
fn progress_follows_the_cells_of_trajectories_and_scorecard() {
    let case = Case::shipped("mid-term-2013");
    let sheets = sheets(&workbook(&case.material(Language::English)).unwrap());
    let (_, values, formulas) = &sheets[PROGRESS];
    let trajectory = |name: &str| row_of(&sheets[3].1, name) + 1;
    let score = |name: &str| row_of(&sheets[0].1, name) + 1;
    let energy = "Energy intensity of value added";
    let row = row_of(values, energy);
    // Column C is 2010 and F is 2013; K of the scorecard has the level that meets the target.
    let (level, goal) = (trajectory(energy), score(energy));
    let start = format!("'Trajectories'!C{level}");
    let further = |row, column| {
        let whole = formula(formulas, row, column);
        // The branch that applies while there is distance to cover.
        let (_, further) = whole.split_once(")))),").unwrap();
        further.split_once(",IF(").unwrap().0
    };
    assert_eq!(
        further(row, 5),
        format!("LN('Trajectories'!F{level}/{start})/LN('Targets'!K{goal}/{start})")
    );
    // Where changes add up, the count is linear.
    let steel = "Steel, top-10 concentration ratio";
    let row = row_of(values, steel);
    let (level, goal) = (trajectory(steel), score(steel));
    let start = format!("'Trajectories'!C{level}");
    assert_eq!(
        further(row, 7),
        format!("('Trajectories'!H{level}-{start})/('Targets'!K{goal}-{start})")
    );
    // 60 − 39.4 = 20.6 points in two years.
    assert!((number(values, row, column(&case, 7)) - 10.3).abs() < 1e-9);
    assert_eq!(text(values, row, column(&case, 0)), "wrong direction");
    // Binding targets first; those without actuals follow.
    let names: Vec<&str> = (6..12).map(|row| text(values, row, 0)).collect();
    assert_eq!(
        names,
        [
            energy,
            "CO₂ intensity of value added",
            "Water intensity of value added",
            "Industrial value added",
            "R&D share of main business revenue",
            steel
        ]
    );
    assert_eq!(text(values, 12, column(&case, 0)), "no data yet");
}

#[test]
fn a_ceiling_that_is_passed_has_to_be_come_back_from() {
    let case = every_kind("Trial", 10.0);
    let sheets = sheets(&workbook(&case.material(Language::English)).unwrap());
    let (_, values, formulas) = &sheets[PROGRESS];
    let row = row_of(values, "Waste");
    // From 10 to at most 12, which the base year meets: at 13 it is 1 above 12, half of the 2 between them.
    assert!((number(values, row, 3) - 0.5).abs() < 1e-12);
    assert!(formula(formulas, row, 3).starts_with("IFERROR(IF("));
    assert_eq!(text(values, row, column(&case, 0)), "limit passed");
    // The remaining year must take one point back.
    assert!((number(values, row, column(&case, 7)) + 1.0).abs() < 1e-12);
}

#[test]
fn words_stand_where_no_rate_is_needed_or_none_helps() {
    let scenario = r#"(format: 1, name: "Trial", plan: "plan.ron", actuals: {
        "share": { 2011: Level(51.0) },
        "output": { 2012: CumulativeChange(10.0) },
    })"#;
    let case = Case::small(EVERY_KIND, scenario);
    let sheets = sheets(&workbook(&case.material(Language::English)).unwrap());
    let (_, values, formulas) = &sheets[PROGRESS];
    let at = |name, behind| text(values, row_of(values, name), column(&case, behind));
    // 51 is above 50 a year early; 10 % is below 1.08² − 1 with no year left.
    assert_eq!(
        (at("Share", 0), at("Share", 7)),
        ("already reached", "already reached")
    );
    assert_eq!(
        (at("Output", 0), at("Output", 7)),
        ("not reached", "no years left")
    );
    // Text that can turn into a rate when an actual is changed.
    let row = row_of(values, "Share");
    assert!(formula(formulas, row, column(&case, 7)).contains("IF("));
}

#[test]
fn a_legend_names_the_kinds_of_level_that_occur() {
    // Nothing is set in the mid-term scenario. Energy use of 2011 follows from two actuals, but has no target.
    let case = Case::shipped("mid-term-2013");
    for language in [Language::English, Language::Chinese] {
        let sheets = sheets(&workbook(&case.material(language)).unwrap());
        let ids = [
            "origin-actual",
            "origin-interpolated",
            "origin-implied",
            "origin-projected",
            "origin-partly-assumed",
            "origin-assumed",
        ];
        for (sheet, first, absent) in [
            (PROGRESS, 0, &["origin-implied", "origin-projected"][..]),
            (TRAJECTORIES, 1, &["origin-projected"][..]),
        ] {
            let (_, values, _) = &sheets[sheet];
            for (column, id) in (first..).zip(ids) {
                let name = say(language, id);
                let expected = if absent.contains(&id) { "–" } else { &*name };
                assert_eq!(text(values, 2, column), expected, "{id}, sheet {sheet}");
            }
        }
    }
}

/// A plan with targets due at the end, earlier, in every year, and as a task.
const SCHEDULES: &str = r#"(
    format: 2, id: "small", title: "Small", base_year: 2010, end_year: 2013, source: "A document",
    categories: [(id: "all", name: "All")],
    indicators: [
        (id: "output", name: "Output", category: "all", unit: "t", base: Some(100.0), dynamics: Growth, targets: [
            (form: Level(130.0), comparator: AtLeast, wording: ""),
            (form: Level(115.0), comparator: AtLeast, wording: "", due: In(2012)),
            (form: AverageGrowth(2.0), comparator: AtLeast, wording: "", due: EachYear)]),
        (id: "factor", name: "Factor", category: "all", unit: "index, 2010 = 100", dynamics: Decline),
        (id: "use", name: "Use", category: "all", unit: "index", dynamics: Derived("output * factor"),
         target: Some((form: Level(150.0), comparator: AtMost, wording: ""))),
        (id: "network", name: "Network", category: "all", unit: "done", dynamics: Additive,
         targets: [(form: Done, wording: "", due: In(2012))]),
    ],
)"#;

#[test]
fn every_schedule_has_a_row_of_shares_due_as_elsewhere() {
    let scenario =
        r#"(format: 2, name: "Trial", plan: "plan.ron", actuals: { "output": { 2012: Level(118.0) } })"#;
    let case = Case::small(SCHEDULES, scenario);
    let sheets = sheets(&workbook(&case.material(Language::English)).unwrap());
    let (_, values, _) = &sheets[PROGRESS];
    let share = |row: u32, column: u32| values.get_value((row, column)).unwrap().to_string();
    let thirds = |n: f64| (n / 3.0).to_string();
    for (row, label, shares) in [
        (
            5,
            "Due on an even path to 2013",
            [thirds(1.0), thirds(2.0), "1".to_owned()],
        ),
        (
            6,
            "Due on an even path to 2012",
            ["0.5".to_owned(), "1".to_owned(), "–".to_owned()],
        ),
        (7, "Due every year", ["1"; 3].map(str::to_owned)),
        (
            8,
            "Due once, in 2012",
            ["0".to_owned(), "1".to_owned(), "–".to_owned()],
        ),
    ] {
        assert_eq!(text(values, row, 0), label);
        assert_eq!([3, 4, 5].map(|column| share(row, column)), shares, "{label}");
    }
    assert_eq!(row_of(values, "Output, 2013"), 9, "then come the targets");
}

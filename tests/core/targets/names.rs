//! Names of targets.

use planpath::analysis::solver::{Request, SolveMode, solve};
use planpath::model::{Evaluation, ParameterId, Status};
use planpath::scenario::Scenario;
use planpath::text::Language;
use planpath::wording::{evidence, score_table, target_in_words};

use crate::targets::{close, enter, judge, milestones, one, plan, target, with_rates};

#[test]
fn a_target_is_named_by_id_year_and_form() {
    let list = [
        target("Level(130.0)", "comparator: AtLeast, due: In(2013)"),
        target("Level(200.0)", "comparator: AtLeast"),
        target("AverageGrowth(14.0)", "comparator: AtLeast"),
    ];
    let fields = r#"unit: "t", base: Some(100.0), dynamics: Growth"#;
    let plan = plan(&[("x", &format!("{fields}, targets: [{}]", list.join(",")))]);
    let all: Vec<_> = plan.targets().map(|(ix, ..)| ix).collect();
    assert_eq!(plan.find_target("x@2013"), Ok(all[0]));
    assert_eq!(plan.find_target("x@2013:level"), Ok(all[0]));
    assert_eq!(plan.find_target("x@2015:level"), Ok(all[1]));
    assert_eq!(plan.find_target("x@2015:average-growth"), Ok(all[2]));
    let both = vec!["x@2015:level".to_owned(), "x@2015:average-growth".to_owned()];
    for unclear in ["x", "x@2015"] {
        assert_eq!(plan.find_target(unclear), Err(both.clone()), "{unclear}");
    }
    for ix in all {
        assert_eq!(plan.find_target(&plan.target_name(ix)), Ok(ix));
    }
}

#[test]
fn targets_of_one_year_are_told_apart_by_their_form() {
    let list = [
        target("Level(130.0)", "comparator: AtLeast, due: In(2013)"),
        target("Level(200.0)", "comparator: AtLeast"),
        target("AverageGrowth(14.0)", "comparator: AtLeast, due: In(2015)"),
        target("AverageGrowth(3.0)", "comparator: AtLeast, due: EachYear"),
        target("Between(90.0, 300.0)", "due: EachYear"),
    ];
    let fields = r#"unit: "t", base: Some(100.0), dynamics: Growth"#;
    let plan = plan(&[("x", &format!("{fields}, targets: [{}]", list.join(",")))]);
    let named = |language| -> Vec<String> {
        let all = plan.targets();
        all.map(|(ix, ..)| target_in_words(&plan, ix, language)).collect()
    };
    assert_eq!(
        named(Language::English),
        [
            "x, 2013",
            "x, 2015, level",
            "x, 2015, average growth",
            "x, every year, average growth",
            "x, every year, range"
        ]
    );
    assert_eq!(
        named(Language::Chinese),
        [
            "x（2013年）",
            "x（2015年，水平）",
            "x（2015年，年均增速）",
            "x（每年，年均增速）",
            "x（每年，区间）"
        ]
    );
}

#[test]
fn the_worst_year_of_what_is_due_in_every_year_is_named() {
    let plan = one(
        r#"unit: "t", base: Some(100.0), dynamics: Growth"#,
        "Level(95.0)",
        "comparator: AtLeast, due: EachYear",
    );
    let mut scenario = with_rates(&plan, "x", &[0.0; 5]);
    enter(
        &plan,
        &mut scenario,
        "x",
        &[(2011, 99.0), (2012, 93.0), (2013, 98.0)],
    );
    let evaluation = Evaluation::new(&plan, &scenario);
    for (language, projected) in [
        (Language::English, "93.0 in 2012"),
        (Language::Chinese, "93.0（2012年）"),
    ] {
        let rows = score_table(&plan, evaluation.assessments(), None, language);
        assert_eq!(rows[1][3], projected);
    }
}

#[test]
fn years_between_data_are_named_where_the_rest_is_open() {
    let plan = one(
        r#"unit: "t", base: Some(100.0), dynamics: Growth"#,
        "Level(95.0)",
        "comparator: AtLeast, due: EachYear",
    );
    let mut scenario = Scenario::default();
    let said = |scenario: &Scenario| {
        let found = judge(&plan, scenario, "x@each-year");
        Language::ALL.map(|language| evidence(&plan, &found, language))
    };
    enter(
        &plan,
        &mut scenario,
        "x",
        &[(2011, 99.0), (2012, 99.5), (2013, 101.0)],
    );
    assert_eq!(
        said(&scenario),
        [
            "data to 2013, then the plan's pace",
            "数据至2013年，其后按规划进度"
        ]
    );
    enter(&plan, &mut scenario, "x", &[(2013, 101.0)]);
    assert_eq!(
        said(&scenario),
        [
            "data to 2013, gaps interpolated, then the plan's pace",
            "数据至2013年，其间有内插年，其后按规划进度"
        ]
    );
    let mut set = with_rates(&plan, "x", &[1.0; 5]);
    enter(&plan, &mut set, "x", &[(2013, 101.0)]);
    assert_eq!(said(&set)[0], "data to 2013, gaps interpolated, then set rates");
}

#[test]
fn a_milestone_is_solved_for_up_to_its_year() {
    let plan = milestones();
    let mut scenario = with_rates(&plan, "x", &[0.0; 5]);
    enter(&plan, &mut scenario, "x", &[(2011, 105.0)]);
    let request = Request {
        target: plan.find_target("x@2013").unwrap(),
        parameter: ParameterId::rate(plan.find("x").unwrap()),
        way: SolveMode::CatchUp,
    };
    let answer = solve(&plan, &scenario, request).unwrap();
    // From 105 to 130 in 2012 and 2013.
    close(answer.value, ((130.0_f64 / 105.0).sqrt() - 1.0) * 100.0);
    assert_eq!(answer.assessment.status, Status::Met);
}

//! Targets due in every year, missed only by interpolated levels: data for those years may yet correct that.

use planpath::figure::overview;
use planpath::model::{Evaluation, Origin, Standing, enough_rate, project};
use planpath::plan::Plan;
use planpath::scenario::{Actual, ActualEntry, Rates, Scenario};
use planpath::text::Language;
use planpath::wording::{
    assessed, behind_schedule, evidence, last_year, plan_itself, promise, remaining_in_words,
    required_in_words, verdict,
};

use super::{enter, judge, one, with_rates};

/// At least 90 in every year, from 85.
fn floor() -> Plan {
    one(
        r#"unit: "%", base: Some(85.0), dynamics: Additive"#,
        "Level(90.0)",
        "comparator: AtLeast, due: EachYear",
    )
}

/// Verdict, evidence, and standing with what is still to do and needed, for these entered levels.
fn said(plan: &Plan, levels: &[(i32, f64)]) -> ([String; 2], (Standing, [String; 2])) {
    let mut scenario = Scenario::default();
    enter(plan, &mut scenario, "x", levels);
    let (found, projection) = (judge(plan, &scenario, "x"), project(plan, &scenario));
    let evaluation = Evaluation::new(plan, &scenario);
    let ledger = evaluation.ledger(found.target).unwrap();
    let language = Language::English;
    (
        [
            verdict(plan, &found, "", language),
            evidence(plan, &found, language),
        ],
        (
            ledger.standing(),
            [
                remaining_in_words(plan, ledger, None, language),
                required_in_words(plan, &projection, ledger, None, language),
            ],
        ),
    )
}

#[test]
fn levels_between_data_decide_nothing() {
    let plan = floor();
    // 85 in 2010 and 95 in 2013 give 88.3 in 2011.
    let (judged, (standing, needed)) = said(&plan, &[(2013, 95.0)]);
    assert_eq!(
        judged,
        [
            "would be missed, by interpolation between data",
            "data to 2013, gaps interpolated"
        ]
    );
    assert_eq!(standing, Standing::Open);
    assert_eq!(needed, ["–", "not known yet"]);
    // The same once no year is left.
    let (judged, (standing, needed)) = said(&plan, &[(2015, 95.0)]);
    assert_eq!(judged[0], "would be missed, by interpolation between data");
    assert_eq!(standing, Standing::Open);
    assert_eq!(needed, ["–", "not known yet"]);
}

#[test]
fn data_decide_whatever_comes_after_them() {
    let plan = floor();
    let (judged, (standing, needed)) = said(&plan, &[(2011, 89.0), (2013, 95.0)]);
    assert_eq!(judged, ["missed", "data to 2013, gaps interpolated"]);
    assert_eq!(standing, Standing::NotReached);
    assert_eq!(needed, ["–", "missed in a past year"]);
    let (judged, _) = said(&plan, &[(2011, 89.0)]);
    assert_eq!(judged, ["missed", "data to 2011"]);
    // Also if a future year is worse than the one that missed it.
    let mut scenario = with_rates(&plan, "x", &[0.0, -5.0, 0.0, 0.0, 0.0]);
    enter(&plan, &mut scenario, "x", &[(2011, 89.0)]);
    let found = judge(&plan, &scenario, "x");
    assert_eq!((found.year, found.is_decided()), (2012, true));
}

#[test]
fn a_year_that_missed_it_has_no_schedule_to_be_behind() {
    let plan = one(
        r#"unit: "%", base: Some(90.0), dynamics: Additive"#,
        "Between(86.0, 97.0)",
        "comparator: AtLeast, due: EachYear",
    );
    let mut scenario = Scenario::default();
    enter(&plan, &mut scenario, "x", &[(2011, 91.0), (2012, 98.0)]);
    let projection = project(&plan, &scenario);
    let evaluation = Evaluation::new(&plan, &scenario);
    let found = behind_schedule(&plan, &projection, &evaluation.ledgers()[0], Language::English);
    assert_eq!(
        found.as_deref(),
        Some("x, every year was missed in 2012; the target is 86–97 %.")
    );
}

#[test]
fn what_was_done_rests_on_nothing_to_come() {
    let plan = one(
        r#"unit: "", base: Some(0.0), dynamics: Additive"#,
        "Done",
        "comparator: AtLeast",
    );
    assert_eq!(said(&plan, &[(2012, 1.0)]).0, ["met", "data to 2012"]);
}

#[test]
fn other_base_values_are_not_the_plan_itself() {
    let plan = floor();
    let x = plan.find("x").unwrap();
    let about = |scenario: &Scenario| {
        let counts = Evaluation::new(&plan, scenario).counts(&plan);
        plan_itself(&counts, Language::English)
    };
    let mut scenario = Scenario::default();
    assert!(about(&scenario).unwrap().contains("this is the plan itself"));
    scenario.bases.set(x, 85.0);
    assert!(about(&scenario).unwrap().contains("this is the plan itself"));
    scenario.bases.set(x, 80.0);
    let said = about(&scenario).unwrap();
    assert!(said.contains("from the scenario's base values"), "{said}");
    scenario.rates.set(x, Rates::Constant(1.0));
    assert_eq!(about(&scenario), None);
}

#[test]
fn a_level_that_is_due_in_every_year_is_reached_at_once_and_kept() {
    // From 100 to between 101.61 and 105.21: 1.61 % in the next year, not in every one.
    let plan = one(
        r#"unit: "t", base: Some(100.0), dynamics: Growth"#,
        "Between(101.61, 105.21)",
        "comparator: AtLeast, due: EachYear",
    );
    let evaluation = Evaluation::new(&plan, &Scenario::default());
    let needed = |language| {
        required_in_words(
            &plan,
            evaluation.projection(),
            &evaluation.ledgers()[0],
            None,
            language,
        )
    };
    assert_eq!(needed(Language::English), "rise 1.61 % in 2011, then hold");
    assert_eq!(needed(Language::Chinese), "2011年增长1.61%，其后保持");
}

#[test]
fn a_narrow_band_takes_as_many_decimals_as_it_needs() {
    // (20.502 − 20) / 5 = 0.1004 a year is inside 20.501–20.503; 0.10 and 0.11 are not.
    let plan = one(
        r#"unit: "%", base: Some(20.0), dynamics: Additive"#,
        "Between(20.501, 20.503)",
        "comparator: AtLeast",
    );
    let evaluation = Evaluation::new(&plan, &Scenario::default());
    let ledger = &evaluation.ledgers()[0];
    let (rate, places) = enough_rate(&plan, evaluation.projection(), ledger, 2).unwrap();
    assert!(
        places > 2 && (20.501..=20.503).contains(&(20.0 + 5.0 * rate)),
        "{rate}"
    );
    // A band, once reached, can be left again.
    let (_, (standing, needed)) = said(&plan, &[(2013, 20.502)]);
    assert_eq!(standing, Standing::Holds);
    assert_eq!(needed[1], "just hold");
}

#[test]
fn what_is_met_exactly_shows_the_targets_own_decimals() {
    let fields = r#"unit: "%", base: Some(65.0), dynamics: Additive"#;
    let plan = one(fields, "Level(65.04)", "comparator: AtLeast");
    let scenario = with_rates(&plan, "x", &[0.04, 0.0, 0.0, 0.0, 0.0]);
    let found = judge(&plan, &scenario, "x");
    let (_, indicator, target) = plan.targets().next().unwrap();
    let shown = assessed(indicator, target, &found, None, Language::English).unwrap();
    assert_eq!(shown[0], "65.04 %");
}

#[test]
fn changes_that_may_be_smaller_are_said_to_be() {
    let fields = r#"unit: "firms", base: Some(50.0), dynamics: Additive"#;
    for (form, more, english, chinese) in [
        (
            "Change(-3.41)",
            "comparator: MoreThan",
            "fall less than 3.41 firms",
            "降低不足3.41 firms",
        ),
        (
            "Change(-1.0)",
            "comparator: AtLeast, about: true",
            "fall at most about 1 firms",
            "降低不超过1 firms左右",
        ),
        (
            "Change(2.0)",
            "comparator: LessThan",
            "rise less than 2 firms",
            "提高不足2 firms",
        ),
    ] {
        let plan = one(fields, form, more);
        let (_, indicator, target) = plan.targets().next().unwrap();
        let said = [Language::English, Language::Chinese].map(|l| promise(indicator, target, l));
        assert_eq!(said, [english, chinese]);
    }
}

/// The wording and standing of a target due in 2012 with these levels entered.
fn due_in_2012(fields: &str, form: &str, levels: &[(i32, f64)]) -> (String, Standing) {
    let plan = one(fields, form, "comparator: AtLeast, due: In(2012)");
    let ([verdict, _], (standing, _)) = said(&plan, levels);
    (verdict, standing)
}

#[test]
fn a_due_year_between_data_is_not_decided() {
    let share = r#"unit: "%", base: Some(80.0), dynamics: Additive"#;
    let due = |levels: &[(i32, f64)]| due_in_2012(share, "Level(100.0)", levels);
    // Half-way between 85 and 115 lie 100, between 85 and 105 95: 15 of 20 points.
    let met = "would be met, by interpolation between data".to_owned();
    assert_eq!(due(&[(2011, 85.0), (2013, 115.0)]), (met, Standing::Open));
    let missed = "would be missed, by interpolation between data".to_owned();
    assert_eq!(due(&[(2011, 85.0), (2013, 105.0)]), (missed, Standing::Open));
    assert_eq!(due(&[(2012, 100.0)]), ("met".to_owned(), Standing::Reached));
    assert_eq!(due(&[(2012, 95.0)]), ("missed".to_owned(), Standing::NotReached));
}

#[test]
fn what_never_falls_is_decided_by_the_data_on_either_side() {
    let count =
        |levels: &[(i32, f64)]| due_in_2012(r#"unit: "parks", dynamics: Additive"#, "Count(10.0)", levels);
    let open = "would be met, by interpolation between data".to_owned();
    // 9 and 20: in 2012 it may still have been 9.
    assert_eq!(count(&[(2011, 9.0), (2013, 20.0)]), (open, Standing::Open));
    let met = ("met".to_owned(), Standing::Reached);
    assert_eq!(
        count(&[(2011, 10.0), (2013, 20.0)]),
        met,
        "reached the year before"
    );
    let missed = ("missed".to_owned(), Standing::NotReached);
    assert_eq!(
        count(&[(2011, 2.0), (2013, 8.0)]),
        missed,
        "not even the year after"
    );
    let done = |levels: &[(i32, f64)]| due_in_2012(r#"unit: "law", dynamics: Additive"#, "Done", levels);
    let open = "would be missed, by interpolation between data".to_owned();
    assert_eq!(
        done(&[(2013, 1.0)]),
        (open, Standing::Open),
        "it may have been done in 2011"
    );
    assert_eq!(done(&[(2011, 1.0), (2013, 1.0)]), met);
    assert_eq!(done(&[(2013, 0.0)]), missed);
}

#[test]
fn a_count_that_is_reached_depends_on_no_years_left() {
    let plan = one(
        r#"unit: "parks", dynamics: Additive"#,
        "Count(100.0)",
        "comparator: AtLeast",
    );
    let ([verdict, evidence], (standing, _)) = said(&plan, &[(2012, 100.0)]);
    assert_eq!([verdict.as_str(), evidence.as_str()], ["met", "data to 2012"]);
    assert_eq!(standing, Standing::Reached);
    let mut scenario = Scenario::default();
    enter(&plan, &mut scenario, "x", &[(2012, 100.0)]);
    assert_eq!(judge(&plan, &scenario, "x").rest, None);
}

#[test]
fn a_growth_due_in_every_year_is_known_as_far_as_both_its_ends_are() {
    let plan = one(
        r#"unit: "t", base: Some(100.0), dynamics: Growth"#,
        "AverageGrowth(3.0)",
        "comparator: AtLeast, due: EachYear",
    );
    let mut scenario = Scenario::default();
    enter(&plan, &mut scenario, "x", &[(2011, 102.0), (2013, 120.0)]);
    let evaluation = Evaluation::new(&plan, &scenario);
    let ledger = &evaluation.ledgers()[0];
    let origins: Vec<Origin> = ledger.years[1..4].iter().map(|year| year.origin).collect();
    assert_eq!(
        origins,
        [Origin::Actual, Origin::Interpolated, Origin::Interpolated],
        "2013 grows from an interpolated 2012"
    );
    // The target is judged by 2011, its worst year: 2 of 3 %, in logarithms.
    let worst = ledger.judged().unwrap();
    assert_eq!(worst.year, 2011);
    super::close(worst.progress, 1.02_f64.ln() / 1.03_f64.ln());
}

#[test]
fn levers_at_set_rates_are_named_where_others_have_data() {
    let factor = |id: &'static str| (id, r#"unit: "index", dynamics: Decline"#);
    let promise = super::target("CumulativeDecline(20.0)", "comparator: AtLeast");
    let c = format!(r#"unit: "index", dynamics: Derived("e * f / 100"), targets: [{promise}]"#);
    let plan = super::plan(&[factor("e"), factor("f"), ("c", &c)]);
    let mut scenario = with_rates(&plan, "f", &[3.0; 5]);
    enter(&plan, &mut scenario, "e", &[(2013, 85.0)]);
    let found = judge(&plan, &scenario, "c");
    assert_eq!(
        evidence(&plan, &found, Language::English),
        "data to 2013, then set rates and the plan's pace; no data, at set rates: f"
    );
    let evaluation = Evaluation::new(&plan, &scenario);
    let ledgers = evaluation.ledgers();
    // Set rates have no sign, data an asterisk.
    assert_eq!(last_year(&ledgers[0]), "2013");
    let drawn = overview(&plan, ledgers, Language::English);
    assert!(
        drawn
            .in_words(Language::English)
            .contains("(in part at set rates)")
    );
    scenario.rates = with_rates(&plan, "e", &[3.0; 5]).rates;
    enter(&plan, &mut scenario, "f", &[(2013, 90.0)]);
    let evaluation = Evaluation::new(&plan, &scenario);
    assert_eq!(last_year(&evaluation.ledgers()[0]), "2013^", "both have data now");
}

#[test]
fn what_was_entered_without_a_base_value_is_not_assumed() {
    use Origin::{Actual as Entered, Assumed, Base};
    let plan = one(
        r#"unit: "%", dynamics: Additive"#,
        "Level(60.0)",
        "comparator: AtLeast",
    );
    let x = plan.find("x").unwrap();
    let mut scenario = Scenario::default();
    let points = |year| ActualEntry {
        year,
        figure: Actual::AnnualChange(1.0),
    };
    scenario
        .actuals
        .set(x, vec![points(2009), points(2011), points(2012)]);
    let projection = project(&plan, &scenario);
    assert_eq!(projection.levels(x), None);
    assert_eq!(
        projection.origins(x),
        [Base, Entered, Entered, Assumed, Assumed, Assumed]
    );
}

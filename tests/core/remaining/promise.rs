//! The promise: setting a pace leads to what the pace asks for.

use super::*;

/// Dynamics with a form of target and its comparator; the base is 50.
const FORMS: [(&str, &str); 8] = [
    ("Growth", "form: AverageGrowth(8.0), comparator: AtLeast"),
    ("Growth", "form: Level(70.0), comparator: AtLeast"),
    ("Growth", "form: Change(15.0), comparator: AtLeast"),
    ("Decline", "form: CumulativeDecline(21.0), comparator: AtLeast"),
    ("Decline", "form: Level(40.0), comparator: AtMost"),
    ("Additive", "form: Level(60.0), comparator: AtLeast"),
    ("Additive", "form: Change(12.0), comparator: AtLeast"),
    ("Concentration", "form: Level(60.0), comparator: AtLeast"),
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]
    #[test]
    fn each_pace_does_what_it_says(
        form in prop::sample::select(&FORMS[..]),
        published in prop::collection::vec(prop::option::of(0.7..1.5_f64), 0..5),
        schedule in prop::option::of(prop::collection::vec(-3.0..9.0_f64, 5)),
    ) {
        let (dynamics, target) = form;
        let plan = tiny(dynamics, "Some(50.0)", &format!(r#"Some(({target}, wording: ""))"#));
        let figures: Vec<(i32, Actual)> = published
            .iter()
            .zip(2011..)
            .filter_map(|(share, year)| Some((year, Actual::Level(50.0 * (*share)?))))
            .collect();
        let mut scenario = with_actuals(&plan, &figures);
        if let Some(schedule) = schedule {
            scenario.rates.set(x(&plan), Rates::Yearly(schedule));
        }
        let before = project(&plan, &scenario);
        let scheduled = scheduled_rates(&plan, &scenario, &before, x(&plan));
        let levels = before.levels(x(&plan)).unwrap();
        let m = before.last_actual(x(&plan));
        let adds_up = !matches!(dynamics, "Growth" | "Decline");
        let step = |from: f64, to: f64| if adds_up { to - from } else { to / from };
        let path = plan_path(&plan, &scenario);
        let path = path.levels(x(&plan)).unwrap();
        let goal = path[5];
        let is_met = if dynamics == "Decline" { levels[m] <= goal } else { levels[m] >= goal };
        for pace in RateRule::ALL {
            let found = set(&plan, &scenario, pace);
            let is_refused = match pace {
                RateRule::LastActual | RateRule::MeanOfActuals => m == 0,
                RateRule::PlanEven => false,
                RateRule::Required => is_met,
            };
            prop_assert_eq!(found.is_err(), is_refused, "{:?} {:?}", pace, found);
            let Ok((_, rates)) = found else { continue };
            let mut after = scenario.clone();
            after.rates.set(x(&plan), rates);
            let projection = project(&plan, &after);
            let now = projection.levels(x(&plan)).unwrap();
            prop_assert_eq!(&now[..=m], &levels[..=m], "what has passed stays");
            let kept = scheduled_rates(&plan, &after, &projection, x(&plan));
            prop_assert_eq!(&kept[..m], &scheduled[..m], "and so does what was scheduled for it");
            let last = now[5];
            let left = i32::try_from(5 - m).unwrap();
            // m equal steps that add up, or multiply, to the whole change so far.
            let expected = match pace {
                RateRule::LastActual if adds_up => levels[m] + step(levels[m - 1], levels[m]) * f64::from(left),
                RateRule::LastActual => levels[m] * step(levels[m - 1], levels[m]).powi(left),
                RateRule::MeanOfActuals if adds_up => {
                    levels[m] + (levels[m] - levels[0]) * f64::from(left) / m as f64
                }
                RateRule::MeanOfActuals => levels[m] * (levels[m] / levels[0]).powf(f64::from(left) / m as f64),
                RateRule::PlanEven if adds_up => levels[m] + (goal - 50.0) * f64::from(left) / 5.0,
                RateRule::PlanEven => levels[m] * (goal / 50.0).powf(f64::from(left) / 5.0),
                RateRule::Required => goal,
            };
            prop_assert!((last - expected).abs() <= 1e-9 * expected.abs(), "{pace:?}: {last} is not {expected}");
            // At one rate, all steps are alike.
            for t in m + 1..5 {
                let (one, other) = (step(now[t - 1], now[t]), step(now[t], now[t + 1]));
                prop_assert!((one - other).abs() <= 1e-9, "{pace:?}: {one} and {other}");
            }
        }
    }
}

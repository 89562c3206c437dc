//! The plan's arithmetic, each expected figure derived here and not taken from the program.

use std::sync::Arc;

use planpath::model::{
    Assessment, LevelKind, Origin, Projection, Status, assess, plan_path, progress_in_year, project,
};
use planpath::plan::{BUILT_IN, Plan, built_in};
use planpath::scenario::{Rates, Scenario};

use crate::closeness::close;
use crate::examples::example;

fn plan() -> Arc<Plan> {
    built_in(BUILT_IN[0].id)
        .expect("the default plan is built in")
        .expect("and sound")
}

struct Run {
    plan: Arc<Plan>,
    scenario: Scenario,
    projection: Projection,
}

impl Run {
    fn of((plan, scenario): (Arc<Plan>, Scenario)) -> Self {
        let projection = project(&plan, &scenario);
        Self {
            plan,
            scenario,
            projection,
        }
    }

    fn levels(&self, id: &str) -> &[f64] {
        let ix = self.plan.find(id).expect(id);
        self.projection
            .levels(ix)
            .unwrap_or_else(|| panic!("{id} has no levels"))
    }

    /// x_n / x_0.
    fn factor(&self, id: &str) -> f64 {
        let levels = self.levels(id);
        levels[levels.len() - 1] / levels[0]
    }

    /// Constant annual growth with the same result, percent.
    fn annual(&self, id: &str) -> f64 {
        (self.factor(id).powf(1.0 / 5.0) - 1.0) * 100.0
    }

    fn assessment(&self, id: &str) -> Assessment {
        let ix = self.plan.find(id).expect(id);
        let mut all = assess(&self.plan, &self.scenario, &self.projection).into_iter();
        all.find(|assessment| assessment.indicator() == ix).expect(id)
    }
}

fn on_schedule() -> Run {
    Run::of(example("plan-on-schedule"))
}

/// Equal to as many decimals as the plan's notes print.
#[track_caller]
fn rounds_to(found: f64, printed: f64, decimals: i32) {
    let half = 0.5 * 10_f64.powi(-decimals) + 1e-12;
    assert!(
        (found - printed).abs() <= half,
        "{found} does not print as {printed}"
    );
}

// The implications, line by line.

#[test]
fn growth_of_8_percent_and_energy_use() {
    let run = on_schedule();
    let value_added = 1.08_f64 * 1.08 * 1.08 * 1.08 * 1.08;
    close(run.factor("value-added"), value_added);
    rounds_to(value_added, 1.4693, 4);
    // E = V · EI
    close(run.factor("energy-use"), value_added * 0.79);
    rounds_to(run.factor("energy-use"), 1.1608, 4);
    rounds_to(run.annual("energy-use"), 3.03, 2);
}

#[test]
fn cumulative_declines_as_annual_rates() {
    for (id, fall, printed) in [
        ("energy-intensity", 21.0, 4.605),
        ("water-intensity", 30.0, 6.885),
        ("cod", 10.0, 2.085),
        ("nox", 15.0, 3.198),
    ] {
        let plan = plan();
        let indicator = plan.get(plan.find(id).unwrap());
        let expected = (1.0 - (1.0 - fall / 100.0_f64).powf(0.2)) * 100.0;
        for rate in indicator.even_rates(100.0, &plan) {
            close(rate, expected);
        }
        rounds_to(expected, printed, 3);
    }
}

#[test]
fn co2_needs_a_cleaner_mix() {
    let run = on_schedule();
    // EI · CF with CF unchanged: 0.79 · 1
    close(run.factor("co2-intensity"), 0.79);
    let co2 = run.assessment("co2-intensity");
    close(co2.projected.unwrap(), 21.0);
    assert_eq!(co2.status, Status::Close, "21 is not more than 21");
    // A tenth of a percent a year in the mix is enough.
    let (plan, mut scenario) = example("plan-on-schedule");
    scenario
        .rates
        .set(plan.find("carbon-factor").unwrap(), Rates::Constant(0.1));
    let run = Run::of((plan, scenario));
    close(run.factor("co2-intensity"), 0.79 * 0.999_f64.powi(5));
    assert_eq!(run.assessment("co2-intensity").status, Status::Met);
}

#[test]
fn employment_falls_when_productivity_outgrows_output() {
    let run = on_schedule();
    close(run.annual("employment"), (1.08 / 1.10 - 1.0) * 100.0);
    rounds_to(run.annual("employment"), -1.82, 2);
}

#[test]
fn emerging_industries_grow_faster_than_the_rest() {
    let run = on_schedule();
    let growth = 1.08_f64.powi(5);
    close(run.factor("sei-value-added"), growth * 15.0 / 7.0);
    rounds_to(run.annual("sei-value-added"), 25.8, 1);
    close(run.factor("other-value-added"), growth * 85.0 / 93.0);
    rounds_to(run.annual("other-value-added"), 6.1, 1);
}

#[test]
fn the_ten_largest_steel_makers_outgrow_the_industry() {
    let ratio = (60.0_f64 / 48.6).powf(0.2);
    rounds_to((ratio - 1.0) * 100.0, 4.30, 2);
    // With the industry growing 6 % a year, the ten must grow 1.06 · ratio.
    let (plan, mut scenario) = example("plan-on-schedule");
    let top = (1.06 * ratio - 1.0) * 100.0;
    let rates = Rates::OutputGrowth {
        top: vec![top; 5],
        all: vec![6.0; 5],
    };
    scenario.rates.set(plan.find("steel-cr10").unwrap(), rates);
    let run = Run::of((plan, scenario));
    close(run.levels("steel-cr10")[5], 60.0);
    close(run.levels("steel-cr10")[1], 48.6 * ratio);
    assert_eq!(run.assessment("steel-cr10").status, Status::Met);
}

// The examples.

#[test]
fn on_schedule_every_target_is_reached_exactly() {
    let run = on_schedule();
    for (assessment, (_, indicator, target)) in assess(&run.plan, &run.scenario, &run.projection)
        .iter()
        .zip(run.plan.targets())
    {
        close(assessment.projected.unwrap(), target.form.value());
        close(assessment.progress.unwrap(), 1.0);
        let is_strict = !target.comparator.holds(target.form.value(), target.form.value());
        let expected = if is_strict { Status::Close } else { Status::Met };
        assert_eq!(assessment.status, expected, "{}", indicator.id);
    }
}

#[test]
fn mid_term_figures_follow_from_the_published_ones() {
    let run = Run::of(example("mid-term-2013"));
    // 2011–2013 as published, then the plan's 8 %.
    let value_added = run.levels("value-added");
    let by_2013 = 16.0 * 1.108 * 1.079 * 1.076;
    close(value_added[3], by_2013);
    close(value_added[5], by_2013 * 1.08 * 1.08);
    // −3.49 % in 2011 and −15.1 % by 2013: 2012 is their geometric mean.
    let energy = run.levels("energy-intensity");
    close(energy[1], 96.51);
    close(energy[2], (96.51_f64 * 84.9).sqrt());
    close(energy[3], 84.9);
    close(energy[5], 84.9 * 0.79_f64.powf(0.4));
    let ix = run.plan.find("energy-intensity").unwrap();
    assert_eq!(
        run.projection.origins(ix),
        [
            Origin::Base,
            Origin::Actual,
            Origin::Interpolated,
            Origin::Actual,
            Origin::Assumed,
            Origin::Assumed
        ]
    );
    // Water has one figure, three years on: −23.6 % in even steps.
    close(
        run.levels("water-intensity")[1],
        100.0 * 0.764_f64.powf(1.0 / 3.0),
    );
    // Steel fell to 39.4 and then goes on at the plan's (60 − 48.6) / 5 points a year.
    close(run.levels("steel-cr10")[5], 39.4 + 2.0 * 11.4 / 5.0);
    assert_eq!(run.assessment("steel-cr10").status, Status::WrongDirection);
    // Derived from sales, so it has no place in a series by output.
    assert_eq!(
        run.projection
            .last_actual(run.plan.find("automobile-cr10").unwrap()),
        0
    );
}

#[test]
fn the_past_trend_and_the_softer_draft() {
    let run = Run::of(example("trend-continues"));
    close(run.factor("value-added"), 1.113_f64.powi(5));
    for (id, fall) in [
        ("energy-intensity", 26.0),
        ("water-intensity", 36.7),
        ("cod", 17.0),
        ("so2", 15.0),
    ] {
        // Rates in the file have four decimals.
        rounds_to((1.0 - run.factor(id)) * 100.0, fall, 2);
    }
    let run = Run::of(example("softer-draft-2010"));
    for (id, fall) in [
        ("energy-intensity", 16.0),
        ("co2-intensity", 16.0),
        ("water-intensity", 25.0),
    ] {
        rounds_to((1.0 - run.factor(id)) * 100.0, fall, 2);
        assert!(matches!(run.assessment(id).status, Status::Missed), "{id}");
    }
    close(run.levels("solid-waste-utilisation")[5], 76.0);
}

// Official progress.

#[test]
fn progress_is_measured_in_logarithms() {
    // −13.4 % reached of −16 % is 82.5 %; a linear count would say 83.75 %.
    let text = r#"(format: 1, id: "p", title: "p", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "c")],
        indicators: [(id: "e", name: "e", category: "c", unit: "index", dynamics: Decline,
            target: Some((form: CumulativeDecline(16.0), comparator: AtLeast, wording: "16%")))])"#;
    let plan = planpath::plan::read_text("p", text).unwrap();
    let (target, ..) = plan.targets().next().unwrap();
    let reached = progress_in_year(&plan, target, 100.0, 100.0, 86.6);
    close(reached, 0.866_f64.ln() / 0.84_f64.ln());
    rounds_to(reached * 100.0, 82.5, 1);
}

#[test]
fn a_target_without_a_way_to_go_is_judged_all_the_same() {
    // "More than no fall at all": the base year lies exactly on the target, which does not meet a strict one.
    let text = r#"(format: 1, id: "p", title: "p", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "c")],
        indicators: [(id: "e", name: "e", category: "c", unit: "index", dynamics: Decline,
            target: Some((form: CumulativeDecline(0.0), comparator: MoreThan, wording: "0%")))])"#;
    let plan = planpath::plan::read_text("p", text).unwrap();
    let ix = plan.find("e").unwrap();
    for (rate, status) in [
        (1.0, Status::Met),
        (0.0, Status::Close),
        // There is no distance to cover, so there is no wrong direction either.
        (-1.0, Status::Missed),
    ] {
        let mut scenario = Scenario::default();
        scenario.rates.set(ix, Rates::Constant(rate));
        let found = &assess(&plan, &scenario, &project(&plan, &scenario))[0];
        assert_eq!(found.status, status, "{rate}");
        assert!(found.progress.unwrap().is_finite());
    }
}

#[test]
fn the_plan_path_has_a_fifth_of_the_way_each_year() {
    let (plan, scenario) = example("plan-on-schedule");
    let path = plan_path(&plan, &scenario);
    // For −21 %: cumulative −4.61, −9.00, −13.19, −17.19, −21.00 %.
    for id in ["energy-intensity", "co2-intensity"] {
        let ix = plan.find(id).unwrap();
        for (step, printed) in [-4.61, -9.00, -13.19, -17.19, -21.00].into_iter().enumerate() {
            rounds_to(path.cumulative_change(&plan, ix, step + 1).unwrap(), printed, 2);
        }
    }
    for (ix, _, target) in plan.targets() {
        let levels = path.levels(ix.indicator).unwrap();
        for (step, level) in levels.iter().enumerate() {
            let done = progress_in_year(&plan, ix, levels[0], levels[0], *level);
            if !target.comparator.holds(levels[0], target.form.value()) {
                close(done, step as f64 / 5.0);
            }
        }
    }
}

// Bases.

#[test]
fn what_no_base_is_known_for_has_no_levels() {
    let plan = plan();
    let projection = project(&plan, &Scenario::default());
    let basis = |id: &str| projection.kind(plan.find(id).unwrap());
    assert_eq!(basis("value-added"), LevelKind::Absolute);
    assert_eq!(basis("energy-intensity"), LevelKind::Index);
    assert_eq!(basis("value-added-rate"), LevelKind::Change);
    assert_eq!(basis("erp"), LevelKind::Unknown);
    assert_eq!(
        basis("energy-use"),
        LevelKind::Index,
        "an absolute volume times an index is an index"
    );
    assert_eq!(
        basis("gross-output"),
        LevelKind::Unknown,
        "points away from an unknown rate divide nothing"
    );
    let status = |id: &str| {
        let ix = plan.find(id).unwrap();
        assess(&plan, &Scenario::default(), &projection)
            .iter()
            .find(|a| a.indicator() == ix)
            .unwrap()
            .status
    };
    assert_eq!(status("erp"), Status::Unknown);
    assert_eq!(status("value-added-rate"), Status::Met, "a change needs no base");
}

#[test]
fn a_base_makes_identities_absolute() {
    let (plan, mut scenario) = example("plan-on-schedule");
    // 16 trillion yuan at 23 % of gross output.
    scenario.bases.set(plan.find("value-added-rate").unwrap(), 23.0);
    scenario.bases.set(plan.find("energy-intensity").unwrap(), 1.5);
    let run = Run::of((plan, scenario));
    close(run.levels("gross-output")[0], 16.0 / 0.23);
    close(run.levels("gross-output")[5], 16.0 * 1.08_f64.powi(5) / 0.25);
    close(run.levels("energy-use")[0], 24.0);
    close(run.factor("energy-use"), 1.08_f64.powi(5) * 0.79);
}

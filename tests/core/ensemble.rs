//! Ensembles: against the figures of the guide, and draw by draw against projections of scenarios with those rates.

use planpath::analysis::draws::{Draws, DrawsError, Half, MOST_DRAWS, Sampler, Sampling};
use planpath::analysis::ensemble::{
    CancellableDraws, Ensemble, PROBABILITIES, Study, position, scramble_size,
};
use planpath::analysis::scheduled_rates;
use planpath::model::{LANES, Projection, Status, assess, project};
use planpath::plan::{self, IndicatorIx, Plan, TargetIx};
use planpath::scenario::{
    Actual, ActualEntry, Correlation, Origin, Rates, Scenario, Spread, Uncertainty, Years,
};

use crate::closeness::close;

const ALONE: CancellableDraws<'_> = CancellableDraws {
    threads: 1,
    is_wanted: &|| true,
};

const SOBOL: Sampling = Sampling {
    sampler: Sampler::Sobol,
    seed: 42,
};

/// Levers of each kind, what follows from them, and targets of several forms, some due early.
const PLAN: &str = r#"(format: 2, id: "p", title: "p", base_year: 2010, end_year: 2015, source: "",
    categories: [(id: "c", name: "c")], indicators: [
    (id: "v", name: "v", category: "c", unit: "u", base: Some(16.0), dynamics: Growth,
        targets: [(form: AverageGrowth(8.0), comparator: AtLeast, wording: ""),
            (form: AverageGrowth(7.0), comparator: AtLeast, wording: "", due: EachYear)]),
    (id: "e", name: "e", category: "c", unit: "u", base: Some(100.0), dynamics: Decline,
        targets: [(form: CumulativeDecline(21.0), comparator: AtLeast, wording: "", binding: true),
            (form: CumulativeDecline(13.0), comparator: AtLeast, wording: "", due: In(2013))]),
    (id: "s", name: "s", category: "c", unit: "%", base: Some(90.0), bounds: Some((0.0, 100.0)), dynamics: Additive,
        targets: [(form: Level(97.0), comparator: MoreThan, wording: "")]),
    (id: "quiet", name: "quiet", category: "c", unit: "u", base: Some(5.0), dynamics: Growth,
        targets: [(form: AverageGrowth(2.0), comparator: AtLeast, wording: "")]),
    (id: "still", name: "still", category: "c", unit: "u", base: Some(5.0), dynamics: Growth,
        targets: [(form: AverageGrowth(2.0), comparator: AtLeast, wording: "")]),
    (id: "use", name: "use", category: "c", unit: "u", dynamics: Derived("v * e"),
        targets: [(form: Level(1860.0), comparator: AtMost, wording: "", binding: true)]),
    (id: "rest", name: "rest", category: "c", unit: "u", dynamics: Derived("v * (1 - s / 100)")),
    (id: "bent", name: "bent", category: "c", unit: "u", dynamics: Derived("(s - 93) * (s - 93)"),
        targets: [(form: Between(4.0, 30.0), comparator: AtLeast, wording: "")]),
    ])"#;

fn read(text: &str) -> Plan {
    plan::read_text("p", text).unwrap_or_else(|failure| panic!("{failure}"))
}

fn ix(plan: &Plan, id: &str) -> IndicatorIx {
    plan.find(id).unwrap()
}

fn target(plan: &Plan, name: &str) -> TargetIx {
    plan.find_target(name).unwrap_or_else(|names| panic!("{names:?}"))
}

fn spread(scenario: &mut Scenario, ix: IndicatorIx, spread: Spread, years: Years) {
    scenario.uncertainty.set(ix, Uncertainty { spread, years });
}

fn entered(year: i32, figure: Actual) -> ActualEntry {
    ActualEntry { year, figure }
}

/// Data, rates of each kind, all year rules, correlations; the shares leave their bounds in some draws.
fn scenario(plan: &Plan) -> Scenario {
    let mut scenario = Scenario::default();
    let [v, e, s] = ["v", "e", "s"].map(|id| ix(plan, id));
    scenario
        .rates
        .set(v, Rates::Yearly(vec![8.0, 8.5, 8.0, 7.5, 8.0]));
    scenario.rates.set(e, Rates::Constant(4.6));
    scenario.rates.set(s, Rates::Constant(1.5));
    scenario.rates.set(ix(plan, "still"), Rates::Constant(2.0));
    scenario
        .actuals
        .set(e, vec![entered(2011, Actual::AnnualChange(-4.0))]);
    spread(&mut scenario, v, Spread::Normal { sd: 0.8 }, Years::Independent);
    let triangle = Spread::Triangular {
        min: -1.0,
        mode: 0.2,
        max: 0.9,
    };
    spread(&mut scenario, e, triangle, Years::SameDraw);
    spread(
        &mut scenario,
        s,
        Spread::Uniform { min: -0.8, max: 0.8 },
        Years::SameDraw,
    );
    spread(
        &mut scenario,
        ix(plan, "quiet"),
        Spread::Normal { sd: 0.3 },
        Years::Correlated(0.6),
    );
    scenario.correlations.push(Correlation {
        levers: [e, s],
        rho: -0.4,
    });
    scenario
}

fn study<'a>(plan: &'a Plan, scenario: &Scenario, sampling: Sampling) -> Study<'a> {
    Study::of(plan, scenario, sampling).unwrap_or_else(|error| panic!("{error:?}"))
}

/// The scenario of each draw, and whether its rates are such that a lever can have them.
fn drawn(plan: &Plan, scenario: &Scenario, draws: &Draws, size: usize) -> Vec<Scenario> {
    let projection = project(plan, scenario);
    let mut net = draws.net(0, Half::A);
    let mut columns = vec![[0.0; LANES]; draws.parameters().len()];
    let mut scenarios = Vec::with_capacity(size);
    for n in 0..size {
        if n % LANES == 0 {
            net.fill((n / LANES) as u64, &mut columns);
        }
        let mut sample = scenario.clone();
        for lever in draws.levers() {
            let mut rates = scheduled_rates(plan, scenario, &projection, lever.lever);
            for (k, step) in lever.open.clone().enumerate() {
                let column = lever.columns.start + k.min(lever.columns.len() - 1);
                rates[step - 1] = columns[column][n % LANES];
            }
            sample.rates.set(lever.lever, Rates::Yearly(rates));
        }
        scenarios.push(sample);
    }
    scenarios
}

/// Everything behind an indicator, itself included.
fn behind(plan: &Plan, ix: IndicatorIx) -> Vec<IndicatorIx> {
    let mut all = vec![ix];
    if let plan::Dynamics::Derived(expression) = &plan.get(ix).dynamics {
        for input in expression.inputs() {
            all.extend(behind(plan, input));
        }
    }
    all
}

/// Whether an indicator leaves what is possible in an open year up to one.
fn leaves(plan: &Plan, scenario: &Scenario, projection: &Projection, ix: IndicatorIx, until: i32) -> bool {
    let of = |step: usize| projection.origins(ix)[step];
    let is_open = |step: usize| {
        matches!(
            of(step),
            Origin::Projected | Origin::PartlyAssumed | Origin::Assumed
        )
    };
    let violates = projection.violations().iter().any(|violation| {
        let step = usize::try_from(violation.year - plan.base_year).unwrap();
        violation.indicator == ix && violation.year <= until && is_open(step)
    });
    violates
        || scenario
            .rates
            .get(ix)
            .and_then(|rates| rates.fault(plan.get(ix)))
            .is_some()
}

fn plain_quantile(values: &mut [f64], probability: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = (values.len() - 1) as f64 * probability;
    let below = at.floor() as usize;
    let above = (below + 1).min(values.len() - 1);
    values[below] + (at - at.floor()) * (values[above] - values[below])
}

/// Every figure of an ensemble, worked out draw by draw with projections, sorting and counting.
fn check_against_projections(plan: &Plan, scenario: &Scenario, sampling: Sampling, size: usize) -> Ensemble {
    let study = study(plan, scenario, sampling);
    let found = study.run(size as u64, ALONE).unwrap();
    let scenarios = drawn(plan, scenario, study.draws(), size);
    let projections: Vec<Projection> = scenarios.iter().map(|scenario| project(plan, scenario)).collect();
    for fan in &found.fans {
        for (step, quantiles) in fan.quantiles.iter().enumerate() {
            let mut levels: Vec<f64> = projections
                .iter()
                .map(|it| it.levels(fan.indicator).unwrap()[step])
                .collect();
            for (probability, quantile) in PROBABILITIES.iter().zip(quantiles) {
                close(*quantile, plain_quantile(&mut levels, *probability));
            }
            assert_eq!(
                study
                    .levels(fan.indicator, step, size as u64, ALONE)
                    .unwrap()
                    .len(),
                size
            );
        }
    }
    let base = assess(plan, scenario, &project(plan, scenario));
    let draws = || scenarios.iter().zip(&projections);
    let mut together = [vec![true; size], vec![true; size], vec![true; size]];
    for (assessment, chance) in base.iter().zip(&found.targets) {
        assert_eq!(assessment.target, chance.target);
        let Some(likelihood) = chance.met else {
            assert!(!assessment.is_judged());
            continue;
        };
        let due = plan.due_year(plan.target(chance.target));
        let needed = behind(plan, assessment.indicator());
        let met: Vec<bool> = draws()
            .map(|(scenario, projection)| {
                let all = assess(plan, scenario, projection);
                let status = all.iter().find(|it| it.target == chance.target).unwrap().status;
                status == Status::Met
                    && needed
                        .iter()
                        .all(|ix| !leaves(plan, scenario, projection, *ix, due))
            })
            .collect();
        let count = met.iter().filter(|met| **met).count();
        close(likelihood.p, count as f64 / size as f64);
        let is_in = [true, plan.target(chance.target).binding, !assessment.is_decided()];
        for (together, _) in together.iter_mut().zip(is_in).filter(|(_, is_in)| *is_in) {
            together.iter_mut().zip(&met).for_each(|(all, met)| *all &= met);
        }
    }
    let likelihoods = [found.together.judged, found.together.binding, found.together.open];
    for (likelihood, together) in likelihoods.into_iter().zip(together) {
        let count = together.iter().filter(|met| **met).count();
        if let Some(likelihood) = likelihood {
            close(likelihood.p, count as f64 / size as f64);
        }
    }
    for (ix, count) in &found.out_of_bounds {
        let outside =
            draws().filter(|(scenario, projection)| leaves(plan, scenario, projection, *ix, plan.end_year));
        assert_eq!(outside.count() as u64, *count);
    }
    for (path, projection) in study.paths(30).iter().zip(&projections) {
        for (ix, _) in plan.iter() {
            let levels = |it: &Projection| {
                it.levels(ix)
                    .map(|levels| levels.iter().map(|x| x.to_bits()).collect::<Vec<_>>())
            };
            assert_eq!(levels(path), levels(projection));
        }
    }
    found
}

#[test]
fn every_figure_is_what_counting_draw_by_draw_gives() {
    let plan = read(PLAN);
    let scenario = scenario(&plan);
    for sampler in Sampler::ALL {
        for size in [1_024, 1_000] {
            let sampling = Sampling { sampler, seed: 3 };
            let found = check_against_projections(&plan, &scenario, sampling, size);
            let outside = found.outside(ix(&plan, "s"));
            assert!(outside > 10 && outside < size as u64 / 2, "{outside}");
            let quiet = found
                .targets
                .iter()
                .find(|it| it.target == target(&plan, "quiet"))
                .unwrap();
            assert_eq!(quiet.met, None, "a spread is no evidence");
            assert_eq!((found.together.excluded, found.together.decided), (1, 0));
            let still = found
                .targets
                .iter()
                .find(|it| it.target == target(&plan, "still"))
                .unwrap();
            let likelihood = still.met.unwrap();
            assert_eq!(
                (likelihood.p.to_bits(), likelihood.se),
                (1.0_f64.to_bits(), Some(0.0))
            );
            assert!(!still.is_reached);
        }
    }
}

/// Rates that take away more than there is are counted, and their paths still put in order.
#[test]
fn draws_that_leave_nothing_are_counted() {
    let plan = read(PLAN);
    let mut scenario = Scenario::default();
    let (v, e) = (ix(&plan, "v"), ix(&plan, "e"));
    scenario.rates.set(v, Rates::Constant(8.0));
    scenario.rates.set(e, Rates::Constant(4.0));
    spread(&mut scenario, v, Spread::Normal { sd: 60.0 }, Years::SameDraw);
    spread(&mut scenario, e, Spread::Normal { sd: 60.0 }, Years::SameDraw);
    let found = check_against_projections(&plan, &scenario, SOBOL, 512);
    assert!(found.outside(v) > 0 && found.outside(e) > 0);
}

/// What is due before the first open year is met or not, whatever is drawn; so is what data have decided.
#[test]
fn what_draws_do_not_reach_is_certain() {
    let plan = read(PLAN);
    let mut scenario = Scenario::default();
    let e = ix(&plan, "e");
    scenario.rates.set(e, Rates::Constant(4.6));
    scenario
        .actuals
        .set(e, vec![entered(2013, Actual::CumulativeChange(-13.5))]);
    spread(&mut scenario, e, Spread::Normal { sd: 0.5 }, Years::Independent);
    let found = check_against_projections(&plan, &scenario, SOBOL, 256);
    let early = found
        .targets
        .iter()
        .find(|it| it.target == target(&plan, "e@2013"))
        .unwrap();
    assert!(early.is_decided && !early.is_reached);
    let likelihood = early.met.unwrap();
    assert_eq!(
        (likelihood.p.to_bits(), likelihood.se),
        (1.0_f64.to_bits(), Some(0.0))
    );
    assert!(likelihood.is_certain);
    assert!(!found.together.judged.unwrap().is_certain);
    assert_eq!(found.together.decided, 1);
    // Only one is open, so that both together are that one.
    let late = found.chance(target(&plan, "e@2015")).unwrap();
    close(found.together.open.unwrap().p, late.p);
    close(found.together.judged.unwrap().p, late.p);
}

/// A normal rate reaches any figure, if ever so rarely: that no draw meets a target is no proof.
#[test]
fn draws_that_all_agree_are_no_certainty() {
    let plan = read(PLAN);
    let mut scenario = Scenario::default();
    let e = ix(&plan, "e");
    scenario.rates.set(e, Rates::Constant(-5.0));
    spread(&mut scenario, e, Spread::Normal { sd: 0.5 }, Years::SameDraw);
    for sampler in Sampler::ALL {
        let study = study(&plan, &scenario, Sampling { sampler, seed: 1 });
        let mut found = study.run(512, ALONE).unwrap();
        study.standard_errors(&mut found, ALONE).unwrap();
        let all = [found.chance(target(&plan, "e@2015")), found.together.judged];
        for likelihood in all.map(Option::unwrap) {
            assert_eq!(
                (likelihood.p.to_bits(), likelihood.se),
                (0.0_f64.to_bits(), Some(0.0))
            );
            assert!(!likelihood.is_certain);
        }
    }
}

/// P(met) of −21 % in five years, from the guide: one lever, one draw, within one draw of the exact figure.
#[test]
fn probabilities_are_those_of_the_guide() {
    let plan = read(PLAN);
    let e = ix(&plan, "e");
    let triangle = Spread::Triangular {
        min: -0.6,
        mode: 0.0,
        max: 0.8,
    };
    let known = [
        (5.0, Spread::Normal { sd: 0.5 }, 0.785_211_217_8),
        (4.5, Spread::Uniform { min: -0.5, max: 0.5 }, 0.394_957_368_4),
        (4.6, triangle, 0.564_247_515_7),
    ];
    for (rate, distribution, exact) in known {
        let mut scenario = Scenario::default();
        scenario.rates.set(e, Rates::Constant(rate));
        spread(&mut scenario, e, distribution, Years::SameDraw);
        let study = study(&plan, &scenario, SOBOL);
        for size in [256, 1_000, 8_192] {
            let mut found = study.run(size, ALONE).unwrap();
            study.standard_errors(&mut found, ALONE).unwrap();
            let likelihood = found.chance(target(&plan, "e@2015")).unwrap();
            assert!(
                (likelihood.p - exact).abs() <= 1.0 / size as f64 + 1e-10,
                "{size}: {likelihood:?}"
            );
            // The binomial formula would give √(0.785 · 0.215 / 8192) = 0.0045 for the largest, 37 draws of it.
            assert!(likelihood.se.unwrap() <= 4.0 / size as f64, "{likelihood:?}");
        }
    }
}

/// Growth N(8, 2), one draw, five years: median, 5 % and 95 % of the level over the base year's, from the guide.
#[test]
fn quantiles_are_those_of_the_guide() {
    let plan = read(PLAN);
    let v = ix(&plan, "v");
    let mut scenario = Scenario::default();
    scenario.rates.set(v, Rates::Constant(8.0));
    spread(&mut scenario, v, Spread::Normal { sd: 2.0 }, Years::SameDraw);
    let found = study(&plan, &scenario, SOBOL).run(1 << 17, ALONE).unwrap();
    let [low, _, median, _, high] = found.fan(v).unwrap().quantiles[5].map(|level| level / 16.0);
    for (found, exact) in [
        (median, 1.469_328_076_8),
        (low, 1.258_771_405_7),
        (high, 1.707_163_041_2),
    ] {
        assert!((found - exact).abs() < 2e-5, "{found} is not {exact}");
    }
}

/// A share with rate N(1.7, 0.4) that has to gain 8 points, from the guide.
#[test]
fn year_rules_give_the_probabilities_of_the_guide() {
    let text = PLAN.replace(
        "Level(97.0), comparator: MoreThan",
        "Change(8.0), comparator: AtLeast",
    );
    let plan = read(&text.replace("base: Some(90.0)", "base: Some(50.0)"));
    let s = ix(&plan, "s");
    let rules = [
        (Years::SameDraw, 0.598_706_325_7),
        (Years::Correlated(0.5), 0.646_082_690_9),
        (Years::Independent, 0.711_924_939),
    ];
    for (years, exact) in rules {
        let mut scenario = Scenario::default();
        scenario.rates.set(s, Rates::Constant(1.7));
        spread(&mut scenario, s, Spread::Normal { sd: 0.4 }, years);
        let study = study(&plan, &scenario, SOBOL);
        let mut found = study.run(8_192, ALONE).unwrap();
        study.standard_errors(&mut found, ALONE).unwrap();
        let likelihood = found.chance(target(&plan, "s")).unwrap();
        let slack = (4.0 * likelihood.se.unwrap()).max(1.0 / 8_192.0);
        assert!(
            (likelihood.p - exact).abs() <= slack && slack < 0.02,
            "{years:?}: {likelihood:?}, not {exact}"
        );
    }
}

#[test]
fn any_number_of_threads_and_any_room_give_the_same_bytes() {
    let plan = read(PLAN);
    let scenario = scenario(&plan);
    for sampler in Sampler::ALL {
        // Above 16,384 most draws are not kept.
        for size in [8_192, 9_000, 20_001] {
            let sampling = Sampling { sampler, seed: 1 };
            let study = study(&plan, &scenario, sampling);
            let all = |study: &Study<'_>, threads| {
                let how = CancellableDraws { threads, ..ALONE };
                let mut found = study.run(size, how).unwrap();
                study.standard_errors(&mut found, how).unwrap();
                format!("{found:?}")
            };
            let alone = all(&study, 1);
            for threads in [2, 4] {
                assert_eq!(all(&study, threads), alone);
            }
            assert_eq!(all(&study.clone().with_room(8 * size * 2), 2), alone);
        }
    }
}

#[test]
fn parts_merge_to_the_same_bytes() {
    let plan = read(PLAN);
    let scenario = scenario(&plan);
    for (sampler, size) in [
        (Sampler::Sobol, 2_048),
        (Sampler::Sobol, 1_111),
        (Sampler::Random, 2_048),
        // One run keeps the first 16,384 of these, and only counts most of the others: parts keep all.
        (Sampler::Sobol, 32_768),
        (Sampler::Random, 20_003),
    ] {
        let study = study(&plan, &scenario, Sampling { sampler, seed: 9 });
        let blocks = u64::div_ceil(size, LANES as u64);
        let parts: Vec<_> = [0..5, 5..5, 5..blocks]
            .into_iter()
            .map(|range| study.part(size, range, ALONE).unwrap())
            .collect();
        let counts: Vec<_> = parts.iter().map(|part| part.counts.clone()).collect();
        let column = |n: usize| Some(parts.iter().flat_map(|part| part.columns[n].clone()).collect());
        assert_eq!(parts[0].columns.len(), study.columns_of_parts(size));
        let merged = study.merge(size, &counts, column).unwrap();
        assert_eq!(
            format!("{merged:?}"),
            format!("{:?}", study.run(size, ALONE).unwrap())
        );
    }
}

/// The error that is told is how far results of other seeds lie apart.
#[test]
fn standard_errors_are_those_of_other_seeds() {
    let plan = read(PLAN);
    let scenario = scenario(&plan);
    for sampler in Sampler::ALL {
        let (mut shares, mut errors) = (Vec::new(), Vec::new());
        for seed in 0..24 {
            let study = study(&plan, &scenario, Sampling { sampler, seed });
            let mut found = study.run(1_024, ALONE).unwrap();
            study.standard_errors(&mut found, ALONE).unwrap();
            let judged = found.together.judged.unwrap();
            shares.push(judged.p);
            errors.push(judged.se.unwrap());
        }
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let average = mean(&shares);
        let squares: Vec<f64> = shares.iter().map(|p| (p - average) * (p - average)).collect();
        let (actual, told) = ((mean(&squares) * 24.0 / 23.0).sqrt(), mean(&errors));
        // The standard deviation of 24 values is itself known to about 15 %, and fewer points are less even.
        assert!(
            told > 0.6 * actual && told < 2.2 * actual,
            "{sampler:?}: {told} beside {actual}"
        );
    }
    assert_eq!(
        [1, 100, 131_072, 1 << 20].map(scramble_size),
        [1, 6, 8_192, 8_192]
    );
}

/// Draws that meet −21 % are those with the highest rates: their median is the quantile in their middle.
#[test]
fn medians_of_draws_that_meet_and_miss_a_target() {
    let plan = read(PLAN);
    let e = ix(&plan, "e");
    let mut scenario = Scenario::default();
    scenario.rates.set(e, Rates::Constant(4.5));
    spread(
        &mut scenario,
        e,
        Spread::Uniform { min: -0.5, max: 0.5 },
        Years::SameDraw,
    );
    let study = study(&plan, &scenario, SOBOL);
    let found = study
        .medians_apart(target(&plan, "e@2015"), 8_192, ALONE)
        .unwrap();
    let even = 4.605_042_631_6;
    let [of_e] = found[..] else { panic!("{found:?}") };
    assert_eq!(of_e.lever, e);
    assert!((of_e.met.unwrap() - f64::midpoint(even, 5.0)).abs() < 1e-3);
    assert!((of_e.missed.unwrap() - f64::midpoint(4.0, even)).abs() < 1e-3);
    assert_eq!(
        study.medians_apart(target(&plan, "v@2015"), 64, ALONE),
        None,
        "not judged"
    );
}

#[test]
fn what_nobody_waits_for_is_given_up() {
    let plan = read(PLAN);
    let scenario = scenario(&plan);
    let study = study(&plan, &scenario, SOBOL);
    for threads in [1, 2] {
        let given_up = CancellableDraws {
            threads,
            is_wanted: &|| false,
        };
        assert_eq!(study.run(1 << 14, given_up), None);
        assert_eq!(
            study.medians_apart(target(&plan, "e@2015"), 1 << 14, given_up),
            None
        );
        let mut found = study.run(64, ALONE).unwrap();
        assert_eq!(study.standard_errors(&mut found, given_up), None);
        assert_eq!(found, study.run(64, ALONE).unwrap());
    }
}

#[test]
fn quantiles_lie_between_order_statistics() {
    // Of 5 values the quartiles are values themselves; of 8 the first lies 0.75 of the way from the second to the third.
    assert_eq!(position(0.25, 5), (1, 0.0));
    assert_eq!(position(0.25, 8), (1, 0.75));
    assert_eq!(position(0.95, 1), (0, 0.0));
}

#[test]
fn sizes_have_limits() {
    assert_eq!(Study::check_size(0), Err(DrawsError::Size(0)));
    assert_eq!(
        Study::check_size(1_000_000_000_000),
        Err(DrawsError::Size(1_000_000_000_000))
    );
    assert_eq!(Study::check_size(MOST_DRAWS), Ok(()));
    let plan = read(PLAN);
    let scenario = scenario(&plan);
    let one = study(&plan, &scenario, SOBOL).run(1, ALONE).unwrap();
    assert!(one.fans.iter().all(|fan| {
        fan.quantiles
            .iter()
            .all(|q| q.iter().all(|level| level.is_finite()))
    }));
}

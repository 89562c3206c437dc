//! Draws: distributions, points, dimensions, year rules and correlations, against the figures of the guide and against
//! what can be counted.

use std::fmt::Write as _;

use planpath::analysis::draws::{
    Draws, DrawsError, Half, Sampler, Sampling, normal_probability, normal_quantile, quantile,
};
use planpath::model::{LANES, ParameterId};
use planpath::plan::{self, IndicatorIx, Plan};
use planpath::scenario::{Actual, ActualEntry, Rates, Scenario, Spread, Uncertainty, Years};
use proptest::prelude::*;

use crate::closeness::close;

const STEPS: usize = 5;

fn plan_of(levers: usize) -> Plan {
    let mut text = String::from(
        r#"(format: 1, id: "p", title: "p", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "c")], indicators: ["#,
    );
    for n in 0..levers {
        let of = format!(r#"id: "x{n}", name: "x{n}", category: "c", unit: "u""#);
        write!(text, r"({of}, base: Some(1000.0), dynamics: Growth),").unwrap();
    }
    text += "])";
    plan::read_text("p", &text).unwrap_or_else(|failure| panic!("{failure}"))
}

fn ix(plan: &Plan, n: usize) -> IndicatorIx {
    plan.find(&format!("x{n}")).unwrap()
}

/// A scenario in which each of some levers is uncertain.
fn scenario(plan: &Plan, spreads: &[(usize, Spread, Years)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (n, spread, years) in spreads {
        let (spread, years) = (*spread, *years);
        scenario.rates.set(ix(plan, *n), Rates::Constant(5.0));
        scenario
            .uncertainty
            .set(ix(plan, *n), Uncertainty { spread, years });
    }
    scenario
}

const NORMAL: Spread = Spread::Normal { sd: 1.0 };

fn sampling(sampler: Sampler, seed: u64) -> Sampling {
    Sampling { sampler, seed }
}

fn sobol(plan: &Plan, scenario: &Scenario, correlations: &[(usize, usize, f64)]) -> Draws {
    Draws::new(plan, scenario, correlations, sampling(Sampler::Sobol, 42)).unwrap()
}

/// Columns of all draws up to a number that fills its blocks.
fn columns(draws: &Draws, scramble: u32, half: Half, count: usize) -> Vec<Vec<f64>> {
    let mut net = draws.net(scramble, half);
    let mut block = vec![[0.0; LANES]; draws.parameters().len()];
    let mut columns = vec![Vec::with_capacity(count); block.len()];
    for number in 0..count / LANES {
        net.fill(number as u64, &mut block);
        for (column, lanes) in columns.iter_mut().zip(&block) {
            column.extend_from_slice(lanes);
        }
    }
    columns
}

fn share(of: &[f64], is: impl Fn(f64) -> bool) -> f64 {
    of.iter().filter(|value| is(**value)).count() as f64 / of.len() as f64
}

#[test]
#[allow(clippy::excessive_precision, reason = "digits of the reference")]
fn normal_quantiles_are_exact_to_the_last_digits() {
    // Computed with 40 digits.
    let known = [
        (0.499_999_999_883_584_7, -2.918_099_372_916_622_672_9e-10),
        (0.500_000_953_674_316_4, 2.390_507_006_295_574_061_3e-6),
        (0.3, -0.524_400_512_708_040_815_97),
        (0.05, -1.644_853_626_951_472_688),
        (0.0751, -1.438_825_392_752_539_982_4),
        (0.0749, -1.440_238_267_527_963_663_1),
        (0.9, 1.281_551_565_544_600_593_5),
        (0.999, 3.090_232_306_167_813_277_8),
        (1.164_153_218_269_348_1e-10, -6.337_957_754_553_789_252_5),
        (1.110_223_024_625_156_5e-16, -8.209_536_151_601_386_855_6),
        (1e-12, -7.034_483_825_301_131_932_6),
        (1e-300, -37.047_096_299_361_199_237),
    ];
    for (probability, z) in known {
        let found = normal_quantile(probability);
        assert!(
            ((found - z) / z).abs() < 1e-15,
            "Φ⁻¹({probability}) = {found}, not {z}"
        );
    }
    assert!(normal_quantile(0.5).abs() < 1e-300);
    let ends = [0.0, 1.0].map(|end| normal_quantile(end).to_bits());
    assert_eq!(ends, [f64::NEG_INFINITY, f64::INFINITY].map(f64::to_bits));
    close(normal_probability(normal_quantile(0.1)), 0.1);
}

proptest! {
    /// Quantiles rise, and invert the distribution functions.
    #[test]
    fn quantiles_invert_probabilities(u in 0.001..0.999_f64, min in -3.0..-1.0_f64, mode in -1.0..1.0_f64, max in 1.0..3.0_f64) {
        let at = quantile(Spread::Uniform { min, max }, u);
        prop_assert!(((at - min) / (max - min) - u).abs() < 1e-12);
        let x = quantile(Spread::Triangular { min, mode, max }, u);
        let below = if x < mode {
            (x - min) * (x - min) / ((max - min) * (mode - min))
        } else {
            1.0 - (max - x) * (max - x) / ((max - min) * (max - mode))
        };
        prop_assert!((below - u).abs() < 1e-12);
        let z = quantile(Spread::Normal { sd: 2.0 }, u);
        prop_assert!((normal_probability(z / 2.0) - u).abs() < 1e-12);
    }
}

#[test]
fn triangles_with_the_mode_at_an_end_are_drawn() {
    let (min, max) = (-1.0, 2.0);
    // Density falls from the lower end: P(x) = 1 − ((max − x) / width)².
    close(quantile(Spread::Triangular { min, mode: min, max }, 0.75), 0.5);
    // Rises to the upper end: P(x) = ((x − min) / width)².
    close(quantile(Spread::Triangular { min, mode: max, max }, 0.25), 0.5);
}

/// Every elementary interval of a one-dimensional net holds one point, whatever the scramble, the dimension and the half.
#[test]
fn each_interval_holds_one_point() {
    let plan = plan_of(40);
    let spread = Spread::Uniform { min: 0.0, max: 1.0 };
    let all: Vec<_> = (0..40).map(|n| (n, spread, Years::Independent)).collect();
    let draws = sobol(&plan, &scenario(&plan, &all), &[]);
    let count = 4_096;
    for (scramble, half) in [(0, Half::A), (0, Half::B), (7, Half::A)] {
        for column in columns(&draws, scramble, half, count) {
            let mut held = vec![0; count];
            for rate in column {
                held[((rate - 5.0) * count as f64) as usize] += 1;
            }
            assert!(held.iter().all(|points| *points == 1));
        }
    }
}

/// The first two dimensions are a (0, m, 2)-net: each of 2^m boxes of every shape holds one point.
#[test]
fn two_dimensions_fill_boxes_evenly() {
    let plan = plan_of(1);
    let spread = Spread::Uniform { min: 0.0, max: 1.0 };
    let draws = sobol(&plan, &scenario(&plan, &[(0, spread, Years::SameDraw)]), &[]);
    let count = 1_024;
    let (a, b) = (
        columns(&draws, 0, Half::A, count),
        columns(&draws, 0, Half::B, count),
    );
    for wide in [1, 4, 32, 256, 1_024] {
        let high = count / wide;
        let mut held = vec![0; count];
        for (a, b) in a[0].iter().zip(&b[0]) {
            let (column, row) = ((a - 5.0) * wide as f64, (b - 5.0) * high as f64);
            held[column as usize * high + row as usize] += 1;
        }
        assert!(held.iter().all(|points| *points == 1), "{wide} × {high}");
    }
}

/// |P − exact| ≤ 1/N for one lever with one draw, at every size.
#[test]
fn probabilities_of_one_lever_are_within_one_draw() {
    let plan = plan_of(3);
    // Rates needed 4.605…, from the guide; deviations from 5.
    let even = 4.605_042_631_6;
    let spreads = [
        (Spread::Normal { sd: 0.5 }, 0.785_211_217_8),
        (Spread::Uniform { min: -1.0, max: 0.0 }, 0.394_957_368_4),
        (
            Spread::Triangular {
                min: -1.0,
                mode: -0.4,
                max: 0.4,
            },
            0.564_247_515_7,
        ),
    ];
    for (spread, exact) in spreads {
        for place in 0..3 {
            let draws = sobol(&plan, &scenario(&plan, &[(place, spread, Years::SameDraw)]), &[]);
            for count in [64, 1_024, 8_192, 131_072] {
                let found = share(&columns(&draws, 0, Half::A, count)[0], |rate| rate >= even);
                assert!(
                    (found - exact).abs() <= 1.0 / count as f64 + 1e-10,
                    "{found} of {count} is not {exact}"
                );
            }
        }
    }
}

#[test]
fn a_lever_keeps_its_draws_when_others_come() {
    for sampler in Sampler::ALL {
        let (small, large) = (plan_of(2), plan_of(60));
        let one = scenario(&small, &[(1, NORMAL, Years::Independent)]);
        let many: Vec<_> = (0..60)
            .map(|n| {
                (
                    n,
                    NORMAL,
                    if n == 1 {
                        Years::Independent
                    } else {
                        Years::SameDraw
                    },
                )
            })
            .collect();
        let many = scenario(&large, &many);
        let few = Draws::new(&small, &one, &[], sampling(sampler, 7)).unwrap();
        let all = Draws::new(&large, &many, &[], sampling(sampler, 7)).unwrap();
        let lever = all.levers().iter().find(|it| it.lever == ix(&large, 1)).unwrap();
        let kept = &columns(&all, 0, Half::A, 640)[lever.columns.clone()];
        assert_eq!(columns(&few, 0, Half::A, 640), kept);
    }
}

#[test]
fn any_block_can_be_filled_by_itself() {
    let plan = plan_of(3);
    let years = Years::Correlated(0.5);
    let scenario = scenario(
        &plan,
        &[
            (0, NORMAL, years),
            (1, NORMAL, years),
            (2, NORMAL, Years::SameDraw),
        ],
    );
    for sampler in Sampler::ALL {
        let draws = Draws::new(&plan, &scenario, &[(0, 1, 0.3)], sampling(sampler, 1)).unwrap();
        let all = columns(&draws, 2, Half::A, 64 * 50);
        let mut alone = vec![[0.0; LANES]; draws.parameters().len()];
        draws.net(2, Half::A).fill(49, &mut alone);
        for (column, lanes) in all.iter().zip(&alone) {
            assert_eq!(column[64 * 49..], lanes[..]);
        }
    }
}

/// The points tell which draw comes at which place of order.
#[test]
fn the_order_of_a_levers_draws_is_known() {
    let plan = plan_of(30);
    let all: Vec<_> = (0..30).map(|n| (n, NORMAL, Years::SameDraw)).collect();
    let draws = sobol(&plan, &scenario(&plan, &all), &[]);
    let count = 4_096;
    let net = draws.net(3, Half::A);
    for (n, column) in columns(&draws, 3, Half::A, count).iter().enumerate() {
        let order: Vec<f64> = (0..count as u64)
            .map(|place| column[net.in_order(n, place, count as u64).unwrap() as usize])
            .collect();
        assert!(order.windows(2).all(|pair| pair[0] < pair[1]));
    }
    assert_eq!(net.in_order(0, 0, 1_000), None);
}

#[test]
fn seeds_scrambles_halves_and_samplers_differ() {
    let plan = plan_of(1);
    let scenario = scenario(&plan, &[(0, NORMAL, Years::SameDraw)]);
    let mut seen = Vec::new();
    for sampler in Sampler::ALL {
        for seed in [0, 1, u64::MAX] {
            let draws = Draws::new(&plan, &scenario, &[], sampling(sampler, seed)).unwrap();
            for (scramble, half) in [(0, Half::A), (0, Half::B), (1, Half::A), (16, Half::A)] {
                seen.push(columns(&draws, scramble, half, 64));
            }
        }
    }
    for (n, one) in seen.iter().enumerate() {
        assert!(seen[..n].iter().all(|other| other != one));
    }
}

fn mean(of: impl Iterator<Item = f64>, count: usize) -> f64 {
    of.sum::<f64>() / count as f64
}

/// Variance of the sum of five years over that of one: 11.125 and 18.1072 from the guide, 25 for one draw, 5 for
/// independent years.
#[test]
fn year_rules_add_up_as_they_should() {
    let plan = plan_of(1);
    let rules = [
        (Years::Correlated(0.5), 11.125),
        (Years::Correlated(0.8), 18.107_2),
        (Years::Independent, 5.0),
        (Years::Correlated(-0.5), 5.0 + 2.0 * (-2.0 + 0.75 - 0.25 + 0.0625)),
    ];
    for (years, expected) in rules {
        let draws = sobol(&plan, &scenario(&plan, &[(0, NORMAL, years)]), &[]);
        let count = 65_536;
        let columns = columns(&draws, 0, Half::A, count);
        assert_eq!(columns.len(), STEPS);
        let sums = (0..count).map(|n| columns.iter().map(|column| column[n] - 5.0).sum::<f64>());
        let found = mean(sums.map(|sum| sum * sum), count);
        assert!(
            (found / expected - 1.0).abs() < 2e-3,
            "{years:?}: {found}, not {expected}"
        );
        for column in &columns {
            let variance = mean(column.iter().map(|rate| (rate - 5.0) * (rate - 5.0)), count);
            assert!((variance - 1.0).abs() < 2e-3, "not stationary: {variance}");
        }
    }
}

/// A share with rate N(1.7, 0.4) that has to gain 8 points in five years.
#[test]
fn five_years_reach_eight_points_as_often_as_they_should() {
    let plan = plan_of(1);
    let rules = [
        (Years::SameDraw, 0.598_706_325_7),
        (Years::Correlated(0.5), 0.646_082_690_9),
        (Years::Independent, 0.711_924_939),
    ];
    let count = 8_192;
    for (years, exact) in rules {
        let mut scenario = scenario(&plan, &[(0, Spread::Normal { sd: 0.4 }, years)]);
        scenario.rates.set(ix(&plan, 0), Rates::Constant(1.7));
        let draws = sobol(&plan, &scenario, &[]);
        let of_scramble = |scramble| {
            let columns = columns(&draws, scramble, Half::A, count);
            let sum = |n: usize| {
                (0..STEPS)
                    .map(|step| columns[step.min(columns.len() - 1)][n])
                    .sum()
            };
            share(&(0..count).map(sum).collect::<Vec<_>>(), |sum: f64| sum >= 8.0)
        };
        let found: Vec<f64> = (1..=16).map(of_scramble).collect();
        let average = mean(found.iter().copied(), 16);
        let squares = found.iter().map(|p| (p - average) * (p - average)).sum::<f64>();
        // Four standard errors of the mean of 16 scrambles; one draw is within one of them.
        let slack = (4.0 * (squares / 15.0).sqrt() / 4.0).max(1.0 / count as f64);
        assert!(
            (average - exact).abs() <= slack && slack < 3e-3,
            "{years:?}: {average} ± {slack}, not {exact}"
        );
    }
}

/// With ρ = 0.5 both are above their medians in a third of the draws, whatever their distributions.
#[test]
fn a_copula_keeps_distributions_and_joins_ranks() {
    let plan = plan_of(4);
    let spread = Spread::Triangular {
        min: -1.0,
        mode: 0.0,
        max: 3.0,
    };
    let pairs = [
        (NORMAL, spread),
        (spread, Spread::Uniform { min: -1.0, max: 4.0 }),
    ];
    for (one, other) in pairs {
        for years in [Years::SameDraw, Years::Independent] {
            let scenario = scenario(&plan, &[(1, one, years), (3, other, years)]);
            let draws = sobol(&plan, &scenario, &[(3, 1, 0.5)]);
            let medians = draws.medians();
            let columns = columns(&draws, 0, Half::A, 65_536);
            let (first, second) = columns.split_at(columns.len() / 2);
            for (n, (a, b)) in first.iter().zip(second).enumerate() {
                let (low, high) = (medians[n], medians[n + first.len()]);
                let both = a.iter().zip(b).filter(|(a, b)| **a > low && **b > high);
                let both = both.count() as f64 / a.len() as f64;
                assert!((both - 1.0 / 3.0).abs() < 1e-3, "{both}");
                for (column, median) in [(a, low), (b, high)] {
                    assert!((share(column, |rate| rate > median) - 0.5).abs() < 1e-3);
                }
            }
        }
    }
}

#[test]
fn only_open_years_are_drawn() {
    let plan = plan_of(2);
    let mut scenario = scenario(
        &plan,
        &[(0, NORMAL, Years::Independent), (1, NORMAL, Years::SameDraw)],
    );
    let entered = |year| ActualEntry {
        year,
        figure: Actual::AnnualChange(3.0),
    };
    scenario
        .actuals
        .set(ix(&plan, 0), vec![entered(2011), entered(2012)]);
    let draws = sobol(&plan, &scenario, &[]);
    let rate = ParameterId::rate(ix(&plan, 0));
    let open = [rate.in_step(3), rate.in_step(4), rate.in_step(5)];
    assert_eq!(draws.parameters()[..3], open);
    assert_eq!(draws.parameters()[3], ParameterId::rate(ix(&plan, 1)));
    assert_eq!(draws.levers()[0].open, 3..6);
    // Correlated with a lever that is drawn in all years, it keeps its distribution and the other its draws.
    scenario.uncertainty.set(
        ix(&plan, 1),
        Uncertainty {
            spread: NORMAL,
            years: Years::Independent,
        },
    );
    let joined = columns(&sobol(&plan, &scenario, &[(0, 1, 0.5)]), 0, Half::A, 8_192);
    let product = |a: &[f64], b: &[f64]| mean(a.iter().zip(b).map(|(a, b)| (a - 5.0) * (b - 5.0)), 8_192);
    for (a, b) in joined[..3].iter().zip(&joined[5..]) {
        assert!((product(a, b) - 0.5).abs() < 0.01);
        assert!((product(a, a) - 1.0).abs() < 0.01 && (product(b, b) - 1.0).abs() < 0.01);
    }
}

#[test]
fn yearly_schedules_are_kept() {
    let plan = plan_of(1);
    let mut scenario = scenario(&plan, &[(0, NORMAL, Years::SameDraw)]);
    scenario
        .rates
        .set(ix(&plan, 0), Rates::Yearly(vec![1.0, 2.0, 3.0, 4.0, 5.0]));
    let draws = sobol(&plan, &scenario, &[]);
    let columns = columns(&draws, 0, Half::A, 64);
    for (n, column) in columns.iter().enumerate() {
        for (rate, first) in column.iter().zip(&columns[0]) {
            close(rate - first, n as f64);
        }
    }
}

#[test]
fn normal_values_tell_the_same_draws() {
    let plan = plan_of(2);
    let spread = Spread::Uniform { min: -1.0, max: 2.0 };
    let scenario = scenario(
        &plan,
        &[(0, NORMAL, Years::Independent), (1, spread, Years::Independent)],
    );
    let draws = sobol(&plan, &scenario, &[(0, 1, -0.4)]);
    let columns = columns(&draws, 0, Half::A, 64);
    let mut net = draws.net(0, Half::A);
    let normals = net.normals(0);
    for lever in draws.levers() {
        for (n, column) in lever.columns.clone().enumerate() {
            for (rate, z) in columns[column].iter().zip(normals[lever.deviates.start + n]) {
                close(*rate, lever.rate(n, z));
            }
        }
    }
}

#[test]
fn what_cannot_be_drawn_is_told() {
    let plan = plan_of(80);
    let new = |scenario: &Scenario, correlations: &[(usize, usize, f64)]| {
        Draws::new(&plan, scenario, correlations, Sampling::default()).map(|_| ())
    };
    assert_eq!(new(&Scenario::default(), &[]), Err(DrawsError::NothingDrawn));
    let two = scenario(
        &plan,
        &[(0, NORMAL, Years::SameDraw), (1, NORMAL, Years::Independent)],
    );
    assert_eq!(new(&two, &[(0, 5, 0.1)]), Err(DrawsError::NotDrawn(5)));
    let rules = DrawsError::YearRules(ix(&plan, 0), ix(&plan, 1));
    assert_eq!(new(&two, &[(0, 1, 0.1)]), Err(rules));
    let three: Vec<_> = (0..3).map(|n| (n, NORMAL, Years::SameDraw)).collect();
    let three = scenario(&plan, &three);
    let clash = [(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9)];
    let levers = (0..3).map(|n| ix(&plan, n)).collect();
    assert_eq!(new(&three, &clash), Err(DrawsError::Contradictory(levers)));
    // On the edge: x_2 = x_0 and x_1 between, singular but no contradiction.
    assert_eq!(new(&three, &[(0, 1, 0.6), (1, 2, -0.6), (0, 2, -1.0)]), Ok(()));
    let mut known = two.clone();
    let entry = ActualEntry {
        year: 2015,
        figure: Actual::Level(1_200.0),
    };
    known.actuals.set(ix(&plan, 1), vec![entry]);
    assert_eq!(new(&known, &[]), Err(DrawsError::NoOpenYear(ix(&plan, 1))));
}

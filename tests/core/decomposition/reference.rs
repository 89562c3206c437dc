//! Figures that were computed independently of the program.

use planpath::analysis::decomposition::{FactorMove, product_effects};
use planpath::plan::{Plan, built_in};
use planpath::scenario::{EXAMPLES, Scenario, read_text};

use super::{Case, changes, ix, names};
use crate::closeness::{all_close, close};

fn moves(ends: &[(f64, f64)]) -> Vec<FactorMove> {
    let of = |(from, to): &(f64, f64)| FactorMove {
        from: *from,
        to: *to,
        exponent: 1,
    };
    ends.iter().map(of).collect()
}

fn effects(ends: &[(f64, f64)]) -> Vec<f64> {
    let from = ends.iter().map(|(from, _)| from).product();
    let to = ends.iter().map(|(_, to)| to).product();
    product_effects(from, to, &moves(ends))
}

#[test]
fn three_factors() {
    let grown = 16.0 * 1.08_f64.powi(5);
    let found = effects(&[(16.0, grown), (100.0, 79.0), (1.0, 0.99)]);
    all_close(
        &found,
        &[660.543_138_202_7, -404.632_701_506_9, -17.252_054_511_4],
    );
}

#[test]
fn two_factors_from_one() {
    all_close(
        &effects(&[(1.0, 2.0), (1.0, 3.0)]),
        &[1.934_264_036_2, 3.065_735_963_8],
    );
}

#[test]
fn activity_structure_and_intensity_of_two_parts() {
    // Half and half with intensities 3 and 1; they grow by 60 % and by 20 %, and both intensities fall by 16 %.
    let parts = [
        [(100.0, 140.0), (0.5, 80.0 / 140.0), (3.0, 3.0 * 0.84)],
        [(100.0, 140.0), (0.5, 60.0 / 140.0), (1.0, 0.84)],
    ];
    let [one, other] = parts.map(|part| effects(&part));
    let sums: Vec<f64> = one.iter().zip(other).map(|(one, other)| one + other).collect();
    all_close(&sums, &[75.615_502_153_4, 15.566_984_501_3, -39.182_486_654_7]);
    close(sums.iter().sum(), 252.0 - 200.0);
}

fn mid_term() -> (std::sync::Arc<Plan>, Scenario) {
    let example = EXAMPLES
        .iter()
        .find(|example| example.id == "mid-term-2013")
        .unwrap();
    let loaded = read_text("mid-term", example.text, std::path::Path::new("")).unwrap();
    (loaded.plan, loaded.scenario)
}

#[test]
fn energy_use_of_the_mid_term_chained_and_direct() {
    let (plan, mut scenario) = mid_term();
    // With 100 as the base value of energy intensity, energy use is value added times it, 1,600 at the start.
    scenario.bases.set(ix(&plan, "energy-intensity"), 100.0);
    let case = Case::new(&plan, &scenario);
    let chained = case.decompose("energy-use", (2010, 2013), true).unwrap();
    assert_eq!(names(&plan, &chained), ["value-added", "energy-intensity"]);
    all_close(&changes(&chained), &[428.001_253_236_0, -280.565_773_607_2]);
    let direct = case.decompose("energy-use", (2010, 2013), false).unwrap();
    all_close(&changes(&direct), &[421.239_276_747_4, -273.803_797_118_5]);
    // 16 · 1.108 · 1.079 · 1.076 · 84.9 − 1,600
    let change = 16.0 * 1.108 * 1.079 * 1.076 * 84.9 - 1600.0;
    for found in [&chained, &direct] {
        close(found.change(), change);
        assert!(found.residual.abs() < 1e-9 * change, "{}", found.residual);
        assert_eq!(found.last_actual, Some(2013));
    }
}

#[test]
fn an_index_has_the_effects_of_its_product_in_its_own_unit() {
    let (plan, scenario) = mid_term();
    let case = Case::new(&plan, &scenario);
    // 1,600 is 100 of the index.
    let found = case.decompose("co2", (2010, 2013), true).unwrap();
    assert_eq!(
        names(&plan, &found),
        ["value-added", "energy-intensity", "carbon-factor"]
    );
    all_close(
        &changes(&found),
        &[428.001_253_236_0 / 16.0, -280.565_773_607_2 / 16.0, 0.0],
    );
    let is_held: Vec<bool> = found.effects.iter().map(|effect| effect.is_held).collect();
    assert_eq!(is_held, [false, false, true], "the carbon factor has no data");
}

#[test]
fn years_add_up_to_periods_and_to_the_whole() {
    let (plan, scenario) = mid_term();
    let found = Case::new(&plan, &scenario)
        .decompose("co2", (2010, 2015), true)
        .unwrap();
    let (known, open) = (found.between_years(2010, 2013), found.between_years(2013, 2015));
    let sums: Vec<f64> = known
        .iter()
        .zip(&open)
        .map(|(known, open)| known + open)
        .collect();
    all_close(&changes(&found), &sums);
    all_close(
        &known,
        &[428.001_253_236_0 / 16.0, -280.565_773_607_2 / 16.0, 0.0],
    );
    assert_eq!(found.years.len(), 5);
    assert_eq!(found.last_actual, Some(2013));
    for year in &found.years {
        let sum: f64 = year.effects.iter().map(|effect| effect.change).sum();
        close(sum + year.residual, year.to - year.from);
    }
}

#[test]
fn gross_output_rises_with_value_added_and_falls_with_its_rate() {
    let plan = built_in("industrial-upgrading-2011-2015").unwrap().unwrap();
    let mut scenario = Scenario::default();
    // The plan promises two points more in five years.
    scenario.bases.set(ix(&plan, "value-added-rate"), 26.5);
    let found = Case::new(&plan, &scenario)
        .decompose("gross-output", (2010, 2015), false)
        .unwrap();
    assert_eq!(names(&plan, &found), ["value-added", "value-added-rate"]);
    all_close(&changes(&found), &[27.266_885_322_5, -5.155_650_027_8]);
    close(found.from.value, 16.0 / 0.265);
}

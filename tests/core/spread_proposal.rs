//! Spreads proposed from actuals: which rates count, and the figures of the guide.

use planpath::analysis::{NoProposal, propose_spread};
use planpath::model::project;
use planpath::plan::{BUILT_IN, Plan, built_in};
use planpath::scenario::{Actual, ActualEntry, Rates, Scenario, Spread, Years};

use crate::closeness::close;

fn plan() -> std::sync::Arc<Plan> {
    built_in(BUILT_IN[0].id).unwrap().unwrap()
}

fn grown(entries: &[(i32, f64)]) -> Vec<ActualEntry> {
    let entered = |(year, growth): &(i32, f64)| ActualEntry {
        year: *year,
        figure: Actual::AnnualChange(*growth),
    };
    entries.iter().map(entered).collect()
}

#[test]
fn three_rates_make_a_spread() {
    let plan = plan();
    let ix = plan.find("value-added").unwrap();
    let mut scenario = Scenario::default();
    scenario.rates.set(ix, Rates::Constant(8.0));
    scenario
        .actuals
        .set(ix, grown(&[(2011, 10.0), (2012, 8.0), (2013, 9.0)]));
    let found = propose_spread(&plan, &scenario, &project(&plan, &scenario), ix).unwrap();
    // Mean 9, squares 1 + 1 + 0, s = √(2 / 2) = 1; one more year like them: √(1 + 1/3).
    close(found.mean, 9.0);
    close(found.deviation, 1.0);
    close(found.drift, 1.0);
    let Spread::Normal { sd } = found.uncertainty.spread else {
        panic!("{found:?}")
    };
    close(sd, (4.0_f64 / 3.0).sqrt());
    assert_eq!(found.uncertainty.years, Years::Independent);
    // With two degrees of freedom χ² = −2 ln(1 − P): the guide's 0.52 to 6.3.
    close(found.factors.0, (2.0 / (-2.0 * 0.025_f64.ln())).sqrt());
    close(found.factors.1, (2.0 / (-2.0 * 0.975_f64.ln())).sqrt());
    assert!((found.factors.0 - 0.52).abs() < 0.005 && (found.factors.1 - 6.3).abs() < 0.05);
    let years: Vec<i32> = found.rates.iter().map(|(_, year)| *year).collect();
    assert_eq!(years, [2011, 2012, 2013]);
}

/// Four rates: three degrees of freedom, for which tables give 0.566 and 3.729 as factors.
#[test]
fn an_odd_number_of_degrees_is_right_as_well() {
    let plan = plan();
    let ix = plan.find("value-added").unwrap();
    let mut scenario = Scenario::default();
    scenario
        .actuals
        .set(ix, grown(&[(2011, 10.0), (2012, 8.0), (2013, 9.0), (2014, 7.0)]));
    let found = propose_spread(&plan, &scenario, &project(&plan, &scenario), ix).unwrap();
    // χ² of 3 at 97.5 % is 9.348403604, at 2.5 % 0.2157952826.
    assert!((found.factors.0 - (3.0_f64 / 9.348_403_604).sqrt()).abs() < 1e-8);
    assert!((found.factors.1 - (3.0_f64 / 0.215_795_282_6).sqrt()).abs() < 1e-8);
}

#[test]
fn interpolated_years_do_not_count() {
    let plan = plan();
    let ix = plan.find("value-added").unwrap();
    let propose = |entries: Vec<ActualEntry>| {
        let mut scenario = Scenario::default();
        scenario.actuals.set(ix, entries);
        propose_spread(&plan, &scenario, &project(&plan, &scenario), ix).map(|found| found.rates.len())
    };
    assert_eq!(propose(Vec::new()), Err(NoProposal::TooFew(0)));
    assert_eq!(
        propose(grown(&[(2011, 10.0), (2012, 8.0)])),
        Err(NoProposal::TooFew(2))
    );
    let cumulative = |year, growth| ActualEntry {
        year,
        figure: Actual::CumulativeChange(growth),
    };
    // 2012 and 2013 lie between.
    assert_eq!(
        propose(vec![cumulative(2011, 9.0), cumulative(2014, 35.0)]),
        Err(NoProposal::TooFew(1))
    );
    let alike = grown(&[(2011, 8.0), (2012, 8.0), (2013, 8.0)]);
    assert_eq!(propose(alike), Err(NoProposal::AllAlike));
    let all = grown(&[(2011, 8.0), (2012, 9.0), (2013, 8.0), (2014, 7.0), (2015, 8.0)]);
    assert_eq!(propose(all), Err(NoProposal::NoOpenYear));
    let derived = plan.find("co2-intensity").unwrap();
    let scenario = Scenario::default();
    let found = propose_spread(&plan, &scenario, &project(&plan, &scenario), derived);
    assert_eq!(found, Err(NoProposal::NotMeasured));
}

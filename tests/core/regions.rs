//! The feasibility map in regions, the shortest way, and rates observed; expected figures derived in view.

use planpath::analysis::feasibility::{Axis, Feasibility, feasibility};
use planpath::analysis::regions::{met_at, regions, shortest_way};
use planpath::analysis::{observed_rates, set_parameter};
use planpath::model::{ParameterId, project};
use planpath::plan::Plan;
use planpath::scenario::{Actual, ActualEntry, Scenario};

use crate::examples::example;

fn map(plan: &Plan, scenario: &Scenario, [x, y]: [&str; 2]) -> Feasibility {
    let projection = project(plan, scenario);
    let axis = |id| {
        let parameter = ParameterId::rate(plan.find(id).unwrap());
        Axis::of(plan, scenario, &projection, parameter)
    };
    feasibility(plan, scenario, &projection, axis(x), axis(y)).unwrap()
}

#[test]
fn two_targets_make_four_regions_that_fill_the_map() {
    let (plan, scenario) = example("mid-term-2013");
    let map = map(&plan, &scenario, ["energy-intensity", "carbon-factor"]);
    assert_eq!(map.targets.len(), 2);
    let found = regions(&map);
    let mut kinds: Vec<_> = found.iter().map(|region| region.met.clone().unwrap()).collect();
    kinds.sort();
    assert_eq!(
        kinds,
        [[false, false], [false, true], [true, false], [true, true]]
    );
    let whole: f64 = found.iter().map(|region| region.share).sum();
    assert!((whole - 1.0).abs() < 1e-9, "{whole}");
    for region in &found {
        assert_eq!(met_at(&map, region.middle), region.met, "{region:?}");
        assert!(region.room.0 > 0.0 && region.room.0 <= 0.5, "{region:?}");
    }
}

#[test]
fn the_shortest_way_leads_to_the_nearest_point_that_meets_all() {
    let (plan, mut scenario) = example("mid-term-2013");
    let energy = plan.find("energy-intensity").unwrap();
    assert!(set_parameter(
        &plan,
        &mut scenario,
        ParameterId::rate(energy),
        3.0
    ));
    let map = map(&plan, &scenario, ["energy-intensity", "carbon-factor"]);
    // From 84.9 in 2013 to 79 in 2015. Without a change of the mix CO₂ asks for the same, so that both lines meet there.
    let needed = (1.0 - (79.0_f64 / 84.9).sqrt()) * 100.0;
    let (x, y) = shortest_way(&map, (3.0, 0.0)).unwrap();
    assert!((x - needed).abs() < 1e-3, "{x} {needed}");
    assert!(y.abs() < 1e-3, "{y}");
    assert_eq!(shortest_way(&map, (5.0, 1.0)), None, "all are met there already");
}

#[test]
fn observed_are_the_rates_between_two_entered_years() {
    let (plan, mut scenario) = example("mid-term-2013");
    let energy = plan.find("energy-intensity").unwrap();
    let observed = |scenario: &Scenario| observed_rates(&plan, scenario, &project(&plan, scenario), energy);
    // 2012 was not entered, so that only 2011 has a yearly rate: 100 to 96.51.
    let found = observed(&scenario).unwrap();
    assert!((found.least.0 - 3.49).abs() < 1e-9 && found.least.1 == 2011);
    assert_eq!(found.least, found.greatest);
    assert!(found.is_beyond(3.5) && found.is_beyond(3.48) && !found.is_beyond(3.49));
    let mut entries = scenario.actuals.get(energy).unwrap().clone();
    entries.insert(
        0,
        ActualEntry {
            year: 2010,
            figure: Actual::AnnualChange(-5.0),
        },
    );
    scenario.actuals.set(energy, entries);
    let found = observed(&scenario).unwrap();
    assert!((found.greatest.0 - 5.0).abs() < 1e-9, "{found:?}");
    assert_eq!((found.least.1, found.greatest.1), (2011, 2010));
    scenario.actuals.remove(energy);
    assert_eq!(observed(&scenario), None);
}

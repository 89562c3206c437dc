//! What moved a figure as bars: each begins where the one before it ended, and nothing overlaps on paper.

use planpath::analysis::Outcome;
use planpath::analysis::attribution::{PlannedState, attribute};
use planpath::analysis::decomposition::{ScenarioState, decompose};
use planpath::export::figure::{Figure, FigureOptions, OriginLine, Size};
use planpath::figure::{Drawing, StackedYears, Waterfall, WaterfallBetween, WaterfallStep};
use planpath::model::{Projection, project};
use planpath::text::Language;

use crate::export::layout::check;
use crate::export::material::Computed;

fn waterfall(computed: &Computed, is_chained: bool, language: Language) -> (Waterfall, StackedYears) {
    let projection = project(&computed.plan, &computed.scenario);
    let state = ScenarioState {
        scenario: &computed.scenario,
        projection: &projection,
    };
    let co2 = computed.plan.find("co2").unwrap();
    let found = decompose(&computed.plan, state, co2, (2010, 2015), is_chained).unwrap();
    let kind = projection.kind(co2);
    let between = WaterfallBetween::Years {
        via: found.last_actual,
    };
    (
        Waterfall::of_decomposition(&computed.plan, &found, kind, between, language),
        StackedYears::of(&computed.plan, &found, kind, language),
    )
}

/// Rows hang together, from the first level to the last.
fn hang_together(waterfall: &Waterfall) {
    for pair in waterfall.rows.windows(2) {
        let slack = 1e-9 * pair[0].to.abs();
        assert!((pair[0].to - pair[1].from).abs() <= slack, "{pair:?}");
    }
    let (low, high) = waterfall.range();
    assert!(waterfall.rows.iter().all(|row| row.from > low && row.to < high));
}

#[test]
fn a_waterfall_goes_through_the_last_data() {
    let computed = Computed::example("mid-term-2013");
    let (chained, stacked) = waterfall(&computed, true, Language::English);
    hang_together(&chained);
    let names: Vec<&str> = chained.rows.iter().map(|row| row.name.as_str()).collect();
    let factors = [
        "Industrial value added",
        "Energy intensity of value added",
        "Carbon factor of energy",
    ];
    let expected = [&["2010"][..], &factors, &["2013"], &factors, &["2015"]].concat();
    assert_eq!(names, expected);
    let is_open = |n: usize| chained.rows[n].step == WaterfallStep::Effect { is_open: true };
    assert!(!is_open(1) && is_open(5));
    assert_eq!(chained.rows[1].figure, "+26.8");
    let (direct, _) = waterfall(&computed, false, Language::English);
    hang_together(&direct);
    assert_eq!(direct.rows.len(), 5);
    // Year by year, what goes up stands on what goes up, and the sum of both is the change.
    assert_eq!(stacked.years, [2011, 2012, 2013, 2014, 2015]);
    assert_eq!(stacked.last_data, Some((2013, false)));
    for (n, change) in stacked.changes.iter().enumerate() {
        let sum: f64 = stacked.factors.iter().map(|factor| factor.effects[n]).sum();
        assert!((sum - change).abs() < 1e-9);
    }
    for spans in stacked.spans() {
        assert!(
            spans.iter().all(|(from, to)| from * to >= 0.0),
            "no bar crosses the line"
        );
    }
}

#[test]
fn nothing_overlaps_on_paper() {
    let computed = Computed::example("mid-term-2013");
    for language in Language::ALL {
        let (waterfall, stacked) = waterfall(&computed, true, language);
        for drawing in [waterfall.drawing(language), stacked.drawing(language)] {
            assert!(!drawing.description.is_empty() && !drawing.title.is_empty());
            paper(&computed, &drawing, language);
        }
    }
}

/// Labels stand inside and apart at every width.
fn paper(computed: &Computed, drawing: &Drawing, language: Language) {
    let material = computed.material(&[], language);
    for size in [8.0, 16.0, 25.4] {
        let options = FigureOptions {
            size: Size::wide(size).unwrap(),
            ..FigureOptions::default()
        };
        let figure = Figure::new(drawing, OriginLine::of_all(&material), &options, language);
        check(
            &figure.svg().unwrap(),
            language,
            &format!("{} {size} cm {language}", drawing.title),
        );
    }
}

#[test]
fn differences_of_scenarios_are_waterfalls_too() {
    let [from, to] = ["growth-first", "mid-term-2013"].map(Computed::example);
    let projections: Vec<Projection> = [&from, &to]
        .into_iter()
        .map(|of| project(&of.plan, &of.scenario))
        .collect();
    let level = |n: usize, of: &Computed| projections[n].levels(of.plan.find("co2").unwrap()).unwrap()[5];
    let planned = |n: usize| PlannedState {
        plan: if n == 0 { &from.plan } else { &to.plan },
        state: ScenarioState {
            scenario: if n == 0 { &from.scenario } else { &to.scenario },
            projection: &projections[n],
        },
    };
    let indicator = to.plan.find("co2").unwrap();
    let found = attribute(planned(0), planned(1), Outcome::Level { indicator, step: 5 }, 1).unwrap();
    let names = ("Growth first", "Mid-term, 2013");
    let unit = (2015, "index".to_owned());
    let waterfall = Waterfall::of_attribution(&to.plan, &found, names, unit, Language::English);
    hang_together(&waterfall);
    assert!((waterfall.rows[0].to - level(0, &from)).abs() < 1e-9);
    assert!((waterfall.rows[waterfall.rows.len() - 1].to - level(1, &to)).abs() < 1e-9);
    assert!(
        waterfall.title.contains("CO₂") && waterfall.title.contains("Growth first"),
        "{}",
        waterfall.title
    );
    paper(&to, &waterfall.drawing(Language::English), Language::English);
}

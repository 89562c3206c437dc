//! Tornados and shares of variance as figures: bars at their values, labels apart at any size.

use planpath::analysis::Outcome;
use planpath::analysis::draws::Sampling;
use planpath::analysis::importance::{ImportanceSettings, importance, tornado};
use planpath::export::figure::{Figure, FigureOptions, OriginLine, Size};
use planpath::figure::{
    Drawing, FigureAxis, IndicesFigure, Shape, TornadoFigure, indices_figure, tornado_figure,
};
use planpath::text::Language;

use crate::export::layout::check;
use crate::export::material::Computed;

/// Three uncertain levers behind CO₂.
fn computed(correlations: &str) -> Computed {
    Computed::new(&format!(
        r#"(format: 2, name: "Uncertain", plan: "industrial-upgrading-2011-2015",
        rates: {{"value-added": Constant(8.0), "energy-intensity": Constant(4.0), "carbon-factor": Constant(0.5)}},
        uncertainty: {{
            "value-added": (spread: Normal(sd: 1.0), years: SameDraw),
            "energy-intensity": (spread: Triangular(min: -2.0, mode: 0.0, max: 1.0), years: SameDraw),
            "carbon-factor": (spread: Normal(sd: 0.5), years: SameDraw),
        }}, correlations: [{correlations}])"#
    ))
}

const CORRELATED: &str = r#"("value-added", "energy-intensity", -0.4)"#;

fn co2(computed: &Computed) -> Outcome {
    Outcome::Level {
        indicator: computed.plan.find("co2").unwrap(),
        step: 5,
    }
}

fn bars(computed: &Computed, outcome: Outcome, language: Language) -> TornadoFigure {
    let (plan, scenario) = (&computed.plan, &computed.scenario);
    let found = tornado(plan, scenario, outcome, Sampling::default(), &|| true);
    let kind = computed.evaluation.projection().kind(outcome.indicator());
    tornado_figure(plan, outcome, kind, &found.unwrap().unwrap(), language)
}

fn shares(computed: &Computed, outcome: Outcome, language: Language) -> IndicesFigure {
    let (plan, scenario) = (&computed.plan, &computed.scenario);
    let found = importance(plan, scenario, outcome, ImportanceSettings::default(), &|| true);
    indices_figure(plan, outcome, &found.unwrap().unwrap(), language)
}

/// The outlines of a drawing's areas, by their lowest and highest value, with their row.
fn areas(drawing: &Drawing) -> Vec<(usize, f64, f64)> {
    let shapes = drawing.layers.iter().flat_map(|layer| &layer.shapes);
    let outlines = shapes.filter_map(|shape| match shape {
        Shape::Areas { outlines, .. } => Some(outlines),
        _ => None,
    });
    outlines
        .flatten()
        .map(|corners| {
            let row = f64::midpoint(corners[0].1, corners[2].1).round() as usize;
            (
                row,
                corners[0].0.min(corners[1].0),
                corners[0].0.max(corners[1].0),
            )
        })
        .collect()
}

#[test]
fn bars_go_from_the_centre_to_both_quantiles() {
    let computed = computed("");
    let figure = bars(&computed, co2(&computed), Language::English);
    let drawing = figure.drawing(Language::English);
    let FigureAxis::Names(names) = &drawing.up else {
        panic!("names beside the bars")
    };
    assert_eq!(
        names.last(),
        Some(&figure.rows[0].name),
        "the longest is at the top"
    );
    let areas = areas(&drawing);
    assert_eq!(areas.len(), 6, "two for each lever");
    for (place, row) in figure.rows.iter().rev().enumerate() {
        let [one, other] = row.parts(figure.centre);
        assert!(areas.contains(&(place, one.0, one.1)) && areas.contains(&(place, other.0, other.1)));
        assert!(one.1 >= figure.centre - 1e-9 || other.1 >= figure.centre - 1e-9);
    }
    // CO₂ falls with the rate at which energy intensity falls: its 10 % quantile is on the right.
    let energy = computed.plan.find("energy-intensity").unwrap();
    let row = figure.rows.iter().find(|row| row.lever == energy).unwrap();
    assert!(row.ends[0] > figure.centre && row.ends[1] < figure.centre);
    let words = figure.in_words(Language::English);
    assert!(
        words.starts_with("What moves Industrial CO₂") && words.contains(" to "),
        "{words}"
    );
}

#[test]
fn whiskers_and_hatched_ends_show_intervals_and_interaction() {
    let computed = computed("");
    let figure = shares(&computed, co2(&computed), Language::English);
    assert_eq!(figure.rows.len(), 3);
    let sum: f64 = figure.rows.iter().map(|row| row.bars()[0].solid).sum();
    assert!((0.95..1.02).contains(&sum), "a product is nearly a sum: {sum}");
    for row in &figure.rows {
        for bar in row.bars() {
            assert!(
                bar.whisker.0 <= bar.hatched && bar.hatched <= bar.whisker.1 + 0.02,
                "{bar:?}"
            );
            assert!(bar.solid >= 0.0 && bar.hatched >= bar.solid, "{bar:?}");
        }
        assert_eq!(row.labels.len(), 2);
        assert!(row.labels[0].starts_with("first order "), "{:?}", row.labels);
    }
    let correlated = self::computed(CORRELATED);
    let figure = shares(&correlated, co2(&correlated), Language::Chinese);
    assert!(figure.title.contains("Shapley"));
    assert!(figure.rows.iter().all(|row| row.bars().len() == 1));
    let sum: f64 = figure.rows.iter().map(|row| row.bars()[0].solid).sum();
    assert!((sum - 1.0).abs() < 1e-6 || sum > 1.0, "shares add up: {sum}");
}

#[test]
fn what_is_not_uncertain_says_so_instead_of_bars() {
    let computed = computed("");
    let outcome = Outcome::Level {
        indicator: computed.plan.find("water-intensity").unwrap(),
        step: 5,
    };
    for language in Language::ALL {
        let tornado = bars(&computed, outcome, language).drawing(language);
        let shares = shares(&computed, outcome, language).drawing(language);
        for drawing in [tornado, shares] {
            assert!(drawing.layers.is_empty() && drawing.notice.is_some());
        }
    }
}

#[test]
fn labels_stand_inside_and_apart() {
    for correlations in ["", CORRELATED] {
        let computed = computed(correlations);
        let target = computed.plan.find_target("co2-intensity").unwrap();
        for (outcome, language) in [
            (co2(&computed), Language::English),
            (co2(&computed), Language::Chinese),
            (Outcome::Target(target), Language::English),
            (Outcome::Target(target), Language::Chinese),
        ] {
            let drawings = [
                bars(&computed, outcome, language).drawing(language),
                shares(&computed, outcome, language).drawing(language),
            ];
            for drawing in drawings {
                let material = computed.material(&[], language);
                for size in [8.0, 11.0, 16.0, 25.4] {
                    let options = FigureOptions {
                        size: Size::wide(size).unwrap(),
                        ..FigureOptions::default()
                    };
                    let figure = Figure::new(&drawing, OriginLine::of_all(&material), &options, language);
                    let what = format!("{} at {size} cm, {language}", drawing.title);
                    check(&figure.svg().unwrap(), language, &what);
                }
            }
        }
    }
}

//! Standings as bars: data, drawing, and labels that do not overlap at any size.

use planpath::export::figure::{Figure, FigureOptions, OriginLine, Size};
use planpath::figure::{FigureAxis, Mode, Overview, Shape, overview};
use planpath::model::{Standing, ledgers, project};
use planpath::text::Language;

use crate::export::layout::check;
use crate::export::material::Computed;

fn of(computed: &Computed, language: Language) -> Overview {
    let projection = project(&computed.plan, &computed.scenario);
    overview(&computed.plan, &ledgers(&computed.plan, &projection), language)
}

/// A scenario with an actual for every lever with a target, in one of three years each: more than fit the usual height.
fn many() -> Computed {
    let plan = Computed::named("x").plan;
    let levers = plan.targets().filter(|(_, indicator, _)| indicator.is_lever());
    let entries: Vec<String> = levers
        .enumerate()
        .filter(|(_, (_, indicator, _))| indicator.base.is_some() || indicator.is_compound())
        .map(|(n, (_, indicator, _))| {
            let change = if n % 3 == 0 { 0.5 } else { -0.5 };
            format!(
                "\"{}\": {{ {}: CumulativeChange({change:?}) }}",
                indicator.id,
                2011 + n % 3
            )
        })
        .collect();
    assert!(entries.len() > 12, "{}", entries.len());
    Computed::new(&format!(
        r#"(format: 1, name: "Many", plan: "industrial-upgrading-2011-2015", actuals: {{ {} }})"#,
        entries.join(", ")
    ))
}

#[test]
fn every_target_with_actuals_stands_at_its_last_one() {
    let overview = of(&Computed::example("mid-term-2013"), Language::English);
    let standings: Vec<Standing> = overview.stands.iter().map(|stand| stand.standing).collect();
    assert_eq!(
        standings,
        [
            Standing::Ahead,
            Standing::Ahead,
            Standing::Ahead,
            Standing::Ahead,
            Standing::Behind,
            Standing::WrongDirection
        ]
    );
    let energy = &overview.stands[0];
    assert_eq!(
        (energy.name.as_str(), energy.year),
        ("Energy intensity of value added", 2013)
    );
    // −15.1 % of −21 % in logarithms; three of five years.
    assert!((energy.progress - libm::log(0.849) / libm::log(0.79)).abs() < 1e-12);
    assert!((energy.due - 0.6).abs() < 1e-12);
    // From below the steel target's (39.4 − 48.6) / 11.4 = −80.7 % to above 100 %.
    let (low, high) = overview.range();
    assert!(
        low < -80.7 && low > -100.0 && high > 100.0 && high < 120.0,
        "{low} {high}"
    );
    let words = overview.in_words(Language::English);
    assert!(
        words.contains("Energy intensity of value added: 69.4 % by 2013, 60.0 % due, ahead"),
        "{words}"
    );
    // Emissions follow energy, and the carbon factor is assumed.
    assert!(
        words.contains("CO₂ intensity of value added: 69.4 % by 2013, 60.0 % due, ahead (partly assumed)"),
        "{words}"
    );
    assert!(
        of(&Computed::example("growth-first"), Language::English)
            .stands
            .is_empty()
    );
}

#[test]
fn bars_reach_as_far_as_the_targets_have_come() {
    let overview = of(&Computed::example("mid-term-2013"), Language::English);
    let drawing = overview.drawing(Language::English);
    let FigureAxis::Names(names) = &drawing.up else {
        panic!("names beside the bars")
    };
    assert_eq!(
        names.last(),
        Some(&overview.stands[0].name),
        "the first target is at the top"
    );
    let mut ends = vec![f64::NAN; names.len()];
    let mut due = Vec::new();
    for shape in drawing.layers.iter().flat_map(|layer| &layer.shapes) {
        match shape {
            Shape::Areas { outlines, .. } => {
                for corners in outlines {
                    let row = f64::midpoint(corners[0].1, corners[2].1).round() as usize;
                    assert!(corners[0].0.abs() < 1e-12, "bars begin at zero");
                    ends[row] = corners[1].0;
                }
            }
            Shape::Line { points, .. } => due.extend(points.iter().map(|point| point.0)),
            _ => {}
        }
    }
    for (end, stand) in ends.iter().zip(overview.stands.iter().rev()) {
        assert!((end - stand.progress * 100.0).abs() < 1e-12, "{}", stand.name);
    }
    assert_eq!(due.len(), 2 * names.len());
    assert!(due.iter().all(|value| (value - 60.0).abs() < 1e-9), "{due:?}");
    // A standing is stated in words, and shown by the strength of its bars where there is no colour.
    let strengths: Vec<u32> = drawing
        .layers
        .iter()
        .flat_map(|layer| &layer.shapes)
        .filter_map(|shape| match shape {
            Shape::Areas { strength, .. } => Some(strength.to_bits()),
            _ => None,
        })
        .collect();
    assert_eq!(strengths.len(), 3);
    assert!(strengths[0] != strengths[1] && strengths[1] != strengths[2] && strengths[0] != strengths[2]);
}

#[test]
fn years_that_differ_are_told() {
    let computed = many();
    let overview = of(&computed, Language::English);
    let drawing = overview.drawing(Language::English);
    let labels: Vec<&str> = drawing
        .layers
        .iter()
        .filter_map(|layer| Some(layer.label.as_ref()?.text.as_str()))
        .collect();
    assert_eq!(labels.len(), overview.stands.len());
    for (label, stand) in labels.iter().zip(overview.stands.iter().rev()) {
        assert!(label.contains(&format!("by {}", stand.year)), "{label}");
        // A fifth a year.
        assert!((stand.due - f64::from(stand.year - 2010) / 5.0).abs() < 1e-12);
    }
}

#[test]
fn labels_stand_inside_and_apart_however_many_bars_there_are() {
    for computed in [
        Computed::example("mid-term-2013"),
        many(),
        Computed::named("none"),
    ] {
        for language in Language::ALL {
            let drawing = of(&computed, language).drawing(language);
            let material = computed.material(&[], language);
            for size in [5.0, 8.0, 11.0, 16.0, 25.4, 60.0] {
                let options = FigureOptions {
                    size: Size::wide(size).unwrap(),
                    ..FigureOptions::default()
                };
                let figure = Figure::new(&drawing, OriginLine::of_all(&material), &options, language);
                check(&figure.svg().unwrap(), language, &format!("{size} cm {language}"));
            }
        }
    }
}

#[test]
fn charts_of_targets_under_way_keep_their_labels_apart() {
    let computed = Computed::example("mid-term-2013");
    let projection = project(&computed.plan, &computed.scenario);
    for ledger in ledgers(&computed.plan, &projection) {
        for language in Language::ALL {
            for mode in [Mode::Level, Mode::Progress, Mode::Annual] {
                let material = computed.material(&[], language);
                let figure = Figure::of_tracking(&material, &ledger, mode, &FigureOptions::default());
                let what = format!("{} {mode:?} {language}", figure.title());
                check(&figure.svg().unwrap(), language, &what);
            }
        }
    }
}

#[test]
fn targets_of_other_years_are_told_apart_and_not_called_those_of_the_last() {
    let computed = Computed::milestones("2011: AnnualChange(2.0), 2013: CumulativeChange(18.0)");
    let found = of(&computed, Language::English);
    assert_eq!(found.title, "Official progress towards the targets");
    let names: Vec<&str> = found.stands.iter().map(|stand| stand.name.as_str()).collect();
    assert_eq!(
        names,
        [
            // Two are due in one year.
            "Output, 2013, rise",
            "Output, 2013, level",
            "Output, 2015",
            "Output, every year",
            "Output, 2014",
        ]
    );
    let words = found.in_words(Language::English);
    assert!(
        words.starts_with("Official progress towards the targets. Output, 2013, rise"),
        "{words}"
    );
    let due = "Official progress towards the targets for 2015";
    assert_eq!(
        of(&Computed::example("mid-term-2013"), Language::English).title,
        due
    );
}

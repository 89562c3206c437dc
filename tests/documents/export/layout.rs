//! Positions in figures: inside the frame, not overlapping, and at their values.

use std::sync::Arc;

use planpath::export::figure::{Figure, FigureOptions, OriginLine, Size, svg};
use planpath::figure::{ColorRole, Drawing, FigureAxis, Layer, MarkShape, Mode, Role, Shape};
use planpath::scenario::EXAMPLES;
use planpath::text::{Language, fonts};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{FontResolver, Group, Node, Options, Rect, TextChunk, Tree};

use crate::export::material::Computed;

/// Reads a figure with the embedded fonts, in the order for its language.
pub fn read(text: &str, language: Language) -> Tree {
    let mut database = Database::new();
    let mut first = None;
    for font in fonts(language) {
        let ids = database.load_font_source(Source::Binary(Arc::new(font.data)));
        first = first.or(ids.first().copied());
    }
    let options = Options {
        fontdb: Arc::new(database),
        font_resolver: FontResolver {
            select_font: Box::new(move |_, _| first),
            select_fallback: FontResolver::default_fallback_selector(),
        },
        ..Options::default()
    };
    Tree::from_str(text, &options).expect("a sound SVG")
}

/// Every text with the box around its ink.
fn labels(group: &Group, found: &mut Vec<(String, Rect)>) {
    for node in group.children() {
        match node {
            Node::Group(group) => labels(group, found),
            Node::Text(text) => {
                let words = text.chunks().iter().map(TextChunk::text).collect();
                found.push((words, text.flattened().abs_bounding_box()));
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

#[track_caller]
pub fn check(text: &str, language: Language, what: &str) {
    let tree = read(text, language);
    let mut found = Vec::new();
    labels(tree.root(), &mut found);
    assert!(found.len() > 3, "{what} has labels");
    let (width, height) = (tree.size().width(), tree.size().height());
    for (n, (label, own)) in found.iter().enumerate() {
        assert!(
            own.left() >= 0.0 && own.top() >= 0.0 && own.right() <= width && own.bottom() <= height,
            "{what}: {label:?} leaves the figure: {own:?} of {width} × {height}"
        );
        for (other, its) in &found[n + 1..] {
            let is_apart = own.right() <= its.left()
                || its.right() <= own.left()
                || own.bottom() <= its.top()
                || its.bottom() <= own.top();
            assert!(is_apart, "{what}: {label:?} and {other:?} overlap");
        }
    }
}

#[test]
fn every_label_of_every_example_stands_inside_and_apart() {
    for example in &EXAMPLES {
        let computed = Computed::new(example.text);
        for language in Language::ALL {
            let material = computed.material(&[], language);
            for (ix, indicator) in computed.plan.iter() {
                let text = svg(&material, ix, Mode::Level, &FigureOptions::default()).unwrap();
                check(
                    &text,
                    language,
                    &format!("{} {} {language}", example.id, indicator.id),
                );
            }
        }
    }
}

#[test]
fn labels_stand_apart_in_every_mode_and_size_however_many_scenarios_are_compared() {
    let mid = Computed::example("mid-term-2013");
    let others = [
        "softer-draft-2010",
        "trend-continues",
        "growth-first",
        "plan-on-schedule",
    ]
    .map(Computed::example);
    for language in Language::ALL {
        for count in [1, 4, 12] {
            let beside: Vec<_> = (0..count).map(|n| others[n % 4].beside(language)).collect();
            let material = mid.material(&beside, language);
            for id in ["energy-intensity", "steel-cr10", "labour-productivity"] {
                let ix = mid.plan.find(id).unwrap();
                for mode in Mode::ALL {
                    for size in [5.0, 8.0, 11.0, 16.0, 25.4, 60.0] {
                        let options = FigureOptions {
                            size: Size::wide(size).unwrap(),
                            ..FigureOptions::default()
                        };
                        let text = svg(&material, ix, mode, &options).unwrap();
                        let what = format!("{id} {mode:?} {size} cm with {count} others, {language}");
                        check(&text, language, &what);
                    }
                }
            }
        }
    }
}

#[test]
fn values_stand_where_the_axis_says() {
    let computed = Computed::example("plan-on-schedule");
    let ix = computed.plan.find("energy-intensity").unwrap();
    let material = computed.material(&[], Language::English);
    let text = svg(&material, ix, Mode::Level, &FigureOptions::default()).unwrap();
    let document = roxmltree(&text);
    let marks: Vec<(f64, f64)> = document
        .descendants()
        .filter(|node| node.attribute("text-anchor") == Some("end"))
        .map(|node| {
            (
                node.text().unwrap().parse().unwrap(),
                node.attribute("y").unwrap().parse().unwrap(),
            )
        })
        .collect();
    let ((low, low_y), (high, high_y)) = (marks[0], *marks.last().unwrap());
    let lines = document
        .descendants()
        .filter(|node| node.has_tag_name("polyline"));
    // The scenario's line is the widest, which sets it apart from axes, grid and the plan's path.
    let widest = lines.max_by(|a, b| width(*a).total_cmp(&width(*b))).unwrap();
    let ys: Vec<f64> = widest
        .attribute("points")
        .unwrap()
        .split(' ')
        .map(|point| point.split_once(',').unwrap().1.parse().unwrap())
        .collect();
    let value = |y: f64| low + (y - low_y) / (high_y - low_y) * (high - low);
    // A tick's text is below its line, so heights are compared with that of the base year, which is 100.
    let shift = value(ys[0]) - 100.0;
    assert_eq!(ys.len(), 6);
    // −21 % in five even steps.
    for (step, y) in ys.iter().enumerate() {
        let expected = 100.0 * libm::pow(0.79, step as f64 / 5.0);
        assert!(
            (value(*y) - shift - expected).abs() < 0.01,
            "year {step}: {}",
            value(*y) - shift
        );
    }
}

fn width(node: resvg::usvg::roxmltree::Node<'_, '_>) -> f64 {
    node.attribute("stroke-width").unwrap().parse().unwrap()
}

pub fn roxmltree(text: &str) -> resvg::usvg::roxmltree::Document<'_> {
    resvg::usvg::roxmltree::Document::parse(text).expect("well-formed XML")
}

#[test]
fn lines_can_be_told_apart_without_colour() {
    let roles = [
        Role::Scenario,
        Role::Plan,
        Role::Pinned(0),
        Role::Pinned(1),
        Role::Pinned(2),
        Role::Pinned(3),
    ];
    for (n, one) in roles.iter().enumerate() {
        for other in &roles[n + 1..] {
            let look = |role: &Role| (role.dash().map(f32::to_bits), role.mark(), role.width().to_bits());
            assert_ne!(look(one), look(other));
        }
    }
}

#[test]
fn other_kinds_of_chart_come_through_the_same_door() {
    // A tornado's bars: names from bottom to top, values from left to right.
    let bar = |row: f64, from: f64, to: f64| {
        vec![
            (from, row - 0.3),
            (to, row - 0.3),
            (to, row + 0.3),
            (from, row + 0.3),
        ]
    };
    let drawing = Drawing {
        title: "Swing".to_owned(),
        unit: "%".to_owned(),
        description: "Two bars".to_owned(),
        across: FigureAxis::Values(-10.0, 10.0),
        up: FigureAxis::Names(vec!["能源强度".to_owned(), "Value added & more".to_owned()]),
        layers: vec![Layer {
            ink: ColorRole::Role(Role::Scenario),
            name: Some("Low to high".to_owned()),
            label: None,
            shapes: vec![
                Shape::Areas {
                    outlines: vec![bar(0.0, -2.0, 3.0), bar(1.0, -8.0, 9.0)],
                    strength: 1.0,
                },
                Shape::Marks {
                    points: vec![(0.0, 0.0), (0.0, 1.0)],
                    form: MarkShape::Diamond,
                    is_hollow: true,
                },
            ],
        }],
        divider: None,
        flags: Vec::new(),
        notice: None,
    };
    let origin = OriginLine {
        scenario: "s".to_owned(),
        plan: "p".to_owned(),
        scope: "all".to_owned(),
        sha256: "0".repeat(64),
        drawn: None,
    };
    let figure = Figure::new(&drawing, origin, &FigureOptions::default(), Language::English);
    let text = figure.svg().unwrap();
    check(&text, Language::English, "tornado");
    let document = roxmltree(&text);
    let rows: Vec<&str> = document
        .descendants()
        .filter(|node| node.attribute("text-anchor") == Some("end"))
        .filter_map(|node| node.text())
        .collect();
    assert_eq!(rows, ["能源强度", "Value added & more"]);
}

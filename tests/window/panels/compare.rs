//! The Compare screen: scenarios added and removed, what differs, why, and ways in.

use planpath::session::{CompareCommand, ComparedSource, Screen};
use planpath::wording::{labelled, scenario_letter};

use super::commands::{apply, click, session};
use super::*;

type Window = Harness<'static, App>;

const SIZES: [Vec2; 3] = [
    Vec2::new(1280.0, 800.0),
    Vec2::new(1024.0, 640.0),
    Vec2::new(640.0, 400.0),
];

fn on_screen(language: Language, size: Vec2) -> Window {
    let mut window = window(language, size);
    apply(&mut window, Command::ShowScreen(Screen::Compare));
    window
}

fn settle(window: &mut Window) {
    window.state_mut().session_mut().wait_for_jobs();
    window.run();
}

fn add(window: &mut Window, id: &'static str) {
    apply(
        window,
        Command::Compare(CompareCommand::Add(ComparedSource::Example(id))),
    );
    settle(window);
}

fn example(id: &str, language: Language) -> String {
    let example = EXAMPLES.iter().find(|example| example.id == id).unwrap();
    example.name(language).to_owned()
}

#[test]
fn one_scenario_alone_offers_others_with_one_click() {
    for language in Language::ALL {
        for size in SIZES {
            let mut window = on_screen(language, size);
            let _ = window.get_by_label(&say(language, "compare-none"));
            click(&mut window, &example("growth-first", language));
            settle(&mut window);
            assert_eq!(session(&window).compared().len(), 2, "{language} {size}");
            assert!(window.query_by_label(&say(language, "compare-none")).is_none());
        }
    }
}

#[test]
fn chips_name_the_reference_and_remove_scenarios() {
    for language in Language::ALL {
        let mut window = on_screen(language, SIZES[0]);
        add(&mut window, "growth-first");
        let name = example("growth-first", language);
        let chip = labelled(&scenario_letter(1), &name, language);
        click(&mut window, &chip);
        let refers = say_with(language, "compare-make-reference", &[("name", &name)]);
        click(&mut window, &refers);
        settle(&mut window);
        assert_eq!(session(&window).compared_reference(), 1);
        let _ = window.get_by_label(&say_with(language, "compare-reference", &[("name", &chip)]));
        click(
            &mut window,
            &say_with(language, "compare-remove", &[("name", &name)]),
        );
        assert_eq!(session(&window).compared().len(), 1);
        assert_eq!(session(&window).compared_reference(), 0);
    }
}

#[test]
fn a_click_on_a_row_selects_its_indicator() {
    for language in Language::ALL {
        let mut window = on_screen(language, SIZES[0]);
        add(&mut window, "growth-first");
        let plan = session(&window).document().plan();
        let lever = plan.find("energy-intensity").unwrap();
        let short = plan.get(lever).short_name(language).to_owned();
        let start = labelled(&short, &labelled("A", "", language), language);
        let rows = |window: &Window| -> usize {
            let found = window.query_all_by_role(Role::Button).filter(|node| {
                node.accesskit_node()
                    .label()
                    .unwrap_or_default()
                    .starts_with(start.trim_end())
            });
            found.count()
        };
        assert!(rows(&window) >= 1, "{start}");
        let row = window
            .query_all_by_role(Role::Button)
            .find(|node| {
                node.accesskit_node()
                    .label()
                    .unwrap_or_default()
                    .starts_with(start.trim_end())
            })
            .unwrap();
        row.click();
        window.run();
        let view = session(&window).view();
        assert_eq!(view.selected(session(&window).document().plan()), Some(lever));
    }
}

#[test]
fn the_waterfall_shows_the_residual_and_says_why() {
    for language in Language::ALL {
        let mut window = on_screen(language, SIZES[0]);
        add(&mut window, "growth-first");
        add(&mut window, "trend-continues");
        let _ = window.get_by_label(&say(language, "compare-why"));
        let residual = say(language, "waterfall-residual").into_owned();
        begins_exist(&window, &residual);
        click(&mut window, "C − A");
        assert_eq!(session(&window).explained(), Some(2));
        begins_exist(&window, &residual);
    }
}

fn begins_exist(window: &Window, start: &str) {
    let mut found = window.query_all_by_role(Role::Label);
    // What is no control has a value instead of a label.
    assert!(
        found.any(|node| {
            let node = node.accesskit_node();
            let said = node.label().or_else(|| node.value());
            said.unwrap_or_default().starts_with(start)
        }),
        "{start}"
    );
}

#[test]
fn equal_rows_are_shown_on_request() {
    for language in Language::ALL {
        let mut window = on_screen(language, SIZES[0]);
        apply(&mut window, Command::Duplicate);
        let copy = session(&window).document().id();
        apply(
            &mut window,
            Command::Compare(CompareCommand::Add(ComparedSource::Open(copy))),
        );
        settle(&mut window);
        let found = session(&window)
            .compared_scenarios()
            .unwrap()
            .result
            .as_ref()
            .unwrap();
        let count = (found.equal_levers.len() + found.equal_targets.len()).to_string();
        let shows = say_with(language, "compare-show-equal", &[("count", &count)]);
        let link = window.get_by_label(&shows);
        link.scroll_to_me();
        window.run();
        click(&mut window, &shows);
        assert!(session(&window).shows_equal());
    }
}

#[test]
fn long_names_and_five_scenarios_fit_every_window() {
    for language in Language::ALL {
        for size in SIZES {
            for theme in [Theme::Light, Theme::Dark] {
                let mut window = on_screen(language, size);
                apply(&mut window, Command::SetTheme(theme));
                for id in [
                    "growth-first",
                    "trend-continues",
                    "softer-draft-2010",
                    "plan-on-schedule",
                ] {
                    add(&mut window, id);
                }
                assert_eq!(session(&window).compared().len(), 5);
                assert!(session(&window).compared_scenarios().unwrap().result.is_ok());
                // At rest, nothing is drawn again.
                window.run();
            }
        }
    }
}

//! The Uncertainty screen: spreads of rates by keyboard, pointer and typing.

use planpath::scenario::{Spread, Uncertainty, Years};
use planpath::session::{Page, Screen};

use super::commands::{apply, click, session};
use super::*;

type Window = Harness<'static, App>;

fn on_screen(language: Language, size: Vec2) -> Window {
    let mut window = window(language, size);
    apply(&mut window, few_draws());
    apply(&mut window, Command::ShowScreen(Screen::Uncertainty));
    window
}

fn spread(window: &Window, id: &str) -> Option<Uncertainty> {
    let document = session(window).document();
    document.spread(document.plan().find(id).unwrap())
}

/// The button that opens what a spread is set with.
fn open(window: &mut Window, id: &str, language: Language) {
    let name = name(window, id, language);
    let of = say_with(language, "spread-of", &[("name", &name), ("spread", "")]);
    let button = window.get_by(|node| {
        let label = node.label().unwrap_or_default();
        node.role() == Role::Button && label.starts_with(of.trim_end())
    });
    button.click();
    window.run();
}

#[test]
fn a_screen_without_spreads_says_how_to_begin() {
    for language in Language::ALL {
        for size in SIZES {
            let mut window = on_screen(language, size);
            let _ = window.get_by_label(&say(language, "uncertainty-none"));
            let plan = session(&window).document().plan();
            let short = plan
                .get(plan.find("energy-intensity").unwrap())
                .short_name(language);
            let button = say_with(language, "uncertainty-begin-with", &[("name", short)]);
            click(&mut window, &button);
            assert!(spread(&window, "energy-intensity").is_some(), "{language} {size}");
            assert!(
                window
                    .query_by_label(&say(language, "uncertainty-none"))
                    .is_none()
            );
        }
    }
}

#[test]
fn the_ends_of_a_curve_are_moved_by_keys() {
    for language in Language::ALL {
        let mut window = on_screen(language, Vec2::new(1280.0, 800.0));
        begin_spread(&mut window, "value-added");
        let name = name(&window, "value-added", language);
        let end = say_with(language, "spread-high-end", &[("name", &name)]);
        window.get_by_role_and_label(Role::Slider, &end).focus();
        window.run();
        window.key_press(Key::ArrowRight);
        window.run();
        assert_eq!(
            spread(&window, "value-added").unwrap().spread,
            Spread::Normal { sd: 1.01 }
        );
        window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowLeft);
        window.run();
        assert_eq!(
            spread(&window, "value-added").unwrap().spread,
            Spread::Normal { sd: 0.91 }
        );
        window.key_press(Key::Delete);
        window.run();
        assert_eq!(spread(&window, "value-added"), None);
    }
}

#[test]
fn dragging_an_end_is_one_step_on_a_held_axis() {
    let mut window = on_screen(Language::English, Vec2::new(1280.0, 800.0));
    begin_spread(&mut window, "value-added");
    let name = name(&window, "value-added", Language::English);
    let end = say_with(Language::English, "spread-low-end", &[("name", &name)]);
    let at = window.get_by_role_and_label(Role::Slider, &end).rect().center();
    window.drag_at(at);
    window.run();
    for travel in [2.0, 5.0, 10.0] {
        window.hover_at(at + Vec2::new(travel, 0.0));
        window.run();
    }
    // The curve reaches 3 standard deviations to either side over 100 points: 10 points are 0.2 of one.
    let Some(Uncertainty {
        spread: Spread::Normal { sd },
        ..
    }) = spread(&window, "value-added")
    else {
        panic!("no normal spread")
    };
    assert!((sd - 0.8).abs() < 0.02, "{sd}");
    window.drop_at(at + Vec2::new(10.0, 0.0));
    window.run();
    assert_eq!(session(&window).document().history().len(), 2);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    assert_eq!(
        spread(&window, "value-added").unwrap().spread,
        Spread::Normal { sd: 1.0 }
    );
}

#[test]
fn kind_width_and_years_are_typed_and_chosen() {
    for language in Language::ALL {
        let mut window = on_screen(language, Vec2::new(1280.0, 800.0));
        begin_spread(&mut window, "value-added");
        open(&mut window, "value-added", language);
        let name = name(&window, "value-added", language);
        let field = |id| {
            say_with(
                language,
                "spread-field",
                &[("name", &name), ("figure", &say(language, id))],
            )
        };
        enter_field(&mut window, &field("spread-sd"));
        type_over(&mut window, "1.5");
        window.key_press(Key::Enter);
        window.run();
        assert_eq!(
            spread(&window, "value-added").unwrap().spread,
            Spread::Normal { sd: 1.5 }
        );
        click(&mut window, &say(language, "spread-kind-uniform"));
        // As wide as before: √3 standard deviations to either side.
        assert_eq!(
            spread(&window, "value-added").unwrap().spread,
            Spread::Uniform {
                min: -2.598,
                max: 2.598
            }
        );
        // Ends are typed as rates: 8 % is scheduled.
        enter_field(&mut window, &field("spread-lowest"));
        type_over(&mut window, "7");
        window.key_press(Key::Enter);
        window.run();
        assert_eq!(
            spread(&window, "value-added").unwrap().spread,
            Spread::Uniform {
                min: -1.0,
                max: 2.598
            }
        );
        click(&mut window, &say(language, "spread-years-related"));
        enter_field(&mut window, &field("spread-rho"));
        type_over(&mut window, "0.6");
        window.key_press(Key::Enter);
        window.run();
        assert_eq!(
            spread(&window, "value-added").unwrap().years,
            Years::Correlated(0.6)
        );
        click(&mut window, &say(language, "spread-fixed"));
        assert_eq!(spread(&window, "value-added"), None);
        assert_eq!(session(&window).document().history().len(), 7);
    }
}

#[test]
fn a_share_of_every_rate_is_set_with_one_button() {
    for language in Language::ALL {
        let mut window = on_screen(language, Vec2::new(1280.0, 800.0));
        let share = say(language, "spread-everywhere-share").into_owned();
        enter_field(&mut window, &share);
        type_over(&mut window, "5");
        window.key_press(Key::Enter);
        window.run();
        let document = session(&window).document();
        let count = planpath::session::SpreadScope::All.levers(document).count();
        let all = planpath::text::Message::new("spread-scope-all")
            .with("count", count)
            .say(language);
        window.get_by_label(&all).scroll_to_me();
        window.run();
        click(&mut window, &all);
        assert_eq!(
            spread(&window, "value-added").unwrap().spread,
            Spread::Uniform { min: -0.4, max: 0.4 }
        );
    }
}

#[test]
fn explore_says_which_rates_are_uncertain() {
    for language in Language::ALL {
        let mut window = usual(language);
        begin_spread(&mut window, "value-added");
        let years = say(language, "years-alike").into_owned();
        let name = name(&window, "value-added", language);
        let says = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            let said = node.value().or(node.label()).unwrap_or_default();
            said.starts_with(&name) && said.contains(&years)
        };
        let by = egui_kittest::kittest::By::new().predicate(move |node| says(node));
        assert!(window.query_all(by).next().is_some(), "{language}");
    }
}

#[allow(
    clippy::redundant_closure_for_method_calls,
    reason = "the method alone is not general enough for the filter"
)]
#[test]
fn every_control_of_the_screen_has_a_name_and_is_reached_by_keyboard() {
    for (language, size) in [
        (Language::English, Vec2::new(1280.0, 800.0)),
        (Language::Chinese, Vec2::new(1024.0, 640.0)),
    ] {
        let mut window = on_screen(language, size);
        begin_spread(&mut window, "value-added");
        begin_spread(&mut window, "energy-intensity");
        open(&mut window, "energy-intensity", language);
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..90 {
            window.key_press(Key::Tab);
            window.run();
            let focused = window
                .query_all(egui_kittest::kittest::By::new().predicate(|node| node.is_focused()))
                .find(|node| node.accesskit_node().role() != Role::Window)
                .expect("Tab never leads nowhere");
            let (rect, access) = (focused.rect(), focused.accesskit_node());
            let label = access.label().unwrap_or_default();
            assert!(!label.trim().is_empty(), "{:?} without a name", access.role());
            assert!(
                rect.top() >= 0.0 && rect.bottom() <= size.y + 1.0,
                "{label} is out of sight at {rect}"
            );
            seen.insert(label);
        }
        let name = name(&window, "energy-intensity", language);
        for id in ["spread-low-end", "spread-high-end"] {
            let end = say_with(language, id, &[("name", &name)]);
            assert!(seen.contains(&end), "{end} is not reached");
        }
    }
}

#[test]
fn fan_histogram_and_probabilities_are_said_to_screen_readers() {
    for language in Language::ALL {
        let mut window = on_screen(language, Vec2::new(1280.0, 800.0));
        begin_spread(&mut window, "energy-intensity");
        super::commands::settle(&mut window);
        let name = name(&window, "energy-intensity", language);
        let fan = window
            .query_all(egui_kittest::kittest::By::new().role(Role::Image))
            .filter_map(|node| node.accesskit_node().label())
            .find(|label| label.starts_with(&name));
        let fan = fan.expect("there is a fan");
        assert!(fan.contains("95"), "{fan}");
        let ensemble = session(&window).ensemble().unwrap();
        let document = session(&window).document();
        let (target, _) = document
            .plan()
            .main_target(document.plan().find("energy-intensity").unwrap())
            .unwrap();
        let share =
            planpath::wording::chance_with_error(ensemble.chance(target).unwrap(), ensemble.size, language);
        let rows = window
            .query_all(egui_kittest::kittest::By::new().role(Role::ListItem))
            .filter_map(|node| node.accesskit_node().label());
        assert!(
            rows.into_iter().any(|label| label.contains(&share)),
            "{share} in {language}"
        );
    }
}

#[test]
fn probabilities_have_a_page_of_their_own_where_there_is_no_room() {
    let mut window = on_screen(Language::Chinese, Vec2::new(640.0, 400.0));
    begin_spread(&mut window, "energy-intensity");
    apply(&mut window, Command::ShowPage(Page::Scorecard));
    super::commands::settle(&mut window);
    let rows = window.query_all(egui_kittest::kittest::By::new().role(Role::ListItem));
    assert!(rows.count() > 5);
}

//! Correlations between uncertain rates, set in their matrix by keyboard.

use planpath::scenario::{Spread, Uncertainty, Years};
use planpath::session::{DrawChoice, Screen, UncertaintyCommand};
use planpath::text::numbers;

use super::commands::{apply, click, session};
use super::*;

type Window = Harness<'static, App>;

/// A window on the Uncertainty screen, where these rates are uncertain.
fn uncertain(language: Language, size: Vec2, ids: &[&str]) -> Window {
    let mut window = window(language, size);
    let choice = DrawChoice {
        size: 512,
        ..DrawChoice::default()
    };
    apply(
        &mut window,
        Command::Uncertainty(UncertaintyCommand::Draw(choice)),
    );
    for id in ids {
        let lever = session(&window).document().plan().find(id).unwrap();
        apply(
            &mut window,
            Command::Uncertainty(UncertaintyCommand::Begin(lever)),
        );
    }
    apply(&mut window, Command::ShowScreen(Screen::Uncertainty));
    window
}

const THREE: [&str; 3] = ["value-added", "energy-intensity", "carbon-factor"];

fn edit(window: &mut Window, language: Language) {
    let [title, edit] = ["correlations-title", "correlations-edit"].map(|id| say(language, id));
    let link = planpath::wording::labelled(&title, &edit, language);
    window.get_by_label(&link).scroll_to_me();
    window.run();
    click(window, &link);
}

fn cell(window: &Window, one: &str, other: &str, language: Language) -> String {
    let [one, other] = [one, other].map(|id| name(window, id, language));
    say_with(language, "correlations-cell", &[("one", &one), ("other", &other)])
}

fn enter(window: &mut Window, cell: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, cell).focus();
    window.run();
    type_over(window, text);
    window.key_press(Key::Enter);
    super::commands::settle(window);
}

fn rho(window: &Window, one: &str, other: &str) -> f64 {
    let document = session(window).document();
    let [one, other] = [one, other].map(|id| document.plan().find(id).unwrap());
    document.scenario().correlation(one, other)
}

fn is_focused(window: &Window, label: &str) -> bool {
    window.get_by_role_and_label(Role::TextInput, label).is_focused()
}

#[test]
fn a_correlation_is_typed_and_stands_in_both_halves() {
    for language in Language::ALL {
        let mut window = uncertain(language, Vec2::new(1280.0, 800.0), &THREE);
        let steps = session(&window).document().history().len();
        edit(&mut window, language);
        let first = cell(&window, "value-added", "energy-intensity", language);
        assert!(is_focused(&window, &first), "typing begins in the first cell");
        enter(&mut window, &first, "-0.3");
        assert!((rho(&window, "value-added", "energy-intensity") + 0.3).abs() < 1e-12);
        assert_eq!(session(&window).document().history().len(), steps + 1);
        let mirrored = cell(&window, "energy-intensity", "value-added", language);
        let node = window.get_by_role_and_label(Role::TextInput, &mirrored);
        assert_eq!(node.value().as_deref(), Some(numbers::shortest(-0.3).as_str()));
        // Enter goes down: over the diagonal to the third rate.
        let below = cell(&window, "carbon-factor", "energy-intensity", language);
        assert!(is_focused(&window, &below));
        window.key_press(Key::ArrowLeft);
        window.run();
        assert!(is_focused(
            &window,
            &cell(&window, "carbon-factor", "value-added", language)
        ));
        window.key_press(Key::ArrowUp);
        window.run();
        assert!(is_focused(&window, &mirrored));
        window.key_press(Key::Delete);
        super::commands::settle(&mut window);
        assert!(rho(&window, "value-added", "energy-intensity").abs() <= 0.0);
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        super::commands::settle(&mut window);
        assert!((rho(&window, "value-added", "energy-intensity") + 0.3).abs() < 1e-12);
        window.key_press(Key::Escape);
        window.run();
        assert!(window.query_by_label(&first).is_none(), "closed");
    }
}

#[test]
fn what_clashes_is_refused_with_the_range_that_would_do() {
    for language in Language::ALL {
        let mut window = uncertain(language, Vec2::new(1024.0, 640.0), &THREE);
        edit(&mut window, language);
        for (one, other, text) in [
            ("value-added", "energy-intensity", "0.6"),
            ("value-added", "carbon-factor", "0.6"),
            ("energy-intensity", "carbon-factor", "-0.9"),
        ] {
            let cell = cell(&window, one, other, language);
            enter(&mut window, &cell, text);
        }
        assert!(rho(&window, "energy-intensity", "carbon-factor").abs() <= 0.0);
        // 0.36 ± (1 − 0.36): from −0.28 to 1.
        let said = window.get_by_label_contains("-0.28");
        let said = said.accesskit_node().label().or_else(|| said.value()).unwrap();
        for id in THREE {
            let plan = session(&window).document().plan();
            let short = plan.get(plan.find(id).unwrap()).short_name(language);
            assert!(said.contains(short), "{said} does not name {short}");
        }
        let refused = cell(&window, "energy-intensity", "carbon-factor", language);
        assert!(is_focused(&window, &refused), "to be corrected");
        enter(&mut window, &refused, "0.7");
        assert!((rho(&window, "energy-intensity", "carbon-factor") - 0.7).abs() < 1e-12);
        for text in ["1", "-1.5", "much"] {
            enter(&mut window, &refused, text);
            assert!(
                (rho(&window, "energy-intensity", "carbon-factor") - 0.7).abs() < 1e-12,
                "{text}"
            );
        }
        // The first Escape discards the text, the next one closes.
        window.key_press(Key::Escape);
        window.run();
        window.key_press(Key::Escape);
        window.run();
        window.key_press(Key::Escape);
        window.run();
        assert!(window.query_by_label(&refused).is_none());
    }
}

#[test]
fn rules_for_years_that_differ_are_named() {
    let language = Language::English;
    let mut window = uncertain(language, Vec2::new(1280.0, 800.0), &THREE);
    let lever = session(&window).document().plan().find("carbon-factor").unwrap();
    let set = UncertaintyCommand::Set {
        lever,
        uncertainty: Uncertainty {
            spread: Spread::Normal { sd: 0.5 },
            years: Years::Independent,
        },
        phase: Phase::Done,
    };
    apply(&mut window, Command::Uncertainty(set));
    edit(&mut window, language);
    let cell = cell(&window, "value-added", "carbon-factor", language);
    enter(&mut window, &cell, "0.5");
    assert!(rho(&window, "value-added", "carbon-factor").abs() <= 0.0);
    let said = window.get_by_label_contains("different rules for years");
    let said = said.accesskit_node().label().or_else(|| said.value()).unwrap();
    assert!(said.contains("independent"), "{said}");
}

#[test]
fn one_uncertain_rate_is_too_few_and_thirty_can_all_be_reached() {
    for language in Language::ALL {
        let window = uncertain(language, Vec2::new(1280.0, 800.0), &THREE[..1]);
        let too_few = say(language, "correlations-too-few");
        assert!(window.query_by_label(&too_few).is_some());
        let mut window = uncertain(language, Vec2::new(1024.0, 640.0), &[]);
        let all = UncertaintyCommand::Everywhere {
            percent: 10.0,
            scope: planpath::session::SpreadScope::All,
        };
        apply(&mut window, Command::Uncertainty(all));
        edit(&mut window, language);
        let document = session(&window).document();
        let levers: Vec<_> = document.uncertain().collect();
        assert!(levers.len() > 12);
        let plan = document.plan();
        let id = |n: usize| plan.get(levers[n]).id.clone();
        let (last, before) = (id(levers.len() - 1), id(levers.len() - 2));
        let label = cell(&window, &last, &before, language);
        enter(&mut window, &label, "0.4");
        assert!((rho(&window, &last, &before) - 0.4).abs() < 1e-12);
        // The cell that is focused now is in sight.
        let is_focused = |node: &egui_kittest::kittest::AccessKitNode<'_>| node.is_focused();
        let focused = window.query_all(egui_kittest::kittest::By::new().predicate(is_focused));
        let rect = focused.last().unwrap().rect();
        assert!(
            rect.top() >= 0.0 && rect.bottom() <= 640.0 && rect.right() <= 1024.0,
            "{rect}"
        );
    }
}

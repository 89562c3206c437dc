//! The window's panels, driven by accessibility label, in both languages.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

use std::path::Path;

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use planpath::app::App;
use planpath::scenario::Rates;
use planpath::session::{Command, Phase, Question, Theme};
use planpath::text::{Language, say, say_with};
use planpath::ui::Colours;

fn window(language: Language, size: Vec2) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(20)
        .build_eframe(move |creation| {
            App::new(creation, None, Some(language), None).expect("the example is sound")
        });
    harness.run();
    harness
}

fn usual(language: Language) -> Harness<'static, App> {
    window(language, Vec2::new(1280.0, 800.0))
}

fn rate(harness: &Harness<'_, App>, id: &str) -> Option<Rates> {
    let document = harness.state().session().document();
    document
        .scenario()
        .rates
        .get(document.plan().find(id).unwrap())
        .cloned()
}

fn name(harness: &Harness<'_, App>, id: &str, language: Language) -> String {
    let plan = harness.state().session().document().plan();
    plan.get(plan.find(id).unwrap()).name.get(language).to_owned()
}

#[test]
fn a_settled_window_asks_for_no_repaint() {
    for language in Language::ALL {
        let mut harness = usual(language);
        harness.step();
        let viewport = &harness.output().viewport_output[&egui::ViewportId::ROOT];
        assert_eq!(viewport.repaint_delay, std::time::Duration::MAX, "{language}");
    }
}

#[test]
fn a_slider_moved_by_keyboard_moves_the_rate_in_one_step() {
    for language in Language::ALL {
        let mut harness = usual(language);
        let name = name(&harness, "value-added", language);
        let slider = harness.get_by_role_and_label(Role::Slider, &name);
        slider.focus();
        harness.run();
        harness.key_press(Key::ArrowRight);
        harness.run();
        let Some(Rates::Constant(moved)) = rate(&harness, "value-added") else {
            panic!("the rate did not move in {language}");
        };
        assert!(moved > 8.0 && moved < 9.0, "{moved}");
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        harness.run();
        assert_eq!(rate(&harness, "value-added"), None, "{language}");
        harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        harness.run();
        assert_eq!(
            rate(&harness, "value-added"),
            Some(Rates::Constant(moved)),
            "Shift+Z is redo, not undo"
        );
    }
}

#[test]
fn dragging_a_slider_is_one_step() {
    let mut harness = usual(Language::English);
    let slider = harness.get_by_role_and_label(Role::Slider, "Industrial value added");
    let rect = slider.rect();
    harness.drag_at(rect.center());
    harness.run();
    for share in [0.6, 0.7, 0.8] {
        harness.hover_at(egui::pos2(rect.left() + rect.width() * share, rect.center().y));
        harness.run();
    }
    let end = egui::pos2(rect.left() + rect.width() * 0.8, rect.center().y);
    harness.drop_at(end);
    harness.run();
    let Some(Rates::Constant(dragged)) = rate(&harness, "value-added") else {
        panic!("no rate")
    };
    // The slider offers −5 to 20, the handle's radius being cut off at both ends.
    assert!((dragged - 15.0).abs() < 1.5, "{dragged}");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(rate(&harness, "value-added"), None);
}

#[test]
fn a_rate_can_be_typed() {
    let mut harness = usual(Language::English);
    let field = harness.get_by_role_and_label(Role::SpinButton, "Energy intensity of value added");
    field.scroll_to_me();
    harness.run();
    harness
        .get_by_role_and_label(Role::SpinButton, "Energy intensity of value added")
        .focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(egui::Event::Text("６.25 %".to_owned()));
    harness.run();
    assert_eq!(
        rate(&harness, "energy-intensity"),
        None,
        "nothing is taken before Enter"
    );
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(rate(&harness, "energy-intensity"), Some(Rates::Constant(6.25)));
}

#[test]
fn resetting_a_lever_brings_the_plan_back() {
    let mut harness = usual(Language::English);
    let lever = harness
        .state()
        .session()
        .document()
        .plan()
        .find("value-added")
        .unwrap();
    let edit = Command::SetRates {
        lever,
        rates: Rates::Constant(3.0),
        phase: Phase::Done,
    };
    harness.state_mut().session_mut().apply(edit);
    harness.run();
    harness
        .get_by_label("Reset Industrial value added to the plan")
        .click();
    harness.run();
    assert_eq!(rate(&harness, "value-added"), None);
}

#[test]
fn languages_are_switched_live() {
    let mut harness = usual(Language::English);
    harness.get_by_label("简体中文").click();
    harness.run();
    assert!(harness.query_by_label("调节").is_some());
    assert!(harness.query_by_label("Levers").is_none());
    harness.get_by_label("English").click();
    harness.run();
    assert!(harness.query_by_label("Levers").is_some());
}

#[test]
fn menus_offer_every_command_with_its_keys() {
    for language in Language::ALL {
        let mut harness = usual(language);
        let mut seen = Vec::new();
        for menu in ["menu-file", "menu-edit", "menu-view"] {
            harness.get_by_label(&say(language, menu)).click();
            harness.run();
            for command in Command::IN_MENUS {
                let label = say(language, command.label().unwrap());
                if harness.query_all_by_label_contains(&label).next().is_some() {
                    seen.push(command);
                }
            }
            harness.key_press(Key::Escape);
            harness.run();
        }
        for command in Command::IN_MENUS {
            assert!(seen.contains(&command), "{command:?} is in no menu in {language}");
        }
    }
}

#[test]
fn an_example_opens_from_the_menu() {
    let mut harness = usual(Language::English);
    harness.get_by_label("File").click();
    harness.run();
    harness.get_by_label_contains("Open example").click();
    harness.run();
    harness.get_by_label("Growth first").click();
    harness.run();
    assert!(rate(&harness, "steel-cr10").is_some());
}

#[test]
fn closing_a_tab_with_changes_asks_first() {
    for language in Language::ALL {
        let mut harness = usual(language);
        let lever = harness
            .state()
            .session()
            .document()
            .plan()
            .find("value-added")
            .unwrap();
        let edit = Command::SetRates {
            lever,
            rates: Rates::Constant(3.0),
            phase: Phase::Done,
        };
        harness.state_mut().session_mut().apply(edit);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
        harness.run();
        assert_eq!(harness.state().session().documents().len(), 2);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::PageUp);
        harness.run();
        let name = harness.state().session().document().name(language);
        harness
            .get_by_label(&say_with(language, "tab-close", &[("name", &name)]))
            .click();
        harness.run();
        assert!(matches!(
            harness.state().session().question(),
            Some(Question::UnsavedChanges(_))
        ));
        harness.get_by_label(&say(language, "answer-cancel")).click();
        harness.run();
        assert_eq!(harness.state().session().question(), None);
        assert_eq!(rate(&harness, "value-added"), Some(Rates::Constant(3.0)));
    }
}

#[test]
fn a_file_opens_by_its_typed_path() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/mid-term-2013.ron");
    let mut harness = usual(Language::English);
    harness.state_mut().session_mut().apply(Command::Open);
    // The system's dialog is for the real window; here only the typed path is asked for.
    harness.state_mut().session_mut().take_effects();
    harness.run();
    harness.event(egui::Event::Text(path.display().to_string()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.state_mut().session_mut().wait_for_jobs();
    harness.run();
    assert_eq!(harness.state().session().document().path(), Some(path.as_path()));
}

#[test]
fn a_faulty_file_is_explained_until_the_notice_is_dismissed() {
    let mut harness = usual(Language::English);
    harness
        .state_mut()
        .session_mut()
        .apply(Command::OpenPath("no/such/file.ron".into()));
    harness.state_mut().session_mut().wait_for_jobs();
    harness.run();
    assert!(
        harness
            .query_by_label_contains("there is no such file or folder")
            .is_some()
    );
    harness.get_by_label("Dismiss").click();
    harness.run();
    assert!(
        harness
            .query_by_label_contains("there is no such file or folder")
            .is_none()
    );
}

#[test]
fn charts_and_scores_can_be_heard() {
    let harness = usual(Language::English);
    let charts: Vec<String> = harness
        .get_all_by_role(Role::Image)
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert_eq!(
        charts.len(),
        harness.state().session().document().plan().headline.len()
    );
    // 16 · 1.08⁵ = 23.5 and 100 · 0.79 = 79
    assert!(
        charts[0].contains("Scenario: 16.0 in 2010, 23.5 in 2015. Target: 23.5"),
        "{}",
        charts[0]
    );
    assert!(
        charts[1].contains("Scenario: 100.0 in 2010, 79.0 in 2015. Target: 79.0"),
        "{}",
        charts[1]
    );
    let co2 = "CO₂ intensity of value added: close. Projected 21.00, target fall > 21 %";
    assert!(harness.query_by_label_contains(co2).is_some());
}

#[test]
fn every_control_has_a_name_in_every_size_language_and_theme() {
    for language in Language::ALL {
        for (size, theme) in [
            (Vec2::new(1280.0, 800.0), Theme::Light),
            (Vec2::new(1024.0, 640.0), Theme::Dark),
            // 1280×800 at 200 %.
            (Vec2::new(640.0, 400.0), Theme::Light),
        ] {
            let mut harness = window(language, size);
            harness.state_mut().session_mut().apply(Command::SetTheme(theme));
            harness.run();
            let mut controls = 0;
            let mut waiting = vec![harness.root()];
            while let Some(node) = waiting.pop() {
                let access = node.accesskit_node();
                if matches!(
                    access.role(),
                    Role::Slider | Role::SpinButton | Role::Button | Role::Image
                ) {
                    controls += 1;
                    let label = access.label().unwrap_or_default();
                    assert!(
                        !label.trim().is_empty(),
                        "{:?} without a name, {language} {size}",
                        access.role()
                    );
                }
                waiting.extend(node.children());
            }
            assert!(controls > 20, "{controls} controls at {size}");
        }
    }
}

#[test]
fn colours_stand_out_from_their_ground() {
    // WCAG 2: 4.5:1 for text, 3:1 for lines and marks.
    for is_dark in [false, true] {
        let colours = Colours::on(is_dark);
        let named = colours.named();
        assert!(
            named.iter().any(|(_, colour)| *colour != named[0].1),
            "the colour file was read"
        );
        for (name, colour) in named {
            let least = match name {
                "text" | "text_weak" | "met" | "close" | "missed" | "wrong_direction" | "unknown" => 4.5,
                "scenario" | "plan" | "target" | "accent" | "pinned_first" | "pinned_second"
                | "pinned_third" => 3.0,
                _ => continue,
            };
            for ground in [colours.ground, colours.surface] {
                let ratio = contrast(colour, ground);
                assert!(ratio >= least, "{name} has contrast {ratio:.2}, dark: {is_dark}");
            }
        }
    }
}

/// WCAG 2 contrast ratio.
fn contrast(one: egui::Color32, other: egui::Color32) -> f32 {
    let luminance = |colour: egui::Color32| {
        let linear = egui::Rgba::from(colour);
        0.2126 * linear.r() + 0.7152 * linear.g() + 0.0722 * linear.b()
    };
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

#[test]
fn the_palette_finds_and_runs_a_command() {
    for (language, words) in [
        (Language::English, "growth first"),
        (Language::Chinese, "增长优先"),
    ] {
        let mut harness = usual(language);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
        harness.run();
        harness.event(egui::Event::Text(words.to_owned()));
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert!(!harness.state().session().view().palette);
        assert!(
            rate(&harness, "steel-cr10").is_some(),
            "the example did not open in {language}"
        );
    }
}

#[test]
fn the_guide_opens_and_closes() {
    for language in Language::ALL {
        let mut harness = usual(language);
        harness.key_press(Key::F1);
        harness.run();
        assert!(harness.state().session().view().guide);
        assert!(
            harness.query_by_label(&say(language, "command-guide")).is_some(),
            "its window has its title"
        );
        harness.state_mut().session_mut().apply(Command::ShowGuide(false));
        harness.run();
        assert!(harness.query_by_label(&say(language, "command-guide")).is_none());
    }
}

#[test]
fn every_side_page_can_be_read() {
    for language in Language::ALL {
        let mut harness = usual(language);
        harness.get_by_label(&say(language, "page-implications")).click();
        harness.run();
        let document = harness.state().session().document();
        let first = document.implications()[0]
            .statement(document.plan(), language)
            .say(language);
        assert!(harness.query_by_label(&first).is_some(), "{first}");
        let lever = document.plan().find("value-added").unwrap();
        let edit = Command::SetRates {
            lever,
            rates: Rates::Constant(3.0),
            phase: Phase::Done,
        };
        harness.state_mut().session_mut().apply(edit);
        harness.get_by_label(&say(language, "page-history")).click();
        harness.run();
        harness.get_by_label(&say(language, "history-beginning")).click();
        harness.run();
        assert_eq!(
            rate(&harness, "value-added"),
            None,
            "a click goes back to the beginning"
        );
    }
}

#[test]
fn a_score_leads_to_its_chart() {
    let mut harness = usual(Language::English);
    let erp = harness
        .state()
        .session()
        .document()
        .plan()
        .find("rd-intensity")
        .unwrap();
    harness
        .get_by_label_contains("R&D share of main business revenue: close")
        .click();
    harness.run();
    let plan = harness.state().session().document().plan();
    assert!(harness.state().session().view().charts(plan).contains(&erp));
    assert_eq!(harness.state().session().view().focus(plan), Some(erp));
}

#[test]
fn dragging_the_last_point_of_a_chart_sets_the_rate_in_one_step() {
    let mut harness = usual(Language::English);
    let chart = harness.get_all_by_role(Role::Image).next().unwrap().rect();
    // The last year stands a little before the right edge; any height will do, the point jumps there.
    let start = egui::pos2(chart.right() - chart.width() * 0.06, chart.center().y);
    harness.hover_at(start);
    harness.run();
    harness.drag_at(start);
    harness.run();
    for step in 1..=4_u8 {
        harness.hover_at(start + Vec2::new(0.0, 10.0 * f32::from(step)));
        harness.run();
    }
    harness.drop_at(start + Vec2::new(0.0, 40.0));
    harness.run();
    assert!(matches!(rate(&harness, "value-added"), Some(Rates::Constant(rate)) if rate < 8.0));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(rate(&harness, "value-added"), None);
}

#[test]
fn a_year_can_be_typed_in_the_schedule() {
    let mut harness = usual(Language::English);
    harness
        .get_by_label("Years and note of Industrial value added")
        .click();
    harness.run();
    let field = harness.get_by_role_and_label(Role::SpinButton, "Industrial value added 2013");
    field.focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(egui::Event::Text("5.2".to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(
        rate(&harness, "value-added"),
        Some(Rates::Yearly(vec![8.0, 8.0, 5.2, 8.0, 8.0]))
    );
    harness.get_by_label("Constant").click();
    harness.run();
    // (1.08⁴ · 1.052)^(1/5) − 1 = 7.434 %
    assert!(
        matches!(rate(&harness, "value-added"), Some(Rates::Constant(rate)) if (rate - 7.434).abs() < 5e-4)
    );
}

#[test]
fn levers_are_found_by_either_language() {
    let mut harness = usual(Language::English);
    harness
        .get_by_role_and_label(Role::SearchInput, "Search levers")
        .focus();
    harness.run();
    harness.event(egui::Event::Text("钢".to_owned()));
    harness.run();
    assert!(
        harness
            .query_by_role_and_label(Role::Slider, "Steel, top-10 concentration ratio")
            .is_some()
    );
    assert!(
        harness
            .query_by_role_and_label(Role::Slider, "Industrial value added")
            .is_none()
    );
}

/// Goes into the number field of a lever, as a click would.
fn enter_field(harness: &mut Harness<'_, App>, name: &str) {
    harness
        .get_by_role_and_label(Role::SpinButton, name)
        .scroll_to_me();
    harness.run();
    harness.get_by_role_and_label(Role::SpinButton, name).focus();
    harness.run();
}

fn type_over(harness: &mut Harness<'_, App>, text: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run();
}

#[test]
fn visiting_a_number_field_changes_nothing() {
    let mut harness = usual(Language::English);
    // 4.605 % a year is shown as 4.61 (or 4.60); reading that back would be another rate.
    for name in ["Energy intensity of value added", "Power per tonne of cement"] {
        enter_field(&mut harness, name);
        enter_field(&mut harness, "Industrial value added");
        assert!(!harness.state().session().document().is_changed(), "{name}");
    }
}

#[test]
fn escape_takes_nothing_that_was_typed() {
    let mut harness = usual(Language::English);
    enter_field(&mut harness, "Industrial value added");
    type_over(&mut harness, "9.5");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(rate(&harness, "value-added"), None);
    // And the field still works afterwards.
    enter_field(&mut harness, "Industrial value added");
    type_over(&mut harness, "9.5");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(rate(&harness, "value-added"), Some(Rates::Constant(9.5)));
}

#[test]
fn saving_while_typing_saves_what_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("typed.ron");
    let mut harness = usual(Language::English);
    harness
        .state_mut()
        .session_mut()
        .apply(Command::SaveTo(path.clone()));
    harness.state_mut().session_mut().wait_for_jobs();
    harness.run();
    enter_field(&mut harness, "Industrial value added");
    type_over(&mut harness, "7.25");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run();
    harness.state_mut().session_mut().wait_for_jobs();
    harness.run();
    assert_eq!(rate(&harness, "value-added"), Some(Rates::Constant(7.25)));
    assert!(!harness.state().session().document().is_changed());
    assert!(std::fs::read_to_string(&path).unwrap().contains("Constant(7.25)"));
}

#[test]
fn impossible_rates_are_refused_with_a_reason() {
    for (typed, reason) in [("-150", "would leave nothing"), ("1e308", "beyond anything")] {
        let mut harness = usual(Language::English);
        enter_field(&mut harness, "Industrial value added");
        type_over(&mut harness, typed);
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(rate(&harness, "value-added"), None, "{typed}");
        let notices = harness.state().session().notices();
        assert!(notices[0].headline(Language::English).contains(reason), "{typed}");
    }
}

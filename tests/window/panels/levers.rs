//! Levers: sliders, number fields, years.

use super::*;

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
    // The slider's range is −5 to 20, less the handle's radius at both ends.
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
        .get_by_label("Reset Industrial value added to plan")
        .click();
    harness.run();
    assert_eq!(rate(&harness, "value-added"), None);
}

#[test]
fn a_year_can_be_typed_in_the_schedule() {
    let mut harness = usual(Language::English);
    harness
        .get_by_label("Yearly rates and note of Industrial value added")
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
    harness.get_by_label("One rate").click();
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
        .get_by_role_and_label(Role::SearchInput, "Search rates")
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

#[test]
fn visiting_a_number_field_changes_nothing() {
    let mut harness = usual(Language::English);
    // 4.605 % a year is shown as 4.61 (or 4.60); reading that back would give another rate.
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
fn impossible_rates_are_refused_with_a_reason() {
    for (typed, reason) in [("-150", "would leave nothing"), ("1e308", "implausible")] {
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

#[test]
fn the_bar_of_a_year_moves_by_keyboard() {
    let mut harness = usual(Language::English);
    harness
        .get_by_label("Yearly rates and note of Industrial value added")
        .click();
    harness.run();
    let bars: Vec<_> = harness.get_all_by_role(Role::Meter).collect();
    assert_eq!(bars.len(), 5);
    bars[2].focus();
    drop(bars);
    harness.run();
    harness.key_press(Key::ArrowUp);
    harness.run();
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    harness.run();
    let Some(Rates::Yearly(years)) = rate(&harness, "value-added") else {
        panic!("no yearly rates");
    };
    // 8 + 0.01 − 0.1
    assert!((years[2] - 7.91).abs() < 1e-9, "{years:?}");
    assert_eq!((years[0], years[4]), (8.0, 8.0));
}

#[test]
fn an_edit_is_not_overtaken_by_a_command_in_the_same_frame() {
    let mut harness = usual(Language::English);
    let name = "Industrial value added";
    harness.get_by_role_and_label(Role::Slider, name).focus();
    harness.run();
    // Both keys arrive before the next frame, as on a slow remote desktop.
    harness.event(key(Key::ArrowRight, Modifiers::NONE));
    harness.event(key(Key::Q, Modifiers::COMMAND));
    harness.run();
    assert!(rate(&harness, "value-added").is_some());
    assert!(
        matches!(
            harness.state().session().question(),
            Some(Prompt::UnsavedChanges(_))
        ),
        "leaving asks about the edit"
    );
}

#[test]
fn presses_that_share_a_frame_all_count() {
    let mut harness = usual(Language::English);
    harness
        .get_by_label("Yearly rates and note of Industrial value added")
        .click();
    harness.run();
    harness.get_all_by_role(Role::Meter).next().unwrap().focus();
    harness.run();
    for _ in 0..3 {
        harness.event(key(Key::ArrowUp, Modifiers::NONE));
    }
    harness.run();
    let Some(Rates::Yearly(years)) = rate(&harness, "value-added") else {
        panic!("no yearly rates");
    };
    assert!((years[0] - 8.03).abs() < 1e-9, "{years:?}");
}

fn key(key: Key, modifiers: Modifiers) -> egui::Event {
    egui::Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    }
}

/// A plan with a task, beside a scenario that says what was done.
fn to_be_done(actuals: &str) -> Harness<'static, App> {
    let folder = tempfile::tempdir().unwrap();
    let plan = r#"(format: 2, id: "small", title: "Small", base_year: 2010, end_year: 2015, source: "s",
        categories: [(id: "all", name: "All")], headline: ["law"], indicators: [
        (id: "law", name: "Law", category: "all", unit: "done", dynamics: Additive,
            targets: [(form: Done, wording: "done")])])"#;
    std::fs::write(folder.path().join("plan.ron"), plan).unwrap();
    let scenario =
        format!(r#"(format: 2, name: "Trial", plan: "plan.ron", actuals: {{ "law": {{ {actuals} }} }})"#);
    let path = folder.path().join("trial.ron");
    std::fs::write(&path, scenario).unwrap();
    let mut harness = usual(Language::English);
    super::commands::apply(&mut harness, Command::OpenPath(path));
    harness.run();
    harness
}

#[test]
fn what_was_done_rests_on_its_own_year_and_not_on_those_left() {
    let harness = to_be_done("2012: Level(1.0)");
    assert!(harness.query_by_label("Law: done in 2012 (actual)").is_some());
    let harness = to_be_done("2012: Level(0.0)");
    assert!(
        harness
            .query_by_label("Law: 2013–15: done in 2015 (assumed)")
            .is_some()
    );
}

fn apply(harness: &mut Harness<'_, App>, command: Command) {
    harness.state_mut().session_mut().apply(command);
    harness.run();
}

#[test]
fn a_press_on_the_thumb_moves_nothing_and_a_drag_goes_by_its_travel() {
    let mut harness = usual(Language::English);
    let slider = harness.get_by_role_and_label(Role::Slider, "Industrial value added");
    let rect = slider.rect();
    // The track is the slider less the thumb's radius at both ends; 8 of −5 to 20 is at 13/25 of it.
    let track = rect.shrink2(Vec2::new(6.0, 0.0));
    let thumb = egui::pos2(track.left() + track.width() * 13.0 / 25.0 + 3.0, rect.center().y);
    harness.drag_at(thumb);
    harness.run();
    assert_eq!(
        rate(&harness, "value-added"),
        None,
        "beside its centre, but on the thumb"
    );
    let to = thumb + Vec2::new(track.width() / 5.0, 0.0);
    harness.hover_at(to);
    harness.run();
    harness.drop_at(to);
    harness.run();
    // A fifth of the track is 5 points: 8 + 5
    assert_eq!(rate(&harness, "value-added"), Some(Rates::Constant(13.0)));
    assert_eq!(harness.state().session().document().history().len(), 1);
}

#[test]
fn keys_on_a_slider_go_to_its_marks_and_back_to_the_plan() {
    let mut harness = usual(Language::English);
    apply(&mut harness, Command::OpenExample("mid-term-2013"));
    let name = "Energy intensity of value added";
    harness.get_by_role_and_label(Role::Slider, name).focus();
    harness.run();
    harness.key_press(Key::End);
    harness.run();
    let set = rate(&harness, "energy-intensity");
    // 21 % of 100 leave 79 after 84.87 in 2013: 1 − √(79/84.87) = 3.52 to 3.54 %, rounded so that it is enough.
    assert!(
        matches!(set, Some(Rates::Constant(rate)) if (rate - 3.54).abs() < 1e-9),
        "{set:?}"
    );
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowLeft);
    harness.run();
    assert_eq!(rate(&harness, "energy-intensity"), Some(Rates::Constant(3.44)));
    harness.key_press(Key::Delete);
    harness.run();
    assert_eq!(rate(&harness, "energy-intensity"), None);
}

#[test]
fn a_search_says_what_it_found_and_is_cleared() {
    let mut harness = usual(Language::English);
    let steel = "Steel, top-10 concentration ratio";
    let is_there =
        |harness: &Harness<'_, App>| harness.query_by_role_and_label(Role::Slider, steel).is_some();
    for (sought, is_found) in [
        ("steel-cr10", true),
        ("industrial structure", true),
        ("zzz", false),
    ] {
        let search = harness.get_by_role_and_label(Role::SearchInput, "Search rates");
        search.focus();
        harness.run();
        type_over(&mut harness, sought);
        assert_eq!(is_there(&harness), is_found, "{sought}");
    }
    harness.get_by_label("Show all").click();
    harness.run();
    harness.run();
    assert!(is_there(&harness));
}

#[test]
fn several_levers_are_chosen_and_set_alike_in_one_step() {
    let mut harness = usual(Language::English);
    let ids = ["sei-share", "steel-cr10"];
    for (n, id) in ids.iter().enumerate() {
        let label = format!("Rate of {}", name(&harness, id, Language::English));
        harness.get_by_label(&label).scroll_to_me();
        harness.run();
        let held = if n == 0 {
            Modifiers::NONE
        } else {
            Modifiers::COMMAND
        };
        harness.get_by_label(&label).click_modifiers(held);
        harness.run();
    }
    harness
        .get_by_role_and_label(Role::TextInput, "Rate for all selected")
        .focus();
    harness.run();
    harness.event(egui::Event::Text("1.5".to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    for id in ids {
        assert_eq!(rate(&harness, id), Some(Rates::Constant(1.5)), "{id}");
    }
    assert_eq!(harness.state().session().document().history().len(), 1);
}

#[test]
fn a_pasted_block_of_rates_is_one_step_and_what_is_no_rate_stays_in_its_cell() {
    let mut harness = usual(Language::English);
    apply(&mut harness, Command::ShowRatesTable(true));
    let cell = "Rate of Industrial value added in 2012";
    harness.get_by_role_and_label(Role::TextInput, cell).focus();
    harness.run();
    harness.event(egui::Event::Paste("9\t7.5\nmuch\t5".to_owned()));
    harness.run();
    assert_eq!(
        rate(&harness, "value-added"),
        Some(Rates::Yearly(vec![8.0, 9.0, 7.5, 8.0, 8.0]))
    );
    assert_eq!(harness.state().session().document().history().len(), 1);
    let Some(Rates::Yearly(energy)) = rate(&harness, "energy-intensity") else {
        panic!("the row below was pasted into");
    };
    assert!((energy[2] - 5.0).abs() < 1e-12, "{energy:?}");
    let refused =
        harness.get_by_role_and_label(Role::TextInput, "Rate of Energy intensity of value added in 2012");
    assert_eq!(refused.accesskit_node().value().as_deref(), Some("much"));
}

/// On a slow or remote screen, a whole press fits between two frames.
#[test]
fn a_press_that_is_over_before_the_frame_counts() {
    let mut harness = usual(Language::English);
    let rect = harness
        .get_by_role_and_label(Role::Slider, "Industrial value added")
        .rect();
    // The track is a thumb's radius of 6 points narrower at both ends: three tenths from −5 to 20.
    let place = egui::pos2(rect.left() + 6.0 + 0.3 * (rect.width() - 12.0), rect.center().y);
    let button = |pressed| egui::Event::PointerButton {
        pos: place,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    harness.hover_at(place);
    harness.run();
    harness.input_mut().events.extend([button(true), button(false)]);
    harness.run();
    assert_eq!(rate(&harness, "value-added"), Some(Rates::Constant(2.5)));
    let shift = Modifiers::SHIFT;
    let key = |pressed, modifiers| egui::Event::Key {
        key: Key::ArrowRight,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    };
    // Shift is up again when the frame is drawn.
    harness
        .input_mut()
        .events
        .extend([key(true, shift), key(false, shift), key(true, Modifiers::NONE)]);
    harness.run();
    assert_eq!(rate(&harness, "value-added"), Some(Rates::Constant(2.61)));
}

#[test]
fn esc_takes_a_drag_of_a_slider_or_a_bar_back() {
    let mut harness = usual(Language::English);
    let name = "Industrial value added";
    let more = say_with(Language::English, "lever-more", &[("name", name)]);
    harness.get_by_role_and_label(Role::Button, &more).click();
    harness.run();
    let slider = harness.get_by_role_and_label(Role::Slider, name).rect();
    let bar = harness
        .get_all_by_role(Role::Meter)
        .map(|bar| bar.rect())
        .next()
        .unwrap();
    for (place, travel) in [(slider, Vec2::new(30.0, 0.0)), (bar, Vec2::new(0.0, -20.0))] {
        let start = place.center();
        harness.hover_at(start);
        harness.run();
        harness.drag_at(start);
        harness.run();
        harness.hover_at(start + travel);
        harness.run();
        assert!(rate(&harness, "value-added").is_some(), "it follows the pointer");
        harness.key_press(Key::Escape);
        harness.run();
        assert_eq!(rate(&harness, "value-added"), None, "Esc takes it back");
        // Still held, and moved on: nothing more comes of it.
        harness.hover_at(start + 2.0 * travel);
        harness.run();
        harness.drop_at(start + 2.0 * travel);
        harness.run();
        assert_eq!(rate(&harness, "value-added"), None);
        assert!(harness.state().session().document().history().is_empty());
        assert!(
            harness.query_all_by_role(Role::Meter).next().is_some(),
            "the years stay open"
        );
    }
}

//! Charts and scores: what they show and what can be dragged.

use planpath::session::Screen;

use super::*;

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
        charts[0].contains(
            "Scenario: 16.0 in 2010, 23.5 in 2015 (assumed). Target for 2015: at least 8 % a year (23.5)"
        ),
        "{}",
        charts[0]
    );
    assert!(
        charts[1].contains(
            "Scenario: 100.0 in 2010, 79.0 in 2015 (assumed). Target for 2015: fall about 21 % (79.0)"
        ),
        "{}",
        charts[1]
    );
    let co2 = "CO₂ intensity of value added: assumed: the plan's own path. Projected fall 21.00 %, target fall more than 21 %";
    assert!(harness.query_by_label_contains(co2).is_some());
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
        .get_by_label_contains("R&D share of main business revenue: assumed: the plan's own path")
        .click();
    harness.run();
    let plan = harness.state().session().document().plan();
    assert!(harness.state().session().view().charts(plan).contains(&erp));
    assert_eq!(harness.state().session().view().selected(plan), Some(erp));
}

#[test]
fn dragging_the_last_point_of_a_chart_sets_the_rate_in_one_step() {
    let mut harness = usual(Language::English);
    let chart = harness.get_all_by_role(Role::Image).next().unwrap().rect();
    // The last year is left of the labels; any height will do, as the point moves by the pointer's travel.
    let start = egui::pos2(chart.right() - 115.0, chart.center().y);
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
    let Some(Rates::Constant(dragged)) = rate(&harness, "value-added") else {
        panic!("no constant rate");
    };
    assert!(dragged < 8.0);
    assert!(
        ((dragged * 100.0).round() / 100.0 - dragged).abs() < 1e-12,
        "{dragged} is a figure one would also type"
    );
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(rate(&harness, "value-added"), None);
}

#[test]
fn the_points_of_a_chart_can_be_moved_by_keyboard() {
    for language in Language::ALL {
        let mut harness = usual(language);
        let first = harness.get_all_by_role(Role::Image).next().unwrap();
        first.focus();
        harness.run();
        // The last year first: a constant rate for all years, a hundredth more; then a tenth less in the year before.
        harness.key_press(Key::ArrowUp);
        harness.run();
        let Some(Rates::Constant(moved)) = rate(&harness, "value-added") else {
            panic!("no constant rate in {language}");
        };
        assert!((moved - 8.01).abs() < 1e-9, "{moved}");
        harness.key_press(Key::ArrowLeft);
        harness.run();
        harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
        harness.run();
        let Some(Rates::Yearly(years)) = rate(&harness, "value-added") else {
            panic!("no yearly rates in {language}");
        };
        for (year, expected) in years.iter().zip([8.01, 8.01, 8.01, 7.91, 8.01]) {
            assert!((year - expected).abs() < 1e-9, "{years:?}");
        }
        let read_out = match language {
            Language::English => "2014: ",
            Language::Chinese => "2014年 ",
        };
        let said = harness.query_all_by_label_contains(read_out).next();
        assert!(said.is_some(), "the year is read out");
    }
}

#[test]
fn up_is_up_for_what_declines_too() {
    let mut harness = usual(Language::English);
    let charts: Vec<_> = harness.get_all_by_role(Role::Image).collect();
    charts[1].focus();
    drop(charts);
    harness.run();
    harness.key_press(Key::ArrowUp);
    harness.run();
    // A point further up is a smaller fall: 1 − 0.79^(1/5) = 4.605 %, less a hundredth.
    let Some(Rates::Constant(moved)) = rate(&harness, "energy-intensity") else {
        panic!("no rate");
    };
    assert!((moved - 4.595).abs() < 1e-3, "{moved}");
    assert_eq!(
        rate(&harness, "co2-intensity"),
        None,
        "derived, so it has no rate"
    );
}

#[test]
fn targets_are_said_in_the_same_words_on_every_screen() {
    for (language, words) in [
        (Language::English, ["fall about 21 %", "fall more than 21 %"]),
        (Language::Chinese, ["下降21%左右", "下降超过21%"]),
    ] {
        let mut harness = usual(language);
        for screen in [Screen::Explore, Screen::Track] {
            super::commands::apply(&mut harness, Command::ShowScreen(screen));
            for said in words {
                let found = harness.query_all_by_label_contains(said).next();
                assert!(found.is_some(), "{said} on {screen:?}");
            }
        }
    }
}

/// The mid-term scenario, energy intensity falling by 3 % a year from 2014 on.
fn under_way(language: Language) -> Harness<'static, App> {
    let mut harness = usual(language);
    let session = harness.state_mut().session_mut();
    session.apply(Command::OpenExample("mid-term-2013"));
    let lever = session.document().plan().find("energy-intensity").unwrap();
    session.apply(Command::SetRates {
        lever,
        rates: Rates::Constant(3.0),
        phase: Phase::Done,
    });
    session.wait_for_jobs();
    harness.run();
    harness
}

#[test]
fn a_card_answers_in_the_terms_of_its_target() {
    for (language, answers) in [
        (
            Language::English,
            [
                "8.45 % a year · target at least 8 % · would be met",
                "falls 20.12 % · target about 21 % · would be close",
            ],
        ),
        (
            Language::Chinese,
            [
                "年均增长8.45%，目标8%以上，将达到",
                "累计下降20.12%，目标21%左右，将接近",
            ],
        ),
    ] {
        // Value added: 1.108 · 1.079 · 1.076 · 1.08² = 1.5004 = 1.0845⁵; energy: 0.849 · 0.97² = 0.7988.
        let harness = under_way(language);
        for answer in answers {
            assert!(harness.query_by_label(answer).is_some(), "{answer}");
        }
    }
}

#[test]
fn a_derived_chart_says_what_moved_it() {
    let harness = under_way(Language::English);
    // 0.849 · 0.97² = 0.799, and nobody turned the carbon factor.
    let moved = "Energy intensity × 0.799 · Carbon factor of energy × 1.000";
    assert!(harness.query_by_label(moved).is_some());
}

#[test]
fn a_chart_is_selected_by_a_click_on_its_name() {
    let mut harness = under_way(Language::English);
    let name = name(&harness, "steel-cr10", Language::English);
    harness.get_by_role_and_label(Role::Button, &name).click();
    harness.run();
    let session = harness.state().session();
    let plan = session.document().plan();
    assert_eq!(session.view().selected(plan), plan.find("steel-cr10"));
}

#[test]
fn escape_takes_a_drag_back_and_leaves_no_step() {
    let mut harness = under_way(Language::English);
    let steps = harness.state().session().document().history().len();
    let chart = harness.get_all_by_role(Role::Image).nth(1).unwrap().rect();
    let start = egui::pos2(chart.right() - 115.0, chart.center().y);
    harness.hover_at(start);
    harness.run();
    harness.drag_at(start);
    harness.run();
    for step in 1..=3_u8 {
        harness.hover_at(start - Vec2::new(0.0, 10.0 * f32::from(step)));
        harness.run();
    }
    assert_ne!(rate(&harness, "energy-intensity"), Some(Rates::Constant(3.0)));
    harness.key_press(Key::Escape);
    harness.run();
    harness.drop_at(start);
    harness.run();
    assert_eq!(rate(&harness, "energy-intensity"), Some(Rates::Constant(3.0)));
    assert_eq!(harness.state().session().document().history().len(), steps);
}

#[test]
fn a_dragged_point_comes_to_rest_on_the_rate_that_is_needed() {
    let mut harness = under_way(Language::English);
    let chart = harness.get_all_by_role(Role::Image).nth(1).unwrap().rect();
    let start = egui::pos2(chart.right() - 115.0, chart.center().y);
    harness.hover_at(start);
    harness.run();
    harness.drag_at(start);
    harness.run();
    // Down past the target, point by point; 1 − √(0.79 / 0.849) = 3.537 %, of which 3.54 is enough.
    let mut rested = 0;
    for travel in 7..=30_u8 {
        harness.hover_at(start + Vec2::new(0.0, f32::from(travel)));
        harness.run();
        if rate(&harness, "energy-intensity") == Some(Rates::Constant(3.54)) {
            rested += 1;
        }
    }
    assert!((4..=9).contains(&rested), "within 4 points either side: {rested}");
    harness.drop_at(start + Vec2::new(0.0, 30.0));
    harness.run();
}

#[test]
fn a_chip_of_the_answer_strip_chooses_the_charts() {
    let mut harness = under_way(Language::English);
    let charted = |harness: &Harness<'_, App>| harness.get_all_by_role(Role::Image).count();
    assert_eq!(charted(&harness), 4);
    super::commands::apply(
        &mut harness,
        Command::FilterScores(planpath::session::ScoreFilter::Close),
    );
    // Energy and CO₂ intensity.
    assert_eq!(charted(&harness), 2);
    harness.get_by_label("Show the chosen charts").click();
    harness.run();
    assert_eq!(charted(&harness), 4);
}

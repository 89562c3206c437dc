//! What moves the selected target: found below the targets, and a way to its levers.

use super::*;
use planpath::plan::IndicatorIx;
use planpath::session::{Page, Session};
use planpath::wording::effect_in_words;

fn session<'a>(window: &'a Harness<'_, App>) -> &'a Session {
    window.state().session()
}

fn ix(window: &Harness<'_, App>, id: &str) -> IndicatorIx {
    session(window).document().plan().find(id).unwrap()
}

/// What the row of a lever says of a target.
fn words(window: &Harness<'_, App>, target: &str, lever: &str, language: Language) -> String {
    let document = session(window).document();
    let (plan, projection) = (document.plan(), document.projection());
    let assessments = document.assessments().iter();
    let assessment = assessments
        .clone()
        .find(|found| found.indicator() == ix(window, target))
        .unwrap();
    let found = planpath::analysis::sensitivities(plan, document.scenario(), projection, assessment);
    let one = found.into_iter().find(|found| found.lever == ix(window, lever));
    effect_in_words(plan, projection, assessment.target, one.unwrap(), language)
}

fn apply(window: &mut Harness<'_, App>, command: Command) {
    window.state_mut().session_mut().apply(command);
    window.run();
}

#[test]
fn a_click_goes_from_a_target_to_the_lever_that_moves_it() {
    for (language, size) in Language::ALL
        .into_iter()
        .flat_map(|language| SIZES.map(|size| (language, size)))
    {
        let mut window = window(language, size);
        let (co2, energy) = (ix(&window, "co2-intensity"), ix(&window, "energy-intensity"));
        apply(&mut window, Command::Select(co2));
        // A drawer and a page of its own where there is no room beside the charts.
        apply(&mut window, Command::ShowPage(Page::Scorecard));
        let row = words(&window, "co2-intensity", "energy-intensity", language);
        let found = window.get_by_role_and_label(Role::Button, &row);
        found.scroll_to_me();
        window.run();
        window.get_by_role_and_label(Role::Button, &row).click();
        window.run();
        assert_eq!(
            session(&window)
                .view()
                .selected(session(&window).document().plan()),
            Some(energy)
        );
        if size.x >= 860.0 {
            // The list is still that of the target, so that the next lever is a click away.
            let row = words(&window, "co2-intensity", "carbon-factor", language);
            assert!(window.query_by_role_and_label(Role::Button, &row).is_some());
        }
    }
}

#[test]
fn it_follows_the_rates_and_the_keyboard_reaches_it() {
    let mut window = usual(Language::English);
    let (value, energy) = (ix(&window, "value-added"), ix(&window, "energy-intensity"));
    apply(&mut window, Command::Select(energy));
    let before = words(&window, "energy-intensity", "energy-intensity", Language::English);
    apply(
        &mut window,
        Command::SetRates {
            lever: energy,
            rates: Rates::Constant(1.0),
            phase: Phase::Done,
        },
    );
    // 5 · 0.99⁴ = 4.803 points.
    let after = words(&window, "energy-intensity", "energy-intensity", Language::English);
    assert!(after.ends_with("+4.80 points"), "{after}");
    assert!(window.query_by_label(&before).is_none());
    window.get_by_role_and_label(Role::Button, &after).focus();
    window.run();
    apply(&mut window, Command::Select(value));
    let own = words(&window, "value-added", "value-added", Language::English);
    window.get_by_role_and_label(Role::Button, &own).focus();
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let view = session(&window).view();
    assert_eq!(view.selected(session(&window).document().plan()), Some(value));
}

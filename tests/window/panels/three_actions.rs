//! With growth-first open, three actions show which binding targets fail and make energy intensity meet its target.

use egui::PointerButton;
use planpath::model::Status;
use planpath::session::ScoreFilter;

use super::commands::{click, session, settle};
use super::*;

#[test]
fn energy_intensity_meets_its_target_in_three_actions() {
    for language in Language::ALL {
        let mut window = usual(language);
        let open = Command::OpenExample("growth-first");
        window.state_mut().session_mut().apply(open);
        settle(&mut window);
        let document = session(&window).document();
        let plan = document.plan();
        let energy = plan.find("energy-intensity").unwrap();
        let judged = |window: &Harness<'static, App>| {
            let found = session(window).document().assessments().iter();
            found
                .clone()
                .find(|found| found.indicator() == energy)
                .unwrap()
                .status
        };
        assert_ne!(judged(&window), Status::Met);

        // 1: the binding targets.
        let counts = document.evaluation().counts(plan);
        let binding = planpath::wording::binding_in_brief(&counts, language).unwrap();
        click(&mut window, &binding);
        assert_eq!(session(&window).view().score_filter, ScoreFilter::Binding);
        let rows = window.get_all_by_role(Role::ListItem).count();
        assert_eq!(rows, counts.binding.targets, "and no others");

        // 2: a double click on the one that fails, which its name says.
        let name = name(&window, "energy-intensity", language);
        let place = window
            .get_all_by_role(Role::ListItem)
            .find(|row| {
                row.accesskit_node()
                    .label()
                    .is_some_and(|label| label.starts_with(&name))
            })
            .unwrap()
            .rect();
        // Each step takes a quarter of a second here.
        window
            .ctx
            .options_mut(|options| options.input_options.max_double_click_delay = 2.0);
        window.hover_at(place.center());
        window.run();
        for _ in 0..2 {
            for pressed in [true, false] {
                window.event(egui::Event::PointerButton {
                    pos: place.center(),
                    button: PointerButton::Primary,
                    pressed,
                    modifiers: Modifiers::NONE,
                });
                window.step();
            }
        }
        settle(&mut window);
        settle(&mut window);

        assert_eq!(session(&window).view().screen, planpath::session::Screen::Track);
        // 3: the rate found is set.
        click(&mut window, &say(language, "seek-set"));
        assert_eq!(judged(&window), Status::Met, "{language}");
        assert_eq!(session(&window).document().history().len(), 1, "one step to undo");
    }
}

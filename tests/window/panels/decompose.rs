//! The Decompose screen: lists, bars and table by label, in both languages and at every size.

use planpath::session::{DecomposeCommand, Screen};

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
    apply(&mut window, Command::OpenExample("mid-term-2013"));
    apply(&mut window, Command::ShowScreen(Screen::Decompose));
    window.state_mut().session_mut().wait_for_jobs();
    window.run();
    window
}

/// A bar of the waterfall.
fn bar(window: &Window, id: &str, span: &str, effect: &str, language: Language) -> String {
    let name = name(window, id, language);
    say_with(
        language,
        "decompose-bar",
        &[("name", &name), ("span", span), ("effect", effect)],
    )
}

#[test]
fn bars_say_their_figures_and_lead_to_their_levers() {
    for language in Language::ALL {
        for size in SIZES {
            let mut window = on_screen(language, size);
            let (before, after) = match language {
                Language::English => ("2010–13", "2013–15"),
                Language::Chinese => ("2010—2013年", "2013—2015年"),
            };
            let saving = bar(&window, "energy-intensity", before, "−17.5", language);
            let _ = window.get_by_label(&bar(&window, "value-added", after, "+17.3", language));
            click(&mut window, &saving);
            let session = session(&window);
            let plan = session.document().plan();
            assert_eq!(
                session.view().selected(plan),
                plan.find("energy-intensity"),
                "{language} {size}"
            );
        }
    }
}

#[test]
fn the_table_is_copied_with_its_headings() {
    for language in Language::ALL {
        let mut window = on_screen(language, SIZES[0]);
        let row = window.get_by(|node| {
            let label = node.label().unwrap_or_default();
            node.role() == Role::Row && label.starts_with(say(language, "decompose-change").as_ref())
        });
        assert!(row.accesskit_node().label().unwrap_or_default().contains("+15.9"));
        click(&mut window, &say(language, "decompose-copy"));
        let copied = window.output().platform_output.commands.iter().any(|command| {
            matches!(command, egui::OutputCommand::CopyText(text) if text.contains("2015\t") && text.contains("+44.1"))
        });
        let has_said = session(&window).notices().len() == 1;
        assert!(copied || has_said);
    }
}

#[test]
fn a_refusal_names_what_is_missing() {
    for language in Language::ALL {
        for size in SIZES {
            let mut window = on_screen(language, size);
            let plan = session(&window).document().plan();
            let output = plan.find("gross-output").unwrap();
            apply(&mut window, Command::Decompose(DecomposeCommand::Of(output)));
            window.state_mut().session_mut().wait_for_jobs();
            window.run();
            let rate = name(&window, "value-added-rate", language);
            let _ = window.get_by(|node| {
                let text = node.value().or(node.label()).unwrap_or_default();
                node.role() == Role::Label && text.contains(rate.as_str())
            });
        }
    }
}

#[test]
fn years_are_chosen_from_lists() {
    for language in Language::ALL {
        let mut window = on_screen(language, SIZES[0]);
        window
            .get_by_role_and_label(Role::ComboBox, &say(language, "decompose-via"))
            .click();
        window.run();
        window.get_by_label(&say(language, "decompose-straight")).click();
        window.run();
        assert_eq!(session(&window).decompose_choice().unwrap().via, None);
    }
}

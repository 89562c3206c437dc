//! Whole screens: languages, menus, names of controls, colours.

use egui_kittest::kittest::By;
use planpath::figure::Mode;
use planpath::session::{
    DrawChoice, Page, ReportCommand, ReportPage, Screen, SpreadScope, TrackCommand, TrackPage,
    UncertaintyCommand,
};

use super::*;

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
fn languages_are_switched_live() {
    let mut harness = usual(Language::English);
    harness.get_by_label("简体中文").click();
    harness.run();
    assert!(harness.query_by_label("全部年率（表格）").is_some());
    assert!(harness.query_by_label("All rates as a table").is_none());
    harness.get_by_label("English").click();
    harness.run();
    assert!(harness.query_by_label("All rates as a table").is_some());
}

#[test]
fn menus_offer_every_command_with_its_keys() {
    for language in Language::ALL {
        let mut harness = usual(language);
        let mut seen = Vec::new();
        for menu in ["menu-file", "menu-edit", "menu-view", "menu-help"] {
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
            let screen = if size.x < 800.0 {
                Screen::Report
            } else {
                Screen::Explore
            };
            harness
                .state_mut()
                .session_mut()
                .apply(Command::ShowScreen(screen));
            harness.run();
            // Of the pages that take turns there, the one with the most controls.
            let outline = Command::Report(ReportCommand::ShowPage(ReportPage::Outline));
            harness.state_mut().session_mut().apply(outline);
            harness.run();
            let mut waiting = vec![harness.root()];
            while let Some(node) = waiting.pop() {
                let access = node.accesskit_node();
                if matches!(
                    access.role(),
                    Role::Slider | Role::SpinButton | Role::Button | Role::CheckBox | Role::Image
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
            assert!(controls > 15, "{controls} controls at {size}");
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
                "scenario" | "plan" | "target" | "accent" | "catch_up" | "trial" | "pinned_first"
                | "pinned_second" | "pinned_third" => 3.0,
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
        harness.state_mut().session_mut().wait_for_jobs();
        harness.run();
        let session = harness.state().session();
        let document = session.document();
        let first = planpath::wording::finding(document.plan(), &session.implications()[0], language);
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

/// All text on screen: names and values of all nodes.
fn written(harness: &Harness<'_, App>) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = vec![harness.root()];
    while let Some(node) = waiting.pop() {
        let access = node.accesskit_node();
        found.extend(access.label());
        found.extend(access.value());
        waiting.extend(node.children());
    }
    found
}

#[test]
fn every_screen_is_written_in_words_and_characters_that_we_have() {
    let ids: Vec<String> = include_str!("../../../assets/messages/en.ftl")
        .lines()
        .filter_map(|line| Some(line.split_once(" = ")?.0.to_owned()))
        .filter(|id| id.contains('-'))
        .collect();
    assert!(ids.len() > 300, "{} ids were read", ids.len());
    for language in Language::ALL {
        let mut harness = usual(language);
        let session = harness.state_mut().session_mut();
        session.apply(Command::OpenExample("mid-term-2013"));
        session.apply(Command::Duplicate);
        let mut texts = Vec::new();
        for page in Page::ALL {
            for mode in Mode::ALL {
                let session = harness.state_mut().session_mut();
                session.apply(Command::ShowPage(page));
                session.apply(Command::SetMode(mode));
                harness.run();
                texts.extend(written(&harness));
            }
        }
        harness
            .state_mut()
            .session_mut()
            .apply(Command::ShowScreen(Screen::Report));
        harness.run();
        texts.extend(written(&harness));
        let everywhere = UncertaintyCommand::Everywhere {
            percent: 10.0,
            scope: SpreadScope::All,
        };
        let few = UncertaintyCommand::Draw(DrawChoice {
            size: 256,
            ..DrawChoice::default()
        });
        for commands in [vec![few], vec![everywhere]] {
            let session = harness.state_mut().session_mut();
            session.apply(Command::ShowScreen(Screen::Uncertainty));
            for command in commands {
                session.apply(Command::Uncertainty(command));
            }
            harness.run();
            texts.extend(written(&harness));
        }
        let session = harness.state_mut().session_mut();
        session.apply(Command::ShowScreen(Screen::Decompose));
        session.wait_for_jobs();
        harness.run();
        texts.extend(written(&harness));
        for page in TrackPage::ALL {
            let session = harness.state_mut().session_mut();
            session.apply(Command::Track(TrackCommand::ShowPage(page)));
            harness.run();
            texts.extend(written(&harness));
        }
        for open in [Command::ShowGuide(true), Command::ShowPalette(true)] {
            harness.state_mut().session_mut().apply(open);
            harness.run();
            texts.extend(written(&harness));
        }
        harness
            .state_mut()
            .session_mut()
            .apply(Command::ShowPalette(false));
        harness.state_mut().session_mut().apply(Command::Quit);
        harness.run();
        texts.extend(written(&harness));
        assert!(texts.len() > 2000, "{} texts", texts.len());
        let font = egui::FontId::new(14.0, egui::FontFamily::Proportional);
        for text in texts {
            assert!(
                !ids.contains(&text),
                "{text} is the id of a message, not its words"
            );
            for c in text.chars().filter(|c| !c.is_control()) {
                let is_drawn = harness.ctx.fonts_mut(|fonts| fonts.has_glyph(&font, c));
                assert!(is_drawn, "{language}: no glyph for {c:?} in {text}");
            }
        }
    }
}

#[test]
#[allow(
    clippy::redundant_closure_for_method_calls,
    reason = "the method alone has too narrow a lifetime"
)]
fn every_control_can_be_reached_by_keyboard_and_shows_it() {
    let mut harness = usual(Language::English);
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..160 {
        harness.key_press(Key::Tab);
        harness.run();
        let focused = harness
            .query_all(By::new().predicate(|node| node.is_focused()))
            .find(|node| node.accesskit_node().role() != Role::Window)
            .expect("Tab never leads nowhere");
        let place = focused.rect();
        let is_seen = place.top() >= 0.0 && place.bottom() <= 800.0 && place.width() > 0.0;
        let access = focused.accesskit_node();
        assert!(
            is_seen,
            "{:?} {:?} is out of sight at {place}",
            access.role(),
            access.label()
        );
        reached.insert(format!("{:?}", access.id()));
    }
    // Levers have three controls each, charts three, scores one.
    assert!(reached.len() > 130, "Tab reaches {} controls", reached.len());
}

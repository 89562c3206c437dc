//! The palette: what it finds, what it puts first, and what choosing does.

use super::*;
use planpath::session::{Page, Screen, Session};
use planpath::wording::labelled;

fn session<'a>(window: &'a Harness<'_, App>) -> &'a Session {
    window.state().session()
}

fn search(window: &mut Harness<'_, App>, text: &str) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run();
    window.event(egui::Event::Text(text.to_owned()));
    window.run();
}

fn row(kind: &'static str, name: &str, language: Language) -> String {
    labelled(&say(language, kind), name, language)
}

/// What stands in the rows, from the first on.
fn rows(window: &Harness<'_, App>) -> Vec<String> {
    let kinds = [
        "palette-command",
        "palette-open",
        "palette-recent",
        "palette-example",
        "palette-new",
        "palette-screen",
        "palette-setting",
    ]
    .map(|kind| say(Language::English, kind));
    let all = window.query_all_by_role(Role::ListItem);
    let mut rows: Vec<(f32, String)> = all
        .filter_map(|node| Some((node.rect().top(), node.accesskit_node().label()?)))
        // Those of the targets behind it begin with their names.
        .filter(|(_, label)| kinds.iter().any(|kind| label.starts_with(kind.as_ref())))
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().map(|(_, label)| label).collect()
}

#[test]
fn an_indicator_is_found_in_both_languages_and_by_pinyin_and_selected_everywhere() {
    for language in Language::ALL {
        for sought in [
            "energy int",
            "单位工业增加值能耗",
            "dwgyzjznh",
            "energy-intensity",
        ] {
            let mut window = usual(language);
            window
                .state_mut()
                .session_mut()
                .apply(Command::ShowScreen(Screen::Report));
            window.run();
            search(&mut window, sought);
            let energy = name(&window, "energy-intensity", language);
            let rate = row("palette-lever", &energy, language);
            for kind in ["palette-lever", "palette-target", "palette-chart"] {
                let row = row(kind, &energy, language);
                assert!(window.query_by_label(&row).is_some(), "{row} for {sought}");
            }
            window.get_by_label(&rate).click();
            window.run();
            let view = session(&window).view();
            let plan = session(&window).document().plan();
            assert_eq!(view.selected(plan), plan.find("energy-intensity"));
            assert_eq!(view.screen, Screen::Explore);
            assert!(!view.palette);
        }
    }
}

#[test]
fn a_target_shows_the_targets_and_a_chart_is_enlarged() {
    let mut window = usual(Language::English);
    let co2 = name(&window, "co2-intensity", Language::English);
    search(&mut window, "co2 int");
    window
        .get_by_label(&row("palette-target", &co2, Language::English))
        .click();
    window.run();
    assert_eq!(session(&window).view().page, Page::Scorecard);
    search(&mut window, "co2 int");
    window
        .get_by_label(&row("palette-chart", &co2, Language::English))
        .click();
    window.run();
    let plan = session(&window).document().plan();
    assert_eq!(session(&window).view().enlarged(plan), plan.find("co2-intensity"));
}

#[test]
fn screens_settings_and_files_are_found_best_first() {
    let english = Language::English;
    let mut window = usual(english);
    for (sought, kind, id) in [
        ("track", "palette-screen", "screen-track"),
        ("repo", "palette-screen", "screen-report"),
        ("follow sys", "palette-setting", "theme-system"),
        ("sav", "palette-command", "command-save"),
    ] {
        search(&mut window, sought);
        let found = rows(&window);
        let wanted = row(kind, &say(english, id), english);
        assert!(found.contains(&wanted), "{sought}: {found:?}");
        window.key_press(Key::Escape);
        window.run();
    }
    // What is sought exactly comes before what begins with it or has it inside.
    search(&mut window, "targets");
    let found = rows(&window);
    assert_eq!(
        found.first(),
        Some(&row("palette-screen", &say(english, "panel-scorecard"), english)),
        "{found:?}"
    );
    window.key_press(Key::Escape);
    window.run();
    // The scenario that is open, though another is in front.
    let open = session(&window).document().id();
    let name = session(&window).document().name(english);
    window.state_mut().session_mut().apply(Command::Duplicate);
    window.run();
    assert_ne!(session(&window).document().id(), open);
    search(&mut window, &name);
    let first = rows(&window).remove(0);
    assert_eq!(first, row("palette-open", &name, english));
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(session(&window).document().id(), open);
    search(&mut window, "深色");
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(session(&window).view().theme, Theme::Dark);
}

#[test]
fn a_search_may_begin_with_the_kind_of_thing() {
    for language in Language::ALL {
        for sought in ["Chart: Energy intensity", "chart energy int", "图表：能耗强度"] {
            let mut window = usual(language);
            search(&mut window, sought);
            let energy = name(&window, "energy-intensity", language);
            let is_there = |kind| window.query_by_label(&row(kind, &energy, language)).is_some();
            assert!(is_there("palette-chart"), "{sought}, {language}");
            assert!(!is_there("palette-lever"), "{sought}, {language}");
        }
    }
}

//! Annotations are written, read and removed by name and by keyboard; sources are opened by a click.

use planpath::plan::IndicatorIx;
use planpath::session::{ActualsCommand, AnnotationCommand, Effect, Screen, TrackCommand, TrackPage};
use planpath::text::WebAddress;
use planpath::wording::labelled;

use super::commands::{click, click_part, settle};
use super::*;

type Window = Harness<'static, App>;

fn find(window: &Window, id: &str) -> IndicatorIx {
    window.state().session().document().plan().find(id).unwrap()
}

fn text_of(window: &Window, id: &str, year: i32) -> Option<String> {
    let session = window.state().session();
    let annotations = &session.document().scenario().annotations;
    let text = annotations.get(find(window, id), year)?;
    Some(text.get(session.view().language).to_owned())
}

fn apply(window: &mut Window, command: Command) {
    window.state_mut().session_mut().apply(command);
    settle(window);
}

fn type_text(window: &mut Window, text: &str) {
    window.event(egui::Event::Text(text.to_owned()));
    settle(window);
}

fn pin(window: &mut Window, id: &str, year: i32, text: &str) {
    let indicator = find(window, id);
    apply(
        window,
        Command::Annotation(AnnotationCommand::Pin {
            indicator,
            year,
            text: text.to_owned(),
        }),
    );
}

fn flag(year: i32, text: &str, language: Language) -> String {
    let year = year.to_string();
    say_with(language, "annotation-of-year", &[("year", &year), ("text", text)])
}

#[test]
fn a_year_is_annotated_and_sources_are_opened() {
    for language in Language::ALL {
        let mut window = usual(language);
        let chart = name(&window, "value-added", language);
        // From the chart's menu.
        click(
            &mut window,
            &say_with(language, "chart-menu", &[("name", &chart)]),
        );
        click_part(&mut window, &say(language, "chart-annotate"));
        type_text(&mut window, "Census");
        // The last data are the base year's.
        click(&mut window, &say(language, "annotation-pin"));
        assert_eq!(text_of(&window, "value-added", 2010).unwrap(), "Census");
        // The flag says so, and opens it again; Enter takes it.
        click(&mut window, &flag(2010, "Census", language));
        type_over(&mut window, "Economic census");
        window.key_press(Key::Enter);
        settle(&mut window);
        assert_eq!(text_of(&window, "value-added", 2010).unwrap(), "Economic census");
        click(&mut window, &flag(2010, "Economic census", language));
        click(&mut window, &say(language, "annotation-remove"));
        assert_eq!(text_of(&window, "value-added", 2010), None);
        // Three steps, and nothing by Esc.
        assert_eq!(window.state().session().document().history().len(), 3);
        window.key_press_modifiers(Modifiers::COMMAND, Key::M);
        settle(&mut window);
        type_text(&mut window, "Nothing");
        window.key_press(Key::Escape);
        settle(&mut window);
        assert_eq!(window.state().session().document().history().len(), 3);
        assert!(
            window
                .state()
                .session()
                .view()
                .annotating(window.state().session().document().plan())
                .is_none()
        );
    }
}

#[test]
fn ctrl_m_is_for_the_year_marked() {
    let mut window = usual(Language::English);
    let charts: Vec<_> = window.get_all_by_role(Role::Image).collect();
    charts[1].focus();
    window.run();
    window.key_press(Key::ArrowLeft);
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::M);
    settle(&mut window);
    type_text(&mut window, "Stricter rules");
    window.key_press(Key::Enter);
    settle(&mut window);
    assert_eq!(
        text_of(&window, "energy-intensity", 2014).unwrap(),
        "Stricter rules"
    );
    // The chart says it to those who cannot see the flag.
    let heard = window
        .get_all_by_role(Role::Image)
        .filter_map(|node| node.accesskit_node().label())
        .any(|label| label.ends_with(". Annotation 2014: Stricter rules"));
    assert!(heard);
}

#[test]
fn the_year_can_be_chosen_and_what_was_typed_goes_along() {
    let mut window = usual(Language::English);
    pin(&mut window, "value-added", 2012, "Known");
    let ix = find(&window, "value-added");
    apply(
        &mut window,
        Command::Annotation(AnnotationCommand::Write(ix, Some(2013))),
    );
    window.get_by_role_and_label(Role::ComboBox, "Year").click();
    settle(&mut window);
    // Untouched, so the other year's text is shown.
    click(&mut window, "2012 (annotated)");
    type_over(&mut window, "Better known");
    click(&mut window, "Pin");
    assert_eq!(text_of(&window, "value-added", 2012).unwrap(), "Better known");
    assert_eq!(text_of(&window, "value-added", 2013), None);
}

#[test]
fn long_annotations_on_every_year_cut_and_cover_nothing() {
    for language in Language::ALL {
        for size in [Vec2::new(1024.0, 640.0), Vec2::new(1280.0, 800.0)] {
            let mut window = window(language, size);
            apply(&mut window, Command::OpenExample("mid-term-2013"));
            let long = match language {
                Language::English => "a long remark on what the figures count ".repeat(12),
                Language::Chinese => "关于统计口径变化的较长说明".repeat(38),
            };
            for id in ["value-added", "energy-intensity", "co2-intensity", "steel-cr10"] {
                for year in 2010..=2015 {
                    pin(&mut window, id, year, &long);
                }
            }
            super::clipping::assert_clear(&window);
            // While a year is marked, its text stands in the band.
            let chart = window.get_all_by_role(Role::Image).next().unwrap().rect();
            window.hover_at(egui::pos2(chart.left() + 60.0, chart.center().y));
            settle(&mut window);
            super::clipping::assert_clear(&window);
            let ix = find(&window, "value-added");
            let write = AnnotationCommand::Write(ix, Some(2013));
            apply(&mut window, Command::Annotation(write));
            super::clipping::assert_clear(&window);
        }
    }
}

#[test]
fn a_source_is_opened_from_chart_lever_and_series() {
    for language in Language::ALL {
        let mut window = usual(language);
        let ix = find(&window, "value-added");
        let name = name(&window, "value-added", language);
        apply(&mut window, Command::ShowScreen(Screen::Track));
        apply(&mut window, Command::Select(ix));
        let actuals = Command::Track(TrackCommand::ShowPage(TrackPage::Actuals));
        apply(&mut window, actuals);
        apply(&mut window, Command::Actuals(ActualsCommand::Look(ix)));
        // Typed; what is no address is not taken.
        let field = labelled(&name, &say(language, "series-url"), language);
        window.get_by_role_and_label(Role::TextInput, &field).focus();
        window.run();
        type_over(&mut window, "www.stats.gov.cn");
        window.key_press(Key::Tab);
        settle(&mut window);
        let url = |window: &Window| {
            let series = &window.state().session().document().scenario().series;
            series.get(ix).and_then(|info| info.url.clone())
        };
        assert_eq!(url(&window), None);
        assert!(window.query_by_label(&say(language, "bad-url-help")).is_some());
        window.get_by_role_and_label(Role::TextInput, &field).focus();
        window.run();
        type_over(&mut window, "https://www.stats.gov.cn/a");
        window.key_press(Key::Tab);
        settle(&mut window);
        let address = WebAddress::read("https://www.stats.gov.cn/a").unwrap();
        assert_eq!(url(&window), Some(address.clone()));
        let words = say_with(language, "open-actuals-source", &[("host", "www.stats.gov.cn")]);
        assert_eq!(window.query_all_by_label(&words).count(), 1);
        // Without a window nothing is opened; the command is heard all the same.
        click(&mut window, &words);
        apply(&mut window, Command::ShowScreen(Screen::Explore));
        click(&mut window, &say_with(language, "chart-menu", &[("name", &name)]));
        click(&mut window, &words);
        let session = window.state_mut().session_mut();
        session.apply(Command::OpenAddress(address.clone()));
        assert_eq!(session.take_effects(), [Effect::OpenAddress(address)]);
    }
}

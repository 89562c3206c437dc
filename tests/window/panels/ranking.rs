//! The card of draws says its own answer, shows any indicator, and its ranking goes year by year.

use egui_kittest::kittest::By;
use planpath::session::{DrawChoice, Screen, UncertaintyCommand};

use super::commands::{apply, click, session, settle};
use super::*;

type Window = Harness<'static, App>;

/// A window on the Uncertainty screen, where energy intensity and value added are uncertain and one is shown.
fn shown(language: Language, size: Vec2, id: &str) -> Window {
    let mut window = window(language, size);
    apply(&mut window, Command::OpenExample("mid-term-2013"));
    let choice = DrawChoice {
        size: 512,
        ..DrawChoice::default()
    };
    apply(
        &mut window,
        Command::Uncertainty(UncertaintyCommand::Draw(choice)),
    );
    for id in ["value-added", "energy-intensity"] {
        let lever = session(&window).document().plan().find(id).unwrap();
        apply(
            &mut window,
            Command::Uncertainty(UncertaintyCommand::Begin(lever)),
        );
    }
    let ix = session(&window).document().plan().find(id).unwrap();
    apply(&mut window, Command::Select(ix));
    apply(&mut window, Command::ShowScreen(Screen::Uncertainty));
    settle(&mut window);
    window
}

fn labels(window: &Window, role: Role) -> Vec<String> {
    let all = window.query_all(By::new().role(role));
    all.filter_map(|node| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value())
    })
    .collect()
}

#[test]
fn the_card_gives_its_own_answer() {
    for (language, begins, between, ends) in [
        (
            Language::English,
            "median falls ",
            ", nine of ten draws between ",
            " · target more than 21 %",
        ),
        (Language::Chinese, "中位数下降", "，九成落在", "・目标超过21%"),
    ] {
        let window = shown(language, Vec2::new(1280.0, 800.0), "co2-intensity");
        let all = labels(&window, Role::Label);
        let answer = all.iter().find(|label| label.starts_with(begins));
        let answer = answer.unwrap_or_else(|| panic!("no answer among {all:?}"));
        assert!(answer.contains(between) && answer.ends_with(ends), "{answer}");
    }
}

#[test]
fn any_indicator_is_chosen_in_the_card() {
    for language in Language::ALL {
        let mut window = shown(language, Vec2::new(1280.0, 800.0), "energy-intensity");
        let of = |window: &Window, id: &str| {
            let name = name(window, id, language);
            say_with(language, "likely-choose", &[("name", &name)])
        };
        // A derived one, and one that no draw moves.
        for (before, id) in [
            ("energy-intensity", "energy-use"),
            ("energy-use", "water-intensity"),
        ] {
            let chooser = of(&window, before);
            click(&mut window, &chooser);
            let plan = session(&window).document().plan();
            let short = plan.get(plan.find(id).unwrap()).short_name(language).to_owned();
            let entries = window.query_all(By::new().role(Role::Button).label(&short));
            entries.last().expect("an entry of the menu").click_accesskit();
            settle(&mut window);
            let ix = session(&window).document().plan().find(id).unwrap();
            assert_eq!(session(&window).drawn_indicator(), Some(ix), "{id} in {language}");
            assert!(window.query_by_label(&of(&window, id)).is_some());
        }
    }
}

#[test]
fn shares_are_told_year_by_year_on_request() {
    for language in Language::ALL {
        let mut window = shown(language, Vec2::new(1280.0, 800.0), "energy-use");
        let year = say_with(language, "index-of-year", &[("year", "2014"), ("said", "")]);
        let told = |window: &Window| {
            let rows = labels(window, Role::ListItem);
            rows.iter().filter(|row| row.contains(year.trim_end())).count()
        };
        assert_eq!(told(&window), 0);
        click(&mut window, &say(language, "rank-by-year"));
        assert_eq!(told(&window), 2, "a row for either rate in {language}");
        let ranking = session(&window).ranking().unwrap();
        let lever = ranking.tornado.bars[0].lever;
        let years: Vec<i32> = ranking
            .importance
            .by_year(lever)
            .iter()
            .map(|(year, _)| *year)
            .collect();
        // Both have actuals up to 2013.
        assert_eq!(years, [2014, 2015]);
        click(&mut window, &say(language, "rank-by-year"));
        assert_eq!(told(&window), 0);
    }
}

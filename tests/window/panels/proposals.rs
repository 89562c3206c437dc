//! Spreads proposed from actuals, and numbers of draws and seeds typed freely.

use egui_kittest::kittest::By;
use planpath::analysis::draws::Sampler;
use planpath::scenario::{Spread, Uncertainty, Years};
use planpath::session::{DrawChoice, Screen, UncertaintyCommand};
use planpath::text::{Message, numbers};
use planpath::wording::uneven_size;

use super::commands::{apply, click, session, settle};
use super::*;

type Window = Harness<'static, App>;

/// A window with the mid-term figures on the Uncertainty screen, with one rate uncertain and open.
fn opened(language: Language, id: &str) -> Window {
    let mut window = usual(language);
    apply(&mut window, Command::OpenExample("mid-term-2013"));
    let choice = DrawChoice {
        size: 512,
        ..DrawChoice::default()
    };
    apply(
        &mut window,
        Command::Uncertainty(UncertaintyCommand::Draw(choice)),
    );
    let lever = session(&window).document().plan().find(id).unwrap();
    apply(
        &mut window,
        Command::Uncertainty(UncertaintyCommand::Begin(lever)),
    );
    apply(&mut window, Command::ShowScreen(Screen::Uncertainty));
    let name = name(&window, id, language);
    let of = say_with(language, "spread-of", &[("name", &name), ("spread", "")]);
    let button = window.get_by(|node| {
        let label = node.label().unwrap_or_default();
        node.role() == Role::Button && label.starts_with(of.trim_end())
    });
    button.click();
    window.run();
    window
}

fn spread(window: &Window, id: &str) -> Uncertainty {
    let document = session(window).document();
    document.spread(document.plan().find(id).unwrap()).unwrap()
}

/// The one sentence with these words in it.
fn said(window: &Window, part: &str) -> String {
    let all = window.query_all(By::new().role(Role::Label));
    let mut all = all.filter_map(|node| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value())
    });
    let found = all.find(|said| said.contains(part));
    found.unwrap_or_else(|| panic!("nobody says {part}"))
}

#[test]
fn a_spread_is_proposed_with_its_reason_before_it_is_taken() {
    for language in Language::ALL {
        let mut window = opened(language, "value-added");
        click(&mut window, &say(language, "proposal-ask"));
        // 10.8, 7.9 and 7.6: mean 8.7667, squares 4.1344 + 0.7511 + 1.3611, s = √(6.2467 / 2) = 1.7673.
        let years = said(&window, "1.77");
        assert!(
            years.contains("10.80")
                && years.contains("7.90")
                && years.contains("7.60")
                && years.contains("2013"),
            "{years}"
        );
        // Three years: 0.52 to 6.3 times.
        said(&window, "6.3");
        assert_eq!(spread(&window, "value-added").spread, Spread::Normal { sd: 1.0 });
        let steps = session(&window).document().history().len();
        // √(4/3) of it: 2.0407.
        let take = Message::new("proposal-take")
            .with("sd", numbers::visible(2.041, 2))
            .say(language);
        click(&mut window, &take);
        let found = spread(&window, "value-added");
        assert_eq!(found.spread, Spread::Normal { sd: 2.041 });
        assert_eq!(found.years, Years::Independent);
        assert_eq!(session(&window).document().history().len(), steps + 1);
    }
}

#[test]
fn where_nothing_can_be_proposed_it_says_why() {
    for language in Language::ALL {
        // Of 2012 nothing is known, so that one rate is left.
        let mut window = opened(language, "energy-intensity");
        click(&mut window, &say(language, "proposal-ask"));
        let why = Message::new("proposal-too-few")
            .with("fewest", 3_usize)
            .with("count", 1_usize)
            .say(language);
        let _ = window.get_by_label(&why);
    }
}

fn type_whole(window: &mut Window, field: &str, text: &str) {
    window
        .get_by_role_and_label(Role::TextInput, field)
        .scroll_to_me();
    window.run();
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run();
    type_over(window, text);
    window.key_press(Key::Enter);
    settle(window);
}

#[test]
fn any_number_of_draws_and_any_seed_can_be_typed() {
    for language in Language::ALL {
        let mut window = opened(language, "value-added");
        let size = say(language, "draws-size-field").into_owned();
        type_whole(&mut window, &size, "1,000");
        assert_eq!(session(&window).ensemble().unwrap().size, 1000);
        // That is no power of two, which is said.
        said(&window, &uneven_size(1000, Sampler::Sobol, language).unwrap());
        let seed = say(language, "draws-seed-field").into_owned();
        // Beyond what a binary fraction could hold.
        type_whole(&mut window, &seed, "9007199254740993");
        let sampling = session(&window).ensemble().unwrap().sampling;
        assert_eq!(sampling.seed, 9_007_199_254_740_993);
        for wrong in ["0", "1000000000000"] {
            type_whole(&mut window, &size, wrong);
            assert_eq!(session(&window).draw_choice().size, 1000, "{wrong}");
        }
        assert_eq!(session(&window).notices().len(), 2);
        type_whole(&mut window, &size, "1.5");
        let _ = window.get_by_label(&say(language, "draws-no-whole"));
        assert_eq!(session(&window).draw_choice().size, 1000);
    }
}

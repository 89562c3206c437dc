//! How likely targets are met, beside the targets on every screen, once rates are uncertain.

use egui_kittest::kittest::By;
use planpath::plan::TargetIx;
use planpath::session::{DrawChoice, JobKey, Screen, TrackCommand, TrackPage, UncertaintyCommand};
use planpath::wording::{chance, chance_with_error};

use super::commands::{apply, session, settle};
use super::*;

type Window = Harness<'static, App>;

/// A window with the mid-term figures, where energy intensity is uncertain.
fn uncertain(language: Language, size: Vec2) -> Window {
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
    let lever = lever(&window);
    apply(
        &mut window,
        Command::Uncertainty(UncertaintyCommand::Begin(lever)),
    );
    apply(&mut window, Command::Select(lever));
    settle(&mut window);
    window
}

fn lever(window: &Window) -> planpath::plan::IndicatorIx {
    session(window)
        .document()
        .plan()
        .find("energy-intensity")
        .unwrap()
}

fn target(window: &Window) -> TargetIx {
    let plan = session(window).document().plan();
    plan.main_target(lever(window)).unwrap().0
}

/// "Probability of meeting the target: 33.2 % (±0.40 points)".
fn told(window: &Window, language: Language) -> String {
    let ensemble = session(window).ensemble().unwrap();
    let likelihood = ensemble.chance(target(window)).unwrap();
    let share = chance_with_error(likelihood, ensemble.size, language);
    say_with(language, "likely-told", &[("share", &share)])
}

/// How many controls of a kind are called so in part.
fn called(window: &Window, role: Role, part: &str) -> usize {
    called_both(window, role, ["", part])
}

/// How many controls of a kind have both in what they are called.
fn called_both(window: &Window, role: Role, parts: [&str; 2]) -> usize {
    let all = window.query_all(By::new().role(role));
    let labels = all.filter_map(|node| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value())
    });
    labels
        .filter(|label| parts.iter().all(|part| label.contains(part)))
        .count()
}

#[test]
fn lists_cards_and_track_say_how_likely_a_target_is_met() {
    for language in Language::ALL {
        let mut window = uncertain(language, Vec2::new(1280.0, 800.0));
        let told = told(&window, language);
        let name = name(&window, "energy-intensity", language);
        let both = [name.as_str(), told.as_str()];
        assert_eq!(
            called_both(&window, Role::ListItem, both),
            1,
            "its row in {language}"
        );
        // With a carbon factor that does not vary, carbon dioxide is as likely to fall as far.
        assert_eq!(called(&window, Role::Label, &told), 2, "both cards in {language}");
        apply(&mut window, Command::ShowScreen(Screen::Track));
        let ledger = TrackCommand::ShowPage(TrackPage::Ledger);
        apply(&mut window, Command::Track(ledger));
        assert_eq!(
            called_both(&window, Role::Button, both),
            1,
            "the ledger in {language}"
        );
        // The mid-term figures end in 2013.
        let from = say_with(language, "likely-told-from", &[("told", &told), ("year", "2014")]);
        assert_eq!(called(&window, Role::Label, &from), 1, "the detail in {language}");
        let ensemble = session(&window).ensemble().unwrap();
        let share = chance(ensemble.chance(target(&window)).unwrap(), language);
        assert!(
            called(&window, Role::Label, &share) >= 1,
            "the column in {language}"
        );
    }
}

#[test]
fn a_rail_says_it_where_there_is_no_room_for_rows() {
    for language in Language::ALL {
        let window = uncertain(language, Vec2::new(1024.0, 640.0));
        let told = told(&window, language);
        let name = name(&window, "energy-intensity", language);
        assert_eq!(
            called_both(&window, Role::Button, [&name, &told]),
            1,
            "{language}"
        );
    }
}

#[test]
fn only_targets_that_draws_reach_have_a_probability() {
    let window = uncertain(Language::English, Vec2::new(1280.0, 800.0));
    let session = session(&window);
    let document = session.document();
    for (ix, ..) in document.plan().targets() {
        let is_behind = document
            .plan()
            .levers_behind(ix.indicator)
            .contains(&lever(&window));
        let assessment = document.evaluation().assessment(ix).unwrap();
        let has = session.chance(ix).is_some();
        assert_eq!(has, is_behind && assessment.is_judged(), "{ix:?}");
    }
}

#[test]
fn without_spreads_nothing_is_drawn_and_nothing_said() {
    for language in Language::ALL {
        let mut window = usual(language);
        apply(&mut window, Command::OpenExample("mid-term-2013"));
        for screen in [Screen::Explore, Screen::Track] {
            apply(&mut window, Command::ShowScreen(screen));
            let session = session(&window);
            assert!(session.job(&JobKey::Ensemble(session.document().id())).is_none());
            assert!(session.ensemble().is_none());
            let told = say_with(language, "likely-told", &[("share", "")]);
            let column = say(language, "likely-column");
            for role in [Role::ListItem, Role::Label, Role::Button] {
                assert_eq!(called(&window, role, told.trim()), 0);
            }
            let is_column = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
                node.value().or(node.label()).is_some_and(|label| label == column)
            };
            let found = window.query_all(By::new().predicate(move |node| is_column(node)));
            assert_eq!(found.count(), 0, "no column of probabilities");
        }
    }
}

#[test]
fn what_is_said_while_dragging_is_said_to_rest_on_few_draws() {
    let mut window = uncertain(Language::English, Vec2::new(1280.0, 800.0));
    let lever = lever(&window);
    let set = Command::SetRates {
        lever,
        rates: Rates::Constant(4.0),
        phase: Phase::Live,
    };
    // Before the job that follows has ended.
    window.state_mut().session_mut().apply(set);
    let odds = session(&window).chance(target(&window)).unwrap();
    assert!(!odds.is_settled());
    let said = odds.told(Language::English);
    assert!(said.ends_with("before the last change"), "{said}");
    settle(&mut window);
    let said = session(&window)
        .chance(target(&window))
        .unwrap()
        .told(Language::English);
    assert!(said.ends_with("from 512 draws so far"), "{said}");
    apply(&mut window, Command::FinishEdit);
    let odds = session(&window).chance(target(&window)).unwrap();
    assert!(odds.is_settled(), "all draws are made");
    assert!(odds.told(Language::English).ends_with("points)"));
}

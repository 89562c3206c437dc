//! The Track screen: ledger, actuals and map, used through their labels and by keyboard, in both languages.

mod tables;

use egui_kittest::kittest::By;
use planpath::analysis::RateRule;
use planpath::scenario::Actual;
use planpath::scenario::import::FigureKind;
use planpath::session::{MapAxis, Screen, Session, TrackCommand, TrackPage};
use planpath::text::Message;
use planpath::wording::{self, labelled, off_course};

use super::commands::{session, settle};
use super::*;

type Window = Harness<'static, App>;

/// Runs a command, including its work on other threads.
fn apply(window: &mut Window, command: Command) {
    super::commands::apply(window, command);
    settle(window);
}

fn click(window: &mut Window, label: &str) {
    super::commands::click(window, label);
    settle(window);
}

fn click_part(window: &mut Window, label: &str) {
    super::commands::click_part(window, label);
    settle(window);
}

/// A window on a page of the Track screen, with the mid-term figures.
fn tracking(language: Language, page: TrackPage) -> Window {
    let mut window = usual(language);
    apply(&mut window, Command::OpenExample("mid-term-2013"));
    click(&mut window, &say(language, Screen::Track.label()));
    click(&mut window, &say(language, page.label()));
    assert_eq!(session(&window).track_page(), page);
    window
}

fn ix(session: &Session, id: &str) -> planpath::plan::IndicatorIx {
    session.document().plan().find(id).unwrap()
}

fn level(window: &Window, id: &str) -> f64 {
    let document = session(window).document();
    *document
        .projection()
        .levels(document.plan().find(id).unwrap())
        .unwrap()
        .last()
        .unwrap()
}

/// Scrolls to a control with this name.
fn reveal(window: &mut Window, role: Role, label: &str) {
    window.get_by_role_and_label(role, label).scroll_to_me();
    settle(window);
}

/// The positions of everything with this name.
fn places(window: &Window, label: &str) -> Vec<egui::Rect> {
    window.query_all_by_label(label).map(|node| node.rect()).collect()
}

/// Opens something and clicks a label in it, not one that was there before.
fn click_new(window: &mut Window, open: impl FnOnce(&mut Window), label: &str) {
    let before = places(window, label);
    open(window);
    let is_new = |node: &egui_kittest::Node<'_>| !before.contains(&node.rect());
    let mut found = window.query_all_by_label(label).filter(is_new);
    found
        .next()
        .unwrap_or_else(|| panic!("{label} did not come up"))
        .click_accesskit();
    drop(found);
    settle(window);
}

/// Chooses a list entry.
fn choose(window: &mut Window, list: &str, entry: &str) {
    reveal(window, Role::ComboBox, list);
    let open = |window: &mut Window| {
        window.get_by_role_and_label(Role::ComboBox, list).click();
        settle(window);
    };
    click_new(window, open, entry);
}

/// The ledger row whose text begins with an indicator's name.
fn ledger_row(window: &mut Window, name: &str) {
    let is_row = |window: &Window| {
        window
            .query_all(By::new().role(Role::Button).label_contains(name))
            .next()
            .is_some()
    };
    // Rows out of view are not drawn; scrolling the ledger brings them up.
    for _ in 0..40 {
        if is_row(window) {
            break;
        }
        window.hover_at(egui::pos2(300.0, 250.0));
        window.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -40.0),
            modifiers: Modifiers::NONE,
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
        });
        settle(window);
    }
    window
        .query_all(By::new().role(Role::Button).label_contains(name))
        .next()
        .unwrap_or_else(|| panic!("no row for {name}"))
        .click_accesskit();
    settle(window);
}

#[test]
fn a_plan_under_way_is_tracked() {
    for language in Language::ALL {
        let mut window = tracking(language, TrackPage::Ledger);
        // The required rate is rounded up wherever it is shown: 1 − (0.70 / 0.764)^½ = 4.2798 %.
        let water = name(&window, "water-intensity", language);
        ledger_row(&mut window, &water);
        let short = Message::new("rate-fall").with("rate", "4.28").say(language);
        assert!(window.query_all_by_label(&short).next().is_none(), "{short}");
        let enough = Message::new("rate-fall").with("rate", "4.29").say(language);
        assert!(window.query_all_by_label(&enough).count() >= 2, "{enough}");

        let steel = name(&window, "steel-cr10", language);
        ledger_row(&mut window, &steel);
        let now = session(&window);
        let plan = now.document().plan();
        let target = plan.find_target("steel-cr10").unwrap();
        assert_eq!(now.tracked(), Some(target));
        let ledger = now.ledger_of(target).unwrap();
        let why = off_course(plan, now.document().projection(), ledger, language)
            .expect("steel went the wrong way");
        assert!(window.query_by_label(&why).is_some(), "{why}");

        // The years left, in one step.
        click(&mut window, &say(language, wording::pace(RateRule::Required)));
        assert!((level(&window, "steel-cr10") - 60.0).abs() < 1e-9);
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        settle(&mut window);
        assert_eq!(rate(&window, "steel-cr10"), None);

        // Goal-seek: another way, first shown, then set.
        let one_year = Message::new("solve-way-one-year")
            .with("from", 2014)
            .with("end", 2015)
            .say(language);
        choose(&mut window, &say(language, "seek-way"), &one_year);
        choose(&mut window, &say(language, "seek-year"), "2015");
        assert_eq!(rate(&window, "steel-cr10"), None, "seen, not set");
        reveal(&mut window, Role::Button, &say(language, "seek-set"));
        click(&mut window, &say(language, "seek-set"));
        assert!((level(&window, "steel-cr10") - 60.0).abs() < 1e-9);
        assert_eq!(session(&window).document().history().position(), 1);

        // Every target at once.
        click(&mut window, &say(language, "track-reach-all"));
        assert!(session(&window).reached_all().is_some());
        window.key_press(Key::Escape);
        settle(&mut window);
        assert!(session(&window).reached_all().is_none());
        // The dialog's button, not goal-seek's.
        let open = |window: &mut Window| click(window, &say(language, "track-reach-all"));
        click_new(&mut window, open, &say(language, "seek-set"));
        // More than 90: from 82.2, 1.56 points a year reach the line, 1.57 reach 90.05.
        assert!((level(&window, "automobile-cr10") - 90.05).abs() < 1e-9);

        // All levers at a pace.
        let open = |window: &mut Window| click(window, &say(language, "track-all-levers"));
        click_new(
            &mut window,
            open,
            &say(language, wording::pace(RateRule::LastActual)),
        );
        assert!((level(&window, "steel-cr10") - (39.4 - 2.0 * 6.5)).abs() < 1e-9);
        // The menu calls the step by its name.
        click(&mut window, &say(language, "menu-edit"));
        let undo = say_with(
            language,
            "command-undo-step",
            &[("name", &say(language, "change-continued"))],
        );
        click_part(&mut window, &undo);
        assert!((level(&window, "steel-cr10") - 60.0).abs() < 1e-9);
    }
}

#[test]
fn a_rate_between_data_says_so() {
    // 2012 was not entered, so the fall of 2013 is one of two equal ones: 1 − (84.9 / 96.51)^½.
    for (language, said) in [
        (Language::English, "fall 6.21 % a year (interpolated)"),
        (Language::Chinese, "年均下降6.21%（内插）"),
    ] {
        let mut window = tracking(language, TrackPage::Ledger);
        let energy = name(&window, "energy-intensity", language);
        ledger_row(&mut window, &energy);
        assert!(window.query_by_label(said).is_some(), "{said}");
    }
}

#[test]
fn the_map_is_set_by_pointer_and_by_keyboard() {
    for language in Language::ALL {
        let mut window = tracking(language, TrackPage::Map);
        let map = |window: &Window| {
            let nodes = window.query_all(By::new().role(Role::Image));
            let is_map = |node: &egui_kittest::Node<'_>| {
                let label = node.accesskit_node().label().unwrap_or_default();
                label.starts_with(&say(language, "track-page-map").to_string())
            };
            nodes.into_iter().find(is_map).unwrap().rect()
        };
        let place = map(&window);
        window.drag_at(place.center());
        settle(&mut window);
        window.hover_at(place.center() + egui::vec2(40.0, 20.0));
        settle(&mut window);
        window.drop_at(place.center() + egui::vec2(40.0, 20.0));
        settle(&mut window);
        let session_now = session(&window);
        assert_eq!(
            session_now.document().history().position(),
            1,
            "a drag is one step"
        );
        let shown = session_now.map().unwrap().result.as_ref().unwrap();
        // The middle of the map: 20 − 5 halves of the width, and so on; within a pixel's worth of the plot's margins.
        let (x, y) = shown.present;
        assert!((7.0..=10.0).contains(&x), "{x}");
        assert!((3.5..=5.5).contains(&y), "{y}");
        // What is said beside the map has changed, and with it the room of the map.
        let place = map(&window);
        let label = window
            .query_all(By::new().role(Role::Image))
            .find(|node| node.rect() == place)
            .and_then(|node| node.accesskit_node().label())
            .unwrap();
        window.get_by_role_and_label(Role::Image, &label).focus();
        settle(&mut window);
        window.key_press(Key::ArrowRight);
        settle(&mut window);
        let moved = session(&window).map().unwrap().result.as_ref().unwrap().present;
        assert!((moved.0 - x - 0.01).abs() < 0.0051, "{x} {}", moved.0);
        assert!((moved.1 - y).abs() < 0.011);

        let water = name(&window, "water-intensity", language);
        choose(&mut window, &say(language, MapAxis::Across.label()), &water);
        let now = session(&window);
        assert_eq!(
            now.map_axes().unwrap()[0],
            planpath::model::ParameterId::rate(ix(now, "water-intensity"))
        );
    }
}

/// One selection: the ledger, the map and the levers follow each other.
#[test]
fn a_target_selected_on_the_map_is_selected_in_the_ledger() {
    for language in Language::ALL {
        let mut window = tracking(language, TrackPage::Map);
        let [energy, co2] = ["energy-intensity", "co2-intensity"].map(|id| ix(session(&window), id));
        let short = session(&window)
            .document()
            .plan()
            .get(energy)
            .short_name(language)
            .to_owned();
        // Beside the map a row says where the scenario leads: 84.9 at 4.61 % a year for two years is 22.74 % down.
        let row = By::new().role(Role::Button).predicate(move |node| {
            let label = node.label().unwrap_or_default();
            label.starts_with(&short) && label.contains("22.74")
        });
        window.get(row).click_accesskit();
        settle(&mut window);
        let now = session(&window);
        assert_eq!(now.view().selected(now.document().plan()), Some(energy));
        assert_eq!(now.tracked().map(|target| target.indicator), Some(energy));
        apply(&mut window, Command::Select(co2));
        assert_eq!(
            session(&window).tracked().map(|target| target.indicator),
            Some(co2)
        );
        click(&mut window, &say(language, TrackPage::Ledger.label()));
        let energy_name = name(&window, "energy-intensity", language);
        ledger_row(&mut window, &energy_name);
        let now = session(&window);
        assert_eq!(now.view().selected(now.document().plan()), Some(energy));
    }
}

#[test]
fn every_page_asks_for_no_repaint_once_it_is_settled() {
    for page in TrackPage::ALL {
        let mut window = tracking(Language::English, page);
        window.step();
        let viewport = &window.output().viewport_output[&egui::ViewportId::ROOT];
        assert_eq!(viewport.repaint_delay, std::time::Duration::MAX, "{page:?}");
    }
}

#[test]
#[allow(
    clippy::redundant_closure_for_method_calls,
    reason = "the method alone has too narrow a lifetime"
)]
fn every_control_of_every_page_is_reached_by_keyboard() {
    for page in TrackPage::ALL {
        let mut window = tracking(Language::English, page);
        apply(&mut window, Command::Track(TrackCommand::ShowPage(page)));
        let mut reached = std::collections::BTreeSet::new();
        for _ in 0..200 {
            window.key_press(Key::Tab);
            settle(&mut window);
            let focused = window
                .query_all(By::new().predicate(|node| node.is_focused()))
                .find(|node| node.accesskit_node().role() != Role::Window);
            let Some(focused) = focused else { continue };
            let place = focused.rect();
            let access = focused.accesskit_node();
            assert!(
                place.top() >= 0.0 && place.bottom() <= 800.0,
                "{:?} {:?} is out of sight at {place}",
                access.role(),
                access.label()
            );
            reached.insert(format!("{:?}", access.id()));
        }
        // 24 targets with paces and goal-seek; 22 levers with five years each; levers and axes.
        let least = match page {
            TrackPage::Ledger => 20,
            TrackPage::Actuals => 120,
            TrackPage::Map => 60,
        };
        assert!(reached.len() > least, "{page:?}: Tab reaches {}", reached.len());
    }
}

/// What is said of a target has parts that may be missing, which must not push the others onto each other.
#[test]
fn what_is_said_of_a_target_without_data_stands_apart() {
    for language in Language::ALL {
        let mut window = usual(language);
        apply(&mut window, Command::OpenExample("growth-first"));
        click(&mut window, &say(language, Screen::Track.label()));
        let outcome = Message::new("track-verdict")
            .with("verdict", "|")
            .with("evidence", "")
            .say(language);
        let begins = outcome
            .split('|')
            .next()
            .unwrap()
            .replace(['\u{2068}', '\u{2069}'], "");
        let labels = || {
            let labels = window.get_all_by_role(Role::Label);
            labels.map(|label| (label.value().unwrap_or_default(), label.rect()))
        };
        let (_, place) = labels()
            .find(|(text, _)| text.starts_with(begins.trim()))
            .unwrap();
        // Rows of the ledger that are scrolled away lie behind it; the name and the standing are beside it.
        let document = session(&window).document();
        let name = document
            .plan()
            .get(ix(session(&window), "value-added"))
            .name
            .get(language);
        let standing = say(language, wording::standing(planpath::model::Standing::Unknown));
        let is_beside = |text: &str| text == name || text.ends_with(standing.as_ref());
        assert!(labels().any(|(text, other)| is_beside(&text) && (other.top() - place.top()).abs() < 1.0));
        let over: Vec<_> = labels()
            .filter(|(text, other)| is_beside(text) && other.intersects(place.shrink(1.0)))
            .collect();
        assert!(over.is_empty(), "{language:?}: {over:?}");
    }
}

//! Text being typed: it is kept before its field loses focus, and no way of leaving a field loses it.

use eframe::egui::{Event, ViewportEvent, ViewportId};
use planpath::scenario::Actual;
use planpath::session::{AppDirs, Screen, Session, TrackCommand, TrackPage};

use super::*;

type Window = Harness<'static, App>;

const EN: Language = Language::English;

fn start(places: Option<&AppDirs>) -> Window {
    let places = places.cloned();
    let mut window = Harness::builder()
        .with_size(Vec2::new(1280.0, 800.0))
        .with_max_steps(20)
        .build_eframe(move |creation| App::new(creation, None, Some(EN), places.as_ref()).unwrap());
    window.state_mut().session_mut().wait_for_jobs();
    window.run();
    window
}

fn session(window: &Window) -> &Session {
    window.state().session()
}

fn apply(window: &mut Window, command: Command) {
    window.state_mut().session_mut().apply(command);
    settle(window);
}

fn settle(window: &mut Window) {
    window.run();
    window.state_mut().session_mut().wait_for_jobs();
    window.run();
}

/// A field of the program, and what becomes of text typed into it.
#[derive(Clone, Copy, Debug)]
enum Field {
    Rate,
    Year,
    Note,
    Cell,
    Source,
}

impl Field {
    const ALL: [Self; 5] = [Self::Rate, Self::Year, Self::Note, Self::Cell, Self::Source];

    const fn typed(self) -> &'static str {
        match self {
            Self::Rate | Self::Year => "7.25",
            Self::Cell => "36.5",
            Self::Note | Self::Source => "because",
        }
    }

    /// Focuses the field.
    fn enter(self, window: &mut Window) {
        let rate = name(window, "value-added", EN);
        let steel = name(window, "steel-cr10", EN);
        let named = |id, name: &str| say_with(EN, id, &[("name", name)]);
        let (role, label) = match self {
            Self::Rate => (Role::SpinButton, rate),
            Self::Year | Self::Note => {
                window.get_by_label(&named("lever-more", &rate)).click();
                window.run();
                if matches!(self, Self::Year) {
                    let label = say_with(EN, "year-rate", &[("name", &rate), ("year", "2013")]);
                    (Role::SpinButton, label)
                } else {
                    (Role::MultilineTextInput, named("lever-note", &rate))
                }
            }
            Self::Cell | Self::Source => {
                apply(window, Command::ShowScreen(Screen::Track));
                apply(window, Command::Track(TrackCommand::ShowPage(TrackPage::Actuals)));
                let ix = session(window).document().plan().find("steel-cr10").unwrap();
                let look = planpath::session::ActualsCommand::Look(ix);
                apply(window, Command::Actuals(look));
                if matches!(self, Self::Cell) {
                    let label = say_with(EN, "actuals-cell", &[("name", &steel), ("year", "2014")]);
                    (Role::TextInput, label)
                } else {
                    let label = planpath::wording::labelled(&steel, &say(EN, "series-source"), EN);
                    (Role::MultilineTextInput, label)
                }
            }
        };
        window.get_by_role_and_label(role, &label).scroll_to_me();
        window.run();
        window.get_by_role_and_label(role, &label).focus();
        window.run();
        window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        window.run();
    }

    /// Whether the text is in the document.
    fn is_in(self, session: &Session) -> bool {
        let document = session.document();
        let (plan, scenario) = (document.plan(), document.scenario());
        let find = |id| plan.find(id).unwrap();
        match self {
            Self::Rate => scenario.rates.get(find("value-added")) == Some(&Rates::Constant(7.25)),
            Self::Year => matches!(
                scenario.rates.get(find("value-added")),
                Some(Rates::Yearly(rates)) if (rates[2] - 7.25).abs() < 1e-9
            ),
            Self::Note => scenario
                .notes
                .get(find("value-added"))
                .is_some_and(|note| note.get(EN) == "because"),
            Self::Cell => session.given(find("steel-cr10"), 2014) == [Actual::Level(36.5)],
            Self::Source => scenario
                .series
                .get(find("steel-cr10"))
                .is_some_and(|info| info.source.get(EN) == "because"),
        }
    }
}

fn close_by_the_frame(window: &mut Window) {
    let viewport = window.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    viewport.events.push(ViewportEvent::Close);
}

#[test]
fn what_is_typed_and_not_taken_is_in_the_recovery_copy() {
    for field in Field::ALL {
        let folder = tempfile::tempdir().unwrap();
        let places = AppDirs::in_folder(folder.path());
        let mut window = start(Some(&places));
        field.enter(&mut window);
        window.event(Event::Text(field.typed().to_owned()));
        window.run();
        assert!(!field.is_in(session(&window)), "{field:?} is not left yet");
        // As after a kill: the user was not asked, and ordered writes complete.
        drop(window);

        let mut window = start(Some(&places));
        assert_eq!(session(&window).offers().len(), 1, "{field:?}");
        apply(&mut window, Command::Recover(0));
        assert!(field.is_in(session(&window)), "{field:?}");
    }
}

#[test]
fn typed_and_saved_in_one_moment_is_in_the_file() {
    for field in Field::ALL {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("typed.ron");
        let mut window = usual(EN);
        apply(&mut window, Command::SaveTo(path.clone()));
        field.enter(&mut window);
        let events = [Event::Text(field.typed().to_owned()), pressed(Key::S)];
        window.input_mut().events.extend(events);
        window.step();
        settle(&mut window);
        assert!(field.is_in(session(&window)), "{field:?}");
        assert!(!session(&window).document().is_changed(), "{field:?}");
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(field.typed()), "{field:?}: {text}");
    }
}

fn pressed(key: Key) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::COMMAND,
    }
}

#[test]
fn who_saves_goes_on_typing() {
    for (field, more, all) in [
        (Field::Rate, "5", "7.255"),
        (Field::Note, " of it", "because of it"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("typed.ron");
        let mut window = usual(EN);
        apply(&mut window, Command::SaveTo(path.clone()));
        field.enter(&mut window);
        let saved = |window: &mut Window, text: &str| {
            let events = [Event::Text(text.to_owned()), pressed(Key::S)];
            window.input_mut().events.extend(events);
            window.step();
            settle(window);
            std::fs::read_to_string(&path).unwrap()
        };
        assert!(saved(&mut window, field.typed()).contains(field.typed()));
        let text = saved(&mut window, more);
        assert!(text.contains(all), "{field:?}: {text}");
    }
}

/// On a slow computer many keys share a frame.
#[test]
fn keys_of_one_moment_count_in_their_order_and_none_is_dropped() {
    for is_typed in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("first.ron");
        let mut window = usual(EN);
        apply(&mut window, Command::SaveTo(path.clone()));
        let field = Field::ALL[0];
        field.enter(&mut window);
        let mut events = vec![Event::Text(field.typed().to_owned())];
        if !is_typed {
            window.input_mut().events.append(&mut events);
            window.run();
            apply(&mut window, Command::FinishEdit);
            window.key_press(Key::Enter);
            settle(&mut window);
        }
        // Save first, then duplicate: the copy is the one without a file.
        events.extend([pressed(Key::S), pressed(Key::D)]);
        window.input_mut().events.extend(events);
        window.step();
        settle(&mut window);
        assert!(session(&window).path_prompt().is_none(), "{is_typed}");
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(field.typed()), "{is_typed}: {text}");
        assert_eq!(session(&window).documents().len(), 2, "{is_typed}");
        assert_eq!(session(&window).document().path(), None, "{is_typed}");
        // Twice in one frame is twice.
        window
            .input_mut()
            .events
            .extend([pressed(Key::D), pressed(Key::D)]);
        window.step();
        settle(&mut window);
        assert_eq!(session(&window).documents().len(), 4, "{is_typed}");
    }
}

#[test]
fn a_window_closed_by_its_frame_while_something_is_typed_asks() {
    for is_in_one_moment in [false, true] {
        for field in Field::ALL {
            let mut window = usual(EN);
            field.enter(&mut window);
            window
                .input_mut()
                .events
                .push(Event::Text(field.typed().to_owned()));
            if !is_in_one_moment {
                window.run();
            }
            close_by_the_frame(&mut window);
            window.step();
            window.run();
            assert!(
                matches!(session(&window).question(), Some(Prompt::UnsavedChanges(_))),
                "{field:?}"
            );
            assert!(field.is_in(session(&window)), "{field:?}");
        }
    }
}

#[test]
fn a_field_that_goes_away_is_left_like_any_other() {
    for field in Field::ALL {
        let mut window = usual(EN);
        field.enter(&mut window);
        window.event(Event::Text(field.typed().to_owned()));
        window.run();
        // The lever is collapsed, or the screen changed, and focus stays where it was.
        match field {
            Field::Year | Field::Note => {
                let rate = name(&window, "value-added", EN);
                let fold = say_with(EN, "lever-more", &[("name", &rate)]);
                window.get_by_label(&fold).click_accesskit();
            }
            Field::Rate => apply(&mut window, Command::ShowScreen(Screen::Report)),
            Field::Cell | Field::Source => apply(&mut window, Command::ShowScreen(Screen::Explore)),
        }
        window.run();
        assert!(field.is_in(session(&window)), "{field:?}");
        assert_eq!(session(&window).document().history().len(), 1, "{field:?}");
        assert_eq!(session(&window).typing(), None, "{field:?}");
    }
}

#[test]
fn what_is_typed_is_given_up_by_escape_and_not_carried_into_another_document() {
    let mut window = usual(EN);
    Field::Rate.enter(&mut window);
    window.event(Event::Text("7.25".to_owned()));
    window.run();
    assert!(session(&window).typing().is_some());
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(session(&window).typing(), None);
    assert_eq!(session(&window).document().history().len(), 0);

    Field::Rate.enter(&mut window);
    window.event(Event::Text("7.25".to_owned()));
    window.run();
    apply(&mut window, Command::OpenExample(EXAMPLES[1].id));
    window.key_press(Key::Tab);
    window.run();
    assert!(!session(&window).document().is_changed());
    let other = session(&window).documents()[0].id();
    apply(&mut window, Command::Show(other));
    assert!(Field::Rate.is_in(session(&window)));
}

#[test]
fn what_no_field_would_take_is_in_the_recovery_copy_too() {
    for field in [Field::Rate, Field::Year, Field::Cell] {
        let folder = tempfile::tempdir().unwrap();
        let places = AppDirs::in_folder(folder.path());
        let mut window = start(Some(&places));
        field.enter(&mut window);
        window.event(Event::Text("5 or so".to_owned()));
        window.run();
        // And while no more is typed.
        window.run();
        drop(window);

        let mut window = start(Some(&places));
        assert_eq!(session(&window).offers().len(), 1, "{field:?}");
        apply(&mut window, Command::Recover(0));
        assert!(!field.is_in(session(&window)), "{field:?}");
        let steel = session(&window).document().plan().find("steel-cr10").unwrap();
        let in_cell = session(&window).refused(steel, 2014);
        let notices = session(&window).notices();
        match field {
            Field::Cell => assert_eq!(in_cell.unwrap().text, "5 or so"),
            _ => assert!(notices[0].headline(EN).contains("5 or so"), "{field:?}"),
        }
    }
}

#[test]
fn what_is_no_figure_and_is_left_leaves_the_rate_as_it_was() {
    let mut window = usual(EN);
    Field::Rate.enter(&mut window);
    window.event(Event::Text("5 or so".to_owned()));
    window.run();
    assert!(session(&window).typing().is_some());
    window.key_press(Key::Tab);
    window.run();
    assert_eq!(session(&window).typing(), None);
    assert!(!session(&window).document().is_changed());
    assert!(session(&window).notices().is_empty());
}

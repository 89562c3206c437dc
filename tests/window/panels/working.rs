//! Notes shown while another thread is working. The session is drawn here without being polled, so no job result
//! arrives until the test lets it.

use std::sync::Arc;

use planpath::session::{ActualsCommand, ImportCommand, JobKey, Screen, Session, TrackCommand, TrackPage};
use planpath::text::Message;
use planpath::ui;

use super::*;

type Drawn = Harness<'static, (Session, Vec<Command>)>;

/// The panels alone, with the commands they send.
fn drawn(language: Language, page: TrackPage) -> Drawn {
    let mut session = crate::on_plan(Session::new(language, Arc::new(|| ())).unwrap());
    session.apply(Command::HideHints);
    session.apply(Command::OpenExample("mid-term-2013"));
    session.apply(Command::ShowScreen(Screen::Track));
    session.apply(Command::Track(TrackCommand::ShowPage(page)));
    let mut is_new = true;
    Harness::builder()
        .with_size(Vec2::new(1280.0, 800.0))
        .with_max_steps(20)
        .build_ui_state(
            move |ui, (session, sent): &mut (Session, Vec<Command>)| {
                if std::mem::take(&mut is_new) {
                    ui::apply_theme(ui.ctx());
                    ui.ctx().set_fonts(ui::definitions(language));
                }
                sent.extend(ui::draw(ui, session));
            },
            (session, Vec::new()),
        )
}

fn apply(window: &mut Drawn, command: Command) {
    window.state_mut().0.apply(command);
    // Progress is checked repeatedly, so this window need not come to rest.
    window.step();
    window.step();
}

/// Lets all results arrive.
fn settle(window: &mut Drawn) {
    window.state_mut().0.wait_for_jobs();
    window.step();
    window.step();
}

#[test]
fn a_map_an_answer_and_a_proposal_say_that_they_are_at_work() {
    for language in Language::ALL {
        let working = say(language, "job-working");
        let says = |window: &Drawn| window.query_all_by_label(&working).count();
        let water = |window: &Drawn| {
            let plan = window.state().0.document().plan();
            plan.find("water-intensity").unwrap()
        };
        for page in [TrackPage::Map, TrackPage::Ledger] {
            let mut window = drawn(language, page);
            window.step();
            assert!(says(&window) > 0, "{page:?}: there is nothing yet");
            settle(&mut window);
            assert_eq!(says(&window), 0, "{page:?}");
            let pictures = |window: &Drawn| window.query_all_by_role(Role::Image).count();
            let before = pictures(&window);
            let (lever, rates) = (water(&window), Rates::Constant(3.0));
            let phase = Phase::Done;
            apply(&mut window, Command::SetRates { lever, rates, phase });
            assert_eq!(says(&window), 1, "{page:?}");
            assert_eq!(pictures(&window), before, "{page:?}: the last result stays");
            settle(&mut window);
            assert_eq!(says(&window), 0, "{page:?}");
        }
        let mut window = drawn(language, TrackPage::Actuals);
        apply(&mut window, Command::Track(TrackCommand::ShowReachAll(true)));
        assert_eq!(says(&window), 1);
        let label = say(language, "seek-set");
        let set = |window: &Drawn| {
            let button = window.get_by_role_and_label(Role::Button, &label);
            !button.accesskit_node().is_disabled()
        };
        assert!(!set(&window), "there is nothing to set yet");
        settle(&mut window);
        assert_eq!(says(&window), 0);
        assert!(set(&window));
    }
}

#[test]
fn a_table_is_taken_only_as_it_is_shown() {
    for language in Language::ALL {
        let mut window = drawn(language, TrackPage::Actuals);
        let text = "\t2014\nsteel-cr10\t36.5\n".to_owned();
        let paste = ActualsCommand::Paste { text, at: None };
        apply(&mut window, Command::Actuals(paste));
        settle(&mut window);
        let take = Message::new("import-take").with("count", 1_usize).say(language);
        let can_take = |window: &Drawn| {
            let button = window.get_by_role_and_label(Role::Button, &take);
            !button.accesskit_node().is_disabled()
        };
        assert!(can_take(&window));
        let hidden = ActualsCommand::Import(ImportCommand::TakeHidden(true));
        apply(&mut window, Command::Actuals(hidden));
        assert!(!can_take(&window));
        assert!(window.query_by_label(&say(language, "job-working")).is_some());
        settle(&mut window);
        assert!(can_take(&window));
        assert!(window.query_by_label(&say(language, "job-working")).is_none());
    }
}

#[test]
fn a_table_that_is_read_says_so_and_can_be_called_off() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("实绩.csv");
        std::fs::write(&path, "指标,2014\nsteel-cr10,36.5\n").unwrap();
        let mut window = drawn(language, TrackPage::Actuals);
        let name = Message::new("job-reading").with("name", "实绩.csv").say(language);
        let name = name.trim_end_matches(['.', '…']).to_owned();
        apply(&mut window, Command::Actuals(ActualsCommand::ImportPath(path)));
        assert!(window.query_by_label_contains(&name).is_some(), "{name}");
        window.get_by_label(&say(language, "answer-cancel")).click();
        window.step();
        let id = window.state().0.document().id();
        let sent = std::mem::take(&mut window.state_mut().1);
        assert_eq!(sent, [Command::CancelJob(JobKey::ReadTable(id))]);
        for command in sent {
            apply(&mut window, command);
        }
        settle(&mut window);
        assert!(window.query_by_label_contains(&name).is_none());
        assert!(window.state().0.import().is_none());
        // Nothing is checked any more, so nothing is redrawn.
        window.run();
        let viewport = &window.output().viewport_output[&egui::ViewportId::ROOT];
        assert_eq!(viewport.repaint_delay, std::time::Duration::MAX);
    }
}

//! Spreads of rates, set as the window sets them.

use planpath::scenario::{Spread, Uncertainty, Years};
use planpath::session::{DrawChoice, Screen, SpreadScope, UncertaintyCommand};

use super::*;

fn give(session: &mut Session, id: &str, spread: Spread, years: Years, phase: Phase) {
    let lever = lever(session, id);
    session.apply(Command::Uncertainty(UncertaintyCommand::Set {
        lever,
        uncertainty: Uncertainty { spread, years },
        phase,
    }));
}

fn spread(session: &Session, id: &str) -> Option<Spread> {
    let document = session.document();
    document.spread(lever(session, id)).map(|found| found.spread)
}

#[test]
fn a_spread_on_an_assumed_lever_states_its_rate_in_one_step() {
    let mut session = session();
    assert_eq!(rate(&session, "value-added"), None);
    let lever = lever(&session, "value-added");
    session.apply(Command::Uncertainty(UncertaintyCommand::Begin(lever)));
    // The plan asks for 8 % a year; the slider reaches from −5 to 20.
    assert_eq!(rate(&session, "value-added"), Some(Rates::Constant(8.0)));
    assert_eq!(spread(&session, "value-added"), Some(Spread::Normal { sd: 1.0 }));
    let said: Vec<String> = session
        .notices()
        .iter()
        .map(|notice| notice.headline(Language::English))
        .collect();
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("8.00 %"), "{said:?}");
    assert_eq!(session.document().history().len(), 1);
    session.apply(Command::Undo);
    assert_eq!(rate(&session, "value-added"), None);
    assert_eq!(spread(&session, "value-added"), None);
    session.apply(Command::Redo);
    assert_eq!(rate(&session, "value-added"), Some(Rates::Constant(8.0)));
}

#[test]
fn a_stated_rate_stays_as_it_is() {
    let mut session = session();
    set(&mut session, "value-added", 7.0, Phase::Done);
    give(
        &mut session,
        "value-added",
        Spread::Uniform { min: -1.0, max: 2.0 },
        Years::Independent,
        Phase::Done,
    );
    assert_eq!(rate(&session, "value-added"), Some(Rates::Constant(7.0)));
    assert!(session.notices().is_empty(), "there is nothing to tell");
}

#[test]
fn a_drag_of_the_width_is_one_step_and_can_be_taken_back() {
    let mut session = session();
    let normal = |sd| Spread::Normal { sd };
    give(
        &mut session,
        "value-added",
        normal(1.0),
        Years::SameDraw,
        Phase::Done,
    );
    for sd in [1.1, 1.2, 1.3] {
        give(
            &mut session,
            "value-added",
            normal(sd),
            Years::SameDraw,
            Phase::Live,
        );
    }
    session.apply(Command::FinishEdit);
    assert_eq!(session.document().history().len(), 2);
    session.apply(Command::Undo);
    assert_eq!(spread(&session, "value-added"), Some(normal(1.0)));
    give(
        &mut session,
        "value-added",
        normal(2.0),
        Years::SameDraw,
        Phase::Live,
    );
    session.apply(Command::CancelEdit);
    assert_eq!(spread(&session, "value-added"), Some(normal(1.0)));
}

#[test]
fn what_is_no_spread_is_refused_and_says_what_to_do() {
    let faulty = [
        (Spread::Normal { sd: 0.0 }, Years::SameDraw),
        (Spread::Normal { sd: f64::NAN }, Years::SameDraw),
        (Spread::Uniform { min: 1.0, max: 1.0 }, Years::SameDraw),
        (
            Spread::Triangular {
                min: 0.0,
                mode: 2.0,
                max: 1.0,
            },
            Years::SameDraw,
        ),
        (Spread::Normal { sd: 1.0 }, Years::Correlated(1.0)),
        (Spread::Normal { sd: 1.0 }, Years::Correlated(f64::NAN)),
    ];
    for (wrong, years) in faulty {
        let mut session = session();
        give(&mut session, "value-added", wrong, years, Phase::Done);
        assert_eq!(spread(&session, "value-added"), None, "{wrong:?} {years:?}");
        assert_eq!(rate(&session, "value-added"), None, "nothing is half done");
        for language in Language::ALL {
            assert!(session.notices()[0].remedy(language).is_some());
        }
    }
}

#[test]
fn one_share_of_every_rate_is_one_step() {
    let mut session = session();
    set(&mut session, "value-added", 7.0, Phase::Done);
    set(&mut session, "carbon-factor", 0.0, Phase::Done);
    let everywhere = |scope, percent| Command::Uncertainty(UncertaintyCommand::Everywhere { percent, scope });
    session.apply(everywhere(SpreadScope::Stated, 10.0));
    assert_eq!(
        spread(&session, "value-added"),
        Some(Spread::Uniform { min: -0.7, max: 0.7 })
    );
    assert_eq!(
        spread(&session, "carbon-factor"),
        None,
        "a rate of 0 has no share"
    );
    assert_eq!(
        spread(&session, "energy-intensity"),
        None,
        "its rate is not stated"
    );
    let said = session.notices()[0].headline(Language::English);
    assert!(said.contains("Carbon factor"), "the fixed one is named: {said}");
    session.apply(Command::Undo);
    assert_eq!(spread(&session, "value-added"), None);

    session.apply(everywhere(SpreadScope::All, 10.0));
    assert!(spread(&session, "energy-intensity").is_some());
    assert!(rate(&session, "energy-intensity").is_some(), "stated as well");
    assert_eq!(session.document().history().position(), 3);
    for percent in [0.0, -1.0, 101.0, f64::NAN] {
        session.apply(everywhere(SpreadScope::All, percent));
        assert_eq!(session.document().history().position(), 3, "{percent}");
    }
}

#[test]
fn years_that_are_all_actual_leave_nothing_to_be_uncertain() {
    let mut session = session();
    let lever = lever(&session, "value-added");
    session.apply(Command::Uncertainty(UncertaintyCommand::Begin(lever)));
    assert_eq!(session.document().uncertain().collect::<Vec<_>>(), [lever]);
    for year in 2011..=2015 {
        session.apply(Command::Actuals(planpath::session::ActualsCommand::Type {
            indicator: lever,
            year,
            text: "8".to_owned(),
        }));
    }
    assert!(session.document().spread(lever).is_some(), "what was set is kept");
    assert_eq!(session.document().uncertain().count(), 0);
}

#[test]
fn a_spread_is_written_to_the_file() {
    let (_folder, path) = folder_with("mid-term.ron");
    let mut session = opened(&path);
    give(
        &mut session,
        "value-added",
        Spread::Normal { sd: 1.5 },
        Years::Correlated(0.6),
        Phase::Done,
    );
    session.apply(Command::Save);
    session.wait_for_jobs();
    if session.document().is_changed() {
        // The example has comments or another format: it is asked first.
        session.apply(Command::SaveTo(path.clone()));
        session.wait_for_jobs();
    }
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("uncertainty"), "{text}");
    let read = opened(&path);
    let lever = lever(&read, "value-added");
    let found = read.document().spread(lever).unwrap();
    assert_eq!(found.spread, Spread::Normal { sd: 1.5 });
    assert_eq!(found.years, Years::Correlated(0.6));
}

fn draws(session: &mut Session, size: u64) {
    let choice = DrawChoice {
        size,
        ..session.draw_choice()
    };
    session.apply(Command::Uncertainty(UncertaintyCommand::Draw(choice)));
}

#[test]
fn draws_are_a_job_that_no_command_waits_for_and_the_latest_state_counts() {
    let expected = {
        let mut direct = session();
        draws(&mut direct, 1 << 14);
        set(&mut direct, "energy-intensity", 4.0, Phase::Done);
        give(
            &mut direct,
            "energy-intensity",
            Spread::Normal { sd: 0.5 },
            Years::SameDraw,
            Phase::Done,
        );
        direct.apply(Command::ShowScreen(Screen::Uncertainty));
        direct.wait_for_jobs();
        direct.ensemble().unwrap().clone()
    };
    let mut session = session();
    draws(&mut session, 1 << 14);
    give(
        &mut session,
        "energy-intensity",
        Spread::Normal { sd: 0.5 },
        Years::SameDraw,
        Phase::Done,
    );
    session.apply(Command::ShowScreen(Screen::Uncertainty));
    let key = JobKey::Ensemble(session.document().id());
    assert!(session.job(&key).is_some(), "a job");
    assert!(session.draws().is_none(), "no command has waited for it");
    for rate in [5.0, 4.5, 4.0] {
        set(&mut session, "energy-intensity", rate, Phase::Live);
    }
    session.wait_for_jobs();
    // A drag is shown with few draws, and refined once it ends.
    assert_eq!(session.ensemble().unwrap().size, planpath::session::QUICK_DRAWS);
    session.apply(Command::FinishEdit);
    session.wait_for_jobs();
    let found = session.ensemble().unwrap();
    assert_eq!(found.size, 1 << 14);
    assert_eq!(*found, expected);
    assert_eq!(
        session.earlier_draws().len(),
        1,
        "how the probability has settled"
    );
    assert!(session.job(&key).is_none(), "nothing is left to do");
}

#[test]
fn the_probability_of_one_rate_is_that_of_its_distribution() {
    let mut session = session();
    draws(&mut session, 1 << 13);
    set(&mut session, "energy-intensity", 5.0, Phase::Done);
    give(
        &mut session,
        "energy-intensity",
        Spread::Normal { sd: 0.5 },
        Years::SameDraw,
        Phase::Done,
    );
    session.apply(Command::ShowScreen(Screen::Uncertainty));
    session.wait_for_jobs();
    let plan = session.document().plan();
    let (target, _) = plan.main_target(lever(&session, "energy-intensity")).unwrap();
    let p = session.ensemble().unwrap().chance(target).unwrap().p;
    // Φ((5 − 4.6050426316) / 0.5): methods, reference values.
    assert!((p - 0.785_211_217_8).abs() <= 1.0 / f64::from(1 << 13), "{p}");
    let drawn = session.draws().unwrap().unwrap();
    let met: f64 = drawn.bins.iter().map(|bin| bin.share).sum();
    assert!((met - 1.0).abs() < 1e-9, "every draw is in a bar");
    assert!(
        session.ranking().is_some(),
        "which rates matter is worked out as well"
    );
}

#[test]
fn draws_can_be_stopped_and_begin_again_with_the_next_edit() {
    let mut session = session();
    draws(&mut session, 1 << 20);
    give(
        &mut session,
        "energy-intensity",
        Spread::Normal { sd: 0.5 },
        Years::Independent,
        Phase::Done,
    );
    session.apply(Command::ShowScreen(Screen::Uncertainty));
    let key = JobKey::Ensemble(session.document().id());
    session.apply(Command::CancelJob(key.clone()));
    session.wait_for_jobs();
    assert!(session.job(&key).is_none());
    draws(&mut session, 1 << 10);
    session.wait_for_jobs();
    assert_eq!(session.ensemble().unwrap().size, 1 << 10);
}

#[test]
fn numbers_of_draws_that_cannot_be_made_are_refused() {
    let mut session = session();
    for size in [0, 1_000_000_000_000] {
        draws(&mut session, size);
    }
    assert_eq!(session.notices().len(), 2);
    assert_eq!(session.draw_choice(), DrawChoice::default());
}

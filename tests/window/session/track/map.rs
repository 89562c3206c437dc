//! The feasibility map.
//!
//! Only `poll` handles results from other threads, so without it no job result can have arrived yet.

use super::*;
use planpath::model::{ParameterId, ParameterKind};

#[test]
fn the_map_shows_the_present_point_and_follows_it() {
    let mut session = mid_term();
    track(&mut session, TrackCommand::ShowPage(TrackPage::Map));
    let axes = session.map_axes().unwrap();
    assert_eq!(
        axes,
        ["value-added", "energy-intensity"].map(|id| ParameterId::rate(ix(&session, id)))
    );
    let present = |session: &Session| session.map().unwrap().result.as_ref().unwrap().present;
    let (x, y) = present(&session);
    close(x, 8.0);
    // The plan's even rate: 79 from 100 in five years.
    close(y, (1.0 - 0.79_f64.powf(0.2)) * 100.0);
    for (rates, phase) in [
        ((7.0, 4.0), Phase::Live),
        ((6.5, 3.0), Phase::Live),
        ((6.0, 3.6), Phase::Done),
    ] {
        track(&mut session, TrackCommand::MapTo { rates, phase });
        let (x, y) = present(&session);
        close(x, rates.0);
        close(y, rates.1);
    }
    assert_eq!(steps(&session), 1, "a drag is one step");
    close(
        level(&session, "energy-intensity", 5),
        84.9 * (1.0 - 0.036_f64).powi(2),
    );
    apply(&mut session, Command::Undo);
    close(present(&session).0, 8.0);
}

#[test]
fn the_map_is_worked_out_anew_while_other_levers_move() {
    let mut session = mid_term();
    track(&mut session, TrackCommand::ShowPage(TrackPage::Map));
    let holds = |session: &Session| {
        let map = session.map().unwrap().result.as_ref().unwrap();
        map.holds.iter().filter(|holds| **holds).count()
    };
    let (before, number) = (holds(&session), session.map().unwrap().number);
    // A worse energy mix requires a larger fall in energy intensity.
    let lever = ix(&session, "carbon-factor");
    let rates = Rates::Constant(-2.0);
    let phase = Phase::Live;
    apply(&mut session, Command::SetRates { lever, rates, phase });
    assert!(holds(&session) < before);
    assert!(session.map().unwrap().number > number);
}

#[test]
fn axes_are_chosen_and_change_places() {
    let mut session = mid_term();
    track(&mut session, TrackCommand::ShowPage(TrackPage::Map));
    let (added, energy) = (ix(&session, "value-added"), ix(&session, "energy-intensity"));
    let water = ix(&session, "water-intensity");
    track(
        &mut session,
        TrackCommand::SetAxis(MapAxis::Across, ParameterId::rate(water)),
    );
    assert_eq!(session.map_axes(), Some([water, energy].map(ParameterId::rate)));
    track(
        &mut session,
        TrackCommand::SetAxis(MapAxis::Up, ParameterId::rate(water)),
    );
    assert_eq!(session.map_axes(), Some([energy, water].map(ParameterId::rate)));
    track(
        &mut session,
        TrackCommand::SetAxis(MapAxis::Across, ParameterId::rate(added)),
    );
    assert_eq!(session.map_axes(), Some([added, water].map(ParameterId::rate)));
}

#[test]
fn a_rate_beyond_the_sliders_is_on_the_map_all_the_same() {
    let mut session = mid_term();
    let lever = ix(&session, "value-added");
    session.apply(Command::SetRates {
        lever,
        rates: Rates::Constant(35.0),
        phase: Phase::Done,
    });
    track(&mut session, TrackCommand::ShowPage(TrackPage::Map));
    let map = session.map().unwrap().result.as_ref().unwrap();
    close(map.present.0, 35.0);
    close(map.x.range.1, 35.0);
}

fn show_map(session: &mut Session) {
    session.apply(Command::Track(TrackCommand::ShowPage(TrackPage::Map)));
}

#[test]
fn no_command_works_out_a_map_and_the_last_one_stays() {
    let mut session = mid_term();
    show_map(&mut session);
    assert!(session.map().is_none() && session.is_at_work(JobKey::Map));
    session.wait_for_jobs();
    assert!(!session.is_at_work(JobKey::Map));
    let shown = |session: &Session| {
        let map = session.map().unwrap();
        (map.number, map.result.as_ref().unwrap().present.0)
    };
    let before = shown(&session);
    set(&mut session, "value-added", 6.0);
    assert_eq!(shown(&session), before);
    assert!(session.is_at_work(JobKey::Map));
    // The point shows the scenario as it is now, even on an earlier map.
    close(session.map_present().unwrap().0, 6.0);
    session.wait_for_jobs();
    close(shown(&session).1, 6.0);
}

#[test]
fn of_many_maps_asked_for_the_latest_is_shown_and_no_other() {
    let mut session = mid_term();
    show_map(&mut session);
    session.wait_for_jobs();
    let before = session.map().unwrap().number;
    for rate in 0..50 {
        set(&mut session, "value-added", f64::from(rate) / 10.0);
    }
    session.wait_for_jobs();
    let map = session.map().unwrap();
    assert_eq!(map.number, before + 1);
    close(map.result.as_ref().unwrap().present.0, 4.9);
}

#[test]
fn a_map_is_shown_of_its_own_document_only() {
    let mut session = mid_term();
    show_map(&mut session);
    session.wait_for_jobs();
    let number = session.map().unwrap().number;
    let first = session.document().id();
    session.apply(Command::Duplicate);
    assert_ne!(session.document().id(), first);
    assert!(session.map().is_none());
    // Back before that one is done: its map is not waited for.
    session.apply(Command::Show(first));
    session.wait_for_jobs();
    assert_eq!(session.map().unwrap().number, number + 1);
    // And a request for a closed document goes nowhere.
    session.apply(Command::Duplicate);
    let copy = session.document().id();
    session.apply(Command::Close(copy));
    assert!(session.job(&JobKey::Map(copy)).is_none());
    session.wait_for_jobs();
    assert_eq!(
        session.map().unwrap().number,
        number + 2,
        "that of the document in front alone"
    );
}

#[test]
fn a_click_on_a_map_sets_the_levers_of_that_map() {
    let mut session = mid_term();
    track(&mut session, TrackCommand::ShowPage(TrackPage::Map));
    let water = ix(&session, "water-intensity");
    // The axes are chosen, but the earlier map is still on screen.
    session.apply(Command::Track(TrackCommand::SetAxis(
        MapAxis::Across,
        ParameterId::rate(water),
    )));
    session.apply(Command::Track(TrackCommand::MapTo {
        rates: (7.0, 4.0),
        phase: Phase::Done,
    }));
    assert_eq!(rates(&session, "water-intensity"), None);
    close(level(&session, "energy-intensity", 5), 84.9 * 0.96 * 0.96);
}

#[test]
fn both_output_growths_of_a_lever_are_set_together() {
    let mut session = session("growth-first");
    track(&mut session, TrackCommand::ShowPage(TrackPage::Map));
    let lever = ix(&session, "steel-cr10");
    for (axis, kind) in [
        (MapAxis::Across, ParameterKind::Numerator),
        (MapAxis::Up, ParameterKind::Denominator),
    ] {
        track(
            &mut session,
            TrackCommand::SetAxis(axis, ParameterId::new(lever, kind)),
        );
    }
    let (rates, phase) = ((12.5, 7.25), Phase::Done);
    track(&mut session, TrackCommand::MapTo { rates, phase });
    let expected = Rates::OutputGrowth {
        top: vec![12.5; 5],
        all: vec![7.25; 5],
    };
    assert_eq!(session.document().scenario().rates.get(lever), Some(&expected));
    let stands_at = |session: &Session, (across, up)| {
        let (x, y) = session.map_present().unwrap();
        close(x, across);
        close(y, up);
    };
    stands_at(&session, (12.5, 7.25));
    assert_eq!(steps(&session), 1);
    // A base value is an axis as well, and is set as one.
    let base = ParameterId::new(lever, ParameterKind::Base);
    track(&mut session, TrackCommand::SetAxis(MapAxis::Up, base));
    let rates = (12.5, 50.0);
    track(&mut session, TrackCommand::MapTo { rates, phase });
    assert_eq!(session.document().scenario().bases.get(lever), Some(&50.0));
    stands_at(&session, (12.5, 50.0));
}

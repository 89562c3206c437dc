//! The Decompose screen's session: what is chosen, and the answers, whose figures are those of the pictures.

use planpath::analysis::decomposition::Decomposition;
use planpath::session::{
    DecomposeAgainst, DecomposeCommand, DecomposeFault, DecomposeWay, DecomposedChange, Screen,
};

use super::*;

/// Mid-term 2013 in front, on the Decompose screen.
fn decomposing(commands: &[DecomposeCommand]) -> Session {
    let mut session = session();
    session.apply(Command::OpenExample("mid-term-2013"));
    session.apply(Command::ShowScreen(Screen::Decompose));
    for command in commands {
        session.apply(Command::Decompose(*command));
    }
    session.wait_for_jobs();
    session
}

fn factors(session: &Session) -> &Decomposition {
    match &session.decomposed_now().expect("an answer").result {
        Ok(DecomposedChange::Factors(found)) => found,
        other => panic!("no factors: {other:?}"),
    }
}

fn close(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= 1e-9 * expected.abs().max(1.0),
        "{found} is not {expected}"
    );
}

#[test]
fn the_change_of_emissions_is_taken_apart_by_way_of_the_last_data() {
    let mut session = decomposing(&[]);
    let choice = session.decompose_choice().unwrap();
    assert_eq!(choice.indicator, lever(&session, "co2"), "most levers move it");
    assert_eq!((choice.from, choice.via, choice.to), (2010, Some(2013), 2015));
    // As in the picture: energy intensity set to fall 3 % in 2014 and 2015.
    set(&mut session, "energy-intensity", 3.0, Phase::Done);
    session.wait_for_jobs();
    let found = factors(&session);
    // Value added 10.8, 7.9, 7.6, then 8 % a year; energy intensity −3.49 %, −15.1 % by 2013, then −3 %.
    let value_added = 1.108 * 1.079 * 1.076 * 1.08 * 1.08;
    let level = 100.0 * value_added * 0.849 * 0.97 * 0.97;
    close(found.to.value, level);
    let sum: f64 = found.effects.iter().map(|effect| effect.change).sum();
    close(sum + found.residual, level - 100.0);
    let shown = |(from, to)| -> Vec<String> {
        let sums = found.between_years(from, to);
        sums.iter().map(|sum| format!("{sum:+.1}")).collect()
    };
    assert_eq!(shown((2010, 2013)), ["+26.8", "-17.5", "+0.0"]);
    assert_eq!(shown((2013, 2015)), ["+17.6", "-7.0", "+0.0"]);
    assert_eq!(shown((2010, 2015)), ["+44.4", "-24.5", "+0.0"]);
}

#[test]
fn years_give_way_to_each_other() {
    let session = decomposing(&[DecomposeCommand::To(2013), DecomposeCommand::From(2013)]);
    let choice = session.decompose_choice().unwrap();
    assert_eq!((choice.from, choice.via, choice.to), (2013, None, 2015));
    let session = decomposing(&[DecomposeCommand::From(2013), DecomposeCommand::To(2012)]);
    let choice = session.decompose_choice().unwrap();
    assert_eq!((choice.from, choice.to), (2010, 2012));
    assert_eq!(factors(&session).last_actual, Some(2012), "all years have data");
    let session = decomposing(&[DecomposeCommand::Via(Some(2012))]);
    assert_eq!(session.decompose_choice().unwrap().via, Some(2012));
    let session = decomposing(&[DecomposeCommand::In(DecomposeWay::Direct)]);
    assert_eq!(session.decompose_choice().unwrap().via, None);
    assert!(!factors(&session).is_chained);
}

#[test]
fn another_scenario_is_compared_with_in_one_year() {
    let against = DecomposeAgainst::Example("growth-first");
    let session = decomposing(&[DecomposeCommand::Against(Some(against))]);
    let found = factors(&session);
    assert!(found.years.is_empty());
    close(
        found.effects.iter().map(|effect| effect.change).sum::<f64>() + found.residual,
        found.change(),
    );
    let session = decomposing(&[
        DecomposeCommand::Against(Some(against)),
        DecomposeCommand::In(DecomposeWay::Levers),
    ]);
    let Ok(DecomposedChange::Levers(levers)) = &session.decomposed_now().unwrap().result else {
        panic!("attributed to levers");
    };
    close(levers.change(), found_change(&session));
    // The same scenario twice: nothing differs, and nothing breaks.
    let same = DecomposeAgainst::Example("mid-term-2013");
    let session = decomposing(&[DecomposeCommand::Against(Some(same))]);
    assert!(factors(&session).change().abs() <= 0.0);
}

fn found_change(session: &Session) -> f64 {
    let others = decomposing(&[DecomposeCommand::Against(
        session.decompose_choice().unwrap().against,
    )]);
    factors(&others).change()
}

#[test]
fn a_closed_scenario_is_no_longer_compared_with() {
    let mut session = decomposing(&[]);
    let first = session.document().id();
    session.apply(Command::Duplicate);
    let against = DecomposeAgainst::Document(first);
    assert!(session.decompose_against().contains(&against));
    session.apply(Command::Decompose(DecomposeCommand::Against(Some(against))));
    assert_eq!(session.decompose_choice().unwrap().against, Some(against));
    session.apply(Command::Close(first));
    session.wait_for_jobs();
    assert_eq!(session.decompose_choice().unwrap().against, None);
    assert!(!factors(&session).years.is_empty());
}

#[test]
fn an_edit_of_either_scenario_is_followed() {
    let mut session = decomposing(&[]);
    let first = session.document().id();
    session.apply(Command::Duplicate);
    let copy = session.document().id();
    let against = DecomposeAgainst::Document(first);
    session.apply(Command::Decompose(DecomposeCommand::Against(Some(against))));
    session.wait_for_jobs();
    assert!(factors(&session).change().abs() <= 0.0);
    set(&mut session, "value-added", 12.0, Phase::Done);
    session.wait_for_jobs();
    let higher = factors(&session).change();
    assert!(higher > 0.0);
    session.apply(Command::Show(first));
    set(&mut session, "value-added", 12.0, Phase::Done);
    session.apply(Command::Show(copy));
    session.wait_for_jobs();
    assert!(factors(&session).change().abs() <= 1e-9, "both have it now");
}

#[test]
fn what_has_no_levels_says_so() {
    let output = {
        let session = session();
        lever(&session, "gross-output")
    };
    let session = decomposing(&[DecomposeCommand::Of(output)]);
    let answer = session.decomposed_now().unwrap();
    assert!(
        matches!(answer.result, Err(DecomposeFault::Factors(_))),
        "{answer:?}"
    );
}

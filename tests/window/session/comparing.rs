//! Scenarios beside each other: which are compared, with which, what their files say, and what is taken over.

use planpath::analysis::Outcome;
use planpath::analysis::attribution::Player;
use planpath::session::{CompareCommand, ComparedSource, MOST_COMPARED, Screen};

use super::*;

fn compare(session: &mut Session, command: CompareCommand) {
    session.apply(Command::Compare(command));
    session.wait_for_jobs();
}

fn add(session: &mut Session, id: &'static str) {
    compare(session, CompareCommand::Add(ComparedSource::Example(id)));
}

/// The default example and another on the Compare screen.
fn two() -> Session {
    let mut session = session();
    session.apply(Command::ShowScreen(Screen::Compare));
    add(&mut session, "growth-first");
    session
}

fn slots(session: &Session) -> Vec<usize> {
    session
        .compared()
        .iter()
        .map(planpath::session::ComparedMember::slot)
        .collect()
}

#[test]
fn the_scenario_in_front_is_the_first_and_keeps_its_letter() {
    let mut session = two();
    add(&mut session, "trend-continues");
    assert_eq!(slots(&session), [0, 1, 2]);
    assert_eq!(session.compared_reference(), 0);
    compare(&mut session, CompareCommand::Remove(1));
    assert_eq!(slots(&session), [0, 2], "the others keep their letters");
    compare(&mut session, CompareCommand::Remove(0));
    assert_eq!(session.compared_reference(), 2, "another becomes the reference");
    assert!(
        session.compared_scenarios().is_none(),
        "one alone is not compared"
    );
    add(&mut session, "softer-draft-2010");
    assert_eq!(slots(&session), [2, 0]);
}

#[test]
fn a_comparison_is_a_job_and_follows_edits() {
    let mut session = two();
    let found = session.compared_scenarios().expect("two are compared").clone();
    let comparison = found.result.as_ref().expect("they can be compared");
    assert!(!comparison.levers.is_empty());
    let attribution = comparison.attributions[1].as_ref().unwrap().as_ref().unwrap();
    let sum: f64 = attribution.effects.iter().map(|effect| effect.change).sum();
    assert!((sum - attribution.change()).abs() < 1e-9 * attribution.to.abs());
    session.apply(Command::ShowScreen(Screen::Compare));
    assert!(session.job(&JobKey::Comparison).is_none(), "nothing has changed");
    for rate in [3.0, 4.0, 5.0] {
        set(&mut session, "value-added", rate, Phase::Live);
    }
    assert!(
        session.job(&JobKey::Comparison).is_some(),
        "the edit is compared by a job"
    );
    session.wait_for_jobs();
    let lever = lever(&session, "value-added");
    let now = session.compared_scenarios().unwrap().result.as_ref().unwrap();
    let row = now
        .levers
        .iter()
        .find(|row| row.indicator == lever)
        .expect("it differs");
    let last = row.rates[0].last().copied().flatten().unwrap();
    assert!((last - 5.0).abs() < 1e-9, "the latest edit counts: {last}");
}

#[test]
fn the_figure_and_the_reference_can_be_chosen() {
    let mut session = two();
    let target = session.document().plan().find_target("energy-intensity").unwrap();
    compare(&mut session, CompareCommand::SetFigure(Outcome::Target(target)));
    let by = |session: &Session| session.compared_scenarios().unwrap().result.as_ref().unwrap().by;
    assert_eq!(by(&session), Some(Outcome::Target(target)));
    compare(&mut session, CompareCommand::SetReference(1));
    let found = session.compared_scenarios().unwrap();
    assert_eq!(found.reference, 1);
    let attributions = &found.result.as_ref().unwrap().attributions;
    assert!(attributions[1].is_none() && attributions[0].is_some());
    assert_eq!(session.explained(), Some(0));
}

#[test]
fn no_more_than_five_and_none_twice() {
    let mut session = two();
    for id in [
        "trend-continues",
        "softer-draft-2010",
        "plan-on-schedule",
        "mid-term-2013",
    ] {
        add(&mut session, id);
    }
    assert_eq!(session.compared().len(), MOST_COMPARED);
    assert_eq!(session.notices().len(), 1, "the sixth is refused");
    add(&mut session, "growth-first");
    assert_eq!(
        session.notices().len(),
        1,
        "what is compared already is not refused"
    );
}

#[test]
fn the_same_scenario_twice_does_not_differ() {
    let mut session = session();
    session.apply(Command::ShowScreen(Screen::Compare));
    session.apply(Command::Duplicate);
    let copy = session.document().id();
    compare(&mut session, CompareCommand::Add(ComparedSource::Open(copy)));
    let found = session.compared_scenarios().unwrap().result.as_ref().unwrap();
    assert!(found.levers.is_empty() && found.targets.is_empty() && found.outcomes.is_empty());
    assert!(found.is_same(1));
    assert_eq!(found.equal_levers.len(), found.in_common.levers);
}

#[test]
fn a_closed_scenario_leaves_the_others() {
    let mut session = two();
    session.apply(Command::Duplicate);
    let copy = session.document().id();
    compare(&mut session, CompareCommand::Add(ComparedSource::Open(copy)));
    assert_eq!(slots(&session), [0, 1, 2]);
    session.apply(Command::Close(copy));
    session.wait_for_jobs();
    assert_eq!(slots(&session), [0, 1]);
    assert_eq!(session.compared_scenarios().unwrap().slots, [0, 1]);
}

#[test]
fn a_file_that_changes_or_goes_is_said_and_stays() {
    let (folder, path) = folder_with("compared.ron");
    let mut session = two();
    compare(
        &mut session,
        CompareCommand::Add(ComparedSource::File(path.clone())),
    );
    assert_eq!(slots(&session), [0, 1, 2]);
    assert!(session.notices().is_empty());
    session.apply(Command::LookAtFiles);
    session.wait_for_jobs();
    assert!(session.notices().is_empty(), "nothing has changed");
    let changed = fs::read_to_string(&path)
        .unwrap()
        .replace("name: (", "name: (\n// changed\n");
    fs::write(&path, &changed).unwrap();
    session.apply(Command::LookAtFiles);
    session.wait_for_jobs();
    assert!(session.notices().is_empty(), "a comment is no change");
    fs::write(&path, "(format: 1").unwrap();
    session.apply(Command::LookAtFiles);
    session.wait_for_jobs();
    assert_eq!(session.notices().len(), 1);
    assert!(session.compared()[2].trouble().is_some());
    fs::remove_file(&path).unwrap();
    for _ in 0..2 {
        session.apply(Command::LookAtFiles);
        session.wait_for_jobs();
        assert_eq!(session.notices().len(), 2, "said once");
    }
    assert_eq!(
        session.compared_scenarios().unwrap().slots,
        [0, 1, 2],
        "it is still compared"
    );
    drop(folder);
    let mut session = two();
    compare(&mut session, CompareCommand::Add(ComparedSource::File(path)));
    assert_eq!(slots(&session), [0, 1], "what was never read is not compared");
    assert_eq!(session.notices().len(), 1);
}

#[test]
fn one_lever_is_taken_over_into_a_copy_of_the_reference() {
    let mut session = two();
    let value_added = lever(&session, "value-added");
    let before = session.document().scenario().clone();
    // A figure that this lever moves.
    let figure = planpath::analysis::Outcome::Level {
        indicator: value_added,
        step: session.document().plan().steps(),
    };
    compare(&mut session, CompareCommand::SetFigure(figure));
    compare(
        &mut session,
        CompareCommand::TakeOver {
            lever: value_added,
            from: 1,
        },
    );
    let document = session.document();
    assert!(document.is_changed() && document.path().is_none());
    let other = session.compared_scenarios().unwrap().scenarios[1]
        .scenario
        .clone();
    let taken = document.scenario();
    assert_eq!(taken.rates.get(value_added), other.rates.get(value_added));
    assert_eq!(taken.actuals.get(value_added), other.actuals.get(value_added));
    let energy = lever(&session, "energy-intensity");
    assert_eq!(taken.rates.get(energy), before.rates.get(energy));
    // Compared with the reference, the copy differs in that lever alone.
    let found = session.compared_scenarios().unwrap();
    assert_eq!(found.slots, [0, 1, 2]);
    let comparison = found.result.as_ref().unwrap();
    let differing: Vec<IndicatorIx> = comparison
        .levers
        .iter()
        .filter(|row| row.differs[2])
        .map(|row| row.indicator)
        .collect();
    assert_eq!(differing, [value_added]);
    let attribution = comparison.attributions[2].as_ref().unwrap().as_ref().unwrap();
    assert_eq!(attribution.effects.len(), 1);
    assert_eq!(attribution.effects[0].player, Player::Lever(value_added));
}

#[test]
fn compare_with_makes_the_tab_the_reference() {
    let mut session = session();
    let first = session.document().id();
    session.apply(Command::Duplicate);
    let copy = session.document().id();
    compare(
        &mut session,
        CompareCommand::With(copy, ComparedSource::Open(first)),
    );
    assert_eq!(session.view().screen, Screen::Compare);
    assert_eq!(session.compared_reference(), 0);
    assert_eq!(session.compared()[0].source(), &ComparedSource::Open(copy));
    assert_eq!(session.explained(), Some(1));
}

#[test]
fn what_differs_is_copied_as_a_table() {
    let mut session = two();
    compare(&mut session, CompareCommand::CopyTable);
    let text = session
        .take_effects()
        .into_iter()
        .find_map(|effect| match effect {
            Effect::CopyText(text) => Some(text),
            _ => None,
        });
    let text = text.expect("a table is copied");
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    assert!(lines.iter().all(|line| line.len() == lines[0].len()), "{text}");
    let comparison = session.compared_scenarios().unwrap().result.as_ref().unwrap();
    assert!(lines.len() > comparison.levers.len() + comparison.targets.len());
}

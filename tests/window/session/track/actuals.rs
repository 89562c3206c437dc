//! Actuals typed into cells.

use super::*;

#[test]
fn a_typed_figure_is_one_step_and_moves_the_projection() {
    let mut session = session("plan-on-schedule");
    type_into(&mut session, "value-added", 2011, "10.8%");
    assert_eq!(given(&session, "value-added", 2011), [Actual::AnnualChange(10.8)]);
    close(level(&session, "value-added", 1), 16.0 * 1.108);
    // The other years continue as scheduled: 8 % a year.
    close(level(&session, "value-added", 2), 16.0 * 1.108 * 1.08);
    assert_eq!(steps(&session), 1);
    session.apply(Command::Undo);
    assert_eq!(given(&session, "value-added", 2011), []);
    close(level(&session, "value-added", 1), 16.0 * 1.08);
}

#[test]
fn a_blank_takes_a_figure_away() {
    let mut session = mid_term();
    type_into(&mut session, "steel-cr10", 2013, "");
    assert_eq!(given(&session, "steel-cr10", 2013), []);
    assert_eq!(given(&session, "steel-cr10", 2012), [Actual::Level(45.9)]);
    // The change of 2013 starts from the level of 2012, which only the change of 2012 determines.
    type_into(&mut session, "value-added", 2012, " ");
    let refused = session.refused(ix(&session, "value-added"), 2012);
    assert_eq!(refused.expect("a reason").what.id(), "actual-from-nowhere");
    assert_eq!(given(&session, "value-added", 2012), [Actual::AnnualChange(7.9)]);
}

#[test]
fn what_is_refused_is_kept_with_its_reason_until_it_is_right() {
    let mut session = mid_term();
    let before = session.document().scenario().clone();
    let steel = ix(&session, "steel-cr10");
    for (text, reason) in [
        ("about 40", "import-text"),
        ("150", "actual-impossible"),
        ("49.2 45.9", "import-two-values"),
    ] {
        type_into(&mut session, "steel-cr10", 2014, text);
        let refused = session.refused(steel, 2014).expect("a reason");
        assert_eq!((refused.text.as_str(), refused.what.id()), (text, reason));
    }
    assert_eq!(*session.document().scenario(), before);
    assert_eq!(steps(&session), 0);
    // It belongs to this document: another one shows nothing of it, and on return it is there.
    let first = session.document().id();
    session.apply(Command::Duplicate);
    assert_eq!(session.refused(steel, 2014), None);
    session.apply(Command::Show(first));
    assert!(session.refused(steel, 2014).is_some());
    type_into(&mut session, "steel-cr10", 2014, "40");
    assert_eq!(session.refused(steel, 2014), None);
    assert_eq!(given(&session, "steel-cr10", 2014), [Actual::Level(40.0)]);
    type_into(&mut session, "steel-cr10", 2014, "x");
    actuals(&mut session, ActualsCommand::Forget(steel, 2014));
    assert_eq!(session.refused(steel, 2014), None);
}

#[test]
fn a_contradiction_is_shown_where_it_is() {
    let mut session = mid_term();
    let energy = ix(&session, "energy-intensity");
    // 2011: −3.49 %. 2013: −15.1 % since 2010. So 2013 is not a rise on 2012, whatever 2012 is; but a cumulative change
    // for 2011 other than −3.49 % replaces it, and the annual change of 2012 must then lead to it.
    type_into(&mut session, "energy-intensity", 2012, "-1");
    assert_eq!(session.refused(energy, 2012), None);
    // Levels 96.51, 95.5449, 84.9: now 2013 as an annual change of −1 % gives 94.589451 instead, and replaces 84.9.
    type_into(&mut session, "energy-intensity", 2013, "-1");
    close(level(&session, "energy-intensity", 3), 96.51 * 0.99 * 0.99);
    // Two figures for one year come from a table with both; the second is refused there.
    paste(&mut session, "\t2013\t2013\nenergy-intensity\t-15.1\t-14.0", None);
    let import = session.import().expect("a question");
    assert_eq!(import.seen.preview.as_ref().unwrap().refused(), 2);
}

#[test]
fn figures_are_shown_in_the_form_that_is_chosen() {
    let mut session = mid_term();
    let energy = ix(&session, "energy-intensity");
    assert_eq!(session.actual_kind(energy), FigureKind::AnnualChange);
    assert_eq!(
        session.actual_as(energy, 2011, FigureKind::AnnualChange),
        Some(-3.49)
    );
    close(session.actual_as(energy, 2011, FigureKind::Level).unwrap(), 96.51);
    close(
        session
            .actual_as(energy, 2011, FigureKind::CumulativeChange)
            .unwrap(),
        -3.49,
    );
    // 2012 lies between: 96.51 and 84.9 at a constant rate.
    let rate = (84.9_f64 / 96.51).sqrt() - 1.0;
    close(
        session.actual_as(energy, 2012, FigureKind::AnnualChange).unwrap(),
        rate * 100.0,
    );
    close(session.actual_as(energy, 2013, FigureKind::Level).unwrap(), 84.9);
    assert_eq!(
        session.actual_as(energy, 2014, FigureKind::Level),
        None,
        "no actual"
    );
    assert_eq!(
        session.actual_as(energy, 2010, FigureKind::Level),
        None,
        "the base year"
    );
    // Text is typed in the row's form, and replaces whatever the year had.
    actuals(
        &mut session,
        ActualsCommand::SetKind(energy, FigureKind::CumulativeChange),
    );
    assert_eq!(steps(&session), 0, "a form is no change of the scenario");
    type_into(&mut session, "energy-intensity", 2011, "-4");
    assert_eq!(
        given(&session, "energy-intensity", 2011),
        [Actual::CumulativeChange(-4.0)]
    );
    // Points are shown as points.
    let steel = ix(&session, "steel-cr10");
    close(
        session.actual_as(steel, 2012, FigureKind::AnnualChange).unwrap(),
        45.9 - 49.2,
    );
}

#[test]
fn a_series_says_where_it_comes_from() {
    let mut session = mid_term();
    let steel = ix(&session, "steel-cr10");
    let info = SeriesInfo {
        source: LocalizedText::Plain("Association".to_owned()),
        scope: LocalizedText::Plain("by output".to_owned()),
        confidence: Some(Confidence::Medium),
        url: WebAddress::read("https://example.org/steel"),
    };
    actuals(&mut session, ActualsCommand::SetInfo(steel, info.clone()));
    assert_eq!(session.document().scenario().series.get(steel), Some(&info));
    actuals(
        &mut session,
        ActualsCommand::SetInfo(steel, SeriesInfo::default()),
    );
    assert_eq!(session.document().scenario().series.get(steel), None);
    session.apply(Command::Undo);
    assert_eq!(session.document().scenario().series.get(steel), Some(&info));
}

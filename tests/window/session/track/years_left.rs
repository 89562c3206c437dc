//! Setting the years left in one step.

use super::*;

#[test]
fn the_years_left_go_on_at_any_pace_and_past_years_keep_their_rates() {
    let growth: f64 = 1.108 * 1.079 * 1.076;
    let mean = (growth.powf(1.0 / 3.0) - 1.0) * 100.0;
    let required = ((1.08_f64.powi(5) / growth).sqrt() - 1.0) * 100.0;
    for (pace, expected) in [
        (RateRule::LastActual, 7.6),
        (RateRule::MeanOfActuals, mean),
        (RateRule::PlanEven, 8.0),
        (RateRule::Required, required),
    ] {
        let mut session = mid_term();
        let lever = Some(ix(&session, "value-added"));
        track(&mut session, TrackCommand::Continue { lever, pace });
        let Some(Rates::Yearly(rates)) = rates(&session, "value-added") else {
            // All years at the plan's own rate are one constant rate.
            assert_eq!(rates(&session, "value-added"), Some(Rates::Constant(8.0)));
            assert_eq!(pace, RateRule::PlanEven);
            continue;
        };
        close(rates[3], expected);
        close(rates[4], expected);
        close(rates[0], 8.0);
        close(
            level(&session, "value-added", 5),
            16.0 * growth * (1.0 + expected / 100.0).powi(2),
        );
        session.apply(Command::Undo);
        assert_eq!(rates_of(&session, "value-added"), None);
    }
}

fn rates_of(session: &Session, id: &str) -> Option<Rates> {
    rates(session, id)
}

#[test]
fn every_lever_goes_on_in_one_step() {
    let mut session = mid_term();
    track(
        &mut session,
        TrackCommand::Continue {
            lever: None,
            pace: RateRule::LastActual,
        },
    );
    assert_eq!(steps(&session), 1);
    // Steel lost 45.9 − 39.4 = 6.5 points in 2013.
    close(level(&session, "steel-cr10", 5), 39.4 - 2.0 * 6.5);
    assert_eq!(rates(&session, "erp"), None, "no actual to go by");
    session.apply(Command::Undo);
    assert_eq!(session.document().scenario().rates.iter().count(), 0);
    // Back on the plan's rates, levers that were never set stay unset.
    track(
        &mut session,
        TrackCommand::Continue {
            lever: None,
            pace: RateRule::PlanEven,
        },
    );
    assert_eq!(session.document().scenario().rates.iter().count(), 0);
    assert_eq!(steps(&session), 0);
}

#[test]
fn a_pace_that_does_not_exist_is_refused_with_a_reason() {
    let mut session = mid_term();
    let erp = ix(&session, "erp");
    assert!(session.at_pace(erp, RateRule::LastActual).is_err());
    track(
        &mut session,
        TrackCommand::Continue {
            lever: Some(erp),
            pace: RateRule::LastActual,
        },
    );
    assert_eq!(session.notices().len(), 1);
    assert_eq!(steps(&session), 0);
}

#[test]
fn the_steel_target_needs_what_its_ledger_says() {
    let mut session = mid_term();
    let steel = ix(&session, "steel-cr10");
    let ledger = session.ledger_of(target(&session, "steel-cr10")).unwrap();
    assert_eq!(ledger.standing(), Standing::WrongDirection);
    // (60 − 39.4) / 2 points a year.
    let Required::Rate(rate) = ledger.required else {
        panic!("{:?}", ledger.required)
    };
    close(rate, 10.3);
    track(
        &mut session,
        TrackCommand::Continue {
            lever: Some(steel),
            pace: RateRule::Required,
        },
    );
    close(level(&session, "steel-cr10", 5), 60.0);
}

//! Message ids for the names of statuses, standings, paces and stances.

use crate::analysis::{RateRule, Stance};
use crate::model::{Standing, Status};

/// The id of a status.
#[must_use]
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Met => "status-met",
        Status::Close => "status-close",
        Status::Missed => "status-missed",
        Status::WrongDirection => "status-wrong-direction",
        Status::Unknown => "status-unknown",
    }
}

/// The id of a status while years are still open.
#[must_use]
pub const fn would_be(status: Status) -> &'static str {
    match status {
        Status::Met => "verdict-would-be-met",
        Status::Close => "verdict-would-be-close",
        Status::Missed => "verdict-would-be-missed",
        Status::WrongDirection => "verdict-would-be-wrong-direction",
        Status::Unknown => "status-unknown",
    }
}

/// The id of a target's standing at its last data.
#[must_use]
pub const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Unknown => "standing-unknown",
        Standing::Reached => "standing-reached",
        Standing::Holds => "standing-holds",
        Standing::Ahead => "standing-ahead",
        Standing::OnSchedule => "standing-on-schedule",
        Standing::Behind => "standing-behind",
        Standing::BeyondLimit => "standing-beyond-limit",
        Standing::Open => "track-not-known-yet",
        Standing::NotReached => "standing-not-reached",
        Standing::WrongDirection => "status-wrong-direction",
    }
}

/// The id of where the rate for the years left comes from.
#[must_use]
pub const fn pace(pace: RateRule) -> &'static str {
    match pace {
        RateRule::LastActual => "pace-last-actual",
        RateRule::MeanOfActuals => "pace-mean-of-actuals",
        RateRule::PlanEven => "pace-plan-even",
        RateRule::Required => "pace-required",
    }
}

/// The id of how a finding bears on the plan.
#[must_use]
pub const fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Holds => "stance-holds",
        Stance::Notable => "stance-notable",
        Stance::Conflicts => "stance-conflicts",
    }
}

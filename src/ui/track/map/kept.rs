//! What the map keeps between frames: where the pointer is, and what takes long to find, until the map or the point
//! changes.

use std::sync::Arc;

use eframe::egui::{Id, Ui};

use crate::analysis::feasibility::{Feasibility, Point};
use crate::analysis::regions::{Region, regions, shortest_way};
use crate::model::{Assessment, Status};
use crate::session::Session;

/// The point under the pointer, as the map was last drawn.
pub(super) fn pointer(ui: &Ui) -> Option<Point> {
    ui.data(|data| data.get_temp::<Option<Point>>(Id::unique("map pointer")))
        .flatten()
}

/// Remembers the point under the pointer; what is beside the map is drawn before it, and so once more.
pub(super) fn point_at(ui: &Ui, at: Option<Point>) {
    if pointer(ui) != at {
        ui.data_mut(|data| data.insert_temp(Id::unique("map pointer"), at));
        #[allow(
            clippy::disallowed_methods,
            reason = "once for each new point; a pointer at rest is always at the same one"
        )]
        ui.ctx().request_repaint();
    }
}

/// What was found for a key, or finds it.
fn keep<K, T>(ui: &Ui, name: &'static str, key: K, find: impl FnOnce() -> T) -> T
where
    K: Clone + PartialEq + Send + Sync + 'static,
    T: Clone + Send + Sync + 'static,
{
    let id = Id::unique(name);
    let last = ui.data(|data| data.get_temp::<(K, T)>(id));
    if let Some((_, found)) = last.filter(|(of, _)| *of == key) {
        return found;
    }
    let found = find();
    ui.data_mut(|data| data.insert_temp(id, (key, found.clone())));
    found
}

pub(super) fn regions_of(ui: &Ui, number: u64, map: &Feasibility) -> Arc<Vec<Region>> {
    keep(ui, "map regions", number, || Arc::new(regions(map)))
}

pub(super) fn shortest(ui: &Ui, number: u64, map: &Feasibility, from: Point) -> Option<Point> {
    keep(ui, "map way", (number, from), || shortest_way(map, from))
}

/// The same where the scenario stands, kept beside what is under the pointer.
pub(super) fn outcomes_now(ui: &Ui, session: &Session, number: u64, at: Point) -> Arc<Vec<Assessment>> {
    outcomes_for(ui, "map outcomes now", session, number, at)
}

/// Whether there are outcomes, and all of them meet their targets.
pub(super) fn all_met(outcomes: &[Assessment]) -> bool {
    !outcomes.is_empty() && outcomes.iter().all(|found| found.status == Status::Met)
}

/// The targets of the map as they would stand at a point.
pub(super) fn outcomes(ui: &Ui, session: &Session, number: u64, at: Point) -> Arc<Vec<Assessment>> {
    outcomes_for(ui, "map outcomes", session, number, at)
}

fn outcomes_for(
    ui: &Ui,
    name: &'static str,
    session: &Session,
    number: u64,
    at: Point,
) -> Arc<Vec<Assessment>> {
    keep(ui, name, (number, at), || Arc::new(session.map_outcomes(at)))
}

/// The shortest way's end, in figures that are enough: rounded outwards until every target of the map would be met
/// there. Nothing where six decimals do not suffice.
pub(super) fn enough(
    ui: &Ui,
    session: &Session,
    number: u64,
    (from, to): (Point, Point),
) -> Option<(Point, usize)> {
    keep(ui, "map way enough", (number, from, to), || {
        (2..=6).find_map(|decimals| {
            let rounded = outwards(from, to, decimals);
            all_met(&session.map_outcomes(rounded)).then_some((rounded, decimals))
        })
    })
}

/// A point rounded away from another.
fn outwards(from: Point, to: Point, decimals: usize) -> Point {
    let grain = 10.0_f64.powi(i32::try_from(decimals).unwrap_or(2));
    let one = |from: f64, to: f64| {
        // A figure that is round already stays, whatever its last bit.
        let fine = to * grain;
        if (fine - fine.round()).abs() < 1e-6 || (to - from).abs() < 1e-9 {
            to
        } else if to > from {
            fine.ceil() / grain
        } else {
            fine.floor() / grain
        }
    };
    (one(from.0, to.0), one(from.1, to.1))
}

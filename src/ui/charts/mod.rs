//! The charts: which are shown, what they measure, and a card for each.

mod axes;
mod band;
mod card;
mod chip;
mod dodge;
mod fan;
mod flags;
mod ghost;
mod head;
mod labels;
mod legend;
mod lines;
mod moving;
mod overlay;
mod plot;
mod reading;
mod scale;
mod snap;
mod targets;
mod toolbar;

pub(super) use fan::draw as fan;
pub(super) use legend::draw as legend;
pub(super) use lines::shape;
pub(super) use overlay::{OverlaidChart, Overlay, overlay};
pub(super) use plot::draw as plot;
pub(super) use reading::{last_year, meant};
pub(super) use snap::aimed;

use eframe::egui::{self, Id, Key, Rect, ScrollArea, Sense, Ui, vec2};

use super::pieces::Icon;
use super::{column, selection, short};
use crate::figure::{Chart, Mode, Path, Role, trajectory};
use crate::model::Projection;
use crate::plan::{IndicatorIx, TargetIx};
use crate::session::{Command, ScoreFilter, Session};
use crate::text::say;

/// Smallest useful chart, in points.
const LEAST_SIZE: egui::Vec2 = vec2(270.0, 185.0);
const GAP: f32 = 8.0;
/// From this width on there are three columns, in points.
const WIDE: f32 = 1150.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    toolbar::draw(ui, session, send);
    let shown = shown(session);
    if session.view().score_filter != ScoreFilter::All {
        toolbar::filtered(ui, session, let_through(session).count(), send);
    }
    let named = paths(session);
    let paths = borrowed(&named);
    ui.spacing_mut().item_spacing = vec2(GAP, GAP);
    let enlarged = session.view().enlarged(session.document().plan());
    if let Some(ix) = enlarged.filter(|ix| shown.contains(ix)) {
        let chart = chart(session, &paths, ix);
        legend::rest(ui, session.view().language, std::slice::from_ref(&chart));
        let place = ui.available_rect_before_wrap();
        card::draw(ui, session, &chart, place, send);
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            send.push(Command::Enlarge(None));
        }
        return;
    }
    cards(ui, session, (&paths, &shown), send);
}

/// The cards in columns. If they do not fit, they scroll instead of shrinking to nothing.
fn cards(
    ui: &mut Ui,
    session: &Session,
    (paths, shown): (&[Path<'_>], &[IndicatorIx]),
    send: &mut Vec<Command>,
) {
    let columns = match ui.available_width() {
        width if width < 2.0 * LEAST_SIZE.x + GAP => 1,
        width if width > WIDE && shown.len() > 4 => 3,
        _ => 2,
    };
    let columns = columns.min(shown.len().max(1));
    let rows = shown.len().div_ceil(columns).max(1);
    let language = session.view().language;
    // The last frame says which cards are in sight; only they need a legend, and are drawn.
    let seen_id = Id::unique("unnamed on charts");
    let seen: Vec<IndicatorIx> = ui.data(|data| data.get_temp(seen_id)).unwrap_or_default();
    let seen = if seen.is_empty() {
        shown.iter().copied().take(2 * columns).collect()
    } else {
        seen
    };
    let in_sight = seen.iter().filter(|ix| shown.contains(ix));
    let charts: Vec<Chart> = in_sight.map(|ix| chart(session, paths, *ix)).collect();
    legend::rest(ui, language, &charts);
    let mut drawn = Vec::new();
    let height = (ui.available_height() - GAP * (rows as f32 - 1.0)) / rows as f32;
    let height = height.max(LEAST_SIZE.y);
    let is_new = selection::is_new(ui, session.view(), "charts");
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = (ui.available_width() - GAP * (columns as f32 - 1.0)) / columns as f32;
        for row in shown.chunks(columns) {
            let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
            for (n, ix) in row.iter().enumerate() {
                let left = place.left() + n as f32 * (width + GAP);
                let of_card = Rect::from_min_size(egui::pos2(left, place.top()), vec2(width, height));
                if is_new && session.view().selected(session.document().plan()) == Some(*ix) {
                    ui.scroll_to_rect(of_card, None);
                }
                if !ui.is_rect_visible(of_card) {
                    card::out_of_sight(ui, session, (*ix, of_card));
                    continue;
                }
                drawn.push(*ix);
                match charts.iter().find(|chart| chart.indicator == *ix) {
                    Some(chart) => card::draw(ui, session, chart, of_card, send),
                    None => card::draw(ui, session, &chart(session, paths, *ix), of_card, send),
                }
            }
        }
        column::keep_focus_in_sight(ui);
    });
    ui.data_mut(|data| data.insert_temp(seen_id, drawn));
}

/// One chart, where there is room for no more, with a way to the others.
pub(super) fn one(ui: &mut Ui, session: &Session, ix: Option<IndicatorIx>, send: &mut Vec<Command>) {
    let (view, plan) = (session.view(), session.document().plan());
    let Some(ix) = ix else { return };
    let named = paths(session);
    let paths = borrowed(&named);
    let chart = chart(session, &paths, ix);
    let charts = view.charts(plan);
    if let Some(at) = charts.iter().position(|other| *other == ix) {
        turn(ui, session, (&charts, at), send);
    }
    let place = ui.available_rect_before_wrap();
    card::draw(ui, session, &chart, place, send);
}

/// "‹ 2 / 4 ›": to the chart before and after.
fn turn(ui: &mut Ui, session: &Session, (charts, at): (&[IndicatorIx], usize), send: &mut Vec<Command>) {
    let language = session.view().language;
    ui.horizontal(|ui| {
        let sides = [
            (Icon::Left, "chart-previous", at.checked_sub(1)),
            (Icon::Right, "chart-next", Some(at + 1)),
        ];
        for (n, (icon, id, to)) in sides.into_iter().enumerate() {
            if n == 1 {
                ui.label(format!("{} / {}", at + 1, charts.len()));
            }
            let to = to.and_then(|to| charts.get(to));
            if icon.button(ui, &say(language, id), to.is_some()).clicked()
                && let Some(to) = to
            {
                send.push(Command::Enlarge(None));
                send.push(Command::Select(*to));
            }
        }
    });
}

/// The targets that the answer strip lets through, in the plan's order.
fn let_through(session: &Session) -> impl Iterator<Item = TargetIx> {
    let document = session.document();
    let (plan, filter) = (document.plan(), session.view().score_filter);
    let found = document.assessments().iter().filter(move |assessment| {
        let target = plan.target(assessment.target);
        filter.lets_through(target, assessment)
    });
    found.map(|assessment| assessment.target)
}

/// The indicators charted: those chosen, or those that the answer strip lets through and the selected one.
fn shown(session: &Session) -> Vec<IndicatorIx> {
    let (view, plan) = (session.view(), session.document().plan());
    if view.score_filter == ScoreFilter::All {
        return view.charts(plan);
    }
    let mut shown: Vec<IndicatorIx> = let_through(session).map(|target| target.indicator).collect();
    shown.dedup();
    if let Some(selected) = view.selected(plan).filter(|ix| !shown.contains(ix)) {
        shown.push(selected);
    }
    shown
}

/// The chart of an indicator.
fn chart(session: &Session, paths: &[Path<'_>], ix: IndicatorIx) -> Chart {
    let (view, document) = (session.view(), session.document());
    let plan = document.plan();
    trajectory(plan, paths, ix, view.mode, view.language)
        .with_history(plan, document.scenario(), document.projection())
        .with_annotations(document.scenario(), view.language)
}

/// The chart of an indicator's levels with the scenario and its even path, without others beside it.
pub(super) fn of_levels(session: &Session, ix: IndicatorIx) -> Chart {
    let named = paths(session);
    let paths: Vec<Path<'_>> = borrowed(&named)
        .into_iter()
        .filter(|path| matches!(path.role, Role::Plan | Role::Scenario))
        .collect();
    let document = session.document();
    trajectory(document.plan(), &paths, ix, Mode::Level, session.view().language)
}

/// A path to draw: what it stands for, its name and its levels.
type NamedChart<'a> = (Role, String, &'a Projection);

fn borrowed<'a>(named: &'a [NamedChart<'_>]) -> Vec<Path<'a>> {
    let of = |(role, name, projection): &'a NamedChart<'_>| Path {
        role: *role,
        name,
        projection,
    };
    named.iter().map(of).collect()
}

/// Every path to draw, back to front.
fn paths(session: &Session) -> Vec<NamedChart<'_>> {
    let language = session.view().language;
    let document = session.document();
    let mut paths = vec![(
        Role::Plan,
        say(language, "legend-plan").into_owned(),
        document.plan_path(),
    )];
    let same_plan = |other: &&crate::session::Document| document.shares_plan_with(other);
    for (n, other) in session.pinned().filter(same_plan).enumerate() {
        paths.push((
            Role::Pinned(n),
            short(&other.name(language)).into_owned(),
            other.projection(),
        ));
    }
    paths.push((
        Role::Scenario,
        say(language, "legend-scenario").into_owned(),
        document.projection(),
    ));
    paths
}

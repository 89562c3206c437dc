//! Reading a year: the one under the pointer, or chosen by keyboard, is marked on every chart and read out at its head.

use eframe::egui::{Id, Stroke, Ui};

use super::axes::ChartKey;
use super::lines::Canvas;
use crate::figure::{Chart, Mode, Role};
use crate::model::{Origin, measured_in};
use crate::session::{AnnotationCommand, Command, Session};
use crate::text::{Language, Message, numbers, say};
use crate::wording::chart::annotation;
use crate::wording::{ChangeTerms, card_readout, change_in_words, labelled, percent};

fn year_id() -> Id {
    Id::unique("linked year")
}

fn owner_id() -> Id {
    Id::unique("chart of the linked year")
}

fn last_id() -> Id {
    Id::unique("year linked last")
}

/// The year that was marked last; opening a menu takes the pointer, and so the mark, away from a chart.
pub(in crate::ui) fn last_year(ui: &Ui) -> Option<i32> {
    ui.data(|data| data.get_temp::<i32>(last_id()))
}

/// A command by key as it is meant: an annotation is for the year marked, on the chart that marks it.
pub(in crate::ui) fn meant(ui: &Ui, command: Command) -> Command {
    if command != Command::Annotation(AnnotationCommand::Begin) {
        return command;
    }
    let owner = ui.data(|data| data.get_temp::<ChartKey>(owner_id()));
    match (owner, linked_year(ui)) {
        (Some((ix, _)), Some(year)) => Command::Annotation(AnnotationCommand::Write(ix, Some(year))),
        _ => command,
    }
}

/// The year marked on every chart.
pub(super) fn linked_year(ui: &Ui) -> Option<i32> {
    ui.data(|data| data.get_temp::<i32>(year_id()))
}

/// Marks a year on every chart; without one, takes back the mark if it was this chart's.
pub(super) fn link(ui: &Ui, chart: ChartKey, year: Option<i32>) {
    ui.data_mut(|data| {
        if let Some(year) = year {
            data.insert_temp(year_id(), year);
            data.insert_temp(last_id(), year);
            data.insert_temp(owner_id(), chart);
        } else if data.get_temp::<ChartKey>(owner_id()) == Some(chart) {
            data.remove::<i32>(year_id());
            data.remove::<ChartKey>(owner_id());
        }
    });
}

/// Marks the linked year: a line through the plot, a ring around the scenario's value.
pub(super) fn mark(canvas: Canvas<'_>, chart: &Chart, year: i32) {
    let (scale, accent) = (canvas.scale, canvas.colours.accent);
    if !(scale.years.0..=scale.years.1).contains(&year) {
        return;
    }
    let x = scale.x(f64::from(year));
    canvas.painter.vline(
        x,
        scale.area.y_range(),
        Stroke::new(1.0, accent.gamma_multiply(0.7)),
    );
    if let Some(point) = chart.scenario().and_then(|series| series.at(year)) {
        let at = scale.at((f64::from(year), point.value));
        if scale.area.expand(6.0).contains(at) {
            canvas.painter.circle_stroke(at, 6.5, Stroke::new(1.5, accent));
        }
    }
}

/// A year read out.
pub(super) struct Readout {
    /// The scenario's value and its change, with what they rest on where the line does not show it.
    pub brief: String,
    /// The same with what they rest on in any case, and the values of the other lines.
    pub full: String,
}

/// The figures of a year; nothing where the scenario has none.
pub(super) fn readout(session: &Session, chart: &Chart, year: i32) -> Option<Readout> {
    let view = session.view();
    let language = view.language;
    let in_words = |value: f64| chart.value_at(value, year, view.decimals, language);
    let scenario = chart.scenario()?;
    let past = chart.history.iter().find(|(past, _)| *past == year);
    let (value, origin) = scenario.at(year).map_or_else(
        // Only the scenario has values before the base year.
        || past.map(|(_, value)| (*value, Origin::Actual)),
        |point| Some((point.value, point.origin)),
    )?;
    let change = change(session, chart, year);
    let said = |rests_on| card_readout(year, &in_words(value), change.as_deref(), rests_on, language);
    // Actual, set and assumed years are told by the line and by the band above it, which also says by way of what later
    // years are set in part.
    let is_obvious = match origin {
        Origin::Base | Origin::Actual | Origin::Projected | Origin::Assumed => true,
        Origin::PartlyAssumed => chart.last_data.is_some_and(|last| year > last.year),
        Origin::Interpolated | Origin::Implied => false,
    };
    let mut full = vec![said(Some(origin))];
    for series in chart
        .series
        .iter()
        .rev()
        .filter(|series| series.role != Role::Scenario)
    {
        if let Some(point) = series.at(year) {
            full.push(beside(&series.name, &in_words(point.value), language));
        }
    }
    let due = chart.targets.iter().filter(|target| target.is_about(year));
    full.extend(due.map(|target| {
        let name = chart.target_name(target, language);
        let level = chart.edges_in_year(target, year, view.decimals, language);
        labelled(&name, &level, language)
    }));
    full.extend(
        chart
            .annotation(year)
            .map(|text| annotation(year, text, language)),
    );
    Some(Readout {
        brief: said((!is_obvious).then_some(origin)),
        full: full.join(&say(language, "moved-and")),
    })
}

fn beside(name: &str, value: &str, language: Language) -> String {
    Message::new("card-readout-beside")
        .with("name", name)
        .with("value", value)
        .say(language)
}

/// The change on the year before; in official progress, what is due by then.
fn change(session: &Session, chart: &Chart, year: i32) -> Option<String> {
    let (view, document) = (session.view(), session.document());
    let (plan, projection) = (document.plan(), document.projection());
    let language = view.language;
    if chart.mode == Mode::Progress {
        let milestone = chart.milestones.iter().find(|milestone| milestone.year == year)?;
        let share = percent(numbers::shortest(milestone.share.round()), language);
        return Some(beside(&say(language, "chart-milestone"), &share, language));
    }
    if chart.mode == Mode::Annual || chart.is_marks {
        return None;
    }
    let step = usize::try_from(year - plan.base_year).ok()?;
    let change = projection
        .levels(chart.indicator)
        .filter(|levels| step < levels.len())
        .and_then(|_| projection.annual_change(plan, chart.indicator, step))?;
    let indicator = plan.get(chart.indicator);
    let rule = measured_in(indicator, projection.kind(chart.indicator));
    Some(change_in_words(
        ChangeTerms::of(indicator, rule, language),
        change,
        view.decimals,
        language,
    ))
}

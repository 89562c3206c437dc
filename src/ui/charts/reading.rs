//! Reading a chart: the values in the year under the pointer, and a text alternative.

use eframe::egui::{self, Id, PopupAnchor, Pos2, Response, RichText, Stroke, Tooltip, Ui, vec2};
use egui_plot::{PlotPoint, PlotTransform};

use crate::figure::{Chart, Mode, Role};
use crate::model::Origin;
use crate::plan::IndicatorIx;
use crate::session::View;
use crate::text::{numbers, say, say_with};
use crate::ui::theme::Colours;
use crate::wording::{self, percent};

/// The year under the pointer, on any chart.
pub(super) fn year_pointed_at(ui: &Ui) -> Option<i32> {
    ui.data(|data| data.get_temp::<i32>(Id::unique("hovered year")))
}

/// Announces the year under the pointer to every chart, and shows this chart's values in it.
pub(super) fn by_pointer(
    ui: &Ui,
    chart: &Chart,
    response: &Response,
    transform: &PlotTransform,
    view: &View,
) {
    let id = Id::unique("hovered year");
    let owner = Id::unique("hovered chart");
    if let Some(pos) = response.hover_pos() {
        let year = nearest_year(chart, transform, pos);
        ui.data_mut(|data| {
            data.insert_temp(id, year);
            data.insert_temp(owner, (chart.indicator, chart.mode));
        });
        response
            .clone()
            .on_hover_ui_at_pointer(|ui| reading(ui, chart, year, view));
    } else if ui.data(|data| data.get_temp::<(IndicatorIx, Mode)>(owner))
        == Some((chart.indicator, chart.mode))
    {
        ui.data_mut(|data| {
            data.remove::<i32>(id);
            data.remove::<(IndicatorIx, Mode)>(owner);
        });
    }
}

/// Marks a year chosen by keyboard and shows its values.
pub(super) fn of_year(
    ui: &Ui,
    chart: &Chart,
    response: &Response,
    transform: &PlotTransform,
    (year, view): (i32, &View),
) {
    let value = chart
        .series
        .last()
        .and_then(|series| Some(series.at(year)?.value));
    let at = PlotPoint::new(f64::from(year), value.unwrap_or_default());
    let at = transform.position_from_point(&at);
    let accent = Colours::of(ui).accent;
    ui.painter()
        .vline(at.x, response.rect.y_range(), Stroke::new(1.0, accent));
    if value.is_some() {
        ui.painter().circle_stroke(at, 6.0, Stroke::new(2.0, accent));
    }
    let id = response.id.with("reading");
    Tooltip::always_open(
        ui.ctx().clone(),
        ui.layer_id(),
        id,
        PopupAnchor::Position(at + vec2(14.0, 14.0)),
    )
    .show(|ui| {
        reading(ui, chart, year, view);
        let keys = RichText::new(say(view.language, "chart-year-keys")).small();
        ui.label(keys.color(Colours::of(ui).text_weak));
    });
}

/// The year nearest to a position on screen.
pub(super) fn nearest_year(chart: &Chart, transform: &PlotTransform, pos: Pos2) -> i32 {
    let year = transform.value_from_position(pos).x.round() as i32;
    year.clamp(chart.first_year(), chart.years.1)
}

/// Every series' value in one year.
fn reading(ui: &mut Ui, chart: &Chart, year: i32, view: &View) {
    let language = view.language;
    let heading = [("name", chart.title.as_str()), ("year", &year.to_string())];
    ui.strong(say_with(language, "year-rate", &heading));
    egui::Grid::new("reading").spacing([14.0, 2.0]).show(ui, |ui| {
        for series in chart.series.iter().rev() {
            let known = series.at(year).map(|point| (point.value, point.origin));
            let past = chart.history.iter().find(|(past, _)| *past == year);
            // Only the scenario has values before the base year.
            let known = known.or_else(|| {
                let (_, value) = past.filter(|_| series.role == Role::Scenario)?;
                Some((*value, Origin::Actual))
            });
            ui.label(RichText::new(&series.name).small());
            let value = known.map(|(value, _)| chart.value_at(value, year, view.decimals, language));
            ui.label(value.unwrap_or_else(|| "–".to_owned()));
            // Every figure comes with what it rests on.
            if let Some((_, origin)) = known.filter(|_| series.rests_on_something()) {
                let origin = RichText::new(wording::origin(origin, language)).small();
                ui.label(origin.color(Colours::of(ui).text_weak));
            }
            ui.end_row();
        }
        if let Some(milestone) = chart.milestones.iter().find(|milestone| milestone.year == year) {
            ui.label(RichText::new(say(language, "chart-milestone")).small());
            ui.label(percent(numbers::shortest(milestone.share.round()), language));
            ui.end_row();
        }
        let targets = chart.targets.iter();
        for target in targets.filter(|target| target.is_about(year)) {
            ui.label(RichText::new(chart.target_name(target, language)).small());
            ui.label(chart.edges_in_year(target, year, view.decimals, language));
            ui.end_row();
        }
    });
}

//! The legend of the map's boundaries, and the targets the map does not affect.

use eframe::egui::{Label, RichText, Sense, Stroke, Ui, vec2};

use super::colour;
use crate::analysis::feasibility::Feasibility;
use crate::model::{Assessment, Counts, ParameterId, ParameterKind, Status};
use crate::plan::IndicatorIx;
use crate::session::Session;
use crate::text::{Message, say};
use crate::ui::standing::mark_and_word;
use crate::ui::theme::Colours;
use crate::wording::{counts, labelled, named, open_years, parameter_in_words, promise, target_in_words};

pub(super) fn draw(ui: &mut Ui, session: &Session) {
    let language = session.view().language;
    let document = session.document();
    let plan = document.plan();
    let Some(Ok(map)) = session.map().map(|shown| &shown.result) else {
        return;
    };
    let colours = Colours::of(ui);
    areas(ui, session);
    ui.add_space(6.0);
    ui.label(RichText::new(say(language, "map-targets")).small().strong());
    if map.targets.is_empty() {
        let text = RichText::new(say(language, "map-moves-nothing")).small();
        ui.add(Label::new(text.color(colours.text_weak)).wrap());
    }
    let status = |ix| document.evaluation().assessment(ix);
    for (n, target) in map.targets.iter().enumerate() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            let (place, _) = ui.allocate_exact_size(vec2(18.0, 14.0), Sense::hover());
            let line = Stroke::new(2.0, colour(colours, n));
            ui.painter()
                .line_segment([place.left_center(), place.right_center()], line);
            let name = target_in_words(plan, target.target, language);
            let indicator = plan.get(target.target.indicator);
            let promised = promise(indicator, plan.target(target.target), language);
            let text = format!("{}  {name}  {promised}", n + 1);
            ui.label(RichText::new(text).small());
            if let Some(assessment) = status(target.target) {
                mark_and_word(ui, session, assessment);
            }
            if target.boundary.is_empty() {
                let text = RichText::new(say(language, "map-no-boundary")).small();
                ui.label(text.color(colours.text_weak));
            }
        });
    }
    ui.add_space(6.0);
    rests_on(ui, session, map);
    others(ui, session, &map.others);
}

/// What the shades mean.
fn areas(ui: &mut Ui, session: &Session) {
    let language = session.view().language;
    let colours = Colours::of(ui);
    for (colour, id) in [(colours.met, "map-all-hold"), (colours.missed, "map-impossible")] {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            let (place, _) = ui.allocate_exact_size(vec2(18.0, 12.0), Sense::hover());
            ui.painter().rect_filled(place, 2.0, colour.gamma_multiply(0.3));
            ui.label(RichText::new(say(language, id)).small());
        });
    }
}

/// What holds at every point of the map: both levers' rates in their open years, everything else unchanged.
fn rests_on(ui: &mut Ui, session: &Session, map: &Feasibility) {
    let language = session.view().language;
    let document = session.document();
    let (plan, scenario, projection) = (document.plan(), document.scenario(), document.projection());
    let years = |parameter: ParameterId| {
        let (first, last) = if parameter.kind == ParameterKind::Base {
            (plan.base_year, plan.base_year)
        } else {
            (
                plan.year(projection.last_actual(parameter.indicator) + 1),
                plan.end_year,
            )
        };
        let years = open_years(first, last, language);
        labelled(&parameter_in_words(plan, parameter, language), &years, language)
    };
    let has_base = [map.x, map.y]
        .iter()
        .any(|axis| axis.parameter.kind == ParameterKind::Base);
    let id = if has_base {
        "map-rests-on-values"
    } else {
        "map-rests-on"
    };
    let first = Message::new(id)
        .with("across", years(map.x.parameter))
        .with("up", years(map.y.parameter));
    let is_assumed = |ix: &IndicatorIx| {
        let is_turned = [map.x, map.y]
            .iter()
            .any(|axis| axis.parameter.indicator == *ix && axis.parameter.kind != ParameterKind::Base);
        !is_turned && scenario.rates.get(*ix).is_none() && scenario.actuals.get(*ix).is_none()
    };
    let mut assumed: Vec<IndicatorIx> = map
        .targets
        .iter()
        .flat_map(|target| plan.levers_behind(target.target.indicator).iter().copied())
        .filter(is_assumed)
        .collect();
    assumed.sort_unstable();
    assumed.dedup();
    let next = (!assumed.is_empty())
        .then(|| Message::new("map-assumed").with("names", named(plan, &assumed, language)));
    for sentence in std::iter::once(first).chain(next) {
        let text = RichText::new(sentence.say(language)).small();
        ui.add(Label::new(text.color(Colours::of(ui).text_weak)).wrap());
    }
}

/// Targets independent of the two levers, with their standing. Those on the plan's own path are marked.
fn others(ui: &mut Ui, session: &Session, others: &[Assessment]) {
    let language = session.view().language;
    let plan = session.document().plan();
    ui.add_space(6.0);
    ui.label(RichText::new(say(language, "map-others")).small().strong());
    let found = Counts::of(plan, others);
    ui.add(Label::new(RichText::new(counts(&found, language)).small()).wrap());
    let is_telling = |a: &&Assessment| a.is_judged() && a.status != Status::Met;
    for assessment in others.iter().filter(is_telling) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            let name = target_in_words(plan, assessment.target, language);
            ui.label(RichText::new(name).small().color(Colours::of(ui).text_weak));
            mark_and_word(ui, session, assessment);
        });
    }
}

//! How likely each target is, the binding ones together first; what is assumed has no probability.

use eframe::egui::{Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::ensemble::{Ensemble, Likelihood};
use crate::plan::TargetIx;
use crate::session::{Command, Session};
use crate::text::{Message, say};
use crate::ui::pieces::{BODY, Mark, NOTE, SMALL, from_left, line, to_right};
use crate::ui::theme::Colours;
use crate::ui::{column, selection};
use crate::wording::{
    binding_apart, chance, chance_with_error, error_in_brief, judged_counts, labelled, outside_in_words,
    settling, short_target_in_words,
};

/// Heights of rows and margins, in points.
const ROW: f32 = 40.0;
const PLAIN: f32 = 22.0;
const HEAD: f32 = 34.0;
const SIDE: f32 = 12.0;
/// The height of a bar, and the width of the errors, in points.
const BAR: f32 = 5.0;
const ERROR: f32 = 46.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.set_min_size(ui.max_rect().size());
    let language = session.view().language;
    head(ui, &say(language, "likely-title"), &say(language, "likely-error"));
    let Some(ensemble) = session.ensemble() else {
        return;
    };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        together(ui, session, ensemble);
        let plan = session.document().plan();
        let mut judged: Vec<(TargetIx, Likelihood)> = ensemble
            .targets
            .iter()
            .filter_map(|chance| Some((chance.target, chance.met?)))
            .collect();
        judged.sort_by(|one, other| other.1.p.total_cmp(&one.1.p));
        for (target, likelihood) in judged {
            one(ui, session, (target, likelihood), send);
        }
        let none: Vec<TargetIx> = ensemble
            .targets
            .iter()
            .filter(|chance| chance.met.is_none())
            .map(|chance| chance.target)
            .collect();
        if !none.is_empty() {
            let title = say(language, "likely-assumed");
            head(ui, &title, &none.len().to_string());
            for target in none {
                without(ui, session, target, send);
            }
        }
        for sentence in outside_in_words(plan, ensemble, language) {
            note(ui, &sentence);
        }
        column::keep_focus_in_sight(ui);
    });
}

fn head(ui: &mut Ui, title: &str, right: &str) {
    let colours = Colours::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    let y = rect.center().y;
    let right = line(ui.painter(), right, NOTE, colours.text_weak, rect.width() * 0.45);
    let end = to_right(ui.painter(), right, pos2(rect.right() - SIDE, y));
    let left = rect.left() + SIDE;
    let title = line(ui.painter(), title, BODY, colours.text, end - left - 8.0);
    from_left(ui.painter(), title, left, y);
}

/// A sentence below.
fn note(ui: &mut Ui, words: &str) {
    let colours = Colours::of(ui);
    eframe::egui::Frame::new()
        .inner_margin(eframe::egui::Margin::symmetric(12, 3))
        .show(ui, |ui| {
            let text = eframe::egui::RichText::new(words)
                .size(SMALL)
                .color(colours.text_weak);
            ui.add(eframe::egui::Label::new(text).wrap());
        });
}

/// All binding targets in one draw, and all judged ones.
fn together(ui: &mut Ui, session: &Session, ensemble: &Ensemble) {
    let language = session.view().language;
    let plan = session.document().plan();
    let (judged, binding) = judged_counts(plan, ensemble);
    let named = |id, count: usize| Message::new(id).with("count", count).say(language);
    let rows = [
        (ensemble.together.binding, named("likely-binding", binding)),
        (ensemble.together.judged, named("likely-judged", judged)),
    ];
    for (n, (likelihood, name)) in rows.into_iter().enumerate() {
        let Some(likelihood) = likelihood else { continue };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        let said = labelled(
            &name,
            &chance_with_error(likelihood, ensemble.size, language),
            language,
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        let ink = Colours::of(ui).text;
        figures(
            ui,
            session,
            rect,
            (&name, false),
            (likelihood, ensemble.size),
            ink,
        );
        if n == 0
            && let Some(apart) = binding_apart(plan, ensemble, language)
        {
            note(ui, &apart);
        }
    }
    let colours = Colours::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), Sense::hover());
    ui.painter()
        .hline(rect.x_range(), rect.center().y, Stroke::new(1.0, colours.outline));
}

/// One target with its probability; a click selects its indicator.
fn one(
    ui: &mut Ui,
    session: &Session,
    (target, likelihood): (TargetIx, Likelihood),
    send: &mut Vec<Command>,
) {
    let language = session.view().language;
    let plan = session.document().plan();
    let Some(ensemble) = session.ensemble() else {
        return;
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let name = short_target_in_words(plan, target, language);
    let said = labelled(
        &name,
        &chance_with_error(likelihood, ensemble.size, language),
        language,
    );
    let is_selected = session.drawn_indicator() == Some(target.indicator);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_selected, &said));
    selection::row(ui, rect, &response, is_selected);
    let is_binding = plan.target(target).binding;
    let accent = Colours::of(ui).accent;
    figures(
        ui,
        session,
        rect,
        (&name, is_binding),
        (likelihood, ensemble.size),
        accent,
    );
    if response.clicked() {
        send.push(Command::Select(target.indicator));
    }
    let earlier = session.earlier_draws().iter().map(AsRef::as_ref);
    let settled = settling(earlier.chain([ensemble]), target, language);
    response.on_hover_ui(|ui| {
        ui.set_max_width(320.0);
        ui.label(said);
        if let Some(settled) = settled {
            ui.label(settled);
        }
    });
}

/// Name, probability and error in a line, and a bar below it.
fn figures(
    ui: &Ui,
    session: &Session,
    rect: Rect,
    (name, is_binding): (&str, bool),
    (likelihood, size): (Likelihood, u64),
    ink: eframe::egui::Color32,
) {
    let (colours, painter) = (Colours::of(ui), ui.painter());
    let language = session.view().language;
    let y = rect.top() + 14.0;
    let error = error_in_brief(likelihood, size);
    let error = line(painter, error, SMALL, colours.text_weak, ERROR);
    to_right(painter, error, pos2(rect.right() - SIDE, y));
    let share = line(painter, chance(likelihood, language), BODY, colours.text, 80.0);
    let end = to_right(painter, share, pos2(rect.right() - SIDE - ERROR, y));
    let left = rect.left() + SIDE;
    let sign = is_binding.then(|| say(language, "targets-binding"));
    let sign = sign.map(|sign| line(painter, sign.as_ref(), SMALL, colours.text_weak, 60.0));
    let of_sign = sign.as_ref().map_or(0.0, |sign| sign.size().x + 8.0);
    let name = line(painter, name, BODY, colours.text, end - left - 8.0 - of_sign);
    let at = from_left(painter, name, left, y);
    if let Some(sign) = sign {
        from_left(painter, sign, at + 6.0, y);
    }
    let whole = Rect::from_x_y_ranges(
        left..=rect.right() - SIDE,
        rect.top() + 27.0..=rect.top() + 27.0 + BAR,
    );
    painter.rect_filled(whole, 1.0, colours.control);
    let width = (whole.width() * likelihood.p as f32).max(1.5);
    painter.rect_filled(whole.with_max_x(whole.left() + width), 1.0, ink);
}

/// A target without a probability.
fn without(ui: &mut Ui, session: &Session, target: TargetIx, send: &mut Vec<Command>) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    let document = session.document();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), PLAIN), Sense::click());
    let name = short_target_in_words(document.plan(), target, language);
    let said = labelled(&name, &say(language, "likely-assumed"), language);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, false, &said));
    selection::row(ui, rect, &response, false);
    let y = rect.center().y;
    if let Some(assessment) = document.evaluation().assessment(target) {
        Mark::of(assessment).paint(ui.painter(), pos2(rect.left() + SIDE + 7.0, y), colours);
    }
    let left = rect.left() + SIDE + 20.0;
    let shown = line(
        ui.painter(),
        name,
        BODY,
        colours.text_weak,
        rect.right() - left - 34.0,
    );
    from_left(ui.painter(), shown, left, y);
    let dash = line(ui.painter(), "–", BODY, colours.text_weak, 20.0);
    to_right(ui.painter(), dash, pos2(rect.right() - SIDE, y));
    if response.clicked() {
        send.push(Command::Select(target.indicator));
    }
}

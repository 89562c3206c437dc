//! The answer at the head of a card.

use eframe::egui::{self, Id, Role as A11y, Sense, Ui, pos2, vec2};

use crate::analysis::contributions;
use crate::figure::Chart;
use crate::model::Assessment;
use crate::session::Session;
use crate::text::say;
use crate::ui::name_control;
use crate::ui::pieces::{ANSWER, BODY, MARK_SIZE, Mark, NOTE, SMALL, line};
use crate::ui::theme::Colours;
use crate::wording::{self, CardAnswer, beside_chance, card_answer, card_end, evidence, promise, verdict};

/// The height of the answer and of the line under it, in points.
const ANSWER_HEIGHT: f32 = 24.0;
const MOVED_HEIGHT: f32 = 15.0;
/// The least height of a card whose answer has a line under it, in points.
const ROOM_FOR_MOVED: f32 = 225.0;
/// The gap between the parts of the answer, in points.
const GAP: f32 = 8.0;

fn assessment<'a>(session: &'a Session, chart: &Chart) -> Option<&'a Assessment> {
    let document = session.document();
    let (main, _) = document.plan().main_target(chart.indicator)?;
    document.evaluation().assessment(main)
}

/// How likely the main target is met, in words, once rates are uncertain.
fn odds(session: &Session, chart: &Chart) -> Option<String> {
    let (main, _) = session.document().plan().main_target(chart.indicator)?;
    Some(session.chance(main)?.told(session.view().language))
}

/// The answer of a chart: where it leads beside what is asked; without a target its last value.
pub(super) fn answer(session: &Session, chart: &Chart) -> CardAnswer {
    let (view, document) = (session.view(), session.document());
    let of_target = assessment(session, chart)
        .and_then(|assessment| card_answer(document.plan(), assessment, view.decimals, view.language));
    of_target.unwrap_or_else(|| {
        let last = chart.scenario().and_then(|series| series.points.last());
        let value = last.map_or_else(
            || "–".to_owned(),
            |last| chart.value_at(last.value, last.year, view.decimals, view.language),
        );
        card_end(&value, chart.years.1, view.language)
    })
}

/// Draws the answer: the result, what is asked, and at the right how it is judged.
pub(super) fn second_line(ui: &mut Ui, session: &Session, chart: &Chart, answer: &CardAnswer) {
    let colours = Colours::of(ui);
    let language = session.view().language;
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), ANSWER_HEIGHT), Sense::hover());
    let response = ui.interact(row, Id::unique(("answer", chart.indicator)), Sense::hover());
    let mut said = answer.in_words(language);
    if let Some(told) = odds(session, chart) {
        said = beside_chance(&said, &told, language);
    }
    name_control(&response, A11y::Label, &said);
    let painter = ui.painter();
    let result = line(painter, &answer.result, ANSWER, colours.text, row.width());
    let mut right = row.right();
    if let Some(assessment) = assessment(session, chart) {
        let mark = Mark::of(assessment);
        let ink = mark.colour(colours);
        let room = row.width() - result.size().x - GAP - MARK_SIZE - 5.0;
        let word = line(painter, &answer.status, BODY, ink, f32::INFINITY);
        // Where only the mark fits, its word is on hover.
        if word.size().x <= room {
            right -= word.size().x;
            painter.galley(pos2(right, row.center().y - word.size().y / 2.0), word, ink);
            right -= 5.0;
        }
        right -= MARK_SIZE;
        mark.paint(painter, pos2(right + MARK_SIZE / 2.0, row.center().y), colours);
        right -= GAP;
    }
    let from = row.left() + result.size().x + GAP;
    // On one base line.
    let low = row.center().y + result.size().y / 2.0;
    painter.galley(pos2(row.left(), low - result.size().y), result, colours.text);
    if right - from > 30.0 {
        let mut target = line(painter, &answer.target, NOTE, colours.text_weak, right - from);
        if target.elided {
            target = line(painter, &answer.brief, NOTE, colours.text_weak, right - from);
        }
        painter.galley(pos2(from, low - 2.0 - target.size().y), target, colours.text_weak);
    }
    response.on_hover_ui(|ui| about(ui, session, chart, answer));
}

/// What the answer rests on, in full.
fn about(ui: &mut Ui, session: &Session, chart: &Chart, answer: &CardAnswer) {
    let (view, plan) = (session.view(), session.document().plan());
    let language = view.language;
    ui.set_max_width(340.0);
    ui.label(answer.in_words(language));
    ui.colored_label(Colours::of(ui).text_weak, &chart.unit);
    let weak = Colours::of(ui).text_weak;
    if let Some(assessment) = assessment(session, chart) {
        let target = plan.target(assessment.target);
        let promise = promise(plan.get(chart.indicator), target, language);
        ui.colored_label(weak, verdict(plan, assessment, &promise, language));
        ui.colored_label(weak, evidence(plan, assessment, language));
        ui.colored_label(weak, &target.wording);
    }
    if let Some(told) = odds(session, chart) {
        ui.label(told);
    }
    if let Some(moved) = moved(session, chart) {
        ui.colored_label(weak, moved);
    }
    ui.colored_label(weak, say(language, "chart-year-keys"));
}

/// What moved a derived indicator, in words.
fn moved(session: &Session, chart: &Chart) -> Option<String> {
    let document = session.document();
    let moved = contributions(document.plan(), document.projection(), chart.indicator)?;
    Some(wording::moved_by(
        document.plan(),
        &moved,
        session.view().language,
    ))
}

/// Draws what moved a derived indicator, where the card is high enough; else it is on hover.
pub(super) fn moved_by(ui: &mut Ui, session: &Session, chart: &Chart, height: f32) {
    if height < ROOM_FOR_MOVED {
        return;
    }
    let Some(words) = moved(session, chart) else {
        return;
    };
    let colours = Colours::of(ui);
    let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), MOVED_HEIGHT), Sense::hover());
    let galley = line(ui.painter(), &words, SMALL, colours.text_weak, row.width());
    let is_cut = galley.elided;
    ui.painter().galley(row.min, galley, colours.text_weak);
    response.widget_info(|| egui::WidgetInfo::labeled(A11y::Label, true, &words));
    if is_cut {
        response.on_hover_text(words);
    }
}

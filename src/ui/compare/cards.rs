//! The charts of the Compare screen: all scenarios in each, with the judgements of its target.

use eframe::egui::{Id, Margin, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use super::select::{is_selected, select};
use crate::analysis::Outcome;
use crate::figure::{Mode, Path, Role as LineRole, trajectory};
use crate::plan::{IndicatorIx, Plan};
use crate::session::{Command, ComparedContent, ComparedScenarios, Session};
use crate::text::say;
use crate::ui::charts::{OverlaidChart, Overlay, overlay};
use crate::ui::pieces::{BODY, MARK_SIZE, Mark, NOTE, line};
use crate::ui::theme::Colours;
use crate::ui::{name_control, selection};
use crate::wording::{labelled, scenario_letter};

/// The least width of a card and the gap between cards, in points.
const LEAST: f32 = 236.0;
const GAP: f32 = 8.0;
/// The height of a card's head, in points.
const HEAD: f32 = 20.0;

/// A row of cards of this height; it scrolls where there are more than there is room for.
pub(super) fn draw(
    ui: &mut Ui,
    session: &Session,
    found: &ComparedScenarios,
    height: f32,
    send: &mut Vec<Command>,
) {
    let Some(plan) = found.plan() else { return };
    let mut charts = session.view().charts(plan);
    let by = found.result.as_ref().ok().and_then(|found| found.by);
    charts.extend(by.map(Outcome::indicator).filter(|ix| !charts.contains(ix)));
    let room = ui.available_width();
    let beside = ((room + GAP) / (LEAST + GAP)).floor().max(1.0);
    let columns = beside.min(charts.len().max(1) as f32);
    let width = (room - GAP * (columns - 1.0)) / columns;
    let is_new = selection::is_new(ui, session.view(), "compared charts");
    ScrollArea::horizontal()
        .id_salt("compared charts")
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            ui.horizontal(|ui| {
                for ix in charts {
                    let (place, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
                    if is_new && is_selected(session, plan, ix) {
                        ui.scroll_to_rect(place, None);
                    }
                    if ui.is_rect_visible(place) {
                        let mut inside = ui.new_child(UiBuilder::new().max_rect(place));
                        card(&mut inside, session, (found, plan, ix), send);
                    }
                }
            });
        });
}

fn card(
    ui: &mut Ui,
    session: &Session,
    (found, plan, ix): (&ComparedScenarios, &Plan, IndicatorIx),
    send: &mut Vec<Command>,
) {
    let colours = Colours::of(ui);
    let place = ui.max_rect();
    let edge = if is_selected(session, plan, ix) {
        Stroke::new(1.5, colours.accent)
    } else {
        Stroke::new(1.0, colours.outline)
    };
    ui.painter().rect(
        place,
        4.0,
        colours.surface,
        edge,
        eframe::egui::StrokeKind::Inside,
    );
    let inside = place - Margin::symmetric(10, 6);
    let head = inside.with_max_y(inside.top() + HEAD);
    let view = session.view();
    let drawn = Overlay {
        plan,
        charts: charts(found, plan, ix, view.language),
        reference: found.reference,
        decimals: view.decimals,
        language: view.language,
    };
    let response = ui.interact(head, Id::unique(("compared card", ix)), Sense::click());
    name_control(&response, Role::Button, &judged(session, found, plan, ix));
    heading(ui, session, (found, plan, ix), head);
    let rest = inside.with_min_y(head.bottom());
    let mut below = ui.new_child(UiBuilder::new().max_rect(rest));
    let plot = overlay(&mut below, &drawn, Id::unique(("compared plot", ix)));
    if response.clicked() || plot.clicked() {
        select(session, plan, ix, send);
    }
}

/// Each scenario's chart of an indicator; those without it have none.
fn charts(
    found: &ComparedScenarios,
    plan: &Plan,
    ix: IndicatorIx,
    language: crate::text::Language,
) -> Vec<OverlaidChart> {
    let id = &plan.get(ix).id;
    let all = found.slots.iter().zip(&found.scenarios);
    let charts = all.map(|(slot, of)| {
        let twin = twin(of, plan, ix, id);
        let path = Path {
            role: LineRole::Scenario,
            name: "",
            projection: of.evaluation.projection(),
        };
        let mut chart = trajectory(&of.plan, &[path], twin.unwrap_or(ix), Mode::Level, language);
        if twin.is_none() {
            chart.series.clear();
        }
        OverlaidChart {
            slot: *slot,
            letter: scenario_letter(*slot),
            chart,
        }
    });
    charts.collect()
}

fn twin(of: &ComparedContent, plan: &Plan, ix: IndicatorIx, id: &str) -> Option<IndicatorIx> {
    if std::ptr::eq(&raw const *of.plan, plan) {
        return Some(ix);
    }
    of.plan.find(id)
}

/// The mark of the main target in each scenario.
fn marks(found: &ComparedScenarios, plan: &Plan, ix: IndicatorIx) -> Vec<(usize, Option<Mark>)> {
    let Some((main, _)) = plan.main_target(ix) else {
        return Vec::new();
    };
    let name = plan.target_name(main);
    let marks = found.slots.iter().zip(&found.scenarios).map(|(slot, of)| {
        let target = of.plan.find_target(&name).ok();
        let assessment = target.and_then(|target| of.evaluation.assessment(target));
        (*slot, assessment.map(Mark::of))
    });
    marks.collect()
}

/// Name at the left; at the right the judgement in each scenario.
fn heading(
    ui: &Ui,
    session: &Session,
    (found, plan, ix): (&ComparedScenarios, &Plan, IndicatorIx),
    head: eframe::egui::Rect,
) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    let painter = ui.painter();
    let y = head.center().y;
    let mut right = head.right();
    let marks = marks(found, plan, ix);
    if marks.is_empty() {
        let words = line(
            painter,
            say(language, "compare-no-target"),
            NOTE,
            colours.text_weak,
            head.width(),
        );
        right -= words.size().x;
        painter.galley(pos2(right, y - words.size().y / 2.0), words, colours.text_weak);
    }
    // The marks stand in the order of the letters, which go where there is no room for the name.
    let name = line(
        painter,
        plan.get(ix).short_name(language),
        BODY,
        colours.text,
        f32::INFINITY,
    );
    let has_letters = name.size().x + marks.len() as f32 * (MARK_SIZE + 22.0) <= head.width();
    for (slot, mark) in marks.into_iter().rev() {
        let Some(mark) = mark else { continue };
        right -= MARK_SIZE;
        mark.paint(painter, pos2(right + MARK_SIZE / 2.0, y), colours);
        if !has_letters {
            right -= 4.0;
            continue;
        }
        let letter = line(painter, scenario_letter(slot), NOTE, colours.compared(slot), 20.0);
        right -= letter.size().x + 4.0;
        painter.galley(pos2(right, y - letter.size().y / 2.0), letter, colours.text);
        right -= 9.0;
    }
    let name = plan.get(ix).short_name(language);
    let name = line(painter, name, BODY, colours.text, right - 6.0 - head.left());
    painter.galley(pos2(head.left(), y - name.size().y / 2.0), name, colours.text);
}

/// The name and the judgements in words.
fn judged(session: &Session, found: &ComparedScenarios, plan: &Plan, ix: IndicatorIx) -> String {
    let language = session.view().language;
    let marks = marks(found, plan, ix);
    let said = marks.iter().filter_map(|(slot, mark)| {
        let word = say(language, (*mark)?.word());
        Some(labelled(&scenario_letter(*slot), &word, language))
    });
    let said: Vec<String> = said.collect();
    let name = plan.get(ix).name.get(language);
    if said.is_empty() {
        return labelled(name, &say(language, "compare-no-target"), language);
    }
    labelled(name, &said.join(&say(language, "list-separator")), language)
}

//! What moves the selected target: the levers behind it by how much one point of each does, the most effective first.

use eframe::egui::{Id, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{HEADING, SIDE};
use crate::analysis::{Sensitivity, sensitivities};
use crate::plan::{IndicatorIx, TargetIx};
use crate::session::{Command, Document, Session, View};
use crate::text::{say, say_with};
use crate::ui::lead_to;
use crate::ui::pieces::{BODY, SMALL, from_left, line, to_right};
use crate::ui::selection;
use crate::ui::theme::Colours;
use crate::wording::{effect_in_brief, effect_in_words, short_target_in_words};

/// The height of a row, and the width of a bar, its thickness and the space around it, in points.
const ROW: f32 = 22.0;
const BAR: f32 = 60.0;
const THICK: f32 = 8.0;
const GAP: f32 = 6.0;
/// The room for a figure, and the space below the last row.
const FIGURE: f32 = 62.0;
const BELOW: f32 = 4.0;
/// The most of the panel's height that this takes.
const SHARE: f32 = 0.4;

/// The targets of one indicator, each with the levers that move it.
pub(super) struct Movers {
    of: IndicatorIx,
    targets: Vec<(TargetIx, Vec<Sensitivity>)>,
}

impl Movers {
    /// Of the selected indicator; of the one before while a lever is selected from its list.
    pub fn of_selection(ui: &Ui, session: &Session) -> Option<Self> {
        let (document, view) = (session.document(), session.view());
        let selected = view.selected(document.plan())?;
        let led = ui.data(|data| data.get_temp::<(IndicatorIx, u64)>(led_from()));
        let led = led.filter(|(of, when)| *when == view.selections() && document.plan().has(*of));
        let before = led.and_then(|(of, _)| Self::find(document, of));
        let before = before.filter(|before| before.has(selected));
        before.or_else(|| Self::find(document, selected))
    }

    fn find(document: &Document, of: IndicatorIx) -> Option<Self> {
        let (plan, projection) = (document.plan(), document.projection());
        let of_target = |target: TargetIx| {
            let assessment = document.evaluation().assessment(target)?;
            let found = sensitivities(plan, document.scenario(), projection, assessment);
            (!found.is_empty()).then_some((target, found))
        };
        let targets: Vec<_> = plan.targets_of(of).filter_map(|(ix, _)| of_target(ix)).collect();
        (!targets.is_empty()).then_some(Self { of, targets })
    }

    fn has(&self, lever: IndicatorIx) -> bool {
        let mut all = self.targets.iter().flat_map(|(_, found)| found);
        all.any(|found| found.lever == lever)
    }

    /// How much room it takes of the height there is.
    pub fn height(&self, available: f32) -> f32 {
        let of_target = |(_, found): &(TargetIx, Vec<Sensitivity>)| HEADING + ROW * found.len() as f32;
        let whole: f32 = BELOW + self.targets.iter().map(of_target).sum::<f32>();
        // At least a heading and the first lever, whatever the room.
        whole.min((available * SHARE).max(HEADING + ROW + BELOW))
    }

    pub fn draw(&self, ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
        let (document, view) = (session.document(), session.view());
        let edge = Stroke::new(1.0, Colours::of(ui).outline);
        let top = ui.available_rect_before_wrap();
        ui.painter().hline(top.x_range(), top.top() + 0.5, edge);
        ScrollArea::vertical()
            .id_salt("movers")
            .auto_shrink(false)
            // One lever takes less than the least height that lists have else.
            .min_scrolled_height(0.0)
            .show(ui, |ui| {
                for (target, found) in &self.targets {
                    heading(ui, document, *target, view);
                    let scale = BarScale::of(found);
                    for one in found {
                        if row(ui, document, (*target, *one), scale, view) {
                            // The list stays while its levers are tried one by one.
                            let led = (self.of, view.selections() + 1);
                            ui.data_mut(|data| data.insert_temp(led_from(), led));
                            lead_to(ui, one.lever, send);
                        }
                    }
                }
                crate::ui::column::keep_focus_in_sight(ui);
            });
    }
}

/// Where the indicator is kept from whose list the selection came, with the number of that selection.
fn led_from() -> Id {
    Id::unique("movers led to the selection")
}

/// What a bar's full length stands for. It is a round figure, so that it stays while a lever is dragged.
#[derive(Clone, Copy)]
struct BarScale {
    most: f32,
    /// Whether there are effects of both signs, or negative ones alone, so that zero is in the middle.
    is_centred: bool,
}

impl BarScale {
    fn of(found: &[Sensitivity]) -> Self {
        let most = found.iter().map(|found| found.effect.abs()).fold(0.0, f64::max);
        let mut round = 1.0;
        while round < most {
            round *= 10.0;
        }
        while round / 10.0 >= most && round > 1e-9 {
            round /= 10.0;
        }
        let parts = [0.2, 0.5, 1.0].map(|part| part * round);
        let round = parts.into_iter().find(|part| *part >= most).unwrap_or(round);
        Self {
            most: round as f32,
            is_centred: found.iter().any(|found| found.effect < 0.0),
        }
    }

    /// Where zero is, and how long the bar of an effect, in a place for bars.
    fn bar(self, place: Rect, effect: f64) -> (f32, f32) {
        let (zero, room) = if self.is_centred {
            (place.center().x, place.width() / 2.0)
        } else {
            (place.left(), place.width())
        };
        (zero, room * (effect as f32 / self.most).clamp(-1.0, 1.0))
    }
}

fn heading(ui: &mut Ui, document: &Document, target: TargetIx, view: &View) {
    let (place, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEADING), Sense::hover());
    let colours = Colours::of(ui);
    let name = short_target_in_words(document.plan(), target, view.language);
    let words = say_with(view.language, "moves-heading", &[("name", &name)]);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    let painter = ui.painter();
    let middle = place.center().y + 1.0;
    let per = say(view.language, "moves-per-point");
    let per = line(painter, per.as_ref(), SMALL, colours.text_weak, 140.0);
    let left = to_right(painter, per, pos2(place.right() - SIDE, middle));
    let room = left - place.left() - SIDE - GAP;
    let words = line(painter, words, BODY, colours.text, room);
    from_left(painter, words, place.left() + SIDE, middle);
}

/// One lever: its name, the bar and the figure. Whether it was chosen.
fn row(
    ui: &mut Ui,
    document: &Document,
    (target, found): (TargetIx, Sensitivity),
    scale: BarScale,
    view: &View,
) -> bool {
    let (plan, projection) = (document.plan(), document.projection());
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let id = Id::unique(("mover", target, found.lever));
    let response = ui.interact(rect, id, Sense::click());
    let is_chosen = view.selected(plan) == Some(found.lever);
    let in_words = || effect_in_words(plan, projection, target, found, view.language);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, in_words()));
    selection::row(ui, rect, &response, is_chosen);
    let colours = Colours::of(ui);
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(rect));
    let middle = rect.center().y;
    let figure = effect_in_brief(plan, target, found.effect, view.language);
    let figure = line(&painter, figure, BODY, colours.text, FIGURE);
    to_right(&painter, figure, pos2(rect.right() - SIDE, middle));
    let right = rect.right() - SIDE - FIGURE - GAP;
    let bars = Rect::from_x_y_ranges(right - BAR..=right, middle - THICK / 2.0..=middle + THICK / 2.0);
    let (zero, length) = scale.bar(bars, found.effect);
    let bar = Rect::from_two_pos(pos2(zero, bars.top()), pos2(zero + length, bars.bottom()));
    painter.rect_filled(bar, 0.0, colours.accent);
    let axis = Stroke::new(1.0, colours.text_weak);
    painter.vline(zero, bars.y_range().expand(2.0), axis);
    let name = plan.get(found.lever).short_name(view.language);
    let room = bars.left() - GAP - rect.left() - SIDE;
    from_left(
        &painter,
        line(&painter, name, BODY, colours.text, room),
        rect.left() + SIDE,
        middle,
    );
    response.on_hover_text(in_words()).clicked()
}

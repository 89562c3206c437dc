//! One target: its mark, name and figures, the evidence for them, and what is still needed.

use eframe::egui::{
    Color32, EventFilter, Id, Key, Modifiers, Painter, Pos2, Rect, Response, RichText, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{INDENT, ScoredTarget, cells, columns_of, odds};
use crate::plan::TargetIx;
use crate::session::{Command, Document, TrackCommand, TrackPage, View};
use crate::text::{Language, say, say_with};
use crate::ui::pieces::{BODY, Mark, SMALL, from_left, line, to_right};
use crate::ui::selection;
use crate::ui::theme::Colours;
use crate::wording::{
    going_in_brief, needed_in_brief, short_target_in_words, sources_in_brief, target_figure,
};

/// The heights of a row that is judged and of one that is not, in points.
const JUDGED: f32 = 44.0;
const PLAIN: f32 = 23.0;

/// Where a row is in the list.
pub(super) struct TargetPlace<'a> {
    /// All rows, in the order shown.
    pub ids: &'a [Id],
    pub position: usize,
    /// An indicator was selected since the last frame.
    pub is_new: bool,
}

/// The id of a target's row, by which the rows before and after it find it.
pub(super) fn id(score: &ScoredTarget<'_>) -> Id {
    Id::unique(("target", score.assessment.target))
}

pub(super) fn draw(
    ui: &mut Ui,
    document: &Document,
    score: &ScoredTarget<'_>,
    place: &TargetPlace<'_>,
    view: &View,
    send: &mut Vec<Command>,
) {
    let ix = score.assessment.indicator();
    let is_judged = score.assessment.is_judged();
    let height = match (is_judged, score.odds) {
        (false, _) => PLAIN,
        (true, None) => JUDGED,
        (true, Some(_)) => JUDGED + odds::HEIGHT,
    };
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
    let response = ui.interact(rect, place.ids[place.position], Sense::click());
    let is_chosen = view.selected(document.plan()) == Some(ix);
    response.widget_info(|| {
        let words = score.in_words(document, view);
        WidgetInfo::selected(Role::ListItem, true, is_chosen, words)
    });
    if is_chosen && place.is_new {
        ui.scroll_to_rect(rect, None);
    }
    keys(ui, &response, place, score.assessment.target, send);
    if response.double_clicked() {
        seek(score.assessment.target, send);
    } else if response.clicked() {
        send.push(Command::Select(ix));
    }
    if !ui.is_rect_visible(rect) {
        return;
    }
    selection::row(ui, rect, &response, is_chosen);
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(rect));
    let colours = Colours::of(ui);
    if is_judged {
        judged(&painter, rect, document, score, view, colours);
        if let Some(odds) = &score.odds {
            let below = rect.with_min_y(rect.bottom() - odds::HEIGHT - 2.0);
            let place = below.with_min_x(rect.left() + INDENT);
            odds::paint(&painter, odds, place, columns_of(rect), view.language, colours);
        }
        let edge = Stroke::new(1.0, colours.grid);
        painter.hline(rect.x_range(), rect.bottom() - 0.5, edge);
    } else {
        plain(&painter, rect, document, score, view, colours);
    }
    response.on_hover_ui(|ui| about(ui, document, score, view));
}

/// What the keyboard does with a row: up and down go to the next, Enter selects it, and with Ctrl opens goal-seek.
fn keys(ui: &Ui, response: &Response, place: &TargetPlace<'_>, target: TargetIx, send: &mut Vec<Command>) {
    if !response.has_focus() {
        return;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let (up, down, seeks) = ui.input_mut(|input| {
        (
            input.consume_key(Modifiers::NONE, Key::ArrowUp),
            input.consume_key(Modifiers::NONE, Key::ArrowDown),
            input.consume_key(Modifiers::COMMAND, Key::Enter),
        )
    });
    let next = match (up, down) {
        (true, false) => place.position.checked_sub(1),
        (false, true) => Some(place.position + 1),
        _ => None,
    };
    if let Some(next) = next.and_then(|next| place.ids.get(next)) {
        ui.memory_mut(|memory| memory.request_focus(*next));
    }
    if seeks {
        seek(target, send);
    }
}

/// Goes to the target's goal-seek.
fn seek(target: TargetIx, send: &mut Vec<Command>) {
    send.push(Command::Select(target.indicator));
    send.push(Command::Track(TrackCommand::Select(target)));
    send.push(Command::Track(TrackCommand::ShowPage(TrackPage::Ledger)));
}

/// A judged target in two lines: name, result and need; evidence, target, and how it goes on.
fn judged(
    painter: &Painter,
    rect: Rect,
    document: &Document,
    score: &ScoredTarget<'_>,
    view: &View,
    colours: &Colours,
) {
    let language = view.language;
    let (plan, projection) = (document.plan(), document.projection());
    let assessment = score.assessment;
    let ix = assessment.target;
    let mark = Mark::of(assessment);
    let [leads, needs] = columns_of(rect);
    let (above, below) = (rect.top() + 14.0, rect.top() + 31.0);
    mark.paint(painter, pos2(rect.left() + 19.0, above), colours);
    let evaluation = document.evaluation();
    let ledger = evaluation
        .ledger(ix)
        .filter(|_| evaluation.has_numbers(ix.indicator));
    let room = needs - leads - 4.0;
    let text = |text: &str, size: f32, colour: Color32, room: f32| line(painter, text, size, colour, room);

    let needed = ledger.map_or_else(
        || "–".to_owned(),
        |ledger| needed_in_brief(plan, projection, ledger, view.decimals, language),
    );
    to_right(
        painter,
        text(&needed, BODY, colours.text, room),
        pos2(needs, above),
    );
    let result = score.result(document, view);
    let left = rect.left() + INDENT;
    let share = (leads - left) * 0.62;
    let result = text(&result, BODY, mark.colour(colours), share);
    let end = to_right(painter, result, pos2(leads, above));
    let name = short_target_in_words(plan, ix, language);
    from_left(
        painter,
        text(&name, BODY, colours.text, end - left - 6.0),
        left,
        above,
    );

    let now = ledger
        .and_then(|ledger| going_in_brief(plan, projection, (ledger, assessment), view.decimals, language));
    if let Some(now) = now {
        to_right(
            painter,
            text(&now, SMALL, colours.text_weak, room),
            pos2(needs, below),
        );
    }
    // The result above says whether it is a rise or a fall.
    let promised = target_figure(score.indicator, score.target, language);
    let promised = text(&promised, SMALL, colours.text_weak, share);
    let end = to_right(painter, promised, pos2(leads, below));
    let inputs = (plan, document.scenario(), projection);
    let at = cells::paint(painter, inputs, ix.indicator, pos2(left, below), colours) + 5.0;
    let of_frame = room_for_frame(painter, score, language);
    let room = end - at - of_frame - 5.0;
    let sources = sources_in_brief(plan, projection, ix, language);
    let sources = text(&sources, SMALL, colours.text_weak, room);
    // Half a name says less than the kind.
    let sources = if sources.elided && assessment.last_actual.is_some() {
        text(
            &say(language, "evidence-key-derived"),
            SMALL,
            colours.text_weak,
            room,
        )
    } else {
        sources
    };
    let at = from_left(painter, sources, at, below) + 5.0;
    if score.target.binding {
        frame(painter, language, pos2(at, below), colours);
    }
}

/// A target that rests on nothing entered, in one line.
fn plain(
    painter: &Painter,
    rect: Rect,
    document: &Document,
    score: &ScoredTarget<'_>,
    view: &View,
    colours: &Colours,
) {
    let language = view.language;
    let plan = document.plan();
    let ix = score.assessment.target;
    let [leads, needs] = columns_of(rect);
    // Dots are narrower than rates.
    let leads = leads + 16.0;
    let middle = rect.center().y;
    Mark::of(score.assessment).paint(painter, pos2(rect.left() + 19.0, middle), colours);
    let left = rect.left() + INDENT;
    let result = score.result(document, view);
    let result = line(painter, result, BODY, colours.text_weak, (leads - left) * 0.62);
    let end = to_right(painter, result, pos2(leads, middle));
    let of_frame = room_for_frame(painter, score, language);
    let name = short_target_in_words(plan, ix, language);
    let room = end - left - 6.0 - of_frame;
    let at = from_left(
        painter,
        line(painter, name, BODY, colours.text_weak, room),
        left,
        middle,
    );
    if score.target.binding {
        frame(painter, language, pos2(at + 5.0, middle), colours);
    }
    if score.assessment.projected.is_some() {
        cells::paint_to(painter, plan.steps(), pos2(needs, middle), colours.text_weak);
    }
}

/// What the sign of a binding target takes of a row; nothing for others.
fn room_for_frame(painter: &Painter, score: &ScoredTarget<'_>, language: Language) -> f32 {
    if !score.target.binding {
        return 0.0;
    }
    let text = say(language, "targets-binding");
    let text = line(painter, text.as_ref(), SMALL, Color32::WHITE, f32::INFINITY);
    text.size().x + 11.0
}

/// The sign of a binding target: "B" in a frame, from the middle of its left edge.
fn frame(painter: &Painter, language: Language, at: Pos2, colours: &Colours) {
    let text = say(language, "targets-binding");
    let text = line(painter, text.as_ref(), SMALL, colours.text_weak, f32::INFINITY);
    let size = vec2(text.size().x + 6.0, 14.0);
    let place = Rect::from_min_size(at - vec2(0.0, size.y / 2.0), size);
    let edge = Stroke::new(1.0, colours.text_weak);
    painter.rect_stroke(place, 2.0, edge, StrokeKind::Inside);
    from_left(painter, text, at.x + 3.0, at.y);
}

/// Everything about a target, on hover.
fn about(ui: &mut Ui, document: &Document, score: &ScoredTarget<'_>, view: &View) {
    let language = view.language;
    let weak = Colours::of(ui).text_weak;
    ui.set_max_width(320.0);
    ui.label(score.in_words(document, view));
    let binding = if score.target.binding {
        "binding-yes"
    } else {
        "binding-no"
    };
    ui.label(RichText::new(say(language, binding)).color(weak));
    let wording = say_with(language, "about-wording", &[("text", &score.target.wording)]);
    ui.label(RichText::new(wording).color(weak));
    ui.label(RichText::new(say(language, "targets-seek")).color(weak));
}

//! Beside the map: the outcome at the pointer, the targets that the two levers do not move, and what all of it rests on.

use eframe::egui::{Label, RichText, Role, Sense, Ui, WidgetInfo, vec2};

use super::labels::{MOST_NAMED, named_value};
use super::{kept, plot};
use crate::analysis::feasibility::Feasibility;
use crate::model::Assessment;
use crate::plan::TargetIx;
use crate::session::{Command, MapShown, Session, TrackCommand};
use crate::text::{Message, say};
use crate::ui::pieces::{MARK_SIZE as SIZE, Mark, NOTE, line};
use crate::ui::selection;
use crate::ui::theme::Colours;
use crate::wording::{
    CardAnswer, card_answer, labelled, map_rests_on, region_at, share_of_map, short_target_in_words,
    status_word,
};

/// The gap between a mark and its words, and between rows, in points.
const GAP: f32 = 6.0;
const BETWEEN: f32 = 3.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let Some((shown, map)) = session
        .map()
        .and_then(|shown| Some((shown, shown.result.as_ref().ok()?)))
    else {
        return;
    };
    at_point(ui, session, (shown, map), send);
    others(ui, session, &map.others, send);
    share(ui, session, map);
    rests_on(ui, session, map);
}

fn heading(ui: &mut Ui, session: &Session, id: &'static str) {
    let text = RichText::new(say(session.view().language, id)).size(NOTE);
    ui.label(text.color(Colours::of(ui).text_weak));
}

fn note(ui: &mut Ui, text: impl Into<String>) {
    let text = RichText::new(text).size(NOTE);
    ui.add(Label::new(text.color(Colours::of(ui).text_weak)).wrap());
}

/// Both parameters and every target of the map, at the pointer or where the scenario stands.
fn at_point(
    ui: &mut Ui,
    session: &Session,
    (shown, map): (&MapShown, &Feasibility),
    send: &mut Vec<Command>,
) {
    let language = session.view().language;
    let pointer = kept::pointer(ui);
    let id = if pointer.is_some() {
        "map-at-pointer"
    } else {
        "map-at-scenario"
    };
    heading(ui, session, id);
    let at = pointer.unwrap_or_else(|| plot::at_present(session, map));
    for text in [
        named_value(session, &map.x, at.0),
        named_value(session, &map.y, at.1),
    ] {
        ui.add(Label::new(RichText::new(text).size(NOTE)).wrap());
    }
    if map.targets.is_empty() {
        return note(ui, say(language, "map-moves-nothing"));
    }
    ui.add_space(BETWEEN);
    for assessment in kept::outcomes(ui, session, shown.number, at).iter() {
        outcome(ui, session, assessment, send);
    }
    if map.targets.len() > MOST_NAMED {
        note(ui, region_at(session.document().plan(), map, at, language));
    }
    if pointer.is_some() {
        let text = RichText::new(say(language, "map-click-sets")).size(NOTE);
        ui.label(text.color(Colours::of(ui).accent));
    }
}

/// A target with where it would end; a click selects it.
fn outcome(ui: &mut Ui, session: &Session, assessment: &Assessment, send: &mut Vec<Command>) {
    let language = session.view().language;
    let plan = session.document().plan();
    let answer = card_answer(plan, assessment, session.view().decimals, language);
    let name = short_target_in_words(plan, assessment.target, language);
    let words = match answer {
        Some(CardAnswer { result, status, .. }) => [labelled(&name, &result, language), status],
        None => [name, status_word(assessment, language)],
    };
    target_row(
        ui,
        session,
        (assessment.target, Mark::of(assessment)),
        words,
        send,
    );
}

/// A row with a mark, which selects its target; in two lines where one is too narrow, never broken within a word.
fn target_row(
    ui: &mut Ui,
    session: &Session,
    (ix, mark): (TargetIx, Mark),
    [said, status]: [String; 2],
    send: &mut Vec<Command>,
) {
    let colours = Colours::of(ui);
    let width = ui.available_width();
    let is_chosen = session.view().selected(session.document().plan()) == Some(ix.indicator);
    let ink = match mark {
        Mark::Judged(_) => mark.colour(colours),
        Mark::Assumed | Mark::NoData => colours.text,
    };
    let words = Message::new("map-target-row")
        .with("said", said.as_str())
        .with("status", status.as_str())
        .say(session.view().language);
    let room = width - SIZE - 2.0 * GAP;
    let of = |text: &str, room| line(ui.painter(), text, NOTE, ink, room);
    let whole = of(&words, f32::INFINITY);
    let text = if whole.size().x <= room {
        vec![whole]
    } else {
        vec![of(&said, room), of(&status, room)]
    };
    let height: f32 = text.iter().map(|line| line.size().y).sum();
    let (place, response) = ui.allocate_exact_size(vec2(width, height + 2.0 * BETWEEN), Sense::click());
    selection::row(ui, place, &response, is_chosen);
    let first = place.top() + BETWEEN + text.first().map_or(8.0, |line| line.size().y / 2.0);
    let left = place.left() + GAP;
    mark.paint(
        ui.painter(),
        eframe::egui::pos2(left + SIZE / 2.0, first),
        colours,
    );
    let mut at = eframe::egui::pos2(left + SIZE + GAP, place.top() + BETWEEN);
    for line in text {
        let height = line.size().y;
        ui.painter().galley(at, line, ink);
        at.y += height;
    }
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &words));
    if response.clicked() {
        send.push(Command::Track(TrackCommand::Select(ix)));
    }
}

/// How much of the map meets all of its targets.
fn share(ui: &mut Ui, session: &Session, map: &Feasibility) {
    let language = session.view().language;
    let Some(said) = share_of_map(map, language) else {
        return;
    };
    ui.separator();
    ui.add(Label::new(RichText::new(said).size(NOTE)).wrap());
    note(ui, say(language, "map-share-note"));
}

/// What holds at every point of the map: both levers' rates in their open years, everything else unchanged.
fn rests_on(ui: &mut Ui, session: &Session, map: &Feasibility) {
    let language = session.view().language;
    let document = session.document();
    let (plan, scenario, projection) = (document.plan(), document.scenario(), document.projection());
    for sentence in map_rests_on(plan, scenario, projection, map, language) {
        note(ui, sentence);
    }
}

/// Targets independent of the two levers: those with a judgement one by one, the others counted.
fn others(ui: &mut Ui, session: &Session, others: &[Assessment], send: &mut Vec<Command>) {
    if others.is_empty() {
        return;
    }
    let language = session.view().language;
    let plan = session.document().plan();
    ui.separator();
    heading(ui, session, "map-other-targets");
    let mut rows: Vec<(Mark, Vec<TargetIx>)> = Vec::new();
    for assessment in others {
        let mark = Mark::of(assessment);
        match rows.iter_mut().find(|(other, _)| *other == mark) {
            Some((_, targets)) => targets.push(assessment.target),
            None => rows.push((mark, vec![assessment.target])),
        }
    }
    rows.sort_by_key(|(mark, _)| !matches!(mark, Mark::Judged(_)));
    for (mark, targets) in rows {
        let word = say(language, mark.word());
        if !matches!(mark, Mark::Judged(_)) {
            let said = Message::new("map-other-count")
                .with("status", word.as_ref())
                .with("count", targets.len())
                .say(language);
            ui.horizontal(|ui| {
                ui.add_space(GAP);
                mark.show(ui);
                ui.label(RichText::new(said).size(NOTE));
            });
            continue;
        }
        for ix in targets {
            let name = short_target_in_words(plan, ix, language);
            let status = others.iter().find(|found| found.target == ix);
            let status = status.map_or_else(String::new, |found| status_word(found, language));
            target_row(ui, session, (ix, mark), [name, status], send);
        }
    }
    note(ui, say(language, "map-not-moved"));
}

//! The answer strip: how many targets are judged and how, how many are assumed, and how the binding ones stand; below it
//! every path that is impossible. Its chips choose which targets and charts are shown.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    Align, Color32, FontFamily, FontId, Frame, Label, Layout, Margin, Panel, RichText, Role, ScrollArea,
    Sense, Stroke, Ui, vec2,
};

use super::name_control;
use super::pieces::{BODY, Mark, SMALL, chip, chip_width, line, segments, segments_width};
use super::room::Room;
use super::standing::{impossible, sentences};
use super::theme::Colours;
use crate::model::{Count, Counts, Status};
use crate::session::{Command, Page, ScoreFilter, Session, View};
use crate::text::{Language, Message, say};
use crate::wording;

/// The height of the strip without impossible paths, and the size of the type of counts, in points.
const HEIGHT: f32 = 42.0;
const COMPACT_HEIGHT: f32 = 34.0;
const COUNT: f32 = 16.0;
const GAP: f32 = 7.0;
/// The most impossible paths in the strip; the page of implications has all of them.
const MOST_IMPOSSIBLE: usize = 2;

/// The chips: what each counts, its mark, and the targets it lets through.
const JUDGED: [(Mark, ScoreFilter); 4] = [
    (Mark::Judged(Status::Met), ScoreFilter::Met),
    (Mark::Judged(Status::Close), ScoreFilter::Close),
    (Mark::Judged(Status::Missed), ScoreFilter::Missed),
    (Mark::Judged(Status::WrongDirection), ScoreFilter::WrongDirection),
];
const NOT_JUDGED: [(Mark, ScoreFilter); 2] = [
    (Mark::Assumed, ScoreFilter::Assumed),
    (Mark::NoData, ScoreFilter::Unknown),
];

/// The pages of a window without room for all of them at once.
const PAGES: [Page; 3] = [Page::Charts, Page::Rates, Page::Scorecard];

/// How much the strip says, most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum StripLength {
    Full,
    /// Without the words before the chips of what is not judged.
    Short,
    /// And without how the binding targets stand.
    Shorter,
    /// Chips of judged targets are marks and counts alone.
    Marks,
}

const LENGTHS: [StripLength; 4] = [
    StripLength::Full,
    StripLength::Short,
    StripLength::Shorter,
    StripLength::Marks,
];

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let is_compact = Room::here(ui) == Room::Compact;
    let (height, side) = if is_compact {
        (COMPACT_HEIGHT, 8)
    } else {
        (HEIGHT, 14)
    };
    let frame = Frame::new()
        .fill(Colours::of(ui).ground)
        .inner_margin(Margin::symmetric(side, 0));
    Panel::top("answers").frame(frame).show(ui, |ui| {
        let width = ui.available_width();
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.allocate_ui(vec2(width, height), |ui| {
            ui.set_height(height);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                row(ui, session, is_compact, send);
            });
        });
        impossible(ui, session, MOST_IMPOSSIBLE);
    });
}

fn row(ui: &mut Ui, session: &Session, is_compact: bool, send: &mut Vec<Command>) {
    let document = session.document();
    let counts = document.evaluation().counts(document.plan());
    let view = session.view();
    if is_compact {
        pages(ui, view, send);
    }
    let room = ui.available_width();
    let length = LENGTHS
        .into_iter()
        .filter(|length| !is_compact || *length == StripLength::Marks)
        .find(|length| width_of(ui, &counts, *length, view.language) <= room)
        .unwrap_or(StripLength::Marks);
    if !is_compact {
        binding(ui, &counts, (view, length), send);
    }
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ScrollArea::horizontal()
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = GAP;
                    chips(ui, session, (&counts, length), send);
                });
            });
    });
}

/// The words before the chips and the chips, from the left.
fn chips(ui: &mut Ui, session: &Session, (counts, length): (&Counts, StripLength), send: &mut Vec<Command>) {
    let view = session.view();
    let all = &counts.all;
    let heading = heading(ui, all, length, view.language);
    ui.add(Label::new(heading).selectable(false).sense(Sense::hover()))
        .on_hover_ui(|ui| {
            ui.set_max_width(420.0);
            for sentence in sentences(counts, view.language) {
                ui.label(sentence);
            }
        });
    for (mark, filter) in shown(&JUDGED, all, length) {
        count_chip(
            ui,
            view,
            (mark, filter),
            (all, length == StripLength::Marks),
            send,
        );
    }
    let (place, _) = ui.allocate_exact_size(vec2(9.0, 24.0), Sense::hover());
    let line = Stroke::new(1.0, Colours::of(ui).outline);
    ui.painter().vline(place.center().x, place.y_range(), line);
    if let Some(others) = others(all, length, view.language) {
        ui.label(RichText::new(others).size(BODY).color(Colours::of(ui).text_weak));
    }
    for (mark, filter) in shown(&NOT_JUDGED, all, length) {
        count_chip(ui, view, (mark, filter), (all, false), send);
    }
}

/// The chips that are shown: where there is no room, those without targets are left out.
fn shown<'a>(
    chips: &'a [(Mark, ScoreFilter)],
    count: &'a Count,
    length: StripLength,
) -> impl Iterator<Item = (Mark, ScoreFilter)> + 'a {
    let is_shown =
        move |(_, filter): &(Mark, ScoreFilter)| length < StripLength::Marks || of(count, *filter) > 0;
    chips.iter().copied().filter(is_shown)
}

/// The pages of a compact window.
fn pages(ui: &mut Ui, view: &View, send: &mut Vec<Command>) {
    let names = PAGES.map(|page| say(view.language, page.label()));
    let chosen = PAGES.iter().position(|page| *page == view.page).unwrap_or(2);
    let width = segments_width(ui, &names);
    let clicked = ui
        .allocate_ui(vec2(width, 24.0), |ui| segments(ui, &names, Some(chosen)))
        .inner;
    if let Some(page) = clicked {
        send.push(Command::ShowPage(PAGES[page]));
    }
}

/// The pages of a compact window in a row of their own, on a screen without the strip.
pub(super) fn pages_row(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let frame = Frame::new()
        .fill(Colours::of(ui).ground)
        .inner_margin(Margin::symmetric(8, 4));
    Panel::top("pages")
        .frame(frame)
        .show(ui, |ui| pages(ui, session.view(), send));
}

/// The width that everything takes at a length.
fn width_of(ui: &Ui, counts: &Counts, length: StripLength, language: Language) -> f32 {
    let all = &counts.all;
    let painter = ui.painter();
    let of_text =
        |text: String, size: f32| line(painter, text, size, Color32::WHITE, f32::INFINITY).size().x + GAP;
    let heading = painter.layout_job(heading(ui, all, length, language)).size().x + GAP;
    let chips: f32 = shown(&JUDGED, all, length)
        .map(|chip| (chip, length == StripLength::Marks))
        .chain(shown(&NOT_JUDGED, all, length).map(|chip| (chip, false)))
        .map(|((mark, filter), is_short)| {
            let word = say(language, mark.word());
            let word = if is_short { "" } else { word.as_ref() };
            chip_width(ui, word, of(all, filter)) + GAP
        })
        .sum();
    let others = others(all, length, language).map_or(0.0, |text| of_text(text, BODY));
    let binding =
        binding_words(counts, length, language).map_or(0.0, |text| of_text(text, SMALL + 0.5) + 16.0);
    heading + chips + others + binding + 9.0 + GAP
}

/// "24 targets: 6 rest on data or a set rate", the count that matters larger than the words.
fn heading(ui: &Ui, count: &Count, length: StripLength, language: Language) -> LayoutJob {
    let colours = Colours::of(ui);
    let is_none = count.judged == 0 && count.targets > 0;
    let id = match length {
        StripLength::Marks => "strip-judged-marks",
        _ if is_none => "strip-none-judged",
        StripLength::Full => "strip-judged",
        StripLength::Short | StripLength::Shorter => "strip-judged-short",
    };
    let said = Message::new(id)
        .with("all", count.targets)
        .with("judged", count.judged)
        .say(language);
    let format = |size: f32| TextFormat {
        font_id: FontId::new(size, FontFamily::Proportional),
        color: colours.text,
        valign: Align::Center,
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    let figure = count.judged.to_string();
    // All targets are said first in every language where both counts are.
    let parts = if length == StripLength::Marks {
        said.split_once(&figure)
    } else {
        said.rsplit_once(&figure)
    };
    match parts.filter(|_| !is_none) {
        Some((before, after)) => {
            job.append(before, 0.0, format(BODY));
            job.append(&figure, 0.0, format(COUNT));
            job.append(after, 0.0, format(BODY));
        }
        None => job.append(&said, 0.0, format(BODY)),
    }
    job
}

/// "18 do not".
fn others(count: &Count, length: StripLength, language: Language) -> Option<String> {
    let rest = count.targets - count.judged;
    let is_said = length == StripLength::Full && count.judged > 0 && rest > 0;
    is_said.then(|| Message::new("strip-others").with("count", rest).say(language))
}

fn count_chip(
    ui: &mut Ui,
    view: &View,
    (mark, filter): (Mark, ScoreFilter),
    (count, is_short): (&Count, bool),
    send: &mut Vec<Command>,
) {
    let language = view.language;
    let number = of(count, filter);
    let word = say(language, mark.word());
    let is_chosen = view.score_filter == filter;
    let name = Message::new("strip-chip")
        .with("status", word.as_ref())
        .with("count", number)
        .say(language);
    let shown = if is_short { "" } else { word.as_ref() };
    let response = chip(ui, mark, (shown, number), is_chosen, &name);
    let depend = (filter == ScoreFilter::Met)
        .then(|| wording::met_conditions(count, language))
        .flatten();
    let response = response.on_hover_ui(|ui| {
        ui.set_max_width(320.0);
        ui.label(&name);
        if let Some(depend) = depend {
            ui.label(depend);
        }
    });
    if response.clicked() {
        let chosen = if is_chosen { ScoreFilter::All } else { filter };
        send.push(Command::FilterScores(chosen));
    }
}

/// How many of the counted targets a filter lets through.
const fn of(count: &Count, filter: ScoreFilter) -> usize {
    match filter {
        ScoreFilter::All | ScoreFilter::Binding => count.targets,
        ScoreFilter::NotMet => count.judged - count.met,
        ScoreFilter::Met => count.met,
        ScoreFilter::Close => count.close,
        ScoreFilter::Missed => count.missed,
        ScoreFilter::WrongDirection => count.wrong_direction,
        ScoreFilter::Assumed => count.assumed,
        ScoreFilter::Unknown => count.unknown,
    }
}

/// The binding targets in as many words as there is room for.
fn binding_words(counts: &Counts, length: StripLength, language: Language) -> Option<String> {
    match length {
        StripLength::Full | StripLength::Short => wording::binding_in_brief(counts, language),
        StripLength::Shorter | StripLength::Marks => (counts.binding.targets > 0).then(|| {
            Message::new("strip-binding-short")
                .with("count", counts.binding.targets)
                .say(language)
        }),
    }
}

/// The binding targets in a few words, which choose them.
fn binding(ui: &mut Ui, counts: &Counts, (view, length): (&View, StripLength), send: &mut Vec<Command>) {
    let language = view.language;
    let (Some(shown), Some(words)) = (
        binding_words(counts, length, language),
        wording::binding_in_brief(counts, language),
    ) else {
        return;
    };
    let is_chosen = view.score_filter == ScoreFilter::Binding;
    let ink = if is_chosen {
        Colours::of(ui).text
    } else {
        Colours::of(ui).text_weak
    };
    let text = RichText::new(shown).size(SMALL + 0.5).color(ink);
    let response = ui.selectable_label(is_chosen, text);
    name_control(&response, Role::Button, &words);
    let sentence = wording::binding_counts(counts, language).unwrap_or_default();
    if response.on_hover_text(sentence).clicked() {
        let chosen = if is_chosen {
            ScoreFilter::All
        } else {
            ScoreFilter::Binding
        };
        send.push(Command::FilterScores(chosen));
    }
}

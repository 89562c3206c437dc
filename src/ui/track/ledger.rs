//! The ledger: every target with its official progress year by year, its standing, and what is still needed.

use eframe::egui::{
    Align, Button, Label, Layout, RichText, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};
use egui_extras::{Column, TableBuilder, TableRow};

use super::odds;
use super::widths::{GAP, Widths};
use crate::figure::tone;
use crate::model::{Ledger, Origin, ProgressYear};
use crate::plan::{Indicator, Plan, Target, TargetIx};
use crate::session::{Command, Session, TrackCommand};
use crate::text::{Language, say};
use crate::ui::name_control;
use crate::ui::selection;
use crate::ui::theme::Colours;
use crate::wording::{
    self, DueRow, achieved_in_words, due_rows, ledger_in_words, origin_mark, promise, remaining_in_words,
    required_in_words, share, target_in_words, year_rests_on,
};

/// Row heights, in points.
const ROW: f32 = 24.0;
const HEADER: f32 = 32.0;
/// The gap between the figures of the last year and the standing, in points.
const INDENT: f32 = 8.0;
/// The least width of names, in points; they take what the other columns leave.
const NAME: f32 = 150.0;

/// A row: the shares due, a group heading, or a target with its ledger.
enum LedgerRow<'a> {
    Due(&'a DueRow),
    Group(&'static str),
    Target(TargetIx, &'a Indicator, &'a Target, Option<&'a Ledger>),
}

/// The shares due, if they differ; binding targets first; within each group the plan's order.
fn entries<'a>(session: &'a Session, due: &'a [DueRow]) -> Vec<LedgerRow<'a>> {
    let plan = session.document().plan();
    let mut entries: Vec<LedgerRow<'_>> = if due.len() > 1 {
        due.iter().map(LedgerRow::Due).collect()
    } else {
        Vec::new()
    };
    for (binding, heading) in [(true, "track-binding"), (false, "track-expected")] {
        let first = entries.len();
        let group = plan.targets().filter(|(.., target)| target.binding == binding);
        entries.extend(
            group.map(|(ix, indicator, target)| {
                LedgerRow::Target(ix, indicator, target, session.ledger_of(ix))
            }),
        );
        if entries.len() > first {
            entries.insert(first, LedgerRow::Group(heading));
        }
    }
    entries
}

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let plan = session.document().plan();
    ui.spacing_mut().item_spacing = vec2(GAP, 1.0);
    // Beside the scroll bar.
    let room = ui.available_width() - 12.0;
    let has_odds = session.ensemble().is_some();
    let widths = Widths::new((room, NAME), plan.steps(), has_odds);
    let name = (room - widths.taken(plan.steps())).max(NAME);
    let chosen = session.tracked();
    let language = session.view().language;
    let due = due_rows(plan, plan.targets().map(|(ix, ..)| ix), language);
    let entries = entries(session, &due);
    let is_chosen = |row: &LedgerRow<'_>| matches!(row, LedgerRow::Target(ix, ..) if chosen == Some(*ix));
    let sought = entries
        .iter()
        .position(is_chosen)
        .filter(|_| selection::is_new(ui, session.view(), "ledger"));
    ScrollArea::horizontal().auto_shrink(false).show(ui, |ui| {
        let table = TableBuilder::new(ui)
            .id_salt("ledger")
            .striped(true)
            // Clicks only: the keyboard uses the button with the name.
            .sense(Sense::CLICK)
            .auto_shrink(false)
            .cell_layout(Layout::right_to_left(Align::Center))
            .column(Column::exact(name).clip(true))
            .column(Column::exact(widths.target).clip(true))
            .columns(Column::exact(widths.year), plan.steps())
            .column(Column::exact(widths.standing).clip(true))
            .column(Column::exact(widths.linear))
            .columns(Column::exact(widths.amount).clip(true), 2)
            .column(Column::exact(widths.required).clip(true))
            .columns(Column::exact(widths.odds).clip(true), usize::from(has_odds));
        let table = match sought {
            Some(row) => table.scroll_to_row(row, None),
            None => table,
        };
        let common = due.first().filter(|_| due.len() == 1);
        let table = table.header(HEADER, |mut row| {
            header(&mut row, plan, (common, has_odds), language);
        });
        table.body(|body| {
            body.rows(ROW, entries.len(), |mut row| match &entries[row.index()] {
                LedgerRow::Due(due) => shares_due(&mut row, due, has_odds, language),
                LedgerRow::Group(heading) => group(&mut row, heading, (plan, has_odds), language),
                LedgerRow::Target(ix, indicator, target, ledger) => {
                    row.set_selected(chosen == Some(*ix));
                    let is_chosen = fill(&mut row, session, (*ix, indicator, target), *ledger);
                    if is_chosen || row.response().clicked() {
                        send.push(Command::Track(TrackCommand::Select(*ix)));
                    }
                }
            });
        });
    });
}

/// The years, with the shares due below them if all targets have the same.
fn header(
    row: &mut TableRow<'_, '_>,
    plan: &Plan,
    (due, has_odds): (Option<&DueRow>, bool),
    language: Language,
) {
    let mut heading = |layout: Layout, indent: f32, text: &str| {
        let (_, cell) = row.col(|ui| {
            ui.with_layout(layout, |ui| {
                ui.add_space(indent);
                let text = RichText::new(text).small().color(Colours::of(ui).text_weak);
                ui.add(Label::new(text).wrap());
            });
        });
        cell
    };
    let left = Layout::left_to_right(Align::Center).with_main_wrap(true);
    let right = Layout::right_to_left(Align::Center).with_main_wrap(true);
    heading(left, 0.0, &say(language, "column-indicator"));
    heading(left, 0.0, &say(language, "column-target"));
    for step in 1..=plan.steps() {
        let year = plan.year(step);
        match due.and_then(|due| Some((due, due.shares.get(step - 1).copied()??))) {
            Some((due, fraction)) => {
                let share = share(fraction, language);
                heading(right, 0.0, &format!("{year}\n{share}")).on_hover_text(&due.label);
            }
            None => {
                heading(right, 0.0, &year.to_string());
            }
        }
    }
    heading(left, INDENT, &say(language, "track-column-standing"));
    for id in [
        "track-column-linear",
        "track-column-achieved",
        "track-column-remaining",
        "track-column-required",
    ] {
        heading(right, 0.0, &say(language, id));
    }
    if has_odds {
        heading(right, 0.0, &say(language, "likely-column"));
    }
}

/// The shares due each year, for targets of one schedule.
fn shares_due(row: &mut TableRow<'_, '_>, due: &DueRow, has_odds: bool, language: Language) {
    row.col(|ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let text = RichText::new(&due.label).small().color(Colours::of(ui).text_weak);
            ui.add(Label::new(text).truncate());
        });
    });
    row.col(|_| {});
    for fraction in &due.shares {
        let text = fraction.map_or_else(|| "–".to_owned(), |fraction| share(fraction, language));
        row.col(|ui| weak(ui, &text));
    }
    for _ in 0..5 + usize::from(has_odds) {
        row.col(|_| {});
    }
}

fn group(
    row: &mut TableRow<'_, '_>,
    heading: &'static str,
    (plan, has_odds): (&Plan, bool),
    language: Language,
) {
    row.col(|ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let text = RichText::new(say(language, heading)).small().strong();
            ui.add(Label::new(text.color(Colours::of(ui).accent)).extend());
        });
    });
    for _ in 0..plan.steps() + 6 + usize::from(has_odds) {
        row.col(|_| {});
    }
}

/// One target. Returns whether its name was clicked.
fn fill(
    row: &mut TableRow<'_, '_>,
    session: &Session,
    (ix, indicator, target): (TargetIx, &Indicator, &Target),
    ledger: Option<&Ledger>,
) -> bool {
    let (language, decimals) = (session.view().language, session.view().decimals);
    let (plan, projection) = (session.document().plan(), session.document().projection());
    let left = Layout::left_to_right(Align::Center);
    let mut is_clicked = false;
    row.col(|ui| {
        ui.with_layout(left, |ui| {
            let is_chosen = session.tracked() == Some(ix);
            let name = target_in_words(plan, ix, language);
            let button = ui.add(Button::selectable(is_chosen, name).truncate());
            let words = ledger_in_words(plan, session.document().evaluation(), ix, decimals, language);
            let words = odds::beside(session, ix, words);
            name_control(&button, Role::Button, &words);
            button.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &words));
            is_clicked = button.clicked();
            button.on_hover_text(words);
        });
    });
    row.col(|ui| {
        let text = RichText::new(promise(indicator, target, language)).small();
        let weak = Colours::of(ui).text_weak;
        ui.with_layout(left, |ui| ui.add(Label::new(text.color(weak)).truncate()));
    });
    let has_numbers = session.document().evaluation().has_numbers(ix.indicator);
    let Some(ledger) = ledger.filter(|_| has_numbers) else {
        for _ in 0..session.document().plan().steps() {
            row.col(|ui| weak(ui, "–"));
        }
        let why = if has_numbers {
            "status-unknown"
        } else {
            "lever-no-number"
        };
        row.col(|ui| {
            ui.with_layout(left, |ui| {
                ui.add_space(INDENT);
                weak(ui, &say(language, why));
            });
        });
        for _ in 0..4 + usize::from(session.ensemble().is_some()) {
            row.col(|ui| weak(ui, "–"));
        }
        return is_clicked;
    };
    for year in &ledger.years[1..] {
        let is_last = ledger.last_actual > 0 && ledger.last().is_some_and(|last| last.year == year.year);
        row.col(|ui| {
            progress(ui, session, ix, year);
            if is_last {
                divide(ui);
            }
        });
    }
    for _ in ledger.years.len()..=plan.steps() {
        row.col(|ui| weak(ui, "–"));
    }
    let standing = ledger.standing();
    row.col(|ui| {
        let colour = Colours::of(ui).status(tone(standing));
        let text = format!(
            "{} {}",
            standing.sign(),
            say(language, wording::standing(standing))
        );
        ui.with_layout(left, |ui| {
            ui.add_space(INDENT);
            ui.add(Label::new(RichText::new(text).small().color(colour)).truncate())
        });
    });
    let figures = [
        ledger.judged().map(|judged| share(judged.linear, language)),
        achieved_in_words(plan, ledger, decimals, language),
        Some(remaining_in_words(plan, ledger, decimals, language)),
        Some(required_in_words(plan, projection, ledger, decimals, language)),
    ];
    for figure in figures {
        row.col(|ui| match figure {
            Some(figure) => {
                let colour = Colours::of(ui).text;
                ui.add(Label::new(RichText::new(figure).small().color(colour)).truncate());
            }
            None => weak(ui, "–"),
        });
    }
    if session.ensemble().is_some() {
        row.col(|ui| odds::cell(ui, session, ix));
    }
    is_clicked
}

/// A line between the last year with data and those projected.
fn divide(ui: &Ui) {
    let cell = ui.max_rect();
    let line = Stroke::new(1.0, Colours::of(ui).text_weak);
    ui.painter().vline(cell.right() + GAP / 2.0, cell.y_range(), line);
}

fn weak(ui: &mut Ui, text: &str) {
    let colour = Colours::of(ui).text_weak;
    ui.label(RichText::new(text).small().color(colour));
}

/// A year's official progress over a bar, with a mark where it should be. The text style says what it rests on.
fn progress(ui: &mut Ui, session: &Session, ix: TargetIx, year: &ProgressYear) {
    let language = session.view().language;
    let colours = Colours::of(ui);
    let is_known = matches!(year.origin, Origin::Actual | Origin::Implied);
    let mark = origin_mark(year.origin);
    let figure = RichText::new(format!("{}{mark}", share(year.progress, language))).small();
    let figure = match year.origin {
        Origin::Base | Origin::Actual => figure.strong(),
        Origin::Implied => figure.color(colours.text),
        Origin::Interpolated | Origin::PartlyAssumed => figure.italics().color(colours.text),
        Origin::Projected => figure.color(colours.scenario),
        Origin::Assumed => figure.color(colours.text_weak),
    };
    let hover = year_rests_on(
        session.document().plan(),
        session.document().evaluation(),
        ix,
        year,
        language,
    );
    let cell = ui.max_rect();
    let bar = cell.with_min_y(cell.bottom() - 3.0).translate(vec2(0.0, -1.5));
    let done = year.progress.clamp(0.0, 1.0) as f32;
    let colour = if is_known {
        colours.scenario
    } else {
        colours.outline
    };
    ui.painter().rect_filled(bar, 1.0, colours.control);
    ui.painter()
        .rect_filled(bar.with_max_x(bar.left() + bar.width() * done), 1.0, colour);
    let due = bar.left() + bar.width() * year.scheduled.clamp(0.0, 1.0) as f32;
    ui.painter().line_segment(
        [pos2(due, bar.top() - 1.0), pos2(due, bar.bottom() + 1.0)],
        Stroke::new(1.0, colours.text_weak),
    );
    // The figure is above the bar.
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        ui.add(Label::new(figure).selectable(false))
    })
    .inner
    .on_hover_text(hover);
}

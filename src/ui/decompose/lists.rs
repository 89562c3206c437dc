//! The lists of the sentence.

use eframe::egui::{ComboBox, RichText, Role, Ui};

use crate::plan::IndicatorIx;
use crate::session::{Command, DecomposeChoice, DecomposeCommand, DecomposeWay, Session};
use crate::text::{Language, Message, say};
use crate::ui::name_control;
use crate::ui::pieces::NOTE;
use crate::ui::theme::Colours;

/// Widths of the lists, in points.
const NAME: f32 = 136.0;
const YEAR: f32 = 58.0;
const SCENARIO: f32 = 128.0;
const WAY: f32 = 92.0;
/// The most characters of a scenario's name in a list.
const MOST: f32 = 320.0;

fn ask(command: DecomposeCommand, send: &mut Vec<Command>) {
    send.push(Command::Decompose(command));
}

fn list(ui: &mut Ui, name: &str, (shown, width): (String, f32), contents: impl FnOnce(&mut Ui)) {
    let combo = ComboBox::from_id_salt(("decompose list", name))
        .selected_text(shown)
        .width(width)
        .truncate()
        .show_ui(ui, |ui| {
            ui.set_max_width(MOST);
            contents(ui);
        });
    name_control(&combo.response, Role::ComboBox, name);
}

/// Derived indicators; below them the others, which cannot be chosen.
pub(super) fn indicators(ui: &mut Ui, session: &Session, choice: DecomposeChoice, send: &mut Vec<Command>) {
    let (plan, language) = (session.document().plan(), session.view().language);
    let name = |ix: IndicatorIx| plan.get(ix).short_name(language).to_owned();
    let shown = (name(choice.indicator), NAME);
    list(ui, &say(language, "decompose-what"), shown, |ui| {
        let of_kind = |is_lever: bool| {
            plan.iter()
                .filter(move |(_, indicator)| indicator.is_lever() == is_lever)
                .map(|(ix, _)| ix)
        };
        for ix in of_kind(false) {
            let label = ui.selectable_label(ix == choice.indicator, name(ix));
            if label.on_hover_text(plan.get(ix).name.get(language)).clicked() {
                ask(DecomposeCommand::Of(ix), send);
            }
        }
        ui.separator();
        let heading = RichText::new(say(language, "decompose-others")).size(NOTE);
        ui.label(heading.color(Colours::of(ui).text_weak));
        for ix in of_kind(true) {
            let row = ui.add_enabled_ui(false, |ui| ui.selectable_label(false, name(ix)));
            row.inner.on_disabled_hover_text(say(language, "decompose-lever"));
        }
    });
}

fn years(
    ui: &mut Ui,
    name: &'static str,
    (language, chosen): (Language, i32),
    offered: impl Iterator<Item = i32>,
) -> Option<i32> {
    let mut clicked = None;
    list(ui, &say(language, name), (chosen.to_string(), YEAR), |ui| {
        for year in offered {
            if ui.selectable_label(year == chosen, year.to_string()).clicked() {
                clicked = Some(year);
            }
        }
    });
    clicked
}

pub(super) fn from(ui: &mut Ui, session: &Session, choice: DecomposeChoice, send: &mut Vec<Command>) {
    let plan = session.document().plan();
    let offered = plan.base_year..plan.end_year;
    if let Some(year) = years(
        ui,
        "decompose-from",
        (session.view().language, choice.from),
        offered,
    ) {
        ask(DecomposeCommand::From(year), send);
    }
}

pub(super) fn to(ui: &mut Ui, session: &Session, choice: DecomposeChoice, send: &mut Vec<Command>) {
    let plan = session.document().plan();
    let (name, first) = if choice.against.is_some() {
        ("decompose-in", plan.base_year)
    } else {
        ("decompose-to", plan.base_year + 1)
    };
    let offered = first..=plan.end_year;
    if let Some(year) = years(ui, name, (session.view().language, choice.to), offered) {
        ask(DecomposeCommand::To(year), send);
    }
}

/// The year in between; effects from one end straight to the other have none.
pub(super) fn via(ui: &mut Ui, session: &Session, choice: DecomposeChoice, send: &mut Vec<Command>) {
    let language = session.view().language;
    let offered = choice.from + 1..choice.to;
    let is_offered = choice.way == DecomposeWay::Chained && !offered.is_empty();
    let shown = choice.via.map_or_else(|| "–".to_owned(), |via| via.to_string());
    ui.add_enabled_ui(is_offered, |ui| {
        list(ui, &say(language, "decompose-via"), (shown, YEAR), |ui| {
            let none = say(language, "decompose-straight");
            if ui.selectable_label(choice.via.is_none(), none).clicked() {
                ask(DecomposeCommand::Via(None), send);
            }
            for year in offered {
                let is_chosen = choice.via == Some(year);
                if ui.selectable_label(is_chosen, year.to_string()).clicked() {
                    ask(DecomposeCommand::Via(Some(year)), send);
                }
            }
        });
    });
}

/// What else is open, and the examples.
pub(super) fn against(ui: &mut Ui, session: &Session, choice: DecomposeChoice, send: &mut Vec<Command>) {
    let language = session.view().language;
    let shown = match choice.against {
        None => say(language, "decompose-against-list").into_owned(),
        Some(against) => Message::new("decompose-against-name")
            .with("name", session.decompose_name(against, language))
            .say(language),
    };
    let name = say(language, "decompose-against-list");
    list(ui, &name, (shown, SCENARIO), |ui| {
        let none = say(language, "decompose-against-none");
        if ui.selectable_label(choice.against.is_none(), none).clicked() {
            ask(DecomposeCommand::Against(None), send);
        }
        for against in session.decompose_against() {
            let is_chosen = choice.against == Some(against);
            let name = session.decompose_name(against, language);
            if ui.selectable_label(is_chosen, name).clicked() {
                ask(DecomposeCommand::Against(Some(against)), send);
            }
        }
    });
}

pub(super) fn ways(ui: &mut Ui, session: &Session, choice: DecomposeChoice, send: &mut Vec<Command>) {
    let language = session.view().language;
    let shown = (say(language, choice.way.label()).into_owned(), WAY);
    list(ui, &say(language, "decompose-how"), shown, |ui| {
        for way in DecomposeWay::offered(choice.against.is_some()) {
            let label = ui.selectable_label(way == choice.way, say(language, way.label()));
            if label.clicked() {
                ask(DecomposeCommand::In(way), send);
            }
        }
    });
}

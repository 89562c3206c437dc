//! Several levers at once: chosen by clicks on their names with Ctrl or Shift, and set alike in one step.

use eframe::egui::{Frame, Id, Key, Margin, Modifiers, RichText, Role, TextEdit, Ui};

use super::lever::Lever;
use super::value::around;
use crate::plan::IndicatorIx;
use crate::scenario::Rates;
use crate::session::{Command, DocumentId, Session};
use crate::text::{Message, numbers, say};
use crate::ui::name_control;
use crate::ui::theme::Colours;

/// The levers chosen in a document; another document in front has none.
#[derive(Clone)]
pub(super) struct Chosen {
    document: DocumentId,
    pub levers: Vec<IndicatorIx>,
    /// Where a range chosen with Shift begins.
    anchor: Option<IndicatorIx>,
}

impl Chosen {
    fn place() -> Id {
        Id::unique("levers chosen")
    }

    pub fn of(ui: &Ui, session: &Session) -> Self {
        let (document, plan) = (session.document().id(), session.document().plan());
        let known = ui.data(|data| data.get_temp::<Self>(Self::place()));
        let known = known.filter(|known| known.document == document);
        let mut chosen = known.unwrap_or(Self {
            document,
            levers: Vec::new(),
            anchor: None,
        });
        // A plan read again may have fewer indicators.
        chosen
            .levers
            .retain(|ix| plan.has(*ix) && plan.get(*ix).is_lever());
        chosen
    }

    pub fn keep(self, ui: &Ui) {
        ui.data_mut(|data| data.insert_temp(Self::place(), self));
    }

    /// Whether the bar for several levers is shown.
    pub fn is_several(&self) -> bool {
        self.levers.len() > 1
    }

    /// A click on a name: alone it selects the lever, with Ctrl or Shift it chooses several among those shown.
    pub fn click(
        &mut self,
        ix: IndicatorIx,
        held: Modifiers,
        (shown, selected): (&[IndicatorIx], &[IndicatorIx]),
        send: &mut Vec<Command>,
    ) {
        if held.shift {
            let anchor = self.anchor.or_else(|| selected.first().copied()).unwrap_or(ix);
            let at = |ix| shown.iter().position(|other| *other == ix);
            if let (Some(from), Some(to)) = (at(anchor), at(ix)) {
                self.levers = shown[from.min(to)..=from.max(to)].to_vec();
                self.anchor = Some(anchor);
            }
        } else if held.command {
            if self.levers.is_empty() {
                // The lever selected before is the first of several.
                self.levers.extend(selected.iter().filter(|other| **other != ix));
            }
            match self.levers.iter().position(|other| *other == ix) {
                Some(at) => {
                    self.levers.remove(at);
                }
                None => self.levers.push(ix),
            }
            self.anchor = Some(ix);
        } else {
            self.levers.clear();
            self.anchor = Some(ix);
            send.push(Command::Select(ix));
        }
    }
}

/// The bar above the list: how many are chosen, and what they are all set to.
pub(super) fn draw(ui: &mut Ui, session: &Session, chosen: &mut Chosen, send: &mut Vec<Command>) {
    let language = session.view().language;
    let levers: Vec<Lever<'_>> = chosen.levers.iter().map(|ix| Lever::new(session, *ix)).collect();
    let is_settable = |lever: &&Lever<'_>| lever.setting.is_open && !lever.is_task();
    let open: Vec<&Lever<'_>> = levers.iter().filter(is_settable).collect();
    let colours = Colours::of(ui);
    let frame = Frame::new()
        .fill(colours.selection)
        .corner_radius(4)
        .inner_margin(Margin::symmetric(8, 4));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.horizontal_wrapped(|ui| {
            let count = Message::new("levers-chosen").with("count", levers.len());
            ui.label(count.say(language));
            rate_for_all(ui, &open, language, send);
        });
        ui.horizontal_wrapped(|ui| {
            let even = |lever: &&Lever<'_>| {
                let rates = lever.document().rates_at(lever.ix, lever.setting.plan_rate);
                (lever.ix, Some(rates))
            };
            let has_even: Vec<_> = open
                .iter()
                .filter(|lever| lever.setting.has_even)
                .map(even)
                .collect();
            many(ui, session, "levers-all-even", has_even, send);
            let needed = |lever: &&Lever<'_>| {
                let (rate, _) = lever.setting.needed?;
                Some((lever.ix, Some(lever.document().rates_at(lever.ix, rate))))
            };
            many(
                ui,
                session,
                "levers-all-needed",
                open.iter().filter_map(needed).collect(),
                send,
            );
            let is_set = |ix: &IndicatorIx| session.is_enabled(&Command::ResetLever(*ix));
            let resets = levers.iter().map(|lever| lever.ix).filter(is_set);
            many(
                ui,
                session,
                "levers-all-reset",
                resets.map(|ix| (ix, None)).collect(),
                send,
            );
            if ui.small_button(say(language, "levers-chosen-none")).clicked() {
                chosen.levers.clear();
            }
        });
    });
}

/// A button that sets these in one step.
fn many(
    ui: &mut Ui,
    session: &Session,
    label: &'static str,
    rates: Vec<(IndicatorIx, Option<Rates>)>,
    send: &mut Vec<Command>,
) {
    let text = say(session.view().language, label);
    let button = ui
        .add_enabled_ui(!rates.is_empty(), |ui| ui.small_button(text))
        .inner;
    if button.clicked() {
        send.push(Command::SetManyRates(rates));
    }
}

/// One rate for all, where all count alike: a rise, a fall or points in one unit.
fn rate_for_all(ui: &mut Ui, open: &[&Lever<'_>], language: crate::text::Language, send: &mut Vec<Command>) {
    let weak = Colours::of(ui).text_weak;
    let Some((first, rest)) = open.split_first() else {
        return;
    };
    let words = around(first);
    if rest.iter().any(|lever| around(lever) != words) {
        ui.label(
            RichText::new(say(language, "levers-not-alike"))
                .small()
                .color(weak),
        );
        return;
    }
    let [before, after] = words;
    ui.label(RichText::new(say(language, "levers-set-all")).color(weak));
    ui.label(RichText::new(before).color(weak));
    let id = Id::unique("rate for all");
    let mut text = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
    let field = ui.add(
        TextEdit::singleline(&mut text)
            .desired_width(48.0)
            .id(id.with("field")),
    );
    name_control(&field, Role::TextInput, &say(language, "levers-set-all-rate"));
    let rate = numbers::parse(&text);
    ui.label(RichText::new(after).color(weak));
    let is_misread = rate.is_none() && !text.trim().is_empty();
    if is_misread {
        ui.colored_label(Colours::of(ui).missed, say(language, "levers-no-figure"));
    }
    let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if let Some(rate) = rate.filter(|_| is_entered) {
        let set = |lever: &&Lever<'_>| (lever.ix, Some(lever.document().rates_at(lever.ix, rate)));
        send.push(Command::SetManyRates(open.iter().map(set).collect()));
        text.clear();
    }
    ui.data_mut(|data| data.insert_temp(id, text));
}

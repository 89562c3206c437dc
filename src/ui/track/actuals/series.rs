//! One indicator's series: what it counts, its source, and refused entries.

use eframe::egui::{ComboBox, Id, Label, RichText, Role, TextEdit, Ui};

use crate::plan::IndicatorIx;
use crate::scenario::{Confidence, SeriesInfo};
use crate::session::{ActualsCommand, Command, Session};
use crate::text::{Language, LocalizedText, WebAddress, say, say_with};
use crate::ui::theme::Colours;
use crate::ui::{column, links, name_control, typing};
use crate::wording::{finding, labelled, named, unit};

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let Some(ix) = session.actuals_row() else {
        return;
    };
    let document = session.document();
    let plan = document.plan();
    let indicator = plan.get(ix);
    let weak = Colours::of(ui).text_weak;
    column::scrolling(ui, |ui| {
        ui.label(RichText::new(indicator.name.get(language)).strong());
        let unit = unit(plan, indicator, document.projection().kind(ix), language);
        let scope = indicator.scope.get(language);
        for text in [unit.as_ref(), scope] {
            if !text.is_empty() {
                ui.add(Label::new(RichText::new(text).small().color(weak)).wrap());
            }
        }
        if let Some(hint) = derived_hint(session, ix) {
            ui.add(Label::new(RichText::new(hint).small().color(weak)).wrap());
        }
        discrepancies(ui, session);
        ui.add_space(6.0);
        fields(ui, session, ix, send);
        refusals(ui, session, send);
    });
}

/// What entering a figure does for a derived indicator; `None` for a lever.
pub(super) fn derived_hint(session: &Session, ix: IndicatorIx) -> Option<String> {
    let (plan, language) = (session.document().plan(), session.view().language);
    if plan.get(ix).is_lever() {
        return None;
    }
    let names = named(plan, plan.levers_behind(ix), language);
    Some(say_with(language, "actuals-derived", &[("names", &names)]))
}

/// How published figures of derived indicators differ from their identities, whichever row is selected.
pub(super) fn discrepancies(ui: &mut Ui, session: &Session) {
    let (document, language) = (session.document(), session.view().language);
    for found in session
        .implications()
        .iter()
        .filter(|found| found.is_discrepancy())
    {
        ui.add_space(4.0);
        let text = format!("◆ {}", finding(document.plan(), found, language));
        let colour = Colours::of(ui).close;
        ui.add(Label::new(RichText::new(text).small().color(colour)).wrap());
    }
}

/// Source, scope and confidence of the figures, which may differ from the plan's.
fn fields(ui: &mut Ui, session: &Session, ix: IndicatorIx, send: &mut Vec<Command>) {
    let language = session.view().language;
    let name = session.document().plan().get(ix).name.get(language);
    let stored = session.document().scenario().series.get(ix);
    let info = stored.cloned().unwrap_or_default();
    let set = |info: SeriesInfo| Command::Actuals(ActualsCommand::SetInfo(ix, info));
    let source = |source| {
        set(SeriesInfo {
            source,
            ..info.clone()
        })
    };
    send.extend(text(
        ui,
        session,
        ix,
        ("series-source", name),
        &info.source,
        source,
    ));
    let scope = |scope| {
        set(SeriesInfo {
            scope,
            ..info.clone()
        })
    };
    send.extend(text(ui, session, ix, ("series-scope", name), &info.scope, scope));
    send.extend(address(ui, session, (ix, name), &info));
    ui.label(RichText::new(say(language, "series-confidence")).small());
    let unset = say(language, "series-confidence-unset");
    let shown = info
        .confidence
        .map_or(unset.clone(), |c| say(language, c.message()));
    let combo = ComboBox::from_id_salt("confidence")
        .selected_text(shown)
        .show_ui(ui, |ui| {
            let choices = std::iter::once(None).chain(Confidence::ALL.map(Some));
            for choice in choices {
                let label = choice.map_or(unset.clone(), |c| say(language, c.message()));
                if ui.selectable_label(choice == info.confidence, label).clicked()
                    && choice != info.confidence
                {
                    send.push(set(SeriesInfo {
                        confidence: choice,
                        ..info.clone()
                    }));
                }
            }
        });
    let label = say_with(language, "series-confidence-of", &[("name", name)]);
    name_control(&combo.response, Role::ComboBox, &label);
}

/// A text in the window's language; returns the command for a new one when the field loses focus.
fn text(
    ui: &mut Ui,
    session: &Session,
    ix: IndicatorIx,
    (label, name): (&'static str, &str),
    stored: &LocalizedText,
    set: impl FnOnce(LocalizedText) -> Command,
) -> Option<Command> {
    let language: Language = session.view().language;
    let now = stored.get(language);
    let id = Id::unique((label, session.document().id(), ix.position()));
    let mut text = ui
        .data(|data| data.get_temp::<String>(id))
        .unwrap_or_else(|| now.to_owned());
    let heading = say(language, label);
    ui.label(RichText::new(heading.as_ref()).small());
    let field = ui.add(
        TextEdit::multiline(&mut text)
            .desired_rows(2)
            .desired_width(f32::INFINITY),
    );
    name_control(
        &field,
        Role::MultilineTextInput,
        &labelled(name, &heading, language),
    );
    let command = (text != now).then(|| {
        set(if stored.is_empty() {
            LocalizedText::Plain(text.clone())
        } else {
            stored.with(language, text.clone())
        })
    });
    if field.has_focus() {
        ui.data_mut(|data| data.insert_temp(id, text));
        match command {
            Some(command) => typing::brings(ui, command),
            None => typing::nothing(ui),
        }
        return None;
    }
    ui.data_mut(|data| data.remove::<String>(id));
    if !field.lost_focus() {
        return None;
    }
    typing::nothing(ui);
    command
}

/// The address of the source: typed, and opened by a link. What is no address is said, and not taken.
fn address(
    ui: &mut Ui,
    session: &Session,
    (ix, name): (IndicatorIx, &str),
    info: &SeriesInfo,
) -> Option<Command> {
    let language: Language = session.view().language;
    let now = info.url.as_ref().map_or("", WebAddress::as_str);
    let id = Id::unique(("series-url", session.document().id(), ix.position()));
    let mut text = ui
        .data(|data| data.get_temp::<String>(id))
        .unwrap_or_else(|| now.to_owned());
    let heading = say(language, "series-url");
    ui.label(RichText::new(heading.as_ref()).small());
    let field = ui.add(
        TextEdit::singleline(&mut text)
            .desired_width(f32::INFINITY)
            .hint_text("https://"),
    );
    name_control(&field, Role::TextInput, &labelled(name, &heading, language));
    let typed = text.trim();
    let url = WebAddress::read(typed);
    let is_wrong = url.is_none() && !typed.is_empty();
    let command = (typed != now && !is_wrong).then(|| {
        Command::Actuals(ActualsCommand::SetInfo(
            ix,
            SeriesInfo {
                url: url.clone(),
                ..info.clone()
            },
        ))
    });
    if is_wrong {
        let words = RichText::new(say(language, "bad-url-help")).small();
        ui.add(Label::new(words.color(Colours::of(ui).missed)).wrap());
    }
    if field.has_focus() || is_wrong {
        ui.data_mut(|data| data.insert_temp(id, text));
        if field.has_focus() {
            match command {
                Some(command) => typing::brings(ui, command),
                None => typing::nothing(ui),
            }
        }
        return None;
    }
    ui.data_mut(|data| data.remove::<String>(id));
    if field.lost_focus() {
        typing::nothing(ui);
        return command;
    }
    let stored = info.url.as_ref()?;
    links::link(ui, "open-actuals-source", stored, language)
}

/// Refused entries of all rows, with the remedy and a way to discard them.
pub(super) fn refusals(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let plan = session.document().plan();
    for refused in session.all_refused() {
        ui.add_space(6.0);
        let (ix, year) = (refused.indicator, refused.year);
        let colour = Colours::of(ui).missed;
        let name = plan.get(ix).name.get(language);
        let cell = say_with(
            language,
            "actuals-cell",
            &[("name", name), ("year", &year.to_string())],
        );
        let what = format!("✘ {}", labelled(&cell, &refused.what.say(language), language));
        ui.add(Label::new(RichText::new(what).color(colour)).wrap());
        ui.add(Label::new(RichText::new(refused.help.say(language)).small()).wrap());
        if ui.button(say(language, "actuals-forget")).clicked() {
            send.push(Command::Actuals(ActualsCommand::Forget(ix, year)));
        }
    }
}

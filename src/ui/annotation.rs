//! Writing an annotation: its year, its text, and what to do with it.

use eframe::egui::{ComboBox, Id, Key, Modal, RichText, Role, TextEdit, Ui};

use super::theme::Colours;
use super::{charts, focus_first, name_control, typing};
use crate::plan::IndicatorIx;
use crate::scenario::Annotations;
use crate::session::{AnnotationCommand, Command, Document, Session};
use crate::text::{Language, Message, safe, say, say_with};

/// The most width, and what is left around it in a small window, in points.
const WIDTH: f32 = 440.0;
const AROUND: f32 = 48.0;
/// From this many characters on, it is said how many there are.
const LONG: usize = Annotations::LONGEST_TEXT * 4 / 5;

/// What is being written.
#[derive(Clone)]
struct AnnotationDraft {
    year: i32,
    text: String,
}

pub(super) fn draw(ui: &Ui, session: &Session, send: &mut Vec<Command>) {
    let document = session.document();
    let asked = session.view().annotating(document.plan());
    let (Some((ix, year)), None, None) = (asked, session.question(), session.path_prompt()) else {
        return;
    };
    let language = session.view().language;
    let id = Id::unique(("annotation", document.id(), ix, year));
    let mut draft = ui
        .data(|data| data.get_temp::<AnnotationDraft>(id))
        .unwrap_or_else(|| {
            let year = first_year(ui, document, ix, year);
            AnnotationDraft {
                year,
                text: stored(document, ix, year, language).to_owned(),
            }
        });
    let mut done = None;
    let room = ui.ctx().content_rect().width();
    Modal::new(Id::unique("annotation window")).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(room - AROUND));
        let name = document.plan().get(ix).name.get(language);
        ui.strong(say_with(language, "annotation-title", &[("name", name)]));
        ui.add_space(4.0);
        choose_year(ui, document, ix, &mut draft, language);
        done = write(ui, session, ix, &mut draft);
    });
    if let Some(commands) = done {
        // Before the field is gone, which would submit what was typed.
        typing::nothing(ui);
        ui.data_mut(|data| data.remove::<AnnotationDraft>(id));
        send.extend(commands);
        send.push(Command::Annotation(AnnotationCommand::Close));
    } else {
        ui.data_mut(|data| data.insert_temp(id, draft));
    }
}

/// The year asked for, or marked last on a chart, or that of the last data.
fn first_year(ui: &Ui, document: &Document, ix: IndicatorIx, asked: Option<i32>) -> i32 {
    let plan = document.plan();
    let is_shown = |year: &i32| document.scenario().shows(plan, ix, *year);
    asked
        .or_else(|| charts::last_year(ui).filter(is_shown))
        .unwrap_or_else(|| plan.year(document.projection().last_actual(ix)))
}

fn stored(document: &Document, ix: IndicatorIx, year: i32, language: Language) -> &str {
    let annotations = &document.scenario().annotations;
    annotations.get(ix, year).map_or("", |text| text.get(language))
}

/// The years of the chart; those with an annotation say so. What was typed goes along to another year.
fn choose_year(
    ui: &mut Ui,
    document: &Document,
    ix: IndicatorIx,
    draft: &mut AnnotationDraft,
    language: Language,
) {
    ui.horizontal(|ui| {
        let label = say(language, "annotation-year-label");
        ui.label(label.as_ref());
        let before = draft.year;
        let combo = ComboBox::from_id_salt("year of annotation")
            .selected_text(draft.year.to_string())
            .show_ui(ui, |ui| {
                for year in document.years_shown(ix) {
                    let text = if stored(document, ix, year, language).is_empty() {
                        year.to_string()
                    } else {
                        Message::new("annotation-year-taken")
                            .with("year", year)
                            .say(language)
                    };
                    ui.selectable_value(&mut draft.year, year, text);
                }
            });
        name_control(&combo.response, Role::ComboBox, &label);
        let own = stored(document, ix, draft.year, language);
        let is_untouched = draft.text == stored(document, ix, before, language);
        if before != draft.year && (is_untouched || draft.text.is_empty()) {
            own.clone_into(&mut draft.text);
        }
    });
}

/// The text and the buttons. Returns what to do once that is decided, which may be nothing.
fn write(
    ui: &mut Ui,
    session: &Session,
    ix: IndicatorIx,
    draft: &mut AnnotationDraft,
) -> Option<Vec<Command>> {
    let language = session.view().language;
    let document = session.document();
    let stored = stored(document, ix, draft.year, language);
    let label = say(language, "annotation-text-label");
    let field = ui.add(
        TextEdit::multiline(&mut draft.text)
            .char_limit(Annotations::LONGEST_TEXT)
            .desired_rows(3)
            .desired_width(f32::INFINITY)
            .hint_text(say(language, "annotation-hint").as_ref())
            .return_key(None),
    );
    name_control(&field, Role::MultilineTextInput, &label);
    focus_first(ui, &field);
    if draft.text.chars().any(safe::is_active) {
        // One line, however many were pasted.
        draft.text = draft.text.replace(safe::is_active, " ");
    }
    let pin = |text: &str| {
        Command::Annotation(AnnotationCommand::Pin {
            indicator: ix,
            year: draft.year,
            text: text.to_owned(),
        })
    };
    let is_given = !draft.text.trim().is_empty();
    let is_new = draft.text.trim() != stored;
    let fault = is_given
        .then(|| session.pin_fault(ix, draft.year, &draft.text))
        .flatten();
    if is_given && is_new && fault.is_none() {
        typing::brings(ui, pin(&draft.text));
    } else {
        typing::nothing(ui);
    }
    let count = draft.text.chars().count();
    if let Some(fault) = fault {
        ui.colored_label(Colours::of(ui).missed, fault.message().0.say(language));
    } else if count >= LONG {
        let words = Message::new("annotation-count")
            .with("count", count)
            .with("limit", Annotations::LONGEST_TEXT)
            .say(language);
        ui.label(RichText::new(words).small().color(Colours::of(ui).text_weak));
    }
    ui.add_space(6.0);
    let entered = field.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let can_pin = is_given && is_new && fault.is_none();
    let mut done = None;
    ui.horizontal(|ui| {
        let button = ui.add_enabled_ui(can_pin, |ui| ui.button(say(language, "annotation-pin")));
        if button.inner.clicked() || (entered && can_pin) {
            done = Some(vec![pin(&draft.text)]);
        }
        let remove = ui.add_enabled_ui(!stored.is_empty(), |ui| {
            ui.button(say(language, "annotation-remove"))
        });
        if remove.inner.clicked() {
            done = Some(vec![pin("")]);
        }
        let escaped = ui.input(|input| input.key_pressed(Key::Escape));
        if ui.button(say(language, "answer-cancel")).clicked() || escaped {
            done = Some(Vec::new());
        }
    });
    done
}

//! Open questions about a table, with the figures each answer gives.

use eframe::egui::{Frame, Label, RichText, ScrollArea, Ui};

use crate::plan::Plan;
use crate::scenario::import::{
    AnswerOption, Choice, Decimal, FigureKind, Preview, Question, SignRule, cell_name,
};
use crate::session::{Import, ImportCommand, Session};
use crate::text::{Language, Message, say};
use crate::ui::theme::Colours;
use crate::wording::entered;

/// Figures shown per answer.
const FIGURES: usize = 3;
/// Questions shown at a time; the next follow once these are answered.
const QUESTIONS: usize = 20;
/// Answers shown per question.
const ANSWERS: usize = 12;

/// Draws the questions; returns their height in points.
pub(super) fn draw(
    ui: &mut Ui,
    session: &Session,
    import: &Import,
    preview: &Preview,
    most: f32,
    say_to: &mut impl FnMut(ImportCommand),
) -> f32 {
    if preview.questions.is_empty() && import.others.is_empty() {
        return 0.0;
    }
    let language = session.view().language;
    let before = ui.cursor().top();
    let colours = Colours::of(ui);
    Frame::group(ui.style()).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.strong(RichText::new(say(language, "import-open")).color(colours.close));
        ScrollArea::vertical()
            .id_salt("import questions")
            .max_height(most)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                sheets(ui, import, language, say_to);
                for (n, question) in preview.questions.iter().take(QUESTIONS).enumerate() {
                    ui.push_id(("question", n), |ui| one(ui, session, preview, question, say_to));
                }
                more(ui, preview.questions.len(), QUESTIONS, language);
            });
    });
    ui.cursor().top() - before
}

/// Which of several sheets is meant.
fn sheets(ui: &mut Ui, import: &Import, language: Language, say_to: &mut impl FnMut(ImportCommand)) {
    if import.others.is_empty() {
        return;
    }
    ui.add(Label::new(say(language, "import-ask-sheet")).wrap());
    ui.horizontal_wrapped(|ui| {
        for n in std::iter::once(&import.chosen).chain(&import.others) {
            if ui.button(&import.sheets.sheets[*n].name).clicked() {
                say_to(ImportCommand::ChooseSheet(*n));
            }
        }
    });
}

fn one(
    ui: &mut Ui,
    session: &Session,
    preview: &Preview,
    question: &Question,
    say_to: &mut impl FnMut(ImportCommand),
) {
    let language = session.view().language;
    let plan = session.document().plan();
    let at = question.at.map(|(row, column)| cell_name(row, column));
    let asks = question.asks.say(language);
    let asks = match &at {
        Some(at) => Message::new("import-question-at")
            .with("cell", at.as_str())
            .with("asks", asks.as_str())
            .say(language),
        None => asks,
    };
    ui.add(Label::new(asks).wrap());
    for answer in question.answers.iter().take(ANSWERS) {
        ui.horizontal_wrapped(|ui| {
            ui.add_space(12.0);
            if ui.button(name(plan, preview, &answer.choice, language)).clicked() {
                say_to(ImportCommand::Answer(answer.choice.clone()));
            }
            let gives = gives(session, answer);
            ui.add(Label::new(RichText::new(gives).small().color(Colours::of(ui).text_weak)).truncate());
        });
    }
    more(ui, question.answers.len(), ANSWERS, language);
    ui.add_space(4.0);
}

/// Says how many there are beyond those shown.
pub(super) fn more(ui: &mut Ui, all: usize, shown: usize, language: Language) {
    if all > shown {
        let more = Message::new("and-more").with("count", all - shown);
        ui.label(RichText::new(more.say(language)).small());
    }
}

/// An answer in words.
fn name(plan: &Plan, preview: &Preview, choice: &Choice, language: Language) -> String {
    match choice {
        Choice::Decimal(Decimal::Point) => say(language, "import-answer-point").into_owned(),
        Choice::Decimal(Decimal::Comma) => say(language, "import-answer-comma").into_owned(),
        Choice::Sign(_, SignRule::AsWritten) => say(language, "import-answer-as-written").into_owned(),
        Choice::Sign(_, SignRule::Falls) => say(language, "import-answer-falls").into_owned(),
        Choice::ReadAs(series, kind) => read_as(plan, preview, *series, *kind, language),
        Choice::Fractions(_, true) => say(language, "import-answer-fractions").into_owned(),
        Choice::Fractions(_, false) => say(language, "import-answer-no-fractions").into_owned(),
        Choice::Unit(_, unit) => unit.clone(),
        Choice::Take(series, _) => {
            let line = preview.lines.iter().find(|line| line.series == *series);
            let name = line.map_or("", |line| {
                if line.heading.is_empty() {
                    &line.raw
                } else {
                    &line.heading
                }
            });
            Message::new("import-answer-take")
                .with("cell", preview.cell_of(*series).unwrap_or_default())
                .with("name", name)
                .say(language)
        }
        Choice::About(_, Some(ix)) => plan.get(*ix).name.get(language).to_owned(),
        Choice::About(_, None) | Choice::LeaveOut(_) | Choice::Despite(_, false) => {
            say(language, "import-leave-out").into_owned()
        }
        Choice::Only(_, value) if value == "*" => say(language, "import-answer-all").into_owned(),
        Choice::Only(_, value) => value.clone(),
        Choice::Despite(_, true) => say(language, "import-answer-despite").into_owned(),
    }
}

/// As what kind figures are read; for a share, changes are points.
fn read_as(plan: &Plan, preview: &Preview, series: usize, kind: FigureKind, language: Language) -> String {
    let line = preview.lines.iter().find(|line| line.series == series);
    let indicator = line.and_then(|line| line.indicator).map(|ix| plan.get(ix));
    let is_points = kind.is_change() && indicator.is_some_and(|indicator| !indicator.is_compound());
    let kind = say(language, kind.label());
    if is_points {
        Message::new("import-answer-in-points")
            .with("kind", &*kind)
            .say(language)
    } else {
        kind.into_owned()
    }
}

/// The first figures that an answer gives.
fn gives(session: &Session, answer: &AnswerOption) -> String {
    let language = session.view().language;
    let document = session.document();
    let in_words = |ix, figure| {
        entered(
            document.plan(),
            ix,
            document.projection().kind(ix),
            figure,
            language,
        )
    };
    let shown = answer.figures.iter().take(FIGURES).map(|(ix, entry)| {
        Message::new("figure-of-year")
            .with("year", entry.year)
            .with("value", in_words(*ix, entry.figure))
            .say(language)
    });
    let mut shown: Vec<String> = shown.collect();
    if answer.figures.len() > FIGURES {
        shown.push("…".to_owned());
    }
    shown.join(&say(language, "list-separator"))
}

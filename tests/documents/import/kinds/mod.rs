//! Tables of the kinds that statistics offices publish, and how each must be read. Expected figures are derived beside
//! them.

mod around;
mod bases;
mod beyond;
mod cases;
mod comments;
mod decimals;
mod directions;
mod layouts;
mod looks;
mod names;
mod pages;
mod parts;
mod scopes;
mod sheets;
mod signs;
mod sizes;
mod some_years;
mod titled;
mod told;
mod units;
mod unlike;

use planpath::file::{Sheets, sheets_of_bytes};
use planpath::scenario::Actual;
use planpath::scenario::import::{CellContent, Choice, Options, Preview, Topic, look};

use crate::import::start;

/// A text file of tables, read as by the command line and the window.
pub(crate) fn read(text: &str) -> Preview {
    read_with(text, &Options::default())
}

pub(crate) fn read_with(text: &str, options: &Options) -> Preview {
    let sheets = sheets_of_bytes("table.csv", text.as_bytes()).unwrap();
    read_sheets_with(&sheets, options)
}

pub(crate) fn read_sheets_with(sheets: &Sheets, options: &Options) -> Preview {
    let (plan, scenario) = start();
    let look = look(&plan, &scenario, sheets, options);
    look.preview.unwrap_or_else(|failure| panic!("{failure}"))
}

/// What would be stored, as (id, year, kind, value).
pub(crate) fn stored(preview: &Preview) -> Vec<(String, i32, char, f64)> {
    let (plan, _) = start();
    let mut all: Vec<(String, i32, char, f64)> = preview
        .accepted()
        .map(|(ix, entry)| {
            let kind = match entry.figure {
                Actual::Level(_) => 'l',
                Actual::AnnualChange(_) => 'a',
                Actual::CumulativeChange(_) => 'c',
            };
            (plan.get(ix).id.clone(), entry.year, kind, entry.figure.value())
        })
        .collect();
    all.sort_by(|one, other| (&one.0, one.1, one.2).cmp(&(&other.0, other.1, other.2)));
    all
}

/// A table gives exactly these figures, without questions.
#[track_caller]
pub(crate) fn gives(text: &str, expected: &[(&str, i32, char, f64)]) {
    let preview = read(text);
    assert_eq!(preview.questions, [], "{text}");
    is(&preview, expected, text);
}

#[track_caller]
pub(crate) fn is(preview: &Preview, expected: &[(&str, i32, char, f64)], text: &str) {
    let found = stored(preview);
    let mut expected = expected.to_vec();
    expected.sort_by(|one, other| (one.0, one.1, one.2).cmp(&(other.0, other.1, other.2)));
    let plain = |all: &[(String, i32, char, f64)]| -> Vec<(String, i32, char)> {
        all.iter()
            .map(|(id, year, kind, _)| (id.clone(), *year, *kind))
            .collect()
    };
    let wanted: Vec<(String, i32, char)> = expected
        .iter()
        .map(|(id, year, kind, _)| ((*id).to_owned(), *year, *kind))
        .collect();
    assert_eq!(plain(&found), wanted, "{text}\n{:#?}", preview.questions);
    for ((id, year, _, value), (.., wanted)) in found.iter().zip(&expected) {
        assert!(
            (value - wanted).abs() < 1e-9,
            "{text}: {id} {year} is {value}, not {wanted}"
        );
    }
}

/// A table asks about these topics, and takes none of the figures concerned.
#[track_caller]
pub(crate) fn asks(text: &str, topics: &[Topic]) -> Preview {
    let preview = read(text);
    let found: Vec<Topic> = preview.questions.iter().map(|question| question.topic).collect();
    assert_eq!(found, topics, "{text}\n{preview:#?}");
    for question in &preview.questions {
        assert!(!question.answers.is_empty(), "{question:?}");
    }
    preview
}

/// What is stored after giving this answer to the first question.
#[track_caller]
pub(crate) fn answered(text: &str, answer: usize, expected: &[(&str, i32, char, f64)]) {
    let preview = read(text);
    let answer = preview.questions[0].answers[answer].clone();
    // The answer must deliver what the question promises.
    let shown: Vec<_> = answer.figures.clone();
    let mut options = Options::default();
    options.settle(answer.choice);
    let after = read_with(text, &options);
    is(&after, expected, text);
    let taken: Vec<_> = after.accepted().collect();
    for figure in shown {
        assert!(
            taken.contains(&figure),
            "{text}: {figure:?} was promised, {taken:?} came"
        );
    }
}

/// The reasons for refusing figures, without repetition.
pub(crate) fn reasons(text: &str) -> Vec<&'static str> {
    let mut reasons: Vec<&'static str> = read(text)
        .cells
        .iter()
        .filter_map(|cell| match &cell.content {
            CellContent::Refused { what, .. } => Some(what.id()),
            _ => None,
        })
        .collect();
    reasons.dedup();
    reasons
}

/// The ids of the notes on a table.
pub(crate) fn notes(text: &str) -> Vec<&'static str> {
    read(text).notes.iter().map(|note| note.says.id()).collect()
}

pub(crate) fn choices(preview: &Preview, question: usize) -> Vec<Choice> {
    let answers = preview.questions[question].answers.iter();
    answers.map(|answer| answer.choice.clone()).collect()
}

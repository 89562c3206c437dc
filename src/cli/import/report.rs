//! What would be stored, as JSON, CSV and tables.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{ScannedTable, answers};
use crate::cli::output;
use crate::cli::plans::header;
use crate::export::csv::CsvField;
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::import::{CellContent, FigureKind, cell_name};
use crate::scenario::{Actual, ActualEntry, footing};
use crate::text::{Language, Message, say};
use crate::wording::entered;

#[derive(Serialize)]
pub(super) struct ImportReport {
    planpath: &'static str,
    sheet: Option<String>,
    actuals: Value,
    not_taken: Vec<NotTaken>,
    notes: Vec<ImportNote>,
    questions: Vec<ImportQuestion>,
}

#[derive(Serialize)]
struct NotTaken {
    #[serde(rename = "where")]
    at: String,
    found: String,
    why: String,
}

#[derive(Serialize)]
struct ImportNote {
    #[serde(rename = "where")]
    at: Option<String>,
    says: String,
}

#[derive(Serialize)]
struct ImportQuestion {
    #[serde(rename = "where")]
    at: Option<String>,
    asks: String,
    answers: Vec<ImportAnswer>,
}

#[derive(Serialize)]
struct ImportAnswer {
    flag: String,
    actuals: Value,
}

/// Whether something must be answered before figures are stored.
pub(super) fn is_open(looked: &ScannedTable<'_>) -> bool {
    !looked.preview.questions.is_empty() || !looked.others.is_empty()
}

pub(super) fn report(looked: &ScannedTable<'_>, language: Language) -> ImportReport {
    let sheet = &looked.sheets.sheets[looked.sheet];
    ImportReport {
        planpath: env!("CARGO_PKG_VERSION"),
        sheet: looked.sheets.is_workbook().then(|| sheet.name.clone()),
        actuals: actuals(looked.plan, looked.preview.accepted()),
        not_taken: not_taken(looked, language),
        notes: notes(looked, language),
        questions: asked(looked, language),
    }
}

/// Figures by indicator, year and kind, as in scenario files.
fn actuals(plan: &Plan, figures: impl Iterator<Item = (IndicatorIx, ActualEntry)>) -> Value {
    let mut all: BTreeMap<IndicatorIx, BTreeMap<i32, Map<String, Value>>> = BTreeMap::new();
    for (ix, entry) in figures {
        let kind = FigureKind::of(entry.figure).name().to_owned();
        let year = all.entry(ix).or_default().entry(entry.year).or_default();
        year.insert(kind, json!(entry.figure.value()));
    }
    let by_id = all.into_iter().map(|(ix, years)| {
        let years = years
            .into_iter()
            .map(|(year, kinds)| (year.to_string(), Value::Object(kinds)));
        (plan.get(ix).id.clone(), Value::Object(years.collect()))
    });
    Value::Object(by_id.collect())
}

/// Beyond this many, cells are reported as runs of neighbours with the same reason: "B7:F7".
const MOST_CELLS: usize = 1_000;

fn not_taken(looked: &ScannedTable<'_>, language: Language) -> Vec<NotTaken> {
    let refused = || {
        let cells = looked.preview.cells.iter();
        cells.filter_map(|cell| match &cell.content {
            CellContent::Refused { what, help, .. } => Some((cell, what, help)),
            _ => None,
        })
    };
    let tells_runs = refused().count() > MOST_CELLS;
    let mut runs: Vec<NotTaken> = Vec::new();
    let mut last: Option<(usize, usize, &Message)> = None;
    for (cell, what, help) in refused() {
        let continues = last.is_some_and(|(row, column, same)| {
            (row, column + 1) == (cell.row, cell.column) && *same == **what
        });
        let at = cell_name(cell.row, cell.column);
        last = Some((cell.row, cell.column, what));
        match runs.last_mut() {
            Some(run) if continues && tells_runs => {
                let first = run.at.split(':').next().unwrap_or_default();
                run.at = format!("{first}:{at}");
            }
            _ => runs.push(NotTaken {
                at,
                found: cell.raw.to_string(),
                why: because(what, help, language),
            }),
        }
    }
    runs
}

fn because(what: &Message, help: &Message, language: Language) -> String {
    Message::new("cli-because")
        .with("what", what.clone())
        .with("help", help.clone())
        .say(language)
}

fn notes(looked: &ScannedTable<'_>, language: Language) -> Vec<ImportNote> {
    let whole = |says: String| ImportNote { at: None, says };
    let mut notes: Vec<ImportNote> = Vec::new();
    notes.extend(looked.sheets.remark().map(|remark| whole(remark.say(language))));
    for sheet in &looked.passed_over {
        let name = looked.sheets.sheets[*sheet].name.as_str();
        notes.push(whole(
            Message::new("import-note-passed-over")
                .with("name", name)
                .say(language),
        ));
    }
    notes.extend(looked.preview.notes.iter().map(|note| ImportNote {
        at: note.at.map(|(row, column)| cell_name(row, column)),
        says: note.says.say(language),
    }));
    notes
}

/// Questions reported at a time; the next follow once these are answered.
const MOST_QUESTIONS: usize = 200;

fn asked(looked: &ScannedTable<'_>, language: Language) -> Vec<ImportQuestion> {
    let mut questions = Vec::new();
    if !looked.others.is_empty() {
        let sheets = std::iter::once(&looked.sheet).chain(&looked.others);
        questions.push(ImportQuestion {
            at: None,
            asks: say(language, "import-ask-sheet").into_owned(),
            answers: sheets
                .map(|sheet| ImportAnswer {
                    flag: format!("--sheet \"{}\"", looked.sheets.sheets[*sheet].name),
                    actuals: Value::Object(Map::new()),
                })
                .collect(),
        });
    }
    let first = looked.preview.questions.iter().take(MOST_QUESTIONS);
    questions.extend(first.map(|question| {
        ImportQuestion {
            at: question.at.map(|(row, column)| cell_name(row, column)),
            asks: question.asks.say(language),
            answers: question
                .answers
                .iter()
                .map(|answer| ImportAnswer {
                    flag: answers::flag(looked.plan, &looked.preview, &answer.choice),
                    actuals: actuals(looked.plan, answer.figures.iter().copied()),
                })
                .collect(),
        }
    }));
    questions
}

/// Every figure that would be stored, with its cell.
pub(super) fn rows(looked: &ScannedTable<'_>, _: Language) -> Vec<Vec<CsvField>> {
    let names = ["indicator", "year", "kind", "value", "written", "cell"];
    let mut rows = vec![names.map(CsvField::text).to_vec()];
    for cell in &looked.preview.cells {
        let CellContent::Value {
            indicator,
            year,
            figure,
            ..
        } = cell.content
        else {
            continue;
        };
        rows.push(vec![
            CsvField::text(&looked.plan.get(indicator).id),
            CsvField::Year(year),
            CsvField::text(FigureKind::of(figure).name()),
            CsvField::Figure(figure.value()),
            CsvField::text(&*cell.raw),
            CsvField::Text(cell_name(cell.row, cell.column)),
        ]);
    }
    rows
}

/// Reasons listed individually; the rest are counted.
const MOST: usize = 20;

pub(super) fn tables(looked: &ScannedTable<'_>, language: Language) -> String {
    let mut parts = Vec::new();
    if looked.sheets.is_workbook() {
        let name = looked.sheets.sheets[looked.sheet].name.as_str();
        parts.push(Message::new("cli-import-sheet").with("name", name).say(language) + "\n");
    }
    parts.push(stored(looked, language));
    let left_out: Vec<(String, String)> = not_taken(looked, language)
        .into_iter()
        .map(|one| (format!("{} {}", one.at, one.found), one.why))
        .collect();
    parts.push(listed("cli-import-not-taken", &left_out, language));
    let notes: Vec<(String, String)> = notes(looked, language)
        .into_iter()
        .map(|note| (note.at.unwrap_or_default(), note.says))
        .collect();
    parts.push(listed("cli-import-notes", &notes, language));
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

fn stored(looked: &ScannedTable<'_>, language: Language) -> String {
    let header = header(
        &[
            "column-indicator",
            "column-year",
            "column-kind",
            "import-column-stored",
            "import-column-written",
            "cli-column-cell",
        ],
        language,
    );
    let cells = looked.preview.cells.iter();
    let rows: Vec<Vec<String>> = cells
        .filter_map(|cell| match cell.content {
            CellContent::Value {
                indicator,
                year,
                figure,
                ..
            } => Some(vec![
                looked.plan.get(indicator).name.get(language).to_owned(),
                year.to_string(),
                say(language, FigureKind::of(figure).label()).into_owned(),
                in_words(looked, indicator, figure, language),
                cell.raw.to_string(),
                cell_name(cell.row, cell.column),
            ]),
            _ => None,
        })
        .collect();
    if rows.is_empty() {
        let id = if is_open(looked) {
            "import-nothing-yet"
        } else {
            "import-nothing"
        };
        return say(language, id).into_owned() + "\n";
    }
    output::table(&header, &rows, usize::MAX)
}

fn in_words(looked: &ScannedTable<'_>, ix: IndicatorIx, figure: Actual, language: Language) -> String {
    let kind = footing(looked.plan, &looked.scenario.bases, ix).kind;
    entered(looked.plan, ix, kind, figure, language)
}

/// If all figures are refused, says that nothing can be stored, and why the first was refused. The program's own table
/// without any actuals has nothing to refuse.
pub(super) fn why_nothing(looked: &ScannedTable<'_>, language: Language) -> Option<String> {
    if looked.preview.accepted().next().is_some() {
        return None;
    }
    let mut refused = looked
        .preview
        .cells
        .iter()
        .filter_map(|cell| match &cell.content {
            CellContent::Refused { year, what, help, .. } => Some((year.is_some(), what, help)),
            _ => None,
        });
    let first = refused.clone().next();
    let (_, what, help) = refused.find(|(is_figure, ..)| *is_figure).or(first)?;
    let why = because(what, help, language);
    Some(Message::new("cli-import-nothing").with("why", why).say(language))
}

/// A heading and its entries, with a shared reason given once for consecutive cells.
fn listed(heading: &'static str, all: &[(String, String)], language: Language) -> String {
    if all.is_empty() {
        return String::new();
    }
    let mut groups: Vec<(Vec<&str>, &str)> = Vec::new();
    for (at, text) in all {
        match groups.last_mut() {
            Some((places, last)) if *last == text => places.push(at),
            _ => groups.push((vec![at], text)),
        }
    }
    let mut lines = say(language, heading).into_owned() + "\n";
    for (places, text) in groups.iter().take(MOST) {
        let place = match places.as_slice() {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [first, .., last] => format!("{first} … {last}"),
        };
        let colon = if place.is_empty() { "" } else { ": " };
        lines.extend(["  ", &place, colon, text, "\n"]);
    }
    if groups.len() > MOST {
        let more = Message::new("and-more")
            .with("count", groups.len() - MOST)
            .say(language);
        lines.extend(["  ", &more, "\n"]);
    }
    lines
}

/// The open questions, and the flags that answer them.
pub(super) fn questions(looked: &ScannedTable<'_>, language: Language) -> String {
    let mut lines = say(language, "cli-import-open").into_owned();
    for question in asked(looked, language).iter().take(MOST) {
        let at = question
            .at
            .as_ref()
            .map_or_else(String::new, |at| format!("{at}: "));
        lines.extend(["\n", &at, &question.asks]);
        for answer in &question.answers {
            let gives = brief(&answer.actuals);
            let arrow = if gives.is_empty() { "" } else { "  → " };
            lines.extend(["\n    ", &answer.flag, arrow, &gives]);
        }
    }
    lines
}

/// The first figures of an answer.
fn brief(actuals: &Value) -> String {
    const FIRST: usize = 3;
    let mut said = Vec::new();
    for (id, years) in actuals.as_object().into_iter().flatten() {
        for (year, kinds) in years.as_object().into_iter().flatten() {
            for (kind, value) in kinds.as_object().into_iter().flatten() {
                said.push(format!("{id} {year} {kind} {value}"));
            }
        }
    }
    let more = if said.len() > FIRST { ", …" } else { "" };
    said.truncate(FIRST);
    said.join(", ") + more
}

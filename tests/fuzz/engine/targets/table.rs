//! Tables: text from files and from the clipboard, workbooks.

use planpath::file::{Failure, Sheet, Sheets, pasted, sheets_of_bytes};
use planpath::scenario::Scenario;
use planpath::scenario::import::{
    CellContent, FigureKind, Options, Preview, cell_name, look, look_at, typed,
};
use planpath::text::Language;

use super::super::Outcome;
use super::super::oracle::{follows, is_clean, must, refusal, survives_saving};
use super::PlotObstacles;

pub fn text(
    ground: &PlotObstacles,
    input: &[u8],
    language: Language,
    thorough: bool,
) -> Result<Outcome, String> {
    let mut outcome = Outcome::default();
    typed_by_hand(
        ground,
        &String::from_utf8_lossy(input),
        language,
        &mut outcome.marks,
    )?;
    // Every other one is pasted, the rest read from a file.
    let sheets = if input.len().is_multiple_of(2) {
        let text = String::from_utf8_lossy(input);
        pasted(&text).map(|grid| Sheets {
            sheets: vec![Sheet {
                name: String::new(),
                grid,
                is_hidden: false,
            }],
            has_macros: false,
        })
    } else {
        sheets_of_bytes("fuzzed.csv", input)
    };
    read(
        ground,
        sheets,
        language,
        thorough && input.len() % 8 < 2,
        &mut outcome,
    )?;
    Ok(outcome)
}

/// How many cells of a table are typed by hand, each into an indicator and a year, and read as one of the kinds.
const TYPED: usize = 3;

fn typed_by_hand(
    ground: &PlotObstacles,
    text: &str,
    language: Language,
    marks: &mut Vec<&'static str>,
) -> Result<(), String> {
    let plan = &ground.plan;
    let from = text.len() / 2;
    let from = (from..text.len())
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0);
    let cells = text[from..].split(['\t', ',', ';', '\n']).take(TYPED);
    for (n, cell) in cells.enumerate() {
        let (ix, _) = plan
            .iter()
            .nth((n + text.len()) % plan.indicators.len())
            .expect("an indicator");
        let year = plan.base_year - 2 + i32::try_from(text.len() % 9).unwrap_or(0);
        for kind in [
            FigureKind::Level,
            FigureKind::AnnualChange,
            FigureKind::CumulativeChange,
        ] {
            match typed(plan, &ground.scenario, (ix, year), kind, cell) {
                Err((what, help)) => {
                    marks.extend([what.id(), help.id()]);
                    is_clean("a refusal", &what.say(language), false)?;
                    is_clean("a remedy", &help.say(language), false)?;
                }
                Ok(actuals) if actuals == ground.scenario.actuals => {}
                Ok(actuals) => {
                    let after = Scenario {
                        actuals,
                        ..ground.scenario.clone()
                    };
                    survives_saving(&after, plan, &ground.folder)?;
                }
            }
        }
    }
    Ok(())
}

pub fn workbook(
    ground: &PlotObstacles,
    input: &[u8],
    language: Language,
    thorough: bool,
) -> Result<Outcome, String> {
    let mut outcome = Outcome::default();
    let sheets = sheets_of_bytes("fuzzed.xlsx", input);
    read(
        ground,
        sheets,
        language,
        thorough && input.len() % 8 < 2,
        &mut outcome,
    )?;
    Ok(outcome)
}

/// How many of a table's questions are answered.
const MOST_ANSWERS: usize = 2;

fn read(
    ground: &PlotObstacles,
    sheets: Result<Sheets, Failure>,
    language: Language,
    thorough: bool,
    outcome: &mut Outcome,
) -> Result<(), String> {
    let sheets = match sheets {
        Err(failure) => return refusal(&failure, language, &mut outcome.marks),
        Ok(sheets) => sheets,
    };
    must(!sheets.sheets.is_empty(), || {
        "a file without sheets is accepted".to_owned()
    })?;
    outcome.accepted = true;
    let mut options = Options::default();
    let looked = look(&ground.plan, &ground.scenario, &sheets, &options);
    let grid = &sheets.sheets[looked.sheet].grid;
    let size = (grid.height(), grid.width());
    let mut preview = match looked.preview {
        Err(failure) => return refusal(&failure, language, &mut outcome.marks),
        Ok(preview) => preview,
    };
    sound(ground, &preview, size, language, thorough, &mut outcome.marks)?;
    for n in 0..MOST_ANSWERS {
        let Some(question) = preview.questions.first() else {
            break;
        };
        let Some(answer) = question.answers.get(n % question.answers.len().max(1)) else {
            break;
        };
        options.settle(answer.choice.clone());
        preview = match look_at(&ground.plan, &ground.scenario, &sheets, looked.sheet, &options) {
            Err(failure) => return refusal(&failure, language, &mut outcome.marks),
            Ok(preview) => preview,
        };
        sound(ground, &preview, size, language, false, &mut outcome.marks)?;
    }
    Ok(())
}

/// How many of a table's refusals and questions are rendered.
const MOST_SAID: usize = 20;

/// Every cell is in the table, every refusal and question has words, and accepted figures make a scenario.
fn sound(
    ground: &PlotObstacles,
    preview: &Preview,
    (height, width): (usize, usize),
    language: Language,
    thorough: bool,
    marks: &mut Vec<&'static str>,
) -> Result<(), String> {
    let mut said = 0;
    for cell in &preview.cells {
        must(cell.row < height && cell.column < width, || {
            format!("{} is no cell of the table", cell_name(cell.row, cell.column))
        })?;
        if let CellContent::Refused { what, help, .. } = &cell.content {
            marks.extend([what.id(), help.id()]);
            // The cells of a row say the same.
            said += 1;
            if said <= MOST_SAID {
                is_clean("a refusal", &what.say(language), false)?;
                is_clean("a remedy", &help.say(language), false)?;
            }
        }
    }
    for (n, question) in preview.questions.iter().enumerate() {
        marks.push(question.asks.id());
        // So do those of a thousand rows; rendering them takes longer than reading the table.
        if n < MOST_SAID {
            is_clean("a question", &question.asks.say(language), false)?;
        }
    }
    for note in &preview.notes {
        marks.push(note.says.id());
        is_clean("a note", &note.says.say(language), false)?;
    }
    let after = Scenario {
        actuals: preview.applied_to(&ground.scenario),
        ..ground.scenario.clone()
    };
    if after.actuals == ground.scenario.actuals {
        return Ok(());
    }
    marks.push("figures");
    survives_saving(&after, &ground.plan, &ground.folder)?;
    follows(&ground.plan, &after, language, thorough, marks)
}

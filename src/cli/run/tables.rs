//! A projection as tables for people.

use crate::cli::head::heading;
use crate::cli::output;
use crate::cli::plans::header;
use crate::figure::{origin_mark, score_table, unit};
use crate::model::{Assessment, Origin, Projection, Status};
use crate::plan::Plan;
use crate::scenario::Loaded;
use crate::text::{Language, Message, numbers, say};

pub(super) fn tables(
    loaded: &Loaded,
    projection: &Projection,
    assessments: &[Assessment],
    language: Language,
) -> String {
    [
        heading(loaded, language),
        scorecard(&loaded.plan, assessments, language),
        levels(&loaded.plan, projection, language),
    ]
    .join("\n")
}

pub(super) fn scorecard(plan: &Plan, assessments: &[Assessment], language: Language) -> String {
    let mut rows = score_table(plan, assessments, None, language);
    let header = rows.remove(0);
    let met = assessments.iter().filter(|a| a.status == Status::Met).count();
    let summary = Message::new("cli-summary")
        .with("met", met)
        .with("all", assessments.len())
        .say(language);
    output::table(&header, &rows, 2) + &summary + "\n"
}

fn levels(plan: &Plan, projection: &Projection, language: Language) -> String {
    let mut header = header(&["column-indicator", "column-unit"], language);
    header.extend(plan.years().map(|year| year.to_string()));
    let rows: Vec<Vec<String>> = plan
        .iter()
        .map(|(ix, indicator)| {
            let basis = projection.basis(ix);
            let mut row = vec![
                indicator.name.get(language).to_owned(),
                unit(plan, indicator, basis, language).into_owned(),
            ];
            let Some(levels) = projection.levels(ix) else {
                row.extend(plan.years().map(|_| "–".to_owned()));
                return row;
            };
            let origins = projection.origins(ix);
            row.extend(
                levels
                    .iter()
                    .zip(origins)
                    .map(|(level, origin)| marked(*level, *origin)),
            );
            row
        })
        .collect();
    output::table(&header, &rows, 2) + &say(language, "cli-legend") + "\n"
}

fn marked(level: f64, origin: Origin) -> String {
    numbers::level(level) + origin_mark(origin)
}

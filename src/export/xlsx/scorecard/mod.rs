//! Every target judged, as formulas over the trajectories.

mod judged;

use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, RowNum, XlsxError};

use super::layout::{FIRST_TARGET, Layout, Line, Promised, grouped_targets};
use super::page::{Done, Page, quoted, words_with};
use super::style;
use crate::export::Material;
use crate::figure::promise;
use crate::model::Status;
use crate::text::{Language, Message, numbers, say};
use crate::wording::would_be;
use judged::Judged;

/// The row of the table's head.
const HEAD: RowNum = FIRST_TARGET - 1;
/// Columns from the indicator's name to the level that meets its target.
const LAST_COLUMN: u16 = 11;
/// Widths of the columns behind the name, in characters.
const WIDTHS: [f64; 11] = [24.0, 16.0, 17.0, 17.0, 11.0, 20.0, 12.0, 24.0, 13.0, 14.0, 18.0];
const STATUS_COLUMN: u16 = 6;
const BASIS_COLUMN: u16 = 11;

pub(super) fn fill(page: &mut Page<'_>, layout: &Layout<'_>) -> Done {
    let material = layout.material;
    let language = material.language;
    let (plan, scenario) = (material.plan, material.scenario);
    page.widths(&[&[layout.name_width], WIDTHS.as_slice()].concat())?;
    page.text(0, 0, scenario.name.get(language), &style::title())?;
    page.text(1, 0, plan.title.get(language), &style::subtitle())?;
    let width = layout.name_width + WIDTHS.iter().sum::<f64>();
    page.paragraph(2, LAST_COLUMN, width, scenario.description.get(language))?;
    page.text(3, 0, &provenance(material), &style::quiet())?;
    let year = Message::new("column-last-level")
        .with("year", plan.end_year)
        .say(language);
    let head = [
        "column-indicator",
        "column-target",
        "column-target-value",
        "column-projected",
        "column-gap",
        "column-progress",
        "column-status",
        "column-binding",
        "column-wording",
    ]
    .map(|id| say(language, id));
    let level = say(language, "column-target-level");
    let mut head: Vec<&str> = head.iter().map(AsRef::as_ref).collect();
    let basis = say(language, "column-rests-on");
    head.extend([year.as_str(), &level, &basis]);
    page.text(
        5,
        0,
        &say(language, "sheet-scorecard-input"),
        &style::changeable(style::name()),
    )?;
    page.header(HEAD, &head, 2)?;
    page.text(HEAD, STATUS_COLUMN, head[6], &style::header_centred())?;
    for column in [7, 8, BASIS_COLUMN] {
        page.text(
            HEAD,
            column,
            head[usize::from(column)],
            &style::header_beside_figures(),
        )?;
    }
    // Two lines, because some of the heads are longer than the figures below them.
    page.sheet.set_row_height(HEAD, 32)?;
    page.sheet.set_freeze_panes(HEAD + 1, 1)?;
    let last = targets(page, layout)?;
    conditions(page, layout, last)?;
    met(page, layout, last)?;
    page.printed(HEAD)
}

/// What made the workbook, from what.
pub(super) fn provenance(material: &Material<'_>) -> String {
    Message::new("export-provenance")
        .with("version", env!("CARGO_PKG_VERSION"))
        .with("plan", material.plan.id.as_str())
        .with("hash", material.sha256)
        .say(material.language)
}

/// A promise in words, with its figure from a cell: the words follow when the figure is changed.
pub(super) fn promise_formula(promised: &Promised<'_>, figure: &str, language: Language) -> String {
    let size = promised.target.form.value().abs();
    let shown = numbers::shortest(size);
    // A fall is said in words, so that its figure has no sign.
    let [rise, fall] = [size, -size].map(|value| {
        let mut target = promised.target.clone();
        target.form = target.form.with_value(value);
        promise(promised.indicator, &target, language)
    });
    let of = |words: &str, cell: String| words_with(words, &[(shown.clone(), cell)]);
    if rise == fall || size == 0.0 {
        let words = promise(promised.indicator, promised.target, language);
        return of(&words, figure.to_owned());
    }
    format!(
        "IF({figure}<0,{},{})",
        of(&fall, format!("-{figure}")),
        of(&rise, figure.to_owned())
    )
}

/// Gives back the last row.
fn targets(page: &mut Page<'_>, layout: &Layout<'_>) -> Result<RowNum, XlsxError> {
    let material = layout.material;
    let mut last = HEAD;
    for line in grouped_targets(material) {
        let ix = match line {
            Line::Heading(name) => {
                last += 1;
                page.text(last, 0, name, &style::heading())?;
                continue;
            }
            Line::Indicator(ix, _) => ix,
        };
        for (at, _) in material.plan.targets_of(ix) {
            last = layout.target_row(at);
            if let Some(assessment) = material.evaluation.assessment(at) {
                let judged = Judged {
                    layout,
                    promised: layout.promised(at),
                    assessment,
                    row: last,
                };
                judged.write(page)?;
            }
        }
    }
    Ok(last)
}

/// Colours that follow the words.
fn conditions(page: &mut Page<'_>, layout: &Layout<'_>, last: RowNum) -> Done {
    let coloured = [
        Status::Met,
        Status::Close,
        Status::Missed,
        Status::WrongDirection,
        Status::Unknown,
    ]
    .into_iter()
    .flat_map(|status| [(status.message(), status), (would_be(status), status)]);
    let others = [
        ("status-on-line", Status::Close),
        ("status-would-be-on-line", Status::Close),
        ("status-assumed", Status::Unknown),
    ];
    for (id, status) in coloured.chain(others) {
        let word = say(layout.material.language, id).into_owned();
        let condition = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::EqualTo(word))
            .set_format(style::status(status));
        page.sheet.add_conditional_format(
            HEAD + 1,
            STATUS_COLUMN,
            last.max(HEAD + 1),
            STATUS_COLUMN,
            &condition,
        )?;
    }
    Ok(())
}

/// How many targets rest on something that was entered, and how many of these are met, in words around the counts.
fn met(page: &mut Page<'_>, layout: &Layout<'_>, last: RowNum) -> Done {
    let material = layout.material;
    let language = material.language;
    let counts = material.evaluation.counts(material.plan).all;
    let sentence = |judged: &str, met: &str| {
        Message::new("sheet-met")
            .with("judged", judged)
            .with("met", met)
            .with("all", counts.targets)
            .say(language)
    };
    let [here, there] = ["\u{1E}", "\u{1F}"];
    let range = format!("G{}:G{}", HEAD + 2, last + 1);
    let counted = |ids: &[&'static str]| {
        let cells = ids
            .iter()
            .map(|id| format!("COUNTIF({range},{})", quoted(&say(language, id))));
        cells.collect::<Vec<_>>()
    };
    let without = counted(&["status-assumed", "status-unknown"]).join("-");
    let judged = format!("({}-{without})", counts.targets);
    let is_met = format!("({})", counted(&["status-met", would_be(Status::Met)]).join("+"));
    let cells = [(here.to_owned(), judged.clone()), (there.to_owned(), is_met)];
    let nothing = say(language, "counts-plan-itself");
    let formula = format!(
        "IF({judged}=0,{},{})",
        quoted(&nothing),
        words_with(&sentence(here, there), &cells)
    );
    let shown = if counts.is_plan_itself() {
        nothing.into_owned()
    } else {
        sentence(&counts.judged.to_string(), &counts.met.to_string())
    };
    page.words(4, 0, &formula, &shown, &style::section())
}

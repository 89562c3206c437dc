//! What must hold for every response: faults have a position, text is fit to be shown, and accepted input can be worked
//! with.

use std::path::Path;

use planpath::analysis::solver::{Request, SolveMode, default_parameter, parameters, solve};
use planpath::analysis::{RateRule, implications, remaining};
use planpath::export::figure::{Figure, FigureOptions};
use planpath::export::report::{Report, ReportOptions};
use planpath::export::{ExportInput, csv, iamc};
use planpath::figure::{Mode, Path as Line, Role, trajectory};
use planpath::file::Failure;
use planpath::model::{Evaluation, Limit, required_rate};
use planpath::plan::Plan;
use planpath::scenario::{Loaded, Scenario, read_text, to_text};
use planpath::text::Language;
use planpath::wording::{self, evidence, finding, status_word};

/// Fails with a reason unless `holds`.
pub fn must(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}

/// Nobody reads a longer message, and it would fill a terminal.
const LONGEST_LINE: usize = 16_000;
const LONGEST_REPORT: usize = 150_000;

/// Checks text for people: no control characters, and no unresolved variables.
pub fn is_clean(what: &str, text: &str, has_lines: bool) -> Result<(), String> {
    let found = text
        .chars()
        .find(|c| c.is_control() && !(has_lines && *c == '\n'));
    must(found.is_none(), || {
        format!("{what} has a control character: {text:?}")
    })?;
    // No input contains this; see `Source::next`.
    must(!text.contains("{$"), || format!("{what} is left open: {text:?}"))?;
    let most = if has_lines { LONGEST_REPORT } else { LONGEST_LINE };
    must(text.len() <= most, || format!("{what} has {} bytes", text.len()))?;
    let longest = text.lines().map(str::len).max().unwrap_or(0);
    must(longest <= LONGEST_LINE, || {
        format!("{what} has a line of {longest} bytes")
    })
}

/// A refusal names the position, and a remedy.
pub fn refusal(failure: &Failure, language: Language, marks: &mut Vec<&'static str>) -> Result<(), String> {
    if let Failure::Invalid(invalid) = failure {
        must(!invalid.diagnostics.is_empty(), || {
            "a refusal without a fault".to_owned()
        })?;
        for fault in &invalid.diagnostics {
            let (start, end) = (fault.span.start, fault.span.end);
            let is_inside = start <= end && invalid.text.get(start..end).is_some();
            must(is_inside, || {
                format!("{} is nowhere in the text: {start}..{end}", fault.what.id())
            })?;
            marks.push(fault.what.id());
            marks.extend(fault.help.as_ref().map(planpath::text::Message::id));
        }
        let first = &invalid.diagnostics[0];
        let (line, column) = invalid.position(first.span.start);
        let place = format!("{}:{line}:{column}: ", invalid.name);
        let headline = failure.headline(language);
        must(headline.starts_with(&place), || {
            format!("a headline without a place: {headline:?}")
        })?;
    } else if let Some(what) = failure.message() {
        marks.push(what.id());
    }
    let headline = failure.headline(language);
    must(!headline.trim().is_empty(), || {
        "a refusal without words".to_owned()
    })?;
    is_clean("a headline", &headline, false)?;
    if let Some(remedy) = failure.remedy(language) {
        is_clean("a remedy", &remedy, false)?;
    }
    is_clean("a report", &failure.report(language, false), true)
}

/// A document's refusal points into its text; only tables are refused as a whole.
pub fn located(failure: &Failure, language: Language, marks: &mut Vec<&'static str>) -> Result<(), String> {
    let is_located = matches!(failure, Failure::Invalid(_));
    must(is_located, || {
        format!("a refusal without a place: {}", failure.headline(language))
    })?;
    refusal(failure, language, marks)
}

/// An accepted scenario is saved, loaded, and everything is computed from it.
pub fn accepted(
    loaded: &Loaded,
    folder: &Path,
    language: Language,
    thorough: bool,
    marks: &mut Vec<&'static str>,
) -> Result<(), String> {
    survives_saving(&loaded.scenario, &loaded.plan, folder)?;
    follows(&loaded.plan, &loaded.scenario, language, thorough, marks)
}

/// Loading gives what was saved.
pub fn survives_saving(scenario: &Scenario, plan: &Plan, folder: &Path) -> Result<(), String> {
    let text = to_text(scenario, plan).map_err(|failure| format!("cannot be saved: {failure}"))?;
    let again = read_text("saved", &text, folder).map_err(|failure| {
        format!(
            "cannot be loaded again: {}",
            failure.report(Language::English, false)
        )
    })?;
    must(*again.plan == *plan, || {
        "the plan is another one after saving".to_owned()
    })?;
    must(again.scenario == *scenario, || {
        format!("another scenario after saving:\n{text}")
    })?;
    let twice = to_text(&again.scenario, plan).map_err(|failure| failure.to_string())?;
    must(twice == text, || "saving twice makes another file".to_owned())
}

/// Projection, judgements, findings; when thorough, also solving, drawing and exporting.
pub fn follows(
    plan: &Plan,
    scenario: &Scenario,
    language: Language,
    thorough: bool,
    marks: &mut Vec<&'static str>,
) -> Result<(), String> {
    let evaluation = Evaluation::new(plan, scenario);
    let projection = evaluation.projection();
    let is_number = |ix| {
        let violations = evaluation.violations().iter();
        !violations
            .clone()
            .any(|violation| violation.indicator == ix && violation.limit == Limit::Number)
    };
    for (ix, indicator) in plan.iter() {
        let levels = projection.levels(ix).unwrap_or_default();
        let is_told = levels.iter().all(|level| level.is_finite()) || !is_number(ix);
        must(is_told, || {
            format!("{} is no number, and nobody says so: {levels:?}", indicator.id)
        })?;
    }
    for violation in evaluation.violations() {
        marks.push(wording::violation_help(plan, violation));
        is_clean(
            "a violation",
            &wording::violation(plan, violation, language).say(language),
            false,
        )?;
    }
    for assessment in evaluation.assessments() {
        marks.extend([assessment.status.name(), assessment.basis.name()]);
        is_clean("a judgement", &status_word(assessment, language), false)?;
        is_clean("evidence", &evidence(plan, assessment, language), false)?;
        let _ = required_rate(plan, projection, assessment.target);
    }
    for ledger in evaluation.ledgers() {
        marks.push(wording::standing(ledger.standing()));
        let _ = (
            ledger.achieved(),
            ledger.rate_so_far(),
            ledger.still_to_do(),
            ledger.catch_up(),
        );
    }
    let found = implications(plan, scenario, projection);
    for implication in &found {
        marks.push(implication.stance.name());
        is_clean("a finding", &finding(plan, implication, language), false)?;
    }
    if thorough {
        can_be_changed(plan, scenario, &evaluation, language)?;
        let material = ExportInput::new(plan, scenario, "", &evaluation, &found, language);
        can_be_shown(&material)?;
    }
    Ok(())
}

/// The program's own proposals can be entered.
fn can_be_changed(
    plan: &Plan,
    scenario: &Scenario,
    evaluation: &Evaluation,
    language: Language,
) -> Result<(), String> {
    for (lever, indicator) in plan.levers() {
        for pace in RateRule::ALL {
            match remaining(plan, scenario, evaluation.projection(), lever, pace) {
                Ok(proposed) => must(proposed.rates.fault(indicator).is_none(), || {
                    format!("proposed for {}, and refused: {proposed:?}", indicator.id)
                })?,
                Err(why) => is_clean("a reason", &wording::why_not(plan, &why).say(language), false)?,
            }
        }
    }
    for (target, indicator, _) in plan.targets() {
        let all = parameters(plan, scenario, target.indicator);
        let usual = default_parameter(plan, scenario, target.indicator);
        for parameter in usual.into_iter().chain(all.into_iter().take(2)) {
            for way in [
                SolveMode::Constant { from: None },
                SolveMode::OneYear { year: None },
                SolveMode::Scale { from: None },
                SolveMode::CatchUp,
            ] {
                let lever = plan.get(parameter.indicator);
                match solve(
                    plan,
                    scenario,
                    Request {
                        target,
                        parameter,
                        way,
                    },
                ) {
                    Ok(answer) => must(answer.rates.fault(lever).is_none(), || {
                        format!("solved for {}, and refused: {answer:?}", indicator.id)
                    })?,
                    Err(why) => is_clean(
                        "no answer",
                        &wording::unsolvable(plan, &why, language).say(language),
                        false,
                    )?,
                }
            }
        }
    }
    Ok(())
}

/// Charts in every mode, tables, and the report.
fn can_be_shown(material: &ExportInput<'_>) -> Result<(), String> {
    let (plan, language) = (material.plan, material.language);
    for (ix, _) in plan.iter() {
        for mode in Mode::ALL {
            let line = |role, projection| Line {
                role,
                name: "",
                projection,
            };
            let lines = [
                line(Role::Plan, material.plan_path),
                line(Role::Scenario, material.projection),
            ];
            let chart = trajectory(plan, &lines, ix, mode, language).with_history(
                plan,
                material.scenario,
                material.projection,
            );
            let (low, high) = chart.value_range();
            must(low < high || !low.is_finite() || !high.is_finite(), || {
                format!("a chart without a range: {low} to {high}")
            })?;
        }
    }
    let said = |failure: Failure| failure.to_string();
    csv::wide(material, false).map_err(said)?;
    csv::long(material, true).map_err(said)?;
    csv::scorecard(material, false).map_err(said)?;
    iamc::long(material, "China").map_err(said)?;
    if let Some(ix) = plan.headline.first() {
        let options = FigureOptions::default();
        Figure::of_chart(material, *ix, Mode::Level, &options)
            .svg()
            .map_err(said)?;
    }
    let html = Report::new(material, &ReportOptions::usual(plan))
        .html()
        .map_err(said)?;
    must(!html.contains('\0'), || {
        "a report with a character that no page may have".to_owned()
    })
}

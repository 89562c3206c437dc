//! The difference between two scenarios attributed to what was entered in them: as JSON, CSV and a printed table.

use serde::Serialize;

use super::{DecomposeArgs, planned};
use crate::analysis::Outcome;
use crate::analysis::attribution::{Attribution, AttributionError, Player, attribute};
use crate::cli::head::{Head, heading};
use crate::cli::input::OpenedScenario;
use crate::cli::output::OutputFormat;
use crate::cli::plans::header;
use crate::cli::{CommandResult, output};
use crate::export::csv::CsvField;
use crate::file::Failure;
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::{LeverRole, Loaded};
use crate::text::{Language, Message, say};
use crate::wording::{
    attributed_figure, attribution_in_words, attribution_method, in_unit, player_in_words, role_in_words,
    roles_in_words, unattributable, unattributable_help, unit,
};

/// Where sampled orders begin; the same command gives the same figures.
const SEED: u64 = 1;

/// Prints what each lever adds to the difference of an indicator.
pub(super) fn print(
    asked: &DecomposeArgs,
    opened: &OpenedScenario,
    other: &OpenedScenario,
    ix: IndicatorIx,
    language: Language,
) -> CommandResult {
    let plan = &*opened.0.plan;
    let year = asked.to.unwrap_or(plan.end_year);
    let step = usize::try_from(year - plan.base_year).ok();
    let found = match step.filter(|step| *step <= plan.steps()) {
        Some(step) => {
            let outcome = Outcome::Level { indicator: ix, step };
            attribute(planned(other), planned(opened), outcome, SEED)
        }
        None => Err(AttributionError::YearOutside(year)),
    };
    let found = found.map_err(|why| Failure::Other {
        what: Message::new("decompose-cannot")
            .with("id", plan.get(ix).id.as_str())
            .with("reason", unattributable(plan, &why)),
        help: Some(unattributable_help(plan, &why)),
    })?;
    match asked.format {
        OutputFormat::Json => output::json(&report(&opened.0, &other.0, (&found, year), language))?,
        OutputFormat::Csv => output::csv(&rows(plan, &found))?,
        OutputFormat::Table => output::data(&table(opened, &other.0, (&found, year), language))?,
    }
    Ok(0)
}

#[derive(Serialize)]
struct AttributionReport<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    indicator: &'a str,
    method: &'static str,
    from: ScenarioYearPart<'a>,
    to: ScenarioYearPart<'a>,
    from_value: f64,
    to_value: f64,
    effects: Vec<PlayerPart<'a>>,
    residual: f64,
    chained: bool,
    /// The sums of the effects of levers that policy sets, and of those that are assumed.
    policy: f64,
    assumption: f64,
    /// How many orders were sampled; nothing where all of them count.
    orders: Option<usize>,
}

#[derive(Serialize)]
struct ScenarioYearPart<'a> {
    year: i32,
    scenario: &'a str,
    sha256: &'a str,
}

#[derive(Serialize)]
struct PlayerPart<'a> {
    /// A lever's id, or "discrepancy".
    factor: &'a str,
    /// The derived indicator whose entered figures differ from its identity.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a str>,
    change: f64,
    /// The standard error, where orders were sampled.
    error: Option<f64>,
    role: Option<&'static str>,
}

fn names(plan: &Plan, player: Player) -> (&str, Option<&str>) {
    match player {
        Player::Lever(ix) => (&plan.get(ix).id, None),
        Player::Discrepancy(ix) => ("discrepancy", Some(&plan.get(ix).id)),
    }
}

const fn role_name(role: LeverRole) -> &'static str {
    match role {
        LeverRole::Policy => "policy",
        LeverRole::Assumption => "assumption",
    }
}

fn report<'a>(
    loaded: &'a Loaded,
    against: &'a Loaded,
    (found, year): (&Attribution, i32),
    language: Language,
) -> AttributionReport<'a> {
    let plan = &*loaded.plan;
    let end = |of: &'a Loaded| ScenarioYearPart {
        year,
        scenario: of.scenario.name.get(language),
        sha256: &of.sha256,
    };
    let effects = found.effects.iter().map(|effect| {
        let (factor, of) = names(plan, effect.player);
        PlayerPart {
            factor,
            of,
            change: effect.change,
            error: effect.error,
            role: effect.role.map(role_name),
        }
    });
    AttributionReport {
        head: Head::new(loaded, language),
        indicator: &plan.get(found.outcome.indicator()).id,
        method: "shapley",
        from: end(against),
        to: end(loaded),
        from_value: found.from,
        to_value: found.to,
        effects: effects.collect(),
        residual: found.residual,
        chained: false,
        policy: found.sum(LeverRole::Policy),
        assumption: found.sum(LeverRole::Assumption),
        orders: found.orders,
    }
}

fn rows(plan: &Plan, found: &Attribution) -> Vec<Vec<CsvField>> {
    let header = ["factor", "of", "change", "error", "role"];
    let mut rows = vec![header.map(CsvField::text).to_vec()];
    rows.extend(found.effects.iter().map(|effect| {
        let (factor, of) = names(plan, effect.player);
        vec![
            CsvField::text(factor),
            CsvField::text(of.unwrap_or_default()),
            CsvField::Figure(effect.change),
            effect.error.into(),
            CsvField::text(effect.role.map_or("", role_name)),
        ]
    }));
    rows.push(vec![
        CsvField::text("residual"),
        CsvField::Empty,
        CsvField::Figure(found.residual),
        CsvField::Empty,
        CsvField::Empty,
    ]);
    rows
}

fn table(
    (loaded, evaluation): &OpenedScenario,
    against: &Loaded,
    (found, year): (&Attribution, i32),
    language: Language,
) -> String {
    let plan = &*loaded.plan;
    let ix = found.outcome.indicator();
    let indicator = plan.get(ix);
    let name = against.scenario.name.get(language);
    let unit = unit(plan, indicator, evaluation.projection().kind(ix), language);
    let against = Message::new("decompose-against").with("name", name).say(language);
    let head = format!(
        "{}{against}\n\n{}\n",
        heading(loaded, language),
        in_unit(indicator.name.get(language), &unit, language)
    );
    let mut columns = header(&["decompose-effect-of", "decompose-change"], language);
    let has_errors = found.orders.is_some();
    if has_errors {
        columns.extend(header(&["attribute-error"], language));
    }
    columns.extend(header(&["attribute-role"], language));
    let row = |name: String, change: f64, error: Option<f64>, role: String| {
        let mut row = vec![name, attributed_figure(found, change)];
        if has_errors {
            row.push(error.map_or_else(String::new, |error| {
                format!("±{}", attributed_figure(found, error).trim_start_matches('+'))
            }));
        }
        row.push(role);
        row
    };
    let mut rows: Vec<Vec<String>> = found
        .effects
        .iter()
        .map(|effect| {
            let name = player_in_words(plan, effect.player, language);
            let role = effect
                .role
                .map_or_else(String::new, |role| role_in_words(Some(&role)).say(language));
            row(name, effect.change, effect.error, role)
        })
        .collect();
    let said = |id| say(language, id).into_owned();
    rows.push(row(
        said("decompose-residual"),
        found.residual,
        None,
        String::new(),
    ));
    rows.push(row(said("decompose-change"), found.change(), None, String::new()));
    let method = attribution_method(found, language);
    let sentences = [
        Some(attribution_in_words(plan, found, (name, year), language)),
        roles_in_words(found, language),
        Some(method),
    ];
    let sentences: String = sentences.into_iter().flatten().map(|said| said + "\n").collect();
    format!("{head}\n{}\n{sentences}", output::table(&columns, &rows, 1))
}

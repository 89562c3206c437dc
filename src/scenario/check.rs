//! From the scenario file to a checked scenario.

use super::annotations::annotation_fault;
use super::correlation::{PairCheck, clash_fault};
use super::document::{AnnotationDocument, ScenarioDocument, SeriesDocument};
use super::figures::{derived_fault, figure_fault, series_fault, unbased_fault, year_fault};
use super::rates::{growth_fault, rate_fault};
use super::{
    Actual, ActualEntry, Annotation, AnnotationFault, Annotations, ByIndicator, Correlation,
    CorrelationFault, Rates, Scenario, SeriesInfo, SpreadFault, Uncertainty, footing,
};
use crate::file::{Entries, Problem, Problems, ValuePath, list, nearest};
use crate::plan::{Dynamics, Indicator, IndicatorIx, Plan, base_fault, url_fault};
use crate::text::{Message, WebAddress};

/// Checks a scenario against its plan.
///
/// # Errors
/// All problems found.
pub(super) fn check(document: ScenarioDocument, plan: &Plan) -> Result<Scenario, Problems> {
    let mut checker = ScenarioChecker {
        plan,
        problems: Problems::default(),
    };
    let rates = checker.section("rates", document.rates, Allow::Levers, ScenarioChecker::rates);
    let bases = checker.section("bases", document.bases, Allow::Levers, ScenarioChecker::base);
    let actuals = checker.actuals(document.actuals, &bases);
    let uncertainty = checker.section(
        "uncertainty",
        document.uncertainty,
        Allow::Levers,
        ScenarioChecker::uncertainty,
    );
    let scenario = Scenario {
        annotations: checker.annotations(document.annotations, &actuals),
        actuals,
        series: checker.series(document.series),
        correlations: checker.correlations(&document.correlations, &uncertainty),
        roles: checker.section("roles", document.roles, Allow::Levers, |_, _, _, _| {}),
        uncertainty,
        notes: checker.section("notes", document.notes, Allow::All, |_, _, _, _| {}),
        name: document.name,
        description: document.description,
        plan: document.plan,
        rates,
        bases,
    };
    if checker.problems.is_empty() {
        Ok(scenario)
    } else {
        Err(checker.problems)
    }
}

/// Which indicators a section may contain.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Allow {
    /// Levers only.
    Levers,
    /// All.
    All,
}

struct ScenarioChecker<'p> {
    plan: &'p Plan,
    problems: Problems,
}

impl ScenarioChecker<'_> {
    fn fault(&mut self, at: ValuePath, what: Message, help: &'static str) {
        self.problems
            .push(Problem::new(at, what).help(Message::new(help)));
    }

    /// Resolves the ids of one section and checks each value.
    fn section<T>(
        &mut self,
        name: &'static str,
        entries: Entries<String, T>,
        allow: Allow,
        check: impl Fn(&mut Self, &Indicator, &T, &ValuePath),
    ) -> ByIndicator<T> {
        let mut checked = ByIndicator::default();
        for (n, (id, value)) in entries.0.into_iter().enumerate() {
            let at = ValuePath::top().field(name).entry(n);
            let Some(ix) = self.indicator(&id, allow, &at.key()) else {
                continue;
            };
            let plan = self.plan;
            check(self, plan.get(ix), &value, &at);
            if checked.set(ix, value) {
                self.fault(
                    at.key(),
                    Message::new("given-twice").with("id", id),
                    "given-twice-help",
                );
            }
        }
        checked
    }

    fn indicator(&mut self, id: &str, allow: Allow, at: &ValuePath) -> Option<IndicatorIx> {
        let Some(ix) = self.plan.find(id) else {
            let plan = self.plan;
            self.problems.add(|| {
                let allowed = plan
                    .iter()
                    .filter(|(_, indicator)| allow == Allow::All || indicator.is_lever());
                let known: Vec<&str> = allowed.map(|(_, indicator)| indicator.id.as_str()).collect();
                let what = Message::new("unknown-indicator")
                    .with("found", id)
                    .with("plan", plan.id.as_str());
                let help = match nearest(id, known.iter().copied()) {
                    Some(name) => Message::new("did-you-mean").with("name", name),
                    None => Message::new("syntax-allowed"),
                };
                Problem::new(at.clone(), what).help(help.with("allowed", list(known)))
            });
            return None;
        };
        if let Some(fault) = derived_fault(self.plan.get(ix))
            && allow == Allow::Levers
        {
            self.report(at.clone(), fault);
            return None;
        }
        Some(ix)
    }

    fn rates(&mut self, indicator: &Indicator, rates: &Rates, at: &ValuePath) {
        match rates {
            Rates::Constant(rate) => self.rate(indicator, *rate, &at.index(0)),
            Rates::Yearly(yearly) => self.yearly(indicator, yearly, &at.index(0), Self::rate),
            Rates::OutputGrowth { top, all } => {
                if indicator.dynamics != Dynamics::Concentration {
                    let what = Message::new("scenario-output-growth").with("id", indicator.id.as_str());
                    self.fault(at.clone(), what, "scenario-output-growth-help");
                }
                self.yearly(indicator, top, &at.field("top"), Self::growth);
                self.yearly(indicator, all, &at.field("all"), Self::growth);
            }
        }
    }

    fn yearly(
        &mut self,
        indicator: &Indicator,
        rates: &[f64],
        at: &ValuePath,
        check: impl Fn(&mut Self, &Indicator, f64, &ValuePath),
    ) {
        let steps = self.plan.steps();
        if rates.len() != steps {
            let what = Message::new("scenario-wrong-length")
                .with("id", indicator.id.as_str())
                .with("found", rates.len())
                .with("expected", steps);
            let help = Message::new("scenario-wrong-length-help")
                .with("first", self.plan.base_year + 1)
                .with("last", self.plan.end_year);
            self.problems.push(Problem::new(at.clone(), what).help(help));
        }
        for (n, rate) in rates.iter().enumerate() {
            check(self, indicator, *rate, &at.index(n));
        }
    }

    fn rate(&mut self, indicator: &Indicator, rate: f64, at: &ValuePath) {
        if let Some(fault) = rate_fault(indicator, rate) {
            self.fault(at.clone(), fault.message(indicator), fault.help());
        }
    }

    fn growth(&mut self, indicator: &Indicator, growth: f64, at: &ValuePath) {
        if let Some(fault) = growth_fault(growth) {
            self.fault(at.clone(), fault.message(indicator), fault.help());
        }
    }

    #[allow(
        clippy::trivially_copy_pass_by_ref,
        reason = "one signature for the checks of all sections"
    )]
    fn base(&mut self, indicator: &Indicator, base: &f64, at: &ValuePath) {
        if let Some((what, help)) = base_fault(indicator, *base) {
            self.fault(at.clone(), what, help);
        }
    }

    fn uncertainty(&mut self, indicator: &Indicator, uncertainty: &Uncertainty, at: &ValuePath) {
        if let Some(fault) = uncertainty.fault(indicator) {
            let at = match fault {
                SpreadFault::NoDistribution | SpreadFault::DoneOrNot => at.field("spread"),
                SpreadFault::YearsOutOfRange => at.field("years").index(0),
            };
            self.fault(at, fault.message(indicator), fault.help());
        }
    }

    /// Checks each correlation, then whether all of them can hold together.
    fn correlations(
        &mut self,
        given: &[(String, String, f64)],
        uncertainty: &ByIndicator<Uncertainty>,
    ) -> Vec<Correlation> {
        let list = ValuePath::top().field("correlations");
        let before = self.problems.len();
        let mut pairs = PairCheck::new(uncertainty);
        let mut checked = Vec::with_capacity(given.len());
        for (n, (one, other, rho)) in given.iter().enumerate() {
            let at = list.index(n);
            let one = self.indicator(one, Allow::Levers, &at.index(0));
            let other = self.indicator(other, Allow::Levers, &at.index(1));
            let (Some(one), Some(other)) = (one, other) else {
                continue;
            };
            let correlation = Correlation {
                levers: [one, other],
                rho: *rho,
            };
            if let Some(fault) = pairs.fault(correlation) {
                self.correlation_fault(&at, correlation, &fault);
            }
            checked.push(correlation);
        }
        if self.problems.len() == before
            && let Some((n, fault)) = clash_fault(&checked)
            && let Some(correlation) = checked.get(n)
        {
            self.correlation_fault(&list.index(n), *correlation, &fault);
        }
        checked
    }

    fn correlation_fault(&mut self, at: &ValuePath, correlation: Correlation, fault: &CorrelationFault) {
        let plan = self.plan;
        let id = |lever| plan.get(lever).id.clone();
        let at = match fault {
            CorrelationFault::OutOfRange | CorrelationFault::Clash(_) => at.index(2),
            CorrelationFault::NoSpread(lever) => at.index(usize::from(*lever != correlation.levers[0])),
            _ => at.clone(),
        };
        self.report(at, (fault.message(correlation, id), fault.help(correlation, id)));
    }

    fn actuals(
        &mut self,
        sections: Entries<String, Entries<i32, Actual>>,
        bases: &ByIndicator<f64>,
    ) -> ByIndicator<Vec<ActualEntry>> {
        let resolved = self.section(
            "actuals",
            sections,
            Allow::All,
            |checker, indicator, entries, at| {
                checker.figures(indicator, entries, at, bases);
            },
        );
        let mut actuals = ByIndicator::default();
        for (ix, entries) in resolved.iter() {
            let entries = as_list(entries);
            if !entries.is_empty() {
                actuals.set(ix, entries);
            }
        }
        actuals
    }

    /// Series information; empty entries are dropped.
    fn series(&mut self, sections: Entries<String, SeriesDocument>) -> ByIndicator<SeriesInfo> {
        let resolved = self.section("series", sections, Allow::All, |checker, _, info, at| {
            if let Some((what, help)) = info.url.as_deref().and_then(url_fault) {
                checker.fault(at.field("url"), what, help);
            }
        });
        let mut series = ByIndicator::default();
        for (ix, info) in resolved.iter() {
            let info = SeriesInfo {
                source: info.source.clone(),
                scope: info.scope.clone(),
                confidence: info.confidence,
                url: info.url.as_deref().and_then(WebAddress::read),
            };
            if !info.is_empty() {
                series.set(ix, info);
            }
        }
        series
    }

    /// Annotations, up to the first beyond the limit.
    fn annotations(
        &mut self,
        list: Vec<AnnotationDocument>,
        actuals: &ByIndicator<Vec<ActualEntry>>,
    ) -> Annotations {
        let mut kept = Annotations::default();
        for (n, one) in list.into_iter().enumerate() {
            let at = ValuePath::top().field("annotations").index(n);
            if n == Annotations::MOST {
                self.report(at, AnnotationFault::TooMany.message());
                break;
            }
            let Some(indicator) = self.indicator(&one.indicator, Allow::All, &at.field("indicator")) else {
                continue;
            };
            let next = Annotation {
                indicator,
                year: one.year,
                text: one.text,
            };
            match annotation_fault(self.plan, actuals, &kept, &next) {
                Some((field, fault)) => self.report(field.map_or(at.clone(), |field| at.field(field)), fault),
                None => kept.set(next),
            }
        }
        kept
    }

    /// Checks one indicator's figures individually, then as a series.
    fn figures(
        &mut self,
        indicator: &Indicator,
        entries: &Entries<i32, Actual>,
        at: &ValuePath,
        bases: &ByIndicator<f64>,
    ) {
        let Some(ix) = self.plan.find(&indicator.id) else {
            return;
        };
        let footing = footing(self.plan, bases, ix);
        let before = self.problems.len();
        for (n, (year, figure)) in entries.0.iter().enumerate() {
            if let Some(fault) = year_fault(
                self.plan,
                indicator,
                *year,
                matches!(figure, Actual::AnnualChange(_)),
            ) {
                self.report(at.entry(n).key(), fault);
            }
            if let Some(fault) = figure_fault(indicator, *figure) {
                self.report(at.entry(n).index(0), fault);
            }
        }
        let unbased = entries
            .0
            .iter()
            .enumerate()
            .find_map(|(n, (_, figure))| Some((n, unbased_fault(indicator, footing, *figure)?)));
        if let Some((n, fault)) = unbased {
            self.report(at.entry(n), fault);
        }
        if self.problems.len() > before {
            return;
        }
        if let Some((entry, fault)) = series_fault(self.plan, indicator, footing, &as_list(entries)) {
            self.report(at.entry(entry), fault);
        }
    }

    fn report(&mut self, at: ValuePath, (what, help): (Message, Message)) {
        self.problems.push(Problem::new(at, what).help(help));
    }
}

fn as_list(entries: &Entries<i32, Actual>) -> Vec<ActualEntry> {
    entries
        .0
        .iter()
        .map(|&(year, figure)| ActualEntry { year, figure })
        .collect()
}

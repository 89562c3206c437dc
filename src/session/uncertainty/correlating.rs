//! Correlations between the rates of two levers, set one by one.

use super::super::{Document, Edit, Phase, Session};
use crate::file::Failure;
use crate::plan::IndicatorIx;
use crate::scenario::{
    Correlation, CorrelationClash, CorrelationFault, Scenario, correlation_fault, correlation_range,
};
use crate::wording::correlation_refused;

/// Why a correlation is refused, and which of all correlations is at fault.
type RefusedCorrelation = (Correlation, CorrelationFault);

impl Document {
    /// The scenario's correlations with this one between two levers, or without any between them if it is 0 or `None`.
    ///
    /// # Errors
    /// The fault that this would be, with the correlation it is about.
    pub fn correlations_with(
        &self,
        levers: [IndicatorIx; 2],
        rho: Option<f64>,
    ) -> Result<Vec<Correlation>, RefusedCorrelation> {
        let [one, other] = levers;
        let mut all = self.scenario().correlations.clone();
        let rho = rho.filter(|rho| rho.abs() > 0.0 || rho.is_nan());
        let known = all.iter().position(|known| known.is_between(one, other));
        match (known, rho) {
            (Some(at), Some(rho)) => {
                if let Some(known) = all.get_mut(at) {
                    known.rho = rho;
                }
            }
            (Some(at), None) => {
                all.remove(at);
            }
            (None, Some(rho)) => all.push(Correlation { levers, rho }),
            (None, None) => {}
        }
        // Fewer correlations may clash where more did not: one taken away counts as 0.
        let new = Correlation {
            levers,
            rho: rho.unwrap_or(0.0),
        };
        match correlation_fault(&self.scenario().uncertainty, &all) {
            // Those before went together, so that every clash is about the new one.
            Some((_, CorrelationFault::Clash(clash))) => {
                let range = correlation_range(&all, levers).unwrap_or(clash.range);
                Err((new, CorrelationFault::Clash(CorrelationClash { range, ..clash })))
            }
            Some((at, fault)) => Err((all.get(at).copied().unwrap_or(new), fault)),
            None => Ok(all),
        }
    }
}

impl Session {
    pub(super) fn correlate(&mut self, levers: [IndicatorIx; 2], rho: Option<f64>) {
        let document = self.document();
        match document.correlations_with(levers, rho) {
            Ok(all) => {
                let [one, other] = levers;
                let document = self.documents.active_mut();
                document.edit(Edit::Correlation(one, other), Phase::Done, |scenario| {
                    scenario.correlations = all;
                });
            }
            Err((of, fault)) => {
                let [what, help] = correlation_refused(document.plan(), of, &fault, self.view.language);
                self.notices.failed(Failure::Other {
                    what,
                    help: Some(help),
                });
            }
        }
    }
}

/// A document's scenario with a correlation, if that would not be refused.
pub(in crate::session) fn with_correlation(
    document: &Document,
    levers: [IndicatorIx; 2],
    rho: Option<f64>,
) -> Option<Scenario> {
    let correlations = document.correlations_with(levers, rho).ok()?;
    Some(Scenario {
        correlations,
        ..document.scenario().clone()
    })
}

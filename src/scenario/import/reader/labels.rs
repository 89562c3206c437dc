//! Choosing records in tables with several regions, scenarios or models.

use std::collections::{BTreeSet, HashMap};

use super::super::layout::SeriesStrand;
use super::super::plain::{compact, spaced};
use super::super::{AnswerOption, CellContent, Choice, Question, Topic, around, scopes, words};
use super::Reader;
use crate::file::GridCell;
use crate::plan::IndicatorIx;
use crate::text::{LocalizedText, Message};

/// Scenario name for actuals in this program's IAMC exports.
const HISTORICAL: &str = "historical";

/// Wildcard for all values of a column.
const ALL: &str = "*";

/// Limit on listed answers; the command-line option takes any.
const MOST_ANSWERS: usize = 40;

impl Reader<'_> {
    /// Selects series: all, unless records for the same indicator and year differ by label.
    pub(super) fn choose_records(&mut self, strands: &[SeriesStrand]) -> Vec<bool> {
        let mut taken = vec![true; strands.len()];
        let headings: BTreeSet<&String> = strands.iter().flat_map(|strand| strand.labels.keys()).collect();
        for heading in headings {
            let label = |strand: &SeriesStrand| strand.labels.get(heading).cloned().unwrap_or_default();
            let values: BTreeSet<String> = strands
                .iter()
                .zip(&taken)
                .filter(|(_, taken)| **taken)
                .map(|(strand, _)| label(strand))
                .collect();
            // Scenarios are mostly not actuals, and a single region is not the country.
            let is_of_scenarios = words::is_of_scenarios(heading);
            let is_doubtful = is_of_scenarios
                || (!words::is_free_label(heading) && self.are_parts(strands, &taken, heading));
            if values.len() < 2 && !is_doubtful && !self.options.only.contains_key(heading) {
                continue;
            }
            let wanted = match self.options.only.get(heading) {
                Some(value) => Some(value.clone()),
                // This program's IAMC exports hold actuals only under this name.
                None if is_of_scenarios && is_own(strands) => Some(HISTORICAL.to_owned()),
                None if is_of_scenarios => values.iter().find(|value| words::is_happened(value)).cloned(),
                None => None,
            };
            if let Some(wanted) = wanted {
                if !self.options.only.contains_key(heading) {
                    let says = Message::new("import-note-only")
                        .with("heading", heading.as_str())
                        .with("value", wanted.as_str());
                    self.notes.push(super::super::Note {
                        at: None,
                        says,
                        series: None,
                    });
                }
                for (strand, taken) in strands.iter().zip(&mut taken) {
                    *taken &= wanted == ALL || label(strand) == wanted;
                }
            } else if is_doubtful || self.overlap(strands, &taken, &label) {
                let may_be_all = values.len() > 1 && self.are_of_different(strands, &taken, &label);
                self.ask_whose(strands, &mut taken, (heading, &values, may_be_all));
            }
        }
        taken
    }

    /// Whether a column's values lie outside the plan's scope.
    fn are_parts(&self, strands: &[SeriesStrand], taken: &[bool], heading: &str) -> bool {
        let has_figures = |strand: &SeriesStrand| {
            let mut cells = strand.cells.iter();
            cells.any(|cell| *self.grid.get(cell.at.0, cell.at.1) != GridCell::Empty)
        };
        let mut known: HashMap<(&str, IndicatorIx), bool> = HashMap::new();
        let mut strands = strands.iter().zip(taken).filter(|(_, taken)| **taken);
        strands.any(|(strand, _)| {
            let Some(value) = strand.labels.get(heading) else {
                return false;
            };
            let Ok(subject) = self.subject(strand) else {
                return false;
            };
            let is_part = *known
                .entry((value.as_str(), subject.indicator))
                .or_insert_with(|| self.is_elsewhere(heading, value, subject.indicator));
            is_part && has_figures(strand)
        })
    }

    /// Whether a value lies outside the plan's scope, not counting words from the indicator's own name or definition.
    fn is_elsewhere(&self, heading: &str, value: &str, ix: IndicatorIx) -> bool {
        let value = value.trim();
        let is_of_name = || {
            let (part, own) = (compact(value), self.plan.get(ix));
            let is_unit = own.unit.texts().any(|unit| compact(unit) == part);
            is_unit || own.name.texts().any(|name| compact(name).contains(&part))
        };
        let is_known = words::head(heading).is_some();
        let defined = || {
            let texts = self.plan.get(ix).definition.iter().flat_map(LocalizedText::texts);
            texts.map(compact).any(|text| text.contains(&compact(value)))
        };
        let is_narrower = || scopes::narrows(self.plan.get(ix), &spaced(value));
        !value.is_empty()
            && (is_narrower() || !(around::is_whole(self.plan, value) || (!is_known && defined())))
            && !is_of_name()
    }

    /// Whether each indicator has a single label, so that all can be used.
    fn are_of_different(
        &self,
        strands: &[SeriesStrand],
        taken: &[bool],
        label: &impl Fn(&SeriesStrand) -> String,
    ) -> bool {
        let mut labels: HashMap<IndicatorIx, String> = HashMap::new();
        let strands = strands.iter().zip(taken).filter(|(_, taken)| **taken);
        let mut known = strands.filter_map(|(strand, _)| Some((self.subject(strand).ok()?, label(strand))));
        known.all(|(subject, own)| *labels.entry(subject.indicator).or_insert_with(|| own.clone()) == own)
    }

    /// Whether records with different labels share an indicator and year.
    fn overlap(
        &self,
        strands: &[SeriesStrand],
        taken: &[bool],
        label: &impl Fn(&SeriesStrand) -> String,
    ) -> bool {
        let mut seen: HashMap<(String, &str), HashMap<i32, String>> = HashMap::new();
        for (strand, _) in strands.iter().zip(taken).filter(|(_, taken)| **taken) {
            if self.subject(strand).is_err() {
                continue;
            }
            let own = label(strand);
            let years = seen
                .entry((self.raw(strand), strand.heading.as_str()))
                .or_default();
            for cell in &strand.cells {
                let other = years.entry(cell.year).or_insert_with(|| own.clone());
                if *other != own {
                    return true;
                }
            }
        }
        false
    }

    fn ask_whose(
        &mut self,
        strands: &[SeriesStrand],
        taken: &mut [bool],
        (heading, values, may_be_all): (&String, &BTreeSet<String>, bool),
    ) {
        let mut first = None;
        for (series, (strand, taken)) in strands.iter().zip(taken.iter_mut()).enumerate() {
            if !*taken {
                continue;
            }
            *taken = false;
            let indicator = self.subject(strand).ok().map(|subject| subject.indicator);
            for cell in &strand.cells {
                first = first.or(Some(cell.at));
                let content = CellContent::Asked {
                    indicator,
                    year: cell.year,
                };
                self.push(cell.at, Some(series), content);
            }
        }
        let all = may_be_all.then(|| ALL.to_owned());
        let answers = all
            .iter()
            .chain(values)
            .take(MOST_ANSWERS)
            .map(|value| AnswerOption {
                choice: Choice::Only(heading.clone(), value.clone()),
                figures: Vec::new(),
            });
        self.questions.push(Question {
            topic: Topic::Only,
            at: first,
            series: None,
            asks: Message::new("import-ask-only").with("heading", heading.as_str()),
            answers: answers.collect(),
        });
    }
}

/// Model of a record.
fn model(strand: &SeriesStrand) -> Option<&str> {
    let mut labels = strand.labels.iter();
    let model = labels.find(|(heading, _)| heading.eq_ignore_ascii_case("model"));
    model.map(|(_, model)| model.as_str())
}

/// Whether this program wrote the table.
fn is_own(strands: &[SeriesStrand]) -> bool {
    let mut models = strands.iter().filter_map(model);
    models.any(|model| model.starts_with("Planpath "))
}

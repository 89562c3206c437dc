//! Figures that conflict with each other or with the scenario's.

use std::collections::{BTreeMap, BTreeSet};

use super::super::layout::SeriesStrand;
use super::super::{AnswerOption, CellContent, Choice, Decimal, FigureKind, Question, Topic, merged};
use super::{Reader, refused};
use crate::plan::IndicatorIx;
use crate::scenario::figures::{FigureFault, series_fault};
use crate::scenario::{ActualEntry, footing};
use crate::text::{Message, half_width};

/// An accepted figure and its cell index.
#[derive(Clone, Copy)]
struct Taken {
    at: usize,
    series: Option<usize>,
    entry: ActualEntry,
}

impl Reader<'_> {
    /// Resolves conflicts by asking or rejecting.
    pub(super) fn settle_conflicts(&mut self, strands: &[SeriesStrand]) {
        self.choose_columns(strands);
        self.refuse_doubles();
        for (ix, mut taken) in self.taken() {
            while let Some((at, year, fault)) = self.contradiction(ix, &taken) {
                taken.retain(|taken| taken.at != at);
                self.cells[at].content = refused(Some(ix), Some(year), fault);
            }
        }
    }

    /// Accepted figures by indicator.
    fn taken(&self) -> BTreeMap<IndicatorIx, Vec<Taken>> {
        let mut all: BTreeMap<IndicatorIx, Vec<Taken>> = BTreeMap::new();
        for (at, cell) in self.cells.iter().enumerate() {
            if let CellContent::Value {
                indicator,
                year,
                figure,
                ..
            } = cell.content
            {
                all.entry(indicator).or_default().push(Taken {
                    at,
                    series: cell.series,
                    entry: ActualEntry { year, figure },
                });
            }
        }
        all
    }

    /// Two columns of one name are both used if consistent; otherwise ask.
    fn choose_columns(&mut self, strands: &[SeriesStrand]) {
        for (ix, taken) in self.taken() {
            let mut series: Vec<usize> = taken.iter().filter_map(|taken| taken.series).collect();
            series.sort_unstable();
            series.dedup();
            let kinds: BTreeSet<FigureKind> = taken
                .iter()
                .map(|taken| FigureKind::of(taken.entry.figure))
                .collect();
            let headings: BTreeSet<&str> = series
                .iter()
                .filter_map(|series| strands.get(*series))
                .map(|strand| strand.heading.as_str())
                .collect();
            let differ = series.len() > 1 && (headings.len() > 1 || kinds.len() > 1);
            if !differ || !overlaps(&taken) || self.go_together(ix, &taken) {
                continue;
            }
            if let Some(said_twice) = self.said_twice(ix, &taken) {
                for taken in said_twice {
                    self.leave_to_level(ix, taken);
                }
                continue;
            }
            self.ask_which(ix, strands, &series, &taken);
        }
    }

    fn go_together(&self, ix: IndicatorIx, taken: &[Taken]) -> bool {
        let mut entries: Vec<ActualEntry> = taken.iter().map(|taken| taken.entry).collect();
        entries.sort_by_key(|entry| entry.year);
        let twice = entries.windows(2).any(|pair| {
            pair[0].year == pair[1].year && FigureKind::of(pair[0].figure) == FigureKind::of(pair[1].figure)
        });
        let footing = footing(self.plan, &self.scenario.bases, ix);
        !twice && series_fault(self.plan, self.plan.get(ix), footing, &entries).is_none()
    }

    /// Changes that conflict with levels only through rounding: 3.87 and 3.87 may differ by 0.1 %. `None` if other
    /// conflicts remain.
    fn said_twice(&self, ix: IndicatorIx, taken: &[Taken]) -> Option<Vec<Taken>> {
        let (mut kept, mut twice) = (Vec::new(), Vec::new());
        let is_level = |taken: &&Taken| FigureKind::of(taken.entry.figure) == FigureKind::Level;
        kept.extend(taken.iter().filter(is_level).copied());
        for change in taken.iter().filter(|taken| !is_level(taken)) {
            kept.push(*change);
            if !self.go_together(ix, &kept) {
                kept.pop();
                if !self.is_of_rounding(ix, change, &kept) {
                    return None;
                }
                twice.push(*change);
            }
        }
        (!twice.is_empty() && self.go_together(ix, &kept)).then_some(twice)
    }

    /// Whether a change is consistent with its rounded levels.
    fn is_of_rounding(&self, ix: IndicatorIx, change: &Taken, levels: &[Taken]) -> bool {
        let indicator = self.plan.get(ix);
        let year = change.entry.year;
        let before = match FigureKind::of(change.entry.figure) {
            FigureKind::AnnualChange => year - 1,
            _ => self.plan.base_year,
        };
        let base = self.scenario.bases.get(ix).copied().or(indicator.base);
        let zeros = self.shared_zeros(levels);
        let level = |year: i32| {
            let found = levels.iter().find(|taken| {
                taken.entry.year == year && FigureKind::of(taken.entry.figure) == FigureKind::Level
            });
            match found {
                Some(taken) => Some((taken.entry.figure.value(), self.rounding(taken, zeros))),
                None => base
                    .filter(|_| year == self.plan.base_year)
                    .map(|base| (base, 0.0)),
            }
        };
        let (Some((from, from_off)), Some((to, to_off))) = (level(before), level(year)) else {
            return false;
        };
        let rule = indicator.scale.change();
        let off = self.rounding(change, 0);
        let least = rule.rate(from + from_off, to - to_off, 1) - off;
        let most = rule.rate(from - from_off, to + to_off, 1) + off;
        (least..=most).contains(&change.entry.figure.value())
    }

    /// Rounding error of a figure, from its last digit or trailing zeros.
    fn rounding(&self, taken: &Taken, zeros: usize) -> f64 {
        let digits = self.digits(taken);
        let decimals = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let unit = (0..decimals).fold(1.0, |unit, _| unit / 10.0);
        let unit = (0..zeros).fold(unit, |unit, _| unit * 10.0);
        let written: f64 = digits.parse().unwrap_or(0.0);
        // Unit conversion scales the rounding error too.
        let is_level = FigureKind::of(taken.entry.figure) == FigureKind::Level;
        let times = if is_level && written > 0.0 {
            taken.entry.figure.value().abs() / written
        } else {
            1.0
        };
        0.5 * unit * times
    }

    /// Common trailing zeros of levels: 13,900 and 13,700 are rounded to hundreds.
    fn shared_zeros(&self, levels: &[Taken]) -> usize {
        let is_level = |taken: &&Taken| FigureKind::of(taken.entry.figure) == FigureKind::Level;
        let zeros = levels.iter().filter(is_level).map(|taken| {
            let digits = self.digits(taken);
            let is_whole = !digits.contains('.');
            if is_whole {
                digits.len() - digits.trim_end_matches('0').len()
            } else {
                0
            }
        });
        let all: Vec<usize> = zeros.collect();
        if all.len() < 2 {
            0
        } else {
            all.into_iter().min().unwrap_or(0)
        }
    }

    /// Digits of a figure's cell, with a decimal point.
    fn digits(&self, taken: &Taken) -> String {
        let raw = self.cells[taken.at].raw.chars().map(half_width);
        let point = match self.decimal {
            Decimal::Point => '.',
            Decimal::Comma => ',',
        };
        raw.filter(|c| c.is_ascii_digit() || *c == point)
            .map(|c| if c == point { '.' } else { c })
            .collect()
    }

    fn leave_to_level(&mut self, ix: IndicatorIx, taken: Taken) {
        let what = Message::new("import-rounded-twice")
            .with("name", &self.plan.get(ix).name)
            .with("year", taken.entry.year);
        let fault = (what, Message::new("import-rounded-twice-help"));
        self.cells[taken.at].content = refused(Some(ix), Some(taken.entry.year), fault);
    }

    fn ask_which(&mut self, ix: IndicatorIx, strands: &[SeriesStrand], series: &[usize], taken: &[Taken]) {
        let answers = series.iter().map(|own| AnswerOption {
            choice: Choice::Take(
                *own,
                series.iter().copied().filter(|other| other != own).collect(),
            ),
            figures: taken
                .iter()
                .filter(|taken| taken.series == Some(*own))
                .map(|taken| (ix, taken.entry))
                .collect(),
        });
        let answers: Vec<AnswerOption> = answers.collect();
        let first = series.first().and_then(|first| strands.get(*first));
        self.questions.push(Question {
            topic: Topic::Take,
            at: first.and_then(|strand| strand.cells.first()).map(|cell| cell.at),
            series: series.first().copied(),
            asks: Message::new("import-ask-take").with("name", &self.plan.get(ix).name),
            answers,
        });
        for taken in taken {
            self.cells[taken.at].content = CellContent::Asked {
                indicator: Some(ix),
                year: taken.entry.year,
            };
        }
    }

    /// Rejects duplicate cells for one indicator, year and kind, unless they agree.
    fn refuse_doubles(&mut self) {
        for (ix, taken) in self.taken() {
            let mut by_year: BTreeMap<(i32, FigureKind), Vec<Taken>> = BTreeMap::new();
            for taken in taken {
                let key = (taken.entry.year, FigureKind::of(taken.entry.figure));
                by_year.entry(key).or_default().push(taken);
            }
            for ((year, _), cells) in by_year {
                let Some(first) = cells.first() else { continue };
                let first = first.entry.figure.value();
                let differs = cells
                    .iter()
                    .any(|cell| (cell.entry.figure.value() - first).abs() > 0.0);
                let (id, kept) = if differs {
                    ("import-two-cells", 0)
                } else {
                    ("import-repeated", 1)
                };
                for cell in cells.into_iter().skip(kept) {
                    let what = Message::new(id)
                        .with("name", &self.plan.get(ix).name)
                        .with("year", year);
                    let fault = (what, Message::new("given-twice-help"));
                    self.cells[cell.at].content = refused(Some(ix), Some(year), fault);
                }
            }
        }
    }

    /// The cell at fault in a series: that of the year at fault, or the last new one if the scenario supplied that
    /// figure.
    fn contradiction(&self, ix: IndicatorIx, taken: &[Taken]) -> Option<(usize, i32, FigureFault)> {
        let last = *taken.last()?;
        let new: Vec<ActualEntry> = taken.iter().map(|taken| taken.entry).collect();
        let entries = merged(self.scenario.actuals.get(ix), &new);
        let footing = footing(self.plan, &self.scenario.bases, ix);
        let (entry, fault) = series_fault(self.plan, self.plan.get(ix), footing, &entries)?;
        let year = entries.get(entry)?.year;
        let own = taken
            .iter()
            .find(|taken| taken.entry.year == year)
            .unwrap_or(&last);
        Some((own.at, own.entry.year, fault))
    }
}

/// Whether a year has figures of more than one series.
fn overlaps(taken: &[Taken]) -> bool {
    taken.iter().any(|one| {
        taken
            .iter()
            .any(|other| one.entry.year == other.entry.year && one.series != other.series)
    })
}

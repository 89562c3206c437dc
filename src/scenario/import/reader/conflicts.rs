//! Figures that contradict each other, or those that the scenario keeps.

use std::collections::{BTreeMap, BTreeSet};

use super::super::layout::Strand;
use super::super::{Answer, Choice, Content, Kind, Question, Topic, merged};
use super::{Reader, refused};
use crate::plan::IndicatorIx;
use crate::scenario::figures::{Fault, series_fault};
use crate::scenario::{ActualEntry, footing};
use crate::text::Message;

/// A figure that can be taken, and its place among the cells.
#[derive(Clone, Copy)]
struct Taken {
    at: usize,
    series: Option<usize>,
    entry: ActualEntry,
}

impl Reader<'_> {
    /// Asks or refuses where figures do not go together.
    pub(super) fn settle_conflicts(&mut self, strands: &[Strand]) {
        self.choose_columns(strands);
        self.refuse_doubles();
        for (ix, mut taken) in self.taken() {
            while let Some((at, year, fault)) = self.contradiction(ix, &taken) {
                taken.retain(|taken| taken.at != at);
                self.cells[at].content = refused(Some(ix), Some(year), fault);
            }
        }
    }

    /// The figures of every indicator that can be taken.
    fn taken(&self) -> BTreeMap<IndicatorIx, Vec<Taken>> {
        let mut all: BTreeMap<IndicatorIx, Vec<Taken>> = BTreeMap::new();
        for (at, cell) in self.cells.iter().enumerate() {
            if let Content::Value {
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

    /// Two columns of one name may both be taken if they say the same in two ways. If not, it is asked which is meant.
    fn choose_columns(&mut self, strands: &[Strand]) {
        for (ix, taken) in self.taken() {
            let mut series: Vec<usize> = taken.iter().filter_map(|taken| taken.series).collect();
            series.sort_unstable();
            series.dedup();
            let kinds: BTreeSet<Kind> = taken.iter().map(|taken| Kind::of(taken.entry.figure)).collect();
            let headings: BTreeSet<&str> = series
                .iter()
                .filter_map(|series| strands.get(*series))
                .map(|strand| strand.heading.as_str())
                .collect();
            let differ = series.len() > 1 && (headings.len() > 1 || kinds.len() > 1);
            if !differ || !overlaps(&taken) || self.go_together(ix, &taken) {
                continue;
            }
            self.ask_which(ix, strands, &series, &taken);
        }
    }

    fn go_together(&self, ix: IndicatorIx, taken: &[Taken]) -> bool {
        let mut entries: Vec<ActualEntry> = taken.iter().map(|taken| taken.entry).collect();
        entries.sort_by_key(|entry| entry.year);
        let twice = entries
            .windows(2)
            .any(|pair| pair[0].year == pair[1].year && Kind::of(pair[0].figure) == Kind::of(pair[1].figure));
        let footing = footing(self.plan, &self.scenario.bases, ix);
        !twice && series_fault(self.plan, self.plan.get(ix), footing, &entries).is_none()
    }

    fn ask_which(&mut self, ix: IndicatorIx, strands: &[Strand], series: &[usize], taken: &[Taken]) {
        let answers = series.iter().map(|own| Answer {
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
        let answers: Vec<Answer> = answers.collect();
        let first = series.first().and_then(|first| strands.get(*first));
        self.questions.push(Question {
            topic: Topic::Take,
            at: first.and_then(|strand| strand.cells.first()).map(|cell| cell.at),
            series: series.first().copied(),
            asks: Message::new("import-ask-take").with("name", &self.plan.get(ix).name),
            answers,
        });
        for taken in taken {
            self.cells[taken.at].content = Content::Asked {
                indicator: Some(ix),
                year: taken.entry.year,
            };
        }
    }

    /// Of two cells for one indicator, year and kind none is taken, unless they say the same: nothing tells which is
    /// meant.
    fn refuse_doubles(&mut self) {
        for (ix, taken) in self.taken() {
            let mut by_year: BTreeMap<(i32, Kind), Vec<Taken>> = BTreeMap::new();
            for taken in taken {
                let key = (taken.entry.year, Kind::of(taken.entry.figure));
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

    /// The cell at fault in an indicator's series: that of the year at fault or, if that year's figure is one that the
    /// scenario has, the last one that is new.
    fn contradiction(&self, ix: IndicatorIx, taken: &[Taken]) -> Option<(usize, i32, Fault)> {
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

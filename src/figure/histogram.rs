//! How often draws end where: horizontal bars on the axis of a fan, those on the target's side told apart.

use super::FanFigure;
use super::drawing::{ColorRole, Drawing, FigureAxis, Label, Layer, Shape, Stroke};
use crate::analysis::ensemble::Ensemble;
use crate::model::Status;
use crate::plan::{Plan, TargetIx};
use crate::text::{Language, Message, say};
use crate::wording::{mark_in_words, mark_level, sides_in_words};

/// About so many bars.
const BARS: f64 = 28.0;
/// The most bars; draws beyond them are in the outermost ones.
const MOST_BARS: f64 = 60.0;
/// The part of the draws, at either end, that does not make bars wider.
const TAIL: f64 = 0.005;
/// The part of a bar's room that it fills.
const FILLED: f64 = 0.86;

/// A bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HistogramBin {
    /// The lower edge.
    pub low: f64,
    /// The upper edge.
    pub high: f64,
    /// The share of all draws in it.
    pub share: f64,
}

/// The target on a histogram's axis.
#[derive(Clone, Debug, PartialEq)]
pub struct HistogramTarget {
    /// The level that meets it exactly; for a band, the lower edge.
    pub value: f64,
    /// The upper edge of a band.
    pub upper: Option<f64>,
    /// Whether lower levels meet it.
    pub is_ceiling: bool,
    /// Its name and level, such as "about 21 % → 79.0".
    pub name: String,
}

/// Draws of one year, counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    /// What it shows.
    pub title: String,
    /// The unit of its values.
    pub unit: String,
    /// Calendar year.
    pub year: i32,
    /// The bars, lowest first.
    pub bins: Vec<HistogramBin>,
    /// The target, if there is one in this year.
    pub target: Option<HistogramTarget>,
    /// The shares on the target's side and on the other, in words: "met 33.2 %".
    pub sides: Option<(String, String)>,
}

impl Histogram {
    /// Counts levels in bars of equal width, one of whose edges is at `anchor`, so that no bar is on both sides of a
    /// target. Levels that are not finite are left out, but count among all draws.
    #[must_use]
    pub fn bins(levels: &[f64], anchor: Option<f64>) -> Vec<HistogramBin> {
        let mut finite: Vec<f64> = levels.iter().copied().filter(|level| level.is_finite()).collect();
        if finite.is_empty() {
            return Vec::new();
        }
        let all = levels.len() as f64;
        let at = |finite: &mut Vec<f64>, share: f64| {
            let position = ((finite.len() - 1) as f64 * share) as usize;
            *finite.select_nth_unstable_by(position, f64::total_cmp).1
        };
        let (low, high) = (at(&mut finite, TAIL), at(&mut finite, 1.0 - TAIL));
        let size = low.abs().max(high.abs());
        let width = if high - low > size * 1e-12 {
            (high - low) / BARS
        } else {
            // All alike: one bar around the level.
            (size * 1e-3).max(1e-9)
        };
        let anchor = anchor.filter(|anchor| anchor.is_finite()).unwrap_or(low);
        let place = |level: f64| libm::floor((level - anchor) / width);
        // A share beyond the tails, so that a far target makes no empty bars.
        let spare = (MOST_BARS - BARS) / 2.0;
        let (first, last) = (place(low) - spare, place(high) + spare);
        let count = (last - first) as usize + 1;
        let mut counts = vec![0_u32; count];
        for level in &finite {
            let position = (place(*level) - first).clamp(0.0, (count - 1) as f64) as usize;
            if let Some(counted) = counts.get_mut(position) {
                *counted += 1;
            }
        }
        let used = |counted: &u32| *counted > 0;
        let from = counts.iter().position(used).unwrap_or(0);
        let to = counts.iter().rposition(used).unwrap_or(0);
        let bins = counts.iter().enumerate().take(to + 1).skip(from);
        bins.map(|(n, counted)| HistogramBin {
            low: anchor + (first + n as f64) * width,
            high: anchor + (first + n as f64 + 1.0) * width,
            share: f64::from(*counted) / all,
        })
        .collect()
    }

    /// The draws of the year in which a target is due, on the axis of a fan.
    #[must_use]
    pub fn of_ensemble(
        fan: &FanFigure,
        plan: &Plan,
        ensemble: &Ensemble,
        target: TargetIx,
        (bins, language): (&[HistogramBin], Language),
    ) -> Self {
        let mut lines = fan.chart.targets.iter();
        let line = lines.find(|line| line.target == target && !line.is_done);
        let likelihood = ensemble.chance(target);
        Self {
            title: fan.chart.title.clone(),
            unit: fan.chart.unit.clone(),
            year: plan.due_year(plan.target(target)),
            bins: bins.to_vec(),
            sides: likelihood.map(|likelihood| sides_in_words(likelihood, language)),
            target: line.map(|line| {
                let level = fan.chart.edges_in_words(line, None, language);
                let mark = mark_in_words(plan, line.target, language);
                HistogramTarget {
                    value: line.value,
                    upper: line.upper,
                    is_ceiling: line.is_ceiling,
                    name: format!("{mark} {}", mark_level(&level, language)),
                }
            }),
        }
    }

    /// The lowest and the highest level of bars and target, with a margin either side: the axis of a figure of its own.
    #[must_use]
    pub fn value_range(&self) -> (f64, f64) {
        let bins = self.bins.iter().flat_map(|bin| [bin.low, bin.high]);
        let target = self.target.iter();
        let target = target.flat_map(|target| [Some(target.value), target.upper].into_iter().flatten());
        let (low, high) = bins
            .chain(target)
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), level| {
                (low.min(level), high.max(level))
            });
        if low > high {
            return (0.0, 1.0);
        }
        let air = ((high - low) * 0.04).max(1e-9);
        (low - air, high + air)
    }

    /// Whether a bar is on the side on which the target is met.
    #[must_use]
    pub fn is_met(&self, bin: &HistogramBin) -> bool {
        let middle = f64::midpoint(bin.low, bin.high);
        self.target.as_ref().is_some_and(|target| match target.upper {
            Some(upper) => middle >= target.value && middle <= upper,
            None if target.is_ceiling => middle < target.value,
            None => middle > target.value,
        })
    }

    /// The share of the longest bar.
    #[must_use]
    pub fn most(&self) -> f64 {
        self.bins.iter().map(|bin| bin.share).fold(0.0, f64::max)
    }

    /// A text alternative for readers who cannot see it.
    #[must_use]
    pub fn in_words(&self, language: Language) -> String {
        let mut said = Message::new("histogram-in-words")
            .with("name", self.title.as_str())
            .with("year", self.year)
            .say(language);
        if let (Some(target), Some((met, missed))) = (&self.target, &self.sides) {
            said += &Message::new("histogram-sides-in-words")
                .with("target", target.name.as_str())
                .with("met", met.as_str())
                .with("missed", missed.as_str())
                .say(language);
        }
        said
    }

    /// Horizontal bars on a vertical axis of levels, shared with a fan: `values` are its ends.
    #[must_use]
    pub fn drawing(&self, values: (f64, f64), language: Language) -> Drawing {
        let most = self.most().max(f64::MIN_POSITIVE);
        let side = |is_met: bool| {
            let of_side = self.bins.iter().filter(move |bin| self.is_met(bin) == is_met);
            let outlines: Vec<_> = of_side
                .map(|bin| {
                    let gap = (bin.high - bin.low) * (1.0 - FILLED) / 2.0;
                    let (low, high) = (bin.low + gap, bin.high - gap);
                    vec![
                        (0.0, low),
                        (bin.share * 100.0, low),
                        (bin.share * 100.0, high),
                        (0.0, high),
                    ]
                })
                .collect();
            let ink = if is_met {
                ColorRole::Status(Status::Met)
            } else {
                ColorRole::Weak
            };
            let words = self
                .sides
                .as_ref()
                .map(|(met, missed)| if is_met { met } else { missed });
            (!outlines.is_empty()).then(|| Layer {
                ink,
                name: words.cloned(),
                label: None,
                shapes: vec![Shape::Areas {
                    outlines,
                    strength: if is_met { 0.9 } else { 0.55 },
                }],
            })
        };
        let mut layers: Vec<Layer> = [false, true].into_iter().filter_map(side).collect();
        layers.extend(self.target.iter().flat_map(|target| {
            let edges = [Some(target.value), target.upper].into_iter().flatten();
            edges.enumerate().map(|(n, edge)| Layer {
                ink: ColorRole::Text,
                name: None,
                label: (n == 0).then(|| Label {
                    at: (most * 100.0, edge),
                    text: target.name.clone(),
                }),
                shapes: vec![Shape::Line {
                    points: vec![(0.0, edge), (most * 100.0, edge)],
                    stroke: Stroke::Solid,
                    width: 1.5,
                }],
            })
        }));
        let title = Message::new("histogram-title")
            .with("name", self.title.as_str())
            .with("year", self.year)
            .say(language);
        Drawing {
            flags: Vec::new(),
            title,
            unit: self.unit.clone(),
            description: self.in_words(language),
            across: FigureAxis::Values(0.0, most * 105.0),
            up: FigureAxis::Values(values.0, values.1),
            layers,
            divider: None,
            notice: self
                .bins
                .is_empty()
                .then(|| say(language, "histogram-empty").into_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels() -> Vec<f64> {
        // A thousand draws, evenly from 70 to 90.
        (0..1000)
            .map(|n| 70.0 + 20.0 * (f64::from(n) + 0.5) / 1000.0)
            .collect()
    }

    fn histogram(bins: Vec<HistogramBin>) -> Histogram {
        Histogram {
            title: "Energy intensity".to_owned(),
            unit: "index".to_owned(),
            year: 2015,
            bins,
            target: Some(HistogramTarget {
                value: 79.0,
                upper: None,
                is_ceiling: true,
                name: "about 21 % → 79.0".to_owned(),
            }),
            sides: Some(("met 45.0 %".to_owned(), "missed 55.0 %".to_owned())),
        }
    }

    #[test]
    fn every_draw_is_counted_once_and_none_on_both_sides_of_the_target() {
        let bins = Histogram::bins(&levels(), Some(79.0));
        let all: f64 = bins.iter().map(|bin| bin.share).sum();
        assert!((all - 1.0).abs() < 1e-12, "{all}");
        assert!(bins.iter().any(|bin| (bin.low - 79.0).abs() < 1e-9));
        let histogram = histogram(bins);
        let met: f64 = histogram
            .bins
            .iter()
            .filter(|bin| histogram.is_met(bin))
            .map(|bin| bin.share)
            .sum();
        // Nine of twenty points lie below 79.
        assert!((met - 0.45).abs() < 1e-12, "{met}");
        assert!(
            (26..=32).contains(&histogram.bins.len()),
            "{}",
            histogram.bins.len()
        );
    }

    #[test]
    fn draws_far_out_do_not_make_the_bars_wide() {
        let mut levels = levels();
        levels.push(1e9);
        levels.push(f64::NAN);
        let bins = Histogram::bins(&levels, None);
        assert!(bins.iter().all(|bin| bin.high - bin.low < 1.0));
        assert!(bins.len() <= MOST_BARS as usize + 2);
        let all: f64 = bins.iter().map(|bin| bin.share).sum();
        assert!((all - 1001.0 / 1002.0).abs() < 1e-12, "{all}");
    }

    #[test]
    fn what_is_certain_is_one_bar_and_nothing_is_none() {
        assert_eq!(Histogram::bins(&[5.0; 40], Some(6.0)).len(), 1);
        assert_eq!(Histogram::bins(&[f64::NAN], None), []);
        assert_eq!(Histogram::bins(&[], None), []);
        let empty = histogram(Vec::new()).drawing((70.0, 90.0), Language::English);
        assert!(empty.notice.is_some());
    }

    #[test]
    fn a_drawing_shares_the_axis_and_tells_the_sides_apart() {
        let drawing =
            histogram(Histogram::bins(&levels(), Some(79.0))).drawing((65.0, 95.0), Language::Chinese);
        assert_eq!(drawing.up, FigureAxis::Values(65.0, 95.0));
        let inks: Vec<ColorRole> = drawing.layers.iter().map(|layer| layer.ink).collect();
        assert_eq!(
            inks,
            [ColorRole::Weak, ColorRole::Status(Status::Met), ColorRole::Text]
        );
    }
}

//! A tornado: what each uncertain lever, drawn alone, makes of a figure.

use super::estimates::varies;
use super::figures::{FigureRows, OutcomeFigures};
use super::innovations::Innovations;
use crate::analysis::draws::{Half, normal_quantile};
use crate::model::{Block, IsWanted, LANES};
use crate::plan::IndicatorIx;

/// The quantiles that a bar goes from and to.
pub const TORNADO_QUANTILES: [f64; 2] = [0.1, 0.9];
/// Draws behind a bar where a lever is drawn year by year.
pub const TORNADO_DRAWS: usize = 16_384;

/// What one lever makes of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoBar {
    /// The lever.
    pub lever: IndicatorIx,
    /// The 10 % quantile of the figure when only this lever is drawn, under its own rule for years; levers correlated with it
    /// are at the median that they have given it, all others at their medians.
    pub low: f64,
    /// The 90 % quantile likewise.
    pub high: f64,
    /// Whether the figure rises with the lever's rate.
    pub rises: bool,
    /// Whether it goes one way only between the lever's 10 % and 90 % quantiles, all its years alike.
    pub is_monotone: bool,
    /// The drawn levers behind the figure that are correlated with it.
    pub correlated: Vec<IndicatorIx>,
    /// Its rate at its own 10 % and 90 % quantiles, where one draw holds for all open years and they are scheduled alike.
    pub rates: Option<[f64; 2]>,
}

impl TornadoBar {
    /// From the low end to the high one.
    #[must_use]
    pub fn swing(&self) -> f64 {
        self.high - self.low
    }
}

/// Bars around the figure at the median of every lever.
#[derive(Clone, Debug, PartialEq)]
pub struct Tornado {
    /// The figure with all levers at their medians.
    pub centre: f64,
    /// One bar for each uncertain lever that moves it, the longest first.
    pub bars: Vec<TornadoBar>,
}

/// The bars of some drawn levers; nothing once they are no longer wanted, or where a figure is not a number.
pub(super) fn tornado(
    figures: &OutcomeFigures<'_>,
    drawn: &Innovations,
    levers: &[usize],
    is_wanted: IsWanted<'_>,
) -> Option<Tornado> {
    let mut one_by_one = OneByOne {
        figures,
        drawn,
        levers,
        columns: drawn
            .draws
            .medians()
            .iter()
            .map(|median| [*median; LANES])
            .collect(),
        innovations: vec![[0.0; LANES]; drawn.count()],
        block: figures.block(),
        rows: FigureRows::new(),
    };
    let centre = one_by_one.centre();
    let mut bars = Vec::with_capacity(levers.len());
    for lever in levers {
        if !is_wanted() {
            return None;
        }
        bars.extend(one_by_one.bar(*lever));
    }
    bars.sort_by(|a, b| b.swing().total_cmp(&a.swing()));
    Some(Tornado { centre, bars })
}

/// Draws one lever at a time.
struct OneByOne<'a> {
    figures: &'a OutcomeFigures<'a>,
    drawn: &'a Innovations,
    /// The drawn levers behind the figure.
    levers: &'a [usize],
    columns: Vec<[f64; LANES]>,
    innovations: Vec<[f64; LANES]>,
    block: Block<LANES>,
    rows: FigureRows,
}

impl OneByOne<'_> {
    fn centre(&mut self) -> f64 {
        self.figures
            .evaluate(&self.columns, &mut self.block, &mut self.rows);
        self.rows.first().map_or(f64::NAN, |row| row[0])
    }

    /// Figures for a lever's innovations, its partners following it.
    fn figures_for(&mut self, lever: usize, own: &[[f64; LANES]]) -> [f64; LANES] {
        let drawn = self.drawn;
        self.innovations.fill([0.0; LANES]);
        let first = drawn.first_slot(lever);
        let partners: Vec<usize> = self.partners(lever).collect();
        for member in std::iter::once(lever).chain(partners.iter().copied()) {
            let rho = drawn.correlation(lever, member);
            let start = drawn.first_slot(member);
            for (year, place) in drawn.levers()[member].deviates.clone().enumerate() {
                // Where the lever itself is known already, a partner is at its own median.
                let of_lever = (start + year).checked_sub(first).and_then(|year| own.get(year));
                if let Some(values) = of_lever {
                    for (to, value) in self.innovations[place].iter_mut().zip(values) {
                        *to = rho * value;
                    }
                }
            }
        }
        for member in std::iter::once(lever).chain(partners.iter().copied()) {
            drawn.rates(member, &mut self.innovations, &mut self.columns);
        }
        self.figures
            .evaluate(&self.columns, &mut self.block, &mut self.rows);
        let medians = drawn.draws.medians();
        for member in std::iter::once(lever).chain(partners) {
            for column in drawn.levers()[member].columns.clone() {
                self.columns[column] = [medians[column]; LANES];
            }
        }
        self.rows.first().copied().unwrap_or([f64::NAN; LANES])
    }

    /// The levers behind the figure that are correlated with one of them.
    fn partners(&self, lever: usize) -> impl Iterator<Item = usize> + use<'_> {
        let others = self.levers.iter().copied().filter(move |other| *other != lever);
        others.filter(move |other| self.drawn.correlation(lever, *other).abs() > 0.0)
    }

    /// The bar of a lever; nothing where it does not move the figure, or the figure is not a number.
    fn bar(&mut self, lever: usize) -> Option<TornadoBar> {
        let of = &self.drawn.levers()[lever];
        let (years, is_one_draw) = (of.deviates.len(), of.is_one_draw());
        let ends = TORNADO_QUANTILES.map(normal_quantile);
        // All years alike, from the lower quantile to the upper one.
        let last = (LANES - 1) as f64;
        let along: [f64; LANES] =
            std::array::from_fn(|lane| ends[0] + (ends[1] - ends[0]) * lane as f64 / last);
        let own = self.alike(lever, &along, years);
        let path = self.figures_for(lever, &own);
        let rises = path[LANES - 1] > path[0];
        let is_monotone = goes_one_way(&path, rises);
        let [low, high] = if is_one_draw {
            self.of_one_draw(lever, [path[0], path[LANES - 1]])?
        } else {
            self.of_years(lever)?
        };
        let of = &self.drawn.levers()[lever];
        let is_even = is_one_draw && of.columns.len() == 1;
        Some(TornadoBar {
            lever: of.lever,
            low,
            high,
            rises,
            is_monotone,
            correlated: self
                .partners(lever)
                .map(|other| self.drawn.levers()[other].lever)
                .collect(),
            rates: is_even.then(|| ends.map(|end| of.rate(0, end))),
        })
    }

    /// Innovations whose years, by the lever's rule for them, all have these values.
    fn alike(&self, lever: usize, values: &[f64; LANES], years: usize) -> Vec<[f64; LANES]> {
        let later = self.drawn.alike(lever);
        let year = |year: usize| {
            let factor = if year == 0 { 1.0 } else { later };
            values.map(|value| value * factor)
        };
        (0..years).map(year).collect()
    }

    /// The quantiles of a figure that follows one draw: exact where it goes one way, given its values at the lever's own
    /// quantiles; else from the middles of equal parts of probability.
    fn of_one_draw(&mut self, lever: usize, at_ends: [f64; 2]) -> Option<[f64; 2]> {
        let mut values = Vec::with_capacity(TORNADO_DRAWS);
        for block in 0..TORNADO_DRAWS / LANES {
            let z = std::array::from_fn(|lane| {
                normal_quantile(((block * LANES + lane) as f64 + 0.5) / TORNADO_DRAWS as f64)
            });
            values.extend(self.figures_for(lever, &[z]));
        }
        if !varies(values.iter()) {
            return None;
        }
        let rises = at_ends[1] > at_ends[0];
        if goes_one_way(&values, rises) {
            return Some(if rises { at_ends } else { [at_ends[1], at_ends[0]] });
        }
        Some(quantiles(values))
    }

    /// The quantiles of a figure that follows several draws, from a net of them.
    fn of_years(&mut self, lever: usize) -> Option<[f64; 2]> {
        let places = self.drawn.levers()[lever].deviates.clone();
        let mut net = self.drawn.draws.net(0, Half::A);
        let mut values = Vec::with_capacity(TORNADO_DRAWS);
        for block in 0..TORNADO_DRAWS / LANES {
            let own = net.normals(block as u64)[places.clone()].to_vec();
            values.extend(self.figures_for(lever, &own));
        }
        varies(values.iter()).then(|| quantiles(values))
    }
}

/// Whether values never turn back, as they are in order.
fn goes_one_way(values: &[f64], rises: bool) -> bool {
    values.windows(2).all(|pair| {
        let step = pair[1] - pair[0];
        let slack = 1e-12 * pair[0].abs().max(pair[1].abs());
        if rises { step >= -slack } else { step <= slack }
    })
}

/// Lower and upper quantile, by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996).
fn quantiles(mut values: Vec<f64>) -> [f64; 2] {
    values.sort_unstable_by(f64::total_cmp);
    TORNADO_QUANTILES.map(|probability| {
        let at = probability * (values.len() - 1) as f64;
        let before = at.floor();
        let place = before as usize;
        let next = values[(place + 1).min(values.len() - 1)];
        values[place] + (at - before) * (next - values[place])
    })
}

//! Figures of draws: the fan of an indicator, the histogram of its target's year, and what moves the target.

use super::{Figure, FigureOptions, OriginLine, with_own, with_paths};
use crate::analysis::Outcome;
use crate::export::{DrawnExport, DrawnTarget, ExportInput};
use crate::figure::{Chart, FanFigure, Histogram, Mode, indices_figure, tornado_figure, trajectory};
use crate::plan::IndicatorIx;
use crate::text::choices;
use crate::wording::{alone_on_figure, bars_of_draws, draws_on_figure, shares_on_figure};

choices! {
    /// A figure of draws.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum DrawnFigure {
        /// Quantiles year by year.
        Fan = "fan",
        /// How often the level ends where.
        Histogram = "histogram",
        /// What each lever moves when it alone is drawn.
        Tornado = "tornado",
        /// Which levers the variance goes back to.
        Indices = "sobol",
    }
    /// What its file's name ends with.
    fn name
}

impl Figure {
    /// A figure of what draws say of a target.
    #[must_use]
    pub fn of_draws(
        input: &ExportInput<'_>,
        (all, found): (&DrawnExport, &DrawnTarget),
        kind: DrawnFigure,
        options: &FigureOptions,
    ) -> Self {
        let (plan, language) = (input.plan, input.language);
        let outcome = Outcome::Target(found.target);
        let ix = found.target.indicator;
        let fan = || FanFigure::of_ensemble(chart(input, ix), plan, &all.ensemble, found.target, language);
        let drawing = match kind {
            DrawnFigure::Fan => fan().drawing(plan, language),
            DrawnFigure::Histogram => {
                let bins = (&found.bins[..], language);
                let histogram = Histogram::of_ensemble(&fan(), plan, &all.ensemble, found.target, bins);
                let mut drawing = histogram.drawing(histogram.value_range(), language);
                drawing.unit = bars_of_draws(&histogram.unit, language);
                drawing
            }
            DrawnFigure::Tornado => {
                let levels = input.projection.kind(ix);
                tornado_figure(plan, outcome, levels, &found.tornado, language).drawing(language)
            }
            DrawnFigure::Indices => {
                indices_figure(plan, outcome, &found.importance, language).drawing(language)
            }
        };
        let sampling = all.ensemble.sampling;
        let draws = match kind {
            DrawnFigure::Fan | DrawnFigure::Histogram => {
                draws_on_figure(all.ensemble.size, sampling, language)
            }
            DrawnFigure::Tornado => alone_on_figure(sampling, language),
            DrawnFigure::Indices => shares_on_figure(all.settings.base, sampling, language),
        };
        let origin = OriginLine::of(input, ix).with_draws(draws);
        Self::new(&drawing, origin, options, language)
    }
}

/// The chart of levels, without other scenarios: bands of one do not compare with lines of others.
fn chart(input: &ExportInput<'_>, ix: IndicatorIx) -> Chart {
    let chart = with_paths(input, &[], |paths| {
        trajectory(input.plan, paths, ix, Mode::Level, input.language)
    });
    with_own(chart, input)
}

//! What draws lead to, as figures: no formula could draw anew, so nothing here follows a changed cell.

use rust_xlsxwriter::{ColNum, Format, RowNum};

use super::layout::Layout;
use super::page::{Done, NOTHING, SheetPage};
use super::{scorecard, style};
use crate::analysis::Outcome;
use crate::analysis::ensemble::{Likelihood, PROBABILITIES};
use crate::analysis::importance::{IndexEstimate, ShareOfVariance};
use crate::export::{DrawnExport, DrawnTarget};
use crate::text::{Message, numbers, say};
use crate::wording::{
    alone_on_figure, draws_on_figure, in_unit, outcome_named, outcome_unit, percent, promise,
    shares_on_figure, target_in_words, together_in_words, unit, year_by_year,
};

/// The first column with figures.
const FIGURES: ColNum = 2;
/// The last column of texts that go across.
const ACROSS: ColNum = 7;
/// The width of columns, in characters.
const PROMISE: f64 = 26.0;
const FIGURE: f64 = 12.0;

pub(super) fn fill(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let Some(drawn) = layout.input.drawn else {
        return Ok(());
    };
    let language = layout.input.language;
    page.widths(&[layout.name_width, PROMISE])?;
    page.sheet.set_column_range_width(FIGURES, FIGURES + 8, FIGURE)?;
    let mut table = DrawnSheet {
        page,
        layout,
        drawn,
        row: 0,
    };
    let name = layout.names.uncertainty.as_str();
    table.page.text(0, 0, name, &style::title())?;
    table
        .page
        .text(1, 0, &say(language, "sheet-uncertainty-fixed"), &style::quiet())?;
    let from = draws_on_figure(drawn.ensemble.size, drawn.ensemble.sampling, language);
    table.page.text(2, 0, &from, &style::quiet())?;
    table
        .page
        .text(3, 0, &scorecard::provenance(layout.input), &style::quiet())?;
    table.row = 5;
    table.chances()?;
    table.quantiles()?;
    for found in &drawn.targets {
        table.tornado(found)?;
        table.shares(found)?;
    }
    page.printed(5)
}

/// The sheet, filled from the top.
struct DrawnSheet<'p, 's, 'a> {
    page: &'p mut SheetPage<'s>,
    layout: &'a Layout<'a>,
    drawn: &'a DrawnExport,
    row: RowNum,
}

impl DrawnSheet<'_, '_, '_> {
    fn head(&mut self, names: &[&str]) -> Done {
        self.page.header(self.row, names, FIGURES)?;
        self.row += 1;
        Ok(())
    }

    fn name(&self, id: &'static str) -> String {
        say(self.layout.input.language, id).into_owned()
    }

    fn across(&mut self, text: &str) -> Done {
        let width = self.layout.name_width + PROMISE + FIGURE * f64::from(ACROSS - 1);
        self.page.paragraph(self.row, ACROSS, width, text)?;
        self.row += 1;
        Ok(())
    }

    /// A probability and its standard error, in points.
    fn likelihood(&mut self, likelihood: Likelihood) -> Done {
        self.page
            .figure(self.row, FIGURES, likelihood.p, &style::percent())?;
        match likelihood.se {
            Some(se) => self
                .page
                .figure(self.row, FIGURES + 1, se * 100.0, &style::figure(0.01)),
            None => self.page.text(self.row, FIGURES + 1, NOTHING, &style::name()),
        }
    }

    /// The judged targets, then all of them together.
    fn chances(&mut self) -> Done {
        let (plan, language) = (self.layout.input.plan, self.layout.input.language);
        let names = [
            "column-indicator",
            "column-target",
            "sample-chance",
            "sheet-uncertainty-error",
        ]
        .map(|id| self.name(id));
        self.head(&names.each_ref().map(String::as_str))?;
        for chance in &self.drawn.ensemble.targets {
            let Some(met) = chance.met else { continue };
            let target = target_in_words(plan, chance.target, language);
            self.page.name(self.row, &target, self.layout.name_width)?;
            let indicator = plan.get(chance.target.indicator);
            let promised = promise(indicator, plan.target(chance.target), language);
            self.page.text(self.row, 1, &promised, &style::name())?;
            self.likelihood(met)?;
            self.row += 1;
        }
        let ensemble = &self.drawn.ensemble;
        for sentence in together_in_words(&ensemble.together, ensemble.size, language) {
            self.across(&sentence)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Every indicator that draws move: a row per quantile, a column per year.
    fn quantiles(&mut self) -> Done {
        let (input, language) = (self.layout.input, self.layout.input.language);
        self.page.text(
            self.row,
            0,
            &self.name("sheet-uncertainty-levels"),
            &style::section(),
        )?;
        self.row += 1;
        self.across(&year_by_year(language))?;
        let names = [
            self.name("column-indicator"),
            self.name("sheet-uncertainty-quantile"),
        ];
        self.page
            .header(self.row, &names.each_ref().map(String::as_str), FIGURES)?;
        for (step, year) in input.plan.years().enumerate() {
            self.page.figure(
                self.row,
                year_column(step),
                f64::from(year),
                &style::header_year(),
            )?;
        }
        self.row += 1;
        for fan in &self.drawn.ensemble.fans {
            let moves = |levels: &[f64; 5]| levels[0] < levels[4];
            if !fan.quantiles.iter().any(moves) {
                continue;
            }
            let indicator = input.plan.get(fan.indicator);
            let kind = input.projection.kind(fan.indicator);
            let unit = unit(input.plan, indicator, kind, language);
            let name = in_unit(indicator.name.get(language), &unit, language);
            let all: Vec<f64> = fan.quantiles.iter().flatten().copied().collect();
            let format = style::figure(style::largest(&all));
            for (place, share) in PROBABILITIES.iter().enumerate() {
                if place == 0 {
                    self.page.name(self.row, &name, self.layout.name_width)?;
                }
                let quantile = percent(numbers::decimal(share * 100.0, 0), language);
                self.page.text(self.row, 1, &quantile, &style::name())?;
                for (step, levels) in fan.quantiles.iter().enumerate() {
                    self.page
                        .figure(self.row, year_column(step), levels[place], &format)?;
                }
                self.row += 1;
            }
        }
        self.row += 1;
        Ok(())
    }

    /// What each lever, drawn alone, makes of a target.
    fn tornado(&mut self, found: &DrawnTarget) -> Done {
        let (input, language) = (self.layout.input, self.layout.input.language);
        let plan = input.plan;
        let outcome = Outcome::Target(found.target);
        let unit = outcome_unit(
            plan,
            outcome,
            input.projection.kind(found.target.indicator),
            language,
        );
        self.titled("tornado-title", outcome)?;
        self.across(&alone_on_figure(self.drawn.ensemble.sampling, language))?;
        let names = [
            "solve-lever",
            "column-unit",
            "tornado-low",
            "tornado-high",
            "tornado-swing",
        ]
        .map(|id| self.name(id));
        self.head(&names.each_ref().map(String::as_str))?;
        let all = self.name("tornado-centre");
        let centre = found.tornado.centre;
        let format = style::figure(centre.abs().max(1.0));
        self.page.name(self.row, &all, self.layout.name_width)?;
        self.page.text(self.row, 1, &unit, &style::name())?;
        self.figures(&[centre, centre, 0.0], &format)?;
        for bar in &found.tornado.bars {
            let name = plan.get(bar.lever).name.get(language);
            self.page.name(self.row, name, self.layout.name_width)?;
            self.figures(&[bar.low, bar.high, bar.swing()], &format)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Shares of a target's variance, each with its interval.
    fn shares(&mut self, found: &DrawnTarget) -> Done {
        let language = self.layout.input.language;
        let outcome = Outcome::Target(found.target);
        let Some(shares) = &found.importance.shares else {
            return Ok(());
        };
        let sampling = self.drawn.ensemble.sampling;
        let (title, columns): (_, &[&'static str]) = if found.importance.is_correlated {
            ("shapley-title", &["index-column-shapley"])
        } else {
            ("indices-title", &["index-column-first", "index-column-total"])
        };
        self.titled(title, outcome)?;
        self.across(&shares_on_figure(self.drawn.settings.base, sampling, language))?;
        let mut names = vec![self.name("solve-lever"), String::new()];
        for column in columns {
            names.push(self.name(column));
            names.push(self.name("sheet-uncertainty-low"));
            names.push(self.name("sheet-uncertainty-high"));
        }
        self.head(&names.iter().map(String::as_str).collect::<Vec<_>>())?;
        for share in shares {
            let name = self.layout.input.plan.get(share.lever).name.get(language);
            self.page.name(self.row, name, self.layout.name_width)?;
            let of = |estimate: IndexEstimate| [estimate.value, estimate.low, estimate.high];
            let figures = match share.share {
                ShareOfVariance::Sobol { first, total } => [of(first), of(total)].concat(),
                ShareOfVariance::Shapley(effect) => of(effect).to_vec(),
            };
            self.figures(&figures, &style::figure(0.1))?;
        }
        self.row += 1;
        Ok(())
    }

    fn titled(&mut self, id: &'static str, outcome: Outcome) -> Done {
        let language = self.layout.input.language;
        let name = outcome_named(self.layout.input.plan, outcome, language);
        let title = Message::new(id).with("name", name).say(language);
        self.page.text(self.row, 0, &title, &style::section())?;
        self.row += 1;
        Ok(())
    }

    /// Writes figures side by side, and goes on to the next row.
    fn figures(&mut self, figures: &[f64], format: &Format) -> Done {
        for (column, figure) in (FIGURES..).zip(figures) {
            self.page.figure(self.row, column, *figure, format)?;
        }
        self.row += 1;
        Ok(())
    }
}

/// The column of a step on this sheet.
fn year_column(step: usize) -> ColNum {
    FIGURES + ColNum::try_from(step).unwrap_or(ColNum::MAX - FIGURES)
}

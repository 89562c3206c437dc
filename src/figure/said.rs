//! A chart as text and as a table, for readers who cannot see it and for the clipboard. Every figure comes with what it
//! rests on.

use super::{Chart, ChartSeries, DataPoint, Mode, Role, TargetLine};
use crate::model::Origin;
use crate::plan::Comparator;
use crate::text::{Language, numbers, safe, say};
use crate::wording::{self, ChangeTerms, change_in_words, chart, decimals_beside, in_unit, percent};

impl Chart {
    /// A value as text: changes in words, progress in percent, plain levels without a unit, which is in the heading.
    /// Uses the given number of decimals, or as many as the value needs.
    #[must_use]
    pub fn value_in_words(&self, value: f64, decimals: Option<usize>, language: Language) -> String {
        if self.is_marks && self.mode == Mode::Level {
            // 0 until it is done, then 1.
            let id = if value < 0.5 {
                "figure-not-done"
            } else {
                "figure-done"
            };
            return say(language, id).into_owned();
        }
        match self.change {
            Some(convention) => {
                let counted = ChangeTerms::named(convention, self.counted_in.as_deref());
                change_in_words(counted, value, decimals, language)
            }
            None if self.mode == Mode::Progress => {
                percent(numbers::decimal(value, decimals.unwrap_or(1)), language)
            }
            None => numbers::level_with(value, decimals),
        }
    }

    /// A year's value as text, with extra decimals if rounding would make it look equal to a target it misses.
    #[must_use]
    pub fn value_at(&self, value: f64, year: i32, decimals: Option<usize>, language: Language) -> String {
        if self.is_marks && self.mode == Mode::Level {
            return self.value_in_words(value, decimals, language);
        }
        let usual = decimals.unwrap_or_else(|| match self.mode {
            Mode::Cumulative | Mode::Annual => 2,
            Mode::Progress => 1,
            Mode::Level | Mode::Index => numbers::decimals_for(value),
        });
        let edges = self.targets.iter().flat_map(|target| target.edges_in(year));
        let missed = edges.filter(|(edge, is_ceiling)| {
            let side = if *is_ceiling {
                Comparator::AtMost
            } else {
                Comparator::AtLeast
            };
            !side.holds(value, *edge)
        });
        let decimals = missed.map(|(edge, _)| decimals_beside(value, edge, usual)).max();
        self.value_in_words(value, Some(decimals.unwrap_or(usual)), language)
    }

    /// The chart in words, with the given number of decimals or as many as each figure needs.
    #[must_use]
    pub fn in_words(&self, language: Language, decimals: Option<usize>) -> String {
        let mut text = in_unit(&self.title, &self.unit, language);
        let in_words = |point: &DataPoint| self.value_at(point.value, point.year, decimals, language);
        for series in &self.series {
            let (Some(first), Some(last)) = (series.points.first(), series.points.last()) else {
                continue;
            };
            let ends = [first, last].map(|point| (point.year, in_words(point)));
            text += &chart::series(&series.name, &ends, language);
            if series.rests_on_something() {
                text += &chart::rests_on(last.origin, language);
            }
            if let Some(last) = self.last_data.filter(|_| series.role == Role::Scenario) {
                text += &chart::has_data(&last.in_words(language), language);
            }
        }
        if let (Some((first, _)), Some((last, _))) = (self.history.first(), self.history.last()) {
            text += &chart::history((*first, *last), language);
        }
        for target in &self.targets {
            // In the annual mode the name states the figure; a target that starts anew each year has a figure per year.
            text += &if self.mode == Mode::Annual || !target.by_year.is_empty() {
                chart::target(&self.target_in_full(target, language), language)
            } else {
                let level = self.edges_in_words(target, decimals, language);
                let due = target.due.map(|_| target.years.1);
                chart::target_at(&target.promise, &level, due, language)
            };
        }
        for one in &self.annotations {
            text += &chart::annotated(one.year, &one.text, language);
        }
        text
    }

    /// Where a target lies: its level, both edges of a band, or that it is a task.
    #[must_use]
    pub fn edges_in_words(&self, target: &TargetLine, decimals: Option<usize>, language: Language) -> String {
        if target.is_done {
            return say(language, "figure-done").into_owned();
        }
        if let Some(needed) = target.needed() {
            return needed.to_owned();
        }
        let Some(upper) = target.upper else {
            return self.value_in_words(target.value, decimals, language);
        };
        let low = self.value_in_words(target.value, decimals, language);
        let high = self.value_in_words(upper, decimals, language);
        wording::band(&low, &high, language)
    }

    /// The same for one year, for a target whose level differs by year.
    #[must_use]
    pub fn edges_in_year(
        &self,
        target: &TargetLine,
        year: i32,
        decimals: Option<usize>,
        language: Language,
    ) -> String {
        let of_year = target.by_year.iter().find(|(of, _)| *of == year);
        match of_year {
            Some((_, value)) => self.value_in_words(*value, decimals, language),
            None => self.edges_in_words(target, decimals, language),
        }
    }

    /// The chart's figures as tab-separated text: a row per year, a column per series, and for scenarios a further
    /// column saying what each figure rests on.
    #[must_use]
    pub fn as_table(&self, language: Language) -> String {
        let title = in_unit(&self.title, &self.unit, language);
        let mut rows = vec![safe::cell(&title).into_owned()];
        let basis = say(language, "column-basis");
        let mut head = vec![say(language, "column-year").into_owned()];
        for series in &self.series {
            head.push(safe::cell(&series.name).into_owned());
            head.extend(series.rests_on_something().then(|| basis.clone().into_owned()));
        }
        rows.push(head.join("\t"));
        for year in self.first_year()..=self.years.1 {
            let mut row = vec![year.to_string()];
            for series in &self.series {
                let past = self.history.iter().find(|(past, _)| *past == year);
                let known = series.at(year).map(|point| (point.value, point.origin));
                let known = known.or_else(|| {
                    let (_, value) = past.filter(|_| series.role == Role::Scenario)?;
                    Some((*value, Origin::Actual))
                });
                row.push(known.map_or_else(String::new, |(value, _)| numbers::plain(value)));
                if series.rests_on_something() {
                    row.push(known.map_or_else(String::new, |(_, origin)| wording::origin(origin, language)));
                }
            }
            rows.push(row.join("\t"));
        }
        rows.join("\n") + "\n"
    }
}

impl ChartSeries {
    /// Whether it is a scenario, whose values rest on what was entered. Other paths are computed from the plan.
    #[must_use]
    pub const fn rests_on_something(&self) -> bool {
        matches!(self.role, Role::Scenario | Role::Pinned(_))
    }
}

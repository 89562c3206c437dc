//! Progress section: targets with actuals against even progress, and rates still needed.

use super::content::{Cell, Item, ReportBlock, Table, TableRow};
use super::draft::{Draft, NONE};
use crate::export::figure::{Figure, OriginLine as Provenance, can_draw, clean};
use crate::figure::{Mode, overview, rests_on_data, tone};
use crate::model::{Ledger, Origin, ledgers};
use crate::plan::IndicatorIx;
use crate::wording::{
    self, achieved_in_words, behind_schedule, due_rows, last_year, off_course, origin_mark, promise,
    remaining_in_words, required_in_words, share, standings_counted,
};

impl Draft<'_> {
    pub(super) fn progress(&mut self, section: usize) -> Vec<ReportBlock> {
        let mut tracked = ledgers(self.input.plan, self.input.projection);
        tracked.retain(|ledger| ledger.last_actual > 0);
        if tracked.is_empty() {
            return vec![ReportBlock::Paragraph(self.say("report-progress-none"))];
        }
        let mut blocks = vec![
            self.extent(&tracked),
            ReportBlock::Paragraph(standings_counted(self.input.plan, &tracked, self.language)),
        ];
        for (origin, id) in [
            (Origin::PartlyAssumed, "report-progress-partly"),
            (Origin::Projected, "report-progress-partly-set"),
        ] {
            blocks.extend(self.partly(&tracked, origin, id));
        }
        blocks.extend(self.without_actuals(&tracked));
        blocks.extend([
            self.heading(section, 1, "report-progress-schedule"),
            self.overview(&tracked),
            ReportBlock::Table(self.by_year(&tracked)),
            self.heading(section, 2, "report-progress-needed"),
            ReportBlock::Table(self.standings(&tracked)),
        ]);
        let mut headings = 2;
        let attention = self.attention(&tracked);
        if !attention.is_empty() {
            headings += 1;
            blocks.extend([
                self.heading(section, headings, "report-progress-attention"),
                ReportBlock::List(attention),
            ]);
        }
        blocks.push(self.heading(section, headings + 1, "report-progress-paths"));
        let mut drawn: Vec<(IndicatorIx, Vec<(i32, f64)>)> = Vec::new();
        for ledger in &tracked {
            // Charts of one indicator differ only by catch-up path.
            let own = (ledger.indicator(), ledger.catch_up());
            let is_part = own.1.is_empty()
                && tracked
                    .iter()
                    .any(|other| other.indicator() == own.0 && !other.catch_up().is_empty());
            if !is_part && !drawn.contains(&own) {
                blocks.push(self.path(ledger));
                drawn.push(own);
            }
        }
        blocks
    }

    /// Last year of actuals, and number of targets covered.
    fn extent(&self, tracked: &[Ledger]) -> ReportBlock {
        let years = tracked.iter().filter_map(Ledger::last).map(|last| last.year);
        self.paragraph("report-progress-until", |message| {
            message
                .with("count", tracked.len())
                .with("year", years.max().unwrap_or(self.input.plan.base_year))
                .with("all", self.input.plan.targets().count())
        })
    }

    /// Targets whose progress rests only partly on data, the rest having this origin.
    fn partly(&self, tracked: &[Ledger], origin: Origin, id: &'static str) -> Option<ReportBlock> {
        let is_partly = |ledger: &&Ledger| ledger.last().is_some_and(|last| last.origin == origin);
        let partly: Vec<String> = tracked
            .iter()
            .filter(is_partly)
            .map(|ledger| self.target_name(ledger.target))
            .collect();
        (!partly.is_empty()).then(|| {
            self.paragraph(id, |message| {
                message
                    .with("count", partly.len())
                    .with("names", self.listed(partly.into_iter()))
            })
        })
    }

    fn is_binding(&self, ledger: &Ledger) -> bool {
        self.input.plan.target(ledger.target).binding
    }

    /// Targets without data, binding ones first, and those without base value.
    fn without_actuals(&self, tracked: &[Ledger]) -> Vec<ReportBlock> {
        let lacking = |binding: Option<bool>| -> Vec<String> {
            let all = self.input.plan.targets();
            all.filter(|(ix, _, target)| {
                let has_levels = self.input.projection.levels(ix.indicator).is_some();
                let is_meant = match binding {
                    Some(binding) => has_levels && target.binding == binding,
                    None => !has_levels,
                };
                is_meant && tracked.iter().all(|ledger| ledger.target != *ix)
            })
            .map(|(ix, ..)| self.target_name(ix))
            .collect()
        };
        let kinds = [
            ("report-progress-missing-binding", lacking(Some(true))),
            ("report-progress-missing", lacking(Some(false))),
            ("report-progress-baseless", lacking(None)),
        ];
        let lacking = kinds.into_iter().filter(|(_, targets)| !targets.is_empty());
        lacking
            .map(|(id, targets)| {
                self.paragraph(id, |message| {
                    message
                        .with("count", targets.len())
                        .with("names", self.listed(targets.into_iter()))
                })
            })
            .collect()
    }

    fn overview(&mut self, tracked: &[Ledger]) -> ReportBlock {
        let drawing = overview(self.input.plan, tracked, self.language).drawing(self.language);
        let origin = Provenance::of_all(self.input);
        let figure = Figure::new(&drawing, origin, &self.figure_options(), self.language);
        self.plate(self.say("report-progress-overview"), figure)
    }

    /// Rows under headings for binding and for other targets.
    fn grouped(&self, tracked: &[Ledger], cells: impl Fn(&Ledger) -> Vec<Cell>) -> Vec<TableRow> {
        let mut rows = Vec::new();
        for (binding, id) in [
            (true, "report-progress-binding-group"),
            (false, "report-progress-expected-group"),
        ] {
            let members = || tracked.iter().filter(|one| self.is_binding(one) == binding);
            if members().next().is_some() {
                rows.push(TableRow::Group(self.say(id)));
            }
            rows.extend(members().map(|ledger| TableRow::Cells(cells(ledger))));
        }
        rows
    }

    fn by_year(&mut self, tracked: &[Ledger]) -> Table {
        let row = |name: String, target: String, figures: Vec<String>| -> Vec<Cell> {
            let mut cells = vec![name.into(), target.into()];
            cells.extend(self.year_cells(figures));
            cells
        };
        let steps = self.input.plan.steps();
        let targets = tracked.iter().map(|ledger| ledger.target);
        let due = due_rows(self.input.plan, targets, self.language).into_iter();
        let in_words =
            |due: Option<f64>| due.map_or_else(|| NONE.to_owned(), |due| share(due, self.language));
        let mut rows: Vec<TableRow> = due
            .map(|due| {
                let shares = due.shares.into_iter().map(in_words).collect();
                TableRow::Cells(row(due.label, String::new(), shares))
            })
            .collect();
        rows.extend(self.grouped(tracked, |ledger| {
            let known = ledger.years.iter().skip(1);
            let target = self.input.plan.target(ledger.target);
            row(
                self.target_name(ledger.target),
                promise(self.input.plan.get(ledger.indicator()), target, self.language),
                known
                    .map(|year| share(year.progress, self.language) + origin_mark(year.origin))
                    .chain(std::iter::repeat(NONE.to_owned()))
                    .take(steps)
                    .collect(),
            )
        }));
        let mut columns = vec![
            self.column("column-indicator", 30.0, false),
            self.column("column-target", 19.0, false),
        ];
        columns.extend(self.year_columns("mode-progress", 51.0));
        self.noted(
            "report-progress-table",
            "report-progress-note",
            columns,
            rows,
            tracked,
        )
    }

    fn standings(&mut self, tracked: &[Ledger]) -> Table {
        let rows = self.grouped(tracked, |ledger| self.standing(ledger));
        let columns = vec![
            self.column("column-indicator", 21.0, false),
            self.column("track-column-standing", 12.0, false),
            self.column("track-column-data", 9.0, true),
            self.column("column-progress", 10.5, true),
            self.column("track-column-linear", 9.5, true),
            self.column("track-column-achieved", 12.5, true),
            self.column("track-column-remaining", 12.5, true),
            self.column("column-required", 13.0, true),
        ];
        self.noted(
            "report-standing-table",
            "report-standing-note",
            columns,
            rows,
            tracked,
        )
    }

    fn standing(&self, ledger: &Ledger) -> Vec<Cell> {
        let standing = ledger.standing();
        let mut cells = vec![
            self.target_name(ledger.target).into(),
            Cell {
                text: self.say(wording::standing(standing)),
                status: Some(tone(standing)),
                is_assumed: false,
                link: None,
            },
        ];
        let plan = self.input.plan;
        let achieved = achieved_in_words(plan, ledger, None, self.language);
        let Some(judged) = ledger.judged() else {
            return cells;
        };
        // No percentage of zero.
        let achieved = achieved.unwrap_or_else(|| "–".to_owned());
        let figures = [
            last_year(ledger),
            share(judged.progress, self.language),
            share(judged.linear, self.language),
            achieved,
            remaining_in_words(plan, ledger, None, self.language),
            required_in_words(plan, self.input.projection, ledger, None, self.language),
        ];
        cells.extend(figures.map(Cell::from));
        cells
    }

    fn noted(
        &mut self,
        caption: &'static str,
        note: &'static str,
        columns: Vec<super::content::Column>,
        rows: Vec<TableRow>,
        tracked: &[Ledger],
    ) -> Table {
        let about: Vec<IndicatorIx> = tracked.iter().map(Ledger::indicator).collect();
        let mut table = self.table(caption, columns, rows, &about);
        table.notes.insert(0, self.say(note));
        table
    }

    /// Targets that need attention: wrong direction or behind schedule.
    fn attention(&self, tracked: &[Ledger]) -> Vec<Item> {
        let plan = self.input.plan;
        let sentences = tracked.iter().filter_map(|ledger| {
            let projection = self.input.projection;
            off_course(plan, projection, ledger, self.language)
                .or_else(|| behind_schedule(plan, projection, ledger, self.language))
        });
        let items = sentences.map(|sentence| Item {
            about: String::new(),
            text: clean(&sentence),
            link: None,
        });
        items.collect()
    }

    /// The chart of a target under way, in levels if the report's mode does not suit.
    fn path(&mut self, ledger: &Ledger) -> ReportBlock {
        let ix = ledger.indicator();
        let mode = if can_draw(self.input, ix, self.options.mode) {
            self.options.mode
        } else {
            Mode::Level
        };
        let figure = Figure::of_tracking(self.input, ledger, mode, &self.figure_options());
        let catches_up = !ledger.catch_up().is_empty();
        let (plan, projection) = (self.input.plan, self.input.projection);
        let has_actuals = projection.origins(ix).contains(&Origin::Actual);
        let has_data = (1..=plan.steps()).any(|step| rests_on_data(plan, projection, ix, step));
        let id = match (has_actuals, has_data, catches_up) {
            (true, _, true) => "report-progress-chart",
            (true, _, false) => "report-progress-chart-met",
            (false, true, true) => "report-progress-chart-derived",
            (false, true, false) => "report-progress-chart-derived-met",
            (false, false, true) => "report-progress-chart-set",
            (false, false, false) => "report-progress-chart-set-met",
        };
        let name = self.say_with(id, |message| {
            message.with(
                "name",
                if catches_up {
                    // Name the target it catches up with.
                    self.target_name(ledger.target)
                } else {
                    self.name(self.input.plan.get(ix))
                },
            )
        });
        let caption = self.chart_caption(ix, name);
        self.plate(caption, figure)
    }
}

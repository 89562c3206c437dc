//! A decomposition as a table: factors down, years and parts across.

use super::attribution::{attributed_figure, player_in_words};
use super::decomposed_answer::decomposed_span;
use super::decomposition::{effect_figure, factor_in_words};
use super::labels::labelled;
use super::ledger::percent;
use super::rates::open_years;
use super::spread::role_in_words;
use crate::analysis::attribution::Attribution;
use crate::analysis::decomposition::Decomposition;
use crate::plan::Plan;
use crate::text::{Language, Message, numbers, say};

/// What a column of the table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecomposedColumnKind {
    /// One year; after the last data or not.
    Year {
        /// Whether it is after the last data.
        is_open: bool,
    },
    /// Several years together, or the difference between two scenarios.
    Sum,
    /// The share of the whole change.
    Share,
    /// The standard error of sampled orders.
    Error,
    /// Who sets the lever.
    Role,
}

/// A column of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecomposedColumn {
    /// What it is about.
    pub kind: DecomposedColumnKind,
    /// Its heading.
    pub heading: String,
}

/// What a row of the table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecomposedLineKind {
    /// What a factor or lever adds, by its place among the effects.
    Effect(usize),
    /// What is left.
    Residual,
    /// The whole change.
    Change,
    /// The level at the end.
    Level,
    /// What it rests on.
    Basis,
}

/// A cell: its figure, if it is one, and how it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DecomposedCell {
    /// As shown.
    pub text: String,
    /// Unrounded; a share in percent.
    pub value: Option<f64>,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct DecomposedLine {
    /// What it is about.
    pub kind: DecomposedLineKind,
    /// Its name.
    pub name: String,
    /// Its cells, in the order of the columns.
    pub cells: Vec<DecomposedCell>,
}

/// The table.
#[derive(Clone, Debug, PartialEq)]
pub struct DecomposedTable {
    /// The heading of the names.
    pub corner: String,
    /// The columns.
    pub columns: Vec<DecomposedColumn>,
    /// The rows.
    pub rows: Vec<DecomposedLine>,
}

/// A column as it is put together: its effects, where it begins and ends, and the years in it.
struct Sums {
    effects: Vec<f64>,
    residual: f64,
    ends: (f64, f64),
    basis: String,
}

impl DecomposedTable {
    /// The table of a decomposition: year by year where it is chained, in parts up to the year in between and after it,
    /// and as a whole.
    #[must_use]
    pub fn of_decomposition(
        plan: &Plan,
        found: &Decomposition,
        via: Option<i32>,
        language: Language,
    ) -> Self {
        let (mut columns, mut sums) = (Vec::new(), Vec::new());
        let years = if found.is_chained { &found.years[..] } else { &[] };
        for year in years {
            let is_open = found.last_actual.is_none_or(|last| last < year.year);
            columns.push(DecomposedColumn {
                kind: DecomposedColumnKind::Year { is_open },
                heading: year.year.to_string(),
            });
            sums.push(Sums {
                effects: year.effects.iter().map(|effect| effect.change).collect(),
                residual: year.residual,
                ends: (year.from, year.to),
                basis: decomposed_span(found, (year.year - 1, year.year), language),
            });
        }
        let spans = found.spans(via);
        let parts = if spans.len() > 1 { &spans[..] } else { &[] };
        let mut add = |heading: String, column: Sums| {
            columns.push(DecomposedColumn {
                kind: DecomposedColumnKind::Sum,
                heading,
            });
            sums.push(column);
        };
        for part in parts {
            let effects = found.between_years(part.from, part.to);
            let ends = (found.level_in(part.from), found.level_in(part.to));
            let column = Sums {
                residual: ends.1 - ends.0 - effects.iter().sum::<f64>(),
                effects,
                ends,
                basis: decomposed_span(found, (part.from, part.to), language),
            };
            add(open_years(part.from, part.to, language), column);
        }
        let (from, to) = (found.from.year, found.to.year);
        let is_of_years = !found.years.is_empty();
        let basis = match (parts.is_empty(), is_of_years) {
            (false, _) => say(language, "decompose-both").into_owned(),
            (true, true) => decomposed_span(found, (from, to), language),
            (true, false) => String::new(),
        };
        let whole = Sums {
            effects: found.effects.iter().map(|effect| effect.change).collect(),
            residual: found.residual,
            ends: (found.from.value, found.to.value),
            basis,
        };
        let heading = if is_of_years {
            open_years(from, to, language)
        } else {
            say(language, "decompose-difference-column").into_owned()
        };
        add(heading, whole);
        columns.push(share_column(language));
        let names = found
            .effects
            .iter()
            .map(|effect| factor_in_words(plan, &effect.factor, language));
        let figure = |value: f64| effect_figure(found, value);
        let level = plan.get(found.indicator).short_name(language);
        let mut table = Self::of_sums(columns, names.collect(), &sums, figure, language);
        table.rows.push(level_line(level, &sums, is_of_years, language));
        if is_of_years {
            table.rows.push(basis_line(&sums, language));
        }
        table
    }

    /// The table of what levers add to the difference between two scenarios.
    #[must_use]
    pub fn of_attribution(plan: &Plan, found: &Attribution, language: Language) -> Self {
        let mut columns = vec![
            DecomposedColumn {
                kind: DecomposedColumnKind::Sum,
                heading: say(language, "decompose-difference-column").into_owned(),
            },
            share_column(language),
        ];
        let sums = [Sums {
            effects: found.effects.iter().map(|effect| effect.change).collect(),
            residual: found.residual,
            ends: (found.from, found.to),
            basis: String::new(),
        }];
        let names = found
            .effects
            .iter()
            .map(|effect| player_in_words(plan, effect.player, language));
        let figure = |value: f64| attributed_figure(found, value);
        let has_errors = found.orders.is_some();
        if has_errors {
            columns.push(DecomposedColumn {
                kind: DecomposedColumnKind::Error,
                heading: say(language, "attribute-error").into_owned(),
            });
        }
        columns.push(DecomposedColumn {
            kind: DecomposedColumnKind::Role,
            heading: say(language, "attribute-role").into_owned(),
        });
        let mut table = Self::of_sums(columns, names.collect(), &sums, figure, language);
        for (row, effect) in table.rows.iter_mut().zip(&found.effects) {
            if has_errors {
                let text = effect.error.map_or_else(String::new, |error| {
                    figure(error).trim_start_matches('+').to_owned()
                });
                row.cells.push(DecomposedCell {
                    text,
                    value: effect.error,
                });
            }
            row.cells.push(DecomposedCell {
                text: effect
                    .role
                    .map_or_else(String::new, |role| role_in_words(Some(&role)).say(language)),
                value: None,
            });
        }
        let level = plan.get(found.outcome.indicator()).short_name(language);
        table.rows.push(level_line(level, &sums, false, language));
        for row in &mut table.rows {
            row.cells
                .resize_with(table.columns.len(), DecomposedCell::default);
        }
        table
    }

    /// Effects, residual and change, with shares.
    fn of_sums(
        columns: Vec<DecomposedColumn>,
        names: Vec<String>,
        sums: &[Sums],
        figure: impl Fn(f64) -> String,
        language: Language,
    ) -> Self {
        let line = |kind, name: String, of: &dyn Fn(&Sums) -> f64| {
            let cells = sums.iter().map(of).map(|value| DecomposedCell {
                text: figure(value),
                value: Some(value),
            });
            let share = sums.last().map(|whole| (of(whole), whole.ends.1 - whole.ends.0));
            let share = share.map_or_else(DecomposedCell::default, |(part, whole)| {
                share_cell(part, whole, language)
            });
            DecomposedLine {
                kind,
                name,
                cells: cells.chain([share]).collect(),
            }
        };
        let said = |id| say(language, id).into_owned();
        let mut rows: Vec<DecomposedLine> = names
            .into_iter()
            .enumerate()
            .map(|(place, name)| {
                let of = |sums: &Sums| sums.effects.get(place).copied().unwrap_or(f64::NAN);
                line(DecomposedLineKind::Effect(place), name, &of)
            })
            .collect();
        rows.push(line(
            DecomposedLineKind::Residual,
            said("decompose-residual"),
            &|sums| sums.residual,
        ));
        rows.push(line(
            DecomposedLineKind::Change,
            said("decompose-change"),
            &|sums| sums.ends.1 - sums.ends.0,
        ));
        Self {
            corner: said("decompose-effect-of"),
            columns,
            rows,
        }
    }

    /// The table as lines of text: headings, then rows, each with its name.
    #[must_use]
    pub fn texts(&self) -> Vec<Vec<String>> {
        let headings = self.columns.iter().map(|column| column.heading.clone());
        let head = std::iter::once(self.corner.clone()).chain(headings).collect();
        let rows = self.rows.iter().map(|row| {
            let cells = row.cells.iter().map(|cell| cell.text.clone());
            std::iter::once(row.name.clone()).chain(cells).collect()
        });
        std::iter::once(head).chain(rows).collect()
    }

    /// A row read aloud: each figure with its column.
    #[must_use]
    pub fn row_in_words(&self, row: &DecomposedLine, language: Language) -> String {
        let cells = self.columns.iter().zip(&row.cells);
        let cells = cells.filter(|(_, cell)| !cell.text.is_empty());
        let cells: Vec<String> = cells
            .map(|(column, cell)| labelled(&column.heading, &cell.text, language))
            .collect();
        labelled(&row.name, &cells.join("; "), language)
    }
}

fn share_column(language: Language) -> DecomposedColumn {
    DecomposedColumn {
        kind: DecomposedColumnKind::Share,
        heading: say(language, "decompose-share-column").into_owned(),
    }
}

fn share_cell(part: f64, whole: f64, language: Language) -> DecomposedCell {
    let share = 100.0 * part / whole;
    DecomposedCell {
        text: if share.is_finite() {
            percent(numbers::decimal(share, 0), language)
        } else {
            "–".to_owned()
        },
        value: Some(share).filter(|share| share.is_finite()),
    }
}

/// The level at the end; without a share.
fn level_line(name: &str, sums: &[Sums], is_of_years: bool, language: Language) -> DecomposedLine {
    let id = if is_of_years {
        "decompose-level-of"
    } else {
        "decompose-level-here"
    };
    let cells = sums.iter().map(|sums| DecomposedCell {
        text: numbers::level(sums.ends.1),
        value: Some(sums.ends.1),
    });
    DecomposedLine {
        kind: DecomposedLineKind::Level,
        name: Message::new(id).with("name", name).say(language),
        cells: cells.chain([DecomposedCell::default()]).collect(),
    }
}

/// What each column rests on.
fn basis_line(sums: &[Sums], language: Language) -> DecomposedLine {
    let cells = sums.iter().map(|sums| DecomposedCell {
        text: sums.basis.clone(),
        value: None,
    });
    DecomposedLine {
        kind: DecomposedLineKind::Basis,
        name: say(language, "decompose-rests-on").into_owned(),
        cells: cells.chain([DecomposedCell::default()]).collect(),
    }
}

//! Sentences about results, in both languages: findings, judgements and what they rest on, progress, answers, and the
//! names of figures. They state only what was entered or follows from it.
//!
//! A sentence that joins what was computed, such as a verdict with its evidence, is put together here and nowhere else;
//! `tests/architecture` holds that down. What the other floors say themselves is of another kind: names of commands,
//! headings, columns and units; prompts and notices about files and jobs; a count or a name put into one message; what is
//! wrong with an input; and the fixed explanations of a report. A workbook is the exception: its formulas choose the words
//! as its cells change, so `export::xlsx` writes them from the same messages.

mod answer;
mod astray;
mod attribution;
mod beside;
mod brief;
mod called;
mod card;
mod chance;
pub mod chart;
mod compared_rows;
mod comparison;
mod correlation;
mod counts;
mod decomposed_answer;
mod decomposed_table;
mod decomposition;
mod difference;
mod drawn;
mod entered;
mod evidence;
mod feasibility;
mod finding;
mod importance;
mod in_full;
mod labels;
mod ledger;
mod likely;
mod observed;
pub mod overview;
mod proposal;
mod rates;
mod reach_all;
mod reason;
mod region;
mod schedule;
mod scores;
mod sensitivity;
mod spread;
mod spread_row;
mod standings;
mod verdict;

pub use answer::{
    answer_by_year, counted_in, leads_in_words, parameter_in_words, remark_in_words, value_in_words,
    way_in_words,
};
pub use astray::{behind_schedule, off_course};
pub use attribution::{
    attributed_figure, attribution_in_words, attribution_method, difference_in_brief, player_in_brief,
    player_in_words, roles_in_words, unattributable, unattributable_help,
};
pub use beside::{amount_in_words, assessed, decimals_beside, gap_beside, gap_decimals};
pub use brief::{going_in_brief, needed_in_brief, rate_in_brief, sources_in_brief};
pub use called::{pace, stance, standing, status, would_be};
pub use card::{
    CardAnswer, DraggedPoint, band_via, card_answer, card_end, card_readout, end_now, end_was, mark_in_words,
    mark_level, moved_by, shortfall,
};
pub use chance::{
    alone_on_figure, bars_of_draws, chance, chance_error, chance_with_error, drawn_in_words, draws_on_figure,
    outside_in_words, shares_on_figure, together_in_words, uneven_size, year_by_year,
};
pub use compared_rows::{
    ComparedRow, compared_level, compared_lever, compared_table, compared_target, rates_apart,
};
pub use comparison::{compared_in_words, outcome_in_brief, scenario_letter};
pub use correlation::{correlation_in_brief, correlation_refused};
pub use counts::{binding_counts, binding_in_brief, counts, met_conditions, plan_itself, plan_itself_id};
pub use decomposed_answer::{
    DecomposedAnswer, attributed_answer, decomposed_answer, decomposed_level, decomposed_span,
    decomposed_unit, decomposed_unit_a_year, decomposition_method, span_in_words,
};
pub use decomposed_table::{
    DecomposedCell, DecomposedColumn, DecomposedColumnKind, DecomposedLine, DecomposedLineKind,
    DecomposedTable,
};
pub use decomposition::{
    decomposition_in_words, effect_figure, factor_in_brief, factor_in_words, factors_held, undecomposable,
    undecomposable_help,
};
pub use difference::{Difference, differences, unsaved};
pub use drawn::DrawsAnswer;
pub use entered::entered;
pub use evidence::{evidence, named, origin};
pub use feasibility::{map_in_words, map_rests_on, no_map, region_at, share_of_map};
pub use finding::{finding, statement};
pub use importance::{
    all_draws_alike, bar_ends, bar_rates, bar_remarks, correlated_in_words, index_in_words,
    index_with_interval, interaction_in_words, medians_in_words, not_uncertain, outcome_named, outcome_range,
    outcome_unit, outcome_value, share_in_words, share_labels, undrawable, undrawn, yearly_shares_in_words,
};
pub use in_full::{
    figures_shown, ledger_in_words, outcome_in_words, progress_in_words, score_in_words, shortfall_in_full,
    year_rests_on,
};
pub use labels::{
    band, in_unit, is_percentage, labelled, origin_mark, points_a_year, points_or_percent, printed, promise,
    promise_due, short_target_in_words, target_figure, target_in_words, unit, unit_beside, worded,
};
pub use ledger::{
    ChangeTerms, achieved_in_words, change_in_words, last_year, percent, rate_in_words, remaining_in_words,
    required_in_words, share,
};
pub use likely::{
    ChanceBasis, beside_chance, binding_apart, chance_from, chance_told, error_in_brief, judged_counts,
    settling, sides_in_words,
};
pub use observed::{beside_observed, data_behind};
pub use proposal::{no_proposal, proposal_in_words};
pub use rates::{bare_rate, open_years, round_rate, violation_in_brief};
pub use reach_all::{reach_all_counts, reach_all_remark};
pub use reason::{stop, unsolvable, violation, violation_help, why_not};
pub use region::{boundary, parameter_brief, parameter_labelled, parameter_value, region, region_lines};
pub use schedule::{DueRow, due_rows};
pub use scores::{score_table, with_year};
pub use sensitivity::{effect_in_brief, effect_in_words, outcome_effect_in_words, raised_by_a_point};
pub use spread::{role_in_words, spread_in_words, years_in_words};
pub use spread_row::{spread_in_brief, spread_in_full, years_in_brief};
pub use standings::standings_counted;
pub use verdict::{status_word, verdict};

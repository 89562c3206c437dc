//! Sentences about results, in both languages: findings, judgements and what they rest on, progress, answers, and the
//! names of figures. They state only what was entered or follows from it.

mod answer;
mod astray;
mod attribution;
mod beside;
mod brief;
mod called;
mod card;
pub mod chart;
mod comparison;
mod counts;
mod decomposition;
mod difference;
mod entered;
mod evidence;
mod finding;
mod labels;
mod ledger;
mod observed;
pub mod overview;
mod rates;
mod reason;
mod region;
mod schedule;
mod scores;
mod sensitivity;
mod spread;
mod verdict;

pub use answer::{counted_in, parameter_in_words, remark_in_words, value_in_words, way_in_words};
pub use astray::{behind_schedule, off_course};
pub use attribution::{
    attributed_figure, attribution_in_words, player_in_words, roles_in_words, unattributable,
    unattributable_help,
};
pub use beside::{
    amount_beside, amount_in_words, assessed, decimals_beside, gap_beside, gap_decimals, progress_beside,
};
pub use brief::{going_in_brief, needed_in_brief, rate_in_brief, sources_in_brief};
pub use called::{pace, stance, standing, status, would_be};
pub use card::{
    CardAnswer, DraggedPoint, band_via, card_answer, card_end, card_readout, end_now, end_was, mark_in_words,
    mark_level, moved_by, shortfall,
};
pub use comparison::{compared_in_words, outcome_in_words, scenario_letter};
pub use counts::{binding_counts, binding_in_brief, counts, met_conditions, plan_itself, plan_itself_id};
pub use decomposition::{
    decomposition_in_words, effect_figure, factor_in_words, factors_held, undecomposable, undecomposable_help,
};
pub use difference::{Difference, differences, unsaved};
pub use entered::entered;
pub use evidence::{evidence, named, origin};
pub use finding::{finding, statement};
pub use labels::{
    band, in_unit, is_percentage, labelled, origin_mark, points_a_year, points_or_percent, printed, promise,
    promise_due, short_target_in_words, target_figure, target_in_words, unit, unit_beside, worded,
};
pub use ledger::{
    ChangeTerms, achieved_in_words, change_in_words, last_year, percent, rate_in_words, remaining_in_words,
    required_in_words, share,
};
pub use observed::{beside_observed, data_behind};
pub use rates::{bare_rate, open_years, round_rate, violation_in_brief};
pub use reason::{stop, unsolvable, violation, violation_help, why_not};
pub use region::{boundary, parameter_brief, parameter_labelled, parameter_value, region, region_lines};
pub use schedule::{DueRow, due_rows};
pub use scores::{score_table, with_year};
pub use sensitivity::{effect_in_brief, effect_in_words, outcome_effect_in_words, raised_by_a_point};
pub use spread::{role_in_words, spread_in_words, years_in_words};
pub use verdict::{status_word, verdict};

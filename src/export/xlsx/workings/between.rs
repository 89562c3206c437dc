//! Due years that lie between data, as [`Assessment::is_between`](crate::model::Assessment) has them.

use crate::export::xlsx::layout::{DueTarget, Layout};
use crate::export::xlsx::look::look;
use crate::model::Origin;

/// Whether the level of a due year lies between data that leave open whether the target was met in it. Never of what is due
/// in every year.
pub(in crate::export::xlsx) fn lies_between(layout: &Layout<'_>, promised: &DueTarget<'_>) -> String {
    let (ix, due, steps) = (promised.ix.indicator, promised.due, layout.input.plan.steps());
    // What lies between data has data behind it.
    if promised.target.is_each_year() || due >= steps {
        return "FALSE".to_owned();
    }
    let rank = look(Origin::Interpolated).rank;
    let is_between = format!("{}={rank}", layout.origin_from_afar(ix, due));
    if !promised.target.form.counts_from_zero() {
        return format!("({is_between})");
    }
    // Years with data on one side of the due year in which a condition holds.
    let figure = layout.figure_from_afar(promised.ix);
    let known = |first: usize, last: usize, condition: &str| {
        if first > last {
            return "0".to_owned();
        }
        format!(
            "SUMPRODUCT(({}<{rank})*(INT({}+1E-9){condition}{figure}))",
            layout.origins_from_afar(ix, first, last),
            layout.levels_from_afar(ix, first, last),
        )
    };
    let (met, missed) = (known(1, due - 1, ">="), known(due + 1, steps, "<"));
    format!("AND({is_between},{met}=0,{missed}=0)")
}

/// Whether what never falls is reached by the last data.
pub(in crate::export::xlsx) fn is_reached(layout: &Layout<'_>, promised: &DueTarget<'_>) -> String {
    if promised.target.is_each_year() || !promised.target.form.counts_from_zero() {
        return "FALSE".to_owned();
    }
    let ix = promised.ix.indicator;
    let last = layout.last_actual_from_afar(ix);
    let levels = layout.levels_from_afar(ix, 0, promised.due);
    let then = format!("INDEX({levels},MIN({last},{})+1)", promised.due);
    let figure = layout.figure_from_afar(promised.ix);
    format!("AND({last}>0,INT({then}+1E-9)>={figure})")
}

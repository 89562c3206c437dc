//! Shares of unexpected size: 71 % of revenue where the plan wants 1 %.

use crate::plan::{Form, Indicator};

/// Factor by which a share may exceed the plan's figures, or the fastest change towards them, before it is asked
/// about.
const TIMES: f64 = 3.0;

/// Whether a share is far beyond its base value or, without one, its target.
pub(super) fn is_beyond(indicator: &Indicator, base: Option<f64>, years: i32, level: f64) -> bool {
    let levels = indicator.targets.iter().filter_map(|target| match target.form {
        Form::Level(level) => Some(level),
        _ => None,
    });
    let view = base.into_iter().chain(levels).find(|view| *view > 0.0);
    let Some(view) = view.filter(|_| !indicator.is_compound()) else {
        return false;
    };
    let (low, high) = indicator.rate_range;
    let reach = f64::from(years) * high.max(-low);
    level >= TIMES * view && level - view > TIMES * reach
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::built_in;

    #[test]
    fn a_share_is_seen_beside_its_base_or_its_target() {
        let plan = built_in("industrial-upgrading-2011-2015").unwrap().unwrap();
        let beyond = |id: &str, base, level| is_beyond(plan.get(plan.find(id).unwrap()), base, 5, level);
        assert!(beyond("rd-intensity", None, 71.0) && beyond("rd-intensity", Some(0.69), 7.1));
        assert!(!beyond("rd-intensity", None, 1.8) && !beyond("rd-intensity", Some(0.69), 2.5));
        assert!(!beyond("erp", None, 62.0) && !beyond("sei-share", Some(7.0), 15.0));
        // Not a share.
        assert!(!beyond("value-added", Some(16.0), 1600.0));
    }
}

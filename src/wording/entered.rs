//! Figures as entered, with all their digits.

use super::labels::{unit, unit_beside};
use crate::plan::{IndicatorIx, LevelKind, Plan};
use crate::scenario::Actual;
use crate::text::{Language, numbers, say_with};

/// A figure with its unit; changes are signed, a fall with a minus. `kind` is what the indicator's levels are measured
/// from, which decides their unit.
#[must_use]
pub fn entered(plan: &Plan, ix: IndicatorIx, kind: LevelKind, figure: Actual, language: Language) -> String {
    let indicator = plan.get(ix);
    let digits = numbers::plain(figure.value().abs());
    let sign = match figure {
        _ if figure.value() < 0.0 => "−",
        Actual::AnnualChange(value) | Actual::CumulativeChange(value) if value > 0.0 => "+",
        _ => "",
    };
    let value = format!("{sign}{digits}");
    let is_level = matches!(figure, Actual::Level(_));
    let is_percentage = indicator.unit.get(language) == "%";
    let id = match (is_level, is_percentage) {
        (false, _) if indicator.is_compound() => "figure-percent",
        (true, true) => "figure-percent",
        (false, true) => "figure-points",
        // Points are in the indicator's unit.
        (_, false) => {
            let unit = unit(plan, indicator, kind, language);
            return say_with(
                language,
                "figure-with-unit",
                &[("value", &value), ("unit", &unit_beside(&unit, language))],
            );
        }
    };
    say_with(language, id, &[("value", &value)])
}

#[cfg(test)]
mod tests {
    use Actual::{AnnualChange, CumulativeChange, Level};
    use LevelKind::{Absolute, Index};

    use super::*;
    use crate::plan::built_in;

    #[test]
    fn figures_have_the_unit_that_they_are_counted_in() {
        let plan = built_in("industrial-upgrading-2011-2015").unwrap().unwrap();
        let said =
            |id: &str, kind, figure| entered(&plan, plan.find(id).unwrap(), kind, figure, Language::English);
        assert_eq!(
            said("value-added", Absolute, Level(18.84702)),
            "18.84702 trillion CNY, 2010 prices"
        );
        assert_eq!(said("value-added", Absolute, AnnualChange(10.8)), "+10.8 %");
        assert_eq!(said("steel-cr10", Absolute, Level(49.2)), "49.2 %");
        assert_eq!(
            said("steel-cr10", Absolute, CumulativeChange(-2.7)),
            "−2.7 points"
        );
        // The unit follows the levels: an index, or amounts once there is a base.
        assert_eq!(said("cod", Index, Level(81.6)), "81.6 index, 2010 = 100");
        assert_eq!(said("cod", Absolute, Level(354.8)), "354.8 10,000 t");
        // No stored digit is hidden.
        assert_eq!(
            said("cod", Index, CumulativeChange(-18.399_264_029_4)),
            "−18.3992640294 %"
        );
    }
}

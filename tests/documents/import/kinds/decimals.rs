//! Decimal and thousands separators.

use planpath::scenario::import::{Choice, Decimal, Topic};

use super::{answered, asks, choices, gives};

const STEEL: [(&str, i32, char, f64); 2] = [("steel-cr10", 2011, 'l', 49.2), ("steel-cr10", 2012, 'l', 45.9)];
const ENERGY: [(&str, i32, char, f64); 2] = [
    ("steel-unit-energy", 2011, 'l', 602.125),
    ("steel-unit-energy", 2012, 'l', 603.5),
];

#[test]
fn semicolons_mean_decimal_commas() {
    gives("Indicator;2011;2012\nsteel-cr10;49,2;45,9\n", &STEEL);
    gives("Indicator;2011;2012\nsteel-cr10;49,200;45,900\n", &STEEL);
    gives(
        "Indicator;2011;2012\nsteel-unit-energy;602,125;603,500\n",
        &ENERGY,
    );
    // Both characters in one figure settle which is which.
    gives(
        "Indicator;2011\naluminium-unit-power;13.740,5\n",
        &[("aluminium-unit-power", 2011, 'l', 13740.5)],
    );
    // And points may still be decimal points.
    gives("Indicator;2011;2012\nsteel-cr10;49.2;45.9\n", &STEEL);
}

#[test]
fn commas_between_thousands_are_no_decimal_commas() {
    gives(
        "Indicator,2011,2012\naluminium-unit-power,\"13,740\",\"13,650.5\"\n",
        &[
            ("aluminium-unit-power", 2011, 'l', 13740.0),
            ("aluminium-unit-power", 2012, 'l', 13650.5),
        ],
    );
}

#[test]
fn commas_that_make_no_sense_between_thousands_are_asked_for() {
    let text = "Indicator\t2011\t2012\nsteel-unit-energy\t602,125\t603,500\n";
    let preview = asks(text, &[Topic::Decimal]);
    assert_eq!(
        choices(&preview, 0),
        [Choice::Decimal(Decimal::Point), Choice::Decimal(Decimal::Comma)]
    );
    answered(text, 1, &ENERGY);
}

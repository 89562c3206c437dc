//! Remedies put to the test: following them gives a valid file.

use super::*;

/// The report on a plan with one indicator, if any: each fault with its remedy.
fn said_of_plan(format: u32, dynamics: &str, target: &str) -> Option<String> {
    let text = format!(
        r#"(format: {format}, id: "p", title: "P", base_year: 2010, end_year: 2015, source: "x",
            categories: [(id: "c", name: "C")],
            indicators: [
                (id: "a", name: "A", category: "c", unit: "Mt", base: Some(50.0), dynamics: {dynamics}, source: "s",
                 target: Some(({target}, wording: "w"))),
            ])"#
    );
    let failure = plan::read_text("plan.ron", &text).err()?;
    Some(failure.report(Language::English, false) + "\n")
}

#[test]
fn a_remedy_for_a_fall_that_is_a_rise_leads_to_a_sound_plan() {
    for (dynamics, target, remedy, new_dynamics, new_target) in [
        // Meant to grow: only the form is wrong.
        (
            "Growth",
            "form: CumulativeDecline(-10.0), comparator: AtLeast",
            "write form: CumulativeGrowth(10.0)\n",
            "Growth",
            "form: CumulativeGrowth(10.0), comparator: AtLeast",
        ),
        // A declining indicator cannot have a growth target.
        (
            "Decline",
            "form: CumulativeDecline(-10.0), comparator: AtLeast",
            "write form: CumulativeGrowth(10.0) and dynamics: Growth\n",
            "Growth",
            "form: CumulativeGrowth(10.0), comparator: AtLeast",
        ),
        (
            "Decline",
            "form: CumulativeDecline(-10.0), comparator: AtMost",
            "write form: CumulativeGrowth(10.0) and dynamics: Growth, with comparator: AtLeast\n",
            "Growth",
            "form: CumulativeGrowth(10.0), comparator: AtLeast",
        ),
        (
            "Growth",
            "form: CumulativeGrowth(-10.0), comparator: AtMost",
            "write form: CumulativeDecline(10.0), with comparator: AtLeast\n",
            "Growth",
            "form: CumulativeDecline(10.0), comparator: AtLeast",
        ),
        (
            "Decline",
            "form: CumulativeGrowth(10.0), comparator: AtLeast",
            "if it is to grow, write dynamics: Growth",
            "Growth",
            "form: CumulativeGrowth(10.0), comparator: AtLeast",
        ),
        // Both faults are reported at once, and both remedies together fix it.
        (
            "Decline",
            "form: CumulativeGrowth(10.0), comparator: AtMost",
            "use AtLeast or MoreThan",
            "Growth",
            "form: CumulativeGrowth(10.0), comparator: AtLeast",
        ),
        // Points are not rates: the form must change, not the sign.
        (
            "Additive",
            "form: CumulativeDecline(-10.0), comparator: AtLeast",
            "use Level(...) or Change(...)",
            "Additive",
            "form: Change(5.0), comparator: AtLeast",
        ),
        // A fall of more than 100 % is impossible, whichever way it is written.
        (
            "Growth",
            "form: CumulativeGrowth(-120.0), comparator: AtLeast",
            "a decline below 100 %",
            "Growth",
            "form: CumulativeDecline(20.0), comparator: AtLeast",
        ),
    ] {
        let said = said_of_plan(2, dynamics, target).unwrap();
        assert!(said.contains(remedy), "{dynamics}, {target}: {said}");
        assert_eq!(said_of_plan(2, new_dynamics, new_target), None, "{remedy}");
    }
}

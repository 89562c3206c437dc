//! Names that contain more than a name.

use planpath::scenario::import::{Choice, Topic};

use super::{answered, asks, choices, gives, notes, reasons};

const GROWTH: [(&str, i32, char, f64); 2] =
    [("value-added", 2011, 'a', 10.8), ("value-added", 2012, 'a', 7.9)];

#[test]
fn numbering_and_blanks_do_not_matter() {
    for name in [
        "1.工业增加值增速",
        "（一）工业增加值增速",
        "二、工业增加值增速",
        "其中：工业增加值增速",
        "工业 增加值　增速",
        "　工业增加值增速",
        "工业增加值增速①",
        "工业增加值增速*",
        "工业增加值增速（注1）",
        "工业增加值\n增速",
    ] {
        gives(&format!("指标,2011,2012\n\"{name}\",10.8,7.9\n"), &GROWTH);
    }
}

#[test]
fn another_scope_is_another_indicator() {
    let text = "指标,2011,2012\n工业增加值（规模以上）增速,10.8,7.9\n";
    let preview = asks(text, &[Topic::Name]);
    assert_eq!(choices(&preview, 0).len(), 2);
    answered(text, 0, &GROWTH);
    answered(text, 1, &[]);
    asks("指标,2011\n规模以上工业增加值增速,10.8\n", &[Topic::Name]);
    for name in ["重工业增加值增速", "工业增加值占比", "工业总增加值"] {
        let text = format!("指标,2011,2012\n{name},10.8,7.9\n");
        gives(&text, &[]);
        assert_eq!(reasons(&text), ["unknown-indicator"], "{name}");
    }
}

#[test]
fn the_longest_name_counts() {
    // 工业增加值率 is the value-added rate, not a rate of change of value added.
    let text = "指标,2011\n工业增加值率（个百分点）,0.3\n";
    gives(text, &[("value-added-rate", 2011, 'a', 0.3)]);
    gives(
        "指标,2011\n战略性新兴产业增加值占工业增加值比重（%）,7.5\n",
        &[("sei-share", 2011, 'l', 7.5)],
    );
}

#[test]
fn the_beginning_of_one_name_is_taken_and_mentioned() {
    let text = "Indicator,2011\nSteel top-10,49.2\n";
    gives(text, &[("steel-cr10", 2011, 'l', 49.2)]);
    assert!(notes(text).contains(&"import-note-beginning"));
    // Several matches count as none; and one word is not enough.
    for name in ["Energy per tonne", "Steel", "Industrial"] {
        let text = format!("Indicator,2011\n{name},49.2\nsteel-cr10,49.2\n");
        gives(&text, &[("steel-cr10", 2011, 'l', 49.2)]);
        assert!(reasons(&text).contains(&"unknown-indicator"), "{name}");
    }
}

#[test]
fn a_person_may_say_what_a_name_means() {
    let text = "指标,2011,2012\n规模以上工业增加值增速,10.8,7.9\n";
    let (plan, _) = crate::import::start();
    let mut options = planpath::scenario::import::Options::default();
    options.settle(Choice::About(1, plan.find("value-added")));
    super::is(&super::read_with(text, &options), &GROWTH, text);
}

#[test]
fn a_total_of_the_country_is_none_of_its_industry() {
    let text = "指标,2011,2012\n全国二氧化硫排放量比上年增长（%）,-2.2,-4.5\n";
    asks(text, &[Topic::Name]);
    answered(text, 0, &[("so2", 2011, 'a', -2.2), ("so2", 2012, 'a', -4.5)]);
    // An industry figure is still one when labelled nationwide.
    gives("指标,2011,2012\n全国工业增加值增速,10.8,7.9\n", &GROWTH);
}

#[test]
fn what_all_names_of_a_kind_end_with_may_be_missing() {
    for name in ["氨氮", "氨氮排放总量"] {
        let text = format!("指标,2011,2012,2013\n{name}比上年（%）,-1.52,-2.62,-3.2\n");
        gives(
            &text,
            &[
                ("ammonia-nitrogen", 2011, 'a', -1.52),
                ("ammonia-nitrogen", 2012, 'a', -2.62),
                ("ammonia-nitrogen", 2013, 'a', -3.2),
            ],
        );
    }
    gives(
        "指标,2011\n氨氮比上年削减率（%）,1.52\n",
        &[("ammonia-nitrogen", 2011, 'a', -1.52)],
    );
    // Brackets in the plan's name are optional.
    gives(
        "Indicator,2011\nSulphur dioxide emissions (year-on-year %),-2.2\n",
        &[("so2", 2011, 'a', -2.2)],
    );
}

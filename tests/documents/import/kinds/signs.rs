//! The direction of figures.

use planpath::scenario::import::{Choice, Options, SignRule, Topic};

use super::{answered, asks, choices, gives, is, notes, read_with, reasons};

const FALLS: [(&str, i32, char, f64); 2] = [
    ("energy-intensity", 2011, 'a', -3.49),
    ("energy-intensity", 2012, 'a', -5.9),
];

#[test]
fn the_size_of_a_fall_is_a_fall() {
    for name in [
        "单位工业增加值能耗下降率",
        "单位工业增加值能耗降低率（%）",
        "单位工业增加值能耗降幅",
        "单位工业增加值能耗比上年下降（%）",
        "单位工业增加值能耗同比降低（％）",
        "Energy intensity of value added, decline (%)",
        "Energy intensity of value added: annual reduction, %",
        "energy-intensity (decrease, %)",
    ] {
        let text = format!("指标,2011,2012\n\"{name}\",3.49,5.9\n");
        gives(&text, &FALLS);
        assert!(notes(&text).contains(&"import-note-falls"), "{name}");
    }
}

#[test]
fn a_figure_that_has_a_sign_keeps_it() {
    let text = "指标,2011,2012\n单位工业增加值能耗降低率（%）,-3.49,-5.9\n";
    gives(text, &FALLS);
    assert!(notes(text).contains(&"import-note-signs-kept"));
    // Unless the user says otherwise.
    let options = Options {
        sign: Some(SignRule::Falls),
        ..Options::default()
    };
    let rises = FALLS.map(|(id, year, kind, value)| (id, year, kind, -value));
    is(&read_with(text, &options), &rises, text);
}

#[test]
fn signs_that_contradict_the_name_are_asked_for() {
    let text = "指标,2011,2012,2013\n单位工业增加值能耗降低率（%）,3.49,-0.5,4.9\n";
    let preview = asks(text, &[Topic::Sign]);
    assert_eq!(
        choices(&preview, 0),
        [
            Choice::Sign(0, SignRule::AsWritten),
            Choice::Sign(0, SignRule::Falls)
        ]
    );
    let of = |sign: f64| {
        [
            ("energy-intensity", 2011, 'a', sign * 3.49),
            ("energy-intensity", 2012, 'a', sign * -0.5),
            ("energy-intensity", 2013, 'a', sign * 4.9),
        ]
    };
    answered(text, 0, &of(1.0));
    answered(text, 1, &of(-1.0));
}

#[test]
fn where_the_sign_is_in_the_figures_it_counts() {
    for name in [
        "上升或下降(±%)",
        "增减（%）",
        "比上年增长（%）",
        "同比（±%）",
        "变化率（%）",
    ] {
        gives(
            &format!("指标,2011,2012\n单位工业增加值能耗{name},-3.49,0.4\n"),
            &[
                ("energy-intensity", 2011, 'a', -3.49),
                ("energy-intensity", 2012, 'a', 0.4),
            ],
        );
    }
}

#[test]
fn figures_without_sign_of_what_is_meant_to_fall_are_asked_for() {
    let text = "指标,2011,2012\n单位工业增加值能耗（%）,3.49,5.9\n";
    asks(text, &[Topic::Sign]);
    answered(text, 1, &FALLS);
    let rises = FALLS.map(|(id, year, kind, value)| (id, year, kind, -value));
    answered(text, 0, &rises);
    // A minus says so, brackets mean minus, and so does a trailing minus.
    for [one, other] in [
        ["-3.49", "-5.9"],
        ["(3.49)", "(5.9)"],
        ["3.49-", "5.9-"],
        ["−3.49%", "－5.9％"],
    ] {
        gives(
            &format!("指标,2011,2012\n单位工业增加值能耗（%）,{one},{other}\n"),
            &FALLS,
        );
    }
}

#[test]
fn a_title_of_falls_above_mixed_signs_is_asked_about() {
    let text = "主要污染物排放量比上年下降百分比\n指标,2011,2012,2013\n氮氧化物,-5.74,2.77,4.72\n";
    asks(text, &[Topic::Sign]);
    answered(
        text,
        1,
        &[
            ("nox", 2011, 'a', 5.74),
            ("nox", 2012, 'a', -2.77),
            ("nox", 2013, 'a', -4.72),
        ],
    );
}

#[test]
fn signs_are_read_as_people_write_them() {
    let expected = [("so2", 2011, 'a', -2.2), ("so2", 2012, 'a', -4.5)];
    for cells in [
        "▼2.2,↓4.5",
        "负2.2,—4.5",
        "﹣2.2,‐4.5",
        "-2.2*,-4.5[1]",
        "down 2.2%,down 4.5%",
    ] {
        gives(
            &format!("指标,2011,2012\n二氧化硫排放量比上年（%）,{cells}\n"),
            &expected,
        );
    }
    // An upward triangle means minus in accounting, and a rise elsewhere.
    assert_eq!(
        reasons("指标,2011\n二氧化硫排放量比上年（%）,▲5.7\n"),
        ["import-text"]
    );
}
